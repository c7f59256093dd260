"""The terms of the five real reports, held against the gold that was made by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.samples import ROOT
from tmkit.glossary.keys import match_key
from tmkit.glossary.reading import read_glossary
from tmkit.glossary.recognise import Recogniser
from tmkit.glossary.running import Found, find_terms

pytestmark = pytest.mark.judge

SPELLED = {
    "an sinh (not followed by xã hội)": ["an sinh"],
    "phúc lợi (any)": ["phúc lợi"],
    "ministère (vietnamien) du Travail, des Invalides de guerre et des Affaires sociales (glue-tolerant)": [
        "ministère du Travail, des Invalides de guerre et des Affaires sociales",
        "ministère vietnamien du Travail, des Invalides de guerre et des Affaires sociales",
    ],
    "LĐ-TBXH (any)": ["LĐ-TBXH", "Bộ LĐ-TBXH"],
    "Cộng đồng Văn hóa – Xã hội (ASEAN) (any dash/case)": [
        "Cộng đồng Văn hóa – Xã hội",
        "Cộng đồng Văn hóa – Xã hội ASEAN",
    ],
    "Ban (T/t)hư ký ASEAN": ["Ban Thư ký ASEAN"],
    "NGO/NGOs (case-sensitive)": ["NGO", "NGOs"],
}
"""The terms of the gold that are described there, as they are spelled."""


def found(gold: dict[str, Any], shared: Path, report: str) -> tuple[str, list[Found]]:
    document = gold["documents"][report]
    text = (shared / "reports" / document["file"]).read_text(encoding="utf-8")
    recogniser = Recogniser(read_glossary(ROOT / "glossaries" / "social-protection").concepts, document["lang"])
    return text, list(find_terms(text, recogniser, nested=True, repair=True))


def spelled(term: str, lang: str) -> set[str]:
    names = SPELLED.get(term) or [re.sub(r" \((?:glue-tolerant|any dash)\)$", "", term.split(", not inside")[0])]
    return {match_key(name, lang) for name in names}


def is_one(one: Found, keys: set[str], lang: str) -> bool:
    """Say whether an occurrence is one of these terms, its blanks lost or not."""
    entries = {match_key(text, lang) for e in one.occurrence.entries for text in (e.term.text, *e.term.forms)}
    key = match_key(one.occurrence.form, lang)
    return key in keys or (bool(entries & keys) and key not in entries)


def is_alone(one: Found, text: str) -> bool:
    """Say whether it is no part of the Korean ministry's name (once misspelled there), nor of the full term."""
    before, after = text[: one.occurrence.start], text[one.occurrence.end :]
    return not re.search(r"(?i)bộ [yý] tế và $", before) and not after.lower().startswith(" xã hội")


def longest(hits: list[Found]) -> list[Found]:
    """Leave out what lies within another hit: `LĐ-TBXH` within `Bộ LĐ-TBXH` is one occurrence."""
    spans = [(hit.occurrence.start, hit.occurrence.end) for hit in hits]
    return [
        hit
        for hit, (start, end) in zip(hits, spans, strict=True)
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
    ]


@pytest.mark.parametrize("report", ["000", "001", "002", "003", "004"])
def test_every_occurrence_of_the_gold_is_found_and_no_other(shared: Path, report: str) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    lang = gold["documents"][report]["lang"]
    text, occurrences = found(gold, shared, report)
    for row in (row for row in gold["term_occurrences"] if row["file"] == report):
        hits = [one for one in occurrences if is_one(one, spelled(row["term"], lang), lang)]
        if "not inside" in row["term"] or "not followed" in row["term"]:
            hits = [one for one in hits if is_alone(one, text)]
        hits = longest(hits)
        assert (row["term"], len(hits), sorted({one.line for one in hits})) == (
            row["term"],
            row["raw_count"],
            row["lines"],
        )
