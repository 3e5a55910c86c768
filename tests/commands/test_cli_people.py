"""The commands with which people decide, as they are typed: the real core, a real store, the real command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from conftest import vendor_mail
from soppa_mailbot.cli import app
from soppa_mailbot.commands.people import person
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.errors import MailbotError, UsageError
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.model import Status
from soppa_mailbot.running import processing
from soppa_mailbot.store import evidence, messages
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import MessageRow, SubmissionRow

CONVERSATIONS = Path(__file__).parents[1] / "data" / "conversations"
NAME = "01-missing-items-in-a-reply"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with one submission in it, judged by the real core and held; tests copy it."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOPPA_STORE__URL", f"sqlite:///{folder}/soppa.db")
        patch.setenv("SOPPA_STORE__FILES", str(folder / "files"))
        patch.setenv("SOPPA_REPLIES__MODE", "hold")
        with assembled(CONVERSATIONS / "district" / "config.toml") as program:
            for uid, raw in enumerate(
                [
                    (CONVERSATIONS / NAME / "01.eml").read_bytes(),
                    vendor_mail("AcmeMath quote is coming.", sender="Sam <sam@maplehollow88.example>"),
                ]
            ):
                _keep(program.bot, raw, uid)
        yield folder


def _keep(bot, raw: bytes, uid: int) -> None:  # type: ignore[no-untyped-def]
    header = fingerprint.header_fields(raw)
    with bot.store.writing() as session:
        row = messages.add(
            session,
            MessageRow(
                mailbox="me/INBOX", uidvalidity=1, uid=uid, message_id=header.get("message-id", ""),
                fingerprint=fingerprint.fingerprint(raw), raw=bot.store.files.keep(raw), size=len(raw),
                received=datetime(2026, 9, 8, 14, 0, tzinfo=UTC), stored=bot.clock(), state="new",
            ),
        )  # fmt: skip
    processing.process(bot, row.id, Tally())


@pytest.fixture
def run(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line on a store of the test's own."""
    (tmp_path / "soppa.db").write_bytes((made / "soppa.db").read_bytes())
    monkeypatch.setenv("SOPPA_STORE__URL", f"sqlite:///{tmp_path}/soppa.db")
    monkeypatch.setenv("SOPPA_STORE__FILES", str(made / "files"))
    monkeypatch.setenv("SOPPA_REPLIES__MODE", "hold")
    monkeypatch.setenv("USER", "kim")
    monkeypatch.delenv("SUDO_USER", raising=False)

    def call(*words: str, typed: str = "") -> Result:
        arguments = ["--config", str(CONVERSATIONS / "district" / "config.toml"), *words]
        return CliRunner().invoke(app, arguments, input=typed)

    return call


def told(result: Result) -> str:
    assert result.exit_code == 0, result.output + repr(result.exception)
    return " ".join(result.output.split())


def refused(result: Result) -> str:
    assert isinstance(result.exception, MailbotError), result.output
    assert result.exception.exit_code == 2
    return str(result.exception)


def listed(run: Run, *words: str) -> list[dict]:  # type: ignore[type-arg]
    found: list[dict] = json.loads(run("submissions", "--json", *words).output)  # type: ignore[type-arg]
    return found


def test_show_tells_items_with_evidence_files_and_what_happened(run: Run) -> None:
    shown = run("show", "1").output
    for heading in ("items", "files", "timeline"):
        assert f"\n{heading}\n" in shown
    (found,) = listed(run)
    for item, verdict in found["items"].items():
        assert f"{item:<11} {verdict['status']}" in shown
    for attachment in found["attachments"]:
        assert attachment["filename"][:30] in shown
    assert "waits for a person; was held: every answer waits" in shown
    assert refused(run("show", "9")) == "there is no submission 9; `submissions` lists them"


