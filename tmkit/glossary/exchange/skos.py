"""SKOS, the W3C's vocabulary for thesauri, as Turtle and as RDF/XML.

A concept is a `skos:Concept` at the address `#id`, relative to wherever the file is put; its preferred term
is the `prefLabel`, of which a language has at most one, an admitted one an `altLabel`, a deprecated or
forbidden one a `hiddenLabel`: found by who looks for it, never shown. RDF knows no order: terms of one status
and relations of one kind come back sorted. Needs rdflib, from the extra `[skos]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from tmkit.glossary.concepts import Concept, Glossary, Source, Term
from tmkit.glossary.exchange import skos_words as words
from tmkit.glossary.exchange.base import ExchangeFormat
from tmkit.glossary.exchange.skos_reading import graph_type, read_skos
from tmkit.glossary.exchange.tidy import clean, clean_lines, in_order
from tmkit.lang import normalise

_SCHEME = "#scheme"
_DATE = f"{words.XSD}date"
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_KINDS = {"preferred": "prefLabel", "admitted": "altLabel", "deprecated": "hiddenLabel", "forbidden": "hiddenLabel"}


class _Value(NamedTuple):
    """What is said of something: an address, or a text with a language or a type."""

    text: str
    is_address: bool = False
    lang: str = ""
    type: str = ""


class _Fact(NamedTuple):
    """What is said in one sentence of RDF."""

    subject: str
    word: str
    value: _Value


def write_turtle(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write a glossary as Turtle."""
    graph = graph_type()()
    from rdflib import Literal, URIRef

    for prefix, address in words.PREFIXES.items():
        graph.bind(prefix, address)
    for subject, word, value in _facts(glossary, langs):
        literal = Literal(value.text, lang=value.lang or None, datatype=URIRef(value.type) if value.type else None)
        graph.add((URIRef(subject), URIRef(word), URIRef(value.text) if value.is_address else literal))
    stream.write(graph.serialize(format="turtle").strip().encode() + b"\n")


