"""Boxes that a vendor may leave alone, as they say themselves: "If this box is checked, ...", "Check here if ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from soppa_mailbot.model import Place

_FREE = re.compile(r"\b(?:if|when|where|by) (?:this|the) box is (?:checked|marked|ticked|initialed)\b", re.IGNORECASE)
_IF = re.compile(
    r"^\W*(?:please )?(?:check|mark|tick) (?:here|this box|box)?\s?(?:only )?if\b(?!.*(?:"
    # "Check here if you accept the terms": what the District wants to have, and no choice
    r"\b(?:agree\w*|accept\w*|read|understand\w*|understood|certif\w+|acknowledg\w+|authori[sz]\w+|confirm\w*|"
    r"attest\w*|warrant\w*|represent\w*|consent\w*|compl(?:y|ies)|operators?|soppa|bound|bind)\b))",
    re.IGNORECASE,
)


def free_choices(places: Sequence[Place]) -> set[str]:
    """The ids of boxes that stand by themselves and say what holds if they are checked: unchecked is an answer too."""
    boxes = [p for p in places if p.kind == "check"]
    sizes = Counter(p.group for p in boxes if p.group)
    alone = [(p.id, p.option or p.label) for p in boxes if sizes.get(p.group, 1) == 1]
    return {place for place, text in alone if _FREE.search(text) or _IF.search(text)}


# a line for what a choice of boxes leaves out: "Specify: ____", "Other (please specify)", "If other, describe"
_SPECIFY = re.compile(
    r"\W*(?:if )?other\W+(?:please )?(?:specify|describe|list|explain|name|which|what)\b"
    r"(?:\W+(?:here|below|other|it))?\W*"
    r"|\W*(?:please )?specify\W*|\W*other\W*",
    re.IGNORECASE,
)


def specifies_other(places: Sequence[Place]) -> set[str]:
    """Lines to write on beside the last box of a question: only who checks "Other" has something to say there.

    "Other elements (write none)" asks everybody, and a line "Other" that follows no box is a question.
    """
    out: set[str] = set()
    last: Place | None = None
    for place in places:
        if place.kind == "check":
            last = place
        elif place.kind == "text" and _SPECIFY.fullmatch(place.label) and last is not None and last.page == place.page:
            out.add(place.id)
    return out
