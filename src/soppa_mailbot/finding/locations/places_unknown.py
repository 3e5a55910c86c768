"""Names that look like a place and are none of the list's: other schools, and people."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_words import GIVEN_NAMES, LEVELS, words_of


class Span(NamedTuple):
    """Characters of a text."""

    start: int
    end: int


_INITIALS = 3  # letters of "MS", "elc"
_UNKNOWN_SCHOOL = re.compile(
    r"(?<![\w-])(?P<name>(?:(?:[A-Z][\w'.-]*|of|the|de|del|la)[ ]){1,5}?)"
    r"(?P<kind>(?:Elementary|Elem\.?|Middle|High|Junior[ ]High|Jr\.?[ ]High|Senior[ ]High|Primary|"
    r"Intermediate|Grade(?!s\b)|Preschool|"
    r"K-8|Alternative|Charter|Magnet)(?:[ ](?:School|Academy|Campus|Center))?|HS\b|MS\b|School|Academy|"
    r"(?:Attendance|Kindergarten|Early[ ]Childhood)[ ]Center|Campus|"
    r"Center(?=[ ]will[ ](?:use|be[ ]using|start[ ]using|run)\b))s?(?![\w-])(?![ ](?:District|Board|Year|"
    r"Plan|Edition|Licen[cs]e|Package|Bundle|"
    r"Subscription|Version|Suite|Pack|Tier)s?\b)"
)
_PERSONS = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Prof)\b\.?[ ](?:[A-Z][\w.-]*[ ])?[A-Z][\w-]*['’]s?[ ][Dd]ep(?:artmen)?t\b")
_UNKNOWN_DEPARTMENT = re.compile(
    r"(?<![\w-])(?P<name>(?:(?:[A-Z][\w'-]*|and|&|of)[ ]){1,4}?|"
    r"(?:[a-z][\w'-]+[ ]){1,2}?)(?P<kind>[Dd]epartments?|[Dd]ept\b\.?)"
)
# "It will be used by Food and Nutrition Services", "for use by your Office of Family Engagement"
_UNKNOWN_OFFICE = re.compile(
    r"\b(?:(?:will|would|shall|to)[ ](?:only[ ]|mainly[ ])?be[ ]used[ ](?:only[ ])?(?:by|in)|"
    r"users?[ ](?:are|is|will[ ]be|would[ ]be)(?:[ ](?:all[ ])?(?:in|at|from))?|for[ ]use[ ](?:by|in))[ ]"
    r"(?:(?:the|your)[ ])?"
    r"(?P<name>(?-i:[A-Z][\w'-]+(?:(?:,?[ ](?:and|&))?[ ][A-Z][\w'-]+){0,3}?[ ](?:and[ ]|&[ ])?)?"
    r"(?-i:Services?|Office|Division|Operations|Grounds|Transportation|Facilities|Maintenance|Athletics|Nutrition|"
    r"Payroll|Communications|Engagement|Relations|Outreach)\b|(?-i:Office|Division)[ ]of[ ](?-i:[A-Z])[\w'-]+"
    r"(?:(?:,?[ ](?:and|&))?[ ](?-i:[A-Z])[\w'-]+){0,3})(?![ ](?-i:[A-Z])|[ ](?:of|at|from)[ ])",
    re.IGNORECASE,
)
# "User is your Department of Family Outreach", and not "reviewed by your Department of Labor"
_UNKNOWN_DEPARTMENT_OF = re.compile(
    r"\b(?:used[ ](?:only[ ])?(?:by|in)|users?[ ](?:is|are|will[ ]be|would[ ]be)|"
    r"(?:it|this|software)(?:'s|[ ]is)[ ]for)"
    r"[ ](?:only[ ])?your[ ](?P<name>(?P<kind>(?i:department|dept\.?|division))[ ]of[ ](?-i:[A-Z])[\w'-]+"
    r"(?:(?:,?[ ](?:and|&))?[ ](?-i:[A-Z])[\w'-]+){0,3})",
    re.IGNORECASE,
)
_NO_NAME = words_of(
    "the a an at for in by of and or all both each every our your their its this that these those any "
    "some other another new old local public private title state national american illinois summer sunday "
    "high middle elementary junior senior primary whole entire same said my to from with dear hello hi "
    "good please per since when while if as is are only use used users school schools department "
    "departments college after before grade k pilot site whose which one two three four five six "
    "procurement purchasing legal sales marketing support billing accounts engineering customer relevant "
    "appropriate respective police fire health district's math science english"
)

# of departments, where a capital letter and another word of the name follow: "the Public Relations department"
_BEGINS_A_NAME = words_of("public private state national american summer college title marketing legal sales support")


def _begins_a_name(name: list[str]) -> bool:
    """Whether a common word is the first of a department's name: of "Public Relations", and not of "Please, Legal"."""
    return len(name) > 1 and name[0][:1].isupper() and name[1][:1].isupper() and normalised(name[0]) in _BEGINS_A_NAME


