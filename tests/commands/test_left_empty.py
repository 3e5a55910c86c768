"""A place that operators leave empty: told where saved mail is tried, and to staff once a week."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from sqlalchemy import select

from conftest import Clock
from mail_servers import Dovecot, Sink
from soppa_mailbot import codec
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.commands.run import Assembled
from soppa_mailbot.commands.study import study
from soppa_mailbot.commands.triage import triage
from soppa_mailbot.core import sent_at
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.forms.naming.optional import with_required
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_copies import Copy, copies_in
from soppa_mailbot.judging.left_empty_told import LeftEmpty, sentences
from soppa_mailbot.model import (
    Address,
    Blank,
    Disposition,
    Findings,
    Form,
    Item,
    Override,
    PlaceReading,
    Status,
    Verdict,
)
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import digest_of
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff import people
from soppa_mailbot.store import submissions
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.tables import MessageRow, PastCopyRow, ReplyRow, SubmissionRow

CONFIG = Path(__file__).parents[2] / "examples" / "district" / "config.toml"
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
    found = left_empty([c for m in mails for c in copies_in(m)], blanks)
    return [(one.place, one.operators) for one in found]


def test_what_every_operator_leaves_empty(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = program.core.district.blanks
    mails = list(brought.values())
    assert told(blanks, *mails) == [("Telephone", 4)]
    assert told(blanks, *mails[:3]) == [("Telephone", 3)]
    assert told(blanks, *mails[:2]) == [], "two may be chance"
    assert told(blanks, mails[0], mails[0], mails[0], mails[1]) == [], "one operator's copies are one"


def test_it_ends_where_more_operators_fill_it(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = program.core.district.blanks
    filled = [found_in(program, mail(name)) for name in ("quill", "sorrel", "thrush", "umber", "vesper")]
    assert told(blanks, *brought.values(), *filled[:4]) == [("Telephone", 8)]
    assert told(blanks, *brought.values(), *filled) == []
    corrected = [found_in(program, mail(name)) for name in COMPANIES[:2]]
    assert told(blanks, *brought.values(), *corrected) == [], "the fuller copy of the same operator counts"


def test_it_is_told_by_how_many(program: Opened, brought: dict[str, Findings]) -> None:
    mails = (*brought.values(), found_in(program, mail("quill")))
    (found,) = left_empty([c for m in mails for c in copies_in(m)], program.core.district.blanks)
    assert (found.left, found.operators) == (4, 5)
    assert found.why() == "4 of the 5 operators who sent this form left it empty"
    assert "is empty in the copies of 4 of the 5 operators who sent it; if it may" in found.sentence()


def test_two_of_which_each_operator_fills_one(program: Opened) -> None:
    """Two boxes of one question that were learnt as two questions, or "If yes, how" and "If no, why"."""
    blanks = program.core.district.blanks
    how, why = "Telephone", "E-mail of the contact"
    mails = [found_in(program, mail(name, how if n else why)) for n, name in enumerate(COMPANIES)]
    found = left_empty([c for m in mails for c in copies_in(m)], blanks)
    assert [(f.place, f.left, f.operators, f.instead) for f in found] == [(why, 1, 4, how), (how, 3, 4, why)]
    assert "of the 4 operators who sent it, who filled “Telephone” in its stead; if" in found[0].sentence()
    both = [found_in(program, mail("quill")), found_in(program, mail("oxbow", how))]
    assert told(blanks, *mails[:3], *both) == [(how, 5)], "one operator filled both"
    neither = [found_in(program, mail(name, how, why)) for name in ("quill", "sorrel")]
    assert len(told(blanks, *mails, neither[0])) == 2, "one may have left the question open"
    assert [place for place, _ in told(blanks, *mails, *neither)] == [why, how], "half of them left it open"
    assert told(blanks, *mails[:2]) == [], "two may be chance"


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


def test_a_person_decides_on_the_third_copy_and_the_fourth(
    make_bot: Callable[..., Bot], dovecot: Dovecot, sink: Sink, user: str, program: Opened
) -> None:
    """The real core over a real mailbox; before the third nobody can know, from then on no vendor is asked for it."""
    bot = replace(make_bot(dovecot.port, sink.port), core=program.core, replies=RepliesSection())
    for company in (*COMPANIES, "quill"):
        dovecot.deliver(user, mail(company, *(() if company == "quill" else ("Telephone",))))
        pipeline.run_once(bot)
    dovecot.deliver(user, mail("later", "Telephone"))
    pipeline.run_once(bot)
    with bot.store.reading() as session:
        rows = session.scalars(select(SubmissionRow).order_by(SubmissionRow.id)).all()
        verdicts = [codec.load(Verdict, row.verdict) for row in rows]
        asked = [(reply.submission_id, "Telephone" in reply.text) for reply in session.scalars(select(ReplyRow))]
    items = [v.item(Item.RFI_FORM) for v in verdicts]
    assert [i.status for i in items if i] == [
        "incomplete",
        "incomplete",
        "unclear",
        "unclear",
        "received",
        "received",
    ], "of the sixth nothing is asked: it is the fifth that has no telephone"
    why = "Telephone, which is empty and may have to be (all 3 operators who sent this form left it empty)"
    assert why in verdicts[2].reasons[0] and [v.disposition for v in verdicts[2:4]] == ["review", "review"]
    assert asked == [(1, True), (2, True), (5, False), (6, False)], "that one operator fills it changes nothing"


def test_what_else_is_open_is_asked_for_without_it(program: Opened, brought: dict[str, Findings]) -> None:
    core = program.core
    found = left_empty([c for m in brought.values() for c in copies_in(m)], core.district.blanks)
    told = core.judge(
        (found_in(program, mail("late", "Telephone", "How long data is kept after the contract ends")),), in_vain=found
    )
    form = told.item(Item.RFI_FORM)
    assert form and (form.status, form.open) == ("incomplete", ("How long data is kept after the contract ends",)), form
    assert "Telephone" not in form.detail
    alone = core.judge((found_in(program, mail("alone", "Telephone")),))
    assert alone.item(Item.RFI_FORM).open == ("Telephone",)  # type: ignore[union-attr]


def test_triage_judges_by_all_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name in COMPANIES:
        files.append(tmp_path / f"{name}.eml")
        files[-1].write_bytes(mail(name, "Telephone"))
    assert triage(CONFIG, files, as_lines=True) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [t["items"]["rfi_form"]["status"] for t in told] == ["unclear"] * 4
    assert all(t["reply"] is None for t in told)
    assert triage(CONFIG, files[:2], as_lines=True) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [t["items"]["rfi_form"]["status"] for t in told] == ["incomplete"] * 2


def test_past_mail_is_studied(
    make_bot: Callable[..., Bot],
    dovecot: Dovecot,
    sink: Sink,
    user: str,
    program: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What vendors left empty last year is asked of nobody, from the first mail on."""
    bot = replace(make_bot(dovecot.port, sink.port), core=program.core, replies=RepliesSection())
    monkeypatch.setattr("soppa_mailbot.commands.study.assembled", lambda _: nullcontext(Assembled(program, bot)))
    past = tmp_path / "past"
    past.mkdir()
    for name in COMPANIES[:3]:
        (past / f"{name}.eml").write_bytes(mail(name, "Telephone"))
    (past / "gone.eml").symlink_to("nowhere")
    files = sorted(past.iterdir())
    assert study(CONFIG, [past / f"{COMPANIES[0]}.eml"]) == 0
    assert "1 file\nvendor-rfi.docx: filled-in copies of 1 operator are known" in capsys.readouterr().out
    assert study(CONFIG, files) == 1
    said = capsys.readouterr()
    assert said.err == "gone.eml: cannot be read: No such file or directory\n"
    assert "vendor-rfi.docx: filled-in copies of 3 operators are known" in said.out and TELEPHONE.format(3) in said.out
    assert study(CONFIG, files[:1]) == 0, "once more changes nothing"
    with bot.store.reading() as session:
        assert session.scalars(select(MessageRow)).all() == []
        assert len(session.scalars(select(PastCopyRow)).all()) == 3
    dovecot.deliver(user, mail("quill", "Telephone"))
    pipeline.run_once(bot)
    with bot.store.reading() as session:
        (row,) = session.scalars(select(SubmissionRow)).all()
        assert codec.load(Verdict, row.verdict).disposition is Disposition.REVIEW
        assert session.scalars(select(ReplyRow)).all() == []
    for name in COMPANIES[:3]:
        (past / f"{name}.eml").write_bytes(mail(name))
    assert study(CONFIG, [f for f in files if f.name != "gone.eml"]) == 0
    dovecot.deliver(user, mail("sorrel", "Telephone"))
    pipeline.run_once(bot)
    with bot.store.reading() as session:
        assert "Telephone" in session.scalars(select(ReplyRow)).one().text, "the fuller copies count"


