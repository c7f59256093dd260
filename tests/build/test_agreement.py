"""Three languages of a story bear each other's beads out, or contradict them."""

from __future__ import annotations

from datetime import date
from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import alignments as gold_of
from tests.samples import stories
from tmkit.align import Aligner, Alignment, Bead
from tmkit.build.base import Article
from tmkit.build.stories import Agreement, agreed, links_of, revised, united, without_recurring
from tmkit.build.units import Link, Side
from tmkit.reports.base import Dropped, Line, Paragraph, Report, Sentence
from tmkit.reports.recurring import Recurrence

VI, FR, EN = range(3)
LANGS = {VI: "vi", FR: "fr", EN: "en", 3: "vi"}
PAIRS = {("vi", "fr"): (VI, FR), ("vi", "en"): (VI, EN), ("fr", "en"): (FR, EN)}
FAR = (90,)
"""A sentence that nothing else holds: its link says that two reports were aligned."""


def link(a: int, i: tuple[int, ...], b: int, j: tuple[int, ...], score: float = 0.95) -> Link:
    return Link((Side(a, i), Side(b, j)), score)


def scores(links: list[Link]) -> list[float]:
    return [round(one.score, 3) for one in agreed(links, LANGS).links]


def test_a_closed_triangle_lifts_its_weakest_link() -> None:
    links = [link(VI, (1,), FR, (2,), 0.97), link(VI, (1,), EN, (3, 4), 0.6), link(FR, (2,), EN, (3, 4), 0.96)]
    agreement = agreed(links, LANGS)
    assert [one.sides for one in agreement.links] == [one.sides for one in links]
    assert scores(links) == [0.97, round(0.97 * 0.96, 3), 0.96]
    assert agreement.evidence == {links[1].sides: ("borne out by vi [1] = fr [2] and fr [2] = en [3, 4]",)}
    assert agreement.contradictions == ()


def test_unsure_links_lift_nothing() -> None:
    assert scores([link(VI, (1,), FR, (2,), 0.9), link(VI, (1,), EN, (3,), 0.6), link(FR, (2,), EN, (3,), 0.9)]) == [
        0.9,
        0.6,
        0.9,
    ]


def test_three_links_that_contradict_each_other_are_not_all_right() -> None:
    links = [link(VI, (1,), FR, (2,), 0.99), link(VI, (1,), EN, (3,), 0.95), link(FR, (2,), EN, (7,), 0.9)]
    every = prod(one.score for one in links)
    agreement = agreed(links, LANGS)
    assert [one.score for one in agreement.links] == pytest.approx(
        [(p - every) / (1 - every) for p in (0.99, 0.95, 0.9)]
    )
    assert [c.text for c in agreement.contradictions] == ["vi [1] = fr [2] and vi [1] = en [3], but fr [2] = en [7]"]
    assert agreement.evidence[links[2].sides] == ("at odds with vi [1] = fr [2] and vi [1] = en [3]",)


def test_two_links_without_a_third_are_hardly_both_right() -> None:
    links = [link(VI, (1,), FR, (2,), 0.99), link(VI, (1,), EN, (3,), 0.9), link(FR, FAR, EN, FAR)]
    strong, weak, far = scores(links)
    assert strong > 0.9
    assert weak < 0.4
    assert far == 0.95
    assert [c.text for c in agreed(links, LANGS).contradictions] == [
        "vi [1] = fr [2] and vi [1] = en [3], but no fr-en bead joins the ends"
    ]


def test_reports_that_were_never_aligned_say_nothing() -> None:
    links = [link(VI, (1,), FR, (2,), 0.9), link(VI, (1,), EN, (3,), 0.9)]
    assert agreed(links, LANGS) == Agreement(tuple(links), (), {})


def test_a_finer_cut_is_no_contradiction() -> None:
    links = [link(VI, (1,), FR, (1, 2)), link(FR, (1,), EN, (1,)), link(VI, (1,), EN, (1, 2))]
    assert agreed(links, LANGS) == Agreement(tuple(links), (), {})


