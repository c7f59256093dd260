"""What is written as TBX: valid, the same each time, and the same again when it is read."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tmkit.errors import TmkitError
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.exchange.base import ExchangeFormat, Loss, losses
from tmkit.glossary.exchange.tbx import TBX, TBX_DCT
from tmkit.glossary.exchange.tbx_v2 import TBX_V2
from tmkit.glossary.exchange.tbx_words import FORBIDDEN_NOTE, from_xml_id, xml_id
from tmkit.glossary.exchange.tbx_xml import plain

FORMATS = (TBX, TBX_DCT, TBX_V2)
LANGS = ("vi", "fr", "en")
EVERY = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)

FULL = Concept(
    id="sp-0001",
    domain="benefit",
    status="approved",
    definition={"vi": "Khoản tiền trả cho người nghỉ hưu.", "en": "Money paid <monthly> & for life.", "de": "Geld."},
    note="Choose with care.\nNot the act of retiring.",
    terms={
        "vi": (
            Term(
                text="lương hưu",
                status="preferred",
                type="full-form",
                pos="proper-noun",
                gender="n",
                number="singular",
                case="exact",
                region="vi-VN",
                forms=("lương hưu tháng",),
                context="Lương hưu tăng từ tháng bảy.",
                sources=("S-1", "Luật 2014"),
                reliability="editor",
                note="Dòng một.\nDòng hai.",
            ),
            Term(text="hưu bổng", status="forbidden", note="Từ cũ."),
        ),
        "fr": (Term(text="pension de retraite", status="preferred", pos="noun", gender="f", sources=("S-1",)),),
        "en": (Term(text="pension", status="deprecated", type="short-form", region="en-GB"),),
    },
    related=(Relation(to="12 b", rel="broader"), Relation(to="nowhere", rel="see-also")),
    valid_from="1995-01-01",
    valid_to="2025-03-01",
    replaced_by=("12 b",),
)
OTHER = Concept(
    id="12 b",
    terms={"fr": (Term(text="prestation « sociale »", status="admitted"),)},
    related=(Relation(to="sp-0001", rel="narrower"),),
)
SOURCE = Source(title="Journal “A”", address="https://example.org/a b?x=1&y=2", date="2015", kind="news")
ABOUT = About(
    name="test",
    title={"en": "A test & more"},
    description="For tests.",
    licence="CC0-1.0",
    domains={"benefit": {"en": "Benefits"}},
    sources={"S-1": SOURCE},
)
GLOSSARY = Glossary(ABOUT, (FULL, OTHER))


def written(fmt: ExchangeFormat, glossary: Glossary, langs: tuple[str, ...] = LANGS) -> bytes:
    assert fmt.write
    stream = io.BytesIO()
    fmt.write(glossary, stream, langs=langs)
    return stream.getvalue()


def read_back(fmt: ExchangeFormat, data: bytes) -> Glossary:
    assert fmt.read
    imported = fmt.read(io.BytesIO(data), name="a.tbx", langs=())
    assert imported.remarks == ()
    return imported.glossary


def kept(fmt: ExchangeFormat, concept: Concept, ids: set[str]) -> Concept:
    """What a format leaves of a concept, by what it says of itself."""
    terms = {lang: tuple(dict.fromkeys(kept_term(fmt, term) for term in some)) for lang, some in concept.terms.items()}
    definitions = {lang: text for lang, text in concept.definition.items() if fmt is not TBX_DCT or lang in terms}
    return Concept(
        id=concept.id,
        domain=concept.domain,
        definition=definitions,
        note=concept.note,
        terms=terms,
        related=tuple(dict.fromkeys(r for r in concept.related if r.to in ids - {concept.id})),
        replaced_by=tuple(dict.fromkeys(to for to in concept.replaced_by if to in ids - {concept.id})),
    )


def kept_term(fmt: ExchangeFormat, term: Term) -> Term:
    pos = "noun" if term.pos == "proper-noun" and fmt is not TBX_V2 else term.pos
    return replace(term, pos=pos, number=None, case=None, forms=(), reliability=None)


@EVERY
def test_what_is_written_is_read_back(fmt: ExchangeFormat) -> None:
    glossary = read_back(fmt, written(fmt, GLOSSARY))
    assert glossary.concepts == tuple(kept(fmt, concept, {"sp-0001", "12 b"}) for concept in (FULL, OTHER))
    assert glossary.about == About(
        title={"en": "A test & more"},
        description="For tests.",
        languages=("vi", "fr", "en"),
        sources={"S-1": SOURCE, "Luật 2014": Source(title="Luật 2014")},
    )


@EVERY
def test_the_loss_report_names_every_field_that_does_not_come_back(fmt: ExchangeFormat) -> None:
    read = read_back(fmt, written(fmt, GLOSSARY)).by_id["sp-0001"]
    lost = {IN_WORDS.get(loss.what, loss.what) for loss in losses(GLOSSARY, fmt, LANGS)}
    for name in (f for f in Concept.__slots__ if f not in {"id", "terms", "related"}):
        assert (getattr(read, name) == getattr(FULL, name)) is (f"concept.{name}" not in lost), name
    before, after = FULL.terms["vi"][0], read.terms["vi"][0]
    for name in Term.__slots__:
        assert (getattr(before, name) == getattr(after, name)) is (f"term.{name}" not in lost), name


IN_WORDS = {
    "a definition in a language without terms is left out": "concept.definition",
    "proper-noun becomes noun": "term.pos",
}


def test_losses_of_a_small_glossary() -> None:
    concept = Concept(
        id="a",
        status="approved",
        definition={"en": "one \n two"},
        terms={
            "vi": (Term(text="một", status="forbidden", forms=("một",)), Term(text=" ", status="preferred")),
            "fr": (Term(text="un", status="preferred", pos="proper-noun", region="fr_ca"),),
            "en": (Term(text="one", status="preferred"),),
        },
    )
    found = losses(Glossary(About(), (concept,)), TBX, ("vi", "fr"))
    assert found == (
        Loss("lost", "concept.status", 1, "a"),
        Loss("lost", "term.forms", 1, "a một"),
        Loss("changed", "forbidden becomes deprecated, with a note", 1, "a một"),
        Loss("changed", "spaces, line breaks and characters that XML refuses are evened out", 1, "a một"),
        Loss("left out", "preferred terms", 1, "a  "),
        Loss("changed", "proper-noun becomes noun", 1, "a un"),
        Loss("changed", "a region becomes a language tag", 1, "a un"),
        Loss("left out", "terms in en", 1, "a one"),
    )


def test_a_forbidden_term_is_a_deprecated_one_with_a_note() -> None:
    text = written(TBX, GLOSSARY).decode()
    assert text.count(FORBIDDEN_NOTE) == 1
    after = text[text.index("<term>hưu bổng</term>") :].split("</termSec>")[0]
    assert "deprecatedTerm-admn-sts" in after
    assert f"<note>{FORBIDDEN_NOTE}</note>" in after


@EVERY
def test_only_the_languages_asked_for(fmt: ExchangeFormat) -> None:
    glossary = read_back(fmt, written(fmt, GLOSSARY, ("en", "vi")))
    assert [list(concept.terms) for concept in glossary.concepts] == [["en", "vi"]]
    assert glossary.concepts[0].related == ()


@EVERY
def test_the_same_glossary_gives_the_same_bytes(fmt: ExchangeFormat) -> None:
    assert written(fmt, GLOSSARY) == written(fmt, GLOSSARY)


@EVERY
def test_entries_without_or_with_the_same_id_get_ids_of_their_own(fmt: ExchangeFormat) -> None:
    terms = {"vi": (Term(text="một", status="preferred"),)}
    concepts = tuple(Concept(id=ident, terms=terms) for ident in ("", "", "c", "a", "a"))
    read = read_back(fmt, written(fmt, Glossary(About(), concepts)))
    assert [concept.id for concept in read.concepts] == ["c", "c-2", "c-3", "a", "a-2"]


def test_an_empty_glossary() -> None:
    empty = Glossary(About(), ())
    assert read_back(TBX, written(TBX, empty)).concepts == ()
    with pytest.raises(TmkitError, match=r"no term in vi, fr, en: a TBX 2 file cannot be empty"):
        written(TBX_V2, empty)


@pytest.mark.parametrize("text", ["sp-0001", "", "12 b", "Đ1", "_x0041_", "_", "a:b", "\U0001f600", "-a", "x_x_"])
def test_any_id_is_an_xml_id_and_back(text: str) -> None:
    assert from_xml_id(xml_id(text)) == text
    assert not text or xml_id(text).isascii()


def test_an_escape_that_stands_for_no_character_is_none() -> None:
    assert from_xml_id("_xD800_a_x110000_b_xFFFFFF_") == "_xD800_a_x110000_b_xFFFFFF_"


WORDS = st.text(
    alphabet=st.one_of(st.sampled_from("aăâđêôơưÀỆ<>&\"'«»’ \u00a0\t]"), st.characters(codec="utf-8")),
    min_size=1,
    max_size=8,
)
TEXTS = WORDS.map(plain).filter(bool)
NOTES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
TERMS = st.builds(
    Term,
    text=TEXTS,
    status=st.sampled_from(["preferred", "admitted", "deprecated", "forbidden"]),
    type=st.sampled_from([None, "full-form", "acronym", "abbreviation", "short-form", "variant"]),
    pos=st.sampled_from([None, "noun", "verb", "adjective", "adverb", "proper-noun", "other"]),
    gender=st.sampled_from([None, "m", "f", "n"]),
    number=st.sampled_from([None, "plural"]),
    region=st.sampled_from([None, "fr-CA", "vi-VN"]),
    context=st.none() | TEXTS,
    sources=st.lists(TEXTS, max_size=2, unique=True).map(tuple),
    note=st.none() | NOTES,
)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    ids = draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))
    relations = st.builds(
        Relation, to=st.sampled_from([*ids, "?"]), rel=st.sampled_from(["see-also", "broader", "part-of", "antonym"])
    )
    concepts = [
        Concept(
            id=ident,
            domain=draw(st.none() | TEXTS),
            definition=draw(st.dictionaries(st.sampled_from(LANGS), TEXTS, max_size=2)),
            note=draw(st.none() | NOTES),
            terms=draw(
                st.dictionaries(
                    st.sampled_from(LANGS), st.lists(TERMS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3
                )
            ),
            related=tuple(draw(st.lists(relations, max_size=2))),
            replaced_by=tuple(draw(st.lists(st.sampled_from(ids), max_size=1))),
        )
        for ident in ids
    ]
    cited = [source for concept in concepts for _, term in concept.all_terms() for source in term.sources]
    sources = {source: Source(title=source, address="https://example.org/" + source) for source in cited[:2]}
    return Glossary(About(sources=sources), tuple(concepts))


@EVERY
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossary=glossaries())
def test_any_glossary_comes_back(fmt: ExchangeFormat, glossary: Glossary) -> None:
    assert fmt.read
    imported = fmt.read(io.BytesIO(written(fmt, glossary)), name="a.tbx", langs=())
    ids = {concept.id for concept in glossary.concepts}
    assert imported.glossary.concepts == tuple(kept(fmt, concept, ids) for concept in glossary.concepts)


def judged(shared: Path, *paths: Path) -> str:
    judge = [sys.executable, str(shared / "tools" / "tbx_judge.py"), *map(str, paths)]
    run = subprocess.run(judge, capture_output=True, text=True, check=False)
    return "".join(line for line in run.stdout.splitlines(keepends=True) if not line.endswith(" VALID\n"))


@pytest.mark.judge
@EVERY
def test_the_published_schemas_find_nothing(fmt: ExchangeFormat, shared: Path, tmp_path: Path) -> None:
    small = Glossary(About(), (Concept(id="", terms={"zh-Hant": (Term(text="一", status="admitted"),)}),))
    full, least = tmp_path / "full.tbx", tmp_path / "least.tbx"
    full.write_bytes(written(fmt, GLOSSARY))
    least.write_bytes(written(fmt, small, ("zh-Hant",)))
    assert judged(shared, full, least) == ""


@pytest.mark.judge
@EVERY
@settings(max_examples=1, deadline=None, suppress_health_check=list(HealthCheck))
@given(some=st.lists(glossaries(), min_size=8, max_size=8))
def test_the_published_schemas_find_nothing_in_any_glossary(
    fmt: ExchangeFormat, shared: Path, tmp_path_factory: pytest.TempPathFactory, some: list[Glossary]
) -> None:
    folder = tmp_path_factory.mktemp("tbx")
    paths = [folder / f"{number}.tbx" for number in range(len(some))]
    for path, glossary in zip(paths, some, strict=True):
        path.write_bytes(written(fmt, glossary))
    assert judged(shared, *paths) == ""
