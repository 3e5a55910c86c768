"""Scanned lines that Word had closed up: the second label stands in the room of the first answer."""

from __future__ import annotations

from dataclasses import replace

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from scans import DPI, as_png
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.papers.moved_labels import with_moved_labels
from soppa_mailbot.forms.registering.word_ink import Seen
from soppa_mailbot.forms.scans.scan import recognise_scan
from soppa_mailbot.model import Document, Place, PlaceReading, Word
from soppa_mailbot.reading import image, pdf
from soppa_mailbot.reading.base import Limits

NAME = Place("n", "text", "Name", required=True, page=1, box=(100, 100, 250, 114))
JOB = Place("j", "text", "Position", required=True, page=1, box=(320, 100, 450, 114))
DAY = Place("d", "text", "Date", required=True, page=1, box=(490, 100, 560, 114))
LABEL = Token("position", "Position", box=(260, 101, 310, 112))
DATE = Token("date", "Date", box=(455, 101, 485, 112))
WHEN = Place("d", "text", "Date", required=True, page=1, box=(490, 100, 700, 114))


def read(place: Place, value: str, how: tuple[str, ...] = ("ink", "ocr")) -> PlaceReading:
    return PlaceReading(place, "filled" if value else "empty", value, how if value else ())


def line(text: str, sure: float = 0.95) -> list[Word]:
    return [Word(w, (102 + 22 * n, 101, 120 + 22 * n, 112), confidence=sure) for n, w in enumerate(text.split())]


def moved(
    readings: list[PlaceReading], own: list[Token], seen: list[Seen], words: list[Word], pixels: int = 0
) -> list[PlaceReading]:
    return with_moved_labels(readings, own, seen, words, lambda _: pixels)


@pytest.mark.parametrize(
    ("text", "lost", "expected"),
    [
        ("Ana Ruiz Position Buyer", 0.9, ["Ana Ruiz", "Buyer"]),
        ("Position Buyer", 0.9, ["", "Buyer"]),
        ("Ana Ruiz Position Buyer", 0.1, ["Ana Ruiz Position Buyer", ""]),  # the label is where the blank has it
        ("Ana Ruiz Position", 0.9, ["Ana Ruiz Position", ""]),
        ("Ana Ruiz Buyer", 0.9, ["Ana Ruiz Buyer", ""]),
        ("Position Ana Position Buyer", 0.9, ["Position Ana Position Buyer", ""]),
    ],
)
def test_the_answer_behind_a_moved_label(text: str, lost: float, expected: list[str]) -> None:
    found = moved([read(NAME, text), read(JOB, "")], [LABEL], [Seen(lost, 0.0, None)], line(text))
    assert [r.value for r in found] == expected
    assert [r.state for r in found] == ["filled" if v else "empty" for v in expected]


@pytest.mark.parametrize(
    ("text", "sure", "pixels", "state"),
    [
        ("Ana Ruiz Position Buyer", 0.6, 0, "doubtful"),
        ("Ana Ruiz Position", 0.95, 400, "doubtful"),  # handwriting that OCR sees nothing in
        ("Ana Ruiz Position", 0.95, 0, "empty"),
        ("Ana Ruiz Position .", 0.95, 0, "doubtful"),
    ],
)
def test_what_is_not_read_for_sure_behind_a_moved_label(text: str, sure: float, pixels: int, state: str) -> None:
    found = moved([read(NAME, text), read(JOB, "")], [LABEL], [Seen(0.9, 0.0, None)], line(text, sure), pixels)
    assert (found[1].state, found[1].value) == (state, "")


def test_a_room_that_holds_the_next_label_and_ink_is_doubtful() -> None:
    text = "Position Buyer"
    found = moved([read(NAME, text), read(JOB, "")], [LABEL], [Seen(0.9, 0.0, None)], line(text), 400)
    assert [(r.state, r.value) for r in found] == [("doubtful", ""), ("filled", "Buyer")]


def test_ink_is_looked_for_between_a_label_and_the_next() -> None:
    asked: list[tuple[float, ...]] = []
    text = "Ana Ruiz Position Date 1/2/27"
    marks = [Seen(0.9, 0.0, None)] * 2

    def ink(box: tuple[float, float, float, float]) -> int:
        asked.append(box)
        return 0

    with_moved_labels([read(NAME, text), read(JOB, ""), read(WHEN, "")], [LABEL, DATE], marks, line(text), ink)
    assert asked == [(164, 100, 168, pytest.approx(109.1))]


