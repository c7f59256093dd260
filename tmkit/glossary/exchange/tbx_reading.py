"""Entries of foreign termbases become concepts: languages, ids and relations put in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, RelationKind, Source, Term
from tmkit.glossary.exchange.base import Imported
from tmkit.glossary.exchange.tbx_fields import Entry, Field, LangLevel
from tmkit.glossary.exchange.tbx_remarks import Remarks
from tmkit.glossary.exchange.tbx_terms import (
    BY_THE_ENTRY,
    SOURCES,
    inner_not_kept,
    joined,
    not_kept,
    read_term,
    without_repeats,
)
from tmkit.glossary.exchange.tbx_words import RELATIONS, REPLACED_BY, from_xml_id, key
from tmkit.glossary.exchange.tidy import language
from tmkit.lang import normalise

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_KINDS: Mapping[str, RelationKind] = {
    key(kind): kind for kind in ("see-also", "broader", "narrower", "part-of", "has-part", "distinct-from", "antonym")
}


_Tag = tuple[str, str | None]
"""A language and a region, if it is an unusual one."""


@dataclass(slots=True)
class _Draft:
    """A concept whose relations still point where the file says."""

    id: str = ""
    domain: str | None = None
    note: str | None = None
    definitions: dict[str, str] = field(default_factory=dict)
    terms: dict[str, list[tuple[Term, int]]] = field(default_factory=dict)
    pointers: list[tuple[str, RelationKind | None, int]] = field(default_factory=list)
    """The ids pointed at, with what they are; no kind: a successor."""


class Reading:
    """Gathers the entries of one file."""

    def __init__(self, langs: Sequence[str]) -> None:
        """Take the languages that the user gave."""
        self.remarks = Remarks()
        self.about = About()
        self.known: dict[str, Source] = {}
        self._langs, self._default = tuple(langs), ""
        self._drafts: list[_Draft] = []
        self._owners: dict[str, str] = {}
        self._ids: set[str] = set()

    def default(self, tag: str) -> None:
        """Set the language of texts that don't say theirs."""
        self._default = self.lang(tag)

    def lang(self, tag: str) -> str:
        """Return the language of a code, the default one where it is none."""
        found = _language(tag)
        return found[0] if found else self._default

    def add(self, entry: Entry) -> None:
        """Take an entry in, if it has a term to offer."""
        draft = _Draft()
        for one in entry.fields:
            self._of_concept(draft, one, self._default)
        for position, level in enumerate(entry.langs):
            found = self._lang(level, position, draft)
            if found:
                self._of_language(draft, level, *found)
        if not any(draft.terms.values()):
            self.remarks.add("an entry without a term is left out", entry.line)
            return
        draft.id = self._identity(entry)
        for alias in (entry.id, *(i for level in entry.langs for term in level.terms for i in term.ids)):
            if alias:
                self._owners.setdefault(alias, draft.id)
        self._drafts.append(draft)

    def _identity(self, entry: Entry) -> str:
        identity = from_xml_id(entry.id)
        if identity in self._ids:
            self.remarks.add(f"the id {identity} stands twice: this entry goes without", entry.line)
            return ""
        if identity:
            self._ids.add(identity)
        return identity

    def _lang(self, level: LangLevel, position: int, draft: _Draft) -> _Tag | None:
        """Return the language of a level; where the file has none, the one that the user gave for its place."""
        if level.lang:
            found = self._tag(level.lang, level.line)
            if found is None:
                self.remarks.add(f"“{level.lang}” is no language code; its terms are left out", level.line)
            return found
        if position < len(self._langs) and self._langs[position] not in draft.terms:
            self.remarks.add(f"terms without a language are read as {self._langs[position]}", level.line)
            return self._langs[position], None
        self.remarks.add("terms without a language are left out", level.line)
        return None

    def _tag(self, text: str, line: int | None = None) -> _Tag | None:
        found = _language(text)
        told = found and (found[1] or found[0])
        if found and told != text:
            self.remarks.add(f"the language code {text} is read as {told}", line)
        return found

    def _of_concept(self, draft: _Draft, said: Field, lang: str) -> None:
        if said.key == "subjectfield" and said.text:
            draft.domain = f"{draft.domain}; {said.text}" if draft.domain else said.text
        elif said.key == "definition" and said.text:
            self._define(draft, said, lang)
        elif said.key == "note" and said.text:
            draft.note = joined(draft.note, said.text)
        elif said.key in RELATIONS and (said.target or said.text):
            _point(draft, said)
        elif said.text or said.key == "transaction":
            not_kept(said, self.remarks)
        inner_not_kept(said, self.remarks)

    def _define(self, draft: _Draft, said: Field, lang: str) -> None:
        found = self._tag(said.lang, said.line) if said.lang else None
        lang = found[0] if found else lang
        if not lang:
            draft.note = joined(draft.note, said.text)
            self.remarks.add("a definition without a language is read as a note", said.line)
            return
        if lang in draft.definitions:
            self.remarks.add("a second definition in a language is not kept", said.line)
            return
        draft.definitions[lang] = said.text

    def _of_language(self, draft: _Draft, level: LangLevel, lang: str, region: str | None) -> None:
        for said in level.fields:
            self._of_concept(draft, said, lang)
        for term in level.terms:
            for said in term.fields:
                self._beside(draft, said, lang)
            read = read_term(term, lang, self.remarks)
            if read:
                read = replace(read, region=region) if region and not read.region else read
                draft.terms.setdefault(lang, []).append((read, term.line))
                if not unicodedata.is_normalized("NFC", term.text):
                    self.remarks.add("text in decomposed Unicode is read composed", term.line)

    def _beside(self, draft: _Draft, said: Field, lang: str) -> None:
        """Take in what stands with a term but tells of the concept or of a source."""
        if said.key in BY_THE_ENTRY:
            self._of_concept(draft, said, lang)
        elif said.key in SOURCES and _is_link(said.target):
            self.known.setdefault(said.text, Source(title=said.text, address=said.target))

    def imported(self) -> Imported:
        """Return the glossary with all that was said about it."""
        concepts = tuple(map(self._concept, self._drafts))
        languages = tuple(dict.fromkeys(lang for concept in concepts for lang in concept.terms))
        about = replace(self.about, languages=languages, sources=_cited(concepts, self.known))
        return Imported(Glossary(about, concepts), self.remarks.listed())

    def _concept(self, draft: _Draft) -> Concept:
        related, successors = self._pointed(draft)
        return Concept(
            id=draft.id,
            domain=draft.domain,
            note=draft.note,
            definition=draft.definitions,
            terms={lang: tuple(without_repeats(found, self.remarks)) for lang, found in draft.terms.items()},
            related=related,
            replaced_by=successors,
        )

    def _pointed(self, draft: _Draft) -> tuple[tuple[Relation, ...], tuple[str, ...]]:
        related: dict[Relation, None] = {}
        successors: dict[str, None] = {}
        for target, kind, line in draft.pointers:
            to = self._owners.get(target)
            if not to:
                self.remarks.add(f"a reference to {target}, which isn't in the file, is left out", line)
            elif to == draft.id:
                self.remarks.add("a reference of an entry to itself is left out", line)
            elif kind is None:
                successors.setdefault(to)
            else:
                related.setdefault(Relation(to=to, rel=kind))
        return tuple(related), tuple(successors)


