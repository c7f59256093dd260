"""`tmkit pair`."""

from __future__ import annotations

from pathlib import Path

import click

from tmkit.cli import complain
from tmkit.cli.common import JSON, console, print_json


@click.command("pair")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--min", "threshold", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Least score.")
@JSON
def command(paths: tuple[Path, ...], threshold: float, as_json: bool) -> None:
    """Find which reports in several languages tell the same story. PATHS are files and folders."""
    from tmkit.build.pairing import pair_files

    found = pair_files(paths, threshold=threshold)
    for failure in found.failed:
        complain(failure.reason)
    if as_json:
        print_json(
            [{"source": p.source, "target": p.target, "score": p.score, "reasons": p.reasons} for p in found.pairs]
        )
        return
    from rich.text import Text

    out = console()
    for pair in found.pairs:
        out.print(Text(f"{pair.score:.2f}", "bold green"), Text(f"{pair.source}\n     {pair.target}"))
        out.print(Text(f"     {'; '.join(pair.reasons)}", "dim"))
    for path in found.alone:
        out.print(Text("none", "yellow"), Text(path))
