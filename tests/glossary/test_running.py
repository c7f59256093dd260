"""Terms in whole texts: places and lines, lost blanks, and the recogniser held against a slow one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.glossary import recognise
from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.keys import composed
from tmkit.glossary.recognise import Recogniser
from tmkit.glossary.running import Found, attested, find_terms

TERMS = {
    "vi": (
        "hộ nghèo",
        "hộ",
        "nghèo đa chiều",
        "hộ nghèo đa chiều",
        "chiều sâu",
        "đa chiều sâu hộ",
        "xóa nghèo – hộ",
        "xóa",
    ),
    "fr": ("aide", "aide sociale", "sociale", "sociale de la ville", "ville", "main-d’œuvre", "l’aide"),
    "en": ("pension", "pension fund", "fund manager", "manager", "old-age pension", "age"),
}
FORMS = {
    "aide": "aides",
    "sociale": "sociales",
    "ville": "villes",
    "main": "mains",
    "œuvre": "œuvres",
    "pension": "pensions",
}
FORMS |= {"fund": "funds", "manager": "managers", "age": "ages"}
WORDS = {
    "vi": "hộ Hộ nghèo đa chiều sâu xóa xoá không",
    "fr": "aide Aides sociale sociales de la ville main d œuvre Œuvre l est",
    "en": "pension Pensions fund funds manager old age pension's the",
}
GAPS = ["  ", "-", " – ", ", ", ". ", "’"]
"""Beside a blank; ends of lines have a rule of their own."""


def concepts(lang: str) -> list[Concept]:
    return [Concept(id=t, terms={lang: (Term(text=t, status="preferred"),)}) for t in TERMS[lang]]


@cache
def recogniser(lang: str) -> Recogniser:
    return Recogniser(concepts(lang), lang)


def texts(lang: str) -> st.SearchStrategy[str]:
    """Give texts of few words, so that terms meet and overlap."""
    words, gaps = st.sampled_from(WORDS[lang].split()), st.sampled_from([" "] * 12 + GAPS)
    pairs = st.lists(st.tuples(words, gaps), max_size=14)
    return pairs.map(lambda found: "".join(word + gap for word, gap in found))


class Place(NamedTuple):
    """A term at a place: its first and last word, and which term."""

    first: int
    last: int
    start: int
    end: int
    term: str


def slow(text: str, lang: str, *, nested: bool) -> list[tuple[int, int, str, bool]]:
    """Return what `find` should: every term tried at every word, then the longest ones, the left one before the right.

    Places, the term, and whether a longer one lies over it.
    """
    whole = [(m[0], m.start()) for m in re.finditer(r"[^\W_]+(?:['’]s\b)?" if lang == "en" else r"[^\W_]+", text)]
    hits = [hit for term in TERMS[lang] for i in range(len(whole)) if (hit := _tried(text, whole, i, term, lang))]
    free: list[Place] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first)):
        if all(hit.last < other.first or other.last < hit.first for other in free):
            free.append(hit)
    chosen = sorted(hits, key=lambda hit: (hit.first, -hit.last))
    return [(h.start, h.end, h.term, h not in free) for h in chosen if nested or h in free]


def _tried(text: str, words: Sequence[tuple[str, int]], first: int, term: str, lang: str) -> Place | None:
    wanted = re.findall(r"[^\W_]+", term)
    if first + len(wanted) > len(words):
        return None
    found = words[first : first + len(wanted)]
    ends = [start + len(word) for word, start in found]
    if not all(_is_form(word, base, lang) for (word, _), base in zip(found, wanted, strict=True)):
        return None
    between = [text[end:start] for end, (_, start) in zip(ends, found[1:], strict=False)]
    if not all(_fits(gap, own) for gap, own in zip(between, re.split(r"[^\W_]+", term)[1:-1], strict=True)):
        return None
    before = text[words[first - 1][1] + len(words[first - 1][0]) : found[0][1]] if first else ""
    if before == "-" and lang != "vi":
        return None
    end = ends[-1] - (2 if found[-1][0].endswith(("'s", "’s")) else 0)
    return Place(first, first + len(wanted) - 1, found[0][1], end, term)


def _is_form(word: str, base: str, lang: str) -> bool:
    bare = re.sub("['’]s$", "", word) if lang == "en" else word
    bare = bare.lower().replace("xoá", "xóa")
    return bare in (base, FORMS.get(base))


def _fits(gap: str, own: str) -> bool:
    """Say whether a gap of a text may stand for one of a term: blanks for blanks, dashes for both."""
    if own in (" ", "’"):
        return gap in (" ", "  ", "-", "’")
    return gap in (" ", "  ", "-", " – ")


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("lang", TERMS)
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_what_a_slow_search_finds(lang: str, nested: bool, data: st.DataObject) -> None:
    text = data.draw(texts(lang))
    found = recogniser(lang).find(text, nested=nested)
    assert [(o.start, o.end, e.term.text, o.nested) for o in found for e in o.entries] == slow(
        text, lang, nested=nested
    )
    assert all(len(o.entries) == 1 for o in found)


@pytest.mark.parametrize("lang", TERMS)
def test_the_slow_search_is_right_itself(lang: str) -> None:
    text, wanted = {
        "vi": ("hộ nghèo đa chiều sâu hộ, Hộ", ["hộ nghèo đa chiều", "hộ", "hộ"]),
        "fr": ("l’Aide sociale de la ville-aide", ["l’aide", "sociale de la ville"]),
        "en": ("pension funds manager's age", ["pension fund", "manager", "age"]),
    }[lang]
    assert [term for _, _, term, _ in slow(text, lang, nested=False)] == wanted


@pytest.mark.parametrize("lang", TERMS)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_offsets_slice_back_to_the_form_however_a_text_is_composed(lang: str, data: st.DataObject) -> None:
    nfc = data.draw(texts(lang))
    nfd = unicodedata.normalize("NFD", nfc)
    mixed = "".join(data.draw(st.sampled_from([w, unicodedata.normalize("NFD", w)])) for w in re.split("( )", nfc))
    plain = recogniser(lang).find(nfc, nested=True)
    assert [nfc[o.start : o.end] for o in plain] == [o.form for o in plain]
    for text in (nfd, mixed):
        found = recogniser(lang).find(text, nested=True)
        assert [(o.form, o.entries, o.nested) for o in found] == [(o.form, o.entries, o.nested) for o in plain]
        assert [composed(text[o.start : o.end]).text for o in found] == [o.form for o in found]
        assert [unicodedata.normalize("NFC", text[: o.start]) for o in found] == [nfc[: o.start] for o in plain]


@given(text=st.text("hộ nghèo\u0301\u0323\u00ad\u200b-.\n", max_size=40))
def test_offsets_lie_in_any_text_whatever(text: str) -> None:
    found = recogniser("vi").find(text, nested=True)
    assert all(composed(text[o.start : o.end]).text == o.form for o in found)
    assert all(0 <= o.start < o.end <= len(text) for o in found)


@pytest.mark.parametrize("lang", TERMS)
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_texts_in_pieces_give_what_they_give_as_a_whole(lang: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(texts(lang).map(lambda text: f"{text}.\n\n"), max_size=6))
    text = "".join(lines)
    whole = recogniser(lang).find(text, nested=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognise, "_PIECE", max([len(line) for line in lines], default=1) + 1)
        assert recogniser(lang).find(text, nested=True) == whole


@pytest.mark.xfail(strict=True, reason="_pieces() cuts a line of more than 131,072 characters at any blank")
def test_a_term_where_a_long_line_is_cut() -> None:
    text = "xóa " * (recognise._PIECE // 4 - 1) + "hộ nghèo đa chiều"
    assert recogniser("vi").find(text)[-1].form == "hộ nghèo đa chiều"


def shown(found: Iterator[Found], text: str) -> list[tuple[int, str, str]]:
    rows = []
    for one in found:
        assert text[one.occurrence.start : one.occurrence.end] == one.occurrence.form
        rows += [(one.line, one.occurrence.form, entry.term.text) for entry in one.occurrence.entries]
    return rows


def test_lines_count_from_one() -> None:
    text = "aide\n\nune ville, l’aide\r\nsociale\n"
    assert shown(find_terms(text, recogniser("fr")), text) == [
        (1, "aide", "aide"),
        (3, "ville", "ville"),
        (3, "l’aide", "l’aide"),
        (4, "sociale", "sociale"),
    ]
    assert list(find_terms("", recogniser("fr"))) == []


def test_a_term_over_two_lines_is_in_the_first() -> None:
    text = "La commune verse une nouvelle aide\nsociale aux ménages."
    assert shown(find_terms(text, recogniser("fr")), text) == [(1, "aide\nsociale", "aide sociale")]


@pytest.mark.parametrize(
    ("lang", "text", "without", "parted"),
    [
        ("fr", "une aidesociale est versée", [], ["aidesociale"]),
        ("fr", "laville, une aidesociale.Une ville", ["ville"], ["ville", "aidesociale", "ville"]),
        ("en", "They get thepension of the fund.", [], ["pension"]),
        ("vi", "Hỗ trợ hộ nghèo.Hộ nghèo được vay", ["hộ nghèo", "Hộ nghèo"], ["hộ nghèo", "Hộ nghèo"]),
    ],
)
def test_lost_blanks(lang: str, text: str, without: list[str], parted: list[str]) -> None:
    assert [form for _, form, _ in shown(find_terms(text, recogniser(lang)), text)] == without
    assert [form for _, form, _ in shown(find_terms(text, recogniser(lang), repair=True), text)] == parted


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_after_lost_blanks_are_those_of_the_text(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "Été :\nl’aidesociale de laville.\nÀ l’œuvre, une ville.")
    found = list(find_terms(text, recogniser("fr"), repair=True, nested=True))
    forms = [unicodedata.normalize("NFC", one.occurrence.form) for one in found]
    assert [(one.line, name) for one, name in zip(found, forms, strict=True) if not one.occurrence.nested] == [
        (2, "l’aide"),
        (2, "sociale de laville"),
        (3, "ville"),
    ]
    assert [text[one.occurrence.start : one.occurrence.end] for one in found] == [o.occurrence.form for o in found]


@given(text=texts("fr"))
@settings(max_examples=100, deadline=None)
def test_a_sound_text_has_the_same_terms_with_repair(text: str) -> None:
    text = re.sub("[-’]", " ", text)
    plain = list(find_terms(text, recogniser("fr"), nested=True))
    assert list(find_terms(text, recogniser("fr"), nested=True, repair=True)) == plain


def test_a_language_without_a_dictionary_of_ours_is_not_repaired() -> None:
    german = Recogniser([Concept(id="c", terms={"de": (Term(text="Rente", status="preferred"),)})], "de")
    text = "Die Renten.Die Rente"
    assert [form for _, form, _ in shown(find_terms(text, german, repair=True), text)] == ["Renten", "Rente"]


def test_attested() -> None:
    some = [*concepts("fr"), *concepts("vi"), Concept(id="no", terms={"fr": (Term(text="x", status="preferred"),)})]
    given_texts = [("fr", "Une aide sociale."), ("vi", "Xoá nghèo, rồi hộ nghèo."), ("fr", "La ville"), ("en", "age")]
    assert attested(some, given_texts) == {
        "fr": {"aide", "aide sociale", "sociale", "ville"},
        "vi": {"xóa", "hộ", "hộ nghèo"},
        "en": set(),
    }
    assert attested(some, []) == {}
