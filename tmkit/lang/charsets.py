"""The legacy character sets of Vietnamese, as tables: VISCII, TCVN, VNI, and Windows' 1252 and 1258.

Python has codecs for Windows' two only, and those refuse the bytes that the standards leave free.
The VISCII and TCVN tables are those of RFC 1456 and of TCVN 5712:1993; VNI is the VNI-Windows fonts' layout.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
"""The Vietnamese letters, lower case, vowels with every tone."""

LETTERS = frozenset(c for c in ALPHABET + ALPHABET.upper() if c > "~")
"""The 134 Vietnamese letters that ASCII has not."""

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}

# B0 to B4 are the five tones as combining marks, for the capitals that have no byte of their own.
_TCVN_HIGH = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOW = {0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự"}
_TCVN_LOW |= {0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ"}

TCVN3_CAPITALS = frozenset("ĂÂÊÔƠƯĐ")
"""The only Vietnamese capitals beyond ASCII that TCVN3 can write; the rest are a matter of its fonts."""

# VNI writes a letter, then its tone and hook as a second letter of the same case.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309"}
_VNI_HATS |= {"ã": "\u0302\u0303", "ä": "\u0323\u0302"}
_VNI_BREVES = {"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309"}
_VNI_BREVES |= {"ü": "\u0306\u0303", "ë": "\u0323\u0306"}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}

ALIASES = {
    "utf8": "utf-8",
    "utf8sig": "utf-8-sig",
    "utf16": "utf-16",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "utf32": "utf-32",
    "ascii": "cp1252",
    "usascii": "cp1252",
    "latin1": "cp1252",
    "iso88591": "cp1252",
    "windows1252": "cp1252",
    "1252": "cp1252",
    "cp1252": "cp1252",
    "windows1258": "cp1258",
    "1258": "cp1258",
    "cp1258": "cp1258",
    "viscii": "viscii",
    "viscii11": "viscii",
    "csviscii": "viscii",
    "tcvn3": "tcvn3",
    "tcvn57123": "tcvn3",
    "tcvnabc": "tcvn3",
    "abc": "tcvn3",
    "vn3": "tcvn3",
    "xvietnametcvn": "tcvn3",
    "xviettcvn": "tcvn3",
    "xviettcvn5712": "tcvn3",
    "tcvn": "tcvn",
    "tcvn5712": "tcvn",
    "tcvn57121": "tcvn",
    "tcvn571211993": "tcvn",
    "vn1": "tcvn",
    "vni": "vni",
    "vniwin": "vni",
    "vniwindows": "vni",
    "xvietvni": "vni",
}
"""Encoding names without case and punctuation, and the names that tmkit gives those encodings.

