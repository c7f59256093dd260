"""Words that lost the blank between them, mended, each with what showed the fault.

Copies of web pages lose blanks where their source broke its lines, so lost blanks recur at the width of
those lines: 59 to 75 characters apart as a rule. Doubtful places count where the sure ones make one due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tmkit.lang.words import glue_words
from tmkit.reports.base import Paragraph, Repair, Report
from tmkit.reports.gluing.runs import Blank, blanks, core, is_sound
from tmkit.reports.gluing.splitting import LIKELY, SURE
from tmkit.reports.gluing.vocabulary import Context

_CHUNK = re.compile(r"\S+")
_NARROWEST, _WIDEST = 52, 82
_RAGGED = 16
"""How much shorter than the longest a line may be: by one long word."""
_FARTHEST = 5
_DAMAGED, _RUINED = 2, 6
"""So many sure repairs in a report make its likely ones sure, and its doubtful ones likely."""
_DOUBTFUL_AT = 2.0


class Fix(NamedTuple):
    """A mend in a text: the run as it stood and as it is now, what showed the fault, and where it stood."""

    before: str
    after: str
    reason: str
    offset: int


class _Place(NamedTuple):
    """A possible lost blank in a paragraph: the blank, and the run it is in."""

    blank: Blank
    start: int
    run: str

    @property
    def at(self) -> int:
        return self.start + self.blank.at


class _Lines(NamedTuple):
    """What is known of the lines that a report was broken into: their lengths, 0 where nothing shows them."""

    shortest: int
    longest: int
    faults: int

    @property
    def reason(self) -> str:
        return f"a line end is due: they lie {self.shortest} to {self.longest} characters apart here"

    def make_sure(self, place: _Place) -> bool:
        """Return whether a place is sure enough by itself, given how many others of the report are."""
        if place.blank.level == SURE or (place.blank.level == LIKELY and self.faults >= _DAMAGED):
            return True
        return self.faults >= _RUINED and core(place.run).islower() and place.blank.score >= _DOUBTFUL_AT

    def are_due(self, at: int, ends: Sequence[int]) -> bool:
        """Return whether a line may end here, seen from the nearest ends on both sides."""
        if not self.longest:
            return False
        before = max((e for e in ends if e < at), default=0)
        after = min((e for e in ends if e > at), default=None)
        return self._fits(at - before) and (after is None or self._fits(after - at))

    def _fits(self, gap: int) -> bool:
        return any(n * self.shortest - 3 <= gap <= n * self.longest + 2 for n in range(1, _FARTHEST))


def _lines(found: Iterable[Sequence[_Place]]) -> _Lines:
    sure = [[p.at for p in places if p.blank.level == SURE] for places in found]
    gaps = [b - a for ends in sure for a, b in zip([0, *ends], ends, strict=False)]
    lengths = sorted(gap for gap in gaps if _NARROWEST <= gap <= _WIDEST)
    faults = sum(map(len, sure))
    if len(lengths) < 2:
        return _Lines(0, 0, faults)
    return _Lines(max(lengths[0], lengths[-1] - _RAGGED), lengths[-1], faults)


def repair(report: Report) -> Report:
    """Return the report with the blanks that its words and stops lost, and a `Repair` for each run mended."""
    context = _context(report)
    texts = [(report.title or "", report.title_line or 1, report.lang)]
    texts += [(p.text, p.line, p.lang or report.lang) for p in report.paragraphs]
    places = [_places(text, lang, context) for text, _, lang in texts]
    lines = _lines(places)
    mended = [_mend(text, found, lines) for (text, _, _), found in zip(texts, places, strict=True)]
    repairs = [
        Repair(line, fix.before, fix.after, fix.reason)
        for (_, line, _), (_, fixes) in zip(texts, mended, strict=True)
        for fix in fixes
    ]
    if not repairs:
        return report
    title, *bodies = [text for text, _ in mended]
    return replace(
        report,
        title=title if report.title else report.title,
        paragraphs=tuple(_put(p, text) for p, text in zip(report.paragraphs, bodies, strict=True)),
        repairs=(*report.repairs, *repairs),
    )


def mend(text: str, lang: str, *, context: Context | None = None) -> tuple[str, list[Fix]]:
    """Return the text with its lost blanks, and the mends.

    `context` holds the words of the whole report, by default those of the text alone.

    >>> mend("Le ministère a présenté laréduction de la pauvreté.", "fr")[0]
    'Le ministère a présenté la réduction de la pauvreté.'
    """
    found = _places(text, lang, context or Context([text]))
    return _mend(text, found, _lines([found]))


def _context(report: Report) -> Context:
    kept = [report.title or "", *(p.text for p in report.paragraphs)]
    return Context([*kept, *(d.line.text for d in report.dropped)])


def _put(paragraph: Paragraph, text: str) -> Paragraph:
    return paragraph if paragraph.text == text else replace(paragraph, text=text)


def _places(text: str, lang: str, context: Context) -> list[_Place]:
    found = []
    for run in _CHUNK.finditer(text):
        if is_sound(run[0], lang):
            continue
        opens = _opens(text[: run.start()], lang)
        found += [_Place(b, run.start(), run[0]) for b in blanks(run[0], lang, context, opens=opens)]
    return found


def _opens(before: str, lang: str) -> bool:
    """Return whether a sentence begins after this text; no sentence ends in `M.` or `J.`."""
    words = before[-40:].split()
    if not words or words[-1][-1] in "!?:…–-":
        return True
    last = words[-1].lower().rstrip(".")
    return words[-1].endswith(".") and len(last) > 1 and last not in glue_words(lang).abbreviations


def _mend(text: str, places: Sequence[_Place], lines: _Lines) -> tuple[str, list[Fix]]:
    chosen = _choose(places, lines)
    if not chosen:
        return text, []
    parts, last, fixes = [], 0, []
    for start in sorted({p.start for p in chosen}):
        of_run = [p for p in chosen if p.start == start]
        run = of_run[0].run
        new = _spaced(run, [p.blank.at for p in of_run])
        parts += [text[last:start], new]
        last = start + len(run)
        fixes.append(Fix(run, new, "; ".join(dict.fromkeys(p.blank.reason for p in of_run)), start))
    return "".join([*parts, text[last:]]), fixes


def _spaced(run: str, cuts: Iterable[int]) -> str:
    for cut in sorted(set(cuts), reverse=True):
        run = f"{run[:cut]} {run[cut:]}"
    return run


def _choose(places: Sequence[_Place], lines: _Lines) -> list[_Place]:
    """Return the places to mend: the sure ones, and those that lie where lost line ends make one due."""
    chosen = [p for p in places if lines.make_sure(p)]
    rest = [p for p in places if p not in chosen]
    while due := [p for p in rest if lines.are_due(p.at, [c.at for c in chosen])]:
        best = max(due, key=lambda p: p.blank.score)
        chosen.append(best._replace(blank=best.blank._replace(reason=f"{best.blank.reason}; {lines.reason}")))
        rest.remove(best)
    return sorted(chosen, key=lambda p: p.at)
