"""`resume`, as staff type it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from conftest import vendor_mail
from made_config import GOOD
from mail_servers import Dovecot, Sink
from soppa_mailbot.commands.resume import resume
from soppa_mailbot.handling import breaker
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import defects, pipeline
from soppa_mailbot.settings.config_sections import RemindersSection, RepliesSection
from soppa_mailbot.store import events


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A district whose store is the one of the `store` fixture."""
    for name in ("rfi.pdf", "soppa.pdf", "schools.csv", "register.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize("release", [False, True])
def test_after_too_many_answers(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, config: Path, release: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    # the command goes by the real clock, on which the vendors have not answered for long
    quiet = RemindersSection(enabled=False)
    bot = replace(bot, replies=RepliesSection(mode="auto", breaker_per_hour=1), reminders=quiet)
    for name in ("one", "two"):
        dovecot.deliver(user, vendor_mail("has: order_form", sender=f"a@{name}.example"))
    pipeline.run_once(bot)
    assert len(sink.taken) == 1
    assert resume(config, release=release, by="kim", why="a busy morning") == 0
    said = capsys.readouterr().out
    assert "answers go out by themselves again" in said and "1 answer that the breaker held" in said
    with bot.store.reading() as session:
        assert events.mark(session, breaker.TRIPPED) is None
        resumed = [e for e in events.since(session, bot.clock().replace(year=2000)) if e.what == "resumed"]
        assert [(e.who, e.why) for e in resumed] == [("kim", "a busy morning")]
    pipeline.run_once(replace(bot, clock=lambda: resumed[0].at + timedelta(minutes=1)))
    assert len(sink.taken) == 1 + release


def test_after_a_fault_with_every_mail(
    bot: Bot, dovecot: Dovecot, user: str, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(defects.IN_A_ROW + 1):
        dovecot.deliver(user, vendor_mail("poison: raise"))
    assert pipeline.run_once(bot).problems
    resume(config, release=False, by="kim", why="")
    assert capsys.readouterr().out == "the next run processes mails again\n"
    assert pipeline.run_once(bot).failed == 1


def test_nothing_was_stopped(bot: Bot, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert resume(config, release=False, by="kim", why="") == 0
    assert capsys.readouterr().out == "nothing was stopped\n"
