import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.errors import FileError
from tmkit.lang import LANGUAGES
from tmkit.reports.base import Paragraph, Report, Sentence
from tmkit.reports.sentences import Framed, segment, set_aside, spans, split

TABLES = Path(__file__).parent.parent / "data" / "segmentation"
SHARED = Path(__file__).parents[3] / "shared"
CODES = [language.code for language in LANGUAGES]


def cases() -> list[tuple[str, str]]:
    lines = [(code, line) for code in CODES for line in (TABLES / f"{code}.txt").read_text("utf-8").splitlines()]
    return [(code, line) for code, line in lines if line and not line.startswith("#")]


def sentences(marked: str) -> list[str]:
    return [sentence.strip() for sentence in marked.split("‖")]


@pytest.mark.parametrize(("lang", "marked"), cases())
def test_splits_where_the_table_says(lang: str, marked: str) -> None:
    assert split(marked.replace("‖", ""), lang) == sentences(marked)


@pytest.mark.parametrize("lang", CODES)
def test_several_blanks_count_as_one(lang: str) -> None:
    for code, marked in cases():
        if code == lang:
            spread = marked.replace("‖", "").replace(" ", " \u00a0 ")
            assert [re.sub(r"\s+", " ", found) for found in split(spread, lang)] == sentences(marked)


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("vi", "Hội nghị kết thúc./.", ("", "Hội nghị kết thúc.", "/.")),
        ("vi", "Hội nghị kết thúc. /.", ("", "Hội nghị kết thúc.", " /.")),
        ("vi", "(LĐTĐ) Hội nghị kết thúc.", ("(LĐTĐ) ", "Hội nghị kết thúc.", "")),
        ("vi", "(BGO) – Hội nghị kết thúc.", ("(BGO) – ", "Hội nghị kết thúc.", "")),
        ("vi", "(KTĐT) - Hội nghị kết thúc.", ("(KTĐT) - ", "Hội nghị kết thúc.", "")),
        ("vi", "TTO - Hội nghị kết thúc.", ("TTO - ", "Hội nghị kết thúc.", "")),
        ("vi", "Hội nghị kết thúc./. (TTXVN)", ("", "Hội nghị kết thúc.", "/. (TTXVN)")),
        ("vi", "Hội nghị kết thúc. (TTXVN/Vietnam+)\n", ("", "Hội nghị kết thúc.", " (TTXVN/Vietnam+)\n")),
        ("fr", "La réunion est finie. -VNA", ("", "La réunion est finie.", " -VNA")),
        ("fr", "La réunion est finie.-VNA", ("", "La réunion est finie.", "-VNA")),
        ("fr", "La réunion est finie – VNA/VNP", ("", "La réunion est finie", " – VNA/VNP")),
        ("fr", "« C’est fini. » - VNA", ("", "« C’est fini. »", " - VNA")),
        ("fr", "La réunion est finie. VNA/CVN", ("", "La réunion est finie.", " VNA/CVN")),
        ("en", "The meeting is over. (VNA)", ("", "The meeting is over.", " (VNA)")),
        ("en", "The meeting is over.—VNA", ("", "The meeting is over.", "—VNA")),
        ("vi", "Hà Nội (TTXVN) - Hội nghị khai mạc.", ("Hà Nội (TTXVN) - ", "Hội nghị khai mạc.", "")),
        ("fr", "Hô Chi Minh-Ville (VNA) – La réunion…", ("Hô Chi Minh-Ville (VNA) – ", "La réunion…", "")),
        # What only resembles a mark is text.
        ("vi", "(ASEAN) là một hiệp hội.", None),
        ("fr", "HANOÏ, 14 avril (VNA) – La réunion s’est ouverte.", None),
        ("vi", "(Dân số) - một vấn đề lớn.", None),
        ("fr", "C’est ce qu’a dit la VNA.", None),
        ("fr", "L’accord lie le ministère à la VNA", None),
        ("en", "It was founded as the Vietnam News Agency (VNA).", None),
        ("en", "It was founded as the Vietnam News Agency (VNA)", None),
        ("en", "AFP reporters – two of them – came.", None),
        ("en", "-VNA", None),
        ("en", "", None),
    ],
)
def test_sets_agency_marks_aside(lang: str, text: str, parts: tuple[str, str, str] | None) -> None:
    assert set_aside(text, lang) == Framed(*(parts or ("", text, "")))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("vi", "(LĐTĐ) Hết./. -VNA", [(7, 11)]),
        ("vi", "Hết. Hết./. Hết./.", [(0, 4), (5, 9), (12, 16)]),
        ("fr", "  Un.  Deux !\n", [(2, 5), (7, 13)]),
        ("fr", "Titre\n\nUn texte.", [(0, 5), (7, 16)]),
        ("en", " \n", []),
        ("en", "...", [(0, 3)]),
    ],
)
def test_spans_point_into_the_text_as_it_came(lang: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert spans(text, lang) == expected


WORDS = 'M. |TP.|Ông |The |U.S. |…|...|. |?|! |»|« |”|"|(|)|1. |a) |/.|./. |-VNA|(LĐTĐ) |é|Lê|mot |www.ilo.org|•|etc. '
PIECES = st.sampled_from([*WORDS.split("|"), "\n", "\n\n", "\u00a0", "\u2029"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join), st.sampled_from(CODES))
def test_nothing_is_lost_but_blanks_and_marks(text: str, lang: str) -> None:
    head, body, tail = set_aside(text, lang)
    found = spans(text, lang)
    borders = [border for span in found for border in span]
    assert head + body + tail == text
    assert borders == sorted(borders)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    gaps = [text[a:b] for a, b in zip([len(head), *borders[1::2]], [*borders[::2], len(head) + len(body)], strict=True)]
    assert {gap.strip() for gap in gaps} <= {"", "/."}


def report(*paragraphs: Paragraph) -> Report:
    return Report(path="a.txt", lang="fr", title=None, date=None, paragraphs=paragraphs, dropped=(), repairs=())


def test_each_paragraph_is_split_in_its_own_language() -> None:
    both = report(Paragraph("M. Lê est là. Il parle.", 3, "fr"), Paragraph("Bà ở TP. Huế. Ông ở Hà Nội./.", 5, "vi-VN"))
    assert segment(both) == (
        Sentence("M. Lê est là.", 0, 3),
        Sentence("Il parle.", 0, 3),
        Sentence("Bà ở TP. Huế.", 1, 5),
        Sentence("Ông ở Hà Nội.", 1, 5),
    )


def srx(rules: str, maps: str = '<languagemap languagepattern="FR.*" languagerulename="own"/>') -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        '<header segmentsubflows="yes" cascade="yes"/>\n<body><languagerules><languagerule languagerulename="own">\n'
        f"{rules}\n</languagerule></languagerules><maprules>{maps}</maprules></body></srx>\n"
    )


