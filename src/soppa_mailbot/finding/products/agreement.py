"""Which row of the agreement register covers a purchase (contract §4, Agreements).

The product decides: a row for "X Math" says nothing about "X Writing", whoever writes. A row without a product covers
whatever its operator sells; then it must be clear that this operator's product is bought.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import (
    brand,
    clean_product,
    company_core,
    domain_matches,
    product_key,
    same_but_for_contents,
    same_company,
    same_product,
    tokens,
)
from soppa_mailbot.model import Agreement, AgreementMatch

# A one-word product is taken for the register's on its name alone when nobody would use that word for anything else.
_TELLING_LENGTH = 9
# Letters of a maker's name below which it proves nothing before a product's; the second for its first words alone.
_SHORTEST_MAKER, _SHORTENED_MAKER = 4, 6
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_BY = re.compile(r"\b(?:made |published |developed )?by\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?:train(?:ing|er)|onboarding|set-?up|shipping|freight|handling|tax|support|implementation|installation|"
    r"professional development|discount|credit|(?:sub-?)?total|balance|amount due)\b",
    re.IGNORECASE,
)
_LEADING = 5  # letters of it that lead a product's name, for a row that covers all of a maker's products
_SOLD_AS = 3  # words between a product's name and its maker's


def match(
    products: Sequence[str],
    *,
    sellers: Sequence[str],
    domain: str,
    register: Sequence[Agreement],
    day: date,
    stated_operator: str = "",
    apart: bool = False,
    lines: Sequence[str] = (),
    trusting: bool = False,
) -> AgreementMatch | None:
    """The row that covers these products on this day; an expired one when none is active; None if there is none.

    `sellers` are the names by which the writing company is known, `domain` is its mail domain, `day` the day the
    message was sent in the district's time zone. `stated_operator` is who makes the product according to a
    form, if one says so. A row signed later than `day` is no agreement yet. Of several products a row must cover
    each. `lines` are those of the orders: a reseller names the maker there. `apart`: the vendor says that it is another
    product than the one of nearly the same name. `trusting`: a seller whose name is much like the operator's is it.
    """
    signed = [row for row in register if row.signed <= day]
    named = [
        row for row in signed if row.product and products and all(_names(p, row, sellers, domain) for p in products)
    ]
    named = [
        row
        for row in named
        if (
            _believable(row, products, sellers, domain, stated_operator)
            or (not stated_operator and _is_maker(row, products, lines))  # "Compass Classroom (Compass Video)"
        )
        and (trusting or not _namesake(row, sellers, domain, stated_operator))
    ]
    if apart:
        named = [row for row in named if all(tokens(p) == tokens(row.product) for p in products)]
    exact = [row for row in named if all(same_product(p, row.product) for p in products)]
    named = exact or named  # "Planet Chem simulations" is "Planet Chem", unless the register has the longer name too
    whole = [
        row
        for row in signed
        if not row.product
        and (_sells(row, products, sellers, domain, stated_operator) or _is_maker(row, products, lines))
        and (trusting or not _namesake(row, sellers, domain, stated_operator))
    ]
    if named:
        # another operator's product row takes the product out of a reseller's own blanket agreement
        whole = [w for w in whole if any(same_company(w.operator, n.operator) for n in named)]
    return _best([*named, *whole], day)


def _best(rows: Sequence[Agreement], day: date) -> AgreementMatch | None:
    active = [row for row in rows if row.active_on(day)]
    if active:
        return AgreementMatch(max(active, key=lambda r: (bool(r.product), r.expires or date.max, r.signed)), "active")
    if rows:
        return AgreementMatch(max(rows, key=lambda r: (r.expires or date.max, r.signed)), "expired")
    return None


def _known(row: Agreement, sellers: Sequence[str], domain: str) -> bool:
    """Whether the writer is this row's operator, by its mail domain or its name."""
    return any(domain_matches(domain, listed) for listed in row.domains) or any(
        same_company(s, row.operator) for s in sellers
    )


def _names(product: str, row: Agreement, sellers: Sequence[str], domain: str) -> bool:
    if same_product(product, row.product) or same_but_for_contents(product, row.product):
        return True
    if led_by_maker(product, row):
        return True
    if not _known(row, sellers, domain):
        return False
    # the operator itself may leave its own name out
    own = set(brand(row.operator))
    left, right = (tuple(t for t in product_key(name) if t not in own) for name in (product, row.product))
    return bool(left) and left == right


