"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmkit.lang import LANGUAGES
from tmkit.lang.identify import evidence, identify

TEXTS = [
    ("Cuộc họp diễn ra tại Hà Nội trong hai ngày.", "vi"),
    ("Bộ trưởng nói: “Chưa”.", "vi"),
    ("La réunion s’est tenue à Hanoï pendant deux jours.", "fr"),
    ("La réunion s'esttenue àHanoï pendantdeux jours avecles partenaires.", "fr"),
    ("The meeting took place in Hanoi and lasted two days.", "en"),
    ("THE MINISTRY OF LABOUR SAID ON MONDAY", "en"),
    ("LE MINISTÈRE DU TRAVAIL A PUBLIÉ SON RAPPORT", "fr"),
    ("Mesyuarat itu telah diadakan di Kuala Lumpur selama dua hari.", "ms"),
    ("Die Minister haben sich auf einen gemeinsamen Plan geeinigt.", "de"),
    ("ที่ประชุมเห็นชอบแผนปฏิบัติการด้านแรงงาน", "th"),
    ("12 %", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_language_of_a_text(text: str, lang: str) -> None:
    assert identify(text).lang == lang


def test_evidence_speaks_for_one_language() -> None:
    shares = evidence("Các nước ASEAN và những đối tác của họ.")
    assert (shares["vi"] > 0.4, shares["fr"], shares["en"]) == (True, 0.0, 0.0)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    guess = identify(text)
    assert 0.0 <= guess.score <= 1.0
    assert set(evidence(text)) == {language.code for language in LANGUAGES}
