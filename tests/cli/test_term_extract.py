"""`tmkit term extract`: tables, JSON, reviews there and back, refusals."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.glossary.extract.memory import PAIRS, written
from tests.glossary.extract.test_review import fill_tsv, fill_xlsx
from tmkit.glossary.reading import read_glossary

SEED = (
    "id: sp-0001\nstatus: approved\nterms:\n"
    "  vi: [{term: Người cao tuổi, status: preferred}]\n"
    "  fr: [{term: personne âgée, status: preferred}]\n"
)


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path / "m.tmx")


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "sp-0001.yaml").write_text(SEED, encoding="utf-8")
    return folder


def test_json_has_pairs_counts_examples_and_what_is_known(tmkit: Command, memory: Path, glossary: Path) -> None:
    run = tmkit("term", "extract", memory, "--json", "--limit", "1", "--glossary", glossary)
    found = json.loads(run.out)
    assert (run.code, found["from"], found["to"], found["units"]) == (0, "vi", "fr", len(PAIRS))
    first = found["candidates"][0]
    assert 0.8 < first.pop("score") <= 1
    assert first == {
        "source": "người cao tuổi",
        "count": 3,
        "target": "personnes âgées",
        "target_count": 3,
        "together": 3,
        "also": [],
        "termhood": 6.0,
        "known": {"concept": "sp-0001", "status": "approved", "complete": True},
        "examples": [{"unit": PAIRS[n].id, "source": PAIRS[n].source, "target": PAIRS[n].target} for n in (0, 1, 5)],
    }


def test_the_table_is_for_reading(tmkit: Command, memory: Path, glossary: Path) -> None:
    run = tmkit("term", "extract", memory, "--glossary", glossary)
    assert run.code == 0
    assert "6 candidates from 12 units" in run.out
    row = next(line.split() for line in run.out.splitlines() if line.startswith("người cao tuổi"))
    assert row[:8] == "người cao tuổi personnes âgées 3 3 3".split()
    assert row[-2:] == ["sp-0001", "(approved)"]


def test_one_language(tmkit: Command, memory: Path) -> None:
    run = tmkit("term", "extract", memory, "--monolingual", "--from", "fr", "--json", "--limit", "2")
    assert [(c["source"], c["count"]) for c in json.loads(run.out)["candidates"]] == [
        ("ministère de la Santé", 3),
        ("allocation sociale mensuelle", 3),
    ]


def test_a_review_goes_there_and_back(tmkit: Command, memory: Path, glossary: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.xlsx"
    assert tmkit("term", "extract", memory, "-o", review, "--glossary", glossary).code == 0
    fill_xlsx(review, {"công đoàn": {"decision": "ok"}, "công nhân": {"decision": "công nhân = ouvrier"}})
    run = tmkit("term", "extract", "--decisions", review, "--glossary", glossary)
    assert (run.code, run.out) == (0, f"{glossary}: 2 draft concepts written\n")
    drafts = read_glossary(glossary).concepts[1:]
    assert {(c.id, c.status, c.terms["vi"][0].text, c.terms["fr"][0].text) for c in drafts} in (
        {("sp-0002", "draft", "công đoàn", "syndicat"), ("sp-0003", "draft", "công nhân", "ouvrier")},
        {("sp-0003", "draft", "công đoàn", "syndicat"), ("sp-0002", "draft", "công nhân", "ouvrier")},
    )
    again = tmkit("term", "extract", "--decisions", review, "--glossary", glossary)
    # Handed in again, the table has nothing that is new.
    assert (again.code, again.out.split(": ")[1]) == (0, "0 draft concepts written\n")


def test_a_fault_keeps_everything_out(tmkit: Command, memory: Path, glossary: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.tsv"
    tmkit("term", "extract", memory, "-o", review)
    fill_tsv(
        review, {"công đoàn": {"decision": "ok"}, "công nhân": {"decision": "maybe"}, "Bộ Y tế": {"decision": "nn"}}
    )
    run = tmkit("term", "extract", "--decisions", review, "--glossary", glossary)
    assert run.code == 2
    assert run.err.count("means nothing") == 2
    assert [path.name for path in glossary.iterdir()] == ["sp-0001.yaml"]


def test_drafts_into_a_folder(tmkit: Command, memory: Path, tmp_path: Path) -> None:
    run = tmkit("term", "extract", memory, "-o", tmp_path / "drafts")
    assert run.code == 0
    assert len(read_glossary(tmp_path / "drafts").concepts) == 6


def test_decisions_into_a_folder(tmkit: Command, memory: Path, glossary: Path, tmp_path: Path) -> None:
    review = tmp_path / "review.tsv"
    tmkit("term", "extract", memory, "-o", review)
    fill_tsv(review, {"công đoàn": {"decision": "ok"}})
    run = tmkit("term", "extract", "--decisions", review, "--glossary", glossary, "-o", tmp_path / "drafts")
    assert run.code == 0
    assert [concept.id for concept in read_glossary(tmp_path / "drafts").concepts] == ["draft-0001"]
    assert len(list(glossary.iterdir())) == 1


def test_a_table_of_text_has_a_row_a_candidate(tmkit: Command, memory: Path, tmp_path: Path) -> None:
    tmkit("term", "extract", memory, "-o", tmp_path / "review.tsv", "--to", "vi")
    with (tmp_path / "review.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t"))
    assert (rows[0][:3], len(rows)) == (["decision", "fr", "vi"], 7)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give a MEMORY, or --decisions"),
        (("m.tmx", "--decisions", "r.xlsx"), "give no MEMORY with it"),
        (("m.tmx", "--from", "vi", "--to", "vi"), "are the same language"),
        (("m.tmx", "--monolingual", "--to", "vi"), "leave out --to"),
        (("m.tmx", "--to", "en"), "no unit in vi and en"),
        (("none.tmx",), "none.tmx: cannot be read"),
        (("m.tmx", "-o", "r.pdf"), "unknown kind of table; use .xlsx or .tsv"),
        (("m.tmx", "--glossary", "none"), "none: no such folder"),
        (("--decisions", "none.xlsx", "--glossary", "terms"), "none.xlsx: cannot be read"),
        (("--decisions", "m.tmx", "--glossary", "terms"), "no column 'decision'"),
        (("--decisions", "m.tmx", "-o", "x.tsv"), "draft concepts go into a folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmkit: Command, memory: Path, glossary: Path, arguments: tuple[str, ...], said: str
) -> None:
    run = tmkit("term", "extract", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
