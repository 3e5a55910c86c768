"""The whole round on a real Dovecot and a real SMTP server."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from conftest import Clock, mailbox_section, vendor_mail
from mail_servers import Dovecot, Sink, free_port, smtp_sink
from small_core import SmallCore
from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.errors import MessageError
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.processing import MachineError
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.store import decisions, events, views
from soppa_mailbot.store.tables import MessageRow

ALL = "has: order_form rfi_form soppa_form"


def _submissions(bot: Bot) -> tuple[views.SubmissionView, ...]:
    with bot.store.reading() as session:
        return views.submissions(session)


def _rows(bot: Bot) -> list[MessageRow]:
    with bot.store.reading() as session:
        return list(session.query(MessageRow).order_by(MessageRow.id))


def _happened(bot: Bot, what: str) -> list[str]:
    with bot.store.reading() as session:
        return [e.why for e in events.since(session, bot.clock().replace(year=2000)) if e.what == what]


def test_a_mail_is_answered_within_its_thread_and_filed_away(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<one@acme.example>"))
    tally = pipeline.run_once(bot)
    assert (tally.new, tally.processed, tally.sent, tally.left, tally.problems) == (1, 1, 1, 0, [])
    assert tally.all_well
    assert dovecot.subjects(user) == [] and dovecot.subjects(user, "Processed") == ["AcmeMath"]
    answer = message_from_bytes(sink.taken[0], policy=default)
    assert answer["In-Reply-To"] == answer["References"] == "<one@acme.example>"
    assert answer["To"] == "Jo Doe <jo@acme.example>" and sink.recipients == ["jo@acme.example"]
    assert answer["Auto-Submitted"] == "auto-replied" and answer["X-Auto-Response-Suppress"] == "All"
    assert answer["Reply-To"] == "Procurement <procurement@district.example>"
    assert sink.senders == ["procurement@district.example"]
    assert answer.get_content_type() == "multipart/alternative"
    (submission,) = _submissions(bot)
    assert f"[SOPPA-{submission.token}]" in answer["Subject"]
    assert submission.state == "waiting_vendor" and submission.messages == ("<one@acme.example>",)
    assert [(r.message_id, r.state, r.in_reply_to) for r in submission.replies] == [
        (answer["Message-ID"], "sent", "<one@acme.example>")
    ]


def test_nothing_new_does_nothing(bot: Bot, sink: Sink) -> None:
    assert pipeline.run_once(bot).all_well
    assert sink.connections == 0


def test_what_came_earlier_counts(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    pipeline.run_once(bot)
    ours = message_from_bytes(sink.taken[0])["Message-ID"]
    dovecot.deliver(user, vendor_mail("has: rfi_form soppa_form", In_Reply_To=ours, subject="Re: the forms"))
    pipeline.run_once(bot)
    (submission,) = _submissions(bot)
    assert submission.state == "waiting_district" and len(submission.messages) == 2
    assert [r.template for r in submission.replies] == ["missing", "complete"]
    dovecot.deliver(user, vendor_mail("intent: thanks", In_Reply_To=ours))
    pipeline.run_once(bot)
    (submission,) = _submissions(bot)
    assert submission.state == "waiting_district" and len(submission.replies) == 2
    assert len(submission.messages) == 3 and _rows(bot)[-1].disposition == "inquiry"


def test_the_same_verdict_is_not_mailed_again(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    pipeline.run_once(bot)
    assert len(sink.taken) == 1 and len(_submissions(bot)) == 1
    assert _rows(bot)[1].reason == "nothing has changed since the last answer"


def test_a_second_delivery_is_linked_and_neither_judged_nor_answered(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    judged: list[str] = []
    bot = replace(bot, core=SmallCore(on_examine=lambda message: judged.append(message.message_id)))
    raw = vendor_mail("has: order_form")
    dovecot.deliver(user, raw)
    dovecot.deliver(user, b"Delivered-To: procurement@district.example\r\nReceived: by mx2\r\n" + raw)
    pipeline.run_once(bot)
    dovecot.deliver(user, raw)
    tally = pipeline.run_once(bot)
    assert tally.duplicates == 1 and len(judged) == 1 and len(sink.taken) == 1
    (submission,) = _submissions(bot)
    assert len(submission.messages) == 1
    assert [row.duplicate_of for row in _rows(bot)] == [None, 1, 1]
    assert [row.disposition for row in _rows(bot)] == ["incomplete"] * 3
    assert len(dovecot.subjects(user, "Processed")) == 3


def test_a_new_uidvalidity_judges_nothing_twice(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    broken = replace(bot, mailbox=bot.mailbox.model_copy(update={"processed_folder": "INBOX"}))
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(broken)  # filed into INBOX itself: it stays there under another UID
    dovecot.new_uidvalidity(user)
    tally = pipeline.run_once(bot)
    assert tally.new == 1 and tally.duplicates == 1 and tally.processed == 0
    assert len(sink.taken) == 1 and len(_submissions(bot)) == 1
    assert dovecot.subjects(user) == []


def test_a_mail_that_a_person_moved_meanwhile_is_answered_all_the_same(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))

    def move(step: str) -> None:
        if step == "rows committed":
            with dovecot.client(user) as connection:
                connection.create("Buyer")
                connection.select("INBOX")
                connection.copy("1", "Buyer")
                connection.store("1", "+FLAGS", "\\Deleted")
                connection.expunge()

    tally = pipeline.run_once(replace(bot, checkpoint=move))
    assert tally.all_well and len(sink.taken) == 1
    assert dovecot.subjects(user, "Buyer") == ["AcmeMath"] and dovecot.subjects(user, "Processed") == []


def test_a_poison_mail_goes_to_the_failed_folder_and_the_next_goes_on(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    poison = vendor_mail("poison: raise", subject="bad")
    dovecot.deliver(user, poison)
    dovecot.deliver(user, vendor_mail("has: order_form", subject="good"))
    tally = pipeline.run_once(bot)
    assert (tally.failed, tally.processed, tally.sent) == (1, 1, 1)
    assert dovecot.subjects(user, "Failed") == ["bad"] and dovecot.subjects(user, "Processed") == ["good"]
    row = _rows(bot)[0]
    assert row.state == "failed" and "a defect" in row.reason and row.subject == "bad"
    assert bot.store.files.read(row.raw) == poison
    assert len(_happened(bot, "failed")) == 1
    with bot.store.reading() as session:
        assert [m.subject for m in views.messages_since(session, bot.clock().replace(year=2000))] == ["bad"]


def test_moving_a_failed_mail_back_into_the_inbox_tries_it_again(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form\npoison: raise"))
    pipeline.run_once(bot)
    with dovecot.client(user) as connection:
        connection.select("Failed")
        connection.copy("1", "INBOX")
    mended = replace(bot, core=_Mended())
    assert pipeline.run_once(mended).processed == 1
    assert len(sink.taken) == 1


class _Mended(SmallCore):
    """The same core after an upgrade."""

    def parse(self, raw: bytes):  # type: ignore[no-untyped-def]
        return SmallCore.parse(self, raw.replace(b"poison: raise", b"poison: no"))


def test_a_mail_that_is_too_large_is_not_fetched(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    bot = replace(bot, mailbox=bot.mailbox.model_copy(update={"max_message_bytes": 20_000}))
    dovecot.deliver(user, vendor_mail("has: order_form\n" + "x" * 70 + "\n" + ("y" * 70 + "\n") * 500, subject="huge"))
    dovecot.deliver(user, vendor_mail("has: order_form", subject="small"))
    tally = pipeline.run_once(bot)
    assert (tally.failed, tally.processed) == (1, 1)
    assert dovecot.subjects(user, "Failed") == ["huge"]
    row = _rows(bot)[0] if _rows(bot)[0].state == "failed" else _rows(bot)[1]
    assert "too large" in row.reason and row.subject == "huge" and row.size > 20_000
    assert len(bot.store.files.read(row.raw)) < 2_000


def test_smtp_down_for_a_while_loses_nothing(
    make_bot: Callable[..., Bot], dovecot: Dovecot, user: str, clock: Clock
) -> None:
    port = free_port()
    bot = make_bot(dovecot.port, port)
    dovecot.deliver(user, vendor_mail("product: A\nhas: order_form", sender="a@one.example"))
    dovecot.deliver(user, vendor_mail("product: B\nhas: order_form", sender="b@two.example"))
    tally = pipeline.run_once(bot)
    assert not tally.all_well and tally.left == 2 and "cannot connect" in tally.problems[0]
    assert len(tally.problems) == 1 and dovecot.subjects(user) == []
    with smtp_sink(port) as sink:
        clock.forward(minutes=2)
        assert pipeline.run_once(bot).all_well
        assert sorted(sink.recipients) == ["a@one.example", "b@two.example"] and sink.connections == 1


def test_a_refused_recipient_is_shown_to_staff_and_the_next_mail_goes_out(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    sink.answer["RCPT"] = ["550 5.1.1 no such user"]
    dovecot.deliver(user, vendor_mail("has: order_form", sender="a@one.example"))
    dovecot.deliver(user, vendor_mail("has: order_form", sender="b@two.example"))
    tally = pipeline.run_once(bot)
    assert (tally.sent, tally.refused, tally.left) == (1, 1, 0)
    first, second = _submissions(bot)
    assert first.replies[0].state == "failed" and "550" in first.replies[0].error
    assert second.replies[0].state == "sent" and sink.connections == 1


def test_a_temporary_refusal_backs_off_and_is_tried_again(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    sink.answer["RCPT"] = ["451 4.7.1 greylisted"]
    dovecot.deliver(user, vendor_mail("has: order_form"))
    assert pipeline.run_once(bot).left == 1
    assert pipeline.run_once(bot).sent == 0  # not yet due
    clock.forward(minutes=2)
    assert pipeline.run_once(bot).sent == 1


def test_a_lost_last_word_sends_again_under_the_same_message_id(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    sink.drop_after_data = 1
    dovecot.deliver(user, vendor_mail("has: order_form"))
    assert pipeline.run_once(bot).left == 1
    clock.forward(minutes=2)
    assert pipeline.run_once(bot).sent == 1
    assert len(sink.taken) == 2 and sink.taken[0] == sink.taken[1]


def test_hold_keeps_every_answer_for_staff(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    tally = pipeline.run_once(replace(bot, replies=RepliesSection(mode="hold")))
    assert tally.all_well and sink.taken == []
    assert _submissions(bot)[0].replies[0].state == "held"


def test_two_products_of_one_operator_stay_apart(bot: Bot, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(user, vendor_mail("product: Acme Math\nhas: order_form"))
    dovecot.deliver(user, vendor_mail("product: Acme Reading\nhas: order_form soppa_form"))
    pipeline.run_once(bot)
    dovecot.deliver(user, vendor_mail("product: Acme Reading\nhas: rfi_form", sender="legal@acme.example"))
    dovecot.deliver(user, vendor_mail("has: rfi_form soppa_form", sender="legal@acme.example"))
    pipeline.run_once(bot)
    math, reading = _submissions(bot)
    assert (math.state, reading.state) == ("waiting_district", "waiting_district")
    assert (len(math.messages), len(reading.messages)) == (2, 2)


def test_papers_that_fit_two_submissions_are_for_a_person(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("product: Acme Math\nhas: order_form"))
    dovecot.deliver(user, vendor_mail("product: Acme Reading\nhas: order_form"))
    dovecot.deliver(user, vendor_mail("has: soppa_form"))
    pipeline.run_once(bot)
    assert [s.state for s in _submissions(bot)] == ["waiting_vendor", "waiting_vendor", "review"]
    assert "submission 1 or 2" in _submissions(bot)[2].verdict.reasons[0]
    assert len(sink.taken) == 2


def test_a_stranger_who_guesses_the_token_does_not_get_in(bot: Bot, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    token = _submissions(bot)[0].token
    subject = f"AW: AcmeMath [soppa-{token.lower()}]"
    dovecot.deliver(user, vendor_mail("has: rfi_form", sender="x@stranger.example", subject=subject))
    dovecot.deliver(user, vendor_mail("product: other\nhas: soppa_form", sender="y@acme.example", subject=subject))
    pipeline.run_once(bot)
    ours, theirs = _submissions(bot)
    assert len(ours.messages) == 2 and len(theirs.messages) == 1
    assert {i.item for i in ours.verdict.items if i.status == "missing"} == {"rfi_form"}


def test_an_out_of_office_changes_nothing_and_gets_nothing(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    before = _submissions(bot)[0]
    ours = before.replies[0].message_id
    dovecot.deliver(user, vendor_mail("has: soppa_form", Auto_Submitted="auto-replied", In_Reply_To=ours))
    pipeline.run_once(bot)
    (after,) = _submissions(bot)
    assert len(after.messages) == 2 and len(sink.taken) == 1
    assert (after.verdict, after.state, after.updated) == (before.verdict, before.state, before.updated)


def test_a_bounce_marks_the_address_and_the_answer_may_go_elsewhere(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    pipeline.run_once(bot)
    ours = message_from_bytes(sink.taken[0])["Message-ID"]
    dovecot.deliver(user, _bounce(ours))
    pipeline.run_once(bot)
    (submission,) = _submissions(bot)
    assert submission.bounced == ("jo@acme.example",) and submission.replies[0].bounced
    assert submission.state == "waiting_vendor" and len(sink.taken) == 1
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", sender="Lo <lo@acme.example>"))
    pipeline.run_once(bot)
    assert sink.recipients == ["jo@acme.example", "lo@acme.example"]


def _bounce(ours: str) -> bytes:
    return f"""From: MAILER-DAEMON@mx.acme.example\r
