"""Translations out of dictionary articles, which are written for people and in as many ways as there are authors.

What is taken is short and stands where translations stand; phonetics, parts of speech, examples, cross-references
and explanations are left. An article that is read wrongly gives nothing rather than something wrong.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from tmkit.formats.lexicon.base import term
from tmkit.lang import LANGUAGES

MOST = 12
"""Translations of one head word; what comes after them is rare."""

_DROPPED = (
    "k",
    "tr",
    "pr",
    "ex",
    "abr",
    "co",
    "gr",
    "pos",
    "kref",
    "iref",
    "rref",
    "i",
    "em",
    "sup",
    "script",
    "style",
)
_DROP = re.compile(rf"<({'|'.join(_DROPPED)})\b[^>]*(?<!/)>.*?</\1\s*>", re.I | re.S)
_TRANSLATION = re.compile(r"<(dtrn|deftext)\b[^>]*>(.*?)</\1\s*>", re.I | re.S)
_BREAK = re.compile(r"</?(?:br|p|div|li|ol|ul|dl|dt|dd|tr|td|table|h\d|hr|def|blockquote)\b[^>]*>", re.I)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z!?][^<>]*>", re.S)
_ASIDE = re.compile(r"(?<!\w)/[^/\n]{1,80}/(?!\w)|\([^()]*\)|\[[^][]*\]|<[^<>]*>|\{[^{}]*\}|«[^«»]*»|“[^“”]*”")
_NUMBER = re.compile(r"(?:^|(?<=\s))(?:\(?\d{1,2}[.)]|[IVX]{1,4}\.|[a-h]\)|[①-⑳])(?=\s|$)|^\s*[-–—•·*◊►▪]+\s*")
_COMMAS = re.compile(r"\s*[,，、]\s*|\s+[/|]\s+")
_SEMICOLONS = re.compile(r"[;；]|\s·\s")
_UNFIT = re.compile(r"[:=~→<>|{}()\[\]/@#*_%\"?!…]|\.\s|\d{5}|\+ ")


def translations(article: str, *, head: str, markup: bool) -> tuple[str, ...]:
    r"""Return the translations in an article, in order, each once, at most `MOST`.

    `markup` says that it is HTML, XDXF or Pango; `head` is its head word, which it may repeat.

    >>> translations("house /haʊs/ <n>\n1. maison, bâtiment\n2. ménage (famille); foyer", head="house", markup=False)
    ('maison', 'bâtiment', 'ménage', 'foyer')
    """
    text = _unmarked(article) if markup else article
    found: dict[str, None] = {}
    for line in _senses(text, head):
        found.update(dict.fromkeys(phrases(line)))
    return tuple(found)[:MOST]


def phrases(text: str) -> Iterator[str]:
    """Give the short translations of one sense; nothing of a part that looks like an explanation.

    >>> list(phrases("n. f. maison ; (bâtiment) édifice, immeuble; xem: nhà"))
    ['maison', 'édifice', 'immeuble']
    """
    if any(_inner(aside) in _words().references for aside in _ASIDE.findall(text)):
        return
    for part in _SEMICOLONS.split(_unbracketed(text)):
        pieces = [_trimmed(piece) for piece in _COMMAS.split(part)]
        pieces = [piece for piece in pieces if piece]
        if all(map(_is_short, pieces)):
            yield from pieces


def _inner(aside: str) -> str:
    return aside[1:-1].strip(" .").lower()


def _unbracketed(text: str) -> str:
    """Return a text without what stands in brackets, nested ones too."""
    for _ in range(3):
        text, count = _ASIDE.subn(" ", text)
        if not count:
            break
    return _NUMBER.sub(" ; ", text)


def _trimmed(piece: str) -> str:
    """Return a translation without marks of its part of speech, its particle and its full stop."""
    words = _words()
    text = term(piece)
    for _ in range(2):
        text = words.mark_after.sub("", words.mark_before.sub("", text))
    text = text.removesuffix(".").strip(" -–—'’")
    if text.lower() in words.labels or not any(map(str.isalpha, text)):
        return ""
    return words.particle.sub("", text)


def _is_short(piece: str) -> bool:
    return not _UNFIT.search(piece) and len(piece.split()) <= 6


def _unmarked(article: str) -> str:
    """Return the text of an article in HTML, XDXF or Pango, without what is no translation."""
    text = article
    for _ in range(3):
        text, count = _DROP.subn(" ", text)
        if not count:
            break
    chosen = [m[2] for m in _TRANSLATION.finditer(text)]
    text = "\n".join(chosen) if chosen else text.replace("\n", " ")
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def _senses(text: str, head: str) -> Iterator[str]:
    """Give the lines that translate the head word itself."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(line.startswith("@") for line in lines) or (_opens(lines, "*") and _opens(lines, "-")):
        yield from _dashed(lines)
        return
    for place, line in enumerate(lines):
        yield _beheaded(line, head) if place == 0 and len(lines) > 1 else line


def _opens(lines: list[str], sign: str) -> bool:
    return any(line.startswith(sign) for line in lines)


def _dashed(lines: list[str]) -> Iterator[str]:
    """Give the senses of the layout that the free Vietnamese dictionaries have.

    `@` opens the head word, `*` a part of speech, `-` a sense, `=` an example, `!` an idiom with senses of its own.
    """
    inside = True
    for line in lines:
        if line[0] in "@*":
            inside = True
        elif line[0] == "!":
            inside = False
        elif line[0] == "-" and inside:
            yield line


def _beheaded(line: str, head: str) -> str:
    """Return an article's first line without the head word that it repeats."""
    start = line[: len(head)].casefold() == head.casefold()
    return line[len(head) :].lstrip(" :") if start and not line[len(head) : len(head) + 1].isalnum() else line


class _Words:
    """The dictionary words of all languages, since an article may have been written in any of them."""

    def __init__(self) -> None:
        known = [language.dictionary for language in LANGUAGES]
        self.labels = frozenset(text for words in known for text in (*words.labels, *words.marks))
        self.references = frozenset(text for words in known for text in words.references)
        marks = "|".join(re.escape(m) for m in sorted({m for w in known for m in w.marks}, key=len, reverse=True))
        self.mark_before = re.compile(rf"^(?:{marks})(?:\s+|$)", re.I)
        self.mark_after = re.compile(rf"\s+(?:{marks})$", re.I)
        particles = "|".join(re.escape(words.particle) for words in known if words.particle)
        self.particle = re.compile(rf"^(?:{particles})\s+(?=\S)", re.I)


@cache
def _words() -> _Words:
    return _Words()
