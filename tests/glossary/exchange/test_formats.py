"""What holds of every exchange format: its name, what comes back, what is lost, hostile files, writing whole."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.glossary.exchange.carried import written
from tests.glossary.exchange.filled import FILLED, hostile
from tmkit.errors import FileError, TmkitError
from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange import FORMATS, ExchangeFormat, find_format, read, write
from tmkit.glossary.exchange.base import losses

READ = [fmt for fmt in FORMATS if fmt.read]
WRITTEN = [fmt for fmt in FORMATS if fmt.write]
BOTH = [fmt for fmt in READ if fmt.write]
EXTRA = {"skos", "skos-xml"}
"""Formats whose reading needs an extra."""
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (n + 1, *[n] * 10) for n in b"abcdefghi")
    + b"]><a>&j;</a>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
HOSTILE = {
    "empty": b"",
    "blank": b" \n\n",
    "binary": bytes(range(256)) * 40,
    "zeros": bytes(10_000),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "one-line": b"a" * 10_000_000,
    "bomb": BOMB,
    "outside": OUTSIDE,
    "half-xml": b'<?xml version="1.0" encoding="UTF-8"?><martif><text><body><termEntry><langSet xml:lang="vi">',
    "no-workbook": b"PK\x05\x06" + bytes(18),
    "deep": b"<a>" * 100_000,
}


def zipped(size: int) -> bytes:
    """Return a workbook whose only sheet unpacks to so many bytes of nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            archive.writestr(name, b" " * size)
    return stream.getvalue()


def langs(fmt: ExchangeFormat) -> tuple[str, ...]:
    return ("vi", "fr") if fmt.bilingual else ("vi", "fr", "en")


def by_name(fmt: ExchangeFormat) -> str:
    return fmt.name


def needs(formats: list[ExchangeFormat]) -> list[object]:
    """Return parameters, those that want an extra marked."""
    marks = [pytest.mark.extra]
    return [pytest.param(fmt, marks=marks if fmt.name in EXTRA else [], id=fmt.name) for fmt in formats]


def test_names_and_extensions_are_each_of_one_format() -> None:
    names = [fmt.name for fmt in FORMATS]
    extensions = [extension for fmt in FORMATS for extension in fmt.extensions]
    assert len(set(names)) == len(names)
    assert len(set(extensions)) == len(extensions)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []
    assert [extension for extension in extensions if not re.fullmatch(r"\.[a-z0-9]+", extension)] == []


@pytest.mark.parametrize("fmt", FORMATS, ids=by_name)
def test_a_format_says_what_it_is(fmt: ExchangeFormat) -> None:
    known = {f"concept.{f.name}" for f in fields(Concept)} | {f"term.{f.name}" for f in fields(Term)}
    assert fmt.read or fmt.write
    assert fmt.summary.strip()
    assert not fmt.summary.endswith(".")
    assert fmt.carries <= known - {"concept.id", "concept.terms", "term.text"}
    assert find_format(Path("x.unknown"), fmt.name) is fmt
    for extension in fmt.extensions:
        assert find_format(Path(f"a{extension}")) is find_format(Path(f"a.b{extension.upper()}")) is fmt


def test_what_no_format_is_known_for() -> None:
    with pytest.raises(TmkitError, match=r"unknown format 'word'; use one of tbx, .*, html"):
        find_format(Path("a.tbx"), "word")
    for name in ("a.doc", "a", "tbx", ".tbx"):
        with pytest.raises(FileError, match=r"its name tells no format; give --format, or a name in one of \.tbx, "):
            find_format(Path(name))


