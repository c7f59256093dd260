"""A reviewer's decisions: edited, kept in files, found again in edited reports."""

from __future__ import annotations

import pickle
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.align import Bead
from tmkit.align.decisions import (
    Decision,
    DecisionFolder,
    Decisions,
    ReportHashes,
    Resolved,
    Verdict,
    find_decisions,
    read_decisions,
    resolve,
    sentence_hash,
    write_decisions,
)
from tmkit.align.decisions.places import nearest
from tmkit.errors import FileError, TmkitError

VI = (
    "Hội nghị khai mạc tại Hà Nội.",
    "Thời tiết rất đẹp.",
    "Nhật Bản tài trợ dự án.",
    "Lao động di cư được bảo vệ.",
    "Bộ trưởng phát biểu.",
)
FR = (
    "La conférence s’est ouverte à Hanoï.",
    "Le Japon finance le projet.",
    "Les travailleurs migrants sont protégés.",
    "Le ministre a pris la parole.",
    "Il a remercié les délégués.",
)
Pairs = list[tuple[tuple[int, ...], tuple[int, ...]]]
Edit = Callable[[Decisions], Decisions]


def decision(source: Sequence[int], target: Sequence[int], verdict: Verdict = "confirmed") -> Decision:
    return Decision(
        verdict=verdict,
        source=tuple(source),
        target=tuple(target),
        source_hashes=tuple(sentence_hash(VI[i]) for i in source),
        target_hashes=tuple(sentence_hash(FR[j]) for j in target),
    )


def decisions(*items: Decision, source: str = "a.txt", target: str = "b.txt") -> Decisions:
    return Decisions(source_lang="vi", target_lang="fr", source_name=source, target_name=target, items=items)


def rejected(source: Sequence[int], target: Sequence[int]) -> Decision:
    return decision(source, target, "rejected")


def pairs(resolved: Resolved) -> Pairs:
    return [(bead.source, bead.target) for bead in resolved.settled]


def test_the_hash_of_a_sentence_never_changes() -> None:
    assert sentence_hash("Hội nghị khai mạc tại Hà Nội.") == "49a63453dc52"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hà Nội, 14/4", unicodedata.normalize("NFD", "Hà Nội, 14/4"), True),
        ("1 500 dollars !", "1\u202f500 dollars\u00a0!", True),
        ("Un  mot\n", " Un mot", True),
        ("đạo", "dạo", False),
        ("Hòa", "Hoà", False),
        ("Un mot", "Un Mot", False),
        ("Un mot.", "Un mot", False),
    ],
)
def test_what_counts_as_the_same_sentence(one: str, other: str, same: bool) -> None:
    assert (sentence_hash(one) == sentence_hash(other)) is same


# Files

ITEMS = (
    decision([0], [0]),
    decision([1, 2], [1]),
    decision([3], []),
    rejected([4], [3]),
    decision([], [4]),
)
FILE = """\
# tmkit decisions 1
# source\tvi\ta.txt
# target\tfr\tb.txt
verdict\tsource\ttarget\tsource_hashes\ttarget_hashes
confirmed\t0\t0\t49a63453dc52\t2f598ed8f443
confirmed\t1 2\t1\t7e789d2ee6c1 0043ea898790\tb4a6646899f1
confirmed\t3\t-\tde668a4aa196\t-
rejected\t4\t3\t79ad6ffc82ed\t299332ed51e9
confirmed\t-\t4\t-\t3b7abb40f54f
"""


