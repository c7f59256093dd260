"""What tables and lists of terms have in common: texts made fit, statuses by order, remarks collected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, unquote

import tmkit.lang as languages
from tmkit.errors import TmkitError
from tmkit.glossary.concepts import ACCEPTED, Concept, Term, TermStatus
from tmkit.glossary.exchange.base import Remark
from tmkit.lang.text import nfc

LONGEST = 1000
"""Characters that a term may have; longer ones are sentences that slipped into its place."""
_JOINERS = frozenset("\u200c\u200d")
"""Nobody sees them, but Persian words and emoji hang together by them."""
_LOOSE = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A no-break space is part of French typography and stays.
_BLANKS = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_ID = re.compile(r"(?:^|\s)\[([^\[\]\s]{1,300})\]$")
_RANK: tuple[TermStatus, ...] = ("preferred", "admitted", "deprecated", "forbidden")


class Remarks:
    """Collects remarks in the order they come up, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[Remark, None] = {}

    def add(self, text: str, line: int | None = None) -> None:
        """Keep a remark."""
        self._found.setdefault(Remark(text, line))

    def all(self) -> tuple[Remark, ...]:
        """Return them."""
        return tuple(self._found)


def clean(text: str) -> str:
    r"""Return a text in one line, composed, without characters that nobody sees or that files refuse.

    >>> clean(" Vie\u0323\u0302t \n Nam\u200b ")
    'Việt Nam'
    """
    text = nfc(text)
    if not text.isprintable():
        visible = "".join(char for char in text if char in _JOINERS or unicodedata.category(char) != "Cf")
        text = _LOOSE.sub("", _CONTROL.sub(" ", visible))
    return _BLANKS.sub(" ", text).strip()


def unseen(text: str) -> list[str]:
    r"""Return what a remark says of each character that `clean` takes out of a text because nobody sees it.

    >>> unseen("lương\u200b hưu")
    ['U+200B (zero width space) is not seen, and left out']
    """
    if text.isprintable():
        return []
    found = {char for char in set(text) - _JOINERS if unicodedata.category(char) == "Cf"}
    found |= set("".join(_LOOSE.findall(text)))
    names = {char: unicodedata.name(char, "").lower() for char in sorted(found)}
    return [
        f"U+{ord(char):04X}{f' ({name})' if name else ''} is not seen, and left out" for char, name in names.items()
    ]


def clean_lines(text: str) -> str:
    r"""Return a text as `clean` does, its lines kept apart.

    >>> clean_lines("một \r\n hai ")
    'một\nhai'
    """
    return "\n".join(map(clean, _LINE_END.sub("\n", text).split("\n"))).strip()


def fit(text: str, remarks: Remarks, line: int | None) -> str:
    """Return a term made clean, or nothing for one that is none; the remark says why."""
    term = clean(text)
    if len(term) > LONGEST:
        remarks.add(f"a term of {len(term):,} characters is left out: {term[:30]}…", line)
        return ""
    return term


def language(tag: str) -> tuple[str, str | None]:
    """Return the language of a tag, and the tag as a region where that is not the usual one.

    >>> language("vi_VN"), language("FR"), language("fr-ca")
    (('vi', None), ('fr', None), ('fr', 'fr-CA'))
    """
    from babel.core import get_global

    tag = languages.normalise(tag)
    code = tag.split("-")[0]
    usual = str(get_global("likely_subtags").get(code, "")).replace("_", "-")
    parts = set(tag.split("-"))
    return code, None if parts <= {code, *usual.split("-")} else tag


def by_order(texts: Iterable[str], region: str | None = None) -> tuple[Term, ...]:
    """Return terms of which the first is preferred and the others are admitted."""
    return tuple(
        Term(text=text, status="admitted" if place else "preferred", region=region)
        for place, text in enumerate(dict.fromkeys(texts))
    )


def in_order(terms: Iterable[Term]) -> list[Term]:
    """Return terms by their status, the preferred ones first."""
    return sorted(terms, key=lambda term: _RANK.index(term.status))


def order_changes(concept: Concept, lang: str, term: Term) -> Iterator[str]:
    """Give what becomes of a status where the first accepted term counts as preferred, and no other."""
    first = concept.preferred(lang)
    if term.status == "admitted" and term is first:
        yield "admitted becomes preferred"
    if term.status == "preferred" and term is not first:
        yield "preferred becomes admitted"


def accepted(concept: Concept, lang: str) -> list[Term]:
    """Return the terms that a translation may use, the preferred ones first."""
    return in_order(term for term in concept.terms.get(lang, ()) if term.status in ACCEPTED)


def is_alone(concept: Concept, lang: str) -> bool:
    """Say whether the concept has no accepted term in this language, or none in any other to pair it with."""
    return not accepted(concept, lang) or not any(accepted(concept, other) for other in concept.terms if other != lang)


def with_id(text: str, ident: str) -> str:
    """Return a note with its concept's id behind it.

    >>> with_id("not a tax", "sp-0001")
    'not a tax [sp-0001]'
    """
    safe = re.sub(r"[\[\]\s%]", lambda found: quote(found[0]), ident)
    return f"{text} [{safe}]".strip() if ident else text


def without_id(text: str) -> tuple[str, str]:
    """Return a note and the id that `with_id` set behind it.

    >>> without_id("not a tax [sp-0001]"), without_id("not a tax")
    (('not a tax', 'sp-0001'), ('not a tax', ''))
    """
    found = _ID.search(text)
    return (text[: found.start()].rstrip(), unquote(found[1])) if found else (text, "")


def pair(langs: Sequence[str], what: str) -> tuple[str, str]:
    """Return the two languages of a bilingual file; raises `TmkitError` for more or fewer."""
    if len(langs) != 2:
        raise TmkitError(f"{what} holds two languages, the source language first; name two of them")
    return langs[0], langs[1]


class Ids:
    """Gives each id of a file to one concept alone."""

    def __init__(self, remarks: Remarks) -> None:
        """Begin with all ids free."""
        self._seen: set[str] = set()
        self._remarks = remarks

    def take(self, ident: str, line: int | None) -> str:
        """Return the id, or none where another concept has it."""
        if ident in self._seen:
            self._remarks.add(f"the id {ident} stands twice: this concept goes without", line)
            return ""
        if ident:
            self._seen.add(ident)
        return ident
