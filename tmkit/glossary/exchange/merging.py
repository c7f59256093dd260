"""What an import does to a glossary: compare a file's concepts with it, and merge them into it.

The file's word is never taken silently: every difference is a `Conflict`, and what is not taken is listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Term
from tmkit.glossary.exchange.base import Imported, Remark
from tmkit.glossary.exchange.merging_diff import (
    Conflict,
    Decision,
    Kind,
    field_differences,
    settled,
    term_differences,
)
from tmkit.glossary.exchange.merging_fit import Fitting, label
from tmkit.glossary.exchange.merging_match import Counterpart, Counterparts, Preferring

__all__ = ["Conflict", "Decision", "Kind", "Merged", "compare", "merge"]

OnConflict: TypeAlias = Decision | Callable[[Conflict], Decision]
_NUMBERED = re.compile(r"(.*?)(\d+)")
_BLANKET: Mapping[Decision, Mapping[Kind, Decision]] = {
    # What may be another concept is never merged unseen, nor made a second one: somebody must look at it.
    "keep": {"new": "add", "homograph": "skip"},
    "take": {"new": "add", "homograph": "skip"},
    "add": {},
    "skip": {"new": "add"},
}
"""Where a decision for all differences means another one for a kind of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A glossary after an import."""

    glossary: Glossary
    changed_ids: tuple[str, ...]
    """The concepts that the file changed, in the glossary's order."""
    added_ids: tuple[str, ...]
    """The new concepts, in the file's order; each is a draft."""
    skipped: tuple[Conflict, ...]
    """The differences that were left out."""
    conflicts: tuple[Conflict, ...]
    """All differences in the order they were settled; a later one is a difference to what was merged by then."""
    remarks: tuple[Remark, ...] = ()
    """What of the file could not be taken as it stands; the reader's own remarks are not among them."""


def compare(existing: Glossary, incoming: Imported) -> tuple[Conflict, ...]:
    """Return how a file's concepts differ from a glossary's, in the file's order; `same` where one doesn't."""
    return merge(existing, incoming, on_conflict="skip").conflicts


def merge(existing: Glossary, incoming: Imported, *, on_conflict: OnConflict) -> Merged:
    """Return the glossary with a file's concepts in it.

    `keep`: the glossary wins, new terms and fields are added. `take`: the file wins. `add`: what differs
    becomes a concept of its own. `skip`: only wholly new concepts are added. A function is asked for every
    difference but `same`; one `add` makes the whole concept one of its own, and the answer to a `homograph`
    says whether it is this concept after all (`keep`, `take`), another one (`add`) or unwanted (`skip`).
    A blanket answer never merges a homograph: `add` adds it, all others leave it out. A term that another concept
    prefers is admitted in a concept that is added beside it.
    """
    run = _Run(existing, incoming, on_conflict)
    for step in run.steps:
        run.settle(step)
    return run.result()


def _policy(on_conflict: OnConflict) -> Callable[[Conflict], Decision]:
    if not isinstance(on_conflict, str):
        return on_conflict
    answer: Decision = on_conflict
    exceptions = _BLANKET[answer]
    return lambda conflict: exceptions.get(conflict.kind, answer)


@dataclass(frozen=True, slots=True)
class _Step:
    concept: Concept
    counterpart: Counterpart | None


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference of a file's concept, still with the file's id: the new ids are known at the end alone."""

    owner: str
    incoming: Concept
    target: str
    relation: Relation | None
    """None where the target takes the concept's place."""


@dataclass(slots=True)
class _Outcome:
    """What has become of the glossary so far."""

    concepts: dict[str, Concept]
    touched: set[str] = field(default_factory=set)
    added: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    skipped: list[Conflict] = field(default_factory=list)
    references: list[_Reference] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """The glossary's ids of the file's concepts."""


