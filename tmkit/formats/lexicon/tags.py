"""How files name languages: ISO codes of two or three letters, tags, English and native names."""

from __future__ import annotations

from functools import cache

import tmkit.lang as languages
from tmkit.errors import FileError
from tmkit.formats.lexicon.base import Langs
from tmkit.lang import LANGUAGES

_OURS = {name.lower(): one.code for one in LANGUAGES for name in (one.code, one.name, one.native)}


def code(name: str) -> str | None:
    """Return the two-letter code (three where there are no two) of a language's tag or name, or None.

    >>> code("vie"), code("fr-FR"), code("English"), code("Tiếng Việt"), code("ghi chú")
    ('vi', 'fr', 'en', 'vi', None)
    """
    text = name.strip().lower()
    if text in _OURS:
        return _OURS[text]
    names, aliases = _cldr()
    if text in names:
        return names[text]
    first, *region = text.replace("_", "-").split("-")
    if any(not 2 <= len(part) <= 4 for part in region):
        return None
    first = aliases.get(first, first)
    return first if first in names.values() else None


@cache
def _cldr() -> tuple[dict[str, str], dict[str, str]]:
    """Return the languages of the world by their English names, and the two-letter codes of three-letter ones."""
    from babel import Locale
    from babel.core import get_global

    names = {name.lower(): key for key, name in Locale("en").languages.items() if "_" not in key}
    aliases = {key: value for key, value in get_global("language_aliases").items() if "_" not in value}
    return names, aliases


def refuse(path: object, found: tuple[str, ...], langs: Langs, line: int | None = None) -> FileError:
    """Return the error for a lexicon of other languages than the two that are wanted."""
    one, other = (languages.find(lang).name for lang in langs)
    reason = f"a lexicon of {' and '.join(map(_named, found))}, not of {one} and {other}"
    return FileError(str(path), reason, remedy=f"name one of {one} and {other}", line=line)


def _named(lang: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(lang, lang))
