"""Files written so that no reader ever sees half of one, and none is touched without need."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from tmkit.errors import FileError

_BLOCK = 1 << 16
_OLD = 3600
"""Seconds after which a temporary file is nobody's any more."""
_TEMPORARY = re.compile(r"(\..+\.)[a-z0-9_]{8}", re.DOTALL)
"""What `mkstemp` makes of a prefix."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content takes `path`'s place when the block ends without an error.

    A link is followed. A file that would stay the same byte for byte is left as it is, its time
    included. Raises `FileError` for a place that can't be written, or that holds no ordinary file.
    """
    try:
        place = path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, error) from error
    if place.exists() and not place.is_file():
        what = "is a folder" if place.is_dir() else "is a device or a pipe, not a file"
        raise FileError(path, what, remedy="name a file for the output")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=_prefix(place))
    except OSError as error:
        raise _unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        if not _same(temporary, place):
            temporary.chmod(_mode(place))
            temporary.replace(place)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time change what is in a folder; the others wait.

    Where the system has no such locks (Windows) nothing is locked.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _unwritable(path: Path, error: Exception) -> FileError:
    reason = getattr(error, "strerror", None) or str(error)
    return FileError(path, f"cannot be written ({reason})", remedy="choose another place for the output")


def _prefix(path: Path) -> str:
    return f".{path.name[:100]}."


def _sweep(path: Path) -> None:
    """Take away what a run that was killed has left beside the file; a run still going on is younger."""
    for left in _leftovers(path.parent.absolute()).get(_prefix(path), ()):
        left.unlink(missing_ok=True)


@lru_cache(maxsize=256)
def _leftovers(folder: Path) -> Mapping[str, Sequence[Path]]:
    """Return the old temporary files of a folder by their prefixes.

    It is looked through once a run: a look for each file would take hours where there are a hundred thousand.
    """
    found: dict[str, list[Path]] = defaultdict(list)
    for entry in os.scandir(folder):
        name = _TEMPORARY.fullmatch(entry.name)
        if name and entry.is_file(follow_symlinks=False) and time.time() - _changed(entry) > _OLD:
            found[name[1]].append(folder / entry.name)
    return dict(found)


def _changed(entry: os.DirEntry[str]) -> float:
    """Return when a file was changed; one that another run has taken away in the meantime is as good as new."""
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except FileNotFoundError:
        return time.time()


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets what the user's umask leaves."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as a, other.open("rb") as b:
        while block := a.read(_BLOCK):
            if block != b.read(_BLOCK):
                return False
    return True
