"""Noise in parallel lines, in the measure that is asked for: what happens to a text on its way through two newsrooms.

Lines are taken one after the other. At each, with a probability of

- 0.35 of the share, the source's sentence stays without counterpart;
- 0.35 of the share, the target's does;
- 0.30 of the share, this line and the next become one sentence on one side and stay two on the other;

else it becomes a bead of its own. After any of these, with 0.15 of the share, a notice of the site comes in on one of
the sides. No notice that stands on one side stands on the other in translation. So a share of 0.2 leaves some 9 % of
either side's sentences without counterpart, and some 7 % of the beads hold three sentences. The same lines, languages,
share and seed give the same document on any machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks.aligners import Document, Indices

ALONE = 0.35
"""How much of the noise goes to sentences without counterpart, on either side."""
NOTICE = 0.15
"""How many notices there are for the rest of the noise."""
NOTICES: tuple[Mapping[str, str], ...] = tuple(
    dict(zip(("vi", "fr", "en"), texts, strict=True))
    for texts in (
        ("Cảm ơn quý vị đã theo dõi.", "Merci de votre attention.", "Thank you for watching."),
        (
            "Phụ đề do nhóm tình nguyện thực hiện.",
            "Sous-titres réalisés par une équipe bénévole.",
            "Subtitles by a team of volunteers.",
        ),
        (
            "Đăng ký kênh để không bỏ lỡ video mới.",
            "Abonnez-vous à la chaîne pour ne rien manquer.",
            "Subscribe so that you never miss a video.",
        ),
        ("Chia sẻ bài viết", "Partager cet article", "Share this article"),
        ("Xem thêm", "À lire aussi", "Read more"),
        ("Tin liên quan", "Sur le même sujet", "Related stories"),
        ("Ảnh minh họa", "Photo d’illustration", "File photo"),
        (
            "Bấm vào đây để nghe bản tin.",
            "Cliquez ici pour écouter le bulletin.",
            "Click here to listen to the bulletin.",
        ),
        ("Ý kiến của bạn", "Votre commentaire", "Your comment"),
        (
            "Theo dõi chúng tôi trên mạng xã hội.",
            "Suivez-nous sur les réseaux sociaux.",
            "Follow us on social media.",
        ),
        ("Giữ bản quyền nội dung.", "Tous droits réservés.", "All rights reserved."),
        ("Bản in", "Version imprimable", "Printable version"),
    )
)
"""What sites put between the lines of a text; each says something else."""


def noisy(
    lines: Sequence[Mapping[str, str]], langs: tuple[str, str], share: float, *, seed: int = 7, name: str = ""
) -> Document:
    """Return a document with gold beads made from parallel lines, each a text by its language."""
    chance, made, at = random.Random(f"{seed} {'-'.join(langs)}"), _Sides(), 0
    notices = _notices(langs, chance)
    while at < len(lines):
        drawn = chance.random()
        kind = drawn / share if drawn < share else None
        sides = _step([tuple(line[lang] for lang in langs) for line in lines[at : at + 2]], kind, chance)
        made.add(*sides)
        # Two lines are used up where a side has two sentences.
        at += max(map(len, sides))
        if chance.random() < NOTICE * share:
            made.add(*next(notices))
    return Document(tuple(made.source), tuple(made.target), frozenset(made.gold), name)


_Texts = tuple[Sequence[str], Sequence[str]]


def _step(lines: Sequence[tuple[str, ...]], kind: float | None, chance: random.Random) -> _Texts:
    """Return what becomes of the next line, or the next two; `kind` (0-1) says which noise, None that there is none."""
    source, target = lines[0]
    if kind is None:
        return [source], [target]
    if kind < ALONE:
        return [source], []
    if kind < 2 * ALONE:
        return [], [target]
    if len(lines) == 1:
        return [source], [target]
    sources, targets = zip(*lines, strict=True)
    return ([" ".join(sources)], targets) if chance.random() < 0.5 else (sources, [" ".join(targets)])


def _notices(langs: tuple[str, str], chance: random.Random) -> Iterator[_Texts]:
    """Give notices for one side or the other, for ever."""
    order = chance.sample(NOTICES, len(NOTICES))
    own = [cycle([notice[lang] for notice in order[side::2]]) for side, lang in enumerate(langs)]
    while True:
        yield ([next(own[0])], []) if chance.random() < 0.5 else ([], [next(own[1])])


@dataclass(slots=True)
class _Sides:
    """A document as it grows."""

    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    gold: set[tuple[Indices, Indices]] = field(default_factory=set)

    def add(self, source: Sequence[str], target: Sequence[str]) -> None:
        """Put sentences at the end of both sides, and a bead where both have some."""
        bead = _put(self.source, source), _put(self.target, target)
        if all(bead):
            self.gold.add(bead)


def _put(side: list[str], sentences: Sequence[str]) -> Indices:
    start = len(side)
    side += sentences
    return tuple(range(start, len(side)))
