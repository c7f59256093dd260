"""Glossary files: new ones in the house's layout, old ones changed where their content changes."""

from __future__ import annotations

import difflib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term
from tmkit.glossary.layout import scalar
from tmkit.glossary.reading import GlossaryError, concept_files, parse, read_concept, read_glossary
from tmkit.glossary.writing import render, render_about, schema_of, update_concept, write_glossary

HOUSEHOLD = Concept(
    id="sp-0001",
    domain="poverty",
    status="approved",
    definition={"en": "Household under the poverty line", "vi": "Hộ có thu nhập dưới chuẩn nghèo"},
    note="Not hộ cận nghèo: that is a household just above the line",
    terms={
        "vi": (Term(text="hộ nghèo", status="preferred", sources=("S-1", "S-2")),),
        "fr": (
            Term(text="ménage pauvre", status="preferred", gender="m", forms=("ménages pauvres",)),
            Term(text="foyer pauvre", status="admitted", gender="m", note="Frequent in reports on Tết, " * 3),
        ),
        "no": (Term(text="fattig husholdning, 22:30", status="admitted"), Term(text="1e3", status="forbidden")),
    },
    related=(Relation(to="sp-0002", rel="see-also"),),
    valid_to="2025-03-01",
    replaced_by=("sp-0003",),
)
HOUSEHOLD_TEXT = """\
# yaml-language-server: $schema=../concept.schema.json
id: sp-0001
domain: poverty
status: approved
definition:
  en: Household under the poverty line
  vi: Hộ có thu nhập dưới chuẩn nghèo
note: "Not hộ cận nghèo: that is a household just above the line"
terms:
  vi:
    - {term: hộ nghèo, status: preferred, sources: [S-1, S-2]}
  fr:
    - {term: ménage pauvre, status: preferred, gender: m, forms: [ménages pauvres]}
    - term: foyer pauvre
      status: admitted
      gender: m
      note: "Frequent in reports on Tết, Frequent in reports on Tết, Frequent in reports on Tết, "
  "no":
    - {term: "fattig husholdning, 22:30", status: admitted}
    - {term: "1e3", status: forbidden}
related:
  - {to: sp-0002, rel: see-also}
valid_to: "2025-03-01"
replaced_by: [sp-0003]
"""
FILE = Path("sp-0001.yaml")


def read(text: str) -> Concept:
    concept, faults = parse(text, FILE, Concept)
    assert not faults
    assert concept is not None
    return concept


def test_a_concept_in_the_house_s_layout() -> None:
    assert render(HOUSEHOLD, schema="../concept.schema.json") == HOUSEHOLD_TEXT
    assert read(HOUSEHOLD_TEXT) == HOUSEHOLD


def test_our_own_glossaries_are_in_that_layout() -> None:
    """Nearly all: a hand may have set a line otherwise."""
    files = [file for folder in (ROOT / "glossaries").iterdir() for file in concept_files(folder)]
    other = []
    for file in files:
        concept, _ = read_concept(file)
        if concept and render(concept, schema="../../docs/schemas/concept.schema.json") != file.read_text("utf-8"):
            other.append(file.name)
    assert len(other) <= len(files) / 50


GUESSED = """no No NO n y yes on off true null Null NULL ~ = << 22:30 1:30:00 1e3 1E3 1.5 .5 1_000 0o17 017 0x1F 0b11
-1 +1 -.inf .NaN 2025-01-01 2025-1-1 1,043 12e03 1.""".split()
QUOTED = [
    " a",
    "a ",
    "\u00a0a",
    "- a",
    "-",
    "? a",
    "!a",
    "&a",
    "*a",
    "[a",
    "{a",
    "#a",
    "%a",
    "@a",
    "`a",
    "'a",
    '"a',
]
QUOTED += ["|", ">", "a: b", "a:", "a #b", "---", "...", "a\tb", "a\nb", "a\x85b", "a\u2028b", "a\ufeffb", "\x7f"]


@pytest.mark.parametrize("text", GUESSED + QUOTED)
def test_quotes_where_a_reader_would_guess(text: str) -> None:
    assert scalar(text, flow=False)[0] == scalar(text, flow=True)[0] == '"'
    concept = replace(HOUSEHOLD, note=text, definition={"vi": text}, domain=text)
    assert read(render(concept)) == concept


@pytest.mark.parametrize("text", ["an sinh xã hội", "1er mai", "COVID-19", "survivors' benefit", "l'État", "-phobie"])
def test_no_quotes_without_need(text: str) -> None:
    assert scalar(text, flow=True) == text


