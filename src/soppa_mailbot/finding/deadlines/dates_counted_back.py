"""Days that are counted back from one named before: "We start on February 1. Approval is needed a week before that"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import NUMBERS
from soppa_mailbot.finding.deadlines.dates_cues import Strength
from soppa_mailbot.finding.deadlines.dates_doubted import doubt
from soppa_mailbot.finding.deadlines.dates_in_text import NUMBER
from soppa_mailbot.finding.deadlines.dates_loose import ABOUT
from soppa_mailbot.finding.deadlines.dates_not_ours import not_ours
from soppa_mailbot.finding.deadlines.dates_relative import FROM_ANOTHER, days_in
from soppa_mailbot.finding.deadlines.dates_said import Candidate

_REACH = 250  # characters from the day to the count
_COUNT = re.compile(
    rf"(?P<about>about|approx\w*\.?|roughly|around|some|~)?[ ]?(?:at[ ]least[ ]|exactly[ ])?"
    rf"\b(?P<number>{NUMBER})[ ](?P<unit>days?|weeks?|fortnights?)[ ]"
    r"(?P<earlier>earlier|beforehand|(?:before|prior|ahead|in[ ]advance)(?=\W*$))?"
    r"(?:(?:before|prior[ ]to|ahead[ ]of|in[ ]advance[ ]of)[ ](?:that|this|then|it)"
    r"(?:[ ](?:very[ ]|same[ ])?(?:day|date)\b|(?=[ ]?$)|(?=[ ](?:so|and|or|at|but|please|from|by)\b))"
    r"|(?:before|prior[ ]to|ahead[ ]of|in[ ]advance[ ]of)[ ](?:the|our|their|that|its)[ ](?:first[ ])?"
    r"(?P<noun>start|begin|launch|train|kick|roll|go-live|lesson|class|course|season|event|concert|meet|trip|pilot|"
    r"install|show)\w*)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"')]?\s")
_CLAUSE = 80  # characters beside a day in which its occasion is told


def counted_back(text: str, named: list[Candidate], *, paper: bool, names: Collection[str]) -> list[Candidate]:
    """The days of a text in order, each count that has one day to go back from as the day it is."""
    return _resolved(text.replace("\n", " "), named, paper, names) if any(_is_count(c) for c in named) else named


def _is_count(one: Candidate) -> bool:
    at_least = one.span.why == ABOUT and "at least" in one.span.words.casefold()
    return one.span.value is None and (at_least or one.span.why == FROM_ANOTHER)


def _resolved(text: str, named: list[Candidate], paper: bool, names: Collection[str]) -> list[Candidate]:
    told: list[Candidate] = []
    out: list[Candidate] = []
    for one in named:
        count = _COUNT.search(one.span.words) if _is_count(one) else None
        if count is None or one.strength < Strength.APPROVAL:
            if count is not None and count["earlier"]:
                continue  # than what, and for what?
            told += [one] if one.span.value and one.span.dated else []
            out.append(one)
            continue
        day = _the_day(text, told, one, count["noun"] or "")
        if day is not None and not_ours(text, one.start, one.end, last=day.end, paper=paper, names=names):
            continue
        if day is not None and doubt(text, one.start, one.end, last=day.end, following=len(text), labelled=False):
            day = None
        if day is not None and day.span.value and not count["about"] and (count.end() > count.end("unit") + 1):
            words = count["number"].lower()
            number = int(words) if words.isdigit() else NUMBERS[words]
            back = timedelta(days=number * days_in(count["unit"]))
            span = replace(one.span, value=day.span.value - back, why="", dated=True)
            # "They need it by May 3, approval a week before that": the day itself is of the use
            out = [replace(c, strength=Strength.AGAINST) if c is day else c for c in out]
            out.append(replace(one, span=span))
        elif not count["earlier"]:  # else it may be earlier than anything
            out.append(one)
    return out


def _the_day(text: str, told: list[Candidate], count: Candidate, noun: str) -> Candidate | None:
    """The one day from which is counted; none where it stands too far away, or another beside it."""
    near = [c for c in told if 0 <= count.start - c.end <= _REACH]
    if not near:
        return None
    day = near[-1]
    if any(c.span.value != day.span.value and not _SENTENCE.search(text, c.end, day.start) for c in near[:-1]):
        return None
    if day.strength >= Strength.APPROVAL:
        return None  # of two days for approval nobody can tell which one is meant
    if len(_SENTENCE.findall(text, day.end, count.start)) > 1:
        return None
    around = text[max(0, day.start - _CLAUSE) : min(count.start, day.end + _CLAUSE)].casefold()
    return day if noun.casefold() in around else None
