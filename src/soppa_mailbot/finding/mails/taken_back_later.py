"""What a mail takes back of papers that came before it: "please disregard the RFI form that we sent yesterday".

Whether an earlier mail of this conversation brought such a paper, and whether this one brings another, the judge sees.
"""

from __future__ import annotations

from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.claims import flowing
from soppa_mailbot.finding.mails.taken_back import (
    CHANGED,
    CONDITIONAL,
    DRAFT,
    NOT_USED,
    PAPER,
    UNSIGNED,
    WRONG,
    item_of,
    reserves,
    unsettled,
)
from soppa_mailbot.finding.mails.taken_back_whole import held_back
from soppa_mailbot.model import Item

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = (
    rf"(?:yesterday|earlier|before|previously|already|(?:last|this|on)[ ](?:week|month|morning|afternoon|{_DAY})|"
    r"(?:\w+[ ]){1,2}ago|(?:on|of)[ ]\w+[ ]\d{1,2}|today|to[ ]you)"
)
_SENT = r"(?:sent|submitted|attached|forwarded|e-?mailed|mailed|provided|gave|given|uploaded|shared|returned)"
_BEFORE = (
    rf"(?:(?:that[ ]|which[ ])?(?:I|we|my[ ]\w+|our[ ]\w+)(?:'ve|[ ]have|[ ]had)?[ ](?:\w+ly[ ])?{_SENT}(?:[ ]you)?"
    rf"(?:[ ]{_WHEN})*|(?:from|of)[ ](?:yesterday|today|this[ ]morning|last[ ]week|{_DAY}|"
    rf"(?:our|my)[ ](?:last|previous|earlier|first)[ ](?:e-?mail|mail|message))|{_SENT}[ ]{_WHEN}|"
    r"in[ ](?:our|my|the)[ ](?:last|previous|earlier|first)[ ](?:e-?mail|mail|message))"
)
_EARLIER = (
    rf"(?:(?:yesterday|today|last[ ]week|{_DAY})'s|(?:the|our|this|that|my|your[ ]copy[ ]of[ ](?:the|our))"
    rf"(?:[ ](?:previous(?:ly[ ]{_SENT})?|earlier|prior|first|former|original|old))?)[ ]{PAPER}(?:[ ]{_BEFORE})?"
)
_IS = (
    r"[ ](?:is|was|are|has(?=[ ]been)|turns[ ]out[ ]to[ ]be|seems[ ]to[ ]be)[ ]"
    r"(?:unfortunately[ ]|actually[ ]|in[ ]fact[ ]|only[ ])*"
)
_TAKEN = re.compile(
    rf"\b{NOT_USED}[ ]{_EARLIER}(?!['\w])"
    rf"|\b(?:withdraw(?:ing)?|retract(?:ing)?|revok(?:e|ing)|rescind(?:ing)?|recall(?:ing)?|take[ ]back|"
    rf"cancel(?:l?ing)?)[ ](?:our[ ]signature[ ]on[ ])?{_EARLIER}(?!['\w])"
    rf"|\b{_EARLIER}{_IS}(?:been[ ])?(?:{WRONG}|{DRAFT})"
    rf"|\b(?:I|we)(?:'ve|[ ]have)?[ ](?:\w+ly[ ])?{_SENT}[ ](?:you[ ])?(?:{_WHEN}[ ])?(?:the[ ]wrong|an?[ ](?:old|"
    rf"older|outdated|wrong)|last[ ]year's)[ ](?:(?:version|copy)[ ]of[ ](?:the|our)[ ])?{PAPER}\b"
    # "the SOPPA form that we sent must be replaced", "we have to revise our quote"
    rf"|\b{_EARLIER}[ ](?:(?:needs?|has|have)[ ]to|must|will[ ]have[ ]to)[ ](?:still[ ])?be[ ]{CHANGED}\b"
    rf"(?![ ](?:every|each|annually|once|if|when|at)\b)"
    r"|\b(?:I|we)(?:'ll)?[ ](?:(?:still[ ]|now[ ]|will[ ]|unfortunately[ ])?(?:have|need)[ ]to|must|"
    r"are[ ]going[ ]to)[ ](?:still[ ]|"
    r"first[ ])?(?:revise|correct|update|replace|redo|change|re-?issue|fix|rework|re-?sign|withdraw)[ ](?:the|our|my|"
    r"that)[ ]"
    rf"(?:\w+[ ])?{PAPER}\b"
    # "we found an error in the SOPPA form"
    r"|\b(?:I|we)(?:'ve|[ ]have)?[ ](?:just[ ]|now[ ])?(?:found|noticed|discovered|spotted|made)[ ](?:an?|some|"
    r"several|two)[ ]"
    rf"(?:\w+[ ])?(?:errors?|mistakes?)[ ](?:in|on|with)[ ]{_EARLIER}(?!['\w])",
    re.IGNORECASE,
)
# "Please disregard it": the sentence before names the paper
_IT = re.compile(rf"\b{NOT_USED}[ ](?:it|that[ ](?:one|file|copy|version))\b", re.IGNORECASE)
# the district's own papers, and what only might be
_NOT_SAID = re.compile(
    r"\b(?:if|whether|unless|in[ ]case|your[ ](?:quote|order)|you[ ](?:said|wrote|told|asked|noted|mention\w*|pointed)|"
    r"(?:each|every)[ ](?:year|spring|fall|quarter)|annually)\b|\?\W*$",
    re.IGNORECASE,
)
_LONGEST = 200


def taken_back_later(words: str) -> tuple[tuple[Item, str], ...]:
    """Each kind of paper of which a copy sent before is taken back, with the sentence that does."""
    found: dict[Item, str] = {}
    said = flowing(words)
    for before, sentence in pairwise(["", *said]):
        if reserves(sentence):
            found.setdefault(Item.SOPPA_FORM, sentence[:_LONGEST])
        if _NOT_SAID.search(sentence):
            continue
        if told := _TAKEN.search(sentence):
            item = item_of(told[0])
            item = None if item is Item.ORDER_FORM and UNSIGNED.search(told[0]) else item
        elif CONDITIONAL.search(sentence):
            item = item_of(sentence) or Item.SOPPA_FORM
            item = None if item is Item.ORDER_FORM else item
        else:
            item = item_of(before) if _IT.search(sentence) else unsettled(sentence, before)
        if item:
            found.setdefault(item, sentence[:_LONGEST])
    for item, sentence in held_back(words):
        found.setdefault(item, sentence[:_LONGEST])
    return tuple(found.items())
