"""What the words around a name say beside its use: how many are meant, whose, and whether anything else is said."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_words import ALL_OF_THEM, PEOPLE

_GENERIC = re.compile(
    r"\b(?:schools?|campus(?:es)?|buildings?|classrooms?|students?|pupils?|teachers?|graders?|grades?|sites?|"
    r"elementary|middle|high|academ(?:y|ies)|dept|departments?|pilots?|principals?|kids)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:our|my)[ ](?:own[ ]|internal[ ])?(?:\w+[ ])?$", re.I)

_ALL_OF_THEM = re.compile(rf"{ALL_OF_THEM}$", re.IGNORECASE)


def counted_out(before: str) -> bool:
    """Such as "Yes, all five: Lincoln, ..."."""
    return bool(_ALL_OF_THEM.search(before))


# "one of the Landis buildings"
_ONE_OF = re.compile(r"\b(?:one|two|some|several|either|any|a[ ]few)[ ]of[ ](?:the|your|our)[ ]$", re.IGNORECASE)
_OF_THEM = re.compile(r"[ ](?:schools|buildings|campuses|sites|locations)\b", re.IGNORECASE)


def one_of_several(before: str, after: str) -> bool:
    """Whether it is not said which of a town's schools is meant."""
    return bool(_ONE_OF.search(before) and _OF_THEM.match(after))


_WHAT_IT_SERVES = re.compile(
    r"[ ]?(?:(?:department|dept\.?|team|office|staff)\b)?[ ,(;:-]*(?:(?:which|that|who|they|it|(?:this|that|the)[ ]"
    r"(?:department|team|office|staff))[ ])?(?:(?:also|itself|centrally|in[ ]turn)[ ])?"
    r"(?:serv(?:es?|ing)|support(?:s|ing)?|cover(?:s|ing)?|oversee(?:s|ing)?|handl(?:es?|ing)|staff(?:s|ing)?|"
    r"(?:work|travel)(?:s|ing)?[ ](?:in|at|with|across|between|to)|"
    r"(?:is|are)[ ](?:in|at|shared[ ]by|responsible[ ]for))"
    r"(?:[ ](?:(?:the|our|your)[ ])?\w+[ ](?:in|at|of|from|for|across))?[ ]",
    re.IGNORECASE,
)


def serves(between: str) -> bool:
    """Such as "(it serves" between a department and "all schools": says what the department does."""
    return bool(_WHAT_IT_SERVES.fullmatch(between))


_ITS_STAFF = re.compile(
    rf"(?:(?!\b(?:and|or|plus|with|for)\b)[\w&' ./-]){{1,60}}?\b(?:{PEOPLE}(?:[ ]members)?|employees|personnel|"
    r"case[ ]managers|specialists)[ ](?:across|throughout|all[ ]over|around|in|at|from)[ ]",
    re.IGNORECASE,
)


def its_people_in(words: str) -> bool:
    """Such as "SpEd department staff across the District", from a department to a group: says where its people are."""
    return bool(_ITS_STAFF.match(words))


_TOLD_AGAIN = re.compile(
    r"(?:[ ](?:schools|buildings|campuses))?[ ]?(?:,|:|[(]|-|;)[ ]?(?:(?:i\.e\.|that[ ]is|namely|meaning|so)[ ,]{1,2})?"
    r"(?:the[ ]?)?(?:(?:elementary|middle|high|primary|intermediate)(?:[ ]school)?,?[ ](?:and|&)[ ](?:the[ ])?)?",
    re.IGNORECASE,
)


def told_again(between: str) -> bool:
    """Such as ", i.e. the" between "both Marquette schools" and a level: says which they are, and adds none."""
    return bool(_TOLD_AGAIN.fullmatch(between))


