"""How long a worker is waited for: by what it works, and by the clock where it does not."""

from __future__ import annotations

import os
import time

import pytest

from soppa_mailbot.reading.patience import BY_THE_CLOCK, Patience, worked, worked_by


class World:
    """A clock and a worker that gets a share of it."""

    def __init__(self, share: float | None) -> None:
        self.now, self.busy, self.share = 100.0, 3.0, share

    def forward(self, seconds: float) -> None:
        self.now += seconds
        self.busy += seconds * (self.share or 0.0)

    def seen(self) -> float | None:
        return None if self.share is None else self.busy

    def patience(self, seconds: float = 10.0, total: float | None = None) -> Patience:
        return Patience(seconds, self.seen, total=total, clock=lambda: self.now)

    def late_after(self, patience: Patience, most: float = 1_000.0) -> float:
        begin = self.now
        while (left := patience.left()) > 0 and self.now - begin < most:
            self.forward(left)
        return self.now - begin


@pytest.mark.parametrize(
    ("share", "late"),
    [
        (1.0, 10.0),  # alone on a processor
        (0.25, 40.0),  # beside others: the same work
        (0.02, 10.0 * BY_THE_CLOCK),  # beside very many
        (0.0, 10.0),  # it waits for something that does not come
        (None, 10.0),  # nothing tells what it does
    ],
)
def test_a_worker_is_late_by_what_it_works(share: float | None, late: float) -> None:
    world = World(share)
    assert world.late_after(world.patience()) == pytest.approx(late, abs=2.6)


def test_a_worker_that_stops_working_is_late_by_the_clock() -> None:
    world = World(0.25)
    patience = world.patience()
    for _ in range(4):
        world.forward(patience.left())
    world.share = 0.0
    assert 2.0 <= world.late_after(patience) <= 6.0


def test_each_file_has_its_own_time_and_all_together_theirs() -> None:
    world = World(0.5)
    patience = world.patience(total=25.0)
    for _ in range(3):
        world.forward(16.0)
        assert patience.left() > 0
        patience.next_file()
    assert patience.spent() == pytest.approx(24.0)
    assert world.late_after(patience) <= 4.0


def test_processor_time_is_seen_from_within_and_without() -> None:
    mine, theirs = worked(), worked_by(os.getpid())
    assert theirs is not None
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass
    assert worked() - mine >= 0.08
    assert (worked_by(os.getpid()) or 0.0) - theirs >= 0.05
    time.sleep(0.1)
    assert worked() - mine < 0.3
    assert worked_by(2**22 + 7) is None
