"""Rings around an option's words on a scan, where no box is marked; and what is no ring."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.common.geometry import grown
from soppa_mailbot.forms.registering.ink import added
from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans.scan_rings import option_words, with_rings
from soppa_mailbot.forms.scans.scan_siblings import through_boxes
from soppa_mailbot.model import Box, Place, PlaceReading, Word

DPI = 200.0
# (words of the option, left edge of its box), in points
OPTIONS = (("Yes", 100.0), ("New purchase", 180.0), ("No", 320.0))
TOP = 100.0


def word(text: str, left: float) -> Word:
    return Word(text, (left, TOP, left + 6.5 * len(text), TOP + 10))


OWN = [word(part, left + 14 + 25 * n) for text, left in OPTIONS for n, part in enumerate(text.split())]
BOXES: dict[str, Box] = {text: (left, TOP, left + 10, TOP + 10) for text, left in OPTIONS}


def px(points: float) -> int:
    return round(points * DPI / 72)


def blank() -> Any:
    page = np.full((400, 1200), 255, np.uint8)
    for w in OWN:
        cv2.putText(page, w.text, (px(w.box[0]), px(w.box[3])), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    return page


def read(draw: Callable[[Any], None], states: dict[str, str] | None = None) -> dict[str, str]:
    """Option -> the state of its box."""
    page = blank()
    draw(page)
    readings = [
        PlaceReading(Place(t, "check", t, True, group="g", option=t, box=BOXES[t]), (states or {}).get(t, "empty"))
        for t, _ in OPTIONS
    ]
    found = with_rings(readings, OWN, added(ink_of(page), ink_of(blank()), DPI))
    return {r.place.id: r.state for r in found}


def chosen(draw: Callable[[Any], None], states: dict[str, str] | None = None) -> list[str]:
    return [option for option, state in read(draw, states).items() if state == "filled"]


def ring(text: str) -> Callable[[Any], None]:
    words = [w for w in OWN if w.text in text.split()]
    left, right = words[0].box[0] - 5, words[-1].box[2] + 5

    def draw(page: Any) -> None:
        axes = (px((right - left) / 2) + 4, px(11))
        cv2.ellipse(page, (px((left + right) / 2), px(TOP + 5)), axes, 0, 0, 360, 30, 3)

    return draw


@pytest.mark.parametrize(
    ("text", "option"), [("Yes", "Yes"), ("No", "No"), ("New purchase", "New purchase"), ("New", "New purchase")]
)
def test_the_option_with_the_ring_is_the_answer(text: str, option: str) -> None:
    assert chosen(ring(text)) == [option]


def test_a_line_through_or_under_words_is_no_ring() -> None:
    left, right = px(OWN[0].box[0] - 6), px(OWN[0].box[2] + 6)
    assert chosen(lambda page: cv2.line(page, (left, px(TOP + 6)), (right, px(TOP + 6)), 30, 3)) == []
    assert chosen(lambda page: cv2.line(page, (left, px(TOP + 15)), (right, px(TOP + 15)), 30, 3)) == []


def test_an_option_that_is_struck_out_goes_to_a_person() -> None:
    for text in ("No", "Yes"):
        box = next(w.box for w in OWN if w.text == text)
        left, top, right, bottom = px(box[0] - 8), px(box[1] - 6), px(box[2] + 8), px(box[3] + 6)
        strokes = [((left, top), (right, bottom)), ((left, bottom), (right, top))]
        zigzag = [(left + (right - left) * n // 6, top if n % 2 else bottom) for n in range(7)]
        for lines in (strokes[:1], strokes, list(pairwise(zigzag))):

            def draw(page: Any, lines: Any = lines) -> None:
                for begin, end in lines:
                    cv2.line(page, begin, end, 30, 3)

            states = read(draw)
            assert states.pop(text) == "doubtful", (text, lines)
            assert set(states.values()) == {"empty"}


def test_a_ring_may_hold_the_box_as_well() -> None:
    def draw(page: Any) -> None:
        left, right = BOXES["No"][0] - 4, next(w.box[2] for w in OWN if w.text == "No") + 5
        cv2.ellipse(page, (px((left + right) / 2), px(TOP + 5)), (px((right - left) / 2), px(11)), 0, 0, 360, 30, 3)

    assert chosen(draw) == ["No"]


def test_two_rings_choose_nothing() -> None:
    def draw(page: Any) -> None:
        ring("Yes")(page)
        ring("No")(page)

    assert chosen(draw) == []


@pytest.mark.parametrize("state", ["filled", "doubtful"])
def test_a_marked_or_doubtful_box_stands_before_a_ring(state: str) -> None:
    found = chosen(ring("Yes"), {"No": state})
    assert found == (["No"] if state == "filled" else [])


def test_the_words_of_an_option_are_those_beside_its_box() -> None:
    assert [round(b[2]) for b in option_words(BOXES["New purchase"], "New purchase", OWN)] == [214, 271]
    behind = (OWN[0].box[2] + 4, TOP, OWN[0].box[2] + 14, TOP + 10)
    assert option_words(behind, "Yes", OWN) == [OWN[0].box]
    assert option_words(BOXES["Yes"], "Maybe", OWN) == []
    assert option_words(None, "Yes", OWN) == option_words(BOXES["Yes"], "", OWN) == []


def test_a_ring_that_runs_into_the_option_under_it() -> None:
    """Options one right over the other: the ring's lower half lies where the other's words are."""
    under = Word("No", (114.0, TOP + 15, 127.0, TOP + 25))
    boxes = {"Yes": BOXES["Yes"], "No": (100.0, TOP + 15, 110.0, TOP + 25)}
    own = [w for w in OWN if w.text == "Yes"] + [under]
    empty = np.full((400, 1200), 255, np.uint8)
    for w in own:
        cv2.putText(empty, w.text, (px(w.box[0]), px(w.box[3])), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    page = empty.copy()
    left, top, right, bottom = own[0].box
    center = (px((left + right) / 2), px((top + bottom) / 2))
    cv2.ellipse(page, center, (px((right - left) / 2 + 5), px(10)), 0, 0, 360, 0, 3)
    readings = [PlaceReading(Place(t, "check", t, True, group="g", option=t, box=b), "empty") for t, b in boxes.items()]
    found = with_rings(readings, own, added(ink_of(page), ink_of(empty), DPI))
    assert [r.state for r in found] == ["filled", "empty"]


@pytest.mark.parametrize(
    ("grow", "states"),
    [
        ((6, 6), ["filled", "empty"]),  # close around the word
        ((14, 12), ["filled", "empty"]),  # wide, in one stroke
        (None, ["empty", "empty"]),
        ((-3, -2), ["doubtful", "empty"]),  # scribbled on the word
    ],
)
def test_printed_words_that_are_chosen_by_a_ring(grow: tuple[int, int] | None, states: list[str]) -> None:
    own = [word("Yes", 100.0), word("No", 200.0)]
    empty = np.full((400, 1200), 255, np.uint8)
    for w in own:
        cv2.putText(empty, w.text, (px(w.box[0]), px(w.box[3])), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    page = empty.copy()
    if grow is not None:
        left, top, right, bottom = own[0].box
        center = (px((left + right) / 2), px((top + bottom) / 2))
        radii = (px((right - left) / 2 + grow[0]), px((bottom - top) / 2 + grow[1]))
        cv2.ellipse(page, center, radii, 0, 0, 360, 0, 3)
    readings = [
        PlaceReading(Place(f"p1:g1ring{n}", "check", w.text, True, group="g", option=w.text, box=w.box), "empty")
        for n, w in enumerate(own, 1)
    ]
    assert [r.state for r in with_rings(readings, own, added(ink_of(page), ink_of(empty), DPI))] == states


def printed_words(draw: Callable[[Any], None]) -> list[str]:
    """What `with_rings` and `through_boxes` say of "Yes" and "No", printed to be ringed, when something is drawn."""
    own = [Word(w.text, grown(w.box, 0, 2.4)) for w in (word("Yes", 100.0), word("No", 200.0))]  # of a line's height
    empty = np.full((400, 1200), 255, np.uint8)
    for w in own:
        cv2.putText(empty, w.text, (px(w.box[0]), px(w.box[3] - 2.4)), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    page = empty.copy()
    draw(page)
    readings = [
        PlaceReading(Place(f"p1:g1ring{n}", "check", w.text, True, group="g", option=w.text, box=w.box), "empty")
        for n, w in enumerate(own, 1)
    ]
    ink = added(ink_of(page), ink_of(empty), DPI)
    return [r.state for r in with_rings(through_boxes(readings, ink), own, ink)]


def test_a_stroke_through_a_printed_word_does_not_choose_it() -> None:
    middle = px(TOP + 5)
    states = printed_words(lambda page: cv2.line(page, (px(98), middle), (px(122), middle), 0, 3))
    assert states == ["doubtful", "doubtful"]


def test_a_ring_that_is_drawn_close_cuts_the_room_over_the_letters() -> None:
    middle = (px(109.75), px(TOP + 5))
    states = printed_words(lambda page: cv2.ellipse(page, middle, (px(13), px(7)), 0, 0, 360, 0, 3))
    assert states == ["filled", "empty"]


def test_rings_in_the_lines_over_and_under_a_word_are_none_of_its_own() -> None:
    """Rows as close as those of a table: "Yes" is ringed in the first and the last, "No" between them."""
    rows = (100.0, 117.0, 134.0)
    own = [Word(t, (x, y, x + 6.5 * len(t), y + 10)) for y in rows for t, x in (("Yes", 100.0), ("No", 150.0))]
    empty = np.full((600, 800), 255, np.uint8)
    for w in own:
        cv2.putText(empty, w.text, (px(w.box[0]), px(w.box[3])), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, 2)
    page = empty.copy()
    for n in (0, 3, 4):
        left, top, right, bottom = own[n].box
        center = (px((left + right) / 2), px((top + bottom) / 2))
        cv2.ellipse(page, center, (px((right - left) / 2 + 6), px(8)), 0, 0, 360, 0, 2)
    readings = [
        PlaceReading(
            Place(f"p1:g{n // 2}ring{n % 2 + 1}", "check", w.text, True, group=f"g{n // 2}", box=w.box), "empty"
        )
        for n, w in enumerate(own)
    ]
    found = with_rings(readings, own, added(ink_of(page), ink_of(empty), DPI))
    assert [r.state for r in found] == ["filled", "empty", "empty", "filled", "filled", "empty"]


# --- ticks through small circles --------------------------------------------------------------------------------------


def radios() -> Any:
    page = np.full((400, 1200), 255, np.uint8)
    for left, top, right, bottom in BOXES.values():
        cv2.circle(page, (px((left + right) / 2), px((top + bottom) / 2)), px(5), 0, 2)
    return page


def ticked(*strokes: tuple[str, float]) -> dict[str, str]:
    """Option -> its state, where a tick of so many points goes through its circle."""
    page = radios()
    for text, size in strokes:
        left, top, _, bottom = BOXES[text]
        start, low, end = (left - 1, top + 4), (left + 3, bottom - 1), (left + 3 + size, bottom - 1 - 1.2 * size)
        for a, b in pairwise((start, low, end)):
            cv2.line(page, (px(a[0]), px(a[1])), (px(b[0]), px(b[1])), 0, 4)
    readings = [
        PlaceReading(Place(t, "check", t, True, group="g", option=t, box=BOXES[t]), "empty") for t, _ in OPTIONS
    ]
    found = through_boxes(readings, added(ink_of(page), ink_of(radios()), DPI))
    return {r.place.id: r.state for r in found}


@pytest.mark.parametrize(
    ("strokes", "filled"),
    [
        ((), []),
        ((("No", 10.0),), ["No"]),
        ((("No", 10.0), ("Yes", 10.0)), []),  # a person looks
        ((("No", 60.0),), []),  # a line across, no tick
    ],
)
def test_a_tick_that_begins_on_a_small_circle_marks_it(
    strokes: tuple[tuple[str, float], ...], filled: list[str]
) -> None:
    assert [option for option, state in ticked(*strokes).items() if state == "filled"] == filled
