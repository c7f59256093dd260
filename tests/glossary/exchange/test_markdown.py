import html
import io
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.glossary.exchange.filled import FILLED, HOSTILE, SHOWN, hostile
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange.base import losses
from tmkit.glossary.exchange.markdown import MARKDOWN, write_markdown

RENDERER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
ANCHOR = re.compile(r'<a id="[^"<>]*">|</a>')


def written(glossary: Glossary, *langs: str) -> str:
    stream = io.BytesIO()
    write_markdown(glossary, stream, langs=langs)
    return stream.getvalue().decode()


def tokens(text: str) -> list[Token]:
    return [inner for token in RENDERER.parse(text) for inner in (token, *(token.children or ()))]


def shown(text: str) -> str:
    """Return what a reader sees."""
    return " ".join(token.content for token in tokens(text) if token.type == "text")


def test_the_whole_text() -> None:
    concept = Concept(
        id="sp-2",
        domain="pension",
        status="approved",
        definition={"fr": "Revenu versé à un retraité"},
        terms={
            "fr": (
                Term(text="retraite", status="forbidden", note="The state, not the money"),
                Term(text="pension", status="preferred", pos="noun", gender="f", sources=("S-1",)),
            ),
            "vi": (Term(text="lương hưu", status="preferred"), Term(text="hưu bổng", status="admitted")),
        },
        valid_from="1995-01-01",
    )
    glossary = Glossary(About(title={"fr": "Essai"}, domains={"pension": {"en": "Pensions"}}), (concept,))
    expected = """\
# Essai

1 concepts, 4 terms: Français, Tiếng Việt.

**Bold**: the term to use. ~~Struck out~~: not to be used.

## Contents

- [Pensions](#domain-pension) (1)
- Index: [Français](#index-fr) · [Tiếng Việt](#index-vi)

<a id="domain-pension"></a>

## Pensions

<a id="sp-2"></a>

### pension

- Français
  - **pension** – *noun f.* ([S-1](#source-S-1))
  - ~~retraite~~ – *forbidden*. The state, not the money
- Tiếng Việt
  - **lương hưu**
  - hưu bổng – *admitted*
- *Definition (fr):* Revenu versé à un retraité
- sp-2 · approved · in force since 1995-01-01

<a id="index-fr"></a>

## Index: Français

### P

- [pension](#sp-2)

### R

- ~~[retraite](#sp-2)~~ → pension

<a id="index-vi"></a>

## Index: Tiếng Việt

### H

- [hưu bổng](#sp-2)

### L

- [lương hưu](#sp-2)

## Sources

- <a id="source-S-1"></a>S-1
"""
    assert written(glossary, "fr", "vi") == expected


@pytest.mark.parametrize("part", SHOWN)
def test_every_field_is_shown(part: str) -> None:
    assert part in shown(written(FILLED, "vi", "fr", "en"))


def test_nothing_is_lost() -> None:
    assert losses(FILLED, MARKDOWN, ["vi", "fr", "en"]) == ()


def test_every_link_within_the_page_leads_somewhere() -> None:
    text = written(FILLED, "vi", "fr", "en")
    links = {str(token.attrs["href"]) for token in tokens(text) if token.type == "link_open"}
    anchors = set(re.findall(r'<a id="([^"]*)">', text))
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert {link for link in links if not link.startswith("#")} == {"https://example.org/a?b=1&c=(2)"}


def _safe(text: str, source: str) -> None:
    for token in tokens(text):
        if token.type in ("html_inline", "html_block"):
            assert not ANCHOR.sub("", token.content).strip()
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith(("#", "https://"))
        assert token.type not in ("image", "code_inline", "code_block", "fence", "hr", "blockquote_open", "table_open")
    assert " ".join(html.unescape(source).split()) in " ".join(html.unescape(shown(text)).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    _safe(written(hostile(text), "vi"), text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="*_`[]<>()#+-.!|~&$\\=:1 aé^{}\"'", min_size=1).filter(str.strip))
def test_any_text_is_shown_letter_for_letter(text: str) -> None:
    glossary = Glossary(About(), (Concept(id="a-1", terms={"fr": (Term(text=text, status="admitted"),)}),))
    listed = [t.content for t in RENDERER.parse(written(glossary, "fr")) if t.type == "inline"]
    entry = RENDERER.parseInline(listed[listed.index("Français") + 1])[0]
    seen = "".join(token.content for token in entry.children or () if token.type == "text")
    assert seen == " ".join(unicodedata.normalize("NFC", text).split()) + " – admitted"


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert written(FILLED, "vi", "fr") == written(FILLED, "vi", "fr")


def test_a_glossary_without_concepts() -> None:
    assert "0 concepts, 0 terms" in written(Glossary(About(name="x"), ()), "vi")