# "It tracks the bus rides to all of your schools", "a tool that counts meals at every school"
_WHAT_IT_DOES = re.compile(
    r"\b(?:it|that|which|and|also|to|(?:the|our|this)[ ](?:software|system|app|product|tool|program|platform)|"
    r"(?!(?:students|pupils|teachers|staff|kids|everyone|principals|counselors|they|we|you)\b)(?-i:[A-Z])[\w'-]*)[ ]"
    r"(?:(?:also|simply|only|automatically|will)[ ])?"
    r"(?:track|monitor|count|plan|rout|schedul|handl|manag|record|log|show|display|map|measur|report|collect|calculat|"
    r"process|organi[sz]|coordinat|connect|link|watch|control|check|assign|dispatch|inspect|optimi[sz]|summari[sz]|"
    r"compar|analy[sz]|forecast|predict|post|print|sync)(?:e?s|e)?[ ]"
    r"(?:(?!who\b|seats\b|licen)[\w,'-]+[ ]){1,7}?(?:to|at|in|from|of|for|across|between|among|with)[ ](?:the[ ])?$",
    re.IGNORECASE,
)


def what_it_does(before: str) -> bool:
    """Whether the words before a group say what the product does for it, which is work of those who use it."""
    return bool(_WHAT_IT_DOES.search(before))


_RATHER = re.compile(
    r"\bnot[ ][^.;:]{2,60}?,?[ ]but[ ](?:(?:rather|instead|for|at|by|in|only|the)[ ]){0,3}$", re.IGNORECASE
)


def named_instead(before: str) -> bool:
    """Such as "it's not for Lincoln but Oak Ridge"."""
    return bool(_RATHER.search(before))


_LEAVES_OUT = re.compile(
    r"\b(?:remov|drop|delet|strik|exclud|withdraw|cancel|scratch|except|without|leav\w*[ ]out|"
    r"tak\w*[ ](?:out|off)|not)\w*[ ](?:the[ ]|for[ ]|at[ ]|in[ ])?$",
    re.IGNORECASE,
)


def only_these(before: str, after: str) -> bool:
    """Such as "Lincoln only, please", and not "we withdraw Lincoln only"."""
    return bool(re.match(r"[ ]only(?=[ ]?[.,;!)]|$|[ ]-[ ])", after)) and not _LEAVES_OUT.search(before)


def generic_near(before: str, after: str) -> bool:
    """A word such as "school" or "teachers" within some six words."""
    return bool(_GENERIC.search(" ".join(before.split(" ")[-7:]) + " | " + " ".join(after.split(" ")[:7])))


def talk_of_price(before: str, after: str) -> bool:
    """Such as "the same price for all schools", "free to every school"."""
    return bool(
        re.search(
            r"\b(?:pric\w+(?![ ](?:is[ ])?attached)|discounts?|(?<!to )offer\w*|free|complian\w+|compl(?:y|ies)|"
            r"laws?)\b[^.;]{0,40}$",
            before,
            re.I,
        )
        or re.match(r"[ ](?:\w+[ ]){0,3}(?:pric\w+|discount\w*|rates?|tiers?)\b", after, re.I)
    )


_FINITE = re.compile(
    r"\b(?:is|are|am|was|were|be|been|will|would|shall|should|can|could|may|might|must|has|have|had|do|does|did|"
    r"us(?:es|ed)|works?|serves?|supports?|fits?|offers?|runs?|knows?|loves?|trust(?:s|ed)?|helps?|makes?|lets?|"
    r"sells?|sold|"
    r"met|visited|(?:tailor|design|develop|made|built|suit)(?:ed|able)?|perfect|ideal|great|best|proven|popular|"
    r"like|by)\b"
    r"|'(?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(r"\b(?:attached|enclosed|herewith)\b", re.IGNORECASE)
_NOTE = 20  # words of a note, at most
_ASIDE = re.compile(r"\([^()]*\)")  # what it said before: "(v1 had only the middle schools)"


def is_note(text: str) -> bool:
    """Whether a text is a few words that say what is handed in, or no sentence: "Widgets, 4,200 seats, all schools"."""
    text = _ASIDE.sub(" ", text)
    return len(text.split()) <= _NOTE and (not _FINITE.search(text) or bool(_HANDED_IN.search(text)))


def letters(text: str) -> bool:
    """Whether words stand there, beside bullets, numbers and stops."""
    return len(re.sub(r"[^A-Za-z]|\b(?:for|at|in|the|and|please|only|except|excluding|but|not)\b", "", text)) > 2
