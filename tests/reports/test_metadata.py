"""Headlines and days of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.pages import page_of
from tmkit.lang.text import fold
from tmkit.reports.body import clean
from tmkit.reports.dates import find_days, find_months

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
]


@pytest.mark.parametrize(("name", "lines", "number"), TITLES, ids=[case[0] for case in TITLES])
def test_line_of_the_headline(name: str, lines: list[str], number: int | None) -> None:
    assert clean(page_of(lines)).title_line == number
