"""Forms that are web pages printed to PDF, or pages with a tinted column beside the fields."""

from __future__ import annotations

import io
from collections.abc import Mapping

import form_papers as papers
import pytest
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.values import is_answer

TITLE = "Online Vendor Questionnaire"
HINTS = {
    "Legal name of the company": "",
    "Contact e-mail": "name@company.com",
    "Contact telephone": "(555) 555-5555",
    "Login method": "-- select --",
    "Web site": "https://",
    "Annual price": "$",
    "Approval needed by": "mm/dd/yyyy",
    "Hosting company": "Enter text",
    "Way of rostering": "Please Select v",  # the arrow of a list, in a font that has it as a letter
}
ANSWERS = {
    "Legal name of the company": "Almanac Civics, Inc.",
    "Contact e-mail": "d.yates@almanac.example",
    "Contact telephone": "804-555-0143",
    "Login method": "Clever",
    "Web site": "https://www.almanac.example",
    "Annual price": "$2,730.00",
    "Approval needed by": "12/10/2026",
    "Hosting company": "Amazon Web Services",
    "Way of rostering": "By hand v",
}


def web_page(shown: Mapping[str, str]) -> bytes:
    canvas = papers.canvas_of(TITLE, "Fill in this page of Pigeon Fork District 16, print it to PDF and mail it to us.")
    for n, (label, text) in enumerate(shown.items()):
        canvas.drawString(60, 690 - 44 * n, label)
        canvas.rect(60, 666 - 44 * n, 260, 18)
        canvas.drawString(64, 671 - 44 * n, text.removesuffix(" v"))
        canvas.drawString(308, 671 - 44 * n, "v" if text.endswith(" v") else "")
        if label == "Login method":
            canvas.line(310, 674 - 44 * n, 313, 671 - 44 * n)
    return canvas.getpdfdata()


def test_hints_in_boxes_are_where_to_write() -> None:
    blank = papers.blank(web_page(HINTS), "rfi", TITLE)
    assert [p.label for p in blank.places] == list(HINTS)
    assert papers.copy_of(blank, web_page(ANSWERS)).status == "complete"


@pytest.mark.parametrize("left", [label for label, hint in HINTS.items() if hint not in ("", "$")])
def test_a_hint_that_is_still_there_answers_nothing(left: str) -> None:
    blank = papers.blank(web_page(HINTS), "rfi", TITLE)
    assert papers.copy_of(blank, web_page({**ANSWERS, left: HINTS[left]})).open == (left,)


@pytest.mark.parametrize("text", ["-- select -- ▾", "Choose one v", "https://", "YYYY", "name@company.com"])
def test_hints(text: str) -> None:
    assert not is_answer(text)


@pytest.mark.parametrize(
    "text", ["https://a.example", "Select Learning LLC", "ana@company.com", "$0", "Clever v", "Select V"]
)
def test_no_hints(text: str) -> None:
    assert is_answer(text)


# --- small print under boxes ------------------------------------------------------------------------------------------


def under_each_other(names: tuple[str, ...], over: float = 10) -> list[str]:
    """What boxes below "Company address" are called, with these names in small print under them."""
    canvas = papers.canvas_of(TITLE, "Fill in this page of Pigeon Fork District 16, print it to PDF and mail it to us.")
    canvas.setFontSize(over)
    canvas.drawString(60, 690, "Company address")
    canvas.setFontSize(7)
    for n in range(3):
        canvas.rect(60, 664 - 34 * n, 260, 20)
        canvas.drawString(60, 656 - 34 * n, (*names, "")[n])
    canvas.setFontSize(10)
    canvas.drawString(60, 560, "Web site")
    canvas.rect(60, 534, 260, 20)
    return [p.label for p in papers.blank(canvas.getpdfdata(), "rfi", TITLE).places]


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("Street", "Line 2", "City"), ["Street", "Line 2", "City"]),
        (("Street", "City"), ["Company address", "Street", "City"]),  # none under the lowest box
    ],
)
def test_small_print_under_each_box_is_its_name(names: tuple[str, ...], called: list[str]) -> None:
    assert under_each_other(names) == [*called, "Web site"]


def test_print_of_one_size_over_and_under_boxes_is_over_them() -> None:
    assert under_each_other(("Street", "Line 2", "City"), over=7)[:3] == ["Company address", "Street", "Line 2"]


# --- a tinted column at the side --------------------------------------------------------------------------------------

SNAPSHOT = "Vendor Snapshot"


def beside_a_column(*, field_in_it: bool = False, tinted: bool = True) -> bytes:
    """Fields with their names under them, beside a column with the title and advice."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    if tinted:
        canvas.setFillColor(Color(0.05, 0.35, 0.4))
        canvas.rect(0, 0, 160, 792, stroke=0, fill=1)
        canvas.setFillColor(Color(1, 1, 1))
    for n, line in enumerate(
        (SNAPSHOT, "First request of Northgate", "District 31 looks at every", "app before it is used")
    ):
        canvas.drawString(18, 731 - 44 * n, line)
    if field_in_it:
        canvas.acroForm.textfield(name="Text Field 9", x=18, y=500, width=120, height=16, borderWidth=0)
        canvas.drawString(18, 520, "Your quote number:")
    canvas.setFillColor(Color(0, 0, 0))
    for n, caption in enumerate(("Legal company name", "Mailing address", "Contact person")):
        canvas.acroForm.textfield(name=f"Text Field {n}", x=180, y=728 - 44 * n, width=300, height=16, borderWidth=0)
        canvas.line(180, 727 - 44 * n, 480, 727 - 44 * n)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(180, 719 - 44 * n, caption)
        canvas.setFont("Helvetica", 12)
    canvas.save()
    return out.getvalue()


def test_the_words_of_a_tinted_column_name_nothing_beside_it() -> None:
    blank = papers.blank(beside_a_column(), "rfi", SNAPSHOT)
    assert [p.label for p in blank.places] == ["Legal company name", "Mailing address", "Contact person"]


def test_a_column_with_a_field_keeps_its_words() -> None:
    blank = papers.blank(beside_a_column(field_in_it=True), "rfi", SNAPSHOT)
    assert "Your quote number" in [p.label for p in blank.places]  # and not "Text Field 9"


# --- a question under its line ----------------------------------------------------------------------------------------


def asked_under_a_line(gap: float) -> list[str]:
    """Yes or No, a field, and a question so many points under it; the last field has its name under it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.drawString(60, 740, SNAPSHOT)
    canvas.drawString(60, 690, "Does it use artificial intelligence?")
    for n, option in enumerate(("Yes", "No")):
        canvas.acroForm.checkbox(name=f"ai{option}", x=380 + 60 * n, y=688, size=11)
        canvas.drawString(395 + 60 * n, 690, option)
    canvas.acroForm.textfield(name="Text Field 1", x=60, y=660, width=300, height=16, borderWidth=0)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(60, 654 - gap, "If so: what does it do with the data?")
    canvas.acroForm.textfield(name="Text Field 2", x=60, y=620, width=300, height=16, borderWidth=0)
    canvas.drawString(60, 612, "Hosting company")
    canvas.save()
    return [p.label for p in papers.blank(out.getvalue(), "rfi", SNAPSHOT).places if p.kind == "text"]


def test_a_question_close_under_its_line_is_the_lines_own() -> None:
    assert asked_under_a_line(2)[0] == "If so: what does it do with the data?"


def test_a_question_close_over_the_next_line_is_that_ones() -> None:
    assert asked_under_a_line(16)[0] != "If so: what does it do with the data?"
