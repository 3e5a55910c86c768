"""Frames of boxes that a printed copy draws and the blank does not: form fields that a viewer printed onto the page.

Every box of a question then has something drawn in it. It is marked where more is there than in all: a typed X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.model import PlaceReading

_FEWEST = 2  # boxes of a question
_DRAWN = ("ink",)


def without_drawn_frames(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, boxes with nothing but drawn lines empty where each box of their question has some, one more."""
    out = list(readings)
    framed: list[int] = []
    for row in questions(readings):
        drawn = [n for n in row if readings[n].how == _DRAWN and readings[n].state == "filled"]
        more = [n for n in row if "ink" in readings[n].how and readings[n].how != _DRAWN]
        if len(row) >= _FEWEST and drawn and more and len(drawn) + len(more) == len(row):
            framed += drawn
    for n in framed:  # one alone may be a tick by hand
        state = "empty" if len(framed) > 1 else "doubtful"
        out[n] = replace(readings[n], state=state, value="", how=(), why="drawn as every box of its question is")
    return out
