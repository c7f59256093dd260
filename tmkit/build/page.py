"""The page about a build: every pair of reports side by side, with scores, reasons and dropped lines.

One self-contained HTML file, written as the build goes, so that no more than one pair is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources
from typing import BinaryIO

import tmkit.lang as languages
from tmkit.align import Alignment, Bead
from tmkit.build.base import Article, ContradictionRow, FailedRow, PairRow, ReportRow

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}: build</title>
<style>
{style}</style>
</head>
<body>
<h1>{name}</h1>
<p class="mute">What the build read, paired and aligned. Beads marked “left out” are not in the memory.
<a href="#pairs">All pairs in a table</a> · <a href="#reports">reports, and files that could not be read</a></p>
<nav aria-label="Filter">Show
<label><input type="radio" name="show" checked> everything</label>
<label><input type="radio" name="show" id="only-out"> what was left out</label>
<label><input type="radio" name="show" id="only-null"> what has no counterpart</label></nav>
"""


class PageWriter:
    """Writes the page piece by piece: `pair` for each pair, then `close`."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Write the head of the page."""
        self._stream = stream
        self._rows: list[str] = []
        style = resources.files("tmkit.build").joinpath("page.css").read_text(encoding="utf-8")
        self._put(_HEAD.format(name=escape(name), style=style))

    def pair(self, row: PairRow, source: Article, target: Article, alignment: Alignment) -> None:
        """Write one pair of reports."""
        self._rows.append(_pair_row(len(self._rows) + 1, row, source, target))
        reasons = escape("; ".join(row.reasons))
        self._put(
            f'<section id="pair-{len(self._rows)}">\n<h2>{_title(source)} <small>↔</small> {_title(target)}</h2>\n'
            f'<p class="mute">{escape(row.source)} ↔ {escape(row.target)} · same story {row.score:.2f} ({reasons})<br>'
            f"{row.kept} of {row.beads} beads in the memory, mean confidence {row.confidence:.2f}; "
            f"without counterpart: {row.unmatched_source} {row.source_lang}, "
            f"{row.unmatched_target} {row.target_lang}</p>\n"
        )
        self._put(_beads(row, source, target, alignment))
        self._put(_dropped(source) + _dropped(target) + "</section>\n")

    def contradictions(self, rows: Sequence[ContradictionRow]) -> None:
        """Write which beads of the story just written can't all be right."""
        if rows:
            found = "".join(f"<li>{escape(row.reason)}<br>{_texts(row)}</li>" for row in rows)
            self._put(f"<section><h2>Beads at odds with each other</h2>\n<ul>{found}</ul>\n</section>\n")

    def close(self, reports: Iterable[ReportRow], failed: Sequence[FailedRow], alone: Sequence[str]) -> None:
        """Write the tables of reports and of files that failed, and end the page."""
        self._put(
            '<section id="pairs"><h2>Pairs</h2>\n<table><thead><tr><th>Reports</th><th>Languages</th>'
            "<th>In the memory</th><th>Left out</th><th>Without counterpart</th><th>Confidence</th></tr></thead>\n"
            f"<tbody>{''.join(self._rows)}</tbody></table>\n</section>\n"
        )
        partnerless = frozenset(alone)
        rows = "".join(_report(row, row.path in partnerless) for row in reports)
        self._put(
            '<section id="reports"><h2>Reports</h2>\n<table><thead><tr><th>Report</th><th>Language</th><th>Date</th>'
            "<th>Sentences</th><th>Dropped lines</th><th>Repairs</th><th>Remarks</th></tr></thead>\n"
            f"<tbody>{rows}</tbody></table>\n"
        )
        if failed:
            lost = "".join(f"<li>{escape(row.reason)}</li>" for row in failed)
            self._put(f"<h2>Files that could not be read</h2>\n<ul>{lost}</ul>\n")
        self._put("</section>\n</body>\n</html>\n")

    def _put(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))


