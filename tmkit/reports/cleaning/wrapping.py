"""Pages whose paragraphs were broken at a fixed width: their lines are joined again before they are judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmkit.reports.base import Line
from tmkit.reports.cleaning.lines import look

_NARROWEST, _WIDEST = 45, 110
_SLACK = 14
"""Characters by which a broken line may stay below the width: the next line's first word did not fit."""
_ENOUGH = 4
"""Breaks that a page must show."""
_ITEM = re.compile(r"[-–—•●▪*+·]\s|\(?\d{1,2}[.)]\s|\(?[a-zđ][.)]\s")


@dataclass(frozen=True, slots=True)
class Joined:
    """A line made of the lines of the file that a paragraph was broken into; `parts` in order, one at least."""

    line: Line
    parts: tuple[Line, ...]


def join_wrapped(lines: Sequence[Line]) -> list[Joined]:
    """Return the lines with broken paragraphs joined; each by itself where the page shows no fixed width.

    >>> text = ["The ministers of all ten countries met in the capital of", "the host and agreed on a plan."] * 4
    >>> [joined.line.text[-17:] for joined in join_wrapped([Line(n, t) for n, t in enumerate(text)])][:1]
    ['agreed on a plan.']
    """
    width = wrap_width([line.text.strip() for line in lines])
    groups: list[list[Line]] = []
    for line in lines:
        text = line.text.strip()
        if width and groups and _continues(groups[-1][-1].text.strip(), text, width) and not _furniture(line, text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group) for group in groups]


def _continues(one: str, two: str, width: int) -> bool:
    """Whether a line goes on with the one above it, which may have been broken earlier: it was indented."""
    if not _wordy(one) or not _wordy(two):
        return False
    amid = two[0].islower() and one[-1] not in ".!?…:;" and len(one) >= 0.6 * width and not _ITEM.match(two)
    return amid or _goes_on(one, two, width)


def _wordy(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _furniture(line: Line, text: str) -> bool:
    return not text[0].islower() and text[-1] not in ".!?…" and bool(look(line).reason)


def _joined(group: Sequence[Line]) -> Joined:
    first = group[0]
    if len(group) == 1:
        return Joined(first, tuple(group))
    text = " ".join(line.text.strip() for line in group)
    return Joined(Line(first.number, text, first.kind), tuple(group))


def wrap_width(texts: Sequence[str]) -> int:
    """Return the width at which a page's lines were broken, in characters; 0 where they were not.

    The width is the length that many lines come near and few pass; the lines that follow such a line begin, more
    often than headlines and items do, amid a sentence: in lower case.
    """
    long = sorted((len(text) for text in texts if len(text) >= _NARROWEST), reverse=True)
    # Some lines pass the width: headlines, addresses.
    widths = {length for length in long[: max(3, len(long) // 20)] if length <= _WIDEST}
    best = max(widths, key=lambda width: _breaks(texts, width), default=0)
    return best if best and _breaks(texts, best) else 0


def _breaks(texts: Sequence[str], width: int) -> int:
    """Return how many breaks at a width a page shows; 0 where what follows them begins like any line."""
    below = [two for one, two in pairwise(texts) if _goes_on(one, two, width)]
    amid = sum(text[0].islower() for text in below)
    return len(below) if len(below) >= _ENOUGH and amid >= 0.4 * len(below) else 0


def _goes_on(one: str, two: str, width: int) -> bool:
    """Whether the second line's first word would not have fitted into the first, which comes near the width."""
    if not one or not two or _ITEM.match(two) or not width - _SLACK - 6 <= len(one) <= width:
        return False
    return len(one) + 1 + len(two.split(maxsplit=1)[0]) > width
