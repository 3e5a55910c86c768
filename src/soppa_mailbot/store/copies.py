"""Copies of the District's forms that came lately, over all conversations, and those from before the program ran."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import floor

from sqlalchemy import select
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.judging.left_empty_copies import Copy, copies_in, fullest
from soppa_mailbot.model import Blank, Findings
from soppa_mailbot.store.messages import storable
from soppa_mailbot.store.tables import MessageRow, PastCopyRow

LOOK_BACK = timedelta(days=90)  # in which operators' copies of a form are held against each other
_AT_MOST = 300  # mails: each is read as a whole
_THOUSAND = 1000
_SETS = ("empty", "filled", "several", "checked")  # of a copy, and columns of its row


def known(session: Session, blanks: Sequence[Blank], now: datetime, at_most: int = _AT_MOST) -> list[Copy]:
    """The studied copies of these blanks, then those in newer mails of `LOOK_BACK` that count, oldest first."""
    query = (
        select(MessageRow.findings)
        .where(MessageRow.done > now - LOOK_BACK, MessageRow.counts, MessageRow.findings.is_not(None))
        .order_by(MessageRow.done.desc(), MessageRow.id.desc())
        .limit(at_most)
    )
    lately = [
        copy
        for text in reversed(session.scalars(query).all())
        if text
        for copy in copies_in(codec.load(Findings, text))
    ]
    return [*_studied(session, [b.id for b in blanks]), *lately]


def keep_studied(session: Session, copies: Iterable[Copy], now: datetime) -> None:
    """Keep of each operator and edition the copy that counts, of these and those kept before."""
    new = [replace(copy, operator=storable(copy.operator)) for copy in copies]
    for copy in fullest([*_studied(session, {c.blank for c in new}), *new]):
        row = session.get(PastCopyRow, (copy.blank, copy.operator))
        if row is None:
            row = PastCopyRow(blank=copy.blank, operator=copy.operator)
            session.add(row)
        row.share, row.stored = floor(_THOUSAND * copy.share), now  # a later copy as full must not seem less so
        for name in _SETS:
            setattr(row, name, json.dumps(sorted(getattr(copy, name))))
    session.flush()


def _studied(session: Session, blanks: Collection[str]) -> list[Copy]:
    ours = PastCopyRow.blank.in_(blanks)
    rows = session.scalars(select(PastCopyRow).where(ours).order_by(PastCopyRow.blank, PastCopyRow.operator)).all()
    return [
        Copy(
            row.operator,
            row.blank,
            row.share / _THOUSAND,
            **{name: frozenset(json.loads(getattr(row, name))) for name in _SETS},
        )
        for row in rows
    ]