def test_a_file_of_decisions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.b.tsv"
    write_decisions(path, decisions(*reversed(ITEMS)))
    assert path.read_bytes().decode() == FILE
    assert read_decisions(path) == decisions(*ITEMS)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n\n",
        lambda text: text.replace("\t-\n", "\t\n").replace("\t-\t", "\t\t"),
        lambda text: text.replace("\t-\n", "\n"),
        lambda text: text + text.splitlines()[-1],
        lambda text: "\n".join([*text.splitlines()[:4], *reversed(text.splitlines()[4:])]),
        lambda text: text.replace("\tvi\t", "\tvi-VN\t"),
        lambda text: text.replace("1 2\t1\t7e789d2ee6c1 0043ea898790", "2 1\t1\t0043ea898790 7e789d2ee6c1"),
    ],
)
def test_what_editors_and_merges_do_to_a_file(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = tmp_path / "a.b.tsv"
    path.write_bytes(change(FILE).encode())
    assert change(FILE) != FILE
    assert read_decisions(path) == decisions(*ITEMS)


ROW = "confirmed\t0\t0\t49a63453dc52\t2f598ed8f443"


@pytest.mark.parametrize(
    ("before", "after", "line", "fault"),
    [
        (FILE, "", 1, "the first line of one is '# tmkit decisions 1'"),
        ("decisions 1", "decisions 2", 1, "use the tmkit that wrote it"),
        ("# source\tvi\ta.txt", "# source\tvi", 2, "does not name the source"),
        ("# target\tfr", "# target\tde", 3, "unknown language 'de'"),
        ("# target\tfr", "# target\tvi", 3, "both reports are in one language"),
        ("verdict\tsource\ttarget", "verdict\ttarget\tsource", 4, "no row of headings, or a wrong one"),
        (ROW, ROW.replace("confirmed", "comfirmed"), 5, "unknown verdict 'comfirmed'; did you mean 'confirmed'?"),
        (ROW, ROW.replace("confirmed", "vielleicht"), 5, "use confirmed or rejected"),
        (ROW, ROW + "\tmore", 5, "6 columns where there should be 5"),
        (ROW, ROW.replace("\t0\t0\t", "\t0\t0"), 5, "4 columns where there should be 5"),
        (ROW, ROW.replace("\t0\t0\t", "\t-1\t0\t"), 5, "'-1' is no index of a sentence of the source"),
        (ROW, ROW.replace("49a63453dc52", "49a63453dc5"), 5, "'49a63453dc5' is no hash"),
        (ROW, ROW.replace("49a63453dc52", "49A63453DC52"), 5, "'49A63453DC52' is no hash"),
        (ROW, ROW.replace("\t0\t0\t", "\t0\t0 1\t"), 5, "2 sentences of the target and 1 hashes"),
        (ROW, "confirmed\t-\t-\t-\t-", 5, "a bead without a sentence"),
        ("# source\tvi", "<<<<<<< HEAD\n# source\tvi", 2, "git left a merge conflict here; keep the lines that are"),
        (ROW, f"{ROW}\n>>>>>>> other", 6, "git left a merge conflict here"),
        (ROW, f"{ROW}\n{ROW.replace('confirmed', 'rejected')}", 6, "[0]:[0] is both confirmed and rejected (line 5)"),
        (
            ROW,
            f"{ROW}\nconfirmed\t0\t1\t49a63453dc52\tb4a6646899f1",
            6,
            "sentence 0 of the source is in [0]:[0] and [0]:[1] (line 5); keep one of the two lines",
        ),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, before: str, after: str, line: int, fault: str) -> None:
    path = tmp_path / "a.b.tsv"
    path.write_text(FILE.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_decisions(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert fault in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "cannot be read"),
        (lambda path: path.write_bytes("\xe9t\xe9".encode("latin-1")), "not in UTF-8"),
    ],
)
def test_no_file_at_all(tmp_path: Path, make: Callable[[Path], object], fault: str) -> None:
    make(tmp_path / "a.b.tsv")
    with pytest.raises(FileError, match=fault):
        read_decisions(tmp_path / "a.b.tsv")


def test_decisions_cross_processes() -> None:
    assert pickle.loads(pickle.dumps(decisions(*ITEMS))) == decisions(*ITEMS)


@pytest.mark.parametrize("union", [False, True])
def test_two_reviewers_meet_in_git(tmp_path: Path, union: bool) -> None:
    for name, items in (("base", ITEMS[:1]), ("mine", ITEMS[:2]), ("theirs", (ITEMS[0], ITEMS[2]))):
        write_decisions(tmp_path / name, decisions(*items))
    command = ["git", "merge-file", *(["--union"] if union else []), "mine", "base", "theirs"]
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)
    if union:
        assert read_decisions(tmp_path / "mine") == decisions(*ITEMS[:3])
    else:
        with pytest.raises(FileError, match="git left a merge conflict here"):
            read_decisions(tmp_path / "mine")


# Changes

