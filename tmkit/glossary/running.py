"""Terms in a whole text, looked for through the blanks that web copies lose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from tmkit.glossary.concepts import Concept
from tmkit.glossary.keys import known
from tmkit.glossary.recognise import Occurrence, Recogniser
from tmkit.lang import LANGUAGES


class Found(msgspec.Struct, frozen=True):
    """An occurrence in a text, and the line it begins in (1-based)."""

    occurrence: Occurrence
    line: int


def find_terms(text: str, recogniser: Recogniser, *, nested: bool = False, repair: bool = False) -> Iterator[Found]:
    """Give the terms of a text in order; with `repair`, words that lost the blank between them are parted first.

    Offsets and forms are those of the text as it came: `bien-êtresocial` is found and shown so. Only the
    languages that reports are read in have what parting words takes; for others `repair` changes nothing.
    """
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    repair = repair and known(recogniser.lang) in LANGUAGES
    occurrences = _mended(text, recogniser, nested=nested) if repair else recogniser.stream(text, nested=nested)
    for occurrence in occurrences:
        yield Found(occurrence, bisect_right(starts, occurrence.start))


def attested(concepts: Sequence[Concept], texts: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return, by language, the ids of the concepts of which some texts, given with their languages, have a term."""
    finders: dict[str, Recogniser] = {}
    found: dict[str, set[str]] = {}
    for lang, text in texts:
        if lang not in finders:
            finders[lang] = Recogniser(concepts, lang)
        occurrences = finders[lang].stream(text, nested=True)
        found.setdefault(lang, set()).update(e.concept.id for o in occurrences for e in o.entries)
    return found


def _mended(text: str, recogniser: Recogniser, *, nested: bool) -> Iterator[Occurrence]:
    whole, places = _parted(text, recogniser.lang)
    for occurrence in recogniser.stream(whole, nested=nested):
        start, end = places[occurrence.start], places[occurrence.end - 1] + 1
        yield msgspec.structs.replace(occurrence, start=start, end=end, form=text[start:end])


def _parted(text: str, lang: str) -> tuple[str, list[int]]:
    """Return the text with its glued words parted, and where each character stood."""
    from tmkit.reports.repair import mend

    out: list[str] = []
    places: list[int] = []
    start = 0
    code = known(lang).code
    for line in text.splitlines(keepends=True):
        mended, fixes = mend(line, code) if line.strip() else (line, [])
        out.append(mended)
        places += _places(line, mended, start) if fixes else range(start, start + len(line))
        start += len(line)
    return "".join(out), places


def _places(line: str, mended: str, start: int) -> list[int]:
    """Return where the characters of a mended line stood: it has blanks more, and is else the same."""
    places, at = [], 0
    for char in mended:
        if at < len(line) and char == line[at]:
            places.append(start + at)
            at += 1
        else:
            places.append(start + min(at, len(line) - 1))
    return places
