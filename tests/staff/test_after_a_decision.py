"""What follows after a person or a vendor ended something: nobody waits unheard, nothing is told that is not so."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot import samples
from soppa_mailbot.answering.compose import compose
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests import digest as digests
from soppa_mailbot.digests.digest import Digest
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import keeping
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.handling.offices import Offices
from soppa_mailbot.handoff.sending import hand_off
from soppa_mailbot.model import (
    Address,
    DeadlineFinding,
    Disposition,
    Findings,
    Item,
    ItemVerdict,
    LocationsFinding,
    Reply,
    Status,
)
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.settings.config_handoff import HandoffSection
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff import people
from soppa_mailbot.staff.people import Person, Saying
from soppa_mailbot.store import decisions, views

Deliver = Callable[..., views.SubmissionView]


@pytest.fixture
def deliver(dovecot: Dovecot, user: str) -> Deliver:
    """A mail comes, a pass is made; the first submission after it."""

    def send(bot: Bot, *mails: bytes) -> views.SubmissionView:
        for mail in mails:
            dovecot.deliver(user, mail)
        pipeline.run_once(bot)
        return view(bot)

    return send


def view(bot: Bot, number: int = 1) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session, ids=(number,))[0]


def work_list(bot: Bot) -> tuple[Digest, str]:
    found = digest_of(bot.store, bot.core.district, bot.clock())
    return found, " ".join(digests.render(found, Templates()).text.split())


def discard(bot: Bot, why: str = "I phone them") -> None:
    with bot.store.writing() as session:
        for row in decisions.held(session, 1):
            decisions.discard(session, row.message_id, who="kim", why=why, now=bot.clock())


# --- a discarded answer ----


def test_who_was_never_answered_waits_for_the_district(bot: Bot, deliver: Deliver, sink: Sink, clock: Clock) -> None:
    bot = replace(bot, replies=RepliesSection(mode="hold"))
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    discard(bot)
    found, text = work_list(bot)
    assert view(bot).state == "review" and len(found.to_decide) == 1 and not found.with_vendors
    assert "Why: The answer was discarded by kim: I phone them; the vendor has not heard from us." in text
    for _ in range(30):
        clock.forward(days=1)
        pipeline.run_once(bot)
    assert sink.taken == [] and len(work_list(bot)[0].to_decide) == 1, "nobody is reminded of what they never got"
    again = deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", In_Reply_To="<a@acme.example>"))
    assert (again.state, again.replies[-1].state) == ("waiting_vendor", "held"), "who writes again is answered"
    assert work_list(bot)[0].held


def test_who_had_an_answer_before_waits_as_before(bot: Bot, deliver: Deliver, sink: Sink, clock: Clock) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    holding = replace(bot, replies=RepliesSection(mode="hold"))
    deliver(holding, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    discard(holding)
    assert view(bot).state == "waiting_vendor" and len(sink.taken) == 1
    for _ in range(8):
        clock.forward(days=1)
        pipeline.run_once(bot)
    assert [r.template for r in view(bot).replies if r.state == "sent"] == ["missing", "reminder"]
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert view(bot).replies[-1].state == "sent", "the same papers again are answered now"


def test_a_discarded_reminder_changes_nothing(bot: Bot, deliver: Deliver, clock: Clock) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form"))
    holding = replace(bot, replies=RepliesSection(mode="hold"))
    for _ in range(8):
        clock.forward(days=1)
        pipeline.run_once(holding)
    assert view(bot).replies[-1].template == "reminder"
    discard(holding)
    assert view(bot).state == "waiting_vendor"


# --- a vendor who withdraws, and what was closed ----


def close(bot: Bot, why: str = "") -> None:
    with bot.store.writing() as session:
        people.close(session, 1, Person("kim", why), bot.clock())


ALL = "product: AcmeMath\nhas: order_form rfi_form soppa_form"


def test_a_withdrawal_that_a_person_confirms_is_withdrawn(bot: Bot, deliver: Deliver, sink: Sink, clock: Clock) -> None:
    """The offices that have a packet are told so at a person's word, and nothing is asked for once it is over."""
    section = HandoffSection.model_validate({"recipients": [{"name": "IT", "to": ["it@district.example"]}]})
    bot = replace(bot, offices=Offices(section, Templates()))
    deliver(bot, vendor_mail(ALL, Message_ID="<a@acme.example>"))
    clock.forward(days=1)
    found = deliver(bot, vendor_mail("intent: withdrawal", In_Reply_To="<a@acme.example>"))
    assert found.state == "review"
    _, text = work_list(bot)
    assert "withdrawn by the vendor since" in text and "“soppa-mailbot close 1” confirms it" in text
    sink.taken.clear()
    hand_off(bot, bot.offices, 1, who="kim")
    pipeline.run_once(bot)
    packet = message_from_bytes(sink.taken[-1], policy=default)
    body = packet.get_body(("plain",))
    assert body is not None and packet["Subject"].startswith("Withdrawn: ")
    told = " ".join(body.get_content().split())
    assert "has withdrawn its submission about AcmeMath" in told and "has not sent everything" not in told
    archive = zipfile.ZipFile(io.BytesIO(next(packet.iter_attachments()).get_content()))
    assert "Withdrawn by the vendor" in archive.read("cover sheet.html").decode()
    close(bot, "they withdrew")
    assert view(bot).state == "withdrawn"
    found_list, text = work_list(bot)
    assert found_list.changed == () and "handoff 1 --send" not in text
    with pytest.raises(UsageError, match="is withdrawn: nothing was done"):
        close(bot)


