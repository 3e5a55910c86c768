"""Who makes the product, by the mail's own words: a reseller is not its operator, and two firms may use one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import company_core, domain_matches, occurs, same_company, same_product
from soppa_mailbot.finding.common.sentences import pieces, plain
from soppa_mailbot.model import Agreement

NOT_NAMED = "a company that the mail does not name"
_LEGAL = r"(?:LLC|L\.L\.C\.|Inc\.?|Corp\.?|Corporation|Ltd\.?|PBC|Co\.|Company|GmbH|B\.V\.)"
_CAPITALS = rf"(?:[A-Z0-9][\w&'-]*|&)(?:[ ](?:[A-Z0-9][\w&'-]*|&|of|and)){{0,5}}(?:,?[ ]{_LEGAL})?"
_MADE = (
    r"(?i:(?:published|made|developed|produced|built|created|owned|operated)[ ]by|"
    r"(?:a|the)[ ](?:[\w-]+[ ]){0,3}?"
    r"(?:product|program|app|application|tool|platform|solution|offering|service|title|library|curriculum|course|suite|"
    r"software|system|database|website|collection|game)[ ](?:of|from|by)|from(?=[ ]our[ ]))"
)
_PARTNER = (
    r"(?i:(?:our|a|the|its|your)[ ](?:[\w-]+[ ]){0,2}?"
    r"(?:partners?|friends|suppliers?|colleagues|company|firm|publisher|vendor)"
    r"(?:[ ](?:at|in[ ]\w+))?,?[ ])?"
)
# "Planet Atlas (publisher: Orbit Learning LLC, who have an agreement)", "Planet Atlas, published by Orbit Learning"
_LABELLED = re.compile(
    r"[ ]?[(,–—-]*[ ]?(?:which[ ]is[ ]|is[ ]|the[ ]|its[ ]){0,2}"
    r"(?:(?:publisher|maker|manufacturer|developer)(?:[ ]is|[ ]?[:=])?|(?:published|made|developed|produced)[ ]by)[ ]"
    r"(?P<maker>(?-i:[A-Z0-9])[\w&.'’ -]{2,60}?)(?=[,;()\n]|\.(?:\s|$)|$|[ ](?:who|which|and[ ](?-i:[a-z])\w*)\b)",
    re.IGNORECASE,
)
_LONGEST_LINE = 160
# "Planet Atlas (Orbit Learning LLC)"
_COMPANY = re.compile(rf"[ ]?\((?P<maker>(?:[A-Z0-9][\w&.'’-]*,?[ ]|(?:of|and|for|the|&)[ ]){{1,6}}{_LEGAL})\)")
# "Planet Atlas is a product of our partner Orbit, Inc."
_PRODUCT_OF = re.compile(
    rf"[ ]?[(,-]*[ ]?(?i:(?:which|that|it)[ ])?(?i:(?:is|was)[ ])?{_MADE}[ ]{_PARTNER}(?P<maker>{_CAPITALS})"
)
_NOUN = (
    r"(?i:(?:the[ ]|an?[ ])?(?:original[ ]|sole[ ])?(?:(?:company|team|people)[ ]behind|"
    r"(?:developers?|makers?|publishers?|creators?|producers?|owners?)[ ]of))"
)
_MAKES = (
    r"(?i:(?:also[ ]|has[ ]|have[ ])?"
    r"(?:makes?|made|publish(?:es|ed)?|develop(?:s|ed)?|builds?|built|produces?|produced|owns?|created))"
)
# "Orbit Inc. makes the ", "We are Orbit Inc., the developer of "; right before the product's name
_BEFORE = re.compile(
    rf"(?:(?P<who>{_CAPITALS})\.?,?[ ](?:{_MAKES}|(?i:(?:is|are)[ ])?{_NOUN})"
    rf"|(?P<us>\b(?i:we|i)[ ]{_MAKES}|\b(?i:we(?:'re|[ ]are)|i(?:'m|[ ]am)|as)[ ]{_NOUN}))"
    r"[ ](?i:the[ ]|our[ ](?:own[ ]|new[ ])?|a[ ])?$"
)
_AVAILABLE = re.compile(
    r"[ ](?:\w+[ ])?(?:available|accessible|easy|easier|possible|part|work|simple|free)\b", re.IGNORECASE
)
_US = re.compile(r"(?:we|i|as)$", re.IGNORECASE)
_LEGAL_END = re.compile(rf"\b{_LEGAL}$")
# behind the name: "Planet Connector, a sync tool of ours", "Planet Grammar, our own online course"
_OURS = re.compile(
    r"[ ]?[(,-]+[ ]?(?:(?:an?|the)[ ](?:[\w-]+[ ]){1,5}of[ ]ours|(?:it'?s[ ])?our[ ]own)\b", re.IGNORECASE
)
_RESELLS = re.compile(
    r"\b(?:(?:we|who)(?:'re|[ ]are|[ ]act[ ]as)|as)[ ](?:an?|the|its|their)[ ](?:[\w-]+[ ]){0,2}"
    r"(?:resellers?|distributors?|dealers?)\b|\bwe[ ](?:also[ ]|now[ ])?(?:resell|distribute)\b|"
    r"\b(?:third[- ]party|partner)[ ](?:product|app|tool|program|software)\b",
    re.IGNORECASE,
)
# one house with the register's operator: "Orbit Labs, a division of Planet Learning", "Planet Learning d/b/a Orbit"
_HOUSE = re.compile(
    r"\bd\.?/?b\.?/?a\b|\bdoing business as\b|\b(?:formerly|previously|now)\b|\btrad(?:e name|ing as)\b|\bpart of\b|"
    r"\b(?:division|brand|subsidiary|unit|affiliate|imprint|member|name) of\b|\b(?:owned|acquired|bought) by\b|"
    r"\bparent\b|\blegal(?:ly)?\b|\b(?:merged|rename)\w*|\bon behalf of\b|\bcompany\b",
    re.IGNORECASE,
)
_NO_HOUSE = re.compile(
    r"\b(?:nothing to do|un(?:related|affiliated|connected)|competitor|independent|different|another|separate)\b|"
    r"\b(?:not|no|isn't|aren't|never)\b(?:[ ]\w+){0,3}?[ ]"
    r"(?:affiliat|relat|connect|part|associat|division|brand|same)\w*",
    re.IGNORECASE,
)


def line_with_maker(text: str) -> str:
    """The first line that gives a name with its maker in brackets: "Planet Atlas (Orbit & Sons Learning, Inc.)"."""
    lines = (line.strip() for line in text.splitlines() if len(line) < _LONGEST_LINE)
    return next((line for line in lines if (said := _COMPANY.search(line)) and line[:1].isupper() and said.start()), "")


def maker_of(product: str, body: str, vendor: str, domain: str, register: Sequence[Agreement]) -> str:
    """Who makes the product, where the mail says so: beside its name, or that it is the writer's own. "" if not.

    A writer who belongs to the register's operator by its own words is that operator.
    """
    text = plain(body)
    maker = _behind(product, body) or _said(product, text, vendor)
    if maker and (house := _house(maker, product, text, register)):
        return house
    if (
        not maker
        and _sells_all(vendor, domain, register)
        and not any(same_product(product, r.product) for r in register)
    ):
        return NOT_NAMED if _is_resold(product, text) else ""
    return maker


def _behind(product: str, body: str) -> str:
    for named in _occurrences(product, body):
        if said := _LABELLED.match(body, named.end()) or _COMPANY.match(body, named.end()):
            return said["maker"].strip()
    return ""


def _said(product: str, text: str, vendor: str) -> str:
    for piece in pieces(text):
        sentence = piece.text
        for named in _occurrences(plain(product), sentence):
            end = named.end()
            if (of := _PRODUCT_OF.match(sentence, end)) and company_core(of["maker"]):
                return of["maker"]
            before = _BEFORE.search(sentence[max(0, named.start() - 160) : named.start()])
            if before and not _AVAILABLE.match(sentence, end):
                who = before["who"] or vendor
                if _US.match(who) or same_company(who, vendor):
                    return vendor
                if _LEGAL_END.search(who):
                    return who
            if _OURS.match(sentence, end):
                return vendor
    return ""


def _occurrences(product: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(product)}(?!\w)", text, re.IGNORECASE)


def _house(maker: str, product: str, text: str, register: Sequence[Agreement]) -> str:
    """The operator of the register that the mail says the maker belongs to."""
    rows = [row for row in register if not row.product or same_product(product, row.product)]
    rows = [row for row in rows if not same_company(row.operator, maker)]
    for piece in pieces(text) if rows else ():
        if _HOUSE.search(piece.text) and not _NO_HOUSE.search(piece.text):
            named = (r.operator for r in rows if occurs(" ".join(company_core(r.operator)), piece.text))
            if operator := next(named, ""):
                return operator
    return ""


def _sells_all(vendor: str, domain: str, register: Sequence[Agreement]) -> bool:
    """Whether the writer has a row of the register for all of its products."""
    return any(
        not row.product and (any(domain_matches(domain, d) for d in row.domains) or same_company(vendor, row.operator))
        for row in register
    )


def _is_resold(product: str, text: str) -> bool:
    return any(_RESELLS.search(piece.text) and occurs(product, piece.text) for piece in pieces(text))
