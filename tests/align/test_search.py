import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tmkit.align.base import Shape
from tmkit.align.search import Step, best_path

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1))


def table(
    rng: np.random.Generator, a: int, b: int, n: int, m: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return rng.normal(size=(max(n - a + 1, 0), max(m - b + 1, 0))).astype(np.float32)


Tables = dict[Shape, NDArray[np.float32]]


def worth(path: list[Step], scores: Tables, swaps: Tables) -> float:
    return float(sum((swaps if is_swap else scores)[s][i, j] for i, j, s, is_swap in path if s[0] and s[1]))


def every_path(n: int, m: int) -> list[list[Step]]:
    found: list[list[Step]] = []
    steps = [(shape, False) for shape in (*SHAPES, (1, 0), (0, 1))] + [((2, 2), True)]

    def walk(i: int, j: int, path: list[Step]) -> None:
        if (i, j) == (n, m):
            found.append(path)
        for (a, b), is_swap in steps:
            if i + a <= n and j + b <= m:
                walk(i + a, j + b, [*path, (i, j, (a, b), is_swap)])

    walk(0, 0, [])
    return found


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 10**6), st.booleans())
def test_no_path_is_better(n: int, m: int, seed: int, dense: bool) -> None:
    rng = np.random.default_rng(seed)
    scores = {(a, b): table(rng, a, b, n, m) for a, b in SHAPES}
    swaps = {(2, 2): table(rng, 2, 2, n, m)}
    with pytest.MonkeyPatch.context() as patch:
        if dense:
            patch.setattr("tmkit.align.search._FEW", -1)
        path = best_path(scores, swaps, n, m)
    best = max(worth(p, scores, swaps) for p in every_path(n, m))
    assert abs(worth(path, scores, swaps) - best) < 1e-4
    assert all(scored > 0 for scored in (worth([step], scores, swaps) for step in path))
    ends = [(i + a, j + b) for i, j, (a, b), _ in path]
    assert all(end <= (i, j) and end[1] <= j for end, (i, j, _, _) in zip(ends, path[1:], strict=False))
