"""Lexicons that others have made, in every format, whole and broken."""

from __future__ import annotations

import contextlib
import gzip
import lzma
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import ROOT
from tmkit.errors import FileError, UnknownLanguageError
from tmkit.formats.lexicon import LEXICON_FORMATS, LexiconFile, Skipped, loading, read_lexicon
from tmkit.formats.lexicon.articles import translations
from tmkit.formats.lexicon.tei import read_tei

DATA = ROOT / "tests" / "data" / "lexicon"
Terms = dict[str, tuple[str, ...]]


def terms(file: LexiconFile) -> list[Terms]:
    return [dict(entry.terms) for entry in file.lexicon.entries]


def read(path: Path, langs: str = "vi-fr") -> LexiconFile:
    source, target = langs.split("-")
    return read_lexicon(path, source_lang=source, target_lang=target)


def stardict(
    folder: Path,
    articles: Sequence[tuple[str, str | bytes]],
    *,
    types: str = "m",
    bits: int = 32,
    packed: bool = False,
    cut: int = 0,
) -> Path:
    """Write a StarDict dictionary and return its .ifo; `cut` bytes are missing at the end of the index."""
    index, texts = b"", b""
    for word, article in articles:
        data = article.encode() if isinstance(article, str) else article
        index += word.encode() + b"\0" + len(texts).to_bytes(bits // 8) + len(data).to_bytes(4)
        texts += data
    about = ["StarDict's dict ifo file", "version=3.0.0", "bookname=Mẫu", f"wordcount={len(articles)}"]
    about += [f"idxfilesize={len(index)}", f"idxoffsetbits={bits}", *([f"sametypesequence={types}"] if types else [])]
    (folder / "a.ifo").write_text("\n".join(about) + "\n", encoding="utf-8")
    index = index[: len(index) - cut]
    (folder / ("a.idx.gz" if packed else "a.idx")).write_bytes(gzip.compress(index) if packed else index)
    (folder / ("a.dict.dz" if packed else "a.dict")).write_bytes(gzip.compress(texts) if packed else texts)
    return folder / "a.ifo"


# Tables


def test_a_table_whose_first_row_names_the_languages() -> None:
    found = read(DATA / "header.tsv")
    assert terms(found) == [
        {
            "fr": ("sécurité sociale", "protection sociale"),
            "vi": ("an sinh xã hội",),
            "en": ("social security",),
        },
        {"fr": ("migrant",), "vi": ("người di cư", "người nhập cư"), "en": ("migrant",)},
        {"fr": ("salaire minimum",), "vi": ("lương tối thiểu",)},
    ]
    assert found.skipped == (Skipped(5, "no vi term"), Skipped(6, "no tab in it"))
    assert found.notes == ()
    assert found.lexicon.translations("vi", "fr")["an sinh xã hội"] == ("sécurité sociale", "protection sociale")


def test_a_table_without_such_a_row_is_source_and_target() -> None:
    found = read(DATA / "plain.tsv")
    assert terms(found) == [
        {"vi": ("lương tối thiểu",), "fr": ("salaire minimum",)},
        {"vi": ("giảm nghèo",), "fr": ("lutte contre la pauvreté", "réduction de la pauvreté")},
        {"vi": ("người lao động",), "fr": ("travailleur",)},
    ]
    assert found.skipped == (Skipped(3, "no tab in it"),)


@pytest.mark.parametrize(
    "header", ["vi\tfr", "vie\tfra", "vi-VN\tfr_FR", "Vietnamese\tFrench", "tiếng việt\tfrançais", "VI\tFR\tghi chú"]
)
def test_names_of_languages(tmp_path: Path, header: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"{header}\nnghèo\tpauvre\n", encoding="utf-8")
    assert terms(read(path, "fr-vi")) == [{"vi": ("nghèo",), "fr": ("pauvre",)}]


def test_any_language_of_the_cldr(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("de\tfr\tes\nArmut\tpauvreté\tpobreza\n", encoding="utf-8")
    expected = [{"de": ("Armut",), "fr": ("pauvreté",), "es": ("pobreza",)}]
    assert terms(read(path, "fr-de")) == terms(read(path, "es-de")) == expected


def test_our_own_lexicon_is_such_a_table() -> None:
    found = read(ROOT / "tmkit" / "lang" / "data" / "lexicon.tsv", "en-vi")
    assert found.skipped == ()
    assert found.lexicon.translations("vi", "en")["giảm nghèo"][0] == "poverty reduction"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.tsv", "\ufeffnghèo\tpauvre\r\n".encode()),
        ("a.tsv", unicodedata.normalize("NFD", "nghèo\tpauvre").encode()),
        ("a.tsv", "nghèo\tpauvre\n".encode("utf-16")),
        ("a.tab.gz", gzip.compress("nghèo\tpauvre\n".encode(), mtime=0)),
        ("a.txt.xz", lzma.compress("nghèo \t\u200b pauvre\n".encode())),
        ("A.TXT", "pauvre @ nghèo\n".encode()),
        ("a.dic.gz", gzip.compress("pauvre @ nghèo\n".encode(), mtime=0)),
    ],
)
def test_encodings_and_packings(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert terms(read(tmp_path / name)) == [{"vi": ("nghèo",), "fr": ("pauvre",)}]


def test_a_line_that_is_no_utf8_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("nghèo\tpauvre\n".encode() + b"m\xe9\tx\n" + "giàu\triche\n".encode())
    found = read(path)
    assert [entry["fr"] for entry in terms(found)] == [("pauvre",), ("riche",)]
    assert found.skipped == (Skipped(2, "not UTF-8"),)


# hunalign


def test_hunalign_has_the_target_first() -> None:
    found = read(DATA / "target-first.dic")
    assert terms(found) == [
        {"vi": ("an sinh xã hội",), "fr": ("sécurité sociale", "protection sociale")},
        {"vi": ("thất nghiệp",), "fr": ("chômage",)},
    ]
    wrong = "not of the form “target @ source”"
    assert found.skipped == (Skipped(3, wrong), Skipped(5, wrong))
    assert found.notes == ()


def test_hunalign_the_other_way_round_is_turned() -> None:
    found = read(DATA / "source-first.dic")
    assert terms(found) == [
        {"fr": ("sécurité sociale",), "vi": ("an sinh xã hội",)},
        {"fr": ("chômage",), "vi": ("thất nghiệp",)},
    ]
    assert [note.partition(":")[0] for note in found.notes] == ["the other way round than expected"]


# StarDict


VIETNAMESE_STYLE = """@worker /'wə:kə/
*  danh từ
- người lao động, công nhân
=a migrant worker+ lao động di cư
- (động vật học) ong thợ
!a hard worker
- người làm việc chăm chỉ
* tính từ (số nhiều)
- xem: work
"""
FREEDICT_STYLE = """worker /ˈwɜːkə/ <n>
1. ouvrier (d’usine); travailleur
2. a person who works for a daily wage, especially with the hands
   Synonym: {labourer}
"""
HTML_STYLE = (
    '<b>worker</b> <font color="green">/ˈwɜːkə/</font><br><i>n.</i><ol><li>ouvrier, ouvri&egrave;re</li>'
    "<li>travailleur</li></ol>"
)
XDXF_STYLE = "<k>worker</k>\n<tr>ˈwɜːkə</tr> <abr>n.</abr>\n<dtrn>ouvrier; travailleur</dtrn>\n<ex>a hard worker</ex>"


@pytest.mark.parametrize(
    ("head", "article", "markup", "expected"),
    [
        ("worker", VIETNAMESE_STYLE, False, ("người lao động", "công nhân", "ong thợ")),
        ("worker", FREEDICT_STYLE, False, ("ouvrier", "travailleur")),
        ("worker", HTML_STYLE, True, ("ouvrier", "ouvrière", "travailleur")),
        ("worker", XDXF_STYLE, True, ("ouvrier", "travailleur")),
        ("absence", "absence", False, ("absence",)),
        ("chanter", "sing", False, ("sing",)),
        ("làm việc", "to work; vi. to labour.", False, ("work", "labour")),
        ("maison", "n. f. nhà (ở); nhà cửa", False, ("nhà", "nhà cửa")),
        ("đi", "1) aller 2) marcher\n3) partir !", False, ("aller", "marcher")),
        ("dialysable", "(xem) dialyse", False, ()),
        ("teacher", "celui qui enseigne dans une école primaire, surtout à la campagne", False, ()),
        ("rien", "<br/><i>pron.</i>", True, ()),
        ("rien", "", False, ()),
    ],
)
def test_what_an_article_gives(head: str, article: str, markup: bool, expected: tuple[str, ...]) -> None:
    assert translations(article, head=head, markup=markup) == expected


WORKER = [{"en": ("worker",), "fr": ("ouvrier", "travailleur")}]


@pytest.mark.parametrize("bits", [32, 64])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("types", "article"),
    [
        ("m", b"ouvrier, travailleur"),
        ("tm", b"w\xc9\x9c\xcb\x90k\xc9\x99\0ouvrier, travailleur"),
        ("h", b"<i>n.</i> ouvrier<br>travailleur"),
        ("x", b"<k>worker</k><dtrn>ouvrier</dtrn><dtrn>travailleur</dtrn>"),
        ("", b"tw\xc9\x9ck\xc9\x99\0mouvrier\0W\0\0\0\x03abcmtravailleur\0"),
        ("mW", b"ouvrier; travailleur\0abc"),
    ],
)
def test_stardict(tmp_path: Path, types: str, article: bytes, bits: int, packed: bool) -> None:
    path = stardict(tmp_path, [("worker", article)], types=types, bits=bits, packed=packed)
    assert terms(read(path, "en-fr")) == WORKER
    assert terms(read(tmp_path / ("a.dict.dz" if packed else "a.idx"), "en-fr")) == WORKER


