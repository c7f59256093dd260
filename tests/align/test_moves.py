"""Beads that cross the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tmkit.align.moves import moved, swaps, unswapped
from tmkit.align.weights import DEFAULT

WEIGHTS = replace(DEFAULT, swap=10.0, swap_gain=4.0, moved_gain=12.0, moved_lead=6.0)


def tables(pairs: list[list[float]]) -> dict[tuple[int, int], np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Return the gains of single pairs, and none for larger beads."""
    table = np.array(pairs, np.float32)
    rows, columns = table.shape
    scores = {(1, 1): table}
    for a, b in ((1, 2), (2, 1), (2, 2), (2, 3), (3, 2)):
        scores[a, b] = np.full((max(rows - a + 1, 0), max(columns - b + 1, 0)), -50, np.float32)
    return scores


def test_a_moved_bead_must_gain_enough() -> None:
    for gain, found in ((20.0, [(1, 0, (1, 1))]), (11.0, [])):
        scores = tables([[-5, 30], [gain, -5]])
        assert moved(scores, [(0, 1, (1, 1))], WEIGHTS) == found


def test_a_moved_bead_must_stand_apart_from_its_rivals() -> None:
    scores = tables([[-5, 30, -5], [20, -5, 15]])
    assert moved(scores, [(0, 1, (1, 1))], WEIGHTS) == []


def test_neighbours_that_change_places() -> None:
    scores = tables([[-5, 20], [18, -5]])
    crossing = swaps(scores, WEIGHTS)
    assert crossing[2, 2].tolist() == [[28.0]]
    assert unswapped((0, 0, (2, 2)), scores, WEIGHTS) == ((0, 1, (1, 1)), (1, 0, (1, 1)))


def test_neither_neighbour_may_be_weak() -> None:
    assert swaps(tables([[-5, 40], [3, -5]]), WEIGHTS)[2, 2].tolist() == [[-np.inf]]


def test_a_sentence_may_stand_unmatched_between_the_two() -> None:
    scores = tables([[-5, -5, 30], [20, -5, -5]])
    scores[1, 2][0, 1] = 15.0
    assert swaps(scores, WEIGHTS)[2, 3].tolist() == [[25.0]]
    assert unswapped((0, 0, (2, 3)), scores, WEIGHTS) == ((0, 2, (1, 1)), (1, 0, (1, 1)))


def test_documents_too_small_to_swap() -> None:
    assert swaps(tables([[5.0]]), WEIGHTS)[2, 2].size == 0
