"""Dots that lead from a question to its boxes: "Is it encrypted? ...... [ ] Yes  [ ] No". Nobody writes on them."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.model import Box, Place

_BEFORE = 12.0  # points from the last dot to the first box


def without_leaders(places: Sequence[Place]) -> list[Place]:
    """The places of a page without the lines that lead to the first box of a question of the same name."""
    boxes = [p for p in places if p.kind == "check" and p.box]
    return [p for p in places if not _is_leader(p, boxes)]


def _is_leader(place: Place, boxes: Sequence[Place]) -> bool:
    if place.kind != "text" or place.box is None:
        return False
    asked = [b.box for b in boxes if b.box and b.page == place.page and b.group_label == place.label]
    return leads_to(place.box, asked)


def leads_to(line: Box, boxes: Sequence[Box]) -> bool:
    """Whether a line ends right before one of the boxes."""
    return any(same_row(line, box) and -2 <= box[0] - line[2] < _BEFORE for box in boxes)
