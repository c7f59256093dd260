"""Tables: a line an entry, its columns parted by tabs, the variants in a cell by `|`.

The first row may name the languages of the columns; without such a row the first column is the
source and the second the target. Further columns and lines that begin with `#` are notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tmkit.errors import FileError
from tmkit.formats.lexicon.base import Draft, Langs, LexiconFormat, Skipped, terms
from tmkit.formats.lexicon.loading import lines
from tmkit.formats.lexicon.tags import code, refuse

Columns = Mapping[str, int]
"""The place of each language's column."""


def read_table(path: Path, langs: Langs) -> Draft:
    """Return the rows; `FileError` where the header names other languages."""
    draft: Draft | None = None
    columns: Columns = {lang: place for place, lang in enumerate(langs)}
    for number, line in lines(path):
        if line is not None and (not line.strip() or line.startswith("#")):
            continue
        if draft is None:
            named = _header(line or "")
            draft = Draft(sure=bool(named))
            if named:
                columns = _checked(path, named, langs, number)
                continue
        _add(draft, number, line, columns, langs)
    return draft or Draft()


def _header(line: str) -> list[str | None]:
    """Return the language of each column, an empty list where the row is an entry."""
    found = [code(cell) for cell in _cells(line)]
    return found if len({lang for lang in found if lang}) >= 2 else []


def _checked(path: Path, named: list[str | None], langs: Langs, number: int) -> Columns:
    columns = {lang: place for place, lang in reversed(list(enumerate(named))) if lang}
    if not set(langs) <= columns.keys():
        found = tuple(dict.fromkeys(lang for lang in named if lang))
        error = refuse(path, found, langs, number)
        remedy = f"{error.remedy}, or begin this one with a row that says {langs[0]}<TAB>{langs[1]}"
        raise FileError(path, error.reason, remedy=remedy, line=number)
    return columns


def _add(draft: Draft, number: int, line: str | None, columns: Columns, langs: Langs) -> None:
    if line is None:
        draft.skipped.append(Skipped(number, "not UTF-8"))
        return
    cells = _cells(line)
    if len(cells) < 2:
        draft.skipped.append(Skipped(number, "no tab in it"))
        return
    found = {lang: terms(cells[place].split("|")) for lang, place in columns.items() if place < len(cells)}
    missing = [lang for lang in langs if not found.get(lang)]
    if missing:
        draft.skipped.append(Skipped(number, f"no {' and no '.join(missing)} term"))
    else:
        draft.rows.append({lang: texts for lang, texts in found.items() if texts})


def _cells(line: str) -> list[str]:
    return [_unquoted(cell.strip()) for cell in line.split("\t")]


def _unquoted(cell: str) -> str:
    """Return a cell without the quotation marks that spreadsheets put around some."""
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell


TABLE = LexiconFormat(
    name="table", extensions=(".tsv", ".tab", ".txt", ".utf8"), read=read_table, fits=re.compile(r"^[^\t\n]+\t", re.M)
)