def test_a_cut_at_another_place_is_no_contradiction() -> None:
    links = [link(VI, (1, 2), FR, (1,)), link(FR, (1,), EN, (1,)), link(VI, (2, 3), EN, (2,))]
    assert agreed(links, LANGS) == Agreement(tuple(links), (), {})


def test_what_is_unlikely_anyway_is_not_reported() -> None:
    links = [link(VI, (1,), FR, (2,), 0.99), link(VI, (1,), EN, (3,), 0.3), link(FR, (2,), EN, (7,), 0.9)]
    assert agreed(links, LANGS).contradictions == ()


def test_what_a_reviewer_settled_stays() -> None:
    links = [link(VI, (1,), FR, (2,), 1.0), link(VI, (1,), EN, (3,), 1.0), link(FR, (2,), EN, (7,), 0.9)]
    assert scores(links) == [1.0, 1.0, 0.0]
    both = [link(VI, (1,), FR, (2,), 1.0), link(VI, (1,), EN, (3,), 1.0), link(FR, FAR, EN, FAR)]
    assert scores(both) == [1.0, 1.0, 0.95]


@given(st.lists(st.tuples(*[st.integers(0, 2)] * 2, *[st.integers(0, 3)] * 2, st.floats(0, 1)), max_size=12))
def test_probabilities_stay_probabilities(rows: list[tuple[int, int, int, int, float]]) -> None:
    found = {(a, i, b): link(a, (i,), b, (j,), p) for a, b, i, j, p in rows if a < b}
    links = list({one.sides: one for one in found.values()}.values())
    agreement = agreed(links, LANGS)
    assert [one.sides for one in agreement.links] == [one.sides for one in links]
    assert all(0 <= one.score <= 1 for one in agreement.links)
    changed = {new.sides for old, new in zip(links, agreement.links, strict=True) if not isclose(old.score, new.score)}
    assert changed <= set(agreement.evidence)


def test_scores_come_back_into_the_alignment() -> None:
    beads = (Bead((0,), ()), Bead((1,), (0,), 0.6, ("numbers 5",)))
    alignment = Alignment(source_lang="vi", target_lang="en", source=("A.", "B."), target=("C.",), beads=beads)
    links = [*links_of(alignment, (VI, EN)), link(VI, (1,), FR, (2,)), link(FR, (2,), EN, (0,))]
    assert links[0] == link(VI, (1,), EN, (0,), 0.6)
    new = revised(alignment, (VI, EN), agreed(links, LANGS))
    evidence = ("numbers 5", "borne out by vi [1] = fr [2] and fr [2] = en [0]")
    assert new.beads == (beads[0], Bead((1,), (0,), 0.95 * 0.95, evidence))


def sides(*found: tuple[int, ...]) -> tuple[Side, ...]:
    return tuple(Side(n, one) for n, one in enumerate(found))


CLOSED = [link(VI, (1,), FR, (2,), 0.9), link(VI, (1,), EN, (3,)), link(FR, (2,), EN, (3,))]
FINER = [
    link(VI, (1, 2), FR, (1,)),
    link(FR, (1,), EN, (1, 2)),
    link(VI, (1,), EN, (1,)),
    link(VI, (2,), EN, (2,), 0.85),
]
PARTLY = [link(VI, (1,), FR, (1, 2)), link(VI, (1,), EN, (1, 2)), link(FR, (1,), EN, (1,))]
WIDER = [link(VI, (1,), FR, (1, 2)), link(FR, (2, 3), EN, (1,)), link(VI, (1,), EN, (1,))]
GAP = [link(VI, (1,), FR, (1, 3)), link(VI, (1,), EN, (1,)), link(FR, (1,), EN, (1,))]
LONG = [
    link(a, i, b, j)
    for a, i, b, j in (
        (VI, (0, 1, 2), FR, (0,)),
        (VI, (3, 4, 5), FR, (1,)),
        (VI, (0, 1, 2), EN, (0,)),
        (VI, (3, 4, 5), EN, (1,)),
        (FR, (0, 1), EN, (0, 1)),
    )
]
ALIGNED = link(FR, FAR, EN, FAR, 0.1)
OPEN = CLOSED[:2]


