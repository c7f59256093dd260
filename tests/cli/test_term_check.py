"""`tmkit term check`: the glossary itself and memories against it, forms of output, exit codes, refusals."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.glossary.folder import write_glossary
from tests.glossary.test_attestation import EN, FR, VI, memory
from tmkit.cli import term_check
from tmkit.glossary.consistency import inside
from tmkit.glossary.consistency import memory as memories
from tmkit.glossary.consistency.base import Check

SOUND = """\
id: a-0001
status: approved
definition: {en: What the state pays the old}
terms:
  vi: [{term: lương hưu, status: preferred, pos: noun, reliability: editor}]
  fr: [{term: pension, status: preferred, pos: noun, gender: f, reliability: editor}]
"""
FAULTY = """\
id: a-0002
status: approved
definition: {en: Paid work}
terms:
  vi: [{term: việc làm, status: preferred, pos: noun, reliability: editor}]
  fr:
    - {term: emploi, status: preferred, pos: noun, gender: m, reliability: editor}
    - {term: poste, status: preferred, pos: noun, reliability: editor}
"""
MISSING = "Il cotise depuis 2010."
FORBIDDEN = "Il cotise à la sécu depuis 2010."


@pytest.fixture(autouse=True)
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project whose glossary has a sound concept and a faulty one."""
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    folder = Path("glossaries/work")
    folder.mkdir(parents=True)
    (folder / "a-0001.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "a-0002.yaml").write_text(FAULTY, encoding="utf-8")
    return folder


@pytest.fixture
def held(tmp_path: Path) -> tuple[str, ...]:
    """Give the options that hold a memory with two faults against the small glossary."""
    write_glossary(tmp_path / "small")
    units = [{"vi": VI, "fr": FR, "en": EN}, {"vi": VI, "fr": FORBIDDEN}, {"vi": VI, "fr": MISSING}]
    return "--glossary", "small", "--memory", str(memory(tmp_path / "a.tmx", units).relative_to(tmp_path))


def test_text(tmkit: Command) -> None:
    run = tmkit("term", "check")
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[0] == "glossaries/work/a-0002.yaml"
    assert [line.split(":")[0:2] for line in run.out.splitlines() if line.startswith("  ") and "→" not in line] == [
        ["  8", " several-preferred error"],
        ["  8", " french-gender-missing warning"],
    ]
    assert run.out.endswith("\n\n1 error, 1 warning, 0 for information.\n")


def test_json(tmkit: Command) -> None:
    run = tmkit("term", "check", "--json")
    assert (run.code, run.err) == (1, "")
    answer = json.loads(run.out)
    assert [(f["file"], f["line"], f["check"], f["severity"], f["concept"]) for f in answer["findings"]] == [
        ("glossaries/work/a-0002.yaml", 8, "several-preferred", "error", "a-0002"),
        ("glossaries/work/a-0002.yaml", 8, "french-gender-missing", "warning", "a-0002"),
    ]
    assert answer["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "by_check": {"several-preferred": 1, "french-gender-missing": 1},
    }
    assert tmkit("term", "check", "--format", "json").out == run.out


def test_only_the_named_concepts_are_told(tmkit: Command) -> None:
    sound = tmkit("term", "check", "glossaries/work/a-0001.yaml")
    assert (sound.code, sound.out, sound.err) == (0, "Nothing found.\n", "")
    both = tmkit(
        "term", "check", "glossaries/work/a-0001.yaml", Path("glossaries/work/a-0002.yaml").resolve(), "--json"
    )
    assert both.code == 1
    assert len(json.loads(both.out)["findings"]) == 2


@pytest.mark.parametrize(
    ("options", "code", "checks"),
    [
        ((), 1, {"several-preferred", "french-gender-missing"}),
        (("--select", "several-preferred"), 1, {"several-preferred"}),
        (
            ("--select", "several-preferred", "--select", "french-gender-missing"),
            1,
            {"several-preferred", "french-gender-missing"},
        ),
        (("--ignore", "several-preferred"), 1, {"french-gender-missing"}),
        (("--ignore", "several-preferred", "--ignore", "french-gender-missing"), 0, set()),
        (("--select", "homograph"), 0, set()),
    ],
)
def test_checks_are_chosen(tmkit: Command, options: tuple[str, ...], code: int, checks: set[str]) -> None:
    run = tmkit("term", "check", "--json", *options)
    assert (run.code, {f["check"] for f in json.loads(run.out)["findings"]}) == (code, checks)


@pytest.mark.parametrize(
    ("options", "known"), [((), inside.CHECKS), (("--memory", "a.tmx"), memories.CHECKS)], ids=["inside", "memory"]
)
def test_the_list_has_every_check(tmkit: Command, options: tuple[str, ...], known: tuple[Check, ...]) -> None:
    run = tmkit("term", "check", "--list-checks", *options)
    rows = [line.split(maxsplit=2) for line in run.out.splitlines()]
    assert (run.code, rows) == (0, [[check.severity, check.name, check.summary] for check in known])


def test_a_memory(tmkit: Command, held: tuple[str, ...]) -> None:
    run = tmkit("term", "check", *held)
    assert (run.code, run.err) == (1, "")
    assert (
        run.out
        == f"""\
a.tmx
  2: forbidden-term error: 'sécu' must not be used for 'bảo hiểm xã hội': Familiar
      vi: {VI}
      fr: {FORBIDDEN}
      → use: assurance sociale
  3: missing-term warning: 'bảo hiểm xã hội' has no accepted French term in the translation
      vi: {VI}
      fr: {MISSING}
      → use: assurance sociale

1 error, 1 warning, 0 for information.
"""
    )


def test_a_memory_as_json(tmkit: Command, held: tuple[str, ...]) -> None:
    run = tmkit("term", "check", *held, "--json", "--select", "forbidden-term")
    (finding,) = json.loads(run.out)["findings"]
    assert run.code == 1
    assert {name: finding[name] for name in ("file", "unit", "concept", "source_lang", "target_lang", "fix")} == {
        "file": "a.tmx",
        "unit": "2",
        "concept": "sp-0001",
        "source_lang": "vi",
        "target_lang": "fr",
        "fix": "use: assurance sociale",
    }
    shown = [finding[side][slice(*finding[f"{side}_span"])] for side in ("source", "target")]
    assert shown == ["bảo hiểm xã hội", "sécu"]


def test_several_memories_and_several_glossaries(tmkit: Command, held: tuple[str, ...], tmp_path: Path) -> None:
    memory(tmp_path / "b.tmx", [{"vi": "Họ tìm việc làm.", "fr": "Ils cherchent un endroit."}])
    (tmp_path / "small").rename(tmp_path / "glossaries" / "small")
    run = tmkit("term", "check", "--memory", "a.tmx", "--memory", "b.tmx", "--json")
    found = [(f["file"], f["unit"], f["concept"]) for f in json.loads(run.out)["findings"]]
    assert found == [("a.tmx", "2", "sp-0001"), ("a.tmx", "3", "sp-0001"), ("b.tmx", "1", "a-0002")]


def test_a_clean_memory(tmkit: Command, held: tuple[str, ...], tmp_path: Path) -> None:
    memory(tmp_path / "a.tmx", [{"vi": VI, "fr": FR, "en": EN}])
    run = tmkit("term", "check", *held)
    assert (run.code, run.out, run.err) == (0, "Nothing found.\n", "")


def test_information_is_counted_and_shown_where_asked(tmkit: Command, glossary: Path) -> None:
    (glossary / "a-0002.yaml").write_text(
        SOUND.replace("0001", "0002")
        .replace("lương hưu", "hưu bổng")
        .replace("pension", "rente")
        .replace("definition: {en: What the state pays the old}\n", ""),
        encoding="utf-8",
    )
    plain = tmkit("term", "check")
    assert (plain.code, plain.out) == (0, "Nothing found.\n")
    assert plain.err == "1 more for information; --info shows them\n"
    shown = tmkit("term", "check", "--info")
    assert (shown.code, shown.err) == (0, "")
    assert "1: definition-missing info: no definition" in shown.out
    assert tmkit("-v", "term", "check").out == shown.out
    quiet = tmkit("-q", "term", "check")
    assert (quiet.code, quiet.out, quiet.err) == (0, "Nothing found.\n", "")


def test_attested(tmkit: Command, tmp_path: Path) -> None:
    memory(tmp_path / "tm" / "a.tmx", [{"vi": "Tiền lương hưu.", "fr": "Sa pension."}, {"vi": "Việc làm.", "fr": "X"}])
    run = tmkit("term", "check", "--attested", "--info", "--json", "--select", "unattested")
    assert run.code == 0
    assert [(f["check"], f["concept"]) for f in json.loads(run.out)["findings"]] == [("unattested", "a-0002")]


def test_attested_in_reports(tmkit: Command, tmp_path: Path) -> None:
    reports = tmp_path / "tm" / "reports"
    reports.mkdir(parents=True)
    text = (
        "Lương hưu tăng từ tháng Bảy\n\nHà Nội, ngày 14/4, Chính phủ quyết định tăng lương hưu cho người cao tuổi. "
        "Nhiều người cao tuổi ở các tỉnh phía Nam đang chờ quyết định này.\n"
    )
    (reports / "a.txt").write_text(text, encoding="utf-8")
    run = tmkit("term", "check", "--attested", "--json", "--select", "unattested")
    messages = {f["concept"]: f["message"] for f in json.loads(run.out)["findings"]}
    assert messages == {"a-0002": "no memory has a term of it in vi"}


@pytest.mark.parametrize(
    ("fmt", "start"), [("json", "{"), ("sarif", "{"), ("html", "<!DOCTYPE html>"), ("text", "glos")]
)
def test_output_into_a_file(tmkit: Command, fmt: str, start: str) -> None:
    printed = tmkit("term", "check", "--format", fmt)
    run = tmkit("term", "check", "--format", fmt, "-o", "out")
    assert (run.code, run.out, run.err) == (1, "", "tmkit: out: 2 findings\n")
    text = Path("out").read_text(encoding="utf-8")
    assert text.startswith(start)
    assert text == printed.out
    assert "\x1b" not in text
    assert tmkit("-q", "term", "check", "--format", fmt, "-o", "out").err == ""


def test_sarif_tells_lines_and_rules(tmkit: Command) -> None:
    (run,) = json.loads(tmkit("term", "check", "--format", "sarif").out)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [check.name for check in inside.CHECKS]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in places] == [
        ("glossaries/work/a-0002.yaml", 8),
        ("glossaries/work/a-0002.yaml", 8),
    ]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--select", "homografh"), "there is no check 'homografh' here; did you mean 'homograph'?"),
        (
            ("--ignore", "forbidden-term", "--select", "homograph"),
            "there is no check 'forbidden-term' here; use one of ",
        ),
        (("--memory", "none.tmx"), "none.tmx: cannot be read (No such file or directory); check the path"),
        (("--memory", "glossaries"), "glossaries: "),
        (("--glossary", "none"), "none: no such folder; give the folder of concept files"),
        (("glossaries/work/a-0009.yaml",), "glossaries/work/a-0009.yaml: no such file; check the path"),
        (("glossaries/work",), "glossaries/work: is a folder; give --glossary DIR to check all that is in it"),
        (("a.tmx",), "a.tmx: no concept file; name a memory with --memory FILE"),
        (("--format", "xml"), "Invalid value for '--format': 'xml' is not one of "),
        (("-o", "glossaries"), "glossaries: is a folder; name a file for the output"),
    ],
)
def test_what_it_refuses(tmkit: Command, arguments: tuple[str, ...], complaint: str) -> None:
    Path("a.tmx").touch()
    run = tmkit("term", "check", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"tmkit: {complaint}")
    assert run.err.count("\n") == 1


