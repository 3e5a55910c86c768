"""A simulated year as rows: those that `pipeline`, `deciding`, `follow_up`, `sending` and `decisions` write."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from simulated_letters import UNTIL, Answer, Conversation, Mail
from soppa_mailbot import codec
from soppa_mailbot.model import Verdict
from soppa_mailbot.store.tables import (
    Base,
    DecisionRow,
    DigestRow,
    EventRow,
    FollowUpRow,
    HandoffRow,
    MarkRow,
    MessageRow,
    ReplyRow,
    SubmissionAddressRow,
    SubmissionMessageRow,
    SubmissionRow,
)

OFFICE = "Risk Management"
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CHUNK = 400  # rows of one INSERT: texts are made only then


def write(
    session: Session,
    talks: Sequence[Conversation],
    mails: Sequence[Mail],
    answers: Sequence[Answer],
    digests: Sequence[datetime],
) -> None:
    """Insert all of it, in the order that foreign keys ask for."""
    by_number = {talk.number: talk for talk in talks}
    _insert(session, MessageRow, (_message(mail, by_number.get(mail.number)) for mail in mails))
    _insert(session, SubmissionRow, (_submission(talk) for talk in talks))
    links = ((mail, talk) for talk in talks for mail in talk.mails)
    _insert(
        session,
        SubmissionMessageRow,
        ({"message_pk": mail.id, "submission_id": talk.id, "how": mail.how} for mail, talk in links),
    )
    _insert(session, SubmissionAddressRow, (row for talk in talks for row in _addresses(talk)))
    _insert(session, ReplyRow, (_reply(answer, by_number.get(answer.about)) for answer in answers))
    _insert(session, FollowUpRow, (row for talk in talks for row in _follow_ups(talk)))
    _insert(session, HandoffRow, (_handoff(talk) for talk in talks if talk.handed is not None))
    _insert(session, EventRow, _events(talks, mails))
    _insert(session, DecisionRow, (_decision(talk) for talk in talks if talk.number % 25 == 3))
    _insert(session, DigestRow, ({"slot": day, "created": day, "recipients": 1} for day in digests))
    marks = {"polled": UNTIL, "follow_ups": UNTIL, "handoff_begun": UNTIL - timedelta(days=400)}
    marks["handoff_looked"] = max(talk.updated for talk in talks)
    _insert(session, MarkRow, ({"name": name, "at": at, "value": ""} for name, at in marks.items()))


def _insert(session: Session, kind: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    table = kind.__table__
    assert isinstance(table, Table)
    names = {column.key: column.name for column in kind.__mapper__.column_attrs for column in column.columns}  # type: ignore[misc]
    keyed = iter(rows)
    while chunk := list(islice(keyed, _CHUNK)):
        session.execute(insert(table), [{names.get(key, key): value for key, value in row.items()} for row in chunk])


def _named(said: str, talk: Conversation | None, number: int) -> str:
    """A sample's text as this vendor would have sent it."""
    if talk is None:
        return said.replace("edbuyerweekly", f"weekly{number}").replace("brightfunnel", f"funnel{number}")
    story = talk.story
    said = said.replace(f"{story.domain}.example", talk.domain).replace(story.word, f"{story.word} {number}")
    return said.replace(story.deadline, _deadline(talk).isoformat()) if story.deadline else said


def _deadline(talk: Conversation) -> date:
    return (talk.begun + timedelta(days=30 + talk.number % 60)).date()


def _theirs(mail: Mail) -> str:
    first = mail.again or mail
    return f"<m{first.id}.{first.number}@mail.example>"


def ours(answer: Answer) -> str:
    """The Message-ID of a mail of ours."""
    return f"<a{answer.about}.{int(answer.at.timestamp())}.{answer.template}@soppa-mailbot.prairiebend14.example>"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def token(number: int) -> str:
    """What stands in [SOPPA-...] for this vendor's submission."""
    rng = random.Random(f"token {number}")
    return "".join(rng.choice(_LETTERS) for _ in range(6)) + (_LETTERS[number % 31] if number > 4000 else "")


def _message(mail: Mail, talk: Conversation | None) -> dict[str, Any]:
    sender = talk.sender if talk is not None else f"news@sender{mail.number % 900}.example"
    first = mail.again or mail
    return {
        "id": mail.id,
        "mailbox": "purchasing@imap.example/INBOX",
        "uidvalidity": 1,
        "uid": mail.id,
        "message_id": _theirs(mail),
        "fingerprint": _digest("fingerprint", first.id, first.number),
        "raw": _digest("raw", mail.id),
        "size": 4000 + len(mail.step.findings) * 3,
        "received": mail.at - timedelta(minutes=4),
        "stored": mail.at,
        "state": "processed",
        "attempts": 1,
        "done": mail.at,
        "duplicate_of": mail.again.id if mail.again is not None else None,
        "sender": f"Writer <{sender}>",
        "subject": _named(mail.step.subject, talk, mail.number),
        "findings": _named(mail.step.findings, talk, mail.number) if mail.again is None else None,
        "counts": mail.counts,
        "disposition": mail.disposition,
        "reason": "delivered before" if mail.again is not None else "",
    }


