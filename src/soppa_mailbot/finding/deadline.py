"""The date by which the District's final approval and sign-off is needed (contract §4 "Deadline").

Every day that stands in the text is found first, then the words nearest to it say what it is for. Only days that are
for approval count; one such day is `received`, two different ones, a past one or words such as "ASAP" are `unclear`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from soppa_mailbot.finding.bare_answers import is_answer
from soppa_mailbot.finding.corrections import MOST
from soppa_mailbot.finding.dates_arithmetic import real_date
from soppa_mailbot.finding.dates_backwards import pointing_back
from soppa_mailbot.finding.dates_context import with_context
from soppa_mailbot.finding.dates_corrected import changes_a_day, taken_back
from soppa_mailbot.finding.dates_cues import Cue, Strength, cues
from soppa_mailbot.finding.dates_doubted import ASKED, DENIED, IS_TAKEN_BACK, WEAK, doubt
from soppa_mailbot.finding.dates_not_ours import attended, not_ours
from soppa_mailbot.finding.dates_spans import OF_SOMETHING_ELSE, STRETCH, DateSpan, date_spans, replaced
from soppa_mailbot.finding.dates_strength import (
    ARTICLE,
    AT_THE_LATEST,
    FRACTION,
    HABIT,
    HARD,
    LENGTH,
    OR_ELSE,
    WANTED_BY,
    WISH,
    strength_of,
)
from soppa_mailbot.finding.own_text import MAIL_SOURCES, without_foreign
from soppa_mailbot.finding.sentences import Piece, blanked, plain, quote
from soppa_mailbot.finding.still_open import day_open
from soppa_mailbot.model import DeadlineFinding, Evidence, Status

# A form or an order is for this or the next school year; a day farther away is a slip of the pen.
FARTHEST_YEARS = 3
_BACK = 160  # characters before "that is our deadline" in which its day stands
_LAST_YEAR = 9000  # a Date header of such a year is nonsense, and arithmetic on it would overflow


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: DateSpan
    strength: Strength
    rule: str
    quote: str
    wish: bool = False  # "ideally by": where a hard date stands beside it, that one counts
    hard: bool = False  # "no later than"
    start: int = 0  # in the whole text
    end: int = 0


_LETTER_OF_A_DAY = re.compile(
    r"\b(?:see|refer[ ]to|as[ ](?:stated|given|said)[ ]in|per|according[ ]to)[ ]"
    r"(?:(?:our|the|my|attached|cover(?:ing)?|this)[ ]){0,2}"
    r"(?:e-?mail|message|letter|mail|note|quot(?:e|ation)|order[ ]form|proposal)\b(?:[ ](?:of|from|dated|sent)\b.*)?",
    re.IGNORECASE,
)


def find(
    text: str,
    sent: date,
    *,
    source: str,
    labelled: bool = False,
    answering: bool = False,
    page: int = 0,
    names: Collection[str] = (),
    district_names: Collection[str] = (),
) -> DeadlineFinding:
    """The approval date that a text names.

    `sent` is the day the message was sent, in the district's time zone: relative dates and days without a year count
    from it. `labelled`: the text is the answer to a form's question for this date, so a day needs no further words.
    `answering`: the text answers a request for what is missing, so a day that stands by itself counts as well
    (`bearing` "bare"); one of which other words are said is unclear ("passing"). `names`: words in lower case of which
    the schools' names consist; they may stand beside a day that stands by itself. `district_names`: the District's, so
    that another district's day can be told.
    In papers (a `source` other than body or subject) only words of approval count, since papers are full of dates.
    """
    if not 1900 < sent.year < _LAST_YEAR:
        return DeadlineFinding(Status.MISSING, detail=f"the message's own date ({sent.year}) is impossible")
    paper = source not in MAIL_SOURCES and not source.lower().endswith((".eml", ".msg"))
    original = plain(text)
    if labelled:
        original = _LETTER_OF_A_DAY.sub(" ", original)  # the day of the letter that says it is not the day asked for
    seen = original if paper or labelled else without_foreign(original)
    named: list[_Candidate] = []
    vague: list[_Candidate] = []
    for piece, context in with_context(seen):
        named += _judge_piece(piece, context, text, sent, paper=paper, labelled=labelled, district_names=district_names)
        if not paper and not labelled:
            vague += _open_answer(piece, text, sent)
    named = _corrected(seen, list(_with_months(named, sent)), labelled=labelled)
    named = _denied_later(seen, named, sent)
    if _WHICH_OF_THEM.search(seen):
        named = [replace(c, strength=Strength.NEEDED) if _only_told(c) else c for c in named]
    named = _without_doubted(_given_up(seen, _pointed_at(seen, named)))
    candidates = [c for c in named if c.strength > 0] + vague
    loose = [c for c in named if c.strength <= 0]
    if paper and not labelled:
        candidates = [c for c in candidates if c.strength == Strength.APPROVAL and c.span.dated]
    uncued = [c for c in loose if c.strength == Strength.NONE]
    if labelled:
        candidates = [c for c in candidates if c.span.dated] or uncued or candidates
        if not candidates and not loose:
            return _answer_without_date(original, text, source, page)
    elif not candidates and not answering and not paper and (alone := _by_themselves(seen, uncued)):
        candidates = alone
    elif answering and candidates and all(c.strength == Strength.BOARD for c in candidates):
        return replace(_decide(candidates, sent, source, page), bearing="passing")
    elif answering and not candidates:
        bare = _bare(seen, uncued, names)
        return _lone(seen, uncued, bare, sent, source, page, alone=len(uncued) == len(loose))
    elif not candidates and not paper and (hurry := _in_a_hurry(seen)):
        proof = Evidence(source, quote(text, *hurry.span()), page, "wanted soon, no day named")
        return DeadlineFinding(Status.UNCLEAR, None, hurry["soon"], (proof,), f"no date: “{hurry['soon']}”")
    # "we need final approval at the Board meeting of January 26" says when it is needed
    by_board = bool(candidates) and all(
        c.strength == Strength.BOARD and not _ASKED_OF_BOARD.search(c.quote) for c in candidates
    )
    found = replace(_decide(candidates, sent, source, page), by_board=by_board)
    if found.status is Status.RECEIVED and not paper and not labelled and (said := day_open(seen)):
        return replace(found, status=Status.UNCLEAR, value=None, detail=f"a day is named, but also: “{said}”")
    return found


# what may stand between a day and the sentence right behind its own
_SENTENCE_BEFORE = re.compile(r"[^.!?]*[.!?]\s+(?:[a-z]+,?\s){0,2}$", re.IGNORECASE)


def _given_up(text: str, named: list[_Candidate]) -> list[_Candidate]:
    """Without the day that the next sentence gives up: "... by January 15. That is too late for us"."""
    behind = [m.start("that") for m in islice(IS_TAKEN_BACK.finditer(text), MOST)]
    out = list(named)
    for at in behind:
        near = [i for i, c in enumerate(out) if at - _BACK <= c.start < at and c.span.dated and c.end <= at]
        ends = _SENTENCE_BEFORE.match(text[out[near[-1]].end : at]) if near else None
        if ends and out[near[-1]].strength > 0 and (len(near) == 1 or out[near[-2]].strength <= 0):
            out[near[-1]] = _doubted(out[near[-1]], DENIED)
    return out


def _without_doubted(named: list[_Candidate]) -> list[_Candidate]:
    """Without days that are denied or asked about, where a day to rely on is named as well."""
    if any(c.strength >= Strength.NEEDED and c.span.value for c in named):
        return [c for c in named if c.span.why not in WEAK]
    return named


def _doubted(one: _Candidate, why: str) -> _Candidate:
    return replace(one, span=replace(one.span, value=None, why=why))


_ASKED_OF_BOARD = re.compile(
    r"\b(?:approv\w+|sign(?:ed)?[ -]?off|dead[ -]?line|need\w*|must|due|required?|no[ ]later)\b", re.I
)
_BY_ITSELF = re.compile(
    r"\W*(?:(?:please|pls|plz)[ ]by\W*|by[ ]\W*(?:please|pls|plz)(?:[ ](?:and[ ])?th(?:anks|x)\w*)?\W*)", re.I
)
# "ASAP please, the teacher is waiting", "they'd like to get going as soon as possible": the approval, not an answer
_HURRY = re.compile(
    r"[^.!?;\n]{0,120}?(?P<soon>\basap\b|\ba\.s\.a\.p\b|\bas[ ](?:soon|quickly|fast)[ ]as[ ](?:possible|you[ ]can|"
    r"(?:the[ ]district|you)[ ](?:is|are)[ ]able)\b)[^.!?;\n]{0,80}",
    re.IGNORECASE,
)
_OF_AN_ANSWER = re.compile(
    r"\b(?:reply|repl(?:ies|ied)|respon[ds]\w*|answer\w*|call|contact|let|get[ ]back|hear|e-?mail|send|sent|sending|"
    r"return|forward|submit|provide|question\w*|invoice\w*|pay\w*|ship\w*|deliver\w*|we(?:'ll|[ ]will)|"
    r"I(?:'ll|[ ]will)|training\w*|demo\w*|onboarding|install\w*|set-?up|follow|meet\w*|schedule\w*|confirm\w*|know)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:please|start\w*|begin\w*|going|us(?:e|ing)|need\w*|want\w*|like|hop\w+|approv\w*|launch\w*|roll\w*|wait\w*|"
    r"possible|move|push|process\w*|review\w*)\b",
    re.IGNORECASE,
)


def _in_a_hurry(text: str) -> re.Match[str] | None:
    """The first sentence that wants the purchase soon and names no day."""
    return next(
        (m for m in _HURRY.finditer(text) if not _OF_AN_ANSWER.search(m[0]) and _WANTED.search(m[0])),
        None,
    )


def _bare(text: str, days: list[_Candidate], names: Collection[str]) -> list[_Candidate]:
    """The days that stand by themselves, as an answer does."""
    return [day for day, said in _around(text, days) if is_answer(said, names)]


_BY_TODAY = re.compile(r"\b(?:by|due|until|before|needed)[ ]$", re.I)
_INSIDE = re.compile(r"\W*(?:from|after|since|following|as[ ]of|starting|beginning)\W*", re.I)


def _of_a_span(cue: Cue, spans: list[DateSpan]) -> bool:
    """Whether a word is part of a day's own words: "four weeks from today"."""
    inside = any(s.dated and s.start <= cue.start and cue.end <= s.end for s in spans)
    return inside and _INSIDE.fullmatch(cue.words) is not None


