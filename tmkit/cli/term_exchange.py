"""`tmkit term import` and `tmkit term export`."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tmkit.cli import complain
from tmkit.cli.common import JSON, SOME_LANGUAGE, print_json, quiet
from tmkit.cli.common_term import GLOSSARY, KEEP_GOING, folder, glossary
from tmkit.errors import FileError, TmkitError

if TYPE_CHECKING:
    from tmkit.glossary.concepts import Glossary
    from tmkit.glossary.exchange.base import ExchangeFormat, Imported, Loss, Remark
    from tmkit.glossary.exchange.importing import Stored
    from tmkit.glossary.exchange.merging import Merged, OnConflict
    from tmkit.glossary.exchange.merging_diff import Conflict, Kind

_FORMAT = click.option("--format", "name", metavar="NAME", help="The file's format, where its name doesn't tell it.")
Decision = Literal["keep", "take", "add", "skip"]
_DECISIONS: tuple[Decision, ...] = ("keep", "take", "add", "skip")
_QUIET = ("same", "new", "new-term", "new-field")
"""Kinds of differences that take nothing away."""
_SAME = "same"
"""The answer that a concept of the file is the one of the glossary: what is new of it is added."""
_ALL = "all"
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
    from tmkit.glossary.exchange.importing import import_into

    fmt = find_format(file, name)
    imported = read(file, fmt, langs=[lang for lang in (source, target) if lang])
    if not imported.glossary.concepts:
        _remark(file, imported.remarks)
        raise FileError(file, "no entries in it", remedy="give a file with terms")
    where = _target(glossary)
    stored = import_into(where, imported, lambda ours: _decision(ours, imported, on_conflict), dry_run=dry_run)
    _remark(file, (*imported.remarks, *stored.merged.remarks))
    if as_json:
        print_json(_summary(stored.merged, where))
    elif not quiet():
        _tell(file, where, stored, dry_run=dry_run)


def _target(path: Path | None) -> Path:
    """Return the folder to import into: one that is named and isn't there, or has nothing in it, is a new one."""
    if path is not None and (not path.exists() or (path.is_dir() and not _has_files(path))):
        return path
    return folder(path)


def _has_files(path: Path) -> bool:
    """Say whether there is a file in a folder, other than those that another import is just writing."""
    return any(not entry.name.startswith(".") for entry in path.iterdir())


def _decision(existing: Glossary, imported: Imported, given: Decision | None) -> OnConflict:
    """Return what to do about differences: what was said, or the answers to questions."""
    from tmkit.glossary.exchange.merging import compare

    if given:
        return given
    open_ones = [conflict for conflict in compare(existing, imported) if conflict.kind not in _QUIET]
    if not open_ones:
        return "keep"
    kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(c.kind for c in open_ones).items())
    if sys.stdin.isatty():
        click.echo(f"the file differs from the glossary: {kinds}; “{_ALL}” answers for the rest of a kind")
        return _Asked()
    for conflict in open_ones[:_SHOWN]:
        complain(f"{conflict.kind}: {_described(conflict)}")
    more = f" ({len(open_ones) - _SHOWN} more)" if len(open_ones) > _SHOWN else ""
    raise TmkitError(f"the file differs from the glossary: {kinds}{more}; choose --on-conflict keep, take, add or skip")


class _Asked:
    """What somebody at a terminal answers about each difference, or about the rest of a kind at once."""

    def __init__(self) -> None:
        self._rest: dict[Kind, Decision] = {}

    def __call__(self, conflict: Conflict) -> Decision:
        kind = conflict.kind
        if kind in _QUIET or kind in self._rest:
            return self._rest.get(kind, "keep")
        click.echo(f"{kind}: {_described(conflict)}")
        question, answers = _question(kind)
        answer = _answer(question, (*answers, _ALL))
        if answer == _ALL:
            # Which concept is meant shows one by one alone.
            answer = _answer(f"the rest of {kind}", [one for one in answers if one != _SAME])
            self._rest[kind] = _meant(answer)
        return _meant(answer)


def _question(kind: Kind) -> tuple[str, tuple[str, ...]]:
    """Return what to ask about a kind of difference, and the answers to it."""
    if kind == "homograph":
        return "is it this concept?", (_SAME, "add", "skip")
    return "keep ours, take theirs, add a concept, skip", _DECISIONS


def _answer(question: str, answers: Sequence[str]) -> str:
    default = "skip" if "keep" not in answers else "keep"
    answer: str = click.prompt(f"  {question}", type=click.Choice(answers), default=default)
    return answer


def _meant(answer: str) -> Decision:
    return next((decision for decision in _DECISIONS if decision == answer), "keep")


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


def _tell(file: Path, where: Path, stored: Stored, *, dry_run: bool) -> None:
    merged = stored.merged
    would = "would be " if dry_run else ""
    same = sum(conflict.kind == "same" for conflict in merged.conflicts)
    click.echo(
        f"{file}: {_counted(len(merged.added_ids), 'concept')} {would}added, {len(merged.changed_ids)} {would}changed, "
        f"{same} the same, {_counted(len(merged.skipped), 'difference')} left out; in {where}"
    )
    if stored.made_page:
        click.echo(f"{where / 'glossary.yaml'}: made, to say what the glossary is called; add its languages and title")


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
    """Write the glossary for another program, and say what its format cannot carry; OUT may be - for stdout.

    Formats: tbx, tbx-dct, tbx-v2, omegat, csv, tsv, xlsx, memoq, skos, skos-xml, deepl, deepl-csv, google,
    google-pair, markdown, html; the file's name tells which, or --format.
    """
    from tmkit.glossary.exchange import find_format, write

    fmt = find_format(out, name)
    whole = _chosen(glossary, statuses, keep_going=keep_going)
    langs = _langs(whole, [lang for lang in (source, *targets) if lang])
    if str(out) == "-":
        _print(whole, fmt, langs, as_json=as_json)
        return
    lost = write(whole, out, fmt, langs=langs)
    if as_json:
        print_json({"file": str(out), "format": fmt.name, "losses": lost})
    elif not quiet():
        _tell_losses(out, lost)


def _print(whole: Glossary, fmt: ExchangeFormat, langs: Sequence[str], *, as_json: bool) -> None:
    """Write a glossary to stdout, and its losses to stderr."""
    from tmkit.glossary.exchange import write_stream

    if as_json:
        raise click.UsageError("--json prints its answer to stdout; name a file for the output")
    if fmt.binary and sys.stdout.isatty():
        raise click.UsageError(f"{fmt.name} is no text for a terminal; name a file for the output")
    buffer = io.BytesIO()
    lost = write_stream(whole, buffer, fmt, langs=langs)
    sys.stdout.buffer.write(buffer.getvalue())
    for loss in () if quiet() else lost:
        complain(_described_loss(loss))


def _chosen(path: Path | None, statuses: Sequence[str], *, keep_going: bool) -> Glossary:
    from dataclasses import replace

    whole = glossary(path, keep_going=keep_going)
    if not statuses:
        return whole
    chosen = tuple(concept for concept in whole.concepts if concept.status in statuses)
    if not chosen:
        raise TmkitError(f"the glossary has no concepts that are {' or '.join(statuses)}; nothing is written")
    return replace(whole, concepts=chosen)


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
        click.echo(f"  {_described_loss(loss)}")


def _described_loss(loss: Loss) -> str:
    return f"{loss.kind}: {loss.what}, {_times(loss.count)} (first: {loss.example})"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
