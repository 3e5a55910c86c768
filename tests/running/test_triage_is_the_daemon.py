"""What `triage` says is answered is what the running bot answers: the same mails through both, the real core."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conftest import vendor_mail
from made_files import typed_pdf
from soppa_mailbot.cli import app
from soppa_mailbot.commands.run import Assembled, assembled
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.running import processing
from soppa_mailbot.store import messages, submissions, views
from soppa_mailbot.store.tables import MessageRow

DISTRICT = Path(__file__).parents[1] / "data" / "conversations" / "district"
BODY = """Dear Procurement, attached is our order form for Zephyr Phonics.

It is for Lincoln Elementary School. We need your approval by January 15, 2027.
"""
MAILS: dict[str, tuple[dict[str, str], bool]] = {  # headers -> whether it is answered
    "plain": ({}, True),
    "no-reply": ({"sender": "no-reply@zephyr.example"}, False),
    "no-reply with a person to answer": (
        {"sender": "noreply@zephyr.example", "Reply_To": "Zoe <zoe@zephyr.example>"},
        False,
    ),
    "program": ({"Auto_Submitted": "auto-generated"}, False),
    "asks for silence": ({"X_Auto_Response_Suppress": "All"}, False),
    "sales system": ({"List_Unsubscribe": "<https://zephyr.example/u>"}, False),
    "out of office": ({"Auto_Submitted": "auto-replied"}, False),
    "address that cannot be": ({"sender": "Zoe <zoe@localhost>"}, False),
    "forged": ({"Authentication_Results": "mx.maplehollow88.example; dmarc=fail header.from=zephyr.example"}, True),
}


def quote(name: str) -> bytes:
    headers, _ = MAILS[name]
    headers = {"sender": "Zoe <zoe@zephyr.example>", **headers}
    plain = vendor_mail(
        BODY, subject="Order form for Zephyr Phonics", Message_ID=f"<{len(name)}@zephyr.example>", **headers
    )
    message = message_from_bytes(plain, policy=default)
    assert isinstance(message, EmailMessage)
    paper = typed_pdf("Zephyr Learning. Quote 7. Zephyr Phonics, 30 licenses at $5.00, total $150.00")
    message.add_attachment(paper, maintype="application", subtype="pdf", filename="Quote-7.pdf")
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A district that trusts a server's word on who wrote."""
    folder = tmp_path_factory.mktemp("triage")
    shutil.copytree(DISTRICT, folder / "district")
    config = folder / "district" / "config.toml"
    config.write_text(
        config.read_text().replace("[replies]", '[replies]\ntrusted_authserv = ["mx.maplehollow88.example"]', 1)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOPPA_STORE__URL", f"sqlite:///{folder}/soppa.db")
        patch.setenv("SOPPA_STORE__FILES", str(folder / "files"))
        yield config


@pytest.fixture(scope="module")
def program(district: Path) -> Iterator[Assembled]:
    with assembled(district) as found:
        yield found


def by_the_bot(program: Assembled, raw: bytes, uid: int) -> list[views.ReplyView]:
    bot = program.bot
    with bot.store.writing() as session:
        row = messages.add(
            session,
            MessageRow(
                mailbox="me/INBOX", uidvalidity=1, uid=uid, raw=bot.store.files.keep(raw), size=len(raw), state="new",
                message_id=fingerprint.header_fields(raw)["message-id"], fingerprint=fingerprint.fingerprint(raw),
                received=bot.clock(), stored=bot.clock(),
            ),
        )  # fmt: skip
    tally = Tally()
    processing.process(bot, row.id, tally)
    assert tally.processed == 1
    with bot.store.writing() as session:
        number = submissions.find_of(session, row.id)
        if number is None:
            return []
        found = list(views.submissions(session, ids=(number,))[0].replies)
        submissions.get(session, number).state = "closed"  # the next mail begins its own
    return found


@pytest.mark.parametrize("name", MAILS)
def test_an_answer_is_shown_where_one_is_made(program: Assembled, district: Path, tmp_path: Path, name: str) -> None:
    raw = quote(name)
    (tmp_path / "mail.eml").write_bytes(raw)
    done = CliRunner().invoke(app, ["--config", str(district), "triage", "--json", str(tmp_path / "mail.eml")])
    assert done.exit_code == 0, done.exception
    told: dict[str, Any] = json.loads(done.output)
    made = by_the_bot(program, raw, list(MAILS).index(name))
    assert bool(made) == (told["reply"] is not None) == MAILS[name][1], told["unanswered"]
    assert bool(told["unanswered"]) is (told["reply"] is None)
    if made:
        assert (made[0].template, made[0].to) == (told["reply"]["template"], told["reply"]["to"])
        assert (made[0].state == "held") is (name == "forged"), "what is only held is shown"