def test_only_words_of_ocr_and_known_labels_tell() -> None:
    text, gone = "Ana Ruiz Position Buyer", [Seen(0.9, 0.0, None)]
    for readings, words in (
        ([read(NAME, text, ("ink",)), read(JOB, "")], line(text)),
        ([read(NAME, text), read(JOB, "Clerk")], line(text)),
        ([read(NAME, text), read(JOB, ""), read(DAY, "")], line(text)),
    ):
        assert moved(readings, [LABEL], gone, words) == readings


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        # both labels moved
        (
            "Ana Ruiz Position Buyer Date 1/2/27",
            (0.9, 0.9),
            [("Ana Ruiz", "filled"), ("Buyer", "filled"), ("1/2/27", "filled")],
        ),
        (
            "Ana Maria Teresa Ruiz Position Buyer Date 1/2/27",  # the third label ends up in the second's room
            (0.9, 0.9),
            [("Ana Maria Teresa Ruiz", "filled"), ("Buyer", "filled"), ("1/2/27", "filled")],
        ),
        ("Ana Ruiz Position Date 1/2/27", (0.9, 0.9), [("Ana Ruiz", "filled"), ("", "doubtful"), ("1/2/27", "filled")]),
        ("Ana Ruiz Position Buyer Date", (0.9, 0.9), [("Ana Ruiz", "filled"), ("Buyer", "filled"), ("", "empty")]),
        ("Ana Ruiz Date 1/2/27 Position Buyer", (0.9, 0.9), None),  # not in their order
        ("Ana Ruiz Position Buyer", (0.9, 0.9), None),
        # the third is where the blank has it
        ("Ana Ruiz Position Buyer", (0.9, 0.1), [("Ana Ruiz", "filled"), ("Buyer", "filled"), ("", "empty")]),
    ],
)
def test_three_answers_in_a_line(text: str, marks: tuple[float, float], expected: list[tuple[str, str]] | None) -> None:
    readings = [read(NAME, text), read(JOB, "x" if expected and marks[1] > 0.5 else ""), read(WHEN, "")]
    words = [Word(w, (102 + 40 * n, 101, 130 + 40 * n, 112), confidence=0.95) for n, w in enumerate(text.split())]
    found = moved(readings, [LABEL, DATE], [Seen(m, 0.0, None) for m in marks], words)
    assert (found == readings) if expected is None else [(r.value, r.state) for r in found] == expected


@pytest.mark.parametrize("kind", ["signature", "check"])
def test_a_place_to_sign_or_to_tick_is_left_as_it_is(kind: str) -> None:
    readings = [read(NAME, "Ana Ruiz Position Buyer"), read(replace(JOB, kind=kind), "")]
    assert moved(readings, [LABEL], [Seen(0.9, 0.0, None)], line("Ana Ruiz Position Buyer")) == readings


def test_a_label_of_which_a_word_looks_as_if_it_were_there() -> None:
    """Another word with like letters stands there: what OCR reads tells that the label is not."""
    label = [Token("number", "Number", box=(252, 101, 280, 112)), Token("of", "of", box=(284, 101, 310, 112))]
    marks = [Seen(0.2, 0.5, 0.3), Seen(0.9, 0.0, None)]
    text = "Ana Ruiz Number of 35"
    readings = [read(NAME, text), read(JOB, "")]
    assert [r.value for r in moved(readings, label, marks, line(text))] == ["Ana Ruiz", "35"]
    there = [*line(text), Word("Number", (252, 101, 280, 112), confidence=0.95)]
    assert moved(readings, label, marks, there) == readings


def test_an_answer_that_ends_where_the_label_was() -> None:
    """It begins behind the label, in the room of the first, and is not all in there."""
    words = [
        *line("Ana Ruiz Position Senior"),
        Word("Purchasing", (214, 101, 258, 112), confidence=0.95),
        Word("Manager", (262, 101, 300, 112), confidence=0.95),
    ]
    readings = [read(NAME, "Ana Ruiz Position Senior Purchasing"), read(JOB, "")]
    over, intact = Seen(0.3, 0.5, 0.75), Seen(0.3, 0.5, 0.2)
    assert [r.value for r in moved(readings, [LABEL], [over], words)] == [
        "Ana Ruiz",
        "Senior Purchasing Manager",
    ]
    assert moved(readings, [LABEL], [intact], words) == readings


def test_an_answer_that_is_all_behind_the_first_room() -> None:
    words = [*line("Ana Ruiz Position"), Word("Manager", (262, 101, 300, 112), confidence=0.95)]
    found = moved([read(NAME, "Ana Ruiz Position"), read(JOB, "")], [LABEL], [Seen(0.3, 0.5, 0.75)], words)
    assert [r.value for r in found] == ["Ana Ruiz", "Manager"]


def drawn(contact: str) -> bytes:
    canvas = Canvas("", pagesize=letter)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 740, "Student Records Agreement of Alder Creek District 9")
    for n in range(12):
        canvas.drawString(72, 700 - 18 * n, f"{n + 1}. The company keeps rule number {n + 1} of this agreement.")
    canvas.drawString(72, 460, contact)
    canvas.drawString(72, 430, "The persons named above answer all questions about a breach.")
    return canvas.getpdfdata()


@pytest.mark.parametrize(("position", "state"), [(" Purchasing Manager", "filled"), ("", "empty")])
def test_a_line_of_a_scan(position: str, state: str) -> None:
    plain = drawn("Contact name " + 28 * "_" + " Position " + 24 * "_")
    blank = papers.blank(plain, "soppa", "Student Records Agreement", "b.pdf")
    filled = pdf.read(drawn(f"Contact name Ana Ruiz Position{position or ' ' + 24 * '_'}"), Limits()).raster
    own = pdf.read(plain, Limits()).raster
    picture = filled(1, DPI) if filled else None
    assert picture is not None and own is not None
    opened = image.read(as_png(picture.gray), Limits())
    assert opened.raster is not None
    document = Document("a1", "scan.png", pages=opened.pages)
    (part,) = recognise_scan(document, (blank,), opened.raster, lambda _, page, dpi: own(page, dpi)).parts
    states = {r.place.label: r.state for r in part.readings}
    assert states == {"Contact name": "filled", "Position": state}