class _Run:
    """One import on its way through the file."""

    def __init__(self, existing: Glossary, incoming: Imported, on_conflict: OnConflict) -> None:
        self._existing, self._decide = existing, _policy(on_conflict)
        self._taking = on_conflict == "take"
        self._fitting = Fitting(existing.about, _languages(existing), incoming.glossary.about)
        fitted = [concept for given in incoming.glossary.concepts if (concept := self._fitting.fit(given))]
        counterparts = Counterparts(existing.concepts)
        self.steps = [_Step(concept, counterparts.find(concept)) for concept in fitted]
        self._known = _known(self.steps)
        self._labels = {concept.id: label(concept) for concept in reversed(fitted)}
        """Of the file's concepts, by their ids there."""
        # Only a file that speaks of our concepts by our ids can mean one of them that it does not hold.
        self._our_ids = any(_same_id(step) for step in self.steps)
        self._outcome = _Outcome({concept.id: concept for concept in existing.concepts})
        self._new_id = _new_ids(existing)
        self._preferring = Preferring(existing.concepts)

    def settle(self, step: _Step) -> None:
        """Compare one concept of the file with what the glossary is by now, and do what is decided."""
        if step.counterpart is None:
            self._perhaps_add(Conflict(kind="new", incoming=step.concept, detail=label(step.concept)))
        elif not step.counterpart.same:
            self._settle_homograph(step.concept, step.counterpart)
        else:
            self._settle_differences(step.concept, self._outcome.concepts[step.counterpart.concept.id])

    def _settle_homograph(self, concept: Concept, counterpart: Counterpart) -> None:
        existing = self._outcome.concepts[counterpart.concept.id]
        detail = _homograph_detail(concept, existing, counterpart)
        conflict = Conflict(kind="homograph", incoming=concept, existing=existing, detail=detail)
        decision = self._ask(conflict)
        if decision in ("keep", "take"):
            for difference in self._differences(existing, concept):
                self._apply(existing.id, difference, decision)
            self._called(concept, existing.id)
        else:
            self._add_or_skip(conflict, decision)
            if decision == "skip" and self._taking:
                text = f"perhaps another concept than {existing.id}, left out: use add, or decide by hand"
                self._fitting.remarks.append(Remark(f"{label(concept)}: {text}"))

    def _settle_differences(self, concept: Concept, existing: Concept) -> None:
        differences = list(self._differences(existing, concept))
        if not differences:
            detail = f"nothing that {existing.id} lacks"
            self._outcome.conflicts.append(Conflict(kind="same", incoming=concept, existing=existing, detail=detail))
        decisions = [self._ask(difference) for difference in differences]
        if "add" in decisions:
            self._add(concept)
            return
        for difference, decision in zip(differences, decisions, strict=True):
            self._apply(existing.id, difference, decision)
        self._called(concept, existing.id)

    def _differences(self, existing: Concept, concept: Concept) -> Iterator[Conflict]:
        own = term_differences(existing, concept)
        yield from (difference for difference in own if not self._preferring.gives_way(existing, difference))
        yield from field_differences(existing, concept)
        for reference in _references(concept, existing.id):
            target = self._known.get(reference.target) or self._own(reference.target)
            if target is None and reference.target not in self._labels:
                self._dangling(reference)
            elif target is None or not self._stands(existing, reference, target):
                rel = reference.relation.rel if reference.relation else "replaced by"
                yield Conflict(
                    kind="new-field",
                    incoming=concept,
                    existing=existing,
                    detail=f"{rel}: {self._labels.get(reference.target, reference.target)}",
                    field="related" if reference.relation else "replaced_by",
                    reference=reference.target,
                )

    def _ask(self, conflict: Conflict) -> Decision:
        self._outcome.conflicts.append(conflict)
        return self._decide(conflict)

    def _perhaps_add(self, conflict: Conflict) -> None:
        decision = self._ask(conflict)
        self._add_or_skip(conflict, decision if decision == "skip" else "add")

    def _add_or_skip(self, conflict: Conflict, decision: Decision) -> None:
        if decision == "add":
            self._add(conflict.incoming)
        else:
            self._outcome.skipped.append(conflict)

    def _add(self, concept: Concept) -> None:
        name = next(self._new_id)
        added = replace(concept, id=name, status="draft", related=(), replaced_by=(), terms=self._beside(concept))
        self._outcome.concepts[name] = added
        self._outcome.added.append(name)
        self._outcome.references += _references(concept, name)
        self._called(concept, name)

    def _beside(self, concept: Concept) -> Mapping[str, tuple[Term, ...]]:
        """Return a concept's terms, none of them preferred that a concept of ours prefers."""
        terms: dict[str, list[Term]] = {}
        for lang, term in concept.all_terms():
            others = self._preferring.ids(lang, term)
            if others:
                text = f"“{term.text}” is preferred in {min(others)} too; read as admitted"
                self._fitting.remarks.append(Remark(f"{label(concept)}: {text}"))
            terms.setdefault(lang, []).append(replace(term, status="admitted") if others else term)
        return {lang: tuple(found) for lang, found in terms.items()}

    def _called(self, concept: Concept, name: str) -> None:
        if concept.id:
            self._outcome.ids.setdefault(concept.id, name)

    def _apply(self, name: str, difference: Conflict, decision: Decision) -> None:
        """Settle one difference; references wait until all ids are known."""
        added = difference.kind in ("new-term", "new-field")
        if not (decision == "take" or (decision == "keep" and added)):
            self._outcome.skipped.append(difference)
        elif difference.reference is not None:
            mine = (r for r in _references(difference.incoming, name) if r.target == difference.reference)
            self._outcome.references += mine
        else:
            before = self._outcome.concepts[name]
            after = self._outcome.concepts[name] = settled(before, difference, taking=decision == "take")
            self._outcome.touched |= {name} if after != before else set()

    def _own(self, target: str) -> str | None:
        """Return the id of a concept of ours that the file refers to without holding it."""
        ours = self._our_ids and target not in self._labels and target in self._existing.by_id
        return target if ours else None

    def _stands(self, existing: Concept, reference: _Reference, target: str) -> bool:
        """Return whether the glossary tells already how the two are related."""
        if reference.relation is None:
            return target in existing.replaced_by
        ours = {relation.rel for relation in existing.related if relation.to == target}
        # Most formats know one kind of reference; theirs is no news where ours is more exact.
        vague = reference.relation.rel == "see-also" and bool(ours)
        return target == existing.id or reference.relation.rel in ours or vague

    def _dangling(self, reference: _Reference) -> None:
        text = f"{label(reference.incoming)}: refers to {reference.target!r}, which is not there; reference left out"
        self._fitting.remarks.append(Remark(text))

    def _link(self, reference: _Reference) -> None:
        target = self._outcome.ids.get(reference.target) or self._own(reference.target)
        owner = self._outcome.concepts[reference.owner]
        if target is None:
            self._dangling(reference)
        elif target != owner.id and not self._stands(owner, reference, target):
            self._outcome.concepts[owner.id] = _linked(owner, reference, target)
            self._outcome.touched.add(owner.id)

    def result(self) -> Merged:
        """Return the glossary with all references in it."""
        for reference in self._outcome.references:
            self._link(reference)
        outcome = self._outcome
        concepts = tuple(outcome.concepts.values())
        about = self._about(concepts)
        return Merged(
            glossary=replace(self._existing, about=about, concepts=concepts),
            changed_ids=tuple(c.id for c in self._existing.concepts if c.id in outcome.touched),
            added_ids=tuple(outcome.added),
            skipped=tuple(outcome.skipped),
            conflicts=tuple(outcome.conflicts),
            remarks=tuple(dict.fromkeys(self._fitting.remarks)),
        )

    def _about(self, concepts: Iterable[Concept]) -> About:
        """Return what the glossary says of itself, with the sources that came with the file's terms."""
        about = self._existing.about
        if not about.sources and any(_cited(self._existing.concepts)):
            return about  # It lists none, so that any may be cited; a list of the file's would forbid all others.
        new = {name: self._fitting.sources[name] for name in _cited(concepts) if name in self._fitting.sources}
        missing = {name: source for name, source in new.items() if name not in about.sources}
        return replace(about, sources={**about.sources, **missing}) if missing else about


