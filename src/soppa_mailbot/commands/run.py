"""`run`: poll, judge, answer, digest; once for cron, or for good."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path

from soppa_mailbot.business_days import Calendar
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.core import Core, own_message_id_domain
from soppa_mailbot.digests.digest import Digest as WorkList
from soppa_mailbot.digests.digest import DigestMail, render
from soppa_mailbot.digests.digest_files import with_files
from soppa_mailbot.district import shares_of
from soppa_mailbot.handling.bot import Bot, now
from soppa_mailbot.handling.offices import Offices
from soppa_mailbot.post.staff_mail import Staff
from soppa_mailbot.running import lock, pipeline, reloading
from soppa_mailbot.running.daemon import Daemon, Digest, log_tally
from soppa_mailbot.running.reloading import Reloading
from soppa_mailbot.running.worklist import Frame, digest_of, digests_of
from soppa_mailbot.settings.config import Config
from soppa_mailbot.store.migrate import open_store


@dataclass(frozen=True, slots=True)
class Assembled:
    """Everything wired: what a run needs."""

    program: Opened
    bot: Bot

    def rendered_digest(self, moment: datetime, core: Core | None = None) -> DigestMail:
        """The digest at `moment`; `core`: with the lists and templates of now, else with those of the start."""
        core = core or self.program.core
        digest = digest_of(self.bot.store, core.district, moment, frame=frame_of(self.program.config))
        return _mail(digest, core, moment)

    def shared_digests(self, moment: datetime, core: Core | None = None) -> list[tuple[DigestMail, tuple[str, ...]]]:
        """The digests of those who look after some schools, each with its recipients."""
        core, frame = core or self.program.core, frame_of(self.program.config)
        if not frame.shares:
            return []
        _, *parts = digests_of(self.bot.store, core.district, moment, frame=frame)
        return [(_mail(part, core, moment), share.to) for part, share in zip(parts, frame.shares, strict=True)]


def _mail(digest: WorkList, core: Core, moment: datetime) -> DigestMail:
    return with_files(render(digest, core.templates), digest, moment, core.district.timezone)


def calendar_of(config: Config) -> Calendar:
    return Calendar(config.district.timezone, frozenset(config.calendar.holidays))


def staff_of(config: Config) -> Staff:
    """Whose mail may release held answers: whoever gets a digest, and whom the configuration names beside."""
    people = (written for person in config.digest.people for written in person.to)
    listed = (parseaddr(written)[1].casefold() for written in (*config.digest.to, *people, *config.staff.addresses))
    return Staff(
        addresses=frozenset(listed),
        domains=frozenset(domain.casefold() for domain in config.district.domains),
        trusted_authserv=frozenset(name.casefold() for name in config.replies.trusted_authserv),
    )


def frame_of(config: Config) -> Frame:
    """What the configuration says to the digest."""
    return Frame(
        calendar=calendar_of(config),
        silence_days=config.digest.silence_days,
        staff=staff_of(config),
        token_days=config.staff.token_days,
        meetings=config.board.meetings,
        shares=shares_of(config),
    )


@contextmanager
def assembled(path: Path, clock: Callable[[], datetime] = now) -> Iterator[Assembled]:
    """Raises ConfigError or StoreError; closes what it opened."""
    with opened(path) as program:
        config = program.config
        store = open_store(config.store.url, config.store.files)
        try:
            bot = Bot(
                store=store,
                core=program.core,
                mailbox=config.mailbox,
                smtp=config.smtp,
                replies=config.replies,
                message_id_domain=own_message_id_domain(program.district),
                calendar=calendar_of(config),
                reminders=config.reminders,
                staff=staff_of(config),
                offices=Offices(config.handoff, program.core.templates, config.board.meetings),
                clock=clock,
            )
            yield Assembled(program, bot)
        finally:
            store.close()


def run(path: Path, *, once: bool) -> int:
    """The exit status of one pass: 0 all well, 1 something was left for the next run."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    for noisy in ("apscheduler", "imapclient", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    with assembled(path) as program:
        config = program.program.config
        reloading.begin(program.bot)
        if once:
            with lock.held(program.bot.store):
                tally = pipeline.run_once(program.bot)
            log_tally(tally)
            return 0 if tally.all_well else 1
        live = Reloading(path, config, program.program.core, os.environ)
        digest = Digest(
            config.digest.schedule,
            config.district.timezone,
            config.digest.to,
            lambda moment: program.rendered_digest(moment, live.core),
            lambda moment: program.shared_digests(moment, live.core),
        )
        Daemon(program.bot, digest, live.look).run()
        return 0
