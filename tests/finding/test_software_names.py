"""Which names of software hide a school's name, and which lines of an order tell a school."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.products.software_names import software_names, whole_names
from soppa_mailbot.model import Agreement, School

SCHOOLS = (
    School("Harbor Career Academy", "school", ("HCA",)),
    School("Lincoln Elementary School", "school", ("Lincoln",)),
    School("Business Services", "department", ("Payroll",)),
)
REGISTER = (
    Agreement("Harbor Press", "Harbor Reader", ("harbor.example",), None, None),
    Agreement("Planet Media", "Planet Math", ("planet.example",), None, None),
)


def names(*sold: str) -> tuple[str, ...]:
    return software_names(sold, REGISTER, SCHOOLS)


def test_names_of_the_register_that_hold_a_schools_first_word() -> None:
    assert names() == ("Harbor Reader", "Harbor Press")
    assert software_names((), REGISTER, ()) == ()


@pytest.mark.parametrize("sold", ["Lincoln Reader", "Pocket Polyglot Schools", "Payroll Pro", "Beacon Visit"])
def test_a_product_that_is_called_so(sold: str) -> None:
    assert names(sold)[-1] == sold


@pytest.mark.parametrize(
    "sold",
    [
        "Reading Rocket for Lincoln",
        "Reading Rocket at Lincoln, 40 seats",
        "Reading Rocket - Lincoln",
        "Reading Rocket (Lincoln)",
        "Lincoln Elementary School site",
        "Tallystick Payroll",
        "Planet Podcast Studio",
    ],
)
def test_a_line_that_tells_the_school_and_a_name_without_any(sold: str) -> None:
    assert sold not in names(sold)


def test_a_name_that_goes_on_behind_the_word_for_a_place() -> None:
    """The order has "Rafter CAD School lab license", the mail "Rafter CAD School"."""
    assert names("Rafter CAD School lab license")[-2:] == ("Rafter CAD School lab license", "Rafter CAD School")
    assert "Lincoln Elementary School" not in names("Lincoln Elementary School Reader")


def test_a_product_as_its_maker_calls_it() -> None:
    """The order has "Orrery Night Sky", the mail of Orrery Astronomy says "Night Sky", and "Night School" is listed."""
    schools = (School("Evening High School", "school", ("Night School",)),)
    sold = ("Orrery Night Sky",)
    assert software_names(sold, (), schools, "Orrery Astronomy Ltd.") == ("Orrery Night Sky", "Night Sky")
    assert software_names(sold, (), schools, "Other Ltd.") == ("Orrery Night Sky",)
    assert software_names(("Orrery Night",), (), schools, "Orrery Ltd.") == ("Orrery Night",), (
        "one word may be a school"
    )


def test_whole_names_whatever_they_hold() -> None:
    """What ends as a department's name does is a product's; a line that tells a school is none."""
    sold = ("Tallystick Payroll", "Reading Rocket - Lincoln", "Planet Podcast Studio")
    assert whole_names(sold, REGISTER, SCHOOLS) == (
        "Harbor Reader",
        "Planet Math",
        "Tallystick Payroll",
        "Planet Podcast Studio",
    )
