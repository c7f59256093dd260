import time
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.exchange.base import Imported, Remark
from tmkit.glossary.exchange.merging import Conflict, Decision, Kind, compare, merge

ABOUT = About(
    name="social-protection",
    languages=("vi", "fr", "en"),
    domains={"pension": {"en": "Pensions and retirement", "fr": "Retraite"}, "insurance": {"en": "Social insurance"}},
    sources={"S-LAW": Source(title="Loi sur l'assurance sociale", kind="law")},
)


def preferred(text: str, **more: object) -> Term:
    return Term(text=text, status="preferred", **more)  # type: ignore[arg-type]  # the tests' own shorthand


def admitted(text: str) -> Term:
    return Term(text=text, status="admitted")


def concept(id: str, *, vi: str = "", fr: str = "", en: str = "", **more: object) -> Concept:
    """Return a concept; of each language's terms, split by `|`, the first is preferred."""
    given = {lang: text.split("|") for lang, text in (("vi", vi), ("fr", fr), ("en", en)) if text}
    terms = {lang: (preferred(first), *map(admitted, rest)) for lang, (first, *rest) in given.items()}
    return Concept(id=id, terms=terms, **more)  # type: ignore[arg-type]  # the tests' own shorthand


PENSION = concept(
    "sp-0011",
    vi="lương hưu|hưu bổng",
    fr="pension de retraite",
    en="pension",
    domain="pension",
    status="approved",
    definition={"en": "Regular income paid to someone who has retired."},
)
INSURANCE = concept("sp-0012", vi="bảo hiểm xã hội", fr="assurance sociale", en="social insurance", status="approved")
OURS = Glossary(ABOUT, (PENSION, INSURANCE))


def imported(*concepts: Concept, about: About | None = None) -> Imported:
    return Imported(Glossary(about or About(), concepts))


def kinds(*concepts: Concept) -> list[tuple[Kind, str | None, str]]:
    found = compare(OURS, imported(*concepts))
    return [(c.kind, c.existing.id if c.existing else None, c.detail) for c in found]


def merged(decision: Decision, *concepts: Concept) -> tuple[Concept, ...]:
    return merge(OURS, imported(*concepts), on_conflict=decision).glossary.concepts


@pytest.mark.parametrize(
    ("incoming", "found"),
    [
        (concept("1", vi="Lương hưu", en="pension"), [("field-differs", "sp-0011")]),
        (concept("1", vi="lương hưu", en="pension"), [("same", "sp-0011")]),
        (concept("1", vi="trợ cấp thôi việc", fr="indemnité de licenciement"), [("new", None)]),
        (concept("1", vi="lương hưu", en="pension|retirement pension"), [("new-term", "sp-0011")]),
        (concept("1", vi="hưu bổng", en="pension"), [("new-status", "sp-0011")]),
        # one word in common, the other language has another: a boarding house is no pension
        (concept("1", vi="nhà trọ", en="pension"), [("homograph", "sp-0011")]),
        (concept("sp-0011", vi="tiền hưu", en="pension"), [("new-term", "sp-0011")]),
        (concept("sp-0011", vi="trợ cấp thôi việc"), [("new", None)]),
        (concept("1", en="pension", definition={"fr": "Revenu versé à un retraité."}), [("new-field", "sp-0011")]),
        (concept("1", en="pension", definition={"en": "A boarding house."}), [("field-differs", "sp-0011")]),
        (concept("1", en="pension", domain="insurance"), [("field-differs", "sp-0011")]),
        # the nearest is the one with which the most recommended terms of most languages are shared
        (concept("1", vi="bảo hiểm xã hội", fr="assurance sociale", en="pension"), [("new-term", "sp-0012")]),
    ],
)
def test_what_is_found(incoming: Concept, found: list[tuple[Kind, str | None]]) -> None:
    assert [(kind, existing) for kind, existing, _ in kinds(incoming)] == found


@pytest.mark.parametrize(
    ("incoming", "detail"),
    [
        (concept("1", en="pension", vi="lương hưu"), "nothing that sp-0011 lacks"),
        (concept("c9", vi="trợ cấp thôi việc"), "c9 “trợ cấp thôi việc”"),
        (concept("1", vi="lương hưu", en="pensions|pension"), "en “pensions” (preferred) beside “pension”"),
        (concept("1", vi="hưu bổng"), "vi “hưu bổng” is admitted here, preferred in the file"),
        (
            concept("1", vi="nhà trọ", en="pension"),
            "en “pension” is shared with sp-0011 of the glossary, but vi “lương hưu” here, “nhà trọ” in the file",
        ),
        (
            concept("1", en="pension", definition={"en": "A boarding house."}),
            "en definition: “Regular income paid to someone who has retired.” here, “A boarding house.” in the file",
        ),
        (concept("1", en="pension", note="Not an annuity."), "note: “Not an annuity.”"),
        (
            Concept(id="1", terms={"fr": (preferred("pension de retraite", gender="f"),)}),
            "fr “pension de retraite” gender: “f”",
        ),
    ],
)
def test_a_difference_in_words(incoming: Concept, detail: str) -> None:
    assert kinds(incoming)[0][2] == detail


