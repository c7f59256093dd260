"""What a reviewer decided about the beads of two reports, as sentence indices and hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tmkit.align.base import Bead
from tmkit.align.decisions.places import Key, Places
from tmkit.errors import TmkitError
from tmkit.lang.text import nfc

Verdict = Literal["confirmed", "rejected"]
Hashes = tuple[Sequence[str], Sequence[str]]
"""The hashes of all sentences of the source and of the target, in their order."""
Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""A bead as no more than its indices."""
Claim = tuple[int, int]
"""A sentence of today: its side (0 source, 1 target) and index."""


def sentence_hash(text: str) -> str:
    """Return the mark of a sentence: the same however its letters are composed and its blanks are set.

    No-break blanks count as blanks, so a typographer's changes keep the mark.

    >>> sentence_hash(" Hà  Nội ") == sentence_hash("Ha\u0300 Nội")
    True
    """
    squeezed = " ".join(nfc(text).split())
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def hashes_of(source: Iterable[str], target: Iterable[str]) -> Hashes:
    """Return the hashes of all sentences of two reports."""
    return tuple(map(sentence_hash, source)), tuple(map(sentence_hash, target))


def written(source: Sequence[int], target: Sequence[int]) -> str:
    """Return a bead as `tmkit align` prints it.

    >>> written((3,), ())
    '[3]:[]'
    """
    return f"{list(source)}:{list(target)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One bead, and whether it is right; the hashes stand in the order of the indices.

    An empty side says that the other has no counterpart.
    """

    verdict: Verdict
    source: tuple[int, ...]
    target: tuple[int, ...]
    source_hashes: tuple[str, ...]
    target_hashes: tuple[str, ...]

    @property
    def keys(self) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
        """The sentences of both sides, each an index and a hash."""
        return (
            tuple(zip(self.source, self.source_hashes, strict=True)),
            tuple(zip(self.target, self.target_hashes, strict=True)),
        )

    @property
    def swapped(self) -> Decision:
        """The same with source and target exchanged."""
        return _decision(self.verdict, self.keys[1], self.keys[0])


def _decision(verdict: Verdict, source: Iterable[Key], target: Iterable[Key]) -> Decision:
    one, other = sorted(source), sorted(target)
    return Decision(
        verdict=verdict,
        source=tuple(index for index, _ in one),
        target=tuple(index for index, _ in other),
        source_hashes=tuple(mark for _, mark in one),
        target_hashes=tuple(mark for _, mark in other),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A decision, and where its sentences stand today."""

    decision: Decision
    source: tuple[int, ...]
    """Where a sentence is lost, what stands in its place, if the neighbours show it."""
    target: tuple[int, ...]
    lost: tuple[tuple[int, ...], tuple[int, ...]]
    """The indices, as decided, of sentences that the reports no longer have."""
    today: Decision
    """The same decision with the indices that hold today; lost sentences have likely ones."""
    gone: bool
    """Whether every lost sentence was taken out, as its neighbours show, and not just changed."""

    @property
    def stale(self) -> bool:
        """Whether a sentence is lost, so that the decision can't be applied."""
        return any(self.lost)

    @property
    def claims(self) -> frozenset[Claim]:
        """The sentences of today, as side (0 or 1) and index."""
        return claims(self.source, self.target)


def claims(source: Iterable[int], target: Iterable[int]) -> frozenset[Claim]:
    """Return the sentences of a bead as side (0 source, 1 target) and index."""
    return frozenset((0, i) for i in source) | frozenset((1, j) for j in target)


def locate(items: Sequence[Decision], hashes: Hashes) -> list[Located]:
    """Return where the sentences of each decision stand in the reports of these hashes."""
    places = tuple(Places((key for item in items for key in item.keys[side]), hashes[side]) for side in (0, 1))
    return [_located(item, places) for item in items]


