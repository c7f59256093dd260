"""TBX as other programs write it, and files that mean harm or are none."""

import io
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Relation, Source, Term
from tmkit.glossary.exchange import tbx_xml
from tmkit.glossary.exchange.base import Imported, Remark
from tmkit.glossary.exchange.tbx import read_tbx
from tmkit.glossary.exchange.tbx_words import PICKLISTS
from tmkit.glossary.exchange.tbx_xml import nodes

DATA = Path(__file__).resolve().parents[2] / "data" / "exchange"


def read(data: bytes | str, langs: tuple[str, ...] = ()) -> Imported:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return read_tbx(stream, name="a.tbx", langs=langs)


def read_file(name: str, langs: tuple[str, ...] = ()) -> Imported:
    return read((DATA / name).read_bytes(), langs)


def minimal(term: str = "lương", *, notes: str = "", lang: str = 'xml:lang="vi"', head: str = "") -> str:
    sec = f"<langSec {lang}><termSec><term>{term}</term>{notes}</termSec></langSec>"
    entry = f'<conceptEntry id="a">{sec}</conceptEntry>'
    return f'{head}<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body>{entry}</body></text></tbx>'


PREFERRED = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'


def test_iate() -> None:
    imported = read_file("iate.tbx")
    assert imported.glossary.concepts == (
        Concept(
            id="900001",
            domain="social affairs;insurance",
            terms={
                "en": (
                    Term(text="unemployment insurance", status="preferred", type="full-form", reliability="reviewed"),
                    Term(text="UI", status="admitted", type="abbreviation"),
                ),
                "fr": (
                    Term(text="assurance contre le manque de travail", status="deprecated", reliability="reviewed"),
                    Term(text="assurance chômage", status="admitted"),
                ),
            },
        ),
    )
    assert imported.glossary.about == About(
        title={"en": "A selection"}, description="Exported for a test.", languages=("en", "fr")
    )
    assert imported.remarks == (
        Remark("reliabilityCode “9” is read as reviewed", 12),
        Remark("a term without a status is read as admitted", 15),
        Remark("reliabilityCode “1” is not kept", 17),
        Remark("status “supersededTerm-admn-sts” is read as deprecated", 23),
        Remark("termType “formula” is not kept", 24),
        Remark("reliabilityCode “10” is read as reviewed", 25),
        Remark("status “proposedTerm-admn-sts” is read as admitted", 29),
        Remark("reliabilityCode “6” is not kept", 30),
    )


def test_the_microsoft_terminology() -> None:
    imported = read_file("microsoft.tbx")
    assert imported.glossary.concepts == (
        Concept(
            id="7_1041",
            definition={"en": "A list of people who receive\u00a0a benefit."},
            terms={
                "en": (Term(text="beneficiary list", status="admitted", pos="noun"),),
                "vi": (Term(text="danh sách người thụ hưởng", status="admitted", pos="noun"),),
            },
        ),
        Concept(
            id="8_1041",
            terms={
                "en": (Term(text="to pay out", status="admitted", pos="verb"),),
                "fr": (
                    Term(text="verser", status="admitted", pos="verb"),
                    Term(text="octroyer", status="admitted", pos="verb", region="fr-CA"),
                ),
            },
        ),
    )
    assert imported.remarks == (
        Remark("the language code en-US is read as en (2 times)", 7),
        Remark("a term without a status is read as admitted (5 times)", 9),
        Remark("the language code vi-VN is read as vi", 11),
        Remark("the language code fr-FR is read as fr", 19),
    )


