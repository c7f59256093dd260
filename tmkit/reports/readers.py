"""Files become pages of lines; a document reader is one function and one entry in `READERS`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol

from tmkit.errors import FileError, TmkitError
from tmkit.reports.base import Page
from tmkit.reports.encoding import decode
from tmkit.reports.reading.documents import read_docx, read_odt
from tmkit.reports.reading.markup import looks_like_html, read_html
from tmkit.reports.reading.mending import mend, split_lines
from tmkit.reports.reading.pdf import read_pdf

MOST_BYTES = 64 * 2**20
MOST_LINE_BYTES = 2**20
_MOST_HTML_LINE_BYTES = 8 * 2**20
"""A web page's scripts and pictures may stand in one long line."""


class Reader(Protocol):
    """Makes a page of a file's bytes; `name` is the file, for errors, `encoding` one that the user told."""

    def __call__(self, data: bytes, *, name: str, encoding: str | None = None) -> Page:
        """Return the page."""


def read_text(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    """Return the lines of a plain text, blank ones too, mended."""
    _refuse_long_lines(data, name, MOST_LINE_BYTES)
    decoded = decode(data, encoding=encoding, name=name)
    lines, notes = mend(split_lines(decoded.text))
    if not any(line.text for line in lines):
        raise FileError(name, "no text in it, only white space", remedy=_SAVE_AGAIN)
    return Page(path=name, lines=lines, encoding=decoded.encoding, notes=decoded.notes + notes)


def _read_web_page(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    _refuse_long_lines(data, name, _MOST_HTML_LINE_BYTES)
    return read_html(data, name=name, encoding=encoding)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_text,
        ".html": _read_web_page,
        ".htm": _read_web_page,
        ".xhtml": _read_web_page,
        ".docx": read_docx,
        ".odt": read_odt,
        ".pdf": read_pdf,
    }
)
"""Suffix, lower case, -> reader; any other file is read as text if it is one."""

_SAVE_AGAIN = "save the page again as text"
_CONTAINERS = (".docx", ".odt", ".pdf")
_MAGIC = (
    (b"\x89PNG", "a PNG picture", "give the text, not a picture of it"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text, not a picture of it"),
    (b"GIF8", "a GIF picture", "give the text, not a picture of it"),
    (b"RIFF", "a picture or recording", "give the text itself"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx"),
    (b"{\\rtf", "an RTF file", "save it as .docx or as text"),
    (b"\x7fELF", "a program", _SAVE_AGAIN),
    (b"MZ\x90", "a program", _SAVE_AGAIN),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"SQLite format 3", "a database", _SAVE_AGAIN),
)


def read_page(path: Path, *, encoding: str | None = None) -> Page:
    """Return the lines of a file (`-`: of standard input), and what was changed to read them.

    The suffix chooses the reader. `encoding` is that of a text or web page; without it, it is found out.
    Raises `FileError` for a file that cannot be read or has no text, `MissingExtraError` for a document
    whose extra is not installed, and `TmkitError` for an unknown encoding.
    """
    name = str(path)
    data = _load(path)
    if not data:
        raise FileError(name, "an empty file", remedy=_SAVE_AGAIN)
    suffix = path.suffix.lower()
    _refuse_binary(data, suffix, name)
    reader = READERS.get(suffix, read_text)
    if reader is read_text and suffix != ".md" and looks_like_html(data):
        reader = _read_web_page
    try:
        return reader(data, name=name, encoding=encoding)
    except TmkitError:
        raise
    except Exception as error:
        if suffix not in _CONTAINERS:
            raise
        # The libraries for documents fail on damaged ones in as many ways as there are to damage them.
        reason = f"a damaged {suffix.removeprefix('.')} document ({type(error).__name__})"
        raise FileError(name, reason, remedy="save it again, or its text alone") from error


def _load(path: Path) -> bytes:
    name = str(path)
    try:
        if name == "-":
            return _limited(sys.stdin.buffer, name)
        if path.exists() and not path.is_file() and not path.is_dir():
            raise FileError(name, "a device or a pipe, not a file", remedy="name a file, or - for standard input")
        with path.open("rb") as stream:
            return _limited(stream, name)
    except IsADirectoryError:
        raise FileError(name, "a folder, not a file", remedy="name the files in it") from None
    except FileNotFoundError:
        raise FileError(name, "no such file", remedy="check the path") from None
    except PermissionError:
        raise FileError(name, "no permission to read it", remedy="change its permissions") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileError(name, f"cannot be read ({why})", remedy="check the path") from error


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise FileError(name, "larger than 64 MB", remedy="split it into one file a report")
    return data


def _refuse_binary(data: bytes, suffix: str, name: str) -> None:
    """Raise `FileError` for bytes that begin as something else than what the suffix promises."""
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise FileError(name, f"{what}, not text", remedy=remedy)
    kind = _container(data)
    if kind and kind != suffix and not (kind == ".zip" and suffix in _CONTAINERS):
        promised = suffix if suffix in _CONTAINERS else "text"
        remedy = f"rename it to end in {kind}" if kind in _CONTAINERS else "unpack it first"
        raise FileError(name, f"{_named(kind)}, not {promised}", remedy=remedy)


def _named(kind: str) -> str:
    return "a zip archive" if kind == ".zip" else f"a {kind.removeprefix('.')} document"


def _container(data: bytes) -> str:
    """Return the suffix of the document format that bytes are in, `.zip` for another archive, or ''."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if not data.startswith(b"PK\x03\x04"):
        return ""
    if b"opendocument.text" in data[:200]:
        return ".odt"
    return ".docx" if b"word/" in data else ".zip"


def _refuse_long_lines(data: bytes, name: str, most: int) -> None:
    """Raise `FileError` for a line too long to be one; quick, since it skips from line to line."""
    start = 0
    while len(data) - start > most:
        window = slice(start, start + most + 1)
        newline = max(data.rfind(b"\n", window.start, window.stop), data.rfind(b"\r", window.start, window.stop))
        if newline < 0:
            line = 1 + data.count(b"\n", 0, start)
            raise FileError(name, f"a line over {most // 2**20} MB", remedy=_SAVE_AGAIN, line=line)
        start = newline + 1
