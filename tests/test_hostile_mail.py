"""Whatever arrives, the program answers one line for it, soon, and answers no machine.

The collections of strange mail and of real documents are not part of the project: what needs them is skipped where they
are not beside it. `SOPPA_PROVE=1 pytest -m slow` sends all of them through the command; else a choice goes through
the core.
"""

from __future__ import annotations

import json
import mimetypes
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proving import PROVE, only_proving
from soppa_mailbot.answering.answer import as_json
from soppa_mailbot.commands.opening import opened
from soppa_mailbot.core import Core
from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.mails import claims, intent
from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.products import product
from soppa_mailbot.mail import manners, own_words
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Address, Disposition, Message, Reply

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "examples" / "district" / "config.toml"
SHARED = ROOT.parent / "shared"
ODDITIES, DOCUMENTS = SHARED / "mail-oddities", SHARED / "documents"
NOW = datetime(2026, 9, 14, 15, 0, tzinfo=UTC)
SILENT = (Disposition.IGNORED, Disposition.INQUIRY, Disposition.REVIEW)
SIZE = 60_000 if PROVE else 6_000  # characters of each text made here: the most that is searched, and what is quick
SECONDS = 30.0  # for one mail; the slowest takes six on an idle machine, and tests run on busy ones
MEGABYTES = 500

needs_oddities = pytest.mark.skipif(not ODDITIES.is_dir(), reason="the collection of strange mail is not here")
needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the collection of documents is not here")
whole_collection = only_proving("the whole collection")


