"""`tmkit term add`, `edit`, `retire` and `schema`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tmkit.cli import WRONG, common_term, complain
from tmkit.cli.common import print_json, quiet
from tmkit.cli.common_term import GLOSSARY
from tmkit.cli.term_changes import (
    TEXT,
    additions,
    clean,
    concept_changes,
    gender_change,
    language_tag,
    pos_change,
    relation_of,
    removals,
    status_change,
    tagged,
    terms_of,
)
from tmkit.errors import TmkitError
from tmkit.glossary.concepts import (
    About,
    Concept,
    ConceptStatus,
    Glossary,
    PartOfSpeech,
    RelationKind,
    Term,
    TermStatus,
)

if TYPE_CHECKING:
    from tmkit.glossary.editing import Change, Similar

_YES = click.option("-y", "--yes", is_flag=True, help="Don't ask about terms that the glossary has already.")
_SEVERAL = "Repeat it for several."
_texts = partial(click.option, multiple=True, type=TEXT)
_GENDER = _texts(
    "--gender", "genders", metavar="[LANG=]TERM=G", help="Say that a term is m, f or n; LANG=G: the one to use."
)
_POS = _texts(
    "--pos",
    "parts",
    metavar="[LANG=]TERM=POS",
    help=f"Say what a term is: {', '.join(get_args(PartOfSpeech))}; or, with no TERM, all of them.",
)


@click.command("add")
@click.argument("terms", nargs=-1, type=TEXT, metavar="[LANG=TERM]…")
@GLOSSARY
@click.option(
    "--id", "concept_id", default="", type=TEXT, metavar="ID", help="The concept's id, in place of the next number."
)
@click.option("--domain", type=TEXT, metavar="DOMAIN", help="The field it belongs to.")
@click.option(
    "--status", type=click.Choice(get_args(ConceptStatus)), default="draft", help="How far the work on it is."
)
@_texts("--definition", "definitions", metavar="LANG=TEXT", help=f"What it is. {_SEVERAL}")
@click.option("--note", type=TEXT, metavar="TEXT", help="Advice for who must choose between it and its neighbours.")
@_texts("--admitted", metavar="LANG=TERM", help=f"A term that may be used too. {_SEVERAL}")
@_texts("--deprecated", metavar="LANG=TERM", help=f"One not to use any more. {_SEVERAL}")
@_texts("--forbidden", metavar="LANG=TERM", help=f"One that must not be used. {_SEVERAL}")
@_GENDER
@_POS
@_YES
def add(
    terms: tuple[str, ...],
    glossary: Path | None,
    concept_id: str,
    domain: str | None,
    status: ConceptStatus,
    definitions: tuple[str, ...],
    note: str | None,
    admitted: tuple[str, ...],
    deprecated: tuple[str, ...],
    forbidden: tuple[str, ...],
    genders: tuple[str, ...],
    parts: tuple[str, ...],
    yes: bool,
) -> None:
    """Add a concept with its terms: tmkit term add vi="hộ nghèo" fr="ménage pauvre" en="poor household".

    The terms given so are the preferred ones. Without any, on a terminal, it asks step by step.
    """
    from tmkit.glossary.editing import add_concept
    from tmkit.glossary.reading import read_with_faults

    _refuse_blank(domain=domain, note=note)
    folder = _folder_to_fill(glossary)
    known, _ = read_with_faults(folder)
    concept = Concept(
        id=concept_id,
        domain=domain,
        status=status,
        definition=dict(tagged(definitions)),
        note=note,
        terms=terms_of(preferred=terms, admitted=admitted, deprecated=deprecated, forbidden=forbidden),
    )
    changes = _described(genders, parts)
    if changes and not concept.terms:
        raise TmkitError("--gender and --pos are about terms that you give with them; give some")
    for change in changes:
        concept = change(concept)
    if not concept.terms:
        concept = _asked(concept, known)
    with _each_fault():
        _confirm_similar(known, concept, yes=yes)
        file = add_concept(folder, concept)
    click.echo(click.format_filename(file))


@click.command("edit")
@click.argument("concept_id", type=TEXT, metavar="ID")
@GLOSSARY
@_texts("--add-term", "added", metavar="LANG=TERM", help=f"Add an admitted term. {_SEVERAL}")
@_texts("--remove-term", "removed", metavar="[LANG=]TERM", help=f"Take a term away. {_SEVERAL}")
@_texts(
    "--status",
    "statuses",
    metavar="[LANG=]TERM=STATUS",
    help=f"Give a term another status: {', '.join(get_args(TermStatus))}; or, with no TERM, the concept.",
)
@_GENDER
@_POS
@_texts("--definition", "definitions", metavar="LANG=TEXT", help="Define it; no text: take away.")
@click.option("--note", type=TEXT, metavar="TEXT", help="Advice for who must choose; no text: take away.")
@click.option("--domain", type=TEXT, metavar="DOMAIN", help="Put it into another field; no text: into none.")
@_texts("--relate", "relations", metavar="ID:KIND", help=f"Relate it: {', '.join(get_args(RelationKind))}.")
@_YES
def edit(
    concept_id: str,
    glossary: Path | None,
    added: tuple[str, ...],
    removed: tuple[str, ...],
    statuses: tuple[str, ...],
    genders: tuple[str, ...],
    parts: tuple[str, ...],
    definitions: tuple[str, ...],
    note: str | None,
    domain: str | None,
    relations: tuple[str, ...],
    yes: bool,
) -> None:
    """Change a concept; the file's comments and layout stay. Without options, on a terminal, it opens your editor.

    The changes are made in the order of the options listed here.
    """
    from tmkit.glossary.editing import edit_concept, find_file

    folder = common_term.folder(glossary)
    changes = [
        *additions(added),
        *removals(removed),
        *map(status_change, statuses),
        *_described(genders, parts),
        *concept_changes(definitions, note, domain),
    ]
    file = find_file(folder, concept_id)
    with _each_fault():
        if not changes and not relations:
            _edit_in_editor(folder, concept_id)
            return
        _confirm_added(folder, concept_id, added, yes=yes)
        changed = edit_concept(folder, concept_id, *changes, relations=[*map(relation_of, relations)])
    if not changed:
        _tell(f"nothing to change: {concept_id} is so already")
        return
    # The concept's own file may have had its end of a relation before.
    _tell(f"{concept_id} is changed: {click.format_filename(file if file in changed else changed[0])}")


@click.command("retire")
@click.argument("concept_id", type=TEXT, metavar="ID")
@GLOSSARY
@_texts("--replaced-by", metavar="ID", help=f"The concept that takes its place. {_SEVERAL}")
@click.option("--valid-to", type=TEXT, metavar="DATE", help="The last day it was in force, YYYY-MM-DD.")
@click.option("--note", type=TEXT, metavar="TEXT", help="The reason; it is added to the note.")
def retire(
    concept_id: str, glossary: Path | None, replaced_by: tuple[str, ...], valid_to: str | None, note: str | None
) -> None:
    """Retire a concept: it stays in the glossary for older texts, and says what to use instead."""
    from tmkit.glossary import editing

    folder = common_term.folder(glossary)
    with _each_fault():
        editing.retire(folder, concept_id, replaced_by=replaced_by, valid_to=valid_to, note=note)
    _tell(f"{concept_id} is retired: {click.format_filename(editing.find_file(folder, concept_id))}")


@click.command("schema")
@click.argument("out", required=False, type=click.Path(path_type=Path))
def schema(out: Path | None) -> None:
    """Print the JSON Schemas of a glossary's files, or write each into a file of the folder OUT.

    An editor that knows them completes keys and marks what is wrong while you type.
    """
    from tmkit.glossary.schema import schemas, write_schemas

    if out is None:
        print_json(schemas())
        return
    for file in write_schemas(out):
        click.echo(click.format_filename(file))


def _described(genders: Sequence[str], parts: Sequence[str]) -> list[Change]:
    return [*map(gender_change, genders), *map(pos_change, parts)]


def _refuse_blank(**given: str | None) -> None:
    """Raise `TmkitError` for an option that says nothing: nothing is there yet to be taken away."""
    for name, value in given.items():
        if value is not None and not value.strip():
            raise TmkitError(f"--{name} is empty; give it a text, or leave it out")


def _folder_to_fill(glossary: Path | None) -> Path:
    """Return the folder of the glossary; one that is named is made, and may be empty."""
    if glossary is not None and (not glossary.exists() or (glossary.is_dir() and not any(glossary.iterdir()))):
        glossary.mkdir(parents=True, exist_ok=True)
        return glossary
    return common_term.folder(glossary)


def _confirm_added(folder: Path, concept_id: str, added: Sequence[str], *, yes: bool) -> None:
    from tmkit.glossary.reading import read_with_faults

    if added and not yes:
        _confirm_similar(read_with_faults(folder)[0], Concept(id=concept_id, terms=terms_of(admitted=added)), yes=yes)


def _confirm_similar(glossary: Glossary, concept: Concept, *, yes: bool) -> None:
    """Show the terms of other concepts that resemble the new ones, and go on only if the user wants that."""
    from tmkit.glossary.editing import similar

    found = () if yes else similar(glossary, concept)
    for each in found:
        complain(_likeness(each))
    if found and not _on_a_terminal():
        raise TmkitError("nothing was changed; look at these concepts, and give --yes if this is another one")
    if found:
        click.confirm("Add it all the same?", abort=True, err=True)


def _likeness(found: Similar) -> str:
    names = ", ".join(term.text for lang in found.concept.terms if (term := found.concept.preferred(lang)))
    what = "is" if found.same else "resembles"
    return f"{found.lang} {found.new!r} {what} a term of {found.concept.id} ({names}): {found.term.text!r}"


def _asked(concept: Concept, glossary: Glossary) -> Concept:
    """Ask for what a concept needs, step by step, and show it before it is written."""
    import tmkit.lang as languages
    from tmkit.glossary.writing import render

    if not _on_a_terminal():
        raise TmkitError('no term is given; write for example: tmkit term add vi="hộ nghèo" en="poor household"')
    domain = concept.domain or _ask_domain(glossary.about)
    terms: dict[str, tuple[Term, ...]] = {}
    for lang in glossary.languages or _ask_languages():
        name = languages.find(lang).name
        preferred = _ask(f"{name}: preferred term")
        others = [clean(text) for text in _ask(f"{name}: other terms, with ; between them").split(";")]
        terms |= terms_of(
            preferred=[f"{lang}={preferred}"] if preferred else [],
            admitted=[f"{lang}={text}" for text in dict.fromkeys(others) if text not in ("", preferred)],
        )
    definition = dict(concept.definition)
    for lang in (lang for lang in terms if lang not in definition):
        definition |= {lang: text} if (text := _ask(f"{languages.find(lang).name}: definition")) else {}
    concept = replace(concept, domain=domain, terms=terms, definition=definition)
    click.echo(render(replace(concept, id=concept.id or "…")), err=True)
    click.confirm("Write it?", default=True, abort=True, err=True)
    return concept


def _ask(what: str) -> str:
    return clean(str(click.prompt(what, default="", show_default=False, err=True)))


def _ask_domain(about: About) -> str | None:
    if not about.domains:
        return _ask("domain") or None
    names = ", ".join(about.domains)
    while (given := _ask(f"domain ({names})")) and given not in about.domains:
        click.echo(f"there is no domain {given!r}; leave it empty for none", err=True)
    return given or None


def _ask_languages() -> list[str]:
    import tmkit.lang as languages

    ours = [language.code for language in languages.LANGUAGES]
    return [language_tag(tag) for tag in _ask(f"languages ({' '.join(ours)})").split()] or ours


def _edit_in_editor(folder: Path, concept_id: str) -> None:
    """Open a copy of a concept's file in the user's editor until it is in order or the user gives up."""
    from tmkit.glossary.editing import find_file, replace_text
    from tmkit.glossary.reading import GlossaryError
    from tmkit.glossary.writing import text_of

    if not _on_a_terminal():
        raise TmkitError("nothing to change is given; see `tmkit term edit --help`")
    before = text_of(find_file(folder, concept_id))
    text: str | None = before
    same = before.replace("\r\n", "\n")
    while (text := click.edit(text, extension=".yaml")) is not None and text.rstrip("\n") != same.rstrip("\n"):
        try:
            # click gives lines as Unix has them.
            file = replace_text(folder, concept_id, before, text.replace("\n", "\r\n") if "\r\n" in before else text)
        except GlossaryError as error:
            for fault in error.faults:
                complain(str(fault))
            click.confirm("Go back to the editor? (no: the file stays as it was)", default=True, abort=True, err=True)
        else:
            _tell(f"{concept_id} is changed: {click.format_filename(file)}")
            return
    _tell(f"{concept_id} stays as it was")


def _on_a_terminal() -> bool:
    # A stream that the user has closed is None.
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _tell(text: str) -> None:
    if not quiet():
        click.echo(text)


@contextmanager
def _each_fault() -> Iterator[None]:
    """Show each fault of a glossary on a line of its own."""
    from tmkit.glossary.reading import GlossaryError

    try:
        yield
    except GlossaryError as error:
        for fault in error.faults:
            complain(str(fault))
        raise SystemExit(WRONG) from error