def test_what_a_person_said_stands(program: Opened, brought: dict[str, Findings]) -> None:
    """Who looked at a copy and calls it unfinished is not asked again."""
    core = program.core
    mails = list(brought.values())
    found = left_empty([c for m in mails for c in copies_in(m)], core.district.blanks)
    basis = core.judge((mails[0],), in_vain=found).item(Item.RFI_FORM)
    said = Override(
        item=Item.RFI_FORM,
        status=Status.INCOMPLETE,
        who="Lee",
        why="no telephone",
        at=datetime(2026, 9, 9, tzinfo=UTC),
        basis=basis,
    )
    verdict = core.judge((mails[0],), (said,), in_vain=found)
    form = verdict.item(Item.RFI_FORM)
    assert form and form.status is Status.INCOMPLETE and verdict.disposition is Disposition.INCOMPLETE


def test_what_the_configuration_requires_is_asked_for(brought: dict[str, Findings], program: Opened) -> None:
    """Somebody named it under `required`: that nobody fills it makes no copy one for a person."""
    blanks = program.core.district.blanks
    blank = next(b for b in blanks if b.file == FORM.name)
    places, unused = with_required(blank.places, ["Telephone", "Colour of the roof"])
    assert unused == ("Colour of the roof",)
    assert [p.label for p in places if p.insisted] == ["Telephone"]
    assert told([replace(b, places=places) if b is blank else b for b in blanks], *brought.values()) == []


