"""The words of TBX and its relatives for what our types say, and XML ids.

Picklists: TBX-Basic 3 and 2, TBX-Default, IATE (`proposedTerm-admn-sts`), the Microsoft terminology (`Noun`),
MultiTerm and QTerm (`preferred`, `forbidden`). A word that says the same as ours stands under EXACT, one that
says something near it under NEAR: reading that one is worth a remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tmkit.glossary.concepts import PartOfSpeech, RelationKind, TermStatus, TermType

FORBIDDEN_NOTE = "Forbidden: do not use this term."
"""TBX-Basic has no such status: we write a deprecated term with this note, and read the two as forbidden again."""
REPLACED_BY = "replaced-by"
"""What a crossReference to a concept's successor says."""

Attribute = Literal["status", "pos", "gender", "number", "type", "reliability"]


@dataclass(frozen=True, slots=True)
class Picklist:
    """What a data category's values are in our types; keys are `key()`s."""

    attribute: Attribute
    exact: Mapping[str, str]
    near: Mapping[str, str]


@lru_cache(maxsize=1000)
def key(word: str) -> str:
    """Return a word as it is looked up: lower case, letters and digits alone.

    >>> key("preferredTerm-admn-sts"), key("Part of Speech")
    ('preferredtermadmnsts', 'partofspeech')
    """
    return "".join(filter(str.isalnum, word.lower()))


STATUS_OUT: Mapping[TermStatus, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
TYPE_OUT: Mapping[TermType, str] = {
    "full-form": "fullForm",
    "acronym": "acronym",
    "abbreviation": "abbreviation",
    "short-form": "shortForm",
    "variant": "variant",
}
POS_OUT: Mapping[PartOfSpeech, str] = {
    "noun": "noun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "proper-noun": "properNoun",
    "other": "other",
}
GENDER_OUT: Mapping[Literal["m", "f", "n"], str] = {"m": "masculine", "f": "feminine", "n": "neuter"}


def _statuses(**words: str) -> dict[str, str]:
    """Return the statuses by their words, and by the three endings that TBX knows for them."""
    endings = ("", "term", "termadmnsts", "admnsts")
    return {word + end: status for status, group in words.items() for word in group.split() for end in endings}


_STATUS = Picklist(
    "status",
    _statuses(preferred="preferred", admitted="admitted", deprecated="deprecated", forbidden="forbidden"),
    _statuses(
        preferred="recommended",
        admitted="acceptable allowed permitted approved confirmed valid standardized legal regulated proposed new",
        deprecated="superseded obsolete notrecommended discouraged rejected outdated archived",
        forbidden="prohibited banned blacklisted donotuse nottobeused",
    ),
)
_POS = Picklist(
    "pos",
    {key(word): name for name, word in POS_OUT.items()},
    {"nom": "noun", "n": "noun", "adj": "adjective", "adv": "adverb", "v": "verb", "propernoun": "proper-noun"},
)
_GENDER = Picklist("gender", {"masculine": "m", "feminine": "f", "neuter": "n", "m": "m", "f": "f", "n": "n"}, {})
_NUMBER = Picklist(
    "number", {"singular": "singular", "plural": "plural"}, {"sg": "singular", "pl": "plural", "plurale": "plural"}
)
_TYPE = Picklist(
    "type",
    {key(word): name for name, word in TYPE_OUT.items()},
    {
        "initialism": "abbreviation",
        "abbreviatedform": "abbreviation",
        "clippedterm": "short-form",
        "appellation": "full-form",
        "orthographicalvariant": "variant",
        "orthographicvariant": "variant",
        "transliteratedform": "variant",
        "transcribedform": "variant",
    },
)
# IATE: 1 not verified, 6 minimum, 9 reliable, 10 very reliable.
_RELIABILITY = Picklist("reliability", {}, {"9": "reviewed", "10": "reviewed"})

PICKLISTS: Mapping[str, Picklist] = {
    "administrativestatus": _STATUS,
    "status": _STATUS,
    "normativeauthorization": _STATUS,
    "partofspeech": _POS,
    "grammaticalgender": _GENDER,
    "grammaticalnumber": _NUMBER,
    "termtype": _TYPE,
    "reliabilitycode": _RELIABILITY,
}
"""Data categories with fixed values; where a term has several statuses, the first category here decides."""

SYNONYMS: Mapping[str, str] = {
    "usagestatus": "administrativestatus",
    "termstatus": "administrativestatus",
    "usage": "note",
    "usagenote": "note",
    "comment": "note",
    "comments": "note",
    "remark": "note",
    "example": "context",
    "usageexample": "context",
    "domain": "subjectfield",
    "subject": "subjectfield",
    "pos": "partofspeech",
    "wordclass": "partofspeech",
    "gender": "grammaticalgender",
    "genus": "grammaticalgender",
    "number": "grammaticalnumber",
    "numerus": "grammaticalnumber",
    "region": "geographicalusage",
    "country": "geographicalusage",
    "sourceidentifier": "source",
    "reference": "source",
    "crossreferences": "crossreference",
    "seealso": "crossreference",
    "reliability": "reliabilitycode",
    "": "note",
}
"""Names that programs and users give to the data categories, by `key()`."""

_SEE: RelationKind = "see-also"
RELATIONS: Mapping[str, RelationKind] = {
    "crossreference": _SEE,
    "relatedconcept": _SEE,
    "associatedconcept": _SEE,
    "coordinateconceptgeneric": _SEE,
    "coordinateconceptpartitive": _SEE,
    "superordinateconceptpartitive": _SEE,
    "subordinateconceptpartitive": _SEE,
    "broaderconceptgeneric": "broader",
    "superordinateconcept": "broader",
    "superordinateconceptgeneric": "broader",
    "subordinateconcept": "narrower",
    "subordinateconceptgeneric": "narrower",
    "antonymconcept": "antonym",
    "antonymterm": "antonym",
}
"""Data categories that point at another concept."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4,6})_")
_UNSAFE = re.compile(r"_(?=x[0-9A-Fa-f]{4,6}_)|^[^A-Za-z_]|[^A-Za-z0-9._-]")


def xml_id(text: str) -> str:
    """Return a valid XML id that says the same: other characters as `_xHHHH_`, as .NET's EncodeName writes them.

    >>> xml_id("sp-0001"), xml_id("12 b")
    ('sp-0001', '_x0031_2_x0020_b')
    """
    return _UNSAFE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def from_xml_id(text: str) -> str:
    """Return the text of an XML id.

    >>> from_xml_id("_x0031_2_x0020_b")
    '12 b'
    """
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    # A surrogate or a number beyond Unicode is nobody's escape.
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else match[0]
