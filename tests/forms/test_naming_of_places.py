"""What a place is called, so that the vendor finds it: page and heading where the label alone does not tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms import form_papers as papers
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.naming import names_of, parted
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Place, PlaceReading


def named(*places: Place) -> list[str]:
    return list(names_of([PlaceReading(p, "empty") for p in places]).values())


def place(number: int, label: str, page: int, section: str = "", **more: object) -> Place:
    return replace(Place(f"p{number}", "text", label, True, page=page, section=section), **more)  # type: ignore[arg-type]


def test_a_form_of_one_page_needs_no_pages() -> None:
    assert named(place(1, "Vendor", 1, "Part 1"), place(2, "Product", 1, "Part 2")) == ["Vendor", "Product"]


def test_word_forms_have_no_pages() -> None:
    assert named(place(1, "Vendor", 0), place(2, "Product", 0)) == ["Vendor", "Product"]


def test_a_control_whose_title_is_one_word_is_called_as_its_cell() -> None:
    cells = (place(1, "Kind", 0, printed="Kind of purchase"), place(2, "Telephone number", 0, printed="Main telephone"))
    assert named(*cells) == ["Kind of purchase", "Telephone number"]
    assert named(place(1, "Kind", 0, printed="B"), place(2, "Term", 0, printed="of " * 60)) == ["Kind", "Term"]
    assert named(place(1, "Kind", 1, printed="Kind of purchase")) == [
        "Kind"
    ]  # a page's field: who knows what is beside it


def test_a_form_of_several_pages() -> None:
    assert named(place(1, "Vendor", 1, "Part 1"), place(2, "Signer", 2)) == ["Vendor (page 1)", "Signer (page 2)"]


def test_places_of_the_same_label() -> None:
    assert named(
        place(1, "Title", 4, "Exhibit C. Contact"), place(2, "Title", 5, "FOR THE OPERATOR"), place(3, "Phone", 5)
    ) == ["Title (page 4, under “Exhibit C. Contact”)", "Title (page 5, under “FOR THE OPERATOR”)", "Phone (page 5)"]
    assert named(place(1, "Title", 1, "Contact"), place(2, "title:", 1, "Signature")) == [
        "Title (under “Contact”)",
        "title: (under “Signature”)",
    ]


def test_a_label_that_is_a_word_of_another() -> None:
    assert named(place(1, "Name", 4, "Contact"), place(2, "Printed name", 5, "Signatures")) == [
        "Name (page 4, under “Contact”)",
        "Printed name (page 5)",
    ]


def test_nothing_but_their_order_tells_them_apart() -> None:
    assert named(place(1, "Date", 2, "Signatures"), place(2, "Date", 2, "Signatures"), place(3, "Vendor", 1)) == [
        "Date (page 2, under “Signatures”, the first of two)",
        "Date (page 2, under “Signatures”, the second of two)",
        "Vendor (page 1)",
    ]
    district = place(2, "Date", 2, party="district")
    assert named(place(1, "Date", 2), district, place(3, "Vendor", 1))[0] == "Date (page 2)"


def test_a_question_with_boxes_is_one_place() -> None:
    yes, no = (
        replace(place(n, "Do you?", 1), kind="check", group="g", group_label="Do you sell data?", option=option)
        for n, option in ((1, "Yes"), (2, "No"))
    )
    assert named(yes, no, place(3, "Date", 2)) == ["Do you sell data? (page 1)"] * 2 + ["Date (page 2)"]


@pytest.mark.parametrize(
    ("name", "label", "where"),
    [
        ("Title (page 4, under “Exhibit C. Contact (breach)”)", "Title", "page 4, under “Exhibit C. Contact (breach)”"),
        ("Name (repeat) (page 3)", "Name (repeat)", "page 3"),
        ("Date (the first of two)", "Date", "the first of two"),
        ("Date (page 2, the first of two)", "Date", "page 2, the first of two"),
        ("Fax (optional)", "Fax (optional)", ""),
        ("Fax", "Fax", ""),
        ("Days after the end (see page 3)", "Days after the end (see page 3)", ""),
    ],
)
def test_names_are_taken_apart(name: str, label: str, where: str) -> None:
    assert parted(name) == (label, where)


# --- headings ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", papers.AGREEMENT)


def test_headings_over_places(agreement: Blank) -> None:
    """Two blocks of signatures side by side: each place is under the heading of its own."""
    signing = [p for p in agreement.places if p.page == 2]
    assert {p.section for p in signing if p.party == "operator"} == {"FOR THE PROVIDER"}
    assert {p.section for p in signing if p.party == "district"} == {"FOR THE DISTRICT"}


def test_a_label_is_no_heading(agreement: Blank) -> None:
    labels = {p.label for p in agreement.places} | {p.group_label for p in agreement.places}
    assert not labels & {p.section for p in agreement.places if p.section}


def test_a_form_says_where_it_is_open(agreement: Blank) -> None:
    answers = dict.fromkeys((*papers.BLANKS_OF_AGREEMENT, "By"), "Acme Learning") | {"Elements": papers.ELEMENTS[0]}
    document, raster = papers.opened(papers.agreement(answers), "agreement.pdf")
    (form,) = assemble(recognise(document, (agreement,), raster), (agreement,))
    assert form.status == "incomplete"
    assert "Date (page 2, under “FOR THE PROVIDER”)" in form.open