def _point(draft: _Draft, said: Field) -> None:
    word = key(said.text)
    kind = None if word == key(REPLACED_BY) else _KINDS.get(word, RELATIONS[said.key])
    draft.pointers.append((said.target or said.text, kind, said.line))


@lru_cache(maxsize=1000)
def _language(text: str) -> _Tag | None:
    """Return the language of a code and the region it names, None for what is no code: `VIE` is `vi`."""
    first, *rest = normalise(text).split("-") if _TAG.fullmatch(text) else [text]
    if len(first) != 2:
        from tmkit.formats.lexicon.tags import code

        first = code(first) or (first if len(first) == 3 else "")
    return language("-".join([first, *rest])) if first else None


def _cited(concepts: Iterable[Concept], known: Mapping[str, Source]) -> dict[str, Source]:
    """Return the sources that terms cite, each with what the file says about it."""
    cited = dict.fromkeys(source for term in _all(concepts) for source in term.sources)
    return {source: known.get(source) or _unknown(source) for source in cited}


def _all(concepts: Iterable[Concept]) -> Iterator[Term]:
    return (term for concept in concepts for _, term in concept.all_terms())


def _unknown(source: str) -> Source:
    return Source(title=source, address=source if _is_link(source) else None)


def _is_link(text: str) -> bool:
    return text.startswith(("http://", "https://"))
