"""`tmkit term find`: terms of a text on the screen and as JSON, from files and stdin; what it refuses."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.glossary.folder import write_glossary

FR = "La sécu et le ministère du Travail.\n\nL’assurance socialevolontaire des retraités,\nl’assurance-chômage.\n"


@pytest.fixture(autouse=True)
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with a small glossary."""
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FR, encoding="utf-8")
    return write_glossary(Path("glossaries/small"))


def row(concept: str, term: str, form: str, start: int, line: int, **other: object) -> dict[str, object]:
    usual = {"lang": "fr", "status": "preferred", "nested": False, "ambiguous": False}
    place = {"concept": concept, "term": term, "form": form, "start": start, "end": start + len(form), "line": line}
    return {**usual, **place, **other}


def test_json(tmkit: Command) -> None:
    run = tmkit("term", "find", "a.txt", "--lang", "fr", "--json")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == [
        row("sp-0001", "sécu", "sécu", 3, 1, status="forbidden"),
        row("sp-0006", "ministère du Travail", "ministère du Travail", 14, 1),
        row("sp-0002", "assurance sociale volontaire", "assurance socialevolontaire", 39, 3),
        row("sp-0005", "retraité", "retraités", 71, 3),
        row("sp-0003", "assurance-chômage", "assurance-chômage", 84, 4),
    ]


def test_text(tmkit: Command) -> None:
    run = tmkit("term", "find", "a.txt", "--lang", "fr", "--nested")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "    1  sécu  sp-0001 sécu (forbidden)\n"
        "    1  ministère du Travail  sp-0006 ministère du Travail\n"
        "    3  assurance socialevolontaire  sp-0002 assurance sociale volontaire\n"
        "    3  assurance sociale  sp-0001 assurance sociale  (within a longer term)\n"
        "    4  assurance-chômage  sp-0003 assurance-chômage\n".replace(
            "    4", "    3  retraités  sp-0005 retraité\n    4"
        )
    )


def test_lost_blanks_are_left_alone_where_asked(tmkit: Command) -> None:
    forms = [one["form"] for one in json.loads(tmkit("term", "find", "a.txt", "--lang", "fr", "--json").out)]
    left = tmkit("term", "find", "a.txt", "--lang", "fr", "--json", "--no-repair")
    assert [one["form"] for one in json.loads(left.out)] == [f for f in forms if f != "assurance socialevolontaire"]


@pytest.mark.parametrize(("options", "found"), [((), 0), (("--repair",), 1)])
def test_large_texts_are_repaired_only_where_asked(tmkit: Command, options: tuple[str, ...], found: int) -> None:
    Path("large.txt").write_text(FR[37:66] + "\n" * (1 << 20), encoding="utf-8")
    run = tmkit("term", "find", "large.txt", "--lang", "fr", "--json", *options)
    assert [one["concept"] for one in json.loads(run.out)] == ["sp-0002"] * found


def test_an_ambiguous_form_has_a_row_for_each_concept(tmkit: Command, glossary: Path) -> None:
    (glossary / "sp-0009.yaml").write_text(
        "id: sp-0009\nterms:\n  fr: [{term: ministère du Travail, status: deprecated, gender: m}]\n", encoding="utf-8"
    )
    found = json.loads(tmkit("term", "find", "a.txt", "--lang", "fr", "--json").out)
    rows = [one for one in found if one["start"] == 14]
    name = "ministère du Travail"
    assert rows == [
        row("sp-0006", name, name, 14, 1, ambiguous=True),
        row("sp-0009", name, name, 14, 1, ambiguous=True, status="deprecated"),
    ]
    shown = tmkit("term", "find", "a.txt", "--lang", "fr").out.splitlines()[1]
    assert shown == f"    1  {name}  sp-0006 {name} or sp-0009 {name} (deprecated)"


