"""A last box, apart from a list of boxes, that says that none of them holds: "[ ] No student data is collected".

Either the list is marked or it is; both together contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.box_groups import box_groups
from soppa_mailbot.forms.exclusive import says_none_of
from soppa_mailbot.model import Place

_LIST = 4  # boxes of it, at least
_BETWEEN = 2  # places, "Other: ____" say, between the list and the box
# what a question of such a list is about; a certificate "The Operator sells no student data" stands elsewhere
_ELEMENTS = re.compile(
    r"\b(?:elements?|categor(?:y|ies)|data|information|records?|items?|types?|kinds?|apply|applies|collect\w*|receive\w*)\b",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(r"\b(?:sell|sold|rent|share|disclose|market|advertis\w+|target\w*)\b", re.IGNORECASE)


def with_box_of_none(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, such a box as one more answer of the list before it."""
    groups = box_groups(places)
    out = list(places)
    last = -1  # number of the last box of a list
    for number, place in enumerate(places):
        if place.kind != "check":
            continue
        alone = not place.group or len(groups.get(place.group, ())) == 1
        said = place.option or place.label
        if alone and says_none_of(said) and not _NO_PROMISE.search(said) and 0 <= number - last - 1 <= _BETWEEN:
            before = places[last]
            near = last >= 0 and before.page <= place.page <= before.page + 1
            if near and place.party == before.party and _ELEMENTS.search(f"{before.group_label} {before.section}"):
                out[number] = replace(place, group=before.group, group_label=before.group_label, option=said)
        if len(groups.get(place.group, ())) >= _LIST:
            last = number
    return tuple(out)
