"""Markdown: a glossary to read on a forge or to print, by domain, with an index for each language.

Written for GitHub's dialect (struck-out text); links go to anchors in HTML, which the usual renderers keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import BinaryIO
from urllib.parse import quote

from tmkit.glossary.concepts import Concept, Glossary, Source, Term
from tmkit.glossary.exchange import readable
from tmkit.glossary.exchange.base import ExchangeFormat
from tmkit.glossary.exchange.readable import Entry, Line, Section
from tmkit.glossary.exchange.tidy import clean

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$#]")
_LIST = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")
"""What makes a list or a heading of a line that begins with it."""


def write_markdown(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write the glossary; terms in `langs`, all else in whatever language it is."""
    for block in _blocks(glossary, langs):
        stream.write(block.encode() + b"\n")


def _blocks(glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    sections = readable.sections(glossary, langs)
    yield from _front(glossary, langs, sections)
    for section in sections:
        yield f"\n{_anchor('domain', section.domain)}\n\n## {_text(section.name)}"
        for entry in section.entries:
            yield from _entry(entry, glossary, langs)
    for lang in langs:
        yield from _index(glossary, lang)
    yield from _sources(readable.cited(glossary, langs))


def _front(glossary: Glossary, langs: Sequence[str], sections: Sequence[Section]) -> Iterator[str]:
    (_, title), *others = readable.titles(glossary, langs)
    yield f"# {_text(title)}"
    if others:
        yield "\n" + " · ".join(f"*{_text(text)}*" for _, text in others)
    if glossary.about.description:
        yield "\n" + _start(glossary.about.description)
    count = sum(len(concept.terms.get(lang, ())) for concept in glossary.concepts for lang in langs)
    names = ", ".join(map(readable.native, langs))
    licence = f" Licence: {_text(glossary.about.licence)}." if glossary.about.licence else ""
    yield f"\n{len(glossary.concepts):,} concepts, {count:,} terms: {names}.{licence}"
    yield "\n**Bold**: the term to use. ~~Struck out~~: not to be used."
    yield "\n## Contents\n"
    for section in sections:
        yield f"- {_link(section.name, 'domain', section.domain)} ({len(section.entries):,})"
    yield "- Index: " + " · ".join(_link(readable.native(lang), "index", lang) for lang in langs)


def _entry(entry: Entry, glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    concept = entry.concept
    yield f"\n{_anchor('', concept.id)}\n\n### {_text(entry.head[1])}\n"
    if concept.replaced_by:
        yield f"- **Replaced by:** {', '.join(_reference(name, glossary, langs) for name in concept.replaced_by)}"
    for lang, terms in entry.terms:
        yield f"- {readable.native(lang)}"
        yield from (f"  - {_term(term)}" for term in terms)
    for lang, text in readable.definitions(concept, langs):
        yield f"- *Definition ({lang}):* {_text(text)}"
    if concept.note:
        yield f"- *Note:* {_text(concept.note)}"
    for label, ids in readable.relations(concept):
        yield f"- *{label}:* {', '.join(_reference(name, glossary, langs) for name in ids)}"
    validity = readable.validity(concept)
    facts = (_text(concept.id), concept.status, _text(f"in force {validity}") if validity else "")
    yield f"- {' · '.join(fact for fact in facts if fact)}"


def _term(term: Term) -> str:
    text = _start(term.text)
    shown = {"preferred": f"**{_text(term.text)}**", "admitted": text}.get(term.status, f"~~{_text(term.text)}~~")
    status = () if term.status == "preferred" else (f"*{term.status}*",)
    grammar = " ".join(readable.grammar(term))
    parts = (*status, *((f"*{grammar}*",) if grammar else ()), *map(_text, readable.labels(term)))
    line = "; ".join((" – ".join(filter(None, (shown, ", ".join(parts)))), *_uses(term)))
    sources = ", ".join(_link(name, "source", name) for name in term.sources)
    return line + (f" ({sources})" if sources else "") + (f". {_text(term.note)}" if term.note else "")


def _uses(term: Term) -> Iterator[str]:
    if term.forms:
        yield f"also: {' · '.join(map(_text, term.forms))}"
    if term.context:
        yield f"“{_text(term.context)}”"


def _reference(name: str, glossary: Glossary, langs: Sequence[str]) -> str:
    other = glossary.by_id.get(name)
    return _link(_head(other, langs), "", name) if other else _text(name)


def _head(concept: Concept, langs: Iterable[str]) -> str:
    return next((term.text for lang in langs if (term := concept.preferred(lang))), concept.id)


def _index(glossary: Glossary, lang: str) -> Iterator[str]:
    yield f"\n{_anchor('index', lang)}\n\n## Index: {readable.native(lang)}"
    for letter, lines in readable.index(glossary, lang):
        yield f"\n### {_text(letter)}\n"
        yield from map(_line, lines)


def _line(line: Line) -> str:
    link = _link(line.text, "", line.concept.id)
    if line.instead is None:
        return f"- {link}"
    return f"- ~~{link}~~ → {_text(line.instead)}" if line.instead else f"- ~~{link}~~"


def _sources(cited: Sequence[tuple[str, Source | None]]) -> Iterator[str]:
    if cited:
        yield "\n## Sources\n"
    for name, source in cited:
        yield f"- {_anchor('source', name)}{_text(name)}" + (f": {_source(source)}" if source else "")


def _source(source: Source) -> str:
    address = readable.web_address(source)
    title = f"[{_text(source.title)}](<{quote(address, safe=_IN_ADDRESS)}>)" if address else _text(source.title)
    written = "" if address or not source.address else f" ({_text(source.address)})"
    return title + written + "".join(f", {_text(part)}" for part in (source.date, source.kind) if part)


_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"


def _anchor(kind: str, name: str) -> str:
    return f'<a id="{escape(_name(kind, name))}"></a>'


def _link(text: str, kind: str, name: str) -> str:
    return f"[{_text(text)}](#{quote(_name(kind, name), safe='')})"


def _name(kind: str, name: str) -> str:
    """Return what an anchor is called: concepts by their bare ids, so that others can link to them."""
    return re.sub(r"\s", "_", f"{kind}-{name}" if kind else name)


def _text(text: str) -> str:
    """Return a text, in one line, as Markdown that shows it letter for letter."""
    return _SPECIAL.sub(r"\\\g<0>", clean(text))


def _start(text: str) -> str:
    """Return a text that may open a line."""
    return _LIST.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], _text(text))


MARKDOWN = ExchangeFormat(
    name="markdown",
    summary="a glossary to read, by domain, with an index for each language",
    extensions=(".md",),
    write=write_markdown,
    carries=readable.CARRIES,
)
