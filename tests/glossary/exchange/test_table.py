import io
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.glossary.exchange.carried import brought_back, expected, glossary_strategy, read, remarks, terms, written
from tests.glossary.exchange.filled import FILLED
from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Term
from tmkit.glossary.exchange.base import ExchangeFormat, losses
from tmkit.glossary.exchange.table import CSV, TSV, XLSX
from tmkit.glossary.exchange.table_cells import guarded, plain
from tmkit.glossary.exchange.table_headings import Column, _column
from tmkit.glossary.extract.review import DECISION

DATA = Path(__file__).parents[2] / "data" / "exchange"
LANGS = ("vi", "fr", "en")
FORMATS = pytest.mark.parametrize("fmt", [CSV, TSV, XLSX], ids=lambda fmt: fmt.name)
PENSION = {"vi": [("lương hưu", "preferred")], "fr": [("pension", "preferred")]}


def workbook(*rows: list[Any], title: str = "Terms") -> Workbook:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_whole_text() -> None:
    concept = Concept(
        id="sp-0001",
        domain="pension",
        status="approved",
        definition={"fr": "Revenu versé à un retraité,\nchaque mois"},
        note="-> sp-0002",
        terms={
            "vi": (Term(text="lương hưu", status="preferred"), Term(text="hưu bổng", status="admitted")),
            "fr": (Term(text="a|b\\c", status="admitted"), Term(text="=SOMME(1)", status="forbidden")),
        },
        related=(Relation(to="sp-0002", rel="broader"), Relation(to="sp-0003", rel="see-also")),
        valid_from="1995-01-01",
        replaced_by=("sp-0004", "sp-0005"),
    )
    lines = [
        "id,domain,status,vi preferred,vi admitted,vi deprecated,vi forbidden,"
        "fr preferred,fr admitted,fr deprecated,fr forbidden,definition.vi,definition.fr,"
        "note,related,valid_from,valid_to,replaced_by",
        "sp-0001,pension,approved,lương hưu,hưu bổng,,,,a\\|b\\\\c,,'=SOMME(1),,\"Revenu versé à un retraité,\n"
        "chaque mois\",'-> sp-0002,broader sp-0002 | see-also sp-0003,1995-01-01,,sp-0004 | sp-0005",
    ]
    data = written(CSV, Glossary(About(), (concept,)), ("vi", "fr"))
    assert data == ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()
    assert read(CSV, data).glossary.concepts == (concept,)


@FORMATS
def test_what_is_carried_comes_back_and_the_rest_is_reported(fmt: ExchangeFormat) -> None:
    assert brought_back(fmt, FILLED, LANGS) == expected(fmt, FILLED, LANGS)
    assert {loss.what for loss in losses(FILLED, fmt, LANGS)} == {
        *("term.type", "term.pos", "term.gender", "term.number", "term.case", "term.region", "term.forms"),
        *("term.context", "term.sources", "term.reliability", "term.note"),
    }


@pytest.mark.parametrize("fmt", [CSV, TSV], ids=lambda fmt: fmt.name)
@given(glossary=glossary_strategy(LANGS))
@settings(max_examples=60, deadline=None)
def test_texts_come_back(fmt: ExchangeFormat, glossary: Glossary) -> None:
    assert brought_back(fmt, glossary, LANGS) == expected(fmt, glossary, LANGS)


@given(glossary=glossary_strategy(LANGS))
@settings(max_examples=15, deadline=None)
def test_workbooks_come_back(glossary: Glossary) -> None:
    assert brought_back(XLSX, glossary, LANGS) == expected(XLSX, glossary, LANGS)


@FORMATS
def test_the_same_glossary_gives_the_same_bytes(fmt: ExchangeFormat) -> None:
    assert written(fmt, FILLED, LANGS) == written(fmt, FILLED, LANGS)


def test_a_workbook_has_no_time_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written(XLSX, FILLED, LANGS))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b">1980-01-01T00:00:00Z<") == 2


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    glossary = Glossary(About(), (Concept(id="1", terms={"fr": (Term(text="=1+1", status="preferred"),)}),))
    sheet = load_workbook(io.BytesIO(written(XLSX, glossary, ("fr",)))).active
    assert (sheet["D2"].value, sheet["D2"].data_type, sheet["D2"].quotePrefix) == ("=1+1", "s", True)
    assert b"'=1+1" in written(CSV, glossary, ("fr",))


