"""Flags that show where to sign: "Sign Here" in a small box before a line, whose name stands under or before it."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.pages.sign_flags import without_flags
from soppa_mailbot.model import Blank, Box, Mark, Page, Word

TITLE = "Terms for the Privacy of Students"
INTRO = "These terms are agreed by Marsh Hollow District 21 and the company that signs below, for its product."


def flag(canvas: Canvas, text: str, *, framed: bool = True, y: float = 490) -> None:
    canvas.setFont("Helvetica-Bold", 6)
    if framed:
        canvas.setFillGray(0.8)
        canvas.rect(60, y, 56, 20, stroke=1, fill=1)
        canvas.setFillGray(0)
    canvas.drawString(64, y + 7, text)


def terms(
    text: str = "Sign Here", *, framed: bool = True, room: str = "line", caption: str = "Authorized Signature",
    under: float = 60, before: str = "", day: str = "", name: str = "", signed: str = "", left: float = 320,
) -> bytes:  # fmt: skip
    """`left`: where the day's column begins; `under`: where the caption does."""
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(
        60, 690, "1. The company uses what it knows of students for the schools alone, and sells none of it."
    )
    canvas.drawString(60, 530, "Company")
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(left + 3, 495, day)
    canvas.drawString(63, 448, name)
    canvas.drawString(130, 494, signed)
    if text:
        flag(canvas, text, framed=framed)
    if room == "line" and text:
        canvas.line(122, 490, 300, 490)
    elif room == "box":
        canvas.rect(122, 490, 178, 18)
    canvas.setFont("Helvetica", 7)
    canvas.drawRightString(56, 497, before)
    canvas.drawString(under, 482, caption)
    for x, y, label in ((left, 490, "Date Signed"), (60, 443, "Full Name"), (left, 443, "Title")):
        if text:
            canvas.rect(x, y, 120, 16)
        canvas.drawString(x, y - 8, label)
    return canvas.getpdfdata()


def signatures(blank: Blank) -> list[str]:
    return [p.label for p in blank.places if p.signs]


@pytest.mark.parametrize("text", ["Sign Here", "SIGN HERE >", "Please sign here", "Sign", "Signature here"])
@pytest.mark.parametrize("room", ["line", "box"])
def test_a_flag_is_no_place_and_names_none(text: str, room: str) -> None:
    blank = papers.blank(terms(text, room=room), "soppa", TITLE)
    assert [p.label for p in blank.places] == ["Authorized Signature", "Date Signed", "Full Name", "Title"]
    assert signatures(blank) == ["Authorized Signature"]
    assert [p.label for p in blank.places if p.role == "signature_date"] == ["Date Signed"]


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"under": 124}, "Authorized Signature"),
        ({"text": "Initial Here", "caption": "Initials of the officer"}, "Initials of the officer"),
        ({"caption": "", "before": "Signature:"}, "Signature"),
        ({"framed": False, "under": 124, "caption": ""}, "Sign Here"),  # its only name
        ({"caption": ""}, "Sign Here"),
        ({"text": "Sign up"}, "Sign up"),
    ],
)
def test_the_line_keeps_a_name(given: dict[str, object], label: str) -> None:
    blank = papers.blank(terms(**given), "soppa", TITLE)  # type: ignore[arg-type]
    assert label in [p.label for p in blank.places]


@pytest.mark.parametrize(
    ("answers", "states"),
    [
        ({"signed": "Ana Ruiz", "day": "5/4/2027", "name": "Ana Ruiz"}, ["filled", "filled", "filled", "empty"]),
        ({"day": "5/4/2027", "name": "Ana Ruiz"}, ["empty", "filled", "filled", "empty"]),
        ({"signed": "Ana Ruiz"}, ["filled", "empty", "empty", "empty"]),
        ({}, ["empty", "empty", "empty", "empty"]),
    ],
)
def test_what_is_written_behind_a_flag(answers: dict[str, str], states: list[str]) -> None:
    blank = papers.blank(terms(), "soppa", TITLE)
    assert [r.state for r in papers.copy_of(blank, terms(**answers)).readings] == states  # type: ignore[arg-type]


