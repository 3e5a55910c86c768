"""Days for approval that are not the District's for this purchase: of a price, another paper, another party's yes."""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.other_districts import another_district
from soppa_mailbot.finding.deadlines.dates_own_deeds import own_deed

_MOST_BEFORE, _MOST_AFTER = 160, 110  # characters that are looked at
_NEW_CLAUSE = re.compile(
    r"[;!?()]|\.[ ]|,?[ ](?:but|while|whereas|so(?:[ ]that)?)[ ]|,[ ]and[ ](?=(?:we|you|i|your|the[ ]district)\b)", re.I
)
# what a yes of the District is called once somebody else's was spoken of: "... and yours by"
_OURS_THEN = re.compile(
    r"\byours?\b|\bdistrict(?:'s)?\b|\bapprov\w+|\bsign(?:ed)?[- ]?off\b|\bfinal[ ](?:yes|ok(?:ay)?|decision)\b", re.I
)

# --- a price ---

_PRICE = (
    r"(?:early[- ]bird|discount\w*|prices?|pricing|promo\w*|savings|rebates?|offers?|specials?|rates?|bonus\w*|"
    r"\d+[ ]?%|\d+[ ]percent|\$[ ]?\d)"
)
_A_FEW = r"(?:(?!and\b|but\b|by\b|on\b|before\b)[\w'%-]+[ ]){0,4}?"
_KEEPS = (
    r"(?:lock(?:[ ]in)?|keep|secure|get|hold|guarantee|receive|qualify[ ]for|claim|benefit[ ]from|"
    r"take[ ]advantage[ ]of|"
    r"preserve|save|earn|enjoy|be[ ]eligible[ ]for)"
)
# "Approval by December 4 earns 10% off", "December 4 for the early-bird discount"
_BRINGS_A_PRICE = re.compile(
    rf"[ ,]{{1,2}}(?:and[ ](?:you[ ](?:will[ ])?)?)?(?:(?:earns?|gets?|secures?|saves?|locks?(?:[ ]in)?|qualif(?:y|"
    rf"ies)|gives?|unlocks?|guarantees?|wins|"
    rf"entitles)[ ]{_A_FEW}{_PRICE}"
    r"|for[ ](?:(?:the|our|this|an?|your)[ ])?(?:[\w-]+[ ])?(?:early[- ]bird|discount|promo\w*|special[ ]|introductory|"
    r"reduced[ ]|savings|rebate))",
    re.I,
)
_TO_KEEP_A_PRICE = re.compile(rf"[ ,]{{1,2}}(?:in[ ]order[ ])?to[ ]{_KEEPS}[ ]{_A_FEW}{_PRICE}\b", re.I)
_TO_KEEP_IT_FIRST = re.compile(rf"^\W*(?:in[ ]order[ ])?to[ ]{_KEEPS}[ ]{_A_FEW}{_PRICE}\b[^,]{{0,30}},[ ]", re.I)
# "The discounted price requires your approval by"
# "If approval is given by January 15, we add two months free": a bait, and no date
_IF_APPROVED = re.compile(
    r"(?:^\W*|[.;:,(][ ]*|(?=(?-i:[A-Z])))(?:if|when|once|with|provided|should)[ ](?:[\w']+[ ]){0,5}?(?:approv\w+|"
    r"sign(?:ed)?[ -]?off)\b[^.;:,]{0,40}$",
    re.I,
)
_FOR_FREE = re.compile(
    r"(?:,|[ ])[ ]?(?:then[ ])?(?:we|i|you|the[ ]district|your[ ]\w+)(?:'ll|'d)?[ ][^.;:]{0,60}?"
    r"\b(?:free|for[ ]nothing|on[ ]us|no[ ](?:extra[ ]|additional[ ])?(?:charge|cost)|complimentary|waiv\w+|credit|"
    rf"{_PRICE})",
    re.I,
)
_PRICE_ASKS = re.compile(
    r"\b(?:discount\w*|early[- ]bird|promotional|special|reduced|introductory)"
    r"(?:[ ](?!(?:we|I|you|they)[ ])[\w-]+){0,3}[ ]"
    r"(?:requires?|needs?|depends?[ ]on|applies|(?:is|are)[ ](?:valid|available|tied|conditional|contingent|"
    r"subject))\b",
    re.I,
)
# who wants the District's approval in so many words has a date, whatever its reason: "to honor the discount"
_WANTS_APPROVAL = re.compile(
    r"\bfinal\b|\bdistrict\b|\bsign(?:ed)?[- ]?off\b|\bapproval[ ](?:is|will[ ]be)[ ](?:needed|required|requested)\b|"
    r"\b(?:we|i|they|she|he)(?:'d)?[ ](?:would[ ]|will[ ]|do[ ]|'ll[ ])?"
    r"(?:need|require|like|ask|want)\b",
    re.I,
)
# an operator's own approval of its price, on its papers: "Discount approval: VP Sales, 12/1/2026"
_SELLERS_OWN = re.compile(
    r"(?<!your )(?<!district )(?<!district's )\b(?:discount|pric(?:e|ing)|credit|sales|manage(?:r|ment)|vp|margin|"
    # "School: see quote / Approval: 12/11/26" are two lines
    r"deal[ ]desk|(?<!see )(?<!on )(?<!in )(?<!per )(?<!attached )(?<!the )quote)[ ]"
    r"(?:approv(?:al|ed)|sign-?off|authori[sz]ation)\b",
    re.I,
)


