"""Schools that renew at another time, kinds of schools by their very words, remarks, makers and orders in the mail."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.orders.order_in_mail import assess_mail
from soppa_mailbot.finding.products import product
from soppa_mailbot.model import School, Status

SENT = date(2026, 9, 29)
LIST = (
    School("Marsh High School", "school", ("Marsh High",)),
    School("Ida B. Wells Middle School", "school", ("Wells", "Wells Middle School")),
    School("Blackhawk Middle School", "school", ("Blackhawk",)),
    School("Tolona Grade School", "school", ("Tolona",)),
    School("Ash Hollow Grade School", "school", ("Ash Hollow",)),
    School("Kinsman Road Elementary School", "school", ("Kinsman Road",)),
    School("Student Services", "department", ("Special Education",)),
    School("Purchasing", "department", ("Purchasing Department",)),
)


def found(text: str) -> tuple[Status, tuple[str, ...]]:
    said = places.find(text, LIST, source="body")
    return said.status, said.value


@pytest.mark.parametrize(
    "text",
    [
        "It is for Wells Middle School only this time (Blackhawk renews in spring).",
        "Wells Middle School will use it. Blackhawk will renew next year.",
        "For use at Wells Middle School; Blackhawk may renew later.",
        "Wells Middle School will use it, Blackhawk already renewed in August.",
    ],
)
def test_a_school_that_renews_at_another_time(text: str) -> None:
    assert found(text) == (Status.RECEIVED, ("Ida B. Wells Middle School",))


def test_schools_that_renew_now() -> None:
    both = ("Ida B. Wells Middle School", "Blackhawk Middle School")
    text = "Wells Middle School and Blackhawk will use it; both renew for another year."
    assert found(text) == (Status.RECEIVED, both)


def test_a_kind_of_school_by_its_very_words_where_the_number_says_so() -> None:
    assert found("Both grade schools will use it.") == (
        Status.RECEIVED,
        ("Tolona Grade School", "Ash Hollow Grade School"),
    )
    assert len(found("All three grade schools will use it.")[1]) == 3
    assert found("All four grade schools will use it.")[0] is Status.UNCLEAR


def test_a_remark_in_brackets_behind_a_name() -> None:
    assert found("Who uses it: Student Services (the speech department), Tolona Grade School") == (
        Status.RECEIVED,
        ("Student Services", "Tolona Grade School"),
    )
    assert found("Who uses it: the speech department, Tolona Grade School")[0] is Status.UNCLEAR


def test_a_salutation_is_no_label_of_places() -> None:
    text = "Dear Purchasing Department:\n\nOn behalf of Kelp Learning, I send our papers. All schools will use it."
    assert found(text) == (Status.RECEIVED, ("District-wide",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "We understand the Board meets on November 17, 2026 and would need the approval by that date.",
            date(2026, 11, 17),
        ),
        ("I hear the Board meets on November 17, 2026 and need your sign-off by then.", date(2026, 11, 17)),
        ("I saw that the Board meets on November 17, 2026. I don't know whether this has to go there.", None),
    ],
)
def test_the_boards_day_that_approval_is_wanted_by(text: str, day: date | None) -> None:
    assert deadline.find(text, SENT, source="body").value == day


@pytest.mark.parametrize(
    ("said", "maker"),
    [
        ("Planet Atlas (publisher: Orbit Learning LLC, who have an agreement with you).", "Orbit Learning LLC"),
        ("Planet Atlas, published by Orbit Learning LLC.", "Orbit Learning LLC"),
        ("Planet Atlas is made by Orbit Learning and costs $4.", "Orbit Learning"),
        ("Planet Atlas. The publisher of our maps is Orbit Learning LLC.", ""),
        ("Planet Atlas for Orbit Learning LLC.", ""),
    ],
)
def test_who_makes_it_by_the_mails_own_words(said: str, maker: str) -> None:
    told = product.find([], [], subject="Quote for Planet Atlas", body=f"Attached is our quote for {said}")
    assert told.names == ("Planet Atlas",)
    assert told.maker == maker


@pytest.mark.parametrize(
    "text",
    [
        "We are a two-person press, so please read this mail as our order form: one-year classroom license of Quill "
        "Poetry, 6 classrooms at $75.00 each, total $450.00, to be invoiced after approval.\n\nThe forms are attached.",
        "My estimate is typed below the forms are scanned.\n\n"
        "Estimate 26-14, Quill Poetry, 75 students at $6.00 = $450.00 for the school year.",
    ],
)
def test_an_order_form_in_so_many_words(text: str) -> None:
    opinion = assess_mail(text, [], "body")
    assert opinion.kind == "order_form"
    assert opinion.products == ("Quill Poetry",)


def test_a_file_that_holds_the_order_is_no_order_in_the_mail() -> None:
    order = "The order form for 6 licenses of Quill Poetry at $75.00 is attached."
    text = f"Please take this mail as our cover letter. {order}"
    assert assess_mail(text, [], "body").kind == "other"
