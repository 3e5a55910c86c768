"""The kill proof itself: the vendors write, the program runs, and SIGKILL comes at random moments.

Nothing in here looks into the program's own database; `kill_checks.py` does, once all is over.
"""

from __future__ import annotations

import contextlib
import math
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from subprocess import PIPE
from typing import IO

from kill_papers import EXAMPLES, MAILBOX, MARK
from kill_vendors import TOO_LARGE, Answers, Conversation, register_of
from mail_servers import PASSWORD, Dovecot, Sink

RUN = Path(__file__).with_name("kill_run.py")
BUYER = "buyer@prairiebend14.example"
OFFICES = ("risk@prairiebend14.example", "counsel@prairiebend14.example")
SHORTEST = 0.004  # seconds until the kill
QUIET = 120.0  # seconds without a kill after which the proof has hung
_TICK = 0.004


def district(
    folder: Path, dovecot: Dovecot, sink: Sink, user: str, found: Sequence[Conversation], url: str = ""
) -> Path:
    """The sample district with these servers, digests, offices to hand off to, and the vendors' agreements.

    `url` is the database's; SQLite without.
    """
    shutil.copytree(EXAMPLES / "district", folder)
    config = folder / "config.toml"
    text = config.read_text()
    text = text.replace("port = 0", f"port = {dovecot.port}", 1).replace("port = 0", f"port = {sink.port}", 1)
    text = text.replace(f'username = "{MAILBOX}"', f'username = "{user}"\nmax_message_bytes = {TOO_LARGE}')
    text = text.replace('password = "demo"', f'password = "{PASSWORD}"')
    text = text.replace("[digest]", '[digest]\nschedule = "* * * * *"')
    text += f'\n[store]\nurl = "{url or "sqlite:///soppa.db"}"\nfiles = "files"\n\n[handoff]\n'
    for name, to in zip(("Risk Management", "General Counsel"), OFFICES, strict=True):
        text += f'\n[[handoff.recipients]]\nname = "{name}"\nto = ["{to}"]\n'
    config.write_text(text)
    with (folder / "register.csv").open("a") as register:
        register.write(register_of(list(found)))
    return config


