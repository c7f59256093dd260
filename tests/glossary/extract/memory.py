"""A small memory about one subject, of our own invention, for the tests of term extraction."""

from __future__ import annotations

from pathlib import Path

from tmkit.formats import write
from tmkit.glossary.extract import Pair
from tmkit.model import Header, Segment, Unit, Variant

TEXTS = (
    (
        "Người cao tuổi neo đơn được nhận trợ cấp xã hội hằng tháng từ ngân sách tỉnh.",
        "Les personnes âgées isolées reçoivent une allocation sociale mensuelle sur le budget de la province.",
    ),
    (
        "Bộ Y tế đề nghị mở rộng bảo hiểm y tế cho người cao tuổi ở vùng núi.",
        "Le ministère de la Santé propose d’étendre l’assurance maladie aux personnes âgées des régions de montagne.",
    ),
    (
        "Theo Bộ Y tế, quỹ bảo hiểm y tế chi trả phần lớn viện phí.",
        "Selon le ministère de la Santé, la caisse d’assurance maladie rembourse l’essentiel des frais d’hôpital.",
    ),
    (
        "Nhiều công ty chậm đóng bảo hiểm y tế cho công nhân trong quý II.",
        "Bien des sociétés ont tardé à payer l’assurance maladie de leurs ouvriers au deuxième trimestre.",
    ),
    (
        "Công đoàn giúp công nhân nhận trợ cấp xã hội hằng tháng khi mất việc.",
        "Le syndicat aide les ouvriers sans emploi à toucher une allocation sociale mensuelle.",
    ),
    (
        "Trung tâm dưỡng lão vừa mở có chỗ cho hai trăm người cao tuổi.",
        "La maison de retraite qui vient d’ouvrir compte deux cents places pour les personnes âgées.",
    ),
    (
        "Công đoàn khảo sát nhà trọ của công nhân ở Bình Dương.",
        "Le syndicat a enquêté sur les foyers d’ouvriers à Binh Duong.",
    ),
    (
        "Mức trợ cấp xã hội hằng tháng sẽ tăng thêm 20% kể từ tháng bảy.",
        "Le montant de l’allocation sociale mensuelle augmentera de 20 % à compter de juillet.",
    ),
    (
        "Bộ Y tế và công đoàn cùng khám bệnh miễn phí cho lao động nữ.",
        "Le ministère de la Santé et le syndicat offrent des consultations gratuites aux travailleuses.",
    ),
    ("Đường về làng đã được trải nhựa.", "La route du village est goudronnée."),
    ("Mưa to làm ngập chợ cá.", "La pluie a inondé la halle aux poissons."),
    ("Trường mới khai giảng sáng nay.", "L’école neuve a fait sa rentrée ce matin."),
)
PAIRS = tuple(Pair(f"u{number}", vi, fr) for number, (vi, fr) in enumerate(TEXTS, 1))


def written(path: Path) -> Path:
    """Write the units as a TMX file, and return where it is."""
    units = [
        Unit(pair.id, (Variant("vi", Segment((pair.source,))), Variant("fr", Segment((pair.target,)))))
        for pair in PAIRS
    ]
    write(path, Header(source_lang="vi"), units)
    return path
