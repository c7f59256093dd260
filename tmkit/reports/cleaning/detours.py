"""Furniture amid an article: how many lines a cue, a form or a box takes before the article goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tmkit.reports.cleaning.content import kinship, teases
from tmkit.reports.cleaning.lines import Seen, names_only

OPENERS = frozenset(("cue line", "tags", "comment form", "call to subscribe", "list of contents", "end mark"))
"""What may open a detour, and a list below the article as well."""
_QUESTION = re.compile(r"(?:[^.!?…]|[.!?…](?=\S))+\?")
_HOUR = re.compile(r"\b\d{4}\b.{1,6}\d{1,2}[:h]\d{2}|\d{1,2}[:h]\d{2}.{1,4}\d{1,2}[/-]\d{1,2}[/-]\d{2}")
_JUDGED = 6
"""Paragraphs that are held against the article above."""
_TURNS = 3
"""Questions, each with its answer below, that an interview has."""
_REACH = 24
"""Lines in which the article must go on."""
_PASSED = frozenset(
    (
        "picture",
        "photo caption",
        "image or file name",
        "advertisement",
        "slug of a headline",
        "call to subscribe",
        "related article",
    )
)
"""Furniture that a stretch of prose may hold."""
_COMMENTS = frozenset(("comment", "metadata: date"))
_CLOSERS = frozenset(("author", "source", "tags", "sharing and tools"))
"""What stands below an article's last paragraph."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Prose that follows prose below a cue: where it starts, and its lines."""

    start: int
    texts: tuple[Seen, ...]
    below: Seen | None
    """The line after it."""


def detour(lines: Sequence[Seen], index: int, vocabulary: Counter[str]) -> range:
    """Return the lines, the opener at `index` among them, that stand between two parts of the article.

    Empty where the article does not go on below. It goes on where paragraphs of its matter follow one another: below
    each link of a list stands one teaser, or none; readers' comments stand between names and dates.
    """
    for found in _stretches(lines, index):
        if _goes_on(lines[index], lines, index, found, vocabulary):
            return range(index, _subheading(lines, index, _beginning(lines, index, found.start)))
    return range(0)


def _beginning(lines: Sequence[Seen], index: int, start: int) -> int:
    """Return where the short sentences begin that lead up to prose: what announces a list, and its items."""
    first = start
    for i in range(start - 1, index, -1):
        if lines[i].shape == "sentence":
            first = i
        elif lines[i].shape != "blank":
            break
    rows = [i for i in range(first, start) if lines[i].shape == "sentence"]
    while rows and lines[rows[0]].bullet and not (len(rows) > 1 and not lines[rows[1]].bullet):
        rows.pop(0)
    return rows[0] if rows else start


def _stretches(lines: Sequence[Seen], index: int) -> Iterator[_Stretch]:
    """Yield the prose below a line, stretch by stretch: single teasers first, as a rule, and then the article."""
    below = [i for i in range(index + 1, min(len(lines), index + 3 * _REACH)) if lines[i].shape != "blank"][:_REACH]
    asking = interview(lines)
    last = -1
    for place, i in enumerate(below):
        if i <= last or lines[i].shape != "prose" or (not asking and _asks(lines[i]) and place < 6):
            continue
        found = _stretch(lines, below, place)
        last = next(j for j in below if lines[j] is found.texts[-1])
        yield found


def interview(lines: Sequence[Seen]) -> bool:
    """Whether questions and answers take turns on the page."""
    written = [seen for seen in lines if seen.shape != "blank"]
    turns = sum(
        one.shape != "junk" and _put(one) and two.shape in ("prose", "sentence") and not _put(two)
        for one, two in pairwise(written)
    )
    return turns >= _TURNS


def _put(seen: Seen) -> bool:
    """Whether a line ends as a question does, and is short enough for one."""
    return seen.words <= 40 and seen.text.rstrip(' »”"').endswith("?")


def _asks(seen: Seen) -> bool:
    """Whether a line is a question and nothing more: an interview's, or a headline."""
    return seen.shape == "prose" and seen.words <= 20 and bool(_QUESTION.fullmatch(seen.text))


