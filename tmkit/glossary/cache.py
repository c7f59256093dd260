"""A glossary as it was read last, with what searching it takes: kept in the user's cache folder.

What is kept is good for exactly the files it was made from, and for this tmkit. A cache that is
damaged, or that can't be written, costs time and nothing else.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tmkit.errors import FileError
from tmkit.files import replacing
from tmkit.glossary.concepts import About, Concept, Glossary
from tmkit.glossary.keys import match_key
from tmkit.lang.text import fold
from tmkit.version import __version__

if TYPE_CHECKING:
    from tmkit.glossary.patterns import Forms
    from tmkit.glossary.reading import Fault

_T = TypeVar("_T")
_PACKAGE = Path(__file__).parent.parent
_MADE_BY = (_PACKAGE / "glossary", _PACKAGE / "lang", _PACKAGE / "lang" / "data")
"""The parts of tmkit that decide what is kept: a checkout changes them without a new version."""
_ENDINGS = (".yaml", ".yml")
"""How the names of concept files end: those of `reading`, which loads slowly."""
_CHECK = 4
"""Bytes of the checksum before what is kept."""


class Key(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A spelling of a term as it is compared with what people look up."""

    concept: int
    """Its concept's place in the glossary."""
    lang: str
    term: int
    """Its place among the concept's terms of that language."""
    text: str
    """Its `match_key`."""
    folded: str
    """The same without diacritics."""
    is_form: bool
    """Whether it is another spelling or form than the one the term is headed by."""


class Loaded(msgspec.Struct, frozen=True):
    """A glossary and what searching it takes."""

    glossary: Glossary
    keys: tuple[Key, ...]
    forms: Mapping[str, Forms]
    """The forms of the words of its terms by language, worked out (or read) when they are asked for."""
    faults: tuple[Fault, ...]
    stamp: bytes
    """Changes whenever its files do; empty where nothing is to be kept."""


class _Page(msgspec.Struct, frozen=True, array_like=True):
    """A glossary as it is kept."""

    about: About
    concepts: tuple[Concept, ...]
    files: dict[str, str]
    keys: tuple[Key, ...]
    faults: tuple[tuple[str, int, str, str, str], ...]


def load(folder: Path, *, keep_going: bool = False) -> Loaded:
    """Return the glossary of a folder: from the cache while its files are what they were, else read afresh.

    Raises `GlossaryError` where its files have faults; with `keep_going` they are in `faults`, and what
    has none is there. Raises `FileError` where there is no such folder.
    """
    stamp = _stamp(folder)
    place = kept_at("glossary", folder)
    page = recall(place, stamp, _Page) if stamp else None
    if page is None:
        return _afresh(folder, stamp, place, keep_going=keep_going)
    faults = _faults(page, folder) if page.faults else ()
    _refuse(faults, keep_going=keep_going)
    glossary = Glossary(page.about, page.concepts, folder, _Files(folder, page.files))
    return Loaded(glossary, page.keys, _Forms(glossary, stamp), faults, stamp)


def prepared(glossary: Glossary) -> Loaded:
    """Return a glossary that was put together, ready to be searched; nothing of it is kept."""
    return Loaded(glossary, tuple(_keys(glossary.concepts)), _Forms(glossary, b""), (), b"")


def _afresh(folder: Path, stamp: bytes, place: Path, *, keep_going: bool) -> Loaded:
    from tmkit.glossary.reading import read_with_faults

    glossary, faults = read_with_faults(folder)
    keys = tuple(_keys(glossary.concepts))
    if stamp:
        names = {name: file.name for name, file in glossary.files.items()}
        wrong = tuple((fault.file.name, fault.line, fault.path, fault.reason, fault.remedy) for fault in faults)
        keep(place, stamp, _Page(glossary.about, glossary.concepts, names, keys, wrong))
    _refuse(faults, keep_going=keep_going)
    return Loaded(glossary, keys, _Forms(glossary, stamp), faults, stamp)


def _faults(page: _Page, folder: Path) -> tuple[Fault, ...]:
    from tmkit.glossary.reading import Fault

    return tuple(Fault(folder / name, line, path, reason, remedy) for name, line, path, reason, remedy in page.faults)


def _refuse(faults: tuple[Fault, ...], *, keep_going: bool) -> None:
    if faults and not keep_going:
        from tmkit.glossary.reading import GlossaryError

        raise GlossaryError(faults)


