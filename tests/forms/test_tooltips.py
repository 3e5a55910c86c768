"""Tooltips of check boxes that hold the question and the answer: "Is the product subject to SOPPA? No"."""

from __future__ import annotations

import io

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Place

TITLE = "Request for information on software"
LAW = "Is the product subject to SOPPA (105 ILCS 85/)?"
OTHER = "Is it sold by the year?"


def page() -> tuple[Canvas, io.BytesIO]:
    """A page that has its title, and what its bytes are written to when it is saved."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    return canvas, out


def form(checked: tuple[str, ...] = (), between: str = " ") -> bytes:
    canvas, out = page()
    for n, question in enumerate((LAW, OTHER)):
        canvas.drawString(60, 700 - 30 * n, question)
        for x, option in ((400, "Yes"), (460, "No")):
            name = f"{'Law' if question == LAW else 'Year'}{option}"
            tooltip = f"{question}{between}{option}"
            canvas.acroForm.checkbox(name=name, tooltip=tooltip, x=x, y=698 - 30 * n, size=11, checked=name in checked)
            canvas.drawString(x + 15, 700 - 30 * n, option)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("between", [" ", ": ", " - "])
@pytest.mark.parametrize(("ticked", "said"), [("LawYes", True), ("LawNo", False)])
def test_the_answer_is_told_from_the_question(ticked: str, said: bool, between: str) -> None:
    blank = papers.blank(form(between=between), "rfi", TITLE)
    assert [p.option for p in blank.places] == ["Yes", "No", "Yes", "No"]
    (read,) = assemble(recognise(papers.read(form((ticked, "YearYes"), between)), [blank]), [blank])
    assert (read.status, read.subject_to_soppa) == ("complete", said)


def yes_or_no(canvas: Canvas, name: str, tooltip: str, y: float) -> None:
    for x, option in ((400, "Yes"), (460, "No")):
        canvas.acroForm.checkbox(name=f"{name}_{option}", tooltip=f"{tooltip} {option}", x=x, y=y - 2, size=11)
        canvas.drawString(x + 15, y, option)


def test_a_tooltip_that_only_numbers_its_question_leaves_it_to_the_page() -> None:
    canvas, out = page()
    for n, question in enumerate((f"1. {OTHER}", f"2. {LAW}"), 1):
        canvas.drawString(60, 730 - 30 * n, question)
        yes_or_no(canvas, f"q{n}", f"Question {n}:", 730 - 30 * n)
    canvas.save()
    blank = papers.blank(out.getvalue(), "rfi", TITLE)
    assert {p.group_label.rstrip("?") for p in blank.places} == {f"1. {OTHER[:-1]}", f"2. {LAW[:-1]}"}
    assert {p.id for p in blank.places if p.role == "subject_to_soppa"} == {"q2_Yes", "q2_No"}


def test_an_answer_that_repeats_its_question() -> None:
    place = Place("x", "check", "", required=True, group_label=LAW)
    assert [subject_meaning(place, f"{LAW} {a}") for a in ("Yes", "No")] == [True, False]


def test_a_tooltip_that_is_the_fields_name_is_no_label() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, "Agreement on student data")
    for n, name in enumerate(("VendorName", "VendorSig", "Row1Service")):
        canvas.acroForm.textfield(name=name, tooltip=name, x=300, y=640 - 90 * n, width=200, height=18)
    canvas.save()
    places = papers.blank(out.getvalue(), "soppa", "Agreement on student data").places
    assert [p.label for p in places] == ["Vendor Name", "Vendor Sig", "Row 1 Service"]
    assert [p.role for p in places if p.signs] == ["signature"]


def test_rows_of_an_exhibit_whose_tooltips_begin_alike_are_each_asked() -> None:
    """ "Exhibit A: Date of birth (Yes/No) Yes": the exhibit is no question, its rows are."""
    canvas, out = page()
    canvas.drawString(60, 720, "Exhibit A. Mark for each element whether it is collected.")
    rows = ("First and last name", "Date of birth", "Names of parents", "Attendance")
    for n, row in enumerate(rows):
        canvas.drawString(60, 690 - 20 * n, row)
        yes_or_no(canvas, f"el{n}", f"Exhibit A: {row} (Yes/No)", 690 - 20 * n)
    canvas.save()
    blank = papers.blank(out.getvalue(), "soppa", TITLE)
    assert [p.option for p in blank.places] == ["Yes", "No"] * len(rows)
    assert len({p.group for p in blank.places}) == len(rows)


def test_tooltips_that_count_options_or_say_required_leave_the_words_to_the_page() -> None:
    canvas, out = page()
    canvas.drawString(60, 700, "Status under SOPPA (check one)")
    options = ("The product is subject to SOPPA", "The product is not subject to SOPPA")
    for n, option in enumerate(options, 1):
        canvas.acroForm.checkbox(name=f"status{n}", tooltip=f"SOPPA: option {n}", x=60, y=698 - 20 * n, size=11)
        canvas.drawString(76, 700 - 20 * n, option)
    canvas.drawString(60, 620, "Company")
    canvas.acroForm.textfield(
        name="f1", tooltip="Legal name of the vendor - required", x=150, y=615, width=200, height=16
    )
    canvas.save()
    blank = papers.blank(out.getvalue(), "rfi", TITLE)
    assert [p.option for p in blank.places if p.kind == "check"] == list(options)
    assert {p.role for p in blank.places if p.kind == "check"} == {"subject_to_soppa"}
    assert [p.label for p in blank.places if p.kind == "text"] == ["Legal name of the vendor"]


def test_a_tooltip_that_is_the_fields_name_says_nothing() -> None:
    """What the page says beside the box is its option: "soppa_no" is the author's note to himself."""
    canvas, out = page()
    canvas.drawString(60, 700, "Illinois SOPPA (check one)")
    for n, (name, option) in enumerate((("soppa_yes", "SOPPA applies to it"), ("soppa_no", "SOPPA does not apply"))):
        canvas.acroForm.checkbox(name=name, tooltip=name, x=220, y=698 - 16 * n, size=10)
        canvas.drawString(236, 700 - 16 * n, option)
    canvas.save()
    blank = papers.blank(out.getvalue(), "rfi", TITLE, "rfi.pdf")
    assert [(p.option, p.role) for p in blank.places] == [
        ("SOPPA applies to it", "subject_to_soppa"),
        ("SOPPA does not apply", "subject_to_soppa"),
    ]


