"""What the `term` commands share: which glossary a user means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmkit.errors import FileError

if TYPE_CHECKING:
    from tmkit.glossary.concepts import Glossary
    from tmkit.glossary.recognise import Recogniser

GLOSSARY = click.option(
    "--glossary",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the glossary, in place of the project's.",
)


def folders(glossary: Path | None) -> list[Path]:
    """Return the folders of the glossaries that a user means: the one given, else all of the project's."""
    from tmkit import project as projects

    root = glossary or projects.load().glossaries
    if not root.is_dir():
        remedy = (
            "give the folder of concept files" if glossary else "go to your project's folder, or give --glossary DIR"
        )
        raise FileError(root, "no glossary here" if root.exists() else "no such folder", remedy=remedy)
    found = [place for place in (root, *sorted(root.iterdir())) if place.is_dir() and _has_concepts(place)]
    if not found:
        raise FileError(root, "no concept files in it", remedy="add one with `tmkit term add`, or give --glossary DIR")
    return found


def folder(glossary: Path | None) -> Path:
    """Return the folder of the one glossary that a user means."""
    found = folders(glossary)
    if len(found) > 1:
        names = ", ".join(place.name for place in found)
        raise FileError(found[0].parent, f"several glossaries: {names}", remedy="choose one with --glossary DIR")
    return found[0]


def _has_concepts(place: Path) -> bool:
    return any(place.glob("*.yaml")) or any(place.glob("*.yml"))


def glossary(path: Path | None) -> Glossary:
    """Return the glossary that a user means: all of the project's as one where there are several."""
    from tmkit.glossary.cache import load
    from tmkit.glossary.concepts import united

    return united([load(place).glossary for place in folders(path)])


def recogniser(path: Path | None, lang: str) -> Recogniser:
    """Return what finds a language's terms of the glossary that a user means."""
    from tmkit.glossary.cache import load
    from tmkit.glossary.recognise import Recogniser

    loaded = [load(place) for place in folders(path)]
    forms = {word: found for one in loaded for word, found in one.forms.get(lang, {}).items()}
    return Recogniser([concept for one in loaded for concept in one.glossary.concepts], lang, forms=forms)