def _by_themselves(text: str, days: list[_Candidate]) -> list[_Candidate]:
    """The days of sentences such as "By 9/30 pls": in a mail to those who approve, the day by which it is wanted."""
    return [replace(d, strength=Strength.NEEDED) for d, said in _around(text, days) if _BY_ITSELF.fullmatch(said)]


def _lone(
    text: str, days: list[_Candidate], bare: list[_Candidate], sent: date, source: str, page: int, *, alone: bool
) -> DeadlineFinding:
    """Days of an answer of which no word says that they are for approval. `alone`: no other day stands in it."""
    days = [c for c in days if c.span.dated and (not c.span.short or len(text.split()) < 40)]
    changing = [c for c in days if changes_a_day(text, c.start, c.end)]
    if changing:
        return _decide(changing, sent, source, page)
    answers = [c for c in days if c in bare]
    if answers:
        return replace(_decide(answers, sent, source, page), bearing="bare")
    if not days or not alone:
        return DeadlineFinding(Status.MISSING)
    why = f"“{days[0].span.words}” stands there, but not that it is the date for approval"
    return replace(_unclear(days, why, source, page), bearing="passing")


def _around(text: str, days: list[_Candidate]) -> Iterator[tuple[_Candidate, str]]:
    """Each day with the piece in which it stands, without any days; days are in order."""
    left = list(reversed(days))
    for piece, _ in with_context(text):
        here: list[_Candidate] = []
        while left and left[-1].start <= piece.end:
            day = left.pop()
            here += [day] if day.start >= piece.start else []
        if not here:
            continue
        said = blanked(piece.text, [(piece.offset(d.start), piece.offset(d.end)) for d in here])
        yield from ((day, said) for day in here)


