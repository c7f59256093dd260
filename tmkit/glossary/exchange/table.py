r"""Wide tables for spreadsheets: a row a concept, a column for each language and status.

`csv` and `tsv` are UTF-8 with a byte order mark, `xlsx` is a workbook. Several terms in one cell are
parted by ` | `; a stroke that is part of a term is written `\|`. Read are our own tables and simple ones of
two columns or more, headed by languages (`vi`, `Vietnamese`, `tiếng Việt`) or by `source` and `target`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import BinaryIO, cast, get_args

from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, ConceptStatus, Glossary, Relation, RelationKind, Term, TermStatus
from tmkit.glossary.exchange.base import ExchangeFormat, Imported
from tmkit.glossary.exchange.table_cells import Grid, Row, read_grid, write_grid
from tmkit.glossary.exchange.table_headings import TERMS, Column, Headings, find_headings, refuse_headings
from tmkit.glossary.exchange.table_sheets import read_sheets, write_sheet
from tmkit.glossary.exchange.tidy import Remarks, clean, clean_lines, fit

_STATUSES: tuple[TermStatus, ...] = get_args(TermStatus)
_CONCEPT_STATUSES: tuple[str, ...] = get_args(ConceptStatus)
_RELATIONS: tuple[str, ...] = get_args(RelationKind)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PART = re.compile(r"(?:\\[\\|]|[^|])+")
_ESCAPED = re.compile(r"\\([\\|])")
_MEMOQ = frozenset({"Entry_ID", "Term_Info"})
_REVIEW = "decision"
"""The first heading of the tables of `tmkit term extract`, whose rows somebody must have decided about."""
_WIDTHS = {"id": 12, "domain": 16, "status": 10}
_REMEDY = "head the columns by their languages (vi;fr;en), or name the languages of the columns"


def read_csv(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of delimited text: commas, semicolons, tabs or strokes, whichever it has."""
    remarks = Remarks()
    grid = read_grid(stream.read(), name, remarks)
    if _MEMOQ & set(grid.rows[0].cells):  # its forbidden terms look like any other in a mere table
        raise FileError(name, "a memoQ term base", remedy="give --format memoq")
    return _imported([grid], name, langs, remarks)


