"""A glossary as TBX-Basic, in the dialect's three shapes: DCA and DCT (version 3), martif (version 2).

TBX-Basic knows no forbidden term: it is written as a deprecated one with the note FORBIDDEN_NOTE. Version 3 knows
no proper noun: it is written as a noun. A note's lines become a `note` each. A concept's relations become
crossReferences whose text is the kind of relation. Sources are named by their ids; the back matter says what
they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote
from xml.sax.saxutils import escape

from tmkit.glossary.concepts import Concept, Glossary, PartOfSpeech, Source, Term
from tmkit.glossary.exchange.tbx_words import FORBIDDEN_NOTE, GENDER_OUT, REPLACED_BY, STATUS_OUT, TYPE_OUT, xml_id
from tmkit.glossary.exchange.tbx_xml import plain, plain_lines
from tmkit.lang import normalise

CARRIES = frozenset(
    {f"concept.{name}" for name in ("domain", "definition", "note", "related", "replaced_by")}
    | {f"term.{name}" for name in ("status", "type", "pos", "gender", "region", "context", "sources", "note")}
)
_LINK = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?][A-Za-z0-9._~:/?@!$&'()*+,;=%-]*)?(#[A-Za-z0-9._~:/?@!$&'()*+,;=%-]*)?"
)
_PERCENT = re.compile(r"(%[0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOut:
    """A data category to be written."""

    element: str
    """The DCA style's element."""
    category: str
    text: str
    target: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One of TBX-Basic's shapes."""

    entry: str
    lang: str
    term: str
    field: Callable[[FieldOut], str]
    head: Callable[[Glossary, str], str]
    back: Callable[[Mapping[str, tuple[str, Source]]], str]
    root: str
    pos: Mapping[PartOfSpeech, str]
    attributes: bool
    """Whether a field can have a language and a target."""


def write_shape(glossary: Glossary, stream: BinaryIO, langs: Sequence[str], shape: Shape) -> int:
    """Write the concepts with terms in the languages; return how many there are."""
    concepts = [concept for concept in glossary.concepts if any(_terms(concept, lang) for lang in langs)]
    ids = _Ids()
    named = [(concept, ids.take(concept.id or "c")) for concept in concepts]
    # Of two concepts with one id, which no glossary should have, relations mean the first one.
    names = {concept.id: name for concept, name in reversed(named)}
    sources = _sources(glossary, concepts, langs, ids)
    stream.write(shape.head(glossary, langs[0] if langs else "en").encode())
    if concepts:
        stream.write(b"    <body>\n")
    for concept, name in named:
        stream.write("".join(_entry(concept, name, langs, names, sources, shape)).encode())
    if concepts:
        stream.write(b"    </body>\n")
    stream.write((shape.back(sources) + f"  </text>\n</{shape.root}>\n").encode())
    return len(concepts)


class _Ids:
    """Gives XML ids, each once."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, text: str) -> str:
        first = name = xml_id(text)
        while name in self._taken:
            self._taken[first] += 1
            name = f"{first}-{self._taken[first]}"
        self._taken[name] = 1
        return name


def _terms(concept: Concept, lang: str) -> list[Term]:
    return [term for term in concept.terms.get(lang, ()) if plain(term.text)]


def _sources(
    glossary: Glossary, concepts: Iterable[Concept], langs: Sequence[str], ids: _Ids
) -> dict[str, tuple[str, Source]]:
    """Return the sources that are cited and known, each with its XML id."""
    terms = (term for concept in concepts for lang in langs for term in _terms(concept, lang))
    cited = dict.fromkeys(source for term in terms for source in term.sources)
    known = glossary.about.sources
    return {source: (ids.take(source), known[source]) for source in cited if source in known}


_Sources = Mapping[str, tuple[str, Source]]


def _entry(
    concept: Concept, name: str, langs: Sequence[str], names: Mapping[str, str], sources: _Sources, shape: Shape
) -> Iterator[str]:
    yield f'      <{shape.entry} id="{name}">\n'
    yield from _lines(_of_concept(concept, langs, names, shape), shape, 8)
    for lang in langs:
        terms = _terms(concept, lang)
        if terms:
            yield f'        <{shape.lang} xml:lang="{attribute(normalise(lang))}">\n'
            yield from _lines(_definition(concept, lang), shape, 10)
            for term in terms:
                yield from _term(term, sources, shape)
            yield f"        </{shape.lang}>\n"
    yield f"      </{shape.entry}>\n"


def _lines(fields: Iterable[FieldOut], shape: Shape, indent: int) -> Iterator[str]:
    return (f"{' ' * indent}{_note(f) if f.element == 'note' else shape.field(f)}\n" for f in fields if f.text)


def _note(field: FieldOut) -> str:
    return f"<note>{text(field.text)}</note>"


def _of_concept(concept: Concept, langs: Sequence[str], names: Mapping[str, str], shape: Shape) -> Iterator[FieldOut]:
    yield FieldOut(element="descrip", category="subjectField", text=concept.domain or "")
    if shape.attributes:
        for lang in concept.definition:
            if lang not in langs or not _terms(concept, lang):
                yield from _definition(concept, lang, said=True)
    yield from _notes(concept.note)
    links: list[tuple[str, str]] = [(relation.to, relation.rel) for relation in concept.related]
    links += [(successor, REPLACED_BY) for successor in concept.replaced_by]
    for to, kind in links:
        if to in names:
            yield FieldOut(element="ref", category="crossReference", text=kind, target=names[to])


def _definition(concept: Concept, lang: str, *, said: bool = False) -> Iterator[FieldOut]:
    """Give the definition in a language, with its code where it stands outside the language's section."""
    text = plain(concept.definition.get(lang, ""))
    yield FieldOut(element="descrip", category="definition", text=text, lang=normalise(lang) if said else "")


