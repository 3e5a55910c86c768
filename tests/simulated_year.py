"""A year in the life of a procurement mailbox, written into a real store: 5,000 submissions with 20,000 messages.

Each vendor of the year sends copies of the sample mails under a name of its own (`simulated_letters`), and what follows
is what the program would do, by the calendar: answers, reminders, packets, closings. The rows are those that the
program writes (`simulated_rows`). The same arguments give the same year.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text

import simulated_rows
from simulated_letters import UNTIL, Answer, Conversation, Letters, Mail, Step, letters
from simulated_rows import ours
from soppa_mailbot.handling.bot import Judging
from soppa_mailbot.store.database import Store

DAYS = 365
RESELLER = "reseller.example"  # one organisation with many submissions
_REMINDERS = (7, 14)  # calendar days after an answer: five and ten business days
_CLOSING = 28


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
        simulated_rows.write(session, kept, mails, answers, digests)
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
