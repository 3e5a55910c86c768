"""Sentences that take one school out of a purchase, and not the purchase back: "Lincoln is not interested any more"."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_PLACE = (
    r"(?:(?:the|your|our|one)[ ](?:[\w'-]+[ ]){0,3}?(?:school|building|campus|department|office|elementary|middle|high|"
    r"academy|site)(?:[ ](?:of[ ])?(?-i:[A-Z])[\w'-]*){0,3}|"
    r"(?!(?:we|i|they|it|he|she|this|that|nobody|everyone)\b)(?-i:[A-Z])[\w'.-]*(?:[ ](?-i:[A-Z])[\w'.-]*){0,4})"
)
_OUT = (
    r"(?:not[ ](?:(?:so|really|very)[ ])?(?:interested|participating|taking[ ]part|joining|involved)|"
    r"no[ ]longer[ ](?:interested|participating|taking[ ]part|joining|involved|in\b|needs?|wants?|wish(?:es)?)|"
    r"n't[ ](?:interested|participating|taking[ ]part|joining)|"
    r"(?:dropped|backed|opted|pulled|bowed)[ ]out|withdrawn|withdrew|out(?=[ ]?[.,;:]))"
)
_IS_OUT = re.compile(
    rf"(?:^|[.!?;:,][ ]|\b(?:and|but|that|only|as)[ ]){_PLACE},?(?:'s)?[ ]?"
    rf"(?:(?:is|are|was|has|have|had|been|already|now|"
    rf"since|meanwhile|unfortunately|sadly|just|does|do|did|isn|aren)[ ]?){{0,4}}{_OUT}",
    re.IGNORECASE,
)
# who is left: "Who will use it is Carver", "The order is now only for Carver"
_OTHERS_USE = re.compile(
    r"\b(?:will|'ll|(?:is|are)[ ]going[ ]to|wants?[ ]to|plans?[ ]to|still)[ ](?:(?:now|only|still|all|both)[ ])?"
    r"(?:be[ ])?us(?:e[ds]?|ing)\b(?![ ](?:an?other|a[ ]different|something|someone|their|its|theirs|the[ ]other))|"
    r"\b(?:it|order(?:[ ]form)?|quote|quotation|purchase|licen[cs]es?|seats?)[ ](?:is|are)[ ]"
    r"(?:(?:now|still|only|just)[ ]){0,2}for[ ]",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:an?other|a[ ]different|something[ ]else|competitor\w*)\b", re.IGNORECASE)


def takes_one_place_out(sentence: str, text: str) -> bool:
    """Whether a sentence says of a school that it is out, where the text names who will use the software instead."""
    out = _IS_OUT.search(sentence)
    if out is None or _ELSEWHERE.search(sentence):
        return False
    rest = text.replace(sentence, " ")
    return _OTHERS_USE.search(rest) is not None or _OTHERS_USE.search(sentence, out.end()) is not None
