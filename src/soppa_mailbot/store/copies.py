"""Copies of the District's forms that came lately, over all conversations."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.model import Findings, Form
from soppa_mailbot.never_filled import whose
from soppa_mailbot.store.tables import MessageRow

LOOK_BACK = timedelta(days=90)  # in which operators' copies of a form are held against each other
_AT_MOST = 300  # mails: each is read as a whole


def lately(session: Session, now: datetime, at_most: int = _AT_MOST) -> list[tuple[str, Form]]:
    """(whose, form) of the newest mails of `LOOK_BACK` that count in a submission, oldest first."""
    query = (
        select(MessageRow.findings)
        .where(MessageRow.done > now - LOOK_BACK, MessageRow.counts, MessageRow.findings.is_not(None))
        .order_by(MessageRow.done.desc(), MessageRow.id.desc())
        .limit(at_most)
    )
    found = [codec.load(Findings, text) for text in session.scalars(query) if text]
    return [(whose(mail), form) for mail in reversed(found) for form in mail.forms]
