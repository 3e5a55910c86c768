"""`triage` over several files with two workers: the same answers in the same order as with one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

BOT = Path(sys.executable).with_name("soppa-mailbot")
DISTRICT = Path(__file__).parents[1] / "districts" / "bittern_creek"


def answers(mails: list[Path], workers: int) -> tuple[int, list[str]]:
    command = [BOT, "--config", DISTRICT / "district" / "config.toml", "triage", "--json", *mails]
    environ = {**os.environ, "SOPPA_LIMITS__WORKERS": str(workers)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=environ)
    return done.returncode, done.stdout.splitlines()


def test_two_workers_give_the_answers_of_one_in_the_order_of_the_files() -> None:
    mails = sorted((DISTRICT / "messages").glob("*.eml"), reverse=True)[:4]
    mails.insert(2, DISTRICT / "messages" / "not-there.eml")
    status, told = answers(mails, 2)
    assert status == 1  # one could not be read; the others have their lines
    assert [json.loads(line)["file"] for line in told] == [m.name for m in mails]
    assert (status, told) == answers(mails, 1)
