"""The product's name as the register spells it, where a quote shortens it or says more than the name."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import (
    domain_matches,
    occurs,
    product_key,
    same_but_for_contents,
    same_company,
    same_or_shorter,
    same_product,
    tokens,
)
from soppa_mailbot.finding.common.subjects import SUBJECTS
from soppa_mailbot.finding.products.agreement import led_by_maker, tells_by_itself
from soppa_mailbot.finding.products.product_names import without_code
from soppa_mailbot.model import Agreement


def of_its_maker(name: str, line: str, register: Sequence[Agreement]) -> str:
    """A reseller's line may lead with the maker: "Thistledown Learning - Thistle Math Facts, 1 year"."""
    made = [row.product for row in register if row.product and same_company(name, row.operator)]
    named = [product for product in made if occurs(product, line) and not same_product(product, name)]
    return max(named, key=len) if named else name


# what a price list calls an article: capitals and digits with a hyphen or a digit among them
_ITEM_CODE = re.compile(r"(?=[A-Z0-9./-]{3,30}\s)(?=[A-Z./]{0,30}[0-9-])[A-Z0-9][A-Z0-9./-]+\s+(?=\S)")


def sells(row: Agreement, domain: str, vendor: str) -> bool:
    """Whether the writer is this row's operator."""
    known = any(domain_matches(domain, listed) for listed in row.domains)
    return known or bool(vendor and same_company(vendor, row.operator))


def as_registered(
    name: str, line: str, subject: str, body: str, register: Sequence[Agreement], own: Sequence[Agreement]
) -> str:
    """The name as the register spells it, where a quote shortens it or says more than the name.

    `line` is where the name was read; `own` are the rows of the writing operator, whose line may describe what it sells
    without a mail that names it.

    "Fluency" is "NumberHouse Fluency" if the mail spells that out; "Planet Chem simulations" and "Planet Labs Planet
    Chem" are "Planet Chem". A name that the register has as it stands stays.
    """
    mail = f"{subject}\n{body}"
    rows = [row for row in register if row.product]
    if any(same_product(name, row.product) for row in rows):
        return name
    bare = _ITEM_CODE.sub("", name) if _ITEM_CODE.match(name) else without_code(name)
    if bare:
        coded = [row.product for row in rows if same_product(bare, row.product)]
        if coded:
            return coded[0]  # "PLB-SITE-1Y Plumb Line Behavior"
    for row in rows:
        longer = len(product_key(row.product)) > len(product_key(name))
        if longer and same_or_shorter(name, row.product) and (occurs(row.product, mail) or occurs(row.product, line)):
            return row.product
    for row in rows:
        by_itself = row in own and _only_described(name, row.product, rows)
        if _described(name, row.product) and (by_itself or occurs(row.product, mail)):
            return row.product
    for row in rows:
        maker = name[len(row.product) :].strip().casefold() if _begins(name, row.product) else ""
        if maker.startswith("by ") and tells_by_itself(row.product):
            return row.product  # "Page Parade by Thistledown Media"
    if named := _behind_code(name, line, mail, rows):
        return named
    # what the mail does not call by its longer name: an edition, or put together from cells beside each other
    if not occurs(name, _without(mail, line)):
        for row in rows:
            rest = set(tokens(name)) - set(tokens(row.product))
            telling = tells_by_itself(row.product) and not rest & SUBJECTS
            apart = not occurs(name, line) and occurs(row.product, line)
            if _begins(name, row.product) and occurs(row.product, mail) and ((row in own and telling) or apart):
                return row.product
    for row in rows:
        # a reseller's line that describes it: "Larchmont HallTrack digital hall pass, annual", and the mail "HallTrack"
        shown = _stands_alone(row, line) or (line.upper() == line and occurs(row.product, line))
        plain = tells_by_itself(row.product) and _stands_alone(row, mail) and shown
        if plain and not occurs(name, mail):
            return row.product
    for row in rows:
        more = led_by_maker(name, row) or same_but_for_contents(name, row.product)
        if more and tells_by_itself(row.product):
            return row.product
    return name


def _without(mail: str, line: str) -> str:
    """The mail without the order's line and its numbers, where the order stands in it: that names it in any case."""
    text, said = " ".join(mail.split()), " ".join(line.split())
    return text.replace(said, " ") if any(c.isdigit() for c in said) else text


_CODE = re.compile(r"(?=[^\d]{0,30}\d)[A-Z0-9./-]{2,20}(?:[ ][A-Z0-9./-]{2,20})?")


def _behind_code(name: str, line: str, mail: str, rows: Sequence[Agreement]) -> str:
    """The product that the mail names where the line's first cell is an article's number: its own cell may be wrapped
    about others ("PA-12 Planet 12 months, Atlas per classroom")."""
    if not _CODE.fullmatch(name) or occurs(name, mail):
        return ""
    there = set(tokens(line))
    found = {r.product for r in rows if set(tokens(r.product)) <= there and tells_by_itself(r.product)}
    named = {product for product in found if occurs(product, mail)}
    return found.pop() if len(found) == 1 and named == found else ""


def _stands_alone(row: Agreement, text: str) -> bool:
    """Whether a product stands in a text by its own name or behind its maker's, and no longer name holds it."""
    pattern = r"[\s_-]*".join(map(re.escape, row.product.split()))
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)(?P<next>[ ]+\S+)?", text))
    maker = {t.casefold() for t in tokens(row.operator)}
    for match in found:
        before = re.search(r"(\S+)[ ]+$", text[: match.start()])
        led = before[1].strip("(“\"'") if before else ""
        goes_on = (match["next"] or "").strip()
        if goes_on[:1].isupper() and not _SOLD_AS.intersection(tokens(goes_on)[:1]):
            return False
        if (
            led[:1].isupper()
            and led.casefold() not in maker
            and not _ITEM_CODE.match(f"{led} x")
            and led[-1] not in ".:,"
        ):
            return False
    return bool(found)


# what stands behind a product's name with a capital and is no part of it
_SOLD_AS = frozenset(
    tokens(
        """
    annual license licenses licence licences subscription site per district school student students teacher renewal
    quote order proposal one year online digital software
    """
    )
)


def _only_described(name: str, product: str, rows: Sequence[Agreement]) -> bool:
    """Whether the words behind a telling name cannot name another product of its operator."""
    key, longer = tokens(name), [tokens(row.product) for row in rows if row.product != product]
    if any(len(other) > 1 and key[: len(other)] == other for other in longer):
        return False
    return tells_by_itself(product) and not SUBJECTS & set(key[len(tokens(product)) :])


def _begins(name: str, product: str) -> bool:
    """Whether a name is a product's with more words behind it."""
    own, words = product.casefold().split(), name.casefold().split()
    return len(words) > len(own) and words[: len(own)] == own


def _described(name: str, product: str) -> bool:
    """Whether a line names a product and goes on in plain words: "OspreyCheck attendance kiosk"."""
    own, words = product.split(), name.split()
    rest = words[len(own) :]
    return bool(rest) and words[: len(own)] == own and all(w.islower() and w.replace("-", "").isalpha() for w in rest)
