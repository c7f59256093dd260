"""Findings as people and programs read them: `write` gives text, JSON, SARIF or a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.output import as_json, html, sarif, text
from tmkit.glossary.consistency.output.base import Layout

__all__ = ["FORMATS", "write"]

_WRITERS = {"text": text.lines, "json": as_json.lines, "sarif": sarif.lines, "html": html.lines}
FORMATS: tuple[str, ...] = tuple(_WRITERS)


def write(
    findings: Sequence[Finding],
    checks: Sequence[Check],
    fmt: str,
    stream: TextIO,
    *,
    colour: Callable[[str, str], str] | None = None,
    root: Path | None = None,
    title: str = "Glossary",
) -> None:
    """Write findings in one of `FORMATS`.

    `checks` are those that were made. `colour(text, style)` dresses a piece of the text format; its styles are
    `error`, `warning`, `info`, `file`, `mark` and `mute`. Files are named as seen from `root`, else from the
    working folder. `title` heads the page.
    """
    layout = Layout(root=root or Path.cwd(), title=title, colour=colour or _plain)
    for line in _WRITERS[fmt](findings, checks, layout):
        stream.write(line)


def _plain(piece: str, _style: str) -> str:
    return piece
