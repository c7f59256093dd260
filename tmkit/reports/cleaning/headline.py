"""The headline of a report: how good a headline each line would be, and which one is it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from tmkit.lang.text import fold
from tmkit.reports.base import Page
from tmkit.reports.cleaning.cues import key
from tmkit.reports.cleaning.heading import (
    Role,
    begins_as_kicker,
    is_placed_name,
    is_syllabic,
    role,
    roles,
    site_names,
    stems,
    without_site,
)
from tmkit.reports.cleaning.lines import Seen, names_only
from tmkit.reports.cleaning.repeats import flat

_CLOSED = re.compile(r"[.…:;,]\W*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)$")
_STOPPED = re.compile(r"[.!?…][”\"»’')\]]*(?:\s|$)")
_SURNAME = re.compile(r"(?:\b[^\W\d_a-z]{2,}\b ?){2,}$|(?:\b[^\W\d_a-z]{2,}\b ){2,}[-–,(]")
"""Two words in capitals or more that close a line or stand before a dash: an author's name."""
_SHORT = 40
"""Characters that a headline above a standfirst has, and what names a section has not."""
_ENOUGH = 1.2
"""The score that a headline must pass."""
_HEADER = frozenset(("stamp", "byline", "tools"))
"""The parts of lines that stand right below a headline."""
_REACH = 30
"""Lines above the first paragraph that may hold its headline."""
_PARAGRAPH = 12
"""Words of the shortest paragraph."""
_LONG = 110
"""Characters from which on a line below the headline is rather a standfirst than a headline."""


@dataclass(frozen=True, slots=True)
class _View:
    """A page as the search for its headline sees it."""

    page: Page
    lines: Sequence[Seen]
    roles: Sequence[Role]
    syllabic: bool
    """Whether blanks separate syllables in its article."""
    vocabulary: frozenset[str]
    """What the article speaks of; see `stems`."""
    sites: frozenset[str]
    """Names that the page gives itself, folded."""
    total: int
    """Words of the article."""
    first: int
    """The index of the first paragraph."""


def title_text(page: Page, index: int | None, lines: Sequence[Seen]) -> str | None:
    """Return the headline: the line chosen, with what it goes on in, or else what the page's metadata says.

    A site's name before or behind it is cut off.
    """
    if index is None:
        return without_site(page.title.strip(), frozenset()) if page.title else None
    text = without_site(lines[index].text, site_names(lines))
    return " ".join([text, *(lines[i].text for i in _continued(lines, index))])


def _continued(lines: Sequence[Seen], index: int) -> Iterator[int]:
    """Yield the lines right below that go on with a headline broken at some width: they begin in lower case."""
    words = lines[index].words
    for i in range(index + 1, min(index + 3, len(lines))):
        seen = lines[i]
        words += seen.words
        if seen.shape != "head" or words > 30 or len(lines[i - 1].text) < 25 or seen.words < 2:
            return
        if not seen.text[0].islower() or role(seen) != "text" or _CLOSED.search(lines[i - 1].text):
            return
        yield i


def find_title(page: Page, lines: Sequence[Seen], block: range, *, plain: bool) -> int | None:
    """Return the index of the headline's line; None where no line of the page is one.

    `plain`: the page has no furniture, so that only its first line may be the headline.
    """
    prose = [i for i in block if lines[i].shape == "prose" and not (i < block.stop - 1 and _menu_like(lines[i]))]
    if not prose:
        return None
    text = " ".join(lines[i].text for i in prose)
    syllabic = is_syllabic(text)
    view = _View(
        page,
        lines,
        roles(lines),
        syllabic,
        frozenset(stems(text, syllabic=syllabic)),
        site_names(lines),
        sum(lines[i].words for i in prose),
        prose[0],
    )
    scored = {i: _scored(view, i) for i in _places(view, prose, plain=plain)}
    best = max(scored, key=lambda i: (scored[i], i), default=None)
    if best is None or scored[best] <= _ENOUGH:
        return None
    best = best if plain else _topmost(view, best, scored)
    return next((i for i in (best - 2, best - 1) if i in scored and best in _continued(lines, i)), best)