def led_by_maker(product: str, row: Agreement) -> bool:
    """The product's name behind its maker's, as resellers write it: "Quill Gradeflow", "Quill Systems Gradeflow"."""
    words = tokens(clean_product(product))
    maker = company_core(row.operator)
    for length in range(1, len(maker) + 1):
        lead = maker[:length]
        letters = _SHORTEST_MAKER if lead in (maker, brand(row.operator)) else _SHORTENED_MAKER
        rest = " ".join(words[length:])
        if sum(map(len, lead)) >= letters and words[:length] == lead and same_product(rest, row.product):
            return True
    return False


def _believable(
    row: Agreement, products: Sequence[str], sellers: Sequence[str], domain: str, stated_operator: str
) -> bool:
    """A product's name alone is enough for a reseller, unless it is a common word or a form names another maker."""
    if _known(row, sellers, domain):
        return True
    if stated_operator:
        return same_company(stated_operator, row.operator)
    return tells_by_itself(row.product) or all(led_by_maker(p, row) for p in products)


def tells_by_itself(product: str) -> bool:
    """Whether nobody would use this name for anything else: not a single common word ("Compass")."""
    key = product_key(product)
    inner_capital = any(c.isupper() for word in product.split() for c in word[1:])
    return len(key) > 1 or inner_capital or sum(map(len, key)) >= _TELLING_LENGTH


def _is_maker(row: Agreement, products: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the order says of each product who makes it: "Decodables online (Tessera Reading Company), classroom".

    The maker's whole name in brackets or behind "by", or two telling words of it, ends what is said of the product;
    "connector for Tessera Reading Company" and "(compatible with Tessera Reading Company)" are somebody else's.
    """
    made = [{p for p in products if _made_by(row.operator, p, line)} for line in lines]
    rest = [line for line, of in zip(lines, made, strict=True) if not of]
    named = set().union(*made)
    return bool(products) and named == set(products) and all(_SERVICE.search(line) for line in rest)


def _made_by(operator: str, product: str, line: str) -> bool:
    """Whether the line has the product's name and right behind it its maker's, with which the name itself may end."""
    whole = tokens(operator)
    names = [name for name in (whole, company_core(operator), brand(operator)) if len(name) > 1]
    named = [line[: m.start()] for m in _BRACKETED.finditer(line) if tokens(m[1]) in names]
    for by in _BY.finditer(line):
        rest = line[by.end() :]
        if tokens(_leading_name(rest)) in names or (len(whole) > 1 and tokens(rest)[: len(whole)] == whole):
            named.append(line[: by.start()])
    wanted = tokens(_BY.split(product, maxsplit=1)[0])
    return bool(wanted) and any(_ends_with(tokens(before), wanted) for before in named)


def _leading_name(text: str) -> str:
    """The words with capitals that a text begins with: "Tessera Reading" of "Tessera Reading, classroom set"."""
    name: list[str] = []
    for word in text.split():
        if not (word[0].isupper() or word[0].isdigit() or word in ("&", "and", "of")):
            break
        name.append(word)
        if word[-1] in ",;:":
            break
    return " ".join(name)


def _ends_with(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether the product's name ends the words, but for a few that say how it is sold ("Decodables, site licence")."""
    starts = [n for n in range(len(words)) if words[n : n + len(wanted)] == wanted]
    return bool(starts) and len(words) - starts[-1] - len(wanted) <= _SOLD_AS


def _sells(row: Agreement, products: Sequence[str], sellers: Sequence[str], domain: str, stated_operator: str) -> bool:
    """Whether what is bought is a product of the operator of a row that covers all of its products."""
    if stated_operator:
        own = any(same_company(stated_operator, s) for s in sellers) or brand(stated_operator) == brand(row.operator)
        return same_company(stated_operator, row.operator) or (own and _known(row, sellers, domain))
    if _known(row, sellers, domain):
        return True
    # a reseller's quote: the maker's name leads the product's ("Quill" in "Quill Gradeflow" for Quill Systems LLC)
    lead = brand(row.operator)
    return bool(products) and sum(map(len, lead)) >= _LEADING and all(tokens(p)[: len(lead)] == lead for p in products)


def _namesake(row: Agreement, sellers: Sequence[str], domain: str, stated_operator: str) -> bool:
    """Whether a seller that is not the operator goes by its name: Quill Press Inc. is no reseller of Quill Systems LLC,
    and what it calls Quill Grammar may be its own."""
    if _known(row, sellers, domain) or (stated_operator and same_company(stated_operator, row.operator)):
        return False
    return any(brand(s) == brand(row.operator) for s in sellers)
