import io
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit import formats
from tmkit.errors import FileError
from tmkit.formats import FORMATS, Format
from tmkit.formats.tmx import read_tmx, write_tmx
from tmkit.model import Header, Prop, Segment, Tag, Unit, Variant

HEADER = Header(source_lang="vi", tool_version="0.1.0", props=(Prop("x-about", "thử"),), notes=("ghi chú",))
UNIT = Unit(
    "1",
    (
        Variant("vi", Segment(("An sinh xã hội & <b>",)), (Prop("x-line", "3"),), ("a",), "20150414T000000Z"),
        Variant("fr", Segment(("L’été",)), changed="20150415T000000Z"),
    ),
    (Prop("x-score", "0.98"), Prop("x-score", "0.99")),
    ("note",),
)


def written(header: Header, *units: Unit) -> bytes:
    stream = io.BytesIO()
    assert write_tmx(header, units, stream) == len(units)
    return stream.getvalue()


def read_back(data: bytes) -> tuple[Header, list[Unit]]:
    header, units = read_tmx(io.BytesIO(data), name="a.tmx")
    return header, list(units)


def test_what_is_written_is_read_back() -> None:
    assert read_back(written(HEADER, UNIT)) == (HEADER, [UNIT])


def test_the_same_values_give_the_same_bytes() -> None:
    assert written(HEADER, UNIT) == written(HEADER, UNIT)


def test_no_clock_in_the_file() -> None:
    assert b"creationdate" not in written(Header(source_lang="vi"))


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
@given(text=st.text(min_size=1))
def test_any_text_makes_well_formed_files(fmt: Format, text: str) -> None:
    stream = io.BytesIO()
    unit = Unit("1", (Variant("vi", Segment((text,))), Variant("fr", Segment(("x",)))))
    fmt.write(Header(source_lang="vi"), [unit], stream)
    stream.seek(0)
    _, units = fmt.read(stream, name="x")
    kept = [u.variants[0].segment.text for u in units]
    assert len(kept) == 1
    assert len(kept[0].replace("\r\n", "\n")) == len(text.replace("\r\n", "\n"))


def test_control_characters_become_blanks() -> None:
    unit = Unit("1", (Variant("vi", Segment(("a\x0bb\ufffec",))),))
    assert b"<seg>a b c</seg>" in written(HEADER, unit)


def test_inline_tags_survive() -> None:
    data = written(HEADER).replace(
        b"<body>\n",
        b'<body><tu tuid="7"><tuv xml:lang="en"><seg>Press <bpt i="1">&lt;b></bpt>Save<ept i="1">&lt;/b></ept>'
        b'<ph x="2"/> now <hi>please</hi>.</seg></tuv></tu>',
    )
    _, [unit] = read_back(data)
    parts = unit.variants[0].segment.parts
    assert unit.variants[0].segment.text == "Press Save now please."
    assert [p.kind for p in parts if isinstance(p, Tag)] == ["open", "close", "standalone", "open", "close"]
    assert read_back(written(HEADER, unit))[1] == [unit]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "a.tmx:1: not well-formed"),
        (b"<tmx><header/><body><tu></body>", "a.tmx:1: not well-formed"),
        (b"<tmx></tmx>", "no TMX header"),
    ],
)
def test_broken_files_say_where(data: bytes, fault: str) -> None:
    with pytest.raises(FileError, match=fault):
        read_back(data)


def test_an_unknown_kind_of_file_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"unknown kind of bilingual file; use one of \.tmx"):
        formats.for_path(tmp_path / "a.doc")


def test_a_file_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    formats.write(path, HEADER, [UNIT])
    before = path.stat().st_mtime_ns
    formats.write(path, HEADER, [UNIT])
    assert path.stat().st_mtime_ns == before
    with formats.read(path) as (header, units):
        assert (header, list(units)) == (HEADER, [UNIT])


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    formats.write(path, HEADER, [UNIT])
    old = path.read_bytes()

    def units() -> list[Unit]:
        raise OSError("disk full")

    with pytest.raises(FileError, match=r"a.tmx: cannot be written \(disk full\)"):
        formats.write(path, HEADER, (u for f in [units] for u in f()))
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["a.tmx"]


MEMORIES = sorted((Path(__file__).resolve().parents[2] / "tm").glob("*.tmx"))


@pytest.fixture(scope="session")
def schemas(tmp_path_factory: pytest.TempPathFactory, omegat: Path) -> Path:
    """Give the folder of the TMX 1.4 DTD and XSD, as OmegaT carries them."""
    if not shutil.which("xmllint") or not shutil.which("unzip"):
        pytest.skip("xmllint or unzip is not installed")
    folder = tmp_path_factory.mktemp("schemas")
    subprocess.run(["unzip", "-q", "-j", str(omegat), "schemas/*", "-d", str(folder)], check=True)
    return folder


def is_valid(path: Path, schemas: Path) -> bool:
    for judge in (["--dtdvalid", str(schemas / "tmx14.dtd")], ["--schema", str(schemas / "tmx14.xsd")]):
        subprocess.run(["xmllint", "--nonet", "--noout", *judge, str(path)], check=True, capture_output=True)
    return ElementTree.parse(path).getroot().get("version") == "1.4"


@pytest.mark.judge
def test_the_dtd_and_the_schema_accept_what_is_written(tmp_path: Path, schemas: Path) -> None:
    formats.write(tmp_path / "a.tmx", HEADER, [UNIT])
    assert is_valid(tmp_path / "a.tmx", schemas)


@pytest.mark.judge
def test_there_are_memories() -> None:
    assert len(MEMORIES) == 4


@pytest.mark.judge
@pytest.mark.parametrize("path", MEMORIES, ids=lambda path: path.name)
def test_the_dtd_and_the_schema_accept_the_memories(path: Path, schemas: Path) -> None:
    assert is_valid(path, schemas)
