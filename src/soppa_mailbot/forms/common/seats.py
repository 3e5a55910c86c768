"""Where text stands on a line to write on."""

from __future__ import annotations

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.model import Box


def seat_of(line: Box) -> Box:
    """Where text on a line stands: a rule has no height of its own."""
    return line[0], line[3] - 11 if height(line) < 4 else line[1], line[2], line[3]
