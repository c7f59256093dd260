"""`tmkit term add`, `edit`, `retire` and `schema`: files, questions, refusals."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tmkit.cli import term_edit

FIRST = """\
# yaml-language-server: $schema=../concept.schema.json
id: sp-0001
domain: poverty
status: draft
terms:
  # the law's word first
  vi:
    - {term: hộ nghèo, status: preferred}
  fr:
    - {term: ménage pauvre, status: preferred, gender: m}
  en:
    - {term: ASEAN, status: admitted}
"""
SECOND = "id: sp-0002\nterms:\n  fr: [{term: ASEAN, status: admitted}]\n  en: [{term: ASEAN, status: admitted}]\n"
ABOUT = "languages: [vi, fr]\ndomains:\n  poverty: {en: Poverty}\n  labour: {en: Labour}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project's only glossary; the commands are run from the project's folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tmkit.toml").write_text("", "utf-8")
    place = tmp_path / "glossaries/sp"
    place.mkdir(parents=True)
    for name, text in (("sp-0001", FIRST), ("sp-0002", SECOND), ("glossary", ABOUT)):
        (place / f"{name}.yaml").write_text(text, "utf-8")
    return place


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


class Answers:
    """Somebody at a terminal, who types these lines."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, *lines: str) -> None:
        self.monkeypatch.setattr(term_edit, "_on_a_terminal", lambda: True)
        self.monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


def test_add(tmkit: Command, folder: Path) -> None:
    run = tmkit(
        *(
            "term",
            "add",
            "vi=lao động  tự do",
            "fr=travailleur indépendant",
            "--domain",
            "labour",
            "--status",
            "review",
        ),
        *("--definition", "en=Worker without an employer", "--note", "Not freelance", "--admitted", "fr=indépendant"),
        *("--deprecated", "vi=thợ tự do", "--forbidden", "en-GB=freelancer"),
        *("--gender", "fr=m", "--gender", "fr=indépendant=m", "--pos", "fr=noun", "--pos", "freelancer=noun"),
    )
    assert (run.code, run.out, run.err) == (0, f"{folder}/sp-0003.yaml\n", "")
    assert texts(folder)["sp-0003.yaml"] == (
        "# yaml-language-server: $schema=../concept.schema.json\n"
        "id: sp-0003\ndomain: labour\nstatus: review\n"
        "definition:\n  en: Worker without an employer\nnote: Not freelance\n"
        "terms:\n"
        "  vi:\n"
        "    - {term: lao động tự do, status: preferred, reliability: editor}\n"
        "    - {term: thợ tự do, status: deprecated, reliability: editor}\n"
        "  fr:\n"
        "    - {term: travailleur indépendant, status: preferred, pos: noun, gender: m, reliability: editor}\n"
        "    - {term: indépendant, status: admitted, gender: m, reliability: editor}\n"
        "  en-GB:\n"
        "    - {term: freelancer, status: forbidden, pos: noun, reliability: editor}\n"
    )


def test_add_to_a_glossary_that_is_still_empty(tmkit: Command, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "lao-dong").mkdir()
    run = tmkit("term", "add", "vi=lương", "--glossary", tmp_path / "lao-dong")
    assert (run.code, run.out) == (0, f"{tmp_path}/lao-dong/ld-0001.yaml\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["hộ nghèo"], "'hộ nghèo' has no language; write LANG=TEXT"),
        (["vi="], "nothing follows 'vi='"),
        (["qq=a"], "unknown language 'qq'"),
        (["fr=a", "fr=b"], "fr has a preferred term already, 'a'; add 'b' with --admitted"),
        (["fr=a", "--forbidden", "fr=a"], "fr=a is given twice; give it one status"),
        (["fr=a", "--domain", "labor"], "there is no domain 'labor' in glossary.yaml; did you mean 'labour'?"),
        (["fr=a", "--id", "sp-0002"], "there is a concept 'sp-0002' already"),
        (["fr=a", "--id", "../x"], "'../x' is no id"),
        (["fr=a", "--id", "glossary"], "a concept cannot be called 'glossary'"),
        (["fr=a", "--note", ""], "--note is empty; give it a text, or leave it out"),
        (["fr=a", "--domain", " "], "--domain is empty; give it a text, or leave it out"),
        (["fr=a", "--gender", "m"], "'m' names no term; write TERM=m or LANG=m"),
        (["fr=a", "--gender", "vi=m"], "the new concept has no term 'vi'; it has 'a'"),
        (["fr=a", "--pos", "fr=name"], "'name' is no part of speech; use one of noun, verb"),
        (["--pos", "noun"], "--gender and --pos are about terms that you give with them; give some"),
        (["en=caf\udce9"], "'en=caf\\udce9' is not in UTF-8; set your terminal to UTF-8 and type it again"),
        (["fr=a", "--forbidden", "en=caf\udce9"], "is not in UTF-8"),
        ([], "no term is given; write for example: tmkit term add"),
    ],
)
def test_what_cannot_be_added(tmkit: Command, folder: Path, args: list[str], message: str) -> None:
    before = texts(folder)
    run = tmkit("term", "add", *args)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert texts(folder) == before


