"""A YAML text changed where its content changes, and nowhere else.

YAML libraries that keep comments still write the whole file anew: wrapped lines are joined, columns and indents made
their own. Here the parser only says where each part stands, and the new parts are put into the old text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import yaml

from tmkit.glossary import layout
from tmkit.glossary.layout import Plain

_Item = tuple[yaml.Node | None, yaml.Node]
"""The key (none in a list) and the value of a collection's entry."""


def patched(text: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> str:
    """Return the text that holds `new` where it held `old`; all else stays as it is, byte for byte.

    The text is one that YAML reads, with a mapping in it; `old` may have defaults that don't stand in it, and may lack
    `[]` and `{}` that do. Comments vanish with the entry they stand in, never those above it.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    patch = _Patch(text if text.endswith("\n") else text + _newline(text))
    if root is not None:
        patch.change(root, old, new)
    after = patch.applied()
    last = text.rpartition("\n")[2]
    return after[: -len(patch.newline)] if last and after.rstrip("\r\n").rpartition("\n")[2] == last else after


def _newline(text: str) -> str:
    before, found, _ = text.partition("\n")
    return "\r\n" if found and before.endswith("\r") else "\n"


@dataclass
class _Patch:
    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def newline(self) -> str:
        return _newline(self.text)

    def applied(self, start: int = 0, end: int | None = None) -> str:
        """Return what a part of the text becomes."""
        end = len(self.text) if end is None else end
        parts, done = [], start
        for first, last, new in sorted(self.edits, key=lambda edit: edit[:2]):
            if start <= first and last <= end:
                parts += [self.text[done:first], new]
                done = last
        return "".join([*parts, self.text[done:end]])

    def put(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, end, new.replace("\n", self.newline)))

    def swap(self, start: int, end: int, new: str) -> None:
        """Put a value in the place of another; a comment behind that one goes behind the first of several lines."""
        rest = self.line_end(end) - 1 if "\n" in new else end
        behind = self.text[end:rest].rstrip("\r")
        first, found, others = new.partition("\n")
        self.put(start, end + len(behind), f"{first}{behind}{found}{others}")

    def change(self, node: yaml.Node, old: Plain, new: Plain) -> None:
        """Change a collection's entries; it has some before and after."""
        if isinstance(new, Mapping):
            assert isinstance(node, yaml.MappingNode)
            _Collection(self, node, node.value).change_mapping(old if isinstance(old, Mapping) else {}, new)
        else:
            assert isinstance(node, yaml.SequenceNode)
            assert not isinstance(old, Mapping)
            _Collection(self, node, [(None, value) for value in node.value]).change_list(old, new)

    def line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        return self.text.index("\n", place) + 1

    def column(self, place: int) -> int:
        return place - self.line_start(place)

    def end(self, node: yaml.Node) -> int:
        """Return where a value ends; the parser counts the blank lines and comments after a block to it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, yaml.ScalarNode) or node.style not in ("|", ">"):
            return end
        head, *_ = self.text[start : self.line_end(start)].split("#")
        # Under a `|+` the line breaks at the end are content, all but the last of them on lines of their own.
        content = self.text[start:end]
        return start + len(content.removesuffix("\n") if "+" in head else content.rstrip(" \t\r\n"))


@dataclass
class _Collection:
    """A mapping or a list of the old text; `entries` are what stands in it."""

    patch: _Patch
    node: yaml.CollectionNode
    entries: Sequence[_Item]

    def change_mapping(self, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> None:
        places = {str(key.value): i for i, (key, _) in enumerate(self.entries) if key is not None}
        gone = {i for key, i in places.items() if key in old and key not in new}
        added: list[tuple[int, str]] = []
        after = -1
        for key, value in new.items():
            if key not in places:
                if old.get(key) != value:
                    added.append((after, self._added(key, value)))
                continue
            after = places[key]
            if old.get(key) != value:
                self._change_entry(after, old.get(key), key, value)
        self._splice(gone, added)

    def change_list(self, old: Sequence[Plain], new: Sequence[Plain]) -> None:
        gone: set[int] = set()
        added: list[tuple[int, str]] = []
        matcher = SequenceMatcher(None, [*map(_identity, old)], [*map(_identity, new)], autojunk=False)
        for _, first, last, start, stop in matcher.get_opcodes():
            common = min(last - first, stop - start)
            for i, j in zip(range(first, first + common), range(start, start + common), strict=True):
                if old[i] != new[j]:
                    self._change_entry(i, old[i], "", new[j])
            gone |= {*range(first + common, last)}
            added += [(first + common - 1, self._added("", value)) for value in new[start + common : stop]]
        self._splice(gone, added)

    def _change_entry(self, i: int, old: Plain | None, key: str, new: Plain) -> None:
        name, node = self.entries[i]
        alike = isinstance(node, yaml.MappingNode) == isinstance(new, Mapping) and not isinstance(new, str)
        if alike and isinstance(node, yaml.CollectionNode) and old and new and node.value:
            self.patch.change(node, old, new)
            if not self._too_wide(node):
                return
            self._forget(node)
        start = (name or node).start_mark.index
        self.patch.swap(start, self.patch.end(node), self._written(key, new, self.patch.column(start)))

    def _too_wide(self, node: yaml.CollectionNode) -> bool:
        """Say whether an entry of one line has become longer than a line may be, and can be written in several."""
        start, end = node.start_mark.index, node.end_mark.index
        if self.node.flow_style or not node.flow_style or "\n" in self.patch.text[start:end]:
            return False
        room = layout.WIDTH - self.patch.column(start)
        return end - start <= room < len(self.patch.applied(start, end))

    def _forget(self, node: yaml.Node) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        self.patch.edits = [edit for edit in self.patch.edits if not start <= edit[0] <= edit[1] <= end]

    def _written(self, key: str, value: Plain, column: int) -> str:
        """Return an entry that begins in a column; one of a list without its dash."""
        listed = isinstance(self.node, yaml.SequenceNode)
        if self.node.flow_style:
            return layout.flow(value) if listed else layout.flow_entry(key, value)
        return layout.item(value, column) if listed else layout.entry(key, value, column)

    def _added(self, key: str, value: Plain) -> str:
        if self.node.flow_style or isinstance(self.node, yaml.MappingNode):
            return self._written(key, value, self._indent)
        return "- " + self._written(key, value, self._indent + layout.STEP)

    @property
    def _indent(self) -> int:
        """The column of the keys or dashes; a tag or an anchor may stand before the first key."""
        name = self.entries[0][0]
        return self.patch.column((name or self.node).start_mark.index)

    def _splice(self, gone: set[int], added: Sequence[tuple[int, str]]) -> None:
        """Take entries away, and put texts after others (-1: before the first)."""
        kept = [i for i in range(len(self.entries)) if i not in gone]
        if not kept:
            self._rewrite([text for _, text in added])
        elif self.node.flow_style:
            self._splice_flow(gone, kept, added)
        else:
            self._splice_block(gone, kept, added)

    def _rewrite(self, texts: Sequence[str]) -> None:
        """Put new entries in the place of all that were there; a comment above the first stays."""
        start, end = self.node.start_mark.index, self.patch.end(self.node)
        if self.node.flow_style:
            self.patch.put(start + 1, end - 1, ", ".join(texts))
        else:
            self.patch.swap(start, end, f"\n{' ' * self._indent}".join(texts))

    def _splice_flow(self, gone: set[int], kept: Sequence[int], added: Sequence[tuple[int, str]]) -> None:
        first, last = kept[0], kept[-1]
        for i in (i for i in gone if i < last):
            self.patch.put(self._start(i), self._start(i + 1), "")
        if last < len(self.entries) - 1:
            place = self._end(last)
            # A comment after the last comma belongs to what stays, and a comma may stand at the end.
            if "#" in self.patch.text[place : self._start(last + 1)]:
                place = self._start(last + 1)
            self.patch.put(place, self._end(len(self.entries) - 1), "")
        for after, text in added:
            before = max((i for i in kept if i <= after), default=None)
            if before is None:
                self.patch.put(self._start(first), self._start(first), f"{text}, ")
            else:
                self.patch.put(self._end(before), self._end(before), f", {text}")

    def _splice_block(self, gone: set[int], kept: Sequence[int], added: Sequence[tuple[int, str]]) -> None:
        for i in gone:
            self.patch.put(*self._lines(i), "")
        for after, text in added:
            self._insert(max((i for i in kept if i <= after), default=None), kept[0], text)

    def _insert(self, before: int | None, first: int, text: str) -> None:
        pad = " " * self._indent
        if before is None:
            place = self._start(first)
            self.patch.put(place, place, f"{text}\n{pad}")
            return
        place = self.patch.line_end(self._end(before))
        self.patch.put(place, place, f"{pad}{text}\n")

    def _lines(self, i: int) -> tuple[int, int]:
        """Return what goes with an entry in block style: its lines, or up to the next one if it stands after a dash."""
        start, end = self._start(i), self.patch.line_end(self._end(i))
        line = self.patch.line_start(start)
        if self.patch.text[line:start].strip() and i + 1 < len(self.entries):
            return start, self._start(i + 1)
        return line, end

    def _start(self, i: int) -> int:
        """Return where an entry begins, with the dash of a list's item."""
        name, node = self.entries[i]
        if name is not None or self.node.flow_style:
            return (name or node).start_mark.index
        if i == 0:
            return self.node.start_mark.index
        dashes = re.compile(rf"^ {{{self._indent}}}-(?=\s)", re.MULTILINE)
        found = [*dashes.finditer(self.patch.text, self._end(i - 1), node.start_mark.index)]
        return found[-1].end() - 1 if found else node.start_mark.index

    def _end(self, i: int) -> int:
        return self.patch.end(self.entries[i][1])


def _identity(value: Plain) -> str:
    """Return what an entry of a list is known by when other parts of it change."""
    if isinstance(value, Mapping):
        return str(value.get("term") or (value.get("to"), value.get("rel")))
    return str(value)
