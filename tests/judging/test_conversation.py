"""Which submission a mail joins, what a delivery report says, and whether a mail is the same again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import vendor_mail
from soppa_mailbot.handling.fingerprint import fingerprint, header_fields
from soppa_mailbot.judging.conversation import (
    Candidate,
    Join,
    by_product,
    by_thread,
    by_token,
    contributes,
    only_names,
    organisation,
    state_for,
    thread_ids,
    tokens,
)
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    Address,
    DeadlineFinding,
    Disposition,
    Findings,
    LocationsFinding,
    Message,
    ProductFinding,
    Status,
)
from soppa_mailbot.post.bounces import read_bounce

FOUND = Findings(
    message_id="<1@x>",
    sent=datetime(2026, 9, 8, tzinfo=UTC),
    sender=Address("Jo", "jo@acme.example"),
    vendor_name="Acme",
    subject="",
    intent="submission",
    no_reply="",
    ignored=False,
    from_district=False,
)


def a_mail(**headers: str) -> Message:
    return parse(vendor_mail("hello", **headers))


def named(*names: str) -> Findings:
    return replace(FOUND, product=ProductFinding(names))


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("jo@acme.example", "acme.example"),
        ("Jo@EU.Mail.Acme.Example", "acme.example"),
        ("jo@acme.co.uk", "acme.co.uk"),
        ("jo@mail.acme.com.au", "acme.com.au"),
        ("jo@sd88.k12.il.us", "sd88.k12.il.us"),
        ("jo@gmail.com", ""),
        ("jo@GoogleMail.com", ""),
        ("", ""),
        ("nonsense", "nonsense"),
    ],
)
def test_the_organisation_behind_an_address(email: str, expected: str) -> None:
    assert organisation(email) == expected


def test_the_nearest_message_of_the_thread_decides() -> None:
    mail = a_mail(In_Reply_To="<b@x>", References="<a@x> <c@x>", Message_ID="<own@x>")
    assert thread_ids(mail) == ("<b@x>", "<c@x>", "<a@x>", "<own@x>")
    assert by_thread(mail, {"<a@x>": 1, "<c@x>": 2}) == Join(2, "thread")
    assert by_thread(mail, {"<own@x>": 3}) == Join(3, "thread")
    assert by_thread(mail, {"<other@x>": 3}).submission is None


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: AcmeMath [SOPPA-7KQ2MX]", ("7KQ2MX",)),
        ("AW: acmemath [soppa-7kq2mx] [SOPPA-7KQ2MX]", ("7KQ2MX",)),
        ("[ SOPPA-7KQ2MX ]", ("7KQ2MX",)),
        ("SOPPA-7KQ2MX", ()),
        ("[SOPPA-FORM]", ()),
        ("SOPPA addendum [signed]", ()),
    ],
)
def test_tokens_of_a_subject(subject: str, expected: tuple[str, ...]) -> None:
    assert tokens(subject) == expected


def test_a_token_lets_in_only_who_belongs_there() -> None:
    theirs = Candidate(1, "waiting_vendor", "X", frozenset({"jo@mail.acme.example", "al@gmail.com"}))
    own = ("district.example",)

    def joins(sender: str) -> int | None:
        return by_token(a_mail(sender=sender), [theirs], own_domains=own).submission

    assert joins("lo@acme.example") == 1 and joins("Al@Gmail.com") == 1 and joins("buyer@district.example") == 1
    assert joins("x@stranger.example") is None and joins("x@gmail.com") is None


MATH = Candidate(1, "waiting_vendor", "Acme Math")
READING = Candidate(2, "waiting_vendor", "Acme Reading")


def test_the_product_tells_two_submissions_of_one_operator_apart() -> None:
    assert by_product(named("Acme Reading"), [MATH, READING]) == Join(2, "product")
    assert by_product(named("Acme Science"), [MATH, READING]) == Join()
    assert by_product(named("Math"), [MATH, READING]) == Join(1, "product")


def test_an_unnamed_product_joins_the_only_one_that_waits() -> None:
    done = replace(READING, state="waiting_district")
    assert by_product(FOUND, [MATH]) == Join(1, "product")
    assert by_product(FOUND, [MATH, done]) == Join(1, "product")
    assert by_product(FOUND, []) == Join()
    unnamed = Candidate(3, "waiting_vendor", "")
    assert by_product(named("Acme Math"), [unnamed]) == Join(3, "product")


def test_an_unnamed_product_may_mean_the_one_that_waits_for_a_person_as_well() -> None:
    looked_at = replace(READING, state="review")
    assert (
        by_product(FOUND, [MATH, looked_at]).doubt == "this may belong to submission 1 or 2: the product is not clear"
    )
    assert by_product(named("Acme Math"), [MATH, looked_at]) == Join(1, "product")
    assert by_product(FOUND, [looked_at]) == Join(2, "product")


def test_a_mail_that_only_names_a_day_or_a_school_by_the_way() -> None:
    day = DeadlineFinding(Status.RECEIVED, date(2026, 12, 15), "12/15", bearing="bare")
    place = LocationsFinding(Status.RECEIVED, ("Lincoln",), bearing="passing")
    said = replace(FOUND, deadlines=(("body", day),))
    assert only_names(said) and only_names(replace(said, locations=(("body", place),)))
    assert not only_names(FOUND) and not only_names(replace(said, intent="withdrawal"))
    assert not only_names(replace(said, locations=(("body", replace(place, bearing="adds")),)))
    assert not only_names(replace(said, deadlines=(("body", replace(day, bearing="")),)))
    assert not only_names(replace(said, cloud_links=("https://drive.example/x",)))


def test_two_that_fit_alike_are_for_a_person() -> None:
    join = by_product(FOUND, [MATH, READING])
    assert join.submission is None and join.doubt == "this may belong to submission 1 or 2: the product is not clear"


def test_staff_and_papers_of_two_products_join_nothing_by_product() -> None:
    assert by_product(replace(named("Acme Math"), from_district=True), [MATH]) == Join()
    assert by_product(named("Acme Math", "Acme Reading"), [MATH, READING]) == Join()


def test_what_changes_nothing_does_not_count() -> None:
    for intent in ("thanks", "automatic", "inquiry"):
        assert not contributes(replace(FOUND, intent=intent))
    assert not contributes(replace(FOUND, ignored=True))
    assert contributes(FOUND) and contributes(replace(FOUND, intent="withdrawal"))


def test_what_a_person_closed_comes_back_to_a_person() -> None:
    assert state_for(Disposition.COMPLETE, "closed") == "review"
    assert state_for(Disposition.INCOMPLETE, "withdrawn") == "review"
    assert state_for(Disposition.INCOMPLETE, "stale") == "waiting_vendor"
    assert state_for(Disposition.ON_FILE, "waiting_vendor") == "waiting_district"


def _report(action: str, *, extra: str = "") -> Message:
    return parse(
        f"""From: Mail Delivery <mailer-daemon@mx.acme.example>
