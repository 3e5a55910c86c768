"""Places that a sentence names for another reason than use: who sets up, sends rosters, was met, belongs to others."""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.other_districts import another_district
from soppa_mailbot.finding.locations.places_doubted import parents_only
from soppa_mailbot.finding.locations.places_used import only_does

_OF_ANOTHER_PRODUCT = re.compile(
    r"\b(?:our|the|your)[ ]other[ ](?:\w+[ ])?(?:product|program|title|software|app|tool|platform|module)s?\b"
    r"|\banother[ ](?:product|program|title|app|tool)[ ](?:of[ ]ours|from[ ]us|that[ ]we)\b",
    re.I,
)
_AS_WELL = re.compile(r"\b(?:both|too|also|as[ ]well|same|together|like|and|beside|besides|unlike)\b", re.I)
_ABOUT_YOU = re.compile(r"\b(?:you|your|yours)\b", re.I)
# "the ed-tech fair in the gym of Lincoln", "the workshop held in the library at Lincoln"
_VENUE = re.compile(
    r"\b(?:fair|night|open[ ]house|conference|event|expo|breakfast|luncheon|picnic|fundraiser|showcase|institute|"
    r"summit|"
    r"workshop|meeting|meet-?up|demo[ ]day|open[ ]day|vendor[ ]day)\b[^.;:!?]{0,40}?[ ](?:in|at|outside|inside)[ ]"
    r"(?:the|your)[ ](?:\w+[ ])?(?:gym(?:nasium)?|auditorium|cafeteria|library|hall|theater|foyer|lobby|commons|"
    r"lunchroom|parking[ ]lot|media[ ]center|boardroom|building)[ ](?:of|at)[ ](?:the[ ])?$",
    re.I,
)
# "Rosters from Lincoln and Prairie View are still missing"
_SENT_BY = re.compile(
    r"\b(?:rosters?|class[ ]lists?|student[ ]lists?|lists?|spreadsheets?|data|export|head-?counts?|photos?|payments?|"
    r"checks?|refunds?|thank-?you[ ]notes?)[ ](?:from|of)[ ](?:the[ ]|your[ ])?$",
    re.I,
)
_MISSING = re.compile(
    r"[^.;:]{0,30}?[ ](?:is|are|was|were|has|have)[ ](?:(?:still|not|yet|now|also)[ ]){0,3}"
    r"(?:missing|outstanding|arrived?|come|received|overdue|incomplete|late|sent|due)\b",
    re.I,
)
# "Teachers from Lincoln and Prairie View met us at the conference"
_PEOPLE_OF = re.compile(
    r"\b(?:teachers|staff|principals?|superintendents?|families|librarians|counsell?ors|coaches|colleagues|people|"
    r"folks|educators|students|"
    r"parents)"
    r"[ ](?:from|of|at)[ ](?:the[ ])?$",
    re.I,
)
_WERE_SEEN = re.compile(
    r"[ ](?:schools?[ ])?(?:(?:also|all|both|have|had|recently|kindly|once)[ ]){0,2}(?:met|visited|saw|stopped[ ]by|"
    r"came[ ]by|"
    r"came[ ]to|attended|dropped[ ]by|spoke[ ](?:to|with)|talked[ ](?:to|with)|sat[ ]in|heard|joined[ ](?:us|our))\b"
    r"(?![^.;]*\b(?:and|who|so)[ ](?:\w+[ ])?(?:want|would|will|like|plan|need|ask|order|chose|pick|decid|agreed))",
    re.I,
)
_ARE_TOLD = re.compile(
    r"[ ](?:schools?[ ])?(?:will|would|should|can|is|are|have|has|was|were)[ ]"
    r"(?:(?:also|both|all|only|just)[ ])*"
    r"(?:be(?:en)?[ ])?(?:just[ ]|only[ ])?(?:(?:kept[ ])?(?:informed|updated|posted|notified|told|aware|briefed|"
    r"copied|"
    r"cc'?e?d)|(?:kept[ ])?in[ ]the[ ](?:loop|know)|looped[ ]in)\b"
    r"(?![^.;]*\b(?:and|who|so)[ ](?:\w+[ ])?(?:want|would|like|plan|need|ask|order|chose|pick|decid|agreed|use))",
    re.I,
)
# "The form asks for the schools, e.g. Lincoln"
_EXAMPLE = re.compile(r"\b(?:e\.?[ ]?g\.?|for[ ](?:example|instance)|such[ ]as|like)[,:]?[ ](?:the[ ])?[\"'(]?$", re.I)
_SOMEBODY_ASKS = re.compile(
    r"\b(?:web ?site|web ?page|page|form|checklist|instructions?|template|guidelines?|procedure|example)s?[ ]"
    r"(?:\w+[ ])?(?:asks?|says?|wants?|lists?|gives?|mentions?|shows?|names?|requires?|reads?|has|uses)\b[^;]*$",
    re.I,
)
# an advertisement: "used by more than 4,000 schools. Ask Lincoln (NJ), Sandburg (IL)"
_ADVERTISES = re.compile(
    r"^\W*(?:just[ ])?(?:ask|join|see[ ]what|hear[ ]from|read[ ]what|find[ ]out[ ]why|meet)[ ](?:our[ ]customers[ ])?"
    r"(?:(?!for\b|us\b|about\b)[\w&().,'-]+[ ]){0,12}$",
    re.I,
)
_IN_A_STATE = re.compile(r"\((?-i:[A-Z]{2})\)")
# "Human Resources will need background checks", "IT will have to set up rostering"
_OFFICE_WORK = re.compile(
    r"(?![^.;]*\b(?:us(?:e|es|ed|ing)|users?|pilot)\b)"
    r"(?:[ ](?:department|office|team|staff|folks|people))?[ ](?:(?:will|would|may|might|must|should|can|could|also|"
    r"still|"
    r"then|probably|first|only)[ ]){0,3}"
    r"(?:(?:ha(?:s|ve)[ ]to[ ]|needs?[ ]to[ ]|is[ ]to[ ]|are[ ]to[ ]|wants?[ ]to[ ])?"
    r"(?:set(?:s|ting)?[ ]up|configur\w+|whitelist|allow-?list|unblock|connect|sync\w*|integrat\w+|provision\w*|"
    r"install\w*|roster\w*|"
    r"(?:creat\w+|import|upload)[ ](?:(?:the|our|all|your)[ ])?(?:(?:user|student|teacher)[ ])?(?:accounts|users|"
    r"log-?ins|"
    r"rosters?|class[ ]lists))\b"
    r"|(?:ha(?:s|ve)[ ]to[ ]|needs?[ ]|wants?[ ]|requires?[ ]|asked[ ](?:us[ ]|me[ ])?for[ ]|requested[ ])(?:see[ ]|"
    r"have[ ])?"
    r"(?:(?:the|a|an|our|your|some|any|all)[ ])?(?:\w+[ ])?"
    r"(?:background[ ]checks?|finger-?prints?|w-?9s?|invoices?|certificates?|insurance|references|rosters?|"
    r"paperwork|documentation|cop(?:y|ies)|bank[ ]details|tax[ ]id|vendor[ ]number|ip[ ]address(?:es)?|"
    r"metadata|soc[ ]2)\b)",
    re.I,
)


