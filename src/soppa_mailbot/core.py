"""The core's rooms in a row: raw bytes -> Message -> Findings -> Verdict -> Reply.

`triage` and the daemon both go through here, so what a district sees in a trial is what its vendors get. Nothing here
knows a mailbox, a database or a clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from soppa_mailbot.errors import MessageError
from soppa_mailbot.model import (
    Decision,
    Document,
    Findings,
    FormPart,
    Message,
    NoReply,
    Reply,
    Selection,
    Verdict,
)

if TYPE_CHECKING:
    from pathlib import Path

    from soppa_mailbot.answering.compose import Asked
    from soppa_mailbot.answering.templates import Templates
    from soppa_mailbot.judging.left_empty_told import Seen
    from soppa_mailbot.model import District
    from soppa_mailbot.reading.sandbox import Workers


@dataclass(frozen=True, slots=True)
class Examined:
    """One message, taken apart and read."""

    message: Message
    documents: tuple[Document, ...]
    parts: tuple[FormPart, ...]
    findings: Findings


@dataclass(frozen=True, slots=True)
class Core:
    district: District
    workers: Workers
    templates: Templates
    blanks_folder: Path

    def parse(self, raw: bytes) -> Message:
        from soppa_mailbot.mail.parse import parse

        return parse(raw)

    def examine(
        self,
        message: Message,
        *,
        received: datetime,
        withheld: str = "",
        answering: bool = False,
        only: Selection | None = None,
    ) -> Examined:
        """Read and find. `only`: the files that a person lets count; the rest is as if it had not come.

        Raises MessageError when this message breaks the program, a defect of ours.
        """
        from soppa_mailbot.finding.findings import findings

        try:
            ignored = self.ignored_because(message)
            examined = self.workers.examine(message.parts, blanks_dir=self.blanks_folder)
            documents = tuple(d for e in examined for d in e.documents if _counts(d, only))
            read = {d.id for d in documents}
            parts = tuple(p for e in examined for p in e.forms if p.document in read)
            found = findings(
                message,
                documents,
                parts,
                self.district,
                received=received,
                ignored=ignored,
                withheld=withheld,
                answering=answering,
            )
        except Exception as error:  # one message must never stop the others: DESIGN, errors
            raise MessageError(f"{message.message_id or 'a message without Message-ID'}: {error!r}") from error
        return Examined(message, documents, parts, found)

    def ignored_because(self, message: Message) -> str:
        from soppa_mailbot.mail.manners import ignored_because

        return ignored_because(
            message,
            own_addresses=frozenset({self.district.address.casefold()}),
            own_message_id_domain=own_message_id_domain(self.district),
        )

    def judge(
        self, history: Sequence[Findings], decisions: Sequence[Decision] = (), in_vain: Sequence[Seen] = ()
    ) -> Verdict:
        from soppa_mailbot.judging.judge import judge

        return judge(history, self.district, decisions, in_vain)

    def compose(
        self, verdict: Verdict, message: Message, *, today: date, token: str = "", earlier: tuple[str, ...] = ()
    ) -> Reply | NoReply:
        from soppa_mailbot.answering.compose import compose
        from soppa_mailbot.mail.manners import reply_address

        return compose(
            verdict,
            message,
            self.district,
            self.templates,
            today=today,
            token=token,
            earlier=earlier,
            reply_to=reply_address(message, frozenset(self.district.domains)),
        )

    def follow_up(
        self, kind: str, verdict: Verdict, asked: Asked, *, today: date, token: str = "", closes_on: date | None = None
    ) -> Reply | NoReply:
        from soppa_mailbot.answering.compose import follow_up

        return follow_up(
            kind, verdict, asked, self.district, self.templates, today=today, token=token, closes_on=closes_on
        )


def _counts(document: Document, only: Selection | None) -> bool:
    return only is None or document.covering or only.takes(document.id)


def own_message_id_domain(district: District) -> str:
    """What stands right of the @ in the Message-IDs of our own mail."""
    return "soppa-mailbot." + district.address.rpartition("@")[2].casefold()


def sent_at(message: Message, fallback: datetime) -> datetime:
    """When it was sent: its Date, else when the last server took it, else `fallback`."""
    if message.date is not None:
        return message.date
    for value in message.all_headers("Received"):
        try:
            taken = parsedate_to_datetime(value.rpartition(";")[2].strip())
        except (ValueError, TypeError, IndexError):
            continue
        return taken if taken.tzinfo is not None else taken.replace(tzinfo=UTC)
    return fallback


def day_in(district: District, moment: datetime) -> date:
    """The day of a moment in the district's time zone."""
    return day_in_zone(district.timezone, moment)


def day_in_zone(timezone: str, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(timezone)).date()
