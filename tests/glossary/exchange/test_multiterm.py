"""MultiTerm XML in the encodings and with the field names that there are."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Relation, Source, Term
from tmkit.glossary.exchange.base import Imported, Remark
from tmkit.glossary.exchange.multiterm import MULTITERM, read_multiterm

PATH = Path(__file__).resolve().parents[2] / "data" / "exchange" / "multiterm.xml"
TEXT = PATH.read_text(encoding="utf-8")


def read(data: bytes) -> Imported:
    return read_multiterm(io.BytesIO(data), name="a.xml", langs=())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_termbase(encoding: str) -> None:
    imported = read(TEXT.encode(encoding))
    assert imported.glossary.concepts == (
        Concept(
            id="1",
            domain="Lương hưu",
            definition={"vi": "Khoản tiền hằng tháng."},
            note="A monthly payment.",
            terms={
                "vi": (Term(text="lương hưu", status="preferred", pos="noun"),),
                "fr": (
                    Term(
                        text="pension de retraite",
                        status="preferred",
                        gender="f",
                        context="La pension augmente.",
                        sources=("Le Journal",),
                    ),
                    Term(text="retraite", status="forbidden", note="Ambigu."),
                ),
            },
            related=(Relation(to="2", rel="see-also"),),
        ),
        Concept(id="2", terms={"en": (Term(text="pay", status="admitted"),)}),
    )
    assert imported.glossary.about == About(
        languages=("vi", "fr", "en"), sources={"Le Journal": Source(title="Le Journal")}
    )


def test_remarks() -> None:
    assert set(read(TEXT.encode()).remarks) == {
        Remark("a definition without a language is read as a note", 1),
        Remark("the language code VI is read as vi", 1),
        Remark("Source of Định nghĩa is not kept", 1),
        Remark("Auteur is not kept", 1),
        Remark("transactions are not kept (2 times)", 1),
        Remark("status “privilégié” is read as preferred", 2),
        Remark("the language code EN-US is read as en", 3),
        Remark("status “new” is read as admitted", 3),
    }


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ('lang="VI" type="Vietnamese"', "vi"),
        ('type="English (United States)"', "en"),
        ('name="French" locale="fr_FR"', "fr"),
        ('type="Tiếng Việt"', "vi"),
    ],
)
def test_languages(language: str, expected: str) -> None:
    group = f"<languageGrp><language {language}/><termGrp><term>x</term></termGrp></languageGrp>"
    concepts = read(f"<mtf><conceptGrp>{group}</conceptGrp></mtf>".encode()).glossary.concepts
    assert concepts == (Concept(id="", terms={expected: (Term(text="x", status="admitted"),)}),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.xml:1: not well-formed XML (no element found); export it again"),
        (b"<mtf>", "a.xml:1: not well-formed XML (no element found); export it again"),
        (b"<tbx/>", "a.xml:1: not MultiTerm XML: its root element is tbx; use the format tbx"),
        (b"<a/>", "a.xml:1: not MultiTerm XML: its root element is a; export the termbase as MultiTerm XML"),
        (
            b'<!DOCTYPE mtf [<!ENTITY x "y">]><mtf/>',
            "a.xml:1: it declares an entity, x: one can stand for gigabytes of text; "
            "export it without a DTD of its own",
        ),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FileError) as caught:
        read(data)
    assert str(caught.value) == message


@settings(max_examples=100, deadline=None)
@given(start=st.integers(0, len(TEXT)), length=st.integers(0, 60))
def test_damaged_files_are_read_or_refused(start: int, length: int) -> None:
    try:
        imported = read((TEXT[:start] + TEXT[start + length :]).encode("utf-16"))
    except FileError:
        return
    assert all(concept.terms for concept in imported.glossary.concepts)


def test_it_is_read_only() -> None:
    assert MULTITERM.write is None
    assert MULTITERM.read is read_multiterm