OLD = (decision([0], [0]), rejected([0], [1]), decision([1, 2], [1]), rejected([3], [2]))


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda old: old.confirm(Bead((4,), (3,)), VI, FR), (*OLD, decision([4], [3]))),
        (lambda old: old.confirm(Bead((0,), (0,)), VI, FR), OLD),
        (lambda old: old.confirm(Bead((2,), (1,)), VI, FR), (*OLD[:2], decision([2], [1]), OLD[3])),
        (lambda old: old.confirm(Bead((3,), (2,)), VI, FR), (*OLD[:3], decision([3], [2]))),
        (lambda old: old.confirm(Bead((0,), (1,)), VI, FR), (decision([0], [1]), OLD[3])),
        (lambda old: old.confirm(Bead((3, 1), (2,)), VI, FR), (*OLD[:2], decision([1, 3], [2]), OLD[3])),
        (lambda old: old.reject(Bead((0,), (0,)), VI, FR), (rejected([0], [0]), *OLD[1:])),
        (lambda old: old.reject(Bead((1,), (1,)), VI, FR), (*OLD[:2], rejected([1], [1]), *OLD[2:])),
        (lambda old: old.withdraw(Bead((2, 1), (1,)), VI, FR), (*OLD[:2], OLD[3])),
        (
            lambda old: old.split(Bead((1, 2), (1,)), [Bead((1,), ()), Bead((2,), (1,))], VI, FR),
            (*OLD[:2], decision([1], []), decision([2], [1]), OLD[3]),
        ),
        (
            lambda old: old.merge([Bead((2,), (1,)), Bead((0,), (0,)), Bead((1,), ())], VI, FR),
            (decision([0, 1, 2], [0, 1]), OLD[1], OLD[3]),
        ),
        (lambda old: old.move(Bead((0,), (0,)), Bead((0,), (4,)), VI, FR), (OLD[1], decision([0], [4]), *OLD[2:])),
    ],
)
def test_changes(change: Edit, left: tuple[Decision, ...]) -> None:
    assert set(change(decisions(*OLD)).items) == set(left)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            lambda old: old.confirm(Bead((5,), (0,)), VI, FR),
            r"\[5\]:\[0\] is no bead of these reports; they have 5 and 5",
        ),
        (lambda old: old.confirm(Bead((), ()), VI, FR), r"\[\]:\[\] is no bead"),
        (lambda old: old.reject(Bead((-1,), (0,)), VI, FR), r"\[-1\]:\[0\] is no bead"),
        (lambda old: old.confirm(Bead((1, 1), (0,)), VI, FR), r"\[1, 1\]:\[0\] is no bead"),
        (lambda old: old.split(Bead((1, 2), (1,)), [Bead((1,), (1,))], VI, FR), r"not the parts of \[1, 2\]:\[1\]"),
        (lambda old: old.merge([Bead((1,), (1,)), Bead((1,), (2,))], VI, FR), "share a sentence"),
        (lambda old: old.move(Bead((1,), (1,)), Bead((2,), (2,)), VI, FR), "have no sentence in common"),
        (
            lambda old: old.settle((VI, FR), confirmed=[Bead((1,), (1,))], rejected=[Bead((1,), (1,))]),
            "both confirmed and rejected; decide for one",
        ),
    ],
)
def test_changes_that_cannot_be(change: Edit, fault: str) -> None:
    with pytest.raises(TmkitError, match=fault):
        change(decisions(*OLD))


def test_a_change_brings_older_decisions_up_to_date() -> None:
    edited = ("Tin mới.", *VI)
    assert decisions(*OLD).confirm(Bead((5,), (3,)), edited, FR).items == tuple(
        Decision(
            verdict=item.verdict,
            source=tuple(i + 1 for i in item.source),
            target=item.target,
            source_hashes=item.source_hashes,
            target_hashes=item.target_hashes,
        )
        for item in (*OLD, decision([4], [3]))
    )


def test_deciding_anew_on_a_changed_sentence_replaces_the_stale_decision() -> None:
    edited = (VI[0], "Thời tiết không đẹp.", *VI[2:])
    old = decisions(decision([0], [0]), decision([1], []), decision([2], [1]))
    new = old.confirm(Bead((1,), (4,)), edited, FR)
    assert pairs(resolve(new, edited, FR)) == [((0,), (0,)), ((1,), (4,)), ((2,), (1,))]
    assert resolve(new, edited, FR).stale == ()


# Reports of today


