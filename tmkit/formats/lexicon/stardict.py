"""StarDict: an `.ifo` that describes, an `.idx` that says where each article is, a `.dict` that holds them.

The format: https://stardict-4.sourceforge.net/StarDictFileFormat. All numbers are big-endian.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmkit.errors import FileError
from tmkit.formats.lexicon.articles import translations
from tmkit.formats.lexicon.base import Draft, Langs, LexiconFormat, Skipped, term
from tmkit.formats.lexicon.loading import load, numbered

_MAGIC = "StarDict's dict ifo file"
_TEXT, _MARKUP = "ml", "hxgkw"
"""Types of the parts of an article that hold translations; others are phonetics, sounds and pictures."""
_AGAIN = "unpack or download the dictionary again"

Record = tuple[bytes, int, int]
"""A head word, and the offset and size of its article."""


def read_stardict(path: Path, langs: Langs) -> Draft:
    """Return the head words and what their articles translate them by; `FileError` for a broken index."""
    ifo = _named(path, ".ifo")
    about = _about(ifo)
    articles = load(_beside(ifo, ".dict", ".dz", ".gz"))
    draft = Draft(prose=True)
    for number, record in numbered(_records(ifo, about), ifo):
        problem = _read(record, articles, about.get("sametypesequence", ""), draft, langs)
        if problem:
            draft.skipped.append(Skipped(number, problem))
    return draft


def _named(path: Path, end: str) -> Path:
    """Return the file of a dictionary with another end: `a.dict.dz` and `.idx` give `a.idx`."""
    name = path.name
    for known in (".dz", ".gz", ".ifo", ".idx", ".dict"):
        name = name.removesuffix(known)
    return path.with_name(name + end)


def _beside(ifo: Path, end: str, *packed: str) -> Path:
    for last in ("", *packed):
        file = _named(ifo, end + last)
        if file.exists():
            return file
    raise FileError(ifo, f"no {_named(ifo, end).name} beside it", remedy="keep all files of the dictionary together")


def _about(ifo: Path) -> dict[str, str]:
    """Return what the .ifo says."""
    first, *rest = load(ifo, most=1 << 20).decode("utf-8-sig", errors="replace").splitlines() or [""]
    if first.strip() != _MAGIC:
        raise FileError(ifo, "not a StarDict dictionary", remedy="name the .ifo of one")
    pairs = (line.partition("=") for line in rest)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _records(ifo: Path, about: dict[str, str]) -> Iterator[Record]:
    """Give the records of the index."""
    path = _beside(ifo, ".idx", ".gz")
    index = load(path)
    wide = 8 if about.get("idxoffsetbits") == "64" else 4
    place = count = 0
    while place < len(index):
        end = index.find(b"\0", place)
        after = end + 1 + wide + 4
        if end < 0 or after > len(index):
            raise FileError(path, f"the index breaks off after {count} entries", remedy=_AGAIN)
        offset = int.from_bytes(index[end + 1 : end + 1 + wide])
        yield index[place:end], offset, int.from_bytes(index[after - 4 : after])
        place, count = after, count + 1
    if len(index) < _number(about, "idxfilesize") and count < _number(about, "wordcount"):
        reason = f"the index has {count} entries instead of {about['wordcount']}"
        raise FileError(path, reason, remedy=_AGAIN)


def _number(about: dict[str, str], key: str) -> int:
    value = about.get(key, "")
    return int(value) if value.isascii() and value.isdigit() else 0


def _read(record: Record, articles: bytes, types: str, draft: Draft, langs: Langs) -> str:
    """Add an entry to the draft, or return why there is none."""
    word, offset, size = record
    if word.startswith((b"00-database", b"00database")):
        return ""
    if offset + size > len(articles):
        return "its article lies beyond the end of the .dict"
    head = term(word.decode(errors="replace"))
    if not head:
        return "its head word is no text"
    found: dict[str, None] = {}
    for kind, data in _parts(articles[offset : offset + size], types):
        if kind in _TEXT + _MARKUP:
            text = data.decode(errors="replace")
            found.update(dict.fromkeys(translations(text, head=head, markup=kind in _MARKUP)))
    if not found:
        return f"no short translation in the article of “{head}”"
    draft.rows.append({langs[0]: (head,), langs[1]: tuple(found)})
    return ""


def _parts(article: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """Give the parts of an article with their types, which stand before each or, for all articles, in the .ifo."""
    place = count = 0
    while place < len(article) and (not types or count < len(types)):
        kind = types[count] if types else chr(article[place])
        place, count = place + (not types), count + 1
        if count == len(types):
            end = after = len(article)
        elif kind.isupper():
            place, end = place + 4, place + 4 + int.from_bytes(article[place : place + 4])
            after = end
        else:
            end = article.find(b"\0", place)
            end = len(article) if end < 0 else end
            after = end + 1
        yield kind, article[place:end]
        place = after


STARDICT = LexiconFormat(name="stardict", extensions=(".ifo", ".idx", ".dict"), read=read_stardict)
