"""Lines of Word forms: named by the paragraph over or under them, or marked like a box; small cells; captions."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Alder Point Software Vendor Questionnaire"
LINE = "_" * 40
INTRO = "Every vendor of software for pupils fills in this sheet and sends it back to the purchasing office."


def word(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    document = docx.Document()
    for text in (TITLE, INTRO, *paragraphs):
        document.add_paragraph(text)
    if table:
        cells = document.add_table(len(table), len(table[0]))
        for row, texts in zip(cells.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.add_paragraph("Thank you for your answers. Questions go to the purchasing office of the schools.")
    return papers.saved(document)


def learnt(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = (), optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(word(paragraphs, table), "rfi", TITLE, "blank.docx", optional)


def form_of(blank: Blank, paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> Form:
    (form,) = assemble(recognise(papers.read(word(paragraphs, table), "paper.docx"), (blank,)), (blank,))
    return form


def under_titles(rows: Sequence[Sequence[str]]) -> Blank:
    """A table some of whose rows are one text over all columns."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    columns = max(map(len, rows))
    table = document.add_table(len(rows), columns)
    for row, texts in zip(table.rows, rows, strict=True):
        cells = row.cells if len(texts) == columns else [row.cells[0].merge(row.cells[-1])]
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    return papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")


def labels(blank: Blank) -> list[str]:
    return [p.label for p in blank.places]


def test_labels_over_their_lines() -> None:
    assert labels(learnt(["Company name", LINE, "Telephone", LINE, "Postal address", LINE, ""])) == [
        "Company name",
        "Telephone",
        "Postal address",
    ]
    assert labels(learnt(["1. Who are you?", LINE, "2. What do you sell?", LINE, "Please go on to the table"])) == [
        "1. Who are you?",
        "2. What do you sell?",
    ]


def test_a_heading_between_labels_names_no_line() -> None:
    asked = ["COMPANY", "Name", LINE, "Telephone", LINE, "TOOL", "Its name", LINE, "Its price", LINE, "PRIVACY", "Yes"]
    assert labels(learnt(asked)) == ["Name", "Telephone", "Its name", "Its price"]


def test_captions_under_their_lines() -> None:
    asked = ["Signatures", LINE, "Signature of the officer", LINE, "Printed name", LINE, "Title"]
    assert labels(learnt(asked)) == ["Signature of the officer", "Printed name", "Title"]


def test_an_empty_paragraph_parts_captions_from_the_next_line() -> None:
    asked = ["Please sign", LINE, "Signature", "", LINE, "Printed name", "", LINE, "Title"]
    assert labels(learnt(asked)) == ["Signature", "Printed name", "Title"]


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("/s/ Ana Ruiz ________  3/4/2027 ____", ["filled", "filled"]),
        (f"{LINE}  3/4/2027", ["empty", "filled"]),
        (f"/s/ Ana Ruiz  {LINE[:16]}", ["filled", "empty"]),
    ],
)
def test_lines_beside_each_other_have_a_caption_each(line: str, states: list[str]) -> None:
    caption = "Signature of the officer                 Date"
    blank = learnt(["Signatures", f"{LINE}  {LINE[:16]}", caption, LINE, "Printed name"])
    assert labels(blank) == ["Signature of the officer", "Date", "Printed name"]
    form = form_of(blank, ["Signatures", line, caption, "Ana Ruiz", "Printed name"])
    assert [r.state for r in form.readings] == [*states, "filled"]


YES_NO = "Does the tool store names of pupils?  ____ Yes   ____ No"
LIST = "____ Tablets    ____ Laptops    ____ Telephones"


@pytest.mark.parametrize("mark", ["_X_", "_XX_", "XX", "XXXX", "_xxx", "X X", "_✓_"])
def test_a_short_line_is_marked_by_as_many_letters_as_it_has_room_for(mark: str) -> None:
    blank = learnt(["Vendor: ____________________", YES_NO])
    said = ["Vendor: Aspen Learning", YES_NO.replace("____ No", f"{mark} No")]
    form = form_of(blank, said)
    assert (form.status, [r.place.option for r in form.readings if r.state == "filled"]) == ("complete", ["", "No"])
    assert form_of(blank, [said[0], said[1].replace("____ Yes", f"{mark} Yes")]).contradictory


@pytest.mark.parametrize("word", ["XXXXXXXX", "n/a", "XL", "max"])
def test_words_on_a_short_line_are_for_a_person(word: str) -> None:
    blank = learnt(["Vendor: ____________________", YES_NO])
    assert form_of(blank, ["Vendor: Aspen Learning", YES_NO.replace("____ No", f"_{word}_ No")]).status == "doubtful"


