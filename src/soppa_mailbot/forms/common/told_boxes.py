"""Boxes that an instruction shows, and that nobody ticks: "Replace the box ☐ in front of your choice with an X"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.model import Box, Word

_TOLD_BEFORE = re.compile(
    r"\b(?:mark|check|tick|replace|click|fill|select|put|place|turn|change|type|use|write|darken|shade)\b"
    r"[^.!?:;☐□]{0,60}(?<!this )\b(?:box|boxes|square|squares|symbol|symbols|circle|circles|bubble|checkbox|checkboxes)"
    r"[ ]?[(\[“\"'‘]?[ ]?$",
    re.IGNORECASE,
)
_TOLD_BEHIND = re.compile(
    r"[ ]?[)\]”\"'’]?,?[ ](?:in[ ]front|(?:before|behind|next[ ]to|beside)[ ](?:your|the|each|every|all|those|an?)[ ]"
    r"(?:[a-z]+[ ])?(?:choices?|answers?|options?|items?|elements?|statements?|lines?|rows?|words?|ones?|kinds?|"
    r"types?)\b|with[ ]an?[ ][“\"'‘]?(?:x\b|check|cross|tick|mark)|"
    r"by[ ](?:(?:double-)?clicking|placing|putting|typing|writing|an?[ ][“\"'‘]?x\b)|to[ ]the[ ](?:left|right)|"
    r"of[ ](?:your|the|each)|that[ ](?:appl|fit|describ)|for[ ]your)",
    re.IGNORECASE,
)
# "If the product is exempt, mark the box [ ] with an X" shows the box that is marked
_CONDITION = re.compile(r"\b(?:if|when|where|unless)\b[^.!?]*$", re.IGNORECASE)
_CLAUSE = 90  # characters on either side that are looked at


def is_told(before: str, behind: str) -> bool:
    """Whether the box between these words is the one that an instruction speaks of."""
    if _CONDITION.search(before[-_CLAUSE:]):
        return False
    return bool(_TOLD_BEFORE.search(before[-_CLAUSE:]) and _TOLD_BEHIND.match(behind[:_CLAUSE]))


def is_told_on_page(box: Box, words: Sequence[Word]) -> bool:
    """The same of a box on a page, by the words of its row."""
    row = sorted((w for w in words if same_row(w.box, box)), key=lambda w: w.box[0])
    before = " ".join(w.text for w in row if w.box[2] <= box[0] + 1)
    behind = " ".join(w.text for w in row if w.box[0] >= box[2] - 1)
    return is_told(before, f" {behind}")
