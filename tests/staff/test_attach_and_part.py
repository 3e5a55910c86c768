"""A mail put into a submission by a person, and the files of one mail parted between two, on both databases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from conftest import vendor_mail
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests import digest
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.model import Item, Kind, Selection, Status
from soppa_mailbot.running import processing
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff import attaching, joining, parting, people
from soppa_mailbot.staff.parting import apart, together
from soppa_mailbot.staff.people import Outcome, Person
from soppa_mailbot.store import decisions, detail, events, follow_ups, messages, outbox, submissions, views
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.tables import MessageRow

KIM = Person("kim", "phoned them")
_uids = count(1)


@pytest.fixture
def bot(any_store: Store, make_bot: Callable[..., Bot]) -> Bot:
    return make_bot(1, 1, store=any_store, replies=RepliesSection(mode="hold"))


def deliver(bot: Bot, raw: bytes) -> int:
    """A mail comes in and is processed. Its number."""
    with bot.store.writing() as session:
        row = messages.add(
            session,
            MessageRow(
                mailbox="me/INBOX", uidvalidity=1, uid=next(_uids), state="new", size=len(raw),
                message_id=fingerprint.header_fields(raw).get("message-id", ""),
                fingerprint=fingerprint.fingerprint(raw), raw=bot.store.files.keep(raw),
                received=bot.clock(), stored=bot.clock(),
            ),
        )  # fmt: skip
    tally = Tally()
    processing.process(bot, row.id, tally)
    assert tally.failed == 0
    return row.id


def view(bot: Bot, number: int) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session, ids=(number,))[0]


def statuses(bot: Bot, number: int) -> str:
    """r for what was received, m for what is missing: order form, RFI form, SOPPA form."""
    return "".join(item.status[0] for item in view(bot, number).verdict.items)


def attach(bot: Bot, name: str, number: int) -> Outcome:
    found = attaching.candidate(bot, name, number)
    with bot.store.writing() as session:
        return attaching.attach(session, bot, number, found, KIM)


def split(bot: Bot, number: int, *names: str) -> tuple[Outcome, Outcome]:
    found = parting.shares(bot, number, names)
    with bot.store.writing() as session:
        return parting.split(session, bot, number, found, KIM)


def merge(bot: Bot, kept: int, gone: int) -> Outcome:
    reread = parting.reunited(bot, kept, gone)
    with bot.store.writing() as session:
        return joining.merge(session, bot, kept, gone, KIM, reread)


# --- attach ----


def test_an_inquiry_becomes_part_of_a_submission(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form rfi_form", Message_ID="<a@acme.example>"))
    mail = deliver(
        bot,
        vendor_mail("intent: inquiry\nhas: soppa_form", sender="Al <al@home.example>", Message_ID="<b@home.example>"),
    )
    shown = digest.render(digest_of(bot.store, bot.core.district, bot.clock()), Templates())
    assert f"[mail {mail}]" in shown.text and f"mail {mail}<" in shown.html
    found = attaching.candidate(bot, str(mail), 1)
    with bot.store.reading() as session:
        foreseen = attaching.foreseen(session, bot, 1, found)
    assert foreseen.state == "waiting_district" and statuses(bot, 1) == "rrm", "looking changes nothing"
    outcome = attach(bot, "b@home.example", 1)
    assert (outcome.before.disposition, outcome.after.disposition) == ("incomplete", "complete") and outcome.held
    assert statuses(bot, 1) == "rrr" and view(bot, 1).messages == ("<a@acme.example>", "<b@home.example>")
    old, new = view(bot, 1).replies
    assert (old.superseded, new.template, new.to) == (True, "complete", "al@home.example")
    assert digest_of(bot.store, bot.core.district, bot.clock()).inquiries == ()
    with bot.store.reading() as session:
        event = next(e for e in events.of_submission(session, 1) if e.what == "attached")
        assert (event.who, event.why, event.message_pk) == ("kim", "phoned them", mail)
        row = messages.get(session, mail)
        assert (row.disposition, row.reason) == ("complete", "put here by kim: phoned them")
    deliver(bot, vendor_mail("intent: thanks", sender="al@home.example", In_Reply_To="<b@home.example>"))
    assert len(view(bot, 1).messages) == 3, "its thread leads there from now on"


def test_a_mail_that_was_only_shown_in_a_submission_counts_in_the_one_it_is_attached_to(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: Alpha\nhas: order_form", Message_ID="<a@acme.example>"))
    deliver(bot, vendor_mail("product: Beta\nhas: order_form", Message_ID="<b@acme.example>"))
    mail = deliver(bot, vendor_mail("intent: inquiry\nhas: rfi_form", In_Reply_To="<a@acme.example>"))
    attach(bot, str(mail), 2)
    assert (statuses(bot, 1), statuses(bot, 2)) == ("rmm", "rrm")
    assert len(view(bot, 1).messages) == 1 and len(view(bot, 2).messages) == 2


def test_what_a_machine_wrote_may_be_attached_and_is_not_answered(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    mail = deliver(
        bot,
        vendor_mail("has: rfi_form", sender="robot@sign.example", Auto_Submitted="auto-generated"),
    )
    outcome = attach(bot, str(mail), 1)
    assert statuses(bot, 1) == "rrm" and outcome.held
    assert view(bot, 1).replies[-1].to == "jo@acme.example", "the newest that may be answered is"
    with bot.store.reading() as session:
        assert submissions.open_of_sender(session, "x@sign.example") == []


def test_judging_anew_keeps_what_was_attached(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    mail = deliver(bot, vendor_mail("intent: inquiry\nhas: rfi_form", sender="al@home.example"))
    attach(bot, str(mail), 1)
    with bot.store.writing() as session:
        assert people.rejudge(session, bot, 1, KIM) is None
    deliver(bot, vendor_mail("has: soppa_form", In_Reply_To="<a@acme.example>"))
    assert statuses(bot, 1) == "rrr"


def test_what_cannot_be_attached_is_told(bot: Bot) -> None:
    first = deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    for name, number, told in (
        (str(first), 1, r"mail \d+ counts in submission 1 already"),
        ("99", 1, "there is no mail 99"),
        ("<no@such.example>", 1, "there is no mail"),
        ("", 1, "there is no mail"),
        ("9" * 30, 1, "there is no mail"),
        (str(first), 7, "there is no submission 7"),
    ):
        with pytest.raises(UsageError, match=told):
            attaching.candidate(bot, name, number)
    with bot.store.writing() as session:
        messages.get(session, first).state = "failed"
    with pytest.raises(UsageError, match="moved back into the inbox"):
        attaching.candidate(bot, str(first), 1)


def test_two_people_do_not_attach_one_mail_twice(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: Alpha\nhas: order_form"))
    deliver(bot, vendor_mail("product: Beta\nhas: order_form"))
    mail = deliver(bot, vendor_mail("intent: inquiry\nhas: rfi_form", sender="al@home.example"))
    found = attaching.candidate(bot, str(mail), 2)
    attach(bot, str(mail), 1)
    with pytest.raises(UsageError, match="counts in submission 1"), bot.store.writing() as session:
        attaching.attach(session, bot, 2, found, KIM)
    assert (statuses(bot, 1), statuses(bot, 2)) == ("rrm", "rmm")


# --- parting the files of one mail ----


@pytest.fixture
def two(bot: Bot) -> Bot:
    """Three papers came in one mail."""
    deliver(bot, vendor_mail("has: order_form rfi_form soppa_form", Message_ID="<a@acme.example>"))
    return bot


def test_files_of_one_mail_become_a_submission_of_their_own(two: Bot) -> None:
    old, new = split(two, 1, "rfi_form.pdf, soppa_form")
    assert (statuses(two, 1), statuses(two, 2)) == ("rmm", "mrr")
    assert (old.state, new.state) == ("waiting_vendor", "waiting_vendor") and old.held and new.held
    assert view(two, 1).messages == view(two, 2).messages == ("<a@acme.example>",)
    with two.store.reading() as session:
        parted = detail.of(session, 2)
        assert [(m.number, m.parted) for m in parted.mails] == [(1, True)]
        assert [p.document for m in parted.mails if m.findings for p in m.findings.papers] == ["rfi_form", "soppa_form"]
        (event,) = [e for e in events.of_submission(session, 2) if e.what == "split"]
        assert "rfi_form.pdf" in event.data and (event.who, event.why) == ("kim", "phoned them")
        assert messages.owners(session, ["<a@acme.example>"]) == {"<a@acme.example>": 1}
    deliver(two, vendor_mail("has: order_form", In_Reply_To=new.held))
    assert (statuses(two, 1), statuses(two, 2)) == ("rmm", "rrr")


def test_reading_again_honours_what_was_parted(two: Bot) -> None:
    from soppa_mailbot.commands.rejudge import _keep, _read_again

    split(two, 1, "rfi_form")
    for number, wanted in ((1, "rmr"), (2, "mrm")):
        readings = _read_again(two, number)
        with two.store.writing() as session:
            _keep(session, number, readings)
            assert people.rejudge(session, two, number, KIM) is None
        assert statuses(two, number) == wanted


def test_parted_again_and_brought_together(two: Bot) -> None:
    split(two, 1, "rfi_form", "soppa_form")
    split(two, 2, "soppa_form")
    assert [statuses(two, n) for n in (1, 2, 3)] == ["rmm", "mrm", "mmr"]
    merge(two, 2, 3)
    assert [statuses(two, n) for n in (1, 2)] == ["rmm", "mrr"] and view(two, 3).messages == ()
    outcome = merge(two, 1, 2)
    assert statuses(two, 1) == "rrr" and outcome.state == "waiting_district"
    assert len(view(two, 1).messages) == 1
    with two.store.reading() as session:
        assert [m.parted for m in detail.of(session, 1).mails] == [False]


def test_a_merge_that_was_not_read_for_changes_nothing(two: Bot) -> None:
    split(two, 1, "rfi_form", "soppa_form")
    split(two, 2, "soppa_form")
    with pytest.raises(UsageError, match="run merge once more"), two.store.writing() as session:
        joining.merge(session, two, 2, 3, KIM)
    assert statuses(two, 3) == "mmr"


def test_a_persons_word_on_a_file_goes_with_it(two: Bot) -> None:
    with two.store.writing() as session:
        people.reclassify(session, two, 1, "rfi_form.pdf", Kind.OTHER, KIM)
        people.reclassify(session, two, 1, "order_form.pdf", Kind.SOPPA_FORM, KIM)
    split(two, 1, "rfi_form", "soppa_form")
    assert view(two, 2).verdict.item(Item.RFI_FORM).status is Status.MISSING  # type: ignore[union-attr]
    with two.store.reading() as session:
        assert [d.filename for d in detail.of(session, 1).decisions] == ["order_form.pdf"]  # type: ignore[union-attr]
        assert [d.filename for d in detail.of(session, 2).decisions] == ["rfi_form.pdf"]  # type: ignore[union-attr]


def test_both_submissions_are_heard_from_and_reminded(two: Bot) -> None:
    old, new = split(two, 1, "rfi_form")
    with two.store.writing() as session:
        for row in decisions.held(session):
            decisions.release(session, row.message_id, who="kim", why="", now=two.clock())
            outbox.sent(row, two.clock())
        found = follow_ups.waiting(session, two.calendar)
    assert [(c.submission, c.waiting.heard) for c in found] == [
        (1, two.calendar.day(two.clock())),
        (2, two.calendar.day(two.clock())),
    ]
    assert old.held != new.held


def test_what_cannot_be_parted_is_told(two: Bot) -> None:
    for names, told in (
        (["gone.pdf"], r"has no file 'gone.pdf'; it has: order_form.pdf, rfi_form.pdf"),
        (["order_form,rfi_form,soppa_form"], r"`split 1 1` parts the whole mail"),
        ([" , "], "names no file"),
    ):
        with pytest.raises(UsageError, match=told):
            parting.shares(two, 1, names)
    deliver(two, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    with pytest.raises(UsageError, match=re.escape("say which: 1:rfi_form.pdf, 2:rfi_form.pdf")):
        parting.shares(two, 1, ["rfi_form.pdf"])
    found = parting.shares(two, 1, ["1:rfi_form.pdf"])
    assert [(share.mail, share.files) for share in found] == [(1, ("rfi_form.pdf",))]
    with two.store.writing() as session:
        messages.get(session, 1).findings = (messages.get(session, 1).findings or "") + " "
    with pytest.raises(UsageError, match="run split once more"), two.store.writing() as session:
        parting.split(session, two, 1, found, KIM)


def test_files_that_bring_nothing_are_no_submission(bot: Bot) -> None:
    class Nothing:
        """A core for which the RFI form alone is nobody's submission."""

        def __getattr__(self, name: str):  # type: ignore[no-untyped-def]
            return getattr(bot.core, name)

        def examine(self, message, *, only=None, **how):  # type: ignore[no-untyped-def]
            found = bot.core.examine(message, only=only, **how)
            if only == Selection(("rfi_form",)):
                return replace(found, findings=replace(found.findings, intent="inquiry"))
            return found

    deliver(bot, vendor_mail("has: order_form rfi_form"))
    with pytest.raises(UsageError, match="the files named bring nothing"):
        parting.shares(replace(bot, core=Nothing()), 1, ["rfi_form"])


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Selection(("a",)), Selection(("a",), without=True), None),
        (Selection(("a",)), Selection(("b",)), Selection(("a", "b"))),
        (Selection(("a",)), Selection(("a", "b"), without=True), Selection(("b",), without=True)),
        (Selection(("a", "b"), without=True), Selection(("b", "c"), without=True), Selection(("b",), without=True)),
        (Selection(("a",), without=True), Selection(("b",), without=True), None),
        (None, Selection(("b",)), None),
    ],
)
def test_together(one: Selection | None, other: Selection | None, both: Selection | None) -> None:
    assert together(one, other) == together(other, one) == both


def test_apart() -> None:
    assert apart(None, ["a"]) == Selection(("a",), without=True)
    assert apart(Selection(("a",), without=True), ["b"]) == Selection(("a", "b"), without=True)
    assert apart(Selection(("a", "b")), ["b"]) == Selection(("a",))


def test_an_older_schema_keeps_each_mail_with_its_first_submission(two: Bot) -> None:
    from alembic import command

    from soppa_mailbot.store import migrate

    split(two, 1, "rfi_form")
    config = migrate.alembic_config()
    with two.store.engine.execution_options(soppa_writer=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
        command.upgrade(config, "head")
    assert [view(two, n).messages for n in (1, 2)] == [("<a@acme.example>",), ()]
    with two.store.reading() as session:
        assert [m.parted for m in detail.of(session, 1).mails] == [False]
