"""What the cleaner makes of pages whose article is known, a row a set and language.

    python -m benchmarks.clean [FOLDER ...] [--no-peers]

A FOLDER holds pages as text: a first line `lang: vi | date: 2015-04-14`, then the page's lines, each after a mark
and a blank: T headline, B body, D date, - anything else, ? either way is right. Without folders: the pages in
tests/data/pages and the sample reports, whose gold has repairs too. Peers read web pages only and get the same lines
as HTML, one `<p>` a line: their rows show what plain copies cost them, not what they make of the web.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import tmkit.lang as languages
from benchmarks.common import ROOT, Count, options, show
from tmkit.errors import FileError
from tmkit.reports.base import Report
from tmkit.reports.body import clean
from tmkit.reports.readers import read_text
from tmkit.reports.repair import repair

PAGES = ROOT / "tests" / "data" / "pages"
Mend = tuple[int, str, str]
Cleaner = Callable[["Copy"], set[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A page copy and what is known of it; line numbers are 1-based."""

    lang: str
    day: date | None
    lines: tuple[str, ...]
    titles: frozenset[str]
    body: frozenset[int]
    either: frozenset[int] = frozenset()
    repairs: frozenset[Mend] = frozenset()

    @property
    def data(self) -> bytes:
        """The page as a file holds it."""
        return "\n".join(self.lines).encode()

    @property
    def markup(self) -> str:
        """The page as HTML."""
        body = "\n".join(f"<p>{html.escape(line)}</p>" for line in self.lines if line.strip())
        return f'<html lang="{self.lang}"><body>{body}</body></html>'


@dataclass(slots=True)
class Tally:
    """What was right in a number of pages."""

    pages: int = 0
    titles: int = 0
    days: int = 0
    langs: int = 0
    body: Count = field(default_factory=Count)
    repairs: Count = field(default_factory=Count)

    def add(self, copy: Copy) -> None:
        """Clean one more page."""
        report = read(copy)
        self.pages += 1
        self.body.add(kept(report, copy.lines) - copy.either, copy.body)
        if report is not None:
            self.titles += compact(report.title or "") in (copy.titles or {""})
            self.days += report.date == copy.day
            self.langs += report.lang == copy.lang
            mends = {(r.line, _squeezed(r.before), _squeezed(r.after)) for r in report.repairs}
            self.repairs.add(mends, copy.repairs)


def read(copy: Copy) -> Report | None:
    """Return the clean report of a page, None where it is refused."""
    try:
        return repair(clean(read_text(copy.data, name="page.txt")))
    except FileError:
        return None


def kept(report: Report | None, lines: Sequence[str]) -> set[int]:
    """Return the lines of a page that its article holds; a paragraph may join several that were wrapped."""
    found: set[int] = set()
    for paragraph in report.paragraphs if report else ():
        found |= _covered(compact(paragraph.text), paragraph.line, lines)
    return found


def _covered(text: str, first: int, lines: Sequence[str]) -> set[int]:
    """Return the line that a paragraph starts in and those after it whose text follows in it."""
    found, end = {first}, len(compact(lines[first - 1]))
    for number in range(first + 1, len(lines) + 1):
        part = compact(lines[number - 1])
        if end >= len(text) or not text.startswith(part, end):
            break
        end += len(part)
        if part:
            found.add(number)
    return found


