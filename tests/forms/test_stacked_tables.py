"""Word tables of questions with their answers below, and signature rows that have white cells beside their labels."""

from __future__ import annotations

import docx
import form_papers as papers

from soppa_mailbot.model import Place

Rows = list[tuple[str, ...]]
STACK: Rows = [
    ("1. Where is the data kept?",),
    ("",),
    ("2. How do users sign in? (check all that apply)",),
    ("☐ Google   ☐ Clever   ☐ Other",),
    ("If Other, describe:",),
    ("",),
    ("3. Is the data encrypted?",),
    ("☐ Yes   ☐ No",),
    ("4. Which standard is met?",),
    ("",),
]


def places_of(rows: Rows, form: str = "rfi") -> tuple[Place, ...]:
    document = docx.Document()
    document.add_heading("Questionnaire for vendors", 1)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return papers.blank(papers.saved(document), form, "Questionnaire for vendors", "form.docx").places


def test_each_answer_is_named_by_the_question_over_it() -> None:
    places = places_of(STACK)
    assert [p.label for p in places if p.kind != "check"] == [
        "1. Where is the data kept?",
        "If Other, describe",
        "4. Which standard is met?",
    ]


def test_boxes_of_different_questions_are_different_questions() -> None:
    boxes = [p for p in places_of(STACK) if p.kind == "check"]
    asked = {p.group: p.group_label for p in boxes}
    assert [*asked.values()] == ["2. How do users sign in? (check all that apply)", "3. Is the data encrypted?"]
    assert [p.option for p in boxes] == ["Google", "Clever", "Other", "Yes", "No"]


def test_two_questions_beside_each_other_over_their_answers() -> None:
    rows: Rows = [("Company", "City"), ("", ""), ("Telephone", "E-mail"), ("", "")]
    assert [p.label for p in places_of(rows)] == ["Company", "City", "Telephone", "E-mail"]


def test_a_table_with_heads_is_no_stack() -> None:
    rows: Rows = [("Name of third party", "What it does"), ("", ""), ("", "")]
    assert [p.label for p in places_of(rows)] == ["Name of third party", "What it does"] * 2


def test_a_row_that_is_signed_is_no_row_of_heads() -> None:
    rows: Rows = [
        ("FOR THE OPERATOR", "", "FOR THE DISTRICT", ""),
        ("Operator signature", "", "District signature", ""),
        ("Printed name", "", "District name", ""),
        ("Date signed", "", "District date", ""),
    ]
    places = places_of(rows, "soppa")
    assert [(p.label, p.party) for p in places if p.kind == "signature"] == [
        ("Operator signature", "operator"),
        ("District signature", "district"),
    ]
    assert [p.label for p in places if p.party == "operator"] == ["Operator signature", "Printed name", "Date signed"]