# "Districts that sign by December 31 get three months free": said to everybody
_TO_EVERYBODY = re.compile(
    r"(?<!your )(?<!our )(?<!these )(?<!two )(?<!both )\b(?:districts|schools|customers|clients|everyone|everybody|"
    r"anyone|whoever|those|teams)[ ](?:(?:that|who|which)[ ](?:\w+[ ])?)?(?:sign(?:s|ing)?|orders?|"
    r"ordering|buy(?:s|ing)?|purchas(?:es?|ing)|subscrib(?:es?|ing)|commit(?:s|ting)?|join(?:s|ing)?|enroll(?:s|"
    r"ing)?|decid(?:es?|ing)|"
    r"book(?:s|ing)?|approv(?:es?|ing))\b[^.;:]{0,30}$",
    re.I,
)
# "Sign by December 31 and get three months free"
_AND_GET_IT_FREE = re.compile(
    r"(?:,|[ ]and|,[ ]and|[ ]to)[ ](?:(?:you|your[ ]\w+|we)(?:'ll)?[ ](?:will[ ])?)?(?:get|receive|enjoy|have|waive|"
    r"add|give[ ]you|earn)[ ][^.;:,]{0,40}?\b(?:free|on[ ]us|at[ ]no[ ](?:extra[ ]|additional[ ])?(?:charge|cost)|"
    r"complimentary|setup[ ]fee|bonus)\b",
    re.I,
)


def _of_a_price(before: str, after: str, *, paper: bool) -> bool:
    if _SELLERS_OWN.search(before) or _TO_EVERYBODY.search(before):
        return True
    if paper and (_TO_KEEP_A_PRICE.match(after) or _BRINGS_A_PRICE.match(after)):
        return True
    if _IF_APPROVED.search(before) and _FOR_FREE.match(after):
        return True
    asks = _PRICE_ASKS.search(before)
    if asks and not re.search(r"\bfinal\b", before[asks.end() :], re.I):
        return True
    if re.match(r"[ ](?:earns?|saves?|and[ ](?:you[ ])?save)\b", after) and _BRINGS_A_PRICE.match(after):
        return True
    if _WANTS_APPROVAL.search(before):
        return False
    return bool(
        _BRINGS_A_PRICE.match(after)
        or _AND_GET_IT_FREE.match(after)
        or _TO_KEEP_A_PRICE.match(after)
        or _TO_KEEP_IT_FIRST.search(before)
    )


# --- another paper or act ---

_OTHER_PAPER = re.compile(
    r"\b(?:approv\w+|sign(?:ed|ing)?(?:[- ]?off)?|counter-?sign\w*|authori[sz]\w+|execut\w+)(?:[ ](?:on|of|for))?[ ]"
    r"(?:(?!and\b|or\b|by\b|before\b|on\b)[\w'-]+[ ]){0,3}?"
    r"(?:(?<!approval of the )invoices?|nda|n\.d\.a\.|non-?disclosure(?:[ ]agreement)?|minutes|artwork|proofs?|"
    r"mock-?ups?|logos?|"
    r"time-?sheets?|expenses?|expense[ ]reports?|travel|w-?9s?|background[ ]checks?|press[ ]release|"
    r"(?:photo|media|video|case[ ]study)[ ](?:release|consent)|testimonial|case[ ]study|"
    r"training[ ](?:dates?|schedule|plan|agenda)|refund|credit[ ](?:note|memo|application)|"
    r"tax[ ](?:form|exemption)|guest[ ]list)\b",
    re.I,
)
# what the operator makes ready: "The demo account you wanted will be ready by"
_MADE_READY = re.compile(
    r"\b(?:demo|trial|test|sandbox|preview|sample|accounts?|log-?ins?|portal|site|report|materials?|link|slides?|video|"
    r"translation|version|app|release|feature|module|update|server|kits?|books?|integration|connector|dashboard|"
    r"certificate|guide|manual|prototype)s?\b[^.;:,]{0,50}?(?:'ll|[ ]will|[ ](?:is|are)[ ](?:going|due|expected)[ ]to|"
    r"[ ](?:is|are)[ ]expected)[ ](?:(?:also|then|all)[ ])?(?:be[ ])?(?:up[ ]and[ ])?"
    r"(?:ready|finished|done|completed?|available|online|live|set[ ]up|finali[sz]ed|updated)[ ](?:by|before|on)[ ]"
    r"(?:\w+,?[ ]){0,2}$",
    re.I,
)

