"""What a file says of a concept otherwise than the glossary does, and how a difference is settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeAlias

from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.keys import match_key
from tmkit.lang.text import nfc

Kind: TypeAlias = Literal["same", "new", "new-term", "new-status", "homograph", "new-field", "field-differs"]
Decision: TypeAlias = Literal["keep", "take", "add", "skip"]
_TERM_LISTS = ("forms", "sources")
_TERM_FIELDS = tuple(f.name for f in fields(Term) if f.name not in ("text", "status"))
_CONCEPT_FIELDS = ("domain", "note", "valid_from", "valid_to")
_NO_NAMES = ("pos", "proper-noun", "noun")
"""Most formats have one word for nouns and names."""
_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One difference between a concept of a file and the concept of the glossary that it speaks of."""

    kind: Kind
    incoming: Concept
    existing: Concept | None = None
    """None for a concept that is wholly new."""
    detail: str = ""
    """The difference in words."""
    lang: str | None = None
    """The language of the term, or of the definition."""
    term: Term | None = None
    """The term as the file has it."""
    field: str | None = None
    """The field that is new or differs: of the term, if there is one, else of the concept."""
    reference: str | None = None
    """The id that the file gives to the concept referred to."""


def term_differences(existing: Concept, incoming: Concept) -> Iterator[Conflict]:
    """Give what the file's terms are, or say of terms, beyond what the glossary has."""
    for lang, term in incoming.all_terms():
        known = partner(existing, lang, term)
        if known is None:
            yield _new_term(existing, incoming, lang, term)
        else:
            yield from _of_term(existing, incoming, lang, term, known)


def field_differences(existing: Concept, incoming: Concept) -> Iterator[Conflict]:
    """Give the definitions and other fields of the concept itself that are new or differ."""
    for lang, text in incoming.definition.items():
        ours = existing.definition.get(lang)
        if text and not _equal(ours, text):
            yield _field(existing, incoming, "definition", ours, text, lang=lang)
    for name in _CONCEPT_FIELDS:
        ours, theirs = getattr(existing, name), getattr(incoming, name)
        if theirs and not _equal(ours, theirs):
            yield _field(existing, incoming, name, ours, theirs)
    # Most formats carry no status; their concepts are drafts by default, which says nothing.
    if incoming.status not in ("draft", existing.status):
        yield _field(existing, incoming, "status", existing.status, incoming.status)


def partner(concept: Concept, lang: str, term: Term) -> Term | None:
    """Return the concept's own term that another is a spelling of; one that is spelled alike before others."""
    terms = concept.terms.get(lang, ())
    key = match_key(term.text, lang)
    exact = (own for own in terms if own.text == term.text)
    return next(exact, None) or next((own for own in terms if match_key(own.text, lang) == key), None)


def settled(concept: Concept, conflict: Conflict, *, taking: bool) -> Concept:
    """Return the concept with what the file has; `taking` says that it wins over what stands there."""
    if conflict.kind == "new-term":
        return _with_term(concept, conflict, taking=taking)
    return _with_value(concept, conflict)


def _new_term(existing: Concept, incoming: Concept, lang: str, term: Term) -> Conflict:
    preferred = _preferred(existing.terms.get(lang, ()))
    beside = f" beside “{preferred.text}”" if preferred else ""
    detail = f"{lang} “{term.text}” ({term.status}){beside}"
    return Conflict(kind="new-term", incoming=incoming, existing=existing, detail=detail, lang=lang, term=term)


