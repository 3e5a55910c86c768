"""`submissions`: what is in hand, as a table or as JSON (contract: submissions --json)."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic_core import to_json
from rich.console import Console

from soppa_mailbot.answering.answer import verdict_json
from soppa_mailbot.commands.opening import load_config
from soppa_mailbot.commands.submissions_table import table_lines
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import now
from soppa_mailbot.judging.decisions import WHOLE_DISTRICT
from soppa_mailbot.model import Item
from soppa_mailbot.store import views
from soppa_mailbot.store.decisions import BY_A_PERSON
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.views import SubmissionView


@dataclass(frozen=True, slots=True)
class Filter:
    """Which submissions are wanted: all that is given must hold."""

    states: tuple[str, ...] = ()
    vendor: str = ""  # part of the vendor's name, address or product
    school: str = ""  # part of a school's or department's name; what is for the whole district is for every school
    days: int | None = None  # in its state for at least this long

    def wants(self, view: SubmissionView, now: datetime) -> bool:
        return (
            (not self.vendor or self._of_vendor(view))
            and (not self.school or self._for_school(view))
            and (self.days is None or (now - view.since).days >= self.days)
        )

    def _of_vendor(self, view: SubmissionView) -> bool:
        vendor = (view.vendor, view.verdict.vendor_email, view.product)
        return any(self.vendor.casefold() in said.casefold() for said in vendor)

    def _for_school(self, view: SubmissionView) -> bool:
        locations = view.verdict.item(Item.LOCATIONS)
        places = locations.value if locations is not None else ()
        return any(self.school.casefold() in place.casefold() or place == WHOLE_DISTRICT for place in places)


def submissions(path: Path, *, as_array: bool, wanted: Filter) -> int:
    """Raises UsageError for a state that there is not."""
    unknown = [state for state in wanted.states if state not in BY_A_PERSON]
    if unknown:
        raise UsageError(f"--state {unknown[0]}: no such state; say one of {', '.join(BY_A_PERSON)}")
    config = load_config(path)
    store = open_store(config.store.url, config.store.files)
    moment = now()
    gc.freeze()  # thousands of objects are made and dropped here: what was imported need not be looked at each time
    try:
        with store.reading() as session:
            every = views.each(session, states=wanted.states or None, mails=as_array, texts=False)
            found = (view for view in every if wanted.wants(view, moment))
            if as_array:
                # one a line, and not by `json`: an archive of thousands is an array of megabytes
                print("[" + ",\n ".join(to_json(_entry(view)).decode() for view in found) + "]")
            else:
                print("\n".join(table_lines(found, Console().width)))
    finally:
        gc.unfreeze()
        store.close()
    return 0


def _entry(view: SubmissionView) -> dict[str, Any]:
    return {
        "id": view.id,
        "token": view.token,
        "state": view.state,
        "since": view.since.isoformat(),
        **verdict_json(view.verdict),
        "messages": list(view.messages),
        "replies": [
            {
                "message_id": reply.message_id,
                "in_reply_to": reply.in_reply_to,
                "template": reply.template,
                "to": reply.to,
                "state": reply.state,
                "superseded": reply.superseded,
            }
            for reply in view.replies
        ],
        "bounced": list(view.bounced),
        "merged_into": view.merged_into,
    }
