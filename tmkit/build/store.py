"""The working folder of a build: every report on disk, so that memory holds one or two at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from tmkit.build.base import Article
from tmkit.model import Unit


class Articles:
    """Reports with their sentences, kept in a folder under their number."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that exists."""
        self._folder = folder

    def put(self, number: int, article: Article) -> None:
        """Keep an article."""
        (self._folder / f"{number}.article").write_bytes(msgspec.msgpack.encode(article))

    def get(self, number: int) -> Article:
        """Return an article that was kept."""
        data = (self._folder / f"{number}.article").read_bytes()
        return msgspec.msgpack.decode(data, type=Article)


class Units:
    """Translation units, kept in a file in the order they came; equal ones once."""

    def __init__(self, path: Path) -> None:
        """Start an empty file."""
        self._path = path
        self._seen: set[str] = set()
        path.write_bytes(b"")

    def __len__(self) -> int:
        """Return how many units are kept."""
        return len(self._seen)

    def extend(self, units: Sequence[Unit]) -> None:
        """Keep the units whose content is not kept yet."""
        with self._path.open("ab") as stream:
            for unit in units:
                if unit.id not in self._seen:
                    self._seen.add(unit.id)
                    data = msgspec.msgpack.encode(unit)
                    stream.write(len(data).to_bytes(4, "big") + data)

    def __iter__(self) -> Iterator[Unit]:
        """Give the units again, one at a time."""
        decoder = msgspec.msgpack.Decoder(Unit)
        with self._path.open("rb") as stream:
            while size := stream.read(4):
                yield decoder.decode(stream.read(int.from_bytes(size, "big")))
