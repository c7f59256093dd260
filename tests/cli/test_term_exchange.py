"""`tmkit term import` and `tmkit term export`: there and back, conflicts, losses, refusals."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.glossary.folder import write_glossary
from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.exchange import FORMATS
from tmkit.glossary.reading import read_glossary

SMALL = Path("glossaries/small")
WRITTEN = [fmt for fmt in FORMATS if fmt.write]
PAIRS = "vi,fr\nbảo hiểm xã hội,sécurité sociale\nthất nghiệp,chômage\n"
HOMOGRAPH = (
    "sp-0001: vi “bảo hiểm xã hội” is shared with sp-0001 of the glossary, but fr “assurance sociale” here, "
    "“sécurité sociale” in the file"
)


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with a small glossary; nobody is at a terminal."""
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    write_glossary(SMALL)
    Path("pairs.csv").write_text(PAIRS, encoding="utf-8")
    return tmp_path


def state() -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(SMALL.iterdir())}


def texts(folder: Path) -> list[dict[str, list[str]]]:
    concepts = read_glossary(folder).concepts
    return [{lang: [term.text for term in terms] for lang, terms in concept.terms.items()} for concept in concepts]


@pytest.mark.parametrize("fmt", WRITTEN, ids=lambda fmt: fmt.name)
def test_every_format_is_written_and_its_losses_told(tmkit: Command, fmt: object) -> None:
    (one,) = (other for other in FORMATS if other is fmt)
    langs = ("--from", "vi", "--to", "fr") if one.bilingual else ()
    run = tmkit("term", "export", "out.file", "--format", one.name, *langs, "--json")
    answer = json.loads(run.out)
    assert (run.code, run.err, answer["file"], answer["format"]) == (0, "", "out.file", one.name)
    assert Path("out.file").stat().st_size > 0
    lost = {loss["what"] for loss in answer["losses"]}
    used = {"concept.status", "concept.domain", "concept.definition", "concept.valid_to", "term.type"}
    assert {name for name in used if name not in one.carries} <= lost
    assert not lost & one.carries
    assert ("terms in en" in lost) == one.bilingual
    shown = tmkit("term", "export", "out.file", "--format", one.name, *langs)
    assert shown.out.startswith("out.file: written\n" if lost else "out.file: written; nothing is lost\n")
    assert len(shown.out.splitlines()) == 1 + len(lost)
    assert tmkit("-q", "term", "export", "out.file", "--format", one.name, *langs).out == ""


def test_an_export_to_stdout(tmkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    tmkit("term", "export", "a.utf8", "--from", "vi", "--to", "fr")
    run = tmkit("term", "export", "-", "--format", "omegat", "--from", "vi", "--to", "fr")
    assert (run.code, run.out) == (0, Path("a.utf8").read_text(encoding="utf-8"))
    assert run.err.startswith("tmkit: lost: concept.domain, ")
    assert tmkit("-q", "term", "export", "-", "--format", "omegat", "--from", "vi", "--to", "fr").err == ""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    run = tmkit("term", "export", "-", "--format", "xlsx")
    assert (run.code, run.out) == (2, "")
    assert run.err == "tmkit: xlsx is no text for a terminal; name a file for the output\n"


def test_a_page_that_an_import_makes_is_told(tmkit: Command) -> None:
    made = f"{Path('new/glossary.yaml')}: made, to say what the glossary is called; add its languages and title\n"
    assert tmkit("term", "import", "pairs.csv", "--glossary", "new").out.endswith(f"; in new\n{made}")
    again = tmkit("term", "import", "pairs.csv", "--glossary", "new")
    assert (again.code, made in again.out) == (0, False)


def test_losses_in_words(tmkit: Command) -> None:
    run = tmkit("term", "export", "out.tbx", "--status", "approved")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "out.tbx: written\n"
        "  lost: concept.status, 7 times (first: sp-0001)\n"
        "  changed: forbidden becomes deprecated, with a note, once (first: sp-0001 sécu)\n"
        "  lost: concept.valid_to, once (first: sp-0006)\n"
        "  lost: term.forms, once (first: sp-0006 MoLISA)\n"
    )


def test_the_manual_of_the_command_names_every_format(tmkit: Command) -> None:
    text = " ".join(tmkit("term", "export", "--help").out.split()).replace("- ", "-")
    names = text.split("Formats: ")[1].split(";")[0].split(", ")
    assert names == [fmt.name for fmt in WRITTEN]


