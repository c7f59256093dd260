"""Editing a glossary: numbering, adding, changing, relating, retiring; and what is refused."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tmkit.errors import FileError, TmkitError
from tmkit.glossary import editing
from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Term
from tmkit.glossary.editing import (
    add_concept,
    edit_concept,
    find_term,
    next_id,
    replace_text,
    retire,
    similar,
    with_changed,
    with_definition,
    with_term,
    without_term,
)
from tmkit.glossary.reading import GlossaryError, read_concept, read_glossary

FIRST = """\
# yaml-language-server: $schema=../concept.schema.json
id: sp-0001
domain: poverty
definition:
  vi: Hộ có thu nhập dưới chuẩn nghèo  # the law's words
terms:
  vi:
    - {term: hộ nghèo, status: preferred}  # kept
  fr:
    - {term: ménage pauvre, status: preferred, gender: m}
  en:
    - {term: poor household, status: preferred}
"""
SECOND = """\
id: sp-0002
status: approved
note: See the decree
terms:
  vi: [{term: hộ cận nghèo, status: preferred}]
  fr: [{term: ASEAN, status: admitted}]
  en: [{term: ASEAN, status: admitted}]
"""
ABOUT = "domains:\n  poverty: {en: Poverty}\nsources:\n  S-1: {title: Luật}\n"
PREFERRED = Term(text="hộ nghèo", status="preferred")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "social-protection"
    place.mkdir()
    for name, text in (("sp-0001", FIRST), ("sp-0002", SECOND), ("glossary", ABOUT)):
        (place / f"{name}.yaml").write_text(text, "utf-8")
    return place


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


@pytest.mark.parametrize(
    ("ids", "name", "expected"),
    [
        ((), "social-protection", "sp-0001"),
        ((), "lao động", "lđ-0001"),
        ((), "labour", "la-0001"),
        (("sp-0001", "sp-0002"), "x", "sp-0003"),
        (("sp-0009", "sp-0010", "z-99"), "x", "sp-0011"),
        (("c1", "c9"), "x", "c10"),
        (("sp-999",), "x", "sp-1000"),
        (("7",), "x", "8"),
        (("law-2019-03", "law-2019-04"), "x", "law-2019-05"),
    ],
)
def test_the_next_id(ids: tuple[str, ...], name: str, expected: str) -> None:
    concepts = tuple(Concept(id=each, terms={"vi": (PREFERRED,)}) for each in ids)
    assert next_id(Glossary(About(name=name), concepts)) == expected


def test_ids_without_numbers_have_no_next_one() -> None:
    with pytest.raises(TmkitError, match="not numbered; give one with --id"):
        next_id(Glossary(About(), (Concept(id="poverty", terms={"vi": (PREFERRED,)}),)))


def test_a_concept_is_added(folder: Path) -> None:
    file = add_concept(folder, Concept(id="", domain="poverty", terms={"vi": (Term(text="no", status="admitted"),)}))
    assert file.name == "sp-0003.yaml"
    assert file.read_text("utf-8") == (
        "# yaml-language-server: $schema=../concept.schema.json\n"
        "id: sp-0003\ndomain: poverty\nstatus: draft\n"
        'terms:\n  vi:\n    - {term: "no", status: admitted}\n'
    )
    assert [concept.id for concept in read_glossary(folder).concepts] == ["sp-0001", "sp-0002", "sp-0003"]


@pytest.mark.parametrize(
    ("concept", "message"),
    [
        (Concept(id="SP-0001", terms={"vi": (PREFERRED,)}), "there is a concept 'SP-0001' already; change it with"),
        (Concept(id="a/b", terms={"vi": (PREFERRED,)}), "'a/b' is no id"),
        (Concept(id="glossary", terms={"vi": (PREFERRED,)}), "glossary.yaml:2: id: a concept cannot be called"),
        (Concept(id="Glossary", terms={"vi": (PREFERRED,)}), "Glossary.yaml:2: id: a concept cannot be called"),
        (Concept(id="", note="caf\udce9", terms={"vi": (PREFERRED,)}), "U.DCE9 may not stand in a file; take it away"),
        (Concept(id="", note=" ", terms={"vi": (PREFERRED,)}), "sp-0003.yaml:4: note: empty"),
        (Concept(id="", terms={}), "sp-0003.yaml:4: terms: no term in it; give at least one"),
        (Concept(id="", terms={"qq": (PREFERRED,)}), "unknown language 'qq'"),
        (Concept(id="", domain="povert", terms={"vi": (PREFERRED,)}), "no domain 'povert'.*did you mean 'poverty'"),
        (
            Concept(id="", terms={"vi": (replace(PREFERRED, sources=("S-9",)),)}),
            r"sp-0003.yaml:6: terms.vi\[0\].sources\[0\]: there is no source 'S-9'",
        ),
        (
            Concept(id="", related=(Relation(to="sp-0009", rel="see-also"),), terms={"vi": (PREFERRED,)}),
            "there is no concept 'sp-0009'",
        ),
    ],
)
def test_what_cannot_be_added(folder: Path, concept: Concept, message: str) -> None:
    before = texts(folder)
    with pytest.raises(TmkitError, match=message):
        add_concept(folder, concept)
    assert texts(folder) == before


def test_no_folder_is_made_by_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such folder"):
        add_concept(tmp_path / "x", Concept(id="", terms={"vi": (PREFERRED,)}))
    with pytest.raises(FileError, match="no such folder"):
        edit_concept(tmp_path / "x", "a")
    assert not (tmp_path / "x").exists()


def test_concepts_added_at_once_get_ids_of_their_own(folder: Path) -> None:
    new = Concept(id="", terms={"vi": (PREFERRED,)})
    threads = [threading.Thread(target=add_concept, args=(folder, new)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(texts(folder)) == ["glossary.yaml", *(f"sp-{i:04}.yaml" for i in range(1, 9))]


def test_changes_keep_the_rest_of_the_file(folder: Path) -> None:
    changed = edit_concept(
        folder,
        "sp-0001",
        lambda concept: with_term(concept, "fr", Term(text="foyer pauvre", status="admitted", gender="m")),
        lambda concept: with_changed(concept, None, "Poor  household", lambda term: replace(term, status="admitted")),
        lambda concept: with_definition(concept, "en", "Household under the poverty line"),
    )
    assert texts(folder)["sp-0001.yaml"] == FIRST.replace(
        "# the law's words\n", "# the law's words\n  en: Household under the poverty line\n"
    ).replace(", gender: m}\n", ", gender: m}\n    - {term: foyer pauvre, status: admitted, gender: m}\n").replace(
        "poor household, status: preferred", "poor household, status: admitted"
    )
    assert changed == (folder / "sp-0001.yaml",)
    assert read_concept(changed[0])[1] == []
    assert edit_concept(folder, "sp-0001", lambda concept: replace(concept, domain="poverty")) == ()


def test_a_term_is_taken_away_and_its_language_with_it(folder: Path) -> None:
    edit_concept(folder, "sp-0001", lambda concept: without_term(concept, None, "ménage pauvre"))
    assert texts(folder)["sp-0001.yaml"] == FIRST.replace(
        "  fr:\n    - {term: ménage pauvre, status: preferred, gender: m}\n", ""
    )


def test_a_definition_is_taken_away(folder: Path) -> None:
    edit_concept(folder, "sp-0001", lambda concept: with_definition(concept, "vi", ""))
    assert texts(folder)["sp-0001.yaml"] == FIRST.replace(
        "definition:\n  vi: Hộ có thu nhập dưới chuẩn nghèo  # the law's words\n", ""
    )


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (None, "ASEAN", "'ASEAN' in 2 places; write fr=ASEAN or en=ASEAN"),
        (None, "hộ cận ngheo", "no term 'hộ cận ngheo'; did you mean 'hộ cận nghèo'"),
        ("vi", "ASEAN", "no term 'ASEAN'; it has 'hộ cận nghèo'"),
        ("de", "ASEAN", "no term 'ASEAN'; it has none in that language"),
    ],
)
def test_a_term_that_is_not_found(folder: Path, lang: str | None, text: str, message: str) -> None:
    with pytest.raises(TmkitError, match=message):
        edit_concept(folder, "sp-0002", lambda concept: without_term(concept, lang, text))


def test_a_term_is_found_by_its_language(folder: Path) -> None:
    concept, _ = read_concept(folder / "sp-0002.yaml")
    assert concept is not None
    assert find_term(concept, "en", "asean") == ("en", 0)


def test_a_term_is_not_added_twice(folder: Path) -> None:
    with pytest.raises(TmkitError, match="has the vi term 'hộ nghèo' already, as preferred; change it with --status"):
        edit_concept(folder, "sp-0001", lambda c: with_term(c, "vi", Term(text="Hộ  nghe\u0300o", status="admitted")))


def test_a_relation_is_written_into_both_concepts(folder: Path) -> None:
    for _ in range(2):
        edit_concept(folder, "sp-0001", relations=[Relation(to="sp-0002", rel="broader")])
        assert texts(folder) == {
            "glossary.yaml": ABOUT,
            "sp-0001.yaml": FIRST + "related:\n  - {to: sp-0002, rel: broader}\n",
            "sp-0002.yaml": SECOND + "related:\n  - {to: sp-0001, rel: narrower}\n",
        }


@pytest.mark.parametrize(
    ("concept", "to", "message"),
    [
        ("sp-0001", "sp-0001", "cannot be related to itself"),
        ("sp-0001", "sp-0020", "there is no concept 'sp-0020' in .*; did you mean"),
        ("xyz", "sp-0001", "there is no concept 'xyz' in .*; look for its id with `tmkit term lookup`"),
    ],
)
def test_a_relation_that_cannot_be(folder: Path, concept: str, to: str, message: str) -> None:
    before = texts(folder)
    with pytest.raises(TmkitError, match=message):
        edit_concept(
            folder, concept, relations=[Relation(to="sp-0002", rel="see-also"), Relation(to=to, rel="antonym")]
        )
    assert texts(folder) == before


def test_a_concept_is_not_wider_and_narrower_than_another(folder: Path) -> None:
    wider, narrower = (Relation(to="sp-0002", rel=rel) for rel in ("broader", "narrower"))
    before = texts(folder)
    message = "'sp-0002' is broader for 'sp-0001' and cannot be narrower too; keep one"
    with pytest.raises(TmkitError, match=message):
        edit_concept(folder, "sp-0001", relations=[wider, narrower])
    assert texts(folder) == before
    edit_concept(folder, "sp-0001", relations=[wider, Relation(to="sp-0002", rel="see-also")])
    with pytest.raises(TmkitError, match=message):
        edit_concept(folder, "sp-0001", relations=[narrower])


def test_all_is_written_or_nothing(folder: Path) -> None:
    (folder / "sp-0002.yaml").write_text(SECOND.replace("approved", "approvd"), "utf-8")
    before = texts(folder)
    with pytest.raises(GlossaryError, match="'approvd' is no status; did you mean 'approved'"):
        edit_concept(folder, "sp-0001", relations=[Relation(to="sp-0002", rel="see-also")])
    assert texts(folder) == before


def test_faults_elsewhere_stop_nobody(folder: Path) -> None:
    (folder / "sp-0002.yaml").write_text("id: [", "utf-8")
    (folder / "sp-0001.yaml").write_text(FIRST + "related: [{to: sp-0077, rel: see-also}]\n", "utf-8")
    edit_concept(folder, "sp-0001", lambda concept: replace(concept, note="New"))
    assert "note: New\n" in texts(folder)["sp-0001.yaml"]
    assert add_concept(folder, Concept(id="", terms={"vi": (PREFERRED,)})).name == "sp-0003.yaml"


def test_a_concept_is_retired(folder: Path) -> None:
    retire(folder, "sp-0002", replaced_by=["sp-0001"], valid_to="2025-03-01", note="Merged")
    assert texts(folder)["sp-0002.yaml"] == SECOND.replace("approved", "retired").replace(
        "decree", "decree. Merged"
    ) + ('valid_to: "2025-03-01"\nreplaced_by: [sp-0001]\n')
    retire(folder, "sp-0002", note="Merged again.")
    assert "note: See the decree. Merged. Merged again.\n" in texts(folder)["sp-0002.yaml"]


@pytest.mark.parametrize(
    ("replaced_by", "valid_to", "message"),
    [
        (["sp-0001"], None, "'sp-0001' cannot replace itself"),
        (["sp-0077"], None, "there is no concept 'sp-0077'"),
        ([], "2025-02-30", "valid_to: '2025-02-30' is no date; write YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_retired(folder: Path, replaced_by: list[str], valid_to: str | None, message: str) -> None:
    before = texts(folder)
    with pytest.raises(TmkitError, match=message):
        retire(folder, "sp-0001", replaced_by=replaced_by, valid_to=valid_to)
    assert texts(folder) == before


def test_a_text_from_an_editor_is_checked_first(folder: Path) -> None:
    after = FIRST.replace("poor household", "poor family")
    with pytest.raises(GlossaryError, match="'sp-1' in a file called 'sp-0001'"):
        replace_text(folder, "sp-0001", FIRST, after.replace("sp-0001", "sp-1"))
    with pytest.raises(GlossaryError, match="no domain 'nope'"):
        replace_text(folder, "sp-0001", FIRST, after.replace("poverty", "nope", 1))
    with pytest.raises(FileError, match="changed in the meantime; edit it again"):
        replace_text(folder, "sp-0001", SECOND, after)
    assert texts(folder)["sp-0001.yaml"] == FIRST
    assert replace_text(folder, "sp-0001", FIRST, after) == folder / "sp-0001.yaml"
    assert texts(folder)["sp-0001.yaml"] == after


@pytest.mark.parametrize(
    ("lang", "new", "known", "expected"),
    [
        ("vi", "Xoá nghèo", "xóa nghèo", True),
        ("fr", "assurance chômage", "assurance-chômage", True),
        ("vi", "ho ngheo", "hộ nghèo", False),
        ("fr", "assurances sociales", "assurance sociale", False),
        ("en", "social insurence", "social insurance", False),
        ("vi", "hộ cận nghèo", "hộ nghèo", None),
        ("vi", "sổ bảo hiểm xã hội", "bảo hiểm xã hội", None),
        ("vi", "trốn đóng bảo hiểm", "tiền đóng bảo hiểm", None),
        ("en", "Resolution No. 15", "Resolution No. 42", None),
        ("en", "employer", "employee", None),
    ],
)
def test_terms_that_resemble_others(lang: str, new: str, known: str, expected: bool | None) -> None:
    def concept(name: str, text: str) -> Concept:
        return Concept(id=name, terms={lang: (Term(text=text, status="preferred"),), "de": (PREFERRED,)})

    other = replace(concept("b", known), terms={lang: (Term(text=known, status="preferred"),)})
    found = similar(Glossary(About(), (concept("a", new), other)), concept("a", new))
    term = Term(text=known, status="preferred")
    assert found == (() if expected is None else (editing.Similar(lang, new, other, term, expected),))
