"""The commands do what section and manual say: shapes, formats, exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Command
from tests.samples import REPORTS
from tmkit import __version__

VI = REPORTS / "ke-hoach-hanh-dong-bao-ve-lao-dong-di-cu.txt"
FR = REPORTS / "droits-des-travailleurs-migrants-plan-d-action.txt"
LANGS = ("--source-lang", "vi", "--target-lang", "fr")


def test_version(tmkit: Command) -> None:
    assert tmkit("--version").out == f"tmkit {__version__}\n"


def test_version_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['tmkit', '--version']; from tmkit.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not loaded & {"numpy", "lxml", "lxml.etree", "msgspec", "rich", "babel", "regex", "pydantic", "tmkit.lang"}


def test_help_names_every_command(tmkit: Command) -> None:
    run = tmkit("--help")
    assert run.code == 0
    for name in ("build", "clean", "segment", "pair", "align", "decide"):
        assert re.search(rf"^  {name} ", run.out, re.MULTILINE)
        assert tmkit(name, "--help").code == 0


def test_clean_json(tmkit: Command) -> None:
    answer = json.loads(tmkit("clean", FR, "--json").out)
    assert {"lang", "title", "date", "paragraphs", "dropped", "repairs"} <= set(answer)
    assert answer["lang"] == "fr"
    assert set(answer["dropped"][0]) == {"line", "text", "reason"}
    assert set(answer["repairs"][0]) == {"line", "before", "after", "reason"}


def test_clean_explain_shows_every_line_with_its_reason(tmkit: Command) -> None:
    run = tmkit("clean", FR, "--explain")
    answer = json.loads(tmkit("clean", FR, "--json").out)
    shown = " ".join(run.out.split())
    for dropped in answer["dropped"]:
        assert dropped["reason"].split()[0] in shown
        assert dropped["text"].split()[0] in shown


def test_stdin(tmkit: Command) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tmkit", "clean", "-", "--json"],
        input=VI.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout)["paragraphs"] == json.loads(tmkit("clean", VI, "--json").out)["paragraphs"]


def test_segment(tmkit: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Bà là PGS.TS. Lan. Bà sống tại TP.HCM.\n\nÔng cho biết 70 vạn người đã tham gia.\n", encoding="utf-8"
    )
    run = tmkit("segment", path, "--lang", "vi")
    assert run.out == "Bà là PGS.TS. Lan.\nBà sống tại TP.HCM.\n\nÔng cho biết 70 vạn người đã tham gia.\n"


def test_pair(tmkit: Command) -> None:
    [pair] = json.loads(tmkit("pair", VI, FR, REPORTS / "da-nang-seminar-pension-coverage.txt", "--json").out)
    assert {Path(pair["source"]), Path(pair["target"])} == {VI, FR}
    assert pair["score"] > 0.9
    assert pair["reasons"]
    shown = tmkit("pair", VI, FR, REPORTS / "da-nang-seminar-pension-coverage.txt").out
    assert re.search(r"none\s+\S*da-nang-seminar", shown)


def test_align_beads(tmkit: Command) -> None:
    run = tmkit("align", VI, FR, *LANGS)
    lines = run.out.splitlines()
    assert all(re.fullmatch(r"\[[\d, ]*\]:\[[\d, ]*\]:[01]\.\d\d", line) for line in lines)
    sources = [int(n) for line in lines for n in re.findall(r"\d+", line.split("]")[0])]
    assert sources == list(range(18))


def test_align_sentences(tmkit: Command, tmp_path: Path) -> None:
    one, other = tmp_path / "a.vi", tmp_path / "a.fr"
    one.write_text("Ngày 14/4, tại Hà Nội.\nASEAN có 10 nước.\n", encoding="utf-8")
    other.write_text("Le 14 avril, à Hanoi.\nL'ASEAN compte 10 pays.\n", encoding="utf-8")
    run = tmkit("align", one, other, *LANGS, "--sentences")
    assert [line.rsplit(":", 1)[0] for line in run.out.splitlines()] == ["[0]:[0]", "[1]:[1]"]


@pytest.mark.parametrize("form", ["tmx", "tsv", "json", "xlsx"])
def test_align_formats(tmkit: Command, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"a.{form}"
    assert tmkit("align", VI, FR, *LANGS, "--format", form, "-o", out).code == 0
    if form == "tmx":
        assert len(list(ElementTree.parse(out).iter("tu"))) >= 12
    elif form == "tsv":
        rows = [line.split("\t") for line in out.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
        assert rows[0][:3] == ["decision", "vi", "fr"]
        assert {len(row) for row in rows} == {10}
    elif form == "json":
        assert {"source", "target", "score", "evidence"} <= set(json.loads(out.read_text(encoding="utf-8"))[0])
    else:
        from openpyxl import load_workbook

        cells = list(load_workbook(out, read_only=True)["beads"].values)
        assert cells[0][:3] == ("decision", "vi", "fr")
        assert len(cells) >= 13


def test_align_batch_is_what_single_runs_give(tmkit: Command, tmp_path: Path) -> None:
    batch = tmp_path / "list.tsv"
    batch.write_text(f"{VI}\t{FR}\t{tmp_path / 'one'}\n{VI}\t{FR}\t{tmp_path / 'two'}\n")
    assert tmkit("align", "--batch", batch, *LANGS).code == 0
    single = tmkit("align", VI, FR, *LANGS).out
    assert (tmp_path / "one").read_text() == (tmp_path / "two").read_text() == single


def test_build_json(tmkit: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in (VI, FR):
        (folder / path.name).write_bytes(path.read_bytes())
    summary = json.loads(tmkit("build", tmp_path, "--reports", folder, "--out", tmp_path / "out", "--json").out)
    assert [r["lang"] for r in summary["reports"]] == ["fr", "vi"]
    [pair] = summary["pairs"]
    assert pair["kept"] + len(pair["left_out"]) == pair["beads"]
    assert [Path(m["path"]).name for m in summary["memories"]] == ["memory.vi-fr.tmx", "memory.tmx"]
    assert "<title>memory: build</title>" in Path(summary["page"]).read_text(encoding="utf-8")


def test_quiet_build_prints_nothing(tmkit: Command, tmp_path: Path) -> None:
    for path in (VI, FR):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    run = tmkit("-q", "build", tmp_path, "--reports", tmp_path, "--out", tmp_path / "out")
    assert (run.code, run.out, run.err) == (0, "", "")
