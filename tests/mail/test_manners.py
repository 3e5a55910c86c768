"""Who is answered and who is not, rule by rule."""

from __future__ import annotations

import pytest

from soppa_mailbot.mail.authentication import results
from soppa_mailbot.mail.manners import (
    Caps,
    History,
    ignored_because,
    is_authenticated,
    is_forged,
    reply_address,
    withheld_because,
)
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Address, Message

OURS = "procurement@district.example"
TRUSTED = frozenset({"mx.district.example"})
CAPS = Caps(per_address=5, per_domain=20, per_submission=3)
PDF = "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=quote.pdf\r\n\r\nx\r\n"


def mail(*headers: str, papers: bool = False, body: str = "Quote attached.") -> Message:
    given = {h.partition(":")[0].casefold() for h in headers}
    usual = ["From: Dana Roe <dana@acme.example>", f"To: {OURS}", "Subject: Quote", "Message-ID: <1@acme.example>"]
    lines = [*headers, *(u for u in usual if u.partition(":")[0].casefold() not in given)]
    if papers:
        lines.append("Content-Type: multipart/mixed; boundary=b")
        body = f"--b\r\n\r\n{body}\r\n{PDF}--b--"
    return parse(("\r\n".join(lines) + "\r\n\r\n" + body).encode())


def ignored(message: Message) -> str:
    return ignored_because(
        message, own_addresses=frozenset({OURS}), own_message_id_domain="soppa-mailbot.district.example"
    )


def withheld(message: Message, history: History | None = None) -> str:
    return withheld_because(
        message, history or History(), CAPS, trusted_authserv=TRUSTED, own_addresses=frozenset({OURS})
    )


