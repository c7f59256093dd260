"""TBX 3 (ISO 30042:2019), dialect TBX-Basic in both styles; and one reader for all that calls itself TBX.

It reads TBX 3 in the styles DCA and DCT whatever the prefixes, TBX 2 (martif: TBX-Basic, TBX-Default), TBX-Min, the
exports of IATE, EuroTermBank and Weblate, and the Microsoft terminology. What `tbx_words.py` says about
forbidden terms holds for reading, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from tmkit.errors import FileError
from tmkit.glossary.concepts import Concept, Glossary, Source, SourceKind, Term
from tmkit.glossary.exchange.base import ExchangeFormat, Imported
from tmkit.glossary.exchange.tbx_fields import tag, tbx_entry
from tmkit.glossary.exchange.tbx_reading import Reading
from tmkit.glossary.exchange.tbx_words import POS_OUT, from_xml_id
from tmkit.glossary.exchange.tbx_writing import (
    CARRIES,
    FieldOut,
    Shape,
    attribute,
    changes,
    skips,
    text,
    write_shape,
)
from tmkit.glossary.exchange.tbx_xml import Node, nodes, plain

_ROOTS = frozenset({"tbx", "martif"})
_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_WANTED = _ENTRIES | {"titleStmt", "sourceDesc", "refObject"}


def read_tbx(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of any kind of TBX; see `Reader`."""
    found = nodes(stream, _WANTED, name=name)
    root = next(found, None)
    if root is None or root.name.lower() not in _ROOTS:
        what = f": its root element is {root.name}" if root else ""
        remedy = "use the format multiterm" if root and root.name == "mtf" else "give a TBX file, version 2 or 3"
        raise FileError(name, f"not a TBX file{what}", remedy=remedy, line=root.line if root else None)
    reading = Reading(langs)
    reading.default(tag(root))
    for node in found:
        if node.name in _ENTRIES:
            reading.add(tbx_entry(node))
        else:
            _read_frame(reading, node)
    return reading.imported()


def _read_frame(reading: Reading, node: Node) -> None:
    """Take in what the header and the back matter say."""
    if node.name == "refObject":
        items = {item.get("type"): plain(item.text) for item in _items(node)}
        source = _source(items)
        for identity in (node.get("id"), items.get("sourceIdentifier") or from_xml_id(node.get("id"))):
            reading.known[identity] = source
    elif node.name == "titleStmt":
        titles = ((reading.lang(tag(child)), plain(child.text)) for child in node.children if child.name == "title")
        reading.about = replace(reading.about, title={lang: title for lang, title in titles if lang and title})
    elif not reading.about.description:
        reading.about = replace(reading.about, description=plain(node.text) or None)


