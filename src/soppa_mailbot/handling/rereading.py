"""A stored original read again: for a submission that it already belongs to, or that a person puts it into."""

from __future__ import annotations

from soppa_mailbot.core import sent_at
from soppa_mailbot.handling import examining
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Findings, Selection
from soppa_mailbot.store.evidence import ATTACHED
from soppa_mailbot.store.tables import MessageRow

_ANSWERING = ("thread", "token", ATTACHED)  # how: such a mail answers one of ours


def examined(bot: Bot, row: MessageRow, how: str, only: Selection | None = None) -> Findings:
    """What a mail says, by today's blanks and finders. Slow: never within a transaction.

    `how` it came to its submission; `only`: the files that count there. Raises StoreError, MessageError.
    """
    message = bot.core.parse(bot.store.files.read(row.raw))
    received = sent_at(message, row.received)
    return examining.examined(
        bot.core, message, bot.replies, received=received, answering=how in _ANSWERING, only=only
    ).findings
