"""When a text speaks: the years it names, and what says that an institution belongs to the past."""

from __future__ import annotations

import re

from tmkit.glossary.keys import known
from tmkit.lang.base import Language
from tmkit.model import Unit, Variant

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,]*\d)")
_BEFORE = 30
"""Characters before a year, or around a name, that tell how to take it."""
_STAMP = re.compile(r"\d{8}T\d{6}Z")


def is_past(text: str, lang: str, start: int, end: int) -> bool:
    """Return whether the words around a name say that what it names is no more."""
    language = known(lang)
    around = f"{text[max(0, start - _BEFORE) : start]} {text[end : end + _BEFORE]}".lower()
    return bool(language.context.former) and _phrases(language.context.former).search(around) is not None


def year_of(unit: Unit, latest: int) -> int | None:
    """Return the year that a unit speaks of: the last one its texts name, else that of its date.

    Years after `latest` are plans; so are those after *by* or *until*, and the ends of periods.
    """
    named = [year for variant in unit.variants for year in _years(variant, latest)]
    if named:
        return max(named)
    stamps = [stamp for variant in unit.variants if (stamp := variant.created)] or [unit.created or ""]
    years = [int(stamp[:4]) for stamp in stamps if _STAMP.fullmatch(stamp)]
    return max(years, default=None)


def _years(variant: Variant, latest: int) -> list[int]:
    text = variant.segment.text
    language = known(variant.lang)
    years = ((int(match[0]), text[: match.start()]) for match in _YEAR.finditer(text))
    return [year for year, before in years if year <= latest and not _is_goal(before, language)]


def _is_goal(before: str, language: Language) -> bool:
    before = before[-_BEFORE:].lower().rstrip()
    return any(before.endswith(word) for word in language.context.until)


def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
