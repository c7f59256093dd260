"""Reviews go out as a workbook or a table of text, and come back as decisions."""

from __future__ import annotations

import csv
import io
import pickle
import random
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import alignments
from tmkit.align import Alignment, Bead
from tmkit.align.decisions import Decision, Decisions, Verdict, read_decisions, resolve, sentence_hash, write_decisions
from tmkit.build.reviewing import (
    ReviewError,
    Stored,
    read_review,
    store_review,
    write_review_tsv,
    write_review_xlsx,
)
from tmkit.build.reviewing.base import in_reading_order
from tmkit.build.reviewing.reading import reads_as
from tmkit.errors import FileError

VI = ("=Hội nghị khai mạc.", "Thời tiết đẹp.", "Nhật Bản tài trợ.", "Lao động di cư.", "Bộ trưởng nói.", "Hết “tin”.")
FR = ("La séance s’ouvre.", "Le Japon finance.", "Les migrants.", "Le ministre parle.", "Il remercie.")
BEADS = (
    Bead((0,), (0,), 0.987, ("14/4 = 14 avril", "=1")),
    Bead((1,), ()),
    Bead((2,), (1,), 0.6, ("Nhật Bản = Japon",)),
    Bead((3, 4), (2, 3), 0.9),
    Bead((5,), ()),
    Bead((), (4,)),
)
ALIGNMENT = Alignment(source_lang="vi", target_lang="fr", source=VI, target=FR, beads=BEADS)
NAMES = ("sub/a.txt", "b.txt")
HEADS = "decision vi fr score kind evidence source_indices target_indices source_hashes target_hashes".split()
# The rows of the review, as a spreadsheet counts them in each form.
FIRST = {"tsv": 5, "xlsx": 2}
ORDER = ("[0]:[0]", "[1]:[]", "[2]:[1]", "[3, 4]:[2, 3]", "[]:[4]", "[5]:[]")


def decision(source: Sequence[int], target: Sequence[int], verdict: Verdict = "confirmed") -> Decision:
    return Decision(
        verdict=verdict,
        source=tuple(source),
        target=tuple(target),
        source_hashes=tuple(sentence_hash(VI[i]) for i in source),
        target_hashes=tuple(sentence_hash(FR[j]) for j in target),
    )


def decisions(*items: Decision) -> Decisions:
    return Decisions(source_lang="vi", target_lang="fr", source_name=NAMES[0], target_name=NAMES[1], items=items)


def tsv(alignment: Alignment = ALIGNMENT) -> str:
    stream = io.BytesIO()
    write_review_tsv(alignment, NAMES, 0.8, stream)
    return stream.getvalue().decode()


def xlsx(alignment: Alignment = ALIGNMENT) -> bytes:
    stream = io.BytesIO()
    write_review_xlsx(alignment, NAMES, 0.8, stream)
    return stream.getvalue()


def filled_tsv(words: Mapping[str, str], change: Callable[[list[list[str]]], object] = list) -> bytes:
    """Return the text review with words in the rows of beads, and the rows of the table changed."""
    rows = list(csv.reader(io.StringIO(tsv(), newline=""), delimiter="\t"))
    for place, bead in enumerate(ORDER, FIRST["tsv"] - 1):
        rows[place][0] = words.get(bead, "")
    change(rows)
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter="\t", lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()


def filled_xlsx(words: Mapping[str, str], change: Callable[[openpyxl.Workbook], object] = list) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    for row, bead in enumerate(ORDER, FIRST["xlsx"]):
        book["beads"].cell(row, 1).value = words.get(bead)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.fixture(params=["tsv", "xlsx"])
