"""Candidates go out as a table and come back decided: drafts, or every fault at once and nothing stored."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.glossary.extract.memory import PAIRS
from tmkit.errors import FileError
from tmkit.files import replacing
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.extract import Candidate, Found, Known, extract
from tmkit.glossary.extract.drafts import Accepted, DecisionsError, everything, read_decisions, store
from tmkit.glossary.extract.review import write_tsv, write_xlsx
from tmkit.glossary.reading import GlossaryError, read_glossary

EMPTY = Glossary(About(), ())
HEADS = ["decision", "vi", "fr", "also", "known", "source_count", "target_count", "together", "score", "examples"]
HEADS += ["domain", "note"]
EVIL = Candidate(source="=1+1", target="@cmd", source_count=3, score=0.5, value=1, also=("-x", "+y"))
Cells = Mapping[str, Mapping[str, str]]


def pairs() -> Found:
    return extract(PAIRS, source="vi", target="fr")


def written(found: Found, path: Path) -> Path:
    with replacing(path) as stream:
        (write_xlsx if path.suffix == ".xlsx" else write_tsv)(found, stream)
    return path


def fill_xlsx(path: Path, cells: Cells) -> None:
    """Write into the cells of the rows whose source is given."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for name, text in cells.get(str(row[1].value), {}).items():
            row[names.index(name)].value = text
    book.save(path)


def fill_tsv(path: Path, cells: Cells) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter="\t"))
    for row in rows[1:]:
        for name, text in cells.get(row[1], {}).items():
            row[rows[0].index(name)] = text
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter="\t").writerows(rows)


FORMS = pytest.mark.parametrize(("name", "fill"), [("r.xlsx", fill_xlsx), ("r.tsv", fill_tsv)])
Fill = Callable[[Path, Cells], None]


def test_the_workbook_is_ready_to_be_filled_in(tmp_path: Path) -> None:
    book = load_workbook(written(pairs(), tmp_path / "r.xlsx"))
    sheet = book["candidates"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == HEADS
    assert rows[1][:8] == [None, "người cao tuổi", "personnes âgées", None, None, 3, 3, 3]
    assert str(rows[1][9]).split("\n\n")[0] == f"[u1] {PAIRS[0].source}\n{PAIRS[0].target}"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:L7")
    assert sheet["J2"].alignment.wrap_text
    assert book.sheetnames == ["candidates", "help"]


def test_text_has_a_line_a_candidate(tmp_path: Path) -> None:
    lines = written(pairs(), tmp_path / "r.tsv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split("\t")
    assert (lines[0].split("\t"), len(lines)) == (HEADS, 7)
    assert cells[:8] == ["", "người cao tuổi", "personnes âgées", "", "", "3", "3", "3"]
    assert cells[9].split(" | ")[0] == f"[u1] {PAIRS[0].source} → {PAIRS[0].target}"


def test_no_cell_is_taken_for_a_formula(tmp_path: Path) -> None:
    found = Found(source_lang="vi", target_lang="fr", units=3, candidates=(EVIL,))
    sheet = load_workbook(written(found, tmp_path / "r.xlsx"))["candidates"]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in sheet[2][1:3]] == [
        ("=1+1", "s", True),
        ("@cmd", "s", True),
    ]


@FORMS
def test_decisions_come_back(tmp_path: Path, name: str, fill: Fill) -> None:
    path = written(pairs(), tmp_path / name)
    decided = {
        "người cao tuổi": {"decision": "OK ", "domain": "ageing", "note": "Au pluriel"},
        "bảo hiểm y tế": {"decision": "no"},
        "công nhân": {"decision": "công nhân | thợ = ouvrier"},
        "Bộ Y tế": {"decision": "ok", "fr": "ministère de la Santé | MS"},
    }
    fill(path, decided)
    glossary = Glossary(About(domains={"ageing": {}}), ())
    assert {tuple(a.terms.values()): (a.domain, a.note) for a in read_decisions(path, glossary)} == {
        (("người cao tuổi",), ("personnes âgées",)): ("ageing", "Au pluriel"),
        (("công nhân", "thợ"), ("ouvrier",)): (None, None),
        (("Bộ Y tế",), ("ministère de la Santé", "MS")): (None, None),
    }


@FORMS
def test_an_undecided_table_accepts_nothing(tmp_path: Path, name: str, fill: Fill) -> None:
    path = written(pairs(), tmp_path / name)
    fill(path, {})
    assert read_decisions(path, EMPTY) == ()


def test_one_language_has_one_term(tmp_path: Path) -> None:
    path = written(extract(PAIRS, source="vi"), tmp_path / "r.tsv")
    fill_tsv(path, {"công nhân": {"decision": "giai cấp công nhân"}, "công đoàn": {"decision": "ok"}})
    assert [a.terms for a in read_decisions(path, EMPTY)] == [
        {"vi": ("giai cấp công nhân",)},
        {"vi": ("công đoàn",)},
    ]


@FORMS
def test_every_fault_is_told_with_its_row_and_column(tmp_path: Path, name: str, fill: Fill) -> None:
    path = written(pairs(), tmp_path / name)
    rows = {candidate.source: number for number, candidate in enumerate(pairs().candidates, 2)}
    known = Concept(
        id="sp-9",
        terms={
            "vi": (Term(text="Công Đoàn", status="preferred"),),
            "fr": (Term(text="syndicats", status="preferred"),),
        },
    )
    fill(
        path,
        {
            "người cao tuổi": {"decision": "okay"},
            "bảo hiểm y tế": {"decision": "ok", "fr": " "},
            "công nhân": {"decision": "công nhân = "},
            "Bộ Y tế": {"decision": "ok", "domain": "helth"},
            "công đoàn": {"decision": "ok"},
        },
    )
    with pytest.raises(DecisionsError) as error:
        read_decisions(path, Glossary(About(domains={"health": {}, "labour": {}}), (known,)))
    assert {(fault.line, fault.reason, fault.remedy) for fault in error.value.faults} == {
        (rows["người cao tuổi"], "column decision: 'okay' means nothing", "did you mean 'ok'?"),
        (rows["bảo hiểm y tế"], "column fr: no term", "write it, or decide no"),
        (rows["công nhân"], "column fr: no term", "write it, or decide no"),
        (rows["Bộ Y tế"], "column domain: there is no domain 'helth'", "did you mean 'health'?"),
    }
    assert [fault.line for fault in error.value.faults] == sorted(
        rows[source] for source in set(rows) - {UNTOUCHED, "công đoàn"}
    )


UNTOUCHED = "trợ cấp xã hội hằng tháng"


def test_one_source_in_two_rows_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "r.tsv"
    path.write_text("decision\tvi\tfr\nok\tLương hưu\tpension\nok\tlương hưu\tretraite\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"r\.tsv:3: column vi: 'lương hưu' stands in row 2 too; keep one row"):
        read_decisions(path, EMPTY)


def test_a_formula_is_a_fault(tmp_path: Path) -> None:
    path = written(pairs(), tmp_path / "r.xlsx")
    fill_xlsx(path, {"công đoàn": {"decision": "= syndicat"}})
    with pytest.raises(DecisionsError, match="column decision: a formula; write it as text"):
        read_decisions(path, EMPTY)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"source\ttarget\n", "no column 'decision' in the first row"),
        ("decision\tnguồn\nok\tx\n".encode(), "0 columns of terms"),
        (b"decision\tvi\tfr\ten\n", "3 columns of terms"),
        (b"decision\tvi\tvi\n", "several columns vi"),
        (b"decision\tvi\n\xff\xfe\xfa", "no text in UTF-8"),
        (b"PK\x03\x04broken", "no sound .xlsx"),
        (b"\xd0\xcf\x11\xe0", "an old .xls workbook"),
    ],
)
def test_what_is_no_review_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "r.tsv").write_bytes(content)
    with pytest.raises(FileError, match=reason):
        read_decisions(tmp_path / "r.tsv", EMPTY)


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["decision", "vi", "fr"])
    book.active.append(["ok", "a", "b"])
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "r.xlsx")
    with pytest.raises(FileError, match=r"r.xlsx:2: the cells A2:A3 are merged"):
        read_decisions(tmp_path / "r.xlsx", EMPTY)