def _with_months(named: list[_Candidate], sent: date) -> Iterator[_Candidate]:
    """Such as "the Board meets December 14, so by the 18th": the month is that of the day named before."""
    last: _Candidate | None = None
    for one in named:
        day = one.span.value
        if one.span.monthless and day and last and last.span.value:
            before = last.span.value
            same = real_date(before.year, before.month, day.day)
            sure = last.strength > Strength.AGAINST and same is not None and same >= before
            if (day.year, day.month) != (before.year, before.month):
                value, why = (same, "") if sure else (None, "could be of either month")
                one = replace(one, span=replace(one.span, value=value, why=why))
        if one.span.why == STRETCH:  # "between November 30 and December 4, at the latest on the 4th"
            last = replace(one, span=_last_day_of(one.span, sent))
        if one.span.value and one.span.value >= sent:
            last = one
        yield one


def _corrected(text: str, named: list[_Candidate], *, labelled: bool) -> list[_Candidate]:
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


def _only_told(one: _Candidate) -> bool:
    return one.strength == Strength.NONE and one.span.dated and not one.span.short


_DENIES = re.compile(r"\b(?:not|instead[ ]of|rather[ ]than|in[ ]place[ ]of)[ ](?:\w+[ ])?\w*[\d]", re.IGNORECASE)
# "The board retreat is on December 3, not November 20" says nothing of the approval
_INSTEAD = re.compile(
    r"\b(?:p\.?[ ]?s\b|enough|fine|(?:will|would)[ ]do|works?|correct(?:ion|ed)?|misread|mistake|typo|meant|should|"
    r"sorry|approv\w*|sign[- ]?off|deadline)",
    re.IGNORECASE,
)