@pytest.mark.parametrize("name", ["a.tbx", "a.csv", "a.tsv", "a.xlsx"])
def test_an_export_changes_nothing_at_home(tmkit: Command, name: str) -> None:
    before = state()
    tmkit("term", "export", name)
    run = tmkit("term", "import", name)
    assert (run.code, run.err) == (0, "")
    where = SMALL.resolve()
    assert run.out == f"{name}: 0 concepts added, 0 changed, 8 the same, 0 differences left out; in {where}\n"
    assert state() == before


@pytest.mark.parametrize("name", ["a.tbx", "a.csv", "a.xlsx", "a.utf8"])
def test_an_export_makes_a_new_glossary(tmkit: Command, name: str) -> None:
    bilingual = name.endswith(".utf8")
    tmkit("term", "export", name, *(("--from", "vi", "--to", "fr") if bilingual else ()))
    run = tmkit("term", "import", name, "--glossary", "new")
    assert run.code == 0
    if not bilingual:
        assert texts(Path("new")) == texts(SMALL)
        return
    wanted = [{lang: terms[lang] for lang in ("vi", "fr")} for terms in texts(SMALL) if "fr" in terms]
    wanted[0]["fr"].remove("sécu")
    assert texts(Path("new")) == wanted


def test_only_the_statuses_and_languages_asked_for(tmkit: Command) -> None:
    tmkit("term", "export", "draft.tbx", "--status", "draft")
    tmkit("term", "export", "both.csv", "--from", "en", "--to", "vi", "--status", "draft", "--status", "approved")
    tmkit("term", "import", "draft.tbx", "--glossary", "drafts")
    tmkit("term", "import", "both.csv", "--glossary", "both")
    assert texts(Path("drafts")) == [{"vi": ["xóa nghèo", "phúc lợi"], "en": ["well-being"]}]
    assert [set(terms) for terms in texts(Path("both"))] == [{"en", "vi"}] * 8


def test_new_concepts_become_drafts(tmkit: Command) -> None:
    Path("new.csv").write_text("vi,fr\nthất nghiệp,chômage\n", encoding="utf-8")
    before = state()
    run = tmkit("term", "import", "new.csv", "--json")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == {
        "glossary": str(SMALL.resolve()),
        "added": ["sp-0009"],
        "changed": [],
        "skipped": [],
        "conflicts": [{"kind": "new", "detail": "“thất nghiệp”"}],
    }
    added = read_glossary(SMALL).by_id["sp-0009"]
    assert (added.status, [(lang, term.text) for lang, term in added.all_terms()]) == (
        "draft",
        [("vi", "thất nghiệp"), ("fr", "chômage")],
    )
    assert {name: text for name, text in state().items() if name != "sp-0009.yaml"} == before


def test_new_terms_join_the_concept_they_belong_to(tmkit: Command) -> None:
    Path("more.csv").write_text("vi;fr;fr\nbảo hiểm xã hội;assurance sociale;prévoyance sociale\n", encoding="utf-8")
    run = tmkit("term", "import", "more.csv", "--json")
    assert (run.code, json.loads(run.out)["changed"]) == (0, ["sp-0001"])
    concept = read_glossary(SMALL).by_id["sp-0001"]
    assert [(term.text, term.status) for term in concept.terms["fr"]] == [
        ("assurance sociale", "preferred"),
        ("sécu", "forbidden"),
        ("prévoyance sociale", "admitted"),
    ]


def test_a_dry_run_changes_nothing(tmkit: Command) -> None:
    before = state()
    run = tmkit("term", "import", "pairs.csv", "--dry-run", "--on-conflict", "add", "--json")
    assert (run.code, json.loads(run.out)["added"], state()) == (0, ["sp-0009", "sp-0010"], before)
    told = tmkit("term", "import", "pairs.csv", "--dry-run", "--on-conflict", "skip")
    assert told.out == (
        "pairs.csv: 1 concept would be added, 0 would be changed, 0 the same, 1 difference left out; "
        f"in {SMALL.resolve()}\n"
    )
    assert tmkit("term", "import", "pairs.csv", "--dry-run", "--glossary", "fresh").code == 0
    assert not Path("fresh").exists()


@pytest.mark.parametrize(
    ("decision", "added", "skipped"),
    [("keep", ["sp-0009"], 1), ("skip", ["sp-0009"], 1), ("add", ["sp-0009", "sp-0010"], 0)],
)
def test_decisions_about_conflicts(tmkit: Command, decision: str, added: list[str], skipped: int) -> None:
    run = tmkit("term", "import", "pairs.csv", "--on-conflict", decision, "--json")
    answer = json.loads(run.out)
    assert (run.code, answer["added"], len(answer["skipped"])) == (0, added, skipped)
    assert answer["conflicts"][0] == {"kind": "homograph", "detail": HOMOGRAPH}
    assert sorted(read_glossary(SMALL).by_id) == sorted([f"sp-000{n}" for n in range(1, 9)] + added)