def test_a_copy_that_was_hardly_begun_is_asked_for_whole(program: Opened, brought: dict[str, Findings]) -> None:
    everything = [row.cells[0].text for table in docx.Document(str(FORM)).tables for row in table.rows]
    found = left_empty([c for m in brought.values() for c in copies_in(m)], program.core.district.blanks)
    item = program.core.judge((found_in(program, mail("begun", *everything[1:])),), in_vain=found).item(Item.RFI_FORM)
    assert item and "Telephone" in item.open and len(item.open) > 5


def test_a_question_is_required_with_all_its_boxes(program: Opened) -> None:
    blank = next(b for b in program.core.district.blanks if b.file == FORM.name)
    asked = next(p for p in blank.places if p.group)
    places, _ = with_required(blank.places, [asked.id])
    assert {p.group for p in places if p.insisted} == {asked.group}
    assert all(p.insisted for p in places if p.group == asked.group)


def test_judged_again_it_is_for_a_person(
    make_bot: Callable[..., Bot], dovecot: Dovecot, sink: Sink, user: str, program: Opened
) -> None:
    """What was answered before anybody could know is foreseen, and then decided, as the third copy was."""
    bot = replace(make_bot(dovecot.port, sink.port), core=program.core, replies=RepliesSection())
    for company in COMPANIES[:3]:
        dovecot.deliver(user, mail(company, "Telephone"))
        pipeline.run_once(bot)
    with bot.store.writing() as session:
        history = submissions.history(session, 1)
        outcomes = [
            people.foreseen(session, bot, 1),
            people.foreseen(session, bot, 1, history),
            people.rejudge(session, bot, 1, people.Person("Lee", "needed")),
        ]
    assert [o.after.disposition if o else None for o in outcomes] == [Disposition.REVIEW] * 3


