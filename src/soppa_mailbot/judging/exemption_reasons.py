"""Reasons why SOPPA should not apply that are none: data of persons, somebody's word, another matter. Pure.

"Rosters are imported", "The principal told us", "Don't know", "Free product": beside any of them the form says that the
law on student data does not apply, and nothing why it should not. What says that there is no student data, or whose
data it is (staff, inventory), is a reason.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_ADULTS = re.compile(
    r"\b(?:staff\w*|teachers?|educators?|employees?|adults?|faculty|admin\w*|substitutes?|drivers?|coach(?:es)?|parents?|"
    r"customers?|vendors?|suppliers?|users? of the (?:office|district)|personnel|applicants?|candidates?|volunteers?|"
    r"visitors?|buyers?|payees?|board|business|company|building|file|product|book|author|room|asset|device|duty|shift)"
    r"(?:['’]s?|s['’])?(?:[ -]|$|[,;.])",
    re.IGNORECASE,
)
# lists of a class are of students, whoever enters them
_LISTS = re.compile(
    r"\b(?<!staff )(?<!duty )(?<!shift )(?<!employee )(?<!team )(?:rosters?|class[ -]?lists?)\b(?:[ ]\w+){0,3}?[ ]"
    r"(?:imported|synced|uploaded|stored|loaded|provided|from the sis|come|comes)\b"
    r"|\b(?:enters?|uploads?|imports?|syncs?|provides?|manages?)[ ](?:\w+[ ]){0,2}?(?<!staff )(?<!duty )(?<!shift )"
    r"(?:rosters?|class[ -]?lists?)\b",
    re.IGNORECASE,
)
_PERSONAL = (
    r"(?:(?:first|last|full|nick|user|screen)[ ]?names?|names|initials|nicknames?|birth ?dates?|dates of birth|photos?|"
    r"pictures|recordings|voices?|pii|personal (?:data|information)|scores|grades|e-?mail addresses)"
)
_KEPT = (
    r"(?:(?:is|are|be)[ ](?:\w+[ ])?(?:stored|collected|kept|recorded|saved|held|entered|imported|used|retained|"
    r"deleted|received|required))"
)
# "Only first names are stored", "Limited PII", "Reading scores only"
_DATA = re.compile(
    rf"\b{_PERSONAL}\b(?:[ ]\w+){{0,3}}?[ ]{_KEPT}\b"
    rf"|\b(?:collects?|stores?|receives?|keeps?|records?|saves?)[ ](?:only[ ]|just[ ])?(?:the[ ])?{_PERSONAL}\b"
    rf"|^\W*(?:only|just|limited|minimal|some)[ ](?:\w+[ ])?{_PERSONAL}\W*$|^\W*(?:\w+[ ]){{0,2}}{_PERSONAL}[ ]only\W*$"
    r"|\b(?:video|voice|audio)(?: and \w+)? recordings?\b[ ](?:of[ ](?:lessons|classes|class|reading|children)|are)\b",
    re.IGNORECASE,
)
_STUDENTS_GIVE = re.compile(
    r"\b(?:students?|pupils?|learners?|children|kids)[ ](?:\w+[ ]){0,2}?"
    r"(?:types?|chooses?|picks?|gives?|uses?[ ]their|sets?[ ]up|makes?)[ ](?:\w+[ ]){0,3}?"
    r"(?:names?|nicknames?|usernames?|initials|e-?mails?|accounts?|passwords?|log-?ins?|profiles?)\b",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(
    r"\b(?:do(?:es)?[ ]?n['’]?t|do not|does not|not) know\b|\bunknown\b|\bno idea\b|\bunsure\b|\bi (?:think|guess) so\b"
    r"|\bwe (?:think|guess|believe|assume|hope|suppose)(?: so\b| that it (?:is not|isn['’]?t|does ?n[o'’]t)\W*$)|"
    r"^\W*(?:maybe|perhaps|possibly|presumably)\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:principals?|superintendents?|director|teachers?|secretary|office|coordinator|department|district|school|board|"
    r"it|mr|mrs|ms|dr|someone|they|you)"
)
# somebody's word, and papers that are signed where the law applies
_ON_HIS_WORD = re.compile(
    rf"\b{_WHO}\.?(?:[ ][\w.-]+){{0,2}}?[ ](?:has[ ]|have[ ])?(?:told|said|says|tells|advised|assured|informed|waived|"
    r"agreed|exempted|excused|confirmed)\b"
    rf"|\b(?:waived|excused|exempted|approved)[ ]by[ ](?:the[ ]|your[ ]|our[ ])?(?:\w+[ ])?{_WHO}\b"
    r"|^\W*(?:as[ ])?per[ ](?:mr|mrs|ms|dr|your)\b"
    r"|\balready[ ](?:been[ ])?(?:signed|on file|approved|submitted|provided|executed)\b"
    r"|\b(?:signed|approved)[ ](?:it[ ]|one[ ])?(?:last|in the last|a)[ ]year\b"
    r"|\b(?:existing|current|active|prior|previous)[ ](?:\w+[ ])?(?:agreement|addendum|contract)\b",
    re.IGNORECASE,
)
# what is asked or promised where there is student data
_BESIDE_DATA = re.compile(
    r"\b(?:parent(?:s|al)?|guardians?)\b[^.;]{0,30}\bconsents?\b|\bconsents?\b[^.;]{0,20}\b(?:parent(?:s|al)?|guardians?)\b"
    r"|\b(?:do(?:es)?|will|would)[ ]?n(?:['’]t|ot| not)?[ ](?:ever[ ])?(?:sell|share|disclose|rent)[ ](?:\w+[ ]){0,2}?"
    r"(?:data|information|it)\b|\b(?:do|does|will) (?:not|never) (?:sell|share|disclose|rent) (?:\w+ ){0,2}?"
    r"(?:data|information|it)\b|\bnever (?:sell|share)s?\b|\bonly (?:minimal|what is needed)\b"
    r"|\bonly collects? (?:what is needed|minimal|the minimum)\b",
    re.IGNORECASE,
)
# the whole reason: the price, the length or the size of it, or where to look
_ANOTHER_MATTER = re.compile(
    r"\W*(?:(?:it(?:['’]s| is)|this is|the|our|we are|just|only|a|an)[ ]){0,3}"
    r"(?:(?:product|app|software|version|it)[ ](?:is[ ])?)?"
    r"(?:free(?:[ ](?:of charge|of cost|product|app|version|software|trial|to use))?|"
    r"(?:short[- ]term[ ]|free[ ])?(?:pilot|trial)(?:[ ](?:only|program|project|phase|period|version))?"
    r"(?:,?[ ](?:with|of|only)?[ ]?\d{1,4}[ ]\w+)?|\d{1,4}[ ](?:students?|pupils?|users?)(?:[ ]only)?|"
    r"(?:please[ ])?(?:see|covered[ ]by|refer[ ]to)[ ](?:our[ ]|the[ ])?(?:privacy[ ](?:policy|statement|notice)|"
    r"website|terms(?:[ ]of[ ](?:use|service))?))\W*",
    re.IGNORECASE,
)
_NO_DATA = re.compile(
    r"\b(?:no|not|never|nor|without|neither|none|zero|\w+n['’]t)\b.{0,60}(?:\b(?:student|pupil|learner|child|kid)\w*|"
    r"\bpersonal|\bpii\b|\bcovered information|\blog-?ins?\b|\baccounts?\b)|\bno (?:data|information|records)\b"
    r"|\b(?:does not|doesn['’]t|do not|don['’]t) (?:collect|store|receive|hold)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|none|never|neither|nor|without|nothing|cannot|\w{2,6}n['’]t|anonym\w*|aggregate\w*|fictional|"
    r"made[- ]up|invented|instead|random\w*|sample|demo)\b",
    re.IGNORECASE,
)


def is_none(reason: str) -> bool:
    """Whether what is given as a reason admits data of students, or says nothing why the law should not apply."""
    clauses = re.split(r"[.;!]\s|\bbut\b|\bhowever\b|\bexcept\b|\balthough\b", reason)
    if any(_admits(clause) for clause in clauses):
        return True
    if _NO_DATA.search(reason):
        return False
    return bool(
        _NOT_KNOWN.search(reason)
        or _ON_HIS_WORD.search(reason)
        or _BESIDE_DATA.search(reason)
        or _ANOTHER_MATTER.fullmatch(reason)
    )


def _admits(clause: str) -> bool:
    if _DENIED.search(clause):
        return False
    if _LISTS.search(clause) or _STUDENTS_GIVE.search(clause):
        return True
    return _DATA.search(clause) is not None and not _ADULTS.search(clause)