@dataclass(slots=True)
class Correspondence:
    """The vendors: they post what is due, and read what the bot sent to the SMTP server."""

    dovecot: Dovecot
    user: str
    sink: Sink
    conversations: Sequence[Conversation]
    posted: dict[str, bytes] = field(default_factory=dict)  # by mark, "conversation.step.copy"
    _sent: Counter[int] = field(default_factory=Counter)  # steps posted, by conversation
    _answers: dict[int, Answers] = field(default_factory=dict)
    _ids: dict[str, tuple[int, int]] = field(default_factory=dict)  # vendors' Message-IDs
    _read: int = 0

    def pump(self, allowed: int) -> bool:
        """Post what is due in the first `allowed` conversations. Whether anything came or went."""
        moved = self._read_answers()
        for number, conversation in enumerate(self.conversations[:allowed]):
            while (index := self._sent[number]) < len(conversation.steps):
                step = conversation.steps[index]
                if step.after is not None and step.after not in self._answers.get(number, {}):
                    break
                self._post(number, index)
                moved = True
        return moved

    @property
    def over(self) -> bool:
        """Everything was posted, and every answer that must come is there."""
        self._read_answers()
        return not self.unanswered and all(self._sent[n] == len(c.steps) for n, c in enumerate(self.conversations))

    @property
    def unanswered(self) -> list[str]:
        return [
            f"{conversation.kind} {number}, step {index}"
            for number, conversation in enumerate(self.conversations)
            for index in range(self._sent[number])
            if conversation.steps[index].answer and index not in self._answers.get(number, {})
        ]

    def marks_in(self, folder: str) -> list[str]:
        """Which mails lie in a folder, by mark."""
        with self.dovecot.client(self.user) as connection:
            if connection.select(folder, readonly=True)[0] != "OK":
                return []
            _, data = connection.uid("FETCH", "1:*", f"(BODY.PEEK[HEADER.FIELDS ({MARK})])")
        return [item[1].decode().partition(":")[2].strip() for item in data if isinstance(item, tuple)]

    def move_back(self) -> None:
        """Staff move what was put aside back into the inbox, as the digest tells them; what is too large stays."""
        with self.dovecot.client(self.user) as connection:
            if connection.select("Failed")[0] != "OK":
                return
            _, data = connection.uid("FETCH", "1:*", f"(BODY.PEEK[HEADER.FIELDS ({MARK})])")
            for item in data:
                if not isinstance(item, tuple):
                    continue
                number, index, _ = map(int, item[1].decode().partition(":")[2].split("."))
                if self.conversations[number].steps[index].disposition:
                    uid = item[0].decode().partition("UID ")[2].split()[0]
                    assert connection.uid("MOVE", uid, "INBOX")[0] == "OK"

    def _read_answers(self) -> bool:
        taken = self.sink.taken[self._read :]
        self._read += len(taken)
        for raw in taken:
            answer = message_from_bytes(raw)
            if (found := self._ids.get(str(answer["In-Reply-To"]))) is not None:
                self._answers.setdefault(found[0], {}).setdefault(found[1], answer)
        return bool(taken)

    def _post(self, number: int, index: int) -> None:
        conversation = self.conversations[number]
        step = conversation.steps[index]
        mail = step.write(self._answers.get(number, {}))
        if mail["Message-ID"] is None:
            mail["Message-ID"] = f"<{number}.{index}@{conversation.vendor.domain}>"
            if mail.is_multipart() and mail.get_boundary() is None:
                mail.set_boundary(f"=_{number}_{index}_=")
            self._ids[mail["Message-ID"]] = number, index
        self._sent[number] += 1
        for copy in range(step.copies):
            del mail[MARK]
            mail[MARK] = mark = f"{number}.{index}.{copy}"
            self.posted[mark] = mail.as_bytes()
            self.dovecot.deliver(self.user, self.posted[mark])


