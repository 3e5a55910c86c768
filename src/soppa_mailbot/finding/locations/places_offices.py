"""What the words around a department's name say: whether it will use the software.

Departments are named for many reasons: they sign, pay, review, get a copy. Words that hold for schools as well stand in
`places_used` and `places_papers`.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_papers import PAPER, in_brackets
from soppa_mailbot.finding.locations.places_passing import office_work
from soppa_mailbot.finding.locations.places_role import CLAUSE
from soppa_mailbot.finding.locations.places_used import (
    gets_seats,
    holds_seats,
    listed_as,
    speaks_of_use,
    subject_of_use,
    with_users,
)
from soppa_mailbot.finding.locations.places_words import PEOPLE
from soppa_mailbot.finding.locations.places_worked import works_with_it

_DEPARTMENT_USES = re.compile(
    r"\b(?:us(?:e|ed|ing|age)(?:[ ](?:it|only|mainly|primarily|exclusively|within|inside))?[ ](?:by|in|at|"
    r"within|for)|used[ ](?:only[ ]|just[ ])?(?:of|from(?=[ ](?:the|your)[ ]))|us(?:e|ed|"
    r"ing)\b[^.;]{0,120}\band[ ](?:by|in|at)|"
    r"users?[ ](?:are|is|in|at|from)|(?:^|[.;!])[ ]*(?:it[ ]|this[ ])?goes[ ]to|(?:software|system|tool|app|"
    r"license|it)(?:[ ]itself)?[ ](?:sits|lives|stays|rests)[ ]with|"
    r"users?[ ](?:are|will[ ]be|would[ ]be)\b"
    r"[^.;:]{0,80}[ ](?:in|at|of|from)|for(?:[ ]use)?(?:[ ](?:by|in))?|"
    r"users?[ ](?:will|would)[ ]be|serv(?:es?|ing)|(?:licensed|intended|meant|purchased|bought|ordered|"
    r"operated|accessed|managed|run|administered|owned)[ ](?:by|to|for|out[ ]of)|within|"
    r"help(?:s|ing)?|lets?|enables?|allows?|tool[ ]for|software[ ]for|system[ ]for)[ ](?:(?:the|your|"
    r"district|district's|entire|whole|only|just|staff|team|members|people|employees|of|in|at)[ ]+){0,5}$",
    re.IGNORECASE,
)
# "two teams in the app, | one for grounds and one for the bus garage"
_ONE_FOR = re.compile(
    r"\b(?:two|three|four|\d)[ ](?:[\w-]+[ ]){0,2}?(?:accounts?|log-?ins?|teams?|seats?|licen[cs]es?|users?|groups?|"
    r"workspaces?|dashboards?|kits?|copies)\b[^.;:]{0,40}[,:(-][^.;:]{0,80}?"
    r"\b(?:one|two|three|\d)[ ](?:is[ ])?for[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
# "Transportation will use it for the buses and | the Business Office | for the cost reports"
_LIKEWISE = re.compile(r"\buses?[ ](?:it|this)[ ]for[ ][^.;:]{2,60}?,?[ ]and[ ](?:the[ ]|your[ ])?$", re.IGNORECASE)
_PAPERS_FOR = re.compile(
    rf"\b{PAPER}\b[^.;]{{0,60}}?\b(?:attached|enclosed|included|below|here|is|are)\)?,?[ ]"
    r"(?:[^.;]{2,60}[ ]and[ ])?for[ ](?:the[ ]|your[ ])?$"
    rf"|\b{PAPER}[ ]for:?[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
# "quote attached, for the crew in Media Services and | the gang at | HR"
_AND_THEIRS = re.compile(rf"\b{PAPER}\b[^.;]{{0,80}}[ ]for[ ][^.;]{{2,60}},?[ ]and[ ]$", re.IGNORECASE)
_IS_FOR = re.compile(
    r"\b(?:is|are|will[ ]be|would[ ]be)[ ](?:(?:just|only|meant|intended)[ ])?for[ ](?:the[ ]|your[ ])?$"
    r"|\b(?:project|initiative|roll-?out|pilot|implementation|purchase)[ ](?:of|by|for|in)[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
_TITLE_WORD = re.compile(
    r"[ ](?!(?:Department|Dept|Office|Team|Staff|Services?|Division|Center|Building|Group|Programs?)\b)"
    r"[A-Z][a-z]+[ ][A-Z][a-z]+"
)
# "Order form for the spring window, Curriculum department."; "Quote for Dana Ruiz, Business Office." is addressed
_PAPER_COMMA = re.compile(
    rf"^[ *•>-]*(?:(?:here(?:'s|[ ](?:is|are))|attached(?:[ ](?:is|are))?|enclosed(?:[ ](?:is|are))?|please[ ]find|"
    rf"the|our|a|an|new|signed)[ ]){{0,4}}{PAPER}[ ](?:(?:attached|enclosed)[ ])?(?:for|of)[ ][^.;:]{{2,60}},[ ]"
    rf"(?:for[ ])?(?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
_PERSON_COMMA = re.compile(
    r"\b(?:mr|mrs|ms|dr|miss)\.?[ ][^,]{2,30},[ ]$|[ ](?:for|of)[ ][A-Z][a-z'-]+(?:[ ][A-Z]\.)?[ ][A-Z][\w'-]+,[ ]$|"
    r"\b(?i:attention|attn|review|signature|files|records|use of)\b[^,]{0,40},[ ]$"
)
_ENDS = re.compile(r"[ ]?(?:[.!](?:[ ]|$)|$|,[ ](?:please|approv|sign|need|by|due)|[ ]-[ ])", re.IGNORECASE)
# "picked RosterUp for the Athletics department"
_BOUGHT_FOR = re.compile(
    r"\b(?:picked|chose|chosen|selected|ordered|bought|purchased|licensed)[ ]"
    r"(?:(?:it|this|us|our|\d+|(?-i:[A-Z])[\w-]+)\b)[^.;:,]{0,60}[ ]for[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
# "12 licenses - Special Education Department"
_SEATS_THEN = re.compile(
    r"\b(?:licen[cs]es?|seats?|accounts?|log-?ins?|subscriptions?)[ ](?:(?!(?:e-?mails?|keys?|codes?|info\w*|"
    r"instructions?|notices?|letters?|cop(?:y|ies)|certificates?)\b)\w+[ ]){0,2}?(?:go(?:es)?|going)[ ]to[ ]"
    r"(?:[\w&'-]+,?[ ]){0,5}?(?:to[ ])?(?:the[ ]|your[ ])?$|"
    r"\b\d+[ ](?:[\w-]+[ ]){0,3}(?:licen[cs]es?|seats?|users?|kits?|subscriptions?|accounts?)(?:[ ]-|,)[ ](?:for[ ])?"
    r"(?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
# "the renewal for the filter that your IT department runs"
_SOFTWARE_WHICH = re.compile(
    r"\b(?:renewal|quote|quotation|order(?:[ ]form)?|proposal|licen[cs]es?|subscription)[ ](?:for|of)[ ][^.;:]{0,60}[ ]"
    r"(?:that|which)[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"(?:[ ](?:now|already|also|currently))?[ ](?:runs?|uses?|operates?|manages?|administers?)"
    r"(?=[ ]?[.,;:)]|$|[ ](?:is|are)[ ](?:attached|enclosed|below)\b)",
    re.I,
)
# a paper goes to an office, or an office is to do something: no use
_ROUTED = re.compile(
    r"\b(?:w-?9|invoices?|certificates?|insurance|coi|payments?|tax|remit\w*|ach|"
    r"checks?(?=[ ](?:to|payable|made|should|go(?:es)?|is|are)\b)|cop(?:y|ies)|originals?)\b[^.;]*$|"
    r"\bquestions?\b[^.;,]*$",
    re.IGNORECASE,
)
_HAS_A_TASK = re.compile(
    r"[ ](?:team[ ]|staff[ ]|department[ ]|folks[ ])?(?:to[ ](?:review|sign|process|approve|check|look|see|file|"
    r"know|keep|"
    r"consider|pay|confirm|verify|handle)|review|records|files?|approval|signature|attention|sign)\b|"
    r"'s[ ](?:review|records|"
    r"files?|approval|signature|attention)",
    re.IGNORECASE,
)


# "for our friends over in Special Education", "for the speech teachers of the Co-op": its people are the department
_WORKERS = (
    r"(?:teachers|therapists?|pathologists?|psychologists?|interpreters?|drivers|dispatchers?|mechanics|custodians|cooks|"
    r"secretar(?:y|ies)|clerks?|bookkeepers?|buyers?|aides|nurses|counsell?ors|specialists|assistants|coordinators|"
    r"employees|technicians|social[ ]workers)"
)
_PEOPLE_IN = re.compile(
    r"(?:\b(?:the|your|our|their|those|y'?all's)[ ])?(?:\b(?:good|lovely|nice|dear|fine|great|kind|wonderful)[ ])?"
    rf"\b(?:friends|{PEOPLE}|(?:(?!for\b|by\b)[a-z-]+[ ]){{0,4}}{_WORKERS})[ ](?:(?:over|down|up|out)[ ])?"
    r"(?:in|at|of|from|with)[ ](?=(?:the[ ]|your[ ])?$)",
    re.IGNORECASE,
)
_FOR_OR_BY = re.compile(r"\b(?:for|by)[ ](?:(?:the|your)[ ])?$", re.IGNORECASE)
# "the bus garage (Mr. Lund and crew) wants it"
_ITS_PERSON = re.compile(
    r"^[ ]\((?:(?:Mr|Mrs|Ms|Dr|Miss)\.?[ ])?[A-Z][a-z'][\w'.-]*(?:[ ][A-Z][\w'.-]*){0,2}"
    r"(?:[ ](?:and|&)[ ](?:(?:his|her|their|the)[ ])?(?:crew|team|staff|colleagues|people|folks|co\.?))?\)(?=[ ])"
)


def heads_a_title(after: str) -> bool:
    """Whether a department's word begins a longer name: "Technology Purchase Questionnaire"."""
    return bool(_TITLE_WORD.match(after))


