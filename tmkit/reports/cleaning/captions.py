"""Which lines stand under a picture, though no word in them says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tmkit.reports.cleaning.cues import cues
from tmkit.reports.cleaning.lines import Seen, names_only

PICTURES = frozenset(("picture", "image or file name", "slug of a headline", "hole of a template"))
"""Furniture that stands for a picture: its caption comes next."""
_LAST_STOP = re.compile(r"[.!?…][”\"»’')\]]*$")
_SIGNED = re.compile(
    r"[.!?…][”\"»]?\s+(?:[–—-]\s+)?(?:(?P<label>[^.!?:]{1,25}?)\s?:\s)?(?P<name>[^.!?:–—]{3,50}|[^!?:–—]{3,30})$"
)
"""What may be a photographer's name, after the one sentence of a caption."""


def line_above(lines: Sequence[Seen], i: int) -> int:
    """Return the index of the nearest line above that is not blank, or -1."""
    return next((j for j in range(i - 1, -1, -1) if lines[j].shape != "blank"), -1)


def line_below(lines: Sequence[Seen], i: int) -> int:
    """Return the index of the nearest line below that is not blank, or -1."""
    return next((j for j in range(i + 1, len(lines)) if lines[j].shape != "blank"), -1)


def is_caption(lines: Sequence[Seen], i: int, *, started: bool) -> bool:
    """Tell whether a line stands under a picture."""
    seen = lines[i]
    upper, lower = line_above(lines, i), line_below(lines, i)
    if not started and upper >= 0 and lower >= 0 and _bare_credit(lines[upper]) and seen.words <= 20:
        return lines[lower].shape == "junk"
    if _signed(lines, i):
        return True
    stopped = bool(_LAST_STOP.search(seen.text)) or seen.text[-1] in ":;,"
    if upper >= 0 and _picture(lines[upper], started=started) and seen.words <= (16 if stopped else 60):
        return True
    if not stopped and seen.words >= 8 and _echo(lines, i):
        return True
    # A sentence right below the headline is the lead, even where a credit follows.
    return (started or not stopped) and _credited(lines, i, stopped=stopped)


def _signed(lines: Sequence[Seen], i: int) -> bool:
    """Whether a line is one sentence and a name, and prose comes below it: the article's last line may be signed so."""
    seen = lines[i]
    match = _SIGNED.search(seen.text) if 5 <= seen.words <= 45 else None
    if not match or re.search(r"\w{3}[.!?…][”\"»]?\s+\S", seen.text[: match.start()]):
        return False
    name = match["name"]
    named = names_only(name) and (2 <= len(re.findall(r"\w{2,}", name)) <= 7 or bool(match["label"]))
    return named and any(other.shape == "prose" for other in lines[i + 1 : i + 12])


def _credited(lines: Sequence[Seen], i: int, *, stopped: bool) -> bool:
    """Whether the next line is nothing but a photographer's credit, and this one may be what it is for."""
    below = next((j for j in range(i + 1, min(i + 3, len(lines))) if lines[j].shape != "blank"), -1)
    if below < 0 or not _bare_credit(lines[below]):
        return False
    one = not re.search(r"[.!?…]\W*\s\S", lines[i].text) and not re.search(r"[«“\"]", lines[i].text)
    return lines[i].words <= (20 if stopped else 30) and (one or not stopped)


def _picture(seen: Seen, *, started: bool) -> bool:
    """Whether a line stands for a picture, or names its agency: its caption comes next."""
    named = seen.reason == "photo caption" and seen.words <= 2 and not {":", "©"} & set(seen.text)
    return seen.reason in PICTURES or (named and not started)


def _bare_credit(seen: Seen) -> bool:
    if seen.words > 7 or seen.reason != "photo caption":
        return False
    return seen.text.startswith("©") or seen.key in cues().whole or bool(cues().credit.match(seen.text.lower()))


def _echo(lines: Sequence[Seen], i: int) -> bool:
    """Whether the next paragraph begins almost with the same words."""
    below = next((j for j in range(i + 1, min(i + 4, len(lines))) if lines[j].shape == "prose"), -1)
    if below < 0:
        return False
    words, other = lines[i].key.split(), lines[below].key.split()
    return len(set(words) & set(other[: len(words) + 4])) >= 0.8 * len(set(words))


def pictured(seen: Seen) -> bool:
    """Whether a line says what a picture shows: who does what, and where."""
    if seen.text[-1] in "?!:" or seen.text[0] in '“«"':
        return False
    return (seen.words >= 7 and bool(cues().scenes.search(seen.text.lower()))) or (
        seen.words >= 11 and bool(cues().place.search(seen.text))
    )
