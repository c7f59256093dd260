"""Where terms stand in the memories: up to three units a concept, kept beside the glossary's cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tmkit.errors import FileError
from tmkit.glossary.cache import Loaded, keep, kept_at, mark, recall
from tmkit.model import REPORT

if TYPE_CHECKING:
    from tmkit.glossary.recognise import Occurrence, Recogniser
    from tmkit.model import Unit, Variant

SHOWN = 3
"""Attestations a concept."""
MOST = 5_000
"""Units that are looked through: reading them takes a second or two, and more rarely show anything new."""
_CANDIDATES = 24
"""How many of a concept are gathered before the best of them are chosen."""
_LONGEST = 2000
"""Characters of a text that may attest anything."""

Span = tuple[int, int]


class Quote(msgspec.Struct, frozen=True, array_like=True):
    """A text of a unit; `spans` are where the concept's terms stand in it."""

    lang: str
    text: str
    spans: tuple[Span, ...]
    report: str | None
    date: str | None
    """The day of the report, YYYY-MM-DD."""


class Attestation(msgspec.Struct, frozen=True, array_like=True):
    """A unit in which a concept is named."""

    memory: str
    unit: str
    quotes: tuple[Quote, ...]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    attestations: dict[str, msgspec.Raw]
    faults: tuple[str, ...]


class Attested(msgspec.Struct, frozen=True):
    """The attestations of a glossary's concepts."""

    kept: Mapping[str, msgspec.Raw]
    faults: tuple[str, ...] = ()
    """What is wrong with memories that can't be read to their end."""

    def of(self, concept: str, *, target: str | None = None) -> tuple[Attestation, ...]:
        """Return up to three attestations of a concept, the best first: those that name it in `target`."""
        raw = self.kept.get(concept)
        some = () if raw is None else msgspec.msgpack.decode(raw, type=tuple[Attestation, ...])
        if target is not None:
            some = tuple(sorted(some, key=lambda one: target not in _languages(one)))
        return some[:SHOWN]


def memories_in(folder: Path) -> list[Path]:
    """Return the memories of a folder, none where there is no such folder.

    Those of all languages come first: `news.tmx`, then `news.fr-en.tmx`.
    """
    try:
        found = [file for file in folder.iterdir() if file.suffix.lower() == ".tmx" and file.is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda file: (file.name.count("."), file.name))


def attest(loaded: Loaded, memories: Sequence[Path]) -> Attested:
    """Return where the concepts of a glossary stand in memories, and keep that.

    At most `MOST` units are read, the memories in the order given. One that is damaged is named in `faults`.
    """
    found, faults = _read(loaded, memories)
    raw = {name: msgspec.Raw(msgspec.msgpack.encode(some)) for name, some in found.items()}
    folder = loaded.glossary.path
    if folder is not None and loaded.stamp:
        keep(kept_at("attested", folder), _stamp(loaded, memories), _Kept(raw, faults))
    return Attested(raw, faults)


def attested_before(loaded: Loaded, memories: Sequence[Path]) -> Attested | None:
    """Return what `attest` has kept of a glossary and memories that are what they were, else None."""
    folder = loaded.glossary.path
    if folder is None or not loaded.stamp:
        return None
    kept = recall(kept_at("attested", folder), _stamp(loaded, memories), _Kept)
    return Attested(kept.attestations, kept.faults) if kept else None


def _stamp(loaded: Loaded, memories: Sequence[Path]) -> bytes:
    return loaded.stamp + repr((MOST, [(str(memory.resolve()), mark(memory)) for memory in memories])).encode()


def _read(loaded: Loaded, memories: Sequence[Path]) -> tuple[dict[str, tuple[Attestation, ...]], tuple[str, ...]]:
    candidates: dict[str, list[Attestation]] = defaultdict(list)
    wanting = {concept.id: {_bare(lang) for lang in concept.terms} for concept in loaded.glossary.concepts}
    langs = dict(wanting)
    faults: list[str] = []
    finders = _Finders(loaded)
    for memory, unit in islice(_units(memories, faults), MOST):
        for concept, attestation in _in_unit(unit, memory.name, finders, wanting):
            some = candidates[concept]
            some.append(attestation)
            if len(some) >= _CANDIDATES:
                some[:] = _chosen(some, langs[concept])
            if len(some) % SHOWN == 0 and _is_enough(some, langs[concept]):
                del wanting[concept]
        if not wanting:
            break
    return {concept: _chosen(some, langs[concept]) for concept, some in candidates.items()}, tuple(faults)


def _units(memories: Iterable[Path], faults: list[str]) -> Iterator[tuple[Path, Unit]]:
    from tmkit import formats

    for memory in memories:
        try:
            with formats.read(memory) as (_, units):
                for unit in units:
                    yield memory, unit
        except FileError as error:
            faults.append(str(error))