To: procurement@district.example
Subject: Delivery Status
Message-ID: <report@mx.acme.example>
{extra}MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=B

--B
Content-Type: text/plain

Sorry.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.acme.example

Original-Recipient: rfc822;Jo@Acme.example
Final-Recipient: RFC822; jo.doe@acme.example
Action: {action}
Status: 5.2.2

--B
Content-Type: message/rfc822

From: procurement@district.example
Message-ID: <ours@soppa-mailbot.district.example>
Subject: Re: x

Hello
--B--
""".encode()
    )


def test_a_delivery_report_tells_which_mail_and_whom() -> None:
    bounce = read_bounce(_report("failed"))
    assert bounce is not None and "<ours@soppa-mailbot.district.example>" in bounce.message_ids
    assert set(bounce.recipients) == {"jo@acme.example", "jo.doe@acme.example"}


def test_a_delay_is_no_failure() -> None:
    assert read_bounce(_report("delayed")) is None
    assert read_bounce(_report("delivered")) is None


def test_an_old_servers_report_is_read_by_its_words() -> None:
    raw = (
        b"From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nSubject: failure notice\n"
        b"X-Failed-Recipients: jo@acme.example\n\n"
        b"Hi. This is the qmail-send program.\n\n--- Below this line is a copy of the message.\n\n"
        b"Message-ID: <ours@soppa-mailbot.district.example>\n"
    )
    bounce = read_bounce(parse(raw))
    assert bounce is not None and bounce.recipients == ("jo@acme.example",)
    assert "<ours@soppa-mailbot.district.example>" in bounce.message_ids


def test_a_persons_mail_is_no_report() -> None:
    assert read_bounce(a_mail(In_Reply_To="<ours@x.example>")) is None


def test_the_same_mail_by_another_way_is_the_same() -> None:
    raw = vendor_mail("has: order_form", Message_ID="<same@x>")
    again = b"Return-Path: <jo@acme.example>\r\nReceived: from a\r\n\tby b; today\r\nX-Spam-Score: 0\r\n" + raw
    assert fingerprint(raw) == fingerprint(again) == fingerprint(raw.replace(b"\r\n", b"\n"))


@pytest.mark.parametrize("change", [(b"order_form", b"rfi_form"), (b"<same@x>", b"<other@x>"), (b"AcmeMath", b"Acme")])
def test_another_mail_is_another(change: tuple[bytes, bytes]) -> None:
    raw = vendor_mail("has: order_form", Message_ID="<same@x>")
    assert fingerprint(raw) != fingerprint(raw.replace(*change))


@given(st.binary(max_size=400))
def test_any_bytes_have_a_fingerprint_and_fields(raw: bytes) -> None:
    assert len(fingerprint(raw)) == 64
    assert all("\n" not in value for value in header_fields(raw).values())
