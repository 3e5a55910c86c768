"""Contracts that leave three blanks for one day, and whose the day is; a schedule's sentence over a wide table."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.model import Blank

TITLE = "Agreement on Covered Information"
THEIRS = "(the “Effective Date,” to be inserted by the District upon approval)"
TERM = "(the “Effective Date”)"


def in_word(behind: str, optional: tuple[str, ...] = ()) -> Blank:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("This Agreement is between the Board of Education and ____________ (the “Operator”),")
    document.add_paragraph(f"and is effective as of the ______ day of ______________, 20____ {behind}.")
    document.add_paragraph("The Operator publishes its policy at ____________________.")
    return papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx", optional)


def in_fields(behind: str, optional: tuple[str, ...] = ()) -> Blank:
    """A page whose fields were found by an editor, with names that say little."""
    canvas = papers.canvas_of(TITLE, "This Agreement is between the Board of Education and the Operator named below.")
    canvas.drawString(60, 690, "Operator")
    canvas.drawString(60, 660, "and is effective as of the")
    canvas.drawString(230, 660, "day of")
    canvas.drawString(362, 660, ", 20")
    canvas.drawString(412, 660, behind[:26])
    canvas.drawString(60, 646, behind[26:])
    canvas.drawString(60, 610, "The Operator publishes its policy at")
    for name, x, y, wide in (
        ("Text1", 120, 688, 200),
        ("Text2", 180, 658, 44),
        ("Text3", 266, 658, 90),
        ("Text4", 384, 658, 24),
        ("Text5", 240, 608, 200),
    ):
        canvas.acroForm.textfield(name=name, x=x, y=y, width=wide, height=13, borderWidth=0, fillColor=None)
    return papers.blank(bytes(canvas.getpdfdata()), "soppa", TITLE, "agreement.pdf", optional)


@pytest.mark.parametrize("made", [in_word, in_fields])
def test_a_day_that_the_district_inserts(made: object) -> None:
    blank = made(THEIRS)  # type: ignore[operator]
    assert [p.party for p in blank.places] == ["operator", "district", "district", "district", "operator"]


@pytest.mark.parametrize("made", [in_word, in_fields])
def test_the_contracts_name_for_a_day_is_that_of_all_its_parts(made: object) -> None:
    asked = [p.required for p in made(TERM).places]  # type: ignore[operator]
    free = [p.required for p in made(TERM, ("Effective Date",)).places]  # type: ignore[operator]
    assert (asked, free) == ([True] * 5, [True, False, False, False, True])


def test_what_is_said_over_a_table_of_many_columns() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(
        "Check each element that is collected by the Operator (“Collected”) and each given to others (“Shared”)."
    )
    rows = ("Name", "Birthday", "Grade level", "Attendance")
    table = document.add_table(len(rows) + 1, 5)
    for column, head in enumerate(("No.", "Category", "Element", "Collected", "Shared")):
        table.cell(0, column).text = head
    for n, row in enumerate(rows, 1):
        for column, text in enumerate((str(n), f"Kind {n}", row, "☐", "☐")):
            table.cell(n, column).text = text
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "exhibit.docx")
    assert len({p.group for p in blank.places}) == 1
