"""The patterns of all terms in one tree, by their words, and the runs of a text's words that lead to an end of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from tmkit.glossary.overlaps import Hit
from tmkit.glossary.patterns import Pattern

HYPHENS = frozenset("-‐‑")
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

    def runs(self, names: Sequence[str], gaps: Sequence[str]) -> Runs:
        """Return the runs of words that are a pattern's.

        `gaps` is what stands before each word, and after the last.
        """
        names = [*names, _PAST]
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
