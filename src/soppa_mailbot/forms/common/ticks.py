"""A box to tick on a page of a blank."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot.model import Box


@dataclass(frozen=True)
class Tick:
    """A box of a blank's page."""

    id: str
    box: Box
    option: str = ""  # the words beside it
    group: str = ""  # boxes of one group answer one question
    question: str = ""