def test_a_tooltip_that_only_counts_the_options_of_a_question_leaves_them_to_the_page() -> None:
    canvas, out = page()
    canvas.drawString(60, 700, "D1. Does it receive student data?")
    canvas.drawString(60, 640, "D2. Status under SOPPA (mark one)")
    for x, option in ((300, "Yes"), (400, "No")):
        canvas.acroForm.checkbox(name=f"D1 {option}", tooltip=f"D1 {option}", x=x, y=698, size=11)
        canvas.drawString(x + 15, 700, option)
    for n, option in enumerate(("SOPPA applies; our agreement is sent along", "SOPPA does not apply"), 1):
        canvas.acroForm.checkbox(name=f"D2 {n}", tooltip=f"D2 option {n}", x=60, y=638 - 20 * n, size=11)
        canvas.drawString(75, 640 - 20 * n, option)
    canvas.save()
    places = papers.blank(out.getvalue(), "rfi", TITLE).places
    assert [p.option for p in places] == [
        "Yes",
        "No",
        "SOPPA applies; our agreement is sent along",
        "SOPPA does not apply",
    ]
    assert {p.group_label for p in places[:2]} == {"D1. Does it receive student data?"}
    assert [p.role for p in places[2:]] == ["subject_to_soppa"] * 2


def signed_by_tooltip(second: str = "When") -> bytes:
    canvas, out = page()
    for n, (name, tooltip, printed) in enumerate(
        (("f1", "Company", "Operator"), ("f2", "Sign", "Signature"), ("f3", "Who", "Name"), ("f4", second, "Date"))
    ):
        canvas.drawString(60, 700 - 30 * n, printed)
        canvas.acroForm.textfield(name=name, tooltip=tooltip, x=160, y=695 - 30 * n, width=200, height=18)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("tooltip", ["When", "Day of signing"])
def test_a_signature_that_only_the_print_calls_so(tooltip: str) -> None:
    blank = papers.blank(signed_by_tooltip(tooltip), "soppa", TITLE)
    assert {p.id: p.role for p in blank.places} == {
        "f1": "operator",
        "f2": "signature",
        "f3": "",
        "f4": "signature_date",
    }
    assert not any("signature" in note for note in blank.notes)


def buttons(tooltip: str) -> bytes:
    """Two questions of radio buttons whose common tooltip is what one of the buttons says."""
    canvas, out = page()
    canvas.drawString(60, 700, LAW)
    canvas.drawString(60, 620, "Term asked for")
    for group, y, options in (
        ("law", 680, ("Yes, the agreement is enclosed", "No, it has no student data")),
        ("term", 600, ("One year", "Two years")),
    ):
        for n, option in enumerate(options):
            said = tooltip or option if group == "law" else options[0]
            canvas.acroForm.radio(
                name=group, value=f"o{n}", tooltip=said, x=60, y=y - 2 - 20 * n, size=11, selected=False
            )
            canvas.drawString(76, y - 20 * n, option)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("tooltip", ["Yes, the agreement is enclosed", "No, it has no student data", LAW])
def test_a_tooltip_that_is_one_of_the_answers_is_no_question(tooltip: str) -> None:
    blank = papers.blank(buttons(tooltip), "rfi", TITLE)
    assert list(papers.groups(blank)) == [LAW, "Term asked for"]
    assert {p.role for p in blank.places if p.group == "law"} == {"subject_to_soppa"}
