"""Blanks that begin or end a line of the form's page, in copies that another program wrapped anew."""

from __future__ import annotations

from collections.abc import Sequence

import form_papers as papers
import pytest

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.running import Comparison, _in_its_sentence
from soppa_mailbot.forms.stream import Slot, Stream
from soppa_mailbot.forms.tokens import Token

TITLE = "Agreement for the Protection of Covered Information"
INTRO = "The Operator completes the blanks and returns the agreement to Alder Creek District 9."
BLANK = (
    "5. Breach. The Operator tells the District of a breach in the most expedient time possible and no later than",
    "________ calendar days after it was determined that a breach has occurred, and bears the costs of it.",
    "6. This agreement covers the following product(s) or service(s) of the Operator:",
    "____________________________",
    "7. Term. The agreement ends when the District no longer uses what the Operator sells to it.",
)


def sheet(lines: Sequence[str]) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, line in enumerate(lines):
        canvas.drawString(60, 690 - 12 * n, line)
    return canvas.getpdfdata()


def test_answers_stand_where_the_sentence_has_them() -> None:
    blank = papers.blank(sheet(BLANK), "soppa", TITLE)
    copy = (
        "5. Breach. The Operator tells the District of a breach in the most expedient time possible and",
        "no later than 30 calendar days after it was determined that a breach has occurred, and bears",
        "the costs of it.",
        "6. This agreement covers the following product(s) or service(s) of the Operator: Quarry Kiosk",
        "7. Term. The agreement ends when the District no longer uses what the Operator sells to it.",
    )
    (found,) = recognise(papers.read(sheet(copy)), [blank])
    assert [(r.state, r.value) for r in found.readings] == [("filled", "30"), ("filled", "Quarry Kiosk")]
    assert found.doubts == ()


@pytest.mark.parametrize(("right", "inside"), [(330.0, True), (580.0, False)])
def test_an_answer_that_begins_the_next_line_with_the_next_sentence_behind_it(right: float, inside: bool) -> None:
    """ "... for these purposes: / homework____. It sells": what comes next stands behind the answer on its line."""

    def token(norm: str, left: float, y: float) -> Token:
        return Token(norm, norm, page=1, box=(left, y, left + 40, y + 10))

    own = [token("purposes:", 400, 100), token("It", 300, 112), token("sells", 345, 112)]
    paper = [token("purposes:", 400, 100), token("homework", 60, 112), token("It", right, 112), token("sells", 60, 124)]
    slot = Slot("p1:line1", "text", 1)
    comparison = Comparison(Stream(own, [slot]), paper, [0, 2, 3])
    assert _in_its_sentence(comparison, slot, [paper[1]]) is inside
