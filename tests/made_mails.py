"""A small district, and mails and papers to it, for tests of what comes after reading."""

from __future__ import annotations

from datetime import UTC, date, datetime

from soppa_mailbot.model import Agreement, District, Document, Paragraph, Run, School

DISTRICT = District(
    name="Birch Lake SD 12",
    aliases=("Birch Lake School District 12",),
    timezone="America/Chicago",
    domains=("birchlake12.example",),
    address="procurement@birchlake12.example",
    schools=(
        School("Lincoln Elementary School", "school", ("Lincoln",)),
        School("Cedar Middle School", "school", ("Cedar",)),
    ),
    register=(Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), date(2025, 1, 1), None),),
    forms=(),
    blanks=(),
)
RECEIVED = datetime(2026, 11, 12, 18, 0, tzinfo=UTC)
QUOTE = (
    "Quote\nQuote no.\t77\nItem\tDescription\tQty\tPrice\tTotal\nPlanet Math\tseats\t40\t$9.00\t$360.00\nTotal\t$360.00"
)


def mail(body: str, *, sender: str = "Jo Li <jo@planet.example>", subject: str = "Papers", more: str = "") -> bytes:
    head = (
        f"From: {sender}\nTo: procurement@birchlake12.example\nSubject: {subject}\n"
        f"Message-ID: <1@planet.example>\nDate: Thu, 12 Nov 2026 12:00:00 -0600\n{more}"
        "Content-Type: text/plain; charset=utf-8\n\n"
    )
    return (head + body).replace("\n", "\r\n").encode()


def paper(text: str, name: str = "quote.docx") -> Document:
    return Document(name, name, flow=tuple(Paragraph((Run(line),)) for line in text.splitlines()))
