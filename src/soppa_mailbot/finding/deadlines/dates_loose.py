"""Days for approval that hold only loosely: the earliest day instead of the last, about a day, or another way out."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

EARLIEST = "the earliest day, not the last"
ABOUT = "no exact day"
WAY_OUT = "leaves another day open"
TWO_PARTS = "two different dates, each for a part"

# "approval: not before January 15"
_NOT_BEFORE = re.compile(
    r"\b(?:not|never|no|nothing)[ ](?:any[ ]|(?:be|come|arrive|happen|start)[ ](?:\w+[ ]){0,2})?(?:before|until|"
    r"(?:earlier|sooner)[ ]than|prior[ ]to)[ ](?:\w+,?[ ])?$"
    r"|\b(?:the[ ])?earliest(?:[ ](?:possible|realistic|feasible))?(?:[ ](?:date|day|approval))?[ ]?"
    r"(?::|is|would[ ]be|will[ ]be|[ ])[ ]?(?:on[ ])?(?:\w+,?[ ])?$",
    re.I,
)
# "December 1 at the earliest", "December 1 or later"; "or later this week" is of another day
_AT_THE_EARLIEST = re.compile(
    r"[ ,(-]{1,3}(?:(?:at|as)[ ](?:the|its)[ ](?:very[ ])?earliest|earliest\b(?=[ ]?(?:[.,;:!)]|$))"
    r"|(?:or|and)[ ](?:any[ ]?time[ ])?(?:later|after|afterwards|thereafter|beyond)(?=[ ]?(?:[.,;:!)]|$))"
    r"|(?:and[ ])?onwards?\b)",
    re.I,
)
_ABOUT = re.compile(
    r"(?:\b(?:around|about|approximately|approx\.?|roughly|circa|ca\.)[ ]|~[ ]?)(?:the[ ])?$",
    re.I,
)
_MORE_OR_LESS = re.compile(
    r"[ ,(]{1,2}(?:or[ ]so|or[ ]thereabouts|give[ ]or[ ]take|more[ ]or[ ]less)\b|[ ]?-?ish\b", re.I
)
# "January 15, or whenever the Board meets next": but "or sooner", "or as soon as you can" leave the last day as it is
_OR_WHENEVER = re.compile(
    r"[ ,(;-]{1,3}(?:or|otherwise|alternatively),?[ ](?:(?:else|just|simply|then)[ ])?"
    r"(?:whenever|when(?![ ](?:approved|signed))|once[ ]|at[ ](?:the|your)[ ](?:(?:board's|next|following)[ ])"
    r"|(?:by[ ]|on[ ])?(?:the|your)[ ](?:next|following)[ ](?:\w+[ ])?(?:meeting|session)|after[ ]the[ ]next\b)",
    re.I,
)
_A_PART = (
    r"[ ,(-]{{1,3}}(?:is[ ])?for[ ](?:(?:the|our|your|a)[ ])?(?:\w+[ ])?(?:{})(?:[ ](?:phase|schools?|year|part|half|"
    r"stage|sites?|group|cohort|roll-?out|purchase|order|licen[cs]es?))?[ )]{{0,2}}"
)
_FIRST_PART = r"pilot|trial|test|first|initial|phase[ ](?:1|one|i)"
_OTHER_PART = (
    r"roll-?out|full|whole|entire|rest|remaining|remainder|others?|second|final|district-?wide|phase[ ](?:2|two|ii)"
)
_FOR_A_PART = re.compile(
    _A_PART.format(_FIRST_PART) + r"[,;]?[ ](?:(?:and|then|but)[ ])?(?:by[ ])?(?:\w+,?[ ])?$", re.I
)
_FOR_THE_OTHER = re.compile(r"[^.;:()!?]{3,24}?" + _A_PART.format(_OTHER_PART), re.I)
_RIGHT_BEFORE = 40  # characters
_MOST_OF_A_DAY = 100  # characters of the second day and its part


def loosely(text: str, start: int, end: int, *, last: int, following: int) -> str:
    """Why the day at [start, end) is none to rely on, as words beside it leave it open; nothing where they do not.

    `last`, `following`: where the day before ends and the next one begins.
    """
    before = text[max(last, start - _RIGHT_BEFORE) : start]
    after = text[end : min(following, end + _MOST_OF_A_DAY)]
    if _NOT_BEFORE.search(before) or _AT_THE_EARLIEST.match(after):
        return EARLIEST
    if _ABOUT.search(before) or _MORE_OR_LESS.match(after):
        return ABOUT
    if _OR_WHENEVER.match(after):
        return WAY_OUT
    if _FOR_A_PART.fullmatch(after) and _FOR_THE_OTHER.match(text, following, following + _MOST_OF_A_DAY):
        return TWO_PARTS
    return ""
