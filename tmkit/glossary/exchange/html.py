"""HTML: a glossary in one file that needs no network, with search as one types.

The page is whole without its script. All texts go through `ElementTree`, which escapes them, and a content
security policy forbids every script and style but the page's own: no term can become markup.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import BinaryIO
from urllib.parse import quote
from xml.etree.ElementTree import Element, tostring

from tmkit.glossary.concepts import Concept, Glossary, Source, Term
from tmkit.glossary.exchange import readable
from tmkit.glossary.exchange.base import ExchangeFormat
from tmkit.glossary.exchange.readable import Entry, Section
from tmkit.glossary.exchange.tidy import clean, clean_lines

Part = Element | str
_MAY_BE_EMPTY = frozenset({"hidden", "value"})
_STATUSES = ("approved", "review", "draft", "retired")
_TERM_STATUSES = (("deprecated", "with a deprecated term"), ("forbidden", "with a forbidden term"))
_KEYS = "/ search · ↑ ↓ from concept to concept · Esc clear"


def write_html(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write the page; terms in `langs`, all else in whatever language it is."""
    sections = readable.sections(glossary, langs)
    page = _Page(glossary, langs, sections)
    for piece in page.pieces():
        stream.write(piece.encode())


class _Page:
    """One page, with what its parts need to know of the whole glossary."""

    def __init__(self, glossary: Glossary, langs: Sequence[str], sections: Sequence[Section]) -> None:
        self._glossary, self._langs, self._sections = glossary, langs, sections
        self._heads = {entry.concept.id: entry.head for section in sections for entry in section.entries}
        self._successors = _successors(glossary)

    def pieces(self) -> Iterator[str]:
        """Give the page piece by piece, so that a large one is never in memory as a tree."""
        yield "<!DOCTYPE html>\n"
        yield f'<html lang="en">\n{_html(self._head())}\n<body>\n{_html(self._header())}\n'
        yield '<main aria-label="Concepts">\n'
        for section in self._sections:
            yield _html(_el("h2", section.name, id=_id("domain", section.domain), data_domain=section.domain)) + "\n"
            for entry in section.entries:
                yield _html(self._card(entry, section)) + "\n"
        yield "</main>\n"
        yield _html(self._sources()) + "\n"
        yield f"{_html(_el('script', _file('html.js')))}\n</body>\n</html>\n"

    def _head(self) -> Element:
        title = " – ".join(text for _, text in readable.titles(self._glossary, self._langs))
        style, script = _file("html.css"), _file("html.js")
        policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
        return _el(
            "head",
            _el("meta", charset="utf-8"),
            _el("meta", http_equiv="Content-Security-Policy", content=f"{policy}; base-uri 'none'; form-action 'none'"),
            _el("meta", name="viewport", content="width=device-width, initial-scale=1"),
            _el("title", title),
            _el("style", style),
        )

    def _header(self) -> Element:
        about = self._glossary.about
        titles = readable.titles(self._glossary, self._langs)
        (lang, title), *others = titles
        parts: list[Part] = [_el("h1", title, lang=lang)]
        parts += [_el("p", *_joined([_el("span", text, lang=code) for code, text in others], " · "), class_="titles")]
        if about.description:
            parts.append(_el("p", about.description))
        parts += [self._facts(), self._contents(), self._controls()]
        return _el("header", *parts)

    def _facts(self) -> Element:
        count = sum(len(terms) for section in self._sections for entry in section.entries for _, terms in entry.terms)
        names = ", ".join(map(readable.native, self._langs))
        licence = self._glossary.about.licence
        text = f"{len(self._glossary.concepts):,} concepts, {count:,} terms: {names}."
        return _el("p", text + (f" Licence: {licence}." if licence else ""), class_="mute")

    def _contents(self) -> Element:
        links = [
            _el("li", _el("a", s.name, href=_ref("domain", s.domain)), f" ({len(s.entries):,})") for s in self._sections
        ]
        return _el("details", _el("summary", "Domains"), _el("ul", *links, class_="contents"), class_="domains")

    def _controls(self) -> Element:
        """Return what the script works with; hidden where there is none."""
        query = _el("input", type="search", name="query", autocomplete="off", spellcheck="false", aria_keyshortcuts="/")
        query.set("placeholder", "a word or an acronym, with or without accents")
        domains = [_option(section.domain or "-", section.name) for section in self._sections]
        found = {concept.status for concept in self._glossary.concepts}
        statuses = [_option(status, status) for status in _STATUSES if status in found]
        statuses += [_option(f"term:{status}", text) for status, text in _TERM_STATUSES]
        return _el(
            "form",
            _el("label", "Search", query, class_="query"),
            _select(
                "Terms in", "lang", "all languages", [_option(lang, readable.native(lang)) for lang in self._langs]
            ),
            _select("Domain", "domain", "all domains", domains),
            _select("Status", "status", "any", statuses),
            _el("output", aria_live="polite"),
            _el("small", _KEYS, class_="keys"),
            hidden="",
            role="search",
        )

    def _card(self, entry: Entry, section: Section) -> Element:
        concept, (lang, text) = entry.concept, entry.head
        columns = [self._column(lang, terms) for lang, terms in entry.terms]
        card = _el(
            "article",
            _el("h3", text, lang=lang),
            self._concept_facts(concept, section),
            *self._replaced(concept),
            _el("div", *columns, class_="languages"),
            id=_id("", concept.id),
            tabindex="-1",
            data_domain=section.domain or "-",
            data_status=concept.status,
        )
        about = list(self._about(concept))
        if about:
            card.append(_el("dl", *about))
        return card

    def _concept_facts(self, concept: Concept, section: Section) -> Element:
        parts: list[Part] = [_el("a", concept.id, href=_ref("", concept.id)), section.name]
        parts.append(_el("span", concept.status, class_=f"is-{concept.status}"))
        validity = readable.validity(concept)
        return _el("p", *_joined([*parts, *([f"in force {validity}"] if validity else [])], " · "), class_="facts")

    def _replaced(self, concept: Concept) -> Iterator[Element]:
        """Give what a reader must see first: that there is no such thing any more."""
        if concept.replaced_by:
            others = _joined([self._reference(name) for name in concept.replaced_by], ", ")
            yield _el("p", _el("strong", "Replaced by"), " ", *others, class_="replaced")

    def _column(self, lang: str, terms: Iterable[Term]) -> Element:
        items = [self._term(lang, term) for term in terms]
        return _el("section", _el("h4", readable.native(lang)), _el("ul", *items), lang=lang)

    def _term(self, lang: str, term: Term) -> Element:
        name = {"preferred": "b", "admitted": "span"}.get(term.status, "s")
        parts: list[Part] = [_el(name, term.text, class_="term", data_initials=readable.initials(term.text, lang))]
        status = () if term.status == "preferred" else (_el("em", term.status, class_="label", lang="en"),)
        grammar = " ".join(readable.grammar(term))
        english = (*((grammar,) if grammar else ()), *readable.labels(term))
        parts += [*status, *(_el("i", text, class_="grammar", lang="en") for text in english)]
        if term.forms:
            forms = _joined([_el("span", form, class_="form") for form in term.forms], " · ")
            parts.append(_el("span", _el("i", "also", lang="en"), " ", *forms, class_="also"))
        parts = _joined(parts, " ")
        if term.context:
            parts.append(_el("q", clean_lines(term.context)))
        if term.note:
            parts.append(_el("p", *self._linked(term.note), lang="en"))
        if term.sources:
            cited = _joined([self._cited(source) for source in term.sources], ", ")
            parts.append(_el("p", *cited, class_="sources", lang="en"))
        return _el("li", *parts, class_=term.status)

    def _about(self, concept: Concept) -> Iterator[Element]:
        for lang, text in readable.definitions(concept, self._langs):
            yield _el("dt", f"Definition ({lang})")
            yield _el("dd", clean_lines(text), lang=lang)
        if concept.note:
            yield _el("dt", "Note")
            yield _el("dd", *self._linked(concept.note))
        before = self._successors.get(concept.id, ())
        for label, ids in (*readable.relations(concept), *((("Replaces", before),) if before else ())):
            yield _el("dt", label)
            yield _el("dd", *_joined([self._reference(name) for name in ids], ", "))

    def _linked(self, text: str) -> list[Part]:
        """Return a note in which the ids of other concepts are links to them."""
        pieces = re.split(r"([^\W_][\w.-]*\d)", clean_lines(text))
        return [self._named(piece) if piece in self._heads else piece for piece in pieces]

    def _named(self, name: str) -> Element:
        return _el("a", name, href=_ref("", name), title=clean(self._heads[name][1]), class_="id")

    def _reference(self, name: str) -> Part:
        lang, text = self._heads.get(name, ("", ""))
        return _el("a", text, href=_ref("", name), lang=lang) if text else name

    def _cited(self, name: str) -> Element:
        source = self._glossary.about.sources.get(name)
        address = readable.web_address(source)
        more = {"title": clean(source.title)} if source else {}
        return _away(name, address, **more) if address else _el("a", name, href=_ref("source", name), **more)

    def _sources(self) -> Element:
        cited = readable.cited(self._glossary, self._langs)
        items = [_el("li", name, *_described(source), id=_id("source", name)) for name, source in cited]
        return _el("footer", *((_el("h2", "Sources"), _el("ul", *items)) if items else ()))


