"""Places asked for under a condition, and copies in which it is not met."""

from __future__ import annotations

from dataclasses import replace

import docx as python_docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.common.conditions import CHECKED, NO, NOT_APPLICABLE, NOT_SUBJECT, YES, condition_of, says
from soppa_mailbot.forms.papers.not_asked import without_unasked
from soppa_mailbot.model import Blank, Form, Place, PlaceReading

TITLE = "Software Company Questionnaire"
INTRO = "Walnut Bluff District 9 asks every company that offers it software to answer each of these questions."
PURPOSE = "In a few words, what do students do with it?"
NO_PAGE = "its page is not there"


@pytest.mark.parametrize(
    ("label", "answer", "numbers"),
    [
        ("If yes, explain", YES, ()),
        ("12. If so, when and what happened?", YES, ()),
        ("If “Yes”, list the third parties", YES, ()),
        ("(if yes) Countries", YES, ()),
        ("Details (if yes)", YES, ()),
        ("Explain if no", NO, ()),
        ("If no, why not?", NO, ()),
        ("If N, reason", NO, ()),
        ("Countries (if Y)", YES, ()),
        ("If not, give the reason", NO, ()),
        ("If Yes is checked, name it", YES, ()),
        ("If you answered yes to question 7, explain", YES, ("7",)),
        ("17b. If yes to 17a, explanation", YES, ("17a",)),
        ("If your answer to question 7 is no, explain", NO, ("7",)),
        ("D3 If No in D2, the reason", NO, ("d2",)),
        ("If AI is used, for what?", YES, ()),
        ("If data is not encrypted, explain", NO, ()),
        ("If SOPPA does not apply, why?", NOT_SUBJECT, ()),
        ("If checked, name the reseller", CHECKED, ()),
    ],
)
def test_conditions(label: str, answer: str, numbers: tuple[str, ...]) -> None:
    found = condition_of(label)
    assert found is not None
    assert (found.answer, found.numbers) == (answer, numbers)


@pytest.mark.parametrize(
    "label",
    [
        "If Yes, go to 8. If No, explain",
        "If yes or no, explain",
        "If yes or unsure, explain",
        "If n/a, explain",
        "If yes to 7-9, explain",
        "If yes to 7 or 8, explain",
        "If an answer is “No”, explain",
        "If yes, explain; otherwise write None",
        "Purpose (NA if No)",
        "If yes, list them. If none, write none",
        "If no reseller is used, write none",
        "If applicable, reseller",
        "Reseller, if any",
        "If different from above",
        "If other, specify",
        "If there is a breach, who calls us?",
        "Where is data hosted, and by whom?",
        "Certificate no",
        "What happens if a parent says no?",
    ],
)
def test_no_condition_that_one_answer_decides(label: str) -> None:
    assert condition_of(label) is None


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("No", NO),
        ("None.", NO),
        ("No, we do not use AI", NO),
        ("The product does not use AI.", NO),
        ("No student data is shared", NO),
        ("N", NO),
        ("N/A", NOT_APPLICABLE),
        ("Not applicable", NOT_APPLICABLE),
        ("Yes, in 2024", YES),
        ("No, except for grading", ""),
        ("No, but our hosting company does", ""),
        ("No. We use a model of our own", ""),
        ("Not yet", ""),
        ("We do not know", ""),
        ("Not sure", ""),
        ("No (see attached)", ""),
        ("None other than AWS", ""),
        ("North America", ""),
        ("Yes, but no student data", ""),
    ],
)
def test_plain_answers(answer: str, said: str) -> None:
    assert says(answer) == said


# --- forms -----------------------------------------------------------------------------------------------------------

BREACH, AI = "11. Have you ever had a data breach?", "13. Do you use artificial intelligence?"
AFTER_BREACH, AFTER_AI = "12. If yes, what happened?", "14. If yes, for what?"
BOXES, LINE = "☐ Yes   ☐ No", "______________________________"
Asked = tuple[tuple[str, str], ...]  # questions, each with its boxes or its line; "" for one that is only printed
FORM: Asked = (
    (PURPOSE, LINE),
    (BREACH, BOXES),
    (AFTER_BREACH, LINE),
    (AI, BOXES),
    (AFTER_AI, LINE),
)


def written(asked: Asked, answers: dict[str, str]) -> bytes:
    """A Word form whose questions stand over what answers them."""
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    for question, answered in asked:
        document.add_paragraph(question)
        said = answers.get(question, "")
        if "☐" in answered:
            document.add_paragraph(answered.replace(f"☐ {said}", f"☒ {said}") if said else answered)
        elif answered:
            document.add_paragraph(said or answered)
    return papers.saved(document)


