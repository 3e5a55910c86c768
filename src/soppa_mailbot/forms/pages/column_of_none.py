"""A last column of a table of options that says of each row that nothing applies: "[ ] Name  [ ] E-mail | [ ]" under
"Not collected".

Its box answers the row's question as the other boxes do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.choice_words import says_none
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.model import Box, Place

_ROWS = 2  # of the table, at least


def with_rows_of_none(places: Sequence[Place]) -> list[Place]:
    """The places, the boxes of such a column each in the question of its row."""
    groups = box_groups(places)
    told: dict[str, Place] = {}
    for group, boxes in groups.items():
        head = boxes[0].group_label
        if len(boxes) < _ROWS or not says_none(head) or any(b.box is None for b in boxes):
            continue
        others = [row[0] for name, row in groups.items() if name != group]
        rows = [_beside(box, others) for box in boxes]
        if all(rows) and len({row.group for row in rows if row}) == len(boxes):
            told.update(
                {
                    b.id: replace(b, group=row.group, group_label=row.group_label, option=head, label=head)
                    for b, row in zip(boxes, rows, strict=True)
                    if row
                }
            )
    return [told.get(p.id, p) for p in places]


def _beside(none: Place, firsts: Sequence[Place]) -> Place | None:
    """The first box of the question in whose row a box stands, to the right of it."""
    level = [p for p in firsts if p.page == none.page and p.box and none.box and _is_level(p.box, none.box)]
    return level[0] if len(level) == 1 else None


def _is_level(first: Box, none: Box) -> bool:
    return first[2] < none[0] and abs(center(first)[1] - center(none)[1]) < none[3] - none[1]
