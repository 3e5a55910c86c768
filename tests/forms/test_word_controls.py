"""Controls of Word forms that show their own name, and two questions in one paragraph."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.blanks.flow import places_from_flow
from soppa_mailbot.forms.naming.roles import with_roles
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Document, Field, Paragraph, Run


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


def entity(state: str, kind: str, *, controls: bool = True) -> list[Paragraph]:
    """A sentence with a control and a list beside each other, filled in or typed over."""
    offered = ("corporation", "limited liability company", "non-profit corporation")
    first = Field("st", "text", state, bool(state))
    second = Field("kind", "choice", kind, bool(kind), options=offered)
    runs = (
        Run("This agreement is between the Board of Education and Acme Reading, a "),
        Run(state or "state", first if controls else None),
        Run(" "),
        Run(kind or "type of company", second if controls else None),
        Run(", for the use of its product in the schools of the District. "),
    )
    return [Paragraph(runs), Paragraph((Run("Address: "), Run("1 Main St" if state or kind else "____")))]


@pytest.mark.parametrize("controls", [True, False])
@pytest.mark.parametrize(
    ("state", "kind", "states"),
    [
        ("Illinois", "corporation", ["filled", "filled"]),
        ("Nevada", "limited liability company", ["filled", "filled"]),
        ("New York", "non-profit corporation", ["filled", "filled"]),
        ("", "corporation", ["empty", "filled"]),
    ],
)
def test_a_line_and_a_list_beside_each_other(state: str, kind: str, states: list[str], controls: bool) -> None:
    blank = learn(
        Document("b", "blank.docx", flow=tuple(entity("", ""))), form="soppa", title="", file="", optional=(), roles={}
    )
    assert len([p for p in blank.places if p.choices]) == 1
    flow = entity(state, kind, controls=controls)
    fields = tuple(r.control for p in flow for r in p.runs if r.control is not None)
    found = recognise(Document("p", "paper.docx", flow=tuple(flow), fields=fields), [blank])
    assert [r.state for part in found for r in part.readings][:2] == states


@pytest.mark.parametrize(("town", "state"), [("Elgin", "Illinois"), ("New York", "New York"), ("", "Ohio")])
def test_two_lines_beside_each_other_by_what_the_controls_hold(town: str, state: str) -> None:
    def sentence(first: str, second: str) -> tuple[Paragraph, ...]:
        held = [
            Run(said or hint, Field(hint, "text", said, bool(said)))
            for hint, said in (("town", first), ("state", second))
        ]
        return (
            Paragraph(
                (Run("The operator has its main place of business in "), held[0], Run(" "), held[1], Run(", and "))
            ),
            Paragraph((Run("its product is offered to the schools of this District for one year."),)),
        )

    blank = learn(
        Document("b", "b.docx", flow=sentence("", "")), form="soppa", title="", file="", optional=(), roles={}
    )
    flow = sentence(town, state)
    fields = tuple(r.control for p in flow for r in p.runs if r.control is not None)
    (part,) = recognise(Document("p", "p.docx", flow=flow, fields=fields), [blank])
    assert [(r.state, r.value) for r in part.readings] == [
        ("filled", town) if town else ("empty", ""),
        ("filled", state),
    ]


@pytest.mark.parametrize(
    ("offered", "role"),
    [
        (("Choose an item.", "Subject to SOPPA", "Exempt from SOPPA"), "subject_to_soppa"),
        (("Installed on site", "Hosted by us"), ""),
        (("Subject to SOPPA", "Subject to SOPPA and COPPA"), ""),
    ],
)
def test_a_list_says_that_it_is_asked_if_the_law_applies(offered: tuple[str, ...], role: str) -> None:
    chosen = Run("Choose an item.", Field("", "choice", "", False, options=offered))
    (place,), _ = with_roles(places_from_flow([Paragraph((Run("In our view the product is: "), chosen))]), {})
    assert place.role == role
    if role:
        assert subject_meaning(place, "Exempt from SOPPA") is False
        assert subject_meaning(place, "Subject to SOPPA") is True


ASKED = "Is the product subject to SOPPA? If you hold that it is not, say so plainly and state the reason"


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        ("No. It is used by grounds staff only.", False),
        ("No, the product is not subject to SOPPA: it holds no data of pupils.", False),
        ("Yes.", True),
        ("Yes, it is", True),
        ("No student data leaves the device.", None),
    ],
)
def test_a_question_that_also_wants_the_reason(answer: str, meaning: bool | None) -> None:
    (place,), _ = with_roles(places_from_flow([Paragraph((Run(f"{ASKED}: "), control("Enter text")))]), {})
    assert place.role == "subject_to_soppa"
    assert subject_meaning(place, answer) is meaning


def boxes(*, names: bool, titles: bool, chosen: str = "") -> tuple[Paragraph, ...]:
    """Lines with controls that have names, and boxes that have none; "Yes" or "No" of them is ticked."""
    out = [Paragraph((Run("Please answer every question below and send this form to our office for technology."),))]
    for label in ("Company name", "Product", "Contact person"):
        value = "Acme" if chosen else ""
        field = Field(label if names else "", "text", value, bool(value), label if titles else "")
        out.append(Paragraph((Run(f"{label}: "), Run(value, field))))
        runs = [Run(f"Is the {label.casefold()} new to the District? ")]
        for option in ("Yes", "No"):
            on = option == chosen
            runs += [Run("☒" if on else "☐", Field("", "check", "On" if on else "", on)), Run(f" {option} ")]
        out.append(Paragraph(tuple(runs)))
    return tuple(out)


@pytest.mark.parametrize("titles", [True, False])
@pytest.mark.parametrize("chosen", ["Yes", "No"])
def test_controls_that_lost_their_names_are_not_taken_for_others(titles: bool, chosen: str) -> None:
    blank = learn(
        Document("b", "blank.docx", flow=boxes(names=True, titles=titles)),
        form="rfi",
        title="",
        file="",
        optional=(),
        roles={},
    )
    flow = boxes(names=False, titles=titles, chosen=chosen)
    fields = tuple(r.control for p in flow for r in p.runs if r.control is not None)
    (part,) = recognise(Document("p", "paper.odt", flow=flow, fields=fields), [blank])
    assert [r.state for r in part.readings if r.place.kind == "text"] == ["filled"] * 3
    ticked = [(r.place.option, r.state) for r in part.readings if r.place.kind == "check"]
    assert ticked == [(o, "filled" if o == chosen else "empty") for _ in range(3) for o in ("Yes", "No")]


def test_a_box_that_its_control_says_otherwise_is_doubtful() -> None:
    blank = learn(
        Document("b", "blank.docx", flow=boxes(names=True, titles=True)),
        form="rfi",
        title="",
        file="",
        optional=(),
        roles={},
    )
    flow = boxes(names=False, titles=True, chosen="Yes")
    fields = [r.control for p in flow for r in p.runs if r.control is not None]
    fields[1] = Field("", "check", "", False)
    (part,) = recognise(Document("p", "paper.odt", flow=flow, fields=tuple(fields)), [blank])
    assert next(r.state for r in part.readings if r.place.kind == "check") == "doubtful"