def _submission(talk: Conversation) -> dict[str, Any]:
    step = talk.step
    assert step is not None
    return {
        "id": talk.id,
        "token": token(talk.number),
        "state": talk.state,
        "disposition": step.disposition,
        "verdict": _named(step.verdict, talk, talk.number),
        "answered": step.key,
        "vendor": f"{talk.story.word} {talk.number}",
        "product": codec.load(Verdict, _named(step.verdict, talk, talk.number)).product,
        "deadline": _deadline(talk) if talk.story.deadline and not {"deadline"} & set(step.open) else None,
        "created": talk.begun,
        "updated": talk.updated,
        "since": talk.since,
        "doubt": "",
        "merged_into": None,
        "handed": talk.handed is not None,
    }


def _addresses(talk: Conversation) -> Iterator[dict[str, Any]]:
    emails = [talk.sender] + ([f"colleague{talk.number}@{talk.domain}"] if talk.number % 3 == 0 else [])
    for email in emails:
        bounced = talk.bounced if email == talk.sender else None
        yield {"submission_id": talk.id, "email": email, "domain": talk.domain, "bounced": bounced}


def _reply(answer: Answer, talk: Conversation | None) -> dict[str, Any]:
    reply, number = answer.reply, answer.about
    to = talk.sender if talk is not None else "buyer@prairiebend14.example"
    held = answer.state == "held"
    asked = answer.to or (answer.follows.to if answer.follows is not None else None)
    return {
        "id": answer.id,
        "submission_id": talk.id if talk is not None else None,
        "answers": answer.to.id if answer.to is not None else None,
        "message_id": ours(answer),
        "in_reply_to": _theirs(asked) if asked is not None else "",
        "references": _theirs(asked) if asked is not None else "",
        "template": answer.template,
        "to_name": "Writer",
        "to_email": to,
        "to_key": to,
        "to_domain": to.partition("@")[2],
        "subject": _named(reply.subject if reply else "Digest", talk, number),
        "text": _named(reply.text if reply else "work list\n" * 900, talk, number),
        "html": _named(reply.html if reply else "<p>work list</p>\n" * 2500, talk, number),
        "state": answer.state,
        "held": "the first mail of this operator (replies.hold)" if held else "",
        "created": answer.at,
        "attempts": 0 if held else 1,
        "next_attempt": answer.at,
        "settled": None if held else answer.at + timedelta(minutes=1),
        "bounced": talk is not None and talk.bounced == answer.at,
    }


def _follow_ups(talk: Conversation) -> Iterator[dict[str, Any]]:
    for answer in talk.answers:
        if answer.follows is None:
            continue
        before = [a for a in talk.answers if a.follows is answer.follows and a.template == "reminder"]
        step = before.index(answer) + 1 if answer.template == "reminder" else 0
        yield {
            "reply_id": answer.id,
            "submission_id": talk.id,
            "answer_id": answer.follows.id,
            "kind": answer.template,
            "step": step,
        }


def _handoff(talk: Conversation) -> dict[str, Any]:
    step = next(mail.step for mail in talk.mails if mail.counts and mail.step.disposition == "complete")
    return {
        "submission_id": talk.id,
        "recipient": OFFICE,
        "verdict": step.key,
        "said": _named(step.verdict, talk, talk.number),
        "file": _digest("packet", talk.number),
        "name": f"SOPPA-{token(talk.number)}.zip",
        "created": talk.handed,
        "who": "bot",
        "changed": None,
    }


def _events(talks: Sequence[Conversation], mails: Sequence[Mail]) -> Iterator[dict[str, Any]]:
    """The log, in the order of time as far as each submission goes."""
    told = [(*one, talk) for talk in talks for one in talk.happened]
    loose = [(m.at, m.disposition, "nothing to answer", {}, m, None) for m in mails if not m.how]
    for at, what, why, data, mail, talk in sorted([*told, *loose], key=lambda one: one[0]):
        yield {
            "at": at,
            "who": "bot" if what != "state" else "Lena Ortiz",
            "what": what,
            "why": why,
            "submission_id": talk.id if talk is not None else None,
            "message_pk": mail.id if mail is not None else None,
            "data": json.dumps(data, sort_keys=True),
        }


def _decision(talk: Conversation) -> dict[str, Any]:
    """One that a later one ended: it costs, and changes nothing."""
    return {
        "submission_id": talk.id,
        "kind": "override",
        "subject": "order_form",
        "message_pk": None,
        "decision": "{}",
        "at": talk.begun,
        "ended": talk.begun,
    }
