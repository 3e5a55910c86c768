"""When the program fails on one mail after the other, the fault is ours: the rest of the mailbox is left alone.

One mail that breaks the program goes to the failed folder, and the next goes on. But after an upgrade that is broken,
or with a list that nobody can read, every mail would go there. So after some in a row nothing more is put aside; each
later pass tries a few mails without touching them, and goes on by itself once one of them is processed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from itertools import zip_longest

from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.running import processing
from soppa_mailbot.store import events, messages

log = logging.getLogger(__name__)

STOPPED = "defect"  # mark: since when nothing is processed
TRIED = "defect_tried"  # mark: when it was last tried
IN_A_ROW = 5
_RETRY = timedelta(minutes=10)


def begin(bot: Bot, tally: Tally) -> None:
    """Before anything is processed: whether this pass probes, or waits."""
    with bot.store.reading() as session:
        stopped, tried = events.mark(session, STOPPED), events.mark(session, TRIED)
    tally.probing = stopped is not None
    if tally.probing and tried is not None and bot.clock() < tried.at + _RETRY:
        tally.stopped = True
        _tell(tally, f"it is tried again after {tried.at + _RETRY:%H:%M} UTC, `soppa-mailbot resume` tries at once")


def process_waiting(bot: Bot, tally: Tally) -> None:
    """All mails that were kept and not yet processed, oldest first, until something stops it."""
    with bot.store.reading() as session:
        waiting = messages.waiting(session)
    for pk in _mixed(waiting) if tally.probing else waiting:
        if bot.stopping() or tally.stopped:
            return
        if pk in tally.tried:
            continue
        done = processing.process(bot, pk, tally, probing=tally.probing)
        if done == "processed":
            tally.in_a_row = 0
            if tally.probing:
                reset(bot, tally)
        elif done in ("failed", "left"):
            tally.tried.add(pk)
            tally.in_a_row += 1
            if tally.in_a_row >= IN_A_ROW:
                _stop(bot, tally)


def _mixed(waiting: Sequence[int]) -> list[int]:
    """The oldest, the newest, the next oldest ...: a few mails that are poison on their own do not hide the others."""
    half = (len(waiting) + 1) // 2
    pairs = zip_longest(waiting[:half], reversed(waiting[half:]))
    return [pk for pair in pairs for pk in pair if pk is not None]


def reset(bot: Bot, tally: Tally) -> None:
    """It works again."""
    tally.probing = False
    with bot.store.writing() as session:
        events.clear_mark(session, STOPPED)
        events.clear_mark(session, TRIED)
        events.record(session, "defect_over", now=bot.clock(), why="mails are processed again")


def _stop(bot: Bot, tally: Tally) -> None:
    tally.stopped = True
    with bot.store.writing() as session:
        if events.mark(session, STOPPED) is None:
            why = f"the program failed on {IN_A_ROW} mails in a row"
            events.record(session, "defect", now=bot.clock(), why=why)
            events.set_mark(session, STOPPED, bot.clock())
        events.set_mark(session, TRIED, bot.clock())
    _tell(tally, "update soppa-mailbot or undo its last change; then `soppa-mailbot resume`")


def _tell(tally: Tally, what_next: str) -> None:
    told = f"the program fails on every mail: the mailbox is left alone; {what_next}"
    log.error("%s", told)
    tally.problems.append(told)
