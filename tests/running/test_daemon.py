"""The daemon: its timer, its signals, its word to systemd, and the lock that keeps a second one away."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import daemon, lock, pipeline, schedule
from soppa_mailbot.running.daemon import Daemon, Digest
from soppa_mailbot.store import events
from soppa_mailbot.store.database import Store

CHICAGO = "America/Chicago"


def chicago(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(CHICAGO))


def a_digest(crontab: str = "0 7 * * mon-fri") -> Digest:
    return Digest(
        crontab, CHICAGO, ("buyer@district.example",), lambda now: DigestMail("Digest", f"{now:%H:%M}", "<p>x</p>")
    )


@pytest.mark.parametrize(
    ("crontab", "now", "expected"),
    [
        ("0 7 * * mon-fri", "2026-09-08T09:00", "2026-09-08T07:00"),  # a Tuesday
        ("0 7 * * 1-5", "2026-09-07T06:59", "2026-09-04T07:00"),  # Monday before seven: Friday's
        ("0 7 * * 0", "2026-09-08T09:00", "2026-09-06T07:00"),  # crontab's 0 is Sunday
        ("0 7 * * 7", "2026-09-08T09:00", "2026-09-06T07:00"),
        ("30 6 * * *", "2026-11-01T12:00", "2026-11-01T06:30"),  # the day on which the clock goes back
        ("*/15 * * * *", "2026-09-08T09:20", "2026-09-08T09:15"),
    ],
)
def test_the_last_moment_of_a_schedule(crontab: str, now: str, expected: str) -> None:
    due = schedule.trigger(crontab, CHICAGO)
    assert schedule.latest_slot(due, chicago(now)) == chicago(expected)


def test_a_moment_that_was_served_is_not_due_again() -> None:
    due = schedule.trigger("0 7 * * mon-fri", CHICAGO)
    now = chicago("2026-09-08T09:00")
    assert schedule.latest_slot(due, now, after=chicago("2026-09-08T07:00")) is None
    assert schedule.latest_slot(due, now, after=chicago("2026-09-04T07:00")) == chicago("2026-09-08T07:00")
    assert schedule.latest_slot(due, chicago("2026-09-09T06:00"), after=chicago("2026-09-08T12:00")) is None


@pytest.mark.parametrize("bad", ["", "0 7 * *", "0 7 * * funday", "99 7 * * *", "0 7 * * * *"])
def test_a_bad_schedule_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        schedule.trigger(bad, CHICAGO)


def test_a_second_process_is_kept_away(store: Store) -> None:
    code = (
        "import sys, pathlib\nfrom soppa_mailbot.running import lock\n"
        "from soppa_mailbot.store.migrate import open_store\n"
        "store = open_store(sys.argv[1], pathlib.Path(sys.argv[2]))\n"
        "try:\n  with lock.held(store): print('mine')\nexcept Exception as error: print(error)\n"
    )
    arguments = [sys.executable, "-c", code, str(store.engine.url), str(store.files.root)]

    def other() -> str:
        return subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=30).stdout

    with lock.held(store):
        assert f"another soppa-mailbot (process {os.getpid()})" in other()
    assert other() == "mine\n"


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def test_it_answers_says_so_to_systemd_and_stops_cleanly(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "200000")
        dovecot.deliver(user, vendor_mail("has: order_form"))
        running = Daemon(bot, a_digest())

        def watch() -> None:
            _wait_for(lambda: len(sink.taken) == 1)
            time.sleep(0.25)
            os.kill(os.getpid(), 15)

        watcher = threading.Thread(target=watch)
        watcher.start()
        running.run()
        watcher.join()
        systemd.setblocking(False)
        while True:
            try:
                heard.append(systemd.recv(100).decode())
            except BlockingIOError:
                break
    assert heard[0] == "READY=1" and heard[-1] == "STOPPING=1" and "WATCHDOG=1" in heard
    assert dovecot.subjects(user, "Processed") == ["AcmeMath"]
    with lock.held(bot.store):  # it let go
        pass


def test_a_digest_missed_while_down_goes_out_at_the_start_once(bot: Bot, sink: Sink, clock: Clock) -> None:
    running = Daemon(bot, a_digest())
    running._begin_schedule()  # the first start ever: nothing was missed
    running.send_digest()
    assert sink.taken == []
    clock.forward(days=1)  # down over one moment of the schedule
    again = Daemon(bot, a_digest())
    again._begin_schedule()
    again.send_digest()
    again.send_digest()
    assert len(sink.taken) == 1
    with bot.store.reading() as session:
        last = events.last_digest(session)
    assert last is not None and last.slot == datetime(2026, 9, 9, 12, 0, tzinfo=UTC) and last.recipients == 1


def test_a_stop_ends_after_the_mail_in_hand(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    for number in range(3):
        dovecot.deliver(user, vendor_mail("has: order_form", sender=f"a@v{number}.example"))

    decided: list[str] = []

    def note(step: str) -> None:
        if step == "decided":
            decided.append(step)

    tally = pipeline.run_once(replace(bot, checkpoint=note, stopping=lambda: bool(decided)))
    assert tally.processed == 1 and tally.left == 3  # two mails, and the answer to the first
    assert pipeline.run_once(bot).all_well and len(sink.taken) == 3


def test_an_abstract_notify_socket_and_a_dead_one(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"soppa-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind("\0" + name)
        monkeypatch.setenv("NOTIFY_SOCKET", "@" + name)
        daemon.notify("READY=1")
        assert systemd.recv(100) == b"READY=1"
    daemon.notify("READY=1")  # nobody listens: no reason to fall


def test_without_systemd_the_main_thread_still_wakes() -> None:
    assert daemon.watchdog_interval() == 60.0
