"""What is learned from pairs of sentences: made-up corpora whose lexicon is known, and the sample reports."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import alignments
from tmkit.align import Aligner, learning
from tmkit.align.learning import learn, log_likelihood
from tmkit.errors import UnknownLanguageError
from tmkit.lang.lexicon import Entry, Lexicon, core

NOTHING = Lexicon([])
# Made-up words on the French side, so that nothing but the sentences can tell what translates what.
WORDS = {
    "an sinh": "blavure",
    "lao động": "cortime",
    "thất nghiệp": "drovel",
    "bảo hiểm": "fasquet",
    "lương hưu": "gribelle",
    "nghèo": "hostre",
    "hội nghị": "jalune",
    "bệnh viện": "kervane",
    "học phí": "lombrise",
    "nông dân": "mistale",
    "tàu hỏa": "norgue",
    "cà phê": "ostrelle",
}


def corpus(count: int = 300, seed: int = 1, words: dict[str, str] = WORDS) -> list[tuple[str, str]]:
    """Return sentences of some of the words, the French in another order and among function words."""
    chance = random.Random(seed)
    pairs = []
    for _ in range(count):
        chosen = chance.sample(sorted(words), 2)
        others = [words[word] for word in chosen]
        chance.shuffle(others)
        pairs.append((" và ".join(chosen) + " thì còn.", "Les " + " et les ".join(others) + "."))
    return pairs


def terms(lexicon: Lexicon) -> list[dict[str, tuple[str, ...]]]:
    return [dict(entry.terms) for entry in lexicon.entries]


def learned(lexicon: Lexicon, source: str = "vi", target: str = "fr") -> dict[str, tuple[str, ...]]:
    return lexicon.translations(source, target)


def test_the_words_of_a_corpus_are_learned_whole_and_nothing_else() -> None:
    found = learn(corpus(), source_lang="vi", target_lang="fr", known=NOTHING)
    assert learned(found) == {word: (other,) for word, other in WORDS.items()}


def test_the_direction_does_not_matter() -> None:
    pairs = corpus()
    there = learn(pairs, source_lang="vi-VN", target_lang="fr", known=NOTHING)
    back = learn([(b, a) for a, b in pairs], source_lang="fr", target_lang="vi", known=NOTHING)
    assert terms(there) == terms(back)


def test_languages_without_syllables_between_blanks() -> None:
    words = dict(
        zip("tremble kettle garden window mirror hammer pencil ladder barrel".split(), WORDS.values(), strict=False)
    )
    found = learn(corpus(200, words=words), source_lang="en", target_lang="fr", known=NOTHING)
    assert learned(found, "en", "fr") == {word: (other,) for word, other in words.items()}


@pytest.mark.parametrize("lang", ["de", "th"])
def test_any_language_of_the_cldr(lang: str) -> None:
    pairs = [(a.replace("và", "et"), b) for a, b in corpus(words={"xyl" + b: b for b in WORDS.values()})]
    found = learn(pairs, source_lang=lang, target_lang="fr", known=NOTHING)
    assert learned(found, lang, "fr") == {"xyl" + other: (other,) for other in WORDS.values()}


def test_inflected_forms_are_one_word() -> None:
    pairs = [(f"hội nghị {name}", f"{name} {form}") for name in "abc" for form in ("jalune", "jalunes", "jalune,")]
    pairs += [(f"{word} {n}", f"{other} {n}") for n in range(40) for word, other in WORDS.items() if word != "hội nghị"]
    found = learn(pairs, source_lang="vi", target_lang="fr", known=NOTHING)
    assert learned(found)["hội nghị"] == ("jalune",)


def test_what_is_known_is_left_out() -> None:
    known = Lexicon([Entry({"vi": ("an sinh",), "fr": ("blavure",)}), Entry({"vi": ("nghèo",), "fr": ("hostre",)})])
    found = learn(corpus(), source_lang="vi", target_lang="fr", known=known)
    assert learned(found) == {word: (other,) for word, other in WORDS.items() if word not in ("an sinh", "nghèo")}


def test_our_own_lexicon_is_known_unless_another_is_given() -> None:
    words = {"giảm nghèo": "réduction de la pauvreté", "bộ trưởng": "ministre", **WORDS}
    found = learn(corpus(400, words=words), source_lang="vi", target_lang="fr")
    assert not {"giảm nghèo", "bộ trưởng"} & learned(found).keys()
    assert "cà phê" in learned(found)


def test_words_alike_in_both_are_left_out() -> None:
    words = {**WORDS, "internet": "internet", "robot": "robots"}
    assert (
        not {"internet", "robot"}
        & learned(learn(corpus(400, words=words), source_lang="vi", target_lang="fr", known=NOTHING)).keys()
    )


def test_a_syllable_of_a_word_is_no_word() -> None:
    # A function word opens the expression, so that it is no entry itself.
    words = {**WORDS, "đối tượng": "quivane", "ba gác": "rostile"}
    found = learned(learn(corpus(words=words), source_lang="vi", target_lang="fr", known=NOTHING))
    assert not {"tượng", "gác", "ba"} & found.keys()
    assert found["ba gác"] == ("rostile",)


def test_what_stands_in_every_other_sentence_is_no_word_of_meaning() -> None:
    pairs = [(f"{a} báo cáo" if n % 2 else a, f"{b} tabulle" if n % 2 else b) for n, (a, b) in enumerate(corpus())]
    found = learned(learn(pairs, source_lang="vi", target_lang="fr", known=NOTHING))
    assert "báo cáo" not in found
    assert "cà phê" in found


def test_two_words_that_always_go_together_teach_nothing() -> None:
    both = {"cà phê": "ostrelle pimont", "nghèo": "hostre"}
    words = {**WORDS, **both}
    assert "cà phê" not in learned(learn(corpus(words=words), source_lang="vi", target_lang="fr", known=NOTHING))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_little_teaches_nothing(count: int) -> None:
    # Among so many even two sentences of two are no chance; they are too few all the same.
    others = [(f"{n} tàu hỏa", f"{n} norgue") for n in range(8000)]
    pairs = others + [(f"cà phê {n}", f"ostrelle {n}") for n in range(count)]
    assert "cà phê" not in learned(learn(pairs, source_lang="vi", target_lang="fr", known=NOTHING))


def test_a_sentence_that_comes_again_and_again_counts_once() -> None:
    others = [(f"{n} tàu hỏa", f"{n} norgue") for n in range(200)]
    pairs = others + [("Cà phê!", "Ostrelle !")] * 50
    assert "cà phê" not in learned(learn(pairs, source_lang="vi", target_lang="fr", known=NOTHING))


def test_no_more_than_so_many_pairs_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "MOST_PAIRS", 5)
    read: list[int] = []

    def pairs() -> Iterator[tuple[str, str]]:
        for n, pair in enumerate(corpus()):
            read.append(n)
            yield pair

    assert terms(learn(pairs(), source_lang="vi", target_lang="fr", known=NOTHING)) == []
    assert len(read) <= 6


def test_counting_in_parts_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = terms(learn(corpus(), source_lang="vi", target_lang="fr", known=NOTHING))
    monkeypatch.setattr(learning, "_BLOCK", 100)
    assert terms(learn(corpus(), source_lang="vi", target_lang="fr", known=NOTHING)) == whole


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownLanguageError):
        learn([], source_lang="vi", target_lang="xx")


SENTENCE = st.lists(st.sampled_from([*WORDS, *WORDS.values(), "và", "les", "2015", "—", "\x00"]), max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(SENTENCE, SENTENCE), max_size=30))
def test_any_pairs_give_terms_that_stand_in_them(sentences: Sequence[tuple[list[str], list[str]]]) -> None:
    pairs = [(" ".join(a), " ".join(b)) for a, b in sentences]
    for term, others in learned(learn(pairs, source_lang="vi", target_lang="fr", known=NOTHING)).items():
        assert sum(term in a and any(other in b for other in others) for a, b in set(pairs)) >= 3


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 50))
def test_the_likelihood_ratio_grows_with_what_is_shared(one: int, other: int, both: int) -> None:
    both = min(both, one, other)
    ratios = [
        float(log_likelihood(np.array([float(shared)]), np.array([float(one)]), np.array([float(other)]), 200.0)[0])
        for shared in range(both + 1)
    ]
    assert all(ratio >= 0 for ratio in ratios)
    assert ratios == sorted(ratios)


Document = tuple[list[str], list[str], set[tuple[tuple[int, ...], tuple[int, ...]]]]


def documents(folder: Path) -> list[Document]:
    """Return the sentences of both sides and the gold beads without null beads, `[0]:[0, 1]` a line in the files."""
    found: list[Document] = []
    for gold in sorted(folder.glob("*.gold")):
        source, target = (sentences(gold.with_suffix(end)) for end in (".src", ".tgt"))
        sides = [line.split("]:[") for line in gold.read_text(encoding="utf-8").splitlines()]
        beads = {(indices(a), indices(b)) for a, b, *_ in sides}
        found.append((source, target, {bead for bead in beads if all(bead)}))
    return found


def sentences(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def indices(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def aligned(found: Sequence[Document], aligner: Aligner) -> tuple[float, list[tuple[str, str]]]:
    """Return F1 over all documents, and the texts of the beads that are sure enough to learn from."""
    right = given_ = wanted = 0
    pairs = []
    for source, target, gold in found:
        alignment = aligner.align(source, target)
        full = {(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads if bead.source and bead.target}
        right, given_, wanted = right + len(full & gold), given_ + len(full), wanted + len(gold)
        pairs += [alignment.texts(bead) for bead in alignment.beads if bead.score >= 0.95]
    return 2 * right / max(given_ + wanted, 1), pairs


def lose_nothing(found: Sequence[Document], langs: tuple[str, str]) -> Lexicon:
    before, pairs = aligned(found, Aligner(*langs))
    lexicon = learn(pairs, source_lang=langs[0], target_lang=langs[1])
    after, _ = aligned(found, Aligner(*langs, lexicon=core() + lexicon))
    # One bead of all the documents is what chance may take.
    assert after >= before - 0.002
    return lexicon


@pytest.mark.parametrize("langs", [("vi", "fr"), ("vi", "en"), ("fr", "en")])
def test_the_sample_stories_lose_nothing(langs: tuple[str, str]) -> None:
    found: list[Document] = [
        (list(source.sentences), list(target.sentences), {(a, b) for a, b in gold if a and b})
        for _, source, target, gold in alignments(*langs)
    ]
    lose_nothing(found, langs)


@pytest.mark.judge
@pytest.mark.parametrize("langs", [("vi", "fr"), ("en", "vi"), ("en", "fr")])
def test_the_shared_documents_lose_nothing(shared: Path, langs: tuple[str, str]) -> None:
    assert lose_nothing(documents(shared / "align-dev" / f"dev_{langs[0]}-{langs[1]}"), langs).entries
