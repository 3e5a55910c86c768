"""Controls of Word forms that show their own name, and two questions in one paragraph."""

from __future__ import annotations

from soppa_mailbot.forms.flow import places_from_flow
from soppa_mailbot.forms.roles import with_roles
from soppa_mailbot.model import Field, Paragraph, Run


def control(shown: str, kind: str = "text") -> Run:
    return Run(shown, Field("", kind, "", False))


def test_a_control_that_shows_what_it_wants() -> None:
    line = Paragraph(
        (Run("We buy from "), control("[Operator name]"), Run(" (“Operator”) the tool "), control("[product]"))
    )
    first, second = places_from_flow([line])
    assert (first.label, second.label) == ("Operator name", "product")
    assert (first.default, second.default) == ("[Operator name]", "[product]")  # printed so, it is no answer


def test_prompts_are_no_names() -> None:
    (place,) = places_from_flow([Paragraph((Run("Title: "), control("Click or tap here to enter text.")))])
    assert (place.label, place.default) == ("Title", "")


def test_a_box_behind_a_table_of_controls_asks_for_itself() -> None:
    table = [Paragraph((Run("Address"),), (0, 0, 0)), Paragraph((control("Enter text"),), (0, 0, 1))]
    box = Paragraph((control("☐", "check"), Run(" Our staff has been trained")))
    _, place = places_from_flow([*table, box])
    assert (place.option, place.group_label) == ("Our staff has been trained", "")


def test_two_questions_in_one_paragraph() -> None:
    text = "Does it store data of pupils? ☐ Yes ☐ No   Is the software subject to SOPPA? ☐ Yes ☐ No"
    places, _ = with_roles(places_from_flow([Paragraph((Run(text),))]), {})
    assert [p.option for p in places] == ["Yes", "No", "Yes", "No"]
    assert [p.group_label for p in places][1:3] == [
        "Does it store data of pupils?",
        "Is the software subject to SOPPA?",
    ]
    assert [p.role for p in places] == ["", "", "subject_to_soppa", "subject_to_soppa"]
    assert len({p.group for p in places}) == 2
