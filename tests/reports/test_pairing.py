"""Reports that tell the same story are found, and those that only look like it are not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tmkit.reports.base import Paragraph, Report
from tmkit.reports.pairing import fingerprint, pair_reports

DATA = Path(__file__).resolve().parent.parent / "data" / "pairing"


def reports() -> list[tuple[str, Report]]:
    found = []
    for path in sorted(DATA.glob("*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            report = Report(
                path=entry["id"],
                lang=entry["lang"],
                title=entry["title"],
                date=date.fromisoformat(entry["date"]) if entry["date"] else None,
                paragraphs=tuple(Paragraph(text, n, entry["lang"]) for n, text in enumerate(entry["paragraphs"], 1)),
                dropped=(),
                repairs=(),
            )
            found.append((entry["story"], report))
    return found


def gold(told: list[tuple[str, Report]]) -> set[frozenset[str]]:
    return {
        frozenset((one.path, other.path))
        for story, one in told
        for another, other in told
        if story == another and one.lang != other.lang
    }


def test_confusable_reports() -> None:
    told = reports()
    pairs = pair_reports([fingerprint(report) for _, report in told])
    assert {frozenset((p.source, p.target)) for p in pairs} == gold(told)


def test_one_version_of_each_story_pairs_with_nothing() -> None:
    # Every pair found here is wrong: each story has one report left, in a language taken in turn.
    versions: dict[str, list[Report]] = {}
    for story, report in reports():
        versions.setdefault(story, []).append(report)
    wrong = [
        (p.source, p.target)
        for turn in range(3)
        for p in pair_reports([fingerprint(v[(turn + n) % len(v)]) for n, v in enumerate(versions.values())])
    ]
    assert len(wrong) <= 1, wrong


def test_the_score_says_why() -> None:
    told = [report for _, report in reports() if report.path.startswith("meeting-2-")]
    pairs = pair_reports([fingerprint(report) for report in told])
    assert len(pairs) == 3
    for pair in pairs:
        assert pair.score > 0.8
        assert any(reason.startswith("numbers ") for reason in pair.reasons)


def report(path: str, lang: str, text: str) -> Report:
    return Report(
        path=path, lang=lang, title=None, date=None, paragraphs=(Paragraph(text, 1, lang),), dropped=(), repairs=()
    )


def test_reports_of_one_language_are_no_pair() -> None:
    text = "Ngày 14/4, tại Hà Nội, 150 đại biểu của 10 nước ASEAN dự hội nghị về an sinh xã hội."
    assert pair_reports([fingerprint(report("a", "vi", text)), fingerprint(report("b", "vi", text))]) == []


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_pair(count: int) -> None:
    assert pair_reports([fingerprint(report("a", "vi", "Hà Nội."))] * count) == []


def test_many_reports_are_not_compared_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    from tmkit.reports import pairing

    compared: list[tuple[int, int]] = []
    real = pairing._Collection.shared

    def shared(self: pairing._Collection, one: int, other: int) -> object:
        compared.append((one, other))
        return real(self, one, other)

    monkeypatch.setattr(pairing._Collection, "shared", shared)
    prints = [
        fingerprint(report(f"{n}-{lang}", lang, f"{place} {n} {n * 37} {n * 91}."))
        for n in range(300)
        for lang, place in (("vi", "Hà Nội có"), ("fr", "Hanoï compte"))
    ]
    pairs = pair_reports(prints, threshold=0.0)
    assert len(compared) <= 16 * len(prints)
    assert {p.source.split("-")[0] == p.target.split("-")[0] for p in pairs} == {True}
