"""Workbooks as rows of cells, and back; what a cell holds beside text is named, never guessed at."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

from tmkit.errors import FileError
from tmkit.glossary.exchange.table_cells import Grid, Row, composed, letters
from tmkit.glossary.exchange.tidy import Remarks

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 128 * 2**20
_MOST_ROWS, _MOST_COLUMNS = 200_000, 200
_LAST_ROW = 2**20
_MOST_MERGES, _MOST_FILLED = 20_000, 10**6
_LONGEST = 32_767
"""Characters that Excel allows in a cell."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
# What openpyxl and zipfile raise over a damaged part depends on the part.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, LookupError, ValueError),
    *(TypeError, AttributeError, SyntaxError, RuntimeError, AssertionError),
)
_REMEDY = "open it in a spreadsheet and save it as .xlsx"


def read_sheets(data: bytes, name: str, remarks: Remarks) -> list[Grid]:
    """Return the sheets that can be seen and hold anything; raises `FileError` for what is no sound workbook."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileError(name, "an old .xls workbook, or one with a password", remedy="save it as .xlsx without one")
    if not data.startswith(b"PK"):
        raise FileError(name, "no .xlsx workbook", remedy="give a workbook, or --format csv")
    try:
        return _read_sheets(data, name, remarks)
    except _DAMAGED as error:
        raise FileError(name, "no sound .xlsx: damaged or another format", remedy=_REMEDY) from error


def _read_sheets(data: bytes, name: str, remarks: Remarks) -> list[Grid]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check(archive, name)
        formulas = load_workbook(io.BytesIO(data), read_only=True)
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        grids = []
        for sheet, valued in zip(formulas.worksheets, values.worksheets, strict=True):
            if sheet.sheet_state == "visible":
                # No public attribute tells which part of the archive a sheet is.
                merged = _merged(archive.read(sheet._worksheet_path.lstrip("/")), name)
                grids.append(_grid(sheet, valued, merged, name, remarks))
            else:
                remarks.add(f"the hidden sheet {sheet.title!r} is left out")
    return [grid for grid in grids if grid.rows]


def _check(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what unpacks to too much, and document types: no workbook has one, entity bombs need one."""
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
        raise FileError(name, f"a workbook that unpacks to more than {_MOST_BYTES // 2**20} MB", remedy="split it")
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                head = part.read(1 << 16)
            if any(mark in head for mark in _DOCTYPE):
                raise FileError(name, f"{entry.filename} declares a document type", remedy=_REMEDY)


def _merged(xml: bytes, name: str) -> list[tuple[int, int, int, int]]:
    """Return the merged cells of a sheet as first column, first row, last column, last row, from 0 and 1."""
    found = _MERGED.findall(xml)
    if len(found) > _MOST_MERGES:
        raise FileError(name, "merges more cells than a glossary has", remedy="unmerge the cells")
    return [(_column(a), int(first), _column(b), int(last)) for a, first, b, last in found]


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number - 1


def _grid(
    sheet: Worksheet, valued: Worksheet, merged: Sequence[tuple[int, int, int, int]], name: str, remarks: Remarks
) -> Grid:
    """Return the rows of a sheet; reading it as formulas and as values, in step, shows which is which."""
    rows: dict[int, list[str]] = {}
    for part in (sheet, valued):
        part.reset_dimensions()  # they are what some program wrote into the file, and often wrong
    for line, (cells, results) in enumerate(zip(sheet.iter_rows(), valued.iter_rows(), strict=True), 1):
        if len(rows) > _MOST_ROWS or line > _LAST_ROW:
            raise FileError(name, f"more than {_MOST_ROWS:,} rows", remedy="split it", line=line)
        texts = _texts(cells, results, line, remarks)
        if any(texts):
            rows[line] = texts
    _fill(rows, merged, name, remarks)
    return Grid(tuple(Row(line, tuple(texts)) for line, texts in rows.items()), sheet.title)


def _texts(cells: Sequence[Cell], results: Sequence[Cell], line: int, remarks: Remarks) -> list[str]:
    if any(cell.value is not None for cell in cells[_MOST_COLUMNS:]):
        remarks.add(f"the columns from {letters(_MOST_COLUMNS)} on are left out", line)
    pairs = zip(cells[:_MOST_COLUMNS], results, strict=False)
    return [_text(pair, line, column, remarks) for column, pair in enumerate(pairs)]


