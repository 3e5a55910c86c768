"""Scans of a form that is in circulation as a Word file only: there is no page to lay them over."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import docx
import numpy as np
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from proving import briefly
from scans import DPI
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import INK_WORD as INK
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans import read_larger, word_scan
from soppa_mailbot.forms.scans.scan_boxes import FoundBox, box_beside
from soppa_mailbot.forms.scans.scan_rooms import Room
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.side_by_side import side_by_side
from soppa_mailbot.model import Page, Place, PlaceReading, Word
from word_prints import ASKED, ROWS, Filled, Sheet, blank, halves, read, scanned

FULL = Filled(
    ("Northwind Learning", "WordNest", "Grades 4 to 8", "Lincoln School", "Ohio, AWS", "120"),
    frozenset({"Yes, it is", "Google"}),
)


def states(png: bytes) -> dict[str, str]:
    """State of each place by its label, or its option."""
    (part,) = read(png)
    assert not part.doubts, part.doubts
    return {r.place.option or r.place.label: r.state for r in part.readings}


@pytest.mark.parametrize("level", briefly(("clean", "medium", "heavy", "fax", "photo"), ("heavy",)))
def test_every_place_is_told(level: str) -> None:
    answers = list(FULL.answers)
    answers[0], answers[2], answers[5] = "~", "", ""  # handwriting that nobody can read, and two left empty
    found = states(scanned(Filled(tuple(answers), FULL.ticks), level))
    wanted = {label: "filled" if answer else "empty" for (label, _), answer in zip(ROWS, answers, strict=True)}
    wanted |= {o: "filled" if o in FULL.ticks else "empty" for _, options in ASKED for o in options}
    wrong = {
        name: state
        for name, state in found.items()
        if state != wanted[name.rstrip("?:") if name not in wanted else name]
    }
    assert not {n: s for n, s in wrong.items() if s != "doubtful"}, wrong
    assert len(wrong) <= (0 if level in ("clean", "medium") else 2), wrong


def test_an_answer_beside_a_label_of_two_lines_is_its_answer() -> None:
    found = states(scanned(FULL))
    assert found[ROWS[2][0]] == "filled" and found[ROWS[3][0]] == "filled"


def test_a_full_form_is_complete_and_says_whether_the_law_applies() -> None:
    (form,) = assemble(read(scanned(FULL)), [blank()])
    assert (form.status, form.subject_to_soppa) == ("complete", True)
    assert (
        assemble(read(scanned(Filled(FULL.answers, frozenset({"No, it is not", "Google"})))), [blank()])[
            0
        ].subject_to_soppa
        is False
    )


def test_nothing_filled_in_is_blank() -> None:
    (form,) = assemble(
        read(
            scanned(Filled(("",) * len(ROWS), frozenset())),
        ),
        [blank()],
    )
    assert form.status == "blank"


def test_a_number_before_a_question_answers_nothing() -> None:
    """Word prints the numbers of a list and does not keep them in the text."""
    found = states(scanned(Filled((*FULL.answers[:5], ""), FULL.ticks)))
    assert found["Number of accounts"] == "empty"


@pytest.mark.parametrize("district", ["Cedar Hollow CUSD 214", "Juniper Bluff CUSD 241"])
def test_a_neighbours_form_is_never_taken_for_complete(district: str) -> None:
    forms = assemble(read(scanned(FULL, district=district)), [blank()])
    assert all(form.status == "doubtful" for form in forms)


def test_a_form_photographed_in_two_parts_is_put_together() -> None:
    top, bottom = halves(scanned(FULL, "clean"))
    parts = [*read(top), *(replace(p, document="b", filename="second.png") for p in read(bottom))]
    (form,) = assemble(parts, [blank()])
    assert (form.status, form.subject_to_soppa) == ("complete", True), (form.open, form.doubtful, form.doubts)
    (half,) = assemble(read(top), [blank()])
    assert half.status == "doubtful" and "on no picture" in half.doubts[0]


# --- where an answer stands, on pages whose words are known without OCR -----------------------------------------------


def told(sheet: Sheet, document: docx.document.Document) -> dict[str, str]:
    return {identity: reading.state for identity, reading in sheet.read(document).items()}


def with_lines(*lines: str) -> docx.document.Document:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def with_table(*rows: tuple[str, ...]) -> docx.document.Document:
    document = docx.Document()
    document.add_paragraph("Vendor Form")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Thank you for your answers")
    return document


@pytest.mark.parametrize(("answer", "state"), [("6 Elm Court, Lincoln", "filled"), ("", "empty")])
def test_a_rows_number_that_ocr_drops_is_no_lost_answer(answer: str, state: str) -> None:
    """By itself in the first cell of its row: it stands on the left, and ink in the room of the row before is none."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    for y, number, label in ((100, "1", "Office"), (140, "", "Telephone"), (180, "3", "Website")):
        sheet.text(60, y, number)
        sheet.text(110, y, label)
    sheet.text(260, 100, answer)
    sheet.text(260, 140, "402 555 0124")
    sheet.text(260, 180, "www.aspen.example")
    sheet.text(60, 220, "Thank you for your answers")
    found = told(sheet, with_table(("1", "Office", ""), ("2", "Telephone", ""), ("3", "Website", "")))
    assert found["t0r0c2"] == state
    assert found["t0r1c2"] == "filled"


