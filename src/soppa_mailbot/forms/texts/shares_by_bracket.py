"""Answers to a blank and to one in brackets right behind it: "Completed by ________ (________) on"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import beside
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token, opens_bracket
from soppa_mailbot.model import Box, Word

_CLOSE = 8.0  # points between a bracket and the line in it


def by_brackets(slots: Sequence[Slot], room: Sequence[Token]) -> list[list[Token]] | None:
    """The words before the bracket that stands there still, and those in it; None where there is none or another."""
    if [(s.kind, s.cell, s.bracketed) for s in slots] != [("text", None, False), ("text", None, True)]:
        return None
    if any(t.norm in (IMAGE, STROKE, ON, OFF) or t.cell is not None for t in room):
        return None
    opening = [n for n, t in enumerate(room) if t.opens]
    if len(opening) != 1:
        return None
    shares = room[: opening[0]], room[opening[0] :]
    return [[t for t in share if t.norm != "__"] for share in shares]


def in_bracket(word: Word, place: Box | None) -> bool:
    """Whether a bracket opens right before a place of a page."""
    if place is None or not opens_bracket(word.text):
        return False
    return beside(word.box, place) and abs(place[0] - word.box[2]) < _CLOSE
