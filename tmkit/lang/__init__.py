"""What is known about each language; the only package with facts about VI, FR and EN."""

from __future__ import annotations

from tmkit.errors import UnknownLanguageError
from tmkit.lang.base import GlueWords, Language, NumberWords, PageWords
from tmkit.lang.en import EN
from tmkit.lang.fr import FR
from tmkit.lang.plain import plain
from tmkit.lang.vi import VI

__all__ = ["LANGUAGES", "GlueWords", "Language", "NumberWords", "PageWords", "find", "get", "normalise"]

LANGUAGES: tuple[Language, ...] = (VI, FR, EN)

_BY_CODE = {language.code: language for language in LANGUAGES}


def normalise(tag: str) -> str:
    """Return the language tag in its BCP 47 form: `vi_vn` becomes `vi-VN`.

    >>> normalise("vi_vn"), normalise("FR"), normalise("zh-hant-tw")
    ('vi-VN', 'fr', 'zh-Hant-TW')
    """
    first, *rest = tag.strip().replace("_", "-").split("-")
    return "-".join([first.lower(), *map(_subtag, rest)])


def _subtag(text: str) -> str:
    if len(text) == 2:
        return text.upper()
    return text.title() if len(text) == 4 else text.lower()


def get(tag: str) -> Language:
    """Return the language of a tag, whatever its region: one that reports can be read in.

    >>> get("vi-VN").name
    'Vietnamese'

    Raises `UnknownLanguageError` for any other.
    """
    try:
        return _BY_CODE[normalise(tag).split("-")[0]]
    except KeyError:
        raise UnknownLanguageError(tag, tuple(_BY_CODE)) from None


def find(tag: str) -> Language:
    """Return the language of a tag, any that the Unicode CLDR knows: enough to align sentences.

    >>> find("de-CH").name, find("vi").name
    ('German', 'Vietnamese')

    Raises `UnknownLanguageError` for any other.
    """
    code = normalise(tag).split("-")[0]
    language = _BY_CODE.get(code) or plain(code)
    if language is None:
        raise UnknownLanguageError(tag, tuple(_BY_CODE))
    return language
