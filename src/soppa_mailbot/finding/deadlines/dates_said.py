"""Each day of a text, with how strongly the words about it say that it is for approval."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.sentences import Piece, blanked, quote
from soppa_mailbot.finding.deadlines.dates_cues import Cue, Strength, cues
from soppa_mailbot.finding.deadlines.dates_doubted import doubt
from soppa_mailbot.finding.deadlines.dates_in_text import STRETCH, DateSpan
from soppa_mailbot.finding.deadlines.dates_not_ours import attended, not_ours
from soppa_mailbot.finding.deadlines.dates_occasions import is_occasion
from soppa_mailbot.finding.deadlines.dates_relative import OF_SOMETHING_ELSE
from soppa_mailbot.finding.deadlines.dates_replaced import replaced
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.finding.deadlines.dates_strength import (
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
from soppa_mailbot.finding.deadlines.dates_vague import A_YEAR


@dataclass(frozen=True, slots=True)
class Candidate:
    span: DateSpan
    strength: Strength
    rule: str
    quote: str
    wish: bool = False  # "ideally by": where a hard date stands beside it, that one counts
    hard: bool = False  # "no later than"
    start: int = 0  # in the whole text
    end: int = 0


def judged_piece(
    piece: Piece,
    context: str,
    original: str,
    sent: date,
    *,
    paper: bool,
    labelled: bool,
    district_names: Collection[str],
) -> Iterator[Candidate]:
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
        if span.why == A_YEAR and (int(span.words[-4:]) < sent.year or _WAS_DONE.search(text, 0, moved.start)):
            continue  # "It was reviewed by a panel in 2024 and again in 2026"
        if span.short and FRACTION.search(before):
            continue
        if _OF_TODAY.fullmatch(span.words) and not _BY_TODAY.search(before):
            continue  # "paperwork to you today"
        cue, strength = strength_of(text, moved, spans, found)
        if either and last > 0:
            strength = max(strength, last)
        if (
            strength <= 0
            and _SO_BY.search(text, max(0, moved.start - 200), moved.start)
            and _ENDS_HERE.match(text, moved.end)
        ):
            strength = Strength.APPROVAL
        if strength == Strength.BOARD and _ONLY_TOLD.search(text) and not _BY_THEN.search(text, moved.end):
            continue
        if span.why == STRETCH and _is_aside(text, moved, strength):
            continue
        if span.why == STRETCH and _WINDOW.search(text[: moved.start]):
            span, strength = last_day_of(span, sent), Strength.APPROVAL
        if LENGTH.search(span.words) and HABIT.search(before):
            strength = min(strength, Strength.AGAINST)
        last = strength
        if strength == Strength.BOARD and _is_over(span, sent):
            if not _STILL_ASKED.search(text):
                continue  # "I watched your October 19 board meeting", written on October 23
            span = replace(span, value=None, why="already past, or a year away")
        if moved.value and moved.value < sent and strength > 0 and not WANTED_BY.search(before):
            continue  # "approved on October 5": what has happened
        if strength > 0 and OF_SOMETHING_ELSE.match(text, moved.end) and ARTICLE.search(before):
            span = DateSpan(span.start, span.end, span.words, None, "the day of something else", dated=False)
        if (strength > 0 or labelled) and span.dated and span.value:
            following = next((s.start for s in spans[at + 1 :] if s.value), len(text))
            if not labelled and (
                not_ours(text, moved.start, moved.end, last=ended, paper=paper, names=district_names)
                or (strength == Strength.BOARD and attended(text, moved.start))
                or _of_their_board(text, cue)
                or is_occasion(text, moved, next((s for s in spans[at + 1 :] if s.dated), None), found)
            ):
                strength = Strength.AGAINST
            elif why := doubt(text, moved.start, moved.end, last=ended, following=following, labelled=labelled):
                span = replace(span, value=None, why=why)
        yield Candidate(
            span,
            strength,
            f"date near “{cue.words.strip()}”" if cue and strength != Strength.NONE else "a date by itself",
            quote(original, piece.start, piece.end) if len(piece.text) <= 200 else _window(original, piece, span),
            wish=bool(WISH.search(before)),
            hard=bool(HARD.search(before) or AT_THE_LATEST.match(text, moved.end)),
            start=piece.source(kept[at].start),
            end=piece.source(kept[at].end),
        )


_WAS_DONE = re.compile(
    r"\b(?:was|were|has[ ]been|have[ ]been)[ ](?:(?:first|also|last|independently|officially|"
    r"\w+ly)[ ])?\w+ed\b[^.;!?]*$",
    re.IGNORECASE,
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

# a Board's meeting is not spoken of so long before, unless its year is said
_TOO_FAR = timedelta(days=300)
_YEAR = re.compile(r"\b20\d\d\b|'\d\d|[/.-]\d\d(?:\d\d)?$|\byear\b", re.I)
_STILL_ASKED = re.compile(r"\b(?:please|kindly|take|put|bring|add|place|submit|approve|need|want|would|could)\b", re.I)


def _is_over(span: DateSpan, sent: date) -> bool:
    return bool(span.value and span.value - sent > _TOO_FAR and not _YEAR.search(span.words))


# "Our own board meets on December 9", "we have a board meeting on December 9": the vendor's
_THEIR_BOARD = re.compile(
    r"\b(?:our|my)[ ](?:own[ ])?(?:[\w-]+(?:'s|s')[ ])?(?:own[ ]|corporate[ ]|next[ ]|quarterly[ ]|annual[ ])*$"
    r"|\b(?:we|I)(?:'ve|[ ]have|[ ]hold|[ ]are[ ]having|'re[ ]having)[ ](?:(?:a|an|our|my|another)[ ])"
    r"(?:own[ ]|corporate[ ]|quarterly[ ])?$",
    re.I,
)


def _of_their_board(text: str, cue: Cue | None) -> bool:
    """Whether the board that meets is the vendor's own, and not the District's."""
    return (
        cue is not None
        and cue.strength == Strength.BOARD
        and _THEIR_BOARD.search(text[max(0, cue.start - 40) : cue.start]) is not None
    )


# "the window for the District's final approval runs from": its last day is the deadline
_WINDOW = re.compile(
    r"\b(?:window|period|timeframe|time[ ]frame|span)\b[^.;:]{0,40}\b(?:approv\w+|"
    r"sign[- ]?off)\b[^.;:]{0,30}\b(?:from|between)[ ]$"
    r"|\b(?:approv\w+|sign[- ]?off)[ ](?:window|period)\b[^.;:]{0,30}\b(?:from|between|is|of)[ ]$",
    re.IGNORECASE,
)

# "Approval is needed in time for our January 5 start, so by December 18."
_SO_BY = re.compile(
    r"\b(?:approv(?:al|ed?)|sign(?:ed)?[- ]?off)\b[^;!?]{0,60}?\b(?:before|in[ ]time[ ]for|prior[ ]to|ahead[ ]of)\b"
    r"[^;!?]{3,60}?[ ,(-](?:so|i\.e\.,?|that[ ]is,?|that's|meaning|hence|thus|therefore)[ ]"
    r"(?:by|before|no[ ]later[ ]than|on[ ]or[ ]before)[ ](?:\w+,?[ ])?$",
    re.IGNORECASE,
)
_ENDS_HERE = re.compile(r"[ ]?(?:[.,;!?)]|$)|[ ](?:please|at[ ]the[ ]latest|or[ ](?:earlier|sooner))\b", re.IGNORECASE)
_OF_TODAY = re.compile(
    r"(?:[\w. ]{0,30}\b(?:end|close|day|business|hours|c\.?o\.?b|e\.?o\.?[db]|midnight)\.?[ ](?:of[ ])?)?"
    r"(?:today|tonight)",
    re.I,
)
_BY_TODAY = re.compile(r"\b(?:by|due|until|till|before|needed|than)[ ]$", re.I)

_INSIDE = re.compile(r"\W*(?:from|after|since|following|as[ ]of|starting|beginning)\W*", re.I)


def _of_a_span(cue: Cue, spans: list[DateSpan]) -> bool:
    """Whether a word is part of a day's own words: "four weeks from today"."""
    inside = any(s.dated and s.start <= cue.start and cue.end <= s.end for s in spans)
    return inside and _INSIDE.fullmatch(cue.words) is not None


