"""Beads become translation units: bilingual ones, and trilingual ones where three languages agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tmkit.align import Alignment, Bead
from tmkit.build.base import Article
from tmkit.model import Prop, Segment, Unit, Variant


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bead: sentences of one report."""

    article: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A bead that a memory trusts: two sides of different languages."""

    sides: tuple[Side, Side]
    score: float


def trusted(alignment: Alignment, threshold: float) -> list[Bead]:
    """Return the beads that join both sides and are at least as sure as the threshold."""
    return [b for b in alignment.beads if b.source and b.target and b.score >= threshold]


def unit(sides: Sequence[tuple[Article, tuple[int, ...]]], score: float, kind: str) -> Unit:
    """Return the unit of sentences in two or more languages; its id follows from its text alone."""
    variants = tuple(_variant(article, indices) for article, indices in sides)
    props = (Prop("x-score", f"{score:.2f}"), Prop("x-bead", kind))
    return Unit(_identity(variants), variants, props)


def _variant(article: Article, indices: tuple[int, ...]) -> Variant:
    report, first = article.report, article.sentences[indices[0]]
    text = " ".join(article.sentences[i].text for i in indices)
    props = (
        Prop("x-report", report.path),
        Prop("x-paragraph", str(first.paragraph + 1)),
        Prop("x-line", str(first.line)),
    )
    created = report.date.strftime("%Y%m%dT000000Z") if report.date else None
    return Variant(report.lang, Segment((text,)), props, created=created)


def _identity(variants: Iterable[Variant]) -> str:
    content = "\x1e".join(f"{v.lang}\x1f{v.segment.text}" for v in variants)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def joined(links: Sequence[Link]) -> Iterator[tuple[tuple[Side, ...], float]]:
    """Join the links of one story into groups of sides that all say the same, with the least score.

    Sides that are equal connect their links. Where a group would hold two different sides of one
    report the languages contradict each other, and its links stay bilingual.
    """
    for group in _groups(links):
        sides = sorted({side for link in group for side in link.sides}, key=lambda s: s.article)
        if len({side.article for side in sides}) == len(sides):
            yield tuple(sides), min(link.score for link in group)
        else:
            yield from ((link.sides, link.score) for link in group)


def _groups(links: Sequence[Link]) -> Iterator[list[Link]]:
    """Give the connected links together, in the order of their first."""
    members: list[list[Link] | None] = []
    home: dict[Side, int] = {}
    for link in links:
        places = sorted({home[s] for s in link.sides if s in home})
        place = places[0] if places else len(members)
        if not places:
            members.append([])
        mine = members[place] or []
        mine.append(link)
        for other in places[1:]:
            mine += members[other] or []
            members[other] = None
        members[place] = mine
        home |= {side: place for one in mine for side in one.sides}
    yield from (group for group in members if group)
