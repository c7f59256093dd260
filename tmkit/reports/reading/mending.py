"""Decoded text becomes lines: mojibake, stray characters and look-alikes are mended, and told."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from functools import partial

from tmkit.lang import LANGUAGES, get
from tmkit.lang.charsets import decode_legacy, encoding_table
from tmkit.lang.spelling import plausible
from tmkit.reports.base import Line
from tmkit.reports.reading.detection import ENOUGH, detect, text_score
from tmkit.reports.reading.wording import lines_note

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufff9-\ufffb]")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKALIKE = re.compile("[ÐðƢƣƉ]")
_LOOKALIKES = str.maketrans("ÐðƢƣƉ", "ĐđƯưĐ")
_TYPOGRAPHY = "«»‹›‘’‚“”„–—…•·°€™®©§²³ªº×÷±½¼¾¡¿\u00a0\u202f\u2009\u2011₫№′″→←✓\u200b\ufeff\u00ad"

# A character that began as one byte of UTF-8, read as Latin-1 or windows-1252.
_BYTE = {char: data[0] for char, data in encoding_table("cp1252").items() if data[0] >= 0x80}
_BYTE |= {chr(byte): byte for byte in range(0x80, 0x100)}
_NARROW = re.compile(f"[\x00-\x7f{re.escape(''.join(_BYTE))}]*")
_TRAIL = "".join(re.escape(char) for char, byte in _BYTE.items() if byte < 0xC0)
_MOJIBAKE = re.compile(f"[Â-ß][{_TRAIL}]|[à-ï][{_TRAIL}]{{2}}|[ð-ô][{_TRAIL}]{{3}}")
_LOST_BLANK = re.compile("(?<!Đ)(?<![A-ZĐ]{2})Ã(?: (?= )|(?= |$))|Â(?= )")
# After a capital these are as often sound punctuation as the second byte of a character: "ĐÃ…".
_DOUBTFUL = "\u00a0»’”…–—€°·"


Step = tuple[str, Callable[[str], str]]
"""One kind of mend: what the note says of it, and the function that mends a line."""


_TELLING = 4
"""Fewer words with letters beyond ASCII may look like an alphabet that they are not in: `n°.`"""


def split_lines(text: str) -> list[Line]:
    r"""Return the lines of a text as the file counts them, whatever ends them.

    >>> [line.text for line in split_lines("a\r\nb\r\rc\n")]
    ['a', 'b', '', 'c']
    """
    rows = _NEWLINE.split(text)
    if not rows[-1]:
        rows.pop()
    return [Line(number, row) for number, row in enumerate(rows, 1)]


def mend(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    r"""Return the lines mended and without blanks around them, and notes on what was mended.

    A line with U+2028 or a form feed in it becomes two with the same number.

    >>> lines, notes = mend([Line(1, "R\u00c3\u00a9union"), Line(2, "de l\u2019ASEAN")])
    >>> [line.text for line in lines], notes
    (['Réunion', 'de l’ASEAN'], ('mojibake mended in line 1',))
    """
    lines, notes = _unmask(lines)
    steps = _steps(lines)
    changed: dict[str, list[int]] = {note: [] for note, _ in steps}
    mended = [line if _is_plain(line.text) else _mend_line(line, steps, changed) for line in lines]
    notes += [lines_note(note, numbers) for note, numbers in changed.items() if numbers]
    lost = [line.number for line in mended if "\ufffd" in line.text]
    notes += [lines_note("characters lost before (U+FFFD)", lost)] if lost else []
    return tuple(part for line in mended for part in _parts(line)), tuple(notes)


def _steps(lines: list[Line]) -> tuple[Step, ...]:
    """Return the mends in their order: what one uncovers, a later one may mend."""
    spoilt = any(_sure(line.text) for line in lines)
    return (
        ("character references resolved", _resolve),
        ("mojibake mended", partial(mend_mojibake, spoilt=spoilt)),
        ("separators and form feeds made line breaks", _mark_breaks),
        ("control characters removed", _drop_controls),
        ("invisible characters removed", _drop_invisible),
        ("letters and accents composed", _compose),
        ("look-alike letters replaced by Vietnamese ones", _alike),
    )


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "&" not in text


def _mend_line(line: Line, steps: tuple[Step, ...], changed: dict[str, list[int]]) -> Line:
    text = line.text
    for note, step in steps:
        mended = step(text)
        if mended != text:
            changed[note].append(line.number)
            text = mended
    return Line(line.number, text, line.kind)


def _parts(line: Line) -> list[Line]:
    texts = [line.text] if line.text.isprintable() else line.text.split("\u2028")
    return [Line(line.number, text.strip(), line.kind) for text in texts]


def mend_mojibake(line: str, *, spoilt: bool = False) -> str:
    r"""Return the line with UTF-8 that was read as Latin-1 or windows-1252, once or twice, read rightly.

    `spoilt` tells that the page has mojibake in other lines; then what might be sound is mended too.

    >>> mend_mojibake("ti\u00e1\u00ba\u00bfng Vi\u00e1\u00bb\u2021t"), mend_mojibake("S\u00c3O PAULO")
    ('tiếng Việt', 'SÃO PAULO')
    """
    for _ in range(3):
        if not _sure(line) and not (spoilt and "Ã" in line and bool(_NARROW.fullmatch(line))):
            break
        line = _read_rightly(line)
    return line


def _sure(line: str) -> bool:
    """Return whether a line has mojibake that cannot be sound text."""
    return not line.isascii() and any(_read(found[0]) and not _is_doubtful(found) for found in _MOJIBAKE.finditer(line))


def _is_doubtful(found: re.Match[str]) -> bool:
    before = found.string[found.start() - 1 : found.start()]
    return len(found[0]) == 2 and found[0][1] in _DOUBTFUL and before.isupper()


def _read_rightly(line: str) -> str:
    # A no-break space that became a plain one was the second byte of "à" or of itself.
    line = _LOST_BLANK.sub(lambda match: "à" if match[0][0] == "Ã" else "", line)
    return _MOJIBAKE.sub(lambda match: _read(match[0]) or match[0], line)


def _read(text: str) -> str | None:
    """Return the one character that a run of misread bytes stands for, if our languages use it."""
    try:
        char = bytes(_BYTE[each] for each in text).decode("utf-8")
    except UnicodeDecodeError:
        return None
    # What was read wrongly twice gives, the first time, a character of windows-1252.
    return char if char in _EXPECTED or char in _BYTE else None


def _expected() -> frozenset[str]:
    letters = "".join(language.spelling.letters for language in LANGUAGES)
    marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0327\u0308"
    return frozenset(letters + letters.upper() + _TYPOGRAPHY + marks)


_EXPECTED = _expected()


def _resolve(line: str) -> str:
    """Return the line with character references resolved, also those that were escaped twice."""
    if "&" not in line:
        return line
    for _ in range(2):
        line = _ENTITY.sub(lambda match: _reference(match[0]), line)
    return line


def _reference(text: str) -> str:
    char = html.unescape(text)
    return " " if char in "\r\n\t\0" else char


def _compose(line: str) -> str:
    return line if unicodedata.is_normalized("NFC", line) else unicodedata.normalize("NFC", line)


def _drop_controls(line: str) -> str:
    return _CONTROLS.sub("", line) if not line.isprintable() else line


def _drop_invisible(line: str) -> str:
    return _INVISIBLE.sub("", line) if not line.isprintable() else line


def _mark_breaks(line: str) -> str:
    return _BREAK.sub("\u2028", line) if not line.isprintable() else line


def _alike(line: str) -> str:
    r"""Return the line with Icelandic Ð and other look-alikes as the Vietnamese letters they stand for.

    >>> _alike("TP \u00d0\u00e0 N\u1eb5ng; \u00de\u00f3r\u00f0arson")
    'TP Đà Nẵng; Þórðarson'
    """
    return _WORD.sub(lambda match: _lookalike(match[0]), line) if _LOOKALIKE.search(line) else line


def _lookalike(word: str) -> str:
    if not _LOOKALIKE.search(word):
        return word
    vietnamese = word.translate(_LOOKALIKES)
    return vietnamese if plausible(vietnamese, get("vi")) else word


def _unmask(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Return lines of TCVN3 or VNI that were saved as Unicode letters, read in their own alphabet.

    Such pages look like "ViÖt Nam" without the fonts they were written for.
    """
    narrow = [line for line in lines if not line.text.isascii() and _NARROW.fullmatch(line.text)]
    sample = "\n".join(line.text for line in narrow[:400])[:50_000]
    telling = {word for word in sample.split() if not word.isascii()}
    if text_score(sample, "fr") > 0.5 or len(telling) < _TELLING:
        return lines, []
    guess = detect(_bytes(sample))
    if guess.charset == "cp1252" or guess.score < 3 * ENOUGH:
        return lines, []
    masked = {id(line) for line in narrow if _masked(line.text, guess.charset)}
    note = f"{guess.charset} letters turned into Unicode"
    notes = [lines_note(note, [line.number for line in lines if id(line) in masked])] if masked else []
    return [_unmasked(line, guess.charset) if id(line) in masked else line for line in lines], notes


def _unmasked(line: Line, charset: str) -> Line:
    return Line(line.number, decode_legacy(_bytes(line.text), charset), line.kind)


def _bytes(text: str) -> bytes:
    return bytes(ord(char) if char < "\x80" else _BYTE[char] for char in text)


def _masked(row: str, charset: str) -> bool:
    """Return whether a line looks better in the legacy alphabet than as it stands."""
    return text_score(decode_legacy(_bytes(row), charset), "vi") > max(text_score(row, "vi"), text_score(row, "fr"))