def _located(item: Decision, places: Sequence[Places]) -> Located:
    now: list[tuple[int, ...]] = []
    lost: list[tuple[int, ...]] = []
    today: list[list[Key]] = []
    for keys, side in zip(item.keys, places, strict=True):
        spots = [(side.found[key],) if key in side.found else side.around(key[0]) for key in keys]
        now.append(tuple(sorted({spot for some in spots for spot in some})))
        lost.append(tuple(key[0] for key in keys if key not in side.found))
        today.append([(side.found[key] if key in side.found else side.expected(key[0]), key[1]) for key in keys])
    return Located(
        decision=item,
        source=now[0],
        target=now[1],
        lost=(lost[0], lost[1]),
        today=_decision(item.verdict, *today),
        gone=all(side.is_gone(index) for side, indices in zip(places, lost, strict=True) for index in indices),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All that was decided about one pair of reports; every change gives a new value.

    No sentence is in two confirmed decisions, and no bead is both confirmed and rejected. The texts
    that a change is made with are the reports of today: what was decided earlier moves along.
    """

    source_lang: str
    target_lang: str
    source_name: str
    target_name: str
    items: tuple[Decision, ...] = ()

    def swapped(self) -> Decisions:
        """Return the same with source and target exchanged."""
        return Decisions(
            source_lang=self.target_lang,
            target_lang=self.source_lang,
            source_name=self.target_name,
            target_name=self.source_name,
            items=ordered(item.swapped for item in self.items),
        )

    def confirm(self, bead: Bead, source_texts: Sequence[str], target_texts: Sequence[str]) -> Decisions:
        """Return the decisions with a bead that is right: other confirmed beads with its sentences go."""
        return self.settle(hashes_of(source_texts, target_texts), confirmed=[bead])

    def reject(self, bead: Bead, source_texts: Sequence[str], target_texts: Sequence[str]) -> Decisions:
        """Return the decisions with a bead that is wrong, as it stands; its sentences stay undecided."""
        return self.settle(hashes_of(source_texts, target_texts), rejected=[bead])

    def withdraw(self, bead: Bead, source_texts: Sequence[str], target_texts: Sequence[str]) -> Decisions:
        """Return the decisions without whatever says that just this bead is right or wrong."""
        found = locate(self.items, hashes_of(source_texts, target_texts))
        left = (one.decision for one in found if (one.source, one.target) != _pair(bead))
        return replace(self, items=tuple(left))

    def split(
        self, bead: Bead, parts: Sequence[Bead], source_texts: Sequence[str], target_texts: Sequence[str]
    ) -> Decisions:
        """Return the decisions with a bead's sentences confirmed as these parts.

        Raises `TmkitError` unless every sentence of the bead is in just one part.
        """
        if union(parts) != _pair(bead):
            whole, given = written(bead.source, bead.target), _listed(parts)
            raise TmkitError(f"{given} are not the parts of {whole}; give all of its sentences, and no other")
        return self.settle(hashes_of(source_texts, target_texts), confirmed=parts)

    def merge(self, beads: Sequence[Bead], source_texts: Sequence[str], target_texts: Sequence[str]) -> Decisions:
        """Return the decisions with all sentences of some beads confirmed as one bead."""
        return self.settle(hashes_of(source_texts, target_texts), confirmed=[Bead(*union(beads))])

    def move(self, bead: Bead, to: Bead, source_texts: Sequence[str], target_texts: Sequence[str]) -> Decisions:
        """Return the decisions with another bead confirmed in a bead's place.

        Raises `TmkitError` where the two have no sentence in common.
        """
        if not claims(bead.source, bead.target) & claims(to.source, to.target):
            raise TmkitError(f"{_listed([bead, to])} have no sentence in common; confirm the second instead")
        return self.settle(hashes_of(source_texts, target_texts), confirmed=[to])

    def settle(self, hashes: Hashes, *, confirmed: Collection[Bead] = (), rejected: Collection[Bead] = ()) -> Decisions:
        """Return the decisions with beads that are right and beads that are wrong.

        Older decisions get the indices that hold in the reports of these hashes. Those that contradict
        the new ones go: confirmed beads with a sentence of a new one, and whatever says the opposite
        of just the same bead. A rejection of any other bead stays. Raises `TmkitError` for a bead of
        sentences that aren't there, and for new beads that contradict each other.
        """
        new = _made(hashes, confirmed, rejected)
        return replace(self, items=ordered([*self.surviving(hashes, confirmed, rejected), *new]))

    def surviving(self, hashes: Hashes, confirmed: Iterable[Bead], rejected: Iterable[Bead]) -> tuple[Decision, ...]:
        """Return the decisions, with today's indices, that do not contradict these beads."""
        right, wrong = set(map(_pair, confirmed)), set(map(_pair, rejected))
        claimed = frozenset(claim for pair in right for claim in claims(*pair))
        found = [one for one in locate(self.items, hashes) if not _contradicts(one, right, wrong, claimed)]
        return ordered(_placed(found, _made(hashes, confirmed, rejected)))


def _pair(bead: Bead) -> Pair:
    return tuple(sorted(bead.source)), tuple(sorted(bead.target))


def _contradicts(one: Located, right: set[Pair], wrong: set[Pair], claimed: frozenset[Claim]) -> bool:
    pair = one.source, one.target
    if one.decision.verdict == "rejected":
        return pair in right
    return pair in wrong or bool(one.claims & claimed)


def _placed(found: Iterable[Located], new: Iterable[Decision]) -> Iterator[Decision]:
    """Give the decisions with today's indices, less stale ones that would claim what another holds.

    That happens where of two equal sentences one is gone. The other stale ones are kept: the report
    may come back as it was, and reviewers may have different states of it.
    """
    held = {key for item in new for key in _keys(item)}
    for one in sorted(found, key=lambda one: one.stale):
        keys = set(_keys(one.today))
        if not one.stale or not held & keys:
            yield one.today
            held |= keys if one.decision.verdict == "confirmed" else set()


def _keys(item: Decision) -> Iterator[tuple[int, Key]]:
    """Give the sentences of a decision as side and key."""
    for side, keys in enumerate(item.keys):
        yield from ((side, key) for key in keys)


def _made(hashes: Hashes, confirmed: Iterable[Bead], rejected: Iterable[Bead]) -> list[Decision]:
    """Return decisions about beads of today; `TmkitError` where they can't be or contradict each other."""
    made = [_judged("confirmed", bead, hashes) for bead in confirmed]
    made += [_judged("rejected", bead, hashes) for bead in rejected]
    clash = clashing(made)
    if clash:
        raise TmkitError(f"{clash[2]}; decide for one of them")
    return made


def _judged(verdict: Verdict, bead: Bead, hashes: Hashes) -> Decision:
    sentences = claims(bead.source, bead.target)
    outside = any(not 0 <= index < len(hashes[side]) for side, index in sentences)
    if outside or not sentences or len(sentences) < len(bead.source) + len(bead.target):
        counts = f"{len(hashes[0])} and {len(hashes[1])} sentences, counted from 0"
        raise TmkitError(f"{written(*_pair(bead))} is no bead of these reports; they have {counts}")
    source, target = (
        [(index, marks[index]) for index in side] for side, marks in zip(_pair(bead), hashes, strict=True)
    )
    return _decision(verdict, source, target)


def clashing(items: Sequence[Decision]) -> tuple[int, int, str] | None:
    """Return the places of the first two decisions that contradict each other, and how; None for none.

    The same decision twice is no contradiction.
    """
    verdicts: dict[object, int] = {}
    holders: dict[tuple[int, Key], int] = {}
    for place, item in enumerate(items):
        text = written(item.source, item.target)
        other = verdicts.setdefault(item.keys, place)
        if items[other].verdict != item.verdict:
            return other, place, f"{text} is both confirmed and rejected"
        for side, key in _keys(item) if item.verdict == "confirmed" else ():
            other = holders.setdefault((side, key), place)
            if items[other].keys != item.keys:
                one, name = items[other], ("source", "target")[side]
                return (
                    other,
                    place,
                    f"sentence {key[0]} of the {name} is in {written(one.source, one.target)} and {text}",
                )
    return None


def union(beads: Iterable[Bead]) -> Pair:
    """Return all sentences of some beads; raises `TmkitError` where two share one."""
    several = list(beads)
    source = sorted(i for bead in several for i in bead.source)
    target = sorted(j for bead in several for j in bead.target)
    if len(set(source)) < len(source) or len(set(target)) < len(target):
        raise TmkitError(f"{_listed(several)} share a sentence; give each to one bead")
    return tuple(source), tuple(target)


def _listed(beads: Iterable[Bead]) -> str:
    return " ".join(written(bead.source, bead.target) for bead in beads)


def ordered(items: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in the order of a file, each once: by the source, the target's alone at the end."""
    return tuple(sorted(set(items), key=lambda item: (not item.source, *_order(item))))


def _order(item: Decision) -> tuple[object, ...]:
    return item.source, item.target, item.verdict, item.source_hashes, item.target_hashes
