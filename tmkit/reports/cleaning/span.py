"""Where on a page the article stands: the contiguous block with the most prose and the least furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tmkit.reports.cleaning.content import content, kinship
from tmkit.reports.cleaning.detours import OPENERS, detour
from tmkit.reports.cleaning.lines import Seen, names_only

_COST = {
    "copyright and imprint": -6.0,
    "comment form": -7.0,
    "comment": -2.5,
    "tags": -3.0,
    "cue line": -3.5,
    "author": -1.5,
    "source": -2.0,
    "contact": -2.0,
    "call to subscribe": -1.0,
    "photo caption": -0.1,
    "image or file name": 0.0,
    "hole of a template": 0.0,
    "slug of a headline": -0.1,
    "advertisement": -0.2,
    "related article": -0.4,
    "picture": -0.1,
    "list of contents": -1.0,
    "end mark": -6.0,
    "about the publisher": -5.0,
    "section of the page": -2.0,
}
_WALLS = ("cue line", "tags", "copyright and imprint", "about the publisher", "end mark", "section of the page")
_JUNK = -0.6
_IN_LIST = 0.6
"""What a heading loses where it is one of many."""
_AFTER_AGENCY_TAIL = -5.0
_LEAD_REACH = 12
"""Lines above the first paragraph in which its lead may stand."""


@dataclass(slots=True)
class _Walk:
    """What is known while the lines are walked down."""

    prose: int = 0
    """Words of prose since the last wall."""
    zone: str = ""
    """`related` or `comments`: what the last wall opened."""
    previous: str = ""
    """Shape of the last line that was neither blank nor furniture."""
    closed: bool = False
    """The last prose had an agency's closing mark."""
    lone: bool = False
    """The line at hand is a paragraph between lines that are none, as comments and teasers are."""
    boxed: bool = False
    """The last line spoke to the readers of the site, so that the next one like it tells nothing new."""
    apart: int = 0
    """Headings and furniture since the last prose, pictures and their captions apart."""
    detour: range = range(0)
    """Lines of a cue and its links, or of a form, that stand amid the article."""
    inside: bool = False
    """The line at hand stands in a detour."""
    linked: bool = False
    """A heading has stood below it."""
    signed: bool = False
    """An author's or a source's name closed it."""
    ended: bool = False
    """Some paragraph had it."""
    vocabulary: Counter[str] = field(default_factory=Counter)
    """Words and word pairs of the article so far."""


def scores(lines: Sequence[Seen], foreign: set[int]) -> tuple[list[float], set[int]]:
    """Return for each line how much it speaks for (above 0) or against the article's being there; and the detours.

    `foreign`: indices of prose in another language than the page's. A detour is what stands between two parts of
    the article, by index.
    """
    twice = Counter(seen.key for seen in lines if seen.words >= 4 and seen.shape != "prose")
    listed = _listed(lines)
    walk = _Walk()
    result: list[float] = []
    apart: set[int] = set()
    for index, seen in enumerate(lines):
        if index not in walk.detour and seen.reason in OPENERS and _amid(walk):
            walk.detour = detour(lines, index, walk.vocabulary)
            apart.update(walk.detour)
            if walk.detour:
                walk.zone = ""
        walk.inside = index in walk.detour
        walk.lone = seen.shape == "prose" and _lone(lines, index)
        score = 0.0 if index in foreign else _score(seen, walk, twice)
        result.append(score - (_IN_LIST if index in listed and index not in apart else 0.0))
        _step(seen, walk, index in foreign)
        if seen.shape == "head" and twice[seen.key] > 1 and walk.prose:
            walk.previous = "twice"
    return result, apart


def _listed(lines: Sequence[Seen]) -> set[int]:
    """Return the lines that are one of four headings or more on end, as menus, forms and lists of links are."""
    listed: set[int] = set()
    run: list[int] = []
    for i, seen in enumerate((*lines, None)):
        if seen is not None and seen.shape == "head":
            run.append(i)
        elif seen is None or seen.shape != "blank":
            listed.update(run if len(run) >= 4 else ())
            run = []
    return listed


def _lone(lines: Sequence[Seen], index: int) -> bool:
    """Whether neither the line above nor the one below is a paragraph, too."""
    upper = next((seen for seen in reversed(lines[max(0, index - 4) : index]) if seen.shape != "blank"), None)
    lower = next((seen for seen in lines[index + 1 : index + 5] if seen.shape != "blank"), None)
    return not any(seen is not None and seen.shape in ("prose", "sentence") for seen in (upper, lower))


def _amid(walk: _Walk) -> bool:
    """Whether a detour may begin: some prose has passed, and no name or mark has closed the article."""
    return walk.prose >= 15 and not (walk.ended or walk.signed)


def _score(seen: Seen, walk: _Walk, twice: Counter[str]) -> float:
    if seen.shape == "blank":
        return 0.0
    if walk.inside:
        return -0.1
    base = _AFTER_AGENCY_TAIL if walk.closed else 0.0
    if walk.apart >= 3 and seen.shape not in ("prose", "sentence"):
        base -= 0.5
    if walk.boxed and seen.reason == "call to subscribe":
        return base - 0.2
    if seen.shape == "junk":
        return base + _COST.get(seen.reason, _JUNK)
    if seen.shape == "prose":
        return base + _prose(seen, walk)
    if seen.shape == "sentence":
        return base + (-0.5 if walk.zone or walk.signed else 0.4)
    long = seen.words >= 9
    name = names_only(seen.text) and 2 <= seen.words <= 4 and walk.prose >= 60
    return base - (1.5 if twice[seen.key] > 1 and walk.prose else 1.2 if name else 0.9 if long else 0.6)