def test_what_a_person_closes_without_a_withdrawal_is_closed(bot: Bot, deliver: Deliver) -> None:
    deliver(bot, vendor_mail(ALL))
    close(bot)
    assert view(bot).state == "closed"


@pytest.mark.parametrize("ended", ["closed", "withdrawn"])
def test_a_mail_into_what_is_over_says_why_it_waits_and_what_to_do(bot: Bot, deliver: Deliver, ended: str) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    if ended == "withdrawn":
        deliver(bot, vendor_mail("intent: withdrawal", In_Reply_To="<a@acme.example>"))
    close(bot, "bought elsewhere")
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert view(bot).state == "review"
    _, text = work_list(bot)
    assert f"New mail came into what was {ended} by kim on September 8, 2026 (bought elsewhere)" in text
    assert "`soppa-mailbot reopen 1` lets it go on, `close 1` ends it again." in text
    deliver(bot, vendor_mail("has: soppa_form", In_Reply_To="<a@acme.example>"))
    assert view(bot).state == "review", "a second mail is no decision"
    with bot.store.writing() as session:
        outcome = people.reopen(session, bot, 1, Person("kim"))
    if ended == "withdrawn":
        assert outcome.state == "review", "the small core lets a withdrawal stand"
        return
    assert outcome.state == "waiting_district" and view(bot).replies[-1].state == "held"
    close(bot)
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    close(bot, "again")
    assert view(bot).state == "closed", "or it is closed once more"


# --- the District's own staff in a vendor's conversation ----


def _staff(body: str, **headers: str) -> bytes:
    return vendor_mail(body, sender="Tess Teacher <tess@district.example>", In_Reply_To="<a@acme.example>", **headers)


@pytest.fixture
def mixed(bot: Bot, deliver: Deliver) -> Bot:
    """The vendor sent an order form and was answered; then a teacher sent their RFI form."""
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    deliver(bot, _staff("has: rfi_form"))
    return bot


def test_a_paper_of_staff_stops_for_a_look_and_nothing_vanishes(mixed: Bot, sink: Sink) -> None:
    assert view(mixed).state == "review" and sink.recipients == ["jo@acme.example"]
    found, text = work_list(mixed)
    assert "Tess Teacher of the District's own staff added rfi_form.pdf to the vendor's conversation" in text
    assert found.to_decide[0].missing == ("soppa_form",), "what is known stays known, and the paper counts"


