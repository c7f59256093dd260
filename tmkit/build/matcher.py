"""The aligners of a build, one a language pair, with what the project knows and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from tmkit.align import Aligner, Alignment
from tmkit.align.decisions import DecisionFolder, Resolved
from tmkit.align.embedding import Encoder, load_encoder
from tmkit.align.learning import MOST_PAIRS, learn
from tmkit.build.base import Article, DecisionRow
from tmkit.build.deciding import decided, told
from tmkit.build.knowledge import gather_lexicon
from tmkit.lang.lexicon import Lexicon
from tmkit.project import Project

_SURE = 0.95
"""Beads that are learned from are at least this sure."""


class Matcher:
    """Aligns reports of a project; `notes` and `decisions` tell what should be known of it."""

    def __init__(self, project: Project) -> None:
        """Prepare; raises `TmkitError` for a model, a lexicon or decisions that can't be used."""
        self._project = project
        self._folder = DecisionFolder(project.decisions)
        self._aligners: dict[tuple[str, str], Aligner] = {}
        self._lexicons: dict[tuple[str, str], Lexicon] = {}
        self.learned = 0
        self.notes: list[str] = []
        self.decisions: list[DecisionRow] = []

    @cached_property
    def encoder(self) -> Encoder | None:
        """The sentence encoder, None for none."""
        return load_encoder(self._project.model)

    def study(self, pairs: Iterable[tuple[Article, Article]]) -> None:
        """Learn from reports that are going to be aligned: what translates what in their surest beads.

        Without sentence vectors, which would take longer than all else.
        """
        taught: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        teachers: dict[tuple[str, str], Aligner] = {}
        for source, target in pairs:
            langs = source.report.lang, target.report.lang
            if len(taught[langs]) < MOST_PAIRS:
                teacher = teachers.setdefault(langs, Aligner(*langs, lexicon=self._lexicon(*langs)))
                alignment = teacher.align(source.texts, target.texts)
                taught[langs] += [alignment.texts(bead) for bead in alignment.beads if bead.score >= _SURE]
        for langs, texts in taught.items():
            source_lang, target_lang = langs
            known = self._lexicon(*langs)
            learned = learn(texts, source_lang=source_lang, target_lang=target_lang, known=known)
            self._lexicons[langs] = known + learned
            self.learned += len(learned.entries)

    def align(self, source: Article, target: Article) -> Alignment:
        """Return the beads of two reports, those that a reviewer settled as they are."""
        aligner = self._aligner(source.report.lang, target.report.lang)
        found = self._resolved(source, target)
        settled = [(bead.source, bead.target) for bead in found.settled]
        return aligner.align(source.texts, target.texts, settled=settled, refused=found.refused)

    def decided(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the reports that there are decisions about."""
        return self._folder.pairs()

    def waiting(self) -> Iterator[str]:
        """Give the files of decisions that are about no pair of reports aligned so far."""
        yield from (str(path) for path in self._folder.unused())

    def _aligner(self, source: str, target: str) -> Aligner:
        langs = source, target
        if langs not in self._aligners:
            self._aligners[langs] = Aligner(*langs, lexicon=self._lexicon(*langs), encoder=self.encoder)
        return self._aligners[langs]

    def _lexicon(self, source: str, target: str) -> Lexicon:
        if (source, target) not in self._lexicons:
            self._lexicons[source, target] = gather_lexicon(self._project.lexicons, source, target, self._tell)
        return self._lexicons[source, target]

    def _tell(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _resolved(self, source: Article, target: Article) -> Resolved:
        found = decided(self._folder, source, target)
        if found is None:
            return Resolved((), (), ())
        self.decisions.append(
            DecisionRow(
                source=source.report.path,
                target=target.report.path,
                confirmed=len(found.settled),
                rejected=len(found.refused),
                again=tuple(map(told, found.stale)),
            )
        )
        return found
