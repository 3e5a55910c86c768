"""Ink in a signature's place that is no signature, and a signature's stroke in another place."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from proving import briefly
from scans import DPI, Sample, as_png, degraded, filled, printed
from soppa_mailbot.forms.scans.scan import recognise_scan
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.forms.scans.scan_signatures import is_scribble, no_signature
from soppa_mailbot.model import Document, PlaceReading, Word
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import Limits

Draw = Callable[[ImageDraw.ImageDraw, tuple[float, float, float, float]], None]


def readings(draw: Draw, level: str = "medium", also: frozenset[str] = frozenset()) -> dict[str, PlaceReading]:
    """What the places of a page hold whose signature line is drawn on by `draw` (box in pixels) and else empty."""
    sheet = printed("soppa-agreement-print.pdf", "soppa")
    places = [p for p in sheet.blank.places if p.page == 1]
    (signature,) = [p for p in places if p.kind == "signature"]
    gray, _ = filled(sheet.page(1), places, {signature.id, *also}, random.Random(3))
    picture = Image.fromarray(gray)
    assert signature.box is not None
    left, top, right, bottom = (v * DPI / 72 for v in signature.box)
    draw(ImageDraw.Draw(picture), (left, top, right, bottom))
    opened = image.read(as_png(degraded(np.array(picture), level, 4)), Limits())
    sample = Sample(b"", (sheet.blank,), {}, (sheet,))
    assert opened.raster is not None
    document = Document("a1", "scan.png", pages=opened.pages)
    (part,) = recognise_scan(document, sample.blanks, opened.raster, sample.blank_raster).parts
    return {"signature" if r.place.kind == "signature" else r.place.id: r for r in part.readings}


def words(text: str, size: int = 30) -> Draw:
    def draw(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
        on.text((box[0] + 20, box[3] - size - 8), text, fill=40, font=ImageFont.load_default(size=size))

    return draw


def cross(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    x, y = box[0] + 20, box[3] - 40
    on.line([(x, y), (x + 32, y + 34)], fill=40, width=4)
    on.line([(x + 31, y - 2), (x + 1, y + 33)], fill=40, width=4)


def ring(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    on.ellipse([box[0] + 5, box[1] - 8, box[0] + 420, box[3] + 10], outline=40, width=4)


def scrawl(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    pen = random.Random(8)
    x, points = box[0] + 20, []
    while x < box[0] + 330:
        points.append((x, box[3] - pen.uniform(6, 50)))
        x += pen.uniform(8, 20)
    on.line(points, fill=40, width=4, joint="curve")


def scrawl_at_a_mark(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    on.text((box[2] - 190, box[3] - 30), "sign here", fill=40, font=ImageFont.load_default(size=24))
    scrawl(on, box)


def tab(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    """A sticker with an arrow's head, as it comes out of a copier."""
    left, right, top, bottom = box[0] + 20, box[0] + 240, box[3] - 50, box[3] + 6
    corners = [(left, (top + bottom) / 2), (left + 40, top), (right, top), (right, bottom), (left + 40, bottom)]
    on.polygon(corners, fill=195, outline=110, width=2)
    on.text((left + 60, top + 14), "SIGN HERE", fill=30, font=ImageFont.load_default(size=28))


def signed_at_a_tab(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
    scrawl(on, (box[0] + 200, *box[1:]))
    tab(on, box)


NO_SIGNATURES = {
    "to follow": words("(signature to follow)"),
    "stamp": words("RECEIVED NOV 12"),
    "prompt": words("<< SIGN HERE"),
    "n/a": words("N/A"),
    "cross": cross,
    "ring": ring,
    "tab": tab,
    "condition": words("subject to attached redlines"),
}


@pytest.mark.parametrize("level", briefly(("medium", "fax"), ("fax",)))
@pytest.mark.parametrize("name", briefly(NO_SIGNATURES, ("to follow", "prompt", "ring", "tab")))
def test_what_is_no_signature_is_doubted(name: str, level: str) -> None:
    signature = readings(NO_SIGNATURES[name], level)["signature"]
    assert signature.state == "doubtful", signature.why
    assert "no signature" in signature.why


@pytest.mark.parametrize("level", briefly(("medium", "fax"), ("fax",)))
@pytest.mark.parametrize(
    "draw",
    [scrawl, words("/s/ Ines Falk"), scrawl_at_a_mark, signed_at_a_tab],
    ids=["scrawl", "typed", "scrawl at a mark", "scrawl at a tab"],
)
def test_signatures_are_signatures(draw: Draw, level: str) -> None:
    signature = readings(draw, level)["signature"]
    assert signature.state == "filled", signature.why


def test_a_signatures_stroke_fills_no_other_place() -> None:
    sheet = printed("soppa-agreement-print.pdf", "soppa")
    (signature,) = [p for p in sheet.blank.places if p.page == 1 and p.kind == "signature"]
    assert signature.box is not None
    below = [
        p
        for p in sheet.blank.places
        if p.page == 1
        and p.kind == "text"
        and p.box
        and p.box[1] > signature.box[3]
        and p.box[0] < signature.box[0] + 60
    ]
    name = min(below, key=lambda p: p.box[1] if p.box else 0.0)
    assert name.box is not None
    reach = (name.box[1] + name.box[3]) / 2 * DPI / 72

    def large(on: ImageDraw.ImageDraw, box: tuple[float, float, float, float]) -> None:
        pen, x, points = random.Random(2), box[0] + 20, []
        while x < box[0] + 300:
            points.append((x, box[3] - 40 if len(points) % 2 else reach - pen.uniform(0, 6)))
            x += 40
        on.line(points, fill=40, width=4, joint="curve")

    found = readings(large, also=frozenset({name.id}))
    assert found["signature"].state == "filled"
    assert found[name.id].state == "doubtful", found[name.id].why


def test_loops_of_a_pen_are_no_number_in_a_signatures_place() -> None:
    sheet = cast(Sheet, SimpleNamespace(own=(), closer=SimpleNamespace(read=lambda *_, **__: [])))
    box = (100.0, 100.0, 300.0, 130.0)
    loops = [Word(t, (110.0 + 40 * n, 104.0, 140.0 + 40 * n, 126.0)) for n, t in enumerate(("2292.", "2", "2", "2"))]
    assert no_signature(sheet, box, loops, 120, []) == ""


@pytest.mark.parametrize(
    ("text", "loops"),
    [
        ("2292. 2 2 2", True),
        ("9 9 99 9", True),
        ("11/11/2022", False),
        ("2 2", False),
        ("10 12 2026", False),
        ("no no no", False),
        ("", False),
    ],
)
def test_loops_of_a_pen_that_are_read_as_digits(text: str, loops: bool) -> None:
    assert is_scribble(text) is loops