def test_override_answers_anew_and_show_says_who_and_why(run: Run) -> None:
    said = told(run("override", "1", "soppa_form", "received", "--why", "signed copy came by post"))
    assert "soppa_form: missing -> received (decided by kim)" in said and "a new answer waits" in said
    (found,) = listed(run)
    assert found["items"]["soppa_form"]["decided"] == "kim"
    assert [r["state"] for r in found["replies"]] == ["failed", "held"]
    shown = run("show", "1").output
    assert "decided by kim" in shown and "signed copy came by post; it was missing" in shown
    assert "kim override (item soppa_form, status received)" in shown
    assert "answer: missing to" in shown and "never sent" in shown
    said = told(run("override", "1", "soppa_form", "auto", "--why", "wrong submission", "--by", "lee"))
    assert "received (decided by kim) -> missing" in said


def test_override_with_a_value_is_checked_against_the_lists(run: Run) -> None:
    said = told(run("override", "1", "deadline", "received", "--value", "3/1/2027", "--why", "said on the phone"))
    assert "deadline: " in said and "received (2027-03-01; decided by kim)" in said
    assert listed(run)[0]["items"]["deadline"]["value"] == "2027-03-01"
    said = refused(run("override", "1", "locations", "received", "--value", "Nowhere High", "--why", "x"))
    assert said == "--value: not on the school list: Nowhere High; part several names with ;"
    assert refused(run("override", "1", "deadline", "received", "--why", " ")).startswith("--why: say why")


def test_reclassify_judges_anew(run: Run) -> None:
    (file,) = [a["filename"] for a in listed(run)[0]["attachments"] if a["kind"] == "order_form"]
    said = told(run("reclassify", "1", file, "other", "--why", "last year's"))
    assert "order_form: received" in said and "-> missing" in said
    assert "other, says kim: last year's (read as order_form)" in run("show", "1").output
    assert "no kind of file" in refused(run("reclassify", "1", file, "invoice", "--why", "x"))


def test_an_answer_is_shown_edited_and_released(run: Run, tmp_path: Path) -> None:
    before = run("show", "1", "--answer").output
    assert "form" in before
    (tmp_path / "answer.txt").write_text("Dear vendor,\n\nplease <call> us.\n", encoding="utf-8")
    assert "edited: missing to" in told(run("edit", "1", "--text", str(tmp_path / "answer.txt")))
    assert run("show", "1", "--answer").output == "Dear vendor,\n\nplease <call> us.\n"
    assert "it goes out with the next run" in told(run("release", "1"))
    assert listed(run)[0]["replies"][0]["state"] == "queued"
    store = open_store(f"sqlite:///{tmp_path}/soppa.db", tmp_path / "files")
    with store.reading() as session:
        from soppa_mailbot.store.tables import ReplyRow

        assert "please &lt;call&gt; us." in session.query(ReplyRow).one().html
    store.close()
    for words in (
        ["release", "1"],
        ["discard", "1", "--why", "x"],
        ["edit", "1", "--text", str(tmp_path / "answer.txt")],
    ):
        assert "no answer waits for a person" in refused(run(*words))


def test_edit_takes_standard_input_and_refuses_nothing_at_all(run: Run) -> None:
    told(run("edit", "1", "--text", "-", typed="Hello.\n"))
    assert run("show", "1", "--answer").output == "Hello.\n"
    assert "it is empty" in refused(run("edit", "1", "--text", "-", typed="  \n"))
    assert "cannot be read" in refused(run("edit", "1", "--text", "absent.txt"))


def test_discard_and_release_all(run: Run) -> None:
    assert "name a submission, or say --all" in refused(run("release"))
    assert "discarded: missing to" in told(run("discard", "1", "--why", "they called"))
    assert told(run("release", "--all")) == "no answer waits for a person"
    assert "last 30 days, 0 were released unchanged, 1 was discarded" in told(run("digest", "--print"))


def test_close_and_reopen(run: Run) -> None:
    assert "its held answer was dropped" in told(run("close", "1", "--why", "bought elsewhere"))
    assert listed(run)[0]["state"] == "closed"
    assert "is closed: nothing was done" in refused(run("close", "1"))
    opened = told(run("reopen", "1"))
    assert "submission 1 is waiting vendor" in opened and "a new answer waits" in opened, "the one before was dropped"
    assert "kim state (from waiting_vendor, to closed): bought elsewhere" in run("show", "1").output


