"""What a form answers to the question for schools, over the place that asks and the one that it points to.

A drop-down or a box may only say what kind of answer follows: "More than one school (list below)", "Other (specify)",
"District department (name below)". The names then stand in the next place. Where the first place names a school
itself, a next place for more of them adds to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import PlaceReading

_ROLE = "schools"
_PLACE = r"(?:schools?|dep(?:artmen)?ts?|buildings?|campus(?:es)?|sites?|locations?)(?:\(s\)|\(es\))?"
# words of a choice that names no place; one of the telling ones must be among them
_TELLING = (
    rf"{_PLACE}|more|several|multiple|various|many|others?|see|specify|list(?:ed)?|names?|named|below|"
    r"beside|following|some"
)
_PLAIN = (
    r"than|\d|one|two|or|and|the|an?|are|is|to|be|as|of|by|on|at|in|with|which|if|please|next|line|right|left|write|enter|"
    r"give|fill|type|here|field|box|space|district|single|specific|individual|particular|selected|certain|these|those|only|"
    r"not"
)
_POINTS_ON = re.compile(rf"\W*(?:(?:{_TELLING}|{_PLAIN})(?!\w)\W*)+", re.IGNORECASE)
_TELLS = re.compile(rf"\b(?:{_TELLING})(?!\w)", re.IGNORECASE)

_OF_PLACES = re.compile(rf"\b{_PLACE}(?!\w)", re.IGNORECASE)
_ASKS_NAMES = re.compile(
    r"\b(?:names?|named|list|specify|which|others?|additional|further|more|several|multiple|if[ ]so|write[ ]in)\b",
    re.IGNORECASE,
)
_ASKS_ELSE = re.compile(
    r"\b(?:contacts?|persons?|principals?|teachers?|employees?|staff|sponsors?|requesters?|requestors?|e-?mail|phone|"
    r"telephone|fax|address|number[ ]of|how[ ]many|students?|grades?|products?|vendors?|compan(?:y|ies)|"
    r"operators?|dates?|comments?|other[ ](?:school[ ])?districts?|references?|users?|software|"
    r"services?|data|why|reason|describe)\b",
    re.IGNORECASE,
)


def points_on(answer: str) -> bool:
    """Whether an answer names no school and says that one follows: "Several (see below)", "Other", "Department"."""
    return bool(_TELLS.search(answer)) and _POINTS_ON.fullmatch(answer) is not None


def schools_answer(readings: Sequence[PlaceReading]) -> tuple[str, ...]:
    """The filled answers to the form's question for schools, in order; () where it has none.

    An answer that points to an empty place stays, since it is all that the form says.
    """
    asked = [i for i, r in enumerate(readings) if r.place.role == _ROLE]
    if not asked:
        return ()
    given = [readings[i].value for i in asked if _filled(readings[i])]
    pointing = [value for value in given if points_on(value)]
    named = [r.value for r in _following(readings, asked) if _filled(r) and (pointing or _for_more(r))]
    if not named:
        return tuple(given)
    return (*(value for value in given if value not in pointing), *named)


def _filled(reading: PlaceReading) -> bool:
    return reading.state == "filled" and bool(reading.value)


def _label(reading: PlaceReading) -> str:
    return f"{reading.place.label} {reading.place.title}"


def _for_more(reading: PlaceReading) -> bool:
    """Whether a place asks for names of schools beside a question that asked for one."""
    return bool(_OF_PLACES.search(_label(reading)) and _ASKS_NAMES.search(_label(reading)))


def _following(readings: Sequence[PlaceReading], asked: Sequence[int]) -> Iterator[PlaceReading]:
    """The places right behind the question that may hold the names, up to the next question."""
    groups = {readings[i].place.group for i in asked if readings[i].place.group}
    first = True
    for reading in readings[asked[0] + 1 :]:
        place = reading.place
        if place.role == _ROLE or (place.group and place.group in groups):
            continue
        label = _label(reading)
        asks = _OF_PLACES.search(label) or (first and _ASKS_NAMES.search(label))
        if place.kind != "text" or place.role or place.party == "district" or _ASKS_ELSE.search(label) or not asks:
            return
        first = False
        yield reading
