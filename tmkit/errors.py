"""Errors that a user can put right; all derive from `TmkitError`."""

from __future__ import annotations

from pathlib import Path


class TmkitError(Exception):
    """Base class: the command line shows its text in one line and exits with 2."""


class FileError(TmkitError):
    """A file cannot be used as it is.

    `path` and `line` (1-based, None for the whole file) say where, `reason` what is wrong and
    `remedy` what to do about it.

    >>> str(FileError("a.txt", "no text in it", remedy="save the page again as text", line=3))
    'a.txt:3: no text in it; save the page again as text'
    """

    def __init__(self, path: str | Path, reason: str, *, remedy: str = "", line: int | None = None) -> None:
        """Keep the facts apart, for callers that show them apart."""
        self.path, self.line, self.reason, self.remedy = str(path), line, reason, remedy
        place = self.path if line is None else f"{self.path}:{line}"
        super().__init__(f"{place}: {reason}" + (f"; {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process to the one that shows it."""
        return _file_error, (type(self), self.path, self.reason, self.remedy, self.line)


def _file_error(kind: type[FileError], path: str, reason: str, remedy: str, line: int | None) -> FileError:
    return kind(path, reason, remedy=remedy, line=line)


class UnknownLanguageError(TmkitError):
    """No `Language` is known by this tag."""

    def __init__(self, tag: str, known: tuple[str, ...]) -> None:
        """Keep the tag that was asked for and those that exist."""
        self.tag, self.known = tag, known
        super().__init__(f"unknown language {tag!r}; use one of {', '.join(known)}")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders."""
        return type(self), (self.tag, self.known)


class MissingExtraError(TmkitError):
    """A feature needs an optional part of tmkit that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """Keep what was asked for and the extra that brings it."""
        self.what, self.extra = what, extra
        super().__init__(f"{what} needs an extra; run: pip install 'tmkit[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders."""
        return type(self), (self.what, self.extra)
