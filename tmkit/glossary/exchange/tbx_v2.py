"""TBX 2 (ISO 30042:2008), TBX-Basic: what OmegaT, the Translate Toolkit and most CAT tools still ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import BinaryIO

from tmkit.errors import TmkitError
from tmkit.glossary.concepts import Concept, Glossary, Term
from tmkit.glossary.exchange.base import ExchangeFormat
from tmkit.glossary.exchange.tbx import back, dca_field, domains, header, read_tbx
from tmkit.glossary.exchange.tbx_words import POS_OUT
from tmkit.glossary.exchange.tbx_writing import CARRIES, Shape, attribute, changes, skips, write_shape


def _head(glossary: Glossary, lang: str) -> str:
    title, licence, description = header(glossary, lang)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        # The TBXChecker wants it; it names a file that no reader has to fetch.
        '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">',
        f'<martif type="TBX-Basic" xml:lang="{attribute(lang)}">',
        "  <martifHeader>\n    <fileDesc>",
        *(f"      {part}" for part in (title, licence, description) if part),
        "    </fileDesc>",
        '    <encodingDesc>\n      <p type="XCSURI">TBXBasicXCSV02.xcs</p>',
        f"{domains(glossary, lang)}    </encodingDesc>",
        "  </martifHeader>\n  <text>\n",
    ]
    return "\n".join(lines)


_SHAPE = Shape(
    root="martif",
    entry="termEntry",
    lang="langSet",
    term="tig",
    field=dca_field,
    head=_head,
    back=partial(back, section="refObjectList"),
    pos=POS_OUT,
    attributes=True,
)


def write_tbx_v2(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write TBX-Basic 2; see `Writer`. Raises `TmkitError` where there is no term: the standard has no empty file."""
    if not write_shape(glossary, stream, langs, _SHAPE):
        raise TmkitError(f"no term in {', '.join(langs) or 'no language'}: a TBX 2 file cannot be empty")


def _changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    return changes(concept, lang, term, _SHAPE)


TBX_V2 = ExchangeFormat(
    name="tbx-v2",
    summary="TBX 2, TBX-Basic (martif), for tools that don't read TBX 3",
    extensions=(),
    read=read_tbx,
    write=write_tbx_v2,
    carries=CARRIES,
    changes=_changes,
    skips=skips,
)
