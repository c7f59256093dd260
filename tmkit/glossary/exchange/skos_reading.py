"""SKOS in Turtle or RDF/XML becomes a glossary; nothing that a file refers to is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast, get_args
from urllib.parse import unquote
from xml.sax import SAXException, SAXParseException

from tmkit.errors import FileError, MissingExtraError
from tmkit.glossary.concepts import About, Concept, ConceptStatus, Glossary, Relation, Source, Term
from tmkit.glossary.exchange import skos_words as words
from tmkit.glossary.exchange.base import Imported
from tmkit.glossary.exchange.table_cells import read_text
from tmkit.glossary.exchange.tidy import Ids, Remarks, clean, clean_lines, fit
from tmkit.lang import normalise

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_BASE = "http://tmkit.invalid/file"
"""Where a file is thought to stand while it is read."""
_MOST_BYTES = 32 * 2**20
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_XML = re.compile(r"\s*<(?:\?xml|!--|!DOCTYPE|(?:\w+:)?RDF\b)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"(\d+)")
_STATUSES: tuple[str, ...] = get_args(ConceptStatus)
_REMEDY = "give SKOS as Turtle (.ttl) or RDF/XML (.rdf)"


def read_skos(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of a SKOS file, Turtle or RDF/XML; a label without a language is in the one of `langs`."""
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise FileError(name, f"larger than {_MOST_BYTES // 2**20} MB", remedy="split it")
    remarks = Remarks()
    graph = _parsed(read_text(data, name, remarks), name)
    reading = _Reading(graph, tuple(langs), remarks)
    concepts = tuple(reading.concepts())
    if not concepts:
        raise FileError(name, "holds no skos:Concept with a label", remedy=_REMEDY)
    found = dict.fromkeys(lang for concept in concepts for lang in concept.terms)
    about = About(title=reading.title(), languages=tuple(sorted(found)), sources=reading.sources())
    return Imported(Glossary(about, concepts), remarks.all())


def graph_type() -> type[Graph]:
    """Return rdflib's graph; raises `MissingExtraError` where rdflib is not installed."""
    try:
        from rdflib import Graph
    except ImportError:
        raise MissingExtraError("SKOS", "skos") from None
    return Graph


def _parsed(text: str, name: str) -> Graph:
    kind = "xml" if _XML.match(text) else "turtle"
    if kind == "xml" and _DOCTYPE.search(text):
        raise FileError(name, "declares a document type", remedy="save it without one, or as Turtle")
    graph = graph_type()()
    from rdflib.exceptions import Error

    if kind == "xml":  # the text is Unicode by now, whatever it said it was
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        graph.parse(data=text.encode(), format=kind, publicID=_BASE)
    # What rdflib raises over a broken file depends on the place where it breaks.
    except (SyntaxError, LookupError, ValueError, RuntimeError, TypeError, AttributeError, AssertionError) as error:
        line = getattr(error, "lines", None)
        line = line + 1 if isinstance(line, int) else None
        raise FileError(name, "no sound Turtle", remedy=_REMEDY, line=line) from error
    except SAXException as error:
        line = error.getLineNumber() if isinstance(error, SAXParseException) else None
        raise FileError(name, f"not well-formed XML ({error.getMessage()})", remedy=_REMEDY, line=line) from error
    except Error as error:
        raise FileError(name, f"no sound RDF ({error})", remedy=_REMEDY) from error
    return graph