def _places(view: _View, prose: Sequence[int], *, plain: bool) -> list[int]:
    """Return the indices of the lines that may be the headline."""
    lines, last = view.lines, _early(view.lines, prose)
    places = [
        i for i in range(last + 1) if i < prose[-1] and _may_head(lines[i]) and _between(lines, i, last) <= _REACH
    ]
    if plain:
        return [i for i in places if all(_before_headline(view, j) for j in range(i))]
    return places


def _paragraph(seen: Seen) -> bool:
    """Whether a line is a paragraph: more than the one short sentence of a caption or a lead."""
    return seen.shape == "prose" and seen.words >= _PARAGRAPH and not _menu_like(seen)


def _menu_like(seen: Seen) -> bool:
    """Whether a long line is no prose: it has no stop at its end, nor amid it."""
    return not _STOPPED.search(seen.text)


def _early(lines: Sequence[Seen], prose: Sequence[int]) -> int:
    """Return the index of the paragraph with which a fifth of the article has passed."""
    total, passed = sum(lines[i].words for i in prose), 0
    for i in prose:
        passed += lines[i].words
        if passed > total * 0.2:
            return i
    return prose[-1]


def _before_headline(view: _View, i: int) -> bool:
    """Whether a line of a page without furniture may stand above its headline: a kicker, a paper's name and day."""
    seen = view.lines[i]
    named = seen.shape == "head" and seen.words <= 4 and not _kin(view, seen)
    return named or seen.shape in ("blank", "junk") or view.roles[i] in ("kicker", "stamp", "byline")


def _between(lines: Sequence[Seen], first: int, last: int) -> int:
    return sum(1 for i in range(first, last) if lines[i].shape != "blank")


def _may_head(seen: Seen) -> bool:
    if seen.shape in ("blank", "junk") or seen.bullet or seen.words > 40:
        return False
    if _CLOSED.search(seen.text) and not _ELLIPSIS.search(seen.text):
        return False
    # A question may close a headline, a label or one question open it: "Pensions. Who gains?"
    inner = len(_STOPPED.findall(seen.text.rstrip(" .!?…”\"»’')")))
    return seen.shape == "head" or (seen.words <= 30 and inner <= (seen.text[-1] not in ".!…" or not inner))


def _scored(view: _View, i: int) -> float:
    above = sum(seen.words for seen in view.lines[:i] if _paragraph(seen))
    return _score(view, i) - 5 * above / view.total


def _topmost(view: _View, best: int, scored: dict[int, float]) -> int:
    """Return the headline that stands over the line, if it is a second one or a standfirst; else the line itself."""
    found, menu = best, 0
    for i in range(best - 1, -1, -1):
        if view.lines[i].shape == "blank":
            continue
        menu = menu + 1 if view.roles[i] == "menu" else 0
        if menu == 2 or view.roles[i] == "prose":
            return found
        if i in scored and _heads(view, i, found):
            found = i
    return found


def _heads(view: _View, i: int, best: int) -> bool:
    """Whether a line above the best one is the headline over that one."""
    above, below = view.lines[i], view.lines[best]
    if (
        view.roles[i] != "text"
        or (begins_as_kicker(above) and above.words <= 10)
        or above.words < 5
        or below.folded in above.folded
        or _between(view.lines, i, best) > 14
    ):
        return False
    between = [j for j in range(i + 1, best) if view.lines[j].shape != "blank"]
    kin = _kin(view, above)
    if any(view.roles[j] in _HEADER for j in between) and not _stamped_below(view, best):
        return above.words >= 0.3 * below.words and _parted(view, i, best, between)
    apart = any(view.roles[j] == "stamp" for j in between) or any(
        view.roles[j] in ("menu", "text") and view.lines[j].words > 2 for j in between
    )
    if apart or kin < 0.3 or kin < 0.6 * _kin(view, below):
        return False
    if len(below.text) >= _LONG or below.shape == "prose":
        return above.words >= 0.35 * below.words
    # What names a section stands on the page more than once, and is short.
    once = sum(seen.key == above.key for seen in view.lines) == 1
    if once and len(above.text) >= _SHORT and len(below.text) >= 2 * _SHORT:
        return above.words >= 0.4 * below.words
    return above.words >= (0.55 if once else 0.75) * below.words


