"""The blanks of the districts of these tests, and what they are learnt to ask for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.model import Blank, Document
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits

DISTRICTS = Path(__file__).parents[1] / "districts"


def read(name: str) -> Document:
    """The PDF at a path below the districts' folder."""
    opened = pdf.read((DISTRICTS / name).read_bytes(), Limits())
    return Document("a1", name, sha256="0" * 64, pages=opened.pages, fields=opened.fields)


def learnt(document: Document) -> Blank:
    return learn(document, form="rfi", title="Vendor Form", file=document.filename)


def asked(blank: Blank) -> Counter[tuple[Any, ...]]:
    return Counter(
        (p.id, p.kind, p.label, p.group_label, p.option, p.role, p.required, p.party, p.page, p.unsure)
        for p in blank.places
    )
