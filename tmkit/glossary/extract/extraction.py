"""Candidates for a glossary from the units of translation memories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from tmkit.glossary.extract.association import likelihood_ratio, postings
from tmkit.glossary.extract.base import Candidate, Found, Pair
from tmkit.glossary.extract.candidates import Chosen, choose
from tmkit.glossary.extract.linking import Links, sample, spans
from tmkit.glossary.extract.names import is_name
from tmkit.glossary.extract.sides import Ints, grams, side, written
from tmkit.glossary.extract.tokens import keys
from tmkit.lang import find

MIN_COUNT = 3
LIMIT = 1000
_EXAMPLES = 3
_ALSO = 3
_RARELY = 2
"""Units that an n-gram of the target must stand in."""
_COUNTED = 3000
"""Units of a source in which its targets are counted."""
_READ = 30
"""Units of a source in which words are linked."""
_CONSIDERED = 15
"""Targets of a source for which that is done."""
_CHANCE = 6.63
"""Log-likelihood ratio that chance exceeds once in a hundred (chi-squared, one degree of freedom)."""
_SHARE = 0.3
"""How much (as an exponent) it counts that a target is not there in all units of the source."""
_WORSE = 0.3
"""A pair that covers each other less than this is none."""
_WORSE_TWICE = 0.35
"""The same for a pair that stands together in two units only."""
_PIECE = 0.7
"""The same for a source that only stands inside longer candidates."""


def extract(
    pairs: Iterable[Pair], *, source: str, target: str = "", min_count: int = MIN_COUNT, limit: int = LIMIT
) -> Found:
    """Return the expressions of units that a glossary might hold, the best first; `target` empty: of one language.

    `min_count` is the number of units that an expression stands in at least, `limit` the number of candidates.
    """
    units = _different(pairs)
    one = choose(grams(side([pair.source for pair in units], source), least=min_count))
    if not target:
        found = [_alone(one, gram, units) for gram in _ranked(one, limit, pieces=False)]
        return Found(source_lang=source, units=len(units), candidates=tuple(found))
    least = min(min_count, _RARELY)
    other = choose(grams(side([pair.target for pair in units], target), least=least))
    matcher = _Matcher(one, other, units)
    matched = matcher.match(_ranked(one, max(limit, LIMIT) * 3 // 2, pieces=True))
    return Found(source_lang=source, target_lang=target, units=len(units), candidates=tuple(matched[:limit]))


def _different(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the units; of those that say the same, the first."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        first.setdefault((pair.source, pair.target), pair)
    return list(first.values())


def _ranked(one: Chosen, limit: int, *, pieces: bool) -> list[int]:
    """Return the best candidates of one language; with `pieces` also those that only stand inside longer ones."""
    wanted = one.terms & ((one.free > 0) | (pieces & (one.grams.lengths > 1)))
    order = np.lexsort((np.arange(len(one.value)), -one.grams.count, -one.value))
    general = {keys(word, one.grams.side.lang) for word in find(one.grams.side.lang).terms.alone}
    several = (gram for gram in order[wanted[order]].tolist() if one.grams.keys(gram) not in general)
    return list(islice((gram for gram in several if not is_name(one.grams, gram)), limit))


def _alone(one: Chosen, gram: int, units: Sequence[Pair]) -> Candidate:
    value = round(float(one.value[gram]), 2)
    where = list(dict.fromkeys(one.grams.side.units[one.grams.places(gram)].tolist()))
    return Candidate(
        source=written(one.grams, gram),
        source_count=int(one.grams.spread[gram]),
        score=value,
        value=value,
        examples=tuple(units[n] for n in _shortest(where, units)),
    )


def _shortest(where: Sequence[int], units: Sequence[Pair]) -> list[int]:
    """Return the units that are soonest read, among the first."""
    return sorted(sorted(where[:50], key=lambda n: len(units[n].source) + len(units[n].target))[:_EXAMPLES])


@dataclass(frozen=True)
class _Rendering:
    """A target of a source: how often they stand together, and how well they cover each other."""

    gram: int
    together: int
    score: float


class _Matcher:
    """Finds the counterparts of the n-grams of one side among those of the other."""

    def __init__(self, one: Chosen, other: Chosen, units: Sequence[Pair]) -> None:
        self._one, self._other, self._units = one, other, units
        self._where = postings(one.grams, one.terms, by_unit=False)
        self._there = postings(other.grams, other.terms, by_unit=True)

    def match(self, wanted: Sequence[int]) -> list[Candidate]:
        """Return the n-grams that have a counterpart, with it, the best first."""
        chances = {gram: self._together(gram) for gram in wanted}
        read = {gram: self._read(gram) for gram in wanted}
        together = np.unique(np.concatenate([np.zeros(0, np.int64), *read.values()]))
        links = Links(self._one.grams.side, self._other.grams.side, together)
        found: dict[int, list[_Rendering]] = {}
        for gram in sorted(wanted, key=lambda gram: -int(self._one.grams.lengths[gram])):
            renderings = self._renderings(gram, chances[gram], read[gram], links)
            home = self._one.home(gram)
            # What only stands inside something longer doesn't mean what that means.
            taken = {rendering.gram for rendering in found.get(home, ())[:1]}
            found[gram] = [r for r in renderings if r.score >= _least(r, home) and r.gram not in taken]
        found = self._settled(found)
        candidates = (self._candidate(gram, found[gram]) for gram in wanted if found[gram])
        return sorted(
            (one for one in candidates if not _is_same_name(one)),
            key=lambda candidate: -(candidate.score**2) * np.log2(2 + candidate.value),
        )

    def _settled(self, found: dict[int, list[_Rendering]]) -> dict[int, list[_Rendering]]:
        """Return the renderings, those last that belong to a part of their source."""
        by_words = {self._one.grams.words[gram]: gram for gram in found}
        settled = {}
        for gram, renderings in found.items():
            words = self._one.grams.words[gram]
            parts = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1) if b - a < len(words))
            firsts = [found[by_words[part]][0] for part in parts if part in by_words and found[by_words[part]]]
            settled[gram] = sorted(renderings, key=lambda r: any(_belongs(r, first) for first in firsts))
        return settled

    def _together(self, gram: int) -> tuple[Ints, Ints, Ints]:
        """Return the targets that stand with a source more often than chance has it, with the counts; best first."""
        where = self._where[gram]
        counted = sample(where, _COUNTED)
        beside = np.concatenate([np.zeros(0, np.int64), *(self._there[unit] for unit in counted.tolist())])
        counts = np.bincount(beside)
        targets = np.flatnonzero(counts)
        both = np.round(counts[targets] * (len(where) / len(counted))).astype(np.int64)
        spread = self._other.grams.spread[targets].astype(float)
        ratio = likelihood_ratio(both.astype(float), np.full(len(both), float(len(where))), spread, len(self._units))
        whole = (self._other.free[targets] > 0) | (self._one.free[gram] <= 0)
        good = np.flatnonzero((ratio >= _CHANCE) & (both >= _RARELY) & whole)
        order = good[np.lexsort((targets[good], -self._other.grams.lengths[targets[good]], -ratio[good].round(6)))]
        order = order[:_CONSIDERED]
        return targets[order], both[order], spread[order].astype(np.int64)

    def _read(self, gram: int) -> Ints:
        """Return some units of a source, those where it stands by itself if there are enough."""
        places, owners = self._one.holders(gram)
        units = self._one.grams.side.units
        alone = np.unique(units[places[owners < 0]])
        return sample(alone if len(alone) >= MIN_COUNT else np.unique(units[places]), _READ)

    def _renderings(self, gram: int, chances: tuple[Ints, Ints, Ints], read: Ints, links: Links) -> list[_Rendering]:
        one, other = self._one.grams, self._other.grams
        here = spans(one.places(gram), int(one.lengths[gram]), one.side.units, read)
        found = []
        for target, together, _ in zip(*map(np.ndarray.tolist, chances), strict=True):
            there = spans(other.places(target), int(other.lengths[target]), other.side.units, read)
            covers = [links.cover(unit, here[unit], there[unit]) for unit in read.tolist() if unit in there]
            if covers:
                score = sum(covers) / len(covers) * (len(covers) / len(read)) ** _SHARE
                found.append(_Rendering(target, together, score))
        return sorted(found, key=lambda rendering: -rendering.score)

    def _candidate(self, gram: int, renderings: Sequence[_Rendering]) -> Candidate:
        best = renderings[0]
        one, other = self._one.grams, self._other.grams
        both = np.intersect1d(self._where[gram], other.side.units[other.places(best.gram)])
        return Candidate(
            source=written(one, gram),
            target=written(other, best.gram),
            also=tuple(written(other, rendering.gram) for rendering in renderings[1 : _ALSO + 1]),
            source_count=int(one.spread[gram]),
            target_count=int(other.spread[best.gram]),
            together=len(both),
            score=round(best.score, 3),
            value=round(float(self._one.value[gram]), 2),
            examples=tuple(self._units[n] for n in _shortest(both.tolist(), self._units)),
        )


def _least(rendering: _Rendering, home: int) -> float:
    """Return how well a pair has to cover each other; `home` is the longer candidate that its source is part of."""
    if home >= 0:
        return _PIECE
    return _WORSE if rendering.together > _RARELY else _WORSE_TWICE


def _belongs(rendering: _Rendering, first: _Rendering) -> bool:
    """Say whether a rendering is the first of a part of its source, and covers that part better."""
    return rendering.gram == first.gram and rendering.score < first.score


def _is_same_name(one: Candidate) -> bool:
    """Say whether a pair is a name that both languages write alike; an acronym is none."""
    words = one.source.split()
    return one.source == one.target and not one.source.isupper() and all(word[0].isupper() for word in words)
