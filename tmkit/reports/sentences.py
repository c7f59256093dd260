"""The sentences of a report, by the rules of its language's SRX file.

French and English have LanguageTool's rules, which choppa carries, with our own before them; Vietnamese
has only our own. A user's SRX file takes the place of all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tmkit.lang import get
from tmkit.reports.base import Report, Sentence

if TYPE_CHECKING:
    from tmkit.reports.srx import Ruleset

_CLOSERS = " \t\n\u00a0\u202f.!?…\"”’»›')]/"
_INNER_END = re.compile(r"[.!?…](?![\d,;])|\n\s|\u2029")
_RUN = re.compile(r"\s{2,}")
_WORD = re.compile(r"\w")
_CLOSING = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”\"’»)]))\s?/\.$")
"""What is too much of "./.", the mark that closes a Vietnamese report."""
_BARE_CLOSING = re.compile(r"(?<=[\w%”\"’»)])\s?/\.$")
"""The same mark where it stands for the full stop too: "Việt Nam/."."""
_PLACE = r"[^\W\d_][^\W\d_’' .-]*(?:[’' .-]+[^\W\d_]+){0,4}"
_OPENED = re.compile(
    rf"(?:{_PLACE}(?=\s\([\w&+./]+\)\s*[-–—]))?\s*\((?P<name>[^\W\d_][\w&+./]{{1,8}})\)\s+(?=\S)"
    r"|(?P<bare>[^\W\d_]{2,7})\s[-–—]\s(?=\S)"
)
_CLOSED = re.compile(r"[.!?…”\"»)]\s*(?:[-–—]{1,2}\s?|\()(?P<name>[^\W\d_][\w+]{1,8})(?:/[\w+]{2,12})*\)?\.?$")
_REACH = 80
"""Agency marks stand in this many characters at either end of a paragraph."""


class Framed(NamedTuple):
    """A paragraph parted in three: what stands before and after its `body` is an agency's mark."""

    head: str
    body: str
    tail: str


def split(text: str, lang: str, *, rules: Path | None = None) -> list[str]:
    """Return the sentences of one paragraph, without the agency's marks around it.

    >>> split("Bà là PGS.TS. Lan. Bà sống tại TP.HCM./. -VNA", "vi")
    ['Bà là PGS.TS. Lan.', 'Bà sống tại TP.HCM.']

    `rules` is an SRX file to use instead of tmkit's; raises `FileError` when it cannot be used.
    """
    return [_stopped(text[start:end]) for start, end in spans(text, lang, rules=rules)]


def spans(text: str, lang: str, *, rules: Path | None = None) -> list[tuple[int, int]]:
    """Return where the sentences of one paragraph start and end, in characters.

    Outside them are only blanks and the marks of agencies.

    >>> spans("Qui ? Quand ?", "fr")
    [(0, 5), (6, 13)]
    """
    return _spans(text, lang, rules, frozenset())


def _spans(text: str, lang: str, rules: Path | None, signed: frozenset[str]) -> list[tuple[int, int]]:
    head, body, _ = set_aside(text, lang, signed=signed)
    found = _whole(body) if rules is None and _is_one(body) else _cut(body, lang, rules)
    return [(len(head) + start, len(head) + end) for start, end in found]


def segment(report: Report, *, rules: Mapping[str, Path] | None = None) -> tuple[Sentence, ...]:
    """Return the sentences of a report's paragraphs, each split by the rules of its own language.

    `rules` maps language codes (`vi`) to SRX files.
    """
    own = {get(tag).code: path for tag, path in (rules or {}).items()}
    signed = _signatures(report)
    return tuple(
        Sentence(_stopped(paragraph.text[start:end]), index, paragraph.line)
        for index, paragraph in enumerate(report.paragraphs)
        for start, end in _spans(paragraph.text, paragraph.lang, own.get(get(paragraph.lang).code), signed)
    )


def _stopped(sentence: str) -> str:
    """Return the sentence with its full stop where only the closing mark "/." stands."""
    return _BARE_CLOSING.sub(".", sentence) if sentence.endswith("/.") else sentence


def _signatures(report: Report) -> frozenset[str]:
    """Return the names that open the first paragraph or close the last as an agency's mark does.

    Capitals in brackets at the very start, or after the last full stop, are a signature whoever signs so.
    """
    if not report.paragraphs:
        return frozenset()
    opened = _OPENED.match(report.paragraphs[0].text)
    closed = _CLOSED.search(report.paragraphs[-1].text.rstrip())
    names = {name for found in (opened, closed) if found for name in found.groupdict().values() if name}
    return frozenset(name for name in names if name.isupper() and not _is_spoken_of(name, report))


def _is_spoken_of(name: str, report: Report) -> bool:
    """Say whether the text names whoever seems to have signed it: then it may be no signature."""
    texts = [report.title or "", *(paragraph.text for paragraph in report.paragraphs)]
    return sum(len(re.findall(rf"\b{re.escape(name)}\b", text)) for text in texts) > 1


def check_rules(rules: Path, lang: str) -> None:
    """Raise `FileError` if an SRX file cannot be used for a language."""
    from tmkit.reports.srx import load

    load(rules, get(lang).code)


