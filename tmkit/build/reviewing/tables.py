"""Reviewed files, workbook or text, become a table: which reports, which headings, which rows."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tmkit.lang as languages
from tmkit.build.reviewing.base import BEADS, DECISION, HASHES, INDICES, REPORTS, Faults
from tmkit.errors import FileError, UnknownLanguageError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NEEDED = (DECISION, *INDICES, *HASHES)
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"
_MOST_BYTES = 512 * 2**20
_MOST_COUNT = 10**7
_AGAIN = "write the file again with `tmkit align` and copy your decisions into it"
_ENOUGH_LEFT = 10
"""Rows in which a heading that has slipped is looked for."""
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A report as the file names it."""

    lang: str
    name: str
    count: int
    """How many sentences it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a review; each has its 1-based number in the file and a cell for each heading."""

    path: str
    sides: tuple[Side, Side]
    heading: int
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_table(path: Path) -> Table:
    """Return the table of a workbook or a text file; raises `FileError` where it is none."""
    if path.exists() and not path.is_file():
        what = "is a folder" if path.is_dir() else "is a device or a pipe, not a file"
        raise FileError(path, what, remedy="name a review")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileError(path, "no such file", remedy="check the path") from None
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="check its permissions") from error
    if data.startswith(_OLE):
        raise FileError(path, "an old .xls workbook, or one with a password", remedy="save it as .xlsx without one")
    return _read_workbook(path, data) if data.startswith(_ZIP) else _read_text(path, data)


def _read_text(path: Path, data: bytes) -> Table:
    text = _decoded(path, data)
    heading = next((line for line in text.split("\n") if INDICES[0] in line), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max("\t;,", key=heading.count))
    rows: list[tuple[int, Cells]] = []
    number = 1
    try:
        for cells in reader:
            rows.append((number, tuple(cells)))
            number = reader.line_num + 1
    except csv.Error as error:
        raise FileError(path, f"no table ({error})", remedy=_AGAIN, line=number) from error
    told, body = [], [row for row in rows if any(row[1])]
    while body and body[0][1][0].startswith("#"):
        told.append(tuple(cell.removeprefix("# ") for cell in body.pop(0)[1]))
    return _table(path, told, body)


def _decoded(path: Path, data: bytes) -> str:
    # Spreadsheets save "Unicode text" as UTF-16.
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(path, "no text in UTF-8, and no .xlsx", remedy="save it as .xlsx or as UTF-8 text") from error


def _read_workbook(path: Path, data: bytes) -> Table:
    book = _opened(path, data)
    if REPORTS not in book.sheetnames:
        raise FileError(path, f"no sheet {REPORTS!r}, which says what reports it is about", remedy=_AGAIN)
    told = [cells for _, cells in _cells(book[REPORTS])]
    sheet = book[BEADS] if BEADS in book.sheetnames else book.worksheets[0]
    faults = Faults(str(path))
    for merged in sheet.merged_cells.ranges:
        faults.add(merged.min_row, f"the cells {merged.coord} are merged", "unmerge them: a row is a bead")
    faults.check()
    return _table(path, told, list(_cells(sheet)))


def _opened(path: Path, data: bytes) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size <= _MOST_BYTES:
            return load_workbook(io.BytesIO(data))
    # What openpyxl raises over a damaged part depends on the part.
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        OSError,
        LookupError,
        ValueError,
        TypeError,
        SyntaxError,
    ) as error:
        remedy = "open it in a spreadsheet and save it as .xlsx"
        raise FileError(path, "no sound .xlsx: damaged or another format", remedy=remedy) from error
    raise FileError(path, "a workbook that unpacks to more than 512 MB", remedy=_AGAIN)


def _cells(sheet: Worksheet) -> Iterator[tuple[int, Cells]]:
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = tuple(map(_text, values))
        if any(cells):
            yield number, cells


def _text(value: object) -> str:
    """Return a cell as text; an index that a spreadsheet made a number is one again."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _table(path: Path, told: Sequence[Cells], rows: Sequence[tuple[int, Cells]]) -> Table:
    sides = _side(path, "source", told), _side(path, "target", told)
    if sides[0].lang == sides[1].lang:
        raise FileError(path, f"names two reports in {sides[0].lang!r}", remedy=_AGAIN)
    place = _heading(path, rows)
    heads = [cell.strip() for cell in rows[place][1]]
    _check_heads(path, rows[place][0], heads)
    body = ((number, dict(zip(heads, map(str.strip, cells), strict=False))) for number, cells in rows[place + 1 :])
    found = tuple((number, {name: row.get(name, "") for name in heads}) for number, row in body if any(row.values()))
    return Table(path=str(path), sides=sides, heading=rows[place][0], rows=found)


def _side(path: Path, name: str, told: Iterable[Cells]) -> Side:
    cells = next((cells for cells in told if cells[0].strip() == name), ())
    lang, file, count = ([cell.strip() for cell in cells[1:4]] + [""] * 3)[:3]
    if not file or not count.isdecimal() or int(count) > _MOST_COUNT:
        reason = f"does not say what the {name} is, with its language, file and number of sentences"
        raise FileError(path, reason, remedy=_AGAIN)
    try:
        return Side(languages.get(lang).code, file, int(count))
    except UnknownLanguageError as error:
        raise FileError(path, f"the {name}: {error}", remedy=_AGAIN) from error


def _heading(path: Path, rows: Sequence[tuple[int, Cells]]) -> int:
    """Return which of the rows holds the headings: it must be the first."""
    found = (place for place, (_, cells) in enumerate(rows[:_ENOUGH_LEFT]) if INDICES[0] in map(str.strip, cells))
    place = next(found, -1)
    if place < 0:
        raise FileError(path, f"no row of headings, with {DECISION!r}, {INDICES[0]!r} and others", remedy=_AGAIN)
    if place:
        raise FileError(path, "stands above the row of headings", remedy="take it out", line=rows[0][0])
    return place


def _check_heads(path: Path, number: int, heads: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in heads]
    twice = sorted({name for name in heads if name and heads.count(name) > 1})
    if missing:
        raise FileError(path, f"no column {', '.join(missing)}", remedy=_AGAIN, line=number)
    if twice:
        raise FileError(path, f"several columns {', '.join(twice)}", remedy="keep one of them", line=number)
