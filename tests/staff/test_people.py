"""What people decide, through the real store on both databases: verdict, state, answer, events."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count

import pytest

from conftest import Clock, vendor_mail
from soppa_mailbot.digests.digest_rows import Decided
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.model import Item, Kind, Status
from soppa_mailbot.running import processing
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff import joining, people
from soppa_mailbot.staff.people import Outcome, Person, Saying
from soppa_mailbot.store import decisions, detail, events, messages, outbox, views
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.tables import MessageRow, ReplyRow

KIM = Person("kim", "called the vendor")
HALF, REST, ALL = "has: order_form", "has: rfi_form soppa_form", "has: order_form rfi_form soppa_form"
_uids = count(1)


@pytest.fixture
def bot(any_store: Store, make_bot: Callable[..., Bot]) -> Bot:
    return make_bot(1, 1, store=any_store, replies=RepliesSection(mode="hold"))


def deliver(bot: Bot, raw: bytes) -> int:
    """A mail comes in and is processed. Its number."""
    header = fingerprint.header_fields(raw)
    with bot.store.writing() as session:
        row = messages.add(
            session,
            MessageRow(
                mailbox="me/INBOX",
                uidvalidity=1,
                uid=next(_uids),
                message_id=header.get("message-id", ""),
                fingerprint=fingerprint.fingerprint(raw),
                raw=bot.store.files.keep(raw),
                size=len(raw),
                received=bot.clock(),
                stored=bot.clock(),
                state="new",
            ),
        )
    tally = Tally()
    processing.process(bot, row.id, tally)
    assert tally.failed == 0
    return row.id


def view(bot: Bot, number: int) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session, ids=(number,))[0]


def happened(bot: Bot, number: int) -> list[tuple[str, str]]:
    with bot.store.reading() as session:
        return [(e.who, e.what) for e in events.of_submission(session, number)]


def override(bot: Bot, number: int, item: str, status: str, **words: str) -> Outcome:
    with bot.store.writing() as session:
        return people.override(session, bot, number, Saying(item, status, **words), KIM)


def held(bot: Bot, number: int) -> list[str]:
    with bot.store.reading() as session:
        return [row.message_id for row in decisions.held(session, number)]


def status(bot: Bot, number: int, item: Item) -> tuple[Status, str]:
    found = view(bot, number).verdict.item(item)
    assert found is not None
    return found.status, found.decided


# --- overrides ----


def test_an_override_counts_and_its_answer_waits(bot: Bot) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form rfi_form"))
    (first,) = held(bot, 1)
    outcome = override(bot, 1, "soppa_form", "received")
    assert status(bot, 1, Item.SOPPA_FORM) == (Status.RECEIVED, "kim")
    assert view(bot, 1).state == outcome.state == "waiting_district"
    assert held(bot, 1) == [outcome.held] and outcome.held != first
    gone, new = view(bot, 1).replies
    assert (gone.state, gone.discarded, new.template) == ("failed", True, "complete")
    assert happened(bot, 1) == [("bot", "judged"), ("kim", "override"), ("bot", "overtaken")]


def test_an_override_outlives_later_mail_that_says_nothing_of_it(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    override(bot, 1, "soppa_form", "received")
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert status(bot, 1, Item.SOPPA_FORM) == (Status.RECEIVED, "kim")
    assert view(bot, 1).state == "waiting_district"


def test_later_evidence_against_an_override_goes_to_review(bot: Bot) -> None:
    deliver(bot, vendor_mail(ALL, Message_ID="<a@acme.example>"))
    override(bot, 1, "rfi_form", "missing")
    assert view(bot, 1).state == "waiting_vendor"
    override(bot, 1, "order_form", "missing")  # basis received: the order form was there when kim decided
    deliver(bot, vendor_mail(ALL, In_Reply_To="<a@acme.example>"))
    assert view(bot, 1).state == "waiting_vendor", "the same again is nothing new"

    deliver(bot, vendor_mail(HALF, Message_ID="<b@other.example>", sender="Bo <bo@other.example>"))
    override(bot, 2, "rfi_form", "incomplete", detail="page 2 is cut off")
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<b@other.example>", sender="Bo <bo@other.example>"))
    found = view(bot, 2)
    assert found.state == "review" and status(bot, 2, Item.RFI_FORM) == (Status.INCOMPLETE, "kim")
    assert found.verdict.reasons == ("RFI form: kim decided incomplete on 2026-09-08; what came since says received.",)
    assert held(bot, 2) == [], "what no longer holds is withdrawn although no new answer was made"


def test_a_new_word_settles_the_contradiction_and_auto_takes_it_back(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    override(bot, 1, "rfi_form", "incomplete")
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert override(bot, 1, "rfi_form", "incomplete").state == "waiting_vendor"
    with bot.store.writing() as session:
        outcome = people.take_back(session, bot, 1, "rfi_form", KIM)
    assert status(bot, 1, Item.RFI_FORM) == (Status.RECEIVED, "") and outcome.state == "waiting_vendor"
    with pytest.raises(UsageError, match="no person has decided"), bot.store.writing() as session:
        people.take_back(session, bot, 1, "rfi_form", KIM)


@pytest.mark.parametrize(
    ("saying", "told"),
    [
        (Saying("form", "received"), "'form' is no item"),
        (Saying("rfi_form", "done"), "'done' is no status"),
        (Saying("rfi_form", "exempt"), "only be said of soppa_form"),
        (Saying("rfi_form", "received", value="x"), "takes no --value"),
        (Saying("deadline", "received"), "say the day"),
        (Saying("deadline", "received", value="soon"), "no day"),
        (Saying("locations", "received", value="Hogwarts"), "not on the school list: Hogwarts"),
    ],
)
def test_what_makes_no_sense_is_refused(bot: Bot, saying: Saying, told: str) -> None:
    deliver(bot, vendor_mail(HALF))
    with pytest.raises(UsageError, match=told), bot.store.writing() as session:
        people.override(session, bot, 1, saying, KIM)
    assert happened(bot, 1) == [("bot", "judged")], "nothing at all was done"


def test_there_is_no_such_submission(bot: Bot) -> None:
    with pytest.raises(UsageError, match="there is no submission 7"):
        override(bot, 7, "rfi_form", "received")


# --- files ----


def reclassify(bot: Bot, number: int, file: str, kind: Kind) -> Outcome:
    with bot.store.writing() as session:
        return people.reclassify(session, bot, number, file, kind, KIM)


def test_a_file_is_what_a_person_says(bot: Bot) -> None:
    mail = deliver(bot, vendor_mail(ALL, Message_ID="<a@acme.example>"))
    assert reclassify(bot, 1, "order_form.pdf", Kind.OTHER).state == "waiting_vendor"
    assert status(bot, 1, Item.ORDER_FORM) == (Status.MISSING, "")
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert status(bot, 1, Item.ORDER_FORM) == (Status.MISSING, ""), "it stands"
    with pytest.raises(UsageError, match=rf"several files 'rfi_form.pdf'; say which: {mail}:rfi_form.pdf"):
        reclassify(bot, 1, "rfi_form.pdf", Kind.OTHER)
    with pytest.raises(UsageError, match=r"no file 'x.pdf'; it has: order_form.pdf"):
        reclassify(bot, 1, "x.pdf", Kind.OTHER)
    assert reclassify(bot, 1, f"{mail}:order_form.pdf", Kind.ORDER_FORM).state == "waiting_district"
    with bot.store.reading() as session:
        assert len(detail.of(session, 1).decisions) == 1, "the later word about a file replaces the earlier"


# --- answers that wait ----


def test_release_discard_and_edit_happen_once(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF))
    (answer,) = held(bot, 1)
    told = {"who": "kim", "why": "", "now": bot.clock()}
    with bot.store.writing() as session:
        decisions.edit(session, answer, text="Hello\n", html="<p>Hello</p>", **told)
        decisions.release(session, answer, **told)
    (reply,) = view(bot, 1).replies
    assert (reply.state, reply.text, reply.edited) == ("queued", "Hello\n", True)
    for again in (decisions.release, decisions.discard):
        with pytest.raises(UsageError, match="waits for a person"), bot.store.writing() as session:
            again(session, answer, **told)
    with pytest.raises(UsageError, match="released or discarded meanwhile"), bot.store.writing() as session:
        decisions.edit(session, answer, text="x", html="x", **told)


def test_a_held_answer_that_newer_mail_overtakes_is_withdrawn(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    deliver(bot, vendor_mail("has: order_form", In_Reply_To="<a@acme.example>"))
    assert len(held(bot, 1)) == 1, "nothing changed, it still says what is true"
    deliver(bot, vendor_mail(REST, In_Reply_To="<a@acme.example>"))
    old, new = view(bot, 1).replies
    assert (old.discarded, old.error, new.template) == (True, "overtaken by a newer verdict", "complete")
    assert held(bot, 1) == [new.message_id]


def test_a_withdrawal_by_the_vendor_withdraws_what_was_held(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    deliver(bot, vendor_mail("intent: withdrawal", In_Reply_To="<a@acme.example>"))
    assert held(bot, 1) == [] and view(bot, 1).state == "review"
    deliver(bot, vendor_mail("intent: thanks", In_Reply_To="<a@acme.example>"))
    assert ("bot", "overtaken") in happened(bot, 1)


def test_what_was_sent_is_not_withdrawn(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    with bot.store.writing() as session:
        (row,) = decisions.held(session, 1)
        decisions.release(session, row.message_id, who="kim", why="", now=bot.clock())
        outbox.sent(row, bot.clock())
    deliver(bot, vendor_mail(REST, In_Reply_To="<a@acme.example>"))
    assert [r.state for r in view(bot, 1).replies] == ["sent", "held"]


# --- states ----


def test_close_and_reopen(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    with bot.store.writing() as session:
        assert people.close(session, 1, KIM, bot.clock()) == 1
    assert view(bot, 1).state == "closed" and held(bot, 1) == []
    with pytest.raises(UsageError, match="is closed"), bot.store.writing() as session:
        people.close(session, 1, KIM, bot.clock())
    deliver(bot, vendor_mail(REST, In_Reply_To="<a@acme.example>"))
    assert view(bot, 1).state == "review", "mail in what a person closed is for a person"
    with bot.store.writing() as session:
        outcome = people.reopen(session, bot, 1, KIM)
    assert outcome.state == view(bot, 1).state == "waiting_district" and held(bot, 1) == [outcome.held]
    with pytest.raises(UsageError, match="is waiting district: nothing was done"), bot.store.writing() as session:
        people.reopen(session, bot, 1, KIM)


# --- merging and splitting ----


def test_merge_brings_everything_together(bot: Bot) -> None:
    deliver(bot, vendor_mail(f"product: Alpha\n{HALF}", Message_ID="<a@acme.example>"))
    deliver(bot, vendor_mail(f"product: Beta\n{REST}", Message_ID="<b@acme.example>"))
    override(bot, 2, "rfi_form", "incomplete")
    token = view(bot, 2).token
    with bot.store.writing() as session:
        outcome = joining.merge(session, bot, 1, 2, KIM)
    merged = view(bot, 1)
    assert merged.messages == ("<a@acme.example>", "<b@acme.example>") and len(merged.replies) == 4
    assert status(bot, 1, Item.RFI_FORM) == (Status.INCOMPLETE, "kim")
    assert held(bot, 1) == [outcome.held]
    gone = view(bot, 2)
    assert (gone.state, gone.merged_into, gone.messages) == ("closed", 1, ())
    assert ("kim", "merged") in happened(bot, 1) and ("kim", "merged") in happened(bot, 2)
    deliver(bot, vendor_mail("has: rfi_form", subject=f"Re: x [SOPPA-{token}]"))
    assert len(view(bot, 1).messages) == 3, "the old token leads to where it went"
    with pytest.raises(UsageError, match="was merged into 1"):
        override(bot, 2, "rfi_form", "received")
    with pytest.raises(UsageError, match="same submission"), bot.store.writing() as session:
        joining.merge(session, bot, 1, 1, KIM)
    with bot.store.reading() as session:
        assert detail.of(session, 1).merged == (2,)


def test_of_two_words_on_one_item_the_later_counts_after_a_merge(bot: Bot, clock: Clock) -> None:
    for name in "ab":
        deliver(bot, vendor_mail(f"product: {name * 5}\n{HALF}", Message_ID=f"<{name}@acme.example>"))
    override(bot, 1, "rfi_form", "received")
    clock.forward(hours=1)
    override(bot, 2, "rfi_form", "missing")
    with bot.store.writing() as session:
        joining.merge(session, bot, 1, 2, KIM)
    assert status(bot, 1, Item.RFI_FORM) == (Status.MISSING, "kim")


def test_split_makes_two_that_go_their_own_ways(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    second = deliver(bot, vendor_mail(REST, Message_ID="<b@acme.example>", In_Reply_To="<a@acme.example>"))
    assert view(bot, 1).state == "waiting_district"
    with bot.store.writing() as session:
        old, new = joining.split(session, bot, 1, ["<b@acme.example>"], KIM)
    assert (view(bot, 1).messages, view(bot, 2).messages) == (("<a@acme.example>",), ("<b@acme.example>",))
    assert old.state == new.state == "waiting_vendor" and old.held and new.held
    assert status(bot, 2, Item.ORDER_FORM) == (Status.MISSING, "")
    deliver(bot, vendor_mail(HALF, In_Reply_To=view(bot, 2).replies[-1].message_id))
    assert view(bot, 2).state == "waiting_district" and view(bot, 1).state == "waiting_vendor"
    for names, told in (([str(second)], "has no mail"), (["1"], "the mails that stay bring nothing")):
        with pytest.raises(UsageError, match=told), bot.store.writing() as session:
            joining.split(session, bot, 1, names, KIM)


def test_a_split_takes_second_deliveries_along(bot: Bot) -> None:
    raw = vendor_mail(REST, Message_ID="<b@acme.example>", In_Reply_To="<a@acme.example>")
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    deliver(bot, raw)
    deliver(bot, raw)
    with bot.store.writing() as session:
        joining.split(session, bot, 1, ["b@acme.example"], KIM)
    with bot.store.reading() as session:
        assert [(m.again, m.message_id) for m in detail.of(session, 2).mails] == [
            (False, "<b@acme.example>"),
            (True, "<b@acme.example>"),
        ]


# --- what a person must choose ----


def test_a_doubt_where_mail_belongs_stays_until_a_person_has_looked(bot: Bot) -> None:
    for name in ("Alpha", "Gamma"):
        deliver(bot, vendor_mail(f"product: {name}\n{HALF}"))
    deliver(bot, vendor_mail(REST, Message_ID="<c@acme.example>"))
    assert view(bot, 3).state == "review"
    deliver(bot, vendor_mail(HALF, In_Reply_To="<c@acme.example>"))
    found = view(bot, 3)
    assert found.state == "review" and "may belong to submission 1 or 2" in found.verdict.reasons[0]
    with bot.store.writing() as session:
        assert people.rejudge(session, bot, 3, KIM) is None, "judging anew settles no doubt"
        joining.merge(session, bot, 1, 3, KIM)
    assert view(bot, 1).state == "waiting_district"


# --- papers that staff hand in ----


def _forward(body: str) -> bytes:
    return vendor_mail(
        body,
        sender="Sam Staff <sam@district.example>",
        Reply_To="Jo <jo@acme.example>",
        Message_ID="<f@district.example>",
    )


def test_what_staff_handed_in_is_answered_to_them_and_never_to_the_vendor(bot: Bot) -> None:
    deliver(bot, _forward(HALF))
    assert view(bot, 1).state == "review" and view(bot, 1).replies == ()
    with bot.store.writing() as session:
        assert people.release_to_staff(session, bot, 1, KIM) == "sam@district.example"
    (reply,) = view(bot, 1).replies
    assert (reply.to, reply.state, reply.template) == ("sam@district.example", "queued", "missing")
    assert view(bot, 1).state == "review"
    with pytest.raises(UsageError, match=r"released to sam@district.example before"), bot.store.writing() as session:
        people.release_to_staff(session, bot, 1, KIM)
    override(bot, 1, "rfi_form", "received")
    with bot.store.writing() as session:
        people.release_to_staff(session, bot, 1, KIM)
    assert {r.to for r in view(bot, 1).replies} == {"sam@district.example"}


def test_a_vendors_own_submission_has_nothing_to_release_to_staff(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF, Message_ID="<a@acme.example>"))
    with pytest.raises(UsageError, match="no answer waits"), bot.store.writing() as session:
        people.release_to_staff(session, bot, 1, KIM)


# --- judging anew ----


def test_rejudge_shows_then_does(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF))
    with bot.store.writing() as session:
        row = session.query(MessageRow).one()
        assert row.findings is not None
        row.findings = row.findings.replace('"kind":"order_form"', '"kind":"rfi_form"')
    with bot.store.reading() as session:
        foreseen = people.foreseen(session, bot, 1)
    assert foreseen is not None and view(bot, 1).verdict == foreseen.before
    with bot.store.writing() as session:
        outcome = people.rejudge(session, bot, 1, KIM)
    assert outcome is not None and view(bot, 1).verdict == outcome.after == foreseen.after
    assert held(bot, 1) == [outcome.held]
    with bot.store.writing() as session:
        assert people.rejudge(session, bot, 1, KIM) is None
    assert happened(bot, 1).count(("kim", "rejudged")) == 1


def test_an_answer_that_was_claimed_is_out_of_a_persons_hands(bot: Bot) -> None:
    """The daemon sends while a person decides: whoever comes second is told."""
    auto = replace(bot, replies=RepliesSection(mode="auto"))
    deliver(auto, vendor_mail(HALF))
    with bot.store.writing() as session:
        row = session.query(ReplyRow).one()
        row.state = "sending"
    with pytest.raises(UsageError, match="waits for a person"), bot.store.writing() as session:
        decisions.discard(session, view(bot, 1).replies[0].message_id, who="kim", why="", now=bot.clock())


# --- the digest ----


def test_the_digest_counts_what_people_did_with_held_answers(bot: Bot, clock: Clock) -> None:
    for number in range(1, 6):
        deliver(bot, vendor_mail(f"product: P\n{HALF}", sender=f"v{number} <v@v{number}.example>"))
    deliver(bot, vendor_mail(HALF, sender="Sam <sam@district.example>"))
    told = {"who": "kim", "why": "", "now": clock()}
    with bot.store.writing() as session:
        first, second, third, *_ = (row.message_id for row in decisions.held(session))
        decisions.edit(session, second, text="x", html="x", **told)
        decisions.release(session, first, **told)
        decisions.release(session, second, **told)
        decisions.discard(session, third, **told)
        decisions.withdraw(session, 4, why="newer", now=clock())
        people.release_to_staff(session, bot, 6, KIM)
    assert digest_of(bot.store, bot.core.district, clock()).decided == Decided(30, unchanged=1, edited=1, discarded=1)
    found = digest_of(bot.store, bot.core.district, clock())
    listed = (*found.with_vendors, *found.to_decide)
    assert [entry.undelivered for entry in listed] == [False] * 5, "what was discarded is no failure"
    clock.forward(days=31)
    assert digest_of(bot.store, bot.core.district, clock()).decided is None


def test_first_contact_is_over_once_a_person_let_an_answer_go(bot: Bot) -> None:
    bot = replace(bot, replies=RepliesSection(hold=("first_contact",)))
    deliver(bot, vendor_mail(f"product: Alpha\n{HALF}", Message_ID="<a@acme.example>"))
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert [r.state for r in view(bot, 1).replies] == ["failed", "held"], "nobody has looked yet"
    with bot.store.writing() as session:
        decisions.release(session, decisions.held(session, 1)[0].message_id, who="kim", why="", now=bot.clock())
    deliver(bot, vendor_mail("has: soppa_form", In_Reply_To="<a@acme.example>"))
    deliver(bot, vendor_mail(f"product: Beta\n{HALF}", sender="Lo <lo@acme.example>"))
    assert [view(bot, n).replies[-1].state for n in (1, 2)] == ["queued", "queued"]


def test_two_people_at_once_release_once(bot: Bot) -> None:
    deliver(bot, vendor_mail(HALF))
    (answer,) = held(bot, 1)
    together = threading.Barrier(2)

    def release(who: str) -> str:
        together.wait(5)
        try:
            with bot.store.writing() as session:
                decisions.release(session, answer, who=who, why="", now=bot.clock())
        except UsageError:
            return ""
        return who

    with ThreadPoolExecutor(2) as threads:
        winners = sorted(threads.map(release, ["kim", "lee"]))
    assert winners[0] == "" and winners[1]
    assert [what for _, what in happened(bot, 1)].count("released") == 1
