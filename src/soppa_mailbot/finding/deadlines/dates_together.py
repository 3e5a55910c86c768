"""What the days of a text say of one another: one replaces, denies or points back to another that was named before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.corrections import MOST
from soppa_mailbot.finding.common.dates_arithmetic import WEEKDAYS, real_date
from soppa_mailbot.finding.deadlines.dates_backwards import pointing_back
from soppa_mailbot.finding.deadlines.dates_context import with_context
from soppa_mailbot.finding.deadlines.dates_corrected import taken_back
from soppa_mailbot.finding.deadlines.dates_cues import Strength, cues
from soppa_mailbot.finding.deadlines.dates_doubted import DENIED, IS_TAKEN_BACK, WEAK
from soppa_mailbot.finding.deadlines.dates_in_text import STRETCH, WEEKDAY
from soppa_mailbot.finding.deadlines.dates_relative import EITHER_WEEK
from soppa_mailbot.finding.deadlines.dates_replaced import replaced
from soppa_mailbot.finding.deadlines.dates_said import Candidate, last_day_of
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.finding.deadlines.dates_strength import only_wished
from soppa_mailbot.finding.deadlines.dates_vague import A_MONTH, OCCASION, SEASON

_BACK = 160  # characters before "that is our deadline" in which its day stands


def weighed(text: str, named: list[Candidate], sent: date, *, labelled: bool) -> list[Candidate]:
    """The days of a text in order, each as the others leave it."""
    named = _corrected(text, list(_with_months(text, named, sent)), labelled=labelled)
    named = _denied_later(text, _told_again(text, named), sent)
    if _WHICH_OF_THEM.search(text):
        named = [replace(c, strength=Strength.NEEDED) if _only_told(c) else c for c in named]
    named = _left_to_choose(text, _wished_and_must(text, _pointed_at(text, named)))
    return _without_doubted(_given_up(text, _of_other_shares(text, named)))


# "If you can swing the approval by November 20, lovely; the day by which we must really have it is December 11"
_MUST = re.compile(
    r"\b(?:(?:the|our|my|your)[ ](?:(?:\w+ly|real|true|actual|hard|firm|very|final|outer)[ ]){0,2}"
    r"(?:dead[ -]?line|cut-?off|limit|(?:last|latest|final)[ ](?:possible[ ])?(?:day|date|moment)|"
    r"(?:day|date)[ ](?:by|on)[ ]which[ ](?:we|they|it|she|he|everything)[ ](?:\w+ly[ ])?"
    r"(?:must|ha(?:s|ve)[ ]to|needs?(?:[ ]to)?)(?:[ ]\w+ly)?"
    r"(?:[ ](?:be|have|get|see)(?:[ ](?:it|this|that|yours|one|approved|done|there))?)?)"
    r"|(?:we|they|it|she|he)[ ](?:\w+ly[ ])?(?:must|ha(?:s|ve)[ ]to|needs?(?:[ ]to)?)(?:[ ]\w+ly)?[ ]"
    r"(?:be[ ](?:approved|done|there)|(?:(?:have|get|see)[ ])?(?:it|this|that|yours|one))"
    r"|(?:cannot|can't|could[ ]not|couldn't)[ ](?:do[ ]without|wait|go|let[ ]it)\b[^.;:!?]{0,40}"
    r"|worst[ ]case|without[ ]fail|at[ ]the[ ](?:very[ ])?latest|(?:no|not)[ ]later[ ]than)",
    re.IGNORECASE,
)
_MUST_BEHIND = re.compile(r",?[ ](?:is|would[ ]be|will[ ]be|being)[ ]", re.IGNORECASE)
_LAST_DAY = re.compile(r"(?:last|latest|final)[ ](?:possible[ ])?(?:day|date|moment)", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.!?]\s")
_SENTENCES_ON = 1  # the must may stand in the sentence behind the wish


def _wished_and_must(text: str, named: list[Candidate]) -> list[Candidate]:
    """Of a day on which approval would be welcome and the next one, on which it has to be there, the second is it."""
    out = list(named)
    for at, (wish, must) in enumerate(pairwise(named)):
        days = wish.span.value and must.span.value and wish.span.value < must.span.value
        if not days or wish.strength < Strength.NEEDED or wish.hard:
            continue
        between = text[wish.end : must.start]
        if len(between) > _BACK or len(_NEXT_SENTENCE.findall(between)) > _SENTENCES_ON:
            continue
        before = _NEXT_SENTENCE.split(text[max(0, wish.start - _BACK) : wish.start])[-1]
        if not (wish.wish or only_wished(before, between)):
            continue
        behind = _MUST_BEHIND.match(text, must.end)
        found = _MUST.search(between) or (behind and _MUST.match(text, behind.end()))
        if found and not any(
            c.strength == Strength.AGAINST and not _LAST_DAY.fullmatch(c.words) for c in cues(between)
        ):
            out[at] = replace(out[at], wish=True)
            out[at + 1] = replace(must, hard=True, strength=max(wish.strength, must.strength))
    return out


# "... by January 22; our template says February 5. Whichever you prefer": neither of them is a must
_WHICHEVER = re.compile(
    r"(?:[^.;:!?\n]{0,60}[.,;:!?(])?[ .;:!?,(-]{0,3}\s{0,2}(?:(?:but|so|and|or|please|just|"
    r"feel[ ]free[ ]to|you[ ](?:can|may))"
    r"[ ]){0,3}(?:(?:pick|choose|take|use|go[ ](?:with|by)|put(?:[ ]down)?)[ ])?"
    r"(?:(?:whichever|whatever)(?:[ ](?:date|day|one|of[ ](?:them|these|those|the[ ]two)))?[ ]"
    r"(?:(?:you|the[ ]district|your[ ]\w+)(?:'d|[ ]would)?[ ](?:prefer|like|want|choose|find)|works|suits|fits|"
    r"is[ ](?:easier|better|best|easiest|more[ ]convenient|fine|right))|"
    r"either(?:[ ](?:date|day|one|of[ ](?:them|these|those|the[ ]two)))?[ ](?:works|suits|(?:is|"
    r"would[ ]be)[ ](?:fine|ok))|"
    r"(?:(?:it|that)(?:'s|[ ]is)[ ])?(?:your[ ](?:call|choice|pick)|take[ ]your[ ]pick|up[ ]to[ ]you)"
    r"(?=[ ]?[.!,;)]|[ ]which))",
    re.IGNORECASE,
)


def _left_to_choose(text: str, named: list[Candidate]) -> list[Candidate]:
    """Where the District may choose between two days of approval, none is only a wish and none a must."""
    if not any(c.span.value and c.strength > 0 and _WHICHEVER.match(text, c.end) for c in named):
        return named
    return [replace(c, wish=False, hard=False) for c in named]


# "Approval by January 8 for Abbott; for the other three by February 19": a day for each share of the purchase
_OTHER_SHARE = re.compile(
    r"[^.;:!?\d]{0,60}[;,.]?\s{1,2}(?:and[ ]|but[ ])?(?:for[ ]|at[ ]|of[ ])?"
    r"(?:(?:all[ ])?(?:of[ ])?the[ ](?:others?\b|rest\b|remaining\b|remainder\b)[^.;:!?\d]{0,40}?"
    r"|(?<=for[ ])(?-i:[A-Z])[\w'.-]+(?:,?[ ](?:and[ ])?(?-i:[A-Z])[\w'.-]+){0,6}[ ])"
    r"[ ]?(?::|(?:(?:is|are|it's|it[ ]is|can|may|need(?:s|ed)?|have|must)[ ]"
    r"(?:\w+[ ]){0,3})?(?:by|on|before|until|till|no[ ]later[ ]than))[ ](?:\w+day,?[ ])?",
    re.IGNORECASE,
)
_SHARE_ENDS = re.compile(r"[ ]?(?:[.,;!)\n]|$)")


def _of_other_shares(text: str, named: list[Candidate]) -> list[Candidate]:
    """A day that is told for the other places, behind one of approval, is of approval too."""
    out = list(named)
    for at in range(1, len(out)):
        one, last = out[at], out[at - 1]
        if (
            one.strength >= Strength.NEEDED
            or last.strength < Strength.NEEDED
            or not (one.span.dated and one.span.value)
        ):
            continue
        between = text[last.end : one.start]
        if len(between) > _BACK or not (_OTHER_SHARE.fullmatch(between) and _SHARE_ENDS.match(text, one.end)):
            continue
        if all(c.strength > Strength.AGAINST or c.words.strip().casefold() == "until" for c in cues(between)):
            out[at] = replace(one, strength=last.strength)
    return out


# "... by the Friday after next? To be clear, that's November 27"
_THAT_IS = re.compile(
    r"(?:,?[ ](?:please|pls|if[ ]possible))?[ ]?[.?!,;:(-]{1,3}\s{1,3}"
    r"(?P<clear>(?:just[ ]|only[ ])?(?:to[ ]be[ ](?:\w+[ ])?(?:clear|precise|exact|specific|sure)|"
    r"in[ ]other[ ]words|for[ ](?:clarity|the[ ]avoidance[ ]of[ ]doubt)|by[ ](?:that|this|which)[ ](?:I|we)[ ]mean|"
    r"(?:I|we)[ ]mean|meaning),?[ ]|so,?[ ])?"
    r"(?P<that>(?:that|this|it|which)(?:'s|[ ]is|[ ]would[ ]be|'d[ ]be|[ ]means)[ ]|i\.e\.,?[ ])?+(?:by[ ]|on[ ])?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)


def _told_again(text: str, named: list[Candidate]) -> list[Candidate]:
    """A day of which it could not be told which it is, and that the next words tell as a date, is that date."""
    out: list[Candidate] = []
    for one in named:
        last = out[-1] if out else None
        open_day = last is not None and last.strength > 0 and last.span.why in (A_MONTH, EITHER_WEEK, OCCASION, SEASON)
        if last and open_day and one.span.value and one.span.dated:
            again = _THAT_IS.fullmatch(text, last.end - text[: last.end].endswith("."), one.start)
            weekday = _WEEKDAY.search(last.span.words)
            fits = weekday is None or weekday[0][:3].casefold() == WEEKDAYS[one.span.value.weekday()]
            fits = fits and (
                last.span.why != A_MONTH or f"{one.span.value:%b}".casefold() in last.span.words.casefold()
            )
            if again and fits and (again["that"] or again["clear"]):
                out[-1] = replace(one, strength=last.strength, wish=last.wish, hard=last.hard, rule=last.rule)
                continue
        out.append(one)
    return out


# what may stand between a day and the sentence right behind its own
_SENTENCE_BEFORE = re.compile(r"[^.!?]*[.!?]\s+(?:[a-z]+,?\s){0,2}$", re.IGNORECASE)


def _given_up(text: str, named: list[Candidate]) -> list[Candidate]:
    """Without the day that the next sentence gives up: "... by January 15. That is too late for us"."""
    behind = [m.start("that") for m in islice(IS_TAKEN_BACK.finditer(text), MOST)]
    out = list(named)
    for at in behind:
        near = [i for i, c in enumerate(out) if at - _BACK <= c.start < at and c.span.dated and c.end <= at]
        ends = _SENTENCE_BEFORE.match(text[out[near[-1]].end : at]) if near else None
        if ends and out[near[-1]].strength > 0 and (len(near) == 1 or out[near[-2]].strength <= 0):
            out[near[-1]] = _doubted(out[near[-1]], DENIED)
    return out


def _without_doubted(named: list[Candidate]) -> list[Candidate]:
    """Without days that are denied or asked about, where a day to rely on is named as well."""
    if any(c.strength >= Strength.NEEDED and c.span.value for c in named):
        return [c for c in named if c.span.why not in WEAK]
    return named


def _doubted(one: Candidate, why: str) -> Candidate:
    return replace(one, span=replace(one.span, value=None, why=why))


# "any day from January 11, the 15th being the last possible": of the same stretch
_FROM = re.compile(r"\b(?:from|between|starting|beginning)[ ](?:on[ ])?$", re.IGNORECASE)
_GOES_ON = re.compile(r"[^.;:!?\n\d]{1,40}")
_WEEK_OF = re.compile(r"(?:the[ ])?week[ ](?:of|from)[ ]", re.IGNORECASE)


def _with_months(text: str, named: list[Candidate], sent: date) -> Iterator[Candidate]:
    """Such as "the Board meets December 14, so by the 18th": the month is that of the day named before."""
    last: Candidate | None = None
    for one in named:
        day = one.span.value
        if one.span.monthless and day and last and last.span.value:
            before = last.span.value
            same = real_date(before.year, before.month, day.day)
            goes_on = _FROM.search(text, max(0, last.start - 16), last.start) and _GOES_ON.fullmatch(
                text, last.end, one.start
            )
            sure = (last.strength > Strength.AGAINST or goes_on) and same is not None and same >= before
            if (day.year, day.month) != (before.year, before.month):
                value, why = (same, "") if sure else (None, "could be of either month")
                one = replace(one, span=replace(one.span, value=value, why=why))
        if one.span.why == STRETCH:  # "between November 30 and December 4, at the latest on the 4th"
            days = date_spans(_WEEK_OF.sub("", one.span.words), sent) if _WEEK_OF.match(one.span.words) else []
            last = replace(one, span=days[0] if len(days) == 1 else last_day_of(one.span, sent))
        if one.span.value and one.span.value >= sent:
            last = one
        yield one


def _corrected(text: str, named: list[Candidate], *, labelled: bool) -> list[Candidate]:
    """Without the days that the writer takes back; a day that replaces one says what that one said."""
    days = [c for c in named if c.span.dated and c.strength > Strength.AGAINST]
    gone, instead = taken_back(text, [(c.start, c.end, labelled or c.strength > 0) for c in days])
    if not instead:
        return named
    strongest = max((days[i].strength for i in gone), default=Strength.NEEDED)
    replacing = {days[i].start for i in instead}
    dropped = {days[i].start for i in gone}
    return [
        replace(c, strength=max(c.strength, strongest)) if c.start in replacing else c
        for c in named
        if c.start not in dropped
    ]


# "the principal wants approval by November 20, your office told us December 11. I don't know which of them is right"
_WHICH_OF_THEM = re.compile(
    r"\bwhich[ ](?:one[ ])?(?:of[ ](?:them|these|the[ ]two|those)|date|day)[ ]is[ ](?:the[ ])?"
    r"(?:right|correct|valid|real)"
    r"|\b(?:been[ ]|were[ ])?(?:given|told|have|heard|got)[ ]two[ ](?:different[ ]|conflicting[ ])?"
    r"(?:dates|days|deadlines)\b",
    re.IGNORECASE,
)


def _only_told(one: Candidate) -> bool:
    return one.strength == Strength.NONE and one.span.dated and not one.span.short


_DENIES = re.compile(r"\b(?:not|instead[ ]of|rather[ ]than|in[ ]place[ ]of)[ ](?:\w+[ ])?\w*[\d]", re.IGNORECASE)

# "The board retreat is on December 3, not November 20" says nothing of the approval
_INSTEAD = re.compile(
    r"\b(?:p\.?[ ]?s\b|enough|fine|(?:will|would)[ ]do|works?|correct(?:ion|ed)?|misread|mistake|typo|meant|should|"
    r"sorry|approv\w*|sign[- ]?off|deadline)",
    re.IGNORECASE,
)


def _denied_later(text: str, named: list[Candidate], sent: date) -> list[Candidate]:
    """Without a day that later words take back: "Sign-off by 11/20 ... P.S. 12/4 is early enough, not 11/20"."""
    if not _DENIES.search(text):
        return named
    out = list(named)
    for piece, _ in with_context(text):
        spans = date_spans(piece.text, sent) if _DENIES.search(piece.text) else []
        gone = {s.value for s in spans if s.value and replaced(piece.text, s)}
        denied = [c for c in out if c.strength > 0 and c.span.value in gone and c.start < piece.start]
        others = [c for c in out if piece.start <= c.start < piece.end and c.span.dated and c.span.value not in gone]
        instead = [c for c in others if c.strength > Strength.AGAINST]
        if denied and instead and _INSTEAD.search(piece.text):
            strength = max(c.strength for c in denied)
            out = [
                replace(c, strength=max(c.strength, strength)) if c in instead else c for c in out if c not in denied
            ]
    return out


def _pointed_at(text: str, named: list[Candidate]) -> list[Candidate]:
    """A day that later words call the approval's: "We go live on November 2. That's also the date for approval"."""
    out = list(named)
    for piece, _ in with_context(text):
        back = pointing_back(piece.text)
        if back is None:
            continue
        at, strength = piece.source(back[0]), back[1]
        days = [i for i, c in enumerate(out) if at - _BACK <= c.start < at and c.span.dated]
        # of several days in reach nobody can tell which is meant
        if days and (len(days) == 1 or at - out[days[-1]].end < 25):
            out[days[-1]] = replace(out[days[-1]], strength=max(strength, out[days[-1]].strength))
    return out
