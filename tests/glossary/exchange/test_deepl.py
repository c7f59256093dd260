import csv
import io

import pytest
from hypothesis import given, settings

from tests.glossary.exchange.carried import glossary_strategy, written
from tests.glossary.exchange.filled import FILLED
from tmkit.errors import TmkitError
from tmkit.glossary.concepts import About, Concept, Glossary, Term, TermStatus
from tmkit.glossary.exchange.base import losses
from tmkit.glossary.exchange.deepl import DEEPL, DEEPL_CSV, GOOGLE, GOOGLE_PAIR

LANGS = ("vi", "fr")


def concept(ident: str, **terms: str) -> Concept:
    """Return a concept from terms parted by commas: admitted, but preferred after `!`, deprecated after `~`."""
    marks: dict[str, TermStatus] = {"!": "preferred", "~": "deprecated", "-": "forbidden"}
    found = {
        lang: tuple(Term(text=text.lstrip("!~-"), status=marks.get(text[0], "admitted")) for text in texts.split(","))
        for lang, texts in terms.items()
    }
    return Concept(id=ident, terms=found)


GLOSSARY = Glossary(
    About(),
    (
        concept(
            "1", vi="!lương hưu,hưu bổng,~tiền hưu,-lương", fr="pension,!pension de retraite,~rente", en="!pension"
        ),
        concept("2", vi="lương hưu,!lương", fr="!salaire", en="!wage"),
        concept("3", vi="!lương", fr="!paie"),
        concept("4", vi='!"Đổi Mới"', fr="!Renouveau\n (politique) \u00a0"),
        concept("5", vi="!" + "x" * 1025, fr="!x"),
        concept("6", vi="!y", fr="!" + "ế" * 342),
        concept("7", vi="!z"),
        concept("8", vi="-z", fr="!z"),
        concept("9", en="!ASEAN", fr="!ASEAN"),
    ),
)
PAIRS = [
    ["lương hưu", "pension de retraite"],
    ["hưu bổng", "pension de retraite"],
    ["tiền hưu", "pension de retraite"],
    ["lương", "salaire"],
    ['"Đổi Mới"', "Renouveau (politique)"],
]


def test_deepl_in_the_whole() -> None:
    assert written(DEEPL, GLOSSARY, LANGS).decode() == "".join(f"{a}\t{b}\n" for a, b in PAIRS)


@pytest.mark.parametrize("fmt", [DEEPL_CSV, GOOGLE_PAIR], ids=lambda fmt: fmt.name)
def test_pairs_with_commas(fmt: object) -> None:
    text = written(DEEPL_CSV, GLOSSARY, LANGS).decode()
    assert list(csv.reader(io.StringIO(text))) == PAIRS


def test_google_in_the_whole() -> None:
    assert written(GOOGLE, GLOSSARY, ("vi", "fr", "en")).decode() == (
        "vi,fr,en\r\n"
        "lương hưu,pension de retraite,pension\r\n"
        "lương,salaire,wage\r\n"
        '"""Đổi Mới""",Renouveau (politique),\r\n'
        ",ASEAN,ASEAN\r\n"
    )


@given(glossary=glossary_strategy(LANGS))
@settings(max_examples=80, deadline=None)
def test_the_published_limits_hold(glossary: Glossary) -> None:
    rows = [line.split("\t") for line in written(DEEPL, glossary, LANGS).decode().split("\n")[:-1]]
    assert all(len(row) == 2 for row in rows)
    texts = [text for row in rows for text in row]
    assert all(text and text == text.strip() and len(text.encode()) <= 1024 for text in texts)
    sources = [source for source, _ in rows]
    assert len(set(sources)) == len(sources)
    allowed = {
        (term.text.strip(), wanted.text.strip())
        for concept in glossary.concepts
        if (wanted := concept.preferred("fr"))
        for term in concept.terms.get("vi", ())
        if term.status != "forbidden"
    }
    assert {(a, b) for a, b in rows} <= allowed


def test_losses() -> None:
    pair = {loss.what: loss.count for loss in losses(GLOSSARY, DEEPL, LANGS)}
    assert pair == {
        "concept.status": 6,
        "term.status": 15,
        "admitted terms stand as source terms alone": 3,
        "deprecated terms stand as source terms alone": 2,
        "forbidden terms": 1,
        "preferred terms": 2,
        "terms in en": 2,
        "concepts without a term in both vi and fr": 3,
    }
    rows = {loss.what: loss.count for loss in losses(GLOSSARY, GOOGLE, ("vi", "fr", "en"))}
    assert rows == {
        "concept.status": 9,
        "term.status": 14,
        "admitted terms": 3,
        "deprecated terms": 2,
        "forbidden terms": 2,
        "preferred terms": 4,
    }


def test_every_field_is_reported() -> None:
    found = {loss.what for loss in losses(FILLED, GOOGLE, ("vi", "fr", "en"))}
    assert found >= {
        *("concept.domain", "concept.status", "concept.definition", "concept.note", "concept.related"),
        *("concept.valid_from", "concept.valid_to", "concept.replaced_by", "term.type", "term.pos", "term.gender"),
        *("term.number", "term.case", "term.region", "term.forms", "term.context", "term.sources"),
        *("term.reliability", "term.note", "term.status", "admitted terms", "forbidden terms", "deprecated terms"),
    }


@pytest.mark.parametrize("fmt", [DEEPL, GOOGLE], ids=lambda fmt: fmt.name)
def test_a_glossary_that_is_too_large(fmt: object) -> None:
    concepts = tuple(concept(str(n), vi=f"!{n}" + "x" * 990, fr=f"!{n}" + "y" * 990) for n in range(5400))
    with pytest.raises(TmkitError, match="larger than the 10 MiB"):
        written(DEEPL if fmt is DEEPL else GOOGLE, Glossary(About(), concepts), LANGS)


def test_two_languages_are_needed() -> None:
    with pytest.raises(TmkitError, match="a glossary for Google holds two languages"):
        written(GOOGLE_PAIR, GLOSSARY, ("vi", "fr", "en"))
