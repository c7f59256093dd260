"""What a concept file must be beyond its shape: ids that agree, known languages, real dates, live references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches

import tmkit.lang as languages
from tmkit.errors import UnknownLanguageError
from tmkit.glossary.concepts import Glossary
from tmkit.glossary.nodes import Path, Value

LONGEST = 500
"""Characters of a term; a longer one is a sentence in the wrong place."""
_ID = re.compile(r"[^\W_][\w.-]*")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_PAGE = "glossary"
"""What the file is called, without its ending, in which a glossary says something of itself."""
Breach = tuple[Path, str, str]
"""Where, what is wrong, and what to do."""


def concept_rules(content: Mapping[str, Value], stem: str) -> Iterator[Breach]:
    """Give what is wrong with a concept's content; `stem` is the name of its file without its ending."""
    name = content.get("id")
    if stem.casefold() == _PAGE:
        where = ("id",) if name else ()
        yield where, f"a concept cannot be called {stem!r}", f"{_PAGE}.yaml is what the glossary says of itself"
    elif isinstance(name, str) and not _ID.fullmatch(name):
        yield ("id",), f"{name!r} is no id", "use letters, digits, `-`, `.` and `_`"
    elif isinstance(name, str) and name != stem:
        yield ("id",), f"{name!r} in a file called {stem!r}", "give both the same name"
    yield from _blanks({key: value for key, value in content.items() if key != "id"}, ())
    yield from _languages(content.get("definition"), ("definition",))
    yield from _dates(content, ("valid_from", "valid_to"), full=True)
    terms = content.get("terms")
    yield from _languages(terms, ("terms",))
    if isinstance(terms, dict):
        yield from _terms(terms)


def about_rules(content: Mapping[str, Value]) -> Iterator[Breach]:
    """Give what is wrong with the content of `glossary.yaml`."""
    yield from _blanks(content, ())
    langs = content.get("languages")
    for i, lang in enumerate(langs if isinstance(langs, list) else ()):
        yield from _language(lang, ("languages", i))
    yield from _languages(content.get("title"), ("title",))
    sources = content.get("sources")
    for name, source in sources.items() if isinstance(sources, dict) else ():
        if isinstance(source, dict):
            for path, reason, remedy in _dates(source, ("date",), full=False):
                yield ("sources", name, *path), reason, remedy


def _blanks(value: Value | Mapping[str, Value], path: Path) -> Iterator[Breach]:
    """Give the texts without a word in them; those of terms have a rule of their own."""
    if isinstance(value, str) and not value.strip() and path[-1] != "term":
        yield path, "empty", "give it a value, or take it away"
    for key, inner in _entries(value):
        yield from _blanks(inner, (*path, key))


def _entries(value: Value | Mapping[str, Value]) -> Iterable[tuple[str | int, Value]]:
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _terms(terms: Mapping[str, Value]) -> Iterator[Breach]:
    if not any(terms.values()):
        yield ("terms",), "no term in it", "give at least one"
    for lang, entries in terms.items():
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            text = entry.get("term") if isinstance(entry, dict) else None
            if isinstance(text, str):
                yield from _term(text, ("terms", lang, i, "term"))


def _term(text: str, path: Path) -> Iterator[Breach]:
    if not text.strip():
        yield path, "empty", "write the term, or take the entry away"
    elif len(text) > LONGEST:
        yield path, f"{len(text):,} characters long", f"a term has at most {LONGEST}"
    elif not text.isprintable() and any(
        not c.isprintable() and c not in "\u00a0\u202f\u00ad\u200c\u200d" for c in text
    ):
        yield path, "a control character or a line break in it", "write it in one line"


def _languages(given: Value, path: Path) -> Iterator[Breach]:
    for lang in given if isinstance(given, dict) else ():
        yield from _language(lang, (*path, lang))


def _language(lang: Value, path: Path) -> Iterator[Breach]:
    if not isinstance(lang, str):
        return
    try:
        languages.find(lang)
    except UnknownLanguageError:
        near = {"vn": "vi", "gb": "en", "uk": "en", "us": "en"}.get(lang.lower())
        yield path, f"unknown language {lang!r}", f"did you mean {near!r}?" if near else "use an ISO code: vi, fr, en"


def _dates(content: Mapping[str, Value], keys: Collection[str], *, full: bool) -> Iterator[Breach]:
    for key in keys:
        text = content.get(key)
        if isinstance(text, str) and text.strip() and not _is_day(text, full=full):
            yield (key,), f"{text!r} is no date", "write YYYY-MM-DD"


def _is_day(text: str, *, full: bool) -> bool:
    if not _DAY.fullmatch(text) or (full and len(text) < 10):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def dangling(glossary: Glossary, ids: Collection[str]) -> Iterator[tuple[str, Path, str, str]]:
    """Give each reference to nothing, with the id of the concept that has it.

    `ids` are those of all concept files, the unreadable ones included: they are there, if not in order.
    """
    about = glossary.about
    for concept in glossary.concepts:
        for i, relation in enumerate(concept.related):
            if relation.to not in ids:
                yield concept.id, ("related", i, "to"), *_lost("concept", relation.to, ids)
        for i, other in enumerate(concept.replaced_by):
            if other not in ids:
                yield concept.id, ("replaced_by", i), *_lost("concept", other, ids)
        if about.domains and concept.domain and concept.domain not in about.domains:
            yield concept.id, ("domain",), *_lost("domain", concept.domain, about.domains)
        for lang, terms in concept.terms.items() if about.sources else ():
            for i, term in enumerate(terms):
                for j, source in enumerate(term.sources):
                    if source not in about.sources:
                        yield concept.id, ("terms", lang, i, "sources", j), *_lost("source", source, about.sources)


def _lost(kind: str, name: str, known: Collection[str]) -> tuple[str, str]:
    near = [other for other in get_close_matches(name, known, 1) if _worded(other) != _worded(name)]
    where = "in glossary.yaml" if kind != "concept" else "in this glossary"
    return f"there is no {kind} {name!r} {where}", f"did you mean {near[0]!r}?" if near else "add it, or take this away"


def _worded(name: str) -> str:
    """Return an id without its digits: the neighbour of a number is no guess at what was meant."""
    return "".join(c for c in name if not c.isdigit())