def department_uses(before: str, after: str) -> bool:
    """Whether a department is named as the user: it may be named for much else ("invoice to the Business Office")."""
    before = re.sub(r"[ ]{2,}", " ", before)  # the District's name stood there
    after = _ITS_PERSON.sub("", after)
    if _HAS_A_TASK.match(after) or office_work(after):
        return False
    if listed_as(before, after):
        return True
    if subject_of_use(after) or gets_seats(after) or in_brackets(before, after) or with_users(before, after):
        return True
    if _ROUTED.search(before):
        return False
    if works_with_it(before, after):
        return True
    people = _PEOPLE_IN.sub("", before)
    if _PAPERS_FOR.search(people) or _IS_FOR.search(people):
        return True
    if people != before and _AND_THEIRS.search(people) and _ENDS.match(after):
        return True
    if _PAPER_COMMA.search(before) and _ENDS.match(after) and not _PERSON_COMMA.search(before):
        return True
    if _REQUESTED_BY.search(before) and not _PAPER_REQUESTED.search(CLAUSE.split(before)[-1]):
        return True
    if names_a_user(before) or _BOUGHT_FOR.search(before) or (_SEATS_THEN.search(before) and _ENDS.match(after)):
        return True
    if _SOFTWARE_WHICH.search(before) and _RUNS.match(after):
        return True
    if _LIKEWISE.search(before) and re.match(r"[ ]for[ ]", after):
        return True
    before = people if _FOR_OR_BY.search(people) else before
    return bool(_DEPARTMENT_USES.search(before)) and (len(before.strip()) < 40 or speaks_of_use(before))


