"""What a form asks for does not depend on the size of its letters."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from forms.known_blanks import DISTRICTS, asked, learnt, read
from proving import PROVE
from soppa_mailbot.forms.blanks.even_lines import with_even_lines
from soppa_mailbot.forms.blanks.one_size import brought_back, enlarged, enlargement
from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.model import Document, Mark, Page, Word

# captions in the corners of cells, one of two lines; a day far under the signature; points of a list; two columns
SOME = (
    "sauk_ridge/district/forms/PS-210 print.pdf",
    "nippersink_valley/district/forms/student-data-agreement-print.pdf",
    "kestrel_city/district/forms/DP-7 Operator Covenant.pdf",
    "calumet_ridge/district/forms/Student_Data_Protection_Agreement_LG-12.pdf",
    "thornapple/district/forms/Student-Data-Privacy-Agreement-2025-26.pdf",
    "kettle_prairie_217/district/forms/Student-Data-Privacy-Agreement-217.pdf",
)
FORMS = sorted(str(p.relative_to(DISTRICTS)) for p in DISTRICTS.glob("*/district/forms/*.pdf")) if PROVE else SOME


@pytest.mark.parametrize("factor", [0.8, 1.22])
@pytest.mark.parametrize("name", FORMS)
def test_a_form_in_other_letters_asks_for_the_same(name: str, factor: float) -> None:
    document = read(name)
    usual, other = learnt(document), learnt(enlarged(document, factor))
    assert len(usual.places) > 20
    assert asked(other) == asked(usual)
    for place, same in zip(other.places, usual.places, strict=True):
        if place.box is not None and same.box is not None:
            # a line's thickness is told to a point
            assert place.box == pytest.approx([side * factor for side in same.box], abs=1.2)
    assert other.document.pages[0].width == pytest.approx(document.pages[0].width * factor, abs=0.1)


def page_of(height: float, words: int) -> Document:
    row = tuple(Word("word", (10.0 + 30 * n, 10.0, 35.0 + 30 * n, 10.0 + height)) for n in range(words))
    return Document("a1", "form.pdf", pages=(Page(1, 612, 792, row),))


@pytest.mark.parametrize(
    ("height", "words", "factor"),
    [
        (11.25, 30, 1.0),
        (9.0, 30, 1.25),
        (15.0, 30, 0.75),
        (4.0, 30, 1.6),  # a poster that was made small: no more than so much
        (30.0, 30, 0.7),
        (9.0, 5, 1.0),  # a few words tell no size
        (0.0, 30, 1.0),
    ],
)
def test_most_letters_come_to_the_usual_size(height: float, words: int, factor: float) -> None:
    assert enlargement(page_of(height, words)) == pytest.approx(factor)


def test_a_blank_stands_where_it_stood() -> None:
    document = read(SOME[0])
    assert brought_back(enlarged(document, 1.13), 1.13) == document
    assert enlarged(document, 1.0) is document
    assert enlarged(Document("a1", "form.docx"), 1.2).pages == ()


def framed(text: str, left: float, base: float) -> list[Word]:
    """A line of letters a tenth of an inch wide, each word in the frame of its ink, as OCR gives it."""
    out = []
    for match in re.finditer(r"\S+", text):
        word = match.group()
        top = base - (7.2 if any(c.isupper() or c in "bdfhklit?0123456789" for c in word) else 5.3)
        bottom = base + (2.1 if any(c in "gjpqy,()" for c in word) else 0)
        if word != "_":
            out.append(Word(word, (left + 7.2 * match.start(), top, left + 7.2 * match.end() - 2, bottom)))
    return out


def scanned(origin: str = "ocr") -> Document:
    """A list of questions whose numbers lost their points."""
    words = [*framed("Software Questionnaire", 200, 60), *framed("Please answer on the lines, and sign.", 65, 90)]
    marks = []
    for number, question in enumerate(("How is the data kept safe?", "Who else gets the data?"), 7):
        at = 40 * number - 150
        words += [*framed(str(number), 65, at), *framed(question, 84.6, at)]
        marks.append(Mark("line", (65, at + 22, 548, at + 23.5)))
    words += framed("9", 65, 207.7) + framed("Does the program have data about pupils?", 84.6, 207.7)
    words += framed("Yes", 415, 207.7) + framed("No", 500, 207.7)
    marks += [Mark("line", (388, 208, 409, 209)), Mark("line", (473, 208, 494, 209))]
    words += framed("COMPANY", 65, 240) + framed("on", 65, 270)
    marks.append(Mark("line", (120, 240, 548, 241)))
    return Document("a1", "form.pdf", pages=(Page(1, 612, 792, tuple(words), tuple(marks), origin),))


def test_the_words_of_a_scanned_blank_stand_on_their_lines() -> None:
    """By the frames of its ink "program" stands lower than "have", and a number far from its question."""
    blank = learnt(scanned())
    assert [(p.label, p.option, p.group_label) for p in blank.places] == [
        ("7 How is the data kept safe?", "", ""),
        ("8 Who else gets the data?", "", ""),
        ("Yes", "Yes", "9 Does the program have data about pupils?"),
        ("No", "No", "9 Does the program have data about pupils?"),
        ("COMPANY", "", ""),
    ]


def test_short_lines_of_a_scan_are_underscores() -> None:
    """What stands before "____ Google account" is no question otherwise. The side of a cell is none."""
    words = [*framed("People log in with", 65, 60), *framed("Google account", 200, 60), *framed("no log-in", 340, 60)]
    short = [Mark("line", (175, 60, 197, 60.7)), Mark("line", (315, 60, 337, 60.7))]
    cell = [Mark("line", (300, 90, 320, 90.7)), Mark("line", (300, 70, 300.7, 90)), Mark("line", (65, 99, 500, 99.7))]
    page = Page(1, 612, 792, (*words, *framed("Web", 330, 90)), (*short, *cell), "ocr")
    (even,) = with_even_lines(Document("a1", "form.pdf", pages=(page,))).pages
    assert " ".join(even.text().split()) == "People log in with ____ Google account ____ no log-in Web"
    assert list(even.marks) == cell


def test_only_words_of_a_scan_are_put_on_their_lines() -> None:
    assert with_even_lines(scanned("text")) == scanned("text")
    heights = {w.text: w.box[3] - w.box[1] for w in with_even_lines(scanned()).pages[0].words if w.text != "____"}
    assert all(height == pytest.approx(11.2, abs=0.1) for height in heights.values())
    assert "on" in heights  # though no letter of its line tells how high it is


ROUND = "How is data deleted? Mark all that apply.", "By us", "By the hosting company"


@pytest.mark.parametrize(("said", "origin", "lacking"), [
    (ROUND, "ocr", True),  # boxes that are round are seen in no picture
    (ROUND, "text", False),  # what typed pages draw is known
    ((ROUND[0][:20], *ROUND[1:]), "ocr", False),
])  # fmt: skip
def test_a_scan_that_asks_for_marks_and_shows_no_boxes(said: tuple[str, ...], origin: str, *, lacking: bool) -> None:
    (page,) = scanned(origin).pages
    words = [w for n, line in enumerate(said) for w in framed(line, 65, 300 + 20 * n)]
    blank = learnt(Document("a1", "form.pdf", pages=(replace(page, words=(*page.words, *words)),)))
    assert ("no boxes" in gap_in(blank)) == lacking
    assert any("no boxes" in note for note in blank.notes) == lacking