@pytest.mark.parametrize("ruled", [True, False])
def test_an_answer_low_in_its_cell_is_not_the_next_columns(ruled: bool) -> None:
    """Line by line it stands behind the labels of both columns."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    if ruled:
        sheet.table((55, 150, 300, 400, 550), (95, 135, 175))
    for y, label in ((100, "Signature"), (140, "Date")):
        sheet.text(60, y, label)
        sheet.text(310, y, label)
    sheet.scrawl(160, 124)
    sheet.text(160, 158, "9/14/26")
    sheet.text(60, 190, "Thank you for your answers")
    found = told(sheet, with_table(("Signature", "", "Signature", ""), ("Date", "", "Date", "")))
    assert found == {"t0r0c1": "filled", "t0r0c3": "empty", "t0r1c1": "filled", "t0r1c3": "empty"}


def test_an_answer_under_heads_is_its_columns() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 200, 350, 500), (95, 115, 150))
    for x, label in ((60, "Company"), (205, "Product"), (355, "Contact")):
        sheet.text(x, 100, label)
    sheet.text(230, 130, "Word Nest Reader")
    sheet.text(60, 170, "Thank you for your answers")
    found = told(sheet, with_table(("Company", "Product", "Contact"), ("", "", "")))
    assert found == {"t0r1c0": "empty", "t0r1c1": "filled", "t0r1c2": "empty"}


def test_boxes_and_marks_in_columns() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 380, 460), (95, 115, 150, 185))
    for x, label in ((60, "Statement"), (305, "Yes"), (385, "No")):
        sheet.text(x, 100, label)
    sheet.text(60, 120, "Records are encrypted")
    sheet.box(306, 122)
    sheet.box(386, 122)
    sheet.stroke([(388, 124), (393, 129)])
    sheet.stroke([(393, 124), (388, 129)])
    sheet.text(60, 155, "Records are deleted")
    sheet.stroke([(330, 160), (335, 170), (345, 152)])
    sheet.text(60, 200, "Thank you for your answers")
    document = with_table(
        ("Statement", "Yes", "No"), ("Records are encrypted", "☐", "☐"), ("Records are deleted", "", "")
    )
    assert list(told(sheet, document).values()) == ["empty", "filled", "filled", "empty"]


def test_crosses_in_columns_that_are_marked_beside_boxes() -> None:
    """A typed X of a box's size is a mark as well, whatever the form's boxes look like."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 380, 460), (95, 115, 150, 185))
    for x, label in ((60, "Element"), (305, "Collected"), (385, "Not collected")):
        sheet.text(x, 100, label)
    sheet.text(60, 125, "Student name")
    sheet.cross(330, 126, 9, 9)
    sheet.text(60, 160, "Home address")
    sheet.cross(420, 161, 9, 9)
    sheet.text(60, 200, "Is it sold?")
    for x, word in ((120, "Yes"), (180, "No")):
        sheet.box(x, 201)
        sheet.text(x + 14, 200, word)
    sheet.cross(180, 201, 9, 9)
    sheet.text(60, 225, "Thank you for your answers")
    document = with_table(("Element", "Collected", "Not collected"), ("Student name", "", ""), ("Home address", "", ""))
    document.paragraphs[-1].insert_paragraph_before("Is it sold? ☐ Yes ☐ No")
    assert list(told(sheet, document).values()) == ["filled", "empty", "empty", "filled", "empty", "filled"]


def test_yes_and_no_on_one_scan_are_for_a_person() -> None:
    places = [
        Place(
            i, "check", i, required=True, group=g, group_label="Is it sold?" if g == "a" else "Which of them?", option=i
        )
        for g, i in (("a", "Yes"), ("a", "No"), ("b", "Google"), ("b", "Clever"), ("b", "Other"))
    ]
    read = [PlaceReading(p, "empty" if p.id == "Other" else "filled", p.id, ("ink",)) for p in places]
    found = {r.place.id: r.state for r in word_scan.without_contradictions(read)}
    assert found == {"Yes": "doubtful", "No": "doubtful", "Google": "filled", "Clever": "filled", "Other": "empty"}


def test_boxes_of_another_page_hide_no_ink() -> None:
    first, second = Sheet(), Sheet()
    first.text(60, 60, "Vendor Form")
    first.text(60, 100, "Company")
    first.scrawl(160, 104, 60)
    first.text(60, 140, "Thank you for your answers")
    second.text(60, 60, "It is sold")
    second.box(170, 99)
    second.text(184, 98, "Yes")
    second.cross(170, 99, 9, 9)
    sheets = [
        WordSheet(Page(n, 612, 792, tuple(s.words), tuple(s.marks), "ocr"), np.array(s.picture), ink, 200.0, ())
        for n, s in ((1, first), (2, second))
        for ink in (ink_of(np.array(s.picture)),)
    ]
    rooms = {"company": Room(1, (150.0, 92.0, 300.0, 115.0))}
    boxes = [FoundBox((170.0, 98.0, 230.0, 112.0), True, page=2)]
    comparison = Comparison(Stream([], []), [], [])
    assert word_scan._inked(sheets[0], comparison, rooms, boxes) == word_scan._inked(sheets[0], comparison, rooms, [])
    hidden = [replace(boxes[0], page=1)]
    assert word_scan._inked(sheets[0], comparison, rooms, hidden) != word_scan._inked(sheets[0], comparison, rooms, [])