def form(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def filled(folder: Path, form: str, words: Mapping[str, str]) -> Path:
    return saved(folder / f"r.{form}", filled_tsv(words) if form == "tsv" else filled_xlsx(words))


# Writing


def test_the_table_of_text() -> None:
    head, *rows = tsv().splitlines()[3:]
    assert tsv().splitlines()[:3] == ["# tmkit review 1", "# source\tvi\tsub/a.txt\t6", "# target\tfr\tb.txt\t5"]
    assert head.split("\t") == HEADS
    assert rows[0] == (
        "\t=Hội nghị khai mạc.\tLa séance s’ouvre.\t0.99\t1-1\t14/4 = 14 avril; =1\t0\t0"
        f"\t{sentence_hash(VI[0])}\t{sentence_hash(FR[0])}"
    )
    assert rows[3].split("\t")[1:8] == [
        "Lao động di cư. Bộ trưởng nói.",
        "Les migrants. Le ministre parle.",
        "0.90",
        "2-2",
        "",
        "3 4",
        "2 3",
    ]
    assert [row.split("\t")[6:8] for row in rows] == [
        ["0", "0"],
        ["1", ""],
        ["2", "1"],
        ["3 4", "2 3"],
        ["", "4"],
        ["5", ""],
    ]


def test_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx()))
    assert book.sheetnames == ["beads", "help", "reports"]
    sheet = book["beads"]
    assert [cell.value for cell in sheet[1]] == HEADS
    written = [[cell or "" for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    text = list(csv.reader(io.StringIO(tsv(), newline=""), delimiter="\t"))[4:]
    assert [row[:3] + row[4:] for row in written] == [row[:3] + row[4:] for row in text]
    assert [row[3] for row in written] == [0.99, "", 0.6, 0.9, "", ""]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J7")
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref), choice.showErrorMessage) == ('"ok,no,merge,split"', "A2:A7", False)
    assert all(cell.alignment.wrap_text for cell in sheet["B"])
    assert [sheet.column_dimensions[name].width for name in "AB"] == [14, 60]
    colours = [cell.fill.fgColor.rgb if cell.fill.patternType else "" for cell in sheet["B"][1:]]
    assert colours == ["", "00EDEDED", "00FFF2CC", "", "00EDEDED", "00EDEDED"]
    assert list(book["reports"].values) == [
        ("tmkit review 1", None, None, None),
        ("source", "vi", NAMES[0], "6"),
        ("target", "fr", NAMES[1], "5"),
    ]
    explained = {row[0] for row in book["help"].iter_rows(values_only=True)}
    assert {"ok", "no", "merge", "split", "[3]:[4] [5]:[]", "yellow", "grey"} <= explained


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-5 %", "@tmkit", "#N/A", "12", "TRUE", "=", "a\x0bb", "x" * 40000])
def test_no_cell_is_a_formula(text: str) -> None:
    made = Alignment(source_lang="vi", target_lang="fr", source=(text,), target=(text,), beads=(Bead((0,), (0,)),))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(made)))["beads"]
    for cell in sheet[2][1:3]:
        assert (cell.data_type, cell.value) == ("s", text.replace("\x0b", " ")[:32767])
        assert cell.quotePrefix is (text[0] in "=+-@")


