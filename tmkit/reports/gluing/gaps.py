"""Where punctuation or a number touches the next word: `internationaux.Le`, `l'ASEAN(Association`, `en2014`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tmkit.lang import get
from tmkit.lang.text import fold
from tmkit.lang.words import glue_words, is_function, is_known
from tmkit.reports.gluing.splitting import LIKELY, SURE
from tmkit.reports.gluing.vocabulary import LETTER as _L
from tmkit.reports.gluing.vocabulary import Context

_CLOSING = ("»", "”", ")", "%")
_MARKS = (
    ("a stop without its blank", re.compile(rf"(?<=[^\W_])[.!?…]+(?=[«“]?{_L})|(?<=[»”)%])[.!?]+(?={_L})")),
    ("a comma without its blank", re.compile(rf"(?:^|(?<=[^\W_]))[,;:](?=[«“]?{_L})|(?<=[»”)%])[,;:](?={_L})")),
    ("a bracket without its blank", re.compile(rf"(?<=[^\W_])(?=\({_L}{{2}})|(?<=[\w.]\))(?={_L}{{2}})")),
    ("a quotation mark without its blank", re.compile(rf"[»”](?={_L})|(?<=[^\W\d_])(?=[«“]{_L})")),
    ("a percentage without its blank", re.compile(rf"(?:^|(?<=\d))%(?={_L}{{2}})")),
)
_NUMBER = re.compile(
    rf"(?<![\w'’-])(?:(?P<before>{_L}{{2,}})(?P<number>\d{{1,4}})(?P<mark>{_L}*)"
    rf"|(?P<digits>\d{{1,4}})(?P<after>{_L}{{2,}}))(?![\w'’])"
)
_LEFT = re.compile(r"(?:\d+|[^\W\d_]+)?[»”)%]?$")
_RIGHT = re.compile(r"[(«“]?([^\W_]+(?:['’][^\W_]+)*)")
_INITIALS = re.compile(rf"(?:^|\W){_L}\.(?={_L}+\.)")


class Gap(NamedTuple):
    """A blank missing before the character at `at` of a run."""

    at: int
    level: int
    reason: str


def has_gap(run: str, *, numbers: bool) -> bool:
    """Return whether punctuation (or a number) touches a word in the run; most such places are sound."""
    return any(pattern.search(run) for _, pattern in _MARKS) or (numbers and bool(_NUMBER.search(run)))


def punctuation_gaps(run: str, lang: str, context: Context) -> Iterator[Gap]:
    """Yield where a stop, comma, bracket, quotation mark or percentage lost the blank after or before it."""
    for reason, pattern in _MARKS:
        for found in pattern.finditer(run):
            left, right = _LEFT.search(run[: found.start()]), _RIGHT.match(run[found.end() :])
            if not left or not right:
                continue
            place = _Place(lang, context, run, found[0], left[0], right[1], run[found.end() + right.end() :])
            if place.is_gap():
                yield Gap(found.end(), SURE, reason)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark, the words that it touches, and the rest of the run."""

    lang: str
    context: Context
    run: str
    mark: str
    left: str
    right: str
    rest: str

    def is_gap(self) -> bool:
        if self.left.lower() in glue_words(self.lang).abbreviations:
            return False
        if self.mark[:1] in (".", "!", "?", "…"):
            return self._is_after_stop()
        if self.mark in (",", ";", ":"):
            return self._is_after_comma()
        return self._is_word(self.right) if self.mark == "%" else self._is_at_bracket()

    def _is_word(self, word: str) -> bool:
        if not glue_words(self.lang).function:
            return True
        return is_function(word, self.lang) or is_known(word, self.lang) or self.context.has(word)

    @property
    def _closes(self) -> bool:
        return self.left.endswith(_CLOSING)

    def _is_after_stop(self) -> bool:
        """Return whether a sentence begins after the stop; initials, names of sites and files have stops too."""
        right = self.right
        if not right[0].isupper() or (len(right) == 1 and (fold(right) not in "aeiouy" or self.rest[:1] == ".")):
            return False
        if right.isupper() and len(right) > 1 and not self.context.has(right):
            return False
        if self._closes or self.left.isdigit():
            return self._is_word(right) and not (right.isupper() and len(right) > 1)
        return len(self.left) > 1 and not _INITIALS.search(self.run) and self._ends_sentence()

    def _ends_sentence(self) -> bool:
        left, right = self.left, self.right
        if not left[1:].islower():
            return len(left) > 3 and left.isupper() and self.context.has(left) and self._is_word(right)
        if self._is_word(left):
            return left[0].islower() or self._is_word(right)
        if left[0].islower():
            return False
        return len(left) > 2 and is_function(right, self.lang)

    def _is_after_comma(self) -> bool:
        right = self.right
        if self.left.isdigit():
            return self.mark != ":" and len(right) > 1 and right[0].islower() and self._is_word(right)
        if self.mark == ":" and len(right) < 3:
            return False
        if self.left and not self._closes and not (len(self.left) > 1 and self._is_word(self.left)):
            return False
        return self._is_word(right)

    def _is_at_bracket(self) -> bool:
        opened, closed = self.run.find("("), self.run.find(")")
        if 0 <= opened < closed and not _is_remark(self.run[opened + 1 : closed]):
            return False  # étudiant(e)s, (re)construction
        if self.run.endswith("-") or not (self.right.isupper() or self._is_word(self.right)):
            return False
        return not self.left[-1:].isalpha() or self.left.isupper() or self._is_word(self.left)


