"""Which n-grams of two languages belong together: log-likelihood ratio over units, then competition within them.

After Dunning (1993), "Accurate methods for the statistics of surprise and coincidence", and Melamed (2000),
"Models of translational equivalence among words".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tmkit.glossary.extract.candidates import Reals
from tmkit.glossary.extract.sides import Flags, Grams, Ints


@dataclass(frozen=True)
class Postings:
    """Which n-grams stand in which units: those of row `r` are `items[starts[r]:starts[r + 1]]`, in order."""

    starts: Ints
    items: Ints

    def __getitem__(self, row: int) -> Ints:
        return self.items[self.starts[row] : self.starts[row + 1]]


def postings(grams: Grams, which: Flags, *, by_unit: bool) -> Postings:
    """Return the units of each n-gram, or the n-grams of each unit; only those in `which`."""
    units, found = grams.side.units, []
    total = len(grams.side.texts)
    for level in grams.at:
        chosen = which[level.grams]
        items, homes = level.grams[chosen], units[level.places[chosen]]
        found.append(homes * len(grams) + items if by_unit else items * total + homes)
    codes = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
    rows, width = (total, len(grams)) if by_unit else (len(grams), total)
    starts = np.searchsorted(codes, np.arange(rows + 1) * width)
    return Postings(starts, codes % max(width, 1))


def likelihood_ratio(both: Reals, one: Reals, other: Reals, total: float) -> Reals:
    """Return Dunning's log-likelihood ratio; 0 where the two avoid each other.

    `both` are units with both, `one` and `other` those with each, `total` all units.
    """
    ratio = np.zeros_like(both)
    for cell, row, column in (
        (both, one, other),
        (one - both, one, total - other),
        (other - both, total - one, other),
        (total - one - other + both, total - one, total - other),
    ):
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio += np.where(cell > 0, cell * np.log(cell * total / (row * column)), 0)
    return np.where(both * total > one * other, 2 * ratio, 0.0)
