"""A last box, apart from a list of boxes, that says that none of them holds: "[ ] No student data is collected".

Either the list is marked or it is; both together contradict each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.texts.exclusive import says_none_of
from soppa_mailbot.model import Place

_LIST = 4  # boxes of it, at least
_BETWEEN = 2  # places, "Other: ____" say, between the list and the box
# what a question of such a list is about; a certificate "The Operator sells no student data" stands elsewhere
_ELEMENTS = re.compile(
    r"\b(?:elements?|categor(?:y|ies)|data|information|records?|items?|types?|kinds?|apply|applies|collect\w*|receive\w*)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(r"\b(?:sell|sold|rent|share|disclose|market|advertis\w+|target\w*)\b", re.IGNORECASE)


def with_box_of_none(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, such a box as one more answer of the list before it."""
    groups = box_groups(places)
    out = list(places)
    last: Place | None = None  # box of a list
    between = 0  # places since
    for number, place in enumerate(places):
        if len(groups.get(place.group, ())) >= _LIST:
            last, between = place, 0
            continue
        if last is not None and between <= _BETWEEN and _says_none(place, groups) and _belongs(place, last):
            said = place.option or place.label
            out[number] = replace(place, group=last.group, group_label=last.group_label, option=said)
        between += 1
    return tuple(out)


def _says_none(place: Place, groups: Mapping[str, Sequence[Place]]) -> bool:
    """Whether a box that stands alone says that nothing of what is asked before it holds."""
    said = place.option or place.label
    alone = place.kind == "check" and len(groups.get(place.group, ())) < 2
    return alone and says_none_of(said) and not _PROMISE.search(said)


def _belongs(place: Place, last: Place) -> bool:
    """Whether a box stands behind a list of what is collected, and is the same party's."""
    near = last.page <= place.page <= last.page + 1
    return near and place.party == last.party and bool(_ELEMENTS.search(f"{last.group_label} {last.section}"))
