"""Pictures of papers: frames, resolutions, orientation, photographs, and what must not be unpacked."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Reason, Unreadable
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.image_paper import find_paper, paper_size
from soppa_mailbot.reading.image_upright import Upright, skew

DATA = Path(__file__).parent.parent / "data" / "reading"
LINES = (
    "Student Privacy Addendum",
    "Product covered Acme Reader",
    "Signed by the operator",
    "Hosting in Columbus Ohio",
)


def page(dpi: int = 100, size: tuple[float, float] = (612, 792)) -> Image.Image:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setFont("Helvetica", 18)
    for number, line in enumerate(LINES):
        canvas.drawString(90, size[1] - 100 - 60 * number, line)
    canvas.save()
    with pdfium.PdfDocument(out.getvalue()) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil()


def encoded(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def read(data: bytes) -> Opened:
    return image.read(data, Limits())


def reads_well(opened: Opened, number: int = 1) -> bool:
    text = opened.pages[number - 1].text()
    return all(line in text for line in LINES)


def why(data: bytes) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        read(data)
    return caught.value


def test_a_scan_has_the_size_that_its_resolution_gives() -> None:
    opened = read(encoded(page(), "PNG", dpi=(100, 100)))
    (only,) = opened.pages
    assert (only.width, only.height) == pytest.approx((612, 792), abs=1)
    assert (only.origin, only.rotation) == ("ocr", 0)
    assert reads_well(opened)
    student = next(word for word in only.words if word.text == "Student")
    assert student.box[0] == pytest.approx(90, abs=4)
    assert opened.raster is not None
    raster = opened.raster(1, 72)
    assert raster is not None
    assert (raster.width, raster.height) == pytest.approx((612, 792), abs=2)
    assert opened.raster(2, 72) is None


@pytest.mark.parametrize("dpi", [None, (72, 72), (1, 1), (30000, 30000)])
def test_a_resolution_that_makes_no_paper_is_not_believed(dpi: tuple[int, int] | None) -> None:
    how = {"dpi": dpi} if dpi else {}
    small = Image.new("L", (1700, 2200), 255)
    (only,) = read(encoded(small, "PNG", **how)).pages
    assert (only.width, only.height) == pytest.approx((612, 792), abs=1)


def test_fax_pages_have_different_resolutions_across_and_down() -> None:
    """Standard-resolution fax: 204 by 98 dpi, one bit, CCITT group 4 (ITU-T T.6)."""
    squat = page(204).resize((1734, 1078)).convert("1")
    data = encoded(squat, "TIFF", compression="group4", dpi=(204, 98))
    opened = read(data)
    (only,) = opened.pages
    assert (only.width, only.height) == pytest.approx((612, 792), abs=4)
    assert "Student Privacy" in only.text()


def test_every_frame_of_a_tiff_is_a_page() -> None:
    frames = [page(), Image.new("L", (850, 1100), 255), page().rotate(180)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:], dpi=(100, 100))
    opened = read(data)
    assert [each.number for each in opened.pages] == [1, 2, 3]
    assert (opened.pages[1].origin, opened.pages[1].words) == ("none", ())
    assert reads_well(opened)
    limited = image.read(data, Limits(max_pages=2))
    assert ([p.number for p in limited.pages], limited.unread) == ([1, 2, 3], ())  # an empty page takes no place
    one = image.read(data, Limits(max_pages=1))
    assert [p.number for p in one.pages] == [1]
    assert one.unread == (Unreadable(Reason.TOO_LARGE, "only the first 2 of 3 pages were read"),)


def test_empty_backs_of_a_fax_hide_nothing_behind_them() -> None:
    backs = [Image.new("L", (850, 1100), 255)] * 12
    data = encoded(backs[0], "TIFF", save_all=True, append_images=[*backs, page()], dpi=(100, 100))
    opened = image.read(data, Limits(max_pages=5))
    assert [p.number for p in opened.pages] == [1, 2, 3, 4, 5, 14]
    assert "Student Privacy" in opened.pages[-1].text()
    assert opened.unread == ()
    assert opened.raster is not None
    assert opened.raster(14, 100) is not None
    hurried = image.read(data, Limits(max_pages=5, max_look_seconds=0.0))
    assert hurried.unread == (Unreadable(Reason.TIMED_OUT, "only the first 5 of 14 pages could be read in time"),)


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_exif_orientation_is_obeyed(orientation: int) -> None:
    """What phones write: the pixels lie turned, a tag says how to hold them."""
    stored = page().rotate({3: 180, 6: 90, 8: 270}[orientation], expand=True)
    exif = Image.Exif()
    exif[0x0112] = orientation
    opened = read(encoded(stored, "JPEG", exif=exif))
    assert (opened.pages[0].width, opened.pages[0].height) == pytest.approx((612, 792), abs=1)
    assert opened.pages[0].rotation == 0
    assert reads_well(opened)


def test_transparent_ground_is_paper() -> None:
    ink = page()
    layered = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    layered.paste((0, 0, 0, 255), mask=ink.point(lambda value: 255 - value))
    assert reads_well(read(encoded(layered, "PNG")))


def photographed(shade: bool = True) -> Image.Image:
    """A page on a dark desk, seen from an angle, with a shadow across."""
    sheet = np.asarray(page(120))
    height, width = sheet.shape
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    target = np.array([(140, 110), (1180, 70), (1240, 1500), (90, 1450)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    view = cv2.warpPerspective(sheet, matrix, (1340, 1600), borderValue=60).astype(np.float32)
    if shade:
        across = np.linspace(1.0, 0.55, 1340)[None, :] * np.linspace(1.0, 0.8, 1600)[:, None]
        view *= across
    noise = np.random.default_rng(1).normal(0, 3, view.shape)
    return Image.fromarray((view + noise).clip(0, 255).astype(np.uint8))


def test_a_photograph_is_laid_flat() -> None:
    opened = read(encoded(photographed(), "JPEG", quality=85))
    (only,) = opened.pages
    assert (only.width, only.height) == (612, 792)
    assert reads_well(opened)
    student = next(word for word in only.words if word.text == "Student")
    assert student.box[0] == pytest.approx(90, abs=8)
    assert student.box[3] == pytest.approx(104, abs=10)


def test_paper_is_found_and_not_imagined() -> None:
    corners = find_paper(np.asarray(photographed()))
    assert corners is not None
    assert corners == pytest.approx(np.array([(140, 110), (1180, 70), (1240, 1500), (90, 1450)]), abs=12)
    assert find_paper(np.asarray(page())) is None  # a scan is all paper
    assert find_paper(np.full((800, 600), 128, np.uint8)) is None
    noise = np.random.default_rng(2).integers(0, 255, (800, 600)).astype(np.uint8)
    assert find_paper(noise) is None


def test_photographed_proportions_give_american_paper() -> None:
    assert paper_size(850, 1100) == (612, 792)
    assert paper_size(1100, 800) == (792, 612)
    assert paper_size(850, 1400) == (612, 1008)


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 1.2, 4.0])
def test_skew_is_measured(angle: float) -> None:
    crooked = page().rotate(angle, fillcolor=255, resample=Image.Resampling.BILINEAR)  # counter-clockwise
    assert skew(np.asarray(crooked)) == pytest.approx(angle, abs=0.2)


def test_an_empty_page_has_no_skew() -> None:
    assert skew(np.full((1100, 850), 255, np.uint8)) == 0.0


def test_boxes_and_pictures_move_alike() -> None:
    gray = np.full((200, 100), 255, np.uint8)
    gray[20:30, 10:40] = 0
    for upright in (
        Upright.unchanged(100, 200).turned(90),
        Upright.unchanged(100, 200).turned(180).straightened(2.0),
        Upright.unchanged(100, 200).turned(270).straightened(-3.0),
    ):
        left, top, right, bottom = upright.box((10, 20, 40, 30))
        moved = upright.picture(gray, 1.0, 1.0)
        assert moved.shape == (round(upright.height), round(upright.width))
        dark = np.argwhere(moved < 128)
        assert dark.min(axis=0) == pytest.approx((top, left), abs=2)
        assert dark.max(axis=0) == pytest.approx((bottom, right), abs=2)


def test_heic_of_a_phone_is_read() -> None:
    """Unstructured's test picture DA-1p.heic (Apache-2.0): a page of an army form's manual."""
    (only,) = read((DATA / "photo.heic").read_bytes()).pages
    assert only.origin == "ocr"
    assert len(only.words) > 300
    assert only.confidence > 0.9


def test_icons_are_not_read() -> None:
    (only,) = read(encoded(Image.new("RGB", (32, 32), "navy"), "PNG")).pages
    assert (only.origin, only.words) == ("none", ())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "WEBP"])
def test_pictures_cut_off_are_damaged(kind: str) -> None:
    whole = encoded(page().convert("L"), kind)
    assert why(whole[: len(whole) // 2]).reason is Reason.DAMAGED
    assert why(whole[:6]).reason is Reason.DAMAGED


def test_other_formats_are_not_even_tried() -> None:
    assert why(encoded(page(30), "PPM")).reason is Reason.DAMAGED
    assert why(encoded(page(30), "ICO", sizes=[(32, 32)])).reason is Reason.DAMAGED
    assert why(b"\0\0\0\x18ftypheic" + bytes(100)).reason is Reason.DAMAGED


def png_of(width: int, height: int) -> bytes:
    """A one-bit PNG that says it is huge, of a few kilobytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = bytes(1 + (width + 7) // 8)
    body = zlib.compress(row * min(height, 2000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_bombs_are_refused_by_their_size() -> None:
    assert why(png_of(60_000, 60_000)).reason is Reason.TOO_LARGE
    assert why(png_of(9_000, 9_000)).reason is Reason.TOO_LARGE


def test_no_time_leaves_pages_unread_and_says_so() -> None:
    opened = image.read(encoded(page(), "PNG"), Limits(max_ocr_seconds=0.0))
    assert opened.pages[0].origin == "none"
    assert opened.unread == (Unreadable(Reason.TIMED_OUT, "its page could not be read in time"),)


@pytest.mark.parametrize("photo", [True, False])
def test_a_dark_band_with_light_letters_belongs_to_the_sheet(photo: bool) -> None:
    """A dark head over the page's whole width looks like the desk, or like a scanner's open lid."""
    sheet = np.full((1100, 850), 235, np.uint8)
    sheet[:120] = 60
    cv2.putText(sheet, "Software Vendor Questionnaire", (60, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 250, 2)
    cv2.putText(sheet, "Kettle Bend School District", (60, 100), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 250, 1)
    for top in range(160, 1050, 40):
        cv2.putText(sheet, "What the product does for students", (60, top), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 30, 1)
    if not photo:
        assert find_paper(sheet) is None or find_paper(sheet)[0][1] < 40
        return
    desk = np.full((1300, 1050), 70, np.uint8)
    desk[100:1200, 100:950] = sheet
    corners = find_paper(desk)
    assert corners is not None and 70 < corners[0][1] < 145  # above its first line
    bare = desk.copy()
    bare[100:220] = 70  # the desk itself
    assert find_paper(bare)[0][1] > 210
