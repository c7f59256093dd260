"""Decided candidates become draft concepts: all of them, or none and every fault of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from tmkit.errors import FileError
from tmkit.files import locked
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.editing import next_id
from tmkit.glossary.extract.base import Candidate, Found
from tmkit.glossary.extract.knowing import with_known
from tmkit.glossary.extract.review import DECISION, DOMAIN, NO, NOTE, OK
from tmkit.glossary.extract.tables import Row, Table, read_table
from tmkit.glossary.keys import match_key
from tmkit.glossary.reading import concept_files, read_glossary
from tmkit.glossary.rules import LONGEST
from tmkit.glossary.writing import write_glossary

_PARTS = re.compile(r"\s*(?:=|→|->|=>)\s*")
_SYNONYMS = re.compile(r"\s*\|\s*")
_FIRST = "draft-0001"


class DecisionsError(FileError):
    """A reviewed table has faults; `faults` are all of them, each with its row as `line`."""

    def __init__(self, faults: Sequence[FileError]) -> None:
        """Keep the faults apart, and tell them one a line."""
        first = faults[0]
        super().__init__(first.path, first.reason, remedy=first.remedy, line=first.line)
        self.faults = tuple(faults)
        self.args = ("\n".join(map(str, self.faults)),)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders."""
        return type(self), (self.faults,)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that a reviewer took: its terms by language, the one to use first."""

    row: int
    terms: dict[str, tuple[str, ...]]
    domain: str | None = None
    note: str | None = None

    def concept(self, concept_id: str) -> Concept:
        """Return it as a draft concept."""
        terms = {lang: tuple(map(_term, texts, range(len(texts)))) for lang, texts in self.terms.items()}
        return Concept(id=concept_id, domain=self.domain, note=self.note, terms=terms)


def _term(text: str, place: int) -> Term:
    return Term(text=text, status="admitted" if place else "preferred", reliability="editor")


def read_decisions(path: Path, glossary: Glossary) -> tuple[Accepted, ...]:
    """Return the candidates that a reviewed table accepts.

    Raises `FileError` for a file that is no such table, `DecisionsError` with every fault of its rows: a decision
    that means nothing, a term missing or too long, one source in two rows, an unknown domain, a formula. A pair
    that the glossary has by now is passed over.
    """
    table = read_table(path)
    faults: list[FileError] = []
    accepted: list[Accepted] = []
    for row in table.rows:
        found, wrong = _read_row(row, table, glossary.about)
        faults += wrong
        if found:
            accepted.append(found)
    faults += _repeated(accepted, table)
    if faults:
        raise DecisionsError(sorted(faults, key=lambda fault: fault.line or 0))
    return tuple(one for one in accepted if not _is_known(one, table, glossary))


def _read_row(row: Row, table: Table, about: About) -> tuple[Accepted | None, list[FileError]]:
    """Return what a row accepts, or nothing, and what is wrong with it."""
    wrong = list(_wrong_cells(row, table, about))
    texts = None if wrong else _decided(row, table.langs)
    if texts is None:
        return None, [_fault(row, table, *one) for one in wrong]
    if len(texts) != len(table.langs):
        decision = row.cells[DECISION]
        what = DECISION, f"{decision!r} means nothing", _suggestion(decision, len(table.langs))
        return None, [_fault(row, table, *what)]
    terms = {lang: tuple(filter(None, _SYNONYMS.split(text))) for lang, text in zip(table.langs, texts, strict=True)}
    wrong = [(lang, *breach) for lang, several in terms.items() for breach in _breaches(several)]
    if wrong:
        return None, [_fault(row, table, *one) for one in wrong]
    return Accepted(row.number, terms, row.cells.get(DOMAIN) or None, row.cells.get(NOTE) or None), []


def _fault(row: Row, table: Table, column: str, reason: str, remedy: str) -> FileError:
    return FileError(table.path, f"column {column}: {reason}", remedy=remedy, line=row.number)


def _wrong_cells(row: Row, table: Table, about: About) -> Iterator[tuple[str, str, str]]:
    """Give column, reason and remedy of cells that cannot be read, and of a domain that isn't there."""
    for name in (DECISION, *table.langs, DOMAIN, NOTE):
        if name in row.formulas:
            yield name, "a formula", "write it as text, with ' before it"
    domain = row.cells.get(DOMAIN)
    if domain and about.domains and domain not in about.domains and not _is_open(row):
        near = get_close_matches(domain, about.domains, 1)
        remedy = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(about.domains)}"
        yield DOMAIN, f"there is no domain {domain!r}", remedy