def test_a_term_that_we_warn_of_is_no_sign_of_the_same_concept() -> None:
    social_security = Concept(
        id="sp-0001",
        terms={
            "vi": (preferred("an sinh xã hội"),),
            "fr": (preferred("sécurité sociale"), Term(text="assurance sociale", status="forbidden")),
        },
    )
    found = compare(
        Glossary(ABOUT, (social_security,)), imported(concept("1", vi="bảo hiểm xã hội", fr="assurance sociale"))
    )
    assert [c.kind for c in found] == ["new"]


def test_spellings_that_differ_in_an_apostrophe_or_the_unicode_form_are_the_same() -> None:
    ours = Glossary(ABOUT, (concept("sp-1", vi="người cao tuổi", fr="caisse d'assurance"),))
    theirs = concept("1", vi="ngu\u031bo\u031b\u0300i cao tuo\u0302\u0309i", fr="caisse d’assurance")
    assert [c.kind for c in compare(ours, imported(theirs))] == ["same"]


INCOMING = Concept(
    id="c7",
    terms={
        "vi": (preferred("lương hưu"), admitted("tiền hưu trí")),
        "en": (preferred("retirement pension"), admitted("pension")),
    },
    definition={"en": "Money for the retired.", "fr": "Revenu versé à un retraité."},
)


def test_keep_adds_what_is_new_and_changes_nothing() -> None:
    result = merge(OURS, imported(INCOMING), on_conflict="keep")
    terms = {
        "vi": (preferred("lương hưu"), admitted("hưu bổng"), admitted("tiền hưu trí")),
        "fr": (preferred("pension de retraite"),),
        "en": (preferred("pension"), admitted("retirement pension")),
    }
    definition = {**PENSION.definition, "fr": "Revenu versé à un retraité."}
    assert result.glossary.concepts == (replace(PENSION, terms=terms, definition=definition), INSURANCE)
    assert (result.changed_ids, result.added_ids) == (("sp-0011",), ())
    assert [c.kind for c in result.skipped] == ["new-status", "field-differs"]


def test_take_lets_the_file_win() -> None:
    result = merge(OURS, imported(INCOMING), on_conflict="take")
    terms = {
        "vi": (preferred("lương hưu"), admitted("hưu bổng"), admitted("tiền hưu trí")),
        "fr": (preferred("pension de retraite"),),
        "en": (admitted("pension"), preferred("retirement pension")),
    }
    assert result.glossary.concepts == (replace(PENSION, terms=terms, definition=INCOMING.definition), INSURANCE)
    assert result.skipped == ()


def test_add_makes_it_a_concept_of_its_own() -> None:
    result = merge(OURS, imported(INCOMING), on_conflict="add")
    # Two concepts that prefer one term would be at odds: what ours prefers is admitted in the draft.
    terms = {
        "vi": (admitted("lương hưu"), admitted("tiền hưu trí")),
        "en": (preferred("retirement pension"), admitted("pension")),
    }
    assert result.glossary.concepts == (PENSION, INSURANCE, replace(INCOMING, id="sp-0013", terms=terms))
    assert (result.changed_ids, result.added_ids) == ((), ("sp-0013",))
    told = "c7 “lương hưu”: “lương hưu” is preferred in sp-0011 too; read as admitted"
    assert result.remarks == (Remark(told),)


@pytest.mark.parametrize("decision", ["keep", "take", "add"])
def test_what_was_added_beside_a_concept_is_known_again(decision: Decision) -> None:
    once = merge(OURS, imported(HOMOGRAPH), on_conflict="add").glossary
    again = merge(once, imported(HOMOGRAPH), on_conflict=decision)
    assert ([c.kind for c in again.conflicts], again.glossary) == (["same"], once)


def test_skip_adds_only_what_is_wholly_new() -> None:
    new = concept("c8", vi="trợ cấp thôi việc", status="approved")
    result = merge(OURS, imported(INCOMING, new), on_conflict="skip")
    assert result.glossary.concepts == (PENSION, INSURANCE, replace(new, id="sp-0013", status="draft"))
    assert {c.incoming.id for c in result.skipped} == {"c7"}


