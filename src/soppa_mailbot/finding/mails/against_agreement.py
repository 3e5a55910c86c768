"""What a mail says against the agreement on the register that would cover its product.

That it has ended or has to be replaced, that another firm took the operator over or is the operator, that the product
gives way to another, or that a sibling of the product comes along. The register stands, but a person looks first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import bounded
from soppa_mailbot.finding.common.names import clean_product, clearly_different, product_key, same_company, same_product
from soppa_mailbot.finding.mails.claims import flowing, straight
from soppa_mailbot.finding.products.second_products import tells_more
from soppa_mailbot.finding.products.wanted import wanted
from soppa_mailbot.model import Agreement

_TERMS = (
    r"(?:soppa(?:[ ](?:addendum|agreement|form|contract))?|addendum|n?dpa|(?:data[ ])?privacy[ ](?:agreement|addendum))"
)
_ENDED = re.compile(
    rf"\b{_TERMS}\b(?:[ ](?!no\b|not\b|never\b)[\w',]+){{0,5}}?[ ](?:was|is|has[ ]been|were|been|to[ ]be|must[ ]be|"
    r"should[ ]be|will[ ]be)[ ](?:\w+[ ])?(?:ended|terminated|replaced|superseded|cancell?ed|withdrawn|revoked|"
    r"rescinded|void|renegotiated|redone|no[ ]longer)\b"
    rf"|\b{_TERMS}\b(?:[ ](?!no\b|not\b|never\b)[\w',]+){{0,5}}?[ ](?:(?:has[ ]|have[ ])?(?:ended|lapsed)|"
    r"has[ ]expired|ran[ ]out|needs?[ ](?:to[ ]be[ ](?:replaced|redone|renegotiated)|replac\w+))\b"
    r"|\b(?:we|you|they|district|board|superintendent|schools?)[ ](?:\w+[ ])?(?:ended|terminated|cancell?ed|revoked|"
    rf"rescinded|withdrew(?:[ ]from)?)[ ](?:\w+[ ]){{0,3}}?{_TERMS}\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w&'+-]*(?:[ ][A-Z0-9][\w&'+-]*){0,4}"
_BY = rf"(?P<by>{_NAME}(?:,?[ ](?:Inc|LLC|Corp|Ltd)\b\.?)?)"
# "... was acquired by MegaLearn", "is now sold and hosted by MegaLearn"
_TAKEN_OVER = re.compile(
    r"\b(?i:(?:was|were|is|are|been|being)[ ](?:\w+ly[ ])?(?:acquired|taken[ ]over)[ ]by|merged[ ](?:with|into)|"
    r"now[ ](?:hosted[ ]and[ ])?(?:sold|owned|run|operated)(?:[ ]and[ ]\w+)?[ ]by)[ ](?i:the[ ])?" + _BY
)
# "a white-label of Inkwell Labs' service", "Inkwell Labs, who is the operator"
_ANOTHERS = re.compile(
    rf"\b(?i:white[- ]?label(?:l?ed)?(?:[ ](?:version|edition|copy|build))?[ ](?:of|from|by))[ ](?i:the[ ])?{_BY}"
)
_IS_OPERATOR = re.compile(rf"\b{_BY},?[ ](?i:(?:who|which)[ ](?:is|are)[ ]the[ ](?:\w+[ ])?operators?)\b")
_GIVES_WAY = r"\b{name}[ ](?:is|will[ ]be|gets|is[ ]being)[ ](?:replaced|succeeded|superseded)[ ]by\b"
# "We also throw in Planet Writing for free", "a complimentary Planet Writing licence"
_COMES_ALONG = re.compile(
    r"\b(?i:(?:throw(?:ing)?|thrown)[ ]in|complimentary|free[ ](?:bonus[ ])?|(?:includ(?:es|ed|ing)|add(?:s|ed|ing)?|"
    r"comes[ ]with|come[ ]with|bonus:?)[ ](?:also[ ])?(?:free[ ])?(?:access[ ]to[ ]|a[ ]licen[cs]e[ ]for[ ])?)"
    rf"[ ]?(?i:our[ ]|the[ ]|your[ ]|an?[ ])?(?P<name>{_NAME})"
)
_NOT_SAID = re.compile(
    r"\b(?:if|unless|whether|should|could|may|might|not|never|\w+n't|cannot|on[ ]file|in[ ]force|remains?|stays?)\b"
    r"|\?\W*$",
    re.IGNORECASE,
)
_SHOWN = 160
# what a product of the agreement did not take in, on the order's line: another function, and other data
_OTHER_DATA = re.compile(
    r"\b(?:(?:ai|a\.i\.)[ -](?:tutor\w*|assistant|coach|chat\w*|companion|agent|grad(?:er|ing)|proctor\w*)|chat ?bots?|"
    r"proctor(?:ing|ed)?|(?:web|security )cams?|(?:web ?)?cameras?|facial|face recognition|biometric\w*|"
    r"voice (?:recognition|recordings?|analysis|analytics|prints?)|gps|location tracking|keystrokes?)\b",
    re.IGNORECASE,
)


def against_agreement(
    words: str, subject: str, orders: Sequence[str], product: str, register: Sequence[Agreement]
) -> str:
    """The sentence, of the mail or of its `orders`, that speaks against an agreement for this product; "" if none."""
    rows = [row for row in register if not row.product or same_product(product, row.product)]
    if not product or not rows:
        return ""
    for sentence in flowing(words):
        if _speaks(sentence, product, register):
            return sentence[:_SHOWN]
    if not any(row.product for row in rows):
        return ""
    siblings = _sibling_of(product, register)
    for said in (*flowing(words), *(line.strip() for order in orders for line in bounded(order).splitlines())):
        if any(siblings(m["name"]) for m in _COMES_ALONG.finditer(said)) and not _NOT_SAID.search(said):
            return said[:_SHOWN]
    asked = wanted(product, subject, words, siblings)
    return f"{', '.join(asked)} is asked for" if asked else ""


def _speaks(sentence: str, product: str, register: Sequence[Agreement]) -> bool:
    if _NOT_SAID.search(sentence):
        return False
    if _ENDED.search(sentence):
        return True
    others = (pattern.search(sentence) for pattern in (_TAKEN_OVER, _ANOTHERS, _IS_OPERATOR))
    if any(m and not any(same_company(m["by"], row.operator) for row in register) for m in others):
        return True
    return re.search(_GIVES_WAY.format(name=re.escape(straight(product))), sentence, re.IGNORECASE) is not None


def _sibling_of(product: str, register: Sequence[Agreement]) -> Callable[[str], bool]:
    """Whether a name is that of another product of the same family, which no row of the register has."""
    first = product_key(product)[:1]

    def sibling(name: str) -> bool:
        other = clean_product(name)
        return (
            len(product_key(other)) > 1
            and product_key(other)[:1] == first
            and clearly_different(other, product)
            and tells_more(other, product)
            and not any(same_product(other, row.product) for row in register if row.product)
        )

    return sibling


def takes_other_data(line: str, product: str) -> bool:
    """Whether a line of an order has a camera, an AI tutor or the like, which the agreement's product has not."""
    return _OTHER_DATA.search(line) is not None and _OTHER_DATA.search(product) is None