def test_stardict_the_other_way_round_is_turned(tmp_path: Path) -> None:
    path = stardict(tmp_path, [("người lao động", "travailleur"), ("việc làm", "emploi; travail")])
    right, turned = read(path, "vi-fr"), read(path, "fr-vi")
    assert right.notes == ()
    assert len(turned.notes) == 1
    assert terms(right) == terms(turned)
    assert turned.lexicon.translations("fr", "vi")["emploi"] == ("việc làm",)


def test_stardict_entries_that_give_nothing_are_numbered(tmp_path: Path) -> None:
    path = stardict(tmp_path, [("00-database-info", "x"), ("nghèo", "pauvre"), ("—", "tiret"), ("giàu", "???")])
    found = read(path)
    assert terms(found) == [{"vi": ("nghèo",), "fr": ("pauvre",)}]
    assert found.skipped == (
        Skipped(3, "its head word is no text"),
        Skipped(4, "no short translation in the article of “giàu”"),
    )


def test_stardict_articles_beyond_the_end_are_skipped(tmp_path: Path) -> None:
    path = stardict(tmp_path, [("nghèo", "pauvre"), ("giàu", "riche")])
    texts = tmp_path / "a.dict"
    texts.write_bytes(texts.read_bytes()[:-2])
    found = read(path)
    assert terms(found) == [{"vi": ("nghèo",), "fr": ("pauvre",)}]
    assert found.skipped == (Skipped(2, "its article lies beyond the end of the .dict"),)


