"""Places in an answer that the writer holds open: "Lincoln and maybe Oak Ridge", "one of Lincoln and Oak Ridge"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.unsure import UNSURE

MAYBE = "not said for certain"
TO_CHOOSE = "is still to be chosen"
PARENTS = "the parents' organization, not the school"

_MAYBE_BEFORE = re.compile(
    r"\b(?:maybe|perhaps|possibly|potentially|probably|hopefully|tentatively|might[ ]be|may[ ]be|"
    r"(?:I|we)[ ](?:think|believe|guess|suppose|assume))[ ,]{1,2}"
    r"(?:(?:also|later|even|at|for|in|the)[ ]){0,3}$",
    re.I,
)
_SCHOOLS_PEOPLE = (
    r"(?:(?:the|its|their|her|his|your)[ ])?(?:[\w'-]+[ ])?(?:principals?|teachers?|staff|faculty|school|they|she|he|"
    r"parents?|pt[ao]|team)"
)
# "Lincoln (if the principal signs)", "Lincoln (tentative)", "Lincoln later"; "pending Board approval" is said of all
_MAYBE_BEHIND = re.compile(
    r"[ ,-]{0,3}\(?(?:but[ ])?(?:only[ ])?(?:if|provided|as[ ]long[ ]as|assuming|unless)[ ](?:that[ ])?"
    rf"{_SCHOOLS_PEOPLE}[ ](?:also[ ])?(?:agrees?|approves?|signs?|wants?|decides?|consents?|accepts?|says?|commits?|"
    r"confirms?|joins?|likes?|buys?|is[ ]|are[ ])"
    rf"|[ ,-]{{0,3}}\(?(?:subject[ ]to|pending|awaiting)[ ]{_SCHOOLS_PEOPLE}(?:'s?)?[ ](?:approval|consent|decision|"
    r"agreement|interest|answer|confirmation|ok(?:ay)?|buy-in|sign-?off)"
    r"|[ ,-]{0,3}\(?(?:maybe|perhaps|possibly|probably|tentativ\w+|unconfirmed|undecided|tb[cd]|not[ ]sure|"
    r"not[ ](?:yet[ ])?(?:confirmed|decided|certain)|to[ ]be[ ](?:confirmed|decided|determined))\)?(?=[ ]?(?:[.,;]|$))"
    r"|[ ,-]{0,3}\(?(?:later|eventually|at[ ]a[ ]later[ ](?:date|time|point)|in[ ]the[ ]future|down[ ]the[ ]road)\)?"
    r"(?=[ ]?(?:[.,;]|$))",
    re.I,
)
# "It is for Lincoln, but I can't be sure"
_UNSURE_BEHIND = re.compile(
    rf"[^.;:!?]{{0,60}}?(?:,[ ]?|[ ]-[ ]|[ ]\(|[ ])(?:(?:but|though|although|and)[ ])?{UNSURE}", re.IGNORECASE
)
# "It is for Lincoln. I really can't be sure, though."
_UNSURE_NEXT = re.compile(
    rf"[^.;:!?\d]{{0,30}}[.;][ ](?:(?:but|though|however|still),?[ ])?{UNSURE}(?:[ ]yet)?"
    r"(?=[ ]?(?:[.,;!)]|$)|[ ]though\b)",
    re.IGNORECASE,
)
_ANY_TIE = r"(?:among|from|between|out[ ]of)"
# "three of your schools: A, B and C" are those three
_CHOICE = re.compile(
    r"\W*(?:(?:(?:still|yet|will|are|is)[ ]){0,2}(?:to[ ]be|tb[ad]|will[ ]be)[ ,:(-]{0,3}"
    rf"(?:(?:chosen|selected|determined|decided|picked|named|confirmed|drawn)[ ](?:later[ ])?)?{_ANY_TIE}"
    r"|(?:any[ ]?|some|one|two|three|four|five|\d|a[ ]few|several|most|either)"
    rf"(?:[ ](?:school|building|site|more)s?)?[ ](?:of|{_ANY_TIE}))"
    r"[ :(]{1,2}(?:(?:the|your|these|those|our|following|both)[ :,(]{1,2}){0,3}",
    re.I,
)
_PARENTS = re.compile(
    r"(?:['’]s?)?[ ](?:school[ ])?(?:pt[ao]|ptsa|ptc|parent(?:s|[ -]teacher)?[ -](?:organi[sz]ation|association|"
    r"council|group|club)|booster(?:s|[ ]club)?|alumni)\b(?!-|[ ](?:funded|paid|sponsored|grant|funds?|pays?|"
    r"is[ ]paying|bought|donat\w+)\b)",
    re.I,
)


def parents_only(after: str) -> bool:
    """Whether a school's name is only part of its parents' organization: "licensed for Lincoln's PTO"."""
    return bool(_PARENTS.match(after))


def why_open(before: str, after: str) -> str:
    """Why a name in an answer names no user to rely on; nothing where it does. `before`: of the answer."""
    if _CHOICE.fullmatch(before):
        return TO_CHOOSE
    if _MAYBE_BEFORE.search(before) or _MAYBE_BEHIND.match(after) or unsure_behind(after):
        return MAYBE
    return PARENTS if parents_only(after) else ""


def unsure_behind(after: str) -> bool:
    """Whether the sentence goes on to say that its writer is not sure of the place: "..., but I can't be sure"."""
    return _UNSURE_BEHIND.match(after) is not None


def unsure_next(text: str, end: int) -> bool:
    """Whether the sentence behind that of a place, which ends at `end`, says only that the writer is not sure."""
    return _UNSURE_NEXT.match(text, end) is not None