@given(st.text("'=+-@a\t＝", max_size=5))
def test_a_guarded_cell_is_harmless_and_comes_back(text: str) -> None:
    assert plain(guarded(text)) == text
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t", "＝"} or not text


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("vi", Column(0, "term", "vi")),
        ("FR", Column(0, "term", "fr")),
        ("VN", Column(0, "term", "vi")),
        ("vi_VN", Column(0, "term", "vi")),
        ("fr-CA", Column(0, "term", "fr", "fr-CA")),
        ("Vietnamese", Column(0, "term", "vi")),
        ("tiếng Việt", Column(0, "term", "vi")),
        ("Tieng Viet", Column(0, "term", "vi")),
        ("TIẾNG ANH", Column(0, "term", "en")),
        ("Pháp", Column(0, "term", "fr")),
        ("français", Column(0, "term", "fr")),
        ("Terme en français", Column(0, "term", "fr")),
        ("English (UK)", Column(0, "term", "en", "en-GB")),
        ("English (US)", Column(0, "term", "en")),
        ("Term (EN)", Column(0, "term", "en")),
        ("allemand", Column(0, "term", "de")),
        ("es", Column(0, "term", "es")),
        ("fr preferred", Column(0, "preferred", "fr")),
        ("Synonymes français", Column(0, "admitted", "fr")),
        ("Từ đồng nghĩa tiếng Anh", Column(0, "admitted", "en")),
        ("en forbidden", Column(0, "forbidden", "en")),
        ("Définition (français)", Column(0, "definition", "fr")),
        ("Định nghĩa tiếng Việt", Column(0, "definition", "vi")),
        ("definition.en", Column(0, "definition", "en")),
        ("ID", Column(0, "id")),
        ("No", Column(0, "number")),
        ("N°", Column(0, "number")),
        ("STT", Column(0, "number")),
        ("Ghi chú", Column(0, "note")),
        ("Lĩnh vực", Column(0, "domain")),
        ("Statut", Column(0, "status")),
        ("Source", Column(0, "source")),
        ("ngôn ngữ đích", Column(0, "target")),
        ("definition", Column(0, "definition")),
        ("EN-FR", None),
        ("Genre", None),
        ("lương hưu", None),
        ("", None),
        ("Vietnamese " * 9, None),
    ],
)
def test_what_a_heading_says(heading: str, column: Column | None) -> None:
    assert _column(heading, 0, ()) == column


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in [("vi", "fr"), ("lương hưu", "pension"), ("", "")])
    assert terms(read(CSV, text)) == [PENSION]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    data = "vi;fr\nlương hưu;pension\nan sinh xã hội;sécurité sociale\n".encode(encoding)
    assert terms(read(CSV, data))[0] == PENSION


def test_decomposed_letters_are_composed() -> None:
    found = read(CSV, "vi;fr\nlu\u031bo\u031bng hu\u031bu;pension\n")
    assert terms(found) == [PENSION]
    assert remarks(found) == [("letters and their accents were apart and have been composed", None)]


def test_excels_own_first_line() -> None:
    found = read(CSV, "sep=|\nvi|fr\nlương hưu|pension\n\nx\n")
    assert terms(found) == [PENSION, {"vi": [("x", "preferred")]}]


def test_our_fixture_of_a_table_from_a_ministry() -> None:
    found = read(CSV, (DATA / "table.csv").read_bytes())
    assert terms(found) == [
        {
            "vi": [("bảo hiểm xã hội", "preferred"), ("BHXH", "admitted")],
            "fr": [("assurance sociale", "preferred")],
            "en": [("social insurance", "preferred")],
        },
        {
            "vi": [("người có công", "preferred")],
            "fr": [("personnes méritantes", "preferred"), ("personnes ayant rendu service à la patrie", "admitted")],
            "en": [("people with meritorious services", "preferred")],
        },
        {"vi": [("trợ cấp", "preferred")], "fr": [("allocation", "preferred")]},
    ]
    assert [concept.note for concept in found.glossary.concepts] == ["viết tắt: BHXH", None, None]
    assert found.glossary.about.languages == ("vi", "fr", "en")
    assert remarks(found) == [
        ("stands above the headings and is left out: BẢNG THUẬT NGỮ AN SINH XÃ HỘI", 1),
        ("column F, 'Người nhập', is left out", 3),
        ("read as 2 terms: personnes méritantes; personnes ayant rendu service à la pat", 5),
        ("repeats the headings and is left out", 7),
        ("has 7 cells under 6 headings and is left out: "
         "set quotation marks around cells that hold the delimiter", 9),
        ("holds no term and is left out", 10),
    ]  # fmt: skip


