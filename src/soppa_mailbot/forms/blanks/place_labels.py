"""What a place of a page is called: words before, over, under or behind it, or those of its table's cells."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.wrapped_labels import begins_at, whole
from soppa_mailbot.forms.common.geometry import beside, center, common, gap, height, holds, same_column, same_row, width
from soppa_mailbot.forms.common.labels import behind_row, last_sentence, tidy, with_follow_up, without_number
from soppa_mailbot.forms.common.lines import Piece, spaced
from soppa_mailbot.forms.common.signer import is_signers_caption
from soppa_mailbot.forms.naming.party import (
    heading_party,
    is_answers_head,
    is_districts_name_alone,
    is_office,
    is_signature_heading,
    sides,
)
from soppa_mailbot.forms.naming.roles import SIGNATURE
from soppa_mailbot.forms.pages.columns import apart, ruled_apart
from soppa_mailbot.forms.pages.layout import Layout, prompts
from soppa_mailbot.forms.pages.stack_captions import has_print_below
from soppa_mailbot.forms.word.spaces_below import asks
from soppa_mailbot.model import Box

_HEAD_WORDS = 8  # of a heading over lines to sign on
_LEFT_REACH = 400.0  # points from a place to a label before it
_FAR = 100.0  # points from a place to words before it that are hardly its label, where others stand over it
_ABOVE_REACH = 15.0  # points from a place to a label over it
_WELL_OVER = 48.0  # points from a line to a question, or what asks for a signature, over it
_MARGIN = 12.0  # points from a cell's left edge within which a line begins its row
_HANGING = 40.0  # points by which the further lines of a numbered item are indented, at most
_CLOSE = 4.0  # points from a line to small print under it
_LINES_BESIDE = 2  # of a label below its first
_ROWS_APART = 8.0  # points between the boxes of a grid's rows
_CAPTIONED = 4  # heights of a frame that a cell has for it and its caption, at most
_FRAME = 4.0  # points by which a box's frame may be larger than it
_NEARER = 0.6  # of the way from words over a line down to it
_BELOW_REACH = 13.0  # points from a line to a caption under it
_ANSWERS = frozenset(("yes", "no", "n/a", "not applicable"))
_BEHIND = 14.0  # points from a place to words behind it
_NEXT_COLUMN = 25.0  # points from an option to a line that is not for it
_NARROW = 70.0  # points of a place for initials
_REMARK = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*\)")
_CONTINUES = re.compile(r"[,;.]|[a-z]|\((?:the |hereinafter |hereafter )?[“\"]")
# A line that ends with such a word goes on in the next one.
_HANGS = re.compile(
    r"\b(?:of|at|by|as|in|on|to|with|is|are|was|be|from|the|an?|for|and|or|through|under|until|before|than|within|about|"
    r"known|named|called|day of)$",
    re.I,
)


def cell_label(layout: Layout, index: int) -> str:
    """What an empty cell asks for: the text left of it, with the head of its column where it has one."""
    if over := _over_frame(layout, index):
        return over
    row = [i for i in layout.neighbours_left(index) if layout.cell_text(i)]
    # "Name | [ ] Yes [ ] No | Purpose": the row's name, where it has one, not the boxes beside the cell
    left = next(
        (layout.cell_text(i) for i in row if not _is_ticked(layout, i)), layout.cell_text(row[0]) if row else ""
    )
    if len(row) > 1 and _of_other_party(layout, index, row[0]):
        left = layout.cell_text(row[-1])  # "Address | the District's | the Operator's"
    above = layout.head_text(index)
    if left and _says_who(layout, index, above):
        return left
    if left and above:
        return f"{left} {behind_row(above)}"
    return left or above


def _of_other_party(layout: Layout, index: int, before: int) -> bool:
    """Whether the words before a cell are the other party's answer, by the heads of both columns."""
    tops = [layout.index.at(center(layout.top_of(i))) for i in (before, index)]
    said = [layout.cell_text(t).strip(" :") if t is not None and t not in (before, index) else "" for t in tops]
    return all(said) and bool(sides(said))


