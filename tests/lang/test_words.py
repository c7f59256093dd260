import pytest

from tmkit.lang.words import bare, is_brand, is_common, is_entry, is_function, is_inflected, is_known

KNOWN = {
    "fr": (
        "réduction Réduction sociopolitiques dont du également constamment réellement patiemment pays temps "
        "l’organisation d'action qu'ils aujourd'hui main-d'œuvre sud-est socio-économiques franco-vietnamienne "
        "lancèrent perfectionnera cofinancement cybersécurité rendez-vous a-t-il quelqu'un L'Agence vice-ministre"
    ),
    "en": (
        "reduction policies said her doesn't children's Vietnam's policymakers socio-economic multi-sectoral "
        "peacekeeping cybersecurity reorganised o'clock well-being organisations' unpaid"
    ),
}
UNKNOWN = {
    "fr": (
        "laréduction socialde cadredu internationauxle dela del'ASEAN bien-êtresocial édificess’épuisent"
        " ontsouligné mondiauxd'intérêt"
    ),
    "en": "thereport ofthe theministry policiesand reportsthe withmany currentlyaffected country'seconomy",
}


@pytest.mark.parametrize(("lang", "word"), [(lang, w) for lang, text in KNOWN.items() for w in text.split()])
def test_words_and_what_derives_from_them_are_known(lang: str, word: str) -> None:
    assert is_known(word.strip("'"), lang)


@pytest.mark.parametrize(("lang", "word"), [(lang, w) for lang, text in UNKNOWN.items() for w in text.split()])
def test_words_run_together_are_not_known(lang: str, word: str) -> None:
    assert not is_known(word, lang)


def test_vietnamese_has_no_dictionary() -> None:
    assert [is_known("bảo", "vi"), is_common("bảo", "vi"), is_function("và", "vi")] == [False, False, False]


@pytest.mark.parametrize(
    ("word", "lang", "stem"),
    [
        ("d’action", "fr", "action"),
        ("jusqu'à", "fr", "à"),
        ("qu'aujourd'hui", "fr", "aujourd'hui"),
        ("prud'homme", "fr", "prud'homme"),
        ("l'", "fr", "l'"),
        ("Vietnam's", "en", "Vietnam"),
        ("they’ll", "en", "they"),
        ("O'Brien", "en", "O'Brien"),
        ("d’action", "en", "d’action"),
    ],
)
def test_bare_takes_off_elisions_and_clitics(word: str, lang: str, stem: str) -> None:
    assert bare(word, lang) == stem


def test_common_words_are_those_of_the_news() -> None:
    words = ["politiques", "Ministère", "renforcées", "l’emploi", "anacoluthe"]
    assert [is_common(w, "fr") for w in words] == [True, True, True, True, False]
    words = ["policies", "Strengthened", "worker's", "poverty", "anacoluthon"]
    assert [is_common(w, "en") for w in words] == [True, True, True, True, False]


def test_function_words_keep_the_case_that_they_have() -> None:
    assert [is_function(w, "en") for w in ("The", "I", "i", "report")] == [True, True, False, False]


def test_inflected_words_begin_no_longer_word() -> None:
    words = ["working", "affected", "greatest", "work", "sports"]
    assert [is_inflected(w, "en") for w in words] == [True, True, True, False, False]


def test_entries_are_forms_as_they_are() -> None:
    assert [is_entry(w, "fr") for w in ("dont", "réduction", "laréduction", "")] == [True, True, False, False]


def test_brands_keep_their_capitals() -> None:
    assert [is_brand(w) for w in ("YouTube", "VnExpress", "Youtube")] == [True, True, False]
