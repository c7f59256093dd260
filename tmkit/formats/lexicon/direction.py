"""Which way round a lexicon is whose file doesn't say: its words tell."""

from __future__ import annotations

import tmkit.lang as languages
from tmkit.formats.lexicon.base import Draft, Langs, Row
from tmkit.lang.identify import Guess, identify

_SAMPLE = 300
_PLAIN = 0.8
"""How sure a guess about one side must be to count alone."""


def is_reversed(draft: Draft, langs: Langs) -> bool:
    """Say whether the terms that were taken for the first language are in the second, and the other way round."""
    one, two = (_guess(draft, lang) for lang in langs)
    agree = (one.lang == langs[1]) + (two.lang == langs[0])
    differ = (one.lang == langs[0]) + (two.lang == langs[1])
    sure = max((guess.score for guess, lang in ((one, langs[1]), (two, langs[0])) if guess.lang == lang), default=0)
    return agree == 2 or (agree == 1 and not differ and sure >= _PLAIN)


def strangers(draft: Draft, langs: Langs) -> tuple[str, ...]:
    """Return the languages that both sides seem to be in, where neither is one of the two; else nothing."""
    found = tuple(_guess(draft, lang) for lang in langs)
    odd = all(guess.lang and guess.lang not in langs and guess.score >= _PLAIN for guess in found)
    return tuple(dict.fromkeys(guess.lang for guess in found)) if odd else ()


def turned(draft: Draft, langs: Langs) -> Draft:
    """Return the draft with the two languages exchanged, and a note that says so."""
    one, two = langs
    exchanged = {one: two, two: one}
    rows: list[Row] = [{exchanged.get(lang, lang): texts for lang, texts in row.items()} for row in draft.rows]
    note = (
        f"the other way round than expected: its {_name(two)} words stand where the {_name(one)} ones were looked for; "
        "turned round"
    )
    return Draft(rows=rows, skipped=draft.skipped, notes=[*draft.notes, note], sure=draft.sure, prose=draft.prose)


def _name(lang: str) -> str:
    return languages.find(lang).name


def _guess(draft: Draft, lang: str) -> Guess:
    """Return what language the terms of a side look like, from some of all parts of the file."""
    step = max(1, len(draft.rows) // _SAMPLE)
    return identify(", ".join(row[lang][0] for row in draft.rows[::step]))
