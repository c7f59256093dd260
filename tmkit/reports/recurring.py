"""Lines that recur across reports: what a site adds to each of its pages, and no single page gives away.

`Recurrence` hears the sentences of every report once and keeps 11 bytes of each; `lines` then settles
which of them recur. A line counts once a *story*: reports of one language that share much of their
text are reprints or versions of one. What is said of lines is said of sentences: each is a line of its own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from tmkit.lang import find
from tmkit.lang.text import nfc

Numbers = NDArray[np.int64]
Sizes = NDArray[np.uint16]
Marks = NDArray[np.uint8]
Flags = NDArray[np.bool_]

_NEVER = 0
"""The key of a line that never counts as recurring."""
_OFTEN = 3
"""A line in this many stories recurs if it stands outside the text: at an end, or without a full stop."""
_AT_ENDS = 2 / 3
"""In this share of its stories at least a line stands first or last, if it counts as standing there."""
_BRIEF = 100
"""Characters of a sentence without a figure that recurs where it opens or closes just two stories."""
_COURTEOUS = 60
"""Characters of a line in which people thank or greet each other; it may end any interview."""

_SHARED, _MOSTLY_SHARED = 0.3, 0.6
"""Reports that share more of the shorter one's text are one story: all told, without and with its end."""
_ENDING = 4
"""Lines at the end of a report that a site may have added."""
_WINDOW = 8
"""Each report is compared with so many of the next ones that have a line of it."""

_SENTENCE, _BRIEF_SENTENCE, _FRAGMENT = range(3)
_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_BLANKS = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")
_MOMENT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}[:h]\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = ".!?…:;,"
_CLOSERS = "\"”’»)]' \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A sentence of a report that is none of its text: its index, and why in words."""

    index: int
    reason: str


class Recurrence:
    """Hears the sentences of all reports, one report at a time."""

    def __init__(self) -> None:
        """Start with no report."""
        self._keys, self._sizes, self._forms = array("q"), array("H"), array("B")
        self._counts, self._langs = array("q"), array("B")
        self._codes: list[str] = []

    def add(self, lang: str, sentences: Sequence[str]) -> None:
        """Hear a report's sentences; raises `UnknownLanguageError`."""
        courtesies = _courtesies(lang)
        code = find(lang).code
        if code not in self._codes:
            self._codes.append(code)
        self._langs.append(self._codes.index(code))
        self._counts.append(len(sentences))
        for sentence in sentences:
            self._keys.append(_key(sentence, code, courtesies))
            self._sizes.append(min(len(sentence), 0xFFFF))
            self._forms.append(_form(sentence))

    def lines(self) -> RecurringLines:
        """Return the lines that recur in the reports heard."""
        if not self._keys:
            return RecurringLines({})
        found = _Collection(
            np.frombuffer(self._keys, np.int64),
            np.frombuffer(self._sizes, np.uint16),
            np.frombuffer(self._forms, np.uint8),
            np.frombuffer(self._counts, np.int64),
            np.frombuffer(self._langs, np.uint8),
        )
        return RecurringLines(found.recurring())


class RecurringLines:
    """The lines that recur in a collection of reports."""

    def __init__(self, stories: Mapping[int, int]) -> None:
        """Know the keys of lines, and in how many stories each stands."""
        self._stories = stories

    def __len__(self) -> int:
        """Return how many different lines recur."""
        return len(self._stories)

    def find(self, lang: str, sentences: Sequence[str]) -> tuple[KeptOut, ...]:
        """Return the sentences of a report to keep out of alignment, in order.

        None where they would be more than half of its text: then it is a version of other reports.
        """
        found = tuple(self._find(lang, sentences)) if self._stories else ()
        lost = sum(len(sentences[kept.index]) for kept in found)
        return found if 2 * lost <= sum(map(len, sentences)) else ()

    def _find(self, lang: str, sentences: Sequence[str]) -> Iterator[KeptOut]:
        code, courtesies = find(lang).code, _courtesies(lang)
        for index, sentence in enumerate(sentences):
            count = self._stories.get(_key(sentence, code, courtesies))
            if count:
                yield KeptOut(index, f"stands in {count} different reports")


def _courtesies(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, find(lang).courtesies)) or '(?!)'})\b")


def _key(sentence: str, code: str, courtesies: re.Pattern[str]) -> int:
    """Return what equal lines of one language share, the same number in every process."""
    text = _OUTER.sub("", _BLANKS.sub(" ", nfc(sentence))).lower().replace("’", "'")
    if _is_moment(text):
        text = _DIGITS.sub("0", text)
    elif not _LETTER.search(text) or (len(text) <= _COURTEOUS and courtesies.search(text)):
        return _NEVER
    digest = blake2b(f"{code} {text}".encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _is_moment(text: str) -> bool:
    """Say whether a line is a date or an hour and little more."""
    if len(text) > _BRIEF or not _MOMENT.search(text):
        return False
    return sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text))


def _form(sentence: str) -> int:
    if not sentence.rstrip(_CLOSERS).endswith(tuple(_ENDS)):
        return _FRAGMENT
    return _BRIEF_SENTENCE if len(sentence) <= _BRIEF and not _DIGITS.search(sentence) else _SENTENCE


