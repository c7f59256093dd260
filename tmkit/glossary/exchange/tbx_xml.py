"""XML of other programs as small trees, one entry in memory at a time; nothing is resolved, nothing fetched."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import BinaryIO
from xml.parsers import expat

from tmkit.errors import FileError
from tmkit.lang.text import nfc

_BLOCK = 1 << 16
_DEPTH = 200
_SIZE = 1_000_000
"""Elements of one entry; the largest ones known have some thousands."""
_CHARACTERS = 20_000_000
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_SPACES = re.compile("[ \t\r\n\v\f]+")
# XML 1.0 refuses these even as character references.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sc", "ec"})
"""Elements inside a text that hold another program's codes, not words."""


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name without a prefix, and its texts and children in their order."""

    name: str
    line: int
    attributes: dict[str, str]
    parts: list[str | Node] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        """Its child elements."""
        return (part for part in self.parts if isinstance(part, Node))

    @property
    def text(self) -> str:
        """All its text as it stands there, without the codes of inline elements."""
        if len(self.parts) == 1 and isinstance(self.parts[0], str):
            return self.parts[0]
        return "".join(part if isinstance(part, str) else part.text for part in self.parts if _words(part))

    def get(self, name: str) -> str:
        """Return an attribute, empty where it isn't there."""
        return self.attributes.get(name, "").strip()


def _words(part: str | Node) -> bool:
    return isinstance(part, str) or part.name not in _CODES


def plain(text: str) -> str:
    r"""Return the text as XML can hold it and keep it: composed, one space between words, none around them.

    >>> plain("  an sinh\n   xã hội\x0b ")
    'an sinh xã hội'
    """
    return nfc(_SPACES.sub(" ", _FORBIDDEN.sub(" ", text)).strip(" "))


def plain_lines(text: str | None) -> list[str]:
    """Return the lines of a note that say something, each as `plain` gives it."""
    return [line for line in map(plain, (text or "").split("\n")) if line]


def nodes(stream: BinaryIO, wanted: Container[str], *, name: str) -> Iterator[Node]:
    """Give the root element by itself, then each outermost element with a wanted name.

    UTF-8, UTF-16 and all encodings with one byte a character are read, also where the declaration is at odds with
    the bytes. Raises `FileError` for broken XML, entity declarations, and for what is so deep or so large that it
    is no work of a termbase.
    """
    first = stream.read(_BLOCK)
    builder = _Builder(name, wanted, _encoding(first))
    yield from builder.feed(first)
    while block := stream.read(_BLOCK):
        yield from builder.feed(block)
    yield from builder.feed(b"", end=True)


def _encoding(first: bytes) -> str | None:
    """Return the encoding that the bytes show; none where the XML declaration may decide."""
    if first.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "UTF-16"
    if first.startswith(BOM_UTF8):
        return "UTF-8"
    if first.startswith((b"<\0", b"\0<")):
        return "UTF-16LE" if first.startswith(b"<") else "UTF-16BE"
    declared = _DECLARED.match(first[:200])
    # MultiTerm says UTF-16; who saves its file again as UTF-8 leaves the declaration as it is.
    return "UTF-8" if declared and declared[1].upper().startswith(b"UTF-16") else None


class _Builder:
    """Builds the wanted elements from what expat reports."""

    def __init__(self, name: str, wanted: Container[str], encoding: str | None) -> None:
        self._name, self._wanted = name, wanted
        self._open: list[Node] = []
        self._done: list[Node] = []
        self._depth = self._size = self._characters = 0
        self._names: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def feed(self, block: bytes, *, end: bool = False) -> Iterator[Node]:
        """Give the elements that are complete with this block, those before an error, too."""
        error = None
        try:
            self._parser.Parse(block, end)
        except expat.ExpatError as found:
            reason = f"not well-formed XML ({expat.ErrorString(found.code)})"
            error = self._refuse(reason, "export it again", found.lineno)
        except (ValueError, LookupError) as found:
            error = self._refuse(f"its encoding cannot be read ({found})", "save it as UTF-8")
        done, self._done = self._done, []
        yield from done
        if error:
            raise error

    def _refuse(self, reason: str, remedy: str, line: int | None = None) -> FileError:
        return FileError(self._name, reason, remedy=remedy, line=line)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = self._names.get(tag) or self._names.setdefault(tag, tag.rpartition(":")[2])
        line = self._parser.CurrentLineNumber
        if self._depth == 1:
            self._done.append(Node(name, line, attributes))
        elif self._open:
            self._limit(line)
            node = Node(name, line, attributes)
            self._open[-1].parts.append(node)
            self._open.append(node)
        elif name in self._wanted:
            self._size = self._characters = 0
            self._open.append(Node(name, line, attributes))

    def _limit(self, line: int) -> None:
        self._size += 1
        if len(self._open) > _DEPTH or self._size > _SIZE or self._characters > _CHARACTERS:
            raise self._refuse("an entry that no termbase makes: too deep or too large", "export it again", line)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self._done.append(node)

    def _data(self, text: str) -> None:
        if not self._open:
            return
        self._characters += len(text)
        if self._characters > _CHARACTERS:
            self._limit(self._parser.CurrentLineNumber)
        self._open[-1].parts.append(text)

    def _entity(self, name: str, *_: object) -> None:
        reason = f"it declares an entity, {name}: one can stand for gigabytes of text"
        remedy = "export it without a DTD of its own"
        raise self._refuse(reason, remedy, self._parser.CurrentLineNumber)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        # With an external DTD, which is not fetched, `&nbsp;` is no error but has no meaning: HTML's is meant.
        if not is_parameter:
            self._data(unescape(f"&{name};"))
