"""Alignment of two files as they lie on disk, for `tmkit align`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

import tmkit.lang as languages
from tmkit.align import Aligner, Alignment
from tmkit.align.aligner import KeptOut
from tmkit.align.decisions import DecisionFolder, Resolved
from tmkit.align.embedding import load_encoder
from tmkit.align.explain import Explanation, explain
from tmkit.build.base import Article
from tmkit.build.deciding import decided, told
from tmkit.build.knowledge import gather_lexicon
from tmkit.build.writing import TELLING, WRITERS
from tmkit.errors import FileError, TmkitError
from tmkit.files import replacing
from tmkit.lang.identify import identify
from tmkit.reports import read_report
from tmkit.reports.base import Line, Paragraph, Report, Sentence
from tmkit.reports.furniture import furniture
from tmkit.reports.readers import read_page
from tmkit.reports.sentences import segment


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignSettings:
    """How pairs of files are aligned."""

    source_lang: str
    target_lang: str
    sentences: bool = False
    """Both files hold one sentence a line."""
    form: str = "beads"
    """One of `tmkit.build.writing.WRITERS`."""
    threshold: float = 0.8
    model: str | None = None
    """The sentence encoder, as `tmkit.align.embedding.load_encoder` takes it."""
    all_lines: bool = False
    """Whether lines that look like furniture of a page are aligned too, where files hold sentences."""
    lexicons: tuple[Path, ...] = ()
    decisions: Path | None = None
    """A folder of decisions to apply."""


_TELLING = 80
"""Characters from which on a text's language can be told."""
Both = tuple[Article, Article]


