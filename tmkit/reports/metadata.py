"""The headline and the day of publication of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tmkit.lang.text import fold
from tmkit.reports.base import Page
from tmkit.reports.cues import cues, key
from tmkit.reports.dates import Day, find_days, find_months, swap
from tmkit.reports.lines import Seen, names_only
from tmkit.reports.repeats import flat
from tmkit.reports.span import content, kinship

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


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication, how it was found out (empty: a line of the page gives it)."""

    date: date | None
    note: str = ""


def find_date(page: Page, lines: Sequence[Seen], title: int | None, body: Sequence[int], lang: str) -> Dated:
    """Return the day of publication.

    From, in this order: a line marked as publication's, one near the headline, the page's metadata,
    the full date that opens the text, a day whose year the text implies. `body` holds the indices of its lines.
    """
    months_first = _months_first(lines, lang)
    near = title if title is not None else (body[0] if body else 0)
    ranked = [
        (_stamp_rank(lines, i, near, body), -abs(i - near), i)
        for i, seen in enumerate(lines)
        if seen.reason == "metadata: date"
    ]
    good = [entry for entry in ranked if entry[0] > 0]
    if page.date and not any(rank >= 3 for rank, _, _ in good):
        return Dated(page.date)
    if good:
        return Dated(_stamp(lines[max(good)[2]].folded, months_first))
    return _from_text([lines[i].text for i in body])


def _months_first(lines: Sequence[Seen], lang: str) -> bool:
    """Whether the page writes 4/25/2016: one date that cannot be read otherwise shows it."""
    if lang != "en":
        return False
    return any(day.order == "mdy" for seen in lines if seen.words <= 30 for day in find_days(seen.folded))


def _stamp_rank(lines: Sequence[Seen], index: int, near: int, body: Sequence[int]) -> float:
    """Return how likely a date line gives the day of publication; 0 and less: it does not."""
    known, folded = cues(), lines[index].folded
    rank = 2.0 if known.published.search(folded) else 1.0 if known.updated.search(folded) else 0.0
    low, high = sorted((index, near))
    away = sum(1 for i in range(low + 1, high) if lines[i].shape != "blank")
    inside = bool(body) and body[0] < index < body[-1]
    rank += 1.5 if away <= 3 else 1.0 if away <= 7 else 0.0
    rank += 0.3 if near <= index else 0.0
    if body and index > body[-1]:
        tail = lines[body[-1] + 1 : index]
        walled = any(seen.reason in ("comment form", "cue line", "related article") for seen in tail)
        rank -= 3.0 if walled or rank < 1 or len(tail) > 8 else 1.0
    return rank - (1.0 if inside and index > body[min(2, len(body) - 1)] else 0.0)


def _stamp(folded: str, months_first: bool) -> date | None:
    days = [day for day in find_days(folded) if day.year]
    marks = list(cues().published.finditer(folded))
    if marks and len(days) > 1:
        days = [day for day in days if day.start > marks[-1].start()] or days
    return (swap(days[0]) if months_first and "/" in folded else days[0]).date


def _from_text(paragraphs: Sequence[str]) -> Dated:
    opening = [day for text in paragraphs[:1] for day in find_days(fold(text[:90])) if day.year]
    if opening:
        return Dated(opening[0].date, "the date is the one that opens the text")
    bare = [day for text in paragraphs[:2] for day in find_days(fold(text)) if not day.year]
    if not bare:
        return Dated(None)
    found = _implied(bare[0], [fold(text) for text in paragraphs])
    written = f"{bare[0].day}/{bare[0].month}"
    if found is None:
        return Dated(None, f"no date: the text says {written} and nothing tells the year")
    return Dated(found, f"the date is {written} of the text; {found.year} is implied by the past days it names")


def _implied(day: Day, folded: list[str]) -> date | None:
    """Return the first such day after the latest past day that the text names."""
    anchors = [anchor for text in folded for sentence in _sentences(text) for anchor in _past(sentence)]
    if not anchors:
        return None
    found = _after(max(anchors), day)
    if found is None:
        return None
    # A year soon after the one found may be the present, one far ahead is a goal ("by 2030") unless it is past.
    present = range(found.year + 1, found.year + 3)
    later = [year for text in folded for sentence in _sentences(text) for year in _years(sentence, present)]
    return None if later else found


def _sentences(folded: str) -> list[str]:
    return re.split(r"[.!?;]\s", folded)


def _is_past(sentence: str) -> bool:
    known = cues()
    return bool(known.past.search(sentence)) and not known.future.search(sentence)


def _past(sentence: str) -> list[date]:
    if not _is_past(sentence):
        return []
    days = [day.date for day in find_days(sentence) if day.date]
    return days + [date(year, month, 1) for year, month in find_months(sentence)]


def _years(sentence: str, present: range) -> list[int]:
    """Return the years of a sentence that contradict a date: those of `present`, and any later one if past."""
    years = map(int, re.findall(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d/])", sentence))
    return [year for year in years if year in present or (year >= present.start and _is_past(sentence))]


def _after(latest: date, day: Day) -> date | None:
    for year in range(latest.year, latest.year + 2):
        try:
            found = date(year, day.month, day.day)
        except ValueError:
            continue
        if found > latest:
            return found
    return None
