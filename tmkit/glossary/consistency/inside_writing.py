"""How terms and definitions are written: characters that nobody sees or that only look right, and tone marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmkit.glossary.concepts import Concept
from tmkit.glossary.consistency.base import Check
from tmkit.glossary.consistency.inside_base import Facts, Family, Spot, quoted
from tmkit.glossary.consistency.inside_syllables import misplaced
from tmkit.glossary.keys import known, match_key
from tmkit.glossary.nodes import Path
from tmkit.lang.base import Language
from tmkit.lang.text import nfc

CHECKS = (
    Check(
        name="unicode-fault",
        summary="A text has characters that are not seen, or that only look like the right ones.",
        severity="warning",
    ),
    Check(
        name="tone-fault",
        summary="A Vietnamese syllable cannot be, or its tone stands elsewhere than in the rest of the glossary.",
        severity="warning",
    ),
)
_WORD = re.compile(r"[^\W\d_]+")
_BLANKS = re.compile(r"\s\s+|^\s+|\s+$|[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`´‘ʼʹ′ˈ＇](?=[^\W\d_])")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u2010\u2011\u2012\u2015\u2043\u2212\ufe58\ufe63\uff0d](?=[^\W\d_])")
_WIDE = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
_OTHER_ALPHABETS = re.compile("[\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff]")
_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u06dd\u070f")
# Cyrillic and Greek letters that look like Latin ones, in the same order.
_TWINS = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a concept, in a language where that is known."""

    concept: Concept
    path: Path
    lang: str
    text: str


def find(facts: Facts) -> Iterator[Spot]:
    """Give what is wrong with characters and tone marks."""
    texts = [text for concept in facts.live for text in _texts(concept)]
    for text in texts:
        yield from _characters(text)
        if known(text.lang).spelling.onsets:
            yield from _syllables(text)
    for lang in facts.langs:
        if known(lang).spelling.styles:
            yield from _mixed_styles([text for text in texts if text.lang == lang], known(lang))


FAMILY = Family(checks=CHECKS, find=find)


def _texts(concept: Concept) -> Iterator[_Text]:
    for lang, terms in concept.terms.items():
        for i, term in enumerate(terms):
            yield _Text(concept, ("terms", lang, i, "term"), lang, term.text)
            yield from (_Text(concept, ("terms", lang, i, "forms", j), lang, f) for j, f in enumerate(term.forms))
    for lang, definition in concept.definition.items():
        if definition.strip():
            yield _Text(concept, ("definition", lang), lang, definition)


def _characters(text: _Text) -> Iterator[Spot]:
    faults = character_faults(text.text)
    if faults:
        yield _spot(text, "unicode-fault", "; ".join(faults), cleaned(text.text))


def _spot(text: _Text, check: str, message: str, better: str) -> Spot:
    shown = better if better != text.text else ""
    return Spot(
        check=check,
        concept=text.concept,
        path=text.path,
        message=f"{quoted(_short(text.text))}: {message}",
        suggestion=f"write {quoted(_short(shown))}" if shown else "",
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def character_faults(text: str) -> list[str]:
    """Return what is wrong with a text's characters.

    >>> character_faults("assurance  chômage"), character_faults("Lao động – Thương binh")
    (['two blanks together'], [])
    """
    if text.isascii() and text.isprintable() and "  " not in text and "`" not in text and text == text.strip():
        return []
    found = [] if unicodedata.is_normalized("NFC", text) else ["letters and their marks are apart (not in NFC)"]
    if not text.isprintable():
        found += [f"{_name(c)}, which nobody sees" for c in dict.fromkeys(text) if _is_unseen(c)]
    found += dict.fromkeys(_blank_fault(m, text) for m in _BLANKS.finditer(text))
    found += [f"{_name(c)} for an apostrophe" for c in dict.fromkeys(_APOSTROPHE.findall(text))]
    found += [f"{_name(c)} for a hyphen" for c in dict.fromkeys(_HYPHEN.findall(text))]
    found += [f"{_name(c)}, which stands for ordinary letters" for c in dict.fromkeys(_WIDE.findall(text))]
    found += [f"letters of {_alphabets(word)} in {quoted(word)}" for word in _mixed(text)]
    return found


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name').lower()}"


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc") and char not in _SEEN_FORMATS and not char.isspace()


def _blank_fault(match: re.Match[str], text: str) -> str:
    if match.start() == 0:
        return "a blank before it"
    if match.end() == len(text):
        return "a blank after it"
    return "two blanks together" if len(match[0]) > 1 else "a tab or a line break in it"


def _mixed(text: str) -> list[str]:
    """Return the words with letters of two alphabets."""
    if not _OTHER_ALPHABETS.search(text):
        return []
    return [word for word in dict.fromkeys(_WORD.findall(nfc(text))) if len(_scripts(word)) > 1]


def _alphabets(word: str) -> str:
    return " and ".join(sorted(script.title() for script in _scripts(word)))


def _scripts(word: str) -> set[str]:
    return {script for char in word if (script := _script(char))}


@lru_cache(maxsize=1 << 12)
def _script(char: str) -> str:
    """Return the alphabet of a letter; nothing for signs that belong to none, as the micro sign."""
    name = unicodedata.name(char, "").removeprefix("FULLWIDTH ").partition(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC") else ""


def cleaned(text: str) -> str:
    r"""Return a text with what can be put right in its characters put right.

    >>> cleaned(" l´assurance\u2011chômage ")
    "l'assurance-chômage"
    """
    text = _WIDE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), "".join(c for c in text if not _is_unseen(c)))
    text = nfc(text)
    text = _HYPHEN.sub("-", _APOSTROPHE.sub("'", text))
    text = _WORD.sub(lambda m: m[0].translate(_TWINS) if "LATIN" in _scripts(m[0]) else m[0], text)
    return nfc(" ".join(text.split()) if _BLANKS.search(text) else text)


