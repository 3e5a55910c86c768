"""What copies of a form tell of its places: which are empty, filled, checked, and answered more than once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.naming.naming import key_of
from soppa_mailbot.forms.texts.exclusive import excluding, questions
from soppa_mailbot.model import Findings, Form, PlaceReading

_FULL = 0.5  # share of its places from which a copy was filled in, and not given up
_SAID = re.compile(r"\W*(yes|no|y|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Copy:
    """What of one copy of a form tells whether a place is ever filled."""

    operator: str
    blank: str  # Blank.id
    share: float  # of its places, filled
    empty: frozenset[str]  # of the places and questions that must be filled, by `naming.key_of`
    filled: frozenset[str]  # of the same
    several: frozenset[str] = frozenset()  # questions that take one answer, it seems, and have more
    checked: frozenset[str] = frozenset()  # boxes, by Place.id, and what begins with Yes or No (`written`)


def whose(mail: Findings) -> str:
    """Whose copies a mail brings: colleagues of one company count as one."""
    return (mail.vendor_email or mail.sender.email).rpartition("@")[2].casefold()


def copies_in(mail: Findings) -> tuple[Copy, ...]:
    """The copies that a mail brings and that say something: hardly begun ones and those without a page do not."""
    return tuple(
        Copy(
            whose(mail),
            form.blank,
            form.filled_share,
            *empty_and_filled(form),
            with_several_answers(form),
            checked_in(form),
        )
        for form in mail.forms
        if tells(form)
    )


def tells(form: Form) -> bool:
    """Whether an empty place says anything: a copy that was given up, or lacks a page, is asked for as it is."""
    return form.status != "blank" and form.filled_share >= _FULL and not form.missing_pages


def empty_and_filled(form: Form) -> tuple[frozenset[str], frozenset[str]]:
    """(what is empty, what is filled); what is neither for certain is in none of them.

    The boxes of one question count as one, empty where all are.
    """
    asked = [r for r in form.readings if is_asked(r)]
    filled = frozenset(key_of(r.place) for r in asked if r.state == "filled")
    touched = frozenset(key_of(r.place) for r in asked if r.state != "empty")
    return frozenset(key_of(r.place) for r in asked) - touched, filled


def with_several_answers(form: Form) -> frozenset[str]:
    """The questions of one answer, it seems, that have more."""
    by_question = ([form.readings[n] for n in row] for row in questions(form.readings))
    return frozenset(
        key_of(row[0].place) for row in by_question if sum(r.state == "filled" for r in row) > 1 and excluding(row)
    )


def checked_in(form: Form) -> frozenset[str]:
    """What somebody checked there, an unsure mark as well, and where Yes or No was written."""
    boxes = {r.place.id for r in form.readings if r.place.kind == "check" and r.state != "empty"}
    said = ((r.place.id, _SAID.match(r.value)) for r in form.readings if r.place.kind != "check")
    return frozenset(boxes | {written(place, m[1]) for place, m in said if m})


def written(place: str, answer: str) -> str:
    """How an answer of Yes or No on a line is kept in `Copy.checked`."""
    return f"{place}={'yes' if answer[0] in 'yY' else 'no'}"


def is_asked(reading: PlaceReading) -> bool:
    """Whether the operator must fill it."""
    return reading.place.required and reading.place.party == "operator"


def fullest(copies: Iterable[Copy]) -> list[Copy]:
    """The copy of each edition and operator that counts: the fuller one, of equally full ones the later."""
    best: dict[tuple[str, str], Copy] = {}
    for copy in copies:
        known = best.get((copy.blank, copy.operator))
        if known is None or copy.share >= known.share:
            best[copy.blank, copy.operator] = copy
    return list(best.values())
