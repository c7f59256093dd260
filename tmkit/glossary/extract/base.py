"""What term extraction finds: candidates, with the units that speak for them."""

from __future__ import annotations

from dataclasses import dataclass

from tmkit.glossary.concepts import ConceptStatus


@dataclass(frozen=True, slots=True)
class Pair:
    """The texts of one unit, in Unicode's composed form; where one language is looked at, `target` is empty."""

    id: str
    source: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A concept that has a candidate's source already."""

    concept: str
    status: ConceptStatus
    complete: bool
    """Whether it has the target too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An expression that a glossary might hold, with its counterpart where two languages are looked at."""

    source: str
    target: str = ""
    also: tuple[str, ...] = ()
    """Other renderings, the likeliest first."""
    source_count: int
    """Units with the source."""
    target_count: int = 0
    """Units with the target."""
    together: int = 0
    """Units with both."""
    score: float
    """How well the two cover each other (0-1); for one language how much of a term it is (C-value)."""
    value: float
    """How much of a term the source is (C-value)."""
    examples: tuple[Pair, ...] = ()
    known: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The candidates of some memories, the best first."""

    source_lang: str
    target_lang: str = ""
    """Empty where one language was looked at."""
    units: int
    candidates: tuple[Candidate, ...]
