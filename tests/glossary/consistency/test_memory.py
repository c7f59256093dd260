"""A memory with known faults: every one is found, and nothing is said of what is right."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tmkit.formats import read
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.consistency.base import Finding
from tmkit.glossary.consistency.memory import MemoryCheck
from tmkit.glossary.reading import read_glossary
from tmkit.model import Segment, Unit, Variant

DATA = Path(__file__).parents[2] / "data" / "terms"
TODAY = date(2026, 11, 22)


@cache
def checker() -> MemoryCheck:
    return MemoryCheck(read_glossary(DATA / "glossary"), today=TODAY)


@cache
def findings(name: str) -> tuple[Finding, ...]:
    with read(DATA / f"{name}.tmx") as (_, units):
        return tuple(f for f in checker().check(units, file=name) if f.severity != "info")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}-faults.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


FAULTS = [(name, row) for name in ("seeded", "unseen") for row in rows(name)]


@pytest.mark.parametrize(("name", "row"), FAULTS, ids=[row["unit"] for _, row in FAULTS])
def test_every_seeded_fault_is_found(name: str, row: dict[str, str]) -> None:
    found = {(f.check, f.concept) for f in findings(name) if f.unit == row["unit"]}
    assert (f"{row['kind']}-term", row["concept"]) in found


@pytest.mark.parametrize(("name", "size", "sound"), [("seeded", 60, 26), ("unseen", 90, 33)])
def test_nothing_is_said_of_a_sound_unit(name: str, size: int, sound: int) -> None:
    """The second memory was written apart and first looked at when the checks were done."""
    with read(DATA / f"{name}.tmx") as (_, units):
        every = {unit.id for unit in units}
    faulty = {row["unit"] for row in rows(name)}
    assert len(every) >= size
    assert len(every - faulty) >= sound
    assert {f.unit for f in findings(name)} == faulty


def test_a_finding_shows_the_places_and_what_to_write() -> None:
    concept = Concept(
        id="c",
        status="approved",
        terms={
            "vi": (Term(text="người khuyết tật", status="preferred"),),
            "fr": (
                Term(text="personne handicapée", status="preferred"),
                Term(text="infirme", status="forbidden", note="an insult"),
            ),
        },
    )
    check = MemoryCheck(Glossary(About(), (concept,)), today=TODAY)
    unit = Unit(
        "1",
        (
            Variant("vi", Segment(("Nhà cho người khuyết tật",))),
            Variant("fr-FR", Segment(("Un foyer pour les infirmes",))),
        ),
    )
    assert list(check.check([unit], file="m.tmx")) == [
        Finding(
            check="forbidden-term",
            severity="error",
            message="'infirmes' must not be used for 'người khuyết tật': an insult",
            file="m.tmx",
            concept="c",
            unit="1",
            source_lang="vi",
            target_lang="fr",
            source="Nhà cho người khuyết tật",
            target="Un foyer pour les infirmes",
            source_span=(8, 24),
            target_span=(18, 26),
            suggestion="use: personne handicapée",
        )
    ]


def test_several_renderings_are_counted_with_examples() -> None:
    terms = {
        "vi": (Term(text="lương hưu", status="preferred"),),
        "fr": (Term(text="pension de retraite", status="preferred"), Term(text="retraite", status="admitted")),
    }
    check = MemoryCheck(Glossary(About(), (Concept(id="c", status="approved", terms=terms),)), today=TODAY)
    texts = ("la pension de retraite", "sa retraite", "leurs retraites", "des pensions de retraite", "sa retraite")
    units = [
        Unit(str(i), (Variant("vi", Segment(("lương hưu",))), Variant("fr", Segment((text,)))))
        for i, text in enumerate(texts)
    ]
    (finding,) = check.check(units, file="m.tmx")
    assert (finding.check, finding.severity, finding.unit) == ("several-renderings", "info", None)
    assert finding.evidence == ("retraite: 3 (1, 2, 4)", "pension de retraite: 2 (0, 3)")