def _items(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.name == "item":
            yield child
        else:
            yield from _items(child)


_KINDS: Mapping[str, SourceKind] = {
    kind: kind for kind in ("news", "law", "treaty", "standard", "corpus", "site", "report", "glossary", "book")
}


def _source(items: Mapping[str, str]) -> Source:
    title = items.get("title") or next(iter(items.values()), "")
    address, date = items.get("url") or None, items.get("date") or None
    return Source(title=title, address=address, date=date, kind=_KINDS.get(items.get("kind", "")))


def dca_field(field: FieldOut) -> str:
    """Return a data category as an element with a type."""
    lang = f' xml:lang="{attribute(field.lang)}"' if field.lang else ""
    target = f' target="{attribute(field.target)}"' if field.target else ""
    start = f'<{field.element} type="{field.category}"{lang}{target}>'
    return f"{start}{text(field.text)}</{field.element}>"


_MINIMAL = frozenset(
    {"administrativeStatus", "customerSubset", "externalCrossReference", "partOfSpeech", "subjectField"}
)
"""What the module Min defines; the rest is Basic's."""
_POINTING = frozenset({"crossReference", "externalCrossReference"})


def _dct_field(field: FieldOut) -> str:
    """Return a data category as an element of its module."""
    name = f"{'min' if field.category in _MINIMAL else 'basic'}:{field.category}"
    target = f' target="{attribute(field.target)}"' if field.category in _POINTING else ""
    return f"<{name}{target}>{text(field.text)}</{name}>"


def header(glossary: Glossary, lang: str) -> tuple[str, str, str]:
    """Return the title, the licence and the description, as elements; empty what there isn't."""
    about = glossary.about
    titles = {lang: about.title.get(lang, ""), **about.title, "": about.name}
    told, title = next(((code, title) for code, title in titles.items() if title), ("", ""))
    code = f' xml:lang="{attribute(told)}"' if told else ""
    statement = f"<titleStmt>\n        <title{code}>{text(title)}</title>\n      </titleStmt>" if title else ""
    licence = (
        f"<publicationStmt>\n        <p>{text(about.licence)}</p>\n      </publicationStmt>" if about.licence else ""
    )
    description = f"<sourceDesc>\n        <p>{text(about.description or title or 'glossary')}</p>\n      </sourceDesc>"
    return statement, licence, description


def domains(glossary: Glossary, lang: str) -> str:
    """Return a paragraph for each domain: what the subject fields mean."""
    names = ((domain, glossary.domain_name(domain, lang)) for domain in glossary.about.domains)
    return "".join(f"      <p>{text(domain)}: {text(name)}</p>\n" for domain, name in names)


def _head(glossary: Glossary, lang: str, style: str, modules: str) -> str:
    title, licence, description = header(glossary, lang)
    meanings = domains(glossary, lang)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="{style}" xml:lang="{attribute(lang)}" {modules}>',
        "  <tbxHeader>\n    <fileDesc>",
        *(f"      {part}" for part in (licence, title, description) if part),
        "    </fileDesc>",
        *([f"    <encodingDesc>\n{meanings}    </encodingDesc>"] if meanings else []),
        "  </tbxHeader>\n  <text>\n",
    ]
    return "\n".join(lines)


def back(sources: Mapping[str, tuple[str, Source]], section: str) -> str:
    """Return the back matter: what the cited sources are."""
    if not sources:
        return ""
    objects = "".join(_object(source, *about) for source, about in sources.items())
    return f'    <back>\n      <{section} type="bibl">\n{objects}      </{section}>\n    </back>\n'


def _object(source: str, name: str, about: Source) -> str:
    pairs = (
        ("sourceIdentifier", source),
        ("title", about.title),
        ("url", about.address),
        ("date", about.date),
        ("kind", about.kind),
    )
    items = "".join(f'          <item type="{kind}">{text(value)}</item>\n' for kind, value in pairs if value)
    return f'        <refObject id="{name}">\n{items}        </refObject>\n'


_NO_PROPER_NOUNS = {**POS_OUT, "proper-noun": "noun"}
_CORE = 'xmlns="urn:iso:std:iso:30042:ed-2"'
_MODULES = f'{_CORE} xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
_DCA = Shape(
    root="tbx",
    entry="conceptEntry",
    lang="langSec",
    term="termSec",
    field=dca_field,
    head=partial(_head, style="dca", modules=_CORE),
    back=partial(back, section="refObjectSec"),
    pos=_NO_PROPER_NOUNS,
    attributes=True,
)
_DCT = Shape(
    root="tbx",
    entry="conceptEntry",
    lang="langSec",
    term="termSec",
    field=_dct_field,
    head=partial(_head, style="dct", modules=_MODULES),
    back=partial(back, section="refObjectSec"),
    pos=_NO_PROPER_NOUNS,
    attributes=False,
)


def write_tbx(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write TBX-Basic 3 in DCA style; see `Writer`."""
    write_shape(glossary, stream, langs, _DCA)


def write_dct(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write TBX-Basic 3 in DCT style; see `Writer`."""
    write_shape(glossary, stream, langs, _DCT)


def _dca_changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    return changes(concept, lang, term, _DCA)


def _dct_changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    return changes(concept, lang, term, _DCT)


TBX = ExchangeFormat(
    name="tbx",
    summary="TBX 3, TBX-Basic in DCA style; reads all kinds of TBX",
    extensions=(".tbx",),
    read=read_tbx,
    write=write_tbx,
    carries=CARRIES,
    changes=_dca_changes,
    skips=skips,
)
TBX_DCT = ExchangeFormat(
    name="tbx-dct",
    summary="TBX 3, TBX-Basic in DCT style",
    extensions=(),
    read=read_tbx,
    write=write_dct,
    carries=CARRIES,
    changes=_dct_changes,
    skips=skips,
)
