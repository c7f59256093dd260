from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.lang.quantities import quantities

CASES = [
    ("vi", "Ngày 14/4, tại Hà Nội", ["date --04-14"]),
    ("vi", "Ngày 05/11/2020, Bộ chủ trì", ["date 2020-11-05"]),
    ("vi", "ngày 5 tháng 11 năm 2020", ["date 2020-11-05"]),
    ("vi", "vào tháng 11 năm 2014", ["date 2014-11"]),
    ("vi", "giữa tháng 11/2020", ["date 2020-11"]),
    ("vi", "trên 70 vạn lao động", ["number 700000"]),
    ("vi", "hơn 6.000 dự án", ["number 6000"]),
    ("vi", "là 1.043.724.", ["number 1043724"]),
    ("vi", "217 triệu đồng", ["number 217000000"]),
    ("vi", "1,5 nghìn tỷ đồng", ["number 1500000000000"]),
    ("vi", "tăng 12,5% so với năm 2019", ["percent 12.5", "number 2019"]),
    ("vi", "30 phần trăm", ["percent 30"]),
    ("vi", "hai mươi lăm tỉnh", ["number 25"]),
    ("vi", "năm nay", []),
    ("vi", "lúc 18 giờ 30", ["time 18:30"]),
    ("fr", "le 14 avril 2015", ["date 2015-04-14"]),
    ("fr", "le 1er mai", ["date --05-01"]),
    ("fr", "en novembre 2014", ["date 2014-11"]),
    ("fr", "1,5 milliard d’euros", ["number 1500000000"]),
    ("fr", "6 000 projets", ["number 6000"]),
    ("fr", "6\u202f000 projets", ["number 6000"]),
    ("fr", "14,2 %", ["percent 14.2"]),
    ("fr", "14,2\u00a0%", ["percent 14.2"]),
    ("fr", "dix pour cent", ["percent 10"]),
    ("fr", "quatre-vingt-dix personnes", ["number 90"]),
    ("fr", "vingt-cinq provinces", ["number 25"]),
    ("fr", "à 18h30", ["time 18:30"]),
    ("fr", "la 2e réunion", ["number 2"]),
    ("en", "on April 14", ["date --04-14"]),
    ("en", "14 April 2015", ["date 2015-04-14"]),
    ("en", "April 14, 2015", ["date 2015-04-14"]),
    ("en", "in November 2014", ["date 2014-11"]),
    ("en", "2015-04-14", ["date 2015-04-14"]),
    ("en", "$1.5 million", ["number 1500000"]),
    ("en", "6,000 projects", ["number 6000"]),
    ("en", "14.2 percent", ["percent 14.2"]),
    ("en", "the 29th meeting", ["number 29"]),
    ("en", "twenty-five provinces", ["number 25"]),
    ("en", "two hundred and five", ["number 205"]),
    ("en", "one of them", []),
    ("en", "COVID-19 and G20", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_values(lang: str, text: str, expected: list[str]) -> None:
    assert [f"{q.kind} {q.value}" for q in quantities(text, lang)] == expected


def test_spans_are_places_in_the_text() -> None:
    text = "Tăng 12,5% so với 70 vạn người ngày 14/4."
    assert [text[q.start : q.end] for q in quantities(text, "vi")] == ["12,5%", "70 vạn", "14/4"]


@given(st.text(alphabet="0123456789.,/-: %tháng năm triệu avril April million hai", max_size=60))
def test_never_overlap(text: str) -> None:
    for lang in ("vi", "fr", "en"):
        found = quantities(text, lang)
        assert all(a.end <= b.start for a, b in pairwise(found))
