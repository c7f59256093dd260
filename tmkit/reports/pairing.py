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
from functools import cache, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tmkit.lang.clues import NAME, NUMBER, WORD, Clue, ClueReader
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
_KINDS = (NUMBER, NAME, WORD)
_KIND_WEIGHTS = np.array([1.6, 1.5, 1.0])
"""How much each class counts."""
_RIVALS = 8
"""How many reports of another language are compared in full with each report."""
_COMMON = 0.25
"""A key in more than this share of the reports proposes no pair."""


Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What pairing needs to know of a report: some 15 kB, however long the report.

    One place a clue in `forms`, `kinds` and the lines of `texts`; the keys of clue n are
    `keys[starts[n]:starts[n + 1]]`. Forms and keys are hashes.
    """

    path: str
    lang: str
    date: date | None
    length: int
    """Characters of the article."""
    forms: Numbers
    kinds: NDArray[np.int8]
    keys: Numbers
    starts: Numbers
    texts: str


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
    reader = _reader(report.lang)
    clues: dict[tuple[str, str], Clue] = {}
    for text in (report.title or "", *texts):
        for clue in reader.read(text):
            if clue.kind in _KINDS and clue.keys:
                clues.setdefault((clue.kind, clue.form), clue)
    keys = [[_hash(key) for key in clue.keys] for clue in clues.values()]
    return Fingerprint(
        path=report.path,
        lang=report.lang,
        date=report.date,
        length=sum(map(len, texts)),
        forms=np.array([_hash(f"{kind} {form}") for kind, form in clues], np.int64),
        kinds=np.array([_KINDS.index(kind) for kind, _ in clues], np.int8),
        keys=np.array([key for some in keys for key in some], np.int64),
        starts=np.cumsum([0, *map(len, keys)], dtype=np.int64),
        texts="\n".join(clue.text.replace("\n", " ") for clue in clues.values()),
    )


@cache
def _reader(lang: str) -> ClueReader:
    return ClueReader(lang, SPACE, core())


@lru_cache(maxsize=1 << 16)
def _hash(text: str) -> int:
    """Return a number that is the same in every process, so that sums come out the same."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


class _Collection:
    """The fingerprints with what is rare among them."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self.prints = prints
        self.langs = np.array([p.lang for p in prints])
        self.keys = [np.unique(p.keys) for p in prints]
        self._sizes = Counter(p.lang for p in prints)
        self._counts: dict[str, tuple[Numbers, Numbers]] = {}
        for lang in self._sizes:
            forms = np.concatenate([p.forms for p in prints if p.lang == lang])
            self._counts[lang] = np.unique(forms, return_counts=True)
        owners = np.repeat(np.arange(len(prints)), [len(keys) for keys in self.keys])
        every = np.concatenate(self.keys)
        order = np.argsort(every, kind="stable")
        self._sorted, self._owners = every[order], owners[order]

    def weights(self, index: int) -> Weights:
        """Return how much each clue of a report counts: the rarer in its language, the more."""
        one = self.prints[index]
        forms, counts = self._counts[one.lang]
        held = counts[np.searchsorted(forms, one.forms)]
        size = self._sizes[one.lang] + 1.5
        weights: Weights = _KIND_WEIGHTS[one.kinds] * (0.15 + np.log(size / held) / math.log(size))
        return weights

    def rivals(self, index: int) -> Iterator[int]:
        """Give the reports of other languages that share most rare keys with this one."""
        starts = np.searchsorted(self._sorted, self.keys[index], "left")
        ends = np.searchsorted(self._sorted, self.keys[index], "right")
        sizes = ends - starts
        rare = (sizes > 1) & (sizes <= max(4.0, _COMMON * len(self.prints)))
        votes = np.zeros(len(self.prints))
        for start, end in zip(starts[rare], ends[rare], strict=True):
            votes[self._owners[start:end]] += 1 / (end - start)
        for lang in self._sizes:
            if lang != self.prints[index].lang:
                others = np.flatnonzero((self.langs == lang) & (votes > 0))
                yield from others[np.argsort(-votes[others], kind="stable")][:_RIVALS].tolist()

    def held(self, one: int, other: int) -> NDArray[np.bool_]:
        """Return which clues of a report another one has too."""
        mine, its = self.prints[one], self.keys[other]
        if not len(mine.keys) or not len(its):
            return np.zeros(len(mine.forms), bool)
        places = np.minimum(np.searchsorted(its, mine.keys), len(its) - 1)
        return np.asarray(np.logical_or.reduceat(its[places] == mine.keys, mine.starts[:-1]))

    def shared(self, one: int, other: int) -> _Shares:
        """Return what two reports share, by class of clue."""
        held, total = np.zeros(len(_KINDS)), np.zeros(len(_KINDS))
        for mine, its in ((one, other), (other, one)):
            weights, kinds = self.weights(mine), self.prints[mine].kinds
            total += np.bincount(kinds, weights, len(_KINDS))
            held += np.bincount(kinds, weights * self.held(mine, its), len(_KINDS))
        return _Shares(held, total)


@dataclass(frozen=True, slots=True)
class _Shares:
    """The weight of the clues that two reports share, and of all they have, by class."""

    held: Weights
    total: Weights

    def part(self, kind: str, prior: float = 0.0, doubt: float = 0.0) -> float:
        place = _KINDS.index(kind)
        total = float(self.total[place]) + doubt
        return (float(self.held[place]) + doubt * prior) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    one: int
    other: int
    shares: _Shares

    @property
    def words(self) -> float:
        return self.shares.part(WORD)


def pair_reports(prints: Sequence[Fingerprint], *, threshold: float = 0.5) -> list[ReportPair]:
    """Return the pairs of reports in different languages that tell the same story, as sure as asked.

    A report has at most one partner in each other language. In the order of the reports given.
    """
    if not prints:
        return []
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
    pairs = {(min(i, j), max(i, j)) for i in range(len(collection.prints)) for j in collection.rivals(i)}
    return [_Candidate(one, other, collection.shared(one, other)) for one, other in sorted(pairs)]


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
        _NUMBERS * c.shares.part(NUMBER, _PRIOR[NUMBER], _DOUBT)
        + _NAMES * c.shares.part(NAME, _PRIOR[NAME], _DOUBT)
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
        if texts := _best(collection, c, kind)[:most]:
            reasons.append(f"{label} {', '.join(texts)}")
    if one.length and other.length:
        reasons.append(f"lengths {one.length} and {other.length}")
    return tuple(reasons)


def _best(collection: _Collection, c: _Candidate, kind: str) -> list[str]:
    """Return what both reports have of a class, as the first one writes it, the weightiest first."""
    one = collection.prints[c.one]
    shared = collection.held(c.one, c.other) & (one.kinds == _KINDS.index(kind))
    texts, weights = one.texts.split("\n"), collection.weights(c.one)
    found = sorted((-float(weights[n]), int(n)) for n in np.flatnonzero(shared))
    return list(dict.fromkeys(texts[n] for _, n in found))