# "Schools like Lincoln and Oak Ridge would benefit from it"
_OF_THAT_KIND = re.compile(
    r"\b(?:schools|buildings|campuses|districts|sites|places)[ ](?:like|such[ ]as|similar[ ]to)[ ](?:the[ ]|your[ ])?$",
    re.I,
)
_MIGHT_LIKE_IT = re.compile(
    r"[ ](?:would|could|can|might|may|often|usually|typically|tend[ ]to)[ ](?:(?:really|greatly|both|all|also)[ ])?"
    r"(?:benefit|profit|gain|love|like|enjoy|see|find|appreciate)\b",
    re.I,
)
# "Mrs. Ortiz (Lincoln Elementary) is cc'd", "I have copied Mrs. Ortiz (Lincoln Elementary)"
_PERSON_IN = re.compile(
    r"\b(?:mrs?|ms|miss|dr|principal|coach|prof)\b\.?[ ](?-i:[A-Z])[\w'-]+(?:[ ](?-i:[A-Z])[\w'-]+)?[ ]?[(,][ ]?$", re.I
)
_COPIED = re.compile(
    r"[ ]?\),?[ ](?:is|are|was|were|has[ ]been|have[ ]been)[ ](?:also[ ]|both[ ])?(?:cc'?e?d|copied|"
    r"on[ ](?:copy|cc|this)|in[ ](?:copy|cc)|looped[ ]in|included[ ](?:here|on[ ]this))\b",
    re.I,
)
_COPYING = re.compile(
    r"\b(?:cc(?:'?e?d|'?ing)?|cop(?:y|ied|ying)|loop(?:ed|ing)[ ]in)[ ][^.;:]{0,6}\b[^;:]{0,30}$", re.I
)
# "Shipping goes to Lincoln Elementary, 12 Main St."
_SENT_TO = re.compile(
    r"\b(?:shipping|shipments?|deliver(?:y|ies)|parcels?|packages?|boxes|invoices?|bills?|billing|"
    r"correspondence|mail)[ ](?:(?:goes|go|is|are|will|should|must|can|please|be|going|sent|shipped|addressed|made|"
    r"directed)[ ]){1,4}to[ ](?:the[ ])?$",
    re.I,
)
_GETS_A_PRICE = re.compile(
    r"(?:[ ](?:will|would|can|all|both|also|each|automatically|may)){0,3}[ ](?:receives?|gets?|enjoys?|"
    r"qualif(?:y|ies)[ ]for|pays?|saves?|(?:is|are)[ ](?:eligible[ ]for|offered|entitled[ ]to))[ ](?:[\w-]+[ ]){0,3}?"
    r"(?:\d{1,3}[ ]?(?:%|percent)|discount\w*|rebates?|special[ ](?:price|pricing|rate)s?)",
    re.I,
)
# "I was reading about Lincoln's new schedule and thought of you": how a pitch begins
_NEWS_OF = re.compile(
    r"\b(?:read(?:ing)?|saw|seen|notic(?:ed|ing)|hear(?:d|ing)?|learn(?:ed|ing)|(?:came|come)[ ]across|impressed|"
    r"excited|curious|follow(?:ed|ing)|congratulations|congrats|kudos)\b[^.;:!?]{0,40}?[ ](?:about|of|on|by|for)[ ]"
    r"(?:the[ ])?$",
    re.I,
)
_ITS_NEWS = re.compile(
    r"(?:'s|')?[ ](?!(?:order|request|wish|interest|need|plan|decision|choice|purchase|pilot|use)s?\b)"
    r"(?:[\w-]+[ ]){0,3}?(?:schedule|bond|referendum|construction|addition|renovation|award|grant|season|championship|"
    r"scores?|growth|success|results?|initiatives?|expansion|opening|anniversary|ranking|designation|"
    r"efforts?|commitment|article|story|news)\b",
    re.I,
)


