"""Whose part a place is in, when only a heading says so."""

from __future__ import annotations

from soppa_mailbot.forms.parts import BESIDE, settled
from soppa_mailbot.forms.party import is_own_use
from soppa_mailbot.model import Place


def place(label: str, party: str) -> Place:
    return Place(f"{party}:{label}", "text", label, True, party=party)


def test_two_blocks_of_signatures_are_one_each() -> None:
    labels = ("Signature", "Name", "Date:")
    places, asked = settled([place(x, BESIDE) for x in labels] + [place(x.strip(":"), "operator") for x in labels])
    assert [p.party for p in places] == ["district"] * 3 + ["operator"] * 3
    assert asked == ()


def test_a_column_that_is_headed_district_is_asked_for() -> None:
    places, asked = settled([place("Reference 1 district", BESIDE), place("Product", "operator")])
    assert [p.party for p in places] == ["operator", "operator"]
    assert asked == ("Reference 1 district",)


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
