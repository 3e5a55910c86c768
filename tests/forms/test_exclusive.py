"""Answers of one form that cannot all be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.completeness import NOT_SUBJECT, concluded
from soppa_mailbot.forms.naming.naming import names_of
from soppa_mailbot.forms.texts.exclusive import contradictions, one_only, only_one, says_data_and_exempt
from soppa_mailbot.judging.judge_items import what_is_left
from soppa_mailbot.model import Blank, Document, Form, Page, Place, PlaceReading, Word

DISPOSAL = ["Deleted", "Returned, then deleted", "De-identified and kept"]
ELEMENTS = ["Student name", "Grade level", "Operator receives no data elements"]


def boxes(options: list[str], group: str, label: str, top: float = 100.0) -> list[Place]:
    return [
        Place(f"{group}{n}", "check", o, True, group, label, o, page=1, box=(72, top + 14 * n, 82, top + 10 + 14 * n))
        for n, o in enumerate(options)
    ]


def ticked(places: list[Place], *on: int) -> list[PlaceReading]:
    return [PlaceReading(p, "filled" if n in on else "empty", page=1) for n, p in enumerate(places)]


def form(readings: list[PlaceReading], key: str = "rfi") -> Form:
    draft = Form(key, "b", "b.pdf", ("d",), ("d.pdf",), (("d", 1),), "", (), (), (), False, (), (), None, (), 0.0)
    return concluded(replace(draft, readings=tuple(readings)))


def blank(places: list[Place], *lines: tuple[float, str]) -> Blank:
    words = tuple(
        Word(text, (72 + 40 * n, y, 72 + 40 * n + 35, y + 10))
        for y, line in lines
        for n, text in enumerate(line.split())
    )
    return Blank("b", "rfi", "T", "b.pdf", Document("b", "b.pdf", pages=(Page(1, 612, 792, words),)), tuple(places))


def test_two_boxes_are_said_to_be_two() -> None:
    said = form(ticked(boxes(DISPOSAL, "g", "Disposal (check one)"), 0, 2))
    assert (said.status, said.open) == ("incomplete", ())
    assert what_is_left(said) == "more than one box is checked at “Disposal (check one)”"
    assert form(ticked(boxes(DISPOSAL, "g", "Disposal (check one)"), 0)).status == "complete"


def test_check_one_that_stands_on_the_page_only() -> None:
    places = boxes(DISPOSAL, "g", "Disposal")
    assert one_only(blank(places, (84, "Afterwards it will be (check one)"))) == {"g"}
    assert one_only(blank(places, (84, "Afterwards it will be (check one or more)"))) == frozenset()
    assert one_only(blank(places, (84, "Check all that apply"), (30, "Check one of each"))) == frozenset()
    below = boxes(ELEMENTS, "h", "Elements", top=200.0)
    assert one_only(blank(places + below, (84, "Disposal (check one)"), (186, "Elements:"))) == {"g"}
    marked = [replace(p, one_only=True) for p in places]
    assert form(ticked(marked, 0, 1)).contradictory == ("more than one box is checked at “Disposal”",)


@pytest.mark.parametrize(
    "label", ["Platforms (check one or more)", "Check at least one", "Platforms", "Select one (or more)"]
)
def test_questions_that_take_several(label: str) -> None:
    assert not only_one(boxes(["Web", "Tablet", "Phone"], "g", label))


def test_none_beside_others() -> None:
    places = boxes(ELEMENTS, "g", "Data elements")
    said = form(ticked(places, 0, 2), "rfi")
    assert said.contradictory == (
        "“Operator receives no data elements” is checked together with others at “Data elements”",
    )
    assert said.status == "incomplete"
    assert form(ticked(places, 0, 1)).status == "complete"
    assert form(ticked(places, 2)).status == "complete"
    signon = ticked(boxes(["SAML", "No sign-on", "Local"], "s", "Sign-on"), 0, 1)
    assert contradictions(signon, names_of(signon)) == []


def soppa(on: int) -> list[PlaceReading]:
    options = ["The product is subject to SOPPA", "The product is not subject to SOPPA"]
    places = [replace(p, role="subject_to_soppa") for p in boxes(options, "s", "Status under SOPPA (check one)", 300.0)]
    return ticked(places, on)


@pytest.mark.parametrize(("data", "status", "unsure"), [(0, 1, True), (1, 1, False), (0, 0, False)])
def test_student_data_and_yet_exempt(data: int, status: int, unsure: bool) -> None:
    asked = boxes(["Yes", "No"], "d", "Does the product collect, store or receive student data?")
    said = form([*ticked(asked, data), *soppa(status)])
    assert (said.status == "doubtful") is unsure
    assert any(d.endswith(NOT_SUBJECT) for d in said.doubts) is unsure


@pytest.mark.parametrize(
    ("question", "data"),
    [
        ("Does the product collect information about students, such as records?", True),
        ("Employees with access to student data pass a criminal background check", False),
        ("Does the product collect student data, as defined in Board policy 7:345?", True),
        ("Will the product store student data (in transit or at rest)?", True),
        ("Do you have student data encrypted in transit and at rest, and backed up information?", False),
    ],
)
def test_how_data_is_kept_does_not_say_that_there_is_any(question: str, data: bool) -> None:
    asked = boxes(["Yes", "No"], "g", question)
    assert says_data_and_exempt(ticked(asked, 0), subject=False) is data


@pytest.mark.parametrize(
    ("third", "on", "question", "both"),
    [
        ("Can be switched off", (0, 2), "Does it use generative AI?", False),
        ("but may be fully disabled", (0, 2), "Does it use generative AI?", False),
        ("Can be switched off", (1, 2), "Does it use generative AI?", True),
        ("Can be switched off", (0, 1), "Does it use generative AI?", True),
        ("Can be switched off", (0, 1, 2), "Does it use generative AI?", True),
        ("Can be switched off", (0, 2), "Does it use generative AI? (check one)", True),
        ("In part", (0, 2), "Does it use generative AI?", True),
        ("N/A", (0, 2), "Does it use generative AI?", True),
    ],
)
def test_an_option_that_says_more_of_yes(third: str, on: tuple[int, ...], question: str, both: bool) -> None:
    said = form(ticked(boxes(["Yes", "No", third], "g", question), *on))
    assert (bool(said.contradictory), said.status) == (both, "incomplete" if both else "complete")
