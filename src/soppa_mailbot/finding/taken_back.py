"""What a mail takes back of its own papers: "please disregard the attached quote", "our signature is conditional".

The words prove nothing about the paper, but they keep it from counting without a person. Only words about what this
mail brings count: one who says that last week's quote was wrong, and sends the right one, takes nothing back.
"""

from __future__ import annotations

import re
from itertools import pairwise

from soppa_mailbot.finding.claims import sentences, straight
from soppa_mailbot.model import Item

_ORDER = r"(?:quote|quotation|order[ ]form|estimate|proposal|statement[ ]of[ ]work)"
_RFI = r"(?:rfi(?:[ ]form)?|request[ ]for[ ]information(?:[ ]form)?|vendor[ ](?:\w+[ ]){0,4}?form|questionnaire)"
_SOPPA = r"(?:(?:soppa|privacy)(?:[ ](?:addendum|form|agreement))?|addendum|dpa|data[ ]privacy[ ]agreement)"
PAPER = rf"(?:(?:price|renewal|signed|completed|filled(?:-|[ ])in|executed)[ ])?(?:{_ORDER}|{_RFI}|{_SOPPA})"
_ITEMS = (
    (Item.SOPPA_FORM, re.compile(rf"\b{_SOPPA}\b", re.IGNORECASE)),
    (Item.RFI_FORM, re.compile(rf"\b{_RFI}\b", re.IGNORECASE)),
    (Item.ORDER_FORM, re.compile(rf"\b{_ORDER}\b", re.IGNORECASE)),
)
_HERE = r"(?:attached|enclosed|accompanying|included)"
_THE = (
    rf"(?:the|our|this|that|my)[ ](?:{_HERE}[ ])?{PAPER}"
    rf"(?:[ ](?:that[ ]is[ ]|which[ ]is[ ]|(?:that[ ])?(?:I|we)[ ])?{_HERE}"
    r"(?:[ ](?:here|below|above|to[ ]this[ ](?:e-?mail|mail|message)))?|[ ]in[ ](?:this[ ](?:e-?mail|mail)|the[ ]"
    r"attachment))?"
)
_IS = (
    r"[ ](?:is|was|are|seems[ ]to[ ]be|appears[ ]to[ ]be|may[ ]be)[ ](?:unfortunately[ ]|still[ ]|only[ ]|just[ ]|"
    r"merely[ ]|"
    r"in[ ]fact[ ]|actually[ ]|also[ ]|but[ ])*"
)
WRONG = (
    r"(?:the[ ]wrong\b|a[ ]wrong\b|wrong\b|not[ ](?:the[ ])?(?:right|correct|current|latest)\b|incorrect\b|"
    r"outdated\b|"
    r"out[ ]of[ ]date\b|obsolete\b|void\b|cancell?ed\b|withdrawn\b|"
    r"(?:an?|the)[ ](?:old|older|outdated|earlier|previous|former|wrong)\b|last[ ]year's\b|from[ ]last[ ]year\b|"
    r"(?:the[ ]one[ ])?(?:(?:that[ ])?(?:we|I)[ ](?:\w+[ ]){1,4})?(?:for|of|meant[ ]for)[ ](?:our[ ]|the[ ]|an?[ ])?"
    r"(?:another|other|different|wrong)[ ](?:\w+[ ])?(?:products?|software|apps?|programs?|districts?|customers?|"
    r"clients?|"
    r"purchase|state|year|company)\b)"
)
_UNSIGNED = r"not[ ](?:yet[ ])?(?:signed|executed|approved)\b|unsigned\b"
UNSIGNED = re.compile(_UNSIGNED, re.IGNORECASE)  # of an order form it says nothing: the District signs it
DRAFT = (
    r"(?:(?:an?[ ]|our[ ])?(?:\w+[ ])?(?:draft|placeholder|sample|mock-?up)\b|preliminary\b|provisional\b|"
    r"tentative\b|"
    r"budgetary\b|non-?binding\b|not[ ](?:yet[ ])?(?:final|binding|finished)\b|an?[ ](?:budgetary|ballpark|rough)\b|"
    rf"for[ ](?:your[ ])?(?:review|information|planning|budget\w*)[ ](?:purposes[ ])?only\b|{_UNSIGNED})"
)
# said of the papers of this mail, by their name
NOT_USED = (
    r"(?:disregard|ignore|discard|delete|(?:do[ ]not|don't|please[ ]hold[ ]off[ ]on|hold[ ]off[ ]on)[ ]"
    r"(?:us(?:e|ing)|consider(?:ing)?|process(?:ing)?|fil(?:e|ing)|accept(?:ing)?))"
)
_OF_A_PAPER = (
    rf"\b{NOT_USED}[ ](?:the|our|this|that|my)[ ](?:{_HERE}[ ]{PAPER}|{PAPER}[ ]{_HERE})\b(?!')",
    rf"\b{_THE}{_IS}(?:{WRONG}|{DRAFT})",
    rf"\b{_THE}[ ]has[ ](?:\w+[ ])?(?:expired|lapsed)\b",
    rf"\b(?:treat|consider|regard|see)[ ]{_THE}[ ]as[ ](?:only[ ]|just[ ])?{DRAFT}",
    rf"\b{_THE}[ ](?:still[ ])?(?:needs?|awaits?|lacks?)[ ](?:our|my)[ ](?:[\w']+[ ]){{0,3}}?(?:signature|approval)\b",
    rf"\b(?:I|we)(?:'ve|[ ]have)?[ ](?:accidentally[ ]|mistakenly[ ]|inadvertently[ ]|now[ ]|just[ ])?"
    rf"(?:attached|enclosed|included|sent)[ ](?:you[ ])?(?:the[ ]wrong|an?[ ](?:old|older|outdated|earlier|wrong)|"
    rf"last[ ]year's)[ ](?:(?:version|copy)[ ]of[ ](?:the|our)[ ])?{PAPER}\b",
    rf"\b(?:attached|enclosed|here)[ ](?:is|are|you(?:'ll|[ ]will)?[ ]find)[ ](?:only[ ]|just[ ])?(?:an?|the|our)[ ]"
    r"(?:first[ ])?(?:draft|budgetary|ballpark|non-?binding|tentative|sample)[ ]"
    rf"(?:(?:version[ ])?of[ ](?:the|our|an?)[ ])?(?:\w+[ ])?{PAPER}\b",
    # "The right order form follows tomorrow": the one that is here is not
    rf"\b(?:the|our|a)[ ](?:right|correct(?:ed)?|proper)[ ]{PAPER}[ ](?:\w+[ ]){{0,2}}?"
    r"(?:follows|to[ ]follow|will[ ](?:follow|come|be[ ]sent)|is[ ]coming|comes)\b",
)
# the same of "it", where the sentence before names the paper
_OF_IT = (
    r"\b(?:the|a)[ ](?:right|correct(?:ed)?|proper)[ ](?:one|version|copy|file|form)[ ](?:\w+[ ]){0,2}?"
    r"(?:follows|to[ ]follow|will[ ](?:follow|come|be[ ]sent)|is[ ]coming|comes)\b",
    r"\b(?:I|we)(?:'ll|[ ]will)[ ](?:send|forward|e-?mail)[ ](?:you[ ])?the[ ](?:right|correct|proper)[ ]"
    r"(?:one|version|copy|file)\b",
    rf"^\W*(?:it|this|that){_IS}(?:the[ ]wrong|only[ ]a[ ]draft|a[ ]draft|just[ ]a[ ]draft)\b",
)
_NOT_SIGNED = re.compile(
    r"\b(?:our|my|the)[ ](?:\w+[ ]){0,2}?(?:ceo|cfo|coo|president|director|owner|principal|signatory|signer|"
    r"officer|counsel|"
    r"lawyers?|attorney|legal(?:[ ]team|[ ]department)?|management|boss|manager)[ ](?:has|have|did)[ ]?(?:not|n't)[ ]"
    r"(?:yet[ ])?(?:signed?|approved?|reviewed?|seen|see)\b(?![ ](?:an?|any)\b)"
    r"|\b(?:name|signature|date)[ ](?:(?:in|on|under)[ ](?:it|the[ ]\w+)[ ]|there[ ])?is[ ](?:only[ ]|just[ ])?an?[ ]"
    r"(?:placeholder|sample|dummy)\b",
    re.IGNORECASE,
)
_TERMS = r"(?:section|sec\.|§|clause|paragraph|article|provision|exhibit|term\b|terms\b|indemni\w*)"
_THEIRS = r"(?:your\b|the[ ](?:district|board)|board|district|(?:final[ ])?approval|(?:counter-?)?signature)"
_SUBJECT = r"(?:we|I|our[ ](?:counsel|legal\w*(?:[ ]\w+)?|lawyers?|attorneys?|company))"
CONDITIONAL = re.compile(
    r"\b(?:our|my|the)[ ](?:\w+'s[ ])?(?:signature|signing|acceptance|agreement)\b[^.;!?]{0,60}?\b(?:"
    rf"(?:conditional|conditioned|contingent|provisional)\b(?![ ](?:up)?on[ ]{_THEIRS})|subject[ ]to[ ](?!{_THEIRS})|"
    r"with[ ](?:the[ ])?(?:reservation|exception|proviso|caveat))"
    r"|\bsign(?:ed|s)?\b[^.;!?]{0,60}?\b(?:conditionally|"
    r"subject[ ]to[ ](?:(?:its|the|their|our|some|these|those)[ ])?(?:\w+[ ]){0,2}?"
    r"(?:deletion|removal|chang\w+|modif\w+|amend\w+|negotiat\w+|redlin\w+|exception\w*|reservation\w*)|"
    r"under[ ](?:reserv\w+|protest)|(?:on|under)[ ](?:the[ ])?condition[ ]that|"
    r"with[ ](?:the[ ]|an?[ ]|some[ ]|these[ ])?(?:reservations?|exceptions?|proviso|caveats?))\b"
    rf"|\b{_SUBJECT}[ ](?:\w+ly[ ])?(?:can[ ]?not|can't|do[ ]not|don't|does[ ]not|doesn't|will[ ]not|won't|could[ ]not|"
    r"(?:am|are)[ ](?:unable|not[ ]able)[ ]to)[ ](?:accept|agree[ ](?:to|with)|comply[ ]with|commit[ ]to|consent[ ]to|"
    rf"be[ ]bound[ ]by)[ ](?:[\w'-]+[ ]){{0,3}}?{_TERMS}"
    rf"|\b{_SUBJECT}(?:'ve|[ ]have|[ ]had[ ]to|[ ]must)?[ ](?:\w+ly[ ])?(?:object[ ]to|take[ ]exception[ ]to|"
    r"reject(?:ed)?|decline[ds]?|except(?:ed)?|strike|struck|cross(?:ed)?[ ]out|remove[ds]?|delete[ds]?|modif(?:y|ied)|"
    rf"amend(?:ed)?|redline[ds]?|rewrote|rewritten|change[ds]?)[ ](?:out[ ])?(?:[\w'-]+[ ]){{0,3}}?{_TERMS}"
    rf"|\b{_SUBJECT}[ ](?:still[ ])?(?:has|have)[ ](?!no\b)(?:\w+[ ])?(?:concerns?|issues?|problems?|reservations?)[ ]"
    rf"(?:about|with|regarding|on)[ ](?:[\w'-]+[ ]){{0,3}}?{_TERMS}",
    re.IGNORECASE,
)
_SAID = re.compile("|".join(_OF_A_PAPER), re.IGNORECASE)
_SAID_OF_IT = re.compile("|".join(_OF_IT), re.IGNORECASE)
# of a paper that came before, or of one that this mail puts right
_OF_ANOTHER = re.compile(
    r"\b(?:yesterday\w*|last[ ](?:week|month|mail|e-?mail|message|time|friday|monday|tuesday|wednesday|thursday)\w*|"
    r"(?:previous|earlier|prior|first|former|original|other)[ ](?:\w+[ ])?(?:e-?mail|mail|message|quote|quotation|"
    r"order|form|"
    r"version|copy|one|submission|attachment)\w*|(?:sent|attached|submitted)[ ](?:\w+[ ]){0,2}?(?:on|before|"
    r"earlier|previously)"
    r"|ago|if|whether|unless)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    rf"\b(?:{_HERE}|here|below|now)[ ](?:is|are|find|please[ ]find)?[ ]?(?:you[ ]find[ ])?(?:the|our|a)[ ](?:\w+[ ])?"
    r"(?:right|correct(?:ed)?|new|updated|revised|proper)\b"
    rf"|\b(?:right|correct(?:ed)?|new|updated|revised)[ ](?:\w+[ ]){{1,3}}?(?:is|are)[ ](?:now[ ]|also[ ])?"
    rf"(?:{_HERE}|here|below)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?\W*$")
