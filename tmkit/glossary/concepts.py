"""Concepts and their terms: the types of a glossary, shaped like the files that people keep in git."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Literal

TermStatus = Literal["preferred", "admitted", "deprecated", "forbidden"]
ConceptStatus = Literal["draft", "review", "approved", "retired"]
TermType = Literal["full-form", "acronym", "abbreviation", "short-form", "variant"]
PartOfSpeech = Literal["noun", "verb", "adjective", "adverb", "proper-noun", "other"]
RelationKind = Literal["see-also", "broader", "narrower", "part-of", "has-part", "distinct-from", "antonym"]
SourceKind = Literal["news", "law", "treaty", "standard", "corpus", "site", "report", "glossary", "book"]

UNSAID: ConceptStatus = "review"
"""The status of a concept whose file doesn't tell: nobody has called it a draft."""
ACCEPTED: frozenset[TermStatus] = frozenset({"preferred", "admitted"})
"""What a translation may use."""
INVERSE: Mapping[RelationKind, RelationKind] = {
    "see-also": "see-also",
    "broader": "narrower",
    "narrower": "broader",
    "part-of": "has-part",
    "has-part": "part-of",
    "distinct-from": "distinct-from",
    "antonym": "antonym",
}
"""How a relation reads from the other end."""


def _key(name: str) -> str:
    return "term" if name == "text" else name


_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True, "alias_generator": _key}
"""What pydantic must know to read these types from a file; it is no import of theirs, since it loads slowly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One expression of a concept in one language; in a file its text stands under the key `term`."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = _CONFIG

    text: str
    """The expression in its base form, as a dictionary would head it."""
    status: TermStatus
    """Whether a translation should use it (preferred), may (admitted), should not any more (deprecated), must not."""
    type: TermType | None = None
    """What kind of form it is; none for an ordinary full form."""
    pos: PartOfSpeech | None = None
    """Its part of speech."""
    gender: Literal["m", "f", "n"] | None = None
    """Its grammatical gender, for languages that have one."""
    number: Literal["singular", "plural"] | None = None
    """Given where the term is used in one number alone."""
    case: Literal["any", "exact"] | None = None
    """Whether capitals decide; none: they do for acronyms alone."""
    region: str | None = None
    """Where it is used, as a BCP 47 tag: `fr-CA`."""
    forms: tuple[str, ...] = ()
    """Inflected forms and spellings that rules don't find."""
    context: str | None = None
    """A sentence that shows the term in use."""
    sources: tuple[str, ...] = ()
    """Where it was found: ids of the glossary's sources."""
    reliability: Literal["editor", "source", "reviewed"] | None = None
    """What vouches for it where that isn't a source: `editor` for our own judgement."""
    note: str | None = None
    """Advice on its use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A concept's relation to another."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = _CONFIG

    to: str
    """The id of the other concept."""
    rel: RelationKind
    """What the other concept is to this one: `broader` says that it is the wider one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A unit of thought, with the terms that name it in each language."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = _CONFIG

    id: str
    """What files and relations call it: the name of its file."""
    domain: str | None = None
    """The field it belongs to: one of the glossary's domains."""
    status: ConceptStatus = "draft"
    """How far the work on it is. Drafts are looked up and recognised, but no memory is held against them."""
    definition: Mapping[str, str] = field(default_factory=dict)
    """What it is, by language."""
    note: str | None = None
    """Advice for who must choose between this concept and its neighbours."""
    terms: Mapping[str, tuple[Term, ...]]
    """Its terms by language."""
    related: tuple[Relation, ...] = ()
    """Other concepts that a reader should see."""
    valid_from: str | None = None
    """Since when an institution or a law has been there, YYYY-MM-DD."""
    valid_to: str | None = None
    """The day it ended, YYYY-MM-DD."""
    replaced_by: tuple[str, ...] = ()
    """The ids of those that took its place."""

    def all_terms(self) -> Iterator[tuple[str, Term]]:
        """Give each term with its language.

        >>> concept = Concept(id="sp-1", terms={"fr": (Term(text="retraite", status="preferred"),)})
        >>> [(lang, term.text) for lang, term in concept.all_terms()]
        [('fr', 'retraite')]
        """
        for lang, terms in self.terms.items():
            for term in terms:
                yield lang, term

    def preferred(self, lang: str) -> Term | None:
        """Return the term to use in a language: the preferred one, else the first admitted one."""
        accepted = [term for term in self.terms.get(lang, ()) if term.status in ACCEPTED]
        return min(accepted, key=lambda term: term.status != "preferred", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where terms were found."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = _CONFIG

    title: str
    """What it is called; for a web page its publisher and number if it has no better title."""
    address: str | None = None
    """Its URL, or whatever leads there."""
    date: str | None = None
    """When it appeared, YYYY-MM-DD, or as much of that as is known."""
    kind: SourceKind | None = None
    """What sort of text it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a glossary says of itself in `glossary.yaml`."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = _CONFIG

    name: str = ""
    """What the command line calls it; as a rule the name of its folder."""
    title: Mapping[str, str] = field(default_factory=dict)
    """Its title by language."""
    description: str | None = None
    """What it covers."""
    languages: tuple[str, ...] = ()
    """The languages that every concept should have terms in."""
    licence: str | None = None
    """The licence, as an SPDX identifier: `CC0-1.0`."""
    domains: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The domains that concepts may belong to, with their names by language; empty: any."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """The sources that terms may cite, by id; empty: any."""


@dataclass(frozen=True)
class Glossary:
    """The concepts of one folder, or of several."""

    about: About
    concepts: tuple[Concept, ...]
    path: Path | None = None
    """The folder it was read from; none for one that was put together."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """The file of each concept, by id."""

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        """The concepts by their ids."""
        return {concept.id: concept for concept in self.concepts}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it says it has, else those that its terms have."""
        found = dict.fromkeys(lang for concept in self.concepts for lang in concept.terms)
        return self.about.languages or tuple(found)

    def domain_name(self, domain: str, lang: str = "en") -> str:
        """Return a domain's name in a language, else in English, else its id."""
        names = self.about.domains.get(domain, {})
        return names.get(lang) or names.get("en") or domain


def united(glossaries: Sequence[Glossary]) -> Glossary:
    """Return several glossaries as one; where two say different things of a domain or a source, the first holds."""
    if len(glossaries) == 1:
        return glossaries[0]
    abouts = [glossary.about for glossary in reversed(glossaries)]
    return Glossary(
        About(
            name=" + ".join(glossary.about.name for glossary in glossaries),
            languages=tuple(dict.fromkeys(lang for glossary in glossaries for lang in glossary.languages)),
            domains={name: names for about in abouts for name, names in about.domains.items()},
            sources={name: source for about in abouts for name, source in about.sources.items()},
        ),
        tuple(concept for glossary in glossaries for concept in glossary.concepts),
        files={name: file for glossary in reversed(glossaries) for name, file in glossary.files.items()},
    )
