"""The page copies under tests/data/pages/clean, with what they must become."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tmkit.reports.base import Line, Page, Report
from tmkit.reports.body import clean, explain

FOLDER = Path(__file__).resolve().parent.parent / "data" / "pages" / "clean"

Row = tuple[str, str]
"""A mark (T headline, B body, D date, - dropped, ? either) and a line's text."""


@dataclass(frozen=True)
class Gold:
    """A page copy as rows, its language and day."""

    name: str
    lang: str
    day: date | None
    rows: tuple[Row, ...]

    @property
    def page(self) -> Page:
        return page_of(text for _, text in self.rows)

    def lines(self, mark: str) -> list[int]:
        return [number for number, row in enumerate(self.rows, 1) if row[0] == mark]

    def changed(self, change: Callable[[tuple[Row, ...]], Iterable[Row]]) -> Gold:
        return Gold(self.name, self.lang, self.day, tuple(change(self.rows)))


def page_of(lines: Iterable[str], **more: str) -> Page:
    made = tuple(Line(number, text) for number, text in enumerate(lines, 1))
    return Page(path="page.txt", lines=made, encoding="utf-8", title=more.get("title"))


def read(path: Path) -> Gold:
    first, *rest = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    facts = dict(part.strip().split(": ") for part in first.split("|"))
    day = None if facts["date"] == "none" else date.fromisoformat(facts["date"])
    return Gold(path.stem, facts["lang"], day, tuple((row[:1] or " ", row[2:]) for row in rest))


def all_pages() -> list[Gold]:
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def kept(page: Page, report: Report) -> list[int]:
    """Give the numbers of the lines that the body is made of."""
    return [line.number for line, stays, why in explain(page, report) if stays and why == "body"]


def body_of(text: str, lang: str | None = None) -> list[str]:
    return [paragraph.text for paragraph in clean(page_of(text.split("\n")), lang=lang).paragraphs]
