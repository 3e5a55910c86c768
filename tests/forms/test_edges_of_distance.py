"""What is told by how far things stand apart, where a little more or less would tell otherwise."""

from __future__ import annotations

import pytest

from forms import form_papers as papers
from soppa_mailbot.forms.pages.columns import gutters
from soppa_mailbot.model import Blank, Box

TITLE = "Vendor Sheet"
INTRO = (
    "Fill in this page of Cedar Ford Public School District 12 and send it to the purchasing office with your quote."
)


def learnt(data: bytes, form: str = "soppa") -> Blank:
    return papers.blank(data, form, TITLE)


# --- points of a list -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("radius", "boxes"), [(2.5, 0), (2.8, 0), (4.5, 3)])
def test_points_of_a_list_are_no_boxes(radius: float, boxes: int) -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 680, "What to send back:")
    for n, said in enumerate(("All four pages, signed", "The questionnaire in full", "Your quote or order form")):
        canvas.circle(66, 660 - 20 * n, radius)
        canvas.drawString(80, 657 - 20 * n, said)
    canvas.drawString(60, 560, "Company:")
    canvas.line(130, 557, 400, 557)
    places = learnt(canvas.getpdfdata(), "rfi").places
    assert sum(p.kind == "check" for p in places) == boxes
    assert [p.label for p in places if p.kind == "text"] == ["Company"]


# --- the day under a block of signatures ------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [34, 50, 62])
def test_the_day_of_signing_may_stand_well_below(step: int) -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "For the Operator")
    for n, label in enumerate(("Authorized signature", "Printed name", "Title", "Date signed")):
        canvas.drawString(60, 660 - step * n, label)
        canvas.rect(60, 638 - step * n, 220, 18)
    by_label = {p.label: p for p in learnt(canvas.getpdfdata()).places}
    assert by_label["Date signed"].role == "signature_date"
    assert by_label["Authorized signature"].role == "signature"


def test_a_day_at_the_other_end_of_the_page_is_not_that_of_signing() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    for y, label in ((690, "Date"), (660, "Company"), (120, "Authorized signature"), (90, "Printed name")):
        canvas.drawString(60, y, f"{label}:")
        canvas.line(180, y - 3, 400, y - 3)
    by_label = {p.label: p for p in learnt(canvas.getpdfdata()).places}
    assert by_label["Date"].role != "signature_date"


# --- two columns ------------------------------------------------------------------------------------------------------


def two_columns(gap: float, at: float) -> tuple[list[Box], list[Box]]:
    """Captions over three rows of two places each; `gap` points are between the two, the left one ends at `at`."""
    places = [
        box
        for y in (120.0, 170.0, 220.0)
        for box in ((60.0, y, at, y + 20.0), (at + gap, y, at + gap + 240.0, y + 20.0))
    ]
    captions = [(left, top - 13.0, left + 60.0, top - 3.0) for left, top, _, _ in places]
    return captions, places


@pytest.mark.parametrize("at", [300.0, 301.0, 302.0, 303.0])
def test_cells_that_touch_are_rows_of_a_table(at: float) -> None:
    assert gutters(612, 792, *two_columns(2.0, at)) == []
    (gutter,) = gutters(612, 792, *two_columns(24.0, at))
    assert at < gutter.x < at + 24
