"""Reviews in the making: every bead of an alignment in a row, in a workbook or a table of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from tmkit.align import Alignment, Bead
from tmkit.align.decisions import sentence_hash
from tmkit.align.decisions.files import printable
from tmkit.build.reviewing.base import (
    BEADS,
    DECISION,
    HASHES,
    HELP,
    INDICES,
    REPORTS,
    TITLE,
    WORDS,
    Names,
    in_reading_order,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (14, 60, 60, 8, 8, 40, 10, 10, 16, 16)
_SCORE, _ASIDE = 3, 6
"""The column of the score, and the first of those for tmkit, not for the reader."""
_UNSURE, _ALONE = "FFF2CC", "EDEDED"
_FORMULAS = ("=", "+", "-", "@")
_MOST = 32767
"""Characters that a cell can hold."""
_HELP = (
    ("Write in the column decision, and leave empty what you have not decided:", ""),
    ("ok", "The row is right. Where one side is empty: the sentence has no counterpart."),
    ("no", "The row is wrong, as it stands."),
    ("merge", "The row belongs to the one before it in the text: both together are one."),
    ("split", "Two or more sentences on either side, as many on both: each is the other's translation, in order."),
    (
        "[3]:[4] [5]:[]",
        "The beads it should be, by the numbers in source_indices and target_indices; any other change.",
    ),
    ("", ""),
    ("Where you give a sentence to another bead, the row that had it changes by itself.", ""),
    ("You may sort and filter the rows. Leave the columns from source_indices on as they are.", ""),
    ("Texts are taken from the reports: what you change in them here is not kept.", ""),
    ("Then save the workbook as .xlsx and run: tmkit decide FILE", ""),
    ("", ""),
    ("yellow", "less sure than the threshold: stays out of the memory unless you decide ok"),
    ("grey", "a sentence without a counterpart"),
)


def _heads(alignment: Alignment) -> list[str]:
    langs = alignment.source_lang, alignment.target_lang
    return [DECISION, *langs, "score", "kind", "evidence", *INDICES, *HASHES]


def _reports(alignment: Alignment, names: Names) -> list[list[str]]:
    """Return the rows that say which reports the review is about, and how many sentences they have."""
    return [
        ["source", alignment.source_lang, printable(names[0]), str(len(alignment.source))],
        ["target", alignment.target_lang, printable(names[1]), str(len(alignment.target))],
    ]


def _rows(alignment: Alignment) -> Iterator[tuple[Bead, list[str]]]:
    for bead in in_reading_order(alignment.beads):
        sides = (bead.source, alignment.source), (bead.target, alignment.target)
        indices = [" ".join(map(str, places)) for places, _ in sides]
        hashes = [" ".join(sentence_hash(texts[n]) for n in places) for places, texts in sides]
        told = [f"{bead.score:.2f}", bead.kind, "; ".join(bead.evidence)]
        yield bead, ["", *alignment.texts(bead), *told, *indices, *hashes]


def write_review_tsv(alignment: Alignment, names: Names, threshold: float, stream: BinaryIO) -> None:
    """Write every bead in reading order as tab-separated text; the first lines name the reports."""
    text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="")
    table = csv.writer(text, delimiter="\t", lineterminator="\n")
    table.writerow([f"# {TITLE}"])
    table.writerows([f"# {name}", *rest] for name, *rest in _reports(alignment, names))
    table.writerow(_heads(alignment))
    table.writerows(row for _, row in _rows(alignment))
    text.detach()


def write_review_xlsx(alignment: Alignment, names: Names, threshold: float, stream: BinaryIO) -> None:
    """Write every bead in reading order to a workbook.

    Beads under the threshold and sentences without a counterpart are coloured. A second sheet explains
    the words of the first column, a third names the reports.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = BEADS
    _put_row(sheet, 1, _heads(alignment), bold=True)
    for number, (bead, row) in enumerate(_rows(alignment), 2):
        cells = _put_row(sheet, number, row)
        cells[_SCORE].value, cells[_SCORE].number_format = round(bead.score, 2), "0.00"
        _colour(cells[:_ASIDE], bead, threshold)
    _set_up(sheet)
    _put_sheet(book, HELP, _HELP, (30, 100))
    _put_sheet(book, REPORTS, [[TITLE], *_reports(alignment, names)], (16, 10, 80, 10))
    book.save(stream)


def _put_sheet(book: Workbook, title: str, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    sheet = book.create_sheet(title)
    for number, row in enumerate(rows, 1):
        # A lone sentence of the help runs on over the cells to its right.
        _put_row(sheet, number, row, wrap=len(row) == 2 and bool(row[1]))
    _set_widths(sheet, widths)


def _put_row(
    sheet: Worksheet, number: int, values: Sequence[str], *, bold: bool = False, wrap: bool = True
) -> list[Cell]:
    from openpyxl.styles import Alignment as Placing
    from openpyxl.styles import Font

    cells = [sheet.cell(number, column) for column in range(1, len(values) + 1)]
    for place, (cell, value) in enumerate(zip(cells, values, strict=True)):
        _put_text(cell, value)
        cell.alignment = Placing(wrap_text=wrap and place < _ASIDE, vertical="top")
        cell.font = Font(bold=bold, color="808080" if place >= _ASIDE else None)
    return cells


def _put_text(cell: Cell, text: str) -> None:
    """Set a cell to a text that no spreadsheet takes for a formula, a number or an error."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.number_format = "@"
    if text:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:_MOST]
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULAS)


def _colour(cells: Sequence[Cell], bead: Bead, threshold: float) -> None:
    from openpyxl.styles import PatternFill

    alone = not bead.source or not bead.target
    if alone or bead.score < threshold:
        for cell in cells:
            cell.fill = PatternFill("solid", fgColor=_ALONE if alone else _UNSURE)


def _set_up(sheet: Worksheet) -> None:
    """Make the table easy to read, sort and fill in."""
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _set_widths(sheet, _WIDTHS)
    words = DataValidation(type="list", formula1=f'"{",".join(WORDS)}"', allow_blank=True)
    words.showErrorMessage = False  # beads written out are welcome too
    words.add(f"A2:A{max(sheet.max_row, 2)}")
    sheet.add_data_validation(words)


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in zip("ABCDEFGHIJ", widths, strict=False):
        sheet.column_dimensions[column].width = width
