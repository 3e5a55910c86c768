"""A place that no operator fills: told where saved mail is tried, and to staff once a week."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from sqlalchemy import select

from conftest import Clock
from mail_servers import Dovecot, Sink
from soppa_mailbot import codec, pipeline
from soppa_mailbot.bot import Bot
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.commands.triage import triage
from soppa_mailbot.config_sections import RepliesSection
from soppa_mailbot.core import sent_at
from soppa_mailbot.model import Blank, Findings
from soppa_mailbot.never_filled import NeverFilled, never_filled, sentences, whose
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.tables import MessageRow, ReplyRow
from soppa_mailbot.worklist import digest_of

CONFIG = Path(__file__).parents[1] / "examples" / "district" / "config.toml"
FORM = CONFIG.parent / "forms" / "vendor-rfi.docx"
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
COMPANIES = ("finchley", "tamarind", "wolcott", "oxbow")
TELEPHONE = "“Telephone” of vendor-rfi.docx is empty in the copies of all {} operators who sent it"


def form(company: str, empty: Sequence[str]) -> bytes:
    document = docx.Document(str(FORM))
    for table in document.tables:
        for row in table.rows:
            label, answer = row.cells[0], row.cells[1]
            if label.text in empty:
                continue
            if "☐" in answer.text:
                answer.text = answer.text.replace("☐", "☒", 1)
            else:
                answer.text = f"{company} 2027" if "Date" in label.text else f"{company}, see our site"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(company: str, *empty: str) -> bytes:
    message = EmailMessage()
    message["From"] = f"Jo <jo@{company}.example>"
    message["To"] = "procurement@prairiebend14.example"
    message["Subject"] = "Our form"
    message["Date"] = "Tue, 08 Sep 2026 09:00:00 -0500"
    message["Message-ID"] = f"<{len(empty)}@{company}.example>"
    message.set_content("Hello,\n\nattached is our form for the software.\n\nJo\n")
    message.add_attachment(form(company, empty), maintype=WORD[0], subtype=WORD[1], filename=f"{company}.docx")
    return message.as_bytes()


@pytest.fixture(scope="module")
def program() -> Opened:  # type: ignore[misc]
    with opened(CONFIG) as found:
        yield found


def found_in(program: Opened, raw: bytes) -> Findings:
    message = program.core.parse(raw)
    return program.core.examine(message, received=sent_at(message, datetime(2026, 9, 8, tzinfo=UTC))).findings


@pytest.fixture(scope="module")
def brought(program: Opened) -> dict[str, Findings]:
    """Four operators' forms, all without the telephone; two of them without the fax as well, which is optional."""
    left = {name: ("Telephone", "Fax") if n % 2 else ("Telephone",) for n, name in enumerate(COMPANIES)}
    return {name: found_in(program, mail(name, *empty)) for name, empty in left.items()}


def told(blanks: Sequence[Blank], *mails: Findings) -> list[tuple[str, int]]:
    found = never_filled([(whose(m), f) for m in mails for f in m.forms], blanks)
    return [(one.place, one.operators) for one in found]


def test_what_every_operator_leaves_empty(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = program.core.district.blanks
    mails = list(brought.values())
    assert told(blanks, *mails) == [("Telephone", 4)]
    assert told(blanks, *mails[:3]) == [("Telephone", 3)]
    assert told(blanks, *mails[:2]) == [], "two may be chance"
    assert told(blanks, mails[0], mails[0], mails[0], mails[1]) == [], "one operator's copies are one"


def test_one_operator_who_fills_it_ends_it(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = program.core.district.blanks
    assert told(blanks, *brought.values(), found_in(program, mail("quill"))) == []
    corrected = found_in(program, mail("oxbow"))
    assert told(blanks, *brought.values(), corrected) == [], "the fuller copy of the same operator counts"


def test_a_copy_that_was_hardly_begun_says_nothing(program: Opened, brought: dict[str, Findings]) -> None:
    everything = [row.cells[0].text for table in docx.Document(str(FORM)).tables for row in table.rows]
    begun = [found_in(program, mail(f"begun{n}", *everything[1:])) for n in range(3)]
    assert all(m.forms[0].open for m in begun)
    assert told(program.core.district.blanks, *begun) == []


def test_a_place_that_was_named_optional_since_is_told_no_more(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = tuple(
        replace(b, places=tuple(replace(p, required=p.required and p.label != "Telephone") for p in b.places))
        for b in program.core.district.blanks
    )
    assert told(blanks, *brought.values()) == []


def test_triage_of_saved_mail_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name in COMPANIES[:3]:
        files.append(tmp_path / f"{name}.eml")
        files[-1].write_bytes(mail(name, "Telephone"))
    assert triage(CONFIG, files, as_lines=True) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3, "standard output is for the answers alone"
    assert TELEPHONE.format(3) in said.err and "forms.rfi.optional" in said.err and "check --html" in said.err


def test_the_weeks_first_digest_tells_it(
    store: Store, clock: Clock, program: Opened, brought: dict[str, Findings]
) -> None:
    def keep(uid: int, found: Findings, *, counts: bool = True) -> None:
        with store.writing() as session:
            session.add(
                MessageRow(
                    mailbox="m",
                    uidvalidity=1,
                    uid=uid,
                    message_id=found.message_id,
                    fingerprint=str(uid),
                    raw="",
                    size=1,
                    received=clock(),
                    stored=clock(),
                    state="processed",
                    done=clock(),
                    findings=codec.dump(found),
                    counts=counts,
                )
            )

    first, second, third, fourth = brought.values()
    keep(1, first)
    keep(2, second)
    keep(3, third, counts=False)
    assert digest_of(store, program.core.district, clock()).notes == ()
    keep(4, fourth)
    notes = digest_of(store, program.core.district, clock()).notes
    assert [TELEPHONE.format(3) in note for note in notes] == [True], notes
    assert notes[0].endswith("see `check --html`."), "nothing of the advice is cut off"
    clock.forward(days=100)
    assert not any("Telephone" in note for note in digest_of(store, program.core.district, clock()).notes)


def test_an_answer_that_asks_for_it_waits(
    make_bot: Callable[..., Bot], dovecot: Dovecot, sink: Sink, user: str, program: Opened
) -> None:
    """After three operators, where `replies.hold` has it; the real core over a real mailbox."""
    told = {}
    for hold in (("forged", "never_filled"), ("forged",)):
        bot = replace(make_bot(dovecot.port, sink.port), core=program.core, replies=RepliesSection(hold=hold))
        name = hold[-1]
        for company in COMPANIES:
            dovecot.deliver(user, mail(f"{company}-{name.replace('_', '')}", "Telephone"))
            pipeline.run_once(bot)
        with bot.store.reading() as session:
            rows = session.scalars(select(ReplyRow).where(ReplyRow.template == "missing").order_by(ReplyRow.id)).all()
            told[name] = [row.held for row in rows][-len(COMPANIES) :]
    why = "it asks for “Telephone”, which no operator has filled (replies.hold)"
    assert told["never_filled"] == ["", "", "", why]
    assert told["forged"] == [""] * len(COMPANIES)


def test_many_places_are_told_in_few_lines() -> None:
    found = [NeverFilled("rfi", "form.pdf", f"Place {n}", 4) for n in range(20)]
    told = sentences(found)
    assert len(told) == 7 and told[-1].startswith("14 more places")
    assert len(sentences(found[:6])) == 6
