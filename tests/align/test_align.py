"""The aligner as its users meet it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.align import Aligner, Alignment, Bead, align
from tmkit.align.base import CONFIRMED
from tmkit.errors import UnknownLanguageError
from tmkit.lang.lexicon import core

VI = [
    "Ngày 14/4, hội nghị về an sinh xã hội khai mạc tại Hà Nội.",
    "Hơn 250 đại biểu đến từ 10 nước ASEAN đã tham dự.",
    "Thời tiết hôm nay rất đẹp.",
    "Bộ trưởng cho biết tỷ lệ nghèo đã giảm xuống còn 5,2% vào năm 2020. Con số này tiếp tục giảm.",
    "Nhật Bản và Đức sẽ tài trợ 1,5 triệu USD cho dự án.",
]
FR = [
    "La conférence sur la sécurité sociale s’est ouverte le 14 avril à Hanoï.",
    "Plus de 250 délégués des 10 pays de l’ASEAN y ont participé.",
    "Selon le ministre, le taux de pauvreté est tombé à 5,2 % en 2020.",
    "Ce chiffre continue de baisser.",
    "Le Japon et l’Allemagne accorderont 1,5 million de dollars au projet.",
]
ALIGNER, MIRRORED = Aligner("vi", "fr"), Aligner("fr", "vi")


def beads(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(b.source, b.target) for b in alignment.beads]


def test_a_small_story() -> None:
    alignment = align(VI, FR, source_lang="vi", target_lang="fr")
    assert beads(alignment) == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2, 3)), ((4,), (4,))]
    assert alignment.texts(alignment.beads[3]) == (VI[3], f"{FR[2]} {FR[3]}")


def test_the_reasons_are_the_words_of_both_sides() -> None:
    first = align(VI, FR, source_lang="vi-VN", target_lang="fr_FR").beads[0]
    assert "14/4 = 14 avril" in first.evidence


def test_scores_are_probabilities() -> None:
    for bead in ALIGNER.align(VI, FR).beads:
        assert 0 <= bead.score <= 1
        assert (bead.score > 0) == bool(bead.source and bead.target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ([], [], []),
        (["a"], [], [((0,), ())]),
        ([], ["a", "b"], [((), (0,)), ((), (1,))]),
    ],
)
def test_empty_sides(source: list[str], target: list[str], expected: list[object]) -> None:
    assert beads(ALIGNER.align(source, target)) == expected


def covers(alignment: Alignment, sources: int, targets: int) -> bool:
    flat = [i for b in alignment.beads for i in b.source], [j for b in alignment.beads for j in b.target]
    return flat[0] == list(range(sources)) and sorted(flat[1]) == list(range(targets))


def is_forward(alignment: Alignment) -> bool:
    targets = [j for b in alignment.beads for j in b.target]
    return targets == sorted(targets)


SENTENCE = st.text(alphabet="aàảĐđ êé 14%.,/xHN\x0b\u202f", max_size=40) | st.sampled_from([*VI, *FR])
LISTS = st.lists(SENTENCE, max_size=9)


@settings(max_examples=60, deadline=None)
@given(LISTS, LISTS)
def test_any_lists_are_covered_once(source: list[str], target: list[str]) -> None:
    assert covers(ALIGNER.align(source, target), len(source), len(target))


@settings(max_examples=60, deadline=None)
@given(LISTS, LISTS)
def test_swapped_sides_give_mirrored_beads(source: list[str], target: list[str]) -> None:
    one = ALIGNER.align(source, target).beads
    other = MIRRORED.align(target, source).beads
    assert {(b.source, b.target, b.score) for b in one} == {(b.target, b.source, b.score) for b in other}


def test_all_sentences_alike() -> None:
    alignment = ALIGNER.align(["Xin chào."] * 30, ["Bonjour."] * 25)
    assert covers(alignment, 30, 25)
    assert is_forward(alignment)


def test_a_lead_that_stands_elsewhere_is_found() -> None:
    moved = [FR[1], FR[4], FR[0], FR[2], FR[3]]
    alignment = ALIGNER.align(VI, moved)
    assert {(b.source, b.target) for b in alignment.beads if b.source and b.target} == {
        ((0,), (2,)),
        ((1,), (0,)),
        ((3,), (3, 4)),
        ((4,), (1,)),
    }


def test_neighbours_that_changed_places_are_two_beads() -> None:
    swapped = [FR[1], FR[0], *FR[2:]]
    assert beads(ALIGNER.align(VI, swapped))[:2] == [((0,), (1,)), ((1,), (0,))]


def test_what_was_settled_stands_and_what_was_refused_does_not_come_up() -> None:
    settled = [((0,), (4,)), ((1,), ()), ((), (0,))]
    alignment = ALIGNER.align(VI, FR, settled=settled, refused=[((3,), (2, 3))])
    assert covers(alignment, len(VI), len(FR))
    expected = {
        Bead((0,), (4,), 1.0, (CONFIRMED,)),
        Bead((1,), (), 0.0, (CONFIRMED,)),
        Bead((), (0,), 0.0, (CONFIRMED,)),
    }
    assert expected <= set(alignment.beads)
    assert ((3,), (2, 3)) not in beads(alignment)


def test_a_settled_bead_may_hold_sentences_that_lie_apart() -> None:
    alignment = ALIGNER.align(VI, FR, settled=[((0, 4), (1,))])
    assert Bead((0, 4), (1,), 1.0, (CONFIRMED,)) in alignment.beads
    assert sorted(i for b in alignment.beads for i in b.source) == list(range(len(VI)))


def test_a_score_in_a_story_apart_is_lower() -> None:
    strangers = [f"Câu chuyện thứ {n} kể về một ngôi làng khác hẳn, xa xôi và yên tĩnh." for n in range(60, 100)]
    near, far = ALIGNER.align(VI, FR), ALIGNER.align([*VI, *strangers], FR)
    score = {b.source: b.score for b in far.beads}
    assert all(score[b.source] < b.score for b in near.beads if b.score)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (VI, [s for s in FR for _ in range(100)]),
        (["a " * 5000, *VI], FR),
        ([s.replace(" ", "\x07 ") for s in VI], FR),
        (VI, ["", " ", *FR]),
    ],
    ids=["a side 100 times longer", "10,000 characters", "control characters", "empty sentences"],
)
def test_odd_documents(source: list[str], target: list[str]) -> None:
    assert covers(ALIGNER.align(source, target), len(source), len(target))


def test_long_documents_go_through_in_windows() -> None:
    source, target, right = long_documents(1500)
    alignment = ALIGNER.align(source, target)
    assert covers(alignment, len(source), len(target))
    found = {(b.source, b.target) for b in alignment.beads if b.source and b.target}
    assert len(found & right) > 0.97 * len(right)
    assert len(found & right) > 0.97 * len(found)


def test_a_chapter_that_one_side_lacks_is_jumped() -> None:
    source, target, right = long_documents(1500)
    lacking = target[:400] + target[1100:]
    found = {(b.source, b.target) for b in ALIGNER.align(source, lacking).beads if b.source and b.target}
    left = {(a, (j[0] - 700 * (j[0] >= 1100),)) for a, j in right if not 400 <= j[0] < 1100}
    assert len(found & left) > 0.95 * len(left)
    assert len(found - left) < 0.05 * len(left)


def long_documents(size: int) -> tuple[list[str], list[str], set[tuple[tuple[int, ...], tuple[int, ...]]]]:
    """Return two documents of made-up sentences and the beads that are right; one in ten has no counterpart."""
    rng = random.Random(5)
    entries = [entry.terms for entry in core().entries if {"vi", "fr"} <= entry.terms.keys()]
    source: list[str] = []
    target: list[str] = []
    right: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for _ in range(size):
        chosen = rng.sample(entries, rng.randint(4, 9))
        kind = rng.random()
        if kind > 0.05:
            source.append(" ".join(terms["vi"][0] for terms in chosen) + ".")
        if kind < 0.95:
            target.append(" ".join(terms["fr"][0] for terms in chosen[::-1]) + ".")
        if 0.05 < kind < 0.95:
            right.add(((len(source) - 1,), (len(target) - 1,)))
    return source, target, right


def test_unknown_language() -> None:
    with pytest.raises(UnknownLanguageError, match="'zz'"):
        Aligner("vi", "zz")


def test_any_language_of_the_cldr() -> None:
    german = ["Am 14. März 2015 traf sich die Kommission in Genf.", "Das Wetter war schön."]
    found = beads(
        align(german, ["La Commission s’est réunie à Genève le 14 mars 2015."], source_lang="de", target_lang="fr")
    )
    assert found == [((0,), (0,)), ((1,), ())]


def test_beads_without_their_reasons_are_the_same_beads() -> None:
    told, silent = ALIGNER.align(VI, FR).beads, Aligner("vi", "fr", evidence=False).align(VI, FR).beads
    assert [(b.source, b.target, b.score) for b in told] == [(b.source, b.target, b.score) for b in silent]
    assert {b.evidence for b in silent} == {()}
