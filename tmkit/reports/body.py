"""Which lines of a page are the article; every other line is dropped, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tmkit.errors import FileError
from tmkit.lang import LANGUAGES, get
from tmkit.lang.identify import Guess, identify
from tmkit.lang.text import fold
from tmkit.reports.base import Dropped, Line, Page, Paragraph, Report
from tmkit.reports.cleaning.browsers import without_link_numbers
from tmkit.reports.cleaning.choice import choose
from tmkit.reports.cleaning.contents import mark_contents
from tmkit.reports.cleaning.headline import find_title, title_text
from tmkit.reports.cleaning.lines import Seen, look
from tmkit.reports.cleaning.published import find_date
from tmkit.reports.cleaning.repeats import mark_slugs, repeated
from tmkit.reports.cleaning.span import best_block, scores, with_lead, without_teasers
from tmkit.reports.cleaning.wrapping import Joined, join_wrapped

_HARMLESS = frozenset(
    ("metadata: date", "photo caption", "author", "source", "image or file name", "slug of a headline")
)
"""Furniture that a text saved by hand may keep."""
_FEW = 8
"""Lines up to which a text may be whole without one long sentence."""


def clean(page: Page, *, lang: str | None = None) -> Report:
    """Return the article of a page: language, headline, day, paragraphs, and why each other line was dropped.

    `lang` is trusted where given. Glued words are left for `repair`.
    Raises `FileError` where the text is in none of our languages, or no line is an article's.
    """
    joined = join_wrapped(without_link_numbers(page.lines))
    lines = mark_contents(mark_slugs([_named_headline(page, look(one.line)) for one in joined]))
    written = [i for i, seen in enumerate(lines) if seen.text]
    if len(written) == 1:
        # A line alone is what the file was made for, whatever it looks like.
        lines[written[0]] = replace(lines[written[0]], shape="prose", reason="")
    guesses = {i: identify(seen.text) for i, seen in enumerate(lines) if seen.shape == "prose"}
    code = get(lang).code if lang else _language(page, lines, guesses)
    report = _report(page, lines, code, _tongues(lines, guesses, code))
    return _unjoined(page, report, joined)


def _unjoined(page: Page, report: Report, joined: Sequence[Joined]) -> Report:
    """Return the report with the page's own lines dropped, each by itself, and notes of how they were judged."""
    own = {line.number: line for line in page.lines}
    parts = {one.line.number: one.parts for one in joined}
    dropped = tuple(
        Dropped(own[part.number], whole.reason) for whole in report.dropped for part in parts[whole.line.number]
    )
    notes = list(report.notes)
    if len(joined) < len(page.lines):
        notes.append("paragraphs broken at a fixed width were joined")
    if any(part.text != own[part.number].text for one in joined for part in one.parts):
        notes.append("link numbers of a text browser were removed")
    return replace(report, dropped=dropped, notes=tuple(notes))


def explain(page: Page, report: Report) -> list[tuple[Line, bool, str]]:
    """Return every line of a page with whether it was kept, and why.

    Lines are known by their numbers: what a paragraph says may have been repaired since it was read.
    """
    reasons = {dropped.line.number: dropped.reason for dropped in report.dropped}
    starts = sorted(paragraph.line for paragraph in report.paragraphs)
    return [_explained(line, reasons, starts, report.title_line) for line in page.lines]


def _explained(line: Line, reasons: dict[int, str], starts: Sequence[int], title: int | None) -> tuple[Line, bool, str]:
    if line.number in reasons or not line.text.strip():
        return line, False, reasons.get(line.number, "blank")
    headline = title is not None and _owner(line.number, starts) < title <= line.number
    return line, True, "headline" if headline else "body"


def _owner(number: int, starts: Sequence[int]) -> int:
    """Return the line in which the last paragraph that starts no further down than a line starts; 0 for none."""
    place = bisect_right(starts, number)
    return starts[place - 1] if place else 0


def _named_headline(page: Page, seen: Seen) -> Seen:
    """Return the line as a heading where the page's metadata says that it is the headline."""
    if seen.shape != "junk" or seen.words < 3 or not page.title:
        return seen
    return replace(seen, shape="head", reason="") if fold(page.title).startswith(seen.folded) else seen


def _language(page: Page, lines: Sequence[Seen], guesses: dict[int, Guess]) -> str:
    """Return the language of most of the page's prose; of all its text where it has none."""
    count: Counter[str] = Counter()
    for i, guess in guesses.items():
        count[guess.lang] += lines[i].words
    if not any(count):
        count[identify(" ".join(seen.text for seen in lines)).lang] += 1
    best = max(count, key=lambda code: count[code])
    if best not in {language.code for language in LANGUAGES}:
        raise FileError(page.path, f"the text is in {_named(best)}", remedy=_remedy())
    return best