HOMOGRAPH = concept("9", vi="nhà trọ", en="pension")
BESIDE_PENSION = {"vi": (preferred("nhà trọ"),), "en": (admitted("pension"),)}


@pytest.mark.parametrize(
    ("decision", "after"),
    [
        ("keep", (PENSION, INSURANCE)),
        ("skip", (PENSION, INSURANCE)),
        ("take", (PENSION, INSURANCE)),
        ("add", (PENSION, INSURANCE, replace(HOMOGRAPH, id="sp-0013", terms=BESIDE_PENSION))),
    ],
)
def test_a_homograph_is_never_merged_unseen(decision: Decision, after: tuple[Concept, ...]) -> None:
    assert merged(decision, HOMOGRAPH) == after


def test_a_homograph_that_is_not_taken_is_a_remark() -> None:
    text = "9 “nhà trọ”: perhaps another concept than sp-0011, left out: use add, or decide by hand"
    assert merge(OURS, imported(HOMOGRAPH), on_conflict="take").remarks == (Remark(text),)


def test_a_term_that_most_concepts_share_costs_no_time() -> None:
    dashes = [concept(f"sp-{n}", vi=f"từ thứ {n}", fr="-") for n in range(3000)]
    start = time.process_time()
    found = compare(Glossary(ABOUT, tuple(dashes)), imported(*dashes))
    assert time.process_time() - start < 10
    assert {c.kind for c in found} == {"same"}


@pytest.mark.parametrize(
    ("answer", "vi"),
    [
        ("keep", ("lương hưu", "hưu bổng", "nhà trọ")),
        ("take", ("lương hưu", "hưu bổng", "nhà trọ")),
    ],
)
def test_somebody_may_say_that_a_homograph_is_the_same_concept(answer: Decision, vi: tuple[str, ...]) -> None:
    result = merge(OURS, imported(HOMOGRAPH), on_conflict=lambda _: answer)
    terms = result.glossary.by_id["sp-0011"].terms["vi"]
    assert tuple(term.text for term in terms) == vi
    assert [t.text for t in terms if t.status == "preferred"] == ["lương hưu" if answer == "keep" else "nhà trọ"]


def test_a_function_is_asked_for_every_difference() -> None:
    asked: list[Conflict] = []

    def answer(conflict: Conflict) -> Decision:
        asked.append(conflict)
        return "take" if conflict.kind == "new-status" else "skip"

    result = merge(OURS, imported(INCOMING, concept("8", vi="trợ cấp thôi việc")), on_conflict=answer)
    assert [c.kind for c in asked] == ["new-term", "new-term", "new-status", "field-differs", "new-field", "new"]
    assert result.glossary.concepts == (
        replace(PENSION, terms={**PENSION.terms, "en": (admitted("pension"),)}),
        INSURANCE,
    )
    assert [c.kind for c in result.skipped] == ["new-term", "new-term", "field-differs", "new-field", "new"]


def test_a_function_is_not_asked_where_nothing_differs() -> None:
    def answer(conflict: Conflict) -> Decision:
        raise AssertionError(conflict)

    assert merge(OURS, imported(concept("x", vi="lương hưu")), on_conflict=answer).glossary.concepts == OURS.concepts


def test_two_concepts_of_the_file_may_add_to_one_of_ours() -> None:
    one = concept("1", vi="lương hưu", en="pension|retirement pay")
    other = concept("2", vi="lương hưu", en="pension|retirement pay|old-age pension")
    english = merged("keep", one, other)[0].terms["en"]
    assert [term.text for term in english] == ["pension", "retirement pay", "old-age pension"]


def test_references_get_the_new_ids() -> None:
    result = merge(
        OURS,
        imported(
            concept(
                "a", vi="trợ cấp thôi việc", related=(Relation(to="b", rel="see-also"), Relation(to="c", rel="broader"))
            ),
            concept("b", vi="trợ cấp thất nghiệp", replaced_by=("a", "lost")),
            concept("c", vi="lương hưu", related=(Relation(to="a", rel="narrower"), Relation(to="c", rel="see-also"))),
        ),
        on_conflict="keep",
    )
    assert result.glossary.concepts == (
        replace(PENSION, related=(Relation(to="sp-0013", rel="narrower"),)),
        INSURANCE,
        concept(
            "sp-0013",
            vi="trợ cấp thôi việc",
            related=(Relation(to="sp-0014", rel="see-also"), Relation(to="sp-0011", rel="broader")),
        ),
        concept("sp-0014", vi="trợ cấp thất nghiệp", replaced_by=("sp-0013",)),
    )
    text = "b “trợ cấp thất nghiệp”: refers to 'lost', which is not there; reference left out"
    assert result.remarks == (Remark(text),)
    assert result.changed_ids == ("sp-0011",)