def _denied_later(text: str, named: list[_Candidate], sent: date) -> list[_Candidate]:
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


def _pointed_at(text: str, named: list[_Candidate]) -> list[_Candidate]:
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


def _judge_piece(
    piece: Piece,
    context: str,
    original: str,
    sent: date,
    *,
    paper: bool,
    labelled: bool,
    district_names: Collection[str],
) -> Iterator[_Candidate]:
    """Each date of a piece with the strength of what is said about it."""
    every = date_spans(piece.text, sent)
    if not every:
        return
    taken_back = [s for s in every if replaced(piece.text, s)]
    # with the word before it, so that "from" or "not" cannot speak of the next date
    own = blanked(piece.text, [(max(0, piece.text.rfind(" ", 0, max(0, s.start - 1))), s.end) for s in taken_back])
    prefix = context + " " if context else ""
    text = prefix + own
    kept = [s for s in every if s not in taken_back]
    spans = [_moved(s, len(prefix)) for s in kept]
    found = [c for c in cues(text) if not _of_a_span(c, spans)]
    previous = 0
    last = Strength.NONE
    for at, (span, moved) in enumerate(zip(kept, spans, strict=True)):
        before = text[max(previous, moved.start - 60) : moved.start]
        either = at > 0 and span.dated and OR_ELSE.fullmatch(text, previous, moved.start)
        ended, previous = previous, moved.end
        if span.short and FRACTION.search(before):
            continue
        if span.words.casefold() == "today" and not _BY_TODAY.search(before):
            continue  # "paperwork to you today"
        cue, strength = strength_of(text, moved, spans, found)
        if either and last > 0:
            strength = max(strength, last)
        if strength == Strength.BOARD and _ONLY_TOLD.search(text) and not _BY_THEN.search(text, moved.end):
            continue
        if span.why == STRETCH and _is_aside(text, moved, strength):
            continue
        if span.why == STRETCH and _WINDOW.search(text[: moved.start]):
            span, strength = _last_day_of(span, sent), Strength.APPROVAL
        if LENGTH.search(span.words) and HABIT.search(before):
            strength = min(strength, Strength.AGAINST)
        last = strength
        if moved.value and moved.value < sent and strength > 0 and not WANTED_BY.search(before):
            continue  # "approved on October 5": what has happened
        if strength > 0 and OF_SOMETHING_ELSE.match(text, moved.end) and ARTICLE.search(before):
            span = DateSpan(span.start, span.end, span.words, None, "the day of something else", dated=False)
        if (strength > 0 or labelled) and span.dated and span.value:
            following = next((s.start for s in spans[at + 1 :] if s.value), len(text))
            if not labelled and (
                not_ours(text, moved.start, moved.end, last=ended, paper=paper, names=district_names)
                or (strength == Strength.BOARD and attended(text, moved.start))
            ):
                strength = Strength.AGAINST
            elif why := doubt(text, moved.start, moved.end, last=ended, following=following, labelled=labelled):
                span = replace(span, value=None, why=why)
        yield _Candidate(
            span,
            strength,
            f"date near “{cue.words.strip()}”" if cue and strength != Strength.NONE else "a date by itself",
            quote(original, piece.start, piece.end) if len(piece.text) <= 200 else _window(original, piece, span),
            wish=bool(WISH.search(before)),
            hard=bool(HARD.search(before) or AT_THE_LATEST.match(text, moved.end)),
            start=piece.source(kept[at].start),
            end=piece.source(kept[at].end),
        )


