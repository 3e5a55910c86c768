"""Questions that are answered by a ring around a printed word, and have no boxes."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.common.words_ringed import behind_offers, every_offer, offers, tells_for_all
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor questionnaire"
BREACH = "Has there been a breach?"
STORED = "Is stored information encrypted?"
ENOUGH = (
    "Answer all questions of this questionnaire and send it to the office of Marsh Hollow District 21 with your offer.",
    "The office looks at nothing that is not complete, and tells you what it misses within a few days after that.",
)


@pytest.mark.parametrize(
    ("text", "question", "options"),
    [
        ("Is it free? (circle one)  Yes   No", "Is it free?", ["Yes", "No"]),
        ("Is it free (please circle Yes or No)?   YES  NO  N/A", "Is it free?", ["YES", "NO", "N/A"]),
        ("Is it free? Yes / No (circle one)", "Is it free?", ["Yes", "No"]),
        ("Circle one: Yes No", "", ["Yes", "No"]),
        # other answers, which stand well apart
        ("Billed? Circle one:   Monthly   Each year", "Billed?", ["Monthly", "Each year"]),
        ("Hosted by (circle one)\tVendor\tDistrict\tA third.", "Hosted by", ["Vendor", "District", "A third"]),
        ("After it we (circle one)   DELETE   RETURN   it within ____ days.", "After it we", ["DELETE", "RETURN"]),
        ("Term (please circle one):   1 year   2 years", "Term", ["1 year", "2 years"]),
    ],
)
def test_answers_to_be_ringed(text: str, question: str, options: list[str]) -> None:
    found = offers(text)
    assert found is not None
    assert (found.question, [o.word for o in found.options]) == (question, options)


@pytest.mark.parametrize(
    "text",
    [
        "Is it free? (circle Yes or No)",  # where to circle stands elsewhere
        "☐ Yes ☐ No (circle one)",  # boxes
        "Yes ____ No ____ (circle one)",
        "Is it free? Yes No",  # nothing says how it is answered
        "Circle back with us, yes or no matter what",
        "Circle one: Monthly Yearly",  # one answer or two
        "Plan (circle one)   Basic ____   Gold ____",
        "Who? (circle one)   Vendor",
        "Circle one   and write it   into the box below.",
        "Plan (circle one)   Basic   Gold, which has all that Basic has and more",
    ],
)
def test_texts_without_such_answers(text: str) -> None:
    assert offers(text) is None


def test_a_heading_may_say_it_for_all_lines() -> None:
    assert tells_for_all("Security (circle one answer in each line)")
    assert offers("YES   NO", told=True) is not None
    assert offers("Answer with yes or no", told=True) is None
    assert not tells_for_all("Is it free? (circle one)  Yes   No")


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("10. Is it free?      Yes     No", ["10. Is it free?"]),
        ("Is it free?\tYes\tNo\tN/A", ["Is it free?"]),
        ("Is it free? ............ Yes   No", ["Is it free?"]),
        ("Is it free? Yes / No", ["Is it free?"]),
        ("10.   Is it free?   Yes   No       On iPads?   Yes   No", ["10. Is it free?", "On iPads?"]),
        ("17. Is it free?   Yes   No   If no, what is the price? ____", ["17. Is it free?"]),
        ("Name of it ______   Is it free?   Yes | No", ["Is it free?"]),
        ("Is it free (circle one)?   Yes  No     Is it big (circle one)?   Yes  No", ["Is it free?", "Is it big?"]),
        ("Is it free? (circle one)  Yes  No", ["Is it free?"]),  # a word says it
    ],
)
def test_answers_that_stand_apart_behind_a_question_are_chosen_though_no_word_says_so(
    text: str, questions: list[str]
) -> None:
    assert [o.question for o in every_offer(text)] == questions


@pytest.mark.parametrize(
    "text",
    [
        "Is it free? Yes No",  # in a sentence
        "Is it free? Yes or no will do.",
        "Is it free?   Yes / No ______",  # what is written on the line
        "Is it free? (Yes/No)     ____",
        "☐   Is it free?  ☐ Yes   ☐ No",
        "Question      Yes      No",  # heads of columns
        "Is it free?    Yes   Yes",
        "Is it free?    No student data is sold.",
        "Answer each with   Yes   No",
    ],
)
def test_answers_that_are_no_such_choice(text: str) -> None:
    assert every_offer(text) == ()


def test_a_line_behind_answers_is_called_by_what_stands_between() -> None:
    assert behind_offers("17. Is it free? Yes No If no, what is the price?") == "If no, what is the price?"
    assert behind_offers("Reseller, if any") == "Reseller, if any"
    assert behind_offers("Is it free? Yes / No") == "Is it free? Yes / No"


# --- Word -------------------------------------------------------------------------------------------------------------


def word(breach: str = "Yes   No", company: str = "____________") -> bytes:
    document = docx.Document()
    for text in (
        TITLE,
        *ENOUGH,
        f"Company: {company}",
        f"{BREACH} (circle one)   {breach}",
        "Thank you for your time.",
    ):
        document.add_paragraph(text)
    return papers.saved(document)


def read_word(breach: str) -> Form:
    blank = papers.blank(word(), "rfi", TITLE, "form.docx")
    document = papers.read(word(breach, "Harbor LLC"), "sent.docx")
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    return form


def test_the_words_of_a_word_form_are_places() -> None:
    blank = papers.blank(word(), "rfi", TITLE, "form.docx")
    assert [(p.label, p.group_label) for p in blank.places if p.kind == "check"] == [("Yes", BREACH), ("No", BREACH)]
    assert gap_in(blank) == ""


@pytest.mark.parametrize("breach", ["X Yes   No", "Yes"])
def test_a_mark_before_a_word_and_a_word_that_is_left_are_answers(breach: str) -> None:
    form = read_word(breach)
    assert form.status == "complete"
    assert [r.place.label for r in form.readings if r.state == "filled" and r.place.kind == "check"] == ["Yes"]


def test_what_is_not_seen_in_word_goes_to_a_person() -> None:
    """A ring that is drawn over the text, or bold letters."""
    assert read_word("Yes   No").status == "doubtful"


@pytest.mark.parametrize("cue", ["(circle one)", "(one answer must be circled)"])
def test_the_cell_before_the_answers_says_that_they_are_ringed(cue: str) -> None:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, "Company: ____________"):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = f"{BREACH} {cue}", "Yes   No"
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert [p.label for p in blank.places if p.kind == "check"] == ["Yes", "No"]


# --- pages ------------------------------------------------------------------------------------------------------------

YES, NO = (400, 620), (450, 620)


def page(mark: str = "", company: str = "", *, cells: bool = False, box: float | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((TITLE, *ENOUGH)):
        canvas.drawString(60, 750 - 18 * n, text)
    canvas.drawString(60, 680, "Company:")
    canvas.line(120, 678, 400, 678)
    canvas.drawString(124, 681, company)
    canvas.drawString(60, 650, "SECURITY (circle one answer in each line)")
    if cells:
        for left, right in ((56, 390), (390, 560)):
            canvas.rect(left, 612, right - left, 24)
    canvas.drawString(60, 620, STORED)
    canvas.drawString(*YES, "YES")
    canvas.drawString(*NO, "NO")
    if mark == "ring":
        canvas.ellipse(YES[0] - 8, YES[1] - 6, YES[0] + 28, YES[1] + 14)
    elif mark == "both":
        canvas.ellipse(YES[0] - 8, YES[1] - 6, NO[0] + 28, YES[1] + 14)
    elif mark:
        canvas.drawString(YES[0] + (6 if mark == "over" else -14), YES[1], "X")
    if box is not None:
        canvas.acroForm.checkbox(name="Check Box1", x=box, y=YES[1] - 1, size=9, checked=True)
    canvas.save()
    return out.getvalue()


def blank_page(*, cells: bool = False) -> Blank:
    return papers.blank(page(cells=cells), "rfi", TITLE, "form.pdf")


@pytest.mark.parametrize("cells", [False, True])
def test_the_words_of_a_page_are_places(cells: bool) -> None:
    blank = blank_page(cells=cells)
    assert [(p.label, p.group_label) for p in blank.places if p.kind == "check"] == [("YES", STORED), ("NO", STORED)]
    assert gap_in(blank) == ""


def test_a_cell_with_answers_to_be_ringed_is_not_written_in() -> None:
    canvas = papers.canvas_of(TITLE, ENOUGH[0], size=9)
    canvas.rect(56, 600, 300, 60)
    canvas.drawString(60, 645, f"{STORED} (circle one)   YES    NO")
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE, "form.pdf")
    assert [p.label for p in blank.places] == ["YES", "NO"]


@pytest.mark.parametrize("cue", ["(circle one)", "(one answer must be circled)"])
def test_the_cell_before_the_answers_of_a_page_says_that_they_are_ringed(cue: str) -> None:
    canvas = papers.canvas_of(TITLE, ENOUGH[0], size=9)
    for left, right in ((56, 390), (390, 560)):
        canvas.rect(left, 612, right - left, 24)
    canvas.drawString(60, 620, f"{STORED} {cue}")
    canvas.drawString(*YES, "YES")
    canvas.drawString(*NO, "NO")
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE, "form.pdf")
    assert [p.label for p in blank.places if p.kind == "check"] == ["YES", "NO"]


@pytest.mark.parametrize("cells", [False, True])
@pytest.mark.parametrize(
    ("mark", "status"),
    [("ring", "complete"), ("before", "complete"), ("over", "doubtful"), ("", "incomplete"), ("both", "doubtful")],
)
def test_what_a_page_answers(mark: str, status: str, cells: bool) -> None:
    blank = blank_page(cells=cells)
    document = papers.read(page(mark, "Harbor LLC", cells=cells))
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    assert form.status == status
    if status == "complete":
        assert [r.place.label for r in form.readings if r.state == "filled" and r.place.kind == "check"] == ["YES"]
    if status == "incomplete":
        assert form.open == (STORED,)


@pytest.mark.parametrize(("left", "status"), [(422, "complete"), (388, "complete"), (431, "incomplete")])
def test_a_box_that_the_operator_put_beside_a_printed_word(left: float, status: str) -> None:
    """Made fillable by the operator; a box midway between the words is neither's."""
    blank = blank_page()
    (form,) = assemble(recognise(papers.read(page("", "Harbor LLC", box=left)), (blank,)), (blank,))
    assert form.status == status
    if status == "complete":
        assert [r.place.label for r in form.readings if r.state == "filled" and r.place.kind == "check"] == ["YES"]


