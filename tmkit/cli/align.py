"""`tmkit align`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tmkit.cli import WRONG, complain
from tmkit.cli.common import LANGUAGE

FORMATS = ("beads", "tmx", "tsv", "json", "xlsx")


@click.command("align")
@click.argument("files", nargs=-1, metavar="[SOURCE TARGET]", type=click.Path(path_type=Path))
@click.option("--source-lang", type=LANGUAGE, required=True, help="The source's language.")
@click.option("--target-lang", type=LANGUAGE, required=True, help="The target's language.")
@click.option("--sentences", is_flag=True, help="Both files hold one sentence a line; nothing is cleaned or split.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="beads", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, in place of stdout.")
@click.option(
    "--batch", type=click.Path(path_type=Path), help="A list with SOURCE, TARGET and OUTPUT a line, tabs between."
)
@click.option("--no-embeddings", is_flag=True, help="Use no sentence vectors (none are used yet).")
@click.option(
    "--min",
    "threshold",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    help="Least probability of a bead in every format but beads.",
)
def command(
    files: tuple[Path, ...],
    source_lang: str,
    target_lang: str,
    sentences: bool,
    form: str,
    output: Path | None,
    batch: Path | None,
    no_embeddings: bool,
    threshold: float,
) -> None:
    """Align the sentences of two reports, or of every pair in a list.

    `beads` prints `[0]:[0, 1]:0.93` a line: the indices from 0 of the sentences that translate each
    other, an empty side where there is no counterpart, and how sure that is.
    """
    from tmkit.build.aligning import AlignJob

    if source_lang == target_lang:
        raise click.UsageError(f"both languages are {source_lang!r}; give two")
    if form == "xlsx" and not output and not batch and sys.stdout.isatty():
        raise click.UsageError("a workbook is no text for a terminal; name a file with -o")
    job = AlignJob(source_lang, target_lang, sentences=sentences, form=form, threshold=threshold)
    if batch:
        if files:
            raise click.UsageError("give either SOURCE and TARGET or --batch")
        failed = job.run_list(batch)
        for failure in failed:
            complain(str(failure))
        if failed:
            raise SystemExit(WRONG)
    elif len(files) != 2:
        raise click.UsageError("give SOURCE and TARGET, or --batch LIST")
    elif output:
        job.run(files[0], files[1], output)
    else:
        job.write(files[0], files[1], sys.stdout.buffer)
