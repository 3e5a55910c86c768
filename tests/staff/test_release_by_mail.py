"""A held answer released by a staff member's mail: digest, mailto link, mailbox, outbox, all real."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.commands.show import shown
from soppa_mailbot.digests import digest as digests
from soppa_mailbot.digests.digest import Digest
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.post.staff_mail import Staff
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import Frame, digest_of
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.store import decisions, detail, events, views
from soppa_mailbot.store.secret import secret_key
from soppa_mailbot.store.tables import MessageRow

STAFF = Staff(
    frozenset({"buyer@district.example"}), frozenset({"district.example"}), frozenset({"mx.district.example"})
)
VOUCHED = "mx.district.example; dmarc=pass header.from=district.example"


@pytest.fixture
def holding(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> Bot:
    """One answer waits for staff."""
    bot = replace(bot, replies=RepliesSection(mode="hold"), staff=STAFF)
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    pipeline.run_once(bot)
    assert sink.taken == []
    return bot


def _digest(bot: Bot) -> Digest:
    return digest_of(bot.store, bot.core.district, bot.clock(), frame=Frame(staff=bot.staff))


def _link(bot: Bot, word: str = "Send it") -> tuple[str, str]:
    """Subject and body of the mail that a link in the digest's HTML opens."""
    page = digests.render(_digest(bot), Templates()).html
    (link,) = re.findall(rf'href="([^"]*)"[^>]*>{word}</a>', page)
    parts = urlsplit(link.replace("&amp;", "&"))
    assert (parts.scheme, parts.path) == ("mailto", "procurement@district.example")
    asked = parse_qs(parts.query)
    return asked["subject"][0], asked["body"][0]


def _staff_mail(
    subject: str, body: str, sender: str = "Buyer <buyer@district.example>", results: str = VOUCHED
) -> bytes:
    return vendor_mail(body, subject=subject, sender=sender, Authentication_Results=results)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _reply(bot: Bot) -> views.ReplyView:
    with bot.store.reading() as session:
        (found,) = views.submissions(session)
        return found.replies[-1]


def _happened(bot: Bot) -> list[tuple[str, str, str]]:
    with bot.store.reading() as session:
        return [(e.what, e.who, e.why) for e in events.since(session, bot.clock() - timedelta(days=30))]


