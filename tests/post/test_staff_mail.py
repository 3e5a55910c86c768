"""Release codes and the mails that carry them: what counts, and all that does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message
from soppa_mailbot.post import release_token, staff_mail
from soppa_mailbot.post.release_token import Held
from soppa_mailbot.post.staff_mail import NOTHING_TRUSTED, Staff
from soppa_mailbot.post.staff_words import DISCARD, NOTE, SEND

KEY = b"k" * 32
HELD = Held(412, 7, "<a1@soppa-mailbot.district.example>", "jo@acme.example\nRe: AcmeMath\nMissing: order form")
DAY = date(2026, 9, 15)
CODE = release_token.make(KEY, HELD, DAY)
STAFF = Staff(
    frozenset({"buyer@district.example"}), frozenset({"district.example"}), frozenset({"mx.district.example"})
)
VOUCHED = "mx.district.example; dmarc=pass header.from=district.example"


def code(subject: str = CODE) -> release_token.Token:
    (found,) = release_token.find(subject)
    return found


# --- codes ---


def test_a_code_holds_until_its_last_day() -> None:
    assert release_token.holds(KEY, code(), HELD, DAY) == ""
    assert "expired" in release_token.holds(KEY, code(), HELD, date(2026, 9, 16))


@pytest.mark.parametrize("subject", [f"RE: {CODE}", CODE.lower(), f"[EXTERNAL] Re: {CODE} Fwd", f"{CODE} {CODE}"])
def test_what_mail_programs_do_to_a_subject(subject: str) -> None:
    assert release_token.holds(KEY, code(subject), HELD, DAY) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"words": HELD.words + "!"},  # edited since
        {"message_id": "<a2@soppa-mailbot.district.example>"},
        {"submission": 8},
        {"reply": 413},
    ],
)
def test_a_code_stands_for_one_answer_as_it_was_shown(change: dict[str, object]) -> None:
    assert "does not fit" in release_token.holds(KEY, code(), replace(HELD, **change), DAY)  # type: ignore[arg-type]


def test_nobody_can_make_one_or_stretch_one() -> None:
    later = CODE.replace("20260915", "20270915")
    assert "does not fit" in release_token.holds(KEY, code(later), HELD, DAY)
    other = release_token.make(b"x" * 32, HELD, DAY)
    assert "does not fit" in release_token.holds(KEY, code(other), HELD, DAY)


@pytest.mark.parametrize("subject", ["", "[RELEASE-412-20260915]", "[SOPPA-4M7QX2]", CODE.replace("0915", "1399")])
def test_what_is_no_code(subject: str) -> None:
    assert release_token.find(subject) == ()


# --- mails ---


def mail(
    body: str = "send", subject: str = CODE, sender: str = "Buyer <buyer@district.example>", *more: str
) -> Message:
    header = (f"Authentication-Results: {VOUCHED}", f"From: {sender}", f"Subject: {subject}", *more)
    return parse(("\r\n".join((*header, "Content-Type: text/plain; charset=utf-8", "", body))).encode())


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("send", SEND),
        ("Send.\r\n", SEND),
        ("  SEND!  ", SEND),
        ("discard", DISCARD),
        ("Discard\r\n\r\n-- \r\nPat Doe\r\nBuyer", DISCARD),
        ("send\r\n\r\nPat Doe\r\nDistrict 1", SEND),
        ("send\r\n\r\nSent from my iPhone", SEND),
        ("send\r\n\r\nOn Tue, Sep 8, 2026 Procurement wrote:\r\n> discard", SEND),
        ("do not send", NOTE),
        ("send it on Friday", NOTE),
        ("send\r\nbut call them first", NOTE),
        ("send?", NOTE),
        ("send\r\n\r\nNo, wait.", NOTE),
        ("I will call them.", NOTE),
    ],
)
def test_what_a_mail_says(body: str, what: str) -> None:
    wish = staff_mail.read(mail(body), STAFF)
    assert wish is not None and wish.refused == "" and wish.what == what


PAT = "Pat Buyer <buyer@district.example>"
SIGNED = (
    "\r\n\r\nPat Buyer\r\nProcurement Officer\r\nDistrict 1\r\n100 Main Street, Maple Hollow, IL 60000\r\n"
    "Office: 555-123-4567"
)
NOTICE = (
    "\r\n\r\nNOTICE: This e-mail may hold student records protected by FERPA. If you are not the intended recipient, "
    "do not forward it; delete it."
)


@pytest.mark.parametrize(
    "order",
    [
        "{}",
        "{}.",
        "{} it",
        "{} it!",
        "{}, please.",
        "Please {}",
        "please {} it, thanks",
        "{} the answer",
        "{} this",
        "{} this reply.",
        "*{}*",
        "“{}”",
        "{}\r\nThanks!",
        "{}\r\n\r\nThank you\r\nPat",
        "Hi,\r\n{}\r\nPat",
        "Hello all,\r\n\r\nplease {} it.\r\n\r\nKind regards\r\nPat Buyer",
        "Good morning,\r\n\r\n{}",
        "{}. Thanks, Pat",
        "{}" + SIGNED,
        "{}" + SIGNED + NOTICE,
        "{}\r\n\r\n--\r\nPat\r\nStudents First",
        "{}\r\n\r\nGet Outlook for iOS",
        "{}\r\n\r\nSent from my iPhone",
        "please\r\n\r\n{}",
        "{}\r\n\r\nPat Doe\r\nDistrict 1",
    ],
)
@pytest.mark.parametrize("word", ["send", "Send", "SEND", "discard", "Discard"])
def test_an_unmistakable_order_is_carried_out(order: str, word: str) -> None:
    wish = staff_mail.read(mail(order.format(word), sender=PAT), STAFF)
    assert wish is not None and (wish.what, wish.words, wish.refused) == (word.casefold(), "", "")


@pytest.mark.parametrize(
    "more",
    [
        "Never mind.",
        "Cancel that.",
        "Hold on",
        "Hold the other one",
        "No!",
        "Nope",
        "Oops, wrong one",
        "Undo",
        "Undo that",
        "Please fix the date first",
        "tomorrow",
        "Tomorrow",
        "on Monday",
        "to bob@acme.example please",
        "to Kay as well",
        "discard",
        "send",
        "Wait",
        "Stop",
        "Sorry, not this one",
        "Actually I will call them",
        "Friday",
        "Scrap that",
        "PS: not yet",
        "Pat Doe\r\nHold On",
        "Pat\r\n\r\nHold on",
        "Thanks,\r\nPat\r\nNever mind",
        "Sent by mistake",
        "Sent from the wrong account",
        "Pat Buyer\r\nHold the other one",
        "--\r\nPat\r\nNever mind",
        "x",
        "?",
        "...",
        "Kim Lee",
        "in the evening",
    ],
)
@pytest.mark.parametrize("between", ["\r\n", "\r\n\r\n"])
def test_a_second_thought_in_any_words_makes_it_a_note(more: str, between: str) -> None:
    if more == "Kim Lee":
        more += "\r\nis on leave"  # a name, and a sentence below it
    wish = staff_mail.read(mail(f"Send{between}{more}", sender=PAT), STAFF)
    assert wish is not None and wish.what == NOTE and wish.refused == ""
    assert wish.words.startswith("Send") and more.split("\r\n")[-1] in wish.words, "nothing of it is lost"


@pytest.mark.parametrize(
    "body",
    [
        "send...",
        "send…",
        "send?",
        "send :(",
        "send x",
        "Yes, send",
        "Approved - send",
        "send now",
        "send it on Friday",
        "Do send it",
        "Don't send",
        "Do not send it",
        "send and discard",
        "send or discard",
        "send 12",
        "resend",
        "sent",
        "Send it to Kim",
        "Please send me the papers",
        "Discard?",
        "undo",
        "no",
        "Hi",
        "Thanks",
        "Send " + "it " * 60,
        "send\r\n\r\nOn Tue, Sep 8, 2026 Procurement wrote:\r\n> all of it\r\n\r\nnever mind",
    ],
)
def test_anything_else_is_a_note(body: str) -> None:
    wish = staff_mail.read(mail(body, sender=PAT), STAFF)
    assert wish is not None and wish.what == NOTE and wish.words and wish.refused == ""


@pytest.mark.parametrize(
    "subject", [f"WAIT! {CODE}", f"Do not send: {CODE}", f"Discard {CODE}", f"Re: {CODE} not yet?"]
)
def test_a_second_thought_in_the_subject_makes_it_a_note(subject: str) -> None:
    wish = staff_mail.read(mail("send", subject), STAFF)
    assert wish is not None and wish.what == NOTE and "RELEASE" not in wish.words and len(wish.words) > 5


@pytest.mark.parametrize("subject", [f"Re: {CODE}", f"[EXTERNAL] RE: {CODE}", f"Send {CODE}", f"FW: work list {CODE}"])
def test_what_else_stands_in_a_subject_does_no_harm(subject: str) -> None:
    wish = staff_mail.read(mail("send", subject), STAFF)
    assert wish is not None and wish.what == SEND


@pytest.mark.parametrize("body", ["", "\r\n \r\n", "> send", "On Tue, Sep 8, 2026 Procurement wrote:\r\n> send"])
def test_a_mail_that_says_nothing_is_no_note(body: str) -> None:
    wish = staff_mail.read(mail(body), STAFF)
    assert wish is not None and wish.refused == staff_mail.NOTHING_SAID


@pytest.mark.parametrize(
    ("message", "staff", "reason"),
    [
        (mail(sender="x@district.example"), STAFF, "is not listed"),
        (mail(sender="buyer@district.example, evil@acme.example"), STAFF, "more than one sender"),
        (mail("send", f"{CODE} {CODE.replace('412', '413')}"), STAFF, "more than one release code"),
        (mail("send", CODE, "buyer@district.example", "Auto-Submitted: auto-replied"), STAFF, "automatic"),
        (mail(), replace(STAFF, trusted_authserv=frozenset()), NOTHING_TRUSTED),
        (mail(), replace(STAFF, trusted_authserv=frozenset({"other.example"})), "vouches"),
        (mail(), replace(STAFF, addresses=frozenset()), "is not listed"),
    ],
)
def test_what_does_not_count(message: Message, staff: Staff, reason: str) -> None:
    wish = staff_mail.read(message, staff)
    assert wish is not None and reason in wish.refused


@pytest.mark.parametrize(
    "results",
    [
        "mx.district.example; dmarc=fail header.from=district.example",
        "mx.district.example; spf=pass smtp.mailfrom=acme.example",
        "mx.evil.example; dmarc=pass header.from=district.example",
        "mx.district.example; none",
    ],
)
def test_who_is_not_vouched_for_does_not_count(results: str) -> None:
    message = mail()
    headers = tuple((n, results if n == "Authentication-Results" else v) for n, v in message.headers)
    wish = staff_mail.read(replace(message, headers=headers), STAFF)
    assert wish is not None and "vouches" in wish.refused


@pytest.mark.parametrize(
    "message",
    [
        mail(subject="Re: SOPPA work list"),
        mail(sender="jo@acme.example"),  # an outsider with a code: an ordinary mail
        mail(sender="buyer@sub.district.example"),
    ],
)
def test_every_other_mail_goes_its_usual_way(message: Message) -> None:
    assert staff_mail.read(message, STAFF) is None


def test_an_address_of_another_domain_is_never_permitted() -> None:
    staff = replace(STAFF, addresses=frozenset({"buyer@elsewhere.example"}))
    assert staff.permitted() == frozenset() and not staff.may_write
