"""The cover sheet as a PDF of one page (US Letter), in the words of `handoff/words.txt`.

Pure: the same packet gives the same bytes.
"""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from soppa_mailbot.handoff.fonts import marked_up
from soppa_mailbot.handoff.packet import Packet, PacketItem

_WIDTH, _HEIGHT = letter
_MARGIN = 46.0  # points
_ROOM = _WIDTH - 2 * _MARGIN
_ENDLESS = 1e6  # points
_FOOT = 34.0  # points kept for the last line
_INK, _BLUE, _SOFT, _LINE = HexColor("#1f2933"), HexColor("#1d4f91"), HexColor("#55606e"), HexColor("#d5dbe3")
_GREEN, _AMBER = HexColor("#1b6440"), HexColor("#7a4600")
_PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=9.5, leading=12.5, textColor=_INK, splitLongWords=1)
_BOLD = ParagraphStyle("bold", _PLAIN, fontName="Helvetica-Bold")
_SMALL = ParagraphStyle("small", _PLAIN, fontSize=8.2, leading=10.4, textColor=_SOFT)
_TITLE = ParagraphStyle("title", _BOLD, fontSize=20, leading=24)
_VENDOR = ParagraphStyle("vendor", _PLAIN, fontSize=11, leading=14, textColor=_SOFT)
_BRAND = ParagraphStyle("brand", _BOLD, textColor=_BLUE)
_RIGHT = ParagraphStyle("right", _BRAND, alignment=2)
_HEADING = ParagraphStyle("heading", _BOLD, fontSize=11, leading=14, textColor=_BLUE, spaceBefore=11, spaceAfter=2)
_BADGE = ParagraphStyle("badge", _BOLD, fontSize=9, leading=12, textColor=_GREEN, alignment=1)
_CHANGED = ParagraphStyle("changed", _PLAIN, textColor=_AMBER)
_BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def cover_pdf(packet: Packet, say: Any) -> bytes:
    """`say`: the sentences of the hand-off (`Templates.sentences`). What is too much for the page is set smaller."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    canvas.setTitle(f"{say.title(packet)}, {packet.vendor}: cover sheet")
    canvas.setAuthor(packet.district)
    canvas.setSubject(packet.token)
    room = _HEIGHT - 2 * _MARGIN - _FOOT
    body = KeepInFrame(_ROOM, room, _story(packet, say), mode="shrink")
    _, height = body.wrapOn(canvas, _ROOM, room)
    body.drawOn(canvas, _MARGIN, _HEIGHT - _MARGIN - height)
    foot = _text(say.sent_by(packet), _SMALL)
    _, height = foot.wrapOn(canvas, _ROOM, _FOOT)
    canvas.setStrokeColor(_LINE)
    canvas.line(_MARGIN, _MARGIN + height + 5, _WIDTH - _MARGIN, _MARGIN + height + 5)
    foot.drawOn(canvas, _MARGIN, _MARGIN)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def fullness(packet: Packet, say: Any) -> float:
    """What the cover sheet says, as a share of what fits on the page in its own size: 1.3 is a third too much."""
    room = _HEIGHT - 2 * _MARGIN - _FOOT
    canvas = Canvas(io.BytesIO(), pagesize=letter)
    _, height = KeepInFrame(_ROOM, _ENDLESS, _story(packet, say), mode="shrink").wrapOn(canvas, _ROOM, _ENDLESS)
    return float(height / room)


def _text(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked_up(words, bold="Bold" in style.fontName), style)


def _story(packet: Packet, say: Any) -> list[Flowable]:
    return [
        _head(packet, say),
        Spacer(1, 9),
        *_changes(packet, say),
        _facts(packet, say),
        _text(say.items_title(), _HEADING),
        _items(packet, say),
        _text(say.papers_title(), _HEADING),
        *_papers(packet, say),
        _text(say.steps_title(), _HEADING),
        _steps(packet, say),
    ]


def _head(packet: Packet, say: Any) -> Table:
    badge = Table([[_text(say.standing(packet), _BADGE)]], colWidths=[128], hAlign="RIGHT")
    look = [("BOX", (0, 0), (-1, -1), 1, HexColor("#2f8a5b")), ("BACKGROUND", (0, 0), (-1, -1), HexColor("#eef8f2"))]
    badge.setStyle(TableStyle([*look, ("ROUNDEDCORNERS", [8, 8, 8, 8]), ("TOPPADDING", (0, 0), (-1, -1), 2)]))
    left = [_text(say.title(packet), _TITLE), _text(f"{packet.vendor}, {packet.email}", _VENDOR)]
    rows = [[_text(packet.district, _BRAND), _text(say.for_office(packet), _RIGHT)], [left, badge]]
    table = Table(rows, colWidths=[_ROOM - 190, 190], hAlign="LEFT")
    rule = [("LINEBELOW", (0, 1), (-1, 1), 2, _BLUE), ("ALIGN", (1, 1), (1, 1), "RIGHT"), ("SPAN", (0, 0), (0, 0))]
    table.setStyle(
        TableStyle([*_BARE, *rule, ("VALIGN", (1, 1), (1, 1), "BOTTOM"), ("BOTTOMPADDING", (0, 1), (-1, 1), 9)])
    )
    return table


def _changes(packet: Packet, say: Any) -> list[Flowable]:
    if packet.replaces is None:
        return []
    lines = [_text(say.updated(packet), _CHANGED), *(_text("• " + change, _CHANGED) for change in packet.changes)]
    table = Table([[lines]], colWidths=[_ROOM], hAlign="LEFT")
    amber = [
        ("BACKGROUND", (0, 0), (-1, -1), HexColor("#fff6e5")),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor("#c77700")),
    ]
    table.setStyle(TableStyle([*amber, ("LEFTPADDING", (0, 0), (-1, -1), 10)]))
    return [table, Spacer(1, 8)]


def _facts(packet: Packet, say: Any) -> Table:
    def fact(label: str, value: str, more: str = "") -> list[Flowable]:
        told = [_text(label.upper(), _SMALL), _text(value, _BOLD)]
        return [*told, _text(more, _SMALL)] if more else told

    deadline, agreement = fact("Deadline", say.deadline(packet)), fact("Agreement", say.agreement(packet))
    board = fact("Must the Board act?", say.board(packet), packet.board.why)
    if packet.many_schools:
        whole: Any = [_text("SCHOOLS", _SMALL), _text(say.schools(packet), _PLAIN)]
        rows = [[whole, ""], [deadline, agreement], [board, ""]]
        spans = [("SPAN", (0, 0), (-1, 0))]
    else:
        rows = [[fact("Schools", say.schools(packet)), deadline], [board, agreement]]
        spans = []
    table = Table(rows, colWidths=[_ROOM / 2, _ROOM / 2], hAlign="LEFT")
    table.setStyle(TableStyle([*_BARE, ("RIGHTPADDING", (0, 0), (0, -1), 18), *spans]))
    return table


def _items(packet: Packet, say: Any) -> Table:
    rows: list[list[Any]] = [[_text(h, _SMALL) for h in ("Item", "Status", "Where it stands")]]
    rows += [[_text(item.name, _BOLD), _status(item, say), _standing(item, say)] for item in packet.items]
    table = Table(rows, colWidths=[0.3 * _ROOM, 0.24 * _ROOM, 0.46 * _ROOM], hAlign="LEFT")
    lines = [("LINEABOVE", (0, 1), (-1, -1), 0.75, _LINE), ("RIGHTPADDING", (0, 0), (1, -1), 10)]
    table.setStyle(
        TableStyle([*_BARE, *lines, ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 4)])
    )
    return table


def _status(item: PacketItem, say: Any) -> list[Flowable]:
    told = [_text(say.status(item), _PLAIN)]
    return [*told, _text(say.decided(item), _SMALL)] if item.decided else told


def _standing(item: PacketItem, say: Any) -> list[Flowable]:
    value = [_text(item.value, _BOLD)] if item.value else []
    return [*value, *(_text(say.place(place), _SMALL) for place in item.places)] or [_text("", _SMALL)]


def _papers(packet: Packet, say: Any) -> list[Flowable]:
    lines: list[Flowable] = [_text(say.papers(packet), _PLAIN)]
    for paper in packet.papers[: packet.printed_papers]:
        soft = f'<font size="8.2" color="#55606e">{escape(say.kinds(paper))}, {escape(say.size(paper))}</font>'
        style = ParagraphStyle("paper", _PLAIN, leftIndent=10, bulletIndent=0)
        lines.append(Paragraph(f"{marked_up(paper.name)} {soft}", style, bulletText="•"))
    if len(packet.papers) > packet.printed_papers:
        lines.append(_text(say.more_papers(packet, len(packet.papers) - packet.printed_papers), _SMALL))
    return lines


def _steps(packet: Packet, say: Any) -> Table:
    rows = [[_text(say.moment(step), _PLAIN), _text(say.step(step), _PLAIN)] for step in packet.steps]
    table = Table(rows or [["", ""]], colWidths=[120, _ROOM - 120], hAlign="LEFT")
    table.setStyle(TableStyle([*_BARE, ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]))
    return table
