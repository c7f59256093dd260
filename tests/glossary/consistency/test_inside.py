"""What is at odds within a glossary is found, and what is meant to be so is left alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, RelationKind, Term, TermStatus
from tmkit.glossary.consistency.base import Finding
from tmkit.glossary.consistency.inside import CHECKS, check_glossary
from tmkit.glossary.consistency.inside_relations import circles
from tmkit.glossary.consistency.inside_syllables import misplaced
from tmkit.glossary.consistency.inside_writing import character_faults, cleaned
from tmkit.glossary.reading import read_glossary

TODAY = date(2026, 1, 1)
ABOUT = About(name="g", languages=("vi", "fr", "en"))
INSURANCE = {"vi": ("bảo hiểm xã hội",), "fr": ("assurance sociale",), "en": ("social insurance",)}
ASSISTANCE = {"vi": ("trợ giúp xã hội",), "fr": ("aide sociale",), "en": ("social assistance",)}
PENSION = {"vi": ("lương hưu",), "fr": ("pension de retraite",), "en": ("old-age pension",)}
DEFINITIONS = {
    "a": "Insurance against the loss of income, paid for by contributions",
    "b": "Help from public funds for those in need",
    "c": "Money paid every month to those who have stopped working",
}


def term(text: str, status: TermStatus = "admitted", lang: str = "vi") -> Term:
    """Return a term as a sound entry has it."""
    return Term(text=text, status=status, pos="noun", gender="f" if lang == "fr" else None, reliability="editor")


def concept(name: str, texts: Mapping[str, tuple[str, ...]]) -> Concept:
    """Return a sound concept; of each language's terms the first is preferred."""
    terms = {
        lang: tuple(term(text, "admitted" if i else "preferred", lang) for i, text in enumerate(given))
        for lang, given in texts.items()
    }
    return Concept(id=name, status="approved", definition={"en": DEFINITIONS.get(name, "Whatever")}, terms=terms)


A, B, C = concept("a", INSURANCE), concept("b", ASSISTANCE), concept("c", PENSION)


def add(base: Concept, lang: str, *terms: Term) -> Concept:
    """Return a concept with more terms."""
    return replace(base, terms={**base.terms, lang: (*base.terms.get(lang, ()), *terms)})


def put(base: Concept, lang: str, *terms: Term) -> Concept:
    """Return a concept with other terms in a language."""
    return replace(base, terms={**base.terms, lang: terms})


def related(base: Concept, *relations: tuple[RelationKind, str]) -> Concept:
    return replace(base, related=tuple(Relation(to=to, rel=rel) for rel, to in relations))


def apart(one: Concept, other: Concept) -> tuple[Concept, Concept]:
    """Return two concepts that say that they are not the same."""
    return related(one, ("distinct-from", other.id)), related(other, ("distinct-from", one.id))


def found(*concepts: Concept, attested: dict[str, set[str]] | None = None) -> list[Finding]:
    return check_glossary(Glossary(ABOUT, concepts), attested=attested, today=TODAY)


def told(findings: list[Finding]) -> list[tuple[str, str, str | None, str]]:
    return [(f.check, f.severity, f.concept, f.path) for f in findings]


def with_note(given: Term) -> Term:
    return replace(given, note="Only in the press")


def vi(text: str, status: TermStatus = "admitted") -> Term:
    return term(text, status)


def fr(text: str, status: TermStatus = "admitted") -> Term:
    return term(text, status, "fr")


def en(text: str, status: TermStatus = "admitted") -> Term:
    return term(text, status, "en")


COPY = concept("b", {**INSURANCE, "vi": ("bảo hiểm bắt buộc",)})
ENDED = replace(A, valid_from="1995-02-16", valid_to="2025-03-01")
RETIRED = replace(B, status="retired")
OLD = put(A, "vi", vi("uỷ ban nhân dân", "preferred"))
NEW = put(B, "vi", vi("ủy ban quốc gia", "preferred"), vi("văn hóa doanh nghiệp"))
BIRDS = concept("b", {"vi": ("con cò",), "fr": ("grue",), "en": ("crane",)})
Case = tuple[str, tuple[Concept, ...], list[tuple[str, str, str | None, str]]]

