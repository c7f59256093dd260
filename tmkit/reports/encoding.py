"""Bytes become text: the encoding is told, marked, or found out by what the reading looks like."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tmkit.errors import FileError, TmkitError
from tmkit.lang.charsets import canonical, decode_legacy
from tmkit.reports.reading.detection import CANDIDATES, ENOUGH, Guess, detect, high_words, score, text_score
from tmkit.reports.reading.wording import lines_note

KNOWN = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", *sorted(CANDIDATES))
"""The encodings named in an error message; any of Python's will do."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What is left of a Vietnamese or French letter in UTF-8, or of a quotation mark, that was cut in two.
_TORN = re.compile(rb"(?:\xe1[\xba\xbb]?|\xe2\x80?|[\xc3\xc4\xc6])$")
_HIGH = re.compile(rb"[\x80-\xff]")
_LOW_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\x0b\x0c\r")
_OTHERS = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp1257", "cp874", "mac_roman", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
"""Encodings of other languages, which charset-normalizer tells apart; those of mainframes stay out."""
_REMEDY = "save the page again as UTF-8 text, or name its encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of the encoding it was in, and what had to be done to read it, in words."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None, name: str) -> Decoded:
    r"""Return the text of `data`, composed where its encoding kept tones apart.

    `encoding` is a name as people write them (`TCVN3`, `windows-1258`, `VNI`); without it a byte order
    mark decides, then whether the bytes are UTF-8 or UTF-16, then the best looking legacy reading.
    `name` is the file, for errors: `FileError` for bytes that are no text in the encoding that was told,
    or in any, and `TmkitError` for an encoding that nobody knows.

    >>> decode(b"c\xe9ng h\xdfa x\xb7 h\xe9i", name="a.txt").text
    'cộng hòa xã hội'
    """
    if encoding is not None:
        return _as_told(data, _known(encoding), name)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, codec, name)
    wide = _wide(data) if b"\0" in data else None
    if wide:
        return wide
    refuse_nul(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data, name)


def _known(encoding: str) -> str:
    codec = canonical(encoding)
    if codec is None:
        raise TmkitError(f"unknown encoding {encoding!r}; use one of {', '.join(KNOWN)}")
    return codec


def _as_told(data: bytes, codec: str, name: str) -> Decoded:
    for mark, marked in _MARKS:
        if data.startswith(mark) and codec.split("-")[:2] == marked.split("-")[:2]:
            return _marked(data, marked, name)
    if not codec.startswith(("utf-16", "utf-32")):
        refuse_nul(data, name)
    if codec in CANDIDATES:
        return Decoded(decode_legacy(data, codec), codec)
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise FileError(name, f"the text is not in {codec}", remedy="name another encoding", line=line) from None
    except UnicodeError:
        raise FileError(name, f"the text is not in {codec}", remedy="name another encoding") from None


def _marked(data: bytes, codec: str, name: str) -> Decoded:
    """Return the text of bytes that begin with a byte order mark; a torn character or two is forgiven."""
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") - data.decode(codec, "ignore").count("\ufffd")
    if lost > 2 + len(text) // 100:
        if codec == "utf-8-sig":
            return _legacy(data.removeprefix(codecs.BOM_UTF8), name)
        raise FileError(name, f"marked as {codec}, but its bytes are not", remedy=_REMEDY)
    if "\0" in text:
        raise _nul(name, 1 + text.count("\n", 0, text.index("\0")))
    notes = (f"{lost} broken characters at bytes that are not {codec}",) if lost else ()
    return Decoded(text, codec, notes)


