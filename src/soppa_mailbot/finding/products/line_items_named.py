"""What software a quote names: in its rows, beside a label, and in the lines that its evidence quotes."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, clearly_different, is_product_like, product_key
from soppa_mailbot.finding.products.line_items_heads import column_role
from soppa_mailbot.finding.products.line_items_rows import LineItem
from soppa_mailbot.finding.products.second_products import named_by_itself
from soppa_mailbot.model import PaperFinding

_TRAINING = re.compile(
    r"\b(?:training|on-?boarding|implementation|set-?up|installation|coaching|workshops?|professional development|"
    r"professional learning|shipping|freight)\b",
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


def quoted_lines(order: PaperFinding) -> list[str]:
    """The lines of an order as its evidence quotes them: the first few that have a quantity or a price."""
    return [e.quote for e in order.evidence if "line item" in e.rule]


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
    return tuple(n for n in names if is_product_like(n) and not column_role(n))
