"""Whole mails as vendors write them: what they bring, who sells what, and which agreement covers it.

tests/data/finding/mails.txt holds them: "%% what it is | expectations", then the mail's head and body, and after "@@
name" the words of each file. Expectations name intent, disposition ("a/b": either), the order form's status, the
track, the agreement's row, the kinds of the files, the vendor and the product.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from soppa_mailbot.finding.findings import findings
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Agreement, District, Document, Findings, FormSpec, Item, Paragraph, Run, School, Verdict

MAILS = Path(__file__).parents[1] / "data" / "finding" / "mails.txt"
HEAD = (
    "\nTo: procurement@harlowcreek40.example\nMessage-ID: <1@mail.example>\nDate: Tue, 20 Oct 2026 12:00:00 -0500\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
)
LONG_AGO, GONE, LATER = date(2022, 1, 1), date(2026, 6, 30), date(2028, 1, 1)


def row(operator: str, product: str, domain: str, expires: date | None = LATER) -> Agreement:
    return Agreement(operator, product, (domain,), LONG_AGO, expires)


DISTRICT = District(
    name="Harlow Creek CUSD 40",
    aliases=("Harlow Creek Community Unit School District 40",),
    timezone="America/Chicago",
    domains=("harlowcreek40.example",),
    address="procurement@harlowcreek40.example",
    schools=(
        School("Harlow Creek High School", "school", ("HCHS",)),
        School("Mayfield Elementary School", "school", ("Mayfield",)),
        School("Cedar Middle School", "school", ("Cedar",)),
        School("Technology Department", "department", ("IT",)),
    ),
    register=(
        row("Ostrich Learning LLC", "Ostrich Spelling", "ostrichlearning.example"),
        row("Tern & Plover Media", "", "ternplover.example"),
        row("Blue Anvil Inc", "AnvilCAD", "blueanvil.example", GONE),
        row("Sable Science Co.", "Sable Chem", "sable.example"),
        row("Sable Science Co.", "Sable Bio", "sable.example", GONE),
        row("Northlight Health", "Compass", "northlight.example", None),
        row("Paperkite", "Paperkite", "paperkite.example", None),
        row("Ridge Meadow Software Inc.", "Hall Tracker", "ridgemeadow.example", None),
    ),
    forms=(FormSpec("rfi", "Vendor RFI"), FormSpec("soppa", "SOPPA Addendum")),
    blanks=(),
)


def cases() -> list[tuple[str, dict[str, str], str, list[str]]]:
    """(what it is, what is expected, the mail, its files) of every mail in the collection."""
    out = []
    for block in MAILS.read_text(encoding="utf-8").split("%% ")[1:]:
        head, _, rest = block.partition("\n")
        title, _, expected = head.partition("|")
        mail, *files = rest.split("\n@@ ")
        wanted = dict(re.findall(r"(\w+)=(.*?)(?=\s\w+=|$)", expected.strip()))
        out.append((title.strip(), {k: v.strip() for k, v in wanted.items()}, mail, files))
    return out


def examined(mail: str, files: list[str]) -> tuple[Findings, Verdict]:
    head, _, body = mail.partition("\n\n")
    documents = []
    for number, file in enumerate(files):
        name, _, text = file.partition("\n")
        documents.append(Document(str(number), name, flow=tuple(Paragraph((Run(x),)) for x in text.splitlines())))
    message = parse((head + HEAD + body).replace("\n", "\r\n").encode())
    received = datetime(2026, 10, 20, 18, tzinfo=UTC)
    found = findings(message, documents, (), DISTRICT, received=received, ignored="")
    return found, judge([found], DISTRICT)


def told(found: Findings, verdict: Verdict) -> dict[str, str]:
    order = verdict.item(Item.ORDER_FORM)
    match = verdict.agreement
    return {
        "intent": found.intent,
        "disp": str(verdict.disposition),
        "order": str(order.status) if order else "missing",
        "track": str(verdict.track),
        "agr": f"{match.agreement.product} {match.status}".strip() if match else "none",
        "vendor": verdict.vendor_name,
        "product": verdict.product,
        "kinds": ",".join(str(a.kind) for a in verdict.attachments),
    }


@pytest.mark.parametrize(("title", "wanted", "mail", "files"), cases(), ids=[c[0] for c in cases()])
def test_a_mail(title: str, wanted: dict[str, str], mail: str, files: list[str]) -> None:
    got = told(*examined(mail, files))
    assert wanted, title
    wrong = {key: got[key] for key, value in wanted.items() if got[key] not in value.split("/")}
    assert not wrong, wanted
