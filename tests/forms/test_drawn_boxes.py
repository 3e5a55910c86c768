"""A Word form that comes back as PDF: its boxes as rectangles, as four rules or as characters, ticked in any way."""

from __future__ import annotations

import io
from collections.abc import Callable

import form_papers as papers
import pytest
from form_papers import DEVICES, DISTRICT, FULL, LEFT, OFFICE, QUESTIONNAIRE, RIGHT, WIDE, YES_NO
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.papers.drawn_frames import without_drawn_frames
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form, Place, PlaceReading

SIDE = 9.0
Draw = Callable[[Canvas, float, float], None]


def rectangle(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x, y, SIDE, SIDE)


def four_rules(canvas: Canvas, x: float, y: float) -> None:
    for line in (
        (x, y, x + SIDE, y),
        (x, y + SIDE, x + SIDE, y + SIDE),
        (x, y, x, y + SIDE),
        (x + SIDE, y, x + SIDE, y + SIDE),
    ):
        canvas.line(*line)


def double(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x, y, SIDE, SIDE)
    canvas.rect(x + 0.8, y + 0.8, SIDE - 1.6, SIDE - 1.6)


def glyph(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont("ZapfDingbats", SIDE + 2)
    canvas.drawString(x, y, "❏")


def cross(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(x + 1.5, y + 1.5, x + SIDE - 1.5, y + SIDE - 1.5)
    canvas.line(x + 1.5, y + SIDE - 1.5, x + SIDE - 1.5, y + 1.5)


def corner_to_corner(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(x, y, x + SIDE, y + SIDE)
    canvas.line(x, y + SIDE, x + SIDE, y)


def check(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x + 1.5, y + 4)
    path.lineTo(x + 4, y + 1.5)
    path.lineTo(x + SIDE + 2, y + SIDE + 3)
    canvas.drawPath(path)


def letter_x(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(x + 1.5, y + 1.5, "X")


def dingbat(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont("ZapfDingbats", 9)
    canvas.drawString(x + 0.5, y + 1.2, papers.CHECK)


def shade(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x + 2, y + 2, SIDE - 4, SIDE - 4, fill=1)


def returned(answers: dict[str, str], box: Draw, tick: Draw, *, comb: bool = False) -> bytes:
    """The Word questionnaire as another program set it: other line ends, boxes drawn before their words."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    y = 750.0

    def text(x: float, words: str) -> float:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x, y, words)
        return float(x + canvas.stringWidth(words, "Helvetica", 10))

    def boxed(x: float, option: str, on: bool) -> float:
        box(canvas, x, y - 1)
        if on:
            tick(canvas, x, y - 1)
        return text(x + SIDE + 5, option) + 14

    text(60, QUESTIONNAIRE)
    for line in (f"{DISTRICT}. Please answer every question below;", "applications with open questions are sent back."):
        y -= 16
        text(60, line)
    for label in [*LEFT, *RIGHT, *WIDE]:
        y -= 20
        text(60, f"{label}: {answers.get(label, '')}")
    y -= 20
    text(60, "Which devices are supported? Mark all that apply.")
    y -= 18
    x = 60.0
    for device in DEVICES:
        x = boxed(x, device, answers.get("Devices") == device)
    for question in YES_NO:
        y -= 20
        x = text(60, question) + 8
        for option in ("Yes", "No"):
            x = boxed(x, option, answers.get(question) == option)
    y -= 20
    text(60, "For office use only")
    for label in OFFICE:
        y -= 20
        text(60, f"{label}: ____________")
    if comb:
        for number in range(8):
            canvas.rect(60 + number * SIDE, 40, SIDE, SIDE)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def word() -> Blank:
    return papers.blank(papers.questionnaire_docx(), "rfi", QUESTIONNAIRE, "questionnaire.docx")


def judged(blank: Blank, data: bytes) -> Form:
    (form,) = assemble(recognise(papers.read(data), (blank,)), (blank,))
    return form


PAIRS = [(b, t) for b in (rectangle, four_rules, double) for t in (cross, corner_to_corner, check, letter_x, dingbat)]
PAIRS += [(glyph, cross), (glyph, corner_to_corner), (glyph, check)]


@pytest.mark.parametrize(("box", "tick"), PAIRS)
def test_every_box_is_read(word: Blank, box: Draw, tick: Draw) -> None:
    full = judged(word, returned(FULL, box, tick))
    assert (full.status, full.open, full.doubtful, full.subject_to_soppa) == ("complete", (), (), True)
    ticked = {(r.place.group_label or r.place.label, r.place.option) for r in full.readings if r.place.option}
    on = {(r.place.group_label, r.place.option) for r in full.readings if r.place.option and r.state == "filled"}
    assert {option for _, option in on} >= {"iPad", "Yes", "No"}
    assert len(on) == 4 < len(ticked)


@pytest.mark.parametrize("box", [rectangle, four_rules, double, glyph])
@pytest.mark.parametrize("left", ["Devices", YES_NO[0], YES_NO[2]])
def test_a_question_without_a_tick_is_open(word: Blank, box: Draw, left: str) -> None:
    form = judged(word, returned({k: v for k, v in FULL.items() if k != left}, box, cross))
    wanted = "Which devices are supported? Mark all that apply" if left == "Devices" else left.rstrip("?")
    assert (form.status, form.doubtful) == ("incomplete", ())
    assert [label.rstrip("?") for label in form.open] == [wanted]


def test_the_other_answer_is_the_other_answer(word: Blank) -> None:
    exempt = judged(word, returned({**FULL, YES_NO[2]: "No"}, four_rules, check))
    assert (exempt.status, exempt.subject_to_soppa) == ("complete", False)


def test_boxes_for_single_letters_are_no_boxes_to_tick(word: Blank) -> None:
    form = judged(word, returned(FULL, rectangle, cross, comb=True))
    assert (form.status, form.doubtful) == ("complete", ())


def test_shading_in_a_box_may_be_a_tick_or_not(word: Blank) -> None:
    form = judged(word, returned(FULL, rectangle, shade))
    assert form.status == "doubtful"
    assert "Which devices are supported? Mark all that apply" in form.doubtful
    assert form.subject_to_soppa is None


def test_what_is_in_every_box_alike_is_decoration(word: Blank) -> None:
    def ringed(canvas: Canvas, x: float, y: float) -> None:
        rectangle(canvas, x, y)
        canvas.circle(x + SIDE / 2, y + SIDE / 2, 2.5)

    form = judged(word, returned(FULL, ringed, cross))
    assert form.status == "doubtful"
    assert form.subject_to_soppa is None


@pytest.mark.parametrize("box", [rectangle, four_rules])
def test_a_tick_laid_over_the_page(word: Blank, box: Draw) -> None:
    bare = {k: v for k, v in FULL.items() if k != "Devices"}
    page = papers.read(returned(bare, box, cross)).pages[0]
    ipad = next(w.box for w in page.words if w.text == "iPad")
    left, middle = ipad[0] - SIDE - 5, page.height - (ipad[1] + ipad[3]) / 2
    for kind in ("Ink", "FreeText"):
        note = [(0, (left + 1, middle - 4, left + 8, middle + 4), "X")]
        form = judged(word, papers.annotated(returned(bare, box, cross), note, kind))
        assert (form.status, form.open) == ("complete", ()), kind


def test_a_square_that_a_viewer_put_on_a_box_is_a_tick() -> None:
    canvas = papers.canvas_of("Vendor questionnaire", "Answer the question and send this page to our office.")
    canvas.drawString(60, 690, "Which devices does it run on? (check all that apply)")
    for n, option in enumerate(("Chromebook", "Tablet", "Windows")):
        canvas.rect(60 + 110 * n, 668, 9, 9)
        canvas.drawString(74 + 110 * n, 669, option)
    data = canvas.getpdfdata()
    blank = papers.blank(data, "rfi", "Vendor questionnaire")
    for rect, chosen in (((60, 668, 69, 677), ["Chromebook"]), ((300, 600, 309, 609), [])):
        sent = papers.annotated(data, [(0, rect, "")], "Square")
        (form,) = assemble(recognise(papers.read(sent), (blank,)), (blank,))
        assert [r.place.option for r in form.readings if r.state == "filled"] == chosen


def of_two_questions(draw: Callable[[Canvas], None] | None = None) -> bytes:
    canvas = papers.canvas_of("Vendor questionnaire", "Answer both questions and send this page to our office.")
    for row, question in enumerate(("Is data encrypted?", "Is there a report?")):
        canvas.drawString(60, 690 - 22 * row, question)
        for n, option in enumerate(("Yes", "No")):
            canvas.rect(300 + 60 * n, 689 - 22 * row, 9, 9)
            canvas.drawString(314 + 60 * n, 690 - 22 * row, option)
    if draw is not None:
        draw(canvas)
    return canvas.getpdfdata()


def chosen_in(data: bytes) -> list[tuple[str, str]]:
    blank = papers.blank(of_two_questions(), "rfi", "Vendor questionnaire")
    (form,) = assemble(recognise(papers.read(data), (blank,)), (blank,))
    return [(r.place.group_label, r.place.option) for r in form.readings if r.state == "filled"]


def test_a_large_tick_is_for_the_box_that_it_covers() -> None:
    """A hook of two lines' height reaches into the box above."""
    sent = papers.annotated(of_two_questions(), [(0, (296, 662, 320, 692), "")], "Ink")
    assert chosen_in(sent) == [("Is there a report?", "Yes")]


def test_a_square_that_nearly_fills_one_box_ticks_it_and_frames_tick_none() -> None:
    def square(canvas: Canvas) -> None:
        canvas.rect(301, 690, 7, 7, fill=1)

    def frames(canvas: Canvas) -> None:
        for row in range(2):
            for n in range(2):
                canvas.rect(301 + 60 * n, 690 - 22 * row, 7, 7)

    assert chosen_in(of_two_questions(square)) == [("Is data encrypted?", "Yes")]
    assert chosen_in(of_two_questions(frames)) == []


EMPTY = ["empty", "empty"]


def reading(name: str, state: str, *how: str) -> PlaceReading:
    return PlaceReading(Place(name, "check", name, True, group="g", group_label="At the end"), state, name, how)


@pytest.mark.parametrize(
    ("readings", "states"),
    [
        (
            [("a", "filled", "annotation", "ink"), ("b", "filled", "ink"), ("c", "filled", "ink")],
            ["filled", "empty", "empty"],
        ),
        ([("a", "filled", "ink"), ("b", "filled", "ink")], ["filled", "filled"]),
        ([("a", "filled", "annotation"), ("b", "filled", "ink")], ["filled", "filled"]),
        ([("a", "filled", "annotation", "ink"), ("b", "filled", "ink"), ("c", "empty")], ["filled", "filled", "empty"]),
    ],
)
def test_frames_that_a_viewer_printed_are_no_marks(readings: list[tuple[str, ...]], states: list[str]) -> None:
    assert [r.state for r in without_drawn_frames([reading(*r) for r in readings])] == states