_DETERMINERS = words_of("the a an your our their its his her my this that these those each every any some which whose")


def unknown_places(
    text: str, known: list[Mention], blocked: list[tuple[int, int]], levels: Mapping[Span, frozenset[str]]
) -> list[Mention]:
    """Names that look like a school or a department and are not on the list.

    `levels` are those of the schools of the list that the known mentions may name: a "Maple Grove Community High
    School" is not the "Maple Grove Elementary School" of the list.
    """
    taken = [(m.start, m.end) for m in known] + blocked
    out: list[Mention] = []
    for pattern, department in ((_UNKNOWN_SCHOOL, False), (_UNKNOWN_DEPARTMENT, True)):
        for match in pattern.finditer(text):
            start = match.start()
            name = match["name"].split()
            while name and normalised(name[0]) in _NO_NAME:
                if department and _begins_a_name(name):
                    break
                start += len(name[0]) + 1
                name = name[1:]
            if not name or all(normalised(n) in _NO_NAME for n in name) or normalised(name[-1]) in _DETERMINERS:
                continue  # "that's the date the department chair gave us"
            over = [Span(s, e) for s, e in taken if s < match.end() and start < e]
            kind = Span(*match.span("kind"))
            if over and (department or not all(_goes_on(text, start, kind, o, levels.get(o)) for o in over)):
                continue
            words = text[start : match.end()].rstrip(" .")
            if department and known and _PERSONS.search(text[max(0, start - 12) : match.end()]):
                continue  # "the school libraries - Mrs. Teague's department"
            if department and words.islower() and words.endswith("departments"):
                continue  # "your art departments" are in schools
            if department and words.islower() and all(normalised(n) in _TAUGHT for n in name):
                continue  # and so is "the social studies department"
            if department and words.islower() and _explains(text, start, known):
                continue  # "Student Services (the speech department)"
            out.append(Mention(start, match.end(), words, (), strong=True, department=department))
            taken.append((start, match.end()))
    for match in chain(_UNKNOWN_DEPARTMENT_OF.finditer(text), _UNKNOWN_OFFICE.finditer(text)):
        start, end = match.span("name")
        if not any(s < end and start < e for s, e in taken):
            out.append(Mention(start, end, match["name"], (), strong=True, department=True))
            taken.append((start, end))
    return out


