"""Pairs of two languages: the right counterpart first, with counts and examples."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extract import GLOSSARY, MEMORIES, results
from tests.glossary.extract.memory import PAIRS, TEXTS, written
from tmkit.errors import FileError
from tmkit.formats import write
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.extract import Candidate, Known, Pair, extract, languages, read_pairs, with_known
from tmkit.glossary.extract.association import likelihood_ratio
from tmkit.glossary.extract.linking import Links, sample, spans
from tmkit.glossary.extract.sides import side
from tmkit.glossary.reading import read_with_faults
from tmkit.model import Header, Segment, Unit, Variant

RIGHT = {
    "người cao tuổi": "personnes âgées",
    "trợ cấp xã hội hằng tháng": "allocation sociale mensuelle",
    "bảo hiểm y tế": "assurance maladie",
    "Bộ Y tế": "ministère de la Santé",
    "công đoàn": "syndicat",
    "công nhân": "ouvriers",
}


def test_each_expression_gets_its_counterpart() -> None:
    assert {c.source: c.target for c in extract(PAIRS, source="vi", target="fr").candidates} == RIGHT
    turned = [Pair(pair.id, pair.target, pair.source) for pair in PAIRS]
    assert {c.target: c.source for c in extract(turned, source="fr", target="vi").candidates} == RIGHT


def test_a_candidate_has_its_counts_and_the_units_that_speak_for_it() -> None:
    first = extract(PAIRS, source="vi", target="fr").candidates[0]
    assert first == Candidate(
        source="người cao tuổi",
        target="personnes âgées",
        source_count=3,
        target_count=3,
        together=3,
        score=first.score,
        value=6.0,
        examples=(PAIRS[0], PAIRS[1], PAIRS[5]),
    )
    assert 0.8 < first.score <= 1


def test_the_same_units_twice_count_once_and_the_order_is_fixed() -> None:
    once = extract(PAIRS, source="vi", target="fr")
    assert extract((*PAIRS, *PAIRS), source="vi", target="fr") == once
    assert extract(PAIRS, source="vi", target="fr", limit=2).candidates == once.candidates[:2]


def test_nothing_is_made_of_nothing() -> None:
    assert extract((), source="vi", target="fr").candidates == ()
    assert extract([Pair("1", "…", "…")], source="vi", target="fr").candidates == ()


def test_unrelated_texts_give_no_pairs() -> None:
    shuffled = [Pair(str(n), TEXTS[n][0], TEXTS[(n * 5 + 7) % len(TEXTS)][1]) for n in range(len(TEXTS))]
    assert extract(shuffled, source="vi", target="fr").candidates == ()


def test_likelihood_ratio_is_that_of_dunnings_paper() -> None:
    """The first row of his table 2: "the swiss", 110 together of 2,552 and 221, in 31,777 words."""
    both, one, other, total = 110.0, 2552.0, 221.0, 31777.0
    table = [[both, one - both], [other - both, total - one - other + both]]
    expected = 2 * sum(
        cell * math.log(cell * total / (sum(row) * sum(r[n] for r in table)))
        for row in table
        for n, cell in enumerate(row)
    )
    found = likelihood_ratio(np.array([both]), np.array([one]), np.array([other]), total)
    assert found == pytest.approx([expected])
    assert round(expected, 2) == 270.72


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 500))
def test_likelihood_ratio_is_symmetric_and_never_negative(both: int, one: int, other: int, rest: int) -> None:
    a, b, c = (np.array([float(n)]) for n in (both, both + one, both + other))
    total = float(both + one + other + rest)
    ratio = likelihood_ratio(a, b, c, total)
    assert ratio == pytest.approx(likelihood_ratio(a, c, b, total))
    assert ratio[0] >= -1e-9


def test_links_cover_whole_expressions_better_than_pieces() -> None:
    vi, fr = side([p.source for p in PAIRS], "vi"), side([p.target for p in PAIRS], "fr")
    links = Links(vi, fr, np.arange(len(PAIRS)))
    # Both texts of the first unit: "Người cao tuổi …", "Les personnes âgées …".
    assert [vi.words[n] for n in vi.ids[:3]] == ["người", "cao", "tuổi"]
    assert [fr.words[n] for n in fr.ids[1:3]] == ["personne", "âgée"]
    whole = links.cover(0, [(0, 3)], [(1, 3)])
    assert whole > links.cover(0, [(0, 3)], [(2, 3)])
    assert whole > links.cover(0, [(0, 3)], [(1, 4)])
    assert whole == links.cover(0, [(0, 1), (0, 3)], [(1, 3)])
    assert links.cover(0, [], [(1, 3)]) == 0


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 20))
def test_sample_is_spread_evenly_and_in_order(items: list[int], most: int) -> None:
    found = sample(np.array(items, dtype=np.int64), most)
    assert len(found) == min(len(items), most)
    if items:
        assert found[0] == items[0]


def test_spans_are_those_of_the_wanted_units() -> None:
    units = np.array([0, 0, 1, 1, 1, 2])
    assert spans(np.array([1, 2, 4, 5]), 1, units, np.array([1, 2])) == {1: [(2, 3), (4, 5)], 2: [(5, 6)]}


def test_memories_are_read_with_the_languages_asked_for(tmp_path: Path) -> None:
    memory = written(tmp_path / "a.tmx")
    assert tuple(read_pairs([memory], "vi", "fr")) == PAIRS
    assert next(read_pairs([memory, memory], "fr")) == Pair("a:u1", TEXTS[0][1])
    with pytest.raises(FileError, match="no unit in vi and en; its languages are vi, fr; use --from and --to"):
        list(read_pairs([memory], "vi", "en"))


@pytest.mark.parametrize(
    ("header", "given_pair", "expected"),
    [
        ("*all*", (None, None), ("en", "vi")),
        ("vi", (None, None), ("vi", "en")),
        ("vi-VN", (None, "fr"), ("vi", "fr")),
        ("*all*", ("fr", None), ("fr", "en")),
        ("*all*", (None, "en"), ("vi", "en")),
        ("*all*", ("fr", "vi"), ("fr", "vi")),
    ],
)
def test_languages_follow_the_memory(
    tmp_path: Path, header: str, given_pair: tuple[str | None, str | None], expected: tuple[str, str]
) -> None:
    variants = tuple(Variant(lang, Segment(("x",))) for lang in ("en-GB", "vi", "fr"))
    write(tmp_path / "m.tmx", Header(source_lang=header), [Unit("1", variants)])
    assert languages([tmp_path / "m.tmx"], *given_pair) == expected


def test_a_memory_in_one_language_has_no_pairs(tmp_path: Path) -> None:
    write(tmp_path / "m.tmx", Header(source_lang="vi"), [Unit("1", (Variant("vi", Segment(("x",))),))])
    with pytest.raises(FileError, match="no units in two languages"):
        languages([tmp_path / "m.tmx"], None, None)


def _concept(name: str, vi: str, fr: str) -> Concept:
    terms = {"vi": (Term(text=vi, status="preferred"),), "fr": (Term(text=fr, status="admitted"),)}
    return Concept(id=name, status="approved", terms=terms)


def test_what_the_glossary_has_is_marked_whatever_its_spelling() -> None:
    glossary = Glossary(
        About(),
        (
            _concept("a", "Người cao tuổi", "vieux"),
            _concept("b", "người cao tuổi", "personne âgée"),
            _concept("c", "Bảo hiểm y tế", "mutuelle"),
        ),
    )
    found = with_known(extract(PAIRS, source="vi", target="fr"), glossary)
    assert {c.source: c.known for c in found.candidates if c.known} == {
        "người cao tuổi": Known("b", "approved", complete=True),
        "bảo hiểm y tế": Known("c", "approved", complete=False),
    }


def test_nine_of_ten_glossary_terms_of_the_samples_have_an_accepted_counterpart_first() -> None:
    glossary, _ = read_with_faults(GLOSSARY)
    done = list(results(MEMORIES, glossary))
    wanted, right = sum(r.wanted for r in done), sum(r.right for r in done)
    assert wanted > 100
    assert right >= 0.9 * wanted, [(r.direction, *missed) for r in done for missed in r.missed]
