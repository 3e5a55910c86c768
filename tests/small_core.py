"""A core small enough to see through: what a mail brings stands in its body, line by line.

    product: AcmeMath
    has: order_form rfi_form
    intent: thanks

The real core is tested in its own rooms and over the sample conversations; here it is the flow around it.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from soppa_mailbot.answering.compose import Asked
from soppa_mailbot.judging import staff_papers
from soppa_mailbot.judging.decisions import overridden, reread
from soppa_mailbot.judging.judge import WITHDRAWS
from soppa_mailbot.judging.left_empty_told import LeftEmpty
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    Decision,
    Disposition,
    District,
    Findings,
    Item,
    ItemVerdict,
    Kind,
    Message,
    NoReply,
    PaperFinding,
    ProductFinding,
    Reply,
    Selection,
    Status,
    Track,
    Verdict,
)

PAPERS = (Kind.ORDER_FORM, Kind.RFI_FORM, Kind.SOPPA_FORM)
DISTRICT = District(
    name="Test District 1",
    aliases=(),
    timezone="America/Chicago",
    domains=("district.example",),
    address="procurement@district.example",
    schools=(),
    register=(),
    forms=(),
    blanks=(),
)


@dataclass(frozen=True, slots=True)
class Examined:
    findings: Findings


def _files(said: Mapping[str, str], only: Selection | None) -> list[str]:
    return [kind for kind in said.get("has", "").split() if only is None or only.takes(kind)]


@dataclass(frozen=True, slots=True)
class SmallCore:
    district: District = DISTRICT
    on_examine: Callable[[Message], None] = lambda _message: None

    def parse(self, raw: bytes) -> Message:
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
        self.on_examine(message)
        said = dict(re.findall(r"^(\w+): *(.*?) *$", message.text, re.M))
        if said.get("poison") == "raise":
            raise RecursionError("a defect")
        if said.get("poison") == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        ignored = bool(message.header("Auto-Submitted")) or "multipart/report" in message.content_types
        return Examined(
            Findings(
                message_id=message.message_id,
                sent=message.date or received,
                sender=message.sender,
                vendor_name=message.sender.name,
                subject=message.subject,
                intent=said.get("intent", "submission" if "has" in said else "inquiry"),
                no_reply="automatic mail" if ignored else withheld,
                ignored=ignored,
                from_district=message.sender.domain in self.district.domains,
                papers=tuple(PaperFinding(k, f"{k}.pdf", "", Kind(k)) for k in _files(said, only)),
                product=ProductFinding((said["product"],) if said.get("product") else ()),
            )
        )

    def judge(
        self, history: Sequence[Findings], decisions: Sequence[Decision] = (), in_vain: Sequence[LeftEmpty] = ()
    ) -> Verdict:
        history = reread(history, decisions)
        last = history[-1]
        kinds = {paper.kind for found in history for paper in found.papers}
        products = [name for found in history for name in found.product.names]
        items, objections = overridden(
            [
                ItemVerdict(Item(k), Status.RECEIVED if k in kinds else Status.MISSING, source=f"{k}.pdf")
                for k in PAPERS
            ],
            decisions,
        )
        complete = all(i.status is Status.RECEIVED for i in items)
        verdict = Verdict(
            track=Track.NEW_OPERATOR,
            disposition=Disposition.COMPLETE if complete else Disposition.INCOMPLETE,
            vendor_name=last.vendor_name,
            vendor_email=last.sender.email,
            product=products[0] if products else "",
            agreement=None,
            items=items,
            attachments=(),
        )
        if last.ignored:
            return replace(verdict, track=Track.NONE, disposition=Disposition.IGNORED, items=())
        if any(found.intent == "withdrawal" for found in history):
            return replace(verdict, disposition=Disposition.REVIEW, reasons=(WITHDRAWS,))
        if by_staff := staff_papers.reasons([f for f in history if f.intent == "submission"]):
            shown = items if staff_papers.vendor_speaks(history) else ()
            return replace(verdict, disposition=Disposition.REVIEW, items=shown, reasons=by_staff)
        if not kinds and last.intent != "how_to_submit":
            return replace(verdict, track=Track.NONE, disposition=Disposition.INQUIRY, items=())
        return replace(verdict, disposition=Disposition.REVIEW, reasons=objections) if objections else verdict

    def compose(
        self, verdict: Verdict, message: Message, *, today: date, token: str = "", earlier: tuple[str, ...] = ()
    ) -> Reply | NoReply:
        if verdict.disposition not in (Disposition.INCOMPLETE, Disposition.COMPLETE):
            return NoReply(str(verdict.disposition))
        missing = ", ".join(i.item for i in verdict.items if i.status is Status.MISSING)
        return Reply(
            template="missing" if missing else "complete",
            to=message.sender,
            subject=f"Re: {message.subject} [{token}]",
            text=f"Missing: {missing or 'nothing'}\n",
            html=f"<p>Missing: {missing or 'nothing'}</p>\n",
            in_reply_to=message.message_id,
            references=(*message.references, message.message_id),
        )

    def follow_up(
        self, kind: str, verdict: Verdict, asked: Asked, *, today: date, token: str = "", closes_on: date | None = None
    ) -> Reply | NoReply:
        missing = ", ".join(i.item for i in verdict.items if i.status is Status.MISSING)
        if not missing:
            return NoReply("nothing is open")
        last = f" Closed on {closes_on}." if closes_on else ""
        return Reply(
            template=kind,
            to=asked.to,
            subject=f"{asked.subject}",
            text=f"{kind}: asked on {asked.day}: {missing}.{last}\n",
            html=f"<p>{kind}: {missing}</p>\n",
            in_reply_to=asked.message_id,
            references=(*asked.references, asked.message_id),
        )
