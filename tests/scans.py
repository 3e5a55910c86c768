"""Printed forms, filled with a pen and scanned, faxed or photographed: simulated, with the truth beside them."""

from __future__ import annotations

import hashlib
import io
import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.model import Blank, Document, Place, Raster
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits, Opened

FORMS = Path(__file__).parents[1] / "examples" / "district" / "forms"
OPTIONAL = (
    "Fax",
    "If not subject to SOPPA, state why",
    "Reviewed by",
    "Date reviewed",
    "Signature of the Superintendent",
)
DPI = 200.0
LEVELS = ("clean", "medium", "heavy", "fax", "photo", "upside down")


@dataclass
class Printed:
    """A blank form, learnt, with its pages as pictures."""

    blank: Blank
    opened: Opened

    def page(self, number: int) -> Any:
        raster = self.opened.raster
        assert raster is not None
        picture = raster(number, DPI)
        assert picture is not None
        return picture.gray


_pictures: dict[tuple[str, int, float], Raster | None] = {}


@dataclass
class Sample:
    png: bytes
    blanks: tuple[Blank, ...]
    truth: dict[str, bool] = field(default_factory=dict)  # place id -> filled
    printed: tuple[Printed, ...] = ()

    def blank_raster(self, blank: str, page: int, dpi: float) -> Raster | None:
        """Pictures of blanks are kept, as the worker keeps them."""
        if (blank, page, dpi) not in _pictures:
            form = next((f for f in self.printed if f.blank.id == blank), None)
            raster = form.opened.raster if form is not None else None
            _pictures[blank, page, dpi] = raster(page, dpi) if raster is not None else None
        return _pictures[blank, page, dpi]


@cache
def printed(name: str, form: str) -> Printed:
    data = (FORMS / name).read_bytes()
    opened = pdf.read(data, Limits())
    document = Document(name, name, sha256=hashlib.sha256(data).hexdigest(), pages=opened.pages, fields=opened.fields)
    blank = learn(document, form=form, title=form, file=name, optional=OPTIONAL)
    return Printed(blank, opened)


def filled(gray: Any, places: list[Place], empty: set[str], pen: random.Random) -> tuple[Any, dict[str, bool]]:
    """The page with every place filled but those in `empty` (and one box of a group ticked), as with a pen."""
    image = Image.fromarray(gray).convert("L")
    draw = ImageDraw.Draw(image)
    truth: dict[str, bool] = {}
    ticked: set[str] = set()
    for place in places:
        truth[place.id] = False
        if place.box is None or place.party == "district" or place.id in empty or place.group in ticked:
            continue
        left, top, right, bottom = (v * DPI / 72 for v in place.box)
        if place.kind == "check":
            ticked.add(place.group)
            draw.line([(left + 4, (top + bottom) / 2), ((left + right) / 2, bottom - 4)], fill=40, width=4)
            draw.line([((left + right) / 2, bottom - 4), (right + 8, top - 8)], fill=40, width=4)
        elif place.kind == "signature":
            _scrawl(draw, left + 20, (top + bottom) / 2, min(right - left - 40, 420), pen)
        else:
            font = ImageFont.load_default(size=max(18, min(30, int(bottom - top) - 6)))
            draw.text(
                (left + 8, top + 2), pen.choice(("Northwind 12", "Jane Doe", "9/14/26", "Ohio")), fill=50, font=font
            )
        truth[place.id] = True
    return np.array(image), truth


def _scrawl(draw: ImageDraw.ImageDraw, x: float, y: float, width: float, pen: random.Random) -> None:
    points, end = [(x, y)], x + width
    while points[-1][0] < end:
        points.append((points[-1][0] + pen.uniform(6, 16), y + pen.uniform(-22, 14)))
    draw.line(points, fill=30, width=4, joint="curve")


def degraded(gray: Any, level: str, seed: int) -> Any:
    """What a scanner, a fax machine or a telephone makes of a page."""
    noise = np.random.default_rng(seed)
    if level == "clean":
        return gray
    if level == "upside down":
        return cv2.rotate(gray, cv2.ROTATE_180)
    angle, sigma, quality, lean = {
        "medium": (1.5, 10, 55, 0.0),
        "heavy": (3.0, 18, 35, 0.008),
        "fax": (0.8, 6, 90, 0.0),
        "photo": (4.0, 6, 60, 0.05),
    }[level]
    border = 160 if level == "photo" else 0
    page = cv2.copyMakeBorder(gray, border, border, border, border, cv2.BORDER_CONSTANT, value=90)
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle if seed % 2 else -angle, 1.0)
    outside = 90 if level == "photo" else 255
    page = cv2.warpAffine(page, turn, (width, height), borderValue=outside, flags=cv2.INTER_CUBIC)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + (noise.uniform(-1, 1, (4, 2)) * lean * width).astype(np.float32)
    page = cv2.warpPerspective(
        page, cv2.getPerspectiveTransform(corners, moved), (width, height), borderValue=outside, flags=cv2.INTER_CUBIC
    )
    picture = page.astype(np.float32) + noise.normal(0, sigma, page.shape)
    if level == "photo":
        picture *= np.linspace(1.0, 0.55, width, dtype=np.float32)[None, :]
    picture = cv2.GaussianBlur(np.clip(picture, 0, 255).astype(np.uint8), (0, 0), 0.7)
    if level == "fax":
        picture = np.where(picture < 150, 0, 255).astype(np.uint8)
        specks = noise.random(picture.shape) < 0.0008
        return np.where(specks, 0, picture).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)


def as_png(gray: Any, dpi: float = DPI) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(gray).save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def filled_scan(
    name: str = "soppa-agreement-print.pdf",
    form: str = "soppa",
    page: int = 1,
    level: str = "medium",
    empty: frozenset[str] = frozenset(),
    seed: int = 3,
    others: tuple[Printed, ...] = (),
) -> Sample:
    sheet = printed(name, form)
    places = [p for p in sheet.blank.places if p.page == page]
    gray, truth = filled(sheet.page(page), places, set(empty), random.Random(seed))
    every = (sheet, *others)
    return Sample(as_png(degraded(gray, level, seed)), tuple(p.blank for p in every), truth, every)
