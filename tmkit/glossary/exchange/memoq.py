"""memoQ term bases as CSV, the way memoQ exports and imports them.

After docs.memoq.com, "Term base in CSV format": semicolons, headings in the first row, an entry a line;
the entry's columns, then for each language its definition and, for each term, the term, `Term_Info` and
`Term_Example`. `Term_Info` holds words such as `CasePermissive;HalfPrefix;NonTerm;Noun;Masc;Sg`, of which
`NonTerm` is memoQ's forbidden term. Entries are numbered there; a concept's own id stands behind its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import BinaryIO, Literal, TypeVar

import tmkit.lang as languages
from tmkit.errors import FileError, UnknownLanguageError
from tmkit.glossary.concepts import About, Concept, Glossary, PartOfSpeech, Term, TermStatus
from tmkit.glossary.exchange.base import ExchangeFormat, Imported
from tmkit.glossary.exchange.table_cells import Row, read_grid, write_grid
from tmkit.glossary.exchange.tidy import (
    Ids,
    Remarks,
    clean,
    clean_lines,
    fit,
    in_order,
    language,
    order_changes,
    with_id,
    without_id,
)

_ENTRY = (
    *("Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_ClientID", "Entry_ProjectID", "Entry_Created"),
    *("Entry_Creator", "Entry_LastModified", "Entry_Modifier", "Entry_Note"),
)
_TERM_FIELDS = ("Term_Info", "Term_Example")
_SEPARATE = ("Term_CaseSensitivity", "Term_PrefixMatching", "Term_Forbidden")
"""What QTerm writes in columns of their own; some versions add columns that say nothing to us."""
_GENDERS: Mapping[str, Literal["m", "f", "n"]] = {"Masc": "m", "Fem": "f", "Neu": "n"}
_NUMBERS: Mapping[str, Literal["singular", "plural"]] = {"Sg": "singular", "Pl": "plural"}
_CASES: Mapping[str, Literal["any", "exact"]] = {
    **{"CaseSense": "exact", "CaseSensitive": "exact", "CaseInsense": "any", "CaseInsensitive": "any"},
}
_PERMISSIVE = "CasePermissive"
"""A capital in the term needs one in the text: what tmkit does for acronyms without being told."""
_PARTS: Mapping[str, PartOfSpeech] = {
    **{"Noun": "noun", "Verb": "verb", "Adj": "adjective", "Adv": "adverb", "PosOther": "other"},
}
_MATCHING = frozenset({"NoPrefix", "Exact", "HalfPrefix", "Prefix", "Fuzzy"})
_WORDS = {
    word.lower(): word
    for word in (*_GENDERS, *_NUMBERS, *_CASES, *_PARTS, *_MATCHING, _PERMISSIVE, "Custom", "NonTerm")
}
_REMEDY = "export the term base again as CSV, with field headers"
_Value = TypeVar("_Value")


def write_memoq(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
    """Write a term base with the languages in this order; each has columns for as many terms as any entry has.

    A language that has definitions alone follows without columns for terms.
    """
    concepts = [concept for concept in glossary.concepts if any(concept.terms.get(lang) for lang in langs)]
    widths = {lang: max([1, *(len(concept.terms.get(lang, ())) for concept in concepts)]) for lang in langs}
    widths |= {lang: 0 for concept in concepts for lang in concept.definition if lang not in langs}
    rows = [_heads(widths)]
    rows += (_row(number, concept, widths, glossary) for number, concept in enumerate(concepts, 1))
    write_grid(rows, stream, delimiter=";", harmless=False)


def _heads(widths: Mapping[str, int]) -> list[str]:
    heads = [*_ENTRY]
    for lang, width in widths.items():
        name = _language_name(lang)
        heads += [f"{name}_Def", *((name, *_TERM_FIELDS) * width)]
    return heads


def _language_name(lang: str) -> str:
    try:
        return languages.find(lang).name.replace(" ", "_")
    except UnknownLanguageError:
        return lang


def _row(number: int, concept: Concept, widths: Mapping[str, int], glossary: Glossary) -> list[str]:
    domain = concept.domain or ""
    note = with_id(clean_lines(concept.note or ""), clean(concept.id))
    cells = [str(number), glossary.domain_name(domain) if domain else "", domain, "", "", "", "", "", "", note]
    for lang, width in widths.items():
        cells.append(clean_lines(concept.definition.get(lang, "")))
        found = [_term_cells(term, lang) for term in in_order(concept.terms.get(lang, ()))][:width]
        cells += (cell for triple in (*found, *[("", "", "")] * (width - len(found))) for cell in triple)
    return cells


def _term_cells(term: Term, lang: str) -> tuple[str, str, str]:
    return clean(term.text), ";".join(_info(term, lang)), clean_lines(term.context or "")


def _info(term: Term, lang: str) -> Iterator[str]:
    yield _word(_CASES, term.case) if term.case else _PERMISSIVE
    # Where words take no endings, half a word is another word.
    yield "NoPrefix" if term.type == "acronym" or _is_syllabic(lang) else "HalfPrefix"
    if term.status in {"forbidden", "deprecated"}:
        yield "NonTerm"
    if term.pos:
        yield "Noun" if term.pos == "proper-noun" else _word(_PARTS, term.pos)
    if term.gender:
        yield _word(_GENDERS, term.gender)
    if term.number:
        yield _word(_NUMBERS, term.number)


def _word(words: Mapping[str, _Value], value: _Value) -> str:
    return next(word for word, meaning in words.items() if meaning == value)


def _is_syllabic(lang: str) -> bool:
    try:
        return languages.find(lang).syllabic
    except UnknownLanguageError:
        return False


@dataclass(frozen=True, slots=True)
class _Group:
    """Where a language's columns stand: its definition, and its terms each with what belongs to them."""

    lang: str
    region: str | None
    definition: int | None
    terms: tuple[tuple[int, Mapping[str, int]], ...]