# "I saw that the Board meets on December 14. I don't know whether this has to go there": asks, and wants nothing
_ONLY_TOLD = re.compile(
    r"\b(?:i|we)[ ](?:saw|see|noticed?|read|understand|heard|hear|know|found|(?:do[ ]not|don't)[ ]know)\b|\bwhether\b|"
    r"\baccording[ ]to[ ]your[ ]web ?site\b",
    re.IGNORECASE,
)

_BY_THEN = re.compile(
    r"\b(?:approv\w+|sign(?:ed)?[ -]?off|decision)\b[^.?!;]{0,40}"
    r"\b(?:by|before|at)[ ](?:then\b|that[ ](?:date|day|meeting|time))",
    re.IGNORECASE,
)


# "the window for the District's final approval runs from": its last day is the deadline
_WINDOW = re.compile(
    r"\b(?:window|period|timeframe|time[ ]frame|span)\b[^.;:]{0,40}\b(?:approv\w+|"
    r"sign[- ]?off)\b[^.;:]{0,30}\b(?:from|between)[ ]$"
    r"|\b(?:approv\w+|sign[- ]?off)[ ](?:window|period)\b[^.;:]{0,30}\b(?:from|between|is|of)[ ]$",
    re.IGNORECASE,
)
_TO = re.compile(r"[ ]?(?:-|\b(?:to|through|thru|until|till|and)\b)[ ]?", re.IGNORECASE)


def _last_day_of(stretch: DateSpan, sent: date) -> DateSpan:
    days = date_spans(_TO.split(stretch.words)[-1], sent)
    if len(days) != 1 or days[0].value is None:
        return stretch
    return DateSpan(stretch.start, stretch.end, stretch.words, days[0].value)


def _is_aside(text: str, span: DateSpan, strength: Strength) -> bool:
    """Such as "the winter window (January 19 - February 5)", "review between January 5 and January 22": no deadline."""
    before = text[: span.start].casefold()
    bracketed = before.endswith("(") and text[span.end : span.end + 1] == ")"
    return bracketed or (before.endswith("between ") and strength < Strength.APPROVAL)


def _decide(candidates: list[_Candidate], sent: date, source: str, page: int) -> DeadlineFinding:
    """One day for approval is received; none is missing; anything else is unclear, with the reason."""
    if not candidates:
        return DeadlineFinding(Status.MISSING)
    firm = [c for c in candidates if c.span.value]
    top = [c for c in firm if c.strength >= Strength.NEEDED] or firm
    future = [c for c in top if c.span.value and c.span.value >= sent]
    broken = [c for c in candidates if c.span.dated and not c.span.value and c.strength >= Strength.NEEDED]
    # "between November 30 and December 4, at the latest on the 4th"
    broken = [
        c
        for c in broken
        if c.span.why != STRETCH or _last_day_of(c.span, sent).value not in {f.span.value for f in future}
    ]
    if any(c.hard for c in future) and any(c.wish for c in future):
        future = [c for c in future if c.hard or not c.wish]
    days = sorted({c.span.value for c in future if c.span.value})
    if len(days) == 1 and not broken:
        return _received(future, days[0], sent, source, page)
    if len(days) > 1:
        why = "two different dates: " + ", ".join(_unique(c.span.words for c in future))
        return _unclear(future, why, source, page)
    if broken:
        return _unclear(broken, f"{broken[0].span.why}: “{broken[0].span.words}”", source, page)
    if top:
        return _unclear(top, f"already past: {top[0].span.words}", source, page)
    vague = [c for c in candidates if c.strength >= Strength.NEEDED] or candidates
    return _unclear(vague, f"{vague[0].span.why or 'no date'}: “{vague[0].span.words.strip()}”", source, page)