def _is_open(row: Row) -> bool:
    """Say whether a row accepts nothing."""
    return row.cells[DECISION].casefold() in ("", NO)


def _decided(row: Row, langs: Sequence[str]) -> list[str] | None:
    """Return the terms of a row that accepts any: as many as languages, else the decision means nothing."""
    decision = row.cells[DECISION]
    if _is_open(row):
        return None
    if decision.casefold() == OK:
        return [row.cells[lang] for lang in langs]
    is_slip = len(langs) == 1 and bool(get_close_matches(decision.casefold(), (OK, NO), 1))
    return [] if is_slip else _PARTS.split(decision)


def _suggestion(decision: str, count: int) -> str:
    near = get_close_matches(decision.casefold(), (OK, NO), 1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"use {OK}, {NO}, or " + ("the pair it should be: source = target" if count > 1 else "the term it should be")


def _breaches(terms: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not terms:
        yield "no term", "write it, or decide no"
    for text in terms:
        if len(text) > LONGEST:
            yield f"{len(text):,} characters long", f"a term has at most {LONGEST}"
        elif any(not c.isprintable() and c not in "\u00a0\u202f\u00ad" for c in text):
            yield f"a line break or a control character in {text!r}", "write it in one line"


def _repeated(accepted: Sequence[Accepted], table: Table) -> Iterator[FileError]:
    lang, rows = table.langs[0], dict[str, int]()
    for one in accepted:
        for text in one.terms[lang]:
            first = rows.setdefault(match_key(text, lang), one.row)
            if first != one.row:
                remedy = "keep one row, with the terms of both in it, parted by |"
                yield FileError(
                    table.path, f"column {lang}: {text!r} stands in row {first} too", remedy=remedy, line=one.row
                )


def _is_known(one: Accepted, table: Table, glossary: Glossary) -> bool:
    """Say whether the glossary has all that a row accepts: the table was handed in before."""
    source, target = (*table.langs, "")[:2]
    pairs = [
        Candidate(source=text, target=other, source_count=0, score=0, value=0)
        for text in one.terms[source]
        for other in one.terms.get(target, ("",))
    ]
    found = with_known(Found(source_lang=source, target_lang=target, units=0, candidates=tuple(pairs)), glossary)
    return all(candidate.known and candidate.known.complete for candidate in found.candidates)


def store(accepted: Sequence[Accepted], folder: Path) -> tuple[Concept, ...]:
    """Write accepted candidates as draft concepts into a glossary's folder, all or none, and return them.

    A folder that is not there is made. Raises `GlossaryError` where the glossary, or a concept, breaks a rule.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        glossary = read_glossary(folder)
        drafts: list[Concept] = []
        for one in accepted:
            taken = replace(glossary, concepts=(*glossary.concepts, *drafts))
            drafts.append(one.concept(next_id(taken) if taken.concepts else _FIRST))
        write_glossary(replace(glossary, concepts=tuple(drafts)), folder)
    return tuple(drafts)


def everything(found: Found) -> tuple[Accepted, ...]:
    """Return all candidates that the glossary does not have, as if accepted."""
    several = enumerate((c for c in found.candidates if not (c.known and c.known.complete)), 1)
    return tuple(Accepted(number, _terms(one, found)) for number, one in several)


def _terms(one: Candidate, found: Found) -> dict[str, tuple[str, ...]]:
    pair = (found.source_lang, one.source), (found.target_lang, one.target)
    return {lang: (text,) for lang, text in pair if lang}


def is_glossary(folder: Path) -> bool:
    """Say whether a folder holds concept files."""
    return folder.is_dir() and bool(concept_files(folder))
