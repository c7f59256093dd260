"""Definitions that are missing, say nothing, or use words that the glossary warns against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmkit.glossary.concepts import ACCEPTED, Concept
from tmkit.glossary.consistency.base import Check
from tmkit.glossary.consistency.inside_base import Facts, Family, Spot, listed, quoted
from tmkit.glossary.consistency.inside_concepts import unfinished
from tmkit.glossary.keys import known, words
from tmkit.glossary.recognise import Occurrence, Recogniser

CHECKS = (
    Check(name="definition-missing", summary="A concept has no definition in any language.", severity="info"),
    Check(name="definition-circular", summary="A definition is no more than the term itself.", severity="warning"),
    Check(
        name="definition-uses-forbidden",
        summary="A definition has a term in it that the glossary forbids or advises against.",
        severity="warning",
    ),
)
_ARTICLES = 10
"""Characters by which articles and stops may lengthen a term."""


def find(facts: Facts) -> Iterator[Spot]:
    """Give what is wrong with definitions."""
    for concept in facts.live:
        yield from _missing(concept)
        yield from _circular(concept)
    for lang in facts.langs:
        yield from _forbidden(lang, facts)


FAMILY = Family(checks=CHECKS, find=find)


def _missing(concept: Concept) -> Iterator[Spot]:
    if not any(text.strip() for text in concept.definition.values()):
        yield Spot(
            check="definition-missing",
            concept=concept,
            path=("definition",),
            message="no definition",
            severity=unfinished(concept),
            suggestion="add one, in one language at least",
        )


def _circular(concept: Concept) -> Iterator[Spot]:
    for lang, text in concept.definition.items():
        terms = concept.terms.get(lang, ())
        said = _content(text, lang) if len(text) < _ARTICLES + max((len(t.text) for t in terms), default=0) else []
        term = next((t for t in terms if said and said == _content(t.text, lang)), None)
        if term is not None:
            yield Spot(
                check="definition-circular",
                concept=concept,
                path=("definition", lang),
                message=f"the definition {quoted(text)} is the term itself",
                suggestion="say what kind of thing it is, and what sets it apart",
            )


def _content(text: str, lang: str) -> list[str]:
    """Return the words of a text without the articles and elided words before them."""
    language = known(lang)
    found = words(text, lang)
    small = {*language.articles, *language.elisions}
    return [word for i, word in enumerate(found) if i > 1 or word not in small]


def _forbidden(lang: str, facts: Facts) -> Iterator[Spot]:
    """Give the forbidden terms in definitions, those left out that are part of a longer, accepted term."""
    wrong = [c for c in facts.live if any(term.status not in ACCEPTED for term in c.terms.get(lang, ()))]
    suspects = _definitions_with(wrong, facts.live, lang, facts)
    concepts = facts.live if suspects else []
    for concept, occurrences in _definitions_with(concepts, [concept for concept, _ in suspects], lang, facts):
        yield from (_used(concept, lang, occurrence) for occurrence in occurrences)


def _definitions_with(
    concepts: Sequence[Concept], readers: Sequence[Concept], lang: str, facts: Facts
) -> list[tuple[Concept, list[Occurrence]]]:
    """Return the definitions with terms of some concepts that must not be used."""
    if not concepts or not readers:
        return []
    recogniser = Recogniser(concepts, lang, forms=facts.forms(lang))
    read = [(concept, recogniser.find(concept.definition.get(lang, ""))) for concept in readers]
    found = [(c, [o for o in seen if all(e.term.status not in ACCEPTED for e in o.entries)]) for c, seen in read]
    return [(concept, occurrences) for concept, occurrences in found if occurrences]


def _used(concept: Concept, lang: str, occurrence: Occurrence) -> Spot:
    entry = occurrence.entries[0]
    status = entry.term.status
    better = [e.concept.preferred(lang) for e in occurrence.entries]
    instead = list(dict.fromkeys(quoted(term.text) for term in better if term is not None))
    return Spot(
        check="definition-uses-forbidden",
        concept=concept,
        path=("definition", lang),
        message=f"the definition says {quoted(occurrence.form)}, a {status} term of {entry.concept.id}",
        severity="error" if status == "forbidden" else None,
        related=() if entry.concept.id == concept.id else (entry.concept.id,),
        suggestion=f"write {listed(instead)}" if instead else "say it otherwise",
        evidence=(_marked(concept.definition[lang], occurrence), *_notes(occurrence)),
    )


def _marked(text: str, occurrence: Occurrence) -> str:
    """Return the definition around an occurrence."""
    start, end = max(0, occurrence.start - 40), occurrence.end + 40
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def _notes(occurrence: Occurrence) -> Sequence[str]:
    return [entry.term.note for entry in occurrence.entries if entry.term.note]
