"""Blank forms in many layouts, learnt and then read in copies that were filled in many ways.

Each folder under `layouts/` is a fictional district's pair of forms with copies: some wholly filled, some with places
left empty (`expect.jsonl`). They were made without a look at the code. `ODD` counts the copies of a folder that are
read otherwise than a clerk would; a change that raises a count has to say why. That no copy with an empty place is
taken for complete is a rule, not a count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from proving import PROVE, briefly, only_proving
from soppa_mailbot.commands.opening import opened
from soppa_mailbot.forms.naming.naming import parted
from soppa_mailbot.handling import examining
from soppa_mailbot.model import Form

LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(p.name for p in LAYOUTS.iterdir())
ODD = {
    "pdf-04-piasa-bluffs": 1,
    "pdf-09-des-moraine": 2,
    "pdf-10-rock-island-area": 1,
    "pdf-11-embarras-valley": 2,
    "pdf-12-horseshoe-lake": 1,
    "word-02-ottershaw": 1,
    "word-05-quillback": 1,
    "word-07-northglen": 1,
    # told by other words: a whole empty table by its first row, a question by its own words instead of a paraphrase
    "pdf-18-bureau-trace": 1,
    "pdf-20-salt-fork": 1,
    "word-17-shoal-prairie": 1,
    "word-20-apple-canyon": 1,
}
STEP = 1 if PROVE else 12
SENT = datetime(2026, 11, 5, 16, tzinfo=UTC)


def mail(file: Path) -> bytes:
    message = EmailMessage()
    message["From"] = "Jo Vendor <jo@vendor.example>"
    message["To"] = "purchasing@district.example"
    message["Subject"] = "our form"
    message["Date"] = SENT
    message["Message-ID"] = "<1@vendor.example>"
    message.set_content("Please find our form attached.")
    subtype = "pdf" if file.suffix == ".pdf" else "octet-stream"
    message.add_attachment(file.read_bytes(), maintype="application", subtype=subtype, filename=file.name)
    return message.as_bytes()


def expected(folder: Path) -> list[dict[str, Any]]:
    """The copies of a folder; without SOPPA_PROVE every twelfth one."""
    lines = (folder / "expect.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()][::STEP]


def same(a: str, b: str) -> bool:
    """Whether two labels name one place: a sentence's blank is named by the words before it, or behind it."""
    first, second = (set(re.sub(r"[^a-z0-9]+", " ", parted(text)[0].lower()).split()) for text in (a, b))
    return bool(first & second) and len(first & second) >= 0.6 * min(len(first), len(second))


def odd(form: Form, wanted: dict[str, Any]) -> Iterator[str]:
    """What is not as a clerk would say."""
    if (form.status == "complete") != wanted["complete"]:
        yield f"status {form.status}"
    if form.unsigned != wanted["unsigned"]:
        yield f"unsigned {form.unsigned}"
    for label in form.open:
        if not any(same(label, w) for w in wanted["empty"]):
            yield f"open: {label}"
    if form.doubtful or form.doubts:
        yield f"doubtful: {form.doubtful} {form.doubts}"


@pytest.mark.parametrize("name", briefly(NAMES, NAMES[::5]))
def test_a_layout(name: str) -> None:
    folder = LAYOUTS / name
    told = []
    with opened(folder / "config.toml") as program:
        for wanted in expected(folder):
            message = program.core.parse(mail(folder / wanted["file"]))
            examined = examining.examined(program.core, message, program.config.replies, received=SENT)
            form = next((f for f in examined.findings.forms if f.form == wanted["form"]), None)
            if form is None:
                told.append(f"{wanted['file']}: not recognised")
                continue
            assert wanted["complete"] or form.status != "complete", f"{wanted['file']} lacks {wanted['empty']}"
            if faults := list(odd(form, wanted)):
                told.append(f"{wanted['file']}: {faults}")
    assert len(told) <= ODD.get(name, 0), "\n".join(told)


@pytest.mark.slow
@only_proving("every twelfth copy is read here, all")
def test_all_copies_are_read_here() -> None:
    """For `./run prove`, which selects what is slow."""
    for name in NAMES:
        test_a_layout(name)
