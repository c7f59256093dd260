"""`tmkit term lookup`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

import tmkit.lang as languages
import tmkit.project as projects
from tmkit.cli import complain
from tmkit.cli.common import JSON, SOME_LANGUAGE, print_json, quiet
from tmkit.cli.common_term import GLOSSARY, folders
from tmkit.cli.term_card import as_values, brief, card, show
from tmkit.errors import TmkitError
from tmkit.glossary.attestation import Attestation, Attested, attest, attested_before, memories_in
from tmkit.glossary.cache import Loaded, load
from tmkit.glossary.lookup import FULL, LONGEST, Answer, Lookup, bare


@click.command("lookup")
@click.argument("query", nargs=-1, required=True)
@click.option("--from", "source", type=SOME_LANGUAGE, help="The language of QUERY; without it all are searched.")
@click.option("--to", "target", type=SOME_LANGUAGE, help="The language to show terms in; without it all are.")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Show this many concepts.")
@click.option("--copy", is_flag=True, help="Copy the preferred term of --to, for the first concept.")
@click.option("--no-attest", is_flag=True, help="Leave out where the terms stand in the project's memories.")
@GLOSSARY
@JSON
def command(
    query: tuple[str, ...],
    source: str | None,
    target: str | None,
    limit: int,
    copy: bool,
    no_attest: bool,
    glossary: Path | None,
    as_json: bool,
) -> None:
    """Look up a term: any language, with or without accents, inflected, shortened, its beginning or a part of it.

    Exit code 1 where nothing is found.
    """
    if copy and target is None:
        raise click.UsageError("--copy needs --to: the language whose term is to be copied")
    desk = Desk(folders(glossary), attested=not no_attest, advice=" (--no-attest does without)")
    answers, suggestions = desk.find(" ".join(query), source=source, target=target, limit=limit)
    if as_json:
        shown = [as_values(answer, desk.attestations(answer, target), desk.shown(answer, target)) for answer in answers]
        print_json(shown)
    elif answers:
        show(desk.cards(answers, target))
    if not answers:
        complain(nothing_found(" ".join(query), suggestions, source))
        raise click.exceptions.Exit(1)
    if copy and target is not None:
        complain(f"copied: {copied(answers[0], target)} ({answers[0].concept.id})")


class Desk:
    """The glossaries and memories in which a user looks things up."""

    def __init__(self, places: Sequence[Path], *, attested: bool = True, advice: str = "") -> None:
        """Load the glossaries; what is faulty in them is left out, and said.

        `advice` says how to do without what stands in the memories, where there is a way.
        """
        self.loaded = [load(place, keep_going=True) for place in places]
        for one in self.loaded:
            _warn(one)
        self.lookup = Lookup(*self.loaded)
        self._advice = advice
        self._attested: dict[str, Attested] | None = None if attested else {}

    def find(
        self, query: str, *, source: str | None = None, target: str | None = None, limit: int = 10
    ) -> tuple[list[Answer], list[Answer]]:
        """Return the answers to a query, and suggestions where there are none.

        Raises `TmkitError` for a query that can't be answered, and for languages that no glossary has.
        """
        if not query.strip():
            raise TmkitError("nothing to look up; give a word or a term")
        if len(query) > LONGEST:
            raise TmkitError(f"{len(query):,} characters to look up; give one term, of {LONGEST} at most")
        self.check(source)
        self.check(target)
        found = self.lookup.find(query, source=source, target=target, limit=limit)
        near = [answer for answer in found if answer.how == "near"]
        return ([], near) if near else (found, [])

    def cards(self, answers: Sequence[Answer], target: str | None) -> str:
        """Return answers as a terminal shows them: whole finds as cards, others in a line where there are such."""
        full = [answer for answer in answers if answer.how in FULL] or answers[:1]
        blocks = [card(answer, self.attestations(answer, target), self.shown(answer, target)) for answer in full]
        rest = [brief(answer, self.shown(answer, target)) for answer in answers if answer not in full]
        if rest:
            blocks.append("\n".join([click.style("also", dim=True), *(f"  {line}" for line in rest)]))
        return "\n\n".join(blocks)

    def shown(self, answer: Answer, target: str | None) -> list[str]:
        """Return the languages of which a card shows the terms."""
        langs = dict.fromkeys((*answer.glossary.languages, *answer.concept.terms))
        return [lang for lang in langs if target is None or bare(lang) == target]

    def attestations(self, answer: Answer, target: str | None) -> tuple[Attestation, ...]:
        """Return where a concept stands in the project's memories, if it can be in the language that is wanted."""
        if self._attested is None:
            self._attested = self._read_memories()
        attested = self._attested.get(str(answer.glossary.path))
        return attested.of(answer.concept.id, target=target) if attested else ()

    def _read_memories(self) -> dict[str, Attested]:
        memories = memories_in(projects.load().memories)
        found = {}
        for one in self.loaded:
            known = attested_before(one, memories)
            if known is None and memories and _is_watched():
                complain(f"reading the memories for examples, this once{self._advice}")
            found[str(one.glossary.path)] = known or attest(one, memories)
        for fault in dict.fromkeys(fault for attested in found.values() for fault in attested.faults):
            complain(fault)
        return found

    def check(self, lang: str | None) -> None:
        """Raise `TmkitError` for a language that no glossary has terms in."""
        known = [bare(own) for own in self.lookup.languages]
        if lang is not None and bare(lang) not in known:
            raise TmkitError(f"no terms in {lang!r} here; there are some in {', '.join(dict.fromkeys(known))}")


def nothing_found(query: str, suggestions: Sequence[Answer], source: str | None = None) -> str:
    """Return the line that says that there is no such term, with those that may be meant.

    `source` is the language that was searched, if it wasn't all.
    """
    text = query if len(query) <= 60 else f"{query[:59]}…"
    where = f" among the {languages.find(source).name} terms" if source else ""
    if not suggestions:
        return f"nothing found for {text!r}{where}"
    names = dict.fromkeys(f"{answer.term.text} ({answer.lang})" for answer in suggestions)
    return f"nothing found for {text!r}{where}; did you mean {', '.join(names)}?"


def copied(answer: Answer, target: str) -> str:
    """Put the term to use in a language on the clipboard, and return it.

    Raises `TmkitError` where the concept has none, or the machine has no clipboard.
    """
    import pyperclip

    terms = (answer.concept.preferred(lang) for lang in answer.concept.terms if bare(lang) == target)
    term = next(filter(None, terms), None)
    if term is None:
        raise TmkitError(f"{answer.concept.id} has no term in {target!r} to copy")
    try:
        pyperclip.copy(term.text)
    except pyperclip.PyperclipException as error:
        remedy = "install xclip, xsel or wl-clipboard, and work on a desktop"
        raise TmkitError(f"no clipboard to copy to; {remedy}") from error
    return term.text


def _is_watched() -> bool:
    """Say whether somebody waits for the answer at a terminal, and wants to know why it takes so long."""
    return sys.stderr is not None and sys.stderr.isatty() and not quiet()


def _warn(loaded: Loaded) -> None:
    if loaded.faults and not quiet():
        first, more = str(loaded.faults[0]), len(loaded.faults) - 1
        complain(f"{first}" + (f" (and {more} more faults)" if more else ""))
