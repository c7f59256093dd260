import io
import os
import sys
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.errors import FileError, TmkitError
from tmkit.reports.base import Line, Page
from tmkit.reports.readers import MOST_BYTES, READERS, read_page
from tmkit.reports.reading.markup import read_html
from tmkit.reports.reading.metatags import iso_day

PAGES = Path(__file__).parents[1] / "data" / "pages" / "readers"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


# Plain text.


def test_text_keeps_the_files_own_lines(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "\ufeffMột \u00a0hai\u00a0\r\n\r\n  ba\rbốn\n\n".encode())
    texts = ["Một \u00a0hai", "", "ba", "bốn", ""]
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    assert read_page(path) == Page(path=str(path), lines=lines, encoding="utf-8-sig")


@pytest.mark.parametrize("suffix", ["", ".txt", ".text", ".md", ".news"])
def test_any_suffix_of_a_text_will_do(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, f"a{suffix}", b"Article")
    assert read_page(path).lines == (Line(1, "Article"),)


def test_encoding_told_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"\xa7\xb5 N\xbdng")
    assert read_page(path, encoding="ABC") == Page(path=str(path), lines=(Line(1, "Đà Nẵng"),), encoding="tcvn3")


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Hà Nội\n".encode())))
    assert read_page(Path("-")) == Page(path="-", lines=(Line(1, "Hà Nội"),), encoding="utf-8")


def test_notes_of_decoding_and_mending_are_kept(tmp_path: Path) -> None:
    data = "Tiếng Việt ở Hà Nội\n".encode() + "La séance a été levée\n".encode("cp1252") + b"a&nbsp;b\n"
    assert read_page(written(tmp_path, "a.txt", data)).notes == (
        "bytes that are not UTF-8 read as cp1252 in line 2",
        "character references resolved in line 3",
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "an empty file; save the page again as text"),
        ("a.txt", b" \n\t\r\n\xc2\xa0", "no text in it, only white space; save the page again as text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture, not text; give the text, not a picture of it"),
        ("a.txt", b"\x7fELF\x02\x01", "a program, not text; save the page again as text"),
        ("a.txt", b"PK\x03\x04 word/document.xml", "a docx document, not text; rename it to end in .docx"),
        ("a.docx", b"%PDF-1.4", "a pdf document, not .docx; rename it to end in .pdf"),
        ("a.html", b"PK\x03\x04 xl/workbook.xml", "a zip archive, not text; unpack it first"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "an old Word or Excel file, not text; save it as .docx"),
        ("a.txt", b"{\\rtf1 abc}", "an RTF file, not text; save it as .docx or as text"),
        ("a.html", b"<html><script>x()</script>", "a web page without text; save the page again from the browser"),
    ],
)
def test_bad_input_is_one_clear_line(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = written(tmp_path, name, data)
    with pytest.raises(FileError) as caught:
        read_page(path)
    assert str(caught.value) == f"{path}: {reason}"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "a folder, not a file; name the files in it"), ("none.txt", "no such file; check the path")],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(FileError) as caught:
        read_page(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {reason}"


def test_no_permission_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError, match=r"a\.txt: no permission to read it; change its permissions$"):
        read_page(tmp_path / "a.txt")


def test_a_line_without_end_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"good\n" + b"a" * 20_000_000)
    tracemalloc.start()
    with pytest.raises(FileError, match=r"a\.txt:2: a line over 1 MB; save the page again as text$"):
        read_page(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 20_000_000


def test_a_file_over_64_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        os.truncate(stream.fileno(), MOST_BYTES + 1)
    with pytest.raises(FileError, match="larger than 64 MB; split it into one file a report"):
        read_page(path)


# Web pages.


def test_a_web_page_gives_its_blocks_title_and_day() -> None:
    path = PAGES / "article.html"
    assert read_page(path) == Page(
        path=str(path),
        lines=(
            Line(14, "Hội nghị an sinh xã hội", "heading"),
            Line(15, "Thứ Ba, 14/04/2015"),
            Line(16, "Sáng 14/4, hội nghị khai mạc tại Hà\u00a0Nội."),
            Line(17, "Đến dự có đại biểu mười nước."),
            Line(18, "Trước"),
            Line(18, "Trong"),
            Line(18, "Sau"),
            Line(20, "Tin liên quan", "link"),
            Line(20, "Một mục thường", "item"),
            Line(21, "Ảnh: Báo Mẫu", "caption"),
            Line(23, "Năm"),
            Line(23, "2015"),
        ),
        encoding="utf-8",
        title="Hội nghị an sinh xã hội khai mạc tại Hà Nội",
        date=date(2015, 4, 14),
    )


def lines_of(html: str) -> list[tuple[int, str, str]]:
    page = read_html(html.encode(), name="a.html")
    return [(line.number, line.text, line.kind) for line in page.lines]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("a<br>b<br/>\n\nc", [(1, "a", ""), (1, "b", ""), (3, "c", "")]),
        ("<p>mo<b>t</b> en<wbr>tier</p>", [(1, "mot entier", "")]),
        ("<pre>un\n  deux</pre>", [(1, "un", ""), (2, "deux", "")]),
        ("<h2><a href=x>Titre</a></h2><h2>Autre</h2>", [(1, "Titre", "link"), (1, "Autre", "heading")]),
        ("<ul><li><p>point</p></li></ul>", [(1, "point", "item")]),
        ("<div>x<script>y</script> z<nav>menu</nav></div>", [(1, "x z", "")]),
        ("<main><header><h1>T</h1></header></main>", [(1, "T", "heading")]),
        ("<header><a href=/>Accueil</a></header><p>T</p>", [(1, "T", "")]),
        ("<form><input><label>Chercher</label></form><p>T</p>", [(1, "T", "")]),
        (
            "<div role=navigation>menu</div><div aria-hidden=true>x</div><p style='DISPLAY:none'>y</p><p>T",
            [(1, "T", "")],
        ),
        ("<p>&amp;eacute;t&eacute;</p>", [(1, "été", "")]),
        ("\n" * 70_000 + "<p>loin</p>\n<p>plus loin</p>", [(70_001, "loin", ""), (70_002, "plus loin", "")]),
    ],
)
def test_blocks(html: str, lines: list[tuple[int, str, str]]) -> None:
    assert lines_of(html) == lines


