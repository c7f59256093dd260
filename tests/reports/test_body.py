"""Cleaning: whole pages, pages changed in their layout, plain texts, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.pages import Gold, Row, all_pages, body_of, kept, page_of
from tmkit.errors import FileError
from tmkit.reports.base import Line, Page, Report
from tmkit.reports.body import clean, explain
from tmkit.reports.cleaning.lines import look
from tmkit.reports.readers import read_page


def body_lines(report: Report) -> list[int]:
    return [paragraph.line for paragraph in report.paragraphs]


PAGES = all_pages()
ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = sorted({text for gold in PAGES for _, text in gold.rows})


def without_blanks(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row[1].strip()]


def with_blanks(rows: tuple[Row, ...]) -> list[Row]:
    return [part for row in without_blanks(rows) for part in (row, (" ", ""))]


def wrapped(rows: tuple[Row, ...]) -> list[Row]:
    lines = [(mark, wrap(text, 76, break_long_words=False, break_on_hyphens=False) or [""]) for mark, text in rows]
    return [
        row for mark, parts in lines for row in [*((mark, part) for part in parts), *[(" ", "")] * (len(parts) > 1)]
    ]


def in_capitals(rows: tuple[Row, ...]) -> list[Row]:
    return [(mark, text.upper() if mark == "T" else text) for mark, text in rows]


def facts(gold: Gold) -> tuple[object, ...]:
    page = gold.page
    report = clean(page)
    either = gold.lines("?")
    title = [number for number in gold.lines("T") if number == report.title_line]
    return report.lang, title, report.date, [line for line in kept(page, report) if line not in either]


def wanted(gold: Gold) -> tuple[object, ...]:
    return gold.lang, gold.lines("T")[-1:], gold.day, gold.lines("B")


@pytest.mark.parametrize("gold", PAGES, ids=lambda gold: gold.name)
def test_page_becomes_its_article(gold: Gold) -> None:
    assert facts(gold) == wanted(gold)


@pytest.mark.parametrize("change", [without_blanks, with_blanks, in_capitals])
@pytest.mark.parametrize("gold", PAGES, ids=lambda gold: gold.name)
def test_layout_changes_nothing(gold: Gold, change: object) -> None:
    assert callable(change)
    other = gold.changed(change)
    assert facts(other) == wanted(other)


def without_headlines(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row[0] != "T"]


@pytest.mark.parametrize("change", [without_headlines, wrapped])
def test_precision_and_recall_of_harder_copies(
    change: Callable[[tuple[Row, ...]], list[Row]], record_property: Callable[[str, object], None]
) -> None:
    right = wrong = lost = 0
    for gold in PAGES:
        other = gold.changed(change)
        have = set(kept(other.page, clean(other.page))) - set(other.lines("?"))
        want = set(other.lines("B"))
        right, wrong, lost = right + len(have & want), wrong + len(have - want), lost + len(want - have)
    precision, recall = right / (right + wrong), right / (right + lost)
    record_property("precision and recall", (precision, recall))
    assert (precision > 0.98, recall > 0.97) == (True, True), (precision, recall)


def test_broken_paragraphs_are_joined_and_every_line_accounted_for() -> None:
    page = page_of(
        [
            "Accueil",
            "",
            "Une aide pour les familles sinistrées",
            "",
            *wrap(f"{LEAD} {NEXT}", 60),
            "",
            *wrap(NEXT + LEAD, 60),
        ]
    )
    report = clean(page)
    assert [paragraph.text for paragraph in report.paragraphs] == [f"{LEAD} {NEXT}", NEXT + LEAD]
    told = [why for _, _, why in explain(page, report)]
    assert told == ["navigation", "blank", "headline", "blank", *["body"] * 4, "blank", *["body"] * 4]


def samples() -> list[tuple[str, str, dict[str, object]]]:
    return [
        (path.stem, lang, report)
        for path in sorted((ROOT / "tests/data/samples").glob("*.json"))
        for lang, report in json.loads(path.read_text(encoding="utf-8"))["reports"].items()
    ]


@pytest.mark.parametrize(("story", "lang", "gold"), samples())
def test_sample_reports(story: str, lang: str, gold: dict[str, object]) -> None:
    report = clean(read_page(ROOT / "tm/reports" / str(gold["file"])))
    day = None if report.date is None else report.date.isoformat()
    assert (report.lang, report.title, day, body_lines(report)) == (
        lang,
        gold["title"],
        gold["date"],
        gold["body_lines"],
    )


@pytest.mark.judge
@pytest.mark.parametrize("key", ["000", "001", "002", "003", "004"])
def test_real_reports(shared: Path, key: str) -> None:
    gold = json.loads((shared / "gold/seeds.json").read_text(encoding="utf-8"))["documents"][key]
    report = clean(read_page(next((shared / "reports").glob(f"{key}*"))))
    # The year of 004 was found outside its file; the text gives only a goal, 2030.
    day = None if key == "004" else date.fromisoformat(gold["date"])
    body = gold.get("body_lines_dedup") or gold["body_lines"]
    assert (report.lang, report.title, report.date, body_lines(report)) == (gold["lang"], gold["title"], day, body)


WHOLE = [
    "TS. Nguyễn Văn An, Phó Vụ trưởng, nói: “Chúng tôi sẽ làm.” Rồi ông ra về.",
    "Hội nghị diễn ra tại TP.HCM ngày 5/11/2020./.\nCác đại biểu thống nhất:\n- Mức đóng;\n- Mức hưởng;\n- Lộ trình.",
    "M. Dupont, 58 ans, a cotisé 172 trimestres. « Et alors ? » demande-t-il.",
    "Trois mesures :\n1. un guichet unique\n2. une carte d’assuré\n3. un numéro vert",
    "Dr. Smith of the U.N. arrived at 8.30 a.m. on Jan. 5.\nHe left at once.",
    "Le ministre a parlé. (VNA)\nPuis il est parti.",
    "Bản quyền thuộc về Báo điện tử",
    "12.000 hộ nghèo được vay vốn",
]


@pytest.mark.parametrize("text", WHOLE)
def test_plain_text_comes_through_whole(text: str) -> None:
    assert body_of(text, lang=None if "\n" in text else "vi") == text.split("\n")


def test_first_line_of_a_plain_text_is_its_headline_unless_a_sentence() -> None:
    body = "Les délégués ont adopté le plan d’action sur la protection des travailleurs migrants."
    titled = clean(page_of(["Un plan pour les travailleurs migrants", "", body]))
    assert (titled.title, titled.title_line, body_lines(titled)) == ("Un plan pour les travailleurs migrants", 1, [3])
    untitled = clean(page_of(["Le plan est adopté.", "", body]))
    assert (untitled.title, body_lines(untitled)) == (None, [1, 3])


LEAD = "La province de Hoa Binh a versé lundi une aide d’urgence à 4 000 familles touchées par les crues."
NEXT = "Chaque famille reçoit 20 kg de riz et deux millions de dongs, payés au bureau de poste du village."
REPEATS = [
    ("same", [LEAD, LEAD, NEXT], {2: "lead repeated in line 1"}),
    ("glued second", [LEAD, LEAD.replace("une aide", "uneaide"), NEXT], {2: "lead repeated in line 1"}),
    ("glued first", [LEAD.replace(" a", "a"), LEAD, NEXT], {1: "lead repeated in line 2"}),
    ("dateline", [LEAD, f"Hoa Binh (VNA) - {LEAD}", NEXT], {2: "lead repeated in line 1"}),
    ("goes on", [LEAD, f"{LEAD} {NEXT}", NEXT + " Une école a rouvert."], {1: "lead repeated in line 2"}),
    ("quotation", [LEAD, NEXT, f"« {LEAD[:60]} », a dit le maire, « et ce n’est qu’un début pour notre vallée. »"], {}),
]


@pytest.mark.parametrize(("name", "lines", "dropped"), REPEATS, ids=[case[0] for case in REPEATS])
def test_repeated_lead_goes_once(name: str, lines: list[str], dropped: dict[int, str]) -> None:
    report = clean(page_of(lines))
    assert {line.line.number: line.reason for line in report.dropped} == dropped


ARTICLE = [
    "Indonesia will extend health insurance to 20 million informal workers, its ministry of health said on Monday.",
    "The workers will pay a third of the usual contribution, and the State the rest.",
]
FOREIGN = "Chương trình này sẽ được thực hiện trong ba năm và do ngân sách nhà nước bảo đảm."


def test_paragraph_in_another_language_stays_inside_and_goes_outside() -> None:
    inside = clean(page_of([ARTICLE[0], FOREIGN, ARTICLE[1]]))
    assert [paragraph.lang for paragraph in inside.paragraphs] == ["en", "vi", "en"]
    assert inside.notes == ("line 2 is in another language (vi)",)
    after = clean(page_of([*ARTICLE, FOREIGN]))
    assert [(line.line.number, line.reason) for line in after.dropped] == [(3, "text in another language (vi)")]


def test_language_given_is_trusted() -> None:
    assert clean(page_of(["Hari ini kami pergi ke pasar."]), lang="en").lang == "en"


REFUSED = [
    ("Pemerintah akan memperluas jaminan sosial bagi pekerja informal mulai tahun depan.", "Indonesian, it seems"),
    ("El Gobierno ampliará la protección social de los trabajadores informales desde el próximo año.", "Spanish"),
    ("Home\nAbout us\nContact\nShare\nPrint\nAll rights reserved", "no article found"),
    ("Trang chủ\nThời sự\nXã hội\nTin liên quan\nBình luận (0)\nGửi bình luận", "no article found"),
    ("", "no language we can tell"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_refused(text: str, said: str) -> None:
    with pytest.raises(FileError, match=said):
        clean(page_of(text.split("\n")))


def test_markup_tells_what_lines_are() -> None:
    lines = (
        Line(1, "Le Quotidien", "heading"),
        Line(2, "Dossier : les retraites en Asie", "heading"),
        Line(3, LEAD),
        Line(4, "Un marché de Hoa Binh sous la pluie.", "caption"),
        Line(5, "Le riz sera plus cher cet hiver", "link"),
        Line(6, "Une aide attendue", "heading"),
        Line(7, NEXT),
    )
    page = Page(path="p.html", lines=lines, encoding="utf-8", title="Dossier : les retraites en Asie - Le Quotidien")
    report = clean(page)
    assert (report.title, body_lines(report)) == ("Dossier : les retraites en Asie", [3, 6, 7])


def test_headline_of_the_metadata_loses_the_name_of_the_site() -> None:
    report = clean(page_of([LEAD, NEXT], title="Crues : une aide pour 4 000 familles | Le Quotidien"))
    assert (report.title, report.title_line) == ("Crues : une aide pour 4 000 familles", None)


def test_explain_tells_of_every_line() -> None:
    page = page_of(["Accueil", "", "Une aide pour les sinistrés", LEAD, "Photo : VNA", NEXT])
    rows = [(line.number, stays, why) for line, stays, why in explain(page, clean(page))]
    assert rows == [
        (1, False, "navigation"),
        (2, False, "blank"),
        (3, True, "headline"),
        (4, True, "body"),
        (5, False, "photo caption"),
        (6, True, "body"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TEXT), st.text(max_size=30)), max_size=40))
def test_every_line_is_headline_paragraph_dropped_or_blank(lines: list[str]) -> None:
    page = page_of([LEAD, *lines, NEXT])
    report = clean(page, lang="vi")
    title = [] if report.title_line is None else [report.title_line]
    told = sorted(title + body_lines(report) + [dropped.line.number for dropped in report.dropped])
    written = [line.number for line in page.lines if look(line).shape != "blank"]
    assert told == written
    assert body_lines(report) == sorted(body_lines(report))
