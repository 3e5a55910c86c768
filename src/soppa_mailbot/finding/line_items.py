"""The rows of a quote: what is bought, how many, at what price.

Works on text as `Document.text()` gives it: a table row on one line, cells parted by tabs where the reader saw gaps.
OCR and plain mails have no tabs; then the numbers at a line's end part the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.names import clean_product, clearly_different, is_product_like, product_key
from soppa_mailbot.finding.second_products import named_by_itself
from soppa_mailbot.model import PaperFinding

_MONEY = r"(?:US)?[$€£]\s?-?\d[\d,]*(?:\.\d{1,2})?|\b\d[\d,]*\.\d{2}\b"
MONEY = re.compile(_MONEY)
_NUMERIC = re.compile(
    r"^[-(]?(?:USD?\s?)?[$€£]?\s?-?\d[\d,]*(?:\.\d+)?\)?\s?(?:%|T|ea\.?|USD|/\w+|per \w+|"
    r"[a-z]{2,12})?$",
    re.IGNORECASE,
)
_LEADING_COUNT = re.compile(r"(\d[\d,]{0,6})\s+(?=[A-Za-z])")
_COUNT = re.compile(r"^\d[\d,]*(?:\.0+)?(?:\s[a-z]{2,12})?$", re.IGNORECASE)
# a word at the end of a row; taken one by one, since a pattern over the whole end can backtrack for hours
_TAIL_WORD = re.compile(
    r"[-(]?[$€£]?\d[\d,]*(?:\.\d+)?[)%T]?(?:USD|ea\.?)?|[-(]?[$€£]|USD|ea\.?|N/A|-|included|free|yes|"
    r"no",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<![$€£.\d,])\b(\d[\d,]*)\s*(?:x\s+|×\s*)?(?:(?!per\b|a\b|each\b)[a-z-]+\s+){0,2}(?:seats?|licen[cs]es?|"
    r"students?|users?|teachers?|"
    r"subscriptions?|"
    r"schools?|buildings?|sites?|classrooms?|units?|copies|pupils|staff|educators?|accounts?|devices?|"
    r"screens?|buses|rooms?|campuses|classes|families|children|computers|terminals?|kiosks?)\b",
    re.IGNORECASE,
)
# a count without its price: "Planet Atlas  420  call for pricing"
_PRICE_TO_COME = re.compile(
    r"^[ \t]*[A-Z][^\n$]{2,80}?[ \t]\d[\d,]{0,6}[ \t]+(?:call|tb[dc]|included|no[ ]charge|free|(?:up)?on[ ]request|"
    r"to[ ]be[ ]\w+|pending|n/?a)\b",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT_HEAD = re.compile(r"\b(?:qty|quantity|seats|licen[cs]es|students|users|units)\b", re.IGNORECASE)
_DATE_CELL = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d$")
_CODE_CELL = re.compile(r"^(?=.*\d)[A-Z0-9][A-Z0-9._/-]{2,19}$|^[A-Z]{1,6}(?:[-_/][A-Z0-9]{1,8}){1,4}$")

_ROLES: tuple[tuple[str, str], ...] = (
    (
        "skip",
        r"date|service date|line(?: ?(?:#|no\.?|item no\.?))?|#|no\.?|ln|sku|part|(?:item|part|product|stock|"
        r"catalog|cat|mfr?g?)\.? ?(?:#|no\.?|number|code|id)|code|isbn|id",
    ),
    (
        "quantity",
        r"qty\.?|quantity|seats?|users?|licen[cs]es?|students?|units?|count|enrollment|# of \w+|"
        r"no\. of \w+|number of \w+|how many|pieces|pcs\.?|hours",
    ),
    (
        "amount",
        r"(?:line |net |grand |ext(?:ended|\.)? |annual |order )?(?:amount|total)(?: price| \(usd\)| usd)?|"
        r"ext(?:ended|\.)?(?: price| cost)?|subtotal|(?:annual|net|total) (?:fee|cost|price)|sum|extension|"
        r"in all|altogether",
    ),
    (
        "price",
        r"(?:unit |list |net |sales |sale |your |annual |customer |discounted )?(?:price|rate|cost|fee|"
        r"msrp)(?: each| per \w+| \(usd\)| usd|/\w+)?|each|per \w+",
    ),
    (
        "thing",
        r"(?:line )?items?|name|products?(?: name| description|/service| or service|s? (?:and|&) services)?|"
        r"services?|activity|software|solutions?|title|modules?|program|deliverables?|offering|"
        r"subscription|licen[cs]e(?: type)?|package|articles?|what(?: you (?:get|buy|order))?|purchase",
    ),
    (
        "description",
        r"(?:item |product |service )?(?:description|desc\.?|details?)(?: of (?:services?|goods|work))?|"
        r"notes?",
    ),
    (
        "other",
        r"term|start(?: date)?|end(?: date)?|months?|disc(?:ount|\.)?(?: %)?|tax(?:ed|able)?|uom|"
        r"unit of measure|grades?|duration|period|type|edition",
    ),
)
_ROLE = tuple((role, re.compile(rf"^(?:{pattern})\s*:?$", re.IGNORECASE)) for role, pattern in _ROLES)
_STOP = re.compile(
    r"^\W*(?:sub-?\s?total|total|grand total|tax\b|sales tax|shipping|freight|discount|balance|amount due|"
    r"terms\b|notes?\b|"
    r"accept|signature|authorized|thank|prices? |valid|please|payment|comments|deposit|net \d|by signing)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:training|on-?boarding|implementation|shipping|handling|freight|set-?up|installation|install|"
    r"professional "
    r"development|professional learning|coaching|webinars?|workshops?|migration|consult\w*|tax|discount|"
    r"credit|kits?|stands?|"
    r"printers?|players?|terminals?|books?|workbooks?|guides?|manuals?|readers|hardware|charger|cables?|"
    r"warranty|sessions?|"
    r"connector|"
    r"integration|add-?on|rostering|launch|kick-?off|support|maintenance|printed|delivery|customization|"
    r"configuration|"
    r"custom work|travel|deposit|surcharge|fee|report|tablets?|headsets?|cards?|badges?)\b",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"\b(?:training|on-?boarding|implementation|set-?up|installation|coaching|workshops?|professional development|"
    r"professional learning|shipping|freight)\b",
    re.IGNORECASE,
)
_SOFTWARE = re.compile(
    r"\b(?:licen[cs]es?|seats?|subscriptions?|students?|users?|teachers?|access|annual|online|digital|"
    r"software|platform|"
    r"app|per student|site|\d+ months|one year|school year|tier|edition)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^\s*(?:[-*•]\s*)?(?:product|software|item|program|service|solution|subscription|licen[cs]e|"
    r"product name|name of "
    r"(?:product|software)|product or service(?: name)?|product/service|"
    # "Order for: Planet Atlas", and not "Order for: Lincoln Elementary"
    r"(?:order|offer|quote|quotation)\s+for(?=\s*:(?![^\n]*\b(?:schools?|elementary|middle|high|academy|district|"
    r"department|office|services|center)\b)))\s*[:\t]\s*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)


_PAIR = 2  # cells of a label and what it says
# of "Users | Student Services Department", which is a row and no head
_PLACE = re.compile(r"\b(?:department|office|elementary|academy)\b", re.IGNORECASE)


def quoted_lines(order: PaperFinding) -> list[str]:
    """The lines of an order as its evidence quotes them: the first few that have a quantity or a price."""
    return [e.quote for e in order.evidence if "line item" in e.rule]


@dataclass(frozen=True, slots=True)
class LineItem:
    name: str  # the product, cleaned
    description: str
    quantity: bool
    price: bool
    line: str  # the row as it stands, for evidence

    @property
    def service(self) -> bool:
        """Training, shipping, hardware: bought along with the software, not the software."""
        return bool(_SERVICE.search(self.name))

    @property
    def software(self) -> bool:
        return not self.service and bool(_SOFTWARE.search(self.line))


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
            item = _item(line[first.end() :], ("thing", "price", "price"))
            if item is not None and is_product_like(item.name):
                out.append(replace(item, quantity=True, line=" ".join(line.split())))
            continue
        if not words or not counts or len(numbers) < 2:
            continue
        if any(MONEY.search(n) for n in numbers) or _multiplied(numbers):
            item = _item(line, ("skip", "thing", "quantity", "price"))
            if item is not None and is_product_like(item.name):
                out.append(item)
    return tuple(out[:20])


def _priced(count: str, numbers: Sequence[str]) -> bool:
    """Whether a count times a price is the amount: "240 Planet Atlas $3.00 $720.00". A count of one proves nothing."""
    values = [float(re.sub(r"[^\d.]", "", n) or 0) for n in numbers if MONEY.search(n)]
    many = float(count.replace(",", ""))
    return many > 1 and len(values) == 2 and values[1] > 0 and abs(many * values[0] - values[1]) < 0.006


def _multiplied(numbers: Sequence[str]) -> bool:
    """Whether a row proves itself: 22 times 310 is 6,820, whatever its columns are called."""
    values = [float(n.replace(",", "")) for n in numbers if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", n)]
    return any(
        a > 1 and b > 1 and abs(a * b - c) < 0.006 * max(a, 1)
        for a, b, c in zip(values, values[1:], values[2:], strict=False)
    )


def header_roles(line: str) -> tuple[str, ...]:
    """The roles of the columns, if this line heads a table of what is bought."""
    cells = [c.strip() for c in line.split("\t") if c.strip()]
    if len(cells) == _PAIR and _PLACE.search(line):
        return ()
    if len(cells) < 3:
        cells = _phrases(line)
    roles = tuple(role for cell in cells if (role := _role(cell)))
    known = set(roles)
    enough = len(roles) >= 2 and 2 * len(roles) > len(cells)
    names = known & {"thing", "description"}
    numbers = known & {"quantity", "price", "amount"}
    return roles if enough and names and numbers and len(line) < 160 else ()


def column_role(cell: str) -> str:
    """What a column with this heading holds: thing, quantity, price, amount ...; "" when it heads none."""
    return _role(cell)


def _role(cell: str) -> str:
    cell = cell.strip(" :*")
    found = next((role for role, pattern in _ROLE if pattern.match(cell)), "")
    if not found and "/" in cell:  # "SKU / description": what is bought, with its number
        parts = [role for part in cell.split("/") if (role := _role(part))]
        found = next((role for role in parts if role != "skip"), "")
    return found


def _phrases(line: str) -> list[str]:
    """The words of a heading without tabs, two together where they name one column ("Unit Price")."""
    words = line.replace("\t", " ").split()
    if len(words) > 14:
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        if at + 1 < len(words) and _role(pair):
            out.append(pair)
            at += 2
        else:
            out.append(words[at])
            at += 1
    return out


def _rows(lines: Sequence[str], at: int, roles: tuple[str, ...]) -> tuple[tuple[LineItem, ...], int]:
    items: list[LineItem] = []
    misses = 0
    above = ""  # a line without numbers right before
    while at < len(lines) and len(items) < 60:
        line = lines[at]
        if _STOP.match(line.lstrip("\t ")) or header_roles(line):
            break
        item = _item(line, roles)
        # "... July 2027 - June" over "2028  780  $4.10  $3,198.00"
        if item is None and above and _is_all_numbers(line):
            item = _item(f"{above.strip()} {line.strip()}", roles)
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


_BY_ITS_MAKER = re.compile(r"[Bb]y\s+[A-Z]")  # a description that begins over its row


def _item(line: str, roles: tuple[str, ...]) -> LineItem | None:
    words, numbers = row_parts(line)
    if not words or not numbers or _BY_ITS_MAKER.match(words[0]):
        return None
    if len(words) > 1 and "skip" in roles and (_DATE_CELL.match(words[0]) or _CODE_CELL.match(words[0])):
        words = words[1:]
    raw, description = words[0], " ".join(words[1:])
    money = any(MONEY.search(n) for n in numbers)
    plain = [n for n in numbers if not re.search(r"[$€£%]", n)]
    quantity = ("quantity" in roles and bool(plain)) or bool(_COUNTED.search(line))
    price = money or ("price" in roles and len(numbers) >= 2) or ("amount" in roles and len(numbers) >= 2)
    return LineItem(best_name(raw, description), description, quantity, price, line.strip()[:200])


def row_parts(line: str) -> tuple[list[str], list[str]]:
    """The text cells and the number cells of a row."""
    cells = [c.strip() for c in line.split("\t") if c.strip()]
    if len(cells) < 3:
        before, tail = _tail(line)
        if not tail:
            return [], []
        cells = [before, *tail]
    words: list[str] = []
    numbers: list[str] = []
    for index, cell in enumerate(cells):
        if not cell:
            continue
        numeric = _NUMERIC.match(cell) or all(_NUMERIC.match(p) for p in cell.split())
        if numeric and (index > 0 or len(cell) > 3):
            numbers.append(cell)
        elif not numeric:
            words.append(cell)
    return words, numbers


def _tail(line: str) -> tuple[str, list[str]]:
    """The line up to the numbers at its end, and these."""
    found = list(re.finditer(r"\S+", line))
    first = len(found)
    while first > 0 and _TAIL_WORD.fullmatch(found[first - 1].group(0)):
        first -= 1
    if first == len(found):
        return line.strip(), []
    return line[: found[first].start()].strip(), [m.group(0) for m in found[first:]]


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


def best_name(raw: str, description: str) -> str:
    """The product's name, from the cell for it or, where that holds a code or "Site license", from the description."""
    name = clean_product(raw)
    other = clean_product(description) if description else ""
    if not is_product_like(name) or _CODE_CELL.match(name):
        return other if other and is_product_like(other) else name
    if other and is_product_like(other) and other[:1].isupper() and set(product_key(name)) < set(product_key(other)):
        return other
    return name


