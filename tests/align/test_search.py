import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tmkit.align.search import Shape, best_path

SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1))


def table(
    rng: np.random.Generator, a: int, b: int, n: int, m: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return rng.normal(size=(max(n - a + 1, 0), max(m - b + 1, 0))).astype(np.float32)


def worth(path: list[tuple[int, int, Shape]], scores: dict[Shape, NDArray[np.float32]]) -> float:
    return float(sum(scores[s][i, j] for i, j, s in path if s[0] and s[1]))


def every_path(n: int, m: int) -> list[list[tuple[int, int, Shape]]]:
    found: list[list[tuple[int, int, Shape]]] = []

    def walk(i: int, j: int, path: list[tuple[int, int, Shape]]) -> None:
        if (i, j) == (n, m):
            found.append(path)
        for a, b in (*SHAPES, (1, 0), (0, 1)):
            if i + a <= n and j + b <= m:
                walk(i + a, j + b, [*path, (i, j, (a, b))])

    walk(0, 0, [])
    return found


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 10**6))
def test_no_path_is_better(n: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = {(a, b): table(rng, a, b, n, m) for a, b in SHAPES}
    path = best_path(scores, n, m)
    assert abs(worth(path, scores) - max(worth(p, scores) for p in every_path(n, m))) < 1e-4
    assert list(itertools.chain(*(range(i, i + a) for i, _, (a, _) in path))) == list(range(n))
    assert list(itertools.chain(*(range(j, j + b) for _, j, (_, b) in path))) == list(range(m))
