"""Answers of one form that cannot all be meant: two boxes where one is asked for, "none" beside others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.box_groups import box_groups
from soppa_mailbot.forms.common.choice_words import CHOICE, MARK_ON
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.opposites import are_opposite
from soppa_mailbot.forms.naming.naming import parted
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Place, PlaceReading

_ONE_ONLY = re.compile(
    r"\b(?:check|select|choose|mark|circle|pick|tick|indicate|initial)\s+(?:only\s+|just\s+|exactly\s+)?one\b"
    r"(?!\s*\(?\s*or\b)(?!\s*/)"
    rf"|{MARK_ON}(?:the\s+)?one\b(?!\s*\(?\s*or\b)(?!\s*/)"
    r"|\b(?:check|select|choose|mark|tick)\s+the\s+one\b|\bone\s+(?:box\s+|answer\s+)?only\b|\bonly\s+one\b",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"\bone\s*(?:\(\d\)\s*)?(?:\(?\s*or|and/or|/)\s*(?:more|both|several|all)\b|\bat least one\b|"
    r"\b(?:all|any|those)(?:\s+\w+)?\s+(?:that|which)\s+(?:apply|applies|fits?|hold|are true)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:none|nothing(?! to (?:install|download|load|set up|buy|add))|no one|not applicable|n/?a)\b|"
    r"\b(?:receives?|collects?|uses?|stores?|has|have|shares?|holds?) "
    r"(?:no|none)\b|"
    # "takes no more than a day", "processes no student data abroad" say something else
    r"\b(?:takes?|gathers?|obtains?|process(?:es)?|access(?:es)?|needs?) (?:none(?: of (?:these|them|the above))?|"
    r"no (?:\w+ ){0,2}(?:data|information|elements?|records?))\W*$|^no (?:data|student|covered|personal)\b|"
    r"\bdoes not (?:collect|receive|use|store|share|hold|access)\b",
    re.IGNORECASE,
)
_STUDENT_DATA = re.compile(
    r"\b(?:collect|receive|store|process|access|obtain|gather|use|share|have|handle|maintain)\w*\b[^.?]*"
    r"\b(?:students?|pupils?|covered|personally identifiable)\b[^.?]*\b(?:data|information|records?|accounts?)\b",
    re.IGNORECASE,
)
# "Employees with access to student data pass a background check": how data is kept, not that there is any
_SAFEGUARD = re.compile(
    r"\b(?:employees?|staff|personnel|subcontractors?)\b[^.?]*\b(?:pass(?:es)?|checks?|checked|trained|training|sign|agree)\b|"
    r"\bbackground (?:checks?|screening)|"
    r"\bencrypt\w*|\bback(?:ed)?[ -]?ups?\b|\b(?:in transit|at rest|multi-?factor|polic(?:y|ies)|insur\w+|audit\w*|"
    r"penetration|incident|breach(?:es)?|delet\w+|destroy\w*|return(?:s|ed)?)\b",
    re.IGNORECASE,
)
# that there is any: "Will the product store student data (at rest or in transit)?"
_TAKES = re.compile(
    r"\b(?:does|do|will|would|can|may)\s+(?:(?!with\b|who\b|that\b|having\b|encrypt|back)\w+\s+){1,4}?"
    r"(?:collect|receive|store|process|access|obtain|gather|share)\b",
    re.IGNORECASE,
)
# an option beside Yes and No that is a remark on Yes and answers nothing by itself
_SAYS_MORE = re.compile(
    r"\W*(?:(?:and|but|it|which) )*(?:(?:can|may) be (?:\w+ )?(?:switched|turned|disabled|enabled|deactivated|limited|"
    r"restricted|configured|adjusted|blocked)\b|opt(?:ional|[ -]?(?:in|out))\b|(?:on|off) by default\b)",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*yes\W*", re.IGNORECASE)
_TWO = 2
_ABOVE = 40.0  # points over the first box of a question in which its question stands
_BEFORE = 30  # words before it in running text


# --- what a blank says of its questions -------------------------------------------------------------------------------


def one_only(blank: Blank) -> frozenset[str]:
    """Groups of boxes of which the blank says, beside their own labels, that one may be checked."""
    groups = box_groups(blank.places)
    return frozenset(name for name, places in groups.items() if says_one(_instruction(blank, places)))


def _instruction(blank: Blank, places: Sequence[Place]) -> str:
    """The question itself where it says how many to check; what stands beside it may be another question's."""
    question = places[0].group_label
    return question if CHOICE.search(question.rstrip("?")) else _around(blank, places)


def says_one(text: str) -> bool:
    """Whether a text asks for one of several answers: "Check only one:", and not "one or more"."""
    return bool(_ONE_ONLY.search(text)) and not _OR_MORE.search(text)


def says_any(text: str) -> bool:
    """Whether a text asks for those of several answers that hold: "Check all that apply", "one or more"."""
    return _OR_MORE.search(text) is not None