def test_martif_with_all_that_real_files_have() -> None:
    imported = read_file("default.tbx", ("fr", "vi"))
    assert imported.glossary.concepts == (
        Concept(
            id="c1",
            domain="pensions; retraite",
            definition={"fr": "Somme versée chaque mois."},
            note="Note de la notion.\nNote de la langue.",
            terms={
                "fr": (
                    Term(
                        text="pension de retraite",
                        status="admitted",
                        type="abbreviation",
                        gender="f",
                        number="singular",
                        region="fr-FR",
                        context="La pension est versée.",
                        sources=("s1", "Loi 12"),
                        note="Première ligne.\nDeuxième ligne.",
                    ),
                    Term(text="rente mensuelle", status="admitted"),
                    Term(text="pensión", status="deprecated"),
                ),
                "vi": (Term(text="lương hưu", status="forbidden"),),
                "en": (Term(text="pension", status="admitted"),),
            },
            related=(Relation(to="c2", rel="broader"),),
        ),
        Concept(
            id="c2",
            terms={"fr": (Term(text="prestation", status="preferred"),)},
            related=(Relation(to="c1", rel="see-also"),),
        ),
        Concept(id="", terms={"fr": (Term(text="allocation", status="preferred"),)}),
    )
    assert imported.glossary.about == About(
        description="Une base d’essai.",
        languages=("fr", "vi", "en"),
        sources={
            "s1": Source(title="Code du travail", address="https://example.org/code"),
            "Loi 12": Source(title="Loi 12", address="https://example.org/loi"),
        },
    )


def test_remarks_on_martif() -> None:
    assert read_file("default.tbx", ("fr", "vi")).remarks == (
        Remark("source of definition is not kept", 11),
        Remark("a reference to c9, which isn't in the file, is left out", 14),
        Remark("transactions are not kept", 15),
        Remark("customerSubset is not kept", 16),
        Remark("the language code fr_FR is read as fr", 18),
        Remark("status “standardizedTerm” is read as admitted", 23),
        Remark("termType “initialism” is read as abbreviation", 27),
        Remark("register is not kept", 28),
        Remark("a second context of a term is not kept", 34),
        Remark("a term without text is left out (2 times)", 45),
        Remark("status “obsolete” is read as deprecated (2 times)", 46),
        Remark("the term “pensión” stands twice in an entry", 47),
        Remark("terms without a language are read as vi", 49),
        Remark("“?” is no language code; its terms are left out", 50),
        Remark("the language code ENG is read as en", 51),
        Remark("status “hm” is read as admitted", 51),
        Remark("the id c2 stands twice: this entry goes without", 57),
        Remark("an entry without a term is left out", 60),
    )


def test_dct_with_any_prefixes() -> None:
    imported = read_file("dct.tbx")
    assert imported.remarks == ()
    assert imported.glossary.concepts == (
        Concept(
            id="k1",
            domain="lao động",
            definition={"vi": "Người làm việc theo hợp đồng."},
            terms={
                "vi": (
                    Term(
                        text="người lao động",
                        status="preferred",
                        pos="noun",
                        context="Người lao động được nghỉ lễ.",
                        sources=("Bộ luật Lao động",),
                    ),
                )
            },
            related=(Relation(to="k2", rel="narrower"),),
        ),
        Concept(id="k2", terms={"vi": (Term(text="lao động trẻ em", status="forbidden"),)}),
    )


@pytest.mark.parametrize("word", ["preferred", "Preferred", "preferredTerm", "preferredTerm-admn-sts", "ưu tiên"])
def test_words_for_a_status(word: str) -> None:
    notes = f'<termNote type="administrativeStatus">{word}</termNote>'
    assert read(minimal(notes=notes)).glossary.concepts[0].terms["vi"][0].status == "preferred"


@pytest.mark.parametrize(
    ("category", "word", "expected"),
    [
        ("usage status", "do not use", "forbidden"),
        ("Usage status", "Not recommended", "deprecated"),
        ("normativeAuthorization", "supersededTerm", "deprecated"),
        ("status", "interdit", "forbidden"),
        ("status", "undefined", "admitted"),
        ("forbidden", "true", "forbidden"),
        ("forbidden", "no", "admitted"),
    ],
)
def test_other_words_for_a_status(category: str, word: str, expected: str) -> None:
    imported = read(minimal(notes=f'<descrip type="{category}">{word}</descrip>'))
    assert imported.glossary.concepts[0].terms["vi"][0].status == expected


