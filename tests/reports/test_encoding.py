import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.errors import FileError, TmkitError
from tmkit.lang.charsets import LETTERS, TCVN3_CAPITALS, canonical, decode_legacy, encoding_table, vni_bytes
from tmkit.reports.base import Line
from tmkit.reports.encoding import Decoded, decode
from tmkit.reports.reading.mending import mend, mend_mojibake, split_lines

PAGES = Path(__file__).parents[1] / "data" / "pages" / "readers"
TEXTS = {lang: (PAGES / f"{lang}.txt").read_text(encoding="utf-8") for lang in ("vi", "fr", "en")}
VIETNAMESE = ("viscii", "tcvn3", "tcvn", "vni", "cp1258")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def encode(text: str, charset: str) -> bytes:
    """Return text as an old editor would have saved it; what the charset has not becomes ASCII or goes."""
    return b"".join(_bytes(char, charset) for char in _fitted(text, charset))


def _fitted(text: str, charset: str) -> str:
    if charset in {"viscii", "tcvn"}:
        return text.translate(str.maketrans("“”’–", '""\'-'))
    if charset == "tcvn3":
        return "".join(c.lower() if c in LETTERS - TCVN3_CAPITALS else c for c in text)
    return text


def _bytes(char: str, charset: str) -> bytes:
    if charset == "vni":
        return vni_bytes().get(char) or encoding_table("cp1252")[char]
    if charset == "cp1258" and char not in encoding_table(charset):
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        tones = "".join(part for part in parts if part in TONES)
        return b"".join(encoding_table(charset)[part] for part in base + tones)
    return encoding_table(charset)[char]