def test_send_releases(holding: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    subject, body = _link(holding)
    dovecot.deliver(user, _staff_mail(subject, body))
    tally = pipeline.run_once(holding)
    assert tally.sent == 1 and sink.recipients == ["jo@acme.example"]
    assert _reply(holding).state == "sent"
    assert ("released", "buyer@district.example", "by mail") in _happened(holding)
    assert dovecot.subjects(user, "Processed")[-1] == subject
    with holding.store.reading() as session:
        assert len(views.submissions(session)) == 1
        row = session.query(MessageRow).order_by(MessageRow.id.desc()).first()
        assert row is not None and (row.disposition, row.reason) == ("ignored", "staff mail: an answer was released")
    assert _digest(holding).held == () and _digest(holding).inquiries == ()


def test_discard_drops_and_a_note_is_kept(holding: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    subject, _ = _link(holding)
    dovecot.deliver(user, _staff_mail(f"Re: {subject}", "Do not send yet, I will call them."))
    pipeline.run_once(holding)
    assert _reply(holding).state == "held"
    assert ("note", "buyer@district.example", "Do not send yet, I will call them.") in _happened(holding)
    told = "Note of buyer@district.example, Sep 8, 2026: Do not send yet, I will call them."
    mail = digests.render(_digest(holding), Templates())
    assert told in " ".join(mail.text.split()) and told in mail.html
    with holding.store.reading() as session:
        lines = list(shown(detail.of(session, 1), ZoneInfo("America/Chicago")))
    assert any(line.endswith("buyer@district.example note: Do not send yet, I will call them.") for line in lines)
    dovecot.deliver(user, _staff_mail(*_link(holding, "Discard it")))
    pipeline.run_once(holding)
    assert _reply(holding).discarded and sink.taken == []
    dovecot.deliver(user, _staff_mail(subject, "send"))  # too late
    pipeline.run_once(holding)
    assert sink.taken == [] and "no longer waits" in _happened(holding)[-1][2]


def test_an_order_that_is_taken_back_is_not_carried_out_and_staff_are_told(
    holding: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    subject, body = _link(holding)
    dovecot.deliver(user, _staff_mail(subject, f"{body}\n\nNever mind."))
    dovecot.deliver(user, _staff_mail(subject, ""))  # one who forgot to write anything
    pipeline.run_once(holding)
    assert _reply(holding).state == "held" and sink.taken == []
    found = _digest(holding)
    assert len(found.held[0].notes) == 1 and "the mail says nothing" in found.notes[0]
    mail = digests.render(found, Templates())
    for part in (" ".join(mail.text.split()), mail.html):
        assert "no clear order, and nothing was sent or discarded" in part


def test_a_digest_alone_is_enough_to_decide(bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    """Why an answer is held, to whom it goes, what it says; after an edit the new words."""
    replies = RepliesSection(mode="auto", trusted_authserv=("mx.district.example",), per_address_per_day=1)
    bot = replace(bot, replies=replies, staff=STAFF)
    forged = "mx.district.example; dmarc=fail header.from=acme.example"
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Authentication_Results=forged))
    pipeline.run_once(bot)
    mail = digests.render(_digest(bot), Templates())
    for part in (_flat(mail.text), mail.html):
        assert "Answer to Jo Doe" in part and "may be forged" in part and "DMARC fail" in part
        assert "It asks for what is open. Missing: RFI form, SOPPA form" in part and "There: order form" in part
    with bot.store.writing() as session:
        text = "Dear Jo,\n\nplease call us before you send anything.\n" + "More of it. " * 100
        decisions.edit(session, _reply(bot).message_id, text=text, html="", who="kim", why="", now=clock())
    mail = digests.render(_digest(bot), Templates())
    for part in (_flat(mail.text), mail.html):
        assert "Someone changed its words. It begins: “Dear Jo, please call us before you send anything." in part
        assert "It asks for what is open" not in part
    dovecot.deliver(user, vendor_mail("product: Other\nhas: order_form", subject="Other"))
    pipeline.run_once(bot)
    assert "too many answers to this address within a day" in _flat(digests.render(_digest(bot), Templates()).text)


def test_each_held_mail_has_its_own_entry_kind_and_code(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    """An answer and a reminder of the same submission: each is released by its own code."""
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    pipeline.run_once(bot)
    bot = replace(bot, replies=RepliesSection(mode="hold"), staff=STAFF)
    for _ in range(16):
        clock.forward(days=1)
        pipeline.run_once(bot)
    assert len(sink.taken) == 1
    found = _digest(bot)
    assert [entry.answer and entry.answer.kind for entry in found.held] == ["reminder", "reminder"]
    assert found.waiting == 1, "one submission, two mails"
    mail = digests.render(found, Templates())
    assert mail.html.count("Reminder to Jo Doe") == 2 == _flat(mail.text).count("It asks once more for what is open")
    codes = re.findall(r"\[RELEASE-[^]]*\]", mail.text)
    assert len(set(codes)) == 2
    dovecot.deliver(user, _staff_mail(codes[0], "discard"))
    dovecot.deliver(user, _staff_mail(codes[1], "send"))
    pipeline.run_once(bot)
    with bot.store.reading() as session:
        states = [reply.state for reply in views.submissions(session)[0].replies]
        (row,) = [r for r in views.submissions(session)[0].replies if r.discarded]
    assert states[0] == "sent" and sorted(states[1:]) == ["failed", "sent"] and row.template == "reminder"
    assert _digest(bot).held == ()


@pytest.mark.parametrize(
    ("sender", "results", "told"),
    [
        ("buyer@district.example", "mx.district.example; dmarc=fail header.from=district.example", "vouches"),
        ("buyer@district.example", "mx.evil.example; dmarc=pass", "vouches"),
        ("clerk@district.example", VOUCHED, "is not listed"),
        ("jo@acme.example", "mx.district.example; dmarc=pass header.from=acme.example", ""),
    ],
)
def test_nobody_else_can_release(
    holding: Bot, dovecot: Dovecot, user: str, sink: Sink, sender: str, results: str, told: str
) -> None:
    subject, body = _link(holding)
    dovecot.deliver(user, _staff_mail(subject, body, sender, results))
    pipeline.run_once(holding)
    assert sink.taken == [] and _reply(holding).state == "held"
    notes = _digest(holding).notes
    assert (told in notes[0] and sender in notes[0]) if told else notes == ()


def test_notes_stand_at_their_submission_and_are_harmless(
    holding: Bot, dovecot: Dovecot, user: str, clock: Clock
) -> None:
    subject, _ = _link(holding)
    dovecot.deliver(user, vendor_mail("product: Other\nhas: order_form", sender="Lo <lo@other.example>"))
    pipeline.run_once(holding)
    for number in range(4):
        dovecot.deliver(user, _staff_mail(f"Re: {subject}", f"note {number} <b>\x1b[2Jbold</b>\nsecond line\n"))
        pipeline.run_once(holding)
        clock.forward(days=1)
    held = _digest(holding).held
    (noted,) = [entry for entry in held if entry.notes]
    assert len(held) == 2 and noted.email == "jo@acme.example"
    assert [note.words.split(" <b>")[0] for note in noted.notes] == ["Note 1", "Note 2", "Note 3"], "the latest three"
    mail = digests.render(_digest(holding), Templates())
    assert "<b>" not in mail.html and "\x1b" not in mail.html + mail.text
    assert "bold</b> second line" in " ".join(mail.text.split())


def test_an_expired_or_foreign_code_is_refused(
    holding: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    subject, body = _link(holding)
    forged = subject[:-2] + ("A" if subject[-2] != "A" else "B") + "]"
    dovecot.deliver(user, _staff_mail(forged, body))
    pipeline.run_once(holding)
    assert "does not fit" in _happened(holding)[-1][2]
    clock.forward(days=8)
    dovecot.deliver(user, _staff_mail(subject, body))
    pipeline.run_once(holding)
    assert "expired" in _happened(holding)[-1][2] and sink.taken == []
    dovecot.deliver(user, _staff_mail(*_link(holding)))  # of today's digest
    pipeline.run_once(holding)
    assert len(sink.taken) == 1


def test_an_answer_that_was_edited_needs_a_new_code(holding: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    subject, body = _link(holding)
    with holding.store.writing() as session:
        decisions.edit(
            session, _reply(holding).message_id, text="Other words.\n", html="", who="x", why="", now=holding.clock()
        )
    dovecot.deliver(user, _staff_mail(subject, body))
    pipeline.run_once(holding)
    assert sink.taken == []
    dovecot.deliver(user, _staff_mail(*_link(holding)))
    pipeline.run_once(holding)
    assert "Other words." in str(message_from_bytes(sink.taken[0], policy=default))


def test_where_no_server_is_trusted_there_are_no_codes(holding: Bot) -> None:
    blind = replace(holding, staff=replace(STAFF, trusted_authserv=frozenset()))
    mail = digests.render(_digest(blind), Templates())
    assert "RELEASE-" not in mail.html + mail.text and "mailto:" not in mail.html
    assert "needs replies.trusted_authserv" in " ".join(mail.text.split())


def test_the_key_is_the_programs_own(holding: Bot) -> None:
    key = secret_key(holding.store.files)
    path = holding.store.files.root / "secret.key"
    assert len(key) == 32 and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert secret_key(holding.store.files) == key
    assert list(holding.store.files.root.glob(".secret*")) == []
