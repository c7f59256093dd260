import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.glossary.exchange.carried import brought_back, expected, glossary_strategy, read, remarks, written
from tests.glossary.exchange.filled import FILLED, HOSTILE, hostile
from tmkit.errors import FileError, MissingExtraError
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.exchange.base import ExchangeFormat, losses
from tmkit.glossary.exchange.skos import SKOS, SKOS_XML

pytestmark = pytest.mark.extra
pytest.importorskip("rdflib", reason="the extra [skos] is not installed")
DATA = Path(__file__).parents[2] / "data" / "exchange"
LANGS = ("vi", "fr", "en")
FORMATS = pytest.mark.parametrize("fmt", [SKOS, SKOS_XML], ids=lambda fmt: fmt.name)
CONCEPT = Concept(
    id="sp 1",
    domain="pension",
    status="retired",
    definition={"fr": "Revenu\nà vie"},
    note='a "note" <b>',
    terms={
        "fr": (
            Term(text="pension", status="preferred", sources=("S-1",)),
            Term(text="rente", status="preferred"),
            Term(text="rente", status="forbidden"),
            Term(text="pension de vieillesse", status="preferred", region="fr-CA"),
        ),
    },
    related=(Relation(to="sp 2", rel="broader"), Relation(to="sp 2", rel="see-also"), Relation(to="3", rel="antonym")),
    valid_from="1995-01-01",
    replaced_by=("sp 2",),
)
GLOSSARY = Glossary(
    About(title={"fr": "Essai"}, licence="CC0-1.0", sources={"S-1": Source(title="Loi", address="https://a.org/l")}),
    (CONCEPT,),
)
TURTLE = '''\
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<#sp%201> a skos:Concept ;
    dc:subject "pension" ;
    dct:isReplacedBy <#sp%202> ;
    dct:source <#source-S-1> ;
    lexinfo:antonym <#3> ;
    owl:deprecated true ;
    skos:altLabel "rente"@fr ;
    skos:broader <#sp%202> ;
    skos:definition """Revenu
à vie"""@fr ;
    skos:inScheme <#scheme> ;
    skos:notation "sp 1" ;
    skos:prefLabel "pension"@fr,
        "pension de vieillesse"@fr-CA ;
    skos:scopeNote "a \\"note\\" <b>" ;
    schema:creativeWorkStatus "retired" ;
    schema:validFrom "1995-01-01"^^xsd:date .

<#scheme> a skos:ConceptScheme ;
    dct:license <https://spdx.org/licenses/CC0-1.0> ;
    dct:title "Essai"@fr .

<#source-S-1> dct:title "Loi" ;
    schema:url <https://a.org/l> .
'''
XML = """\
  <rdf:Description rdf:about="#sp%201">
    <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
    <skos:inScheme rdf:resource="#scheme"/>
    <skos:notation>sp 1</skos:notation>
    <skos:prefLabel xml:lang="fr">pension</skos:prefLabel>
    <skos:altLabel xml:lang="fr">rente</skos:altLabel>
    <skos:prefLabel xml:lang="fr-CA">pension de vieillesse</skos:prefLabel>
    <skos:definition xml:lang="fr">Revenu
à vie</skos:definition>
    <skos:scopeNote>a "note" &lt;b&gt;</skos:scopeNote>
    <dc:subject>pension</dc:subject>
    <schema:creativeWorkStatus>retired</schema:creativeWorkStatus>
    <owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>
    <skos:broader rdf:resource="#sp%202"/>
    <lexinfo:antonym rdf:resource="#3"/>
    <dct:isReplacedBy rdf:resource="#sp%202"/>
    <schema:validFrom rdf:datatype="http://www.w3.org/2001/XMLSchema#date">1995-01-01</schema:validFrom>
    <dct:source rdf:resource="#source-S-1"/>
  </rdf:Description>
"""


def test_turtle_in_the_whole() -> None:
    assert written(SKOS, GLOSSARY, LANGS).decode() == TURTLE


def test_a_concept_in_xml() -> None:
    assert XML in written(SKOS_XML, GLOSSARY, LANGS).decode()


@FORMATS
def test_what_is_read_back(fmt: ExchangeFormat) -> None:
    found = read(fmt, written(fmt, GLOSSARY, LANGS))
    assert found.glossary.concepts == (
        replace(
            CONCEPT,
            terms={
                "fr": (
                    Term(text="pension", status="preferred"),
                    Term(text="pension de vieillesse", status="preferred", region="fr-CA"),
                    Term(text="rente", status="admitted"),
                )
            },
            related=(Relation(to="sp 2", rel="broader"), Relation(to="3", rel="antonym")),
        ),
    )
    assert found.glossary.about == About(
        title={"fr": "Essai"},
        languages=("fr",),
        sources={"S-1": Source(title="Loi", address="https://a.org/l")},
    )
    assert remarks(found) == [
        ("sp 1 refers to sp 2, which is not in the file", None),
        ("sp 1 refers to 3, which is not in the file", None),
        ("sources are listed, but not said of terms: the file says them of concepts", None),
    ]


