"""`digest --print | --send`: the work list, on the screen or by mail."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot import delivery, lock, pipeline
from soppa_mailbot.bot import Tally
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.digest_files import standing_alone
from soppa_mailbot.errors import UsageError


def digest(path: Path, *, send: bool, html: Path | None = None) -> int:
    """Printing sends nothing and changes nothing. Raises UsageError."""
    with assembled(path) as program:
        now = program.bot.clock()
        mail = program.rendered_digest(now)
        if html is not None:
            try:
                html.write_text(standing_alone(mail), encoding="utf-8")
            except OSError as error:
                raise UsageError(f"{html} cannot be written: {error.strerror or error}") from error
        if not send:
            print(mail.text, end="")
            return 0
        recipients = program.program.config.digest.to
        if not recipients:
            raise UsageError("digest.to names nobody; add an address to the configuration")
        with lock.held(program.bot.store):
            pipeline.queue_digest(program.bot, now, mail, recipients)
            tally = Tally()
            delivery.deliver(program.bot, tally)
        print(f"sent to {', '.join(recipients)}" if not tally.problems else "\n".join(tally.problems))
        return 0 if not tally.problems else 1