def test_source_and_target_need_their_languages() -> None:
    text = "source,target,comment\nlương hưu,pension,x\n"
    found = read(CSV, text, ("vi", "fr"))
    assert (terms(found), found.glossary.concepts[0].note) == ([PENSION], "x")
    with pytest.raises(FileError, match=r"^a\.file:1: the headings are source and target.*name the languages$"):
        read(CSV, text)


def test_a_source_without_a_target_is_where_a_term_was_found() -> None:
    found = read(CSV, "vi,fr,source\nlương hưu,pension,Công báo\n")
    assert (terms(found), remarks(found)) == ([PENSION], [("column C, 'source', is left out", 1)])


def test_a_table_without_headings() -> None:
    text = "lương hưu,pension\ntrợ cấp,allocation\n"
    found = read(CSV, text, ("vi", "fr"))
    assert terms(found) == [PENSION, {"vi": [("trợ cấp", "preferred")], "fr": [("allocation", "preferred")]}]
    assert remarks(found) == [("no row of headings: the columns are taken for vi, fr", None)]
    with pytest.raises(FileError, match="no row of headings that names two languages"):
        read(CSV, text)


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        ("en,en", "'en', 'en'"),
        ("foo,bar", "'foo', 'bar'"),
        ("vi,foo", "'vi', 'foo'"),
        ("ghi chú,note", "'ghi chú', 'note'"),
        ("Term_1,Term_2", "'Term_1', 'Term_2'"),
    ],
)
def test_headings_that_name_no_two_languages(heads: str, named: str) -> None:
    for langs in ((), ("vi", "fr")):
        with pytest.raises(FileError, match=f"^a.file:1: the headings {named} don't name two languages; head the col"):
            read(CSV, f"{heads}\nlương hưu,pension\n", langs)


def test_short_terms_without_headings() -> None:
    found = read(
        CSV, "pension,pension\nallocation,allowance\nchômage,unemployment\nretraite,retirement\n", ("fr", "en")
    )
    assert len(terms(found)) == 4


def test_one_row_twice() -> None:
    found = read(CSV, "STT,vi,fr\n1,lương hưu,pension\n2,trợ cấp,allocation\n3,lương hưu , pension\n")
    assert terms(found) == [PENSION, {"vi": [("trợ cấp", "preferred")], "fr": [("allocation", "preferred")]}]
    assert remarks(found) == [("says the same as line 2 and is read once", 4)]


def test_a_cell_longer_than_csv_knows() -> None:
    text = f'vi,fr,note\nlương hưu,pension,a\ntrợ cấp,allocation,"{"x" * 140_000}"\n'
    with pytest.raises(FileError, match=r"^a.file:3: a cell of 140,000 characters; shorten it to 100,000, and look"):
        read(CSV, text)


def test_a_quotation_mark_without_its_partner_in_a_long_table() -> None:
    rows = "".join(f"từ thứ {n},mot numéro {n}\n" for n in range(10_000))
    found = read(CSV, f'vi,fr\n"lương hưu,pension\n{rows}')
    assert len(found.glossary.concepts) == 10_001
    assert remarks(found)[0] == ("quotation marks don't pair up: from here on they are read as part of the text", 2)


def test_what_nobody_sees_is_named() -> None:
    found = read(CSV, "vi,fr\nlương\u200b hưu\u200c,pen\u00adsion\n")
    assert terms(found) == [PENSION]
    assert [text for text, _ in remarks(found)] == [
        "U+00AD (soft hyphen) is not seen, and left out",
        "U+200B (zero width space) is not seen, and left out",
    ]


def test_a_review_of_candidates_is_no_table_of_terms() -> None:
    for text in (
        f"{DECISION}\tvi\tfr\talso\nok\tlương hưu\tpension\t\n",
        f"{DECISION.title()},vi,fr\n,lương hưu,pension\n",
    ):
        with pytest.raises(FileError, match=r"a review of candidates; read it with: tmkit term extract --decisions a"):
            read(TSV, text)


def test_a_row_of_language_names_is_no_heading() -> None:
    found = read(CSV, "vi,fr,en\ntiếng Anh,anglais,English\n")
    assert terms(found)[0]["vi"] == [("tiếng Anh", "preferred")]


def test_repeated_headings_and_inherited_languages() -> None:
    found = read(CSV, "vi,vi,synonyms,fr,note,note\nlương hưu,hưu bổng,tiền hưu,pension,a,b\n")
    assert terms(found)[0]["vi"] == [("lương hưu", "preferred"), ("hưu bổng", "admitted"), ("tiền hưu", "admitted")]
    assert found.glossary.concepts[0].note == "a"
    assert remarks(found) == [
        ("column C, 'synonyms', is taken for vi", 1),
        ("columns A and B are both headed 'vi': read together", 1),
        ("columns E and F are both headed 'note': F is left out", 1),
    ]