def _natural(node: Node) -> list[tuple[bool, int, str]]:
    """Return what sorts addresses as people count: `#sp-2` before `#sp-10`."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in _NUMBER.split(str(node))]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A graph and what it is read with."""

    graph: Graph
    langs: tuple[str, ...]
    remarks: Remarks

    def concepts(self) -> Iterator[Concept]:
        """Give the concepts, in the order of their addresses."""
        nodes = [node for node in sorted(self._subjects(), key=_natural) if self._labels(node)]
        ids = self._ids(nodes)
        for node in nodes:
            concept = self._concept(node, ids)
            if concept.terms:
                yield concept
            else:
                self.remarks.add(f"{ids[node]} has no label in a language and is left out")

    def _subjects(self) -> set[Node]:
        """Return what is a concept, or is labelled like one and is nothing else."""
        from rdflib import URIRef

        typed = set(self.graph.subjects(URIRef(words.TYPE), URIRef(f"{words.SKOS}Concept")))
        labelled = set(self.graph.subjects(URIRef(f"{words.SKOS}prefLabel")))
        return typed | {node for node in labelled if (node, URIRef(words.TYPE), None) not in self.graph}

    def _ids(self, nodes: Sequence[Node]) -> Mapping[Node, str]:
        ids = Ids(self.remarks)
        return {node: ids.take(self._id(node), None) for node in nodes}

    def _id(self, node: Node) -> str:
        notations = self._texts(node, f"{words.SKOS}notation")
        return clean(notations[0]) if len(notations) == 1 and notations[0] else _short(node)

    def _concept(self, node: Node, ids: Mapping[Node, str]) -> Concept:
        notes = [note for word in ("scopeNote", "note") for note in self._texts(node, f"{words.SKOS}{word}")]
        return Concept(
            id=ids[node],
            domain=clean(next(iter(self._texts(node, words.DOMAIN)), "")) or None,
            status=self._status(node, ids[node]),
            definition=self._definition(node, ids[node]),
            note=clean_lines("\n".join(notes)) or None,
            terms=self._terms(node, ids[node]),
            related=tuple(self._relations(node, ids)),
            valid_from=self._day(node, words.VALID_FROM),
            valid_to=self._day(node, words.VALID_TO),
            replaced_by=tuple(self._references(node, words.REPLACED_BY, ids)),
        )

    def _objects(self, node: Node, word: str) -> list[Node]:
        from rdflib import URIRef

        return sorted(self.graph.objects(node, URIRef(word)), key=_natural)

    def _texts(self, node: Node, word: str) -> list[str]:
        from rdflib import Literal

        return [str(value) for value in self._objects(node, word) if isinstance(value, Literal)]

    def _labels(self, node: Node) -> list[tuple[str, str, str | None]]:
        """Return kind, text and language tag of a concept's labels, those of SKOS-XL too."""
        found = []
        for kind in words.LABELS:
            values = self._objects(node, f"{words.SKOS}{kind}")
            for label in self._objects(node, f"{words.SKOS_XL}{kind}"):
                values += self._objects(label, f"{words.SKOS_XL}literalForm")
            found += [(kind, str(value), getattr(value, "language", None)) for value in values]
        return found

    def _terms(self, node: Node, ident: str) -> dict[str, tuple[Term, ...]]:
        terms: dict[str, list[Term]] = {}
        for kind, label, tag in self._labels(node):
            lang, region = self._language(tag)
            text = fit(label, self.remarks, None)
            if not lang or not text:
                self.remarks.add(f"a label of {ident} without a text or a language is left out: {label:.60}")
                continue
            known = terms.setdefault(lang, [])
            status = words.LABELS[kind]
            if any(term.text == text and term.region == region for term in known):
                self.remarks.add(f"{text:.60} is twice a label of {ident} and is read once")
                continue
            if status == "preferred" and any(t.status == "preferred" and t.region == region for t in known):
                self.remarks.add(f"{ident} has several preferred labels in {lang}: {text:.60} is read as admitted")
                status = "admitted"
            known.append(Term(text=text, status=status, region=region))
        return {lang: tuple(terms[lang]) for lang in sorted(terms) if terms[lang]}

    def _language(self, tag: str | None) -> tuple[str, str | None]:
        if tag:
            tag = normalise(tag)
            return tag.split("-")[0], tag if "-" in tag else None
        return (self.langs[0], None) if len(self.langs) == 1 else ("", None)

    def _definition(self, node: Node, ident: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for value in self._objects(node, f"{words.SKOS}definition"):
            texts = [value] if getattr(value, "value", None) is not None else self._objects(value, f"{words.RDF}value")
            for text in texts:
                lang, _ = self._language(getattr(text, "language", None))
                if not lang or lang in found:
                    self.remarks.add(f"a further definition of {ident}, or one without a language, is left out")
                elif cleaned := clean_lines(str(text)):
                    found[lang] = cleaned
        return found

    def _status(self, node: Node, ident: str) -> ConceptStatus:
        if any(text.lower() in {"true", "1"} for text in self._texts(node, words.DEPRECATED)):
            return "retired"
        for text in self._texts(node, words.STATUS):
            if text.lower() in _STATUSES:
                return cast(ConceptStatus, text.lower())
            self.remarks.add(f"unknown status {text!r:.60} of {ident}: read as draft")
        return "draft"

    def _relations(self, node: Node, ids: Mapping[Node, str]) -> Iterator[Relation]:
        for kind, word in words.RELATIONS.items():
            for to in self._references(node, word, ids):
                yield Relation(to=to, rel=kind)

    def _references(self, node: Node, word: str, ids: Mapping[Node, str]) -> Iterator[str]:
        for value in self._objects(node, word):
            if value not in ids:
                self.remarks.add(f"{ids[node]} refers to {_short(value):.60}, which is not in the file")
            if to := ids.get(value) or _short(value):
                yield to

    def _day(self, node: Node, word: str) -> str | None:
        return next((text for text in self._texts(node, word) if _DATE.fullmatch(text)), None)

    def title(self) -> dict[str, str]:
        """Return the title of the scheme by language."""
        from rdflib import URIRef

        schemes = sorted(self.graph.subjects(URIRef(words.TYPE), URIRef(f"{words.SKOS}ConceptScheme")), key=_natural)
        values = [value for scheme in schemes[:1] for value in self._objects(scheme, words.TITLE)]
        titles = ((self._language(getattr(value, "language", None))[0], clean(str(value))) for value in values)
        return {lang: text for lang, text in titles if lang and text}

    def sources(self) -> dict[str, Source]:
        """Return the sources that concepts name: RDF tells them of concepts, not of terms."""
        from rdflib import URIRef

        nodes = sorted(set(self.graph.objects(None, URIRef(words.SOURCE))), key=_natural)
        if nodes:
            self.remarks.add("sources are listed, but not said of terms: the file says them of concepts")
        return {_short(node).removeprefix("source-"): self._source(node) for node in nodes}

    def _source(self, node: Node) -> Source:
        title = clean(next(iter(self._texts(node, words.TITLE)), "")) or clean(str(node).removeprefix(f"{_BASE}#"))
        address = next(iter(map(str, self._objects(node, words.ADDRESS))), None)
        return Source(title=title, address=address)


def _short(node: Node) -> str:
    """Return the last part of an address."""
    return clean(unquote(re.split(r"[#/]", str(node).rstrip("#/"))[-1]))
