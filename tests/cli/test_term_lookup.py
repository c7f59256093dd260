"""`tmkit term lookup` and the prompt: cards, JSON, exit codes, hostile queries."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Run
from tests.glossary.folder import write_glossary
from tests.glossary.test_attestation import EN, FR, VI, memory
from tmkit.cli import term_lookup
from tmkit.cli.term_card import show
from tmkit.cli.term_shell import HELP, Completer, Session
from tmkit.glossary.reading import read_glossary


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a project with a small glossary and a memory."""
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    memory(tmp_path / "tm" / "news.tmx", [{"vi": VI, "fr": FR, "en": EN}], report="r{}.txt")
    return iter([write_glossary(tmp_path / "glossaries" / "small")])


CARD = f"""\
sp-0001  Social insurance · approved
  found sécu (fr)
  !     sécu is forbidden: use assurance sociale
  vi  ✓ bảo hiểm xã hội  n.
        BHXH             acronym
  en  ✓ social insurance  n.
      – social assurance  deprecated
  def.  (en) Insurance against loss of income that the state runs
  note  Not sp-0002
  rel.  not to be confused with: bảo hiểm xã hội tự nguyện (sp-0002)
  src.  A paper, https://example.org/1, 2020
  att.  (vi) {VI}
          r1.txt, 2020-11-18
        (fr) {FR}
          r1.txt, 2020-11-18
        (en) {EN}
          r1.txt, 2020-11-18
"""


def test_json(tmkit: Command) -> None:
    run = tmkit("term", "lookup", "sécu", "--to", "fr", "--json")
    (answer,) = json.loads(run.out)
    spans = {quote["lang"]: quote.pop("spans") for quote in answer["attestations"][0]["texts"]}
    assert (run.code, run.err) == (0, "")
    assert spans == {"vi": [[9, 24]], "fr": [[14, 31]], "en": [[12, 28]]}
    assert answer == {
        "concept": "sp-0001",
        "domain": "insurance",
        "status": "approved",
        "matched": {"lang": "fr", "term": "sécu", "how": "exact", "status": "forbidden", "use": "assurance sociale"},
        "terms": [
            {"lang": "fr", "term": "assurance sociale", "status": "preferred", "pos": "noun", "gender": "f"},
            {"lang": "fr", "term": "sécu", "status": "forbidden", "gender": "f", "note": "Familiar"},
        ],
        "definition": {"en": "Insurance against loss of income that the state runs"},
        "note": "Not sp-0002",
        "sources": {},
        "related": [{"concept": "sp-0002", "rel": "distinct-from", "term": "assurance sociale volontaire"}],
        "valid_from": None,
        "valid_to": None,
        "replaced_by": [],
        "glossary": "small",
        "attestations": [
            {
                "memory": "news.tmx",
                "unit": "1",
                "texts": [
                    {"lang": lang, "text": text, "report": "r1.txt", "date": "2020-11-18"}
                    for lang, text in (("vi", VI), ("fr", FR), ("en", EN))
                ],
            }
        ],
    }


def test_all_languages_with_sources(tmkit: Command) -> None:
    (answer, other) = json.loads(tmkit("term", "lookup", "bảo", "hiểm", "xã", "hội", "--json", "--no-attest").out)
    assert [(term["lang"], term["term"]) for term in answer["terms"]] == [
        ("vi", "bảo hiểm xã hội"),
        ("vi", "BHXH"),
        ("fr", "assurance sociale"),
        ("fr", "sécu"),
        ("en", "social insurance"),
        ("en", "social assurance"),
    ]
    assert answer["sources"]["S-1"]["title"] == "A paper"
    assert answer["attestations"] == []
    assert (other["concept"], other["matched"]["how"]) == ("sp-0002", "prefix")


def test_card(tmkit: Command) -> None:
    both = tmkit("term", "lookup", "sécu").out
    assert "  fr  ✓ assurance sociale  n. f.\n      ✗ sécu               f., forbidden. Familiar\n" in both
    french = CARD.splitlines(keepends=True)
    assert [line for line in french if line not in both] == [french[1]]


def test_what_is_found_by_one_of_its_forms(tmkit: Command) -> None:
    found = tmkit("term", "lookup", "ministry of labour", "--no-attest").out.splitlines()[1]
    assert found == "  found Ministry of Labour, a form of MoLISA (en)"
    assert "found" not in tmkit("term", "lookup", "molisa", "--no-attest").out


def test_weaker_finds_are_one_line_each(tmkit: Command) -> None:
    out = tmkit("term", "lookup", "BAO HIEM XA HOI", "--no-attest").out
    assert "  found bảo hiểm xã hội (vi, accents aside)\n" in out
    assert out.endswith(
        "also\n  sp-0002  vi bảo hiểm xã hội tự nguyện  "
        "fr assurance sociale volontaire · en voluntary social insurance\n"
    )