def _named(code: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return f"{Locale(code).get_display_name('en')}, it seems" if code else "no language we can tell"
    except (UnknownLocaleError, ValueError):
        return f"{code!r}, it seems"


def _remedy() -> str:
    known = ", ".join(f"{language.name} ({language.code})" for language in LANGUAGES)
    return f"tmkit knows {known}: name one of them if the guess is wrong"


def _tongues(lines: Sequence[Seen], guesses: dict[int, Guess], code: str) -> dict[int, str]:
    """Return the language of each line of prose, by index; where it is not clear, that of the page."""
    found = {
        i: guess.lang if guess.lang and guess.score >= 0.7 and lines[i].words >= 6 else code
        for i, guess in guesses.items()
    }
    # None in the page's language: it was given against the evidence, and is trusted.
    return found if code in found.values() else dict.fromkeys(found, code)


def _plain(lines: Sequence[Seen]) -> bool:
    """Whether a page shows no sign of furniture: it is a text saved by hand, or a piece of one."""
    if any(seen.shape == "junk" and seen.reason not in _HARMLESS for seen in lines):
        return False
    if any(seen.line.kind in ("link", "caption") for seen in lines):
        return False
    if _headed_by_menu(lines):
        return False
    text = [seen for seen in lines if seen.shape not in ("blank", "junk")]
    closed = [n for n, seen in enumerate(text) if seen.shape == "prose" and seen.agency_tail]
    return not any(3 <= n < len(text) - 2 for n in closed)


def _headed_by_menu(lines: Sequence[Seen]) -> bool:
    """Whether more short lines stand above or below the paragraphs than a headline, names and a date take."""
    text = [seen for seen in lines if seen.shape not in ("blank", "junk")]
    short = [seen.shape == "head" and seen.words <= 6 for seen in text]
    prose = [n for n, seen in enumerate(text) if seen.words > 15]
    return bool(prose) and (sum(short[: prose[0]]) > 5 or sum(short[prose[-1] + 1 :]) > 4)


def _block(lines: Sequence[Seen], foreign: set[int]) -> tuple[range, set[int]]:
    """Return where the article stands, and the lines of it that are detours."""
    values, apart = scores(lines, foreign)
    start, end = best_block(values)
    return range(with_lead(lines, start, end), without_teasers(lines, start, end)), apart


def _report(page: Page, lines: list[Seen], code: str, tongues: dict[int, str]) -> Report:
    foreign = {i for i, tongue in tongues.items() if tongue != code}
    plain = not page.title and _plain(lines)
    block, apart = (range(len(lines)), set[int]()) if plain else _block(lines, foreign)
    for i in apart:
        lines[i] = (
            lines[i]
            if lines[i].shape in ("blank", "junk")
            else replace(lines[i], shape="junk", reason="related article")
        )
    title = find_title(page, lines, block, plain=plain)
    if title is not None:
        block = range(min(title + 1, block.start), block.stop)
    reasons = choose(lines, block, title, plain=plain, apart=apart)
    reasons.update({i: f"text in another language ({tongues[i]})" for i in _outer(_kept(reasons), foreign)})
    reasons.update(repeated(lines, _kept(reasons)))
    kept = _kept(reasons)
    if not kept or (len(reasons) > _FEW and not any(lines[i].shape == "prose" for i in kept)):
        raise FileError(page.path, "no article found in it", remedy="save the page with its text, or check the file")
    return _assemble(page, lines, code, title, reasons, tongues)


def _kept(reasons: dict[int, str]) -> list[int]:
    return [i for i, reason in reasons.items() if not reason]


def _outer(kept: Sequence[int], foreign: set[int]) -> list[int]:
    """Return the foreign lines before the first and after the last of the page's own language."""
    own = [i for i in kept if i not in foreign]
    return [i for i in kept if own and i in foreign and not own[0] < i < own[-1]]


def _assemble(
    page: Page,
    lines: Sequence[Seen],
    code: str,
    title: int | None,
    reasons: dict[int, str],
    tongues: dict[int, str],
) -> Report:
    kept = _kept(reasons)
    dated = find_date(page, lines, title, kept, code)
    notes = [dated.note] if dated.note else []
    notes += [
        f"line {lines[i].line.number} is in another language ({tongues[i]})"
        for i in kept
        if tongues.get(i, code) != code
    ]
    return Report(
        path=page.path,
        lang=code,
        title=title_text(page, title, lines),
        date=dated.date,
        paragraphs=tuple(Paragraph(lines[i].text, lines[i].line.number, tongues.get(i, code)) for i in kept),
        dropped=tuple(Dropped(lines[i].line, reason) for i, reason in reasons.items() if reason),
        repairs=(),
        encoding=page.encoding,
        notes=(*page.notes, *notes),
        title_line=None if title is None else lines[title].line.number,
    )