def test_release_lets_it_count_and_the_vendor_is_answered_at_a_second_word(mixed: Bot, sink: Sink) -> None:
    with mixed.store.writing() as session:
        outcome = people.let_count(session, mixed, 1, Person("kim"))
    assert outcome is not None and outcome.state == "waiting_vendor"
    reply = view(mixed).replies[-1]
    assert (reply.to, reply.state, reply.message_id) == ("jo@acme.example", "held", outcome.held)
    with mixed.store.writing() as session:
        assert people.let_count(session, mixed, 1, Person("kim")) is None


def test_an_override_is_a_look_as_well(mixed: Bot) -> None:
    with mixed.store.writing() as session:
        outcome = people.override(session, mixed, 1, Saying("soppa_form", "received"), Person("kim", "on paper"))
    assert outcome.state == "waiting_district" and view(mixed).replies[-1].to == "jo@acme.example"


def test_the_vendors_next_mail_goes_on(mixed: Bot, deliver: Deliver, sink: Sink) -> None:
    found = deliver(mixed, vendor_mail("has: soppa_form", In_Reply_To="<a@acme.example>"))
    assert found.state == "waiting_district" and sink.recipients == ["jo@acme.example"] * 2
    with mixed.store.writing() as session:
        assert people.let_count(session, mixed, 1, Person("kim")) is None, "nothing waits for a look any more"


def test_words_of_staff_never_bring_them_the_vendors_letter(bot: Bot, deliver: Deliver, sink: Sink) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    found = deliver(bot, _staff("intent: submission"))
    assert found.state == "review" and sink.recipients == ["jo@acme.example"]
    assert "wrote into the vendor's conversation" in work_list(bot)[1]


def test_what_staff_would_get_can_be_seen_first_and_says_what_it_is(bot: Bot, deliver: Deliver) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", sender="Tess <tess@district.example>"))
    with bot.store.reading() as session:
        seen = people.answer_to_staff(session, bot, 1)
    assert seen.to.email == "tess@district.example" and seen.text.startswith(people.TO_STAFF)
    assert view(bot).replies == ()
    with bot.store.writing() as session:
        people.release_to_staff(session, bot, 1, Person("kim"))
    (reply,) = view(bot).replies
    assert reply.text == seen.text and "Nothing was sent to the vendor." in reply.html


# --- whose words they were ----


def test_words_of_an_earlier_mail_are_not_called_the_newest_ones() -> None:
    def found(sender: str, **said: object) -> Findings:
        return Findings(
            f"<{sender}>", datetime(2026, 9, 1, tzinfo=UTC), Address("", f"{sender}@a.example"), "Acme", "x",
            "submission", "", False, False, **said,  # type: ignore[arg-type]
        )  # fmt: skip

    day = (("body", DeadlineFinding(Status.RECEIVED, date(2027, 1, 15))),)
    place = (("body", LocationsFinding(Status.RECEIVED, ("Lincoln",))),)
    first, second = found("jo", deadlines=day), found("bob", locations=place)
    assert keeping.said_earlier([first], second) == {Item.DEADLINE}
    assert keeping.said_earlier([first], found("bob", deadlines=day)) == set()


@pytest.mark.parametrize(
    ("earlier", "told", "untold"),
    [
        (("body:deadline",), "in an earlier message", "in your message"),
        ((), "in your message", "in an earlier message"),
    ],
)
def test_the_letter_says_whose_words_they_were(earlier: tuple[str, ...], told: str, untold: str) -> None:
    day = ItemVerdict(Item.DEADLINE, Status.RECEIVED, "body", value=("2027-01-15",))
    places = ItemVerdict(Item.LOCATIONS, Status.RECEIVED, "Q.pdf", value=("Harbor Street Elementary",))
    items = samples.items(soppa_form=samples.missing(Item.SOPPA_FORM), deadline=day, locations=places)
    verdict = samples.verdict(Disposition.INCOMPLETE, items)
    reply = compose(
        verdict, samples.message(), samples.district(), Templates(), today=samples.TODAY, token="", earlier=earlier
    )
    assert isinstance(reply, Reply)
    for part in (reply.text, reply.html):
        assert told in part and untold not in part
