"""The kept lines seen together: what stands amid furniture, and what the body's end still drags along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tmkit.reports.cleaning.appeals import appeals, reachable
from tmkit.reports.cleaning.content import content, kinship
from tmkit.reports.cleaning.cues import cues
from tmkit.reports.cleaning.lines import Seen, names_only

_HARD = frozenset(
    (
        "metadata: date",
        "author",
        "author or name",
        "sharing and tools",
        "comment form",
        "counter",
        "call to subscribe",
        "contact",
    )
)
"""Furniture of a page's head or foot."""
_FOOT = frozenset(
    ("author", "source", "sharing and tools", "counter", "comment form", "tags", "metadata: date", "contact")
)
"""Furniture that closes an article."""
_SITE = re.compile(r"^\(?[A-ZĐ][A-ZĐ.]{1,9}\)?\s?[-–—]\s")
"""A paper's initials before its teasers: `VTB.VN - `."""


def trimmed(lines: Sequence[Seen], reasons: dict[int, str], title: int | None) -> dict[int, str]:
    """Return further lines to drop, with the reasons, once it is known what of the page is kept."""
    dropped = _between(lines, reasons, title)
    kept = [i for i, reason in reasons.items() if not reason and i not in dropped]
    dropped |= _afterwards(lines, reasons, kept)
    return dropped | _tail(lines, [i for i in kept if i not in dropped])


def _afterwards(lines: Sequence[Seen], reasons: dict[int, str], kept: Sequence[int]) -> dict[int, str]:
    """Return one or two last paragraphs that furniture of a page's foot parts from the rest, and that share little."""
    last = next((i for i in sorted(reasons, reverse=True) if reasons[i] in _FOOT and kept and i < kept[-1]), -1)
    below, above = [i for i in kept if i > last], [i for i in kept if i < last]
    if last < 0 or len(below) > 2 or sum(lines[i].shape == "prose" for i in above) < 3:
        return {}
    vocabulary = Counter(word for i in above for word in content(lines[i].text))
    own = reasons[last] in ("author", "source") or len(below) == 1
    akin = max(kinship(lines[i].text, vocabulary) for i in below)
    return {} if akin >= (0.15 if own else 0.08) else dict.fromkeys(below, "below the article")


def _between(lines: Sequence[Seen], reasons: dict[int, str], title: int | None) -> dict[int, str]:
    """Return short lines that stand amid furniture of the page's head or foot, between two paragraphs."""
    return {
        i: "amid furniture"
        for run, top in _gaps(lines, reasons, title)
        for i in _surrounded(lines, reasons, run, top=top)
    }


def _gaps(lines: Sequence[Seen], reasons: dict[int, str], title: int | None) -> Iterator[tuple[list[int], bool]]:
    """Yield the lines between paragraphs, and whether no paragraph, or the lead alone, stands above them."""
    run: list[int] = []
    prose = 0
    for i in sorted(reasons):
        if lines[i].shape == "prose" and not reasons[i]:
            yield (run if prose else _headed(lines, reasons, run, title)), prose < 2
            run, prose = [], prose + 1
        else:
            run.append(i)


def _headed(lines: Sequence[Seen], reasons: dict[int, str], run: Sequence[int], title: int | None) -> list[int]:
    """Return the lines above the first paragraph but for what may be the standfirst, right below the headline."""
    if title is None:
        return list(run)
    below = [i for i in run if i > title]
    first = next((i for i in below if not reasons[i]), -1)
    return [i for i in below if i != first or lines[i].words < 7 or lines[i].shape != "head"]


def _surrounded(lines: Sequence[Seen], reasons: dict[int, str], run: Sequence[int], *, top: bool) -> list[int]:
    hard = [i for i in run if reasons[i] in _HARD]
    if not hard:
        return []
    first, last = (run[0], run[-1] + 1) if top else (hard[0], hard[-1])
    found = [i for i in run if not reasons[i] and first <= i < last and _slight(lines[i])]
    if top and found and found[-1] == run[-1] and _apart(lines, reasons, run):
        found.pop()
    return found


def _apart(lines: Sequence[Seen], reasons: dict[int, str], run: Sequence[int]) -> bool:
    """Whether the last line of a gap may be a subheading: a blank line or a picture stands above it, no name."""
    last = run[-1]
    if names_only(lines[last].text) or lines[last].text.isupper():
        return False
    pictured = len(run) > 1 and reasons[run[-2]] in ("photo caption", "picture", "image or file name")
    return pictured or lines[last - 1].shape == "blank"


def _slight(seen: Seen) -> bool:
    return seen.shape == "head" or (seen.shape == "sentence" and seen.words <= 7 and not seen.bullet)


def _tail(lines: Sequence[Seen], kept: Sequence[int]) -> dict[int, str]:
    """Return the lines at the body's end that speak to the reader, name an address, or tell of another story."""
    dropped: dict[int, str] = {}
    rest = list(kept)
    while len(rest) > 2:
        reason = _closing(lines, rest)
        if not reason:
            break
        dropped[rest.pop()] = reason
    return dropped


def _closing(lines: Sequence[Seen], rest: Sequence[int]) -> str:
    """Return why the last line of the body is none of it, or nothing."""
    last = lines[rest[-1]]
    above = next(seen for seen in reversed(lines[: rest[-1]]) if seen.shape != "blank")
    quoted = re.search(r"[“”«»\"]", last.text)
    if last.shape == "head":
        return "author" if names_only(last.text) and last.words <= 5 else "below the text"
    if last.shape == "sentence" and not last.bullet and (last.text.endswith(":") or _invites(last)):
        return "call to subscribe"
    if not quoted and last.words <= 30 and reachable(last.text):
        return "contact"
    if not quoted and last.words <= 60 and appeals(last.text, closing=True):
        return "call to subscribe"
    teased = last.shape == "prose" and above.shape == "head" and last.words <= 45 and len(rest) >= 5
    if not teased:
        return ""
    vocabulary = Counter(word for i in rest[:-1] if lines[i] is not above for word in content(lines[i].text))
    strange = kinship(f"{above.text} {last.text}", vocabulary) < 0.06 and above.words >= 6
    return "teaser of another article" if strange or _sited(lines, rest) else ""


def _invites(seen: Seen) -> bool:
    """Whether a short question is put to the reader: `Did you like this article?`."""
    spoken = seen.text.lower()
    return spoken.endswith("?") and bool(cues().appeal.search(spoken) or cues().address.search(spoken))


def _sited(lines: Sequence[Seen], rest: Sequence[int]) -> bool:
    """Whether the last line begins with a paper's initials that no paragraph between the first and it has."""
    return bool(_SITE.match(lines[rest[-1]].text)) and not any(_SITE.match(lines[i].text) for i in rest[1:-1])