@pytest.mark.parametrize(
    ("source", "target", "settled", "refused"),
    [
        (VI, FR, [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (4,))], [((4,), (3,))]),
        (("Mới.", *VI), FR, [((1,), (0,)), ((2, 3), (1,)), ((4,), ()), ((), (4,))], [((5,), (3,))]),
        (
            VI,
            (*FR[:2], "Neuf.", "Dix.", *FR[2:]),
            [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (6,))],
            [((4,), (5,))],
        ),
        (VI[1:], FR, [((0, 1), (1,)), ((2,), ()), ((), (4,))], [((3,), (3,))]),
        ((*VI[3:], *VI[:3]), FR, [((0,), ()), ((2,), (0,)), ((3, 4), (1,)), ((), (4,))], [((1,), (3,))]),
        ((VI[2], VI[1]), FR[:2], [((0, 1), (1,))], []),
        ((), (), [], []),
    ],
    ids=[
        "as it was",
        "a sentence before",
        "sentences between",
        "one taken out",
        "moved",
        "turned round",
        "nothing left",
    ],
)
def test_where_decided_sentences_stand_today(
    source: Sequence[str], target: Sequence[str], settled: Pairs, refused: Pairs
) -> None:
    found = resolve(decisions(*ITEMS), source, target)
    assert (pairs(found), list(found.refused)) == (settled, refused)
    assert len(found.settled) + len(found.refused) + len(found.stale) == len(ITEMS)


def test_a_settled_bead_says_who_settled_it() -> None:
    found = resolve(decisions(ITEMS[0]), VI, FR)
    assert found.settled == (Bead((0,), (0,), 1.0, ("confirmed by a reviewer",)),)


def test_the_other_direction() -> None:
    turned = decisions(*ITEMS).swapped()
    assert (turned.source_lang, turned.source_name) == ("fr", "b.txt")
    assert pairs(resolve(turned, FR, VI)) == [((0,), (0,)), ((1,), (1, 2)), ((4,), ()), ((), (3,))]
    assert turned.swapped() == decisions(*ITEMS)


@pytest.mark.parametrize(
    ("source", "now", "text", "reason"),
    [
        ((*VI[:2], "Đức tài trợ.", *VI[3:]), (1, 2), "Thời tiết rất đẹp. Đức tài trợ.", "was changed or taken out"),
        (("Mới.", *VI[:2], "Đức.", *VI[3:]), (2, 3), "Thời tiết rất đẹp. Đức.", "was changed or taken out"),
        ((*VI[:2], "Đức.", "Anh.", *VI[3:]), (1, 2, 3), "Thời tiết rất đẹp. Đức. Anh.", "was changed or taken out"),
        ((*VI[:2], *VI[3:]), (1,), "Thời tiết rất đẹp.", "was taken out"),
        ((VI[1], "Đức.", VI[0], *VI[3:]), (0, 1), "Thời tiết rất đẹp. Đức.", "was changed or taken out"),
    ],
    ids=["changed", "changed and shifted", "now two", "taken out", "in disorder"],
)
def test_a_stale_decision_tells_what_stands_there_now(
    source: Sequence[str], now: tuple[int, ...], text: str, reason: str
) -> None:
    found = resolve(decisions(*ITEMS), source, FR)
    (stale,) = found.stale
    assert (stale.decision, stale.lost) == (ITEMS[1], ((2,), ()))
    assert (stale.source, stale.target) == (now, (1,))
    assert (stale.source_text, stale.target_text) == (text, "Le Japon finance le projet.")
    assert stale.reason == f"sentence 2 of the source {reason}"
    assert len(found.settled) == 3


def test_a_change_on_both_sides_is_told_of_both() -> None:
    (stale,) = resolve(decisions(ITEMS[0]), ("Khác.", *VI[1:]), ("Autre.", *FR[1:])).stale
    assert stale.reason == "sentence 0 of the source and 0 of the target was changed or taken out"
    assert (stale.source_text, stale.target_text) == ("Khác.", "Autre.")


def same(text: str, *places: int) -> list[str]:
    """Return sentences that are all different but for those at some places."""
    return [text if n in places else f"Câu số {n}." for n in range(8)]


def about(source: Sequence[str], target: Sequence[str], given: Pairs) -> Decisions:
    none = decisions()
    marks = list(map(sentence_hash, source)), list(map(sentence_hash, target))
    return none.settle(marks, confirmed=[Bead(*pair) for pair in given])


TWINS: Pairs = [((n,), (n,)) for n in (1, 2, 3, 5, 6)]


