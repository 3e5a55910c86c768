"""Which of the days that may be for approval counts: one is received, none is missing, anything else is unclear."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from soppa_mailbot.finding.deadlines.dates_cues import Strength
from soppa_mailbot.finding.deadlines.dates_doubted import ASKED
from soppa_mailbot.finding.deadlines.dates_in_text import STRETCH
from soppa_mailbot.finding.deadlines.dates_said import Candidate, last_day_of
from soppa_mailbot.model import DeadlineFinding, Evidence, Status

# A form or an order is for this or the next school year; a day farther away is a slip of the pen.
FARTHEST_YEARS = 3


def decide(candidates: list[Candidate], sent: date, source: str, page: int) -> DeadlineFinding:
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
        if c.span.why != STRETCH or last_day_of(c.span, sent).value not in {f.span.value for f in future}
    ]
    if any(c.hard for c in future) and any(c.wish for c in future):
        future = [c for c in future if c.hard or not c.wish]
    days = sorted({c.span.value for c in future if c.span.value})
    if len(days) == 1 and not broken:
        return _received(future, days[0], sent, source, page)
    if len(days) > 1:
        why = "two different dates: " + ", ".join(_unique(c.span.words for c in future))
        return unclear(future, why, source, page)
    if broken:
        return unclear(broken, f"{broken[0].span.why}: “{broken[0].span.words}”", source, page)
    if top:
        return unclear(top, f"already past: {top[0].span.words}", source, page)
    vague = [c for c in candidates if c.strength >= Strength.NEEDED] or candidates
    return unclear(vague, f"{vague[0].span.why or 'no date'}: “{vague[0].span.words.strip()}”", source, page)


def _received(found: list[Candidate], day: date, sent: date, source: str, page: int) -> DeadlineFinding:
    if day > sent + timedelta(days=366 * FARTHEST_YEARS):
        return unclear(found, f"more than {FARTHEST_YEARS} years away: {found[0].span.words}", source, page)
    return DeadlineFinding(Status.RECEIVED, day, found[0].span.words, _evidence(found, source, page))


def unclear(found: list[Candidate], detail: str, source: str, page: int) -> DeadlineFinding:
    # who only asks whether that is the day has named none, and a form beside the mail may
    said = [c for c in found if c.span.why != ASKED]
    return DeadlineFinding(
        Status.UNCLEAR,
        None,
        " / ".join(_unique(c.span.words.strip() for c in said)),
        _evidence(found, source, page),
        detail,
    )


def _evidence(found: list[Candidate], source: str, page: int) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(Evidence(source, c.quote, page, c.rule) for c in found[:6]))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))[:4]
