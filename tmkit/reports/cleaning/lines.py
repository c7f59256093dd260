"""What one line of a page is, by itself: prose, a short sentence, a heading, or furniture and of what sort."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tmkit.lang.text import fold
from tmkit.reports.base import Line
from tmkit.reports.cleaning.appeals import appeals
from tmkit.reports.cleaning.cues import Cues, button_count, cues, is_menu, key, menu_share
from tmkit.reports.cleaning.dates import find_days

Shape = Literal["blank", "junk", "prose", "sentence", "head"]

_TAIL = r"(?:\s*\([a-z]{2,5}(?:/[a-z]{2,5})*\)|\s*/?\.|\s*[-–—(/]+\s*(?:[A-ZĐ]{2,8}\b[\w/+. -]{0,20})\)?\.?)?"
_ENDS = re.compile(rf"(?:[.!?…]|/-)\s?[”\"»’')\]]*\s*{_TAIL}$")
_AGENCY = re.compile(r"(?:[.!?…][”\"»]?\s*[-–—(]\s*\(?[A-ZĐ]{2,8}(?:/[A-ZĐ]\w*)?\)?\.?|\./\.?)\W*$")
_BULLET = re.compile(r"^(?:[-–—•●▪■◦*+·‒]\s+\S|\(?\d{1,2}[.)]\s+\S|\(?[a-zđA-Z][.)]\s+\S|[IVX]{1,4}[.)]\s+\S)")
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|pdf|docx?|mp[34])\W*$", re.IGNORECASE)
_SLUG = re.compile(r"^/?[a-z0-9]+(?:[-_][a-z0-9]+){3,}/?(?:\.[a-z]{2,5})?$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^@\w+$")
_HOLE = re.compile(r"^(?:\{+[^{}]*\}+|\[\w+\]|%\w+%|<\w+/?>|null|undefined|icon\S*)$", re.IGNORECASE)
_HASHTAGS = re.compile(r"^(?:#\s?[^#]+){1,}$")
_DATED = re.compile(r"\S.*\s[(|–-]\s?\d\d?[/.-]\d\d?[/.-]\d{4}(?:[ ,-]+\d\d?[:h]\d\d)?\)?\W*$")
_SEPARATED = re.compile(r"\s[|•·>»/\\]+\s|\s{3,}| » |(?<=\w)\|(?=\w)")
_PHONE = re.compile(r"\+?\(?\d[\d .()-]{7,}")
_AGENCY_CREDIT = re.compile(r"\([A-Z]{2,}[\w ]*/\s?\S+\s[^()]{2,40}\)$|/(?:AFP|AP|Reuters|REUTERS|EPA|SIPA|MAXPPP)\)?$")
_INITIALS = re.compile(r"^(?:[A-ZĐ]\.[ -]?){2,4}$|^[A-ZĐ]{2,4}(?:/[A-ZĐ]{2,5})?$|^[a-z]{2,5}(?:[/-][a-z]{2,5})+$")
_LETTERS = re.compile(r"[^\W\d_]+(?:\.[a-z]\.)?")
_LETTER_SIZE = re.compile(r"^(?:\S+ ){0,5}(?:[Aa][+-]?\s*){2,3}$")
"""The buttons `A- A A+`, perhaps after a word that says what they do."""
_END = re.compile(r"^(?:#\s*){3,}$|^-\s?30\s?-$")
_SECTION = re.compile(r"^(?:(?:\+{2,}|={2,}|#{2,}|~{2,})[^+=#~]{2,60}(?:\+{2,}|={2,}|#{2,}|~{2,}))$")
"""A heading of a newsletter, over other stories: `++ EN BREF ++`."""
_IMAGE = re.compile(r"^\[[^\[\]]{3,160}\]$")
"""What a text browser shows for a picture: its alternative text in brackets."""
_COUNTED = re.compile(r"^\[\d{1,2}\s?/\s?\d{1,2}\]\s+\S")
"""Opens the caption of one picture of several: `[1/3] …`."""
_FOR_PAPER = re.compile(
    r"[.!?)|]\s*[A-ZÀ-ÝĐ][A-ZÀ-ÝĐ.'’ -]{3,}(?:\s?/\s?[A-ZÀ-ÝĐ][\w .]+|\s(?:POUR|FOR|VIA)\s.{3,30})$"
)
"""A photographer's name in capitals and whom he works for, after the caption."""
_SMALL = frozenset("de du des la le van von di da et and và the of y & - – , ; với avec".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A line and what it looks like by itself.

    `reason` says what furniture it is (empty: none known); `key` is its text without case, diacritics,
    counts and marks; `words` their number.
    """

    line: Line
    text: str
    folded: str
    key: str
    words: int
    shape: Shape
    reason: str = ""

    @property
    def agency_tail(self) -> bool:
        """Whether the line closes as an agency closes its last paragraph."""
        return bool(_AGENCY.search(self.text))

    @property
    def bullet(self) -> bool:
        """Whether the line is an item of a list."""
        return bool(_BULLET.match(self.text))


_SEEN = 600
"""Characters at either end of a line that patterns are tried on."""


def look(line: Line) -> Seen:
    """Return what a line looks like by itself.

    >>> look(Line(1, "Photo: VNA")).reason, look(Line(1, "Lire aussi : Grève à Brest")).reason
    ('photo caption', 'related article')
    """
    text = line.text.strip().strip("\ufeff\u200b")
    folded = fold(text)
    plain = key(folded)
    words = len(text.split())
    if not text:
        return Seen(line, text, folded, plain, 0, "blank")
    ends, folded_ends = _ends(text), _ends(folded)
    reason = _furniture(line, ends, folded_ends, plain if ends is text else key(folded_ends), words)
    shape: Shape = "junk" if reason else _shape(ends, words)
    if shape == "head" and line.kind == "item" and words >= 4:
        shape = "sentence"
    return Seen(line, text, folded, plain, words, shape, reason)


def _ends(text: str) -> str:
    """Return a line, of a very long one its beginning and its end: there it shows what it is.

    Patterns that search it all would take time with the square of its length.
    """
    return text if len(text) <= 2 * _SEEN else f"{text[:_SEEN]} {text[-_SEEN:]}"


def _shape(text: str, words: int) -> Shape:
    if _ENDS.search(text):
        return "prose" if words >= 6 else "sentence"
    if words >= 24 or (words >= 14 and re.search(r"[.!?…][”\"»]?\s+[“\"«]?[A-ZÀ-ỸĐ0-9]", text)):
        return "prose"
    if _BULLET.match(text) or text[-1] in ":;,":
        return "sentence"
    return "head"


def _furniture(line: Line, text: str, folded: str, plain: str, words: int) -> str:
    """Return why a line is furniture, or nothing."""
    if line.kind == "caption":
        return "photo caption"
    if words <= 60:
        known = cues()
        for test in (_mark, _whole, _opening, _dateline, _within, _people, _menu, _spoken):
            reason = test(text, folded, plain, words, known)
            if reason:
                return reason
    if words >= 14 and _run_together(text, plain):
        return "navigation"
    return "photo caption" if words <= 110 and is_caption(text, folded) else ""


def _run_together(text: str, plain: str) -> bool:
    """Whether a long line is furniture with the line breaks lost: many buttons, hardly a sentence."""
    words = plain.split()
    buttons = button_count(words)
    if _ENDS.search(text):
        return buttons >= 5 and buttons * 25 >= len(words)
    return buttons >= 3 or (len(words) >= 24 and menu_share(words) >= 0.4)


_MARKS = (
    (_SLUG, "slug of a headline"),
    (_HOLE, "hole of a template"),
    (_URL, "link"),
    (_HASHTAGS, "tags"),
    (_LETTER_SIZE, "sharing and tools"),
    (_END, "end mark"),
    (_SECTION, "section of the page"),
    (_IMAGE, "image or file name"),
)


def _mark(text: str, _folded: str, plain: str, words: int, _known: Cues) -> str:
    if words > 30:
        return ""
    if _FILE.search(text) and words <= 6:
        return "image or file name"
    if _END.match(text):
        return "end mark"
    if not plain and not any(c.isalpha() for c in text) and not find_days(text):
        return "mark or number"
    return next((reason for pattern, reason in _MARKS if pattern.search(text)), "")


def _whole(text: str, folded: str, plain: str, words: int, known: Cues) -> str:
    found = known.whole.get(plain, "")
    if found == "cue line" and text.endswith((".", ";", ",")):
        return ""
    if found or words > 14:
        return found
    if re.match(r"\d+ ", folded):
        return next((r for r in (known.whole.get(p) for p in _starts(plain)) if r == "comment form"), "")
    return "comment" if re.search(r"\b(?:says|a dit)\s?:$", folded) and words <= 4 else ""


def _starts(plain: str) -> list[str]:
    words = plain.split()
    return [" ".join(words[:n]) for n in (3, 2, 1)]


def _opening(text: str, folded: str, _plain: str, words: int, known: Cues) -> str:
    if re.match(r"(?:>>|[»→▶►☛👉➤➜♦★☆✉📩📌🔔])", text) and words <= 40:
        return "related article"
    if known.tags.match(folded) and words <= 40:
        return "tags"
    label = known.label.match(folded) if 5 <= words <= 25 and len(text) == len(folded) else None
    if label and not names_only(text[label.start("rest") :]) and not _ENDS.search(text):
        return "related article"
    match = known.opening.match(folded)
    if not match or words > 45:
        return ""
    if match["mark"][:1] in (":", ">", "»", "|") or (match["mark"] == "." and " " in match["cue"]):
        return "related article"
    if text.endswith(":") and words <= 8 and " " in match["cue"]:
        return "cue line"
    capital = text[len(text) - len(match["rest"]) :][:1].isupper() if len(text) == len(folded) else False
    if " " in match["cue"] and words - len(match["cue"].split()) <= 3 and capital and not _ENDS.search(text):
        return "cue line"
    wordy = " " in match["cue"] and words - len(match["cue"].split()) >= 3
    return "related article" if wordy and capital and not _ENDS.search(text) else ""


def _dateline(text: str, folded: str, _plain: str, words: int, known: Cues) -> str:
    if words > 20 or not any(c.isdigit() for c in text):
        return ""
    if is_stamp(text, folded, known):
        return "metadata: date"
    if words > 2 and _DATED.match(text) and not _ENDS.search(text) and not _BULLET.match(text):
        return "related article"
    bare = re.findall(r"[^\W\d_]+", folded)
    if set(bare) <= known.counter_words:
        return "counter"
    return "weather" if "°" in text and words <= 14 else ""


def is_stamp(text: str, folded: str, known: Cues) -> bool:
    """Tell whether a line gives a date, perhaps with an author's name, and nothing more."""
    days = [day for day in find_days(folded) if day.year]
    if not days:
        return False
    marked = len(text.split()) <= 14 and not _ENDS.search(folded)
    if marked and any(mark.match(folded) for mark in (known.published, known.updated)):
        return True
    rest = text if len(text) == len(folded) else folded
    for day in reversed(days):
        rest = rest[: day.start] + " " + rest[day.end :]
    strange = [word for word in _LETTERS.findall(rest) if fold(word) not in known.date_words | known.counter_words]
    if not strange:
        return True
    return (len(strange) == 1 or (len(strange) <= 6 and names_only(" ".join(strange)))) and not _ENDS.search(text)


def _within(text: str, folded: str, plain: str, words: int, known: Cues) -> str:
    found = list(known.within.finditer(folded)) if words <= 45 else []
    if any(match["legal"] for match in found):
        if words >= 10 and "©" not in text and len(set(known.appeal.findall(text.lower()))) >= 3:
            return "call to subscribe"
        return "copyright and imprint"
    if any(match[0] != "©" for match in found):
        return "call to subscribe"
    if found:
        return "photo caption" if not re.search(r"\d{4}", text) or words > 6 else "copyright and imprint"
    if known.contact.match(folded) and words <= 20 and not _ENDS.search(text):
        return "contact"
    phone = _PHONE.search(text) if words <= 6 and not find_days(folded) else None
    return "contact" if phone and sum(c.isdigit() for c in phone[0]) >= 8 else ""


def _spoken(text: str, folded: str, _plain: str, words: int, known: Cues) -> str:
    if words <= 10 and known.about.match(folded) and not _ENDS.search(text) and not any(c.isdigit() for c in text):
        rest = text.split(maxsplit=1)[1]
        return "about the publisher" if rest[0].isupper() or " " in rest else ""
    return "call to subscribe" if words >= 4 and appeals(text) else ""


def _people(text: str, folded: str, _plain: str, words: int, known: Cues) -> str:
    if words > 16 or text[-1] in ",:;":
        return ""
    if known.author_tail.search(folded) or _INITIALS.match(text):
        return "author"
    match = known.source.match(folded)
    if match and match["rest"] and words <= 9 and (match["mark"] or is_name(match, text, folded)):
        return "source"
    match = known.author.match(folded)
    if match and match["mark"] and _spoken_rest(match["rest"]):
        return ""
    if match and match["rest"] and (match["mark"] or is_name(match, text, folded) or _credited(match)):
        return "author"
    return "source" if words <= 4 and re.fullmatch(r"\([^()]+\)\.?", text) else ""


def _spoken_rest(rest: str) -> bool:
    """Whether what follows an author's label is a sentence: a question or an answer of an interview."""
    return len(rest.split()) >= 3 and rest[-1] in ".!?…"


def _credited(match: re.Match[str]) -> bool:
    return " " in match["cue"] and len(match["rest"].split()) <= 9


def is_name(match: re.Match[str], text: str, folded: str) -> bool:
    """Tell whether what follows the cue is nothing but capitalised names."""
    if len(text) != len(folded):
        return False
    return names_only(text[match.start("rest") :])


def names_only(text: str) -> bool:
    """Tell whether a text is one to eight words that names are made of.

    >>> names_only("Nguyễn Văn An"), names_only("Claire Fontaine et Marc Delmas"), names_only("Ce matin")
    (True, True, False)
    """
    words = [word for word in re.split(r"[\s,/–-]+", text.strip(" .()")) if word]
    if not 1 <= len(words) <= 8 or not any(word[0].isupper() for word in words):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _menu(text: str, _folded: str, plain: str, words: int, _known: Cues) -> str:
    if _ENDS.search(text):
        return ""
    parts = [part for part in _SEPARATED.split(text) if part.strip()]
    if len(parts) > 2 and max(len(part.split()) for part in parts) <= 6:
        return "navigation"
    if len(parts) == 2 and all(cues().whole.get(key(fold(part))) for part in parts):
        return "navigation"
    if text.count(" #") >= 2 and words <= 60:
        return "tags"
    if 8 <= words <= 60 and menu_share(plain.split()) >= 0.6:
        return "navigation"
    return "navigation" if 2 <= words <= 40 and is_menu(plain.split()) else ""


def is_caption(text: str, folded: str) -> bool:
    """Tell whether a line carries a photographer's credit or says that it stands under a picture."""
    known = cues()
    if (known.picture_label.match(folded) and not folded.startswith("video")) or _COUNTED.match(text):
        return not _ENDS.search(text) or len(text.split()) <= 60
    match = known.credit.search(text.lower())
    if match and _closing(match, text):
        return True
    match = re.search(r"[\w.…]\s?\((?P<agency>[^():]{2,25}):\s(?P<name>[^():]{3,40})\)$", text)
    if match and names_only(match["agency"]) and names_only(match["name"]):
        return True
    if _AGENCY_CREDIT.search(text) or _FOR_PAPER.search(text) or _names_photographer(text, known):
        return True
    match = known.credit_by.search(text.lower())
    if match and names_only(text[match.end() :]) and len(text[match.end() :].split()) <= 5:
        return True
    if known.illustration.match(folded) and len(text.split()) <= 12:
        return not _ENDS.search(text) or len(text.split()) <= 4
    brackets = re.search(r"\(([^()]{2,40})\)\W*$", folded)
    return bool(brackets and known.illustration.fullmatch(brackets[1]))


def _names_photographer(text: str, known: Cues) -> bool:
    """Whether a line ends in `Photo` and a name, after a stop, a dash or a bracket."""
    match = known.credit_name.search(text)
    return bool(match and names_only(match["name"]))


def _closing(match: re.Match[str], text: str) -> bool:
    """Whether a credit closes the line, or opens it: `Photo: …`."""
    name = match["name"]
    bracketed = match[0][0] in "(["
    if match["word"] in ("nguồn", "source") and not bracketed:
        return False
    if match.start("word") == 0:
        return len(name.split()) <= 40
    return len(name.split()) <= 10 and not re.search(r"\w{3}[.!?]\s+\S", name)
