"""How long a worker may take: by the time that it works, not by the clock, so that a busy machine changes no verdict.

A worker that waits, for a lock say, works no more and is late by the clock.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

BY_THE_CLOCK = 10  # times `seconds` that a worker which others keep from working may take
_WINDOWS = 4  # times within `seconds` that it is looked at
_IDLE = 0.005  # share of the time between two looks: who works less does not work


def worked() -> float:
    """Seconds of processor time of this process, and of the programs that it ran to their end."""
    return sum(os.times()[:4])


def worked_by(pid: int) -> float | None:
    """The same of another process; None where the system does not tell, or it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")  # proc(5): utime, stime, cutime, cstime
    except (OSError, ValueError):
        return None


class Patience:
    """Until when a worker is waited for.

    `seconds` is what it may work for one file, `total` for all files of one attachment. `seen` gives its processor
    time so far, None where that is not known; then the clock counts.
    """

    def __init__(
        self,
        seconds: float,
        seen: Callable[[], float | None],
        *,
        total: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds, self._seen, self._clock = seconds, seen, clock
        self._total = seconds if total is None else total
        self._spent = 0.0  # on files before this one
        self._begin()

    def _begin(self) -> None:
        self._start = self._looked = self._clock()
        self._first = self._last = self._seen()
        self._idle = False

    def next_file(self) -> None:
        """It begins with another file."""
        self._spent += self._used()
        self._begin()

    def spent(self) -> float:
        """Seconds that all files took so far."""
        return self._spent + self._used()

    def left(self) -> float:
        """Seconds after which to ask again; 0.0 when it is late."""
        self._look()
        used = self._used()
        late = used >= self._seconds or self._spent + used >= self._total
        return 0.0 if late or self._clock() - self._start >= BY_THE_CLOCK * self._seconds else self._seconds / _WINDOWS

    def _look(self) -> None:
        """Whether it has worked since the last look."""
        now = self._clock()
        if now - self._looked < 0.9 * self._seconds / _WINDOWS:
            return
        seen = self._seen()
        if seen is not None and self._last is not None:
            self._idle = seen - self._last < _IDLE * (now - self._looked)
        self._looked, self._last = now, seen

    def _used(self) -> float:
        """Seconds on this file: worked, or by the clock where it does not work or nothing tells."""
        seen = self._seen()
        if seen is None or self._first is None or self._idle:
            return self._clock() - self._start
        return seen - self._first
