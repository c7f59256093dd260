"""Furniture amid an article: how many lines a cue, a form or a box takes before the article goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tmkit.reports.content import kinship
from tmkit.reports.lines import Seen, names_only

OPENERS = frozenset(("cue line", "tags", "comment form", "call to subscribe", "list of contents", "end mark"))
"""What may open a detour, and a list below the article as well."""
_REACH = 24
"""Lines in which the article must go on."""
_PICTURES = frozenset(("picture", "photo caption", "image or file name", "advertisement", "slug of a headline"))
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
    opener = lines[index]
    first = _first_stretch(lines, index)
    if first is None or not _goes_on(opener, lines, index, first, vocabulary):
        return range(0)
    return range(index, _subheading(lines, index, first.start))


def _first_stretch(lines: Sequence[Seen], index: int) -> _Stretch | None:
    """Return the first prose below a line that is no single teaser, or the only prose that furniture follows."""
    below = [i for i in range(index + 1, min(len(lines), index + 3 * _REACH)) if lines[i].shape != "blank"][:_REACH]
    teasers = 0
    for place, i in enumerate(below):
        if lines[i].shape != "prose":
            continue
        found = _stretch(lines, below, place)
        if len(found.texts) > 1 or not teasers:
            return found
        teasers += 1
    return None


def _stretch(lines: Sequence[Seen], below: Sequence[int], place: int) -> _Stretch:
    texts: list[Seen] = []
    for i in below[place:]:
        if lines[i].shape in ("prose", "sentence"):
            texts.append(lines[i])
        elif lines[i].reason not in _PICTURES:
            return _Stretch(below[place], tuple(texts), lines[i])
    return _Stretch(below[place], tuple(texts), None)


def _goes_on(opener: Seen, lines: Sequence[Seen], index: int, found: _Stretch, vocabulary: Counter[str]) -> bool:
    between = [seen for seen in lines[index + 1 : found.start] if seen.shape != "blank"]
    heads = sum(seen.shape == "head" for seen in between)
    if opener.reason == "comment form" and any(seen.reason in _COMMENTS for seen in between):
        return False
    if any(seen.reason in ("copyright and imprint", "comment") for seen in between):
        return False
    prose = [seen for seen in found.texts if seen.shape == "prose"]
    kin = sum(kinship(seen.text, vocabulary) for seen in prose[:3])
    if len(prose) == 1:
        return _last(found, kin)
    # Comments and short answers follow one another too, but they are no long paragraphs.
    long = sum(seen.words for seen in prose[:3]) >= 60
    return kin >= 0.2 or (len(prose) >= 3 and long and heads <= 6 and opener.reason != "comment form")


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
    if others:
        longest = max(seen.words for seen in others)
        shorter = last.words <= 0.7 * longest
        return heads[-1] if shorter and not (names_only(last.text) and last.words <= 4) else start
    above = lines[between[-2]] if len(between) > 1 else lines[index]
    apart = above.reason not in ("cue line", "list of contents")
    return heads[-1] if apart and last.words <= 10 else start
