"""Quotes for what is no software: desks, buses to the zoo, mulch. The procurement mailbox gets them as well.

No SOPPA agreement is asked of who sells chairs. Only where all that is offered is such a thing, and no word of mail or
paper speaks of software, is the mail an inquiry, for a person.
"""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot import lazy_re as re

_GOODS = re.compile(
    r"\b(?:furniture|desks?|chairs?|stools?|benches|tables?|lockers?|shelv(?:es|ing)|bookcases?|carpets?|rugs?|blinds|"
    r"curtains|coach(?:es)?|bus(?:es)?|vans?|vehicles?|mowers?|tractors?|playground|slides?|swings?|mulch|turf|sod|"
    r"salt|"
    r"gravel|asphalt|concrete|paving|roof\w*|fenc(?:e|es|ing)|paint(?:ing)?|flooring|tiles?|boilers?|furnaces?|"
    r"chillers?|hvac|plumbing|wiring|lumber|windows?|doors?|bleachers|uniforms?|jerseys?|helmets?|t-?shirts?|hoodies|"
    r"trophies|medals|plaques|balls?|nets?|instruments?|trumpets?|violins?|drums?|pianos?|snacks?|pizzas?|meals?|"
    r"lunches|milk|catering|paper|pencils?|crayons|markers|notebooks?|binders|envelopes|toner|soap|towels|gloves|"
    r"tissues|cleaners?|cleaning|janitorial|custodial|landscaping|snow (?:plowing|removal)|yearbooks?|banners?|signage|"
    r"charter|shuttles?|trip|transportation service)\b",
    re.IGNORECASE,
)
_SOFTWARE = re.compile(
    r"\b(?:softwares?|apps?|licen[cs]es?|licensing|subscriptions?|platforms?|online|digital|virtual|web(?:site|"
    r"-based)?|"
    r"cloud|log-?ins?|accounts?|portal|dashboard|saas|edition|per (?:student|user|teacher)|student (?:data|records?|"
    r"licen[cs]es?)|data|soppa|rfi|addendum|privacy|operator|products? covered|users?|tools?|system|curriculum|"
    r"program(?:s|me)?|module|courses?|training|simulat\w+|chromebooks?|ipads?|tablets?|laptops?|interactive|smart|"
    r"projectors?|cameras?|gps|tracking|scanners?|kiosks?|wi-?fi|network)\b",
    re.IGNORECASE,
)
# who makes software by its name: "Birch Piano" of Birch Learning, Inc. has no strings
_MAKES_SOFTWARE = re.compile(
    r"\b(?:Learning|Technologies|EdTech|Software|Interactive)"
    r"(?:[ ](?!Environments|Spaces|Furniture|Materials|Resources|Suppl|Products)[\w&-]+){0,2},?[ ]"
    r"(?:Inc|LLC|L\.L\.C|Corp(?:oration)?|Co|Company|Ltd|GmbH|PBC)\b"
)
_CODE = re.compile(r"\b[A-Z]\w*[A-Z]\w*\b")  # "RosterUp": the name of a product
# "Orchard Yearbook Studio": at a name's end only software is called so
_TITLE = re.compile(
    r"(?:[A-Z]\w*[ ]){1,4}(?:Studio|Manager|Planner|Designer|Tracker|Creator|Hub|Live|Online|Suite|Scheduler|Editor|"
    r"Navigator|Assistant|Reader)(?:[ ](?:Pro|Plus|Premium|Lite|20\d\d(?:[-–]\d{2,4})?|\d))?[ ]?"
)
# "Heron Debate Coach": who coaches in a subject, or is named for it, is no bus
_COACHES = re.compile(
    r"\b(?:Debate|Speech|Forensics|Writing|Essay|Reading|Literacy|Language|Spelling|Grammar|Vocabulary|Math|Algebra|Science|"
    r"Study|Homework|Learning|College|Career|Test|SAT|ACT|Exam|Music|Practice|Typing|Coding|Fitness|Wellness|Mindful\w*|"
    r"Attendance|Behaviou?r|Teacher|Instructional|Digital|AI)[ ]Coach(?:es)?\b"
)
# "Heron Yearbook Desk": with which yearbooks are made, neither a desk nor a book
_MAKES_YEARBOOKS = re.compile(
    r"\b[A-Z]\w+[ ]Yearbook[ ](?:Desk|Maker|Builder|Creator|Designer|Room|Workshop|Lab|Central|Space|Planner|Works)\b"
)


# "Heron Library Desk" by Heron: a desk at which somebody is helped is a service's name
_SERVES = re.compile(
    r"\b(?:Library|Help|Service|Support|Circulation|Media|News|Homework|Attendance|Registrar|Counselor|Nurse|Tech)[ ]"
    r"Desk\b"
)
# "Heron Notebook student", "Heron Notebook (teacher)": of what has its maker's name, sold by those who use it
_BY_THE_USER = re.compile(
    r"[A-Z]\w*(?:[ ][A-Z]\w*){1,3}[ ]?(?:[-–(][ ]?)?(?:per[ ])?(?:students?|teachers?|pupils?|learners?|users?|"
    r"classrooms?|schools?|sites?|buildings?)\)?"
)
# "Heron Notebook will be used by": of notebooks, one would say "the notebooks"
_ITS_USE = (
    r"[ ](?:(?:will|would)[ ]be[ ]used[ ](?:by|in|at)|is[ ](?:to[ ]be[ ])?used[ ](?:by|in|at)|teaches|helps|lets)\b"
)


def are_other_goods(products: Iterable[str], texts: Iterable[str], seller: str = "") -> bool:
    """Whether all that is offered are things that are no software; `texts` are the mail's and its papers' words.

    `seller`: the writer's firm and its domain.
    """
    named = [name for name in products if name.strip()]
    if not named or not all(_GOODS.search(name) and not _is_software(name, seller) for name in named):
        return False
    said = [text for text in texts if text]
    if any(_used_by_its_name(name, text) for name in named for text in said):
        return False
    return not any(_SOFTWARE.search(text) or _MAKES_SOFTWARE.search(text) for text in said)


def _is_software(name: str, seller: str) -> bool:
    """Whether a product is called as only software is."""
    own = name.split()[0].casefold() in re.findall(r"[^\W_]+", seller.casefold())
    called = _CODE.search(name) or _COACHES.search(name) or _MAKES_YEARBOOKS.search(name) or _TITLE.fullmatch(name)
    return bool(called or (own and (_BY_THE_USER.fullmatch(name) or _SERVES.search(name))))


def _used_by_its_name(name: str, text: str) -> bool:
    """Whether a thing with a name of its own is told to be used, as one of a kind."""
    words = name.split()
    if len(words) < _NAME or not all(word[0].isupper() for word in words):
        return False
    return re.search(rf"(?:^|[.!?:;,][ \n]|\n){re.escape(name)}{_ITS_USE}", text) is not None


_NAME = 2  # words of a product's name that is no kind of thing
