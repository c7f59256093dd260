"""Which concept of a glossary a concept from a file speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from tmkit.glossary.concepts import ACCEPTED, Concept, Term
from tmkit.glossary.exchange.merging_diff import Conflict, partner
from tmkit.glossary.keys import match_key

_WEIGHT = {"preferred": 2, "admitted": 1, "deprecated": 0, "forbidden": 0}
_COMMON = 100
"""Concepts with one term; what more of them share, such as a dash in an empty cell, says of none that it is meant."""
Keys = Mapping[str, Mapping[str, Term]]
"""The terms of a concept by language and match key; of several with one key the most recommended."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A concept with which one from a file shares terms."""

    concept: Concept
    shared: tuple[str, ...]
    """The languages in which they share a term."""
    differing: tuple[str, ...]
    """The languages in which both have terms, but none in common."""
    same: bool
    """Whether it is the same concept; if not, they may be two with a homograph between them."""


class Counterparts:
    """The concepts of a glossary by the keys of their terms, to find those that a file's concepts speak of."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Index the concepts; where two are equally near, the earlier one counts."""
        self._concepts = tuple(concepts)
        self._keys = tuple(map(keys_of, self._concepts))
        self._by_id = {concept.id: place for place, concept in enumerate(self._concepts)}
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, keys in enumerate(self._keys):
            for lang, terms in keys.items():
                for key in terms:
                    self._places[lang, key].append(place)

    def find(self, concept: Concept) -> Counterpart | None:
        """Return the nearest concept that shares a term, or None where all of them are other concepts.

        The same id counts most, then in how many languages terms are shared and how recommended they are
        on both sides, then how few languages differ, then the domain.
        """
        keys = keys_of(concept)
        found = [(self._nearness(keys, concept, place), place) for place in self._near(keys, concept)]
        for _, place in sorted(found, key=lambda pair: (*(-n for n in pair[0]), pair[1])):
            counterpart = _judged(keys, self._keys[place], concept, self._concepts[place])
            if counterpart:
                return counterpart
        return None

    def _near(self, keys: Keys, concept: Concept) -> set[int]:
        """Return the places of concepts that share a term."""
        groups = [self._places.get((lang, key), []) for lang, terms in keys.items() for key in terms]
        same = self._by_id.get(concept.id)
        own = {same} if same is not None and any(_pairs(keys, self._keys[same], lang) for lang in keys) else set()
        return own | {place for group in groups for place in group[:_COMMON]}

    def _nearness(self, keys: Keys, concept: Concept, place: int) -> tuple[int, ...]:
        other, theirs = self._concepts[place], self._keys[place]
        shared = {lang: pairs for lang in keys if (pairs := _pairs(keys, theirs, lang))}
        weight = sum(max(1 + _WEIGHT[a.status] + _WEIGHT[b.status] for a, b in pairs) for pairs in shared.values())
        differing = sum(bool(theirs.get(lang)) for lang in keys if lang not in shared)
        same_domain = concept.domain is not None and concept.domain == other.domain
        return bool(concept.id) and concept.id == other.id, weight, -differing, same_domain


class Preferring:
    """The concepts that prefer each term."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Index the concepts' preferred terms."""
        self._ids: dict[tuple[str, str], set[str]] = defaultdict(set)
        for concept in concepts:
            for lang, term in concept.all_terms():
                if term.status == "preferred":
                    self._ids[lang, match_key(term.text, lang)].add(concept.id)

    def ids(self, lang: str, term: Term) -> Set[str]:
        """Return the concepts that prefer a term, if it is a preferred one."""
        found = self._ids.get((lang, match_key(term.text, lang))) if term.status == "preferred" else None
        return found or frozenset()

    def gives_way(self, concept: Concept, difference: Conflict) -> bool:
        """Say whether a file prefers a term that a concept of ours admits, since another concept prefers it."""
        lang, term = difference.lang, difference.term
        if difference.kind != "new-status" or lang is None or term is None:
            return False
        known = partner(concept, lang, term)
        admitted = known is not None and known.status == "admitted"
        alone = all(own.status != "preferred" for own in concept.terms.get(lang, ()))
        return admitted and alone and bool(self.ids(lang, term) - {concept.id})


def keys_of(concept: Concept) -> Keys:
    """Return a concept's terms by language and key."""
    keys: dict[str, dict[str, Term]] = {}
    for lang, term in concept.all_terms():
        of_lang = keys.setdefault(lang, {})
        known = of_lang.setdefault(match_key(term.text, lang), term)
        if _WEIGHT[term.status] > _WEIGHT[known.status]:
            of_lang[match_key(term.text, lang)] = term
    return keys


def _pairs(keys: Keys, others: Keys, lang: str) -> list[tuple[Term, Term]]:
    theirs = others.get(lang, {})
    return [(term, theirs[key]) for key, term in keys[lang].items() if key in theirs]


def _judged(keys: Keys, others: Keys, concept: Concept, other: Concept) -> Counterpart | None:
    """Return what the shared terms say of two concepts; None where they only show that these are two.

    A term that one side recommends and the other warns of, with other words in the other languages,
    is the very mistake that the warning is about.
    """
    shared = {lang: pairs for lang in keys if (pairs := _pairs(keys, others, lang))}
    differing = tuple(lang for lang in keys if lang not in shared and others.get(lang))
    agreed = any((a.status in ACCEPTED) == (b.status in ACCEPTED) for pairs in shared.values() for a, b in pairs)
    same_id = bool(concept.id) and concept.id == other.id
    if not agreed and differing and len(shared) == 1 and not same_id:
        return None
    same = same_id or len(shared) > 1 or not differing
    return Counterpart(other, tuple(shared), differing, same)