def _text(pair: tuple[Cell, Cell], line: int, column: int, remarks: Remarks) -> str:
    cell, result = pair
    value = result.value
    if value is None and cell.value is None:
        return ""
    where = f"{letters(column)}{line}"
    if cell.data_type == "f":
        last = "left out, since no value is stored with it" if value is None else f"read as {value!s:.40}"
        remarks.add(f"{where} holds a formula: {last}", line)
    if result.data_type == "e":
        remarks.add(f"{where} holds the error {value}: left out", line)
        return ""
    text, odd = _as_text(value)
    if odd and cell.data_type != "f":
        remarks.add(f"{where} holds {odd}: read as {text}", line)
    return composed(text, remarks).strip()


def _as_text(value: object) -> tuple[str, str]:
    """Return a cell's value as text, and what it is where its text may differ from what the sheet shows."""
    match value:
        case None:
            return "", ""
        case bool():
            return str(value).upper(), "a truth value"
        case float() if value.is_integer():
            return str(int(value)), ""
        case float():
            return str(value), "a number"
        case datetime():
            return value.date().isoformat(), "a date"
        case date():
            return value.isoformat(), "a date"
        case _:
            return str(value), ""


def _fill(rows: dict[int, list[str]], merged: Sequence[tuple[int, int, int, int]], name: str, remarks: Remarks) -> None:
    """Give the cells of a merge the text of its first cell, down its column but not across columns.

    A text across columns would be one language's term in the place of another's.
    """
    last_line = max(rows, default=0)
    if sum(max(min(last, last_line) - first, 0) for _, first, _, last in merged) > _MOST_FILLED:
        raise FileError(name, "merges more cells than a glossary has", remedy="unmerge the cells")
    for left, first, right, last in merged:
        text = rows[first][left] if first in rows and left < len(rows[first]) else ""
        if text and right > left:
            remarks.add(f"{letters(left)}{first} is merged across columns: read as the first column's", first)
        for line in range(first + 1, min(last, last_line) + 1):
            if text and line in rows:
                cells = rows[line]
                cells.extend([""] * (left + 1 - len(cells)))
                cells[left] = text
                remarks.add(f"{letters(left)}{line} is merged with {letters(left)}{first}: read as {text:.40}", line)


def write_sheet(
    title: str, rows: Iterable[Sequence[str]], stream: BinaryIO, *, widths: Sequence[int], lists: Mapping[int, str]
) -> None:
    """Write rows, the first of them headings, as a workbook whose bytes depend on nothing else.

    `lists` gives what a column, from 0, may hold, parted by commas. Raises `FileError` for a text that
    no cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31] or "glossary"
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                _put(sheet.cell(line, column), text)
    _set_up(sheet, widths, lists)
    buffer = io.BytesIO()
    book.save(buffer)
    stream.write(_timeless(buffer))


def _put(cell: Cell, text: str) -> None:
    """Set a cell to a text that no spreadsheet takes for a formula, a number or an error."""
    if len(text) > _LONGEST:
        remedy = "shorten it, or export to csv"
        raise FileError(cell.coordinate, f"a text longer than {_LONGEST:,} characters", remedy=remedy)
    cell.number_format = "@"
    cell.value = text
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def _set_up(sheet: Worksheet, widths: Sequence[int], lists: Mapping[int, str]) -> None:
    """Make the table easy to read, filter and fill in; cells still empty take what is typed for text."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, width in enumerate(widths):
        dimension = sheet.column_dimensions[letters(column)]
        dimension.width, dimension.number_format = width, "@"
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for column, words in lists.items():
        rule = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
        rule.add(f"{letters(column)}2:{letters(column)}{max(sheet.max_row, 2)}")
        sheet.add_data_validation(rule)


def _timeless(buffer: io.BytesIO) -> bytes:
    """Return a workbook without the times that openpyxl writes into it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in _parts(old):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 0
            new.writestr(entry, part)
    return packed.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        part = archive.read(entry)
        if entry.filename == "docProps/core.xml":
            part = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
        yield entry.filename, part