def test_a_signing_service_takes_flag_and_line_away() -> None:
    """What stands beside them moves to the left, and no words of the form stand before its day any more."""
    blank = papers.blank(terms(), "soppa", TITLE)
    for day, state in (("5/4/2027", "filled"), ("", "empty")):
        sent = terms("", signed="Signed by: Ana Ruiz", day=day, name="Ana Ruiz", left=296)
        readings = papers.copy_of(blank, sent).readings
        assert [r.state for r in readings] == ["filled", state, "filled", "empty"]
        assert day in (readings[1].value, "")


def test_a_cell_that_asks_for_a_signature_is_no_flag() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    for n, label in enumerate(("Sign", "Date signed", "Name of signer")):
        canvas.rect(60, 500 - 20 * n, 90, 20)
        canvas.rect(150, 500 - 20 * n, 200, 20)
        canvas.drawString(64, 506 - 20 * n, label)
    blank = papers.blank(canvas.getpdfdata(), "soppa", TITLE)
    assert [p.label for p in blank.places] == ["Sign", "Date signed", "Name of signer"]


# --- what stands where ------------------------------------------------------------------------------------------------

FLAG: Box = (60, 282, 116, 302)
RULE: Box = (122, 302, 300, 302)


def said(text: str, left: float, top: float, high: float = 6) -> list[Word]:
    """The words of a line."""
    words = text.split()
    return [Word(w, (left + 22 * n, top, left + 22 * n + 20, top + high)) for n, w in enumerate(words)]


def bare_page(
    *, frame: Box = FLAG, room: Box = RULE, kind: str = "line", words: tuple[Word, ...] = (), annotation: str = "",
    named: tuple[str, float, float] = ("Authorized Signature", 124, 306), more: tuple[Mark, ...] = (),
) -> Page:  # fmt: skip
    inside = words or said("Sign Here", frame[0] + 4, frame[1] + 3)
    marks = (Mark("rect", frame, annotation=annotation == "flag"), Mark(kind, room, annotation=annotation == "room"))
    return Page(1, 612, 792, (*inside, *said(*named)), (*marks, *more))


def test_a_line_begins_where_its_flag_does() -> None:
    page = without_flags(bare_page())
    assert [m.box for m in page.marks] == [(60, 302, 300, 302)]
    assert [w.text for w in page.words] == ["Authorized", "Signature"]


@pytest.mark.parametrize(
    "given",
    [
        {"frame": (60, 294, 116, 302)},  # the shade behind a line of text
        {"frame": (60, 282, 216, 302), "room": (222, 302, 400, 302)},  # as broad as a cell
        {
            "frame": (60, 266, 90, 302),
            "room": (96, 302, 300, 302),
            "words": tuple(said("Sign", 64, 270, 10) + said("Here", 64, 284, 10)),
        },  # upright
        {"frame": (60, 262, 116, 302)},  # much higher than its words
        {"frame": (60, 282, 116, 302), "room": (146, 302, 300, 302)},  # far from its line
        {"room": (122, 302, 170, 302)},  # too short to sign on
        {"room": (122, 316, 300, 316), "named": ("Authorized Signature", 124, 318)},  # of the next row
        {"kind": "rect", "room": (122, 260, 300, 302)},  # a field of several lines
        {"kind": "image"},
        {"annotation": "flag"},  # somebody's own
        {"annotation": "room"},
        {"named": ("Authorized Signature", 124, 330)},  # named by nothing
        {"named": ("Authorized Signature", 320, 306)},
        {"named": ("Signature", 30, 240)},
        {"frame": (160, 282, 216, 302), "room": (222, 302, 400, 302), "named": ("Signature", 20, 288)},
        {"named": ("Assigned reader", 124, 306)},
    ],
)
def test_what_is_no_flag_of_a_line(given: dict[str, object]) -> None:
    page = bare_page(**given)  # type: ignore[arg-type]
    assert without_flags(page) == page


def test_all_that_is_drawn_of_a_flag_goes_with_it() -> None:
    frames = (Mark("rect", (62, 284, 114, 300)), Mark("line", (60, 302, 116, 302)), Mark("curve", (104, 288, 110, 296)))
    further = Mark("line", (132, 300, 300, 300))
    page = without_flags(bare_page(more=(*frames, further)))
    assert [m.box for m in page.marks] == [(60, 302, 300, 302), further.box]