def set_aside(text: str, lang: str, *, signed: frozenset[str] = frozenset()) -> Framed:
    """Return the paragraph with the agency's marks at its ends taken off: "(LĐTĐ) ", " -VNA", "./.".

    The three parts joined are the text as it came. Of "./." one full stop stays. `signed` names agencies
    beside the known ones.

    >>> set_aside("(LĐTĐ) Hội nghị kết thúc./. -VNA/VNP", "vi")
    Framed(head='(LĐTĐ) ', body='Hội nghị kết thúc.', tail='/. -VNA/VNP')
    """
    agencies = _agencies(lang, signed)
    start, end = _head(text, agencies), len(text.rstrip())
    while (before := _tail(text, start, end, agencies)) < end:
        end = before
    return Framed(text[:start], text[start:end], text[end:])


def _head(text: str, agencies: _Agencies) -> int:
    opening = text[:_REACH]
    mark = agencies.head.match(opening)
    if not mark:
        return 0
    name = mark["guess"]
    return mark.end() if name is None or name.isupper() else 0


def _tail(text: str, start: int, end: int, agencies: _Agencies) -> int:
    """Return where the last mark before `end` starts, `end` when there is none."""
    reach = max(start, end - _REACH)
    closing = text[reach:end]
    mark = _CLOSING.search(closing) or agencies.tail.search(closing)
    return reach + mark.start() if mark and reach + mark.start() > start else end


class _Agencies(NamedTuple):
    head: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _agencies(lang: str, signed: frozenset[str]) -> _Agencies:
    """Return the patterns of the marks at either end of a paragraph in this language."""
    names = "|".join(map(re.escape, sorted({*get(lang).agencies, *signed}, key=lambda name: (-len(name), name))))
    name, dash, others = rf"(?:{names})", "[-–—]", r"(?:/[\w+]{2,12})"
    # Brackets of capitals and a dash are a mark whoever signs so; without a dash they may be words of the text.
    bracketed = rf"\({name}\)\s*(?:{dash}+\s*|[:.]\s*)?|\((?P<guess>[\w.&+]{{2,9}})\)\s*{dash}\s+"
    # "Hanoï (VNA) – ": a place and the mark; a date between them is content, and stays.
    dateline = rf"{_PLACE}\s\({name}\)\s*{dash}+\s+"
    head = rf"\s*(?:{bracketed}|{dateline}|{name}\s+{dash}\s+(?=[^\W\d_]))(?=\S)"
    dashed = rf"(?:(?<=[.!?…”\"»)])|\s)\s?{dash}{{1,2}}\s?(?:{name}{others}{{0,3}}|\({name}{others}{{0,3}}\))"
    ended = rf"(?:(?<=[.!?…])|(?<=[.!?…][”\"»]))\s{{0,2}}(?:\({name}{others}{{0,3}}\)|{name}{others}{{1,3}})"
    tail = rf"(?:{dashed}|{ended})\.?$"
    return _Agencies(re.compile(head), re.compile(tail))


def _is_one(text: str) -> bool:
    """Return whether no end mark stands within the text, so that no rule need be asked."""
    return not _INNER_END.search(text.rstrip(_CLOSERS))


def _whole(text: str) -> list[tuple[int, int]]:
    stripped = text.strip()
    start = text.find(stripped)
    return [(start, start + len(stripped))] if stripped else []


def _cut(text: str, lang: str, rules: Path | None) -> list[tuple[int, int]]:
    from tmkit.reports.srx import built_in, load

    code = get(lang).code
    if rules is not None:
        return _trimmed(text, _pieces(text, load(rules, code)))
    plain = _RUN.sub(_one_blank, text)
    pieces = _pieces(plain, built_in(code))
    return _trimmed(text, pieces if plain == text else _mapped(text, plain, pieces))


def _one_blank(run: re.Match[str]) -> str:
    """Return one blank for several, which the rules need not reckon with then."""
    return "\u2029" if run[0].count("\n") > 1 or "\u2029" in run[0] else " "


def _pieces(text: str, ruleset: Ruleset) -> list[tuple[int, int]]:
    borders = [0, *accumulate(map(len, ruleset.pieces(text)))]
    return list(pairwise(borders))


def _mapped(text: str, plain: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where pieces of the plain text stand in the text, which has more blanks."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    found, seen = [], 0
    for start, end in pieces:
        count = sum(not char.isspace() for char in plain[start:end])
        if count:
            found.append((places[seen], places[seen + count - 1] + 1))
        seen += count
    return found


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces without blanks and closing marks around them; one without a word joins another."""
    found: list[tuple[int, int]] = []
    for piece, end in _joined(text, pieces):
        inner = text[piece:end].strip()
        start = text.index(inner, piece)
        found.append((start, start + len(_CLOSING.sub("", inner))))
    return found


def _joined(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for start, end in pieces:
        if held is None:
            held = start, end
        elif _WORD.search(text, start, end) and _WORD.search(text, *held):
            yield held
            held = start, end
        else:
            held = held[0], end
    if held is not None and text[slice(*held)].strip():
        yield held
