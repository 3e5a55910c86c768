"""Runs in processes of their own that kill themselves with SIGKILL after a given number of steps (`test_kill.py`).

Reads lines `FOLDER IMAP_PORT SMTP_PORT USER KILL_AFTER MINUTES`, forks a process for each (the imports are paid for
once), and answers with its exit status, negative for a signal. KILL_AFTER 0: run to the end. MINUTES: how far its clock
is ahead. The names of the steps done go to FOLDER/journal, the Message-IDs of the mails read to FOLDER/judged.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import alembic.command  # noqa: F401  (paid for once, not by every process)

from conftest import mailbox_section, smtp_section
from small_core import SmallCore
from soppa_mailbot.handling.bot import Bot, now
from soppa_mailbot.model import Message
from soppa_mailbot.running import lock, pipeline
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.store.migrate import open_store


def run(folder: Path, imap_port: int, smtp_port: int, user: str, kill_after: int, minutes: int) -> int:
    steps = 0

    def checkpoint(name: str) -> None:
        nonlocal steps
        steps += 1
        _note(folder / "journal", name)
        if steps == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    def examined(message: Message) -> None:
        _note(folder / "judged", message.message_id)

    store = open_store(f"sqlite:///{folder}/soppa.db", folder / "files")
    bot = Bot(
        store=store,
        core=SmallCore(on_examine=examined),
        mailbox=mailbox_section(imap_port, user),
        smtp=smtp_section(smtp_port),
        replies=RepliesSection(mode="auto", per_address_per_day=100),
        message_id_domain="soppa-mailbot.district.example",
        clock=lambda: now() + timedelta(minutes=minutes),
        checkpoint=checkpoint,
    )
    with lock.held(store):
        tally = pipeline.run_once(bot)
    store.close()
    return 0 if tally.all_well else 1


def _note(path: Path, line: str) -> None:
    with path.open("a") as file:
        file.write(line + "\n")


def main() -> None:
    for line in sys.stdin:
        folder, imap_port, smtp_port, user, kill_after, minutes = line.split()
        child = os.fork()
        if child == 0:
            os._exit(run(Path(folder), int(imap_port), int(smtp_port), user, int(kill_after), int(minutes)))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
