"""Bytes of lexicon files, plain or compressed, and never more than a machine can hold."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from tmkit.errors import FileError

MOST_BYTES = 256 * 2**20
"""Bytes that are read of a file, after inflating it."""
MOST_ENTRIES = 10**6
"""Entries, or lines, that are read of a file."""
_GZIP, _XZ = b"\x1f\x8b", b"\xfd7zXZ\x00"
_AGAIN = "download it again"
_SMALLER = "take a smaller one, or only the part that is needed"

Item = TypeVar("Item")


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""


class Capped:
    """A stream that stops with a `FileError` at too many bytes or at damage in a compressed file."""

    def __init__(self, stream: _Readable, path: Path, most: int) -> None:
        """Let `most` bytes of the stream pass."""
        self._stream, self._path, self._left = stream, path, most

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, all that is left without a size."""
        wanted = self._left + 1 if size < 0 else min(size, self._left + 1)
        try:
            data = self._stream.read(wanted)
        except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
            raise FileError(self._path, f"damaged or cut off ({error})", remedy=_AGAIN) from error
        self._left -= len(data)
        if self._left < 0:
            raise FileError(self._path, "too large for a lexicon, unpacked", remedy=_SMALLER)
        return data


@contextmanager
def opened(path: Path, *, most: int | None = None) -> Iterator[Capped]:
    """Give the bytes of a file as a stream, inflated where it is gzip, dictzip or xz.

    Raises `FileError` for a file that is missing, unreadable, damaged, or larger than `most` bytes (`MOST_BYTES`).
    """
    most = MOST_BYTES if most is None else most
    with _raw(path) as raw:
        start = raw.read(len(_XZ))
        raw.seek(0)
        if start.startswith(_GZIP):
            with gzip.open(raw) as inflated:
                yield Capped(inflated, path, most)
        elif start == _XZ:
            with lzma.open(raw) as inflated:
                yield Capped(inflated, path, most)
        else:
            yield Capped(raw, path, most)


def _raw(path: Path) -> BinaryIO:
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "a device or a pipe"
        raise FileError(path, f"{what}, not a file", remedy="name a lexicon file")
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise FileError(path, "no such file", remedy="check the path") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileError(path, f"cannot be read ({why})", remedy="check the path and its permissions") from error


def load(path: Path, *, most: int | None = None) -> bytes:
    """Return all bytes of a file, inflated; errors as for `opened`."""
    with opened(path, most=most) as stream:
        return stream.read()


def lines(path: Path) -> Iterator[tuple[int, str | None]]:
    """Give the lines of a text with their numbers, from 1; None for a line that is no UTF-8."""
    data = load(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode()
    if b"\x00" in data:
        raise FileError(path, "not text", remedy="save it as UTF-8 text")
    for number, line in numbered(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), path):
        yield number, _decoded(line)


def numbered(items: Iterable[Item], path: Path) -> Iterator[tuple[int, Item]]:
    """Give the lines or entries of a file with their numbers, from 1; `FileError` where there is no end of them."""
    for number, item in enumerate(items, 1):
        if number > MOST_ENTRIES:
            raise FileError(path, f"more than {MOST_ENTRIES:,} entries", remedy=_SMALLER)
        yield number, item


def _decoded(line: bytes) -> str | None:
    try:
        return line.decode().rstrip("\r\n")
    except UnicodeDecodeError:
        return None
