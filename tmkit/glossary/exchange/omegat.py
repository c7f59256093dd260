"""OmegaT's glossaries: UTF-8 text, a line a pair of terms, with tabs between source, target and comment.

After OmegaT's manual, "Glossaries", and its reader: a line that begins with `#` is skipped, blanks around a
column too, and a line needs two columns. The preferred target has the first line of its source: newer versions
of OmegaT show the targets in the order of the lines, 3.6 in an order of its own, where only the comment, which
stands in full beside the preferred one, tells which that is. A comment reads `note ‖ definition [id]`, the
definition in the target language; the id tells which lines are one concept when the file comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from tmkit.errors import FileError
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange.base import ExchangeFormat, Imported
from tmkit.glossary.exchange.table_cells import read_text
from tmkit.glossary.exchange.tidy import (
    Remarks,
    accepted,
    by_order,
    clean,
    fit,
    in_order,
    is_alone,
    order_changes,
    pair,
    with_id,
    without_id,
)
from tmkit.glossary.exchange.tidy import language as language_of

_HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
"""OmegaT's own first line; newer versions take the encoding from it whatever the file is called."""
_LANGS = "# languages:"
_BETWEEN = " ‖ "


def write_omegat(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write a line for each term of the source language and each that a translation may use."""
    source, target = pair(langs, "an OmegaT glossary")
    lines = [_HEAD, f"{_LANGS} {source} {target}"]
    for concept in glossary.concepts:
        lines += _lines(concept, source, target)
    stream.write(("\n".join(lines) + "\n").encode())


def _lines(concept: Concept, source: str, target: str) -> Iterator[str]:
    """Give a concept's lines, its comment in full beside the first target of each source: OmegaT shows them all."""
    comment = _comment(concept, target)
    short = with_id("", clean(concept.id)) or comment
    for term in in_order(term for term in concept.terms.get(source, ()) if not skips(concept, source, term)):
        for place, other in enumerate(accepted(concept, target)):
            cells = (_first(clean(term.text)), clean(other.text), short if place else comment)
            yield "\t".join(filter(None, cells))


def _first(text: str) -> str:
    """Return a line's first column: a blank before a `#` keeps it from making the line a remark.

    OmegaT cuts the blank off; versions before 5 keep it, and find the term all the same.
    """
    return f" {text}" if text.startswith("#") else text


def _comment(concept: Concept, target: str) -> str:
    note = clean(concept.note or "").replace("‖", "|")
    definition = clean(concept.definition.get(target, ""))
    text = f"{note}{_BETWEEN}{definition}".strip() if definition else note
    return with_id(text, clean(concept.id))


def skips(concept: Concept, lang: str, term: Term) -> bool:
    """Say whether a term stays out: forbidden ones often mean something else, and lone ones make no line."""
    return term.status == "forbidden" or is_alone(concept, lang)


def changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    """Give what OmegaT cannot tell."""
    yield from order_changes(concept, lang, term)
    if term.status == "deprecated":
        yield "deprecated terms stand as source terms alone, and come back as admitted"


@dataclass(slots=True)
class _Entry:
    """The lines of one concept, put together."""

    line: int
    ident: str
    comment: str
    sources: list[str]
    targets: list[str]


def read_omegat(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the concepts of a glossary; the languages are told by the user or by our own second line."""
    remarks = Remarks()
    lines = read_text(stream.read(), name, remarks).splitlines()
    source, target = _languages(lines, langs, name)
    entries: dict[tuple[str, str], _Entry] = {}
    for number, line in enumerate(lines, 1):
        if not line.startswith("#") and line.strip():
            _add(entries, number, line, remarks)
    if not entries:
        raise FileError(name, "no line with a source and a target term", remedy="give a tab-separated glossary")
    concepts = tuple(_concept(entry, source, target) for entry in entries.values())
    return Imported(Glossary(About(languages=(source, target)), concepts), remarks.all())


def _languages(lines: Sequence[str], langs: Sequence[str], name: str) -> tuple[str, str]:
    told = next((line.removeprefix(_LANGS).split() for line in lines[:5] if line.startswith(_LANGS)), [])
    found = list(langs) or told
    if len(found) != 2:
        raise FileError(name, "does not say its two languages", remedy="name them, the source language first")
    return language_of(found[0])[0], language_of(found[1])[0]


def _add(entries: dict[tuple[str, str], _Entry], number: int, line: str, remarks: Remarks) -> None:
    """Add a line to the concept it belongs to.

    That is the one of its id. Lines without an id are one concept where source and comment are the same:
    alternatives for one source are as a rule told apart by nothing, different meanings by their comments.
    """
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) < 2 or not cells[0] or not cells[1]:
        remarks.add("has no source or no target term and is left out", number)
        return
    source, target = fit(cells[0], remarks, number), fit(cells[1], remarks, number)
    if not source or not target:
        return
    text, ident = without_id(clean(" ".join(cells[2:])))
    entry = entries.setdefault(("id", ident) if ident else (source, text), _Entry(number, ident, text, [], []))
    if source in entry.sources and target in entry.targets and not ident:
        remarks.add(f"{source:.60}, {target:.60} stand twice and are read once", number)
    entry.comment = entry.comment or text
    entry.sources.append(source)
    entry.targets.append(target)


def _concept(entry: _Entry, source: str, target: str) -> Concept:
    note, definition = _parts(entry.comment) if entry.ident else (entry.comment, "")
    return Concept(
        id=entry.ident,
        definition={target: definition} if definition else {},
        note=note or None,
        terms={source: by_order(entry.sources), target: by_order(entry.targets)},
    )


def _parts(comment: str) -> tuple[str, str]:
    """Return the note and the definition of a comment of ours."""
    note, _, definition = f" {comment}".partition(_BETWEEN)
    return note.strip(), definition.strip()


OMEGAT = ExchangeFormat(
    name="omegat",
    summary="an OmegaT glossary (tab-separated)",
    extensions=(".utf8",),
    read=read_omegat,
    write=write_omegat,
    bilingual=True,
    carries=frozenset({"concept.note", "term.status"}),
    changes=changes,
    skips=skips,
)
