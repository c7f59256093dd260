"""A reviewed table, workbook or text, as rows of cells with the headings above them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tmkit.lang as languages
from tmkit.errors import FileError, UnknownLanguageError
from tmkit.glossary.extract.review import CANDIDATES, DECISION

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"
_MOST_BYTES = 512 * 2**20
_AGAIN = "write the table again with `tmkit term extract -o`, and copy your decisions into it"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, from 1, in the file, and its cells by heading, without blanks around them."""

    number: int
    cells: dict[str, str]
    formulas: frozenset[str] = frozenset()
    """The headings of cells that hold a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """A reviewed table; `langs` are the headings of the columns of terms, the source first."""

    path: Path
    langs: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Return the rows of a workbook or a text file; raises `FileError` where it is no review of candidates."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="check the path") from error
    if data.startswith(_OLE):
        raise FileError(path, "an old .xls workbook, or one with a password", remedy="save it as .xlsx without one")
    rows = _workbook_rows(path, data) if data.startswith(_ZIP) else _text_rows(path, data)
    return _table(path, [row for row in rows if any(cell.text for cell in row[1])])


def has_decisions(path: Path) -> bool:
    """Return whether a file is a review of candidates in which something is decided already."""
    try:
        table = read_table(path)
    except FileError:
        return False
    return any(row.cells.get(DECISION) for row in table.rows)


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    is_formula: bool = False


def _text_rows(path: Path, data: bytes) -> list[tuple[int, list[_Cell]]]:
    # Spreadsheets save "Unicode text" as UTF-16.
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(path, "no text in UTF-8, and no .xlsx", remedy="save it as .xlsx or as UTF-8 text") from error
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max("\t;,", key=first.count))
    rows, number = [], 1
    try:
        for cells in reader:
            rows.append((number, [_Cell(cell.strip()) for cell in cells]))
            number = reader.line_num + 1
    except csv.Error as error:
        raise FileError(path, f"no table ({error})", remedy=_AGAIN, line=number) from error
    return rows


def _workbook_rows(path: Path, data: bytes) -> list[tuple[int, list[_Cell]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _MOST_BYTES:
            raise FileError(path, "a workbook that unpacks to more than 512 MB", remedy=_AGAIN)
        book = load_workbook(io.BytesIO(data))
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
    sheet = book[CANDIDATES] if CANDIDATES in book.sheetnames else book.worksheets[0]
    for merged in sheet.merged_cells.ranges:
        remedy = "unmerge them: a row is a candidate"
        raise FileError(path, f"the cells {merged.coord} are merged", remedy=remedy, line=merged.min_row)
    return list(_cells(sheet))


def _cells(sheet: Worksheet) -> Iterator[tuple[int, list[_Cell]]]:
    for number, row in enumerate(sheet.iter_rows(), 1):
        yield number, [_Cell("" if c.value is None else str(c.value).strip(), c.data_type == "f") for c in row]


def _table(path: Path, rows: Sequence[tuple[int, list[_Cell]]]) -> Table:
    if not rows:
        raise FileError(path, "empty", remedy=_AGAIN)
    number, first = rows[0]
    names = [cell.text for cell in first]
    if DECISION not in names:
        raise FileError(path, f"no column {DECISION!r} in the first row", remedy=_AGAIN, line=number)
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise FileError(path, f"several columns {', '.join(twice)}", remedy="keep one of them", line=number)
    langs = tuple(name for name in names if _is_language(name))
    if not 0 < len(langs) < 3:
        remedy = "one or two are headed by a language: vi, fr, en"
        raise FileError(path, f"{len(langs)} columns of terms", remedy=remedy, line=number)
    return Table(path, langs, tuple(_row(number, names, cells) for number, cells in rows[1:]))


def _row(number: int, names: Sequence[str], cells: Sequence[_Cell]) -> Row:
    held = dict(zip(names, cells, strict=False))
    texts = {name: held[name].text if name in held else "" for name in names}
    return Row(number, texts, frozenset(name for name, cell in held.items() if cell.is_formula))


def _is_language(name: str) -> bool:
    try:
        return len(name) < 4 and languages.find(name).code == name
    except UnknownLanguageError:
        return False
