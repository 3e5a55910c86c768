"""Boxes before statements that are each to be made, in words of many kinds; and boxes that are chosen between."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.common.choice_words import made_one_by_one
from soppa_mailbot.forms.common.initialled import asks_for_each

PROMISES = ("1. The Operator does not sell covered information", "2. The Operator deletes it after sixty days")
SHALL = ("The Operator shall not sell it", "The Operator will delete it")


@pytest.mark.parametrize(
    "said",
    [
        "The Operator makes each of these promises. Every one of the twelve boxes must be checked.",
        "All boxes must be checked.",
        "Each statement must be initialed by the Operator",
        "Check every box.",
        "Please check all of the boxes below.",
        "Initial the box beside each statement.",
    ],
)
def test_each_is_asked_for(said: str) -> None:
    assert asks_for_each(said)
    assert made_one_by_one(said, PROMISES)


@pytest.mark.parametrize(
    "said",
    [
        "Check all boxes that apply.",
        "Check each element that the service uses.",
        "Check all the boxes which describe your product.",
        "At least one box must be checked.",
        "Which of these does the Operator do?",
        "All boxes that apply must be checked.",
        "Mark all the boxes below that apply.",
        "Check every box applicable to the product.",
        "Mark all statements true of your product.",
        "In each section one box must be checked.",
        "Not all boxes must be checked.",
        "Certifications (check all that apply):",
    ],
)
def test_some_are_chosen(said: str) -> None:
    assert not asks_for_each(said)
    assert not made_one_by_one(said, PROMISES)


def test_promises_are_known_by_their_heading_too() -> None:
    assert made_one_by_one("2. ASSURANCES (continued)", PROMISES)
    assert made_one_by_one("", SHALL)
    assert not made_one_by_one("2. DELETION (continued)", PROMISES)
    assert not made_one_by_one("ASSURANCES", ("Encryption", "Training"))
    assert not made_one_by_one("ASSURANCES", PROMISES[:1])
    assert not made_one_by_one("CERTIFICATION", ("The Operator is a reseller", "The Operator is not a reseller"))


def test_each_is_a_place_of_a_word_form() -> None:
    document = docx.Document()
    for line in ("Compliance Statement", "Every one of the boxes must be checked.", *(f"☐ {p}" for p in PROMISES)):
        document.add_paragraph(line)
    blank = papers.blank(papers.saved(document), "soppa", "Compliance Statement", "form.docx")
    assert len({p.group for p in blank.places if p.kind == "check"}) == len(PROMISES)


def test_a_line_for_initials_before_each_statement_is_a_place() -> None:
    canvas = papers.canvas_of("Promise to protect student information", "Please put your initials before each promise.")
    promises = ("We will not sell it.", "We will not show advertising.", "We will delete it when you ask.")
    for n, promise in enumerate(promises):
        canvas.drawString(60, 660 - 24 * n, f"__________  {promise}")
    blank = papers.blank(canvas.getpdfdata(), "soppa", "Promise to protect student information")
    assert [(p.kind, p.label.rstrip("."), p.required) for p in blank.places] == [
        ("text", promise.rstrip("."), True) for promise in promises
    ]
