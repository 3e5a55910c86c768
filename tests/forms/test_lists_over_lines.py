"""A list of boxes that goes on in the next line is one question, though columns further down seem to part it."""

from __future__ import annotations

import io
from collections.abc import Collection

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Operator Agreement"
ASKED = "The Operator collects the elements above from (check all that apply):"
OPTIONS = {"District rosters": (390, 600), "students": (486, 600), "staff": (60, 584), "parents": (110, 584)}
SIGNERS = {60: "Operator", 320: "District"}


def page(checked: Collection[str] = (), *, second: str = "") -> bytes:
    """The list, and below it two parties' lines side by side. `second`: a question of its own over the second line."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    canvas.drawString(60, 700, "Cedar Bluff District 14 and the Operator agree on what this page says.")
    canvas.drawString(60, 600, ASKED)
    canvas.drawString(60, 592, second)
    for option, (left, bottom) in OPTIONS.items():
        bottom -= 12 if second and left < 200 else 0
        canvas.rect(left, bottom - 1, 8, 8)
        canvas.drawString(left + 12, bottom, option)
        if option in checked:
            canvas.line(left, bottom - 1, left + 8, bottom + 7)
            canvas.line(left, bottom + 7, left + 8, bottom - 1)
    for left, party in SIGNERS.items():
        canvas.drawString(left, 545, f"For the {party}")
        for n, what in enumerate(("signature", "printed name", "title", "date")):
            label = f"{party} {what}: "
            end = left + canvas.stringWidth(label)
            canvas.drawString(left, 520 - 30 * n, label)
            canvas.drawString(end, 520 - 30 * n, "_" * 18)
            if checked and party == "Operator":
                canvas.drawString(
                    end, 521 - 30 * n, "/s/ Jo Field" if n == 0 else "01/05/2026" if n == 3 else "Jo Field"
                )
    canvas.save()
    return out.getvalue()


def copy(checked: Collection[str]) -> Form:
    optional = tuple(f"District {what}" for what in ("signature", "printed name", "title", "date"))
    learnt = papers.blank(page(), "soppa", TITLE, optional=optional)
    (found,) = assemble(recognise(papers.read(page(checked)), [learnt]), [learnt])
    return found


def test_the_boxes_of_both_lines_are_one_question() -> None:
    (options,) = papers.groups(papers.blank(page(), "soppa", TITLE)).values()
    assert sorted(options) == sorted(OPTIONS)


@pytest.mark.parametrize("one", sorted(OPTIONS))
def test_one_of_them_is_enough(one: str) -> None:
    assert copy({one}).open == ()


def test_none_of_them_is_not() -> None:
    assert copy({"nothing of it"}).open == (ASKED.rstrip(":"),)


def test_a_question_of_its_own_begins_anew() -> None:
    blank = papers.blank(page(second="Who may see them? Mark one:"), "soppa", TITLE)
    assert len(papers.groups(blank)) == 2
