"""TMX 1.4: the format every CAT tool loads.

Written strictly (all eight required header attributes, notes and props before the variants, no
character that XML or OmegaT refuses); read as a stream, one unit in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from tmkit.errors import FileError
from tmkit.formats.base import Format
from tmkit.model import Header, Prop, Segment, Tag, Unit, Variant

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 refuses these even as character references; one of them makes OmegaT refuse the whole file.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADER = (
    ("creationtool", "tool"),
    ("creationtoolversion", "tool_version"),
    ("segtype", "segmentation"),
    ("o-tmf", "original_format"),
    ("adminlang", "admin_lang"),
    ("srclang", "source_lang"),
    ("datatype", "data_type"),
)
_KINDS: dict[str, Literal["open", "close", "standalone"]] = {"bpt": "open", "ept": "close"}


def write_tmx(header: Header, units: Iterable[Unit], stream: BinaryIO) -> int:
    """Write a TMX 1.4 document; the same values always give the same bytes."""
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n')
    stream.write(_header(header).encode())
    stream.write(b"<body>\n")
    count = 0
    for unit in units:
        stream.write(_unit(unit).encode())
        count += 1
    stream.write(b"</body>\n</tmx>\n")
    return count


def _header(header: Header) -> str:
    attributes = [(name, getattr(header, field) or "unknown") for name, field in _HEADER]
    if header.created:
        attributes.append(("creationdate", header.created))
    start = "<header" + "".join(f" {name}={_attribute(value)}" for name, value in attributes)
    inner = _annotations(header.notes, header.props, "  ")
    return f"{start}>\n{inner}</header>\n" if inner else f"{start}/>\n"


def _unit(unit: Unit) -> str:
    dates = _dates(unit.created, unit.changed)
    inner = _annotations(unit.notes, unit.props, "  ") + "".join(map(_variant, unit.variants))
    return f"<tu tuid={_attribute(unit.id)}{dates}>\n{inner}</tu>\n"


def _variant(variant: Variant) -> str:
    dates = _dates(variant.created, variant.changed)
    inner = _annotations(variant.notes, variant.props, "    ")
    segment = "".join(map(_part, variant.segment.parts))
    start = f"  <tuv xml:lang={_attribute(variant.lang)}{dates}>\n"
    return f"{start}{inner}    <seg>{segment}</seg>\n  </tuv>\n"


def _part(part: str | Tag) -> str:
    return part.source if isinstance(part, Tag) else _text(part)


def _annotations(notes: tuple[str, ...], props: tuple[Prop, ...], indent: str) -> str:
    lines = [f"{indent}<note>{_text(note)}</note>\n" for note in notes]
    lines += [f"{indent}<prop type={_attribute(p.type)}>{_text(p.text)}</prop>\n" for p in props]
    return "".join(lines)


def _dates(created: str | None, changed: str | None) -> str:
    parts = (("creationdate", created), ("changedate", changed))
    return "".join(f' {name}="{value}"' for name, value in parts if value)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub(" ", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub(" ", text))


def read_tmx(stream: BinaryIO, *, name: str) -> tuple[Header, Iterator[Unit]]:
    """Return the header and the units; `FileError` with the line where the XML breaks off."""
    events = _events(stream, name)
    header = None
    for event, element in events:
        if event == "end" and element.tag == "header":
            header = _read_header(element)
            break
    if header is None:
        raise FileError(name, "no TMX header", remedy="give a TMX 1.4 file")
    return header, _read_units(events, name)


def _events(stream: BinaryIO, name: str) -> Iterator[tuple[str, ElementTree.Element]]:
    try:
        yield from ElementTree.iterparse(stream, events=("start", "end"))
    except ElementTree.ParseError as error:
        line = error.position[0]
        raise FileError(name, f"not well-formed XML ({error.msg})", remedy="export it again", line=line) from error


def _read_header(element: ElementTree.Element) -> Header:
    values = {field: element.get(attribute, "") for attribute, field in _HEADER}
    notes, props = _read_annotations(element)
    return Header(**values, created=element.get("creationdate"), notes=notes, props=props)


def _read_units(events: Iterator[tuple[str, ElementTree.Element]], name: str) -> Iterator[Unit]:
    body: ElementTree.Element | None = None
    count = 0
    for event, element in events:
        if event == "start" and element.tag == "body":
            body = element
        elif event == "end" and element.tag == "tu":
            count += 1
            try:
                unit = _read_unit(element, str(count))
            except RecursionError as error:
                reason = f"tags nested thousands deep in unit {element.get('tuid', count)}"
                raise FileError(name, reason, remedy="take them out") from error
            yield unit
            if body is not None:
                body.clear()


def _read_unit(element: ElementTree.Element, number: str) -> Unit:
    notes, props = _read_annotations(element)
    return Unit(
        element.get("tuid", number),
        tuple(_read_variant(v) for v in element.iter("tuv")),
        props,
        notes,
        element.get("creationdate"),
        element.get("changedate"),
    )


def _read_variant(element: ElementTree.Element) -> Variant:
    notes, props = _read_annotations(element)
    segment = element.find("seg")
    parts = () if segment is None else tuple(_read_parts(segment))
    lang = element.get(_LANG) or element.get("lang") or ""
    return Variant(lang, Segment(parts), props, notes, element.get("creationdate"), element.get("changedate"))


def _read_parts(segment: ElementTree.Element) -> Iterator[str | Tag]:
    if segment.text:
        yield segment.text
    for child in segment:
        if child.tag == "hi":  # the one inline tag whose content is text to translate
            attributes = "".join(f" {name}={_attribute(value)}" for name, value in child.items())
            yield Tag("open", child.get("x", ""), f"<hi{attributes}>")
            yield from _read_parts(child)
            yield Tag("close", child.get("x", ""), "</hi>")
        else:
            tail, child.tail = child.tail, None
            source = ElementTree.tostring(child, encoding="unicode")
            child.tail = tail
            yield Tag(_KINDS.get(child.tag, "standalone"), child.get("i") or child.get("x") or "", source)
        if child.tail:
            yield child.tail


def _read_annotations(element: ElementTree.Element) -> tuple[tuple[str, ...], tuple[Prop, ...]]:
    notes = tuple(n.text or "" for n in element.findall("note"))
    return notes, tuple(Prop(p.get("type", ""), p.text or "") for p in element.findall("prop"))


TMX = Format("tmx", (".tmx",), read_tmx, write_tmx)