AUTOMATIC = [
    (f"From: {OURS}",),
    ("From: Procurement@District.Example",),
    ("Message-ID: <7@soppa-mailbot.district.example>",),
    ("From: MAILER-DAEMON@mx.acme.example",),
    ("From: Postmaster <postmaster@acme.example>",),
    ("From: bounces+17=x@acme.example",),
    ("Return-Path: <>",),
    ("Return-Path: < >",),
    ("Return-Path: <MAILER-DAEMON>",),
    ("Auto-Submitted: auto-replied",),
    ("Auto-Submitted: Auto-Notified; owner-email=x@y.example",),
    ("Auto-Submitted: auto-generated (failure)",),
    ("X-Autoreply: yes",),
    ("X-Autorespond: Quote",),
    ("Precedence: auto_reply",),
    ("X-Precedence: bulk",),
    ("Precedence: junk",),
    ("X-Failed-Recipients: x@y.example",),
    ("X-Auto-Response-Suppress: DR, OOF, AutoReply",),
    ("List-Id: News <news.acme.example>",),
    ("List-Unsubscribe: <mailto:u@acme.example>",),
    ("X-Loop: dana@acme.example",),
    ("From: no-reply@acme.example",),
    ("From: Acme <donotreply@acme.example>",),
    ("Subject: Automatic reply: Quote",),
    ("Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_Quote?=",),
    ("Subject: Out of Office: Quote",),
    ("Subject: Undeliverable: Quote",),
    ("Subject: [Request received] Re: Quote",),
    ("Subject: Read: Quote",),
    ("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "Subject: x"),
]


@pytest.mark.parametrize("headers", AUTOMATIC, ids=lambda h: h[0])
def test_automatic_mail_is_ignored(headers: tuple[str, ...]) -> None:
    body = "--b\r\n\r\nx\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--b--"
    assert ignored(mail(*headers, body=body))


@pytest.mark.parametrize(
    "headers",
    [
        (),
        ("Auto-Submitted: no",),
        ("X-Autoreply: no",),
        ("Subject: Re: Automatic reply: Quote",),
        ("Subject: Delivery schedule and quote",),
        ("Subject: Out of the box reading program: quote",),
        ("Subject: Reading: order form",),
        ("Return-Path: <bounces+4711-ab=district.example@em.acme.example>",),
        ("From: Bouncer Castle Rentals <norah.reply@acme.example>",),
        ("Feedback-ID: 1:2:3:mailer",),
        ("X-Auto-Response-Suppress: DR, RN",),
        (f"List-Id: Procurement <{OURS.replace('@', '.')}>", "Precedence: list", f"List-Post: <mailto:{OURS}>"),
    ],
    ids=lambda h: h[0] if h else "plain",
)
def test_a_persons_mail_is_answered(headers: tuple[str, ...]) -> None:
    message = mail(*headers)
    assert (ignored(message), withheld(message)) == ("", "")


@pytest.mark.parametrize(
    "header",
    [
        "List-Unsubscribe: <mailto:u@acme.example>",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        "From: Sign Service <no-reply@sign.example>",
        "Precedence: bulk",
    ],
)
def test_papers_from_a_system_are_judged_but_not_answered(header: str) -> None:
    message = mail(header, papers=True)
    assert ignored(message) == ""
    assert withheld(message)


def test_papers_from_a_vendors_own_group_are_judged_but_not_answered() -> None:
    group = ("From: 'Dana' via Sales <sales@acme.example>", "List-Id: <sales.acme.example>", "Precedence: list")
    message = mail(*group, papers=True)
    assert ignored(message) == ""
    assert withheld(message) == "sent through a group of the sender's own"
    assert ignored(mail(*group)) == "a mailing list"
    news = ("From: Acme Expo <news@acme.example>", "List-Id: <news.acme.example>", "Precedence: bulk")
    assert ignored(mail(*news, papers=True)) == "a mailing list"
    assert ignored(mail(group[0], "List-Id: <parents.acme.example>", papers=True)) == "a mailing list"


@pytest.mark.parametrize("address", ["dse@docusign.net", "dse_NA3@docusign.net", "dse_NA2@eumail.docusign.net"])
def test_a_service_for_signatures_takes_no_answer(address: str) -> None:
    assert withheld(mail(f"From: Dana via Docusign <{address}>", papers=True))


def test_a_newsletter_is_ignored_whatever_it_brings() -> None:
    assert (
        ignored(mail("Precedence: bulk", "List-Unsubscribe: <mailto:u@acme.example>", papers=True)) == "a bulk mailing"
    )
    assert ignored(mail("List-Id: <news.acme.example>", papers=True)) == "a mailing list"


def test_what_a_sales_program_adds_does_not_silence_a_persons_papers() -> None:
    body = "Our papers are attached.\r\n\r\nUnsubscribe from these mails"
    headers = ("Feedback-ID: 1:2:3:mailer", "Content-Type: text/plain")
    assert ignored(mail(*headers, body=body)) == "a bulk mailing"
    papers = (
        f'--b\r\n\r\n{body}\r\n--b\r\nContent-Type: application/pdf; name="q.pdf"\r\n'
        'Content-Disposition: attachment; filename="q.pdf"\r\n\r\nx\r\n--b--'
    )
    mixed = ("Feedback-ID: 1:2:3:mailer", 'Content-Type: multipart/mixed; boundary="b"')
    assert ignored(mail(*mixed, body=papers)) == ""


def test_a_subject_alone_does_not_silence_papers() -> None:
    message = mail("Subject: Read: our order form", papers=True)
    assert (ignored(message), withheld(message)) == ("", "")


def authenticated(said: str, sender: str = "dana@acme.example") -> Message:
    return mail(f"Authentication-Results: {said}", f"From: <{sender}>")


@pytest.mark.parametrize(
    ("said", "forged", "good"),
    [
        ("mx.district.example; dmarc=pass header.from=acme.example", False, True),
        ("MX.district.example 1; dmarc=fail (p=none dis=none) header.from=acme.example", True, False),
        ("mx.district.example; spf=fail smtp.mailfrom=x@evil.example;\r\n dmarc=fail action=none", True, False),
        ("mx.evil.example; dmarc=pass header.from=acme.example", False, False),
        ("mx.evil.example; dmarc=fail header.from=acme.example", False, False),
        ("mx.district.example; dkim=pass header.d=acme.example; dmarc=none", False, True),
        ("mx.district.example; dkim=pass header.d=evil.example; dmarc=none", False, False),
        ("mx.district.example; spf=pass smtp.mailfrom=bounce@mail.acme.example", False, True),
        ("mx.district.example; spf=pass (dmarc=pass) smtp.mailfrom=x@evil.example", False, False),
        ("mx.district.example; none", False, False),
        ("dmarc=fail action=none header.from=acme.example", False, False),
    ],
)
def test_authentication(said: str, forged: bool, good: bool) -> None:
    message = authenticated(said)
    assert (is_forged(message, TRUSTED), is_authenticated(message, TRUSTED)) == (forged, good)
    assert (withheld(message) == "the sender is forged (DMARC fail)") is forged


def test_only_the_topmost_trusted_result_counts() -> None:
    message = mail(
        "Authentication-Results: mx.other.example; dmarc=fail",
        "Authentication-Results: mx.district.example; dmarc=fail",
        "Authentication-Results: mx.district.example; dmarc=pass",
    )
    assert [r.value for r in results(message, TRUSTED)] == ["fail"]


def test_a_server_that_does_not_name_itself() -> None:
    message = authenticated("spf=fail smtp.mailfrom=x.example; dmarc=fail action=none header.from=acme.example")
    assert is_forged(message, frozenset({""}))


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        ((), "dana@acme.example"),
        (("Reply-To: Jo <jo@acme.example>",), "jo@acme.example"),
        (("Reply-To: procurement@district.example",), "dana@acme.example"),
        (("Reply-To: x@mail.district.example, jo@acme.example",), "jo@acme.example"),
        (("Reply-To: no-reply@acme.example",), "dana@acme.example"),
        (("Reply-To: nonsense",), "dana@acme.example"),
        (("From: dana@localhost",), None),
        (("From: Dana",), None),
        (("From: noreply@acme.example",), None),
    ],
)
def test_reply_address(headers: tuple[str, ...], answer: str | None) -> None:
    found = reply_address(mail(*headers), frozenset({"district.example"}))
    assert (found.email if isinstance(found, Address) else None) == answer


@pytest.mark.parametrize(
    ("history", "held"),
    [
        (History(4, 19, 2), False),
        (History(to_address=5), True),
        (History(to_domain=20), True),
        (History(to_submission=3), True),
    ],
)
def test_caps(history: History, held: bool) -> None:
    assert bool(withheld(mail(), history)) is held