def read_memoq(stream: BinaryIO, *, name: str, langs: Sequence[str]) -> Imported:
    """Return the entries of a term base; the languages are those of its headings."""
    remarks = Remarks()
    grid = read_grid(stream.read(), name, remarks, delimiter_of=_delimiter, harmless=False)
    heads = [cell.strip() for cell in grid.rows[0].cells]
    groups = _groups(heads, grid.rows[0].line, remarks)
    if not groups or not any(head.startswith(("Entry_", "Term_")) for head in heads):
        raise FileError(name, "no memoQ term base: no headings such as Entry_ID and Term_Info", remedy=_REMEDY)
    reading = _Reading(heads, groups, Ids(remarks), remarks)
    concepts = tuple(filter(None, map(reading.concept, grid.rows[1:])))
    about = About(languages=tuple(dict.fromkeys(group.lang for group in groups if group.terms)))
    return Imported(Glossary(about, concepts), remarks.all())


def _delimiter(text: str) -> str:
    """Return the delimiter of the headings, which hold none themselves; memoQ lets its users choose."""
    return max(";,\t", key=text.lstrip().partition("\n")[0].count)


def _groups(heads: Sequence[str], line: int, remarks: Remarks) -> list[_Group]:
    """Return the languages of the headings; a term's further columns stand behind it."""
    groups: dict[str, _Group] = {}
    place = 0
    while place < len(heads):
        head, step = heads[place], 1
        found = _language_of(head.removesuffix("_Def"))
        if found:
            name = head.removesuffix("_Def")
            group = groups.setdefault(name, _Group(*found, None, ()))
            if head.endswith("_Def"):
                groups[name] = replace(group, definition=place)
            else:
                fields = _fields_behind(heads, place)
                groups[name] = replace(group, terms=(*group.terms, (place, fields)))
                step += len(fields)
        elif head and not head.startswith(("Entry_", "Term_")):
            remarks.add(f"column {head!r:.60} is left out", line)
        place += step
    return list(groups.values())


def _fields_behind(heads: Sequence[str], place: int) -> Mapping[str, int]:
    fields: dict[str, int] = {}
    for behind in range(place + 1, len(heads)):
        if not heads[behind].startswith("Term_"):
            break
        fields[heads[behind]] = behind
    return fields


def _language_of(name: str) -> tuple[str, str | None] | None:
    """Return the language that memoQ calls so, as `English_United_States`, with its region."""
    words = name.replace("_", " ").strip()
    if len(words) in {2, 5} and re.fullmatch(r"[A-Za-z]{2}(?: [A-Za-z]{2})?", words):
        return language(words.replace(" ", "-"))
    code = _names().get(words)
    if code:
        return code, None
    known = max((known for known in _names() if words.startswith(f"{known} ")), key=len, default="")
    if not known:
        return None
    code, region = _names()[known], _regions().get(words.removeprefix(known).strip())
    return language(f"{code}-{region}") if region else (code, None)


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale

    return {name: code for code, name in Locale("en").languages.items() if len(code) == 2}


