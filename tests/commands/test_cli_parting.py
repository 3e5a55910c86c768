"""`split --files` and `attach` as they are typed, over the real core: two quotes in one mail, and what came apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from made_files import page_with, stream
from soppa_mailbot.cli import app
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.running import processing
from soppa_mailbot.store import messages
from soppa_mailbot.store.tables import MessageRow

CONFIG = Path(__file__).parents[1] / "data" / "conversations" / "district" / "config.toml"
Run = Callable[..., Result]


def quote(number: str, product: str) -> bytes:
    """A quote of one page."""
    lines = (
        "BrightPath Learning, Inc.",
        f"Quote {number}",
        "Prepared for: Maple Hollow CUSD 88",
        "Item                      Quantity     Unit price      Total",
        f"{product}, annual license      250     $8.00     $2,000.00",
        "Total: $2,000.00",
    )
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return page_with(stream(f"BT /F1 11 Tf 72 700 Td {shown} ET".encode()), font)


def mail(subject: str, body: str, sender: str, **files: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "procurement@maplehollow88.example", subject
    message["Date"], message["Message-ID"] = (
        "Tue, 08 Sep 2026 09:30:35 -0500",
        f"<{len(body)}@brightpathlearning.example>",
    )
    message.set_content(body)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    return message.as_bytes().replace(b"\n", b"\r\n")


BOTH = mail(
    "Quotes for Maple Hollow",
    "Attached are our two order forms. Both are for Oak Ridge Middle School.\n\nDana Reyes\n",
    "Dana Reyes <dana@brightpathlearning.example>",
    Quote_Math=quote("1182", "BrightPath Math"),
    Quote_Reading=quote("1183", "BrightPath Reading"),
)
LATER = mail("date", "January 15, 2027\n", "Dana Reyes <dana.reyes.home@gmail.com>")  # nobody knows what this is about


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    for name, value in (
        ("SOPPA_STORE__URL", f"sqlite:///{tmp_path}/soppa.db"),
        ("SOPPA_STORE__FILES", str(tmp_path / "files")),
        ("SOPPA_REPLIES__MODE", "hold"),
        ("USER", "kim"),
    ):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("SUDO_USER", raising=False)
    with assembled(CONFIG) as program:
        for uid, raw in enumerate((BOTH, LATER)):
            with program.bot.store.writing() as session:
                row = messages.add(
                    session,
                    MessageRow(
                        mailbox="me/INBOX", uidvalidity=1, uid=uid, raw=program.bot.store.files.keep(raw),
                        size=len(raw),
                        message_id=fingerprint.header_fields(raw)["message-id"], state="new",
                        fingerprint=fingerprint.fingerprint(raw),
                        received=datetime(2026, 9, 8, 14, 0, tzinfo=UTC), stored=program.bot.clock(),
                    ),
                )  # fmt: skip
            processing.process(program.bot, row.id, Tally())

    def call(*words: str) -> Result:
        return CliRunner().invoke(app, ["--config", str(CONFIG), *words])

    yield call


def told(result: Result) -> str:
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def listed(run: Run) -> dict[int, Any]:
    return {entry["id"]: entry for entry in json.loads(told(run("submissions", "--json")))}


def test_the_quotes_of_two_products_are_parted(run: Run) -> None:
    (before,) = listed(run).values()
    assert before["state"] == "review" and "more than one product" in before["reasons"][0], before
    assert "has no file 'Other.pdf'" in str(run("split", "1", "--files", "Other.pdf").exception)
    assert "name the mails" in str(run("split", "1").exception)
    said = told(run("split", "1", "--files", "Quote_Reading.pdf", "--why", "two purchases"))
    assert "submission 1 was split; submission 2 is new" in said
    old, new = listed(run).values()
    assert (old["vendor"]["product"], new["vendor"]["product"]) == ("BrightPath Math", "BrightPath Reading")
    assert [e["track"] for e in (old, new)] == ["existing_agreement"] * 2
    assert [e["items"]["order_form"]["source"] for e in (old, new)] == ["Quote_Math.pdf", "Quote_Reading.pdf"]
    assert [e["items"]["locations"]["value"] for e in (old, new)] == [["Oak Ridge Middle School"]] * 2
    assert [a["filename"] for a in new["attachments"]] == ["Quote_Reading.pdf"]
    assert [r["state"] for e in (old, new) for r in e["replies"]] == ["held", "held"]
    shown = told(run("show", "2"))
    assert "with some of its files" in shown and "Quote_Math" not in shown
    assert "kim split (files Quote_Reading.pdf, from 1, into 2, mails 1): two purchases" in shown
    assert told(run("rejudge", "--all", "--reread")).endswith("0 of 2 submissions would change\n")
    told(run("merge", "1", "2", "--why", "one purchase after all"))
    assert listed(run)[1]["state"] == "review"


def test_a_mail_that_stood_by_itself_is_attached(run: Run) -> None:
    told(run("split", "1", "--files", "Quote_Reading.pdf"))
    digest = told(run("digest", "--print"))
    assert "date [mail 2]" in digest
    said = told(run("attach", "2", "2", "--why", "they answered from home"))
    assert "deadline: missing -> received (2027-01-15)" in said and "Add --apply" in said
    assert listed(run)[2]["items"]["deadline"]["status"] == "missing"
    said = told(run("attach", "2", "2", "--why", "they answered from home", "--apply"))
    assert "a new answer waits" in said
    entry = listed(run)[2]
    assert entry["disposition"] == "on_file" and entry["items"]["deadline"]["value"] == "2027-01-15"
    assert "put here by a person; put here by kim: they answered from home" in told(run("show", "2"))
    assert told(run("rejudge", "2", "--reread")) == "0 of 1 submission would change\n"
    assert "say why" in str(run("attach", "2", "1", "--why", " ").exception)
