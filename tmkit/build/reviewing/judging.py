"""The words of a review become beads that are right and beads that are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tmkit.align.base import Bead
from tmkit.align.decisions import ReportHashes
from tmkit.align.decisions.base import Claim, Pair, claims, union, written
from tmkit.build.reviewing.base import Faults, in_reading_order
from tmkit.build.reviewing.words import Word, listed

_NAMES = ("source", "target")


class Judged(Protocol):
    """A row, as far as its decision goes."""

    @property
    def number(self) -> int:
        """Its row in the file, from 1."""

    @property
    def word(self) -> Word:
        """What the reviewer wrote."""

    @property
    def source(self) -> tuple[int, ...]:
        """Indices of the source's sentences."""

    @property
    def target(self) -> tuple[int, ...]:
        """Indices of the target's sentences."""


class Judge:
    """Takes the rows of a review together, since one can change another."""

    def __init__(self, rows: Sequence[Judged], reports: tuple[ReportHashes, ReportHashes], faults: Faults) -> None:
        """Take rows that have no sentence in common; an empty hash marks a sentence that none has."""
        self.rows, self.reports, self.faults = rows, reports, faults
        self._right: dict[Pair, int] = {}
        self._wrong: dict[Pair, int] = {}
        self._holders: dict[Claim, tuple[Pair, int]] = {}

    def judge(self) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Return the beads that are right and those that are wrong; raises `ReviewError` with all faults."""
        for group in self._groups():
            if len(group) > 1:
                self._merge(group)
            else:
                self._judge_row(group[0])
        for pair in self._right.keys() & self._wrong.keys():
            there = self._right[pair]
            self.faults.add(self._wrong[pair], f"says no to {written(*pair)}, which row {there} asks for", _ONE)
        self.faults.check()
        return tuple(self._right), tuple(self._wrong)

    def _groups(self) -> list[list[Judged]]:
        """Return the rows in the order of the text, with those that merge beside the row they belong to."""
        groups: list[list[Judged]] = []
        for row in in_reading_order(self.rows):
            if row.word.name == "merge" and groups:
                groups[-1].append(row)
            else:
                groups.append([row])
        return groups

    def _judge_row(self, row: Judged) -> None:
        pair = row.source, row.target
        if row.word.beads:
            self._write_out(row)
        elif row.word.name == "ok":
            self._confirm(pair, row.number)
        elif row.word.name == "no":
            self._wrong[pair] = row.number
        elif row.word.name == "split":
            self._split(row)
        elif row.word.name == "merge":
            self.faults.add(row.number, "merge in the first row of the text", "write out the bead it should be")

    def _split(self, row: Judged) -> None:
        if not len(row.source) == len(row.target) > 1:
            shape = f"{len(row.source)}-{len(row.target)}"
            remedy = f"write out the beads it should be, such as {listed(_example(row))}"
            self.faults.add(row.number, f"a bead of {shape} sentences does not split by itself", remedy)
            return
        for i, j in zip(row.source, row.target, strict=True):
            self._confirm(((i,), (j,)), row.number)

    def _merge(self, group: Sequence[Judged]) -> None:
        head, first = group[0], group[1]
        if head.word.name == "merge":
            self.faults.add(head.number, "merge in the first row of the text", "write out the bead it should be")
        elif self._is_torn():
            remedy = "write out the bead it should be, such as [3]:[4]"
            self.faults.add(first.number, "merge where rows of the text were taken out", remedy)
        elif head.word.beads or head.word.name == "split":
            remedy = "write out in one of them the beads it should be"
            self.faults.add(first.number, f"merge with row {head.number}, which is split up itself", remedy)
        else:
            if head.word.name == "no":
                self._wrong[head.source, head.target] = head.number
            self._confirm(_union(group), first.number)

    def _is_torn(self) -> bool:
        return any("" in report.hashes for report in self.reports)

    def _write_out(self, row: Judged) -> None:
        given = row.word.beads
        sentences = [claim for pair in given for claim in sorted(claims(*pair))]
        text = listed(given)
        if sum(len(side) for pair in given for side in pair) > len(set(sentences)):
            self.faults.add(row.number, f"{text} has a sentence twice", _ONE)
        elif any(not any(pair) for pair in given):
            self.faults.add(row.number, f"{text} has a bead without sentences", "leave out []:[]")
        elif not set(sentences) & claims(row.source, row.target):
            remedy = "write it into the row of one of these sentences"
            self.faults.add(row.number, f"{text} has no sentence of {written(row.source, row.target)}", remedy)
        elif self._are_there(sentences, row.number):
            for pair in given:
                self._confirm(pair, row.number)

    def _are_there(self, sentences: Sequence[Claim], number: int) -> bool:
        """Say whether the file has all these sentences; note one that it hasn't."""
        for side, index in sentences:
            hashes = self.reports[side].hashes
            if index >= len(hashes):
                remedy = f"they are counted from 0 to {len(hashes) - 1}, as in {_NAMES[side]}_indices"
                self.faults.add(number, f"there is no sentence {index} in the {_NAMES[side]}", remedy)
                return False
            if not hashes[index]:
                remedy = "put it back, or write the file again with `tmkit align`"
                self.faults.add(number, f"the row of sentence {index} of the {_NAMES[side]} was taken out", remedy)
                return False
        return True

    def _confirm(self, pair: Pair, number: int) -> None:
        """Note that a bead is right, unless another row has given one of its sentences to another bead."""
        for claim in sorted(claims(*pair)):
            other, there = self._holders.setdefault(claim, (pair, number))
            if other != pair:
                sentence = f"sentence {claim[1]} of the {_NAMES[claim[0]]}"
                reason = f"{written(*pair)} and {written(*other)} of row {there} both claim {sentence}"
                self.faults.add(number, reason, _ONE)
                return
        self._right.setdefault(pair, number)


_ONE = "decide for one of them"


def _union(group: Sequence[Judged]) -> Pair:
    return union([Bead(row.source, row.target) for row in group])


def _example(row: Judged) -> list[Pair]:
    """Return how a bead can be split up: one sentence to one, and the rest to nothing."""
    source, target = row.source, row.target
    if source and target:
        return [(source[:1], target[:1]), *(((i,), ()) for i in source[1:]), *(((), (j,)) for j in target[1:])]
    return [*(((i,), ()) for i in source), *(((), (j,)) for j in target)]
