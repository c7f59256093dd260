"""A concept as a card for the terminal, and as values for `--json`."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Collection, Iterable, Iterator, Sequence

import click

from tmkit.glossary.attestation import Attestation, Quote
from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary, Relation, Term
from tmkit.glossary.lookup import Answer, bare

_WIDEST = 100
"""Columns: longer lines are hard to read."""
_INDENT = 8
_SOURCES = 4
"""Sources shown; `--json` has all."""
_POS = {"noun": "n.", "verb": "v.", "adjective": "adj.", "adverb": "adv.", "proper-noun": "prop. n.", "other": ""}
_NUMBERS = {"singular": "sing.", "plural": "pl."}
_RELATIONS = {
    "see-also": "see also",
    "broader": "wider",
    "narrower": "narrower",
    "part-of": "part of",
    "has-part": "has part",
    "distinct-from": "not to be confused with",
    "antonym": "opposite",
}
_HOW = {
    "folded": "accents aside",
    "inflected": "inflected",
    "acronym": "as an acronym",
    "prefix": "begins so",
    "part": "a part of it",
    "near": "nearly",
}
_SIGNS = {"preferred": "✓", "admitted": " ", "deprecated": "–", "forbidden": "✗"}
_COLOURS = {"admitted": None, "deprecated": "yellow", "forbidden": "red"}
_AROUND = 70
"""Characters on either side of a term in what attests it."""


def card(answer: Answer, attestations: Sequence[Attestation], langs: Sequence[str]) -> str:
    """Return a concept as a terminal shows it; `langs` are the languages of its terms in their order."""
    concept, glossary = answer.concept, answer.glossary
    lines = [_head(answer), *_found(answer, langs), *_institution(concept, glossary, langs)]
    lines += _terms(concept, langs)
    for lang in [lang for lang in langs if lang in concept.definition] or list(concept.definition)[:1]:
        lines += _labelled("def.", f"({lang}) {concept.definition[lang]}")
    if concept.note:
        lines += _labelled("note", concept.note)
    lines += _related(concept, glossary, langs)
    lines += _sources(concept, glossary, langs)
    for attestation in attestations:
        lines += _attested(attestation, {bare(lang) for lang in (*langs, answer.lang)})
    return "\n".join(lines)


def brief(answer: Answer, langs: Sequence[str]) -> str:
    """Return a concept in one line: the term that was found and what to use for it in other languages."""
    others = [
        f"{lang} {term.text}"
        for lang in langs
        if bare(lang) != bare(answer.lang) and (term := answer.concept.preferred(lang))
    ]
    found = _coloured(answer.term, f"{answer.lang} {plain(answer.term.text)}")
    mark = "" if answer.term.status in ACCEPTED else f" ({answer.term.status})"
    return f"{click.style(answer.concept.id, dim=True)}  {found}{mark}  {plain(' · '.join(others))}".rstrip()


def show(text: str) -> None:
    """Print text, coloured on a terminal alone."""
    click.echo(text)


def as_values(answer: Answer, attestations: Sequence[Attestation], langs: Sequence[str]) -> dict[str, object]:
    """Return what `--json` prints of a concept."""
    concept, glossary = answer.concept, answer.glossary
    matched = {"lang": answer.lang, "term": answer.term.text, "how": answer.how, "status": answer.term.status}
    if answer.use:
        matched["use"] = answer.use.text
    return {
        "concept": concept.id,
        "domain": concept.domain,
        "status": concept.status,
        "matched": matched,
        "terms": [_term_values(lang, term) for lang, term in concept.all_terms() if lang in langs],
        "definition": concept.definition,
        "note": concept.note,
        "sources": {name: source for name in _cited(concept, langs) if (source := glossary.about.sources.get(name))},
        "related": [
            {"concept": relation.to, "rel": relation.rel, "term": _name(relation.to, glossary, langs)}
            for relation in concept.related
        ],
        "valid_from": concept.valid_from,
        "valid_to": concept.valid_to,
        "replaced_by": [{"concept": name, "term": _name(name, glossary, langs)} for name in concept.replaced_by],
        "glossary": glossary.about.name,
        "attestations": [_attestation_values(attestation) for attestation in attestations],
    }


def _term_values(lang: str, term: Term) -> dict[str, object]:
    optional = (
        "type",
        "pos",
        "gender",
        "number",
        "case",
        "region",
        "forms",
        "context",
        "sources",
        "reliability",
        "note",
    )
    more = {name: value for name in optional if (value := getattr(term, name))}
    return {"lang": lang, "term": term.text, "status": term.status, **more}


def _attestation_values(attestation: Attestation) -> dict[str, object]:
    quotes = [
        {"lang": q.lang, "text": q.text, "spans": q.spans, "report": q.report, "date": q.date}
        for q in attestation.quotes
    ]
    return {"memory": attestation.memory, "unit": attestation.unit, "texts": quotes}


def plain(text: str) -> str:
    """Return text that can't speak to the terminal."""
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else " " for c in text)