def test_names_that_break_lines(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_review_tsv(ALIGNMENT, ("a\tb\nc.txt", '"d".txt'), 0.8, stream)
    assert read_review(saved(tmp_path / "r.tsv", stream.getvalue())).decisions.source_name == "a b c.txt"
    assert read_review(tmp_path / "r.tsv").decisions.target_name == '"d".txt'


@pytest.mark.parametrize(
    ("beads", "order"),
    [
        ([((), (0,)), ((0,), ())], [0, 1]),
        ([((0,), (0,)), ((1,), ()), ((), (1,)), ((2,), (2,))], [0, 2, 1, 3]),
        ([((0,), (3,)), ((1,), (0,)), ((), (1,)), ((), (2,)), ((), (4,))], [0, 4, 1, 2, 3]),
    ],
)
def test_reading_order(beads: list[tuple[tuple[int, ...], tuple[int, ...]]], order: list[int]) -> None:
    made = [Bead(*pair) for pair in beads]
    shuffled = random.Random(1).sample(made, len(made))
    assert in_reading_order(shuffled) == [made[n] for n in order]


# What a reviewer writes

C: Verdict = "confirmed"
R: Verdict = "rejected"


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ({}, []),
        ({"[0]:[0]": "ok", "[1]:[]": " OK ", "[]:[4]": "Ok"}, [((0,), (0,), C), ((1,), (), C), ((), (4,), C)]),
        ({"[0]:[0]": "no", "[1]:[]": "No"}, [((0,), (0,), R), ((1,), (), R)]),
        ({"[1]:[]": "merge"}, [((0, 1), (0,), C)]),
        ({"[0]:[0]": "ok", "[1]:[]": "merge"}, [((0, 1), (0,), C)]),
        ({"[0]:[0]": "no", "[1]:[]": "merge"}, [((0,), (0,), R), ((0, 1), (0,), C)]),
        ({"[1]:[]": "merge", "[2]:[1]": "merge"}, [((0, 1, 2), (0, 1), C)]),
        ({"[5]:[]": "Merge"}, [((5,), (4,), C)]),
        ({"[3, 4]:[2, 3]": "split"}, [((3,), (2,), C), ((4,), (3,), C)]),
        ({"[2]:[1]": "[2]:[4]"}, [((2,), (4,), C)]),
        ({"[2]:[1]": "[1 2]:[1]"}, [((1, 2), (1,), C)]),
        ({"[2]:[1]": "[2,1]:[ 1 ]"}, [((1, 2), (1,), C)]),
        ({"[3, 4]:[2, 3]": "[3]:[2] [4]:[]"}, [((3,), (2,), C), ((4,), (), C)]),
        ({"[3, 4]:[2, 3]": "[3]:[2],[4]:[] ; []:[3]"}, [((3,), (2,), C), ((4,), (), C), ((), (3,), C)]),
        ({"[2]:[1]": "[2]:[4]", "[]:[4]": "no"}, [((2,), (4,), C), ((), (4,), R)]),
        ({"[2]:[1]": "[2]:[4]", "[]:[4]": "[2]:[4]"}, [((2,), (4,), C)]),
    ],
)
def test_words(
    tmp_path: Path, form: str, words: dict[str, str], items: list[tuple[tuple[int, ...], tuple[int, ...], Verdict]]
) -> None:
    review = read_review(filled(tmp_path, form, words))
    assert (set(review.decisions.items), review.notes) == ({decision(*item) for item in items}, ())
    assert review.decisions == decisions(*review.decisions.items)
    assert review.source.hashes == tuple(map(sentence_hash, VI))


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ({"[0]:[0]": "okk"}, {"[0]:[0]": "unknown decision 'okk'; did you mean 'ok'?"}),
        ({"[0]:[0]": "Splitt"}, {"[0]:[0]": "unknown decision 'Splitt'; did you mean 'split'?"}),
        (
            {"[0]:[0]": "peut-être", "[1]:[]": "[1:[2]"},
            {
                "[0]:[0]": "unknown decision 'peut-être'; use ok, no, merge, split, or the beads it should be",
                "[1]:[]": "unknown decision '[1:[2]'; use ok",
            },
        ),
        ({"[0]:[0]": "merge"}, {"[0]:[0]": "merge in the first row of the text; write out the bead it should be"}),
        ({"[0]:[0]": "merge", "[1]:[]": "merge"}, {"[0]:[0]": "merge in the first row of the text"}),
        (
            {"[2]:[1]": "[2]:[1] [1]:[]", "[3, 4]:[2, 3]": "merge"},
            {"[3, 4]:[2, 3]": "merge with row {2}, which is split up itself"},
        ),
        (
            {"[2]:[1]": "split", "[1]:[]": "split", "[]:[4]": "split"},
            {
                "[1]:[]": "a bead of 1-0 sentences does not split by itself; write out the beads it should be",
                "[2]:[1]": "such as [2]:[1]",
                "[]:[4]": "such as []:[4]",
            },
        ),
        (
            {"[2]:[1]": "[2]:[5]"},
            {"[2]:[1]": "no sentence 5 in the target; they are counted from 0 to 4, as in target"},
        ),
        ({"[2]:[1]": "[3]:[2]"}, {"[2]:[1]": "[3]:[2] has no sentence of [2]:[1]"}),
        ({"[2]:[1]": "[2]:[1] [2]:[]"}, {"[2]:[1]": "has a sentence twice"}),
        ({"[2]:[1]": "[2]:[1] []:[]"}, {"[2]:[1]": "has a bead without sentences; leave out []:[]"}),
        (
            {"[0]:[0]": "[0 1]:[0]", "[1]:[]": "ok"},
            {"[1]:[]": "[1]:[] and [0, 1]:[0] of row {0} both claim sentence 1 of the source; decide for one"},
        ),
        ({"[2]:[1]": "no", "[1]:[]": "[2]:[1] [1]:[]"}, {"[2]:[1]": "says no to [2]:[1], which row {1} asks for"}),
    ],
)
def test_faults_are_told_by_row(tmp_path: Path, form: str, words: dict[str, str], faults: dict[str, str]) -> None:
    path = filled(tmp_path, form, words)
    with pytest.raises(ReviewError) as caught:
        read_review(path)
    told = [(fault.line, str(fault)) for fault in caught.value.faults]
    first = FIRST[form]
    assert [line for line, _ in told] == [first + ORDER.index(bead) for bead in faults]
    for (line, text), expected in zip(told, faults.values(), strict=True):
        assert text.startswith(f"{path}:{line}: ")
        assert expected.format(*range(first, first + len(ORDER))) in text


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = filled(tmp_path, "xlsx", {"[0]:[0]": "yep", "[1]:[]": "split", "[5]:[]": "[5]:[9]"})
    with pytest.raises(ReviewError) as caught:
        read_review(path)
    assert [fault.line for fault in caught.value.faults] == [2, 3, 7]
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_many_faults_are_cut_short(tmp_path: Path) -> None:
    texts = tuple(f"Câu {n}." for n in range(30))
    made = Alignment(
        source_lang="vi", target_lang="fr", source=texts, target=(), beads=tuple(Bead((n,), ()) for n in range(30))
    )
    path = saved(tmp_path / "r.tsv", tsv(made).replace("\n\t", "\nwhat\t").encode())
    with pytest.raises(ReviewError) as caught:
        read_review(path)
    assert len(caught.value.faults) == 30
    assert str(caught.value).splitlines()[20:] == [f"{path}: 10 more"]