@pytest.mark.parametrize("text", ["a, b", "a [b]", "{a", "https://x.org/a", "a?"])
def test_quotes_within_braces_alone(text: str) -> None:
    assert (scalar(text, flow=False)[0] == '"') is (text == "{a")
    assert scalar(text, flow=True) == f'"{text}"'


def test_lines_of_a_note_stay_lines() -> None:
    assert (
        render(replace(HOUSEHOLD, terms={}, note="One\n\n  two: 2"))
        .split("note: ")[1]
        .startswith("|-\n  One\n\n    two: 2\nterms")
    )


CHARS = st.characters(exclude_categories=["Cs"])
TEXT = st.one_of(
    st.text(CHARS, max_size=12).filter(str.strip),
    st.sampled_from([*GUESSED, *QUOTED, "hộ nghèo", "a, b", "a\nb\n", "x " * 70]),
)
WORD = st.one_of(
    st.sampled_from(["hộ nghèo", "no", "1e3", "22:30", "a, b: c", "# a", "- a", "chế độ"]),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12),
)
LANG = st.sampled_from(["vi", "fr", "en", "no"])
TERM = st.builds(
    Term,
    text=WORD,
    status=st.sampled_from(["preferred", "admitted", "forbidden"]),
    gender=st.none() | st.sampled_from(["m", "f"]),
    forms=st.lists(TEXT, max_size=3).map(tuple),
    sources=st.lists(st.sampled_from(["S-1", "S-2"]), max_size=2).map(tuple),
    note=st.none() | TEXT,
)
RELATION = st.builds(Relation, to=TEXT, rel=st.sampled_from(["see-also", "broader"]))
CONCEPT = st.builds(
    Concept,
    id=st.just("sp-0001"),
    domain=st.none() | TEXT,
    status=st.sampled_from(["draft", "approved"]),
    definition=st.dictionaries(LANG, TEXT, max_size=3),
    note=st.none() | TEXT,
    terms=st.dictionaries(LANG, st.lists(TERM, max_size=3).map(tuple)).map(
        lambda terms: terms if any(terms.values()) else {**terms, "vi": (Term(text="hộ", status="admitted"),)}
    ),
    related=st.lists(RELATION, max_size=3).map(tuple),
    valid_to=st.none() | st.just("2025-03-01"),
    replaced_by=st.lists(TEXT, max_size=2).map(tuple),
)
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@QUICK
@given(CONCEPT)
def test_what_is_rendered_reads_as_it_was(concept: Concept) -> None:
    assert read(render(concept)) == concept


@QUICK
@given(CONCEPT)
def test_a_reader_of_yaml_1_2_sees_the_same_texts(concept: Concept) -> None:
    yaml12 = pytest.importorskip("ruamel.yaml", reason="the reader of YAML 1.2 is not installed")
    value = yaml12.YAML(typ="safe", pure=True).load(render(concept))
    assert (value["id"], value.get("note"), value.get("domain")) == (concept.id, concept.note, concept.domain)
    assert value.get("definition", {}) == concept.definition
    texts = {lang: [term["term"] for term in terms] for lang, terms in value["terms"].items()}
    assert texts == {lang: [term.text for term in terms] for lang, terms in concept.terms.items()}


COMMENTED = """\
# The first line

id: sp-0001  # the same as the file's name
domain:   poverty   # three blanks
status: "approved"
definition:
    # indented by four
    en: Household under
      the poverty line      # a text over two lines

    vi: 'Hộ có thu nhập dưới chuẩn nghèo'
note: >-
  Folded
  over lines

# Before the terms
terms:
  # before vi
  vi:
  - {term: hộ nghèo,   status: preferred,   # the law's word
     sources: [S-1, S-2]}
  # between
  -   term: hộ khó
      status: admitted   # admitted
      # inside
      forms:
        - hộ khó khăn    # the first form
        - hộ rất khó
      note: Fits no law
  # after vi
  fr:
    - { term: "ménage pauvre", status: preferred }  # m.
related:
- {to: sp-0002, rel: see-also}  # near
- to: sp-0003
  rel: broader
# The last line
"""


def with_term(concept: Concept, lang: str, i: int, **changes: object) -> Concept:
    terms = list(concept.terms[lang])
    terms[i] = replace(terms[i], **changes)  # type: ignore[arg-type]  # the fields' types are the caller's business
    return replace(concept, terms={**concept.terms, lang: tuple(terms)})