def test_short_lines_before_options_are_marked() -> None:
    blank = learnt(["Vendor: ____________________", YES_NO, "It runs on (mark all that apply):", LIST])
    assert [(p.kind, p.option) for p in blank.places[1:]] == [
        ("check", o) for o in ("Yes", "No", "Tablets", "Laptops", "Telephones")
    ]
    answers = ["Vendor: Aspen Learning", YES_NO.replace("____ No", "_X__ No"), "It runs on (mark all that apply):"]
    form = form_of(blank, [*answers, LIST.replace("____ Lap", "X Lap")])
    assert (form.status, [r.place.option for r in form.readings if r.state == "filled"]) == (
        "complete",
        ["", "No", "Laptops"],
    )
    assert form_of(blank, [*answers, LIST]).status == "incomplete"


def test_a_mark_between_two_options_is_for_a_person() -> None:
    blank = learnt(["Vendor: ____________________", YES_NO])
    form = form_of(blank, ["Vendor: Aspen Learning", YES_NO.replace("Yes  ", "Yes X")])
    assert form.status == "doubtful"


def test_short_lines_in_a_sentence_are_written_on() -> None:
    blank = learnt(["We teach ____ pupils in ____ schools of ____ districts and reply within ____ days."])
    assert {p.kind for p in blank.places} == {"text"}


COMB = ["Federal number (6 digits)", "", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("digits", "status"), [("364471", "complete"), ("", "incomplete"), ("3", "doubtful"), ("3644", "complete")]
)
def test_cells_for_one_character_each_are_one_answer(digits: str, status: str) -> None:
    blank = learnt(["Vendor: ____________________"], [COMB])
    assert [p.label for p in blank.places if p.required] == ["Vendor", "Federal number (6 digits)"]
    row = [COMB[0], *digits.ljust(6)]
    form = form_of(blank, ["Vendor: Aspen Learning"], [[c.strip() for c in row]])
    assert form.status == status


def test_captions_in_the_row_under_cells() -> None:
    table = [["", "", ""], ["Vendor signature", "Typed name", "Date"]]
    blank = learnt(["Vendor: ____________________"], table)
    assert labels(blank) == ["Vendor", "Vendor signature", "Typed name", "Date"]
    assert blank.places[1].role == "signature"
    form = form_of(blank, ["Vendor: Aspen Learning"], [["", "Ana Ruiz", "3/4/2027"], table[1]])
    assert form.unsigned


def test_the_districts_own_line_in_two_languages() -> None:
    own = "District only / Solo para el distrito: Reviewed by ____________  Reviewed on ____________"
    blank = learnt(["Vendor: ____________________", own, "Telephone: ____________________"])
    assert [p.party for p in blank.places] == ["operator", "district", "district", "operator"]


def test_optional_names_what_stands_behind_the_colon() -> None:
    blank = learnt(["Vendor: ____________", "In the office: Checked by ____________"], optional=("Checked by",))
    assert [p.required for p in blank.places] == [True, False]
    assert not any(n.startswith("optional") for n in blank.notes)


def test_the_question_of_boxes_is_no_caption_of_the_line_over_it() -> None:
    paragraphs = ["What the product does", LINE, "Where it runs (check all that apply)", "☐ Browser   ☐ Tablet"]
    blank = learnt(paragraphs)
    assert [p.label for p in blank.places if p.kind == "text"] == ["What the product does"]


def test_a_line_that_begins_a_statement_is_named_by_it() -> None:
    paragraphs = [
        "Statements",
        "_______ (initials)  We do not sell student data",
        "_______ (initials)  We tell of a breach",
    ]
    assert labels(learnt([*paragraphs, "End of it"])) == ["We do not sell student data", "We tell of a breach"]


def test_the_number_of_a_question_is_no_caption_of_its_own() -> None:
    """Typed lists have a tab behind the number."""
    asked = ["1.\tWhat does it do?", LINE, "2.  Who would use it, and about how many people?", LINE, ""]
    assert labels(learnt(asked)) == ["1. What does it do?", "2. Who would use it, and about how many people?"]
    assert labels(learnt(["Name\tDate", f"{'_' * 20}\t{'_' * 20}", ""])) == ["Name", "Date"]