def _is_ticked(layout: Layout, cell: int) -> bool:
    return any(holds(layout.cells[cell], center(b)) for b in layout.boxes_to_tick)


def _says_who(layout: Layout, index: int, above: str) -> bool:
    """Whether a column's head says no more than who writes under it: "Vendor response", or "Operator | District"."""
    if is_answers_head(above):
        return True
    head = layout.header_of(index)
    if not above or head is None:
        return False
    row = [layout.cell_text(i) for i, c in enumerate(layout.cells) if same_row(c, layout.cells[head])]
    said = sides([t.strip(" :") for t in row if t.strip()])
    return bool(said) and all(said)


def label_near(layout: Layout, box: Box, others: Sequence[Box] = (), captions: set[str] | None = None) -> str:
    """The label of a place that stands in no cell by itself: before it, over it, or under its line.

    `captions` holds the texts under lines that were labels already, as "x,y"; such a text labels no line below it too.
    """
    index = layout.index.at(center(box))
    if index is not None and width(layout.cells[index]) < 0.98 * layout.page.width:
        own = layout.cell_words.get(index)
        if own and not prompts(layout.cell_text(index)):
            inside = _inside(layout, box, index, others)
            if inside:
                return inside
        if not own and _is_framed(layout.cells[index], box) and (said := _over_frame(layout, index, others)):
            return said
        label = cell_label(layout, index)
        if label:
            return label
    used = captions if captions is not None else set()
    over, under = _over(layout, box), _under(layout, box)
    if near := _in_sentence(layout, box, others):
        caption = _explains(near, under, box, others)
        if caption is not None:
            used.add(_mark(caption))
            return f"{near} {caption.text}"
        return near
    if asked := _asked_behind_boxes(layout, box, others):
        return asked
    framed = index is not None and _is_framed(layout.cells[index], box)
    if framed and over is None and (upper := _right_over(box, others)) is not None:
        return label_near(layout, upper, others, captions)  # a further row under the heads of columns
    headed = over is not None and under is not None and _heads_signers(over.text, under.text)
    named = under is not None and not _of_place_below(under, box, others)
    headed = headed or (named and over is not None and heading_party(over.text) in ("district", "operator"))
    signed = under is not None and (is_signers_caption(under.text) or is_office(under.text))
    headed = headed or (signed and over is not None and is_districts_name_alone(over.text))
    # under a line the small print is its own; a box with a frame may as well have it over itself, as those over it do
    over_boxes = framed and _named_over(layout, box, others)
    room = box[1] if over_boxes else box[3]
    if over is not None and _has_boxes(layout, over):
        under = _asks_under(layout, box, others) or under
        captioned = under is not None and _is_close(under, box)
    else:
        captioned = under is not None and over is not None and _is_caption(under, over, box, room)
        if over is not None and under is not None and not over_boxes:
            captioned = captioned or _of_line_over(over, under, box, others)
        captioned = captioned or (framed and under is not None and has_print_below(layout, box, others))
    if over is not None and _mark(over) not in used and not (headed or captioned):
        text = whole(layout, over)
        return last_sentence(text) if text.endswith(":") else text
    if under is not None:
        used.add(_mark(under))
    return _bare(under.text) if under is not None else ""


def _over_frame(layout: Layout, index: int, others: Sequence[Box] = ()) -> str:
    """What a cell says over the only frame in it: nothing of a neighbour's cell belongs to that."""
    cell, around = layout.cells[index], layout.index.frames[index]
    if not around or height(layout.cells[around[-1]]) > _CAPTIONED * height(cell):
        return ""
    outer = layout.cells[around[-1]]
    if any(around[-1] in inside for n, inside in enumerate(layout.index.frames) if n != index):
        return ""  # it holds other cells too
    if any(o != cell and holds(outer, center(o)) and not holds(cell, center(o)) for o in others):
        return ""
    own = layout.cell_words.get(around[-1], [])
    return _inside(layout, cell, around[-1], others) if own and all(w.box[3] <= cell[1] + 3 for w in own) else ""


