"""Lists, forms and templates changed on disk under a running bot: real files, the real core, one whole pass."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Clock, mailbox_section, smtp_section, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot.commands.run import Assembled, assembled
from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Track
from soppa_mailbot.running import reloading
from soppa_mailbot.running.daemon import Daemon
from soppa_mailbot.running.daemon import Digest as DigestJob
from soppa_mailbot.running.reloading import Reloading
from soppa_mailbot.running.watching import Watched
from soppa_mailbot.store import events, views

CONVERSATIONS = Path(__file__).parents[1] / "data" / "conversations"
ROW = '"Loomwell Education Corp.",Loomwell Phonics,loomwell.example,2026-08-01,2029-07-31,\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A district's folder of the test's own, with a template of its own."""
    made = tmp_path / "district"
    shutil.copytree(CONVERSATIONS / "district", made)
    (made / "templates" / "reply").mkdir(parents=True)
    (made / "templates" / "reply" / "words.txt").write_text(packaged("reply/words.txt"))
    config = made / "config.toml"
    lines = config.read_text()
    assert "[replies]" in lines
    config.write_text(lines.replace("[replies]", '[replies]\ntemplates = "templates"', 1))
    monkeypatch.setenv("SOPPA_STORE__URL", f"sqlite:///{tmp_path}/soppa.db")
    monkeypatch.setenv("SOPPA_STORE__FILES", str(tmp_path / "files"))
    return made


def packaged(name: str) -> str:
    from soppa_mailbot.resources import resource

    return (resource("templates") / name).read_text()


@pytest.fixture
def program(folder: Path, clock: Clock) -> Iterator[Assembled]:
    with assembled(folder / "config.toml", clock) as found:
        yield found


@pytest.fixture
def live(program: Assembled, folder: Path) -> Reloading:
    opened = program.program
    return Reloading(folder / "config.toml", opened.config, opened.core, os.environ, quiet_seconds=0)


def marks(bot: Bot) -> tuple[str, str]:
    """What is broken, and why a restart is wanted."""
    with bot.store.reading() as session:
        found = [events.mark(session, name) for name in (events.BROKEN, events.RESTART)]
    return tuple(mark.value if mark is not None else "" for mark in found)  # type: ignore[return-value]


def test_nothing_changed_is_nothing_done(program: Assembled, live: Reloading, folder: Path) -> None:
    assert live.look(program.bot) is program.bot
    os.utime(folder / "register.csv")
    assert live.look(program.bot) is program.bot and marks(program.bot) == ("", "")


