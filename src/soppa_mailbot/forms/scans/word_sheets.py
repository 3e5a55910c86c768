"""Scanned pages of a Word form with their ink, and what stands on them beside a blank's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.registering.registration import Pixels
from soppa_mailbot.forms.scans.scan_rooms import Inked, Room
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Page, Word


@dataclass(frozen=True, slots=True)
class WordSheet:
    """A scanned page with its ink."""

    page: Page
    gray: Pixels
    ink: Pixels
    dpi: float
    heads: tuple[Word, ...]  # of its head and foot, which the page is without


@dataclass(frozen=True, slots=True)
class WordScan:
    """A blank's text beside what stands on the scanned pages, boxes and unread ink included."""

    comparison: Comparison
    sheets: tuple[WordSheet, ...]
    ticks: Mapping[str, bool]  # by place, of those whose box was found, and its tick told
    rooms: Mapping[str, Room]  # by place, of those of which it could be told
    inked: Mapping[str, Inked]  # by place: what ink is in its room
    letters: Mapping[str, str] = field(default_factory=dict)  # by place: the one letter in its room, read closely


def pixels_of(sheets: Sequence[WordSheet], token: Token) -> int:
    """Pixels of ink where a word stands."""
    sheet = next((s for s in sheets if s.page.number == token.page), None)
    if sheet is None or token.box is None:
        return 0
    left, top, right, bottom = (round(v * sheet.dpi / 72) for v in token.box)
    return int(np.count_nonzero(sheet.ink[max(0, top) : bottom + 1, max(0, left) : right + 1]))
