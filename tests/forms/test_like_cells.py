"""Tables of a paper that another program drew with higher rows and narrower columns than the blank's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

TITLE = "Agreement for the Protection of Covered Information"
INTRO = "The Operator completes its column and the exhibit, signs and returns the agreement to Alder Creek District 9."
KINDS = ("Student name", "Date of birth", "Student ID number", "Home address", "Attendance")
HEADS = ("Data element", "Collected Yes", "Collected No", "Why needed")
PARTIES = (
    ("", "District", "Operator"),
    ("Legal name", "Alder Creek District 9", ""),
    ("Address", "12 Mill Street, Alder Creek", ""),
    ("Contact person", "Director of Technology", ""),
)
ANSWERS = {("Legal name", 2): "Acme LLC", ("Address", 2): "4 Elm Street, Ohio", ("Contact person", 2): "Ana Ruiz"}


def table(
    canvas: Canvas, top: float, widths: Sequence[float], high: float, rows: Sequence[Sequence[str]], answers: Mapping
) -> float:
    for n, row in enumerate(rows):
        left = 60.0
        for column, (wide, text) in enumerate(zip(widths, row, strict=True)):
            canvas.rect(left, top - high * (n + 1), wide, high)
            said = text or answers.get((row[0], column), "")
            canvas.drawString(left + 4, top - high * n - 12, said)
            left += wide
    return top - high * len(rows) - 24


def sheet(*, anew: bool = False, answers: Mapping[tuple[str, int], str] | None = None) -> bytes:
    """The form; `anew` as another program lays it out."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    high, parties, kinds = (
        (34, (90, 180, 190), (150, 70, 70, 170)) if anew else (20, (110, 200, 180), (190, 60, 60, 180))
    )
    top = table(canvas, 700, parties, high, PARTIES, answers or {})
    rows = (HEADS, *((kind, "", "", "") for kind in KINDS))
    table(canvas, top, kinds, high, rows, answers or {})
    return canvas.getpdfdata()


def blank() -> Blank:
    return papers.blank(sheet(), "soppa", TITLE, optional=("Why needed",))


def test_the_places_are_named_by_their_row_and_marked_under_yes_and_no() -> None:
    places = blank().places
    assert [p.label for p in places if p.kind == "text" and p.required] == ["Legal name", "Address", "Contact person"]
    groups: dict[str, list[str]] = {}
    for place in (p for p in places if p.kind == "check"):
        groups.setdefault(place.group_label, []).append(place.option)
    assert groups == {kind: ["Collected Yes", "Collected No"] for kind in KINDS}


@pytest.mark.parametrize("anew", [False, True])
def test_each_answer_is_read_from_its_cell(*, anew: bool) -> None:
    said = {kind: n % 2 for n, kind in enumerate(KINDS)}  # 0: no, 1: yes
    marks = {(kind, 1 if yes else 2): "X" for kind, yes in said.items()}
    why = {(kind, 3): "For the roster" for kind, yes in said.items() if yes}
    (found,) = recognise(papers.read(sheet(anew=anew, answers={**ANSWERS, **marks, **why})), [blank()])
    read = {(r.place.group_label or r.place.label, r.place.option): r for r in found.readings}
    assert {k[0]: r.value for k, r in read.items() if r.place.kind == "text" and r.place.required} == {
        label: text for (label, _), text in ANSWERS.items()
    }
    for kind, yes in said.items():
        states = [read[kind, f"Collected {option}"].state for option in ("Yes", "No")]
        assert states == (["filled", "empty"] if yes else ["empty", "filled"]), kind
    assert not found.doubts


def test_a_number_is_no_answer_no() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    table(
        canvas, 700, (190, 120, 120), 20, (("Data element", "Item No.", "Page No."), *((k, "", "") for k in KINDS)), {}
    )
    assert {p.kind for p in papers.blank(canvas.getpdfdata(), "soppa", TITLE).places} == {"text"}
