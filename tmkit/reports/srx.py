"""SRX 2.0 files as rules that choppa runs: tmkit's own, LanguageTool's after them, or a user's instead."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from tmkit.errors import FileError
from tmkit.lang import get

if TYPE_CHECKING:
    from choppa import SrxDocument
    from choppa.structures import Rule
    from lxml.etree import _Element as Element

_SRX = "{http://www.lisa.org/srx20}"
_LONGEST = 3000
"""Characters of a LanguageTool pattern. Only its list of the Oxford dictionary's abbreviations is longer: that holds
back no break but those without a blank, and takes a third of the time of the first split."""
_REMEDY = "check it with an SRX editor such as Okapi Ratel"


class Ruleset(NamedTuple):
    """The rules of one language; `key` is what the document's language maps know it by."""

    document: SrxDocument
    key: str

    def pieces(self, text: str) -> Iterator[str]:
        """Give the text cut at its breaks; joined, the pieces are the text."""
        from choppa import SrxTextIterator

        return iter(SrxTextIterator(self.document, self.key, text))


@cache
def built_in(code: str) -> Ruleset:
    """Return tmkit's rules for a language, with LanguageTool's after them where it has some."""
    _import_choppa()
    from choppa import DEFAULT_SRX_RULESET

    own = files("tmkit.lang").joinpath("data", get(code).srx)
    elements = _elements(_parse(own.read_bytes(), str(own)), code)
    peer = Path(DEFAULT_SRX_RULESET)
    theirs = [_bounded(_rule(e)) for e in _elements(_parse(peer.read_bytes(), str(peer)), code)]
    rules = [*(_rule(element) for element in elements), *_thinned(theirs)]
    return Ruleset(_document([rules]), code)


def _bounded(rule: Rule) -> Rule:
    """Return the rule looking no further ahead than choppa looks back for it, however long the paragraph.

    LanguageTool's look for a closing bracket at every end mark would take time that grows with the square.
    """
    from choppa.utils import finitize

    return rule._replace(after_pattern=finitize(rule.after_pattern, 100))


def _thinned(rules: Sequence[Rule]) -> list[Rule]:
    """Return the exceptions that matter to news, and the breaks that all of them hold back.

    LanguageTool's other breaks mend its exceptions here and there. Our own rules do that already, and every
    break amid exceptions has choppa compile all of them once more.
    """
    rules = [rule for rule in rules if len(rule.before_pattern) < _LONGEST]
    last = max((at for at, rule in enumerate(rules) if not rule.is_break), default=0)
    return [rule for at, rule in enumerate(rules) if at > last or not rule.is_break]


def load(path: Path, code: str) -> Ruleset:
    """Return the rules that a user's SRX file has for a language.

    Raises `FileError` when it cannot be read, is no SRX 2.0, holds a faulty rule or none for the language.
    """
    try:
        stamp = path.stat()
        return _load(path, code, stamp.st_mtime_ns)
    except OSError as error:
        raise FileError(path, f"cannot be read ({error.strerror})", remedy="name an SRX 2.0 file") from error


@lru_cache(maxsize=16)
def _load(path: Path, code: str, _changed: int) -> Ruleset:
    _import_choppa()
    groups = _groups(_parse(path.read_bytes(), str(path)), code, path)
    if not any(element.get("break") != "no" for group in groups for element in group):
        remedy = f"add a languagemap whose languagepattern matches {code!r}, and a languagerule with breaks"
        raise FileError(path, f"has no segmentation rules for {code!r}", remedy=remedy)
    document = _document([[_rule(element) for element in group] for group in groups])
    for group in groups:
        _check(document, group, path)
    return Ruleset(document, code)


