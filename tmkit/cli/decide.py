"""`tmkit decide`."""

from __future__ import annotations

from pathlib import Path

import click

from tmkit.cli import WRONG, complain
from tmkit.cli.common import quiet
from tmkit.errors import TmkitError


@click.command("decide")
@click.argument("reviews", nargs=-1, required=True, metavar="REVIEW…", type=click.Path(path_type=Path))
@click.option("--decisions", type=click.Path(path_type=Path), help="The folder to store in, in place of the project's.")
def command(reviews: tuple[Path, ...], decisions: Path | None) -> None:
    """Store what a reviewer decided in a table of beads.

    REVIEW is a file that `tmkit align --format xlsx` (or tsv) wrote, with its first column filled in:
    ok, no, merge, split, or the beads it should be. `tmkit build` keeps to what is stored.
    """
    from tmkit import project as projects
    from tmkit.build.reviewing import ReviewError, read_review, store_review

    if decisions is None and projects.find(Path.cwd()) is None:
        raise TmkitError(f"no {projects.FILE} here or above; go to your project's folder, or give --decisions")
    folder = decisions or projects.load().decisions
    failed = False
    for review in reviews:
        try:
            read_review(review)
        except ReviewError as error:
            failed = True
            for fault in error.faults:
                complain(str(fault))
    if failed:
        raise SystemExit(WRONG)
    for review in reviews:
        stored = store_review(review, folder)
        for note in stored.notes:
            complain(note)
        if not quiet():
            click.echo(f"{review}: {stored.confirmed} confirmed, {stored.rejected} rejected, kept in {stored.path}")
