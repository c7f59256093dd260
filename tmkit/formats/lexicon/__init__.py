"""Lexicons that others have made: `read_lexicon` reads tables, hunalign, StarDict and FreeDict (TEI) dictionaries.

A format is one file with a `LexiconFormat` value and one entry in `LEXICON_FORMATS`.
"""

from __future__ import annotations

from pathlib import Path

import tmkit.lang as languages
from tmkit.errors import FileError
from tmkit.formats.lexicon.base import Draft, LexiconFile, LexiconFormat, Skipped
from tmkit.formats.lexicon.direction import is_reversed, strangers, turned
from tmkit.formats.lexicon.hunalign import HUNALIGN
from tmkit.formats.lexicon.loading import opened
from tmkit.formats.lexicon.stardict import STARDICT
from tmkit.formats.lexicon.table import TABLE
from tmkit.formats.lexicon.tags import refuse
from tmkit.formats.lexicon.tei import TEI
from tmkit.lang.lexicon import Entry, Lexicon

__all__ = ["LEXICON_FORMATS", "LexiconFile", "LexiconFormat", "Skipped", "read_lexicon"]

LEXICON_FORMATS: tuple[LexiconFormat, ...] = (HUNALIGN, TABLE, STARDICT, TEI)
"""Where two have a suffix in common, the first that fits the file's beginning reads it, else the last."""

_PACKED = (".gz", ".xz", ".dz")
_BEGINNING = 1 << 14
_MOST_WORDS, _MOST_SYLLABLES = 4, 6
"""Of a translation that was taken out of an article; what is longer explains."""


def read_lexicon(path: Path, *, source_lang: str, target_lang: str) -> LexiconFile:
    """Return the entries of a lexicon file that translate one language into the other.

    A file that names its languages is read by them, whichever comes first; of others it is found out whether they
    are the other way round. Lines that can't be read are in `skipped`. Raises `FileError` for a file that is
    missing, damaged, too large, of an unknown kind, of other languages or without a usable entry, and
    `UnknownLanguageError`.
    """
    langs = languages.find(source_lang).code, languages.find(target_lang).code
    draft = _format(path).read(path, langs)
    if draft.rows and not draft.sure:
        if others := strangers(draft, langs):
            raise refuse(path, others, langs)
        draft = turned(draft, langs) if is_reversed(draft, langs) else draft
    entries = _entries(draft)
    if not entries:
        raise _empty(path, draft)
    return LexiconFile(path=path, lexicon=Lexicon(entries), skipped=tuple(draft.skipped), notes=tuple(draft.notes))


def _format(path: Path) -> LexiconFormat:
    """Return the format of a file, by its suffix and, where several share that, by its beginning."""
    name = path.name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    fitting = [fmt for fmt in LEXICON_FORMATS if name.endswith(fmt.extensions)]
    if not fitting:
        known = ", ".join(dict.fromkeys(end for fmt in LEXICON_FORMATS for end in fmt.extensions))
        raise FileError(path, "unknown kind of lexicon", remedy=f"give one that ends in {known}")
    if len(fitting) == 1:
        return fitting[0]
    with opened(path) as stream:
        beginning = stream.read(_BEGINNING).decode(errors="replace")
    return next((fmt for fmt in fitting if fmt.fits and fmt.fits.search(beginning)), fitting[-1])


def _entries(draft: Draft) -> list[Entry]:
    if not draft.prose:
        return [Entry(row) for row in draft.rows]
    short = ({lang: _shortened(texts, lang, n) for n, (lang, texts) in enumerate(row.items())} for row in draft.rows)
    return [Entry(row) for row in short if all(row.values())]


def _shortened(texts: tuple[str, ...], lang: str, place: int) -> tuple[str, ...]:
    """Return the terms that are short enough for translations; head words, which stand first, may be longer."""
    most = _MOST_SYLLABLES if languages.find(lang).syllabic else _MOST_WORDS
    return texts if place == 0 else tuple(text for text in texts if len(text.split()) <= most)


def _empty(path: Path, draft: Draft) -> FileError:
    """Return the error for a file without a usable entry, with the first reason why."""
    if not draft.skipped:
        return FileError(path, "no entry in it", remedy="give a lexicon with entries of both languages")
    first = draft.skipped[0]
    remedy = "check its format and its languages"
    return FileError(path, f"no usable entry in it ({first.reason})", remedy=remedy, line=first.line or None)
