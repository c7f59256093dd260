"""A glossary is edited: each change is read back before it replaces anything, and one process changes it at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from unicodedata import normalize

from tmkit.errors import FileError, TmkitError
from tmkit.files import locked
from tmkit.glossary.concepts import INVERSE, About, Concept, Glossary, Relation, Term
from tmkit.glossary.nodes import Document
from tmkit.glossary.reading import ABOUT, Fault, GlossaryError, concept_files, parse, read_concept, written
from tmkit.glossary.rules import dangling
from tmkit.glossary.writing import checked, schema_of, text_of, updated, write_texts

Change = Callable[[Concept], Concept]
_NUMBERED = re.compile(r"(.*?)(\d+)", re.DOTALL)
_DIGITS = 4
_ALIKE = 88
"""Percent of their letters that two words share which may be the same, misspelt or inflected."""
_LONG = 4
"""Letters from which such a share means something."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A term of the glossary that resembles a new one."""

    lang: str
    new: str
    concept: Concept
    term: Term
    same: bool
    """Whether it is the same term, spelling apart."""


def next_id(glossary: Glossary) -> str:
    """Return the id after the last, made as most of the glossary's ids are.

    >>> terms = {"vi": (Term(text="hộ nghèo", status="preferred"),)}
    >>> next_id(Glossary(About(), tuple(Concept(id=name, terms=terms) for name in ("sp-0001", "sp-0009", "old-7"))))
    'sp-0010'

    Raises `TmkitError` where they don't end in numbers.
    """
    return _next(glossary.by_id, glossary.about.name)


def add_concept(folder: Path, concept: Concept) -> Path:
    """Write a new concept into a glossary's folder and return its file; without an id it gets the next one.

    Raises `TmkitError` where there is one of that id, `GlossaryError` where the concept breaks a rule.
    """
    _there(folder)
    with locked(folder):
        taken = {file.stem for file in concept_files(folder)}
        concept = concept if concept.id else replace(concept, id=_next(taken, folder.resolve().name))
        if any(name.casefold() == concept.id.casefold() for name in taken):
            raise TmkitError(f"there is a concept {concept.id!r} already; change it with `tmkit term edit`")
        file = folder / f"{concept.id}.yaml"
        text = checked(file, concept, schema=schema_of(folder))
        _check_references(file, text, None, concept)
        write_texts({file: text})
    return file


def edit_concept(
    folder: Path, concept_id: str, *changes: Change, relations: Sequence[Relation] = ()
) -> tuple[Path, ...]:
    """Change a concept, relate it to others, and return the files that had to change.

    A relation is written into both concepts. All is checked before anything is written: raises `TmkitError` for a
    concept that there isn't and for a change that can't be made, `GlossaryError` for what breaks a rule.
    """
    _there(folder)
    with locked(folder):
        before = {name: _read(folder, name) for name in (concept_id, *(relation.to for relation in relations))}
        after = dict(before)
        for change in changes:
            after[concept_id] = change(after[concept_id])
        for one, end in (pair for relation in relations for pair in _ends(concept_id, relation)):
            after[one] = _related(after[one], end)
        texts: dict[Path, str] = {}
        for name, concept in after.items():
            file = find_file(folder, name)
            texts[file] = updated(file, concept)
            _check_references(file, texts[file], before[name], concept)
        return write_texts(texts)


def retire(
    folder: Path,
    concept_id: str,
    *,
    replaced_by: Sequence[str] = (),
    valid_to: str | None = None,
    note: str | None = None,
) -> tuple[Path, ...]:
    """Retire a concept: it stays, for old texts, and says what took its place, when, and why.

    `valid_to` is the last day it was in force, YYYY-MM-DD. Returns and raises what `edit_concept` does.
    """
    if concept_id in replaced_by:
        raise TmkitError(f"{concept_id!r} cannot replace itself; name the concept that takes its place")

    def change(concept: Concept) -> Concept:
        return replace(
            concept,
            status="retired",
            note=_appended(concept.note, note),
            valid_to=valid_to or concept.valid_to,
            replaced_by=tuple(dict.fromkeys((*concept.replaced_by, *replaced_by))),
        )

    return edit_concept(folder, concept_id, change)


