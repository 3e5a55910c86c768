"""Words of PDF pages: where they stand, how they are cut, and in which order."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import made_files
from soppa_mailbot.model import Page, Reason, Unreadable
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits


def page_with(*texts: tuple[float, float, str], size: tuple[float, float] = letter, turn: float = 0.0) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    if turn == 90:  # the text runs upwards, nothing says so
        canvas.translate(size[0], 0)
        canvas.rotate(90)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    return out.getvalue()


def changed(data: bytes, **keys: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for key, value in keys.items():
            document.pages[0].obj[f"/{key}"] = value
        document.save(out)
    return out.getvalue()


def only_page(data: bytes) -> Page:
    (page,) = pdf.read(data, Limits()).pages
    return page


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_boxes_are_points_from_the_top_left() -> None:
    page = only_page(page_with((72, 700, "Hosting")))
    (word,) = page.words
    width = pdfmetrics.stringWidth("Hosting", "Helvetica", 12)
    assert (page.width, page.height, page.origin) == (612, 792, "text")
    assert word.box[0] == pytest.approx(72, abs=1)
    assert word.box[2] == pytest.approx(72 + width, abs=1)
    assert word.box[1] < 792 - 700 < word.box[3]  # the baseline lies within


@pytest.mark.parametrize(
    ("rotate", "left", "top"), [(0, 72, 92), (90, 700, 72), (180, 612 - 72, 700), (270, 92, 612 - 72)]
)
def test_rotate_turns_the_boxes_with_the_page(rotate: int, left: float, top: float) -> None:
    """The same short word under /Rotate, which a viewer obeys: its corner moves to where a person sees it."""
    page = only_page(changed(page_with((72, 700, "H")), Rotate=rotate))
    box = page.words[0].box
    assert (page.width, page.height) == ((792, 612) if rotate in (90, 270) else (612, 792))
    assert box[0] - 14 <= left <= box[2] + 14
    assert box[1] - 14 <= top <= box[3] + 14


def test_crop_box_moves_the_corner_and_hides_what_is_outside() -> None:
    data = changed(page_with((72, 700, "seen"), (72, 60, "cropped")), CropBox=pikepdf.Array([50, 400, 450, 750]))
    page = only_page(data)
    assert (page.width, page.height) == (400, 350)
    assert texts(page) == ["seen"]
    assert page.words[0].box[0] == pytest.approx(22, abs=1)
    assert page.words[0].box[1] < 750 - 700 < page.words[0].box[3]


def test_sideways_text_without_rotate_is_turned_upright() -> None:
    lines = tuple((60, 700 - 20 * i, f"line {i} of a landscape order form on a portrait page") for i in range(8))
    opened = pdf.read(page_with(*lines, size=(792, 792), turn=90), Limits())
    page = opened.pages[0]
    assert page.rotation == 90
    assert page.text().splitlines()[0] == "line 0 of a landscape order form on a portrait page"
    assert opened.raster is not None
    raster = opened.raster(1, 72)
    assert raster is not None
    box = page.words[0].box
    assert raster.gray[int(box[1]) : int(box[3]) + 1, int(box[0]) : int(box[2]) + 1].min() < 128


def test_values_typed_over_rules_and_leaders_are_words_of_their_own() -> None:
    page = only_page(
        page_with((72, 700, "Date: ____July 1____"), (72, 680, "Total........$40"), (72, 660, "snake_case"))
    )
    assert texts(page) == ["Date:", "____", "July", "1", "____", "Total", "........", "$40", "snake_case"]


def test_box_glyphs_part_from_their_labels() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Vera", 12)
    canvas.drawString(72, 700, "○Yes ●No")
    canvas.save()
    found = texts(only_page(out.getvalue()))
    assert found[-1] == "No"
    assert "Yes" in found


def test_words_come_line_by_line_however_they_were_drawn() -> None:
    page = only_page(page_with((72, 680, "Title"), (72, 700, "Name"), (200, 681, "Principal"), (200, 700.5, "Jo")))
    assert texts(page) == ["Name", "Jo", "Title", "Principal"]


def test_pages_beyond_the_limit_are_said_to_be_left_out() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(5):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    opened = pdf.read(out.getvalue(), Limits(max_pages=2))
    assert len(opened.pages) == 2
    assert opened.unread == (Unreadable(Reason.TOO_LARGE, "only the first 2 of 5 pages were read"),)


def test_words_are_bounded() -> None:
    page = only_page(page_with((10, 700, "a b c d e f g h")))
    assert len(page.words) == 8
    (short,) = pdf.read(page_with((10, 700, "a b c d e f g h")), Limits(max_words=3)).pages
    assert len(short.words) == 3


def in_symbols(font: str, codes: bytes, words: bytes) -> bytes:
    """A character in a symbol font that says nothing of its meaning (no ToUnicode), then words in Helvetica."""
    described = (
        b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[0 -211 1359 899]/ItalicAngle 0/Ascent 899"
        b"/Descent -211/CapHeight 0/StemV 80>>" % font.encode()
    )
    fonts = (
        b"<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/F2<</Type/Font/Subtype/TrueType/BaseFont/%b"
        b"/FirstChar 32/LastChar 255/Widths[%b]/FontDescriptor %b>>>>" % (font.encode(), b"900 " * 224, described)
    )
    drawn = b"BT /F2 10 Tf 72 700 Td <%b> Tj /F1 10 Tf 9 0 Td (%b) Tj ET" % (codes, words)
    return made_files.page_with(made_files.stream(drawn), b"<</Font" + fonts + b">>")


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Wingdings", b"6F", "☐"),
        ("ABCDEF+Wingdings-Regular", b"A8", "☐"),
        ("Wingdings", b"FE", "☑"),
        ("Wingdings2", b"A3", "☐"),
        ("Wingdings2", b"52", "☑"),
        ("Wingdings-Regular", b"FD", "☒"),
        ("Wingdings-Regular", b"41", "A"),  # a hand: no box
    ],
)
def test_boxes_in_symbol_fonts(font: str, code: bytes, seen: str) -> None:
    assert texts(only_page(in_symbols(font, code, b" Yes, it is"))) == [seen, "Yes,", "it", "is"]
    glued = texts(only_page(in_symbols(font, code, b"Yes, it is")))
    assert glued == ([seen, "Yes,", "it", "is"] if seen != "A" else ["AYes,", "it", "is"])


def test_the_same_letter_in_a_text_font_stays_what_it_is() -> None:
    page = only_page(page_with((72, 700, "o R x oBject vitamin A and O")))
    assert texts(page) == ["o", "R", "x", "oBject", "vitamin", "A", "and", "O"]


@pytest.mark.parametrize("mark", [".", "_"])
def test_dots_with_spaces_between_them_are_one_line_to_write_on(mark: str) -> None:
    (name, line) = only_page(page_with((72, 700, "Name " + " ".join(mark * 12)))).words
    assert (name.text, line.text) == ("Name", mark * 12)
    assert line.box[0] > name.box[2] and line.box[2] - line.box[0] > 12 * 3


def test_a_few_dots_are_no_line() -> None:
    assert texts(only_page(page_with((72, 700, "and so on . . . . .")))) == ["and", "so", "on", *"....."]


def _clipped(*lines: tuple[str, float, float], scale: float = 1.0) -> bytes:
    """Marks printed far past the right end of the clip (from, to) that they are shown in."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Courier", 10)
    canvas.scale(scale, scale)
    for marks, left, right in lines:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left / scale, 697 / scale, (right - left) / scale, 14 / scale)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(left / scale, 700 / scale, marks)
        canvas.restoreState()
    canvas.drawString(72 / scale, 680 / scale, "Name of firm")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("marks", ["." * 90, "_" * 90, ". " * 45])
@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_lines_to_write_on_end_where_their_clip_does(marks: str, scale: float) -> None:
    page = only_page(_clipped((marks, 72, 240), (marks, 252, 400), scale=scale))
    lines = [w for w in page.words if set(w.text) <= {".", "_"}]
    assert [(round(w.box[0]), w.box[2]) for w in lines] == [
        (72, pytest.approx(240, abs=7)),
        (252, pytest.approx(400, abs=7)),
    ]
    assert "Name" in texts(page)


def test_a_clip_that_cuts_nothing_leaves_a_line_as_it_is() -> None:
    free = only_page(_clipped(("." * 20, 72, 400)))
    (line,) = (w for w in free.words if w.text == "." * 20)
    assert line.box[2] == pytest.approx(72 + 20 * 6, abs=1)
