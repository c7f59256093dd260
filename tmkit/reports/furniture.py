"""Lines that are furniture of a page, in texts of one sentence a line that nobody has cleaned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tmkit.reports.base import Line
from tmkit.reports.cleaning.lines import look
from tmkit.reports.recurring import KeptOut

_MOST = 0.3
"""Where a larger share of the lines looks like furniture, they are what the text is about."""
_SENTENCE = re.compile(r"[.!?…][\"”»’')\]]*\s*$|^\(.*\)$")
"""What a sentence ends in; or all in brackets, as laughter stands in a talk."""


def furniture(sentences: Sequence[str]) -> tuple[KeptOut, ...]:
    """Return the lines that only a page needs: buttons, menus, stamps, credits; none where they are many.

    >>> [line.index for line in furniture(["Partager cet article", "Il fait beau.", "Il pleut.", "Il vente."])]
    [0]
    """
    seen = ((n, text) for n, text in enumerate(sentences) if text.strip() and not _SENTENCE.search(text))
    found = [(n, look(Line(n + 1, text)).reason) for n, text in seen]
    kept_out = tuple(KeptOut(n, reason) for n, reason in found if reason)
    return kept_out if len(kept_out) <= _MOST * len(sentences) else ()
