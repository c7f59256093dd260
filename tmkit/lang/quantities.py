"""Numbers, percentages, dates and times of a text, as values with their places.

Values are strings that are equal exactly when the quantities are: `70 vạn` and `700,000` both give
`700000`, `14/4`, `14 avril` and `April 14` all give `--04-14`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

import tmkit.lang as languages
from tmkit.lang.base import Language, NumberWords

Kind = Literal["number", "percent", "date", "time"]

_CURRENCIES = "VND|USD|EUR|JPY|CNY|KRW|GBP|AUD|THB|SGD|MYR|IDR|PHP|LAK|KHR|CHF|CAD"
"""Codes of ISO 4217 that agencies write right before an amount: `VND15.6 billion`."""
_NOTHING = "(?!)"
"""A pattern that matches nowhere."""
_GROUPING = " \u00a0\u202f\u2009.,"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and where it stands: `text[start:end]`.

    A date's value is `YYYY-MM-DD`, or with what is missing left out as in XML Schema: `--MM-DD`,
    `YYYY-MM`. A time's is `HH:MM`.
    """

    kind: Kind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    dates: tuple[re.Pattern[str], ...]
    time: re.Pattern[str]
    number: re.Pattern[str]
    words: re.Pattern[str]
    months: dict[str, int]
    magnitudes: dict[str, int]
    cardinals: dict[str, int]
    uncertain: frozenset[str]
    decades: frozenset[str]
    year: str


