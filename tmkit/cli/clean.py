"""`tmkit clean`."""

from __future__ import annotations

from pathlib import Path

import click

from tmkit.cli import complain
from tmkit.cli.common import ENCODING, JSON, LANGUAGE, console, given, print_json, verbose
from tmkit.reports.base import Page, Report


@click.command("clean")
@click.argument("file")
@click.option("--lang", type=LANGUAGE, help="The report's language, where it isn't found out rightly.")
@click.option("--explain", is_flag=True, help="Show the whole page with kept and dropped lines, and why.")
@ENCODING
@JSON
def command(file: str, lang: str | None, explain: bool, encoding: str | None, as_json: bool) -> None:
    """Keep the article of a web copy: title, date and body. FILE may be - for stdin."""
    from tmkit.reports.body import clean
    from tmkit.reports.readers import read_page
    from tmkit.reports.repair import repair

    with given(file) as path:
        page = read_page(path, encoding=encoding)
        report = repair(clean(page, lang=lang))
    if verbose():
        for note in report.notes:
            complain(f"{file}: {note}")
    if as_json:
        print_json(as_values(report))
    elif explain:
        _explain(Path(file).name, page, report)
    else:
        _show(report)


def as_values(report: Report) -> dict[str, object]:
    """Return what `--json` prints."""
    return {
        "lang": report.lang,
        "title": report.title,
        "date": report.date.isoformat() if report.date else None,
        "paragraphs": [p.text for p in report.paragraphs],
        "dropped": [{"line": d.line.number, "text": d.line.text, "reason": d.reason} for d in report.dropped],
        "repairs": [{"line": r.line, "before": r.before, "after": r.after, "reason": r.reason} for r in report.repairs],
        "encoding": report.encoding,
        "notes": list(report.notes),
    }


def _show(report: Report) -> None:
    heads = [report.title, report.date.isoformat() if report.date else None]
    click.echo("\n\n".join([*filter(None, heads), *(p.text for p in report.paragraphs)]))


def _explain(name: str, page: Page, report: Report) -> None:
    from rich.table import Table
    from rich.text import Text

    from tmkit.reports.body import explain

    table = Table(box=None, pad_edge=False, title=f"{name} ({report.lang}, {page.encoding})")
    table.add_column("", justify="right", style="dim")
    table.add_column("kept", ratio=5)
    table.add_column("dropped", ratio=3)
    table.add_column("why", ratio=2)
    for line, kept, why in explain(page, report):
        if not line.text:
            continue
        left, right = (Text(line.text, "green"), "") if kept else ("", Text(line.text, "red"))
        table.add_row(str(line.number), left, right, Text(why, "dim"))
    out = console()
    out.print(table)
    for mend in report.repairs:
        out.print(Text(f"line {mend.line}: {mend.before} -> {mend.after} ({mend.reason})", "yellow"))
    for note in report.notes:
        out.print(Text(note, "cyan"))