def test_odd_rows_are_named() -> None:
    rows = [
        "id,status,vi,fr,related,valid_from,note",
        "1,fertig,lương hưu,pension,wider 2 | 3,2025,",
        "1,,lương hưu,retraite,,,other",
        "1,,khác,autre,,,",
        f"2,approved,{'x' * 1001},x | x,,,",
    ]
    found = read(CSV, "\n".join(rows))
    assert terms(found) == [
        {"vi": [("lương hưu", "preferred")], "fr": [("pension", "preferred"), ("retraite", "admitted")]},
        {"vi": [("khác", "preferred")], "fr": [("autre", "preferred")]},
        {"fr": [("x", "preferred")]},
    ]
    assert [concept.id for concept in found.glossary.concepts] == ["1", "", "2"]
    assert [relation.rel for relation in found.glossary.concepts[0].related] == ["see-also", "see-also"]
    assert remarks(found) == [
        ("unknown status 'fertig': read as draft", 2),
        ("unknown relation 'wider': read as see-also", 2),
        ("no date in the form YYYY-MM-DD, and left out: 2025", 2),
        ("a term of 1,001 characters is left out: " + "x" * 30 + "…", 5),
        ("x stands twice in fr and is read once", 5),
        ("belongs to 1 in line 2, and adds its terms to it", 3),
        ("its note differs from that of the row before and is left out", 3),
        ("the id 1 stands twice: this concept goes without", 4),
        ("refers to 3, which is not in the file", 2),
    ]


def test_quotation_marks_that_do_not_pair_up() -> None:
    found = read(CSV, 'vi,fr\nlương hưu,pension\n"Đổi mới,Renouveau\ntrợ cấp,allocation\n')
    assert [concept["vi"][0][0] for concept in terms(found)] == ["lương hưu", '"Đổi mới', "trợ cấp"]
    assert remarks(found) == [("quotation marks don't pair up: from here on they are read as part of the text", 3)]


@pytest.mark.parametrize("text", ["", "\n\n", "một văn bản thường\nkhông có bảng nào\n", "vi\nlương hưu\n", "\x00\x01"])
def test_what_is_no_table(text: str) -> None:
    with pytest.raises(FileError, match=r"a\.file"):
        read(CSV, text)


@pytest.mark.parametrize("fmt", [CSV, XLSX], ids=lambda fmt: fmt.name)
@given(data=st.binary(max_size=200) | st.text("vi,fr;\n\t\"'|a", max_size=60).map(str.encode))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise_anything_but_a_file_error(fmt: ExchangeFormat, data: bytes) -> None:
    with suppress(FileError):
        assert read(fmt, data, ("vi", "fr")).glossary.languages


def test_a_workbook_of_others() -> None:
    book = workbook(["Thuật ngữ"], [], ["STT", "Tiếng Việt", "Français", "Năm"], [1, "lương hưu", "pension", 1995])
    sheet = book.active
    sheet.append([2, "=B4", "=1/0", None])
    sheet.append([3, 2025, 1.5, None])
    sheet.append([4, date(2025, 3, 1), True, None])
    sheet.append([5, "trợ cấp", "allocation"])
    sheet.append([6, None, "indemnité"])
    sheet.merge_cells("B8:B9")
    sheet.append([7, "bảo hiểm", None])
    sheet.merge_cells("B10:C10")
    book.create_sheet("Notes").append(["nothing", "here"])
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden.append(["vi", "fr"])
    found = read(XLSX, saved(book))
    assert terms(found) == [
        PENSION,
        {"vi": [("2025", "preferred")], "fr": [("1.5", "preferred")]},
        {"vi": [("2025-03-01", "preferred")], "fr": [("TRUE", "preferred")]},
        {"vi": [("trợ cấp", "preferred")], "fr": [("allocation", "preferred")]},
        {"vi": [("trợ cấp", "preferred")], "fr": [("indemnité", "preferred")]},
        {"vi": [("bảo hiểm", "preferred")]},
    ]
    assert remarks(found) == [
        ("B5 holds a formula: left out, since no value is stored with it", 5),
        ("C5 holds a formula: left out, since no value is stored with it", 5),
        ("C6 holds a number: read as 1.5", 6),
        ("B7 holds a date: read as 2025-03-01", 7),
        ("C7 holds a truth value: read as TRUE", 7),
        ("B9 is merged with B8: read as trợ cấp", 9),
        ("B10 is merged across columns: read as the first column's", 10),
        ("the hidden sheet 'Old' is left out", None),
        ("stands above the headings and is left out: Thuật ngữ", 1),
        ("column D, 'Năm', is left out", 3),
        ("holds no term and is left out", 5),
        ("the sheet 'Notes' has no row of headings and is left out", None),
    ]


