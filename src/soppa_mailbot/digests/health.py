"""What the digest must say of the program itself: silence, refusals, breakers. Pure: facts in, sentences out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from soppa_mailbot import wording
from soppa_mailbot.business_days import Calendar

_TROUBLE_AFTER = timedelta(hours=1)  # a mailbox that is away for less is no news
_SHOWN_REFUSALS = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """A mail that would have released or discarded an answer, and did not count."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the store knows; every moment is the beginning of what still lasts, None where it does not."""

    last_mail: datetime | None = None  # any mail at all, also automatic
    refused_since: datetime | None = None  # the login
    unread_since: datetime | None = None  # the mailbox could not be read
    unread_why: str = ""
    breaker_since: datetime | None = None
    breaker_held: int = 0  # answers that wait because of it
    defect_since: datetime | None = None
    refusals: tuple[Refusal, ...] = ()  # since the last digest
    broken_since: datetime | None = None  # lists, forms or templates were changed, and what is new cannot be used
    broken_why: str = ""
    restart_why: str = ""  # what happened to the configuration; "" nothing


def notes(facts: Facts, now: datetime, calendar: Calendar, silence_days: int) -> tuple[str, ...]:
    """Sentences for people who run the mailbox, the gravest first; () when all is well."""
    told = []
    if facts.refused_since is not None:
        told.append(
            f"the mailbox has refused the login since {_when(facts.refused_since, calendar)}; "
            "the administrator must correct mailbox.username or its password"
        )
    elif facts.unread_since is not None and now - facts.unread_since >= _TROUBLE_AFTER:
        told.append(f"the mailbox could not be read since {_when(facts.unread_since, calendar)}: {facts.unread_why}")
    if facts.defect_since is not None:
        told.append(
            f"since {_when(facts.defect_since, calendar)} the program fails on every mail, and leaves the mailbox "
            "alone; the administrator must update it or undo its last change, then run `soppa-mailbot resume`"
        )
    if facts.breaker_since is not None:
        told.append(
            f"sending is held since {_when(facts.breaker_since, calendar)}: too many answers went out within an hour "
            f"({facts.breaker_held} now wait); look at them, then run `soppa-mailbot resume`"
        )
    if facts.broken_since is not None:
        told.append(
            f"since {_when(facts.broken_since, calendar)} a change of the lists, forms or templates cannot be used, "
            f"and what was there before is still in use: {facts.broken_why}"
        )
    if facts.restart_why:
        told.append(f"{facts.restart_why}; soppa-mailbot must be restarted for it to count")
    if silent := _silence(facts, now, calendar, silence_days):
        told.append(silent)
    for refusal in facts.refusals[:_SHOWN_REFUSALS]:
        told.append(f"a mail from {refusal.who} about a held answer did not count: {refusal.why}")
    if len(facts.refusals) > _SHOWN_REFUSALS:
        told.append(f"{len(facts.refusals) - _SHOWN_REFUSALS} more mails about held answers did not count")
    return tuple(told)


def _silence(facts: Facts, now: datetime, calendar: Calendar, silence_days: int) -> str:
    """Weekends and holidays are no silence; nor is a mailbox that cannot be read, which is told already."""
    if facts.last_mail is None or facts.refused_since is not None or facts.unread_since is not None:
        return ""
    last = calendar.day(facts.last_mail)
    days = calendar.between(last, calendar.day(now))
    if days < silence_days:
        return ""
    return (
        f"no mail has come for {days} business {wording.plural(days, 'day')} (since {_day(last)}); "
        "see whether mail still reaches the procurement mailbox"
    )


def _when(moment: datetime, calendar: Calendar) -> str:
    return _day(calendar.day(moment))


def _day(day: date) -> str:
    return f"{wording.MONTHS[day.month - 1]} {day.day}"


def next_meeting(meetings: tuple[date, ...], today: date) -> date | None:
    """The Board's next meeting, today's included."""
    return min((day for day in meetings if day >= today), default=None)
