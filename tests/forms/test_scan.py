"""Scans, faxes and photographs of filled forms: the page is found, and each place is told filled or empty."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest

from proving import briefly
from scans import DPI, LEVELS, Sample, as_png, degraded, filled_scan, printed
from soppa_mailbot.forms.papers.drawn_frames import without_drawn_frames
from soppa_mailbot.forms.registering.ink import added
from soppa_mailbot.forms.registering.registration import ink_of, overlap_of
from soppa_mailbot.forms.scans.scan import recognise_scan
from soppa_mailbot.forms.scans.scan_frames import without_edges, without_frames
from soppa_mailbot.forms.scans.scan_places import is_chosen
from soppa_mailbot.forms.scans.scan_siblings import (
    against_siblings,
    settled,
    without_bare,
    without_faint,
    without_moved_boxes,
)
from soppa_mailbot.model import Document, FormPart, Place, PlaceReading
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import Limits

PAGES = [("soppa-agreement-print.pdf", "soppa", 1), ("vendor-rfi.pdf", "rfi", 1)]


def recognised(sample: Sample) -> tuple[FormPart, ...]:
    opened = image.read(sample.png, Limits())
    assert opened.raster is not None
    document = Document("a1", "scan.png", pages=opened.pages)
    return recognise_scan(document, sample.blanks, opened.raster, sample.blank_raster).parts


@pytest.mark.parametrize("level", briefly(LEVELS, ("fax",)))
@pytest.mark.parametrize(("name", "form", "page"), PAGES)
def test_each_place_is_told(name: str, form: str, page: int, level: str) -> None:
    blank = printed(name, form).blank
    lines = [p.id for p in blank.places if p.page == page and p.kind != "check" and p.party == "operator"]
    seed = LEVELS.index(level) + 10 * page
    empty = frozenset(random.Random(seed).sample(lines, 3))
    sample = filled_scan(name, form, page, level, empty, seed)
    (part,) = recognised(sample)
    assert (part.form, part.blank_pages) == (form, (page,))
    outcome = Counter(
        "right"
        if (r.state == "filled") == sample.truth[r.place.id] and r.state != "doubtful"
        else "doubtful"
        if r.state == "doubtful"
        else "false filled"
        if r.state == "filled"
        else "false empty"
        for r in part.readings
    )
    assert outcome["false filled"] == 0, [
        r for r in part.readings if r.state == "filled" and not sample.truth[r.place.id]
    ]
    assert outcome["false empty"] == 0, [r for r in part.readings if r.state == "empty" and sample.truth[r.place.id]]
    if level != "fax":  # a fax may leave doubts
        assert outcome["doubtful"] == 0, part.doubts


def test_handwriting_is_never_a_value_of_a_signature() -> None:
    (part,) = recognised(filled_scan(level="clean"))
    signature = next(r for r in part.readings if r.place.role == "signature")
    assert (signature.state, signature.value, signature.how) == ("filled", "", ("ink",))


def test_another_paper_is_no_form() -> None:
    rfi = printed("vendor-rfi.pdf", "rfi")
    sample = filled_scan("soppa-agreement-print.pdf", "soppa", 1, "medium")
    only_rfi = Sample(sample.png, (rfi.blank,), {}, (rfi,))
    assert recognised(only_rfi) == ()


def test_an_empty_sheet_and_a_black_one_are_no_form() -> None:
    rfi = printed("vendor-rfi.pdf", "rfi")
    for shade in (255, 0, 128):
        sheet = np.full((2200, 1700), shade, np.uint8)
        assert recognised(Sample(as_png(sheet), (rfi.blank,), {}, (rfi,))) == ()


@pytest.mark.parametrize("damage", briefly((0.01, 0.05, 0.2), (0.05,)))
def test_a_bad_line_is_read_right_or_doubted_and_never_wrong(damage: float) -> None:
    lines = ("p1:line1", "p1:line5")
    sample = filled_scan(level="clean", empty=frozenset(lines))
    opened = image.read(sample.png, Limits())
    assert opened.raster is not None
    picture = opened.raster(1, DPI)
    assert picture is not None
    gray = picture.gray.copy()
    noise = np.random.default_rng(1)
    gray[noise.random(gray.shape) < damage] = 0
    gray[:, 400:404] = 0
    gray[:, 1100:1103] = 0
    lost = slice(700, 1300)
    gray[lost] = np.where(noise.random(gray[lost].shape) < 0.6, 255, gray[lost])
    for part in recognised(Sample(as_png(gray), sample.blanks, sample.truth, sample.printed)):
        for reading in part.readings:
            if reading.state != "doubtful":
                assert (reading.state == "filled") == sample.truth[reading.place.id], reading


def test_two_versions_with_an_equal_page_both_claim_it() -> None:
    same = printed("soppa-agreement-print.pdf", "soppa")
    other = replace(same, blank=replace(same.blank, id="last-years"))
    parts = recognised(filled_scan(page=2, level="clean", others=(other,)))
    assert {p.blank for p in parts} == {same.blank.id, "last-years"}


def test_overlap_tells_the_right_page() -> None:
    rfi, soppa = printed("vendor-rfi.pdf", "rfi"), printed("soppa-agreement-print.pdf", "soppa")
    own, other = ink_of(rfi.page(1)), ink_of(soppa.page(1))
    assert overlap_of(own, own) == 1.0
    assert overlap_of(own, other) < 0.3


def test_ink_of_the_blank_alone_adds_nothing() -> None:
    page = printed("vendor-rfi.pdf", "rfi").page(1)
    worn = degraded(page, "medium", 2)
    assert added(ink_of(page), ink_of(page), DPI).outside([], np.zeros_like(page)) == 0.0
    assert worn.shape == page.shape


@pytest.mark.parametrize(("answered", "state"), [(True, "empty"), (False, "doubtful")])
def test_a_box_without_ink_of_its_own_is_in_no_doubt_beside_an_answer(answered: bool, state: str) -> None:
    yes, no = (Place(n, "check", n, True, group="g", option=n) for n in ("Yes", "No"))
    marked = PlaceReading(no, "filled" if answered else "empty", how=("ink",), why="98 px of ink")
    unsure = PlaceReading(yes, "doubtful", why="there may be a mark in its box; 0 px of ink")
    assert settled([unsure, marked], {unsure.place.id})[0].state == state


@pytest.mark.parametrize(
    ("pixels", "states"),
    [
        ({"a": 30, "b": 0}, ["filled", "empty"]),
        ({"a": 0, "b": 30}, ["empty", "filled"]),
        ({"a": 14, "b": 0}, ["doubtful", "empty"]),
        ({"a": 30, "b": 20}, ["empty", "empty"]),  # as it was read: which is meant cannot be told
        ({"a": 8, "b": 0}, ["empty", "empty"]),
    ],
)
def test_a_box_is_held_against_the_others_of_its_question(pixels: dict[str, int], states: list[str]) -> None:
    places = [Place(i, "check", i, required=True, group="g", page=1, box=(0, 0, 8, 8)) for i in "ab"]
    found = against_siblings([PlaceReading(p, "empty") for p in places], pixels)
    assert [r.state for r in found] == states


@pytest.mark.parametrize(
    ("ink", "second", "options"),
    [
        ((369, 59), "doubtful", ("Yes", "No")),
        ((369, 100), "filled", ("Yes", "No")),  # more than specks
        ((900, 100), "filled", ("Yes", "No")),
        ((180, 59), "filled", ("Yes", "No")),  # a thin pen marked both
        ((369, 59), "filled", ("Grades", "Photographs")),  # of which both may be meant
    ],
)
def test_specks_are_no_second_answer(ink: tuple[int, int], second: str, options: tuple[str, str]) -> None:
    places = [Place(o, "check", o, required=True, group="g", page=1, box=(0, 0, 8, 8), option=o) for o in options]
    found = without_faint([PlaceReading(p, "filled") for p in places], dict(zip(options, ink, strict=True)))
    assert [r.state for r in found] == ["filled", second]


@pytest.mark.parametrize(
    ("ink", "marked", "options"),
    [
        ([42, 0, 0, 39, 0, 2, 0, 0], [0, 3], "Name Grade Email Work Address Phone Photo Logs"),
        ([42, 0, 0, 39, 0, 2, 20, 0], [0, 3], "Name Grade Email Work Address Phone Photo Logs"),
        ([42, 30, 0, 39, 14, 28, 0, 0], [], "Name Grade Email Work Address Phone Photo Logs"),  # ink in most of them
        ([42, 0, 0, 39, 0, 0], [], ""),  # of which one is to be marked
    ],
)
def test_marks_in_some_boxes_of_a_list(ink: list[int], marked: list[int], options: str) -> None:
    words = options.split() or [f"w{n}" for n in range(len(ink))]
    places = [
        Place(o, "check", o, required=True, group="g", page=1, box=(0, 0, 8, 8), option=o, one_only=not options)
        for o in words
    ]
    pixels = {p.id: i for p, i in zip(places, ink, strict=True)}
    read = [PlaceReading(p, "doubtful" if pixels[p.id] > 20 else "empty") for p in places]
    found = against_siblings(read, pixels)
    assert [n for n, r in enumerate(found) if r.state == "filled"] == marked


@pytest.mark.parametrize(
    ("others", "state"),
    [([0] * 12, "filled"), ([0, 4] * 6, "filled"), ([0] * 12 + [9], "doubtful"), ([0] * 5 + [60] * 9, "doubtful")],
)
def test_a_small_mark_on_a_page_without_specks(others: list[int], state: str) -> None:
    mine = [Place(i, "check", i, required=True, group="g", page=1, box=(0, 0, 8, 8)) for i in "ab"]
    pixels = {"a": 19, "b": 0, **{f"o{n}": p for n, p in enumerate(others)}}
    found = against_siblings([PlaceReading(p, "empty") for p in mine], pixels)
    assert [r.state for r in found] == [state, "empty"]


FRAMES = {"a": (230, 55), "b": (52, 217), "c": (205, 47, 61)}


@pytest.mark.parametrize(
    ("more", "states"),
    [
        ({}, ["filled", "empty", "empty", "filled", "filled", "empty", "empty"]),
        ({"d": (50, 54)}, ["filled", "empty", "empty", "filled", "filled", "empty", "empty", "doubtful", "doubtful"]),
        ({"d": (90, 54)}, ["filled"] * 9),  # a small mark, or not: nothing is told of any
        ({"d": (0, 70)}, ["filled", "empty", "empty", "filled", "filled", "empty", "empty", "filled", "filled"]),
    ],
)
def test_frames_that_a_viewer_drew_otherwise_are_no_marks(more: dict[str, tuple[int, ...]], states: list[str]) -> None:
    ink = {f"{group}{n}": pixels for group, row in {**FRAMES, **more}.items() for n, pixels in enumerate(row)}
    places = [Place(i, "check", i, required=True, group=i[0], page=1, box=(0, 0, 8, 8)) for i in ink]
    found = without_frames([PlaceReading(p, "filled", p.id, ("ink",)) for p in places], ink)
    assert [r.state for r in found] == states
    assert all((r.value == "") == (r.state != "filled") for r in found)


@pytest.mark.parametrize(
    ("marked", "hollow", "states"),
    [
        ((3, 6), True, {"empty", "filled"}),
        ((), True, {"doubtful"}),  # nothing is marked, as far as the squares tell
        ((), False, {"filled"}),  # all may be marked
    ],
)
def test_the_frames_of_one_long_schedule(marked: tuple[int, ...], hollow: bool, states: set[str]) -> None:
    ink = {f"a{n}": 235 if n in marked else 67 + 4 * n for n in range(10)}
    places = [Place(i, "check", i, required=True, group="a", page=1, box=(0, 0, 8, 8)) for i in ink]
    empty = {f"a{n}" for n in range(10) if n not in marked} if hollow else set()
    found = without_frames([PlaceReading(p, "filled", p.id, ("ink",)) for p in places], ink, empty)
    assert {r.state for r in found} == states
    assert tuple(n for n, r in enumerate(found) if r.state == "filled") == (marked if hollow else tuple(range(10)))


@pytest.mark.parametrize(
    "ink",
    [
        {"a0": 230, "a1": 55},
        {"a0": 184, "a1": 189, "a2": 187},  # all that apply are checked
        {"a0": 184, "a1": 189, "a2": 187, "b0": 200, "b1": 0, "c0": 190, "c1": 0},
        {"a0": 90, "a1": 85, "a2": 88, "b0": 210, "b1": 205},
    ],
)
def test_marks_are_no_frames(ink: dict[str, int]) -> None:
    places = [Place(i, "check", i, required=True, group=i[0], page=1, box=(0, 0, 8, 8)) for i in ink]
    assert [r.state for r in without_frames([PlaceReading(p, "filled") for p in places], ink)] == ["filled"] * len(ink)


@pytest.mark.parametrize(
    ("ink", "empty", "states"),
    [
        ((32, 357, 45), "ac", ["empty", "filled", "empty"]),
        ((32, 357, 45), "a", ["empty", "filled", "filled"]),  # the square of one was not seen
        ((32, 130, 45), "ac", ["filled"] * 3),  # a pen's stroke may be as thin
        ((120, 357, 45), "ac", ["filled", "filled", "empty"]),
    ],
)
def test_the_sides_of_empty_boxes_beside_one_that_is_marked(
    ink: tuple[int, ...], empty: str, states: list[str]
) -> None:
    places = [Place(i, "check", i, required=True, group="a", page=1, box=(0, 0, 8, 8)) for i in "abc"]
    read = [PlaceReading(p, "filled", p.id, ("ink",)) for p in places]
    found = without_edges(read, dict(zip("abc", ink, strict=True)), set(empty))
    assert [r.state for r in found] == states


@pytest.mark.parametrize(
    ("ink", "empty", "role", "state"),
    [
        ((28, 82), "a", "", "empty"),  # its square is, and what ink there is makes no mark
        ((28, 82), "a", "subject_to_soppa", "doubtful"),
        ((28, 82), "", "", "doubtful"),
        ((28, 82), "ab", "", "doubtful"),  # nor was the other seen to be marked
        ((44, 82), "a", "", "doubtful"),
    ],
)
def test_a_box_with_too_little_ink_for_a_mark(ink: tuple[int, int], empty: str, role: str, state: str) -> None:
    places = [Place(i, "check", i, required=True, role=role, group="a", page=1, box=(0, 0, 8, 8)) for i in "ab"]
    read = [PlaceReading(places[0], "doubtful"), PlaceReading(places[1], "filled", "b", ("ink",))]
    assert without_edges(read, dict(zip("ab", ink, strict=True)), set(empty))[0].state == state


def test_a_box_that_only_looks_marked_beside_ticks_that_reach_out_of_theirs() -> None:
    places = [Place(i, "check", i, required=True, group="a", page=1, box=(0, 0, 8, 8)) for i in "abcd"]
    read = [PlaceReading(p, "empty" if p.id == "d" else "filled", p.id, ("ink",)) for p in places]
    around = {"a": 130, "b": 64, "c": 0, "d": 0}
    assert [r.state for r in without_bare(read, {"a", "b", "c"}, around)] == ["filled", "filled", "empty", "empty"]
    alone = without_bare(read, {"a", "b", "c"}, dict.fromkeys("abcd", 0))  # no stroke tells of any
    assert [r.state for r in alone] == ["filled", "filled", "filled", "empty"]
    assert [r.state for r in without_bare(read, set(), around)] == ["filled", "filled", "filled", "empty"]


def test_a_box_by_itself_is_held_against_none() -> None:
    alone = PlaceReading(Place("a", "check", "a", required=True, group="g", page=1, box=(0, 0, 8, 8)), "empty")
    assert against_siblings([alone], {"a": 30}) == [alone]


def test_a_box_that_a_neighbours_stroke_touches_is_not_marked() -> None:
    """It has next to no ink of its own (`maybe`): beside a box that is marked it is empty, alone it stays as it was."""

    def box(name: str, state: str) -> PlaceReading:
        return PlaceReading(Place(name, "check", name, True, group="g", group_label="In place?"), state, "", ("ink",))

    both = [box("yes", "filled"), box("no", "filled")]
    assert [r.state for r in settled(both, {"no"})] == ["filled", "empty"]
    assert [r.state for r in settled(both, {"no", "yes"})] == ["filled", "filled"]
    assert [r.state for r in settled(both, ())] == ["filled", "filled"]


def test_whether_the_law_applies_is_never_settled_by_a_neighbour() -> None:
    yes, no = (Place(n, "check", n, True, group="g", option=n, role="subject_to_soppa") for n in ("Yes", "No"))
    both = [PlaceReading(p, "filled", how=("ink",)) for p in (yes, no)]
    assert [r.state for r in settled(both, {"Yes"})] == ["doubtful", "filled"]


def drawn(how: str, group: str) -> PlaceReading:
    place = Place(group + how, "check", how, True, group=group, option=how)
    return PlaceReading(place, "filled", how=tuple(how.split()))


def test_a_frame_drawn_once_may_be_a_tick() -> None:
    one = [drawn("ink", "a"), drawn("ink text", "a")]
    assert [r.state for r in without_drawn_frames(one)] == ["doubtful", "filled"]
    two = [*one, drawn("ink", "b"), drawn("ink text", "b")]
    assert [r.state for r in without_drawn_frames(two)] == ["empty", "filled", "empty", "filled"]


def _boxed(*drawn: str) -> Any:
    """A page of 200 dpi: of each box what is at its place, 2 pixels aside: "box" | "X"."""
    ink = np.zeros((200, 400), np.uint8)
    for n, what in enumerate(drawn):
        left, top = 102 + 100 * n, 80
        if what == "box":
            cv2.rectangle(ink, (left, top), (left + 22, top + 22), 255, 2)
        else:
            cv2.line(ink, (left, top), (left + 20, top + 20), 255, 3)
            cv2.line(ink, (left, top + 20), (left + 20, top), 255, 3)
    return ink


@pytest.mark.parametrize(
    ("drawn", "role", "states"),
    [
        (("box", "X"), "", ["empty", "filled"]),
        (("X", "box"), "", ["filled", "empty"]),
        (("box", "X"), "subject_to_soppa", ["doubtful", "filled"]),
        (("X", "X"), "", ["filled", "filled"]),  # both are meant, or none is
    ],
)
def test_an_empty_box_beside_the_forms_is_no_mark(drawn: tuple[str, str], role: str, states: list[str]) -> None:
    places = [
        Place(
            f"b{n}",
            "check",
            option,
            required=True,
            group="g",
            option=option,
            role=role,
            page=1,
            box=(36 + 36 * n, 28, 45 + 36 * n, 37),
        )
        for n, option in enumerate(("Yes", "No"))
    ]
    readings = [PlaceReading(p, "filled", "", ("ink",), box=p.box) for p in places]
    assert [r.state for r in without_moved_boxes(readings, _boxed(*drawn), 200.0)] == states


@pytest.mark.parametrize(
    ("read", "chosen"), [("Hybrid", True), ("hybrid.", True), ("Choose one", False), ("Hybria", False), ("", False)]
)
def test_an_answer_that_a_list_offers(read: str, chosen: bool) -> None:
    place = Place(
        "d", "choice", "Delivery", required=True, default="Choose one", choices=("Choose one", "Hosted", "Hybrid")
    )
    assert is_chosen(place, read) == chosen
