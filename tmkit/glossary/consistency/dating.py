"""When a text speaks: the years it names, and what says that an institution belongs to the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tmkit.glossary.keys import known
from tmkit.lang.base import Language
from tmkit.model import REPORT, Unit, Variant

_YEAR = re.compile(r"(?<![\d.,–-])(?<![\d]/)(?:19|20)\d\d(?![\d.,/–-]*\d|/\w)|(?<=/)(?:19|20)\d\d(?![\d.,–-]*\d|/)")
"""A year, alone or after a month's number; no number of a law, no period."""
_MONTH = re.compile(r"(?<!\d)(\d\d?)[/.-]$")
_BEFORE = 30
"""Characters before a year, or around a name, that tell how to take it."""
_STAMP = re.compile(r"\d{8}T\d{6}Z")


def is_past(text: str, lang: str, start: int, end: int) -> bool:
    """Return whether the words around a name say that what it names is no more."""
    language = known(lang)
    around = f"{text[max(0, start - _BEFORE) : start]} {text[end : end + _BEFORE]}".lower()
    return bool(language.context.former) and _phrases(language.context.former).search(around) is not None


def time_of(unit: Unit) -> str | None:
    """Return the time that a unit speaks of, as YYYY or YYYY-MM.

    That is the day of the report it is from; else the last time its texts name, but for plans: what comes after *by*
    or *until* in one of them; else its own date.
    """
    stamps = [f"{v.created[:4]}-{v.created[4:6]}" for v in unit.variants if v.created and _STAMP.fullmatch(v.created)]
    if stamps and any(prop.type == REPORT for variant in unit.variants for prop in variant.props):
        return max(stamps)
    times = [time for variant in unit.variants for time in _times(variant)]
    plans = {time[:4] for time, is_plan in times if is_plan}
    named = [time for time, _ in times if time[:4] not in plans]
    if not named and unit.created and _STAMP.fullmatch(unit.created):
        stamps.append(f"{unit.created[:4]}-{unit.created[4:6]}")
    return max(named or stamps, default=None)


def _times(variant: Variant) -> Iterator[tuple[str, bool]]:
    """Give the times that a text names, with whether each is the end of a plan."""
    text = variant.segment.text
    language = known(variant.lang)
    for match in _YEAR.finditer(text):
        before = text[: match.start()]
        month = _month(before, language)
        yield (f"{match[0]}-{month:02}" if month else match[0]), _is_goal(before, language)


def _month(before: str, language: Language) -> int | None:
    """Return the month that stands before a year: *juin*, *tháng 6 năm*, *6/*."""
    number = _MONTH.search(before)
    if number:
        return int(number[1]) if 1 <= int(number[1]) <= 12 else None
    words = language.numbers
    last = before.rstrip(" ,").removesuffix(words.year_word).rstrip(" ,").lower()
    if words.month_word and (numbered := re.search(rf"{words.month_word} (\d\d?)$", last)):
        return int(numbered[1]) if 1 <= int(numbered[1]) <= 12 else None
    return next((n for name, n in words.months if re.search(rf"(?<!\w){re.escape(name)}\.?$", last)), None)


def _is_goal(before: str, language: Language) -> bool:
    before = before[-_BEFORE:].lower().rstrip()
    return any(before.endswith(word) for word in language.context.until)


def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