def _of_term(existing: Concept, incoming: Concept, lang: str, term: Term, known: Term) -> Iterator[Conflict]:
    if term.status != known.status and not _is_unranked(incoming, lang, term, known):
        detail = f"{lang} “{known.text}” is {known.status} here, {term.status} in the file"
        kind: Kind = "new-status"
        yield Conflict(kind=kind, incoming=incoming, existing=existing, detail=detail, lang=lang, term=term)
    for name in ("text", *_TERM_FIELDS):
        ours, theirs = getattr(known, name), getattr(term, name)
        if name in _TERM_LISTS:
            theirs = tuple(item for item in theirs if item not in ours)
            if theirs:
                yield _field(existing, incoming, name, None, theirs, lang=lang, term=term)
        elif theirs and not _equal(ours, theirs) and (name, ours, theirs) != _NO_NAMES:
            yield _field(existing, incoming, name, ours, theirs, lang=lang, term=term)


def _is_unranked(incoming: Concept, lang: str, term: Term, known: Term) -> bool:
    """Say whether a file has no preferred term, so that ours may be the one: it tells no statuses."""
    if (known.status, term.status) != ("preferred", "admitted"):
        return False
    return _preferred(incoming.terms[lang]) is None


def _field(
    existing: Concept,
    incoming: Concept,
    name: str,
    ours: str | None,
    theirs: str | tuple[str, ...],
    *,
    lang: str | None = None,
    term: Term | None = None,
) -> Conflict:
    of = f"{lang} “{term.text}” " if lang and term else ""
    what = f"{of}{name}" if term or not lang else f"{lang} {name}"
    shown = "; ".join(map(_short, (theirs,) if isinstance(theirs, str) else theirs))
    detail = f"{what}: {_short(ours)} here, {shown} in the file" if ours else f"{what}: {shown}"
    kind: Kind = "field-differs" if ours else "new-field"
    return Conflict(kind=kind, incoming=incoming, existing=existing, detail=detail, lang=lang, term=term, field=name)


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= 120 else f"“{text[:119]}…”"


def _equal(one: str | None, other: str) -> bool:
    """Compare texts as a reader would; a typewriter's apostrophe is no difference."""
    return one is not None and _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(nfc(text).translate(_APOSTROPHES).split())


def _with_term(concept: Concept, conflict: Conflict, *, taking: bool) -> Concept:
    """Add a term; of two preferred ones the one of the side that wins stays preferred."""
    lang, term = conflict.lang, conflict.term
    if lang is None or term is None or partner(concept, lang, term):
        return concept
    own = concept.terms.get(lang, ())
    if term.status == "preferred":
        if taking:
            own = _lowered(own)
        elif _preferred(own):
            term = replace(term, status="admitted")
    return _with_terms(concept, lang, (*own, term))


def _with_value(concept: Concept, conflict: Conflict) -> Concept:
    if conflict.term is not None and conflict.lang is not None:
        return _with_term_value(concept, conflict.lang, conflict.term, conflict.field)
    if conflict.field == "definition" and conflict.lang is not None:
        text = conflict.incoming.definition[conflict.lang]
        return replace(concept, definition={**concept.definition, conflict.lang: text})
    values: dict[str, Any] = {name: getattr(conflict.incoming, name) for name in (conflict.field,) if name}
    return replace(concept, **values)


def _with_term_value(concept: Concept, lang: str, term: Term, name: str | None) -> Concept:
    known = partner(concept, lang, term)
    if known is None:
        return concept
    own = concept.terms[lang]
    if name is None:
        others = _lowered(own) if term.status == "preferred" else own
        values: dict[str, Any] = {"status": term.status}
    else:
        others, values = own, {name: getattr(term, name)}
    if name in _TERM_LISTS:
        values = {name: tuple(dict.fromkeys((*getattr(known, name), *getattr(term, name))))}
    changed = replace(known, **values)
    return _with_terms(concept, lang, (changed if old is known else new for old, new in zip(own, others, strict=True)))


def _with_terms(concept: Concept, lang: str, terms: Iterable[Term]) -> Concept:
    return replace(concept, terms={**concept.terms, lang: tuple(terms)})


def _preferred(terms: Iterable[Term]) -> Term | None:
    return next((term for term in terms if term.status == "preferred"), None)


def _lowered(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(replace(term, status="admitted") if term.status == "preferred" else term for term in terms)
