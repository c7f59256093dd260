"""What `tmkit align` writes: an alignment as beads, TMX, JSON, or a table for a reviewer."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from tmkit.align import Alignment, Bead
from tmkit.build.base import Article
from tmkit.build.reviewing import write_review_tsv, write_review_xlsx
from tmkit.build.units import trusted, unit
from tmkit.formats.tmx import write_tmx
from tmkit.model import Header
from tmkit.version import __version__

Articles = tuple[Article, Article]


def _write_beads(alignment: Alignment, articles: Articles, threshold: float, stream: BinaryIO) -> None:
    for bead in alignment.beads:
        stream.write(f"{list(bead.source)}:{list(bead.target)}:{bead.score:.2f}\n".encode())


def _write_tmx(alignment: Alignment, articles: Articles, threshold: float, stream: BinaryIO) -> None:
    units = (
        unit([(articles[0], b.source), (articles[1], b.target)], b.score, b.kind) for b in trusted(alignment, threshold)
    )
    write_tmx(Header(source_lang=alignment.source_lang, tool_version=__version__), units, stream)


def _write_json(alignment: Alignment, articles: Articles, threshold: float, stream: BinaryIO) -> None:
    rows = [
        _values(alignment, bead)
        for bead in alignment.beads
        if not bead.source or not bead.target or bead.score >= threshold
    ]
    stream.write(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")


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


def _write_tsv(alignment: Alignment, articles: Articles, threshold: float, stream: BinaryIO) -> None:
    write_review_tsv(alignment, _names(articles), threshold, stream)


def _write_xlsx(alignment: Alignment, articles: Articles, threshold: float, stream: BinaryIO) -> None:
    # A workbook that is written onto a pipe nobody reads would complain once more when it is thrown away.
    book = io.BytesIO()
    write_review_xlsx(alignment, _names(articles), threshold, book)
    stream.write(book.getvalue())


def _names(articles: Articles) -> tuple[str, str]:
    return articles[0].report.path, articles[1].report.path


TELLING = ("json", "tsv", "xlsx")
"""The forms that hold the beads' reasons."""
WRITERS: dict[str, Callable[[Alignment, Articles, float, BinaryIO], None]] = {
    "beads": _write_beads,
    "tmx": _write_tmx,
    "tsv": _write_tsv,
    "json": _write_json,
    "xlsx": _write_xlsx,
}
"""By the name of each form."""
