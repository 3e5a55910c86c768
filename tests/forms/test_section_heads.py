"""Grids as spreadsheets print them: heads in the middle of a table, wide cells, statements to initial."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.common.labels import asks_each
from soppa_mailbot.forms.common.section_heads import by_table, section_row
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form, Place

TITLE = "Technology Questionnaire for Vendors"
INTRO = "Whoever offers technology to the schools of Coal Fork District 17 completes every line of this page."
EDGES = (60, 85, 285, 335, 385, 545)
ACROSS = ("", "", "", "", "")
ROWS: tuple[tuple[str | None, ...], ...] = (
    ("A. VENDOR", None, None, None, None),
    ("1", "Company name", "", None, None),
    ("2", "Number of users", "", "Cost", ""),
    ("C. STUDENT DATA (mark X)", None, "Yes", "No", "Comments"),
    ("3", "Is it subject to SOPPA?", "", "", ""),
    ("4", "If No, state the reason", "", None, None),
    ("5", "Does it store names of students?", "", "", ""),
    ("D. TECHNICAL", None, None, None, None),
    ("6", "Log-in methods", "", None, None),
)
OPTIONAL = ("If No, state the reason", "Comments")
ANSWERS = {(1, 2): "Acme", (2, 2): "300", (2, 4): "$9", (4, 2): "X", (6, 3): "X", (8, 2): "Google"}
Cells = dict[tuple[int, int], str]


def grid(answers: Cells | None = None) -> bytes:
    """None in a row: the cell before goes on over that column."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, row in enumerate(ROWS):
        for column, text in enumerate(row):
            if text is None:
                continue
            end = next((c for c in range(column + 1, 5) if row[c] is not None), 5)
            canvas.rect(EDGES[column], 690 - 24 * n, EDGES[end] - EDGES[column], 24)
            canvas.drawString(EDGES[column] + 4, 698 - 24 * n, text or (answers or {}).get((n, column), ""))
    return canvas.getpdfdata()


def word(answers: Cells | None = None) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    table = document.add_table(rows=len(ROWS), cols=5)
    for n, row in enumerate(ROWS):
        for column, text in enumerate(row):
            if text is None:
                continue
            end = next((c for c in range(column + 1, 5) if row[c] is not None), 5)
            cell = table.cell(n, column)
            cell = cell.merge(table.cell(n, end - 1)) if end > column + 1 else cell
            cell.text = text or (answers or {}).get((n, column), "")
    return papers.saved(document)


def asked(places: Sequence[Place]) -> list[tuple[str, str]]:
    """(kind, what is asked), a question's boxes as one."""
    found = [(p.kind, (p.group_label or p.label).lstrip("0123456789. ")) for p in places if p.required]
    return list(dict.fromkeys(found))


@pytest.fixture(params=["pdf", "docx"])
def blank(request: pytest.FixtureRequest) -> Blank:
    data = grid() if request.param == "pdf" else word()
    return papers.blank(data, "rfi", TITLE, f"form.{request.param}", optional=OPTIONAL)


