"""Where a story is told in three languages, its beads bear each other out or contradict each other.

Three beads A-B, B-C and A-C on the same sides close a triangle. Two right beads imply the third, so
a triangle that doesn't close holds a wrong bead, or one that is missing. Measured on nine stories in
three languages with sentences taken out and put in: where two beads meet and the third alignment
leaves both ends unmatched, one of the two is wrong far more often than the third was missed. So
nothing is added; the beads lose trust.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

import msgspec

from tmkit.align import Alignment, Bead
from tmkit.align.base import SHAPES
from tmkit.build.base import Article
from tmkit.build.units import Link, Side
from tmkit.reports.base import Dropped, Line
from tmkit.reports.recurring import RecurringLines

Sides = tuple[Side, Side]

_MISSED = 0.05
"""How often a bead is missed that two others imply, over how often none is found where one of the two is wrong."""
_SURE = 0.9
"""Two beads this sure together lift the third to their own probability."""
_PLAUSIBLE = 0.5
"""A bead this sure can bear others out, and is worth a reviewer's look where it contradicts them."""
_LONGEST = max(max(shape) for shape in SHAPES)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Beads of one story that can't all be right: what they join, and why in words.

    `sides` are the two or three sides that meet; the beads' sentences in `text` count from 1.
    """

    sides: tuple[Side, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The links of a story with their scores set right by each other, in the order they came.

    `evidence` says in words, for the links whose score changed, what changed it.
    """

    links: tuple[Link, ...]
    contradictions: tuple[Contradiction, ...]
    evidence: Mapping[Sides, tuple[str, ...]]


def without_recurring(article: Article, lines: RecurringLines) -> Article:
    """Return a report without the sentences that recur across reports; they join its dropped lines."""
    report, sentences = article.report, article.sentences
    found = {kept.index: kept.reason for kept in lines.find(report.lang, article.texts)}
    if not found:
        return article
    lost = (Dropped(Line(sentences[n].line, sentences[n].text), reason) for n, reason in found.items())
    dropped = tuple(sorted((*report.dropped, *lost), key=lambda one: one.line.number))
    return Article(replace(report, dropped=dropped), tuple(s for n, s in enumerate(sentences) if n not in found))


def links_of(alignment: Alignment, ends: tuple[int, int]) -> list[Link]:
    """Return every bead that joins both sides as a link between two reports, given by their numbers."""
    return [
        Link((Side(ends[0], bead.source), Side(ends[1], bead.target)), bead.score)
        for bead in alignment.beads
        if bead.source and bead.target
    ]


def revised(alignment: Alignment, ends: tuple[int, int], agreement: Agreement) -> Alignment:
    """Return an alignment with the scores that the other languages of its story leave its beads."""
    scores = {link.sides: link.score for link in agreement.links}

    def bead(old: Bead) -> Bead:
        sides = Side(ends[0], old.source), Side(ends[1], old.target)
        more = agreement.evidence.get(sides, ())
        return msgspec.structs.replace(old, score=scores.get(sides, old.score), evidence=(*old.evidence, *more))

    return msgspec.structs.replace(alignment, beads=tuple(map(bead, alignment.beads)))


def agreed(links: Sequence[Link], langs: Mapping[int, str]) -> Agreement:
    """Return the links of one story, each as sure as the others leave it.

    `links` are all its beads, unsure ones too; two reports without any link count as never aligned.
    `langs` gives the language of each report by its number. A link in a closed triangle is at least as
    sure as the other two together, where these are sure. Where two links share a side and the third
    leads elsewhere, not all three are right; where there is none, the two are probably not both right.
    Links that only overlap cut the same text more or less finely, and stay as they are.
    """
    revision = _Revision(links, langs)
    for middle, others in revision.meeting():
        for one, other in combinations(others, 2):
            revision.weigh(one, middle, other)
    return revision.result(links)


def _ordered(one: Side, other: Side) -> Sides:
    return (one, other) if one.article < other.article else (other, one)


def _ends(sides: Sides) -> tuple[int, int]:
    one, other = _ordered(*sides)
    return one.article, other.article


def _overlap(one: Side, other: Side) -> bool:
    return not set(one.sentences).isdisjoint(other.sentences)


