"""A glossary's folder is read: every fault at once, each with its file, line and path."""

from __future__ import annotations

import os
import stat
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from tmkit.errors import FileError, TmkitError
from tmkit.glossary.concepts import UNSAID, About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.nodes import Document, Value
from tmkit.glossary.rules import about_rules, concept_rules, dangling

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

ABOUT = "glossary.yaml"
ENDINGS = (".yaml", ".yml")
"""How the names of concept files end, in capitals too."""
_LARGEST = 1 << 20
"""Bytes of a file; a concept has some thousand."""
_T = TypeVar("_T", Concept, About)
_NOTHING: Mapping[type, tuple[str, str]] = {
    Concept: ("no concept in it", "write `id:`, `terms:` and what belongs to them"),
    About: ("nothing about a glossary in it", "write `name:`, `languages:` or another of its keys"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a glossary's files that must be put right."""

    file: Path
    line: int
    path: str
    """Where in the file, as `terms.vi[0].status`."""
    reason: str
    remedy: str

    def __str__(self) -> str:
        """Return the one line that a user reads."""
        place = f"{self.path}: " if self.path else ""
        return f"{self.file}:{self.line}: {place}{self.reason}" + (f"; {self.remedy}" if self.remedy else "")


class GlossaryError(TmkitError):
    """A glossary has faults; `faults` holds them all."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults; the text shows each on a line of its own."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders."""
        return type(self), (self.faults,)


def read_glossary(folder: Path) -> Glossary:
    """Return the glossary of a folder.

    Raises `GlossaryError` with every fault of every file, `FileError` where there is no such folder.
    """
    glossary, faults = read_with_faults(folder)
    if faults:
        raise GlossaryError(faults)
    return glossary


def read_with_faults(folder: Path) -> tuple[Glossary, tuple[Fault, ...]]:
    """Return what can be used of a glossary's folder, and all that is wrong with the rest.

    A concept with a fault of its own is left out; one that only points to another that is not there stays.
    """
    files = concept_files(folder)
    faults: list[Fault] = []
    # A name in another encoding has characters that no text can hold.
    about = About(name=os.fsencode(folder.resolve().name).decode(errors="replace"))
    if (folder / ABOUT).exists():
        read, wrong = _read(folder / ABOUT, About)
        faults += wrong
        about = replace(read, name=read.name or about.name) if read else about
    concepts: dict[str, Concept] = {}
    places: dict[str, Path] = {}
    for file in files:
        concept, wrong = _read(file, Concept)
        if concept is not None and concept.id in concepts:
            reason = f"{concept.id!r} is the id of {places[concept.id].name} too"
            wrong, concept = [located(file, ("id",), reason, "give it another")], None
        faults += wrong
        if concept is not None:
            concepts[concept.id], places[concept.id] = concept, file
    glossary = Glossary(about, tuple(concepts.values()), folder, places)
    for concept_id, path, reason, remedy in dangling(glossary, {file.stem for file in files}):
        faults.append(located(places[concept_id], path, reason, remedy))
    return glossary, tuple(sorted(faults, key=lambda fault: (str(fault.file), fault.line)))


def concept_files(folder: Path) -> list[Path]:
    """Return the concept files of a folder in the order of their names."""
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in ENDINGS and file.name != ABOUT]
    except OSError as error:
        reason = f"cannot be read as a glossary ({error.strerror})"
        raise FileError(folder, reason, remedy="give the folder that holds its concept files") from error
    if not os.access(folder, os.X_OK):
        reason = "cannot be read as a glossary (its files may be listed but not opened)"
        raise FileError(folder, reason, remedy=f"allow it with: chmod u+x {folder}")
    return sorted(file for file in files if not file.name.startswith("."))


def read_concept(file: Path) -> tuple[Concept | None, list[Fault]]:
    """Return the concept of one file, or what is wrong with it."""
    return _read(file, Concept)


def _read(file: Path, kind: type[_T]) -> tuple[_T | None, list[Fault]]:
    try:
        text = _text(file)
    except FileError as error:
        return None, [Fault(file, error.line or 1, "", error.reason, error.remedy)]
    return parse(text, file, kind)


def parse(text: str, file: Path, kind: type[_T]) -> tuple[_T | None, list[Fault]]:
    """Return the concept (or the glossary's own page) that a YAML text holds, or what is wrong with it."""
    document = Document(text)
    faults = [Fault(file, spot.line, written(spot.path), spot.reason, spot.remedy) for spot in document.faults]
    value = None
    # All keys of `glossary.yaml` may be missing.
    content = {} if kind is About and document.is_empty else document.value
    if isinstance(content, dict):
        value, wrong = _validated(document, content, file, kind)
        known = {fault.path for fault in faults}
        faults += [fault for fault in wrong if fault.path not in known]
    elif not faults:
        faults = [Fault(file, 1, "", *_NOTHING[kind])]
    return (None, faults) if faults else (value, [])


def _validated(
    document: Document, content: Mapping[str, Value], file: Path, kind: type[_T]
) -> tuple[_T | None, list[Fault]]:
    from pydantic import ValidationError

    value, faults = None, []
    said = {"status": UNSAID, **content} if kind is Concept else content
    try:
        value = adapter(kind).validate_python(said)
    except ValidationError as error:
        faults = [_explained(document, file, details, kind) for details in error.errors(include_url=False)]
    rules = concept_rules(content, file.stem) if kind is Concept else about_rules(content)
    known = {fault.path for fault in faults}
    broken = [Fault(file, document.line(path), written(path), reason, remedy) for path, reason, remedy in rules]
    faults += [fault for fault in broken if fault.path not in known]
    return value, sorted(faults, key=lambda fault: fault.line)


def adapter(kind: type[_T]) -> TypeAdapter[_T]:
    """Return pydantic's validator of a type, made once."""
    return cast("TypeAdapter[_T]", _adapter(cast(Hashable, kind)))


@cache
def _adapter(kind: Hashable) -> TypeAdapter[object]:
    from pydantic import TypeAdapter

    return TypeAdapter(cast("type[object]", kind))


def located(file: Path, path: Sequence[str | int], reason: str, remedy: str) -> Fault:
    """Return a fault of a part of a file that has been read before."""
    return Fault(file, Document(_text(file)).line(path), written(path), reason, remedy)


def written(path: Iterable[object]) -> str:
    """Return a path as people write it.

    >>> written(("terms", "vi", 0, "status"))
    'terms.vi[0].status'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def bytes_of(file: Path) -> bytes:
    """Return the content of a glossary's file; raises `FileError` for one that can't be read, or is no such file."""
    try:
        status = file.stat()
        # A pipe or a device may have no end.
        if not stat.S_ISREG(status.st_mode):
            raise FileError(file, "no ordinary file", remedy="take it away, or put a file in its place")
        if status.st_size > _LARGEST:
            raise FileError(file, f"larger than {_LARGEST >> 20} MiB", remedy="write one concept a file")
        return file.read_bytes()
    except OSError as error:
        raise FileError(file, f"cannot be read ({error.strerror})", remedy="check its permissions") from error


def _text(file: Path) -> str:
    content = bytes_of(file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError(file, "not in UTF-8", remedy="save it as UTF-8", line=line) from error


def _explained(document: Document, file: Path, details: ErrorDetails, kind: type) -> Fault:
    path = details["loc"]
    reason, remedy = _words(details, path, kind)
    return Fault(file, document.line(path), written(path), reason, remedy)


def _words(details: ErrorDetails, path: tuple[str | int, ...], root: type) -> tuple[str, str]:
    """Say what pydantic found in the words of somebody who writes glossaries."""
    kind, given, name = details["type"], details.get("input"), str(path[-1]) if path else ""
    if kind == "unexpected_keyword_argument":
        return f"unknown key {name!r}", _nearest(name, _keys(root, path))
    if kind == "literal_error":
        known = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"{given!r} is no {name}", _nearest(str(given), known)
    if kind == "missing":
        return f"{name!r} is missing", f"add `{name}:`"
    if given is None:
        return "empty", "give it a value, or take the key away"
    if kind == "string_type":
        return f"{_shape(given)} stands where a text is wanted", "write a text, without a dash or a colon before it"
    wanted = "a list" if kind == "tuple_type" else "a mapping (keys with colons)"
    return (
        f"{_shape(given)} stands where {wanted} is wanted",
        "begin each item with a dash" if kind == "tuple_type" else "",
    )


def _shape(value: object) -> str:
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "a text"


def _keys(kind: type, path: Sequence[str | int]) -> list[str]:
    """Return the keys that are known beside the last step of a path."""
    inner = {"terms": Term, "related": Relation, "sources": Source}
    names = [f.name for f in fields(kind if len(path) == 1 else inner[str(path[0])])]
    return ["term" if name == "text" else name for name in names]


def _nearest(name: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(name.lower(), known, 1, 0.6)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
