"""The boxes of a form by the question that they answer."""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot.model import Place


def box_groups(places: Iterable[Place]) -> dict[str, list[Place]]:
    """Place.group -> its boxes, in the order of the form; a box that answers a question alone is in none."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        if place.kind == "check" and place.group:
            groups.setdefault(place.group, []).append(place)
    return groups
