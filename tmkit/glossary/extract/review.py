"""Candidates as a table for a reviewer, in a workbook or as tab-separated text: one row a candidate."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from tmkit.glossary.extract.base import Candidate, Found

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

DECISION, DOMAIN, NOTE = "decision", "domain", "note"
OK, NO = "ok", "no"
CANDIDATES, HELP = "candidates", "help"
"""The sheets of a workbook."""
_PLAIN = ("also", "known", "source_count", "target_count", "together", "score")
_LAST = ("examples", DOMAIN, NOTE)
_NUMBERS = frozenset(("source_count", "target_count", "together", "score"))
_WIDTHS = {DECISION: 26, "also": 26, "known": 16, "examples": 80, DOMAIN: 16, NOTE: 30}
_TERM, _NUMBER = 30, 9
_FORMULAS = ("=", "+", "-", "@")
_MOST = 32767
"""Characters that a cell can hold."""
_HELP = (
    ("Write in the column decision, and leave empty what you have not decided:", ""),
    (OK, "Becomes a draft concept. You may correct the terms in their own columns first."),
    (NO, "Is no term, or no translation."),
    (
        "người cao tuổi = personne âgée",
        "The pair it should be, the source first; where one language was looked at, the term.",
    ),
    ("", ""),
    ("Several terms in a cell, parted by |, are synonyms: the first is the one to use.", ""),
    ("domain: one of the glossary's, or empty. note: advice on the use, or empty.", ""),
    ("You may sort and filter the rows, and take rows out. Keep the first row.", ""),
    ("Then save the workbook as .xlsx and run: tmkit term extract --decisions FILE --glossary DIR", ""),
    ("", ""),
    ("grey", "the glossary has both terms already"),
)


def heads(found: Found) -> list[str]:
    """Return the headings of the columns; those of the terms are their languages."""
    langs = [found.source_lang, *([found.target_lang] if found.target_lang else [])]
    return [DECISION, *langs, *_PLAIN, *_LAST]


def _row(one: Candidate, *, bilingual: bool) -> list[str]:
    terms = [one.source, *([one.target] if bilingual else [])]
    counts = [str(one.source_count), *(map(str, (one.target_count, one.together)) if bilingual else ("", ""))]
    return ["", *terms, " | ".join(one.also), known_as(one), *counts, f"{one.score:g}", _examples(one), "", ""]


def known_as(one: Candidate) -> str:
    """Return what a table says of a candidate that the glossary has: `sp-0012 (approved)`."""
    if one.known is None:
        return ""
    return f"{one.known.concept} ({one.known.status})" + ("" if one.known.complete else ", other target")


def _examples(one: Candidate) -> str:
    return "\n\n".join("\n".join(filter(None, (f"[{e.id}] {e.source}", e.target))) for e in one.examples)


def _in_one_line(text: str) -> str:
    """Return a cell whose row is one line, so that its number is the same in an editor and in a spreadsheet."""
    return " | ".join(" → ".join(part.splitlines()) for part in text.split("\n\n"))


def write_tsv(found: Found, stream: BinaryIO) -> None:
    """Write every candidate as tab-separated text, under a row of headings."""
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    table = csv.writer(text, delimiter="\t", lineterminator="\n")
    table.writerow(heads(found))
    table.writerows(map(_in_one_line, _row(one, bilingual=bool(found.target_lang))) for one in found.candidates)
    text.detach()


def write_xlsx(found: Found, stream: BinaryIO) -> None:
    """Write every candidate to a workbook, whose second sheet explains the words of the first column."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = CANDIDATES
    names = heads(found)
    _put_row(sheet, 1, names, names, bold=True)
    for number, one in enumerate(found.candidates, 2):
        _put_row(sheet, number, names, _row(one, bilingual=bool(found.target_lang)), grey=_is_done(one))
    _set_up(sheet, names)
    other = book.create_sheet(HELP)
    for number, row in enumerate(_HELP, 1):
        _put_row(other, number, ("", ""), row)
    other.column_dimensions["A"].width, other.column_dimensions["B"].width = 34, 100
    book.save(stream)


def _is_done(one: Candidate) -> bool:
    return one.known is not None and one.known.complete


def _put_row(
    sheet: Worksheet,
    number: int,
    names: Sequence[str],
    values: Sequence[str],
    *,
    bold: bool = False,
    grey: bool = False,
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for column, (name, value) in enumerate(zip(names, values, strict=True), 1):
        cell = sheet.cell(number, column)
        if name in _NUMBERS and value and not bold:
            cell.value = float(value) if "." in value else int(value)
        else:
            _put_text(cell, value)
        cell.alignment = Alignment(wrap_text=bool(name), vertical="top")
        cell.font = Font(bold=bold)
        if grey:
            cell.fill = PatternFill("solid", fgColor="EDEDED")


def _put_text(cell: Cell, text: str) -> None:
    """Set a cell to a text that no spreadsheet takes for a formula, a number or an error."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.number_format = "@"
    if text:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:_MOST]
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULAS)


def _set_up(sheet: Worksheet, names: Sequence[str]) -> None:
    """Make the table easy to read, sort and fill in."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    # The decision and the terms stay in sight.
    sheet.freeze_panes = sheet.cell(2, names.index("also") + 1)
    sheet.auto_filter.ref = sheet.dimensions
    for column, name in enumerate(names, 1):
        width = _NUMBER if name in _NUMBERS else _WIDTHS.get(name, _TERM)
        sheet.column_dimensions[get_column_letter(column)].width = width
    words = DataValidation(type="list", formula1=f'"{OK},{NO}"', allow_blank=True)
    words.showErrorMessage = False  # a corrected pair is welcome too
    words.add(f"A2:A{max(sheet.max_row, 2)}")
    sheet.add_data_validation(words)