def _stamped_below(view: _View, i: int) -> bool:
    """Whether a day stands between a line and the next paragraph: the day above the line is not the report's."""
    below = takewhile(lambda j: not _paragraph(view.lines[j]), range(i + 1, len(view.lines)))
    return any(view.roles[j] == "stamp" for j in below)


def _parted(view: _View, i: int, best: int, between: Sequence[int]) -> bool:
    """Whether a line that day, author or buttons part from the best one is a headline, not a caption or a motto."""
    kin, under = _kin(view, view.lines[i]), _kin(view, view.lines[best])
    parts = {view.roles[j] for j in between}
    if parts <= _HEADER and "tools" in parts and not _over_header(view, best):
        return kin > 0
    return kin >= 0.3 and (kin >= under or view.lines[i].words <= 1.1 * view.lines[best].words)


def _kin(view: _View, seen: Seen) -> float:
    """Return how much of a line the article speaks of; a line of few words counts for less."""
    found = stems(seen.text, syllabic=view.syllabic)
    share = sum(stem in view.vocabulary for stem in found) / max(1, len(found))
    return min(0.6, share) * min(1.0, len(found) / 4)


def _score(view: _View, i: int) -> float:
    """Return how good a headline a line would be: what it says, how it is written, what stands around it."""
    seen = view.lines[i]
    kin = _kin(view, seen)
    known = 3.0 if _in_metadata(view.page, seen) else 0.0
    return known + _matter(view, i, kin, known=bool(known)) + _form(view, seen, kin) + _place(view, i)


def _matter(view: _View, i: int, kin: float, *, known: bool) -> float:
    """Return what a line's words say for it: the article's matter, its being named elsewhere on the page."""
    seen = view.lines[i]
    score = 2 * kin
    if not kin and not known and not ((_stamp_near(view, i) or _touches_prose(view, i)) and seen.words >= 4):
        score -= 1.0
    score += 1.0 if _slugged(view.lines, seen) else 0.0
    return score + _echoed(view, i, kin)


def _form(view: _View, seen: Seen, kin: float) -> float:
    """Return what the way a line is written says for it."""
    score = 0.7 if seen.words >= 8 else 0.5 if seen.words >= 5 else -1.0 if seen.words < 3 else 0.0
    score += 0.7 if seen.line.kind == "heading" else 0.0
    score -= 0.4 if seen.shape != "head" and seen.text[-1] != "?" else 0.0
    score -= 1.5 if role(seen) == "kicker" and without_site(seen.text, view.sites) == seen.text else 0.0
    score -= 1.5 if fold(seen.text) in view.sites else 0.0
    score -= 0.8 if without_site(seen.text, view.sites) != seen.text else 0.0
    score -= 1.5 if role(seen) in ("byline", "stamp", "tools") else 0.0
    score -= 0.6 if kin < 0.3 and _SURNAME.search(seen.text) and not seen.text.isupper() else 0.0
    score -= 0.8 if names_only(seen.text) and seen.words <= 4 else 0.0
    score -= 1.5 if kin < 0.2 and is_placed_name(seen) else 0.0
    return score - (0.8 if _ELLIPSIS.search(seen.text) else 0.0)


def _place(view: _View, i: int) -> float:
    """Return what stands around a line says for it."""
    lines = view.lines
    score = 0.5 if _stamp_near(view, i) else 0.0
    score += 0.4 if _over_header(view, i) else 0.0
    score += 0.6 if _heads_prose(view, i) else 0.0
    score += 0.3 if _touches_prose(view, i) else 0.0
    score -= 0.7 if _follows_prose(lines, i) else 0.0
    score -= 1.0 if view.roles[i] == "picture" or _under_picture(lines, i) else 0.0
    score -= 1.5 if _listed(view, i) else 0.0
    prose = next((j for j in range(i + 1, len(lines)) if _paragraph(lines[j])), i)
    return score - 0.05 * _between(lines, i + 1, prose)


