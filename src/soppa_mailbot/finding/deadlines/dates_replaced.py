"""Days that their own writer takes back in the same breath: "not December 4 but", "moved from December 4 to"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.deadlines.dates_in_text import DateSpan

_MOVED = (
    r"(?:move[ds]?|change[ds]?|pushed|postponed|extended|updated?|corrected|shift(?:s|ed)|slip(?:s|ped)|delayed|"
    r"rescheduled|revised|bumped)"
)
# "moved from December 4 to", "The approval date moved, from December 4 to"
MOVED_FROM = re.compile(rf"\b{_MOVED}(?:[ ]\w+){{0,3}}(?:[ ]?[,:-])?[ ](?:namely[ ])?from[ ](?:the[ ])?$", re.I)
# "The approval date (December 4) has moved to", "of December 4 has been pushed back to"
_HAS_MOVED_TO = re.compile(
    rf"[ ]?\)?,?[ ](?:(?:has|have|had|was|is|been|being|now|just|since)[ ]){{0,3}}{_MOVED}[ ](?:back[ ]|out[ ])?"
    r"(?:to|until)[ ](?:the[ ]|\w+day,?[ ])?(?=[A-Z\d])"
)
_INSTEAD_OF = re.compile(r"\b(?:instead[ ]of|rather[ ]than|in[ ]place[ ]of)[ ](?:the[ ])?$", re.I)
_AT_FIRST = re.compile(
    r"\b(?:originally|initially|previously|formerly|at[ ]first|(?:it[ ]|this[ ]|that[ ]|which[ ])?(?:was|had[ ]been))"
    r"(?:[ ](?:it[ ]|was[ ]|set[ ]|due[ ]|planned[ ]|asked[ ])?(?:on[ ]|by[ ]|for[ ])?)?$",
    re.I,
)
_NOW = re.compile(r"[\s,;:.()–—-]{0,4}(?:but[ ]|and[ ])?(?:(?:it|that|this)(?:[ ]is|'s|’s)[ ])?(?:is[ ])?now\b", re.I)
_NOT = re.compile(r"(?:^|[ ,(])(?:not|no[ ]longer|not[ ]any[ ]more)[ ](?:by[ ]|on[ ])?$", re.I)


def replaced(text: str, span: DateSpan) -> bool:
    """Whether its own writer takes a day back: "not December 4 but ...", "moved from December 4 to", "(not May 3)"."""
    before = text[max(0, span.start - 50) : span.start]
    if MOVED_FROM.search(before) or _INSTEAD_OF.search(before):
        return True
    if _HAS_MOVED_TO.match(text, span.end):
        return True
    if _AT_FIRST.search(before) and _NOW.match(text, span.end):
        return True  # "originally October 9, now October 23"
    return bool(_NOT.search(before))