def _width() -> int:
    return max(40, min(_WIDEST, shutil.get_terminal_size().columns))


def _head(answer: Answer) -> str:
    concept, glossary = answer.concept, answer.glossary
    parts = [glossary.domain_name(concept.domain) if concept.domain else "", concept.status]
    about = click.style(" · ".join(plain(part) for part in parts if part), dim=True)
    return f"{click.style(concept.id, bold=True, fg='cyan')}  {about}"


def _found(answer: Answer, langs: Sequence[str]) -> Iterator[str]:
    """Say what was found where the query isn't it, and what to use instead of a term that should not be."""
    if answer.how != "exact" or answer.form or answer.lang not in langs:
        how = _HOW.get(answer.how, "")
        text = f"{answer.form}, a form of {answer.term.text}" if answer.form else answer.term.text
        yield from _labelled("found", f"{text} ({answer.lang}{how and ', '}{how})")
    if answer.term.status not in ACCEPTED:
        advice = f"use {answer.use.text}" if answer.use else "use another term"
        text = f"{answer.term.text} is {answer.term.status}: {advice}"
        yield from _labelled("!", text, colour=_COLOURS[answer.term.status])


def _institution(concept: Concept, glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    names = ", ".join(f"{_name(name, glossary, langs)} ({name})" for name in concept.replaced_by)
    if concept.valid_to:
        text = f"until {concept.valid_to}" + (f"; replaced by {names}" if names else "")
        yield from _labelled("ended", text, colour="yellow")
    elif names:
        yield from _labelled("now", names)


def _terms(concept: Concept, langs: Sequence[str]) -> Iterator[str]:
    for lang in langs:
        terms = sorted(concept.terms.get(lang, ()), key=lambda term: list(_SIGNS).index(term.status))
        if not terms:
            yield f"  {lang:<{_INDENT - 4}}  {click.style('no term yet', dim=True)}"
        # A name that is long itself must not push the marks of all others to the edge.
        width = min(max((len(term.text) for term in terms), default=0), 34)
        for i, term in enumerate(terms):
            head = f"  {lang if i == 0 else '':<{_INDENT - 4}}{_SIGNS[term.status]} "
            yield from _term(term, head, width)


def _term(term: Term, head: str, width: int) -> Iterator[str]:
    name = _coloured(term, plain(term.text))
    marks = ", ".join(filter(None, _marks(term)))
    gap = " " * max(width - len(term.text), 0)
    text = f"{marks}. {term.note}" if term.note and marks and not marks.endswith(".") else f"{marks} {term.note or ''}"
    text = plain(text.strip())
    start = len(head) + max(width, len(term.text)) + 2
    if not text:
        yield head + name
    elif start + len(text) <= _width():
        yield f"{head}{name}{gap}  {click.style(text, dim=True)}"
    else:
        first, rest = (marks, term.note or "") if start + len(marks) <= _width() else ("", text)
        yield f"{head}{name}{gap}  {click.style(first, dim=True)}" if first else head + name
        yield from _wrapped(plain(rest), len(head) + 2, dim=True)


def _marks(term: Term) -> Iterator[str]:
    """Give what a dictionary says after a word."""
    gender = f"{term.gender}." if term.gender else ""
    yield " ".join(filter(None, (_POS.get(term.pos or "", ""), gender, _NUMBERS.get(term.number or "", ""))))
    yield (term.type or "").replace("full-form", "").replace("-", " ")
    yield term.region or ""
    if term.status not in ACCEPTED:
        yield term.status


def _coloured(term: Term, text: str) -> str:
    if term.status == "preferred":
        return click.style(text, fg="green", bold=True)
    colour = _COLOURS[term.status]
    return click.style(text, fg=colour) if colour else text


def _name(concept: str, glossary: Glossary, langs: Sequence[str]) -> str:
    """Return what a concept is called in the first language that has a name for it, else its id."""
    other = glossary.by_id.get(concept)
    names = (other.preferred(lang) for lang in (*langs, *other.terms)) if other else ()
    return next((term.text for term in names if term), concept)


def _related(concept: Concept, glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    kinds: dict[str, list[Relation]] = {}
    for relation in concept.related:
        kinds.setdefault(relation.rel, []).append(relation)
    for kind, relations in kinds.items():
        names = (f"{_name(relation.to, glossary, langs)} ({relation.to})" for relation in relations)
        yield from _labelled("rel.", f"{_RELATIONS[kind]}: {', '.join(names)}")


def _sources(concept: Concept, glossary: Glossary, langs: Sequence[str]) -> Iterator[str]:
    titles: dict[str, None] = {}
    for name in _cited(concept, langs):
        source = glossary.about.sources.get(name)
        titles[", ".join(filter(None, (source.title, source.address, source.date))) if source else name] = None
    for i, title in enumerate(list(titles)[:_SOURCES]):
        yield from _labelled("src." if i == 0 else "", title, dim=True)
    if len(titles) > _SOURCES:
        yield from _labelled("", f"and {len(titles) - _SOURCES} more", dim=True)


def _cited(concept: Concept, langs: Iterable[str]) -> list[str]:
    """Return the ids of the sources of a concept's terms, each once."""
    return list(dict.fromkeys(name for lang in langs for term in concept.terms.get(lang, ()) for name in term.sources))


def _attested(attestation: Attestation, langs: Collection[str]) -> Iterator[str]:
    shown = [quote for quote in attestation.quotes if quote.lang in langs] or attestation.quotes
    for i, quote in enumerate(shown):
        text, spans = excerpt(quote)
        where = ", ".join(filter(None, (quote.report or attestation.memory, quote.date)))
        yield from _labelled(
            "att." if i == 0 else "", f"({quote.lang}) {text}", spans=_moved(spans, len(quote.lang) + 3)
        )
        yield from _wrapped(plain(where), _INDENT + 2, dim=True)


def excerpt(quote: Quote) -> tuple[str, list[tuple[int, int]]]:
    """Return as much of a text as shows the first of its terms, with the spans of those within it."""
    text = quote.text
    first = quote.spans[0] if quote.spans else (0, 2 * _AROUND)
    start = 0 if first[0] <= _AROUND else text.rfind(" ", 0, first[0] - _AROUND) + 1
    end = len(text) if len(text) - first[1] <= _AROUND else text.find(" ", first[1] + _AROUND)
    end = len(text) if end < 0 else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    spans = [(a, b) for a, b in quote.spans if a >= start and b <= end]
    return before + text[start:end] + after, _moved(spans, len(before) - start)


def _moved(spans: Iterable[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(a + by, b + by) for a, b in spans]


def _labelled(
    label: str,
    text: str,
    *,
    colour: str | None = None,
    dim: bool = False,
    spans: Sequence[tuple[int, int]] = (),
) -> Iterator[str]:
    """Give the lines of a text under a label at their left."""
    head = click.style(f"  {label:<{_INDENT - 2}}", dim=True)
    for i, line in enumerate(_wrapped(plain(text), _INDENT, colour=colour, dim=dim, spans=spans)):
        yield head + line[_INDENT:] if i == 0 else line


def _wrapped(
    text: str,
    indent: int,
    *,
    colour: str | None = None,
    dim: bool = False,
    spans: Sequence[tuple[int, int]] = (),
) -> Iterator[str]:
    """Give the lines of a text, wrapped and indented, with what `spans` say underlined and bold."""
    at = 0
    for line in textwrap.wrap(text, _width() - indent, break_on_hyphens=False):
        at = text.index(line.split()[0], at)
        inner = [(max(a - at, 0), min(b - at, len(line))) for a, b in spans if a < at + len(line) and b > at]
        yield " " * indent + _highlighted(line, inner, colour, dim=dim)
        at += len(line)


def _highlighted(line: str, spans: Iterable[tuple[int, int]], colour: str | None, *, dim: bool) -> str:
    def styled(text: str) -> str:
        return click.style(text, fg=colour, dim=dim or None) if colour or dim else text

    out, at = [], 0
    for start, end in sorted(spans):
        out += [styled(line[at:start]), click.style(line[start:end], bold=True, underline=True)]
        at = max(at, end)
    return "".join([*out, styled(line[at:])])
