"""tmkit's aligner and its peers, each as a function from documents to beads, and what runs one in its own process."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.common import in_child, peak_memory
from benchmarks.encoding import cache_env, encoder, has_encoder

if TYPE_CHECKING:
    from tmkit.align.embedding import Encoder

Indices = tuple[int, ...]
Align = Callable[[Sequence[str], Sequence[str]], "list[Found]"]

_WARM = 5
"""Sentences on either side that are aligned before the clock starts."""
_BEAD = re.compile(r"\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]")


class Found(NamedTuple):
    """A bead that an aligner found; `score` is 0 where it gives no probability."""

    source: Indices
    target: Indices
    score: float = 0.0


class Document(NamedTuple):
    """The sentences of two texts and the beads that a person or the maker of the set put down."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: frozenset[tuple[Indices, Indices]]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What an aligner made of a set: beads a document, seconds without start-up, peak memory in MB."""

    beads: list[list[Found]]
    seconds: float
    memory: float


def read_beads(text: str) -> list[tuple[Indices, Indices]]:
    """Return the beads of lines `[0]:[0, 1]`; what follows them in a line is left aside.

    >>> read_beads("[0]:[0, 1]:0.93")
    [((0,), (0, 1))]
    """
    found = (_BEAD.match(line) for line in text.splitlines())
    return [(_indices(bead[1]), _indices(bead[2])) for bead in found if bead]


def _indices(text: str) -> Indices:
    return tuple(sorted(int(number) for number in text.replace(",", " ").split()))