def test_heads_in_the_middle_of_a_table(blank: Blank) -> None:
    assert asked(blank.places) == [
        ("text", "Company name"),
        ("text", "Number of users"),
        ("text", "Cost"),
        ("check", "Is it subject to SOPPA?"),
        ("check", "Does it store names of students?"),
        ("text", "Log-in methods"),
    ]
    boxes = [p for p in blank.places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Yes", "No"] * 2
    assert {p.role for p in boxes[:2]} == {"subject_to_soppa"}
    assert not [n for n in blank.notes if "names no place" in n or "empty cells" in n]


@pytest.mark.parametrize("empty", [None, (2, 2), (4, 2), (6, 3)])
def test_copies_of_a_grid(blank: Blank, empty: tuple[int, int] | None) -> None:
    answers = {at: said for at, said in ANSWERS.items() if at != empty}
    paper = grid(answers) if blank.file.endswith("pdf") else word(answers)
    (form,) = assemble(recognise(papers.read(paper, blank.file), [blank]), [blank])
    lacking = {(2, 2): "Number of users", (4, 2): "Is it subject to SOPPA?", (6, 3): "Does it store names of students?"}
    expected = [lacking[empty]] if empty else []
    assert [name.lstrip("0123456789. ") for name in form.open] == expected
    assert form.subject_to_soppa is (None if empty == (4, 2) else True)


# --- statements to initial, lists to mark ---

STATEMENTS = ("will not sell data of students.", "will tell of a breach within a day.", "will delete data when asked.")


def statements(said: str, given: Sequence[str] = ("", "", "")) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, said)
    for n, (statement, initials) in enumerate(zip(STATEMENTS, given, strict=True)):
        canvas.rect(60, 664 - 24 * n, 44, 24)
        canvas.rect(104, 664 - 24 * n, 440, 24)
        canvas.drawString(110, 672 - 24 * n, f"{n + 1}. {statement}")
        canvas.drawString(70, 672 - 24 * n, initials)
    canvas.drawString(60, 560, "By: " + ("/s/ Ana Ruiz" if any(given) else "_" * 40))
    return canvas.getpdfdata()


def judged(said: str, given: Sequence[str]) -> Form:
    blank = papers.blank(statements(said), "soppa", TITLE)
    (form,) = assemble(recognise(papers.read(statements(said, given)), [blank]), [blank])
    return form


@pytest.mark.parametrize(
    "said",
    ["Initial or check the box beside each statement. The company certifies that it:", "Initial every statement."],
)
def test_each_statement_is_initialled(said: str) -> None:
    blank = papers.blank(statements(said), "soppa", TITLE)
    boxes = [p for p in blank.places if p.kind == "check"]
    assert [p.label for p in boxes] == [f"{n}. {s}" for n, s in enumerate(STATEMENTS, 1)]
    assert len({p.group for p in boxes}) == len(STATEMENTS), "one for all is not enough"
    assert judged(said, ("X", "X", "X")).status == "complete"
    assert judged(said, ("X", "", "X")).open == (f"2. {STATEMENTS[1]}",)


def test_statements_in_word_are_initialled_in_words() -> None:
    def form(given: Sequence[str] = ("", "", "")) -> bytes:
        document = docx.Document()
        document.add_paragraph(TITLE)
        document.add_paragraph(INTRO)
        document.add_paragraph("Place your initials beside each statement.")
        table = document.add_table(rows=0, cols=2)
        for statement, initials in zip(STATEMENTS, given, strict=True):
            for cell, text in zip(table.add_row().cells, (initials, statement), strict=True):
                cell.text = text
        return papers.saved(document)

    blank = papers.blank(form(), "rfi", TITLE, "form.docx")
    assert [p.label for p in blank.places] == [s.rstrip(".") for s in STATEMENTS]
    (copy,) = assemble(recognise(papers.read(form(("AR", "AR", "")), "form.docx"), [blank]), [blank])
    assert copy.open == (STATEMENTS[2].rstrip("."),)


ELEMENTS = ("Name", "Grade", "Address", "Photograph", "Attendance")
PLACE_AN_X = "Place an X beside every element that the product collects."


def one_column(head: str, said: str, items: Sequence[str]) -> Blank:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, said)
    for n, row in enumerate([("Element", head), *((e, "") for e in items)]):
        for left, width, text in ((60, 250, row[0]), (310, 110, row[1])):
            canvas.rect(left, 664 - 20 * n, width, 20)
            canvas.drawString(left + 4, 670 - 20 * n, text)
    canvas.drawString(60, 500, "Company: " + "_" * 40)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE)


def one_column_in_word(head: str, said: str, items: Sequence[str]) -> Blank:
    document = docx.Document()
    for text in (TITLE, INTRO, said):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=2)
    for row in [("Element", head), *((e, "") for e in items)]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")


