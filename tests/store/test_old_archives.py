"""The migration that keeps queries from growing with the archive, over a database that is in use."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command

from soppa_mailbot.store import handoffs, migrate, submissions
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import HandoffRow, SubmissionRow

NOW = datetime(2026, 9, 8, 14, 0, tzinfo=UTC)


def a_submission(token: str) -> SubmissionRow:
    times = {"created": NOW, "updated": NOW, "since": NOW}
    return SubmissionRow(token=token, state="waiting_district", disposition="complete", verdict="{}", **times)


def test_packets_that_went_out_before_the_upgrade_are_not_due_after_it(url: str, tmp_path: Path) -> None:
    store = open_store(url, tmp_path / "files")
    with store.writing() as session:
        had = submissions.add(session, a_submission("ABC234")).id
        due = submissions.add(session, a_submission("ABC235")).id
        handoffs.add(
            session,
            HandoffRow(
                submission_id=had,
                recipient="Risk",
                verdict="v",
                said="{}",
                file="f",
                name="p.zip",
                created=NOW,
                who="bot",
            ),
        )
    with store.reading() as session:
        assert handoffs.due(session, ("complete",), NOW) == [due]
    config = migrate.alembic_config()
    with store.engine.execution_options(soppa_writer=True).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
    store.close()
    store = open_store(url, tmp_path / "files")
    with store.reading() as session:
        assert handoffs.due(session, ("complete",), NOW) == [due]
        assert [row.id for row in handoffs.touched(session, NOW)] == [had]
    store.close()
