"""What part the lines around a headline play: stamps, bylines, buttons, kickers, menus; the site's own name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from tmkit.lang import LANGUAGES
from tmkit.lang.text import fold
from tmkit.reports.cleaning.cues import cues
from tmkit.reports.cleaning.dates import find_days
from tmkit.reports.cleaning.lines import Seen, names_only

Role = Literal["blank", "menu", "stamp", "byline", "tools", "kicker", "picture", "prose", "text"]

_BY_REASON: dict[str, Role] = {
    "metadata: date": "stamp",
    "author": "byline",
    "source": "byline",
    "sharing and tools": "tools",
    "counter": "tools",
    "mark or number": "tools",
    "comment form": "tools",
    "photo caption": "picture",
    "picture": "picture",
    "image or file name": "picture",
    "slug of a headline": "picture",
    "advertisement": "tools",
    "call to subscribe": "tools",
    "hole of a template": "tools",
    "related article": "menu",
    "tags": "kicker",
}
_SECTIONS = re.compile(r"\s[•·|/>›»]\s")
_SITE = re.compile(r"^(?P<left>.{2,}?)\s+(?P<mark>[|–—·»•-]|::)\s+(?P<right>.{2,})$")
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|vn|fr|asia|int|[a-z]{2})$")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"(?:[^\W\d_a-z][\w’'.-]+\s){1,4}")


def is_syllabic(text: str) -> bool:
    """Tell whether blanks separate syllables in a text: it has hardly a long word, and is not all in ASCII."""
    words = _WORD.findall(text)
    return not text.isascii() and sum(len(word) > 7 for word in words) < 0.04 * len(words)


def stems(text: str, *, syllabic: bool) -> list[str]:
    """Return what a text is about: words without their endings, pairs where words are syllables.

    >>> stems("Petites pensions : la hausse", syllabic=False), stems("Trợ cấp thất nghiệp", syllabic=True)
    (['petite', 'pensio', 'hausse'], ['trợ cấp', 'cấp thất', 'thất nghiệp'])
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if syllabic:
        return [f"{a} {b}" for a, b in pairwise(words) if not {a, b} & cues().stop_words]
    return [fold(word)[:6] for word in words if len(word) > 3 and word not in cues().stop_words]


@cache
def _words(field: str) -> str:
    words = {word for language in LANGUAGES for word in getattr(language.page, field)}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def role(seen: Seen) -> Role:
    """Return the part that a line plays above an article."""
    if seen.shape == "blank":
        return "blank"
    if seen.shape == "junk" and not _is_stamp(seen):
        return _BY_REASON.get(seen.reason, "menu")
    return "prose" if seen.shape == "prose" and seen.words > 14 else _of_text(seen)


def roles(lines: Sequence[Seen]) -> list[Role]:
    """Return the part that each line plays; what stands below a picture's label is its caption."""
    found = [role(seen) for seen in lines]
    labelled = False
    for i, seen in enumerate(lines):
        if labelled and found[i] == "text":
            found[i] = "picture"
        if seen.shape != "blank":
            labelled = found[i] == "picture" and seen.words <= 4 and seen.text[-1] in ",:"
    return found


def _of_text(seen: Seen) -> Role:
    tests: tuple[tuple[Callable[[Seen], bool], Role], ...] = (
        (_is_stamp, "stamp"),
        (_is_byline, "byline"),
        (_is_tool, "tools"),
        (is_kicker, "kicker"),
    )
    return next((part for test, part in tests if test(seen)), "text")


def _is_tool(seen: Seen) -> bool:
    """Whether a line is a button's bare letters, or counts something: `tw`, `Temps de lecture : 6 minutes`."""
    if seen.text == seen.text.lower() and seen.words <= 2 and len(seen.text) <= 8:
        return True
    words = _WORD.findall(seen.folded)
    if (
        seen.words <= 12
        and sum(word in cues().counter_words for word in re.findall(r"\d ([^\W\d_]+)", seen.folded)) > 1
    ):
        return True
    counted = any(c.isdigit() for c in seen.text) and seen.words <= 8 and any(w in cues().counter_words for w in words)
    return counted and sum(len(word) > 2 and word not in cues().counter_words for word in words) <= 1


def _is_stamp(seen: Seen) -> bool:
    """Whether a full date opens a line that is no sentence: the author, the section or counts follow."""
    if seen.words > 20 or seen.text[-1] in ".!?":
        return False
    day = next((day for day in find_days(seen.folded) if day.year), None)
    if day is not None and cues().author.match(seen.folded):
        return True
    return day is not None and not re.search(r"[^\W\d_]{2,}", _unlabelled(seen.folded[: day.start]))