BAD: list[Case] = [
    (
        "duplicate-term",
        (add(A, "vi", vi("Bảo hiểm xã hội")),),
        [("duplicate-term", "error", "a", "terms.vi[1].term"), ("term-case", "info", "a", "terms.vi[1].term")],
    ),
    (
        "several-preferred",
        (add(A, "fr", fr("sécurité sociale", "preferred")),),
        [("several-preferred", "error", "a", "terms.fr[1].status")],
    ),
    (
        "preferred-and-forbidden",
        (A, add(B, "vi", vi("bảo hiểm xã hội", "forbidden"))),
        [("preferred-and-forbidden", "warning", "b", "terms.vi[1].status")],
    ),
    (
        "preferred-and-forbidden",
        (add(A, "en", en("social insurance", "deprecated")),),
        [("preferred-and-forbidden", "error", "a", "terms.en[1].status")],
    ),
    ("duplicate-concept", (A, COPY), [("duplicate-concept", "warning", "b", "terms.fr[0].term")]),
    (
        "two-preferred-concepts",
        (A, put(B, "en", en("social insurance", "preferred"))),
        [("two-preferred-concepts", "error", "b", "terms.en[0].term")],
    ),
    (
        "homograph",
        (A, add(B, "fr", fr("assurance sociale"))),
        [("homograph", "warning", "b", "terms.fr[1].term")],
    ),
    (
        "acronym-clash",
        (add(A, "vi", replace(vi("BHXH"), type="acronym")), add(B, "vi", replace(vi("BHXH"), type="acronym"))),
        [("acronym-clash", "warning", "b", "terms.vi[1].term")],
    ),
    (
        "near-duplicate",
        (A, add(B, "fr", fr("assurances sociales"))),
        [("near-duplicate", "warning", "b", "terms.fr[1].term")],
    ),
    (
        "near-duplicate",
        (A, add(B, "fr", fr("assurence sociale"))),
        [("near-duplicate", "warning", "b", "terms.fr[1].term")],
    ),
    (
        "near-duplicate",
        (C, add(B, "en", en("old age pension"))),
        [("near-duplicate", "warning", "b", "terms.en[1].term")],
    ),
    (
        "near-duplicate",
        (A, add(B, "vi", vi("bảo hiễm xã hội"))),
        [("near-duplicate", "warning", "b", "terms.vi[1].term")],
    ),
    (
        "near-duplicate",
        (add(A, "fr", fr("assurance chômage")), add(B, "fr", fr("assurance chomage"))),
        [("near-duplicate", "warning", "b", "terms.fr[1].term")],
    ),
    ("no-preferred", (put(A, "vi", vi("bảo hiểm xã hội")),), [("no-preferred", "warning", "a", "terms.vi")]),
    (
        "missing-language",
        (replace(A, terms={lang: A.terms[lang] for lang in ("vi", "en")}),),
        [("missing-language", "warning", "a", "terms")],
    ),
    (
        "french-gender-missing",
        (put(A, "fr", replace(A.terms["fr"][0], gender=None)),),
        [("french-gender-missing", "warning", "a", "terms.fr[0].term")],
    ),
    (
        "pos-missing",
        (put(A, "en", replace(A.terms["en"][0], pos=None)),),
        [("pos-missing", "info", "a", "terms.en[0].term")],
    ),
    (
        "unsourced",
        (put(A, "en", replace(A.terms["en"][0], reliability=None)),),
        [("unsourced", "warning", "a", "terms.en[0].term")],
    ),
    (
        "term-case",
        (put(A, "en", en("Social insurance", "preferred")),),
        [("term-case", "info", "a", "terms.en[0].term")],
    ),
    ("dangling-relation", (related(A, ("see-also", "z")),), [("dangling-relation", "error", "a", "related[0].to")]),
    ("self-relation", (related(A, ("see-also", "a")),), [("self-relation", "error", "a", "related[0].to")]),
    ("missing-inverse", (related(A, ("broader", "b")), B), [("missing-inverse", "warning", "a", "related[0]")]),
    ("missing-inverse", (A, related(B, ("distinct-from", "a"))), [("missing-inverse", "info", "b", "related[0]")]),
    (
        "circular-relation",
        (
            related(A, ("broader", "b"), ("narrower", "c")),
            related(B, ("broader", "c"), ("narrower", "a")),
            related(C, ("broader", "a"), ("narrower", "b")),
        ),
        [("circular-relation", "error", "a", "related[0]")],
    ),
    (
        "circular-relation",
        (replace(A, replaced_by=("b",)), replace(B, replaced_by=("a",))),
        [("circular-relation", "error", "a", "replaced_by")],
    ),
    (
        "retired-but-referenced",
        (related(A, ("broader", "b")), RETIRED),
        [("retired-but-referenced", "warning", "a", "related[0].to")],
    ),
    (
        "valid-dates",
        (replace(A, valid_from="2030-01-01", valid_to="2029-01-01"),),
        [("valid-dates", "error", "a", "valid_to")],
    ),
    ("expired-without-successor", (ENDED,), [("expired-without-successor", "warning", "a", "valid_to")]),
    (
        "successor-expired",
        (
            replace(ENDED, valid_to="2007-08-01", replaced_by=("b",)),
            replace(B, valid_to="2025-03-01", replaced_by=("c",)),
            C,
        ),
        [("successor-expired", "info", "a", "replaced_by[0]")],
    ),
    ("definition-missing", (replace(A, definition={"en": " "}),), [("definition-missing", "info", "a", "definition")]),
    (
        "definition-circular",
        (replace(A, definition={"en": "The social insurance."}),),
        [("definition-circular", "warning", "a", "definition.en")],
    ),
    (
        "definition-uses-forbidden",
        (
            replace(A, definition={"en": "Insurance for the workers and the disabled"}),
            add(B, "en", en("the disabled", "forbidden")),
        ),
        [("definition-uses-forbidden", "error", "a", "definition.en")],
    ),
    (
        "definition-uses-forbidden",
        (
            replace(A, definition={"vi": "Chế độ dành cho người tàn tật"}),
            add(B, "vi", vi("người tàn tật", "deprecated")),
        ),
        [("definition-uses-forbidden", "warning", "a", "definition.vi")],
    ),
    (
        "unicode-fault",
        (add(A, "fr", fr("sécurité  sociale")),),
        [("unicode-fault", "warning", "a", "terms.fr[1].term")],
    ),
    ("tone-fault", (add(A, "vi", vi("trợ cấp thất nghịêp")),), [("tone-fault", "warning", "a", "terms.vi[1].term")]),
    ("tone-fault", (add(A, "vi", vi("lao ðộng")),), [("tone-fault", "warning", "a", "terms.vi[1].term")]),
    ("tone-fault", (OLD, NEW), [("tone-fault", "warning", "a", "terms.vi[0].term")]),
]

