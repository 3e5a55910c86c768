"""The store on SQLite and, where it is installed, on PostgreSQL: the same code, the same tests."""

from __future__ import annotations

import logging
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

from soppa_mailbot.business_days import Calendar
from soppa_mailbot.errors import StoreError, UsageError
from soppa_mailbot.store import (
    decisions,
    events,
    follow_ups,
    handoffs,
    messages,
    migrate,
    month,
    outbox,
    submissions,
    views,
)
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.files import Files
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import Base, MessageRow, ReplyRow, SubmissionRow

NOW = datetime(2026, 9, 8, 14, 0, tzinfo=UTC)


def a_message(uid: int = 1, **changes: object) -> MessageRow:
    values: dict[str, object] = {
        "mailbox": "me/INBOX",
        "uidvalidity": 7,
        "uid": uid,
        "message_id": f"<{uid}@x>",
        "fingerprint": f"{uid:064}",
        "raw": "0" * 64,
        "size": 3,
        "received": NOW,
        "stored": NOW,
        "state": "new",
        "attempts": 0,
        "sender": "",
        "subject": "",
        "counts": False,
        "disposition": "",
        "reason": "",
    }
    return MessageRow(**values | changes)


def a_reply(message_id: str = "<ours@x>", **changes: object) -> ReplyRow:
    values: dict[str, object] = {
        "message_id": message_id,
        "template": "missing",
        "to_email": "Jo@Acme.example",
        "subject": "Re: x",
        "text": "x",
        "html": "",
        "state": "queued",
        "created": NOW,
        "next_attempt": NOW,
    }
    return ReplyRow(**values | changes)


def a_submission(token: str = "ABC234", **changes: object) -> SubmissionRow:
    values: dict[str, object] = {
        "token": token,
        "state": "waiting_vendor",
        "disposition": "incomplete",
        "verdict": "{}",
        "created": NOW,
        "updated": NOW,
        "since": NOW,
    }
    return SubmissionRow(**values | changes)


def test_the_migrations_build_the_tables(any_store: Store) -> None:
    with any_store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_head_is_the_newest_migration() -> None:
    scripts = ScriptDirectory.from_config(migrate.alembic_config())
    assert scripts.get_heads() == [migrate.HEAD]


def test_the_first_start_is_noted_and_the_second_does_nothing(
    url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "soppa_mailbot")
    open_store(url, tmp_path / "files").close()
    assert f"database schema brought from nothing to {migrate.HEAD}" in caplog.text
    caplog.clear()
    open_store(url, tmp_path / "files").close()
    assert caplog.text == ""


def test_a_newer_schema_is_refused(url: str, tmp_path: Path) -> None:
    store = open_store(url, tmp_path / "files")
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="schema 9999, which is newer"):
        open_store(url, tmp_path / "files")


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("sqlite:////no/such/folder/x.db", "does not exist"),
        ("mysql://x/y", "only sqlite"),
        ("not a url", "no database address"),
        ("postgresql+psycopg://127.0.0.1:1/x", "cannot open"),
    ],
)
def test_a_bad_address_is_named(bad: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=told):
        open_store(bad, tmp_path / "files")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "soppa.db").write_text("this is a letter, not a database" * 200)
    with pytest.raises(StoreError, match="not a usable database"):
        open_store(f"sqlite:///{tmp_path}/soppa.db", tmp_path / "files")


def test_known_uids_are_told_by_mailbox_and_uidvalidity(any_store: Store) -> None:
    with any_store.writing() as session:
        for uid in range(1, 1203):
            session.add(a_message(uid))
        messages.finish(session.get_one(MessageRow, 1), "processed", now=NOW)
    with any_store.reading() as session:
        known = messages.known(session, "me/INBOX", 7, range(2000))
        assert len(known) == 1202 and known[1] == "processed" and known[2] == "new"
        assert messages.known(session, "me/INBOX", 8, [1]) == {}
        assert messages.known(session, "you/INBOX", 7, [1]) == {}
        assert len(messages.waiting(session)) == 1201


