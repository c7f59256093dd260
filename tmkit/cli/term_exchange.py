"""`tmkit term import` and `tmkit term export`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tmkit.cli import complain
from tmkit.cli.common import JSON, SOME_LANGUAGE, print_json, quiet
from tmkit.cli.common_term import GLOSSARY, KEEP_GOING, folder, glossary
from tmkit.errors import TmkitError

if TYPE_CHECKING:
    from tmkit.glossary.concepts import Glossary
    from tmkit.glossary.exchange.base import Imported, Loss, Remark
    from tmkit.glossary.exchange.merging import Merged
    from tmkit.glossary.exchange.merging_diff import Conflict

_FORMAT = click.option("--format", "name", metavar="NAME", help="The file's format, where its name doesn't tell it.")
Decision = Literal["keep", "take", "add", "skip"]
_DECISIONS: tuple[Decision, ...] = ("keep", "take", "add", "skip")
_QUIET = ("same", "new", "new-term", "new-field")
"""Kinds of differences that take nothing away."""
_SHOWN = 20


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_FORMAT
@click.option("--from", "source", type=SOME_LANGUAGE, help="The first language, for files that don't tell theirs.")
@click.option("--to", "target", type=SOME_LANGUAGE, help="The second language.")
@click.option(
    "--on-conflict",
    type=click.Choice(_DECISIONS),
    help="Where file and glossary differ: keep ours, take theirs, add a concept, or skip. Without it: ask.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@GLOSSARY
@JSON
def import_terms(
    file: Path,
    name: str | None,
    source: str | None,
    target: str | None,
    on_conflict: Decision | None,
    dry_run: bool,
    glossary: Path | None,
    as_json: bool,
) -> None:
    """Take the terms of another program's file over into a glossary.

    New terms and fields are added to the concepts that the file speaks of; new concepts become drafts.
    Reads TBX (2 and 3, IATE, Microsoft), OmegaT, CSV, TSV, XLSX, memoQ, MultiTerm XML and SKOS.
    """
    from tmkit.glossary.exchange import find_format, read
    from tmkit.glossary.exchange.merging import merge
    from tmkit.glossary.writing import write_glossary

    fmt = find_format(file, name)
    imported = read(file, fmt, langs=[lang for lang in (source, target) if lang])
    where, existing = _target(glossary)
    merged = merge(existing, imported, on_conflict=_decision(existing, imported, on_conflict))
    _remark(file, (*imported.remarks, *merged.remarks))
    if not dry_run and (merged.changed_ids or merged.added_ids or merged.glossary.about != existing.about):
        where.mkdir(parents=True, exist_ok=True)
        write_glossary(merged.glossary, where)
    if as_json:
        print_json(_summary(merged, where))
    elif not quiet():
        _tell(file, where, merged, dry_run=dry_run)


def _target(path: Path | None) -> tuple[Path, Glossary]:
    """Return the folder to import into and what is in it: a new one is made where it is named and isn't there."""
    from tmkit.glossary.concepts import About, Glossary
    from tmkit.glossary.reading import read_glossary

    if path is not None and (not path.exists() or (path.is_dir() and not any(path.iterdir()))):
        return path, Glossary(About(name=path.resolve().name), (), path)
    where = folder(path)
    return where, read_glossary(where)


def _decision(
    existing: Glossary, imported: Imported, given: Decision | None
) -> Decision | Callable[[Conflict], Decision]:
    """Return what to do about differences: what was said, or the answers to questions."""
    from tmkit.glossary.exchange.merging import compare

    if given:
        return given
    open_ones = [conflict for conflict in compare(existing, imported) if conflict.kind not in _QUIET]
    if not open_ones:
        return "keep"
    if sys.stdin.isatty():
        return _asked
    for conflict in open_ones[:_SHOWN]:
        complain(f"{conflict.kind}: {_described(conflict)}")
    more = f" ({len(open_ones) - _SHOWN} more)" if len(open_ones) > _SHOWN else ""
    kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(c.kind for c in open_ones).items())
    raise TmkitError(f"the file differs from the glossary: {kinds}{more}; choose --on-conflict keep, take, add or skip")


