"""Lines that a site adds to each of its pages are told from what its reports say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import samples
from tmkit.reports.recurring import KeptOut, Recurrence, RecurringLines

FOLLOW = "Theo dõi báo Sông Hương trên Facebook và Zalo."
STANDING = (
    "Mọi thông tin trên trang này thuộc bản quyền của Trung tâm Thông tin An sinh; cấm sao chép dưới mọi hình thức."
)
BACKGROUND = "Việt Nam hiện có khoảng 7 triệu người khuyết tật, chiếm hơn 7% dân số từ 2 tuổi trở lên."


def heard(reports: Iterable[Sequence[str]], lang: str = "vi") -> RecurringLines:
    recurrence = Recurrence()
    for sentences in reports:
        recurrence.add(lang, sentences)
    return recurrence.lines()


def story(number: int, sentences: int = 8) -> list[str]:
    """Give a report like no other: each of its sentences stands in it alone."""
    return [
        f"Câu thứ {n} của bản tin số {number} nói về một việc khác hẳn các bản tin còn lại." for n in range(sentences)
    ]


def lost(reports: Sequence[Sequence[str]], lang: str = "vi") -> set[str]:
    lines = heard(reports, lang)
    return {one[kept.index] for one in reports for kept in lines.find(lang, one)}


def at(place: int, line: str, count: int, *, of: int = 0) -> list[list[str]]:
    """Give stories of which the first ones hold a line at a place; -1 is the end."""
    reports = [story(n) for n in range(max(count, of))]
    for one in reports[:count]:
        one.insert(place if place >= 0 else len(one), line)
    return reports


@pytest.mark.parametrize(
    ("line", "place", "count", "of"),
    [
        (FOLLOW, -1, 2, 2),
        (FOLLOW, 0, 2, 2),
        (FOLLOW, -1, 3, 500),
        (FOLLOW, 4, 3, 9),
        (FOLLOW, 4, 10, 100),
        ("Tòa soạn: 12 Nguyễn Huệ – Hotline: 0234 382 1234", -1, 2, 30),
        ("Thu Hằng", -1, 2, 30),
        ("Ảnh: Thu Hằng", 3, 3, 500),
        (STANDING, -1, 3, 500),
    ],
)
def test_what_recurs(line: str, place: int, count: int, of: int) -> None:
    assert lost(at(place, line, count, of=of)) == {line}


@pytest.mark.parametrize(
    ("line", "place", "count", "of"),
    [
        (FOLLOW, -1, 1, 30),
        (FOLLOW, 4, 2, 9),
        (BACKGROUND, 4, 2, 9),
        (BACKGROUND, -1, 2, 2),
        (BACKGROUND, 4, 9, 100),
        ("Thu Hằng", 3, 2, 30),
        ("Xin trân trọng cảm ơn bà!", -1, 12, 30),
        ("1.", 2, 20, 30),
        ("12,5%", 2, 20, 30),
    ],
)
def test_what_is_content(line: str, place: int, count: int, of: int) -> None:
    assert lost(at(place, line, count, of=of)) == set()


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("vi", "Xin cảm ơn ông!"),
        ("fr", "Je vous remercie."),
        ("fr", "– Merci beaucoup !"),
        ("en", "“Thank you very much.”"),
    ],
)
def test_thanks_end_any_interview(lang: str, line: str) -> None:
    assert lost(at(-1, line, 20), lang) == set()


def test_the_reason_counts_the_reports() -> None:
    reports = at(-1, FOLLOW, 7)
    assert heard(reports).find("vi", reports[0]) == (KeptOut(8, "stands in 7 different reports"),)


def test_case_blanks_and_marks_around_a_line_say_nothing() -> None:
    reports = [[*story(n), line] for n, line in enumerate(("- Thu Hằng", "THU  HẰNG", "thu\u00a0hằng."))]
    assert lost(reports) == {"- Thu Hằng", "THU  HẰNG", "thu\u00a0hằng."}


def test_composed_and_decomposed_letters_are_one() -> None:
    reports = [[*story(n), line] for n, line in enumerate(("Thu Hằng", "Thu Ha\u0306\u0300ng"))]
    assert lost(reports) == {"Thu Hằng", "Thu Ha\u0306\u0300ng"}


def test_a_moment_recurs_with_other_digits() -> None:
    moments = ["14/04/2015 - 18:30", "02/11/2016 - 07:05", "30/12/2019 - 23:59"]
    assert lost([[moment, *story(n)] for n, moment in enumerate(moments)]) == set(moments)


def test_a_sentence_with_other_digits_is_another() -> None:
    lines = [f"Cả nước có {n} triệu người tham gia." for n in (15, 16, 17)]
    assert lost([[*story(n), line] for n, line in enumerate(lines)]) == set()


def test_a_whole_footer_recurs_from_the_end_inwards() -> None:
    footer = [FOLLOW, "Bản quyền thuộc về báo Sông Hương.", "Cấm sao chép dưới mọi hình thức."]
    assert lost([[*story(n), *footer] for n in range(3)] + [story(n) for n in range(10, 400)]) == set(footer)


def test_languages_are_apart() -> None:
    recurrence = Recurrence()
    for number, lang in enumerate(("vi", "fr", "en")):
        recurrence.add(lang, [*story(number), "VNA 2015"])
    assert len(recurrence.lines()) == 0


def test_reprints_are_one_story() -> None:
    assert lost([story(0)] * 5) == set()


def test_versions_of_a_story_are_one() -> None:
    first, second = story(0, 12), story(1, 12)
    later = [*first[:6], *second[:6]]
    cut = first[:5]
    assert lost([first, later, cut, *(story(n) for n in range(5, 12))]) == set()


def test_a_version_with_a_new_beginning_is_one() -> None:
    first = story(0, 14)
    updated = [*story(1, 5), *first[5:]]
    again = [*story(2, 5), *first[5:]]
    assert lost([first, updated, again]) == set()


def test_short_reports_with_a_long_footer_are_different_stories() -> None:
    footer = [FOLLOW, "Bản quyền thuộc về báo Sông Hương."]
    assert lost([[*story(n, 3), *footer] for n in range(4)]) == set(footer)


def test_a_report_that_mostly_recurs_keeps_all() -> None:
    lines = heard([[*story(n), FOLLOW, "Thu Hằng"] for n in range(4)])
    assert lines.find("vi", [FOLLOW, "Thu Hằng", "Ngắn."]) == ()


def test_nothing_recurs_in_nothing() -> None:
    assert len(heard([])) == len(heard([[]])) == 0
    assert heard([["Một câu."]]).find("vi", []) == ()


def test_nothing_of_the_samples_is_lost() -> None:
    recurrence = Recurrence()
    for sample in samples():
        recurrence.add(sample.lang, sample.sentences)
    lines = recurrence.lines()
    assert [s.file for s in samples() if lines.find(s.lang, s.sentences)] == []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=8))
def test_the_order_of_the_reports_says_nothing(reports: list[list[str]]) -> None:
    turned = reports[::-1]
    one, other = heard(reports, "en"), heard(turned, "en")
    assert [one.find("en", report) for report in reports] == [other.find("en", report) for report in reports]


def _plain(line: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", line).lower() if char.isalnum())


@given(st.lists(st.lists(st.text(alphabet="aàÀ ’'.-", max_size=5), max_size=6), max_size=6))
def test_what_is_found_stands_in_two_reports(reports: list[list[str]]) -> None:
    lines = heard(reports, "en")
    for place, report in enumerate(reports):
        others = {_plain(line) for n, other in enumerate(reports) if n != place for line in other}
        assert {_plain(report[kept.index]) for kept in lines.find("en", report)} <= others


@given(st.integers(3, 30), st.integers(4, 12))
def test_a_footer_of_every_report_is_found_and_nothing_else(count: int, sentences: int) -> None:
    reports = [[*story(n, sentences), FOLLOW] for n in range(count)]
    assert [[kept.index for kept in heard(reports).find("vi", one)] for one in reports[:3]] == [[sentences]] * 3
