"""What a lenient reader did otherwise than the file says, without saying it a hundred thousand times."""

from __future__ import annotations

from tmkit.glossary.exchange.base import Remark


class Remarks:
    """Collects remarks; the same words again are counted, not repeated.

    >>> remarks = Remarks()
    >>> remarks.add("a term without text is left out", 7)
    >>> remarks.add("a term without text is left out", 9)
    >>> remarks.listed()
    (Remark(text='a term without text is left out (2 times)', line=7),)
    """

    def __init__(self) -> None:
        self._found: dict[str, tuple[int | None, int]] = {}

    def add(self, text: str, line: int | None = None) -> None:
        """Remember a remark with the line it first concerns."""
        first, count = self._found.get(text, (line, 0))
        self._found[text] = (first, count + 1)

    def listed(self) -> tuple[Remark, ...]:
        """Return the remarks by their lines, those on the whole file last."""
        found = sorted(self._found.items(), key=lambda item: (item[1][0] is None, item[1][0]))
        return tuple(Remark(text if count == 1 else f"{text} ({count} times)", line) for text, (line, count) in found)
