"""The patterns of all terms in one tree, by their words, and the runs of a text's words that lead to an end of it.

A short text is walked word by word; of a long one all words take each step together, as arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from tmkit.glossary.overlaps import Hit
from tmkit.glossary.patterns import Pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HYPHENS = frozenset("-‐‑")
_MANY = 2000
"""Words from which arrays are worth making."""
_PAST = "\n"
"""The name of the word after the last."""
Run: TypeAlias = tuple[int, int, "End"]
"""The first and the last word, and what ends there."""
Runs: TypeAlias = tuple[list[Hit], list[Run]]
"""The terms that need no second look, and the runs that do; each by their first word, the shorter before the longer."""


class End:
    """Where terms end in the trie."""

    __slots__ = ("patterns", "simple")

    def __init__(self) -> None:
        self.patterns: list[Pattern] = []
        self.simple = True
        """Whether blanks between the words are enough for all of them, and all of them are terms."""


class Node(dict[str, "Node"]):
    """A place in the trie: the words that may follow, and the terms that end here."""

    end: End | None = None


class Trie:
    """The tree, with the words' names: all words that share a form have one."""

    def __init__(self, found: Sequence[Pattern]) -> None:
        """Build the tree of some patterns."""
        self.canon = _canon(found)
        self.shared = _shared(found, self.canon)
        """Patterns with a word whose name covers more than its own forms."""
        self._root = _tree(found, self.canon, self.shared)
        self._singles = frozenset(name for name, node in self._root.items() if node.end)
        self._pairs = frozenset((name, following) for name, node in self._root.items() for following in node)
        self._arrays: _Arrays | None = None

    def runs(self, names: Sequence[str], gaps: Sequence[str]) -> Runs:
        """Return the runs of words that are a pattern's.

        `gaps` is what stands before each word, and after the last.
        """
        if len(names) < _MANY:
            return self._walked([*names, _PAST], gaps)
        self._arrays = self._arrays or _Arrays(self._root)
        return self._arrays.runs(names, gaps)

    def _walked(self, names: Sequence[str], gaps: Sequence[str]) -> Runs:
        plain: list[Hit] = []
        rest: list[Run] = []
        for first in self._begins(names):
            node: Node | None = self._root[names[first]]
            last, blanks = first, gaps[first] not in HYPHENS
            while node is not None:
                if node.end is not None:
                    if blanks and node.end.simple:
                        plain.append((first, last, node.end.patterns))
                    else:
                        rest.append((first, last, node.end))
                last += 1
                node = node.get(names[last])
                blanks = blanks and gaps[last] == " "
        return plain, rest

    def _begins(self, names: Sequence[str]) -> list[int]:
        """Return the words that begin a pattern, as far as the next word tells: the only look at most words."""
        pairs, singles = self._pairs, self._singles
        neighbours = enumerate(pairwise(names))
        return [i for i, pair in neighbours if pair in pairs or pair[0] in singles]


class _Ids(dict[str, int]):
    """Numbers of names; 0 for all that the tree doesn't have."""

    def __missing__(self, name: str) -> int:
        return 0


class _Kinds(dict[str, int]):
    """What stands between two words: a blank, a hyphen or anything else."""

    def __missing__(self, gap: str) -> int:
        return _OTHER


_BLANK, _HYPHEN, _OTHER = range(3)
_GAPS = _Kinds({" ": _BLANK, **dict.fromkeys(HYPHENS, _HYPHEN)})