@dataclass(slots=True)
class Figures:
    """What was done to the program."""

    kills: int = 0
    phases: Counter[str] = field(default_factory=Counter)  # the last step done before each kill
    ended: int = 0  # runs that were over before their kill
    cold: int = 0  # kills of processes that were started from nothing
    staying: int = 0  # kills of the daemon
    alone: int = 0  # kills that left the worker processes behind
    seconds: float = 0.0
    workers: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Runs:
    """Starts runs and kills them."""

    config: Path
    rng: random.Random
    post: Correspondence
    server: subprocess.Popen[str]
    longest: float  # seconds until the kill
    figures: Figures = field(default_factory=Figures)
    _number: int = 0

    def prove(self, kills: int) -> None:
        """Run and kill until so many kills are done; then undisturbed to the end."""
        began = moved = time.monotonic()
        goal = self.figures.kills + kills
        while self.figures.kills < goal:
            self.post.move_back()
            before = self.figures.kills
            self._one(self._allowed(goal))
            if self.figures.kills != before:
                moved = time.monotonic()
            assert time.monotonic() - moved < QUIET, "no run lives long enough to be killed"
        self.finish()
        self.figures.seconds += time.monotonic() - began

    def later(self, days: int, kills: int) -> None:
        """The same, so many days later than today: vendors who owe something are reminded, and closed."""
        self.config.with_name("ahead").write_text(str(days))
        self.prove(kills)

    def finish(self) -> None:
        """Undisturbed runs until nothing is left to do."""
        for _ in range(60):
            self.post.move_back()
            self.post.pump(len(self.post.conversations))
            with self._started("once", cold=False) as process:
                status = process.wait()
            if status == 0 and not self.post.pump(len(self.post.conversations)) and self.post.over:
                return
        raise AssertionError(f"not over after 60 runs: {self.post.unanswered}")

    def _allowed(self, kills: int) -> int:
        """Conversations begin one after the other, so that there is work for every kill."""
        every = len(self.post.conversations)
        return min(every, 2 + every * self.figures.kills * 10 // (kills * 9))

    def _one(self, allowed: int) -> None:
        cold, mode = self.rng.random() < 0.1, self.rng.choice(("once", "stay"))
        whole, from_start = self.rng.random() < 0.5, self.rng.random() < 0.3
        delay = math.exp(self.rng.uniform(math.log(SHORTEST), math.log(self.longest)))
        with self._started(mode, cold=cold) as process:
            until = time.monotonic() + delay if from_start else math.inf
            while time.monotonic() < until and not process.ended:
                self.post.pump(allowed)
                if until == math.inf and process.at_work:
                    until = time.monotonic() + delay
                time.sleep(max(0.0, min(_TICK, until - time.monotonic())))
            phase = process.kill(whole=whole)
        if phase is None:
            self.figures.ended += 1
            return
        self.figures.kills += 1
        self.figures.phases[phase] += 1
        self.figures.cold += cold
        self.figures.staying += mode == "stay"
        self.figures.alone += not whole

    @contextlib.contextmanager
    def _started(self, mode: str, *, cold: bool) -> Iterator[Process]:
        self._number += 1
        steps = self.config.with_name(f"steps-{self._number}")
        arguments = [str(self.config), mode, str(steps)]
        if cold:
            with subprocess.Popen([sys.executable, str(RUN), *arguments], start_new_session=True) as started:
                yield Process(started.pid, steps, self.figures.workers, own=started)
            return
        assert self.server.stdin is not None and self.server.stdout is not None
        self.server.stdin.write(" ".join(arguments) + "\n")
        self.server.stdin.flush()
        process = Process(int(self.server.stdout.readline()), steps, self.figures.workers, server=self.server)
        yield process
        process.wait()


@dataclass(slots=True)
class Process:
    """One run of the program."""

    pid: int
    steps: Path
    workers: set[int]
    server: subprocess.Popen[str] | None = None
    own: subprocess.Popen[bytes] | None = None
    _status: int | None = None

    @property
    def ended(self) -> bool:
        if self._status is None and self.own is not None:
            self._status = self.own.poll()
        elif self._status is None and self.server is not None and self.server.stdout is not None:
            self._status = int(self.server.stdout.readline()) if _readable(self.server.stdout) else None
        return self._status is not None

    def wait(self) -> int:
        while not self.ended:
            time.sleep(_TICK)
        assert self._status is not None
        return self._status

    @property
    def at_work(self) -> bool:
        return self.steps.exists() and self.steps.stat().st_size > 0

    def kill(self, *, whole: bool) -> str | None:
        """SIGKILL it, and its workers too when `whole`. The last step that was done, None when it was over before."""
        if self.ended:
            return None
        children = [] if self.ended else _children(self.pid)
        self.workers.update(children)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        for worker in children if whole else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        if self.wait() != -signal.SIGKILL:
            return None
        return (self.steps.read_text().split("\n")[-2:-1] or ["starting"])[0] if self.steps.exists() else "starting"


def _readable(stream: IO[str]) -> bool:
    return bool(select.select([stream], [], [], 0)[0])


def _children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def alive(pids: set[int]) -> list[int]:
    """Which of these are worker processes that still run."""
    found = []
    for pid in pids:
        with contextlib.suppress(OSError):
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state != "Z" and b"soppa_mailbot.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


@contextlib.contextmanager
def runs(config: Path, seed: int, post: Correspondence, longest: float) -> Iterator[Runs]:
    """With a cache and a temporary folder of its own beside the configuration."""
    folder = config.parent
    (folder / "tmp").mkdir()
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(folder / "tmp")}
    with subprocess.Popen([sys.executable, str(RUN)], stdin=PIPE, stdout=PIPE, text=True, env=environment) as server:
        yield Runs(config, random.Random(seed), post, server, longest)
