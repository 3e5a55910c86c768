"""Whole runs of the program in processes of their own, for `test_kill_random.py`, which kills them from outside.

`kill_run.py` reads lines `CONFIG once|stay STEPS`, forks a process for each (the imports are paid for once), and prints
its number and, when it is gone, its status. `kill_run.py CONFIG once|stay STEPS` is such a process from a cold start.
Each is a session of its own, does what `soppa-mailbot run` does, and appends the name of every step done to STEPS.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import alembic.command  # noqa: F401  (paid for once, not by every process)
import reportlab.pdfgen.canvas  # noqa: F401

from soppa_mailbot.commands import run as command
from soppa_mailbot.handling.bot import Bot, Tally, now
from soppa_mailbot.running import pipeline

AHEAD = "ahead"  # file beside CONFIG: by how many days the program's clock is ahead
POLL_SECONDS = 1  # shorter than the configuration allows: a staying process shall come to its second pass


def run(config: Path, mode: str, steps: Path) -> int:
    log = os.open(config.with_name("log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    out = os.open(steps, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    days = config.with_name(AHEAD)
    ahead = timedelta(days=int(days.read_text()) if days.exists() else 0)

    def step(name: str) -> None:
        os.write(out, f"{name}\n".encode())

    def one_pass(bot: Bot) -> Tally:
        step("pass begun")
        tally = _run_once(bot)
        step("pass ended")
        return tally

    def told(**values: Any) -> Bot:
        values["mailbox"] = values["mailbox"].model_copy(update={"poll_seconds": POLL_SECONDS})
        return Bot(**values | {"clock": lambda: now() + ahead}, checkpoint=step)

    _run_once = pipeline.run_once
    pipeline.run_once = one_pass
    command.Bot = told  # type: ignore[misc,assignment]
    return command.run(config, once=mode == "once")


def serve() -> None:
    for line in sys.stdin:
        config, mode, steps = line.split()
        child = os.fork()
        if child == 0:
            os.setsid()
            os._exit(_guarded(Path(config), mode, Path(steps)))
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _guarded(config: Path, mode: str, steps: Path) -> int:
    try:
        return run(config, mode, steps)
    except BaseException:  # noqa: BLE001 - told in the log, which the test reads; `os._exit` would swallow it
        import traceback

        traceback.print_exc()
        return 70


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(_guarded(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
    serve()
