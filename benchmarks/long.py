"""How long documents of thousands of lines take, and how much memory: tmkit without vectors beside galechurch.

    python -m benchmarks.long [--sizes 1000,4000,20000] [--limit 900]

The documents are no text: a line is a handful of expressions from tmkit's own lexicon, the same in both languages in
another order, as long as a sentence in the news, three in ten with a number; then 10 % noise (`noise.py`). tmkit knows
all these words, so that F1 only says whether it keeps to the way, not what it can do. Each run has a process of its
own; where one fails or takes longer than `--limit` seconds its row stays empty.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import partial
from subprocess import CalledProcessError, TimeoutExpired

from benchmarks.align import count
from benchmarks.aligners import OURS_ALONE, Document, present, run
from benchmarks.common import options, rate, show
from benchmarks.noise import noisy
from tmkit.lang.lexicon import Entry, core

LANGS = ("vi", "fr")
SHARE = 0.1
LENGTH, SPREAD = 9.5, 0.5
"""Expressions in a line: the median, and the standard deviation of their logarithm."""
NUMBERS = 0.3
"""Share of lines that hold a number."""


def document(lines: int) -> Document:
    """Return a document made from so many lines, the same each time."""
    chance = random.Random(lines)
    entries = [entry for entry in core().entries if all(entry.terms.get(lang) for lang in LANGS)]
    return noisy([_line(entries, chance) for _ in range(lines)], LANGS, SHARE, name=f"{lines:,} lines")


def _line(entries: Sequence[Entry], chance: random.Random) -> Mapping[str, str]:
    some = chance.sample(entries, max(2, round(LENGTH * chance.lognormvariate(0, SPREAD))))
    number = [str(chance.randint(10, 9999))] if chance.random() < NUMBERS else []
    return {lang: _sentence([*(chance.choice(e.terms[lang]) for e in some), *number], chance) for lang in LANGS}


def _sentence(words: list[str], chance: random.Random) -> str:
    text = " ".join(chance.sample(words, len(words)))
    return f"{text[0].upper()}{text[1:]}."


def row(name: str, one: Document, limit: float) -> tuple[object, ...]:
    """Return what one aligner makes of a document: seconds, sentences a second, peak memory, F1."""
    head = one.name, len(one.source), len(one.target), name
    try:
        done = run(name, LANGS, [one], limit=limit)
    except TimeoutExpired:
        return *head, f"> {limit:g}", None, None, None
    except CalledProcessError:
        return *head, "failed", None, None, None
    speed = rate(len(one.source) + len(one.target), done.seconds)
    return *head, f"{done.seconds:.1f}", speed, round(done.memory), count(done.beads, [one]).f1


def main(arguments: Sequence[str] | None = None) -> None:
    """Run as a command."""
    parser = options(__doc__)
    parser.add_argument("--sizes", default="1000,4000,20000", help="lines, with commas between")
    parser.add_argument("--limit", type=float, default=900, help="seconds that a run may take")
    given = parser.parse_args(arguments)
    names = [name for name in (OURS_ALONE.name, "galechurch") if name in present()]
    made = map(document, map(int, given.sizes.split(",")))
    rows = [line for one in made for line in map(partial(row, one=one, limit=given.limit), names)]
    head = ("document", "source", "target", "aligner", "seconds", "sentences/s", "peak MB", "F1")
    show("Long documents, made from the lexicon", head, rows)


if __name__ == "__main__":
    main()
