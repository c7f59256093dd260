"""Word and OpenDocument texts become lines, one a paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tmkit.errors import FileError, MissingExtraError
from tmkit.reports.base import Line, Page
from tmkit.reports.reading.mending import mend

if TYPE_CHECKING:
    import odfdo
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_BLANKS = 100
"""A file may count its blanks by the billion."""
_MOST_BYTES = 512 * 2**20
_DAMAGED = "open it in a word processor and save it again"

_WORD_TEXTS = {f"{_W}t": "", f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_WORD_ASIDE = (f"{_W}moveFrom", f"{_W}del", f"{_MC}Fallback")
_ODF_ASIDE = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"})
_ODF_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}


def read_docx(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    """Return the paragraphs of a Word document, table cells among them, without what was struck out."""
    try:
        import docx
    except ImportError:
        raise MissingExtraError("reading Word documents", "documents") from None
    _check_zip(data, name, "a Word document")
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile, docx.exceptions.PythonDocxError) as error:
        raise FileError(name, f"not a sound Word document ({_brief(error)})", remedy=_DAMAGED) from error
    styles = {style.style_id: style.name or "" for style in document.styles}
    lines = _number((_word_text(p), _word_kind(p, styles)) for p in document.element.body.iter(f"{_W}p"))
    return _page(name, lines, "docx", document.core_properties.title)


def _word_text(paragraph: _Element) -> str:
    runs = (run for run in paragraph.iter(*_WORD_TEXTS) if _is_own(run, paragraph))
    return "".join(_WORD_TEXTS[str(run.tag)] or run.text or "" for run in runs)


def _is_own(run: _Element, paragraph: _Element) -> bool:
    """Return whether a run is the paragraph's own, not struck out, nor of a paragraph in a box inside it."""
    for parent in run.iterancestors():
        if parent.tag in _WORD_ASIDE:
            return False
        if parent.tag == f"{_W}p":
            return parent is paragraph
    return False


def _word_kind(paragraph: _Element, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val") or "", "").lower() if style is not None else ""
    if name.startswith(("heading", "title")):
        return "heading"
    if name.startswith("caption"):
        return "caption"
    is_item = name.startswith("list") or paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return "item" if is_item else ""


def read_odt(data: bytes, *, name: str, encoding: str | None = None) -> Page:
    """Return the paragraphs and headings of an OpenDocument text, without its notes and comments."""
    try:
        import odfdo
    except ImportError:
        raise MissingExtraError("reading OpenDocument texts", "documents") from None
    from lxml import etree

    _check_zip(data, name, "an OpenDocument text")
    try:
        document = odfdo.Document(io.BytesIO(data))
        root = etree.fromstring(_content(data))
    except (KeyError, ValueError, TypeError, OSError, SyntaxError, zipfile.BadZipFile) as error:
        raise FileError(name, f"not a sound OpenDocument text ({_brief(error)})", remedy=_DAMAGED) from error
    blocks = [e for e in root.iter(f"{_TEXT}p", f"{_TEXT}h") if not _is_aside(e)]
    return _page(name, _number((_odf_text(e), _odf_kind(e)) for e in blocks), "odt", _odf_title(document))


def _odf_title(document: odfdo.Document) -> str | None:
    """Return the title of the document's description, which OpenDocument does not ask for."""
    try:
        title = document.meta.title
    except (ValueError, KeyError, AttributeError):
        return None
    return title if isinstance(title, str) else None


def _content(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("content.xml")


def _is_aside(element: _Element) -> bool:
    return any(parent.tag in _ODF_ASIDE for parent in element.iterancestors())


def _odf_kind(element: _Element) -> str:
    if element.tag == f"{_TEXT}h":
        return "heading"
    return "item" if next(element.iterancestors(f"{_TEXT}list-item"), None) is not None else ""


def _odf_text(element: _Element) -> str:
    return (element.text or "") + "".join(_odf_child(child) + (child.tail or "") for child in element)


def _odf_child(child: _Element) -> str:
    tag = str(child.tag)
    if tag in _ODF_BREAKS:
        return _ODF_BREAKS[tag]
    if tag == f"{_TEXT}s":
        count = child.get(f"{_TEXT}c") or "1"
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS)
    if tag in _ODF_ASIDE or not isinstance(child.tag, str) or tag in {f"{_TEXT}p", f"{_TEXT}h"}:
        return ""
    return _odf_text(child)


def _number(blocks: Iterator[tuple[str, str]]) -> list[Line]:
    """Return the lines of paragraphs, counted as a text file's would be."""
    rows = [(row, kind) for text, kind in blocks for row in text.split("\n")]
    return [Line(number, row, kind) for number, (row, kind) in enumerate(rows, 1)]


def _page(name: str, lines: list[Line], container: str, title: str | None) -> Page:
    mended, notes = mend(lines)
    if not any(line.text for line in mended):
        raise FileError(name, "a document without text", remedy="type the text, or recognise the scan, first")
    return Page(path=name, lines=mended, encoding=container, notes=notes, title=(title or "").strip() or None)


def _check_zip(data: bytes, name: str, what: str) -> None:
    """Raise `FileError` unless the bytes are a zip archive of a size that can be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileError(name, f"not {what}: damaged or another format", remedy=_DAMAGED) from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileError(name, f"{what} with a password", remedy="save it without one")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise FileError(name, f"{what} that unpacks to more than 512 MB", remedy="save the text alone")


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