def test_deep_nesting_is_no_trouble() -> None:
    assert lines_of("<div>" * 1000 + "fond")[0][1] == "fond"


@pytest.mark.parametrize(
    ("head", "codec", "text"),
    [
        ('<meta charset="windows-1252">', "cp1252", "La réunion a été levée"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">',
            "cp1258",
            "Đâu đó ở đây",
        ),
        ('<meta charset="iso-8859-1">', "utf-8", "Tiếng Việt"),
        ('<meta charset="utf-8">', "cp1252", "La réunion a été levée"),
        ("", "utf-16", "Tiếng Việt"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8", "Tiếng Việt"),
        ('<meta charset="x-nobody">', "utf-8", "Tiếng Việt"),
    ],
)
def test_the_declared_charset_is_believed_as_far_as_it_fits(head: str, codec: str, text: str) -> None:
    # The Windows code page has no "ở": a vowel and a tone stand for it.
    encoded = (text.replace("ở", "ơ\u0309") if codec == "cp1258" else text).encode(codec)
    start = head if head.startswith("<?xml") else f"<html><head>{head}</head>"
    data = f"{start}<body><p>".encode("utf-16" if codec == "utf-16" else "ascii")
    tail = encoded.removeprefix(b"\xff\xfe") if codec == "utf-16" else encoded
    assert read_html(data + tail, name="a.html").lines == (Line(1, text),)


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("<title> Titre \n| Site</title>", "Titre | Site", None),
        ('<meta name="pubdate" content="2015-04-14"><title>T</title>', "T", date(2015, 4, 14)),
        (
            '<script type="application/ld+json">{"headline":"L\\u2019ASEAN","datePublished":"2015-04-14"}</script>',
            "L’ASEAN",
            date(2015, 4, 14),
        ),
        ("<time datetime='2015-04-14T08:00Z'>x</time>", None, date(2015, 4, 14)),
        ("<time datetime='hier'>x</time>", None, None),
        ('<meta property="og:title" content="R&eacute;union"><title>T</title>', "Réunion", None),
    ],
)
def test_metadata(head: str, title: str | None, day: date | None) -> None:
    page = read_html(f"<html><head>{head}</head><body><p>x".encode(), name="a.html")
    assert (page.title, page.date) == (title, day)


@given(st.text(max_size=60))
def test_any_date_text_is_a_day_or_none(text: str) -> None:
    day = iso_day(text)
    assert day is None or f"{day:%d}" in text


@given(st.text(st.sampled_from("<>/abp =\"'&;!-é\n"), max_size=80))
def test_any_markup_is_read_or_refused(text: str) -> None:
    try:
        lines = read_html(text.encode(), name="a.html").lines
    except TmkitError:
        lines = (Line(1, "refused"),)
    assert all(line.text and line.number >= 1 for line in lines)


def test_a_web_page_saved_as_text_is_read_as_one(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"\n<!DOCTYPE html>\n<p>Article</p>")
    assert read_page(path).lines == (Line(3, "Article"),)


# Documents.