def _explains(text: str, start: int, known: list[Mention]) -> bool:
    """Whether words stand in brackets right behind a name that was understood."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    return any(m.end <= opened and not text[m.end : opened].strip() for m in known)


def _goes_on(text: str, start: int, kind: Span, known: Span, levels: frozenset[str] | None) -> bool:
    """Whether a known name is only how a longer one begins: "Maple Grove" of "Maple Grove South High School"."""
    rest = text[known.end : kind.start].split()
    level = LEVELS.get(normalised(text[kind.start : kind.end].split()[0]), "")
    another = bool(level and levels) and level not in (levels or ())
    names = [w for w in rest if w[:1].isupper() and not _is_kind(normalised(w), another=another)]
    return known.start == start and bool(rest) and names == rest


def _is_kind(word: str, *, another: bool) -> bool:
    """Whether a word says what kind of school it is, and not which: "Lincoln K-5 Elementary School".

    `another`: the school is of another level than the known one, so that such a word tells them apart as well.
    """
    said = word in _KINDS or any(c.isdigit() for c in word)
    return word in _NO_NAME or _is_level(word) or (said and not another)


def _is_level(word: str) -> bool:
    """Whether a word is one for a kind of school, or that with a slip: "Midle"."""
    return any(OSA.distance(word, level, score_cutoff=1) <= 1 for level in LEVELS if len(level) > _INITIALS)


_KINDS = words_of(
    "community magnet stem steam varsity charter academy dual language immersion ib montessori lower upper grades "
    "senior sr jr comprehensive neighborhood"
)
_TAUGHT = words_of(
    "and social studies history civics geography world foreign language languages arts art music band choir orchestra "
    "theatre theater drama reading writing literature physical education pe biology chemistry physics algebra geometry "
    "spanish french german latin stem steam english math mathematics science journalism yearbook "
    "comp sci compsci bio chem calc lit econ economics robotics engineering ela"
)


def teaches(words: str) -> bool:
    """Whether a department's name is just a subject, so that schools have it: "Theater Department"."""
    name = [n for n in map(normalised, words.split()) if n not in ("department", "dept", "departments", "the", "&")]
    return bool(name) and all(n in _TAUGHT for n in name)


def is_common(name: str) -> bool:
    """Whether capitalised words are no name of a place: a month, a title, a person, a subject."""
    words = [normalised(w) for w in name.split()]
    return any(w in _NO_NAME or w in LEVELS or w in GIVEN_NAMES or w in _PLAIN_STARTS or w in _CALENDAR for w in words)


_CALENDAR = words_of(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday fall spring summer winter i ii mr mrs ms dr special "
    "education human"
)


def normalised(word: str) -> str:
    return word.casefold().strip(".,'")


def looks_personal(text: str, mention: Mention, others: list[Mention]) -> bool:
    """A bare family name beside a given name or a title: "Carter Lincoln", "Ms. Brooks", "Brooks-Hale"."""
    before = text[max(0, mention.start - 25) : mention.start]
    after = text[mention.end : mention.end + 25]
    if re.search(
        r"(?:^|[^\w])(?:mr|mrs|ms|miss|dr|prof|principal|superintendent|coach|president|officer|sir)\.?[ ]$",
        before,
        re.I,
    ):
        return True
    if re.match(r"-[A-Z]", after) or re.search(r"[A-Za-z]-$", before):
        return True
    previous = re.search(r"([A-Z][\w'.]*)[ ]$", before)
    if previous and not any(o.end >= mention.start - 1 and o.end <= mention.start for o in others):
        word = normalised(previous[1])
        if word in GIVEN_NAMES or (len(word) == 1 and word != "i"):
            return True
        return (
            mention.capital
            and word not in _NO_NAME
            and word not in LEVELS
            and word not in _PLAIN_STARTS
            and not word.endswith(("'re", "'ll", "'ve", "'d"))
            and len(word) > 1
        )
    if _names_a_person(text, mention, others):
        return True
    following = re.match(r"[ ]([A-Z][\w']+)", after)
    starts_other = any(o.start == mention.end + 1 for o in others)
    pair = re.match(r",?[ ](?:and|&)[ ]([A-Z][a-z][\w'-]+)", after)
    if pair and not is_common(pair[1]) and not any(mention.end < o.start < mention.end + 8 for o in others):
        return not _USE.search(text)  # "Parks and Recreation", "Hughes & Hall"
    return bool(following and not starts_other and mention.core in GIVEN_NAMES)


