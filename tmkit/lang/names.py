"""Names that are the same in every language: countries, by the Unicode CLDR."""

from __future__ import annotations

from functools import cache

from tmkit.lang.text import nfc


@cache
def countries(lang: str) -> dict[str, str]:
    """Return lower-case country names of a language, each with its ISO 3166 code.

    >>> countries("vi")["nhật bản"], countries("fr")["allemagne"]
    ('JP', 'DE')
    """
    from babel import Locale

    territories = Locale(lang).territories
    names = {nfc(name).lower(): code for code, name in territories.items() if code.isalpha()}
    return names | {name.replace("-", " "): code for name, code in names.items()}
