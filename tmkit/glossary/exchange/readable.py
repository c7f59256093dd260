"""A glossary in the order in which people read it: what the exports for readers share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import tmkit.lang as languages
from tmkit.glossary.concepts import Concept, Glossary, PartOfSpeech, RelationKind, Source, Term, TermStatus
from tmkit.lang.collation import heading, sort_key
from tmkit.lang.text import fold

CARRIES = frozenset(
    "concept.domain concept.status concept.definition concept.note concept.related concept.valid_from concept.valid_to "
    "concept.replaced_by term.status term.type term.pos term.gender term.number term.case term.region term.forms "
    "term.context term.sources term.reliability term.note".split()
)
"""All that there is: who reads a glossary is spared nothing."""
RELATIONS: Mapping[RelationKind, str] = {
    "broader": "Broader",
    "narrower": "Narrower",
    "part-of": "Part of",
    "has-part": "Has part",
    "distinct-from": "Not to be confused with",
    "antonym": "Opposite",
    "see-also": "See also",
}
"""What stands before the other concept, in the order in which a reader looks for it."""
_ORDER: Mapping[TermStatus, int] = {"preferred": 0, "admitted": 1, "deprecated": 2, "forbidden": 3}
_POS: Mapping[PartOfSpeech, str] = {
    "noun": "noun",
    "verb": "verb",
    "adjective": "adj.",
    "adverb": "adv.",
    "proper-noun": "proper noun",
    "other": "other part of speech",
}
_RELIABILITY = {"editor": "editor’s choice", "source": "from a source", "reviewed": "reviewed"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as a reader finds it."""

    concept: Concept
    terms: tuple[tuple[str, tuple[Term, ...]], ...]
    """By language, the preferred ones first; languages without terms are left out."""

    @property
    def head(self) -> tuple[str, str]:
        """The language and text that stand over it: the term to use in the first language that has one."""
        for lang, terms in self.terms:
            return lang, (self.concept.preferred(lang) or terms[0]).text
        return "", self.concept.id


