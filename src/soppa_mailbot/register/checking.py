"""What is the matter with a register that can be read. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from soppa_mailbot.finding.common.names import product_key, same_company
from soppa_mailbot.judging.conversation import FREE_MAIL
from soppa_mailbot.model import Agreement
from soppa_mailbot.wording import american


def findings(register: Sequence[Agreement], today: date) -> tuple[str, ...]:
    """One sentence each, with the row's operator and product; () when all is well."""
    return (*_overlaps(register), *(told for row in register for told in _about(row, register, today)))


def _about(row: Agreement, register: Sequence[Agreement], today: date) -> Iterator[str]:
    name = named(row)
    if row.expires is not None and row.expires < today and not _newer(row, register):
        yield f"{name}: expired on {american(row.expires)}; remove the row, or add the renewal"
    if not row.domains:
        yield f"{name}: no domain; its vendor is then known by name only"
    for domain in row.domains:
        if domain in FREE_MAIL:
            yield f"{name}: {domain} is a mail provider that anybody may use; remove it from domains"
        elif "." not in domain or " " in domain:
            yield f'{name}: "{domain}" is no domain; write it like acme.com'
    if row.url and not row.url.lower().startswith(("https://", "http://")):
        yield f'{name}: url is "{row.url}"; write https://...'


def _newer(row: Agreement, register: Sequence[Agreement]) -> bool:
    return any(other.signed > row.signed and _same(row, other) for other in register)


def _overlaps(register: Sequence[Agreement]) -> Iterator[str]:
    for number, row in enumerate(register):
        for other in register[number + 1 :]:
            if _same(row, other) and _meet(row, other):
                first = max(row.signed, other.signed)
                yield (
                    f"{named(row)}: stands twice, and both are active from {american(first)} on; "
                    "end the older one where the newer begins"
                )


def _same(row: Agreement, other: Agreement) -> bool:
    return product_key(row.product) == product_key(other.product) and same_company(row.operator, other.operator)


def _meet(row: Agreement, other: Agreement) -> bool:
    """Both are active on more than one day; a renewal may begin on the day on which the old one ends."""
    end = min(row.expires or date.max, other.expires or date.max)
    return end - max(row.signed, other.signed) > timedelta(days=0)


def named(row: Agreement) -> str:
    return f"{row.operator}, {row.product or 'all products'}"
