"""What the columns of a table hold, as their headings say it in English, French or Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import tmkit.lang as languages
from tmkit.errors import FileError
from tmkit.glossary.exchange.table_cells import Cells, Grid, letters
from tmkit.glossary.exchange.tidy import Remarks, language
from tmkit.lang.text import fold

TERMS = ("term", "preferred", "admitted", "deprecated", "forbidden")
_ENOUGH = 20
"""Rows in which the headings are looked for."""
_OWN = ("id", "domain", "status", "note", "related", "valid_from", "valid_to", "replaced_by", "number")
_WITH_LANGUAGE = (*TERMS, "definition")
_WORD = re.compile(r"#|[^\W_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_][A-Za-z]{2})?")
_OURS = re.compile(rf"({_TAG.pattern}) ({'|'.join(TERMS[1:])})|(definition)\.({_TAG.pattern})")
"""How our own tables head what is in a language, be it one that nobody knows."""
_MOST_LETTERS = 60
"""Letters that a heading has at most; longer cells are no headings."""
_PLAIN_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: one of `TERMS` or a definition in a language, or what `kind` says."""

    place: int
    kind: str
    lang: str = ""
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of a table that are understood."""

    line: int
    width: int
    """How many cells the row of headings has."""
    columns: tuple[Column, ...]
    repeated: Cells = ()
    """The row itself: tables printed on several pages have it several times."""

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages that it has columns of terms in."""
        return tuple(dict.fromkeys(column.lang for column in self.columns if column.kind in TERMS))


def find_headings(grid: Grid, langs: Sequence[str], name: str, remarks: Remarks) -> Headings | None:
    """Return the headings of a table; None where no row says what its columns are.

    `langs` are the languages of columns headed `source` and `target`: `FileError` where they are needed
    and not told.
    """
    for place, row in enumerate(grid.rows[:_ENOUGH]):
        columns = [_column(cell, n, langs) for n, cell in enumerate(row.cells)]
        if _is_heading(columns):
            _remark_above(grid, place, remarks)
            known = _inherited(_directed(columns, langs, name, row.line), row.cells, row.line, remarks)
            _remark_unknown(row.cells, known, row.line, remarks)
            kept = _once(known, row.cells, row.line, remarks)
            return Headings(row.line, len(row.cells), kept, row.cells)
    return None


def refuse_headings(grid: Grid, name: str) -> None:
    """Raise `FileError` where the first row of a table without usable headings is none of terms either."""
    first, *others = grid.rows[:_ENOUGH]
    columns = [_column(cell, n, ()) for n, cell in enumerate(first.cells) if cell.strip()]
    alike = sum(_is_plain(row.cells) for row in others)
    # Terms are several words or have accents as a rule; where the first row alone has neither, it names columns.
    stands_out = bool(others) and _is_plain(first.cells) and alike * 4 <= len(others)
    if all(columns) or any(column and column.lang for column in columns) or stands_out:
        named = ", ".join(f"{cell.strip()!r:.60}" for cell in first.cells[:6] if cell.strip())
        reason = f"the headings {named} don't name two languages"
        raise FileError(name, reason, remedy="head the columns by their languages: vi, fr, en", line=first.line)


def _is_plain(cells: Cells) -> bool:
    return all(_PLAIN_WORD.fullmatch(cell.strip()) for cell in cells if cell.strip())


def _is_heading(columns: Sequence[Column | None]) -> bool:
    found = [column for column in columns if column]
    langs = {column.lang for column in found if column.kind in TERMS and column.lang}
    kinds = {column.kind for column in found}
    return len(langs) > 1 or bool(langs and len(kinds) > 1) or _has_direction(kinds)


def _has_direction(kinds: Iterable[str]) -> bool:
    return {"source", "target"} <= set(kinds)


def _remark_above(grid: Grid, place: int, remarks: Remarks) -> None:
    for row in grid.rows[:place]:
        text = " ".join(filter(None, row.cells))
        remarks.add(f"stands above the headings and is left out: {text:.60}", row.line)


def _directed(columns: Sequence[Column | None], langs: Sequence[str], name: str, line: int) -> list[Column | None]:
    """Return the columns, those headed `source` and `target` with their languages."""
    if not _has_direction(column.kind for column in columns if column):
        return list(columns)
    if len(langs) < 2:
        reason = "the headings are source and target, which doesn't tell the languages"
        raise FileError(name, reason, remedy="name the languages", line=line)
    told = {"source": langs[0], "target": langs[1]}
    return [_named(column, told) for column in columns]


def _named(column: Column | None, told: Mapping[str, str]) -> Column | None:
    return replace(column, kind="term", lang=told[column.kind]) if column and column.kind in told else column


def _inherited(columns: Sequence[Column | None], cells: Cells, line: int, remarks: Remarks) -> list[Column | None]:
    """Return the columns; synonyms and definitions without a language are in that of the terms before them."""
    termed = [column.lang for column in columns if column and column.kind in TERMS and column.lang]
    lang = termed[0] if termed else ""
    found: list[Column | None] = []
    for column in columns:
        if column and column.kind in _WITH_LANGUAGE and not column.lang:
            remarks.add(f"column {letters(column.place)}, {cells[column.place].strip()!r}, is taken for {lang}", line)
            found.append(replace(column, lang=lang))
            continue
        lang = column.lang if column and column.kind in TERMS else lang
        found.append(column)
    return found


def _remark_unknown(cells: Cells, columns: Sequence[Column | None], line: int, remarks: Remarks) -> None:
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if cell.strip() and (column is None or column.kind in {"source", "target"}):
            remarks.add(f"column {letters(place)}, {cell.strip()!r:.60}, is left out", line)


