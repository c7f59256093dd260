"""Groups of commands that are imported when they are called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click


class LazyGroup(click.Group):
    """Commands by name, each imported when it is wanted.

    `table` gives for each name the place of the command, `module` or `module:attribute`, and a line of help.
    """

    def __init__(self, *args: object, table: Mapping[str, tuple[str, str]], **options: object) -> None:
        """Keep the table; the rest is click's."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # whatever click.Group takes
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a translator's work."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self._table:
            return None
        module, _, name = self._table[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name or "command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self._table.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and the nearest one where there is none of that name."""
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self._table, 1)
            if not near or "No such command" not in error.message:
                raise
            raise click.UsageError(f"No such command {args[0]!r}. Did you mean {near[0]!r}?", ctx) from error