def test_a_signature_higher_than_its_line_is_its_own() -> None:
    document = with_lines(
        "Vendor Form",
        "The vendor confirms what it wrote",
        "Signature: ____________________ Date: ___________",
    )
    document.add_paragraph("Name: ____________________")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "The vendor confirms what it wrote")
    sheet.text(60, 120, "Signature:")
    sheet.rule(115, 131, 300, 131)
    sheet.text(310, 120, "Date:")
    sheet.rule(340, 131, 450, 131)
    sheet.text(60, 150, "Name:")
    sheet.rule(100, 161, 300, 161)
    sheet.scrawl(130, 114, 120)
    sheet.stroke([(240, 116), (260, 135), (250, 152), (236, 148)])  # its end hangs down to the name
    found = told(sheet, document)
    assert (found["p2:line1"], found["p2:line2"]) == ("filled", "empty")
    assert found["p3:line1"] != "filled"


@pytest.mark.parametrize(
    ("tick", "state"),
    [
        ([], False),
        ([(102, 104), (105, 107), (112, 92)], True),
        ([(97, 104), (103, 113), (116, 101)], None),  # around it
    ],
)
def test_a_stroke_round_an_empty_box_is_for_a_person(tick: list[tuple[float, float]], state: bool | None) -> None:
    sheet = Sheet()
    sheet.box(100, 100)
    sheet.text(116, 99, "Yes")
    if tick:
        sheet.stroke(tick)
    found = box_beside(ink_of(np.array(sheet.picture)), 200.0, sheet.words[0].box)
    assert found is not None and found.ticked is state


@pytest.mark.parametrize(("inside", "state"), [("..........", False), ("...####...", True), ("##########", True)])
def test_the_thick_sides_of_a_small_box_are_no_tick(inside: str, state: bool) -> None:
    """A box of 5 points, drawn from a scan: the square that is found ends a pixel before its right side."""
    art = [".##############..", *["################."] * 2, "####........####."]
    art += [f"###{inside}###."] * 8 + [
        "####........####.",
        "################.",
        ".##############..",
        "..############...",
    ]
    ink = np.zeros((60, 90), np.uint8)
    for y, row in enumerate(art, 20):
        ink[y, 20 : 20 + len(row)] = [255 * (c == "#") for c in row]
    found = box_beside(ink, 200.0, (16.5, 7.0, 30.0, 14.2))
    assert found is not None and found.ticked is state


def test_a_printed_prompt_is_no_answer_however_it_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Vendor Form")
    for label, tag in (("Name of the company: ", "company"), ("Name of the product: ", "product")):
        paragraph = document.add_paragraph(label)
        shown = "Click or tap here to enter text."
        paragraph._p.append(
            parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
                f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )
    document.add_paragraph("Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "Name of the company: Click or tap here to enter text.")
    sheet.text(60, 120, "Name of the product:")
    sheet.text(180, 120, "Click or tap hereto enter text.", "GCA ot try pere-to enter text")
    sheet.text(60, 150, "Thank you for your answers")
    found = told(sheet, document)
    assert found["company"] != "filled" and found["product"] != "filled"


def test_a_head_that_repeats_the_first_line_leaves_it_there() -> None:
    document = with_table(("Company", ""), ("Product", ""))
    document.sections[0].header.paragraphs[0].text = "Vendor Form"
    sheet = Sheet()
    sheet.text(60, 30, "Vendor Form")
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "Company")
    sheet.text(200, 100, "Northwind")
    sheet.text(60, 130, "Product")
    sheet.text(60, 160, "Thank you for your answers")
    found = sheet.read(document)
    assert [(r.state, r.value) for r in found.values()] == [("filled", "Northwind"), ("empty", "")]


def test_a_foot_that_begins_as_the_form_does_leaves_its_first_line_there() -> None:
    document = with_table(("Company", ""), ("Product", ""))
    document.paragraphs[0].text = "Vendor Form of District 348"
    document.sections[0].footer.paragraphs[0].text = "Vendor Form of District 348 | Page 1 of 2"
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form of District 348")
    sheet.text(60, 100, "Company")
    sheet.text(200, 100, "Northwind")
    sheet.text(60, 130, "Product")
    sheet.text(60, 160, "Thank you for your answers")
    assert [(r.state, r.why) for r in sheet.read(document).values()] == [("filled", ""), ("empty", "")]


