"""Who asked for a price: "Facilities asked us to price it for their shop", "had us quote 40 seats"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_PRICE = (
    r"(?:price(?:[ ](?:out|up))?|quote|cost[ ]out|bid(?:[ ](?:on|for))?|estimate|work[ ]out[ ]a[ ]price[ ](?:for|on))"
)
# what is priced: the product, whose name may be blanked, or some of its seats; no "freight" and no "change"
_PRODUCT = (
    r"(?:(?:it|this|that|them|these)\b|[ ]{2,}|(?-i:[A-Z][\w'-]+)|(?:our|the|an?|\d[\d,]*)[ ](?:[\w'-]+[ ]){0,4}?"
    r"(?:seats?|licen[cs]es?|users?|accounts?|software|system|tool|platform|module|app|program|plan|edition|package|"
    r"subscription|version)\b)"
)
_THEN = r"(?:'s)?[ ](?:(?:has|have|had|also|recently|just|kindly|first|both|all)[ ]){0,3}"
_ASKED_TO_PRICE = re.compile(
    rf"{_THEN}(?:(?:asked|wants?|wanted|invited|told)[ ](?:us|me|our[ ]\w+)[ ]to[ ](?:please[ ])?{_PRICE}|"
    rf"(?:asked|wondered)[ ](?:if|whether)[ ](?:we|i)[ ](?:could|can|would)[ ]{_PRICE}|had[ ](?:us|me)[ ]{_PRICE}|"
    r"(?:asked[ ](?:us[ ])?for|requested|wanted|would[ ]like)[ ](?:an?[ ]|the[ ]|our[ ])?(?:prices?|numbers?|figures?)"
    rf"[ ](?:for|of|on))[ ]{_PRODUCT}[^.;:!?]{{0,80}}",
    re.IGNORECASE,
)
# "asked what it would cost"
_ASKED_THE_COST = re.compile(
    rf"{_THEN}(?:asked|wanted[ ]to[ ]know|wondered)[ ](?:us[ ])?(?:what|how[ ]much)[ ]{_PRODUCT}[ ]?"
    r"(?:[\w'-]+[ ]){0,3}?(?:costs?|is|runs?)(?=[ ]?[.,;!)]|$|[ ]for[ ])[^.;:!?]{0,80}",
    re.IGNORECASE,
)


def asked_to_price(after: str) -> str:
    """The words with which the place before them asked for the product's price; none where it did not."""
    match = _ASKED_TO_PRICE.match(after) or _ASKED_THE_COST.match(after)
    return match.group() if match else ""
