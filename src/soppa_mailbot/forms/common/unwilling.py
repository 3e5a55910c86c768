"""Words in a signature's place that refuse, set a condition, put off, point elsewhere, or are a day or an office.

A name may have any words ("See Vang", "May Page", "I. Read"), so nothing goes by what names look like: it is told what
no name says. All takes plain words (`values.plain`).
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.vocabulary import words

# who does not sign, before the words that say so: "We respectfully decline"
_WHO = (
    r"(?:(?:we|i|our|the|vendor|operator|company|provider|client|legal|counsel|respectfully|hereby|must|signature|signing|"
    r"sign|to|has|have|had|is|are|been|being|be) )*"
)
_REFUSAL = (
    r"(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|reject(?:s|ed)?|disagree[sd]?|objects? to|withheld|unable to|"
    r"(?:do|does|did|can|could|will|would|may|is|are|am) not|cannot|not (?:applicable|agreed|accepted|subject)|"
    r"(?:can|don|doesn|won|isn|didn) t (?:sign|agree|accept|apply|do|have|need|approve|consent|execute|use|collect))"
)
_REFUSES = re.compile(
    rf"{_WHO}{_REFUSAL}\b"
    r"|(?:not|never|tbd|tba|tbc|void|exempt|opt(?:ed|ing)? out)\b"  # nobody's name begins so
    r"|no (?:signature|agreement|contract|thanks?|longer|need|student|data|pii|authority|authori[sz]ed)\b"
    r"|none (?:required|needed|given|yet|at|for|available|provided)\b"
)
_REFUSES_LATER = re.compile(rf"\b{_REFUSAL}\b")

# what comes first, in the words of those who sign only then: "Upon award", "executed once approved by the Board"
_EVENT = (
    r"(?:award|approv|select|execut|receipt|receiving|request|contract|purchase|order|po\b|acceptance|agreement|completion|"
    r"notice|sign|final|review|board|legal|counsel|confirm|negotiat|clarif|payment|renewal|closing|counter|bid\b)\w*"
)
_ITS = r"(?:(?:the|a|an|is|are|it|we|our|your|been|has|have|contract|final|time|of|district|board|full|formal|legal) )*"
_FIRST = rf"(?:upon|on|after|at|once|when|if|until|following|pending|before|prior to) {_ITS}{_EVENT}\b"
_LEAD = (
    r"(?:(?:will|to|be|sign|signed|signature|executed|execution|provided?|available|only|we|i|vendor|operator|company|"
    r"delivered|sent|form|copy|final|given|completed|submitted|effective|the|it|as|this|shall|is|of|time) )*"
)
_PUTS_OFF = re.compile(_LEAD + _FIRST)

_CHANGE = (
    r"(?:exceptions?|reservations?|modifications?|changes|edits|amendments?|revisions|comments|objections?|conditions?|"
    r"markups?|deviations?|clarifications?|limitations?|strike ?outs?|deletions?|riders?|qualifications?)"
)
_SECTION = r"(?:sections?|sec|clauses?|paragraphs?|articles?|exhibits?)"
_OWN_TERMS = r"(?:tos|msa|terms|dpa|agreement|eula|contract|polic(?:y|ies))"
# beyond what `reservations` knows of any note: nothing but a name is looked for here, so less says enough
_CONDITION = re.compile(
    rf"\bsubject to\b|\bcondition(?:al|ally|ed)\b|\bprovided that\b|\bunless\b|\bonly if\b"
    rf"|\bdepend(?:s|ing|ent) (?:up)?on\b|\b(?:upon|pending|once|if|until) (?:\w+ ){{0,3}}?{_EVENT}\b"
    rf"|\b(?:with|w|see|per|noting|attached|enclosed|following|taking)(?: \w+){{0,2}} {_CHANGE}\b"
    rf"|\b{_CHANGE} (?:noted|taken|apply|attached|enclosed|listed|below|above|as|to)\b"
    r"|\bexcept(?:ing)? (?:for|as|that|where|section|clause|article|paragraph|item|exhibit|\d)|\bexcluding\b"
    r"|\bred ?lin(?:es?|ed|ing)\b"
    r"|\bas (?:\w+ )?(?:amended|modified|revised|marked|negotiated|edited|changed|corrected)\b"
    rf"|^draft\b|\bdraft(?:$| (?:only|copy|version|v ?\d|not|for|until|pending)\b)|\blimited to\b"
    rf"|\b(?:without|w o|minus|less|not) (?:\w+ )?{_SECTION}\b"
    rf"|\b{_SECTION}(?: (?:\d+\w?|[a-z]|and|to|thru|through|or))* "
    r"(?:only|n a|not|excluded|omitted|deleted|struck|waived)\b"
    rf"|\bour (?:\w+ ){{0,2}}?{_OWN_TERMS} (?:also )?(?:controls?|prevails?|governs?|appl(?:y|ies)|supersedes?)\b"
    r"|\bbest of (?:our|my|the) knowledge\b|\backnowledg\w+ receipt\b"
    r"|\bunder duress\b|\bwithout prejudice\b|\bnon ?binding\b"
    r"|\bnot (?:binding|valid|effective|final)\b|\bvoid (?:if|unless|where)\b|\breceipt only\b"
    r"|\bfor (?:review|discussion|reference|information|demonstration)(?: purposes)? only\b"
)

_PAPER = (
    r"(?:n?dpas?|msas?|agreements?|contracts?|addend(?:um|a)|terms|polic(?:y|ies)|comments?|notes?|letter|web ?site|"
    r"https?|www|url|link|proposals?|quotes?|order|exhibits?|appendix|appendices|schedules?|amendments?|forms?|documents?|docs?|"
    r"papers?|reverse|back|certificate|eula|tos|pdf|files?|attachments?)"
)
_OF_A_PAPER = (
    r"(?:(?:the|our|your|attached|enclosed|signed|separate|existing|current|prior|previous|executed|master|services?|"
    r"licen[sc]e|subscription|privacy|data|security|standard|online|vendor|operator|district|student|user|illinois|il|"
    r"national|school|sdpc|other|own|same|general|cover|redlined|marked|final|purchase|of|and) )*"
)
_POINTS = re.compile(
    r"(?:(?:please )?(?:see|refer to|as per|per|cf|under|covered (?:by|under)|same as|as in|governed by)|"
    rf"the|our|existing|current|prior|previous|master|standard|separate|signed|executed|online) {_OF_A_PAPER}{_PAPER}\b"
    r"|(?:https?|www)\b|.*\bndpas?\b"
)

_DAY_WORD = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?|"
    r"\d{1,4}(?:st|nd|rd|th|am|pm)?|dated?|day|of|on|the|this|at|a|p|m|am|pm|in|year|as|effective|[ecmp][sd]?t)"
)
_DAY = re.compile(rf"{_DAY_WORD}(?: {_DAY_WORD})*")
_SAYS_YES = words(
    """agree agrees agreed accept accepts accepted acceptance acknowledge acknowledged acknowledges approved confirm
    confirmed consent consents consented yes ok okay signed verbal verbally clicked clickwrap receipt received noted
    understood"""
)
_BESIDE_YES = words(
    """we i and the this all to terms above hereby have has been is by it with electronic electronically copy original
    on read understood understand reviewed completed online click through"""
)
_HOLDS_OFFICE = words(
    """ceo cfo coo cto cio ciso cpo cro vp svp evp avp president director manager owner founder officer secretary
    treasurer counsel coordinator administrator specialist"""
)
_OF_OFFICE = words(
    """chief executive operating financial technology information security privacy revenue product vice co principal
    partner managing general attorney representative associate assistant senior sr deputy head of the and for sales
    partnerships partnership accounts account business development operations education marketing contracts contract
    legal compliance data finance customer success programs program services authorized"""
)


def refuses(said: str) -> bool:
    """Whether words say that nobody signs, or not yet: "Declined", "Upon award", "We do not accept this addendum"."""
    return _REFUSES.match(said) is not None or _PUTS_OFF.match(said) is not None


def sets_condition(said: str) -> bool:
    """Whether a signature, if there is one, does not hold for all that the form says: "J. Doe, see our redlines"."""
    return _CONDITION.search(said) is not None or _REFUSES_LATER.search(said) is not None or reserves(said)


def names_nobody(said: str) -> bool:
    """Whether words may stand for a signature and name nobody: "See NDPA", "November 2, 2026", "CFO", "I accept"."""
    if _POINTS.match(said) or (re.search(r"\d", said) and _DAY.fullmatch(said)):
        return True
    found = set(said.split())
    for telling, beside in ((_SAYS_YES, _BESIDE_YES), (_HOLDS_OFFICE, _OF_OFFICE)):
        if found & telling and found <= telling | beside:
            return True
    return False
