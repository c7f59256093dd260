"""What an exchange format for glossaries is, and what one loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import BinaryIO, Literal, Protocol, TypeAlias

from tmkit.glossary.concepts import Concept, Glossary, Term

_Kind: TypeAlias = Literal["lost", "changed", "left out"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that was read otherwise than it stands there, or left out."""

    text: str
    line: int | None = None
    """1-based; none where it concerns the whole file."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of another program holds."""

    glossary: Glossary
    """Its concepts keep the file's own ids where it has any; an empty id where not."""
    remarks: tuple[Remark, ...] = ()


class Reader(Protocol):
    """Reads a file leniently: what can be used is used, the rest becomes a remark."""

    def __call__(self, stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
        """Return its concepts; `langs` are the languages the user gave, for files that don't say theirs.

        Raises `FileError` (with `name`, the line where known, and a remedy) for what is no such file.
        """


class Writer(Protocol):
    """Writes a glossary strictly after the format's rules."""

    def __call__(self, glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
        """Write the concepts' terms in `langs`, the source language first; bytes depend on nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFormat:
    """A file format for glossaries, as a value."""

    name: str
    summary: str
    extensions: tuple[str, ...]
    """File names that stand for it, with their dots; empty where another format has the same ones."""
    read: Reader | None = None
    write: Writer | None = None
    binary: bool = False
    """Whether a file is no text, so that nobody can look at it on a terminal."""
    bilingual: bool = False
    """Whether a file holds two languages alone."""
    carries: frozenset[str] = frozenset()
    """The fields it keeps, as `concept.definition`, `term.gender`; texts, ids and languages of terms aside."""
    changes: Callable[[Concept, str, Term], Iterable[str]] | None = None
    """Gives what of a concept's term is carried, but not as it was: `forbidden becomes deprecated`."""
    skips: Callable[[Concept, str, Term], bool] | None = None
    """Says which terms it leaves out."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a format cannot carry: how often, and where for the first time."""

    kind: _Kind
    what: str
    count: int
    example: str


def losses(glossary: Glossary, fmt: ExchangeFormat, langs: Sequence[str]) -> tuple[Loss, ...]:
    """Return all that an export in this format loses, in the order of `Concept` and `Term`."""
    counts: Counter[tuple[_Kind, str]] = Counter()
    examples: dict[tuple[_Kind, str], str] = {}
    for kind, what, example in _lost(glossary, fmt, langs):
        counts[kind, what] += 1
        examples.setdefault((kind, what), example)
    return tuple(Loss(kind, what, count, examples[kind, what]) for (kind, what), count in counts.items())


def _lost(glossary: Glossary, fmt: ExchangeFormat, langs: Sequence[str]) -> Iterator[tuple[_Kind, str, str]]:
    for concept in glossary.concepts:
        if fmt.bilingual and not all(concept.preferred(lang) for lang in langs):
            yield "left out", f"concepts without a term in both {' and '.join(langs)}", concept.id
            continue
        for name in _filled(concept, {"id", "terms"}):
            if f"concept.{name}" not in fmt.carries:
                yield "lost", f"concept.{name}", concept.id
        for lang, term in concept.all_terms():
            where = f"{concept.id} {term.text}"
            if lang not in langs:
                yield "left out", f"terms in {lang}", where
            elif fmt.skips and fmt.skips(concept, lang, term):
                yield "left out", f"{term.status} terms", where
            else:
                yield from (("lost", f"term.{name}", where) for name in _uncarried(term, fmt))
                for change in fmt.changes(concept, lang, term) if fmt.changes else ():
                    yield "changed", change, where


def _uncarried(term: Term, fmt: ExchangeFormat) -> list[str]:
    return [name for name in _filled(term, {"text"}) if f"term.{name}" not in fmt.carries]


def _filled(value: Concept | Term, without: set[str]) -> list[str]:
    names = (f.name for f in fields(value))
    return [name for name in names if name not in without and getattr(value, name)]