# "Ms. Lee of Student Services", "please route this to Technology Services", "Student Services asked me to send it"
_NAMED_FOR_OTHERS = re.compile(
    r"\b(?:mr|mrs|ms|dr|miss)\.?[ ][A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*)?,?[ ](?:of|in|from|at|with)[ ](?:the[ ]|your[ ])?$"
    r"|\b(?:rout|forward|send|sent|pass|cop(?:y|ie)|address|direct|submit|report|mail|talk|sp[eo]ak|spoke|discuss|met|"
    r"meet|hear|call|work|coordinat|invoic|bill|pa(?:y|id)|approv|sign|review|clear)\w*(?:[ ][^.;:,]{1,30})?[ ]"
    r"(?:to|with|by|from|through|via)[ ](?:the[ ]|your[ ])?$",
    re.IGNORECASE,
)
_DOES_ELSE = re.compile(
    r",?[ ](?:team[ ]|staff[ ]|department[ ]|office[ ])?(?:(?:only|just|merely|simply|also)[ ])?(?:"
    r"(?:did|does|ran|runs|made|makes|handled|handles)[ ](?:(?:the|our|its|your|a|some|their)[ ])?(?:[\w-]+[ ]){0,2}?"
    r"(?:reviews?|audits?|checks?|checking|vetting|assessments?|evaluations?|paperwork|testing|"
    r"approvals?)\b|please\b|(?:has[ ]|have[ ]|had[ ])?(?:asked|told|said|"
    r"suggested|"
    r"recommended|referred|sent|forwarded|pointed|mentioned|reviewed|cleared|wrote|called|gave|explained|confirmed|"
    r"informed|directed|advised)\b(?![ ]for\b)|(?:will|would|can|could|may|must|should|needs?[ ]to|has[ ]to|is[ ]to)[ ]"
    r"(?:\w+[ ])?(?:review|sign|process|approve|check|file|pay|confirm|verify|handle|contact|call|reply|answer|"
    r"decide)\b)",
    re.IGNORECASE,
)


_COURSE = re.compile(
    r"[ ](?:pathways?|class(?:es)?|clubs?|programs?|courses?|electives?|students?|teachers?|tracks?|labs?|lessons?|"
    r"certificat\w+|curriculum|majors?)\b"
)


