"""`tmkit term find`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from tmkit.cli.common import ENCODING, JSON, SOME_LANGUAGE, print_json, stdin_bytes
from tmkit.cli.common_term import GLOSSARY, KEEP_GOING, recogniser
from tmkit.errors import FileError
from tmkit.glossary.running import Found

_BATCH = 4096
_LARGE = 1 << 18
"""Bytes above which nobody waits for lost blanks to be looked for."""


@click.command("find")
@click.argument("file")
@click.option("--lang", type=SOME_LANGUAGE, required=True, help="The text's language.")
@click.option("--nested", is_flag=True, help="Show the terms within longer terms too.")
@click.option(
    "--repair/--no-repair",
    default=None,
    help="Look for terms whose words lost the blank between them, as web copies do; usual up to 256 kB.",
)
@GLOSSARY
@KEEP_GOING
@ENCODING
@JSON
def command(
    file: str,
    lang: str,
    nested: bool,
    repair: bool | None,
    glossary: Path | None,
    keep_going: bool,
    encoding: str | None,
    as_json: bool,
) -> None:
    """Find the terms of the project's glossaries in a text. FILE may be - for stdin.

    The text is taken as it stands, the whole of it. Places are counted in characters from its beginning.
    """
    from tmkit.glossary.running import find_terms

    text, size = _read(file, encoding)
    repair = size <= _LARGE if repair is None else repair
    found = find_terms(text, recogniser(glossary, lang, keep_going=keep_going), nested=nested, repair=repair)
    if as_json:
        print_json([row for one in found for row in _rows(one)])
        return
    for lines in batched(map(_line, found)):
        click.echo("\n".join(lines))


def _read(file: str, encoding: str | None) -> tuple[str, int]:
    from tmkit.reports.encoding import decode

    try:
        data = stdin_bytes() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise FileError(file, f"cannot be read ({error.strerror})", remedy="check the path") from error
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError(file, "no text", remedy="save it as text; `tmkit clean` reads documents and web pages")
    return decode(data, encoding=encoding, name=file).text, len(data)


def _rows(one: Found) -> Iterator[dict[str, object]]:
    occurrence = one.occurrence
    for entry in occurrence.entries:
        yield {
            "concept": entry.concept.id,
            "lang": entry.lang,
            "term": entry.term.text,
            "form": occurrence.form,
            "start": occurrence.start,
            "end": occurrence.end,
            "line": one.line,
            "status": entry.term.status,
            "nested": occurrence.nested,
            "ambiguous": len(occurrence.entries) > 1,
        }


def batched(lines: Iterator[str]) -> Iterator[list[str]]:
    """Give lines some thousand at a time: printing each by itself takes longer than finding it."""
    while batch := list(islice(lines, _BATCH)):
        yield batch


def _line(one: Found) -> str:
    occurrence = one.occurrence
    entries = (f"{e.concept.id} {_marked(e.term.text, e.term.status)}" for e in occurrence.entries)
    form = click.style(" ".join(occurrence.form.split()), bold=True)
    within = "  (within a longer term)" if occurrence.nested else ""
    return f"{one.line:>5}  {form}  {' or '.join(entries)}{within}"


def _marked(term: str, status: str) -> str:
    if status == "preferred":
        return term
    return f"{term} ({click.style(status, fg='red' if status == 'forbidden' else 'yellow')})"