def _unlabelled(folded: str) -> str:
    return " ".join(word for word in re.findall(r"[^\W\d_]+", folded) if word not in cues().date_words)


def _is_byline(seen: Seen) -> bool:
    """Whether a line names an author and what they are, or the author's part and a comma."""
    if seen.words > 10 or seen.text[-1] in "?!":
        return False
    if re.match(rf"\W*(?:{_words('jobs')}|{_words('authors')})\s?[,:]\s?\S", seen.folded):
        return True
    return bool(_NAMES.match(seen.text) and re.search(rf"\b(?:{_words('jobs')})(?:$|\s?[,|(–-])", seen.folded))


def is_placed_name(seen: Seen) -> bool:
    """Whether a line may be an author's name and the place of writing: `Lien Pham in Buon Ho`."""
    match = re.match(r"(?P<name>\S+(?: \S+){1,2}) (?:in|à|en|au|tại|từ|from) (?P<place>\S+(?: \S+){0,2})$", seen.text)
    return bool(match and names_only(match["name"]) and names_only(match["place"]))


def begins_as_kicker(seen: Seen) -> bool:
    """Whether a line begins with a sort of report: `Interview d’Awa Diabaté, présidente de coopérative`."""
    return _kicker(seen) is not None


def _kicker(seen: Seen) -> re.Match[str] | None:
    return re.match(rf"\W*(?:{_words('kickers')})(?=\W|$)\W*", seen.folded)


def is_kicker(seen: Seen) -> bool:
    """Whether a line names a section or the sort of report, as `Economy • Pensions` or `INTERVIEW` does.

    >>> from tmkit.reports.base import Line
    >>> from tmkit.reports.cleaning.lines import look
    >>> is_kicker(look(Line(1, "Entretien avec Claire Fontaine"))), is_kicker(look(Line(1, "Un entretien utile")))
    (True, False)
    """
    if _SECTIONS.search(seen.text):
        return True
    match = _kicker(seen)
    if not match:
        return False
    rest = seen.text[match.end() :] if len(seen.text) == len(seen.folded) else seen.folded[match.end() :]
    if " " in match[0].strip() and re.search(r"\d", rest):
        return seen.words <= 10
    return not rest or (seen.words <= 8 and ":" not in match[0] and names_only(rest) and not rest.isupper())


def site_names(lines: Sequence[Seen]) -> frozenset[str]:
    """Return the names that a page gives itself, folded: what its imprint says, or what many lines end in."""
    imprint = [seen.folded for seen in lines if seen.reason == "copyright and imprint"]
    short = {seen.folded for seen in lines if 1 <= seen.words <= 6 and len(seen.folded) >= 5}
    named = {text for text in short if any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) for line in imprint)}
    return frozenset(named | _common_ends(seen.text for seen in lines if seen.words <= 40))


def _common_ends(texts: Iterable[str]) -> set[str]:
    """Return what stands behind or before a separator and, elsewhere, alone."""
    rows = [text.strip() for text in texts if len(text) <= 400]
    alone = Counter(fold(text) for text in rows)
    matches = [match for match in map(_SITE.match, rows) if match]
    ends = {fold(match[side]) for match in matches for side in ("left", "right") if len(match[side].split()) <= 6}
    return {end for end in ends if alone[end]}


def without_site(text: str, sites: frozenset[str]) -> str:
    """Return a headline without the site's name before or behind it.

    >>> without_site("Aid for the poor reaches 4,000 families | The Daily", frozenset())
    'Aid for the poor reaches 4,000 families'
    >>> without_site("The Daily - Aid for the poor", frozenset({"the daily"}))
    'Aid for the poor'
    """
    match = _SITE.match(text)
    if not match:
        return text
    left, mark, right = match["left"], match["mark"], match["right"]
    cut = re.match(r"(?P<left>.{12,})\s[|–—·»•-]\s(?P<right>[^|]{2,60})$", text)
    if cut and (fold(cut["right"]) in sites or _DOMAIN.match(cut["right"].lower()) or _is_name(cut["right"], cut[0])):
        return cut["left"].strip()
    if fold(left) in sites and len(right) >= 12:
        return without_site(right, sites) if mark != "-" else right
    return text


def _is_name(end: str, text: str) -> bool:
    """Whether what follows the last bar of a line may be the name of a site."""
    return "|" in text and len(end.split()) <= 6 and names_only(end)
