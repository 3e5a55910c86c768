"""A season of ordinary mails to one district: schools and days as most operators write them, read without papers.

The mails were written and labelled by somebody who had not seen the program; at first contact 116 of 120
were right.
"""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from soppa_mailbot.finding.findings import findings
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import District, Document, Item, Paragraph, Run, School, Status

HERE = Path(__file__).parent / "season"
MAILS = [json.loads(line) for line in (HERE / "mails.jsonl").read_text(encoding="utf-8").splitlines()]
QUOTE = (
    "Quote",
    "Quote no.\t77",
    "Description\tQty\tPrice\tTotal",
    "Annual subscription\t40\t$9.00\t$360.00",
    "Total\t$360.00",
)
OPEN = {Status.UNCLEAR.value, Status.MISSING.value}


def _schools() -> tuple[School, ...]:
    with (HERE / "schools.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(School(r["name"], r["kind"], tuple(a for a in r["aliases"].split(";") if a)) for r in rows)


DISTRICT = District(
    name="Kettle Fork CUSD 306",
    aliases=("Kettle Fork Community Unit School District 306", "KFCUSD 306"),
    timezone="America/Chicago",
    domains=("kettlefork306.example",),
    address="procurement@kettlefork306.example",
    schools=_schools(),
    register=(),
    forms=(),
    blanks=(),
)


def _raw(mail: dict[str, Any]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail["from"], DISTRICT.address, mail["subject"]
    message["Message-ID"] = f"<{mail['id']}@season.example>"
    message["Date"] = format_datetime(datetime.fromisoformat(mail["date"]))
    message.set_content(mail["body"])
    return message.as_bytes()


@pytest.mark.parametrize("mail", MAILS, ids=lambda m: m["id"])
def test_schools_and_day(mail: dict[str, Any]) -> None:
    quote = Document("quote.docx", "quote.docx", flow=tuple(Paragraph((Run(line),)) for line in QUOTE))
    received = datetime(2026, 12, 1, tzinfo=UTC)
    found = findings(parse(_raw(mail)), (quote,), (), DISTRICT, received=received, ignored="")
    verdict = judge([found], DISTRICT)
    for key, wanted in ((Item.LOCATIONS, mail["locations"]), (Item.DEADLINE, [mail["deadline"]])):
        status, got = mail[f"{key.value}_status"], verdict.item(key)
        assert got is not None
        if status == "doubtful":
            assert got.status.value in OPEN, key
            continue
        assert got.status.value == status, (key, got.detail)
        if status == "received":
            assert sorted(got.value) == sorted(wanted)