def _in_metadata(page: Page, seen: Seen) -> bool:
    return bool(page.title and seen.words >= 3 and seen.key and key(fold(page.title)).startswith(seen.key))


def _slugged(lines: Sequence[Seen], seen: Seen) -> bool:
    """Whether the page shows the line once more as a slug, as the headline's address or picture text does."""
    if seen.words < 4:
        return False
    own = flat(seen.folded)
    return any(own == flat(line.folded) for line in lines if line.reason == "slug of a headline")


def _echoed(view: _View, i: int, kin: float) -> float:
    """Return what another line's naming this one says: "2 thoughts on “…”", "You are reading … at"."""
    own = view.lines[i]
    if len(own.folded) < 6 or not (kin or _over_header(view, i)):
        return 0.0
    quoted = re.compile(rf"[«“\"‘]\s?{re.escape(own.folded)}\s?[»”\"’]")
    others = [seen for j, seen in enumerate(view.lines) if j != i and own.words < seen.words <= own.words + 12]
    if any(quoted.search(seen.folded) for seen in others if seen.shape != "prose"):
        return 1.5
    if own.words < 4 or own.folded in view.sites:
        return 0.0
    named = (seen for seen in others if seen.shape != "prose" or not _STOPPED.search(seen.text))
    return 0.5 if any(own.folded in seen.folded for seen in named) else 0.0


def _beneath(view: _View, i: int) -> int | None:
    return next((j for j in range(i + 1, len(view.lines)) if view.lines[j].shape != "blank"), None)


def _touches_prose(view: _View, i: int) -> bool:
    below = _beneath(view, i)
    return below is not None and _paragraph(view.lines[below])


def _over_header(view: _View, i: int) -> bool:
    """Whether the day, the author or the buttons to share stand right below."""
    below = _beneath(view, i)
    return below is not None and view.roles[below] in _HEADER


def _heads_prose(view: _View, i: int) -> bool:
    """Whether prose comes next, furniture, names and the like apart."""
    rows = zip(view.lines[i + 1 :], view.roles[i + 1 :], strict=True)
    below = (seen for seen, part in rows if part in ("text", "prose"))
    first = next((seen for seen in below if seen.words > 3 and not names_only(seen.text)), None)
    return first is not None and _paragraph(first)


def _follows_prose(lines: Sequence[Seen], i: int) -> bool:
    above = next((j for j in range(i - 1, -1, -1) if lines[j].shape not in ("blank", "junk")), -1)
    return above >= 0 and _paragraph(lines[above])


def _under_picture(lines: Sequence[Seen], i: int) -> bool:
    """Whether the line right above stands for a picture: this one is its caption."""
    above = next((seen for seen in reversed(lines[:i]) if seen.shape != "blank"), None)
    return above is not None and above.reason == "image or file name"


def _listed(view: _View, i: int) -> bool:
    """Whether the line comes again amid the text, as a subheading that a table of contents lists does."""
    own = view.lines[i].key
    return any(seen.key == own for seen in view.lines[view.first + 1 :] if seen.shape in ("head", "sentence")) and any(
        seen.key == own and _follows_prose(view.lines, j)
        for j, seen in enumerate(view.lines[view.first + 1 :], view.first + 1)
    )


def _stamp_near(view: _View, i: int) -> bool:
    """Whether a date stands up to three lines above or five below, blank ones not counted."""
    written = [j for j, seen in enumerate(view.lines) if seen.shape != "blank"]
    above = [j for j in written if j < i][-3:]
    below = islice((j for j in written if j > i), 5)
    return any(view.roles[j] == "stamp" for j in (*above, *below))
