"""Forms of the words of terms: what they become in texts, and what is another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.errors import UnknownLanguageError
from tmkit.lang.inflection import inflected, is_infinitive, lemma

HAVE = {
    "fr": {
        "travail": "travaux",
        "cheval": "chevaux",
        "jeu": "jeux",
        "œil": "yeux",
        "retraité": "retraités retraitée retraitées",
        "travailleur": "travailleurs travailleuse travailleuses",
        "acteur": "acteurs actrice actrices",
        "actif": "actifs active actives",
        "national": "nationaux nationale nationales",
        "infirmier": "infirmiers infirmière infirmières",
        "public": "publics publique publiques",
        "long": "longs longue longues",
        "européen": "européens européenne européennes",
        "allocation": "allocations",
        "droits": "droit",
        "travaux": "travail",
    },
    "en": {
        "child": "children",
        "woman": "women",
        "crisis": "crises",
        "policy": "policies",
        "wife": "wives",
        "hero": "heroes",
        "box": "boxes",
        "organisation": "organisations organization organizations",
        "organization": "organisation organisations",
        "labour": "labor",
        "analyse": "analyze",
        "persons": "person",
        "workers": "worker",
        "rights": "right",
    },
}
LACK = {
    "fr": {
        "cour": "cours",
        "retraite": "retraité retraités",
        "pension": "pensionné pensionner",
        "pays": "payse pay",
        "mari": "marie",
        "gaz": "gazs",
        "prix": "prixs",
    },
    "en": {
        "pension": "pensioned pensioning pensioner",
        "people": "person",
        "work": "worker worked working",
        "new": "news",
        "good": "better",
        "country": "countrys",
        "crisis": "crisises",
        "our": "or",
    },
}


@pytest.mark.parametrize(("lang", "word"), [(lang, word) for lang, table in HAVE.items() for word in table])
def test_forms_that_a_word_takes(lang: str, word: str) -> None:
    forms = inflected([word], lang)[word]
    assert forms[0] == word
    assert set(HAVE[lang][word].split()) - set(forms) == set()
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("lang", "word"), [(lang, word) for lang, table in LACK.items() for word in table])
def test_words_of_their_own(lang: str, word: str) -> None:
    assert set(LACK[lang][word].split()) & set(inflected([word], lang)[word]) == set()


@pytest.mark.parametrize(
    ("lang", "word", "form"),
    [
        ("en", word, form)
        for word, form in [
            ("survey", "surveys"),
            ("holiday", "holidays"),
            ("attorney", "attorneys"),
        ]
    ],
)
def test_a_vowel_before_y_stays(lang: str, word: str, form: str) -> None:
    assert form in inflected([word], lang)[word]


@pytest.mark.parametrize(
    ("lang", "word"),
    [("fr", "des"), ("fr", "l"), ("fr", "d"), ("fr", "2025"), ("fr", "ue"), ("fr", "a-b"), ("en", "of"), ("en", "it")],
)
def test_what_never_changes(lang: str, word: str) -> None:
    assert inflected([word], lang) == {word: (word,)}


def test_vietnamese_words_have_one_form() -> None:
    assert inflected(["hộ", "nghèo", "hộ"], "vi") == {"hộ": ("hộ",), "nghèo": ("nghèo",)}
    assert inflected(["trợ"], "vi-VN", verbs=["trợ"]) == {"trợ": ("trợ",)}


def test_other_languages_have_their_dictionary_or_nothing() -> None:
    assert inflected(["Rente"], "de") == {"Rente": ("Rente", "Renten")}
    assert inflected(["年金"], "ja") == {"年金": ("年金",)}
    with pytest.raises(UnknownLanguageError):
        inflected(["x"], "xx")


def test_verbs_have_every_form_of_theirs() -> None:
    forms = inflected(["verser", "aide"], "fr", verbs=["verser"])
    assert {"versé", "versent", "versera", "versait"} <= set(forms["verser"])
    assert forms["aide"] == ("aide", "aides")
    assert {"paid", "pays", "paying"} <= set(inflected(["pay"], "en", verbs=["pay"])["pay"])


@pytest.mark.parametrize(
    ("lang", "word", "expected"),
    [
        ("fr", "assurer", True),
        ("fr", "finir", True),
        ("fr", "rendre", True),
        ("fr", "prévoir", True),
        ("fr", "mer", False),
        ("fr", "retraite", False),
        ("fr", "pensions", False),
        ("en", "assure", False),
        ("vi", "trợ", False),
    ],
)
def test_infinitives(lang: str, word: str, expected: bool) -> None:
    assert is_infinitive(word, lang) == expected


def test_base_forms() -> None:
    assert [lemma(word, "fr") for word in ("travaux", "pensions", "xyzt")] == ["travail", "pension", "xyzt"]
    assert [lemma(word, "en") for word in ("policies", "women", "xyzt")] == ["policy", "woman", "xyzt"]
    assert lemma("年金", "ja") == "年金"


@pytest.mark.parametrize("lang", ["vi", "fr", "en"])
@given(word=st.text("abceéilmnorstuxyz'-2", max_size=9))
def test_any_word_is_its_own_first_form(lang: str, word: str) -> None:
    forms = inflected([word], lang)
    assert list(forms) == [word]
    assert forms[word][0] == word
    assert all(form == form.lower() for form in forms[word])
    assert forms == inflected([word, word], lang)