@pytest.mark.parametrize("signed", [True, False])
def test_answers_below_labels_in_cells_are_told_from_the_next_columns(signed: bool) -> None:
    """Line by line a signature stands behind the labels of both parties."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 550), (80, 98, 140, 182))
    rows = (("OPERATOR", "DISTRICT"), ("Signature:", "Superintendent's signature:"), ("Date:", "Date countersigned:"))
    for y, labels in zip((84, 101, 143), rows, strict=True):
        for x, label in zip((60, 305), labels, strict=True):
            sheet.text(x, y, label)
    if signed:
        sheet.scrawl(120, 124)
        sheet.text(120, 162, "9/14/26")
    sheet.text(60, 200, "Thank you for your answers")
    found = list(told(sheet, with_table(*rows)).values())
    assert found == ["filled" if signed else "empty", "empty", "filled" if signed else "empty", "empty"]


@pytest.mark.parametrize(
    ("x", "width", "third", "state"),
    [
        (335, 110, "", "filled"),
        (335, 110, "of another table", "filled"),
        (335, 110, "of this one", "doubtful"),  # it reaches into it
        (335, 12, "", "doubtful"),  # a fleck
        (0, 0, "", "empty"),
        (140, 110, "", "empty"),  # the other party's
    ],
)
def test_a_picture_of_a_signature_that_took_the_place_of_its_line(
    x: float, width: float, third: str, state: str
) -> None:
    """It is higher than its label, and the other party's cell is read in between."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    rows = (("BOARD", "OPERATOR"), ("President", "By"), ("Secretary", "Printed name"), ("Approved", "Title"))
    for (y, under), labels in zip(((84, 84), (114, 130), (152, 152), (172, 172)), rows, strict=True):
        for left, top, label in zip((60, 305), (y, under), labels, strict=True):
            sheet.text(left, top, label)
    for y in (124, 162, 182):
        sheet.rule(120, y, 250, y)
    for y, answer in ((152, "Simone Achebe"), (172, "Director")):
        sheet.text(375, y, answer)
        sheet.rule(372, y + 10, 470, y + 10)
    if width:
        sheet.scrawl(x, 118, width)
    sheet.text(60, 210, "Thank you for your answers")
    lines = [[f"{left} ____________", f"{right} ____________"] for left, right in rows[1:]]
    whole = [[*rows[0]], *lines]
    for row, y, text in zip(whole, (84, 130, 152, 172), ("Terms", "Net", "Thirty", "Days"), strict=True):
        if third == "of this one":
            sheet.text(400 if y == 130 else 490, y + 6 * (y == 130), text)
            row.append(text)
    document = with_table(*map(tuple, whole))
    if third == "of another table":
        table = document.add_table(rows=1, cols=3)
        for cell, left, text in zip(table.rows[0].cells, (60, 180, 300), ("Item", "Cost", "Notes"), strict=True):
            cell.text = text
            sheet.text(left, 240, text)
    found = sheet.read(document)
    told = {r.place.label: r.state for r in found.values()}
    wanted = ("filled" if x == 140 else "empty", state, "filled")
    assert (told["President"], told["By"], told["Printed name"]) == wanted, found


@pytest.mark.parametrize(
    ("x", "read", "state"),
    [
        (124, "WordNest", "filled"),
        (124, "", "doubtful"),  # nothing that can be read
        (95, "WordNest", "doubtful"),  # far before what is left of the line
        (164, "of", "doubtful"),  # a fleck that OCR takes for a word
    ],
)
def test_the_rest_of_a_line_that_an_answer_was_typed_into(x: float, read: str, state: str) -> None:
    """ "Product: __WordNest_________ (the product)": what is left of the line is no empty room."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "Product:")
    if read:
        sheet.text(x, 100, "." if read == "of" else read, read)
    else:
        sheet.scrawl(x, 106, 46)
    sheet.rule(172, 111, 260, 111)
    sheet.text(270, 100, "(the product)")
    sheet.text(60, 140, "Thank you for your answers")
    document = with_lines("Vendor Form", "Product: ____________________ (the product)", "Thank you for your answers")
    (reading,) = sheet.read(document).values()
    assert reading.state == state, reading


def test_an_answer_in_its_labels_cell_is_not_the_next_ones() -> None:
    """What leaves room is a line: an empty cell has none."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 200, 550), (90, 115, 140))
    for y, label in ((98, "Product"), (122, "Company")):
        sheet.text(60, y, label)
    sheet.text(147, 98, "WordNest")
    sheet.text(60, 160, "Thank you for your answers")
    found = [r.state for r in sheet.read(with_table(("Product", ""), ("Company", ""))).values()]
    assert found == ["doubtful", "empty"]


def test_what_stands_for_lost_words_is_not_sure_to_be_the_answer_before_the_rest_of_a_line() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "Offered by Northwind as")
    sheet.rule(178, 111, 260, 111)
    sheet.text(60, 140, "Thank you for your answers")
    document = with_lines("Vendor Form", "Offered by the company: ____________________", "Thank you for your answers")
    assert [r.state for r in sheet.read(document).values()] == ["doubtful"]


@pytest.mark.parametrize(
    ("year", "states"),
    [
        ("2026", ["filled", "filled"]),
        ("1926", ["doubtful", "doubtful"]),  # another century than the form's
        ("20", ["filled", "empty"]),
    ],
)
def test_a_year_that_is_read_as_one_word_with_the_forms_century(year: str, states: list[str]) -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "Made on the day of February")
    sheet.rule(160, 111, 215, 111)
    sheet.text(250, 100, year)
    sheet.rule(266, 111, 290, 111)
    sheet.text(300, 100, "by both")
    sheet.text(60, 140, "Thank you for your answers")
    document = with_lines("Vendor Form", "Made on the day of _________, 20____, by both", "Thank you for your answers")
    found = sheet.read(document)
    assert [r.state for r in found.values()] == states, found


def small_print() -> docx.document.Document:
    """Cells that have their label at the top and are answered under it."""
    document = with_table(("Legal name", "Trade name"), ("Position", "E-mail"))
    for cell in (c for row in document.tables[0].rows for c in row.cells):
        cell.add_paragraph("")
    return document


@pytest.mark.parametrize("hidden", [False, True])
def test_answers_under_small_print_are_their_cells(hidden: bool) -> None:
    """Line by line both labels stand before both answers; one of the labels may be written over."""
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 550), (80, 120, 160))
    for x, y, label in ((60, 84, "Legal name"), (305, 84, "Trade name"), (60, 124, "Position"), (305, 124, "E-mail")):
        sheet.text(x, y, label, "Legal nqrne" if hidden and label == "Legal name" else label)
    sheet.scrawl(70, 106)
    sheet.scrawl(315, 146)
    sheet.text(60, 180, "Thank you for your answers")
    assert list(told(sheet, small_print()).values()) == ["filled", "empty", "empty", "filled"]


