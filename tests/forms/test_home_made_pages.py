"""Pages as offices make them: heads of several lines, wrapped options, labels over lines beside boxes, split fields."""

from __future__ import annotations

from collections.abc import Callable

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.naming.optional import named
from soppa_mailbot.forms.naming.party import heading_party, label_party, said_party, sides
from soppa_mailbot.model import Blank, Place

TITLE = "Sheet of Information on Software"
INTRO = "Whoever offers software to the schools of the District gives all that is asked for here."
BOARD = ("BOARD OF EDUCATION OF KETTLE", "MARSH COMMUNITY", "CONSOLIDATED SCHOOL DISTRICT", "124 (“DISTRICT”)")


def blank_of(draw: Callable[[Canvas], None], *, form: str = "soppa", optional: tuple[str, ...] = ()) -> Blank:
    canvas = papers.canvas_of(TITLE, INTRO, "Times-Roman", 11)
    draw(canvas)
    return papers.blank(canvas.getpdfdata(), form, TITLE, optional=optional)


def signers(canvas: Canvas, heads: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    canvas.drawString(60, 690, "This Agreement takes effect on the date of the last signature below and continues for")
    canvas.drawString(60, 674, "________ year(s), or for as long as the Operator holds data.")
    for x, lines in zip((60, 300), heads, strict=True):
        for n, line in enumerate(lines):
            canvas.drawString(x, 640 - 14.5 * n, line)
        for n, label in enumerate(("By:", "Name:", "Title:", "Date:")):
            canvas.drawString(x, 560 - 27 * n, label + "_" * 30)


@pytest.mark.parametrize("heads", [(BOARD, ("OPERATOR",)), (("OPERATOR",), BOARD), (BOARD[:3], ("OPERATOR",))])
def test_a_head_of_several_lines_beside_the_operators(heads: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    blank = blank_of(lambda canvas: signers(canvas, heads), optional=("Date (District)",))
    left = "operator" if heads[0] == ("OPERATOR",) else "district"
    places = [p for p in blank.places if p.label in ("By", "Name", "Title", "Date")]
    parties = {(p.label, p.party) for p in places if p.box and p.box[0] < 200}
    assert parties == {(label, left) for label in ("By", "Name", "Title", "Date")}
    assert sorted(p.label for p in places if p.party == "operator") == ["By", "Date", "Name", "Title"]
    assert not [n for n in blank.notes if "names the District" in n or "names no place" in n]


def test_lines_that_are_no_head_together_stay_apart() -> None:
    def draw(canvas: Canvas) -> None:
        signers(canvas, (("Operator",), ("Reseller, if any",)))

    assert {p.party for p in blank_of(draw).places} == {"operator"}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Board of Education of Community Unit School District No. 5, DeKalb and Kane Counties, Illinois", "district"),
        ("Lakeside Schools (the “District”)", "district"),
        ("Lakeside Schools (hereinafter “LEA”)", "district"),
        ("Acme Learning LLC", ""),
    ],
)
def test_heads_beside_each_other(head: str, said: str) -> None:
    assert sides([head, "Operator"]) == ([said, "operator"] if said else [])


@pytest.mark.parametrize(
    ("label", "party"),
    [
        ("District: printed name", "district"),
        ("District: digital signature", "district"),
        ("For the District: Title", "district"),
        ("Name of District signatory", "district"),
        ("Title of the District’s official", "district"),
        ("Name of District where it is used", ""),
        ("District: number of schools", ""),
        ("Operator: printed name", ""),
    ],
)
def test_labels_that_say_whose_they_are(label: str, party: str) -> None:
    assert label_party(label) == party


@pytest.mark.parametrize(
    ("head", "party"),
    [
        ("Technology Office use only", "district"),
        ("For Curriculum Department Use Only", "district"),
        ("Vendor office use only", ""),
        ("Teachers use only", ""),
    ],
)
def test_an_offices_own_part(head: str, party: str) -> None:
    assert heading_party(head) == party


def test_an_option_goes_on_under_its_box() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 640, "8. Is the product subject to the Student Online Personal Protection Act?")
        for y, words in (
            (625, "Yes – it is used for school purposes and handles student information (please also fill in and"),
            (595, "No – the Act does not apply to this product"),
        ):
            canvas.rect(72, y - 1, 8, 8)
            canvas.drawString(84, y, words)
        canvas.drawString(72, 610, "sign our agreement)")
        canvas.drawString(
            72, 560, "That question must be answered by whoever fills in this sheet, and by nobody else at all, ever."
        )

    boxes = [p for p in blank_of(draw, form="rfi").places if p.kind == "check"]
    assert len({p.group for p in boxes}) == 1 and {p.role for p in boxes} == {"subject_to_soppa"}
    assert boxes[0].option.endswith("(please also fill in and sign our agreement)")