class _Arrays:
    """The tree as arrays: a step is looked up as state times the number of names plus the word's number."""

    def __init__(self, root: Node) -> None:
        import numpy as np

        self._ids = _Ids()
        self._ends: list[End] = []
        """By state; an empty one where nothing ends."""
        steps: list[tuple[int, int]] = []
        begins: dict[int, int] = {}
        waiting = [(root, -1)]
        for node, state in waiting:
            for name, inner in node.items():
                number = self._ids.setdefault(name, len(self._ids) + 1)
                target = len(self._ends)
                self._ends.append(inner.end or End())
                if state < 0:
                    begins[number] = target
                else:
                    steps.append((state << 32 | number, target))
                waiting.append((inner, target))
        steps.sort()
        self._keys = np.array([key for key, _ in steps], dtype=np.int64)
        self._targets = np.array([target for _, target in steps], dtype=np.int64)
        self._is_end = np.array([bool(end.patterns) for end in self._ends], dtype=bool)
        self._is_simple = np.array([end.simple for end in self._ends], dtype=bool)
        self._begins = np.full(len(self._ids) + 1, -1, dtype=np.int64)
        self._begins[list(begins)] = list(begins.values())

    def runs(self, names: Sequence[str], gaps: Sequence[str]) -> Runs:
        """Return the same as a walk from every word."""
        import numpy as np

        ids = np.fromiter(map(self._ids.__getitem__, names), dtype=np.int64, count=len(names))
        marks = np.fromiter(map(_GAPS.__getitem__, gaps), dtype=np.int64, count=len(gaps))
        first, last, state = self._found(ids)
        order = np.lexsort((last, first))
        first, last, state = first[order], last[order], state[order]
        others = np.cumsum(marks != _BLANK)
        plain = self._is_simple[state] & (others[last] == others[first]) & (marks[first] != _HYPHEN)
        easy = zip(first[plain].tolist(), last[plain].tolist(), state[plain].tolist(), strict=True)
        hard = zip(first[~plain].tolist(), last[~plain].tolist(), state[~plain].tolist(), strict=True)
        ends = self._ends
        return [(a, b, ends[s].patterns) for a, b, s in easy], [(a, b, ends[s]) for a, b, s in hard]

    def _found(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return the first word, the last word and the state of every run that comes to an end of the tree."""
        import numpy as np

        first = np.flatnonzero(self._begins[ids] >= 0)
        state = self._begins[ids[first]]
        last = first
        found = []
        while first.size:
            ends = self._is_end[state]
            found.append((first[ends], last[ends], state[ends]))
            going = last + 1 < len(ids)
            first, last, state = first[going], last[going] + 1, state[going]
            if not (first.size and self._keys.size):
                break
            key = state << 32 | ids[last]
            place = np.minimum(np.searchsorted(self._keys, key), self._keys.size - 1)
            going = self._keys[place] == key
            first, last, state = first[going], last[going], self._targets[place[going]]
        empty = np.empty(0, dtype=np.int64)
        columns = zip(*found, strict=True) if found else (empty, empty, empty)
        one, other, places = (np.concatenate(column) if found else empty for column in columns)
        return one, other, places


def _canon(found: Iterable[Pattern]) -> dict[str, str]:
    """Return one name for all words that share a form, by form."""
    parent: dict[str, str] = {}

    def name(word: str) -> str:
        while (above := parent.get(word, word)) != word:
            word = above
        return word

    for pattern in found:
        for word, forms in zip(pattern.words, pattern.forms, strict=True):
            for form in forms:
                one, other = name(word), name(form)
                if one != other:
                    parent[other] = one
    return {word: name(word) for word in parent}


def _shared(found: Iterable[Pattern], canon: dict[str, str]) -> frozenset[Pattern]:
    """Return the patterns with a word whose name covers more than its own forms."""
    members: dict[str, set[str]] = {}
    for form, name in canon.items():
        members.setdefault(name, {name}).add(form)
    return frozenset(
        pattern
        for pattern in found
        for word, forms in zip(pattern.words, pattern.forms, strict=True)
        if not members.get(canon.get(word, word), {word}) <= forms
    )


def _tree(found: Iterable[Pattern], canon: dict[str, str], shared: frozenset[Pattern]) -> Node:
    """Return the patterns by the names of their words."""
    root = Node()
    for pattern in found:
        node = root
        for word in pattern.words:
            node = node.setdefault(canon.get(word, word), Node())
        node.end = node.end or End()
        node.end.patterns.append(pattern)
        is_plain = pattern.entry is not None and not (
            pattern.exact or pattern.capitals or any(pattern.gaps) or pattern.is_name
        )
        node.end.simple &= is_plain and pattern not in shared
    return root
