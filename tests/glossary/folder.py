"""A small glossary on disk, with what makes looking terms up hard."""

from __future__ import annotations

from pathlib import Path

CONCEPTS = {
    "sp-0001": """\
        id: sp-0001
        domain: insurance
        status: approved
        definition: {en: Insurance against loss of income that the state runs}
        note: Not sp-0002
        terms:
          vi:
            - {term: bảo hiểm xã hội, status: preferred, pos: noun, sources: [S-1]}
            - {term: BHXH, status: admitted, type: acronym}
          fr:
            - {term: assurance sociale, status: preferred, pos: noun, gender: f}
            - {term: sécu, status: forbidden, gender: f, note: Familiar}
          en:
            - {term: social insurance, status: preferred, pos: noun}
            - {term: social assurance, status: deprecated}
        related: [{to: sp-0002, rel: distinct-from}]
        """,
    "sp-0002": """\
        id: sp-0002
        domain: insurance
        status: approved
        terms:
          vi: [{term: bảo hiểm xã hội tự nguyện, status: preferred}]
          fr: [{term: assurance sociale volontaire, status: preferred, gender: f}]
          en: [{term: voluntary social insurance, status: preferred}]
        """,
    "sp-0003": """\
        id: sp-0003
        status: approved
        terms:
          vi: [{term: bảo hiểm thất nghiệp, status: preferred}]
          fr: [{term: assurance-chômage, status: preferred, gender: f}]
          en: [{term: unemployment insurance, status: preferred}]
        """,
    "sp-0004": """\
        id: sp-0004
        status: approved
        terms:
          vi: [{term: lương hưu, status: preferred}]
          fr: [{term: pension, status: preferred, gender: f}, {term: retraite, status: admitted, gender: f}]
          en: [{term: pension, status: preferred}]
        """,
    "sp-0005": """\
        id: sp-0005
        status: approved
        terms:
          vi: [{term: người nghỉ hưu, status: preferred}]
          fr: [{term: retraité, status: preferred, gender: m}]
          en: [{term: pensioner, status: preferred}]
        """,
    "sp-0006": """\
        id: sp-0006
        status: approved
        valid_to: "2025-03-01"
        replaced_by: [sp-0007]
        terms:
          vi: [{term: Bộ Lao động – Thương binh và Xã hội, status: preferred}]
          fr: [{term: ministère du Travail, status: preferred, gender: m}]
          en: [{term: MoLISA, status: preferred, type: acronym, forms: [Ministry of Labour]}]
        """,
    "sp-0007": """\
        id: sp-0007
        status: approved
        terms:
          vi: [{term: Bộ Nội vụ, status: preferred}]
          fr: [{term: ministère de l'Intérieur, status: preferred, gender: m}]
          en: [{term: Ministry of Home Affairs, status: preferred}]
        """,
    "sp-0008": """\
        id: sp-0008
        status: draft
        terms:
          vi: [{term: xóa nghèo, status: preferred, pos: verb}, {term: phúc lợi, status: admitted}]
          en: [{term: well-being, status: preferred}]
        """,
}
ABOUT = """\
name: small
languages: [vi, fr, en]
domains:
  insurance: {en: Social insurance, vi: Bảo hiểm}
sources:
  S-1: {title: A paper, address: "https://example.org/1", date: "2020"}
"""


def write_glossary(folder: Path) -> Path:
    """Write the glossary into a folder, which is made."""
    folder.mkdir(parents=True)
    (folder / "glossary.yaml").write_text(ABOUT, encoding="utf-8")
    for name, text in CONCEPTS.items():
        lines = (line.removeprefix("        ") for line in text.splitlines(keepends=True))
        (folder / f"{name}.yaml").write_text("".join(lines), encoding="utf-8")
    return folder
