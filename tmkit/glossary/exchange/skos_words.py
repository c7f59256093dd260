"""The words in which a glossary is said in RDF: SKOS, and others where SKOS has none."""

from __future__ import annotations

from collections.abc import Mapping

from tmkit.glossary.concepts import RelationKind, TermStatus

SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOS_XL = "http://www.w3.org/2008/05/skos-xl#"
DCT = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
SCHEMA = "https://schema.org/"
OWL = "http://www.w3.org/2002/07/owl#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"skos": SKOS, "dct": DCT, "dc": DC, "schema": SCHEMA, "owl": OWL, "lexinfo": LEXINFO, "rdf": RDF}

TYPE = f"{RDF}type"
TITLE, DESCRIPTION, LICENCE = f"{DCT}title", f"{DCT}description", f"{DCT}license"
# Dublin Core's older `subject` may be a mere text, its newer one not.
DOMAIN = f"{DC}subject"
STATUS, DEPRECATED = f"{SCHEMA}creativeWorkStatus", f"{OWL}deprecated"
VALID_FROM, VALID_TO = f"{SCHEMA}validFrom", f"{SCHEMA}validThrough"
REPLACED_BY, SOURCE, ADDRESS = f"{DCT}isReplacedBy", f"{DCT}source", f"{SCHEMA}url"
RELATIONS: Mapping[RelationKind, str] = {
    "see-also": f"{SKOS}related",
    "broader": f"{SKOS}broader",
    "narrower": f"{SKOS}narrower",
    "part-of": f"{DCT}isPartOf",
    "has-part": f"{DCT}hasPart",
    "distinct-from": f"{OWL}differentFrom",
    "antonym": f"{LEXINFO}antonym",
}
LABELS: Mapping[str, TermStatus] = {"prefLabel": "preferred", "altLabel": "admitted", "hiddenLabel": "deprecated"}
"""What a label's term is; the reverse holds but for forbidden terms, which are hidden labels too."""
