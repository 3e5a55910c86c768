"""The public table of agreements that are active on a day (105 ILCS 85/27(a)): a web page, or CSV. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from soppa_mailbot import wording
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.model import Agreement
from soppa_mailbot.safe_csv import csv_text, for_excel


@dataclass(frozen=True, slots=True)
class PublicRow:
    operator: str
    product: str  # "" covers all
    signed: date
    expires: date | None
    url: str  # http(s), or ""


@dataclass(frozen=True, slots=True)
class PublicTable:
    """All that `register/page.html` can show."""

    district: str
    today: date
    rows: tuple[PublicRow, ...]


def public_table(register: Sequence[Agreement], district: str, today: date) -> PublicTable:
    """By operator, then product. Mail domains are the District's own business and are left out."""
    active = [row for row in register if row.active_on(today)]
    active.sort(key=lambda row: (row.operator.casefold(), row.product.casefold(), row.signed))
    return PublicTable(
        district,
        today,
        tuple(
            PublicRow(
                wording.clean(row.operator, 200),
                wording.clean(row.product, 200),
                row.signed,
                row.expires,
                _web(row.url),
            )
            for row in active
        ),
    )


def page(table: PublicTable, templates: Templates) -> str:
    """A whole web page that loads nothing; its `<div class="soppa-register">` can stand in another. Raises
    TemplateError."""
    return templates.render("register/page.html", table=table).strip() + "\n"


def csv_file(table: PublicTable) -> bytes:
    heading = ("Operator", "Product", "Signed", "Expires", "Agreement")
    return for_excel(
        csv_text(
            heading, [(r.operator, r.product or "All products", r.signed, r.expires or "", r.url) for r in table.rows]
        )
    )


def _web(url: str) -> str:
    """Nothing but http(s): a register is typed by hand, and a page must not run what stands in it."""
    plain = url.strip()
    safe = plain.lower().startswith(("https://", "http://")) and not any(c in plain for c in " \t\r\n\"'<>\\")
    return plain if safe else ""
