"""Whole conversations through the real core, a real Dovecot and a real SMTP server.

`data/conversations/NN-slug/` holds the vendor's mails in order and what must come of each (`expect.json`); the bot's
own Message-ID, subject and text are put into them as the conversation goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from conftest import Clock
from mail_servers import Dovecot, Sink
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.store import messages, views
from soppa_mailbot.store.tables import MessageRow

HERE = Path(__file__).parents[1] / "data" / "conversations"
NAMES = sorted(p.parent.name for p in HERE.glob("*/expect.json"))


@pytest.fixture(scope="module")
def program() -> Iterator[Opened]:
    with opened(HERE / "district" / "config.toml") as found:
        yield found


def _with_the_bots_words(raw: bytes, answer: bytes | None) -> bytes:
    """The mail with the bot's latest answer quoted in it, as the vendor's mail program would."""
    if answer is None:
        return raw
    ours = message_from_bytes(answer, policy=default)
    body = ours.get_body(("plain",))
    assert body is not None
    quoted = "\n".join(f"> {line}" for line in body.get_content().splitlines())
    for mark, words in (
        (b"{{BOT_MESSAGE_ID}}", ours["Message-ID"]),
        (b"{{BOT_SUBJECT}}", ours["Subject"]),
        (b"{{BOT_TEXT}}", quoted),
    ):
        raw = raw.replace(mark, words.encode())
    return raw


def _submission_of(bot: Bot, row: MessageRow) -> views.SubmissionView:
    with bot.store.reading() as session:
        number = messages.owners(session, [row.message_id])[row.message_id]
        return next(view for view in views.submissions(session) if view.id == number)


def _newest(bot: Bot) -> MessageRow:
    with bot.store.reading() as session:
        return session.query(MessageRow).order_by(MessageRow.id.desc()).limit(1).one()


@pytest.mark.parametrize("name", NAMES)
def test_conversation(
    name: str,
    program: Opened,
    make_bot: Callable[..., Bot],
    dovecot: Dovecot,
    sink: Sink,
    user: str,
    clock: Clock,
) -> None:
    bot = replace(
        make_bot(dovecot.port, sink.port, core=program.core),
        smtp=program.config.smtp.model_copy(update={"port": sink.port, "username": ""}),
        replies=RepliesSection(mode="auto"),
    )
    for step in json.loads((HERE / name / "expect.json").read_text()):
        told = f"{name}, {step['file']}: {step.get('note', '')}"
        raw = (HERE / name / step["file"]).read_bytes()
        before = len(sink.taken)
        dovecot.deliver(user, _with_the_bots_words(raw, sink.taken[-1] if sink.taken else None))
        tally = pipeline.run_once(bot)
        assert tally.all_well, (told, tally.problems)
        row = _newest(bot)
        assert row.state == "processed", (told, row.reason)
        view = _submission_of(bot, row)
        assert {i.item: i.status for i in view.verdict.items} == step["items"], told
        assert view.verdict.disposition == step["disposition"], (told, view.verdict.reasons)
        assert row.disposition == step["mail"], told
        answered = [view.replies[-1].template] if len(sink.taken) > before else []
        assert answered == ([] if step["reply"] == "none" else [step["reply"]]), (told, row.reason)
        clock.forward(hours=20)


def test_there_are_conversations() -> None:
    assert len(NAMES) == 10
