"""A file's concepts in a glossary's folder, while nobody else changes what is in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from tmkit.files import locked
from tmkit.glossary.concepts import About, Glossary
from tmkit.glossary.exchange.base import Imported
from tmkit.glossary.exchange.merging import Merged, OnConflict, merge
from tmkit.glossary.reading import ABOUT, read_glossary
from tmkit.glossary.writing import write_glossary


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import did to a folder."""

    merged: Merged
    made_page: bool = False
    """Whether the folder had no `glossary.yaml` and has one now."""


def import_into(
    folder: Path, incoming: Imported, decide: Callable[[Glossary], OnConflict], *, dry_run: bool = False
) -> Stored:
    """Merge a file's concepts into a folder's glossary and write what has changed; a folder that isn't there is made.

    `decide` gives, for the glossary as it is, what to do about differences. From reading to writing, others who
    change the folder wait. `dry_run` changes nothing. Raises `GlossaryError` for faults of the glossary.
    """
    with nullcontext() if dry_run else locked(folder):
        existing = _existing(folder)
        merged = merge(existing, incoming, on_conflict=decide(existing))
        if dry_run or not _changes(existing, merged):
            return Stored(merged)
        made = not (folder / ABOUT).exists()
        folder.mkdir(parents=True, exist_ok=True)
        write_glossary(merged.glossary, folder)
    return Stored(merged, made)


def _existing(folder: Path) -> Glossary:
    return read_glossary(folder) if folder.exists() else Glossary(About(name=folder.resolve().name), (), folder)


def _changes(existing: Glossary, merged: Merged) -> bool:
    return bool(merged.changed_ids or merged.added_ids) or merged.glossary.about != existing.about
