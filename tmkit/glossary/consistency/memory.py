"""A glossary held against memories: what should have been said otherwise, with the place and the reason.

Every ordered pair of a unit's languages is looked at. A term is in order where the other text has any accepted
term of its concept, within a longer term too, or all the words of one kept apart by a coordination.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import permutations

from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary
from tmkit.glossary.consistency.base import Check, Finding, Severity
from tmkit.glossary.consistency.dating import is_past, time_of
from tmkit.glossary.consistency.rendering import Text, is_named_short, is_rendered_apart
from tmkit.glossary.keys import known, match_key
from tmkit.glossary.patterns import Forms, Pattern, patterns, word_forms
from tmkit.glossary.recognise import Occurrence, Recogniser
from tmkit.lang import normalise
from tmkit.model import LINE, REPORT, Unit, Variant
from tmkit.reports.repair import mend

CHECKS = (
    Check(name="missing-term", summary="A term has no accepted counterpart in the translation.", severity="warning"),
    Check(name="forbidden-term", summary="A term that must not be used renders the concept.", severity="error"),
    Check(
        name="deprecated-term",
        summary="A term that should not be used any more renders the concept.",
        severity="warning",
    ),
    Check(name="expired-term", summary="An institution is named for a time when it was no more.", severity="warning"),
    Check(
        name="ambiguous-term",
        summary="A term renders a concept that has a better one, and another concept in the same memory.",
        severity="warning",
    ),
    Check(name="several-renderings", summary="A concept is rendered in several accepted ways.", severity="info"),
)
_SEVERITY: Mapping[str, Severity] = {check.name: check.severity for check in CHECKS}
_EXAMPLES = 3
_BAD = ("forbidden", "deprecated")


@dataclass(frozen=True)
class _Side:
    """One language's text of a unit, with the terms in it."""

    lang: str
    text: str
    all: list[Occurrence]

    @cached_property
    def apart(self) -> Text:
        return Text(self.text, self.lang)

    @cached_property
    def shown(self) -> list[Occurrence]:
        return [occurrence for occurrence in self.all if not occurrence.nested]

    def of(self, concept: str, statuses: Iterable[str]) -> list[Occurrence]:
        """Return the occurrences that may be a concept's term with one of these statuses."""
        return [o for o in self.all if any(e.concept.id == concept and e.term.status in statuses for e in o.entries)]


