"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines of a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from tmkit.glossary.consistency.base import Check, Finding, Severity
from tmkit.glossary.consistency.output.base import CATEGORY, Layout
from tmkit.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"
_PRINT = "tmkitFinding/v1"
Node = Mapping[str, object]


def lines(findings: Sequence[Finding], checks: Sequence[Check], layout: Layout) -> Iterator[str]:
    """Give the log: one run, a rule for each check that was made, a result for each finding."""
    run = {
        "tool": {"driver": {"name": "tmkit", "version": __version__, "rules": [_rule(check) for check in checks]}},
        "columnKind": "unicodeCodePoints",
        "results": _results(findings, checks, layout),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(check: Check) -> Node:
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [CATEGORY]},
    }


def _results(findings: Sequence[Finding], checks: Sequence[Check], layout: Layout) -> list[Node]:
    indices = {check.name: i for i, check in enumerate(checks)}
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        mark = _fingerprint(finding, layout)
        seen[mark] += 1
        results.append(_result(finding, indices.get(finding.check, -1), f"{mark}:{seen[mark]}", layout))
    return results


def _result(finding: Finding, index: int, mark: str, layout: Layout) -> Node:
    text = finding.message + (f"; {finding.suggestion}" if finding.suggestion else "")
    result: dict[str, object] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "partialFingerprints": {_PRINT: mark},
    }
    if index >= 0:
        result["ruleIndex"] = index
    location = _location(finding, layout)
    if location:
        result["locations"] = [location]
    properties = _properties(finding)
    if properties:
        result["properties"] = properties
    return result


def _location(finding: Finding, layout: Layout) -> Node:
    """Return where a finding is: file and line, and the unit or the concept's part by its name."""
    location: dict[str, object] = {}
    if finding.file:
        place: dict[str, object] = {"artifactLocation": _artifact(finding.file, layout)}
        if finding.line is not None:
            place["region"] = {"startLine": finding.line}
        location["physicalLocation"] = place
    name = finding.unit or (f"{finding.concept}/{finding.path}" if finding.path else finding.concept)
    if name:
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    return location


def _artifact(file: str, layout: Layout) -> Node:
    name = layout.name(file)
    if Path(name).is_absolute():
        return {"uri": Path(name).as_uri()}
    # A colon in the first part of a relative address would make a scheme of it.
    return {"uri": quote(name, safe="/"), "uriBaseId": _ROOT}


def _fingerprint(finding: Finding, layout: Layout) -> str:
    """Return what stays the same while lines and list items move."""
    parts = (
        finding.check,
        layout.name(finding.file),
        finding.concept,
        finding.unit,
        finding.message,
        *finding.related,
        finding.source,
        finding.target,
    )
    return sha256("\0".join(part or "" for part in parts).encode("utf-8", "replace")).hexdigest()[:32]


def _properties(finding: Finding) -> Node:
    """Return what SARIF has no place for."""
    given: dict[str, object] = {
        "concept": finding.concept,
        "related": finding.related,
        "unit": finding.unit,
        "sourceLanguage": finding.source_lang,
        "targetLanguage": finding.target_lang,
        "source": finding.source,
        "target": finding.target,
        "sourceSpan": finding.source_span,
        "targetSpan": finding.target_span,
        "evidence": finding.evidence,
    }
    return {key: value for key, value in given.items() if value not in (None, ())}
