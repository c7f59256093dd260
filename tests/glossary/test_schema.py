"""The JSON Schemas accept and reject what reading accepts and rejects, and those in the docs are the newest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tmkit.glossary.concepts import About, Concept
from tmkit.glossary.nodes import Document
from tmkit.glossary.reading import ABOUT, concept_files, parse
from tmkit.glossary.schema import Json, schemas, write_schemas

KNOWN = frozenset(
    "$schema $defs $ref title description default type enum not properties required additionalProperties "
    "propertyNames items pattern maxLength maxItems".split()
)
TYPES: Mapping[str, type] = {"string": str, "array": list, "object": dict}


def faults(value: object, schema: Json, root: Mapping[str, Json]) -> Iterator[str]:
    """Give what a schema of the kind that we write finds in a value: these keywords and no others."""
    assert isinstance(schema, Mapping)
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        kind = str(schema["$ref"]).removeprefix("#/$defs/")
        yield from faults(value, below(below(root, "$defs"), kind), root)
    if "type" in schema and not isinstance(value, TYPES[str(schema["type"])]):
        yield f"{value!r} is no {schema['type']}"
        return
    if "enum" in schema and value not in each(schema, "enum"):
        yield f"{value!r} is not in the list"
    if "not" in schema and not any(faults(value, schema["not"], root)):
        yield f"{value!r} is what it must not be"
    if isinstance(value, str):
        yield from (
            f"{value!r} has another form" for p in [schema.get("pattern")] if p and not re.search(str(p), value)
        )
        yield from (
            f"{value!r} is long" for top in [schema.get("maxLength")] if isinstance(top, int) and len(value) > top
        )
    elif isinstance(value, list):
        yield from (
            f"{value!r} is long" for top in [schema.get("maxItems")] if isinstance(top, int) and len(value) > top
        )
        yield from (fault for item in value if "items" in schema for fault in faults(item, schema["items"], root))
    elif isinstance(value, dict):
        yield from faults_of_object(value, schema, root)


def faults_of_object(
    value: Mapping[str, object], schema: Mapping[str, Json], root: Mapping[str, Json]
) -> Iterator[str]:
    known = below(schema, "properties")
    yield from (f"{name!r} is missing" for name in each(schema, "required") if name not in value)
    for name, inner in value.items():
        if "propertyNames" in schema:
            yield from faults(name, schema["propertyNames"], root)
        rest = schema.get("additionalProperties", True)
        if name in known:
            yield from faults(inner, known[name], root)
        elif isinstance(rest, Mapping):
            yield from faults(inner, rest, root)
        elif not rest:
            yield f"{name!r} is unknown"


def below(schema: Mapping[str, Json], key: str) -> Mapping[str, Json]:
    inner = schema.get(key, {})
    assert isinstance(inner, Mapping)
    return inner


def each(schema: Mapping[str, Json], key: str) -> Sequence[Json]:
    inner = schema.get(key, [])
    assert isinstance(inner, Sequence)
    return inner


MADE = schemas()


def accepts(name: str, text: str) -> bool:
    schema = below(MADE, name)
    return not list(faults(Document(text).value, schema, schema))


GOOD = "id: sp-0001\nterms:\n  vi: [{term: hộ nghèo, status: preferred}]\n"
FULL = """\
id: sp-0001
domain: poverty
status: review
definition: {vi: Hộ có thu nhập thấp, fr-CA: Ménage pauvre, zh-Hant: 貧困家庭}
note: A note
terms:
  vi: []
  fr: [{term: ménage pauvre, status: forbidden, type: full-form, pos: noun, gender: m, number: plural, case: exact,
        region: fr-CA, forms: [a, b], context: c, sources: [S-1], reliability: editor, note: n}]
