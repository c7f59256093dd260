"""Pages dumped by a text browser: the numbers of their links, and the list of addresses at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tmkit.reports.base import Line

_LINK = re.compile(r"\[(\d{1,4})\](?=[^\s\]])")
_ENOUGH = 5
"""Link numbers that a page must have."""


def without_link_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the numbers that a text browser puts before links; as they are where it put none.

    >>> page = [Line(n, f"[{n}]Mục {n}") for n in range(1, 7)]
    >>> [line.text for line in without_link_numbers(page)][:2]
    ['Mục 1', 'Mục 2']
    """
    numbers = [int(number) for line in lines for number in _LINK.findall(line.text)]
    rising = sum(two == one + 1 for one, two in pairwise(numbers))
    if len(numbers) < _ENOUGH or rising < 0.6 * (len(numbers) - 1):
        return list(lines)
    return [replace(line, text=_bare(line.text)) if _LINK.search(line.text) else line for line in lines]


def _bare(text: str) -> str:
    return re.sub(r"  +", " ", _LINK.sub("", text)) if not text.startswith(" ") else _LINK.sub("", text)