RUNS = ((200, "Browser"), (290, "Chromebook"), (390, "iPad"))


def devices(said: str, rings: tuple[tuple[int, int], ...] = (), *, fields: bool = False) -> bytes:
    """`rings`: from where to where each is drawn."""
    canvas = papers.canvas_of(TITLE, ENOUGH[0])
    canvas.drawString(60, 714, ENOUGH[1])
    canvas.drawString(60, 680, "Company:")
    canvas.drawString(124, 681, "Harbor LLC" if rings else "")
    canvas.drawString(60, 620, f"It runs on {said}:")
    for number, (left, word) in enumerate(RUNS):
        canvas.drawString(left, 620, word)
        if fields:
            canvas.acroForm.checkbox(name=f"Check Box{number}", x=left - 12, y=619, size=9)
    if fields:
        canvas.acroForm.textfield(name="Company", x=120, y=676, width=280, height=14)
    for left, right in rings:
        canvas.ellipse(left, 613, right, 634)
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize(
    ("said", "rings", "status", "chosen"),
    [
        ("(circle all that fit)", ((198, 244), (388, 416)), "complete", ["Browser", "iPad"]),
        ("(circle one)", ((288, 350),), "complete", ["Chromebook"]),
        ("(check one)", ((198, 244),), "doubtful", []),  # a ring may mean anything there
        ("(circle one)", ((272, 420),), "doubtful", []),  # around two of them
    ],
)
def test_words_that_are_ringed_on_paper_and_have_fields_in_the_form(
    said: str, rings: tuple[tuple[int, int], ...], status: str, chosen: list[str]
) -> None:
    blank = papers.blank(devices(said, fields=True), "rfi", TITLE, "form.pdf")
    (form,) = assemble(recognise(papers.read(devices(said, rings)), (blank,)), (blank,))
    assert form.status == status
    assert [r.place.option for r in form.readings if r.state == "filled" and r.place.kind == "check"] == chosen


