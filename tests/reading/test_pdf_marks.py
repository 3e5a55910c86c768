"""Marks: rules, boxes, drawn strokes, pictures and annotations."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Mark
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits


def marks(canvas: Canvas, out: io.BytesIO) -> tuple[Mark, ...]:
    canvas.drawString(300, 20, "a page")
    canvas.save()
    return pdf.read(out.getvalue(), Limits()).pages[0].marks


def new() -> tuple[Canvas, io.BytesIO]:
    out = io.BytesIO()
    return Canvas(out, pagesize=(612, 792)), out


def test_rules_boxes_and_strokes_are_told_apart() -> None:
    canvas, out = new()
    canvas.line(100, 700, 300, 700)
    canvas.rect(100, 600, 10, 10)
    canvas.rect(100, 500, 200, 0.8, stroke=0, fill=1)  # a rule drawn as a thin box, as Word does
    canvas.bezier(100, 400, 150, 450, 180, 350, 220, 400)
    found = marks(canvas, out)
    assert [mark.kind for mark in found] == ["line", "rect", "line", "curve"]
    assert found[0].box == pytest.approx((100, 92, 300, 92), abs=1)
    assert found[1].box == pytest.approx((100, 182, 110, 192), abs=1)
    assert not any(mark.annotation for mark in found)


def test_round_corners_are_a_box_and_circles_are_none() -> None:
    canvas, out = new()
    canvas.roundRect(100, 600, 200, 20, 3)
    canvas.roundRect(100, 560, 200, 20, 10)  # its short sides are half circles
    canvas.roundRect(100, 530, 10, 10, 2)
    canvas.circle(105, 505, 5)
    canvas.ellipse(100, 400, 200, 440)
    found = marks(canvas, out)
    assert [mark.kind for mark in found] == ["rect", "rect", "rect", "curve", "curve"]
    assert found[0].box == pytest.approx((100, 172, 300, 192), abs=0.1)


def test_dots_in_a_row_are_a_line() -> None:
    """As a browser prints a dotted border: a path of round dots."""
    canvas, out = new()
    for n in range(60):
        canvas.circle(100 + 3 * n, 700, 0.75, stroke=0, fill=1)
    for n in range(20):
        canvas.rect(320, 600 + 3.75 * n, 1.6, 2.2, stroke=0, fill=1)  # a dashed side of a box
    for n in range(4):
        canvas.circle(100 + 3 * n, 650, 0.75, stroke=0, fill=1)  # an ellipsis
    found = marks(canvas, out)
    assert [mark.kind for mark in found[:2]] == ["line", "line"]
    assert found[0].box == pytest.approx((99, 91, 278, 93), abs=1)
    assert found[1].box == pytest.approx((320, 118, 322, 192), abs=1)
    assert len(found) == 6 and "line" not in {mark.kind for mark in found[2:]}


def test_one_path_with_many_rules_is_taken_apart() -> None:
    canvas, out = new()
    canvas.lines([(72, y, 540, y) for y in range(100, 200, 20)] + [(72, 100, 72, 180), (540, 100, 540, 180)])
    assert [mark.kind for mark in marks(canvas, out)] == ["line"] * 7


def test_forms_within_forms_are_looked_into_and_placed() -> None:
    """A flattened form field or signature is a form XObject with its own coordinates."""
    canvas, out = new()
    canvas.beginForm("ink")
    canvas.bezier(0, 0, 10, 20, 20, -20, 30, 0)
    canvas.endForm()
    canvas.translate(200, 100)
    canvas.scale(2, 2)
    canvas.doForm("ink")
    canvas.scale(0.5, 0.5)
    canvas.translate(-200, -100)
    (curve,) = marks(canvas, out)
    assert curve.kind == "curve"
    assert (curve.box[0], curve.box[2]) == pytest.approx((200, 260), abs=1)


def test_pictures_have_their_place() -> None:
    canvas, out = new()
    canvas.drawImage(ImageReader(Image.new("L", (30, 10), 90)), 100, 200, width=150, height=50)
    (image,) = marks(canvas, out)
    assert (image.kind, image.box) == ("image", pytest.approx((100, 542, 250, 592), abs=0.1))


def test_white_background_is_no_mark() -> None:
    canvas, out = new()
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(0, 0, 612, 792, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    assert marks(canvas, out) == ()


def test_marks_are_bounded_and_strokes_joined() -> None:
    canvas, out = new()
    for step in range(3000):  # a signature pad: many short slanted strokes
        x = 100 + step * 0.05
        canvas.line(x, 300 + step % 7, x + 0.4, 301 + step % 7)
    found = marks(canvas, out)
    assert len(found) < 50
    assert found[0].kind == "curve"


def annotated(*annotations: dict[str, object], rotate: int = 0) -> tuple[Mark, ...]:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(612, 792))
    page.obj["/Rotate"] = rotate
    page.obj["/Annots"] = pikepdf.Array(
        [document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, **each)) for each in annotations]
    )
    out = io.BytesIO()
    document.save(out)
    return pdf.read(out.getvalue(), Limits()).pages[0].marks


RECT = pikepdf.Array([100, 600, 260, 620])


def test_free_text_without_appearance_is_read_as_it_stands() -> None:
    (mark,) = annotated({"Subtype": pikepdf.Name.FreeText, "Rect": RECT, "Contents": "Lincoln\rElementary – PK"})
    assert mark == Mark("freetext", (100, 172, 260, 192), "Lincoln\nElementary – PK", annotation=True)


def test_rich_contents_stand_in_for_plain_ones() -> None:
    (mark,) = annotated(
        {"Subtype": pikepdf.Name.FreeText, "Rect": RECT, "RC": "<body><p>Acme <b>Learning</b></p></body>"}
    )
    assert mark.text == "Acme Learning"


def test_ink_and_stamps_are_marks_and_others_are_not() -> None:
    found = annotated(
        {"Subtype": pikepdf.Name.Ink, "Rect": RECT, "InkList": pikepdf.Array([pikepdf.Array([100, 600, 260, 620])])},
        {"Subtype": pikepdf.Name.Stamp, "Rect": RECT, "Contents": "APPROVED"},
        {"Subtype": pikepdf.Name.Link, "Rect": RECT},
        {"Subtype": pikepdf.Name.Text, "Rect": RECT, "Contents": "a sticky note"},
        {"Subtype": pikepdf.Name.FreeText, "Rect": RECT, "Contents": "hidden", "F": 2},
    )
    assert [(mark.kind, mark.text) for mark in found] == [("ink", ""), ("stamp", "APPROVED")]


def test_annotations_turn_with_their_page() -> None:
    (mark,) = annotated({"Subtype": pikepdf.Name.FreeText, "Rect": RECT, "Contents": "x"}, rotate=90)
    assert mark.box == (600, 100, 620, 260)


def test_a_line_without_length_and_with_round_ends_is_a_dot() -> None:
    canvas, out = new()
    canvas.setLineWidth(5)
    canvas.setLineCap(1)
    canvas.line(100, 700, 100, 700)
    canvas.setLineCap(0)  # ISO 32000-1 §8.5.3.2: with butt ends nothing is painted
    canvas.line(200, 700, 200, 700)
    (dot,) = marks(canvas, out)
    assert (dot.kind, dot.box) == ("curve", pytest.approx((97.5, 89.5, 102.5, 94.5), abs=0.1))


@pytest.mark.parametrize(
    ("inner", "kinds"),
    [
        ((100, 600, 200, 19), ["line"]),  # a border above
        ((100, 601, 200, 19), ["line"]),  # below
        ((101, 601, 198, 18), ["rect", "rect"]),  # all round
        ((110, 605, 150, 10), ["rect", "rect"]),  # a thick frame
    ],
)
def test_a_border_on_some_sides_is_lines(inner: tuple[float, float, float, float], kinds: list[str]) -> None:
    canvas, out = new()
    path = canvas.beginPath()
    path.rect(100, 600, 200, 20)
    path.rect(*inner)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)  # even-odd, as a browser's print draws the border of a box
    assert [mark.kind for mark in marks(canvas, out)] == kinds


def test_squares_left_white_in_a_shaded_area_are_told_from_other_white_paint() -> None:
    canvas, out = new()

    def paint(shade: float, *box: float) -> None:
        canvas.setFillGray(shade)
        canvas.rect(*box, stroke=0, fill=1)

    paint(1, 50, 710, 9, 9)  # on paper
    paint(0.93, 50, 600, 300, 40)
    paint(1, 60, 605, 9, 9)
    paint(1, 120, 605, 120, 9)  # a mask
    paint(1, 345, 605, 9, 9)  # half outside
    paint(0.2, 50, 500, 300, 40)
    paint(1, 60, 505, 9, 9)  # an ornament of a dark bar
    canvas.setFillGray(1, alpha=0)
    canvas.rect(80, 605, 9, 9, stroke=0, fill=1)  # nothing is seen of it
    found = marks(canvas, out)
    assert [(mark.kind, round(mark.box[0])) for mark in found] == [("rect", 50), ("white", 60), ("rect", 50)]