def _asked(conflict: Conflict) -> Decision:
    if conflict.kind in _QUIET:
        return "keep"
    click.echo(f"{conflict.kind}: {_described(conflict)}")
    question = "  keep ours, take theirs, add a concept, skip"
    answer: Decision = click.prompt(question, type=click.Choice(_DECISIONS), default="keep")
    return answer


def _described(conflict: Conflict) -> str:
    where = f"{conflict.existing.id}: " if conflict.existing else ""
    return where + (conflict.detail or conflict.kind)


def _remark(file: Path, remarks: Sequence[Remark]) -> None:
    for remark in remarks[:_SHOWN]:
        place = f"{file}:{remark.line}" if remark.line else str(file)
        complain(f"{place}: {remark.text}")
    if len(remarks) > _SHOWN:
        complain(f"{file}: {len(remarks) - _SHOWN} more remarks")


def _summary(merged: Merged, where: Path) -> dict[str, object]:
    return {
        "glossary": str(where),
        "added": list(merged.added_ids),
        "changed": list(merged.changed_ids),
        "skipped": [{"kind": c.kind, "detail": _described(c)} for c in merged.skipped],
        "conflicts": [{"kind": c.kind, "detail": _described(c)} for c in merged.conflicts],
    }


def _tell(file: Path, where: Path, merged: Merged, *, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    same = sum(conflict.kind == "same" for conflict in merged.conflicts)
    click.echo(
        f"{file}: {_counted(len(merged.added_ids), 'concept')} {would}added, {len(merged.changed_ids)} {would}changed, "
        f"{same} the same, {_counted(len(merged.skipped), 'difference')} left out; in {where}"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@_FORMAT
@click.option("--from", "source", type=SOME_LANGUAGE, help="The source language; bilingual formats need it.")
@click.option("--to", "targets", type=SOME_LANGUAGE, multiple=True, help="A target language; may be repeated.")
@click.option(
    "--status",
    "statuses",
    type=click.Choice(("draft", "review", "approved", "retired")),
    multiple=True,
    help="Concepts of this status alone; may be repeated.",
)
@GLOSSARY
@KEEP_GOING
@JSON
def export_terms(
    out: Path,
    name: str | None,
    source: str | None,
    targets: tuple[str, ...],
    statuses: tuple[str, ...],
    glossary: Path | None,
    keep_going: bool,
    as_json: bool,
) -> None:
    """Write the glossary for another program, and say what its format cannot carry.

    Formats: tbx, tbx-dct, tbx-v2, omegat, csv, tsv, xlsx, memoq, skos, skos-xml, deepl, deepl-csv, google,
    google-pair, markdown, html; the file's name tells which, or --format.
    """
    from tmkit.glossary.exchange import find_format, write

    fmt = find_format(out, name)
    whole = _chosen(glossary, statuses, keep_going=keep_going)
    lost = write(whole, out, fmt, langs=_langs(whole, [lang for lang in (source, *targets) if lang]))
    if as_json:
        print_json({"file": str(out), "format": fmt.name, "losses": lost})
    elif not quiet():
        _tell_losses(out, lost)


def _chosen(path: Path | None, statuses: Sequence[str], *, keep_going: bool) -> Glossary:
    from dataclasses import replace

    whole = glossary(path, keep_going=keep_going)
    if not statuses:
        return whole
    return replace(whole, concepts=tuple(concept for concept in whole.concepts if concept.status in statuses))


def _langs(glossary: Glossary, langs: list[str]) -> list[str]:
    """Return the languages asked for: with one that the glossary lacks, or one twice, the file would be empty."""
    there = glossary.languages
    for lang in langs:
        if lang not in there:
            raise TmkitError(f"the glossary has no terms in {lang!r}; it has {', '.join(there)}")
        if langs.count(lang) > 1:
            raise TmkitError(f"{lang!r} is given twice; give different languages")
    return langs


def _tell_losses(out: Path, lost: Sequence[Loss]) -> None:
    click.echo(f"{out}: written" + ("" if lost else "; nothing is lost"))
    for loss in lost:
        click.echo(f"  {loss.kind}: {loss.what}, {_times(loss.count)} (first: {loss.example})")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
