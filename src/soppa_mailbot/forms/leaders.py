"""Dots that lead from a question to its boxes: "Is it encrypted? ...... [ ] Yes  [ ] No". Nobody writes on them."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.geometry import same_row
from soppa_mailbot.model import Place

_BEFORE = 12.0  # points from the last dot to the first box


def without_leaders(places: Sequence[Place]) -> list[Place]:
    """The places of a page without the lines that lead to the first box of a question of the same name."""
    boxes = [p for p in places if p.kind == "check" and p.box]
    return [p for p in places if not any(_leads_to(p, b) for b in boxes)]


def _leads_to(place: Place, first: Place) -> bool:
    if place.kind != "text" or place.box is None or first.box is None or place.page != first.page:
        return False
    near = same_row(place.box, first.box) and -2 <= first.box[0] - place.box[2] < _BEFORE
    return near and place.label == first.group_label
