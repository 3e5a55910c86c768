"""Answers that point to a paper which no mail brought."""

from __future__ import annotations

import pytest

from soppa_mailbot.judge import judge
from soppa_mailbot.model import Findings, Form, Item, Kind, PaperFinding, Place, PlaceReading, Status
from soppa_mailbot.pointed_papers import names_a_paper
from test_judge_verdicts import DISTRICT, ORDER, detail, form, full, mail, papers_of, status

COI = PaperFinding("d9", "COI.pdf", "", Kind.OTHER, detail="a certificate of insurance")


@pytest.mark.parametrize(
    "answer",
    [
        "See attached security white paper",
        "See attached COI",
        "Please refer to the attached SOC 2 report",
        "per our attached privacy policy",
        "Certificate of insurance attached",
        "COI (enclosed)",
        "Attached: VPAT 2.4",
    ],
)
def test_answers_that_name_a_paper(answer: str) -> None:
    assert names_a_paper(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "See attached",
        "see attached document",
        "Attached",
        "See attached quote",
        "See attached Exhibit B",
        "Listed in the attached SOPPA addendum",
        "See attached, also at https://larkspur.example/security",
        "None attached",
        "Ohio, on storage attached to two servers",
        "See our privacy policy on the website",
        "",
    ],
)
def test_answers_that_name_none(answer: str) -> None:
    assert not names_a_paper(answer)


def pointing(answer: str) -> Form:
    place = Place(id="coi", kind="text", label="Cyber liability insurance", required=True)
    return form("rfi", readings=(PlaceReading(place, "filled", answer),))


def test_a_paper_that_came_nowhere_is_for_a_person() -> None:
    verdict = judge([full(forms=(pointing("See attached COI"), form("soppa")))], DISTRICT)
    assert status(verdict, Item.RFI_FORM) == Status.UNCLEAR
    assert "See attached COI" in detail(verdict, Item.RFI_FORM)


@pytest.mark.parametrize(
    "later",
    [
        mail(papers=(COI,)),
        mail(papers=(PaperFinding("d8", "more.pdf", "", Kind.UNREADABLE),)),
        mail(cloud_links=("x",)),
    ],
)
def test_any_other_file_may_be_it(later: Findings) -> None:
    forms = (pointing("See attached COI"), form("soppa"))
    assert status(judge([full(forms=forms), later], DISTRICT), Item.RFI_FORM) == Status.RECEIVED
    beside = full(forms=forms, papers=(ORDER, *papers_of(forms), COI))
    assert status(judge([beside], DISTRICT), Item.RFI_FORM) == Status.RECEIVED
