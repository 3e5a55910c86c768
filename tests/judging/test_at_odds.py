"""Answers of complete forms that cannot be true."""

from __future__ import annotations

import pytest
from test_judge_verdicts import DISTRICT, detail, form, full, status

from soppa_mailbot.judging.at_odds import between, no_such_day
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.model import Disposition, Item, Place, PlaceReading, Status

DATA = "Does the product collect, store or receive student data?"
LIST = "Data elements"


def box(question: str, option: str) -> PlaceReading:
    place = Place(option, "check", question, required=True, group=question, group_label=question, option=option)
    return PlaceReading(place, "filled", option, ("field",))


def day(value: str, how: str = "field") -> PlaceReading:
    return PlaceReading(Place("d", "date", "Date", required=True, role="signature_date"), "filled", value, (how,))


@pytest.mark.parametrize(
    ("question", "answer", "listed", "odd"),
    [
        (DATA, "No", ["Student name"], True),
        (DATA, "No", ["Usage logs", "Assessment scores"], True),
        (DATA, "Yes", ["Operator receives no data elements"], True),
        (DATA, "Yes", ["Student name"], False),
        (DATA, "No", ["Operator receives no data elements"], False),
        (DATA, "No", ["Usage logs"], False),
        ("Does the product share student data with others?", "No", ["Student name"], False),
        ("Do you collect sensitive student data?", "No", ["Student name"], False),
        ("Does the product use artificial intelligence?", "No", ["Student name"], False),
        ("Does the product collect biometric data or store student records abroad?", "No", ["Student name"], False),
    ],
)
def test_what_one_form_says_and_the_other_belies(question: str, answer: str, listed: list[str], odd: bool) -> None:
    rfi = form("rfi", readings=(box(question, answer),))
    soppa = form("soppa", readings=tuple(box(LIST, option) for option in listed))
    assert bool(between(rfi, soppa)) is odd
    verdict = judge([full(forms=(rfi, soppa))], DISTRICT)
    assert verdict.disposition == (Disposition.REVIEW if odd else Disposition.COMPLETE)


@pytest.mark.parametrize("value", ["2/30/2026", "11/31/2026", "0/12/26", "13-13-2026"])
def test_days_that_do_not_exist(value: str) -> None:
    signed = form("soppa", readings=(day(value),))
    assert no_such_day(signed) == value
    verdict = judge([full(forms=(form("rfi"), signed))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.UNCLEAR
    assert value in detail(verdict, Item.SOPPA_FORM)


@pytest.mark.parametrize("value", ["2/28/2026", "30.11.2026", "11/2/26", "", "November 2", "2/29/2028", "see above"])
def test_days_that_do(value: str) -> None:
    assert no_such_day(form("soppa", readings=(day(value),))) == ""


def test_a_day_read_from_a_picture_is_not_doubted_for_it() -> None:
    assert no_such_day(form("soppa", readings=(day("2/30/2026", "ocr"),))) == ""
