"""`tmkit term extract`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tmkit.cli import WRONG, complain
from tmkit.cli.common import JSON, SOME_LANGUAGE, console, print_json, quiet
from tmkit.cli.common_term import GLOSSARY
from tmkit.errors import FileError

if TYPE_CHECKING:
    from tmkit.glossary.concepts import Glossary
    from tmkit.glossary.extract import Candidate, Found


@click.command("extract")
@click.argument("memories", nargs=-1, metavar="MEMORY…", type=click.Path(path_type=Path))
@click.option("--from", "source", type=SOME_LANGUAGE, help="The source's language; default: the memory's first.")
@click.option("--to", "target", type=SOME_LANGUAGE, help="The target's language; default: the memory's next.")
@click.option("--monolingual", is_flag=True, help="Look at the source's language alone.")
@click.option("--min-count", type=click.IntRange(1), default=3, show_default=True, help="Units a term must stand in.")
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True, help="Give this many candidates.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A table for review (.xlsx, .tsv), or a folder for all as draft concepts.",
)
@click.option("--decisions", type=click.Path(path_type=Path), help="A reviewed table: store what it accepts.")
@GLOSSARY
@JSON
def command(
    memories: tuple[Path, ...],
    source: str | None,
    target: str | None,
    monolingual: bool,
    min_count: int,
    limit: int,
    output: Path | None,
    decisions: Path | None,
    glossary: Path | None,
    as_json: bool,
) -> None:
    """Find candidates for a glossary in translation memories: what they repeat, with its counterpart.

    With --decisions the rows of a reviewed table become draft concepts, in the glossary or in the folder of -o:
    all that are decided ok or corrected, or none while the table has a fault.
    """
    if decisions is not None:
        if memories:
            raise click.UsageError("--decisions stores a reviewed table; give no MEMORY with it")
        _store(decisions, glossary, output, as_json=as_json)
        return
    if not memories:
        raise click.UsageError("give a MEMORY, or --decisions with a reviewed table")
    kind = _kind(output)
    found = _find(memories, source, target, monolingual=monolingual, min_count=min_count, limit=limit)
    known = _glossary(glossary)
    if known is not None:
        from tmkit.glossary.extract import with_known

        found = with_known(found, known)
    if output is not None:
        _write(found, output, kind)
    if as_json:
        print_json(as_values(found))
    elif output is None:
        _show(found)


def _find(
    memories: tuple[Path, ...],
    source: str | None,
    target: str | None,
    *,
    monolingual: bool,
    min_count: int,
    limit: int,
) -> Found:
    from tmkit.glossary.extract import extract, languages, read_pairs

    if monolingual and target:
        raise click.UsageError("--monolingual looks at one language: leave out --to")
    if source and source == target:
        raise click.UsageError("--from and --to are the same language")
    one, other = (source, "") if monolingual and source else languages(memories, source, target)
    if monolingual:
        other = ""
    return extract(read_pairs(memories, one, other), source=one, target=other, min_count=min_count, limit=limit)


def _glossary(path: Path | None) -> Glossary | None:
    """Return the glossary to compare with; None where the user has given none and the project has none."""
    from tmkit import project as projects
    from tmkit.cli.common_term import glossary

    if path is None and not any(projects.load().glossaries.glob("**/*.yaml")):
        return None
    return glossary(path)


def _kind(output: Path | None) -> str:
    """Return `.xlsx`, `.tsv`, or nothing for a folder."""
    if output is None or output.is_dir() or not output.suffix:
        return ""
    if output.suffix.lower() not in (".xlsx", ".tsv"):
        raise FileError(output, "unknown kind of table", remedy="use .xlsx or .tsv, or name a folder")
    return output.suffix.lower()


def _write(found: Found, output: Path, kind: str) -> None:
    from tmkit.files import replacing
    from tmkit.glossary.extract.drafts import everything, store
    from tmkit.glossary.extract.review import write_tsv, write_xlsx

    if not kind:
        _tell_stored(output, len(store(everything(found), output)))
        return
    _spare(output)
    with replacing(output) as stream:
        (write_xlsx if kind == ".xlsx" else write_tsv)(found, stream)
    if not quiet():
        complain(f"{output}: {len(found.candidates):,} candidates from {found.units:,} units")


def _spare(output: Path) -> None:
    """Refuse to write over a table in which somebody has decided something."""
    from tmkit.glossary.extract.tables import has_decisions

    if output.exists() and has_decisions(output):
        remedy = f"read them with --decisions {output}, or name another file"
        raise FileError(output, "there are decisions in it", remedy=remedy)


def _store(decisions: Path, glossary: Path | None, output: Path | None, *, as_json: bool) -> None:
    from tmkit.cli.common_term import folder
    from tmkit.glossary.extract.drafts import DecisionsError, is_glossary, read_decisions, store
    from tmkit.glossary.reading import read_glossary

    if output is not None and _kind(output):
        raise FileError(output, "a table, and draft concepts go into a folder", remedy="name a folder")
    place = output or folder(glossary)
    compared = place if glossary is None and is_glossary(place) else folder(glossary)
    try:
        accepted = read_decisions(decisions, read_glossary(compared))
    except DecisionsError as error:
        for fault in error.faults:
            complain(str(fault))
        raise SystemExit(WRONG) from error
    stored = store(accepted, place)
    if as_json:
        print_json({"glossary": str(place), "added": [concept.id for concept in stored]})
    else:
        _tell_stored(place, len(stored))


def _tell_stored(place: Path, count: int) -> None:
    if not quiet():
        click.echo(f"{place}: {count:,} draft {'concept' if count == 1 else 'concepts'} written")


def as_values(found: Found) -> dict[str, object]:
    """Return what `--json` prints."""
    return {
        "from": found.source_lang,
        "to": found.target_lang or None,
        "units": found.units,
        "candidates": [_values(one, bilingual=bool(found.target_lang)) for one in found.candidates],
    }


def _values(one: Candidate, *, bilingual: bool) -> dict[str, object]:
    known = one.known
    values: dict[str, object] = {"source": one.source, "count": one.source_count}
    if bilingual:
        values |= {"target": one.target, "target_count": one.target_count, "together": one.together}
        values |= {"also": list(one.also)}
    values |= {"score": one.score, "termhood": one.value}
    values["known"] = (
        None if known is None else {"concept": known.concept, "status": known.status, "complete": known.complete}
    )
    values["examples"] = [
        {"unit": e.id, "source": e.source} | ({"target": e.target} if bilingual else {}) for e in one.examples
    ]
    return values


def _show(found: Found) -> None:
    from rich.table import Table
    from rich.text import Text

    from tmkit.glossary.extract.review import known_as

    bilingual = bool(found.target_lang)
    table = Table(box=None, pad_edge=False, title=f"{len(found.candidates):,} candidates from {found.units:,} units")
    table.add_column(found.source_lang, ratio=3)
    if bilingual:
        table.add_column(found.target_lang, ratio=3)
    for name in ("units", "target", "both") if bilingual else ("units",):
        table.add_column(name, justify="right")
    table.add_column("score", justify="right")
    table.add_column("known", ratio=2, style="dim")
    for one in found.candidates:
        terms = [one.source, *([one.target] if bilingual else [])]
        counts = [one.source_count, *((one.target_count, one.together) if bilingual else ())]
        table.add_row(*map(Text, terms), *map(str, counts), f"{one.score:.2f}", known_as(one))
    console().print(table)
