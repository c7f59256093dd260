"""What tmkit knows about a language: the type that `vi.py`, `fr.py` and `en.py` fill in.

The types are structs, not dataclasses, since every command makes them as it starts: 3 ms, not 21.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class NumberWords(msgspec.Struct, frozen=True, kw_only=True):
    """How a language writes numbers and dates."""

    decimal: str
    groups: str
    """Characters that group digits by three."""
    months: tuple[tuple[str, int], ...]
    """Month names and abbreviations, lower case, with their number."""
    weekdays: tuple[str, ...]
    magnitudes: tuple[tuple[str, int], ...]
    """Words that multiply the number before them, lower case, longest first."""
    cardinals: tuple[tuple[str, int], ...]
    """Number words, lower case."""
    percent: tuple[str, ...]
    """Words that say `%`."""
    joiners: tuple[str, ...]
    """Words inside a spelled-out number, such as *and* in *two hundred and five*."""
    month_word: str = ""
    """The word before a month's number, where the language counts months."""
    year_word: str = ""
    """The word that may stand before a year in a date."""
    hour_word: str = ""
    day_mark: str = ""
    """A regular expression of what follows the day in a date: German `14. März`."""
    decades: frozenset[str] = frozenset()
    """Number words after which the word for a year is that, though it is a number word too."""
    uncertain: frozenset[str] = frozenset()
    """Number words that, standing alone, are as a rule something else (`năm` is also a year)."""


class PageWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words that give away what a line of a news page is; folded (lower case, no diacritics)."""

    related: tuple[str, ...] = ()
    """Stand over a list of other articles, or before the headline of one."""
    labels: tuple[str, ...] = ()
    """Kinds of pieces, before a colon or a dash and the headline of one."""
    comments: tuple[str, ...] = ()
    """Stand over the readers' comments or the form for one."""
    comment_marks: tuple[str, ...] = ()
    """Stand beside one comment."""
    tags: tuple[str, ...] = ()
    """Stand before the key words of an article."""
    share: tuple[str, ...] = ()
    """Share, print, save, listen, change the type: what can be done with an article."""
    navigation: tuple[str, ...] = ()
    """Menu items, sections, log-in."""
    advert: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    """Phrases of imprints and copyright lines, wherever they stand in a line."""
    signup: tuple[str, ...] = ()
    """Phrases that invite to subscribe or accept cookies, wherever they stand in a line."""
    contact: tuple[str, ...] = ()
    """Begin a line with a telephone number or an address."""
    credits: tuple[str, ...] = ()
    """Stand before a photographer's name and a colon; lower case, with diacritics."""
    credits_by: tuple[str, ...] = ()
    """Stand before a photographer's name without a colon; lower case, with diacritics."""
    illustration: tuple[str, ...] = ()
    """Alone in a line, or opening it, say that it stands under a picture."""
    authors: tuple[str, ...] = ()
    """Stand before an author's name."""
    author_tails: tuple[str, ...] = ()
    """Stand in brackets after an author's name."""
    bios: tuple[str, ...] = ()
    """Follow an author's name where a line tells who it is; lower case, with diacritics."""
    sources: tuple[str, ...] = ()
    """Stand before the name of a source."""
    published: tuple[str, ...] = ()
    """Stand before the day of publication."""
    updated: tuple[str, ...] = ()
    """Stand before the day of the last change."""
    date_words: tuple[str, ...] = ()
    """Other words of a line that gives a date and nothing more."""
    counters: tuple[str, ...] = ()
    """Stand beside a count of visits, minutes of reading, comments."""
    past: tuple[str, ...] = ()
    """Words of a sentence that tells what is over."""
    future: tuple[str, ...] = ()
    """Words of a sentence that tells what is to come."""
    picture: tuple[str, ...] = ()
    """Alone in a line, stand for a picture or are a button on it: its caption is near."""
    caption_labels: tuple[str, ...] = ()
    """Open a caption or a credit, with or without a mark after them."""
    scenes: tuple[str, ...] = ()
    """Say where or when a picture was taken, or what people do in it; lower case, with diacritics."""
    places: tuple[str, ...] = ()
    """Prepositions before the name of a place."""
    address: tuple[str, ...] = ()
    """Speak to the reader; lower case, with diacritics."""
    selves: tuple[str, ...] = ()
    """Speak for the site; lower case, with diacritics."""
    appeal: tuple[str, ...] = ()
    """What a site speaks to its readers about: subscriptions, gifts, cookies; lower case, with diacritics."""
    contents: tuple[str, ...] = ()
    """Stand over the list of an article's own sections."""
    ends: tuple[str, ...] = ()
    """Alone in a line, say that the text is over."""
    about: tuple[str, ...] = ()
    """Open the heading of what follows a release: who issued it, whom to ask."""
    kickers: tuple[str, ...] = ()
    """Stand above a headline and name the sort of report, or begin a line that does."""
    jobs: tuple[str, ...] = ()
    """What an author is; they stand after or before the name."""


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases that `|` parts.

    >>> phrases("voir plus | lire aussi")
    ('voir plus', 'lire aussi')
    """
    return tuple(phrase.strip() for phrase in text.split("|"))


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """How words are spelled: enough to tell a word from bytes read in the wrong encoding."""

    letters: str = ""
    """Letters beyond ASCII, lower case."""
    wrong: str = ""
    """A regular expression of what no word, in lower case, has in it; empty for none."""
    onsets: tuple[str, ...] = ()
    rimes: tuple[str, ...] = ()
    """Where words are syllables: what they begin with and what may follow, without tones."""
    after_hyphen: frozenset[str] = frozenset()
    """Words that keep a hyphen before them where a line ends with it."""
    mistaken: tuple[tuple[str, str], ...] = ()
    """Letters of other languages, and those they are taken for."""
    confused: frozenset[str] = frozenset()
    """Combining marks that writers put in each other's place."""
    styles: tuple[Callable[[str], str], ...] = ()
    """Equally right ways to place marks, not mixed in one text: each gives lower-case text so, letter for letter."""


class DictionaryWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words by which a dictionary says something about an entry; lower case."""

    labels: tuple[str, ...] = ()
    """Parts of speech, genders and numbers; alone they are no translation."""
    marks: tuple[str, ...] = ()
    """The same, shortened, as they stand beside a translation; those with a full stop need it."""
    references: tuple[str, ...] = ()
    """Send to another entry."""
    particle: str = ""
    """The word before a verb that is no part of it: `to`."""


class HeadingWords(msgspec.Struct, frozen=True, kw_only=True):
    """How people head the columns of their glossaries; lower case, with diacritics."""

    languages: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What languages are called beside their names in the CLDR, by code."""
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a column is called that holds terms, their definitions or whatever the key says."""
    fillers: frozenset[str] = frozenset()
    """Words that may stand between the two: *in*, *of the*."""


class GlueWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the repair of glued words must know of a language; all words lower case.

    A language without `function` words has only its punctuation looked at.
    """

    function: frozenset[str] = frozenset()
    """Short frequent words, each good evidence for a lost blank beside it."""
    weak_heads: frozenset[str] = frozenset()
    """Those that longer words also begin with: `over`, `sous`."""
    weak_tails: frozenset[str] = frozenset()
    """Those that longer words also end in: `is`, `ont`."""
    bound: tuple[str, ...] = ()
    """Beginnings of longer words that are no words: `socio`, `multi`."""
    endings: frozenset[str] = frozenset()
    """Ends of longer words that look like words: `able`, `rait`."""
    derivations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a regular ending is put for: `amment` for `ant`."""
    clitics: frozenset[str] = frozenset()
    """What may follow a word and an apostrophe: `s`, `ll`."""
    extra: frozenset[str] = frozenset()
    """Words that the dictionary lacks."""
    junk: frozenset[str] = frozenset()
    """Entries of the dictionary that are themselves two words run together."""
    abbreviations: frozenset[str] = frozenset()
    """What ends in a full stop within a sentence."""
    phrases: frozenset[str] = frozenset()
    """Pairs of function words that stand together: they settle where an s between two words belongs."""
    after_plural: frozenset[str] = frozenset()
    """Words that follow a plural in -s, though with that s they would be words too: `ont`, not `sont`."""
    ordinals: tuple[str, ...] = ()
    """What is written after the digits of an ordinal number."""
    compounds: bool = False
    """Whether two words of meaning often grow into one: `workforce`."""
    common: str = ""
    """File in `tmkit/lang/data` with the lemmas of the news."""


class Inflection(msgspec.Struct, frozen=True, kw_only=True):
    """How nouns and adjectives change, and what a word looks like that a verb has instead."""

    plurals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What an ending becomes in the plural; the first that a word has counts, and all words have an empty one."""
    genders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the ending of a masculine becomes in the feminine, in the same way."""
    irregular: tuple[tuple[str, str], ...] = ()
    """Singulars and plurals that no rule connects."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Endings, or parts before an ending, that are written in two ways: `our`, `or`."""
    infinitives: tuple[str, ...] = ()
    """How a verb ends where it is a term by itself."""
    possessive: str = ""
    """A regular expression of what follows a noun and belongs to no word: the `'s` of English."""


