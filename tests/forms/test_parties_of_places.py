"""Whose part a place is in, when only a heading says so."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.naming.parts import BESIDE, settled, with_parties
from soppa_mailbot.forms.naming.party import heading_party, is_own_use, label_party
from soppa_mailbot.model import Box, Place


def place(label: str, party: str) -> Place:
    return Place(f"{party}:{label}", "text", label, True, party=party)


def test_two_blocks_of_signatures_are_one_each() -> None:
    labels = ("Signature", "Name", "Date:")
    places, asked = settled([place(x, BESIDE) for x in labels] + [place(x.strip(":"), "operator") for x in labels])
    assert [p.party for p in places] == ["district"] * 3 + ["operator"] * 3
    assert asked == ()


def test_a_column_that_is_headed_district_is_asked_for() -> None:
    names = ("Reference 1 district", "School district", "2 district", "District contact")
    places, asked = settled([*(place(n, BESIDE) for n in names), place("Product", "operator")])
    assert [p.party for p in places] == ["operator"] * 5
    assert asked == ("District contact",)  # the others name a district themselves, as references do


def test_a_name_with_the_districts_word_before_it_is_its_own_under_its_heading() -> None:
    labels = ("LEA name", "LEA contact", "District name")
    places, asked = settled([*(place(x, BESIDE) for x in labels), place("Provider name", "operator")])
    assert [p.party for p in places] == ["district", "operator", "operator", "operator"]
    assert asked == ("LEA contact",)


def test_a_heading_that_reaches_over_the_next_block_releases_nobody() -> None:
    lea = [place(f"{x} (LEA)", "district") for x in ("Signature", "Date")]
    places, asked = settled([*lea, place("Signature", BESIDE), place("Breach contact", BESIDE)])
    assert [p.party for p in places] == ["district", "district", "operator", "operator"]
    assert asked == ("Signature", "Breach contact")


def test_which_headings_leave_no_doubt() -> None:
    for sure in (
        "For Office Use Only",
        "District use",
        "To be completed by the District",
        "Do not write below this line",
    ):
        assert is_own_use(sure), sure
    for named in ("LEA", "For the District", "DISTRICT", "Lakeside School District"):
        assert not is_own_use(named), named


def at(label: str, box: Box) -> Place:
    return Place(f"{label}{box[0]:.0f},{box[1]:.0f}", "text", label, True, page=1, box=box)


def test_name_title_and_date_of_the_one_who_signs_for_the_district_are_its_own() -> None:
    rows = [
        at("21. Signature for the Operator", (40, 385, 250, 400)),
        at("22. Typed name and title", (256, 385, 454, 400)),
        at("23. Date signed", (460, 385, 570, 400)),
        at("24. Signature for the District", (40, 419, 250, 434)),
        at("25. Typed name and title", (256, 419, 454, 434)),
        at("26. Date signed", (460, 419, 570, 434)),
    ]
    columns = [
        at("Signature for the District", (40, 500, 250, 515)),
        at("Operator signature", (300, 500, 540, 515)),
        at("Printed name", (40, 530, 250, 545)),
        at("Printed name", (300, 530, 540, 545)),
        at("Date of delivery", (40, 560, 250, 575)),
    ]
    received = [
        at("Date", (40, 40, 200, 55)),
        at("Received for the District By", (140, 600, 300, 615)),
        at("Date", (340, 600, 430, 615)),
    ]
    begun = [received[0], at("Approval by the District needed by", (140, 600, 300, 615)), received[2]]
    assert [p.party for p in with_parties(received, {})] == ["operator", "district", "district"]
    assert [p.party for p in with_parties(begun, {})] == ["operator"] * 3
    assert [p.party for p in with_parties(rows, {})] == ["operator"] * 3 + ["district"] * 3
    assert [p.party for p in with_parties(columns, {})] == ["district", "operator", "district", "operator", "operator"]
    assert [p.party for p in with_parties(rows[3:], {})] == ["district", "operator", "operator"]  # asked nowhere else


def test_headings_that_say_whose_use_a_part_is_for() -> None:
    for theirs in ("Box A - For District use", "Information Services use only", "Part IV - For District use only"):
        assert heading_party(theirs) == "district", theirs
    assert heading_party("FOR UNIT OFFICE USE") == "district"
    assert heading_party("Section 8. District. Leave empty.") == "district"
    assert (
        heading_party("Part C. Hosting. Leave empty.") == heading_party("Lines you need not fill. Leave empty.") == ""
    )
    for others in ("Educational Use Only", "Vendor use only", "Single Use Only", "For home or office use"):
        assert heading_party(others) != "district", others


@pytest.mark.parametrize(
    "said",
    [
        "Technology Services only. Vendors: please leave this box alone.",
        "Vendors, do not write in this space",
        "Vendor: leave blank",
        "Business Office only - vendors must not complete this section.",
    ],
)
def test_what_vendors_are_told_to_leave_alone_is_the_districts(said: str) -> None:
    assert heading_party(said) == "district"
    assert label_party(f"{said} Reviewed by") == "district"
    assert is_own_use(said) or "not" in said


@pytest.mark.parametrize(
    "said",
    [
        "Vendors: leave blank if none",
        "Vendor must not use this data for advertising",
        "The vendor does not share data.",
        "Vendors: please leave a telephone number",
        "For vendors only. Please complete this box.",
    ],
)
def test_what_vendors_are_to_fill_in_is_theirs(said: str) -> None:
    assert heading_party(said) != "district"
    assert label_party(said) == ""


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("Signed for the District (District 46 completes)", "district"),
        ("Executed on behalf of the Board of Education", "district"),
        ("Lake Ford (District 46 signs)", "district"),
        ("FOR THE COOPERATIVE", "district"),
        ("For the Regional Office of Education", "district"),
        ("For the Consortium:", "district"),
        ("Cooperative office only", "district"),
        ("Business office only", "district"),
        ("Signed for the Operator", "operator"),
        ("Accepted by the Vendor:", "operator"),
        ("Academy only", ""),  # where a product is used
        ("Technology only", ""),
        ("By cooperative purchasing", ""),
        ("Cooperative contract number", ""),
        ("Signed for the year", ""),
    ],
)
def test_headings_that_say_who_signs_under_them(head: str, party: str) -> None:
    assert heading_party(head) == party
