"""One worker process, as the program sees it: started confined, spoken to with patience, killed as a group."""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from soppa_mailbot.model import Reason, Unreadable
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.frames import Channel, pack
from soppa_mailbot.reading.patience import BY_THE_CLOCK, Patience, worked_by
from soppa_mailbot.reading.scratch import Scratch

_MAX_REPLY = 96_000_000  # bytes of one frame: 200 000 words with their places are some 25 MB
_MAX_JOBS = 200  # then a fresh process, against slow leaks
_MAX_RSS_KB = 600_000
# PDFium, told that there is no more memory, ends the process in one of these ways without a word.
_CRASHES = (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGSEGV, -signal.SIGBUS)
_MUCH = 0.35  # share of what it may use that a worker held, from which on a crash is laid to memory


@dataclass(frozen=True, slots=True)
class Confinement:
    """What a worker process may use."""

    limits: Limits
    seconds: float  # processor time of one file
    memory_mb: int  # address space

    def as_argument(self) -> str:
        return json.dumps(
            {"limits": asdict(replace(self.limits, worth=None)), "seconds": self.seconds, "memory_mb": self.memory_mb}
        )


class Child:
    def __init__(self, confinement: Confinement) -> None:
        self._memory = confinement.memory_mb * 1_000_000
        self._scratch = Scratch()
        self.folder = self._scratch.path
        self._errors = self.folder / "stderr"
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-m", "soppa_mailbot.worker", confinement.as_argument()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_environment(self.folder),
                cwd=self.folder,
                start_new_session=True,
                pass_fds=(self._scratch.lock,),
            )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.channel = Channel(self.process.stdin.fileno(), self.process.stdout.fileno(), _MAX_REPLY)
        self.jobs = 0
        self.rss_kb = 0

    def patience(self, seconds: float, total: float | None = None) -> Patience:
        """How long it is waited for from now on."""
        return Patience(seconds, lambda: worked_by(self.process.pid), total=total)

    def send(self, head: dict[str, Any], body: bytes, patience: Patience) -> None:
        self.jobs += 1
        self.channel.send(pack(head, body), patience)

    @property
    def worn_out(self) -> bool:
        return self.jobs >= _MAX_JOBS or self.rss_kb > _MAX_RSS_KB or self.process.poll() is not None

    def close(self) -> None:
        """Kill it with all that it started; its folder goes too."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # flushing to a process that is gone
                    pipe.close()
        self._scratch.remove()

    def post_mortem(self) -> tuple[Unreadable, str]:
        """Why it died by itself, and the end of its standard error for the log."""
        code, peak_kb = self._end()
        tail = self._last_words()
        if code in (-signal.SIGXCPU, -signal.SIGALRM):
            return Unreadable(Reason.TIMED_OUT, "took too long to open"), tail
        crashed = code in _CRASHES and peak_kb * 1024 > _MUCH * self._memory
        if (
            code == -signal.SIGKILL
            or crashed
            or re.search(r"(?i)memory allocation|bad_alloc|out of memory|MemoryError", tail)
        ):
            return Unreadable(Reason.TOO_LARGE, "needs more memory than may be used"), tail
        return Unreadable(Reason.DAMAGED, "the file is damaged and could not be opened"), tail

    def _end(self) -> tuple[int, int]:
        """(how it ended, as `Popen.returncode` says it; the most memory it held, in kB)."""
        deadline = time.monotonic() + 5
        while self.process.returncode is None:
            try:
                pid, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            except ChildProcessError:  # somebody else was told already
                return self.process.wait(), 0
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                return self.process.returncode, usage.ru_maxrss
            if time.monotonic() >= deadline:  # it closed its pipe but lives: not ours any more
                return 0, 0
            time.sleep(0.01)
        return self.process.returncode, 0

    def _last_words(self) -> str:
        try:
            with self._errors.open("rb") as stream:
                stream.seek(max(0, self._errors.stat().st_size - 4000))
                return stream.read().decode("utf-8", "replace")
        except OSError:
            return ""


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours: no passwords, no proxies; single-threaded libraries."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "OMP_THREAD_LIMIT": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }


def confine(memory_mb: int) -> None:
    """Called by the worker in itself, before it sees any data."""
    memory = memory_mb * 1_000_000
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 200_000_000),
        (resource.RLIMIT_NOFILE, 128),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (limit, limit))
    os.nice(5)
    _leave_network()


def _leave_network() -> None:
    """Into a network namespace of its own, where there is nothing to reach; where the kernel does not allow that, the
    readers' own restraint (no DTD, no link, no remote template is followed) has to do."""
    import ctypes

    clone_newuser, clone_newnet = 0x10000000, 0x40000000  # unshare(2)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(clone_newuser | clone_newnet)


def allow_time(seconds: float) -> None:
    """From now on this process may run so long; then the kernel ends it, even if the program is gone."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(usage.ru_utime + usage.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    signal.setitimer(signal.ITIMER_REAL, BY_THE_CLOCK * seconds + 5)
