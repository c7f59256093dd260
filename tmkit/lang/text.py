"""Text as tmkit compares it: composed and folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""What Unicode sets on a letter: its blocks of combining marks."""
_SHORT = 200
_STROKES = str.maketrans("đĐøØłŁ", "dDoOlL")


def nfc(text: str) -> str:
    """Return the text in Unicode's composed form.

    >>> nfc("Vie\u0323\u0302t") == "Việt"
    True
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text in lower case and without diacritics, `đ` as `d`, ligatures opened.

    >>> fold("Đà Nẵng"), fold("Cœur de Hanoï")
    ('da nang', 'coeur de hanoi')
    """
    if text.isascii():
        return text.lower()
    return _short_folded(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    text = text.translate(_STROKES).replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()


# Words and lines are folded again and again on their way through the cleaner.
_short_folded = lru_cache(maxsize=1 << 14)(_folded)


# The old style puts the tone of an open syllable's "oa", "oe", "uy" on the last vowel.
_OLD_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_OLD_TONES |= {"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"}
_OLD_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_OLD_TONE = re.compile(rf"(?<![qQ])({'|'.join(_OLD_TONES)})(?![^\W\d_])")


def modern_tones(text: str) -> str:
    """Return lower-case Vietnamese with every tone mark where the commoner style puts it.

    >>> modern_tones("văn hoá, uỷ ban, quý, hoàn")
    'văn hóa, ủy ban, quý, hoàn'
    """
    return _OLD_TONE.sub(lambda m: _OLD_TONES[m[1]], text)


_NEW_TONES = {new: old for old, new in _OLD_TONES.items()}
_NEW_TONE = re.compile(rf"(?<![qQ])({'|'.join(_NEW_TONES)})(?![^\W\d_])")


def old_tones(text: str) -> str:
    """Return lower-case Vietnamese with every tone mark where the style that `modern_tones` undoes puts it.

    >>> old_tones("văn hóa, ủy ban, quý, hoàn")
    'văn hoá, uỷ ban, quý, hoàn'
    """
    return _NEW_TONE.sub(lambda m: _NEW_TONES[m[1]], text)


_Y_FOR_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
# Both letters are right after these consonants, where the vowel stands alone: kỹ and kĩ, tỷ and tỉ.
_ONE_VOWEL = re.compile(r"(?<![^\W_])(?:[hklmstv]|qu)[yýỳỷỹỵ](?![^\W_])")


def one_spelling(text: str) -> str:
    """Return lower-case Vietnamese in one of its right spellings: tones placed alike, `i` where `y` may stand.

    >>> one_spelling("kỹ thuật, tỷ lệ, văn hoá, y tế")
    'kĩ thuật, tỉ lệ, văn hóa, y tế'
    """
    return _ONE_VOWEL.sub(lambda m: m[0].translate(_Y_FOR_I), modern_tones(text))
