"""Persons of a place: who greets, asks, is met or gets a copy there is no user for that alone."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_used import USES_AFTER

GREETING = re.compile(
    r"[ ]*(?:dear|hi|hello|hey|good[ ](?:morning|afternoon|evening|day)|greetings|to|attn|attention|"
    r"cc)\b[ :,]*(?:(?!\b(?:attached|enclosed|here|is|are|for|please|we|our|quote|"
    r"order)\b)[^.:!?,\n]){0,60}[,!:]?[ ]*$",
    re.I,
)
# "Hi, the ag classes at Lincoln asked for it": the greeting has ended, and a sentence stands on its line
GREETED_ALREADY = re.compile(
    r"[ ]*(?:hi|hello|hey|good[ ](?:morning|afternoon|evening|day)|greetings)(?:[ ](?:there|again|all))?[ ]?[,.!-]+[ ]"
    r"(?:the|our|my|some|one|two|three|a|an)[ ]"
    r"(?!(?:team|staff|folks|people|fair|event|meeting)\b)[^,]{0,60}$",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:assistant[ ]principal|vice[ ]principal|principal|teacher|counsell?or|coach|director|coordinator|"
    r"librarian|secretary|dean|nurse|colleague|contact|"
    r"parent|student|someone|somebody|friends|champion|specialist|chair|head)"
)
_EVENT = (
    r"\b(?:trainings?|(?:(?:the|our|these|those|training|both|all|two|three|other|first|second)[ ])sessions|"
    r"(?:our|the)[ ](?:trainers?|instructors?|team|rep(?:resentative)?s?|consultants?)|workshops?|webinars?|"
    r"kick-?offs?|onboardings?|orientations?|demos?|demonstrations?|in-?services?|presentations?|meetings?)\b"
)
CONTACT_BEFORE = re.compile(
    rf"(?<![-\w]){_PERSON}[ ,]{{1,2}}(?:(?:(?-i:[A-Z])[\w.'-]*|there|here|over|down|who|named)[ ,]{{1,2}}){{0,3}}"
    r"(?:at|of|from|with|in|over[ ]at)[ ](?:the[ ])?$"
    r"|\b(?:call|word|e-?mail|message|note|text|inquiry)s?[ ]from[ ](?:the[ ])?$"
    rf"|(?<![-\w])(?:{_PERSON}|social[ ]worker|psychologist|therapist)s?\b[^.;:]{{0,60}}\band[ ]"
    r"(?:(?:the[ ])?(?:one|other)|another|two)[ ](?:at|of|from|in)[ ](?:the[ ])?$"
    r"|\b(?:hear(?:d|ing)?[ ]from|contacted[ ]by|asked[ ]by|approached[ ]by|recommended[ ]by|referred[ ]by|"
    r"p\.?o\.?[ ]from|purchase[ ]order[ ](?:\S+[ ])?from|"
    r"call[ ]with|conversations?[ ]with|sp(?:o|ea)k(?:e|ing)?[ ](?:to|with)|talk(?:ed|ing)?[ ](?:to|with)|"
    r"met(?:[ ]with)?|meeting|visit(?:ed|ing)?|tour(?:ed)?|thanks[ ]to|"
    r"(?:(?:my|our|his|her|whose)[ ](?:\w+[ ])?kids?|son|daughter|wife|husband)[ ](?:\w+[ ]){0,3})\b"
    r"(?:(?!,[ ]but\b)[^.;:]){0,45}$"
    # "both my boys went to Kennedy"
    r"|\b(?:my|our|his|her|their|whose)[ ](?:[\w'’-]+[ ]){0,2}?(?:kids?|boys?|girls?|twins|child(?:ren)?|"
    r"sons?|daughters?|"
    r"sisters?|brothers?|nephews?|nieces?|grand(?:kids?|children|sons?|daughters?)|mother|father|mom|dad|parents|wife|"
    r"husband|family)[ ](?:[\w'’-]+[ ]){0,3}?(?:went|go(?:es|ing)?|attends?|attended|studied|"
    r"graduated)[ ](?:[\w'’-]+[ ]){0,3}?"
    r"(?:to|at|from)[ ](?:the[ ])?$"
    r"|\b(?:held|meet|present(?:ed|ation|ing)?|demo(?:ed)?|demonstrat\w+|train(?:ing|ed)?|workshop|"
    r"conference|open[ ]house|session|webinar)\b[^.;:,]{0,30}\b(?:at|in|with)[ ](?:the[ ])?$"
    # "The other half of the sessions will be at Kennedy", "The kick-off takes place in the gym at Kennedy"
    rf"|{_EVENT}[^.;:]{{0,50}}?[ ](?:will[ ](?:all[ ]|both[ ]|then[ ])?(?:be|take[ ]place|happen|run)|"
    r"(?:is|are|was|were|be|been)|takes?[ ]place|took[ ]place|happens?|runs?)"
    r"(?:[ ](?:held|given|hosted|scheduled|moved[ ]to|planned))?(?:[ ]on[ ][^.;:]{3,24})?[ ](?:in|at|to)[ ]"
    r"(?:(?:the|your)[ ](?:[\w'-]+[ ]){1,3}(?:at|of|in)[ ])?(?:the[ ])?$"
    # "Our trainer has booked the computer lab at Kennedy"
    r"|\b(?:book|reserv|rent|borrow)(?:s|e[ds]?|ed|ing)?[ ](?:(?!seats?\b|licen|accounts?\b)[\w'-]+[ ]){0,5}?"
    r"(?:labs?|rooms?|librar(?:y|ies)|gym(?:nasium)?s?|auditoriums?|cafeterias?|halls?|spaces?|classrooms?|theaters?|"
    r"commons|media[ ]centers?)[ ](?:for[ ][\w' -]{3,30}[ ])?(?:at|in|of)[ ](?:the[ ])?$"
    # "Teacher training: March 24, in the library of Kennedy High"
    r"|^\W*(?:(?:teacher|staff|user|admin)s?[ ])?(?:training|onboarding|kick-?off|workshop|demo|in-?service|pd)s?"
    r"(?:[ ](?:session|day|date|meeting)s?)?:[ ][^.;:]{0,60}\b(?:at|in|of)[ ](?:the[ ])?$"
    r"|\b(?:ship(?:ping|ped|ment)?|deliver(?:y|ed)?|bill(?:ing|ed)?|invoiced?|sold|remit|mail|"
    r"return)(?:[ ]to)?[ :\t]{1,3}(?:the[ ])?$|\b(?:attn|attention|c/o|cc)[.: ]{1,3}(?:the[ ])?$"
    r"|\b(?:cc(?:'?d|'?ing)?|copy(?:ing)?|loop(?:ing)?[ ]in|forward(?:ing)?[ ](?:\w+[ ])?to)[: ]{1,2}"
    r"(?:(?!for\b)[\w&'-]+[ ,]{1,2}){0,6}$",
    re.IGNORECASE,
)
# "Mr. Adeyemi, who teaches biology at Lincoln"
_WORKS_AT = re.compile(
    r"\bwho(?:'s|[ ](?:also[ ]|now[ ]|once[ ])?(?:teach(?:es)?|works?|coach(?:es)?|is[ ](?:a|an|the|our|based|teaching|"
    r"working)|runs?|leads?|heads?|chairs?))\b[^.;:,]{0,40}[ ](?:at|in|for|of)[ ](?:the[ ])?$"
    # "has her desk at the Lincoln building"
    r"|\b(?:ha(?:s|d)|have)[ ](?:her|his|their|an?)[ ](?:desk|office|room)[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:he|she|who|(?-i:[A-Z])\w+)[ ](?:sits|is[ ]based|works[ ]out|is[ ]stationed|(?:used[ ]to[ ]be|"
    r"was)[ ]based)[ ]"
    r"(?:at|in|of)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "on the request of Ms. Tran, who teaches history at Lincoln": she is whom it is for
_REQUESTED_OR_FOR = re.compile(
    r"\b(?:request|behalf|order|wish|initiative)[ ]of\b[^;]{0,90}$|\b(?:only|just)[ ]for\b", re.I
)
# "Principal Hurd at Lincoln and principal Ochoa at Oak Ridge would like": what the first of them is said to want
AND_ANOTHER = re.compile(
    rf"(?:,|,?[ ](?:and|&))[ ](?:(?:one|another|two)[ ]|(?:(?:the|another|"
    rf"a)[ ])?(?:(?i:{_PERSON})[ ])?(?:[A-Z][\w.'-]*[ ]){{1,3}})"
    r"(?:at|of|from|over[ ]at)[ ](?:the[ ])?[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,4}(?=[ ])"
)
# "one more seat for the nurse at Lincoln"
SEAT_FOR_PERSON = re.compile(
    rf"\b(?:seats?|licen[cs]es?|accounts?|log-?ins?|subscriptions?|copy|copies)\b[^.;:]{{0,40}}[ ]for[ ](?:the[ ]|"
    rf"their[ ]|"
    rf"its[ ]|an?[ ]|one[ ]|two[ ]|three[ ])?(?:[\w-]+[ ]){{0,2}}{_PERSON}s?[ ](?:at|of|from|in)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "The before-care staff at these four:" over the names
_LISTED_BELOW = re.compile(
    r"\b(?:staff|teachers|students|kids|counsell?ors|nurses|librarians|secretaries|coaches|principals|people|teams?|"
    r"offices?|librar(?:y|ies)|classes|classrooms|us(?:e|ed|ing|ers?)|seats|licen[cs]es)\b[^.;:]{0,60}?"
    r"[ ](?:at|in|of|from|for|by)[ ](?:these|the[ ]following)"
    r"(?:[ ](?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?"
    r"(?:[ ](?:schools|buildings|campuses|sites|places|locations|departments|offices))?:\s*$",
    re.IGNORECASE,
)
_OF_OTHER_DEALINGS = re.compile(
    r"\b(?:not|never|met|meet|visit\w*|spoke\w*|talk\w*|heard|train\w*|already|customers?|references?|worked|demo\w*|"
    r"thank\w*|last|used[ ]to|was|were|had)\b|n't\b",
    re.IGNORECASE,
)
CONTACT_AFTER = re.compile(
    r"(?:'s)?,?[ ](?:(?:assistant|vice)[ ])?(?:principal|teacher|counsell?or|librarian|coach|director|"
    r"coordinator|secretary|nurse|dean|team[ ](?:at|during))\b"
    r"|[ ](?:told|referred|contacted|introduced)\b",
    re.IGNORECASE,
)


def listed_below(before: str) -> bool:
    """Such as "The before-care staff at these four:", right before the names."""
    said = _LISTED_BELOW.search(before)
    return said is not None and not _OF_OTHER_DEALINGS.search(before[-120:])


def works_at(before: str) -> bool:
    """Such as "who teaches biology at": where a person works, unless it is for that person."""
    return bool(_WORKS_AT.search(before)) and not _REQUESTED_OR_FOR.search(before)


def of_a_person(before: str) -> bool:
    """Such as "the team from Lincoln", "the principal at Lincoln"."""
    return bool(CONTACT_BEFORE.search(before))


_TEACHES_AT = re.compile(
    r"\b(?:(?:professor|teacher|instructor|coach|librarian|counsell?or|director)(?:[ ]of[ ](?:[\w-]+[ ]){1,3}?|[ ,]"
    r"(?:[ ]?(?-i:[A-Z])[\w.'-]*[ ,]){0,3}[ ]?)|(?:teaches|coaches)[ ](?:[\w-]+[ ]){0,3}?)"
    r"(?:at|of|from|in)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_HAS_PUPILS = re.compile(
    r"[ ](?:school[ ])?(?:who[ ]|and[ ]|that[ ])?(?:has|have)[ ](?:about[ ]|some[ ]|over[ ]|only[ ])?\d{1,4}[ ]"
    r"(?:\w+[ ]){0,2}?(?:students|pupils|kids|learners|seniors|juniors|freshmen|readers|singers|players|classes|"
    r"sections)\b"
    r"(?![^.;:!?]{0,40}\b(?:caseload|already|last[ ]year|used|demo|visit)\b)",
    re.IGNORECASE,
)


def has_pupils(before: str, after: str) -> bool:
    """Such as "The teacher of Italian at Lincoln has 54 students": beside an offer, they are whom it is for."""
    return bool(_TEACHES_AT.search(before) and _HAS_PUPILS.match(after))


_OF_A_BUILDING = re.compile(
    r"\b(?:principal|teachers?|librarian|counsell?or|coach|nurse|dean|media[ ]specialist)[ ,]{1,2}"
    r"(?:(?-i:[A-Z])[\w.'-]*[ ,]{1,2}){0,3}(?:(?:over|here|there)[ ])?(?:at|of|from|in)[ ]$",
    re.IGNORECASE,
)


def asked_from_a_building(before: str, after: str) -> bool:
    """Such as "the librarian at Lincoln asked for it": a school's person wants the product for that school."""
    return bool(_OF_A_BUILDING.search(before)) and bool(USES_AFTER.match(after))
