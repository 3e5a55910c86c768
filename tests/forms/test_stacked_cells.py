"""Boxes one under the other in narrow cells, each before the cell with its words, the question beside the first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Place

TITLE = "Vendor Product Sheet"
INTRO = "The Operator completes this sheet and sends it to the office of Marsh Hollow District 21."
ASKED = "Status under SOPPA (check one)"
WORDS = ("Subject to SOPPA, the agreement is attached", "Not subject to SOPPA, for the reason below")
PROMISES = ("The Operator will delete the data", "The Operator will train its staff")


def sheet(
    checked: Collection[str] = (), words: Sequence[str] = WORDS, head: str = ASKED, *, tall: bool = False
) -> bytes:
    """As a form to fill on a screen where nothing is checked, else flattened."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    if tall:
        canvas.rect(60, 632, 180, 36)
    for n, text in enumerate(words):
        y = 650 - 18 * n
        if not tall:
            canvas.rect(60, y, 180, 18)
        canvas.drawString(64, y + 5, "" if n else head)
        canvas.rect(240, y, 22, 18)
        if checked:
            canvas.rect(246, y + 4, 10, 10)
        else:
            canvas.acroForm.checkbox(f"Check Box{n}", x=246, y=y + 4, size=10)
        canvas.rect(262, y, 290, 18)
        canvas.drawString(266, y + 5, text)
        if text in checked:
            canvas.drawString(248, y + 6, "X")
    canvas.drawString(60, 560, "Operator:")
    if checked:
        canvas.drawString(120, 561, "Acme LLC")
    else:
        canvas.acroForm.textfield("Operator", x=110, y=556, width=200, height=14)
    return canvas.getpdfdata()


def boxes(data: bytes) -> list[Place]:
    return [p for p in papers.blank(data, "rfi", TITLE).places if p.kind == "check"]


@pytest.mark.parametrize("tall", [False, True])
def test_they_answer_the_question_beside_the_first(tall: bool) -> None:
    found = boxes(sheet(tall=tall))
    assert [p.option for p in found] == list(WORDS)
    assert {p.group_label for p in found} == {ASKED}
    assert len({p.group for p in found}) == 1


@pytest.mark.parametrize(("checked", "left"), [(WORDS[:1], ()), (WORDS[1:], ()), (("?",), (ASKED,))])
def test_one_of_them_is_enough(checked: Sequence[str], left: Sequence[str]) -> None:
    blank = papers.blank(sheet(), "rfi", TITLE)
    (form,) = assemble(recognise(papers.read(sheet(checked)), [blank]), [blank])
    assert list(form.open) == list(left)


def test_statements_that_are_each_to_be_made_stay_apart() -> None:
    assert len({p.group for p in boxes(sheet(words=PROMISES, head="Data"))}) == 2
