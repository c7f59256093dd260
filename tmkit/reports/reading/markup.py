"""A web page becomes lines: one a block, in the order of the page, without its menus and machinery."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tmkit.errors import FileError
from tmkit.lang.charsets import canonical
from tmkit.reports.base import Line, Page
from tmkit.reports.encoding import Decoded, decode
from tmkit.reports.reading.mending import mend
from tmkit.reports.reading.metatags import page_date, page_title

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile("[ \t\n\r\f]+")

_MACHINERY = frozenset(
    "script style noscript template nav footer aside button iframe svg select option textarea canvas object "
    "math audio video dialog menu datalist applet frameset map head".split()
)
_MACHINERY_ROLES = frozenset("navigation banner complementary contentinfo search dialog menu menubar alert".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp small "
    "span strike strong sub sup time tt u var wbr input rb rp rt".split()
)
_KINDS = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_KINDS |= {"figcaption": "caption", "caption": "caption", "li": "item", "dt": "item", "dd": "item"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LAST_LINE = 65_535
"""libxml2 counts no further."""


def read_html(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    """Return a web page's blocks as lines, with the title and date that its metadata give.

    The encoding is the one told, or that of the byte order mark, of `<meta>` or of the XML declaration
    as far as the bytes bear it out; else it is found out. `FileError` for a page without text.
    """
    decoded = _decode(data, encoding, name)
    root = _parse(decoded.text)
    blocks = _blocks(root) if root is not None else []
    lines, notes = mend(_numbered(blocks, decoded.text))
    lines = tuple(line for line in lines if line.text)
    if root is None or not lines:
        raise FileError(name, "a web page without text", remedy="save the page again from the browser")
    notes = decoded.notes + notes
    title, day = _mended(page_title(root)), page_date(root)
    return Page(path=name, lines=lines, encoding=decoded.encoding, notes=notes, title=title, date=day)


def looks_like_html(data: bytes) -> bool:
    """Return whether bytes begin as a web page does, whatever their name."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    start = start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def _mended(title: str | None) -> str | None:
    if not title:
        return None
    lines, _ = mend([Line(1, _SPACE.sub(" ", title))])
    return lines[0].text or None


def _decode(data: bytes, encoding: str | None, name: str) -> Decoded:
    told = encoding or _declared(data)
    if encoding or told is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data, encoding=encoding, name=name)
    found = decode(data, name=name)
    # Latin-1 is what editors wrote when nobody chose, above fonts with their own letters: no witness.
    if found.encoding.startswith("utf-") or told == "cp1252":
        return found
    try:
        return decode(data, encoding=told, name=name)
    except FileError:
        return Decoded(found.text, found.encoding, (*found.notes, f"not in {told}, as the page says"))


def _declared(data: bytes) -> str | None:
    """Return the encoding that the page says it is in, by our name for it; None if unknown."""
    head = data[:4096]
    match = _XML_CHARSET.search(head) or _CHARSET.search(head)
    return canonical(match[1].decode("ascii", "replace")) if match else None


def _parse(text: str) -> _Element | None:
    from lxml import etree, html

    text = _XML_DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text.removeprefix("\ufeff"))
    # Old pages leave tags open by the hundred; without `huge_tree` the parser stops at a depth of 256.
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


@dataclass(slots=True)
class _Block:
    """A block being read: its text as it stands, how much of it is inside links, and its place."""

    line: int = 1
    kind: str = ""
    texts: list[str] = field(default_factory=list)
    linked: int = 0

    def text(self) -> str:
        return _SPACE.sub(" ", "".join(self.texts)).strip(" ")


class _Reader:
    """Walks a page's elements and cuts the text at the borders of blocks."""

    def __init__(self) -> None:
        self.blocks: list[Line] = []
        self.kinds: list[str] = [""]
        self.block = _Block()
        self.links = 0
        self.preformatted = 0

    def cut(self, line: int | None) -> None:
        """End the block that is open, and begin another in `line` (None: where the last began)."""
        text, block = self.block.text(), self.block
        if text:
            is_link = block.linked >= sum(len(t.strip()) for t in block.texts) and block.kind != "caption"
            self.blocks.append(Line(block.line, text, "link" if is_link else block.kind))
        self.block = _Block(line or block.line, self.kinds[-1])

    def say(self, text: str | None, line: int | None) -> None:
        if not text:
            return
        if not self.block.texts and line:
            self.block.line = line
        first, *rest = text.split("\n") if self.preformatted else [text]
        self._add(first)
        for offset, part in enumerate(rest, 1):
            self.cut((line or self.block.line) + offset)
            self._add(part)

    def _add(self, text: str) -> None:
        if text and (self.block.texts or text.strip()):
            self.block.texts.append(text)
            self.block.linked += len(text.strip()) if self.links else 0

    def enter(self, element: _Element, tag: str) -> None:
        self.links += tag == "a"
        self.preformatted += tag == "pre"
        if tag not in _INLINE:
            self.kinds.append(_kind(element, tag) or (self.kinds[-1] if tag != "div" else ""))
            self.cut(_line(element))
        self.say(element.text, _line(element))

    def leave(self, tag: str) -> None:
        self.links -= tag == "a"
        self.preformatted -= tag == "pre"
        if tag not in _INLINE:
            self.kinds.pop()
            self.cut(None)


def _line(element: _Element) -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) else None


def _kind(element: _Element, tag: str) -> str:
    return "heading" if element.get("role") == "heading" else _KINDS.get(tag, "")


def _blocks(root: _Element) -> list[Line]:
    """Return the blocks of a page, each with the line of the source that it begins in."""
    from lxml import etree

    reader = _Reader()
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        skipped = event == "comment" or _is_machinery(element, tag)
        if event == "start" and skipped:
            walk.skip_subtree()
        elif event == "start":
            reader.enter(element, tag)
            continue
        elif not skipped:
            reader.leave(tag)
        if event != "start":
            reader.say(element.tail, None)
    reader.cut(None)
    return reader.blocks


def _is_machinery(element: _Element, tag: str) -> bool:
    """Return whether an element holds nothing that the page says to its reader."""
    if tag in {"html", "body", "main", "article"}:
        return False
    if tag in _MACHINERY or element.get("role") in _MACHINERY_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    return tag in {"header", "form"} and not _holds_article(element, tag)


def _holds_article(element: _Element, tag: str) -> bool:
    """Return whether a header or a form is more than a menu: ASP.NET wraps whole pages in a form."""
    if tag == "header" and next(element.iterancestors("article", "main"), None) is not None:
        return True
    if next(element.iter("h1", "article"), None) is not None:
        return True
    return sum(len(str(text).strip()) for text in element.itertext("p", "div", "span")) > 1000


def _numbered(blocks: list[Line], source: str) -> list[Line]:
    """Return the blocks, each with the line where its first words really stand.

    The parser tells where elements begin, not where the text after them does, and stops at 65,535.
    """
    if not blocks:
        return []
    rows = source.split("\n")
    ends = [block.number for block in blocks[1:]] + [len(rows)]
    return list(_found(blocks, ends, rows))


def _found(blocks: list[Line], ends: list[int], rows: list[str]) -> Iterator[Line]:
    last = 1
    for block, end in zip(blocks, ends, strict=True):
        start = max(block.number, last)
        stop = len(rows) if block.number >= _LAST_LINE else min(max(end, start), start + 200)
        word = block.text.split(" ", 1)[0]
        last = next((n for n in range(start, stop + 1) if word in rows[n - 1]), start)
        yield Line(last, block.text, block.kind)
