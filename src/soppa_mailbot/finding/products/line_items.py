"""The rows of a quote: what is bought, how many, at what price.

Works on text as `Document.text()` gives it: a table row on one line, cells parted by tabs where the reader saw gaps.
OCR and plain mails have no tabs; then the numbers at a line's end part the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.amounts import amount_of, comes_to
from soppa_mailbot.finding.common.names import clean_product, is_product_like, product_key
from soppa_mailbot.finding.products.line_items_heads import header_roles
from soppa_mailbot.finding.products.line_items_rows import COUNTED, MONEY, LineItem, item_of_row, row_parts

_LEADING_COUNT = re.compile(r"(\d[\d,]{0,6})\s+(?=[A-Za-z])")
_COUNT = re.compile(r"^\d[\d,]*(?:\.0+)?(?:\s[a-z]{2,12})?$", re.IGNORECASE)
# a count without its price: "Planet Atlas  420  call for pricing"
_PRICE_TO_COME = re.compile(
    r"^[ \t]*[A-Z][^\n$]{2,80}?[ \t]\d[\d,]{0,6}[ \t]+(?:call|tb[dc]|included|no[ ]charge|free|(?:up)?on[ ]request|"
    r"to[ ]be[ ]\w+|pending|n/?a)\b",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT_HEAD = re.compile(r"\b(?:qty|quantity|seats|licen[cs]es|students|users|units)\b", re.IGNORECASE)
_STOP = re.compile(
    r"^\W*(?:sub-?\s?total|total|grand total|tax\b|sales tax|shipping|freight|discount|balance|amount due|"
    r"terms\b|notes?\b|"
    r"accept|signature|authorized|thank|prices? |valid|please|payment|comments|deposit|net \d|by signing)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading line; `roles` are what its columns hold."""

    roles: tuple[str, ...]
    items: tuple[LineItem, ...]


def tables(text: str) -> tuple[Table, ...]:
    """Every table of line items in a text. Columns of a price list ("Per student", "District") make none."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    out: list[Table] = []
    at = 0
    while at < len(lines) and len(out) < 20:
        roles = header_roles(lines[at])
        at += 1
        if roles:
            items, at = _rows(lines, at, roles)
            out.append(Table(roles, items))
    return tuple(out)


def loose_rows(text: str) -> tuple[LineItem, ...]:
    """Rows without a heading that is understood (OCR loses it, vendors invent it): a name, a count and an amount."""
    out = []
    for whole in text.splitlines():
        line = whole.strip()
        if not line or len(whole) > 240 or _STOP.match(line):
            continue
        words, numbers = row_parts(line)
        counts = [n for n in numbers if _COUNT.match(n)]
        if not counts and (first := _LEADING_COUNT.match(line)) and _priced(first.group(1), numbers):
            item = item_of_row(line[first.end() :], ("thing", "price", "price"))
            if item is not None and is_product_like(item.name):
                out.append(replace(item, quantity=True, line=" ".join(line.split())))
            continue
        if not words or not counts or len(numbers) < 2:
            continue
        if any(MONEY.search(n) for n in numbers) or _multiplied(numbers):
            item = item_of_row(line, ("skip", "thing", "quantity", "price"))
            if item is not None and is_product_like(item.name):
                out.append(item)
    return tuple(out[:20])


def _priced(count: str, numbers: Sequence[str]) -> bool:
    """Whether a count times a price is the amount: "240 Planet Atlas $3.00 $720.00". A count of one proves nothing."""
    values = [amount_of(n) for n in numbers if MONEY.search(n)]
    many = amount_of(count)
    return many > 1 and len(values) == 2 and values[1] > 0 and comes_to(many, values[0], values[1])


def _multiplied(numbers: Sequence[str]) -> bool:
    """Whether a row proves itself: 22 times 310 is 6,820, whatever its columns are called."""
    values = [amount_of(n) for n in numbers if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", n)]
    return any(a > 1 and b > 1 and comes_to(a, b, c) for a, b, c in zip(values, values[1:], values[2:], strict=False))


def _rows(lines: Sequence[str], at: int, roles: tuple[str, ...]) -> tuple[tuple[LineItem, ...], int]:
    items: list[LineItem] = []
    misses = 0
    above = ""  # a line without numbers right before
    while at < len(lines) and len(items) < 60:
        line = lines[at]
        if _STOP.match(line.lstrip("\t ")) or header_roles(line):
            break
        item = item_of_row(line, roles)
        # "... July 2027 - June" over "2028  780  $4.10  $3,198.00"
        if item is None and above and _is_all_numbers(line):
            item = item_of_row(f"{above.strip()} {line.strip()}", roles)
        if item is not None:
            items.append(_named_above(item, above))
            misses = 0
        elif items and misses < 3:
            items[-1] = _continued(items[-1], line, two_columns={"thing", "description"} <= set(roles))
            misses += 1
        else:
            misses += 1
        if misses > 4:
            break
        above = line if item is None else ""
        at += 1
    return tuple(items), at


def _is_all_numbers(line: str) -> bool:
    words, numbers = row_parts(line)
    return not words and len(numbers) > 1


_CODE_ALONE = re.compile(
    r"(?:(?:SKU|Item|Part|Code|Art)\b\.?\s*(?:no\.?|#|:)?\s*|#\s*)(?=\S*\d)[\w./-]+", re.IGNORECASE
)
# "(publisher: Planet Media)" under the product's name
_ASIDE = re.compile(
    r"\([^()]*\)|(?:publisher|publ\.|maker|manufacturer|mfr\.?|vendor|brand)\b(?:\s*[:.]|\s+(?:is|by)\b).*",
    re.IGNORECASE,
)


def _named_above(item: LineItem, above: str) -> LineItem:
    """A row that holds an article's code or an aside alone, its name standing in the line over it."""
    first = above.split("\t")[0].strip() if above else ""
    words, _ = row_parts(item.line)
    raw = words[0] if words else item.line.split("\t")[0].strip()
    rest = raw if raw.count(")") > raw.count("(") else ""  # "... (Saltbox" over "Publishing, Inc.)  2  $9"
    name = clean_product(f"{first} {rest}".strip())
    if (
        not (rest or _CODE_ALONE.fullmatch(item.name) or _ASIDE.fullmatch(raw))
        or not first
        or not is_product_like(name)
    ):
        return item
    return replace(item, name=name, description=item.name, line=f"{above.strip()} {item.line}"[:300])