_TO = re.compile(r"[ ]?(?:-|\b(?:to|through|thru|until|till|and)\b)[ ]?", re.IGNORECASE)


def last_day_of(stretch: DateSpan, sent: date) -> DateSpan:
    days = date_spans(_TO.split(stretch.words)[-1], sent)
    if len(days) != 1 or days[0].value is None:
        return stretch
    return DateSpan(stretch.start, stretch.end, stretch.words, days[0].value)


def _is_aside(text: str, span: DateSpan, strength: Strength) -> bool:
    """Such as "the winter window (January 19 - February 5)", "review between January 5 and January 22": no deadline."""
    before = text[: span.start].casefold()
    bracketed = before.endswith("(") and text[span.end : span.end + 1] == ")"
    return bracketed or (before.endswith("between ") and strength < Strength.APPROVAL)


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

POINTS_ELSEWHERE = re.compile(
    r"\W*(?:(?:please[ ])?(?:see|refer|as[ ](?:in|per|stated))\b.{0,60}|n/?a\W*|none\W*|"
    r"not[ ]applicable\W*|-+|)\W*",
    re.I,
)


def open_answer(piece: Piece, original: str, sent: date) -> list[Candidate]:
    """Such as "Deadline: whenever you can": a label for the day with words that hold none."""
    match = _DEADLINE_LABEL.match(piece.text.rstrip())
    if not match or not _ASKS_FOR_DAY.search(match["label"]) or any(c.strength < 0 for c in cues(match["label"])):
        return []
    answer = match["answer"].strip(" .!")
    if not answer or POINTS_ELSEWHERE.fullmatch(answer) or date_spans(piece.text, sent) or "attached" in answer.lower():
        return []
    span = DateSpan(match.start("answer"), match.end("answer"), answer, None, "no date", dated=False)
    return [Candidate(span, Strength.NEEDED, "the answer to a label", quote(original, piece.start, piece.end))]


def _window(original: str, piece: Piece, span: DateSpan) -> str:
    start = piece.source(max(0, span.start - 120))
    return quote(original, start, piece.source(min(len(piece.text), span.end + 60)))


def _moved(span: DateSpan, by: int) -> DateSpan:
    return DateSpan(span.start + by, span.end + by, span.words, span.value, span.why, span.dated, span.short)
