"""Every benchmark runs on a tiny folder and prints its tables; what they count is right. Nothing timed is judged."""

from __future__ import annotations

import doctest
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import align, aligners, clean, reports, results, startup
from benchmarks.aligners import Document, Found, read_beads, read_rungs, run
from benchmarks.common import Count, table
from benchmarks.copies import Copier
from tests.samples import REPORTS, stories
from tmkit.reports.base import Paragraph, Report

VI = ("Hội nghị khai mạc tại Hà Nội ngày 14/4.", "Hơn 250 đại biểu tham dự.", "Trời đẹp.")
FR = ("La conférence s’est ouverte à Hanoï le 14 avril.", "Plus de 250 délégués y participent.")
GOLD = "[0]:[0]\n[1]:[1]\n[2]:[]\n"
PAGE = """\
lang: fr | date: 2020-04-14
- Accueil
- Se connecter
T Une aide pour 12 000 foyers du Centre
D 14/04/2020 10:12
B Une aide en espèces sera versée à 12 000 foyers du Centre, a annoncé mardi la Croix-Rouge du Vietnam.
B Les listes sont affichées pendant trois jours dans chaque commune, et l’argent est distribué à la poste.
- Voir plus
- Séisme : pas de victime
"""


def headings(text: str) -> list[str]:
    return re.findall(r"^\*\*(.+)\*\*$", text, re.MULTILINE)


def cells(text: str, first: str) -> list[str]:
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith(f"| {first} |")]
    assert len(rows) == 1, rows
    return rows[0]