def test_what_took_the_place_of_an_institution(tmkit: Command) -> None:
    run = tmkit("term", "lookup", "MoLISA")
    assert "  ended until 2025-03-01; replaced by Bộ Nội vụ (sp-0007)\n" in run.out
    (answer,) = json.loads(tmkit("term", "lookup", "MoLISA", "--to", "en", "--json").out)
    assert (answer["valid_to"], answer["replaced_by"]) == (
        "2025-03-01",
        [{"concept": "sp-0007", "term": "Ministry of Home Affairs"}],
    )


def test_a_language_without_terms(tmkit: Command) -> None:
    out = tmkit("term", "lookup", "phúc lợi", "--to", "fr").out
    assert out == "sp-0008  draft\n  found phúc lợi (vi)\n  fr    no term yet\n"
    assert "  fr    no term yet\n" in tmkit("term", "lookup", "phúc lợi").out


@pytest.mark.parametrize("as_json", [[], ["--json"]])
@pytest.mark.parametrize(
    ("query", "err"),
    [
        ("xyzzy", "tmkit: nothing found for 'xyzzy'\n"),
        (
            "socail insurance",
            "tmkit: nothing found for 'socail insurance'; did you mean social insurance (en)?\n",
        ),
        ("a\udce9b", "tmkit: nothing found for 'a\\udce9b'\n"),
        ("a\x1b[31mb", "tmkit: nothing found for 'a\\x1b[31mb'\n"),
        ("…", "tmkit: nothing found for '…'\n"),
        ("x" * 400, f"tmkit: nothing found for '{'x' * 59}…'\n"),
    ],
)
def test_nothing_found(tmkit: Command, query: str, err: str, as_json: list[str]) -> None:
    run = tmkit("term", "lookup", query, *as_json)
    assert (run.code, run.out, run.err) == (1, "[]\n" if as_json else "", err)


@pytest.mark.parametrize(
    ("args", "err"),
    [
        ([""], "nothing to look up; give a word or a term"),
        ([" \t"], "nothing to look up; give a word or a term"),
        (["x" * 10_000], "10,000 characters to look up; give one term, of 500 at most"),
        (["-ism"], "No such option"),
        (["pension", "--from", "de"], "no terms in 'de' here; there are some in vi, fr, en"),
        (["pension", "--to", "xx"], "unknown language 'xx'"),
        (["pension", "--copy"], "--copy needs --to: the language whose term is to be copied"),
        (["pension", "--glossary", "none"], "none: no such folder"),
    ],
)
def test_what_cannot_be_answered(tmkit: Command, args: list[str], err: str) -> None:
    run = tmkit("term", "lookup", *args)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"tmkit: {err}")


def test_a_dash_may_come_first_after_two(tmkit: Command) -> None:
    assert tmkit("term", "lookup", "--", "-pension").code == 0


def test_faults_do_not_keep_anyone_from_looking_up(tmkit: Command, tmp_path: Path) -> None:
    (tmp_path / "glossaries" / "small" / "sp-0003.yaml").write_text("id: sp-0003\nterms: {}\n", encoding="utf-8")
    for _ in range(2):
        run = tmkit("term", "lookup", "pension")
        assert run.code == 0
        assert run.err.startswith(f"tmkit: {tmp_path}/glossaries/small/sp-0003.yaml:2: terms: no term in it")


def test_a_glossary_whose_name_is_no_utf8(tmkit: Command, tmp_path: Path) -> None:
    place = write_glossary(tmp_path / os.fsdecode(b"bad\xffg"))
    (place / "glossary.yaml").unlink()
    (tmp_path / "a.txt").write_text("la retraite", "utf-8")
    for _ in range(2):
        run = tmkit("term", "lookup", "retraite", "--glossary", place, "--json")
        assert (run.code, json.loads(run.out)[0]["glossary"]) == (0, "bad\ufffdg")
        assert tmkit("term", "find", "a.txt", "--lang", "fr", "--glossary", place).code == 0
        assert tmkit("term", "check", "--glossary", place).code == 1


def test_several_glossaries_are_searched_together(tmkit: Command, tmp_path: Path) -> None:
    other = tmp_path / "glossaries" / "other"
    other.mkdir()
    text = "id: o-1\nterms: {en: [{term: pension, status: preferred}]}\n"
    (other / "o-1.yaml").write_text(text, encoding="utf-8")
    found = json.loads(tmkit("term", "lookup", "pension", "--from", "en", "--json").out)
    assert [(one["glossary"], one["concept"]) for one in found[:2]] == [("other", "o-1"), ("small", "sp-0004")]
    found = json.loads(tmkit("term", "lookup", "pension", "--glossary", other, "--json").out)
    assert [one["concept"] for one in found] == ["o-1"]


class Clipboard:
    """A clipboard that keeps what is put on it."""

    def __init__(self) -> None:
        self.text = ""

    def copy(self, text: str) -> None:
        self.text = text


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    import pyperclip

    board = Clipboard()
    monkeypatch.setattr(pyperclip, "copy", board.copy)
    return board