class _Collection:
    """The lines of all reports as columns, one place a line."""

    def __init__(self, keys: Numbers, sizes: Sizes, forms: Marks, counts: Numbers, langs: Marks) -> None:
        starts = np.cumsum(counts) - counts
        self.owners = np.repeat(np.arange(len(counts)), counts)
        self.index = np.arange(len(keys)) - starts[self.owners]
        self.left = counts[self.owners] - self.index
        self.lengths = np.bincount(self.owners, sizes, len(counts))
        self.counts, self.sizes = counts, sizes
        # Only lines that stand in two reports matter from here on; `places` says where.
        self.places, self.groups = _repeated(keys, self.owners)
        self.keys = keys
        self.stories = self._stories()
        _, first = np.unique(self.stories, return_index=True)
        self.per_lang = np.bincount(langs[first], minlength=int(langs.max()) + 1)
        self.of_lang = langs
        self.forms = forms

    def _stories(self) -> Numbers:
        """Return each report's story: the number of one of its versions."""
        home = np.arange(len(self.lengths))
        for one, other in self._versions():
            home[_root(home, one)] = _root(home, other)
        return np.array([_root(home, n) for n in range(len(home))], np.int64)

    def _versions(self) -> list[tuple[int, int]]:
        """Return the pairs of reports that share much of their text."""
        if not len(self.places):
            return []
        pairs, sizes, inner = self._shared()
        different, where = np.unique(pairs, return_inverse=True)
        one, other = np.divmod(different, len(self.lengths))
        shorter = np.minimum(self.lengths[one], self.lengths[other])
        fewer = np.minimum(self.counts[one], self.counts[other])
        same = np.bincount(where, sizes) > _MOSTLY_SHARED * shorter
        same |= np.bincount(where, sizes * inner) > _SHARED * shorter
        same |= np.bincount(where, inner) > _SHARED * fewer
        return list(zip(one[same].tolist(), other[same].tolist(), strict=True))

    def _shared(self) -> tuple[Numbers, Numbers, Flags]:
        """Return, for each line that two reports share, who they are, its size, whether it isn't in both endings."""
        owners, groups = self.owners[self.places], self.groups
        once = np.flatnonzero(np.r_[True, (owners[1:] != owners[:-1]) | (groups[1:] != groups[:-1])])
        places, owners, groups = self.places[once], owners[once], groups[once]
        ending = self.left[places] <= _ENDING
        pairs, sizes, inner = [], [], []
        for step in range(1, min(_WINDOW + 1, len(places))):
            same = np.flatnonzero(groups[step:] == groups[:-step])
            pairs.append(owners[same] * len(self.lengths) + owners[same + step])
            sizes.append(self.sizes[places[same]])
            inner.append(~(ending[same] & ending[same + step]))
        return np.concatenate(pairs), np.concatenate(sizes), np.concatenate(inner)

    def recurring(self) -> dict[int, int]:
        """Return the keys of the lines that recur, with the number of stories each stands in."""
        if not len(self.places):
            return {}
        heads = np.flatnonzero(np.r_[True, self.groups[1:] != self.groups[:-1]])
        first = self.places[heads]
        total = self._in_stories(np.ones(len(self.places), np.bool_))
        enough = np.maximum(_OFTEN, [isqrt(n) for n in self.per_lang[self.of_lang[self.owners[first]]].tolist()])
        form = self.forms[first]
        found = total >= enough
        found |= (total >= _OFTEN) & (form == _FRAGMENT)
        while True:
            # What recurs is no text, so the line before it is the last one.
            at_end = np.maximum(*(self._in_stories(flags) for flags in self._ends(found)))
            more = found | ((total >= _OFTEN) & (at_end >= _AT_ENDS * total))
            more |= (total == 2) & (at_end == 2) & (form != _SENTENCE)
            if np.array_equal(more, found):
                break
            found = more
        return dict(zip(self.keys[first[found]].tolist(), total[found].tolist(), strict=True))

    def _in_stories(self, flags: Flags) -> Numbers:
        """Return for each group of equal lines in how many stories one with the flag stands."""
        span = len(self.lengths)
        held = np.unique(self.groups[flags] * span + self.stories[self.owners[self.places[flags]]])
        return np.bincount(held // span, minlength=int(self.groups[-1]) + 1)

    def _ends(self, found: Flags) -> tuple[Flags, Flags]:
        """Return which of the repeated lines stand first and last among the lines of text in their reports."""
        text = np.ones(len(self.keys), np.bool_)
        text[self.places[found[self.groups]]] = False
        own = np.flatnonzero(text)
        first = np.full(len(self.lengths), len(self.keys))
        last = np.full(len(self.lengths), -1)
        np.minimum.at(first, self.owners[own], self.index[own])
        np.maximum.at(last, self.owners[own], self.index[own])
        index, owners = self.index[self.places], self.owners[self.places]
        return index <= first[owners], index >= last[owners]


def _repeated(keys: Numbers, owners: Numbers) -> tuple[Numbers, Numbers]:
    """Return the places of the lines that stand in two reports or more, equal ones together, and their group."""
    order = np.argsort(keys, kind="stable")
    runs = np.cumsum(np.r_[False, keys[order][1:] != keys[order][:-1]])
    first, last = (np.full(int(runs[-1]) + 1, start) for start in (owners[-1] + 1, -1))
    np.minimum.at(first, runs, owners[order])
    np.maximum.at(last, runs, owners[order])
    keep = (first < last)[runs] & (keys[order] != _NEVER)
    return order[keep], np.unique(runs[keep], return_inverse=True)[1]


def _root(home: Numbers, number: int) -> int:
    while home[number] != number:
        home[number] = home[home[number]]
        number = int(home[number])
    return number
