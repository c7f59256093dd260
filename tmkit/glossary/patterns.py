"""Terms made ready for recognition: their words, the forms of these, what may stand between them, their case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.keys import composed, known, possessor, tokens, word_key, words
from tmkit.lang.inflection import inflected, is_infinitive, is_known

Forms = Mapping[str, tuple[str, ...]]
"""The forms of each word, itself the first."""
_DASHES = "-‐‑‒–—−"
_HYPHEN = re.compile(rf"[{_DASHES}]")
_BLANK = r"[^\S\n]*\n?[^\S\n]*"
_PLAIN = re.compile(rf"[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*|[{_DASHES}]\n?|['’ʼ`´‘]{_BLANK}")
_DASHED = re.compile(rf"{_BLANK}[{_DASHES}]{_BLANK}|[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*")
_TIGHT = "‐"
"""What stands between a prefix and its word: a hyphen without blanks."""
_SHORTEST_STEM = 5
"""Letters after a prefix that may be set off."""
_SHORTEST_TITLED = 4
"""Letters of an acronym that the press also writes like a name: Asean, Unicef."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term of a concept: what an occurrence is one of."""

    concept: Concept
    lang: str
    term: Term


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """The words of an entry, or of one of its forms; without an entry, of words that are no term."""

    entry: Entry | None
    entries: tuple[Entry, ...]
    """The entry alone, ready to be handed out."""
    text: str
    words: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    """The forms of each word."""
    gaps: tuple[str | None, ...]
    """What must stand between two words: None for a blank or a hyphen, `-` for a dash with blanks, else itself."""
    exact: bool
    """Whether the words' capitals count."""
    capitals: tuple[tuple[int, frozenset[str]], ...]
    """Words that must be written in one of these ways: the acronyms."""
    surface: tuple[str, ...]
    """The words as the glossary writes them."""

    @property
    def is_name(self) -> bool:
        """Whether the glossary writes it with a capital."""
        return self.surface[0][0].isupper()


def patterns(concepts: Iterable[Concept], lang: str, forms: Forms | None = None) -> list[Pattern]:
    """Return the patterns of all terms in a language; `forms` spares working them out."""
    entries = [Entry(concept, lang, term) for concept in concepts for term in concept.terms.get(lang, ())]
    forms = forms if forms is not None else word_forms(concepts, lang)
    return [
        variant
        for entry in entries
        for text in (entry.term.text, *entry.term.forms)
        if (pattern := _pattern(text, lang, entry, forms, fixed=text != entry.term.text))
        for variant in (pattern, *_parted(pattern, lang))
    ]


def word_forms(concepts: Iterable[Concept], lang: str) -> Forms:
    """Return the forms of all words that the terms of a language consist of."""
    wanted: dict[str, None] = {}
    verbs: set[str] = set()
    for concept in concepts:
        for term in concept.terms.get(lang, ()):
            found = words(term.text, lang)
            wanted.update(dict.fromkeys(found))
            if term.pos == "verb" or (term.pos is None and len(found) == 1 and is_infinitive(found[0], lang)):
                verbs.update(found[:1])
    return inflected(wanted, lang, verbs=verbs)


def plain_pattern(text: str, lang: str) -> Pattern:
    """Return the pattern of words that are no term."""
    pattern = _pattern(text, lang, None, {}, fixed=True)
    assert pattern is not None
    return pattern


def _pattern(text: str, lang: str, entry: Entry | None, forms: Forms, *, fixed: bool) -> Pattern | None:
    language = known(lang)
    parts = tokens(lang).split(composed(text).text)
    surface = tuple(possessor(word, language) for word in parts[1::2])
    if not surface:
        return None
    keys = tuple(word_key(word, language) for word in surface)
    case = entry.term.case if entry else "any"
    acronym = entry is not None and entry.term.type == "acronym"
    capitals = () if case else tuple(_capitals(surface, acronym=acronym))
    return Pattern(
        entry=entry,
        entries=(entry,) if entry else (),
        text=text,
        words=keys,
        forms=tuple(frozenset((key,) if fixed else forms.get(key, (key,))) for key in keys),
        gaps=tuple(map(_gap, parts[2:-1:2])),
        exact=case == "exact",
        capitals=capitals,
        surface=surface,
    )


def _parted(pattern: Pattern, lang: str) -> Iterable[Pattern]:
    """Give the pattern with a prefix set off by a hyphen: *multi-dimensional*."""
    for i, word in enumerate(pattern.words):
        for prefix in known(lang).glue.bound:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM and word.isalpha():
                rests = frozenset(form.removeprefix(prefix) for form in pattern.forms[i] if form.startswith(prefix))
                yield replace(
                    pattern,
                    words=(*pattern.words[:i], prefix, word.removeprefix(prefix), *pattern.words[i + 1 :]),
                    forms=(*pattern.forms[:i], frozenset({prefix}), rests, *pattern.forms[i + 1 :]),
                    gaps=(*pattern.gaps[:i], _TIGHT, *pattern.gaps[i:]),
                )


def _gap(text: str) -> str | None:
    if not text.strip() or re.fullmatch(r"['’ʼ`´‘]\s*", text):
        return None
    return _squeezed(text)


def _squeezed(text: str) -> str:
    return _HYPHEN.sub("-", re.sub(r"\s+", "", text))


def fits(gap: str | None, text: str) -> bool:
    """Say whether what stands between two words may stand between those of a term.

    >>> fits(None, "-"), fits(None, ". "), fits("-", " – "), fits(",", ", ")
    (True, False, True, True)
    """
    if gap is None:
        return text == " " or _PLAIN.fullmatch(text) is not None
    if gap == _TIGHT:
        return text in _DASHES
    if gap == "-":
        return _DASHED.fullmatch(text) is not None
    return _squeezed(text) == gap


def _capitals(surface: Sequence[str], *, acronym: bool) -> Iterable[tuple[int, frozenset[str]]]:
    """Give the acronyms among the words, with the ways they are written."""
    for i, word in enumerate(surface):
        if sum(map(str.isupper, word)) >= 2 and (word.isupper() or acronym):
            yield i, frozenset({word, word.upper()})


def is_acronym(word: str, ways: frozenset[str], lang: str) -> bool:
    """Return whether a word of a text is an acronym that is written in these ways.

    The press also writes those that are spoken as words like names, where they are no word else.

    >>> is_acronym("NGOs", frozenset({"NGO"}), "en"), is_acronym("Unicef", frozenset({"UNICEF"}), "en")
    (True, True)
    >>> is_acronym("Who", frozenset({"WHO"}), "en")
    False
    """
    if word in ways or (word.endswith("s") and word[:-1] in ways):
        return True
    named = len(word) >= _SHORTEST_TITLED and any(word == way.capitalize() for way in ways)
    return named and not is_common_word(word, lang)


def is_common_word(word: str, lang: str) -> bool:
    """Return whether a word is one of the language in small letters too: *it*, *aids*."""
    return word.lower() in known(lang).stop_words or is_known(word.lower(), lang)
