"""Glossaries to and from other programs' files; the formats are the values in `FORMATS`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from tmkit.errors import FileError, TmkitError
from tmkit.files import replacing
from tmkit.glossary.concepts import Concept, Glossary
from tmkit.glossary.exchange.base import ExchangeFormat, Imported, Loss, Writer, losses
from tmkit.glossary.exchange.deepl import DEEPL, DEEPL_CSV, GOOGLE, GOOGLE_PAIR
from tmkit.glossary.exchange.html import HTML
from tmkit.glossary.exchange.markdown import MARKDOWN
from tmkit.glossary.exchange.memoq import MEMOQ
from tmkit.glossary.exchange.multiterm import MULTITERM
from tmkit.glossary.exchange.omegat import OMEGAT
from tmkit.glossary.exchange.skos import SKOS, SKOS_XML
from tmkit.glossary.exchange.table import CSV, TSV, XLSX
from tmkit.glossary.exchange.tbx import TBX, TBX_DCT
from tmkit.glossary.exchange.tbx_v2 import TBX_V2

__all__ = ["FORMATS", "ExchangeFormat", "Imported", "Loss", "find_format", "losses", "read", "write", "write_stream"]

FORMATS: tuple[ExchangeFormat, ...] = (
    TBX,
    TBX_DCT,
    TBX_V2,
    OMEGAT,
    CSV,
    TSV,
    XLSX,
    MEMOQ,
    MULTITERM,
    SKOS,
    SKOS_XML,
    DEEPL,
    DEEPL_CSV,
    GOOGLE,
    GOOGLE_PAIR,
    MARKDOWN,
    HTML,
)


def find_format(path: Path, name: str | None = None) -> ExchangeFormat:
    """Return the format of a name, or the one that a file's extension stands for.

    Raises `TmkitError` for an unknown name, `FileError` for an extension that tells nothing.
    """
    if name is not None:
        found = next((fmt for fmt in FORMATS if fmt.name == name), None)
        if found is None:
            raise TmkitError(f"unknown format {name!r}; use one of {', '.join(fmt.name for fmt in FORMATS)}")
        return found
    suffix = path.suffix.lower()
    found = next((fmt for fmt in FORMATS if suffix in fmt.extensions), None)
    if found is None:
        known = ", ".join(extension for fmt in FORMATS for extension in fmt.extensions)
        raise FileError(path, "its name tells no format", remedy=f"give --format, or a name in one of {known}")
    return found


def read(path: Path, fmt: ExchangeFormat, *, langs: Sequence[str] = ()) -> Imported:
    """Return what a file holds; `langs` where the file doesn't tell its languages.

    Raises `FileError` for a file that is no such file, or that can't be read, `TmkitError` for one language twice.
    """
    if len(set(langs)) < len(langs):
        raise TmkitError(f"{langs[0]!r} is given twice; give different languages")
    if fmt.read is None:
        able = ", ".join(other.name for other in FORMATS if other.read)
        raise FileError(path, f"{fmt.name} is written, not read", remedy=f"use one of {able}")
    try:
        stream = path.open("rb")
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="check the path") from error
    with stream:
        return fmt.read(stream, name=str(path), langs=langs)


def write(glossary: Glossary, path: Path, fmt: ExchangeFormat, *, langs: Sequence[str] = ()) -> tuple[Loss, ...]:
    """Write a glossary whole or not at all; return what the format could not carry.

    `langs` are those to write, the source language first; empty: all of the glossary's. Raises `FileError` where no
    concept would be in the file, `TmkitError` where a format of two languages gets more or fewer.
    """
    writer, langs = _ready(glossary, path, fmt, langs)
    with replacing(path) as stream:
        writer(glossary, stream, langs=langs)
    return losses(glossary, fmt, langs)


def write_stream(
    glossary: Glossary, stream: BinaryIO, fmt: ExchangeFormat, *, langs: Sequence[str] = ()
) -> tuple[Loss, ...]:
    """Write a glossary to a stream as `write` does to a file."""
    writer, langs = _ready(glossary, Path("-"), fmt, langs)
    writer(glossary, stream, langs=langs)
    return losses(glossary, fmt, langs)


def _ready(glossary: Glossary, path: Path, fmt: ExchangeFormat, langs: Sequence[str]) -> tuple[Writer, tuple[str, ...]]:
    """Return what writes the format and the languages to write; raises what `write` raises."""
    if fmt.write is None:
        able = ", ".join(other.name for other in FORMATS if other.write)
        raise FileError(path, f"{fmt.name} is read, not written", remedy=f"use one of {able}")
    langs = tuple(langs) or glossary.languages
    if fmt.bilingual and len(langs) != 2:
        raise TmkitError(f"{fmt.name} files hold two languages; give both with --from and --to")
    if not any(_is_written(concept, fmt, langs) for concept in glossary.concepts):
        named = f" with terms in {' and '.join(langs)}" if langs else ""
        raise FileError(path, f"no concepts{named} to write", remedy="choose other languages, or another status")
    return fmt.write, langs


def _is_written(concept: Concept, fmt: ExchangeFormat, langs: Sequence[str]) -> bool:
    if fmt.bilingual:
        return all(concept.preferred(lang) for lang in langs)
    return any(concept.terms.get(lang) for lang in langs)
