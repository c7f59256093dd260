"""What a web page's metadata says of its title and its day."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "citation_publication_date",
    "date",
)
_PUBLISHED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_HEADLINE = re.compile(r"\"headline\"\s*:\s*\"((?:[^\"\\]|\\.){3,400})\"")
_ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")


def page_title(root: _Element) -> str | None:
    """Return the title that the metadata give: Open Graph's, JSON-LD's, or that of `<title>`."""
    named = _metas(root)
    for name in _TITLES:
        if named.get(name):
            return named[name]
    return next(_titles(root), None)


def _titles(root: _Element) -> Iterator[str]:
    for script in _scripts(root):
        yield from (_unescaped(found) for found in _HEADLINE.findall(script))
    for element in root.iter("title"):
        if (text := element.text or "").strip() and next(element.iterancestors("svg"), None) is None:
            yield text.strip()


def _unescaped(text: str) -> str:
    """Return what a JSON string holds."""
    import json

    try:
        return html.unescape(str(json.loads(f'"{text}"', strict=False)))
    except ValueError:
        return html.unescape(text)


def page_date(root: _Element) -> date | None:
    """Return the day of publication that the metadata give, as written there, in its own time zone."""
    for text in _dates(root):
        if day := iso_day(text):
            return day
    return None


def _dates(root: _Element) -> Iterator[str]:
    named = _metas(root)
    yield from (named[name] for name in _DATES if name in named)
    for script in _scripts(root):
        yield from _PUBLISHED.findall(script)
    for element in root.iter("time"):
        yield element.get("datetime") or ""


def iso_day(text: str) -> date | None:
    """Return the day that a text begins with, year first; None if there is none.

    >>> iso_day("2015-04-14T18:30:00+07:00"), iso_day("20150414"), iso_day("2015-13-14")
    (datetime.date(2015, 4, 14), datetime.date(2015, 4, 14), None)
    """
    match = _ISO.match(text)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def _metas(root: _Element) -> dict[str, str]:
    """Return the contents of `<meta>` by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _scripts(root: _Element) -> Iterator[str]:
    for element in root.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            yield element.text or ""