related: [{to: sp-0002, rel: part-of}]
valid_from: 2007-08-01
valid_to: "2025-03-01"
replaced_by: [sp-0003]
"""
CONCEPTS = [
    (GOOD, True),
    (FULL, True),
    (FULL.replace("domain: poverty", "domain:"), False),
    (FULL.replace("note: A note", "note:"), False),
    (FULL.replace("gender: m,", "gender: ,"), False),
    (FULL.replace("  vi: []", "  vi:"), False),
    (GOOD.replace("id: sp-0001\n", ""), False),
    (GOOD.split("terms")[0], False),
    (GOOD + "termes: {}\n", False),
    (GOOD + "status: done\n", False),
    (GOOD + "status:\n", False),
    (GOOD + "definition: poor\n", False),
    (GOOD + "definition: {english language: poor}\n", False),
    (GOOD + "definition: {en: [poor]}\n", False),
    (GOOD + "related: {to: a, rel: see-also}\n", False),
    (GOOD + "related: [{to: a}]\n", False),
    (GOOD + "related: [{to: a, rel: near}]\n", False),
    (GOOD + "replaced_by: sp-0002\n", False),
    (GOOD + "valid_to: 1 March 2025\n", False),
    (GOOD + "valid_to: 2025-13-01\n", False),
    (GOOD + "valid_to: 2025-03\n", False),
    (GOOD.replace("preferred", "best"), False),
    (GOOD.replace(", status: preferred", ""), False),
    (GOOD.replace("hộ nghèo", '"  "'), False),
    (GOOD.replace("hộ nghèo", "x" * 501), False),
    (GOOD.replace("hộ nghèo", "x" * 500), True),
    (GOOD.replace("hộ nghèo", "[hộ]"), False),
    (GOOD.replace("preferred}", "preferred, gender: feminine}"), False),
    (GOOD.replace("preferred}", "preferred, forms: hộ}"), False),
    (GOOD.split("  vi")[0].rstrip() + " {}\n", False),
    (GOOD.split("[{")[0] + "[]\n", False),
    ("[a]", False),
]
PAGES = [
    ("{}", True),
    ("name: a\ntitle: {en: A}\nlanguages: [vi, fr-CA]\nlicence: CC0-1.0\ndomains: {a: {en: A}}\n", True),
    ("sources: {S: {title: T, address: a, date: 2025-03, kind: law}}", True),
    ("sources: {S: {title: T, date: '2025'}}", True),
    ("sources: {S: {title: T, date: '25'}}", False),
    ("sources: {S: {title: T, date: 2025-02-40}}", False),
    ("sources: {S: {address: a}}", False),
    ("sources: {S: {title: T, kind: blog}}", False),
    ("sources: [S]", False),
    ("languages: vi", False),
    ("languages: [Vietnamese language]", False),
    ("domains: {a: A}", False),
    ("titel: {en: A}", False),
]


@pytest.mark.parametrize(("text", "good"), CONCEPTS)
def test_a_concept_is_accepted_as_it_is_read(text: str, good: bool) -> None:
    assert (parse(text, Path("sp-0001.yaml"), Concept)[1] == []) is good
    assert accepts("concept", text) is good


@pytest.mark.parametrize(("text", "good"), PAGES)
def test_a_glossary_s_page_is_accepted_as_it_is_read(text: str, good: bool) -> None:
    assert (parse(text, Path(ABOUT), About)[1] == []) is good
    assert accepts("glossary", text) is good


@pytest.mark.parametrize(
    "name", ["sp-0001", "a", "7", "law.2019_3", "lđ-0001", "貧困", "-a", "a b", "a/b", "a:b", ".a", ""]
)
def test_ids_are_accepted_as_they_are_read(name: str) -> None:
    text = GOOD.replace("sp-0001", f'"{name}"')
    faults = parse(text, Path(f"{name}.yaml"), Concept)[1]
    assert accepts("concept", text) is (not any(fault.path == "id" for fault in faults))


def test_our_own_glossaries_fit() -> None:
    for folder in (ROOT / "glossaries").iterdir():
        assert accepts("glossary", (folder / ABOUT).read_text("utf-8"))
        wrong = [file.name for file in concept_files(folder) if not accepts("concept", file.read_text("utf-8"))]
        assert not wrong


def test_every_key_has_a_title_and_a_description() -> None:
    for name in ("concept", "glossary"):
        schema = below(schemas(), name)
        kinds = [schema, *(below(below(schema, "$defs"), kind) for kind in below(schema, "$defs"))]
        for kind in kinds:
            assert kind["additionalProperties"] is False
            for key in ("title", "description"):
                assert kind[key]
                assert all(below(below(kind, "properties"), prop)[key] for prop in below(kind, "properties"))


def test_the_schemas_in_the_docs_are_the_newest(tmp_path: Path) -> None:
    """If this fails: `tmkit term schema docs/schemas`."""
    for file in write_schemas(tmp_path):
        assert (ROOT / "docs/schemas" / file.name).read_bytes() == file.read_bytes()
        assert json.loads(file.read_text("utf-8"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"