def _leads_elsewhere(found: Sides, third: Sides) -> bool:
    """Say whether a link has all or part of one side of another, and nothing of its other side.

    A side that only laps over, "A1+2 = C1" beside "A2+3 = C2", is a cut at another place.
    """
    pairs = [(set(one.sentences), set(other.sentences)) for one, other in zip(found, third, strict=True)]
    held = [one <= other or one >= other for one, other in pairs]
    return any(held) and any(one.isdisjoint(other) for one, other in pairs)


@dataclass(slots=True)
class _Verdict:
    """What the triangles make of one link."""

    lifted: float
    factor: float = 1.0
    reasons: list[str] = field(default_factory=list)


class _Revision:
    def __init__(self, links: Sequence[Link], langs: Mapping[int, str]) -> None:
        self.langs = langs
        self.scores = {_ordered(*link.sides): link.score for link in links}
        self.aligned = {_ends(sides) for sides in self.scores}
        self.verdicts = {sides: _Verdict(score) for sides, score in self.scores.items()}
        self.contradictions: dict[frozenset[Sides], Contradiction] = {}
        self._others: dict[Side, list[Side]] = defaultdict(list)
        self._touching: dict[tuple[int, int, int], list[Sides]] = defaultdict(list)
        for sides in self.scores:
            for side, other in (sides, sides[::-1]):
                self._others[side].append(other)
                for n in side.sentences:
                    self._touching[side.article, n, other.article].append(sides)

    def meeting(self) -> list[tuple[Side, list[Side]]]:
        """Return the sides where links meet, with what these lead to."""
        return [(side, others) for side, others in self._others.items() if len(others) > 1]

    def weigh(self, one: Side, middle: Side, other: Side) -> None:
        """Weigh two links that share a side against what is known of the third."""
        third = _ordered(one, other)
        if _ends(third) not in self.aligned:
            return
        legs = _ordered(one, middle), _ordered(middle, other)
        if third in self.scores:
            self._close(third, legs)
        elif found := self._elsewhere(one, other):
            for sides in found:
                if _leads_elsewhere(sides, third):
                    self._contradict(legs, third, sides)
        else:
            self._miss(legs, third)

    def _elsewhere(self, one: Side, other: Side) -> list[Sides]:
        """Return the links between two reports that hold a sentence of either side."""
        found = [
            sides
            for side, far in ((one, other.article), (other, one.article))
            for n in side.sentences
            for sides in self._touching.get((side.article, n, far), ())
        ]
        return list(dict.fromkeys(found))

    def _close(self, third: Sides, legs: tuple[Sides, Sides]) -> None:
        together = self.scores[legs[0]] * self.scores[legs[1]]
        verdict = self.verdicts[third]
        if together >= _SURE and together > verdict.lifted:
            verdict.lifted = together
            verdict.reasons.append(f"borne out by {self._name(legs[0])} and {self._name(legs[1])}")

    def _contradict(self, legs: tuple[Sides, Sides], third: Sides, found: Sides) -> None:
        """Make three links less sure that can't all be right."""
        beads = (*legs, found)
        product = self.scores[legs[0]] * self.scores[legs[1]] * self.scores[found]
        if product < 1:  # three links that a person settled are left to that person
            for sides in beads:
                self._lower(sides, max(0.0, (self.scores[sides] - product) / (1 - product)), beads)
        self._report(beads, third, f"but {self._name(found)}")

    def _miss(self, legs: tuple[Sides, Sides], third: Sides) -> None:
        """Make two links less sure that imply a third which wasn't found."""
        first, second = (self.scores[sides] for sides in legs)
        both = first * second * _MISSED
        every = both + 1 - first * second
        if every:
            self._lower(legs[0], (both + first * (1 - second)) / every, legs)
            self._lower(legs[1], (both + second * (1 - first)) / every, legs)
        self._report(legs, third, f"but no {self._langs(third)} bead joins the ends")

    def _lower(self, sides: Sides, probability: float, beads: Iterable[Sides]) -> None:
        score, verdict = self.scores[sides], self.verdicts[sides]
        factor = probability / score if score else 1.0
        if factor < verdict.factor:
            verdict.factor = factor
            others = [self._name(bead) for bead in beads if bead != sides]
            verdict.reasons.append(f"at odds with {' and '.join(others)}")

    def _report(self, beads: tuple[Sides, ...], third: Sides, how: str) -> None:
        key = frozenset(beads)
        if key not in self.contradictions and all(self.scores[sides] >= _PLAUSIBLE for sides in beads):
            sides = sorted({side for bead in beads for side in bead}, key=lambda s: (s.article, s.sentences))
            text = f"{self._name(beads[0])} and {self._name(beads[1])}, {how}"
            self.contradictions[key] = Contradiction(tuple(sides), text)

    def _name(self, sides: Sides) -> str:
        return " = ".join(self._side(side) for side in sides)

    def _side(self, side: Side) -> str:
        return f"{self.langs[side.article]} {list(side.sentences)}"

    def _langs(self, sides: Sides) -> str:
        return "-".join(self.langs[side.article] for side in sides)

    def result(self, links: Sequence[Link]) -> Agreement:
        """Return the links as they came, with what was made of them."""
        verdicts = {link.sides: self.verdicts[_ordered(*link.sides)] for link in links}
        return Agreement(
            tuple(Link(sides, v.lifted * v.factor) for sides, v in verdicts.items()),
            tuple(self.contradictions.values()),
            {sides: tuple(v.reasons) for sides, v in verdicts.items() if v.reasons},
        )