@cache
def _regions() -> Mapping[str, str]:
    from babel import Locale

    return {name: code for code, name in Locale("en").territories.items() if len(code) == 2}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the rows of a term base are read with."""

    heads: Sequence[str]
    groups: Sequence[_Group]
    ids: Ids
    remarks: Remarks

    def concept(self, row: Row) -> Concept | None:
        """Return the entry of a row; None, and a remark, where it holds no term."""
        if any(row.cells[len(self.heads) :]):
            self.remarks.add("has more cells than there are headings and is left out", row.line)
            return None
        terms: dict[str, tuple[Term, ...]] = {}
        for group in self.groups:
            if found := tuple(self._terms(row, group)):
                terms[group.lang] = terms.get(group.lang, ()) + found
        if not terms:
            self.remarks.add("holds no term and is left out", row.line)
            return None
        note, ident = without_id(clean_lines(self._entry(row, "Entry_Note")))
        definitions = ((group.lang, clean_lines(_cell(row, group.definition))) for group in reversed(self.groups))
        domain = clean(self._entry(row, "Entry_Domain") or self._entry(row, "Entry_Subject"))
        return Concept(
            id=self.ids.take(ident or clean(self._entry(row, "Entry_ID")), row.line),
            domain=domain or None,
            definition={lang: text for lang, text in definitions if text},
            note=note or None,
            terms=terms,
        )

    def _entry(self, row: Row, head: str) -> str:
        return _cell(row, self.heads.index(head)) if head in self.heads else ""

    def _terms(self, row: Row, group: _Group) -> Iterator[Term]:
        seen: dict[str, TermStatus] = {}
        for place, fields in group.terms:
            words = self._words(row, fields)
            text = self._text(row, place, words)
            if not text:
                continue
            if text in seen:
                self.remarks.add(f"{text:.60} stands twice in {group.lang} and is read once", row.line)
                continue
            status: TermStatus = "admitted" if "preferred" in seen.values() else "preferred"
            seen[text] = status = "forbidden" if "NonTerm" in words else status
            example = clean_lines(_cell(row, fields.get("Term_Example"))) or None
            yield replace(_described(text, words), status=status, region=group.region, context=example)

    def _text(self, row: Row, place: int, words: frozenset[str]) -> str:
        text = fit(_cell(row, place), self.remarks, row.line)
        if "Custom" in words and ("|" in text or "*" in text):
            plain = text.replace("|", "").replace("*", "")
            self.remarks.add(f"the matching of {text:.60} is left out: read as {plain:.60}", row.line)
            return clean(plain)
        return text

    def _words(self, row: Row, fields: Mapping[str, int]) -> frozenset[str]:
        cells = (_cell(row, fields.get(field)) for field in ("Term_Info", *_SEPARATE))
        words = [word.strip() for cell in cells for word in cell.split(";") if word.strip()]
        for word in words:
            if word.lower() not in _WORDS and word.lower() not in {"true", "false"}:
                self.remarks.add(f"unknown word {word!r:.60} in Term_Info is left out", row.line)
        return frozenset(_WORDS[word.lower()] for word in words if word.lower() in _WORDS)


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _described(text: str, words: frozenset[str]) -> Term:
    return Term(
        text=text,
        status="preferred",
        pos=_meaning(_PARTS, words),
        gender=_meaning(_GENDERS, words),
        number=_meaning(_NUMBERS, words),
        case=_meaning(_CASES, words),
    )


def _meaning(known: Mapping[str, _Value], words: frozenset[str]) -> _Value | None:
    return next((meaning for word, meaning in known.items() if word in words), None)


def changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    """Give what memoQ has no word for."""
    yield from order_changes(concept, lang, term)
    if term.status == "deprecated":
        yield "deprecated becomes forbidden"
    if term.pos == "proper-noun":
        yield "proper-noun becomes noun"


MEMOQ = ExchangeFormat(
    name="memoq",
    summary="a memoQ term base (CSV)",
    extensions=(),
    read=read_memoq,
    write=write_memoq,
    carries=frozenset(
        {
            *("concept.domain", "concept.definition", "concept.note", "term.status", "term.pos", "term.gender"),
            *("term.number", "term.case", "term.context"),
        }
    ),
    changes=changes,
)