def gets_a_price(after: str) -> bool:
    """Such as "all elementary schools | receive a 10% discount": who would pay what, and not who will use it."""
    return bool(_GETS_A_PRICE.match(after))


def in_passing(before: str, after: str) -> bool:
    """Whether a school is named for another reason than use, and none can be told for it."""
    return bool(
        (_SENT_BY.search(before) and _MISSING.match(after))
        or (_PEOPLE_OF.search(before) and (_WERE_SEEN.match(after) or _ARE_TOLD.match(after)))
        or (_EXAMPLE.search(before) and _SOMEBODY_ASKS.search(before))
        or (_OF_THAT_KIND.search(before) and _MIGHT_LIKE_IT.match(after))
        or (_PERSON_IN.search(before) and (_COPIED.match(after) or _COPYING.search(before)))
        or _SENT_TO.search(before)
        or (_NEWS_OF.search(before) and _ITS_NEWS.match(after))
        or parents_only(after)
        or only_does(after)
    )


def elsewhere(before: str, after: str, districts: Collection[str]) -> bool:
    """Whether the sentence is about a place of an event, customers, another district or product."""
    if _VENUE.search(before):
        return True
    if _ADVERTISES.match(before) and _IN_A_STATE.search(before[-60:] + after[:60]):
        return True
    other = another_district(before, districts)
    if other and not _ABOUT_YOU.search(before, other.end()):
        return True
    product = _OF_ANOTHER_PRODUCT.search(before)
    return product is not None and not _AS_WELL.search(before)