def test_picklists_give_our_values_alone() -> None:
    given_ = {(words.attribute, value) for words in PICKLISTS.values() for value in [*words.exact.values()]}
    assert {value for attribute, value in given_ if attribute == "status"} == {
        "preferred",
        "admitted",
        "deprecated",
        "forbidden",
    }
    assert {value for attribute, value in given_ if attribute == "gender"} == {"m", "f", "n"}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ('xml:lang="vi"', ("vi", None)),
        ('xml:lang="VI"', ("vi", None)),
        ('xml:lang="vi_VN"', ("vi", None)),
        ('xml:lang="vie"', ("vi", None)),
        ('lang="vi-vn"', ("vi", None)),
        ('xml:lang="Français"', ("fr", None)),
        ('xml:lang="fr-ca"', ("fr", "fr-CA")),
        ("", ("en", None)),
    ],
)
def test_language_codes(lang: str, expected: tuple[str, str | None]) -> None:
    concept = read(minimal(lang=lang), ("en",)).glossary.concepts[0]
    assert [(code, term.region) for code, term in concept.all_terms()] == [expected]


def test_without_a_language_nobody_guesses() -> None:
    imported = read(minimal(lang=""))
    assert imported.glossary.concepts == ()
    assert [remark.text for remark in imported.remarks] == [
        "terms without a language are left out",
        "an entry without a term is left out",
    ]


def test_decomposed_text_is_composed() -> None:
    imported = read(minimal("Vie\u0323\u0302t", notes=PREFERRED))
    assert imported.glossary.concepts[0].terms["vi"][0].text == "Việt"
    assert imported.remarks == (Remark("text in decomposed Unicode is read composed", 1),)


def test_a_term_of_a_thousand_characters() -> None:
    assert read(minimal("ă" * 1000)).glossary.concepts[0].terms["vi"][0].text == "ă" * 1000
    imported = read(minimal("ă" * 1001))
    assert imported.glossary.concepts == ()
    assert imported.remarks[0] == Remark("a term of more than 1000 characters is left out", 1)


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode(),
        lambda text: ('<?xml version="1.0" encoding="UTF-8"?>' + text).encode("utf-16"),
        lambda text: ("<?xml version='1.0' encoding='iso-8859-15'?>" + text).encode("iso-8859-15"),
    ],
    ids=["bom", "utf-16", "utf-16-le", "utf-16-be", "said-to-be-16", "said-to-be-8", "latin-9"],
)
def test_encodings(encode: object) -> None:
    assert callable(encode)
    concept = read(encode(minimal("cœur à part", notes=PREFERRED))).glossary.concepts[0]
    assert concept.terms["vi"] == (Term(text="cœur à part", status="preferred"),)


BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://example.org/evil.dtd"> %a;]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (minimal("&b;", head=BOMB), "a.tbx:1: it declares an entity, a: one can stand for gigabytes of text"),
        (minimal("&a;", head=EXTERNAL), "a.tbx:1: it declares an entity, a: one can stand for gigabytes of text"),
        (minimal(head=PARAMETER), "a.tbx:1: it declares an entity, a: one can stand for gigabytes of text"),
        (minimal("&a;"), "a.tbx:1: not well-formed XML (undefined entity)"),
        (minimal("&#0;"), "a.tbx:1: not well-formed XML (reference to invalid character number)"),
        (minimal()[:-9], "a.tbx:1: not well-formed XML (unclosed token)"),
        ("", "a.tbx:1: not well-formed XML (no element found)"),
        ("lương = pension", "a.tbx:1: not well-formed XML (syntax error)"),
        ("<html><body/></html>", "a.tbx:1: not a TBX file: its root element is html"),
        ("<!DOCTYPE html><html><p>a&nbsp;b<br></html>", "a.tbx:1: not a TBX file: its root element is html"),
        ("<mtf/>", "a.tbx:1: not a TBX file: its root element is mtf"),
        (
            '<?xml version="1.0" encoding="klingon"?><tbx/>',
            "a.tbx: its encoding cannot be read (unknown encoding: klingon)",
        ),
        ('<?xml version="1.0" encoding="gbk"?><tbx/>', "a.tbx: its encoding cannot be read"),
        (minimal("<a>" * 300 + "</a>" * 300), "a.tbx:1: an entry that no termbase makes: too deep or too large"),
        (b"<tbx><text>\xff\xfe</text></tbx>", "a.tbx:1: not well-formed XML (not well-formed (invalid token))"),
    ],
)
def test_what_is_refused(data: str | bytes, reason: str) -> None:
    with pytest.raises(FileError) as caught:
        read(data)
    assert str(caught.value).startswith(reason)
    assert "; " in str(caught.value)


def test_a_large_entry_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tbx_xml, "_SIZE", 10)
    with pytest.raises(FileError, match="too deep or too large"):
        read(minimal(notes=PREFERRED * 11))
    monkeypatch.undo()
    monkeypatch.setattr(tbx_xml, "_CHARACTERS", 1000)
    with pytest.raises(FileError, match="too deep or too large"):
        read(minimal("ă" * 1001))


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    head = '<!DOCTYPE tbx SYSTEM "http://example.org/tbx.dtd">'
    term = read(minimal("caf&eacute; &what; x", head=head)).glossary.concepts[0].terms["vi"][0]
    assert term.text == "café &what; x"


class Endless(io.RawIOBase):
    """Entries without end: who wants to see all of them never comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = 0

    def read(self, size: int = -1) -> bytes:
        self.blocks += 1
        return b"<tbx>" if self.blocks == 1 else b"<conceptEntry/>" * (size // 15)


def test_entries_come_while_the_file_is_read() -> None:
    stream = Endless()
    found = nodes(stream, {"conceptEntry"}, name="a.tbx")  # type: ignore[arg-type]  # all that is used is read()
    assert [next(found).name for _ in range(5000)] == ["tbx"] + 4999 * ["conceptEntry"]
    assert stream.blocks < 5


SAMPLE = (DATA / "default.tbx").read_bytes()


@settings(max_examples=200, deadline=None)
@given(start=st.integers(0, len(SAMPLE)), length=st.integers(0, 40), put=st.binary(max_size=6))
def test_damaged_files_are_read_or_refused(start: int, length: int, put: bytes) -> None:
    try:
        imported = read(SAMPLE[:start] + put + SAMPLE[start + length :], ("fr",))
    except FileError:
        return
    assert all(concept.terms for concept in imported.glossary.concepts)


@settings(max_examples=100, deadline=None)
@given(
    notes=st.lists(
        st.tuples(
            st.sampled_from(["descrip", "admin", "termNote", "ref", "xref", "x", "descripGrp", "note", "term"]),
            st.sampled_from(["", "definition", "crossReference", "source", "status", "geographicalUsage", "zz"]),
            st.sampled_from(["", "a", "CA", "replaced-by", "preferred", "<hi>x</hi>", "<term>b</term>"]),
        ),
        max_size=6,
    )
)
def test_categories_in_any_place(notes: list[tuple[str, str, str]]) -> None:
    inner = "".join(f'<{name} type="{kind}" target="a">{text}</{name}>' for name, kind, text in notes)
    entry = f'<langSec xml:lang="vi">{inner}<termSec>{inner}<term>một</term></termSec></langSec>'
    data = f'<tbx xml:lang="en"><text><body><conceptEntry id="a">{inner}{entry}</conceptEntry></body></text></tbx>'
    assert len(read(data).glossary.concepts) <= 1
