"""Why a bead, in words: what its two sides have in common, as a translator would point it out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from tmkit.align.evidence import Evidence, Table
from tmkit.lang.clues import FUNCTION, NAME

_MOST = 6


def reasons(evidence: Evidence, source: Sequence[int], target: Sequence[int], text: str) -> list[tuple[str, str]]:
    """Return what two runs have in common, in the words of both, what says most first.

    `text` is that of the target run: words that render one expression together stand in its order.
    """
    here = np.flatnonzero(evidence.source.present[list(source)].any(0))
    there = np.flatnonzero(evidence.target.present[list(target)].any(0))
    links = evidence.links[np.ix_(here, there)]
    worth = links / np.multiply.outer(evidence.source.present[:, here].sum(0), evidence.target.present[:, there].sum(0))
    forms = (
        [evidence.source.worded(evidence.source.forms[s], source) for s in here],
        [evidence.target.worded(evidence.target.forms[t], target) for t in there],
    )
    phrases = {s for s, form in enumerate(forms[0]) if form.kind != NAME and " " in form.text}
    found = [(forms[0][s], [forms[1][t] for t in ts]) for s, ts in _linked(links, worth, phrases)]
    ranked = sorted(found, key=lambda one: one[0].kind == FUNCTION)
    pairs = [(clue.text, _in_order([match.text for match in matches], text)) for clue, matches in ranked]
    content = [pair for pair, (clue, _) in zip(pairs, ranked, strict=True) if clue.kind != FUNCTION]
    return _without_parts(content or pairs)[:_MOST]


def _linked(links: Table, worth: Table, phrases: Collection[int]) -> list[tuple[int, list[int]]]:
    """Return source forms with the target forms they go with, what says most first.

    Each target form goes with one source form, and only an expression may have several words for it.
    Where several links are equally good, the one goes first that leaves the others most freedom.
    """
    choice = np.add.outer((links > 0).sum(1), (links > 0).sum(0))
    places = sorted(zip(*np.nonzero(links), strict=True), key=lambda p: (-worth[p], choice[p], p))
    matched: dict[int, list[int]] = {}
    taken: set[int] = set()
    for s, t in places:
        if t not in taken and (s not in matched or s in phrases):
            matched.setdefault(int(s), []).append(int(t))
            taken.add(t)
    return list(matched.items())


def _in_order(words: Sequence[str], text: str) -> str:
    return " ".join(sorted(dict.fromkeys(words), key=text.find))


def _without_parts(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs that no other holds: "Bình = Binh" says nothing beside "Quảng Bình = Quang Binh"."""
    words = [frozenset(" ".join(pair).split()) for pair in pairs]
    return [
        pair
        for n, pair in enumerate(pairs)
        if not any(words[n] < other or (words[n] == other and m < n) for m, other in enumerate(words) if m != n)
    ]
