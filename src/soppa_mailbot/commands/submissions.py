"""`submissions`: what is in hand, as a table or as JSON (contract: submissions --json)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from soppa_mailbot.answer import as_json
from soppa_mailbot.bot import now
from soppa_mailbot.commands.opening import load_config
from soppa_mailbot.decisions import WHOLE_DISTRICT
from soppa_mailbot.errors import UsageError
from soppa_mailbot.model import Item, Status
from soppa_mailbot.store import views
from soppa_mailbot.store.decisions import BY_A_PERSON
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.views import SubmissionView
from soppa_mailbot.terminal import clean

MARKS = {
    "received": "yes",
    "exempt": "exempt",
    "not_required": "-",
    "incomplete": "part",
    "unclear": "unclear",
    "missing": "no",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which submissions are wanted: all that is given must hold."""

    states: tuple[str, ...] = ()
    vendor: str = ""  # part of the vendor's name, address or product
    school: str = ""  # part of a school's or department's name; what is for the whole district is for every school
    days: int | None = None  # in its state for at least this long

    def wants(self, view: SubmissionView, now: datetime) -> bool:
        vendor = (view.vendor, view.verdict.vendor_email, view.product)
        locations = view.verdict.item(Item.LOCATIONS)
        places = locations.value if locations is not None else ()
        return (
            any(self.vendor.casefold() in said.casefold() for said in vendor)
            and (not self.school or any(self.school.casefold() in p.casefold() or p == WHOLE_DISTRICT for p in places))
            and (self.days is None or (now - view.since).days >= self.days)
        )


def submissions(path: Path, *, as_array: bool, wanted: Filter) -> int:
    """Raises UsageError for a state that there is not."""
    unknown = [state for state in wanted.states if state not in BY_A_PERSON]
    if unknown:
        raise UsageError(f"--state {unknown[0]}: no such state; say one of {', '.join(BY_A_PERSON)}")
    config = load_config(path)
    store = open_store(config.store.url, config.store.files)
    try:
        with store.reading() as session:
            found = views.submissions(session, states=wanted.states or None)
    finally:
        store.close()
    moment = now()
    found = tuple(view for view in found if wanted.wants(view, moment))
    if as_array:
        print(json.dumps([_entry(view) for view in found], ensure_ascii=False, indent=1))
    else:
        Console(soft_wrap=False).print(table_of(found))
    return 0


def _entry(view: SubmissionView) -> dict[str, Any]:
    answer = as_json("", "", view.verdict, None)
    for key in ("file", "message_id", "reply"):
        answer.pop(key, None)
    return {
        "id": view.id,
        "token": view.token,
        "state": view.state,
        "since": view.since.isoformat(),
        **answer,
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


def table_of(found: tuple[SubmissionView, ...]) -> Table:
    """One row a submission; vendor text is cleaned, and never read as markup."""
    title = f"{len(found)} submission{'' if len(found) == 1 else 's'}"
    # one blank between columns: at 80 columns the whole deadline must be seen, not "2026-11-"
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("id", no_wrap=True, justify="right")
    table.add_column("vendor, product", overflow="fold", min_width=16)
    table.add_column("state", overflow="fold", min_width=8)
    for heading in ("order", "RFI", "SOPPA", "where"):
        table.add_column(heading, no_wrap=True)
    table.add_column("deadline", no_wrap=True, min_width=10)
    for view in found:
        items = [view.verdict.item(item) for item in Item]
        marks = [MARKS[i.status] if i is not None else "?" for i in items]
        deadline = items[-1]
        if deadline is not None and deadline.status == Status.RECEIVED:
            marks[-1] = deadline.value[0]
        name = "\n".join(clean(x, 40) for x in (view.vendor, view.product) if x)
        table.add_row(*(Text(cell) for cell in (str(view.id), name, view.state.replace("_", " "), *marks)))
    return table
