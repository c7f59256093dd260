"""The day of publication of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tmkit.lang.text import fold
from tmkit.reports.base import Page
from tmkit.reports.cleaning.cues import cues
from tmkit.reports.cleaning.dates import Day, find_days, find_months, swap
from tmkit.reports.cleaning.lines import Seen, names_only

_LONGEST = 40
"""Words of a line that may give the day beside its furniture."""
_ALIEN = frozenset(("photo caption", "picture", "copyright and imprint", "comment", "weather"))
"""Furniture whose days are never the publication's."""
_CLOSING = frozenset(("author", "source", "counter", "sharing and tools", "metadata: date"))
"""Furniture that may stand between the text and a day below it."""
_LETTERS = re.compile(r"[^\W\d_]+")
_STOPPED = re.compile(r"\w{3}[.!?…][”\"»’')\]]*$")
_DATELINE = re.compile(r"[^–—()-]{0,30}(?:\([^()]{2,20}\)\s*)?[–—-]")
"""What follows the day in an agency's dateline."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication, how it was found out (empty: a line of the page gives it)."""

    date: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _View:
    """A page as the search for its day sees it."""

    lines: Sequence[Seen]
    near: int
    """The headline's index; the body's first where the page shows no headline."""
    body: Sequence[int]
    """Indices of the article's lines."""
    first: int
    """The index of the first paragraph."""
    last: int
    """The index of the last line of the text that is no heading."""


def find_date(page: Page, lines: Sequence[Seen], title: int | None, body: Sequence[int], lang: str) -> Dated:
    """Return the day of publication.

    From, in this order: a line marked as publication's, one near the headline, the page's metadata,
    the full date that opens the text, a day whose year the text implies. `body` holds the indices of its lines.
    """
    first = next((i for i in body if lines[i].shape == "prose"), body[0] if body else len(lines))
    last = next((i for i in reversed(body) if lines[i].shape in ("prose", "sentence")), first)
    view = _View(lines, title if title is not None else (body[0] if body else 0), body, first, last)
    ranked = [(_rank(view, i), -abs(i - view.near), -i) for i in range(len(lines)) if _may_date(view, i)]
    good = [entry for entry in ranked if entry[0] > 0]
    if page.date and not any(rank >= 3.5 for rank, _, _ in good):
        return Dated(page.date)
    if good:
        return Dated(_stamp(lines[-max(good)[2]].folded, _months_first(lines, lang)))
    return _from_text([lines[i].text for i in body])


def _months_first(lines: Sequence[Seen], lang: str) -> bool:
    """Whether the page writes 4/25/2016: one date that cannot be read otherwise shows it."""
    if lang != "en":
        return False
    return any(day.order == "mdy" for seen in lines if seen.words <= 30 for day in find_days(seen.folded))


def _may_date(view: _View, i: int) -> bool:
    """Whether a line gives a full date that may be the publication's, whatever place it stands in."""
    seen = view.lines[i]
    if i == view.near and i not in view.body:
        return False
    if seen.words > _LONGEST or seen.reason in _ALIEN or not any(c.isdigit() for c in seen.text):
        return False
    if i in view.body and (seen.shape == "prose" or i > view.first):
        return False
    return any(day.year for day in find_days(seen.folded))


def _rank(view: _View, i: int) -> float:
    """Return how likely a line gives the day of publication; 0 and less: it does not."""
    form = _form(view, i)
    if not form:
        return 0.0
    if view.near <= i < view.first:
        return form
    if i < view.near:
        return form - 0.2 - _height(view, i, labelled=form >= 4)
    if i > view.last:
        return form - _depth(view, i, labelled=form >= 4)
    second = next((j for j in view.body if j > view.first and view.lines[j].shape == "prose"), view.first)
    early = i < second and form != _MIXED
    return form - 0.4 if early else form - 2.5 if form >= 4 else 0.0


_MIXED = 2.6


def _form(view: _View, i: int) -> float:
    """Return what a line says of its day: published (4), a day alone (3), a day amid furniture, updated."""
    seen, known = view.lines[i], cues()
    day = next(day for day in find_days(seen.folded) if day.year)
    head = seen.folded[: day.start]
    above = next((view.lines[j] for j in range(i - 1, -1, -1) if view.lines[j].shape != "blank"), None)
    label = above.folded if above and above.words <= 4 and above.shape != "prose" and not head.strip(" :-|") else ""
    pure = seen.reason == "metadata: date"
    if not pure and not _opens(seen, day):
        return 0.0
    if known.published.search(seen.folded) or known.published.match(label):
        return 4.0
    if known.updated.search(head) or known.updated.match(label):
        return 2.2
    return 3.0 if pure else _MIXED


def _opens(seen: Seen, day: Day) -> bool:
    """Whether nothing but labels, names, a section or the time stands before the day, and the line is no sentence."""
    if _STOPPED.search(seen.text) or len(seen.text) != len(seen.folded):
        return False
    known, before = cues(), seen.text[: day.start]
    if not before.strip():
        return True
    if known.author.match(seen.folded) and len(before.split()) <= 10:
        return True
    labels = known.date_words | known.counter_words
    strange = [word for word in _LETTERS.findall(before) if fold(word) not in labels]
    if not strange or (len(strange) <= 6 and names_only(" ".join(strange))):
        return True
    return len(strange) <= 3 and bool(re.search(r"[|•·/–—,:-]\s*$", before))


