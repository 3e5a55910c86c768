"""What a mail asks for beside a product that it only mentions: "those who use Planet Math want Planet Writing as well".

A mail that names one product of the register and nothing else is about that one. Where another name is asked for, it is
the other's; where both are, a person takes them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import clean_product, clearly_different, occurs, product_key, tokens
from soppa_mailbot.finding.common.sentences import pieces, plain
from soppa_mailbot.finding.common.subjects import SUBJECTS

_NAME = r"(?P<name>(?:[A-Z0-9][\w'&+-]*)(?:[ ][A-Z0-9][\w'&+-]*){0,4})"
_OFFERED = (
    r"(?:quotes?|quotation|proposals?|estimates?|orders?(?:[ ]forms?)?|pricing|licen[cs]es?|subscriptions?|purchase)"
    r"[ ](?:for|of|on)"
)
_ASKED = (
    r"(?:(?:want(?:s|ed)?|(?:would|'d)[ ]like|needs?|wish(?:es)?|plans?|decided|hopes?)(?:[ ](?:now|also|next|then))?"
    r"(?:[ ]to[ ](?:also[ ])?"
    r"(?:add|use|buy|get|have|try|order|purchase|start[ ]with|start|bring[ ]in))?"
    r"|add(?:s|ed|ing)?|buy(?:s|ing)?|purchas(?:e|es|ing)|order(?:s|ing))"
)
_MORE = r"(?i:[ ](?:also|now|in[ ]addition|additionally))?(?i:[ ](?:our|the|your))?(?i:[ ](?:new|own))?[ ][\"(]?"
_BY_OFFER = re.compile(rf"\b(?i:{_OFFERED}){_MORE}{_NAME}")
_BY_WISH = re.compile(rf"\b(?i:{_ASKED}){_MORE}{_NAME}")
# "... for Planet Math and, new for you, Planet Writing"
_BESIDE = re.compile(
    rf"^[ ]?(?:,[ ]?)?(?:and|plus|&|as[ ]well[ ]as|together[ ]with)\b,?(?:[ ][a-z]+){{0,4}}?,?[ ](?-i:{_NAME})",
    re.IGNORECASE,
)
_IS = re.compile(r"['’]s$")  # "The quote for Planet Math's on here"
# right before a name: what is there already, or what the other thing goes with
_HAS = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|ha(?:ve|s|d)|owns?|knows?|likes?|loves?|enjoys?|runs?|with|alongside|besides?|to|like|unlike|"
    r"complements?|replac(?:e|es|ing)|than|agreements?[ ](?:for|on)|users?[ ]of|customers?[ ]of)"
    r"(?:[ ](?:already|now|today|our|the|your|its|this|currently))*[ ][\"(]?$",
    re.IGNORECASE,
)
# "It isn't an order for", "if you want", "do you want ...?": nobody asks for it here
_NOT_ASKED = re.compile(
    r"\b(?:not|n't|never|if|should|may|might|could|later|some[ ]day|future)\b|\?\s*$", re.IGNORECASE
)


def wanted(known: str, subject: str, body: str, possible: Callable[[str], bool]) -> tuple[str, ...]:
    """What is asked for, where that is not the `known` product alone; () where it is. `possible` tells names of
    products from others'."""
    texts = [plain(subject), *(piece.text for piece in pieces(plain(body)))]
    asked = [name for text in texts for name in _asked(known, text, possible)]
    if not asked:
        return ()
    other = asked[0]
    only_has = all(_only_has(known, text) for text in texts if occurs(known, text))
    if product_key(other)[:1] == product_key(known)[:1]:
        return (other,) if only_has or occurs(known, other) else (known, other)
    offered = any(occurs(other, m["name"]) for text in texts for m in _BY_OFFER.finditer(text))
    return (other,) if only_has and offered else ()


def _asked(known: str, text: str, possible: Callable[[str], bool]) -> Iterator[str]:
    """Names in a sentence that are asked for and are clearly not the known product's."""
    found = [m for pattern in (_BY_OFFER, _BY_WISH) for m in pattern.finditer(text)]
    named = [(m["name"], m.start()) for m in found]
    for m in found:
        if (
            clean_product(m["name"])
            and not clearly_different(known, m["name"])
            and (more := _BESIDE.match(text[m.end() :]))
        ):
            named.append((more["name"], m.start()))
    for words, at in named:
        name = _IS.sub("", clean_product(words))
        if _NOT_ASKED.search(text[:at]) or text.rstrip().endswith("?") or not possible(name):
            continue
        if clearly_different(name, known) or _subject_of(known, name, text):
            yield name


def _subject_of(known: str, name: str, text: str) -> bool:
    """Whether a name is the known product's with a subject behind it, and the sentence has no other mention of it."""
    more = set(tokens(name)) - set(tokens(known))
    begins = tokens(name)[: len(tokens(known))] == tokens(known)
    return begins and bool(more) and more <= SUBJECTS and not occurs(known, text.replace(name, " "))


def _only_has(known: str, text: str) -> bool:
    """Whether the sentence has the product only as one that is there already."""
    pattern = r"[\s_-]*".join(map(re.escape, known.split()))
    return all(_HAS.search(text[max(0, m.start() - 60) : m.start()]) for m in re.finditer(pattern, text, re.IGNORECASE))
