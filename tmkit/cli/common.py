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
from tmkit.errors import FileError

JSON = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
ENCODING = click.option(
    "--encoding", metavar="NAME", help="How the file is encoded, where it isn't found out rightly: cp1258, viscii, vni…"
)


def lang(value: str) -> str:
    """Return the bare code of a language tag; the error for an unknown one names the known ones."""
    return languages.get(value).code


LANGUAGE = lang
"""The type of an option that takes a language; click shows the function's name for it."""


def _some_lang(value: str) -> str:
    return languages.find(value).code


SOME_LANGUAGE = click.types.FuncParamType(_some_lang)
"""The type of an option that takes any language of the CLDR."""
SOME_LANGUAGE.name = "LANG"


@contextmanager
def given(path: str) -> Iterator[Path]:
    """Give the file of an argument; `-` is what stands on stdin."""
    if path != "-":
        yield Path(path)
        return
    with tempfile.TemporaryDirectory(prefix="tmkit-") as folder:
        copy = Path(folder) / "stdin.txt"
        copy.write_bytes(stdin_bytes())
        try:
            yield copy
        except FileError as error:
            raise FileError("-", error.reason, remedy=error.remedy, line=error.line) from error


def stdin_bytes() -> bytes:
    """Return what stands on stdin; `FileError` where it is closed."""
    if sys.stdin is None:
        raise FileError("-", "stdin is closed", remedy="give a file, or pipe a text in")
    return sys.stdin.buffer.read()


def print_json(value: object) -> None:
    """Print a value as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


def quiet() -> bool:
    """Say whether the user wants results alone."""
    return _asked("quiet")


def verbose() -> bool:
    """Say whether the user wants to know more."""
    return _asked("verbose")


def _asked(name: str) -> bool:
    return bool((click.get_current_context().find_root().obj or {}).get(name))


WIDE = 160
"""Columns of what is printed into a file or a pipe."""


def console(*, error: bool = False) -> Console:
    """Return a console that colours on a terminal alone and heeds NO_COLOR."""
    from rich.console import Console

    screen = Console(stderr=error, highlight=False)
    return screen if screen.is_terminal else Console(stderr=error, highlight=False, width=WIDE)