def test_a_reference_to_what_was_left_out_is_dropped_with_a_remark() -> None:
    new = concept("n", vi="trợ cấp thôi việc", related=(Relation(to="9", rel="see-also"),))
    result = merge(OURS, imported(new, HOMOGRAPH), on_conflict="keep")
    assert result.glossary.by_id["sp-0013"].related == ()
    assert [r.text for r in result.remarks] == [
        "n “trợ cấp thôi việc”: refers to '9', which is not there; reference left out"
    ]


def test_our_own_ids_are_understood_in_a_part_of_our_own_glossary() -> None:
    part = replace(PENSION, related=(Relation(to="sp-0012", rel="see-also"),))
    assert merged("keep", part)[0] == part


def test_a_vaguer_relation_is_no_news() -> None:
    ours = replace(PENSION, related=(Relation(to="sp-0012", rel="part-of"),))
    theirs = imported(replace(PENSION, related=(Relation(to="sp-0012", rel="see-also"),)), INSURANCE)
    assert [c.kind for c in compare(Glossary(ABOUT, (ours, INSURANCE)), theirs)] == ["same", "same"]


@pytest.mark.parametrize(
    ("ids", "name", "expected"),
    [
        (("sp-0330", "sp-0012"), "x", "sp-0331"),
        (("sp-9999",), "x", "sp-10000"),
        (("t7", "t12", "other"), "x", "t13"),
        ((), "social-protection", "sp-0001"),
        ((), "", "c-0001"),
        (("alpha",), "an sinh", "as-0001"),
    ],
)
def test_new_ids_follow_those_that_are_there(ids: tuple[str, ...], name: str, expected: str) -> None:
    ours = Glossary(About(name=name), tuple(concept(i, vi=f"từ {n}") for n, i in enumerate(ids)))
    assert merge(ours, imported(concept("", vi="mới")), on_conflict="keep").added_ids == (expected,)


def test_an_id_that_is_referred_to_is_not_given_away() -> None:
    ours = Glossary(About(), (concept("sp-1", vi="một", related=(Relation(to="sp-2", rel="see-also"),)),))
    assert merge(ours, imported(concept("", vi="mới")), on_conflict="keep").added_ids == ("sp-3",)


def test_a_files_concept_is_made_fit_for_the_glossary() -> None:
    theirs = Concept(
        id="c1",
        domain="D1",
        terms={
            "FR_ca": (
                preferred(" rente\u200b  de\nretraite ", sources=("S1", "S-LAW", "Le Monde")),
                preferred("rente"),
            ),
            "xx-unknown": (preferred("x"),),
            "vi": (preferred("  "), Term(text="y" * 600, status="admitted")),
        },
        valid_from="2007",
        note="a\r\n b",
    )
    about = About(
        domains={"D1": {"fr": "retraite"}}, sources={"S1": Source(title="Gazette"), "S-LAW": Source(title="Other")}
    )
    result = merge(OURS, imported(theirs, about=about), on_conflict="keep")
    first = preferred("rente de retraite", region="fr-CA", sources=("S1", "S-LAW-2", "Le Monde"))
    added = Concept(
        id="sp-0013",
        domain="pension",
        note="a\nb",
        terms={"fr": (first, Term(text="rente", status="admitted", region="fr-CA"))},
    )
    assert result.glossary.by_id["sp-0013"] == added
    assert result.glossary.about.sources == {
        **ABOUT.sources,
        "S1": Source(title="Gazette"),
        "S-LAW-2": Source(title="Other"),
        "Le Monde": Source(title="Le Monde"),
    }
    where = "c1 “ rente\u200b  de\nretraite ”"
    assert [remark.text.removeprefix(where) for remark in result.remarks] == [
        ": a second preferred term, “rente”; read as admitted",
        ": unknown language 'xx-unknown'; left out",
        ": a term without text; left out",
        ": a term of 600 characters; left out",
        ": U+200B (zero width space) is not seen, and left out",
        ": '2007' is no date; left out",
    ]


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d👩\u200d👧"])
def test_what_joins_letters_stays(text: str) -> None:
    result = merge(OURS, imported(concept("1", vi=f"\u200d{text} \u200c", fr="autre")), on_conflict="keep")
    assert result.glossary.by_id["sp-0013"].terms["vi"] == (preferred(text),)


