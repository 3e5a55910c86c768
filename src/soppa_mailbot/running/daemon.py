"""`run` without `--once`: the same pass as cron's, on a timer, until a signal says stop.

One worker thread does everything in turn (poll, outbox, digest), so that nothing overlaps; the main thread answers
systemd and waits for the signal.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import FrameType

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.errors import MailbotError
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.running import delivery, lock, pipeline, schedule
from soppa_mailbot.store import events

log = logging.getLogger(__name__)

OUTBOX_SECONDS = 60
_STUCK_SECONDS = 1800.0  # without a step done, a pass that runs counts as stuck and systemd may restart us
_GRACE_SECONDS = 6 * 3600  # a job that was due while the machine slept still runs; APScheduler's own grace is 1 s


@dataclass(frozen=True, slots=True)
class Digest:
    """What the digest job needs."""

    crontab: str
    timezone: str
    recipients: tuple[str, ...]
    render: Callable[[datetime], DigestMail]  # for `recipients`
    # for those who get the list of their own schools; each mail with its recipients
    shared: Callable[[datetime], Sequence[tuple[DigestMail, Sequence[str]]]] = lambda _: ()


class Daemon:
    """Holds the process lock while it runs."""

    def __init__(self, bot: Bot, digest: Digest, refreshed: Callable[[Bot], Bot] = lambda bot: bot) -> None:
        """`refreshed`: asked before each pass for the bot with what changed on disk."""
        self._stop = threading.Event()
        self._progress = time.monotonic()
        self._busy = False
        self._digest = digest
        self._refreshed = refreshed
        step = bot.checkpoint

        def checkpoint(name: str) -> None:
            self._progress = time.monotonic()
            step(name)

        self._bot = replace(bot, checkpoint=checkpoint, stopping=self._stop.is_set)

    def stop(self) -> None:
        """End after the mail in hand. Safe to call from a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Until SIGTERM, SIGINT or `stop`. Raises StoreError when another process has the store."""
        with lock.held(self._bot.store):
            scheduler = self._scheduler()
            before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGTERM, signal.SIGINT)}
            try:
                self._begin_schedule()
                scheduler.start()
                notify("READY=1")
                log.info("watching %s every %s s", self._bot.mailbox.folder, self._bot.mailbox.poll_seconds)
                self._wait()
            finally:
                notify("STOPPING=1")
                scheduler.shutdown(wait=True)
                for number, handler in before.items():
                    signal.signal(number, handler)
        log.info("stopped")

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()

    def _wait(self) -> None:
        interval = watchdog_interval()
        while not self._stop.wait(interval):
            if not self._busy or time.monotonic() - self._progress < _STUCK_SECONDS:
                notify("WATCHDOG=1")

    def _scheduler(self) -> BackgroundScheduler:
        scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": _GRACE_SECONDS},
            timezone=UTC,
        )
        now = datetime.now(UTC)
        seconds = self._bot.mailbox.poll_seconds
        scheduler.add_job(self._guarded(self.poll), "interval", seconds=seconds, next_run_time=now, id="poll")
        scheduler.add_job(self._guarded(self.drain), "interval", seconds=OUTBOX_SECONDS, id="outbox")
        due = schedule.trigger(self._digest.crontab, self._digest.timezone)
        scheduler.add_job(self._guarded(self.send_digest), due, id="digest")
        scheduler.add_job(self._guarded(self.send_digest), "date", run_date=now, id="digest missed while down")
        return scheduler

    def _guarded(self, job: Callable[[], None]) -> Callable[[], None]:
        def guarded() -> None:
            if self._stop.is_set():
                return
            self._busy, self._progress = True, time.monotonic()
            try:
                job()
            except MailbotError as error:
                log.error("%s", error)  # told once a pass; the next pass tries again
            except Exception:
                log.exception("a pass ended in a defect of soppa-mailbot; please report it")
            finally:
                self._busy = False

        return guarded

    def poll(self) -> None:
        """One pass over the mailbox."""
        self._bot = self._refreshed(self._bot)
        log_tally(pipeline.run_once(self._bot))

    def drain(self) -> None:
        """What backed off and is due again."""
        delivery.deliver(self._bot, Tally())

    def send_digest(self) -> None:
        """The digest of the last moment of the schedule, unless it went out already."""
        self._bot = self._refreshed(self._bot)
        with self._bot.store.reading() as session:
            last = events.last_digest(session)
        due = schedule.trigger(self._digest.crontab, self._digest.timezone)
        slot = schedule.latest_slot(due, self._bot.clock(), after=last.slot if last is not None else None)
        if slot is None:
            return
        now = self._bot.clock()
        addressed = [*self._digest.shared(now)]
        if self._digest.recipients:
            addressed.append((self._digest.render(now), self._digest.recipients))
        if addressed and pipeline.queue_digests(self._bot, slot, addressed):
            delivery.deliver(self._bot, Tally())

    def _begin_schedule(self) -> None:
        """The first start: what fell due before there was a daemon is nobody's loss."""
        with self._bot.store.reading() as session:
            last = events.last_digest(session)
        if last is None:
            pipeline.queue_digest(self._bot, self._bot.clock(), DigestMail("", "", ""), ())


def log_tally(tally: Tally) -> None:
    """One line a pass that did something."""
    if tally.new or tally.processed or tally.sent or tally.failed or tally.refused:
        log.info(
            "%d new, %d processed, %d again, %d failed; %d answers sent, %d refused, %d left",
            tally.new,
            tally.processed,
            tally.duplicates,
            tally.failed,
            tally.sent,
            tally.refused,
            tally.left,
        )


def notify(state: str) -> None:
    """Tell systemd (sd_notify(3)); nothing happens where nobody asked."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect("\0" + address[1:] if address.startswith("@") else address)
            channel.sendall(state.encode())
    except OSError as error:
        log.warning("systemd could not be told %s: %s", state, error)


def watchdog_interval() -> float:
    """Seconds between two signs of life: half of what systemd allows (sd_watchdog_enabled(3)), else 60."""
    try:
        allowed = int(os.environ.get("WATCHDOG_USEC", "0")) / 1e6
    except ValueError:
        allowed = 0.0
    return allowed / 2 if allowed > 0 else 60.0