_LONGEST = 200


def taken_back(words: str) -> tuple[tuple[Item, str], ...]:
    """Each paper of this mail that the mail takes back, with the sentence that does."""
    said = [" ".join(s.split()) for s in sentences(straight(words))]
    if any(_PUT_RIGHT.search(s) for s in said):
        return ()
    found: dict[Item, str] = {}
    for before, sentence in pairwise(["", *said]):
        if _OF_ANOTHER.search(sentence) or _QUESTION.search(sentence):
            continue
        if item := _taken(sentence, "" if _OF_ANOTHER.search(before) else before):
            found.setdefault(item, sentence[:_LONGEST])
    return tuple(found.items())


def _taken(sentence: str, before: str) -> Item | None:
    """Which paper a sentence takes back; `before` may name what it calls "it"."""
    if told := _SAID.search(sentence):
        item = item_of(told[0])
        return None if item is Item.ORDER_FORM and UNSIGNED.search(told[0]) else item
    if _SAID_OF_IT.search(sentence):
        return item_of(sentence) or item_of(before)
    if _NOT_SIGNED.search(sentence) or CONDITIONAL.search(sentence):
        named = item_of(sentence) or (item_of(before) if _NOT_SIGNED.search(sentence) else Item.SOPPA_FORM)
        return named if named is not Item.ORDER_FORM else None
    return None


def item_of(words: str) -> Item | None:
    """Which of the District's papers is named in these words."""
    return next((item for item, pattern in _ITEMS if pattern.search(words)), None)
