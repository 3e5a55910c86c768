"""`handoff ID [--out FILE | --send]`: a packet by hand. Writing changes nothing; sending goes through the outbox."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot.commands.people import person
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handoff.making import gather, make
from soppa_mailbot.handoff.sending import check_sendable, hand_off
from soppa_mailbot.settings.config_handoff import RecipientSection
from soppa_mailbot.terminal import clean

_ANYBODY = "the District's offices"


def handoff(
    path: Path, number: int, *, out: Path | None, office: str, send: bool, by: str | None = None, why: str = ""
) -> int:
    """Raises UsageError, StoreError, TemplateError."""
    if send and (out is not None or office):
        raise UsageError("handoff: --send goes to every office of handoff.recipients; leave out --out and --office")
    with assembled(path) as program:
        bot, offices = program.bot, program.bot.offices
        assert offices is not None  # `assembled` gives it
        if send:
            decider = person(by, why)
            check_sendable(offices, 1)
            names = hand_off(bot, offices, number, who=decider.who, why=decider.why)
            check_sendable(offices, len(names))
            print(f"submission {number}: packets for {', '.join(map(clean, names))} go out with the next run")
            return 0
        section = offices.named(office) if office else RecipientSection(name=_ANYBODY, to=(bot.core.district.address,))
        made = make(bot, offices, gather(bot, offices, number), section)
        target = out or Path(made.name)
        try:
            target.write_bytes(made.archive)
        except OSError as error:
            raise UsageError(f"{target} cannot be written: {error.strerror or error}") from error
        print(f"{clean(str(target))}: cover sheet and {len(made.packet.papers)} files, {made.packet.size}")
        return 0
