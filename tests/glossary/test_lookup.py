"""Terms are found however people type them, and nothing that is another word."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.glossary.folder import write_glossary
from tests.samples import ROOT
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.lookup import LONGEST, Lookup
from tmkit.glossary.reading import read_glossary, read_with_faults

Found = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    return Lookup(read_glossary(write_glossary(tmp_path_factory.mktemp("glossary") / "small")))


def first(lookup: Lookup, query: str) -> Found | None:
    answers = lookup.find(query)
    return (answers[0].how, answers[0].concept.id, answers[0].lang, answers[0].term.text) if answers else None


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("bảo hiểm xã hội", ("exact", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("BẢO HIỂM XÃ HỘI", ("exact", "sp-0001", "vi", "bảo hiểm xã hội")),
        (unicodedata.normalize("NFD", "bảo hiểm xã hội"), ("exact", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("  bảo   hiểm\txã hội ", ("exact", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("bao hiem xa hoi", ("folded", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("bảo hiem xã hôi", ("folded", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("bão hiểm xã hội", ("near", "sp-0001", "vi", "bảo hiểm xã hội")),
        ("xoá nghèo", ("exact", "sp-0008", "vi", "xóa nghèo")),
        ("bhxh", ("exact", "sp-0001", "vi", "BHXH")),
        ("B.H.X.H.", ("acronym", "sp-0001", "vi", "BHXH")),
        ("BHXHTN", ("acronym", "sp-0002", "vi", "bảo hiểm xã hội tự nguyện")),
        ("assurance chômage", ("exact", "sp-0003", "fr", "assurance-chômage")),
        ("ASSURANCE-CHOMAGE", ("folded", "sp-0003", "fr", "assurance-chômage")),
        ("l’assurance-chômage", ("inflected", "sp-0003", "fr", "assurance-chômage")),
        ("les assurances sociales", ("inflected", "sp-0001", "fr", "assurance sociale")),
        ("assurances sociales", ("inflected", "sp-0001", "fr", "assurance sociale")),
        ("retraitées", ("inflected", "sp-0005", "fr", "retraité")),
        ("retraité", ("exact", "sp-0005", "fr", "retraité")),
        ("retraite", ("exact", "sp-0004", "fr", "retraite")),
        ("ministère de l'intérieur", ("exact", "sp-0007", "fr", "ministère de l'Intérieur")),
        ("ministere de l interieur", ("folded", "sp-0007", "fr", "ministère de l'Intérieur")),
        ("pensions", ("inflected", "sp-0004", "fr", "pension")),
        ("the pensioners", ("inflected", "sp-0005", "en", "pensioner")),
        ("well being", ("exact", "sp-0008", "en", "well-being")),
        ("wellbeing", ("folded", "sp-0008", "en", "well-being")),
        ("molisa", ("exact", "sp-0006", "en", "MoLISA")),
        ("ministry of labour", ("exact", "sp-0006", "en", "MoLISA")),
        ("bảo hiểm th", ("prefix", "sp-0003", "vi", "bảo hiểm thất nghiệp")),
        ("unempl", ("prefix", "sp-0003", "en", "unemployment insurance")),
        ("thất nghiệp", ("part", "sp-0003", "vi", "bảo hiểm thất nghiệp")),
        ("nghỉ huu", ("part", "sp-0005", "vi", "người nghỉ hưu")),
        ("ministry home affairs", ("part", "sp-0007", "en", "Ministry of Home Affairs")),
        ("socail insurance", ("near", "sp-0001", "en", "social insurance")),
        ("voluntary social insurance scheme", ("near", "sp-0002", "en", "voluntary social insurance")),
        ("sécu", ("exact", "sp-0001", "fr", "sécu")),
        ("xyzzy", None),
        ("", None),
        ("…", None),
        ("\x00\x1b[31m", None),
        ("de", None),
        ("a" * LONGEST, None),
        ("pension " * 2000, None),
    ],
)
def test_queries(lookup: Lookup, query: str, wanted: Found | None) -> None:
    assert first(lookup, query) == wanted


def test_the_likeliest_comes_first(lookup: Lookup) -> None:
    found = [(answer.how, answer.concept.id, answer.term.text) for answer in lookup.find("retraite")]
    assert found == [("exact", "sp-0004", "retraite"), ("folded", "sp-0005", "retraité")]
    found = [(answer.how, answer.concept.id, answer.term.text) for answer in lookup.find("bao hiem xa hoi")]
    assert found == [("folded", "sp-0001", "bảo hiểm xã hội"), ("prefix", "sp-0002", "bảo hiểm xã hội tự nguyện")]
    assert lookup.find("bao hiem xa hoi", limit=1) == lookup.find("bao hiem xa hoi")[:1]


def test_languages(lookup: Lookup) -> None:
    assert lookup.languages == ("vi", "fr", "en")
    assert [(a.lang, a.concept.id) for a in lookup.find("pension", source="en")] == [
        ("en", "sp-0004"),
        ("en", "sp-0005"),
    ]
    assert lookup.find("pension", source="vi") == []
    # Asked for French, the word is more likely an English one.
    assert [a.lang for a in lookup.find("pension", target="fr", limit=1)] == ["en"]


def test_terms_not_to_use_say_what_to_use(lookup: Lookup) -> None:
    forbidden, deprecated = lookup.find("sécu")[0], lookup.find("social assurance")[0]
    assert (forbidden.term.status, forbidden.use and forbidden.use.text) == ("forbidden", "assurance sociale")
    assert (deprecated.term.status, deprecated.use and deprecated.use.text) == ("deprecated", "social insurance")
    assert lookup.find("BHXH")[0].use is None


def test_a_concept_is_answered_once(lookup: Lookup) -> None:
    names = [answer.concept.id for answer in lookup.find("insurance", limit=50)]
    assert sorted(names) == ["sp-0001", "sp-0002", "sp-0003"]


def concept(name: str, text: str, status: str = "preferred", **more: str) -> Concept:
    term = Term(text=text, status=status)  # type: ignore[arg-type]  # one of the four, by the tests below
    return Concept(id=name, terms={"en": (term,)}, **more)  # type: ignore[arg-type]  # plain strings, by the tests below


def test_preferred_and_living_first() -> None:
    made = Glossary(
        About(),
        (
            concept("a", "fund", "forbidden"),
            concept("b", "fund", "deprecated"),
            concept("c", "fund", "admitted"),
            concept("d", "fund", valid_to="2020-01-01"),
            concept("e", "fund", status="preferred"),
        ),
    )
    assert [answer.concept.id for answer in Lookup(made).find("fund")] == ["e", "d", "c", "b", "a"]


def test_several_glossaries_with_the_same_ids() -> None:
    one, other = (Glossary(About(name=name), (concept("a", text),)) for name, text in (("x", "fund"), ("y", "funds")))
    answers = Lookup(one, other).find("funds")
    assert [(answer.glossary.about.name, answer.how) for answer in answers] == [("y", "exact"), ("x", "inflected")]
    assert Lookup().find("funds") == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_query_gets_an_answer(lookup: Lookup, query: str) -> None:
    answers = lookup.find(query, limit=3)
    assert len(answers) <= 3
    assert len({answer.concept.id for answer in answers}) == len(answers)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, "NFD", "  {}\n"])
def test_every_term_finds_its_concept(tmp_path: Path, change: object) -> None:
    glossary = read_glossary(write_glossary(tmp_path / "small"))
    lookup = Lookup(glossary)
    for concept in glossary.concepts:
        for lang, term in concept.all_terms():
            if callable(change):
                text = change(term.text)
            else:
                text = unicodedata.normalize("NFD", term.text) if change == "NFD" else str(change).format(term.text)
            found = [(answer.concept.id, answer.how) for answer in lookup.find(text, source=lang)]
            assert (concept.id, "exact") in found


def test_the_shipped_glossary_finds_itself() -> None:
    glossary = read_with_faults(ROOT / "glossaries" / "social-protection")[0]
    lookup = Lookup(glossary)
    for some in glossary.concepts[::10]:
        for lang in some.terms:
            best = some.preferred(lang)
            assert best
            hits = lookup.find(best.text, source=lang)
            assert (some.id, "exact") in [(answer.concept.id, answer.how) for answer in hits]
