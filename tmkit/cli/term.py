"""`tmkit term`: everything about glossaries."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tmkit.cli.common_term import GLOSSARY
from tmkit.cli.lazy import LazyGroup
from tmkit.errors import TmkitError

_COMMANDS = {
    "lookup": ("tmkit.cli.term_lookup", "Look a term up in any language."),
    "find": ("tmkit.cli.term_find", "Find the terms in a text."),
    "check": ("tmkit.cli.term_check", "Check a glossary, and memories against it."),
    "extract": ("tmkit.cli.term_extract", "Find candidates for a glossary in memories."),
    "import": ("tmkit.cli.term_exchange:import_terms", "Take terms over from another program's file."),
    "export": ("tmkit.cli.term_exchange:export_terms", "Write a glossary for another program."),
    "add": ("tmkit.cli.term_edit:add", "Add a concept."),
    "edit": ("tmkit.cli.term_edit:edit", "Change a concept."),
    "retire": ("tmkit.cli.term_edit:retire", "Retire a concept."),
    "schema": ("tmkit.cli.term_edit:schema", "Print the JSON Schema of concept files."),
}


@click.group("term", cls=LazyGroup, table=_COMMANDS, invoke_without_command=True)
@GLOSSARY
@click.pass_context
def command(ctx: click.Context, glossary: Path | None) -> None:
    """Look up, recognise, check, exchange and edit the terms of a glossary.

    Without a command, on a terminal: asks for terms and shows them.
    """
    if ctx.invoked_subcommand is not None:
        # Said before the command, it holds for the command.
        ctx.default_map = {name: {"glossary": glossary} for name in _COMMANDS} if glossary else None
        return
    if sys.stdin is None:
        raise TmkitError("nothing can be typed, stdin is closed; give a command, such as tmkit term lookup TERM")
    if not sys.stdin.isatty():
        click.echo(ctx.get_help())
        return
    from tmkit.cli.term_shell import shell

    shell(glossary)
