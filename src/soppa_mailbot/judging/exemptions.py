"""Whether what the RFI form says of SOPPA can be relied on: its reason, and what the operator's SOPPA form says. Pure.

"Not subject" is for a product without student data. A reason that speaks of students' names or log-ins, promises to
sign, or waits for somebody's word says something else (what else is no reason: `exemption_reasons`).
"""

from __future__ import annotations

from collections.abc import Iterator

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.papers.no_answers import puts_off
from soppa_mailbot.judging.exemption_reasons import is_none
from soppa_mailbot.model import Form, PlaceReading

_NEGATED = re.compile(
    r"\b(?:no(?! (?:other|sensitive|further|additional|more)\b)|not(?! (?:\w+ )?(?:sold|shared|disclosed|sensitive)\b)|"
    r"none|never(?! (?:sold|shared|disclosed)\b)|neither|nor|without|nothing|nobody|cannot|\w{2,6}n['’]t|"
    r"(?:do|does|is|ca|wo)nt|exclud\w+|outside|instead|rather|prohibit\w*|block\w*|anonym\w*|de-?identified|"
    r"aggregate\w*|other than|free of|zero|applies (?:only )?to)\b",
    re.IGNORECASE,
)
_STUDENTS = r"(?:students?|pupils?|learners?|child(?:ren)?|kids)(?:['’]s?|s['’])?"
_KINDS = (
    r"(?:data|information|info|names?|e-?mails?|ids?|id numbers?|records?|rosters?|accounts?|log-?ins?|usernames?|"
    r"grades?|scores?|addresses|birth ?dates?|work samples?|responses|profiles?|pii)"
)
# "Student names only", "names and e-mails of students"; and not "no student data" in the same sentence
_DATA_OF_STUDENTS = re.compile(
    rf"\b{_STUDENTS}(?: [\w/&-]+,?){{0,3}}? {_KINDS}\b"
    rf"|\b{_KINDS}(?: [\w/&-]+){{0,4}}? (?:of|about|from|for) (?:\w+ )?{_STUDENTS}\b|\bdirectory information\b",
    re.IGNORECASE,
)
# "Students log in with their school e-mail"
_STUDENTS_ENTER = re.compile(
    rf"\b{_STUDENTS} (?:\w+ ){{0,2}}?(?:(?:log|sign)s? ?(?:in|on)|register|enter|submit|upload|create|provide)\b",
    re.IGNORECASE,
)
# of the vendor itself: "Staff sign their contracts with it" is what a product may do
_WILL_SIGN = re.compile(
    r"(?:^\W*|\b(?:we|i|vendor|operator|company|happy|willing|glad|ready|addendum|agreement|form|ndpa|dpa|soppa) "
    r"(?:\w+ ){0,2}?)(?:will|shall|can|would|to|once|after|be|yet) (?:\w+ ){0,2}?"
    r"(?:sign(?:ed)?(?! (?:in|up|on|out)\b)|executed?)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:under|pending|awaiting) (?:\w+ ){0,2}?(?:review|counsel|determination|confirmation|clarification)\b"
    r"|\b(?:we|counsel|legal|attorneys?|lawyers?) (?:is|are) (?:still |currently )?(?:reviewing|checking|evaluating)\b"
    r"|\bstill (?:checking|reviewing)\b|\bto be (?:confirmed|determined|decided|advised|verified)\b|\bt\.?b\.?[dc]\b"
    r"|\b(?:not |un)(?:sure|certain)\b|\bprobably\b|\bwill (?:\w+ )?(?:confirm|advise|be confirmed)\b",
    re.IGNORECASE,
)
# An agreement or a promise to keep the law is for those to whom it applies.
_KEEPS_THE_LAW = re.compile(
    r"\b(?:n?dpas?|data privacy agreements?|privacy agreements?|privacy pledge|exhibit e|sdpc|"
    r"soppa (?:agreement|addendum|contract|form))\b"
    r"|\b(?:compl(?:y|ies|iant|iance)|certified|conforms?|adheres?)\b.{0,60}\b(?:soppa|ferpa|coppa)\b"
    r"|\b(?:soppa|ferpa|coppa)[ -](?:compliant|certified)\b",
    re.IGNORECASE,
)
_NO_DATA = re.compile(
    rf"\b(?:no|not|never|nor|without|neither|\w+n['’]t)\b.{{0,60}}(?:\b{_STUDENTS}|\bpersonal|\bpii\b|"
    r"\bcovered information)",
    re.IGNORECASE,
)
_REASON_GIVEN = re.compile(
    r"\breasons?\b.{0,30}\b(?:below|stated|given|following|here)\b|\b(?:explain|because)\b", re.IGNORECASE
)
_SAYS_NOTHING = re.compile(r"\W*(?:n\W?a|none|no|nil|yes|see (?:above|below)|same|x+)?\W*", re.IGNORECASE)


