"""Which of the terms that share words count: the longest, and none that is part of other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from tmkit.glossary.patterns import Pattern

Hit: TypeAlias = tuple[int, int, list[Pattern]]
"""The first and the last word of what may be a term, and which terms; a plain tuple, for there are many."""


def resolved(hits: Sequence[Hit], *, nested: bool) -> list[tuple[Hit, bool]]:
    """Return the hits with whether a longer one covers them; those that are covered only where `nested` is set.

    `hits` come by their first word, the shorter before the longer.
    """
    found: list[tuple[Hit, bool]] = []
    i, count = 0, len(hits)
    while i < count:
        reach, j = hits[i][1], i + 1
        while j < count and hits[j][0] <= reach:
            reach = max(reach, hits[j][1])
            j += 1
        if j == i + 1:
            found.append((hits[i], False))
        else:
            found += _chosen(hits[i:j], nested=nested)
        i = j
    return found


def _chosen(cluster: Sequence[Hit], *, nested: bool) -> Iterable[tuple[Hit, bool]]:
    if not nested and cluster[0][0] == cluster[-1][0]:
        return [(cluster[-1], False)]
    taken: set[int] = set()
    free = set()
    for first, last, _ in sorted(cluster, key=lambda hit: (hit[0] - hit[1], hit[0])):
        run = range(first, last + 1)
        if taken.isdisjoint(run):
            taken.update(run)
            free.add((first, last))
    order = cluster if not nested else sorted(cluster, key=lambda hit: (hit[0], -hit[1]))
    return [(hit, hit[:2] not in free) for hit in order if nested or hit[:2] in free]


def without_other_words(hits: list[Hit], others: Sequence[Hit]) -> list[Hit]:
    """Return the hits without those that share a part with words that are no term, unless these lie within a term."""
    spoilt = {i: other for other in others for i in range(other[0], other[1] + 1)}
    return [hit for hit in hits if not _is_spoilt(hit, spoilt)]


def _is_spoilt(hit: Hit, spoilt: dict[int, Hit]) -> bool:
    first, last, _ = hit
    others = (spoilt.get(first), spoilt.get(last))
    return any(other is not None and not (first <= other[0] and other[1] <= last) for other in others)