def test_a_cell_whose_label_is_nowhere_is_for_a_person() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    for x, y, label in ((305, 84, "Trade name"), (60, 124, "Position"), (305, 124, "E-mail")):
        sheet.text(x, y, label)
    sheet.text(60, 180, "Thank you for your answers")
    assert next(iter(told(sheet, small_print()).values())) == "doubtful"


def test_a_label_of_two_lines_is_found_behind_the_next_columns_first() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 150, 300, 400, 550), (95, 130, 165))
    sheet.text(60, 98, "Company")
    sheet.text(60, 112, "(legal name)")
    sheet.text(160, 112, "Northwind")
    sheet.text(305, 98, "Product or")
    sheet.text(305, 112, "service")
    sheet.text(60, 140, "Mailing address")
    sheet.text(305, 140, "Web site")
    sheet.text(60, 180, "Thank you for your answers")
    found = told(
        sheet,
        with_table(("Company (legal name)", "", "Product or service", ""), ("Mailing address", "", "Web site", "")),
    )
    assert list(found.values()) == ["filled", "empty", "empty", "empty"]


@pytest.mark.parametrize("filled", [True, False])
def test_a_number_that_was_not_read_leaves_the_place_before_it_alone(filled: bool) -> None:
    document = with_lines(
        "Vendor Form",
        "5. Why does the law not apply: ____________________",
        "6. Where is the data kept: ____________________",
        "Thank you for your answers",
    )
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "5. Why does the law not apply:")
    sheet.rule(230, 101, 400, 101)
    sheet.text(72, 120, "Where is the data kept:")
    sheet.rule(230, 131, 400, 131)
    if filled:
        sheet.text(240, 89, "Exempt")
    sheet.text(60, 160, "Thank you for your answers")
    assert list(told(sheet, document).values()) == ["filled" if filled else "empty", "empty"]


@pytest.mark.parametrize(
    ("answer", "letter", "state"),
    [
        ("60 Elm Court, Lincoln", "", "filled"),
        ("", "", "empty"),
        ("60 Elm Court, Lincoln", "We", "doubtful"),  # may be part of what was written
    ],
)
def test_a_sentences_lone_letter_that_was_not_read_is_no_lost_answer(answer: str, letter: str, state: str) -> None:
    document = with_lines(
        "Vendor Form",
        f"with offices at ____________________. {letter or 'I'} have the authority to bind the company.",
        "Thank you for your answers",
    )
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "with offices at")
    sheet.rule(140, 112, 280, 112)
    if answer:
        sheet.text(146, 99, answer)
    sheet.stroke([(292, 103), (292, 110)], width=1)
    sheet.text(298, 100, "have the authority to bind the company.")
    sheet.text(60, 140, "Thank you for your answers")
    assert list(told(sheet, document).values()) == [state]


def test_a_box_at_the_end_of_a_line_is_the_last_options() -> None:
    document = with_table(("Company", ""))
    document.add_paragraph("Sign on: Google ☐ None ☐").add_run().add_break()
    document.paragraphs[-1].add_run("Other sign-on: ____________________")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "Company")
    sheet.text(60, 110, "Thank you for your answers")
    sheet.text(60, 140, "Sign on: Google")
    sheet.box(143, 143)
    sheet.text(156, 140, "None")
    sheet.box(186, 143)
    sheet.stroke([(187, 144), (194, 151)])
    sheet.stroke([(194, 144), (187, 151)])
    sheet.text(60, 160, "Other sign-on:")
    sheet.rule(140, 171, 300, 171)
    states = {r.place.option or r.place.label: r.state for r in sheet.read(document).values()}
    assert (states["Google"], states["None"]) == ("empty", "filled")


@pytest.mark.parametrize(("ruled", "state"), [(True, "empty"), (False, "doubtful")])
def test_a_line_that_is_not_seen_may_have_been_typed_over(ruled: bool, state: str) -> None:
    document = with_lines("Vendor Form", "We sell no data ______________ (initials)", "Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "We sell no data")
    if ruled:
        sheet.rule(150, 112, 250, 112)
    sheet.text(260, 100, "(initials)")
    sheet.text(60, 140, "Thank you for your answers")
    assert list(told(sheet, document).values()) == [state]


@pytest.mark.parametrize(
    ("marks", "foot", "expected"),
    [
        (("", "x"), 111, ["empty", "filled"]),
        (("x", ""), 111, ["filled", "empty"]),
        (("", ""), 111, ["empty", "empty"]),
        (("", "x"), 107.5, ["empty", "filled"]),  # a line that was set high is no ink over it
        (("", "maybe"), 111, ["empty", "doubtful"]),  # a word is no mark
        (("", "~"), 111, ["empty", "filled"]),  # ink that OCR made nothing of
        (("", "/"), 111, ["empty", "doubtful"]),  # which is too little
        (("x", "."), 111, ["filled", "empty"]),  # dust
        (("", "'"), 111, ["empty", "doubtful"]),  # which was read as a mark
    ],
)
def test_short_lines_that_are_marked(marks: tuple[str, str], foot: float, expected: list[str]) -> None:
    document = with_lines(
        "Vendor Form", "The records shall be  ___ returned   ___ destroyed", "Thank you for your answers"
    )
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 100, "The records shall be")
    for left, mark, answer in ((168, marks[0], "returned"), (240, marks[1], "destroyed")):
        sheet.stroke([(left, foot), (left + 20, foot + 0.4)], width=3)
        if mark == "x":
            sheet.cross(left + 6, 102)
            sheet.words.append(Word("X", (left + 6, 102, left + 13, 109), 0.95))
        elif mark == "~":
            sheet.stroke([(left + 3, 105), (left + 7, 108), (left + 14, 99)], width=4)
        elif mark == "/":
            sheet.stroke([(left + 6, 106), (left + 10, 100)], width=2)
        elif mark == "'":
            sheet.stroke([(left + 9, 103), (left + 11, 104)], width=3)
            sheet.words.append(Word("X", (left + 8, 102, left + 12, 109), 0.95))
        elif mark == ".":
            sheet.stroke([(left + 9, 103), (left + 9.4, 103)], width=2)
        elif mark:
            sheet.text(left, 100, mark)
        sheet.text(left + 26, 100, answer)
    sheet.text(60, 140, "Thank you for your answers")
    assert list(told(sheet, document).values()) == expected