def test_offsets_count_the_characters_of_the_text_as_it_came(tmkit: Command) -> None:
    text = unicodedata.normalize("NFD", "Bảo hiểm xã hội, rồi lương hưu.")
    Path("nfd.txt").write_text(text, encoding="utf-8")
    found = json.loads(tmkit("term", "find", "nfd.txt", "--lang", "vi", "--json").out)
    assert [(text[one["start"] : one["end"]], one["concept"]) for one in found] == [
        (unicodedata.normalize("NFD", "Bảo hiểm xã hội"), "sp-0001"),
        (unicodedata.normalize("NFD", "lương hưu"), "sp-0004"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_files(tmkit: Command, encoding: str) -> None:
    Path("b.txt").write_bytes(FR.encode(encoding))
    found = json.loads(tmkit("term", "find", "b.txt", "--lang", "fr", "--json").out)
    assert [one["concept"] for one in found] == ["sp-0001", "sp-0006", "sp-0002", "sp-0005", "sp-0003"]


def test_the_encoding_can_be_named(tmkit: Command) -> None:
    Path("b.txt").write_bytes("Đóng bảo hiểm xã hội".encode("cp1258", errors="ignore") + b" l\xfd\xf5ng h\xfdu")
    wrong = tmkit("term", "find", "b.txt", "--lang", "vi", "--encoding", "klingon")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("tmkit: ")
    assert "klingon" in wrong.err
    assert wrong.err.count("\n") == 1


def test_stdin(tmkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Il touche une pension."), "utf-8"))
    run = tmkit("term", "find", "-", "--lang", "fr")
    assert (run.code, run.out, run.err) == (0, "    1  pension  sp-0004 pension\n", "")


@pytest.mark.parametrize(("options", "out"), [((), ""), (("--json",), "[]\n")])
@pytest.mark.parametrize("text", ["", "\n\n", "Il pleut.\n"])
def test_a_text_without_terms(tmkit: Command, text: str, options: tuple[str, ...], out: str) -> None:
    Path("none.txt").write_text(text, encoding="utf-8")
    run = tmkit("term", "find", "none.txt", "--lang", "fr", *options)
    assert (run.code, run.out, run.err) == (0, out, "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("none.txt", "--lang", "fr"), "none.txt: cannot be read (No such file or directory); check the path"),
        ((".", "--lang", "fr"), ".: cannot be read (Is a directory); check the path"),
        (("binary", "--lang", "fr"), "binary: no text; save it as text; `tmkit clean` reads documents and web pages"),
        (("a.txt",), "Missing option '--lang'."),
        (("a.txt", "--lang", "xx"), "unknown language 'xx'; use one of vi, fr, en"),
        (("a.txt", "--lang", "de"), "the glossary has no terms in 'de'; it has vi, fr, en"),
        (
            ("a.txt", "--lang", "fr", "--glossary", "none"),
            "none: no such folder; give the folder of concept files",
        ),
        (
            ("a.txt", "--lang", "fr", "--glossary", "cache"),
            "cache: no concept files in it; begin one: tmkit term add --glossary cache/NAME …",
        ),
    ],
)
def test_what_it_refuses(tmkit: Command, arguments: tuple[str, ...], complaint: str) -> None:
    Path("binary").write_bytes(b"PK\x03\x04\0\0\0")
    Path("cache").mkdir(exist_ok=True)
    run = tmkit("term", "find", *arguments)
    assert (run.code, run.out, run.err) == (2, "", f"tmkit: {complaint}\n")


def test_a_fault_in_the_glossary_stops_it_unless_told_to_go_on(tmkit: Command, glossary: Path) -> None:
    (glossary / "sp-0004.yaml").write_text("id: sp-0004\nterms: {fr: [{term: pension, status: best}]}\n")
    Path("b.txt").write_text("La sécu et la pension.", encoding="utf-8")
    fault = (
        "glossaries/small/sp-0004.yaml:2: terms.fr[0].status: 'best' is no status; "
        "use one of preferred, admitted, deprecated, forbidden\n"
    )
    stopped = tmkit("term", "find", "b.txt", "--lang", "fr")
    assert (stopped.code, stopped.out) == (2, "")
    assert stopped.err.endswith(fault)
    went_on = tmkit("term", "find", "b.txt", "--lang", "fr", "--keep-going")
    assert (went_on.code, went_on.out) == (0, "    1  sécu  sp-0001 sécu (forbidden)\n")
    assert went_on.err == stopped.err


def test_all_glossaries_of_the_project_are_used(tmkit: Command) -> None:
    other = Path("glossaries/other")
    other.mkdir()
    (other / "x-1.yaml").write_text("id: x-1\nterms: {fr: [{term: volontaire, status: preferred}]}\n")
    (other / "x-2.yaml").write_text("id: x-2\nterms: {de: [{term: Rente, status: preferred}]}\n")
    Path("b.txt").write_text("Des pensions, des volontaires.", encoding="utf-8")
    found = json.loads(tmkit("term", "find", "b.txt", "--lang", "fr", "--json").out)
    assert [(one["concept"], one["form"]) for one in found] == [("sp-0004", "pensions"), ("x-1", "volontaires")]
    only = json.loads(tmkit("term", "find", "b.txt", "--lang", "fr", "--json", "--glossary", "glossaries/other").out)
    assert [one["concept"] for one in only] == ["x-1"]
    Path("d.txt").write_text("Die Rente steigt.", encoding="utf-8")
    german = json.loads(tmkit("term", "find", "d.txt", "--lang", "de-AT", "--json").out)
    assert [(one["concept"], one["lang"]) for one in german] == [("x-2", "de")]
