"""Who asked for what is handed in: "the counselor at Lincoln asked me to send you our proposal", "HR asked for it".

Whoever asked is the place of use only in a text that hands something in and names no other place that will use it.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_priced import asked_to_price
from soppa_mailbot.finding.locations.places_words import BY_PERSON

# papers of a purchase, which whoever wants the product asks for
_OF_A_PURCHASE = r"(?:quot(?:e|ation)s?|order(?:[ ]forms?)?|proposals?|offers?|estimates?|pricing|bids?)"
# papers of the approval, which an office may ask for that uses nothing
_OF_AN_APPROVAL = (
    r"(?:papers?|paperwork|forms?|documents?|docs|packet|package|rfi|soppa|agreements?|submission|request)"
)
_SEND = (
    r"(?:(?:re)?send(?:[ ](?:over|in|along))?|submit|forward|share|provide|prepare|e-?mail|mail|file|turn[ ]in|"
    r"hand[ ]in|write[ ]up|put[ ]together|get)"
)
_LED_BY = rf"(?:[ ]\([^()]{{2,60}}\)|{BY_PERSON})?"  # "Lincoln (Ms. Ortega) asked"
_HAVE = r"(?:(?:has|have|had|both|all|also|recently|just|kindly|first|then|already|really|there|who)[ ])"
# "have finished their evaluation and": a trial that is over, and went well enough to ask for more
_AFTER_A_TRIAL = (
    rf"(?:[ ]{_HAVE}{{0,3}}"
    r"(?:(?:tested|tried|piloted|reviewed|evaluated)[ ](?:it|this|our[ ]\w+|[ ]{2,}\w+)|"
    r"(?:finished|completed|concluded|ended|wrapped[ ]up|gone[ ]through|been[ ]through|done|ran|run)"
    r"[ ](?:its|their|his|her|the|an?|our|this)[ ](?:[\w-]+[ ]){0,3}?"
    r"(?:evaluation|pilot|review|trial|test(?:ing|s)?|tryout|assessment|comparison)s?)"
    r"(?:[ ](?:of|with|for|in|last|this)(?:[ ](?!and\b)[\w'-]+){1,4}?)?,?[ ]and(?:[ ](?:they|it))?)?"
)
_WHAT = r"(?:(?!(?:and|but|so|because|when|if|whether|about|for)\b)[\w'/&-]+[ ]){0,6}?"
_TO = r"(?:[ ](?:you|procurement|purchasing|your[ ]\w+|the[ ]\w+))?"
_PRODUCT = r"(?:it|this|that|them|these|[ ]{2,}\w+)"  # or a name that was blanked
_END = r"(?![\w'-])"
_NO_PAPER = (
    r"(?![ ](?:of[ ](?:the|our|your|a)|logs?|info|information|names?|numbers?|keys?|reports?|lists?|data|agreements?|"
    r"terms|records?|settings|rules?)\b)"
)
# how much of a product: behind its name, which may be blanked
_A_PRODUCTS = (
    r"(?:(?:(?:more|some|additional|our|the|their|\d[\d,]*)[ ]){0,3}(?:[ ]{2,}|(?-i:(?:[A-Z][\w'-]*[ ]){1,4}))"
    r"(?:[a-z-]+[ ])?(?:seats?|licen[cs]es?|accounts?|log-?ins?|subscriptions?|access|minutes|hours|credits|sessions))"
)


def _asked(papers: str, product: str, approved: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:'s)?{_LED_BY}{_AFTER_A_TRIAL},?[ ]{_HAVE}{{0,3}}(?:"
        # "asked us to send you our proposal"
        rf"(?:asked|wants|wanted|requested|needs|would[ ]like)[ ]"
        rf"(?:(?:for[ ])?(?:us|me|our[ ]\w+)[ ]to|(?:if|whether)[ ](?:we|i)[ ](?:could|can|would))[ ]"
        rf"{_SEND}{_TO}[ ](?:{_WHAT}{papers}|{product}){_END}"
        # "asked for a quote", "requested the attached proposal"
        rf"|(?:asked[ ](?:us[ ]|me[ ])?for|requested)[ ]{_WHAT}{papers}{_END}"
        rf"|(?:asked[ ](?:us[ ]|me[ ])?for|requested)[ ]{_PRODUCT}(?=[ ]?[.,;:!?)]|$|[ ]-|[ ](?:and|so|because)[ ])"
        # "asked us for Planet Talk minutes", and not for minutes of a meeting
        rf"|(?:asked[ ](?:us[ ]|me[ ])?for|requested|ordered)[ ]{_A_PRODUCTS}{_END}{_NO_PAPER}"
        # "placed the order"
        rf"|(?:placed|put[ ]in{approved})[ ]{_WHAT}{_OF_A_PURCHASE}{_END}"
        # "sent us the attached purchase order"
        rf"|(?:sent|gave)[ ](?:us|me)[ ]{_WHAT}(?:purchase[ ]order|p\.?o\.?|order){_END})",
        re.IGNORECASE,
    )


_BY_A_DEPARTMENT = _asked(_OF_A_PURCHASE, "(?!)", "")  # an office that only passes it on asks to send "it", too
_BY_A_SCHOOL = _asked(
    rf"(?:{_OF_A_PURCHASE}|{_OF_AN_APPROVAL}|everything|what[ ]you[ ]need)", _PRODUCT, "|signed|approved|accepted"
)
# "the quote that Lincoln asked for"
_WHICH = r"[^.;:,]{0,50}?(?:,?[ ](?:that|which))?[ ](?:(?:the|your|our[ ]friends[ ]at)[ ])?$"
_PURCHASE_WHICH = re.compile(rf"\b{_OF_A_PURCHASE}{_WHICH}", re.IGNORECASE)
_PAPER_WHICH = re.compile(rf"\b(?:{_OF_A_PURCHASE}|{_OF_AN_APPROVAL}){_WHICH}", re.IGNORECASE)
_ASKED_FOR = re.compile(
    rf"{_LED_BY}[ ]{_HAVE}{{0,3}}(?:asked[ ](?:(?:us|me)[ ])?for|requested|ordered|signed(?:[ ]off[ ]on)?)"
    r"(?=[ ]?[.,;:!?)]|$|[ ]-|[ ](?:in|on|last|this|is|are|and|so)[ ])",
    re.IGNORECASE,
)
# "at the request of Lincoln", "the order came from Lincoln"
_FROM_THEM = re.compile(
    r"\b(?:(?:at|on|upon|by)[ ](?:the[ ])?request[ ]of|as[ ](?:requested|ordered|chosen|selected)[ ]by|"
    r"(?:request|order|wish|initiative)[ ](?:for[ ](?:\w+[ ]){1,4})?(?:came|comes|originated|originates|is)[ ]from|"
    r"(?:an|the|this|their|a)[ ](?:new[ ])?(?:purchase[ ]order|p\.?o\.?|order)[ ](?:(?!form)\S+[ ])?from|"
    # "It was requested by teachers of Lincoln"
    r"(?:was|were|been)[ ](?:requested|asked[ ]for|ordered)[ ]by(?:[ ](?:\w{1,9}[ ]){0,2}"
    r"(?:teachers?|teams?|staff|faculty|counsell?ors?|librarians?|principals?|coach(?:es)?|nurses?|"
    r"department)[ ](?:of|at|from|in))?)[ ]"
    r"(?:(?:the|your|our[ ]friends[ ]at)[ ])?$",
    re.IGNORECASE,
)
# "The training was requested by Lincoln"
_SOMETHING_ELSE = re.compile(
    r"\b(?:trainings?|workshops?|webinars?|visits?|meetings?|presentations?|sessions?|talks?|trials?|samples?)"
    r"(?:[ ](?:\w+[ ]){0,4}(?:was|were|been))?[ ](?:requested|asked[ ]for|ordered)[ ]by\b",
    re.IGNORECASE,
)
_AS_REQUESTED = re.compile(r"\b(?:as|was|were|been)[ ]\w+(?:[ ]for)?[ ]by[ ](?:(?:the|your)[ ])?$", re.IGNORECASE)
_REQUEST_OF = re.compile(r"\brequest[ ]of[ ]", re.IGNORECASE)
_SOME_PURCHASE = re.compile(rf"\b{_OF_A_PURCHASE}{_END}", re.IGNORECASE)
# papers that only the office wants for itself: "asked for the W-9"
_OFFICE_PAPERS = re.compile(
    r"\b(?:w-?9|invoices?|insurance|coi|certificates?|copy|copies|references?|demo|call|changes?|corrections?|revised|"
    r"refunds?|return|cancel\w*|withdraw\w*)\b",
    re.IGNORECASE,
)
# "Mr. Alvarado (band, South) and Ms. Tice (orchestra, North) asked for it", "Dana Parks of South"
_PERSON = (
    r"(?:(?:the[ ])?(?:assistant[ ])?"
    r"(?:principal|coach|dean|teacher|librarian|counsell?or|nurse|director|coordinator)[ ])?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Coach|Principal|Dean|Sr)\b\.?[ ])?[A-Z][\w'.-]+(?:[ ][A-Z][\w'.-]+){0,2}"
)
_PERSON_OF = re.compile(
    rf"(?:^|[^\w]){_PERSON}(?:[ ]\((?:[\w'&/ -]{{1,40}},[ ])?|,[ ]|[ ](?:at|of|from|over[ ]at)[ ])$"
)
_THEIR_SCHOOL = r"(?:\([^()]{1,60}\)|(?:at|of|from|over[ ]at)[ ](?:the[ ])?[A-Z][\w.'-]*(?:[ ][A-Z][\w.'-]*){0,5})"
_OTHER_PERSONS = re.compile(
    rf"(?:,[ ][\w'&/ -]{{1,40}}(?=\)))?\)?,?(?:,?[ ](?:and|&)?[ ]?{_PERSON}[ ]{_THEIR_SCHOOL}){{0,4}}"
)
_SOMEBODY_ELSE = re.compile(r"\b(?:nobody|no[ ]one|none|not|never|neither|nor|formerly|ex)\b[^.;:,]{0,40}$", re.I)
_HANDS_IN = re.compile(
    r"\b(?:attach\w*|enclos\w*|herewith|submission|submit(?:ting|ted)?|here(?:'s|[ ](?:is|are|it[ ]is))|"
    r"(?:please|to)[ ]find|"
    # "the quote's on here", "quote in the PDF"
    r"(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|forms?|papers|paperwork)(?:'s|[ ](?:is|are))?[ ]"
    r"(?:on|in)[ ](?:here|this[ ](?:e-?mail|mail|message)|the[ ](?:pdf|attachment))|"
    r"below|send(?:ing)?[ ](?:you|the|over|our|your|an?[ ](?:quote|order|proposal|estimate)))\b",
    re.IGNORECASE,
)
# an office through which every purchase goes asks for others
_BUYS_FOR_ALL = re.compile(
    r"\b(?:business|financ\w*|purchas\w*|procure\w*|account\w*|superintendent\w*|administrat\w*|central)\b", re.I
)
_ALSO = re.compile(r"\b(?:also|too|as[ ]well|in[ ]addition|additional(?:ly)?|another|plus)\b", re.IGNORECASE)
_MOST_BEFORE, _MOST_AFTER = 120, 200  # characters that are looked at


def asked(before: str, after: str, *, department: bool = False) -> bool:
    """Whether the place between `before` and `after` asked for the product, or for the papers of its purchase."""
    before, after = before[-_MOST_BEFORE:], after[:_MOST_AFTER]
    if _SOMEBODY_ELSE.search(before):
        return False
    of_this = not _OFFICE_PAPERS.search(before + after) and not _SOMETHING_ELSE.search(before)
    if _FROM_THEM.search(before) and of_this:
        if department and _AS_REQUESTED.search(before):  # papers, as an office wants them of all
            return bool(_SOME_PURCHASE.search(before))
        return not department or not _REQUEST_OF.search(before) or bool(_SOME_PURCHASE.search(after))
    pattern = _BY_A_DEPARTMENT if department else _BY_A_SCHOOL
    match = pattern.match(after)
    if match is None and (priced := asked_to_price(after)):
        return not _OFFICE_PAPERS.search(priced)
    if match is None and (_PURCHASE_WHICH if department else _PAPER_WHICH).search(before):
        match = _ASKED_FOR.match(after)
    if match is None and _PERSON_OF.search(before):
        others = _OTHER_PERSONS.match(after)
        match = pattern.match(after, others.end()) if others else None
    return match is not None and not _OFFICE_PAPERS.search(match.group())


def hands_in(text: str) -> bool:
    """Whether a text hands papers in."""
    return bool(_HANDS_IN.search(text))


def buys_for_all(name: str) -> bool:
    """Whether a department of this name asks for papers of what others will use."""
    return bool(_BUYS_FOR_ALL.search(name))


def adds(text: str) -> bool:
    """Whether a sentence adds to what was said: "Lincoln asked for it; Oak Ridge will use it as well"."""
    return bool(_ALSO.search(text))