def mojibake(text: str, codec: str) -> str:
    """Return the text as it looks when its UTF-8 is read in another encoding; browsers keep free bytes."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("charset", VIETNAMESE)
def test_tables_hold_every_vietnamese_letter_once(charset: str) -> None:
    letters = LETTERS if charset != "tcvn3" else {c for c in LETTERS if c.islower()} | TCVN3_CAPITALS
    coded = {letter: _bytes(letter, charset) for letter in letters}
    assert len(LETTERS) == 134
    assert len(set(coded.values())) == len(letters)
    assert {letter: decode_legacy(data, charset) for letter, data in coded.items()} == {c: c for c in letters}


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("tcvn3", b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("tcvn3", b"\xa7\xe9c l\xcbp - T\xf9 do", "Độc lập - Tự do"),
        ("tcvn3", b"C\xe9NG H\xdfA", "CỘNG HÒA"),
        ("vni", b"Co\xe4ng ho\xf8a xa\xf5 ho\xe4i", "Cộng hòa xã hội"),
        ("vni", b"\xd1o\xe4c la\xe4p, \xf1\xf6\xf4\xf8ng ph\xf2 ph\xe6", "Độc lập, đường phị phỉ"),
        ("viscii", b"C\xb5ng h\xf2a x\xe3 h\xb5i ch\xfc ngh\xeea Vi\xaet Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("cp1258", b"Vi\xea\xf2t Nam, \xd0\xf4\xf2c l\xe2\xf2p", "Việt Nam, Độc lập"),
    ],
)
def test_legacy_bytes_as_they_were_typed(charset: str, data: bytes, text: str) -> None:
    assert decode(data, encoding=charset, name="a.txt") == Decoded(text, charset)


@pytest.mark.parametrize("charset", VIETNAMESE)
@pytest.mark.parametrize("cut", ["page", "sentence"])
def test_vietnamese_is_detected(charset: str, cut: str) -> None:
    for text in [TEXTS["vi"]] if cut == "page" else lines_of(TEXTS["vi"]):
        fitted = _fitted(text, charset)
        found = decode(encode(text, charset), name="a.txt")
        # TCVN's two forms differ in capitals only: without any, they are one.
        assert found.encoding == charset or {found.encoding, charset} == {"tcvn", "tcvn3"}
        assert found.text == fitted


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("cut", ["page", "sentence"])
def test_windows_1252_is_detected(lang: str, cut: str) -> None:
    for text in [TEXTS[lang]] if cut == "page" else lines_of(TEXTS[lang]):
        expected = "utf-8" if text.isascii() else "cp1252"
        assert decode(text.encode("cp1252"), name="a.txt") == Decoded(text, expected)


@pytest.mark.parametrize("lang", ["vi", "fr", "en"])
@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-16-le", b"\xff\xfe", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
    ],
)
def test_unicode_is_detected(lang: str, codec: str, mark: bytes, name: str) -> None:
    assert decode(mark + TEXTS[lang].encode(codec), name="a.txt") == Decoded(TEXTS[lang], name)


def test_mac_roman_is_left_to_charset_normalizer() -> None:
    text = "La réunion a été très utile, a déclaré le ministre à l’été."
    note = "the encoding is uncertain: read as mac_roman"
    assert decode(text.encode("mac_roman"), name="a.txt") == Decoded(text, "mac_roman", (note,))


@pytest.mark.parametrize(
    ("alias", "name"),
    [("TCVN-5712-3", "tcvn3"), ("abc", "tcvn3"), ("VISCII", "viscii"), ("x-viet-vni", "vni"), ("CP1258", "cp1258")],
)
def test_aliases(alias: str, name: str) -> None:
    assert canonical(alias) == name


def test_unknown_encoding_names_the_known() -> None:
    with pytest.raises(TmkitError, match=r"unknown encoding 'klingon'; use one of utf-8, .*tcvn3.*viscii"):
        decode(b"a", encoding="klingon", name="a.txt")


def test_told_encoding_must_fit() -> None:
    with pytest.raises(FileError, match=r"^a\.txt:2: the text is not in utf-8"):
        decode(b"abc\nt\xe9", encoding="utf-8", name="a.txt")


def test_lines_in_another_encoding_are_read_in_theirs() -> None:
    data = "Tiếng Việt ở Hà Nội\n".encode() + encode("Phần này thì khác hẳn, của bảng cũ\n", "tcvn3") + b"end\n"
    notes = ("bytes that are not UTF-8 read as tcvn3 in line 2",)
    text = "Tiếng Việt ở Hà Nội\nPhần này thì khác hẳn, của bảng cũ\nend\n"
    assert decode(data, name="a.txt") == Decoded(text, "utf-8", notes)


def test_a_torn_character_is_told() -> None:
    found = decode("Tiếng Việt có nhiều chữ".encode()[:-1], name="a.txt")
    assert found == Decoded("Tiếng Việt có nhiều ch\ufffd", "utf-8", ("torn characters in line 1",))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("một\nhai\0ba\n".encode(), "a.txt:2: a NUL byte, which no text has; save the page again as UTF-8 text"),
        (bytes(range(32)) * 20, "a.txt: a binary file, not text; save the page as text, HTML or .docx"),
        (
            b"\xff\xfe\x00\xd8" * 30,
            "a.txt: marked as utf-16, but its bytes are not; save the page again as UTF-8 text, or name its encoding",
        ),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FileError) as caught:
        decode(data, name="a.txt")
    assert str(caught.value) == message


def text_or_refusal(data: bytes) -> str:
    try:
        return decode(data, name="a.txt").text
    except TmkitError as error:
        return str(error)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_in_a_line(data: bytes) -> None:
    assert "\0" not in text_or_refusal(data)


@given(st.text(st.sampled_from(sorted(LETTERS) + list("abcdeghiklmnopqrstuvxy ,.\n")), max_size=80))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), name="a.txt") == Decoded(text, "utf-8")


@pytest.mark.parametrize("charset", VIETNAMESE)
def test_legacy_text_is_decoded_in_time(charset: str) -> None:
    data = encode(TEXTS["vi"], charset) * 1500
    start = time.process_time()
    decode(data, name="a.txt")
    # The aim is 5 MB/s; a busy machine gets some room.
    assert len(data) / 1e6 / (time.process_time() - start) > 2


# Mending.


@pytest.mark.parametrize("lang", ["vi", "fr", "en"])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_mojibake_is_mended(lang: str, codec: str, times: int) -> None:
    for line in lines_of(TEXTS[lang]):
        spoilt = line
        for _ in range(times):
            spoilt = mojibake(spoilt, codec)
        assert mend_mojibake(spoilt) == line


@pytest.mark.parametrize(
    "text",
    [
        "“CHẾ ĐỘ ĐÃ…",
        "« SOCIÉTÉ\u00a0»",
        "LIBERTÉ\u00a0: É’",
        "XÃ”, “ĐÃ’",
        "São João e Ã",
        "COMUNICAÇÃO”",
        "5 °C, à\u00a0»",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend([Line(1, text)]) == ((Line(1, text),), ())


@pytest.mark.parametrize("lang", ["vi", "fr", "en"])
def test_sound_pages_are_left_alone(lang: str) -> None:
    for text in (TEXTS[lang], TEXTS[lang].upper()):
        lines = tuple(split_lines(text))
        assert mend(list(lines)) == (lines, ())


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("R&eacute;union&nbsp;: &#7897; &#x1EBF;", ["Réunion\u00a0: ộ ế"], "character references resolved"),
        ("&amp;eacute; AT&T &nosuch;", ["é AT&T &nosuch;"], "character references resolved"),
        ("R\u00c3\u00a9union \u00c3  Paris", ["Réunion à Paris"], "mojibake mended"),
        ("a\u2028b\x0cc", ["a", "b", "c"], "separators and form feeds made line breaks"),
        ("a\x01b\x9fc", ["abc"], "control characters removed"),
        ("\ufeffpro\u00adtection\u200b", ["protection"], "invisible characters removed"),
        ("Vie\u0323\u0302t Nam", ["Việt Nam"], "letters and accents composed"),
        ("\u00d0\u00e0 Nẵng, ng\u01a3\u1eddi", ["Đà Nẵng, người"], "look-alike letters replaced by Vietnamese ones"),
        ("m\u1ea5t ch\ufffd", ["mất ch\ufffd"], "characters lost before (U+FFFD)"),
        ("ViÖt Nam vµ c¸c n­íc ASEAN", ["Việt Nam và các nước ASEAN"], "tcvn3 letters turned into Unicode"),
        ("Nhaân daân Vieät Nam vaø caùc nöôùc", ["Nhân dân Việt Nam và các nước"], "vni letters turned into Unicode"),
    ],
)
def test_each_mend_is_told(before: str, after: list[str], note: str) -> None:
    lines, notes = mend([Line(1, "ASCII"), Line(2, before)])
    assert (lines, notes) == ((Line(1, "ASCII"), *(Line(2, text) for text in after)), (f"{note} in line 2",))


def test_doubtful_mojibake_is_mended_beside_certain() -> None:
    certain, doubtful = mojibake("Việt Nam", "cp1252"), mojibake("CÔ TÔ", "cp1252")
    assert mend([Line(1, doubtful)]) == ((Line(1, doubtful),), ())
    mended = (Line(1, "Việt Nam"), Line(2, "CÔ TÔ"))
    assert mend([Line(1, certain), Line(2, doubtful)]) == (
        mended,
        ("mojibake mended in 2 lines, first in line 1",),
    )


@pytest.mark.parametrize("charset", ["cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize("mark", ["·", "—", "“"])
def test_a_lone_mark_in_english_is_no_vietnamese_letter(charset: str, mark: str) -> None:
    text = f"May 1, 2023 {mark} Updated 2 years ago\nThe minister said {mark} this was what they had asked for."
    assert decode(text.encode(charset), name="a.txt").text == text
