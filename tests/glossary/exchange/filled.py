"""A glossary with every field filled, and one that means harm; what the exports for readers are tried on."""

from tmkit.glossary.concepts import About, Concept, Glossary, Relation, Source, Term

FULL = Concept(
    id="sp-0001",
    domain="pension",
    status="review",
    definition={"vi": "Khoản tiền hằng tháng trả cho người đã nghỉ hưu", "de": "Monatliche Zahlung im Alter"},
    note="Not a salary; see sp-0002.",
    terms={
        "vi": (Term(text="lương hưu", status="preferred", pos="noun"),),
        "fr": (
            Term(text="pension", status="admitted", type="short-form", number="singular"),
            Term(
                text="pension de retraite",
                status="preferred",
                type="full-form",
                pos="noun",
                gender="f",
                number="plural",
                case="exact",
                region="fr-FR",
                forms=("pensions de retraite", "pension retraite"),
                context="La pension de retraite est versée chaque mois.",
                sources=("S-1", "S-2"),
                reliability="reviewed",
                note="De préférence à « retraite ».",
            ),
            Term(text="salaire de retraite", status="forbidden"),
            Term(text="rente vieillesse", status="deprecated", case="any"),
        ),
    },
    related=(Relation(to="sp-0002", rel="distinct-from"), Relation(to="sp-9999", rel="broader")),
    valid_from="1995-01-01",
    valid_to="2025-03-01",
    replaced_by=("sp-0002",),
)
OTHER = Concept(id="sp-0002", terms={"vi": (Term(text="tiền lương", status="preferred"),)})
FILLED = Glossary(
    About(
        name="thu",
        title={"vi": "Bảng thử", "en": "A trial"},
        description="Made for the tests.",
        languages=("vi", "fr", "en"),
        licence="CC0-1.0",
        domains={"pension": {"en": "Pensions", "vi": "Hưu trí"}, "empty": {"en": "Empty"}},
        sources={
            "S-1": Source(title="Gazette [A]", address="https://example.org/a?b=1&c=(2)", date="2015", kind="law"),
            "S-2": Source(title="Script", address="javascript:alert(1)"),
            "S-3": Source(title="Never cited"),
        },
    ),
    (OTHER, FULL),
)
SHOWN = (
    "Bảng thử",
    "A trial",
    "Made for the tests.",
    "CC0-1.0",
    "Pensions",
    "sp-0001",
    "review",
    "Khoản tiền hằng tháng trả cho người đã nghỉ hưu",
    "Monatliche Zahlung im Alter",
    "Not a salary; see sp-0002.",
    "lương hưu",
    "pension de retraite",
    "full form",
    "short form",
    "noun f. pl.",
    "sing.",
    "capitals as here",
    "capitals don’t matter",
    "fr-FR",
    "pensions de retraite",
    "pension retraite",
    "La pension de retraite est versée chaque mois.",
    "S-1",
    "Gazette [A]",
    "2015",
    "law",
    "reviewed",
    "De préférence à « retraite ».",
    "admitted",
    "forbidden",
    "deprecated",
    "Not to be confused with",
    "tiền lương",
    "Broader",
    "sp-9999",
    "Replaced by",
    "from 1995-01-01 to 2025-03-01",
)
"""What a reader of `FILLED` must see: each field of each type."""

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "![x](javascript:alert(1)) [y](javascript:alert(2))",
    "<https://example.org> **b** _i_ `c` ~~s~~ $x$ &amp; &lt;",
    "# h", "- l", "+ l", "1. n", "2) n", "> q", "| a | b |", "---", "===", "***", "\\", "[a]: https://example.org",
    "<!-- c -->", "<![CDATA[x]]>", "{{7*7}}", "a*b*c_d_e", "{__proto__}", "constructor",
)  # fmt: skip


def hostile(text: str) -> Glossary:
    """Return a glossary that has a text wherever one may stand."""
    terms = (
        Term(text=text, status="preferred", forms=(text,), context=text, note=text, region=text, sources=(text,)),
        Term(text=text + "!", status="forbidden"),
        Term(text=text, status="admitted"),
    )
    concept = Concept(
        id=text,
        domain=text,
        definition={"en": text, "fr": text},
        note=text,
        terms={"vi": terms},
        related=(Relation(to=text, rel="see-also"), Relation(to=text + "?", rel="antonym")),
        valid_from=text,
        replaced_by=(text,),
    )
    about = About(
        title={"vi": text, "fr": text},
        description=text,
        licence=text,
        domains={text: {"en": text}},
        sources={text: Source(title=text, address="https://" + text, date=text)},
    )
    return Glossary(about, (concept,))
