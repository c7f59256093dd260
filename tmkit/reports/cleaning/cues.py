"""The words of all languages that give a line away, compiled once: pages mix languages in their furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tmkit.lang import LANGUAGES

_NOISE = re.compile(r"[\d()\[\]{}#|:;»«<>•·…←→↓↑▶►■★♦*“”\"+_=–—-]+|(?<!\w)['.,!?&/](?!\w)|[.,!?/]+(?=\s|$)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cues:
    """What the lines of a page are held against; all phrases folded, but for `credit`."""

    whole: dict[str, str]
    """The key of a line (see `key`) and the reason it gives."""
    opening: re.Pattern[str]
    """A related cue that its own headline follows."""
    label: re.Pattern[str]
    """Names what kind of piece another headline belongs to: `Analysis: …`."""
    tags: re.Pattern[str]
    within: re.Pattern[str]
    contact: re.Pattern[str]
    credit: re.Pattern[str]
    credit_by: re.Pattern[str]
    credit_name: re.Pattern[str]
    illustration: re.Pattern[str]
    author: re.Pattern[str]
    author_tail: re.Pattern[str]
    source: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    past: re.Pattern[str]
    future: re.Pattern[str]
    date_words: frozenset[str]
    counter_words: frozenset[str]
    picture_label: re.Pattern[str]
    """Opens a caption, with a comma or a colon: `Image caption, …`."""
    scenes: re.Pattern[str]
    bios: re.Pattern[str]
    """Follows an author's name where a line tells who it is."""
    place: re.Pattern[str]
    """A preposition of place and a name."""
    address: re.Pattern[str]
    selves: re.Pattern[str]
    appeal: re.Pattern[str]
    about: re.Pattern[str]
    contents: frozenset[str]
    buttons: dict[str, tuple[tuple[str, ...], ...]]
    """What a page lets its reader do, in two words or more, by the first; several in one line are run together."""
    menu: dict[str, tuple[tuple[str, ...], ...]]
    """Menu phrases as words, by their first word, longest first."""
    stop_words: frozenset[str]


def key(folded: str) -> str:
    """Return what a line says without counts, marks and bullets.

    >>> key("bình luận (12)".replace("ì", "i").replace("ậ", "a")), key("» read 214 comments")
    ('binh luan', 'read comments')
    """
    return _SPACES.sub(" ", _NOISE.sub(" ", folded.replace("’", "'"))).strip(" '.,!?&/-")


def _all(field: str) -> list[str]:
    words = {word for language in LANGUAGES for word in getattr(language.page, field)}
    return sorted(words, key=lambda word: (-len(word), word))


def _any(words: Iterable[str]) -> str:
    r"""Return an expression for any of many words, the longest that fits; what they begin with in common stands once.

    >>> _any(["see also", "see more", "seen"])
    'see(?:\\ (?:also|more)|n)'
    """
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[:1], []).append(word[1:])
    ends = "" in rest
    branches = [re.escape(first) + _any(rest[first]) for first in sorted(rest) if first]
    if not branches:
        return ""
    grouped = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{grouped}?" if ends else grouped


_REASONS = (
    ("navigation", "navigation"),
    ("share", "sharing and tools"),
    ("counters", "counter"),
    ("illustration", "photo caption"),
    ("advert", "advertisement"),
    ("comment_marks", "comment"),
    ("tags", "tags"),
    ("comments", "comment form"),
    ("related", "cue line"),
    ("picture", "picture"),
    ("contents", "list of contents"),
    ("ends", "end mark"),
)