def test_rejudge_after_a_register_change_shows_first_and_then_does(
    run: Run, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(run("rejudge", "--all")) == "0 of 1 submission would change"
    vendor = listed(run)[0]["vendor"]
    register = tmp_path / "register.csv"
    domain = vendor["email"].rpartition("@")[2]
    register.write_text(
        f'operator,product,domains,signed,expires,url\n"{vendor["name"]}","{vendor["product"]}",{domain},2024-01-01,,\n'
    )
    monkeypatch.setenv("SOPPA_REGISTER__FILE", str(register))
    said = told(run("rejudge", "--all"))
    assert "track: new_operator -> existing_agreement" in said and "Add --apply" in said
    assert listed(run)[0]["track"] == "new_operator", "nothing was done"
    assert "1 of 1 submission changed" in told(run("rejudge", "1", "--apply", "--why", "new agreement"))
    found = listed(run)[0]
    assert found["track"] == "existing_agreement" and found["items"]["rfi_form"]["status"] == Status.NOT_REQUIRED
    assert told(run("rejudge", "1", "--apply")) == "0 of 1 submission changed"


def test_rejudge_reads_the_originals_again(run: Run, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/soppa.db", tmp_path / "files")
    with store.writing() as session:  # as if an older version had read less in the mail
        row = evidence.of_submission(session, 1)[0].row
        assert row.findings is not None
        good = row.findings
        broken = json.loads(good)
        broken["papers"], broken["forms"] = [], []
        row.findings = json.dumps(broken)
    assert "order_form: received -> missing" in told(run("rejudge", "1"))
    assert told(run("rejudge", "1", "--reread")) == "0 of 1 submission would change"
    told(run("rejudge", "1", "--apply"))
    said = told(run("rejudge", "1", "--reread", "--apply"))
    assert "order_form: missing" in said and "-> received" in said
    with store.reading() as session:
        assert json.loads(evidence.of_submission(session, 1)[0].row.findings or "") == json.loads(good)
    store.close()


def test_the_list_is_filtered(run: Run, tmp_path: Path) -> None:
    (found,) = listed(run)
    name, place = found["vendor"]["name"], found["items"]["locations"]["value"]
    assert len(listed(run, "--vendor", name.upper()[:5])) == 1 and listed(run, "--vendor", "nobody else") == []
    assert len(listed(run, "--school", place[0].lower()[:6])) == 1 and listed(run, "--school", "nowhere") == []
    assert listed(run, "--state", "review") == [] and len(listed(run, "--state", found["state"])) == 1
    assert "no such state; say one of waiting_vendor" in refused(run("submissions", "--state", "open"))
    assert len(listed(run, "--age", "0")) == 1 and listed(run, "--age", "5") == []
    store = open_store(f"sqlite:///{tmp_path}/soppa.db", tmp_path / "files")
    with store.writing() as session:
        session.query(SubmissionRow).one().since = datetime.now(UTC) - timedelta(days=5, hours=1)
    store.close()
    assert len(listed(run, "--age", "5")) == 1 and listed(run, "--age", "6") == []


def test_the_contracts_keys_are_all_there(run: Run) -> None:
    (found,) = listed(run)
    assert {"id", "state", "track", "disposition", "vendor", "agreement", "items", "attachments", "messages"} <= set(
        found
    )
    assert set(found["replies"][0]) == {"message_id", "in_reply_to", "template", "to", "state", "superseded"}


def test_merge_and_split_name_what_is_wrong(run: Run) -> None:
    assert "there is no submission 2" in refused(run("merge", "1", "2"))
    assert "has no mail <x@y>" in refused(run("split", "1", "<x@y>"))


def test_who_decides() -> None:
    assert person(None, "", {"SUDO_USER": "kim", "USER": "root"}).who == "kim"
    assert person("Lee\x1b[2J Roe", "x\ny", {}).who == "Lee[2J Roe"
    for nobody in ("bot", "Bot", " "):
        with pytest.raises(UsageError, match="--by"):
            person(nobody, "", {})