def _height(view: _View, i: int, *, labelled: bool) -> float:
    """Return what speaks against a day above the headline: menus between, the weather beside, distance.

    The day on which a page was looked at stands at its top, above the menu.
    """
    between = [seen for seen in view.lines[i + 1 : view.near] if seen.shape != "blank"]
    menu = sum(seen.reason in ("navigation", "cue line", "weather") for seen in between)
    beside = view.lines[max(0, i - 2) : i + 3]
    if labelled:
        return 0.5 if menu < 3 else 1.5
    if menu >= 3 or any(seen.reason == "weather" or re.search(r"\d\s?°", seen.text) for seen in beside):
        return 4.0
    weekday = not re.match(r"\d", view.lines[i].folded)
    if menu == 2 and weekday:
        return 4.0
    return (4.0 if menu > 1 else 1.5) if len(between) > 7 else 0.3 if len(between) > 3 else 0.0


def _depth(view: _View, i: int, *, labelled: bool) -> float:
    """Return what speaks against a day below the text: a list's or a comment's stands there."""
    tail = [seen for seen in view.lines[view.last + 1 : i] if seen.shape != "blank"]
    if any(seen.reason in ("comment form", "cue line", "related article") for seen in tail) or len(tail) > 8:
        return 9.0
    if labelled or cues().updated.search(view.lines[i].folded):
        return 1.2
    below = islice((seen for seen in view.lines[i + 1 :] if seen.shape != "blank"), 4)
    listed = any(seen.reason == "metadata: date" or find_days(seen.folded) for seen in below)
    near = len(tail) <= 2 and all(seen.reason in _CLOSING for seen in tail)
    return 2.0 if near and not listed and view.lines[i].reason == "metadata: date" else 9.0


def _stamp(folded: str, months_first: bool) -> date | None:
    days = [day for day in find_days(folded) if day.year]
    marks = list(cues().published.finditer(folded))
    if marks and len(days) > 1:
        days = [day for day in days if day.start > marks[-1].start()] or days
    return (swap(days[0]) if months_first and "/" in folded else days[0]).date


def _from_text(paragraphs: Sequence[str]) -> Dated:
    opening = [day for text in paragraphs[:1] for day in find_days(fold(text[:90])) if day.year]
    opening += [day for text in paragraphs[1:3] for day in _dateline(text)]
    if opening:
        return Dated(opening[0].date, "the date is the one that opens the text")
    bare = [day for text in paragraphs[:2] for day in find_days(fold(text)) if not day.year]
    if not bare:
        return Dated(None)
    found = _implied(bare[0], [fold(text) for text in paragraphs])
    written = f"{bare[0].day}/{bare[0].month}"
    if found is None:
        return Dated(None, f"no date: the text says {written} and nothing tells the year")
    return Dated(found, f"the date is {written} of the text; {found.year} is implied by the past days it names")


def _dateline(text: str) -> list[Day]:
    """Return the full date of the agency's dateline that opens a paragraph."""
    head = text[:80]
    days = [day for day in find_days(fold(head)) if day.year]
    if not days or len(fold(head)) != len(head):
        return []
    place = head[: days[0].start].strip(" ,(–-")
    return days[:1] if names_only(place) and _DATELINE.match(head, days[0].end) else []


def _implied(day: Day, folded: list[str]) -> date | None:
    """Return the first such day after the latest past day that the text names."""
    anchors = [anchor for text in folded for sentence in _sentences(text) for anchor in _past(sentence)]
    if not anchors:
        return None
    found = _after(max(anchors), day)
    if found is None:
        return None
    # A year soon after the one found may be the present, one far ahead is a goal ("by 2030") unless it is past.
    present = range(found.year + 1, found.year + 3)
    later = [year for text in folded for sentence in _sentences(text) for year in _years(sentence, present)]
    return None if later else found


def _sentences(folded: str) -> list[str]:
    return re.split(r"[.!?;]\s", folded)


def _is_past(sentence: str) -> bool:
    known = cues()
    return bool(known.past.search(sentence)) and not known.future.search(sentence)


def _past(sentence: str) -> list[date]:
    if not _is_past(sentence):
        return []
    days = [day.date for day in find_days(sentence) if day.date]
    return days + [date(year, month, 1) for year, month in find_months(sentence)]


def _years(sentence: str, present: range) -> list[int]:
    """Return the years of a sentence that contradict a date: those of `present`, and any later one if past."""
    years = map(int, re.findall(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d/])", sentence))
    return [year for year in years if year in present or (year >= present.start and _is_past(sentence))]


def _after(latest: date, day: Day) -> date | None:
    for year in range(latest.year, latest.year + 2):
        try:
            found = date(year, day.month, day.day)
        except ValueError:
            continue
        if found > latest:
            return found
    return None