def read_rungs(text: str) -> list[tuple[Indices, Indices]]:
    """Return the beads of hunalign's ladder: a line says where the next bead starts on either side.

    >>> read_rungs("0\\t0\\t0.3\\n1\\t2\\t0.1\\n2\\t2\\t0")
    [((0,), (0, 1)), ((1,), ())]
    """
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in text.splitlines() if line]
    return [(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(rungs)]


def _tmkit(source_lang: str, target_lang: str) -> Align:
    return _ours(source_lang, target_lang, encoder())


def _tmkit_alone(source_lang: str, target_lang: str) -> Align:
    return _ours(source_lang, target_lang, None)


def _ours(source_lang: str, target_lang: str, encoder: Encoder | None) -> Align:
    from tmkit.align import Aligner
    from tmkit.reports.furniture import furniture

    aligner = Aligner(source_lang, target_lang, encoder=encoder, evidence=False)

    def align(source: Sequence[str], target: Sequence[str]) -> list[Found]:
        # As `tmkit align --sentences` does: lines that only a page needs are kept out.
        lines, others = ([kept.index for kept in furniture(side)] for side in (source, target))
        found = aligner.align(source, target, kept_out=(lines, others))
        return [Found(b.source, b.target, b.score) for b in found.beads]

    return align


def _galechurch(source_lang: str, target_lang: str) -> Align:
    package = import_module("galechurch")

    def align(source: Sequence[str], target: Sequence[str]) -> list[Found]:
        # It compares all with all, and refuses more than 50 million cells unless it is told to go on.
        most = max((len(source) + 1) * (len(target) + 1), 50_000_000)
        lines = package.align(list(source), list(target), max_block_size=most).to_pharaoh_lines()
        return [Found(*bead) for bead in read_beads("\n".join(lines))]

    return align


def _nltk(source_lang: str, target_lang: str) -> Align:
    package = import_module("nltk.translate.gale_church")

    def align(source: Sequence[str], target: Sequence[str]) -> list[Found]:
        links = package.align_blocks([len(s) for s in source], [len(t) for t in target])
        return [Found((i,), (j,)) for i, j in links]

    return align


def _files(
    command: Callable[[Path, Path, Path], list[str]], read: Callable[[str], list[tuple[Indices, Indices]]]
) -> Align:
    """Return an aligner that is a command over two files of one sentence a line."""

    def align(source: Sequence[str], target: Sequence[str]) -> list[Found]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for side, sentences in (("source", source), ("target", target)):
                (folder / side).write_text("".join(f"{s}\n" for s in sentences), encoding="utf-8")
            (folder / "empty").touch()
            line = command(folder / "source", folder / "target", folder / "empty")
            run = subprocess.run(line, capture_output=True, text=True, check=True, encoding="utf-8")
        return [Found(*bead) for bead in read(run.stdout)]

    return align


def _hunalign(source_lang: str, target_lang: str) -> Align:
    return _files(lambda s, t, empty: ["hunalign", "-utf", "-realign", str(empty), str(s), str(t)], read_rungs)


def _vecalign(source_lang: str, target_lang: str) -> Align:
    return _command("vecalign {src} {tgt}")


def _command(template: str) -> Align:
    """Return the aligner of a command line with `{src}` and `{tgt}` in it that prints beads."""
    words = shlex.split(template)
    return _files(lambda s, t, _: [w.replace("{src}", str(s)).replace("{tgt}", str(t)) for w in words], read_beads)


@dataclass(frozen=True, slots=True)
class Peer:
    """An aligner: its name, what makes it for a pair of languages, and whether it can run here."""

    name: str
    make: Callable[[str, str], Align]
    is_here: Callable[[], bool]


def _has(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:
        return False


def _on_path(program: str) -> bool:
    return shutil.which(program) is not None


OURS = Peer("tmkit", _tmkit, has_encoder)
OURS_ALONE = Peer("tmkit, no vectors", _tmkit_alone, lambda: True)
PEERS = (
    OURS,
    OURS_ALONE,
    Peer("galechurch", _galechurch, partial(_has, "galechurch")),
    Peer("nltk", _nltk, partial(_has, "nltk.translate.gale_church")),
    Peer("hunalign", _hunalign, partial(_on_path, "hunalign")),
    Peer("vecalign", _vecalign, partial(_on_path, "vecalign")),
)
"""nltk's is another reading of the same method as galechurch; it stands in where that is not installed."""


def present() -> list[str]:
    """Return the names of the aligners that can run here."""
    here = [peer.name for peer in PEERS if peer.is_here()]
    return [name for name in here if name != "nltk" or "galechurch" not in here]


def run(
    name: str,
    langs: tuple[str, str],
    documents: Sequence[Document],
    *,
    cache: Path | None = None,
    limit: float | None = None,
) -> Run:
    """Return what one aligner, or the command line `NAME=CMD`, makes of a set, in a process of its own.

    `cache` is the folder with the sentence vectors. Raises `TimeoutExpired` after `limit` seconds,
    `CalledProcessError` where the aligner fails.
    """
    task = {"name": name, "langs": langs, "documents": [(d.source, d.target) for d in documents]}
    answer = json.loads(in_child("benchmarks.aligners", given=json.dumps(task), env=cache_env(cache), limit=limit))
    beads = [[Found(tuple(a), tuple(b), score) for a, b, score in document] for document in answer["beads"]]
    return Run(beads, answer["seconds"], answer["memory"])


def _make(name: str, langs: Sequence[str]) -> Align:
    _, is_command, template = name.partition("=")
    if is_command:
        return _command(template)
    return next(peer for peer in PEERS if peer.name == name).make(langs[0], langs[1])


def _timed(align: Align, documents: Sequence[Sequence[Sequence[str]]]) -> Iterator[tuple[float, list[Found]]]:
    # Dictionaries are loaded with the first sentences, which are done again to be timed.
    align(*(sentences[:_WARM] for sentences in documents[0]))
    for source, target in documents:
        start = time.perf_counter()
        beads = align(source, target)
        yield time.perf_counter() - start, beads


def main() -> None:
    """Align the documents given on standard input; print beads, seconds and peak memory as JSON."""
    task = json.load(sys.stdin)
    results = list(_timed(_make(task["name"], task["langs"]), task["documents"]))
    answer = {
        "beads": [[(b.source, b.target, b.score) for b in beads] for _, beads in results],
        "seconds": sum(seconds for seconds, _ in results),
        "memory": peak_memory(),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