def test_faults_in_the_files(tmkit: Command, glossary: Path) -> None:
    (glossary / "a-0003.yaml").write_text("id: a-0003\nstatus: done\nterms: {}\n")
    run = tmkit("term", "check")
    assert (run.code, run.out) == (2, "")
    place = glossary.resolve() / "a-0003.yaml"
    assert [line.split("; ")[0] for line in run.err.splitlines()] == [
        f"tmkit: {place}:2: status: 'done' is no status",
        f"tmkit: {place}:3: terms: no term in it",
    ]
    went_on = tmkit("term", "check", "--keep-going", "--json")
    assert went_on.code == 2
    assert went_on.err == run.err
    assert Counter(f["concept"] for f in json.loads(went_on.out)["findings"]) == {"a-0002": 2}
    assert tmkit("term", "check", "--keep-going", "--ignore", "several-preferred").code == 2


def test_without_a_glossary(tmkit: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    run = tmkit("term", "check")
    assert (run.code, run.out) == (2, "")
    assert "no such folder; go to your project's folder, or give --glossary DIR" in run.err


def test_colours_of_every_severity() -> None:
    assert set(term_check._COLOURS) >= {check.severity for check in (*inside.CHECKS, *memories.CHECKS)}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--select", "several-preferred", "--ignore", "several-preferred"), "no check is left"),
        (("--select", "unattested"), "unattested needs --attested"),
        (("--attested",), "there are no reports and no memories here"),
        (("--attested", "--memory", "m.tmx"), "--attested is about the glossary"),
        (("--json", "--format", "html"), "two formats"),
        (("--memory", "m.tmx"), "no unit with texts in two languages of the glossary"),
    ],
)
def test_a_check_that_could_find_nothing_is_refused(tmkit: Command, options: tuple[str, ...], message: str) -> None:
    memory(Path("m.tmx"), [{"de": "Rente", "en": "pension"}, {"vi": "lương hưu"}])
    run = tmkit("term", "check", *options)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
