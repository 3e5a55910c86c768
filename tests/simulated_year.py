"""A year in the life of a procurement mailbox, written into a real store: 5,000 submissions with 20,000 messages.

The letters are the sample mails, read, judged and answered by the program's own core; each vendor of the year gets a
copy under a name of its own. Rows are those that the program writes (`pipeline`, `deciding`, `follow_up`, `sending`,
`decisions`), inserted in bulk. The same arguments give the same year.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, text
from sqlalchemy.orm import Session

from soppa_mailbot import codec, keeping
from soppa_mailbot.bot import Judging
from soppa_mailbot.model import Findings, Item, Reply, Status, Verdict
from soppa_mailbot.store.database import Store
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

UNTIL = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday, nine o'clock in Chicago
DAYS = 365
RESELLER = "reseller.example"  # one organisation with many submissions
OFFICE = "Risk Management"
_MAILS = Path(__file__).parents[1] / "examples" / "mails"
_REMINDERS = (7, 14)  # calendar days after an answer: five and ten business days
_CLOSING = 28
_SENT_ON = date(2026, 9, 14)
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CHUNK = 400  # rows of one INSERT: texts are made only then

# name: (how often, what the vendor's name is in the samples, their domain, the mails in turn)
_STORIES: dict[str, tuple[int, str, str, tuple[str, ...]]] = {
    "all at once": (16, "Fernway", "fernwaymath", ("01",)),
    "a form unfinished": (26, "Tidewell", "tidewell", ("02", "13")),
    "asks first": (12, "Stonebridge", "stonebridgelabs", ("06", "01")),
    "on file": (14, "Copperline", "copperline", ("03",)),
    "no date": (12, "Copperline", "copperline", ("04", "03")),
    "exempt": (5, "Hearth", "hearthpayroll", ("05",)),
    "never finishes": (7, "Gulliver", "gulliverdata", ("11",)),
    "lets it lie": (5, "Maple & Pine", "mapleandpine", ("10",)),
    "through staff": (3, "Skylark", "skylarkmusic", ("09",)),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One mail of a story, and what the program made of all that had come so far. Texts are JSON or as mailed."""

    findings: str
    verdict: str
    disposition: str
    key: str  # of the verdict
    open: tuple[str, ...]
    subject: str
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Story:
    word: str
    domain: str
    steps: tuple[Step, ...]
    deadline: str  # ISO, as the samples have it; "" none


@dataclass(frozen=True, slots=True)
class Letters:
    """What a year is written with. `loose`: mails that stand in no submission."""

    stories: tuple[Story, ...]
    weights: tuple[int, ...]
    loose: tuple[Step, ...]
    away: Step  # an out-of-office


def letters(core: Judging) -> Letters:
    """The samples of `examples/`, through the core that is given."""
    read = {path.name[:2]: _read(core, path) for path in sorted(_MAILS.glob("*.eml"))}
    stories = tuple(_story(core, read, *parts[1:]) for parts in _STORIES.values())
    single = {name: _step(core, (found,), raw) for name, (raw, found) in read.items() if name in ("07", "08", "12")}
    weights = tuple(parts[0] for parts in _STORIES.values())
    return Letters(stories, weights, (single["08"], single["12"]), single["07"])


def _read(core: Judging, path: Path) -> tuple[bytes, Findings]:
    raw = path.read_bytes()
    return raw, core.examine(core.parse(raw), received=UNTIL).findings


def _story(
    core: Judging, read: dict[str, tuple[bytes, Findings]], word: str, domain: str, names: Sequence[str]
) -> Story:
    first = read[names[0]][1]
    history: tuple[Findings, ...] = ()
    steps = []
    for name in names:
        raw, found = read[name]
        history = (*history, replace(found, sender=first.sender, vendor_name=first.vendor_name, product=first.product))
        steps.append(_step(core, history, raw))
    verdict = codec.load(Verdict, steps[-1].verdict)
    deadline = verdict.item(Item.DEADLINE)
    received = deadline is not None and deadline.status is Status.RECEIVED
    return Story(word, domain, tuple(steps), deadline.value[0] if deadline is not None and received else "")


def _step(core: Judging, history: Sequence[Findings], raw: bytes) -> Step:
    verdict = core.judge(history)
    reply = core.compose(verdict, core.parse(raw), today=_SENT_ON, token="SOPPA-TOKEN2")
    left = (Status.MISSING, Status.INCOMPLETE, Status.UNCLEAR)
    return Step(
        findings=codec.dump(history[-1]),
        verdict=codec.dump(verdict),
        disposition=str(verdict.disposition),
        key=keeping.verdict_key(verdict),
        open=tuple(str(item.item) for item in verdict.items if item.status in left),
        subject=history[-1].subject,
        reply=reply if isinstance(reply, Reply) else None,
    )


