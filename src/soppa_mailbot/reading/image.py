"""Pictures of papers: JPEG, PNG, TIFF with many pages (fax among them), WEBP, GIF, BMP and HEIC.

Every frame becomes a page; a photograph is laid flat first. Pictures say badly how large they are: their own resolution
is believed when it gives the size of a paper, else the long side counts as 11 inch.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from soppa_mailbot.model import Page, Reason, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.image_gray import Gray
from soppa_mailbot.reading.image_tiff import missing_part
from soppa_mailbot.reading.image_upright import Upright
from soppa_mailbot.reading.ocr import OcrMissingError
from soppa_mailbot.reading.ocr_page import Scan, read_scan, time_for_second
from soppa_mailbot.reading.patience import worked
from soppa_mailbot.reading.unread import pages_left_out
from soppa_mailbot.reading.word_order import reading_order

MAX_PIXELS = 60_000_000  # of one frame: an A3 page at 600 dpi has 70, a phone's photograph 12 to 50
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP")
_LETTER_LONG = 792.0  # points
_PAPER_SIDES = (180.0, 1250.0)  # points: what the sides of a paper can be
_NO_DPI = (72.0, 72.0)  # what cameras and programs write that know nothing
_ORIENTATION = 0x0112  # EXIF; 5 to 8 are turned by a quarter
_PAPER = 200  # grey from which on it is paper; of a page of several, what is hardly darker than that is empty
_INK = 0.0008  # share of a page that is darker, from which on it is not empty
_SMALL = 60  # pixels: with a shorter side it is an icon, not a paper

# What Pillow's decoders raise on hostile or cut-off files.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError)


def read(data: bytes, limits: Limits) -> Opened:
    """Read every frame of a picture. Raises CannotRead: damaged, or too large."""
    until = worked() + limits.max_ocr_seconds
    picture = _open(data)
    count = _frames(picture)
    frames, empty, unread = _inked(picture, count, limits)
    pages = {number: Page(number, width, height, (), origin="none") for number, (width, height) in empty.items()}
    grays: dict[int, tuple[Any, float, Upright]] = {}
    notes: list[str] = []
    late: list[int] = []
    unable: list[int] = []
    for number, (gray, scale) in frames.items():
        left = until - worked()
        scan = None
        if left <= 0:
            late.append(number)
        elif min(gray.shape) >= _SMALL:
            try:
                scan = _scan(gray, scale, notes, thorough=time_for_second(left, limits))
            except OcrMissingError as missing:
                notes.append(str(missing))
                unable.append(number)
        pages[number], upright = _page(number, gray, scale, scan)
        grays[number] = gray, scale, upright
    return Opened(
        pages=tuple(pages[number] for number in sorted(pages)),
        notes=tuple(dict.fromkeys(notes)),
        unread=(
            *unread,
            *pages_left_out(late, count, Reason.TIMED_OUT),
            *pages_left_out(unable, count, Reason.UNSUPPORTED),
        ),
        raster=_Pictures(grays, limits.max_side),
    )


_Frames = dict[int, tuple[Any, float]]  # by number (1-based): grey pixels, pixels a point


def _inked(
    picture: Any, count: int, limits: Limits
) -> tuple[_Frames, dict[int, tuple[float, float]], tuple[Unreadable, ...]]:
    """(the frames that show something, the sizes of the first empty ones in points, what was left out).

    Fax machines send empty backs: those cost nothing but the look, and no place among `max_pages`.
    """
    frames: _Frames = {}
    empty: dict[int, tuple[float, float]] = {}
    until = 0.0
    too_many: list[int] = []
    too_late: Iterable[int] = ()
    for number in range(1, count + 1):
        if number > limits.max_pages:
            until = until or worked() + limits.max_look_seconds
            if worked() >= until:
                too_late = range(number, count + 1)
                break
        gray, scale = _frame(picture, number - 1, limits, whole=count == 1)
        if count == 1 or float((gray < _PAPER).mean()) >= _INK:
            if len(frames) < limits.max_pages:
                frames[number] = gray, scale
            else:
                too_many.append(number)
        elif number <= limits.max_pages:
            empty[number] = round(gray.shape[1] / scale, 2), round(gray.shape[0] / scale, 2)
    left = *pages_left_out(too_many, count, Reason.TOO_LARGE), *pages_left_out(too_late, count, Reason.TIMED_OUT)
    return frames, empty, left


class _Pictures:
    """The frames upright, at any resolution up to their own."""

    def __init__(self, grays: dict[int, tuple[Any, float, Upright]], max_side: int) -> None:
        self._grays = grays
        self._max_side = max_side

    def __call__(self, page: int, dpi: float) -> Gray | None:
        if page not in self._grays or dpi <= 0:
            return None
        gray, scale, upright = self._grays[page]
        out = min(dpi / 72, self._max_side / max(upright.width, upright.height, 1.0))
        return Gray(upright.picture(gray, scale, out), 72 * out)


def _scan(gray: Any, scale: float, notes: list[str], *, thorough: bool) -> Scan:
    height, width = gray.shape
    scan = read_scan(gray, scale, width / scale, height / scale, thorough=thorough)
    if scan.note:
        notes.append(scan.note)
    return scan


def _page(number: int, gray: Any, scale: float, scan: Scan | None) -> tuple[Page, Upright]:
    if scan is None:
        upright = Upright.unchanged(gray.shape[1] / scale, gray.shape[0] / scale)
        return Page(number, upright.width, upright.height, (), origin="none", confidence=0.0), upright
    upright = scan.upright
    page = Page(
        number,
        round(upright.width, 2),
        round(upright.height, 2),
        reading_order(scan.words),
        scan.rules,
        "ocr" if scan.words else "none",
        scan.confidence,
        upright.rotation,
    )
    return page, upright


# --- decoding ---------------------------------------------------------------------------------------------


def _open(data: bytes) -> Any:
    if data[4:8] == b"ftyp":
        return _open_heif(data)
    lost = missing_part(data)
    if lost:
        raise CannotRead(Reason.DAMAGED, lost)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd metadata; the size is checked below
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise CannotRead(Reason.DAMAGED, "not a readable picture") from error
    except Image.DecompressionBombError as error:
        raise CannotRead(Reason.TOO_LARGE, "a picture with too many pixels") from error
    except _BROKEN as error:
        raise CannotRead(Reason.DAMAGED, "the picture is damaged") from error
    return picture


def _open_heif(data: bytes) -> Any:
    import pi_heif

    try:
        return pi_heif.open_heif(data, convert_hdr_to_8bit=True).to_pillow()
    except _BROKEN as error:
        raise CannotRead(Reason.DAMAGED, "the HEIC picture is damaged") from error
    except RuntimeError as error:  # libheif's own errors
        raise CannotRead(Reason.DAMAGED, "the HEIC picture is damaged") from error


def _frames(picture: Any) -> int:
    if picture.format != "TIFF":  # an animation's later frames are no pages
        return 1
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return max(1, int(picture.n_frames))
    except _BROKEN:
        return 1


def _frame(picture: Any, index: int, limits: Limits, *, whole: bool) -> tuple[Any, float]:
    """(grey pixels, upright as far as EXIF knows; pixels a point)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if not whole:
                picture.seek(index)
            if picture.width * picture.height > MAX_PIXELS:
                raise CannotRead(Reason.TOO_LARGE, f"a picture of {picture.width} x {picture.height} pixels")
            full, across, down = picture.width, *_dpi(picture)
            if picture.format == "JPEG":  # decodes at half or quarter size where that is enough
                picture.draft(None, (limits.max_side, limits.max_side))
            shrink = picture.width / full
            turned = ImageOps.exif_transpose(picture)
            if picture.getexif().get(_ORIENTATION, 1) >= 5:
                across, down = down, across
            gray = np.array(_on_white(turned), dtype=np.uint8)
    except CannotRead:
        raise
    except _BROKEN as error:
        where = "the picture" if whole else f"page {index + 1} of the picture"
        raise CannotRead(Reason.DAMAGED, f"{where} is damaged or cut off") from error
    return _square(gray, across * shrink, down * shrink, limits.max_side)


