"""`tmkit term` without a command: terms are looked up as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from tmkit.cli import complain
from tmkit.cli.common import SOME_LANGUAGE
from tmkit.cli.common_term import folders
from tmkit.cli.term_card import show
from tmkit.cli.term_lookup import Desk, copied, nothing_found
from tmkit.errors import TmkitError
from tmkit.glossary.cache import cache_folder
from tmkit.glossary.concepts import Glossary
from tmkit.glossary.lookup import Answer
from tmkit.lang.text import fold

HELP = """\
Type a term, or the beginning of one and the Tab key.
:to fr     show French terms alone (:to for all languages)
:from vi   look up Vietnamese terms alone (:from for all languages)
:copy      copy the preferred term of the language after :to
:quit      leave (Ctrl-D does too)"""
_SHOWN = 5
_REMEMBERED = 1000
_OFFERED = 50


def shell(glossary: Path | None) -> None:
    """Look up what the user types, line by line, until the end."""
    session = Session(Desk(folders(glossary)))
    complain("terms of " + ", ".join(one.glossary.about.name for one in session.desk.loaded) + "; :help says more")
    with _edited(Completer(one.glossary for one in session.desk.loaded)):
        while (line := _line(session.prompt)) is not None and session.goes_on(line):
            pass


def _line(prompt: str) -> str | None:
    """Return what the user types; None for the end, nothing for a line that was given up."""
    try:
        return input(prompt)
    except EOFError:
        click.echo()
        return None
    except KeyboardInterrupt:
        click.echo()
        return ""


class Session:
    """What a user has settled and seen so far."""

    def __init__(self, desk: Desk) -> None:
        """Begin with all languages."""
        self.desk = desk
        self.source: str | None = None
        self.target: str | None = None
        self._last: Answer | None = None

    @property
    def prompt(self) -> str:
        """What stands before the line that the user types: `term>`, or the languages with it."""
        settled = ("from", self.source), ("to", self.target)
        said = " ".join(f"{name} {lang}" for name, lang in settled if lang)
        return f"term ({said})> " if said else "term> "

    def goes_on(self, line: str) -> bool:
        """Answer a line; say whether the user wants to go on. What can't be done is said in one line."""
        try:
            return self._goes_on(line.strip())
        except TmkitError as error:
            complain(str(error))
        except click.BadParameter as error:
            complain(error.format_message())
        return True

    def _goes_on(self, line: str) -> bool:
        if not line:
            return True
        if not line.startswith(":"):
            self._look_up(line)
            return True
        name, _, value = line[1:].partition(" ")
        match name:
            case "quit" | "q" | "exit":
                return False
            case "to":
                self.target = self._language(value.strip())
            case "from":
                self.source = self._language(value.strip())
            case "copy":
                complain(f"copied: {self._copied()}")
            case "help":
                click.echo(HELP)
            case _:
                raise TmkitError(f"no such command: {line}; :help lists them")
        return True

    def _look_up(self, query: str) -> None:
        answers, near = self.desk.find(query, source=self.source, target=self.target, limit=_SHOWN)
        self._last = answers[0] if answers else None
        if answers:
            show(self.desk.cards(answers, self.target))
        else:
            hint = "; :from alone searches all languages" if self.source and not near else ""
            complain(nothing_found(query, near, self.source) + hint)

    def _language(self, value: str) -> str | None:
        if not value:
            return None
        code = str(SOME_LANGUAGE.convert(value, None, None))
        self.desk.check(code)
        return code

    def _copied(self) -> str:
        if self._last is None:
            raise TmkitError("nothing to copy; look something up first")
        if self.target is None:
            raise TmkitError("copy in which language? say :to fr first")
        return copied(self._last, self.target)


class Completer:
    """Completes what is typed to terms, whatever its accents and capitals."""

    def __init__(self, glossaries: Iterable[Glossary]) -> None:
        """Gather the terms of all languages."""
        texts = {
            term.text for glossary in glossaries for concept in glossary.concepts for _, term in concept.all_terms()
        }
        self._terms = sorted((fold(text), text) for text in texts)
        self._found: list[str] = []

    def __call__(self, typed: str, state: int) -> str | None:
        """Return the completion of a number, as readline asks for them one after the other."""
        if state == 0:
            self._found = self.complete(typed)
        return self._found[state] if state < len(self._found) else None

    def complete(self, typed: str) -> list[str]:
        """Return the terms that begin like what is typed.

        Where they differ in what is typed already, that stays as it is: readline would take it away.
        """
        plain = fold(typed)
        found = [text for folded, text in self._terms if plain and folded.startswith(plain)][:_OFFERED]
        if len({text[: len(typed)] for text in found}) > 1:
            return list(dict.fromkeys(typed + text[len(typed) :] for text in found))
        return found


@contextmanager
def _edited(completer: Completer) -> Iterator[None]:
    """Give the prompt completion and a history that outlives it, where the system has readline."""
    try:
        import readline
    except ImportError:  # Windows
        yield
        return
    history = cache_folder() / "term-history"
    # A history that can't be read or written is no reason not to look anything up.
    with suppress(OSError):
        readline.read_history_file(history)
    readline.set_completer(completer)
    readline.set_completer_delims("")
    # libedit, which takes readline's place on macOS, has its own words for it.
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(None)
        readline.set_history_length(_REMEMBERED)
        with suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
