"""hunalign's dictionaries: `target phrase @ source phrase` a line, the target language first."""

from __future__ import annotations

import re
from pathlib import Path

from tmkit.formats.lexicon.base import Draft, Langs, LexiconFormat, Skipped, term
from tmkit.formats.lexicon.loading import lines

_SIGN = re.compile(r"\s@\s")


def read_hunalign(path: Path, langs: Langs) -> Draft:
    """Return the entries, the translations of one source phrase together."""
    found: dict[str, dict[str, None]] = {}
    draft = Draft()
    for number, line in lines(path):
        sides = _SIGN.split(line) if line is not None else []
        if line is None:
            draft.skipped.append(Skipped(number, "not UTF-8"))
        elif len(sides) == 2 and all(map(term, sides)):
            found.setdefault(term(sides[1]), {})[term(sides[0])] = None
        elif line.strip():
            draft.skipped.append(Skipped(number, "not of the form “target @ source”"))
    draft.rows.extend({langs[0]: (source,), langs[1]: tuple(targets)} for source, targets in found.items())
    return draft


HUNALIGN = LexiconFormat(
    name="hunalign", extensions=(".dic", ".txt"), read=read_hunalign, fits=re.compile(r"^[^\t\n@]+ @ [^\t\n@]+$", re.M)
)
