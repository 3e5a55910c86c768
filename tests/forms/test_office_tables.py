"""Tables as offices make them: printed answers in some cells, section rows over states, cards, labels with room."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.party import sides
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.word.open_labels import spaced_labels
from soppa_mailbot.model import Place

TITLE = "Digital Tool Vendor Profile"
SENTENCES = (
    "Please answer every question and put N/A where a question does not fit your tool. One profile for each tool.",
    "Send this profile with your order form and with our agreement where information of students is involved.",
)


def places(data: bytes, name: str = "blank.pdf") -> tuple[Place, ...]:
    return papers.blank(data, "rfi", TITLE, name).places


# --- a timeline in a card with round corners, one of whose answers is printed -----------------------------------------


def round_card(canvas: Canvas, left: float, top: float, wide: float, high: float, radius: float = 8.0) -> None:
    """Each corner is two arcs that meet inside of it, as browsers draw them."""
    a, b = 0.5523 * radius / 2, 0.2929 * radius
    right, bottom = left + wide, top - high
    path = canvas.beginPath()
    path.moveTo(left + radius, top)
    for (x, y), (dx, dy) in (
        ((right, top), (-1, -1)),
        ((right, bottom), (-1, 1)),
        ((left, bottom), (1, 1)),
        ((left, top), (1, -1)),
    ):
        level = (x + dx * radius, y)
        upright = (x, y + dy * radius)
        middle = (x + dx * b, y + dy * b)
        first, last = (level, upright) if (dx, dy) in ((-1, -1), (1, 1)) else (upright, level)
        path.lineTo(*first)
        path.curveTo(*_towards(first, (x, y), a), *_towards(middle, first, a), *middle)
        path.curveTo(*_towards(middle, last, a), *_towards(last, (x, y), a), *last)
    path.close()
    canvas.drawPath(path)


def _towards(start: tuple[float, float], end: tuple[float, float], far: float) -> tuple[float, float]:
    share = far / max(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5, 0.1)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


ROWS = ("Final sign-off needed by (if you know it)", "Accounts and rosters ready", "Training of our staff")
HEADS = ("Milestone", "Date", "Who sees to it")


def timeline() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    canvas.setFont("Helvetica", 10)
    for number, text in enumerate((TITLE, *SENTENCES)):
        canvas.drawString(54, 740 - 20 * number, text)
    columns, top, high = (54.0, 260.0, 380.0, 558.0), 640.0, 26.0
    round_card(canvas, columns[0], top, columns[-1] - columns[0], high * 4)
    for row in range(1, 4):
        canvas.line(columns[0], top - high * row, columns[-1], top - high * row)
    for x in columns[1:-1]:
        canvas.line(x, top, x, top - high * 4)
    for x, head in zip(columns, HEADS, strict=False):
        canvas.drawString(x + 4, top - 17, head)
    for row, label in enumerate(ROWS, 1):
        canvas.drawString(columns[0] + 4, top - high * row - 17, label)
    canvas.drawString(columns[2] + 4, top - high - 17, "Board of Education")
    canvas.save()
    return file.getvalue()


def test_a_printed_answer_in_the_first_row_is_no_head() -> None:
    assert [p.label for p in places(timeline())] == [
        "Final sign-off needed by (if you know it) date",
        "Accounts and rosters ready date",
        "Accounts and rosters ready who sees to it",
        "Training of our staff date",
        "Training of our staff who sees to it",
    ]


# --- Word -------------------------------------------------------------------------------------------------------------


def word(*, states: bool = False, lines: tuple[str, ...] = (), answers: tuple[tuple[int, int], ...] = ()) -> bytes:
    document = docx.Document()
    for text in (TITLE, *SENTENCES):
        document.add_paragraph(text)
    if states:
        rows = ("Data is encrypted at rest", "Single sign-on for users", "Backups are tested")
        table = document.add_table(rows=len(rows) + 2, cols=4)
        table.cell(0, 0).merge(table.cell(0, 3)).text = "PART 4. SECURITY CONTROLS"
        for column, head in enumerate(("Control", "Yes", "No", "Planned")):
            table.cell(1, column).text = head
        for number, label in enumerate(rows, 2):
            table.cell(number, 0).text = label
        for row, column in answers:
            table.cell(row + 2, column).text = "X"
    for text in lines:
        document.add_paragraph(text)
    return papers.saved(document)


def test_states_under_the_row_of_a_section_are_marked() -> None:
    blank = papers.blank(word(states=True), "rfi", TITLE, "blank.docx")
    assert {p.kind for p in blank.places} == {"check"}
    assert [p.option for p in blank.places] == ["Yes", "No", "Planned"] * 3
    assert len({p.group for p in blank.places}) == 3
    for answers, status in ((((0, 1), (1, 3), (2, 2)), "complete"), (((0, 1), (2, 2)), "incomplete")):
        copy = papers.read(word(states=True, answers=answers), "copy.docx")
        (form,) = assemble(recognise(copy, (blank,)), (blank,))
        assert form.status == status


LINES = (
    "1. About your company",
    "Company (legal name): ",
    "Mailing address (street, city, state, ZIP), where we write to: ",
    "What will teachers, students or staff do with the tool?",
    "",
    "Grade bands (check all that apply): ",
    "☐ K-2   ☐ 3-5",
    "Accounts and rosters are ready, and who sees to it with us: ",
    "How is data encrypted? ",
    "Latest security review (date, by whom): ",
    "Cyber insurance (carrier, limit): ",
    "Reason, if the law does not apply:",
    "",
    "Name: ",
    "Thank you for your answers.",
)


def test_labels_that_end_with_a_space_are_answered_behind_it() -> None:
    found = [p.label for p in places(word(lines=LINES), "blank.docx") if p.kind == "text"]
    assert found == [
        line.rstrip(" :")
        for line in LINES
        if (line.endswith(": ") and "Grade" not in line) or line.endswith(("?", "? ")) or line.startswith("Reason")
    ]


def test_a_few_spaces_by_chance_tell_nothing() -> None:
    def told(lines: tuple[str, ...]) -> int:
        return len(spaced_labels(papers.read(word(lines=lines), "blank.docx").flow))

    assert told(LINES) == 7
    assert told(LINES[:8]) == 0


THEIRS_FIRST = ["district", "operator"]


@pytest.mark.parametrize(
    ("heads", "whose"),
    [
        (("Vendor representative", "Tamarack Lake CUSD 26 (we fill this in)"), ["operator", "district"]),
        (("Vendor representative", "Tamarack Lake CUSD 26"), ["operator", "district"]),
        (("Vendor representative", "(we fill this in)"), []),
        (("MEMBER\nBoard of Education, Tamarack CUSD 26", "OPERATOR\n(signs for the company on page 1)"), THEIRS_FIRST),
        (("CUSTOMER\nTamarack Lake CUSD 26", "VENDOR\nCompany named on page 1"), THEIRS_FIRST),
        (("Participating LEA", "Provider, as named above"), THEIRS_FIRST),
        (("The Member", "The Operator (authorized officer)"), THEIRS_FIRST),
        (("Subscriber", "For the Operator"), THEIRS_FIRST),
        (("Member of staff", "Vendor (list all)"), []),
        (("Member states", "Provider"), []),
        (("Product", "Company named in Part A"), []),
        (("Contact", "Vendor (name)"), []),
        (("Board", "Operator shall name"), []),
    ],
)
def test_heads_beside_each_other_name_both_parties(heads: tuple[str, str], whose: list[str]) -> None:
    assert sides(heads) == whose