def test_conflicts_stop_an_import_that_nobody_can_be_asked_about(tmkit: Command) -> None:
    before = state()
    run = tmkit("term", "import", "pairs.csv")
    assert (run.code, run.out, state()) == (2, "", before)
    assert run.err == (
        f"tmkit: homograph: {HOMOGRAPH}\n"
        "tmkit: the file differs from the glossary: 1 homograph; choose --on-conflict keep, take, add or skip\n"
    )


@pytest.mark.parametrize(
    ("answer", "added"),
    [
        ("add", "2 concepts"),
        ("skip", "1 concept"),
        ("", "1 concept"),
        ("same", "1 concept"),
        ("all\nadd", "2 concepts"),
    ],
)
def test_somebody_at_a_terminal_is_asked(
    tmkit: Command, monkeypatch: pytest.MonkeyPatch, answer: str, added: str
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))
    run = tmkit("term", "import", "pairs.csv")
    assert run.code == 0
    assert run.out.startswith(
        "the file differs from the glossary: 1 homograph; “all” answers for the rest of a kind\n"
        f"homograph: {HOMOGRAPH}\n  is it this concept? (same, add, skip, all) [skip]: "
    )
    assert f"pairs.csv: {added} added, {int(answer == 'same')} changed, " in run.out
    assert run.out.count("is it this concept?") == 1


@pytest.mark.parametrize(("answers", "asked"), [("all\ntake\n", 1), ("take\nall\nkeep\n", 2)])
def test_one_answer_for_the_rest_of_a_kind(
    tmkit: Command, monkeypatch: pytest.MonkeyPatch, answers: str, asked: int
) -> None:
    Path("other.csv").write_text("vi,fr,en\nlương hưu,retraite,\nphúc lợi,,well-being\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    run = tmkit("term", "import", "other.csv")
    assert run.out.startswith(
        "the file differs from the glossary: 2 new-status; “all” answers for the rest of a kind\n"
    )
    assert (run.code, run.out.count("keep ours, take theirs, add a concept, skip (")) == (0, asked)


def test_a_question_left_unanswered_changes_nothing(tmkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state()
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    run = tmkit("term", "import", "pairs.csv")
    assert (run.code, state()) == (130, before)
    assert run.err.endswith("tmkit: stopped; nothing half-written is left\n")


@pytest.mark.extra
def test_theirs_is_taken_where_said(tmkit: Command) -> None:
    tmkit("term", "export", "a.ttl")
    stopped = tmkit("term", "import", "a.ttl")
    assert stopped.code == 2
    assert "sp-0001: fr “sécu” is forbidden here, deprecated in the file" in stopped.err
    run = tmkit("term", "import", "a.ttl", "--on-conflict", "take", "--json")
    assert (run.code, json.loads(run.out)["changed"]) == (0, ["sp-0001"])
    assert [term.status for term in read_glossary(SMALL).by_id["sp-0001"].terms["fr"]] == ["preferred", "deprecated"]


def test_remarks_are_told_with_their_lines(tmkit: Command) -> None:
    Path("a.utf8").write_text("bệnh\tmaladie\nmột mình\n" + "chỉ có\n" * 25, encoding="utf-8")
    run = tmkit("term", "import", "a.utf8", "--from", "vi", "--to", "fr")
    lines = run.err.splitlines()
    assert run.code == 0
    assert lines[0] == "tmkit: a.utf8:2: has no source or no target term and is left out"
    assert lines[-1] == "tmkit: a.utf8: 6 more remarks"
    assert len(lines) == 21


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("export", "a.utf8"), "omegat files hold two languages; give both with --from and --to"),
        (("export", "a.utf8", "--from", "vi"), "omegat files hold two languages; give both with --from and --to"),
        (("export", "a.utf8", "--from", "vi", "--to", "de"), "the glossary has no terms in 'de'; it has vi, fr, en"),
        (("export", "a.utf8", "--from", "vi", "--to", "vi"), "'vi' is given twice; give different languages"),
        (("export", "a.tbx", "--to", "xx"), "unknown language 'xx'; use one of "),
        (("export", "a.doc"), "a.doc: its name tells no format; give --format, or a name in one of .tbx, "),
        (("export", "a.doc", "--format", "word"), "unknown format 'word'; use one of tbx, "),
        (("export", "a.xml", "--format", "multiterm"), "a.xml: multiterm is read, not written; use one of tbx, "),
        (("export", "glossaries", "--format", "csv"), "glossaries: is a folder; name a file for the output"),
        (("export", "a.tbx", "--glossary", "none"), "none: no such folder; give the folder of concept files"),
        (("export", "a.tbx", "--status", "good"), "Invalid value for '--status': 'good' is not one of "),
        (("import", "none.csv"), "none.csv: cannot be read (No such file or directory); check the path"),
        (("import", "glossaries", "--format", "csv"), "glossaries: cannot be read (Is a directory); check the path"),
        (("import", "a.md"), "a.md: markdown is written, not read; use one of tbx, "),
        (("import", "pairs.csv", "--format", "tbx"), "pairs.csv:1: "),
        (("import", "plain.csv"), "plain.csv:1: the headings are source and target, which doesn't tell the languages"),
        (("import", "pairs.csv", "--glossary", "pairs.csv"), "pairs.csv: "),
        (("import", "pairs.csv", "--from", "vi", "--to", "vi"), "'vi' is given twice; give different languages"),
        (("import", "heads.csv"), "heads.csv: no entries in it; give a file with terms"),
        (("import", "heads.csv", "--glossary", "new"), "heads.csv: no entries in it; give a file with terms"),
        (("export", "a.tbx", "--status", "retired"), "the glossary has no concepts that are retired; nothing is writ"),
        (("export", "-"), "-: its name tells no format; give --format, or a name in one of .tbx, "),
        (("export", "-", "--format", "csv", "--json"), "--json prints its answer to stdout; name a file for the outp"),
    ],
)
def test_what_they_refuse(tmkit: Command, arguments: tuple[str, ...], complaint: str) -> None:
    Path("plain.csv").write_text(PAIRS.replace("vi,fr", "source,target"), encoding="utf-8")
    Path("heads.csv").write_text("vi,fr\n", encoding="utf-8")
    before, there = state(), sorted(Path().iterdir())
    run = tmkit("term", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"tmkit: {complaint}")
    assert run.err.count("\n") == 1
    assert state() == before
    assert sorted(path for path in Path().iterdir() if path.name != "cache") == there