@pytest.mark.parametrize(
    ("today", "places"),
    [
        (["Mới.", "Mới hơn.", *same("Xem.", 3, 5)], [3, 4, 5, 7, 8]),
        ([*same("Xem.", 3, 5)[:4], "Xem.", *same("Xem.", 3, 5)[4:]], [1, 2, 3, 6, 7]),
        ([*same("Xem.", 3, 5)[:3], *same("Xem.", 3, 5)[4:]], [1, 2, 4, 5]),
        ([*same("Xem.", 3, 5)[:5], *same("Xem.", 3, 5)[6:]], [1, 2, 3, 5]),
        (["Xem.", *same("Xem.", 3, 5)], [2, 3, 4, 6, 7]),
    ],
    ids=["shifted", "a third between", "the first gone", "the second gone", "a third before"],
)
def test_equal_sentences_are_told_apart(today: list[str], places: list[int]) -> None:
    target = [f"Phrase {n}." for n in range(8)]
    found = resolve(about(same("Xem.", 3, 5), target, TWINS), today, target)
    assert [bead.source[0] for bead in found.settled] == places


def test_nearest_takes_as_many_as_there_are() -> None:
    assert nearest([2, 4, 9], [8]) == [(2, 0)]
    assert nearest([1], [0, 2]) == [(0, 0)]
    assert nearest([], [1]) == []
    assert nearest([5, 5], [4, 5, 6]) == [(0, 0), (1, 1)]


# Folders


def hashed(name: str, lang: str, texts: Sequence[str]) -> ReportHashes:
    return ReportHashes.of(name, lang, texts)


A, B = hashed("a.txt", "vi", VI), hashed("b.txt", "fr", FR)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_decisions(tmp_path / "a.b.tsv", decisions(*ITEMS))
    write_decisions(tmp_path / "other.tsv", decisions(source="x/c.txt", target="d.txt"))
    (tmp_path / ".hidden.tsv").write_text("x", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_knows_which_reports_its_files_are_about(folder: Path) -> None:
    assert find_decisions(folder) == [folder / "a.b.tsv", folder / "other.tsv"]
    known = DecisionFolder(folder)
    assert known.pairs() == (("a.txt", "b.txt"), ("x/c.txt", "d.txt"))
    assert known.unused() == (folder / "a.b.tsv", folder / "other.tsv")
    assert known.of(A, B) == decisions(*ITEMS)
    assert known.of(B, A) == decisions(*ITEMS).swapped()
    assert known.unused() == (folder / "other.tsv",)


def test_no_folder_has_no_decisions(tmp_path: Path) -> None:
    known = DecisionFolder(tmp_path / "none")
    assert (known.of(A, B), known.unused(), known.pairs()) == (None, (), ())


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (A, hashed("b.txt", "en", FR), False),
        (hashed("a.txt", "vi", ["Khác."]), hashed("b.txt", "fr", ["Autre."]), True),
        (hashed("z.txt", "vi", VI), hashed("y.txt", "fr", FR), True),
        (hashed("y.txt", "fr", FR), hashed("z.txt", "vi", VI), True),
        (hashed("z.txt", "vi", VI[2:]), hashed("y.txt", "fr", FR[2:]), True),
        (hashed("z.txt", "vi", VI[3:]), hashed("y.txt", "fr", FR), False),
        (hashed("z.txt", "vi", VI), hashed("y.txt", "fr", ["Autre."]), False),
        (hashed("tm/a.txt", "vi", VI[3:]), hashed("tm/b.txt", "fr", FR[4:]), True),
        (hashed("tm/xa.txt", "vi", VI[3:]), hashed("tm/b.txt", "fr", FR[4:]), False),
        (hashed("tm/a.txt", "vi", ["Khác."]), hashed("tm/b.txt", "fr", ["Autre."]), False),
    ],
    ids=[
        "another language",
        "names alone",
        "sentences alone",
        "the other way round",
        "half of them",
        "less than half",
        "one side alone",
        "another folder",
        "half a name",
        "another folder and text",
    ],
)
def test_a_pair_is_known_by_its_names_or_its_sentences(
    folder: Path, source: ReportHashes, target: ReportHashes, found: bool
) -> None:
    assert (DecisionFolder(folder).of(source, target) is not None) is found


