"""What is at odds within a glossary: `CHECKS` says what is looked for, `check_glossary` finds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tmkit.errors import FileError
from tmkit.glossary.concepts import Glossary
from tmkit.glossary.consistency import (
    inside_concepts,
    inside_definitions,
    inside_near,
    inside_relations,
    inside_terms,
    inside_writing,
)
from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.inside_base import Facts, Family, Spot
from tmkit.glossary.nodes import Document
from tmkit.glossary.reading import written

__all__ = ["CHECKS", "check_glossary"]

_FAMILIES: tuple[Family, ...] = (
    inside_terms.FAMILY,
    inside_near.FAMILY,
    inside_concepts.FAMILY,
    inside_relations.FAMILY,
    inside_definitions.FAMILY,
    inside_writing.FAMILY,
)
CHECKS: tuple[Check, ...] = tuple(check for family in _FAMILIES for check in family.checks)
_ORDER = {check.name: i for i, check in enumerate(CHECKS)}
_SEVERITY = {check.name: check.severity for check in CHECKS}


def check_glossary(
    glossary: Glossary, *, attested: Mapping[str, Collection[str]] | None = None, today: date | None = None
) -> list[Finding]:
    """Return what is at odds within a glossary, in the order of its files and lines.

    `attested` holds, by language, the ids of the concepts of which memories have a term; without it nothing
    is said about that. `today` decides whose time is over. Raises `FileError` where a file that has a fault
    can't be read any more.
    """
    facts = Facts(glossary, (today or date.today()).isoformat(), attested)
    spots: dict[str, list[Spot]] = defaultdict(list)
    for family in _FAMILIES:
        for spot in family.find(facts):
            spots[spot.concept.id].append(spot)
    return [
        finding
        for concept in glossary.concepts
        if concept.id in spots
        for finding in _located(spots[concept.id], glossary.files.get(concept.id))
    ]


def _located(spots: Sequence[Spot], file: Path | None) -> Iterator[Finding]:
    """Give the findings of one concept with their lines, for which its file is read once."""
    document = Document(_text(file)) if file else None
    found = [(document.line(spot.path) if document else None, spot) for spot in spots]
    for line, spot in sorted(found, key=lambda item: (item[0] or 0, _ORDER[item[1].check])):
        yield _finding(spot, str(file or ""), line)


def _finding(spot: Spot, file: str, line: int | None) -> Finding:
    return Finding(
        check=spot.check,
        severity=spot.severity or _SEVERITY[spot.check],
        message=spot.message,
        file=file,
        line=line,
        path=written(spot.path),
        concept=spot.concept.id,
        related=spot.related,
        suggestion=spot.suggestion,
        evidence=spot.evidence,
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise FileError(file, f"cannot be read ({error.strerror})", remedy="check the glossary again") from error
