"""Every complete agreement of the two districts, its signed page cut off and mailed alone.

It must be put together with its own copy again, and never with another operator's.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pikepdf
import pytest

from proving import only_proving
from soppa_mailbot.commands.opening import opened
from soppa_mailbot.core import Core
from soppa_mailbot.model import Findings, Item, Status

DISTRICTS = Path(__file__).parents[1] / "districts"
MIDNIGHT = datetime(2027, 1, 5, tzinfo=UTC)
RIGHT = {"kestrel_ridge": 12, "lakemont": 24}  # of 13, one of whose copies is too poor, and of 24: as reached


def complete_mails(district: Path) -> Iterator[Path]:
    for line in (district / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line) if line.strip() else {}
        if label.get("items", {}).get("soppa_form", {}).get("status") == "received":
            yield district / "messages" / label["file"]


def in_two(core: Core, path: Path) -> tuple[Findings, Findings] | None:
    """What two mails bring: the file without its signed page, then that page alone; nothing when it is no PDF."""
    mail = message_from_bytes(path.read_bytes(), policy=default)
    found = core.examine(core.parse(path.read_bytes()), received=MIDNIGHT).findings
    form = next((f for f in found.forms if f.form == "soppa" and f.status == "complete"), None)
    if form is None:
        return None
    signed = next((r.page for r in form.readings if r.place.role == "signature" and r.state == "filled"), 0)
    data = next((p.get_payload(decode=True) for p in mail.walk() if p.get_filename() == form.filenames[0]), None)
    if not signed or not isinstance(data, bytes) or data[:4] != b"%PDF":
        return None
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
    if count < 2:
        return None
    rest = [n for n in range(1, count + 1) if n != signed]
    files = (("agreement.pdf", cut(data, rest)), ("signed page.pdf", cut(data, [signed])))
    first, second = (core.examine(core.parse(carrying(mail, *f)), received=MIDNIGHT).findings for f in files)
    return first, second


def cut(data: bytes, pages: list[int]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number in range(len(pdf.pages), 0, -1):
            if number not in pages:
                del pdf.pages[number - 1]
        pdf.save(out)
    return out.getvalue()


def carrying(like: EmailMessage, name: str, data: bytes) -> bytes:
    mail = EmailMessage()
    for header in ("From", "To", "Subject", "Date", "Message-ID"):
        mail[header] = like[header]
    mail.set_content("Attached please find the signed signature page.\n")
    mail.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


@pytest.mark.slow
@only_proving("long")
@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_signed_page_finds_its_own_copy(name: str) -> None:
    with opened(DISTRICTS / name / "district" / "config.toml") as program:
        core = program.core
        pairs = [pair for path in complete_mails(DISTRICTS / name) if (pair := in_two(core, path)) is not None]

        def status(*history: Findings) -> Status | None:
            item = core.judge(history).item(Item.SOPPA_FORM)
            return item.status if item is not None else None

        right = sum(status(*pair) is Status.RECEIVED for pair in pairs)
        crossed = [(a, b) for a, _ in pairs for _, b in pairs if a.message_id != b.message_id]
        assert not [a.subject for a, b in crossed if status(a, b) is Status.RECEIVED]
        assert right >= RIGHT[name], f"{right} of {len(pairs)}"
