"""The data categories of a TBX entry, whatever style they are written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tmkit.glossary.exchange.tbx_words import SYNONYMS, key
from tmkit.glossary.exchange.tbx_xml import Node, plain

_META = frozenset({"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transacNote", "xref"})
"""Elements of the DCA style, whose `type` names the data category; any other element is one by its own name (DCT)."""
LEVELS = frozenset({"langSec", "langSet", "langGroup", "termSec", "tig", "ntig", "termGrp", "termGroup", "term"})
"""Elements that hold a level of an entry, not a data category."""
_LANGS = frozenset({"langSec", "langSet", "langGroup"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
_SILENT = frozenset({"transacGrp", "date", "transac"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What an entry says in one data category."""

    key: str
    """The category as it is looked up."""
    name: str
    """Its name in the file, for remarks."""
    text: str
    line: int
    target: str = ""
    lang: str = ""
    inner: tuple[Field, ...] = ()
    """What the file says about this: the source of a definition."""


@dataclass(frozen=True, slots=True)
class TermLevel:
    """A term and what is said of it."""

    text: str
    line: int
    ids: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class LangLevel:
    """The terms of one language, and what is said of the language or the concept there."""

    lang: str
    """As the file writes it; empty where it doesn't."""
    line: int
    fields: tuple[Field, ...]
    terms: tuple[TermLevel, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a termbase as its file tells it."""

    id: str
    line: int
    fields: tuple[Field, ...]
    langs: tuple[LangLevel, ...]


def tbx_entry(node: Node) -> Entry:
    """Return what a `conceptEntry` or `termEntry` holds."""
    langs = tuple(_lang(child) for child in node.children if child.name in _LANGS)
    return Entry(node.get("id"), node.line, tuple(_fields(node)), langs)


def _lang(node: Node) -> LangLevel:
    terms = tuple(_term(child) for child in node.children if child.name in _TERMS)
    return LangLevel(tag(node), node.line, tuple(_fields(node)), terms)


def tag(node: Node) -> str:
    """Return the language code that an element carries, empty where none."""
    return node.get("xml:lang") or node.get("lang")


def _term(node: Node) -> TermLevel:
    found = list(_flat(node))
    terms = [child for child in found if child.name == "term"]
    ids = tuple(child.get("id") for child in (node, *terms) if child.get("id"))
    fields = tuple(field for child in found for field in _field(child))
    text = terms[0].text if terms else ""
    return TermLevel(text, terms[0].line if terms else node.line, ids, fields)


def _flat(node: Node) -> Iterator[Node]:
    """Give the elements of a term, those of `ntig/termGrp` too."""
    for child in node.children:
        if child.name == "termGrp":
            yield from child.children
        else:
            yield child


def _fields(node: Node) -> Iterator[Field]:
    for child in node.children:
        yield from _field(child)


def _field(node: Node) -> Iterator[Field]:
    """Give what an element says; of a group, its first element with the others as what is said about that."""
    if node.name in LEVELS:
        return
    if node.name in _SILENT:
        yield Field(key="transaction", name="transactions", text="", line=node.line)
    elif node.name.endswith("Grp"):
        found = list(_fields(node))
        if found:
            yield replace(found[0], inner=tuple(found[1:]))
    else:
        yield _single(node)


def _single(node: Node) -> Field:
    return said(node, node.get("type") if node.name in _META else node.name)


def said(node: Node, name: str) -> Field:
    """Return what an element says in a data category, by any of the names that one has."""
    word = key(name)
    return Field(
        key=SYNONYMS.get(word, word),
        name=name or node.name,
        text=plain(node.text),
        line=node.line,
        target=node.get("target"),
        lang=tag(node),
    )
