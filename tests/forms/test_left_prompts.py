"""A print of a Word form whose controls still show their prompts, beside the other party's."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.left_prompts import without_prompts
from soppa_mailbot.forms.texts.printed_prompts import with_lines
from soppa_mailbot.model import Blank, Document, Field, Mark, Page, Paragraph, Run, Word

TITLE = "Operator Disclosure and Privacy Agreement"
TEXT, DATE = "Click or tap here to enter text.", "Click or tap to enter a date."
SENTENCES = (
    "The operator keeps the covered information of students safe and uses it for the schools and for nothing else.",
    "It is never sold and never used to choose advertising, and it is deleted when the contract has ended.",
)
SIGNED = {"Signature": "/s/ Marcus Oyelaran", "Name and title": "Marcus Oyelaran, Director", "Date": "10/2/2026"}


def control_xml(prompt: str) -> str:
    what = "<w:date/>" if prompt == DATE else "<w:text/>"
    return (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/>{what}</w:sdtPr>"
        f"<w:sdtContent><w:r><w:t>{prompt}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def blank() -> Blank:
    document = docx.Document()
    for text in (TITLE, *SENTENCES):
        document.add_paragraph(text)
    table = document.add_table(rows=4, cols=2)
    for column, head in enumerate(("OPERATOR", "DISTRICT")):
        table.cell(0, column).text = head
        for row, label in enumerate(SIGNED, 1):
            paragraph = table.cell(row, column).paragraphs[0]
            paragraph.add_run(f"{label}: ")
            paragraph._p.append(parse_xml(control_xml(DATE if label == "Date" else TEXT)))
    return papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx")


def printed(answers: dict[str, str], theirs: dict[str, str]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    canvas.setFont("Helvetica", 9)
    for number, text in enumerate((TITLE, *SENTENCES)):
        canvas.drawString(54, 730 - 24 * number, text)
    for left, head, said in ((54, "OPERATOR", answers), (310, "DISTRICT", theirs)):
        canvas.drawString(left + 4, 640, head)
        canvas.rect(left, 634, 256, 18)
        for number, label in enumerate(SIGNED, 1):
            prompt = DATE if label == "Date" else TEXT
            canvas.drawString(left + 4, 640 - 26 * number, f"{label}: {said.get(label, prompt)}")
            canvas.rect(left, 628 - 26 * number, 256, 26)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("left", ["", *SIGNED])
@pytest.mark.parametrize("countersigned", [False, True])
def test_a_prompt_left_is_no_answer(left: str, countersigned: bool) -> None:
    known = blank()
    answers = {label: said for label, said in SIGNED.items() if label != left}
    theirs = dict.fromkeys(SIGNED, "Board President") if countersigned else {}
    (form,) = assemble(recognise(papers.read(printed(answers, theirs)), (known,)), (known,))
    mine = {r.place.label: r for r in form.readings if r.place.party == "operator"}
    assert {label: r.state for label, r in mine.items()} == {
        label: "empty" if label == left else "filled" for label in SIGNED
    }
    assert {label: r.value for label, r in mine.items()} == {
        label: "" if label == left else said for label, said in SIGNED.items()
    }


def words(text: str) -> Page:
    return Page(
        1, 612.0, 792.0, tuple(Word(w, (10.0 * n, 10.0, 10.0 * n + 9, 20.0)) for n, w in enumerate(text.split()))
    )


def test_only_what_the_form_shows_and_no_short_one() -> None:
    runs = (Run("Date: "), Run(DATE, Field("", "date", "", False)), Run("n/a", Field("", "text", "", False)))
    form = Document("d", "blank.docx", flow=(Paragraph(runs),))
    (page,) = without_prompts([words(f"Date: {DATE} n/a Click or tap here to enter text.")], form)
    assert " ".join(w.text for w in page.words) == "Date: n/a Click or tap here to enter text."
    answered = words("Date: 10/2/2026")
    assert without_prompts([answered], form) == [answered]


PROMPT = "Click or tap here to enter the operator's legal name."


def print_of_it(name: str = "", signed: str = "") -> bytes:
    """A print of a Word form whose controls show their prompts, or answers in their stead."""
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=10)
    lines = (
        "This agreement is made between the Board of Education of Wexley, District 12, and",
        f"{name or PROMPT} (the Vendor).",
        "The Vendor keeps all records of pupils safe and tells the schools of any breach.",
        f"Date: {signed or 'Click or tap to enter a date.'}",
        "The Board keeps one copy of this agreement and publishes it on its web site.",
    )
    for n, line in enumerate(lines):
        canvas.drawString(60, 690 - 22 * n, line)
    return bytes(canvas.getpdfdata())


def test_prompts_that_a_print_of_the_blank_shows_are_places() -> None:
    blank = papers.blank(print_of_it(), "soppa", "Vendor agreement")
    assert [p.label for p in blank.places][-1] == "Date" and len(blank.places) == 2
    full = papers.copy_of(blank, print_of_it("Acme Inc.", "9/18/2026"))
    assert [r.value for r in full.readings] == ["Acme Inc.", "9/18/2026"]
    assert [r.state for r in papers.copy_of(blank, print_of_it("Acme Inc.")).readings] == ["filled", "empty"]


@pytest.mark.parametrize("said", ["Founder", "10/2/2026"])
def test_a_text_box_over_a_short_prompt_is_an_answer(said: str) -> None:
    canvas = papers.canvas_of("Vendor agreement", "Each party signs this agreement and keeps a copy of it.", size=10)
    canvas.drawString(60, 660, "Title: Click to enter text.")
    canvas.drawString(60, 638, "The Board keeps one copy of this agreement and publishes it on its web site.")
    data = bytes(canvas.getpdfdata())
    blank = papers.blank(data, "soppa", "Vendor agreement")
    (open_place,) = papers.copy_of(blank, data).readings
    assert open_place.state == "empty"
    (typed,) = papers.copy_of(blank, papers.annotated(data, [(0, (86, 656, 180, 668), said)])).readings
    assert (typed.state, typed.value) == ("filled", said)


# --- a web form that was printed -------------------------------------------------------------------------------------

WEB = "Vendor intake form"
QUESTIONS = ("Company name", "Name of the product", "Where is data of students kept?", "Date of completion")
SAID = {
    QUESTIONS[0]: "Marlow & Finch Learning",
    QUESTIONS[1]: "WordWeaver",
    QUESTIONS[2]: "Amazon Web Services, Ohio. Copies are kept in Oregon for thirty days.",
    QUESTIONS[3]: "1/12/2026",
}


def web_form(hint: str, answers: dict[str, str] | None = None, lines_of_answer: int = 1, under: str = "line") -> bytes:
    """Each question in a frame of its own, over what was typed or the hint; `under` that is a line, a box, or nothing.

    Printed after it was filled in, a long answer pushes down what comes after it.
    """
    canvas = papers.canvas_of(WEB, "Print this form when you have completed it, and send it with your quote.", size=11)
    top = 700.0
    for question in QUESTIONS:
        said = (answers or {}).get(question, hint).split(" ")
        grown = lines_of_answer if answers and question == QUESTIONS[2] else 1
        high = 46 + 14 * grown
        canvas.roundRect(50, top - high, 500, high, 5)
        canvas.drawString(62, top - 18, f"{question} *")
        for n in range(grown):
            each = -(-len(said) // grown)
            canvas.drawString(64, top - 40 - 14 * n, " ".join(said[n * each : (n + 1) * each]))
        bottom = top - 44 - 14 * (grown - 1)
        if under == "line":
            canvas.line(62, bottom, 400, bottom)
        elif under == "box":
            canvas.rect(62, bottom - 2, 300, 16 + 14 * (grown - 1))
        top -= high + 10
    return bytes(canvas.getpdfdata())


HINTS = (
    "Your answer",
    "Enter your answer",
    "Type your response here...",
    "Short-answer text",
    "Please input date (M/d/yyyy)",
    "MM/DD/YYYY",
    "Choose",
    "-- select --",
)


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize("under", ["line", "box"])
def test_hints_of_a_web_form_are_places(hint: str, under: str) -> None:
    blank = papers.blank(web_form(hint, under=under), "rfi", WEB)
    assert [p.label for p in blank.places] == list(QUESTIONS)


@pytest.mark.parametrize("under", ["line", "box", ""])
@pytest.mark.parametrize("grown", [1, 2])
def test_a_web_form_printed_when_it_is_filled_in_is_a_copy(under: str, grown: int) -> None:
    blank = papers.blank(web_form("Your answer", under=under), "rfi", WEB)
    assert len(blank.places) == len(QUESTIONS)
    full = papers.copy_of(blank, web_form("Your answer", SAID, grown, under))
    assert (full.status, {r.state for r in full.readings}) == ("complete", {"filled"})
    for left in QUESTIONS:
        some = {q: a for q, a in SAID.items() if q != left}
        form = papers.copy_of(blank, web_form("Your answer", some, grown, under))
        assert {q: r.state for q, r in zip(QUESTIONS, form.readings, strict=True)} == {
            q: "empty" if q == left else "filled" for q in QUESTIONS
        }


def test_heads_and_headings_are_no_hints() -> None:
    """What stands over a column, on a line as long as itself, or once on a page by itself, heads what is under it."""
    canvas = papers.canvas_of(WEB, "Print this form when you have completed it, and send it with your quote.", size=11)
    canvas.drawString(62, 690, "Your answer")  # underlined
    canvas.line(62, 686, 126, 686)
    for row, cells in enumerate((("Question", "Your answer"), ("Company name", ""), ("Name of the product", ""))):
        for column, text in enumerate(cells):
            canvas.rect(62 + 200 * column, 640 - 24 * row, 200, 24)
            canvas.drawString(66 + 200 * column, 648 - 24 * row, text)
    for y in (550, 500):  # over a box to write in
        canvas.drawString(62, y, "Your answer")
        canvas.rect(62, y - 30, 400, 26)
    canvas.drawString(62, 440, "Your answer")
    canvas.drawString(62, 400, "The District reads it on every second Thursday.")
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", WEB)
    said = [w.text for p in blank.document.pages for w in p.words]
    assert said.count("answer") == 5 and "____" not in said


def shown(*texts: tuple[float, float, str], marks: tuple[Mark, ...] = ()) -> list[str]:
    """The words of a page that is learnt, of which hints are lines to write on."""
    words = []
    for x, y, text in texts:
        for word in text.split():
            words.append(Word(word, (x, y, x + 5 * len(word), y + 10)))
            x += 5 * len(word) + 3
    document = with_lines(Document("a", "web.pdf", pages=(Page(1, 612, 792, tuple(words), marks),)))
    return [w.text for w in document.pages[0].words]


def line(x0: float, y: float, x1: float) -> Mark:
    return Mark("line", (x0, y, x1, y + 0.5))


HINT = "Your answer"


@pytest.mark.parametrize(
    ("x", "y", "to", "hint"),
    [
        (60, 214, 300, True),
        (60, 214, 120, False),  # as long as the words over it
        (20, 214, 300, False),  # the words stand in its middle
        (60, 240, 300, False),  # far below
        (60, 190, 300, False),  # over them
    ],
)
def test_a_hint_stands_where_its_line_begins(x: float, y: float, to: float, hint: bool) -> None:
    assert ("____" in shown((60, 180, "Company"), (60, 200, HINT), marks=(line(x, y, to),))) == hint


@pytest.mark.parametrize(
    ("more", "marks", "hints"),
    [
        ((), (), 2),
        (((200, 200, "is kept"), (200, 240, "is read")), (), 0),  # words of a row
        ((), (line(60, 228, 300), line(60, 268, 300)), 0),  # labels of the lines under them
        ((), (line(300, 228, 400), line(300, 268, 400)), 2),  # which are somebody else's
    ],
)
def test_hints_that_stand_on_nothing(
    more: tuple[tuple[float, float, str], ...], marks: tuple[Mark, ...], hints: int
) -> None:
    assert shown((60, 200, HINT), (60, 240, HINT), *more, marks=marks).count("____") == hints


@pytest.mark.parametrize(("left", "gone"), [(200, False), (260, True)])
def test_a_hint_in_a_box_beside_another_is_a_head(left: float, gone: bool) -> None:
    """Where the two boxes touch."""
    boxes = [Mark("rect", (60, 190, 200, 220)), Mark("rect", (left, 190, left + 200, 220))]
    said = shown((70, 200, HINT), (left + 10, 200, "Question"), marks=tuple(boxes))
    assert ("answer" not in said) == gone
