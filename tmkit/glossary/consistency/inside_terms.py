"""Terms at odds with each other: in one concept, or between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tmkit.glossary.consistency.base import Check
from tmkit.glossary.consistency.inside_base import (
    MOST_COMPARED,
    Facts,
    Family,
    Place,
    Spot,
    intended,
    is_acronym,
    listed,
    mentions,
    one_pos,
    quoted,
    same_word,
    told_apart,
)

CHECKS = (
    Check(name="duplicate-term", summary="A concept has the same term twice in a language.", severity="error"),
    Check(
        name="several-preferred",
        summary="Two terms of a concept are preferred in one language and region.",
        severity="error",
    ),
    Check(
        name="preferred-and-forbidden",
        summary="A term is accepted in one place and deprecated or forbidden in another.",
        severity="warning",
    ),
    Check(
        name="duplicate-concept",
        summary="Two concepts have the same preferred terms in two languages or more.",
        severity="warning",
    ),
    Check(
        name="two-preferred-concepts",
        summary="Two concepts have the same preferred term, and nothing tells them apart.",
        severity="error",
    ),
    Check(
        name="homograph",
        summary="Two concepts accept the same term, and nothing tells when it is which.",
        severity="warning",
    ),
    Check(
        name="acronym-clash",
        summary="One acronym stands for two concepts in a language.",
        severity="warning",
    ),
)
_APART = "relate the two with distinct-from, or give both terms a note that says when it is which"


def find(facts: Facts) -> Iterator[Spot]:
    """Give the terms that are at odds with others."""
    twins = {pair: langs for pair, langs in _shared(facts).items() if len(langs) > 1}
    yield from _duplicate_concepts(facts, twins)
    for group in facts.by_key.values():
        if len(group) > 1:
            yield from _within(group)
            yield from _forbidden(group)
            yield from _between([place for place in group if place.accepted], twins)
    yield from _several_preferred(facts)


FAMILY = Family(checks=CHECKS, find=find)
_Twins = dict[tuple[str, str], list[Place]]


def _within(group: Sequence[Place]) -> Iterator[Spot]:
    for i, place in enumerate(group[:MOST_COMPARED]):
        first = next((p for p in group[:i] if p.concept.id == place.concept.id and same_word(p, place)), None)
        if first is not None and first.accepted == place.accepted:
            yield Spot(
                check="duplicate-term",
                concept=place.concept,
                path=place.path,
                message=f"{quoted(place.term.text)} stands twice among the terms in {place.lang}",
                suggestion="keep one of them",
                evidence=(str(first), str(place)),
            )


def _several_preferred(facts: Facts) -> Iterator[Spot]:
    first: dict[tuple[str, str, str | None], Place] = {}
    for place in facts.places:
        if place.term.status != "preferred" or place.concept.status == "retired":
            continue
        before = first.setdefault((place.concept.id, place.lang, place.term.region), place)
        if before is not place and one_pos(before, place):
            yield Spot(
                check="several-preferred",
                concept=place.concept,
                path=(*place.path[:-1], "status"),
                message=f"{quoted(before.term.text)} and {quoted(place.term.text)} are both preferred in {place.lang}",
                suggestion="make one of them admitted",
            )


def _forbidden(group: Sequence[Place]) -> Iterator[Spot]:
    accepted = [place for place in group if place.accepted][:MOST_COMPARED]
    for place in [place for place in group if not place.accepted][:MOST_COMPARED]:
        rivals = [rival for rival in accepted if same_word(rival, place)]
        own = [rival for rival in rivals if rival.concept.id == place.concept.id]
        others = [rival for rival in rivals if rival.concept.id != place.concept.id and not _reasoned(place, rival)]
        if own or others:
            yield _at_odds(place, own or others, own=bool(own))


def _at_odds(place: Place, rivals: Sequence[Place], *, own: bool) -> Spot:
    rival = rivals[0]
    where = "in the same concept" if own else f"in {listed(_ids(rivals))}"
    return Spot(
        check="preferred-and-forbidden",
        concept=place.concept,
        path=(*place.path[:-1], "status"),
        message=f"{quoted(place.term.text)} is {place.term.status} here and {rival.term.status} {where}",
        severity="error" if own else None,
        related=() if own else _ids(rivals),
        suggestion="keep one of the two" if own else "give it a note that says why, and what it means there",
        evidence=tuple(map(str, (place, *rivals))),
    )


def _reasoned(place: Place, rival: Place) -> bool:
    """Say whether a reader learns why a term that is right elsewhere is wrong here."""
    return bool(place.term.note or rival.term.note) or any(
        (
            told_apart(place.concept, rival.concept),
            mentions(place.concept, rival.concept),
            mentions(rival.concept, place.concept),
        )
    )


def _between(accepted: Sequence[Place], twins: _Twins) -> Iterator[Spot]:
    """Give the terms that other concepts have too, each at the later of its places."""
    for i, place in enumerate(accepted[:MOST_COMPARED]):
        rivals = [
            rival
            for rival in accepted[:i]
            if rival.concept.id != place.concept.id
            and (rival.concept.id, place.concept.id) not in twins
            and same_word(rival, place)
            and not intended(rival, place)
        ]
        if rivals:
            yield _clash(place, rivals)


def _clash(place: Place, rivals: Sequence[Place]) -> Spot:
    equals = [rival for rival in rivals if {rival.term.status, place.term.status} == {"preferred"}]
    text, related = quoted(place.term.text), _ids(rivals)
    if is_acronym(place.term):
        check, message = "acronym-clash", f"the acronym {text} stands for {listed(related)} too"
    elif equals:
        related = _ids(equals)
        check, message = "two-preferred-concepts", f"{text} is the preferred term of {listed(related)} too"
    else:
        check, message = "homograph", f"{text} is a term of {listed(related)} too"
    return Spot(
        check=check,
        concept=place.concept,
        path=place.path,
        message=message,
        related=related,
        suggestion=_APART,
        evidence=tuple(map(str, (*rivals, place))),
    )


def _shared(facts: Facts) -> _Twins:
    """Return the preferred terms that two concepts share, at the later one, by the ids of both."""
    pairs: _Twins = defaultdict(list)
    for group in facts.by_key.values():
        preferred = [place for place in group if place.term.status == "preferred"]
        for one, other in combinations(preferred[:MOST_COMPARED], 2):
            ids = one.concept.id, other.concept.id
            if ids[0] == ids[1] or not same_word(one, other) or intended(one, other):
                continue
            if all(place.lang != other.lang for place in pairs.get(ids, ())):
                pairs[ids].append(other)
    return pairs


def _duplicate_concepts(facts: Facts, twins: _Twins) -> Iterator[Spot]:
    for (first, _), shared in twins.items():
        place = shared[0]
        terms = listed(f"{quoted(p.term.text)} ({p.lang})" for p in shared)
        yield Spot(
            check="duplicate-concept",
            concept=place.concept,
            path=place.path,
            message=f"{first} has the same preferred terms {terms}",
            related=(first,),
            suggestion="merge the two, or relate them with distinct-from and say in notes what parts them",
        )


def _ids(given: Sequence[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.concept.id for place in given))
