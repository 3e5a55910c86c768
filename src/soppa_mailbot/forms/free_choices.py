"""Boxes that a vendor may leave alone, as they say themselves: "If this box is checked, ...", "Check here if ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from soppa_mailbot.model import Place

_FREE = re.compile(
    r"\b(?:if|when|where|by) (?:this|the) box is (?:checked|marked|ticked|initialed)\b"
    r"|^\W*(?:please )?(?:check|mark|tick) (?:here|this box|box)?\s?(?:only )?if\b",
    re.IGNORECASE,
)


def free_choices(places: Sequence[Place]) -> set[str]:
    """The ids of boxes that stand by themselves and say what holds if they are checked: unchecked is an answer too."""
    boxes = [p for p in places if p.kind == "check"]
    sizes = Counter(p.group for p in boxes if p.group)
    return {p.id for p in boxes if sizes.get(p.group, 1) == 1 and _FREE.search(p.option or p.label)}
