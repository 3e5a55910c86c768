"""`run`: poll, judge, answer, digest; once for cron, or for good."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from soppa_mailbot import lock, pipeline
from soppa_mailbot.bot import Bot, now
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.core import own_message_id_domain
from soppa_mailbot.daemon import Daemon, Digest, log_tally
from soppa_mailbot.digest import render
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.worklist import digest_of


@dataclass(frozen=True, slots=True)
class Assembled:
    """Everything wired: what a run needs."""

    program: Opened
    bot: Bot

    def rendered_digest(self, moment: datetime) -> tuple[str, str, str]:
        """Subject, text, HTML of the digest at `moment`."""
        digest = digest_of(self.bot.store, self.program.district, moment)
        mail = render(digest, self.program.core.templates)
        return mail.subject, mail.text, mail.html


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
        if once:
            with lock.held(program.bot.store):
                tally = pipeline.run_once(program.bot)
            log_tally(tally)
            return 0 if tally.all_well else 1
        digest = Digest(config.digest.schedule, config.district.timezone, config.digest.to, program.rendered_digest)
        Daemon(program.bot, digest).run()
        return 0
