"""A foreign table -> agreements, and what they would change in the register. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from soppa_mailbot.errors import UsageError
from soppa_mailbot.finding.names import company_core, product_key
from soppa_mailbot.model import Agreement
from soppa_mailbot.register.columns import COLUMNS, heading_of, unknown
from soppa_mailbot.register.dates import NO_END, day_of
from soppa_mailbot.register.sources import Cell, Row, Source

_ALL_PRODUCTS = re.compile(
    r"(?:all|any)(?: (?:products?|services?))?|various|multiple|see agreement|n/?a|-+", re.IGNORECASE
)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")


@dataclass(frozen=True, slots=True)
class Imported:
    agreements: tuple[Agreement, ...]
    table: str  # which table of the file
    columns: tuple[tuple[str, str], ...]  # column of the register, heading in the file
    unused: tuple[str, ...]  # headings
    problems: tuple[str, ...]  # rows left out, and why


@dataclass(frozen=True, slots=True)
class Changed:
    before: Agreement
    after: Agreement


@dataclass(frozen=True, slots=True)
class Changes:
    """What taking the table in would do. `register` is the result, in the order of the old one, new rows last."""

    added: tuple[Agreement, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Agreement, ...]
    same: int
    register: tuple[Agreement, ...]

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.gone)


def agreements_of(sources: Sequence[Source], *, signed: date | None = None) -> Imported:
    """The table whose heading fits best. `signed` is for rows that name no day. Raises UsageError when none fits."""
    headed = [(found, source) for source in sources if (found := heading_of(source)) is not None]
    if not headed:
        raise UsageError(
            "no table has a heading with an operator (vendor, company ...) and a date signed or an end date; "
            f"name the columns {','.join(COLUMNS)}"
        )
    (number, columns), source = max(headed, key=lambda pair: (len(pair[0][1]), len(pair[1].rows)))
    problems: list[str] = []
    out: list[Agreement] = []
    for place, row in list(zip(source.numbers, source.rows, strict=True))[number + 1 :]:
        if not any(cell.text for cell in row):
            continue
        made = _agreement(row, columns, signed)
        if isinstance(made, Agreement):
            out.append(made)
        elif made:
            problems.append(f"{source.name} row {place}: {made}")
    heading = source.rows[number]
    named = tuple((column, heading[place].text) for column, place in columns.items())
    unique = tuple(dict.fromkeys(out))
    return Imported(unique, source.name, named, tuple(unknown(heading, columns)), tuple(problems))


def _agreement(row: Row, columns: dict[str, int], signed: date | None) -> Agreement | str:
    """The row's agreement, or what is the matter with it; "" for a row that only parts others."""

    def cell(column: str) -> Cell:
        place = columns.get(column)
        return row[place] if place is not None and place < len(row) else Cell("")

    operator = cell("operator").text
    if not operator:
        return "no operator"
    others = [cell(c).text for c in ("product", "signed", "expires")]
    if not any(others) or all(words == operator for words in others if words):
        return ""  # a letter of the alphabet, or a title over all columns
    begun = day_of(cell("signed").text) or (signed if not cell("signed").text else None)
    if begun is None:
        return (
            f'{operator}: signed is "{cell("signed").text}", no day in the order month, day, year; or say --signed DATE'
        )
    end = cell("expires").text
    expires = day_of(end)
    if expires is None and end and not NO_END.fullmatch(end):
        return f'{operator}: expires is "{end}", no day in the order month, day, year'
    if expires is not None and expires < begun:
        return f"{operator}: expires {expires} before it was signed {begun}"
    product = cell("product").text
    link = cell("url").link or next((c.link for c in row if c.link), "")
    return Agreement(
        operator=operator,
        product="" if _ALL_PRODUCTS.fullmatch(product) else product,
        domains=_domains(cell("domains").text),
        signed=begun,
        expires=expires,
        url=link,
    )


def _domains(text: str) -> tuple[str, ...]:
    """Domains in a cell, whatever parts them; of addresses what stands behind the @."""
    found = _DOMAIN.findall(re.sub(r"https?://(?:www\.)?|\S*@", " ", text.casefold()))
    return tuple(dict.fromkeys(domain.removeprefix("www.") for domain in found))


def changes(register: Sequence[Agreement], incoming: Sequence[Agreement], *, keep_gone: bool = False) -> Changes:
    """Rows of one operator and product belong together: by the day signed, else the one by the one.

    What the table does not tell (domains, link) stays as the register has it. `keep_gone` keeps rows that the table
    does not have.
    """
    waiting: dict[tuple[str, str], list[Agreement]] = defaultdict(list)
    for row in register:
        waiting[_key(row)].append(row)
    pairs: dict[int, Agreement] = {}  # number of the incoming row -> the register's
    for number, row in enumerate(incoming):
        mine = waiting[_key(row)]
        old = next((r for r in mine if r.signed == row.signed), None)
        if old is not None:
            pairs[number] = old
            mine.remove(old)
    lone = Counter(_key(row) for number, row in enumerate(incoming) if number not in pairs)
    for number, row in enumerate(incoming):
        if number not in pairs and lone[_key(row)] == 1 and len(waiting[_key(row)]) == 1:
            pairs[number] = waiting[_key(row)].pop()
    merged = {number: _kept(old, incoming[number]) for number, old in pairs.items()}
    gone = tuple(row for rows in waiting.values() for row in rows)
    after = {id(pairs[number]): row for number, row in merged.items()}
    left = [after.get(id(row), row) for row in register if id(row) in after or keep_gone]
    added = tuple(row for number, row in enumerate(incoming) if number not in pairs)
    return Changes(
        added=added,
        changed=tuple(Changed(pairs[n], row) for n, row in merged.items() if pairs[n] != row),
        gone=() if keep_gone else gone,
        same=sum(pairs[n] == row for n, row in merged.items()),
        register=(*left, *added),
    )


def _key(row: Agreement) -> tuple[str, str]:
    operator = " ".join(company_core(row.operator)) or row.operator.casefold()
    return operator, " ".join(product_key(row.product))


def _kept(old: Agreement, new: Agreement) -> Agreement:
    return replace(
        new,
        operator=old.operator if old.operator.casefold() == new.operator.casefold() else new.operator,
        domains=new.domains or old.domains,
        url=new.url or old.url,
    )
