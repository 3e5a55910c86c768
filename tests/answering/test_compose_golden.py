"""Every sample's answer and digest against the file kept beside it, word for word.

`SOPPA_GOLDEN=write` writes the files anew and fails once more, so that nobody takes a change for granted: look at
`git diff tests/data/compose`, then run again without it.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from soppa_mailbot import samples
from soppa_mailbot.answering.compose import compose, follow_up
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests import digest
from soppa_mailbot.model import Reply

FOLDER = Path(__file__).parents[1] / "data" / "compose"
TEMPLATES = Templates()
ANSWERS = dict(samples.answers())
FOLLOW_UPS = {title: (kind, sample) for title, kind, sample in samples.follow_ups()}
DIGESTS = dict(samples.digests())


def answer(title: str) -> Reply:
    sample = ANSWERS[title]
    reply = compose(
        sample.verdict,
        sample.message,
        sample.district,
        TEMPLATES,
        today=samples.TODAY,
        token=sample.token,
        earlier=sample.earlier,
    )
    assert isinstance(reply, Reply)
    return reply


def hold(name: str, actual: str) -> None:
    """Fails with a unified diff where `actual` is not what the golden file says."""
    path = FOLDER / name
    if os.environ.get("SOPPA_GOLDEN") == "write":
        if path.exists() and path.read_text(encoding="utf-8") == actual:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
        pytest.fail(f"{name} was written; look at its difference in git, then run without SOPPA_GOLDEN")
    assert path.exists(), f"{name} is not there; SOPPA_GOLDEN=write makes it"
    kept = path.read_text(encoding="utf-8")
    if kept != actual:
        diff = difflib.unified_diff(kept.splitlines(), actual.splitlines(), f"kept/{name}", "now", lineterm="")
        pytest.fail("\n".join(diff))


def slug(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title)


@pytest.mark.parametrize("title", ANSWERS)
def test_text_of_an_answer(title: str) -> None:
    reply = answer(title)
    hold(f"{slug(title)}.txt", f"Subject: {reply.subject}\n\n{reply.text}")


@pytest.mark.parametrize("title", ["two things open", "exempt and soon", "on file"])
def test_html_of_an_answer(title: str) -> None:
    hold(f"{slug(title)}.html", answer(title).html)


def following(title: str) -> Reply:
    kind, sample = FOLLOW_UPS[title]
    reply = follow_up(
        kind,
        sample.verdict,
        sample.asked,
        samples.district(),
        TEMPLATES,
        today=samples.TODAY,
        token="SOPPA-4M7QX2",
        closes_on=sample.closes_on,
    )
    assert isinstance(reply, Reply)
    return reply


@pytest.mark.parametrize("title", FOLLOW_UPS)
def test_text_of_a_follow_up(title: str) -> None:
    reply = following(title)
    hold(f"{slug(title)}.txt", f"Subject: {reply.subject}\n\n{reply.text}")


@pytest.mark.parametrize("title", ["last reminder", "closed for now"])
def test_html_of_a_follow_up(title: str) -> None:
    hold(f"{slug(title)}.html", following(title).html)


@pytest.mark.parametrize("title", DIGESTS)
def test_text_of_a_digest(title: str) -> None:
    mail = digest.render(DIGESTS[title], TEMPLATES)
    hold(f"digest-{slug(title)}.txt", f"Subject: {mail.subject}\n\n{mail.text}")


def test_html_of_a_digest() -> None:
    title = "something in every section"
    hold(f"digest-{slug(title)}.html", digest.render(DIGESTS[title], TEMPLATES).html)


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{slug(t)}.txt" for t in (*ANSWERS, *FOLLOW_UPS)} | {f"digest-{slug(t)}.txt" for t in DIGESTS}
    assert {path.name for path in FOLDER.glob("*.txt")} == wanted
