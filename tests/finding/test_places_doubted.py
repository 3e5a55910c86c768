"""Places that are named and held open, and places that are named for another reason than use."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

BIRCH = School("Birch Lane Elementary School", "school", ("Birch Lane",))
STONE = School("Stone Road Elementary School", "school", ("Stone Road",))
OTTER = School("Otter Middle School", "school", ("Otter",))
HR = School("Human Resources", "department", ("HR",))
TRADES = School("Vale Trades Academy", "school", ("VTA",))
LIST = (BIRCH, STONE, OTTER, TRADES, HR)
LABEL = "Schools that will use the software: "


def find(text: str) -> LocationsFinding:
    return places.find(text, LIST, source="body", district_names=("Alder Mill CUSD 9",))


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}Birch Lane, others TBD",
        f"{LABEL}Birch Lane and one more school",
        f"{LABEL}Birch Lane, Stone Road, etc.",
        f"{LABEL}Birch Lane and maybe Stone Road",
        f"{LABEL}Birch Lane (if the principal signs)",
        f"{LABEL}Birch Lane, pending the principal's approval",
        f"{LABEL}Birch Lane now, Otter later",
        f"{LABEL}to be chosen among Birch Lane, Stone Road and Otter",
        f"{LABEL}two of the following: Birch Lane, Stone Road, Otter",
        f"{LABEL}grades 6-8 district wide",
        f"{LABEL}all K-4 buildings",
        f"{LABEL}Birch Lane PTO",
        "Birch Lane + SR",
        "Please tell us which schools: Birch Lane / Stone Road / Otter",
        "The software is licensed for Birch Lane's parent-teacher organization.",
        "Schools like Birch Lane and Stone Road would benefit from it.",
        "Mrs. Ortiz (Birch Lane Elementary) is cc'd.",
        "Shipping goes to Birch Lane Elementary, 12 Main St.",
        "All K-4 buildings will use it.",
        f"{LABEL}\n[ ] Birch Lane\n[ ] Stone Road",
    ],
)
def test_no_users_to_rely_on(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


def test_a_price_is_no_use() -> None:
    assert find("All elementary schools receive a 10% discount.").status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "users"),
    [
        (f"{LABEL}Birch Lane and one more school (Otter)", (BIRCH, OTTER)),
        (f"{LABEL}three of your schools: Birch Lane, Stone Road and Otter", (BIRCH, STONE, OTTER)),
        (f"{LABEL}some of the teachers at Birch Lane", (BIRCH,)),
        (f"{LABEL}Birch Lane (pending Board approval)", (BIRCH,)),
        (f"{LABEL}Birch Lane now, Otter this fall", (BIRCH, OTTER)),
        (f"{LABEL}Birch Lane (PTO funded)", (BIRCH,)),
        (f"{LABEL}Otter and all elementary", (BIRCH, STONE, OTTER)),
        (f"{LABEL}Human Resources will roster; used at Otter", (OTTER,)),
        ("Birch Lane and PD", (BIRCH,)),
        ("Please tell us which schools need training. Birch Lane will use it.", (BIRCH,)),
        ("Birch Lane's PTA pays for it; it will be used at Birch Lane.", (BIRCH,)),
        ("Mrs. Ortiz (Birch Lane Elementary) will use it and is cc'd.", (BIRCH,)),
    ],
)
def test_users(text: str, users: tuple[School, ...]) -> None:
    found = find(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, {s.name for s in users})


def test_all_students() -> None:
    assert find(f"{LABEL}Entire K-12 student body").value == ("District-wide",)


@pytest.mark.parametrize(
    "text",
    [
        "School\tUses it?\nBirch Lane\tYes\nStone Road\tNo\nOtter\tNo\n",
        "School\tLicences\nBirch Lane\t420\nStone Road\t0\n",
        "School | Seats\nBirch Lane | 420\nStone Road | 0\n",
        "Schools:\nBirch Lane: yes\nStone Road: no\n",
        "Birch Lane\tYes\nStone Road\tNo\n",
    ],
)
def test_a_table_that_refuses_some(text: str) -> None:
    assert find(text).value == (BIRCH.name,)


@pytest.mark.parametrize(
    "text",
    [
        "School\tUsed last year?\tSeats\nBirch Lane\tYes\t20\nStone Road\tNo\t30\n",
        "School\tStudent seats\tStaff seats\nBirch Lane\t400\t0\nStone Road\t30\t2\n",
        "School\tSeats\nBirch Lane\t400\nStone Road\t30\n",
    ],
)
def test_a_table_that_refuses_none(text: str) -> None:
    assert find(text).value == (BIRCH.name, STONE.name)
