"""Days for approval that the sender denies, takes back, asks about, or holds open: no day to rely on."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.unsure import SUPPOSES, UNSURE
from soppa_mailbot.finding.deadlines.dates_loose import EARLIEST, loosely

DENIED = "said not to be the day"
ASKED = "asks whether it is the day"
TENTATIVE = "not settled yet"
SUPPOSED = "only supposed"
CONDITIONAL = "holds only if something is chosen"
WEAK = frozenset({DENIED, ASKED, EARLIEST})  # of which nothing is left where a firm day stands

_MOST_BEFORE, _MOST_AFTER = 160, 120  # characters that are looked at
_NEXT_WORD = 8  # characters: "tentative start date"
_APPROVAL = r"(?:approv\w+|sign(?:ed)?[- ]?off|decision)"
_NEW_CLAUSE = re.compile(r"[;!?]|\.[ ]|,?[ ](?:but|while|whereas)[ ]", re.I)
# "We do not need final approval by January 15": but not "if we do not get approval by January 15"
_WEEKDAY = r"(?:(?:the[ ])?\w+,?[ ])?$"
_FINISHED = (
    r"(?:needed|required|necessary|due|expected|wanted|approved|signed(?:[ ]off)?|final|finished|done|complete(?:d)?|"
    r"decided|settled|in[ ]place)"
)
_NOT_NEEDED = re.compile(
    r"(?:\b(?:do|does|did|would|will)(?:[ ]not|n't)[ ](?:\w+[ ])?(?:need|require|expect|want|like|ask[ ]for|"
    r"insist[ ]on)|\bno[ ]longer[ ](?:need|require|expect|want)\w*)[ ]"
    r"(?:(?!by\b|until\b|before\b|to[ ]rush\b|to[ ]wait\b|only\b|just\b)[\w'/&-]+[ ]){0,7}?"
    rf"(?:by|on|no[ ]later[ ]than|on[ ]or[ ]before|within)[ ]{_WEEKDAY}"
    # "approval is not needed by", "need not be signed off by", "not due by"
    rf"|(?:\bnot|n't|\bno[ ]longer)[ ](?:yet[ ])?(?:be[ ]|have[ ]to[ ]be[ ]|need[ ]to[ ]be[ ])?{_FINISHED}"
    rf"(?:[ ](?!until\b|before\b|but\b)[\w'/&-]+){{0,4}}?[ ](?:by|on|no[ ]later[ ]than|on[ ]or[ ]before|within)[ ]"
    rf"{_WEEKDAY}"
    r"|\b(?:do[ ]not|don't|never)[ ](?:approve|sign|decide)(?:[ ](?!until\b|before\b)[\w'/&-]+){0,4}?[ ](?:by|on)[ ]"
    rf"{_WEEKDAY}"
    rf"|(?<![\w'])not[ ](?:by|on)[ ]{_WEEKDAY}",
    re.I,
)
# "Approval by January 15 would be nice but isn't needed"
_NO_MUST = re.compile(
    r"[ ](?:would[ ]be|is)[ ](?:\w+[ ])?(?:nice|great|good|lovely|ideal|welcome|perfect|best)(?:[ ]to[ ]have)?,?[ ]"
    r"(?:but|though)[ ](?:it[ ])?(?:is|are)?(?:[ ]?not|n't)[ ](?:\w+[ ])?(?:needed|required|necessary|must|a[ ]must|"
    r"critical|essential)\b",
    re.I,
)
# "Probably approval by", "Someone said approval by", "maybe January 15"
_SUPPOSED_BEFORE = re.compile(
    rf"\b{SUPPOSES}[^.;:]{{0,60}}$|\b(?:maybe|perhaps|possibly)[ ](?:by[ ]|on[ ])?(?:\w+,?[ ])?$", re.I
)
_UNSURE_BEHIND = re.compile(rf"[^.;:!?]{{0,30}}(?:,|[ ]-|[ ]\(|\.)[ ](?:but[ ])?{UNSURE}", re.I)
# "In case of approval by January 15, ..."
_IN_CASE = re.compile(r"(?:^\W*|[.;:(][ ]*)in[ ](?:the[ ])?(?:case|event)[ ]of[ ](?:\w+[ ]){0,3}?(?:by|on)[ ]$", re.I)
# "January 15 is the day by which we do not need approval", "December 4 is when we don't need it"
_NOT_NEEDED_THEN = re.compile(
    r"[ ](?:is|was|would[ ]be)[ ](?:not|(?:when|(?:the|a)[ ](?:day|date)[ ](?:by|on)[ ]which|what)[ ]"
    r"(?:we|they|you|I|the[ ]\w+)[ ](?:do|does|did|would|will)(?:[ ]not|n't)[ ](?:need|require|want|expect))\b",
    re.I,
)
_GONE = (
    r"(?:no[ ]longer(?:[ ](?:holds?|applies|works?|stands?|valid|so|true|needed|possible))?|dropped|cancell?ed|"
    r"withdrawn|given[ ]up|called[ ]off|abandoned|off[ ]the[ ]table|obsolete|"
    r"not[ ](?:any[ ]?more|any[ ]longer)|fallen[ ]through|too[ ](?:late|early|soon)|(?:there[ ]is|"
    r"there's)[ ](?:now[ ])?no[ ]"
    r"(?:\w+[ ])?(?:date|day|deadline))"
)
_ENDS = r"(?=[ ]?(?:[.,;:!)]|$)|[ ](?:for[ ](?:us|them|the|her|him|our)|now|any|as|since|because|so|and|on|from)\b)"
# "January 15 was our deadline for approval but the teachers have dropped it", "was planned for January 15, but ..."
_BUT_GONE = re.compile(rf"[^.;!?,]{{0,60}}?(?:,|[ ]-|[ ](?:but|which|though|and))[^.;!?]{{0,50}}?\b{_GONE}\b", re.I)
_IS_GONE = re.compile(
    rf"[ ](?:is|was|has[ ](?:been|become)|(?:will|would|might|may)[ ]be|(?:does|will|would)(?:[ ]not|n't)|won't)[ ]"
    rf"(?:\w+[ ])?(?:{_GONE}|not[ ](?:needed|realistic|possible|feasible|the[ ](?:\w+[ ])?(?:deadline|date|day))|work|"
    rf"hold){_ENDS}",
    re.I,
)
# "anything after January 15 would be too late": that is the day
_LATER_THAN = re.compile(r"\b(?:after|(?:later|longer)[ ]than|past|beyond)[ ](?:\w+,?[ ])?$", re.I)
_WAS = re.compile(r"\b(?:was|were|had[ ]been|suggested|proposed|offered|asked|said|named|mentioned|originally)\b", re.I)
# the next sentence: "That is too late for us"
IS_TAKEN_BACK = re.compile(
    r"(?<=[.!?]\s)(?:(?:but|however|sadly|unfortunately|now|alas),?[ ])?(?P<that>that|this|the)(?:[ ](?:date|day|"
    r"deadline|one))?"
    r"(?:'s|[ ](?:is|was|has[ ](?:been|become)|does|will|would))?(?:[ ](?:now|since|sadly|unfortunately)){0,2}[ ]"
    rf"(?:{_GONE}|not[ ](?:possible|realistic|feasible|work(?:able)?|hold|valid|so)|out[ ]of[ ]the[ ]question){_ENDS}",
    re.I,
)

_OPEN = (
    r"(?:tentativ\w+|to[ ]be[ ](?:decided|determined|agreed)|tbd|provisional\w*|unconfirmed|tbc|to[ ]be[ ]confirmed|"
    r"yet[ ]to[ ](?:be[ ])?confirm\w*|"
    r"(?:not|n't)[ ](?:yet[ ])?(?:been[ ])?(?:confirmed|settled|fixed|finali[sz]ed)|awaiting[ ]confirmation|"
    r"subject[ ]to[ ]confirmation|place-?holder|(?:just|only)[ ]a[ ]guess|still[ ]open)"
)
_NOT_SETTLED_BEHIND = re.compile(rf"[ ,]*[(,-]?[^.;()]{{0,30}}\b{_OPEN}\b", re.I)
_NOT_SETTLED_BEFORE = re.compile(
    rf"\b{_OPEN}\b[^.;]{{0,60}}$|\b(?:we|they|she|he|i|it|teachers?|principal|school)[ ](?:may|might|"
    rf"could)[ ](?:\w+[ ])?"
    r"(?:need|want|require)\b[^.;]{0,40}$",
    re.I,
)
# said of another day or thing in the same sentence: "the start date is tentative"
_OF_ELSE = re.compile(
    r"(?<!\w)(?:start|launch|training|go-?live|demo|kick-?off|install\w*|roll-?out|roster\w*|onboarding|webinar|visit|"
    r"meeting|call|price|pricing|quantit\w+|counts?|numbers?|head-?count|seats|enrol\w+|schools?|agenda)\b",
    re.I,
)

# "Is the deadline for final approval December 4?": but "Could you approve by December 4?" is a wish
_ASKS_BEFORE = re.compile(
    r"^\W*(?:(?:and|so|or|also|hi|hello|one[ ]question|question|quick[ ]question)[,:-]?[ ])*(?:"
    r"(?:is|was|isn't|wasn't)[ ](?!it[ ]|there[ ])[^?]{0,60}?\b(?:dead[ -]?line|cut-?off|date|due|"
    r"last[ ]day)\b[^?]{0,60}$"
    r"|(?:is|was)[ ](?:it|that)[ ](?:still[ ])?(?:true|correct|right)\b[^?]{0,90}$"
    r"|(?:do|does|did)[ ](?:we|it|this|the|our)[ ][^?]{0,30}?(?:need|have|must|require)\b[^?]{0,60}$"
    r"|(?:did[ ]you|have[ ]we|do[ ]you)[ ](?:say|mean|understood)\b[^?]{0,80}$"
    r"|(?:am[ ]i|are[ ]we)[ ](?:right|correct)\b[^?]{0,80}$)",
    re.I,
)
_IS_THAT_IT = re.compile(r"^\W*(?:(?:and|so|or|also)[ ])?(?:is|was|isn't)[ ](?:\w+,?[ ])?$", re.I)
_THE_DEADLINE = re.compile(
    r"[ ](?:still[ ]|really[ ])?(?:the|your|our|correct|right)\b[^?]{0,50}?"
    r"(?:dead[ -]?line|cut-?off|date|day|correct|right)?[^?]{0,40}\?",
    re.I,
)
_TO_THE_QUESTION_MARK = re.compile(r"[^.!?;]{0,60}\?")
_MARKED = re.compile(r"[ ]?[(\[]?[ ]?\?{1,3}(?:[ ]?[)\]])?(?=\W*$|[ ]\()")
_LABEL = re.compile(r"^\W*[A-Za-z][^:?.!\n]{1,70}[:>-][ ]*(?:\w+,?[ ])?$")
# "Could we have final sign-off within 60 days?" is a question by its form alone
_WISHES = re.compile(
    r"\b(?:could|can|would|will|may|might)[ ](?:(?:it|this|that|all)[ ]be|(?:we|you|i|he|she|they|the[ ]\w+)\b)|"
    r"\b(?:possible|ok(?:ay)?|all[ ]right|fine|feasible)[ ](?:to|for|if)\b",
    re.I,
)
# "If you choose the two-year term, we would need final approval by"
_IF_CHOSEN = re.compile(
    r"(?:^|[.;,(][ ]*|\b(?:and|but)[ ])(?:if|in[ ]case|provided|should)[ ](?:that[ ])?(?:you|the[ ]district|"
    r"your[ ]\w+)[ ]"
    r"(?:(?:would|were[ ]to|should|do|does|want[ ]to|wants[ ]to|decides?[ ]to)[ ])?"
    r"(?:choos\w+|opts?[ ]for|prefers?|selects?|picks?|takes?|go(?:es)?[ ](?:with|for)|decides?[ ](?:on|for))[ ]"
    r"(?:the|an?|our|this)[ ](?:[\w-]+[ ]){0,3}?(?:terms?|plans?|options?|packages?|tiers?|editions?|versions?|"
    r"bundles?|"
    r"years?|variants?|models?|pilots?|trials?)\b[^.;]{0,90}$",
    re.I,
)


def doubt(text: str, start: int, end: int, *, last: int, following: int, labelled: bool) -> str:
    """Why the day at [start, end) is none to rely on; nothing where it is.

    `last`, `following`: where the day before ends and the next one begins.
    """
    sentence = text[max(last, start - _MOST_BEFORE) : start]
    before = _NEW_CLAUSE.split(sentence)[-1]
    after = text[end : min(following, end + _MOST_AFTER)]
    gone = _IS_GONE.match(after) and not _LATER_THAN.search(before)
    denied = _NOT_NEEDED.search(before) or _NOT_NEEDED_THEN.match(after) or _NO_MUST.match(after)
    if denied or gone or (_WAS.search(before + after) and _BUT_GONE.match(after)):
        return DENIED
    marked = _MARKED.match(after)
    if marked and (marked[0].strip()[0] in "([" or ((labelled or _LABEL.match(before)) and not _WISHES.search(before))):
        return TENTATIVE
    if _TO_THE_QUESTION_MARK.match(after) and (
        _ASKS_BEFORE.search(before) or (_IS_THAT_IT.search(before) and _THE_DEADLINE.match(after))
    ):
        return ASKED
    if _IF_CHOSEN.search(sentence) or _IN_CASE.search(before):
        return CONDITIONAL
    if _SUPPOSED_BEFORE.search(before) or _UNSURE_BEHIND.match(after):
        return SUPPOSED
    behind = _NOT_SETTLED_BEHIND.match(after)
    if behind and not _OF_ELSE.search(after[: behind.end() + _NEXT_WORD]):
        return TENTATIVE
    ahead = _NOT_SETTLED_BEFORE.search(before)
    if ahead and not _OF_ELSE.search(ahead.group()):
        return TENTATIVE
    return loosely(text, start, end, last=last, following=following)