def replace_text(folder: Path, concept_id: str, before: str, after: str) -> Path:
    """Make `after` the text of a concept's file, which somebody has edited as `before`.

    Raises `GlossaryError` for its faults, `FileError` where the file has changed in between.
    """
    with locked(folder):
        file = find_file(folder, concept_id)
        if text_of(file) != before:
            raise FileError(file, "has changed in the meantime", remedy="edit it again")
        concept, faults = parse(after, file, Concept)
        if concept is None:
            raise GlossaryError(faults)
        _check_references(file, after, parse(before, file, Concept)[0], concept)
        write_texts({file: after})
    return file


def find_file(folder: Path, concept_id: str) -> Path:
    """Return the file of a concept; raises `TmkitError`, with the nearest id, where there is none."""
    files = {file.stem: file for file in concept_files(folder)}
    if concept_id not in files:
        near = get_close_matches(concept_id, files, 1, 0.7)
        hint = f"did you mean {near[0]!r}?" if near else "look for its id with `tmkit term lookup`"
        raise TmkitError(f"there is no concept {concept_id!r} in {folder}; {hint}")
    return files[concept_id]


def similar(glossary: Glossary, concept: Concept) -> tuple[Similar, ...]:
    """Return the terms of other concepts that a concept's terms resemble, the same ones first."""
    from tmkit.glossary.keys import match_key

    others = [other for other in glossary.concepts if other.id != concept.id]
    found: list[Similar] = []
    for lang, terms in concept.terms.items():
        known = [(other, term, match_key(term.text, lang)) for other in others for term in other.terms.get(lang, ())]
        for new in terms:
            key = match_key(new.text, lang)
            found += [
                Similar(lang, new.text, other, term, key == theirs)
                for other, term, theirs in known
                if key == theirs or _alike(key, theirs)
            ]
    return tuple(sorted(found, key=lambda each: not each.same))


def with_term(concept: Concept, lang: str, term: Term) -> Concept:
    """Return the concept with a term more; raises `TmkitError` where it has that one."""
    if found := next((one for one in concept.terms.get(lang, ()) if _plain(one.text) == _plain(term.text)), None):
        raise TmkitError(
            f"{concept.id} has the {lang} term {found.text!r} already, as {found.status}; change it with --status"
        )
    return _with_terms(concept, lang, (*concept.terms.get(lang, ()), term))


def without_term(concept: Concept, lang: str | None, text: str) -> Concept:
    """Return the concept with a term less; a language is needed where two have that term."""
    lang, place = find_term(concept, lang, text)
    terms = concept.terms[lang]
    return _with_terms(concept, lang, terms[:place] + terms[place + 1 :])


def with_changed(concept: Concept, lang: str | None, text: str, change: Callable[[Term], Term]) -> Concept:
    """Return the concept with one term changed; a language is needed where two have that term."""
    lang, place = find_term(concept, lang, text)
    terms = concept.terms[lang]
    return _with_terms(concept, lang, (*terms[:place], change(terms[place]), *terms[place + 1 :]))


def with_definition(concept: Concept, lang: str, text: str) -> Concept:
    """Return the concept with another definition in a language; none where the text is empty."""
    others = {code: given for code, given in concept.definition.items() if code != lang or text}
    return replace(concept, definition=others | ({lang: text} if text else {}))


def find_term(concept: Concept, lang: str | None, text: str) -> tuple[str, int]:
    """Return a term's language and place; raises `TmkitError` where there is none, or one in several languages."""
    found = [
        (code, i)
        for code, terms in concept.terms.items()
        for i, term in enumerate(terms)
        if lang in (None, code) and _plain(term.text) == _plain(text)
    ]
    if len(found) == 1:
        return found[0]
    name = concept.id or "the new concept"
    if found:
        tags = " or ".join(f"{code}={text}" for code, _ in found)
        raise TmkitError(f"{name} has the term {text!r} in {len(found)} places; write {tags}")
    names = [term.text for code, term in concept.all_terms() if lang in (None, code)]
    near = get_close_matches(text, names, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(map(repr, names)) or 'none in that language'}"
    raise TmkitError(f"{name} has no term {text!r}; {hint}")