@FORMATS
def test_what_is_carried_comes_back_and_the_rest_is_reported(fmt: ExchangeFormat) -> None:
    assert brought_back(fmt, FILLED, LANGS) == expected(fmt, FILLED, LANGS)
    assert {loss.what for loss in losses(FILLED, fmt, LANGS)} == {
        *("term.type", "term.pos", "term.gender", "term.number", "term.case", "term.forms", "term.context"),
        *("term.sources", "term.reliability", "term.note"),
        "forbidden becomes deprecated",
    }


@FORMATS
@given(glossary=glossary_strategy(LANGS))
@settings(max_examples=25, deadline=None)
def test_texts_come_back(fmt: ExchangeFormat, glossary: Glossary) -> None:
    assert brought_back(fmt, glossary, LANGS) == expected(fmt, glossary, LANGS)


@FORMATS
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(fmt: ExchangeFormat, text: str) -> None:
    found = read(fmt, written(fmt, hostile(text), ("vi",))).glossary
    assert [(concept.id, concept.note) for concept in found.concepts] == [(text, text)]


@FORMATS
def test_the_bytes_do_not_depend_on_the_run(fmt: ExchangeFormat) -> None:
    script = (
        "import sys; from tests.glossary.exchange.carried import written; "
        "from tests.glossary.exchange.filled import FILLED; from tmkit.glossary.exchange.skos import SKOS, SKOS_XML; "
        f"sys.stdout.buffer.write(written({'SKOS' if fmt is SKOS else 'SKOS_XML'}, FILLED, ('vi', 'fr', 'en')))"
    )
    root = Path(__file__).parents[3]
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert runs == {written(fmt, FILLED, LANGS)}


def test_a_thesaurus_of_another() -> None:
    found = read(SKOS, (DATA / "thesaurus.ttl").read_bytes())
    assert found.glossary.concepts == (
        Concept(
            id="c2",
            definition={"fr": "Somme versée au travailleur", "en": "Money paid for work"},
            note="Hors primes.",
            terms={
                "en": (
                    Term(text="pay", status="preferred"),
                    Term(text="wage", status="admitted"),
                    Term(text="salary", status="admitted", region="en-GB"),
                ),
                "fr": (
                    Term(text="salaire", status="preferred"),
                    Term(text="rémunération", status="admitted"),
                    Term(text="salère", status="deprecated"),
                ),
                "vi": (Term(text="tiền lương", status="preferred", region="vi-VN"),),
            },
            related=(Relation(to="c99", rel="see-also"), Relation(to="R-10", rel="broader")),
        ),
        Concept(
            id="R-10",
            status="retired",
            terms={"fr": (Term(text="revenu", status="preferred"),)},
            related=(Relation(to="c2", rel="narrower"),),
        ),
    )
    assert found.glossary.about.title == {"fr": "Thésaurus du travail"}
    assert [text for text, _ in remarks(found)] == [
        "c2 has several preferred labels in en: wage is read as admitted",
        "salaire is twice a label of c2 and is read once",
        "a label of c2 without a text or a language is left out: sans langue",
        "c2 refers to c99, which is not in the file",
        "a label of c11 without a text or a language is left out: rien",
        "c11 has no label in a language and is left out",
        "sources are listed, but not said of terms: the file says them of concepts",
    ]


def test_labels_without_a_language_are_in_the_one_that_is_told() -> None:
    found = read(SKOS, (DATA / "thesaurus.ttl").read_bytes(), ("fr",))
    assert found.glossary.by_id["c11"].terms == {"fr": (Term(text="rien", status="admitted"),)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    for fmt in (SKOS, SKOS_XML):
        data = written(fmt, GLOSSARY, LANGS).decode().encode(encoding)
        assert read(fmt, data).glossary.concepts[0].id == "sp 1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no skos:Concept with a label"),
        ("một văn bản", "no sound Turtle"),
        ("<rdf:RDF", r"not well-formed XML \(unclosed token\)"),
        ("<?xml version='1.0'?><tbx/>", "holds no skos:Concept"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><rdf:RDF/>", "declares a document type"),
        ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><rdf:RDF/>", "declares a document type"),
        ("@prefix : <#> . :a :b " + "[ :b " * 5000, "no sound Turtle"),
        ("@prefix : <#> .\n:a :b :c .\n:a :b", "no sound Turtle"),
    ],
)
def test_what_is_no_thesaurus(text: str, reason: str) -> None:
    with pytest.raises(FileError, match=reason):
        read(SKOS, text)


@given(st.text("<>rdf:RDF \"'@#.;[]()a", max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FileError):
        assert read(SKOS, text).glossary.concepts


@FORMATS
def test_without_rdflib(fmt: ExchangeFormat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(MissingExtraError, match=r"SKOS needs an extra; run: pip install 'tmkit\[skos\]'"):
        written(fmt, GLOSSARY, LANGS)
    with pytest.raises(MissingExtraError, match="SKOS needs an extra"):
        read(fmt, TURTLE)
