"""Words in brackets right behind a line: who fills it, and what `optional` may call it."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.party import remark_party
from soppa_mailbot.model import Blank

TITLE = "Agreement on the data of students"
LINES = (
    "It is made by ______________________ (the “Operator”).",
    "It takes effect on ____________ (date entered by the District upon signature).",
    "It ends on ____________ (last day of the subscription) or earlier.",
)


def in_word(*optional: str) -> Blank:
    document = docx.Document()
    for text in (TITLE, *LINES):
        document.add_paragraph(text)
    return papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx", optional)


def printed(*optional: str) -> Blank:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for n, text in enumerate((TITLE, *LINES)):
        canvas.drawString(60, 740 - 30 * n, text)
    canvas.save()
    return papers.blank(out.getvalue(), "soppa", TITLE, "agreement.pdf", optional)


@pytest.mark.parametrize("learnt", [in_word, printed])
def test_a_line_that_the_district_enters_is_its_own(learnt: object) -> None:
    blank = learnt()  # type: ignore[operator]
    assert [(p.label, p.party, p.required) for p in blank.places] == [
        ("It is made by", "operator", True),
        ("It takes effect on", "district", False),
        ("It ends on", "operator", True),
    ]


@pytest.mark.parametrize("learnt", [in_word, printed])
def test_a_line_may_be_named_by_what_stands_behind_it(learnt: object) -> None:
    blank = learnt("last day of the subscription", "date entered by the District upon signature")  # type: ignore[operator]
    assert [p.required for p in blank.places] == [True, False, False]
    assert not [n for n in blank.notes if n.startswith("optional")]


@pytest.mark.parametrize(
    "remark",
    [
        "to be entered by the District", "completed by the school district", "District use", "for the District's use",
        "assigned by the LEA",
    ],
)  # fmt: skip
def test_remarks_that_name_the_district(remark: str) -> None:
    assert remark_party(remark) == "district"


@pytest.mark.parametrize(
    "remark",
    [
        "the District", "as used by the District", "date entered by the Operator", "given to the District by Vendor",
        "entered by the Vendor for the District", "name and title", "products used by the District's schools",
    ],
)  # fmt: skip
def test_remarks_that_only_speak_of_the_district(remark: str) -> None:
    assert remark_party(remark) == ""
