"""Answers in another place's room: a label that moved up a line, a mark that seems to stand in another column."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.papers.pushed import with_pushed_labels, with_strayed_marks
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Place, PlaceReading

NAME = Place("n", "text", "Form filled out by", required=True, page=2, box=(60, 100, 300, 114))
DATE = Place("d", "text", "Date", required=True, page=2, box=(340, 100, 500, 114))
BELOW = Place("b", "text", "Date", required=True, page=2, box=(60, 130, 300, 144))
SIGNED = Place("s", "signature", "By", required=True, role="signature", page=2, box=(60, 100, 300, 114))


def read(place: Place, value: str, how: str = "text") -> PlaceReading:
    return PlaceReading(place, "filled" if value else "empty", value, (how,) if value else ())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Ruiz Date: 9/18/2026", ["Ana Ruiz", "9/18/2026"]),
        ("Date: 9/18/2026", ["", "9/18/2026"]),
        ("Ana Ruiz Date:", ["Ana Ruiz Date:", ""]),
        ("Ana Ruiz Date: ____", ["Ana Ruiz Date: ____", ""]),
        ("Ana Ruiz", ["Ana Ruiz", ""]),
        ("Update: soon", ["Update: soon", ""]),
    ],
)
def test_a_label_in_the_room_of_the_place_before(value: str, expected: list[str]) -> None:
    found = with_pushed_labels([read(NAME, value), read(DATE, "")])
    assert [r.value for r in found] == expected
    assert [r.state for r in found] == ["filled" if v else "empty" for v in expected]


def test_only_in_one_line_typed_and_unsigned() -> None:
    pushed = "Ana Ruiz Date: 9/18/2026"
    for first, second in (
        (read(NAME, pushed), read(BELOW, "")),
        (read(NAME, pushed, "ocr"), read(DATE, "")),
        (read(SIGNED, pushed), read(DATE, "")),
        (read(NAME, pushed), read(DATE, "9/20/2026")),
    ):
        assert with_pushed_labels([first, second]) == [first, second]


def boxes(*states: str) -> list[PlaceReading]:
    return [
        PlaceReading(
            Place(f"b{n}", "check", option, required=True, group="g", group_label="19. Does it use AI?", option=option),
            state,
        )
        for n, (option, state) in enumerate(zip(("Yes", "No"), states, strict=True))
    ]


@pytest.mark.parametrize(
    ("states", "comment", "doubted"),
    [
        (("empty", "empty"), "X", True),
        (("empty", "empty"), "X for drafts only", True),
        (("empty", "empty"), "for drafts only", False),
        (("filled", "empty"), "X", False),
        (("empty", "empty"), "", False),
    ],
)
def test_a_mark_in_the_room_for_words(states: tuple[str, str], comment: str, doubted: bool) -> None:
    words = read(Place("c", "text", "Does it use AI? comments", required=False), comment)
    found = with_strayed_marks([*boxes(*states), words])
    assert [r.state for r in found[:2]] == (["doubtful"] * 2 if doubted else list(states))


def block(answers: tuple[str, ...] = (), *, lower: float = 0.0) -> bytes:
    """Two parties that sign beside each other in a table; the vendor's lines are moved down by a tall signature."""
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=9)
    canvas.drawString(60, 690, "The Vendor keeps all records of pupils safe and tells the schools of any breach.")
    for left, head in ((60, "VENDOR"), (310, "DISTRICT")):
        canvas.rect(left, 640, 250, 20)
        canvas.rect(left, 500, 250, 140)
        canvas.drawString(left + 90, 646, head)
        for n, label in enumerate(("By", "Name", "Date")):
            y = 610 - 26 * n - (lower if left == 60 else 0)
            said = answers[n] if left == 60 and answers else ""
            canvas.drawString(left + 8, y, f"{label}: {said or '_' * 30}")
    canvas.drawString(60, 470, "Keep a copy of this agreement with the papers of your company.")
    return canvas.getpdfdata()


