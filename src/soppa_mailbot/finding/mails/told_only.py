"""Mails with which an operator only tells the District something: a breach, a price, a product's end, a new contact.

They name products, schools and days, and often the SOPPA agreement; whoever answers a notice of a breach with a list of
missing forms has read it badly. They are inquiries: a person reads them.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.mails.claims import ATTACHED, flowing
from soppa_mailbot.finding.mails.intent_words import PAYMENT

_TELLS = (
    r"(?:\b(?:we|i)(?: (?:hereby|regret to|must|are required to|have to|want to|would like to))? (?:\w+ly )?"
    r"(?:notify|inform|advise|alert|report|let you know)\b"
    r"|\b(?:we|i)(?:'m| am|'re| are) (?:writing|required|obliged|notifying|informing)\b"
    r"|\bthis (?:letter |e-?mail |message )?is (?:a |an |our |the )?(?:\w+ )?(?:notice|notification)\b"
    r"|\bnotice of (?:an? |the )?|\bnotification (?:of|under|pursuant)\b|\bsecurity advisory\b)"
)
_INCIDENT = re.compile(
    r"\b(?:unauthori[sz]ed (?:person|part(?:y|ies)|access|disclosure|acquisition|individual|user|"
    r"third part(?:y|ies))|"
    r"(?:data|security|privacy|cyber|cybersecurity|ransomware) (?:breach|incident|event|attack)|breach of "
    r"(?:\w+ ){0,3}?(?:data|information|security)|gained access to|"
    r"(?:was|were|been) (?:compromised|exposed|leaked|exfiltrated)|"
    r"(?:improperly|wrongly|without authori[sz]ation) (?:viewed|accessed|disclosed)|former employee "
    r"(?:viewed|accessed))\b"
    r"|\b(?:viewed|accessed|downloaded|disclosed)\b[^.;]{0,40}\bcovered information\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|none|any|if|should|in case|would|will)\b[^.;]{0,60}"
    r"\b(?:breach|incident|unauthori[sz]ed|compromised|exposed)",
    re.IGNORECASE,
)
_TOLD = re.compile(_TELLS, re.IGNORECASE)
_NOTICE_SUBJECT = re.compile(
    r"\b(?:notice|notification|alert|advisory)\b.{0,60}\b(?:breach|incident|unauthori[sz]ed|access|section \d|soppa)\b"
    r"|\b(?:breach|incident)\b.{0,30}\b(?:notice|notification|report)\b",
    re.IGNORECASE,
)
# what is told to all customers, each in its own words
_NEWS = (
    # "(Exhibit B) our updated list of subcontractors"
    re.compile(
        r"\b(?:updated|revised|new|changed|current) (?:version of (?:our|the) )?(?:exhibit \w |schedule \w )?"
        r"(?:list of )?(?:our )?(?:sub-?contractors|sub-?processors|third[- ]part(?:y|ies)|privacy policy|"
        r"terms of (?:service|use))\b"
        r"|\b(?:added|adding|replac(?:ed|ing)|chang(?:ed|ing)) (?:\w+ ){0,3}?(?:sub-?contractors?|sub-?processors?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:will be|is being|are being|has been) (?:retired|discontinued|sunset(?:ted)?|phased out|shut down|"
        r"decommissioned)\b|\bend[- ]of[- ](?:life|service|support)\b|\b(?:retiring|sunsetting|discontinuing) "
        r"(?:our |the )?(?-i:[A-Z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:prices?|pricing|rates?|fees?)\b[^.;]{0,80}\b(?:goes|go|going|will (?:go|rise|increase|change)|"
        r"increases?|rises?|chang(?:e|es|ing))\b[^;!?]{0,80}?(?:\bfrom\b[^;!?]{0,30}?\bto\b|\d ?%|\bper ?cent\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i am|i'm|meet|introduc\w+) (?:the |your )?(?:new )?(?:account (?:manager|executive|representative)|"
        r"customer success (?:manager|lead)|contact|representative|rep)\b",
        re.IGNORECASE,
    ),
)
_NOTHING_TO_DO = re.compile(
    r"\bno (?:further )?action (?:is |will be )?(?:needed|required|necessary)\b|\bnothing (?:\w+ )?(?:to do|is needed|"
    r"is required|else changes|changes)\b|\b(?:you|there) (?:do(?:n't| not) need|is no need) to do anything\b|"
    r"\byou will (?:receive|get|hear from)\b|\btakes? effect\b|\bfor your (?:information|awareness|reference)\b|"
    r"\bfyi\b|\bdeletion certificate\b|\ball data will be deleted\b",
    re.IGNORECASE,
)
# an order that is done: "the fully signed order form for your records", "your licences are active"
_FOR_THE_FILES = re.compile(
    r"\b(?:order(?: form)?|quote|contract|agreement)\b[^.;!?]{0,80}\bfor (?:your|the) (?:records?|files?|reference)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?:fully|counter-?)[ -]?(?:signed|executed)|licen[cs]es are (?:now )?(?:active|live)|thank(?:s| you) for "
    r"your (?:business|order|purchase)|onboarding (?:is|will be|session|call|starts|begins)|class lists?|rosters?|"
    r"nothing to do|current order form|existing order)\b",
    re.IGNORECASE,
)
_NO_APPROVAL = re.compile(
    r"\bno (?:\w+ )?(?:approval|sign-?off|soppa \w+|agreement) (?:is|will be) (?:needed|required|necessary)\b",
    re.IGNORECASE,
)
_OTHERS_PAY = re.compile(
    r"\b(?:pta|pto|booster(?:s| club)|foundation|parents' club)\b[^.;]{0,40}\b(?:pays?|buys?|gift|donat\w+|funds?)\b"
    r"|\b(?:pta|pto|booster club)'s (?:gift|donation|purchase)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:need|needs|request\w*|seek\w*|like|ask(?:ing)?|want|please) (?:\w+ ){0,4}?(?:final )?"
    r"(?:approv\w+|sign-?off|process|review)\b(?! (?:of|the|our|this)? ?(?:attached )?"
    r"(?:parent|letter|notice|notification))",
    re.IGNORECASE,
)


# "Could you tell me where the approval stands? We submitted all forms on October 1"
_STATUS = re.compile(
    r"\bwhere (?:(?:the|our|this|that|its|your) (?:\w+ ){0,3}?(?:stands?|is at)|(?:things|we|it|this) stands?)\b"
    r"|\b(?:status|an update|any update|any news|progress) (?:of|on|for|about|regarding)\b"
    r"|\bany (?:news|updates?|word)\b",
    re.IGNORECASE,
)
_SENT_BEFORE = re.compile(
    r"\b(?:we|i)(?:'ve| have| had)? (?:already )?(?:submitted|sent|e-?mailed|filed|provided|uploaded|returned)\b"
    r"[^.;!?]{0,120}\b(?:on|in|last|ago|back|earlier|before|yesterday|weeks?|already)\b",
    re.IGNORECASE,
)


def tells_only(words: str, subject: str, *, order: bool, dated: bool) -> bool:
    """Whether a mail without a District form only tells something. `order`: an order form came with it; `dated`: a day
    for approval is named."""
    lines = flowing(words)
    if not order and _incident(lines, subject):
        return True
    asks = any(map(_STATUS.search, lines)) or _STATUS.search(subject) is not None
    if not order and asks and any(map(_SENT_BEFORE.search, lines)) and not any(map(ATTACHED.search, lines)):
        return True
    if any(map(_WANTS.search, lines)):
        return False
    nothing = any(_NOTHING_TO_DO.search(line) for line in lines)
    news = any(pattern.search(line) for pattern in _NEWS for line in (*lines, subject))
    if news and nothing and not (order and dated):
        return True
    done = any(map(_FOR_THE_FILES.search, lines)) and any(map(_DONE.search, lines))
    if order and not dated and (done or any(map(PAYMENT.search, lines))):
        return True
    return any(map(_NO_APPROVAL.search, lines)) and any(map(_OTHERS_PAY.search, lines))


def _incident(lines: list[str], subject: str) -> bool:
    """Whether a breach is reported: one is told of in so many words, and no sentence about it denies it."""
    told = [line for line in lines if _INCIDENT.search(line) and not _DENIED.search(line)]
    announced = any(_TOLD.search(line) for line in lines) or _NOTICE_SUBJECT.search(subject) is not None
    return bool(told) and announced
