"""`tmkit term check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmkit.cli import WRONG, complain
from tmkit.cli.common import SOME_LANGUAGE, quiet, verbose
from tmkit.cli.common_term import GLOSSARY, KEEP_GOING, folders, loaded
from tmkit.errors import FileError, TmkitError

if TYPE_CHECKING:
    from tmkit.glossary.cache import Loaded
    from tmkit.glossary.consistency.base import Check, Finding

_FORMATS = ("text", "json", "sarif", "html")
_FORMAT_OF = {".json": "json", ".sarif": "sarif", ".html": "html", ".htm": "html"}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan", "mark": "green"}


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(path_type=Path))
@click.option(
    "--memory",
    "memories",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Hold this memory against the glossary, instead of checking the glossary itself; may be repeated.",
)
@click.option("--from", "source", type=SOME_LANGUAGE, help="Look at translations from this language alone.")
@click.option("--to", "target", type=SOME_LANGUAGE, help="Look at translations into this language alone.")
@click.option("--attested", is_flag=True, help="Say which concepts no report and no memory of the project speaks of.")
@click.option("--select", multiple=True, metavar="CHECK", help="Make these checks alone; may be repeated.")
@click.option("--ignore", multiple=True, metavar="CHECK", help="Leave these checks out; may be repeated.")
@click.option(
    "--format", "fmt", type=click.Choice(_FORMATS), help="How to print; without it text, or what the name of -o tells."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write there instead of printing.")
@click.option("--info", is_flag=True, help="Print what is worth knowing and no fault too (text).")
@click.option("--list-checks", is_flag=True, help="List the checks and stop.")
@GLOSSARY
@KEEP_GOING
def command(
    files: tuple[Path, ...],
    memories: tuple[Path, ...],
    source: str | None,
    target: str | None,
    attested: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fmt: str | None,
    as_json: bool,
    output: Path | None,
    info: bool,
    list_checks: bool,
    glossary: Path | None,
    keep_going: bool,
) -> None:
    """Check the glossaries, or memories against them.

    With FILE, only what concerns these concept files is told. Exit code 1 where there are errors or warnings.
    """
    from tmkit.glossary.consistency import inside, memory

    if attested and memories:
        raise click.UsageError("--attested is about the glossary; leave --memory out")
    if as_json and fmt not in (None, "json"):
        raise click.UsageError(f"--json and --format {fmt} are two formats; give one")
    checks = _chosen(memory.CHECKS if memories else inside.CHECKS, select, ignore)
    if "unattested" in select and not attested:
        raise click.UsageError("unattested needs --attested, which reads the project's reports and memories")
    if list_checks:
        for check in checks:
            click.echo(f"{check.severity:8} {check.name:32} {check.summary}")
        return
    places = _folders(files) if files else folders(glossary)
    parts = _loaded(places, files, keep_going=keep_going)
    names = {check.name for check in checks}
    found = _in_memories(parts, memories, (source, target)) if memories else _inside(parts, attested=attested)
    findings = [finding for finding in found if finding.check in names and _concerns(finding.file, files)]
    fmt = "json" if as_json else fmt or _FORMAT_OF.get(output.suffix.lower() if output else "", "text")
    everything = fmt != "text" or info or verbose()
    shown = [finding for finding in findings if everything or finding.severity != "info"]
    _write(shown, checks, fmt, output, hidden=len(findings) - len(shown))
    if any(_concerns(fault.file, files) for part in parts for fault in part.faults):
        sys.exit(WRONG)
    if any(finding.severity != "info" for finding in findings):
        sys.exit(1)


def _folders(files: Iterable[Path]) -> list[Path]:
    """Return the folders of concept files; anything else that is named would look clean."""
    for file in files:
        if not file.exists():
            raise FileError(file, "no such file", remedy="check the path")
        if file.is_dir():
            raise FileError(file, "is a folder", remedy="give --glossary DIR to check all that is in it")
        if file.suffix not in (".yaml", ".yml"):
            raise FileError(file, "no concept file", remedy="name a memory with --memory FILE")
    return list({file.parent.resolve(): file.parent for file in files}.values())


def _chosen(checks: Sequence[Check], select: Sequence[str], ignore: Sequence[str]) -> list[Check]:
    from difflib import get_close_matches

    known = [check.name for check in checks]
    for name in (*select, *ignore):
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
            raise TmkitError(f"there is no check {name!r} here; {hint}")
    chosen = [check for check in checks if (not select or check.name in select) and check.name not in ignore]
    if not chosen:
        raise TmkitError("no check is left; take one out of --ignore, or choose others with --select")
    return chosen


def _loaded(places: Iterable[Path], files: Sequence[Path], *, keep_going: bool) -> list[Loaded]:
    """Load the glossaries; where some files alone are asked about, nothing is said of faults in the others."""
    if not files:
        return [loaded(place, keep_going=keep_going) for place in places]
    from tmkit.glossary.cache import load

    parts = [load(place, keep_going=True) for place in places]
    for fault in (fault for part in parts for fault in part.faults if _concerns(fault.file, files)):
        complain(str(fault))
    return parts


def _inside(parts: Iterable[Loaded], *, attested: bool) -> Iterator[Finding]:
    from tmkit.glossary import running
    from tmkit.glossary.consistency.inside import check_glossary

    texts = list(_texts()) if attested else []
    if attested and not texts:
        raise TmkitError("--attested: there are no reports and no memories here; go to your project's folder")
    for part in parts:
        known = running.attested(part.glossary.concepts, texts) if attested else None
        yield from check_glossary(part.glossary, attested=known)


def _in_memories(
    parts: Sequence[Loaded], memories: Sequence[Path], direction: tuple[str | None, str | None]
) -> Iterator[Finding]:
    from datetime import date

    from tmkit.formats import read
    from tmkit.glossary.concepts import united
    from tmkit.glossary.consistency.memory import MemoryCheck

    check = MemoryCheck(united([part.glossary for part in parts]), today=date.today(), direction=direction)
    for file in memories:
        before = check.compared
        with read(file) as (_, units):
            yield from check.check(units, file=str(file))
        if check.compared == before:
            langs = ", ".join(check.glossary.languages)
            remedy = f"the glossary has {langs}" if langs else "the glossary is empty"
            raise FileError(file, "no unit with texts in two languages of the glossary", remedy=remedy)


def _texts() -> Iterator[tuple[str, str]]:
    """Give the texts of the project's reports and memories, with their languages."""
    from tmkit import project as projects
    from tmkit.formats import read
    from tmkit.glossary.attestation import memories_in
    from tmkit.reports import read_report

    project = projects.load()
    for file in sorted(path for path in project.reports.rglob("*") if path.is_file()):
        report = read_report(file)
        yield from ((report.lang, paragraph.text) for paragraph in report.paragraphs)
    for file in memories_in(project.memories):
        with read(file) as (_, units):
            yield from ((variant.lang, variant.segment.text) for unit in units for variant in unit.variants)


def _concerns(place: str | Path, files: Sequence[Path]) -> bool:
    return not files or Path(place).resolve() in {file.resolve() for file in files}


def _write(found: Sequence[Finding], checks: Sequence[Check], fmt: str, output: Path | None, *, hidden: int) -> None:
    from io import StringIO

    from tmkit.files import replacing
    from tmkit.glossary.consistency.output import write

    text = StringIO()
    write(found, checks, fmt, text, colour=_coloured)
    if output is None:
        click.echo(text.getvalue(), nl=False)
    else:
        with replacing(output) as stream:
            stream.write(click.unstyle(text.getvalue()).encode())
        if not quiet():
            complain(f"{output}: {len(found)} finding{'' if len(found) == 1 else 's'}")
    if hidden and not quiet():
        click.echo(f"{hidden} more for information; --info shows them", err=True)


def _coloured(text: str, style: str) -> str:
    if style == "file":
        return click.style(text, bold=True)
    return click.style(text, dim=True) if style == "mute" else click.style(text, fg=_COLOURS.get(style))
