"""Rows of a small offer as people type them into a mail: "12 live lessons @ $85.00 each = $1,020.00".

What is bought need not be a name here: a row proves itself by its count and its price, which make the amount, or by
saying that the price is that of one.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.amounts import amount_of, comes_to
from soppa_mailbot.finding.common.names import clean_product, is_product_like
from soppa_mailbot.finding.products.line_items_rows import LineItem

_PRICE = r"(?:(?:USD?[ ]?)?\$|USD)[ ]?(?P<price>\d[\d,]*(?:\.\d{1,2})?)"
_EACH = (
    r"(?P<each>[ ]?(?:/[ ]?[a-z]+|(?:per|a)[ ][a-z]+(?:[ ](?:per|a)[ ][a-z]+)?|each|apiece|ea\.?|p\.?p\.?)"
    r"(?:[ ](?:per|a)[ ][a-z]+|[ ]each)?)?"
)
_AMOUNT = (  # possessive, since dots and dashes could be cut in many ways
    r"(?:(?:[ ]for[ ][^$€£=\n]{1,40}?)?[ ]*+(?:,[ ])?(?:[=:→,;.–—-]++|(?:so|thus|which[ ]is|that[ ]is|that's|or)\b|"
    r"comes[ ]to|totals?|is|makes|for[ ]a[ ]total[ ]of)[ ]*+(?:=[ ]*+)?"
    r"(?:a[ ]total[ ]of[ ])?(?:USD?[ ]?)?\$?[ ]?(?P<amount>\d[\d,]*+(?:\.\d{1,2})?))?"
)
_TIMES = r"[ ]*(?P<times>@|[x×*]|\bat\b|[-–—(,:]|\bfor\b)[ ]*"
_END = (
    r"(?:[ ]?/[ ]?[a-z]{1,8})?(?:[ ](?:total|in[ ](?:all|total)|altogether|even))?[ ]*(?:\([^()\n]{0,40}\)|[).!*]*)"
    r"(?P<rest>(?:[ ](?:for|per|a)|,|;)[ ][^$€£=\n]{1,80})?"  # "for the year, for Special Services."
)
_THING = r"[A-Za-z][^$€£@=\n\t:;]{0,70}?"
_ROWS = (
    re.compile(
        rf"(?P<count>\d[\d,]{{0,6}})[ ]?(?:[x×][ ]|[x×](?=[ ]?[A-Za-z]))?[ ]?(?P<thing>{_THING}){_TIMES}"
        rf"{_PRICE}{_EACH}[)]?{_AMOUNT}{_END}",
        re.IGNORECASE,
    ),
    re.compile(  # "Planet Atlas for 6 therapists, $240 each = $1,440"
        rf"(?P<thing>{_THING})[ ]?[:,(–—-]?[ ]*(?:for[ ])?(?P<count>\d[\d,]{{0,6}})(?:[ ][a-z]{{2,14}}){{0,3}}"
        rf"(?P<times>[ ]*[,:–—(-]|[ ]for)[ ]*{_PRICE}{_EACH}[)]?{_AMOUNT}{_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<thing>{_THING})[ ]?[:,(–—-]?[ ]*(?P<count>\d[\d,]{{0,6}})(?:[ ][a-z]{{2,14}}){{0,2}}"
        rf"[ ]*(?P<times>@|[x×*]|\bat\b)[ ]*{_PRICE}{_EACH}[)]?{_AMOUNT}{_END}",
        re.IGNORECASE,
    ),
)
_LEAD = re.compile(
    r"^(?:(?:our|the|your|my|here(?:'s|[ ]is|[ ]are)(?:[ ](?:the|our|my|your))?)[ ])?(?:[\w-]+[ ])?"
    r"(?:order(?:[ ]form)?|quote|quotation|offer|estimate|proposal|items?|products?|prices?|pricing|costs?)"
    r"(?:[ ](?:for[ ][^:$\n]{1,60}?(?=[ ]*:)|for[ ](?:this|you|that|it)|is|are))?"
    r"(?:[ ](?:\#|no\.?)?[ ]?[\w-]*\d[\w-]*)?[ ]*[:–—-][ ]*"
    # "We quote", "What you would be buying is"
    r"|^(?:what[ ])?(?:you|we)(?:'d|'re|'ll|[ ](?:would|will|are))?(?:[ ]be)?[ ]"
    r"(?:buy|get|order|offer|quot(?:e(?=[ ])|(?=ing))|propos(?:e(?=[ ])|(?=ing)))(?:t?ing)?(?:[ ](?:is|are|"
    r"you))?[ :]+",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:paid|bought|purchased|ordered|shipped|invoic\w+|last[ ]year|currently|other[ ](?:schools|districts)|"
    r"receipt|refund\w*|for[ ](?:example|instance)|e\.g|typically|usually|normally|on[ ]average|other[ ]customers|"
    r"list[ ]price)\b|\bstart(?:s|ing)?[ ](?:at|from)[ ](?:only[ ]|just[ ])?(?:USD?[ ]?)?[$\d]",
    re.IGNORECASE,
)
# What will be billed, or be done when the District's order is there, says nothing of the past.
STILL_TO_COME = re.compile(
    r"\b(?:to be|will be|(?:we|i)(?:'ll| will| can| would)(?: then)?|(?:is|are|be|being|gets?)) (?:invoiced|billed)\b"
    r"|\b(?:(?:we|i)(?:'ll| will| can| would)(?: then| only)?|to|will|can) "
    r"(?:(?:send|issue|mail|e-?mail) (?:you )?(?:an?|the|our) )?(?:invoice|bill)\b"
    r"|\binvoic(?:e|ed|es|ing) (?:will |to |is |are |comes? |follows? |sent |issued |due )*"
    r"(?:after|upon|on|once|when|following|at|follows?|net)\b"
    r"|\b(?:after|upon|once|when|until|pending|as soon as|needs?|await(?:s|ing)?|receive|receipt of|issue) "
    r"(?:(?:we|receipt|get|have|receive|of|are sent|is|you|send|issue) ){0,4}(?:your|a|an|the district'?s?)"
    r" (?:signed )?(?:purchase order|p\.?o\.?)(?!\w)"
    # "payable within 30 days of our invoice", "net 30 from invoice"
    r"|\b(?:payable|payment|paid|pay|due|net)\b[^.;!?\n$]{0,40}?\b(?:of|after|from|upon|on|following|past|once)\b"
    r"(?: (?:the|our|an|receipt of|receiving|date of|your))* invoic(?:e|es|ing)\b(?: date\b)?",
    re.IGNORECASE,
)
_LONGEST = 160
_MOST = 20  # rows


def offered_rows(text: str, *, summed: bool = False) -> list[LineItem]:
    """The rows of a text; `summed`: only those that end with their sum.

    The name of a row is "" where it begins with no capital, and so names no product.
    """
    out: list[LineItem] = []
    for line in [*re.split(r"\n|(?<=[a-z0-9.)])[.;][ ]+(?=[A-Z]|\d+[ ][A-Za-z])", text), *_stacked(text)]:
        if not ("$" in line or "USD" in line) or len(line) > _LONGEST or PAST.search(STILL_TO_COME.sub(" ", line)):
            continue
        bare = _LEAD.sub("", line.strip(" \t-*•·>+"))
        bare = re.sub(r"[ ]*\t[ ]*", " ", bare)
        found = next((m for p in _ROWS if (m := p.fullmatch(bare)) and _proven(m)), None)
        if found is not None and (found["amount"] or not summed):
            name = clean_product(found["thing"].split(",")[0])
            named = name[:1].isupper() and is_product_like(name)
            out.append(LineItem(name if named else "", found["thing"], True, True, line.strip()[:200]))
        if len(out) >= _MOST:
            break
    return out


_SUMMAND = re.compile(
    r"(?P<thing>[A-Za-z0-9][^\n]{2,110}?)[ \t.:|–—]*(?P<minus>[-–−(][ ]?)?(?:USD?[ ]?)?\$[ ]?"
    r"(?P<amount>\d[\d,]*(?:\.\d\d)?)[) ]*"
)
_SUM = re.compile(
    r"[ \t*|-]*(?:grand[ ]|order[ ]|quote[ ])?total\b[^$€£\n]{0,80}\$[ ]?(?P<amount>\d[\d,]*(?:\.\d\d)?)[ ]*",
    re.IGNORECASE,
)
_IN_BETWEEN = re.compile(r"[ \t*|-]*sub-?total\b", re.IGNORECASE)
_FEWEST = 2  # rows that prove themselves by their sum


def summed_rows(text: str) -> list[LineItem]:
    """Rows with an amount each that make the total under them: "Planet Atlas, 7 kitchens  $1,540"."""
    out: list[LineItem] = []
    amount = 0.0
    above = ""  # what introduces the rows: "You paid before:"
    for line in text.splitlines():
        bare = line.strip(" \t*•|+")
        if (total := _SUM.fullmatch(bare)) is not None:
            return out if len(out) >= _FEWEST and abs(amount - amount_of(total["amount"])) < _CENT else []
        if _IN_BETWEEN.match(bare) or not (row := _SUMMAND.fullmatch(bare)) or len(line) > _LONGEST:
            above = bare if bare and not out else above
            continue
        if PAST.search(line) or (not out and above.endswith(":") and PAST.search(above)):
            return []
        amount += -amount_of(row["amount"]) if row["minus"] else amount_of(row["amount"])
        name = clean_product(_COUNT_BEFORE.sub("", row["thing"]).split(",")[0])
        named = name[:1].isupper() and is_product_like(name)
        counted = re.search(r"\d", row["thing"]) is not None
        out.append(LineItem(name if named else "", row["thing"], counted, True, line.strip()[:200]))
    return []


_COUNT_BEFORE = re.compile(r"\d[\d,]*[ ]*(?:[x×][ ]*)?(?:(?:[a-z]+[ ]){0,2}[a-z]+,[ ]+(?=[A-Z]))?")
_CENT = 0.011
_COUNT_LINE = re.compile(r"[ \t*•-]*[A-Z][^$€£:\n]{2,60}\d[^$€£:\n]{0,30}")
_PRICE_LINE = re.compile(
    r"[ \t*•-]*(?:(?:at|@|price|unit[ ]price|total|amount)[: ]*)?\$[ ]?\d[^\n]{0,40}", re.IGNORECASE
)


def _stacked(text: str) -> list[str]:
    """Rows of which each part stands on a line of its own: "Planet Atlas, 210 students", "$4.25 each", "$892.50"."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    out = []
    for at, line in enumerate(lines[:-2]):
        price, total = lines[at + 1], lines[at + 2]
        if _COUNT_LINE.fullmatch(line) and _PRICE_LINE.fullmatch(price) and _PRICE_LINE.fullmatch(total):
            out.append(f"{line.rstrip('.,;')}, {price} = {total[total.index('$') :]}")
    return out[:_MOST]


def _proven(row: re.Match[str]) -> bool:
    """Whether the amount is the count times the price; without an amount, whether the price is said to be of one."""
    count, price = amount_of(row["count"]), amount_of(row["price"])
    if row["amount"]:
        return comes_to(count, price, amount_of(row["amount"]))
    if count == 1 and row["times"].strip() not in ("-", "–", "—", ":", ","):
        return True
    return bool(row["each"]) or row["times"] in ("@", "x", "×", "*")
