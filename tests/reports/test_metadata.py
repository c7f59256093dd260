"""Headlines and days of publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.pages import FOLDER, page_of, read
from tmkit.lang.text import fold
from tmkit.reports.body import clean
from tmkit.reports.cleaning.dates import find_days, find_months

WRITTEN = [
    ("14/04/2015 - 18:30", (2015, 4, 14)),
    ("18:30 | 14-04-2015", (2015, 4, 14)),
    ("2015-04-14T18:30:00+07:00", (2015, 4, 14)),
    ("Thứ Ba, 14/04/2015", (2015, 4, 14)),
    ("Ngày 5 tháng 11 năm 2020", (2020, 11, 5)),
    ("5 Tháng Tám, 2020", (2020, 8, 5)),
    ("Thứ năm, 21 tháng 11, 2019 - 16:20:11", (2019, 11, 21)),
    ("Mardi 14 avril 2015", (2015, 4, 14)),
    ("le 1er mai 2020", (2020, 5, 1)),
    ("jeu. 17 juin 2021 à 6:12", (2021, 6, 17)),
    ("April 14, 2015", (2015, 4, 14)),
    ("14 April 2015", (2015, 4, 14)),
    ("Apr. 14, 2015", (2015, 4, 14)),
    ("14-Apr-2015", (2015, 4, 14)),
    ("Update: May, 26/2016 - 09:00", (2016, 5, 26)),
    ("14.04.2015", (2015, 4, 14)),
    ("04/25/2016", (2016, 4, 25)),
    ("12. novembre 2021 - 14:47", (2021, 11, 12)),
    ("12 oct. 2023 à 18:32", (2023, 10, 12)),
    ("mar. 14 juin 2022", (2022, 6, 14)),
    ("Mar 14/04/2015", (2015, 4, 14)),
    ("12.09.17", (2017, 9, 12)),
    ("12/09/49", (2049, 9, 12)),
    ("12/09/50", (1950, 9, 12)),
    ("14-Apr-15", (2015, 4, 14)),
    ("14 Th4 2015", (2015, 4, 14)),
    ("Tháng 4 14, 2015", (2015, 4, 14)),
    ("18:30,14/04/2015", (2015, 4, 14)),
    ("14/04/201518:30", (2015, 4, 14)),
    ("2012/11/18", (2012, 11, 18)),
    ("14/4", (0, 4, 14)),
    ("14 avril", (0, 4, 14)),
    ("ngày 28/8", (0, 8, 28)),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_day_as_it_is_written(text: str, day: tuple[int, int, int]) -> None:
    assert [(d.year, d.month, d.day) for d in find_days(fold(text))] == [day]


@pytest.mark.parametrize(
    "text", ["31/02/2015", "1.043.724 tài khoản", "tỷ lệ 3/4%", "0204.3 856 624", "giai đoạn 2016-2020"]
)
def test_no_day(text: str) -> None:
    assert find_days(fold(text)) == []


@given(
    st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"])
)
def test_numeric_days_come_back(day: date, form: str) -> None:
    found = find_days(day.strftime(form))
    assert [d.date for d in found] == [day]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d/%m/%y", "%d.%m.%y", "%d-%b-%y"]))
def test_days_with_two_digits_of_the_year_come_back(day: date, form: str) -> None:
    assert [d.date for d in find_days(fold(day.strftime(form)))] == [day]


def test_months_with_their_year() -> None:
    assert find_months(fold("en novembre 2014, từ tháng 3/2015 đến tháng 13/2015")) == [(2014, 11), (2015, 3)]


FR = [
    "Une aide pour les familles sinistrées du Centre",
    "La province a versé lundi une aide d’urgence à 4 000 familles touchées par les crues dans le Centre.",
    "Chaque famille reçoit 20 kg de riz et deux millions de dongs, payés au bureau de poste du village.",
]
EN = [
    "Families hit by floods get cash",
    "The province paid cash to 4,000 families hit by floods in the central region this week.",
    "Each family hit by the floods gets 20kg of rice and two million dong at the village post office.",
]
DAYS = [
    (
        "crawl day on top",
        [
            "lundi 4 mars 2024",
            "Hanoi 24°C",
            "Accueil",
            "Société",
            "Économie",
            "Culture",
            "Sport",
            "Monde",
            FR[0],
            "Publié le 12/11/2020",
            *FR[1:],
        ],
        date(2020, 11, 12),
    ),
    (
        "crawl day alone",
        [
            "lundi 4 mars 2024",
            "Hanoi 24°C",
            "Accueil",
            "Société",
            "Économie",
            "Culture",
            "Sport",
            "Monde",
            "Emploi",
            *FR,
        ],
        None,
    ),
    (
        "published before updated",
        [FR[0], "Mis à jour le 14/11/2020", "Publié le 12/11/2020", *FR[1:]],
        date(2020, 11, 12),
    ),
    (
        "both in one line",
        [FR[0], "Publié le 12 novembre 2020 à 19h45, modifié le 1er décembre 2020", *FR[1:]],
        date(2020, 11, 12),
    ),
    (
        "updated first in one line",
        [FR[0], "Mis à jour le 14/11/2020, publié le 12/11/2020", *FR[1:]],
        date(2020, 11, 12),
    ),
    ("above the headline", ["12/11/2020", *FR], date(2020, 11, 12)),
    ("below the text", [*FR, "Publié le 12/11/2020"], date(2020, 11, 12)),
    ("day of a comment", [*FR, "Commentaires", "Lila", "13 mars 2021 à 8 h 30", "Merci !"], None),
    ("dateline", [FR[0], f"HANOÏ, 12 novembre 2020 (VNA) – {FR[1]}", FR[2]], date(2020, 11, 12)),
    ("dateline below the lead", [*FR[:2], f"HANOÏ, 12 novembre 2020 (VNA) – {FR[2]}"], date(2020, 11, 12)),
    ("author before", [FR[0], "par Claire Fontaine / 12 novembre 2020", *FR[1:]], date(2020, 11, 12)),
    ("place before", [FR[0], "Huê, le 12 novembre 2020", *FR[1:]], date(2020, 11, 12)),
    ("section before", [FR[0], "Société - 12/11/2020 15:07", *FR[1:]], date(2020, 11, 12)),
    ("buttons behind", [FR[0], "12-11-2020 07:30 (GMT+7) Partager Imprimer Enregistrer", *FR[1:]], date(2020, 11, 12)),
    ("label above", [FR[0], "Publié le :", "12/11/2020", "Mis à jour le :", "14/11/2020", *FR[1:]], date(2020, 11, 12)),
    ("bare before updated", [FR[0], "12 novembre 2020", "Mis à jour le 14 novembre 2020", *FR[1:]], date(2020, 11, 12)),
    ("only updated", [FR[0], "Mis à jour le 14/11/2020", *FR[1:]], date(2020, 11, 14)),
    (
        "crawl day and the right one",
        ["lundi 4 mars 2024", "Accueil", "Société", "Économie", FR[0], "12/11/2020", *FR[1:]],
        date(2020, 11, 12),
    ),
    (
        "days of a list below",
        [*FR, "12/11/2019", "Une école rouvre à Huê", "13/11/2019", "Un pont pour trois villages", "14/11/2019"],
        None,
    ),
    ("licence below", [*FR, "Licence n° 210 du 3 avril 2014. Tous droits réservés."], None),
    ("caption above", [FR[0], "Des maisons inondées à Huê, le 12 octobre 2019. (Photo : VNA)", *FR[1:]], None),
    ("American page", ["04/25/2016", *EN], date(2016, 4, 25)),
    (
        "American order of a second date",
        ["For Immediate Release: 04/05/2016", *EN, "Next Release", "Last week: 04/25/2016"],
        date(2016, 4, 5),
    ),
    ("British order", ["Updated: 10:59, 04/05/2016", *EN], date(2016, 5, 4)),
]


@pytest.mark.parametrize(("name", "lines", "day"), DAYS, ids=[case[0] for case in DAYS])
def test_day_of_publication(name: str, lines: list[str], day: date | None) -> None:
    assert clean(page_of(lines)).date == day


OPENING = "Ngày 14/4, tại Hà Nội, hai bộ tổ chức cuộc họp lần thứ hai về giảm nghèo bền vững."
IMPLIED = [
    ("past day", "Cuộc họp lần thứ nhất đã được tổ chức ngày 26/11/2014.", date(2015, 4, 14)),
    ("past month", "Cuộc họp lần thứ nhất đã được tổ chức tháng 3/2014.", date(2014, 4, 14)),
    ("goal", "Đây là mục tiêu đặt ra đến năm 2030.", None),
    ("future day", "Cuộc họp tiếp theo sẽ được tổ chức ngày 26/11/2014.", None),
    ("a later year", "Cuộc họp lần thứ nhất đã được tổ chức ngày 26/11/2010. Năm 2013 đã có thêm ba dự án.", None),
    ("nothing", "Các đại biểu đã trao đổi kinh nghiệm.", None),
]


@pytest.mark.parametrize(("name", "more", "day"), IMPLIED, ids=[case[0] for case in IMPLIED])
def test_year_that_the_text_implies(name: str, more: str, day: date | None) -> None:
    report = clean(page_of([OPENING, more]))
    assert report.date == day
    assert len(report.notes) == 1
    assert ("14/4" in report.notes[0], "implied" in report.notes[0]) == (True, day is not None)


TITLES = [
    ("breadcrumb and headline", ["Accueil > Société", FR[0], FR[0], *FR[1:]], 3),
    ("section", ["Société", *FR], 2),
    ("kicker", ["Centre • Solidarité et familles", *FR], 2),
    ("caption on top", ["Des maisons inondées dans le Centre. (Photo : VNA)", "", *FR[1:]], None),
    ("name of the site", ["Le Quotidien du Centre", "Accueil", "Sport", *FR], 4),
    ("author between", [FR[0], "Claire Fontaine", *FR[1:]], 1),
    ("no headline", FR[1:], None),
    ("sort of report", ["COMMUNIQUÉ DE PRESSE", "Accueil", *FR], 3),
    ("interview", ["Accueil", "Entretien avec Claire Fontaine", "« Nos familles ont tout perdu »", *FR[1:]], 3),
    ("label and stop", ["Accueil", "Crues. Une aide d’urgence pour 4 000 familles", "12/11/2020", *FR[1:]], 2),
    (
        "standfirst",
        ["Accueil", FR[0], "Quatre mille familles touchées par les crues reçoivent du riz et de l’argent", *FR[1:]],
        2,
    ),
    (
        "buttons, then a standfirst",
        ["Accueil", FR[0], "Partager", "Imprimer", "Du riz et deux millions de dongs par famille touchée", *FR[1:]],
        2,
    ),
    (
        "section and a headline",
        ["Accueil", "Une aide pour les familles", "La province verse deux millions de dongs à 4 000 familles", *FR[1:]],
        3,
    ),
    (
        "day of a list above",
        ["Les plus lus", "Une aide d’urgence pour les pêcheurs du Centre", "11/11/2020", FR[0], "12/11/2020", *FR[1:]],
        4,
    ),
]


@pytest.mark.parametrize(("name", "lines", "number"), TITLES, ids=[case[0] for case in TITLES])
def test_line_of_the_headline(name: str, lines: list[str], number: int | None) -> None:
    assert clean(page_of(lines)).title_line == number


def test_headline_named_in_the_comments() -> None:
    lines = ["Accueil", "Le bac du fleuve", "2 mai 2014 par Basile", *FR[1:], "2 réflexions sur « Le bac du fleuve »"]
    report = clean(page_of(lines))
    assert (report.title, report.title_line, report.date) == ("Le bac du fleuve", 2, date(2014, 5, 2))


SITES = [
    ("behind", ["Accueil", f"{FR[0]} | Le Quotidien du Centre", *FR[1:]], FR[0]),
    ("behind, named elsewhere", ["Le Quotidien", "Accueil", f"{FR[0]} - Le Quotidien", *FR[1:]], FR[0]),
    ("before", ["Le Quotidien", "Accueil", f"Le Quotidien - {FR[0]}", *FR[1:]], FR[0]),
    ("no site", ["Accueil", "Crues : une aide d’urgence - et des questions", *FR[1:]], None),
    ("broken line", ["Accueil", "Une aide pour les familles sinistrées", "du Centre après les crues", *FR[1:]], "du"),
]


@pytest.mark.parametrize(("name", "lines", "title"), SITES, ids=[case[0] for case in SITES])
def test_text_of_the_headline(name: str, lines: list[str], title: str | None) -> None:
    whole = {"no site": lines[1], "broken line": f"{lines[1]} {lines[2]}"}
    assert clean(page_of(lines)).title == whole.get(name, title)


HEADERS = sorted((FOLDER.parent / "headers").glob("*.txt"))
"""Tops of pages of many kinds, over a few paragraphs; the headline and the day alone are judged."""


@pytest.mark.parametrize("path", HEADERS, ids=lambda path: path.stem)
def test_headline_and_day_of_a_page(path: Path) -> None:
    gold = read(path)
    report = clean(gold.page)
    assert (report.title, report.date) == (" ".join(text for mark, text in gold.rows if mark == "T"), gold.day)
