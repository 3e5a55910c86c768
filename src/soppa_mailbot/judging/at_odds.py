"""Answers of complete forms that cannot be true: no student data on one and names on the other, no such day. Pure.

Only what is certain counts: boxes that were surely read, a day that was typed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.texts.exclusive import says_none_of
from soppa_mailbot.judging.exemptions import checked_data
from soppa_mailbot.model import Form, PlaceReading

# the plain question: not whether data is shared or sold, nor of one kind of it
_ASKS = re.compile(
    r"\b(?:collect|receive|store|obtain|gather)\w*\b[^.?]{0,40}\b"
    r"(?:students?['’]?s?|pupils?|covered|personally identifiable) (?:data|information|records)\b",
    re.IGNORECASE,
)
_ANOTHER_QUESTION = re.compile(
    r"\b(?:no|not|shar\w+|sell\w*|sold|third|other|others|outside|sensitive|biometric|health|disab\w+|special|without|"
    r"directly|beyond|after|advertis\w+|ai|artificial|subcontractors?|encrypt\w*|where|how|if|free|only)\b",
    re.IGNORECASE,
)
_OF_STUDENTS = re.compile(
    r"\bstudents?\b.{0,20}\b(?:names?|e-?mails?|id\w*|number|work|records?|address\w*|scores|grades)\b|"
    r"\b(?:date of birth|birth ?dates?|assessment scores|test scores|disability|iep|health data|attendance|"
    r"parent or guardian contact)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\s*")


def between(rfi: Form, soppa: Form) -> str:
    """What of the RFI form the SOPPA form belies; "" when nothing."""
    answers = {_yes_or_no(r) for r in _own(rfi) if _asks(r)} - {""}
    checked = [*checked_data(soppa)]
    named = next((o for o in checked if _OF_STUDENTS.search(o) and not says_none_of(o)), "")
    if answers == {"no"} and named:
        return f"the RFI form says that no student data is collected, and the SOPPA form lists “{named[:60]}”"
    none = next((o for o in checked if says_none_of(o)), "")
    if answers == {"yes"} and none and len(checked) == 1:
        return f"the RFI form says that student data is collected, and the SOPPA form “{none[:60]}”"
    return ""


def no_such_day(form: Form) -> str:
    """A day beside the operator's signature, as it was typed, that no calendar has; "" when there is none."""
    for reading in _own(form):
        if reading.place.dated and reading.how and reading.typed and _is_none(reading.value):
            return reading.value.strip()
    return ""


def _own(form: Form) -> Iterator[PlaceReading]:
    return (r for r in form.readings if r.state == "filled" and r.place.party != "district" and r.place.default != "on")


def _asks(reading: PlaceReading) -> bool:
    place = reading.place
    question = place.group_label if place.kind == "check" else place.label
    return _ASKS.search(question) is not None and _ANOTHER_QUESTION.search(question) is None


def _yes_or_no(reading: PlaceReading) -> str:
    answer = reading.place.option if reading.place.kind == "check" else reading.value
    said = re.fullmatch(r"\W*(yes|no)\W*", answer, re.IGNORECASE)
    return said[1].casefold() if said else ""


def _is_none(value: str) -> bool:
    found = _DAY.fullmatch(value)
    if found is None:
        return False
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    return not any(
        1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] for month, day in ((one, other), (other, one))
    )
