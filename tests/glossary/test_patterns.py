"""What terms are made of for recognition: words, forms, gaps, capitals."""

from __future__ import annotations

from typing import Any

import pytest

from tmkit.glossary.concepts import Concept, Term
from tmkit.glossary.patterns import (
    Pattern,
    fits,
    is_acronym,
    is_common_word,
    patterns,
    plain_pattern,
    word_forms,
)


def term(text: str, **fields: Any) -> Term:
    return Term(text=text, status="preferred", **fields)


def concepts(lang: str, *terms: Term) -> list[Concept]:
    return [Concept(id="c", terms={lang: terms})]


def made(lang: str, *terms: Term) -> list[Pattern]:
    return patterns(concepts(lang, *terms), lang)


def test_a_term_in_the_whole() -> None:
    only = term("Main-d’œuvre sociale")
    (concept,) = concepts("fr", only)
    (pattern,) = patterns([concept], "fr")
    assert pattern.entry is not None
    assert (pattern.entry.concept, pattern.entry.lang, pattern.entry.term) == (concept, "fr", only)
    assert pattern.entries == (pattern.entry,)
    assert pattern.text == "Main-d’œuvre sociale"
    assert pattern.words == ("main", "d", "oeuvre", "sociale")
    assert [set(forms) for forms in pattern.forms] == [
        {"main", "mains"},
        {"d"},
        {"oeuvre", "oeuvres"},
        {"sociale", "sociales"},
    ]
    assert (pattern.gaps, pattern.exact, pattern.capitals) == (("-", None, None), False, ())
    assert pattern.surface == ("Main", "d", "œuvre", "sociale")


def test_terms_of_other_languages_are_left_alone() -> None:
    assert patterns(concepts("fr", term("retraite")), "en") == []
    assert word_forms(concepts("fr", term("retraite")), "en") == {}


@pytest.mark.parametrize("text", ["…", "&", "«  »", "_"])
def test_a_term_without_words_has_no_pattern(text: str) -> None:
    assert made("fr", term(text)) == []


def test_further_forms_are_patterns_without_forms_of_their_own() -> None:
    found = made("fr", term("aide", forms=("allocation de vieillesse",)))
    assert [(p.text, [set(f) for f in p.forms]) for p in found] == [
        ("aide", [{"aide", "aides"}]),
        ("allocation de vieillesse", [{"allocation"}, {"de"}, {"vieillesse"}]),
    ]
    assert found[0].entries == found[1].entries


@pytest.mark.parametrize(
    ("lang", "text", "gaps"),
    [
        ("vi", "bảo hiểm xã hội", (None, None, None)),
        ("vi", "Văn hóa – Xã hội", (None, "-", None)),
        ("vi", "Bộ LĐ-TB&XH", (None, "-", "&")),
        ("vi", "Bộ LĐ - TB & XH", (None, "-", "&")),
        ("fr", "l’aide d' urgence", (None, None, None)),
        ("fr", "âge, sexe", (",",)),
        ("fr", "travail (décent)", ("(",)),
        ("en", "pensioner", ()),
    ],
)
def test_gaps(lang: str, text: str, gaps: tuple[str | None, ...]) -> None:
    assert [pattern.gaps for pattern in made(lang, term(text))] == [gaps]


@pytest.mark.parametrize(
    ("gap", "texts", "others"),
    [
        (
            None,
            [" ", "  ", "\u00a0", "\n", " \n  ", "-", "‑", "–", "-\n", "’", "' ", "ʼ\n"],
            ["", ", ", ". ", "\n\n", " - "],
        ),
        ("-", ["-", "–", " – ", " - \n", " ", "\n", "\u00a0"], ["", ", ", "--", "’", "\n\n"]),
        ("&", ["&", " & ", "\n& "], [" ", "", "&&", "-"]),
        (",", [",", ", ", ",\n"], [" ", ";", ""]),
        ("‐", ["-", "‑", "–"], [" ", " - ", "-\n"]),
    ],
)
def test_what_may_stand_between_two_words(gap: str | None, texts: list[str], others: list[str]) -> None:
    assert [text for text in texts if not fits(gap, text)] == []
    assert [text for text in others if fits(gap, text)] == []


