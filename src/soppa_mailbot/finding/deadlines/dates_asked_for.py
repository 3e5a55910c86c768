"""Days that a sentence names for the approval of which the one before it spoke: "Could that happen by December 4?"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.deadlines.dates_in_text import WEEKDAY

# "You mentioned a target for final approval of October 16": the target's day, and not when it was given
TARGET_OF = (
    r"(?:(?:target|goal|dead[ -]?line|due|desired|requested|needed)(?:[ -]date)?|(?:date|aim|plan|wish)(?=[ ]for))[ ]"
    r"(?:for|of)[ ](?:(?:the|your|our|a|final|district|district's|board|board's|formal|official)[ ]){0,4}"
    r"(?:approval|sign[- ]?off)[ ]of"
)
# "the date when approval is needed", "you asked when it has to be approved"
OF_A_DATE = re.compile(
    r"\b(?:date|day|(?:ask(?:ed)?|asking|wanted[ ]to[ ]know|question)\b[^.;!?]{0,30}?\b(?:by[ ])?when)\b[^.;!?]{0,60}"
    r"\b(?:approv\w+|sign(?:ed)?[- ]?off|final[ ](?:ok|okay|yes))\b",
    re.I,
)

_OF_A_DEADLINE = re.compile(
    r"\b(?:ask(?:ed)?|wanted|requested)\b[^.;!?]{0,20}?\bfor[ ](?:a|the|our)[ ](?:\w+[ ])?deadline[.!]?$|"
    r"\bwanted[ ](?:a|the|our)[ ](?:\w+[ ])?deadline[.!]?$",
    re.IGNORECASE,
)
_A_DAY = (
    rf"(?:(?:{WEEKDAY}),?[ ])?(?:the[ ])?(?:(?:{MONTHS})\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]20\d\d)?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?[A-Z][a-z]+(?:,?[ ]20\d\d)?)"
)
_SOMEBODY = (
    r"(?:i|we|they|he|she|(?:the|our|my|your|their)[ ](?:[\w'-]+[ ]){0,2}?[\w'-]+|"
    r"(?-i:(?:(?:Mr|Mrs|Ms|Dr)\.?[ ])?[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?))"
)
_TOLD = (
    r"(?:gave[ ](?:me|us)|told[ ](?:me|us)|said|says|named|chose|picked|mentioned|wants?|needs?|"
    r"(?:am|was|were|have[ ]been)[ ](?:told|given))"
)
# "January 8th is what the principal gave me", "The principal gave me January 8"
_ITS_ANSWER = re.compile(
    rf"\W*(?:{_A_DAY}[ ](?:is|was|would[ ]be)[ ](?:what|the[ ](?:one|day|date)(?:[ ](?:that|which))?)[ ]"
    rf"{_SOMEBODY}[ ]{_TOLD}|{_SOMEBODY}[ ]{_TOLD}[ ]{_A_DAY})\W*",
    re.IGNORECASE,
)
_APPROVAL = (
    r"(?:(?:the|your|a|district|district's|board|board's|final|formal|official|written|full)[ ]){0,4}"
    r"(?:approval|sign[- ]?off)(?:[ ]and[ ](?:approval|sign[- ]?off))?"
    r"(?:[ ](?:of|by|from)[ ](?:the|your)[ ](?:school[ ])?(?:district|board|side|office))?"
)
# "What we still need is final district approval", "Approval is all that's missing"
_APPROVAL_IS_OPEN = re.compile(
    r"(?:\b(?:need|lack|require|await|waiting[ ](?:for|on)|missing|left|(?:open|missing|last|next)[ ]"
    r"(?:point|piece|step|thing|item)|want|ask(?:ing)?[ ]for)s?"
    r"(?:[ ](?:now|only|just|still))?(?:[ ](?:is|are|to[ ](?:have|get)))?"
    rf"[ :]{{1,2}}{_APPROVAL}|"
    rf"\b{_APPROVAL}[ ](?:is|would[ ]be)[ ](?:now[ ]|still[ ])?(?:all|what|the[ ](?:only|last|one)[ ]\w+)"
    r"[^.;:!?,]{0,30}?\b(?:missing|need|needed|left|lack|open|outstanding|want|waiting[ ]for))"
    r"(?:[ ](?:now|then|here|still))?[.!]?$",
    re.IGNORECASE,
)
_NOT_OPEN = re.compile(r"\b(?:not|no[ ]longer|never|without|nobody|none)\b|n't\b", re.IGNORECASE)
# "Could that happen by", "Is that possible by", "Could we have it by"
_ASKS_FOR_IT = re.compile(
    r"\W*(?:please[ ]|so[ ]|and[ ])?(?:(?:could|can|might|may|would|will)[ ](?:that|this|it)[ ](?:still[ ]|please[ ])?"
    r"(?:happen|come|arrive|be[ ](?:possible|feasible|doable|done|there|given|arranged|had|ready|in[ ]place))"
    r"|(?:is|would)[ ](?:that|this|it)[ ](?:be[ ])?(?:possible|feasible|doable|realistic)"
    r"|(?:could|can|would|will)[ ]you[ ](?:please[ ]|possibly[ ])?(?:manage|do|arrange|give|get|make|swing)[ ]"
    r"(?:(?:us|me)[ ])?(?:that|this|it)(?:[ ](?:to[ ]us|happen))?"
    r"|(?:could|can|may|might)[ ](?:we|i|they)[ ](?:please[ ])?(?:have|get|see|expect|hope[ ]for)[ ](?:that|this|it))"
    r"[ ](?:by|before|on[ ]or[ ]before|no[ ]later[ ]than|until)[ ]",
    re.IGNORECASE,
)


def goes_on(before: str, sentence: str) -> bool:
    """Whether a sentence names the day of the approval of which the one `before` it speaks."""
    if (OF_A_DATE.search(before) or _OF_A_DEADLINE.search(before)) and _ITS_ANSWER.fullmatch(sentence):
        return True
    return bool(_ASKS_FOR_IT.match(sentence) and _APPROVAL_IS_OPEN.search(before) and not _NOT_OPEN.search(before))