def _once(columns: Sequence[Column | None], cells: Cells, line: int, remarks: Remarks) -> tuple[Column, ...]:
    """Return the columns without those that say again what another one says; terms are taken together."""
    seen: dict[tuple[str, str, str | None], int] = {}
    kept = []
    for column in columns:
        if column is None or column.kind in {"source", "target", "number"}:
            continue
        first = seen.setdefault((column.kind, column.lang, column.region), column.place)
        if first != column.place:
            what = "read together" if column.kind in TERMS else f"{letters(column.place)} is left out"
            both = f"columns {letters(first)} and {letters(column.place)} are both headed"
            remarks.add(f"{both} {cells[first].strip()!r:.60}: {what}", line)
        if first == column.place or column.kind in TERMS:
            kept.append(column)
    return tuple(kept)


def _column(text: str, place: int, langs: Sequence[str]) -> Column | None:
    """Return what a heading says, if it is one."""
    words = _words(text)
    if not words or len(text) > _MOST_LETTERS:
        return None
    if ours := _OURS.fullmatch(text.strip()):
        return Column(place, ours[2] or ours[3], *language(ours[1] or ours[4]))
    kind = _kinds().get(" ".join(words), "")
    if kind == "term":  # a bare "term" stands beside a "translation"
        return Column(place, "source")
    if kind:
        return Column(place, kind)
    if _TAG.fullmatch(text.strip()) and _is_tag(*languages.normalise(text).split("-")):
        return Column(place, "term", *language(text))
    span = _language_span(words, langs)
    return _beside(words, span, text, place) if span else None


def _beside(words: Sequence[str], span: tuple[int, int, str], text: str, place: int) -> Column | None:
    """Return what a heading says that names a language, from its other words."""
    first, last, lang = span
    rest = [word for word in (*words[:first], *words[last:]) if word != lang]
    region = _region(" ".join(rest), lang, text)
    if region:
        return Column(place, "term", *language(f"{lang}-{region}"))
    kind = _kinds().get(" ".join(rest)) or _kinds().get(" ".join(w for w in rest if w not in _fillers()), "")
    kind = kind or ("" if rest else "term")
    return Column(place, kind, *language(lang)) if kind in _WITH_LANGUAGE else None


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text.replace("n°", "no").replace("N°", "no")))


def _language_span(words: Sequence[str], langs: Sequence[str]) -> tuple[int, int, str] | None:
    """Return where a heading names a language: by name rather than by code, the longest name first."""
    spans = [(i, j) for i in range(len(words)) for j in range(len(words), i, -1)]
    names = [(i, j, _names()[" ".join(words[i:j])]) for i, j in spans if " ".join(words[i:j]) in _names()]
    if names:
        return max(names, key=lambda name: len(" ".join(words[name[0] : name[1]])))
    codes = {languages.normalise(lang).split("-")[0] for lang in langs} | {known.code for known in languages.LANGUAGES}
    found = [(i, i + 1, word) for i, word in enumerate(words) if word in codes]
    if not found and len(words[0]) == 2 and len(words) <= 2 and _exists(words[0]):
        found = [(0, 1, words[0])]
    return found[0] if found else None


def _is_tag(code: str, *rest: str) -> bool:
    """Say whether the CLDR has a language there; `EN-FR` is a pair of languages, not the English of France."""
    codes = {known.code for known in languages.LANGUAGES} - {code}
    return not codes & {part.lower() for part in rest} and _exists("_".join((code, *rest)))


@cache
def _exists(code: str) -> bool:
    from babel import localedata

    return localedata.exists(code)


@cache
def _kinds() -> Mapping[str, str]:
    """Return what a heading holds, by its folded words."""
    kinds = {" ".join(_words(word)): word for word in (*_WITH_LANGUAGE, *_OWN)}
    for language_ in languages.LANGUAGES:
        for kind, phrases in language_.headings.kinds:
            for phrase in phrases:
                kinds.setdefault(" ".join(_words(phrase)), kind)
    return kinds


@cache
def _fillers() -> frozenset[str]:
    return frozenset(fold(word) for language_ in languages.LANGUAGES for word in language_.headings.fillers)


@cache
def _names() -> Mapping[str, str]:
    """Return the languages by what they are called, folded, in any of ours and in themselves."""
    from babel import Locale

    names: dict[str, str] = {}
    for known in languages.LANGUAGES:
        names |= {" ".join(_words(known.name)): known.code, " ".join(_words(known.native)): known.code}
        for code, others in known.headings.languages:
            names |= {" ".join(_words(other)): code for other in others}
    for known in languages.LANGUAGES:
        for code, name in Locale(known.code).languages.items():
            if len(code) == 2:
                names.setdefault(" ".join(_words(name)), code)
    return names


@cache
def _regions() -> Mapping[str, str]:
    from babel import Locale

    regions: dict[str, str] = {}
    for known in languages.LANGUAGES:
        for code, name in Locale(known.code).territories.items():
            if code.isalpha() and len(code) == 2:
                regions[" ".join(_words(name))] = code
    return regions


def _region(words: str, lang: str, text: str) -> str:
    """Return the region that words name, or that the heading gives as a code in capitals: `US`, `UK`."""
    from babel.core import get_global

    code = words.upper()
    if not (2 <= len(words) <= 3 and code in text):
        return _regions().get(words, "")
    aliases = get_global("territory_aliases").get(code, [])
    code = aliases[0] if len(aliases) == 1 else code
    return code if _is_tag(lang, code) else ""
