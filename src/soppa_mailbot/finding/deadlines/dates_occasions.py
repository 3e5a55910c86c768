"""Days of what an approval is wanted for, told before it: "So that they can train for the meet on April 9, we ask"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.deadlines.dates_cues import Cue, Strength
from soppa_mailbot.finding.deadlines.dates_in_text import DateSpan
from soppa_mailbot.finding.deadlines.dates_strength import SAYS_APPROVAL, WISH

_CLAUSE = 160  # characters of the reason, and of what is asked behind it
_SENTENCE = re.compile(r"[.;:!?][ ]")
_REASON = re.compile(
    r"\W*(?:(?:and|also|therefore|now),?[ ])?(?:so[ ]that|so|in[ ]order[ ](?:that|for|to)|to|because|since|as|"
    r"given(?:[ ]that)?|with|for)[ ](?=[a-z]\w*[ ])[^,;:]*$",
    re.I,
)
# before an occasion is before its day as well, unless an earlier one is asked for outright
_AHEAD = re.compile(
    r"\W*(?:ahead[ ]of|before|prior[ ]to|in[ ]time[ ]for)[ ](?:the|our|their|your|its|his|her|this|that)[ ][^,;:]*$",
    re.I,
)
_DECIDED = re.compile(r"\b(?:sign|decide|clear|finali[sz]e)\w*", re.I)  # then both days are of the approval
_MAIN_CLAUSE = re.compile(r"[^,;:.?!]{0,40},[ ]")
_BY = re.compile(r"\b(?:by|no[ ]later[ ]than|not[ ]later[ ]than|on[ ]or[ ]before)[ ](?:(?:the|\w+day),?[ ])?$", re.I)


def is_occasion(text: str, day: DateSpan, following: DateSpan | None, found: Sequence[Cue]) -> bool:
    """Whether a day says for what, and the next one, which is earlier, by when approval is wanted."""
    if following is None or not (day.value and following.value and following.value < day.value):
        return False
    lead = _SENTENCE.split(text[max(0, day.start - _CLAUSE) : day.start])[-1]
    start = day.start - len(lead)
    behind = _MAIN_CLAUSE.match(text, day.end)
    if behind is None or behind.end() > following.start or following.start - behind.end() > _CLAUSE:
        return False
    asked = text[behind.end() : following.start]
    reason = _REASON.match(lead) or (not WISH.search(asked) and _AHEAD.match(lead))
    if not reason or _SENTENCE.search(asked) or not _BY.search(asked):
        return False
    if _DECIDED.search(lead) or any(c.strength > 0 for c in found if start <= c.start < behind.end()):
        return False  # "Because the approval is due on April 9, we hope ..."
    said = [c for c in found if behind.end() <= c.start < following.start]
    return any(c.strength == Strength.APPROVAL or (c.strength > 0 and SAYS_APPROVAL.search(c.words)) for c in said)
