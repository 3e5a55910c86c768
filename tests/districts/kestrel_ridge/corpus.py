"""Collects cases: a message and what a careful buyer says of it."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import EmailMessage

import fills
from blanks import rfi_docx, rfi_pdf, soppa_docx, soppa_pdf
from mailkit import message
from papers import sheet
from vendors import Vendor

RFI, RFI_SPOTS = rfi_pdf()
RIDER, RIDER_SPOTS = soppa_pdf()
RFI_WORD, RIDER_WORD = rfi_docx(), soppa_docx()

WE, WJ = "Washington Elementary School", "Washington Junior High School"
EV, WV = "Eastview Elementary School", "Westview Elementary School"
LDA, HS, INT = "Lincoln-Douglas Academy", "Kestrel Ridge High School", "Kestrel Ridge Intermediate School"
ECC, ALT = "Little Talons Early Childhood Center", "Second Flight Alternative Program"
ALL = ["District-wide"]
STATUS = {"R": "received", "I": "incomplete", "M": "missing", "U": "unclear", "E": "exempt", "N": "not_required"}


@dataclass
class Case:
    name: str
    mail: EmailMessage | bytes
    label: dict


@dataclass
class Corpus:
    cases: list[Case] = field(default_factory=list)

    def add(
        self,
        slug: str,
        sender: Vendor | str,
        date: str,
        subject: str,
        text: str,
        files=(),
        marks: str = "",
        places=None,
        due=None,
        *,
        track: str = "new_operator",
        disposition: str = "incomplete",
        agreement=None,
        tags=(),
        why: str = "",
        accept=(),
        email: str = "",
        product: str | None = None,
        listed=None,
        look: str = "plain",
        raw=None,
        **mail_options,
    ) -> None:
        """files: (name, bytes, kind); marks: order, RFI and SOPPA as letters of STATUS; listed: labels of attachments when not those of files."""
        number = len(self.cases) + 1
        name = f"{number:03d}-{slug}.eml"
        address = sender.sender() if isinstance(sender, Vendor) else sender
        mail = raw or message(number, address, date, subject, text, [f[:2] for f in files], look, **mail_options)
        items = {}
        if marks:
            for key, letter in zip(("order_form", "rfi_form", "soppa_form"), marks, strict=True):
                items[key] = {"status": STATUS[letter]}
            items["locations"] = spot(places)
            items["deadline"] = (
                {"status": "missing"}
                if not due
                else {"status": "unclear"}
                if due == "?"
                else {"status": "received", "value": due}
            )
        label = {
            "file": name,
            "track": track,
            "disposition": disposition,
            "items": items,
            "attachments": listed if listed is not None else [entry(f) for f in files if f[2]],
            "agreement": agreement,
            "vendor": {
                "email": email or (sender.email if isinstance(sender, Vendor) else ""),
                "product": product if product is not None else sender.product if isinstance(sender, Vendor) else "",
            },
            "tags": list(tags),
            "why": why,
        }
        if accept:
            label["accept"] = list(accept)
        self.cases.append(Case(name, mail, label))


def entry(item) -> dict:
    name, _, kind = item
    if isinstance(kind, list):
        return {"filename": name, "kind": "bundle", "parts": [{"pages": p, "kind": k} for p, k in kind]}
    return {"filename": name, "kind": kind}


def spot(places) -> dict:
    if not places:
        return {"status": "missing"}
    if isinstance(places, str):
        return {"status": "unclear", "value": [places]}
    return {"status": "received", "value": places}


def row(operator: str, product: str, status: str = "active") -> dict:
    return {"operator": operator, "product": product, "status": status}


def quote(v: Vendor, number: str, day: str, rows, notes=(), look: int = 0, heading: str = "Quote", meta=None) -> bytes:
    return sheet(heading, v.company, number, day, rows, list(notes), look, meta)


def rfi_typed(v: Vendor, on: str, **changes) -> bytes:
    """The flat questionnaire, typed over."""
    return fills.typed(RFI, RFI_SPOTS, v.rfi(on, **changes))


def rider_typed(v: Vendor, on: str, sign: str = "", **changes) -> bytes:
    """The printed rider, typed over and signed with a typed name."""
    return fills.typed(RIDER, RIDER_SPOTS, v.rider(on, sign or f"/s/ {v.person}", **changes), tick=True)
