"""Memories as term extraction reads them: the units that have the languages it looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tmkit import formats
from tmkit.errors import FileError, UnknownLanguageError
from tmkit.glossary.extract.base import Pair
from tmkit.lang import find
from tmkit.lang.text import nfc
from tmkit.model import Unit

_LOOKED_AT = 100
"""Units in which a memory's languages are looked for."""


def read_pairs(memories: Sequence[Path], source: str, target: str = "") -> Iterator[Pair]:
    """Give the units of memories that have a text in each of the languages; `target` empty: in one.

    Of several memories each unit's id has its memory's name before it. Raises `FileError` for a file that can't be
    read, or has no unit in the languages.
    """
    for memory in memories:
        found = 0
        with formats.read(memory) as (_, units):
            for unit in units:
                texts = _texts(unit)
                if source in texts and (not target or target in texts):
                    found += 1
                    name = f"{memory.stem}:{unit.id}" if len(memories) > 1 else unit.id
                    yield Pair(name, texts[source], texts[target] if target else "")
        if not found:
            asked = source if not target else f"{source} and {target}"
            raise FileError(memory, f"no unit in {asked}", remedy=_advice(memory))


def languages(memories: Sequence[Path], source: str | None, target: str | None) -> tuple[str, str]:
    """Return the languages to look at: those given, the others as they come in the first memory.

    A header that names its source language decides over the order of a unit's variants.
    """
    if source and target:
        return source, target
    with formats.read(memories[0]) as (header, units):
        found: dict[str, None] = {}
        for unit, _ in zip(units, range(_LOOKED_AT), strict=False):
            found |= dict.fromkeys(_texts(unit))
    first = _code(header.source_lang)
    order = sorted(found, key=lambda lang: lang != first)
    one = source or next((lang for lang in order if lang != target), "")
    other = target or next((lang for lang in order if lang != one), "")
    if not one or not other:
        raise FileError(memories[0], "no units in two languages", remedy="give --monolingual, or another memory")
    return one, other


def _advice(memory: Path) -> str:
    with formats.read(memory) as (_, units):
        found = dict.fromkeys(lang for unit, _ in zip(units, range(_LOOKED_AT), strict=False) for lang in _texts(unit))
    return f"its languages are {', '.join(found)}; use --from and --to" if found else "give a memory with units"


def _texts(unit: Unit) -> dict[str, str]:
    """Return a unit's texts by bare language code; of several variants of a language the first."""
    texts: dict[str, str] = {}
    for variant in unit.variants:
        code = _code(variant.lang)
        text = nfc(variant.segment.text)
        if code and text.strip():
            texts.setdefault(code, text)
    return texts


def _code(tag: str) -> str:
    """Return the bare code of a language tag; empty for one that is no language, as `*all*`."""
    try:
        return find(tag).code
    except UnknownLanguageError:
        return ""
