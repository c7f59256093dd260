"""What a concept lacks: languages, preferred terms, sources, parts of speech, genders, occurrences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary
from tmkit.glossary.consistency.base import Check, Severity
from tmkit.glossary.consistency.inside_base import Facts, Family, Place, Spot, is_acronym, listed, quoted
from tmkit.glossary.keys import known
from tmkit.lang import normalise
from tmkit.lang.words import is_common

CHECKS = (
    Check(
        name="no-preferred",
        summary="A concept has terms in a language, and none of them is preferred.",
        severity="warning",
    ),
    Check(
        name="missing-language",
        summary="A concept has no term in one of the glossary's languages.",
        severity="warning",
    ),
    Check(
        name="french-gender-missing",
        summary="A noun has no gender in a language that has genders.",
        severity="warning",
    ),
    Check(name="pos-missing", summary="A term has no part of speech.", severity="info"),
    Check(name="unsourced", summary="Nothing vouches for a term: neither a source nor a person.", severity="warning"),
    Check(
        name="term-case",
        summary="A term begins with a capital, though it is neither a name nor an acronym.",
        severity="info",
    ),
    Check(name="unattested", summary="No memory has any of a concept's terms in a language.", severity="info"),
)
_NOUNS = frozenset({"noun", "proper-noun"})


def find(facts: Facts) -> Iterator[Spot]:
    """Give what concepts and their terms lack."""
    wanted = wanted_languages(facts.glossary)
    for concept in facts.live:
        yield from _languages(concept, wanted)
        yield from _preferred(concept)
        yield from _unattested(concept, facts)
    for place in facts.places:
        if place.accepted and place.concept.status != "retired":
            yield from _term(place)


FAMILY = Family(checks=CHECKS, find=find)


def wanted_languages(glossary: Glossary) -> tuple[str, ...]:
    """Return the languages that every concept should have: those declared, else those that most concepts have."""
    if glossary.about.languages:
        return glossary.about.languages
    found = Counter(lang for concept in glossary.concepts for lang in concept.terms)
    return tuple(lang for lang, count in found.items() if 2 * count > len(glossary.concepts))


def unfinished(concept: Concept) -> Severity | None:
    """Return how little it matters that a draft lacks something; None where the check itself says it."""
    return "info" if concept.status == "draft" else None


def _languages(concept: Concept, wanted: tuple[str, ...]) -> Iterator[Spot]:
    there = {_bare(lang) for lang, terms in concept.terms.items() if terms}
    missing = [lang for lang in wanted if _bare(lang) not in there]
    if missing:
        yield Spot(
            check="missing-language",
            concept=concept,
            path=("terms",),
            message=f"no term in {listed(missing)}",
            severity=unfinished(concept),
            suggestion=f"add one in {'each' if len(missing) > 1 else missing[0]}",
        )


def _bare(lang: str) -> str:
    return normalise(lang).split("-")[0]


def _preferred(concept: Concept) -> Iterator[Spot]:
    for lang, terms in concept.terms.items():
        if terms and all(term.status != "preferred" for term in terms):
            accepted = [quoted(term.text) for term in terms if term.status in ACCEPTED]
            yield Spot(
                check="no-preferred",
                concept=concept,
                path=("terms", lang),
                message=f"no preferred term in {lang}" + ("" if accepted else ", nor one that may be used"),
                severity=unfinished(concept),
                suggestion=f"make {' or '.join(accepted)} preferred" if accepted else "add the term to use",
            )


def _unattested(concept: Concept, facts: Facts) -> Iterator[Spot]:
    attested = facts.attested or {}
    langs = [
        lang
        for lang, terms in concept.terms.items()
        if lang in attested and concept.id not in attested[lang] and any(term.status in ACCEPTED for term in terms)
    ]
    if langs:
        yield Spot(
            check="unattested",
            concept=concept,
            path=("terms", langs[0]),
            message=f"no memory has a term of it in {listed(langs)}",
            suggestion="look whether the texts call it something else",
        )


def _term(place: Place) -> Iterator[Spot]:
    term, text = place.term, quoted(place.term.text)
    if term.pos in _NOUNS and term.gender is None and known(place.lang).inflection.genders:
        yield _lack(place, "french-gender-missing", f"{text} has no gender", "add `gender: f` or `gender: m`")
    if term.pos is None:
        yield _lack(place, "pos-missing", f"{text} has no part of speech", "add `pos: noun`, or what it is")
    if not term.sources and term.reliability is None:
        advice = "name a source, or add `reliability: editor` where it is your own judgement"
        yield _lack(place, "unsourced", f"{text} has neither a source nor a reliability", advice)
    if _wrongly_capital(place):
        small = term.text[:1].lower() + term.text[1:]
        advice = f"write {quoted(small)}, or add `pos: proper-noun` if it is a name"
        yield _lack(place, "term-case", f"{text} begins with a capital", advice)


def _lack(place: Place, check: str, message: str, suggestion: str) -> Spot:
    return Spot(
        check=check,
        concept=place.concept,
        path=place.path,
        message=message,
        suggestion=suggestion,
        severity=unfinished(place.concept),
    )


def _wrongly_capital(place: Place) -> bool:
    """Say whether a term's one capital is that of a sentence or of a table's cell."""
    term = place.term
    if not term.text[:1].isupper() or term.text[1:] != term.text[1:].lower():
        return False
    if is_acronym(term) or term.type == "abbreviation" or term.case == "exact" or term.pos == "proper-noun":
        return False
    return _is_common(place) and _mostly_small(place.concept)


def _is_common(place: Place) -> bool:
    """Say whether the first word is one of the language's in small letters: no name, no nation."""
    language = known(place.lang)
    first = place.key.split()[0]
    return not language.glue.function or is_common(first, language.code)


def _mostly_small(concept: Concept) -> bool:
    """Say whether most terms of a concept begin with a small letter, so that it is no name."""
    words = [term.text[:1] for _, term in concept.all_terms() if term.status in ACCEPTED and not is_acronym(term)]
    return 2 * sum(map(str.islower, words)) > len(words)
