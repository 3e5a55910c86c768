"""Days that their own writer takes back: "by December 4? Sorry, strike that: December 11"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.corrections import AHEAD, BACK, MOST, Marker, markers, paragraph_ends

# words between a marker and the day that replaces the one before
_FILLER = re.compile(
    r"(?:[\s,:;.!()\"'*>-]++|\b(?:it|that|this|is|'s|s|are|was|will|would|be|to|for|at|on|by|before|no|not|later|"
    r"than|of|the|"
    r"our|your|a|and|only|just|really|actually|instead|needs?|needed|meant|mean|say|said|read|write|date|day|dead|line|"
    r"deadline|correct|right|one|i|we|please|now|changed?|moved|make|should|have|been|due|until|approv(?:al|ed)|final|"
    r"sign|signed|off|board|district|new|like|looking|moved|pushed|back|out|first|above|mistake|my|typo|ve|more|got|"
    r"time|so|have|which|when|must|has|us|full|formal|latest)\b)*+",
    re.IGNORECASE,
)

# "Forget that one, our release slipped. We now need": a reason of which no day is a part
_STRUCK = re.compile(r"(?:scratch|strike|disregard|ignore|forget|cancel|never[ ]?mind)\b", re.IGNORECASE)
_REASON = re.compile(r"[\s,:;.!()-]{1,4}(?=[a-z])[^.;:!?()\d]{3,80}[.;!][ \n]+", re.IGNORECASE)


def _leads_to(text: str, marker: Marker, start: int) -> bool:
    """Whether nothing but words of correcting, and perhaps its reason, stand between a marker and a day."""
    if _FILLER.fullmatch(text, marker.end, start):
        return True
    reason = _REASON.match(text, marker.end, start) if _STRUCK.search(text, marker.start, marker.end) else None
    return reason is not None and _FILLER.fullmatch(text, reason.end(), start) is not None


def taken_back(text: str, days: list[tuple[int, int, bool]]) -> tuple[set[int], set[int]]:
    """Of the days of a text, each (start, end, whether for approval), which are taken back, and which replace them.

    Both answers are positions in `days`. A day behind a marker with nothing said of it replaces the one day before the
    marker; where the sentence before holds several days it cannot be told which, and both stand: two different dates.
    """
    gone: set[int] = set()
    instead: set[int] = set()
    for marker in sorted((*markers(text), *_of_days(text)), key=lambda m: m.start):
        later = [
            i
            for i, d in enumerate(days)
            if marker.end <= d[0] <= marker.end + AHEAD
            # "Strike that. The date by which we need the District's final approval and sign-off is now ..."
            or (d[2] and 0 <= d[0] - marker.end <= 2 * AHEAD and _leads_to(text, marker, d[0]))
        ]
        earlier = [
            i
            for i, d in enumerate(days)
            if marker.start - BACK <= d[0] < marker.start and paragraph_ends(text, d[0], marker.start) < 2
        ]
        meant = [i for i in earlier if days[i][2]]
        if not later or not meant:
            continue
        new = later[0]
        instead.add(new)
        near = [i for i in earlier if days[earlier[-1]][0] - days[i][0] < 60]
        sure = days[new][2] or (near == earlier[-1:] and days[earlier[-1]][2])
        if sure and _leads_to(text, marker, days[new][0]):
            gone.update(meant)
    for old, new in pairwise(range(len(days))):
        if _replaced(text, days[old], days[new]):
            gone.add(old)
            instead.add(new)
    return gone - instead, instead


def _replaced(text: str, old: tuple[int, int, bool], new: tuple[int, int, bool]) -> bool:
    """Whether a day that was told earlier gives way to the next one."""
    if not old[2] or new[0] - old[1] > AHEAD * 2:
        return False
    if _HAD_SAID.search(text, max(0, old[0] - _HAD_SAID_WITHIN), old[0]):
        leads = (p.search(text, old[1], new[0]) for p in (_SO_NOW, _MOVES_TO))
        if _CHANGES_BEHIND.match(text, new[1]) or any(leads):
            return True
    told = new[2] and _TOLD_EARLIER.search(text, max(0, old[0] - 2 * _HAD_SAID_WITHIN), old[0])
    return bool(told) and _NOW_NEEDS.search(text, old[1], new[0]) is not None


_HAD_SAID_WITHIN = 60  # characters from "had said" to its day
# "We had said November 20 for approval, but the teacher is out; December 4 is fine"
_HAD_SAID = re.compile(
    r"(?:(?:\b(?:we|I|they|she|he)[ ]had|\b(?:we|I|they|she|he)'d)[ ](?:first[ ]|originally[ ]|initially[ ]|once[ ])?|"
    r"\b(?:we|I|they|she|he)[ ](?:first|originally|initially|once)[ ])"
    r"(?:said|asked[ ]for|named|written|put(?:[ ]down)?|hoped[ ]for|planned(?:[ ](?:on|for))?|aimed[ ]for|wanted|"
    r"given(?:[ ]you)?)[ ](?:[^.;!?]{0,30}[ ])?$"
    # "The order form still shows December 11 as the approval date. ... Please go by January 8 instead"
    r"|\b(?:form|quote|quotation|proposal|estimate|papers?|document|agreement|rfi|it)(?:[ ]itself)?[ ](?:still[ ])?"
    r"(?:shows?|says?|said|lists?|names?|gives?|states?|has|had)[ ](?:[^.;!?]{0,30}[ ])?$",
    re.IGNORECASE,
)
_SO_NOW = re.compile(
    r"\b(?:so|but|and)[ ](?:now[ ]|then[ ])?(?:it's|it[ ]is|let's|make[ ]it|we[ ]now)\b", re.IGNORECASE
)

# "We had originally asked for December 18. We can move that to January 15"
_MOVES_TO = re.compile(
    r"\b(?:move|push|shift|extend|change|postpone|relax)(?:[ ]back)?[ \n]"
    r"(?:that|it|this|the[ ](?:date|day|dead[ -]?line))[ \n](?:back[ ]|out[ ])?(?:to|until)[ \n](?:\w+day,?[ ])?$",
    re.IGNORECASE,
)

# "I wrote that we needed approval by December 4. Our release slipped, so we now need it by January 15"
_TOLD_EARLIER = re.compile(
    r"\b(?:we|I|they|she|he)(?:[ ]had|'d|[ ]have|'ve)?[ ](?:first[ ]|originally[ ]|initially[ ]|once[ ])?"
    r"(?:told|said|asked|wrote|written|named|mentioned|given|gave)\b[^.;!?]{0,100}$",
    re.IGNORECASE,
)
_NOW_NEEDS = re.compile(
    r"\b(?:we|I|they|she|he)[ \n](?:do[ \n])?now[ \n](?:only[ \n])?(?:need|want|ask|hope|would[ ]like|require|"
    r"expect|must|have[ ]to)\b|\bnow[ \n](?:we|they)[ \n](?:need|want|ask|hope|require)\b|"
    r"\b(?:the|our|your)[ \n](?:new[ \n])?(?:date|day|dead[ -]?line)[^.;!?\d]{0,40}[ \n](?:is|would[ ]be)[ \n]now\b",
    re.IGNORECASE,
)


# words that take back a day and nothing else: "the new date is", "I would rather ..., so let's say"
_NEW_DAY = re.compile(
    r"\b(?:the|our|your|a)[ ]new[ ](?:target[ ]|approval[ ])?(?:date|day|dead[ -]?line|target)"
    r"(?:[ ]for(?:[ ](?:the|your|our|district's|final|formal|approval|signature|sign-?off|and)){1,6}|[ ]for[ ]\w+)?[ ]"
    r"(?:is|would[ ]be|will[ ]be)(?:[ ]now)?\b"
    r"|\brather\b(?![ ]than)[^.;!?]{0,60}?\b(?:let's|let[ ]us|we(?:'ll|[ ]will)?|I(?:'ll|[ ]will)?)[ ](?:just[ ])?"
    r"(?:say|make[ ]it|go[ ]with|call[ ]it)\b",
    re.IGNORECASE,
)


def _of_days(text: str) -> Iterator[Marker]:
    return (Marker(*m.span()) for m in islice(_NEW_DAY.finditer(text), MOST))


_CHANGES_BEFORE = re.compile(
    r"(?:\b(?:mov|push|chang|postpon|delay|extend|reschedul|shift|updat|correct|revis|set|switch)\w*"
    r"(?:[ ](?:it|that|this|things|everything|(?:the|our|that|this|your)[ ](?:date|day|deadline|timeline|one)))?"
    r"(?:[ ](?:back|out|up))?[ ](?:to|until|till|for|by)"
    r"|\b(?:instead|rather|actually|correction|sorry|o+ps)(?:[ ]of[ ][^.;]{0,30})?[,:]?[ ](?:by|on)?|\bmake[ ](?:it|"
    r"that|this)(?:[ ]by)?"
    r"|\bnew[ ](?:\w+[ ])?(?:date|day|dead[ -]?line)(?:[ ](?:is|would[ ]be|will[ ]be))?[ ]?:?"
    r"|\b(?:it|that|this|which|date)[ ](?:should|ought[ ]to|has[ ]to|must)[ ](?:be|read|say|have[ ]been))[ ]?"
    r"(?:(?:the|about|around)[ ])?$",
    re.IGNORECASE,
)
_CHANGES_BEHIND = re.compile(
    r"[ ,]*(?:instead|rather|not[ ](?:by[ ])?(?:\w+[ ])?\d|(?:is|was|will[ ]be|would[ ]be|also)[ ](?:(?:also|just|"
    r"still)[ ])?"
    r"(?:fine|better|enough|ok(?:ay)?|soon[ ]enough|early[ ]enough|sufficient)\b|"
    r"(?:also[ ]|now[ ])?works?\b|would[ ](?:also[ ])?(?:do|work)\b)",
    re.IGNORECASE,
)


def changes_a_day(text: str, start: int, end: int) -> bool:
    """Whether words around the day at [start, end) put it in place of one that was named in an earlier mail."""
    before = " ".join(text[max(0, start - 90) : start].split())
    if _CHANGES_BEFORE.search(before + " ") or _CHANGES_BEHIND.match(text, end):
        return True
    return any(m.start < start <= m.end + AHEAD and _FILLER.fullmatch(text[m.end : start]) for m in markers(text))
