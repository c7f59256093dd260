"""Terms looked up as people type them: without accents, inflected, shortened, nearly right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

import msgspec

from tmkit.glossary.cache import Key, Loaded, prepared
from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary, Term
from tmkit.glossary.keys import match_key
from tmkit.glossary.query import Bases, Query, bases_of
from tmkit.lang import normalise

How = Literal["exact", "folded", "inflected", "acronym", "prefix", "part", "near"]
_ORDER = {how: rank for rank, how in enumerate(get_args(How))}
_STATUS = {"preferred": 0, "admitted": 1, "deprecated": 2, "forbidden": 3}
FULL: frozenset[How] = frozenset({"exact", "folded", "inflected", "acronym"})
"""Ways in which a query is the whole of a term."""
LONGEST = 500
"""Characters of a query: no term is longer."""
_SUGGESTED = 5
_NEAR = 0.72
"""Share of the letters that a term and a misspelling of it have in common."""
_CONTAINED = 0.4
"""Share of a query that a term within it makes up."""


class Answer(msgspec.Struct, frozen=True):
    """A concept that a query may mean."""

    concept: Concept
    lang: str
    """The language of the term that was found."""
    term: Term
    how: How
    """How the query is related to the term; `near` answers are suggestions, no finds."""
    glossary: Glossary
    """Where the concept comes from."""
    form: str | None = None
    """The form or spelling of the term that was found, where it is one of its `forms`."""

    @property
    def use(self) -> Term | None:
        """The term of its language to use instead, where the one that was found should not be."""
        return None if self.term.status in ACCEPTED else self.concept.preferred(self.lang)


class _Hit(NamedTuple):
    how: How
    detail: int
    """The smaller, the better among those found in the same way."""
    shelf: int
    key: Key


class Lookup:
    """Finds concepts by their terms, in one glossary or several."""

    def __init__(self, *glossaries: Loaded | Glossary) -> None:
        """Prepare glossaries; those from `tmkit.glossary.cache.load` are ready at once."""
        self._shelves = tuple(given if isinstance(given, Loaded) else prepared(given) for given in glossaries)
        self._keys = [_by_language(shelf.keys) for shelf in self._shelves]
        self._bases: dict[tuple[int, str], Bases] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there are terms."""
        return tuple(dict.fromkeys(lang for keys in self._keys for lang in keys))

    def find(
        self, query: str, *, source: str | None = None, target: str | None = None, limit: int = 10
    ) -> list[Answer]:
        """Return the concepts that a query may mean, the likeliest first, each once.

        `source` is the language of the query, `target` the one that is wanted: concepts with a term in
        it come first. Where nothing else is found there are up to five suggestions, with `how` "near".
        """
        text = _plain(query)
        if not text or len(text) > LONGEST:
            return []
        return self._ranked(self._hits(text, source), target)[:limit] or self._suggested(text, source, target, limit)

    def _hits(self, text: str, source: str | None) -> list[_Hit]:
        hits: list[_Hit] = []
        for shelf, keys in enumerate(self._keys):
            for lang in _wanted(keys, source):
                asked = Query(text, lang, self._bases_of(shelf, lang))
                hits += [_Hit(*how, shelf, key) for key in keys[lang] if (how := asked.how(key))]
        return hits or [
            _Hit("acronym", 1, shelf, key)
            for shelf, keys in enumerate(self._keys)
            for lang in _wanted(keys, source)
            for key in Query(text, lang, {}).initials_of(keys[lang])
        ]

    def _bases_of(self, shelf: int, lang: str) -> Bases:
        if (shelf, lang) not in self._bases:
            self._bases[shelf, lang] = bases_of(self._shelves[shelf].forms[lang])
        return self._bases[shelf, lang]

    def _ranked(self, hits: Iterable[_Hit], target: str | None) -> list[Answer]:
        best: dict[tuple[int, int], _Hit] = {}
        for hit in sorted(hits, key=lambda hit: self._rank(hit, target)):
            best.setdefault((hit.shelf, hit.key.concept), hit)
        return [self._answer(hit) for hit in best.values()]

    def _rank(self, hit: _Hit, target: str | None) -> tuple[int, ...]:
        concept, term = self._meant(hit)
        return (
            _ORDER[hit.how],
            hit.detail,
            _STATUS[term.status],
            concept.status == "retired" or concept.valid_to is not None,
            target is not None and not has_language(concept, target),
            target is not None and bare(hit.key.lang) == target,
            len(hit.key.folded),
            hit.shelf,
            hit.key.concept,
        )

    def _meant(self, hit: _Hit) -> tuple[Concept, Term]:
        concept = self._shelves[hit.shelf].glossary.concepts[hit.key.concept]
        return concept, concept.terms[hit.key.lang][hit.key.term]

    def _answer(self, hit: _Hit) -> Answer:
        concept, term = self._meant(hit)
        return Answer(concept, hit.key.lang, term, hit.how, self._shelves[hit.shelf].glossary, _form(hit.key, term))

    def _suggested(self, text: str, source: str | None, target: str | None, limit: int) -> list[Answer]:
        hits = [
            _Hit("near", -round(100 * score), shelf, key)
            for shelf, keys in enumerate(self._keys)
            for lang in _wanted(keys, source)
            for key, score in _near(Query(text, lang, {}), keys[lang])
        ]
        return self._ranked(hits, target)[: min(limit, _SUGGESTED)]


def bare(lang: str) -> str:
    """Return a language's code without region and script."""
    return lang if lang.isalpha() and lang.islower() else normalise(lang).split("-")[0]


def has_language(concept: Concept, lang: str) -> bool:
    """Say whether a concept has a term that may be used in a language."""
    return any(bare(own) == lang and concept.preferred(own) for own in concept.terms)


def _form(key: Key, term: Term) -> str | None:
    forms = term.forms if key.is_form else ()
    return next((form for form in forms if match_key(form, key.lang) == key.text), None)


def _by_language(keys: Iterable[Key]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key in keys:
        found.setdefault(key.lang, []).append(key)
    return found


def _wanted(keys: Iterable[str], source: str | None) -> Iterator[str]:
    return (lang for lang in keys if source is None or bare(lang) == bare(source))


def _plain(query: str) -> str:
    return " ".join("".join(c if c.isprintable() or c in "\u00ad\u200b" else " " for c in query).split())


def _near(asked: Query, keys: Sequence[Key]) -> Iterator[tuple[Key, float]]:
    """Give the terms that are spelled nearly like a query, or that it contains, and how much of it they are."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    if not asked.folded:
        return
    choices = [key.folded for key in keys]
    scorer = OSA.normalized_similarity
    for _, score, i in extract(asked.folded, choices, scorer=scorer, score_cutoff=_NEAR, limit=4 * _SUGGESTED):
        yield keys[i], score
    padded = f" {asked.folded} "
    for key in keys:
        if len(key.folded) > 3 and f" {key.folded} " in padded:
            share = len(key.folded) / len(asked.folded)
            if _CONTAINED <= share < 1 and asked.has_accents_of(key):
                yield key, share