GOOD: list[tuple[str, tuple[Concept, ...]]] = [
    ("duplicate-term", (add(A, "en", replace(en("social insurance"), pos="verb")),)),
    ("duplicate-term", (add(A, "en", en("insurance, social")),)),
    (
        "several-preferred",
        (
            put(
                A,
                "fr",
                replace(fr("sécurité du revenu", "preferred"), region="fr-CA"),
                fr("assurance sociale", "preferred"),
            ),
        ),
    ),
    ("preferred-and-forbidden", (A, add(B, "vi", with_note(vi("bảo hiểm xã hội", "forbidden"))))),
    ("preferred-and-forbidden", apart(A, add(B, "vi", vi("bảo hiểm xã hội", "deprecated")))),
    ("duplicate-concept", apart(A, COPY)),
    (
        "duplicate-concept",
        (replace(A, valid_to="2025-03-01", replaced_by=("b",)), replace(COPY, valid_from="2025-03-01")),
    ),
    ("two-preferred-concepts", apart(A, put(B, "en", en("social insurance", "preferred")))),
    (
        "homograph",
        (
            put(A, "fr", with_note(fr("assurance sociale", "preferred"))),
            add(B, "fr", with_note(fr("assurance sociale"))),
        ),
    ),
    ("homograph", (A, add(B, "fr", replace(fr("Assurance sociale"), pos="proper-noun")))),
    ("homograph", (A, RETIRED, replace(A, id="d", status="retired"))),
    ("acronym-clash", apart(add(A, "vi", vi("BHXH")), add(B, "vi", vi("BHXH")))),
    ("acronym-clash", (add(A, "en", replace(en("AIDS"), type="acronym")), add(B, "en", en("aids")))),
    ("near-duplicate", (add(A, "fr", fr("retraite")), add(B, "fr", fr("retraité")))),
    ("near-duplicate", (add(A, "fr", fr("bien-être social")), add(B, "fr", fr("action sociale")))),
    ("near-duplicate", (A, add(B, "fr", replace(fr("assurances sociales"), number="plural")))),
    ("near-duplicate", (add(A, "vi", vi("công nhân")), add(B, "vi", vi("công nhận")))),
    ("near-duplicate", (add(A, "vi", vi("thị trường")), add(B, "vi", vi("thị trưởng")))),
    ("near-duplicate", (add(A, "en", en("unemployment benefit")), add(B, "en", en("employment benefit")))),
    ("near-duplicate", (add(A, "en", en("adoption")), add(B, "en", en("adaption")))),
    ("near-duplicate", apart(C, add(B, "en", en("old age pension")))),
    ("no-preferred", (replace(put(A, "vi", vi("bảo hiểm xã hội")), status="retired"),)),
    ("missing-language", (put(A, "en-GB", *A.terms["en"]),)),
    ("french-gender-missing", (add(A, "fr", replace(fr("assurer"), pos="verb", gender=None)),)),
    ("pos-missing", (add(A, "en", replace(en("welfare", "forbidden"), pos=None)),)),
    ("unsourced", (put(A, "en", replace(A.terms["en"][0], reliability=None, sources=("S-1",))),)),
    ("term-case", (add(A, "en", en("Vietnamese worker"), replace(en("ASEAN"), type="acronym")),)),
    ("term-case", (concept("b", {"vi": ("Chính phủ",), "fr": ("gouvernement",), "en": ("Government",)}),)),
    ("dangling-relation", (related(A, ("see-also", "b")), B)),
    ("self-relation", (replace(A, valid_to="2025-03-01", replaced_by=("b",)), B)),
    ("missing-inverse", (related(A, ("has-part", "b")), related(B, ("part-of", "a")))),
    ("missing-inverse", (related(A, ("see-also", "b")), B)),
    (
        "circular-relation",
        (
            related(A, ("broader", "b"), ("broader", "c")),
            related(B, ("narrower", "a"), ("broader", "c")),
            related(C, ("narrower", "b"), ("narrower", "a")),
        ),
    ),
    ("retired-but-referenced", (related(A, ("see-also", "b")), related(RETIRED, ("see-also", "a")))),
    ("valid-dates", (replace(A, valid_from="2025-01-01", valid_to="2029-01-01"),)),
    ("expired-without-successor", (replace(A, valid_to="2026-01-01"),)),
    ("expired-without-successor", (replace(ENDED, replaced_by=("b",)), B)),
    ("successor-expired", (replace(ENDED, replaced_by=("b",)), replace(B, valid_to="2030-01-01"))),
    ("definition-missing", (replace(A, definition={"vi": "Chế độ bù đắp thu nhập của người lao động"}),)),
    ("definition-circular", (replace(A, definition={"en": "Social insurance of all workers"}),)),
    (
        "definition-uses-forbidden",
        (
            replace(A, definition={"en": "Insurance run by the Union of the Disabled Workers"}),
            add(B, "en", en("the disabled", "forbidden")),
            add(C, "en", en("the disabled workers")),
        ),
    ),
    (
        "unicode-fault",
        (add(A, "fr", fr("allocation d’aide aux pays de l'ASEAN")), add(B, "vi", vi("Lao động – Xã hội"))),
    ),
    (
        "tone-fault",
        (add(A, "vi", vi("Công ước Genève"), vi("dân tộc Hrê"), vi("HĐND xã"), vi("quý"), vi("y tế Đắk Lắk")),),
    ),
    ("tone-fault", (put(NEW, "vi", *NEW.terms["vi"], vi("uỷ ban quốc gia")),)),
    ("tone-fault", (put(NEW, "vi", replace(vi("ủy ban", "preferred"), forms=("uỷ ban",))),)),
]


