"""A file's concepts in the terms of the glossary that takes them: its languages, domains and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import tmkit.lang as languages
from tmkit.errors import UnknownLanguageError
from tmkit.glossary.concepts import About, Concept, Source, Term
from tmkit.glossary.exchange.base import Remark
from tmkit.glossary.exchange.tidy import clean, unseen
from tmkit.glossary.rules import LONGEST
from tmkit.lang.text import fold

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT = "\u00a0\u202f\u200c\u200d"
"""Blanks of French typography and what joins letters, which Python does not call printable."""


@dataclass(slots=True)
class Fitting:
    """Turns concepts of a file into concepts that a glossary may hold; what it can't take becomes a remark."""

    ours: About
    langs: tuple[str, ...]
    theirs: About
    remarks: list[Remark] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    """The file's sources under the ids that they get in the glossary."""
    _ids: dict[str, str] = field(default_factory=dict)
    _domains: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give the file's sources ids that mean nothing else in the glossary."""
        for name, source in self.theirs.sources.items():
            self._ids[name] = self._source_id(name, source)
            self.sources.setdefault(self._ids[name], source)

    def fit(self, concept: Concept) -> Concept | None:
        """Return the concept as the glossary may hold it; None where no term is left."""
        terms: dict[str, tuple[Term, ...]] = {}
        for given, entries in concept.terms.items():
            lang = self._lang(given, concept)
            kept = tuple(self._terms(entries, given, lang, concept)) if lang else ()
            if kept:
                terms[lang or ""] = self._one_preferred(concept, (*terms.get(lang or "", ()), *kept))
        if not terms:
            self._remark(concept, "no term that can be used")
            return None
        definition = {self._lang(given, concept) or "": lines(text) for given, text in concept.definition.items()}
        self._unseen(concept)
        return replace(
            concept,
            terms=terms,
            domain=self._domain(concept),
            definition={lang: text for lang, text in definition.items() if lang and text},
            note=lines(concept.note or "") or None,
            valid_from=self._day(concept, concept.valid_from),
            valid_to=self._day(concept, concept.valid_to),
        )

    def _unseen(self, concept: Concept) -> None:
        """Say what is left out of a concept's texts because nobody sees it."""
        texts = [*(term.text for _, term in concept.all_terms()), *concept.definition.values(), concept.note or ""]
        for what in dict.fromkeys(what for text in texts for what in unseen(text)):
            self._remark(concept, what)

    def _lang(self, given: str, concept: Concept) -> str | None:
        """Return the glossary's own code for a language: `fr` for `fr-CA` where it has no `fr-CA`."""
        lang = languages.normalise(given)
        if lang in self.langs:
            return lang
        try:
            languages.find(lang)
        except UnknownLanguageError:
            self._remark(concept, f"unknown language {given!r}; left out")
            return None
        return lang.split("-")[0]

    def _terms(self, terms: Iterable[Term], given: str, lang: str | None, concept: Concept) -> Iterator[Term]:
        tag = languages.normalise(given)
        region = tag if tag != lang and "-" in tag else None
        for term in terms:
            text = one_line(term.text)
            if not text or len(text) > LONGEST:
                reason = f"a term of {len(text):,} characters" if text else "a term without text"
                self._remark(concept, f"{reason}; left out")
            else:
                sources = tuple(dict.fromkeys(self._source(name) for name in term.sources))
                forms = tuple(dict.fromkeys(form for given in term.forms if (form := one_line(given))))
                yield replace(term, text=text, forms=forms, sources=sources, region=term.region or region)

    def _one_preferred(self, concept: Concept, terms: Iterable[Term]) -> tuple[Term, ...]:
        """Return each term once, none but the first of them preferred: a translator can use one."""
        kept: list[Term] = []
        for term in dict.fromkeys(terms):
            if term.status == "preferred" and any(other.status == "preferred" for other in kept):
                self._remark(concept, f"a second preferred term, “{term.text}”; read as admitted")
                kept.append(replace(term, status="admitted"))
            else:
                kept.append(term)
        return tuple(kept)

    def _domain(self, concept: Concept) -> str | None:
        name = concept.domain
        if name is None or not self.ours.domains or name in self.ours.domains:
            return name
        if name not in self._domains:
            self._domains[name] = self._domain_named({name, *self.theirs.domains.get(name, {}).values()})
        if self._domains[name] is None:
            self._remark(concept, f"no domain {name!r} in the glossary; left without one")
        return self._domains[name]

    def _domain_named(self, names: Iterable[str]) -> str | None:
        """Return the domain that one of the names names, in whatever language."""
        wanted = {fold(name.strip()) for name in names}
        for domain, own in self.ours.domains.items():
            if wanted & {fold(domain), *map(fold, own.values())}:
                return domain
        return None

    def _day(self, concept: Concept, day: str | None) -> str | None:
        if day and not _is_day(day):
            self._remark(concept, f"{day!r} is no date; left out")
            return None
        return day or None

    def _source(self, name: str) -> str:
        """Return the glossary's id of a source; a glossary that lists its sources gets a new entry."""
        if name not in self._ids and name not in self.ours.sources:
            self.sources.setdefault(name, Source(title=name))
        return self._ids.get(name, name)

    def _source_id(self, name: str, source: Source) -> str:
        ours = self.ours.sources
        if ours.get(name) == source:
            return name
        known = next((key for key, own in ours.items() if own == source), None)
        return known or _free(name, ours, source)

    def _remark(self, concept: Concept, text: str) -> None:
        remark = Remark(f"{label(concept)}: {text}")
        if not self.remarks or self.remarks[-1] != remark:
            self.remarks.append(remark)


def label(concept: Concept) -> str:
    """Return how a message names a concept: its id, if it has one, and a term.

    >>> label(Concept(id="c1", terms={"vi": (Term(text="lương hưu", status="preferred"),)}))
    'c1 “lương hưu”'
    """
    term = next((term.text for _, term in concept.all_terms()), "")
    return (
        " ".join(part for part in (concept.id, f"“{term[:80]}”" if term else "") if part) or "a concept without terms"
    )


def one_line(text: str) -> str:
    r"""Return a text composed and in one line, without what nobody sees.

    >>> one_line("  lương\n hưu\x0b\u200b")
    'lương hưu'
    """
    text = clean(text)
    if text.isprintable():
        return text
    return clean("".join(char if char.isprintable() or char in _KEPT else " " for char in text))


def lines(text: str) -> str:
    r"""Return a longer text composed and without what nobody sees; its line breaks stay.

    >>> lines(" Une pension.\r\n Une rente. ")
    'Une pension.\nUne rente.'
    """
    return "\n".join(map(one_line, text.splitlines())).strip()


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _free(name: str, taken: Mapping[str, Source], source: Source) -> str:
    """Return the id itself, or the id with a number where it stands for another source."""
    number, free = 2, name
    while free in taken and not _alike(taken[free], source):
        free, number = f"{name}-{number}", number + 1
    return free


def _alike(one: Source, other: Source) -> bool:
    """Return whether two descriptions under one id are of one source: a file often has the title alone."""
    return one.title == other.title or (one.address is not None and one.address == other.address)