def put(row: int, column: int, text: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[row - 1][column] = text

    return change


@pytest.mark.parametrize(
    ("change", "line", "fault"),
    [
        (put(5, 6, "x"), 5, "'x' in source_indices; leave the columns of indices and hashes as tmkit wrote them"),
        (put(5, 6, "0 1"), 5, "2 in source_indices and 1 in source_hashes"),
        (put(5, 6, "6"), 5, "6 in source_indices, where sentences go up to 5"),
        (put(5, 8, "1.2E+11"), 5, "'1.2E+11' in source_hashes"),
        (put(6, 6, "0"), 6, "[0]:[] has a sentence that is in row 5 too"),
        (lambda rows: [put(6, 6, "")(rows), put(6, 8, "")(rows)], 6, "a row without sentences"),
        (lambda rows: rows.append(rows[4]), 11, "[0]:[0] has a sentence that is in row 5 too"),
        (lambda rows: rows.insert(3, ["a title"]), 4, "stands above the row of headings; take it out"),
        (put(4, 9, "hashes"), 4, "no column target_hashes"),
        (put(4, 5, "decision"), 4, "several columns decision"),
        (lambda rows: [row.insert(0, "") for row in rows[4:]], 4, "the cells do not stand below their headings"),
        (lambda rows: rows.pop(3), None, "no row of headings"),
        (lambda rows: rows.pop(1), None, "does not say what the source is"),
        (put(3, 3, ""), None, "does not say what the target is"),
        (put(3, 1, "de"), None, "the target: unknown language 'de'"),
        (put(3, 1, "vi"), None, "names two reports in 'vi'"),
    ],
)
def test_tables_that_cannot_be_used(
    tmp_path: Path, change: Callable[[list[list[str]]], object], line: int | None, fault: str
) -> None:
    path = saved(tmp_path / "r.tsv", filled_tsv({"[0]:[0]": "ok"}, change))
    with pytest.raises(FileError) as caught:
        read_review(path)
    assert caught.value.line == line
    assert fault in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("change", "line", "fault"),
    [
        (lambda book: book["beads"].merge_cells("A3:A4"), 3, "the cells A3:A4 are merged; unmerge them"),
        (lambda book: book.remove(book["reports"]), None, "no sheet 'reports'"),
        (lambda book: book["beads"].insert_rows(1), None, ""),
        (lambda book: book["beads"].delete_rows(1), None, "no row of headings"),
        (lambda book: book["beads"].delete_cols(9), 1, "no column source_hashes"),
    ],
)
def test_workbooks_that_cannot_be_used(
    tmp_path: Path, change: Callable[[openpyxl.Workbook], object], line: int | None, fault: str
) -> None:
    path = saved(tmp_path / "r.xlsx", filled_xlsx({"[0]:[0]": "ok"}, change))
    if not fault:  # an empty row above does no harm
        assert read_review(path).decisions == decisions(decision([0], [0]))
        return
    with pytest.raises(FileError) as caught:
        read_review(path)
    assert caught.value.line == line
    assert fault in str(caught.value)


