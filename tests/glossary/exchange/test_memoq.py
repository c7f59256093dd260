from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.glossary.exchange.carried import brought_back, expected, glossary_strategy, read, remarks, written
from tests.glossary.exchange.filled import FILLED
from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange.base import losses
from tmkit.glossary.exchange.memoq import MEMOQ

DATA = Path(__file__).parents[2] / "data" / "exchange"
LANGS = ("vi", "fr", "en")


def test_the_whole_text() -> None:
    concept = Concept(
        id="sp-0001",
        domain="pension",
        definition={"fr": "Revenu versé à un retraité"},
        note="=> sp-0002",
        terms={
            "vi": (Term(text="lương hưu", status="preferred"),),
            "fr": (
                Term(text="retraite", status="forbidden", case="exact"),
                Term(text="pension", status="preferred", pos="noun", gender="f", number="plural", case="any"),
                Term(text="BIT", status="admitted", type="acronym", context="Le BIT ; l'OIT."),
            ),
        },
    )
    glossary = Glossary(About(domains={"pension": {"en": "Pensions"}}), (concept,))
    assert written(MEMOQ, glossary, ("vi", "fr")).decode() == (
        "\ufeffEntry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_ProjectID;Entry_Created;Entry_Creator;"
        "Entry_LastModified;Entry_Modifier;Entry_Note;Vietnamese_Def;Vietnamese;Term_Info;Term_Example;French_Def;"
        "French;Term_Info;Term_Example;French;Term_Info;Term_Example;French;Term_Info;Term_Example\r\n"
        "1;Pensions;pension;;;;;;;=> sp-0002 [sp-0001];;lương hưu;\"CasePermissive;NoPrefix\";;"
        "Revenu versé à un retraité;pension;\"CaseInsense;HalfPrefix;Noun;Fem;Pl\";;"
        "BIT;\"CasePermissive;NoPrefix\";\"Le BIT ; l'OIT.\";retraite;\"CaseSense;HalfPrefix;NonTerm\";\r\n"
    )  # fmt: skip


def test_what_is_carried_comes_back_and_the_rest_is_reported() -> None:
    assert brought_back(MEMOQ, FILLED, LANGS) == expected(MEMOQ, FILLED, LANGS)
    assert {loss.what for loss in losses(FILLED, MEMOQ, LANGS)} == {
        *("concept.status", "concept.related", "concept.valid_from", "concept.valid_to", "concept.replaced_by"),
        *("term.type", "term.region", "term.forms", "term.sources", "term.reliability", "term.note"),
        "deprecated becomes forbidden",
    }


@given(glossary=glossary_strategy(LANGS))
@settings(max_examples=60, deadline=None)
def test_texts_come_back(glossary: Glossary) -> None:
    assert brought_back(MEMOQ, glossary, LANGS) == expected(MEMOQ, glossary, LANGS)


def test_a_term_base_of_another() -> None:
    found = read(MEMOQ, (DATA / "memoq.csv").read_bytes())
    assert found.glossary.concepts == (
        Concept(
            id="17",
            domain="Lao động",
            definition={"vi": "Tiền công do người sử dụng lao động trả"},
            note="Dùng trong báo cáo; xem 18",
            terms={
                "vi": (Term(text="tiền lương", status="preferred", context="Tiền lương được trả hằng tháng."),),
                "fr": (
                    Term(text="salaire", status="preferred", pos="noun", gender="m", number="singular", case="any"),
                    Term(text="paie", status="forbidden", pos="noun", gender="f"),
                ),
                "en": (Term(text="wages", status="preferred", case="exact", region="en-GB"),),
            },
        ),
        Concept(
            id="18",
            domain="Tiền lương",
            terms={
                "vi": (Term(text="lương tối thiểu", status="preferred"),),
                "en": (Term(text="minimum wage", status="preferred", region="en-GB"),),
            },
        ),
        Concept(
            id="",
            terms={
                "vi": (Term(text="lương hưu", status="preferred"),),
                "fr": (Term(text="pension", status="preferred"),),
            },
        ),
    )
    assert found.glossary.about.languages == LANGS
    assert remarks(found) == [
        ("the matching of wage|s* is left out: read as wages", 2),
        ("unknown word 'Rare' in Term_Info is left out", 3),
        ("the id 18 stands twice: this concept goes without", 4),
        ("holds no term and is left out", 5),
    ]


def test_commas_other_languages_and_columns_of_their_own() -> None:
    text = (
        "Entry_Note,Client,English,Term_CaseSensitivity,Term_Forbidden,English,English_United_States,Chinese_PRC,vi\n"
        "[sp-7],x,wage,CaseSense,True,wage,pay,工资,lương\n"
        "a,b,c,d,e,f,g,h,i,j\n"
    )
    found = read(MEMOQ, text)
    assert found.glossary.concepts == (
        Concept(
            id="sp-7",
            terms={
                "en": (
                    Term(text="wage", status="preferred", case="exact"),
                    Term(text="pay", status="preferred"),
                ),
                "zh": (Term(text="工资", status="preferred"),),
                "vi": (Term(text="lương", status="preferred"),),
            },
        ),
    )
    assert remarks(found) == [
        ("column 'Client' is left out", 1),
        ("wage stands twice in en and is read once", 2),
        ("has more cells than there are headings and is left out", 3),
    ]


@pytest.mark.parametrize("text", ["", "vi;fr\nlương hưu;pension\n", "Entry_ID;Entry_Note\n1;2\n", "x"])
def test_what_is_no_term_base(text: str) -> None:
    with pytest.raises(FileError, match=r"a\.file"):
        read(MEMOQ, text)


@given(st.text('Entry_ID;English_Def,Term_Info\n"Custom|*', max_size=80))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_below_the_headings_is_read(text: str) -> None:
    found = read(MEMOQ, f"Entry_ID;English;Term_Info\n{text}")
    assert found.glossary.languages == ("en",)
