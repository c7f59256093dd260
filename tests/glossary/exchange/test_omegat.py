import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.glossary.exchange.carried import TEXTS, brought_back, expected, glossary_strategy, read, remarks, written
from tests.glossary.exchange.filled import FILLED
from tmkit.errors import FileError, TmkitError
from tmkit.glossary.concepts import About, Concept, Glossary, Term, TermStatus
from tmkit.glossary.exchange.base import losses
from tmkit.glossary.exchange.omegat import OMEGAT

DATA = Path(__file__).parents[2] / "data" / "exchange"
LANGS = ("vi", "fr")
HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
GLOSSARY = Glossary(
    About(),
    (
        Concept(
            id="sp-0001",
            definition={"fr": "Revenu versé\nà un retraité", "vi": "Khoản tiền"},
            note="not a\nsalary",
            terms={
                "vi": (Term(text="hưu bổng", status="deprecated"), Term(text="lương hưu", status="preferred")),
                "fr": (
                    Term(text="retraite", status="forbidden"),
                    Term(text="pension de retraite", status="admitted"),
                    Term(text="pension", status="preferred"),
                    Term(text="rente", status="deprecated"),
                ),
            },
        ),
        Concept(
            id="",
            terms={"vi": (Term(text="#lương", status="preferred"),), "fr": (Term(text="a\tb", status="preferred"),)},
        ),
        Concept(id="sp-0003", terms={"vi": (Term(text="một mình", status="preferred"),)}),
    ),
)


def test_the_whole_text() -> None:
    comment = "not a salary ‖ Revenu versé à un retraité [sp-0001]"
    assert written(OMEGAT, GLOSSARY, LANGS).decode() == (
        f"{HEAD}# languages: vi fr\n"
        f"lương hưu\tpension\t{comment}\n"
        "lương hưu\tpension de retraite\t[sp-0001]\n"
        f"hưu bổng\tpension\t{comment}\n"
        "hưu bổng\tpension de retraite\t[sp-0001]\n"
        " #lương\ta b\n"
    )


def test_what_is_carried_comes_back_and_the_rest_is_reported() -> None:
    assert brought_back(OMEGAT, FILLED, LANGS) == expected(OMEGAT, without_old_targets(FILLED), LANGS)
    assert {loss.what for loss in losses(FILLED, OMEGAT, LANGS)} == {
        *("concept.domain", "concept.status", "concept.definition", "concept.related", "concept.valid_from"),
        *(
            "concept.valid_to",
            "concept.replaced_by",
            "term.type",
            "term.pos",
            "term.gender",
            "term.number",
            "term.case",
        ),
        *("term.region", "term.forms", "term.context", "term.sources", "term.reliability", "term.note"),
        "deprecated terms stand as source terms alone, and come back as admitted",
        *("forbidden terms", "concepts without a term in both vi and fr"),
    }


@given(glossary=glossary_strategy(LANGS, TEXTS))
@settings(max_examples=100, deadline=None)
def test_texts_come_back(glossary: Glossary) -> None:
    if wanted := expected(OMEGAT, without_old_targets(glossary), LANGS):
        assert brought_back(OMEGAT, glossary, LANGS) == wanted
    else:
        assert written(OMEGAT, glossary, LANGS).decode() == f"{HEAD}# languages: vi fr\n"


def without_old_targets(glossary: Glossary) -> Glossary:
    """Return a glossary without what OmegaT shall not propose: deprecated terms of the target language."""
    target = LANGS[1]
    concepts = []
    for concept in glossary.concepts:
        kept = tuple(term for term in concept.terms.get(target, ()) if term.status != "deprecated")
        concepts.append(replace(concept, terms={**concept.terms, target: kept}))
    return replace(glossary, concepts=tuple(concepts))


def test_a_glossary_of_another() -> None:
    data = (DATA / "omegat.utf8").read_bytes()
    found = read(OMEGAT, data, ("vi_VN", "FR"))
    assert found.glossary == Glossary(
        About(languages=LANGS),
        (
            concept("lương hưu", "pension", "pension de retraite", note="khoản tiền hằng tháng"),
            concept("lương hưu", "retraite", note="cách nói thông tục"),
            concept("bảo hiểm", "assurance"),
            concept("an sinh xã hội", "sécurité sociale", note="sp"),
        ),
    )
    assert remarks(found) == [
        ("bảo hiểm, assurance stand twice and are read once", 7),
        ("has no source or no target term and is left out", 8),
        ("has no source or no target term and is left out", 9),
    ]
    with pytest.raises(FileError, match="does not say its two languages"):
        read(OMEGAT, data)


def concept(source: str, *targets: str, note: str | None = None) -> Concept:
    statuses: list[TermStatus] = ["preferred", "admitted"]
    found = tuple(Term(text=text, status=status) for text, status in zip(targets, statuses, strict=False))
    return Concept(id="", note=note, terms={"vi": (Term(text=source, status="preferred"),), "fr": found})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    found = read(OMEGAT, "lương hưu\tpension\n".encode(encoding), LANGS)
    assert found.glossary.concepts == (concept("lương hưu", "pension"),)


@pytest.mark.parametrize("text", ["", "# languages: vi fr\n", "một văn bản\n", "\t\t\n"])
def test_what_is_no_glossary(text: str) -> None:
    with pytest.raises(FileError, match="no line with a source and a target term"):
        read(OMEGAT, text, LANGS)


def test_a_term_that_is_a_sentence() -> None:
    found = read(OMEGAT, f"a\tb\n{'x' * 1001}\tc\n", LANGS)
    assert found.glossary.concepts == (concept("a", "b"),)
    assert remarks(found) == [("a term of 1,001 characters is left out: " + "x" * 30 + "…", 2)]


@given(st.text("a\t\n#[]‖ ", max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FileError):
        assert read(OMEGAT, text, LANGS).glossary.concepts


def test_two_languages_are_needed() -> None:
    with pytest.raises(TmkitError, match="an OmegaT glossary holds two languages"):
        written(OMEGAT, GLOSSARY, ("vi", "fr", "en"))


@pytest.mark.judge
def test_omegat_reads_it(omegat: Path, tmp_path: Path) -> None:
    if not shutil.which("jjs") and not shutil.which("javac"):
        pytest.skip("no Java compiler to call OmegaT's own reader with")
    (tmp_path / "a.utf8").write_bytes(written(OMEGAT, GLOSSARY, LANGS))
    (tmp_path / "Show.java").write_text(SHOW, encoding="utf-8")
    path = f"{omegat}:{omegat.parent}/lib/*"
    command = ["java", "-cp", path, "-Dfile.encoding=UTF-8", str(tmp_path / "Show.java"), str(tmp_path / "a.utf8")]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    lines = [line.split("\t") for line in written(OMEGAT, GLOSSARY, LANGS).decode().split("\n")[2:-1]]
    shown = [line.strip() for line in run.stdout.split("\n")[:-1]]
    assert shown == ["|".join([line[0].strip(), *line[1:], ""][:3]) for line in lines]


SHOW = """
import org.omegat.gui.glossary.*;
class Show {
    public static void main(String[] args) throws Exception {
        for (GlossaryEntry e : GlossaryReaderTSV.read(new java.io.File(args[0]), false))
            System.out.println(e.getSrcText() + "|" + e.getLocText() + "|" + e.getCommentText());
    }
}
"""
