"""Words in brackets right behind a line: who fills it, and what `optional` may call it."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.naming.naming import names_of
from soppa_mailbot.forms.naming.party import remark_party
from soppa_mailbot.model import Blank, Place, PlaceReading

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


SENTENCE = (
    "This agreement is made on ____________ (day entered",
    "by the District) between Unit District 4, Ashton (the “District”), and ____________ (the “Operator”), a _________",
    "(state and kind of company) whose office is at ______________________. It ends on the date that both name:",
)
CALLED = ["This agreement is made on", "", "state and kind of company", "whose office is at"]


def test_a_remark_is_no_part_of_the_next_label_in_word() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(" ".join(SENTENCE))
    places = papers.blank(
        papers.saved(document), "soppa", TITLE, "agreement.docx", ("day entered by the District",)
    ).places
    assert [p.label for p in places if p.title != "Operator"] == [c for c in CALLED if c]
    # of the line that comes next it says nothing, and neither does "(the District)" in the sentence
    assert [(p.party, p.required) for p in places] == [("district", False), *[("operator", True)] * 3]


def test_a_remark_may_go_on_in_the_next_line_of_a_page() -> None:
    canvas = papers.canvas_of(TITLE, "Please complete all lines of this agreement.")
    for n, text in enumerate(SENTENCE):
        canvas.drawString(60, 690 - 16 * n, text)
    places = papers.blank(canvas.getpdfdata(), "soppa", TITLE, "agreement.pdf").places
    assert [(p.party, p.required) for p in places] == [("district", False), *[("operator", True)] * 3]
    assert [p.label for p in places][2:] == CALLED[2:]
    assert places[1].title == "Operator" and "state and kind" not in places[1].label


@pytest.mark.parametrize("brackets", ["[]", "()"])
def test_in_a_letter_a_hint_names_the_blank_before_it(brackets: str) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    left, right = brackets
    document.add_paragraph(
        "We, ____________ [name of the company], a company under the laws of [________], furnish the product "
        "____________ [name of the product] under our quote or order number ________ of ________ [its date], and can "
        "be reached at ____________ [telephone].".replace(" [n", f" {left}n")
        .replace("y],", f"y{right},")
        .replace("t] u", f"t{right} u")
    )
    places = papers.blank(papers.saved(document), "soppa", TITLE, "letter.docx").places
    assert [(p.label, p.role) for p in places] == [
        ("name of the company", "operator"),
        ("a company under the laws of", ""),
        ("furnish the product", "product"),
        ("under our quote or order number", ""),
        ("its date", ""),
        ("and can be reached at", ""),
    ]


def test_brackets_that_no_blank_stands_before_are_of_the_next_label() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Offered by ____________ of [Illinois office]: ____________")
    places = papers.blank(papers.saved(document), "soppa", TITLE, "letter.docx").places
    assert [p.label for p in places] == ["Offered by", "of [Illinois office]"]


def test_a_blank_that_a_sentence_only_joins_is_told_by_its_term() -> None:
    place = Place("p1:line1", "text", "and", required=True, title="Operator")
    named = replace(place, id="p1:line2", label="Name of the company", title="Company")
    assert list(names_of([PlaceReading(p, "empty") for p in (place, named)]).values()) == [
        "Operator",
        "Name of the company",
    ]


def test_optional_may_name_the_end_of_a_sentence() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(
        "The Operator (check one) ☐ does ☐ does not disclose data to others. If it does, the list of them is posted at "
        "____________________, and each is bound."
    )
    entry = "the list of them is posted at"
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx", (entry,))
    assert [(p.label, p.required) for p in blank.places if p.kind == "text"] == [
        ("If it does, the list of them is posted at", False)
    ]


@pytest.mark.parametrize(
    "remark",
    [
        "to be entered by the District", "completed by the school district", "District use", "for the District's use",
        "assigned by the LEA", "which the LEA enters when it signs", "the District will insert it",
        "being the day on which the District signs",
    ],
)  # fmt: skip
def test_remarks_that_name_the_district(remark: str) -> None:
    assert remark_party(remark) == "district"


@pytest.mark.parametrize(
    "remark",
    [
        "the District", "as used by the District", "date entered by the Operator", "given to the District by Vendor",
        "entered by the Vendor for the District", "name and title", "products used by the District's schools",
        "the District will use this number to reach you", "which district will use it",
        "the District will add this to its list", "the District uses it for billing",
    ],
)  # fmt: skip
def test_remarks_that_only_speak_of_the_district(remark: str) -> None:
    assert remark_party(remark) == ""


@pytest.mark.parametrize(
    ("said", "entry", "party"),
    [
        ("(the “Effective Date”, to be entered by the School District)", "", "district"),
        ('(the "Effective Date", which the LEA enters when it signs)', "", "district"),
        ("(the “Effective Date”)", "Effective Date", "operator"),
    ],
)
def test_a_term_may_be_defined_in_the_remark(said: str, entry: str, party: str) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(f"This agreement (this “Agreement”) is made as of ____________ {said} by and between the")
    document.add_paragraph("Board of Education of Unit District 4 (the “District”) and ____________ (the “Operator”).")
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx", (entry,) if entry else ())
    first, second = blank.places
    assert (first.party, first.required, first.title) == (party, False, "Effective Date")
    assert (second.party, second.required) == ("operator", True)
    assert not [n for n in blank.notes if n.startswith("optional")]