def _continued(item: LineItem, line: str, *, two_columns: bool) -> LineItem:
    """A wrapped row: the rest of a name, of a description, or of both."""
    cells = [c.strip() for c in line.split("\t") if c.strip()]
    if len(cells) == 2 and two_columns:
        return replace(
            item,
            name=_joined(item.name, cells[0]),
            description=f"{item.description} {cells[1]}",
            line=f"{item.line} {line.strip()}"[:300],
        )
    if len(cells) == 1 and two_columns and item.description and _rest_of_name(cells[0]):
        return replace(item, name=_joined(item.name, cells[0]), line=f"{item.line} {cells[0]}"[:300])
    return replace(
        item, description=f"{item.description} {' '.join(cells)}".strip(), line=f"{item.line} {' '.join(cells)}"[:300]
    )


def _rest_of_name(cell: str) -> bool:
    if _SCHOOL.search(cell):  # "... site license for Carl" over "Sandburg Middle School"
        return False
    return (
        cell[:1].isupper() and len(cell.split()) <= 3 and not re.search(r"[\d,.;:()]", cell) and bool(product_key(cell))
    )


_SCHOOL = re.compile(r"\b(?:Schools?|Elementary|Middle|Junior High|High|Academy|Campus|District|Center)$")


def _joined(name: str, rest: str) -> str:
    return clean_product(f"{name} {rest}")


def counted(text: str) -> bool:
    """Whether a number of seats, licences, schools ... stands in the text."""
    lines = text.splitlines()
    heads = {line for line in lines if header_roles(line)}
    if any(_COUNT_HEAD.search(line) for line in heads) and _PRICE_TO_COME.search(text):
        return True
    # "CUSD 88" over "Product  Qty  Unit price" counts no units
    text = "\n".join("." if line in heads else line for line in lines)
    return bool(COUNTED.search(text)) or bool(re.search(r"\b(?:qty|quantity)\.?\s*[:=\t]?\s*\d", text, re.IGNORECASE))
