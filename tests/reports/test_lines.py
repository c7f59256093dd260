"""What a single line shows by itself."""

from __future__ import annotations

import pytest

from tmkit.reports.base import Line
from tmkit.reports.cleaning.cues import is_menu, key
from tmkit.reports.cleaning.lines import look, names_only

FURNITURE = [
    ("Trang chủ", "navigation"),
    ("Thời sự | Xã hội | Kinh tế | Thế giới", "navigation"),
    ("Accueil Politique Société Économie", "navigation"),
    ("Trang chủ > Xã hội > An sinh", "navigation"),
    ("Xem thêm", "cue line"),
    ("TIN LIÊN QUAN", "cue line"),
    ("À lire aussi :", "cue line"),
    ("You may also like", "cue line"),
    ("Đọc thêm: Ba nhóm lao động được vay vốn", "related article"),
    ("Lire aussi : Retraites, ce qui change", "related article"),
    ("À lire aussi En Asie, la course aux accords", "related article"),
    (">> Vay vốn giải quyết việc làm", "related article"),
    ("Họp ban soạn thảo nghị định (12/09/2019)", "related article"),
    ("Bình luận (12)", "comment form"),
    ("3 réflexions sur « Le guichet »", "comment form"),
    ("READ 214 COMMENTS", "comment form"),
    ("Từ khóa: an sinh xã hội, lương hưu", "tags"),
    ("#retraite #travail", "tags"),
    ("A- A A+", "sharing and tools"),
    ("Partager cet article", "sharing and tools"),
    ("Lượt xem: 1.204", "counter"),
    ("Temps de lecture : 3 min.", "counter"),
    ("Hà Nội 21°C / 18 - 24°C", "weather"),
    ("Hotline: 1900 1234", "contact"),
    ("© Tous droits réservés", "copyright and imprint"),
    ("Nous et nos partenaires utilisons des cookies pour mesurer l’audience.", "call to subscribe"),
    ("Your email address will not be published. Required fields are marked *", "call to subscribe"),
    ("Publicité", "advertisement"),
    ("DSC_0142.jpg", "image or file name"),
    ("trao-150-suat-qua-cho-hoc-sinh-ngheo.aspx", "slug of a headline"),
    ("{keywords}", "hole of a template"),
    ("Công nhân tan ca. (Ảnh: Hồng Đạt/TTXVN)", "photo caption"),
    ("Une rue de Hanoï. Photo : VNA", "photo caption"),
    ("Une rue de Hanoï, le 5 mai. © Reuters - Kham", "photo caption"),
    ("Des bénévoles à Toulouse (AFP/Lionel BONAVENTURE)", "photo caption"),
    ("Children play in Ha Noi. — VNS Photo Truong Vi", "photo caption"),
    ("Ảnh minh họa", "photo caption"),
    ("By Dana Whitfield and Luis Ortega", "author"),
    ("Propos recueillis par Anne Le Goff", "author"),
    ("Hoàng Mạnh (thực hiện)", "author"),
    ("Bài và ảnh: AN SINH", "author"),
    ("Nguồn: TTXVN", "source"),
    ("(Avec AFP)", "source"),
    ("14/04/2015 - 18:30", "metadata: date"),
    ("Thu Hà - 14/04/2015 18:30", "metadata: date"),
    ("Mis à jour le 05/06/2018 à 11h20", "metadata: date"),
    ("Posted on September 30, 2013 by Tom", "metadata: date"),
    ("Chủ nhật, ngày 14 tháng 4 năm 2015", "metadata: date"),
]


@pytest.mark.parametrize(("text", "reason"), FURNITURE)
def test_furniture_and_its_reason(text: str, reason: str) -> None:
    assert (look(Line(1, text)).shape, look(Line(1, text)).reason) == ("junk", reason)


TEXT = [
    ("Ngày 14/4/2015, tại Hà Nội, hội nghị đã khai mạc.", "prose"),
    ("Lịch chi trả lương hưu từ ngày 01/04/2020", "head"),
    ("Retraites : les syndicats promettent de nouvelles grèves", "head"),
    ("Par ailleurs, le ministre a annoncé la création de mille postes.", "prose"),
    ("By Monday, all the offices had reopened.", "prose"),
    ("Theo TS. Nguyễn Văn An,", "sentence"),
    ("Photo numérique : un marché en plein essor, selon les fabricants réunis à Hanoï.", "prose"),
    ("Xem xét kết quả cuộc họp, các bộ trưởng đã thông qua kế hoạch.", "prose"),
    ("- Lộ trình thực hiện", "sentence"),
    ("2. un numéro vert", "sentence"),
    ("« Et alors ? »", "sentence"),
    ("Related workers, such as drivers, will be covered too.", "prose"),
    ("Les cookies de la boulangerie se vendent bien.", "prose"),
    ("La newsletter du syndicat annonce une grève pour le 5 mai.", "prose"),
]


@pytest.mark.parametrize(("text", "shape"), TEXT)
def test_text_is_no_furniture(text: str, shape: str) -> None:
    assert (look(Line(1, text)).shape, look(Line(1, text)).reason) == (shape, "")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Ils se reverront en mai. - VNA", True),
        ("They meet again in May. — VNS", True),
        ("Hội nghị kết thúc./.", True),
        ("Hội nghị kết thúc. (TTXVN)", True),
        ("Ils se reverront en mai.", False),
        ("Le rendez-vous est à 8 h. au siège de l’ONU", False),
    ],
)
def test_agency_tail(text: str, closed: bool) -> None:
    assert look(Line(1, text)).agency_tail is closed


def test_key_menu_and_names() -> None:
    assert key("» 3. related news (12)") == "related news"
    assert (is_menu(["home", "about", "us"]), is_menu(["home", "care"])) == (True, False)
    assert [names_only(text) for text in ("Thu Hà/CVN", "Nguyễn Văn An", "Một Chỗ Ở mới")] == [True, True, False]
