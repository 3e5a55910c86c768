"""Mails over what is easily mistaken: addresses in quotes, offers in the mail, odd dates, groups, questions, answers.

tests/data/finding/weak_spots.txt holds them: "%% expectations", the mail's words, and below "@@ quote" what the head of
the attached quote says. `places` and `day` hold the values or the status; "answer": the mail answers one of ours.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from soppa_mailbot.finding.findings import findings
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    DeadlineFinding,
    District,
    Document,
    Findings,
    FormSpec,
    Kind,
    LocationsFinding,
    Paragraph,
    Run,
    School,
    Status,
)

TESTS = Path(__file__).parents[1]
SCHOOLS = TESTS / "districts" / "kestrel_ridge" / "district" / "schools.csv"
HEAD = (
    "From: Jo Vendor <jo@kelp.example>\nSubject: Kelp Lab\nTo: buying@krusd205.example\nMessage-ID: <1@kelp.example>\n"
    "Date: Tue, 20 Oct 2026 12:00:00 -0500\nContent-Type: text/plain; charset=utf-8\n\n"
)
QUOTE = (
    "Kelp Learning Inc.\n12 Bay Rd, Salem, OR 97301\n{head}\n\nQuote\nQuote no.\t77\n"
    "Item\tDescription\tQty\tPrice\tTotal\nKelp Lab\tseats\t40\t$9.00\t$360.00\nTotal\t$360.00"
)


def district() -> District:
    with SCHOOLS.open(encoding="utf-8") as file:
        schools = tuple(
            School(row["name"], row["kind"], tuple(a for a in row["aliases"].split(";") if a))
            for row in csv.DictReader(file)
        )
    return District(
        name="Kestrel Ridge Unit School District 205",
        aliases=("KRUSD 205", "Kestrel Ridge USD 205", "Kestrel Ridge Schools"),
        timezone="America/Chicago",
        domains=("krusd205.example",),
        address="buying@krusd205.example",
        schools=schools,
        register=(),
        forms=(FormSpec("rfi", "Vendor RFI"), FormSpec("soppa", "SOPPA Addendum")),
        blanks=(),
    )


DISTRICT = district()
CASES = (TESTS / "data" / "finding" / "weak_spots.txt").read_text(encoding="utf-8").split("%% ")[1:]


def read(body: str, head: str | None, *, answering: bool) -> Findings:
    lines = QUOTE.format(head=head).splitlines() if head is not None else []
    quote = Document("q", "quote.docx", flow=tuple(Paragraph((Run(line),)) for line in lines))
    message = parse((HEAD + body).replace("\n", "\r\n").encode())
    files = [quote] if head is not None else []
    received = datetime(2026, 10, 20, 18, tzinfo=UTC)
    return findings(message, files, (), DISTRICT, received=received, ignored="", answering=answering)


def first(found: tuple[tuple[str, LocationsFinding | DeadlineFinding], ...]) -> str:
    """The value that the first source with any gives, or its status."""
    if not found:
        return "missing"
    one = found[0][1]
    if one.status != Status.RECEIVED:
        return str(one.status)
    return "; ".join(sorted(one.value)) if isinstance(one, LocationsFinding) else str(one.value)


@pytest.mark.parametrize("case", CASES, ids=[" ".join(c.split("\n")[1:3])[:60] for c in CASES])
def test_a_mail(case: str) -> None:
    wanted, _, rest = case.partition("\n")
    body, attached, head = rest.partition("@@ quote\n")
    found = read(body, head.rstrip("\n") if attached else None, answering=wanted.startswith("answer"))
    told = {
        "intent": found.intent,
        "order": "yes" if any(p.kind == Kind.ORDER_FORM for p in found.papers) else "no",
        "places": first(found.locations),
        "day": first(found.deadlines),
    }
    expected = dict(re.findall(r"(\w+)=(.*?)(?=\s\w+=|$)", wanted))
    if "places" in expected:
        expected["places"] = "; ".join(sorted(expected["places"].split("; ")))
    assert expected and {key: told[key] for key in expected} == expected