# --- several questions in a row, and no word of a ring ----------------------------------------------------------------

GAP = " " * 6
UNTOLD = (
    ("10. Does it work on Chromebooks?", "On iPads?"),
    ("11. Is the data encrypted?", "Insured?"),
)
ASKED = [question for row in UNTOLD for question in row]
WHY = "If yes, for what?"


def untold_word(*, bold: bool = False) -> bytes:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, "Company: ____________" if not bold else "Company: Harbor LLC"):
        document.add_paragraph(text)
    for row in UNTOLD:
        paragraph = document.add_paragraph()
        for question in row:
            paragraph.add_run(question + GAP)
            paragraph.add_run("Yes").bold = bold
            paragraph.add_run(GAP + "No" + GAP)
        paragraph.add_run(f"{WHY} ______" if row is UNTOLD[-1] and not bold else "")
        paragraph.add_run(f"{WHY} All of it" if row is UNTOLD[-1] and bold else "")
    return papers.saved(document)


def untold_page(ring: int | None = None, *, line: bool = False) -> bytes:
    """`ring`: of which question "Yes" is ringed; `line`: answers are written on a line behind the printed words."""
    canvas = papers.canvas_of(TITLE, " ".join(ENOUGH), size=7)
    for n, row in enumerate(UNTOLD):
        y = 600 - 30 * n
        for m, question in enumerate(row):
            left = 60 + 260 * m
            canvas.drawString(left, y, question)
            canvas.drawString(left + 170, y, "Yes")
            canvas.drawString(left + 200, y, "No")
            if ring == 2 * n + m:
                canvas.ellipse(left + 164, y - 5, left + 194, y + 12)
            if line:
                canvas.line(left + 216, y - 2, left + 250, y - 2)
    return canvas.getpdfdata()


