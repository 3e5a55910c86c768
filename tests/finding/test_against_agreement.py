"""What a mail says against the agreement on the register that would cover its product."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.mails.against_agreement import against_agreement, takes_other_data
from soppa_mailbot.model import Agreement

DAY = date(2025, 1, 1)
REGISTER = (
    Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), DAY, None),
    Agreement("Planet Learning, Inc.", "Planet Reading", ("planet.example",), DAY, None),
    Agreement("Quill Systems LLC", "", ("quill.example",), DAY, None),
)


def said(words: str, order: str = "", product: str = "Planet Math") -> str:
    return against_agreement(f"Attached is our quote. {words} Thank you.", "Quote", [order], product, REGISTER)


@pytest.mark.parametrize(
    "words",
    [
        "As you know the District ended the SOPPA addendum with us in August.",
        "The old addendum of 2025 has to be replaced; the new one follows.",
        "Our SOPPA agreement with you was terminated last year.",
        "Your privacy agreement has expired.",
        "The Board rescinded our data privacy agreement.",
        "Planet Learning was acquired by MegaLearn Corp. on October 1.",
        "Planet Math is now sold and hosted by MegaLearn Corp.",
        "Planet Math will be replaced by Planet Numeracy in January.",
        "It is a white-label of Inkwell Labs' tutoring service.",
        "Student data goes to Inkwell Labs, who is the operator.",
        "We also throw in Planet Writing for free for all students.",
        "Here is the quote for Planet Math and Planet Tardy.",
    ],
)
def test_words_against_it(words: str) -> None:
    assert said(words)


@pytest.mark.parametrize(
    "words",
    [
        "Our SOPPA agreement is on file.",
        "The SOPPA addendum has not expired.",
        "Your subscription expired in June, this quote renews it.",
        "The licence agreement was replaced by a new price list.",
        "If the addendum has to be replaced, tell us.",
        "Orbit Labs was acquired by Planet Learning.",
        "We resell for Planet Learning, who is the operator.",
        "The quote includes Planet Training and Planet Learning support.",
        "We also include Planet Reading for free.",
        "You use Planet Writing already at another school.",
        "Here is the quote for Planet Math and two days of training.",
        "The licences are purchased by Lincoln Elementary.",
        "Planet Math is now hosted by Amazon Web Services.",
        "Your old textbooks will be replaced by Planet Math.",
    ],
)
def test_words_that_are_not(words: str) -> None:
    assert said(words) == ""


def test_a_note_of_the_order() -> None:
    assert said("", "Includes a complimentary Planet Writing licence for every student")
    assert not said("", "Includes a complimentary Planet Training session for every teacher")
    assert not said("", "Includes a complimentary Quill Writing licence", product="Quill Grammar")


@pytest.mark.parametrize("line", ["Planet Math AI Tutor 400 $9.00", "Camera analytics 1 $0.00", "Remote proctoring"])
def test_lines_that_take_in_other_data(line: str) -> None:
    assert takes_other_data(line, "Planet Math")
    assert not takes_other_data(line, "Planet Proctoring")


@pytest.mark.parametrize("line", ["Planet Math Plus 400 $9.00", "Tutor training 1 day", "Video lessons, AI-ready"])
def test_lines_that_do_not(line: str) -> None:
    assert not takes_other_data(line, "Planet Math")
