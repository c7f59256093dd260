"""Terms in the memories: the right units, the right places, kept until something changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.glossary.folder import write_glossary
from tmkit import formats
from tmkit.glossary import attestation
from tmkit.glossary.attestation import Attestation, Quote, attest, attested_before, memories_in
from tmkit.glossary.cache import Loaded, load
from tmkit.model import Header, Prop, Segment, Unit, Variant

VI = "Ông đóng bảo hiểm xã hội từ năm 2010."
FR = "Il cotise à l’assurance sociale depuis 2010."
EN = "He has paid social insurance since 2010."


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / "cache"))
    return load(write_glossary(tmp_path / "small"))


def memory(path: Path, units: Sequence[dict[str, str]], *, report: str = "") -> Path:
    """Write a memory; `report` is the report of each unit, with its number where it has a place for one."""
    path.parent.mkdir(exist_ok=True)
    made = []
    for i, texts in enumerate(units, 1):
        props = (Prop("x-report", report.format(i)),) if report else ()
        variants = (Variant(lang, Segment((text,)), props, created="20201118T000000Z") for lang, text in texts.items())
        made.append(Unit(str(i), tuple(variants)))
    formats.write(path, Header("vi"), made)
    return path


def test_a_unit_with_its_texts_reports_and_places(tmp_path: Path, loaded: Loaded) -> None:
    memory(tmp_path / "tm" / "a.tmx", [{"vi": VI, "fr": FR, "en": EN}], report="r{}.txt")
    found = attest(loaded, memories_in(tmp_path / "tm"))
    quotes = (
        Quote("vi", VI, ((9, 24),), "r1.txt", "2020-11-18"),
        Quote("fr", FR, ((14, 31),), "r1.txt", "2020-11-18"),
        Quote("en", EN, ((12, 28),), "r1.txt", "2020-11-18"),
    )
    assert found.of("sp-0001") == (Attestation("a.tmx", "1", quotes),)
    assert found.of("sp-0002") == ()
    assert found.faults == ()


def test_dates_of_units_are_no_dates_of_texts(tmp_path: Path, loaded: Loaded) -> None:
    file = memory(tmp_path / "a.tmx", [{"vi-VN": VI, "en_US": EN}])
    (found,) = attest(loaded, [file]).of("sp-0001")
    assert [(quote.lang, quote.report, quote.date) for quote in found.quotes] == [
        ("vi", None, None),
        ("en", None, None),
    ]


def test_three_at_most_from_different_reports_the_fullest_first(tmp_path: Path, loaded: Loaded) -> None:
    units = [
        {"vi": "Ông ấy đóng BHXH đã lâu.", "en": "He has been a contributor for long."},
        *({"vi": f"Quyển {i}: bảo hiểm xã hội.", "en": f"Book {i}: social insurance."} for i in range(3)),
    ]
    same = memory(tmp_path / "a.tmx", units, report="same.txt")
    other = memory(tmp_path / "b.tmx", [{"vi": VI, "fr": FR, "en": EN}], report="other.txt")
    found = attest(loaded, [same, other])
    names = [(one.memory, one.unit) for one in found.of("sp-0001")]
    assert names == [("b.tmx", "1"), ("a.tmx", "2"), ("a.tmx", "3")]


def test_the_wanted_language_first(tmp_path: Path, loaded: Loaded) -> None:
    units = [*({"vi": f"Quyển {i}: bảo hiểm xã hội.", "en": f"Book {i}: social insurance."} for i in range(4))]
    file = memory(tmp_path / "a.tmx", [*units, {"vi": VI, "fr": FR}], report="r{}.txt")
    found = attest(loaded, [file])
    assert [one.unit for one in found.of("sp-0001")] == ["1", "2", "3"]
    assert [one.unit for one in found.of("sp-0001", target="fr")] == ["5", "1", "2"]


def test_no_text_twice(tmp_path: Path, loaded: Loaded) -> None:
    master = memory(tmp_path / "m.tmx", [{"vi": f"{VI} Bà cũng thế.", "fr": f"{FR} Elle aussi.", "en": EN}])
    pair = memory(tmp_path / "m.vi-fr.tmx", [{"vi": VI, "fr": FR}])
    assert [one.memory for one in attest(loaded, memories_in(tmp_path)).of("sp-0001")] == ["m.tmx"]
    assert memories_in(tmp_path) == [master, pair]


def test_a_word_of_two_concepts_needs_its_counterpart(tmp_path: Path, loaded: Loaded) -> None:
    folder = loaded.glossary.path
    assert folder
    text = "id: sp-0009\nterms: {fr: [{term: pension, status: preferred}], vi: [{term: tiền trọ, status: preferred}]}\n"
    (folder / "sp-0009.yaml").write_text(text, encoding="utf-8")
    units = [
        {"fr": "Sa pension est petite.", "vi": "Lương hưu của bà thấp."},
        {"fr": "Il paie sa pension.", "vi": "Anh ấy trả tiền."},
    ]
    found = attest(load(folder), [memory(tmp_path / "a.tmx", units)])
    assert [one.unit for one in found.of("sp-0004")] == ["1"]
    assert found.of("sp-0009") == ()


def test_kept_until_a_memory_or_the_glossary_changes(tmp_path: Path, loaded: Loaded) -> None:
    file = memory(tmp_path / "a.tmx", [{"vi": VI, "en": EN}])
    assert attested_before(loaded, [file]) is None
    found = attest(loaded, [file])
    kept = attested_before(loaded, [file])
    assert kept is not None
    assert kept.of("sp-0001") == found.of("sp-0001") != ()
    assert attested_before(loaded, []) is None
    memory(file, [{"vi": VI}])
    assert attested_before(loaded, [file]) is None
    attest(loaded, [file])
    folder = loaded.glossary.path
    assert folder
    (folder / "sp-0008.yaml").unlink()
    assert attested_before(loaded, [file]) is not None
    assert attested_before(load(folder), [file]) is None


def test_a_damaged_memory_is_named_and_the_others_read(tmp_path: Path, loaded: Loaded) -> None:
    broken = tmp_path / "a.tmx"
    broken.write_text("<tmx>", encoding="utf-8")
    good = memory(tmp_path / "b.tmx", [{"vi": VI, "en": EN}])
    found = attest(loaded, [broken, good])
    assert len(found.of("sp-0001")) == 1
    assert [fault.split(":")[0] for fault in found.faults] == [str(broken)]
    kept = attested_before(loaded, [broken, good])
    assert kept is not None
    assert kept.faults == found.faults


def test_large_memories_are_read_in_part(tmp_path: Path, loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attestation, "MOST", 2)
    units = [{"vi": "Không có gì.", "en": "Nothing."}] * 2 + [{"vi": VI, "en": EN}]
    assert attest(loaded, [memory(tmp_path / "a.tmx", units)]).of("sp-0001") == ()


def test_no_folder_no_memories(tmp_path: Path) -> None:
    assert memories_in(tmp_path / "none") == []