def without(concept: Concept, lang: str, i: int) -> Concept:
    terms = concept.terms[lang]
    return replace(concept, terms={**concept.terms, lang: terms[:i] + terms[i + 1 :]})


def new_term(concept: Concept, lang: str, text: str) -> Concept:
    terms = (*concept.terms.get(lang, ()), Term(text=text, status="admitted"))
    return replace(concept, terms={**concept.terms, lang: terms})


C = read(COMMENTED)
EDITS = [
    pytest.param(replace(C, status="review"), ['-status: "approved"', "+status: review"], id="a text"),
    pytest.param(
        with_term(C, "vi", 1, status="deprecated"),
        ["-      status: admitted   # admitted", "+      status: deprecated   # admitted"],
        id="a text with a comment",
    ),
    pytest.param(
        with_term(C, "vi", 0, status="admitted"),
        [
            "-  - {term: hộ nghèo,   status: preferred,   # the law's word",
            "+  - {term: hộ nghèo,   status: admitted,   # the law's word",
        ],
        id="a text within braces over two lines",
    ),
    pytest.param(
        with_term(C, "vi", 0, gender="f"),
        [
            "-  - {term: hộ nghèo,   status: preferred,   # the law's word",
            "+  - {term: hộ nghèo,   status: preferred, gender: f,   # the law's word",
        ],
        id="a key within braces",
    ),
    pytest.param(
        with_term(C, "vi", 0, sources=("S-1",)),
        ["-     sources: [S-1, S-2]}", "+     sources: [S-1]}"],
        id="an item less within brackets",
    ),
    pytest.param(
        with_term(C, "vi", 0, sources=("S-0", "S-1", "S-2")),
        ["-     sources: [S-1, S-2]}", "+     sources: [S-0, S-1, S-2]}"],
        id="an item more within brackets",
    ),
    pytest.param(
        with_term(C, "vi", 0, sources=()),
        ["-     sources: [S-1, S-2]}", "+     }"],
        id="a key less within braces, the comment before it stays",
    ),
    pytest.param(
        with_term(C, "vi", 1, forms=("hộ rất khó",)),
        ["-        - hộ khó khăn    # the first form"],
        id="an item less",
    ),
    pytest.param(
        with_term(C, "vi", 1, forms=("hộ khó khăn", "hộ khó lắm", "hộ rất khó")),
        ["+        - hộ khó lắm"],
        id="an item more",
    ),
    pytest.param(with_term(C, "vi", 1, note=None), ["-      note: Fits no law"], id="a key less"),
    pytest.param(with_term(C, "vi", 1, pos="noun"), ["+      pos: noun"], id="a key more"),
    pytest.param(
        with_term(C, "vi", 1, note="Two\nlines"),
        ["-      note: Fits no law", "+      note: |-", "+        Two", "+        lines"],
        id="a text of two lines",
    ),
    pytest.param(
        new_term(C, "vi", "no"), ['+  - {term: "no", status: admitted}'], id="a term more, dashes not indented"
    ),
    pytest.param(
        new_term(C, "fr", "foyer pauvre"), ["+    - {term: foyer pauvre, status: admitted}"], id="a term more"
    ),
    pytest.param(
        new_term(C, "en", "poor household"),
        ["+  en:", "+    - {term: poor household, status: admitted}"],
        id="a language more",
    ),
    pytest.param(
        without(C, "vi", 0),
        ["-  - {term: hộ nghèo,   status: preferred,   # the law's word", "-     sources: [S-1, S-2]}"],
        id="a term less",
    ),
    pytest.param(
        replace(C, definition={"vi": C.definition["vi"]}),
        ["-    en: Household under", "-      the poverty line      # a text over two lines"],
        id="a definition less",
    ),
    pytest.param(
        replace(C, definition={"fr": "Ménage vivant sous le seuil de pauvreté", **C.definition}),
        ["+    fr: Ménage vivant sous le seuil de pauvreté"],
        id="a definition before the others",
    ),
    pytest.param(
        replace(C, note="Plain: no"),
        ["-note: >-", "-  Folded", "-  over lines", '+note: "Plain: no"'],
        id="a folded text becomes a plain one",
    ),
    pytest.param(
        replace(C, related=C.related[1:]), ["-- {to: sp-0002, rel: see-also}  # near"], id="the first relation less"
    ),
    pytest.param(
        replace(C, related=()),
        ["-related:", "-- {to: sp-0002, rel: see-also}  # near", "-- to: sp-0003", "-  rel: broader"],
        id="no relation any more",
    ),
    pytest.param(
        replace(C, valid_to="2025-03-01", replaced_by=("sp-0004",)),
        ['+valid_to: "2025-03-01"', "+replaced_by: [sp-0004]"],
        id="keys after the last",
    ),
    pytest.param(
        with_term(C, "fr", 0, note="A long note " * 9 + "end"),
        [
            '-    - { term: "ménage pauvre", status: preferred }  # m.',
            "+    - term: ménage pauvre  # m.",
            "+      status: preferred",
            "+      note: " + "A long note " * 9 + "end",
        ],
        id="a line that would be too long",
    ),
]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(("concept", "lines"), EDITS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_what_changes_is_touched(tmp_path: Path, concept: Concept, lines: list[str], newline: str) -> None:
    file = tmp_path / FILE
    file.write_bytes(COMMENTED.replace("\n", newline).encode())
    assert update_concept(file, concept)
    after = file.read_bytes().decode()
    assert changed_lines(COMMENTED, after.replace(newline, "\n")) == lines
    assert after.count("\n") == after.count(newline)
    assert read_concept(file) == (concept, [])


@pytest.mark.parametrize("concept", [edit.values[0] for edit in EDITS])
def test_an_edit_taken_back_leaves_what_was_read(tmp_path: Path, concept: object) -> None:
    assert isinstance(concept, Concept)
    file = tmp_path / FILE
    file.write_text("\ufeff" + COMMENTED.removesuffix("\n"), "utf-8")
    assert update_concept(file, concept)
    assert update_concept(file, C)
    assert read_concept(file) == (C, [])
    assert file.read_bytes().startswith(b"\xef\xbb\xbf#")


@QUICK
@given(CONCEPT, CONCEPT)
def test_any_concept_becomes_any_other(tmp_path_factory: pytest.TempPathFactory, old: Concept, new: Concept) -> None:
    file = tmp_path_factory.mktemp("c") / FILE
    for text in (
        render(old),
        render(old).removesuffix("\n"),
        COMMENTED,
        "{id: sp-0001, terms: {vi: [{term: a, status: admitted}]}}",
    ):
        file.write_text(text, "utf-8", newline="")
        update_concept(file, new)
        assert read_concept(file) == (new, [])


@QUICK
@given(CONCEPT, st.data())
def test_comments_above_what_stays_stay(concept: Concept, data: st.DataObject) -> None:
    from tmkit.glossary.patching import patched
    from tmkit.glossary.writing import as_values

    lines = render(concept).splitlines()
    text = "\n".join(f"# {i}\n{line}" if line[:1].isalpha() else line for i, line in enumerate(lines)) + "\n"
    old = read(text)
    new = replace(old, note=data.draw(TEXT), status="review")
    after = patched(text, as_values(old), as_values(new))
    assert [line for line in after.splitlines() if line.startswith("# ")] == [
        line for line in text.splitlines() if line.startswith("# ")
    ]


def test_nothing_to_change_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(COMMENTED, "utf-8")
    os.utime(file, (1, 1))
    assert not update_concept(file, C)
    assert file.stat().st_mtime == 1


def test_a_concept_that_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(COMMENTED, "utf-8")
    with pytest.raises(GlossaryError, match="unknown language 'qq'"):
        update_concept(file, replace(C, definition={"qq": "x"}))
    assert file.read_text("utf-8") == COMMENTED


def test_a_file_with_faults_is_not_changed(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(COMMENTED.replace('"approved"', "aproved"), "utf-8")
    with pytest.raises(GlossaryError, match=r"sp-0001\.yaml:5: status: 'aproved' is no status"):
        update_concept(file, C)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("? id\n: sp-0001\n? note\n: x\n? terms\n: {vi: [{term: a, status: admitted}]}\n", "d"),
        # Without the note the comment would be part of the id.
        ("id: |-\n  sp-0001\nnote: x\n   # a comment\nterms: {vi: [{term: a, status: admitted}]}\n", None),
    ],
)
def test_a_layout_that_cannot_be_kept_is_left_to_an_editor(tmp_path: Path, text: str, domain: str | None) -> None:
    file = tmp_path / FILE
    file.write_text(text, "utf-8")
    with pytest.raises(FileError, match="cannot be changed and keep its layout; change it in an editor"):
        update_concept(file, replace(read(text), note=None, domain=domain))
    assert file.read_text("utf-8") == text


