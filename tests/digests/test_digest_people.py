"""The work list by school: what each person gets, from the configuration to the mail."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import Clock, smtp_section
from mail_servers import Sink
from soppa_mailbot import codec
from soppa_mailbot.cli import app
from soppa_mailbot.commands.run import Assembled, assembled, frame_of, staff_of
from soppa_mailbot.digests.digest_rows import DigestRow
from soppa_mailbot.digests.shares import Share, rows_for, unknown
from soppa_mailbot.errors import ConfigError, UsageError
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Disposition, Item, ItemVerdict, School, Status, Track, Verdict
from soppa_mailbot.running.daemon import Daemon
from soppa_mailbot.running.daemon import Digest as DigestJob
from soppa_mailbot.running.reloading import Reloading
from soppa_mailbot.settings.config import load
from soppa_mailbot.store import events, submissions
from soppa_mailbot.store.tables import SubmissionRow

DISTRICT = Path(__file__).parents[1] / "data" / "conversations" / "district"
LINCOLN, OAK, PRAIRIE = "Lincoln Elementary School", "Oak Ridge Middle School", "Prairie View Elementary School"
PEOPLE = """
[[digest.people]]
to = ["Kim <kim@maplehollow88.example>"]
schools = ["lincoln"]

[[digest.people]]
to = ["lee@maplehollow88.example", "Roe <roe@maplehollow88.example>"]
schools = ["Oak Ridge Middle School"]
"""
KIM, LEE = Share(("kim",), (LINCOLN,)), Share(("lee",), (OAK,))


def row(*schools: str) -> DigestRow:
    return DigestRow("1", "review", "Acme", "a@acme.example", "AcmeMath", "review", schools=schools)


@pytest.mark.parametrize(
    ("schools", "kim", "lee"),
    [
        ((LINCOLN,), True, False),
        ((OAK,), False, True),
        ((LINCOLN, OAK), True, True),
        ((LINCOLN, PRAIRIE), True, False),
        ((PRAIRIE,), True, True),  # nobody looks after it
        (("District-wide",), True, True),
        ((), True, True),  # not known
    ],
)
def test_whose_a_submission_is(schools: tuple[str, ...], kim: bool, lee: bool) -> None:
    rows = [row(*schools)]
    assert [bool(rows_for(rows, one, (KIM, LEE))) for one in (KIM, LEE)] == [kim, lee]


def test_names_are_taken_as_people_write_them() -> None:
    schools = (School(LINCOLN, "school", ("LES", "Lincoln")), School(OAK, "school"))
    assert Share(("x",), ("les", "lincoln", "oak ridge middle school")).spelled(schools).schools == (LINCOLN, OAK)
    assert unknown([Share(("x@y",), ("LES", "Lincon"))], schools) == [
        'digest.people (x@y): "Lincon" is not on the school list; write it as it stands there'
    ]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(DISTRICT, tmp_path / "district")
    path = tmp_path / "district" / "config.toml"
    path.write_text(path.read_text() + PEOPLE)
    monkeypatch.setenv("SOPPA_STORE__URL", f"sqlite:///{tmp_path}/soppa.db")
    monkeypatch.setenv("SOPPA_STORE__FILES", str(tmp_path / "files"))
    return path


def add(bot: Bot, product: str, *schools: str) -> None:
    items = (ItemVerdict(Item.LOCATIONS, Status.RECEIVED if schools else Status.MISSING, value=schools),)
    verdict = Verdict(Track.NEW_OPERATOR, Disposition.COMPLETE, "Acme", "a@acme.example", product, None, items, ())
    now = bot.clock()
    with bot.store.writing() as session:
        submissions.add(
            session,
            SubmissionRow(
                token=product.upper(), state="waiting_district", disposition="complete", verdict=codec.dump(verdict),
                vendor="Acme", product=product, created=now, updated=now, since=now,
            ),
        )  # fmt: skip


@pytest.fixture
def program(config: Path, clock: Clock):  # type: ignore[no-untyped-def]
    with assembled(config, clock) as found:
        for product, schools in (
            ("ForLincoln", [LINCOLN]), ("ForOak", [OAK]), ("ForNobody", [PRAIRIE]), ("ForAll", ["District-wide"]),
            ("Unknown", []),
        ):  # fmt: skip
            add(found.bot, product, *schools)
        yield found


def test_each_person_gets_theirs_and_the_buyer_all(program: Assembled, config: Path, sink: Sink, clock: Clock) -> None:
    section = program.program.config
    bot = replace(program.bot, smtp=smtp_section(sink.port))
    job = DigestJob("0 7 * * *", "America/Chicago", section.digest.to, program.rendered_digest, program.shared_digests)
    running = Daemon(bot, job)
    running._begin_schedule()
    clock.forward(days=1)
    running.send_digest()
    running.send_digest()
    got: dict[str, str] = {}
    for raw in sink.taken:
        message = message_from_bytes(raw, policy=default)
        assert isinstance(message, EmailMessage)
        text = message.get_body(("plain",))
        tables = [part for part in message.iter_attachments() if part.get_content_type() == "text/csv"]
        assert text is not None and len(tables) == 1
        got[str(message["To"])] = text.get_content() + str(tables[0].get_content())
    everything = {"ForLincoln", "ForOak", "ForNobody", "ForAll", "Unknown"}
    wanted = {
        section.digest.to[0]: everything,
        "Kim <kim@maplehollow88.example>": everything - {"ForOak"},
        "lee@maplehollow88.example": everything - {"ForLincoln"},
        "Roe <roe@maplehollow88.example>": everything - {"ForLincoln"},
    }
    assert {to: {p for p in everything if p in told} for to, told in got.items()} == wanted
    assert "This list is for Lincoln Elementary School" in got["Kim <kim@maplehollow88.example>"]
    assert "This list is for" not in got[section.digest.to[0]]
    with bot.store.reading() as session:
        last = events.last_digest(session)
    assert last is not None and last.recipients == 4 and last.slot > clock() - timedelta(days=1)


def test_a_list_may_be_looked_at(program: Assembled, config: Path) -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(app, ["--config", str(config), "digest", *words])
        return result.output if result.exit_code == 0 else str(result.exception)

    told = run("--print", "--for", "KIM@maplehollow88.example")
    assert "ForLincoln" in told and "ForOak" not in told
    assert "ForOak" in run("--print")
    assert "names no x@y (known: kim@maplehollow88.example, lee@" in run("--print", "--for", "x@y")
    result = CliRunner().invoke(app, ["--config", str(config), "digest", "--send", "--for", "x@y"])
    assert isinstance(result.exception, UsageError)


def test_whoever_gets_a_list_may_release_from_it(config: Path) -> None:
    loaded = load(config, os.environ)
    assert {"kim@maplehollow88.example", "roe@maplehollow88.example"} <= staff_of(loaded).permitted()
    assert [share.to[0] for share in frame_of(loaded).shares][1] == "lee@maplehollow88.example"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["lincoln"]', '["Lincon"]', '"Lincon" is not on the school list'),
        ('["lincoln"]', "[]", r"digest\.people\.0\.schools: .*at least 1"),
        ("Kim <kim@maplehollow88.example>", "Kim", 'digest.people: "Kim" is no mail address'),
        ("Kim <kim@", "Kim <lee@", 'digest.people: "lee@maplehollow88.example" would get two lists'),
    ],
)
def test_what_is_wrong_is_told(config: Path, old: str, new: str, told: str) -> None:
    config.write_text(config.read_text().replace(old, new, 1))
    with pytest.raises(ConfigError, match=told), assembled(config):
        pass


def test_a_school_that_somebody_looks_after_does_not_vanish_from_the_list(program: Assembled, config: Path) -> None:
    live = Reloading(config, program.program.config, program.program.core, os.environ, quiet_seconds=0)
    schools = config.parent / "schools.csv"
    schools.write_text("\n".join(line for line in schools.read_text().splitlines() if OAK not in line) + "\n")
    bot = live.look(program.bot)
    assert bot.core.district.schools == program.bot.core.district.schools
    with bot.store.reading() as session:
        mark = events.mark(session, events.BROKEN)
    assert mark is not None and f'"{OAK}" is not on the school list' in mark.value