def _cited(concepts: Iterable[Concept]) -> Iterator[str]:
    return (name for concept in concepts for _, term in concept.all_terms() for name in term.sources)


def _languages(glossary: Glossary) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*glossary.languages, *(lang for c in glossary.concepts for lang in c.terms))))


def _known(steps: Iterable[_Step]) -> dict[str, str]:
    """Return the ids of the concepts that the file's surely speak of, by the file's ids."""
    known: dict[str, str] = {}
    for step in steps:
        if step.concept.id and step.counterpart and step.counterpart.same:
            known.setdefault(step.concept.id, step.counterpart.concept.id)
    return known


def _same_id(step: _Step) -> bool:
    return step.counterpart is not None and step.counterpart.concept.id == step.concept.id


def _references(concept: Concept, owner: str) -> list[_Reference]:
    related = [_Reference(owner, concept, relation.to, relation) for relation in concept.related]
    return related + [_Reference(owner, concept, target, None) for target in concept.replaced_by]


def _linked(concept: Concept, reference: _Reference, target: str) -> Concept:
    if reference.relation is None:
        return replace(concept, replaced_by=(*concept.replaced_by, target))
    return replace(concept, related=(*concept.related, replace(reference.relation, to=target)))


def _homograph_detail(concept: Concept, existing: Concept, counterpart: Counterpart) -> str:
    """Say which term both have, and what each has in the other languages."""
    shared = "; ".join(f"{lang} {_named(concept, lang)}" for lang in counterpart.shared)
    others = (
        f"{lang} {_named(existing, lang)} here, {_named(concept, lang)} in the file" for lang in counterpart.differing
    )
    return f"{shared} is shared with {existing.id} of the glossary, but {'; '.join(others)}"


def _named(concept: Concept, lang: str) -> str:
    term = concept.preferred(lang) or concept.terms[lang][0]
    return f"“{term.text}”"


def _new_ids(glossary: Glossary) -> Iterator[str]:
    """Give ids in the manner of those that are there: `sp-0331` after `sp-0330`."""
    used = {concept.id for concept in glossary.concepts}
    referred = {r.to for c in glossary.concepts for r in c.related} | {
        x for c in glossary.concepts for x in c.replaced_by
    }
    found = [match.groups() for name in used if (match := _NUMBERED.fullmatch(name))]
    counts = Counter(prefix for prefix, _ in found)
    prefix = min(counts, key=lambda p: (-counts[p], p)) if counts else _initials(glossary.about.name)
    digits = [number for p, number in found if p == prefix]
    width = min(map(len, digits), default=4)
    number = max(map(int, digits), default=0)
    while True:
        number += 1
        name = f"{prefix}{number:0{width}d}"
        if name not in used and name not in referred:
            yield name


def _initials(name: str) -> str:
    """Return a prefix for ids: `sp-` for `social-protection`."""
    initials = "".join(word[0] for word in re.findall(r"[a-z0-9]+", name.lower()))
    return f"{initials or 'c'}-"
