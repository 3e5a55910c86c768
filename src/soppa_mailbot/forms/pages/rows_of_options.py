"""Questions behind their boxes, row by row: "☐ enclosed ☐ not available – Certificate of insurance"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.model import Place

_LEVEL = 4.0  # points between the tops of boxes in one row
_FEWEST = 2  # rows
_TAIL = re.compile(r"(?P<option>\S.*?)\s+(?:[-–—]+|\||:)\s+(?P<question>\S.*)", re.DOTALL)


def with_trailing_questions(places: Sequence[Place]) -> list[Place]:
    """The places, a group of boxes parted into its rows where each row has the same options and its own words behind
    the last one."""
    groups = box_groups(p for p in places if p.box)
    new: dict[str, Place] = {}
    for boxes in groups.values():
        for row, (question, options) in enumerate(_parted(boxes)):
            for box, option in options:
                named = replace(box, option=option, label=option, group=f"{box.group}r{row}", group_label=question)
                new[box.id] = named
    return [new.get(place.id, place) for place in places]


def _parted(boxes: Sequence[Place]) -> list[tuple[str, list[tuple[Place, str]]]]:
    """(question, [(box, option)]) of each row; none where the rows are not alike."""
    rows: list[list[Place]] = []
    for box in sorted(boxes, key=lambda p: (p.box or (0, 0, 0, 0))[1]):
        top = (box.box or (0, 0, 0, 0))[1]
        if rows and top - (rows[-1][0].box or (0, 0, 0, 0))[1] < _LEVEL:
            rows[-1].append(box)
        else:
            rows.append([box])
    out = []
    for row in rows:
        row.sort(key=lambda p: (p.box or (0, 0, 0, 0))[0])
        tail = _TAIL.fullmatch(row[-1].option)
        if tail is None:
            return []
        out.append((tail["question"], [*((p, p.option) for p in row[:-1]), (row[-1], tail["option"])]))
    options = {tuple(option.casefold() for _, option in row) for _, row in out}
    questions = {question.casefold() for question, _ in out}
    alike = len(options) == 1 and len(questions) == len(rows) >= _FEWEST and all(len(row) > 1 for row in rows)
    return out if alike else []
