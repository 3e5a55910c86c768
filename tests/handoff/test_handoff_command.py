"""`handoff` as it is typed, over what the real core read of a real conversation."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner, Result

from soppa_mailbot.cli import app
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.resources import resource
from soppa_mailbot.running import processing
from soppa_mailbot.store import handoffs, messages
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import MessageRow, ReplyRow

DISTRICT = resource("examples") / "district" / "config.toml"
RAW = (resource("examples") / "mails" / "01-all-five.eml").read_bytes()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one complete submission, judged by the real core."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        _environment(patch, folder)
        with assembled(DISTRICT) as program:
            bot = program.bot
            header = fingerprint.header_fields(RAW)
            with bot.store.writing() as session:
                row = messages.add(
                    session,
                    MessageRow(
                        mailbox="me/INBOX", uidvalidity=1, uid=1, message_id=header.get("message-id", ""),
                        fingerprint=fingerprint.fingerprint(RAW), raw=bot.store.files.keep(RAW), size=len(RAW),
                        received=datetime(2026, 9, 14, 14, 5, tzinfo=UTC), stored=bot.clock(), state="new",
                        sender=header.get("from", ""), subject=header.get("subject", ""),
                    ),
                )  # fmt: skip
            processing.process(bot, row.id, Tally())
    return folder


def _environment(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("SOPPA_STORE__URL", f"sqlite:///{folder}/soppa.db")
    patch.setenv("SOPPA_STORE__FILES", str(folder / "files"))
    patch.setenv("SOPPA_HANDOFF__RECIPIENTS", '[{"name": "Counsel", "to": ["c@d.example"], "papers": ["soppa_form"]}]')
    patch.setenv("SOPPA_HANDOFF__BOARD_THRESHOLD", "2500")


@pytest.fixture
def run(made: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    _environment(monkeypatch, made)

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(app, ["-c", str(DISTRICT), "handoff", *map(str, arguments)])

    return invoke


def test_the_packet_by_hand(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    told = run(1, "--out", tmp_path / "all.zip")
    assert told.exit_code == 0 and "cover sheet and 3 files" in told.output, told.output
    archive = zipfile.ZipFile(tmp_path / "all.zip")
    papers = [name for name in archive.namelist() if name.startswith("papers/")]
    assert len(papers) == 3 and all(archive.read(name).startswith(b"%PDF") for name in papers)
    pdf = pypdfium2.PdfDocument(archive.read("cover sheet.pdf"))
    text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    for words in ("Fernway Math", "Yes The order comes to $2,730; from $2,500 on the Board acts.", "November 20, 2026"):
        assert words in text, words
    assert "RFI Fernway.pdf, page 1" in text and "the District's form, pages" not in text
    run(1, "--office", "counsel", "--out", tmp_path / "one.zip")
    assert [n for n in zipfile.ZipFile(tmp_path / "one.zip").namelist() if n.startswith("papers/")] == papers[2:]


def test_sent_once_at_a_persons_word(run, made: Path) -> None:  # type: ignore[no-untyped-def]
    told = run(1, "--send", "--by", "kim", "--why", "they asked")
    assert told.exit_code == 0 and "packets for Counsel go out" in told.output, told.output
    assert isinstance(run(1, "--send", "--by", "kim").exception, UsageError)
    store = open_store(f"sqlite:///{made}/soppa.db", made / "files")
    with store.reading() as session:
        assert [(h.recipient, h.who) for h in handoffs.of_submission(session, 1)] == [("Counsel", "kim")]
        assert [r.state for r in session.query(ReplyRow).filter(ReplyRow.template == "handoff")] == ["queued"]
    store.close()


@pytest.mark.parametrize("arguments", [(99,), (1, "--office", "X"), (1, "--send", "--out", "x.zip")])
def test_what_makes_no_sense_says_so(run, arguments: tuple[object, ...]) -> None:  # type: ignore[no-untyped-def]
    assert isinstance(run(*arguments).exception, UsageError)
