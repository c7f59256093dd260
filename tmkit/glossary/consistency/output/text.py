"""Findings as lines for a terminal, grouped by file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.output.base import Layout, summary


def lines(findings: Sequence[Finding], _checks: Sequence[Check], layout: Layout) -> Iterator[str]:
    """Give the lines: each file, its findings, under each what shows it and what to do; last the counts."""
    by_file = {file: list(found) for file, found in groupby(sorted(findings, key=_file), key=_file)}
    for file in dict.fromkeys(map(_file, findings)):
        if file:
            yield layout.colour(shown(layout.name(file)), "file") + "\n"
        for finding in by_file[file]:
            yield from _finding(finding, layout)
        yield "\n"
    yield summary(findings) + "\n"


def _file(finding: Finding) -> str:
    return finding.file


def _finding(finding: Finding, layout: Layout) -> Iterator[str]:
    place = str(finding.line) if finding.line is not None else finding.unit or finding.concept or "-"
    check = layout.colour(finding.check, finding.severity)
    yield f"  {shown(place)}: {check} {finding.severity}: {shown(finding.message)}\n"
    for lang, text, span in texts(finding):
        yield f"      {lang or ''}{': ' if lang else ''}{_marked(text, span, layout)}\n"
    for line in finding.evidence:
        yield f"      {layout.colour(shown(line), 'mute')}\n"
    if finding.suggestion:
        yield f"      → {shown(finding.suggestion)}\n"


Marked = tuple[str | None, str, tuple[int, int] | None]


def texts(finding: Finding) -> list[Marked]:
    """Return the texts of a finding's unit, each with its language and what is marked in it."""
    both: list[tuple[str | None, str | None, tuple[int, int] | None]] = [
        (finding.source_lang, finding.source, finding.source_span),
        (finding.target_lang, finding.target, finding.target_span),
    ]
    return [(lang, text, span) for lang, text, span in both if text is not None]


def _marked(text: str, span: tuple[int, int] | None, layout: Layout) -> str:
    if span is None:
        return shown(text)
    start, end = span
    return shown(text[:start]) + layout.colour(shown(text[start:end]), "mark") + shown(text[end:])


def shown(text: str) -> str:
    r"""Return a text without what a terminal would obey: control characters are written out.

    >>> shown("a\x1b[31m\nb")
    'a\\x1b[31m\\nb'
    """
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else repr(c)[1:-1] for c in text)
