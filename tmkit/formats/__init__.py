"""Bilingual files in and out: `read` and `write` pick the format by the file's name.

The formats are the values in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tmkit.errors import FileError
from tmkit.files import replacing
from tmkit.formats.base import Format
from tmkit.formats.tmx import TMX
from tmkit.model import Header, Unit

__all__ = ["FORMATS", "Format", "for_path", "read", "write"]

FORMATS: tuple[Format, ...] = (TMX,)

_BY_EXTENSION = {extension: fmt for fmt in FORMATS for extension in fmt.extensions}


def for_path(path: Path) -> Format:
    """Return the format that a file's extension stands for; `FileError` for an unknown one."""
    try:
        return _BY_EXTENSION[path.suffix.lower()]
    except KeyError:
        known = ", ".join(_BY_EXTENSION)
        raise FileError(path, "unknown kind of bilingual file", remedy=f"use one of {known}") from None


@contextmanager
def read(path: Path) -> Iterator[tuple[Header, Iterator[Unit]]]:
    """Open a bilingual file and give its header and its units, one at a time."""
    fmt = for_path(path)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="check the path") from error
    with stream:
        yield fmt.read(stream, name=str(path))


def write(path: Path, header: Header, units: Iterable[Unit]) -> int:
    """Write a bilingual file whole or not at all; return how many units it holds."""
    fmt = for_path(path)
    with replacing(path) as stream:
        return fmt.write(header, units, stream)
