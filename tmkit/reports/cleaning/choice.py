"""Line by line: what of the article's block is its body, and why the rest is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tmkit.reports.cleaning.captions import PICTURES, is_caption, line_above, line_below, pictured
from tmkit.reports.cleaning.content import content, teases
from tmkit.reports.cleaning.cues import cues
from tmkit.reports.cleaning.detours import interview
from tmkit.reports.cleaning.lines import Seen, names_only
from tmkit.reports.cleaning.trimming import trimmed

_INSIDE = PICTURES | {
    "photo caption",
    "advertisement",
    "related article",
    "cue line",
    "mark or number",
    "copyright and imprint",
}
"""Furniture that stands amid an article as well as around it."""
_LIGHT = frozenset(("sharing and tools", "navigation", "counter", "repeated on the page"))
"""Furniture that may stand between a headline and its standfirst."""
_BOXES = frozenset(("call to subscribe", "sharing and tools", "picture", "list of contents"))
"""Furniture below which an article may go on with a subheading."""
_SUBHEAD_WORDS = 14
_LOOSE_LABEL = re.compile(r"(?P<label>[^.:;,!?“«\"]{3,22}?)\s?:\s(?P<rest>[A-ZÀ-ÝĐ].+[^.!?…”»\"])$")
_LABEL = re.compile(r"[A-ZÀ-ỸĐ]{4,}(?: [A-ZÀ-ỸĐ]+)?\s?[-–:|]\s\S")


def choose(lines: Sequence[Seen], block: range, title: int | None, *, plain: bool, apart: set[int]) -> dict[int, str]:
    """Return for every line that is not blank why it is dropped; an empty reason keeps it.

    `plain`: the page shows no sign of furniture, so that only what is surely none of the text goes. `apart`: lines of
    cues, forms and boxes that stand amid the article.
    """
    reasons: dict[int, str] = {}
    zone, started = "", False
    twice = Counter(seen.key for seen in lines if seen.shape == "head")
    prose = [i for i in block if lines[i].shape == "prose"]
    for i, seen in enumerate(lines):
        if seen.shape == "blank" or i == title:
            continue
        if i in apart:
            reasons[i] = seen.reason or "related article"
            zone = ""
            continue
        if seen.shape == "junk":
            zone = _zone(seen, zone, i in block)
            reasons[i] = "" if plain and _within_text(seen, i, prose) else seen.reason
        elif i not in block or (title is not None and i < title):
            reasons[i] = _outside(seen, zone, lines, title)
        elif plain:
            reasons[i] = ""
        else:
            if seen.shape == "head" and twice[seen.key] > 1 and seen.words >= 4:
                zone = "related article"
            if seen.shape == "head" and twice[seen.key] > 1 and seen.words < 4:
                reasons[i] = "repeated on the page"
                continue
            reasons[i] = _inside(_View(lines, block, title, zone if started else "", started), i, reasons)
        if not reasons[i]:
            zone, started = "" if seen.shape == "prose" else zone, True
    reasons.update(_about_author(lines, reasons))
    if not plain:
        reasons.update(trimmed(lines, reasons, title))
    return reasons


def _about_author(lines: Sequence[Seen], reasons: dict[int, str]) -> dict[int, str]:
    """Return the last line of the body where it tells who the author is, named further up."""
    kept = [i for i, reason in reasons.items() if not reason]
    if len(kept) < 3 or lines[kept[-1]].words > 60:
        return {}
    text = lines[kept[-1]].text
    bylines = " ".join(lines[i].text for i in reasons if i < kept[0] and reasons[i] in ("author", "author or name"))
    name = re.match(r"(?:[^\W\d_a-z][\w’'.-]+ ){2,4}", text)
    if not name:
        return {}
    family = name[0].split()[-1]
    fresh = not any(family in lines[i].text for i in kept[:-1])
    told = cues().bios.match(text[name.end() :].lower()) and not re.search(r"[“”«»\"]", text)
    return {kept[-1]: "about the author"} if name[0].strip() in bylines or (fresh and told) else {}


@dataclass(frozen=True, slots=True)
class _View:
    """What the judgement of one line of the block looks at."""

    lines: Sequence[Seen]
    block: range
    title: int | None
    zone: str
    """What the last cue line opened, until the article goes on."""
    started: bool
    """Whether some line of the body stands above."""


def _within_text(seen: Seen, i: int, prose: Sequence[int]) -> bool:
    """Whether what looks like a name or a source stands amid the paragraphs of a text without furniture."""
    return seen.reason in ("author", "source") and bool(prose) and prose[0] < i < prose[-1]


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


def _inside(view: _View, i: int, reasons: dict[int, str]) -> str:
    seen, title = view.lines[i], view.title
    if title is not None and seen.key == view.lines[title].key:
        return "headline repeated"
    if is_caption(view.lines, i, started=view.started):
        return "photo caption"
    if seen.shape == "prose":
        linked = _headline(seen) and _crowd(view.lines, i, view.block) and not interview(view.lines)
        return "related article" if linked or (view.zone and _teaser(view, i, reasons)) else ""
    if view.zone and seen.shape == "head":
        return view.zone
    return "" if seen.shape == "sentence" else _head(view, i)


def _below(lines: Sequence[Seen], i: int, block: range) -> int:
    """Return the index of the nearest line below, in the block, that is neither blank nor furniture, or -1."""
    return next((j for j in range(i + 1, block.stop) if lines[j].shape not in ("blank", "junk")), -1)


def _teaser(view: _View, i: int, reasons: dict[int, str]) -> bool:
    """Whether prose after a related cue belongs to the headline above it, not to the article."""
    lines, above = view.lines, line_above(view.lines, i)
    if above < 0 or lines[above].shape != "head":
        return False
    below = _below(lines, i, view.block)
    if below >= 0 and lines[below].shape == "prose":
        return False
    vocabulary = Counter(word for j, reason in reasons.items() if not reason for word in content(lines[j].text))
    return teases(lines[i].text, lines[above].text, vocabulary)


def _head(view: _View, i: int) -> str:
    """Return why a line without a closing stop is no subheading of the body."""
    seen, below = view.lines[i], _below(view.lines, i, view.block)
    if seen.line.kind == "link" or (view.started and below >= 0 and _labelled(seen)):
        return "related article"
    if not view.started and below >= 0 and _standfirst(view, i):
        return ""
    if not view.started or below < 0:
        name = names_only(seen.text) and seen.words <= 6
        return "author" if name else "below the text" if view.started else "above the text"
    if _amid_furniture(view.lines, i):
        return "author" if names_only(seen.text) else "amid furniture"
    if seen.line.kind != "heading" and pictured(seen):
        return "photo caption"
    if seen.words > _SUBHEAD_WORDS and seen.line.kind != "heading":
        return "photo caption or link"
    if seen.words >= 8 and not _at_home(view.lines, seen, view.block):
        return "headline of another article"
    return "list of links" if _crowd(view.lines, i, view.block) else ""


def _standfirst(view: _View, i: int) -> bool:
    """Whether a line without a stop is the standfirst: right below the headline, as long as one, of the same matter."""
    lines, seen, title = view.lines, view.lines[i], view.title
    if title is None or not 7 <= seen.words <= 45 or names_only(seen.text) or cues().scenes.search(seen.text.lower()):
        return False
    between = [lines[j] for j in range(title + 1, i) if lines[j].shape != "blank"]
    twice = Counter(other.key for other in lines)
    if any(other.reason not in _LIGHT and (other.reason or twice[other.key] < 2) for other in between):
        return False
    return _at_home(lines, seen, view.block)


def _amid_furniture(lines: Sequence[Seen], i: int) -> bool:
    """Whether the next line above or below is furniture of the page's head or foot, not of its pictures and links."""
    above, below = line_above(lines, i), line_below(lines, i)
    under = below
    while under >= 0 and lines[under].shape == "head" and under - i < 6:
        under = line_below(lines, under)
    if under >= 0 and lines[under].reason == "cue line":
        return True
    boxed = above >= 0 and lines[above].reason in _BOXES and _may_head(lines[i])
    boxed = boxed and below >= 0 and lines[below].shape == "prose"
    hard = [j for j in (above, below) if j >= 0 and lines[j].shape == "junk" and lines[j].reason not in _INSIDE]
    return any(j != above or not boxed or lines[below].shape == "junk" for j in hard)