def bracketed(sheet: Sheet, marks: tuple[str, ...]) -> None:
    """Options behind typed brackets; of each, what a pen has put there: "" | "x" between them | "X" over both."""
    for n, mark in enumerate(marks):
        x = 60 + 110 * n
        for left, bend in ((x, 3), (x + 10, -3)):
            sheet.stroke([(left + bend, 118), (left, 118), (left, 130), (left + bend, 130)], width=3)
        sheet.text(x + 16, 118, ("Google", "Clever", "Password", "Other")[n])
        if mark:
            wide = 2 if mark == "x" else -3
            sheet.cross(x + wide + 1, 120, 8 - 2 * wide, 8)


@pytest.mark.parametrize("marks", [("", "", "", ""), ("", "x", "", ""), ("X", "", "", ""), ("", "x", "", "X")])
def test_boxes_typed_as_brackets(marks: tuple[str, ...]) -> None:
    document = with_lines(
        "Vendor Form",
        "How do users sign in?",
        "[ ] Google   [ ] Clever   [ ] Password   [ ] Other",
        "Thank you for your answers",
    )
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "How do users sign in?")
    bracketed(sheet, marks)
    sheet.text(60, 160, "Thank you for your answers")
    assert list(told(sheet, document).values()) == ["filled" if mark else "empty" for mark in marks]


def test_boxes_beside_typed_brackets_where_cells_hold_boxes_as_well() -> None:
    document = with_table(("Data that is used", "Used"), *((kind, "☐") for kind in ("Address", "Grades", "Photos")))
    document.add_paragraph("How do users sign in?")
    document.add_paragraph("[ ] Google   [ ] Clever   [ ] Password   [ ] Other")
    document.add_paragraph("Which framework is followed?")
    for kind in ("NIST", "CIS"):
        document.add_paragraph(f"☐ {kind}")
    document.add_paragraph("Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 30, "Vendor Form")
    sheet.table((58, 200, 260), (190, 210, 230, 250, 270))
    sheet.text(62, 194, "Data that is used")
    sheet.text(204, 194, "Used")
    for n, kind in enumerate(("Address", "Grades", "Photos")):
        sheet.text(62, 214 + 20 * n, kind)
        sheet.box(220, 215 + 20 * n)
    sheet.cross(221, 236)
    sheet.text(60, 280, "How do users sign in?")
    shifted = Sheet()
    bracketed(shifted, ("", "x", "", ""))
    part = shifted.picture.crop((0, round(110 * DPI / 72), shifted.picture.width, round(135 * DPI / 72)))
    sheet.picture.paste(part, (0, round(295 * DPI / 72)))
    for word in shifted.words:
        left, top, right, bottom = word.box
        sheet.words.append(replace(word, box=(left, top + 185, right, bottom + 185)))
    sheet.text(60, 330, "Which framework is followed?")
    for n, kind in enumerate(("NIST", "CIS")):
        sheet.box(62, 351 + 20 * n)
        sheet.text(80, 350 + 20 * n, kind)
    sheet.cross(63, 372)
    sheet.text(60, 400, "Thank you for your answers")
    assert list(told(sheet, document).values()) == [
        *("empty", "filled", "empty"),
        *("empty", "filled", "empty", "empty"),
        *("empty", "filled"),
    ]


def test_a_label_between_the_lines_of_a_side_head_is_found() -> None:
    document = with_table(("E. Certification\nAuthorized person", ""))
    (outer,) = document.tables
    inner = outer.rows[0].cells[1].add_table(rows=2, cols=2)
    inner.rows[0].cells[0].text, inner.rows[1].cells[0].text = "Name", "Title"
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((58, 170, 500), (90, 140))
    sheet.table((175, 300, 495), (95, 111, 136))
    sheet.text(62, 96, "E. Certification")
    sheet.text(180, 98, "Name")
    sheet.text(304, 98, "Stan Mabry")
    sheet.text(62, 110, "Authorized person")
    sheet.text(180, 121, "Title")
    sheet.text(304, 121, "Counsel")
    sheet.text(60, 160, "Thank you for your answers")
    assert list(told(sheet, document).values()) == ["filled", "filled"]


def test_letters_of_words_that_are_ringed_are_no_boxes() -> None:
    document = with_lines("Vendor Form", "Is it sold? Circle one: Yes / No", "Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 120, "Is it sold? Circle one: Yes / No")
    sheet.text(60, 160, "Thank you for your answers")
    assert set(told(sheet, document).values()) == {"doubtful"}  # a ring is not looked for: a person does


_SIGN_ONS = ("Google accounts", "Clever accounts", "Passwords", "Class codes", "Other")


def typed_over(sheet: Sheet, marks: tuple[str, ...]) -> None:
    """Options behind boxes; of each, what stands in its box's place: "" a box | "X" an X alone | "-" half a box."""
    for n, mark in enumerate(marks):
        y = 118 + 20 * n
        sheet.text(80, y, _SIGN_ONS[n])
        if mark == "X":
            sheet.cross(62, y + 2)
        elif mark == "-":
            sheet.broken_box(62, y + 1)
        else:
            sheet.box(62, y + 1)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("", "X", "", "", ""), ["empty", "filled", "empty", "empty", "empty"]),
        (("X", "", "X", "", ""), ["filled", "empty", "filled", "empty", "empty"]),
        (("", "-", "", "", ""), ["empty", "doubtful", "empty", "empty", "empty"]),
    ],
)
def test_an_x_that_was_typed_for_a_box_before_printing(marks: tuple[str, ...], expected: list[str]) -> None:
    document = with_lines(
        "Vendor Form",
        "How do users sign in?",
        *(f"☐ {option}" for option in _SIGN_ONS),
        "Thank you for your answers",
    )
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 90, "How do users sign in?")
    typed_over(sheet, marks)
    sheet.text(60, 240, "Thank you for your answers")
    assert list(told(sheet, document).values()) == expected


