"""An order form that stands in the mail itself (contract §4: "It may stand in the body of the mail")."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, is_product_like
from soppa_mailbot.finding.orders.opinion import TOTAL, Opinion, evidence, total_of
from soppa_mailbot.finding.orders.order_announced import parted
from soppa_mailbot.finding.orders.order_prose import (
    counted_items,
    priced_license,
    priced_sentence,
    prose_products,
    quoted_products,
)
from soppa_mailbot.finding.orders.order_rows import PAST, STILL_TO_COME, offered_rows, summed_rows
from soppa_mailbot.finding.orders.paper_words import ARTICLES
from soppa_mailbot.finding.orders.paper_words_priced import PRICE_LIST
from soppa_mailbot.finding.products.line_items import counted
from soppa_mailbot.finding.products.line_items_heads import column_role, header_roles
from soppa_mailbot.finding.products.line_items_named import labelled_products, software_names
from soppa_mailbot.finding.products.line_items_rows import MONEY, LineItem

_PAPER = r"(?:quote|quotation|estimate|proposal|order|pricing)"
_PROPOSE = (
    r"propose(?! (?:an? )?(?:\w+ )?(?:calls?|meetings?|demos?|times?|dates?|chat|visit|"
    r"to (?:meet|talk|show|discuss|call))\b)"
)
# "Quote CCS-118204    March 11, 2027"
_DATED = (
    r"(?:[\s,|(–—-]{1,6}(?:dated?:?[ ]|of[ ])?"
    r"(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2},?[ ]\d{4}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?[ ]\d{4}|"
    r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d))?"
)
_DECLARED = re.compile(
    r"\b(?:order form|(?:our|this|the|a|your) (?:[\w-]+ ){0,2}(?:order|quote|quotation|proposal|estimate)|quotation|"
    rf"price quote|{_PAPER} (?:no\b|number|#|details?\b)|"
    rf"{_PAPER} (?:for|to) [^\n]{{1,80}}(?:\b(?:below|here|follows|as follows)\b|:)|"
    rf"{_PAPER} (?:is |stands |as |at the |details? |summary )?"
    r"(?:typed |written |given |listed |pasted |included |shown )?"
    r"(?:below|follows|inline|bottom|in this e?-?mail))"
    rf"|^\W*(?:[\w&'-]+ ){{0,3}}(?:quote|quotation|estimate|proposal|order)"
    rf"(?: ?(?:#|no\.?|number)?:? ?[\w./-]*\d[\w./-]*)?{_DATED}\W*$|^\W*{_PAPER}(?: (?:for|to) | ?: ?(?=[A-Z0-9]))"
    r"|^\W*(?:our |the )?offer ?: ?(?=\S)"
    r"|\b(?:our|this|the|an) (?:[\w-]+ )?offer (?:is |stands |as )?(?:below|follows)\b|"
    rf"^\W*we (?:hereby |are pleased to )?(?:quote|are quoting|{_PROPOSE})\b",
    re.IGNORECASE | re.MULTILINE,
)
# What a bill, a receipt or a tally of the past says; a table of prices beside it is no offer.
_NOT_OFFERED = re.compile(
    r"\binvoic(?!ing (?:program|software|system|tool|app|module|department|team|cycle|address|terms)\b)|"
    r"past[- ]due|overdue|balance|\bpaid\b|\breceipt\b|\bremit|\bshipped\b|\brefund|\bcredit memo|"
    r"\bthank(?:s| you) for (?:your|the) (?:recent )?order\b|"
    r"\b(?:your|the district'?s?) (?:purchase order|p\.?o\.?)\b|\blast year you\b|\byou (?:bought|purchased|"
    r"ordered)\b|"
    r"\b(?:last|previous|earlier|prior|old) (?:order|quote|purchase)\b|"
    r"\border (?:status|history|confirmation(?! form))\b|"
    r"\b(?:has|have) been (?:processed|fulfilled|completed|placed)\b|"
    r"\bnot (?:yet )?an? (?:\w+ )?(?:offer|quote|order)\b|\bstatement (?:of account\b|#?\d|no\b)|"
    r"\bapprov\w+ (?:(?:the|this|our|for) )?payment\b|"
    r"\b(?:neighbor(?:ing)?|other|another) (?:school )?(?:districts?|customers?)\b|\bballpark\b|\bfor budgeting\b",
    re.IGNORECASE,
)
# A sentence that points to a file, to the past or to a bill does not say that the mail itself is the order form.
_ELSEWHERE = re.compile(
    r"\b(?:attach|enclos|see (?:the )?pdf|previous|last year|invoice|(?:can|could|may|shall|should) i send|"
    r"would you like|(?:will|'ll|can|could|would|happy to|glad to|pleased to|be able to) (?:then )?(?:send|prepare|"
    r"e-?mail|draw up|work up|"
    r"put together|issue|get you)(?: (?:you|over|along))? (?:an?|our|the|your) (?:[\w-]+ )?(?:quote|quotation|"
    r"proposal|estimate|offer)|"
    r"(?:want|need|request|ask for|receive|get) (?:an?|our|the) (?:[\w-]+ )?(?:quote|quotation|proposal|estimate)\b)"
    r"|\.(?:pdf|docx?|xlsx?)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:sub-?total|total|we|i|our|the|it|this|please|invoice|tax|shipping|discount|quantity|qty|price|pricing|pos|"
    r"costs?|you|your|my|here|thanks?|hi|hello|dear|sold|bill|ship|deliver|quote|quotation|estimate|order)\b",
    re.IGNORECASE,
)
_COUNT_FIRST = re.compile(
    r"^\d[\d,]*\s*(?:x\s+|×\s*)?(?:(?:student|teacher|user|site|annual)?\s*(?:seats?|licen[cs]es?|subscriptions?|"
    r"accounts?)(?:\s+(?:of|for|to)\s+|\s*[,:–—-]\s+(?=[A-Z])))?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"[,:;@=$(]|\s[x×]\s|\s[-–—]\s|\s(?:at|for)\s|\s\d")
_LABELLED_COUNT = re.compile(r"(?:qty|quantity|seats|licen[cs]es|students|users)\.?\s*[:=\t]\s*\d", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S)(?:[ ]{2,}(?:[|][ ]*)?|[ ]*[.]{4,}[ ]*|[ ][|][ ])(?=\S)")
# a name on a line of its own above its count: "Planet Atlas / Quantity: 120 / Unit price: $4.00"
_BLOCK = re.compile(
    r"^[ \t]*([A-Z][^\n:$]{2,60})\n\s*(?:Qty|Quantity|Seats|Licen[cs]es|Students|Users|Units)\.?[ ]*[:=]?[ ]"
    r"*\d[^\n]*\n"
    r"(?=(?:[^\n]*\n){0,3}?[^\n]*\$\s?\d)",
    re.MULTILINE,
)
_TAKEN_AS = (
    r"\b(?:read|take|treat|accept|consider|regard|use|see) this (?:e?-?mail|message|note|letter)(?: as| to be)? "
    r"(?:our|the|an?|my) (?:[\w-]+ ){0,2}(?:quote|quotation|proposal|estimate|order|offer)\b(?! to (?:meet|talk|"
    r"show|help|call)\b)|"
    r"\bthis (?:e-?mail|message|letter) (?:is|serves as) (?:our|an?) (?:[\w-]+ ){0,2}(?:quote|quotation|proposal|"
    r"offer|estimate)\b"
    r"(?! to (?:meet|talk|show|help|call)\b)"
)
_AS_OFFER = re.compile(_TAKEN_AS, re.IGNORECASE)
_OUR_OFFER = re.compile(
    r"\b(?:our|this) (?:[\w-]+ ){0,2}(?:quote|quotation|proposal|estimate|order|offer|price|pricing)\b[^.]{0,60}?"
    rf"\b(?:is|are|comes to|would be|:|for)(?=\W)|\bwe (?:(?:hereby |are pleased to |are happy to )?quote|"
    rf"are quoting|{_PROPOSE})\b|"
    r"\b(?:with|by) this (?:e-?mail|message|letter),? we (?:quote|offer|propose)\b|\bwe (?:hereby|are (?:pleased|"
    r"happy) to) (?:offer|propose)"
    r" (?:you|the district|your)\b|"
    r"^\W*(?:quote|order|"
    r"estimate)\s*:"
    rf"|{_TAKEN_AS}",
    re.IGNORECASE,
)
# "the new price list takes effect on the 15th": of another paper, and no name of this one
_OTHER_LIST = re.compile(
    r"\b(?:new|next|updated|revised|current|old|20\d\d|fall|spring|summer|winter)[ ](?:[\w-]+[ ])?price[ ]lists?[ ]"
    r"(?:takes?|comes?|goes|starts?|begins?|applies|apply|will|expires?|ends?|is[ ]coming)\b",
    re.IGNORECASE,
)
_APPROVAL = re.compile(r"\bapprov\w+|\bsign-?off\b", re.IGNORECASE)
_LONGEST_LINE = 240


def with_columns(text: str) -> str:
    """A typed table's columns parted by tabs: mails line them up with spaces, dots or bars.

    A pasted table that lost its rows, one cell on each line, gets them back.
    """
    return _unstacked(_GAP.sub("\t", text))


def _unstacked(text: str) -> str:
    lines = text.splitlines()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for first in range(len(filled)):
        width = 0
        while first + width < len(filled) and width < 8 and column_role(lines[filled[first + width]]):
            width += 1
        heading = "\t".join(lines[at].strip() for at in filled[first : first + width])
        if width < 3 or not header_roles(heading):
            continue
        rows = [heading]
        at = first + width
        while at + width <= len(filled):
            cells = [lines[i].strip() for i in filled[at : at + width]]
            if max(map(len, cells)) > 80 or not any(MONEY.search(c) for c in cells) or "\t" in "".join(cells):
                break
            rows.append("\t".join(cells))
            at += width
        if len(rows) > 1:
            rest = lines[filled[at] :] if at < len(filled) else []
            return "\n".join([*lines[: filled[first]], *rows, *rest])
    return text


def assess_mail(text: str, items: Sequence[LineItem], source: str) -> Opinion:
    """A mail is an order form when it says so and has a line with product and quantity or price.

    `items` are the rows of its tables, as `line_items.tables` finds them.
    """
    text, elsewhere = _offering(text)
    rows = [i for i in items if (i.quantity or i.price) and is_product_like(i.name) and not _NO_NAME.match(i.name)]
    in_lines = [i for i in counted_items(text) if not _NO_NAME.match(i.name)]
    # the reading that names a product and finds most rows; of equal ones the surest
    kept = max(rows, _prose_items(text), in_lines, key=lambda found: (bool(software_names(found)), len(found)))
    kept = kept or offered_rows(text) or summed_rows(text)
    sentence = [] if kept else _sentence_item(text)
    kept = kept or sentence
    declared = next((s for s in _sentences(text) if _DECLARED.search(s) and not _ELSEWHERE.search(_now(s))), "")
    if _NOT_OFFERED.search(_now(declared)):
        declared = ""
    why = "the mail says that it holds the order form"
    if not declared and sentence:
        declared = sentence[0].line
    if not declared and not elsewhere and _APPROVAL.search(text) and not _NOT_OFFERED.search(_now(text)):
        proven = [i for i in offered_rows(text, summed=True) if not _ELSEWHERE.search(_now(i.line))]
        kept = proven or kept
        declared, why = (proven[0].line if proven else ""), "a count and a price that make the sum, put up for approval"
    if not declared and not elsewhere and _adds_up(text, kept):
        declared, why = kept[0].line, "counted and priced rows above a total"
    if not declared or not kept:
        return Opinion("other", 0.0, ())
    firm = any(i.quantity for i in kept) or TOTAL.search(text) is not None
    if not firm or PRICE_LIST.phrases[0][1].search(_OTHER_LIST.sub(" ", text)):
        return Opinion(PRICE_LIST.kind, 1.0, (), detail=ARTICLES[PRICE_LIST.kind])
    reasons = (
        evidence(source, 0, declared, why),
        *(evidence(source, 0, item.line, "line item in the mail") for item in kept[:3]),
    )
    return Opinion(
        "order_form",
        float(2 + len(kept)),
        reasons,
        products=software_names(kept) or labelled_products(text),
        has_price=any(i.price for i in kept),
        has_quantity=any(i.quantity for i in kept),
        total=total_of(text),
    )


def _offering(text: str) -> tuple[str, bool]:
    """The text without what it says of an order form that is another one, and whether it speaks of such a one."""
    said = _sentences(text)
    kept, elsewhere = parted(said)
    for sentence in said if elsewhere else ():
        if sentence not in kept:
            text = text.replace(sentence, "\n\n", 1)
    return text, elsewhere


def _adds_up(text: str, items: Sequence[LineItem]) -> bool:
    """Counted and priced rows above a total: a quote by its build, whatever it calls itself."""
    counted_rows = [i for i in items if i.quantity and i.price]
    return bool(counted_rows) and TOTAL.search(text) is not None and not _NOT_OFFERED.search(_now(text))


def _now(text: str) -> str:
    return STILL_TO_COME.sub(" ", text)


def _prose_items(text: str) -> list[LineItem]:
    """Lines such as "BrightMath, 420 student seats at $11.50 = $4,830", or labels one below the other."""
    out = []
    above = ""
    for line in (part for whole in text.splitlines() for part in _parts(whole)):
        stripped, over = line.strip(" \t-*•·>"), above
        above = stripped or above
        if len(line) > _LONGEST_LINE or not MONEY.search(line) or _ELSEWHERE.search(_now(line)):
            continue
        if not (counted(line) or _COUNT_FIRST.match(stripped) or re.search(r"\d\s*[x×@]", stripped)):
            continue
        name = _named_in(_COUNT_FIRST.sub("", _LEAD.sub("", stripped)))
        if not name and _BARE_COUNT.match(stripped) and not MONEY.search(over) and not _DECLARED.search(over):
            name = _named_in(over)  # "Planet Atlas, one-year license" above "48 licenses x $9.00 = $432.00"
        if name:
            out.append(LineItem(name, "", True, True, stripped[:200]))
    out = out or [LineItem(clean_product(m[1]), "", True, True, m[1].strip()) for m in _BLOCK.finditer(text)]
    labelled = labelled_products(text)
    if not out and labelled and MONEY.search(text) and _LABELLED_COUNT.search(text):
        out.append(LineItem(labelled[0], "", True, True, labelled[0]))
    return out


_BEHIND_A_SENTENCE = re.compile(r"(?<=[a-z)][.!])(?<!\b[Nn]o[.])[ ]+(?=[A-Z])")  # and not "(no. PA-12)"


def _parts(line: str) -> list[str]:
    """The sentences of a line: "here's your price. Planet Atlas, 2 licenses @ $175.00" has its row in the second."""
    return _BEHIND_A_SENTENCE.split(line)


_LEAD = re.compile(
    r"^(?:(?:our|the|your) )?(?:order(?: form)?|quote|quotation|offer|estimate|proposal|item|product|price)"
    r"(?: (?:#|no\.?)? ?[\w-]*\d[\w-]*\s*[:,–—]|\s*:)\s+",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    r"(?<![\d,])\d[\d,]*+\s*+(?:x\s+|×\s*+)?(?:\w++\s++)?(?:seats?|licen[cs]es?|students?|users?|subscriptions?|"
    r"units?|accounts?|sites?|schools?)?"
    r"\s*+(?:[x×@]|at)\s*+\$",
    re.IGNORECASE,
)


def _named_in(line: str) -> str:
    """The product that a line begins with; "" where it begins with none."""
    name = clean_product(_NAME_ENDS.split(line, maxsplit=1)[0]) if len(line) <= _LONGEST_LINE else ""
    return name if is_product_like(name) and name[:1].isupper() and not _NO_NAME.match(name) else ""


def _sentence_item(text: str) -> list[LineItem]:
    """The product of a sentence that is the quote: "Our quote is 120 licenses of Planet Atlas at $4.00 each"."""
    if _NOT_OFFERED.search(_now(text)):
        return []
    above = ""
    offered = False  # "Please accept this e-mail as our quote.": what is priced from there on is offered
    for sentence in _sentences(text):
        flowing = ""
        if _ELSEWHERE.search(_now(sentence)):
            above = ""
            continue
        here = _OUR_OFFER.search(sentence) is not None
        offered = offered or _AS_OFFER.search(sentence) is not None
        if (here or offered) and not PAST.search(_now(sentence)):
            flowing = priced_sentence(sentence) or priced_license(sentence)
        if here and not flowing and counted(above):  # "25 seats of Planet Atlas. Our price is $8 per seat"
            flowing = priced_sentence(f"{above}, {sentence}")
        name = next(iter((*prose_products(flowing), *quoted_products(flowing))), "") if flowing else ""
        if name:
            return [LineItem(name, "", True, True, flowing[:200])]
        above = sentence.rstrip(" .!\n")
    return []


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*[-*•\d])", text) if s.strip()]