def test_lines_of_two_parties_that_are_no_longer_level() -> None:
    blank = papers.blank(block(), "soppa", "Vendor agreement")
    sent = papers.read(block(("/s/ Ana Ruiz", "Ana Ruiz", "9/18/2026"), lower=14))
    (form,) = assemble(recognise(sent, (blank,)), (blank,))
    assert form.status == "complete", (form.open, form.doubtful, form.unsigned)
    assert [r.state for r in form.readings if r.place.party == "district"] == ["empty"] * 3
    empty = papers.read(block((" ", " ", " "), lower=14))
    (form,) = assemble(recognise(empty, (blank,)), (blank,))
    assert form.status != "complete"


def side_by_side(answers: tuple[str, ...] = (), *, lower: float = 0.0) -> bytes:
    """Two blocks of lines beside each other, as LibreOffice prints a table without borders."""
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=9)
    canvas.drawString(60, 690, "The Vendor keeps all records of pupils safe and tells the schools of any breach.")
    for left, head in ((60, "VENDOR"), (310, "LEA (completed by the District)")):
        canvas.drawString(left, 660, head)
        for n, label in enumerate(LABELS):
            y = 630 - 28 * n - (lower if left == 60 else 0)
            said = answers[n] if left == 60 and answers else ""
            canvas.drawString(left, y, f"{label}: {said or '_' * 30}")
    canvas.drawString(60, 470, "Keep a copy of this agreement with the papers of your company.")
    return canvas.getpdfdata()


LABELS = ("By", "Date", "Printed name", "Title")


def in_two_cells() -> Blank:
    document = docx.Document()
    document.add_paragraph("Vendor agreement")
    document.add_paragraph("Each party signs this agreement and keeps a copy of it.")
    document.add_paragraph("The Vendor keeps all records of pupils safe and tells the schools of any breach.")
    heads = ("VENDOR", "LEA (completed by the District)")
    for cell, head in zip(document.add_table(1, 2).rows[0].cells, heads, strict=True):
        cell.text = head
        for label in LABELS:
            cell.add_paragraph(f"{label}: {'_' * 30}")
    document.add_paragraph("Keep a copy of this agreement with the papers of your company.")
    return papers.blank(papers.saved(document), "soppa", "Vendor agreement", "agreement.docx")


@pytest.mark.parametrize("lower", [0.0, 20.0, 14.0])
def test_blocks_in_two_cells_of_a_word_file_printed_without_borders(lower: float) -> None:
    blank = in_two_cells()
    assert [(p.label, p.party) for p in blank.places] == [(x, who) for who in ("operator", "district") for x in LABELS]
    sent = papers.read(side_by_side(("/s/ Ana Ruiz", "9/18/2026", "Ana Ruiz", "Owner"), lower=lower))
    (form,) = assemble(recognise(sent, (blank,)), (blank,))
    assert form.status == "complete", (form.open, form.doubtful, form.unsigned, form.doubts)
    assert [r.value for r in form.readings] == ["/s/ Ana Ruiz", "9/18/2026", "Ana Ruiz", "Owner", "", "", "", ""]
    (form,) = assemble(recognise(papers.read(side_by_side(lower=lower)), (blank,)), (blank,))
    assert form.status != "complete"