HEADS = ("Mark “X”", "Place an X", "Mark with an X")


@pytest.mark.parametrize(
    ("made", "head", "said"),
    [
        (one_column, "Collected", PLACE_AN_X),
        *((made, "Collected (X)", PLACE_AN_X) for made in (one_column, one_column_in_word)),
        *(
            (one_column_in_word, head, "Data elements")
            for head in ("Used? (x)", "Received by the Provider? (mark with an X)", "In use (✓)", "Collected? (“X”)")
        ),
        *((made, head, "Data elements") for made in (one_column, one_column_in_word) for head in HEADS),
    ],
)
def test_a_list_of_one_column_that_is_marked(made: Callable[..., Blank], head: str, said: str) -> None:
    places = made(head, said, ELEMENTS).places
    assert len({p.group for p in places if p.kind == "check"}) == 1
    assert [p.option for p in places if p.kind == "check"] == list(ELEMENTS)


@pytest.mark.parametrize("made", [one_column, one_column_in_word])
@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("Mark “X”", ("We sell no student data.", "We encrypt it wherever it is.", "We delete it when asked.")),
        ("Place of storage", ELEMENTS),
        ("Enter check number", ELEMENTS),
        ("Used? (explain)", ELEMENTS),
        ("Used by (check number)", ELEMENTS),
    ],
)
def test_promises_and_other_columns_are_no_such_list(
    made: Callable[..., Blank], head: str, items: Sequence[str]
) -> None:
    asked = [p for p in made(head, "Data", items).places if p.label != "Company"]
    assert not any(p.kind == "check" for p in asked)
    assert [p.required for p in asked] == [True] * len(items)


PROMISES = (
    "We will sell no student data.",
    "We encrypt it wherever it is.",
    "The Operator shall delete it when asked.",
)
USES = ("We will sell nothing.", "We encrypt it.", "We host it.", "The company shall stay.", "We read it.")
WAYS = ("We host it ourselves.", "A company that we chose hosts it.", "Our servers are in Illinois only.")


@pytest.mark.parametrize("made", [one_column, one_column_in_word])
@pytest.mark.parametrize("head", ["X", "Check", "(Mark)"])
def test_under_a_lone_mark_each_promise_is_asked_for(made: Callable[..., Blank], head: str) -> None:
    asked = [p for p in made(head, "Promises", PROMISES).places if p.label != "Company"]
    assert [(p.kind, p.required) for p in asked] == [("text", True)] * len(PROMISES)
    for others in (ELEMENTS, WAYS):
        ticked = [p for p in made(head, "Data", others).places if p.kind == "check"]
        assert len({p.group for p in ticked}) == 1 and len(ticked) == len(others), others


@pytest.mark.parametrize(
    ("head", "rows", "each"),
    [
        ("X", PROMISES, True),
        ("X", USES, False),  # two promises among what it does
        ("X", PROMISES[:1], False),
        ("Collected", PROMISES, False),
        ("", PROMISES, False),
    ],
)
def test_most_rows_promise_where_each_owes_its_mark(head: str, rows: Sequence[str], each: bool) -> None:
    assert asks_each(head, rows) == each


@pytest.mark.parametrize(
    ("between", "head"),
    [
        ({0: "D. TECHNICAL"}, None),  # a section without heads of its own
        ({0: " "}, 1),  # white across the table
        ({0: "5", 1: "Stored abroad", 2: ""}, 1),
    ],
)
def test_heads_hold_up_to_the_next_section(between: dict[int, str], head: int | None) -> None:
    rows = (
        {0: "Question", 1: "Given", 2: "Answer"},
        {0: "C. DATA", 1: "Yes", 2: "No"},
        between,
        {0: "6", 1: "Sold", 2: ""},
    )
    table = by_table({(4, r, c): text for r, row in enumerate(rows) for c, text in row.items()})[4]
    assert section_row(table, 3, 2) == head
    assert section_row(table, 1, 2) is None, "over it is the table's first row alone"