def test_a_new_agreement_counts_from_the_next_pass(
    program: Assembled,
    live: Reloading,
    folder: Path,
    dovecot: Dovecot,
    sink: Sink,
    user: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = replace(program.bot, mailbox=mailbox_section(dovecot.port, user), smtp=smtp_section(sink.port))
    job = DigestJob("0 7 * * *", "America/Chicago", (), lambda _: DigestMail("", "", ""))
    running = Daemon(bot, job, live.look)
    mail = vendor_mail(
        "We would like to renew. Quote: Loomwell Phonics, 30 licenses, $5.00 each, total $150.00.\n"
        "It is for Lincoln Elementary School. Please approve by January 15, 2027.\n",
        subject="Order form for Loomwell Phonics",
        sender="Lee <lee@loomwell.example>",
        Message_ID="<1@loomwell.example>",
    )
    dovecot.deliver(user, mail)
    running.poll()
    with bot.store.reading() as session:
        assert [view.verdict.track for view in views.submissions(session)] == [Track.NEW_OPERATOR]
    with (folder / "register.csv").open("a") as register:
        register.write(ROW)
    dovecot.deliver(user, mail.replace(b"<1@", b"<2@").replace(b"30 licenses", b"31 licenses"))
    with caplog.at_level(logging.INFO):
        running.poll()
    assert "register: changed, and in use from now on" in caplog.text
    with bot.store.reading() as session:
        found = views.submissions(session)
        happened = [(e.what, e.why) for e in events.since(session, bot.clock().replace(year=2000))]
    assert [view.verdict.track for view in found] == [Track.EXISTING_AGREEMENT]
    assert ("reloaded", "register") in happened


def test_a_broken_list_leaves_the_old_in_use_and_is_told(
    program: Assembled, live: Reloading, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = program.bot.core.district.register
    good = (folder / "register.csv").read_text()
    (folder / "register.csv").write_text(good + "Somebody,Thing,,soon,,\n")
    schools = (folder / "schools.csv").read_text()
    (folder / "schools.csv").write_text(schools + "New School,school,\n")
    bot = live.look(program.bot)
    assert bot.core.district.register == before, "a broken register is not used"
    assert bot.core.district.schools[-1].name == "New School", "what else changed is"
    assert 'signed is "soon"' in marks(bot)[0] and "the old stays in use" in caplog.text
    told = program.rendered_digest(bot.clock(), live.core).text
    assert "what was there before is still in use" in " ".join(told.split())
    caplog.clear()
    assert live.look(bot) is bot and caplog.text == "", "it is told once, and stands in every digest"
    (folder / "register.csv").write_text(good + ROW)
    bot = live.look(bot)
    assert len(bot.core.district.register) == len(before) + 1 and marks(bot) == ("", "")
    assert "still in use" not in program.rendered_digest(bot.clock(), live.core).text


def test_a_list_that_is_gone_is_a_broken_one(program: Assembled, live: Reloading, folder: Path) -> None:
    (folder / "schools.csv").unlink()
    bot = live.look(program.bot)
    assert bot.core.district.schools == program.bot.core.district.schools != ()
    assert "schools.csv: cannot be read" in marks(bot)[0]


def test_a_template_is_used_once_it_is_sound(program: Assembled, live: Reloading, folder: Path) -> None:
    path = folder / "templates" / "reply" / "words.txt"
    good = path.read_text()
    path.write_text(good + "{% macro broken( %}")
    bot = live.look(program.bot)
    assert "words.txt" in marks(bot)[0] and "line" in marks(bot)[0]
    live.core.templates.sentences("reply")  # the old ones, though the file on disk is broken
    path.write_text(good + "{% macro new_sentence() %}A new one.{% endmacro %}\n")
    bot = live.look(bot)
    assert marks(bot) == ("", "") and live.core.templates.sentences("reply").new_sentence() == "A new one."
    assert bot.offices is not None and bot.offices.templates is live.core.templates
    path.write_text(good)
    assert live.core.templates.sentences("reply").new_sentence() == "A new one.", "not before the next look"


def test_a_new_blank_is_learnt_and_a_broken_one_is_not(program: Assembled, live: Reloading, folder: Path) -> None:
    blank = next(p for p in sorted((folder / "forms").iterdir()) if p.suffix == ".docx")
    before = program.bot.core.district.blanks
    good = blank.read_bytes()
    blank.write_bytes(good[:500])
    bot = live.look(program.bot)
    assert bot.core.district.blanks == before and blank.name in marks(bot)[0]
    (changed,) = [p for p in sorted((folder / "forms").iterdir()) if p.suffix == ".docx" and p != blank][:1] or [blank]
    blank.write_bytes(changed.read_bytes() if changed != blank else good)
    bot = live.look(bot)
    assert marks(bot)[0] == "" and len(bot.core.district.blanks) == len(before)
    assert live.core.blanks_folder.is_dir()
    if changed != blank:
        assert bot.core.district.blanks != before and live.core.blanks_folder != program.program.core.blanks_folder


def test_a_full_disk_is_tried_again(
    program: Assembled, live: Reloading, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with (folder / "register.csv").open("a") as register:
        register.write(ROW)
    with monkeypatch.context() as patch:
        patch.setattr(reloading.lists, "read_register", full)
        assert "No space left" in marks(live.look(program.bot))[0]
    bot = live.look(program.bot)
    assert bot.core.district.register[-1].product == "Loomwell Phonics" and marks(bot)[0] == ""


def test_a_changed_configuration_wants_a_restart(program: Assembled, live: Reloading, folder: Path) -> None:
    config = folder / "config.toml"
    good = config.read_text()
    config.write_text(good + '\n[calendar]\nholidays = ["2026-11-26"]\n')
    bot = live.look(program.bot)
    assert marks(bot) == ("", "config.toml was changed")
    told = " ".join(program.rendered_digest(bot.clock()).text.split())
    assert "onfig.toml was changed; soppa-mailbot must be restarted for it to count" in told
    config.write_text(good.replace("[replies]", "[reply]"))
    assert "would not be accepted (" in marks(live.look(bot))[1]
    config.write_text(good)
    assert marks(live.look(bot)) == ("", "")
    config.write_text(good + "\n")
    live.look(bot)
    reloading.begin(bot)
    assert marks(bot) == ("", ""), "whoever starts uses what is there"


# --- watching ----


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("one")
    return path


def test_what_is_being_written_waits(file: Path) -> None:
    watched = Watched(lambda: (file,), quiet_seconds=60)
    file.write_text("half of tw")
    assert not watched.changed()
    os.utime(file, (1, 1))
    assert watched.changed() and not watched.changed()


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("two"),  # the same length
        lambda path: path.unlink(),
        lambda path: path.with_suffix(".new").write_text("two") and path.with_suffix(".new").rename(path),
        lambda path: path.write_bytes(b""),
    ],
)
def test_a_change_is_seen_once(file: Path, change: Callable[[Path], object]) -> None:
    watched = Watched(lambda: (file,), quiet_seconds=0)
    change(file)
    assert watched.changed() and not watched.changed()


def test_other_files_are_a_change(file: Path) -> None:
    watched = Watched(lambda: sorted(file.parent.iterdir()), quiet_seconds=0)
    (file.parent / "more").write_text("x")
    assert watched.changed()
    watched.forget()
    assert watched.changed()