def read_xlsx(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of a workbook's visible sheets."""
    remarks = Remarks()
    return _imported(read_sheets(stream.read(), name, remarks), name, langs, remarks)


def _imported(grids: Sequence[Grid], name: str, langs: Sequence[str], remarks: Remarks) -> Imported:
    if any(grid.rows[0].cells[0].strip().lower() == _REVIEW for grid in grids):
        remedy = f"read it with: tmkit term extract --decisions {name}"
        raise FileError(name, "a review of candidates", remedy=remedy)
    headed = [(grid, find_headings(grid, langs, name, remarks)) for grid in grids]
    if grids and not any(headings for _, headings in headed):
        refuse_headings(grids[0], name)
        headed = [(grid, _by_position(grid, langs, remarks)) for grid in grids[:1]]
    concepts: list[_Read] = []
    languages: dict[str, None] = {}
    for grid, headings in headed:
        if headings:
            languages |= dict.fromkeys(headings.langs)
            concepts += _concepts(grid, headings, remarks)
        else:
            remarks.add(f"the sheet {grid.sheet!r} has no row of headings and is left out")
    if not languages:
        raise FileError(name, "no row of headings that names two languages or more", remedy=_REMEDY)
    found = _together(_each_once(concepts, remarks), remarks)
    _remark_dangling(found, remarks)
    glossary = Glossary(About(languages=tuple(languages)), tuple(read.concept for read in found))
    return Imported(glossary, remarks.all())


def _by_position(grid: Grid, langs: Sequence[str], remarks: Remarks) -> Headings | None:
    """Return headings for a table without any, from the languages that the user named in its columns' order."""
    width = max(len(row.cells) for row in grid.rows)
    if not 2 <= len(langs) <= width:
        return None
    remarks.add(f"no row of headings: the columns are taken for {', '.join(langs)}")
    return Headings(0, width, tuple(Column(place, "term", lang) for place, lang in enumerate(langs)))


@dataclass(frozen=True, slots=True)
class _Read:
    """A concept and the line that it stands in."""

    line: int
    concept: Concept


def _concepts(grid: Grid, headings: Headings, remarks: Remarks) -> Iterator[_Read]:
    for row in grid.rows:
        if row.line <= headings.line:
            continue
        if row.cells == headings.repeated:
            remarks.add("repeats the headings and is left out", row.line)
        elif grid.ragged and any(row.cells[headings.width :]):
            what = f"has {len(row.cells)} cells under {headings.width} headings and is left out"
            remarks.add(f"{what}: set quotation marks around cells that hold the delimiter", row.line)
        else:
            concept = _concept(row, headings, remarks)
            if concept.terms:
                yield _Read(row.line, concept)
            else:
                remarks.add("holds no term and is left out", row.line)


def _concept(row: Row, headings: Headings, remarks: Remarks) -> Concept:
    terms: dict[str, list[Term]] = {}
    texts: dict[str, str] = {}
    definition: dict[str, str] = {}
    for column in headings.columns:
        cell = row.cells[column.place] if column.place < len(row.cells) else ""
        if not cell.strip():
            continue
        if column.kind in TERMS:
            _add_terms(terms.setdefault(column.lang, []), cell, column, row.line, remarks)
        elif column.kind == "definition":
            definition[column.lang] = clean_lines(cell)
        else:
            texts[column.kind] = cell
    return Concept(
        id=clean(texts.get("id", "")),
        domain=clean(texts.get("domain", "")) or None,
        status=_status(clean(texts.get("status", "")), row.line, remarks),
        definition=definition,
        note=clean_lines(texts.get("note", "")) or None,
        terms={lang: tuple(found) for lang, found in terms.items() if found},
        related=tuple(_relations(texts.get("related", ""), row.line, remarks)),
        valid_from=_day(texts.get("valid_from", ""), row.line, remarks),
        valid_to=_day(texts.get("valid_to", ""), row.line, remarks),
        replaced_by=tuple(filter(None, map(clean, split(texts.get("replaced_by", ""))))),
    )


def _add_terms(terms: list[Term], cell: str, column: Column, line: int, remarks: Remarks) -> None:
    for text in _texts(cell, column, line, remarks):
        if any(term.text == text for term in terms):
            remarks.add(f"{text:.60} stands twice in {column.lang} and is read once", line)
            continue
        status = cast(TermStatus, column.kind)
        if column.kind == "term":
            status = "admitted" if any(term.status == "preferred" for term in terms) else "preferred"
        terms.append(Term(text=text, status=status, region=column.region))


def _texts(cell: str, column: Column, line: int, remarks: Remarks) -> Iterator[str]:
    """Give the terms of a cell; semicolons part them in the tables of others alone."""
    for part in (part for text in cell.splitlines() for part in split(text)):
        parts = part.split(";") if column.kind == "term" else [part]
        if len(parts) > 1:
            remarks.add(f"read as {len(parts)} terms: {clean(part):.60}", line)
        yield from filter(None, (fit(text, remarks, line) for text in parts))


def split(cell: str) -> Iterator[str]:
    r"""Give the parts of a cell that strokes divide.

    >>> list(split(r"retraite | pension | a\|b"))
    ['retraite', 'pension', 'a|b']
    """
    for part in _PART.findall(cell):
        if part.strip():
            yield _ESCAPED.sub(r"\1", part.strip())


def joined(texts: Iterable[str]) -> str:
    r"""Return texts as the parts of one cell.

    >>> joined(["retraite", "a|b"])
    'retraite | a\\|b'
    """
    return " | ".join(re.sub(r"[\\|]", r"\\\g<0>", clean(text)) for text in texts)


def _status(text: str, line: int, remarks: Remarks) -> ConceptStatus:
    if text.lower() in _CONCEPT_STATUSES:
        return cast(ConceptStatus, text.lower())
    if text:
        remarks.add(f"unknown status {text!r:.60}: read as draft", line)
    return "draft"


def _relations(cell: str, line: int, remarks: Remarks) -> Iterator[Relation]:
    """Give the relations of a cell such as `broader sp-0002 | see-also sp-0003`."""
    for text in map(clean, split(cell)):
        kind, _, to = text.partition(" ")
        if to and kind not in _RELATIONS:
            remarks.add(f"unknown relation {kind!r:.60}: read as see-also", line)
        yield Relation(to=to or kind, rel=cast(RelationKind, kind) if to and kind in _RELATIONS else "see-also")


def _day(cell: str, line: int, remarks: Remarks) -> str | None:
    text = clean(cell)
    if text and not _DATE.fullmatch(text):
        remarks.add(f"no date in the form YYYY-MM-DD, and left out: {text:.60}", line)
        return None
    return text or None


def _each_once(concepts: Iterable[_Read], remarks: Remarks) -> Iterator[_Read]:
    """Give the concepts of rows that don't say the same as a row before."""
    seen: dict[object, _Read] = {}
    for read in concepts:
        first = seen.setdefault(_content(read.concept), read)
        if first is read:
            yield read
        else:
            remarks.add(f"says the same as line {first.line} and is read once", read.line)


def _content(concept: Concept) -> tuple[object, ...]:
    """Return all that a concept says as a value that a dictionary can look up."""
    values = (getattr(concept, f.name) for f in fields(concept))
    return tuple(tuple(value.items()) if isinstance(value, Mapping) else value for value in values)


def _together(concepts: Iterable[_Read], remarks: Remarks) -> list[_Read]:
    """Return the concepts, rows with one id and a term in common made one; others lose an id that is taken."""
    found: list[_Read] = []
    places: dict[str, int] = {}
    for read in concepts:
        ident = read.concept.id
        place = places.setdefault(ident, len(found)) if ident else len(found)
        if place == len(found):
            found.append(read)
        elif _shares_term(found[place].concept, read.concept):
            remarks.add(f"belongs to {ident} in line {found[place].line}, and adds its terms to it", read.line)
            found[place] = _Read(found[place].line, _with_terms(found[place].concept, read, remarks))
        else:
            remarks.add(f"the id {ident} stands twice: this concept goes without", read.line)
            found.append(_Read(read.line, replace(read.concept, id="")))
    return found


def _shares_term(one: Concept, other: Concept) -> bool:
    texts = {(lang, term.text) for lang, term in one.all_terms()}
    return any((lang, term.text) in texts for lang, term in other.all_terms())


def _with_terms(concept: Concept, read: _Read, remarks: Remarks) -> Concept:
    """Return a concept with another row's terms and definitions; of what else they differ in, the first counts."""
    other = read.concept
    for name in ("domain", "note", "related", "valid_from", "valid_to", "replaced_by"):
        if getattr(other, name) and getattr(other, name) != getattr(concept, name):
            remarks.add(f"its {name} differs from that of the row before and is left out", read.line)
    terms = {lang: list(found) for lang, found in concept.terms.items()}
    for lang, term in other.all_terms():
        known = terms.setdefault(lang, [])
        if all(term.text != one.text for one in known):
            twice = term.status == "preferred" and any(one.status == "preferred" for one in known)
            known.append(replace(term, status="admitted") if twice else term)
    merged = {lang: tuple(found) for lang, found in terms.items()}
    return replace(concept, terms=merged, definition={**other.definition, **concept.definition})


def _remark_dangling(found: Sequence[_Read], remarks: Remarks) -> None:
    ids = {read.concept.id for read in found}
    for read in found:
        concept = read.concept
        for ident in (*(relation.to for relation in concept.related), *concept.replaced_by):
            if ident not in ids:
                remarks.add(f"refers to {ident:.60}, which is not in the file", read.line)


def _rows(glossary: Glossary, langs: Sequence[str]) -> Iterator[list[str]]:
    defined = dict.fromkeys((*langs, *(lang for concept in glossary.concepts for lang in concept.definition)))
    yield _heads(langs, tuple(defined))
    for concept in glossary.concepts:
        if any(concept.terms.get(lang) for lang in langs):
            yield _row(concept, langs, tuple(defined))


def _heads(langs: Sequence[str], defined: Sequence[str]) -> list[str]:
    terms = [f"{lang} {status}" for lang in langs for status in _STATUSES]
    definitions = [f"definition.{lang}" for lang in defined]
    rest = ["note", "related", "valid_from", "valid_to", "replaced_by"]
    return ["id", "domain", "status", *terms, *definitions, *rest]


def _row(concept: Concept, langs: Sequence[str], defined: Sequence[str]) -> list[str]:
    return [
        *(clean(concept.id), clean(concept.domain or ""), concept.status),
        *(_cell(concept, lang, status) for lang in langs for status in _STATUSES),
        *(clean_lines(concept.definition.get(lang, "")) for lang in defined),
        clean_lines(concept.note or ""),
        joined(f"{relation.rel} {relation.to}" for relation in concept.related),
        *(concept.valid_from or "", concept.valid_to or "", joined(concept.replaced_by)),
    ]


def _cell(concept: Concept, lang: str, status: TermStatus) -> str:
    return joined(term.text for term in concept.terms.get(lang, ()) if term.status == status)


def write_xlsx(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write a workbook with one sheet, its headings fixed and its rows ready to be filtered."""
    rows = list(_rows(glossary, langs))
    widths = [_WIDTHS.get(head, 28) for head in rows[0]]
    lists = {rows[0].index("status"): ",".join(_CONCEPT_STATUSES)}
    write_sheet(glossary.about.name, rows, stream, widths=widths, lists=lists)


def _writer(delimiter: str) -> Callable[..., None]:
    def write(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
        write_grid(_rows(glossary, langs), stream, delimiter=delimiter)

    return write


_CARRIES = frozenset(
    {
        *("concept.domain", "concept.status", "concept.definition", "concept.note", "concept.related"),
        *("concept.valid_from", "concept.valid_to", "concept.replaced_by", "term.status"),
    }
)
CSV = ExchangeFormat(
    name="csv",
    summary="a table, a row a concept, with commas",
    extensions=(".csv",),
    read=read_csv,
    write=_writer(","),
    carries=_CARRIES,
)
TSV = ExchangeFormat(
    name="tsv",
    summary="a table, a row a concept, with tabs",
    extensions=(".tsv", ".tab"),
    read=read_csv,
    write=_writer("\t"),
    carries=_CARRIES,
)
XLSX = ExchangeFormat(
    name="xlsx",
    summary="a workbook, a row a concept",
    extensions=(".xlsx",),
    binary=True,
    read=read_xlsx,
    write=write_xlsx,
    carries=_CARRIES,
)