def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in reading order, never overlapping.

    >>> [(q.kind, q.value) for q in quantities("Ngày 14/4, hơn 70 vạn người, tăng 1,5%.", "vi")]
    [('date', '--04-14'), ('number', '700000'), ('percent', '1.5')]
    >>> [q.value for q in quantities("On April 14, 2015, $1.5 million was given.", "en")]
    ['2015-04-14', '1500000']
    """
    language = languages.find(lang)
    patterns = _patterns(language.code)
    taken: list[Quantity] = []
    if any(c.isdigit() for c in text):
        taken.extend(_dates(text, patterns))
        taken.extend(_times(text, patterns, taken))
        taken.extend(_numbers(text, language, patterns, taken))
    taken.extend(_spelled(text, patterns, taken))
    return tuple(sorted(taken, key=lambda q: q.start))


def _free(start: int, end: int, taken: list[Quantity]) -> bool:
    return all(end <= q.start or start >= q.end for q in taken)


def _alternatives(words: dict[str, int]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or _NOTHING


@cache
def _patterns(code: str) -> _Patterns:
    words = languages.find(code).numbers
    months, magnitudes, cardinals = dict(words.months), dict(words.magnitudes), dict(words.cardinals)
    percent = rf"(?P<pct>\s?%|\s(?:{'|'.join(words.percent) or _NOTHING})\b)?"
    magnitude = rf"(?:[\s-]?(?P<mag>{_alternatives(magnitudes)})(?!\w))?"
    number = (
        rf"(?:(?<!\w)|(?<=(?<!\w)(?:{_CURRENCIES})))(?<![^\W\d]-)(?P<num>\d{{1,3}}(?:[{re.escape(words.groups)}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
        rf"|\d+(?:[.,]\d+)?)(?P<ord>er|ère|e|è|ème|ᵉ|st|nd|rd|th)?(?![^\W\d_])?{magnitude}{percent}"
    )
    either = _alternatives(cardinals | {w: v for w, v in magnitudes.items() if len(w) > 2})
    joint = rf"(?:\s+(?:{'|'.join(words.joiners) or _NOTHING})\s+|\s+|-)"
    chain = rf"(?<![\w-])(?P<words>(?:{either})(?:{joint}(?:{either}))*)(?![\w-]){percent}"
    hour = rf"|\s?{words.hour_word}(?:\s([0-5]\d))?(?!\w)" if words.hour_word else ""
    time = rf"(?<![\d:])([01]?\d|2[0-3])(?::([0-5]\d)(?!:?\d)|[hg]([0-5]\d)?(?!\w){hour})"
    return _Patterns(
        tuple(re.compile(p, re.IGNORECASE) for p in _date_patterns(words, months)),
        re.compile(time, re.IGNORECASE),
        re.compile(number, re.IGNORECASE),
        re.compile(chain, re.IGNORECASE),
        months,
        magnitudes,
        cardinals,
        words.uncertain,
        words.decades,
        words.year_word,
    )


def _date_patterns(words: NumberWords, months: dict[str, int]) -> Iterator[str]:
    """Give the ways to write a date, the fullest first, since an earlier match takes its place."""
    year = r"(?P<y>(?:19|20)\d\d)(?!\d)"
    day = rf"(?<![\d.,/])(?P<d>3[01]|[12]\d|0?[1-9])(?:er|st|nd|rd|th|{words.day_mark or _NOTHING})?"
    month = r"(?P<m>1[0-2]|0?[1-9])"
    yield r"(?<![\d.,/-])(?P<y>(?:19|20)\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)(?!\d)"
    yield rf"(?<![\d.,/])(?P<d>3[01]|[12]\d|0?[1-9])(?P<sep>[/.-]){month}(?P=sep){year}"
    yield rf"(?<![\d.,/]){month}/{year}"
    if words.month_word:
        then = rf",?\s+(?:{words.year_word}\s+)?{year}"
        yield rf"{day}\s+{words.month_word}\s+{month}(?!\d)(?:{then})?"
        yield rf"{words.month_word}\s+{month}(?!\d)(?:/|,?\s+{words.year_word}\s+){year}"
    name = rf"(?P<name>{_alternatives(months)})\b\.?"
    before = rf"(?:{words.year_word}\s+)?" if words.year_word else ""
    yield rf"{day}(?:\s+(?:de|of))?\s+{name}(?:,?\s+{before}{year})?"
    yield rf"\b{name}\s+{day}\b(?!\s*%|[.,]\d)(?:,?\s+{year})?"
    yield rf"\b{name}\s+{before}{year}"
    yield rf"(?<![\d.,/-])(?P<d>3[01]|[12]\d|0?[1-9])/{month}(?![\d/])"


def _dates(text: str, patterns: _Patterns) -> list[Quantity]:
    found: list[Quantity] = []
    for pattern in patterns.dates:
        for match in pattern.finditer(text):
            if _free(match.start(), match.end(), found):
                end = match.start() + len(match[0].rstrip("."))
                found.append(Quantity("date", _date(match, patterns.months), match.start(), end))
    return found


def _date(match: re.Match[str], months: dict[str, int]) -> str:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else months[" ".join(parts["name"].lower().split())]
    year = parts.get("y") or "-"
    day = f"-{int(parts['d']):02}" if parts.get("d") else ""
    return f"{year}-{month:02}{day}"


def _times(text: str, patterns: _Patterns, taken: list[Quantity]) -> Iterator[Quantity]:
    for match in patterns.time.finditer(text):
        if _free(match.start(), match.end(), taken):
            minutes = next((g for g in match.groups()[1:] if g), "00")
            yield Quantity("time", f"{int(match[1]):02}:{minutes}", *match.span())


def _numbers(text: str, language: Language, patterns: _Patterns, taken: list[Quantity]) -> list[Quantity]:
    found = []
    for match in patterns.number.finditer(text):
        if not _free(match.start(), match.end(), taken):
            continue
        value = _value(match["num"], language)
        if match["mag"]:
            value *= patterns.magnitudes[" ".join(match["mag"].lower().split())]
        kind: Kind = "percent" if match["pct"] else "number"
        found.append(Quantity(kind, _plain(value), *match.span()))
    return found


def _value(written: str, language: Language) -> Decimal:
    """Read digits as the language groups them; a lone mark that can't group is a decimal mark."""
    marks = [c for c in written if c in _GROUPING]
    grouped = re.fullmatch(rf"\d{{1,3}}(?:([{re.escape(language.numbers.groups)}])\d{{3}})+(?:[.,]\d+)?", written)
    if grouped and (len(marks) > 1 or marks[0] != language.numbers.decimal):
        head, tail = written, ""
        if len(set(marks)) > 1 and marks[-1] in ".," and marks[-1] != marks[0]:
            head, _, tail = written.rpartition(marks[-1])
        digits = "".join(c for c in head if c.isdigit())
        return Decimal(f"{digits}.{tail}" if tail else digits)
    return Decimal(written.replace(",", "."))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _spelled(text: str, patterns: _Patterns, taken: list[Quantity]) -> Iterator[Quantity]:
    for match in patterns.words.finditer(text):
        written = match["words"].lower()
        if written in patterns.uncertain or written in patterns.magnitudes:
            continue
        words, end = re.split(r"[\s-]+", written), match.end()
        if len(words) > 1 and words[-1] == patterns.year and words[-2] in patterns.decades:
            # Fifteen is "mười lăm": "mười năm" are ten years.
            end = match.start("words") + len(written) - len(words.pop()) - 1
        value = _chain(words, patterns)
        if value > 1 and _free(match.start(), end, taken):
            yield Quantity("percent" if match["pct"] else "number", str(value), match.start(), end)


def _chain(words: list[str], patterns: _Patterns) -> int:
    """Add up number words: units and tens add, hundreds and magnitudes multiply what came before."""
    total = current = 0
    for word in words:
        value = patterns.cardinals.get(word) or patterns.magnitudes.get(word, 0)
        if value in (100, 10) and 0 < current < value and word not in ("mười", "dix"):
            current *= value
        elif value == 20 and current == 4:
            current = 80
        elif value >= 1000:
            total += max(current, 1) * value
            current = 0
        else:
            current += value
    return total + current
