"""A foreign table -> agreements, and what they would change in the register. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.errors import UsageError
from soppa_mailbot.finding.common.names import company_core, product_key
from soppa_mailbot.model import Agreement
from soppa_mailbot.register.columns import COLUMNS, heading_of, unknown
from soppa_mailbot.register.dates import NO_END, day_of, serial_day
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
    left_out: tuple[LeftOut, ...] = ()  # those of them that name an operator or a product


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that could not be used: what the register has of it must stay."""

    operator: str  # "" where the row names none
    product: str  # "" for all, or where the row names none
    why: str


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
    kept: tuple[Agreement, ...]  # the table has them, in rows that had to be left out
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
    heading = source.rows[number]
    problems: list[str] = []
    left: list[LeftOut] = []
    out: list[Agreement] = []
    for place, row in list(zip(source.numbers, source.rows, strict=True))[number + 1 :]:
        if not any(cell.text for cell in row):
            continue
        made = _agreement(row, columns, signed, source.serials)
        if isinstance(made, Agreement):
            out.append(made)
        elif made is not None and not _repeats(row, heading, columns):
            problems.append(f"{source.name} row {place}: {made.why}")
            left.append(made)
    named = tuple((column, heading[place].text) for column, place in columns.items())
    unique = tuple(dict.fromkeys(out))
    return Imported(unique, source.name, named, tuple(unknown(heading, columns)), tuple(problems), tuple(left))


def _repeats(row: Row, heading: Row, columns: dict[str, int]) -> bool:
    """The heading once more, as at the top of a printed page or over two rows."""
    places = [columns[c] for c in ("operator", "product") if c in columns]
    return all(place < len(row) and row[place].text == heading[place].text for place in places)


def _agreement(row: Row, columns: dict[str, int], signed: date | None, serials: bool) -> Agreement | LeftOut | None:
    """The row's agreement, or what is the matter with it; None for a row that only parts others."""

    def cell(column: str) -> Cell:
        place = columns.get(column)
        return row[place] if place is not None and place < len(row) else Cell("")

    operator = cell("operator").text
    product = "" if _ALL_PRODUCTS.fullmatch(cell("product").text) else cell("product").text

    def left_out(why: str) -> LeftOut:
        return LeftOut(operator, product, f"{operator}: {why}" if operator else why)

    def day(text: str) -> date | None:
        return day_of(text) or (serial_day(text) if serials else None)

    if not operator:
        return left_out("no operator")
    if any(day_of(words) for words in (operator, product)):
        return left_out(f'"{operator}", "{product}": a day where a name should be, the cells of this row are shifted')
    others = [cell(c).text for c in ("product", "signed", "expires")]
    if not any(others) or all(words == operator for words in others if words):
        return None  # a letter of the alphabet, or a title over all columns
    begun = day(cell("signed").text) or (signed if not cell("signed").text else None)
    if begun is None:
        return left_out(
            f'signed is "{cell("signed").text}", no day in the order month, day, year; or say --signed DATE'
        )
    end = cell("expires").text
    expires = day(end)
    if expires is None and end and not NO_END.fullmatch(end):
        return left_out(f'expires is "{end}", no day in the order month, day, year')
    if expires is not None and expires < begun:
        return left_out(f"expires {expires} before it was signed {begun}")
    link = cell("url").link or next((c.link for c in row if c.link), "")
    return Agreement(
        operator=operator,
        product=product,
        domains=_domains(cell("domains").text),
        signed=begun,
        expires=expires,
        url=link,
    )


def _domains(text: str) -> tuple[str, ...]:
    """Domains in a cell, whatever parts them; of addresses what stands behind the @."""
    found = _DOMAIN.findall(re.sub(r"https?://(?:www\.)?|\S*@", " ", text.casefold()))
    return tuple(dict.fromkeys(domain.removeprefix("www.") for domain in found))


def changes(
    register: Sequence[Agreement],
    incoming: Sequence[Agreement],
    *,
    keep_gone: bool = False,
    left_out: Sequence[LeftOut] = (),
) -> Changes:
    """Rows of one operator and product belong together: by the day signed, else the one by the one.

    What the table does not tell (domains, link) stays as the register has it. `keep_gone` keeps rows that the table
    does not have; those of rows that were left out are kept in any case: a date that nobody could read ends nothing.
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
    missed = [row for rows in waiting.values() for row in rows]
    spared = {id(row) for one in left_out for row in _meant(one, missed)}
    gone = [row for row in missed if id(row) not in spared]
    after = {id(pairs[number]): row for number, row in merged.items()}
    left = [after.get(id(row), row) for row in register if id(row) in after or id(row) in spared or keep_gone]
    added = tuple(row for number, row in enumerate(incoming) if number not in pairs)
    return Changes(
        added=added,
        changed=tuple(Changed(pairs[n], row) for n, row in merged.items() if pairs[n] != row),
        gone=() if keep_gone else tuple(gone),
        kept=tuple(row for row in missed if id(row) in spared),
        same=sum(pairs[n] == row for n, row in merged.items()),
        register=(*left, *added),
    )


def _meant(one: LeftOut, missed: Sequence[Agreement]) -> list[Agreement]:
    """Rows of the register that a row may be about which was left out; where its product has none, all of its
    operator's."""
    if not one.operator:
        return [row for row in missed if one.product and product_key(row.product) == product_key(one.product)]
    theirs = [row for row in missed if _operator_key(row.operator) == _operator_key(one.operator)]
    return [row for row in theirs if product_key(row.product) == product_key(one.product)] or theirs


def _operator_key(operator: str) -> str:
    return " ".join(company_core(operator)) or operator.casefold()


def _key(row: Agreement) -> tuple[str, str]:
    return _operator_key(row.operator), " ".join(product_key(row.product))


def _kept(old: Agreement, new: Agreement) -> Agreement:
    return replace(
        new,
        operator=old.operator if old.operator.casefold() == new.operator.casefold() else new.operator,
        domains=new.domains or old.domains,
        url=new.url or old.url,
    )
