"""A mail examined, and its first answer, in the one way that the running bot and the commands share. Pure.

Whether a mail may be answered at all is part of what is found in it (`Findings.no_reply`); whether a person should look
at the answer first (`holding.held_because`) is not: that answer is written, and waits.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol, TypeVar

from soppa_mailbot.answering import holding
from soppa_mailbot.core import Core, day_in
from soppa_mailbot.model import District, Findings, Message, NoReply, Reply, Selection, Verdict
from soppa_mailbot.settings.config_sections import RepliesSection

Examined_co = TypeVar("Examined_co", covariant=True)


class Examining(Protocol[Examined_co]):
    """The part of the core that reads."""

    @property
    def district(self) -> District: ...

    def examine(
        self,
        message: Message,
        *,
        received: datetime,
        withheld: str = "",
        answering: bool = False,
        only: Selection | None = None,
    ) -> Examined_co: ...


def examined(
    core: Examining[Examined_co],
    message: Message,
    replies: RepliesSection,
    *,
    received: datetime,
    answering: bool = False,
    only: Selection | None = None,
) -> Examined_co:
    """Read, with why the mail may not be answered. `received`: when it came in, where it has no usable Date.

    Raises MessageError when this message breaks the program.
    """
    withheld = holding.withheld_because(message, replies, core.district)
    return core.examine(message, received=received, withheld=withheld, answering=answering, only=only)


def first_answer(
    core: Core, verdict: Verdict, message: Message, found: Findings, received: datetime
) -> Reply | NoReply:
    """What a mail that stands by itself is answered, or why it is not."""
    if found.no_reply:
        return NoReply(found.no_reply)
    return core.compose(verdict, message, today=day_in(core.district, received))