@pytest.mark.parametrize(
    ("check", "concepts", "expected"), BAD, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_fault_is_found_where_it_is_and_nothing_else(
    check: str, concepts: tuple[Concept, ...], expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert told(found(*concepts)) == expected
    assert check in {row[0] for row in expected}


@pytest.mark.parametrize(("check", "concepts"), GOOD, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_sound_stays_unmentioned(check: str, concepts: tuple[Concept, ...]) -> None:
    assert [f for f in found(*concepts) if f.check == check] == []


def test_every_check_has_examples() -> None:
    names = [check.name for check in CHECKS if check.name != "unattested"]
    assert len(names) == len(set(names))
    assert set(names) == {case[0] for case in BAD} == {case[0] for case in GOOD}


def test_sound_concepts_have_no_findings() -> None:
    assert found(A, B, C) == []


def test_concepts_that_no_memory_has() -> None:
    assert told(found(A, B, attested={"vi": {"a", "b"}, "fr": {"a"}})) == [("unattested", "info", "b", "terms.fr")]
    assert found(A, attested={"vi": {"a"}}) == []


def test_a_draft_may_be_unfinished() -> None:
    draft = replace(A, status="draft", terms={"vi": A.terms["vi"]})
    assert told(found(draft)) == [("missing-language", "info", "a", "terms")]


def test_a_finding_holds_all_that_a_terminologist_needs() -> None:
    (finding,) = found(A, add(B, "fr", fr("assurance sociale")))
    assert finding == Finding(
        check="homograph",
        severity="warning",
        message="“assurance sociale” is a term of a too",
        path="terms.fr[1].term",
        concept="b",
        related=("a",),
        suggestion="relate the two with distinct-from, or give both terms a note that says when it is which",
        evidence=("a: “assurance sociale”, fr, preferred", "b: “assurance sociale”, fr, admitted"),
    )


def test_findings_have_the_lines_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "id: a\nstatus: approved\ndefinition: {en: Insurance}\nterms:\n  en:\n"
        "    - {term: cover, status: preferred, pos: noun, reliability: editor}\n"
        "    - term: insurance\n      status: preferred\n      pos: noun\n      reliability: editor\n",
        encoding="utf-8",
    )
    findings = check_glossary(read_glossary(tmp_path), today=TODAY)
    assert [(f.file, f.line, f.check) for f in findings] == [
        (str(tmp_path / "a.yaml"), 3, "definition-circular"),
        (str(tmp_path / "a.yaml"), 8, "several-preferred"),
    ]


CHARACTERS = [
    ("assurance\u00adchômage", ["U+00AD soft hyphen, which nobody sees"], "assurancechômage"),
    ("l´assurance", ["U+00B4 acute accent for an apostrophe"], "l'assurance"),
    ("bien\u2011être", ["U+2011 non-breaking hyphen for a hyphen"], "bien-être"),
    (" an sinh", ["a blank before it"], "an sinh"),
    ("an sinh\u00a0", ["a blank after it"], "an sinh"),
    ("soci\u0430l", ["letters of Cyrillic and Latin in “soci\u0430l”"], "social"),
    ("an sinh xa\u0303 hội", ["letters and their marks are apart (not in NFC)"], "an sinh xã hội"),
    ("\ufb01nance", ["U+FB01 latin small ligature fi, which stands for ordinary letters"], "finance"),
    ("β-carotène, 5 µg, l’État\u00a0: 10\u00a0%", [], "β-carotène, 5 µg, l’État\u00a0: 10\u00a0%"),
]


@pytest.mark.parametrize(("text", "faults", "better"), CHARACTERS)
def test_characters(text: str, faults: list[str], better: str) -> None:
    assert (character_faults(text), cleaned(text)) == (faults, better)


@given(st.text(st.sampled_from("aàâ \u00a0\t\u0301\u200b´`‑-'’о\u0399ﬁＡđð"), max_size=12))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


SYLLABLES = [
    ("nghịêp", "nghiệp"),
    ("tíên", "tiến"),
    ("thừơng", "thường"),
    ("lưộng", "lưộng"),
    ("bảohiểm", None),
    ("họat", "hoạt"),
    ("khỏan", "khoản"),
    ("thuỷ", None),
    ("Đảng", None),
    ("café", None),
    ("TPHCM", None),
    ("HOÀ", None),
]


@pytest.mark.parametrize(("word", "better"), SYLLABLES)
def test_syllables(word: str, better: str | None) -> None:
    assert misplaced(word, "vi") == better


def test_a_long_chain_is_no_circle() -> None:
    chain = {str(n): [str(n + 1)] for n in range(5000)} | {"5000": []}
    assert list(circles(chain)) == []
    assert [len(circle) for circle in circles({**chain, "5000": ["0"]})] == [5001]


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3), max_size=6))
def test_circles_are_circles(above: dict[str, list[str]]) -> None:
    for circle in circles(above):
        assert all(other in above[one] for one, other in zip(circle, [*circle[1:], circle[0]], strict=True))


def test_our_own_glossary_has_no_error() -> None:
    folder = Path(__file__).parents[3] / "glossaries" / "social-protection"
    findings = check_glossary(read_glossary(folder), today=TODAY)
    assert [f for f in findings if f.severity == "error"] == []
