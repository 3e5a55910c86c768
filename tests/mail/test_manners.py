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


AUTOMATIC_WORDS = [
    "Dana Roe left Acme in August. E-mails sent to this address are no longer read. Kindly write to team@acme.example.",
    "Your inquiry has been assigned ticket number 9914. Please do not open a second ticket.",
    "I'm protecting myself from junk mail. Please click the link below to confirm that you are not a spammer.",
    "I am currently attending a trade show and my replies will be delayed. Best, Dana",
    (
        "Thank you for your email. I am currently out of the office with no access to email. I will return on "
        "Monday, October 5. If your matter is urgent, please contact our main line at 217-555-0100."
    ),
    (
        "Hi, thanks for your note. I'll be on maternity leave through March 2027. Please direct all inquiries to "
        "Pat Lee, plee@acme.example."
    ),
    (
        "Thanks for contacting Acme Support! We have received your request and a member of our team will respond "
        "within 24 hours. Your ticket number is #48213."
    ),
    (
        "## Please type your reply above this line ##\n\nYour ticket 5521 has been created. An agent will be in "
        "touch shortly."
    ),
    "Dana Roe is no longer with Acme. Please contact Pat Lee (plee@acme.example) for assistance.",
    "As of June 30 I no longer work at Acme. Please reach out to Pat Lee, plee@acme.example.",
    (
        "I apologize for this automatic reply to your email. To control spam, I now allow incoming messages only "
        "from senders I have approved beforehand. If you would like to be added to my list of approved senders, "
        "please fill out the short request form (see link below). Once I approve you, I will receive your "
        "original message in my inbox."
    ),
    (
        "Please confirm that you are a real person and not a robot by clicking this link: "
        "https://x.example/c/123. Your message will be delivered once you have done so."
    ),
    (
        "Your email to dana@acme.example is on hold. Reply to this message to have it released. You only need to "
        "do this once."
    ),
    (
        "Thank you for your message. We are closed for Thanksgiving and will reopen Monday, November 30. Orders "
        "placed during this time will be processed the following week."
    ),
    "This is an automatically generated message. The account you have written to is not monitored.",
    (
        "Thanks for your e-mail! Our business hours are Monday to Friday, 8 to 5 Central. You have written "
        "outside of our business hours; we will answer on the next business day."
    ),
    (
        "Guten Tag, ich bin bis zum 5. Oktober nicht im Büro. Ihre Nachricht wird nicht weitergeleitet. In "
        "dringenden Fällen wenden Sie sich an info@acme.example."
    ),
    (
        "Merci de votre message. Je suis absente jusqu'au 12 octobre. En cas d'urgence, contactez mon collègue "
        "Paul (paul@acme.example)."
    ),
    (
        "Gracias por su mensaje. Estaré fuera de la oficina hasta el 12 de octubre. Para asuntos urgentes "
        "escriba a ventas@acme.example."
    ),
    "Out of office until 10/12. For emergencies text 217-555-0199.",
    (
        "Hi, this is Dana's spam guard. I don't recognize your address. Please reply to this e-mail once so that "
        "your message can be delivered; you won't be asked again."
    ),
    (
        "In observance of Labor Day our office is closed on Monday, September 7. We'll be back on Tuesday, "
        "September 8 and will reply to your message then."
    ),
    (
        "I'm taking some time off to be with my newborn and won't be checking email until November. Please reach "
        "Pat at plee@acme.example for anything about quotes or agreements."
    ),
    (
        "We are experiencing higher than normal volume. Your inquiry has been received and will be answered in "
        "the order it came in. Average response time is three business days."
    ),
    "Thanks for the mail! I'm offline hiking with the kids through Sunday. I won't be checking mail. Talk soon!",
]
PERSONS_WORDS = [
    "Dana Roe left Acme in August, and I have her desk now. Please call me any time.",
    "Hello, I'm back in the office and have received your message. Is the approval still on track?",
    (
        "Thanks for your e-mail. I'm out of the office until Monday, but here is the deadline: October 30. The "
        "schools are Lincoln and Grant."
    ),
    (
        "Thank you for your message. We will use it at Lincoln High School. I'm traveling this week, so expect "
        "slow replies."
    ),
    (
        "I'm on vacation next week, so please let me know before then which forms are needed. If urgent, call me "
        "at 217-555-0100."
    ),
    "Our offices are closed December 24 through January 1. We need the District's approval before then.",
    "Thanks for getting back to me. We've received your request for the RFI form and will send it over by Friday.",
    (
        "Steve has left the company and I am your new contact. I'll be finishing the submission. Please contact "
        "me at 217-555-0100 with any questions."
    ),
    (
        "Dana Roe is no longer with Acme. I am taking over the submission for Planet Atlas; please send "
        "everything to me from now on."
    ),
    "FYI, Steve Ruckle is no longer with Peakline. Please contact Morgan Eddy from now on.",
    (
        "Thank you for your e-mail. The quote is for 120 licenses of Planet Atlas. I will be out of the office "
        "until October 5."
    ),
    "I'm away until Monday. Can you tell me whether the SOPPA form must be signed by our CEO?",
    (
        "Your message has been received. We'd like to withdraw our submission, please. Pat Lee, "
        "plee@acme.example, can help with any questions."
    ),
    "Hello, I'm reaching out to introduce Acme. I'll be at the IASBO conference in May. Please contact me for a demo.",
    (
        "We have received your email and our legal team has reviewed the addendum. We cannot sign it as written. "
        "Please call Pat at 217-555-0100."
    ),
    "Thanks for your e-mail! District-wide. I'm out until Tuesday.",
    (
        "This is an automated message from Acme Quotes. Your quote Q-1234 for Planet Atlas is ready: "
        "https://acme.example/q/1234. Please do not reply."
    ),
    (
        "Thank you for your inquiry. We are closed on Monday. The agreement with the Illinois consortium covers "
        "you, so no SOPPA form is needed."
    ),
    "Hi, thanks for the message! I'm traveling but wanted to say it's for Transportation. Will return Monday.",
    "Thank you for your e-mail. I will be away until Monday and will submit the papers then.",
    "I am out of the office until Thursday. The user count changed to 150.",
    "Thank you for your e-mail. By October 30, please. I'm away until Monday.",
    "Thank you for your message. Transportation and Food Service. I will be back on Monday, out of office until then.",
    "Thank you for your mail. I am out of the office today. Lincoln, Grant, Hoover.",
    "Thanks for the mail. Our lawyer is out of the office until Monday and will look at the addendum then.",
    "Thank you for your e-mail. Lincoln. I'm out of the office until Monday.",
    "Hi, Lincoln Grant. I'm out of the office until Monday, thanks for your message.",
    (
        "Thanks for the list. We received your message and will respond within two business days with the RFI "
        "form. In the meantime, the school is Lincoln."
    ),
    "Thank you for contacting me. If you need both schools, they are Lincoln and Grant. I'm away until Monday.",
    "Hello, we've received your e-mail and would appreciate another copy of the blanks. Please write to Pat Lee.",
    "Thank you for your e-mail. Please contact Pat Lee at the Lincoln Library, who will use it. I am out until Monday.",
    "Thank you for your e-mail. As I'm out until the 14th, could we move our call?",
    "I'm out of the office this week. Pat at plee@acme.example can tell you which schools will use it.",
]


@pytest.mark.parametrize("body", AUTOMATIC_WORDS)
def test_an_automatic_reply_is_known_by_its_words(body: str) -> None:
    assert ignored(mail("Subject: Re: your submission", body=body)) == "an automatic reply by its words"


@pytest.mark.parametrize("body", PERSONS_WORDS)
def test_who_is_away_and_says_something_else_is_a_person(body: str) -> None:
    assert ignored(mail("Subject: Re: your submission", body=body)) == ""


def test_automatic_words_beside_papers_are_a_persons() -> None:
    away = mail("Subject: our papers", papers=True, body=AUTOMATIC_WORDS[0])
    assert ignored(away) == "" and withheld(away) == ""


def test_who_has_left_is_the_one_who_writes() -> None:
    """A colleague tells it, too, and is there to be answered."""
    told = "Steve Ruckle is no longer with Acme. Please contact Pat Lee, plee@acme.example."
    assert ignored(mail("From: Steve Ruckle <sruckle@acme.example>", body=told))
    assert not ignored(mail(body=told))
