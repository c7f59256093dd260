"""Words as extraction counts them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.glossary.extract.tokens import keys, tokens
from tmkit.lang.text import nfc


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "L’assurance-chômage des travailleurs", ["l", "assurance", "chômage", "des", "travailleur"]),
        ("fr", "hôpitaux nationaux, cours", ["hôpital", "national", ",", "cours"]),
        ("fr", "le pays ; deux fois", ["le", "pays", "", "deux", "fois"]),
        ("en", "Vietnam’s policies; workers’ wages", ["vietnam", "policy", "", "worker", "wage"]),
        ("en", "The WHO, who said", ["the", "WHO", ",", "who", "said"]),
        ("en", "COVID-19 in 2021 (late)", ["COVID-19", "in", "#", "", "late", ""]),
        ("vi", "Xoá nghèo ở tỷ lệ cao", ["xóa", "nghèo", "ở", "tỉ", "lệ", "cao"]),
        ("vi", "Bộ Lao động - Thương binh và Xã hội", "bộ lao động thương binh và xã hội".split()),
        ("en", "Hanoi - a meeting", ["hanoi", "", "a", "meeting"]),
        ("vi", "BHXH TOÀN DÂN LÀ MỤC TIÊU", "bhxh toàn dân là mục tiêu".split()),
        ("fr", "", []),
    ],
)
def test_words(lang: str, text: str, expected: list[str]) -> None:
    assert [token.key for token in tokens(text, lang)] == expected


@given(st.text(st.sampled_from("aàệđ ,.-'’!1Bs\u00a0"), max_size=40), st.sampled_from(("vi", "fr", "en")))
def test_places_are_those_of_the_words(text: str, lang: str) -> None:
    text = nfc(text)
    found = tokens(text, lang)
    assert all(not text[token.start : token.end].isspace() and token.start < token.end for token in found)
    assert [token.start for token in found] == sorted({token.start for token in found})


@given(st.text(st.sampled_from("aăâeêioôơuưyđ bcđh\u0300\u0301\u0323"), max_size=30))
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    assert keys(unicodedata.normalize("NFD", text), "vi") == keys(unicodedata.normalize("NFC", text), "vi")
