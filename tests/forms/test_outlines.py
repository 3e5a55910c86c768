"""Circles that flattening leaves in radio buttons, and crosses that people draw into boxes."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.forms.papers.regions import _add_marks
from soppa_mailbot.model import Box, Mark, Place


def question(*boxes: Box, name: str = "q") -> list[Evidence]:
    places = [
        Place(f"{name}={n}", "check", "Yes", required=True, group=name, page=1, box=b) for n, b in enumerate(boxes)
    ]
    return [Evidence(p, 1, p.box) for p in places]


def circle(box: Box, share: float) -> Mark:
    left, top, right, bottom = box
    cut = (1 - share) / 2 * (right - left)
    return Mark("curve", (left + cut, top + cut, right - cut, bottom - cut))


YES, NO = (100.0, 100.0, 113.0, 113.0), (160.0, 100.0, 173.0, 113.0)


def test_an_outline_in_every_button_is_no_tick_and_a_dot_in_one_is() -> None:
    found = question(YES, NO)
    _add_marks(found, [circle(YES, 0.65), circle(NO, 0.65), circle(NO, 0.28)])
    assert [e.reading().state for e in found] == ["empty", "filled"]


def test_crosses_in_both_boxes_are_two_ticks() -> None:
    found = question(YES, NO)
    _add_marks(found, [circle(box, 0.5) for box in (YES, NO)])
    assert [e.reading().state for e in found] == ["filled", "filled"]


def test_the_arms_of_a_cross_are_ink_and_a_rule_is_not() -> None:
    found = question(YES, NO)
    _add_marks(found, [Mark("line", (102.0, 102.0, 111.0, 111.0)), Mark("line", (158.0, 106.0, 176.0, 106.0))])
    assert [e.reading().state for e in found] == ["filled", "empty"]


def test_circles_in_all_boxes_of_two_questions_are_outlines() -> None:
    lower = [(left, top + 40, right, bottom + 40) for left, top, right, bottom in (YES, NO)]
    found = [*question(YES, NO), *question(*lower, name="r")]
    _add_marks(found, [*(circle(b, 0.55) for b in (YES, NO, *lower)), Mark("freetext", NO, "X", annotation=True)])
    assert [e.reading().state for e in found] == ["empty", "filled", "empty", "empty"]


def test_a_check_mark_in_a_square_among_buttons_is_a_tick() -> None:
    """It is nearly as large as the circles; the square around it tells that it is none."""
    square = (100.0, 220.0, 113.0, 233.0)
    rows = [[(x, y, x + 13, y + 13) for x in (100.0, 160.0)] for y in (100.0, 120.0, 140.0, 160.0, 180.0)]
    drawn = [circle(b, 0.9) for row in rows for b in row] + [circle(row[0], 0.4) for row in rows]
    for frame, state in (([Mark("rect", square)], "filled"), ([], "empty")):
        found = [e for n, row in enumerate(rows) for e in question(*row, name=f"q{n}")]
        found += question(square, name="alone")
        _add_marks(found, [*drawn, circle(square, 0.76), *frame])
        assert [e.reading().state for e in found] == [*["filled", "empty"] * len(rows), state]


@pytest.mark.parametrize("laid_over", [True, False])
@pytest.mark.parametrize(("shift", "state"), [(0.0, "empty"), (1.0, "filled")])
def test_circles_in_one_question_under_a_mark(shift: float, state: str, laid_over: bool) -> None:
    """What is drawn alike to a hair comes from a program; hands draw one here and one there."""
    found = question(YES, NO)
    found[1].ticked = not laid_over  # typed into the page, or a text box
    over = [Mark("freetext", (162.0, 99.0, 172.0, 113.0), "X", annotation=True)] if laid_over else []
    _add_marks(found, [circle(YES, 0.9), Mark("curve", tuple(v + shift for v in circle(NO, 0.9).box)), *over])  # type: ignore[arg-type]
    assert [e.reading().state for e in found] == [state, "filled"]
