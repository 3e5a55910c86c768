"""Names beside a paper: "the quote (Lincoln)", "the order is for East"; what is papered is bought for them."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_used import subject_of_use

SUBMITS = re.compile(
    r"\b(?:attach\w*|enclos\w*|herewith|approv\w+|sign-?off|order[ ]form|quot(?:e|ation)|proposal|papers|documents|"
    r"forms)\b",
    re.IGNORECASE,
)

ENDS_HERE = re.compile(
    r"[ ]?(?:[.,;:!?)]|$|\(|[-–—][ ])|[ ](?:is|are|comes?|follows?)[ ](?:attached|enclosed|below)\b", re.IGNORECASE
)

_OPENS_A_CLAUSE = re.compile(
    r"(?:^[ *•>-]*|[.,;:!?(-][ ]|\b(?:and|but|so|that|because|since|as|if|when|only|says?|said|hear[ds]?|now|"
    r"today)[ ])$",
    re.IGNORECASE,
)
_THE_ORDER_IS_FOR = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|seats?|licen[cs]es?|students?|teachers?|"
    r"class(?:es|rooms?)|paperwork|papers|forms?|used?|pilot|it|this|that)(?:'s|[ ](?:is|are|will[ ]be))?"
    r"(?:[ ](?:only|just|attached|enclosed|below|all))?[ ](?:for|at)[ ]$",
    re.IGNORECASE,
)
# "the journalism class at West"
_ROOM_AT = re.compile(
    r"\b(?:class(?:es|room|rooms)?|program|club|team|library|lab|department|dept|band|choir|orchestra|students|"
    r"teachers|elective|course|academy|counsell?ors|nurse|librarian|juniors|seniors|freshmen|sophomores|graders)"
    r"[ ](?:of|at)[ ]$",
    re.IGNORECASE,
)
# "the order for West's theater program"
_OF_A_SCHOOL = re.compile(
    r"(?:'s)?[ ](?:[a-z]+[ ]){0,3}(?:program|department|dept|class(?:es|room)?|club|teachers?|students?|library|lab|"
    r"band|choir|orchestra|office|staff)(?=[ ]?[.,;:!?)]|$|[ ](?:is|are|attached|enclosed|at|and|this|next)\b)"
)
# "the quote for Planet Notes at East"
PAPER_FOR_PRODUCT_AT = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|renewal|papers|paperwork|forms?|seats|licen[cs]es|"
    r"everything|packet|documents|docs|submission|purchase|agreement|questionnaire|contract)[ ]"
    r"(?:for|of)[ ](?:(?!(?:training|workshop|meeting|visit|demo|shipping|delivery|event)s?\b)[\w'&+-]+[ ]){1,6}"
    r"(?:at|for)[ ]$",
    re.IGNORECASE,
)
# "the quote for Essay Coach at East": no coach, but a product
PAPER_FOR_NAME_AT = re.compile(
    r"\b(?:quote|quotation|order(?:[ ]form)?|proposal|estimate|renewal|papers|paperwork|forms?|everything|packet|"
    r"documents|docs|submission|purchase|agreement|questionnaire|contract)[ ](?:for|of)[ ]"
    r"(?-i:(?:(?!(?:Training|Workshop|Meeting|Visit|Demo|Event|Night|Fair|Coaching|Day|Conference|Session|PD|Shipping|"
    r"Delivery|Assembly)s?\b)[A-Z][\w'&+-]*[ ]){2,5})(?:at|for)[ ]$",
    re.IGNORECASE,
)


def must_be_a_school(before: str, after: str) -> bool:
    """Such as "East wants to add it", "the quote is for East": no point of the compass buys, or is bought for."""
    if re.match(r"[ -][A-Z]", after):
        return False  # "East Coast", "East Peoria"
    if _OPENS_A_CLAUSE.search(before):
        return subject_of_use(after)
    ends = re.match(r"[ ]?(?:[.,;:!?)]|$)|[ ](?:will|would|wants?|needs?|uses?)\b", after)
    if ends and _ROOM_AT.search(before):
        return True
    return bool(_THE_ORDER_IS_FOR.search(before) or PAPER_FOR_PRODUCT_AT.search(before)) and bool(
        re.match(r"[ ]?(?:[.,;:!?)]|$|\(|-[ ])", after) or _OF_A_SCHOOL.match(after)
    )


PAPER = (
    r"(?:quot(?:e|ation)|order(?:[ ]form)?|proposal|estimate|paperwork|forms?|papers|packet|docs|documents|"
    r"questionnaire|"
    r"rider|renewal|licen[cs]es?|seats|pilot|agreement|addendum|rfi|soppa|sow)"
)
_IN_BRACKETS = re.compile(
    rf"\b{PAPER}[ ](?:(?:is|are)[ ])?(?:attached[ ])?(?:for[ ][^.;:,()\n]{{2,60}}[ ])?(?:attached[ ])?"
    r"\((?:for[ ])?(?:the[ ]|both[ ])?$",
    re.I,
)


def in_brackets(before: str, after: str) -> bool:
    """Such as "the quote (Lincoln)": in brackets right behind a paper's name."""
    return bool(_IN_BRACKETS.search(before[-100:])) and bool(re.match(r"(?:[ ]only)?\)", after))