def test_terms_that_are_there_already_must_be_confirmed(tmkit: Command, folder: Path, answers: Answers) -> None:
    run = tmkit("term", "add", "vi=Hộ nghèo", "fr=ménages pauvres")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "tmkit: vi 'Hộ nghèo' is a term of sp-0001 (hộ nghèo, ménage pauvre, ASEAN): 'hộ nghèo'\n"
        "tmkit: fr 'ménages pauvres' resembles a term of sp-0001 (hộ nghèo, ménage pauvre, ASEAN): 'ménage pauvre'\n"
        "tmkit: nothing was changed; look at these concepts, and give --yes if this is another one\n"
    )
    answers("n")
    assert tmkit("term", "add", "vi=hộ nghèo").code == 130
    assert not (folder / "sp-0003.yaml").exists()
    answers("y")
    assert tmkit("term", "add", "vi=hộ nghèo").code == 0
    assert tmkit("term", "add", "vi=hộ nghèo", "--yes").out == f"{folder}/sp-0004.yaml\n"


def test_add_asks_step_by_step(tmkit: Command, folder: Path, answers: Answers) -> None:
    answers("labor", "labour", "lương tối thiểu", "", "salaire minimum", "SMIC; smic brut", "Lương thấp nhất", "", "y")
    run = tmkit("term", "add")
    assert run.code == 0
    assert "there is no domain 'labor'" in run.err
    assert texts(folder)["sp-0003.yaml"].split("\n", 1)[1] == (
        "id: sp-0003\ndomain: labour\nstatus: draft\ndefinition:\n  vi: Lương thấp nhất\n"
        "terms:\n  vi:\n    - {term: lương tối thiểu, status: preferred, reliability: editor}\n"
        "  fr:\n    - {term: salaire minimum, status: preferred, reliability: editor}\n"
        "    - {term: SMIC, status: admitted, reliability: editor}\n"
        "    - {term: smic brut, status: admitted, reliability: editor}\n"
    )