def _prose(seen: Seen, walk: _Walk) -> float:
    gain = 1.5 + min(seen.words, 80) / 20
    if walk.previous == "twice" or (walk.signed and _strange(seen, walk)):
        return -0.3
    if walk.prose >= 80 and walk.apart >= 2 and kinship(seen.text, walk.vocabulary) < 0.05:
        return min(gain, 0.5)
    if walk.zone == "comments" or walk.ended:
        return -1.0
    return gain if walk.zone != "related" or _resumes(seen, walk) else -0.3


def _strange(seen: Seen, walk: _Walk) -> bool:
    """Whether prose below the author's name is another text: it stands alone, or shares little with the article."""
    return walk.lone or kinship(seen.text, walk.vocabulary) < 0.15


def _resumes(seen: Seen, walk: _Walk) -> bool:
    """Whether prose below a related cue goes on with the article.

    Below its links, prose that follows prose does: teasers stand one below each headline. Where the cue has no
    links, all below it may be teasers, and only what the article speaks of goes on with it.
    """
    if not walk.linked:
        return kinship(seen.text, walk.vocabulary) >= 0.2
    return walk.previous == "prose"


def _step(seen: Seen, walk: _Walk, foreign: bool) -> None:
    if seen.shape == "blank":
        return
    walk.boxed = seen.reason == "call to subscribe"
    if walk.inside:
        return
    if seen.shape in ("prose", "sentence"):
        walk.apart = 0
    elif _COST.get(seen.reason, -1.0) < -0.1 and not walk.boxed:
        walk.apart += 1
    walk.closed = seen.shape == "prose" and not foreign and seen.agency_tail
    walk.ended = walk.ended or (walk.closed and walk.prose + seen.words >= 80)
    if seen.shape == "prose" and not foreign:
        walk.prose += seen.words
        if walk.zone == "related" and _resumes(seen, walk):
            walk.zone = ""
        if not walk.zone:
            walk.vocabulary.update(content(seen.text))
    if seen.shape != "junk":
        walk.previous = seen.shape
        walk.linked = walk.linked or seen.shape == "head"
    elif walk.prose >= 40:
        _wall(seen, walk)


def _wall(seen: Seen, walk: _Walk) -> None:
    if seen.reason in ("author", "source"):
        walk.signed = walk.prose >= 60
    if seen.reason == "comment form":
        walk.zone, walk.previous, walk.linked = "comments", "wall", False
    elif seen.reason in _WALLS and walk.zone != "comments":
        walk.zone, walk.previous, walk.linked = "related", "wall", False


def best_block(values: list[float]) -> tuple[int, int]:
    """Return the half-open range with the greatest sum; an empty one where nothing is above 0.

    >>> best_block([-1.0, 3.0, -0.5, 2.0, -4.0, 3.0])
    (1, 4)
    """
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for index, value in enumerate(values):
        if running <= 0:
            start, running = index, 0.0
        running += value
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    return best


def with_lead(lines: Sequence[Seen], start: int, end: int) -> int:
    """Return where the article starts, once a lead that names and dates part from the rest is counted in."""
    vocabulary = Counter(word for i in range(start, end) for word in content(lines[i].text))
    for i in range(start - 1, max(-1, start - _LEAD_REACH), -1):
        seen = lines[i]
        if seen.reason in ("cue line", "copyright and imprint", "call to subscribe", "comment form"):
            break
        if seen.shape == "prose" and kinship(seen.text, vocabulary) >= 0.1:
            return i
    return start


def without_teasers(lines: Sequence[Seen], start: int, end: int) -> int:
    """Return where the article ends once headlines that alternate with one teaser each are cut off its end."""
    rows = [i for i in range(start, end) if lines[i].shape not in ("blank", "junk")]
    pairs = 0
    while len(rows) >= 2 * pairs + 4:
        head, teaser = lines[rows[-2 * pairs - 2]], lines[rows[-2 * pairs - 1]]
        if head.shape != "head" or teaser.shape != "prose":
            break
        pairs += 1
    if pairs < 2:
        return end
    first = rows[-2 * pairs]
    vocabulary = Counter(word for i in rows[: -2 * pairs] for word in content(lines[i].text))
    return first if _teasing(lines, rows[-2 * pairs :], vocabulary) >= 2 else end


def _teasing(lines: Sequence[Seen], rows: Sequence[int], vocabulary: Counter[str]) -> int:
    """Return how many signs say that headline and text in turn are teasers, not sections of an article."""
    heads, texts = [lines[i] for i in rows[::2]], [lines[i] for i in rows[1::2]]
    tight = all(below == above + 1 for above, below in zip(rows[::2], rows[1::2], strict=True))
    apart = any(lines[i - 1].shape == "blank" for i in rows[::2])
    own = sum(kinship(text.text, Counter(content(head.text))) > 0 for head, text in zip(heads, texts, strict=True))
    near = sum(kinship(text.text, vocabulary) for text in texts) / len(texts)
    marks = Counter(text.text.split(" ")[0] for text in texts if text.text.startswith("("))
    return (
        (sum(head.words for head in heads) / len(heads) >= 8)
        + (tight and apart)
        + (own >= len(heads) - 0.5)
        + (near < 0.15)
        + 2 * any(count > 1 for count in marks.values())
    )
