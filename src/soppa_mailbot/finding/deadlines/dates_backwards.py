"""Words behind a day that point back to it: "... December 4th, so that's our deadline for your approval"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.deadlines.dates_cues import Strength

_POINTS_BACK = re.compile(
    r"(?:^|[\s,;:(-])(?:so|and|also|therefore|hence)?[ ]?(?:that|this|which|it)"
    r"(?:'s|[ ]is|[ ]would[ ]be|[ ]will[ ]be)[ ]"
    r"(?:also[ ]|therefore[ ]|thus[ ]|really[ ]|then[ ])?(?:our|the|your|my|a)[ ](?:\w+[ ]){0,2}?"
    r"(?:dead[ -]?line|cut-?off|date|day|target|limit)\b(?P<rest>[^.;!?]{0,80})"
    r"|\b(?:need|want|ask[ ]for|expect|require)[ ](?:your[ ]|the[ ]|a[ ]|our[ ])?(?:(?:district|board)(?:'s)?[ ])?"
    r"(?P<wanted>(?:final[ ])?(?:approval|sign[- ]?off|decision)(?:[ ]and[ ]\w+[- ]?off)?)[ ]"
    r"(?:(?:by[ ])?then|(?:on[ ])?that[ ](?:very[ ]|same[ ])?(?:day|date|evening|"
    r"night)|(?:(?:on[ ]or[ ])?before|by|no[ ]later[ ]than|until)[ ](?:that|this|the[ ]same)[ ](?:day|"
    r"date|time))\b"
    # "January 18? That is when we need the final sign-off"
    r"|(?:^|[\s,;:(-])(?:that|this|which)(?:'s|[ ]is|[ ]would[ ]be)[ ](?:also[ ]|really[ ])?"
    r"(?:when|the[ ](?:last[ ]|latest[ ])?(?:day|date)[ ](?:when|(?:(?:by|on)[ ]which|that)))[ ]"
    r"(?:we|i|they|our[ ](?:\w+[ ]){0,2}?\w+)(?:'d|[ ]would|[ ]will|[ ]do)?[ ]"
    r"(?:need|want|like|require|expect|must[ ]have|have[ ]to[ ]have)s?[ ](?:to[ ](?:have|get|see)[ ])?"
    r"(?P<when>(?:\w+[ ]){0,4}?(?:approv\w+|sign(?:ed)?[- ]?off))\b"
    # "our year closes December 31, so it would be great to have this approved by then"
    r"|(?<!was )(?<!were )(?<!been )\b"
    r"(?P<done>(?:approved|signed[- ]off)(?:[ ]and[ ]\w+(?:[- ]off)?)?)[ ](?:by[ ](?:then|that[ ](?:day|date|time))|"
    r"before[ ](?:then|that[ ](?:day|date)))\b",
    re.IGNORECASE,
)
_OF_APPROVAL = re.compile(
    r"approv|sign(?:ed|ing)?[- ]?off|final\b.*\bdecision|(?:the|your)[ ](?:board|district)", re.IGNORECASE
)
_DEADLINE = re.compile(r"dead[ -]?line|cut-?off|limit", re.IGNORECASE)
# "the invoice approved by then", "the PO will be approved by then"
_OF_OTHER_PAPERS = re.compile(
    r"\b(?:invoices?|p\.?o\.?|purchase[ ]orders?|quote|budget|accounts?|users?)[^.;!?]*$", re.I
)
_CLAUSE = 40  # characters before it
_OF_OTHERS = re.compile(
    r"\b(?:quote|pricing|price|offer|order(?:s|ing)?|payment|invoice|registration|renewal|discount|start|launch)\b",
    re.I,
)


def pointing_back(text: str) -> tuple[int, Strength] | None:
    """Where words stand that call the day before them the approval's day, and how surely; None where none do."""
    for match in _POINTS_BACK.finditer(text):
        said = match.group()
        if match["done"] and _OF_OTHER_PAPERS.search(text, max(0, match.start() - _CLAUSE), match.start()):
            continue
        if match["when"] and _OF_OTHERS.search(match["when"]):
            continue  # "that is when we need the quote approved"
        if match["wanted"] or match["done"] or match["when"] or _OF_APPROVAL.search(said):
            return match.start(), Strength.APPROVAL
        if _DEADLINE.search(said) and not _OF_OTHERS.search(said):
            return match.start(), Strength.NEEDED
    return None