def _around(blank: Blank, places: Sequence[Place]) -> str:
    """The words over and at a question's first box, no further up than the place before."""
    if not blank.document.pages:
        stream = blank_stream(blank.document.flow)
        slots = [s for s in stream.slots if s.id in {p.id for p in places}]
        if not slots:
            return ""
        first = min(s.at for s in slots)
        start = max([s.at for s in stream.slots if s.at < first] + [first - _BEFORE, 0])
        return " ".join(t.raw for t in stream.tokens[start:first])
    boxes = [p.box for p in places if p.box and p.page == places[0].page]
    page = next((p for p in blank.document.pages if p.number == places[0].page), None)
    if page is None or not boxes:
        return ""
    top = min(b[1] for b in boxes)
    others = [p.box[3] for p in blank.places if p.page == page.number and p.group != places[0].group and p.box]
    upper = max([y for y in others if y <= top + 2] + [top - _ABOVE])
    bottom = min(b[3] for b in boxes if b[1] <= top + 6) + 2
    words = [w for w in page.words if upper - 2 <= center(w.box)[1] <= bottom]
    return " ".join(w.text for row in rows(words) for w in row)


# --- what a filled form says -----------------------------------------------------------------------------------------


def only_one(places: Sequence[Place]) -> bool:
    """Whether a question takes one answer: it says so, it is Yes or No, or its answers exclude each other."""
    if any(p.any_number for p in places):
        return False
    if any(p.one_only for p in places) or says_one(places[0].group_label):
        return True
    options = [p.option.casefold().strip(" .,:") for p in places]
    if {o.split()[0] if o.split() else "" for o in options} >= {"yes", "no"} and len(options) <= 4:
        return True
    if are_opposite([p.option for p in places]):
        return True
    meanings = {subject_meaning(p, p.option) for p in places}
    return {True, False} <= meanings


def questions(readings: Sequence[PlaceReading]) -> list[list[int]]:
    """The boxes of each question, as numbers in the readings."""
    groups: dict[str, list[int]] = {}
    for number, reading in enumerate(readings):
        if reading.place.kind == "check" and reading.place.group:
            groups.setdefault(reading.place.group, []).append(number)
    return list(groups.values())


def contradictions(readings: Sequence[PlaceReading], names: Mapping[str, str]) -> list[str]:
    """Boxes of one question that cannot all be meant, in words fit for a vendor; `names` by place id."""
    theirs = [r for r in readings if r.place.party != "district"]
    out = []
    for asked in ([theirs[n] for n in row] for row in questions(theirs)):
        if not excluding(asked):
            continue
        label, where = parted(names[asked[0].place.id])
        name = f"“{label}”" + (f" ({where})" if where else "")
        if too_many(asked):
            out.append(f"more than one box is checked at {name}")
        elif none := _none_beside_others(asked):
            out.append(f"“{none.option}” is checked together with others at {name}")
    return out


def excluding(asked: Sequence[PlaceReading]) -> bool:
    """Whether more of a question's boxes are checked than can all be meant."""
    if sum(r.state == "filled" for r in asked) < 2 or any(r.place.any_number for r in asked):
        return False
    return too_many(asked) or _none_beside_others(asked) is not None


def too_many(asked: Sequence[PlaceReading]) -> bool:
    """Whether several boxes are checked of a question that takes one answer.

    "Can be switched off" says more of the "Yes" that is checked beside it, and takes nothing back.
    """
    on = [r.place for r in asked if r.state == "filled"]
    if len(on) < _TWO or not only_one([r.place for r in asked]):
        return False
    if any(p.one_only for p in on) or says_one(on[0].group_label):
        return True
    plain = [p for p in on if not _SAYS_MORE.match(p.option)]
    return not (len(plain) == 1 and _YES.fullmatch(plain[0].option))


def _none_beside_others(asked: Sequence[PlaceReading]) -> Place | None:
    on = [r.place for r in asked if r.state == "filled"]
    return next((p for p in on if len(asked) > 2 and _NONE.search(p.option.strip())), None)


def says_none_of(option: str) -> bool:
    """Whether an answer says that none of the others holds: "None", "The Services collect no Student Data"."""
    return _NONE.search(option.strip()) is not None


def says_data_and_exempt(readings: Sequence[PlaceReading], subject: bool | None) -> bool:
    """Whether a form says that student data is collected, and that the law on student data does not apply."""
    return subject is False and any(_says_yes(r) for r in readings if r.place.role != "subject_to_soppa")


def _says_yes(reading: PlaceReading) -> bool:
    place = reading.place
    question = place.group_label if place.kind == "check" else place.label
    if reading.state != "filled" or place.party == "district" or not _STUDENT_DATA.search(question):
        return False
    if _SAFEGUARD.search(question) and not _TAKES.search(question):
        return False
    answer = place.option if place.kind == "check" else reading.value
    return re.match(r"\s*yes\b", answer, re.IGNORECASE) is not None and not re.search(r"\b(?:not|no)\b", question, re.I)
