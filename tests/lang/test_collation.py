import random

import pytest

from tmkit.lang.collation import heading, sort_key

# The orders as printed dictionaries have them: Vietnamese letters and tones as in Hoàng Phê, each syllable by itself.
ORDERS = {
    "vi": (
        "4Ps|a|à|ả|ã|á|ạ|an sinh|an sinh xã hội|an toàn|anh|ăn|ấn phẩm|ba|ba lô|bà|bảo hiểm|bảo trợ|bão|báo|biển|biến|"
        "du|đi|đói|nghèo|người cao tuổi|người khuyết tật|phụ cấp|phúc lợi|trợ cấp|trợ giúp|ưu đãi|y tế|ý kiến"
    ),
    "fr": (
        "4 saisons|allocation|assurance chômage|assurance maladie|cœur|école|emploi|étape|État|euro|"
        "retraite|retraité|retraitée"
    ),
    "en": "benefit|benefits|child benefit|child labour|childcare|old age|old-age pension|welfare",
}


@pytest.mark.parametrize("lang", ORDERS)
def test_the_order_of_dictionaries(lang: str) -> None:
    words = ORDERS[lang].split("|")
    shuffled = random.Random(3).sample(words, len(words))
    assert sorted(shuffled, key=lambda word: sort_key(word, lang)) == words


@pytest.mark.parametrize(
    ("text", "lang", "letter"),
    [
        ("Ủy ban", "vi", "U"),
        ("ưu đãi", "vi", "Ư"),
        ("ổn định", "vi", "Ô"),
        ("œuvre", "fr", "O"),
        ("“…”", "en", "#"),
        ("", "vi", "#"),
    ],
)
def test_the_letter_in_an_index(text: str, lang: str, letter: str) -> None:
    assert heading(text, lang) == letter
