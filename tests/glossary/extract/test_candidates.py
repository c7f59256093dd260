"""Candidates of one language: whole words, whole expressions, no verbs, no lists, no names."""

from __future__ import annotations

import numpy as np
import pytest

from tests.glossary.extract.memory import PAIRS
from tmkit.glossary.extract import Pair, extract
from tmkit.glossary.extract.candidates import choose
from tmkit.glossary.extract.sides import grams, side, written


def found(lang: str, *texts: str, min_count: int = 3) -> list[tuple[str, int]]:
    pairs = (Pair(str(n), text) for n, text in enumerate(texts))
    return [(c.source, c.source_count) for c in extract(pairs, source=lang, min_count=min_count).candidates]


def whole(lang: str, *texts: str) -> set[str]:
    one = grams(side(texts, lang), least=2)
    return {" ".join(one.keys(int(gram))) for gram in np.flatnonzero(choose(one).whole)}


def test_whole_list_of_a_small_memory() -> None:
    assert found("vi", *(pair.source for pair in PAIRS)) == [
        ("trợ cấp xã hội hằng tháng", 3),
        ("bảo hiểm y tế", 3),
        ("người cao tuổi", 3),
        ("Bộ Y tế", 3),
        ("công nhân", 3),
        ("công đoàn", 3),
    ]
    assert found("fr", *(pair.target for pair in PAIRS)) == [
        ("ministère de la Santé", 3),
        ("allocation sociale mensuelle", 3),
        ("personnes âgées", 3),
        ("assurance maladie", 3),
        ("ouvriers", 3),
        ("syndicat", 3),
    ]


def test_no_candidate_cuts_a_vietnamese_word() -> None:
    texts = (
        "An sinh xã hội và việc làm.",
        "Chính sách an sinh xã hội và y tế.",
        "Hệ thống an sinh xã hội của tỉnh.",
        "Quỹ an sinh xã hội và nhà ở.",
    )
    assert whole("vi", *texts) == {"an sinh xã hội", "an sinh", "xã hội"} & whole("vi", *texts) | {"an sinh xã hội"}
    assert not {"sinh xã", "sinh xã hội", "hội", "hội và", "an", "an sinh xã"} & whole("vi", *texts)


def test_syllables_that_seek_each_other_are_a_word_the_lexicon_lacks() -> None:
    places = ("ở chợ", "ở bến", "ở làng", "ở phố")
    texts = [f"Bán kẹo xìu mứt {place}, rồi mua xìu mứt về." for place in places]
    assert "xìu mứt" in whole("vi", *texts)
    assert not {"xìu", "mứt", "kẹo xìu"} & whole("vi", *texts)


def test_forms_count_together_and_the_most_frequent_is_shown() -> None:
    texts = (
        "La pension alimentaire est due.",
        "Les pensions alimentaires sont dues.",
        "Deux pensions alimentaires restent impayées.",
    )
    assert found("fr", *texts) == [("pensions alimentaires", 3)]


@pytest.mark.parametrize(
    ("lang", "texts", "absent"),
    [
        ("fr", ["Il a souligné la crise.", "Elle a souligné sa crise.", "On a souligné une crise."], "souligné"),
        ("fr", ["Renforcer le réseau.", "Pour renforcer le réseau.", "Et renforcer ce réseau."], "renforcer"),
        ("en", ["He said wages rose.", "They said wages fell.", "We said wages stalled."], "said"),
        ("vi", ["Ông cho biết lương tăng.", "Bà cho biết lương giảm.", "Họ cho biết lương chậm."], "cho biết"),
        ("fr", ["Le 3 mai 2020.", "Le 4 mai 2021.", "Le 5 mai 2022."], "mai"),
    ],
)
def test_no_verbs_and_no_dates(lang: str, texts: list[str], absent: str) -> None:
    assert absent not in {text.lower() for text, _ in found(lang, *texts)}


def test_a_comma_is_inside_a_name_and_not_inside_a_list() -> None:
    name = [
        "Le ministère du Travail, des Invalides et des Affaires sociales " + end for end in ("agit.", "aide.", "paie.")
    ]
    assert [text for text, _ in found("fr", *name)] == ["ministère du Travail, des Invalides et des Affaires sociales"]
    listed = [
        "Le lait, le pain et le sel.",
        "Le lait, le pain et le riz.",
        "Le lait chaud.",
        "Le pain noir.",
        "Du pain et du lait.",
    ]
    assert not any("," in text for text, _ in found("fr", *listed, min_count=2))


def test_names_of_people_and_places_are_left_out_and_acronyms_are_not() -> None:
    texts = (
        "Bà Lê Thị Hoa và ILO đến Đồng Hới.",
        "Ở Đồng Hới có bà Lê Thị Hoa của ILO.",
        "Tại Đồng Hới, ILO gặp bà Lê Thị Hoa.",
    )
    assert found("vi", *texts) == [("ILO", 3)]


def test_a_piece_that_stands_only_inside_something_longer_is_none() -> None:
    texts = [f"Une caisse de retraite complémentaire {end}." for end in ("ferme", "ouvre", "paie")]
    assert found("fr", *texts) == [("caisse de retraite complémentaire", 3)]


def test_fewer_units_than_asked_for_give_nothing() -> None:
    assert found("fr", "Le syndicat.", "Ce syndicat.") == []
    assert found("vi") == []


def test_written_prefers_the_middle_of_a_sentence() -> None:
    one = grams(side(["Lương hưu tăng.", "Lương hưu giảm.", "Họ có lương hưu."], "vi"), least=3)
    gram = next(g for g in range(len(one)) if one.keys(g) == ("lương", "hưu"))
    assert written(one, gram) == "lương hưu"