# TEI


TEI_ENTRIES = [
    {"en": ("worker",), "fr": ("travailleur", "ouvrier")},
    {"en": ("minimum wage",), "fr": ("salaire minimum",)},
]


@pytest.mark.parametrize("langs", ["en-fr", "fr-en"])
def test_tei(langs: str) -> None:
    found = read(DATA / "eng-fra.tei", langs)
    assert terms(found) == TEI_ENTRIES
    assert found.skipped == (Skipped(26, "no translation of “sister” in that language"), Skipped(30, "no head word"))
    assert found.notes == ()


def test_tei_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.tei.xz"
    path.write_bytes(lzma.compress((DATA / "eng-fra.tei").read_bytes()))
    assert terms(read(path, "en-fr")) == TEI_ENTRIES


def tei(folder: Path, name: str, entries: str, *, title: str = "x", before: str = "") -> Path:
    path = folder / name
    path.write_text(
        f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title>'
        f"</titleStmt></fileDesc></teiHeader><text><body>{entries}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


def entry(head: str, *quotes: str) -> str:
    cits = "".join(f'<cit type="trans"><quote>{quote}</quote></cit>' for quote in quotes)
    return f"<entry><form><orth>{head}</orth></form><sense>{cits}</sense></entry>"


@pytest.mark.parametrize(("name", "title"), [("a.xml", "French-Vietnamese dictionary"), ("fra-vie.tei", "Từ điển")])
def test_tei_languages_by_title_or_name(tmp_path: Path, name: str, title: str) -> None:
    # Words that look like no language: only the title or the name can tell.
    found = read(tei(tmp_path, name, entry("OIT", "ILO"), title=title))
    assert (terms(found), found.notes) == ([{"fr": ("OIT",), "vi": ("ILO",)}], ())


def test_tei_without_languages_is_turned_if_need_be(tmp_path: Path) -> None:
    found = read(
        tei(tmp_path, "a.tei", entry("sécurité sociale", "an sinh xã hội") + entry("pauvreté", "sự nghèo đói"))
    )
    assert terms(found)[0] == {"fr": ("sécurité sociale",), "vi": ("an sinh xã hội",)}
    assert len(found.notes) == 1


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("bí mật", encoding="utf-8")
    doctype = '<!DOCTYPE TEI [<!ENTITY a SYSTEM "secret"><!ENTITY b "b">]>'
    path = tei(tmp_path, "fra-vie.tei", entry("pauvre", "&a;") + entry("riche", "giàu"), before=doctype)
    found = read(path)
    assert terms(found) == [{"fr": ("riche",), "vi": ("giàu",)}]
    assert found.skipped == (Skipped(1, "no short translation of “pauvre”"),)


def test_a_long_tei_does_not_stay_in_memory(tmp_path: Path) -> None:
    path = tei(tmp_path, "fra-vie.tei", entry("pauvre", "nghèo") * 2000)
    assert len(read_tei(path, ("fr", "vi")).rows) == 2000


# What can't be used


def broken_stardict(folder: Path, cut: int) -> Path:
    return stardict(folder, [("nghèo", "pauvre"), ("giàu", "riche")], cut=cut)


def files(folder: Path) -> dict[str, Path]:
    """Write the files that are refused."""
    found: dict[str, Path] = {"missing": folder / "missing.tsv", "folder": folder}
    texts = {
        "empty.tsv": b"",
        "other.tsv": b"de\tes\nArmut\tpobreza\n",
        "pair.tsv": b"fr\ten\npauvre\tpoor\n",
        "binary.tsv": b"a\tb\0c",
        "latin.tsv": "misère\tnghèo\n".encode("latin-1", "replace"),
        "unknown.pdf": b"x",
        "bad.dic": "SET UTF-8\nnghèo\n".encode(),
        "cut.tsv.gz": gzip.compress("nghèo\tpauvre\n".encode() * 50)[:-12],
        "bad.xml": b"<html><body/></html>",
        "broken.tei": b"<TEI>\n<text><entry>",
        "lonely.ifo": b"StarDict's dict ifo file\n",
        "wrong.ifo": b"hello",
    }
    for name, data in texts.items():
        found[name] = folder / name
        found[name].write_bytes(data)
    found["de.tei"] = tei(folder, "de.tei", entry("Armut", "pobreza"), title="German-Spanish")
    return found


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing", "missing.tsv: no such file; check the path"),
        ("folder", ": a folder, not a file; name a lexicon file"),
        ("empty.tsv", "empty.tsv: no entry in it; give a lexicon with entries of both languages"),
        ("other.tsv", "other.tsv:1: a lexicon of German and Spanish, not of Vietnamese and French; name one of"),
        ("pair.tsv", "pair.tsv:1: a lexicon of French and English, not of Vietnamese and French; name one of"),
        ("binary.tsv", "binary.tsv: not text; save it as UTF-8 text"),
        ("latin.tsv", "latin.tsv:1: no usable entry in it (not UTF-8); check its format and its languages"),
        ("unknown.pdf", "unknown.pdf: unknown kind of lexicon; give one that ends in .dic, .txt, .tsv, .tab"),
        ("bad.dic", "bad.dic:1: no usable entry in it (not of the form “target @ source”)"),
        ("cut.tsv.gz", "cut.tsv.gz: damaged or cut off ("),
        ("bad.xml", "bad.xml: not a TEI dictionary; give one whose root element is TEI"),
        ("broken.tei", "broken.tei:2: not well-formed XML ("),
        ("lonely.ifo", "lonely.ifo: no lonely.dict beside it; keep all files of the dictionary together"),
        ("wrong.ifo", "wrong.ifo: not a StarDict dictionary; name the .ifo of one"),
        ("de.tei", "de.tei: a lexicon of German and Spanish, not of Vietnamese and French; name one of"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    path = files(tmp_path)[name]
    if name == "folder":
        path = tmp_path / "folder.tsv"
        path.mkdir()
    with pytest.raises(FileError) as caught:
        read(path)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("cut", "reason"),
    [
        (1, "the index breaks off after 1 entries"),
        (len("giàu".encode()) + 9, "the index has 1 entries instead of 2"),
    ],
)
def test_a_truncated_index_is_refused(tmp_path: Path, cut: int, reason: str) -> None:
    with pytest.raises(FileError, match=reason):
        read(broken_stardict(tmp_path, cut))


@pytest.mark.parametrize("name", ["a.tsv.gz", "a.tei.gz"])
def test_what_grows_too_large_is_refused(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_BYTES", 1 << 16)
    head = b"<TEI>" if "tei" in name else b""
    (tmp_path / name).write_bytes(gzip.compress(head + b" " * (1 << 20)))
    with pytest.raises(FileError, match="too large for a lexicon, unpacked; take a smaller one"):
        read(tmp_path / name)


@pytest.mark.parametrize(("name", "line"), [("a.tsv", "x\n"), ("a.tei", "<entry/>")])
def test_what_never_ends_is_refused(tmp_path: Path, name: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_ENTRIES", 1000)
    (tmp_path / name).write_text(f"<TEI>{line * 1001}", encoding="utf-8")
    with pytest.raises(FileError, match="more than 1,000 entries; take a smaller one"):
        read(tmp_path / name)


def test_a_dictionary_of_strangers_is_refused(tmp_path: Path) -> None:
    rows = [("Armut", "pobreza"), ("Arbeiter", "trabajador"), ("Gesundheit", "salud"), ("Wirtschaft", "economía")]
    path = stardict(tmp_path, rows)
    with pytest.raises(FileError, match="a lexicon of German and Spanish, not of Vietnamese and French"):
        read(path)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguageError):
        read(DATA / "plain.tsv", "vi-xx")


def test_every_format_has_a_name_and_suffixes_of_its_own_or_tells_by_content() -> None:
    ends = [end for fmt in LEXICON_FORMATS for end in fmt.extensions]
    shared = {end for end in ends if ends.count(end) > 1}
    assert all(fmt.fits for fmt in LEXICON_FORMATS if shared & set(fmt.extensions))
    assert len({fmt.name for fmt in LEXICON_FORMATS}) == len(LEXICON_FORMATS)


@given(text=st.text(), head=st.text(max_size=5), markup=st.booleans())
def test_any_article_gives_terms_or_nothing(text: str, head: str, markup: bool) -> None:
    for found in translations(text, head=head, markup=markup):
        assert found == found.strip()
        assert unicodedata.is_normalized("NFC", found)
        assert any(map(str.isalpha, found))


@given(data=st.binary(max_size=200), name=st.sampled_from(["a.tsv", "a.dic", "a.tei", "a.ifo", "a.idx.gz", "a.tsv.xz"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    with contextlib.suppress(FileError):
        assert read(path).lexicon.entries