def compact(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def read_folder(folder: Path) -> list[Copy]:
    """Return the pages of a folder. Raises `ValueError` where there are none."""
    copies = [_copy(path) for path in sorted(folder.glob("*.txt"))]
    if not copies:
        raise ValueError(f"{folder}: no pages (*.txt) in it")
    return copies


def _copy(path: Path) -> Copy:
    first, *rest = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    facts = dict(part.strip().split(": ") for part in first.split("|"))
    lines = tuple(row[2:] for row in rest)
    return Copy(
        lang=facts["lang"],
        day=None if facts["date"] == "none" else date.fromisoformat(facts["date"]),
        lines=lines,
        titles=frozenset(compact(lines[n - 1]) for n in _marked(rest, "T")),
        body=frozenset(_marked(rest, "B")),
        either=frozenset(_marked(rest, "?")),
    )


def _marked(rows: Sequence[str], mark: str) -> list[int]:
    return [number for number, row in enumerate(rows, 1) if row[:1] == mark]


def sample_copies() -> list[Copy]:
    """Return the sample reports with their gold."""
    from tests.samples import samples

    return [
        Copy(
            lang=sample.lang,
            day=sample.date,
            lines=tuple(sample.path.read_text(encoding="utf-8").split("\n")),
            titles=frozenset([compact(sample.title)] if sample.title else []),
            body=frozenset(sample.body_lines),
            repairs=frozenset((line, _squeezed(a), _squeezed(b)) for line, a, b in sample.repairs),
        )
        for sample in samples()
    ]


def _trafilatura(copy: Copy) -> set[int]:
    text = import_module("trafilatura").extract(copy.markup, include_comments=False) or ""
    return _found(copy, text.split("\n"))


def _justext(copy: Copy) -> set[int]:
    package = import_module("justext")
    words = package.get_stoplist(languages.get(copy.lang).name)
    parts = package.justext(copy.markup.encode(), words, encoding="utf-8")
    return _found(copy, [part.text for part in parts if not part.is_boilerplate])


def _found(copy: Copy, texts: Iterable[str]) -> set[int]:
    """Return the lines that a peer kept; of lines that are alike, all."""
    kept = {compact(text) for text in texts if text.strip()}
    return {number for number, line in enumerate(copy.lines, 1) if compact(line) in kept}


PEERS: dict[str, Cleaner] = {"trafilatura": _trafilatura, "justext": _justext}


def present() -> list[str]:
    """Return the names of the peers that are installed."""
    return [name for name in PEERS if find_spec(name)]


def _by_lang(copies: Sequence[Copy]) -> Iterator[tuple[str, list[Copy]]]:
    codes = [language.code for language in languages.LANGUAGES]
    for code in codes:
        if some := [copy for copy in copies if copy.lang == code]:
            yield code, some
    if len({copy.lang for copy in copies}) > 1:
        yield "all", list(copies)


def tally(copies: Iterable[Copy]) -> Tally:
    """Return what is right in our reading of some pages."""
    total = Tally()
    for copy in copies:
        total.add(copy)
    return total


def _peer_count(cleaner: Cleaner, copies: Iterable[Copy]) -> Count:
    total = Count()
    for copy in copies:
        # A headline that a peer keeps is no fault: it has nowhere else to put it.
        leave = copy.either | {n for n, line in enumerate(copy.lines, 1) if compact(line) in copy.titles}
        total.add(cleaner(copy) - leave, copy.body)
    return total


def _scores(count: Count) -> tuple[float | None, ...]:
    return count.precision, count.recall, count.f1


def compare(sets: dict[str, list[Copy]], peers: Sequence[str]) -> None:
    """Print the tables."""
    ours: list[tuple[object, ...]] = []
    mended: list[tuple[object, ...]] = []
    theirs: list[tuple[object, ...]] = []
    for name, copies in sets.items():
        for lang, some in _by_lang(copies):
            done = tally(some)
            right = (f"{n}/{done.pages}" for n in (done.titles, done.days, done.langs))
            ours.append((name, lang, done.pages, done.body.gold, *_scores(done.body), *right))
            if done.repairs.gold:
                mended.append((name, lang, done.repairs.gold, done.repairs.found, *_scores(done.repairs)))
        theirs += [(name, p, len(copies), *_scores(_peer_count(PEERS[p], copies))) for p in peers]
    head = ("pages of", "lang", "pages", "body lines", "P", "R", "F1", "titles", "dates", "languages")
    show("Body lines, titles, dates", head, ours)
    if mended:
        show("Repairs", ("pages of", "lang", "in the gold", "made", "P", "R", "F1"), mended)
    if theirs:
        show("Peers, body lines", ("pages of", "peer", "pages", "P", "R", "F1"), theirs)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--no-peers", action="store_true")
    given = parser.parse_args(arguments)
    folders = given.folders or [PAGES / "clean", PAGES / "heldout", PAGES / "heldout2"]
    try:
        sets = {folder.name: read_folder(folder) for folder in folders}
    except ValueError as error:
        parser.error(str(error))
    if not given.folders:
        sets["samples"] = sample_copies()
    compare(sets, [] if given.no_peers else present())


if __name__ == "__main__":
    main()
