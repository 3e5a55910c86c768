"""A table of boxes that runs on over a page break asks one question, not one a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot.model import Place


def with_continued(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, a group that goes on under the same heading at the top of the next page joined to its beginning.

    Only the last group of a page and the first of the next are looked at, and only when nothing but boxes lies between.
    """
    renamed: dict[str, str] = {}
    for before, after in pairwise(places):
        if not before.group or not after.group or before.group == after.group:
            continue
        goes_on = after.page == before.page + 1 and before.group_label and after.group_label == before.group_label
        if goes_on and before.kind == after.kind == "check":
            renamed[after.group] = renamed.get(before.group, before.group)
    return tuple(replace(p, group=renamed[p.group]) if p.group in renamed else p for p in places)
