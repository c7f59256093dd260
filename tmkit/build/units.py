"""Beads become translation units, in two languages or more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmkit.align import Alignment, Bead
from tmkit.build.base import Article
from tmkit.model import LINE, REPORT, Prop, Segment, Unit, Variant


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
    """Return the unit of sentences in two or more languages; its id follows from its text alone.

    A score of 1 says that a reviewer confirmed it.
    """
    variants = tuple(_variant(article, indices) for article, indices in sides)
    props = [Prop("x-score", f"{score:.2f}"), Prop("x-bead", kind)]
    if score == 1:
        props.append(Prop("x-reviewed", "yes"))
    return Unit(_identity(variants), variants, tuple(props))


def _variant(article: Article, indices: tuple[int, ...]) -> Variant:
    report, first = article.report, article.sentences[indices[0]]
    text = " ".join(article.sentences[i].text for i in indices)
    props = (
        Prop(REPORT, report.path),
        Prop("x-paragraph", str(first.paragraph + 1)),
        Prop(LINE, str(first.line)),
    )
    created = report.date.strftime("%Y%m%dT000000Z") if report.date else None
    return Variant(report.lang, Segment((text,)), props, created=created)


def _identity(variants: Iterable[Variant]) -> str:
    content = "\x1e".join(f"{v.lang}\x1f{v.segment.text}" for v in variants)
    return hashlib.sha256(content.encode()).hexdigest()[:16]
