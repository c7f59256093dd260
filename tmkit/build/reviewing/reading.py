"""Reviews read back: rows with words become decisions, or one error that names all faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmkit.align import Bead
from tmkit.align.decisions import Decisions, ReportHashes, sentence_hash
from tmkit.align.decisions.base import Claim, claims, written
from tmkit.build.reviewing.base import DECISION, HASHES, INDICES, Faults, Review
from tmkit.build.reviewing.judging import Judge
from tmkit.build.reviewing.tables import Side, Table, read_table
from tmkit.build.reviewing.words import Word, read_word, suggestion
from tmkit.errors import FileError

_HASH = re.compile("[0-9a-f]{12}")
_INDEX = re.compile("[0-9]{1,9}")
_AS_WRITTEN = "leave the columns of indices and hashes as tmkit wrote them"
_ENOUGH = 3
"""Rows from which on most being broken says that columns have slipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A bead of the review, and what the reviewer wrote beside it."""

    number: int
    word: Word
    source: tuple[int, ...]
    target: tuple[int, ...]
    hashes: tuple[tuple[str, ...], tuple[str, ...]]
    edited: bool

    @property
    def claims(self) -> frozenset[Claim]:
        """Its sentences as side and index."""
        return claims(self.source, self.target)


def read_review(path: Path) -> Review:
    """Return what a reviewed workbook or text file says.

    Raises `FileError` for a file that is no review, `ReviewError` with every fault of its rows.
    """
    table = read_table(path)
    faults = Faults(table.path)
    rows = list(_rows(table, faults))
    if len(table.rows) > _ENOUGH and 2 * len(rows) < len(table.rows):
        raise FileError(path, "the cells do not stand below their headings", remedy=_AS_WRITTEN, line=table.heading)
    if not _are_apart(rows, faults) or len(rows) < len(table.rows):
        faults.check()
    reports = _report(0, rows, table.sides[0]), _report(1, rows, table.sides[1])
    judge = Judge(rows, reports, faults)
    return Review(decisions=_decided(judge, reports), source=reports[0], target=reports[1], notes=tuple(_notes(rows)))


def _decided(judge: Judge, reports: tuple[ReportHashes, ReportHashes]) -> Decisions:
    confirmed, rejected = judge.judge()
    source, target = reports
    none = Decisions(source_lang=source.lang, target_lang=target.lang, source_name=source.name, target_name=target.name)
    return none.settle(
        (source.hashes, target.hashes),
        confirmed=[Bead(*pair) for pair in confirmed],
        rejected=[Bead(*pair) for pair in rejected],
    )


def _report(side: int, rows: Sequence[Row], told: Side) -> ReportHashes:
    known = {i: mark for row in rows for i, mark in zip((row.source, row.target)[side], row.hashes[side], strict=True)}
    return ReportHashes(told.name, told.lang, tuple(known.get(i, "") for i in range(told.count)))


def _rows(table: Table, faults: Faults) -> Iterator[Row]:
    """Give the rows that are sound, and note the faults of the others."""
    for number, cells in table.rows:
        word = read_word(cells[DECISION])
        if word is None:
            faults.add(number, f"unknown decision {cells[DECISION]!r}", suggestion(cells[DECISION]))
        try:
            sides = [_keys(cells, side, table.sides[side].count) for side in (0, 1)]
        except ValueError as error:
            faults.add(number, str(error), _AS_WRITTEN)
            continue
        (source, source_hashes), (target, target_hashes) = sides
        if not source and not target:
            faults.add(number, "a row without sentences", "take it out, or " + _AS_WRITTEN)
            continue
        yield Row(
            number=number,
            word=word or Word(),
            source=source,
            target=target,
            hashes=(source_hashes, target_hashes),
            edited=_is_edited(cells, table, (source_hashes, target_hashes)),
        )


def _keys(cells: dict[str, str], side: int, count: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the indices and hashes of a side; `ValueError` says what is wrong with them."""
    indices, marks = cells[INDICES[side]].strip("[]").replace(",", " ").split(), cells[HASHES[side]].split()
    for text, pattern, name in ((indices, _INDEX, INDICES), (marks, _HASH, HASHES)):
        bad = next((word for word in text if not pattern.fullmatch(word)), None)
        if bad is not None:
            raise ValueError(f"{bad!r} in {name[side]}")
    if len(indices) != len(marks):
        raise ValueError(f"{len(indices)} in {INDICES[side]} and {len(marks)} in {HASHES[side]}")
    keys = sorted(zip(map(int, indices), marks, strict=True))
    if keys and keys[-1][0] >= count:
        raise ValueError(f"{keys[-1][0]} in {INDICES[side]}, where sentences go up to {count - 1}")
    return tuple(index for index, _ in keys), tuple(mark for _, mark in keys)


def _are_apart(rows: Sequence[Row], faults: Faults) -> bool:
    """Say whether no sentence is in two places; note the rows with one that is."""
    homes: dict[Claim, Row] = {}
    apart = True
    for row in rows:
        other = next((homes[claim] for claim in sorted(row.claims) if claim in homes), None)
        if other or len(row.claims) < len(row.source) + len(row.target):
            where = f"in row {other.number} too" if other else "in it twice"
            faults.add(row.number, f"{written(row.source, row.target)} has a sentence that is {where}", _AS_WRITTEN)
            apart = False
        homes |= dict.fromkeys(row.claims, row)
    return apart


def _is_edited(cells: dict[str, str], table: Table, hashes: tuple[Sequence[str], Sequence[str]]) -> bool:
    texts = ((cells.get(side.lang), marks) for side, marks in zip(table.sides, hashes, strict=True))
    return any(text is not None and not reads_as(text, marks) for text, marks in texts)


def reads_as(text: str, hashes: Sequence[str]) -> bool:
    """Say whether a text is the sentences of these hashes, in their order, joined by blanks."""
    words = text.split()
    for mark in hashes[:-1]:
        fits = (n for n in range(len(words) + 1) if sentence_hash(" ".join(words[:n])) == mark)
        end = next(fits, None)
        if end is None:
            return False
        words = words[end:]
    return sentence_hash(" ".join(words)) == hashes[-1] if hashes else not words


def _notes(rows: Sequence[Row]) -> Iterator[str]:
    edited = [str(row.number) for row in rows if row.edited]
    if edited:
        where = f"row {edited[0]}" if len(edited) == 1 else f"rows {', '.join(edited)}"
        yield f"the text in {where} was changed; texts are taken from the reports, so that is not kept"
