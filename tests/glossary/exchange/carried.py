"""What an exchange format must bring back, worked out from what it says of itself; and glossaries to try it on."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, cast

from hypothesis import strategies as st

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Term, TermStatus
from tmkit.glossary.exchange.base import ExchangeFormat, Imported

RANK: list[TermStatus] = ["preferred", "admitted", "deprecated", "forbidden"]
BARE_CONCEPT, BARE_TERM = Concept(id="", terms={}), Term(text="", status="preferred")


def written(fmt: ExchangeFormat, glossary: Glossary, langs: Sequence[str]) -> bytes:
    assert fmt.write
    stream = io.BytesIO()
    fmt.write(glossary, stream, langs=langs)
    return stream.getvalue()


def read(fmt: ExchangeFormat, data: bytes | str, langs: Sequence[str] = (), name: str = "a.file") -> Imported:
    assert fmt.read
    return fmt.read(io.BytesIO(data.encode() if isinstance(data, str) else data), name=name, langs=langs)


def terms(imported: Imported) -> list[dict[str, list[tuple[str, TermStatus]]]]:
    """Return texts and statuses alone, concept by concept."""
    return [
        {lang: [(term.text, term.status) for term in found] for lang, found in concept.terms.items()}
        for concept in imported.glossary.concepts
    ]


def remarks(imported: Imported) -> list[tuple[str, int | None]]:
    return [(remark.text, remark.line) for remark in imported.remarks]


def expected(fmt: ExchangeFormat, glossary: Glossary, langs: Sequence[str]) -> dict[str, Concept]:
    """Return the concepts as the format says that it brings them back, by id, sorted."""
    found = {}
    for concept in glossary.concepts:
        kept = {lang: tuple(_kept(fmt, concept, lang)) for lang in langs}
        if any(kept.values()):
            found[concept.id] = carried(fmt, replace(concept, terms={lang: t for lang, t in kept.items() if t}))
    return found


def _kept(fmt: ExchangeFormat, concept: Concept, lang: str) -> Iterator[Term]:
    for term in concept.terms.get(lang, ()):
        if not (fmt.skips and fmt.skips(concept, lang, term)):
            yield _changed(term, list(fmt.changes(concept, lang, term)) if fmt.changes else [])


def _changed(term: Term, changes: list[str]) -> Term:
    for change in changes:
        before, _, after = change.partition(" becomes ")
        if after and term.status == before:
            term = replace(term, status=cast(TermStatus, after))
        elif after and term.pos == before:
            term = replace(term, pos=cast(Any, after))
        elif change.endswith("come back as admitted"):
            term = replace(term, status="admitted")
        elif change == "the region is left out":
            term = replace(term, region=None)
        else:
            raise AssertionError(change)
    return term


def carried(fmt: ExchangeFormat, concept: Concept) -> Concept:
    """Return a concept with the fields that the format carries, in an order of its own."""
    bare = {f.name: getattr(BARE_CONCEPT, f.name) for f in fields(concept) if not _has(fmt, "concept", f.name)}
    found = {lang: tuple(sorted((_carried(fmt, t) for t in ts), key=_order)) for lang, ts in concept.terms.items()}
    related = tuple(sorted(concept.related, key=lambda relation: (relation.rel, relation.to)))
    ordered = replace(concept, terms=found, related=related, replaced_by=tuple(sorted(concept.replaced_by)))
    return replace(ordered, **cast(Any, bare))


def _carried(fmt: ExchangeFormat, term: Term) -> Term:
    bare = {f.name: getattr(BARE_TERM, f.name) for f in fields(term) if not _has(fmt, "term", f.name)}
    return replace(term, **cast(Any, bare))


def _has(fmt: ExchangeFormat, kind: str, name: str) -> bool:
    return name in {"id", "terms", "text"} or f"{kind}.{name}" in fmt.carries


def _order(term: Term) -> tuple[int, str, str]:
    return RANK.index(term.status), term.text, term.region or ""


def brought_back(fmt: ExchangeFormat, glossary: Glossary, langs: Sequence[str]) -> dict[str, Concept]:
    back = read(fmt, written(fmt, glossary, langs)).glossary
    assert len(back.by_id) == len(back.concepts)
    return {concept.id: carried(fmt, concept) for concept in back.concepts}


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip()


TEXTS = st.text("abcđệéœ A1,;|\"'\\=+-@()/#.:\u00a0<&", min_size=1, max_size=12).map(_clean).filter(bool)
LINES = st.lists(TEXTS, min_size=1, max_size=2).map("\n".join)
IDS = ["sp-0001", "sp-0002", "x.9", "ý [5%] a"]
DAYS = st.none() | st.sampled_from(["1995-01-01", "2025-03-01"])


def term_strategy() -> st.SearchStrategy[Term]:
    return st.builds(
        Term,
        text=TEXTS,
        status=st.sampled_from(RANK),
        pos=st.sampled_from([None, "noun", "verb", "adjective", "adverb", "proper-noun", "other"]),
        gender=st.sampled_from([None, "m", "f", "n"]),
        number=st.sampled_from([None, "singular", "plural"]),
        case=st.sampled_from([None, "any", "exact"]),
        context=st.none() | LINES,
        region=st.none(),
    )


def concept_strategy(ident: str, langs: Sequence[str], notes: st.SearchStrategy[str]) -> st.SearchStrategy[Concept]:
    several = st.lists(term_strategy(), min_size=1, max_size=4, unique_by=lambda term: term.text).map(tuple)
    relation = st.builds(
        Relation,
        to=st.sampled_from(IDS),
        rel=st.sampled_from(["see-also", "broader", "narrower", "part-of", "has-part", "distinct-from", "antonym"]),
    )
    return st.builds(
        Concept,
        id=st.just(ident),
        domain=st.none() | TEXTS,
        status=st.sampled_from(["draft", "review", "approved", "retired"]),
        definition=st.dictionaries(st.sampled_from(langs), notes, max_size=2),
        note=st.none() | notes,
        terms=st.dictionaries(st.sampled_from(langs), several, min_size=1),
        related=st.lists(relation, max_size=2, unique_by=lambda relation: relation.to).map(tuple),
        valid_from=DAYS,
        valid_to=DAYS,
        replaced_by=st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
    )


def glossary_strategy(langs: Sequence[str], notes: st.SearchStrategy[str] = LINES) -> st.SearchStrategy[Glossary]:
    concepts = st.tuples(*(concept_strategy(ident, langs, notes) for ident in IDS))
    return st.integers(1, len(IDS)).flatmap(
        lambda size: concepts.map(lambda found: Glossary(About(languages=tuple(langs)), found[:size]))
    )