def test_rows_that_have_no_number_ask_for_none() -> None:
    """A table of number, label and answer under titles across it: "CERTIFICATION" is followed by rows without one."""
    rows = (
        ("A - COMPANY",),
        ("A1", "Legal name", ""),
        ("A2", "Address", ""),
        ("CERTIFICATION",),
        ("", "Name", ""),
        ("", "Date", ""),
    )
    assert labels(under_titles(rows)) == ["A1. Legal name", "A2. Address", "Name", "Date"]


def test_an_empty_first_column_under_a_head_is_asked_for() -> None:
    table = [("Number of seats", "Product", "Price"), ("", "Planet Atlas", ""), ("", "Planet Notes", "")]
    assert len(labels(learnt(["Please complete the table"], table))) == 4


def test_captions_over_each_cell_of_a_row() -> None:
    """Under a question that takes the whole first row."""
    rows = (("9. Which schools will use it?",), ("",), ("13. Number of students", "14. Number of staff"), ("", ""))
    assert labels(under_titles(rows)) == [
        "9. Which schools will use it?",
        "13. Number of students",
        "14. Number of staff",
    ]


def test_statements_that_are_initialed_in_a_column_of_their_own() -> None:
    rows = [("Initials", "", "Statement"), *(("", f"S{n}", f"The Operator keeps promise {n}.") for n in (1, 2, 3))]
    assert labels(learnt(["Initial each statement"], rows)) == ["S1 Initials", "S2 Initials", "S3 Initials"]


def test_pairs_over_rows_of_boxes_are_no_heads() -> None:
    rows = [("Legal name", "", "DBA", ""), *((f"{q}?", "☐ Yes ☐ No", f"{r}?", "☐ Yes ☐ No") for q, r in ("ab", "cd"))]
    assert labels(learnt(["Vendor request"], rows))[:2] == ["Legal name", "DBA"]


def test_a_line_that_says_at_its_start_whose_it_is() -> None:
    line = "_" * 20
    lines = [f"Answered by {line}   Date {line}", f"For the District:  Reviewed by {line}   Date {line}"]
    assert [p.party for p in learnt(["Vendor request", *lines], []).places] == ["operator"] * 2 + ["district"] * 2


def test_a_line_under_a_sentence_with_a_blank_of_its_own() -> None:
    """What the sentence asks behind its blank is answered on the line; what a box asks is no place by itself."""
    blank = papers.blank(
        word(
            [
                "Full legal name: ____________",
                f"It is furnished under a quote dated {LINE} (the “Contract”). It serves the following purpose:",
                LINE,
                LINE,
                f"Signed on {LINE} for the Company.",
                LINE,
                "[  ] No, it is not covered, because:",
                LINE,
            ]
        ),
        "soppa",
        TITLE,
        "form.docx",
    )
    labels = [p.label for p in blank.places if p.kind == "text"]
    assert labels[:4] == [
        "Full legal name",
        "It is furnished under a quote dated",
        "It serves the following purpose",
        "Signed on",
    ]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("At the end the records shall be  ___ returned   ___ destroyed", ["check", "check"]),
        ("Payment is due:\t__ monthly\t__ once a year", ["check", "check"]),
        ("Term of the contract:  ___ years   ___ months", ["text", "text"]),
        ("We reply within ___ hours and  ___ minutes of a call", ["text", "text"]),
        ("Our office  ___ in  ________ of the state", ["text", "text"]),
        ("The product holds  ___ records", ["text"]),
        ("It holds ___ records of students and ___ of staff", ["text", "text"]),
        ("At the end  ___ the records of all the students are returned  ___ none are kept", ["text", "text"]),
    ],
)
def test_lines_too_short_for_a_word_are_marked(line: str, kinds: list[str]) -> None:
    blank = learnt(["Vendor: ____________________", line])
    assert [p.kind for p in blank.places[1:]] == kinds


def test_a_line_that_parts_off_the_districts_own_part_asks_nothing() -> None:
    rule = "_" * 60
    own = ["For office use only", "Reviewed by: ____________"]
    assert labels(learnt(["Vendor: ____________", "Thank you very much.", rule, *own])) == ["Vendor", "Reviewed by"]
    assert labels(learnt(["Vendor: ____________", rule, *own])) == ["Vendor", "Reviewed by"]
    assert labels(learnt(["Vendor: ____________", "Comments:", rule, *own])) == ["Vendor", "Comments", "Reviewed by"]
    assert labels(learnt(["Vendor: ____________", rule, "Signature", *own])) == ["Vendor", "Signature", "Reviewed by"]
