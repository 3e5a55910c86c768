"""A vendor's mail in the failed folder stops reminders where its header says that it belongs: real Dovecot and SMTP."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from small_core import SmallCore
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.commands.show import shown
from soppa_mailbot.digests import digest as digests
from soppa_mailbot.digests.digest import Digest
from soppa_mailbot.digests.digest_entries import Entry
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.staff import people
from soppa_mailbot.staff.people import Person, Saying
from soppa_mailbot.store import detail, events, failed, views
from soppa_mailbot.store.tables import ReplyRow

KIM = Person("kim", "opened it by hand")
POISON = "has: rfi_form\npoison: raise"


class Mended(SmallCore):
    """The same core after an upgrade."""

    def parse(self, raw: bytes):  # type: ignore[no-untyped-def]
        return SmallCore.parse(self, raw.replace(b"poison: raise", b"poison: no"))


@pytest.fixture
def asked(bot: Bot, dovecot: Dovecot, user: str) -> Bot:
    """A vendor was told what is missing."""
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<one@acme.example>"))
    assert pipeline.run_once(bot).sent == 1
    return bot


def view(bot: Bot) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session)[0]


def fails(bot: Bot, dovecot: Dovecot, user: str, body: str = POISON, **headers: str) -> None:
    """A mail comes in and goes to the failed folder."""
    before = len(dovecot.subjects(user, "Failed"))
    dovecot.deliver(user, vendor_mail(body, **headers))
    assert pipeline.run_once(bot).failed == 1
    assert len(dovecot.subjects(user, "Failed")) == before + 1


def days(bot: Bot, clock: Clock, count: int) -> None:
    for _ in range(count):
        clock.forward(days=1)
        pipeline.run_once(bot)


def templates_of(bot: Bot) -> list[str]:
    return [reply.template for reply in view(bot).replies]


def listed(bot: Bot) -> Digest:
    return digest_of(bot.store, bot.core.district, bot.clock())


def entry(bot: Bot) -> Entry:
    (found,) = listed(bot).with_vendors
    return found


@pytest.mark.parametrize("how", ["thread", "token"])
def test_nobody_is_reminded_of_papers_that_lie_in_the_failed_folder(
    asked: Bot, dovecot: Dovecot, user: str, clock: Clock, how: str
) -> None:
    if how == "thread":
        fails(asked, dovecot, user, In_Reply_To=view(asked).replies[0].message_id)
    else:
        fails(asked, dovecot, user, subject=f"AcmeMath [SOPPA-{view(asked).token}]")
    days(asked, clock, 40)
    assert templates_of(asked) == ["missing"] and view(asked).state == "waiting_vendor"
    mail = digests.render(listed(asked), Templates())
    told = "could not be processed and lies in the failed folder. They are not reminded until"
    assert told in " ".join(mail.text.split()) and told in mail.html
    with asked.store.reading() as session:
        lines = list(shown(detail.of(session, 1), ZoneInfo("America/Chicago")))
    assert any("; failed, by " + how in line and "a defect" in line for line in lines)


def test_moved_back_into_the_inbox_it_counts_and_reminders_go_on(
    asked: Bot, dovecot: Dovecot, user: str, clock: Clock
) -> None:
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>", subject="papers")
    days(asked, clock, 15)
    with dovecot.client(user) as connection:
        connection.select("Failed")
        connection.copy("1", "INBOX")
    assert pipeline.run_once(replace(asked, core=Mended())).sent == 1
    assert entry(asked).unread is None and templates_of(asked) == ["missing", "missing"]
    days(asked, clock, 8)
    assert templates_of(asked) == ["missing", "missing", "reminder"]


def test_a_persons_decision_ends_the_pause(asked: Bot, dovecot: Dovecot, user: str, clock: Clock) -> None:
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>")
    assert entry(asked).unread is not None
    clock.forward(hours=1)
    with asked.store.writing() as session:
        people.override(session, asked, 1, Saying("rfi_form", "missing"), KIM)
        assert failed.unread(session, [1]) == {}
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>", subject="and another")
    assert entry(asked).unread is not None, "what fails later nobody has seen"


def test_a_mail_that_is_too_large_pauses_too(asked: Bot, dovecot: Dovecot, user: str, clock: Clock) -> None:
    small = replace(asked, mailbox=asked.mailbox.model_copy(update={"max_message_bytes": 20_000}))
    fails(small, dovecot, user, "has: rfi_form\n" + ("y" * 70 + "\n") * 500, In_Reply_To="<one@acme.example>")
    days(small, clock, 30)
    assert templates_of(small) == ["missing"]
    with dovecot.client(user) as connection:
        connection.select("Failed")
        connection.copy("1", "INBOX")
    pipeline.run_once(asked)
    assert templates_of(asked) == ["missing", "missing"] and entry(asked).unread is None


def test_what_is_no_vendors_or_belongs_nowhere_pauses_nothing(
    asked: Bot, dovecot: Dovecot, user: str, clock: Clock
) -> None:
    token = f"AcmeMath [SOPPA-{view(asked).token}]"
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>", Auto_Submitted="auto-replied")
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>", sender="Sam <sam@district.example>")
    fails(asked, dovecot, user, sender="eve@stranger.example", subject=token)
    fails(asked, dovecot, user, sender="eve@stranger.example")
    assert entry(asked).unread is None
    days(asked, clock, 8)
    assert templates_of(asked) == ["missing", "reminder"]


def test_a_vendor_who_comes_back_with_it_opens_what_was_closed(
    asked: Bot, dovecot: Dovecot, user: str, clock: Clock
) -> None:
    days(asked, clock, 35)
    assert view(asked).state == "stale"
    fails(asked, dovecot, user, In_Reply_To="<one@acme.example>")
    assert view(asked).state == "waiting_vendor" and entry(asked).unread is not None


def test_a_reminder_that_waits_is_dropped(asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    held = replace(asked, replies=asked.replies.model_copy(update={"mode": "hold"}))
    days(held, clock, 8)
    assert view(held).replies[-1].state == "held"
    fails(held, dovecot, user, In_Reply_To="<one@acme.example>")
    with held.store.reading() as session:
        assert [row.state for row in session.query(ReplyRow).order_by(ReplyRow.id)] == ["sent", "superseded"]


def test_a_header_that_breaks_the_program_is_put_aside_all_the_same(
    asked: Bot, dovecot: Dovecot, user: str, clock: Clock
) -> None:
    class Broken(SmallCore):
        def parse(self, raw: bytes):  # type: ignore[no-untyped-def]
            raise ValueError("not even its header")

    broken = replace(asked, core=Broken())
    fails(broken, dovecot, user, In_Reply_To="<one@acme.example>")
    with broken.store.reading() as session:
        (event,) = [e for e in events.since(session, clock().replace(year=2000)) if e.what == "failed"]
        assert event.submission_id is None and "not even its header" in event.why