@dataclass
class _Tally:
    """What a memory does over many units."""

    renderings: dict[tuple[str, str], dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    """By concept and language, the units of each term that renders it."""
    shared: dict[tuple[str, str], dict[str, list[Finding]]] = field(default_factory=lambda: defaultdict(dict))
    """By language and ambiguous term, what would be said of its use for each concept."""


class MemoryCheck:
    """Holds memories against a glossary; made once, used for many memories."""

    def __init__(
        self,
        glossary: Glossary,
        *,
        today: date,
        forms: Mapping[str, Forms] | None = None,
        direction: tuple[str | None, str | None] = (None, None),
    ) -> None:
        """Prepare the recognisers; `forms` by language where they are known already.

        `direction` names the source and the target language that are asked for; None: any.
        """
        self.glossary = glossary
        self._direction_wanted = direction
        self.compared = 0
        """How many units had texts in two languages of the glossary so far."""
        self._concepts = [concept for concept in glossary.concepts if concept.status not in ("draft", "retired")]
        self._today = today
        langs = dict.fromkeys(lang for concept in self._concepts for lang in concept.terms)
        self._forms = {lang: (forms or {}).get(lang) or word_forms(self._concepts, lang) for lang in langs}
        self._find = {lang: Recogniser(self._concepts, lang, forms=self._forms[lang]).find for lang in langs}

    def check(self, units: Iterable[Unit], *, file: str) -> Iterator[Finding]:
        """Give the findings of each unit, and at the end those of the memory as a whole."""
        tally = _Tally()
        for unit in units:
            yield from self._unit(unit, file, tally)
        yield from _ambiguous(tally)
        yield from self._several(tally, file)

    def _unit(self, unit: Unit, file: str, tally: _Tally) -> Iterator[Finding]:
        sides = [side for variant in unit.variants if (side := self._side(variant))]
        seen: set[tuple[str, str | None, str | None]] = set()
        self.compared += any(self._asks(source, target) for source, target in permutations(sides, 2))
        for source, target in permutations(sides, 2):
            for finding in self._direction(unit, source, target, file, tally) if self._asks(source, target) else ():
                # With three languages, two of them may ask the third for the same term.
                what = finding.check, finding.concept, finding.target_lang
                if what not in seen:
                    seen.add(what)
                    yield finding
        yield from self._expired(unit, sides, file)

    def _asks(self, source: _Side, target: _Side) -> bool:
        one, other = self._direction_wanted
        return source.lang != target.lang and one in (None, source.lang) and other in (None, target.lang)

    def _side(self, variant: Variant) -> _Side | None:
        lang = normalise(variant.lang).split("-")[0]
        text = variant.segment.text
        if lang not in self._find or not text.strip():
            return None
        return _Side(lang, text, self._find[lang](text, nested=True))

    def _direction(self, unit: Unit, source: _Side, target: _Side, file: str, tally: _Tally) -> Iterator[Finding]:
        apart = target.apart
        seen: set[frozenset[str]] = set()
        for occurrence in source.shown:
            concepts = {e.concept.id: e.concept for e in occurrence.entries if e.term.status != "forbidden"}
            wanted = [c for c in concepts.values() if c.preferred(target.lang)]
            if not wanted or frozenset(concepts) in seen:
                continue
            seen.add(frozenset(concepts))
            about = _About(unit, source, target, occurrence, file)
            bad = [(c, o) for c in wanted for o in target.of(c.id, _BAD) if not self._may_be_right(o)]
            for concept, place in bad:
                yield about.bad(concept, place)
            astray = [o for o in target.shown if not self._explained(o, source)]
            right = [(c, o) for c in wanted for o in target.of(c.id, ACCEPTED) if not _within(o, astray)]
            for concept, place in right:
                self._count(about, concept, place, wanted, tally)
            if bad or right or self._is_rendered(occurrence, wanted, target, apart, astray):
                continue
            if not self._is_glued(wanted, target):
                yield about.missing(wanted, [o for o in astray if _are_neighbours(o, wanted)])

    def _may_be_right(self, occurrence: Occurrence) -> bool:
        """Say whether what is bad for one concept is an accepted term of another, or lies in a longer term."""
        return occurrence.nested or any(entry.term.status in ACCEPTED for entry in occurrence.entries)

    def _is_rendered(
        self, occurrence: Occurrence, wanted: list[Concept], target: _Side, apart: Text, astray: list[Occurrence]
    ) -> bool:
        taken = [(o.start, o.end) for o in astray]
        for concept in wanted:
            for pattern in self._patterns[target.lang].get(concept.id, ()):
                if is_rendered_apart(pattern, apart, without=taken) or is_named_short(pattern, apart):
                    return True
        return any(self._is_short_for(occurrence, entry.concept) for o in target.shown for entry in o.entries)

    def _is_glued(self, wanted: list[Concept], target: _Side) -> bool:
        """Say whether an accepted term is there but for a blank that it lost."""
        if not known(target.lang).glue.function:
            return False
        text, fixes = mend(target.text, target.lang)
        names = {concept.id for concept in wanted}
        return bool(fixes) and any(
            entry.concept.id in names and entry.term.status in ACCEPTED
            for occurrence in self._find[target.lang](text, nested=True)
            for entry in occurrence.entries
        )

    def _is_short_for(self, occurrence: Occurrence, concept: Concept) -> bool:
        """Say whether a term may stand for a concept whose name it is part of: the agency by its branch."""
        lang = occurrence.entries[0].lang
        if not any(term.pos == "proper-noun" for term in concept.terms.get(lang, ())):
            return False
        key = f" {match_key(occurrence.form, lang)} "
        return occurrence.form[:1].isupper() and any(
            key in f" {match_key(term.text, lang)} " for term in concept.terms.get(lang, ())
        )

    def _explained(self, occurrence: Occurrence, source: _Side) -> bool:
        """Say whether the source has the term's concept, or its words kept apart."""
        if any(source.of(entry.concept.id, (*ACCEPTED, *_BAD)) for entry in occurrence.entries):
            return True
        names = [entry.concept.id for entry in occurrence.entries]
        found = (pattern for name in names for pattern in self._patterns[source.lang].get(name, ()))
        return any(is_rendered_apart(pattern, source.apart) for pattern in found)

    @cached_property
    def _patterns(self) -> Mapping[str, Mapping[str, list[Pattern]]]:
        """The accepted terms of each concept, by language."""
        found: dict[str, dict[str, list[Pattern]]] = defaultdict(lambda: defaultdict(list))
        for lang, forms in self._forms.items():
            for pattern in patterns(self._concepts, lang, forms):
                if pattern.entry and pattern.entry.term.status in ACCEPTED:
                    found[lang][pattern.entry.concept.id].append(pattern)
        return found

    def _count(self, about: _About, concept: Concept, place: Occurrence, wanted: list[Concept], tally: _Tally) -> None:
        entry = next(e for e in place.entries if e.concept.id == concept.id and e.term.status in ACCEPTED)
        lang, unit = about.target.lang, about.unit.id
        if not place.nested:
            tally.renderings[concept.id, lang].setdefault(entry.term.text, []).append(unit)
        readings = {e.concept.id for e in place.entries if e.term.status in ACCEPTED}
        meant = readings & {other.id for other in wanted}
        if len(readings) < 2 or len(meant) > 1 or place.nested:
            return
        uses = tally.shared[lang, match_key(entry.term.text, lang)].setdefault(concept.id, [])
        uses.append(about.ambiguous(concept, place, preferred=entry.term.status == "preferred"))

    def _expired(self, unit: Unit, sides: list[_Side], file: str) -> Iterator[Finding]:
        when = None
        reported: set[str] = set()
        for side in sides:
            for occurrence in side.shown:
                concept = occurrence.entries[0].concept
                if len(occurrence.entries) > 1 or not concept.valid_to or concept.id in reported:
                    continue
                if concept.valid_to > self._today.isoformat():
                    continue
                when = when or time_of(unit)
                if when is None or when <= concept.valid_to[: len(when)]:
                    continue
                if any(is_past(s.text, s.lang, o.start, o.end) for s in sides for o in s.of(concept.id, ACCEPTED)):
                    continue
                reported.add(concept.id)
                yield self._gone(unit, sides, side, occurrence, concept, when, file)

    def _gone(
        self, unit: Unit, sides: list[_Side], side: _Side, place: Occurrence, concept: Concept, when: str, file: str
    ) -> Finding:
        other = next((other for other in sides if other is not side), None)
        heirs = [self.glossary.by_id[name] for name in concept.replaced_by if name in self.glossary.by_id]
        names = ", ".join(term.text for heir in heirs if (term := heir.preferred(side.lang)))
        return Finding(
            check="expired-term",
            severity=_SEVERITY["expired-term"],
            message=f"{place.form!r} was no more after {concept.valid_to}, and this is of {when}",
            file=file,
            concept=concept.id,
            related=concept.replaced_by,
            unit=unit.id,
            source_lang=other.lang if other else None,
            target_lang=side.lang,
            source=other.text if other else None,
            target=side.text,
            target_span=(place.start, place.end),
            evidence=_places(unit),
            suggestion=f"name its successor: {names}" if names else "name its successor",
        )

    def _several(self, tally: _Tally, file: str) -> Iterator[Finding]:
        for (name, lang), terms in tally.renderings.items():
            if len(terms) < 2:
                continue
            preferred = self.glossary.by_id[name].preferred(lang)
            most = sorted(terms, key=lambda term: -len(terms[term]))
            yield Finding(
                check="several-renderings",
                severity=_SEVERITY["several-renderings"],
                message=f"rendered in {len(terms)} ways in {known(lang).name}",
                file=file,
                concept=name,
                target_lang=lang,
                suggestion=f"preferred: {preferred.text}" if preferred else "",
                evidence=tuple(f"{term}: {len(terms[term])} ({_some(terms[term])})" for term in most),
            )


@dataclass(frozen=True, slots=True)
class _About:
    """What a finding is about: a term in one text of a unit, and the other text."""

    unit: Unit
    source: _Side
    target: _Side
    occurrence: Occurrence
    file: str

    def _finding(
        self, check: str, concept: Concept, message: str, suggestion: str, place: Occurrence | None
    ) -> Finding:
        return Finding(
            check=check,
            severity=_SEVERITY[check],
            message=message,
            file=self.file,
            concept=concept.id,
            unit=self.unit.id,
            source_lang=self.source.lang,
            target_lang=self.target.lang,
            source=self.source.text,
            target=self.target.text,
            source_span=(self.occurrence.start, self.occurrence.end),
            target_span=(place.start, place.end) if place else None,
            suggestion=suggestion,
            evidence=_places(self.unit),
        )

    def missing(self, wanted: list[Concept], others: list[Occurrence]) -> Finding:
        """Say that a term has no counterpart; a term of the target that nothing explains may stand in its place."""
        terms = " / ".join(dict.fromkeys(term.text for c in wanted if (term := c.preferred(self.target.lang))))
        place = others[0] if len(others) == 1 else None
        instead = f"; it has {place.form!r} ({place.entries[0].concept.id})" if place else ""
        lang = known(self.target.lang).name
        message = f"{self.occurrence.form!r} has no accepted {lang} term in the translation{instead}"
        return self._finding("missing-term", wanted[0], message, f"use: {terms}", place)

    def bad(self, concept: Concept, place: Occurrence) -> Finding:
        """Say that the target has a term it should not have."""
        term = next(e.term for e in place.entries if e.concept.id == concept.id and e.term.status in _BAD)
        better = concept.preferred(self.target.lang)
        word = "must not be used" if term.status == "forbidden" else "should not be used any more"
        message = f"{place.form!r} {word} for {self.occurrence.form!r}" + (f": {term.note}" if term.note else "")
        return self._finding(f"{term.status}-term", concept, message, f"use: {better.text}" if better else "", place)

    def ambiguous(self, concept: Concept, place: Occurrence, *, preferred: bool) -> Finding:
        """Say, should the memory use the term for another concept too, that it is ambiguous here."""
        better = concept.preferred(self.target.lang)
        message = f"{place.form!r} renders {self.occurrence.form!r} here"
        suggestion = f"use: {better.text}" if better and not preferred else ""
        return self._finding("ambiguous-term", concept, message, suggestion, place)


def _are_neighbours(occurrence: Occurrence, wanted: list[Concept]) -> bool:
    """Say whether a term may stand in the place of another: one points to the other, or their field is the same."""
    found = [entry.concept for entry in occurrence.entries]
    return any(
        one.domain == other.domain
        or any(relation.to == other.id for relation in one.related)
        or any(relation.to == one.id for relation in other.related)
        for one in found
        for other in wanted
    )


def _within(occurrence: Occurrence, others: list[Occurrence]) -> bool:
    """Say whether a longer term that the source doesn't have covers it: a social pension is no pension."""
    return occurrence.nested and any(
        other.start <= occurrence.start and occurrence.end <= other.end
        for other in others
        if not any(entry.term.pos == "proper-noun" for entry in other.entries)
    )


def _places(unit: Unit) -> tuple[str, ...]:
    """Return where the unit's texts are from, for memories that say it."""
    found = []
    for variant in unit.variants:
        props = {prop.type: prop.text for prop in variant.props}
        if REPORT in props:
            line = f", line {props[LINE]}" if LINE in props else ""
            found.append(f"{variant.lang}: {props[REPORT]}{line}")
    return tuple(found)


def _ambiguous(tally: _Tally) -> Iterator[Finding]:
    """Give the uses of an ambiguous term for concepts that have a better one."""
    from dataclasses import replace

    for uses in tally.shared.values():
        if len(uses) < 2:
            continue
        for concept, findings in uses.items():
            others = [name for name in uses if name != concept]
            evidence = tuple(
                f"{name}: {len(uses[name])} ({_some([f.unit or '' for f in uses[name]])})" for name in others
            )
            for finding in findings:
                if finding.suggestion:
                    message = f"{finding.message}, and {', '.join(others)} elsewhere in the memory"
                    yield replace(
                        finding, message=message, related=tuple(others), evidence=(*evidence, *finding.evidence)
                    )


def _some(units: list[str]) -> str:
    distinct = list(dict.fromkeys(units))
    return ", ".join(distinct[:_EXAMPLES]) + (", …" if len(distinct) > _EXAMPLES else "")
