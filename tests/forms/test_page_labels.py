"""Labels on a page: headings that name no place, captions under lines and cells, lists in columns, small cells."""

from __future__ import annotations

import io
from collections.abc import Callable

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

LINE = "_" * 36


TITLE = "Alder Point Software Vendor Questionnaire"


def page(draw: Callable[[Canvas], None]) -> Blank:
    return papers.blank(sheet(draw), "rfi", TITLE)


def sheet(draw: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(
        60, 720, "Every vendor of software for pupils fills in this sheet and sends it back to the office."
    )
    draw(canvas)
    canvas.save()
    return out.getvalue()


def cell(canvas: Canvas, left: float, top: float, wide: float, high: float, text: str = "") -> None:
    canvas.rect(left, top - high, wide, high)
    canvas.drawString(left + 4, top - 14, text)


def labels(blank: Blank) -> list[str]:
    return [p.label for p in blank.places]


def test_a_heading_is_no_label_of_a_line_that_has_a_caption() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Signatures")
        canvas.drawString(60, 645, LINE)
        canvas.drawString(60, 632, "Signature of person authorized to sign for the vendor")

    (place,) = page(draw).places
    assert (place.label, place.role) == ("Signature of person authorized to sign for the vendor", "signature")


def test_small_cells_are_one_place_and_a_heading_in_a_cell_speaks_of_its_cell() -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 700, 300, 34)
        cell(canvas, 360, 700, 180, 34, "For office use only")
        canvas.drawString(364, 672, "Control no.: ______________")
        cell(canvas, 60, 640, 140, 22, "Federal number (8 digits)")
        for n in range(8):
            cell(canvas, 200 + 24 * n, 640, 24, 22)
        cell(canvas, 392, 640, 148, 22)
        canvas.drawString(60, 590, "Vendor: " + LINE)

    assert [(p.label, p.required) for p in page(draw).places] == [
        ("Control no", False),
        ("Federal number (8 digits)", True),
        ("Vendor", True),
    ]


def test_captions_in_the_cells_under_empty_ones() -> None:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(("Vendor signature", "Typed name", "Date")):
            cell(canvas, 60 + 160 * n, 640, 160, 26)
            cell(canvas, 60 + 160 * n, 614, 160, 20, text)

    assert labels(page(draw)) == ["Vendor signature", "Typed name", "Date"]


def test_a_wide_cell_over_a_label_and_its_empty_cell_is_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        for n, party in enumerate(("Vendor", "Partner")):
            cell(canvas, 60 + 240 * n, 640, 240, 30, party)
            for row, what in enumerate(("signature", "name")):
                cell(canvas, 60 + 240 * n, 610 - 30 * row, 90, 30, f"{party} {what}")
                cell(canvas, 150 + 240 * n, 610 - 30 * row, 150, 30)

    assert sorted(labels(page(draw))) == ["Partner name", "Partner signature", "Vendor name", "Vendor signature"]


def test_the_next_item_is_no_caption() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "4. Third parties that receive it: " + LINE)
        canvas.drawString(60, 620, LINE)
        canvas.drawString(60, 607, "5. Breach notices come from " + LINE)

    assert not any(p.label.startswith("5.") and p.box and p.box[1] < 170 for p in page(draw).places)