@pytest.mark.parametrize("fmt", needs(BOTH))
def test_what_is_carried_comes_back(fmt: ExchangeFormat) -> None:
    """Every term comes back, but those that the format skips, and every field, but those that it says it changes."""
    back = {concept.id: concept for concept in read_back(fmt, written(fmt, FILLED, langs(fmt)))}
    for concept in FILLED.concepts:
        kept = {
            (lang, term.text): term
            for lang, term in concept.all_terms()
            if lang in langs(fmt) and not (fmt.skips and fmt.skips(concept, lang, term))
        }
        if fmt.bilingual and len({lang for lang, _ in kept}) < 2:
            assert concept.id not in back
            continue
        changed = [change for (lang, _), t in kept.items() for change in (fmt.changes or no_change)(concept, lang, t)]
        found = {(lang, term.text): term for lang, term in back[concept.id].all_terms()}
        missing = {kept[place].status for place in kept.keys() - found.keys()}
        assert found.keys() <= kept.keys()
        assert all(any(status in change for change in changed) for status in missing)
        for place, term in found.items():
            excused = fmt.changes and list(fmt.changes(concept, place[0], kept[place]))
            assert differing(fmt, "term", term, kept[place]) == [] or excused
        assert differing(fmt, "concept", back[concept.id], concept) == [] or changed


def read_back(fmt: ExchangeFormat, data: bytes) -> tuple[Concept, ...]:
    assert fmt.read
    return fmt.read(io.BytesIO(data), name="a.file", langs=langs(fmt)).glossary.concepts


def no_change(concept: Concept, lang: str, term: Term) -> list[str]:
    return []


def differing(fmt: ExchangeFormat, kind: str, one: object, other: object) -> list[str]:
    """Return the carried fields in which two concepts or two terms differ, the order of their parts aside."""
    names = [name.removeprefix(f"{kind}.") for name in sorted(fmt.carries) if name.startswith(kind)]
    return [name for name in names if unordered(getattr(one, name)) != unordered(getattr(other, name))]