def test_the_pair_with_the_most_sentences_is_meant(tmp_path: Path) -> None:
    write_decisions(tmp_path / "1.tsv", decisions(*ITEMS[:1], source="1", target="2"))
    write_decisions(tmp_path / "2.tsv", decisions(*ITEMS, source="3", target="4"))
    known = DecisionFolder(tmp_path)
    assert known.files(hashed("z", "vi", VI), hashed("y", "fr", FR)) == [
        (tmp_path / "2.tsv", decisions(*ITEMS, source="3", target="4"))
    ]


def test_two_files_of_a_pair_are_one(tmp_path: Path) -> None:
    write_decisions(tmp_path / "1.tsv", decisions(*ITEMS[:2]))
    write_decisions(tmp_path / "2.tsv", decisions(*ITEMS[1:]).swapped())
    assert DecisionFolder(tmp_path).of(A, B) == decisions(*ITEMS)


def test_two_files_that_contradict_each_other(tmp_path: Path) -> None:
    write_decisions(tmp_path / "1.tsv", decisions(decision([0], [0])))
    write_decisions(tmp_path / "2.tsv", decisions(decision([0], [1])))
    with pytest.raises(FileError) as caught:
        DecisionFolder(tmp_path).of(A, B)
    assert str(caught.value) == (
        f"{tmp_path / '2.tsv'}: contradicts {tmp_path / '1.tsv'}: sentence 0 of the source is in [0]:[0] and [0]:[1];"
        " change one of the two"
    )


def test_files_of_two_states_of_a_report_are_one(tmp_path: Path) -> None:
    edited = ("Mới.", *VI)
    write_decisions(tmp_path / "1.tsv", decisions(*ITEMS))
    write_decisions(tmp_path / "2.tsv", decisions().confirm(Bead((1,), (0,)), edited, FR))
    found = DecisionFolder(tmp_path).of(hashed("a.txt", "vi", edited), B)
    assert found is not None
    assert resolve(found, edited, FR) == resolve(decisions(*ITEMS), edited, FR)


def test_storing_keeps_the_names_and_the_direction_of_a_file(folder: Path) -> None:
    known = DecisionFolder(folder)
    y, z = hashed("y.txt", "fr", FR), hashed("z.txt", "vi", VI)
    assert known.store(y, z, confirmed=[Bead((3,), (4,))], rejected=[Bead((0,), (0,))]) == folder / "a.b.tsv"
    assert read_decisions(folder / "a.b.tsv") == decisions(
        rejected([0], [0]), ITEMS[1], ITEMS[2], decision([4], [3]), ITEMS[4]
    )
    assert known.of(A, B) == read_decisions(folder / "a.b.tsv")


def test_storing_takes_contradictions_out_of_every_file(tmp_path: Path) -> None:
    write_decisions(tmp_path / "1.tsv", decisions(decision([0], [0])))
    write_decisions(tmp_path / "2.tsv", decisions(decision([1], [1]), decision([2], [])))
    known = DecisionFolder(tmp_path)
    known.store(A, B, confirmed=[Bead((1, 2), (1,))])
    assert read_decisions(tmp_path / "1.tsv") == decisions(decision([0], [0]), decision([1, 2], [1]))
    assert read_decisions(tmp_path / "2.tsv") == decisions()


@pytest.mark.parametrize(
    ("source", "target", "file"),
    [
        ("001.txt", "002.html", "001.002.tsv"),
        ("2020/001.txt", "002", "2020-001.002.tsv"),
        ("../../etc/x.txt", ".y.txt", "etc-x.y.tsv"),
        ("Hội nghị.txt", "Été.v2.txt", "Hội nghị.Été.v2.tsv"),
    ],
)
def test_what_a_new_file_is_called(tmp_path: Path, source: str, target: str, file: str) -> None:
    one, other = hashed(source, "vi", VI), hashed(target, "fr", FR)
    path = DecisionFolder(tmp_path).store(one, other, confirmed=[Bead((0,), (0,))])
    assert path == tmp_path / file
    assert DecisionFolder(tmp_path).of(one, other) == decisions(decision([0], [0]), source=source, target=target)


def test_reports_of_one_stem_have_files_of_their_own(tmp_path: Path) -> None:
    known = DecisionFolder(tmp_path)
    long = "một-cái-tên-rất-dài-" * 8
    for name in ("a.txt", "a.html", f"{long}1.txt", f"{long}2.txt"):
        # Other sentences, so that the names alone tell the pairs apart.
        texts = [f"{name} {text}" for text in VI]
        known.store(hashed(name, "vi", texts), B, confirmed=[Bead((0,), (0,))])
    assert len(find_decisions(tmp_path)) == 4
    assert set(known.pairs()) == set(DecisionFolder(tmp_path).pairs())


