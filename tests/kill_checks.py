"""What must hold once all mail is processed, however often the program was killed; and what came of it all.

Looks at four witnesses that know nothing of each other: the mail folders, the SMTP server, the database and the folder
of originals.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kill_papers import MARK
from kill_random import OFFICES, Correspondence, Figures, alive
from soppa_mailbot import codec
from soppa_mailbot.model import Verdict
from soppa_mailbot.settings.config import load
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import (
    DigestRow,
    EventRow,
    FollowUpRow,
    HandoffRow,
    MessageRow,
    ReplyRow,
    SubmissionAddressRow,
    SubmissionMessageRow,
    SubmissionRow,
)

JUDGED = ("judged", "inquiry", "ignored", "duplicate", "failed")  # events; one of them for each mail
IN_FLIGHT = ("claimed", "handed over")  # a process killed after such a step may or may not have sent the mail in hand
DIED = "the program died"  # a mail in hand at three kills in a row was put aside, and staff moved it back
_TOKEN = re.compile(r"SOPPA-[0-9A-Z]{6,12}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of all mail, without anything that differs from run to run."""

    mails: dict[str, list[tuple[str, str, bool]]]  # by "conversation.step": state, disposition, copy; of each delivery
    answers: dict[str, tuple[str, str, str]]  # by "conversation.step": template, subject, text
    submissions: dict[str, list[tuple[str, str, str]]]  # by first writer: state, product, items
    packets: dict[str, list[str]]  # by first writer: offices
    reminded: dict[str, list[str]]  # by first writer: reminders and closings


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The database's rows, as one reader finds them."""

    rows: dict[int, MessageRow]
    marks: dict[int, str]  # of the rows
    replies: Sequence[ReplyRow]
    events: Sequence[EventRow]
    submissions: Sequence[SubmissionRow]
    links: dict[int, int]  # submission of each mail
    writers: dict[int, str]  # first address of each submission, in order of the alphabet
    handoffs: Sequence[HandoffRow]
    digests: Sequence[DigestRow]
    follow_ups: Sequence[FollowUpRow]