def test_edit(tmkit: Command, folder: Path) -> None:
    run = tmkit(
        *("term", "edit", "sp-0001", "--add-term", "fr=foyer pauvre", "--add-term", "fr=indigent"),
        *("--status", "foyer pauvre=preferred", "--status", "fr=Ménage pauvre=deprecated", "--status", "approved"),
        *("--gender", "foyer pauvre=m", "--remove-term", "en=ASEAN", "--definition", "vi=Hộ dưới chuẩn nghèo"),
        *("--note", "See the decree", "--domain", "labour", "--relate", "sp-0002:part-of"),
    )
    assert (run.code, run.out, run.err) == (0, f"sp-0001 is changed: {folder}/sp-0001.yaml\n", "")
    assert texts(folder) == {
        "glossary.yaml": ABOUT,
        "sp-0001.yaml": """\
# yaml-language-server: $schema=../concept.schema.json
id: sp-0001
domain: labour
status: approved
definition:
  vi: Hộ dưới chuẩn nghèo
note: See the decree
terms:
  # the law's word first
  vi:
    - {term: hộ nghèo, status: preferred}
  fr:
    - {term: ménage pauvre, status: deprecated, gender: m}
    - {term: foyer pauvre, status: preferred, gender: m, reliability: editor}
    - {term: indigent, status: admitted, reliability: editor}
related:
  - {to: sp-0002, rel: part-of}
""",
        "sp-0002.yaml": SECOND + "related:\n  - {to: sp-0001, rel: has-part}\n",
    }
    assert tmkit("term", "edit", "sp-0001", "--note", "", "--definition", "vi=").code == 0
    assert "note" not in texts(folder)["sp-0001.yaml"]
    assert "definition" not in texts(folder)["sp-0001.yaml"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["sp-0009", "--note", "a"], "there is no concept 'sp-0009'"),
        (["sp-0001"], "nothing to change is given; see `tmkit term edit --help`"),
        (["sp-0001", "--status", "hộ nghèo=best"], "'best' is no status of a term; use one of preferred, admitted"),
        (["sp-0001", "--status", "done"], "'done' is no status of a concept; use one of draft, review"),
        (["sp-0001", "--gender", "hộ nghèo=x"], "'x' is no gender; use one of m, f, n"),
        (["sp-0001", "--relate", "sp-0002"], "'sp-0002' is no relation (write ID:KIND); use one of see-also"),
        (["sp-0001", "--remove-term", "ho ngheo"], "sp-0001 has no term 'ho ngheo'; did you mean 'hộ nghèo'?"),
        (["sp-0002", "--remove-term", "ASEAN"], "write fr=ASEAN or en=ASEAN"),
        (["sp-0002", "--remove-term", "fr=ASEAN", "--remove-term", "ASEAN"], "sp-0002.yaml:2: terms: no term in it"),
        (["sp-0001", "--add-term", "fr=ménage pauvre"], "has the fr term 'ménage pauvre' already"),
        (["sp-0002", "--add-term", "fr=ménage pauvre"], "fr 'ménage pauvre' is a term of sp-0001"),
        (["sp-0001", "--relate", "sp-0002:broader", "--relate", "sp-0002:narrower"], "cannot be narrower too"),
        (["sp-0001", "--note", "caf\udce9"], "'caf\\udce9' is not in UTF-8"),
        (["sp-0001", "--gender", "de=m"], "sp-0001 has no term 'de'"),
        (["sp-0001", "--domain", "labor"], "sp-0001.yaml:3: domain: there is no domain 'labor'"),
        (["sp-0001", "--definition", "qq=a"], "unknown language 'qq'"),
    ],
)
def test_what_cannot_be_edited(tmkit: Command, folder: Path, args: list[str], message: str) -> None:
    before = texts(folder)
    run = tmkit("term", "edit", *args)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert texts(folder) == before


def test_nothing_to_change(tmkit: Command, folder: Path) -> None:
    args = ("--gender", "ménage pauvre=m", "--note", "", "--relate", "sp-0002:broader")
    assert tmkit("term", "edit", "sp-0001", *args).out == f"sp-0001 is changed: {folder}/sp-0001.yaml\n"
    before = texts(folder)
    run = tmkit("term", "edit", "sp-0001", *args)
    assert (run.code, run.out, run.err) == (0, "nothing to change: sp-0001 is so already\n", "")
    assert texts(folder) == before
    # The other end alone is missing.
    (folder / "sp-0002.yaml").write_text(SECOND, "utf-8")
    assert tmkit("term", "edit", "sp-0001", *args).out == f"sp-0001 is changed: {folder}/sp-0002.yaml\n"


def test_parts_of_speech(tmkit: Command, folder: Path) -> None:
    (folder / "sp-0003.yaml").write_text(
        "id: sp-0003\nterms:\n  fr:\n    - {term: en, status: admitted}\n    - {term: là, status: preferred}\n"
        "  en:\n    - {term: of it, status: preferred}\n",
        "utf-8",
    )
    tmkit("term", "edit", "sp-0003", "--pos", "noun", "--pos", "en=adverb", "--pos", "fr=adverb", "--gender", "fr=m")
    assert texts(folder)["sp-0003.yaml"] == (
        "id: sp-0003\nterms:\n  fr:\n    - {term: en, status: admitted, pos: adverb}\n"
        "    - {term: là, status: preferred, pos: adverb, gender: m}\n"
        "  en:\n    - {term: of it, status: preferred, pos: noun}\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["edit", "sp-0001"], "nothing to change is given; see `tmkit term edit --help`"),
        (["add"], "no term is given; write for example: tmkit term add"),
        ([], "nothing can be typed, stdin is closed; give a command, such as tmkit term lookup TERM"),
    ],
)
def test_a_closed_stdin(
    tmkit: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], message: str
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    run = tmkit("term", *args)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert message in run.err


