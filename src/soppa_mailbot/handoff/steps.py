"""What happened in a submission, in words, for the list of dates. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from email.utils import parseaddr

from soppa_mailbot import wording
from soppa_mailbot.handoff.packet import Step
from soppa_mailbot.store.tables import EventRow, MessageRow, ReplyRow

_ANSWERS = {
    "missing": "Asked the vendor for what was missing",
    "complete": "Told the vendor that everything is there",
    "on_file": "Told the vendor that the agreement is on file",
    "reminder": "Reminded the vendor of what was missing",
    "closing": "Told the vendor that the submission is closed for now",
}
_ITEMS = {
    "order_form": "the order form",
    "rfi_form": "the RFI form",
    "soppa_form": "the SOPPA form",
    "locations": "the schools",
    "deadline": "the deadline",
}


def steps_of(
    mails: Iterable[MessageRow], answers: Iterable[ReplyRow], decided: Iterable[EventRow], complete: datetime | None
) -> tuple[Step, ...]:
    """`complete`: when the submission came to be so."""
    steps = [Step(row.received, _wrote(row)) for row in mails]
    if complete is not None:  # before the answer of the same moment
        steps.append(Step(complete, "Complete: nothing more is asked of the vendor"))
    steps += [Step(row.settled or row.created, _ANSWERS[row.template]) for row in answers if row.template in _ANSWERS]
    steps += [Step(row.at, _decided(row)) for row in decided]
    return tuple(sorted(steps, key=lambda step: step.moment))


def _wrote(row: MessageRow) -> str:
    name, email = parseaddr(row.sender)
    return f"{wording.clean(name or email, 40)} wrote: {wording.clean(row.subject, 70) or '(no subject)'}"


def _decided(row: EventRow) -> str:
    data = json.loads(row.data)
    who = wording.clean(row.who, 40)
    why = f": {wording.clean(row.why, 60)}" if row.why else ""
    match row.what:
        case "override":
            status = str(data.get("status", "")).replace("_", " ")
            return f"{who} took {_ITEMS.get(data.get('item', ''), 'an item')} as {status}{why}"
        case "reclassified":
            kind = _ITEMS.get(data.get("kind", ""), "another paper")
            return f"{who} took {wording.file_name(str(data.get('file', 'a file')), 40)} as {kind}{why}"
        case what:
            return f"{who}: {what}{why}"
