"""MultiTerm XML, as MultiTerm, memoQ, QTerm and Acrolinx export their termbases.

The structure is MultiTerm's (`mtf`, `conceptGrp`, `languageGrp`, `termGrp`); what the fields are called and which
values they have is the termbase owner's choice. We know the names of the default templates in English, and in
Vietnamese and French what `Language.headings` knows; other fields become remarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import BinaryIO

from tmkit.errors import FileError
from tmkit.glossary.exchange.base import ExchangeFormat, Imported
from tmkit.glossary.exchange.tbx_fields import Entry, Field, LangLevel, TermLevel, said
from tmkit.glossary.exchange.tbx_reading import Reading
from tmkit.glossary.exchange.tbx_words import SYNONYMS, key
from tmkit.glossary.exchange.tbx_xml import Node, nodes, plain
from tmkit.lang import LANGUAGES

_KINDS = {
    "definition": "definition",
    "note": "note",
    "domain": "subjectfield",
    "status": "status",
    "related": "crossreference",
    "source": "source",
    "forbidden": "forbidden",
}
"""Data categories by what `Language.headings` calls them."""
_OWN = {"type": "termtype", "definitions": "definition", "sources": "source"}


def read_multiterm(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of a MultiTerm XML file; see `Reader`."""
    found = nodes(stream, {"conceptGrp"}, name=name)
    root = next(found, None)
    if root is None or root.name != "mtf":
        what = f": its root element is {root.name}" if root else ""
        is_tbx = root is not None and root.name.lower() in {"tbx", "martif"}
        remedy = "use the format tbx" if is_tbx else "export the termbase as MultiTerm XML"
        raise FileError(name, f"not MultiTerm XML{what}", remedy=remedy, line=root.line if root else None)
    reading = Reading(langs)
    for node in found:
        reading.add(_entry(node))
    return reading.imported()


def _entry(node: Node) -> Entry:
    ids = (plain(child.text) for child in node.children if child.name == "concept")
    langs = tuple(_lang(child) for child in node.children if child.name == "languageGrp")
    return Entry(next(ids, ""), node.line, tuple(_fields(node)), langs)


def _lang(node: Node) -> LangLevel:
    language = next((child for child in node.children if child.name == "language"), node)
    terms = tuple(_term(child) for child in node.children if child.name == "termGrp")
    return LangLevel(_code(language), language.line, tuple(_fields(node)), terms)


def _code(node: Node) -> str:
    """Return the language that `lang` or `locale` gives as a code, else `type` or `name` in words, as a code."""
    code, words = node.get("lang") or node.get("locale"), node.get("type") or node.get("name")
    if code or not words:
        return code
    from tmkit.formats.lexicon.tags import code as named

    return named(words.partition("(")[0]) or words


def _term(node: Node) -> TermLevel:
    terms = [child for child in node.children if child.name == "term"]
    fields = tuple(_fields(node))
    return TermLevel(terms[0].text if terms else "", terms[0].line if terms else node.line, (), fields)


def _fields(node: Node) -> Iterator[Field]:
    """Give what stands at a level; in a field's group, other fields that say something about it."""
    for child in node.children:
        if child.name == "descripGrp":
            yield from _group(child)
        elif child.name == "transacGrp":
            yield Field(key="transaction", name="transactions", text="", line=child.line)
        elif child.name == "descrip":
            yield _field(child)


def _group(node: Node) -> Iterator[Field]:
    found = list(_fields(node))
    if found:
        yield replace(found[0], inner=tuple(found[1:]))


def _field(node: Node) -> Field:
    field = said(node, node.get("type"))
    links = [child.get("Clink") for child in (node, *node.children) if child.get("Clink")]
    category = _categories().get(key(field.name), field.key)
    return replace(field, key="crossreference" if links else category, target=links[0] if links else "")


@cache
def _categories() -> Mapping[str, str]:
    """Return the data categories by the names that people give to them in our languages."""
    kinds = [kind for language in LANGUAGES for kind in language.headings.kinds]
    names = {key(word): _KINDS[kind] for kind, words in kinds if kind in _KINDS for word in words}
    return names | dict(SYNONYMS) | _OWN


MULTITERM = ExchangeFormat(
    name="multiterm",
    summary="MultiTerm XML, as Trados MultiTerm and memoQ export it; read only",
    extensions=(".xml",),
    read=read_multiterm,
)
