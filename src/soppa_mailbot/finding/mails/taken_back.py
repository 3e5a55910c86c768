"""What a mail takes back of its own papers: "please disregard the attached quote", "our signature is conditional".

The words prove nothing about the paper, but they keep it from counting without a person. Only words about what this
mail brings count: one who says that last week's quote was wrong, and sends the right one, takes nothing back.
"""

from __future__ import annotations

from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.claims import flowing
from soppa_mailbot.finding.mails.guessed_answers import guessed
from soppa_mailbot.finding.mails.taken_back_whole import taken_back_as_a_whole
from soppa_mailbot.finding.mails.terms_reserved import ROLE, edits_terms, lacks_signature, reserves_terms
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
    r"out[ ]of[ ]date\b|obsolete\b|no[ ]longer[ ](?:valid|current|correct|accurate|good|in[ ]force|up[ ]to[ ]date)\b"
    r"(?![ ](?:after|beyond|past|from|as[ ]of|once|if|when|than)\b)|void\b|cancell?ed\b|withdrawn\b|"
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
    r"for[ ](?:your[ ])?(?:review|information|planning|budget\w*|reference|discussion|illustration)[ ](?:purposes[ ])?"
    r"only\b|(?:only|just|merely|purely|solely)[ ]for[ ](?:your[ ])?(?:review|information\w*|planning|budget\w*|"
    r"reference|discussion|illustration)\b|for[ ](?:budget\w*|planning)[ ]purposes\b|for[ ]budgeting\b|"
    rf"{_UNSIGNED})"
)
_RIGHT = r"(?:right|correct(?:ed)?|proper|real|final|actual|binding)"
_COMES = r"(?:follows|to[ ]follow|will[ ](?:follow|come|be[ ]sent)|is[ ]coming|comes)\b"
CHANGED = r"(?:updated|corrected|revised|changed|replaced|fixed|re-?issued|redone|re-?signed|amended)"
_NOT_REGULARLY = (
    r"(?![ ](?:every|each|annually|yearly|once|if|when|at|before[ ](?:the|each)|by[ ](?:you|the[ ]district))\b)"
)
_SHOWS = r"(?:has|shows?|lists?|contains?|uses|gives|states)"
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
    rf"\b(?:the|our|a)[ ]{_RIGHT}[ ]{PAPER}[ ](?:\w+[ ]){{0,2}}?{_COMES}",
    rf"\b(?:I|we|\w+ing)(?:'ll|[ ]will)[ ](?:send|forward|e-?mail)[ ](?:you[ ])?the[ ]{_RIGHT}[ ]{PAPER}\b",
    rf"\b(?:attached|enclosed|here)[ ](?:is|are)[ ](?:the|our|an?)[ ]{PAPER}\b[^.;!?]{{0,40}}?[, ](?:(?:still|only|"
    r"just)[ ](?:an?[ ])?(?:\w+[ ])?(?:draft|preliminary|placeholder|sample)|"
    r"(?<!well[ ])as[ ]an?[ ](?:\w+[ ])?draft)\b",
    rf"\b{_THE}[ ](?:still[ ]|also[ ])?(?:(?:needs?|has|have|is[ ]going)[ ]to|must|will[ ]have[ ]to)[ ](?:still[ ]|"
    r"first[ ])?"
    rf"be[ ]{CHANGED}\b{_NOT_REGULARLY}",
    rf"\b{_THE}[ ](?:still[ ])?needs[ ](?:an?|some)[ ](?:update|correction|revision|changes?)\b",
    # "The quote still has last year's prices", "... last year's prices, the new one follows"
    rf"\b{_THE}[ ](?:(?:still[ ]{_SHOWS}|{_SHOWS}[ ]still)[ ](?:the[ ])?(?:last[ ]year's|old|previous)|"
    rf"{_SHOWS}[ ](?:the[ ])?"
    r"(?:old|outdated|wrong|incorrect)|"
    rf"{_SHOWS}[ ](?:the[ ])?last[ ]year's(?=[^.;!?]{{0,30}}[,;][^.;!?]{{0,20}}\b(?:new|correct\w*|updated|"
    r"right)\b))[ ]"
    r"(?:\w+[ ])?(?:pric(?:es?|ing)|quantit(?:y|ies)|numbers?|products?|totals?|seats?|amounts?|terms|discounts?|"
    r"dates?)\b",
    # "our reseller will send the quote separately"
    rf"\b(?:send|submit|forward|provide)[ ](?:you[ ])?(?:the|its|their|his|her)[ ]{_ORDER}[ ]separately\b",
    rf"\b(?:the|our|its|their)[ ]{_ORDER}[ ](?:will|is)[ ](?:come|coming|be[ ](?:sent|submitted|provided)|follow)[ ]"
    r"(?:to[ ]you[ ])?separately\b",
    # "We found an error in the SOPPA form"
    r"\b(?:I|we)(?:'ve|[ ]have)?[ ](?:just[ ]|now[ ])?(?:found|noticed|discovered|spotted|made)[ ](?:an?|some|"
    r"several|two)[ ]"
    rf"(?:\w+[ ])?(?:errors?|mistakes?)[ ](?:in|on|with)[ ]{_THE}(?![ ](?:and|but|which)\b)",
)
_PRICES = re.compile(
    r"\b(?:pric(?:es?|ing)|quantit(?:y|ies)|(?:the|our)[ ]total)[ ](?:in[ ]it[ ]|on[ ]it[ ]|there[ ])?(?:is|"
    r"are)[ ](?:still[ ]|"
    r"only[ ]|just[ ])*(?:not[ ](?:yet[ ])?(?:final|firm|confirmed|binding)|preliminary|tentative|provisional)\b"
    r"(?![^.;!?]{0,20}?\b(?:until|till|before|after)[ ](?:you|your|the[ ]|we[ ]receive|an?[ ]|po\b|purchase|approv|"
    r"board))"
    r"|\b(?:quantity|price|total|number[ ]of[ ]\w+)[ ](?:on[ ]it[ ]|there[ ])?should[ ](?:be|read|"
    r"say)[ ]\$?\d[\d,.]*,?[ ]"
    r"(?:and[ ])?not\b",
    re.IGNORECASE,
)
# the same of "it", where the sentence before names the paper
_OF_IT = (
    rf"\b(?:the|a)[ ]{_RIGHT}[ ](?:one|version|copy|file|form)[ ](?:\w+[ ]){{0,2}}?{_COMES}",
    rf"\b(?:I|we)(?:'ll|[ ]will)[ ](?:send|forward|e-?mail)[ ](?:you[ ])?the[ ]{_RIGHT}[ ](?:one|version|copy|file)\b",
    # "The quote is too low, a new one follows"
    r"\b(?:new|updated|revised|corrected)[ ](?:one|version|copy)[ ](?:\w+[ ]){0,2}?(?:follows|to[ ]follow|"
    r"will[ ](?:follow|"
    r"come|be[ ]sent)|is[ ]coming|coming|comes)\b(?![^.;!?]*\b(?:when|once|each|every|year|renew\w*|after|expir\w+)\b)",
    r"\byours[ ](?:will[ ](?:follow|come|be[ ]sent)|follows|is[ ]coming|to[ ]follow|comes)\b",
    r"\bthe[ ](?:attached|enclosed)[ ](?:one[ ]|file[ ]|copy[ ]|version[ ]|document[ ]|pdf[ ])?(?:is|"
    r"was)[ ](?:only[ ]|just[ ]|"
    r"merely[ ]|still[ ])*(?:(?:an?|our)[ ](?:internal|old|outdated|draft|sample|test)\b|"
    r"for[ ](?:your[ ])?(?:information|"
    r"reference)\b)",
    rf"^\W*(?:it|this|that){_IS}(?:the[ ]wrong|only[ ]a[ ]draft|a[ ]draft|just[ ]a[ ]draft)\b",
)
_NOT_SIGNED = re.compile(
    rf"\b(?:our|my|the)[ ](?:\w+[ ]){{0,2}}?{ROLE}[ ](?:has|have|did)[ ]?(?:not|n't)[ ]"
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
    r"|ago|if|whether|unless|you[ ](?:said|wrote|told|asked|noted|mention\w*|pointed)|understand)\b",
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
    said = flowing(words)
    if any(_PUT_RIGHT.search(s) for s in said):
        return ()
    found: dict[Item, str] = {}
    for before, sentence in pairwise(["", *said]):
        if reserves(sentence):
            found.setdefault(Item.SOPPA_FORM, sentence[:_LONGEST])
        if _OF_ANOTHER.search(sentence) or _QUESTION.search(sentence):
            continue
        if item := _taken(sentence, "" if _OF_ANOTHER.search(before) else before):
            found.setdefault(item, sentence[:_LONGEST])
        for item in guessed(sentence, item_of(sentence)):
            found.setdefault(item, sentence[:_LONGEST])
    for item, sentence in taken_back_as_a_whole(words):
        found.setdefault(item, sentence[:_LONGEST])
    return tuple(found.items())


def _taken(sentence: str, before: str) -> Item | None:
    """Which paper a sentence takes back; `before` may name what it calls "it"."""
    if _PRICES.search(sentence):
        return Item.ORDER_FORM
    if told := _SAID.search(sentence):
        item = item_of(told[0])
        return None if item is Item.ORDER_FORM and UNSIGNED.search(told[0]) else item
    if _SAID_OF_IT.search(sentence):
        return item_of(sentence) or item_of(before)
    if _NOT_SIGNED.search(sentence) or CONDITIONAL.search(sentence):
        named = item_of(sentence) or (item_of(before) if _NOT_SIGNED.search(sentence) else Item.SOPPA_FORM)
        return named if named is not Item.ORDER_FORM else None
    return unsettled(sentence, before)


def reserves(sentence: str) -> bool:
    """Whether a sentence about signed terms holds a condition, which may well begin with "unless"."""
    return item_of(sentence) in (Item.SOPPA_FORM, None) and reserves_terms(sentence) and not _QUESTION.search(sentence)


def unsettled(sentence: str, before: str) -> Item | None:
    """The form whose terms the vendor edited, or that is still to be signed or looked at on its side."""
    item = item_of(sentence) or item_of(before) or Item.SOPPA_FORM
    if edits_terms(sentence):
        return item if item is Item.SOPPA_FORM else None
    return item if lacks_signature(sentence) and item is not Item.ORDER_FORM else None


def item_of(words: str) -> Item | None:
    """Which of the District's papers is named in these words."""
    return next((item for item, pattern in _ITEMS if pattern.search(words)), None)
