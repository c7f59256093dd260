import base64
import hashlib
import html
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.glossary.exchange.filled import FILLED, HOSTILE, SHOWN, hostile
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange.base import losses
from tmkit.glossary.exchange.html import HTML, write_html

LANGS = ("vi", "fr", "en")
TAGS = frozenset(
    "a article b body dd details div dl dt em footer form h1 h2 h3 h4 head header html i input label li main meta "
    "option output p q s script section select small span strong style summary title ul".split()
)


def written(glossary: Glossary, *langs: str) -> str:
    stream = io.BytesIO()
    write_html(glossary, stream, langs=langs or LANGS)
    return stream.getvalue().decode()


class Seen(HTMLParser):
    """What a browser finds in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.comments: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open[-1] if self._open else "", []).append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return "\n".join("".join(of) for tag, of in self.texts.items() if tag not in ("script", "style"))

    def values(self, wanted: str) -> Iterator[str]:
        return (value for _, name, value in self.attributes if name == wanted)


@pytest.mark.parametrize("part", SHOWN)
def test_every_field_is_shown(part: str) -> None:
    page = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", written(FILLED), flags=re.DOTALL)
    assert part in re.sub(r"<[^>]*>", "", page).replace("&amp;", "&")


def test_nothing_is_lost() -> None:
    assert losses(FILLED, HTML, LANGS) == ()


def test_a_card() -> None:
    term = Term(text="lương hưu", status="preferred", pos="noun", sources=("S-1",))
    wrong = Term(text="tiền già", status="forbidden", note="Familiar.")
    concept = Concept(id="sp-1", terms={"vi": (wrong, term)}, note="See sp-1, not sp-2.")
    page = written(Glossary(About(), (concept,)), "vi")
    card = page[page.index("<article") : page.index("</article>")]
    assert card == (
        '<article id="sp-1" tabindex="-1" data-domain="-" data-status="draft"><h3 lang="vi">lương hưu</h3>'
        '<p class="facts"><a href="#sp-1">sp-1</a> · Concepts · <span class="is-draft">draft</span></p>'
        '<div class="languages"><section lang="vi"><h4>Tiếng Việt</h4><ul>'
        '<li class="preferred"><b class="term" data-initials="lh">lương hưu</b> <i class="grammar" lang="en">noun</i>'
        '<p class="sources" lang="en"><a href="#source:S-1">S-1</a></p></li>'
        '<li class="forbidden"><s class="term" data-initials="tg">tiền già</s> '
        '<em class="label" lang="en">forbidden</em><p lang="en">Familiar.</p></li></ul></section></div>'
        '<dl><dt>Note</dt><dd>See <a href="#sp-1" title="lương hưu" class="id">sp-1</a>, not sp-2.</dd></dl>'
    )


def test_links_lead_somewhere_and_never_to_a_script() -> None:
    seen = Seen(written(FILLED))
    links = set(seen.values("href"))
    assert {link[1:] for link in links if link.startswith("#")} <= set(seen.values("id"))
    assert {link for link in links if not link.startswith("#")} == {"https://example.org/a?b=1&c=(2)"}


def test_what_took_its_place_is_linked_from_both_ends() -> None:
    page = written(FILLED)
    assert '<strong>Replaced by</strong> <a href="#sp-0002" lang="vi">tiền lương</a></p>' in page
    assert '<dt>Replaces</dt><dd><a href="#sp-0001" lang="vi">lương hưu</a></dd>' in page


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    seen = Seen(written(hostile(text), "vi"))
    harmless = Seen(written(hostile("x"), "vi"))
    # The same elements as with a harmless text; a domain without words, or an id with a blank, changes none.
    assert [tag for tag in seen.tags if tag not in TAGS] == []
    assert [t for t in seen.tags if t != "a"] == [t for t in harmless.tags if t != "a"]
    assert not [name for _, name, _ in seen.attributes if name.startswith("on")]
    assert seen.comments == []
    assert all(link.startswith(("#", "https://")) for link in seen.values("href"))
    assert seen.texts["script"] == harmless.texts["script"]
    assert seen.texts["style"] == harmless.texts["style"]
    assert " ".join(text.split()) in " ".join(seen.text.split())


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1))
def test_any_text_makes_a_sound_page(text: str) -> None:
    page = written(hostile(text), "vi")
    seen = Seen(page)
    assert [tag for tag in seen.tags if tag not in TAGS] == []
    assert page.count("<article") == page.count("</article>") == 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", page)


def test_the_policy_allows_the_pages_own_script_and_style_alone() -> None:
    page = written(FILLED)
    seen = Seen(page)
    policy = next(value for _, name, value in seen.attributes if name == "content" and "default-src" in value)

    def digest(tag: str) -> str:
        text = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest('style')}'; script-src 'sha256-{digest('script')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert list(seen.values("src")) == []
    assert seen.tags.count("script") == seen.tags.count("style") == 1
    assert "link" not in seen.tags


def test_the_same_glossary_gives_the_same_bytes() -> None:
    assert written(FILLED) == written(FILLED)


def test_a_glossary_without_concepts() -> None:
    assert "0 concepts, 0 terms: Tiếng Việt." in written(Glossary(About(name="x"), ()), "vi")


WORDS = {
    "c-1": (("an sinh xã hội", "ASXH"), ("sécurité sociale",), ("social security",)),
    "c-2": (("Bộ Lao động – Thương binh và Xã hội",), ("ministère du Travail",), ("Ministry of Labour",)),
    "c-3": (("lương hưu",), ("pension de retraite",), ("pension", "retirement pension")),
    "c-4": (("lượng",), ("retraité",), ("quantity",)),
    "c-5": (("điều chỉnh lương hưu",), ("revalorisation des pensions",), ("adjustment",)),
}
TRIAL = Glossary(
    About(),
    tuple(
        Concept(
            id=name,
            domain="d" if name == "c-5" else None,
            terms={
                lang: tuple(Term(text=text, status="preferred") for text in texts)
                for lang, texts in zip(LANGS, of, strict=True)
            },
        )
        for name, of in WORDS.items()
    ),
)
QUERIES = {
    "luong": "c-4 c-3 c-5",
    "lương": "c-3 c-5",
    "lượng": "c-4",
    "luong huu": "c-3 c-5",
    "LƯƠNG HƯU": "c-3 c-5",
    "hưu lương": "c-3 c-5",
    "pension": "c-3 c-5",
    "bldtbxh": "c-2",
    "asxh": "c-1",
    "securite": "c-1",
    "sécurité": "c-1",
    "sécurite": "c-1",
    "d'adjustment": "",
    "ministere": "c-2",
    "c-4": "c-4",
    "<b>": "c-2",
    "": "c-5 c-1 c-2 c-3 c-4",
}


@pytest.mark.judge
def test_the_search_in_a_browser(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no chromium for the page's search")
    asked = ",".join(f'"{query}"' for query in QUERIES)
    script = (
        "const form = document.forms[0], out = [];"
        f"for (const query of [{asked}]) {{ form.elements.query.value = query;"
        "form.dispatchEvent(new Event('submit', { cancelable: true }));"
        "out.push(query + '=' + [...document.querySelectorAll('article')].map((card) => card.id).join(' ')); }"
        "form.elements.domain.value = 'd'; form.dispatchEvent(new Event('submit', { cancelable: true }));"
        "out.push('domain=' + [...document.querySelectorAll('article')].map((card) => card.id).join(' '));"
        "form.elements.lang.value = 'fr'; form.elements.domain.value = ''; form.elements.query.value = 'pension';"
        "form.dispatchEvent(new Event('submit', { cancelable: true }));"
        "out.push('fr=' + document.querySelectorAll('li.hit').length);"
        "document.body.textContent = 'RESULT' + JSON.stringify(out) + 'END';"
    )
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", written(TRIAL))
    (tmp_path / "page.html").write_text(page.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking".split()
    address = (tmp_path / "page.html").as_uri()
    command = [browser, *options, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", address]
    dom = subprocess.run(command, capture_output=True, check=True, timeout=120, text=True).stdout
    found = json.loads(html.unescape(dom[dom.rindex("RESULT[") :].removeprefix("RESULT").split("END")[0]))
    assert found == [*(f"{query}={ids}" for query, ids in QUERIES.items()), "domain=c-5", "fr=2"]