def _with_terms(concept: Concept, lang: str, terms: tuple[Term, ...]) -> Concept:
    """Put the terms of a language in their place; a language without any goes."""
    every = {**concept.terms, lang: terms}
    return replace(concept, terms={code: given for code, given in every.items() if given})


def _related(concept: Concept, relation: Relation) -> Concept:
    if relation in concept.related:
        return concept
    opposite = INVERSE[relation.rel]
    if opposite != relation.rel and Relation(to=relation.to, rel=opposite) in concept.related:
        raise TmkitError(f"{relation.to!r} is {opposite} for {concept.id!r} and cannot be {relation.rel} too; keep one")
    return replace(concept, related=(*concept.related, relation))


def _ends(concept_id: str, relation: Relation) -> Iterator[tuple[str, Relation]]:
    """Give a relation as it stands in each of the two concepts."""
    if relation.to == concept_id:
        raise TmkitError(f"{concept_id!r} cannot be related to itself; name another concept")
    yield concept_id, relation
    yield relation.to, Relation(to=concept_id, rel=INVERSE[relation.rel])


def _next(ids: Collection[str], name: str) -> str:
    """Return the id after the greatest of the commonest prefix; the first of an empty glossary has its initials."""
    if not ids:
        initials = "".join(word[0] for word in re.findall(r"[^\W_]+", name))
        return f"{(initials if len(initials) > 1 else name[:2] or 'c').lower()}-{1:0{_DIGITS}}"
    parts = [(found[1], found[2]) for each in ids if (found := _NUMBERED.fullmatch(each))]
    if not parts:
        raise TmkitError(f"the ids of this glossary ({min(ids)!r}…) are not numbered; give one with --id")
    prefix = Counter(prefix for prefix, _ in parts).most_common(1)[0][0]
    last = max((digits for start, digits in parts if start == prefix), key=int)
    return f"{prefix}{int(last) + 1:0{len(last)}}"


def _read(folder: Path, concept_id: str) -> Concept:
    concept, faults = read_concept(find_file(folder, concept_id))
    if concept is None:
        raise GlossaryError(faults)
    return concept


def _check_references(file: Path, text: str, before: Concept | None, after: Concept) -> None:
    """Raise `GlossaryError` for references to nothing that weren't there before; `text` is what the file becomes."""
    folder = file.parent
    page = folder / ABOUT
    about = parse(text_of(page), page, About)[0] if page.exists() else None
    ids = {one.stem for one in concept_files(folder)} | {after.id}
    old, new = ((*dangling(Glossary(about or About(), (one,)), ids),) if one else () for one in (before, after))
    known = {reason for *_, reason, _ in old}
    faults = [
        Fault(file, Document(text).line(path), written(path), reason, remedy)
        for _, path, reason, remedy in new
        if reason not in known
    ]
    if faults:
        raise GlossaryError(faults)


def _there(folder: Path) -> None:
    # A lock would make the folder.
    if not folder.is_dir():
        raise FileError(folder, "no such folder", remedy="give the folder of a glossary, or make it first")


def _appended(before: str | None, text: str | None) -> str | None:
    if not before or not text:
        return text or before
    return f"{before}{'' if before.endswith(('.', '!', '?', '…')) else '.'} {text}"


def _plain(text: str) -> str:
    return " ".join(normalize("NFC", text).split()).casefold()


def _alike(one: str, other: str) -> bool:
    """Say whether two keys may be one term, typed without accents, misspelt or inflected: word by word near."""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(map(_near, words, others))


def _near(word: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    from tmkit.lang.text import fold

    if word == other or fold(word) == fold(other):
        return True
    return min(len(word), len(other)) >= _LONG and word.isalpha() and ratio(word, other) >= _ALIKE