@cache
def cues() -> Cues:
    """Return the compiled words of all languages."""
    whole = {key(word): reason for field, reason in _REASONS for word in _all(field)}
    return Cues(
        whole=whole,
        opening=re.compile(rf"\W*(?P<cue>{_any(_all('related'))})\b\s*(?P<mark>[:>»–|.-]*)\s*(?P<rest>\S.*)"),
        label=re.compile(rf"\W*(?:{_any(_all('labels'))})\s?[:|–-]\s(?P<rest>\S.*)"),
        tags=re.compile(rf"\W*(?:{_any(_all('tags'))})\s*:"),
        within=re.compile(rf"(?<!\w)(?:(?P<legal>{_any(_all('legal'))})|(?:{_any(_all('signup'))}))(?!\w)|©"),
        contact=re.compile(rf"\W*(?:{_any(_all('contact'))})\s*[:+]"),
        credit=re.compile(
            rf"(?:^|[\s(\[.,;–—-])(?P<word>{_any(_all('credits'))})(?:\s*[:©]|\s?\.\.\.)\s*(?P<name>.*)$"
        ),
        credit_by=re.compile(rf"(?:^|[\s(])(?:{_any(_all('credits_by'))})\s+"),
        credit_name=re.compile(
            rf"[-–—(.]\s*(?:[A-ZĐ]{{2,}}\s+)?(?:{_any(_all('credits'))})\s+(?P<name>[^()–—:]{{3,40}})\)?$",
            re.IGNORECASE,
        ),
        illustration=re.compile(rf"\W*(?:{_any(_all('illustration'))})\b"),
        author=re.compile(rf"\W*(?P<cue>{_any(_all('authors'))})\b\s*(?P<mark>[:/]?)\s*(?P<rest>.*)"),
        author_tail=re.compile(rf"\((?:{_any(_all('author_tails'))})\b[^()]*\)\W*$"),
        source=re.compile(rf"\W*(?P<cue>{_any(_all('sources'))})\b\s*(?P<mark>:?)\s*(?P<rest>.*)"),
        published=re.compile(rf"(?:^|\W)(?:{_any(_all('published'))})\b"),
        updated=re.compile(rf"(?:^|\W)(?:{_any(_all('updated'))})\b"),
        past=re.compile(rf"(?<!\w)(?:{_any(_all('past'))})(?!\w)"),
        future=re.compile(rf"(?<!\w)(?:{_any(_all('future'))})(?!\w)"),
        date_words=frozenset(
            part for field in ("date_words", "published", "updated") for word in _all(field) for part in word.split()
        ),
        counter_words=frozenset(part for word in _all("counters") for part in word.split()),
        picture_label=re.compile(
            rf"\W*(?:(?:{_any(_all('picture'))})\s*[,:]\s|(?:{_any(_all('caption_labels'))})[\s,:]+\S)"
        ),
        scenes=_spoken("scenes"),
        bios=_spoken("bios"),
        place=re.compile(rf"(?<!\w)(?:{_any(_all('places'))})\s(?:\S+\s){{0,5}}[A-ZÀ-ÝĐ]"),
        address=_spoken("address"),
        selves=_spoken("selves"),
        appeal=_spoken("appeal"),
        about=re.compile(rf"(?:{_any(_all('about'))})\s"),
        contents=frozenset(map(key, _all("contents"))),
        buttons=_by_first_word(_button_phrases()),
        menu=_menu(whole),
        stop_words=frozenset().union(*(language.stop_words for language in LANGUAGES)),
    )


def _spoken(field: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_all(field))})(?!\w)")


def _button_phrases() -> Iterator[str]:
    fields = ("share", "related", "comments", "comment_marks", "legal", "signup")
    return (key(word) for field in fields for word in _all(field) if " " in key(word))


def _menu(whole: dict[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    reasons = ("navigation", "sharing and tools", "cue line", "comment", "picture")
    return _by_first_word(phrase for phrase, reason in whole.items() if reason in reasons)


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases as words, by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        if words:
            found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(group, key=lambda words: (-len(words), words))) for first, group in found.items()}


def button_count(words: list[str]) -> int:
    """Return how many different buttons a line names.

    >>> button_count("share this print article leave a comment and go".split())
    3
    """
    known = cues().buttons
    found = ((at, phrase) for at, word in enumerate(words) for phrase in known.get(word, ()))
    return len({phrase for at, phrase in found if tuple(words[at : at + len(phrase)]) == phrase})


def is_menu(words: list[str]) -> bool:
    """Tell whether a line is nothing but menu items, two or more.

    >>> is_menu("home about us contact".split()), is_menu("home care in asia".split())
    (True, False)
    """
    words = [word for word in words if word.isascii()]
    menu, at, items = cues().menu, 0, 0
    while at < len(words):
        fit = next((p for p in menu.get(words[at], ()) if tuple(words[at : at + len(p)]) == p), None)
        if fit is None:
            return False
        at, items = at + len(fit), items + 1
    return items > 1


def menu_share(words: list[str]) -> float:
    """Return the share of a line's words that four menu items or more take; 0 for fewer items.

    >>> round(menu_share("mai home about us contact log in".split()), 2)
    0.86
    """
    menu, at, items, taken = cues().menu, 0, 0, 0
    while at < len(words):
        fit = next((p for p in menu.get(words[at], ()) if tuple(words[at : at + len(p)]) == p), None)
        at += len(fit) if fit else 1
        items, taken = items + (fit is not None), taken + len(fit or ())
    return taken / len(words) if items >= 4 else 0.0