@dataclass(slots=True)
class Mail:
    """One that came in. `again`: the mail of which it is a second delivery."""

    at: datetime
    step: Step
    number: int  # makes its texts its own
    how: str = "started"
    counts: bool = True
    disposition: str = ""
    again: Mail | None = None
    id: int = 0


@dataclass(slots=True)
class Answer:
    """One that went out, or waits to."""

    at: datetime
    template: str
    reply: Reply | None  # whose text it has
    to: Mail | None = None
    follows: Answer | None = None  # reminder or closing
    state: str = "sent"
    about: int = 0  # a number of the vendor; 0: of no submission
    id: int = 0


@dataclass(slots=True)
class Conversation:
    number: int  # of the vendor
    story: Story
    begun: datetime
    domain: str
    state: str = "review"
    since: datetime = UNTIL
    updated: datetime = UNTIL
    step: Step | None = None
    mails: list[Mail] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    happened: list[tuple[datetime, str, str, dict[str, object], Mail | None]] = field(default_factory=list)
    handed: datetime | None = None
    bounced: datetime | None = None
    id: int = 0

    @property
    def settled(self) -> bool:
        return self.state in ("closed", "withdrawn", "stale")

    @property
    def sender(self) -> str:
        return f"writer{self.number}@{self.domain}"


@dataclass(frozen=True, slots=True)
class Year:
    """What was written."""

    conversations: tuple[Conversation, ...]
    messages: int
    replies: int
    letters: Letters

    def states(self) -> dict[str, int]:
        states = [c.state for c in self.conversations]
        return {state: states.count(state) for state in sorted(set(states))}


def fill(
    store: Store, core: Judging, *, submissions: int, messages: int, only_days: int = DAYS, close: bool = True
) -> Year:
    """Write a year that ends at `UNTIL` into an empty store.

    With `only_days` what was over before these days is left out: an archive that is younger, with the same work in
    hand. Without `close` the staff never close anything.
    """
    told = letters(core)
    conversations = [_conversation(told, n, submissions, close) for n in range(submissions)]
    inside = sum(len(c.mails) for c in conversations)
    if inside > messages:
        raise ValueError(f"{submissions} submissions have {inside} messages, more than {messages}")
    loose = [_loose(told, n, messages - inside) for n in range(messages - inside)]
    after = UNTIL - timedelta(days=only_days)
    kept = [c for c in conversations if not c.settled or c.happened[-1][0] >= after]
    mails = sorted([m for c in kept for m in c.mails] + [m for m in loose if m.at >= after], key=lambda m: m.at)
    digests = [moment for moment in _mornings() if moment >= after]
    answers = [a for c in kept for a in c.answers] + [Answer(m, "digest", None) for m in digests]
    answers.sort(key=lambda a: a.at)
    for rows in (kept, mails, answers):
        for number, row in enumerate(rows, 1):
            row.id = number
    with store.writing() as session:
        _write(session, kept, mails, answers, digests)
        if store.engine.dialect.name == "postgresql":  # which counts only what it numbered itself
            for table, rows in (("messages", mails), ("submissions", kept), ("replies", answers)):
                session.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {len(rows)})"))
    return Year(tuple(kept), len(mails), len(answers), told)


def _conversation(told: Letters, n: int, of: int, close: bool) -> Conversation:
    """One vendor's purchase, up to `UNTIL`. By its number alone, so that a younger archive holds the same ones."""
    rng = random.Random(f"conversation {n}")
    begun = UNTIL - timedelta(days=DAYS) * ((of - n - 0.5) / of) - timedelta(hours=rng.uniform(0, 6))
    story = rng.choices(told.stories, told.weights)[0]
    number = n + 1
    domain = RESELLER if n % 40 == 7 else f"{story.domain}{number}.example"
    talk = Conversation(number, story, begun, domain)
    moment = begun
    last = len(story.steps) - 1
    gives_up = rng.random() < 0.12  # after its first mail
    for place, step in enumerate(story.steps[: 1 if gives_up else None]):
        if moment >= UNTIL:
            break
        _judged(talk, step, moment, rng, of)
        moment += timedelta(days=rng.uniform(1, 9))
        if place != last:
            _reminded(talk, moment)
    if talk.state == "waiting_vendor":
        _reminded(talk, UNTIL)
    _chatter(talk, told, rng)
    if talk.state in ("waiting_district", "review") and close:
        _closed(talk, rng)
    talk.mails.sort(key=lambda mail: mail.at)
    talk.happened.sort(key=lambda one: one[0])
    return talk


