"""Lines before lettered answers of which one is initialled: "Select one: ____ (a) ... ____ (b) ..."."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Student Privacy Rider"
ONE = "Select one (circle the letter, or write initials on the line before it):"
PARTS = (
    (
        "1. When the term ends.",
        ("delete all data within sixty days and", "give the data back to the District; or", "move it to the parent."),
    ),
    ("2. Helpers.", ("nobody else receives data;", "others receive data and are named below; or", "only totals.")),
)
WRAPPED = "certify it in writing;"


def page(marks: tuple[str, ...] = (), *, told: str = ONE, drawn: bool = True) -> bytes:
    """`marks`: "1a" -> what is written on that line."""
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT} and the company that signs below agree as follows.")
    y = 690.0
    for number, (head, answers) in enumerate(PARTS, 1):
        canvas.drawString(60, y, head)
        canvas.drawString(74, y - 15, told)
        y -= 34
        for letter, answer in zip("abc", answers, strict=True):
            if drawn:
                canvas.line(74, y - 2, 110, y - 2)
            else:
                canvas.drawString(74, y, "_" * 7)
            canvas.drawString(118, y, f"({letter})")
            canvas.drawString(140, y, answer)
            written = next((m.partition("=")[2] for m in marks if m.startswith(f"{number}{letter}=")), "")
            canvas.drawString(84, y, written)
            if answer.endswith("and"):
                y -= 14
                canvas.drawString(140, y, WRAPPED)
            y -= 20
        y -= 10
    for label, text in (("Company", "Larkmont Maps LLC"), ("Signature", "/s/ Ada Moreau"), ("Date", "11/02/2026")):
        canvas.drawString(60, y, f"{label}: ______________________")
        canvas.drawString(130, y, text if marks else "")
        y -= 30
    return bytes(canvas.getpdfdata())


def read(blank: Blank, data: bytes) -> Form:
    (found,) = assemble(recognise(papers.read(data, "filled.pdf"), (blank,)), (blank,))
    return found


@pytest.mark.parametrize("drawn", [True, False])
def test_one_mark_answers(drawn: bool) -> None:
    blank = papers.blank(page(drawn=drawn), "soppa", TITLE, "rider.pdf")
    groups = {p.group for p in blank.places if p.kind == "check"}
    assert len(groups) == 2 and sum(p.kind == "check" for p in blank.places) == 6
    assert blank.places[0].option.endswith(WRAPPED)
    assert read(blank, page(("1b=AM", "2a=x"), drawn=drawn)).status == "complete"
    (left,) = read(blank, page(("1b=AM", "2a="), drawn=drawn)).open
    assert left.startswith("2. Helpers")
    assert read(blank, page(("1b=AM", "1c=AM", "2a=AM"), drawn=drawn)).contradictory


@pytest.mark.parametrize(
    "told", ["Write your initials on each line:", "The company promises:", "Initial every line below, one by one:"]
)
def test_lines_that_are_all_initialled(told: str) -> None:
    blank = papers.blank(page(told=told), "soppa", TITLE, "rider.pdf")
    assert set(read(blank, page(("1b=AM", "2a=AM"), told=told)).open) and not any(
        p.group and p.kind == "check" and [q.group for q in blank.places].count(p.group) > 1 for p in blank.places
    )


def rows(lines: tuple[str, ...], *, word: bool = False) -> Blank:
    lines = (*lines, "Signature: ______________________")
    if word:
        document = docx.Document()
        for line in (TITLE, f"{papers.DISTRICT} asks every vendor.", *lines):
            document.add_paragraph(line)
        return papers.blank(papers.saved(document), "rfi", TITLE, "rider.docx")
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT} asks every vendor.", size=11)
    for n, line in enumerate(lines):
        canvas.drawString(60, 690 - 18 * n, line)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE, "rider.pdf")


@pytest.mark.parametrize("word", [False, True])
@pytest.mark.parametrize(
    ("lines", "options"),
    [
        # longer than one that stands alone would be ticked, and equal
        (("1. Is it free?", "______ Yes       ______ No"), ["Yes", "No"]),
        (("1. Is it free?", "________ Yes     ________ No     ________ N/A"), ["Yes", "No", "N/A"]),
        (("1. Is it free?", "______ Yes", "______ No"), ["Yes", "No"]),
        (("1. Is it free?   Yes _______   No _______",), ["Yes", "No"]),
        (("1. Is it free?   ______ Yes   ______ No",), ["Yes", "No"]),
        # other answers, where it is said that one is chosen, or some
        (("1. Who hosts it? Please mark one.", "_______ Vendor     _______ District"), ["Vendor", "District"]),
        (("1. Who hosts it? (check one)   _______ Vendor     _______ District",), ["Vendor", "District"]),
        (
            (
                "1. Sign-on (check all that apply):",
                "_______ Clever     _______ Google",
                "_______ ClassLink     _______ SAML",
            ),
            ["Clever", "Google", "ClassLink", "SAML"],
        ),
        # where it is said what is made there, and where
        (
            (
                "1. SOPPA.  Mark X on one line:",
                "_____  The program comes under it.",
                "_____  It does not come under it.",
            ),
            ["The program comes under it", "It does not come under it"],
        ),
        (
            ("1. In three years we (put an “X” before one)   _____ had no breach   _____ had a breach.",),
            ["had no breach", "had a breach"],
        ),
        (
            ("1. Sign-on. Place a check mark beside all that apply:", "______ Clever", "______ Google accounts"),
            ["Clever", "Google accounts"],
        ),
    ],
)
def test_equal_lines_before_the_answers_of_a_question_are_marked(
    lines: tuple[str, ...], options: list[str], word: bool
) -> None:
    blank = rows(lines, word=word)
    assert [p.option for p in blank.places if p.kind == "check"] == options
    assert [p.label for p in blank.places if p.kind != "check"] == ["Signature"]
    assert len({p.group for p in blank.places if p.kind == "check"}) == 1


@pytest.mark.parametrize("word", [False, True])
@pytest.mark.parametrize(
    "lines",
    [
        ("Write your initials on each line:", "_____  We sell no data.", "_____  We show no advertising."),
        ("Mark the day on one line:", "________ is when we begin.", "________ is when we end."),
    ],
)
def test_lines_that_nobody_chooses_from(lines: tuple[str, ...], word: bool) -> None:
    assert not [p.option for p in rows(lines, word=word).places if p.kind == "check"]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. How many?", "______ students   ______ teachers   ______ others"),
        ("We keep data for ______ days. No data is sold; we answer within ______ hours.",),
        ("1. Is it?", "_______________ Yes   _______________ No"),
        ("Cost ______ No fee is asked for a trial, which lasts ______ days.",),
        ("Initial each statement:", "________ We sell no data.", "________ We show no advertising."),
    ],
)
def test_lines_that_are_written_on_stay_so(lines: tuple[str, ...]) -> None:
    assert not [p.option for p in rows(lines).places if p.kind == "check"]


def test_what_is_asked_behind_a_marked_line_has_its_own_name() -> None:
    blank = rows(("1. Is it under SOPPA?", "______ Yes, it is.", "______ No, it is not. Reason: ________________"))
    told = rows(
        ("1. SOPPA. Mark X on one line:", "_____  Yes, it is.", "_____  No, it is not. Reason: _________"), word=True
    )
    assert [(p.kind, p.label) for p in told.places] == [(p.kind, p.label) for p in blank.places]
    assert [(p.kind, p.label) for p in blank.places][:3] == [
        ("check", "Yes, it is"),
        ("check", "No, it is not"),
        ("text", "Reason"),
    ]
