"""What users write after the options of `tmkit term add` and `edit`: terms with their language, changes, relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

import click

from tmkit.errors import TmkitError, UnknownLanguageError
from tmkit.glossary.concepts import Concept, ConceptStatus, PartOfSpeech, Relation, RelationKind, Term, TermStatus

if TYPE_CHECKING:
    from tmkit.glossary.editing import Change

_Gender = Literal["m", "f", "n"]
_T = TypeVar("_T", bound=str)


def _utf8(value: str) -> str:
    # What the shell gives in another encoding comes as lone surrogates, which no file can hold.
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise TmkitError(f"{value!r} is not in UTF-8; set your terminal to UTF-8 and type it again")
    return value


TEXT = click.types.FuncParamType(_utf8)
"""The type of an argument that goes into a glossary's file."""


def terms_of(**given: Sequence[str]) -> dict[str, tuple[Term, ...]]:
    """Return the terms of `LANG=TERM` texts by language; the keywords are their statuses.

    Nobody else vouches for them yet: their reliability is the editor's.
    """
    terms: dict[str, tuple[Term, ...]] = {}
    for status in get_args(TermStatus):
        for lang, text in tagged(given.get(status, ())):
            before = terms.get(lang, ())
            if status == "preferred" and before:
                raise TmkitError(
                    f"{lang} has a preferred term already, {before[0].text!r}; add {text!r} with --admitted"
                )
            if any(term.text == text for term in before):
                raise TmkitError(f"{lang}={text} is given twice; give it one status")
            terms[lang] = (*before, _new(text, status))
    return terms


def _new(text: str, status: TermStatus) -> Term:
    return Term(text=text, status=status, reliability="editor")


def tagged(texts: Iterable[str], *, empty: bool = False) -> Iterator[tuple[str, str]]:
    """Give language and text of each `LANG=TEXT`."""
    for given in texts:
        tag, found, text = given.partition("=")
        if not found:
            raise TmkitError(f"{given!r} has no language; write LANG=TEXT, for example fr={given!r}")
        if not text.strip() and not empty:
            raise TmkitError(f"nothing follows {given!r}; write LANG=TEXT")
        yield language_tag(tag), clean(text)


def language_tag(tag: str) -> str:
    """Return a language tag in its BCP 47 form; raises `UnknownLanguageError` for an unknown one."""
    import tmkit.lang as languages

    languages.find(tag)
    return languages.normalise(tag)


def clean(text: str) -> str:
    """Return a text composed, with one blank where there are several."""
    from tmkit.lang.text import nfc

    return nfc(" ".join(text.split()))


def _named(given: str) -> tuple[str | None, str]:
    """Return the language, where one is given, and the text of `[LANG=]TERM`."""
    tag, found, text = given.partition("=")
    if found:
        try:
            return language_tag(tag), clean(text)
        except UnknownLanguageError:
            # A term with = in it.
            pass
    return None, clean(given)


def _one_of(value: str, known: Sequence[_T], what: str) -> _T:
    for each in known:
        if each == value:
            return each
    raise TmkitError(f"{value!r} is no {what}; use one of {', '.join(known)}")


def additions(texts: Iterable[str]) -> Iterator[Change]:
    """Give the changes that add these `LANG=TERM` as admitted terms."""
    from tmkit.glossary.editing import with_term

    for lang, text in tagged(texts):
        yield partial(with_term, lang=lang, term=_new(text, "admitted"))


def removals(texts: Iterable[str]) -> Iterator[Change]:
    """Give the changes that take these `[LANG=]TERM` away."""
    from tmkit.glossary.editing import without_term

    for lang, text in map(_named, texts):
        yield partial(without_term, lang=lang, text=text)


def status_change(given: str) -> Change:
    """Return the change that `[LANG=]TERM=STATUS` asks for, or `STATUS` alone for the concept."""
    from tmkit.glossary.editing import with_changed

    term, found, value = given.rpartition("=")
    if not found:
        of_concept: ConceptStatus = _one_of(value, get_args(ConceptStatus), "status of a concept")
        return lambda concept: replace(concept, status=of_concept)
    status: TermStatus = _one_of(value, get_args(TermStatus), "status of a term")
    lang, text = _named(term)
    return partial(with_changed, lang=lang, text=text, change=lambda before: replace(before, status=status))


def gender_change(given: str) -> Change:
    """Return the change that `[LANG=]TERM=GENDER` asks for, or `LANG=GENDER` for the term to use in a language."""
    term, found, value = given.rpartition("=")
    if not found:
        raise TmkitError(f"{given!r} names no term; write TERM={given} or LANG={given}")
    gender: _Gender = _one_of(value, get_args(_Gender), "gender")
    return partial(_with_meant, given=term, change=lambda before: replace(before, gender=gender))


def pos_change(given: str) -> Change:
    """Return the change that `[LANG=]TERM=POS` or `LANG=POS` asks for, or `POS` alone for all terms."""
    term, found, value = given.rpartition("=")
    pos: PartOfSpeech = _one_of(value, get_args(PartOfSpeech), "part of speech")
    if not found:
        return partial(_with_all, change=lambda before: replace(before, pos=pos))
    return partial(_with_meant, given=term, change=lambda before: replace(before, pos=pos))


def _with_all(concept: Concept, change: Callable[[Term], Term]) -> Concept:
    return replace(concept, terms={lang: tuple(map(change, terms)) for lang, terms in concept.terms.items()})


def _with_meant(concept: Concept, given: str, change: Callable[[Term], Term]) -> Concept:
    """Return the concept with the term changed that `[LANG=]TERM` names, or `LANG` where no term is written so."""
    from tmkit.glossary.editing import with_changed

    lang, text = _named(given)
    is_term = any(clean(term.text).casefold() == text.casefold() for _, term in concept.all_terms())
    if lang is None and not is_term and (to_use := concept.preferred(text)):
        lang, text = text, to_use.text
    return with_changed(concept, lang, text, change)


def concept_changes(definitions: Sequence[str], note: str | None, domain: str | None) -> Iterator[Change]:
    """Give the changes of a concept's own data; an empty text takes away what was there."""
    from tmkit.glossary.editing import with_definition

    for lang, text in tagged(definitions, empty=True):
        yield partial(with_definition, lang=lang, text=text)
    if note is not None:
        yield lambda concept: replace(concept, note=note.strip() or None)
    if domain is not None:
        yield lambda concept: replace(concept, domain=domain.strip() or None)


def relation_of(given: str) -> Relation:
    """Return the relation of `ID:KIND`."""
    to, _, kind = given.rpartition(":")
    rel: RelationKind = _one_of(kind, get_args(RelationKind), "relation (write ID:KIND)")
    return Relation(to=to, rel=rel)
