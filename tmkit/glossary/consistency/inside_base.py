"""What the checks inside a glossary share: where a fault is, the terms by their keys, what is meant to be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary, Term
from tmkit.glossary.consistency.base import Check, Severity
from tmkit.glossary.keys import match_key
from tmkit.glossary.nodes import Path
from tmkit.glossary.patterns import Forms, word_forms
from tmkit.lang.text import nfc

MOST_COMPARED = 30
"""Places of one term that are compared with each other; what has more is one fault, told often enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A fault before it is known in which line it stands."""

    check: str
    concept: Concept
    path: Path
    message: str
    severity: Severity | None = None
    """Where it isn't the check's own."""
    related: tuple[str, ...] = ()
    suggestion: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A term with where it stands in a glossary."""

    concept: Concept
    lang: str
    index: int
    term: Term
    key: str

    @property
    def path(self) -> Path:
        """The path of its text in the concept's file."""
        return ("terms", self.lang, self.index, "term")

    @property
    def accepted(self) -> bool:
        """Whether a translation may use it."""
        return self.term.status in ACCEPTED

    def __str__(self) -> str:
        """Return what a finding's evidence says of it."""
        return f"{self.concept.id}: {quoted(self.term.text)}, {self.lang}, {self.term.status}"


class Facts:
    """A glossary with all that more than one check asks of it, each worked out once."""

    def __init__(self, glossary: Glossary, today: str, attested: Mapping[str, Collection[str]] | None) -> None:
        """Keep the glossary; `today` is YYYY-MM-DD, `attested` the ids of concepts seen in memories, by language."""
        self.glossary, self.today, self.attested = glossary, today, attested
        self._forms: dict[str, Forms] = {}

    @cached_property
    def places(self) -> Sequence[Place]:
        """All terms in the order of the concepts."""
        return [place for concept in self.glossary.concepts for place in places(concept)]

    @cached_property
    def live(self) -> Sequence[Concept]:
        """The concepts that are in use."""
        return [concept for concept in self.glossary.concepts if concept.status != "retired"]

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Sequence[Place]]:
        """The terms of concepts in use by language and key."""
        return grouped((place for place in self.places if place.concept.status != "retired"), lambda p: (p.lang, p.key))

    @cached_property
    def langs(self) -> Sequence[str]:
        """The languages that terms or definitions are in."""
        found = (lang for concept in self.glossary.concepts for lang in (*concept.terms, *concept.definition))
        return list(dict.fromkeys(found))

    def forms(self, lang: str) -> Forms:
        """Return the forms of the words that the terms of a language consist of."""
        if lang not in self._forms:
            self._forms[lang] = word_forms(self.glossary.concepts, lang)
        return self._forms[lang]


Find = Callable[[Facts], Iterable[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Checks that are made together."""

    checks: tuple[Check, ...]
    find: Find


def places(concept: Concept) -> Iterator[Place]:
    """Give the terms of a concept with their places."""
    for lang, terms in concept.terms.items():
        for i, term in enumerate(terms):
            yield Place(concept=concept, lang=lang, index=i, term=term, key=match_key(term.text, lang))


def grouped(given: Iterable[Place], key: Callable[[Place], tuple[str, str]]) -> dict[tuple[str, str], list[Place]]:
    """Return terms by a key, in the order of their coming."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in given:
        groups[key(place)].append(place)
    return groups


def quoted(text: str) -> str:
    """Return a text as a message shows it."""
    return f"“{text}”"


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them.

    >>> listed(["vi", "fr", "en"])
    'vi, fr and en'
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def is_acronym(term: Term) -> bool:
    """Return whether a term is an acronym, by what is said of it or by its capitals."""
    if term.type is not None:
        return term.type == "acronym"
    return len(term.text) > 1 and " " not in term.text and sum(map(str.isupper, term.text)) > len(term.text) / 2


def same_word(one: Place, other: Place) -> bool:
    """Return whether two terms are one word to a reader: same letters, and nothing says that two words are meant."""
    first, second = nfc(one.term.text), nfc(other.term.text)
    if not comparable(one, other) or first.lower() != second.lower():
        return False
    return first == second or not any(is_acronym(p.term) or p.term.case == "exact" for p in (one, other))


def comparable(one: Place, other: Place) -> bool:
    """Return whether neither part of speech nor region nor being a name keeps two terms apart."""
    regions = {place.term.region for place in (one, other)} - {None}
    return one_pos(one, other) and len(regions) < 2 and is_acronym(one.term) == is_acronym(other.term)


def one_pos(one: Place, other: Place) -> bool:
    """Return whether two terms may be of one part of speech."""
    return len({place.term.pos for place in (one, other)} - {None}) < 2


def intended(one: Place, other: Place) -> bool:
    """Return whether somebody has seen that two concepts share a term: notes on both, or a relation that says it."""
    return told_apart(one.concept, other.concept) or (_explained(one, other) and _explained(other, one))


def told_apart(one: Concept, other: Concept) -> bool:
    """Return whether two concepts are said to be distinct, or one to have taken the other's place."""
    for this, that in ((one, other), (other, one)):
        if that.id in this.replaced_by:
            return True
        if any(relation.to == that.id and relation.rel == "distinct-from" for relation in this.related):
            return True
    return False


def _explained(place: Place, other: Place) -> bool:
    return bool(place.term.note) or mentions(place.concept, other.concept)


def mentions(concept: Concept, other: Concept) -> bool:
    """Return whether a concept's note speaks of another."""
    return other.id in (concept.note or "")