def _syllables(text: _Text) -> Iterator[Spot]:
    """Give foreign letters that look like the language's, and syllables that no word has."""
    language, composed = known(text.lang), nfc(text.text)
    right = composed.translate({ord(wrong): letter for wrong, letter in language.spelling.mistaken})
    if right != composed:
        wrong = next(a for a, b in zip(composed, right, strict=True) if a != b)
        yield _spot(text, "tone-fault", f"{_name(wrong)} is no letter of {language.name}", right)
    for match in _WORD.finditer(right):
        better = misplaced(match[0], text.lang)
        if better is not None:
            message = f"{quoted(match[0])} is no syllable of {language.name}"
            yield _spot(text, "tone-fault", message, right[: match.start()] + better + right[match.end() :])


def _mixed_styles(texts: Sequence[_Text], language: Language) -> Iterator[Spot]:
    """Give the texts with a tone where fewer words of the glossary have it."""
    given = [text for text in texts if "forms" not in text.path and _has_styles(text.text, language)]
    given = [text for text in given if not _is_variant(text)]
    found = [(text, match, style) for text in given for match, style in _styled(text.text, text.lang)]
    counts = Counter(style for _, _, style in found)
    if len(counts) < 2:
        return
    usual = max(range(len(language.spelling.styles)), key=lambda style: (counts[style], -style))
    for text, match, style in found:
        if style != usual:
            better = _ways(match[0], text.lang)[usual]
            rest = f"{counts[usual]} words have their tone as in {quoted(better)}"
            message = f"{quoted(match[0])} is in the rarer of two styles; {rest}"
            yield _spot(text, "tone-fault", message, text.text[: match.start()] + better + text.text[match.end() :])


def _has_styles(text: str, language: Language) -> bool:
    low = text.lower()
    return any(style(low) != low for style in language.spelling.styles)


def _is_variant(text: _Text) -> bool:
    """Say whether a term is there for its spelling: its concept has it in another too."""
    if text.path[0] != "terms":
        return False
    key = match_key(text.text, text.lang)
    return sum(match_key(term.text, text.lang) == key for term in text.concept.terms[text.lang]) > 1


def _styled(text: str, lang: str) -> Iterator[tuple[re.Match[str], int]]:
    """Give the words that may be spelled in two styles, with the number of theirs."""
    for match in _WORD.finditer(text):
        ways = _ways(match[0], lang)
        if len(set(ways)) > 1 and match[0] in ways:
            yield match, ways.index(match[0])


@lru_cache(maxsize=1 << 14)
def _ways(word: str, lang: str) -> tuple[str, ...]:
    """Return a word in each style of its language, with its capitals."""
    if word.isascii():
        return ()
    low = word.lower()
    ways = [style(low) for style in known(lang).spelling.styles]
    return tuple("".join(b.upper() if a.isupper() else b for a, b in zip(word, way, strict=False)) for way in ways)
