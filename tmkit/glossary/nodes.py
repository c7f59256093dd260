"""YAML as plain strings, each with its line: nothing is guessed to be a number, a date or a truth value."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.reader import Reader

Value = str | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "merge": "a merge key",
    "value": "a default key",
    "binary": "binary data",
}
_DATES = frozenset({"valid_from", "valid_to", "date"})
"""Keys whose dates need no quotes."""
_DAYS = frozenset({("valid_from",), ("valid_to",)})
"""Where a day is wanted: whatever else stands there is no date, which `rules` says better."""
_DEEPEST = 30
_COMPOSED = 100
"""Levels that may be composed: libyaml's composer calls itself for each, and too many end the whole process."""
_HEAD = re.compile("(?:^|[\\n\\r\\x85\\u2028\\u2029])([-?: \\t]*)")
"""What stands in a line before its first block can begin, the last of several `- - -` included."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something wrong in a YAML text: where, what, and what to do."""

    line: int
    path: Path
    reason: str
    remedy: str


class Document:
    """One YAML document: its value, its faults, and the line of every part of it."""

    def __init__(self, text: str) -> None:
        """Parse a text; whatever is wrong with it is in `faults`, the rest in `value`."""
        self.faults: list[Spot] = []
        self.value: Value = None
        self._seen: set[int] = set()
        self._root = self._composed(text)
        if isinstance(self._root, yaml.CollectionNode):
            self.value = self._plain(self._root, ())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it but comments, `null` or `{}`."""
        is_null = self._root is None or self._root.tag == "tag:yaml.org,2002:null"
        return not self.faults and (is_null or self.value == {})

    def line(self, path: Sequence[Hashable]) -> int:
        """Return the line (1-based) of the part that a path leads to, or of the nearest one above it."""
        node, line = self._root, 1
        for step in path:
            pair = next(((key, value) for name, key, value in _children(node) if name == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        return line

    def _composed(self, text: str) -> yaml.Node | None:
        try:
            # Counting them takes half as long as reading does.
            deep = _too_deep(text) if levels_at_most(text) > _COMPOSED else None
            if deep is None:
                return yaml.compose(text, _Loader)
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            self.faults.append(_broken(error, text))
        else:
            self.faults.append(Spot(deep, (), "nested too deep", "a concept needs five levels"))
        return None

    def _plain(self, node: yaml.Node, path: Path) -> Value:
        if id(node) in self._seen:
            self._fault(node, path, "an alias (*) repeats another part of the file", "write it out")
            return None
        self._seen.add(id(node))
        if len(path) > _DEEPEST:
            self._fault(node, path, "nested too deep", "a concept needs five levels")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, value in node.value:
            name = self._scalar(key, path) if isinstance(key, yaml.ScalarNode) else None
            if name is None:
                if not isinstance(key, yaml.ScalarNode):
                    self._fault(key, path, "a key is a list or a mapping", "write a word before the colon")
                continue
            if name in found:
                self._fault(key, (*path, name), f"{name!r} stands here twice", "keep one of them")
                continue
            found[name] = self._plain(value, (*path, name))
        return found

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> str | None:
        """Return the text as it stands there; None for an empty place."""
        text = str(node.value)
        kind = node.tag.removeprefix("tag:yaml.org,2002:")
        if node.tag == _STRING or (kind == "timestamp" and path and path[-1] in _DATES):
            return text
        if path in _DAYS and text and kind in _READ_AS and not node.style:
            return text
        if kind == "null" and not text:
            self._fault(node, path, "empty", "give it a value, or take the key away")
            return None
        if node.style or kind not in _READ_AS:
            self._fault(node, path, f"the tag {node.tag!r} is not used here", "take it away")
        else:
            reason = f"{text} without quotes is read as {_READ_AS[kind]}, and a text is wanted"
            self._fault(node, path, reason, f'write "{text}"')
        return text

    def _fault(self, node: yaml.Node, path: Path, reason: str, remedy: str) -> None:
        self.faults.append(Spot(node.start_mark.line + 1, path, reason, remedy))


def _children(node: yaml.Node | None) -> Iterator[tuple[Hashable, yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value if isinstance(key, yaml.ScalarNode) else None, key, value
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield i, item, item


def levels_at_most(text: str) -> int:
    """Return a number of levels that a text does not exceed, found without parsing it.

    >>> levels_at_most("a: [b]")
    4
    """
    # A bracket may open two levels (`[a: [`), and so may a column (a dash under a key as far left as the key).
    columns = max(map(len, _HEAD.findall(text))) + 1
    return 2 * (columns + text.count("[") + text.count("{"))


def _too_deep(text: str) -> int | None:
    """Return the line in which a text has more levels than may be composed, None where there is no such line."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _COMPOSED:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _broken(error: yaml.YAMLError | UnicodeEncodeError, text: str) -> Spot:
    if found := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        return Spot(line, (), f"no valid YAML: U+{ord(found[0]):04X} may not stand in a file", "take it away")
    mark = getattr(error, "problem_mark", None)
    reason = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    if not reason:
        reason = str(getattr(error, "reason", "")) or "cannot be parsed"
    return Spot(mark.line + 1 if mark else 1, (), f"no valid YAML: {reason}", _hint(reason))


def _hint(reason: str) -> str:
    if "mapping values are not allowed" in reason:
        return "put a text with a colon in it into quotes"
    if "'\\t'" in reason or "tab" in reason:
        return "indent with blanks, not with tabs"
    return "mend the file there or in the line before"