def test_the_configuration_names_what_is_required(tmp_path: Path) -> None:
    shutil.copytree(CONFIG.parent, tmp_path / "district")
    config = tmp_path / "district" / CONFIG.name
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("[forms.rfi]\n", '[forms.rfi]\nrequired = ["Telephone", "Fax"]\n', 1), encoding="utf-8"
    )
    with opened(config) as program:
        blank = next(b for b in program.core.district.blanks if b.file == FORM.name)
        assert {p.label for p in blank.places if p.insisted} == {"Telephone", "Fax"}
        assert all(p.required for p in blank.places if p.label == "Fax"), "whatever `optional` says"
        mails = [found_in(program, mail(name, "Telephone")) for name in COMPANIES]
        found = left_empty([c for m in mails for c in copies_in(m)], program.core.district.blanks)
        item = program.core.judge((mails[-1],), in_vain=found).item(Item.RFI_FORM)
    assert item and item.status is Status.INCOMPLETE and "Telephone" in item.open


def test_signatures_that_nobody_has_are_for_a_person(program: Opened, brought: dict[str, Findings]) -> None:
    blanks = program.core.district.blanks
    soppa = next(b for b in blanks if b.form == "soppa")

    def sent(company: str, *, signed: bool) -> Findings:
        first = {p.group: p.id for p in reversed(soppa.places) if p.group}
        filled = {p.id for p in soppa.places if first.get(p.group, p.id) == p.id and (signed or not p.signs)}
        readings = tuple(PlaceReading(p, "filled" if p.id in filled else "empty", "x") for p in soppa.places)
        draft = Form(
            "soppa", soppa.id, soppa.file, ("d",), ("d.pdf",), (("d", 1),), "", (), (), (), False, (), (), None,
            readings, 0.0,
        )  # fmt: skip
        address = Address("", f"jo@{company}.example")
        return replace(brought["oxbow"], sender=address, vendor_email=address.email, forms=(concluded(draft),))

    mails = [sent(name, signed=False) for name in COMPANIES[:3]]
    assert all(m.forms[0].unsigned for m in mails)
    found = left_empty([c for m in mails for c in copies_in(m)], blanks)
    assert found and all(next(p for p in soppa.places if p.id == f.key).signs for f in found)
    item = program.core.judge((mails[2],), in_vain=found).item(Item.SOPPA_FORM)
    assert item and item.status is Status.UNCLEAR and "no signature at" in item.detail
    assert left_empty([c for m in (*mails, sent("quill", signed=True)) for c in copies_in(m)], blanks) == ()


def test_many_places_are_told_in_few_lines() -> None:
    found = [LeftEmpty("rfi", "form.pdf", "b", f"p{n}", f"Place {n}", 4, 4) for n in range(20)]
    told = sentences(found)
    assert len(told) == 7 and told[-1].startswith("14 more places")
    assert len(sentences(found[:6])) == 6


def test_a_signature_and_a_line_are_no_pair(program: Opened) -> None:
    """One operator forgot to sign, the two others a line: neither was filled in the other's stead."""
    blanks = program.core.district.blanks
    soppa = next(b for b in blanks if b.form == "soppa")
    asked = [p for p in soppa.places if p.required and p.party == "operator" and p.kind != "check"]
    signature = key_of(next(p for p in asked if p.signs))
    line, another = [key_of(p) for p in asked if not p.signs][:2]

    def copies(one: str, other: str) -> list[Copy]:
        empty = zip(COMPANIES, (one, other, other), strict=False)
        return [Copy(name, soppa.id, 0.9, frozenset({e}), frozenset({one, other} - {e})) for name, e in empty]

    assert left_empty(copies(signature, line), blanks) == ()
    assert {f.key for f in left_empty(copies(line, another), blanks)} == {line, another}
