"""What one web copy of a news report is, from raw lines to clean paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as its reader gave it; `number` is 1-based and counts the file's own lines."""

    number: int
    text: str
    kind: str = ""
    """What the page's markup says it is: `heading`, `caption`, `item`, `link` (nothing but a link)."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that is no part of the article, and why."""

    line: Line
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A mend in a kept line: the words as they stood, as they are now, and what showed the fault."""

    line: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article: its text, the line it starts in, and its language."""

    text: str
    line: int
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader makes of a file: its lines, in order, and what was changed to read them."""

    path: str
    lines: tuple[Line, ...]
    encoding: str
    """Python codec name, or `viscii`, `tcvn3`, `vni`; the container's name for documents."""
    notes: tuple[str, ...] = ()
    """What was changed while reading, in words: mojibake mended, characters composed."""
    title: str | None = None
    """The title that the page's metadata gives; a site's name may follow it."""
    date: date | None = None
    """The day of publication that the page's metadata gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A clean report. Every line of the page is title, date, paragraph or `dropped`."""

    path: str
    lang: str
    title: str | None
    date: date | None
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    title_line: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report; `paragraph` is 0-based, `line` the 1-based line of the file."""

    text: str
    paragraph: int
    line: int
