"""What several commands share: options, input from stdin, output, tables."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

if TYPE_CHECKING:
    from rich.console import Console

import tmkit.lang as languages

JSON = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
ENCODING = click.option(
    "--encoding", metavar="NAME", help="How the file is encoded, where it isn't found out rightly: cp1258, viscii, vni…"
)


class LanguageType(click.ParamType):
    """A language tag; the value is the language's bare code."""

    name = "lang"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code, or let the error name the known ones."""
        return languages.get(value).code


LANGUAGE = LanguageType()


@contextmanager
def given(path: str) -> Iterator[Path]:
    """Give the file of an argument; `-` is what stands on stdin."""
    if path != "-":
        yield Path(path)
        return
    with tempfile.TemporaryDirectory(prefix="tmkit-") as folder:
        copy = Path(folder) / "stdin.txt"
        copy.write_bytes(sys.stdin.buffer.read())
        yield copy


def print_json(value: object) -> None:
    """Print a value as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


def quiet() -> bool:
    """Say whether the user wants results alone."""
    context = click.get_current_context().find_root()
    return bool((context.obj or {}).get("quiet"))


WIDE = 160
"""Columns of what is printed into a file or a pipe."""


def console(*, error: bool = False) -> Console:
    """Return a console that colours on a terminal alone and heeds NO_COLOR."""
    from rich.console import Console

    screen = Console(stderr=error, highlight=False)
    return screen if screen.is_terminal else Console(stderr=error, highlight=False, width=WIDE)