@pytest.mark.parametrize(
    ("lang", "one", "capitals"),
    [
        ("fr", term("ONG"), ((0, {"ONG"}),)),
        ("en", term("MoLISA", type="acronym"), ((0, {"MoLISA", "MOLISA"}),)),
        ("en", term("MoLISA"), ()),
        ("vi", term("Bộ LĐ-TB&XH"), ((1, {"LĐ"}), (2, {"TB"}), (3, {"XH"}))),
        ("en", term("NGO", case="any"), ()),
        ("en", term("Labour Code", case="exact"), ()),
        ("fr", term("C"), ()),
        ("en", term("poverty", forms=("MDP",)), ()),
    ],
)
def test_acronyms_among_the_words(lang: str, one: Term, capitals: tuple[tuple[int, set[str]], ...]) -> None:
    found = made(lang, one)[0]
    assert tuple((i, set(ways)) for i, ways in found.capitals) == capitals
    assert found.exact == (one.case == "exact")


@pytest.mark.parametrize(
    ("lang", "word", "way", "expected"),
    [
        ("fr", "ONG", "ONG", True),
        ("en", "NGOs", "NGO", True),
        ("fr", "Ong", "ONG", False),
        ("fr", "ong", "ONG", False),
        ("fr", "Unicef", "UNICEF", True),
        ("vi", "Asean", "ASEAN", True),
        ("vi", "asean", "ASEAN", False),
        ("en", "Aids", "AIDS", False),
        ("en", "It", "IT", False),
        ("en", "Who", "WHO", False),
    ],
)
def test_ways_to_write_an_acronym(lang: str, word: str, way: str, expected: bool) -> None:
    assert is_acronym(word, frozenset({way}), lang) == expected


def test_common_words() -> None:
    found = {lang: [w for w in words.split() if is_common_word(w, lang)] for lang, words in {
        "en": "It Aids who ASEAN Unicef",
        "fr": "Est Sida ONG Unicef",
        "vi": "và ASEAN",
    }.items()}  # fmt: skip
    assert found == {"en": ["It", "Aids", "who"], "fr": ["Est", "Sida"], "vi": ["và"]}


@pytest.mark.xfail(strict=True, reason="is_entry() asks for one of vi, fr, en; any language of the CLDR may come")
def test_common_words_of_other_languages() -> None:
    assert not is_common_word("Nato", "de")


def test_prefixes_may_be_set_off() -> None:
    found = made("en", term("multidimensional poverty"))
    assert [(p.words, p.gaps) for p in found] == [
        (("multidimensional", "poverty"), (None,)),
        (("multi", "dimensional", "poverty"), ("‐", None)),
    ]
    assert found[1].entries == found[0].entries
    assert [p.words for p in made("en", term("multiply"))] == [("multiply",)]


def test_verbs_have_all_their_forms_and_nouns_do_not() -> None:
    verb = word_forms(concepts("fr", term("verser une aide", pos="verb")), "fr")
    assert {"verser", "versé", "versent", "versera"} <= set(verb["verser"])
    assert verb["aide"] == ("aide", "aides")
    assert verb["une"] == ("une",)
    alone = word_forms(concepts("fr", term("licencier")), "fr")
    assert set(word_forms(concepts("fr", term("licencier", pos="verb")), "fr")["licencier"]) >= set(alone["licencier"])
    noun = word_forms(concepts("en", term("pension", pos="noun")), "en")
    assert noun == {"pension": ("pension", "pensions")}


def test_forms_that_are_known_are_taken() -> None:
    (pattern,) = patterns(concepts("fr", term("aide sociale")), "fr", {"aide": ("aide", "aideuse")})
    assert pattern.forms == (frozenset({"aide", "aideuse"}), frozenset({"sociale"}))


def test_words_that_are_no_term() -> None:
    pattern = plain_pattern("xã hội hóa", "vi")
    assert (pattern.entry, pattern.entries, pattern.words) == (None, (), ("xã", "hội", "hóa"))
    with pytest.raises(AssertionError):
        plain_pattern("…", "vi")
