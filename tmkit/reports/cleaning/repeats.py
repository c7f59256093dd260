"""Lines of a page that say again what another line says: slugs, repeated leads, repeated headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tmkit.reports.cleaning.lines import Seen

_PICTURE = re.compile(r"\W*[^\W\d_]{2,7} \d{1,2}(?!\d)")
"""What follows a headline in the text that stands for its picture: `- ảnh 1`."""
_SITE = re.compile(r"^\(?[A-ZĐ][A-ZĐ.]{1,9}\)?\s?[-–—]\s")
"""A paper's initials, which stand before its leads and teasers: `VTB.VN - `."""
_DATELINE = 60
"""Characters that an agency's dateline may put before a lead that the page has shown already."""


def mark_slugs(lines: Sequence[Seen]) -> list[Seen]:
    """Return the lines with those marked that are, or begin with, another line: as its slug, or to name its picture."""
    slugs = {flat(seen.folded) for seen in lines if 4 <= seen.words <= 60 and not _bare(seen.text)}
    heads = {" ".join(seen.text.lower().split()) for seen in lines if seen.words >= 4 and seen.shape == "head"}
    texts = [seen.text for seen in lines if seen.words >= 4]
    marked = sum(not text.isascii() for text in texts) > 0.8 * len(texts)
    return [_marked(seen, slugs, heads, marked=marked) for seen in lines]


def flat(folded: str) -> str:
    """Return the words of a folded text and nothing between them, as a slug has them.

    >>> flat("12.000 travailleurs, a hanoi")
    '12000 travailleurs a hanoi'
    """
    return " ".join(re.findall(r"\w+", re.sub(r"(?<=\d)[.,](?=\d)", "", folded)))


def _bare(text: str) -> bool:
    return text.isascii() and text == text.lower()


def _marked(seen: Seen, slugs: set[str], heads: set[str], *, marked: bool) -> Seen:
    """Return a line with its being a slug noted; `marked`: the page's lines have diacritics, as a rule."""
    if not 4 <= seen.words <= 120 or seen.shape in ("blank", "junk"):
        return seen
    lone = marked and seen.words >= 5 and re.fullmatch(r"[a-z0-9, -]+", seen.text)
    if _bare(seen.text) and (lone or flat(seen.folded) in slugs):
        return replace(seen, shape="junk", reason="slug of a headline")
    if any(slug in slugs for slug in _prefixes(seen.text) if _bare(slug)):
        return replace(seen, shape="junk", reason="related article")
    lower = " ".join(seen.text.lower().split())
    if any(_PICTURE.match(lower, len(head)) for head in _prefixes(lower) if head in heads):
        return replace(seen, shape="junk", reason="photo caption")
    return seen


def _prefixes(text: str) -> Iterator[str]:
    """Yield the beginnings of a text that end between words, four words and more, but for the whole."""
    ends = [match.start() for match in re.finditer(r"\s+", text)][3:]
    return (text[:end] for end in ends)


def squeeze(text: str) -> str:
    """Return a text's letters and digits alone, in lower case: blanks lost or won make no difference.

    >>> squeeze("la réduction") == squeeze("laréduction")
    True
    """
    return "".join(c for c in text.lower() if c.isalnum())


def repeated(lines: Sequence[Seen], kept: Sequence[int]) -> dict[int, str]:
    """Return which kept lines say again what another does, with the reason to drop them.

    The copy with more blanks stays (the other has lost some), the first of two like copies. A quotation
    that only resembles the lead is none.
    """
    dropped: dict[int, str] = {}
    texts = {i: squeeze(_SITE.sub("", lines[i].text)) for i in kept if lines[i].words >= 8}
    rows = list(texts)
    for place, first in enumerate(rows):
        for second in rows[place + 1 : place + 7] if place < 3 else ():
            if first in dropped or second in dropped:
                continue
            worse = _worse(first, second, texts, lines)
            if worse is not None:
                other = second if worse == first else first
                dropped[worse] = f"lead repeated in line {lines[other].line.number}"
    return dropped | _again(lines, [i for i in rows if i not in dropped], texts)


def _worse(first: int, second: int, texts: dict[int, str], lines: Sequence[Seen]) -> int | None:
    one, two = texts[first], texts[second]
    sited = [bool(_SITE.match(lines[i].text)) for i in (first, second)]
    if (one == two or _close(one, two)) and sited == [True, False]:
        return first
    if one == two or _close(one, two):
        return first if lines[second].text.count(" ") > lines[first].text.count(" ") + 1 else second
    if two.startswith(one) or (one in two and two.index(one) <= _DATELINE):
        longer = len(two) - len(one) - two.index(one)
        return first if longer > 20 or _glued(first, second, lines) else second
    return second if one.startswith(two) and len(two) > 60 else None


def _glued(first: int, second: int, lines: Sequence[Seen]) -> bool:
    """Whether the first copy has lost blanks that the second, which says no less, has."""
    return lines[first].text.count(" ") < lines[second].text.count(" ") - 12


def _close(one: str, two: str) -> bool:
    from rapidfuzz.distance import Indel

    if min(len(one), len(two)) < 60 or abs(len(one) - len(two)) > 0.04 * max(len(one), len(two)):
        return False
    return Indel.normalized_similarity(one, two, score_cutoff=0.97) >= 0.97


def _again(lines: Sequence[Seen], rows: Sequence[int], texts: dict[int, str]) -> dict[int, str]:
    """Return paragraphs that stand word for word further up: pull quotes, photo captions shown twice."""
    first: dict[str, int] = {}
    dropped: dict[int, str] = {}
    for i in rows:
        other = first.setdefault(texts[i], i)
        if other != i and len(texts[i]) >= 50:
            dropped[i] = f"repeats line {lines[other].line.number}"
    return dropped
