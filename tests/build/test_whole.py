"""What a build makes of decisions, of lines that recur, and of all its reports together."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.samples import REPORTS, ROOT, alignments
from tmkit import formats
from tmkit.align import Bead
from tmkit.align.decisions import DecisionFolder, ReportHashes
from tmkit.build import build
from tmkit.build.base import Summary
from tmkit.errors import FileError
from tmkit.model import Prop, Unit
from tmkit.project import Project
from tmkit.reports import read_report
from tmkit.reports.sentences import segment

VI = "ke-hoach-hanh-dong-bao-ve-lao-dong-di-cu.txt"
FR = "droits-des-travailleurs-migrants-plan-d-action.txt"
OTHERS = (
    "assurance-chomage-aide-a-la-formation.txt",
    "pret-de-150-millions-pour-reduire-la-pauvrete.txt",
    "vieillissement-soins-aux-personnes-agees.txt",
)


def project(folder: Path, *names: str, **more: Any) -> Project:
    """Return a project of some of the sample reports, as plain clean text."""
    reports = folder / "reports"
    reports.mkdir()
    for name in names:
        report = read_report(REPORTS / name)
        text = "\n\n".join([report.title or "", *(paragraph.text for paragraph in report.paragraphs)])
        (reports / name).write_text(text + "\n", encoding="utf-8")
    return Project(root=folder, reports=reports, memories=folder, decisions=folder / "decisions", model="none", **more)


def sides(one: Project) -> tuple[ReportHashes, ReportHashes]:
    texts = [[s.text for s in segment(read_report(one.reports / name))] for name in (VI, FR)]
    return ReportHashes.of(VI, "vi", texts[0]), ReportHashes.of(FR, "fr", texts[1])


def units(one: Project) -> list[Unit]:
    with formats.read(one.memories / "memory.vi-fr.tmx") as (_, found):
        return list(found)


def test_what_was_decided_is_built(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR)
    row = build(one).pairs[0]
    first = row.kept
    DecisionFolder(one.decisions).store(*sides(one), confirmed=[Bead((0,), (3,)), Bead((1,), ())])
    summary = build(one)
    assert [(d.source, d.target, d.confirmed, d.rejected, d.again) for d in summary.decisions] == [(VI, FR, 2, 0, ())]
    reviewed = [unit for unit in units(one) if Prop("x-reviewed", "yes") in unit.props]
    texts = sides(one)
    assert len(texts[0].hashes) > 3
    assert [unit.props[0] for unit in reviewed] == [Prop("x-score", "1.00")]
    assert 0 < summary.pairs[0].kept <= first


def test_a_changed_sentence_is_asked_again_and_the_rest_stays(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR)
    _, a, _, gold = next(s for s in alignments("vi", "fr") if s[1].file == VI)
    singles = [Bead(x, y) for x, y in gold if len(x) == len(y) == 1]
    DecisionFolder(one.decisions).store(*sides(one), confirmed=singles)
    changed = singles[2].source[0]
    text = a.sentences[changed]
    report = one.reports / VI
    old = report.read_text(encoding="utf-8")
    new = old.replace(text[:30], "Hôm nay " + text[:30])
    assert new != old
    report.write_text(new, encoding="utf-8")
    row = build(one).decisions[0]
    assert row.confirmed == len(singles) - 1
    assert len(row.again) == 1
    assert "changed" in row.again[0]
    reviewed = [unit for unit in units(one) if Prop("x-reviewed", "yes") in unit.props]
    assert len(reviewed) == len(singles) - 1


def test_decisions_pair_reports_that_pairing_would_leave(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR, pair_threshold=1.0)
    DecisionFolder(one.decisions).store(*sides(one), confirmed=[Bead((0,), (0,))])
    assert [pair.reasons for pair in build(replace(one, pair_threshold=1.0)).pairs][-1:] in (
        [("a reviewer's decisions",)],
        [build(one).pairs[-1].reasons],
    )


def test_decisions_about_other_reports_wait(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR)
    DecisionFolder(one.decisions).store(
        ReportHashes.of("gone.txt", "vi", ["Một."]),
        ReportHashes.of("lost.txt", "fr", ["Un."]),
        confirmed=[Bead((0,), (0,))],
    )
    summary = build(one)
    assert summary.waiting == (str(one.decisions / "gone.lost.tsv"),)
    assert summary.decisions == ()


def test_a_decision_file_with_conflict_marks_stops_the_build(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR)
    path = DecisionFolder(one.decisions).store(*sides(one), confirmed=[Bead((0,), (0,))])
    path.write_text(path.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"tsv:6: .*git"):
        build(one)
    assert not (tmp_path / "memory.tmx").exists()


def test_a_line_that_recurs_across_reports_is_kept_out(tmp_path: Path) -> None:
    one = project(tmp_path, VI, FR, *OTHERS)
    standing = "Cet espace est ouvert à toutes les régions du pays et à leurs habitants."
    for name in (FR, *OTHERS):
        with (one.reports / name).open("a", encoding="utf-8") as stream:
            stream.write(f"\n{standing}\n")
    assert standing in {s.text for s in segment(read_report(one.reports / FR))}
    build(one)
    assert standing not in {unit.text("fr") for unit in units(one)}
    page = (tmp_path / "build.html").read_text(encoding="utf-8")
    assert f"stands in {1 + len(OTHERS)} different reports" in page


def test_words_are_learned_from_many_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmkit.build.job._ENOUGH", 1)
    monkeypatch.setattr("tmkit.build.matcher.learn", _taught)
    summary = build(project(tmp_path, VI, FR))
    assert summary.learned == 1


def _taught(pairs: list[tuple[str, str]], **more: object) -> object:
    from tmkit.lang.lexicon import Entry, Lexicon

    assert len(pairs) > 5
    return Lexicon([Entry({"vi": ("thử",), "fr": ("essai",)})])


@pytest.mark.judge
def test_whoever_has_the_five_reports_gets_the_reviewed_memory(tmp_path: Path, shared: Path) -> None:
    one = Project(
        root=tmp_path,
        reports=shared / "reports",
        memories=tmp_path,
        decisions=ROOT / "tm" / "decisions",
        model="none",
        threshold=1.0,
    )
    summary: Summary = build(one)
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    wanted = [(len(b["vi"]), len(b["fr"])) for b in gold["alignment_000_003"]["beads"] if b["vi"] and b["fr"]]
    assert [(d.confirmed, d.again) for d in summary.decisions] == [(len(gold["alignment_000_003"]["beads"]), ())]
    found = units(one)
    assert [unit.props[:1] for unit in found] == [(Prop("x-score", "1.00"),)] * len(wanted)
    assert [{p.type: p.text for p in unit.props}["x-bead"] for unit in found] == [f"{a}-{b}" for a, b in wanted]
    assert all(Prop("x-reviewed", "yes") in unit.props for unit in found)


@pytest.mark.judge
def test_decisions_hold_no_word_of_the_reports(shared: Path) -> None:
    for path in (ROOT / "tm" / "decisions").glob("*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines()[4:]:
            assert set(line) <= set("confirmedrejected0123456789abcdef- \t")
