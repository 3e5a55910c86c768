"""Blanks that begin or end a line of the form's page, in copies that another program wrapped anew."""

from __future__ import annotations

from collections.abc import Sequence

import form_papers as papers

from soppa_mailbot.forms.recognise import recognise

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
