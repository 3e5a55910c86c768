"""What a letter-like proposal or statement of work sells: sentences instead of a table.

"Subscription to Planet Atlas for 120 users", "We propose to provide 120 licenses at $6.50 each, $780.00 in all".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, is_product_like, occurs
from soppa_mailbot.finding.products.line_items import counted
from soppa_mailbot.finding.products.line_items_rows import MONEY, LineItem

_NAME = r"((?-i:[A-Z0-9])[\w'’&+.-]*(?:[ ](?:(?-i:[A-Z0-9])[\w'’&+.-]*|(?:of|and|for|the|&)(?=[ ](?-i:[A-Z]))))*)"
_SOLD = re.compile(
    r"\b(?:subscriptions?|licen[cs]es?|seats?|access|accounts?|use|rollout|implementation|deployment|renewal)"
    rf"[ ](?:to|of|for|in)[ ](?:(?:our|the)[ ])?(?:(?:software|product|platform|app)[ ])?{_NAME}",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:propos\w+[ ]to[ ](?:provide|supply|license|deliver|bring|offer)|"
    r"(?:will|shall|agrees?[ ]to)[ ](?:provide|supply|license|deliver)|propos(?:es?|ing)|offers?|provide)"
    rf"[ ](?:you[ ]|the[ ]district[ ])?(?:with[ ])?{_NAME}",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[ ](?:for|and[ ]the)[ ]")
_ROLE_WORDS = re.compile(
    r"(?:the |this |our )?(?:customer|client|district|school|provider|vendor|licensor|licensee|company|"
    r"agreement|order|"
    r"students?|teachers?|staff|services?|software|term|grades?)s?\b",
    re.IGNORECASE,
)
_TIER = re.compile(
    r"\b(?:start(?:ing|s)? (?:at|from)|from (?:only |just )?\$|as low as|up to \$|average|saved?|savings)\b",
    re.IGNORECASE,
)


def prose_products(text: str, district_names: Sequence[str] = ()) -> tuple[str, ...]:
    """The product of the first sentence that says what is licensed; () when none does."""
    flowing = " ".join(text.split())
    for pattern in (_SOLD, _PROVIDED):
        for found in pattern.finditer(flowing):
            name = clean_product(_JOINED.split(found.group(1).rstrip(" ."))[0])
            if names_product(name, district_names):
                return (name,)
    return ()


_TIMES = re.compile(
    r"(?<![\w.,$])(?P<count>\d{1,6})\s?[x×]\s+(?P<name>[A-Z][^$€£;\n]{1,90}?)[\s,:]*(?:\bat\b|@|\bfor\b|[-–—=:])?\s*"
    r"(?P<price>(?:US)?[$€£]\s?\d[\d,.]*)"
)


# "Planet Atlas, seats: 75 × $14.00 = $1,050.00"
_NAME_TIMES = re.compile(
    r"^[\W\d]{0,6}(?:Pos\.?[ ]"
    r"?\d{1,3}\s+)?(?P<name>[A-Z][^$€£;:\n\t]{1,90}?)[ \t,:–-]{1,6}(?P<count>\d[\d,]{0,8})[ ]?"
    r"(?:[a-z]{2,12}\.?[ ])?[ ]?[x×@*][ ]?(?:USD[ ]?)?[$€£]?[ ]?\d",
    re.MULTILINE,
)
# the same, or a labelled count with a price, on the line under the name: "300 x $24.00", "Quantity 2, price USD 450.00"
_UNDER_TIMES = re.compile(
    r"^[ \t]*(?:(?P<count>\d[\d,]{0,8})[ ]?(?:[a-z]{2,12}\.?[ ])?[ ]?(?:[x×@*]|at\b)[ ]?(?:USD[ ]?)?[$€£]?[ ]?\d|"
    r"(?:qty|quantity|seats|licen[cs]es)\.?[ ]?[:=]?[ ]?\d[\d,]{0,8}[ \t,;]{1,4}(?:unit[ ])?(?:price|cost|at|@)\b)",
    re.IGNORECASE,
)
# a form's lines for one product: "Number of licenses: 1" over "Cost per license: $990.00"
_COUNT_LABEL = re.compile(
    r"^[ \t]*(?:quantity|qty\.?|(?:number|no\.|#) of [a-z]+|seats|licen[cs]es|users|students)[ \t]*[:=\t][ \t]*\d",
    re.IGNORECASE,
)
_PRICE_LABEL = re.compile(
    r"^[ \t]*(?:(?:unit )?(?:price|cost|rate|fee)(?: (?:per|each|a) [a-z]+)?|each)[ \t]*[:=\t][ \t]*"
    r"(?:USD[ ]?)?[$€£]?[ ]?\d",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(
    r"^[\W\d]{0,6}(?:Pos\.?[ ]?\d{1,3}\s+)?(?P<name>[A-Z][^$€£\n\t]{1,90}?)[ \t.]*(?:(?:USD|[$€£])[ ]?[\d,.]+)?[ ]*$"
)


def counted_items(text: str) -> tuple[LineItem, ...]:
    """What a letter or a small offer lists without a table.

    "1 x Planet Atlas, annual at $6,400.00", "Planet Atlas: 75 × $14.00", or "300 x $24.00" under the name.
    """
    found = [(m["name"], m[0]) for m in islice(_TIMES.finditer(" ".join(text.split())), 20)]
    found = found or [(m["name"], m[0]) for m in islice(_NAME_TIMES.finditer(text), 20)]
    found = found or _under_their_names([line for line in text.splitlines() if line.strip()])
    out = []
    for words, line in found:
        name = clean_product(words.split(",")[0])
        if is_product_like(name):
            out.append(LineItem(name, words, quantity=True, price=True, line=line.strip()[:200]))
    return tuple(out)


def _under_their_names(lines: Sequence[str]) -> list[tuple[str, str]]:
    out = []
    for above, line in pairwise(lines[:200]):
        name = _NAME_LINE.match(above) if _UNDER_TIMES.match(line) else None
        if name is not None:
            out.append((name["name"], f"{above.strip()} {line.strip()}"))
    for above, count, price in zip(lines[:200], lines[1:200], lines[2:200], strict=False):
        named = _NAME_LINE.match(above) if _COUNT_LABEL.match(count) and _PRICE_LABEL.match(price) else None
        if named is not None and not _COUNT_LABEL.match(above):
            out.append((named["name"], f"{above.strip()} {count.strip()} {price.strip()}"))
    return out


_QUOTED = re.compile(
    rf"\b(?:prices?|pricing|quote|quotation|offer|proposal|estimate)[ ](?:for|of|on)[ ](?:(?:our|the)[ ])?{_NAME}"
    r"(?=[ ]?:|,?[ ](?:is|are|at|comes)\b)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:Schools?|Elementary|Middle|High|Academy|District|CUSD|USD|CCSD)\b")
_ONE = re.compile(
    r"\b(?:an?|one|the)[ ](?:[\w-]+[ ]){0,2}?(?:site|school|building|campus|district|"
    r"unlimited)(?:-?wide)?[ -](?:licen[cs]e|subscription)\b",
    re.IGNORECASE,
)


def quoted_products(sentence: str) -> tuple[str, ...]:
    """The product of a sentence that prices it by its name alone: "The price of Planet Atlas is $4.25 per student"."""
    names = [clean_product(m[1]) for m in _QUOTED.finditer(sentence)]
    return tuple(n for n in names if names_product(n) and not _PLACE.search(n))[:1]


def priced_license(sentence: str) -> str:
    """A sentence that prices one licence for a whole site, "" when it does not: it needs no count."""
    return sentence if MONEY.search(sentence) and _ONE.search(sentence) and not _TIER.search(sentence) else ""


def priced_sentence(text: str) -> str:
    """A sentence that counts what is sold and prices it, "" when there is none: "120 licenses at $6.50 each"."""
    for sentence in re.split(r"(?<=[.!?;])\s+(?=[A-Z\d])|\n\s*\n", text):
        if MONEY.search(sentence) and counted(sentence) and not _TIER.search(sentence):
            return " ".join(sentence.split())
    return ""


def names_product(name: str, district_names: Sequence[str] = ()) -> bool:
    """Whether this can be the name of what is sold: not the customer, a party or a date."""
    if not is_product_like(name) or _ROLE_WORDS.match(name):
        return False
    return not any(occurs(name, district) or occurs(district, name) for district in district_names)
