"""Hand-off over a real mailbox, store and SMTP server: once, whole, and never again for the same verdict."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pypdfium2
import pytest

from conftest import Clock, vendor_mail
from made_files import typed_pdf
from mail_servers import Dovecot, Sink
from small_core import Examined, SmallCore
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.handling.offices import Offices
from soppa_mailbot.handoff.making import gather
from soppa_mailbot.handoff.sending import hand_off
from soppa_mailbot.model import Kind
from soppa_mailbot.running import pipeline
from soppa_mailbot.settings.config_handoff import HandoffSection
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff.joining import merge
from soppa_mailbot.staff.people import Person
from soppa_mailbot.store import decisions, events, handoffs, outbox, submissions
from soppa_mailbot.store.tables import ReplyRow

RISK = {"name": "Risk Management", "to": ["Rita Risk <risk@district.example>", "second@district.example"]}
COUNSEL = {"name": "Counsel", "to": ["counsel@district.example"], "papers": ["soppa_form"]}


class PaperCore(SmallCore):
    """As the small core, but each paper is the attachment of its name."""

    def examine(self, message, **how):  # type: ignore[no-untyped-def]
        found = super().examine(message, **how).findings
        names = [part.filename for part in message.parts]
        papers = tuple(
            replace(
                p, document=f"a{names.index(p.filename) + 1}", total="30000.00" if p.kind == Kind.ORDER_FORM else ""
            )
            for p in found.papers
        )
        return Examined(replace(found, papers=papers))


def offices(*recipients: dict[str, object], **section: object) -> Offices:
    made = HandoffSection.model_validate({"recipients": recipients, **section})
    return Offices(made, Templates())


def submission(*kinds: str, subject: str = "AcmeMath", **headers: str) -> bytes:
    """A mail with a PDF for each kind."""
    message = message_from_bytes(
        vendor_mail("product: AcmeMath\nhas: " + " ".join(kinds), subject=subject, **headers), policy=default
    )
    assert isinstance(message, EmailMessage)
    for kind in kinds:
        message.add_attachment(typed_pdf(f"This is the {kind}"), "application", "pdf", filename=f"{kind}.pdf")
    return message.as_bytes()


ALL = ("order_form", "rfi_form", "soppa_form")


@pytest.fixture
def handing(bot: Bot) -> Bot:
    return replace(bot, core=PaperCore(), offices=offices(RISK, COUNSEL, board_threshold=25000))


def packets(sink: Sink) -> list[EmailMessage]:
    taken = [message_from_bytes(raw, policy=default) for raw in sink.taken]
    return [m for m in taken if isinstance(m, EmailMessage) and "packet" in str(m["Subject"])]


def happened(bot: Bot, what: str) -> list[str]:
    with bot.store.reading() as session:
        return [e.why for e in events.since(session, bot.clock().replace(year=2000)) if e.what == what]


def test_a_complete_submission_goes_to_each_office_once(handing: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, submission(*ALL, Message_ID="<one@acme.example>"))
    tally = pipeline.run_once(handing)
    assert tally.problems == [] and tally.all_well
    found = packets(sink)
    assert [(a.display_name, a.addr_spec) for m in found for a in m["To"].addresses] == [
        ("Rita Risk", "risk@district.example"),
        ("Risk Management", "second@district.example"),
        ("Counsel", "counsel@district.example"),
    ]
    assert all(m["Auto-Submitted"] == "auto-generated" for m in found)
    assert "AcmeMath, Jo Doe [SOPPA-" in found[0]["Subject"]
    (attached,) = found[0].iter_attachments()
    assert attached.get_content_type() == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(attached.get_content()))
    assert archive.namelist() == ["cover sheet.pdf", "cover sheet.html"] + [f"papers/{kind}.pdf" for kind in ALL]
    assert archive.read("papers/rfi_form.pdf") == typed_pdf("This is the rfi_form")
    cover = pypdfium2.PdfDocument(archive.read("cover sheet.pdf"))
    text = cover[0].get_textpage().get_text_bounded()
    assert len(cover) == 1
    for words in ("AcmeMath", "Jo Doe, jo@acme.example", "Packet for Risk Management", "The order comes to $30,000"):
        assert words in text
    (attached,) = found[2].iter_attachments()
    assert zipfile.ZipFile(io.BytesIO(attached.get_content())).namelist()[2:] == ["papers/soppa_form.pdf"]
    assert pipeline.run_once(handing).sent == 0 and len(packets(sink)) == 3
    with handing.store.reading() as session:
        rows = handoffs.of_submission(session, 1)
        assert [(r.recipient, r.who) for r in rows] == [("Risk Management", "bot"), ("Counsel", "bot")]
        assert handing.store.files.read(rows[1].file) == attached.get_content()


def test_the_same_packet_written_once_more_replaces_none(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, submission(*ALL, Message_ID="<one@acme.example>"))
    pipeline.run_once(handing)
    clock.forward(days=1)
    assert handing.offices is not None
    assert gather(handing, handing.offices, 1).case.replaces is None
    dovecot.deliver(user, vendor_mail("intent: withdrawal", In_Reply_To="<one@acme.example>"))
    pipeline.run_once(handing)
    assert gather(handing, handing.offices, 1).case.replaces is not None


def test_a_packet_is_no_answer(handing: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    """Not for the caps, the reminders, nor the work list."""
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(handing)
    with handing.store.reading() as session:
        mine = session.query(ReplyRow).filter(ReplyRow.template == "handoff").all()
        assert len(mine) == 3 and all(row.submission_id is None for row in mine)
        assert outbox.count_since(
            session, handing.clock().replace(year=2000), email="jo@acme.example", submission=1
        ) == (
            1,
            1,
            1,
        )


def test_papers_of_several_mails_and_the_newest_order_form(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, submission("order_form", Message_ID="<one@acme.example>"))
    pipeline.run_once(handing)
    assert packets(sink) == []
    dovecot.deliver(
        user, submission("rfi_form", "soppa_form", In_Reply_To="<one@acme.example>", subject="Re: the rest")
    )
    pipeline.run_once(handing)
    (attached,) = packets(sink)[0].iter_attachments()
    archive = zipfile.ZipFile(io.BytesIO(attached.get_content()))
    assert [n for n in archive.namelist() if n.startswith("papers/")] == [f"papers/{kind}.pdf" for kind in ALL]
    page = archive.read("cover sheet.html").decode()
    assert "Asked the vendor for what was missing" in page and "Jo Doe wrote: Re: the rest" in page


def test_too_large_is_listed(handing: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    small = replace(handing, offices=offices(RISK, max_mb=0.001))
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(small)
    (attached,) = packets(sink)[0].iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    body = packets(sink)[0].get_body(("plain",))
    assert body is not None
    text = " ".join(body.get_content().split())
    assert "too large to send" in text and "soppa_form.pdf (SOPPA form" in text and "handoff 1 --out" in text


def test_the_packet_waits_while_the_answer_does(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    holding = replace(handing, replies=RepliesSection(mode="hold"))
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(holding)
    assert sink.taken == []
    with handing.store.writing() as session:
        (held,) = decisions.held(session)
        decisions.release(session, held.message_id, who="kim", why="", now=clock())
    pipeline.run_once(holding)
    assert len(packets(sink)) == 3


def test_what_was_complete_before_is_handed_off_by_hand_only(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(replace(handing, offices=None))
    clock.forward(days=1)
    pipeline.run_once(handing)
    assert packets(sink) == []
    assert handing.offices is not None
    assert hand_off(handing, handing.offices, 1, who="kim") == ("Risk Management", "Counsel")
    assert hand_off(handing, handing.offices, 1, who="kim") == ()
    pipeline.run_once(handing)
    assert len(packets(sink)) == 3


def test_a_change_after_the_packet_is_noted_and_sent_at_a_persons_word_only(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, submission(*ALL, Message_ID="<one@acme.example>"))
    pipeline.run_once(handing)
    clock.forward(hours=1)
    dovecot.deliver(user, vendor_mail("intent: withdrawal\nhas: rfi_form", In_Reply_To="<one@acme.example>"))
    pipeline.run_once(replace(handing, core=SmallCore()))
    assert len(packets(sink)) == 3
    (why,) = happened(handing, "handoff_changed")
    assert "disposition: complete -> review" in why
    pipeline.run_once(handing)
    assert len(happened(handing, "handoff_changed")) == 1
    with handing.store.reading() as session:
        (changed,) = handoffs.changed_since(session, clock().replace(year=2000))
    assert (changed.submission, changed.product) == (1, "AcmeMath")
    assert handing.offices is not None
    hand_off(handing, handing.offices, 1, who="kim", why="they asked")
    clock.forward(hours=1)
    pipeline.run_once(handing)
    again = packets(sink)[3:]
    assert len(again) == 3 and all(str(m["Subject"]).startswith("Withdrawn: ") for m in again)
    assert len({m["Message-ID"] for m in packets(sink)}) == 6


def test_killed_between_making_and_queueing_sends_once(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, make_bot: Callable[..., Bot]
) -> None:
    class Killed(BaseException):
        pass

    def kill(step: str) -> None:
        if step == "packets made":
            raise Killed

    dovecot.deliver(user, submission(*ALL))
    with pytest.raises(Killed):
        pipeline.run_once(replace(handing, checkpoint=kill))
    assert packets(sink) == []
    pipeline.run_once(handing)
    pipeline.run_once(handing)
    assert len(packets(sink)) == 3


def test_an_original_that_is_gone_stops_no_other_mail(handing: Bot, dovecot: Dovecot, user: str, sink: Sink) -> None:
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(replace(handing, offices=offices(RISK, enabled=False)))
    for path in handing.store.files.root.rglob("*"):
        if path.is_file():
            path.unlink()
    dovecot.deliver(user, submission("order_form", sender="Al <al@other.example>", subject="Other"))
    tally = pipeline.run_once(handing)
    assert any("could not be handed off" in problem for problem in tally.problems)
    assert tally.processed == 1 and len(sink.taken) == 2


def test_what_was_merged_after_its_packet_is_not_handed_off_again(
    handing: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, submission(*ALL))
    pipeline.run_once(handing)
    clock.forward(hours=1)
    dovecot.deliver(user, submission("order_form", sender="Al <al@other.example>"))
    pipeline.run_once(handing)
    with handing.store.writing() as session:
        merge(session, handing, 2, 1, Person("kim", "one purchase"))
        for row in session.query(ReplyRow).filter(ReplyRow.state == "held"):
            decisions.release(session, row.message_id, who="kim", why="", now=clock())
    pipeline.run_once(handing)
    with handing.store.reading() as session:
        assert submissions.get(session, 2).disposition == "complete"
    assert len(packets(sink)) == 3