Web browsers read what calls itself Latin-1 or ASCII as windows-1252, and so does tmkit.
"""


def canonical(name: str) -> str | None:
    """Return tmkit's name of an encoding, or None when neither tmkit nor Python knows it.

    >>> canonical("TCVN-5712-3"), canonical("Windows-1258"), canonical("x-klingon")
    ('tcvn3', 'cp1258', None)
    """
    known = ALIASES.get(re.sub(r"[^a-z0-9]", "", name.lower()))
    if known:
        return known
    try:
        b" ".decode(name)
    except UnicodeError:
        pass  # a text encoding all the same
    except (LookupError, ValueError):
        return None
    return codecs.lookup(name).name


def decode_legacy(data: bytes, charset: str) -> str:
    r"""Return the text, composed, of bytes in `cp1252`, `cp1258`, `viscii`, `tcvn3`, `tcvn` or `vni`.

    Bytes that the character set leaves free become control characters, as in web browsers.

    >>> decode_legacy(b"tr\xce em Vi\xd6t Nam", "tcvn3"), decode_legacy(b"Vie\xe4t Nam", "vni")
    ('trẻ em Việt Nam', 'Việt Nam')
    """
    if charset == "vni":
        return _from_vni(codecs.charmap_decode(data, "strict", _table("cp1252"))[0])
    text = codecs.charmap_decode(data, "strict", _table(charset))[0]
    if charset == "tcvn3":
        text = _restore_capitals(text)
    return text if charset in {"cp1252", "viscii"} else unicodedata.normalize("NFC", text)


# A word with a capital and nothing small but the letters whose capitals TCVN3 has not.
_CAPITAL_WORD = r"[^\W\d_a-zăâêôơưđ]*[A-ZĂÂÊÔƠƯĐ][^\W\d_a-zăâêôơưđ]*"
_CAPITALS = re.compile(rf"(?<![^\W\d_])(?:{_CAPITAL_WORD}(?![^\W\d_]) ?)+")
_CERTAIN = re.compile(r"[A-ZĂÂÊÔƠƯĐ]\w*[A-ZĂÂÊÔƠƯĐ]")


def _restore_capitals(text: str) -> str:
    """Return text with the capitals that TCVN3 leaves to its fonts, inside words of capitals.

    >>> _restore_capitals("CộNG HòA; Bộ trưởng; UBND Hà Nội")
    'CỘNG HÒA; Bộ trưởng; UBND Hà Nội'
    """
    return _CAPITALS.sub(lambda match: _capital_run(match[0]), text)


def _capital_run(run: str) -> str:
    certain = any(not word.isupper() and _CERTAIN.search(word) for word in run.split())
    return run.upper() if certain else run


@cache
def _table(charset: str) -> str:
    """Return the 256 characters of a character set, in the order of their bytes."""
    if charset == "viscii":
        return _low(_VISCII_LOW) + _VISCII_HIGH
    if charset == "tcvn":
        return _low(_TCVN_LOW) + _TCVN_HIGH
    if charset == "tcvn3":
        # Its fonts keep Windows' quotes and dashes where TCVN 5712 has capitals.
        return _low({}) + _windows("cp1252")[:0x21] + _TCVN_HIGH[0x21:]
    return _low({}) + _windows(charset)


def _low(letters: dict[int, str]) -> str:
    return "".join(letters.get(byte, chr(byte)) for byte in range(0x80))


def _windows(codec: str) -> str:
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(0x80, 0x100))


def _from_vni(text: str) -> str:
    """Return Unicode for VNI text whose bytes were read as windows-1252."""
    pairs, pattern = _vni()
    return pattern.sub(lambda found: pairs[found[0]], text)


@cache
def _vni() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return every VNI sequence with its letter, and the expression that finds them."""
    pairs = dict(_VNI_SINGLE)
    for base in "aeouyôö":
        pairs |= _vni_marks(base)
    pairs |= {code.upper(): letter.upper() for code, letter in pairs.items()}
    # Some keyboards leave the mark after a capital in lower case.
    pairs |= {code[0].upper() + code[1]: letter.upper() for code, letter in pairs.items() if len(code) == 2}
    bases, marks = ("".join({code[i] for code in pairs if len(code) == 2}) for i in (0, 1))
    singles = "".join(code for code in pairs if len(code) == 1)
    # A letter may stand before a mark that is not for it: then each is read for itself.
    apart = {a + b: pairs.get(a, a) + pairs.get(b, b) for a in bases for b in marks}
    pairs |= {code: letters for code, letters in apart.items() if code not in pairs}
    return pairs, re.compile(f"[{bases}][{marks}]|[{singles}]")


def _vni_marks(base: str) -> dict[str, str]:
    marks = dict(_VNI_TONES)
    if base in "aeo":
        marks |= _VNI_HATS
    if base == "a":
        marks |= _VNI_BREVES
    letter = _VNI_SINGLE.get(base, base)
    return {base + code: unicodedata.normalize("NFC", letter + mark) for code, mark in marks.items()}


@cache
def encoding_table(charset: str) -> dict[str, bytes]:
    """Return the byte of each character of a legacy character set: the decoding table turned round."""
    return {char: bytes([byte]) for byte, char in reversed(list(enumerate(_table(charset))))}


@cache
def vni_bytes() -> dict[str, bytes]:
    """Return the bytes of each Vietnamese letter in VNI."""
    pairs, _ = _vni()
    return {letter: code.encode("cp1252") for code, letter in reversed(pairs.items()) if len(letter) == 1}