class _Later(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def _import_choppa() -> None:
    """Import choppa without xmlschema, which takes 0.2 s and serves only a validation we never ask for."""
    if "choppa" in sys.modules or "xmlschema" in sys.modules:
        return
    sys.modules["xmlschema"] = _Later("xmlschema")
    try:
        import_module("choppa")
    finally:
        del sys.modules["xmlschema"]


def _parse(data: bytes, path: str) -> Element:
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        reason = f"is not well-formed XML ({error.msg})"
        raise FileError(path, reason, remedy=_REMEDY, line=_line(error.lineno)) from error
    if root.tag != f"{_SRX}srx":
        raise FileError(path, "is not an SRX 2.0 file", remedy="save it as SRX 2.0", line=_line(root.sourceline))
    return root


def _elements(root: Element, code: str) -> list[Element]:
    """Return the rule elements of every group that a language has in a file that ships with tmkit or choppa.

    LanguageTool's groups for all languages count only where it has one for this language too.
    """
    maps = [m for m in root.iter(f"{_SRX}languagemap") if re.fullmatch(m.get("languagepattern", ""), code)]
    if all(m.get("languagepattern") == ".*" for m in maps):
        return []
    found = _named(root)
    return [rule for m in maps for rule in found[m.get("languagerulename", "")]]


def _named(root: Element) -> dict[str, list[Element]]:
    groups = root.iter(f"{_SRX}languagerule")
    return {group.get("languagerulename", ""): list(group.iter(f"{_SRX}rule")) for group in groups}


def _groups(root: Element, code: str, path: Path) -> list[list[Element]]:
    """Return the groups of rules that a user's file has for a language, in the order of its maps."""
    named = _named(root)
    header = root.find(f"{_SRX}header")
    found = []
    for language_map in root.iter(f"{_SRX}languagemap"):
        if not _matches(language_map, code, path):
            continue
        name = language_map.get("languagerulename", "")
        if name not in named:
            raise _fault(path, language_map, f"maps a language to {name!r}, which no languagerule is named")
        found.append(named[name])
    cascade = header is None or header.get("cascade") != "no"
    return found if cascade else found[:1]


def _matches(language_map: Element, code: str, path: Path) -> bool:
    """Return whether the map is for the language, which files write as `fr`, `FR`, `fr-FR` or `fr_FR`."""
    pattern = language_map.get("languagepattern", "")
    try:
        known = re.compile(pattern)
    except re.error as error:
        raise _fault(path, language_map, f"has a faulty languagepattern {pattern!r} ({error})") from error
    return any(known.fullmatch(key) for key in _keys(code))


def _keys(code: str) -> tuple[str, ...]:
    upper = code.upper()
    return code, upper, f"{code}-", f"{upper}-", f"{code}_two", f"{code}-{upper}", f"{code}_{upper}"


def _rule(element: Element) -> Rule:
    from choppa.structures import Rule

    before, after = (element.findtext(f"{_SRX}{name}") or "" for name in ("beforebreak", "afterbreak"))
    return Rule(element.get("break") != "no", before, after)


def _document(groups: Sequence[Sequence[Rule]]) -> SrxDocument:
    from choppa import SrxDocument
    from choppa.structures import LanguageRule

    document = SrxDocument()
    for number, rules in enumerate(groups):
        document.add_language_map(".*", LanguageRule(str(number), list(rules)))
    return document


def _check(document: SrxDocument, group: Sequence[Element], path: Path) -> None:
    """Raise `FileError` for the first rule whose patterns cannot be compiled."""
    faulty: type[Exception] = import_module("regex").error
    for element in group:
        rule = _rule(element)
        try:
            document.compile(rule.before_pattern)
            document.compile(rule.after_pattern)
        except faulty as error:
            raise _fault(path, element, f"has a rule with a faulty pattern ({error})") from error


def _fault(path: Path, element: Element, reason: str) -> FileError:
    return FileError(path, reason, remedy=_REMEDY, line=_line(element.sourceline))


def _line(number: object) -> int | None:
    """Return a line number that lxml knows; its types allow for more."""
    return number if isinstance(number, int) else None
