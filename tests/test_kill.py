"""SIGKILL between every pair of steps, on a real Dovecot and a real SMTP server, each run a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from subprocess import PIPE

import pytest

from conftest import vendor_mail
from mail_servers import Dovecot, Sink
from proving import briefly
from soppa_mailbot.running.processing import MAX_ATTEMPTS
from soppa_mailbot.store import views
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.migrate import open_store

DRIVER = Path(__file__).with_name("kill_driver.py")
MAILS = (
    ("<k1@acme.example>", "product: AcmeMath\nhas: order_form", "Jo <jo@acme.example>"),
    ("<k2@other.example>", "product: Other\nhas: order_form rfi_form soppa_form", "Al <al@other.example>"),
    ("<k3@bad.example>", "poison: raise", "x@bad.example"),
)
ANSWERED = {"<k1@acme.example>", "<k2@other.example>"}
STEPS_AT_LEAST = 20


@dataclass(slots=True)
class Runner:
    """Starts runs as processes; see `kill_driver.py`."""

    driver: subprocess.Popen[str]
    ports: tuple[int, int]

    def __call__(self, folder: Path, user: str, kill_after: int, minutes: int = 0) -> int:
        """The exit status of one run, -9 when it was killed."""
        assert self.driver.stdin is not None and self.driver.stdout is not None
        self.driver.stdin.write(f"{folder} {self.ports[0]} {self.ports[1]} {user} {kill_after} {minutes}\n")
        self.driver.stdin.flush()
        return int(self.driver.stdout.readline())


@pytest.fixture
def run(dovecot: Dovecot, sink: Sink) -> Iterator[Runner]:
    with subprocess.Popen([sys.executable, str(DRIVER)], stdin=PIPE, stdout=PIPE, text=True) as driver:
        yield Runner(driver, (dovecot.port, sink.port))


def _fill(dovecot: Dovecot, user: str) -> None:
    for message_id, body, sender in MAILS:
        dovecot.deliver(user, vendor_mail(body, sender=sender, Message_ID=message_id, subject=message_id))


def _check(folder: Path, dovecot: Dovecot, sink: Sink, user: str, kill_after: int, last_step: str) -> None:
    told = f"killed after step {kill_after} ({last_step})"
    store = open_store(f"sqlite:///{folder}/soppa.db", folder / "files")
    try:
        _check_store(store, told)
    finally:
        store.close()
    assert dovecot.subjects(user) == [], told
    assert sorted(dovecot.subjects(user, "Processed")) == sorted(ANSWERED), told
    assert dovecot.subjects(user, "Failed") == ["<k3@bad.example>"], told
    answers = [message_from_bytes(raw) for raw in sink.taken]
    assert {a["In-Reply-To"] for a in answers} == ANSWERED, told
    times = Counter(a["In-Reply-To"] for a in answers)
    if last_step == "handed over":  # the last word was cut off: once more, as the same mail
        assert sorted(times.values()) == [1, 2], told
        assert len({a["Message-ID"] for a in answers}) == 2 and len(set(sink.taken)) == 2, told
    else:
        assert set(times.values()) == {1}, told


def _check_store(store: Store, told: str) -> None:
    with store.reading() as session:
        submissions = views.submissions(session)
        others = views.messages_since(session, submissions[0].created.replace(year=2000))
    assert sorted(s.state for s in submissions) == ["waiting_district", "waiting_vendor"], told
    assert [len(s.messages) for s in submissions] == [1, 1], told
    assert [[r.state for r in s.replies] for s in submissions] == [["sent"], ["sent"]], told
    assert [(m.message_id, m.state) for m in others] == [("<k3@bad.example>", "failed")], told


@pytest.mark.parametrize("every", briefly((1, 3), (3,)))  # every third step; all of them in `./run prove`
def test_killed_between_any_two_steps_nothing_is_lost_and_nothing_answered_twice(
    tmp_path: Path, dovecot: Dovecot, sink: Sink, user: str, run: Runner, every: int
) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    _fill(dovecot, user)
    assert run(whole, user, 0) == 0
    steps = (whole / "journal").read_text().splitlines()
    assert len(steps) >= STEPS_AT_LEAST
    for name in ("connected", "raw kept", "rows committed", "examined", "decided", "filed processed", "handed over"):
        assert name in steps
    for number, name in list(enumerate(steps, start=1))[::every]:
        folder, mailbox = tmp_path / str(number), f"kill{number}-{user}"
        folder.mkdir()
        sink.taken.clear()
        _fill(dovecot, mailbox)
        assert run(folder, mailbox, number) == -9
        assert run(folder, mailbox, 0) == 0, name
        _check(folder, dovecot, sink, mailbox, number, name)
        _check_read_once(folder, steps[:number])


def _check_read_once(folder: Path, before: list[str]) -> None:
    """What was decided before the process died is not read again; what was in hand is read once more at most."""
    read = Counter((folder / "judged").read_text().split())
    order = [message_id for message_id, _, _ in MAILS]
    decided = set(order[: before.count("decided")])
    assert set(read) == set(order)
    assert all(read[message_id] == 1 for message_id in decided), before[-1]
    assert sum(read.values()) <= len(MAILS) + 1, before[-1]


def test_a_mail_that_kills_the_process_each_time_is_put_aside(
    tmp_path: Path, dovecot: Dovecot, sink: Sink, user: str, run: Runner
) -> None:
    dovecot.deliver(user, vendor_mail("poison: kill", subject="deadly"))
    dovecot.deliver(user, vendor_mail("has: order_form", subject="fine"))
    assert [run(tmp_path, user, 0, 2 * n) for n in range(MAX_ATTEMPTS)] == [-9] * MAX_ATTEMPTS
    assert run(tmp_path, user, 0, 2 * MAX_ATTEMPTS) == 0
    assert dovecot.subjects(user, "Failed") == ["deadly"] and dovecot.subjects(user, "Processed") == ["fine"]
    assert len(sink.taken) == 1


def test_deaths_in_quick_succession_are_not_laid_at_the_mails_door(
    tmp_path: Path, dovecot: Dovecot, sink: Sink, user: str, run: Runner
) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form", subject="fine"))
    assert run(tmp_path, user, 0) == 0
    steps = (tmp_path / "journal").read_text().splitlines()
    folder, mailbox = tmp_path / "killed", f"again-{user}"
    folder.mkdir()
    dovecot.deliver(mailbox, vendor_mail("has: order_form", subject="fine"))
    assert run(folder, mailbox, steps.index("begun") + 1) == -9
    assert [run(folder, mailbox, 1) for _ in range(2 * MAX_ATTEMPTS)] == [-9] * 2 * MAX_ATTEMPTS
    assert run(folder, mailbox, 0) == 0
    assert dovecot.subjects(mailbox, "Processed") == ["fine"]
