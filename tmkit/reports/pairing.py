"""Which reports tell the same story: by the numbers, dates, names and words they share.

Each report leaves a `Fingerprint`: its clues in one common space. A clue weighs as much as it is rare
among the reports of its language. Reports that share no rare clue are never compared, so the work
grows with the stories, not with the square of the reports.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nlargest

from tmkit.lang.clues import FUNCTION, NAME, NUMBER, WORD, ClueReader
from tmkit.lang.lexicon import core
from tmkit.reports.base import Report

# A logistic regression over our own confusable reports (tests/data/pairing) and the samples, each
# also with its numbers or its dates taken away: the features are those of `_Features`.
_NUMBERS, _NAMES, _WORDS, _NEAR, _FAR, _OFFSET = 9.4, 9.3, 8.0, 2.1, -2.3, -8.45
_PRIOR = {NUMBER: 0.3, NAME: 0.1}
"""What two unrelated reports share of their numbers and names; weighs as much as `_DOUBT` marks."""
_DOUBT = 3.0
_NEAR_DAYS, _FAR_DAYS = 3, 60
_TYPICAL_WORDS = 0.45
"""Share of the words that unrelated reports share, where there are too few to measure it."""

SPACE = "en"
"""Reports of every language are compared by their words' stems in this one."""
_KIND = {NUMBER: 1.6, NAME: 1.5, WORD: 1.0}
_RIVALS = 8
"""How many reports of another language are compared in full with each report."""
_COMMON = 0.25
"""A key in more than this share of the reports proposes no pair."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A clue of a report: its form, class, keys and how it was written."""

    form: str
    kind: str
    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What pairing needs to know of a report: small, however long the report."""

    path: str
    lang: str
    date: date | None
    length: int
    """Characters of the article."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ReportPair:
    """Two reports that tell the same story; `score` is how sure that is, 0 to 1."""

    source: str
    target: str
    score: float
    reasons: tuple[str, ...]


def fingerprint(report: Report) -> Fingerprint:
    """Return what pairing needs to know of a report."""
    texts = [paragraph.text for paragraph in report.paragraphs]
    marks: dict[tuple[str, str], Mark] = {}
    reader = _reader(report.lang)
    for text in (report.title or "", *texts):
        for clue in reader.read(text):
            if clue.kind != FUNCTION and clue.keys:
                mark = Mark(clue.form, clue.kind, tuple(clue.keys), clue.text)
                marks.setdefault((clue.kind, clue.form), mark)
    return Fingerprint(
        path=report.path,
        lang=report.lang,
        date=report.date,
        length=sum(map(len, texts)),
        marks=tuple(marks.values()),
    )


@cache
def _reader(lang: str) -> ClueReader:
    return ClueReader(lang, SPACE, core())


