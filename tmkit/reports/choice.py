"""Line by line: what of the article's block is its body, and why the rest is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tmkit.reports.cues import cues
from tmkit.reports.lines import Seen, names_only
from tmkit.reports.span import content, kinship

_PICTURE = frozenset(("image or file name", "slug of a headline", "hole of a template"))
_SUBHEAD_WORDS = 14
_LAST_STOP = re.compile(r"[.!?…][”\"»’')\]]*$")


def choose(lines: Sequence[Seen], block: range, title: int | None, *, plain: bool) -> dict[int, str]:
    """Return for every line that is not blank why it is dropped; an empty reason keeps it.

    `plain`: the page shows no sign of furniture, so that only what is surely none of the text goes.
    """
    reasons: dict[int, str] = {}
    zone = ""
    for i, seen in enumerate(lines):
        if seen.shape == "blank" or i == title:
            continue
        if seen.shape == "junk":
            zone = _zone(seen, zone, i in block)
            reasons[i] = seen.reason
        elif i not in block or (title is not None and i < title):
            reasons[i] = _outside(seen, zone, lines, title)
        else:
            reasons[i] = "" if plain else _inside(lines, i, block, title, zone, reasons)
            zone = "" if reasons[i] == "" and seen.shape == "prose" else zone
    return reasons


def _zone(seen: Seen, zone: str, inside: bool) -> str:
    if seen.reason == "comment form":
        return "comment" if not inside else zone
    if seen.reason == "cue line":
        return "related article"
    return zone


def _outside(seen: Seen, zone: str, lines: Sequence[Seen], title: int | None) -> str:
    if title is not None and seen.key == lines[title].key:
        return "headline repeated"
    if zone:
        return zone
    if seen.shape == "head" and names_only(seen.text) and 2 <= seen.words <= 4:
        return "author or name"
    return "navigation" if seen.words <= 6 else "outside the article"


def _inside(
    lines: Sequence[Seen], i: int, block: range, title: int | None, zone: str, reasons: dict[int, str]
) -> str:
    seen = lines[i]
    if title is not None and seen.key == lines[title].key:
        return "headline repeated"
    caption = _caption(lines, i, title, started=any(not reason for reason in reasons.values()))
    if caption:
        return caption
    if seen.shape == "prose":
        return "related article" if zone and _teaser(lines, i, block, reasons) else ""
    if zone and seen.shape == "head":
        return zone
    if seen.shape == "sentence":
        return ""
    return _head(lines, i, block, reasons)


def _above(lines: Sequence[Seen], i: int) -> int:
    """Return the index of the nearest line above that is not blank, or -1."""
    return next((j for j in range(i - 1, -1, -1) if lines[j].shape != "blank"), -1)


def _below(lines: Sequence[Seen], i: int, block: range) -> int:
    """Return the index of the nearest line below, in the block, that is neither blank nor furniture, or -1."""
    return next((j for j in range(i + 1, block.stop) if lines[j].shape not in ("blank", "junk")), -1)


def _caption(lines: Sequence[Seen], i: int, title: int | None, *, started: bool) -> str:
    """Return the reason where a line stands under a picture."""
    seen, above = lines[i], _above(lines, i)
    stopped = bool(_LAST_STOP.search(seen.text)) or seen.text[-1] in ":;,"
    if above >= 0 and _picture(lines[above], started=started) and seen.words <= (16 if stopped else 60):
        return "photo caption"
    if title is not None and re.match(re.escape(lines[title].text) + r"\W*\S+ \d+\b", seen.text):
        return "photo caption"
    if not stopped and seen.words >= 8 and _echo(lines, i):
        return "photo caption"
    return "photo caption" if _credited(lines, i, stopped=stopped) else ""


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
    return seen.reason in _PICTURE or (named and not started)


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


def _teaser(lines: Sequence[Seen], i: int, block: range, reasons: dict[int, str]) -> bool:
    """Whether prose after a related cue belongs to the headline above it, not to the article."""
    above = _above(lines, i)
    if above < 0 or lines[above].shape != "head":
        return False
    below = _below(lines, i, block)
    if below >= 0 and lines[below].shape == "prose":
        return False
    vocabulary = Counter(word for j, reason in reasons.items() if not reason for word in content(lines[j].text))
    return kinship(lines[i].text, vocabulary) < 0.25


def _head(lines: Sequence[Seen], i: int, block: range, reasons: dict[int, str]) -> str:
    """Return why a line without a closing stop is no subheading of the body."""
    seen = lines[i]
    started = any(not reason for reason in reasons.values())
    below = _below(lines, i, block)
    if seen.line.kind == "link":
        return "related article"
    if not started:
        return "author" if names_only(seen.text) and seen.words <= 6 else "above the text"
    if below < 0:
        return "author" if names_only(seen.text) else "below the text"
    if seen.line.kind == "heading":
        return ""
    if seen.words > _SUBHEAD_WORDS:
        return "photo caption or link"
    if seen.words >= 5 and not _at_home(lines, seen, block):
        return "headline of another article"
    return "list of links" if _crowd(lines, i, block) else ""


def _at_home(lines: Sequence[Seen], seen: Seen, block: range) -> bool:
    """Whether a heading shares any of its content with the article's prose."""
    own = set(content(seen.text))
    quoted = seen.text[0] in "“«\"‘"
    return quoted or not own or any(own & set(content(lines[i].text)) for i in block if lines[i].shape == "prose")


def _crowd(lines: Sequence[Seen], i: int, block: range) -> bool:
    """Whether a heading stands among three or more, with no colon before them to announce a list."""
    first = i
    while (above := _above(lines, first)) in block and lines[above].shape == "head":
        first = above
    count, last = 1, first
    while (below := _below(lines, last, block)) >= 0 and lines[below].shape == "head":
        last, count = below, count + 1
    above = _above(lines, first)
    return count >= 3 and not (above >= 0 and lines[above].text.endswith(":"))