ABOUT = About(
    name="nghèo",
    title={"en": "Poverty", "vi": "Nghèo"},
    languages=("vi", "fr"),
    domains={"poverty": {"en": "Poverty, old and new"}},
    sources={
        "S-1": Source(title="Luật", address="https://example.org/a", date="2025", kind="law"),
        "S-2": Source(title="VLSP"),
    },
)
ABOUT_TEXT = """\
name: nghèo
title: {en: Poverty, vi: Nghèo}
languages: [vi, fr]
domains:
  poverty: {en: "Poverty, old and new"}
sources:
  S-1: {title: Luật, address: "https://example.org/a", date: "2025", kind: law}
  S-2: {title: VLSP}
"""


def test_what_a_glossary_says_of_itself() -> None:
    assert render_about(ABOUT) == ABOUT_TEXT
    assert parse(ABOUT_TEXT, Path("glossary.yaml"), About) == (ABOUT, [])


def test_a_glossary_is_written_and_read(tmp_path: Path) -> None:
    concepts = (replace(C, id="sp-0001", related=()), replace(C, id="sp-0002", related=()))
    folder = tmp_path / "new"
    written = write_glossary(Glossary(ABOUT, concepts), folder)
    assert sorted(path.name for path in written) == ["glossary.yaml", "sp-0001.yaml", "sp-0002.yaml"]
    found = read_glossary(folder)
    assert (found.about, found.concepts) == (ABOUT, concepts)