# --- somebody else's yes ---

_ROLES = (
    r"(?:legal(?:[ ](?:team|department|counsel|office|people|staff))?|counsel|attorneys?|lawyers?|"
    r"board(?:[ ]of[ ](?:directors|trustees|managers))?|directors?|management(?:[ ]team)?|leadership(?:[ ]team)?|"
    r"executives?|ceo|cfo|coo|cto|vp|president|owners?|investors?|finance(?:[ ](?:team|department))?|accounting|"
    r"compliance(?:[ ](?:team|officer))?|security[ ]team|privacy[ ](?:team|officer|counsel)|"
    r"contracts?[ ](?:team|department|office)|sales[ ](?:management|director|manager)|headquarters|head[ ]office|"
    r"parent[ ]company|corporate(?:[ ]office)?|partners?|publisher|insurer|bank|suppliers?|licensor|company)"
)
_FILLER = r"(?:(?!the\b|your\b|a\b|that\b|which\b|and\b|to\b|for\b|is\b|are\b|will\b|with\b|by\b)[\w'-]+[ ]){0,2}?"
_OWN = rf"(?:our|my)[ ]{_FILLER}{_ROLES}"
_BODIES = (
    r"(?:apple|google|microsoft|amazon|isbe|usac|fcc|e-?rate|roe|the[ ]app[ ]store|"
    r"(?:the[ ])?(?:illinois[ ])?state[ ]board(?:[ ]of[ ]education)?|"
    r"(?:the[ ])?regional[ ]office(?:[ ]of[ ]education)?|"
    r"(?:the|a)[ ](?:state|county|village|city[ ]council|union|pta|pto|foundation|grantor|grant[ ](?:committee|office|"
    r"board|agency)|funder|donor|insurer|bank|landlord|reseller|publisher|manufacturer|distributor))"
)
_OTHERS = rf"(?<![\w'-])(?:{_OWN}|{_BODIES})"
_YES = r"(?:approval|approbation|sign[- ]?off|clearance|authori[sz]ation|go-?ahead|green[- ]light|consent|ok(?:ay)?)"
_THEIR_YES = re.compile(
    # "Our Board of Directors will give its final approval of the contract by"
    rf"{_OTHERS}(?:,[^,.;]{{1,40}},)?(?:[ ](?:still|also|first|then|in[ ]turn))?[ ]"
    r"(?:will|must|shall|should|can|could|may|would|needs?[ ]to|ha(?:s|ve)[ ]to|is[ ]to|are[ ]to|"
    r"(?:is|are)[ ](?:going|expected|due|scheduled)[ ]to|plans?[ ]to|expects?[ ]to|wants?[ ]to)[ ]"
    r"(?:(?:also|still|first|formally|finally|review[ ]and)[ ]){0,2}"
    r"(?:approve(?:[ ]and[ ]sign(?:[ -]off)?)?|sign(?:[ ]off)?|counter-?sign|okay|authori[sz]e|clear|"
    rf"(?:give|grant|issue|finish|complete)[ ](?:(?:its|their|his|her|the|a|us|final|formal|own)[ ]){{0,3}}{_YES})\b"
    # "Apple's approval of our new app version is due by", "approval by our CEO by"
    rf"|{_OTHERS}(?:'s|s')?[ ](?:(?:final|formal|own|internal|board)[ ])?{_YES}\b"
    rf"|\b(?:{_YES}|approved|signed[ ]off|cleared)[ ](?:of|by|from)[ ]{_OTHERS}"
    r"(?=[ ]?[.,:]|$|[ ](?:by|on|before|no|is|for|at|in|and)\b)",
    re.I,
)

# "Parents must approve by", "Another district wants it approved by", "We will approve your changes by"
_SOMEBODY_ELSES = re.compile(
    r"\b(?:parents?|guardians?|families|students?|pupils|teachers|members|users|customers)[ ]"
    r"(?:(?:must|will|should|shall|can|may|need[ ]to|have[ ]to|are[ ]to)[ ])?(?:all[ ]|first[ ]|also[ ])?"
    r"(?:approve|sign(?:[ ]off)?|consent|okay)\b"
    r"|\b(?:another|a[ ]different|a[ ]neighbou?ring|some[ ]other)[ ](?:school[ ])?(?:district|customer|client|"
    r"school)[ ]"
    r"(?:of[ ]ours[ ])?(?:also[ ])?(?:needs|wants|requires|expects|asked[ ]for|must|would[ ]like|has)\b"
    r"|\b(?:the|our|a|their)[ ]grant[ ](?:must|has[ ]to|needs[ ]to|should|will)[ ]be\b"
    r"|(?<!if )(?<!that )\b(?:we|I)(?:'ll|[ ](?:will|shall|can))[ ](?:\w+[ ])?(?:approve|sign[ ]off[ ]on)\b",
    re.I,
)
# "After approval we expect a purchase order by"
_AFTERWARDS = re.compile(
    r"\b(?:after|upon|following|once[ ]we[ ]have)[ ](?:(?:the|your|final|district|board)[ ])*(?:approval|sign-?off)\b"
    r"(?:(?!approv|sign-?off|decision|district's|yours)[^.;:]){0,80}$",
    re.I,
)
_YOURS_THEN = re.compile(
    r"\byours?\b(?![ ](?:changes|edits|redlines|papers|order|draft|version))|\bthe[ ]district\b", re.I
)

