"""Many reports made from a few: copies in which numbers and proper names are others, the same in every language.

A copy's numbers have their digits exchanged, its names one another's places. Both depend on the copy alone, so that
two reports that told the same story still do, and no two copies of a story tell the same.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from tmkit.lang.text import fold
from tmkit.reports.base import Report

_NUMBER = re.compile(r"(?<![\d/])\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?![\d/])")
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Copier:
    """Makes copies of a collection's reports."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Learn the names from (language, text): capitalised words of several languages, in lower case in none."""
        forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        small = set()
        for lang, text in texts:
            for word in _NAME.findall(text):
                if word[0].isupper() and not word.isupper():
                    forms[fold(word)][lang][word] += 1
                elif word.islower():
                    small.add(fold(word))
        shared = {name: by_lang for name, by_lang in forms.items() if len(by_lang) > 1 and name not in small}
        self._forms: dict[str, dict[str, str]] = {
            name: {lang: count.most_common(1)[0][0] for lang, count in by_lang.items()}
            for name, by_lang in sorted(shared.items())
        }

    def report(self, report: Report, copy: int) -> Report:
        """Return a copy of a report; copy 0 is the report itself."""
        if not copy:
            return report
        paragraphs = tuple(replace(p, text=self.text(p.text, p.lang, copy)) for p in report.paragraphs)
        return replace(
            report,
            path=f"{copy:04}/{report.path}",
            title=self.text(report.title, report.lang, copy) if report.title else None,
            date=report.date + timedelta(days=copy % 28) if report.date else None,
            paragraphs=paragraphs,
        )

    def text(self, text: str, lang: str, copy: int) -> str:
        """Return a copy of a text of some language."""
        if not copy:
            return text
        chance = random.Random(copy)
        digits = "123456789"
        table = str.maketrans(digits, "".join(chance.sample(digits, 9)))
        names = list(self._forms)
        others = dict(zip(names, chance.sample(names, len(names)), strict=True))
        text = _NUMBER.sub(lambda m: m[0] if _YEAR.fullmatch(m[0]) or len(m[0]) < 3 else m[0].translate(table), text)
        return _NAME.sub(lambda m: self._renamed(m[0], lang, others), text)

    def _renamed(self, word: str, lang: str, others: Mapping[str, str]) -> str:
        other = others.get(fold(word)) if word[0].isupper() else None
        if other is None:
            return word
        forms = self._forms[other]
        return forms.get(lang) or next(iter(forms.values()))