# a given name that is a school's: "the bus garage (Wells Hendrickson)", "Wells Hendrickson and his crew"
_SURNAME = re.compile(r"[ ](?P<name>[A-Z][a-z][\w'-]+)(?:'s)?")
_HIS_PEOPLE = re.compile(
    r"[ ](?:and|&)[ ](?:(?:crew|co)\b|(?:his|her|their)[ ](?:[a-z]+[ ])?(?:crew|team|staff|colleagues|people|"
    r"folks|office|department|group|assistant|secretary)\b)",
)
# "my colleague Wells Hendrickson", "This is Wells Hendrickson"
_INTRODUCED = re.compile(
    r"(?:\b(?:my|our)[ ](?:[a-z-]+[ ]){0,2}?(?:colleague|coworker|co-worker|teammate|associate|partner|manager|boss|"
    r"assistant|rep|representative|director|engineer|trainer|founder|president|ceo|specialist|consultant),?|"
    r"(?:^|[.;:!?,-][ ])(?:this[ ]is|it's|it[ ]is|I[ ]am|I'm)|"
    r"\b(?:my[ ]name[ ]is|contact[ ]person[ ]is|signed[ ]by))[ ]$",
    re.IGNORECASE,
)
# "Wells Hendrickson here from Acme", "Wells Hendrickson spoke with you last week"
_SPEAKS = re.compile(
    r",?[ ](?:here(?=[ ](?:from|at|with|of|again)\b|[ ]?[,.;:!-])|(?:and[ ]I|or[ ]I|or[ ]me)\b|"
    r"(?:(?:has|had|will|would|can)[ ])?(?:sp(?:oke|eak|oken)|talk(?:ed)?|met|meet|called|e-?mailed|wrote)[ ]"
    r"(?:with[ ]|to[ ]|at[ ])?(?:you|your|me|us)\b)",
    re.IGNORECASE,
)
_IN_AN_OFFICE = re.compile(r",?[ ](?:from|of|in|at|with|over[ ]in|who[ ](?:runs|heads|leads))[ ](?:(?:the|your)[ ])?$")
_NOUNS = words_of(
    "library campus building annex site gym center academy team staff band choir club robotics office family families "
    "parents pta booster boosters students teachers counselors nurses classroom classrooms lab annex learning"
)


def _names_a_person(text: str, mention: Mention, others: list[Mention]) -> bool:
    """Whether a lone name and the capitalised word behind it are a person's, who is said to be of a department."""
    surname = _SURNAME.match(text, mention.end)
    if surname is None or mention.level or " " in mention.words or not mention.capital:
        return False
    if is_common(surname["name"]) or normalised(surname["name"]) in _NOUNS:
        return False
    if any(o.start < surname.end() and mention.end < o.end for o in others):
        return False
    if _HIS_PEOPLE.match(text, surname.end()):
        return True
    if _INTRODUCED.search(text, max(0, mention.start - 60), mention.start) or _SPEAKS.match(text, surname.end()):
        return True
    before, after = text[: mention.start].rstrip(), text[surname.end() : surname.end() + 2]
    if before.endswith("(") and after.startswith((")", ",")):
        return any(o.places and o.end == len(before[:-1].rstrip()) for o in others)
    return any(
        o.department and o.places and surname.end() < o.start and _IN_AN_OFFICE.fullmatch(text[surname.end() : o.start])
        for o in others
    )


_USE = re.compile(r"\b(?:us(?:e|ed|ing)|pilot\w*|schools?|students?|teachers?|classrooms?|seats?|licen[cs]es?)\b", re.I)
_PLAIN_STARTS = words_of(
    "who where schools school location locations users user building buildings campus department "
    "departments site sites will teachers students classes licenses seats staff then now also plus and or "
    "just only mainly currently here there it it's its we we're not yes no so but because pilot pilots "
    "attn re fwd fw order quote estimate proposal either neither both whether although though since once maybe "
    "perhaps later hopefully still even let let's lets use using see give add include including initially "
    "originally eventually finally first second third next last lastly ideally probably possibly actually again "
    "meanwhile afterwards today tomorrow yesterday instead rather accordingly therefore however otherwise hence thus "
    "additionally furthermore moreover besides likewise consequently certainly clearly surely definitely absolutely "
    "simply namely specifically especially particularly notably indeed overall primarily principally mostly largely "
    "presumably evidently apparently obviously naturally basically essentially unfortunately sadly luckily fortunately "
    "thanks within throughout during until unless despite regarding concerning starting beginning attached enclosed"
)