# --- another district, another product ---

_ABOUT_US = re.compile(r"\b(?:you|your|yours|we|us|the[ ]district)\b", re.I)
_OTHER_PRODUCT = re.compile(
    r"\b(?:our|the|an?|your)[ ]other[ ](?:\w+[ ])?(?:product|program|title|software|app|tool|platform|order|quote|"
    r"module|proposal|purchase|contract|agreement|subscription|licen[cs]e|renewal)s?\b"
    r"|\banother[ ](?:product|program|title|software|app|tool|order|purchase|quote|proposal)\b"
    r"|\b(?:a|the)[ ](?:different|separate)[ ](?:product|purchase|order|quote|proposal)\b",
    re.I,
)
# "needs approval by January 15 for its own order"
_FOR_ANOTHER_ORDER = re.compile(
    r"[ ,]{1,2}for[ ](?:(?:its|their|his|her|the)[ ](?:own|other|separate|second|next)|an?(?:other|[ ](?:separate|"
    r"different|second|later)))[ ](?:\w+[ ])?(?:order|purchase|quote|contract|submission|request|renewal|product)\b",
    re.I,
)
_AS_WELL = re.compile(r"\b(?:both|too|also|as[ ]well|same|together|like|with)\b|\band\b", re.I)


def not_ours(text: str, start: int, end: int, *, last: int, paper: bool, names: Collection[str]) -> bool:
    """Whether the day at [start, end) is of something else than the District's yes to this purchase.

    `last`: where the day before this one ends. `names`: the District's.
    """
    whole = text[max(last, start - _MOST_BEFORE) : start]
    before = _NEW_CLAUSE.split(whole)[-1]
    after = text[end : end + _MOST_AFTER]
    if _of_a_price(before, after, paper=paper) or _MADE_READY.search(before) or _FOR_ANOTHER_ORDER.match(after):
        return True
    if own_deed(before):
        return True
    if _AFTERWARDS.search(before):
        return True
    elses = _SOMEBODY_ELSES.search(before)
    if elses and not _YOURS_THEN.search(before, elses.end()):
        return True
    for pattern in (_OTHER_PAPER, _THEIR_YES):
        match = pattern.search(before)
        if match and not _OURS_THEN.search(before, match.end()):
            return True
    if (other := another_district(whole, names)) and not _ABOUT_US.search(whole, other.end()):
        return True
    product = _OTHER_PRODUCT.search(whole)
    return product is not None and not _AS_WELL.search(whole[: product.start()])


# "I'll be at your board meeting on November 17 and could answer questions"
_ATTENDS = re.compile(
    r"\b(?:i|we|she|he|they|our[ ]\w+|\w+[ ]from[ ]our[ ]\w+)(?:'ll|'d|'m|'re|[ ](?:will|would|can|could|am|are|"
    r"plan[ ]to|"
    r"hope[ ]to))?[ ](?:(?:also|gladly|happily|both|happy[ ]to|glad[ ]to|planning[ ]to|going[ ]to)[ ]){0,2}"
    r"(?:be(?:[ ]present|[ ]there)?[ ](?:at|in)|attend(?:ing)?|com(?:e|ing)[ ]to|join(?:ing)?|"
    r"present(?:ing)?[ ](?:at|to)|"
    r"sp(?:eak|eaking)[ ](?:at|to)|sit(?:ting)?[ ]in[ ]on|visit(?:ing)?|watch(?:ing)?|listen(?:ing)?[ ]to|"
    r"answer[ ]questions[ ]at)[ ]"
    r"(?:(?:your|the|this|that|next)[ ])?[^.;:?!]{0,40}$"
    r"|\bsee[ ]you[ ](?:all[ ])?at[ ][^.;:?!]{0,40}$",
    re.I,
)


def attended(text: str, start: int) -> bool:
    """Whether the meeting on this day is one to which the writer comes, so that nothing is said of approval."""
    return _ATTENDS.search(text[max(0, start - _MOST_BEFORE) : start]) is not None
