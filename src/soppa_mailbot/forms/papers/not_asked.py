"""Places that a copy leaves empty because nothing is asked there: "If yes, explain: ____" where No was answered.

Only an answer that is plainly the other one spares a place. What could not be read for certain spares none, and leaves
none open for certain either; where the question itself is empty, what follows it is asked for as the form says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.conditions import (
    CHECKED,
    NO,
    NOT_APPLICABLE,
    NOT_SUBJECT,
    SUBJECT,
    YES,
    meanings,
    says,
)
from soppa_mailbot.forms.naming.naming import key_of, label_of
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.model import Place, PlaceReading

_SPARED = "not asked: "
_MAYBE = "it is asked only where "
_MET, _UNMET, _OPEN, _UNSURE = "met", "unmet", "open", "unsure"


def without_unasked(readings: Sequence[PlaceReading], lost: str) -> list[PlaceReading]:
    """The readings, the empty places not required that nothing asks for, as other answers of the copy say.

    Told anew each time, for pages of several mails may be put together; `lost`: what is told of places whose page is
    not there.
    """
    out = [_as_asked(r) for r in readings]
    copy = _Copy(out)
    for index, reading in enumerate(out):
        place = reading.place
        if not place.hangs_on or not place.required or reading.why == lost or not copy.is_empty(place):
            continue
        told = [copy.told(question, place.asked_on) for question in place.hangs_on]
        states = {state for state, _ in told}
        if states == {_UNMET}:
            copy.spared.add(key_of(place))
            out[index] = replace(reading, place=replace(place, required=False), why=f"{_SPARED}{told[0][1]}")
        elif _UNSURE in states or (states == {_MET, _UNMET} and copy.is_nested(place)):
            why = f"{_MAYBE}{told[0][1]}"
            out[index] = replace(reading, place=replace(place, unsure=place.unsure or why))
    return out


def _as_asked(reading: PlaceReading) -> PlaceReading:
    """A reading as it was before any answer was held against its condition."""
    place = reading.place
    if place.hangs_on and reading.why.startswith(_SPARED):
        return replace(reading, place=replace(place, required=True), why="")
    if place.hangs_on and place.unsure.startswith(_MAYBE):
        return replace(reading, place=replace(place, unsure=""))
    return reading


class _Copy:
    """The answers of one copy."""

    def __init__(self, readings: Sequence[PlaceReading]) -> None:
        self.by_id = {r.place.id: r for r in readings}
        self.by_key: dict[str, list[PlaceReading]] = {}
        for reading in readings:
            self.by_key.setdefault(key_of(reading.place), []).append(reading)
        self.spared: set[str] = set()

    def is_empty(self, place: Place) -> bool:
        return all(r.state == "empty" for r in self.by_key[key_of(place)])

    def is_nested(self, place: Place) -> bool:
        """Whether the question right before a place hangs on another: No to it may not be what is meant."""
        return bool(self.by_id[place.hangs_on[0]].place.hangs_on)

    def told(self, question: str, wanted: str) -> tuple[str, str]:
        """(whether the condition on a question's answer is met, in words for people)."""
        if question not in self.by_id:
            return _OPEN, ""
        place = self.by_id[question].place
        asked = self.by_key[key_of(place)]
        name = f"“{label_of(place)}”"
        if key_of(place) in self.spared:
            return _UNMET, f"{name} is not asked either"
        if wanted == CHECKED:
            return self._checked(self.by_id[question], asked)
        filled = [r for r in asked if r.state == "filled"]
        if any(r.state == "doubtful" for r in asked) or len(filled) > 1 or (filled and not _answer(filled[0])):
            return _UNSURE, f"{name} is answered {_in_words(wanted)}, and its answer is not read for certain"
        if not filled:
            return _OPEN, name
        answer = _answer(filled[0])
        said = _said(filled[0], asked, wanted)
        if said == _OTHER[wanted] or (said == NOT_APPLICABLE and _spares(asked, wanted)):
            return _UNMET, f"{name} was answered {answer[:60]}"
        return _MET, name

    @staticmethod
    def _checked(box: PlaceReading, asked: Sequence[PlaceReading]) -> tuple[str, str]:
        """A box that may stay unchecked says something by that as well, and so does one beside others that are not."""
        name = f"“{box.place.option if len(asked) > 1 else label_of(box.place)}”"
        if box.state == "doubtful":
            return _UNSURE, f"{name} is checked, which is not read for certain"
        if box.state == "empty":
            others = any(r.state != "empty" for r in asked)
            return (_OPEN, name) if box.place.required and not others else (_UNMET, f"{name} is not checked")
        return _MET, name


_OTHER = {YES: NO, NO: YES, SUBJECT: NOT_SUBJECT, NOT_SUBJECT: SUBJECT}


def _in_words(wanted: str) -> str:
    return {YES: "Yes", NO: "No"}.get(wanted, f"“{wanted}”")


def _answer(reading: PlaceReading) -> str:
    return reading.place.option if reading.place.kind == "check" else reading.value


def _said(reading: PlaceReading, asked: Sequence[PlaceReading], wanted: str) -> str:
    """What an answer says to a condition; "" where it is neither plainly."""
    if wanted in (SUBJECT, NOT_SUBJECT):
        return {True: SUBJECT, False: NOT_SUBJECT, None: ""}[subject_meaning(reading.place, _answer(reading))]
    if reading.place.kind != "check":
        return says(reading.value, " ".join((reading.place.label, reading.place.printed, reading.place.title)))
    return meanings([r.place.option for r in asked])[list(asked).index(reading)]


def _spares(asked: Sequence[PlaceReading], wanted: str) -> bool:
    """Whether "N/A" is another answer than the one that a condition asks for: beside a No of its own it is."""
    return wanted == YES or (wanted == NO and NO in meanings([r.place.option for r in asked]))
