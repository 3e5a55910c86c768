"""What was not read is neither missing nor "not there": a person must look."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from test_judge_verdicts import DISTRICT, NOON, ORDER, form, full, mail, papers_of, status

from soppa_mailbot.finding.papers import find
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.model import (
    Disposition,
    Document,
    Findings,
    Item,
    Kind,
    Page,
    PaperFinding,
    Place,
    PlaceReading,
    Reason,
    Status,
    Unreadable,
    Word,
)

LEFT = "only the first 60 of 250 pages were read"
PACKET = PaperFinding("d9", "packet.pdf", "", Kind.OTHER, unread=LEFT)
RFI = form("rfi")


def without_soppa(*more: PaperFinding, **others: object) -> Findings:
    return full(papers=(ORDER, *papers_of((RFI,)), *more), forms=(RFI,), **others)


@pytest.mark.parametrize("claimed", [(), (Item.SOPPA_FORM,)])
def test_a_form_that_may_lie_in_what_was_not_read_is_not_missing(claimed: tuple[Item, ...]) -> None:
    verdict = judge([without_soppa(PACKET, claims_attached=claimed)], DISTRICT)
    item = verdict.item(Item.SOPPA_FORM)
    assert item is not None
    assert (item.status, item.source) == (Status.UNCLEAR, "packet.pdf")
    assert item.detail == f"{LEFT}; it may hold the SOPPA form"
    assert verdict.disposition == Disposition.REVIEW
    assert verdict.reasons == (f"packet.pdf: {LEFT}; it may hold the SOPPA form.",)
    assert [(a.filename, a.detail) for a in verdict.attachments][-1] == ("packet.pdf", LEFT)


def test_an_order_form_too() -> None:
    forms = RFI, form("soppa")
    verdict = judge([full(papers=(*papers_of(forms), PACKET), forms=forms)], DISTRICT)
    assert status(verdict, Item.ORDER_FORM) == Status.UNCLEAR
    assert verdict.disposition == Disposition.REVIEW


def test_what_is_all_there_is_not_held_up() -> None:
    found = full()
    verdict = judge([replace(found, papers=(*found.papers, PACKET))], DISTRICT)
    assert verdict.disposition == Disposition.COMPLETE
    assert verdict.attachments[-1].detail == LEFT


def test_the_answers_of_the_mail_are_asked_for_as_ever() -> None:
    found = full(deadlines=())
    verdict = judge([replace(found, papers=(*found.papers, PACKET))], DISTRICT)
    assert verdict.disposition == Disposition.INCOMPLETE


def place(number: int, page: int, role: str = "", state: str = "empty") -> PlaceReading:
    kind = "signature" if role else "text"
    return PlaceReading(Place(f"p{number}", kind, f"Question {number}", True, role=role, page=page), state, page=page)


def test_pages_of_a_form_behind_the_limit_are_not_said_to_be_missing() -> None:
    """The form begins on page 58, the first 60 were read: what its last pages hold is not known."""
    cut = form(
        "soppa",
        "incomplete",
        filenames=("packet.pdf",),
        missing_pages=(4, 5),
        unsigned=True,
        open=("Question 2", "Question 3"),
        readings=(place(1, 1, state="filled"), place(2, 1), place(3, 4), place(4, 5, "signature")),
    )
    packet = PaperFinding("d2", "packet.pdf", "", Kind.SOPPA_FORM, (58, 59, 60), unread=LEFT)
    verdict = judge([full(papers=(ORDER, *papers_of((RFI,)), packet), forms=(RFI, cut))], DISTRICT)
    item = verdict.item(Item.SOPPA_FORM)
    assert item is not None
    assert item.status == Status.UNCLEAR
    assert item.detail == f"{LEFT}; it may hold pages 4-5 of the form; not filled in: Question 2"
    assert (item.open, item.unsigned) == (("Question 2",), False)
    whole = judge([full(papers=(ORDER, *papers_of((RFI,)), replace(packet, unread="")), forms=(RFI, cut))], DISTRICT)
    item = whole.item(Item.SOPPA_FORM)
    assert item is not None
    assert (item.status, item.open, item.unsigned) == (Status.INCOMPLETE, ("Question 2",), True), (
        "nobody knows of the others"
    )
    assert item.detail == "not filled in: Question 2; not signed; pages 4-5 are not there"


def test_an_unfinished_copy_beside_a_file_that_was_not_read() -> None:
    bare = form("soppa", "incomplete", unsigned=True)
    packet = replace(PACKET, filename="report.pdf")
    sent = full(papers=(ORDER, *papers_of((RFI, bare)), packet), forms=(RFI, bare))
    item = judge([sent], DISTRICT).item(Item.SOPPA_FORM)
    assert item is not None
    assert (item.status, item.source) == (Status.UNCLEAR, "report.pdf")
    assert item.detail == f"{LEFT}; it may hold a fuller copy; soppa.pdf: not signed"
    later = mail(sent=NOON + timedelta(days=1), papers=papers_of((bare,)), forms=(bare,))
    assert status(judge([sent, later], DISTRICT), Item.SOPPA_FORM) == Status.INCOMPLETE  # it was sent again, unsigned


def test_what_a_file_is_not_is_not_said_before_it_was_read() -> None:
    taken = replace(PACKET, detail="a SOPPA agreement, but not the District's current form", topic="soppa_form")
    assert judge([without_soppa(taken)], DISTRICT).attachments[-1].detail == LEFT


def test_two_files() -> None:
    more = replace(PACKET, document="d10", filename="fax.tif", unread="only the first page could be read")
    item = judge([without_soppa(PACKET, more)], DISTRICT).item(Item.SOPPA_FORM)
    assert item is not None
    assert item.source == "packet.pdf, fax.tif"
    assert item.detail == "not all that is in them was read; they may hold the SOPPA form"


def test_a_file_tells_what_of_it_was_not_read() -> None:
    page = Page(1, 612, 792, (Word("Report", (72, 72, 100, 84)),))
    left = Unreadable(Reason.TOO_LARGE, LEFT), Unreadable(Reason.TIMED_OUT, "page 3 of 250 could not be read in time")
    (paper,) = find([Document("a1", "packet.pdf", pages=(page,), unread=left)], ()).findings
    assert (paper.kind, paper.unread) == (Kind.OTHER, f"{LEFT}; page 3 of 250 could not be read in time")