def _on_white(picture: Any) -> Any:
    """As grey; what is transparent shows white paper."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        return paper.convert("L")
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        deep = np.asarray(picture, dtype=np.float32)
        span = 65535.0 if float(deep.max(initial=0.0)) > 255 else 255.0
        return Image.fromarray((deep * (255.0 / span)).clip(0, 255).astype(np.uint8))
    return picture.convert("L")


def _dpi(picture: Any) -> tuple[float, float]:
    """Its own resolution, (0, 0) where it names none. Fax pages have different ones across and down (ITU-T T.4)."""
    try:
        across, down = (float(value) for value in picture.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0
    if across <= 1 or down <= 1 or (across, down) == _NO_DPI:
        return 0.0, 0.0
    return across, down


def _square(gray: Any, across: float, down: float, max_side: int) -> tuple[Any, float]:
    """(the picture with square pixels and no side beyond the limit, pixels a point)."""
    height, width = gray.shape
    wide, high = 1.0, 1.0
    if across and down and not 0.9 < across / down < 1.1:
        wide, high = max(down / across, 1.0), max(across / down, 1.0)
    shrink = min(1.0, max_side / (max(width * wide, height * high) or 1.0))
    size = max(1, round(width * wide * shrink)), max(1, round(height * high * shrink))
    if size != (width, height):
        smaller = shrink * max(wide, high) < 1
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    scale = max(across, down) * shrink / 72
    if scale:
        sides = [side / scale for side in size]
        if _PAPER_SIDES[0] <= min(sides) and max(sides) <= _PAPER_SIDES[1]:
            return gray, scale
    return gray, max(size) / _LETTER_LONG
