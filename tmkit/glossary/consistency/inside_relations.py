"""Relations that lead nowhere, in a circle or one way only, and concepts whose time is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tmkit.glossary.concepts import INVERSE, Concept, Glossary, RelationKind
from tmkit.glossary.consistency.base import Check
from tmkit.glossary.consistency.inside_base import Facts, Family, Spot, listed

CHECKS = (
    Check(name="dangling-relation", summary="A concept points to one that is not there.", severity="error"),
    Check(name="self-relation", summary="A concept is related to itself, or replaced by itself.", severity="error"),
    Check(
        name="missing-inverse",
        summary="A relation stands at one of the two concepts alone.",
        severity="warning",
    ),
    Check(
        name="circular-relation",
        summary="Concepts are broader than, part of or replaced by each other in a circle.",
        severity="error",
    ),
    Check(
        name="retired-but-referenced",
        summary="A concept in use points to a retired one.",
        severity="warning",
    ),
    Check(name="valid-dates", summary="A concept ends before it begins.", severity="error"),
    Check(
        name="expired-without-successor",
        summary="A concept's time is over, and nothing says what took its place.",
        severity="warning",
    ),
    Check(
        name="successor-expired",
        summary="What took a concept's place is itself no more.",
        severity="warning",
    ),
)
_MUTUAL = frozenset({"broader", "narrower", "part-of", "has-part"})
_EITHER_WAY = frozenset({"distinct-from", "antonym"})


def find(facts: Facts) -> Iterator[Spot]:
    """Give the relations and the dates that cannot be right."""
    for concept in facts.glossary.concepts:
        yield from _references(concept, facts.glossary)
        yield from _dates(concept, facts)
    yield from _circles(facts.glossary)


FAMILY = Family(checks=CHECKS, find=find)


def _references(concept: Concept, glossary: Glossary) -> Iterator[Spot]:
    for i, relation in enumerate(concept.related):
        other = glossary.by_id.get(relation.to)
        yield from _reference(concept, ("related", i, "to"), relation.to, other)
        if other is not None and other is not concept:
            yield from _inverse(concept, i, other)
    for i, name in enumerate(concept.replaced_by):
        yield from _reference(concept, ("replaced_by", i), name, glossary.by_id.get(name))


def _reference(concept: Concept, path: tuple[str | int, ...], name: str, other: Concept | None) -> Iterator[Spot]:
    if other is None:
        message = f"there is no concept {name} in this glossary"
        yield Spot(
            check="dangling-relation",
            concept=concept,
            path=path,
            message=message,
            suggestion="correct it or take it away",
        )
    elif other.id == concept.id:
        message = (
            "the concept is replaced by itself" if path[0] == "replaced_by" else "the concept is related to itself"
        )
        yield Spot(check="self-relation", concept=concept, path=path, message=message, suggestion="take it away")
    elif other.status == "retired" and concept.status != "retired" and not _is_pointer(concept, path):
        heirs = other.replaced_by
        yield Spot(
            check="retired-but-referenced",
            concept=concept,
            path=path,
            message=f"{name} is retired",
            related=(name,),
            suggestion=f"point to {listed(heirs)}" if heirs else "point to another concept, or take it away",
        )


def _is_pointer(concept: Concept, path: Sequence[str | int]) -> bool:
    """Say whether a reference only sends the reader on: what is retired may be worth seeing."""
    return path[0] == "related" and concept.related[int(path[1])].rel in ("see-also", "distinct-from")


def _inverse(concept: Concept, i: int, other: Concept) -> Iterator[Spot]:
    kind = concept.related[i].rel
    if kind not in _MUTUAL | _EITHER_WAY or "retired" in {concept.status, other.status}:
        return
    back = INVERSE[kind]
    if all((relation.to, relation.rel) != (concept.id, back) for relation in other.related):
        yield Spot(
            check="missing-inverse",
            concept=concept,
            path=("related", i),
            message=f"{kind} {other.id}, which has no {back} {concept.id}",
            severity="info" if kind in _EITHER_WAY else None,
            related=(other.id,),
            suggestion=f"add {{to: {concept.id}, rel: {back}}} to {other.id}",
        )


def _dates(concept: Concept, facts: Facts) -> Iterator[Spot]:
    start, end = concept.valid_from, concept.valid_to
    if start and end and end < start:
        message = f"it ends on {end}, before it begins on {start}"
        yield Spot(check="valid-dates", concept=concept, path=("valid_to",), message=message, suggestion="correct one")
    if concept.status == "retired":
        return
    if _over(concept, facts.today) and not concept.replaced_by:
        yield Spot(
            check="expired-without-successor",
            concept=concept,
            path=("valid_to",),
            message=f"it ended on {end}, and nothing says what took its place",
            suggestion="add `replaced_by`, or retire the concept",
        )
    for i, name in enumerate(concept.replaced_by):
        heir = facts.glossary.by_id.get(name)
        if heir is not None and heir is not concept and _over(heir, facts.today):
            yield _expired(concept, i, heir)


def _over(concept: Concept, today: str) -> bool:
    return bool(concept.valid_to) and str(concept.valid_to) < today


def _expired(concept: Concept, i: int, heir: Concept) -> Spot:
    heirs = [name for name in heir.replaced_by if name != concept.id]
    return Spot(
        check="successor-expired",
        concept=concept,
        path=("replaced_by", i),
        message=f"{heir.id}, which took its place, ended on {heir.valid_to}",
        severity="info" if heirs else None,
        related=(heir.id,),
        suggestion=f"{heir.id} was replaced by {listed(heirs)}; name that too" if heirs else "name what is there now",
    )


def _circles(glossary: Glossary) -> Iterator[Spot]:
    for circle in circles(_upward(glossary, "broader")):
        yield _circle(glossary, circle[::-1], "broader than")
    for circle in circles(_upward(glossary, "part-of")):
        yield _circle(glossary, circle, "part of")
    for circle in circles({c.id: list(c.replaced_by) for c in glossary.concepts}):
        yield _circle(glossary, circle, "replaced by")


def _upward(glossary: Glossary, kind: RelationKind) -> dict[str, list[str]]:
    """Return what is above each concept, whichever of the two says it."""
    above: dict[str, list[str]] = {concept.id: [] for concept in glossary.concepts}
    for concept in glossary.concepts:
        for relation in concept.related:
            if relation.rel == kind:
                above[concept.id].append(relation.to)
            elif relation.rel == INVERSE[kind] and relation.to in above:
                above[relation.to].append(concept.id)
    return above


def circles(above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give circles of ids, at least one for each id that is in any; self-references are left out.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    [['a', 'b', 'c']]
    """
    done: set[str] = set()
    for start in above:
        trail: dict[str, Iterator[str]] = {}
        name: str | None = start if start not in done else None
        while name is not None:
            trail.setdefault(name, iter(dict.fromkeys(above[name])))
            step = next((o for o in trail[name] if o in above and o not in done and o != name), None)
            if step is None:
                done.add(name)
                trail.pop(name)
                name = next(reversed(trail), None)
            elif step in trail:
                names = list(trail)
                yield names[names.index(step) :]
            else:
                name = step


def _circle(glossary: Glossary, circle: Sequence[str], words: str) -> Spot:
    first = min(circle, key=list(glossary.by_id).index)
    start = circle.index(first)
    turned = [*circle[start:], *circle[:start]]
    concept = glossary.by_id[first]
    around = f"{first} is {words} " + f", which is {words} ".join((*turned[1:], first))
    return Spot(
        check="circular-relation",
        concept=concept,
        path=("replaced_by",) if words == "replaced by" else ("related", *_toward(concept, set(circle))),
        message=f"in a circle {around}",
        related=tuple(turned[1:]),
        suggestion="take one of these relations away",
    )


def _toward(concept: Concept, circle: set[str]) -> Iterator[int]:
    """Give the place of the concept's first hierarchical relation to one of a circle."""
    found = (i for i, r in enumerate(concept.related) if r.to in circle and r.rel in _MUTUAL)
    yield from (i for i in [next(found, None)] if i is not None)
