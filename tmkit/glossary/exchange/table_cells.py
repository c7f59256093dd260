"""Tables as rows of cells: what delimited text holds, and how it is written so that spreadsheets do no harm."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from tmkit.errors import FileError
from tmkit.glossary.exchange.tidy import Remarks, unseen
from tmkit.lang.text import nfc
from tmkit.reports.encoding import decode

Cells = tuple[str, ...]
MOST_BYTES = 64 * 2**20
_DELIMITERS = "\t;,|"
_SAMPLE, _SAMPLE_SIZE = 50, 10**6
_LONGEST = 100_000
"""Characters of a cell; what is longer is a text between two stray quotation marks, or no glossary."""
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# What makes a spreadsheet take a cell for a formula, after OWASP; an apostrophe before it says that it is text.
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, with its 1-based number in the file."""

    line: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table; `sheet` is its name where a file holds several."""

    rows: tuple[Row, ...]
    sheet: str = ""
    ragged: bool = False
    """Whether a row longer than the headings has a delimiter too many: so in text, not in workbooks."""


def sniff(text: str) -> str:
    r"""Return the delimiter with which most rows have the same number of cells.

    >>> sniff("vi;fr\nBộ Nội vụ;ministère\n")
    ';'
    """
    lines = [line[:10_000] for line in text[:_SAMPLE_SIZE].splitlines() if line.strip()][:_SAMPLE]
    return max(_DELIMITERS, key=lambda delimiter: _regularity(lines, delimiter))


def _regularity(lines: Sequence[str], delimiter: str) -> float:
    with _long_cells():
        counts = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if any(cells))
    width, count = max(counts.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    return count / counts.total() if width > 1 else 0.0


def read_grid(
    data: bytes, name: str, remarks: Remarks, *, delimiter_of: Callable[[str], str] = sniff, harmless: bool = True
) -> Grid:
    """Return the rows of delimited text; raises `FileError` where it is none.

    `harmless` says whether apostrophes before formulas are there for spreadsheets, as `write_grid` sets them.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FileError(name, "a workbook or an archive, not text", remedy="give --format xlsx")
    text = read_text(data, name, remarks)
    told = _TOLD.match(text)
    delimiter = told[1] if told else delimiter_of(text)
    rows = _rows(text[told.end() :] if told else text, delimiter, remarks)
    first = 2 if told else 1
    found = tuple(Row(line + first - 1, cells) for line, cells in rows if any(map(str.strip, cells)))
    _check_lengths(found, name)
    if harmless:
        found = tuple(Row(row.line, tuple(map(plain, row.cells))) for row in found)
    if not found:
        raise FileError(name, "holds no table", remedy="give a file with a row of headings and rows of terms")
    return Grid(found, ragged=True)


def read_text(data: bytes, name: str, remarks: Remarks) -> str:
    """Return the text of a file in composed letters, its departures from plain UTF-8 among the remarks."""
    if len(data) > MOST_BYTES:
        raise FileError(name, f"larger than {MOST_BYTES // 2**20} MB", remedy="split it")
    decoded = decode(data, name=name)
    if not decoded.encoding.startswith("utf-8"):
        remarks.add(f"read as {decoded.encoding}")
    for note in decoded.notes:
        remarks.add(note)
    return composed(decoded.text.removeprefix("\ufeff"), remarks)


def composed(text: str, remarks: Remarks) -> str:
    """Return the text in composed letters; once for a file a remark says that they weren't, or what nobody sees."""
    for what in unseen(text):
        remarks.add(what)
    result = nfc(text)
    if result != text:
        remarks.add("letters and their accents were apart and have been composed")
    return result


def _rows(text: str, delimiter: str, remarks: Remarks) -> list[tuple[int, Cells]]:
    rows: list[tuple[int, Cells]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        with _long_cells():
            for cells in reader:
                rows.append((line, tuple(cells)))
                line = reader.line_num + 1
    except csv.Error:
        remarks.add("quotation marks don't pair up: from here on they are read as part of the text", line)
        lines = re.split("\r\n|\r|\n", text)[line - 1 :]
        rows += ((line + n, tuple(found.split(delimiter))) for n, found in enumerate(lines))
    return rows


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the csv module read cells of any length: past its limit it fails as it does over broken quotation marks."""
    before = csv.field_size_limit(MOST_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _check_lengths(rows: Iterable[Row], name: str) -> None:
    for row in rows:
        longest = max(map(len, row.cells))
        if longest > _LONGEST:
            remedy = f"shorten it to {_LONGEST:,}, and look for a quotation mark without its partner"
            raise FileError(name, f"a cell of {longest:,} characters", remedy=remedy, line=row.line)


def plain(text: str) -> str:
    """Return a cell without the apostrophe that `guarded` set before it.

    >>> plain("'=1+1"), plain("'t Hart")
    ('=1+1', "'t Hart")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; `plain` undoes it.

    >>> guarded("-phobie"), guarded("retraite")
    ("'-phobie", 'retraite')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def write_grid(
    rows: Iterable[Sequence[str]], stream: BinaryIO, *, delimiter: str, harmless: bool = True, mark: bool = True
) -> None:
    """Write rows as delimited text in UTF-8; `harmless` where people open it in a spreadsheet.

    The byte order mark tells Excel and memoQ the encoding: without it Vietnamese opens as gibberish.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] if harmless else row for row in rows)
    stream.write(buffer.getvalue().encode("utf-8-sig" if mark else "utf-8"))


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
