"""Candidates for a glossary: what memories repeat, with its counterpart in the other language, and reviews of that."""

from tmkit.glossary.extract.base import Candidate, Found, Known, Pair
from tmkit.glossary.extract.extraction import LIMIT, MIN_COUNT, extract
from tmkit.glossary.extract.knowing import with_known
from tmkit.glossary.extract.memories import languages, read_pairs

__all__ = [
    "LIMIT",
    "MIN_COUNT",
    "Candidate",
    "Found",
    "Known",
    "Pair",
    "extract",
    "languages",
    "read_pairs",
    "with_known",
]