def unordered(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
def test_what_is_not_carried_is_named_as_lost(fmt: ExchangeFormat) -> None:
    found = losses(FILLED, fmt, langs(fmt))
    concepts = {f"concept.{f.name}" for c in FILLED.concepts for f in fields(c) if getattr(c, f.name)}
    terms = {
        f"term.{f.name}"
        for concept in FILLED.concepts
        for lang, term in concept.all_terms()
        if lang in langs(fmt) and not (fmt.skips and fmt.skips(concept, lang, term))
        for f in fields(term)
        if getattr(term, f.name)
    }
    lost = {loss.what for loss in found if loss.kind == "lost"}
    assert lost == (concepts | terms) - fmt.carries - {"concept.id", "concept.terms", "term.text"}
    assert all(loss.count > 0 and loss.example.startswith("sp-") for loss in found)


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
def test_the_same_bytes_each_time(fmt: ExchangeFormat, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(fmt, FILLED, langs(fmt))
    later = time.time() + 90_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert written(fmt, FILLED, langs(fmt)) == first
    assert first


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
@pytest.mark.parametrize("text", ["a\x0bb\x00c", "\ufffe", "=1+1", "a\nb\tc", "\u202e", "🙂 ﬁ", "'\"<&]]>"])
def test_hostile_texts_are_written_as_text(fmt: ExchangeFormat, text: str) -> None:
    data = written(fmt, meant_badly(text), langs(fmt))
    if fmt.name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    assert re.findall("[\0-\x08\x0b\x0c\ufffe]", data.decode("utf-8-sig")) == []


def meant_badly(text: str) -> Glossary:
    """Return a glossary with a text wherever people write; ids, days and addresses were looked at as they were read."""
    glossary = hostile(text)
    (concept,) = glossary.concepts
    terms = {lang: tuple(replace(term, sources=()) for term in found) for lang, found in concept.terms.items()}
    sound = replace(concept, terms=terms, id="sp-0001", domain="d", related=(), valid_from="2025-03-01", replaced_by=())
    return replace(glossary, concepts=(sound,), about=About(title={"vi": text}, description=text))


@pytest.mark.parametrize("fmt", needs(READ))
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_one_error(
    fmt: ExchangeFormat, kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "a.file"
    path.write_bytes(HOSTILE[kind])
    start = time.process_time()
    if fmt.name in ("csv", "tsv") and kind in ("bomb", "outside"):
        request.applymarker(pytest.mark.xfail(strict=True, reason="a table without headings may be any text, XML too"))
    with pytest.raises(FileError) as caught:
        read(path, fmt, langs=("vi", "fr"))
    assert time.process_time() - start < 10
    assert caught.value.path == str(path)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400 + len(str(path))
    assert "root:" not in str(caught.value)


@pytest.mark.parametrize("fmt", needs(READ))
def test_a_file_that_unpacks_without_end(fmt: ExchangeFormat, tmp_path: Path) -> None:
    path = tmp_path / "a.file"
    path.write_bytes(zipped(40_000_000))
    with pytest.raises(FileError):
        read(path, fmt, langs=("vi", "fr"))


@pytest.mark.parametrize("fmt", READ, ids=by_name)
def test_folders_and_missing_files_are_one_error(fmt: ExchangeFormat, tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "Is a directory"), (tmp_path / "none", "No such file or directory")):
        with pytest.raises(FileError) as caught:
            read(path, fmt)
        assert str(caught.value) == f"{path}: cannot be read ({reason}); check the path"


@pytest.mark.parametrize("fmt", [fmt for fmt in FORMATS if not fmt.read], ids=by_name)
def test_what_is_only_written(fmt: ExchangeFormat, tmp_path: Path) -> None:
    able = ", ".join(other.name for other in READ)
    with pytest.raises(FileError, match=re.escape(f"{fmt.name} is written, not read; use one of {able}")):
        read(tmp_path / "a", fmt)


@pytest.mark.parametrize("fmt", [fmt for fmt in FORMATS if not fmt.write], ids=by_name)
def test_what_is_only_read(fmt: ExchangeFormat, tmp_path: Path) -> None:
    able = ", ".join(other.name for other in WRITTEN)
    with pytest.raises(FileError, match=re.escape(f"{fmt.name} is read, not written; use one of {able}")):
        write(FILLED, tmp_path / "a", fmt)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
def test_a_file_is_written_with_its_losses(fmt: ExchangeFormat, tmp_path: Path) -> None:
    lost = write(FILLED, tmp_path / "below" / "a", fmt, langs=langs(fmt))
    assert lost == losses(FILLED, fmt, langs(fmt))
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["a"]
    assert (tmp_path / "below" / "a").read_bytes() == written(fmt, FILLED, langs(fmt))


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
def test_a_file_is_written_whole_or_not_at_all(fmt: ExchangeFormat, tmp_path: Path) -> None:
    def broken(glossary: Glossary, stream: BinaryIO, *, langs: Sequence[str]) -> None:
        stream.write(b"half")
        raise TmkitError("the power is gone")

    path = tmp_path / "a"
    path.write_bytes(b"precious")
    with pytest.raises(TmkitError, match="the power is gone"):
        write(FILLED, path, replace(fmt, write=broken), langs=langs(fmt))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a": b"precious"}


@pytest.mark.parametrize("fmt", [fmt for fmt in WRITTEN if fmt.bilingual], ids=by_name)
@pytest.mark.parametrize("given", [(), ("vi",), ("vi", "fr", "en")])
def test_bilingual_files_hold_two_languages(fmt: ExchangeFormat, given: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(TmkitError, match=f"{fmt.name} files hold two languages; give both with --from and --to"):
        write(FILLED, tmp_path / "a", fmt, langs=given)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fmt", WRITTEN, ids=by_name)
def test_a_file_without_a_concept_is_not_written(fmt: ExchangeFormat, tmp_path: Path) -> None:
    french = Concept(id="a", terms={"fr": (Term(text="retraite", status="preferred"),)})
    for concepts, tags in (((), langs(fmt)), ((french,), ("vi", "en"))):
        with pytest.raises(FileError, match=f"no concepts with terms in {' and '.join(tags)} to write; choose other"):
            write(replace(FILLED, concepts=concepts), tmp_path / "a", fmt, langs=tags)
    assert list(tmp_path.iterdir()) == []
