"""`tmkit term add`, `edit`, `retire` and `schema`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tmkit.cli import WRONG, common_term, complain
from tmkit.cli.common import print_json, quiet
from tmkit.cli.common_term import GLOSSARY
from tmkit.cli.term_changes import (
    additions,
    clean,
    concept_changes,
    gender_change,
    language_tag,
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
    RelationKind,
    Term,
    TermStatus,
)

if TYPE_CHECKING:
    from tmkit.glossary.editing import Similar

_YES = click.option("-y", "--yes", is_flag=True, help="Don't ask about terms that the glossary has already.")
_SEVERAL = "Repeat it for several."


@click.command("add")
@click.argument("terms", nargs=-1, metavar="[LANG=TERM]…")
@GLOSSARY
@click.option("--id", "concept_id", default="", metavar="ID", help="The concept's id, in place of the next number.")
@click.option("--domain", metavar="DOMAIN", help="The field it belongs to.")
@click.option(
    "--status", type=click.Choice(get_args(ConceptStatus)), default="draft", help="How far the work on it is."
)
@click.option("--definition", "definitions", multiple=True, metavar="LANG=TEXT", help=f"What it is. {_SEVERAL}")
@click.option("--note", metavar="TEXT", help="Advice for who must choose between it and its neighbours.")
@click.option("--admitted", multiple=True, metavar="LANG=TERM", help=f"A term that may be used too. {_SEVERAL}")
@click.option("--deprecated", multiple=True, metavar="LANG=TERM", help=f"One not to use any more. {_SEVERAL}")
@click.option("--forbidden", multiple=True, metavar="LANG=TERM", help=f"One that must not be used. {_SEVERAL}")
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
    yes: bool,
) -> None:
    """Add a concept with its terms: tmkit term add vi="hộ nghèo" fr="ménage pauvre" en="poor household".

    The terms given so are the preferred ones. Without any, on a terminal, it asks step by step.
    """
    from tmkit.glossary.editing import add_concept
    from tmkit.glossary.reading import read_with_faults

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
    if not concept.terms:
        concept = _asked(concept, known)
    with _each_fault():
        _confirm_similar(known, concept, yes=yes)
        file = add_concept(folder, concept)
    click.echo(str(file))


@click.command("edit")
@click.argument("concept_id", metavar="ID")
@GLOSSARY
@click.option("--add-term", "added", multiple=True, metavar="LANG=TERM", help=f"Add an admitted term. {_SEVERAL}")
@click.option("--remove-term", "removed", multiple=True, metavar="[LANG=]TERM", help=f"Take a term away. {_SEVERAL}")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    metavar="[LANG=]TERM=STATUS",
    help=f"Give a term another status: {', '.join(get_args(TermStatus))}; or, with no TERM, the concept.",
)
@click.option("--gender", "genders", multiple=True, metavar="[LANG=]TERM=G", help="Say that a term is m, f or n.")
@click.option("--definition", "definitions", multiple=True, metavar="LANG=TEXT", help="Define it; no text: take away.")
@click.option("--note", metavar="TEXT", help="Advice for who must choose; no text: take away.")
@click.option("--domain", metavar="DOMAIN", help="Put it into another field.")
@click.option(
    "--relate", "relations", multiple=True, metavar="ID:KIND", help=f"Relate it: {', '.join(get_args(RelationKind))}."
)
@_YES
def edit(
    concept_id: str,
    glossary: Path | None,
    added: tuple[str, ...],
    removed: tuple[str, ...],
    statuses: tuple[str, ...],
    genders: tuple[str, ...],
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
        *map(gender_change, genders),
        *concept_changes(definitions, note, domain),
    ]
    file = find_file(folder, concept_id)
    with _each_fault():
        if not changes and not relations:
            _edit_in_editor(folder, concept_id)
            return
        _confirm_added(folder, concept_id, added, yes=yes)
        edit_concept(folder, concept_id, *changes, relations=[*map(relation_of, relations)])
    _tell(f"{concept_id} is changed: {file}")


@click.command("retire")
@click.argument("concept_id", metavar="ID")
@GLOSSARY
@click.option("--replaced-by", multiple=True, metavar="ID", help=f"The concept that takes its place. {_SEVERAL}")
@click.option("--valid-to", metavar="DATE", help="The last day it was in force, YYYY-MM-DD.")
@click.option("--note", metavar="TEXT", help="The reason; it is added to the note.")
def retire(
    concept_id: str, glossary: Path | None, replaced_by: tuple[str, ...], valid_to: str | None, note: str | None
) -> None:
    """Retire a concept: it stays in the glossary for older texts, and says what to use instead."""
    from tmkit.glossary import editing

    folder = common_term.folder(glossary)
    with _each_fault():
        editing.retire(folder, concept_id, replaced_by=replaced_by, valid_to=valid_to, note=note)
    _tell(f"{concept_id} is retired: {editing.find_file(folder, concept_id)}")


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
        click.echo(str(file))


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
    while (text := click.edit(text, extension=".yaml")) is not None:
        try:
            # click gives lines as Unix has them.
            file = replace_text(folder, concept_id, before, text.replace("\n", "\r\n") if "\r\n" in before else text)
        except GlossaryError as error:
            for fault in error.faults:
                complain(str(fault))
            click.confirm("Go back to the editor? (no: the file stays as it was)", default=True, abort=True, err=True)
        else:
            _tell(f"{concept_id} is changed: {file}")
            return
    _tell(f"{concept_id} stays as it was")


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


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
