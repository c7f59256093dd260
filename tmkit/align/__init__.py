"""The sentences of two reports become beads: `align` finds which translate which.

A bead joins up to four sentences of one side with one of the other, or two with two or three; sentences
without a counterpart stand in null beads. The evidence is what both sides say (`evidence.py`), weighed
against chance (`scoring.py`), and what sentence vectors say (`similarity.py`). A window (`window.py`) is
led along both documents (`aligner.py`); in it the search is a dynamic programme (`search.py`), after
which beads that cross it are looked for (`moves.py`). The score of a bead is the probability that it is
right (`confidence.py`); `explain.py` says why, and what would have been second best. What a reviewer
decided (`decisions`) stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from tmkit.align.aligner import Aligner
from tmkit.align.base import Alignment, Bead
from tmkit.lang.lexicon import Lexicon

__all__ = ["Aligner", "Alignment", "Bead", "align"]


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_lang: str,
    target_lang: str,
    lexicon: Lexicon | None = None,
) -> Alignment:
    """Return the beads of two lists of sentences; every index is in exactly one bead, in order.

    `lexicon` takes the place of tmkit's own. For many documents make one `Aligner` and use it again.
    """
    return Aligner(source_lang, target_lang, lexicon=lexicon).align(source, target)
