"""The papers and mails of made-up vendors, for the kill proof: small, of the sample district, the same at every run."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_string
from email.message import EmailMessage, Message
from email.policy import SMTP
from functools import cache
from pathlib import Path
from types import ModuleType

EXAMPLES = Path(__file__).parents[1] / "examples"
MARK = "X-Kill-Proof"  # which mail of which conversation, and which delivery of it
MAILBOX = "purchasing@prairiebend14.example"
PLACE, DATE = "School: Harrier Middle School\n", "Deadline for final approval: November 20, 2026\n"

_FIRST = (
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elm",
    "Fir",
    "Gingko",
    "Hazel",
    "Ironwood",
    "Juniper",
    "Katsura",
    "Larch",
    "Magnolia",
    "Nutmeg",
    "Oak",
)
_SECOND = ("Fractions", "Reader", "Chemistry", "Atlas", "Spelling", "Phonics", "Robotics", "Civics", "Piano", "Algebra")

Paper = tuple[str, str, bytes]  # name, type, bytes


@cache
def _maker() -> ModuleType:
    """What makes the sample district's own forms and mails."""
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)

    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Vendor:
    """One company with one or more products; `number` makes it another one."""

    number: int

    @property
    def name(self) -> str:
        return _FIRST[self.number % len(_FIRST)]

    @property
    def domain(self) -> str:
        return f"{self.name.lower()}-{self.number}.example"

    @property
    def company(self) -> str:
        return f"{self.name} Learning {self.number}, Inc."

    def product(self, other: int = 0) -> str:
        """Its product; with another argument another one."""
        return f"{self.name} {_SECOND[(self.number // len(_FIRST) + 5 * other) % len(_SECOND)]}"

    def order(self, other: int = 0) -> Paper:
        number = f"Q-{self.number}-{other}"
        product = self.product(other)
        if self.number % 2:
            data = _maker().order_sheet(self.company, number, product, 40 + self.number, 5.5)
            return f"{number}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", data
        data = _maker().quote(self.company, number, product, 40 + self.number, "students", 5.5, "December 31, 2026")
        return f"{number}.pdf", "application/pdf", data

    def rfi(self, other: int = 0, **changes: str) -> Paper:
        made = _maker()
        answers = made.rfi_answers(self.company, self.product(other), "Jo Doe, Sales", fax="none", **changes)
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return f"RFI {self.product(other)}.docx", kind, made.word_form(answers)

    def soppa(self, other: int = 0, *, signed: bool = True) -> Paper:
        made = _maker()
        blank, layout = _agreement()
        answers = made.soppa_answers(self.company, self.product(other), "Jo Doe, VP")
        if signed:
            data = made.sign(made.fill(blank, answers), layout, "sign", self.number)
        else:
            data = made.fill(blank, answers)
        return f"SOPPA {self.product(other)}{' signed' if signed else ''}.pdf", "application/pdf", data


@cache
def _agreement() -> tuple[bytes, object]:
    made = _maker()
    blank: bytes = (EXAMPLES / "district" / "forms" / "soppa-agreement.pdf").read_bytes()
    _, layout = made.blank(made.SOPPA_TITLE, made.SOPPA, made.SOPPA_TEXT, "PB-21 (7/2026)", fillable=True)
    return blank, layout


def new_mail(vendor: Vendor, subject: str, body: str, papers: Iterable[Paper] = (), *, who: str = "jo") -> EmailMessage:
    """A fresh mail. Its Message-ID is given when it is posted."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{who.capitalize()} Doe <{who}@{vendor.domain}>"
    message["To"], message["Subject"], message["Date"] = MAILBOX, subject, "Mon, 14 Sep 2026 09:05:00 -0500"
    message.set_content(f"Hello,\n\n{body}\nKind regards,\n{who.capitalize()} Doe\n{vendor.company}\n")
    for name, kind, data in papers:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def reply(vendor: Vendor, answer: Message, body: str, papers: Iterable[Paper] = (), *, who: str = "jo") -> EmailMessage:
    """A mail in the thread of the District's answer, which is quoted below."""
    message = new_mail(vendor, f"Re: {unfolded(answer, 'Subject')}", body, (), who=who)
    plain = next(p for p in answer.walk() if p.get_content_type() == "text/plain").get_payload(decode=True)
    assert isinstance(plain, bytes)
    quoted = "".join(f"> {line}\n" for line in plain.decode().splitlines())
    message.set_content(f"{message.get_content()}\nOn Mon, Sep 14, 2026, {MAILBOX} wrote:\n{quoted}")
    message["In-Reply-To"] = answer["Message-ID"]
    message["References"] = f"{unfolded(answer, 'References')} {answer['Message-ID']}".strip()
    for name, kind, data in papers:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def unfolded(message: Message, name: str) -> str:
    """A header field on one line."""
    return " ".join(str(message[name] or "").split())


def automatic(vendor: Vendor, answer: Message) -> EmailMessage:
    """An out-of-office to the District's answer."""
    message = new_mail(
        vendor, f"Automatic reply: {unfolded(answer, 'Subject')}", "I am out of the office until September 21.\n"
    )
    message["Auto-Submitted"], message["In-Reply-To"] = "auto-replied", answer["Message-ID"]
    return message


_REPORT = """\
From: Mail Delivery Subsystem <mailer-daemon@{domain}>
To: {mailbox}
Subject: Delivery Status Notification (Failure)
Date: Mon, 14 Sep 2026 09:10:00 -0500
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_report_="

--=_report_=
Content-Type: text/plain

Your message to {to} could not be delivered: no such mailbox.
--=_report_=
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.{domain}

Final-Recipient: rfc822; {to}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--=_report_=
Content-Type: text/rfc822-headers

To: {to}
Message-ID: {message_id}

--=_report_=--
"""


def bounce(vendor: Vendor, answer: Message) -> EmailMessage:
    """The report that the District's answer could not be delivered (RFC 3464)."""
    to = answer["To"].rpartition("<")[2].rstrip(">")
    text = _REPORT.format(domain=vendor.domain, mailbox=MAILBOX, to=to, message_id=answer["Message-ID"])
    return message_from_string(text, EmailMessage, policy=SMTP)