def _described(source: Source | None) -> list[Part]:
    if source is None:
        return []
    address = readable.web_address(source)
    title: Part = _away(source.title, address) if address else source.title
    written = (f"({source.address})",) if source.address and not address else ()
    facts = [part for part in (*written, source.date, source.kind) if part]
    return [": ", title, "".join(f", {part}" for part in facts)]


def _away(text: str, address: str, **attributes: str) -> Element:
    return _el("a", text, href=clean(address), rel="noopener noreferrer external", **attributes)


def _successors(glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """Return by concept those whose place it took."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in glossary.concepts:
        for name in concept.replaced_by:
            found[name] = (*found.get(name, ()), concept.id)
    return found


def _select(label: str, name: str, every: str, options: Iterable[Element]) -> Element:
    return _el("label", label, _el("select", _option("", every), *options, name=name))


def _option(value: str, text: str) -> Element:
    return _el("option", text, value=value)


def _joined(parts: Sequence[Part], between: str) -> list[Part]:
    return [piece for part in parts for piece in (between, part)][1:]


def _el(tag: str, /, *parts: Part, **attributes: str) -> Element:
    """Return an element; `class_` and `data_x` stand for what Python can't call so, an empty `lang` for none."""
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    shown = {names[name]: _clean(text) for name, text in attributes.items() if text or name in _MAY_BE_EMPTY}
    element = Element(tag, shown)
    last: Element | None = None
    for part in parts:
        if not isinstance(part, str):
            element.append(part)
            last = part
        elif last is None:
            element.text = (element.text or "") + _clean(part)
        else:
            last.tail = (last.tail or "") + _clean(part)
    return element


def _clean(text: str) -> str:
    """Take out what XML and HTML refuse; a blank that belongs to a list stays."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", " ", text)


def _html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


def _id(kind: str, name: str) -> str:
    """Return what an element is called: concepts by their bare ids, so that others can link to them."""
    return re.sub(r"\s", "_", f"{kind}:{name}" if kind else name)


def _ref(kind: str, name: str) -> str:
    return "#" + quote(_id(kind, name), safe=":")


def _file(name: str) -> str:
    return resources.files("tmkit.glossary.exchange").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


HTML = ExchangeFormat(
    name="html",
    summary="a glossary to search in a browser, in one file",
    extensions=(".html", ".htm"),
    write=write_html,
    carries=readable.CARRIES,
)