# Anything at all


@st.composite
def some_decisions(draw: st.DrawFn) -> tuple[list[str], list[str], Decisions]:
    """Return two reports, of different sentences, and decisions about beads of them in no order."""
    sizes = draw(st.tuples(st.integers(1, 12), st.integers(1, 12)))
    source, target = [f"Câu số {n}." for n in range(sizes[0])], [f"Phrase {n}." for n in range(sizes[1])]
    left = draw(st.permutations(range(sizes[0]))), draw(st.permutations(range(sizes[1])))
    kept = decisions()
    i = j = 0
    while i < sizes[0] and j < sizes[1]:
        a, b = draw(st.sampled_from([(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)]))
        bead = Bead(tuple(sorted(left[0][i : i + a])), tuple(sorted(left[1][j : j + b])))
        change = kept.confirm if draw(st.booleans()) else kept.reject
        kept = change(bead, source, target)
        i, j = i + a, j + b
    return source, target, kept


@settings(max_examples=60, deadline=None)
@given(some_decisions())
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, given: tuple[object, object, Decisions]
) -> None:
    path = tmp_path_factory.mktemp("decisions") / "a.b.tsv"
    write_decisions(path, given[2])
    assert read_decisions(path) == given[2]
    assert given[2].swapped().swapped() == given[2]


edits = st.lists(st.tuples(st.sampled_from(["insert", "delete", "change"]), st.integers(0, 12)), max_size=4)


def edited(texts: Sequence[str], changes: Sequence[tuple[str, int]], new: str) -> list[str]:
    left = list(texts)
    for number, (what, wish) in enumerate(changes):
        place = min(wish, len(left))
        left[place : place + (what != "insert")] = [] if what == "delete" else [f"{new} {number}."]
    return left


@settings(max_examples=150, deadline=None)
@given(some_decisions(), edits, edits)
def test_every_untouched_decision_survives_edits(
    made: tuple[list[str], list[str], Decisions], one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    source, target, kept = made
    new_source, new_target = edited(source, one, "Mới"), edited(target, other, "Neuf")
    found = resolve(kept, new_source, new_target)
    untouched = [
        item
        for item in kept.items
        if all(source[i] in new_source for i in item.source) and all(target[j] in new_target for j in item.target)
    ]
    expected = {
        (
            item.verdict,
            tuple(sorted(new_source.index(source[i]) for i in item.source)),
            tuple(sorted(new_target.index(target[j]) for j in item.target)),
        )
        for item in untouched
    }
    settled = {("confirmed", bead.source, bead.target) for bead in found.settled}
    assert settled | {("rejected", *pair) for pair in found.refused} == expected
    assert {stale.decision for stale in found.stale} == set(kept.items) - set(untouched)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_equal_sentences_keep_their_order_when_others_come_in(texts: list[str], inserts: list[int]) -> None:
    kept = about(texts, [], [((n,), ()) for n in range(len(texts))])
    today = [(n, text) for n, text in enumerate(texts)]
    for number, place in enumerate(inserts):
        today.insert(place, (-1, f"Mới {number}."))
    found = resolve(kept, [text for _, text in today], [])
    assert pairs(found) == [((place,), ()) for place, (n, _) in enumerate(today) if n >= 0]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_two_states_of_a_report_make_a_sound_file(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = st.lists(st.sampled_from("abcd"), min_size=1, max_size=7)
    kept = decisions()
    for _ in range(3):
        source, target = data.draw(texts), data.draw(texts)
        bead = Bead((data.draw(st.integers(0, len(source) - 1)),), (data.draw(st.integers(0, len(target) - 1)),))
        kept = (kept.confirm if data.draw(st.booleans()) else kept.reject)(bead, source, target)
        path = tmp_path_factory.mktemp("decisions") / "a.b.tsv"
        write_decisions(path, kept)
        assert read_decisions(path) == kept


def test_a_folder_of_decisions_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="no folder of decisions to read"):
        DecisionFolder(tmp_path / "file")
    assert DecisionFolder(tmp_path / "none").pairs() == ()