def _is_remark(inside: str) -> bool:
    """Return whether what a bracket holds is an acronym or a number, rather than a part of the word."""
    return inside.isdigit() or sum(map(str.isupper, inside)) > 1


def number_gaps(run: str, lang: str) -> Iterator[Gap]:
    """Yield where a number touches a word that cannot belong to it: `en2014`, `6percent`, `224eanniversaire`."""
    for found in _NUMBER.finditer(run):
        if found["before"]:
            at, level = found.end("before"), _before_number(found, run[found.end() :], lang)
        else:
            into, level = _after_number(found["digits"], found["after"], lang)
            at = found.start("after") + into
        if level:
            yield Gap(at, level, "a number without its blank")


def _before_number(found: re.Match[str], rest: str, lang: str) -> int:
    """Return how sure a blank is between a word and the number after it."""
    word, digits = found["before"], found["number"]
    if found["mark"] and found["mark"] not in glue_words(lang).ordinals:
        return 0
    if word.lower() in _dates(lang):
        return SURE if len(word) > 2 else 0
    if not word[1:].islower() or not is_function(word, lang):
        return 0
    if re.match(r"[.,-]\d", rest):
        return LIKELY if len(word) > 3 else 0
    return SURE if _is_year(digits) or len(word) > 2 else LIKELY


def _after_number(digits: str, word: str, lang: str) -> tuple[int, int]:
    """Return how far into the letters after a number a blank is missing, and how sure that is (0 for not)."""
    if len(word) > 2 and word.lower() in _dates(lang) | _counted(lang):
        return 0, SURE
    if is_function(word, lang):
        return 0, SURE if _is_year(digits) or len(word) > 2 else 0
    if word.islower() and len(word) > 4 and is_known(word, lang):
        return 0, LIKELY if len(digits) > 1 else 0
    marks = [mark for mark in glue_words(lang).ordinals if _is_marked(word, mark, lang)]
    return (len(marks[0]), SURE) if marks else (0, 0)


def _is_marked(word: str, mark: str, lang: str) -> bool:
    """Return whether the letters are the mark of an ordinal number and a word after it."""
    rest = word[len(mark) :]
    return word.startswith(mark) and len(rest) > 3 and is_known(rest, lang)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


@cache
def _counted(lang: str) -> frozenset[str]:
    numbers = get(lang).numbers
    names = [*(name for name, _ in numbers.magnitudes), *numbers.percent]
    return frozenset(name for name in names if len(name) > 3)


@cache
def _dates(lang: str) -> frozenset[str]:
    numbers = get(lang).numbers
    return frozenset([*(name for name, _ in numbers.months), *numbers.weekdays])
