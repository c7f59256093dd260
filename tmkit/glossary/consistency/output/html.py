"""Findings as one self-contained page, for who reads them at leisure and for the printer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import groupby

from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.output.base import SEVERITIES, Layout, counted, summary
from tmkit.glossary.consistency.output.text import Marked, texts

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CODE = re.compile("`([^`]+)`")
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: consistency</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}: consistency</h1>
<p class="mute">{summary}</p>
</header>
"""


def lines(findings: Sequence[Finding], checks: Sequence[Check], layout: Layout) -> Iterator[str]:
    """Give the page: what was found in numbers, the filters, then the findings by file and unit."""
    made = [check for check in checks if any(finding.check == check.name for finding in findings)]
    style = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    rules = "".join(_rule(check) for check in made)
    yield _HEAD.format(title=_safe(layout.title), style=style + rules, summary=summary(findings))
    if findings:
        yield _overview(findings, made)
        yield _filters(made)
    yield _clean(checks, made)
    yield "<main>\n"
    for file, found in groupby(findings, key=lambda finding: finding.file):
        yield "<section>\n" + (f"<h2>{_safe(layout.name(file))}</h2>\n" if file else "")
        yield from map(_finding, found)
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _safe(text: str) -> str:
    """Return a text as markup, without what no page may hold."""
    return escape(_UNFIT.sub("\ufffd", text))


def _code(text: str) -> str:
    """Return a text as markup, with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", _safe(text))


def _rule(check: Check) -> str:
    """Return the rule that shows the findings of one check alone, and the headings above them."""
    name = _safe(check.name)
    chosen = f'body:has(option[value="{name}"]:checked) '
    return f"{chosen}article:not(.{name}), {chosen}section:not(:has(.{name})) {{ display: none; }}\n"


def _overview(findings: Sequence[Finding], made: Sequence[Check]) -> str:
    found = Counter(finding.check for finding in findings)
    severities = {check.name: _severities(findings, check.name) for check in made}
    rows = "".join(
        f"<tr><td><code>{_safe(check.name)}</code></td><td>{_safe(check.summary)}</td>"
        f'<td>{severities[check.name]}</td><td class="number">{found[check.name]}</td></tr>\n'
        for check in made
    )
    head = '<tr><th>Check</th><th>What it reports</th><th>Severity</th><th class="number">Findings</th></tr>'
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _severities(findings: Sequence[Finding], check: str) -> str:
    there = {finding.severity for finding in findings if finding.check == check}
    return " ".join(_badge(severity) for severity in SEVERITIES if severity in there)


def _badge(severity: str) -> str:
    return f'<span class="badge {severity}">{severity}</span>'


def _filters(made: Sequence[Check]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{severity}" checked> {severity}</label>\n' for severity in SEVERITIES
    )
    options = "".join(f'<option value="{_safe(check.name)}">{_safe(check.name)}</option>' for check in made)
    choice = f'<label>Check <select><option value="" selected>all</option>{options}</select></label>\n'
    return f'<nav aria-label="Filter">\nShow {boxes}{choice}</nav>\n'


def _clean(checks: Sequence[Check], made: Sequence[Check]) -> str:
    names = [f"<code>{_safe(check.name)}</code>" for check in checks if check not in made]
    if not names:
        return ""
    title = f"{counted(len(names), 'check')} found nothing"
    return f'<details><summary>{title}</summary><p class="mute">{", ".join(names)}</p></details>\n'


def _finding(finding: Finding) -> str:
    place = " · ".join(_place(finding))
    parts = [
        f'<article class="{_safe(finding.check)} {finding.severity}">',
        f'<p class="place">{_badge(finding.severity)} <code>{_safe(finding.check)}</code> · {_safe(place)}</p>',
        f'<p class="message">{_safe(finding.message)}</p>',
        _pair(texts(finding)),
        _list(finding.evidence),
        f'<p class="fix">{_code(finding.suggestion)}</p>' if finding.suggestion else "",
        "</article>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _place(finding: Finding) -> Iterator[str]:
    if finding.line is not None:
        yield f"line {finding.line}"
    if finding.unit is not None:
        yield f"unit {finding.unit}"
    if finding.concept:
        yield f"{finding.concept} {finding.path}".strip()
    if finding.related:
        yield f"see {', '.join(finding.related)}"


def _pair(both: Sequence[Marked]) -> str:
    if not both:
        return ""
    return f'<div class="pair">{"".join(map(_text, both))}</div>'


def _text(given: Marked) -> str:
    lang, text, span = given
    name = f' lang="{_safe(lang)}"' if lang else ""
    label = f'<span class="lang">{_safe(lang)}</span> ' if lang else ""
    return f"<p{name}>{label}{_marked(text, span)}</p>"


def _marked(text: str, span: tuple[int, int] | None) -> str:
    if span is None:
        return _safe(text)
    start, end = span
    return f"{_safe(text[:start])}<mark>{_safe(text[start:end])}</mark>{_safe(text[end:])}"


def _list(evidence: Iterable[str]) -> str:
    items = "".join(f"<li>{_safe(line)}</li>" for line in evidence)
    return f'<ul class="mute">{items}</ul>' if items else ""