class _Finders:
    """Finds the terms of each language, once a memory has it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._made: dict[str, Recogniser] = {}

    def find(self, lang: str, text: str) -> list[Occurrence]:
        from tmkit.glossary.recognise import Recogniser

        if lang not in self._loaded.forms or len(text) > _LONGEST:
            return []
        if lang not in self._made:
            concepts = self._loaded.glossary.concepts
            self._made[lang] = Recogniser(concepts, lang, forms=self._loaded.forms[lang])
        return self._made[lang].find(text)


def _in_unit(unit: Unit, memory: str, finders: _Finders, wanted: Container[str]) -> Iterator[tuple[str, Attestation]]:
    """Give those of the wanted concepts that are named in a unit, with what attests it.

    A concept must be named in two languages, or else by terms that name no other.
    """
    quotes: list[dict[str, list[Span]]] = []
    langs: dict[str, set[str]] = defaultdict(set)
    ambiguous: set[str] = set()
    for variant in unit.variants:
        spans: dict[str, list[Span]] = defaultdict(list)
        lang = _bare(variant.lang)
        for occurrence in finders.find(lang, variant.segment.text):
            names = {entry.concept.id for entry in occurrence.entries}
            ambiguous |= names if len(names) > 1 else set()
            for name in names:
                spans[name].append((occurrence.start, occurrence.end))
                langs[name].add(lang)
        quotes.append(spans)
    for name, where in langs.items():
        if name in wanted and (len(where) > 1 or name not in ambiguous):
            pairs = zip(unit.variants, quotes, strict=True)
            yield name, Attestation(memory, unit.id, tuple(_quote(v, spans.get(name, ())) for v, spans in pairs))


def _bare(lang: str) -> str:
    return lang.replace("_", "-").split("-")[0].lower()


def _quote(variant: Variant, spans: Iterable[Span]) -> Quote:
    report = next((prop.text for prop in variant.props if prop.type == REPORT), None)
    # Elsewhere the date is that of the unit, which says nothing about the text.
    date = _day(variant.created) if report else None
    return Quote(_bare(variant.lang), variant.segment.text, tuple(spans), report, date)


def _day(stamp: str | None) -> str | None:
    """Return the day of a TMX date.

    >>> _day("20201118T000000Z")
    '2020-11-18'
    """
    if stamp is None or not stamp[:8].isdecimal() or len(stamp) < 8:
        return None
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"


def _worth(attestation: Attestation) -> tuple[int, int]:
    """Return what sorts attestations, the best first: named in most languages, in few words."""
    return -_named(attestation), sum(len(quote.text) for quote in attestation.quotes)


def _named(attestation: Attestation) -> int:
    return len(_languages(attestation))


def _languages(attestation: Attestation) -> set[str]:
    """Return the languages in which a unit names its concept."""
    return {quote.lang for quote in attestation.quotes if quote.spans}


def _is_enough(candidates: Iterable[Attestation], langs: Collection[str]) -> bool:
    """Say whether no language can get better ones: named in all languages of their units, in different reports."""
    full = [one for one in candidates if _named(one) == len(one.quotes) > 1]
    best = _parted(full)[0] if len(full) >= SHOWN else []
    return all(sum(lang in _languages(one) for one in best) >= SHOWN for lang in langs)


def _chosen(candidates: Iterable[Attestation], langs: Iterable[str]) -> tuple[Attestation, ...]:
    """Return the three best attestations and the three best of each language, no text twice, the best first.

    Those from different reports come before others.
    """
    ranked, later = _parted(sorted(candidates, key=_worth))
    for one in later:
        if not any(_same_text(one, other) for other in ranked):
            ranked.append(one)
    kept = set(map(id, ranked[:SHOWN]))
    for lang in langs:
        kept.update([id(one) for one in ranked if lang in _languages(one)][:SHOWN])
    return tuple(one for one in ranked if id(one) in kept)


def _parted(candidates: Iterable[Attestation]) -> tuple[list[Attestation], list[Attestation]]:
    """Return those that share neither report nor text with one before them, and the others."""
    apart: list[Attestation] = []
    others: list[Attestation] = []
    for one in candidates:
        (others if any(_same_report(one, o) or _same_text(one, o) for o in apart) else apart).append(one)
    return apart, others


def _same_report(one: Attestation, other: Attestation) -> bool:
    reports = {quote.report for quote in one.quotes if quote.report}
    return any(quote.report in reports for quote in other.quotes)


def _same_text(one: Attestation, other: Attestation) -> bool:
    """Say whether a text of one holds a text of the other: memories of several pairs share their sentences."""
    return any(
        quote.lang == own.lang and (quote.text in own.text or own.text in quote.text)
        for quote in one.quotes
        for own in other.quotes
    )
