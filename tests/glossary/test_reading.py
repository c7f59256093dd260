"""Concept files are read, and every fault in them is told at once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tmkit.errors import FileError
from tmkit.glossary import nodes
from tmkit.glossary.concepts import About, Concept, Relation, Term
from tmkit.glossary.reading import GlossaryError, read_glossary, read_with_faults

GOOD = """\
id: a
domain: system
status: approved
definition: {en: Care for all}
terms:
  vi: [{term: an sinh, status: preferred, pos: noun, sources: [S-1]}]
  fr:
    - {term: "non", status: preferred, gender: m}
valid_to: 2025-03-01
related: [{to: b, rel: see-also}]
"""
OTHER = "id: b\nterms: {en: [{term: care, status: admitted}]}\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_concept_as_it_stands_in_its_file(tmp_path: Path) -> None:
    glossary = read_glossary(write(tmp_path, a=GOOD, b=OTHER))
    assert glossary.concepts[0] == Concept(
        id="a",
        domain="system",
        status="approved",
        definition={"en": "Care for all"},
        terms={
            "vi": (Term(text="an sinh", status="preferred", pos="noun", sources=("S-1",)),),
            "fr": (Term(text="non", status="preferred", gender="m"),),
        },
        valid_to="2025-03-01",
        related=(Relation(to="b", rel="see-also"),),
    )
    assert [concept.id for concept in glossary.concepts] == ["a", "b"]
    assert glossary.files["a"] == tmp_path / "a.yaml"
    assert glossary.languages == ("vi", "fr", "en")


FAULTS = {
    "no is false": (
        "id: x\nterms:\n  no: [{term: ja, status: preferred}]\n",
        '3: terms: no without quotes is read as true or false, and a text is wanted; write "no"',
    ),
    "a time of day": (
        "id: x\nterms:\n  vi: [{term: 22:30, status: preferred}]\n",
        '3: terms.vi[0].term: 22:30 without quotes is read as a number, and a text is wanted; write "22:30"',
    ),
    "a number": (
        "id: x\nterms:\n  vi: [{term: 15, status: preferred}]\n",
        '3: terms.vi[0].term: 15 without quotes is read as a number, and a text is wanted; write "15"',
    ),
    "a date": (
        "id: x\nnote: 2025-01-01\nterms:\n  vi: [{term: a, status: preferred}]\n",
        '2: note: 2025-01-01 without quotes is read as a date, and a text is wanted; write "2025-01-01"',
    ),
    "an unknown key": (
        "id: x\ndefinitoin: {en: a}\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "2: definitoin: unknown key 'definitoin'; did you mean 'definition'?",
    ),
    "an unknown key of a term": (
        "id: x\nterms:\n  vi: [{term: a, status: preferred, gendre: f}]\n",
        "3: terms.vi[0].gendre: unknown key 'gendre'; did you mean 'gender'?",
    ),
    "an unknown status": (
        "id: x\nterms:\n  vi:\n    - term: a\n      status: prefered\n",
        "5: terms.vi[0].status: 'prefered' is no status; did you mean 'preferred'?",
    ),
    "an unknown language": (
        "id: x\nterms:\n  vn: [{term: a, status: preferred}]\n",
        "3: terms.vn: unknown language 'vn'; did you mean 'vi'?",
    ),
    "a term without its text": (
        "id: x\nterms:\n  vi: [{status: preferred}]\n",
        "3: terms.vi[0].term: 'term' is missing; add `term:`",
    ),
    "a mapping for a list": (
        "id: x\nterms:\n  vi: {term: a}\n",
        "3: terms.vi: a mapping stands where a list is wanted; begin each item with a dash",
    ),
    "a text for a mapping": (
        "id: x\nterms:\n  vi: [a]\n",
        "3: terms.vi[0]: a text stands where a mapping (keys with colons) is wanted",
    ),
    "an empty value": (
        "id: x\nnote:\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "2: note: empty; give it a value, or take the key away",
    ),
    "a term of 10,000 characters": (
        f"id: x\nterms:\n  vi: [{{term: {'a' * 10_000}, status: preferred}}]\n",
        "3: terms.vi[0].term: 10,000 characters long; a term has at most 500",
    ),
    "a day that never was": (
        "id: x\nvalid_to: 2025-02-30\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "2: valid_to: '2025-02-30' is no date; write YYYY-MM-DD",
    ),
    "a year for a day": (
        "id: x\nvalid_to: 2024\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "2: valid_to: '2024' is no date; write YYYY-MM-DD",
    ),
    "a note without a word": (
        'id: x\nnote: " "\nterms:\n  vi: [{term: a, status: preferred}]\n',
        "2: note: empty; give it a value, or take it away",
    ),
    "a form without a letter": (
        'id: x\nterms:\n  vi:\n    - term: a\n      status: preferred\n      forms: [b, ""]\n',
        "6: terms.vi[0].forms[1]: empty; give it a value, or take it away",
    ),
    "a status without a word": (
        'id: x\nstatus: ""\nterms:\n  vi: [{term: a, status: preferred}]\n',
        "2: status: '' is no status; use one of draft, review, approved, retired",
    ),
    "a term without a letter": (
        'id: x\nterms:\n  vi: [{term: "", status: preferred}]\n',
        "3: terms.vi[0].term: empty; write the term, or take the entry away",
    ),
    "a key twice": (
        "id: x\nnote: a\nnote: b\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "3: note: 'note' stands here twice; keep one of them",
    ),
    "another id than the file's": (
        "id: y\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "1: id: 'y' in a file called 'x'; give both the same name",
    ),
    "a reference to nothing": (
        "id: x\nterms:\n  vi: [{term: a, status: preferred}]\nrelated:\n  - {to: z, rel: see-also}\n",
        "5: related[0].to: there is no concept 'z' in this glossary; add it, or take this away",
    ),
    "an alias": (
        "id: x\nterms:\n  vi: &v [{term: a, status: preferred}]\n  fr: *v\n",
        "3: terms.fr: an alias (*) repeats another part of the file; write it out",
    ),
    "a line break": (
        'id: x\nterms:\n  vi: [{term: "a\\nb", status: preferred}]\n',
        "3: terms.vi[0].term: a control character or a line break in it; write it in one line",
    ),
    "a colon": (
        "id: x\nnote: a: b\n",
        "2: no valid YAML: mapping values are not allowed in this context; put a text with a colon in it into quotes",
    ),
    "no concept": ("- a\n", "1: no concept in it; write `id:`, `terms:` and what belongs to them"),
    "nothing": ("", "1: no concept in it; write `id:`, `terms:` and what belongs to them"),
    "null": ("null\n", "1: no concept in it; write `id:`, `terms:` and what belongs to them"),
    "a NUL": ("id: x\nnote: a\0b\n", "2: no valid YAML: U+0000 may not stand in a file; take it away"),
    "30,000 brackets": (
        f"id: x\nnote: {'[' * 30_000}{']' * 30_000}",
        "2: nested too deep; a concept needs five levels",
    ),
    "30,000 pairs": (f"id: x\nnote: {'[a: ' * 30_000}", "2: nested too deep; a concept needs five levels"),
    "30,000 dashes": ("- " * 30_000, "1: nested too deep; a concept needs five levels"),
    "30,000 dashes after a line break that few know": (
        f"note:\u2028 {'- ' * 30_000}",
        "2: nested too deep; a concept needs five levels",
    ),
    "1,000 indents": (
        "\n".join(f"{' ' * i}a:" for i in range(1000)),
        "101: nested too deep; a concept needs five levels",
    ),
    "a tag": (
        "id: x\nnote: !!python/object:os.system a\nterms:\n  vi: [{term: a, status: preferred}]\n",
        "2: note: the tag 'tag:yaml.org,2002:python/object:os.system' is not used here; take it away",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_and_its_line(tmp_path: Path, name: str) -> None:
    text, wanted = FAULTS[name]
    _, faults = read_with_faults(write(tmp_path, x=text))
    assert [str(fault) for fault in faults] == [f"{tmp_path / 'x.yaml'}:{wanted}"]


def test_all_faults_of_all_files_at_once_and_the_rest_usable(tmp_path: Path) -> None:
    write(tmp_path, a=GOOD, b=OTHER, **{f"x{i}": text for i, (text, _) in enumerate(FAULTS.values())})
    glossary, faults = read_with_faults(tmp_path)
    assert {concept.id for concept in glossary.concepts} == {"a", "b"}
    assert {fault.file.name for fault in faults} == {f"x{i}.yaml" for i in range(len(FAULTS))}
    with pytest.raises(GlossaryError) as caught:
        read_glossary(tmp_path)
    assert caught.value.faults == faults


def test_one_id_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(OTHER, encoding="utf-8")
    _, faults = read_with_faults(write(tmp_path, b=OTHER))
    assert [fault.reason for fault in faults] == ["'b' is the id of b.yaml too"]


def test_sources_and_domains_are_those_of_the_glossary(tmp_path: Path) -> None:
    about = (
        "name: g\nlanguages: [vi, fr]\ndomains: {sistem: {en: System}}\nsources:\n  S-2: {title: A, date: 2011-13}\n"
    )
    _, faults = read_with_faults(write(tmp_path, a=GOOD, b=OTHER, glossary=about))
    assert [(f.file.name, f.line, f.path, f.reason) for f in faults] == [
        ("glossary.yaml", 5, "sources.S-2.date", "'2011-13' is no date")
    ]
    write(tmp_path, glossary=about.replace("-13", "-12"))
    _, faults = read_with_faults(tmp_path)
    assert [(f.file.name, f.line, f.path, f.reason, f.remedy) for f in faults] == [
        ("a.yaml", 2, "domain", "there is no domain 'system' in glossary.yaml", "did you mean 'sistem'?"),
        (
            "a.yaml",
            6,
            "terms.vi[0].sources[0]",
            "there is no source 'S-1' in glossary.yaml",
            "add it, or take this away",
        ),
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("id: x\nnote: été".encode("latin-1"))
    (tmp_path / "y.yaml").mkdir()
    _, faults = read_with_faults(tmp_path)
    assert [(f.file.name, f.line, f.reason) for f in faults] == [
        ("x.yaml", 2, "not in UTF-8"),
        ("y.yaml", 1, "no ordinary file"),
    ]
    with pytest.raises(FileError, match="cannot be read as a glossary"):
        read_glossary(tmp_path / "none")


def test_brackets_side_by_side_are_not_deep(tmp_path: Path) -> None:
    terms = "".join(f"    - {{term: a{i}, status: admitted, forms: [b]}}\n" for i in range(100))
    assert len(read_glossary(write(tmp_path, x=f"id: x\nterms:\n  vi:\n{terms}")).concepts[0].terms["vi"]) == 100


@given(
    st.lists(st.sampled_from(["[", "{", "a: ", "- ", "? ", ": ", "\n", "\n ", "\u2028  ", "]", "}", ", "]), max_size=60)
)
def test_what_is_not_counted_is_not_deep(parts: list[str]) -> None:
    text = "".join(parts)
    depth = deepest = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(depth, deepest)
    assert deepest <= nodes.levels_at_most(text)


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    (tmp_path / "y.yaml").symlink_to("/dev/zero")
    (tmp_path / "glossary.yaml").symlink_to("x.yaml")
    (tmp_path / "z.yaml").symlink_to(write(tmp_path, a=OTHER) / "a.yaml")
    _, faults = read_with_faults(tmp_path)
    assert [(f.file.name, f.reason) for f in faults] == [
        ("a.yaml", "'b' in a file called 'a'"),
        ("glossary.yaml", "no ordinary file"),
        ("x.yaml", "no ordinary file"),
        ("y.yaml", "no ordinary file"),
        ("z.yaml", "'b' in a file called 'z'"),
    ]


def test_endings_in_capitals(tmp_path: Path) -> None:
    for name, text in (("a.YAML", GOOD), ("b.Yml", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [concept.id for concept in read_glossary(tmp_path).concepts] == ["a", "b"]


def test_a_folder_that_cannot_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, b=OTHER)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.X_OK)
    with pytest.raises(FileError, match=r"its files may be listed but not opened\); allow it with: chmod u\+x "):
        read_glossary(tmp_path)


@pytest.mark.parametrize("text", ["", "# Ours\n", "---\n", "null\n", "{}"])
def test_a_page_may_be_empty(tmp_path: Path, text: str) -> None:
    assert read_glossary(write(tmp_path, b=OTHER, glossary=text)).about == About(name=tmp_path.name)


def test_a_page_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "glossary.yml").write_text("lisence: CC0-1.0\n", encoding="utf-8")
    _, faults = read_with_faults(write(tmp_path, b=OTHER, glossary="- a\n"))
    assert [str(fault).removeprefix(f"{tmp_path}/") for fault in faults] == [
        "glossary.yaml:1: nothing about a glossary in it; write `name:`, `languages:` or another of its keys",
        "glossary.yml:1: id: 'id' is missing; add `id:`",
        "glossary.yml:1: terms: 'terms' is missing; add `terms:`",
        "glossary.yml:1: lisence: unknown key 'lisence'; use one of id, domain, status, definition, note, terms, "
        "related, valid_from, valid_to, replaced_by",
        "glossary.yml:1: a concept cannot be called 'glossary'; glossary.yaml is what the glossary says of itself",
    ]
