"""One term of a foreign entry becomes one of ours; what it says beyond that becomes remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, cast, get_args

from tmkit.glossary.concepts import Term, TermStatus
from tmkit.glossary.exchange.tbx_fields import Field, TermLevel
from tmkit.glossary.exchange.tbx_remarks import Remarks
from tmkit.glossary.exchange.tbx_words import FORBIDDEN_NOTE, PICKLISTS, RELATIONS, Picklist, key
from tmkit.glossary.exchange.tbx_xml import plain
from tmkit.lang import LANGUAGES, normalise

LONGEST = 1000
"""Characters of a term; what is longer is a text in the wrong place."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_YES = frozenset({"yes", "true", "1", "x"})
_EMPTY = frozenset({"", "undefined", "none", "unknown", "notspecified"})
"""Values that say that there is none."""


def read_term(level: TermLevel, lang: str, remarks: Remarks) -> Term | None:
    """Return the term of a level in a language, given as a bare code; none, with a remark, for one of no use."""
    text = plain(level.text)
    if not text or len(text) > LONGEST:
        what = f"of more than {LONGEST} characters" if text else "without text"
        remarks.add(f"a term {what} is left out", level.line)
        return None
    term = _described(Term(text=text, status="admitted"), level, lang, remarks)
    return _status(term, level, remarks)


def _described(term: Term, level: TermLevel, lang: str, remarks: Remarks) -> Term:
    for field in level.fields:
        if field.key in _STATUSES or field.key in BY_THE_ENTRY:
            continue
        if field.key in PICKLISTS:
            term = _picked(term, field, PICKLISTS[field.key], remarks)
        elif field.key in _TEXTS:
            term = _TEXTS[field.key](term, field, lang, remarks)
        elif field.text or field.key == "transaction":
            not_kept(field, remarks)
        if field.key != "context":
            inner_not_kept(field, remarks)
    return term


def not_kept(field: Field, remarks: Remarks, *, of: str = "") -> None:
    """Remark that what a field says, maybe about another one, has no place in a glossary."""
    verb = "are" if field.key == "transaction" else "is"
    remarks.add(f"{field.name}{f' of {of}' if of else ''} {verb} not kept", field.line)


def inner_not_kept(field: Field, remarks: Remarks) -> None:
    """Remark that what is said about a field has no place in a glossary."""
    for inner in field.inner:
        not_kept(inner, remarks, of=field.name)


BY_THE_ENTRY = frozenset({"definition", *RELATIONS})
"""Categories that stand with a term and tell of its concept."""


def _picked(term: Term, field: Field, words: Picklist, remarks: Remarks) -> Term:
    word = key(field.text)
    value = words.exact.get(word) or words.near.get(word)
    if word in _EMPTY or getattr(term, words.attribute):
        return term
    if value is None:
        remarks.add(f"{field.name} “{field.text}” is not kept", field.line)
        return term
    if word not in words.exact:
        remarks.add(f"{field.name} “{field.text}” is read as {value}", field.line)
    changed: dict[str, Any] = {words.attribute: value}  # the picklist of an attribute has its values alone
    return replace(term, **changed)


_STATUSES = tuple(name for name, words in PICKLISTS.items() if words.attribute == "status")


def _status(term: Term, level: TermLevel, remarks: Remarks) -> Term:
    """Return the term with its status, told by the first of the categories that say something."""
    for category in _STATUSES:
        for field in level.fields:
            if field.key == category and key(field.text) not in _EMPTY:
                status = _known(field, remarks)
                return _forbidden(term if status == term.status else replace(term, status=status))
    if any(field.key == "forbidden" and key(field.text) in _YES for field in level.fields):
        return replace(term, status="forbidden")
    remarks.add("a term without a status is read as admitted", level.line)
    return term


def _known(field: Field, remarks: Remarks) -> TermStatus:
    words, word = PICKLISTS[field.key], key(field.text)
    value = words.exact.get(word) or words.near.get(word) or _said_by_people().get(word) or "admitted"
    if value != words.exact.get(word):
        remarks.add(f"status “{field.text}” is read as {value}", field.line)
    return cast(TermStatus, value)


@cache
def _said_by_people() -> Mapping[str, str]:
    """Return the statuses by their names in our languages: a termbase's picklists are its owner's."""
    kinds = [kind for language in LANGUAGES for kind in language.headings.kinds]
    return {key(word): kind for kind, words in kinds if kind in get_args(TermStatus) for word in words}


def _forbidden(term: Term) -> Term:
    """Return a deprecated term that has our note as the forbidden one it was."""
    lines = (term.note or "").split("\n")
    if term.status != "deprecated" or FORBIDDEN_NOTE not in lines:
        return term
    lines.remove(FORBIDDEN_NOTE)
    return replace(term, status="forbidden", note="\n".join(lines) or None)


def joined(before: str | None, text: str) -> str:
    """Return a note with another one in a line of its own."""
    return f"{before}\n{text}" if before else text


def _note(term: Term, field: Field, _lang: str, _remarks: Remarks) -> Term:
    return replace(term, note=joined(term.note, field.text)) if field.text else term


def _context(term: Term, field: Field, lang: str, remarks: Remarks) -> Term:
    for inner in field.inner:
        # Where the example was found is a place where the term was found.
        term = _source(term, inner, lang, remarks) if inner.key in SOURCES else term
        if inner.key not in SOURCES:
            not_kept(inner, remarks, of=field.name)
    if not field.text:
        return term
    if term.context:
        remarks.add("a second context of a term is not kept", field.line)
        return term
    return replace(term, context=field.text)


def _source(term: Term, field: Field, _lang: str, _remarks: Remarks) -> Term:
    source = field.text or field.target
    if not source or source in term.sources:
        return term
    return replace(term, sources=(*term.sources, source))


def _region(term: Term, field: Field, lang: str, remarks: Remarks) -> Term:
    region = f"{lang}-{field.text}" if _COUNTRY.fullmatch(field.text) else field.text.replace("_", "-")
    if not _TAG.fullmatch(region):
        remarks.add(f"{field.name} “{field.text}” is not kept: no language tag", field.line)
        return term
    return term if term.region else replace(term, region=normalise(region))


def _flag(term: Term, _field: Field, _lang: str, _remarks: Remarks) -> Term:
    """Return the term as it is: `_status` looks at this one."""
    return term


SOURCES = frozenset({"source", "xsource", "externalcrossreference"})
_TEXTS = {
    "note": _note,
    "context": _context,
    "geographicalusage": _region,
    "forbidden": _flag,
} | dict.fromkeys(SOURCES, _source)


def without_repeats(terms: Iterable[tuple[Term, int]], remarks: Remarks) -> Iterator[Term]:
    """Give the terms once each."""
    seen = set()
    for term, line in terms:
        if term in seen:
            remarks.add(f"the term “{term.text}” stands twice in an entry", line)
        else:
            seen.add(term)
            yield term
