"""A mail that cannot be processed is put aside: kept, shown to staff, and missed where it is known to belong.

Its header still tells whose conversation it is part of. A vendor whose papers lie in the failed folder must not be
reminded of them, nor their submission closed, until the mail is processed or a person decides (`store.failed`).
"""

from __future__ import annotations

import logging

from sqlalchemy.orm import Session

from soppa_mailbot.errors import StoreError
from soppa_mailbot.handling import deciding, fingerprint
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging.conversation import NOWHERE, Join
from soppa_mailbot.mail import manners
from soppa_mailbot.store import events, messages, outbox, submissions
from soppa_mailbot.store.tables import MessageRow

log = logging.getLogger(__name__)


def put_aside(session: Session, bot: Bot, row: MessageRow, reason: str) -> None:
    """To the failed folder; never begun again unless a person moves it back into the inbox."""
    now = bot.clock()
    messages.finish(row, "failed", now=now, reason=reason)
    join = _belongs(session, bot, row)
    if join.submission is not None:
        submissions.link(session, join.submission, row.id, join.how)
        outbox.withdraw_follow_ups(session, join.submission)
        deciding.open_again(session, join.submission, now)
    events.record(session, "failed", now=now, why=reason, submission=join.submission, message=row.id)


def _belongs(session: Session, bot: Bot, row: MessageRow) -> Join:
    """Where thread or token say that a vendor's mail belongs. The header alone is parsed: the rest broke the program,
    or was not fetched."""
    try:
        message = bot.core.parse(fingerprint.header_of(bot.store.files.read(row.raw)))
    except StoreError as error:
        log.warning("mail %s: where it belongs is not known: %s", row.id, error)
        return NOWHERE
    except Exception:  # the mail was put aside because something broke: if that was its header, nothing more is known
        log.warning("mail %s: its header cannot be read", row.id, exc_info=True)
        return NOWHERE
    automatic = manners.ignored_because(
        message,
        own_addresses=frozenset({bot.core.district.address.casefold()}),
        own_message_id_domain=bot.message_id_domain,
    )
    if automatic or message.sender.domain in bot.core.district.domains or submissions.find_of(session, row.id):
        return NOWHERE
    return deciding.by_thread(session, bot, message)
