"""Concept files are read, and every fault in them is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmkit.errors import FileError
from tmkit.glossary.concepts import Concept, Relation, Term
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
        ("y.yaml", 1, "cannot be read (Is a directory)"),
    ]
    with pytest.raises(FileError, match="cannot be read as a glossary"):
        read_glossary(tmp_path / "none")


def test_a_file_nested_without_end(tmp_path: Path) -> None:
    _, faults = read_with_faults(write(tmp_path, x="id: x\nnote: " + "[" * 5000))
    assert len(faults) == 1