SEMICOLON = r'<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>'


def test_a_users_rules_take_the_place_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.srx"
    path.write_text(srx(SEMICOLON), encoding="utf-8")
    assert split("Un ; deux. Trois ;", "fr", rules=path) == ["Un ;", "deux. Trois ;"]
    one = report(Paragraph("Un ; deux. Trois", 1, "fr"))
    assert [s.text for s in segment(one, rules={"fr-FR": path})] == ["Un ;", "deux. Trois"]
    path.write_text(srx(SEMICOLON.replace(";", "x")), encoding="utf-8")
    assert split("Un ; deux. Trois", "fr", rules=path) == ["Un ; deux. Trois"]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("<srx", 1, "is not well-formed XML"),
        ("<tmx/>", 1, "is not an SRX 2.0 file"),
        (srx(SEMICOLON.replace(";", "(")), 5, "has a rule with a faulty pattern"),
        (
            srx(SEMICOLON, '<languagemap languagepattern="VI" languagerulename="own"/>'),
            None,
            "has no segmentation rules",
        ),
        (
            srx(SEMICOLON, '<languagemap languagepattern="(" languagerulename="own"/>'),
            6,
            "has a faulty languagepattern",
        ),
        (srx(SEMICOLON, '<languagemap languagepattern=".*" languagerulename="x"/>'), 6, "maps a language to 'x'"),
        (srx(""), None, "has no segmentation rules"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, content: str, line: int | None, reason: str) -> None:
    path = tmp_path / "broken.srx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        split("Un. Deux.", "fr", rules=path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.reason.startswith(reason)
    assert caught.value.remedy


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.srx: cannot be read"):
        split("Un. Deux.", "fr", rules=tmp_path / "none.srx")


@pytest.mark.judge
@pytest.mark.parametrize("key", ["000", "003"])
def test_seed_reports(key: str) -> None:
    gold = SHARED / "gold" / "seeds.json"
    if not gold.exists():
        pytest.skip(f"{gold} is not here")
    seeds = json.loads(gold.read_text(encoding="utf-8"))
    lang = seeds["documents"][key]["lang"]
    wanted = seeds["segmentation"][key]
    lines: dict[int, list[str]] = {}
    for sentence in wanted:
        lines.setdefault(sentence["line"], []).append(sentence.get("raw", sentence["text"]))
    found = [text for line in lines.values() for text in split(" ".join(line), lang)]
    assert found == [sentence["text"] for sentence in wanted]