def blank_of(asked: Asked, optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(written(asked, {}), "rfi", TITLE, "blank.docx", optional)


def sent(asked: Asked, answers: dict[str, str]) -> Form:
    return papers.copy_of(blank_of(asked), written(asked, {PURPOSE: "They read", **answers}), "copy.docx")


@pytest.mark.parametrize(
    ("answers", "status", "left"),
    [
        ({BREACH: "No", AI: "No"}, "complete", ()),
        ({BREACH: "No", AI: "Yes", AFTER_AI: "Hints"}, "complete", ()),
        ({BREACH: "No", AI: "Yes"}, "incomplete", (AFTER_AI,)),
        ({BREACH: "Yes", AI: "No"}, "incomplete", (AFTER_BREACH,)),
        ({BREACH: "No", AI: "No", AFTER_AI: "Hints"}, "complete", ()),
        ({BREACH: "No"}, "incomplete", (AI, AFTER_AI)),  # the question itself is open
    ],
)
def test_what_follows_a_question_is_asked_for_as_it_was_answered(
    answers: dict[str, str], status: str, left: tuple[str, ...]
) -> None:
    form = sent(FORM, answers)
    assert (form.status, form.open) == (status, left)


def test_boxes_that_follow_a_question() -> None:
    asked = (*FORM[:3], ("If yes, who was told?", "☐ Parents   ☐ The press"), ("Years in business:", LINE))
    assert hung(asked, "Parents") == hung(asked, "The press") == [BREACH]
    answers = {"Years in business:": "9", BREACH: "No"}
    assert sent(asked, answers).status == "complete"
    assert sent(asked, {**answers, BREACH: "Yes", AFTER_BREACH: "A theft"}).open == ("If yes, who was told?",)


def test_what_must_be_filled_in_any_case() -> None:
    data = papers.read(written(FORM, {}), "blank.docx")
    blank = learn(data, form="rfi", title=TITLE, file="blank.docx", required=(AFTER_AI,))
    filled = written(FORM, {PURPOSE: "They read", BREACH: "No", AI: "No"})
    assert papers.copy_of(blank, filled, "copy.docx").open == (AFTER_AI,)


def test_it_is_told_why_a_place_was_not_asked_for() -> None:
    form = sent(FORM, {BREACH: "No", AI: "No"})
    told = {r.place.label: r.why for r in form.readings if r.why}
    assert told == {
        AFTER_BREACH: f"not asked: “{BREACH}” was answered No",
        AFTER_AI: f"not asked: “{AI}” was answered No",
    }


def hung(asked: Asked, label: str) -> list[str]:
    """The questions on which a place of a Word form hangs."""
    places = blank_of(asked).places
    (place,) = [p for p in places if p.label == label]
    return [p.group_label or p.label for q in place.hangs_on for p in places if p.id == q]


SSO = "10. Does it work with single sign-on?"


@pytest.mark.parametrize(
    ("asked", "label", "questions"),
    [
        (((SSO, LINE), ("If yes, which one:", LINE)), "If yes, which one", [SSO]),
        (((AI, BOXES), ("If AI is used, for what?", LINE)), "If AI is used, for what?", [AI]),
        (
            ((BREACH, BOXES), ("If yes, when?", LINE), ("If yes, what was done?", LINE)),
            "If yes, what was done?",
            [BREACH],
        ),
        (((BREACH, BOXES), (AI, BOXES), ("If yes to 11, when?", LINE)), "If yes to 11, when?", [BREACH]),
        (((AI, BOXES), (SSO, BOXES), ("If AI is used, for what?", LINE)), "If AI is used, for what?", [AI]),
        # what may be another question's
        (
            ((SSO, BOXES), ("11. Do you sell any student data at all?", ""), ("If yes, to whom:", LINE)),
            "If yes, to whom",
            [],
        ),
        (
            ((SSO, BOXES), ("Use of subcontractors for hosting", ""), ("If yes, name them:", LINE)),
            "If yes, name them",
            [],
        ),
        (((SSO, BOXES), ("Reseller used?", ""), ("If yes, name it:", LINE)), "If yes, name it", []),
        (
            (("Is any student data used to train AI?", BOXES), (SSO, BOXES), ("If AI is used, for what?", LINE)),
            "If AI is used, for what?",
            [],
        ),
        ((("Does it not use AI?", BOXES), ("If AI is used, for what?", LINE)), "If AI is used, for what?", []),
        (((SSO, BOXES), ("9. Years in business:", LINE), ("If yes, for what:", LINE)), "If yes, for what", []),
        (((SSO, BOXES), (BREACH, BOXES), ("If yes to 15, when?", LINE)), "If yes to 15, when?", []),
        (((SSO, BOXES), ("If AI is used, for what?", LINE)), "If AI is used, for what?", []),
        (((BREACH, BOXES), ("If there is a breach, who calls us?", LINE)), "If there is a breach, who calls us?", []),
        (((SSO, "☐ Google   ☐ Clever"), ("If yes, which one:", LINE)), "If yes, which one", []),
    ],
)
def test_the_question_that_decides(asked: Asked, label: str, questions: list[str]) -> None:
    assert hung(((PURPOSE, LINE), *asked), label) == questions


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("No", "complete"),
        ("None", "complete"),
        ("N/A", "complete"),
        ("No, it does not", "complete"),
        ("It does not work with single sign-on", "complete"),
        ("It does not keep passwords", "incomplete"),
        ("No, except with Google", "incomplete"),
        ("With Google", "incomplete"),
    ],
)
def test_typed_answers(answer: str, status: str) -> None:
    asked = ((PURPOSE, LINE), (SSO, LINE), ("If yes, which one:", LINE))
    assert sent(asked, {SSO: answer}).status == status