class TooLongError(BaseException):
    """Not an Exception: nothing that catches those may swallow it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Of the processor's time: how busy the machine is does not matter. Workers have limits of their own."""

    def stop(*_: object) -> None:
        raise TooLongError(f"takes longer than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.fixture(scope="module")
def core() -> Iterator[Core]:
    with opened(CONFIG) as program:
        yield program.core


def judged(core: Core, raw: bytes) -> dict[str, Any]:
    """One mail all the way, as `triage` does it; the answer has been through JSON."""
    message = core.parse(raw)
    examined = core.examine(message, received=NOW)
    verdict = core.judge((examined.findings,))
    reply = core.compose(verdict, message, today=date(2026, 9, 14))
    if verdict.disposition in SILENT:
        assert not isinstance(reply, Reply)
    answer = as_json("a.eml", message.message_id, verdict, reply if isinstance(reply, Reply) else None)
    told: dict[str, Any] = json.loads(json.dumps(answer, ensure_ascii=False))
    return told


# --- mails that are made here -------------------------------------------------------------------------------


def filled(unit: str, size: int = SIZE) -> str:
    return (unit * (size // len(unit) + 1))[:size]


# each was slow, or is what makes patterns slow: runs, runs before a sign that does not fit, many small such runs
HOSTILE = {
    "a name that is none, 880 times": filled("Thanks,\n" + "A" * 59 + "!\n"),
    "a label that never ends": filled("school " + "a" * 1400 + "!\n"),
    "lines of two dashes": filled("--\n"),
    "lines of a sign": filled("=\n"),
    "lines of labels": filled("a:\n"),
    "tabs and spaces in turn": filled("\t ") + "x",
    "spaces before a sign": " " * SIZE + "!",
    "digits": "1" * SIZE + "x",
    "prices": filled("1,1.") + "x",
    "dollars": filled("$1 ") + "x",
    "the end of a row": filled("N/A - $1 " * 40 + "x\n"),
    "schools": filled("middle school, "),
    "short schools": filled("HS "),
    "dates": filled("by June 1 or 1/1/27, "),
    "approvals": filled("approval and sign-off "),
    "quotes in quotes": filled("On Mon a <a@b.c> wrote:\n> "),
    "headers in headers": filled("From: a\nSent: b\nTo: c\nSubject: d\n"),
    "less-than signs": "<" * SIZE,
    "underscores": filled("Name: ____ "),
    "links": filled("https://drive.google.com/a?usp=sharing&"),
    "capitals": filled("Aa.") + "!",
    "boxes": filled("[ ] ☐ "),
}
SENDER = Address("Jo Field", "jo@acme.example")
DAY = date(2026, 9, 14)


def _finders(core: Core) -> dict[str, Callable[[str], object]]:
    district = core.district
    return {
        "own words": lambda text: own_words.split(text, SENDER, "Re: a"),
        "order form": lambda text: assess(text, district_names=(district.name,)),
        "order in mail": lambda text: assess(text, district_names=(district.name,), body=True),
        "places": lambda text: places.find(
            text, district.schools, source="body", district_names=(district.name,), vendor_names=("Acme",)
        ),
        "answer": lambda text: places.find(text, district.schools, source="rfi.pdf", labelled=True),
        "deadline": lambda text: deadline.find(text, DAY, source="body"),
        "day": lambda text: deadline.find(text, DAY, source="rfi.pdf", labelled=True),
        "product": lambda text: product.find((), (), subject=text[:5000], body=text, register=district.register),
        "intent": lambda text: intent.intent_of(
            text, text[:2000], (), form_found=False, place_found=False, date_found=False
        ),
        "agreement": claims.claims_agreement,
        "exempt": claims.claims_exempt,
        "attached": claims.claims_attached,
    }


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_every_finder_ends_soon(core: Core, name: str) -> None:
    for finder, find in _finders(core).items():
        began = time.process_time()
        with within(SECONDS):
            find(HOSTILE[name])
        assert time.process_time() - began < 6 * max(SIZE, 30_000) / 60_000, finder


@pytest.mark.slow
@only_proving("a tenth of what is searched at most is tried here, all of it")
def test_every_finder_ends_soon_with_all_it_reads(core: Core) -> None:
    for name in sorted(HOSTILE):
        test_every_finder_ends_soon(core, name)


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_mail_that_is_all_of_them_is_judged(core: Core, kind: str) -> None:
    head = f"From: Jo <jo@acme.example>\nSubject: Quote\nContent-Type: {kind}; charset=utf-8\n\n"
    body = "\n".join(text[:4000] for text in HOSTILE.values())
    with within(SECONDS):
        judged(core, (head + body).encode())


# --- mutated sample mails -------------------------------------------------------------------------------------

SEEDS = sorted((ROOT / "examples" / "mails").glob("*.eml"))
SPLINTERS = (
    b"\r\n\r\n",
    b"\n--",
    b"\xff\xfe",
    b"\x00",
    b"=?utf-8?b?",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"=",
    b"<",
    b"AAAA",
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A sample mail with bytes changed, cut out, doubled, and pieces of another mail in it."""
    raw = bytearray(draw(st.sampled_from(SEEDS)).read_bytes())
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, 12))):
        at = chance.randrange(min(len(raw), 6000) if chance.random() < 0.5 else len(raw))
        what = chance.randrange(5)
        if what == 0:
            raw[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del raw[at : at + chance.randrange(1, 400)]
        elif what == 2:
            raw[at:at] = raw[at : at + chance.randrange(1, 3000)]
        elif what == 3:
            raw[at:at] = chance.choice(SPLINTERS)
        else:
            other = chance.choice(SEEDS).read_bytes()
            start = chance.randrange(len(other))
            raw[at:at] = other[start : start + chance.randrange(1, 4000)]
        raw = raw or bytearray(b"\n")
    return bytes(raw)


_UNHURRIED = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)


@given(mutated())
@settings(max_examples=20, deadline=None, suppress_health_check=_UNHURRIED)
def test_mutated_mails_are_judged(core: Core, raw: bytes) -> None:
    with within(SECONDS):
        judged(core, raw)


@pytest.mark.slow
@whole_collection
@given(mutated())
@settings(max_examples=1000, deadline=None, suppress_health_check=_UNHURRIED)
def test_many_mutated_mails_are_judged(core: Core, raw: bytes) -> None:
    with within(SECONDS):
        judged(core, raw)


# --- the collection of strange mail -------------------------------------------------------------------------


def files_below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in ("README.md", "index.tsv"))


def ignored_because(message: Message) -> str:
    return manners.ignored_because(
        message, own_addresses=frozenset({"p@district.example"}), own_message_id_domain="soppa-mailbot.district.example"
    )


@needs_oddities
def test_no_automatic_mail_is_answered() -> None:
    found = files_below(ODDITIES / "automatic")
    assert len(found) > 200
    answered = [path.name for path in found if not ignored_because(parse(path.read_bytes()))]
    assert not answered


def chosen() -> list[Path]:
    """The largest, whose attachments cost most, and some of every collection."""
    every = files_below(ODDITIES) if ODDITIES.is_dir() else []
    largest = sorted(every, key=lambda p: -p.stat().st_size)[:4]
    return [*largest, *random.Random(3834).sample([p for p in every if p not in largest], 15 if every else 0)]


@needs_oddities
def test_strange_mail_is_judged_soon(core: Core) -> None:
    for path in chosen():
        with within(SECONDS):
            answer = judged(core, path.read_bytes())
        assert answer["reply"] is None, path


# --- all of it, through the command -------------------------------------------------------------------------


def triaged(files: Sequence[Path]) -> Iterator[tuple[Path, float, dict[str, Any]]]:
    """Each file with the seconds and the answer that `triage --json` gave it."""
    command: list[str | Path] = [
        Path(sys.executable).with_name("soppa-mailbot"),
        "--config",
        str(CONFIG),
        "triage",
        "--json",
        *files,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        began = time.perf_counter()
        for path in files:
            line = process.stdout.readline()
            now = time.perf_counter()
            yield path, now - began, json.loads(line)
            began = now
    assert process.returncode == 0


def within_bounds(files: Sequence[Path]) -> list[tuple[Path, dict[str, Any]]]:
    found = []
    for path, seconds, answer in triaged(files):
        assert "error" not in answer, answer
        assert seconds < SECONDS, path
        found.append((path, answer))
    # the largest of all processes that have ended: the program itself and its workers
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEGABYTES * 1024
    return found


@pytest.mark.slow
@whole_collection
@needs_oddities
def test_all_strange_mail() -> None:
    for path, answer in within_bounds(files_below(ODDITIES)):
        assert answer["reply"] is None, path
        if path.parent.name == "automatic":
            assert answer["disposition"] == "ignored", path


def wrapped(path: Path, folder: Path) -> Path:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Jo Field <jo@acme.example>", "purchasing@prairiebend14.example"
    mail["Subject"], mail["Date"] = "Papers", "Mon, 14 Sep 2026 10:00:00 -0500"
    mail.set_content("Hello,\n\nplease find our paper attached.\n\nJo Field\n")
    kind, _, of = (mimetypes.guess_type(path.name)[0] or "application/octet-stream").partition("/")
    if kind in ("text", "message"):
        kind, of = "application", "octet-stream"
    mail.add_attachment(path.read_bytes(), maintype=kind, subtype=of, filename=path.name)
    target = folder / f"{path.parent.name}__{path.name}.eml"
    target.write_bytes(bytes(mail))
    return target


@pytest.mark.slow
@whole_collection
@needs_documents
def test_all_documents(tmp_path: Path) -> None:
    """None of them is a form of the District; what cannot be read says why."""
    mails = [wrapped(path, tmp_path) for path in files_below(DOCUMENTS)]
    for path, answer in within_bounds(mails):
        for attachment in answer["attachments"]:
            assert attachment["kind"] in ("other", "order_form", "unreadable"), path
            if attachment["kind"] == "order_form":
                assert path.name.startswith("orders__")
            if attachment["kind"] == "unreadable":
                assert attachment["detail"], path
