"""What a fillable form asks without a field beside its fields, rows of options before their question, names that wrap,
columns that are known by their fields' names."""

from __future__ import annotations

import io
from collections.abc import Mapping

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Cloud Application Privacy Review"
LINES = ("Company", "Application", "Version", "Telephone", "Hosting company", "Backup interval")
PAPERS = ("Certificate of insurance", "Most recent audit report", "Privacy policy")
SIGNER = ("Printed name", "Title", "Date")


def review(*, fields: int = 5, lines: Mapping[str, str] | None = None, marks: Mapping[str, str] | None = None) -> bytes:
    """Lines to write on of which the first `fields` have a form field, boxes to mark by hand, a page to sign on."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 13)
    canvas.drawString(60, 750, f"{TITLE} - Cedar Ford Public School District 12")
    canvas.setFont("Helvetica", 9)
    for row, label in enumerate(LINES):
        y, value = 700 - 30 * row, (lines or {}).get(label, "")
        canvas.drawString(60, y, label)
        canvas.line(160, y - 2, 420, y - 2)
        if row < fields:
            canvas.acroForm.textfield(
                name=f"Text{row}", x=160, y=y - 1, width=260, height=14, borderWidth=0, value=value, fillColor=None
            )
        elif value:
            canvas.drawString(164, y, value)
    canvas.drawString(60, 500, "Mark one for each:")
    for row, paper in enumerate(PAPERS):
        y = 480 - 18 * row
        for x, option in ((60, "enclosed"), (130, "not available")):
            canvas.rect(x, y - 1, 9, 9)
            canvas.drawString(x + 14, y, option)
            if (marks or {}).get(paper) == option:
                canvas.drawString(x + 2, y, "X")
        canvas.drawString(196, y, f"–   {paper}")
    canvas.showPage()
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 740, f"{TITLE}: submitted by")
    for row, label in enumerate(("Signature", *SIGNER)):
        y, value = 700 - 30 * row, (lines or {}).get(label, "")
        canvas.drawString(60, y, label)
        canvas.line(140, y - 2, 400, y - 2)
        canvas.drawString(144, y, value)
    canvas.save()
    return out.getvalue()


FULL = {**dict.fromkeys(LINES, "Harbor Press"), "Signature": "/s/ Lena Ortiz", "Printed name": "Lena Ortiz"}
FULL |= {"Title": "Director", "Date": "3/1/2027"}
MARKS = {PAPERS[0]: "enclosed", PAPERS[1]: "not available", PAPERS[2]: "enclosed"}


def read(blank: Blank, *, without: str = "") -> Form:
    lines = {label: value for label, value in FULL.items() if label != without}
    marks = {label: value for label, value in MARKS.items() if label != without}
    filled = papers.read(review(lines=lines, marks=marks))
    (form,) = assemble(recognise(filled, (blank,)), (blank,))
    return form


def test_lines_that_an_editor_missed_are_places_of_which_it_is_not_sure() -> None:
    blank = papers.blank(review(), "rfi", TITLE)
    unsure = [p.label for p in blank.places if p.unsure]
    assert unsure == ["Backup interval", *SIGNER]
    assert read(blank).status == "complete"


@pytest.mark.parametrize("left", ["Backup interval", *SIGNER])
def test_left_empty_they_are_for_a_person(left: str) -> None:
    form = read(papers.blank(review(), "rfi", TITLE), without=left)
    assert (form.status, form.open) == ("doubtful", ())


def test_lines_of_a_page_with_few_fields_are_somebody_elses() -> None:
    blank = papers.blank(review(fields=2), "rfi", TITLE)
    assert "Backup interval" not in [p.label for p in blank.places]


def test_rows_of_options_before_their_question() -> None:
    blank = papers.blank(review(), "rfi", TITLE)
    asked = {p.group_label: [q.option for q in blank.places if q.group == p.group] for p in blank.places if p.group}
    assert asked == {paper: ["enclosed", "not available"] for paper in PAPERS}
    form = read(blank, without="Privacy policy")
    assert (form.status, form.open) == ("incomplete", ("Privacy policy (page 1)",))


# --- names ----


def fillable(names: Mapping[str, tuple[str, float, float]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 750, TITLE)
    for name, (label, x, y) in names.items():
        canvas.drawString(60, y, label)
        canvas.acroForm.textfield(name=name, x=x, y=y - 3, width=150, height=14, borderWidth=1)
    canvas.save()
    return out.getvalue()


def test_an_entry_for_a_column_that_only_the_fields_names_tell() -> None:
    fields = {f"CommentsRow{n}": (f"{n}. Backups are kept at site {n}", 300.0, 700.0 - 30 * n) for n in (1, 2, 3)}
    fields["Company"] = ("Company", 300.0, 500.0)
    blank = papers.blank(fillable(fields), "rfi", TITLE, optional=("Comments",))
    assert [p.id for p in blank.places if p.required] == ["Company"]
    assert not [n for n in blank.notes if n.startswith("optional")]


def test_an_entry_whose_name_wraps_before_its_line() -> None:
    def page(optional: tuple[str, ...]) -> Blank:
        canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12. Answer every question below.")
        for row, text in enumerate(("Company", "Telephone", "Purchase order number, if", "assigned")):
            y = 690 - (30 * row if row < 3 else 72)
            canvas.drawString(60, y, text)
            if row != 2:
                canvas.line(130, y - 2, 330, y - 2)
        return papers.blank(canvas.getpdfdata(), "rfi", TITLE, optional=optional)

    assert {p.label: p.required for p in page(("Purchase order number, if assigned",)).places}["assigned"] is False
    other = page(("Contract number, if assigned",))
    assert {p.label: p.required for p in other.places}["assigned"] is True, "the form has no such words"


def test_a_high_cell_before_its_field_is_no_place_of_its_own() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 13)
    canvas.drawString(60, 750, f"{TITLE} - Cedar Ford Public School District 12")
    canvas.setFont("Helvetica", 9)
    labels = ("Company", "Data collected", "Subcontractors", "Hosting company")
    for row, label in enumerate(labels):
        y, high = 640 - 50 * row, 44
        canvas.setFillGray(0.9)
        canvas.rect(60, y, 180, high, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(66, y + high - 14, label)
        canvas.rect(244, y + 2, 300, high - 4)
        canvas.acroForm.textfield(name=f"Text{row}", x=244, y=y + 2, width=300, height=high - 4, fillColor=None)
    canvas.save()
    blank = papers.blank(out.getvalue(), "rfi", TITLE)
    assert [p.label for p in blank.places] == [*labels]