def test_a_glossary_whose_name_is_no_utf8(tmkit: Command, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / os.fsdecode(b"bad\xffg")
    folder.rename(place)
    assert tmkit("term", "add", "vi=lương", "--glossary", place).out == f"{tmp_path}/bad\ufffdg/sp-0003.yaml\n"
    assert tmkit("term", "retire", "sp-0003", "--glossary", place).out.endswith("/bad\ufffdg/sp-0003.yaml\n")
    assert tmkit("term", "edit", "sp-0003", "--note", "a", "--glossary", place).code == 0


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *edits: tuple[str, str] | None) -> Path:
    """Make an editor that does one of these replacements each time it is called, and writes down what it saw."""
    log = tmp_path / "seen"
    log.mkdir()
    script = tmp_path / "editor.py"
    script.write_text(
        "import os, pathlib, sys\n"
        f"edits, log, file = {edits!r}, pathlib.Path({str(log)!r}), pathlib.Path(sys.argv[1])\n"
        "turn = len(list(log.iterdir()))\n"
        "text = file.read_bytes().decode()\n"
        "(log / str(turn)).write_bytes(text.encode())\n"
        "if edits[turn]:\n"
        "    file.write_bytes(text.replace(*edits[turn]).encode())\n"
        "    os.utime(file, (2e9, 2e9))\n",
        "utf-8",
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    monkeypatch.setattr(term_edit, "_on_a_terminal", lambda: True)
    return log


def test_edit_in_an_editor(tmkit: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sp-0001.yaml").write_text(FIRST, "utf-8", newline="\r\n")
    log = editor(tmp_path, monkeypatch, ("status: draft", "status: aproved"), ("aproved", "approved"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    run = tmkit("term", "edit", "sp-0001")
    assert run.code == 0
    assert f"{folder}/sp-0001.yaml:4: status: 'aproved' is no status; did you mean 'approved'?\n" in run.err
    assert "status: aproved" in (log / "1").read_text("utf-8")
    after = (folder / "sp-0001.yaml").read_bytes().decode()
    assert after == FIRST.replace("draft", "approved").replace("\n", "\r\n")


def test_an_editor_left_leaves_the_file(
    tmkit: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(folder)
    editor(tmp_path, monkeypatch, None, ("draft", "draft"), ("id: sp-0001", "id: sp-0007"))
    for _ in range(2):
        run = tmkit("term", "edit", "sp-0001")
        assert (run.code, run.out) == (0, "sp-0001 stays as it was\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    run = tmkit("term", "edit", "sp-0001")
    assert run.code == 130
    assert "'sp-0007' in a file called 'sp-0001'" in run.err
    assert texts(folder) == before


def test_retire(tmkit: Command, folder: Path) -> None:
    run = tmkit("term", "retire", "sp-0001", "--replaced-by", "sp-0002", "--valid-to", "2025-03-01", "--note", "Merged")
    assert (run.code, run.out, run.err) == (0, f"sp-0001 is retired: {folder}/sp-0001.yaml\n", "")
    assert texts(folder)["sp-0001.yaml"] == FIRST.replace("status: draft", "status: retired\nnote: Merged") + (
        'valid_to: "2025-03-01"\nreplaced_by: [sp-0002]\n'
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["sp-0009"], "there is no concept 'sp-0009'"),
        (["sp-0001", "--replaced-by", "sp-0001"], "'sp-0001' cannot replace itself"),
        (["sp-0001", "--replaced-by", "sp-0009"], "there is no concept 'sp-0009'"),
        (["sp-0001", "--note", "caf\udce9"], "'caf\\udce9' is not in UTF-8"),
        (["sp-0001", "--valid-to", "1/3/2025"], "valid_to: '1/3/2025' is no date; write YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_retired(tmkit: Command, folder: Path, args: list[str], message: str) -> None:
    before = texts(folder)
    run = tmkit("term", "retire", *args)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert texts(folder) == before


def test_schema(tmkit: Command, folder: Path, tmp_path: Path) -> None:
    printed = json.loads(tmkit("term", "schema").out)
    run = tmkit("term", "schema", tmp_path / "out")
    files = [tmp_path / f"out/{name}.schema.json" for name in ("concept", "glossary")]
    assert run.out.split() == [str(file) for file in files]
    assert [json.loads(file.read_text("utf-8")) for file in files] == [printed["concept"], printed["glossary"]]
