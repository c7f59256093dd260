"""Translation units, independent of the file format they came from or go to."""

from __future__ import annotations

from typing import Literal

import msgspec

REPORT = "x-report"
"""The property that names the report a text is from; the text's date is then the report's day."""

LINE = "x-line"
"""The property that says in which line of the report the text begins."""


class Tag(msgspec.Struct, frozen=True):
    """An inline tag: markup that a translation keeps. `source` is the tag as its file wrote it."""

    kind: Literal["open", "close", "standalone"]
    id: str
    source: str = ""


class Segment(msgspec.Struct, frozen=True):
    """A run of text and inline tags.

    >>> Segment(("Nhấn ", Tag("open", "b"), "Lưu", Tag("close", "b"))).text
    'Nhấn Lưu'
    """

    parts: tuple[str | Tag, ...]

    @property
    def text(self) -> str:
        """The text without its tags."""
        return "".join(p for p in self.parts if isinstance(p, str))


class Prop(msgspec.Struct, frozen=True):
    """A typed property (TMX `prop`); a unit may repeat a type."""

    type: str
    text: str


class Variant(msgspec.Struct, frozen=True):
    """One language's text of a unit (TMX `tuv`); `created` and `changed` as `YYYYMMDDThhmmssZ`."""

    lang: str
    segment: Segment
    props: tuple[Prop, ...] = ()
    notes: tuple[str, ...] = ()
    created: str | None = None
    changed: str | None = None


class Unit(msgspec.Struct, frozen=True):
    """The same text in two or more languages (TMX `tu`)."""

    id: str
    variants: tuple[Variant, ...]
    props: tuple[Prop, ...] = ()
    notes: tuple[str, ...] = ()
    created: str | None = None
    changed: str | None = None

    def text(self, lang: str) -> str | None:
        """Return the text in `lang`, or None if the unit lacks it.

        >>> Unit("1", (Variant("fr", Segment(("Bonjour",))),)).text("fr")
        'Bonjour'
        """
        return next((v.segment.text for v in self.variants if v.lang == lang), None)


class Header(msgspec.Struct, frozen=True):
    """What a memory says of itself (TMX `header`)."""

    source_lang: str
    tool: str = "tmkit"
    tool_version: str = ""
    segmentation: str = "sentence"
    original_format: str = "tmkit"
    admin_lang: str = "en"
    data_type: str = "plaintext"
    created: str | None = None
    props: tuple[Prop, ...] = ()
    notes: tuple[str, ...] = ()
