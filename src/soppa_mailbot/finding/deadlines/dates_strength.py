"""What the words beside a day say of it: how surely it is the approval's, whether it is a wish or a must."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.deadlines.dates_cues import (
    APPROVING,
    LAST_OF_THEM,
    REACH,
    Cue,
    Strength,
    about_approval,
    nearest,
)
from soppa_mailbot.finding.deadlines.dates_firm import IN_ANY_CASE, IT_IS_HERE, NO_LATER
from soppa_mailbot.finding.deadlines.dates_in_text import DateSpan

WANTED_BY = re.compile(
    r"(?:\b(?:by|before|than|until|dead[ -]?line|needed|needs?|due|latest|expected|wanted|target|date|when|"
    r"off|approval|for|is|was)|[:=>\t?(-])"
    r"[ ]*(?:\w+,?[ ]){0,2}$",
    re.I,
)
ARTICLE = re.compile(r"\b(?:the|our|your|a|their|that)[ ]$", re.I)
FRACTION = re.compile(r"\b(?:gr(?:ades?|\.)?|k-|score[sd]?|ratio)[ ]?$", re.I)
AT_THE_LATEST = re.compile(r"[ ,]{0,2}(?:at[ ]the[ ](?:very[ ])?latest|by[ ]the[ ]latest)", re.I)
# "December 3 (or December 10 if the board meets later)": said of both
OR_ELSE = re.compile(
    r"[ ]?[,(/]?[ ]?(?:or|otherwise|alternatively)(?:[ ](?:by|on|else|at[ ]the[ ]latest|even))*[ ]", re.I
)
LENGTH = re.compile(r"\b(?:days?|weeks?|fortnights?|months?)\b", re.I)
# "approval usually comes in 6 weeks": what is the rule, and no wish
HABIT = re.compile(
    r"\b(?:usually|typically|normally|generally|often|takes?|took|on[ ]average|tends?[ ]to|in[ ]most[ ]\w+|elsewhere)\b"
    r"(?:(?!\bbut\b)[^.;]){0,40}$",  # "takes a while, but we hope to have yours in 3 weeks" is a wish
    re.I,
)
WISH = re.compile(
    r"\b(?:ideal(?:ly)?|prefer(?:ably|red)?|hope(?:fully)?|would[ ]love|we'd[ ]love|would[ ]like|"
    r"if[ ]possible)\b[^.;]*$",
    re.I,
)
HARD = re.compile(
    r"(?:no|not)[ ]later[ ]than|at[ ]the[ ](?:very[ ])?latest|absolute(?:ly)?|hard[ ]dead|must|drop-?dead", re.I
)
# "If you can swing the approval by November 20, lovely": a wish as well, which the words around it tell
_IF_IT_CAN_BE = re.compile(
    r"\b(?:if|should)[ ](?:(?:you|they|the[ ]\w+|your[ ]\w+|approval|sign-?off|it|that|there|we)[ ]){1,2}"
    r"(?:can|could|might|may|manage|happen|is[ ]possible|were[ ]possible|gets?|comes?|came)\b[^.;:]{0,80}$"
    r"|\b(?:best[ ]case|at[ ]best|with[ ](?:any[ ])?luck|nice|lovely|great|wonderful|fantastic|"
    r"thrilled|delighted|happy|grateful)\b[^.;:]{0,60}$",
    re.I,
)
_WOULD_BE_NICE = re.compile(
    r"[ ]?[,(-]?[ ]?(?:(?:that|it|this|which)[ ])?(?:(?:would|will)[ ]be[ ]|'d[ ]be[ ]|is[ ])?"
    r"(?:(?:so|just|really|very|most|all[ ]the)[ ])?"
    r"(?:an?[ ]|the[ ])?(?:lovely|great|nice(?:r)?|wonderful|fantastic|perfect|ideal|super|superb|awesome|"
    r"terrific|brilliant|excellent|marvell?ous|amazing|best|better|dream|bonus|fine|good|preferred|preferable|"
    r"our[ ](?:wish|hope|preference|dream))\b",
    re.I,
)


def only_wished(before: str, after: str) -> bool:
    """Whether words beside a day of approval say that it would be welcome, and not that it has to be."""
    return bool(WISH.search(before) or _IF_IT_CAN_BE.search(before) or _WOULD_BE_NICE.match(after))


_OUTWEIGHS = re.compile(
    r"(?:approv\w+|sign(?:ed)?[- ]?off|thumbs[- ]?up|green[ ]light|go-?ahead|blessing|"
    r"\byes)(?:[ ]and[ ]\w+(?:[- ]off)?)?(?:[ ]\S+){0,8}?[ ](?:by|before|"
    r"no[ ]later[ ]than|on[ ]or[ ]before)[ ](?:\w+,?[ ])?$",
    re.I,
)
_AFTER_SUBJECT = re.compile(
    r"(?:start|launch|go|begin|train|expire|valid|until|through|renew|roll|implement|deploy|return|from|"
    r"after|since)\w*",
    re.I,
)


def strength_of(text: str, span: DateSpan, spans: list[DateSpan], found: list[Cue]) -> tuple[Cue | None, Strength]:
    """What the nearest cue says of this date."""
    cue, distance = nearest(text, span, spans, found)
    if cue is None or distance > REACH:
        return None, Strength.NONE
    if cue.strength == Strength.AGAINST and cue.end <= span.start and _opens_its_clause(text, span):
        return next(
            (c for c in found if c.start >= span.end and c.strength == Strength.APPROVAL), cue
        ), Strength.APPROVAL
    if cue.strength == Strength.AGAINST and (
        _approval_outweighs(text, span, found, cue) or _approved_until(text, span, cue)
    ):
        return cue, Strength.APPROVAL
    if _LAST_OF_THEM.fullmatch(cue.words) or _IN_ANY_CASE.fullmatch(cue.words):
        told = [c for c in found if c is not cue]
        return cue, Strength.APPROVAL if _approval_goes_on(text, span, told) else Strength.AGAINST
    if _IT_IS_HERE.fullmatch(cue.words):
        told = [c for c in found if c is not cue]
        goes_on = cue.end <= span.start and _approval_goes_on(text, span, told)
        return (cue, Strength.APPROVAL) if goes_on else strength_of(text, span, spans, told)
    if cue.strength in (Strength.BOARD, Strength.NEEDED) and about_approval(text, span, spans, cue, found):
        return cue, Strength.APPROVAL
    if cue.strength == Strength.NEEDED and SAYS_APPROVAL.search(cue.words):
        return cue, Strength.APPROVAL  # "completes its approval by"
    if cue.strength == Strength.NEEDED and (other := _of_another_act(text, cue, found)):
        return other, Strength.AGAINST
    return cue, cue.strength


# ", and before that, on January 22, the district must have given its final approval"
_OPENS = re.compile(r"(?:^|[.;:,][ ]|[ ](?:and|but|then)[ ])(?:on|by|until|before)[ ](?:the[ ]|\w+day,?[ ])?$", re.I)
_ITS_OWN = re.compile(
    r",?[ ](?:the|your)[ ](?:school[ ])?(?:district|board|superintendent|administration|office)(?:'s)?[ ]"
    r"(?:(?:should|must|shall|needs?[ ]to|ha(?:s|ve)[ ]to|ought[ ]to|is[ ]to)[ ](?:\w+[ ]){0,5}?|final[ ])"
    r"(?:approv\w+|sign(?:ed)?[- ]?off|decided?|decision)\b",
    re.I,
)


def _opens_its_clause(text: str, span: DateSpan) -> bool:
    """Whether a day stands first in its clause, which goes on that the District must have approved by then."""
    return bool(_OPENS.search(text[max(0, span.start - 40) : span.start]) and _ITS_OWN.match(text, span.end))


_LAST_OF_THEM = re.compile(LAST_OF_THEM, re.I)
_IN_ANY_CASE = re.compile(IN_ANY_CASE, re.I)
_IT_IS_HERE = re.compile(IT_IS_HERE, re.I)
_SENTENCE_ENDS = re.compile(r"[.;!?][ ]")


def _approval_goes_on(text: str, span: DateSpan, found: list[Cue]) -> bool:
    """Whether what the sentence spoke of last, before its last day, is approval: "sign-off can come from ..."."""
    before = [c for c in found if span.start - REACH <= c.start and c.end <= span.start]
    before = [c for c in before if not _STRETCHES.fullmatch(c.words.strip())]
    while (
        len(before) > 1
        and before[-1].words.casefold() == "needed"
        and _IS.fullmatch(text, before[-2].end, before[-1].start)
    ):
        before.pop()  # "approval is needed"
    if not before or _SENTENCE_ENDS.search(text, before[-1].end, span.start):
        return False
    last = before[-1]
    return last.strength == Strength.APPROVAL or (last.strength > 0 and SAYS_APPROVAL.search(last.words) is not None)


_IS = re.compile(r"[ ](?:is|are|was|were|(?:will|would)[ ]be)[ ]", re.I)
_STRETCHES = re.compile(r"from|until|through|thru|starting|beginning|between|as[ ]of|after|following", re.I)
SAYS_APPROVAL = re.compile(r"\bapprov(?:al|ed|es?|ing)\b|\bsign(?:ed)?[- ]?off\b", re.I)
# "until" said for "by": an approval lasts no time, so that it can only be the last day for it
_UNTIL = re.compile(
    rf"\b(?:{APPROVING}|sign(?:ed)?[- ]?off|decision)\b(?P<between>[^.;:()!?]{{0,80}}?):?[ ]until:?"
    r"[ ](?:(?:the|this)[ ](?:date|day)[ ](?:of[ ])?)?(?:\w+,?[ ]){0,2}$",
    re.I,
)
_LASTS = re.compile(
    r"\b(?:valid|good|h[eo]lds?|lasts?|effective|open|wait\w*|not|runs?|remain\w*|prices?|pricing|offers?|quot\w+|start\w*|"
    r"begin\w*|t(?:akes?|ook|aking)|us(?:e|ed|ing)|postpon\w*|delay\w*|continu\w*|through)\b|n't\b",
    re.I,
)


# "for the approval until May 3", but not "we ask for the approval until May 3"
_FOR_SO_LONG = re.compile(r"(?<!ask )(?<!asking )(?<!hope )(?<!hoping )(?<!looking )\bfor[ ](?:\w+[ ]){0,2}$", re.I)


def _approved_until(text: str, span: DateSpan, cue: Cue) -> bool:
    """Such as "We expect the final approval of the school district until the 15th", as many foreigners write."""
    match = _UNTIL.search(text[max(0, span.start - 140) : span.start])
    if match is None or not cue.words.strip(" :").casefold().endswith("until") or cue.end > span.start:
        return False
    before = text[: max(0, span.start - 140) + match.start()]
    return not _LASTS.search(match["between"]) and not _FOR_SO_LONG.search(before[-24:])


# they say how firm a day is, and not what for
_ONLY_FIRM = re.compile(NO_LATER, re.I)
# papers, of which something is to be done: "the agreement no later than May 3" may be its signature
_PAPERS = re.compile(r"(?:agreement|addendum|ndpa|contract|certificate|insurance|policy|audit|report)\w*", re.I)
_OTHER_ACT = 24  # characters from what is done to "no later than"


def _of_another_act(text: str, cue: Cue, found: list[Cue]) -> Cue | None:
    """What "no later than" belongs to where that is no approval: "the license runs no later than March 5"."""
    if not _ONLY_FIRM.fullmatch(cue.words.strip()):
        return None
    before = next((c for c in reversed(found) if c.end <= cue.start), None)
    if before is None or before.strength != Strength.AGAINST or _PAPERS.fullmatch(before.words.strip()):
        return None
    between = text[before.end : cue.start]
    return before if len(between) <= _OTHER_ACT and not re.search(r"[.,;:()?!]|\band\b", between) else None


def _approval_outweighs(text: str, span: DateSpan, found: list[Cue], cue: Cue | None) -> bool:
    """Such as "approval of this agreement by May 3": what stands between only says what is to be approved."""
    if cue is None or cue.end > span.start:
        return False
    object_of = re.search(
        r"\b(?:of|on|for|to)[ ](?:the|this|our|your|that)[ ](?:\w+[ ])?$", text[: cue.start][-30:], re.I
    )
    if not object_of and _AFTER_SUBJECT.match(cue.words.strip()):
        return False
    before = text[max(0, span.start - 120) : span.start]
    match = _OUTWEIGHS.search(before)
    if not match:
        return False
    offset = max(0, span.start - 120) + match.start()
    return any(c.strength == Strength.APPROVAL and c.start >= offset for c in found)
