"""Alignment of two files as they lie on disk, for `tmkit align`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from tmkit import __version__
from tmkit.align import Aligner, Alignment, Bead
from tmkit.build.base import Article
from tmkit.build.units import trusted, unit
from tmkit.errors import FileError, TmkitError
from tmkit.files import replacing
from tmkit.formats.tmx import write_tmx
from tmkit.model import Header
from tmkit.reports import read_report
from tmkit.reports.base import Paragraph, Report, Sentence
from tmkit.reports.readers import read_page
from tmkit.reports.sentences import segment


class AlignJob:
    """Aligns pairs of files and writes what it finds in one form."""

    def __init__(self, source_lang: str, target_lang: str, *, sentences: bool, form: str, threshold: float) -> None:
        """Prepare the aligner for any number of pairs; `threshold` is a probability."""
        if not 0 <= threshold <= 1:
            raise TmkitError(f"--min is {threshold}; give a number from 0 to 1")
        self._aligner = Aligner(source_lang, target_lang)
        self._langs = source_lang, target_lang
        self._sentences, self._form, self._threshold = sentences, form, threshold

    def run(self, source: Path, target: Path, output: Path) -> None:
        """Align two files into a third; `FileError` where that would be one of the two."""
        if any(_is_same(output, given) for given in (source, target)):
            raise FileError(output, "is one of the files to align", remedy="name another file for the output")
        with replacing(output) as stream:
            self.write(source, target, stream)

    def run_list(self, batch: Path) -> list[FileError]:
        """Align every pair of a list: source, target and output a line, with tabs between.

        A pair that can't be aligned doesn't keep the others from it; what was wrong comes back, with
        the line of the list.
        """
        failed = []
        taken = [batch]
        for line in read_page(batch).lines:
            if not line.text.strip():
                continue
            try:
                self._run_line(line.text.split("\t"), taken)
            except TmkitError as error:
                failed.append(FileError(batch, str(error), line=line.number))
        return failed

    def _run_line(self, names: list[str], taken: list[Path]) -> None:
        if len(names) != 3:
            raise TmkitError(f"{len(names)} columns; give source, target and output with tabs between")
        source, target, output = map(Path, names)
        if any(_is_same(output, other) for other in taken):
            raise FileError(output, "is the list, or the output of an earlier line", remedy="name another file")
        self.run(source, target, output)
        taken.append(output)

    def write(self, source: Path, target: Path, stream: BinaryIO) -> None:
        """Align two files onto a stream."""
        articles = self._read(source, self._langs[0]), self._read(target, self._langs[1])
        alignment = self._aligner.align(articles[0].texts, articles[1].texts)
        _WRITERS[self._form](alignment, articles, self._threshold, stream)

    def _read(self, path: Path, lang: str) -> Article:
        if self._sentences:
            return read_sentences(path, lang)
        report = read_report(path, lang=lang)
        return Article(report, segment(report))


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def read_sentences(path: Path, lang: str) -> Article:
    """Return a file of one sentence a line; an empty line is an empty sentence, as in its peers."""
    page = read_page(path)
    lines = page.lines[:-1] if page.lines and not page.lines[-1].text else page.lines
    report = Report(
        path=str(path),
        lang=lang,
        title=None,
        date=None,
        paragraphs=tuple(Paragraph(line.text, line.number, lang) for line in lines),
        dropped=(),
        repairs=(),
    )
    return Article(report, tuple(Sentence(line.text, n, line.number) for n, line in enumerate(lines)))


def _write_beads(alignment: Alignment, articles: tuple[Article, Article], threshold: float, stream: BinaryIO) -> None:
    for bead in alignment.beads:
        stream.write(f"{list(bead.source)}:{list(bead.target)}:{bead.score:.2f}\n".encode())


def _write_tmx(alignment: Alignment, articles: tuple[Article, Article], threshold: float, stream: BinaryIO) -> None:
    units = (
        unit([(articles[0], b.source), (articles[1], b.target)], b.score, b.kind) for b in trusted(alignment, threshold)
    )
    write_tmx(Header(source_lang=alignment.source_lang, tool_version=__version__), units, stream)


def _write_tsv(alignment: Alignment, articles: tuple[Article, Article], threshold: float, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    rows = csv.writer(text, delimiter="\t", lineterminator="\n")
    rows.writerow([alignment.source_lang, alignment.target_lang, "score", "kind", "evidence"])
    for bead in trusted(alignment, threshold):
        rows.writerow([*alignment.texts(bead), f"{bead.score:.2f}", bead.kind, "; ".join(bead.evidence)])
    text.detach()


def _write_json(alignment: Alignment, articles: tuple[Article, Article], threshold: float, stream: BinaryIO) -> None:
    rows = [
        _values(alignment, bead)
        for bead in alignment.beads
        if not bead.source or not bead.target or bead.score >= threshold
    ]
    stream.write(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")


def _write_xlsx(alignment: Alignment, articles: tuple[Article, Article], threshold: float, stream: BinaryIO) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment as Placing
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("beads")
    for column, width in zip("ABCDE", (70, 70, 8, 8, 50), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    heads = [alignment.source_lang, alignment.target_lang, "score", "kind", "evidence"]
    cells = [WriteOnlyCell(sheet, head) for head in heads]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)
    for bead in trusted(alignment, threshold):
        values = [*map(_cell_text, alignment.texts(bead)), round(bead.score, 2), bead.kind, "; ".join(bead.evidence)]
        row = [WriteOnlyCell(sheet, value) for value in values]
        for cell in row:
            cell.alignment = Placing(wrap_text=True, vertical="top")
        sheet.append(row)
    book.save(stream)


def _cell_text(text: str) -> str:
    """Keep a sentence from being read as a formula, and take out what a workbook can't hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    return f"'{clean}" if clean.startswith("=") else clean


def _values(alignment: Alignment, bead: Bead) -> dict[str, object]:
    source, target = alignment.texts(bead)
    return {
        "source_indices": bead.source,
        "target_indices": bead.target,
        "source": source,
        "target": target,
        "score": round(bead.score, 4),
        "evidence": bead.evidence,
    }


_Writer = Callable[[Alignment, tuple[Article, Article], float, BinaryIO], None]
_WRITERS: dict[str, _Writer] = {
    "beads": _write_beads,
    "tmx": _write_tmx,
    "tsv": _write_tsv,
    "json": _write_json,
    "xlsx": _write_xlsx,
}