def office_work(after: str) -> bool:
    """Whether a department is to do something for the purchase: set up accounts, check, pay."""
    return bool(_OFFICE_WORK.match(after))


# --- what is said of the use itself ---

# "at Lincoln if the principal agrees", "The pilot at Lincoln was cancelled"
_IF_AGREED = re.compile(
    r"[^.;:]{0,20}?[ ,(]{1,2}(?:(?:only|but[ ]only)[ ])?(?:if|provided(?:[ ]that)?|subject[ ]to|assuming|unless)[ ]"
    r"(?:(?:the|its|their|her|his|your|ms\.?|mr\.?|dr\.?)[ ])?(?:[\w'.-]+[ ]){0,3}?(?:principals?|teachers?|staff|"
    r"school|"
    r"they|she|he|union|council|parents?|team|director|head)?[ ]?"
    r"(?:agrees?|approves?|wants?[ ](?:it|to)|decides?|consents?|accepts?|likes?[ ]it|says?[ ]yes|commits?|confirms?)\b"
    r"|[ ,(]{1,2}subject[ ]to[ ](?:the[ ])?(?:principal|teacher|staff|school)s?'?s?[ ](?:agreement|consent|interest|"
    r"decision)",
    re.I,
)
_CALLED_OFF = re.compile(
    r"(?:[ ](?:school|students?|teachers?))?[ ](?:has[ ]been|was|is|were|have[ ]been|got)[ ](?:now[ ]|since[ ]|"
    r"sadly[ ]|"
    r"then[ ])?(?:cancell?ed|called[ ]off|dropped|withdrawn|abandoned|scrapped|shelved|put[ ]on[ ]hold|postponed|"
    r"rejected|turned[ ]down)\b",
    re.I,
)
_ONLY_INTERESTED = re.compile(
    r"[ ](?:(?:has|have|both|all|only|also)[ ]){0,2}(?:shown?|expressed|showed|signal\w+)[ ](?:\w+[ ])?interest\b"
    r"(?![^.;]*\b(?:and|so)[ ](?:\w+[ ])?(?:want|would|will|like|plan|need|order|chose|pick|decid|agreed|bought|buy))",
    re.I,
)
_ASKED = re.compile(r"[ ]?[(\[]?\?{1,3}[)\]]?(?=\W*$|[ ]\(|[ ,;]|$)")
# "If all schools use it, the price drops", but not "Once approved all schools will use it"
_IF_ALL = re.compile(
    r"(?:^|[.;,(][ ]*|\b(?:and|but|because|that)[ ])(?:if|should|once|when(?:ever)?|as[ ]soon[ ]as|unless|in[ ]case)[ ]"
    r"(?:(?:the|your|nearly|almost)[ ]){0,2}$",
    re.I,
)
_SOME_DAY = re.compile(
    r"[^.;:]{0,40}?\b(?:one[ ]day|some[ ]?day|eventually|at[ ]some[ ]point|"
    r"in[ ]the[ ]future)\b",
    re.I,
)
_ON_SALE = re.compile(
    r"(?:[ ](?:site[ ])?(?:licen[cs]e|licensing|subscription|plan|package|version|edition|option|deal|discount|access|"
    r"price|pricing|quote)s?)[ ](?:(?:is|are|can[ ]be)[ ])(?:(?:also|of[ ]course|always)[ ])?(?:available|offered|"
    r"possible|sold|"
    r"an[ ]option|obtained|on[ ]request|cheaper|purchased|bought|quoted|had)\b",
    re.I,
)


def in_doubt(after: str) -> bool:
    """Whether the use at a place depends on something, or was given up."""
    return bool(_IF_AGREED.match(after) or _CALLED_OFF.match(after) or _ONLY_INTERESTED.match(after))


def asked_about(after: str) -> bool:
    """Such as "Schools: Lincoln? (please tell us)": behind a label."""
    return bool(_ASKED.match(after))


def all_only_imagined(before: str, after: str) -> bool:
    """Whether "all schools" are those of a hope, a condition or an offer."""
    return bool(_ON_SALE.match(after) or _SOME_DAY.match(after) or _IF_ALL.search(before))
