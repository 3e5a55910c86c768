"""Copies of the District's forms that came lately, over all conversations."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.left_empty import Copy, copies_in
from soppa_mailbot.model import Findings
from soppa_mailbot.store.tables import MessageRow

LOOK_BACK = timedelta(days=90)  # in which operators' copies of a form are held against each other
_AT_MOST = 300  # mails: each is read as a whole


def lately(session: Session, now: datetime, at_most: int = _AT_MOST) -> list[Copy]:
    """The copies in the newest mails of `LOOK_BACK` that count in a submission, oldest first."""
    query = (
        select(MessageRow.findings)
        .where(MessageRow.done > now - LOOK_BACK, MessageRow.counts, MessageRow.findings.is_not(None))
        .order_by(MessageRow.done.desc(), MessageRow.id.desc())
        .limit(at_most)
    )
    return [
        copy
        for text in reversed(session.scalars(query).all())
        if text
        for copy in copies_in(codec.load(Findings, text))
    ]