def software_names(items: Sequence[LineItem], vendor: str = "") -> tuple[str, ...]:
    """What is bought, the main thing first; others only when they look like a second software: of the same family, or
    with a name of its own."""
    candidates = [i for i in items if i.name and is_product_like(i.name)]
    main = next((i for i in candidates if not i.service), None)
    main = main or next((i for i in candidates if not _TRAINING.search(i.name)), None)
    if main is None:
        return ()
    family = set(product_key(main.name)[:1]) | set(product_key(vendor)[:1])
    names = [main.name]
    for item in candidates:
        if (
            item.software
            and all(clearly_different(item.name, n) for n in names)
            and (family & set(product_key(item.name)) or (item.price and named_by_itself(item.name, main.name)))
        ):
            names.append(item.name)
    return tuple(names)


def labelled_products(text: str) -> tuple[str, ...]:
    """Names beside a label: "Product: BrightMath"."""
    names = (clean_product(m.group(1).split("\t")[0]) for m in _LABELLED.finditer(text))
    return tuple(n for n in names if is_product_like(n) and not _role(n))


def counted(text: str) -> bool:
    """Whether a number of seats, licences, schools ... stands in the text."""
    lines = text.splitlines()
    heads = {line for line in lines if header_roles(line)}
    if any(_COUNT_HEAD.search(line) for line in heads) and _PRICE_TO_COME.search(text):
        return True
    # "CUSD 88" over "Product  Qty  Unit price" counts no units
    text = "\n".join("." if line in heads else line for line in lines)
    return bool(_COUNTED.search(text)) or bool(re.search(r"\b(?:qty|quantity)\.?\s*[:=\t]?\s*\d", text, re.IGNORECASE))
