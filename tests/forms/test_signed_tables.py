"""Word tables in which two parties sign on lines, their prints, and what a form keeps for its office in one line."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor Statement and Agreement"
SENTENCES = (
    "The vendor keeps the covered information of students safe and uses it for the schools and for nothing else.",
    "It is never sold and never used to choose advertising, and it is deleted when the contract has ended.",
)
LABELS = ("Authorized signature", "Printed name and title", "Date")
SIGNED = ("/s/ Elena Park", "Elena Park, Vice President", "8/21/2026")
LINE = "_" * 30
HEADS = ("Vendor", "", "Oak Savanna District 113")


def document(rows: Sequence[Sequence[str]], after: Sequence[str] = (), *, framed: str = "") -> bytes:
    """`framed`: a table of one cell behind the others."""
    made = docx.Document()
    for text in (TITLE, *SENTENCES):
        made.add_paragraph(text)
    if rows:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    for text in after:
        made.add_paragraph(text)
    if framed:
        made.add_paragraph()
        made.add_table(rows=1, cols=1).cell(0, 0).text = framed
    return papers.saved(made)


def blocks(signed: Sequence[str] = ("", "", ""), *, spare: bool) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [HEADS]
    for label, said in zip(LABELS, signed, strict=True):
        rows += [(said or LINE, "", LINE), (label, "", label)]
    return [*rows, ("", "", "")] if spare else rows


def blank(data: bytes, form: str = "soppa", optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, form, TITLE, "blank.docx", optional)


def copy_of(known: Blank, data: bytes, name: str) -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (known,)), (known,))
    return form


@pytest.mark.parametrize("spare", [False, True])
@pytest.mark.parametrize("left", [None, 0, 1, 2])
def test_labels_below_their_lines_and_a_spare_row(spare: bool, left: int | None) -> None:
    known = blank(document(blocks(spare=spare)))
    assert [(p.label, p.party) for p in known.places] == [(n, p) for n in LABELS for p in ("operator", "district")]
    signed = tuple("" if n == left else said for n, said in enumerate(SIGNED))
    form = copy_of(known, document(blocks(signed, spare=spare)), "copy.docx")
    mine = [r for r in form.readings if r.place.party == "operator"]
    assert [r.value for r in mine] == list(signed)


def test_a_last_row_that_answers_stays_a_place() -> None:
    rows = [("Name", "Phone"), (LINE, LINE), ("Street", "City"), (LINE, LINE), ("State", "Website"), ("", "")]
    assert [p.label for p in blank(document(rows), "rfi").places][-2:] == ["State", "Website"]


def printed(rows: Sequence[tuple[Sequence[str], Sequence[str]]], lefts: Sequence[float]) -> bytes:
    """Rows of what stands on lines and of the labels below, as Word prints a table without borders."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    canvas.setFont("Helvetica", 9)
    for number, text in enumerate((TITLE, *SENTENCES)):
        canvas.drawString(54, 730 - 24 * number, text)
    for left, head in zip(lefts, HEADS[::2] if len(lefts) == 2 else (), strict=False):
        canvas.drawString(left, 640, head)
    for number, (answers, labels) in enumerate(rows):
        for left, answer, label in zip(lefts, answers, labels, strict=True):
            canvas.drawString(left, 610 - 48 * number, answer)
            canvas.drawString(left, 597 - 48 * number, label)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("left", [None, 0, 1, 2])
def test_one_partys_lines_on_a_print_where_the_others_are_left(left: int | None) -> None:
    known = blank(document(blocks(spare=False)))
    signed = [LINE if n == left else said for n, said in enumerate(SIGNED)]
    form = copy_of(
        known, printed([((s, LINE), (n, n)) for s, n in zip(signed, LABELS, strict=True)], (54, 320)), "c.pdf"
    )
    states = {(r.place.label, r.place.party): r.state for r in form.readings}
    assert states == {
        (label, party): "filled" if party == "operator" and n != left else "empty"
        for n, label in enumerate(LABELS)
        for party in ("operator", "district")
    }


ROW = ("Signature", "Title", "Date")
ACROSS = [(LINE, "", LINE[:20], "", LINE[:16]), ("Signature", "", "Title", "", "Date")]


