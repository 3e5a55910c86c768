"""Other words than Yes and No that are chosen by a ring: "Hosting (circle one): Cloud / Local server"."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest
from docx.text.paragraph import Paragraph

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.common.words_ringed import every_offer
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor questionnaire"
ENOUGH = (
    "Answer all questions of this questionnaire and send it to the office of Marsh Hollow District 21 with your offer.",
    "The office looks at nothing that is not complete, and tells you what it misses within a few days after that.",
)


@pytest.mark.parametrize(
    ("text", "question", "options"),
    [
        ("Hosting (circle one):  Cloud / On premises / Hybrid", "Hosting", ["Cloud", "On premises", "Hybrid"]),
        ("Hosting (circle one) Cloud|Hybrid", "Hosting", ["Cloud", "Hybrid"]),
        ("The Vendor shall (circle one) DESTROY / RETURN all data.", "The Vendor shall", ["DESTROY", "RETURN"]),
        ("Circle one:  DESTROY   or   RETURN", "", ["DESTROY", "RETURN"]),
        ("Term (circle one): 1 year or 2 years", "Term", ["1 year", "2 years"]),
        ("License (please circle): Site / Per student", "License", ["Site", "Per student"]),
        (
            "License - circle one: per student, per teacher, per site",
            "License",
            ["per student", "per teacher", "per site"],
        ),
        ("Circle the kind of license: site / student", "Circle the kind of license", ["site", "student"]),
        ("It runs on (circle one):   Browser   iPad app", "It runs on", ["Browser", "iPad app"]),
        ("We are a (circle one) corporation, LLC or partnership", "We are a", ["corporation", "LLC", "partnership"]),
        ("Stored in (circle one): USA / Canada / Other ______", "Stored in", ["USA", "Canada"]),
        ("Please circle: RETURN          DESTROY", "", ["RETURN", "DESTROY"]),
        ("Kept abroad? Please circle: YES     NO   If YES,", "Kept abroad?", ["YES", "NO"]),
        ("Kept abroad? (circle one)  YES   NO    If so, where? ____", "Kept abroad?", ["YES", "NO"]),
        # the word of it behind them
        ("Contract: New / Renewal (circle one)", "Contract", ["New", "Renewal"]),
        ("Kind of contract New / Renewal (circle one)", "Kind of contract", ["New", "Renewal"]),
        ("Hosting: Cloud   On-premises   Hybrid   (circle one)", "Hosting", ["Cloud", "On-premises", "Hybrid"]),
        ("Hosting   Cloud   Hybrid   (circle one).", "Hosting", ["Cloud", "Hybrid"]),
        # what is not deleted is the answer, and the sentence goes on behind it
        ("We will / will not (strike out what does not apply) use others.", "We", ["will", "will not"]),
        (
            "The Vendor does / does not (delete as appropriate) store, share or sell data.",
            "The Vendor",
            ["does", "does not"],
        ),
        ("The Vendor sells/does not sell (delete as appropriate) data.", "The Vendor", ["sells", "does not sell"]),
        ("The product is / is not * (delete as applicable) free.", "The product", ["is", "is not"]),
        ("Return / destroy (delete as appropriate) the data in 30 / 60 days", "", ["Return", "destroy"]),
        ("Data are returned/destroyed (delete as appropriate).", "Data are", ["returned", "destroyed"]),
        ("(Delete as appropriate) Cloud / Local", "", ["Cloud", "Local"]),
        ("Hosting (delete as appropriate): Cloud / Local", "Hosting", ["Cloud", "Local"]),
        # several may be chosen, and the question goes on to say so
        ("Runs on (circle all that fit): Web  iPad", "Runs on (circle all that fit)", ["Web", "iPad"]),
        ("Grades (circle all that apply): PK K 1 2 3", "Grades (circle all that apply)", ["PK", "K", "1", "2", "3"]),
    ],
)
def test_answers_of_other_words(text: str, question: str, options: list[str]) -> None:
    (found,) = every_offer(text)
    assert (found.question, [o.word for o in found.options]) == (question, options)
    assert [text[o.start : o.end] for o in found.options] == options


@pytest.mark.parametrize(
    "text",
    [
        "Please circle one and sign, date and initial below.",
        "(circle one) and sign, date or initial below",
        "If you circle one, explain: how, when and where",
        "Circle all that apply on the following pages, and initial each / every page.",
        "Who? (circle one): Vendor",
        "(circle one) Is the vendor a corporation or a partnership?",
        "Plan (circle one): Basic / Basic",
        "Cloud / Hybrid",
        "Hosting: Cloud / Hybrid (check one)",
        "Plan (circle one): Basic ____ / Gold ____",
        "Circle back to the office: mornings / afternoons",
        "Please circle: see below",
        "Answers are given with a circle: read the notes, or ask",
        "Please circle: YES ____  NO ____ If YES,",
        "Delete as appropriate what you do not store, share or sell.",
        "The Vendor (delete as appropriate) stores, shares or sells data.",
    ],
)
def test_texts_that_list_no_such_answers(text: str) -> None:
    assert every_offer(text) == ()


@pytest.mark.parametrize(
    ("text", "question", "options"),
    [
        ("Circle one:  RETURN or   DESTROY", "", ["RETURN", "DESTROY"]),
        ("Plan - circle one   : Basic, Gold", "Plan", ["Basic", "Gold"]),
        # where the answers begin
        ("Which kind? Brand new / Renewal (circle one)", "Which kind?", ["Brand new", "Renewal"]),
        ("Kind   Brand new / Renewal (circle one)", "Kind", ["Brand new", "Renewal"]),
        ("Kind\tBrand new / Renewal (circle one)", "Kind", ["Brand new", "Renewal"]),
        ("Hosting:   Cloud   Hybrid (circle one)", "Hosting", ["Cloud", "Hybrid"]),
        ("Send it today.\nKind: New / Renewal (circle one)", "Send it today. Kind", ["New", "Renewal"]),
        # and where they end
        (
            "At the end we (circle one): Destroy / Return. The office knows.",
            "At the end we",
            ["Destroy", "Return"],
        ),
        ("At the end we (circle one): Destroy / Return all the data", "At the end we", ["Destroy", "Return"]),
        ("Plan (circle one): Basic / Gold     Price: ______", "Plan", ["Basic", "Gold"]),
        ("Plan (circle one): Basic / Gold\nSend it / bring it", "Plan", ["Basic", "Gold"]),
        ("It runs on (circle one):   Browser   iPad app   as told above", "It runs on", ["Browser", "iPad app"]),
        ("License (circle one):   Site   Per student and year", "License", ["Site", "Per student and year"]),
        ("Hosting (circle one): Cloud / Local Server Room", "Hosting", ["Cloud", "Local Server Room"]),
    ],
)
def test_where_a_list_of_answers_begins_and_ends(text: str, question: str, options: list[str]) -> None:
    (found,) = every_offer(text)
    assert (found.question, [o.word for o in found.options]) == (question, options)


@pytest.mark.parametrize(
    "text",
    [
        "Circle one answer per line, sheet or page",
        "Plan (circle one): all that we said in our offer / nothing",
        "Circle one: A / B / C / D / E / F / G / H / I / J / K",
        "Plan (circle one): “Basic” / “Gold”",
        "Plan (circle one): who? / what?",
    ],
)
def test_what_is_parted_and_lists_no_answers(text: str) -> None:
    assert every_offer(text) == ()


# --- Word -------------------------------------------------------------------------------------------------------------


def word(
    *, bold: tuple[str, ...] = (), left: str = "Browser / Chromebook / iPad", cue: str, company: str = "__________"
) -> bytes:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, f"Company: {company}"):
        document.add_paragraph(text)
    asked: Paragraph = document.add_paragraph(f"It runs on ({cue}): ")
    for n, option in enumerate(left.split(" / ")):
        asked.add_run(" / " if n else "")
        asked.add_run(option).bold = option in bold or None
    document.add_paragraph("Thank you for your time.")
    return papers.saved(document)


def read_word(cue: str, **sent: object) -> Form:
    blank = papers.blank(word(cue=cue), "rfi", TITLE, "form.docx")
    document = papers.read(word(cue=cue, company="Harbor LLC", **sent), "sent.docx")  # type: ignore[arg-type]
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    return form


def chosen(form: Form) -> list[str]:
    return [r.place.option for r in form.readings if r.state == "filled" and r.place.kind == "check"]


@pytest.mark.parametrize(
    ("cue", "sent", "status", "said"),
    [
        ("circle one", {"bold": ("iPad",)}, "complete", ["iPad"]),
        ("circle one", {"left": "Chromebook"}, "complete", ["Chromebook"]),
        ("circle one", {"bold": ("iPad", "Browser")}, "doubtful", []),
        ("circle all that apply", {"bold": ("iPad", "Browser")}, "complete", ["Browser", "iPad"]),
        ("circle all that apply", {"left": "Browser / iPad"}, "complete", ["Browser", "iPad"]),
        ("circle one", {}, "doubtful", []),  # a ring in Word is not seen
    ],
)
def test_what_a_word_file_chooses(cue: str, sent: dict[str, object], status: str, said: list[str]) -> None:
    form = read_word(cue, **sent)
    assert (form.status, chosen(form)) == (status, said)


def deleted(
    *, struck: tuple[str, ...] = (), left: tuple[str, ...] = ("does", "does not"), company: str = "____"
) -> bytes:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, f"Company: {company}"):
        document.add_paragraph(text)
    asked: Paragraph = document.add_paragraph("The Vendor ")
    for n, option in enumerate(left):
        asked.add_run(" / " if n else "")
        asked.add_run(option).font.strike = option in struck or None
    asked.add_run(" (delete as appropriate) store, share or sell covered information.")
    document.add_paragraph("Thank you for your time.")
    return papers.saved(document)


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"struck": ("does",)}, "complete", ["does not"]),
        ({"struck": ("does not",)}, "complete", ["does"]),
        ({"left": ("does not",)}, "complete", ["does not"]),
        ({"struck": ("does", "does not")}, "doubtful", []),
        ({}, "doubtful", []),
    ],
)
def test_what_is_deleted_within_a_sentence(sent: dict[str, tuple[str, ...]], status: str, said: list[str]) -> None:
    blank = papers.blank(deleted(), "rfi", TITLE, "form.docx")
    document = papers.read(deleted(company="Harbor LLC", **sent), "sent.docx")  # type: ignore[arg-type]
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    assert (form.status, chosen(form)) == (status, said)


# --- pages ------------------------------------------------------------------------------------------------------------

LOW = 602  # the foot of the answers that stand under their question
WORDS = {"DESTROY": (60, LOW), "RETURN": (140, LOW)}


def page(
    question: str = "", *, below: str = "", rings: tuple[tuple[float, float, float], ...] = (), company: str = ""
) -> bytes:
    """`rings`: from where to where each is drawn, and at what height."""
    canvas = papers.canvas_of(TITLE, ENOUGH[0])
    canvas.drawString(60, 714, ENOUGH[1])
    canvas.drawString(60, 680, "Company:")
    canvas.line(120, 678, 400, 678)
    canvas.drawString(124, 681, company)
    canvas.drawString(60, LOW + 14, question)
    canvas.drawString(60, LOW, below)
    for left, right, foot in rings:
        canvas.ellipse(left, foot - 5, right, foot + 13)
    return bytes(canvas.getpdfdata())


def learn(question: str, below: str = "") -> Blank:
    return papers.blank(page(question, below=below), "rfi", TITLE, "form.pdf")


@pytest.mark.parametrize(
    ("question", "below"),
    [
        ("At the end we (circle one):", "DESTROY / RETURN all information"),
        ("At the end we (circle one) DESTROY /", "RETURN all information"),
        ("At the end we (circle", "one): DESTROY / RETURN"),
        ("At the end we (circle one)", "DESTROY      RETURN"),
    ],
)
def test_a_question_and_its_answers_in_two_lines(question: str, below: str) -> None:
    blank = learn(question, below)
    checks = [p for p in blank.places if p.kind == "check"]
    assert [(p.option, p.group_label) for p in checks] == [("DESTROY", "At the end we"), ("RETURN", "At the end we")]
    assert gap_in(blank) == ""


def test_a_head_for_the_lines_under_it_is_no_question_of_two_lines() -> None:
    blank = learn("Security (circle one)", "Is it encrypted?     Yes     No")
    assert {p.group_label for p in blank.places if p.kind == "check"} == {"Is it encrypted?"}


def two_lines(question: str, below: str, down: float) -> list[tuple[str, str]]:
    canvas = papers.canvas_of(TITLE, ENOUGH[0])
    canvas.drawString(60, 714, ENOUGH[1])
    canvas.drawString(60, 680, "Company:")
    canvas.line(120, 678, 400, 678)
    canvas.drawString(60, 640, question)
    canvas.drawString(60, 640 - down, below)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE, "form.pdf")
    return [(p.group_label, p.option) for p in blank.places if p.kind == "check"]


@pytest.mark.parametrize(
    ("question", "below", "down", "asked"),
    [
        # its answers stand before the cue that is cut off
        ("Terms: NEW / RENEWAL (circle", "one)", 14, [("Terms", "NEW"), ("Terms", "RENEWAL")]),
        # what stands under a whole list is none of it
        ("Plan (circle one): Basic / Gold", "Silver / Bronze", 14, [("Plan", "Basic"), ("Plan", "Gold")]),
        ("At the end we (circle one):", "DESTROY / RETURN", 60, []),  # far below
        # a head, and a question of its own words
        ("Security (circle one)", "Encrypted     Yes     No", 14, [("Encrypted", "Yes"), ("Encrypted", "No")]),
    ],
)
def test_which_line_below_goes_with_a_question(question: str, below: str, down: float, asked: object) -> None:
    assert two_lines(question, below, down) == asked


def test_two_of_three_words_left_are_no_one_answer() -> None:
    form = read_word("circle one", left="Browser / iPad")
    assert (form.status, chosen(form)) == ("doubtful", [])


@pytest.mark.parametrize(
    ("cue", "rings", "status", "said"),
    [
        ("circle one", (("Browser",)), "complete", ["Browser"]),
        ("circle one", ("Browser", "iPad"), "incomplete", ["Browser", "iPad"]),
        ("circle all that apply", ("Browser", "iPad"), "complete", ["Browser", "iPad"]),
        ("circle all that apply", (), "incomplete", []),
    ],
)
def test_what_a_page_chooses(cue: str, rings: tuple[str, ...], status: str, said: list[str]) -> None:
    question = f"It runs on ({cue}):      Browser      Chromebook      iPad"
    blank = learn(question)
    boxes = {p.option: p.box for p in blank.places if p.kind == "check" and p.box}
    drawn = tuple((boxes[r][0] - 5, boxes[r][2] + 5, LOW + 14.0) for r in rings)
    document = papers.read(page(question, rings=drawn, company="Harbor LLC"))
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    assert (form.status, chosen(form)) == (status, said)


# --- brackets that were typed around an answer ------------------------------------------------------------------------


def bracketed(answers: str, company: str = "__________") -> bytes:
    document = docx.Document()
    for text in (TITLE, *ENOUGH, f"Company: {company}", f"Is it free? (circle one)   {answers}"):
        document.add_paragraph(text)
    document.add_paragraph("Thank you for your time.")
    return papers.saved(document)


@pytest.mark.parametrize(
    ("printed", "answers", "status", "said"),
    [
        ("YES   NO", "( YES )   NO", "complete", ["YES"]),
        ("YES   NO", "YES   (NO)", "complete", ["NO"]),
        ("YES   NO", "( YES )   ( NO )", "doubtful", []),
        ("(YES / NO)", "(YES / NO)", "doubtful", []),
        ("(YES)   (NO)", "(YES)   (NO)", "doubtful", []),
    ],
)
@pytest.mark.parametrize("as_page", [False, True])
def test_brackets_around_an_answer(as_page: bool, printed: str, answers: str, status: str, said: list[str]) -> None:
    blank = papers.blank(bracketed(printed), "rfi", TITLE, "form.docx")
    data = bracketed(answers, "Harbor LLC")
    if as_page:
        canvas = papers.canvas_of(TITLE, ENOUGH[0])
        lines = (ENOUGH[1], "Company: Harbor LLC", f"Is it free? (circle one)   {answers}", "Thank you for your time.")
        for n, text in enumerate(lines):
            canvas.drawString(60, 700 - 20 * n, text)
        data = bytes(canvas.getpdfdata())
    (form,) = assemble(recognise(papers.read(data, "sent.pdf" if as_page else "sent.docx"), (blank,)), (blank,))
    assert (form.status, chosen(form)) == (status, said)