def united(links: Sequence[Link], threshold: float) -> Iterator[tuple[tuple[Side, ...], float]]:
    """Unite the links of one story into groups of sides that all say the same, with the least score.

    Links that share a sentence go together: "A1 = B1+2, B1+2 = C1+2, A1 = C1+2" as well as the finer
    "B1 = C1, B2 = C2" beside them. The group becomes one unit of three languages where its sides are
    runs no longer than a bead's, all reports that were aligned with each other bear it out, and all
    but one pair of them over its whole length. Links of other groups stay bilingual. `links` are the
    unsure ones too, which may bear out but not make a unit; only those as sure as the threshold do.
    """
    aligned = {_ends(link.sides) for link in links}
    unsure = [link for link in links if _PLAUSIBLE <= link.score < threshold]
    for group in _groups([link for link in links if link.score >= threshold]):
        sides = _union(group)
        if len(sides) > 2 and _is_one(sides, group, unsure, aligned):
            yield tuple(sides.values()), min(link.score for link in group)
        else:
            yield from ((link.sides, link.score) for link in group)


def _groups(links: Iterable[Link]) -> list[list[Link]]:
    """Return the links that share sentences together, in the order of their first."""
    home: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        places = [(side.article, n) for side in link.sides for n in side.sentences]
        met = {id(home[place]): home[place] for place in places if place in home}
        group = [one for other in met.values() for one in other] + [link]
        for one in group:
            home.update(((side.article, n), group) for side in one.sides for n in side.sentences)
    return list({id(group): group for group in home.values()}.values())


def _union(links: Iterable[Link]) -> dict[int, Side]:
    """Return all that some links join, one side a report, in the reports' order."""
    held: dict[int, set[int]] = defaultdict(set)
    for link in links:
        for side in link.sides:
            held[side.article].update(side.sentences)
    return {article: Side(article, tuple(sorted(held[article]))) for article in sorted(held)}


def _is_one(
    sides: Mapping[int, Side], group: Sequence[Link], unsure: Sequence[Link], aligned: set[tuple[int, int]]
) -> bool:
    """Say whether all the reports of a group bear out that its sides say the same."""
    if any(len(s.sentences) > _LONGEST or s.sentences[-1] - s.sentences[0] >= len(s.sentences) for s in sides.values()):
        return False
    whole = 0
    pairs = [ends for ends in combinations(sides, 2) if ends in aligned]
    for ends in pairs:
        own = [link for link in group if _ends(link.sides) == ends]
        if not own and not any(_bears_out(link, sides) for link in unsure if _ends(link.sides) == ends):
            return False
        whole += _union(own) == {n: sides[n] for n in ends}
    return whole >= max(2, len(pairs) - 1)


def _bears_out(link: Link, sides: Mapping[int, Side]) -> bool:
    """Say whether a link joins sentences of both sides that it has in a group."""
    return all(_overlap(side, sides[side.article]) for side in link.sides)