def test_a_list_of_boxes_in_three_columns_is_one_question() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Check each that the service receives.")
        for n, option in enumerate(("Name", "Grade", "Number", "Results", "Attendance", "Parents")):
            x, y = 60 + 160 * (n % 3), 640 - 18 * (n // 3)
            canvas.rect(x, y, 9, 9)
            canvas.drawString(x + 13, y + 1, option)
        for row, (left, right) in enumerate((("(Signature)", "(Date signed)"), ("(Name)", "(Office held)"))):
            y = 580 - 40 * row
            canvas.drawString(60, y, LINE)
            canvas.drawString(60, y - 12, left)
            canvas.drawString(340, y, "_" * 20)
            canvas.drawString(340, y - 12, right)

    groups = {p.group for p in page(draw).places if p.kind == "check"}
    assert len(groups) == 1


def test_a_label_over_a_line_of_the_other_column_is_not_this_ones() -> None:
    def draw(canvas: Canvas) -> None:
        for n, (left, right) in enumerate(
            (("Company name", "Grades"), ("Contact", "School"), ("Telephone", "Needed by"))
        ):
            y = 640 - 40 * n
            canvas.drawString(60, y, left)
            canvas.drawString(60, y - 15, "_" * 30)
            canvas.drawString(320, y + 15, right)
            canvas.drawString(320, y, "_" * 30)

    assert sorted(labels(page(draw))) == ["Company name", "Contact", "Grades", "Needed by", "School", "Telephone"]


def test_a_label_in_two_lines_and_short_lines_of_a_list() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Date on which the final approval of the purchase must have")
        canvas.drawString(60, 648, "been given by the board")
        canvas.drawString(60, 632, LINE)
        canvas.drawString(60, 600, "The software runs on (mark all that apply):")
        canvas.drawString(60, 584, "____ Tablets   ____ Laptops   ____ Telephones")

    blank = page(draw)
    assert labels(blank) == [
        "Date on which the final approval of the purchase must have been given by the board",
        "Tablets",
        "Laptops",
        "Telephones",
    ]
    assert blank.places[0].role == "deadline"


def test_a_line_under_a_sentences_blank_is_a_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Subscribed and sworn to before me this __________ day of ____________________ .")
        canvas.drawString(60, 632, "_" * 38)
        canvas.drawString(60, 620, "(Notary Public)")

    assert labels(page(draw))[-1] == "Notary Public"


def test_a_letters_end_is_where_it_is_signed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Sincerely, " + LINE)
        canvas.drawString(60, 640, "Name: " + LINE)

    assert [p.role for p in page(draw).places] == ["signature", ""]


def test_a_note_on_the_line_over_a_signatures_is_no_signature() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Telephone of that person " + LINE)
        canvas.drawString(60, 631, LINE)
        canvas.drawString(60, 620, "(signature of affiant)")

    data = sheet(draw)
    blank = papers.blank(data, "rfi", TITLE)
    paper = papers.annotated(data, [(0, (80, 650, 300, 669), "Ravi Menon, (312) 555-0177, at any hour of the day")])
    (form,) = assemble(recognise(papers.read(paper), (blank,)), (blank,))
    assert [(r.place.role, r.state) for r in form.readings] == [("", "filled"), ("signature", "empty")]


def test_cells_beside_a_question_with_boxes_are_written_in_under_their_captions() -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 680, 200, 34, "6. Place of storage")
        cell(canvas, 260, 680, 160, 34, "7. Encryption (mark all that apply)")
        canvas.rect(268, 650, 8, 8)
        canvas.drawString(280, 650, "At rest")
        canvas.rect(330, 650, 8, 8)
        canvas.drawString(342, 650, "In transit")
        cell(canvas, 420, 680, 120, 34, "8. Deletion (days)")
        cell(canvas, 60, 640, 200, 34, "Type of company")
        cell(canvas, 260, 640, 280, 34, "Check one:")
        for n, text in enumerate(("LLC", "Corporation")):
            canvas.rect(268 + 90 * n, 610, 8, 8)
            canvas.drawString(280 + 90 * n, 610, text)

    found = page(draw).places
    assert [p.label for p in found if p.kind == "text"] == ["6. Place of storage", "8. Deletion (days)"]
    assert len({p.group for p in found if p.kind == "check"}) == 2


def test_a_caption_of_two_lines_in_its_cell_is_whole() -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 660, 240, 50, "Who will use it?")
        cell(canvas, 300, 660, 240, 50, "Which schools asked for it? (leave blank if you do")
        canvas.drawString(304, 635, "not know)")
        for left in (64, 304):
            canvas.acroForm.textfield(name=f"Text Box {left}", x=left, y=612, width=230, height=16)

    assert labels(page(draw)) == ["Who will use it?", "Which schools asked for it? (leave blank if you do not know)"]


def test_a_numbered_items_second_line_begins_with_a_blank() -> None:
    """The end of the line above asks for it, though it stands further in than the item's number."""

    def draw(canvas: Canvas) -> None:
        for y, x, text in (
            (660, 60, "2. Mail should be addressed to ______________________ , whose title is"),
            (642, 82, "__________________________ ."),
            (618, 60, "3. The telephone number is __________________ and the electronic mail address is"),
            (600, 82, "________________________________ ."),
            (570, 60, "4. The program is called ______________________________________________________"),
            (552, 82, "______________________________________________________________________"),
        ):
            canvas.drawString(x, y, text)

    blank = page(draw)
    assert labels(blank)[:5] == [
        "2. Mail should be addressed to",
        "whose title is",
        "3. The telephone number is",
        "and the electronic mail address is",
        "4. The program is called",
    ]
    assert [p.required for p in blank.places[:5]] == [True] * 5
    assert not any(p.required for p in blank.places[5:])  # more room for the answer before it


@pytest.mark.parametrize("head", ["FOR CENTER USE ONLY", "For Office Use Only", "District use"])
def test_a_heading_over_a_row_that_is_signed_is_no_label_of_its_second_line(head: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Prepared by ______________________ on ______________ .")
        canvas.drawString(60, 632, head)
        canvas.drawString(60, 616, "Rec’d __________________ by __________________________")

    assert [(p.label, p.party) for p in page(draw).places] == [
        ("Prepared by", "operator"),
        ("on", "operator"),
        ("Rec’d", "district"),
        ("by", "district"),
    ]


def test_a_name_over_a_box_is_its_own_though_other_words_stand_under_it() -> None:
    """ "Company" says whose lines follow where it stands over a line with a caption, not over a box among others."""

    def draw(canvas: Canvas) -> None:
        for y, row in (
            (650, ((60, 200, "Product name"), (280, 200, "Company"))),
            (606, ((60, 120, "Your name"), (190, 120, "Your e-mail"), (320, 160, "Your phone"))),
            (562, ((60, 420, "What do students do in it?"),)),
        ):
            for x, wide, label in row:
                canvas.roundRect(x, y - 22, wide, 20, 5)
                canvas.drawString(x + 4, y + 2, label)

    assert labels(page(draw)) == [
        "Product name",
        "Company",
        "Your name",
        "Your e-mail",
        "Your phone",
        "What do students do in it?",
    ]
