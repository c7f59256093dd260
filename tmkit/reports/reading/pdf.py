"""A PDF becomes lines, one a paragraph: lines joined, hyphens at their ends settled, page furniture left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from tmkit.errors import FileError, MissingExtraError
from tmkit.lang import LANGUAGES
from tmkit.lang.spelling import plausible
from tmkit.reports.base import Line, Page
from tmkit.reports.reading.mending import mend

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# PDFium writes U+FFFE for a hyphen at the end of a line, and the next line directly after it.
_END = re.compile("\r\n|\n|\r|(?<=[\ufffe\x02])")
_HYPHENS = ("\ufffe", "\x02")
_CLOSED = re.compile(r"[.!?…:;][\"'”»’)\]\s]*$")
_OPENS_LOW = re.compile(r"[a-zà-ÿœăđơư\u1ea0-\u1ef9,;)]")
_NUMBER = re.compile(r"\d+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ONLY_PAGE = re.compile(r"\W*1(?:\s*/\s*1)?\W*")


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line: its place in the document, its text, and its box in points from the page's lower left."""

    number: int
    page: int
    text: str
    left: float
    bottom: float
    right: float
    height: float


def read_pdf(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    """Return the paragraphs of a PDF; `number` counts its printed lines from the first page on.

    Raises `FileError` for a damaged or locked file and for a scan without text.
    """
    rows = _rows(data, name)
    if not any(row.text.strip() for row in rows):
        raise FileError(name, "a PDF without text, a scan perhaps", remedy="recognise its text (OCR) first")
    furniture = _furniture(rows)
    kept = [row for row in rows if row.number not in furniture]
    lines, notes = mend(list(_paragraphs(kept)))
    if furniture:
        notes = (*notes, f"running heads and page numbers left out, {len(furniture)} lines")
    return Page(path=name, lines=tuple(line for line in lines if line.text), encoding="pdf", notes=notes)


def _rows(data: bytes, name: str) -> list[_Row]:
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("reading PDF files", "documents") from None
    rows: list[_Row] = []
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for index in range(len(document)):
                rows += _page_rows(document[index].get_textpage(), index, len(rows))
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, str(error)) from error
    return rows


def _unreadable(name: str, why: str) -> FileError:
    if "password" in why.lower():
        return FileError(name, "a PDF with a password", remedy="save it without one")
    return FileError(name, "not a sound PDF: damaged or another format", remedy="open it and save it again")


def _page_rows(page: PdfTextPage, index: int, before: int) -> Iterator[_Row]:
    text, start, number = page.get_text_range(), 0, before
    for part in _END.split(text):
        stripped = part.strip()
        if stripped:
            number += 1
            first = start + _units(part[: len(part) - len(part.lstrip())])
            yield _row(page, stripped, first, number, index)
        start += _units(part) + (0 if part.endswith(_HYPHENS) else 2)


def _units(text: str) -> int:
    """Return how many of PDFium's characters, UTF-16 units, a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _row(page: PdfTextPage, text: str, first: int, number: int, index: int) -> _Row:
    most = page.count_chars() - 1
    last = min(first + _units(text) - 1, most)
    left, bottom, _, top = page.get_charbox(min(first, most), loose=True)
    right = page.get_charbox(last, loose=True)[2]
    return _Row(number, index, text, left, bottom, right, top - bottom)


def _furniture(rows: list[_Row]) -> frozenset[int]:
    """Return the numbers of the rows that are running heads or page numbers.

    They stand in the first or last two lines of pages and say the same on most of them, or the same
    but for a number that rises with the pages.
    """
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = [row for page in pages.values() for row in {r.number: r for r in page[:2] + page[-2:]}.values()]
    if len(pages) == 1:
        return frozenset(row.number for row in edges[-1:] if _ONLY_PAGE.fullmatch(row.text) and len(rows) > 1)
    counts = Counter(key for key, _ in {(_key(row), row.page) for row in edges})
    least = max(2, 0.4 * len(pages))
    return frozenset(row.number for row in edges if counts[_key(row)] >= least)


def _key(row: _Row) -> tuple[str, int]:
    """Return what two furniture rows share: their words, and how their number runs ahead of the page's."""
    numbers = _NUMBER.findall(row.text)
    words = _NUMBER.sub("#", row.text.casefold())
    if len(numbers) > 2 or not numbers:
        return row.text.casefold(), 0
    return words, int(numbers[0][:9]) - row.page


def _paragraphs(rows: list[_Row]) -> Iterator[Line]:
    words = Counter(word for row in rows for word in re.findall(r"[\w-]+", row.text.lower()))
    leading = _leading(rows)
    edge = max((row.right for row in rows), default=0.0)
    open_rows: list[_Row] = []
    for row in rows:
        if open_rows and _breaks(open_rows[-1], row, leading, edge):
            yield Line(open_rows[0].number, _joined(open_rows, words))
            open_rows = []
        open_rows.append(row)
    if open_rows:
        yield Line(open_rows[0].number, _joined(open_rows, words))


def _leading(rows: list[_Row]) -> float:
    """Return the usual distance of two lines in points."""
    steps = [a.bottom - b.bottom for a, b in pairwise(rows) if a.page == b.page]
    return median([step for step in steps if step > 0] or [0.0])


def _breaks(above: _Row, below: _Row, leading: float, edge: float) -> bool:
    """Return whether a paragraph ends between two rows."""
    if above.text.endswith(_HYPHENS):
        return False
    runs_on = bool(_OPENS_LOW.match(below.text)) and not _CLOSED.search(above.text)
    step = above.bottom - below.bottom
    if above.page != below.page or step <= 0:
        return not runs_on
    if step > 1.35 * max(leading, above.height) or not 0.85 < below.height / max(above.height, 0.1) < 1.18:
        return True
    indented = below.left > above.left + 0.8 * above.height
    short = above.right < edge - 0.15 * (edge - above.left)
    return not runs_on and (short or (indented and bool(_CLOSED.search(above.text))))


def _joined(rows: list[_Row], words: Counter[str]) -> str:
    text = ""
    for row in rows:
        if text.endswith(_HYPHENS):
            text = text[:-1] + _hyphen(text[:-1], row.text, words) + row.text
        else:
            text = f"{text} {row.text}" if text else row.text
    return text[:-1] + "-" if text.endswith(_HYPHENS) else text


def _hyphen(before: str, after: str, words: Counter[str]) -> str:
    """Return what becomes of a hyphen at the end of a line: nothing where it only divides a word."""
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not left or not right or not right[0].islower():
        return "-"
    pair = (left[0].lower(), right[0])
    whole, split = words["".join(pair)], words["-".join(pair)]
    if whole or split:
        return "" if whole >= split else "-"
    return "" if _may_join(*pair) else "-"


def _may_join(left: str, right: str) -> bool:
    if any(right in language.spelling.after_hyphen for language in LANGUAGES):
        return False
    return any(plausible(left + right, language) for language in LANGUAGES)
