"""Glossaries: concepts with their terms in several languages, read, searched, recognised, checked and exchanged.

The names below are loaded when they are first used: looking a term up must not wait for the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmkit.glossary.concepts import Concept, Glossary, Term
    from tmkit.glossary.reading import read_glossary
    from tmkit.glossary.recognise import Occurrence, Recogniser

__all__ = ["Concept", "Glossary", "Occurrence", "Recogniser", "Term", "read_glossary"]

_HOME = {
    "Concept": "tmkit.glossary.concepts",
    "Glossary": "tmkit.glossary.concepts",
    "Occurrence": "tmkit.glossary.recognise",
    "Recogniser": "tmkit.glossary.recognise",
    "Term": "tmkit.glossary.concepts",
    "read_glossary": "tmkit.glossary.reading",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'tmkit.glossary' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