def write_rdf_xml(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write a glossary as RDF/XML; by hand, since rdflib's order there changes from run to run."""
    graph_type()
    names = "".join(f" xmlns:{prefix}={quoteattr(address)}" for prefix, address in words.PREFIXES.items())
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n'.encode())
    last = ""
    for subject, word, value in _facts(glossary, langs):
        if subject != last:
            closing = "  </rdf:Description>\n" if last else ""
            stream.write(f"{closing}  <rdf:Description rdf:about={quoteattr(subject)}>\n".encode())
            last = subject
        stream.write(_element(word, value).encode())
    stream.write(b"  </rdf:Description>\n</rdf:RDF>\n")


def _element(word: str, value: _Value) -> str:
    prefix, address = next(item for item in words.PREFIXES.items() if word.startswith(item[1]))
    name = f"{prefix}:{word.removeprefix(address)}"
    if value.is_address:
        return f"    <{name} rdf:resource={quoteattr(value.text)}/>\n"
    lang = f" xml:lang={quoteattr(value.lang)}" if value.lang else ""
    kind = f" rdf:datatype={quoteattr(value.type)}" if value.type else ""
    return f"    <{name}{lang}{kind}>{escape(value.text)}</{name}>\n"


def _facts(glossary: Glossary, langs: Sequence[str]) -> Iterator[_Fact]:
    """Give all that is to be said, a subject's facts in a row."""
    written = [concept for concept in glossary.concepts if any(concept.terms.get(lang) for lang in langs)]
    yield from _of(_SCHEME, _scheme(glossary))
    for number, concept in enumerate(written, 1):
        yield from _of(_address(concept.id or f"concept-{number}"), _concept(concept, langs))
    for ident in dict.fromkeys(ident for concept in written for ident in _sources(concept, langs)):
        yield from _of(_address(f"source-{ident}"), _source(ident, glossary.about.sources.get(ident)))


def _of(subject: str, said: Iterable[tuple[str, _Value]]) -> Iterator[_Fact]:
    return (_Fact(subject, word, value) for word, value in said)


def _address(ident: str) -> str:
    return f"#{quote(clean(ident), safe='')}"


def _scheme(glossary: Glossary) -> Iterator[tuple[str, _Value]]:
    about = glossary.about
    yield words.TYPE, _Value(f"{words.SKOS}ConceptScheme", is_address=True)
    for lang, title in (about.title or {"": about.name}).items():
        if title:
            yield words.TITLE, _Value(clean(title), lang=_language(lang))
    if about.description:
        yield words.DESCRIPTION, _Value(clean_lines(about.description))
    if about.licence:
        yield words.LICENCE, _Value(f"https://spdx.org/licenses/{quote(about.licence)}", is_address=True)


def _concept(concept: Concept, langs: Sequence[str]) -> Iterator[tuple[str, _Value]]:
    yield words.TYPE, _Value(f"{words.SKOS}Concept", is_address=True)
    yield f"{words.SKOS}inScheme", _Value(_SCHEME, is_address=True)
    if concept.id:
        yield f"{words.SKOS}notation", _Value(clean(concept.id))
    yield from _labels(concept, langs)
    for lang, text in concept.definition.items():
        if clean(text):
            yield f"{words.SKOS}definition", _Value(clean_lines(text), lang=_language(lang))
    if concept.note:
        yield f"{words.SKOS}scopeNote", _Value(clean_lines(concept.note))
    if concept.domain:
        yield words.DOMAIN, _Value(clean(concept.domain))
    yield words.STATUS, _Value(concept.status)
    if concept.status == "retired":
        yield words.DEPRECATED, _Value("true", type=f"{words.XSD}boolean")
    yield from _links(concept, langs)


def _labels(concept: Concept, langs: Sequence[str]) -> Iterator[tuple[str, _Value]]:
    """Give the labels: SKOS allows a text but one of the three kinds, and a language one preferred label."""
    for lang in langs:
        seen: set[tuple[str, str]] = set()
        preferred: set[str] = set()
        for term in in_order(concept.terms.get(lang, ())):
            tag, text = _tag(term, lang), clean(term.text)
            if (tag, text) in seen or not text:
                continue
            kind = "altLabel" if term.status == "preferred" and tag in preferred else _KINDS[term.status]
            seen.add((tag, text))
            preferred |= {tag} if kind == "prefLabel" else set()
            yield f"{words.SKOS}{kind}", _Value(text, lang=tag)


def _tag(term: Term, lang: str) -> str:
    """Return a term's language tag: its region where that is one, of this language."""
    region = normalise(term.region or "")
    return region if _TAG.fullmatch(region) and region.split("-")[0] == lang else _language(lang)


def _language(lang: str) -> str:
    tag = normalise(lang)
    return tag if _TAG.fullmatch(tag) else ""


def _links(concept: Concept, langs: Sequence[str]) -> Iterator[tuple[str, _Value]]:
    wider = {relation.to for relation in concept.related if relation.rel in {"broader", "narrower"}}
    for relation in concept.related:
        if relation.rel == "see-also" and relation.to in wider:
            continue  # SKOS: a concept is either related to another or above or below it
        yield words.RELATIONS[relation.rel], _Value(_address(relation.to), is_address=True)
    for ident in concept.replaced_by:
        yield words.REPLACED_BY, _Value(_address(ident), is_address=True)
    for word, day in ((words.VALID_FROM, concept.valid_from), (words.VALID_TO, concept.valid_to)):
        if day:
            yield word, _Value(clean(day), type=_DATE if _DAY.fullmatch(day) else "")
    for ident in _sources(concept, langs):
        yield words.SOURCE, _Value(_address(f"source-{ident}"), is_address=True)


def _sources(concept: Concept, langs: Sequence[str]) -> list[str]:
    found = (ident for lang in langs for term in concept.terms.get(lang, ()) for ident in term.sources)
    return list(dict.fromkeys(found))


def _source(ident: str, source: Source | None) -> Iterator[tuple[str, _Value]]:
    yield words.TITLE, _Value(clean(source.title) if source else clean(ident))
    if source and source.address and _WEB.fullmatch(source.address):
        yield words.ADDRESS, _Value(source.address, is_address=True)


def changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    """Give what SKOS has no word for."""
    tag = _tag(term, lang)
    same = [one for one in concept.terms.get(lang, ()) if one.status == "preferred" and _tag(one, lang) == tag]
    if term.status == "preferred" and term is not same[0]:
        yield "preferred becomes admitted"
    if term.status == "forbidden":
        yield "forbidden becomes deprecated"
    if term.region and (tag != term.region or "-" not in tag):
        yield "the region is left out"


_CARRIES = frozenset(
    {
        *("concept.domain", "concept.status", "concept.definition", "concept.note", "concept.related"),
        *("concept.valid_from", "concept.valid_to", "concept.replaced_by", "term.status", "term.region"),
    }
)
SKOS = ExchangeFormat(
    name="skos",
    summary="a SKOS thesaurus (Turtle)",
    extensions=(".ttl",),
    read=read_skos,
    write=write_turtle,
    carries=_CARRIES,
    changes=changes,
)
SKOS_XML = ExchangeFormat(
    name="skos-xml",
    summary="a SKOS thesaurus (RDF/XML)",
    extensions=(".rdf",),
    read=read_skos,
    write=write_rdf_xml,
    carries=_CARRIES,
    changes=changes,
)
