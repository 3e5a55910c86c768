"""Places of which it is not sure that the operator is asked for them: left empty, they make no copy unfinished."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.blanks.unsure import with_unsure
from soppa_mailbot.forms.completeness import concluded
from soppa_mailbot.forms.naming.sections import free_parts
from soppa_mailbot.model import Document, Form, Place, PlaceReading

PRODUCT = Place("p", "text", "Product", required=True, page=1)
THIRD = Place("t", "text", "3 name of third party", required=True, page=1)
SIGNED = Place("s", "signature", "By", required=True, role="signature", page=2)
THEIRS = Place("d", "signature", "By", required=True, role="signature", page=2)
NAME = Place("n", "text", "Name", required=True, page=2)
PLACES = (PRODUCT, THIRD, SIGNED, THEIRS, NAME)


def judged(places: tuple[Place, ...], *empty: str) -> Form:
    return concluded(
        Form(
            form="soppa",
            blank="b",
            blank_file="b.pdf",
            documents=("d",),
            filenames=("d.pdf",),
            pages=(("d", 1),),
            status="",
            open=(),
            doubtful=(),
            missing_pages=(),
            unsigned=False,
            signature=(),
            answers=(),
            subject_to_soppa=None,
            readings=tuple(PlaceReading(p, "empty" if p.id in empty else "filled", "x") for p in places),
            filled_share=0.0,
        )
    )


def unsure(*unused: str, beside: tuple[str, ...] = ()) -> dict[str, str]:
    return {p.id: p.unsure for p in with_unsure(PLACES, unused, beside) if p.unsure}


@pytest.mark.parametrize(
    ("unused", "meant"),
    [
        ("Name of third party, row C", []),  # it says more than the label
        ("Third party 3", ["t"]),
        ("Third party (if any)", ["t"]),
        ("Name (District)", ["n"]),
        ("By (District)", ["s", "d"]),
        ("By (Client)", ["s", "d"]),  # who is no head of the form
        ("By (Operator)", []),
        ("By (if any)", []),
        ("Name (Client)", []),  # there is but one
        ("Name", []),  # of a bare one nobody knows whose
        ("Signature", []),
        ("Date_2", []),  # a field of another version
        ("Fax", []),
    ],
)
def test_what_an_entry_that_fits_no_place_may_mean(unused: str, meant: list[str]) -> None:
    assert sorted(unsure(unused)) == sorted(meant)


def test_what_is_empty_and_may_have_to_be_goes_to_a_person() -> None:
    places = with_unsure(PLACES, ("Third party 3",), ())
    form = judged(places, "t")
    assert (form.status, form.open) == ("doubtful", ())
    assert form.doubtful == (
        "3 name of third party (page 1), which is empty and may have to be "
        "(optional names “Third party 3”, which fits no place)",
    )
    assert judged(places).status == "complete"
    both = judged(places, "t", "p")
    assert (both.status, both.open) == ("incomplete", ("Product (page 1)",)), "what is surely open is asked for"


@pytest.mark.parametrize("label", ["Operator Signature", "Signature of Vendor", "Provider's signature"])
def test_an_entry_for_the_districts_line_leaves_the_operators_alone(label: str) -> None:
    theirs = Place("s", "signature", label, required=True)
    bare = Place("b", "signature", "Signature of officer", required=True)
    assert [p.id for p in with_unsure((theirs, bare), ("Signature (District)",), ()) if p.unsure] == ["b"]


def test_lines_under_a_heading_that_names_the_district() -> None:
    places = with_unsure(PLACES, (), ("By", "Name"))
    assert judged(places, "d", "n").status == "doubtful"
    form = judged(places, "s", "d", "n")
    assert form.unsigned and form.status == "incomplete", "without any signature it is unsigned, whosever the lines are"


def test_boxes_and_what_may_stay_empty_are_left_alone() -> None:
    box = Place("b", "check", "Third party", required=True)
    free = Place("f", "text", "Third party", required=False)
    assert not [p for p in with_unsure((box, free), ("Third party 3",), ("Third party",)) if p.unsure]


@pytest.mark.parametrize(
    ("head", "free"),
    [
        ("OFFER TO OTHERS (if the Provider wishes)", {"a"}),
        ("Offer to others (optional)", {"a"}),
        ("Offer to others (if the vendor has none, write none)", set()),
        ("Offer to others", set()),
    ],
)
def test_a_lone_box_under_a_heading_that_leaves_it_free(head: str, free: set[str]) -> None:
    box = Place("a", "check", "We offer the same", True, group="g", group_label=head)
    pair = [replace(box, id=i, group="h") for i in ("yes", "no")]
    assert free_parts([box, *pair], Document("d", "d.docx")) == free