@pytest.mark.parametrize("signed", [True, False])
def test_a_picture_laid_over_the_left_one_of_two_lines_with_their_underscores(signed: bool) -> None:
    """Line by line it is read behind the label on the right."""
    document = docx.Document()
    texts = (
        "Vendor agreement",
        "Each party signs this agreement and keeps a copy of it with the papers of its office.",
    )
    for text in texts:
        document.add_paragraph(text)
    rows = (("OPERATOR", "DISTRICT"), *((f"{x}: {'_' * 26}",) * 2 for x in ("Signature", "Printed name")))
    for cells in rows:
        row = document.add_table(1, 2) if cells is rows[0] else document.tables[0]
        for cell, said in zip((row.rows[0] if cells is rows[0] else row.add_row()).cells, cells, strict=True):
            cell.text = said
    blank = papers.blank(papers.saved(document), "soppa", texts[0], "agreement.docx")
    canvas = papers.canvas_of(*texts, size=9)
    for n, cells in enumerate(rows):
        for left, said in zip((60, 310), cells, strict=True):
            named = n == 2 and left == 60
            canvas.drawString(left, 660 - 28 * n, said.replace("_" * 26, "Ana Ruiz") if named else said)
    if signed:
        canvas.drawImage(ImageReader(Image.effect_noise((230, 44), 90)), 110, 617, 115, 13)
    (form,) = assemble(recognise(papers.read(canvas.getpdfdata()), (blank,)), (blank,))
    found = {(r.place.label, r.place.party): r.state for r in form.readings}
    assert found["Signature", "operator"] == ("filled" if signed else "empty")
    assert found["Signature", "district"] == "empty"


HEADS = ("", "Name", "Service", "Place of storage")


def test_cells_of_a_table_stay_what_they_are_where_blocks_stand_beside_each_other() -> None:
    row = ("Subcontractor 1", "Microsoft Azure", "Hosting", "United States, Virginia")
    others = (("Subcontractor 2, if any", "", "", ""), ("Subcontractor 3, if any", "", "", ""))
    document = docx.Document()
    document.add_paragraph("Vendor agreement")
    document.add_paragraph("Each party signs this agreement and keeps a copy of it.")
    for cell, head in zip(document.add_table(1, 2).rows[0].cells, ("VENDOR", "LEA (for the District)"), strict=True):
        cell.text = head
        for label in LABELS:
            cell.add_paragraph(f"{label}: {'_' * 30}")
    table = document.add_table(4, 4)
    for cells, texts in zip(table.rows, (HEADS, (row[0], "", "", ""), *others), strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    optional = tuple(label for label, *_ in others)
    blank = papers.blank(papers.saved(document), "soppa", "Vendor agreement", "agreement.docx", optional)
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=9)
    canvas.drawString(60, 690, "VENDOR")
    canvas.drawString(310, 690, "LEA (for the District)")
    for n, (label, said) in enumerate(zip(LABELS, ("/s/ Ana Ruiz", "9/18/2026", "Ana Ruiz", "Owner"), strict=True)):
        canvas.drawString(60, 640 - 28 * n, f"{label}: {said}")
        canvas.drawString(310, 660 - 28 * n, f"{label}: {'_' * 30}")
    for top, texts in ((500, HEADS), (480, row), (460, others[0]), (440, others[1])):
        for left, wide, text in zip((60, 180, 320, 420), (120, 140, 100, 130), texts, strict=True):
            canvas.rect(left, top - 20, wide, 20)
            canvas.drawString(left + 4, top - 14, text)
    (form,) = assemble(recognise(papers.read(canvas.getpdfdata()), (blank,)), (blank,))
    assert [r.value for r in form.readings if r.place.id.startswith("t1r1")] == list(row[1:])
    assert form.status == "complete", (form.open, form.doubtful, form.unsigned, form.doubts)


@pytest.mark.parametrize("left", ["Hartwell Mutual", ""])
def test_a_row_whose_answers_stand_on_the_next_page(left: str) -> None:
    """The labels of both cells are the last line of a page, their answers the first one of the next."""
    texts = (
        "Vendor questionnaire",
        "Every vendor answers all questions of this sheet and sends it back to the office.",
    )
    asked = ("Cyber insurance: carrier and limit", "What happens to our data when we leave?")
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    for cell, label in zip(document.add_table(1, 2).rows[0].cells, asked, strict=True):
        cell.text = label
        cell.add_paragraph("")
    document.add_paragraph("Two districts that we may call: ______________________")
    blank = papers.blank(papers.saved(document), "rfi", texts[0], "rfi.docx")
    canvas = papers.canvas_of(*texts, size=9)
    canvas.drawString(60, 60, asked[0])
    canvas.drawString(310, 60, asked[1])
    canvas.showPage()
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 740, left)
    canvas.drawString(310, 740, "Deleted in 60 days")
    canvas.drawString(60, 710, "Two districts that we may call: Canal District 4")
    (form,) = assemble(recognise(papers.read(canvas.getpdfdata()), (blank,)), (blank,))
    assert [r.value for r in form.readings] == [left, "Deleted in 60 days", "Canal District 4"]
    assert form.status == ("complete" if left else "incomplete")