@pytest.mark.parametrize(
    ("links", "unit"),
    [
        (CLOSED, (sides((1,), (2,), (3,)), 0.9)),
        (FINER, (sides((1, 2), (1,), (1, 2)), 0.85)),
        (PARTLY, (sides((1,), (1, 2), (1, 2)), 0.95)),
        (OPEN, (sides((1,), (2,), (3,)), 0.9)),
        ([*OPEN, link(FR, (2,), EN, (3,), 0.5)], (sides((1,), (2,), (3,)), 0.9)),
        ([*CLOSED, link(EN, (3,), 3, (8,))], (sides((1,), (2,), (3,), (8,)), 0.9)),
    ],
)
def test_what_becomes_one_unit(links: list[Link], unit: tuple[tuple[Side, ...], float]) -> None:
    assert list(united(links, 0.8)) == [unit]


@pytest.mark.parametrize(
    "links",
    [
        WIDER,
        GAP,
        LONG,
        [*OPEN, ALIGNED],
        [*OPEN, link(FR, (2,), EN, (4,), 0.7)],
        [*OPEN, link(FR, (2,), EN, (3,), 0.4)],
    ],
)
def test_what_stays_bilingual(links: list[Link]) -> None:
    assert set(united(links, 0.8)) == {(one.sides, one.score) for one in links if one.score >= 0.8}


def test_stories_come_in_the_order_of_their_links() -> None:
    other = link(VI, (0,), FR, (0,))
    late = link(VI, (7,), FR, (7,))
    assert [len(found) for found, _ in united([other, *CLOSED, late], 0.8)] == [2, 3, 2]


@pytest.mark.parametrize("threshold", [0.5, 0.8, 0.95])
def test_nearly_every_trilingual_unit_of_the_samples_is_right(threshold: float) -> None:
    right = wrong = every = 0
    for _, links, wanted in _sample_stories():
        found = {s for s, _ in united(agreed(links, LANGS).links, threshold) if len(s) == 3}
        right, wrong, every = right + len(found & wanted), wrong + len(found - wanted), every + len(wanted)
    assert wrong <= 0.02 * right
    assert right >= 0.9 * every


def _sample_stories() -> list[tuple[str, list[Link], set[tuple[Side, ...]]]]:
    """Give the links of each sample story, and the units that its gold beads make together."""
    made: dict[str, list[Link]] = {story["story"]: [] for story in stories()}
    gold: dict[str, list[Link]] = {name: [] for name in made}
    for langs, ends in PAIRS.items():
        aligner = Aligner(*langs)
        for name, one, other, beads in gold_of(*langs):
            made[name] += links_of(aligner.align(one.sentences, other.sentences), ends)
            gold[name] += [link(ends[0], a, ends[1], b, 1.0) for a, b in beads if a and b]
    return [(name, links, {s for s, _ in united(gold[name], 0.8) if len(s) == 3}) for name, links in made.items()]


def _article(number: int, *sentences: str) -> Article:
    report = Report(
        path=f"{number}.vi.txt",
        lang="vi",
        title=None,
        date=date(2015, 4, 14),
        paragraphs=tuple(Paragraph(text, 3 + n, "vi") for n, text in enumerate(sentences)),
        dropped=(Dropped(Line(1, "Trang chủ"), "menu"), Dropped(Line(9, "Tin khác"), "menu")),
        repairs=(),
    )
    return Article(report, tuple(Sentence(text, n, 3 + n) for n, text in enumerate(sentences)))


def test_recurring_sentences_are_dropped_with_their_reason() -> None:
    articles = [_article(n, f"Câu {n} mở đầu một bản tin.", f"Câu {n} nối tiếp.", "Thu Hằng") for n in range(3)]
    recurrence = Recurrence()
    for article in articles:
        recurrence.add("vi", article.texts)
    less = without_recurring(articles[0], recurrence.lines())
    assert less.sentences == articles[0].sentences[:2]
    first, last = articles[0].report.dropped
    assert less.report.dropped == (first, Dropped(Line(5, "Thu Hằng"), "stands in 3 different reports"), last)
    assert without_recurring(articles[0], Recurrence().lines()) is articles[0]
