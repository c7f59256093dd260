"""Findings as one JSON object, for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.output.base import CATEGORY, Layout, counts


def lines(findings: Sequence[Finding], _checks: Sequence[Check], layout: Layout) -> Iterator[str]:
    """Give `{"findings": […], "summary": {…}}`, one finding a line."""
    rows = ",\n".join(json.dumps(_row(finding, layout), ensure_ascii=False) for finding in findings)
    yield '{"findings": [' + (f"\n{rows}\n" if rows else "") + '],\n"summary": '
    yield json.dumps(_summary(findings), ensure_ascii=False) + "}\n"


def _row(finding: Finding, layout: Layout) -> Mapping[str, object]:
    return {
        "file": layout.name(finding.file) if finding.file else None,
        "unit": finding.unit,
        "line": finding.line,
        "check": finding.check,
        "severity": finding.severity,
        "category": CATEGORY,
        "message": finding.message,
        "source": finding.source,
        "target": finding.target,
        "source_span": finding.source_span,
        "target_span": finding.target_span,
        "fix": finding.suggestion or None,
        "concept": finding.concept,
        "related": finding.related,
        "path": finding.path or None,
        "source_lang": finding.source_lang,
        "target_lang": finding.target_lang,
        "evidence": finding.evidence,
    }


def _summary(findings: Sequence[Finding]) -> Mapping[str, object]:
    found = counts(findings)
    return {
        "errors": found["error"],
        "warnings": found["warning"],
        "infos": found["info"],
        "by_check": dict(sorted(Counter(finding.check for finding in findings).items())),
    }
