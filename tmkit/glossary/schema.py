"""The JSON Schemas of a glossary's files, for editors that complete keys and mark faults while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tmkit.files import replacing
from tmkit.glossary.concepts import UNSAID, About, Concept
from tmkit.glossary.reading import adapter
from tmkit.glossary.rules import LONGEST

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_DATE: Json = {"pattern": f"^[0-9]{{4}}-{_MONTH}-{_DAY}$"}
_TAG = {"pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$"}
_BY_LANGUAGE: Json = {"propertyNames": _TAG}
# Classes of letters are written differently by each dialect of regular expressions: this names what is no letter.
_NO_ID = r"\s!-,/:-@\[-^`{-~"
_RULES: Mapping[tuple[str, str], Json] = {
    ("Concept", "id"): {"pattern": rf"^[^{_NO_ID}._-][^{_NO_ID}]*$"},
    ("Concept", "definition"): _BY_LANGUAGE,
    # One term at least, in any language.
    ("Concept", "terms"): {"propertyNames": _TAG, "not": {"additionalProperties": {"maxItems": 0}}},
    ("Concept", "status"): {"default": UNSAID},
    ("Concept", "valid_from"): _DATE,
    ("Concept", "valid_to"): _DATE,
    ("Term", "term"): {"pattern": r"\S", "maxLength": LONGEST},
    ("About", "title"): _BY_LANGUAGE,
    ("About", "languages"): {"items": {"type": "string", **_TAG}},
    ("Source", "date"): {"pattern": f"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$"},
}
"""What `rules` asks of a property beyond its type, as far as a schema can say it."""


def schemas() -> Mapping[str, Json]:
    """Return the schemas of a concept's file and of `glossary.yaml`, by name."""
    return {
        "concept": _schema(adapter(Concept).json_schema(), "Concept", "A concept of a tmkit glossary"),
        "glossary": _schema(adapter(About).json_schema(), "About", "What a tmkit glossary says of itself"),
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write `concept.schema.json` and `glossary.schema.json` into a folder, and return them."""
    files = {folder / f"{name}.schema.json": schema for name, schema in schemas().items()}
    for file, schema in files.items():
        with replacing(file) as stream:
            stream.write(json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n")
    return tuple(files)


def _schema(made: Mapping[str, Json], name: str, title: str) -> Json:
    """Return pydantic's schema of a type with its rules, and those of the types in it."""
    inner = _mapping(made.get("$defs", {}))
    return {
        "$schema": _DRAFT,
        **_ruled(made, name),
        "title": title,
        "$defs": {kind: _ruled(_mapping(each), kind) for kind, each in inner.items()},
    }


def _ruled(schema: Mapping[str, Json], kind: str) -> dict[str, Json]:
    properties = _mapping(schema["properties"])
    return {**schema, "properties": {name: _property(_mapping(each), kind, name) for name, each in properties.items()}}


def _property(schema: Mapping[str, Json], kind: str, name: str) -> Json:
    # What is left out is None in our types; in a file an empty place is a fault, and no editor should fill in `null`.
    kept = {key: value for key, value in schema.items() if key != "anyOf" and (key != "default" or value)}
    choices = schema.get("anyOf", ())
    assert isinstance(choices, Sequence)
    given = [choice for choice in map(_mapping, choices) if choice.get("type") != "null"]
    return {**kept, **(given[0] if given else {}), **_mapping(_RULES.get((kind, name), {}))}


def _mapping(value: Json) -> Mapping[str, Json]:
    assert isinstance(value, Mapping)
    return value
