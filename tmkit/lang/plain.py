"""Languages that tmkit knows from the Unicode CLDR alone: enough to align sentences, not to read reports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from tmkit.lang.base import Language, NumberWords

if TYPE_CHECKING:
    from babel import Locale


@cache
def plain(code: str) -> Language | None:
    """Return what the CLDR says of a language; None for a code that it doesn't have.

    >>> german = plain("de")
    >>> german and (german.name, german.numbers.decimal, german.numbers.months[2])
    ('German', ',', ('märz', 3))
    >>> plain("zz") is None
    True
    """
    from babel import Locale, UnknownLocaleError, localedata

    if not localedata.exists(code):
        return None
    try:
        locale = Locale(code)
    except (UnknownLocaleError, ValueError):
        return None
    return Language(
        code=code,
        name=locale.get_display_name("en") or code,
        native=locale.get_display_name(code) or code,
        srx="",
        numbers=_numbers(locale),
        verbosity=1.0,
    )


def _numbers(locale: Locale) -> NumberWords:
    symbols = locale.number_symbols.get("latn", {})
    group = symbols.get("group", "")
    return NumberWords(
        decimal=symbols.get("decimal", "."),
        groups=group + ("\u00a0\u202f " if group.isspace() else ""),
        months=tuple(dict.fromkeys((name.lower().rstrip("."), n) for n, name in _names(locale.months))),
        weekdays=tuple(dict.fromkeys(name.lower() for _, name in _names(locale.days))),
        magnitudes=(),
        cardinals=(),
        percent=(),
        joiners=(),
        day_mark=r"\.",
    )


def _names(forms: Mapping[str, Mapping[str, Mapping[int, str]]]) -> list[tuple[int, str]]:
    """Return the full names of months or days, as they stand in a text and alone."""
    return [pair for context in ("format", "stand-alone") for pair in forms[context]["wide"].items()]
