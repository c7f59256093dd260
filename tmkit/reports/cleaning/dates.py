"""Days written in a text: full dates, and days whose year is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from tmkit.lang import LANGUAGES
from tmkit.lang.text import fold

_PIVOT = 50
"""The first year of two digits that is one of the last century."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a folded text; `year` is 0 where none is written, `order` is "mdy" for 4/25/2016."""

    year: int
    month: int
    day: int
    start: int
    end: int
    order: str = "dmy"

    @property
    def date(self) -> date | None:
        """The calendar day; None without a year."""
        return date(self.year, self.month, self.day) if self.year else None


@cache
def _months() -> dict[str, int]:
    return {fold(name): number for language in LANGUAGES for name, number in language.numbers.months}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    forms = (
        rf"(?P<y1>{year})[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)",
        # The time may stand right after the year, its blank lost: 14/04/201518:30.
        rf"(?P<a2>\d\d?)\s?(?P<s2>[-/.])\s?(?P<b2>\d\d?)\s?(?P=s2)\s?"
        rf"(?P<y2>{year}|\d\d(?![\d:]))(?:(?![\d%])|(?=[012]?\d[:h]\d\d))",
        r"ngay (?P<d3>\d\d?) thang (?P<m3>\d\d?)(?:,? (?:nam )?(?P<y3>(?:19|20)\d\d))?(?!\d)",
        rf"(?P<d7>\d\d?) thang (?P<m7>\d\d?),? (?:nam )?(?P<y7>{year})\b",
        rf"(?P<n8>{names}),? (?P<d8>\d\d?)/(?P<y8>{year})\b",
        rf"(?P<d9>\d\d?) thg?\.? ?(?P<m9>\d\d?),? (?P<y9>{year})\b",
        rf"thang (?P<m0>\d\d?) (?P<d0>\d\d?), (?P<y0>{year})\b",
        rf"(?P<da>\d\d?)\. (?P<na>{names})\b\.? (?P<ya>{year})\b",
        rf"(?P<db>\d\d?)-(?P<nb>{names})-(?P<yb>\d\d)\b(?!-)",
        rf"(?P<d4>\d\d?)(?:er|st|nd|rd|th)?[ /-](?:of )?(?P<n4>{names})\b\.?(?:[ /-]?,? ?(?:nam )?(?P<y4>{year})\b)?",
        rf"(?P<n5>{names})\b\.? (?P<d5>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?P<y5>{year})\b)?(?![/.-]?\d| (?:{names})\b)",
        r"(?P<d6>\d\d?)(?P<s6>[/-])(?P<m6>\d\d?)(?![\d%]|[/.,-]\d)",
    )
    return re.compile(rf"(?:(?<![\w/.,-])|(?<=\d[:h]\d\d,))(?:{'|'.join(forms)})")


def find_days(folded: str) -> list[Day]:
    """Return the days written in a folded text, in order; impossible ones are left out.

    >>> [(d.day, d.month, d.year) for d in find_days("from april 14, 2015 to 1er mai; ngay 5/11")]
    [(14, 4, 2015), (1, 5, 0), (5, 11, 0)]
    """
    days = (_day(match) for match in _pattern().finditer(folded))
    return [day for day in days if day]


def _day(match: re.Match[str]) -> Day | None:
    found = {key: value for key, value in match.groupdict().items() if value is not None}
    form = next(iter(found))[1]
    order = "dmy"
    if form == "2":
        first, second = int(found["a2"]), int(found["b2"])
        day, month = (first, second) if second <= 12 else (second, first)
        order = "dmy" if second <= 12 else "mdy"
    else:
        day = int(found["d" + form])
        month = _months()[found["n" + form]] if "n" + form in found else int(found["m" + form])
    year = int(found.get("y" + form, 0))
    year += 0 if year >= 100 or not found.get("y" + form) else 2000 if year < _PIVOT else 1900
    if not _possible(year, month, day):
        return None
    return Day(year, month, day, match.start(), match.end(), order)


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def swap(day: Day) -> Day:
    """Return a numeric day read month first, where that is possible."""
    if day.day > 12 or day.order == "mdy":
        return day
    return Day(day.year, day.day, day.month, day.start, day.end, "mdy")


@cache
def _month_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<name>{names})\b\.?|thang (?P<number>\d\d?))(?: nam |/| |, )(?P<year>(?:19|20)\d\d)\b"
    )


def find_months(folded: str) -> list[tuple[int, int]]:
    """Return the months that a folded text names with their year, as (year, month).

    >>> find_months("en novembre 2014; thang 3/2015")
    [(2014, 11), (2015, 3)]
    """
    found = (
        (int(match["year"]), int(match["number"] or _months()[match["name"]]))
        for match in _month_pattern().finditer(folded)
    )
    return [(year, month) for year, month in found if 1 <= month <= 12]
