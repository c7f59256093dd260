"""Text as terms are compared: composed with the way back, words, keys."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.errors import UnknownLanguageError
from tmkit.glossary.keys import composed, known, match_key, possessor, tokens, word_key, words
from tmkit.lang.fr import FR
from tmkit.lang.vi import VI

LETTERS = "aăâeêoôơuưyđ ạặậệộợựảẩẫốừĐẾ.,-–0"
MIXED = st.lists(st.builds(unicodedata.normalize, st.sampled_from(["NFC", "NFD"]), st.sampled_from(LETTERS))).map(
    "".join
)
"""Vietnamese of which any letter may be decomposed."""


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("hộ nghèo", "hộ nghèo", None),
        ("", "", None),
        ("cœur d’État", "cœur d’État", None),
        ("e\u0301tat", "état", [0, 2, 3, 4, 5]),
        ("Vie\u0323\u0302t", "Việt", [0, 1, 2, 5, 6]),
        ("Viê\u0323t", "Việt", [0, 1, 2, 4, 5]),
        ("\ufb01nance", "finance", [0, 0, 1, 2, 3, 4, 5, 6]),
        ("\uff21\uff33\uff25\uff21\uff2e", "ASEAN", [0, 1, 2, 3, 4, 5]),
        ("re\u00adtraite", "retraite", [0, 1, 3, 4, 5, 6, 7, 8, 9]),
        ("\ufeffa\u200bb", "ab", [1, 3, 4]),
        ("\u0301x", "\u0301x", [0, 1, 2]),
    ],
)
def test_composed(text: str, wanted: str, places: list[int] | None) -> None:
    got = composed(text)
    assert (got.text, None if got.places is None else list(got.places)) == (wanted, places)


@given(MIXED)
def test_composed_is_the_composed_form(text: str) -> None:
    assert composed(text).text == unicodedata.normalize("NFC", text)
    assert composed(unicodedata.normalize("NFC", text)).places is None


@given(MIXED, st.data())
def test_places_lead_back(text: str, data: st.DataObject) -> None:
    whole, kept, ends = composed(text)
    places = range(len(text) + 1) if kept is None else kept
    assert len(places) == len(whole) + 1
    assert list(places) == sorted(places)
    assert ends is None or all(a < b <= c for a, b, c in zip(places, ends, places[1:], strict=False))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert composed(text[places[start] : places[end]]).text == whole[start:end]


def test_languages_are_found_by_any_of_their_tags() -> None:
    assert (known("fr"), known("fr_CA"), known("VI-vn"), known("de").code) == (FR, FR, VI, "de")
    with pytest.raises(UnknownLanguageError):
        known("xx")


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("vi", "Bộ LĐ-TB&XH, 1.043 hộ", ["Bộ", "LĐ", "TB", "XH", "1", "043", "hộ"]),
        ("fr", "l’État d'urgence_sociale", ["l", "État", "d", "urgence", "sociale"]),
        ("en", "the workers' union’s rights, o'clock", ["the", "workers", "union’s", "rights", "o", "clock"]),
        ("en", "", []),
    ],
)
def test_words_in_a_text(lang: str, text: str, found: list[str]) -> None:
    assert tokens(lang).findall(text) == found
    assert "".join(tokens(lang).split(text)) == text


@pytest.mark.parametrize(
    ("lang", "word", "key"),
    [
        ("vi", "Hoà", "hòa"),
        ("vi", "HÒA", "hòa"),
        ("vi", "đ", "đ"),
        ("fr", "Œuvre", "oeuvre"),
        ("fr", "ÉTAT", "état"),
        ("en", "Vietnam’s", "vietnam"),
        ("en", "Ægis", "aegis"),
        ("de", "Straße", "straße"),
    ],
)
def test_keys_of_words(lang: str, word: str, key: str) -> None:
    assert word_key(word, known(lang)) == key


def test_keys_of_words_keep_what_makes_other_words() -> None:
    vi = [word_key(word, VI) for word in ("thương", "thường", "thưởng", "thượng", "da", "đa")]
    fr = [word_key(word, FR) for word in ("retraite", "retraité", "la", "là")]
    assert len(set(vi)) == 6
    assert len(set(fr)) == 4


@pytest.mark.parametrize(
    ("lang", "word", "owner"),
    [
        ("en", "Vietnam's", "Vietnam"),
        ("en", "ASEAN’s", "ASEAN"),
        ("en", "workers", "workers"),
        ("fr", "l'État", "l'État"),
    ],
)
def test_possessives(lang: str, word: str, owner: str) -> None:
    assert possessor(word, known(lang)) == owner


SAME = {
    "fr": [
        ("assurance-chômage", "Assurance chômage", "assurance‑chômage", "ASSURANCE CHÔMAGE"),
        ("main-d’œuvre", "main d'oeuvre", "Main-d'Œuvre"),
        ("l’État", "l'état", "L ÉTAT"),
    ],
    "vi": [
        ("xóa đói", "xoá đói", "Xoá  Đói", unicodedata.normalize("NFD", "xóa đói")),
        ("Lao động – Xã hội", "lao động - xã hội", "lao động xã hội"),
    ],
    "en": [("worker’s rights", "worker's rights", "worker rights"), ("well-being", "Well being")],
}
OTHER = {
    "fr": [("retraite", "retraité"), ("chômage", "chomage"), ("cour", "cours")],
    "vi": [("lương", "lượng"), ("da", "đa"), ("hộ nghèo", "hộ nghéo")],
    "en": [("worker", "workers"), ("wellbeing", "well-being")],
}


@pytest.mark.parametrize(("lang", "spellings"), [(lang, group) for lang, groups in SAME.items() for group in groups])
def test_spellings_with_one_key(lang: str, spellings: tuple[str, ...]) -> None:
    assert {match_key(text, lang) for text in spellings} == {" ".join(words(spellings[0], lang))}


@pytest.mark.parametrize(("lang", "pair"), [(lang, pair) for lang, pairs in OTHER.items() for pair in pairs])
def test_words_that_differ_have_other_keys(lang: str, pair: tuple[str, str]) -> None:
    assert match_key(pair[0], lang) != match_key(pair[1], lang)


@pytest.mark.parametrize(("text", "key"), [(" % ", "%"), ("…", "…"), ("«\u00ad »", "« »"), ("", ""), ("_", "_")])
def test_what_has_no_words_is_its_own_key(text: str, key: str) -> None:
    assert match_key(text, "fr") == key


@pytest.mark.parametrize("lang", ["vi", "fr", "en", "de"])
@given(text=st.text("aàéœđệ AE'’-–.\u0301\u0323\u00ad", max_size=20))
def test_keys_are_keys_of_themselves(lang: str, text: str) -> None:
    key = match_key(text, lang)
    assert match_key(key, lang) == key
    assert match_key(unicodedata.normalize("NFD", text), lang) == match_key(unicodedata.normalize("NFC", text), lang)
