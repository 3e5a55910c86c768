"""The breaker of the whole mailbox: when more answers go out than anybody can have asked for, a person looks first.

Caps for each address, domain and submission are in `mail.manners`. This one is for what gets past all of them. Once it
has tripped, every answer is written and held, until staff reset it (`soppa-mailbot resume`).
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.store import events, outbox

TRIPPED = "breaker"  # mark: since when
HOLDS = "sending is held: too many answers went out within an hour (`soppa-mailbot resume`)"
_WINDOW = timedelta(hours=1)


def held_because(session: Session, bot: Bot) -> str:
    """Why an answer that may go out by itself waits all the same; "" when it need not. Trips the breaker when due."""
    if events.mark(session, TRIPPED) is not None:
        return HOLDS
    now, limit = bot.clock(), bot.replies.breaker_per_hour
    if outbox.answers_since(session, now - _WINDOW) < limit:
        return ""
    events.set_mark(session, TRIPPED, now)
    events.record(
        session, "breaker", now=now, why=f"more than {limit} answers within an hour (replies.breaker_per_hour)"
    )
    return HOLDS


def leaves_room(session: Session, bot: Bot) -> bool:
    """Whether a reminder may be written now: reminders can wait, so they leave half of an hour's answers free."""
    if events.mark(session, TRIPPED) is not None:
        return False
    return outbox.answers_since(session, bot.clock() - _WINDOW) < max(1, bot.replies.breaker_per_hour // 2)
