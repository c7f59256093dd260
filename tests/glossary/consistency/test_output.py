"""Findings in each form of output, whole."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.glossary.consistency.base import Check, Finding
from tmkit.glossary.consistency.output import FORMATS, write
from tmkit.version import __version__

CHECKS = (
    Check(name="homograph", summary="Two concepts accept the same term.", severity="warning"),
    Check(name="unattested", summary="No memory has a term.", severity="info"),
    Check(name="forbidden-term", summary="A unit has a forbidden term.", severity="error"),
)
INSIDE = Finding(
    check="homograph",
    severity="warning",
    message="“retraite” is a term of sp-0011 too",
    file="/work/glossaries/một hai/sp-0075.yaml",
    line=12,
    path="terms.fr[0].term",
    concept="sp-0075",
    related=("sp-0011",),
    suggestion="relate the two",
    evidence=("sp-0011: “retraite”, fr, admitted",),
)
MEMORY = Finding(
    check="forbidden-term",
    severity="error",
    message="“object” is a forbidden term of sp-0050",
    file="/work/tm/vi-en.tmx",
    concept="sp-0050",
    unit="u1",
    source_lang="vi",
    target_lang="en",
    source="Hỗ trợ đối tượng & <gia đình>",
    target="Support for objects",
    source_span=(7, 16),
    target_span=(12, 19),
)


def written(fmt: str, *findings: Finding) -> str:
    stream = io.StringIO()
    write(findings, CHECKS, fmt, stream, root=Path("/work"))
    return stream.getvalue()


def test_text() -> None:
    assert written("text", INSIDE, MEMORY) == (
        "glossaries/một hai/sp-0075.yaml\n"
        "  12: homograph warning: “retraite” is a term of sp-0011 too\n"
        "      sp-0011: “retraite”, fr, admitted\n"
        "      → relate the two\n"
        "\n"
        "tm/vi-en.tmx\n"
        "  u1: forbidden-term error: “object” is a forbidden term of sp-0050\n"
        "      vi: Hỗ trợ đối tượng & <gia đình>\n"
        "      en: Support for objects\n"
        "\n"
        "1 error, 1 warning, 0 for information.\n"
    )
    assert written("text") == "Nothing found.\n"


def test_text_in_colour() -> None:
    stream = io.StringIO()
    write(
        [replace(MEMORY, evidence=("x\x1b[2J",))],
        CHECKS,
        "text",
        stream,
        colour=lambda text, style: f"<{style}:{text}>",
    )
    assert stream.getvalue().splitlines()[:5] == [
        "<file:/work/tm/vi-en.tmx>",
        "  u1: <error:forbidden-term> error: “object” is a forbidden term of sp-0050",
        "      vi: Hỗ trợ <mark:đối tượng> & <gia đình>",
        "      en: Support for <mark:objects>",
        "      <mute:x\\x1b[2J>",
    ]


def test_json() -> None:
    assert json.loads(written("json", INSIDE, MEMORY)) == {
        "findings": [
            {
                "file": "glossaries/một hai/sp-0075.yaml",
                "unit": None,
                "line": 12,
                "check": "homograph",
                "severity": "warning",
                "category": "terminology",
                "message": "“retraite” is a term of sp-0011 too",
                "source": None,
                "target": None,
                "source_span": None,
                "target_span": None,
                "fix": "relate the two",
                "concept": "sp-0075",
                "related": ["sp-0011"],
                "path": "terms.fr[0].term",
                "source_lang": None,
                "target_lang": None,
                "evidence": ["sp-0011: “retraite”, fr, admitted"],
            },
            {
                "file": "tm/vi-en.tmx",
                "unit": "u1",
                "line": None,
                "check": "forbidden-term",
                "severity": "error",
                "category": "terminology",
                "message": "“object” is a forbidden term of sp-0050",
                "source": "Hỗ trợ đối tượng & <gia đình>",
                "target": "Support for objects",
                "source_span": [7, 16],
                "target_span": [12, 19],
                "fix": None,
                "concept": "sp-0050",
                "related": [],
                "path": None,
                "source_lang": "vi",
                "target_lang": "en",
                "evidence": [],
            },
        ],
        "summary": {"errors": 1, "warnings": 1, "infos": 0, "by_check": {"forbidden-term": 1, "homograph": 1}},
    }
    assert json.loads(written("json"))["findings"] == []


def test_sarif() -> None:
    log = json.loads(written("sarif", INSIDE))
    (run,) = log["runs"]
    (result,) = run["results"]
    assert (log["version"], run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == (
        "2.1.0",
        "tmkit",
        __version__,
    )
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in run["tool"]["driver"]["rules"]] == [
        ("homograph", "warning"),
        ("unattested", "note"),
        ("forbidden-term", "error"),
    ]
    mark = result.pop("partialFingerprints")
    assert [*mark] == ["tmkitFinding/v1"]
    assert result == {
        "ruleId": "homograph",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "“retraite” is a term of sp-0011 too; relate the two"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "glossaries/m%E1%BB%99t%20hai/sp-0075.yaml", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 12},
                },
                "logicalLocations": [{"fullyQualifiedName": "sp-0075/terms.fr[0].term"}],
            }
        ],
        "properties": {
            "concept": "sp-0075",
            "related": ["sp-0011"],
            "evidence": ["sp-0011: “retraite”, fr, admitted"],
        },
    }


def _marks(*findings: Finding) -> list[str]:
    results = json.loads(written("sarif", *findings))["runs"][0]["results"]
    return [result["partialFingerprints"]["tmkitFinding/v1"] for result in results]


def test_a_fingerprint_outlives_moved_lines_and_tells_equal_findings_apart() -> None:
    moved = replace(INSIDE, line=99, path="terms.fr[3].term", evidence=(), suggestion="")
    assert _marks(INSIDE) == _marks(moved)
    assert len(set(_marks(INSIDE, INSIDE, MEMORY, replace(INSIDE, concept="sp-0076")))) == 4


def test_a_file_elsewhere_keeps_its_whole_name() -> None:
    log = json.loads(written("sarif", replace(INSIDE, file="/elsewhere/a b.yaml")))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///elsewhere/a%20b.yaml"}


class Page(HTMLParser):
    """Keeps what a browser would see."""

    VOID = frozenset({"meta", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.seen.append((self.open[-1], data.strip()))


def read(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def test_html() -> None:
    seen = read(written("html", INSIDE, MEMORY)).seen
    assert ("h2", "glossaries/một hai/sp-0075.yaml") in seen
    assert ("p", "“retraite” is a term of sp-0011 too") in seen
    start = seen.index(("span", "vi"))
    assert seen[start : start + 6] == [
        ("span", "vi"),
        ("p", "Hỗ trợ"),
        ("mark", "đối tượng"),
        ("p", "& <gia đình>"),
        ("span", "en"),
        ("p", "Support for"),
    ]
    assert ("p", "Nothing found.") in read(written("html")).seen


def test_html_filters_by_the_checks_that_found_something() -> None:
    page = written("html", INSIDE, MEMORY)
    assert page.count("<option") == 3
    assert "article:not(.homograph)" in page
    assert "1 check found nothing" in page


@given(st.text(st.sampled_from("<>&\"'/\x00\x1b\ud800 ảscriptimg={}%s"), max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever stands in a file, the page has the tags of a page with plain words."""
    plain = read(written("html", replace(MEMORY, source="a", source_span=(0, 1), evidence=("a",), suggestion="a")))
    evil = replace(
        MEMORY, message=text, source=text, source_span=(0, len(text)), evidence=(text,), suggestion=text or "a"
    )
    hostile = read(written("html", replace(evil, file=f"x{text}", unit=text, concept=text or "a", path=text)))
    assert hostile.tags == plain.tags


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_format_takes_no_findings_and_no_checks(fmt: str) -> None:
    stream = io.StringIO()
    write([], [], fmt, stream)
    assert stream.getvalue().endswith("\n")
