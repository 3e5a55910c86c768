"""`digest --print | --send`: the work list, on the screen or by mail."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from pathlib import Path

from soppa_mailbot.commands.run import assembled
from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.digests.digest_files import standing_alone
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.running import delivery, lock, pipeline


def digest(path: Path, *, send: bool, html: Path | None = None, person: str = "") -> int:
    """Printing sends nothing and changes nothing. Raises UsageError."""
    with assembled(path) as program:
        now = program.bot.clock()
        shared = program.shared_digests(now) if send or person else []
        mail = _of(person, shared) if person else program.rendered_digest(now)
        if html is not None:
            try:
                html.write_text(standing_alone(mail), encoding="utf-8")
            except OSError as error:
                raise UsageError(f"{html} cannot be written: {error.strerror or error}") from error
        if not send:
            print(mail.text, end="")
            return 0
        recipients = program.program.config.digest.to
        addressed = [*shared, (mail, recipients)] if recipients else shared
        everybody = [written for _, written_to in addressed for written in written_to]
        if not everybody:
            raise UsageError("digest.to names nobody; add an address to the configuration")
        with lock.held(program.bot.store):
            pipeline.queue_digests(program.bot, now, addressed)
            tally = Tally()
            delivery.deliver(program.bot, tally)
        print(f"sent to {', '.join(everybody)}" if not tally.problems else "\n".join(tally.problems))
        return 0 if not tally.problems else 1


def _of(person: str, shared: Sequence[tuple[DigestMail, Sequence[str]]]) -> DigestMail:
    """The digest of one of `digest.people`. Raises UsageError."""
    listed = {parseaddr(written)[1].casefold(): mail for mail, recipients in shared for written in recipients}
    if person.casefold() not in listed:
        raise UsageError(f"digest.people names no {person} (known: {', '.join(sorted(listed)) or 'nobody'})")
    return listed[person.casefold()]
