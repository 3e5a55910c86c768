"""Pages as school offices make them: a frame around the page, emblems, dots that lead to boxes, scales to circle."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.tokens import IMAGE
from soppa_mailbot.forms.texts.typed_over import with_typed_over
from soppa_mailbot.model import Mark, Page, Word

TITLE = "Student Privacy Promise"
INTRO = "Willow Fork Grade School District 12 asks every company for this page before it buys a program."


def page() -> Canvas:
    return papers.canvas_of(TITLE, INTRO)


def data(canvas: Canvas) -> bytes:
    return bytes(canvas.getpdfdata())


def labels(canvas: Canvas, optional: tuple[str, ...] = ()) -> list[str]:
    blank = papers.blank(data(canvas), "rfi", TITLE, optional=optional)
    seen = dict.fromkeys(p.group_label or p.label for p in blank.places)
    assert len(seen) == len({p.group or p.id for p in blank.places})
    assert not [n for n in blank.notes if "no place" in n], blank.notes
    return list(seen)


def test_a_frame_around_the_page_and_an_emblem_are_no_cells() -> None:
    canvas = page()
    canvas.rect(30, 30, 552, 735)
    canvas.rect(450, 650, 90, 70)
    canvas.circle(495, 685, 28, stroke=0, fill=1)
    canvas.drawString(60, 600, "Name of the company")
    canvas.line(180, 598, 400, 598)
    canvas.drawCentredString(306, 540, "Sign here")
    for n, text in enumerate(("Signature of an officer", "Printed name")):
        y = 500 - 46 * n
        canvas.line(60, y, 330, y)
        canvas.drawString(60, y - 11, text)
    assert labels(canvas) == ["Name of the company", "Signature of an officer", "Printed name"]


def test_dots_that_lead_to_boxes_are_not_written_on() -> None:
    canvas = page()
    for n, question in enumerate(("Do students log in by name?", "Do you carry insurance?", "Is it accessible?")):
        y = 650 - 24 * n
        canvas.drawString(60, y, question)
        dots = 62 + canvas.stringWidth(question)  # as Word prints a leader: text of its own
        canvas.drawString(dots, y, "." * 40)
        x = dots + canvas.stringWidth("." * 40) + 3
        for m, option in enumerate(("Yes", "No")):
            canvas.rect(x + 50 * m, y - 1, 9, 9)
            canvas.drawString(x + 13 + 50 * m, y, option)
    assert labels(canvas) == ["Do students log in by name?", "Do you carry insurance?", "Is it accessible?"]


def scale(ring: int = 0) -> bytes:
    canvas = page()
    canvas.drawString(60, 640, "How sensitive are the data?  Circle one:")
    for n in range(1, 6):
        canvas.drawString(250 + 30 * n, 640, str(n))
    canvas.drawString(430, 640, "(5 = most)")
    if ring:
        canvas.circle(252.8 + 30 * ring, 643.5, 9)
    canvas.drawString(60, 600, "Name of the company")
    canvas.line(180, 598, 400, 598)
    if ring >= 0:
        canvas.drawString(185, 601, "Harbor Phonics")
    return data(canvas)


@pytest.mark.parametrize(("ring", "status"), [(2, "complete"), (5, "complete"), (0, "incomplete")])
def test_a_scale_to_circle(ring: int, status: str) -> None:
    blank = papers.blank(scale(-1), "rfi", TITLE)
    assert [p.option for p in blank.places if p.kind == "check"] == ["1", "2", "3", "4", "5"]
    form = papers.copy_of(blank, scale(ring))
    assert form.status == status
    assert [r.place.option for r in form.readings if r.place.kind == "check" and r.state == "filled"] == (
        [str(ring)] if ring else []
    )


def circled(struck: Sequence[str] = ()) -> bytes:
    canvas = page()
    canvas.drawString(60, 640, "Does it need student names? (circle one)")
    for n, word in enumerate(("Yes", "No", "Maybe")):
        x = 300 + 50 * n
        canvas.drawString(x, 640, word)
        if word in struck:
            canvas.line(x - 1, 643, x + canvas.stringWidth(word) + 1, 643)
    canvas.drawString(60, 600, "The operator deletes all that it holds within sixty days of the end of the term.")
    return data(canvas)


@pytest.mark.parametrize(
    ("struck", "chosen"), [(("No", "Maybe"), ["Yes"]), (("Yes", "Maybe"), ["No"]), (("Yes",), []), ((), [])]
)
def test_a_word_is_chosen_by_striking_all_others_out(struck: tuple[str, ...], chosen: list[str]) -> None:
    blank = papers.blank(circled(), "rfi", TITLE)
    form = papers.copy_of(blank, circled(struck))
    assert [r.place.option for r in form.readings if r.state == "filled"] == chosen
    assert (form.status == "complete") is bool(chosen)


def test_the_column_of_none_answers_its_rows() -> None:
    rows = {"Contact": ("E-mail", "Telephone"), "Work": ("Essays", "Pictures"), "Health": ("Allergies", "Care plan")}

    def table(ticked: Sequence[str] = ()) -> bytes:
        canvas = page()
        for left, right, text in ((50, 150, "Category"), (150, 400, "Elements"), (400, 500, "Not collected")):
            canvas.rect(left, 660, right - left, 20)
            canvas.drawString(left + 5, 666, text)
        for n, (kind, elements) in enumerate(rows.items()):
            y = 640 - 20 * n
            for left, right in ((50, 150), (150, 400), (400, 500)):
                canvas.rect(left, y, right - left, 20)
            canvas.drawString(55, y + 6, kind)
            for m, element in enumerate((*elements, f"none of {kind}")):
                x = 445 if m == 2 else 156 + 110 * m
                canvas.rect(x, y + 5, 9, 9)
                canvas.drawString(x + 13, y + 6, element if m < 2 else "")
                if element in ticked:
                    canvas.line(x, y + 5, x + 9, y + 14)
                    canvas.line(x, y + 14, x + 9, y + 5)
        return data(canvas)

    blank = papers.blank(table(), "rfi", TITLE)
    assert papers.groups(blank) == {k: [*v, "Not collected"] for k, v in rows.items()}
    assert papers.copy_of(blank, table(("E-mail", "none of Work", "Allergies"))).status == "complete"
    form = papers.copy_of(blank, table(("E-mail", "Allergies")))
    assert (form.status, [o.partition(" (")[0] for o in form.open]) == ("incomplete", ["Work"])


def test_what_the_board_approves_is_the_districts() -> None:
    canvas = page()
    for y, heading, lines in (
        (640, "Signed by the company", ("Signature", "Printed name")),
        (520, "OK'd by the Board", ("Board President", "Date of meeting")),
    ):
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, y, heading)
        canvas.setFont("Helvetica", 10)
        for n, text in enumerate(lines):
            canvas.line(60, y - 35 - 40 * n, 330, y - 35 - 40 * n)
            canvas.drawString(60, y - 46 - 40 * n, text)
    blank = papers.blank(data(canvas), "soppa", TITLE, optional=("OK'd by the Board",))
    assert [p.label for p in blank.places if p.required] == ["Signature", "Printed name"]
    assert not [n for n in blank.notes if n.startswith("optional")]


def field(paragraph: docx.text.paragraph.Paragraph) -> None:
    """A text field as Word made them until 2007, with five blanks for its answer."""
    for kind, text in (("begin", ""), ("", " FORMTEXT "), ("separate", ""), ("text", "\u2002" * 5), ("end", "")):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            if kind == "begin":
                char.append(OxmlElement("w:ffData"))
                char[0].append(OxmlElement("w:textInput"))
            run._r.append(char)
        elif kind == "text":
            run.text = text
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def test_a_leader_behind_a_form_field_is_its_line() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    for label in ("Name of firm:", "Mailing address:", "Telephone:"):
        paragraph = document.add_paragraph(f"{label} ")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        field(paragraph)
        paragraph.add_run("\t")
    document.add_paragraph("OFFICE USE:  Rec'd ________  Board meeting ________  Checked by ________")
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx", ("OFFICE USE",))
    assert [p.label for p in blank.places if p.required] == ["Name of firm", "Mailing address", "Telephone"]


def radios(chosen: tuple[str, ...] = (), *, checked: bool = False) -> bytes:
    """A flattened form: circles for radio buttons, larger where one is chosen, or squares; and a box to check alone."""
    canvas = page()
    canvas.drawString(60, 640, "How sensitive are the data?")
    canvas.drawString(60, 600, "Does it show advertisements?")
    for y, options in ((640, ("Low", "Medium", "High")), (600, ("Yes", "No"))):
        for n, option in enumerate(options):
            x = 260 + 90 * n
            canvas.drawString(x + 14, y, option)
            if not chosen:
                canvas.rect(x, y - 1, 10, 10)
            elif option in chosen:
                canvas.circle(x + 5, y + 4, 5)
                canvas.circle(x + 5, y + 4, 2.2, fill=1)
            elif y == 640:
                canvas.circle(x + 3, y + 2, 3)
            else:
                canvas.rect(x + 0.4, y - 0.6, 9.2, 9.2)
    canvas.rect(60, 559, 10, 10)
    canvas.drawString(75, 560, "I am authorized to answer for the company")
    if checked:
        tick = canvas.beginPath()
        tick.moveTo(62, 563)
        tick.curveTo(63, 562, 64, 560, 64, 560)
        tick.curveTo(65, 562, 66, 565, 68, 567)
        canvas.drawPath(tick)
    return data(canvas)


def test_chosen_radio_buttons_are_drawn_otherwise_than_the_others() -> None:
    blank = papers.blank(radios(), "rfi", TITLE)
    form = papers.copy_of(blank, radios(("Medium", "No"), checked=True))
    assert [r.place.option for r in form.readings if r.state == "filled"] == [
        "Medium",
        "No",
        "I am authorized to answer for the company",
    ]


def test_a_signature_in_the_text_that_shortened_its_own_line() -> None:
    """It belongs to what is left of its line, not to the line under it that it stands over as well."""
    words = (
        Word("(signature)", (97, 160, 159, 173)),
        Word("_" * 20, (259, 160, 400, 173)),
        Word("Name", (79, 183, 112, 196)),
        Word("Quintero" + "_" * 40, (140, 183, 400, 196)),
    )
    read = with_typed_over(Page(1, 612, 792, words, (Mark("image", (171, 142, 251, 170)),)))
    assert [w.box[1:4:2] for w in read.words if w.text == IMAGE] == [(160, 173)]
