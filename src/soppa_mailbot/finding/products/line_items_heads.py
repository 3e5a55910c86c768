"""The heads of a quote's tables: what each column holds."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

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

_PAIR = 2  # cells of a label and what it says
# of "Users | Student Services Department", which is a row and no head
_PLACE = re.compile(r"\b(?:department|office|elementary|academy)\b", re.IGNORECASE)


def header_roles(line: str) -> tuple[str, ...]:
    """The roles of the columns, if this line heads a table of what is bought."""
    cells = [c.strip() for c in line.split("\t") if c.strip()]
    if len(cells) == _PAIR and _PLACE.search(line):
        return ()
    if len(cells) < 3:
        cells = _phrases(line)
    roles = tuple(role for cell in cells if (role := column_role(cell)))
    known = set(roles)
    enough = len(roles) >= 2 and 2 * len(roles) > len(cells)
    names = known & {"thing", "description"}
    numbers = known & {"quantity", "price", "amount"}
    return roles if enough and names and numbers and len(line) < 160 else ()


def column_role(cell: str) -> str:
    """What a column with this heading holds: thing, quantity, price, amount ...; "" when it heads none."""
    cell = cell.strip(" :*")
    found = next((role for role, pattern in _ROLE if pattern.match(cell)), "")
    if not found and "/" in cell:  # "SKU / description": what is bought, with its number
        parts = [role for part in cell.split("/") if (role := column_role(part))]
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
        if at + 1 < len(words) and column_role(pair):
            out.append(pair)
            at += 2
        else:
            out.append(words[at])
            at += 1
    return out
