"""SIGKILL at random moments: nothing lost, nothing judged twice, nothing answered twice (`kill_random.py`).

The whole program, with the sample district, its worker processes, digests and packets for the offices, on a real
Dovecot and a real SMTP server that is often slow with its last word. Vendors answer what they get. What comes of it
is held against the scripts of `kill_vendors.py`, in the long form also against a run that nobody disturbed.

SOPPA_PROVE=1 makes it the long form; SOPPA_SEED chooses the moments. The figures are printed (`pytest -s`).
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kill_checks import Outcome, check
from kill_random import Correspondence, Figures, district, runs
from kill_vendors import conversations
from mail_servers import Dovecot, Sink, smtp_sink
from proving import PROVE, only_proving

SEED = int(os.environ.get("SOPPA_SEED", "4"))


def _working(days: int) -> int:
    """So many days from today, or a few more: nobody is reminded on the District's Saturday or Sunday."""
    today = datetime.now(ZoneInfo("America/Chicago"))
    return next(d for d in range(days, days + 3) if (today + timedelta(days=d)).weekday() < 5)


# Kills in the passes so many days later: two reminders, then the closing.
LATER = {_working(days): 12 for days in (10, 20, 45)}
SLOW, SLOW_FOR = 0.35, (0.05, 0.7)  # how often the server is slow with its last word, seconds

hundreds = only_proving("hundreds of kills")


@dataclass(frozen=True, slots=True)
class Plan:
    conversations: int
    kills: int
    later: Mapping[int, int] = field(default_factory=dict)  # kills so many days later
    url: str = ""  # of the database; SQLite without

    @property
    def over(self) -> bool:
        """So late that nobody is waited for any more."""
        return max(self.later, default=0) >= max(LATER)

    @property
    def undisturbed(self) -> Plan:
        """The same without a kill, in SQLite."""
        return Plan(self.conversations, 0, dict.fromkeys(self.later, 0))


def _proof(folder: Path, dovecot: Dovecot, user: str, plan: Plan) -> tuple[Outcome, Figures, str]:
    found = list(conversations(plan.conversations))
    with smtp_sink() as sink:
        sink.slow = _slowness(plan.kills)
        post = Correspondence(dovecot, user, sink, found)
        config = district(folder, dovecot, sink, user, found, plan.url)
        with runs(config, SEED, post, 6.0 if PROVE else 2.5) as proof:
            proof.prove(plan.kills)
            for days, more in plan.later.items():
                proof.later(days, more)
        outcome, left = check(config, post, proof.figures, stale=plan.over)
        return outcome, proof.figures, _told(post, sink, proof.figures, left)


def _changes_nothing(tmp_path: Path, dovecot: Dovecot, user: str, plan: Plan) -> None:
    """Every state, every answer's words and every packet are those of a run that nobody disturbed."""
    calm, _, _ = _proof(tmp_path / "calm", dovecot, f"calm-{user}", plan.undisturbed)
    outcome, figures, told = _proof(tmp_path / "killed", dovecot, user, plan)
    print(f"\n{told}")
    for name in Outcome.__dataclass_fields__:
        assert getattr(outcome, name) == getattr(calm, name), name
    assert figures.kills == plan.kills + sum(plan.later.values())


def _slowness(kills: int) -> Callable[[], float]:
    rng = random.Random(SEED)
    return lambda: rng.uniform(*SLOW_FOR) if kills and rng.random() < SLOW else 0.0


def _told(post: Correspondence, sink: Sink, figures: Figures, left: dict[str, int]) -> str:
    phases = ", ".join(f"{phase} {n}" for phase, n in figures.phases.most_common())
    return (
        f"{len(post.posted)} mails in {len(post.conversations)} conversations, {len(sink.taken)} mails sent\n"
        f"{figures.kills} kills in {figures.seconds:.0f} s: {figures.staying} of the daemon, {figures.cold} of a cold "
        f"start, {figures.alone} without its workers; {figures.ended} runs ended before their kill\n"
        f"last step before the kill: {phases}\n"
        + ", ".join(f"{what} {n}" for what, n in left.items())
    )  # fmt: skip


def test_killed_at_random_moments_all_comes_out_as_it_must(tmp_path: Path, dovecot: Dovecot, user: str) -> None:
    _, figures, told = _proof(tmp_path / "killed", dovecot, user, Plan(4, 4))
    print(f"\n{told}")
    assert figures.kills == 4


@pytest.mark.slow
@hundreds
def test_two_hundred_kills_over_three_hundred_mails(tmp_path: Path, dovecot: Dovecot, user: str) -> None:
    _changes_nothing(tmp_path, dovecot, user, Plan(85, 210, LATER))


@pytest.mark.slow
@pytest.mark.postgres
@hundreds
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
def test_sixty_kills_on_postgresql(tmp_path: Path, dovecot: Dovecot, user: str, url: str) -> None:
    _changes_nothing(tmp_path, dovecot, user, Plan(30, 50, {10: 10}, url))


def test_a_loss_a_repeat_and_a_second_judgement_are_seen(tmp_path: Path, dovecot: Dovecot, user: str) -> None:
    """The proof itself: each fault that it looks for, made by hand, is found."""
    found = list(conversations(3))[2:]
    with smtp_sink() as sink:
        post = Correspondence(dovecot, user, sink, found)
        config = district(tmp_path / "d", dovecot, sink, user, found)
        with runs(config, SEED, post, 1.0) as proof:
            proof.prove(0)
        check(config, post, proof.figures)
        sink.taken.append(sink.taken[0])
        with pytest.raises(AssertionError):
            check(config, post, proof.figures)
        sink.taken.pop()
        lost = replace(post, posted=post.posted | {"0.9.0": b"lost"})
        with pytest.raises(AssertionError):
            check(config, lost, proof.figures)
        _judge_again(config.with_name("soppa.db"))
        with pytest.raises(AssertionError):
            check(config, post, proof.figures)


def _judge_again(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO events (at, who, what, why, message_pk, data) "
            "SELECT at, who, what, why, message_pk, data FROM events WHERE what = 'judged' LIMIT 1"
        )
    connection.close()