def _may_head(seen: Seen) -> bool:
    return seen.words <= 10 and not names_only(seen.text) and not cues().appeal.match(seen.text.lower())


def _labelled(seen: Seen) -> bool:
    """Whether a line names its kind first, as links do: `VIDEO - …`, `REPORTAGE | …`, `See here: …`."""
    loose = _LOOSE_LABEL.match(seen.text)
    long = loose and len(loose["rest"].split()) >= 7 and not any(c.isdigit() for c in loose["label"])
    return seen.words >= 5 and bool(_LABEL.match(seen.text) or (long and seen.line.kind != "heading"))


def _at_home(lines: Sequence[Seen], seen: Seen, block: range) -> bool:
    """Whether a heading shares any of its content with the article's prose."""
    own = set(content(seen.text))
    quoted = seen.text[0] in '“«"‘'
    return quoted or not own or any(own & set(content(lines[i].text)) for i in block if lines[i].shape == "prose")


def _crowd(lines: Sequence[Seen], i: int, block: range) -> bool:
    """Whether a line stands among three headings or more, or two long ones, with no colon before to announce a list."""
    first = last = i
    while (above := line_above(lines, first)) in block and _headline(lines[above]):
        first = above
    while (below := _below(lines, last, block)) >= 0 and _headline(lines[below]):
        last = below
    run = [j for j in range(first, last + 1) if _headline(lines[j])]
    above = line_above(lines, first)
    links = len(run) == 2 and min(lines[j].words for j in run) >= 8
    return (len(run) >= 3 or links) and not (above >= 0 and lines[above].text.endswith(":"))


def _headline(seen: Seen) -> bool:
    """Whether a line may be the headline of something: it has no stop, or asks one question."""
    asks = seen.shape == "prose" and seen.words <= 20 and bool(re.fullmatch(r"[^.!?…“”«»\"]+\?", seen.text))
    return seen.shape == "head" or asks
