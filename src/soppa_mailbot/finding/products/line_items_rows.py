"""One row of a quote: its cells, the product's name among them, and whether it is software that is bought."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, is_product_like, product_key

_MONEY = r"(?:US)?[$€£]\s?-?\d[\d,]*(?:\.\d{1,2})?|\b\d[\d,]*\.\d{2}\b"
MONEY = re.compile(_MONEY)
_NUMERIC = re.compile(
    r"^[-(]?(?:USD?\s?)?[$€£]?\s?-?\d[\d,]*(?:\.\d+)?\)?\s?(?:%|T|ea\.?|USD|/\w+|per \w+|"
    r"[a-z]{2,12})?$",
    re.IGNORECASE,
)
# a word at the end of a row; taken one by one, since a pattern over the whole end can backtrack for hours
_TAIL_WORD = re.compile(
    r"[-(]?[$€£]?\d[\d,]*(?:\.\d+)?[)%T]?(?:USD|ea\.?)?|[-(]?[$€£]|USD|ea\.?|N/A|-|included|free|yes|"
    r"no",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?<![$€£.\d,])\b(\d[\d,]*)\s*(?:x\s+|×\s*)?(?:(?!per\b|a\b|each\b)[a-z-]+\s+){0,2}(?:seats?|licen[cs]es?|"
    r"students?|users?|teachers?|"
    r"subscriptions?|"
    r"schools?|buildings?|sites?|classrooms?|units?|copies|pupils|staff|educators?|accounts?|devices?|"
    r"screens?|buses|rooms?|campuses|classes|families|children|computers|terminals?|kiosks?)\b",
    re.IGNORECASE,
)
_DATE_CELL = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d$")
_CODE_CELL = re.compile(r"^(?=.*\d)[A-Z0-9][A-Z0-9._/-]{2,19}$|^[A-Z]{1,6}(?:[-_/][A-Z0-9]{1,8}){1,4}$")
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
_SOFTWARE = re.compile(
    r"\b(?:licen[cs]es?|seats?|subscriptions?|students?|users?|teachers?|access|annual|online|digital|"
    r"software|platform|"
    r"app|per student|site|\d+ months|one year|school year|tier|edition)\b",
    re.IGNORECASE,
)


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


# of up to three figures: longer ones are read as numbers
_COUNT_AHEAD = re.compile(r"\s*[1-9]\d{0,2}(?:\.0+)?(?:\s+|\s?[x×]\s+)(?=[A-Za-z(\"“])")
_BY_ITS_MAKER = re.compile(r"[Bb]y\s+[A-Z]")  # a description that begins over its row


def item_of_row(line: str, roles: tuple[str, ...]) -> LineItem | None:
    """The row as an item; None where it has no words or no numbers."""
    words, numbers = row_parts(line)
    if not words or not numbers or _BY_ITS_MAKER.match(words[0]):
        return None
    if len(words) > 1 and "skip" in roles and (_DATE_CELL.match(words[0]) or _CODE_CELL.match(words[0])):
        words = words[1:]
    raw, description = words[0], " ".join(words[1:])
    money = any(MONEY.search(n) for n in numbers)
    plain = [n for n in numbers if not re.search(r"[$€£%]", n)]
    # "620 | Planet Atlas | $4.10 | $2,542.00" under "Qty | Item | Each | Amount"
    ahead = roles[:1] == ("quantity",) and _COUNT_AHEAD.match(line) is not None
    quantity = ("quantity" in roles and bool(plain)) or ahead or bool(COUNTED.search(line))
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


def best_name(raw: str, description: str) -> str:
    """The product's name, from the cell for it or, where that holds a code or "Site license", from the description."""
    name = clean_product(raw)
    other = clean_product(description) if description else ""
    if not is_product_like(name) or _CODE_CELL.match(name):
        return other if other and is_product_like(other) else name
    if other and is_product_like(other) and other[:1].isupper() and set(product_key(name)) < set(product_key(other)):
        return other
    return name