To: procurement@district.example\r
Subject: Undelivered\r
Message-ID: <bounce1@mx.acme.example>\r
Content-Type: multipart/report; report-type=delivery-status; boundary=B\r
MIME-Version: 1.0\r
\r
--B\r
Content-Type: text/plain\r
\r
Mailbox full.\r
--B\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.acme.example\r
\r
Final-Recipient: rfc822; jo@acme.example\r
Action: failed\r
Status: 5.2.2\r
\r
--B\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: {ours}\r
Subject: whatever\r
\r
--B--\r
""".encode()


def test_a_withdrawal_is_for_a_person(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    ours = message_from_bytes(sink.taken[0])["Message-ID"]
    dovecot.deliver(user, vendor_mail("intent: withdrawal", In_Reply_To=ours))
    pipeline.run_once(bot)
    (submission,) = _submissions(bot)
    assert submission.state == "review" and len(sink.taken) == 1


def test_a_refused_login_is_not_hammered(
    make_bot: Callable[..., Bot], dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    right = make_bot(dovecot.port, sink.port)
    wrong = replace(right, mailbox=mailbox_section(dovecot.port, user, password=_secret("wrong")))
    assert "refused the login" in pipeline.run_once(wrong).problems[0]
    assert "is tried again after" in pipeline.run_once(right).problems[0]
    clock.forward(minutes=6)
    assert pipeline.run_once(right).all_well
    assert pipeline.run_once(right).all_well


def _secret(text: str):  # type: ignore[no-untyped-def]
    from pydantic import SecretStr

    return SecretStr(text)


def test_an_absent_server_is_a_problem_and_what_is_kept_goes_on(
    make_bot: Callable[..., Bot], dovecot: Dovecot, user: str, sink: Sink
) -> None:
    class Died(BaseException):
        pass

    def die(step: str) -> None:
        if step == "rows committed":
            raise Died

    dovecot.deliver(user, vendor_mail("has: order_form"))
    with pytest.raises(Died):
        pipeline.run_once(make_bot(dovecot.port, sink.port, checkpoint=die))
    tally = pipeline.run_once(make_bot(free_port(), sink.port))
    assert tally.processed == 1 and tally.sent == 1 and "cannot connect" in tally.problems[0]
    assert pipeline.run_once(make_bot(dovecot.port, sink.port)).all_well
    assert len(sink.taken) == 1 and dovecot.subjects(user) == []


def test_an_absent_folder_is_named(bot: Bot) -> None:
    bot = replace(bot, mailbox=bot.mailbox.model_copy(update={"folder": "Procurement"}))
    tally = pipeline.run_once(bot)
    assert "mailbox.folder: cannot open 'Procurement'" in tally.problems[0]


def test_a_folder_that_cannot_be_made_leaves_mail_where_it_is_but_answers_once(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    broken = replace(bot, mailbox=bot.mailbox.model_copy(update={"processed_folder": "bad//name"}))
    assert "could not move mail" in pipeline.run_once(broken).problems[0]
    assert not pipeline.run_once(broken).all_well
    assert len(sink.taken) == 1 and len(_rows(bot)) == 1
    pipeline.run_once(bot)
    assert dovecot.subjects(user) == [] and len(sink.taken) == 1


def test_staff_who_forward_do_not_become_the_vendor(bot: Bot, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(user, vendor_mail("product: X\nhas: order_form", sender="buyer@district.example"))
    dovecot.deliver(user, vendor_mail("product: X\nhas: rfi_form", sender="other@district.example"))
    pipeline.run_once(bot)
    assert len(_submissions(bot)) == 2


def test_the_digest_is_queued_once_for_each_moment(bot: Bot, sink: Sink) -> None:
    slot = bot.clock()
    digest = DigestMail("Digest", "Nothing.", "<p>Nothing.</p>")
    assert pipeline.queue_digest(bot, slot, digest, ["Buyer <buyer@district.example>", "b@district.example"])
    assert not pipeline.queue_digest(bot, slot, digest, ["buyer@district.example"])
    assert pipeline.run_once(bot).sent == 2
    mail = message_from_bytes(sink.taken[0], policy=default)
    assert mail["Auto-Submitted"] == "auto-generated" and mail["To"] == "Buyer <buyer@district.example>"


def test_the_database_of_a_run_is_private_and_sound(bot: Bot, dovecot: Dovecot, user: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    assert (tmp_path / "soppa.db").stat().st_mode & 0o077 == 0
    with sqlite3.connect(tmp_path / "soppa.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_mail_that_may_not_be_answered_is_for_a_person(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form", sender="no-reply@sign.example"))
    pipeline.run_once(bot)
    (submission,) = _submissions(bot)
    assert submission.state == "review" and submission.verdict.disposition == "incomplete" and sink.taken == []
    assert "no answer went out: from an address that takes no answers" in submission.verdict.reasons


def test_past_the_caps_answers_are_held(bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    bot = replace(bot, replies=RepliesSection(per_address_per_day=1, per_domain_per_day=2))
    for number, sender in enumerate(("jo@acme.example", "jo@acme.example", "lo@acme.example", "al@acme.example")):
        dovecot.deliver(
            user,
            vendor_mail(f"product: {('Math', 'Reading', 'Science', 'Music')[number]}\nhas: order_form", sender=sender),
        )
    pipeline.run_once(bot)
    replies = [s.replies[0] for s in _submissions(bot)]
    assert [r.state for r in replies] == ["sent", "held", "held", "held"]
    assert "this address" in replies[1].held and "this domain" in replies[3].held
    clock.forward(days=1, hours=1)
    dovecot.deliver(user, vendor_mail("product: Geography\nhas: order_form"))
    assert pipeline.run_once(bot).sent == 1


def test_a_first_contact_may_be_held(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    bot = replace(bot, replies=RepliesSection(hold=("first_contact",)))
    dovecot.deliver(user, vendor_mail("product: A\nhas: order_form"))
    dovecot.deliver(user, vendor_mail("product: B\nhas: order_form", sender="lo@acme.example"))
    pipeline.run_once(bot)
    assert [s.replies[0].state for s in _submissions(bot)] == ["held", "sent"]


def test_after_a_final_refusal_the_same_answer_may_be_given_again(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    sink.answer["RCPT"] = ["550 5.1.1 no such user"]
    dovecot.deliver(user, vendor_mail("product: A\nhas: order_form"))
    pipeline.run_once(bot)
    dovecot.deliver(user, vendor_mail("product: A\nhas: order_form", sender="lo@acme.example"))
    pipeline.run_once(bot)
    assert sink.recipients == ["lo@acme.example"]


def test_new_mail_in_a_closed_submission_comes_to_a_person(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    with bot.store.writing() as session:
        decisions.set_state(session, 1, "withdrawn", who="Pat", why="they wrote", now=bot.clock())
    ours = message_from_bytes(sink.taken[0])["Message-ID"]
    dovecot.deliver(user, vendor_mail("has: rfi_form soppa_form", In_Reply_To=ours))
    pipeline.run_once(bot)
    assert [s.state for s in _submissions(bot)] == ["review"] and len(sink.taken) == 1


@pytest.mark.parametrize("trouble", [ImportError("no module"), OSError(errno.ENOSPC, "No space left on device")])
def test_a_machine_in_trouble_puts_no_mail_aside(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, trouble: Exception
) -> None:
    def fail(_message: object) -> None:
        raise MessageError("wrapped") from trouble

    for _ in range(2):
        dovecot.deliver(user, vendor_mail("has: order_form"))
    for _ in range(5):
        with pytest.raises(MachineError):
            pipeline.run_once(replace(bot, core=SmallCore(on_examine=fail)))
    assert [row.state for row in _rows(bot)] == ["new", "new"] and dovecot.subjects(user, "Failed") == []
    assert pipeline.run_once(bot).processed == 2