class _Collection:
    """The fingerprints with what is rare among them."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self.prints = prints
        self.keys = [frozenset(k for m in p.marks for k in m.keys) for p in prints]
        self.sizes = Counter(p.lang for p in prints)
        self._forms = Counter((p.lang, m.kind, m.form) for p in prints for m in p.marks)
        self.weights = [[self._weight(p.lang, m) for m in p.marks] for p in prints]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, keys in enumerate(self.keys):
            for key in keys:
                self._holders[key].append(index)

    def _weight(self, lang: str, mark: Mark) -> float:
        size = self.sizes[lang]
        rarity = math.log((size + 1.5) / self._forms[lang, mark.kind, mark.form]) / math.log(size + 1.5)
        return _KIND[mark.kind] * (0.15 + rarity)

    def rivals(self, index: int) -> Iterator[int]:
        """Give the reports of other languages that share most rare keys with this one."""
        votes: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        limit = max(4.0, _COMMON * len(self.prints))
        for key in self.keys[index]:
            holders = self._holders[key]
            if 1 < len(holders) <= limit:
                for other in holders:
                    if self.prints[other].lang != self.prints[index].lang:
                        votes[self.prints[other].lang][other] += 1 / len(holders)
        for counts in votes.values():
            yield from nlargest(_RIVALS, counts, key=lambda other: (counts[other], -other))

    def shared(self, one: int, other: int) -> dict[str, _Share]:
        """Return what two reports share, by class of clue."""
        shares = {kind: _Share() for kind in _KIND}
        for mine, its in ((one, other), (other, one)):
            keys = self.keys[its]
            for mark, weight in zip(self.prints[mine].marks, self.weights[mine], strict=True):
                held = not keys.isdisjoint(mark.keys)
                shares[mark.kind].add(weight, mark.text if mine == one else "", held=held)
        return shares


class _Share:
    """How much of a class of clues two reports share."""

    __slots__ = ("found", "held", "total")

    def __init__(self) -> None:
        self.held = 0.0
        self.total = 0.0
        self.found: list[tuple[float, str]] = []

    def add(self, weight: float, text: str, *, held: bool) -> None:
        self.total += weight
        if held:
            self.held += weight
            self.found.append((weight, text))

    def part(self, prior: float = 0.0, doubt: float = 0.0) -> float:
        return (self.held + doubt * prior) / (self.total + doubt) if self.total + doubt else 0.0

    def best(self, most: int) -> list[str]:
        texts = sorted(self.found, key=lambda found: (-found[0], found[1]))
        return list(dict.fromkeys(text for _, text in texts if text))[:most]


@dataclass(frozen=True, slots=True)
class _Candidate:
    one: int
    other: int
    shares: dict[str, _Share]
    words: float


def pair_reports(prints: Sequence[Fingerprint], *, threshold: float = 0.5) -> list[ReportPair]:
    """Return the pairs of reports in different languages that tell the same story, as sure as asked.

    A report has at most one partner in each other language. In the order of the reports given.
    """
    collection = _Collection(prints)
    candidates = _candidates(collection)
    usual = _usual_words(collection, candidates)
    scored = [(_probability(collection, c, usual), c) for c in candidates]
    scored.sort(key=lambda item: (-item[0], item[1].one, item[1].other))
    taken: set[tuple[int, str]] = set()
    chosen: list[tuple[float, _Candidate]] = []
    for score, c in scored:
        ends = (c.one, prints[c.other].lang), (c.other, prints[c.one].lang)
        if score >= threshold and taken.isdisjoint(ends):
            taken.update(ends)
            chosen.append((score, c))
    chosen.sort(key=lambda item: (item[1].one, item[1].other))
    return [ReportPair(prints[c.one].path, prints[c.other].path, s, _reasons(collection, c)) for s, c in chosen]


def _candidates(collection: _Collection) -> list[_Candidate]:
    pairs = {tuple(sorted((i, j))) for i in range(len(collection.prints)) for j in collection.rivals(i)}
    found = []
    for one, other in sorted(pairs):
        shares = collection.shared(one, other)
        found.append(_Candidate(one, other, shares, shares[WORD].part()))
    return found


def _usual_words(collection: _Collection, candidates: Sequence[_Candidate]) -> dict[tuple[int, str], float]:
    """Return the share of its words that each report has in common with the reports of a language."""
    sums: dict[tuple[int, str], list[float]] = defaultdict(list)
    for c in candidates:
        sums[c.one, collection.prints[c.other].lang].append(c.words)
        sums[c.other, collection.prints[c.one].lang].append(c.words)
    # The best is left out: it may be the partner. Few rivals say little, so the typical share counts too.
    return {end: (sum(sorted(shares)[:-1]) + 2 * _TYPICAL_WORDS) / (len(shares) + 1) for end, shares in sums.items()}


def _probability(collection: _Collection, c: _Candidate, usual: dict[tuple[int, str], float]) -> float:
    one, other = collection.prints[c.one], collection.prints[c.other]
    words = c.words - (usual[c.one, other.lang] + usual[c.other, one.lang]) / 2
    near, far = _days(one.date, other.date)
    logit = (
        _NUMBERS * c.shares[NUMBER].part(_PRIOR[NUMBER], _DOUBT)
        + _NAMES * c.shares[NAME].part(_PRIOR[NAME], _DOUBT)
        + _WORDS * words
        + _NEAR * near
        + _FAR * far
        + _OFFSET
    )
    return 1 / (1 + math.exp(-logit))


def _days(one: date | None, other: date | None) -> tuple[float, float]:
    """Return whether two dates are near, and how far apart they are (0-1); unknown ones say nothing."""
    if one is None or other is None:
        return 0.0, 0.0
    days = abs((one - other).days)
    return (1.0, 0.0) if days <= _NEAR_DAYS else (0.0, min(days, _FAR_DAYS) / _FAR_DAYS)


def _reasons(collection: _Collection, c: _Candidate) -> tuple[str, ...]:
    one, other = collection.prints[c.one], collection.prints[c.other]
    reasons = []
    if one.date and one.date == other.date:
        reasons.append(f"date {one.date.isoformat()}")
    for kind, label, most in ((NUMBER, "numbers", 5), (NAME, "names", 5), (WORD, "words", 4)):
        if texts := c.shares[kind].best(most):
            reasons.append(f"{label} {', '.join(texts)}")
    if one.length and other.length:
        reasons.append(f"lengths {one.length} and {other.length}")
    return tuple(reasons)