@pytest.mark.parametrize("command", ["import", "export"])
def test_one_glossary_of_several_is_chosen_to_import_into(tmkit: Command, command: str) -> None:
    write_glossary(Path("glossaries/other"))
    Path("new.csv").write_text("vi,fr\nthất nghiệp,chômage\n", encoding="utf-8")
    run = tmkit("term", command, "new.csv")
    if command == "export":
        assert run.code == 0
        return
    assert (run.code, run.out) == (2, "")
    place = Path("glossaries").resolve()
    assert run.err == f"tmkit: {place}: several glossaries: other, small; choose one with --glossary DIR\n"
    assert tmkit("term", "import", "new.csv", "--glossary", "glossaries/other").code == 0
    assert Path("glossaries/other/sp-0009.yaml").exists()


def test_a_faulty_glossary_is_exported_only_where_told_to_go_on(tmkit: Command) -> None:
    (SMALL / "sp-0004.yaml").write_text("id: sp-0004\nterms: {fr: [{term: pension, status: best}]}\n")
    stopped = tmkit("term", "export", "a.csv")
    assert (stopped.code, Path("a.csv").exists()) == (2, False)
    run = tmkit("term", "export", "a.csv", "--keep-going")
    assert (run.code, run.err) == (0, stopped.err)
    ids = [line.split(",")[0] for line in Path("a.csv").read_text(encoding="utf-8-sig").splitlines()]
    assert ids == ["id", *(f"sp-000{n}" for n in range(1, 9) if n != 4)]


def test_a_file_in_the_way_is_kept_where_writing_fails(tmkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.csv").write_text("precious", encoding="utf-8")
    monkeypatch.setattr("tmkit.files.tempfile.mkstemp", lambda **_: (_ for _ in ()).throw(OSError(28, "No space left")))
    run = tmkit("term", "export", "a.csv")
    assert (run.code, run.out) == (2, "")
    assert run.err == "tmkit: a.csv: cannot be written (No space left); choose another place for the output\n"
    assert Path("a.csv").read_text(encoding="utf-8") == "precious"


def test_what_is_named_as_carried_exists() -> None:
    names = {f"concept.{f.name}" for f in fields(Concept)} | {f"term.{f.name}" for f in fields(Term)}
    assert {name for fmt in FORMATS for name in fmt.carries} <= names
