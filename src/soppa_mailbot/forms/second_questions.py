"""Two questions in one row of boxes: "Is it encrypted in transit?  Yes ___  No ___   At rest?  Yes ___  No ___"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.model import Place

_ASKED = re.compile(r"(?P<question>\S.{0,120}\?)\s*(?P<option>yes|no|n/?a|not applicable|true|false)\W*", re.I)


def with_second_questions(places: Sequence[Place]) -> list[Place]:
    """The places, a group parted where one of its options holds the next question."""
    out: list[Place] = []
    moved: dict[str, tuple[str, str]] = {}  # group -> (the group and question that its later boxes belong to)
    begun: set[str] = set()
    for place in places:
        asked = _ASKED.fullmatch(place.option) if place.kind == "check" and place.group in begun else None
        if asked is not None:
            moved[place.group] = (f"{place.group}+{len(moved) + 1}", asked["question"].strip())
            option = asked["option"].strip()
            place = replace(place, label=option, option=option)
        begun.add(place.group)
        group, question = moved.get(place.group, (place.group, place.group_label))
        out.append(replace(place, group=group, group_label=question))
    return out