def test_formulas_and_errors_with_their_values() -> None:
    data = saved(workbook(["vi", "fr"], ["lương hưu", "=A2"], ["x", "#N/A"]))
    data = repacked(data, SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>1</v>").replace(b"<v/>", b"<v>1</v>"))
    found = read(XLSX, data)
    assert terms(found) == [
        {"vi": [("lương hưu", "preferred")], "fr": [("1", "preferred")]},
        {"vi": [("x", "preferred")]},
    ]
    assert remarks(found) == [
        ("B2 holds a formula: read as 1", 2),
        ("B3 holds the error #N/A: left out", 3),
    ]


def test_sheets_are_read_together() -> None:
    book = workbook(["vi", "fr"], ["lương hưu", "pension"])
    book.create_sheet("B").append(["en", "vi"])
    book["B"].append(["pension", "lương hưu"])
    found = read(XLSX, saved(book))
    assert terms(found) == [PENSION, {"en": [("pension", "preferred")], "vi": [("lương hưu", "preferred")]}]
    assert found.glossary.about.languages == ("vi", "fr", "en")


def repacked(data: bytes, name: str, change: Any) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry.filename, change(part) if entry.filename == name else part)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 99 + b'">]>'


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        (SHEET, lambda xml: BOMB + xml, "declares a document type"),
        ("xl/styles.xml", lambda xml: xml.replace(b"<styleSheet", BOMB + b"<styleSheet"), "declares a document type"),
        (SHEET, lambda xml: xml[: len(xml) // 2], "no sound .xlsx"),
        (SHEET, lambda xml: xml + b" " * (129 * 2**20), "unpacks to more than 128 MB"),
        (SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="9999999999"'), "rows"),
        (SHEET, lambda xml: xml.replace(b'r="A2"', b'r="?2"'), "no sound .xlsx"),
        ("xl/workbook.xml", lambda xml: b"<workbook/>", "no "),
        (
            SHEET,
            lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:A3"/>' * 20_001
            + b"</mergeCells>"),
            "merges more cells",
        ),
    ],
)  # fmt: skip
def test_hostile_workbooks(name: str, change: Any, reason: str) -> None:
    data = saved(workbook(["vi", "fr"], ["lương hưu", "pension"], ["a", "b"]))
    with pytest.raises(FileError, match=reason):
        read(XLSX, repacked(data, name, change))


def test_merges_over_each_other() -> None:
    data = saved(workbook(["vi", "fr"], *[["a", "b"]] * 1100))
    merges = b"<mergeCells>" + b'<mergeCell ref="A1:A1048576"/>' * 1000 + b"</mergeCells>"
    with pytest.raises(FileError, match="merges more cells than a glossary has"):
        read(XLSX, repacked(data, SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merges)))


def test_a_cell_at_the_end_of_the_sheet_does_no_harm() -> None:
    book = workbook(["vi", "fr"], ["lương hưu", "pension"])
    book.active["XFD1048576"] = "x"
    found = read(XLSX, saved(book))
    assert terms(found) == [PENSION]
    assert ("the columns from GS on are left out", 1048576) in remarks(found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "an old .xls workbook"),
        (b"vi,fr\n", "no .xlsx workbook"),
        (b"PK\x03\x04" + b"\0" * 99, "no sound .xlsx"),
    ],
)
def test_what_is_no_workbook(data: bytes, reason: str) -> None:
    with pytest.raises(FileError, match=reason):
        read(XLSX, data)


def test_a_term_base_of_memoq_under_another_name() -> None:
    with pytest.raises(FileError, match="a memoQ term base; give --format memoq"):
        read(CSV, (DATA / "memoq.csv").read_bytes())


def test_a_workbook_under_another_name() -> None:
    with pytest.raises(FileError, match="a workbook or an archive, not text"):
        read(CSV, saved(workbook(["vi", "fr"])))


def test_a_text_too_long_for_a_cell() -> None:
    concept = Concept(id="1", note="x" * 40_000, terms={"vi": (Term(text="a", status="preferred"),)})
    with pytest.raises(FileError, match="longer than 32,767 characters"):
        written(XLSX, Glossary(About(), (concept,)), ("vi",))
