"""Decisions in a file: one bead a line, with no word of the reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

import tmkit.lang as languages
from tmkit.align.decisions.base import Decision, Decisions, Verdict, clashing, ordered
from tmkit.errors import FileError, UnknownLanguageError
from tmkit.files import replacing

FIRST = "# tmkit decisions 1"
COLUMNS = ("verdict", "source", "target", "source_hashes", "target_hashes")
_VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_NOTHING = "-"
"""An empty side; an empty cell at a line's end would not survive editors that take away trailing blanks."""
_HASH = re.compile(r"[0-9a-f]{12}")
_INDEX = re.compile(r"[0-9]{1,9}")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_AGAIN = "write the decision again with `tmkit decide`, or take the line out"


def find_decisions(folder: Path) -> list[Path]:
    """Return the files of decisions in a folder, sorted; none where there is no such folder."""
    try:
        paths = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        remedy = "name a folder of decisions that can be read"
        raise FileError(folder, f"no folder of decisions to read ({error.strerror})", remedy=remedy) from error
    return [path for path in paths if path.suffix == ".tsv" and not path.name.startswith(".") and path.is_file()]


def printable(name: str) -> str:
    """Return a report's name as a line of a file can hold it."""
    return _CONTROL.sub(" ", name).strip()


def write_decisions(path: Path, decisions: Decisions) -> None:
    """Write decisions to a file, one bead a line in the order of the text; `FileError` where that can't be."""
    with replacing(path) as stream:
        stream.write("".join(f"{line}\n" for line in _lines(decisions)).encode("utf-8", "backslashreplace"))


def _lines(decisions: Decisions) -> Iterator[str]:
    yield FIRST
    yield f"# source\t{decisions.source_lang}\t{printable(decisions.source_name)}"
    yield f"# target\t{decisions.target_lang}\t{printable(decisions.target_name)}"
    yield "\t".join(COLUMNS)
    for item in ordered(decisions.items):
        sides = (item.source, item.target, item.source_hashes, item.target_hashes)
        yield "\t".join([item.verdict, *(" ".join(map(str, side)) or _NOTHING for side in sides)])


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a file; raises `FileError` with the line of whatever can't be used."""
    return _Reader(path).read()


class _Reader:
    """Reads one file; `number` is the 1-based line that it is at."""

    def __init__(self, path: Path) -> None:
        self.path, self.number = path, 0

    def error(self, reason: str, remedy: str, line: int | None = None) -> FileError:
        return FileError(self.path, reason, remedy=remedy, line=line or self.number)

    def read(self) -> Decisions:
        lines = self._read_lines()
        sides = self._head(lines)
        items: list[Decision] = []
        numbers: list[int] = []
        for self.number, line in enumerate(lines[4:], 5):
            if line.strip():
                items.append(self._item(line))
                numbers.append(self.number)
        clash = clashing(items)
        if clash:
            reason = f"{clash[2]} (line {numbers[clash[0]]})"
            raise self.error(reason, "keep one of the two lines", numbers[clash[1]])
        (source_lang, source_name), (target_lang, target_name) = sides
        return Decisions(
            source_lang=source_lang,
            target_lang=target_lang,
            source_name=source_name,
            target_name=target_name,
            items=ordered(items),
        )

    def _read_lines(self) -> list[str]:
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            raise FileError(self.path, "no such file", remedy="check the path") from None
        except OSError as error:
            raise FileError(self.path, f"cannot be read ({error.strerror})", remedy="check its permissions") from error
        except UnicodeDecodeError as error:
            raise FileError(self.path, "not in UTF-8", remedy="save it as UTF-8") from error
        lines = [line.removesuffix("\r") for line in text.split("\n")]
        for self.number, line in enumerate(lines, 1):
            if line.startswith(_CONFLICT):
                marks = ", ".join(_CONFLICT[:1] + _CONFLICT[2:])
                remedy = f"keep the lines that are right, of both sides, and delete the lines with {marks}"
                raise self.error("git left a merge conflict here", remedy)
        return lines

    def _head(self, lines: Sequence[str]) -> list[tuple[str, str]]:
        self.number = 1
        if lines[0].strip() != FIRST:
            newer = lines[0].startswith(FIRST.rstrip("1"))
            remedy = "use the tmkit that wrote it" if newer else f"the first line of one is {FIRST!r}"
            raise self.error(f"no file of decisions that this tmkit knows: {lines[0][:60]!r}", remedy)
        sides = [self._side(name, lines) for name in ("source", "target")]
        if sides[0][0] == sides[1][0]:
            raise self.error("both reports are in one language", "name the language of each")
        self.number = 4
        if tuple(_cells(lines, 3)) != COLUMNS:
            raise self.error("no row of headings, or a wrong one", f"write {' '.join(COLUMNS)}, with tabs between")
        return sides

    def _side(self, name: str, lines: Sequence[str]) -> tuple[str, str]:
        """Return the language and the file name that a line of the head gives."""
        self.number += 1
        cells = _cells(lines, self.number - 1)
        if len(cells) != 3 or cells[0] != f"# {name}" or not cells[2].strip():
            raise self.error(f"does not name the {name}", f"write `# {name}`, the language and the file, tabs between")
        try:
            return languages.get(cells[1]).code, cells[2].strip()
        except UnknownLanguageError as error:
            raise self.error(str(error), "mend the line") from error

    def _item(self, line: str) -> Decision:
        cells = line.split("\t")
        # Editors that take away trailing blanks also take an empty last cell.
        cells += [""] * (len(cells) == len(COLUMNS) - 1 and not _words(cells[2]))
        if len(cells) != len(COLUMNS):
            raise self.error(f"{len(cells)} columns where there should be {len(COLUMNS)}", _AGAIN)
        sides = [self._keys(cells[1], cells[3], "source"), self._keys(cells[2], cells[4], "target")]
        if not any(sides):
            raise self.error("a bead without a sentence", _AGAIN)
        return Decision(
            verdict=self._verdict(cells[0].strip()),
            source=tuple(index for index, _ in sides[0]),
            target=tuple(index for index, _ in sides[1]),
            source_hashes=tuple(mark for _, mark in sides[0]),
            target_hashes=tuple(mark for _, mark in sides[1]),
        )

    def _verdict(self, word: str) -> Verdict:
        for verdict in _VERDICTS:
            if word == verdict:
                return verdict
        close = get_close_matches(word, _VERDICTS, n=1)
        remedy = f"did you mean {close[0]!r}?" if close else f"use {' or '.join(_VERDICTS)}"
        raise self.error(f"unknown verdict {word!r}", remedy)

    def _keys(self, indices: str, marks: str, side: str) -> list[tuple[int, str]]:
        places, found = _words(indices), _words(marks)
        for word in places:
            if not _INDEX.fullmatch(word):
                raise self.error(f"{word!r} is no index of a sentence of the {side}", _AGAIN)
        for word in found:
            if not _HASH.fullmatch(word):
                raise self.error(f"{word!r} is no hash; a hash is 12 of 0-9 and a-f", _AGAIN)
        if len(places) != len(found):
            raise self.error(f"{len(places)} sentences of the {side} and {len(found)} hashes", _AGAIN)
        keys = sorted(zip(map(int, places), found, strict=True))
        if len(set(keys)) < len(keys):
            raise self.error(f"a sentence of the {side} stands there twice", _AGAIN)
        return keys


def _cells(lines: Sequence[str], place: int) -> list[str]:
    return lines[place].rstrip().split("\t") if place < len(lines) else []


def _words(cell: str) -> list[str]:
    return [] if cell.strip() == _NOTHING else cell.split()
