"""Glossaries for the machine translation of DeepL and of Google, which they apply by themselves.

After developers.deepl.com, "Managing glossaries": a line a pair, no headings, no source twice, nothing empty,
no blanks around a text, no control characters, 1,024 bytes a text and 10 MiB in all. After Google's "Creating
and using glossaries": a file of pairs is the same; equivalent terms stand in a row under language codes.

Since a machine puts a target in wherever it finds the source, only preferred terms are targets. Where two
concepts have one source, the one that prefers it gets it, then the earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from tmkit.errors import TmkitError
from tmkit.glossary.concepts import Concept, Glossary, Term
from tmkit.glossary.exchange.base import ExchangeFormat
from tmkit.glossary.exchange.table_cells import write_grid
from tmkit.glossary.exchange.tidy import clean, in_order, is_alone, pair

_MOST_TEXT = 1024
_MOST_BYTES = 10 * 2**20


def _fits(text: str) -> bool:
    return bool(text) and len(text.encode()) <= _MOST_TEXT


def _text(term: Term) -> str:
    """Return a term without blanks around it, those included that French typography knows."""
    return clean(term.text).strip()


def pairs(glossary: Glossary, source: str, target: str) -> list[tuple[str, str]]:
    """Return sources, each once, with the target that the machine shall put in their place."""
    found: dict[str, tuple[int, str]] = {}
    for concept in glossary.concepts:
        wanted = concept.preferred(target)
        if wanted is None or not _fits(_text(wanted)):
            continue
        for term in in_order(concept.terms.get(source, ())):
            rank = int(term.status != "preferred")
            text = _text(term)
            if not skips_pair(concept, source, term) and rank < found.get(text, (2, ""))[0]:
                found[text] = (rank, _text(wanted))
    return [(text, target_text) for text, (_, target_text) in found.items()]


def skips_pair(concept: Concept, lang: str, term: Term) -> bool:
    """Say whether a term stays out: forbidden ones often mean something else, long ones are refused."""
    return term.status == "forbidden" or is_alone(concept, lang) or not _fits(_text(term))


def changes_pair(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    """Give what only one side of a pair is there for."""
    if term is not concept.preferred(lang):
        yield f"{term.status} terms stand as source terms alone"


def _pair_writer(delimiter: str, service: str) -> Callable[..., None]:
    def write(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
        source, target = pair(langs, f"a glossary for {service}")
        rows = pairs(glossary, source, target)
        _check(sum(len(f"{a}{b}".encode()) + 2 for a, b in rows), service)
        if delimiter == "\t":
            # DeepL takes quotation marks in tab-separated text as they stand.
            stream.write("".join(f"{a}\t{b}\n" for a, b in rows).encode())
        else:
            write_grid(rows, stream, delimiter=delimiter, harmless=False, mark=False)

    return write


def _check(size: int, service: str) -> None:
    if size > _MOST_BYTES:
        raise TmkitError(f"the glossary is larger than the 10 MiB that {service} takes; export a part of it")


def write_google(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write Google's equivalent terms: a row a concept with its preferred terms, under the languages' codes.

    A term that an earlier row has stays out, and so does a row with fewer than two terms.
    """
    seen: set[tuple[str, str]] = set()
    rows: list[Sequence[str]] = [langs]
    for concept in glossary.concepts:
        row = [_first_seen(concept, lang, seen) for lang in langs]
        if sum(map(bool, row)) > 1:
            rows.append(row)
            seen.update(zip(langs, row, strict=True))
    _check(sum(len(" ".join(row).encode()) + 2 for row in rows), "Google")
    write_grid(rows, stream, delimiter=",", harmless=False, mark=False)


def _first_seen(concept: Concept, lang: str, seen: set[tuple[str, str]]) -> str:
    term = concept.preferred(lang)
    text = _text(term) if term and not skips_google(concept, lang, term) else ""
    return "" if (lang, text) in seen else text


def skips_google(concept: Concept, lang: str, term: Term) -> bool:
    """Say whether a term stays out: a row holds one term a language."""
    return term is not concept.preferred(lang) or is_alone(concept, lang) or not _fits(_text(term))


DEEPL = ExchangeFormat(
    name="deepl",
    summary="a DeepL glossary (tab-separated)",
    extensions=(),
    write=_pair_writer("\t", "DeepL"),
    bilingual=True,
    changes=changes_pair,
    skips=skips_pair,
)
DEEPL_CSV = ExchangeFormat(
    name="deepl-csv",
    summary="a DeepL glossary (CSV)",
    extensions=(),
    write=_pair_writer(",", "DeepL"),
    bilingual=True,
    changes=changes_pair,
    skips=skips_pair,
)
GOOGLE = ExchangeFormat(
    name="google",
    summary="equivalent terms for Google's Cloud Translation (CSV)",
    extensions=(),
    write=write_google,
    skips=skips_google,
)
GOOGLE_PAIR = ExchangeFormat(
    name="google-pair",
    summary="a one-way glossary for Google's Cloud Translation (CSV)",
    extensions=(),
    write=_pair_writer(",", "Google"),
    bilingual=True,
    changes=changes_pair,
    skips=skips_pair,
)
