"""The headline and the day of publication of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from tmkit.lang.text import fold
from tmkit.reports.base import Page
from tmkit.reports.cues import key
from tmkit.reports.lines import Seen, names_only
from tmkit.reports.published import find_date
from tmkit.reports.repeats import flat
from tmkit.reports.span import content, kinship

__all__ = ["find_date", "find_title", "title_text"]

_SITE_TAIL = re.compile(r"^(?P<title>.{12,}?)\s+(?:[|–—·»]|-)\s+(?P<site>[^|]{2,60})$")
_STOPPED = re.compile(r"[.…:;,]\W*$")
_SURNAME = re.compile(r"(?:\b[^\W\d_a-z]{2,}\b ?){2,}$|(?:\b[^\W\d_a-z]{2,}\b ){2,}[-–,(]")
"""Two words in capitals or more that close a line or stand before a dash: an author's name."""
_ENOUGH = 1.2
"""The score that a headline must pass."""
_REACH = 30
"""Lines above the first paragraph that may hold its headline."""


def title_text(page: Page, index: int | None, lines: Sequence[Seen]) -> str | None:
    """Return the headline: the line chosen, or else what the page's metadata says without the site's name."""
    if index is not None:
        return lines[index].text
    if not page.title:
        return None
    match = _SITE_TAIL.match(page.title.strip())
    return match["title"].strip() if match else page.title.strip()


def find_title(page: Page, lines: Sequence[Seen], block: range, *, plain: bool) -> int | None:
    """Return the index of the headline's line; None where no line of the page is one.

    `plain`: the page has no furniture, so that only its first line may be the headline.
    """
    prose = [i for i in block if lines[i].shape == "prose"]
    if not prose:
        return None
    vocabulary = Counter(word for i in prose for word in content(lines[i].text))
    last = _early(lines, prose)
    places = [i for i in range(last, -1, -1) if _may_head(lines[i]) and _between(lines, i, last) <= _REACH]
    if plain:
        places = [i for i in places if all(_before_headline(seen) for seen in lines[:i])]
    total = sum(lines[i].words for i in prose)
    best, best_score = None, _ENOUGH
    for i in places:
        above = sum(seen.words for seen in lines[:i] if seen.shape == "prose") / total
        score = _head_score(page, lines, i, vocabulary) - 5 * above
        if score > best_score and prose[-1] > i:
            best, best_score = i, score
    return best if best is None or plain else _over_standfirst(lines, best, vocabulary)


def _early(lines: Sequence[Seen], prose: Sequence[int]) -> int:
    """Return the index of the paragraph with which a fifth of the article has passed."""
    total, passed = sum(lines[i].words for i in prose), 0
    for i in prose:
        passed += lines[i].words
        if passed > total * 0.2:
            return i
    return prose[-1]


def _over_standfirst(lines: Sequence[Seen], best: int, vocabulary: Counter[str]) -> int:
    """Return the line above, where it is as good a headline: a second headline stands below the first."""
    above = next((i for i in range(best - 1, -1, -1) if lines[i].shape not in ("blank", "junk")), -1)
    if above < 0 or _between(lines, above, best) > 3 or not _may_head(lines[above]) or lines[above].words < 5:
        return best
    if (
        lines[above].words < 0.75 * lines[best].words
        or _kicker(lines[above].text)
        or lines[above].key == lines[best].key
    ):
        return best
    kin = _kin(lines[above], vocabulary)
    return above if kin >= 0.3 and kin >= 0.8 * _kin(lines[best], vocabulary) else best


def _kin(seen: Seen, vocabulary: Counter[str]) -> float:
    """Return how much of a line the article speaks of; a line of few words counts for less."""
    return min(0.6, kinship(seen.text, vocabulary)) * min(1.0, len(content(seen.text)) / 4)


def _before_headline(seen: Seen) -> bool:
    return seen.shape in ("blank", "junk") or _kicker(seen.text)


