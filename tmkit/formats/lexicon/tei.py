"""TEI dictionaries as FreeDict publishes them: `entry` with `form/orth` and `cit[@type='trans']/quote`.

Read as a stream; entities that a file defines stay unresolved and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tmkit.errors import FileError
from tmkit.formats.lexicon.articles import phrases
from tmkit.formats.lexicon.base import Draft, Langs, LexiconFormat, Row, Skipped, terms
from tmkit.formats.lexicon.loading import Capped, numbered, opened
from tmkit.formats.lexicon.tags import code, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOTS = ("TEI", "TEI.2", "teiCorpus")
_TRANSLATION = ("trans", "translation", "translationEquivalent")
_OUTSIDE = ("re", "etym", "note", "xr", "usg")
"""Parts of an entry that are about something else than the head word."""
_TITLE = re.compile(r"^\s*([^\W\d_]+)\s*[-–—/]\s*([^\W\d_]+)")
_CODES = re.compile(r"(?:^|[_.])([a-z]{2,3})-([a-z]{2,3})(?![a-z])")

Named = tuple[str | None, str | None]
"""The languages of head words and translations, as far as a file tells."""


def read_tei(path: Path, langs: Langs) -> Draft:
    """Return the entries of the two languages, whichever of them the head words are in.

    Raises `FileError` for broken XML, for another kind of XML, and for a dictionary of other languages.
    """
    reader: _Reader | None = None
    with opened(path) as stream:
        for _, entry in numbered(_entries(stream, path), path):
            reader = reader or _Reader(langs, _told(entry, path))
            reader.read(entry)
    if reader and not reader.rows and reader.others:
        raise refuse(path, min(reader.others), langs)
    return reader.draft() if reader else Draft()


def _entries(stream: Capped, path: Path) -> Iterator[Element]:
    """Give the entries, each gone when the next one comes."""
    from lxml import etree

    tags = ("{*}entry", "{*}entryFree")
    # No entity is resolved and nothing fetched, whatever the file asks for.
    events = etree.iterparse(stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for _, entry in events:
            yield entry
            entry.clear()
            parent = entry.getparent()
            while parent is not None and entry.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        remedy = "download it again, or have it checked by an XML editor"
        raise FileError(path, f"not well-formed XML ({error.msg})", remedy=remedy, line=error.lineno) from error
    if events.root is None or _name(events.root) not in _ROOTS:
        raise FileError(path, "not a TEI dictionary", remedy="give one whose root element is TEI")


def _told(entry: Element, path: Path) -> Named:
    """Return the languages that the dictionary's title or the file's name says: *English-French*, `eng-fra.tei`."""
    title = entry.getroottree().getroot().find(".//{*}titleStmt/{*}title")
    for pattern, text in ((_TITLE, "" if title is None else _text(title)), (_CODES, path.name.lower())):
        found = pattern.search(text)
        codes = (code(found[1]), code(found[2])) if found else (None, None)
        if all(codes):
            return codes
    return None, None


class _Reader:
    """Sorts the entries of one file by their languages."""

    def __init__(self, langs: Langs, told: Named) -> None:
        self.rows: list[Row] = []
        self.skipped: list[Skipped] = []
        self.others: set[Langs] = set()
        self._langs, self._told, self._sure = langs, told, any(told)

    def draft(self) -> Draft:
        return Draft(rows=self.rows, skipped=self.skipped, prose=True, sure=self._sure)

    def read(self, entry: Element) -> None:
        heads = list(_heads(entry))
        words = terms([_text(head) for head in heads])
        found: dict[Langs, list[str]] = {}
        for quote in _quotes(entry):
            pair = self._pair(_lang(heads[0]) if heads else None, _lang(quote, "cit"))
            if set(pair) == set(self._langs):
                found.setdefault(pair, []).extend(phrases(_text(quote)))
            else:
                self.others.add(pair)
        rows = [{one: words, two: terms(texts)} for (one, two), texts in found.items() if words and texts]
        self.rows.extend(rows)
        if not rows:
            self.skipped.append(Skipped(_line(entry), _why(words, found)))

    def _pair(self, head: str | None, translation: str | None) -> Langs:
        """Return the languages of a head word and a translation; what the file doesn't say is what was asked for."""
        one, two = head or self._told[0], translation or self._told[1]
        self._sure |= bool(one or two)
        first, second = self._langs
        if not one and not two:
            return self._langs
        if not one:
            return (first if two == second else second), two or ""
        return one, two or (first if one == second else second)


def _why(words: tuple[str, ...], found: dict[Langs, list[str]]) -> str:
    if not words:
        return "no head word"
    return f"no short translation of “{words[0]}”" if found else f"no translation of “{words[0]}” in that language"


def _line(entry: Element) -> int:
    """Return the line of an entry, 0 for none; lxml's types allow for more than numbers."""
    line: object = entry.sourceline
    return line if isinstance(line, int) else 0


def _heads(entry: Element) -> Iterator[Element]:
    for orth in entry.iter("{*}orth"):
        path = _path(orth, entry)
        inflected = any((part.get("type") or "").startswith("infl") for part in path)
        if not inflected and not any(_name(part) in (*_OUTSIDE, "cit", "sense") for part in path):
            yield orth


def _quotes(entry: Element) -> Iterator[Element]:
    """Give the elements with translations of the head word, not of its examples."""
    for quote in entry.iter("{*}quote", "{*}tr"):
        path = _path(quote, entry)
        cited = [part.get("type") or "" for part in path if _name(part) == "cit"]
        old = any(_name(part) == "trans" for part in path)
        right = all(kind in _TRANSLATION for kind in cited) and bool(cited or old)
        if right and not any(_name(part) in _OUTSIDE for part in path):
            yield quote


def _path(element: Element, entry: Element) -> list[Element]:
    """Return what an element stands in, up to its entry."""
    path = []
    for part in element.iterancestors():
        if part is entry:
            break
        path.append(part)
    return path


def _lang(element: Element, outermost: str = "text") -> str | None:
    """Return the language that an element or what it stands in names, up to the `outermost`."""
    for part in (element, *element.iterancestors()):
        named = part.get(_LANG)
        if named:
            return code(named) or named.lower()
        if _name(part) == outermost:
            break
    return None


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element) -> str:
    """Return the text in an element, comments left out."""
    from lxml import etree

    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


TEI = LexiconFormat(name="tei", extensions=(".tei", ".xml"), read=read_tei)
