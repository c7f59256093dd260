"""Which candidates a glossary has already."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from tmkit.glossary.concepts import Concept, Glossary
from tmkit.glossary.extract.base import Candidate, Found, Known
from tmkit.glossary.keys import match_key


def with_known(found: Found, glossary: Glossary) -> Found:
    """Return the candidates, each with the concept that has its source, by preference one that has its target too.

    Forms that a concept lists count as its terms; so do spellings that differ in case, hyphens or tone marks.
    """
    holders = _holders(glossary, found.source_lang)
    return replace(found, candidates=tuple(_known(one, found, holders) for one in found.candidates))


def _holders(glossary: Glossary, lang: str) -> dict[str, list[Concept]]:
    holders: dict[str, list[Concept]] = defaultdict(list)
    for concept in glossary.concepts:
        for key in _keys(concept, lang):
            holders[key].append(concept)
    return holders


def _keys(concept: Concept, lang: str) -> set[str]:
    texts = (text for term in concept.terms.get(lang, ()) for text in (term.text, *term.forms))
    return {key for text in texts for key in spellings(text, lang)}


def spellings(text: str, lang: str) -> set[str]:
    """Return the keys by which a text is recognised: as it stands, and word by word in the singular."""
    from tmkit.glossary.extract.tokens import keys

    return {match_key(text, lang), match_key(" ".join(keys(text, lang)), lang)}


def _known(one: Candidate, found: Found, holders: dict[str, list[Concept]]) -> Candidate:
    concepts = [c for key in sorted(spellings(one.source, found.source_lang)) for c in holders.get(key, ())]
    if not concepts:
        return one
    wanted = spellings(one.target, found.target_lang) if one.target else set()
    complete = [c for c in concepts if not one.target or wanted & _keys(c, found.target_lang)]
    best = (complete or concepts)[0]
    return replace(one, known=Known(best.id, best.status, bool(complete)))