def test_an_error_inside_leaves_nothing_behind(any_store: Store) -> None:
    with pytest.raises(ZeroDivisionError), any_store.writing() as session:
        messages.add(session, a_message())
        _ = 1 / 0
    with any_store.reading() as session:
        assert messages.waiting(session) == []


def test_the_same_uid_twice_is_refused_as_a_store_error(any_store: Store) -> None:
    with pytest.raises(StoreError, match="refuses"), any_store.writing() as session:
        messages.add(session, a_message(1))
        messages.add(session, a_message(1))


def test_attempts_are_counted_before_they_are_made(any_store: Store) -> None:
    with any_store.writing() as session:
        pk = messages.add(session, a_message()).id
    for expected in (1, 2, 3):
        with any_store.writing() as session:
            assert messages.begin(session, pk) == expected
    with any_store.writing() as session:
        messages.finish(messages.get(session, pk), "processed", now=NOW)
    with any_store.writing() as session:
        assert messages.begin(session, pk) == 0


def test_a_mail_is_claimed_by_one_only(any_store: Store) -> None:
    with any_store.writing() as session:
        reply = outbox.add(session, a_reply()).id
    won: list[str] = []

    def claim(host: str) -> None:
        with any_store.writing() as session:
            if outbox.claim(session, reply, NOW, host):
                won.append(host)

    threads = [threading.Thread(target=claim, args=(f"h{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1


def test_what_was_being_sent_is_taken_back_as_ambiguous(any_store: Store) -> None:
    with any_store.writing() as session:
        mine, other = outbox.add(session, a_reply("<a@x>")).id, outbox.add(session, a_reply("<b@x>")).id
        outbox.claim(session, mine, NOW, "here")
        outbox.claim(session, other, NOW, "there")
    with any_store.writing() as session:
        assert outbox.take_back(session, NOW, "here") == 1
        assert outbox.due(session, NOW) == [mine] and outbox.get(session, mine).ambiguous
        assert outbox.take_back(session, NOW + outbox.LEASE * 2, "here") == 1


def test_tries_come_later_and_later_and_end_after_days(any_store: Store) -> None:
    with any_store.writing() as session:
        row = outbox.add(session, a_reply())
        now, waits = NOW, []
        while row.state != "failed":
            assert outbox.claim(session, row.id, now, "here")
            session.refresh(row)
            outbox.not_sent(row, "451 later", now, temporary=True, ambiguous=False)
            if row.state == "queued":
                waits.append(row.next_attempt - now)
                now = row.next_attempt
        assert waits[0] == timedelta(minutes=1) and waits == sorted(waits)
        assert timedelta(days=4) < now - NOW < timedelta(days=6)


def test_nul_characters_do_not_break_the_outbox(any_store: Store) -> None:
    with any_store.writing() as session:
        outbox.add(session, a_reply(subject="a\x00b", text="\x00"))
    with any_store.reading() as session:
        assert outbox.get(session, 1).subject == "ab"


def test_answers_of_the_last_day_are_counted(any_store: Store) -> None:
    with any_store.writing() as session:
        number = submissions.add(session, a_submission()).id
        for n, to in enumerate(("jo@acme.example", "JO@acme.example", "lo@mail.acme.example", "x@gmail.com")):
            outbox.add(session, a_reply(f"<{n}@x>", to_email=to, submission_id=number))
        outbox.add(session, a_reply("<old@x>", created=NOW - timedelta(days=2), submission_id=number))
        day = NOW - timedelta(days=1)
        assert outbox.count_since(session, day, email="Jo@acme.example", submission=number) == (2, 3, 4)
        assert outbox.count_since(session, day, email="y@gmail.com", submission=None) == (0, 0, 0)


def test_senders_find_their_open_submissions(any_store: Store) -> None:
    with any_store.writing() as session:
        ours = submissions.add(session, a_submission("A23456", product="Math")).id
        closed = submissions.add(session, a_submission("B23456", state="closed")).id
        free = submissions.add(session, a_submission("C23456")).id
        submissions.add_addresses(session, ours, ["Jo@mail.acme.co.uk"])
        submissions.add_addresses(session, closed, ["jo@acme.co.uk"])
        submissions.add_addresses(session, free, ["someone@gmail.com"])
        assert [c.id for c in submissions.open_of_sender(session, "contracts@acme.co.uk")] == [ours]
        assert submissions.open_of_sender(session, "other@gmail.com") == []
        assert [c.id for c in submissions.open_of_sender(session, "Someone@Gmail.com")] == [free]
        assert submissions.open_of_sender(session, "x@co.uk") == []
        assert {c.id for c in submissions.by_tokens(session, ["A23456", "B23456"])} == {ours, closed}


def test_times_come_back_in_utc(any_store: Store) -> None:
    chicago = datetime.fromisoformat("2026-09-08T09:00:00-05:00")
    with any_store.writing() as session:
        events.record(session, "x", now=chicago)
    with any_store.reading() as session:
        (found,) = events.since(session, NOW - timedelta(days=1))
        assert found.at == NOW and found.at.tzinfo is UTC
    with pytest.raises(StoreError), any_store.writing() as session:
        events.record(session, "x", now=NOW.replace(tzinfo=None))


def test_a_digest_slot_is_taken_once(any_store: Store) -> None:
    with any_store.writing() as session:
        assert events.add_digest(session, NOW, NOW, 1)
    with any_store.writing() as session:
        assert not events.add_digest(session, NOW, NOW, 1)


def test_marks_are_set_and_cleared(any_store: Store) -> None:
    with any_store.writing() as session:
        events.set_mark(session, "m", NOW, "1")
        events.set_mark(session, "m", NOW, "2")
        assert (mark := events.mark(session, "m")) is not None and mark.value == "2"
        events.clear_mark(session, "m")
    with any_store.reading() as session:
        assert events.mark(session, "m") is None


def test_queries_of_every_poll_do_not_scan_the_archive(store: Store) -> None:
    """SQLite's own plan for each statement that a quiet poll makes: no scan of a table, only indexes."""
    said: list[tuple[str, object]] = []
    event.listen(store.engine, "before_cursor_execute", lambda c, u, sql, args, x, m: said.append((sql, args)))
    with store.writing() as session:
        outbox.take_back(session, NOW, "here")
    with store.reading() as session:
        messages.known(session, "me/INBOX", 7, [1, 2])
        messages.waiting(session)
        messages.owners(session, ["<a@x>"])
        outbox.due(session, NOW)
        outbox.waiting(session)
        outbox.count_since(session, NOW, email="a@b.example", submission=1)
        outbox.by_message_ids(session, ["<a@x>"])
        outbox.latest_to(session, ["a@b.example"])
        submissions.open_of_sender(session, "a@b.example")
        submissions.history(session, 1)
        events.last_digest(session)
        messages.earlier_copy(session, a_message(id=5))
        views.failed_deliveries(session, NOW)
        outbox.answers_since(session, NOW)
        outbox.latest_of(session, 1)
        outbox.held(session)
        handoffs.due(session, ("complete",), NOW)
        handoffs.touched(session, NOW)
        handoffs.changed_since(session, NOW)
        month.passed(session, NOW)
        month.waiting(session)
        outbox.withdraw_follow_ups(session, 1)
        submissions.add(session, a_submission())
        outbox.add(session, a_reply(submission_id=1, state="sent", settled=NOW))
        (waiting,) = follow_ups.waiting(session, Calendar())
        assert waiting.waiting.answered == Calendar().day(NOW)
    statements = [(sql, args) for sql, args in said if sql.lstrip().startswith(("SELECT", "UPDATE"))]
    assert len(statements) > 12
    with store.engine.connect() as connection:
        for sql, args in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", args)  # type: ignore[arg-type]
            lines = [str(row[3]) for row in plan]
            scans = [line for line in lines if line.startswith("SCAN") and "INDEX" not in line]
            scans = [line for line in scans if line.split()[1] in Base.metadata.tables]
            assert not scans, (sql, lines)


def test_originals_are_kept_once_and_privately(tmp_path: Path) -> None:
    files = Files(tmp_path / "files")
    files.prepare()
    name = files.keep(b"letter")
    assert files.keep(b"letter") == name and files.read(name) == b"letter"
    path = files.root / name[:2] / name
    assert path.stat().st_mode & 0o077 == 0 and files.root.stat().st_mode & 0o077 == 0
    assert [p for p in files.root.rglob("*") if p.is_file()] == [path]


def test_what_a_killed_process_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    files = Files(tmp_path)
    name = files.keep(b"letter")
    old, young = tmp_path / ".new" / "part-old", tmp_path / ".new" / "part-young"
    old.write_bytes(b"let")
    young.write_bytes(b"let")
    os.utime(old, (0, 0))
    files.prepare()
    assert not old.exists() and young.exists() and files.read(name) == b"letter"


def test_a_changed_or_lost_original_is_told(tmp_path: Path) -> None:
    files = Files(tmp_path)
    name = files.keep(b"letter")
    (tmp_path / name[:2] / name).write_bytes(b"forged")
    with pytest.raises(StoreError, match="was changed"):
        files.read(name)
    with pytest.raises(StoreError, match="cannot be read"):
        files.read("0" * 64)
    with pytest.raises(ValueError, match="not the name"):
        files.read("../../etc/passwd")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"store\.files"):
        Files(tmp_path / "file" / "files").prepare()


def test_a_held_answer_is_released_or_discarded_once(any_store: Store) -> None:
    with any_store.writing() as session:
        number = submissions.add(session, a_submission()).id
        outbox.add(session, a_reply("<a@x>", state="held", submission_id=number))
        outbox.add(session, a_reply("<b@x>", state="held", submission_id=number))
        assert outbox.due(session, NOW) == []
        decisions.release(session, "<a@x>", who="Pat", why="looks right", now=NOW)
        decisions.discard(session, "<b@x>", who="Pat", why="phoned them", now=NOW)
        assert outbox.due(session, NOW) == [1]
        with pytest.raises(UsageError, match="no answer <b@x> waits"):
            decisions.release(session, "<b@x>", who="Pat", why="", now=NOW)
    with any_store.reading() as session:
        assert [(e.what, e.who, e.why) for e in events.of_submission(session, number)] == [
            ("released", "Pat", "looks right"),
            ("discarded", "Pat", "phoned them"),
        ]


def test_a_person_closes_a_submission(any_store: Store) -> None:
    with any_store.writing() as session:
        number = submissions.add(session, a_submission()).id
        decisions.set_state(session, number, "withdrawn", who="Pat", why="they wrote", now=NOW)
        assert submissions.get(session, number).state == "withdrawn"
        with pytest.raises(UsageError, match="is none of"):
            decisions.set_state(session, number, "gone", who="Pat", why="", now=NOW)
        with pytest.raises(UsageError, match="no submission 99"):
            decisions.set_state(session, 99, "closed", who="Pat", why="", now=NOW)


def test_a_database_of_the_first_schema_is_brought_up_with_all_that_it_holds(url: str, tmp_path: Path) -> None:
    from alembic import command

    opened = open_store(url, tmp_path / "files")
    with opened.writing() as session:
        submission = submissions.add(session, a_submission())
        for number, state in enumerate(("sent", "failed", "failed")):
            why = "discarded by kim: no" if number == 2 else ""
            reply = a_reply(f"<{number}@us>", state=state, submission_id=submission.id, last_error=why)
            outbox.add(session, reply)
    config = migrate.alembic_config()
    with opened.engine.execution_options(soppa_writer=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    assert migrate.current_schema(opened.engine) == "0001"
    opened.close()
    opened = open_store(url, tmp_path / "files")
    with opened.reading() as session:
        rows = session.query(ReplyRow).order_by(ReplyRow.id).all()
        assert [(row.state, row.edited) for row in rows] == [("sent", False), ("failed", False), ("discarded", False)]
        found = session.query(SubmissionRow).one()
        assert (found.doubt, found.merged_into, found.token) == ("", None, "ABC234")
    opened.close()
