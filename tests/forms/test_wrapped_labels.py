"""Labels and options of which the rest stands at the beginning of the next line."""

from __future__ import annotations

import form_papers as papers

from soppa_mailbot.forms.common.tokens import word_tokens
from soppa_mailbot.forms.texts.paging import _position
from soppa_mailbot.model import Place, Word

TITLE = "Vendor Questionnaire"


def test_a_place_level_with_a_labels_first_line_is_answered_behind_all_of_it() -> None:
    words = [
        Word(text, (x, y, x + 9.0 * len(text) / 2, y + 10))
        for text, x, y in (
            ("Sales", 60, 100), ("contact", 90, 100), ("Privacy", 60, 130), ("or", 95, 130), ("security", 108, 130),
            ("contact", 60, 142), ("4.", 60, 170), ("Do", 75, 170),
        )
    ]  # fmt: skip
    tokens = word_tokens(words, 1)

    def at(label: str, top: float) -> int:
        place = Place("p", "text", label, required=True, page=1, box=(200.0, top, 300.0, top + 14))
        return _position(place, tokens)

    assert at("Privacy or security contact name", 129) == 6
    assert at("Privacy or security contact", 129) == 6
    assert at("Privacy or security", 129) == 5  # "contact" is another's
    assert at("Sales contact", 99) == 2


def test_an_option_goes_on_before_the_next_lines_first_box() -> None:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    canvas.drawString(60, 640, "How does it get to our users? Check all that apply.")
    boxes = (
        (60, 620, "Web browser"),
        (160, 620, "Tablet app"),
        (260, 620, "Installed on Windows or"),
        (90, 606, "Other"),
    )
    for x, y, word in boxes:
        canvas.rect(x, y, 9, 9)
        canvas.drawString(x + 13, y + 1, word)
    canvas.drawString(60, 607, "Mac")
    canvas.drawString(
        60, 560, "A line that is as long as the lines of this page may be, up to its right margin, and ends."
    )
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)
    found = [p for p in blank.places if p.kind == "check"]
    assert [p.option for p in found] == ["Web browser", "Tablet app", "Installed on Windows or Mac", "Other"]
    assert len({p.group for p in found}) == 1