@pytest.mark.parametrize("mark", ["X", "-"])
def test_an_x_alone_in_the_cell_of_a_box(mark: str) -> None:
    rows = tuple((f"Element {n}", "☐") for n in ("one", "two", "three", "four"))
    document = with_table(("Data element", "Collected"), *rows)
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 420), (90, 115, 140, 165, 190, 215))
    sheet.text(60, 97, "Data element")
    sheet.text(310, 97, "Collected")
    for n, (name, _) in enumerate(rows):
        y = 122 + 25 * n
        sheet.text(60, y, name)
        if n == 1 and mark == "X":
            sheet.cross(350, y + 2)
        elif n == 1:
            sheet.broken_box(350, y + 1)
        else:
            sheet.box(350, y + 1)
    sheet.text(60, 240, "Thank you for your answers")
    state = "filled" if mark == "X" else "doubtful"
    assert list(told(sheet, document).values()) == ["empty", state, "empty", "empty"]


def test_boxes_under_the_label_of_one_of_two_cells() -> None:
    """Line by line the labels of both cells come before the boxes; the table's rules part them."""
    document = docx.Document()
    document.add_paragraph("Vendor Form")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(
        table.rows, (("Product name", "Kind of license"), ("Is the law for it?", "If not, the reason")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[1].cells[0].add_paragraph("☐ Yes   ☐ No")
    for cell in (*table.rows[0].cells, table.rows[1].cells[1]):
        cell.add_paragraph("")
    document.add_paragraph("Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 550), (95, 145, 195))
    for x, y, text in (
        (60, 98, "Product name"),
        (306, 98, "Kind of license"),
        (60, 148, "Is the law for it?"),
        (306, 148, "If not, the reason"),
    ):
        sheet.text(x, y, text)
    sheet.text(66, 120, "Kestrel Typing")
    sheet.text(310, 120, "District")
    for x, option in ((64, "Yes"), (120, "No")):
        sheet.box(x, 172)
        sheet.text(x + 14, 171, option)
    sheet.stroke([(66, 176), (69, 180), (76, 168)], width=4)
    sheet.text(60, 220, "Thank you for your answers")
    states = list(told(sheet, document).values())
    assert sorted(states) == sorted(["filled", "filled", "filled", "empty", "empty"])


@pytest.mark.parametrize(
    ("there", "larger", "found"),
    [
        ([(INK, 9.0)], ("schedule", "of", "data"), True),
        ([(INK, 9.0), ("aie", 0.4)], ("schedule", "of", "data"), True),  # a rule read as a word
        ([(INK, 9.0), ("aie", 8.0)], ("schedule", "of", "fees"), False),  # they were changed
        ([("other", 9.0)], ("schedule", "of", "data"), False),  # what was read is no ink
        ([(INK, 40.0), (INK, 9.0)], ("schedule", "of", "data"), True),
        ([(INK, 9.0), (INK, 0.0)], ("schedule", "of", "data"), False),  # nobody knows where
        ([(INK, 9.0), (INK, -9.0)], ("schedule", "of", "data"), False),  # on the next page
    ],
)
def test_words_of_a_line_that_ocr_garbled_are_read_again(
    there: list[tuple[str, float]], larger: tuple[str, ...], found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = [Token(w, w) for w in ("exhibit", "schedule", "of", "data", "category")]
    paper = [
        Token("exhibit", "Exhibit", page=1, box=(50.0, 100.0, 90.0, 109.0)),
        *(
            Token(
                w,
                w,
                page=1 + (high < 0),
                box=(95.0 + 60 * n, 100.0, 150.0 + 60 * n, 100.0 + abs(high)) if high else None,
            )
            for n, (w, high) in enumerate(there)
        ),
        Token("category", "Category", page=1, box=(50.0, 130.0, 90.0, 139.0)),
    ]
    monkeypatch.setattr(read_larger, "_larger", lambda *_, **__: iter([larger]))
    before = Comparison(Stream(tokens=own), paper, [0, -1, -1, -1, len(paper) - 1])
    after = read_larger.lines_read_again(before, ())
    assert (after.to_paper == [0, 1, 2, 3, 4]) == found
    assert [t.norm for t in after.paper] == ([t.norm for t in own] if found else [t.norm for t in paper])


@pytest.mark.parametrize(
    ("without", "states"),
    [
        ("", {"By": "filled", "Name": "filled", "Title": "filled", "Date": "filled"}),
        ("By", {"By": "empty", "Name": "filled", "Title": "filled", "Date": "filled"}),
        ("Name", {"By": "filled", "Name": "empty", "Title": "filled", "Date": "filled"}),
        ("Date", {"By": "filled", "Name": "filled", "Title": "filled", "Date": "empty"}),
    ],
)
def test_two_who_sign_side_by_side_not_level(without: str, states: dict[str, str]) -> None:
    """The operator's lines stand lower than the District's, as a picture of the signature takes more room."""
    labels = ("By", "Name", "Title", "Date")
    document = with_lines("Vendor Form", "The parties sign below")
    table = document.add_table(rows=1, cols=2)
    for cell, head in zip(table.rows[0].cells, ("BOARD OF EDUCATION OF HARMON RIDGE", "COMPANY"), strict=True):
        cell.text = head
        for label in labels:
            cell.add_paragraph(f"{label}: ____________________")
    document.add_paragraph("Thank you for your answers")
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.text(60, 84, "The parties sign below")
    sheet.text(60, 120, "BOARD OF EDUCATION")
    sheet.text(60, 136, "OF HARMON RIDGE")
    sheet.text(305, 120, "COMPANY")
    for n, (label, answer) in enumerate(zip(labels, ("", "Ana Ruiz", "Manager", "01/18/2027"), strict=True)):
        y = 161 + 25 * n
        sheet.text(60, y, f"{label}:")
        sheet.rule(98, y + 10, 240, y + 10)
        sheet.text(305, y + 13, f"{label}:", "a" if label == "By" else None)
        if label == without:
            sheet.rule(343, y + 23, 450, y + 23)
        elif answer:
            sheet.text(340, y + 13, answer)
    if without != "By":
        sheet.scrawl(340, 178, 90)
    sheet.text(60, 290, "Thank you for your answers")
    found = [r for r in sheet.read(document).values() if r.place.party != "district"]
    assert {r.place.label: r.state for r in found} == states
    assert len(found) == len(labels)


@pytest.mark.parametrize(
    ("typed", "read", "states"),
    [
        (("Y", "N", "Y"), ("é", "", "N"), ["filled", "filled", "filled"]),
        (("Y", "", "N"), ("", "", ""), ["filled", "empty", "filled"]),
        (("?", "-", "Y"), ("", "", ""), ["doubtful", "empty", "filled"]),
    ],
)
def test_a_letter_alone_in_its_cell_is_read_closely(
    typed: tuple[str, ...], read: tuple[str, ...], states: list[str]
) -> None:
    rows = ("Student name", "Home address", "Grades given")
    document = with_table(("Element", "Y / N"), *((row, "") for row in rows))
    sheet = Sheet()
    sheet.text(60, 60, "Vendor Form")
    sheet.table((55, 300, 400), (90, 115, 140, 165, 190))
    sheet.text(60, 96, "Element")
    sheet.text(330, 96, "Y / N", "YIN / N")
    for n, (row, letter, said) in enumerate(zip(rows, typed, read, strict=True), 1):
        sheet.text(60, 96 + 25 * n, row)
        if letter:
            sheet.text(345, 96 + 25 * n, letter, said or "x")
        if letter and not said:
            sheet.words.pop()
    sheet.text(60, 220, "Thank you for your answers")
    found = sheet.read(document)
    assert [r.state for r in found.values()] == states
    assert all(r.value in (letter, "") for r, letter in zip(found.values(), typed, strict=True))


@pytest.mark.parametrize("signed", [["By:", "or"], ["a", "or"]])
def test_the_filled_column_of_who_signs_beside_an_empty_one_is_read_by_its_labels(signed: list[str]) -> None:
    """An answer stands between its labels, and OCR may make anything of the line of the signature."""
    own = ["board", "of", "ridge", "by", "name", "title", "date", "company", "by", "name", "title", "date"]
    known = frozenset(pairwise(own)) | frozenset(zip(own, own[1:], own[2:], strict=False))
    right = [["COMPANY"], signed, ["Name:", "Ana", "Ruiz"], ["Title:", "Vice", "President"], ["Date:", "01/18/2027"]]
    left = [["BOARD", "OF", "RIDGE"], ["By:"], ["Name:"], ["Title:"], ["Date:"]]
    words = []
    for n, (mine, theirs) in enumerate(zip(left, right, strict=True)):
        for x, y, said in ((60, 100 + 25 * n, mine), (305, 100 + 25 * n + 13 * (n > 0), theirs)):
            words += [Word(t, (x + 45.0 * k, y, x + 45.0 * k + 40, y + 9.0), 0.9) for k, t in enumerate(said)]
    told = [w.text for w in side_by_side(words, known, both=True)]
    assert told == [t for line in (*left, *right) for t in line]