def names_a_course(after: str) -> bool:
    """Whether two capital letters are what is taught: "the IT pathway", "IT electives"."""
    return bool(_COURSE.match(after))


def has_other_part(before: str, after: str) -> bool:
    """Whether an office is named for what it does in the purchase: it signs, pays, asks, or gets a copy."""
    return bool(
        _HAS_A_TASK.match(after)
        or office_work(after)
        or _ROUTED.search(before)
        or _NAMED_FOR_OTHERS.search(before)
        or _DOES_ELSE.match(after)
    )


_SOME_OFFICE = re.compile(
    r"(?:^|[ (])(?:by|for|in|your|the|and|only|outside|of|from|at|with|is|are)[ ]$|^[ *•>-]*$|[,.;:][ ]$",
    re.IGNORECASE,
)


def of_some_office(before: str, after: str) -> bool:
    """Whether two capital letters can be an office: "by HR", "your IT department", and not "the IT rollout"."""
    return bool(_SOME_OFFICE.search(before)) and not re.match(
        r"[ -](?!(?:and|or|will|would|for|by|in|is)\b)[a-z]", after
    )


# "Requested by your Technology Department": whose purchase it is, unless a paper was requested
_REQUESTED_BY = re.compile(
    r"(?:^|[.;:,(][ ]*|[ ]-[ ]|\b(?:it|this|that|which|order(?:[ ]form)?|quot(?:e|ation)|"
    r"proposal|estimate|offer|product|purchase|software|platform|subscription|"
    r"pilot|licen[cs]es?|seats|tool|renewal)[ ])(?:(?:is|was|were|are|been|being|has|have|originally|also)[ ]){0,3}"
    r"(?:requested|ordered|wanted|chosen|selected|picked)[ ]by[ ](?:the[ ]|your[ ])?(?:district's[ ])?$",
    re.IGNORECASE,
)
_PAPER_REQUESTED = re.compile(
    r"\b(?:rfi|soppa|w-?9|forms?|agreements?|addend\w+|certificates?|documents?|documentation|docs|papers?|paperwork|"
    r"information|answers?|changes?|corrections?|copy|copies|details|references?|report|audit|policy|insurance|"
    r"items?|files?|scans?|signature|"
    r"(?:attached|enclosed)(?![^.;]*\b(?:quot(?:e|ation)|order|proposal|estimate|offer|licen[cs]es?|"
    r"seats)\b))\b[^.;]*$",
    re.IGNORECASE,
)
# "for hourly employees (", "used by staff of two kinds ("
_USERS_IN_BRACKETS = re.compile(
    r"\b(?:for|by|serv(?:es?|ing)|help(?:s|ing)?|users?[ ](?:are|is|will[ ]be)|lets?|among|with)[ ]"
    r"(?:[\w'/-]+[ ]){0,5}?"
    r"(?:employees?|staff|users?|workers?|personnel|people|teams?|crews?|departments?|offices?|adults|folks|clerks|"
    r"groups?|members?|only|use)[ ]\($",
    re.IGNORECASE,
)


def bracketed_users(before: str) -> bool:
    """Such as "for hourly employees (": the names in the brackets say which users."""
    users = _USERS_IN_BRACKETS.search(before[-120:])
    return users is not None and not re.search(r"(?:\bnot|n't|\bnever|\bno[ ]longer)\b[^.;]*$", before[-120:], re.I)


_DESCRIBES_PRODUCT = re.compile(
    r"\b(?:software|tool|system|platform|solution|app|product|designed|built|made)[ ]for[ ]$", re.IGNORECASE
)


def names_a_user(before: str) -> bool:
    """Whether the next word can be nothing but a user, be it a word of every day: "one for grounds", "in payroll"."""
    return holds_seats(before) or _ONE_FOR.search(before) is not None


def definite_use(before: str) -> bool:
    """Such as "for the bus barn", "it's used by food service": plain words that name a department of the District."""
    if _DESCRIBES_PRODUCT.search(before):
        return False
    return names_a_user(before) or bool(
        re.search(
            r"\b(?:for|by|in|at|within|from|go(?:es|ing)?[ ]to)[ ](?:use[ ](?:by|in|at)[ ])?(?:the|your|their|its|our|"
            r"district's)[ ](?:\w+[ ])?$"
            r"|\bused[ ](?:only[ ]|just[ ])?(?:of|from)[ ](?:the|your)[ ]$"
            r"|(?:^|[.,;(][ ]*|\b(?:it|this|quote|order|that|these|seats?|licen[cs]es?)(?:'s|[ ](?:is|are))?[ ])"
            r"(?:only[ ]|just[ ])?(?:for|used[ ]by)[ ]$"
            r"|(?:^|[.,;(][ ]*)(?:the|your)[ ]$",
            before,
            re.I,
        )
    )
