"""A glossary's files are written: new ones in the house's layout, old ones changed where their content changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import TypeVar

from tmkit.errors import FileError
from tmkit.files import replacing
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.layout import Plain, block
from tmkit.glossary.nodes import Document
from tmkit.glossary.reading import ABOUT, Fault, GlossaryError, bytes_of, concept_files, parse

_SCHEMA = "# yaml-language-server: $schema="
_BOM = "\ufeff"
_Record = Concept | About | Term | Relation | Source
_T = TypeVar("_T", Concept, About)


def render(concept: Concept, *, schema: str | None = None) -> str:
    """Return a concept as the text of its file; `schema` is where an editor finds the JSON Schema of such files.

    >>> print(render(Concept(id="sp-0001", terms={"vi": (Term(text="hộ nghèo", status="preferred"),)})), end="")
    id: sp-0001
    status: draft
    terms:
      vi:
        - {term: hộ nghèo, status: preferred}
    """
    return _headed(schema) + block(as_values(concept)) + "\n"


def render_about(about: About, *, schema: str | None = None) -> str:
    """Return what a glossary says of itself as the text of its `glossary.yaml`."""
    return _headed(schema) + (block(as_values(about)) or "{}") + "\n"


def as_values(value: Concept | About) -> Mapping[str, Plain]:
    """Return what a file holds of a concept or a glossary: its keys in their order, without those that say nothing."""
    return _values(value)


def schema_of(folder: Path) -> str | None:
    """Return where the concept files of a folder say that their schema is: None if they don't."""
    files = [*concept_files(folder)[:1], folder / ABOUT] if folder.is_dir() else []
    for file in files:
        first = text_of(file).split("\n", 1)[0].strip() if file.exists() else ""
        if first.startswith(_SCHEMA):
            return first.removeprefix(_SCHEMA).replace("glossary.schema.json", "concept.schema.json")
    return None


def write_glossary(glossary: Glossary, folder: Path) -> tuple[Path, ...]:
    """Write a glossary's files into a folder, and return those that had to change.

    A file that is there already is changed where its content differs, so that its comments stay; files of other
    concepts are left alone. All is checked before the first file is written. Raises `GlossaryError` with every fault.
    """
    schema = schema_of(folder)
    there = {file.stem: file for file in concept_files(folder)} if folder.is_dir() else {}
    texts: dict[Path, str] = {}
    faults: list[Fault] = []
    for concept in glossary.concepts:
        file = there.get(concept.id, folder / f"{concept.id}.yaml")
        try:
            texts[file] = updated(file, concept) if concept.id in there else checked(file, concept, schema=schema)
        except GlossaryError as error:
            faults += error.faults
    if faults:
        raise GlossaryError(faults)
    texts[folder / ABOUT] = _about_text(folder / ABOUT, glossary.about, schema)
    return write_texts(texts)


def write_texts(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write each file that would change, in one go each, and return them."""
    changed = {path: text.encode() for path, text in texts.items() if not path.exists() or _content(path) != text}
    for path, content in changed.items():
        with replacing(path) as stream:
            stream.write(content)
    return tuple(changed)


def update_concept(file: Path, concept: Concept) -> bool:
    """Make a file hold this concept, and say whether it had to change.

    What doesn't change stays as it is, byte for byte: comments, order, quotes, line breaks. Raises `GlossaryError`
    where the file has faults, or the concept would be one that cannot be read.
    """
    return bool(write_texts({file: updated(file, concept)}))


def updated(file: Path, concept: Concept) -> str:
    """Return the text that a concept's file has to become."""
    return _updated(file, concept)


def checked(file: Path, concept: Concept, *, schema: str | None = None) -> str:
    """Return the text of a new concept file, having read it back; raises `GlossaryError` for what breaks a rule."""
    return _read_back(render(concept, schema=schema), file, concept)


def _about_text(file: Path, about: About, schema: str | None) -> str:
    if file.exists():
        return _updated(file, about)
    own = schema.replace("concept.schema.json", ABOUT.replace(".yaml", ".schema.json")) if schema else None
    return _read_back(render_about(about, schema=own), file, about)


def _updated(file: Path, value: _T) -> str:
    from tmkit.glossary.patching import patched

    content, text = _content(file), text_of(file)
    old, faults = parse(text, file, type(value))
    if old is None:
        raise GlossaryError(faults)
    if isinstance(old, About) and not old.name:
        # Without a name of its own a glossary has that of its folder.
        old = replace(old, name=file.parent.resolve().name)
    if old == value:
        return content
    # Where nothing is there is nothing to put anything into.
    empty = Document(text).is_empty
    text = _comments(text) + _rendered(value) if empty else patched(text, as_values(old), as_values(value))
    return (_BOM if content.startswith(_BOM) else "") + _read_back(text, file, value)


def _read_back(text: str, file: Path, value: _T) -> str:
    """Return the text if it says what it should: an error in our own writing must not cost anybody's work."""
    again, faults = parse(text, file, type(value))
    if isinstance(again, About) and isinstance(value, About):
        again = replace(again, name=again.name or value.name)
    if again == value:
        return text
    if faults and parse(_rendered(value), file, type(value))[1]:
        raise GlossaryError(faults)
    raise FileError(file, "cannot be changed and keep its layout", remedy="change it in an editor")


def _comments(text: str) -> str:
    return "".join(f"{line}\n" for line in text.splitlines() if line.lstrip()[:1] in ("", "#"))


def _rendered(value: Concept | About) -> str:
    return render(value) if isinstance(value, Concept) else render_about(value)


def _content(file: Path) -> str:
    try:
        return bytes_of(file).decode()
    except UnicodeDecodeError as error:
        raise FileError(file, "not in UTF-8", remedy="save it as UTF-8") from error


def text_of(file: Path) -> str:
    """Return the text of a glossary's file, without a byte order mark; raises `FileError` for one that has none."""
    return _content(file).removeprefix(_BOM)


def _headed(schema: str | None) -> str:
    return f"{_SCHEMA}{schema}\n" if schema else ""


def _values(value: _Record) -> dict[str, Plain]:
    return {
        "term" if name == "text" else name: _plain(given)
        for name, default in _defaults(type(value)).items()
        # The status of a draft is written too: who reads the file should see it.
        if (given := getattr(value, name)) != default or name == "status"
    }


def _plain(value: object) -> Plain:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    assert isinstance(value, _Record)
    return _values(value)


def _defaults(kind: type[_Record]) -> Mapping[str, object]:
    """Return the fields of a type with what they are when nothing is said; MISSING for those that must be there."""
    return {f.name: f.default if f.default_factory is MISSING else f.default_factory() for f in fields(kind)}
