"""Words of a PDF page with their boxes, from PDFium's text page.

Word by word instead of character by character: a word costs two calls, so a dense page takes some 2 ms. Values of form
fields are not page text (they live in widget appearances), so nothing here is counted twice.
"""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Callable, Sequence
from math import floor
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Box, Word
from soppa_mailbot.reading.pdf_clips import as_shown, is_line
from soppa_mailbot.reading.pdf_frame import Frame, frame_of
from soppa_mailbot.reading.pdf_symbols import as_drawn, glued

# A value typed over a rule of underscores or a leader of dots comes glued to it ("July_1"), and a box glyph to its
# label ("☐Yes"): each becomes a word of its own. U+FFFE is how PDFium marks a hyphen at a line's end.
_BOX_GLYPHS = (
    "\u25a0-\u25a3\u25cb\u25cf\u25fb-\u25fe\u2610-\u2612\u2713-\u2718\u274d-\u2752\uf06f\uf0a7\uf0a8\uf0fc\uf0fd\uf0fe"
)
_WORD = re.compile(
    rf"_{{2,}}|\.{{4,}}|[{_BOX_GLYPHS}]|"
    rf"(?:[^\s\x00-\x1f\ufffe\uffff{_BOX_GLYPHS}_.]++|_(?!_)|\.(?!\.{{3}}))+"
)

_BOX_GLYPH = re.compile(f"[{_BOX_GLYPHS}]")
_TALL = 2.2  # times as high as broad: no box to tick is
_SAMPLE = 60  # characters looked at where a page as a whole is judged
_FEWEST_DOTS, _LEVEL = 6, 1.0  # of a line of dots with spaces between them; points by which they may differ in height
_TELLING = 80  # characters: fewer may all stand in one vertical heading
_INVISIBLE = 3  # text render mode: neither filled nor stroked (ISO 32000-1 table 106): the layer of a scanner's OCR


def words_of(page: Any, frame: Frame, limit: int) -> tuple[Word, ...]:
    """The visible words of a pypdfium2 page in the order of its content; at most `limit` of them."""
    text_page = page.get_textpage()
    try:
        return _words(text_page, frame, limit)
    finally:
        text_page.close()


def turned_words_of(page: Any, limit: int) -> tuple[int, Frame, tuple[Word, ...]]:
    """(degrees by which the page was turned, see `_turn`; its frame then; its words). PDFium's text is made once."""
    text_page = page.get_textpage()
    try:
        turn = _turn(page, text_page)
        if not turn:
            frame = frame_of(page)
            return 0, frame, _words(text_page, frame, limit)
    finally:
        text_page.close()
    page.set_rotation((page.get_rotation() + turn) % 360)  # kept by the document: the raster shows it turned as well
    frame = frame_of(page)
    return turn, frame, words_of(page, frame, limit)