class TermWords(msgspec.Struct, frozen=True, kw_only=True):
    """Where a term can't begin or end, for who looks for terms in texts; all words lower case.

    Function words and numbers can't stand at a term's edge, whatever is said here.
    """

    first: frozenset[str] = frozenset()
    """Function words that a term may begin with."""
    last: frozenset[str] = frozenset()
    """Function words that a term may end with."""
    inner: frozenset[str] = frozenset()
    """Function words that may stand inside a term."""
    never_first: frozenset[str] = frozenset()
    """Other words that no term begins with: verbs, adverbs, what is always part of something longer."""
    never_last: frozenset[str] = frozenset()
    """Other words that no term ends with."""
    phrases: tuple[str, ...] = ()
    """Words, or several together, that a term neither begins nor ends with, and that are no term."""
    alone: frozenset[str] = frozenset()
    """Words that are no term by themselves: measures, money, the most general ones."""
    infinitives: tuple[tuple[str, str], ...] = ()
    """How a verb ends, and what ends so in its place where the word is a verb and no noun."""
    before_nouns: frozenset[str] = frozenset()
    """Words of which one stands before most nouns in use; empty where nouns often stand alone."""
    joins: str = ""
    """Marks, with blanks around them, that join words of one term."""


class ContextWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words around a term that tell how to take it; lower case, with diacritics."""

    coordinators: frozenset[str] = frozenset()
    """Join two terms that may then share a word: *personnes âgées et handicapées*."""
    complements: frozenset[str] = frozenset()
    """Join a noun to what completes it: *ministère de*, *Ministry of*."""
    former: tuple[str, ...] = ()
    """Say of an institution that it is no more."""
    until: tuple[str, ...] = ()
    """Stand before a year that is a goal or an end, not the time of the text."""
    modifies: bool = False
    """Whether an adjective may stand between a noun and what completes it."""


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """One language; the only place where facts about it stand."""

    code: str
    """ISO 639-1, as TMX and OmegaT want it: `vi`, never `vi_VN`."""
    name: str
    native: str
    srx: str
    """File name of its segmentation rules in `tmkit/lang/data`."""
    numbers: NumberWords
    page: PageWords = msgspec.field(default_factory=PageWords)
    glue: GlueWords = msgspec.field(default_factory=GlueWords)
    spelling: Spelling = msgspec.field(default_factory=Spelling)
    dictionary: DictionaryWords = msgspec.field(default_factory=DictionaryWords)
    headings: HeadingWords = msgspec.field(default_factory=HeadingWords)
    verbosity: float
    """Characters that the same content takes, relative to English."""
    syllabic: bool = False
    """Whether blanks separate syllables, so that a word may hold several."""
    stop_words: frozenset[str] = frozenset()
    """Function words, lower case, with diacritics."""
    terms: TermWords = msgspec.field(default_factory=TermWords)
    inflection: Inflection = msgspec.field(default_factory=Inflection)
    context: ContextWords = msgspec.field(default_factory=ContextWords)
    one_spelling: Callable[[str], str] | None = None
    """Gives lower-case text in one of its equally right spellings, letter for letter."""
    alphabet: str = ""
    """Its letters in the order of its dictionaries, where marks make letters of their own; else empty."""
    tones: str = ""
    """The combining marks of its tones in the order of its dictionaries; no mark comes before them."""
    other_words: tuple[str, ...] = ()
    """Words that share their first or last part with a term and are something else; lower case, 0 for any number."""
    articles: tuple[str, ...] = ()
    """Words that people put before a term they look up though no dictionary heads it so; lower case."""
    agencies: tuple[str, ...] = ()
    """Names with which agencies and papers sign their reports, as they stand in "(VNA)" and " -VNA"."""
    elisions: tuple[str, ...] = ()
    """Proclitics written with an apostrophe, without it, lower case."""
    courtesies: tuple[str, ...] = ()
    """What people say as they greet, thank or leave each other; lower case, with diacritics."""