def test_copy(tmkit: Command, clipboard: Clipboard) -> None:
    run = tmkit("term", "lookup", "BHXH", "--to", "fr", "--copy")
    assert (run.code, clipboard.text, run.err) == (
        0,
        "assurance sociale",
        "tmkit: copied: assurance sociale (sp-0001)\n",
    )


def test_no_clipboard(tmkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyperclip

    def fail(text: str) -> None:
        raise pyperclip.PyperclipException("no xclip")

    monkeypatch.setattr(pyperclip, "copy", fail)
    run = tmkit("term", "lookup", "BHXH", "--to", "fr", "--copy")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert run.err.startswith("tmkit: no clipboard to copy to; install xclip")
    run = tmkit("term", "lookup", "phúc lợi", "--to", "fr", "--copy")
    assert (run.code, run.err) == (2, "tmkit: sp-0008 has no term in 'fr' to copy\n")


def test_colour_on_a_terminal_alone(
    tmkit: Command, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert "\x1b" not in tmkit("term", "lookup", "sécu").out
    desk = term_lookup.Desk([Path("glossaries/small")], attested=False)
    answers, _ = desk.find("sécu")
    card = desk.cards(answers, None)
    assert "\x1b[32m\x1b[1massurance sociale\x1b[0m" in card
    assert "\x1b[31msécu\x1b[0m" in card
    monkeypatch.setenv("NO_COLOR", "1")
    capfd.readouterr()
    show(card)
    assert "\x1b" not in capfd.readouterr().out


def test_the_prompt(clipboard: Clipboard, capfd: pytest.CaptureFixture[str]) -> None:
    session = Session(term_lookup.Desk([Path("glossaries/small")], attested=False))

    def said(line: str) -> Run:
        capfd.readouterr()
        assert session.goes_on(line)
        return Run(0, *capfd.readouterr())

    assert session.prompt == "term> "
    assert said("  ") == Run(0, "", "")
    assert said("bhxh").out.startswith("sp-0001  Social insurance · approved\n  vi  ✓ bảo hiểm xã hội")
    assert said(":copy").err == "tmkit: copy in which language? say :to fr first\n"
    assert said(":to fr") == Run(0, "", "")
    assert "social insurance" not in said("bhxh").out
    assert said(":copy").err == "tmkit: copied: assurance sociale\n"
    assert clipboard.text == "assurance sociale"
    assert said(":from en") == Run(0, "", "")
    nothing = "tmkit: nothing found for 'bhxh' among the English terms; :from alone searches all languages\n"
    assert said("bhxh").err == nothing
    assert (
        said("pensoin").err
        == "tmkit: nothing found for 'pensoin' among the English terms; did you mean pension (en)?\n"
    )
    assert session.prompt == "term (from en to fr)> "
    assert said(":copy").err == "tmkit: nothing to copy; look something up first\n"
    assert said(":from").err == ""
    assert session.prompt == "term (to fr)> "
    assert said("xyzzy").err == "tmkit: nothing found for 'xyzzy'\n"
    assert said(":to de").err == "tmkit: no terms in 'de' here; there are some in vi, fr, en\n"
    assert said(":to xx").err.startswith("tmkit: unknown language 'xx'")
    assert said(":nonsense").err == "tmkit: no such command: :nonsense; :help lists them\n"
    assert said(":help").out == f"{HELP}\n"
    assert said("x" * 600).err.startswith("tmkit: 600 characters to look up")
    assert not session.goes_on(":quit")


@pytest.mark.parametrize("advice", ["", " (--no-attest does without)"])
def test_memories_are_said_to_be_read_where_there_are_some(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], advice: str
) -> None:
    monkeypatch.setattr(term_lookup, "_is_watched", lambda: True)
    for said in (f"tmkit: reading the memories for examples, this once{advice}\n", ""):
        desk = term_lookup.Desk([Path("glossaries/small")], advice=advice)
        desk.cards(desk.find("bhxh")[0], None)
        assert capfd.readouterr().err == said
        Path("tm/news.tmx").unlink(missing_ok=True)


def test_completion(tmp_path: Path) -> None:
    complete = Completer([read_glossary(tmp_path / "glossaries" / "small")])
    wanted = ["bảo hiểm thất nghiệp", "bảo hiểm xã hội", "bảo hiểm xã hội tự nguyện"]
    assert complete.complete("bao hiem") == wanted
    assert complete.complete("Bảo h") == wanted
    assert [complete("bao hiem x", i) for i in range(3)] == [*wanted[1:], None]
    # What is typed must stay where the terms differ in it.
    assert complete.complete("retrait") == ["retraite", "retraité"]
    assert complete.complete("") == []
    assert complete.complete("xyzzy") == []


def test_off_a_terminal_the_prompt_is_help(tmkit: Command) -> None:
    run = tmkit("term")
    assert "lookup" in run.out + run.err
