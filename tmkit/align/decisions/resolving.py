"""Decisions applied to the reports of today: what is settled, what is refused, what must be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tmkit.align.base import Bead
from tmkit.align.decisions.base import Decision, Decisions, Located, Pair, Verdict, hashes_of, locate

EVIDENCE = ("confirmed by a reviewer",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A decision that can't be applied, since a report no longer has one of its sentences."""

    decision: Decision
    source: tuple[int, ...]
    """What stands today where its sentences stood; a lost one's place only where its neighbours show it."""
    target: tuple[int, ...]
    source_text: str
    """The words of those sentences, joined by blanks."""
    target_text: str
    lost: tuple[tuple[int, ...], tuple[int, ...]]
    """The decided indices, of source and target, that are no longer there."""
    gone: bool
    """Whether they were taken out, with nothing in their place, so that there is nothing to ask again."""

    @property
    def reason(self) -> str:
        """What is missing, in words."""
        sides = zip(("source", "target"), self.lost, strict=True)
        gone = (f"{', '.join(map(str, lost))} of the {name}" for name, lost in sides if lost)
        return f"sentence {' and '.join(gone)} was {'' if self.gone else 'changed or '}taken out"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The decisions about two reports with the indices of today."""

    settled: tuple[Bead, ...]
    """Beads that are right, with a score of 1."""
    refused: tuple[Pair, ...]
    """Beads, as source and target indices, that are wrong."""
    stale: tuple[Stale, ...]


def resolve(decisions: Decisions, source_texts: Sequence[str], target_texts: Sequence[str]) -> Resolved:
    """Return the decisions with the indices that their sentences have in two lists of sentences.

    A sentence that moved is found by its hash. A decision with a sentence that is gone is stale and
    not applied; where the same was decided of equal sentences that are there, it is passed over.
    """
    located = locate(decisions.items, hashes_of(source_texts, target_texts))
    live = [one for one in located if not one.stale]
    return Resolved(
        tuple(Bead(*pair, 1.0, EVIDENCE) for pair in _pairs("confirmed", live)),
        tuple(_pairs("rejected", live)),
        tuple(_stale(one, source_texts, target_texts) for one in located if one.stale and not _is_again(one, live)),
    )


def _pairs(verdict: Verdict, live: Sequence[Located]) -> list[Pair]:
    """Return the beads with a verdict in the order of the text, those of the target alone at the end."""
    pairs = {(one.source, one.target) for one in live if one.decision.verdict == verdict}
    return sorted(pairs, key=lambda pair: (not pair[0], pair))


def _is_again(one: Located, live: Sequence[Located]) -> bool:
    """Say whether what a stale decision says of its sentences was also decided where they stand today."""
    said = one.decision.verdict, one.decision.source_hashes, one.decision.target_hashes
    return any(said == (o.decision.verdict, o.decision.source_hashes, o.decision.target_hashes) for o in live)


def _stale(one: Located, source_texts: Sequence[str], target_texts: Sequence[str]) -> Stale:
    return Stale(
        decision=one.decision,
        source=one.source,
        target=one.target,
        source_text=" ".join(source_texts[i] for i in one.source),
        target_text=" ".join(target_texts[j] for j in one.target),
        lost=one.lost,
        gone=one.gone,
    )