def _keys(concepts: Sequence[Concept]) -> Iterator[Key]:
    for i, concept in enumerate(concepts):
        for lang, terms in concept.terms.items():
            for j, term in enumerate(terms):
                head = match_key(term.text, lang)
                for text in dict.fromkeys((head, *(match_key(form, lang) for form in term.forms))):
                    yield Key(i, lang, j, text, fold(text), text != head)


class _Files(Mapping[str, Path]):
    """The file of each concept; paths take long to make, and few are asked for."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        self._folder, self._names = folder, names

    def __getitem__(self, concept: str) -> Path:
        return self._folder / self._names[concept]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Forms(Mapping[str, "Forms"]):
    """The forms of a glossary's words by language: the dictionaries behind them take a second to load."""

    def __init__(self, glossary: Glossary, stamp: bytes) -> None:
        self._glossary, self._stamp = glossary, stamp
        self._known: dict[str, Forms] = {}
        self._langs = dict.fromkeys(lang for concept in glossary.concepts for lang in concept.terms)

    def __getitem__(self, lang: str) -> Forms:
        if lang not in self._known:
            if lang not in self._langs:
                raise KeyError(lang)
            self._known[lang] = self._read(lang)
        return self._known[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._langs)

    def __len__(self) -> int:
        return len(self._langs)

    def _read(self, lang: str) -> Forms:
        folder = self._glossary.path
        if folder is None or not self._stamp:
            return self._made(lang)
        place = kept_at(f"forms-{lang}", folder)
        found: Forms | None = recall(place, self._stamp, dict[str, tuple[str, ...]])
        if found is None:
            found = self._made(lang)
            keep(place, self._stamp, found)
        return found

    def _made(self, lang: str) -> Forms:
        from tmkit.glossary.patterns import word_forms

        return word_forms(self._glossary.concepts, lang)


def cache_folder() -> Path:
    """Return where such things are kept: `TMKIT_CACHE`, else the user's folder for them."""
    from platformdirs import user_cache_path

    return Path(os.environ["TMKIT_CACHE"]) if os.environ.get("TMKIT_CACHE") else user_cache_path("tmkit")


def kept_at(what: str, folder: Path) -> Path:
    """Return the file in which something is kept about a glossary's folder."""
    whose = os.fsencode(folder.resolve())
    return cache_folder() / "glossaries" / f"{zlib.crc32(whose):08x}{zlib.adler32(whose):08x}-{what}.msgpack"


def recall(place: Path, stamp: bytes, kind: type[_T]) -> _T | None:
    """Return what was kept under a stamp, None where there is nothing, something else, or a damaged file."""
    try:
        content = place.read_bytes()
    except OSError:
        return None
    head = len(stamp) + _CHECK
    if content[_CHECK:head] != stamp or _checksum(content[_CHECK:]) != content[:_CHECK]:
        return None
    try:
        return msgspec.msgpack.decode(content[head:], type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def keep(place: Path, stamp: bytes, value: object) -> None:
    """Keep a value under a stamp; where nothing can be written it will be made again.

    So will one with a file's name that is no UTF-8.
    """
    with suppress(FileError, OSError, UnicodeEncodeError):
        content = stamp + msgspec.msgpack.encode(value)
        with replacing(place) as stream:
            stream.write(_checksum(content) + content)


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECK, "big")


def _stamp(folder: Path) -> bytes:
    """Return what changes with a glossary's files and with tmkit; nothing for a folder that can't be read."""
    try:
        files = sorted(_marks(folder, _ENDINGS))
    except OSError:
        return b""
    return repr((__version__, str(folder.resolve()), files, [sorted(_marks(part)) for part in _MADE_BY])).encode()


def _marks(folder: Path, endings: tuple[str, ...] = ("",)) -> Iterator[tuple[str, int, int, int]]:
    with os.scandir(folder) as entries:
        yield from (mark(entry) for entry in entries if entry.name.lower().endswith(endings))


def mark(file: Path | os.DirEntry[str]) -> tuple[str, int, int, int]:
    """Return a file's name, size and times of its last changes, which tell whether it is as it was.

    One of the times is that of its permissions: a file that could not be read may have become one that can.
    """
    try:
        status = file.stat()
    except OSError:
        return file.name, -1, -1, -1
    return file.name, status.st_size, status.st_mtime_ns, status.st_ctime_ns
