"""The manual holds: commands do what it shows, code runs, links lead somewhere, nothing is left out.

In a page, a `console` block has commands after `$ ` and what they print, `…` for what is left out;
`# exits with 2` below a command says that it does. A `python` block is run, and a `text` block right
below it is what it prints. `<!-- file: NAME -->` above a block has it written to that file first, and
`<!-- not run: REASON -->` leaves it alone. All this happens in a copy of the sample project.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
import pytest

from tests.samples import ROOT, samples
from tmkit import project
from tmkit.cli import main, tmkit
from tmkit.reports.base import Line, Page
from tmkit.reports.body import clean
from tmkit.reports.readers import READERS, read_page

DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")))
CHAPTERS = {
    "build": "build.md",
    "clean": "cleaning.md",
    "segment": "segmentation.md",
    "pair": "pairing.md",
    "align": "alignment.md",
    "decide": "decisions.md",
    "term": "terms.md",
    "term lookup": "terms.md",
    "term find": "terms.md",
    "term check": "term-checks.md",
    "term extract": "term-extraction.md",
    "term import": "term-exchange.md",
    "term export": "term-exchange.md",
    "term add": "glossary.md",
    "term edit": "glossary.md",
    "term retire": "glossary.md",
    "term schema": "glossary.md",
}
_BLOCK = re.compile(r"^(?:<!-- (?P<mark>.*?) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"# exits with (\d+)")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
_OPTION = re.compile(r"(?<![\w-])--?[a-zA-Z][a-z-]*")
_SHELL = re.compile(r"[|<>&;]")


@dataclass(frozen=True)
class Block:
    """A fenced block: what kind it is, what the comment above it says, and the line it begins in."""

    kind: str
    text: str
    mark: str
    line: int

    @property
    def file(self) -> str:
        return self.mark.removeprefix("file: ") if self.mark.startswith("file: ") else ""

    @property
    def idle(self) -> bool:
        return self.mark.startswith("not run: ")


@dataclass
class Command:
    """A command, the code it exits with, and the lines it is shown to print."""

    text: str
    shown: list[str]
    code: int = 0


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(m["kind"], m["text"], m["mark"] or "", text.count("\n", 0, m.start()) + 1) for m in _BLOCK.finditer(text)
    ]


def commands(block: Block) -> list[Command]:
    found: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], []))
        elif match := _EXIT.fullmatch(line):
            found[-1].code = int(match[1])
        else:
            found[-1].shown.append(line)
    return found


def agree(shown: str, real: str) -> bool:
    """Whether real output is as shown: blank lines aside, blanks folded, `…` for anything."""
    pattern = ""
    for line in _folded(shown):
        parts = (re.escape(part) for part in line.split("…"))
        pattern += r"(?:[^\n]*\n)*?" if line == "…" else r"[^\n]*".join(parts) + r"\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _folded(real))) is not None


def _folded(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("a  b\nc", True),
        ("a b", False),
        ("…\nc", True),
        ("a …\n…", True),
        ("a b\n…\nd", False),
        ("a\nc", False),
        ("…", True),
    ],
)
def test_what_agrees(shown: str, same: bool) -> None:
    assert agree(shown, "a b\n\nc\n") is same


class Reader:
    """Does what a page says, from top to bottom, in a folder of its own."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capfd = folder, capfd
        self.names: dict[str, object] = {"__name__": "manual"}
        self.printed: str | None = None

    def follow(self, page: Path) -> None:
        for block in blocks(page):
            if block.idle:
                continue
            if block.file:
                self._write(block)
            elif block.kind == "console":
                for command in commands(block):
                    self._command(command, f"{page.name}:{block.line}")
            elif block.kind == "python":
                self._python(block, f"{page.name}:{block.line}")
            elif block.kind == "text" and self.printed is not None and not agree(block.text, self.printed):
                pytest.fail(f"{page.name}:{block.line}: prints\n{self.printed}", pytrace=False)
            self.printed = self.printed if block.kind == "python" else None

    def _write(self, block: Block) -> None:
        path = self.folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")

    def _python(self, block: Block, place: str) -> None:
        stream = io.StringIO()
        with contextlib.redirect_stdout(stream):
            exec(compile(block.text, place, "exec"), self.names)
        self.printed = stream.getvalue()

    def _command(self, command: Command, place: str) -> None:
        alone = command.text.startswith("tmkit ") and not _SHELL.search(command.text)
        code, out = self._here(command.text) if alone else self._in_shell(command.text)
        shown = "\n".join(command.shown)
        if code != command.code:
            pytest.fail(f"{place}: {command.text}: exits with {code}\n{out}", pytrace=False)
        if shown.strip() and not agree(shown, out):
            pytest.fail(f"{place}: {command.text}: prints\n{out}", pytrace=False)

    def _here(self, command: str) -> tuple[int, str]:
        """Run tmkit in this process, with globs expanded as a shell does."""
        words = shlex.split(command)
        sys.argv = [found for word in words for found in self._expanded(word)]
        self.capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        printed = self.capfd.readouterr()
        return int(end.value.code or 0), printed.err + printed.out

    def _expanded(self, word: str) -> list[str]:
        found = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(word) if "*" in word)
        return found or [word]

    def _in_shell(self, command: str) -> tuple[int, str]:
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, capture_output=True, check=False)
        return done.returncode, (done.stderr + done.stdout).decode()


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Reader:
    shutil.copy(ROOT / "tmkit.toml", tmp_path)
    shutil.copytree(ROOT / "tm", tmp_path / "tm")
    shutil.copytree(ROOT / "glossaries", tmp_path / "glossaries")
    for name in [name for name in os.environ if name.startswith("TMKIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TMKIT_MODEL", "none")
    monkeypatch.setenv("TMKIT_CACHE", str(tmp_path / ".cache"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path, capfd)


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.name)
def test_the_page_shows_what_happens(page: Path, reader: Reader) -> None:
    reader.follow(page)


def words_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def options(command: click.Command) -> set[str]:
    """Return the option names of a command, save those that every command has."""
    names = {name for p in command.params if isinstance(p, click.Option) for name in (*p.opts, *p.secondary_opts)}
    return names - {"-h", "--help"}


@cache
def known_commands() -> dict[str, click.Command]:
    return dict(_commands(tmkit))


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Give the commands of a group and of the groups in it: `term`, `term lookup`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command:
            yield before + name, command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")


def test_every_command_has_a_chapter() -> None:
    assert set(known_commands()) == set(CHAPTERS)
    contents = words_of(DOCS / "index.md")
    assert [name for name in CHAPTERS if f"`tmkit {name}`" not in contents] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_chapter_names_every_option(name: str) -> None:
    chapter = words_of(DOCS / CHAPTERS[name])
    missing = {option for option in options(known_commands()[name]) if not re.search(rf"`{option}[ `]", chapter)}
    assert missing == set()


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_chapter_names_every_choice(name: str) -> None:
    chapter = words_of(DOCS / CHAPTERS[name])
    kinds = (p.type for p in known_commands()[name].params)
    choices = {str(choice) for kind in kinds if isinstance(kind, click.Choice) for choice in kind.choices}
    assert {choice for choice in choices if f"`{choice}`" not in chapter} == set()


def test_the_contents_name_the_options_of_all_commands() -> None:
    contents = words_of(DOCS / "index.md")
    assert {option for option in (*options(tmkit), "-h", "--help") if f"`{option}`" not in contents} == set()


def code_spans(page: Path) -> Iterator[str]:
    text = _BLOCK.sub("", words_of(page))
    yield from re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_no_option_is_invented(page: Path) -> None:
    known = {"-h", "--help"}.union(options(tmkit), *(options(command) for command in known_commands().values()))
    ours = (span for span in code_spans(page) if span.startswith(("-", "tmkit ")))
    assert {option for span in ours for option in _OPTION.findall(span)} <= known


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives a page's headings."""
    heads = re.findall(r"^#+ (.+)$", _BLOCK.sub("", words_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    dead = []
    for target, anchor in _LINK.findall(_BLOCK.sub("", words_of(page))):
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            dead.append(f"{target}#{anchor}" if anchor else target)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    named = (span for span in code_spans(page) if re.match(r"(tmkit|tests|docs|benchmarks)/[\w/.-]+$", span))
    missing = {span for span in named if not re.search("XX|NAME", span) and not (ROOT / span).exists()}
    assert missing == set()


def test_the_contents_list_every_chapter() -> None:
    listed = {target for target, _ in _LINK.findall(words_of(DOCS / "index.md"))}
    assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} <= listed


def keys_of_a_project() -> dict[str, str]:
    """Return the keys of `tmkit.toml`, each with the field of `Project` that it fills."""
    return {
        f"{section}.{name.removeprefix(section + '_')}": name
        for section, names in project._SECTIONS.items()
        for name in names
    }


def test_the_keys_of_a_project_are_all_there() -> None:
    chapter = words_of(DOCS / "build.md")
    listed = re.findall(r"^\| `([\w.]+)` \|", chapter, re.MULTILINE)
    assert sorted(listed) == sorted(keys_of_a_project())
    free = [section for section, names in project._SECTIONS.items() if not names]
    assert [section for section in free if f"\n[{section}]\n" not in chapter] == []


def test_what_holds_where_a_project_is_silent() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \|.*\| (?:`(.+)`|none) \|$", words_of(DOCS / "build.md"), re.MULTILINE)
    said = {key: tomllib.loads(f"value = {value}")["value"] if value else {} for key, value in rows}
    usual = project.Project()
    held = {key: getattr(usual, name) for key, name in keys_of_a_project().items()}
    plain = {key: value.as_posix() if isinstance(value, Path) else value for key, value in held.items()}
    assert said == {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}


@pytest.mark.parametrize("chapter", sorted(set(CHAPTERS.values())))
def test_the_chapter_says_the_usual_values(chapter: str) -> None:
    rows = re.findall(r"^\| `(--[a-z-]+)[^|]*\|.* (\S+) where you don't say", words_of(DOCS / chapter), re.MULTILINE)
    commands = (command for name, command in known_commands().items() if CHAPTERS[name] == chapter)
    params = (p for command in commands for p in command.params)
    numbers = (p for p in params if isinstance(p.type, click.FloatRange | click.IntRange))
    usual = {p.opts[0]: p.default for p in numbers if isinstance(p.default, int | float)}
    assert {name: float(value) for name, value in rows} == usual


TOML = [(page, block) for page in PAGES for block in blocks(page) if block.kind == "toml"]


@pytest.mark.parametrize(("page", "block"), TOML, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_project_files_in_the_manual_load(page: Path, block: Block, tmp_path: Path) -> None:
    path = tmp_path / project.FILE
    path.write_text(block.text, encoding="utf-8")
    if block.idle:
        pytest.fail("a project file is never to be left unread")
    loaded = project.load(path)
    assert loaded.root == tmp_path.resolve()
    assert tomllib.loads(block.text).get("project", {}).get("name", loaded.name) == loaded.name


def test_every_file_kind_is_there() -> None:
    chapter = words_of(DOCS / "cleaning.md")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in chapter] == []


def explained_reasons() -> set[str]:
    """Return the reasons in the tables below "What is dropped, and why"."""
    section = words_of(DOCS / "cleaning.md").split("## What is dropped, and why")[1].split("\n## ")[0]
    return set(re.findall(r"^\| ([a-z][^|]*) \|", section, re.MULTILINE))


def test_every_reason_for_dropping_a_line_is_explained() -> None:
    pages = [read_page(sample.path) for sample in samples()]
    # The copies in tests/data have their language above them, and two characters of gold before each line.
    for path in sorted((ROOT / "tests/data/pages").glob("*/*.txt")):
        first, *rows = path.read_text(encoding="utf-8").split("\n")
        if first.startswith("lang:"):
            lines = tuple(Line(number, row[2:]) for number, row in enumerate(rows, 1))
            pages.append(Page(path=path.name, lines=lines, encoding="utf-8"))
    dropped = {one.reason for page in pages for one in clean(page).dropped}
    reasons = {re.sub(r"(?<=line )\d+", "…", re.sub(r"\(\w\w\)", "(…)", reason)) for reason in dropped}
    assert reasons - explained_reasons() == set()


def test_no_reason_is_explained_that_is_never_given() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tmkit/reports").rglob("*.py"))
    stems = {reason: reason.removesuffix("(…)").removesuffix("…") for reason in explained_reasons()}
    gone = {reason for reason, stem in stems.items() if f'"{stem}' not in source}
    assert (len(stems) > 20, gone) == (True, set())


def test_every_property_of_a_unit_is_explained(tmp_path: Path) -> None:
    from tmkit.build.aligning import AlignJob, AlignSettings

    one, other = (s.path for s in samples() if s.story == "typhoon-cash-support" and s.lang != "fr")
    output = tmp_path / "a.tmx"
    settings = AlignSettings(source_lang="vi", target_lang="en", form="tmx", threshold=0.5, model="none")
    AlignJob(settings).run(one, other, output)
    types = set(re.findall(r'<prop type="([^"]+)"', output.read_text(encoding="utf-8")))
    chapter = words_of(DOCS / "memories.md")
    assert {name for name in types if f"| `{name}` |" not in chapter} == set()


def test_every_check_is_explained() -> None:
    from tmkit.glossary.consistency import inside, memory

    rows = re.findall(r"^\| `([\w-]+)` \| (error|warning|info) \|", words_of(DOCS / "term-checks.md"), re.MULTILINE)
    assert rows == [(check.name, check.severity) for check in (*inside.CHECKS, *memory.CHECKS)]


def test_every_format_of_glossaries_is_there() -> None:
    from tmkit.glossary.exchange import FORMATS

    rows = re.findall(
        r"^\| `([\w-]+)` \| ([^|]*)\|[^|]*\| (yes|no) \| (yes|no) \|$",
        words_of(DOCS / "term-exchange.md"),
        re.MULTILINE,
    )
    said = [(name, tuple(re.findall("`(.+?)`", endings)), read, written) for name, endings, read, written in rows]
    yes = {True: "yes", False: "no"}
    assert said == [(f.name, f.extensions, yes[f.read is not None], yes[f.write is not None]) for f in FORMATS]


def test_every_key_of_a_glossary_is_explained() -> None:
    from dataclasses import fields

    from tmkit.glossary.concepts import About, Concept, Term

    sections = dict(
        re.findall(r"^###? (The keys of [^\n]+)\n(.*?)(?=^##)", words_of(DOCS / "glossary.md"), re.M | re.S)
    )
    kinds = {"The keys of a concept": Concept, "The keys of a term": Term, "The keys of glossary.yaml": About}
    cells = {name: "".join(re.findall(r"^\| (`[^|]+)\|", section, re.MULTILINE)) for name, section in sections.items()}
    said = {name: re.findall("`(.+?)`", cell) for name, cell in cells.items()}
    keys = {name: ["term" if f.name == "text" else f.name for f in fields(kind)] for name, kind in kinds.items()}
    assert said == keys


def test_every_value_of_a_key_is_named() -> None:
    from typing import get_args

    from tmkit.glossary import concepts as c

    kinds = (c.TermStatus, c.ConceptStatus, c.TermType, c.PartOfSpeech, c.RelationKind, c.SourceKind)
    chapter = words_of(DOCS / "glossary.md")
    assert [value for kind in kinds for value in get_args(kind) if f"`{value}`" not in chapter] == []


def test_the_status_of_a_file_that_tells_none() -> None:
    from tmkit.glossary.concepts import Concept
    from tmkit.glossary.reading import parse

    silent, _ = parse("id: a-1\nterms: {vi: [{term: đê, status: preferred}]}", Path("a-1.yaml"), Concept)
    assert silent
    assert f"`{silent.status}` where it is silent" in words_of(DOCS / "glossary.md")


def test_the_functions_of_the_api_are_there() -> None:
    from importlib import import_module

    named = re.findall(r"`(tmkit(?:\.\w+)+)\.(\w+)\(", words_of(DOCS / "api.md"))
    missing = [f"{module}.{name}" for module, name in named if not hasattr(import_module(module), name)]
    assert (len(named) > 20, missing) == (True, [])
