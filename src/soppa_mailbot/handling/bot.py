"""What the pipeline works with: all that it does not make itself, so that tests and the demo can bring their own."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from soppa_mailbot.business_days import Calendar
from soppa_mailbot.model import Decision, District, Findings, Message, NoReply, Reply, Selection, Verdict
from soppa_mailbot.post.staff_mail import Staff
from soppa_mailbot.settings.config_sections import RemindersSection

if TYPE_CHECKING:
    from soppa_mailbot.answering.compose import Asked
    from soppa_mailbot.handling.offices import Offices
    from soppa_mailbot.judging.left_empty_told import Seen
    from soppa_mailbot.settings.config_sections import MailboxSection, RepliesSection, SmtpSection
    from soppa_mailbot.store.database import Store

_TOKEN_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read for another


class Examined(Protocol):
    """The part of `core.Examined` that the pipeline keeps."""

    @property
    def findings(self) -> Findings: ...


class Judging(Protocol):
    """The core, as `core.Core` has it: plain functions of their arguments."""

    @property
    def district(self) -> District: ...

    def parse(self, raw: bytes) -> Message: ...

    def examine(
        self,
        message: Message,
        *,
        received: datetime,
        withheld: str = "",
        answering: bool = False,
        only: Selection | None = None,
    ) -> Examined: ...

    def judge(
        self, history: Sequence[Findings], decisions: Sequence[Decision] = (), in_vain: Sequence[Seen] = ()
    ) -> Verdict: ...

    def compose(
        self, verdict: Verdict, message: Message, *, today: date, token: str = "", earlier: tuple[str, ...] = ()
    ) -> Reply | NoReply: ...

    def follow_up(
        self, kind: str, verdict: Verdict, asked: Asked, *, today: date, token: str = "", closes_on: date | None = None
    ) -> Reply | NoReply: ...


def now() -> datetime:
    return datetime.now(UTC)


def new_token() -> str:
    """What stands in `[SOPPA-...]`: 30 bits, and no use to a stranger even when guessed (`conversation.by_token`)."""
    return "".join(secrets.choice(_TOKEN_LETTERS) for _ in range(6))


def new_message_id(domain: str) -> str:
    return f"<{secrets.token_hex(12)}@{domain}>"


def nothing(_step: str) -> None:
    """No checkpoint: what production does."""


@dataclass(frozen=True, slots=True)
class Bot:
    """One mailbox, one outbox, one store, one district."""

    store: Store
    core: Judging
    mailbox: MailboxSection
    smtp: SmtpSection
    replies: RepliesSection
    message_id_domain: str  # right of the @ in our Message-IDs; nobody else's
    calendar: Calendar = field(default_factory=Calendar)
    reminders: RemindersSection = field(default_factory=lambda: RemindersSection())
    staff: Staff = field(default_factory=Staff)  # whose mail releases held answers
    offices: Offices | None = None  # whom complete submissions are handed off to
    clock: Callable[[], datetime] = now
    token: Callable[[], str] = new_token
    host: str = field(default_factory=socket.gethostname)  # whose claims in the outbox are ours
    checkpoint: Callable[[str], None] = nothing  # called between every two steps, with the name of the one done
    stopping: Callable[[], bool] = lambda: False  # asked between two mails


@dataclass(slots=True)
class Tally:
    """What one run did."""

    new: int = 0  # mails kept
    processed: int = 0
    duplicates: int = 0
    failed: int = 0  # mails that went to the failed folder
    followed_up: int = 0  # reminders and closings that were written
    sent: int = 0
    refused: int = 0  # our mails that a server refused for good
    left: int = 0  # mails not processed, and our mails not out yet
    problems: list[str] = field(default_factory=list)
    in_a_row: int = 0  # mails on which the program failed, since the last that went well (`defects`)
    probing: bool = False  # it failed on every mail: none is put aside
    stopped: bool = False  # nothing more is processed in this run
    tried: set[int] = field(default_factory=set)  # mails that failed in this run
    server_down: bool = False  # SMTP: not asked again in this run

    @property
    def all_well(self) -> bool:
        return not self.left and not self.problems
