"""Sentences of paragraphs that were written without sight of the rules."""

import re
from pathlib import Path

import pytest

from tmkit.reports.base import Paragraph, Report, Sentence
from tmkit.reports.sentences import segment, split

DATA = Path(__file__).parent.parent / "data" / "segmentation"
MISSED = {
    # An abbreviation that no list of ours has, and a bare initial that opens the next sentence.
    "Thủ tướng Hun Sen, Tổng thống Joko Widodo, TTK. ASEAN Lim Jock Hoi cùng dự. ‖Hội nghị bế mạc lúc 18h.",
    "Tôi đến gặp A. ‖A. không có nhà.",
}


def items() -> list[tuple[str, str]]:
    files = [(path.stem.removeprefix("independent-"), path) for path in sorted(DATA.glob("independent-*.txt"))]
    lines = [(lang, line) for lang, path in files for line in path.read_text("utf-8").splitlines()]
    return [(lang, line) for lang, line in lines if not line.startswith("#")]


def sentences(marked: str) -> list[str]:
    """Return what the marks part, without what agencies set at the ends."""
    parts = [part.strip() for part in marked.split("‖")]
    parts[0] = re.sub(r"^(?:[A-Z]+ )?\((?:AVI|VNA|Chinhphu\.vn|Dân trí)\)(?: [–-])? |^VNA – ", "", parts[0])
    parts[-1] = re.sub(r"(?<=\.)/\.$| -VNA(?:/VI)?$", "", parts[-1])
    return parts


def cases() -> list[object]:
    missed = pytest.mark.xfail(reason="known miss", strict=True)
    return [pytest.param(lang, line, marks=[missed] if line in MISSED else []) for lang, line in items()]


def test_every_language_has_items() -> None:
    assert {lang: sum(code == lang for code, _ in items()) >= 200 for lang in ("vi", "fr", "en")} == {
        "vi": True,
        "fr": True,
        "en": True,
    }
    assert {line for _, line in items()} > MISSED


@pytest.mark.parametrize(("lang", "marked"), cases())
def test_splits_where_a_translator_would(lang: str, marked: str) -> None:
    assert split(marked.replace("‖", ""), lang) == sentences(marked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chế độ này có từ lâu ở Việt Nam/.", ["Chế độ này có từ lâu ở Việt Nam."]),
        ("Tỷ lệ đạt 95%/. -VNA", ["Tỷ lệ đạt 95%."]),
        ("Ông nói: “Tốt lắm.”/.", ["Ông nói: “Tốt lắm.”"]),
        ("Xin chào! Hẹn gặp lại!/.", ["Xin chào!", "Hẹn gặp lại!"]),
        ("Mức lương là 5 triệu đồng/tháng.", ["Mức lương là 5 triệu đồng/tháng."]),
    ],
)
def test_the_closing_mark_leaves_a_full_stop(text: str, expected: list[str]) -> None:
    assert split(text, "vi") == expected
    report = Report(
        path="a.txt", lang="vi", title=None, date=None, paragraphs=(Paragraph(text, 1, "vi"),), dropped=(), repairs=()
    )
    assert segment(report) == tuple(Sentence(sentence, 0, 1) for sentence in expected)
