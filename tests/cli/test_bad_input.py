"""Whatever a user hands in wrongly: one clear line that names the file, exit code 2, nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.samples import REPORTS, ROOT

GOOD = "ke-hoach-hanh-dong-bao-ve-lao-dong-di-cu.txt"
FR = "droits-des-travailleurs-migrants-plan-d-action.txt"
GERMAN = (
    "Die Bundesregierung hat am Mittwoch einen Gesetzentwurf zur sozialen Sicherheit beschlossen. Er soll die Renten "
    "von Menschen verbessern, die viele Jahre lang wenig verdient haben.\n\nDer Minister sprach von einem wichtigen "
    "Schritt. Die Opposition kritisierte das Vorhaben als zu teuer und kündigte Widerstand im Parlament an.\n"
)
FURNITURE = "Trang chủ\nĐăng nhập\nTin nóng\nXem thêm\nChia sẻ\nBình luận (0)\nHotline: 0123 456 789\n"

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "nul.txt": "Ngày 14/4, tại Hà Nội.\n".encode() * 5 + b"a\x00b\n",
    "long-line.txt": b"a " * 25_000_000,
    "german.txt": GERMAN.encode(),
    "furniture.txt": FURNITURE.encode(),
}


@pytest.fixture(params=sorted(BAD))
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name: str = request.param
    path = tmp_path / name
    path.write_bytes(BAD[name])
    return path


def one_line_about(err: str, path: Path) -> bool:
    return err.count("\n") == 1 and err.startswith(f"tmkit: {path}") and ";" in err


def test_a_bad_report_is_one_clear_line(tmkit: Command, bad: Path) -> None:
    run = tmkit("clean", bad)
    assert (run.code, run.out) == (2, "")
    assert one_line_about(run.err, bad), run.err


@pytest.mark.parametrize("command", ["clean", "segment"])
def test_missing_files_and_folders(tmkit: Command, tmp_path: Path, command: str) -> None:
    options = ["--lang", "vi"] if command == "segment" else []
    for path in (tmp_path, tmp_path / "none.txt"):
        run = tmkit(command, path, *options)
        assert run.code == 2
        assert one_line_about(run.err, path), run.err


def test_mixed_encodings_are_read_and_told(tmkit: Command, tmp_path: Path) -> None:
    text = (REPORTS / FR).read_text(encoding="utf-8").split("\n")
    path = tmp_path / "mixed.txt"
    path.write_bytes(b"\n".join(line.encode("cp1252" if n % 2 else "utf-8") for n, line in enumerate(text)))
    run = tmkit("clean", path, "--json")
    assert run.code == 0
    assert "encoding" in run.out


def test_unknown_names_are_told(tmkit: Command, tmp_path: Path) -> None:
    for args, fault in (
        (["clean", REPORTS / GOOD, "--lang", "xx"], "unknown language 'xx'"),
        (["clean", REPORTS / GOOD, "--encoding", "klingon"], "klingon"),
        (["cleen", REPORTS / GOOD], "Did you mean 'clean'?"),
        (["align", REPORTS / GOOD, "--source-lang", "vi", "--target-lang", "fr"], "give SOURCE and TARGET"),
        (["segment", REPORTS / GOOD], "--lang"),
    ):
        run = tmkit(*args)
        assert run.code == 2, args
        assert fault in run.err
        assert run.err.count("\n") == 1


def test_a_bad_report_among_good_ones_is_listed(tmkit: Command, tmp_path: Path, bad: Path) -> None:
    folder, out = tmp_path / "reports", tmp_path / "out"
    folder.mkdir()
    shutil.move(bad, folder)
    for name in (GOOD, FR):
        shutil.copy(REPORTS / name, folder)
    run = tmkit("build", "--reports", folder, "--out", out)
    assert run.code == 0
    assert bad.name in run.out
    assert "not read" in run.out
    assert (out / "memory.vi-fr.tmx").exists() or (out / "social-protection.vi-fr.tmx").exists()


def test_a_folder_without_a_good_report_writes_nothing(tmkit: Command, tmp_path: Path, bad: Path) -> None:
    folder, out = tmp_path / "reports", tmp_path / "out"
    folder.mkdir()
    shutil.move(bad, folder)
    run = tmkit("build", "--reports", folder, "--out", out)
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert str(folder) in run.err
    assert not out.exists() or list(out.iterdir()) == []


def test_an_output_that_cannot_be_written(tmkit: Command, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for args in (
        ["build", "--reports", REPORTS, "--out", blocked / "out"],
        ["align", REPORTS / GOOD, REPORTS / FR, "--source-lang", "vi", "--target-lang", "fr", "-o", blocked / "a.tsv"],
        ["align", REPORTS / GOOD, REPORTS / FR, "--source-lang", "vi", "--target-lang", "fr", "-o", tmp_path],
    ):
        run = tmkit(*args)
        assert run.code == 2, args
        assert run.err.count("\n") == 1, run.err
    assert blocked.read_text() == "in the way"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("[project]\nnmae = 'x'\n", "tmkit.toml:2: unknown key 'nmae'; did you mean 'name'?"),
        ("[projct]\n", "tmkit.toml:1: unknown key 'projct'; did you mean 'project'?"),
        ("[align]\nthreshold = 7\n", "tmkit.toml:2: 'threshold' is 7; give a number from 0 to 1"),
        ("[align]\nthreshold = true\n", "tmkit.toml:2: 'threshold' is True"),
        ("[project]\nlanguages = ['vi']\n", "give a list of two or more languages"),
        ("[project]\nlanguages = ['vi', 'xx']\n", "unknown language 'xx'"),
        ("[project\n", "not valid TOML"),
        ("[folders]\nreports = 3\n", "give a folder"),
        ("[project]\nname = '../up'\n", "give a name for files, without slashes"),
        ("[project]\nlanguages = ['vi', 'fr', 'vi']\n", "each once"),
        ("[overrides]\n'a.txt' = 'vi'\n", "tmkit.toml:2: 'a.txt' is 'vi'; give {lang"),
        ("[overrides]\n'a.txt' = {language = 'vi'}\n", "unknown key 'language'; did you mean 'lang'?"),
        ("[overrides]\n'a.txt' = {lang = 'xx'}\n", "tmkit.toml:2: unknown language 'xx'"),
        ("[segment]\nrules = {vi = 'none.srx'}\n[folders]\nreports = '.'\n", "none.srx: cannot be read"),
    ],
)
def test_a_broken_project_file(tmkit: Command, tmp_path: Path, content: str, fault: str) -> None:
    (tmp_path / "tmkit.toml").write_text(content)
    run = tmkit("build", tmp_path)
    assert run.code == 2
    assert fault in run.err
    assert run.err.count("\n") == 1


def test_a_file_that_is_no_project(tmkit: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    run = tmkit("build", path)
    assert (run.code, run.err) == (
        2,
        f"tmkit: {path}: no project; give the folder that holds tmkit.toml, or the file itself\n",
    )


def test_an_override_settles_a_wrong_guess(tmkit: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (GOOD, FR):
        shutil.copy(REPORTS / name, tmp_path / "in")
    (tmp_path / "tmkit.toml").write_text(f"[folders]\nreports = 'in'\n[overrides]\n'{FR}' = {{lang = 'en'}}\n")
    summary = json.loads(tmkit("build", tmp_path, "--out", tmp_path / "out", "--json").out)
    assert {row["path"]: row["lang"] for row in summary["reports"]} == {GOOD: "vi", FR: "en"}


def test_an_override_of_nothing_is_told(tmkit: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (GOOD, FR):
        shutil.copy(REPORTS / name, tmp_path / "in")
    (tmp_path / "tmkit.toml").write_text("[folders]\nreports = 'in'\n[overrides]\n'none.txt' = {lang = 'en'}\n")
    assert "[overrides] 'none.txt' is no report" in tmkit("build", tmp_path, "--out", tmp_path / "out").out


def test_memories_of_an_earlier_build_are_named(tmkit: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (GOOD, FR):
        shutil.copy(REPORTS / name, tmp_path / "in")
    build = ("build", tmp_path, "--reports", tmp_path / "in", "--out", tmp_path / "out")
    assert "outdated" not in tmkit(*build).out
    (tmp_path / "in" / FR).unlink()
    run = tmkit(*build)
    assert "memory.vi-fr.tmx is from an earlier build; delete it" in run.out
    assert (tmp_path / "out" / "memory.vi-fr.tmx").exists()


ALIGN = ("--source-lang", "vi", "--target-lang", "fr")


def test_an_output_never_takes_the_place_of_its_input(tmkit: Command, tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    shutil.copy(REPORTS / GOOD, one)
    shutil.copy(REPORTS / FR, other)
    before = one.read_bytes(), other.read_bytes()
    for output in (one, other):
        run = tmkit("align", one, other, *ALIGN, "-o", output)
        assert (run.code, "is one of the files to align" in run.err) == (2, True)
    batch = tmp_path / "list.tsv"
    out = tmp_path / "out"
    batch.write_text(f"{one}\t{other}\t{batch}\n{one}\t{other}\t{out}\n{one}\t{other}\t{tmp_path}/./out\n")
    run = tmkit("align", "--batch", batch, *ALIGN)
    assert run.code == 2
    assert [f"{batch}:1" in run.err, f"{batch}:3" in run.err] == [True, True]
    assert (one.read_bytes(), other.read_bytes()) == before
    assert batch.read_text().startswith(str(one))


def test_a_pipe_is_no_report(tmkit: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    run = tmkit("clean", tmp_path / "pipe.txt")
    assert (run.code, "a device or a pipe" in run.err) == (2, True)


@pytest.mark.parametrize("command", [("align", REPORTS / GOOD, REPORTS / FR, *ALIGN), ("pair", REPORTS)])
def test_no_number_is_no_threshold(tmkit: Command, command: tuple[str | Path, ...]) -> None:
    run = tmkit(*command, "--min", "nan")
    assert (run.code, "give a number from 0 to 1" in run.err) == (2, True)


def test_a_name_in_no_encoding_is_built(tmkit: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / FR).write_bytes((REPORTS / FR).read_bytes())
    odd = os.fsencode(folder) + b"/\xff.txt"
    Path(os.fsdecode(odd)).write_bytes((REPORTS / GOOD).read_bytes())
    run = tmkit("build", tmp_path, "--reports", folder, "--out", tmp_path / "out", "--json")
    assert run.code == 0, run.err
    assert [row["path"] for row in json.loads(run.out)["reports"]] == [FR, "\\xff.txt"]


def test_a_name_cannot_break_the_line(tmkit: Command, tmp_path: Path) -> None:
    run = tmkit("clean", tmp_path / "a\nb\x1b[31m.txt")
    assert (run.code, run.err.count("\n"), "\x1b" in run.err) == (2, 1, False)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: path.symlink_to("nowhere"), "no ordinary file"),
        (lambda path: path.write_bytes(b"\xef\xbb\xbf[project]\nname = 3\n"), "tmkit.toml:2: 'name' is 3"),
        (lambda path: path.write_bytes(b"a = \xff"), "not in UTF-8"),
        (lambda path: path.write_text("project = 3\n"), "tmkit.toml:1: 'project' is no section; write [project]"),
        (lambda path: path.write_text("[align]\nthreshold = " + "1" * 5000), "tmkit.toml"),
        (lambda path: path.write_text("a=" + "[" * 100_000), "tmkit.toml"),
    ],
)
def test_a_project_file_in_no_state(tmkit: Command, tmp_path: Path, make: Callable[[Path], object], fault: str) -> None:
    make(tmp_path / "tmkit.toml")
    run = tmkit("build", tmp_path)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert fault in run.err


@pytest.mark.extra
def test_a_damaged_document_does_not_stop_a_build(tmkit: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (GOOD, FR):
        shutil.copy(REPORTS / name, folder)
    document = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
    with zipfile.ZipFile(folder / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", document)
    run = tmkit("-q", "build", tmp_path, "--reports", folder, "--out", tmp_path / "out")
    assert (run.code, run.err.count("\n")) == (0, 1)
    assert "a.docx" in run.err
    assert (tmp_path / "out" / "memory.vi-fr.tmx").exists()


def test_a_batch_list_with_a_broken_line(tmkit: Command, tmp_path: Path) -> None:
    batch = tmp_path / "list.tsv"
    out = tmp_path / "out"
    batch.write_text(
        f"{REPORTS / GOOD}\t{REPORTS / FR}\n\nnone\t{REPORTS / FR}\tx\n{REPORTS / GOOD}\t{REPORTS / FR}\t{out}\n"
    )
    run = tmkit("align", "--batch", batch, "--source-lang", "vi", "--target-lang", "fr")
    assert run.code == 2
    assert run.err.splitlines() == [
        f"tmkit: {batch}:1: 2 columns; give source, target and output with tabs between",
        f"tmkit: {batch}:3: none: no such file; check the path",
    ]
    assert out.read_text().startswith("[0]:[0]")


def test_bare_tmkit_shows_its_help(tmkit: Command) -> None:
    run = tmkit()
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Usage: tmkit")


def test_a_build_that_is_stopped_leaves_the_old_memories_whole(tmp_path: Path) -> None:
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "tmkit", "-q", "build", str(ROOT), "--out", str(out)]
    subprocess.run(command, check=True)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for wait in (0.3, 0.8, 1.6):
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(scratch)}
        ) as running:
            time.sleep(wait)
            running.send_signal(signal.SIGINT)
            _, err = running.communicate(timeout=60)
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
        assert list(scratch.iterdir()) == []
        # Stopped before it began, or after it was done, it says nothing of its own.
        if running.returncode == 130:
            assert err.strip() == "tmkit: stopped; nothing half-written is left"