def _received(found: list[_Candidate], day: date, sent: date, source: str, page: int) -> DeadlineFinding:
    if day > sent + timedelta(days=366 * FARTHEST_YEARS):
        return _unclear(found, f"more than {FARTHEST_YEARS} years away: {found[0].span.words}", source, page)
    return DeadlineFinding(Status.RECEIVED, day, found[0].span.words, _evidence(found, source, page))


def _unclear(found: list[_Candidate], detail: str, source: str, page: int) -> DeadlineFinding:
    # who only asks whether that is the day has named none, and a form beside the mail may
    said = [c for c in found if c.span.why != ASKED]
    return DeadlineFinding(
        Status.UNCLEAR,
        None,
        " / ".join(_unique(c.span.words.strip() for c in said)),
        _evidence(found, source, page),
        detail,
    )


_DEADLINE_LABEL = re.compile(
    r"[ ]*(?:[*•>(+\-]{0,2}[ ]?\(?\w{0,2}[.)][ ]*|"
    r"[*•>+\-]{1,2}[ ]*)?(?P<label>[A-Za-z][^:\n]{0,70}?)[ ]?(?::|-+>|"
    r"[ ]-[ ])[ ]*(?P<answer>\S[^\n]{0,60})$"
)
_ASKS_FOR_DAY = re.compile(
    r"\b(?:dead[ -]?line|needed[ ]by|by[ ]when|date[ ]needed)\b|\bdate\b.{0,30}\bapproval\b|"
    r"\bapproval\b.{0,30}\bdate\b",
    re.I,
)


def _open_answer(piece: Piece, original: str, sent: date) -> list[_Candidate]:
    """Such as "Deadline: whenever you can": a label for the day with words that hold none."""
    match = _DEADLINE_LABEL.match(piece.text.rstrip())
    if not match or not _ASKS_FOR_DAY.search(match["label"]) or any(c.strength < 0 for c in cues(match["label"])):
        return []
    answer = match["answer"].strip(" .!")
    if (
        not answer
        or _POINTS_ELSEWHERE.fullmatch(answer)
        or date_spans(piece.text, sent)
        or "attached" in answer.lower()
    ):
        return []
    span = DateSpan(match.start("answer"), match.end("answer"), answer, None, "no date", dated=False)
    return [_Candidate(span, Strength.NEEDED, "the answer to a label", quote(original, piece.start, piece.end))]


_POINTS_ELSEWHERE = re.compile(
    r"\W*(?:(?:please[ ])?(?:see|refer|as[ ](?:in|per|stated))\b.{0,60}|n/?a\W*|none\W*|"
    r"not[ ]applicable\W*|-+|)\W*",
    re.I,
)


def _answer_without_date(seen: str, text: str, source: str, page: int) -> DeadlineFinding:
    """A form's answer that holds no day at all: pointing to another paper is no answer, other words are unclear."""
    words = " ".join(seen.split())
    if len(words) < 90 and _POINTS_ELSEWHERE.fullmatch(words):
        return DeadlineFinding(Status.MISSING, detail=f"the answer is “{words}”" if words else "")
    proof = Evidence(source, quote(text, 0, len(text)), page, "the answer to the form's question")
    return DeadlineFinding(Status.UNCLEAR, None, words[:200], (proof,), f"no date: “{words[:80]}”")


def _evidence(found: list[_Candidate], source: str, page: int) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(Evidence(source, c.quote, page, c.rule) for c in found[:6]))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))[:4]


def _window(original: str, piece: Piece, span: DateSpan) -> str:
    start = piece.source(max(0, span.start - 120))
    return quote(original, start, piece.source(min(len(piece.text), span.end + 60)))


def _moved(span: DateSpan, by: int) -> DateSpan:
    return DateSpan(span.start + by, span.end + by, span.words, span.value, span.why, span.dated, span.short)
