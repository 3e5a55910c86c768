"""Enumerations of names and groups: "both middle schools, the junior high and Lincoln" is said in one breath.

What stands before the first and behind the last of a run holds for all of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS
from soppa_mailbot.finding.locations.places_sat_out import sits_out
from soppa_mailbot.finding.locations.places_used import only_does

_SUBJECT = (
    r"(?:band|orchestra|choir|music|art|drama|theat(?:er|re)|library|math|science|english|ela|history|"
    r"athletics|p\.?e\.?|world[ ]languages?)"
)
# "the High School hallway and the Unit Office", "Lincoln's science lab and Oak Ridge": a part stands for the whole
_ROOM = (
    rf"(?:(?:{_SUBJECT}|front|main|business|computer|counseling|attendance)[ ])?"
    r"(?:offices?|gym(?:nasium)?|cafeteria|lunchroom|kitchen|lobby|foyer|entrance|hallways?|auditorium|commons|"
    r"labs?|rooms?|classrooms?|media[ ]center)"
)
GAP = re.compile(
    rf"(?:(?:'s?)?[ ](?:{_ROOM}|{_SUBJECT}(?:[ ]?(?:,|&|and)[ ]{_SUBJECT}){{0,3}})(?!\w))?"  # "SVHS band & choir, plus"
    r"[ ]*(?:\((?!(?:which|who|that|where|ended|wrapped|over|until|last|previously)\b)[^()]{0,60}\)|"
    r"-[ ]?\d[\w ]{0,20}|:?[ ]?\d{1,5}[ ]?\w{0,10})?[ ,;/&+•|\t-]*(?:(?:and|or|"
    r"and/or|plus|as[ ]well[ ]as|along[ ]with|together[ ]with)\b)?[ ,]*"
    r"(?:(?:the|at|in|for|by|to|our|your|also|both|from|then|of)[ ]+){0,3}[ (\"']*"
)
# "for Lincoln; Oak Ridge may follow": what stands behind the second name is said of it alone
_OWN_CLAUSE = re.compile(
    r",?[ ](?:may|might|will|would|could|can|is|are|was|were|has|have|had|"
    r"already|used?|uses|does|do|did|won't|isn't|aren't|wanted|hoped|considered|declined|passed)\b"
)
# "Lincoln and Oak Ridge, Fox Run isn't in this round": so has a last name that nothing but a comma joins to the others
_OWN_VERB = re.compile(
    r"[ ](?:isn't|is[ ]not|wasn't|doesn't|does[ ]not|didn't|won't|will[ ]not|hasn't|has[ ]not|is[ ](?:out|"
    r"already)|already|"
    r"declined|passed|decided[ ](?:against|not))\b",
    re.IGNORECASE,
)
# "for Franklin, Hickory Grove and River Bluff; Lincoln and Sunnyside decided against it"
_LAST_OF_ALL = re.compile(r",[^.;:()]{2,60}[ ](?:and|&)[ ][^.;:,()]{2,60}$")
# "Besides Lincoln and Oak Ridge, Fox Run will use it": the comma ends those that are set aside
_SET_ASIDE = re.compile(
    r"(?:^|[.;:!?][ ]|\n)(?:besides|instead[ ]of|in[ ]addition[ ]to|apart[ ]from|aside[ ]from|other[ ]than|unlike|"
    r"rather[ ]than)[ ][^.,;:!?\n]*$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:el|elem|jr|sr|st|acad|ctr|hs|ms)$", re.IGNORECASE)  # "Lowell Street El. and Rockwell"
_MOST_BETWEEN = 90  # characters between two names of one run

# a line or sentence may say nothing but where and by when: "Oak Ridge, need OK by Mar 1"
_DEADLINE_ONLY = re.compile(
    r"[\s,;:.!+()/|&-]*+(?:(?:need(?:s|ed|ing)?|want(?:ed)?|pls|please|final(?:ly)?|board|district(?:'s)?|your|"
    r"an?|the|we|i|"
    r"us|would|'d|like|approv(?:al|ed|e)|sign(?:ed)?|off|signoff|date|deadline|due|by|before|no|later|than|on|or|"
    r"of|ok(?:ay)?|yes|decision|target|requested|is|it|this|for|to|be|have|get|asap|end|thanks?|thx|"
    rf"{MONTHS}|mon|tues?|wed|thurs?|fri|monday|tuesday|wednesday|thursday|friday|\d{{1,4}}(?:st|nd|rd|th)?)\b"
    r"[\s,;:.!+()/|&-]*+)*+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s•*>+\d.)(-]*(?:(?:(?:our|the|my|your|a|new)[ ]){0,2}(?:\w+[ ])?(?:quote|quotation|order(?:[ ]form)?|estimate|"
    r"proposal|papers?|paperwork|forms?|docs|documents|renewal)(?:[ ](?:is|are))?[ ](?:attached|enclosed|below)[ ]?"
    r"(?:[,;:(–-]|for)[ ]*)?"
    r"(?:(?:it'?s|this[ ]is|that'?s|just|only|all|mainly)[ ])?(?:(?:for|at|in)[ ])?(?:the[ ]|both[ ])?",
    re.IGNORECASE,
)


# "for Oak Ridge (Lincoln had a few seats some years back but dropped them)"
_SAYS_MORE = re.compile(
    r"[ ](?:\w+ly[ ])?(?:had|has|have|is|was|are|were|did|does|will|would|may|might|already|used|uses|dropped|opted|"
    r"decided|declined|joins?|joined|left|tried|wants?|wanted|asked|passed|said)\b"
)


def enumerates(text: str, end: int, span: tuple[int, int]) -> bool:
    """Whether the name of `span` goes on with the enumeration that ends at `end`."""
    gap = text[end : span[0]]
    if gap[:1] == "." and _ABBREVIATED.search(text, 0, end):
        gap = gap[1:]
    if len(gap) >= _MOST_BETWEEN or not GAP.fullmatch(gap) or (gap[-1:] == "(" and _SAYS_MORE.match(text, span[1])):
        return False
    if gap == ", " and _OWN_VERB.match(text, span[1]):
        return False
    if gap == ", " and _SET_ASIDE.search(text, 0, end):
        return False
    if ";" in gap and _LAST_OF_ALL.search(text, max(0, end - _MOST_BETWEEN), end):
        return False
    if ";" in gap and (sits_out(text[: span[0]], text[span[1] :]) or only_does(text[span[1] :])):
        return False
    return ";" not in gap or not _OWN_CLAUSE.search(text, span[1], (text.find(";", span[1]) + 1 or len(text)) - 1)


def runs(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """For the start of each span, the [start, end) of the enumeration it belongs to."""
    out: dict[int, tuple[int, int]] = {}
    members: list[int] = []
    start = end = 0
    for span in sorted(spans):
        if not members or not enumerates(text, end, span):
            members, start = [], span[0]
        members.append(span[0])
        end = max(span[1], end if len(members) > 1 else 0)
        out.update((m, (start, end)) for m in members)
    return out


def only_deadline_beside(before: str, after: str) -> bool:
    """Whether a piece says nothing else than the names between, and by when."""
    return bool(_LEAD.fullmatch(before) and _DEADLINE_ONLY.fullmatch(after))
