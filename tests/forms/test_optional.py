"""What the `optional` of a configuration means, matched the way a person would match it."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.optional import named, with_optional
from soppa_mailbot.model import Form, Place, PlaceReading

SIGNED = Place("s1", "signature", "Signature", required=True, role="signature", party="operator")
DATED = Place("d1", "text", "Date", required=True, role="signature_date", party="operator")
THEIRS = (
    Place("s2", "signature", "Signature", required=False, party="district"),
    Place("d2", "text", "Date", required=False, party="district"),
)
NEEDED = Place("n1", "text", "Date by which approval is needed", required=True, party="operator")
ROWS = tuple(
    Place(f"t{n}c{column}", "text", label, required=True, party="operator")
    for n in range(3)
    for column, label in enumerate(("Name of subcontractor", "Service"))
)
PLACES = (NEEDED, *ROWS, SIGNED, DATED, *THEIRS)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Date by which approval is needed (leave blank if not known)", ["n1"]),
        ("Date by which approval is needed (if known)", ["n1"]),
        ("Signature (District)", ["s2"]),
        ("Date (for the District)", ["d2"]),
        ("Date (2026)", []),
        ("Name of subcontractor 2", ["t1c0"]),
        ("Service 3", ["t2c1"]),
        ("Service 4", []),
        ("Name of subcontractor", ["t0c0", "t1c0", "t2c0"]),
    ],
)
def test_names(wanted: str, found: list[str]) -> None:
    assert [p.id for p in named(wanted, PLACES)] == found


@pytest.mark.parametrize("optional", [("Signature (District)", "Date (District)"), ("Signature", "Date")])
def test_an_agreement_without_the_operators_signature_is_unsigned(optional: tuple[str, ...]) -> None:
    """Even where the configuration lets every signature be empty."""
    places, _ = with_optional(PLACES, optional)
    readings = [PlaceReading(p, "empty" if p.label in ("Signature", "Date") else "filled", "x") for p in places]
    form = Form(
        form="soppa", blank="b", blank_file="b.pdf", documents=("d",), filenames=("d.pdf",), pages=(("d", 1),),
        status="", open=(), doubtful=(), missing_pages=(), unsigned=False, signature=(), answers=(),
        subject_to_soppa=None, readings=tuple(readings), filled_share=0.0,
    )  # fmt: skip
    done = concluded(form)
    assert done.unsigned and done.status == "incomplete"


@pytest.mark.parametrize("label", ["7  Reseller, if any", "7. Reseller", "2.7 Reseller, if any", "(7) Reseller"])
def test_the_number_of_a_line_need_not_be_named(label: str) -> None:
    places = (Place("r", "text", label, required=True), Place("d", "text", "30 days after the end", required=True))
    assert [p.id for p in named("Reseller, if any", places)] == ["r"]
    assert [p.id for p in named("days after the end", places)] == []


def test_a_row_with_a_box_is_its_other_cells_too() -> None:
    places = (
        Place("b1", "check", "Grades", required=True, option="Grades", group="g", group_label="Check if collected"),
        Place("b2", "check", "Other (describe)", required=True, option="Other (describe)", group="g"),
        Place("t2", "text", "Other (describe) examples", required=True),
        Place("t3", "text", "Other products of yours", required=True),
    )
    assert [p.id for p in with_optional(places, ["Other (describe)"])[0] if p.required] == ["b1", "b2", "t3"]


FORM = (
    Place("e", "text", "17b. If item 17a is marked “Yes”, explanation", required=True, party="operator"),
    Place("r", "text", "through (name of the reseller, if any)", required=True, party="operator"),
    Place("s", "text", "Superintendent", required=True, party="operator"),
    Place("d1", "text", "Date", required=True, party="operator"),
    Place("n", "text", "25. Typed name and title", required=True, party="operator"),
    Place("d2", "text", "Date", required=True, party="operator"),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("17b. Explanation", ["e"]),
        ("17a. Explanation", []),
        ("name of the reseller, if any", ["r"]),
        ("25. Typed name and title (District)", ["n"]),
        ("Superintendent: Date", ["d1"]),
        ("Clerk: Date", []),
    ],
)
def test_a_number_a_remark_and_a_neighbour_name_a_place(wanted: str, found: list[str]) -> None:
    assert [p.id for p in named(wanted, FORM)] == found


def test_a_condition_that_the_form_adds_need_not_be_named() -> None:
    places = (
        Place("f", "text", "Fax number (if you have one)", required=True),
        Place("s", "signature", "Signature (District)", required=True, party="district"),
    )
    assert [p.id for p in named("Fax number", places)] == ["f"]
    assert [p.id for p in named("Fax", places)] == ["f"]
    assert named("Signature", places) == ()