@pytest.mark.parametrize(("data", "name"), [(untold_word(), "form.docx"), (untold_page(), "form.pdf")])
def test_each_question_of_a_row_is_a_place_of_its_own(data: bytes, name: str) -> None:
    blank = papers.blank(data, "rfi", TITLE, name)
    asked = dict.fromkeys(p.group_label for p in blank.places if p.kind == "check")
    assert list(asked) == ASKED
    assert len({p.group for p in blank.places if p.kind == "check"}) == len(ASKED)
    assert gap_in(blank) == ""
    if name == "form.docx":
        assert [p.label for p in blank.places if p.kind == "text"] == ["Company", WHY]


def test_bold_words_answer_each_question_of_a_row() -> None:
    blank = papers.blank(untold_word(), "rfi", TITLE, "form.docx")
    (form,) = assemble(recognise(papers.read(untold_word(bold=True), "sent.docx"), (blank,)), (blank,))
    assert form.status == "complete"
    assert [r.place.label for r in form.readings if r.place.kind == "check" and r.state == "filled"] == ["Yes"] * 4


def test_a_ring_answers_its_own_question_of_a_row() -> None:
    blank = papers.blank(untold_page(), "rfi", TITLE, "form.pdf")
    (form,) = assemble(recognise(papers.read(untold_page(1)), (blank,)), (blank,))
    chosen = [r.place for r in form.readings if r.place.kind == "check" and r.state == "filled"]
    assert [(p.group_label, p.option) for p in chosen] == [(ASKED[1], "Yes")]


def test_printed_answers_before_a_line_only_tell_what_to_write() -> None:
    blank = papers.blank(untold_page(line=True), "rfi", TITLE, "form.pdf")
    assert not [p for p in blank.places if p.kind == "check"]


@pytest.mark.parametrize("behind", ["", "______"])
def test_printed_answers_beside_an_empty_cell_or_over_a_line_only_tell_what_to_write(behind: str) -> None:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, "Company: ____________"):
        document.add_paragraph(text)
    if behind:
        document.add_paragraph(f"{STORED}{GAP}Yes / No")
        document.add_paragraph(behind)
    else:
        document.add_table(rows=1, cols=2).cell(0, 0).text = f"{STORED}{GAP}Yes / No"
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert not [p for p in blank.places if p.kind == "check"]