def broken_sheet() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<worksheet" if name.endswith("sheet1.xml") else old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old .xls workbook, or one with a password; save it as .xlsx"),
        (b"PK\x03\x04 and nothing", "no sound .xlsx"),
        (broken_sheet(), "no sound .xlsx"),
        (xlsx()[:2000], "no sound .xlsx"),
        ("été".encode("latin-1"), "no text in UTF-8, and no .xlsx"),
        (b"", "does not say what the source is"),
        (b"a,b\n1,2\n", "does not say what the source is"),
    ],
)
def test_files_that_are_no_review(tmp_path: Path, data: bytes, fault: str) -> None:
    with pytest.raises(FileError) as caught:
        read_review(saved(tmp_path / "r.xls", data))
    assert fault in str(caught.value)
    with pytest.raises(FileError, match="no such file"):
        read_review(tmp_path / "none.xlsx")


# What spreadsheets and reviewers do to the rows

WORDS = {"[0]:[0]": "ok", "[2]:[1]": "no", "[3, 4]:[2, 3]": "split", "[5]:[]": "merge"}
SAID = decisions(decision([0], [0]), decision([2], [1], R), decision([3], [2]), decision([4], [3]), decision([5], [4]))


def by_score(rows: list[list[str]]) -> None:
    rows[4:] = sorted(rows[4:], key=lambda row: row[3])


def without_aside(rows: list[list[str]]) -> None:
    """Take away the columns that the decisions don't need, and add one."""
    for row in rows[3:]:
        row[1:6] = ["remarks" if row[0] == "decision" else "xem lại"]


@pytest.mark.parametrize("change", [list, by_score, lambda rows: rows[4:].reverse(), without_aside])
def test_rows_may_be_sorted_and_columns_moved(tmp_path: Path, change: Callable[[list[list[str]]], object]) -> None:
    review = read_review(saved(tmp_path / "r.tsv", filled_tsv(WORDS, change)))
    assert (review.decisions, review.notes) == (SAID, ())


def with_semicolons(data: bytes) -> bytes:
    stream = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(data.decode(), newline=""), delimiter="\t")
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.decode().encode("utf-16"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\t\t\n"),
        with_semicolons,
        lambda data: data + b"\n\t\t\n",
    ],
    ids=["BOM", "UTF-16", "CRLF", "padded", "semicolons", "empty rows"],
)
def test_text_that_a_spreadsheet_saved(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    assert read_review(saved(tmp_path / "r.tsv", change(filled_tsv(WORDS)))).decisions == SAID


def test_indices_that_became_numbers(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for row in book["beads"].iter_rows(min_row=2, min_col=7, max_col=8):
            for cell in row:
                cell.value = float(cell.value) if cell.value and " " not in cell.value else cell.value

    assert read_review(saved(tmp_path / "r.xlsx", filled_xlsx(WORDS, change))).decisions == SAID


def test_rows_may_be_taken_out(tmp_path: Path) -> None:
    def change(rows: list[list[str]]) -> None:
        del rows[6:8]

    review = read_review(saved(tmp_path / "r.tsv", filled_tsv({"[0]:[0]": "ok", "[]:[4]": "no"}, change)))
    assert review.decisions == decisions(decision([0], [0]), decision([], [4], R))
    assert review.source.hashes == tuple("" if n in (2, 3, 4) else sentence_hash(VI[n]) for n in range(6))


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("merge", "merge where rows of the text were taken out; write out the bead it should be, such as [3]:[4]"),
        ("[2 5]:[]", "the row of sentence 2 of the source was taken out"),
    ],
)
def test_what_needs_the_rows_that_were_taken_out(tmp_path: Path, word: str, fault: str) -> None:
    def change(rows: list[list[str]]) -> None:
        del rows[6:8]

    with pytest.raises(ReviewError) as caught:
        read_review(saved(tmp_path / "r.tsv", filled_tsv({"[5]:[]": word}, change)))
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([2], "the text in row 2 was changed; texts are taken from the reports, so that is not kept"),
        ([2, 4], "the text in rows 2, 4 was changed; texts are taken from the reports, so that is not kept"),
    ],
)
def test_texts_that_were_edited_are_told(tmp_path: Path, rows: list[int], note: str) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for row in rows:
            book["beads"].cell(row, 2).value = "Câu đã sửa."

    review = read_review(saved(tmp_path / "r.xlsx", filled_xlsx(WORDS, change)))
    assert (review.decisions, review.notes) == (SAID, (note,))


