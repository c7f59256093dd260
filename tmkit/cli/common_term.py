"""What the `term` commands share: which glossary a user means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmkit.cli import complain
from tmkit.errors import FileError, TmkitError

if TYPE_CHECKING:
    from tmkit.glossary.cache import Loaded
    from tmkit.glossary.concepts import Glossary
    from tmkit.glossary.recognise import Recogniser

GLOSSARY = click.option(
    "--glossary",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the glossary, in place of the project's.",
)

KEEP_GOING = click.option(
    "--keep-going", is_flag=True, help="Leave out concepts with faults in their files, say so, and use the rest."
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
        raise FileError(
            root, "no concept files in it", remedy=f"begin one: tmkit term add --glossary {root / 'NAME'} …"
        )
    return found


def folder(glossary: Path | None) -> Path:
    """Return the folder of the one glossary that a user means."""
    found = folders(glossary)
    if len(found) > 1:
        names = ", ".join(place.name for place in found)
        raise FileError(found[0].parent, f"several glossaries: {names}", remedy="choose one with --glossary DIR")
    return found[0]


def _has_concepts(place: Path) -> bool:
    from tmkit.glossary.reading import ABOUT, concept_files

    return bool(concept_files(place)) or (place / ABOUT).exists()


def loaded(place: Path, *, keep_going: bool) -> Loaded:
    """Return the glossary of a folder; its faults are said where the rest is to be used, and else an error."""
    from tmkit.glossary.cache import load

    one = load(place, keep_going=keep_going)
    for fault in one.faults:
        complain(str(fault))
    return one


def glossary(path: Path | None, *, keep_going: bool = False) -> Glossary:
    """Return the glossary that a user means: all of the project's as one where there are several."""
    from tmkit.glossary.concepts import united

    return united([loaded(place, keep_going=keep_going).glossary for place in folders(path)])


def recogniser(path: Path | None, lang: str, *, keep_going: bool = False) -> Recogniser:
    """Return what finds a language's terms of the glossary that a user means."""
    from tmkit.glossary.recognise import Recogniser

    parts = [loaded(place, keep_going=keep_going) for place in folders(path)]
    concepts = [concept for one in parts for concept in one.glossary.concepts]
    langs = list(dict.fromkeys(code for concept in concepts for code in concept.terms))
    if lang not in langs:
        has = f"it has {', '.join(langs)}" if langs else "it has none at all"
        raise TmkitError(f"the glossary has no terms in {lang!r}; {has}")
    forms = {word: found for one in parts for word, found in one.forms.get(lang, {}).items()}
    return Recogniser(concepts, lang, forms=forms)