def test_drafts_are_stored_after_the_last_concept(tmp_path: Path) -> None:
    (tmp_path / "sp-0007.yaml").write_text("id: sp-0007\nterms:\n  vi: [{term: x, status: preferred}]\n")
    accepted = [
        Accepted(2, {"vi": ("lương hưu",), "fr": ("pension", "retraite")}, None, "Voir la loi"),
        Accepted(3, {"vi": ("công đoàn",), "fr": ("syndicat",)}),
    ]
    assert [concept.id for concept in store(accepted, tmp_path)] == ["sp-0008", "sp-0009"]
    assert (tmp_path / "sp-0008.yaml").read_text(encoding="utf-8") == (
        "id: sp-0008\nstatus: draft\nnote: Voir la loi\nterms:\n"
        "  vi:\n    - {term: lương hưu, status: preferred, reliability: editor}\n"
        "  fr:\n    - {term: pension, status: preferred, reliability: editor}\n"
        "    - {term: retraite, status: admitted, reliability: editor}\n"
    )
    assert [concept.id for concept in read_glossary(tmp_path).concepts] == ["sp-0007", "sp-0008", "sp-0009"]


def test_nothing_is_stored_where_the_glossary_is_broken(tmp_path: Path) -> None:
    (tmp_path / "sp-0007.yaml").write_text("id: sp-0007\n")
    with pytest.raises(GlossaryError):
        store([Accepted(2, {"vi": ("lương hưu",)})], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["sp-0007.yaml"]


def test_a_new_folder_gets_all_that_the_glossary_lacks(tmp_path: Path) -> None:
    found = Found(
        source_lang="vi",
        target_lang="fr",
        units=3,
        candidates=(
            Candidate(source="a", target="b", source_count=3, score=1, value=1),
            Candidate(
                source="c", target="d", source_count=3, score=1, value=1, known=Known("x", "draft", complete=True)
            ),
            Candidate(
                source="e", target="f", source_count=3, score=1, value=1, known=Known("x", "draft", complete=False)
            ),
        ),
    )
    store(everything(found), tmp_path / "new")
    concepts = read_glossary(tmp_path / "new").concepts
    assert [(c.id, c.status, c.terms["vi"][0].text) for c in concepts] == [
        ("draft-0001", "draft", "a"),
        ("draft-0002", "draft", "e"),
    ]