@pytest.fixture
def beads(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny_vi-fr"
    folder.mkdir()
    (folder / "one.src").write_text("\n".join(VI) + "\n", encoding="utf-8")
    (folder / "one.tgt").write_text("\n".join(FR) + "\n", encoding="utf-8")
    (folder / "one.gold").write_text(GOLD, encoding="utf-8")
    return folder


def test_align_prints_its_tables(beads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    align.main([str(beads), "--aligner", "tmkit"])
    out = capsys.readouterr().out
    assert headings(out) == [
        "Beads, strict, null beads left out",
        "Ours, beads of at least a probability",
        "Ours, reliability over all sets",
    ]
    assert cells(out, "tiny_vi-fr | tmkit")[:7] == ["tiny_vi-fr", "tmkit", "1", "2", "1.000", "1.000", "1.000"]


def test_any_command_can_be_a_peer(beads: Path, tmp_path: Path) -> None:
    script = tmp_path / "peer.py"
    lines = "import sys", "n = [[len(open(path).readlines())] for path in sys.argv[1:]]", "print(*n, sep=':')"
    script.write_text("\n".join(lines))
    documents = align.read_set(beads).documents
    done = run(f"mine={sys.executable} {script} {{src}} {{tgt}}", ("vi", "fr"), documents)
    assert done.beads == [[Found((3,), (2,))]]


def test_a_folder_without_languages_or_gold_is_told(tmp_path: Path, beads: Path) -> None:
    with pytest.raises(ValueError, match="no languages at the end of its name"):
        align.read_set(beads.rename(tmp_path / "plain"))
    with pytest.raises(ValueError, match=r"no \*\.gold in it"):
        align.read_set(tmp_path, ("vi", "fr"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("[0]:[0]:0.1\n[]:[1]\n words \n[ 1, 2 ] : [2]", [((0,), (0,)), ((), (1,)), ((1, 2), (2,))]),
    ],
)
def test_beads_are_read(text: str, expected: object) -> None:
    assert read_beads(text) == expected


def test_the_ladder_of_hunalign_is_read() -> None:
    assert read_rungs("0\t0\t0.3\n1\t1\t-0.3\n1\t2\t0.4\n3\t3\t0\n") == [((0,), (0,)), ((), (1,)), ((1, 2), (2,))]


def test_beads_are_counted() -> None:
    document = Document(VI, FR, frozenset({((0,), (0,)), ((1,), (1,))}))
    found = [Found((0,), (0,), 0.9), Found((1, 2), (1,), 0.6), Found((), (1,), 0.0)]
    assert align.count([found], [document]) == Count(right=1, found=2, gold=2)
    assert align.count([found], [document], 0.7) == Count(right=1, found=1, gold=2)


def test_reliability_has_ten_bins() -> None:
    rows = align.reliability([(0.95, True), (1.0, False), (0.05, False)])
    assert [row for row in rows if row[1]] == [("0.0–0.1", 1, 0.05, 0.0), ("0.9–1.0", 2, 0.975, 0.5)]
    assert len(rows) == 10


@pytest.mark.parametrize(
    ("count", "expected"),
    [(Count(1, 2, 4), (0.5, 0.25, 1 / 3)), (Count(0, 0, 4), (None, 0.0, 0.0)), (Count(), (None, None, None))],
)
def test_scores(count: Count, expected: object) -> None:
    assert (count.precision, count.recall, count.f1) == expected


def test_a_table_is_markdown() -> None:
    made = table(("what", "how many"), [("a", 12345), ("b", 0.5), ("c", None)])
    assert made == "| what | how many |\n| :-- | --: |\n| a | 12,345 |\n| b | 0.500 |\n| c | – |"


def test_clean_prints_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    clean.main([str(tmp_path), "--no-peers"])
    out = capsys.readouterr().out
    assert headings(out) == ["Body lines, titles, dates"]
    assert cells(out, f"{tmp_path.name} | fr")[2:] == ["1", "2", "1.000", "1.000", "1.000", "1/1", "1/1", "1/1"]


def test_a_folder_without_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no pages"):
        clean.read_folder(tmp_path)


def test_a_page_keeps_its_line_numbers(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (copy,) = clean.read_folder(tmp_path)
    assert (copy.lang, str(copy.day), copy.body) == ("fr", "2020-04-14", frozenset({5, 6}))
    assert copy.titles == {"Uneaidepour12000foyersduCentre"}


@pytest.mark.parametrize(
    ("lines", "texts", "expected"),
    [
        (("Menu", "Une aide.", "", "Fin."), [(2, "Une aide."), (4, "Fin.")], {2, 4}),
        (("Une aide sera", "versée", "", "à tous.", "Fin."), [(1, "Une aide sera versée à tous.")], {1, 2, 4}),
        (("Une aide seraversée", "à tous.", "Pub"), [(1, "Une aide sera versée à tous.")], {1, 2}),
        (("Une aide.", "Menu"), [], set()),
    ],
)
def test_joined_lines_count_as_kept(lines: tuple[str, ...], texts: list[tuple[int, str]], expected: set[int]) -> None:
    paragraphs = tuple(Paragraph(text, line, "fr") for line, text in texts)
    report = Report(path="a", lang="fr", title=None, date=None, paragraphs=paragraphs, dropped=(), repairs=())
    assert clean.kept(report, lines) == expected


def test_reports_prints_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story,) = (story for story in stories() if story["story"] == "typhoon-cash-support")
    for lang in ("vi", "fr"):
        shutil.copy(REPORTS / story["reports"][lang]["file"], tmp_path)
    arguments = ["--reports", str(tmp_path), "--rounds", "1", "--pairing", "4", "--builds", "2,4", "--no-peers"]
    reports.main(arguments)
    out = capsys.readouterr().out
    assert headings(out) == [
        "From file to sentences",
        "Alignment of documents of 30 sentences a side",
        "Pairing of copies with other numbers and names",
        "Builds, each in its own process, start-up included",
    ]
    assert cells(out, "vi-fr")[:3] == ["vi-fr", "1", "60"]
    assert cells(out, "all four")[1] == "2"


def test_copies_have_other_numbers_and_names_alike_in_both_languages() -> None:
    texts = [
        ("vi", "Ngày 17/11, Hà Nội và Đà Nẵng chi 12.345 tỷ đồng năm 2020."),
        ("fr", "Le 17/11, Ha Noi et Da Nang ont versé 12 345 milliards en 2020."),
    ]
    copier = Copier(texts)
    assert [copier.text(text, lang, 0) for lang, text in texts] == [text for _, text in texts]
    vi, fr = (copier.text(text, lang, 1) for lang, text in texts)
    assert "17/11" in vi
    assert "2020" in fr
    digits = [re.sub(r"\D", "", re.findall(r"\d\d[. ]\d{3}", text)[0]) for text in (vi, fr)]
    assert digits[0] == digits[1] != "12345"
    names = re.findall(r"(\w+ \w+) và (\w+ \w+)", vi)[0]
    assert sorted(" ".join(names).split()) == sorted(["Hà", "Nội", "Đà", "Nẵng"])
    assert names != ("Hà Nội", "Đà Nẵng")


def test_startup_prints_its_tables(capsys: pytest.CaptureFixture[str]) -> None:
    startup.main(["--rounds", "1"])
    out = capsys.readouterr().out
    assert headings(out) == ["Start-up, 1 rounds", "The five slowest imports of tmkit --version"]
    assert cells(out, "python3 -c pass")[3] == "1.0"
    assert len(out.strip().splitlines()[-5:]) == 5


def test_results_change_between_their_marks_only() -> None:
    assert results.replaced("a <!-- x -->old<!-- /x --> b", "x", "new\n") == "a <!-- x -->\n\nnew\n\n<!-- /x --> b"
    with pytest.raises(ValueError, match="no <!-- y -->"):
        results.replaced("a", "y", "new")


def test_the_results_have_room_for_every_part() -> None:
    page = results.RESULTS.read_text(encoding="utf-8")
    assert [part for part in results.PARTS if f"<!-- {part} -->" not in page or f"<!-- /{part} -->" not in page] == []


@pytest.mark.parametrize(("module", "count"), [(aligners, 2), (results, 1)])
def test_examples_hold(module: ModuleType, count: int) -> None:
    assert doctest.testmod(module) == (0, count)
