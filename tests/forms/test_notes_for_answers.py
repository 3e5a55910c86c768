"""Notes to a colleague, questions back, fillers and what is kept back, in an answer's place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.papers.no_answers import puts_off, without_no_answers
from soppa_mailbot.forms.papers.notes_for_answers import is_no_answer, keeps_back
from soppa_mailbot.model import Place, PlaceReading

PLACE = Place(id="a", kind="text", label="Hosting provider", required=True)


@pytest.mark.parametrize(
    "text",
    [
        "@Tom please fill in",
        "Tom - can you fill this in?",
        "Legal to complete",
        "DANA PLEASE COMPLETE",
        "fill in later",
        "Ask finance",
        "Check with IT",
        "Will check with engineering",
        "Need to ask our engineers",
        "need info from CTO",
        "TBD - see legal",
        "to be negotiated",
        "As discussed",
        "per our phone call",
        "please advise",
        "What is this?",
        "Is this required?",
        "can we skip this?",
        "[insert carrier]",
        "{{company_name}}",
        "<<Company Name>>",
        "<carrier>",
        "your@email.com",
        "000-000-0000",
        "00/00/0000",
        "todo",
        "Test",
        "asdf",
        "left blank",
        "#REF!",
    ],
)
def test_no_answers(text: str) -> None:
    assert is_no_answer(text, PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "None",
        "Not yet",
        "In progress",
        "Varies",
        "Confidential",
        "Available upon request",
        "See SOC 2 report",
        "See last year's form",
        "Same as above",
        "District to complete",
        "Vendor to complete",
        "Teachers please complete the roster",
        "Check with the District",
        "Contact IT",
        "IT",
        "Testing",
        "Test preparation",
        "Blank Media LLC",
        "<2 hours",
        "[AWS]",
        "https://larch.example/s1/policy",
        "dana@larch.example",
        "What can be exported: grades",
        "How students learn",
        "As discussed in section 4",
        "Do not share data",
    ],
)
def test_answers(text: str) -> None:
    assert not is_no_answer(text, PLACE) and not keeps_back(text, PLACE)


def test_a_question_where_questions_are_asked_for() -> None:
    assert not is_no_answer("Is this required?", replace(PLACE, label="Questions for the District"))


@pytest.mark.parametrize("text", ["I don't know", "Not sure", "Will not disclose", "Decline to answer"])
def test_what_is_not_told_is_for_a_person(text: str) -> None:
    assert keeps_back(text, PLACE)
    (read,) = without_no_answers([PlaceReading(PLACE, "filled", text, ("text",))])
    assert (read.state, read.why) == ("doubtful", f'"{text}" is no answer')


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unknown", "Estimated number of students"),
        ("Unknown", "Version or edition"),
        ("Not known yet", "When will it start?"),
        ("We will not disclose", "Is data disclosed to third parties?"),
    ],
)
def test_where_that_answers(text: str, label: str) -> None:
    assert not keeps_back(text, replace(PLACE, label=label))


def test_a_note_leaves_the_place_open() -> None:
    (read,) = without_no_answers([PlaceReading(PLACE, "filled", "Legal to complete", ("field",))])
    assert read.state == "empty"
    assert puts_off("to come")
