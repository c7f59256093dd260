"""Values as the YAML text of a glossary's files: quotes where a reader would guess, short entries in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Plain = str | Sequence["Plain"] | Mapping[str, "Plain"]
"""What a file holds: texts, lists and mappings of texts."""
WIDTH = 120
"""Columns that an entry of one line may have."""
STEP = 2
_ALWAYS_BLOCK = frozenset({"definition", "terms", "domains", "sources"})
"""Mappings whose entries have lines of their own."""
_GUESSED = frozenset("y n yes no on off true false null ~ = << .inf -.inf +.inf .nan".split())
"""What YAML 1.1 or 1.2 reads as something other than a text, in lower case."""
# Integers of any base, sexagesimals (22:30), floats (1e3, .5, 1_000.0), dates: what YAML 1.1 or 1.2 knows, and more.
_NUMBER = re.compile(r"[-+]?\.?\d[\dA-FOTXZa-fotxz_.,:+\- ]*")
_LEADS = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?=\s|$)|---|\.\.\.")
"""Beginnings that mean something to YAML."""
_INSIDE = re.compile(r":(?=\s|$)|\s#")
_INSIDE_FLOW = re.compile(r"[,\[\]{}?:]")
_UNSEEN = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_UNPRINTABLE = re.compile(f"[{_UNSEEN}]")
_ESCAPED = re.compile(rf'["\\{_UNSEEN}]')
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def scalar(text: str, *, flow: bool) -> str:
    r"""Return a text in one line, in double quotes where it needs them; `flow` says whether it stands within {} or [].

    >>> [scalar(text, flow=True) for text in ("an sinh xã hội", "no", "22:30", "một, hai")]
    ['an sinh xã hội', '"no"', '"22:30"', '"một, hai"']
    """
    return text if _may_be_plain(text, flow=flow) else f'"{_ESCAPED.sub(_escape, text)}"'


def _may_be_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _UNPRINTABLE.search(text):
        return False
    if text.lower() in _GUESSED or _NUMBER.fullmatch(text) or _LEADS.match(text) or _INSIDE.search(text):
        return False
    return not (flow and _INSIDE_FLOW.search(text))


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _SHORT_ESCAPES.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


def flow(value: Plain) -> str:
    """Return a value in one line.

    >>> flow({"term": "hộ nghèo", "forms": ["a", "b"]})
    '{term: hộ nghèo, forms: [a, b]}'
    """
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(flow_entry(key, item) for key, item in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def flow_entry(key: str, value: Plain) -> str:
    """Return an entry of a mapping in one line."""
    return f"{scalar(key, flow=True)}: {flow(value)}"


def block(values: Mapping[str, Plain], indent: int = 0) -> str:
    """Return a mapping in lines; the first is not indented, and the last has no line break.

    >>> print(block({"definition": {"en": "Poor household"}, "related": [{"to": "sp-0002", "rel": "see-also"}]}))
    definition:
      en: Poor household
    related:
      - {to: sp-0002, rel: see-also}
    """
    return _joined((entry(key, value, indent) for key, value in values.items()), indent)


def entry(key: str, value: Plain, indent: int) -> str:
    """Return an entry of a mapping in block style; its first line is not indented."""
    name, inner = scalar(key, flow=False), indent + STEP
    if isinstance(value, str):
        return f"{name}: {text(value, inner)}"
    if isinstance(value, Mapping) and key in _ALWAYS_BLOCK and value:
        return f"{name}:\n{' ' * inner}{block(value, inner)}"
    line = f"{name}: {flow(value)}"
    if isinstance(value, Mapping) or not (indent + len(line) > WIDTH or any(isinstance(x, Mapping) for x in value)):
        return line
    return f"{name}:\n{' ' * inner}" + _joined((f"- {item(each, inner + STEP)}" for each in value), inner)


def item(value: Plain, column: int) -> str:
    """Return an item of a list that begins in a column: in one line where that fits, else an entry a line."""
    if isinstance(value, str):
        return text(value, column)
    line = flow(value)
    return block(value, column) if isinstance(value, Mapping) and column + len(line) > WIDTH else line


def text(value: str, indent: int) -> str:
    """Return a text for block style: several lines as they are, under a `|`."""
    lines = value.split("\n")
    if len(lines) == 1 or not lines[0] or not _may_be_literal(lines):
        return scalar(value, flow=False)
    mark, lines = ("|", lines[:-1]) if not lines[-1] else ("|-", lines)
    return "\n".join([mark, *(" " * indent + line if line else "" for line in lines)])


def _may_be_literal(lines: Sequence[str]) -> bool:
    if lines[0].startswith((" ", "\t")) or lines[-2:] == ["", ""]:
        return False
    return not any(line != line.rstrip() or _UNPRINTABLE.search(line) for line in lines)


def _joined(entries: Iterable[str], indent: int) -> str:
    return f"\n{' ' * indent}".join(entries)