def _kicker(text: str) -> bool:
    """Whether a line names sections, as `Economy • Pensions` does."""
    return bool(re.search(r"\s[•·|/>›»]\s", text))


def _between(lines: Sequence[Seen], first: int, last: int) -> int:
    return sum(1 for i in range(first, last) if lines[i].shape != "blank")


def _may_head(seen: Seen) -> bool:
    if seen.shape in ("blank", "junk") or seen.bullet or seen.words > 40 or _STOPPED.search(seen.text):
        return False
    return seen.shape == "head" or (seen.words <= 30 and not re.search(r"[.!?…] \S.* \S", seen.text[:-1]))


def _head_score(page: Page, lines: Sequence[Seen], index: int, vocabulary: Counter[str]) -> float:
    """Return how good a headline a line would be: what it says, how it is written, what stands around it."""
    seen = lines[index]
    score = 3.0 if _in_metadata(page, seen) else 0.0
    stamped = _stamp_near(lines, index)
    kin = _kin(seen, vocabulary)
    if kin:
        score += 2 * kin
    elif not score and not ((stamped or _touches_prose(lines, index)) and seen.words >= 4):
        score -= 1.0
    score += 0.7 if seen.words >= 8 else 0.5 if seen.words >= 5 else -1.0 if seen.words < 3 else 0.0
    score += 0.7 if seen.line.kind == "heading" else 0.0
    score += 1.0 if _slugged(lines, seen) else 0.0
    score += 0.5 if stamped else 0.0
    score -= 0.4 if seen.shape != "head" else 0.0
    score += 0.6 if _heads_prose(lines, index) else 0.0
    score += 0.3 if _touches_prose(lines, index) else 0.0
    score -= 0.7 if _follows_prose(lines, index) else 0.0
    score -= 1.5 if _kicker(seen.text) else 0.0
    score -= 0.6 if kin < 0.3 and _SURNAME.search(seen.text) and not seen.text.isupper() else 0.0
    score -= 0.8 if names_only(seen.text) and seen.words <= 4 else 0.0
    prose = next((i for i in range(index + 1, len(lines)) if lines[i].shape == "prose"), index)
    return score - 0.05 * _between(lines, index + 1, prose)


def _in_metadata(page: Page, seen: Seen) -> bool:
    return bool(page.title and seen.words >= 3 and seen.key and key(fold(page.title)).startswith(seen.key))


def _slugged(lines: Sequence[Seen], seen: Seen) -> bool:
    """Whether the page shows the line once more as a slug, as the headline's address or picture text does."""
    if seen.words < 4:
        return False
    own = flat(seen.folded)
    return any(own == flat(line.folded) for line in lines if line.reason == "slug of a headline")


def _touches_prose(lines: Sequence[Seen], index: int) -> bool:
    below = next((seen for seen in lines[index + 1 :] if seen.shape != "blank"), None)
    return below is not None and below.shape == "prose"


def _heads_prose(lines: Sequence[Seen], index: int) -> bool:
    """Whether prose comes next, furniture, names and the like apart."""
    below = (seen for seen in lines[index + 1 :] if seen.shape not in ("blank", "junk"))
    first = next((seen for seen in below if seen.words > 3 and not names_only(seen.text)), None)
    return first is not None and first.shape == "prose"


def _follows_prose(lines: Sequence[Seen], index: int) -> bool:
    above = next((i for i in range(index - 1, -1, -1) if lines[i].shape not in ("blank", "junk")), -1)
    return above >= 0 and lines[above].shape == "prose"


def _stamp_near(lines: Sequence[Seen], index: int) -> bool:
    """Whether a date stands up to three lines above or five below, blank ones not counted."""
    above = [seen for seen in lines[:index] if seen.shape != "blank"][-3:]
    below = islice((seen for seen in lines[index + 1 :] if seen.shape != "blank"), 5)
    return any(seen.reason == "metadata: date" for seen in (*above, *below))
