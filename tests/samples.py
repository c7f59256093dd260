"""The sample reports and their gold, as values the tests compare with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "tm" / "reports"
GOLD = ROOT / "tests" / "data" / "samples"

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True)
class Sample:
    """One report and what the gold says of it."""

    story: str
    lang: str
    file: str
    title: str | None
    date: date | None
    body_lines: tuple[int, ...]
    sentences: tuple[str, ...]
    repairs: frozenset[tuple[int, str, str]]

    @property
    def path(self) -> Path:
        return REPORTS / self.file


@cache
def stories() -> tuple[dict[str, Any], ...]:
    """Return the gold files as they are."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json")))


@cache
def samples() -> tuple[Sample, ...]:
    """Return every report of the gold."""
    return tuple(
        Sample(
            story["story"],
            lang,
            gold["file"],
            gold["title"],
            date.fromisoformat(gold["date"]) if gold["date"] else None,
            tuple(gold["body_lines"]),
            tuple(gold["sentences"]),
            frozenset((r["line"], r["before"], r["after"]) for r in gold["repairs"]),
        )
        for story in stories()
        for lang, gold in story["reports"].items()
    )


def alignments(source: str, target: str) -> list[tuple[str, Sample, Sample, Beads]]:
    """Return each story that has both languages, with the gold beads."""
    by_place = {(s.story, s.lang): s for s in samples()}
    return [
        (
            story["story"],
            by_place[story["story"], source],
            by_place[story["story"], target],
            [(tuple(a), tuple(b)) for a, b in story["beads"][f"{source}-{target}"]],
        )
        for story in stories()
        if story["beads"].get(f"{source}-{target}")
    ]


def squeezed(text: str) -> str:
    """Return a text with every kind of blank as one plain blank."""
    return " ".join(text.split())
