"""The month as a small picture (PNG), for mail programs that show no drawings of their own. Pure.

Drawn at twice the size at which it is shown, for fine screens; on white, so that it can be read on dark grounds too.
Its words are the program's own: nothing that came by mail is drawn.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

from soppa_mailbot.digests.month import Month

WIDTH = 574  # pixels as shown; the mail's column
_SCALE = 4  # drawn at; halved at the end, which makes edges smooth
_LEFT = 214  # of the three figures
_ROW = 27
_INK, _SOFT, _BLUE, _TRACK, _EDGE = "#1f2933", "#55606e", "#2f6fc0", "#e6ecf4", "#d5dbe3"
_GREEN, _AMBER = "#1b6440", "#7a4600"
NAMES = {
    "order_form": "Order form",
    "rfi_form": "RFI form",
    "soppa_form": "SOPPA form",
    "locations": "Schools",
    "deadline": "Deadline",
}


def picture(month: Month) -> tuple[bytes, int]:
    """The PNG, and the height in pixels at which it is shown (its width is `WIDTH`)."""
    rows = max(3, len(month.missed))
    height = 58 + _ROW * rows + 8
    image = Image.new("RGB", (WIDTH * _SCALE, height * _SCALE), "#ffffff")
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, WIDTH * _SCALE - 1, height * _SCALE - 1), 24, outline=_EDGE, width=4)
    _figures(pen, month, height)
    _bars(pen, month)
    out = io.BytesIO()
    image = image.resize((WIDTH * 2, height * 2), Image.Resampling.LANCZOS)
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue(), height


def _figures(pen: ImageDraw.ImageDraw, month: Month, height: int) -> None:
    took = "–" if month.median_days is None else f"{month.median_days:g}"
    figures = (
        (str(month.complete), "complete", _GREEN),
        (str(month.waiting), "with vendors now", _AMBER),
        (took, "median days", _INK),
    )
    step = (height - 24) / len(figures)
    for number, (value, label, colour) in enumerate(figures):
        top = 14 + number * step
        _write(pen, 20, top, value, 21, colour, bold=True)
        _write(pen, 20 + max(62, _length(value, 21) + 10), top + 7, label, 12, _SOFT)
    pen.line([(_LEFT * _SCALE, 18 * _SCALE), (_LEFT * _SCALE, (height - 18) * _SCALE)], fill=_EDGE, width=4)


def _bars(pen: ImageDraw.ImageDraw, month: Month) -> None:
    left, room = _LEFT + 20, WIDTH - _LEFT - 40
    title = f"Missing at first, of {month.begun} begun" if month.begun else "None begun"
    _write(pen, left, 16, title, 12, _SOFT)
    bar_left = left + 94
    full = room - 94 - 34
    for number, (item, count) in enumerate(month.missed):
        top = 46 + number * _ROW
        _write(pen, left, top, NAMES[item], 12, _INK, bold=number == 0)
        box = (bar_left * _SCALE, (top + 1) * _SCALE, (bar_left + full) * _SCALE, (top + 14) * _SCALE)
        pen.rounded_rectangle(box, 12, fill=_TRACK)
        end = bar_left + max(4.0, full * count / max(1, month.begun))
        pen.rounded_rectangle((box[0], box[1], end * _SCALE, box[3]), 12, fill=_BLUE)
        _write(pen, bar_left + full + 10, top, str(count), 12, _INK, bold=number == 0)
    if not month.missed and month.begun:
        _write(pen, left, 46, "Nothing", 12, _INK, bold=True)


def _write(
    pen: ImageDraw.ImageDraw, left: float, top: float, text: str, size: int, colour: str, *, bold: bool = False
) -> None:
    pen.text((left * _SCALE, top * _SCALE), text, fill=colour, font=_font(size, bold))


def _length(text: str, size: int) -> float:
    return _font(size, True).getlength(text) / _SCALE


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    folder = Path(reportlab.__file__).parent / "fonts"
    return ImageFont.truetype(str(folder / ("VeraBd.ttf" if bold else "Vera.ttf")), size * _SCALE)