class AlignJob:
    """Aligns pairs of files and writes what it finds in one form; `notes` tells what should be known of it."""

    def __init__(self, settings: AlignSettings) -> None:
        """Prepare for any number of pairs; raises `TmkitError` for settings that can't be used."""
        if not 0 <= settings.threshold <= 1:
            raise TmkitError(f"--min is {settings.threshold}; give a number from 0 to 1")
        self._settings = settings
        self.notes: list[str] = []
        source, target = settings.source_lang, settings.target_lang
        known = gather_lexicon(settings.lexicons, source, target, self._tell) if settings.lexicons else None
        self._aligner = Aligner(
            source,
            target,
            lexicon=known,
            encoder=load_encoder(settings.model),
            evidence=settings.form in TELLING,
        )
        if settings.decisions and not settings.decisions.is_dir():
            raise FileError(settings.decisions, "no such folder of decisions", remedy="see `tmkit decide --help`")

    def _tell(self, note: str) -> None:
        self.notes.append(note)

    def run(self, source: Path, target: Path, output: Path) -> None:
        """Align two files into a third; `FileError` where that would be one of the two."""
        self.check(source, target, output)
        with replacing(output) as stream:
            self.write(source, target, stream)

    def check(self, source: Path, target: Path, output: Path) -> None:
        """Raise `FileError` where the output would take the place of a file to align."""
        if any(_is_same(output, given) for given in (source, target)):
            raise FileError(output, "is one of the files to align", remedy="name another file for the output")

    def write(self, source: Path, target: Path, stream: BinaryIO) -> None:
        """Align two files onto a stream."""
        self.write_articles(self.read(source, target), stream)

    def write_articles(self, articles: Both, stream: BinaryIO, kept_out: KeptOut = ((), ())) -> None:
        """Align two articles onto a stream, some of their sentences kept out."""
        alignment = self._align(articles, self._resolved(articles), self._kept_out(articles, kept_out))
        WRITERS[self._settings.form](alignment, articles, self._settings.threshold, stream)

    def new_notes(self) -> tuple[str, ...]:
        """Return the notes since they were last asked for."""
        notes, self.notes = tuple(self.notes), []
        return notes

    def explain(self, source: Path, target: Path, number: int) -> tuple[Alignment, Explanation]:
        """Return the alignment of two files, and why its bead of a number, counted from 0, is in it."""
        articles = self.read(source, target)
        resolved = self._resolved(articles)
        kept_out = self._kept_out(articles)
        alignment = self._align(articles, resolved, kept_out)
        if number >= len(alignment.beads):
            raise TmkitError(f"--explain is {number}, but the last bead is {len(alignment.beads) - 1}")
        bead = alignment.beads[number]
        settled = [(one.source, one.target) for one in resolved.settled]
        texts = alignment.source, alignment.target
        refused = resolved.refused
        return alignment, explain(self._aligner, *texts, bead, settled=settled, refused=refused, kept_out=kept_out)

    def read(self, source: Path, target: Path) -> Both:
        """Return two files, cleaned and split, or as they are where they hold sentences."""
        articles = self._read(source, self._settings.source_lang), self._read(target, self._settings.target_lang)
        for path, article in zip((source, target), articles, strict=True):
            if not article.sentences:
                self.notes.append(f"{path}: no sentence in it, so nothing can be aligned")
            if lost := sum("\ufffd" in text for text in article.texts):
                self.notes.append(
                    f"{path}: {lost} lines hold characters that could not be read (\ufffd); save it as UTF-8"
                )
            if other := _other_language(article):
                wanted = languages.find(article.report.lang).name
                self.notes.append(f"{path}: looks {other}, not {wanted}; are the languages the right way round?")
        return articles

    def _read(self, path: Path, lang: str) -> Article:
        if self._settings.sentences:
            return read_sentences(path, lang)
        report = read_report(path, lang=lang)
        return Article(report, segment(report))

    def _kept_out(self, articles: Both, more: KeptOut = ((), ())) -> KeptOut:
        """Return the sentences to keep out, furniture included where nobody has cleaned."""
        if not self._settings.sentences or self._settings.all_lines:
            return more
        found = [{kept.index for kept in furniture(article.texts)} for article in articles]
        for article, indices in zip(articles, found, strict=True):
            if indices:
                self.notes.append(
                    f"{article.report.path}: {len(indices)} of {len(article.sentences)} lines look like furniture of"
                    " a page and are kept out; --all-lines aligns them too"
                )
        return sorted(found[0].union(more[0])), sorted(found[1].union(more[1]))

    def _align(self, articles: Both, resolved: Resolved, kept_out: KeptOut = ((), ())) -> Alignment:
        settled = [(bead.source, bead.target) for bead in resolved.settled]
        source, target = articles[0].texts, articles[1].texts
        return self._aligner.align(source, target, settled=settled, refused=resolved.refused, kept_out=kept_out)

    def _resolved(self, articles: Both) -> Resolved:
        """Return what was decided about two files."""
        found = decided(self._decisions, *articles) if self._decisions else Resolved((), (), ())
        if found is None:
            self.notes.append(f"{self._settings.decisions}: no decision about these files")
            return Resolved((), (), ())
        self.notes += [f"decide again: {told(stale)}" for stale in found.stale]
        return found

    @cached_property
    def _decisions(self) -> DecisionFolder | None:
        return DecisionFolder(self._settings.decisions) if self._settings.decisions else None


def _other_language(article: Article) -> str:
    """Return the language that a text is surely in, where it is another than it should be, else nothing."""
    text = " ".join(article.texts[:40])
    guess = identify(text) if len(text) >= _TELLING else None
    known = {language.code: language.name for language in languages.LANGUAGES}
    if guess is None or guess.score < 0.8 or guess.lang == article.report.lang:
        return ""
    return known.get(guess.lang, "")


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def read_sentences(path: Path, lang: str) -> Article:
    """Return a file of one sentence a line; an empty line is an empty sentence, as in its peers."""
    # What parts a line within, such as U+2028, parts no sentences: the lines' numbers are the indices.
    rows: dict[int, list[str]] = {}
    for line in read_page(path).lines:
        rows.setdefault(line.number, []).append(line.text)
    lines = [Line(number, " ".join(filter(None, parts))) for number, parts in rows.items()]
    lines = lines[:-1] if lines and not lines[-1].text else lines
    report = Report(
        path=str(path),
        lang=lang,
        title=None,
        date=None,
        paragraphs=tuple(Paragraph(line.text, line.number, lang) for line in lines),
        dropped=(),
        repairs=(),
    )
    return Article(report, tuple(Sentence(line.text, n, line.number) for n, line in enumerate(lines)))