def test_every_reader_is_in_the_table() -> None:
    assert set(READERS) == {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf"}


@pytest.mark.extra
def test_word_paragraphs(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Hội nghị"
    document.add_heading("Tiêu đề", 1)
    document.add_paragraph("Đoạn một\nxuống dòng")
    document.add_paragraph("")
    document.add_paragraph("mục", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "ô"
    path = tmp_path / "a.docx"
    document.save(str(path))
    texts = [("Tiêu đề", "heading"), ("Đoạn một", ""), ("xuống dòng", ""), ("", ""), ("mục", "item"), ("ô", "")]
    lines = tuple(Line(number, text, kind) for number, (text, kind) in enumerate(texts, 1))
    assert read_page(path) == Page(path=str(path), lines=lines, encoding="docx", title="Hội nghị")


@pytest.mark.extra
def test_odf_paragraphs(tmp_path: Path) -> None:
    odfdo = pytest.importorskip("odfdo")
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = "La réunion"
    document.body.append(odfdo.Header(1, "Titre"))
    document.body.append(odfdo.Paragraph("Un  mot\nà la ligne"))
    document.body.append(odfdo.List(["point"]))
    path = tmp_path / "a.odt"
    document.save(str(path))
    texts = [("Titre", "heading"), ("Un  mot", ""), ("à la ligne", ""), ("point", "item")]
    lines = tuple(Line(number, text, kind) for number, (text, kind) in enumerate(texts, 1))
    assert read_page(path) == Page(path=str(path), lines=lines, encoding="odt", title="La réunion")


Printed = tuple[int, int, int, str]
"""A printed line: x, y and size in points, and the text."""


def make_pdf(pages: list[list[Printed]]) -> bytes:
    """Return a PDF of printed lines; a `ToUnicode` map gives its one font every letter."""
    code = {char: n for n, char in enumerate(sorted({c for page in pages for *_, text in page for c in text}), 33)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", stream(unicode_map(code)), font()]
    kids = []
    for page in pages:
        objects.append(stream(b"".join(shown(line, code) for line in page)))
        resources = b"/MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (resources, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return pdf_file(objects)


def unicode_map(code: dict[str, int]) -> bytes:
    pairs = "".join(f"<{n:02X}> <{char.encode('utf-16-be').hex()}>\n" for char, n in code.items())
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
    space = "1 begincodespacerange <00> <FF> endcodespacerange\n"
    return f"{head}{space}{len(code)} beginbfchar\n{pairs}endbfchar\nendcmap end end".encode()


def font() -> bytes:
    kind = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 3 0 R"
    return b"<< %s /FirstChar 33 /LastChar 255 /Widths [%s] >>" % (kind, b"500 " * 223)


def stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def shown(line: Printed, code: dict[str, int]) -> bytes:
    x, y, size, text = line
    return b"BT /F %d Tf %d %d Td <%s> Tj ET\n" % (size, x, y, "".join(f"{code[c]:02X}" for c in text).encode())


def pdf_file(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, start = len(objects) + 1, len(data)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, b"".join(offsets))
    return data + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)


def pdf_page(number: int, *rows: str) -> list[Printed]:
    body = [(72, 700 - 14 * n, 12, row) for n, row in enumerate(rows) if row]
    return [(72, 810, 9, "Le Courrier du Vietnam"), *body, (290, 30, 9, f"Page {number}")]


@pytest.mark.extra
def test_pdf_lines_are_joined_and_its_furniture_left_out(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    first = ("La réunion du Groupe de partenariat a eu lieu à Hanoï avec la par-", "ticipation de dix pays de l’Asie-")
    second = ("Pacifique, pour le bien-", "être de tous. Un accord", "", "", "Hội nghị được tổ chức tại Hà Nội và các")
    third = ("pays membres ont signé le texte.", "", "Fin")
    pages = [pdf_page(1, *first), pdf_page(2, *second), pdf_page(3, *third)]
    path = written(tmp_path, "a.pdf", make_pdf(pages))
    whole = "La réunion du Groupe de partenariat a eu lieu à Hanoï avec la participation de dix pays de l’Asie-"
    lines = (
        Line(2, f"{whole}Pacifique, pour le bien-être de tous. Un accord"),
        Line(8, "Hội nghị được tổ chức tại Hà Nội và các pays membres ont signé le texte."),
        Line(12, "Fin"),
    )
    notes = ("running heads and page numbers left out, 6 lines",)
    assert read_page(path) == Page(path=str(path), lines=lines, encoding="pdf", notes=notes)


@pytest.mark.extra
@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", make_pdf([[]]), "a PDF without text, a scan perhaps; recognise its text (OCR) first"),
        ("a.pdf", b"%PDF-1.4 torn", "not a sound PDF: damaged or another format; open it and save it again"),
        (
            "a.docx",
            b"PK\x03\x04torn",
            "not a Word document: damaged or another format; open it in a word processor and save it again",
        ),
        (
            "a.odt",
            b"text",
            "not an OpenDocument text: damaged or another format; open it in a word processor and save it again",
        ),
    ],
)
def test_bad_documents_are_one_clear_line(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    for module in ("docx", "odfdo", "pypdfium2"):
        pytest.importorskip(module)
    path = written(tmp_path, name, data)
    with pytest.raises(FileError) as caught:
        read_page(path)
    assert str(caught.value) == f"{path}: {reason}"


@pytest.mark.parametrize(("suffix", "module"), [(".docx", "docx"), (".odt", "odfdo"), (".pdf", "pypdfium2")])
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(TmkitError, match=r"needs an extra; run: pip install 'tmkit\[documents\]'"):
        read_page(written(tmp_path, f"a{suffix}", b"any"))