@pytest.mark.parametrize("head", ["Aspen Learning 12 Main St", "Ann Lee"])
@pytest.mark.parametrize("last", ["Signature", "Title"])
def test_the_head_of_the_next_page_is_no_answer(head: str, last: str) -> None:
    """A row of two parties is the last of its page, the left cell empty: what heads the next page does not sign it."""
    document = docx.Document()
    texts = ("Student data agreement", "The Company keeps all data of pupils safe, and deletes it in sixty days.")
    for text in texts:
        document.add_paragraph(text)
    asked = [label for label in ("Signature", "Name", "Title") if label != last] + [last]
    table = document.add_table(len(asked) + 1, 2)
    for row, (left, right) in zip(
        table.rows, [("OPERATOR", "DISTRICT"), *((f"{a}:", f"{a}:") for a in asked)], strict=True
    ):
        row.cells[0].text, row.cells[1].text = left, right
    document.add_paragraph("Exhibit A lists the data elements that the Company collects from pupils of the schools.")
    blank = papers.blank(papers.saved(document), "soppa", texts[0], "agreement.docx")
    canvas = papers.canvas_of(*texts, size=9)
    canvas.drawString(60, 140, "OPERATOR")
    canvas.drawString(320, 140, "DISTRICT")
    for y, label in zip((110, 85, 60), asked, strict=True):
        answer = "" if label == last else "/s/ Ann Lee" if label == "Signature" else "Ann Lee"
        canvas.drawString(60, y, f"{label}: {answer}")
        canvas.drawString(320, y, f"{label}:")
    canvas.showPage()
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 740, head)
    canvas.drawString(
        60, 710, "Exhibit A lists the data elements that the Company collects from pupils of the schools."
    )
    (form,) = assemble(recognise(papers.read(canvas.getpdfdata()), (blank,)), (blank,))
    (place,) = (r for r in form.readings if r.place.label == last and r.place.party == "operator")
    assert (place.state, form.status) == ("empty", "incomplete")


def test_a_tall_signature_pushes_its_own_label_down_and_not_the_other_partys() -> None:
    """Read line by line, the District's "By" comes first; the picture is the Vendor's all the same."""
    blank = papers.blank(side_by_side(), "soppa", "Vendor agreement")
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=9)
    canvas.drawString(60, 690, "The Vendor keeps all records of pupils safe and tells the schools of any breach.")
    answers = ("", "9/18/2026", "Ana Ruiz", "Owner")
    for left, head in ((60, "VENDOR"), (310, "LEA (completed by the District)")):
        canvas.drawString(left, 660, head)
        for n, label in enumerate(LABELS):
            y = 630 - (31 if left == 60 or n else 0) - 20 * n
            said = answers[n] if left == 60 else "_" * 30
            canvas.drawString(left, y, f"{label}: {said}")
    canvas.drawImage(ImageReader(Image.new("L", (122, 40), 90)), 85, 599, 122, 40)
    canvas.drawString(60, 470, "Keep a copy of this agreement with the papers of your company.")
    (form,) = assemble(recognise(papers.read(canvas.getpdfdata()), (blank,)), (blank,))
    by = {r.place.party: r.state for r in form.readings if r.place.label == "By"}
    assert by == {"operator": "filled", "district": "empty"}, form.doubts
