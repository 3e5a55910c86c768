"""Bullets of a word processor's list that are boxes to tick: "❏ Chromebook" without a box in the paragraph's text.

Google documents and many authors make check lists so. A bullet that is no square is an ornament, a tick as well; a
ring may be either, and so may the squares that Word offers for any list.
"""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot import lazy_re as re

SQUARES = "☐□▢◻"
ORNAMENTS = "❏❐❑❒"  # squares as well, and bullets that Word offers for any list
ROUND = "○◯◦"
CHECKED = "☒☑"
_CHOOSE = re.compile(r"\b(?:check|mark|tick|select|choose|circle|pick)\b", re.IGNORECASE)


def box_of(glyph: str, font: str = "") -> str:
    """The box that a bullet is: "☐", "☒", an ornament, a ring, "" where it is none of them."""
    if glyph == "o" and font.startswith("Courier"):  # Word's second level
        return ROUND[0]
    for kind in (SQUARES, ORNAMENTS, ROUND, CHECKED):
        if len(glyph) == 1 and glyph in kind:
            return kind[0]
    return ""


def asks_to_choose(before: Iterable[str]) -> bool:
    """Whether the text over a list with rings for bullets asks for a choice. `before`: the texts, the nearest first."""
    over = next((text for text in before if text.strip() and not text.startswith("☐")), "")
    return _CHOOSE.search(over) is not None
