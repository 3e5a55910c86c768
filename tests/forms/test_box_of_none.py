"""A last box that says that nothing of a list holds is one more answer of the list."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.blanks.box_of_none import with_box_of_none
from soppa_mailbot.forms.texts.exclusive import contradictions
from soppa_mailbot.model import Place, PlaceReading

ASKED = "Check every element of student data that the services collect"
LIST = tuple(
    Place(name, "check", name, required=True, group="g1", group_label=ASKED, option=name, page=2)
    for name in ("Student name", "Date of birth", "Home address", "Grade level")
)
OTHER = Place("other", "text", "Other elements", required=True, page=2)


def last(said: str, **more: object) -> Place:
    given = {"required": True, "group": "g2", "option": said, "page": 2, **more}
    return Place("last", "check", said, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "The Services collect no Student Data.",
        "The Service takes no covered information.",
        "None of the above",
        "No student data is used",
    ],
)
def test_it_joins_the_list(said: str) -> None:
    places = with_box_of_none((*LIST, OTHER, last(said)))
    assert [p.group for p in places if p.kind == "check"] == ["g1"] * 5
    both = [PlaceReading(p, "filled", p.option) for p in places if p.id in ("Student name", "last")]
    rest = [PlaceReading(p, "empty") for p in places if p.kind == "check" and p.id not in ("Student name", "last")]
    assert contradictions([*both, *rest], {p.id: p.label for p in places})
    assert not contradictions([both[1], *rest], {p.id: p.label for p in places})


@pytest.mark.parametrize(
    "place",
    [
        last("The Operator sells no student data"),  # a promise
        last("The Service takes no more than a day to set up"),
        last("The Service processes no student data outside the United States"),
        last("I certify that the answers are true"),
        last("The Services collect no Student Data", party="district"),
        last("The Services collect no Student Data", page=4),
    ],
)
def test_other_boxes_stay_alone(place: Place) -> None:
    assert with_box_of_none((*LIST, OTHER, place))[-1].group == "g2"
    assert with_box_of_none((*LIST[:3], place))[-1].group == "g2"