def test_a_domain_that_the_glossary_lacks_is_a_remark() -> None:
    result = merge(OURS, imported(concept("1", vi="cà phê", domain="Ẩm thực")), on_conflict="keep")
    assert result.glossary.by_id["sp-0013"].domain is None
    assert [remark.text for remark in result.remarks] == [
        "1 “cà phê”: no domain 'Ẩm thực' in the glossary; left without one"
    ]


def test_a_glossary_without_a_list_of_sources_gets_none() -> None:
    ours = Glossary(About(), (Concept(id="a1", terms={"vi": (preferred("một", sources=("báo",)),)}),))
    about = About(sources={"S1": Source(title="Gazette")})
    theirs = Concept(id="", terms={"vi": (preferred("hai", sources=("S1",)),)})
    assert merge(ours, imported(theirs, about=about), on_conflict="keep").glossary.about == About()


def test_a_concept_without_a_usable_term_is_a_remark() -> None:
    result = merge(OURS, imported(Concept(id="e", terms={"vi": ()})), on_conflict="take")
    assert result.glossary == OURS
    assert result.remarks == (Remark("e: no term that can be used"),)


FULL_TERM = Term(
    text="pension de retraite",
    status="preferred",
    type="full-form",
    pos="noun",
    gender="f",
    number="singular",
    case="any",
    region="fr-FR",
    forms=("pensions de retraite",),
    context="La pension de retraite est versée chaque mois.",
    sources=("S-LAW",),
    reliability="reviewed",
    note="De préférence à “retraite”.",
)
FULL = Concept(
    id="sp-0011",
    domain="pension",
    status="review",
    definition={"fr": "Revenu versé à un retraité."},
    note="Not an annuity.",
    terms={"fr": (FULL_TERM,), "vi": (preferred("lương hưu"),)},
    related=(Relation(to="sp-0012", rel="see-also"),),
    valid_from="1995-01-01",
    valid_to="2025-03-01",
    replaced_by=("sp-0012",),
)


def test_every_field_is_compared_and_taken() -> None:
    bare = Glossary(ABOUT, (Concept(id="sp-0011", terms=FULL_BARE), INSURANCE))
    found = compare(bare, imported(FULL))
    named = {c.field for c in found}
    assert named == {f.name for f in (*fields(Term), *fields(Concept))} - {"text", "id", "terms"}
    taken = merge(bare, imported(FULL), on_conflict="take").glossary.concepts
    assert taken == (FULL, INSURANCE)


FULL_BARE = {"fr": (preferred("pension de retraite"),), "vi": (preferred("lương hưu"),)}

words = st.sampled_from(["lương hưu", "hưu bổng", "trợ cấp", "pension", "rente", "an sinh", "bảo hiểm", "Lương hưu"])
statuses = st.sampled_from(["preferred", "admitted", "deprecated", "forbidden"])
term_lists = st.lists(st.builds(Term, text=words, status=statuses), min_size=1, max_size=3).map(tuple)
concepts = st.builds(
    Concept,
    id=st.sampled_from(["a-1", "a-2", "x", ""]),
    terms=st.dictionaries(st.sampled_from(["vi", "fr", "en"]), term_lists, min_size=1),
    definition=st.dictionaries(st.sampled_from(["vi", "en"]), st.sampled_from(["một", "hai"]), max_size=1),
    related=st.lists(
        st.builds(Relation, to=st.sampled_from(["a-1", "x", "y"]), rel=st.just("see-also")), max_size=1
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(
    ours=st.lists(concepts, max_size=4, unique_by=lambda c: c.id),
    theirs=st.lists(concepts, max_size=4),
    decision=st.sampled_from(["keep", "take", "add", "skip"]),
)
def test_whatever_is_merged(ours: list[Concept], theirs: list[Concept], decision: Decision) -> None:
    glossary = Glossary(About(name="a"), tuple(replace(c, id=c.id or "a-3") for c in ours))
    result = merge(glossary, imported(*theirs), on_conflict=decision)
    ids = [c.id for c in result.glossary.concepts]
    assert len(ids) == len(set(ids))
    assert ids[: len(ours)] == [c.id for c in glossary.concepts]
    untouched = set(glossary.by_id) - set(result.changed_ids)
    assert all(result.glossary.by_id[i] == glossary.by_id[i] for i in untouched)
    assert all(result.glossary.by_id[i] != glossary.by_id[i] for i in result.changed_ids)
    assert ids[len(ours) :] == list(result.added_ids)
    new = {(i, r.to) for i in result.added_ids for r in result.glossary.by_id[i].related}
    assert all(target in result.glossary.by_id for _, target in new)
    if decision in ("keep", "take"):
        again = merge(result.glossary, imported(*theirs), on_conflict="keep")
        assert not again.added_ids or decision == "take"
