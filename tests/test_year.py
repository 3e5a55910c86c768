"""A year of mail in the store: no query grows with the archive, and what staff wait for takes no time.

A small year runs always. `./run prove tests/test_year.py` fills the whole one, 5,000 submissions with 20,000 messages,
holds it against the goals and prints the figures.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from proving import only_proving
from simulated_letters import UNTIL, Conversation
from simulated_rows import ours, token
from simulated_year import DAYS, RESELLER
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.running import delivery, lock
from soppa_mailbot.running.worklist import LONGEST_LOOK_BACK, digest_of
from soppa_mailbot.staff.joining import merge
from soppa_mailbot.staff.people import Person
from soppa_mailbot.store import detail, events, views
from soppa_mailbot.store.tables import Base, DigestRow
from year_office import Archive, Office, made, plans, walks, watched

SMALL, WHOLE = (500, 2000), (5000, 20_000)  # submissions, messages
MONTH = 31  # days
OVER = ("closed", "stale")
LISTING = """
import sys, time
from pathlib import Path
from soppa_mailbot.commands.submissions import Filter, submissions
began = time.process_time()
submissions(Path(sys.argv[1]), as_array=sys.argv[2] == "json", wanted=Filter(states=tuple(sys.argv[3:])))
print(time.process_time() - began, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return made(tmp_path_factory.mktemp("year") / "district", SMALL)


@pytest.fixture(scope="module")
def small_month(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The same work in hand, with what was over a month ago left out."""
    return made(tmp_path_factory.mktemp("month") / "district", SMALL, only_days=MONTH)


Opening = Callable[[Archive], Any]  # a context manager over an Office


@pytest.fixture
def office(dovecot: Dovecot, sink: Sink, user: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opening:
    names = iter("abcdefgh")

    @contextmanager
    def open_at(archive: Archive) -> Iterator[Office]:
        name = next(names)
        mailbox, clock = f"{name}.{user}", Clock(UNTIL)
        monkeypatch.setenv("SOPPA_MAILBOX__PORT", str(dovecot.port))
        monkeypatch.setenv("SOPPA_MAILBOX__USERNAME", mailbox)
        monkeypatch.setenv("SOPPA_SMTP__PORT", str(sink.port))
        copy = archive.copied(tmp_path / name)
        with assembled(copy.config, clock) as program, lock.held(program.bot.store):
            yield Office(program, clock, lambda raw: dovecot.deliver(mailbox, raw))

    return open_at


def test_a_year_is_what_the_program_writes(small: Archive, office: Opening) -> None:
    """Everything in it can be read by the program, and the mix is that of a procurement mailbox."""
    year, states = small.year, small.year.states()
    assert len(year.conversations) == SMALL[0] and year.messages == SMALL[1]
    assert sum(states[state] for state in OVER) > 0.9 * SMALL[0] and len(states) == 5
    with office(small) as at, at.program.bot.store.reading() as session:
        every = views.submissions(session)
        assert len(every) == SMALL[0]
        assert {view.state for view in every} == set(states)
        assert all(view.messages and view.verdict.disposition for view in every)
        shown = [detail.of(session, view.id) for view in every[:40]]
        assert sum(mail.findings is not None for one in shown for mail in one.mails) > 60
        assert sum(len(mail.findings.forms) for one in shown for mail in one.mails if mail.findings) > 20


# --- no query grows --------------------------------------------------------------------------------------------------


def everything(at: Office, archive: Archive) -> None:
    """A day: quiet passes, mails in old and new conversations, reminders, packets, digest, what people look at."""
    assert at.poll().all_well
    at.digest()
    old, waiting = archive.some("closed"), archive.some("waiting_vendor", lambda c: bool(c.answers))
    stale = archive.some("stale")
    for body, headers in (
        ("Thank you, that is all from our side.", {"In_Reply_To": ours(old.answers[-1])}),
        ("We will send the form on Monday.", {"subject": f"Re: papers [SOPPA-{token(waiting.number)}]"}),
        ("Attached is our quote for the same software: 100 licences, $500.00.", {"sender": stale.sender}),
        ("Whom do we ask about an invoice?", {"sender": f"new@{RESELLER}"}),
    ):
        at.deliver(vendor_mail(body, **{"sender": waiting.sender, **headers}))
    again = vendor_mail("How can we submit our software for approval?", sender="new@vendor.example")
    at.deliver(again)
    at.deliver(again)
    at.deliver(vendor_mail("I am out of the office.", sender=waiting.sender, Auto_Submitted="auto-replied"))
    at.deliver(_bounce(waiting.sender))
    tally = at.poll()
    assert tally.all_well and tally.new == 8 and tally.duplicates == 1 and not tally.failed
    at.clock.forward(days=1)
    tally = at.poll()
    assert tally.all_well and tally.followed_up and tally.sent >= tally.followed_up
    delivery.deliver(at.program.bot, Tally())
    at.digest()
    store = at.program.bot.store
    with store.reading() as session:
        detail.of(session, old.id)
        views.submissions(session, states=("waiting_vendor",))
        views.numbers(session, ("review",))
    two = [c.id for c in archive.year.conversations if c.state == "waiting_district"][:2]
    with store.writing() as session:
        merge(session, at.program.bot, *two, Person("Lena Ortiz", "the same purchase"))
    with store.reading() as session:
        assert detail.of(session, two[0]).merged == (two[1],)
    assert at.poll().all_well


def _bounce(recipient: str) -> bytes:
    """A report on a mail of ours that names no Message-ID."""
    parts = (
        "From: MAILER-DAEMON@mail.example",
        "To: purchasing@prairiebend14.example",
        "Subject: Undelivered Mail Returned to Sender",
        "Message-ID: <bounce@mail.example>",
        "Auto-Submitted: auto-replied",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "It could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mail.example",
        "",
        f"Final-Recipient: rfc822; {recipient}",
        "Action: failed",
        "Status: 5.1.1",
        "--b--",
        "",
    )
    return "\r\n".join(parts).encode()


def test_no_query_walks_through_a_table(small: Archive, office: Opening) -> None:
    with office(small) as at:
        with watched(at.engine) as watch:
            everything(at, small)
        found = plans(at.engine, watch)
        assert len(found) > 60
        bad = {sql: plan for sql, plan in found.items() if walks(plan)}
        assert not bad, "\n".join(f"{sql}\n    {plan}" for sql, plan in bad.items())


def test_a_walk_would_be_seen(small: Archive, office: Opening) -> None:
    with office(small) as at:
        with watched(at.engine) as watch, at.program.bot.store.reading() as session:
            views.submissions(session)
        assert any(walks(plan) for plan in plans(at.engine, watch).values())


@pytest.mark.parametrize("work", [Office.poll, Office.digest], ids=["poll", "digest"])
def test_work_is_the_same_in_an_old_archive(
    work: Callable[[Office], object], small: Archive, small_month: Archive, office: Opening
) -> None:
    """Not only the plans: as many statements, and as many turns of SQLite's machine within them."""
    assert len(small.year.conversations) > 4 * len(small_month.year.conversations)
    seen = []
    for archive in (small, small_month):
        with office(archive) as at:
            at.poll()  # the first one fills caches
            with watched(at.engine) as watch:
                work(at)
            seen.append((watch.statements, watch.turns))
    old, young = seen
    assert old == young and old[1] > 0


def test_a_digest_that_is_only_printed_does_not_tell_of_the_whole_year(small: Archive, office: Opening) -> None:
    """The schedule began with the first start, and no digest was ever sent."""
    with office(small) as at:
        store = at.program.bot.store
        with store.writing() as session:
            session.execute(delete(DigestRow))
            events.add_digest(session, UNTIL - timedelta(days=DAYS), UNTIL - timedelta(days=DAYS), 0)
        told = digest_of(store, at.program.program.district, UNTIL)
    assert told.since == (UNTIL - LONGEST_LOOK_BACK).date()
    assert 0 < told.new < SMALL[0] / 6


def test_what_staff_leave_lying_costs_a_pass_nothing(small: Archive, office: Opening, tmp_path: Path) -> None:
    """Complete papers that nobody closes all year: their packets went out, and they are not looked at again."""
    lying = made(tmp_path / "lying" / "district", SMALL, close=False)
    assert lying.year.states()["waiting_district"] > 20 * small.year.states()["waiting_district"]
    turns = []
    for archive in (small, lying):
        with office(archive) as at:
            at.poll()
            with watched(at.engine) as watch:
                assert at.poll().all_well
            turns.append(watch.turns)
    assert turns[1] < 1.1 * turns[0]  # what was last changed is another one, with or without a packet


def test_a_mail_costs_the_same_in_an_old_archive(small: Archive, small_month: Archive, office: Opening) -> None:
    seen = []
    for archive in (small, small_month):
        answered = archive.some("waiting_vendor", lambda c: bool(c.answers) and c.domain != RESELLER)
        with office(archive) as at:
            at.poll()
            thread = {"In_Reply_To": ours(answered.answers[-1])}
            at.deliver(vendor_mail("Thank you, we will look.", sender=answered.sender, **thread))
            with watched(at.engine) as watch:
                tally = at.poll()
            assert tally.processed == 1 and tally.all_well
            seen.append((watch.statements, watch.turns))
    assert seen[0] == seen[1]


@pytest.mark.postgres
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_postgresql_has_an_index_for_each_query(url: str, office: Opening, tmp_path: Path) -> None:
    """Its planner reads small tables as a whole; told not to, it must find an index for each."""
    archive = made(tmp_path / "district", (120, 480), url=url)
    with office(archive) as at:
        with watched(at.engine) as watch:
            everything(at, archive)
        with at.engine.connect() as connection:
            connection.exec_driver_sql("SET enable_seqscan = off")
            for sql, args in watch.said.items():
                if not sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE")) or "pg_catalog" in sql:
                    continue
                told = connection.exec_driver_sql(f"EXPLAIN {sql}", args[0] if type(args) is list else args)
                plan = "\n".join(str(row[0]) for row in told)
                assert not re.search(rf"Seq Scan on ({'|'.join(Base.metadata.tables)})", plan), (sql, plan)


# --- the whole year --------------------------------------------------------------------------------------------------


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds that something takes: the best of a few, since the machine does other things as well."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def listing(config: Path, *words: str) -> float:
    """Processor seconds that the command works in a process of its own, as it would run; without its start."""
    run = [sys.executable, "-c", LISTING, config, *words]
    done = (subprocess.run(run, check=True, capture_output=True, text=True) for _ in range(5))
    return min(float(one.stderr) for one in done)


@pytest.mark.slow
@only_proving("the whole year")
def test_the_whole_year_takes_no_time(office: Opening, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = made(tmp_path / "whole", WHOLE)
    month = made(tmp_path / "month", WHOLE, only_days=MONTH)
    assert (len(whole.year.conversations), whole.year.messages) == WHOLE
    figures = {}
    with office(whole) as at:
        at.poll()
        figures["a pass with nothing new, IMAP included"] = (best(at.poll), 0.2)
        figures["the digest"] = (best(at.digest), 2.0)
        answered = whole.some("waiting_vendor", lambda c: bool(c.answers))
        figures["a mail in a conversation, all included"] = (best(lambda: _one_more(at, answered), 3), 0.5)
        at.clock.forward(days=1)
        began = time.perf_counter()
        tally = at.poll()
        assert tally.all_well and tally.followed_up > 3
        figures[f"the day's {tally.followed_up} reminders, written and sent"] = (time.perf_counter() - began, 5.0)
    figures["submissions, 5,000 rows"] = (listing(whole.config, "table"), 0.5)
    figures["submissions --json, 5,000 objects"] = (listing(whole.config, "json"), 0.5)
    figures["submissions --state waiting_vendor"] = (listing(whole.config, "table", "waiting_vendor"), 0.1)
    command = [Path(sys.executable).with_name("soppa-mailbot"), "-c", whole.config, "submissions"]
    start = best(lambda: subprocess.run([*command, "--state", "withdrawn"], check=True, capture_output=True), 3)
    turns = {}
    for name, archive in (("twelve months", whole), ("one month", month)):
        with office(archive) as at:
            at.poll()
            for work in (Office.poll, Office.digest):
                with watched(at.engine) as watch:
                    work(at)
                turns[name, work.__name__] = (watch.statements, watch.turns)
    with capsys.disabled():
        print(f"\n{whole.year.states()}, {whole.year.messages} messages, {whole.year.replies} mails of ours")
        print(f"a command that has nothing to list takes {start:.2f} s from start to end")
        for what, (seconds, goal) in figures.items():
            print(f"{what:45} {seconds:7.3f} s   goal {goal} s")
        for (name, work_name), (statements, count) in turns.items():
            print(f"{work_name}, archive of {name:15} {statements} statements, {count} turns of SQLite's machine")
    for work_name in ("poll", "digest"):
        assert turns["twelve months", work_name] == turns["one month", work_name]
    assert not {what: told for what, told in figures.items() if told[0] >= told[1]}


def _one_more(at: Office, talk: Conversation) -> None:
    at.deliver(vendor_mail("Thank you, we look.", sender=talk.sender, In_Reply_To=ours(talk.answers[-1])))
    assert at.poll().processed == 1