def test_a_glossary_is_written_again_where_it_changed(tmp_path: Path) -> None:
    (tmp_path / "sp-0001.yaml").write_text(COMMENTED.split("related:")[0], "utf-8")
    (tmp_path / "sp-0009.yml").write_text(HOUSEHOLD_TEXT.replace("sp-0001", "sp-0009").split("related:")[0], "utf-8")
    glossary = read_glossary(tmp_path)
    assert write_glossary(glossary, tmp_path) == (tmp_path / "glossary.yaml",)
    first, second = glossary.concepts
    changed = replace(glossary, concepts=(first, replace(second, status="review")), about=ABOUT)
    assert write_glossary(changed, tmp_path) == (tmp_path / "sp-0009.yml", tmp_path / "glossary.yaml")
    assert "status: review" in (tmp_path / "sp-0009.yml").read_text("utf-8")
    assert read_glossary(tmp_path).about == ABOUT


def test_nothing_of_a_glossary_is_written_where_a_concept_is_wrong(tmp_path: Path) -> None:
    wrong = (C, replace(C, id="b c"), replace(C, id="d", terms={}))
    with pytest.raises(GlossaryError) as caught:
        write_glossary(Glossary(ABOUT, wrong), tmp_path)
    assert [fault.reason for fault in caught.value.faults] == ["'b c' is no id", "no term in it"]
    assert not [*tmp_path.iterdir()]


def test_no_concept_takes_the_place_of_the_glossary_s_page(tmp_path: Path) -> None:
    write_glossary(Glossary(ABOUT, ()), tmp_path)
    with pytest.raises(GlossaryError, match=r"glossary\.yaml:1: id: a concept cannot be called 'glossary'"):
        write_glossary(Glossary(ABOUT, (replace(C, id="glossary", related=()),)), tmp_path)
    assert read_glossary(tmp_path).about == ABOUT


@pytest.mark.parametrize("text", ["", "{}", "---\n", "# Ours", "# Ours\r\n{}\r\n", "# Ours\nnull"])
def test_an_empty_page_is_filled(tmp_path: Path, text: str) -> None:
    page = tmp_path / "glossary.yaml"
    page.write_text(text, "utf-8", newline="")
    assert write_glossary(Glossary(ABOUT, ()), tmp_path) == (page,)
    assert read_glossary(tmp_path).about == ABOUT
    assert page.read_text("utf-8").startswith("# Ours\n") is text.startswith("#")


@pytest.mark.parametrize(
    ("files", "schema"),
    [
        ({}, None),
        ({"a.yaml": "id: a\n"}, None),
        ({"a.yaml": "# yaml-language-server: $schema=../x.json\nid: a\n"}, "../x.json"),
        ({"glossary.yaml": "# yaml-language-server: $schema=../glossary.schema.json\r\n{}"}, "../concept.schema.json"),
    ],
)
def test_where_the_schema_is(tmp_path: Path, files: dict[str, str], schema: str | None) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    assert schema_of(tmp_path) == schema