@pytest.mark.parametrize(
    ("text", "sentences", "same"),
    [
        ("", (), True),
        ("a", (), False),
        ("Một hai.", ("Một hai.",), True),
        ("Một hai. Ba.", ("Một hai.", "Ba."), True),
        ("Ba. Một hai.", ("Một hai.", "Ba."), False),
        ("Một hai. Bốn.", ("Một hai.", "Ba."), False),
        ("Một", ("", "Một"), True),
    ],
)
def test_what_reads_as_its_sentences(text: str, sentences: Sequence[str], same: bool) -> None:
    assert reads_as(text, tuple(map(sentence_hash, sentences))) is same


# Into the project


def test_a_review_is_stored(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "tm" / "decisions"
    path = filled(tmp_path, form, WORDS)
    assert store_review(path, folder) == Stored(folder / "sub-a.b.tsv", 4, 1, ())
    assert read_decisions(folder / "sub-a.b.tsv") == SAID
    before = (folder / "sub-a.b.tsv").stat().st_mtime_ns
    store_review(path, folder)
    assert (folder / "sub-a.b.tsv").stat().st_mtime_ns == before


def test_a_second_review_adds_to_the_first(tmp_path: Path) -> None:
    store_review(filled(tmp_path, "tsv", WORDS), tmp_path / "d")
    store_review(filled(tmp_path, "tsv", {"[0]:[0]": "no", "[1]:[]": "ok", "[2]:[1]": "ok"}), tmp_path / "d")
    assert read_decisions(tmp_path / "d" / "sub-a.b.tsv") == decisions(
        decision([0], [0], R), decision([1], []), decision([2], [1]), *SAID.items[2:]
    )


def test_a_review_without_all_rows_keeps_older_decisions(tmp_path: Path) -> None:
    store_review(filled(tmp_path, "tsv", {"[5]:[]": "ok", "[3, 4]:[2, 3]": "ok", "[0]:[0]": "ok"}), tmp_path / "d")

    def change(rows: list[list[str]]) -> None:
        del rows[6:]

    store_review(saved(tmp_path / "r.tsv", filled_tsv({"[0]:[0]": "no", "[1]:[]": "ok"}, change)), tmp_path / "d")
    assert read_decisions(tmp_path / "d" / "sub-a.b.tsv") == decisions(
        decision([0], [0], R), decision([1], []), decision([3, 4], [2, 3]), decision([5], [])
    )


def test_a_review_of_an_edited_report_moves_older_decisions(tmp_path: Path) -> None:
    old = decisions(decision([4], [3]))
    earlier = old.swapped()
    write_decisions(tmp_path / "d" / "x.tsv", earlier)
    texts = (VI[0], "Câu chen vào.", *VI[1:])
    made = Alignment(
        source_lang="vi", target_lang="fr", source=texts, target=FR, beads=tuple(Bead((n,), ()) for n in range(7))
    )
    path = saved(tmp_path / "r.tsv", tsv(made).replace("\n\tCâu chen", "\nok\tCâu chen").encode())
    stored = store_review(path, tmp_path / "d")
    assert stored.path == tmp_path / "d" / "x.tsv"
    found = resolve(read_decisions(stored.path).swapped(), texts, FR)
    assert [(bead.source, bead.target) for bead in found.settled] == [((1,), ()), ((5,), (3,))]
    assert found.stale == ()


def test_a_review_of_reports_under_other_names(tmp_path: Path) -> None:
    store_review(filled(tmp_path, "tsv", WORDS), tmp_path / "d")
    other = filled_tsv({"[1]:[]": "ok"}).replace(b"sub/a.txt", b"x.txt").replace(b"\tb.txt", b"\ty.txt")
    home = tmp_path / "d" / "sub-a.b.tsv"
    note = f"{home} holds the same sentences as sub/a.txt and b.txt; it was added there"
    assert store_review(saved(tmp_path / "r.tsv", other), tmp_path / "d") == Stored(home, 1, 0, (note,))


@pytest.mark.parametrize(("words", "fault"), [({}, "decides nothing; write ok, no"), ({"[0]:[0]": "x"}, "unknown")])
def test_nothing_is_stored_where_there_is_a_fault(tmp_path: Path, words: dict[str, str], fault: str) -> None:
    with pytest.raises(FileError, match=fault):
        store_review(filled(tmp_path, "xlsx", words), tmp_path / "d")
    assert not (tmp_path / "d").exists()


def test_the_samples_go_round(tmp_path: Path) -> None:
    for story, source, target, gold in alignments("vi", "fr"):
        alignment = Alignment(
            source_lang="vi",
            target_lang="fr",
            source=source.sentences,
            target=target.sentences,
            beads=tuple(Bead(*pair) for pair in gold),
        )
        with (tmp_path / f"{story}.xlsx").open("wb") as stream:
            write_review_xlsx(alignment, (source.file, target.file), 0.8, stream)
        book = openpyxl.load_workbook(tmp_path / f"{story}.xlsx")
        for row in range(2, book["beads"].max_row + 1):
            book["beads"].cell(row, 1).value = "ok"
        book.save(tmp_path / f"{story}.xlsx")
        stored = store_review(tmp_path / f"{story}.xlsx", tmp_path / "d")
        found = resolve(read_decisions(stored.path), source.sentences, target.sentences)
        assert {(bead.source, bead.target) for bead in found.settled} == set(gold)
        assert (stored.confirmed, stored.notes, found.stale) == (len(gold), (), ())


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Alignment, list[str]]:
    """Return an alignment, with any bead crossing any other, and a word for each row."""
    texts = st.lists(st.text("ab =\t\"'\n#-;đé", max_size=5), max_size=8)
    source, target = draw(texts), draw(texts)
    left = draw(st.permutations(range(len(source)))), draw(st.permutations(range(len(target))))
    beads: list[Bead] = []
    i = j = 0
    while i < len(source) or j < len(target):
        a, b = draw(st.sampled_from([(1, 1), (1, 2), (2, 2), (1, 0), (0, 1)]))
        bead = Bead(tuple(sorted(left[0][i : i + a])), tuple(sorted(left[1][j : j + b])))
        beads += [bead] if bead.source or bead.target else []
        i, j = i + a, j + b
    words = draw(st.lists(st.sampled_from(["", "ok", "no"]), min_size=len(beads), max_size=len(beads)))
    made = Alignment(source_lang="vi", target_lang="fr", source=tuple(source), target=tuple(target), beads=tuple(beads))
    return made, words


@settings(max_examples=100, deadline=None)
@given(reviews(), st.randoms(use_true_random=False))
def test_any_review_comes_back(
    tmp_path_factory: pytest.TempPathFactory, review: tuple[Alignment, list[str]], chance: random.Random
) -> None:
    alignment, words = review
    folder = tmp_path_factory.mktemp("review")
    rows = list(csv.reader(io.StringIO(tsv(alignment), newline=""), delimiter="\t"))
    body = rows[4:]
    for row, word in zip(body, words, strict=True):
        row[0] = word
    chance.shuffle(body)
    with (folder / "r.tsv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter="\t", lineterminator="\n").writerows([*rows[:4], *body])
    ordered = in_reading_order(alignment.beads)
    expected = decisions().settle(
        (tuple(map(sentence_hash, alignment.source)), tuple(map(sentence_hash, alignment.target))),
        confirmed=[bead for bead, word in zip(ordered, words, strict=True) if word == "ok"],
        rejected=[bead for bead, word in zip(ordered, words, strict=True) if word == "no"],
    )
    found = read_review(folder / "r.tsv")
    assert (found.decisions, found.notes) == (expected, ())
    shutil.rmtree(folder)
