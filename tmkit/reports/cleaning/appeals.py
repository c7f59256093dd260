"""Where a page speaks to its readers instead of reporting: subscriptions, gifts, cookies, rules for comments."""

from __future__ import annotations

import re

from tmkit.reports.cleaning.cues import cues

_QUOTED = re.compile(r"“[^”]*”?|«[^»]*»?|\"[^\"]*\"?")
_PRICE = re.compile(r"[€$£]\s?\d|\d\s?[€$£]|\d\s?(?:euros?|francs|dollars|USD|VND)\b")
_ADDRESS = re.compile(r"\S+@\S+\.\w{2,}|\bwww\.\S+|https?://\S+")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d(?:[\d .()-]*\d){7,}")


def appeals(text: str, *, closing: bool = False) -> bool:
    """Tell whether a text speaks to the page's readers about the site; what it quotes does not count.

    It must name two different things of a site, a question three. `closing`: the text is a page's last, so that one
    is enough, and it may speak for the site.

    >>> appeals("Subscribe to our newsletter and you will never miss a story.")
    True
    >>> appeals("“You get a newsletter and an email,” the minister said.")
    False
    """
    spoken = _QUOTED.sub(" ", text.lower())
    known, words = cues(), max(1, len(spoken.split()))
    # What opens with such a word is an imperative: "Subscribe to …".
    turns = len(known.address.findall(spoken)) + bool(known.appeal.match(spoken.strip()))
    things = len(set(known.appeal.findall(spoken))) + bool(_PRICE.search(spoken))
    if closing:
        turns += len(known.selves.findall(spoken))
    if things < 2 - closing + text.rstrip().endswith("?"):
        return False
    if not turns:
        return things >= 4 and things / words >= 0.2
    return (turns + things) / words >= 0.1


def reachable(text: str) -> bool:
    """Tell whether a text gives an address on the net or a telephone number."""
    phone = _PHONE.search(text)
    return bool(_ADDRESS.search(text) or (phone and sum(c.isdigit() for c in phone[0]) >= 9))