def _notes(note: str | None) -> Iterator[FieldOut]:
    return (FieldOut(element="note", category="note", text=line) for line in plain_lines(note))


def _term(term: Term, sources: _Sources, shape: Shape) -> Iterator[str]:
    yield f"          <{shape.term}>\n            <term>{text(plain(term.text))}</term>\n"
    yield from _lines(_of_term(term, shape), shape, 12)
    yield from _lines(_proof(term, sources), shape, 12)
    yield f"          </{shape.term}>\n"


def _of_term(term: Term, shape: Shape) -> Iterator[FieldOut]:
    values = (
        ("administrativeStatus", STATUS_OUT[term.status]),
        ("partOfSpeech", shape.pos[term.pos] if term.pos else ""),
        ("grammaticalGender", GENDER_OUT[term.gender] if term.gender else ""),
        ("termType", TYPE_OUT[term.type] if term.type else ""),
        ("geographicalUsage", normalise(term.region or "")),
    )
    return (FieldOut(element="termNote", category=category, text=value) for category, value in values)


def _proof(term: Term, sources: _Sources) -> Iterator[FieldOut]:
    yield FieldOut(element="descrip", category="context", text=plain(term.context or ""))
    for source in term.sources:
        target = sources[source][0] if source in sources else ""
        yield FieldOut(element="admin", category="source", text=plain(source), target=target)
    if term.status == "forbidden":
        yield FieldOut(element="note", category="note", text=FORBIDDEN_NOTE)
    yield from _notes(term.note)
    for source in term.sources:
        link = _link(sources[source][1].address) if source in sources else ""
        if link:
            yield FieldOut(element="xref", category="externalCrossReference", text=plain(source), target=link)


def _link(address: str | None) -> str:
    """Return a web address with its odd characters escaped; empty for what is none."""
    parts = _PERCENT.split(address or "")
    link = "".join(part if n % 2 else quote(part, safe=":/?#@!$&'()*+,;=") for n, part in enumerate(parts))
    return link if _LINK.fullmatch(link) else ""


def text(value: str) -> str:
    """Return a text as XML."""
    return escape(plain(value))


def attribute(value: str) -> str:
    """Return a text as the value of an attribute in double quotes."""
    return escape(plain(value), {'"': "&quot;"})


def changes(concept: Concept, lang: str, term: Term, shape: Shape) -> Iterator[str]:
    """Give what is carried of a concept's term, but not as it was."""
    if term.status == "forbidden":
        yield "forbidden becomes deprecated, with a note"
    if term.pos == "proper-noun" and shape.pos[term.pos] == "noun":
        yield "proper-noun becomes noun"
    if term.region and normalise(term.region) != term.region:
        yield "a region becomes a language tag"
    if not _even(concept, lang, term):
        yield "spaces, line breaks and characters that XML refuses are evened out"
    if "-" in lang:
        yield f"{lang} may be read as a language and a region"
    if not shape.attributes and _first(concept) == (lang, term) and concept.definition.keys() - concept.terms.keys():
        yield "a definition in a language without terms is left out"


def _first(concept: Concept) -> tuple[str, Term] | None:
    return next(concept.all_terms(), None)


def _even(concept: Concept, lang: str, term: Term) -> bool:
    """Say whether the texts that are written with a term stay as they are."""
    texts = [term.text, term.context or "", *term.sources, concept.domain or "", concept.definition.get(lang, "")]
    if _first(concept) == (lang, term):
        texts += concept.definition.values()
    notes = [note for note in (term.note, concept.note) if note]
    return all(text == plain(text) for text in texts) and all(n == "\n".join(plain_lines(n)) for n in notes)


def skips(_concept: Concept, _lang: str, term: Term) -> bool:
    """Say whether a term is left out: it has no text."""
    return not plain(term.text)
