"""Beads become units."""

from datetime import date

from tmkit.build.base import Article
from tmkit.build.job import _stories
from tmkit.build.units import unit
from tmkit.model import Prop
from tmkit.reports.base import Paragraph, Report, Sentence
from tmkit.reports.pairing import ReportPair


def article(lang: str, *sentences: str) -> Article:
    report = Report(
        path=f"a.{lang}.txt",
        lang=lang,
        title=None,
        date=date(2015, 4, 14),
        paragraphs=(Paragraph(" ".join(sentences), 7, lang),),
        dropped=(),
        repairs=(),
    )
    return Article(report, tuple(Sentence(text, 0, 7) for text in sentences))


def test_a_unit_says_where_its_sentences_come_from() -> None:
    vi, fr = article("vi", "Một.", "Hai."), article("fr", "Un et deux.")
    made = unit([(vi, (0, 1)), (fr, (0,))], 0.954, "2-1")
    assert (made.text("vi"), made.text("fr")) == ("Một. Hai.", "Un et deux.")
    assert made.props == (Prop("x-score", "0.95"), Prop("x-bead", "2-1"))
    assert made.variants[0].created == "20150414T000000Z"
    assert made.variants[0].props == (
        Prop("x-report", "a.vi.txt"),
        Prop("x-paragraph", "1"),
        Prop("x-line", "7"),
    )


def test_the_id_follows_from_the_text_alone() -> None:
    vi, fr = article("vi", "Một."), article("fr", "Un.")
    one = unit([(vi, (0,)), (fr, (0,))], 0.9, "1-1")
    assert one.id == unit([(vi, (0,)), (fr, (0,))], 0.5, "1-1").id
    assert one.id != unit([(vi, (0,)), (article("fr", "Une."), (0,))], 0.9, "1-1").id


def test_pairs_that_share_a_report_are_one_story() -> None:
    pairs = [ReportPair(a, b, 1.0, ()) for a, b in (("a", "b"), ("c", "d"), ("b", "e"), ("e", "c"), ("f", "g"))]
    assert [sorted((p.source, p.target) for p in story) for story in _stories(pairs)] == [
        [("a", "b"), ("b", "e"), ("c", "d"), ("e", "c")],
        [("f", "g")],
    ]
