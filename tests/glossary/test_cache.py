"""The cache gives what reading gives, for exactly the files that are there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.folder import write_glossary
from tmkit.errors import FileError
from tmkit.glossary import cache
from tmkit.glossary.cache import keep, load, prepared, recall
from tmkit.glossary.patterns import word_forms
from tmkit.glossary.reading import GlossaryError, read_glossary


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_glossary(tmp_path / "small")


def afresh(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a list that grows with every folder that is read."""
    from tmkit.glossary import reading

    read: list[Path] = []
    original = reading.read_with_faults

    def counting(folder: Path) -> object:
        read.append(folder)
        return original(folder)

    monkeypatch.setattr(reading, "read_with_faults", counting)
    return read


def test_the_cache_gives_what_was_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(folder)
    forms = dict(first.forms)
    read = afresh(monkeypatch)
    again = load(folder)
    assert dict(again.forms) == forms
    assert read == []
    assert first.glossary == again.glossary == read_glossary(folder)
    assert (again.keys, again.faults) == (first.keys, ())
    assert forms == {lang: word_forms(first.glossary.concepts, lang) for lang in ("vi", "fr", "en")}


def test_a_good_cache_needs_no_yaml_and_no_dictionaries(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.forms["fr"]["assurance"] == ("assurance", "assurances")
    code = (
        "import sys; from pathlib import Path; from tmkit.glossary.cache import load\n"
        f"assert load(Path({str(folder)!r})).forms['fr']; print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & {"yaml", "pydantic", "simplemma", "numpy", "lxml", "tmkit.glossary.reading"}


@pytest.mark.parametrize("change", ["edit", "add", "remove", "touch", "about"])
def test_any_change_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    load(folder)
    file = folder / "sp-0008.yaml"
    if change == "edit":
        file.write_text(file.read_text(encoding="utf-8").replace("phúc lợi", "phúc lạc"), encoding="utf-8")
    elif change == "add":
        (folder / "sp-0009.yaml").write_text("id: sp-0009\nterms: {vi: [{term: tã, status: preferred}]}\n")
    elif change == "remove":
        file.unlink()
    elif change == "touch":
        os.utime(file, ns=(1, 1))
    else:
        (folder / "glossary.yaml").write_text("name: other\n")
    read = afresh(monkeypatch)
    loaded = load(folder)
    assert read == [folder]
    assert loaded.glossary == read_glossary(folder)


def test_another_tmkit_reads_afresh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    monkeypatch.setattr(cache, "__version__", "9.9")
    read = afresh(monkeypatch)
    load(folder)
    assert read == [folder]


@pytest.mark.parametrize("damage", [b"", b"nonsense", "half", "flipped"])
def test_a_damaged_cache_is_read_past(folder: Path, kept: Path, damage: bytes | str) -> None:
    good = load(folder)
    forms = dict(good.forms)
    for file in (kept / "glossaries").iterdir():
        content = file.read_bytes()
        if damage == "half":
            content = content[: len(content) // 2]
        elif damage == "flipped":
            content = content[:-20] + bytes([content[-20] ^ 1]) + content[-19:]
        else:
            content = damage if isinstance(damage, bytes) else b""
        file.write_bytes(content)
    again = load(folder)
    assert (again.glossary, again.keys, dict(again.forms)) == (good.glossary, good.keys, forms)


def test_no_place_for_a_cache_is_no_error(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "file" / "below"))
    assert load(folder).glossary == read_glossary(folder)
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.parametrize("times", [1, 2])
def test_faults_are_never_forgotten(folder: Path, times: int) -> None:
    (folder / "sp-0003.yaml").write_text("id: sp-0003\nterms: {vi: [{term: tã, status: best}]}\n")
    for _ in range(times):
        with pytest.raises(GlossaryError) as caught:
            load(folder)
        loaded = load(folder, keep_going=True)
        assert loaded.faults == caught.value.faults
        assert [(fault.file, fault.line, fault.path) for fault in loaded.faults] == [
            (folder / "sp-0003.yaml", 2, "terms.vi[0].status")
        ]
        assert "sp-0003" not in loaded.glossary.by_id
        assert len(loaded.glossary.concepts) == 7


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="none: "):
        load(tmp_path / "none")


def test_two_folders_are_kept_apart(tmp_path: Path) -> None:
    one, other = write_glossary(tmp_path / "one"), write_glossary(tmp_path / "other")
    (other / "sp-0008.yaml").unlink()
    for _ in range(2):
        assert [len(load(place).glossary.concepts) for place in (one, other)] == [8, 7]


def test_a_folder_whose_name_is_no_utf8(tmp_path: Path) -> None:
    folder = write_glossary(tmp_path / os.fsdecode(b"bad\xffg"))
    (folder / "glossary.yaml").unlink()
    (folder / os.fsdecode(b"x\xff.yaml")).write_text("id: x\n")
    for _ in range(2):
        loaded = load(folder, keep_going=True)
        assert (loaded.glossary.about.name, len(loaded.glossary.concepts)) == ("bad\ufffdg", 8)
        assert loaded.faults[0].file.parent == folder


def test_a_change_of_a_file_with_its_ending_in_capitals_is_seen(folder: Path) -> None:
    load(folder)
    (folder / "sp-0009.YAML").write_text("id: sp-0009\nterms: {vi: [{term: tã, status: preferred}]}\n", "utf-8")
    assert len(load(folder).glossary.concepts) == 9


def test_the_file_of_each_concept(folder: Path) -> None:
    load(folder)
    files = load(folder).glossary.files
    assert dict(files) == {f"sp-000{i}": folder / f"sp-000{i}.yaml" for i in range(1, 9)}
    assert "sp-0009" not in files


def test_a_glossary_put_together_has_keys_too(folder: Path, kept: Path) -> None:
    made = prepared(read_glossary(folder))
    assert made.keys == load(folder).keys
    assert made.forms["vi"]["nghèo"] == ("nghèo",)
    assert "de" not in made.forms


@given(st.dictionaries(st.text(max_size=5), st.lists(st.integers(0, 9)).map(tuple), max_size=3), st.binary(max_size=40))
def test_what_is_kept_comes_back_under_its_stamp_alone(value: dict[str, tuple[int, ...]], stamp: bytes) -> None:
    place = cache.cache_folder() / "some"
    keep(place, stamp, value)
    assert recall(place, stamp, dict[str, tuple[int, ...]]) == value
    assert recall(place, stamp + b"!", dict[str, tuple[int, ...]]) is None
    assert recall(place, b"!" + stamp, dict[str, tuple[int, ...]]) is None
    assert recall(place, stamp, int) is None