def test_a_question_under_the_boxes_is_no_option() -> None:
    def draw(canvas: Canvas) -> None:
        for y, question in ((640, "Does it store data of students?"), (590, "May parents see what is stored?")):
            canvas.drawString(72, y, question)
            for x, word in ((72, "Yes"), (130, "No")):
                canvas.rect(x, y - 16, 8, 8)
                canvas.drawString(x + 12, y - 15, word)

    boxes = [p for p in blank_of(draw, form="rfi").places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Yes", "No"] * 2
    assert len({p.group for p in boxes}) == 2


def test_a_label_over_a_line_that_stands_beside_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 9)
        canvas.drawString(60, 640, "Are you the publisher or a reseller?")
        canvas.drawString(312, 640, "If you are a reseller, who publishes it?")
        canvas.drawString(60, 600, "Mailing address")
        canvas.drawString(60, 560, "Telephone")
        canvas.drawString(330, 560, "E-mail")
        canvas.setFont("Times-Roman", 10)
        for x, word in ((60, "Publisher"), (130, "Reseller")):
            canvas.circle(x + 5, 627, 4)
            canvas.drawString(x + 14, 624, word)
        for left, right, y in ((312, 550, 622), (60, 550, 580), (60, 310, 540), (330, 550, 540)):
            canvas.line(left, y, right, y)
        canvas.drawString(
            60, 500, "All of it is checked by us before anything is bought, so give us what is true, please."
        )

    places = blank_of(draw, form="rfi").places
    assert [p.label for p in places if p.kind == "text"] == [
        "If you are a reseller, who publishes it?",
        "Mailing address",  # over a rule across the page, as the shorter ones have theirs
        "Telephone",
        "E-mail",
    ]
    assert {p.group_label for p in places if p.kind == "check"} == {"Are you the publisher or a reseller?"}


def test_rules_that_part_rows_of_boxes_are_not_written_on() -> None:
    questions = ("Does it use artificial intelligence?", "Is data encrypted?", "Does it show advertising?")

    def draw(canvas: Canvas) -> None:
        for n, question in enumerate(questions):
            y = 640 - 22 * n
            canvas.drawString(60, y, question)
            for x, word in ((440, "Yes"), (490, "No")):
                canvas.circle(x, y + 4, 4)
                canvas.drawString(x + 10, y, word)
            canvas.line(60, y - 6, 545, y - 6)
        canvas.drawString(60, 540, "Completed by:")
        canvas.line(140, 538, 400, 538)

    places = blank_of(draw, form="rfi").places
    assert [p.label for p in places if p.kind == "text"] == ["Completed by"]
    assert list(dict.fromkeys(p.group_label for p in places if p.kind == "check")) == list(questions)
    assert len({p.group for p in places if p.kind == "check"}) == len(questions)


def test_a_line_of_a_sentence_that_begins_a_row() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 640, "The contact for a breach is __________________, telephone _______________, e-mail")
        canvas.drawString(
            60, 624, "_______________________________. The Operator bears the costs that the law allows to"
        )
        canvas.drawString(60, 608, "be allocated to it.")

    assert [p.label for p in blank_of(draw).places] == ["The contact for a breach is", "telephone", "e-mail"]


def test_two_fields_over_one_line_are_one_answer() -> None:
    canvas = papers.canvas_of(TITLE, "", "Times-Roman", 11)
    for y, label in ((700, "Mailing address"), (670, "Zip"), (640, "Web site")):
        start = 60 + canvas.stringWidth(label, "Times-Roman", 11)
        canvas.drawString(60, y, label + "_" * int((540 - start) / 5.5))
    form = canvas.acroForm
    boxes = {
        "Text1": (140, 700, 400),
        "Text2": (80, 670, 460),
        "Text3": (110, 640, 200),
        "undefined_2": (312, 640, 220),
    }
    for name, (x, y, wide) in boxes.items():
        form.textfield(name=name, x=x, y=y - 3, width=wide, height=13, borderWidth=0)
    places = papers.blank(canvas.getpdfdata(), "rfi", TITLE).places
    assert [(p.label, p.required) for p in places] == [
        ("Mailing address", True),
        ("Zip", True),
        ("Web site", True),
        ("Web site", False),
    ]


def test_cells_with_their_label_each_in_a_table_of_its_own() -> None:
    def form(labels: tuple[str, ...]) -> Blank:
        document = docx.Document()
        document.add_paragraph(TITLE)
        for label in labels:
            cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
            cell.text = label
            cell.add_paragraph()
            document.add_paragraph()
        return papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")

    labels = ("Company name", "Mailing address", "Where is the data stored?", "Date of approval (if known)")
    assert [p.label.rstrip("?") for p in form(labels).places] == [t.rstrip("?") for t in labels]
    assert not form(labels[:2]).places, "two such cells may be a letterhead and a note"


def place(label: str) -> Place:
    return Place(label, "text", label, required=True)


@pytest.mark.parametrize(
    ("wanted", "label", "fits"),
    [
        ("Reseller", "Reseller (only if not sold directly)", True),
        ("Reseller", "Reseller (name and address)", True),
        ("Title", "Title (Operator)", False),
        ("Position", "Position (of the signer)", False),
        ("Name of third party 2", "2 name of third party", True),
        ("Name of third party 2", "3 name of third party", False),
    ],
)
def test_what_optional_means(wanted: str, label: str, fits: bool) -> None:
    places = (place(label), place("Product"), place("Contact"))
    assert [p.label for p in named(wanted, places)] == ([label] if fits else [])


@pytest.mark.parametrize("labels", [("Title", "Date"), ("Title", "Signature"), ("E-mail", "Number")])
def test_lines_under_each_other_are_asked_for_one_by_one(labels: tuple[str, str]) -> None:
    """A word that programs give to fields too is a label where it is printed."""

    def draw(canvas: Canvas) -> None:
        for n, label in enumerate(("Printed name", *labels)):
            canvas.drawString(60, 640 - 27 * n, label + ":")
            canvas.line(140, 638 - 27 * n, 420, 638 - 27 * n)

    assert [(p.label, p.required) for p in blank_of(draw).places] == [
        (label, True) for label in ("Printed name", *labels)
    ]


@pytest.mark.parametrize(
    ("words", "party"),
    [("for the district", "district"), ("District", "district"), ("vendor", "operator"), ("fax", "")],
)
def test_whose_words_out_of_a_line_are(words: str, party: str) -> None:
    assert said_party(words) == party
