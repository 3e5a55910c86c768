"""Labels that are answered behind their colon, in Word and on a page: nothing else shows the place."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.word.open_labels import Line, open_labels
from soppa_mailbot.model import Blank, Form

TITLE = "Software Vendor Request for Information"
INTRO = "Whoever sells software to Marsh Hollow District 21 answers each of these questions behind its colon."
LINES = (
    "1. Vendor",
    "1.1 Legal name of vendor:",
    "1.2 Business address:",
    "1.3 Date by which final District approval is needed, if known:",
    "2. Product",
    "2.1 Name of product:",
    "2.2 Who will use it?",
    "☐ Students   ☐ Teachers",
    "If yes, describe how:",
    "3. Certification",
    "The answers above are true to the best of my knowledge.",
    "Completed by (name):",
    "Title:",
)
ASKED = [line.rstrip(":") for line in LINES if line.endswith(":")]
ANSWERS = dict(
    zip(ASKED, ("Acme LLC", "9 Pier Rd", "3/4/2027", "Acme Maths", "in class", "Jo Ray", "COO"), strict=True)
)


def word(answers: dict[str, str] | None = None) -> bytes:
    document = docx.Document()
    for line in (TITLE, INTRO, *LINES):
        document.add_paragraph(
            f"{line} {(answers or {}).get(line.rstrip(':'), '')}".replace("☐ S", _box(answers) + " S")
        )
    return papers.saved(document)


def page(answers: dict[str, str] | None = None) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, line in enumerate(LINES):
        y = 690 - 22 * n
        if line.startswith("☐"):
            for left, option in ((70, "Students"), (170, "Teachers")):
                canvas.rect(left, y, 9, 9)
                canvas.drawString(left + 14, y + 1, option)
                if answers and option == "Students":
                    canvas.drawString(left + 1.5, y + 1, "X")
            continue
        canvas.drawString(60, y, line)
        if answer := (answers or {}).get(line.rstrip(":")):
            canvas.drawString(60 + canvas.stringWidth(line, "Helvetica", 9) + 8, y, answer)
    return canvas.getpdfdata()


def _box(answers: dict[str, str] | None) -> str:
    return "☒" if answers else "☐"


MAKES = [(word, "form.docx"), (page, "form.pdf")]


def learnt(make: object, name: str) -> Blank:
    return papers.blank(make(), "rfi", TITLE, name)  # type: ignore[operator]


def judged(blank: Blank, copy: bytes, name: str) -> Form:
    (form,) = assemble(recognise(papers.read(copy, name), [blank]), [blank])
    return form


@pytest.mark.parametrize(("make", "name"), MAKES)
def test_each_is_a_place(make: object, name: str) -> None:
    texts = [p.label for p in learnt(make, name).places if p.kind == "text"]
    assert [t.removesuffix(", if known") for t in texts] == [t.removesuffix(", if known") for t in ASKED]


@pytest.mark.parametrize("sent", MAKES)
@pytest.mark.parametrize("kept", MAKES)
def test_what_stands_behind_the_colon_is_the_answer(kept: tuple[object, str], sent: tuple[object, str]) -> None:
    blank = learnt(*kept)
    make, name = sent
    full = judged(blank, make(ANSWERS), name)  # type: ignore[operator]
    assert full.status == "complete"
    assert [r.value for r in full.readings if r.place.kind == "text"] == list(ANSWERS.values())
    some = {label: text for label, text in ANSWERS.items() if not label.startswith(("2.1", "Title"))}
    assert len(judged(blank, make(some), name).open) == 2  # type: ignore[operator]


def found(*lines: Line) -> list[str]:
    """Which of these lines are such labels, in a form that has others."""
    form = [
        Line("A. Vendor", False),
        *(Line(f"A.{n} Name {n}:", False) for n in range(1, 4)),
        Line("B. Product", False),
        *lines,
    ]
    return [form[n].text for n in open_labels(form)][3:]


def test_headings_lists_and_lines_over_a_place_are_none() -> None:
    last = Line("5. Telephone:", False)
    assert found(Line("4. Fax:", False), last) == ["4. Fax:", "5. Telephone:"]
    assert found(Line("4. The Operator shall:", False), last) == ["5. Telephone:"]
    assert found(Line("4. Check all of these:", False), last) == ["5. Telephone:"]
    assert found(Line("4. Contact:", False), Line("4.1 Name", True)) == []
    assert found(Line("4. Contact:", False), Line("Name ____", True)) == []
    assert found(Line("4. Purpose:", False, over=True), last) == ["5. Telephone:"]


def test_few_colons_make_no_form_of_such_labels() -> None:
    assert open_labels([Line("1. Name:", False), Line("2. Title:", False)]) == []
    assert open_labels([Line("Name:", False), Line("Title:", False), Line("Date:", False)]) == []


def test_labels_that_are_called_alike_are_each_asked() -> None:
    lines = [
        Line(f"{part}.{n} {what}:", taken=False) for part in (1, 2) for n, what in enumerate(("Name", "Telephone"), 1)
    ]
    assert open_labels(lines) == [0, 1, 2, 3]


def test_a_list_of_contents_asks_nothing() -> None:
    parts = ("1. Term", "2. Fees", "3. Notices")
    contents = [Line(f"{part}:", taken=False) for part in parts]
    text = [
        Line(said, taken=False) for part in parts for said in (f"{part}.", "The Operator shall give notice in writing.")
    ]
    assert open_labels([*contents, *text]) == []
    assert open_labels(contents) == [0, 1, 2]