@pytest.mark.parametrize(
    ("answers", "states"),
    [
        (("/s/ Marcus Oyelaran", "Director of Sales", "October 3, 2026"), ("filled", "filled", "filled")),
        (("", "", "7-15-26"), ("empty", "empty", "filled")),
        (("/s/ Marcus Oyelaran", "", "7-15-26"), ("filled", "empty", "filled")),
    ],
)
def test_three_lines_across_with_white_cells_between_them(answers: Sequence[str], states: Sequence[str]) -> None:
    known = blank(document(ACROSS), "rfi")
    assert [p.label for p in known.places] == list(ROW)
    form = copy_of(known, printed([(answers, ROW)], (54, 300, 440)), "copy.pdf")
    assert [r.state for r in form.readings] == list(states)


OFFICE = "OFFICE USE ONLY     Reviewed by: ________   Date: ________   Approved  ☐ Yes  ☐ No"


@pytest.mark.parametrize("in_cell", [False, True])
def test_a_line_that_its_first_words_keep_for_the_office(in_cell: bool) -> None:
    known = blank(document(ACROSS, framed=OFFICE) if in_cell else document(ACROSS, (OFFICE,)), "rfi")
    assert {p.label: p.party for p in known.places[:3]} == dict.fromkeys(ROW, "operator")
    office = [p for p in known.places[3:] if p.label in ("Date", "Yes", "No") or "Reviewed by" in p.label]
    assert len(office) == 4
    assert {(p.party, p.required) for p in office} == {("district", False)}


@pytest.mark.parametrize("ticked", ["Corporation", "Other"])
def test_options_behind_short_lines_that_end_with_a_line_for_another(ticked: str) -> None:
    asked = "Type of business (check one):"
    row = "___ Corporation   ___ LLC   ___ Partnership   ___ Other: ____________"
    known = blank(document((), (asked, row)), "rfi")
    boxes = [p for p in known.places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Corporation", "LLC", "Partnership", "Other"]
    assert {p.group_label for p in boxes} == {"Type of business (check one)"}
    said = row.replace(f"___ {ticked}", f"_X_ {ticked}").replace(
        "____________", "S corporation" if ticked == "Other" else LINE
    )
    form = copy_of(known, document((), (asked, said)), "copy.docx")
    assert [r.place.option for r in form.readings if r.state == "filled" and r.place.kind == "check"] == [ticked]


@pytest.mark.parametrize(
    ("captions", "party"),
    [
        (("Superintendent", "Secretary, Board of Education"), "district"),
        (("Officer of the company", "Officer for privacy"), "operator"),
    ],
)
def test_captions_under_lines_with_a_date_beside(captions: tuple[str, str], party: str) -> None:
    """Two rows for each that signs: the line with "Date: ____" beside it, and who signs under the line."""
    document = docx.Document()
    document.add_heading("Data Privacy Addendum", 1)
    document.add_paragraph(
        "The parties have caused this Addendum to be signed by their officers this ____ day of ______."
    )
    document.add_paragraph("OPERATOR")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("By: " + "_" * 30, "Date: " + "_" * 15), strict=True):
        cell.text = text
    document.add_paragraph("AND")
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for caption in captions:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = "_" * 30, "Date: " + "_" * 15
        table.add_row().cells[0].text = caption
    blank = papers.blank(papers.saved(document), "soppa", "Data Privacy Addendum", "blank.docx")
    labels = [(p.label, p.party) for p in blank.places]
    assert labels[2:4] == [("By", "operator"), ("Date", "operator")]
    assert [label for label, _ in labels[4:]] == [captions[0], "Date", captions[1], "Date"]
    assert [whose for label, whose in labels[4:] if label == "Date"] == [party, party]
    assert [p.label for p in blank.places if p.role == "signature"] == ["By"]


@pytest.mark.parametrize("dated", ["date signed", "date", "signing date"])
def test_signatures_in_the_first_row_over_rows_of_both_parties(dated: str) -> None:
    """ "Operator signature | (white) | District signature | (white)" is signed itself, and heads no columns."""
    document = docx.Document()
    document.add_paragraph("Agreement for online services")
    table = document.add_table(rows=0, cols=4)
    for label in ("signature", "printed name", "title", dated):
        cells = table.add_row().cells
        cells[0].text, cells[2].text = f"Operator {label}", f"District {label}"
    blank = papers.blank(papers.saved(document), "soppa", "Agreement", "blank.docx")
    assert [(p.id, p.party) for p in blank.places] == [
        (f"t0r{row}c{column}", party) for row in range(4) for column, party in ((1, "operator"), (3, "district"))
    ]
    assert blank.places[0].role == "signature"
    assert not blank.notes