def _wide(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 without a mark: nearly every second byte of ours is zero in it."""
    sample = data[:65_536]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    if max(zeros) * 5 < len(sample) or min(zeros) * 20 > max(zeros):
        return None
    codec = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    text = data[: len(data) // 2 * 2].decode(codec, "replace")
    if "\0" in text or text.count("\ufffd") > len(text) // 100:
        return None
    return Decoded(text, codec, ("a torn last character left out",) if len(data) % 2 else ())


def refuse_nul(data: bytes, name: str) -> None:
    """Raise `FileError` for bytes that text never holds."""
    first = data.find(b"\0")
    controls = sum(data.count(byte) for byte in _LOW_CONTROLS)
    if controls > max(8, len(data) // 20):
        raise FileError(name, "a binary file, not text", remedy="save the page as text, HTML or .docx")
    if first >= 0:
        raise _nul(name, 1 + data.count(b"\n", 0, first))


def _nul(name: str, line: int) -> FileError:
    return FileError(name, "a NUL byte, which no text has", remedy="save the page again as UTF-8 text", line=line)


def _legacy(data: bytes, name: str) -> Decoded:
    """Return the text of bytes that are not all UTF-8."""
    lines = data.splitlines(keepends=True)
    sound = [not line.isascii() and _is_utf8(line) for line in lines]
    if any(sound) or _mostly_utf8(data):
        return _mixed(lines, sound, name)
    guess = detect(data)
    if guess.score < (0 if guess.charset == "cp1252" else ENOUGH):
        return _by_others(data, name, guess)
    return Decoded(decode_legacy(data, guess.charset), guess.charset)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Return whether most bytes beyond ASCII belong to UTF-8 characters."""
    characters = _UTF8_CHARACTER.findall(data)
    return 2 * sum(map(len, characters)) > len(_HIGH.findall(data))


def _by_others(data: bytes, name: str, guess: Guess) -> Decoded:
    """Return what charset-normalizer makes of bytes whose language we don't know."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65_536], cp_isolation=list(_OTHERS)).best()
    if best is None or best.encoding == "ascii":
        if guess.score > 0:
            return Decoded(decode_legacy(data, guess.charset), guess.charset, (_unsure(guess.charset),))
        raise FileError(name, "text in no known encoding, or no text at all", remedy=_REMEDY)
    return Decoded(data.decode(best.encoding, "replace"), best.encoding, (_unsure(best.encoding),))


def _unsure(charset: str) -> str:
    return f"the encoding is uncertain: read as {charset}"


def _mixed(lines: list[bytes], sound: list[bool], name: str) -> Decoded:
    """Return the text of lines of which some are UTF-8 and others are not."""
    stray = [line for line, good in zip(lines, sound, strict=True) if not good and not line.isascii()]
    broken = b"\n".join(word for line in stray for word in high_words(line) if not _is_utf8(word))
    guess = detect(broken)
    if not _mostly_utf8(b"".join(lines)) and not _better_as_utf8(lines, sound, guess):
        return Decoded(decode_legacy(b"".join(lines), guess.charset), guess.charset)
    if guess.score < ENOUGH and 4 * sum(sound) < len(stray):
        raise FileError(name, "several encodings mixed in it", remedy=_REMEDY)
    texts = [_line(line, good, guess) for line, good in zip(lines, sound, strict=True)]
    is_utf8 = 2 * sum(sound) >= len(stray) or _mostly_utf8(b"".join(lines))
    main = "utf-8" if is_utf8 else guess.charset
    return Decoded("".join(texts), main, _mixed_notes(lines, texts, sound, guess))


def _mixed_notes(lines: list[bytes], texts: list[str], sound: list[bool], guess: Guess) -> tuple[str, ...]:
    rows = zip(range(1, len(lines) + 1), lines, texts, sound, strict=True)
    stray = [(n, "\ufffd" in text) for n, line, text, good in rows if not good and not line.isascii()]
    read, torn = [n for n, lost in stray if not lost], [n for n, lost in stray if lost]
    notes = [lines_note(f"bytes that are not UTF-8 read as {guess.charset}", read)] if read else []
    return tuple(notes + ([lines_note("torn characters", torn)] if torn else []))


def _better_as_utf8(lines: list[bytes], sound: list[bool], guess: Guess) -> bool:
    """Return whether the lines that happen to be UTF-8 look better as such than in the legacy encoding."""
    chosen = [line for line, good in zip(lines, sound, strict=True) if good]
    texts = b" ".join(chosen).decode("utf-8")
    return max(text_score(texts, "vi"), text_score(texts, "fr")) > score(_all_words(chosen), guess.charset)


def _all_words(lines: Iterable[bytes]) -> Counter[bytes]:
    return high_words(b" ".join(lines))


def _line(line: bytes, good: bool, guess: Guess) -> str:
    """Return a line of a mixed file; in a torn line each word is read for itself."""
    if good or line.isascii():
        return line.decode("utf-8")
    if not _mostly_utf8(line) and guess.score >= ENOUGH:
        return decode_legacy(line, guess.charset)
    return "".join(_word(word, guess) for word in re.split(rb"([ \t\r\n]+)", line))


def _word(word: bytes, guess: Guess) -> str:
    if _is_utf8(word):
        return word.decode("utf-8")
    fits = guess.score >= ENOUGH and not _UTF8_CHARACTER.search(word) and not _TORN.search(word)
    return decode_legacy(word, guess.charset) if fits else word.decode("utf-8", "replace")