def _is_framed(cell: Box, box: Box) -> bool:
    """Whether a place fills a drawn box from top to bottom, or one of the small boxes for a character each."""
    return abs(cell[1] - box[1]) <= _FRAME and abs(cell[3] - box[3]) <= _FRAME


def _named_over(layout: Layout, box: Box, others: Sequence[Box]) -> bool:
    """Whether the topmost of boxes under each other, with small print between them, has its name over itself."""
    written = [o for o in others if o not in layout.boxes_to_tick]
    top = box
    for _ in written:
        over = _over(layout, top)
        if over is None or heading_party(over.text) or is_signature_heading(over.text):
            return False
        said = over.box
        named = (o for o in written if gap(o, said)[0] == 0 and -4 <= said[1] - o[3] < _BELOW_REACH)
        upper = next(named, None)
        if upper is None:
            break
        top = upper
    return True


def _right_over(box: Box, others: Sequence[Box]) -> Box | None:
    """The place of the row above, in a grid of places."""
    return next((o for o in others if same_column(o, box) and 0 <= box[1] - o[3] < _ROWS_APART), None)


def _asked_behind_boxes(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    """What the line above asks behind its boxes: "[ ] is  [ ] is not shared. Third parties, if any: / ____"."""
    above = [p for p in layout.pieces if 0 < center(box)[1] - center(p.box)[1] < 1.9 * max(height(p.box), 9.0)]
    if not above:
        return ""
    row = [p for p in above if same_row(p.box, max(above, key=lambda p: center(p.box)[1]).box)]
    last = max(row, key=lambda p: p.box[2])
    begins = box[0] < min(p.box[0] for p in row) + _MARGIN
    boxed = any(same_row(t, last.box) and t[0] < last.box[0] + 1 for t in layout.boxes_to_tick)
    text = last_sentence(last.text)
    option = last.box[0] > box[0] + _MARGIN and not any(same_row(o, last.box) for o in others if o[0] > last.box[2] - 2)
    asked = text != last.text or option  # "[ ] NIST CSF  [ ] Other: / ____"
    return text if begins and boxed and text.endswith(":") and len(row) > 1 and asked else ""


def _heads_signers(over: str, under: str) -> bool:
    """Whether capitals over a line are whose lines follow, and the line's own name is the small print under it."""
    capitals = over.isupper() and len(over.split()) <= _HEAD_WORDS and not over.rstrip().endswith((":", "?"))
    return capitals and is_signers_caption(under)


def _bare(caption: str) -> str:
    """A caption without the brackets around it."""
    return caption.strip("()") if _REMARK.fullmatch(caption) else caption


def _in_sentence(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    """The words before a place, at the end of the line above, or behind it: a sentence's, or a label beside it."""
    if before := _before(layout, box, others):
        return before.lstrip(".,; ") or before
    return _line_before(layout, box, others) or _goes_on(layout, box, others)


def _explains(near: str, under: Piece | None, box: Box, others: Sequence[Box]) -> Piece | None:
    """The small print under a sentence's blank that says what is meant: "through ____ / (name of the reseller)"."""
    if under is None or near.rstrip().endswith((":", "?")) or not _REMARK.fullmatch(under.text):
        return None
    if any(same_row(o, under.box) and 0 <= under.box[0] - o[2] < _BEHIND for o in others):
        return None  # behind a blank of its own line: "____ (the “Software”)"
    return under if box[0] - 2 <= under.box[0] and under.box[2] <= box[2] + 2 else None


def in_lines(layout: Layout, piece: Piece, box: Box) -> str:
    """A label beside a place with its other lines: "Schools or departments that will use / the product, if known".

    They all end before the place; the lines of a sentence with blanks do not.
    """
    high = height(piece.box)
    column = [p for p in layout.pieces if begins_at(p, piece.box[0]) and p.box[2] <= box[0] + 6]
    first, text = piece, piece.text
    for _ in range(_LINES_BESIDE):
        over = [p for p in column if -0.3 * high < first.box[1] - p.box[3] < 0.5 * high]
        if len(over) != 1 or not _continues(first.text) or over[0].text.endswith((":", "?", ".")):
            break
        if any(same_row(b, over[0].box) for b in (*layout.underscores, *layout.written_on) if b != box):
            break  # a line of a sentence, with a blank of its own
        first, text = over[0], f"{over[0].text} {text}"
    last = piece
    for _ in range(_LINES_BESIDE):
        below = [p for p in column if -0.3 * high < p.box[1] - last.box[3] < 0.5 * high]
        inside = [p for p in below if box[1] - 4 <= center(p.box)[1] <= box[3] + 4]
        if len(inside) != 1 or not _continues(inside[0].text):
            break
        last, text = inside[0], f"{text} {inside[0].text}"
    return text


def _continues(text: str) -> bool:
    """Whether a line goes on with the one before it: small letters or a bracket, and no "b) Telephone"."""
    return (text[:1].islower() or text.startswith("(")) and not without_number(text)[0]


def _is_caption(under: Piece, over: Piece, box: Box, room: float) -> bool:
    """Whether the text under a line names it, and the text over it is something else: "(name of affiant)".

    `room`: from where on up the text over it is looked for, the line itself or the top of a box.
    """
    if over.text.rstrip().endswith((":", "?")):
        return False
    if is_signature_heading(over.text):
        return True
    bracketed = under.text.startswith("(") and under.text.endswith(")")
    small = _is_close(under, box) and room - over.box[3] > under.box[1] - box[3] + _CLOSE
    return bracketed or small


def _of_line_over(over: Piece, under: Piece, box: Box, others: Sequence[Box]) -> bool:
    """Whether the words over a line stand nearer to the line over them, and this one's nearer to it than those do."""
    far = box[1] - over.box[3]
    above = any(gap(o, over.box)[0] == 0 and -_CLOSE <= over.box[1] - o[3] < _NEARER * far for o in others if o != box)
    return above and under.box[1] - box[3] < _NEARER * far and not over.text.rstrip().endswith((":", "?"))


def _of_place_below(under: Piece, box: Box, others: Sequence[Box]) -> bool:
    """Whether words under a place stand nearer to the one under them: "Company" over its box, "Phone" over the next."""
    far = under.box[1] - box[3]
    return any(gap(o, under.box)[0] == 0 and -_CLOSE <= o[1] - under.box[3] < far for o in others if o != box)


def _is_close(under: Piece, box: Box) -> bool:
    return under.box[1] - box[3] <= _CLOSE


def _asks_under(layout: Layout, box: Box, others: Sequence[Box]) -> Piece | None:
    """The question right under a line, nearer to it than to the next: "If so: what does it do with student data?"."""
    for piece in layout.pieces:
        near = -4 <= piece.box[1] - box[3] <= _CLOSE and abs(piece.box[0] - box[0]) <= _CLOSE
        next_one = any(o != box and gap(o, piece.box)[0] == 0 and -4 <= o[1] - piece.box[3] <= _CLOSE for o in others)
        if near and not next_one and piece.text.endswith("?"):
            return piece
    return None


def _has_boxes(layout: Layout, asked: Piece) -> bool:
    """Whether a question is answered in its own line: "Does it use artificial intelligence?   ( ) Yes  ( ) No"."""
    return asked.text.endswith("?") and any(
        same_row(b, asked.box) and b[0] > asked.box[2] for b in layout.boxes_to_tick
    )


def _mark(piece: Piece) -> str:
    return f"{piece.box[0]:.0f},{piece.box[1]:.0f}"


def _line_before(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    """The last words of the line above, for a blank that begins a line in mid-sentence: "or by telephone at / ____".

    Not where that line is an item like this one: "____ student accounts / ____ staff accounts".
    """
    texts = [p for p in layout.pieces if not _REMARK.fullmatch(p.text)]  # what stands under the line above is its own
    texts = [p for p in texts if not ruled_apart(layout.gutters, p.box, box)]
    left = min((p.box[0] for p in texts), default=0.0)
    above = [p for p in texts if 0 < center(box)[1] - center(p.box)[1] < 1.9 * max(height(p.box), 9.0)]
    if not above:
        return ""
    nearest = max(above, key=lambda p: center(p.box)[1])
    if box[0] > left + 12 and not _hangs_under(box, [p for p in texts if same_row(p.box, nearest.box)], texts):
        return ""
    last = max((p for p in above if same_row(p.box, nearest.box)), key=lambda p: p.box[2])
    text = last.text.lstrip(".,; ")
    listed = last.text[:1] in ",;" and any(same_row(o, last.box) and -2 <= last.box[0] - o[2] < _BEHIND for o in others)
    if not text[-1:].isalpha() or (len(text.split()) < 2 and not listed):  # "____, telephone ____, e-mail / ____"
        return ""
    hangs = _HANGS.search(text) is not None
    item = not listed and any(
        abs(o[0] - box[0]) < 3 and same_row(o, last.box) and -2 <= last.box[0] - o[2] < _BEHIND for o in others
    )
    if item and not hangs:
        return ""
    if last.box[0] > box[2]:
        return text if last.text[:1].islower() or last.text[:1] in "(.,;" else ""
    runs_on = any(same_row(p.box, box) and -2 <= p.box[0] - box[2] < 10 and _CONTINUES.match(p.text) for p in texts)
    return last_sentence(text) if last.box[2] > box[2] and runs_on and hangs else ""


def _hangs_under(box: Box, above: Sequence[Piece], texts: Sequence[Piece]) -> bool:
    """Whether a blank begins the second line of a numbered item, where its words begin: "3. The telephone number is
    ____ and the electronic mail address is / ____"."""
    first = min(above, key=lambda p: p.box[0])
    before = any(same_row(p.box, box) and p.box[2] <= box[0] + 3 for p in texts)
    return not before and 0 < box[0] - first.box[0] < _HANGING and bool(without_number(first.text)[0])


def _goes_on(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    """The words right behind a place that begins a line: "____ organized under the laws of", "[    ] days of notice".

    Or the number and title of the paragraph that it stands before, for initials.
    """
    after = [p for p in layout.pieces if same_row(p.box, box) and -2 <= p.box[0] - box[2] < _BEHIND]
    if not after:
        return ""
    behind = min(after, key=lambda p: p.box[0])
    words = len(behind.text.split())
    if behind.text[:1].islower():
        drawn = any(same_row(c, box) and abs(c[2] - box[2]) < 4 for c in layout.cells)
        return behind.text if words >= (2 if drawn else 3) else ""
    answered = any(o != box and beside(behind.box, o) and 0 <= o[0] - behind.box[2] < _LEFT_REACH for o in others)
    number, title = without_number(behind.text)
    if width(box) > _NARROW or words < 2 or answered or not number:
        return ""
    first = re.match(r"[^.:;]{2,50}(?=[.:;]\s)", title)
    return f"{number}. {first[0]}" if first else behind.text


def _inside(layout: Layout, box: Box, index: int, others: Sequence[Box]) -> str:
    cell = layout.cells[index]
    found = [p for p in layout.pieces if common(p.box, cell) > 0.6 * width(p.box) * height(p.box)]
    before = [p for p in found if same_row(p.box, box) and p.box[2] <= box[0] + 6 and not _between(p.box, box, others)]
    if before:
        piece = max(before, key=lambda p: p.box[2])
        return _own_question(piece) if _is_option(layout, piece) else piece.text
    if wrapped := _wrapped_in_cell(found, box):
        return wrapped
    over = [p for p in found if p.box[3] <= box[1] + 0.5 * height(box) and gap(p.box, box)[0] == 0]
    return whole(layout, max(over, key=lambda p: p.box[3])) if over else ""


def _wrapped_in_cell(found: Sequence[Piece], box: Box) -> str:
    """The last words over a line that begins a cell's last row, where they wait for it: "[ ] Own [ ] Other: / ____"."""
    above = [p for p in found if p.box[3] <= box[1] + 0.5 * height(box)]
    nearest = max(above, key=lambda p: p.box[3], default=None)
    if nearest is None or box[0] > min(p.box[0] for p in found) + _MARGIN:
        return ""
    last = max((p for p in above if same_row(p.box, nearest.box)), key=lambda p: p.box[2])
    return last.text if last.text.endswith(":") and last.box[0] > box[0] + _MARGIN else ""


def _before(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    found = [
        p
        for p in layout.pieces
        if beside(p.box, box)
        and p.box[2] <= box[0] + 6
        and box[0] - p.box[2] < _LEFT_REACH
        and not ruled_apart(layout.gutters, p.box, box)
        and not (apart(layout.gutters, p.box, box) and _stands_over(layout, p.box, others))
    ]
    for piece in sorted(found, key=lambda p: -p.box[2]):
        if _between(piece.box, box, others):
            return ""
        if box[0] - piece.box[2] > _FAR and not piece.text.endswith((":", "?")) and _flush_over(layout, box):
            return ""
        if behind_box := _behind_last_box(layout, piece, box):
            return behind_box
        behind = _is_option(layout, piece)
        if behind and box[0] - piece.box[2] > _NEXT_COLUMN and _heads(layout, box):
            return ""
        if behind:
            return _asked_in_row(layout, piece) or _own_question(piece)
        return in_lines(layout, piece, box)
    return ""


def _asked_in_row(layout: Layout, option: Piece) -> str:
    """The question of a row whose last answer stands before a place: "2.1 Works offline  [ ] Yes  [ ] No  ______"."""
    if option.text.strip(" .:").casefold() not in _ANSWERS:
        return ""
    boxes = [t for t in layout.boxes_to_tick if beside(option.box, t) and t[2] <= option.box[0] + 2]
    first = min(boxes, default=option.box)
    asked = [p for p in layout.pieces if beside(p.box, first) and p.box[2] <= first[0] + 2]
    return in_lines(layout, max(asked, key=lambda p: p.box[2]), first) if len(boxes) > 1 and asked else ""


def _is_option(layout: Layout, piece: Piece) -> bool:
    """Whether words stand behind a box."""
    return any(beside(piece.box, t) and -2 <= piece.box[0] - t[2] < 18 for t in layout.boxes_to_tick)


def _own_question(option: Piece) -> str:
    """What stands behind a box, without its own words where it asks for more: "No. If yes, why?"."""
    return with_follow_up(spaced(option.words))[1] or option.text


def _behind_last_box(layout: Layout, piece: Piece, place: Box) -> str:
    """The words of a line behind the last box in it: "[ ] ISO 27001 [ ] another framework: ____"; "" without one."""
    inside = [
        b
        for b in layout.boxes_to_tick
        if beside(piece.box, b) and piece.box[0] < b[0] and b[2] < min(piece.box[2], place[0])
    ]
    edge = max((b[2] for b in inside), default=0.0)
    behind = spaced([w for w in piece.words if w.box[0] >= edge - 1]) if inside else ""
    return with_follow_up(behind)[1] or tidy(behind)


def _heads(layout: Layout, box: Box) -> bool:
    """Whether words begin over a place's left end: its label, where options of another question stand before it."""
    return any(
        abs(p.box[0] - box[0]) < _CLOSE and -4 <= box[1] - p.box[3] < _ABOVE_REACH
        for p in layout.pieces
        if p.box[3] <= box[1] + 4
    )


def _flush_over(layout: Layout, box: Box) -> bool:
    """Whether words right over a place end where it does: a label, set flush right in the corner of a page."""
    over = [p.box for p in layout.pieces if -4 <= box[1] - p.box[3] < _ABOVE_REACH]
    return any(_ends_with(p, box) and center(p)[1] < box[1] for p in over)


def _ends_with(label: Box, place: Box) -> bool:
    """Whether words end where a place ends, and are not much broader: a line of text is."""
    return abs(label[2] - place[2]) < _CLOSE and label[0] > place[0] - width(place)


def _stands_over(layout: Layout, label: Box, places: Sequence[Box]) -> bool:
    """Whether words are the label of a place right under them, that nothing stands before."""
    under = [o for o in places if gap(label, o)[0] == 0 and -4 <= o[1] - label[3] < _ABOVE_REACH]
    return any(not any(beside(p.box, o) and 0 <= o[0] - p.box[2] < _LEFT_REACH for p in layout.pieces) for o in under)


def _between(label: Box, place: Box, others: Sequence[Box]) -> bool:
    return any(o != place and beside(label, o) and label[2] - 3 <= o[0] and o[2] <= place[0] + 3 for o in others)


def _over(layout: Layout, box: Box) -> Piece | None:
    found = [
        p
        for p in layout.pieces
        if p.box[3] <= box[1] + 4
        and box[1] - p.box[3] < _ABOVE_REACH
        and gap(p.box, box)[0] == 0
        and (p.box[0] > box[0] - 25 or _ends_with(p.box, box))
    ]
    nearest = min(found, key=lambda p: (round(box[1] - p.box[3]), abs(p.box[0] - box[0])), default=None)
    if nearest is None:
        return _well_over(layout, box)
    if nearest.text.endswith(":"):
        return nearest
    # of a line that a blank parts, its last words ask: "by about ____ people. Its purpose is as follows:"
    asks = [p for p in found if p.text.endswith(":") and same_row(p.box, nearest.box) and p.box[0] > nearest.box[2]]
    return asks[-1] if asks else nearest


def _well_over(layout: Layout, box: Box) -> Piece | None:
    """The label of a line that begins well over it, with nothing else between: room to sign, or for a long answer."""
    over = [p for p in layout.pieces if gap(p.box, box)[0] == 0 and 0 <= box[1] - p.box[3] < _WELL_OVER]
    nearest = max(over, key=lambda p: p.box[3], default=None)
    if nearest is None or abs(nearest.box[0] - box[0]) > _CLOSE:
        return None
    if not SIGNATURE.search(nearest.text) and not asks(nearest.text):
        return None
    between = (box[0], nearest.box[3] + 1, box[2], box[1] - 1)
    return None if any(common(b, between) > 0 for b in layout.written_on if b != box) else nearest


def _under(layout: Layout, box: Box) -> Piece | None:
    found = [
        p
        for p in layout.pieces
        if p.box[1] >= box[3] - 4
        and p.box[1] - box[3] < _BELOW_REACH
        and gap(p.box, box)[0] == 0
        and len(p.words) <= _words_of_caption(p, box)
        and not p.text.rstrip().endswith((":", "?"))  # that asks for what comes after it
    ]
    nearest = min(found, key=lambda p: (p.box[1], abs(p.box[0] - box[0])), default=None)
    return None if nearest is None or re.match(r"\d{1,2}[.)]\s", nearest.text) else nearest  # the next item


def _words_of_caption(piece: Piece, box: Box) -> int:
    """How many words a caption may have: more where it begins close under the place's left end."""
    if piece.box[1] - box[3] <= _CLOSE + 1 and abs(piece.box[0] - box[0]) <= _CLOSE:
        return 14
    return 10 if SIGNATURE.search(piece.text) else 8