def doubted(rfi: Form) -> str:
    """Why the RFI form's word that SOPPA does not apply is for a person to weigh; "" when it stands."""
    said = [r for r in rfi.readings if r.place.role in ("soppa_reason", "subject_to_soppa") and r.state == "filled"]
    for reading in said:
        words = reading.value if reading.place.kind != "check" else ""
        if words and speaks_against(words):
            return f"the RFI form says that SOPPA does not apply, and gives as reason “{words[:120]}”"
    reasons = [r for r in rfi.readings if r.place.role == "soppa_reason" and r.place.party != "district"]
    promised = any(_REASON_GIVEN.search(r.place.option) for r in said if r.place.kind == "check")
    if promised and reasons and all(_tells_nothing(r) for r in reasons):
        return "the RFI form says that SOPPA does not apply, and the reason that it refers to is not there"
    return ""


def _tells_nothing(reading: PlaceReading) -> bool:
    if reading.state == "empty":
        return True
    return reading.state == "filled" and bool(reading.value) and _SAYS_NOTHING.fullmatch(reading.value) is not None


def speaks_against(reason: str) -> bool:
    """Whether a reason why SOPPA should not apply says that there is student data, or that the question is open."""
    reason = reason[:600]
    if puts_off(reason) or _WILL_SIGN.search(reason) or _WAITS.search(reason) or is_none(reason):
        return True
    if any(
        _STUDENTS_ENTER.search(c) and not _NEGATED.search(c) for c in re.split(r"[.;,!]\s|\bbut\b|\bhowever\b", reason)
    ):
        return True
    sentences = re.split(r"[.;!]\s|\bbut\b|\bhowever\b|\bexcept\b|\balthough\b", reason)
    if any(_DATA_OF_STUDENTS.search(s) and not _NEGATED.search(s) for s in sentences):
        return True
    kept = any(_KEEPS_THE_LAW.search(s) and not _NEGATED.search(s) for s in sentences)
    return kept and not _NO_DATA.search(reason)


_OF_DATA = re.compile(
    r"\b(?:data|information|records?|elements?|students?|names?|grades?|scores?|covered)\b", re.IGNORECASE
)
_IS_NONE = re.compile(
    r"\W*(?:none|no|nothing|not applicable|n/?a|does not|we do not)\b|\b(?:no|not|none|never|nothing)\b", re.IGNORECASE
)


def lists_student_data(soppa: Form) -> str:
    """What the operator's SOPPA form names as student data, checked in its list; "" when nothing."""
    return next((option for option in checked_data(soppa) if not _IS_NONE.search(option)), "")


def checked_data(soppa: Form) -> Iterator[str]:
    """What the operator checked in the lists of data of its SOPPA form, "None" among them."""
    for reading in soppa.readings:
        place = reading.place
        if place.kind != "check" or reading.state != "filled" or place.party == "district" or place.default == "on":
            continue
        if _OF_DATA.search(f"{place.group_label} {place.label}") and place.option:
            yield place.option
