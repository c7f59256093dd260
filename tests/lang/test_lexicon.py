"""The core lexicon holds what its header says, in good form."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources

import pytest

from tmkit.lang.lexicon import Entry, Lexicon, core
from tmkit.lang.text import modern_tones

TEXT = resources.files("tmkit.lang.data").joinpath("lexicon.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TEXT.splitlines() if not line.startswith("#")]


def test_the_header_says_who_wrote_it() -> None:
    assert "Written for tmkit by the tmkit team" in TEXT.splitlines()[2]
    assert ROWS[0] == ["vi", "fr", "en", "pos"]


def test_it_is_large() -> None:
    assert len(ROWS) - 1 == len(core().entries) >= 3000


def test_no_duplicates() -> None:
    words = [row[0] for row in ROWS[1:]]
    assert len(set(words)) == len(words)
    for row in ROWS[1:]:
        for cell in row[1:3]:
            assert len(set(cell.split("|"))) == len(cell.split("|")), row


def test_composed_and_trimmed() -> None:
    assert unicodedata.is_normalized("NFC", TEXT)
    for row in ROWS[1:]:
        assert len(row) == 4, row
        for cell in (part for column in row for part in column.split("|")):
            assert cell == " ".join(cell.split()) != "", row


def test_the_tones_stand_where_the_commoner_style_puts_them() -> None:
    assert [row[0] for row in ROWS[1:] if modern_tones(row[0].lower()) != row[0].lower()] == []


def test_vietnamese_is_written_with_diacritics() -> None:
    # Most Vietnamese syllables carry one; a lexicon stripped of them would show here.
    syllables = [s for row in ROWS[1:] for s in row[0].split()]
    plain = [s for s in syllables if s.isascii()]
    assert len(plain) / len(syllables) < 0.35


def test_french_is_written_with_diacritics() -> None:
    known = {word for row in ROWS[1:] for word in re.findall(r"\w+", row[1].lower())}
    assert {"sécurité", "développement", "réunion", "pauvreté", "été", "où", "déjà"} <= known
    assert not {"securite", "developpement", "reunion", "pauvrete", "deja"} & known


def test_translations_go_every_way() -> None:
    assert "pauvreté" in " ".join(core().translations("vi", "fr")["giảm nghèo"])
    assert "giảm nghèo" in core().translations("en", "vi")["poverty reduction"]
    assert core().translations("fr", "en")["hôpital"][0] == "hospital"


def test_lexicons_add_up() -> None:
    one, other = Lexicon([Entry({"vi": ("a",), "fr": ("b",)})]), Lexicon([Entry({"vi": ("A",), "fr": ("c",)})])
    assert (one + other).translations("vi", "fr") == {"a": ("b", "c")}
    assert (one + other).translations("vi", "en") == {}


@pytest.mark.parametrize("word", ["an sinh xã hội", "bảo hiểm y tế", "người lao động", "tuy nhiên", "tăng"])
def test_words_of_the_trade_are_there(word: str) -> None:
    assert core().translations("vi", "fr")[word]
    assert core().translations("vi", "en")[word]
