"""Why a bead: the reasons add up, and the next best readings come with theirs."""

from __future__ import annotations

import pytest

from tests.align.test_align import FR, VI
from tmkit.align import Aligner
from tmkit.align.explain import explain

PAIRS = [("vi", "fr", VI, FR), ("fr", "vi", FR, VI)]


@pytest.mark.parametrize(("source_lang", "target_lang", "source", "target"), PAIRS)
def test_the_reasons_add_up_to_the_gain(
    source_lang: str, target_lang: str, source: list[str], target: list[str]
) -> None:
    aligner = Aligner(source_lang, target_lang)
    for bead in aligner.align(source, target).beads:
        explanation = explain(aligner, source, target, bead)
        assert (explanation.reading is None) == (not bead.source or not bead.target)
        assert explanation.rivals
        for reading in filter(None, (explanation.reading, *explanation.rivals)):
            assert sum(reason.worth for reason in reading.reasons) == pytest.approx(reading.gain, abs=0.01)


def test_a_bead_comes_with_its_clues_and_its_rivals() -> None:
    aligner = Aligner("vi", "fr")
    bead = aligner.align(VI, FR).beads[3]
    explanation = explain(aligner, VI, FR, bead)
    reading = explanation.reading
    assert reading is not None
    assert (reading.source, reading.target, reading.score) == ((3,), (2, 3), bead.score)
    texts = [reason.text for reason in reading.reasons if reason.worth > 3]
    assert {"5,2% = 5,2 %", "2020", "Con số = chiffre"} <= set(texts)
    assert all(rival.net < reading.gain for rival in explanation.rivals)
    assert ((3,), (2,)) in {(rival.source, rival.target) for rival in explanation.rivals}


def test_a_sentence_without_counterpart_has_rivals_alone() -> None:
    aligner = Aligner("vi", "fr")
    bead = aligner.align(VI, FR).beads[2]
    assert bead.source == (2,)
    explanation = explain(aligner, VI, FR, bead)
    assert explanation.reading is None
    assert all(2 in rival.source and rival.net < 0 for rival in explanation.rivals)


def test_a_settled_bead_has_no_reasons_of_its_own() -> None:
    aligner = Aligner("vi", "fr")
    settled = [((0,), (4,))]
    bead = next(b for b in aligner.align(VI, FR, settled=settled).beads if b.source == (0,))
    assert explain(aligner, VI, FR, bead, settled=settled).reading is None


def test_what_was_kept_out_is_kept_out_of_the_reasons_too() -> None:
    aligner = Aligner("vi", "fr")
    source, target = ["Chia sẻ bài viết này", *VI], ["Partager cet article", *FR]
    kept_out = (0,), (0,)
    for bead in aligner.align(source, target, kept_out=kept_out).beads:
        explanation = explain(aligner, source, target, bead, kept_out=kept_out)
        assert (explanation.reading is None) == (not bead.source or not bead.target)
        assert not any(0 in (*rival.source, *rival.target) for rival in explanation.rivals)