def check(
    config: Path, post: Correspondence, figures: Figures, *, stale: bool = False
) -> tuple[Outcome, dict[str, int]]:
    """What came of it, and figures: repeats, put aside, leftovers. Raises AssertionError.

    `stale`: so long after that nobody is waited for any more.
    """
    section = load(config, {}).store
    store = open_store(section.url, section.files)
    try:
        with store.reading() as session:
            if store.engine.dialect.name == "sqlite":
                assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
                assert not session.execute(text("PRAGMA foreign_key_check")).all()
            found = _witnesses(session, store)
        _nothing_lost(found, post, store)
        _judged_once(found)
        repeats = _sent_once(found, post.sink.taken, figures)
        _no_list_twice(found)
        _digests_and_packets(found)
        outcome = _outcome(found)
        _as_expected(outcome, post, stale=stale)
        put_aside = sum(row.reason.startswith(DIED) for row in found.rows.values())
    finally:
        store.close()
    assert "Traceback" not in config.with_name("log").read_text()
    deadline = time.monotonic() + 10
    while (left := alive(figures.workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left, "worker processes outlived the program"
    return outcome, {"repeats": repeats, "put aside": put_aside} | _leftovers(config.parent)


def _witnesses(session: Session, store: Store) -> Witnesses:
    rows = {row.id: row for row in session.scalars(select(MessageRow))}
    writers: dict[int, str] = {}
    for address in session.scalars(select(SubmissionAddressRow).order_by(SubmissionAddressRow.email)):
        writers.setdefault(address.submission_id, address.email)
    return Witnesses(
        rows,
        {pk: str(message_from_bytes(store.files.read(row.raw))[MARK]) for pk, row in rows.items()},
        list(session.scalars(select(ReplyRow).order_by(ReplyRow.id))),
        list(session.scalars(select(EventRow).order_by(EventRow.id))),
        list(session.scalars(select(SubmissionRow).order_by(SubmissionRow.id))),
        {link.message_pk: link.submission_id for link in session.scalars(select(SubmissionMessageRow))},
        writers,
        list(session.scalars(select(HandoffRow))),
        list(session.scalars(select(DigestRow))),
        list(session.scalars(select(FollowUpRow).order_by(FollowUpRow.reply_id))),
    )


def _nothing_lost(found: Witnesses, post: Correspondence, store: Store) -> None:
    """Each mail lies in one folder once, has a row that says so, and its bytes are kept as they came."""
    folders = {name: post.marks_in(name) for name in ("INBOX", "Processed", "Failed")}
    assert folders["INBOX"] == []
    assert Counter(mark for marks in folders.values() for mark in marks) == Counter(post.posted.keys())
    finals = {pk: row for pk, row in found.rows.items() if not row.reason.startswith(DIED)}
    assert Counter(found.marks[pk] for pk in finals) == Counter(post.posted.keys())
    for pk, row in finals.items():
        folder = {"processed": "Processed", "failed": "Failed"}[row.state]
        assert found.marks[pk] in folders[folder], (row.state, found.marks[pk])
        raw, came = store.files.read(row.raw), post.posted[found.marks[pk]]
        assert raw == came or (row.reason.startswith("too large") and came.startswith(raw.rstrip())), found.marks[pk]


def _judged_once(found: Witnesses) -> None:
    times = Counter(e.message_pk for e in found.events if e.what in JUDGED and e.message_pk is not None)
    assert times == Counter(found.rows.keys()), [found.marks[pk] for pk, n in times.items() if n != 1]


def _sent_once(found: Witnesses, taken: Sequence[bytes], figures: Figures) -> int:
    """How many mails went out a second time: under its Message-ID, byte for byte, after a kill while it was sent."""
    by_id: defaultdict[str, list[bytes]] = defaultdict(list)
    for raw in taken:
        by_id[str(message_from_bytes(raw)["Message-ID"])].append(raw)
    ours = {reply.message_id: reply for reply in found.replies}
    assert by_id.keys() == ours.keys(), "what the SMTP server took is what the outbox says"
    # what was in flight at a kill, and overtaken by the vendor's next mail before it could be repeated, is not repeated
    assert all(reply.state == "sent" or (reply.state == "superseded" and reply.ambiguous) for reply in found.replies)
    sent = Counter(str(_data(e)["reply"]) for e in found.events if e.what == "sent")
    assert sent == Counter(reply.message_id for reply in found.replies if reply.state == "sent")
    for message_id, copies in by_id.items():
        assert len(set(copies)) == 1, "a repeat is the very same mail"
        assert len(copies) == 1 or ours[message_id].ambiguous
    answered = Counter(reply.answers for reply in found.replies if reply.answers is not None)
    assert set(answered.values()) <= {1}, "no mail is answered twice"
    repeats = len(taken) - len(ours)
    assert repeats <= sum(figures.phases[phase] for phase in IN_FLIGHT)
    return repeats


def _data(event: EventRow) -> dict[str, object]:
    data: dict[str, object] = json.loads(event.data)
    return data


def _no_list_twice(found: Witnesses) -> None:
    told: defaultdict[int, list[ReplyRow]] = defaultdict(list)
    for reply in found.replies:
        if reply.submission_id is not None:
            told[reply.submission_id].append(reply)
    for replies in told.values():
        heard = [_plain(reply.text) for reply in replies if not reply.bounced]
        assert len(heard) == len(set(heard)), replies[0].to_email


def _digests_and_packets(found: Witnesses) -> None:
    """One digest for each moment of the schedule; one packet for each office and complete submission."""
    of = Counter(reply.template for reply in found.replies)
    assert of["digest"] == sum(digest.recipients for digest in found.digests)
    assert of["handoff"] == len(found.handoffs)
    complete = {s.id for s in found.submissions if s.disposition == "complete"}
    packets = Counter(row.submission_id for row in found.handoffs)
    assert packets == Counter({number: len(OFFICES) for number in complete})
    assert len({(row.submission_id, row.recipient) for row in found.handoffs}) == len(found.handoffs)


def _outcome(found: Witnesses) -> Outcome:
    mails: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for pk, row in found.rows.items():
        if not row.reason.startswith(DIED):
            mails[_step(found.marks[pk])].append((row.state, row.disposition, row.duplicate_of is not None))
    answers = {
        _step(found.marks[reply.answers]): (reply.template, _plain(reply.subject), _plain(reply.text))
        for reply in found.replies
        if reply.answers is not None
    }
    submissions: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for submission in found.submissions:
        items = " ".join(f"{i.item}={i.status}" for i in codec.load(Verdict, submission.verdict).items)
        submissions[found.writers[submission.id]].append((submission.state, submission.product, items))
    packets: defaultdict[str, list[str]] = defaultdict(list)
    for packet in found.handoffs:
        packets[found.writers[packet.submission_id]].append(packet.recipient)
    reminded: defaultdict[str, list[str]] = defaultdict(list)
    for follow_up in found.follow_ups:
        reminded[found.writers[follow_up.submission_id]].append(f"{follow_up.kind} {follow_up.step}")
    return Outcome(
        _ordered(mails), dict(sorted(answers.items())), _ordered(submissions), _ordered(packets), _ordered(reminded)
    )  # fmt: skip


def _ordered(lists: dict[str, list]) -> dict[str, list]:  # type: ignore[type-arg]
    return {key: sorted(values) for key, values in sorted(lists.items())}


def _as_expected(outcome: Outcome, post: Correspondence, *, stale: bool) -> None:
    """What the scripts say, step by step."""
    for number, conversation in enumerate(post.conversations):
        for index, step in enumerate(conversation.steps):
            told = f"{conversation.kind} {number}, step {index}"
            dispositions = {disposition for _, disposition, _ in outcome.mails[f"{number}.{index}"]}
            assert dispositions == {step.disposition}, told
            assert outcome.answers.get(f"{number}.{index}", ("",))[0] == step.answer, told
        domains = _domains(post.posted[mark] for mark in post.posted if mark.split(".")[0] == str(number))
        states = [s[0] for who, found in outcome.submissions.items() if who.split("@")[1] in domains for s in found]
        ends = ["stale" if stale and state == "waiting_vendor" else state for state in conversation.ends]
        assert sorted(states) == sorted(ends), f"{conversation.kind} {number}"
    for steps in outcome.reminded.values():
        assert set(steps) == {"reminder 1", "reminder 2", "closing 0"} or not stale


def _domains(mails: Iterable[bytes]) -> set[str]:
    """Where the vendors of a conversation have their mail; of a forwarded one, whose mail was handed in."""
    return {d for raw in mails for d in re.findall(r"jo@([\w.-]+\.example)", raw[:4000].decode("latin-1"))}


def _leftovers(folder: Path) -> dict[str, int]:
    """What kills leave lying about; every original is what its name says."""
    kept = list((folder / "files").glob("??/*"))
    for path in kept:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    parts = len(list((folder / "files" / ".new").glob("part-*")))
    return {"unfinished files": parts, "worker folders": len(list((folder / "tmp").glob("soppa-worker-*")))}


def _step(mark: str) -> str:
    return mark.rpartition(".")[0]


def _plain(text_: str) -> str:
    return _TOKEN.sub("SOPPA-TOKEN", text_)
