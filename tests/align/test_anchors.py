"""The route through two long documents."""

from __future__ import annotations

from tmkit.align.anchors import Route, route
from tmkit.lang.clues import NUMBER, Clue


def clues(*numbers: int) -> list[Clue]:
    return [Clue(f"#{n}", NUMBER, {f"#{n}": 1.0}, str(n)) for n in numbers]


def document(*rows: int) -> list[list[Clue]]:
    """Return sentences with two clues of their own each."""
    return [clues(2 * n, 2 * n + 1) for n in rows]


def test_without_points_the_route_is_straight() -> None:
    straight = Route((), 10, 20)
    assert [straight.at(i) for i in (0, 3, 10, 12)] == [0, 6, 20, 20]


def test_the_route_jumps_what_one_side_lacks() -> None:
    found = route(document(*range(100)), document(*range(30), *range(80, 100)))
    assert [found.at(i) for i in (0, 10, 29, 80, 99)] == [0, 10, 29, 30, 49]
    back = route(document(*range(30), *range(80, 100)), document(*range(100)))
    assert [back.at(i) for i in (10, 29, 30, 49)] == [10, 29, 80, 99]


def test_a_point_out_of_order_is_left_out() -> None:
    found = route(document(*range(20)), document(*range(5), 15, *range(5, 15), *range(16, 20)))
    assert [found.at(i) for i in (4, 5, 14, 19)] == [4, 6, 15, 19]


def test_clues_that_stand_everywhere_say_nothing() -> None:
    same = [clues(1, 2) for _ in range(50)]
    assert [route(same, same[:25]).at(i) for i in (0, 20, 50)] == [0, 10, 25]


def test_empty_documents() -> None:
    assert route([], document(1, 2)).at(0) == 2
    assert route(document(1, 2), []).at(1) == 0