def _stretch(lines: Sequence[Seen], below: Sequence[int], place: int) -> _Stretch:
    texts: list[Seen] = []
    for i in below[place:]:
        if lines[i].shape in ("prose", "sentence"):
            texts.append(lines[i])
        elif lines[i].reason not in _PASSED:
            return _Stretch(below[place], tuple(texts), lines[i])
    return _Stretch(below[place], tuple(texts), None)


def _goes_on(opener: Seen, lines: Sequence[Seen], index: int, found: _Stretch, vocabulary: Counter[str]) -> bool:
    between = [seen for seen in lines[index + 1 : found.start] if seen.shape != "blank"]
    if opener.reason == "comment form" and _commented(between, found):
        return False
    if _heavier(lines[:index], found):
        return True
    if any(seen.reason in ("copyright and imprint", "comment") for seen in between):
        return False
    prose = [seen for seen in found.texts if seen.shape == "prose"][:_JUDGED]
    kin = sum(kinship(seen.text, vocabulary) for seen in prose)
    if opener.reason == "call to subscribe" and _unlinked(between, prose):
        return True
    if len(prose) == 1:
        head = next((seen.text for seen in reversed(between) if seen.shape == "head"), "")
        boxed = opener.reason == "cue line" and found.below is not None and found.below.reason == "cue line"
        long = prose[0].words >= 25 and kin >= 0.1
        return _last(found, kin) or (boxed and long and not teases(prose[0].text, head, vocabulary))
    return kin >= (0.2 if opener.reason == "comment form" else 0.1) and kin >= 0.04 * len(prose)


def _unlinked(between: Sequence[Seen], prose: Sequence[Seen]) -> bool:
    """Whether no headline stands between a box for subscribers and two paragraphs."""
    return not any(seen.shape == "head" for seen in between) and sum(seen.words for seen in prose[:2]) >= 35


def _heavier(lines: Sequence[Seen], found: _Stretch) -> bool:
    """Whether the paragraphs below a cue say more than all above it: the cue stands in the head of the page."""
    prose = [seen.words for seen in found.texts if seen.shape == "prose"]
    return len(prose) >= 3 and sum(prose) >= max(90, sum(seen.words for seen in lines if seen.shape == "prose"))


def _commented(between: Sequence[Seen], found: _Stretch) -> bool:
    """Whether names, dates and hours stand about what follows a comment form, or the next comment below it."""
    if any(seen.reason in _COMMENTS or _HOUR.search(seen.text) for seen in (*between, *found.texts)):
        return True
    below = found.below.reason if found.below else ""
    return len(found.texts) <= 3 and below in _COMMENTS | {"comment form"}


def _last(found: _Stretch, kin: float) -> bool:
    """Whether one paragraph is the article's last, and no teaser."""
    closed = found.below is not None and found.below.reason in _CLOSERS
    return found.texts[0].agency_tail or (kin >= 0.15 and (closed or found.texts[0].words >= 40))


def _subheading(lines: Sequence[Seen], index: int, start: int) -> int:
    """Return where the article goes on: at its prose, or at the subheading above it."""
    heads = [i for i in range(index + 1, start) if lines[i].shape == "head"]
    between = [i for i in range(index + 1, start) if lines[i].shape != "blank"]
    if not heads or heads[-1] != between[-1]:
        return start
    last, others = lines[heads[-1]], [lines[i] for i in heads[:-1]]
    if any(seen.key == last.key for seen in others) or last.words > 14:
        return start
    if lines[index].reason != "cue line" and 2 <= last.words <= 8 and not last.text.isupper():
        return heads[-1] if not names_only(last.text) else start
    if others:
        longest = max(seen.words for seen in lines[index + 1 : heads[-1]] if seen.shape == "head" or _asks(seen))
        shorter = last.words <= 0.7 * longest
        return heads[-1] if shorter and not (names_only(last.text) and last.words <= 4) else start
    above = lines[between[-2]] if len(between) > 1 else lines[index]
    before = next((seen for seen in reversed(lines[:index]) if seen.shape != "blank"), None)
    button = len(between) == 1 and before is not None and before.reason == "related article"
    apart = button or above.reason not in ("cue line", "list of contents")
    return heads[-1] if apart and last.words <= 10 else start