def _judged(talk: Conversation, step: Step, moment: datetime, rng: random.Random, of: int) -> None:
    """A mail that brings something: verdict, state, answer, packet."""
    mail = Mail(moment, step, talk.number, "started" if not talk.mails else "thread")
    mail.disposition = step.disposition
    talk.mails.append(mail)
    if rng.random() < 0.04:
        again = Mail(moment + timedelta(minutes=20), step, talk.number, "copy", False, step.disposition, mail)
        if again.at < UNTIL:
            talk.mails.append(again)
            talk.happened.append((again.at, "duplicate", "", {}, again))
    state = {"complete": "waiting_district", "on_file": "waiting_district", "review": "review"}.get(step.disposition)
    talk.state, talk.since, talk.updated = state or "waiting_vendor", moment, moment
    talk.step = step
    data = {"disposition": step.disposition, "how": mail.how, "open": list(step.open), "state": talk.state}
    talk.happened.append((moment, "judged", "", {**data, "unanswered": ""}, mail))
    if step.reply is not None and talk.state != "review":
        held = UNTIL - moment < timedelta(hours=30) and rng.random() < 0.5
        answer = Answer(moment, step.reply.template, step.reply, mail, about=talk.number)
        answer.state = "held" if held else "sent"
        talk.answers.append(answer)
        if not held:
            talk.happened.append((moment + timedelta(minutes=1), "sent", "", {"reply": ours(answer)}, None))
        if not held and step.disposition == "complete":
            talk.handed = moment + timedelta(minutes=2)
    if rng.random() < 0.02 and talk.state == "waiting_vendor":
        talk.bounced = moment


def _reminded(talk: Conversation, before: datetime) -> None:
    """Reminders, and the closing, as far as they fell due."""
    if talk.bounced is not None or not talk.answers or talk.answers[-1].state != "sent":
        return
    answer = talk.answers[-1]
    due = [(days, "reminder") for days in _REMINDERS] + [(_CLOSING, "closing")]
    for days, kind in due:
        moment = answer.at + timedelta(days=days)
        if moment >= min(before, UNTIL):
            return
        talk.answers.append(Answer(moment, kind, answer.reply, follows=answer, about=talk.number))
        talk.happened.append((moment, kind, "", {"reply": ours(talk.answers[-1])}, None))
        if kind == "closing":
            talk.state, talk.since, talk.updated = "stale", moment, moment
            return


def _chatter(talk: Conversation, told: Letters, rng: random.Random) -> None:
    """Thanks, questions, absences: they stand in the submission and change nothing."""
    first = talk.mails[0].at
    for _ in range(rng.choice((0, 0, 1, 1, 1, 2, 2, 3))):
        moment = first + timedelta(days=rng.uniform(0.1, 20))
        if moment >= UNTIL:
            continue
        away = rng.random() < 0.4
        mail = Mail(moment, told.away if away else told.loose[1], talk.number, "thread", False)
        mail.disposition = "ignored" if away else "inquiry"
        talk.mails.append(mail)
        talk.happened.append((moment, mail.disposition, "thanks", {}, mail))
        if away:
            data = {"from": moment.date().isoformat(), "back": (moment + timedelta(days=3)).date().isoformat()}
            talk.happened.append((moment, "away", "away", data, None))


def _closed(talk: Conversation, rng: random.Random) -> None:
    """By staff, when all is signed; some lie for long."""
    days = rng.uniform(40, 90) if rng.random() < 0.02 else rng.uniform(2, 20)
    moment = talk.since + timedelta(days=days)
    if moment < UNTIL:
        data = {"from": talk.state, "to": "closed"}
        talk.state, talk.since, talk.updated = "closed", moment, moment
        talk.happened.append((moment, "state", "signed by both sides", dict(data), None))


def _loose(told: Letters, n: int, of: int) -> Mail:
    """Newsletters and sales pitches."""
    rng = random.Random(f"loose {n}")
    moment = UNTIL - timedelta(days=DAYS) * ((of - n - 0.5) / of)
    mail = Mail(moment, rng.choice(told.loose), 1_000_000 + n, "", False)
    mail.disposition = mail.step.disposition
    return mail


def _mornings() -> Iterator[datetime]:
    for back in range(DAYS, 0, -1):
        moment = (UNTIL - timedelta(days=back)).replace(hour=13, minute=0)
        if moment.weekday() < 5:
            yield moment


# --- rows -------------------------------------------------------------------------------------------------------------


def _write(
    session: Session,
    talks: Sequence[Conversation],
    mails: Sequence[Mail],
    answers: Sequence[Answer],
    digests: Sequence[datetime],
) -> None:
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
    marks = {"polled": UNTIL, "follow_ups": UNTIL, "handoff_begun": UNTIL - timedelta(days=DAYS + 1)}
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
    return f"<a{answer.about}.{int(answer.at.timestamp())}.{answer.template}@soppa-mailbot.prairiebend14.example>"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def token(number: int) -> str:
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
