"""What stands on a PDF page beside text: pictures, rules, boxes and drawn strokes, from PDFium's page objects.

A path object may hold a whole table's rules or a whole signature; it is taken apart into its subpaths, each of which
is a `line` (a thin straight rule, filled or stroked), a `rect` (upright rectangle, its corners sharp or round) or a
`curve` (anything else: ticks, ink).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot.model import Box, Mark
from soppa_mailbot.reading.pdf_frame import Frame
from soppa_mailbot.reading.white_boxes import WHITE, white_boxes

MAX_OBJECTS = 40_000  # page objects looked at on one page
MAX_SEGMENTS = 60_000  # path segments looked at on one page
_FEW_SEGMENTS = 40  # of a white path that may be boxes to tick
MAX_MARKS = 4_000  # of one page; curves beyond `_MANY_CURVES` are joined where they touch
_MANY_CURVES = 300
_MAX_NESTING = 6  # form XObject in form XObject; hostile files nest 10^29 of them
_RULE = 2.5  # points: a filled rectangle thinner than this is a rule line
_ROUNDED = 12  # points of a rectangle with four round corners: an end and two handles for each, and where it starts
_DOT = 2.6  # points: a dot of a dotted line
_WHITE, _DOT_STEP = 0.3, 4.0  # points from one to the next, at least and at most
_DOTS = 6  # that make a line
_STRAIGHT = 0.75  # points: how far corners may be off the axis

Matrix = tuple[float, float, float, float, float, float]
Points = list[tuple[float, float]]

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5  # FPDF_PAGEOBJ_*
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2  # FPDF_SEGMENT_*
_EVEN_ODD = 1  # FPDF_FILLMODE_ALTERNATE


class _Budget:
    """How much of a page may still be looked at."""

    def __init__(self) -> None:
        self.objects = MAX_OBJECTS
        self.segments = MAX_SEGMENTS
        self.marks = MAX_MARKS


def marks_of(page: Any, frame: Frame) -> tuple[Mark, ...]:
    """Images and vector marks of a pypdfium2 page, in drawing order, bounded in number."""
    budget = _Budget()
    raw = page.raw
    top_level = (
        pdfium_c.FPDFPage_GetObject(raw, index) for index in range(max(0, pdfium_c.FPDFPage_CountObjects(raw)))
    )
    found = []
    drawn = white_boxes(_objects(top_level, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), budget, 0))
    for mark in _with_dotted(drawn):
        upright = frame.box(*mark.box)
        if frame.shows(upright):
            found.append(replace(mark, box=upright))
            budget.marks -= 1
            if budget.marks <= 0:
                break
    return tuple(_join_curves(found))


def _with_dotted(found: Iterable[Mark]) -> Iterator[Mark]:
    """The marks; dots in a row, drawn one by one as browsers draw a dotted border, are one line."""
    row: list[Mark] = []
    for mark in found:
        box = mark.box
        if max(box[2] - box[0], box[3] - box[1]) > _DOT:
            yield from _as_line(row)
            row = []
            yield mark
            continue
        if row and not _next_dot(row, box):
            yield from _as_line(row)
            row = []
        row.append(mark)
    yield from _as_line(row)


def _next_dot(row: list[Mark], box: Box) -> bool:
    """Whether a dot stands behind the last one of a row, or over or under it, as those before do."""
    last = row[-1].box
    across = abs(box[1] - last[1]) < 0.5 and _WHITE <= _white(last[0], last[2], box[0], box[2]) <= _DOT_STEP
    upright = abs(box[0] - last[0]) < 0.5 and _WHITE <= _white(last[1], last[3], box[1], box[3]) <= _DOT_STEP
    if len(row) == 1:
        return across or upright
    first = row[0].box
    return (across and abs(box[1] - first[1]) < 0.5) or (upright and abs(box[0] - first[0]) < 0.5)


def _white(start: float, end: float, other_start: float, other_end: float) -> float:
    """Points between two stretches; negative where they overlap, as the strokes of a pen do."""
    return max(other_start - end, start - other_end)


def _as_line(row: list[Mark]) -> list[Mark]:
    if len(row) < _DOTS:
        return row
    boxes = [mark.box for mark in row]
    return [
        Mark(
            "line",
            (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
        )
    ]


def _objects(objects: Iterator[Any], to_page: Matrix, budget: _Budget, depth: int) -> Iterator[Mark]:
    for item in objects:
        budget.objects -= 1
        if budget.objects < 0:
            return
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == _PATH:
            yield from _path(item, to_page, budget)
        elif kind == _IMAGE:
            yield Mark("image", _placed(_matrix(item), to_page))
        elif kind == _FORM and depth < _MAX_NESTING:
            inside = (
                pdfium_c.FPDFFormObj_GetObject(item, index)
                for index in range(max(0, pdfium_c.FPDFFormObj_CountObjects(item)))
            )
            yield from _objects(inside, _times(_matrix(item), to_page), budget, depth + 1)


def _placed(unit: Matrix, to_page: Matrix) -> Box:
    """The box of the unit square, which is what an image is drawn into (ISO 32000-1 §8.9.5)."""
    return _bounds(_apply(_times(unit, to_page), [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]))


def _path(item: Any, to_page: Matrix, budget: _Budget) -> Iterator[Mark]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    if not fill.value and not stroke.value:
        return
    white = not stroke.value and _is_white(item)
    if white and (_is_clear(item) or pdfium_c.FPDFPath_CountSegments(item) > _FEW_SEGMENTS):
        return  # a background, or the mask under a picture
    matrix = _times(_matrix(item), to_page)
    subpaths = [(_apply(matrix, points), bent) for points, bent in _subpaths(item, budget)]
    if white:
        yield from (Mark(WHITE, box) for p, bent in subpaths if _shape(p, bent, box := _bounds(p)) == "rect")
        return
    if not stroke.value and fill.value == _EVEN_ODD and (border := _border(subpaths)):
        yield from border
        return
    for placed, bent in subpaths:
        box = _bounds(placed)
        kind = _shape(placed, bent, box)
        if not kind and stroke.value and (radius := _dot(item, matrix)) > 0.0:
            kind, box = "curve", (box[0] - radius, box[1] - radius, box[2] + radius, box[3] + radius)
        if kind:
            yield Mark(kind, box, shade=_shade(item) if fill.value and kind == "rect" else 0.0)


def _border(subpaths: Sequence[tuple[Points, bool]]) -> list[Mark]:
    """What lies between a rectangle and a smaller one in it, where that is some of its sides only: lines.

    So a web page that is printed draws the border of a box that has it above or below alone.
    """
    boxes = [_bounds(points) for points, _ in subpaths]
    if len(boxes) != 2 or any(_shape(points, bent, _bounds(points)) != "rect" for points, bent in subpaths):
        return []
    outer, inner = sorted(boxes, key=lambda b: (b[0] - b[2]) * (b[3] - b[1]))
    thick = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]]
    if min(thick) < -_STRAIGHT or max(thick) > _RULE or not 0 < sum(t > 0.05 for t in thick) < 4:
        return []
    left, top, right, bottom = outer
    sides = [(left, top, inner[0], bottom), (left, top, right, inner[1])]
    sides += [(inner[2], top, right, bottom), (left, inner[3], right, bottom)]
    return [Mark("line", side) for side, t in zip(sides, thick, strict=True) if t > 0.05]


def _subpaths(item: Any, budget: _Budget) -> Iterator[tuple[Points, bool]]:
    """(points, has Bézier curves) of each subpath."""
    x, y = ctypes.c_float(), ctypes.c_float()
    by_x, by_y = ctypes.byref(x), ctypes.byref(y)
    points: Points = []
    bent = False
    for index in range(max(0, pdfium_c.FPDFPath_CountSegments(item))):
        budget.segments -= 1
        if budget.segments < 0:
            break
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if not pdfium_c.FPDFPathSegment_GetPoint(segment, by_x, by_y):
            continue
        if kind == _MOVE_TO:
            if len(points) > 1:
                yield points, bent
            points, bent = [], False
        bent = bent or kind == _BEZIER_TO
        points.append((x.value, y.value))
    if len(points) > 1:
        yield points, bent


def _shape(points: Points, bent: bool, box: Box) -> str:
    """line | rect | curve, or "" for a speck of nothing."""
    width, height = box[2] - box[0], box[3] - box[1]
    if width < 0.1 and height < 0.1:
        return ""
    if not bent and min(width, height) <= (_STRAIGHT if len(points) == 2 else _RULE):
        return "line" if max(width, height) > _RULE else "curve"
    corners = all(
        min(abs(px - box[0]), abs(px - box[2])) <= _STRAIGHT and min(abs(py - box[1]), abs(py - box[3])) <= _STRAIGHT
        for px, py in points
    )
    if bent:
        return "rect" if len(points) >= _ROUNDED and _has_round_corners(points, box) else "curve"
    return "rect" if len(points) >= 4 and corners else "curve"


def _dot(item: Any, matrix: Matrix) -> float:
    """Points from the middle of the dot that a line without length draws, by its round or square ends, or 0.

    Source: ISO 32000-1 §8.4.3.3, §8.5.3.2. So some libraries draw the dot of a chosen radio button.
    """
    if pdfium_c.FPDFPageObj_GetLineCap(item) not in (1, 2):  # FPDF_LINECAP_ROUND, FPDF_LINECAP_PROJECTING_SQUARE
        return 0.0
    thick = ctypes.c_float()
    if not pdfium_c.FPDFPageObj_GetStrokeWidth(item, ctypes.byref(thick)):
        return 0.0
    a, b, c, d, _, _ = matrix
    return float(thick.value / 2 * abs(a * d - b * c) ** 0.5)


def _has_round_corners(points: Points, box: Box) -> bool:
    """Whether a path runs along the sides of its box and bends at the corners only. A circle bends all the way.

    Some programs draw a corner as two arcs that meet inside of it.
    """
    left, bottom, right, top = box
    short, long = sorted((right - left, top - bottom))
    most = short * (0.52 if long >= 2.5 * short else 0.35)
    for x, y in points:
        aside, above = min(x - left, right - x), min(y - bottom, top - y)
        inside = min(aside, above) > _STRAIGHT and aside + above > most
        if inside or max(aside, above) > most:
            return False
    return True


def _is_white(item: Any) -> bool:
    color = _color(item)
    return color is not None and (color[3] == 0 or min(color[:3]) >= 250)


def _is_clear(item: Any) -> bool:
    return (color := _color(item)) is not None and color[3] == 0


def _shade(item: Any) -> float:
    """How much darker than paper a path is filled, 0 for white or clear, 1 for black (weights of ITU-R BT.601)."""
    red, green, blue, alpha = _color(item) or (255, 255, 255, 0)
    return round((1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255) * alpha / 255, 3)


def _color(item: Any) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity of a path's filling, 0 to 255 each."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium_c.FPDFPageObj_GetFillColor(
        item, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
    )
    return (red.value, green.value, blue.value, alpha.value) if known else None


def _matrix(item: Any) -> Matrix:
    m = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, ctypes.byref(m)):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """`first` followed by `then` (row vectors, ISO 32000-1 §8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _apply(matrix: Matrix, points: Points) -> Points:
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _bounds(points: Points) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _join_curves(marks: list[Mark]) -> list[Mark]:
    """A signature pad leaves hundreds of strokes: neighbours in drawing order that touch become one curve."""
    if sum(mark.kind == "curve" for mark in marks) <= _MANY_CURVES:
        return marks
    out: list[Mark] = []
    for mark in marks:
        last = out[-1] if out else None
        if last and mark.kind == last.kind == "curve" and _touch(last.box, mark.box):
            a, b = last.box, mark.box
            out[-1] = Mark("curve", (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))
        else:
            out.append(mark)
    return out


def _touch(a: Box, b: Box, slack: float = 3.0) -> bool:
    return a[0] - slack <= b[2] and b[0] - slack <= a[2] and a[1] - slack <= b[3] and b[1] - slack <= a[3]