def _turn(page: Any, text_page: Any) -> int:
    """By how many degrees clockwise (0, 90, 180, 270) a shown page must be turned for its text to run level.

    Some programs lay a landscape page sideways on a portrait one without saying so in /Rotate.
    """
    count = pdfium_c.FPDFText_CountChars(text_page)
    if count < _TELLING:
        return 0
    sampled: list[int] = []
    for index in range(0, count, max(1, count // _SAMPLE)):
        if pdfium_c.FPDFText_IsGenerated(text_page, index) != 1:
            angle = math.degrees(pdfium_c.FPDFText_GetCharAngle(text_page, index))
            sampled.append(90 * round(angle / 90) % 360)
    if not sampled:
        return 0
    angle = max(set(sampled), key=sampled.count)
    if sampled.count(angle) < 0.8 * len(sampled):
        return 0
    shown = angle + 90 * int(pdfium_c.FPDFPage_GetRotation(page))  # both are counted clockwise
    return -shown % 360


def invisible_share(page: Any) -> float:
    """Share (0..1) of sampled characters that are drawn invisibly."""
    text_page = page.get_textpage()
    try:
        count = pdfium_c.FPDFText_CountChars(text_page)
        step = max(1, count // _SAMPLE)
        modes = []
        for index in range(0, max(count, 0), step):
            if pdfium_c.FPDFText_IsGenerated(text_page, index) == 1:
                continue
            drawn = pdfium_c.FPDFText_GetTextObject(text_page, index)
            if drawn:
                modes.append(pdfium_c.FPDFTextObj_GetTextRenderMode(drawn))
        return sum(mode == _INVISIBLE for mode in modes) / len(modes) if modes else 0.0
    finally:
        text_page.close()


def _words(text_page: Any, frame: Frame, limit: int) -> tuple[Word, ...]:
    count = pdfium_c.FPDFText_CountChars(text_page)
    if count <= 0:
        return ()
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium_c.FPDFText_GetText(text_page, 0, count, buffer)
    # One code unit stays one character, so that positions in the string are positions in the buffer.
    text = bytes(buffer)[: 2 * max(got - 1, 0)].decode("utf-16-le", "surrogatepass")
    exact = got - 1 == count and len(text) == count
    upright = _upright(text_page, frame)
    width, height = frame.width, frame.height

    found: list[Word] = []
    usual = 0.0  # height of the word before
    for match in _WORD.finditer(text):
        pieces = [match.span()]
        while pieces:
            start, stop = pieces.pop(0)
            first, last = start, stop - 1
            if not exact:
                first = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, first)
                last = pdfium_c.FPDFText_GetCharIndexFromTextIndex(text_page, last)
            box = upright(first, last)
            if box is None:
                continue
            if exact and stop - start > 1 and box[3] - box[1] > 1.5 * usual:
                split = _on_one_line(start, stop, upright)
                if len(split) > 1:
                    pieces = split + pieces
                    continue
            shown = text[start:stop]
            if exact and len(shown) > 1 and glued(shown) and as_drawn(text_page, first, shown[0]) != shown[0]:
                pieces = [(start, start + 1), (start + 1, stop), *pieces]
                continue
            if len(shown) == 1:
                shown = as_drawn(text_page, first, shown)
                if box[3] - box[1] > _TALL * max(box[2] - box[0], 1.0) and _BOX_GLYPH.match(shown):
                    box = _drawn(text_page, first, frame) or box
            usual = box[3] - box[1]
            if box[2] > 0 and box[3] > 0 and box[0] < width and box[1] < height:  # the rest is cropped away
                word = Word(_clean(shown), box)
                seen = as_shown(text_page, first, word, frame) if is_line(shown) else word
                if seen is None:
                    continue
                found.append(seen)
                if len(found) >= limit:
                    return with_spaced_lines(found)
    return with_spaced_lines(found)


def with_spaced_lines(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, single dots or underscores in a row as one line to write on: "Name . . . . . . ."."""
    out: list[Word] = []
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            out += _as_line(run)
            run = []
        if word.text in (".", "_"):
            run.append(word)
        else:
            out.append(word)
    return (*out, *_as_line(run))


def _goes_on(last: Word, word: Word) -> bool:
    high = last.box[3] - last.box[1]
    level = abs(last.box[3] - word.box[3]) < _LEVEL
    return word.text == last.text and level and 0 <= word.box[0] - last.box[2] < high


def _as_line(run: Sequence[Word]) -> Sequence[Word]:
    if len(run) < _FEWEST_DOTS:
        return run
    boxes = [w.box for w in run]
    whole = (boxes[0][0], min(b[1] for b in boxes), boxes[-1][2], max(b[3] for b in boxes))
    return [Word(run[0].text * len(run), whole)]


def _drawn(text_page: Any, index: int, frame: Frame) -> Box | None:
    """The box of a character's own ink: fonts for symbols may say that their lines are four times as high."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    by_ref = (ctypes.byref(n) for n in (left, right, bottom, top))
    if not pdfium_c.FPDFText_GetCharBox(text_page, index, *by_ref) or top.value <= bottom.value:
        return None
    return frame.box(left.value, bottom.value, right.value, top.value)


def _on_one_line(start: int, stop: int, box_of: Callable[[int, int], Box | None]) -> list[tuple[int, int]]:
    """The stretches of a word that stand on one line: where a form was flattened, PDFium may run the end of one value
    and the start of the next, on another line, together ("555-0166jo@acme.example")."""
    whole = box_of(start, stop - 1)
    first = box_of(start, start)
    if whole is None or first is None or whole[3] - whole[1] < 1.6 * (first[3] - first[1]):
        return [(start, stop)]
    out = []
    begin, line = start, first
    for index in range(start + 1, stop):
        box = box_of(index, index)
        if box is not None and (box[1] > line[3] or box[3] < line[1]):
            out.append((begin, index))
            begin, line = index, box
    return [*out, (begin, stop)]


def _upright(text_page: Any, frame: Frame) -> Callable[[int, int], Box | None]:
    """A function from the first and last character of a word to its box on the page.

    It runs for every word: a page that is not turned and a font with metrics, the common case, need no further calls.
    """
    rects = (pdfium_c.FS_RECTF * 2)()
    first_rect, last_rect = (ctypes.pointer(rect) for rect in rects)
    numbers = struct.Struct("8f").unpack_from  # left, top, right, bottom of both
    loose_box, box_of, raw = pdfium_c.FPDFText_GetLooseCharBox, _boxes(text_page), text_page.raw
    left, top, turned = frame.left, frame.top, bool(frame.rotation)

    def hundredths(x0: float, y0: float, x1: float, y1: float) -> Box:
        # a fifth of the time of round(…, 2), which goes by way of decimal digits
        return (
            floor((x0 - left) * 100 + 0.5) / 100,
            floor((top - y1) * 100 + 0.5) / 100,
            floor((x1 - left) * 100 + 0.5) / 100,
            floor((top - y0) * 100 + 0.5) / 100,
        )

    def upright(first: int, last: int) -> Box | None:
        if turned:
            user = box_of(first, last)
            return None if user is None else frame.box(*user)
        if loose_box(raw, first, first_rect) and loose_box(raw, last, last_rect):
            x0, y1, x1, y0, left1, top1, right1, bottom1 = numbers(rects)
            if y1 > y0 and x1 >= x0 and top1 > bottom1 and right1 >= left1:
                return hundredths(min(x0, left1), min(y0, bottom1), max(x1, right1), max(y1, top1))
        user = box_of(first, last)
        if user is None:
            return None
        return hundredths(*user)

    return upright


def _boxes(text_page: Any) -> Any:
    """A function from the first and last character of a word to its box in user space, or None where it has none."""
    rect = pdfium_c.FS_RECTF()
    by_rect = ctypes.byref(rect)
    tight = [ctypes.c_double() for _ in range(4)]
    by_tight = [ctypes.byref(number) for number in tight]
    loose_box, char_box = pdfium_c.FPDFText_GetLooseCharBox, pdfium_c.FPDFText_GetCharBox

    def one(index: int) -> Box | None:
        # Loose boxes (font ascent and descent) are alike for "_", "a" and "l" of one line; fonts without metrics
        # (Type 3 mostly) have none, there the glyph's own box must do.
        if loose_box(text_page, index, by_rect) and rect.top > rect.bottom and rect.right >= rect.left:
            return rect.left, rect.bottom, rect.right, rect.top
        if char_box(text_page, index, *by_tight):
            left, right, bottom, top = (number.value for number in tight)
            if right > left or top > bottom:
                return left, bottom, right, top
        return None

    def both(first: int, last: int) -> Box | None:
        a = one(first)
        if first == last or a is None:
            return a
        b = one(last)
        if b is None:
            return a
        return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])

    return both


def _clean(text: str) -> str:
    """Without soft hyphens and lone surrogates (which no JSON can carry)."""
    if text.isascii():
        return text
    return text.replace("\u00ad", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
