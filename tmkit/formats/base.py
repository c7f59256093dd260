"""What a bilingual file format is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from tmkit.model import Header, Unit


class Reader(Protocol):
    """Parses a stream into its header and its units, one at a time; `name` is for error messages."""

    def __call__(self, stream: BinaryIO, *, name: str) -> tuple[Header, Iterator[Unit]]:
        """Return the header and an iterator of units."""


class Writer(Protocol):
    """Serialises a header and units to a stream, one at a time."""

    def __call__(self, header: Header, units: Iterable[Unit], stream: BinaryIO) -> int:
        """Write them all; return how many units."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format, as a value."""

    name: str
    extensions: tuple[str, ...]
    read: Reader
    write: Writer
