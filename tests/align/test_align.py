"""The aligner as its users meet it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.align import Aligner, Alignment, align
from tmkit.align.aligner import WINDOW
from tmkit.errors import UnknownLanguageError

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
ALIGNER = Aligner("vi", "fr")


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
    return flat == (list(range(sources)), list(range(targets)))


SENTENCE = st.text(alphabet="aàảĐđ êé 14%.,/xHN\x0b\u202f", max_size=40) | st.sampled_from([*VI, *FR])


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, max_size=9), st.lists(SENTENCE, max_size=9))
def test_any_lists_are_covered_once_in_order(source: list[str], target: list[str]) -> None:
    assert covers(ALIGNER.align(source, target), len(source), len(target))


def test_all_sentences_alike() -> None:
    assert covers(ALIGNER.align(["Xin chào."] * 30, ["Bonjour."] * 25), 30, 25)


def test_one_side_a_hundred_times_longer() -> None:
    alignment = ALIGNER.align(VI[:2], ["Il fait beau."] * 100 + FR[:2] + ["Il pleut."] * 98)
    assert covers(alignment, 2, 200)
    assert ((0,), (100,)) in beads(alignment)


def test_documents_longer_than_a_window_are_aligned_throughout() -> None:
    count = 2 * WINDOW + 57
    source = [f"Dự án số {n} có {n * 7} người." for n in range(count)]
    target = [f"Le projet n° {n} compte {n * 7} personnes." for n in range(count) if n % 9]
    alignment = ALIGNER.align(source, target)
    assert covers(alignment, len(source), len(target))
    kept = [n for n in range(count) if n % 9]
    right = {((n,), (place,)) for place, n in enumerate(kept)}
    assert len(right & set(beads(alignment))) >= 0.97 * len(right)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match="unknown language 'xx'; use one of vi, fr, en"):
        Aligner("xx", "fr")
