"""Two questions in one row of boxes: "Is it encrypted in transit?  Yes ___  No ___   At rest?  Yes ___  No ___"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Place

_ANSWER = r"(?:yes|no|n/?a|not applicable|true|false)"
_PLAIN = re.compile(rf"\W*{_ANSWER}\W*", re.I)
_ASKED = re.compile(rf"(?P<question>\S.{{0,120}}\?)\s*(?P<option>{_ANSWER})\W*", re.I)


def with_second_questions(places: Sequence[Place]) -> list[Place]:
    """The places, a group parted where one of its options holds the next question, after plain answers to the first.

    Heads that say it of every column, "Collected? Yes" and "Collected? No", ask nothing new.
    """
    out: list[Place] = []
    moved: dict[str, tuple[str, str]] = {}  # group -> (the group and question that its later boxes belong to)
    begun: dict[str, bool] = {}  # group -> whether its boxes so far are plain answers
    for place in places:
        plain = begun.get(place.group, False)
        asked = _ASKED.fullmatch(place.option) if place.kind == "check" and plain else None
        if asked is not None:
            moved[place.group] = (f"{place.group}+{len(moved) + 1}", asked["question"].strip())
            option = asked["option"].strip()
            place = replace(place, label=option, option=option)
        begun[place.group] = _PLAIN.fullmatch(place.option) is not None and begun.get(place.group, True)
        group, question = moved.get(place.group, (place.group, place.group_label))
        out.append(replace(place, group=group, group_label=question))
    return out