def _pair_row(number: int, row: PairRow, source: Article, target: Article) -> str:
    numbers = (row.kept, row.beads - row.kept, row.unmatched_source + row.unmatched_target)
    cells = "".join(f'<td class="number">{n}</td>' for n in (*numbers, f"{row.confidence:.2f}"))
    link = f'<a href="#pair-{number}">{_title(source)}</a><br>{_title(target)}'
    return f"<tr><td>{link}</td><td>{row.source_lang}-{row.target_lang}</td>{cells}</tr>\n"


def _title(article: Article) -> str:
    report = article.report
    return f'<span lang="{report.lang}">{escape(report.title or report.path)}</span>'


def _beads(row: PairRow, source: Article, target: Article, alignment: Alignment) -> str:
    kept = {(o.source, o.target) for o in row.left_out}
    names = [languages.get(code).native for code in (row.source_lang, row.target_lang)]
    head = f"<thead><tr><th>{names[0]}</th><th>{names[1]}</th><th>Score and reasons</th></tr></thead>"
    rows = "".join(_bead(b, source, target, alignment.texts(b) in kept) for b in alignment.beads)
    return f'<table class="beads">{head}\n<tbody>{rows}</tbody></table>\n'


def _bead(bead: Bead, source: Article, target: Article, left_out: bool) -> str:
    full = bool(bead.source and bead.target)
    name = "null" if not full else "out" if left_out else "kept"
    cells = _cell(source, bead.source) + _cell(target, bead.target)
    return f'<tr class="{name}">{cells}<td class="why">{_why(bead, full, left_out)}</td></tr>\n'


def _why(bead: Bead, full: bool, left_out: bool) -> str:
    if not full:
        return "; ".join(("no counterpart", *bead.evidence))
    band = "high" if bead.score >= 0.8 else "middle" if bead.score >= 0.5 else "low"
    score = f'<span class="score {band}">{bead.score:.2f}</span> {bead.kind}'
    reasons = escape("; ".join(bead.evidence))
    return f"{score}{' · left out' if left_out else ''}<br>{reasons}"


def _cell(article: Article, indices: Sequence[int]) -> str:
    lang = article.report.lang
    if not indices:
        return f'<td class="text" lang="{lang}"></td>'
    text = " ".join(escape(article.sentences[i].text) for i in indices)
    line, numbers = article.sentences[indices[0]].line, ", ".join(map(str, indices))
    place = f'<span class="place">line {line}, sentence [{numbers}]</span>'
    return f'<td class="text" lang="{lang}">{place}{text}</td>'


def _texts(row: ContradictionRow) -> str:
    return "<br>".join(f'<span class="mute">{escape(text)}</span>' for text in row.texts)


def _dropped(article: Article) -> str:
    report = article.report
    lines = "".join(
        f'<tr><td class="number">{d.line.number}</td><td class="dropped">{escape(d.line.text)}</td>'
        f"<td>{escape(d.reason)}</td></tr>"
        for d in report.dropped
    )
    repairs = "".join(
        f'<tr><td class="number">{r.line}</td><td>{escape(r.before)} → {escape(r.after)}</td>'
        f"<td>{escape(r.reason)}</td></tr>"
        for r in report.repairs
    )
    summary = f"{escape(report.path)}: {len(report.dropped)} lines dropped, {len(report.repairs)} words repaired"
    return f"<details><summary>{summary}</summary><table><tbody>{lines}{repairs}</tbody></table></details>\n"


def _report(row: ReportRow, alone: bool) -> str:
    remarks = escape("; ".join((*(("no partner",) if alone else ()), *row.notes)))
    day = row.date.isoformat() if row.date else ""
    numbers = "".join(f'<td class="number">{n}</td>' for n in (row.sentences, row.dropped, row.repaired))
    return f"<tr><td>{escape(row.path)}</td><td>{row.lang}</td><td>{day}</td>{numbers}<td>{remarks}</td></tr>\n"