def page(columns: int, *, behind: bool = False, other: str = "", followed: int = 2) -> Blank:
    """A printed page with a question and its follow-up in each of its columns: under it, or `behind` it in its row."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, question in enumerate((AI, BREACH)[:columns]):
        left = 60 + 270 * n
        canvas.drawString(left, 690, question.partition(" ")[2])
        for x, option in ((left, "Yes"), (left + 50, "No")):
            canvas.rect(x, 674, 8, 8)
            canvas.drawString(x + 11, 675, option)
        canvas.drawString(left, 660, other)
        if n >= followed:
            continue
        x, y = (left + 90, 675) if behind else (left, 645)
        canvas.drawString(x, y, "If yes, explain:")
        canvas.line(x + 65, y - 1, left + 250, y - 1)
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)


@pytest.mark.parametrize(
    ("columns", "behind", "other", "hang"),
    [
        (1, False, "", 1),
        (1, True, "", 1),
        (2, True, "", 2),
        (2, False, "", 0),  # which of the two is right before it, reading in lines?
        (1, False, "Who sells it, and to which schools", 0),
        (1, False, "Reseller used?", 0),
    ],
)
def test_questions_of_a_printed_page(columns: int, *, behind: bool, other: str, hang: int) -> None:
    blank = page(columns, behind=behind, other=other)
    follow = [p for p in blank.places if p.kind == "text"]
    hung = [p for p in follow if p.hangs_on]
    assert len(hung) == hang
    assert not any(p.hangs_on for p in page(2, followed=1).places)
    for place, question in zip(hung, ("p1:box1", "p1:box3"), strict=False):
        assert place.hangs_on == (question,)


# --- places ----------------------------------------------------------------------------------------------------------


def boxes(question: str, *options: str, **more: object) -> list[Place]:
    given = {"required": True, "group": question, "group_label": question, **more}
    return [Place(f"{question}-{o}", "check", o, option=o, **given) for o in options]  # type: ignore[arg-type]


def line(label: str, *questions: str, on: str = YES, **more: object) -> Place:
    given = {"required": True, "hangs_on": questions, "asked_on": on, **more}
    return Place(label, "text", label, **given)  # type: ignore[arg-type]


def read(places: list[Place], filled: dict[str, str], doubtful: tuple[str, ...] = ()) -> dict[str, PlaceReading]:
    states = {p.id: "filled" if p.id in filled else "doubtful" if p.id in doubtful else "empty" for p in places}
    readings = [PlaceReading(p, states[p.id], filled.get(p.id, "")) for p in places]
    first = without_unasked(readings, NO_PAGE)
    assert without_unasked(first, NO_PAGE) == first
    return {r.place.id: r for r in first}


USED, WHY = "Do you use AI?", "why"


@pytest.mark.parametrize(
    ("options", "checked", "on", "asked"),
    [
        (("Yes", "No"), "No", YES, False),
        (("Yes", "No"), "Yes", NO, False),
        (("Yes", "No"), "No", NO, True),
        (("Yes", "No", "N/A"), "N/A", YES, False),
        (("Yes", "No", "N/A"), "N/A", NO, False),
        (("Yes", "No", "Planned"), "Planned", YES, True),
        (("Yes", "No, except for grading"), "No, except for grading", YES, True),
        (("Yes, another company makes it", "No, our company makes it"), "No, our company makes it", YES, False),
        (("We use AI", "We do not use AI"), "We do not use AI", YES, False),
        (("We use AI", "We do not use AI"), "We use AI", NO, False),
    ],
)
def test_boxes_that_are_checked(options: tuple[str, ...], checked: str, on: str, *, asked: bool) -> None:
    places = [*boxes(USED, *options), line(WHY, f"{USED}-{options[0]}", on=on)]
    assert read(places, {f"{USED}-{checked}": checked})[WHY].place.required is asked


def test_an_answer_that_is_not_sure_makes_what_follows_no_more_than_unsure() -> None:
    places = [*boxes(USED, "Yes", "No"), line(WHY, f"{USED}-Yes")]
    for filled in ({f"{USED}-No": "No"}, {f"{USED}-Yes": "Yes"}, {}):
        told = read(places, filled, (f"{USED}-No", f"{USED}-Yes"))[WHY]
        assert told.place.required
        assert told.place.unsure
    both = read(places, {f"{USED}-No": "No", f"{USED}-Yes": "Yes"})[WHY]
    assert both.place.required
    assert both.place.unsure


def test_a_second_reading_is_told_anew() -> None:
    """Pages of two mails may be put together: what the first answered holds no longer."""
    places = [*boxes(USED, "Yes", "No"), line(WHY, f"{USED}-Yes")]
    first = read(places, {f"{USED}-No": "No"})
    assert not first[WHY].place.required
    changed = [
        replace(r, state="filled" if r.place.option == "Yes" else "empty", value=r.place.option) for r in first.values()
    ][:2]
    again = without_unasked([*changed, first[WHY]], NO_PAGE)[-1]
    assert (again.place.required, again.why) == (True, "")


def test_a_question_that_hangs_on_another() -> None:
    """ "Do you use AI?", "If yes, is it trained with our data?", "If yes, describe": the last may mean either."""
    inner = boxes("trained", "Yes", "No", hangs_on=(f"{USED}-Yes",), asked_on=YES)
    places = [*boxes(USED, "Yes", "No"), *inner, line(WHY, "trained-Yes", f"{USED}-Yes")]
    assert not read(places, {f"{USED}-No": "No"})[WHY].place.required
    maybe = read(places, {f"{USED}-Yes": "Yes", "trained-No": "No"})[WHY].place
    assert maybe.required
    assert maybe.unsure
    sure = read(places, {f"{USED}-Yes": "Yes", "trained-Yes": "Yes"})[WHY].place
    assert sure.required
    assert not sure.unsure


def test_a_box_that_may_stay_unchecked() -> None:
    for required in (True, False):
        box = boxes("reseller", "We sell through a reseller", required=required)
        places = [*box, line(WHY, box[0].id, on=CHECKED)]
        assert read(places, {})[WHY].place.required is required
        assert read(places, {box[0].id: "x"})[WHY].place.required


def test_places_whose_page_is_not_there_stay_as_they_are() -> None:
    places = [*boxes(USED, "Yes", "No"), line(WHY, f"{USED}-Yes")]
    readings = [PlaceReading(p, "filled" if p.option == "No" else "empty", p.option) for p in places]
    readings[-1] = replace(readings[-1], why=NO_PAGE)
    assert without_unasked(readings, NO_PAGE) == readings


@pytest.mark.parametrize("label", ["If yes, sign here", "If yes, printed name", "If yes, initial here"])
def test_who_signs_is_never_let_off(label: str) -> None:
    asked = ((PURPOSE, LINE), (BREACH, BOXES), (f"{label}:", LINE), ("Authorized signature:", LINE))
    assert not hung(asked, label)


# --- rows of a table -------------------------------------------------------------------------------------------------

ROWS = ("Student name", "Home address", "Health information")
HEADS = ("Data element", "Collected? (Y/N)", "Purpose", "Shared with")


def table(heads: tuple[str, ...], cells: dict[str, tuple[str, ...]], told: str = INTRO) -> bytes:
    """A Word form with one row for each kind of data."""
    document = python_docx.Document()
    for text in (TITLE, told):
        document.add_paragraph(text)
    rows = document.add_table(rows=1, cols=len(heads))
    for cell, text in zip(rows.rows[0].cells, heads, strict=True):
        cell.text = text
    for name in ROWS:
        for cell, text in zip(rows.add_row().cells, (name, *cells.get(name, cells[""])), strict=True):
            cell.text = text
    return papers.saved(document)


def of_table(heads: tuple[str, ...], empty: tuple[str, ...], told: str = INTRO) -> Blank:
    return papers.blank(table(heads, {"": empty}, told), "rfi", TITLE, "blank.docx")


@pytest.mark.parametrize(
    ("heads", "empty", "hung"),
    [
        (HEADS, ("", "", ""), 6),
        (("Data", "Is it used?", "Purpose", "Shared with"), ("☐ Y  ☐ N", "", ""), 6),
        (("Data", "Check if in use", "Purpose", "Shared with"), ("☐", "", ""), 6),
        (("Insurance", "Carried?", "Limit"), ("", ""), 3),
        (("Feature", "Offered? (yes/no)", "Price"), ("", ""), 3),
        (("Subcontractor", "Used?", "Service", "Country"), ("", "", ""), 6),
        # none
        (("Data", "Yes", "No", "Notes"), ("☐", "☐", ""), 0),
        (("System", "Encrypted?", "Backed up?"), ("", ""), 0),
        (("Data", "Collected?", "Shared?"), ("", ""), 0),
        (("Feature", "Offered?", "If no, explain"), ("", ""), 0),
        (("Feature", "Required? (Y/N)", "Reason"), ("", ""), 0),
        (("Criterion", "Level", "Remarks"), ("", ""), 0),
        # of data that are not shared, or not stored, the rest is asked all the same
        (("Data", "Shared? (Y/N)", "With whom"), ("", ""), 3),
        (("Data", "Shared? (Y/N)", "With whom", "Purpose of collection", "Retention period"), ("", "", "", ""), 3),
        (("Data", "Sold?", "Purpose"), ("☐ Y  ☐ N", ""), 0),
        (("Data", "Stored? (Y/N)", "Retention period", "Purpose"), ("", "", ""), 3),
        # of what is not required it may be had
        (("Data", "Required? (Y/N)", "Purpose"), ("", ""), 0),
        # Yes says that there is nothing
        (("Data", "Not collected? (Y/N)", "Purpose"), ("", ""), 0),
        (("Data", "Is it never used? (Y/N)", "Purpose"), ("", ""), 0),
        # asked for of what is answered No
        (("Feature", "Included?", "Additional cost"), ("", ""), 0),
        (("Feature", "Available? (Y/N)", "Target release"), ("", ""), 0),
        (("Control", "Used? (Y/N)", "Mitigation"), ("", ""), 0),
        (("Control", "Used? (Y/N)", "Why"), ("", ""), 0),
        (("Data", "Collected? (Y/N)", "Purpose (or N/A)"), ("", ""), 0),
        (("Data", "Used? (Y/N)", "Name and title"), ("", ""), 0),
        (("Data", "Collected? (Y/N)", "If not, since when"), ("", ""), 0),
        # what stands before the question is none of its further cells
        (("Data", "Purpose", "Collected? (Y/N)"), ("", ""), 0),
        (("Data", "Source", "Collected?", "Purpose"), ("", "☐ Y  ☐ N", ""), 3),
        # a choice of other words, and a head that asks nothing
        (("Data", "Collected", "Purpose"), ("", ""), 0),
        (("Data", "Collected?", "Purpose"), ("☐ Some  ☐ All", ""), 0),
        # none has two columns of boxes
        (("Data", "Collected", "Generated", "Purpose"), ("☐", "☐", ""), 0),
    ],
)
def test_rows_that_ask_first_whether_there_is_anything(
    heads: tuple[str, ...], empty: tuple[str, ...], hung: int
) -> None:
    assert sum(bool(p.hangs_on) for p in of_table(heads, empty).places) == hung


@pytest.mark.parametrize(
    "told",
    [
        "Fill in every cell.",
        "Forms with empty cells are returned.",
        "Write N/A where nothing is collected.",
        "No columns may be skipped.",
        "Every cell counts.",
        "Complete all columns for each row.",
        "Rows left blank are returned.",
        "Do not leave any blanks.",
    ],
)
def test_a_form_that_wants_each_cell_filled_in_gets_what_it_asks_for(told: str) -> None:
    assert not any(p.hangs_on for p in of_table(HEADS, ("", "", ""), f"{INTRO} {told}").places)


@pytest.mark.parametrize(
    ("first", "status"),
    [("N", "complete"), ("No", "complete"), ("Not collected", "complete"), ("Y", "incomplete"), ("", "incomplete")],
)
def test_a_row_answered_no(first: str, status: str) -> None:
    full = ("Y", "Rosters", "Nobody")
    form = papers.copy_of(
        of_table(HEADS, ("", "", "")), table(HEADS, {"": full, "Home address": (first, "", "")}), "copy.docx"
    )
    assert form.status == status
    assert len(form.open) == {"Y": 2, "": 3}.get(first, 0)


@pytest.mark.parametrize(("first", "status"), [("☐ Y  ☒ N", "complete"), ("☒ Y  ☐ N", "incomplete")])
def test_a_row_answered_with_boxes(first: str, status: str) -> None:
    heads = ("Data", "Collected?", "Purpose", "Shared with")
    full = ("☒ Y  ☐ N", "Rosters", "Nobody")
    sent = table(heads, {"": full, "Home address": (first, "", "")})
    assert papers.copy_of(of_table(heads, ("☐ Y  ☐ N", "", "")), sent, "copy.docx").status == status


def test_two_questions_of_a_row_that_are_answered_otherwise() -> None:
    """What hangs on both is asked for unless both are answered No."""
    heads = ("Data", "Collected?", "Used? (Y/N)", "Purpose")
    blank = of_table(heads, ("", "", ""))
    assert {len(p.hangs_on) for p in blank.places if p.label.endswith("purpose")} == {2}
    for answers, status in (
        (("N", "N", ""), "complete"),
        (("Y", "N", ""), "incomplete"),
        (("N", "", ""), "incomplete"),
    ):
        sent = table(heads, {"": ("Y", "Y", "Rosters"), "Home address": answers})
        assert papers.copy_of(blank, sent, "copy.docx").status == status


def test_one_question_in_one_row_is_no_column() -> None:
    """As a line of a form, and not one of a table of such rows."""
    document = python_docx.Document()
    for text in (TITLE, INTRO):
        document.add_paragraph(text)
    rows = document.add_table(rows=2, cols=3)
    for cell, text in zip(rows.rows[0].cells, ("Data", "Collected? (Y/N)", "Purpose"), strict=True):
        cell.text = text
    rows.rows[1].cells[0].text = ROWS[0]
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")
    assert blank.places
    assert not any(p.hangs_on for p in blank.places)


def test_a_row_whose_box_is_not_checked() -> None:
    heads, empty = ("Data", "Check if used", "Purpose", "Shared with"), ("☐", "", "")
    full = ("☒", "Rosters", "Nobody")
    blank = of_table(heads, empty)
    assert papers.copy_of(blank, table(heads, {"": full, "Home address": empty}), "a.docx").status == "complete"
    owed = papers.copy_of(blank, table(heads, {"": full, "Home address": ("☒", "", "")}), "b.docx")
    assert (owed.status, len(owed.open)) == ("incomplete", 2)
    assert papers.copy_of(blank, table(heads, {"": empty, ROWS[0]: ("☐", "Rosters", "Nobody")}), "c.docx").open


@pytest.mark.parametrize("first", ["N", "No"])
@pytest.mark.parametrize(
    ("heads", "told", "owed"),
    [
        (HEADS, "", 0),
        (HEADS, "Fill in every cell.", 2),
        (("Data", "Shared? (Y/N)", "With whom", "Purpose of collection"), "", 1),
        (("Feature", "Included?", "Additional cost", "Target release"), "", 2),
    ],
)
def test_no_spares_the_same_however_it_is_written(heads: tuple[str, ...], told: str, owed: int, first: str) -> None:
    full, no = ("Y", "Rosters", "Nobody"), (first, "", "")
    sent = table(heads, {"": full, "Home address": no}, f"{INTRO} {told}")
    assert len(papers.copy_of(of_table(heads, ("", "", ""), f"{INTRO} {told}"), sent, "copy.docx").open) == owed


def test_no_under_a_head_that_is_no_question() -> None:
    heads = ("Data", "Collected", "Purpose", "Source")
    sent = table(heads, {"": ("Yes", "Rosters", "Schools"), "Home address": ("No", "", "")})
    assert papers.copy_of(of_table(heads, ("", "", "")), sent, "copy.docx").status == "complete"
