"""`submissions`: what is in hand, as a table or as JSON (contract: submissions --json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from soppa_mailbot.answer import as_json
from soppa_mailbot.commands.opening import load_config
from soppa_mailbot.model import Item, Status
from soppa_mailbot.store import views
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


def submissions(path: Path, *, as_array: bool, states: tuple[str, ...] = ()) -> int:
    config = load_config(path)
    store = open_store(config.store.url, config.store.files)
    try:
        with store.reading() as session:
            found = views.submissions(session, states=states or None)
    finally:
        store.close()
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
            }
            for reply in view.replies
        ],
        "bounced": list(view.bounced),
    }


def table_of(found: tuple[SubmissionView, ...]) -> Table:
    """One row a submission; vendor text is cleaned, and never read as markup."""
    table = Table(
        title=f"{len(found)} submission{'' if len(found) == 1 else 's'}", title_justify="left", box=box.SIMPLE_HEAD
    )
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