@dataclass(frozen=True, slots=True)
class Section:
    """The concepts of one domain."""

    domain: str
    """Empty for those that belong to none."""
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an index."""

    text: str
    concept: Concept
    term: Term
    instead: str | None
    """The term to use in its place; None for one that may be used."""


def sections(glossary: Glossary, langs: Sequence[str]) -> tuple[Section, ...]:
    """Return the glossary by domain, in the order in which it lists them, entries in that of the first language."""
    by_domain: dict[str, list[Entry]] = {domain: [] for domain in (*glossary.about.domains, "")}
    for concept in glossary.concepts:
        by_domain.setdefault(concept.domain or "", []).append(Entry(concept, _terms(concept, langs)))
    without = by_domain.pop("")
    named = [
        Section(domain, glossary.domain_name(domain), _sorted(entries))
        for domain, entries in by_domain.items()
        if entries
    ]
    rest = [Section("", "Other concepts" if named else "Concepts", _sorted(without))] if without else []
    return (*named, *rest)


def _terms(concept: Concept, langs: Iterable[str]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    given = ((lang, sorted(concept.terms.get(lang, ()), key=lambda term: _ORDER[term.status])) for lang in langs)
    return tuple((lang, tuple(terms)) for lang, terms in given if terms)


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (sort_key(entry.head[1], entry.head[0] or "en"), entry.concept.id)))


def index(glossary: Glossary, lang: str) -> Iterator[tuple[str, list[Line]]]:
    """Give the terms of a language in the order of its dictionaries, by first letter."""
    lines = (
        Line(term.text, concept, term, _instead(concept, lang, term))
        for concept in glossary.concepts
        for term in concept.terms.get(lang, ())
    )
    ordered = sorted(lines, key=lambda line: (sort_key(line.text, lang), line.concept.id))
    for letter, of_letter in groupby(ordered, key=lambda line: heading(line.text, lang)):
        yield letter, list(of_letter)


def _instead(concept: Concept, lang: str, term: Term) -> str | None:
    if term.status in ("preferred", "admitted"):
        return None
    better = concept.preferred(lang)
    return better.text if better else ""


def grammar(term: Term) -> tuple[str, ...]:
    """Return what a dictionary says in italics beside a word.

    >>> grammar(Term(text="allocations", status="preferred", pos="noun", gender="f", number="plural"))
    ('noun', 'f.', 'pl.')
    """
    pos = _POS[term.pos] if term.pos else ""
    gender = f"{term.gender}." if term.gender else ""
    number = {"singular": "sing.", "plural": "pl."}[term.number] if term.number else ""
    return tuple(part for part in (pos, gender, number) if part)


def labels(term: Term) -> tuple[str, ...]:
    """Return the other short remarks on a term: what kind of form, where used, how written, who vouches for it."""
    kind = term.type.replace("-", " ") if term.type else ""
    case = {"exact": "capitals as here", "any": "capitals don’t matter"}[term.case] if term.case else ""
    reliability = _RELIABILITY[term.reliability] if term.reliability else ""
    return tuple(part for part in (kind, term.region or "", case, reliability) if part)


def initials(text: str, lang: str) -> str:
    """Return the acronyms that somebody may look for a term by, folded; empty for a single word.

    >>> initials("Bộ Lao động – Thương binh và Xã hội", "vi"), initials("retraite", "fr")
    ('bldtbvxh bldtbxh', '')
    """
    first, *others = re.findall(r"[^\W_]+", text.lower()) or [""]
    small = languages.find(lang).stop_words
    every, weighty = [first, *others], [first, *(word for word in others if word not in small)]
    found = ("".join(fold(word)[:1] for word in words) for words in (every, weighty))
    return " ".join(dict.fromkeys(letters for letters in found if len(letters) > 1))


def relations(concept: Concept) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the other concepts to look at, by what they are to this one."""
    for kind, text in RELATIONS.items():
        ids = tuple(relation.to for relation in concept.related if relation.rel == kind)
        if ids:
            yield text, ids


def definitions(concept: Concept, langs: Sequence[str]) -> list[tuple[str, str]]:
    """Return the definitions, those in the languages asked for first; the others may still help."""
    order = dict.fromkeys((*langs, *concept.definition))
    return [(lang, concept.definition[lang]) for lang in order if concept.definition.get(lang)]


def validity(concept: Concept) -> str:
    """Return since when and until when there has been such a thing, in words; empty where nothing is said.

    >>> validity(Concept(id="x", terms={}, valid_from="2007-08-08", valid_to="2025-03-01"))
    'from 2007-08-08 to 2025-03-01'
    """
    since, until = concept.valid_from, concept.valid_to
    if since and until:
        return f"from {since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def cited(glossary: Glossary, langs: Sequence[str]) -> list[tuple[str, Source | None]]:
    """Return the sources that the terms cite, those that the glossary describes first, in its order."""
    used = dict.fromkeys(
        name for c in glossary.concepts for lang in langs for term in c.terms.get(lang, ()) for name in term.sources
    )
    known = [(name, source) for name, source in glossary.about.sources.items() if name in used]
    return [*known, *((name, None) for name in sorted(used) if name not in glossary.about.sources)]


def web_address(source: Source | None) -> str | None:
    """Return a source's address if it is one that a browser may follow; never a script."""
    address = (source.address or "").strip() if source else ""
    return address if address.lower().startswith(("https://", "http://")) else None


def titles(glossary: Glossary, langs: Sequence[str]) -> list[tuple[str, str]]:
    """Return the glossary's title by language, in the order of the languages; its name where it has no title."""
    title = glossary.about.title
    found = [(lang, title[lang]) for lang in dict.fromkeys((*langs, *title)) if title.get(lang)]
    return found or [("", glossary.about.name or "Glossary")]


def native(lang: str) -> str:
    """Return how a language calls itself."""
    return languages.find(lang).native
