"""Places of a page that is to be printed, or typed over: underscores, rules, empty cells, boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms import cells as grid
from soppa_mailbot.forms.behind_lines import own_label, words_behind
from soppa_mailbot.forms.captions import captioned, lists_labels
from soppa_mailbot.forms.categories import as_above
from soppa_mailbot.forms.columns import apart
from soppa_mailbot.forms.combs import combs, lone_combs
from soppa_mailbot.forms.geometry import (
    center,
    common,
    gap,
    grown,
    height,
    holds,
    same_column,
    same_row,
    union,
    width,
)
from soppa_mailbot.forms.labels import defined_term, last_sentence, remark_behind, tidy, without_number
from soppa_mailbot.forms.layout import Layout, prompts
from soppa_mailbot.forms.left_over import ends_a_column, holds_a_picture
from soppa_mailbot.forms.lines import piece_of, rows
from soppa_mailbot.forms.lines_to_choose import lines_to_choose
from soppa_mailbot.forms.margins import in_foot, in_head
from soppa_mailbot.forms.party_rows import beside_parties
from soppa_mailbot.forms.place_labels import cell_label, in_lines, label_near
from soppa_mailbot.forms.roles import asks_signature
from soppa_mailbot.forms.ruled_options import ruled_options
from soppa_mailbot.forms.shaded_cells import unshaded
from soppa_mailbot.forms.signer import is_signers_caption
from soppa_mailbot.forms.ticks import Tick
from soppa_mailbot.forms.told_boxes import is_told_on_page
from soppa_mailbot.model import Box, Word

_TOUCHES = 3.0  # points between the borders of neighbouring cells
_ROWS_BESIDE = 2  # of a table to tick in
_SHORTEST = 22.0  # points of a rule or run of underscores that is written on
_DOUBLE = 4.5  # points between the rules of a double one
_SHORT_TICK = 34.0  # an underscore run up to this long before an option is ticked, not written on
_INITIALS = 90.0  # points of a line for initials, at most
_LIST = 3  # lines before items that make a list to be marked
_APART = 12.0  # points between such a line and what stands before it
_ITEM_APART = 45.0  # points from a line that begins its row to its item
_LEAST_APART = 6.0  # the same where its item stands close behind it
_NARROWEST, _NARROWEST_MARKED = 24.0, 10.0  # points of an empty cell to write in, and of one for a check mark
_SHORT_RUN = 60.0  # points: of two longer runs beside each other each is a line of its own
_ROOM = 13.0  # points over a rule in which is written
_SIGN_ROOM = 26.0  # the same where it is signed
_RAISED = 26.0  # points that a label before a rule may stand over it
_RAISED_REACH = 130.0  # points from such a label to its rule
_LEVEL = 2.0  # points by which lines of one row may differ
_GOES_ON = 12.0  # points from a line to the words of its sentence behind it
_CAPTION_WORDS = 10  # of a caption in the cell under an empty one, or under a rule
_LABEL_OVER = (4.0, 24.0)  # points from a label down to the rule that is written on under it
_CAPTION_GAP = 5.0  # points from a rule to such a caption
_RIGHT_BEFORE = 30.0  # points from a label to its line within which no column of the page begins
_UNDER_BOXES = 80.0  # points of room behind a label under boxes
_HEAD_OVER = 12.0  # points from a table to the heads that stand over it in no cell
_OUTSIDE = 200.0  # points from a cell to a label before it that stands in none
_PITCH, _LEAST_PITCH = 34.0, 11.0  # points between the lines of one answer, at most and at least
_ACROSS = 0.8  # of the text's width that a rule between two rows goes across
_UNDER_ROW = 9.0  # points from a row of boxes to the rule that parts it from the next
_INDENTED = 6.0  # points from the left side of the text
_LINES = 2  # of an answer that are rules across the whole text
_OPTION = re.compile(r"(?:yes|no|n/?a|true|false|not applicable)\b[.,;:)]?$", re.I)


@dataclass(frozen=True)
class Spot:
    """A place to write into, not yet named in the blank."""

    box: Box
    label: str
    signature: bool = False
    title: str = ""  # what a contract calls it: "____ (the “Product”)"
    remark: str = ""  # "____ (date entered by the District)"


@dataclass(frozen=True)
class _Cells:
    """What is filled in among a page's cells."""

    empty: list[int]  # written into; numbers of the layout's cells
    toothed: list[list[int]]  # combs of cells: a letter in each
    drawn: list[list[Box]]  # combs that are no cells of a table
    small: dict[int, tuple[str, Box]]  # cells that hold their own label in small print -> it, and the room below
    marked: list[Tick]  # to be marked, with an X


def places_of(layout: Layout) -> tuple[list[Spot], list[Tick]]:
    """Places to write into and boxes to tick of a flat page."""
    written = underscores(layout)
    short = _ticked_underscores(layout, written)
    written = [b for b in written if b not in short]
    ruled = ruled_options(layout)
    lines = written + _rules(layout, [*written, *ruled])
    chosen = lines_to_choose(layout, lines)
    lines = [b for b in lines if b not in chosen]
    drawn = [b for b in layout.tick_boxes if not is_told_on_page(b, layout.words)]
    ticks = _numbered(layout, [*drawn, *short, *ruled, *chosen.values()])
    cells = _cells(layout, lines, ticks)
    ticks += cells.marked
    rows_of_teeth = [union(comb[0], comb[-1]) for comb in cells.drawn]
    layout.find_columns([*lines, *(layout.cells[i] for i in cells.empty), *rows_of_teeth])
    spots = _on_lines(layout, lines)
    spots += _stacked([_in_cell(layout, i) for i in cells.empty], layout)
    spots += [_in_comb(layout, comb) for comb in cells.toothed]
    spots += [_in_teeth(layout, comb) for comb in cells.drawn]
    spots += [Spot(room, tidy(label), _signs(label)) for label, room in cells.small.values()]
    spots += _labelled_cells(layout, spots, ticks)
    return [s for s in spots if s.label], ticks


def _cells(layout: Layout, lines: Sequence[Box], ticks: Sequence[Tick]) -> _Cells:
    """What is filled in among the cells of a page that also has `lines` to write on and boxes to tick."""
    teeth = [box for comb in layout.drawn_combs for box in comb]
    other = [*lines, *teeth, *(t.box for t in ticks)]
    empty = unshaded(layout, _empty_cells(layout, other))
    toothed, rest = combs(layout)
    in_combs = {i for comb in toothed for i in comb}
    taken = rest | beside_parties(layout) | in_combs
    empty = [i for i in empty if i not in taken]
    marks = [i for i in empty if layout.for_marks(i)]
    marked = _numbered(layout, (grown(layout.cells[i], -1.0) for i in marks), ticks)
    ticked = [*ticks, *marked]
    boxed = [i for t in ticked if (i := layout.index.at(center(t.box))) is not None]
    empty = [i for i in empty if i not in marks and not as_above(layout, i, [*empty, *marks, *boxed])]
    empty = [i for i in empty if not _is_beside_rows(layout, i, [*marks, *boxed])]
    lined = {j for line in lines if (j := layout.index.at(center(line))) is not None and layout.cell_words.get(j)}
    empty = [i for i in empty if not ends_a_column(layout, i, lined)]
    small = captioned(layout, [*lines, *teeth, *(t.box for t in ticked), *layout.ticked], empty)
    rooms = [room for _, room in small.values()]  # the box to write into that a cell holds under its print is its room
    empty = [i for i in empty if not any(layout.names(c, i) for c in small)]
    empty = [i for i in empty if not any(holds(layout.cells[i], center(room)) for room in rooms)]
    drawn = [comb for comb in layout.drawn_combs if layout.index.at(center(comb[0])) not in in_combs]
    # a comb of drawn boxes may be cells of the page as well
    alone = [comb for comb in lone_combs(layout) if not any(holds(t, center(layout.cells[comb[0]])) for t in teeth)]
    empty = [i for i in empty if not any(i in comb for comb in alone)]
    drawn += [[layout.cells[i] for i in comb] for comb in alone]
    return _Cells(empty, toothed, drawn, small, marked)


def _is_beside_rows(layout: Layout, index: int, marked: Sequence[int]) -> bool:
    """Whether an empty cell without a head is what a table leaves over beside several rows to tick in."""
    cell = layout.cells[index]
    rows = {
        round(layout.cells[i][1])
        for i in marked
        if abs(layout.cells[i][2] - cell[0]) < _TOUCHES and cell[1] - _TOUCHES < center(layout.cells[i])[1] < cell[3]
    }
    return len(rows) >= _ROWS_BESIDE and not layout.cell_text(index) and not layout.head_text(index)


def _on_lines(layout: Layout, lines: list[Box]) -> list[Spot]:
    """The places that lines to write on make, several lines of one answer as one."""
    captions: set[str] = set()
    items = _before_items(layout, lines)
    others = [b for b in lines if b not in items]
    spots = [_on_line(layout, joined, lines, captions) for joined in _joined(layout, others)]
    remarks = [s.remark for s in spots if s.remark]
    spots = [replace(s, label=own_label(s.label, s.remark, remarks)) for s in spots]
    spots = [_as_high_as_signed(layout, spot, spots) for spot in spots]
    return spots + [Spot((b[0], b[1], b[2], b[3] + 2.0), label) for b, label in items.items()]


def _stacked(spots: Sequence[Spot], layout: Layout) -> list[Spot]:
    """The spots of empty cells; nameless ones that lie under each other and fill the width of no table are one answer.

    A web page that was printed shows the lines of a long answer so: each is a box with nothing but a lower border.
    """
    out: list[Spot] = []
    for spot in spots:
        last = out[-1] if out else None
        goes_on = (
            last is not None and abs(spot.box[0] - last.box[0]) < _LEVEL and abs(spot.box[2] - last.box[2]) < _LEVEL
        )
        if not spot.label and last is not None and goes_on and 0 <= spot.box[1] - last.box[3] <= 2 * _LEVEL:
            if not last.label:
                last = replace(last, label=tidy(label_near(layout, last.box, [*layout.cells])))
            if last.label and not any(same_row(p.box, spot.box) for p in layout.pieces):
                out[-1] = replace(last, box=union(last.box, spot.box))
                continue
        out.append(spot)
    return out


def _as_high_as_signed(layout: Layout, spot: Spot, spots: Sequence[Spot]) -> Spot:
    """A line level with one to sign on has as much room: "Signature ______  Date ____", where the day stands higher."""
    beside = [s.box[1] for s in spots if s.signature and abs(s.box[3] - spot.box[3]) < _LEVEL and s is not spot]
    if spot.signature or not beside or min(beside) >= spot.box[1]:
        return spot
    left, _, right, bottom = spot.box
    top = min(beside)
    over = [w.box[3] for w in layout.words if w.box[0] < right and w.box[2] > left and top < w.box[3] < bottom - 3]
    return replace(spot, box=(left, max([top, *(y - 1 for y in over)]), right, bottom))


def _signs(label: str) -> bool:
    return asks_signature(label) and not re.search(r"\b(?:date|name|title|signed on)\b", label, re.I)


# --- lines to write on ----------------------------------------------------------------------------------------------


def underscores(layout: Layout) -> list[Box]:
    """Runs of underscores; a date's three runs ("__/__/____") are one."""
    out: list[Box] = []
    for row in rows([Word("__", b) for b in layout.underscores]):
        for word in row:
            last = out[-1] if out else None
            if (
                last
                and same_row(last, word.box)
                and 0 <= word.box[0] - last[2] < (9 if min(width(last), width(word.box)) < _SHORT_RUN else 4)
                and not _text_between(layout, last, word.box)
            ):
                out[-1] = union(last, word.box)
            else:
                out.append(word.box)
    marks = _list_marks(layout, out)
    behind = _behind_options(layout, out)
    return [b for b in out if width(b) >= _SHORTEST or b in marks or b in behind or _before_option(layout, b)]


def _list_marks(layout: Layout, found: Sequence[Box]) -> list[Box]:
    """Short lines that each stand before an item of a list, to be marked: "____ Name   ____ Date of birth".

    Three at least, and none alone in its row and its column: a line that begins a sentence's next line is none.
    """
    short = [b for b in found if width(b) <= _SHORT_TICK and _begins_item(layout, b)]
    kept = [b for b in short if any(o != b and (abs(o[0] - b[0]) < 3 or same_row(o, b)) for o in short)]
    if len(kept) < _LIST:
        return []
    return kept + [b for b in found if b not in kept and _leads_row(layout, b, [o for o in kept if same_row(o, b)])]


def _leads_row(layout: Layout, box: Box, marks: Sequence[Box]) -> bool:
    """Whether a line right behind its question is the first of a row's marks: "Runs on? ___ Windows  ___ macOS"."""
    level = [w for w in layout.words if same_row(w.box, box)]
    before = max((w for w in level if w.box[2] <= box[0] + 1), key=lambda w: w.box[2], default=None)
    behind = any(0 <= w.box[0] - box[2] < 12 and w.text[0].isalnum() for w in level)
    alike = bool(marks) and all(abs(width(m) - width(box)) < 3 for m in marks) and box[0] < min(m[0] for m in marks)
    return alike and behind and before is not None and before.text.endswith(("?", ":"))


def _begins_item(layout: Layout, box: Box) -> bool:
    level = [w for w in layout.words if same_row(w.box, box)]
    after = min((w.box[0] - box[2] for w in level if 0 <= w.box[0] - box[2] < 12 and w.text[0].isalnum()), default=None)
    if after is None:
        return False
    apart = min(_APART, max(_LEAST_APART, 2.2 * after))
    return not any(-1 <= box[0] - w.box[2] < apart for w in level)


def _leads_item(layout: Layout, box: Box) -> bool:
    """Whether a line begins its row, and an item begins well apart behind it: "________    (a) The Operator ..."."""
    level = [w for w in layout.words if same_row(w.box, box) and any(c.isalnum() for c in w.text)]
    first = min(level, key=lambda w: w.box[0], default=None)
    return first is not None and 0 <= first.box[0] - box[2] < _ITEM_APART and first.text.lstrip("(")[:1].isalnum()


_NAMES_INITIALS = re.compile(
    r"\W*(?:(?:vendor|operator|provider|company|contractor)(?:['’]s)? )?initials?\b(?! (?:in|on|at|by|here)\b)", re.I
)


def _before_items(layout: Layout, found: Sequence[Box]) -> dict[Box, str]:
    """Lines in a column of their own before the items of a list, too long to be ticked: "_______ We sell no data."

    Each with the words of its item: initials are written there.
    """
    wide = [b for b in found if _SHORT_TICK < width(b) <= _INITIALS and height(b) >= 4]
    column = [b for b in wide if _leads_item(layout, b)]
    wide = [b for b in wide if _begins_item(layout, b) or (b in column and len(column) >= _LIST)]
    alone = [b for b in wide if not any(same_row(w.box, b) and w.box[2] <= b[0] for w in layout.words)]
    behind = {b: [p for p in layout.pieces if same_row(p.box, b) and p.box[0] >= b[2] - 2] for b in alone}
    items = {b: tidy(min(pieces, key=lambda p: p.box[0]).text) for b, pieces in behind.items() if pieces}
    listed = {b for b in alone if sum(abs(o[0] - b[0]) < 3 for o in alone) >= _LIST}
    # "_______ Initials. The company accepts these terms." by itself
    return {b: text for b, text in items.items() if b in listed or _NAMES_INITIALS.match(text)}


def _text_between(layout: Layout, left: Box, right: Box) -> bool:
    between = (left[2], min(left[1], right[1]), right[0], max(left[3], right[3]))
    return any(common(w.box, between) > 0 and any(c.isalnum() for c in w.text) for w in layout.words)


def _before_option(layout: Layout, box: Box) -> bool:
    after = [w for w in layout.words if same_row(w.box, box) and 0 <= w.box[0] - box[2] < 10]
    return bool(after) and bool(_OPTION.match(min(after, key=lambda w: w.box[0]).text))


def _behind_options(layout: Layout, found: Sequence[Box]) -> list[Box]:
    """Short lines that each stand behind "Yes" or "No", the row's last one too: "Yes ____  No ____"."""
    out: list[Box] = []
    short = [b for b in found if width(b) <= _SHORT_TICK]
    for box in short:
        row = [b for b in short if same_row(b, box)]
        last = max(row, key=lambda b: b[0])
        if len(row) > 1 and all(_after_option(layout, b) for b in row) and not _before_option(layout, last):
            out.append(box)
    return out


def _after_option(layout: Layout, box: Box) -> bool:
    before = [w for w in layout.words if same_row(w.box, box) and 0 <= box[0] - w.box[2] < 10]
    return bool(before) and _OPTION.match(max(before, key=lambda w: w.box[0]).text) is not None


def _ticked_underscores(layout: Layout, written: Sequence[Box]) -> list[Box]:
    """Short runs before "Yes" or "No" ("___ Yes ___ No"), or before a list's items: they are ticked, not written on."""
    marks = [*_list_marks(layout, written), *_behind_options(layout, written)]
    return [b for b in written if width(b) <= _SHORT_TICK and (b in marks or _before_option(layout, b))]


def _numbered(layout: Layout, boxes: Iterable[Box], known: Sized = ()) -> list[Tick]:
    """Boxes to tick with their ids, behind those that are known."""
    return [Tick(f"p{layout.page.number}:box{n}", box) for n, box in enumerate(boxes, len(known) + 1)]


def _rules(layout: Layout, written: Sequence[Box]) -> list[Box]:
    """Drawn rules that are no border of a cell, no underline and no ornament, as flat boxes."""
    level, _ = grid.edges([m for m in layout.page.marks if m.kind == "line" or height(m.box) <= 2.5])
    out: list[Box] = []
    for rule in sorted(level, key=lambda b: (b[1], b[0])):
        if width(rule) < _SHORTEST or any(_on_border(rule, c) for c in layout.cells):
            continue
        if any(abs(rule[1] - b[3]) < 6 and gap(rule, b)[0] == 0 for b in written):
            continue
        if any(abs(o[1] - rule[1]) < 2 and gap(o, rule)[0] == 0 for o in out):
            continue
        over = (rule[0] + 1, rule[1] - 7, rule[2] - 1, rule[1] - 1)
        if any(common(w.box, over) > 0.3 * width(w.box) * height(over) for w in layout.words):
            continue  # something stands on it: an underlined heading
        if _parts_rows(layout, rule) or _is_double(rule, level):
            continue
        if _is_ornament(layout, rule) and not (
            _captioned_as_others(layout, rule, level) or _in_stack(layout, rule, level)
        ):
            continue
        out.append(rule)
    return out


def _is_double(rule: Box, rules: Sequence[Box]) -> bool:
    """Whether a second rule runs along this one, closer than anybody writes: an ornament under a head."""
    y = center(rule)[1]
    return any(
        2 < abs(center(o)[1] - y) < _DOUBLE and max(abs(o[0] - rule[0]), abs(o[2] - rule[2])) <= 1 for o in rules
    )


def _parts_rows(layout: Layout, rule: Box) -> bool:
    """Whether a rule across the page is drawn close under a row of boxes to tick: it parts rows of questions."""
    left = min((w.box[0] for w in layout.words), default=0.0)
    right = max((w.box[2] for w in layout.words), default=layout.page.width)
    if width(rule) < _ACROSS * (right - left):
        return False
    return any(-1 <= rule[1] - b[3] < _UNDER_ROW and rule[0] <= b[0] and b[2] <= rule[2] for b in layout.tick_boxes)


def _on_border(rule: Box, cell: Box) -> bool:
    y = center(rule)[1]
    near = min(abs(y - cell[1]), abs(y - cell[3])) <= 2.5
    return near and min(rule[2], cell[2]) - max(rule[0], cell[0]) > 0.5 * min(width(rule), width(cell))


def _is_ornament(layout: Layout, rule: Box) -> bool:
    """A rule under the head, over the foot, or between sections: across the text, with no label before it."""
    page = layout.page
    text_left = min((w.box[0] for w in layout.words), default=0.0)
    text_right = max((w.box[2] for w in layout.words), default=page.width)
    across = width(rule) > 0.93 * (text_right - text_left)
    at_edge = rule[1] < 0.09 * page.height or rule[1] > 0.92 * page.height
    if at_edge and width(rule) > 0.5 * (text_right - text_left):
        return True
    if not across:
        return False
    labelled = any(
        w.box[3] > rule[1] - 14 and w.box[3] <= rule[1] + 6 and w.box[2] <= rule[0] + 6 for w in layout.words
    )
    asked = any(0 <= rule[1] - w.box[3] < 40 and w.text.rstrip().endswith((":", "?")) for w in layout.words)
    signed = any(
        0 <= p.box[1] - rule[1] < _CAPTION_GAP and abs(p.box[0] - rule[0]) < _INDENTED and is_signers_caption(p.text)
        for p in layout.pieces
    )
    return not labelled and not asked and not signed and not _under_item(layout, rule, text_left)


def _under_item(layout: Layout, rule: Box, text_left: float) -> bool:
    """Whether a rule begins under the words of a numbered item, with room to write: "2)  Web address / ________"."""
    if rule[0] < text_left + _INDENTED:
        return False
    over = [p for p in layout.pieces if _LEAST_PITCH <= rule[1] - p.box[3] < 40 and p.box[0] <= rule[0] + 4]
    nearest = max(over, key=lambda p: p.box[3], default=None)
    if nearest is None or nearest.text.rstrip().endswith("."):
        return False
    begins = [w for w in layout.words if same_row(w.box, nearest.box) and abs(w.box[0] - rule[0]) < 4]
    before = [w for w in layout.words if same_row(w.box, nearest.box) and w.box[2] <= rule[0]]
    return bool(begins) and len(before) == 1 and bool(without_number(f"{before[0].text} X")[0])


def _in_stack(layout: Layout, rule: Box, rules: Sequence[Box]) -> bool:
    """Whether a rule across the text stands in a row of such, closely under each other with nothing between: lines.

    Under words, that is, no thick or double rule under the head or between sections.
    """
    stack = [rule]
    alike = sorted((r for r in rules if abs(r[0] - rule[0]) < 3 and abs(r[2] - rule[2]) < 3), key=lambda r: r[1])
    for near in (alike, list(reversed(alike))):
        last = rule
        for other in near:
            between = (rule[0], min(last[1], other[1]) + 1, rule[2], max(last[1], other[1]) - 1)
            follows = (other[1] - last[1]) * (1 if near is alike else -1)
            if _LEAST_PITCH <= follows < _PITCH and not any(common(w.box, between) > 0 for w in layout.words):
                stack.append(other)
                last = other
    if len(stack) < _LINES:
        return False
    top = min(r[1] for r in stack)
    return any(0 <= top - w.box[3] < _PITCH and gap(w.box, rule)[0] == 0 for w in layout.words)


def _captioned_as_others(layout: Layout, rule: Box, rules: Sequence[Box]) -> bool:
    """Whether a rule across the page has small print at its left end as shorter ones have: it is written on."""
    shorter = [r for r in rules if _SHORTEST <= width(r) < 0.9 * width(rule)]
    for find in (_print_under, _print_over):
        mine = find(layout, rule)
        alike = [(r, p) for r in shorter if (p := find(layout, r)) is not None]
        if mine is not None and any(
            abs(p[1] - r[1] - mine[1] + rule[1]) < 1 and abs(height(p) - height(mine)) < 0.5 for r, p in alike
        ):
            return True
    return False


def _print_over(layout: Layout, rule: Box) -> Box | None:
    """Where the label stands that begins over a rule's left end, with room to write between."""
    over = [p for p in layout.pieces if _LABEL_OVER[0] <= rule[1] - p.box[3] < _LABEL_OVER[1]]
    found = [p for p in over if abs(p.box[0] - rule[0]) < 4 and len(p.words) <= _CAPTION_WORDS]
    return found[0].box if found and not found[0].text.endswith((".", ";")) else None


def _print_under(layout: Layout, rule: Box) -> Box | None:
    """Where the words close under a rule's left end stand, where they are few and no sentence."""
    under = [p for p in layout.pieces if 0 <= p.box[1] - rule[1] < _CAPTION_GAP and abs(p.box[0] - rule[0]) < 4]
    found = [p for p in under if len(p.words) <= _CAPTION_WORDS and not p.text.endswith((".", ":", ";"))]
    return found[0].box if found else None


def _joined(layout: Layout, flat: Sequence[Box]) -> list[list[Box]]:
    """Lines of one answer together: those that follow another line and have no label of their own."""
    out: list[list[Box]] = []
    for box in sorted(flat, key=lambda b: (round(center(b)[1]), b[0])):
        above = next((lines for lines in out if _may_follow(box, lines[-1])), None)
        if above is not None and not _labelled(layout, box, above[-1]):
            above.append(box)
        else:
            out.append([box])
    return out


def _may_follow(box: Box, last: Box) -> bool:
    under = 0 < box[3] - last[3] < _PITCH and last[0] >= box[0] - 3
    wrapped = (
        height(box) >= 4 and abs(last[0] - box[0]) <= 3 and box[2] < last[2] and box[1] - last[3] < 0.3 * height(box)
    )
    return (under and abs(last[2] - box[2]) < 12 and width(box) > 120) or (under and wrapped)


def _labelled(layout: Layout, box: Box, above: Box) -> bool:
    """Whether words stand before the line, between it and the line above, or right behind that one."""
    if any(same_row(w.box, above) and -2 <= w.box[0] - above[2] < _GOES_ON for w in layout.words):
        return True
    for word in layout.words:
        if not any(c.isalnum() for c in word.text):
            continue  # the full stop behind the second line
        close = 0 <= box[0] - word.box[2] < _RIGHT_BEFORE and same_row(word.box, _seat(box))
        if apart(layout.gutters, word.box, box) and not close:
            continue
        before = (
            word.box[2] <= box[0] + 6
            and word.box[1] < box[3] + 2
            and word.box[3] > box[3] - 14
            and box[0] - word.box[2] < 400
        )
        between = word.box[1] >= above[3] - 5 and word.box[3] <= box[3] + 2 and gap(word.box, box)[0] == 0
        if before or between:
            return True
    return False


def _on_line(layout: Layout, lines: Sequence[Box], others: Sequence[Box], captions: set[str]) -> Spot:
    """The room over the lines of one answer, and its label."""
    first, box = lines[0], lines[0]
    for line in lines[1:]:
        box = union(box, line)
    label = tidy(label_near(layout, _seat(first), [_seat(o) for o in others], captions))
    label = label or _raised(layout, first, others) or _far_above(layout, first) or _on_page_before(layout, first)
    signs = _signs(label)
    base = min(first[3], first[1] + 1) if height(first) < 4 else first[3]
    top = min(first[1], base - (_SIGN_ROOM if signs else _ROOM))
    over = [w.box[3] for w in layout.words if top < w.box[3] <= base - 3 and gap(w.box, first)[0] == 0]
    behind = words_behind(layout, _seat(lines[-1]), others)
    title = defined_term(behind)
    if not title and label.endswith(")"):  # small print under the line: "(the “Product”)"
        title = defined_term(label[label.rfind("(") :])
    room = (box[0], max([top, *(y - 1 for y in over)]), box[2], box[3] + 2.0)
    return Spot(room, label, signs, title, remark_behind(behind))


def _seat(line: Box) -> Box:
    """Where text on a line stands: a rule has no height of its own."""
    return line[0], line[3] - 11 if height(line) < 4 else line[1], line[2], line[3]


def _raised(layout: Layout, rule: Box, others: Sequence[Box]) -> str:
    """The words before a rule that stand higher than it: at the top of a table row whose lower border is drawn."""
    if height(rule) >= 4:
        return ""
    y = rule[3]
    found = [
        p
        for p in layout.pieces
        if p.box[2] <= rule[0] + 6
        and rule[0] - p.box[2] < _RAISED_REACH
        and y - _RAISED < p.box[3] < y
        and not any(gap(o, rule)[0] == 0 and center(p.box)[1] < o[3] < y - 2 for o in others)
        and not any(o[2] > p.box[2] and o[0] < rule[0] - 6 and abs(o[3] - y) < 3 for o in others)
    ]
    return tidy(max(found, key=lambda p: (round(p.box[3]), p.box[2])).text) if found else ""


def _on_page_before(layout: Layout, line: Box) -> str:
    """For the first line of a page, at its left side: the last words of the page before, where they wait for it."""
    left = min((p.box[0] for p in layout.pieces), default=line[0])
    if layout.before is None or line[0] > left + _INDENTED * 5:
        return ""
    if any(w.box[3] < line[1] + 2 and not in_head(layout.page, w.box) for w in layout.words):
        return ""
    body = [p for p in layout.before.pieces if not in_foot(layout.before.page, p.box)]
    last = max(body, key=lambda p: (round(p.box[3]), p.box[2]), default=None)
    if last is None or last.text.rstrip().endswith((".", ";")):
        return ""
    end = layout.before.page.width
    return tidy(last_sentence(in_lines(layout.before, last, (end, last.box[1], end, last.box[3]))))


def _far_above(layout: Layout, line: Box) -> str:
    """For underscores that nothing close names: the text over them, so that they are not lost."""
    if height(line) < 4:
        return ""
    over = [p for p in layout.pieces if 0 <= line[1] - p.box[3] + 4 < 60 and gap(p.box, line)[0] == 0]
    return tidy(max(over, key=lambda p: p.box[3]).text) if over else ""


# --- cells ----------------------------------------------------------------------------------------------------------


def _empty_cells(layout: Layout, taken: Sequence[Box]) -> list[int]:
    out = []
    for index, cell in enumerate(layout.cells):
        text = layout.cell_text(index)
        if height(cell) < 9 or (text and not prompts(text)):
            continue
        if width(cell) < _NARROWEST_MARKED or (width(cell) < _NARROWEST and not layout.for_marks(index)):
            continue
        if any(common(cell, grown(t, 1.0)) > 0.3 * (width(t) + 2) * (height(t) + 2) for t in taken):
            continue
        if any(o != cell and common(o, cell) > 0.9 * width(o) * height(o) for o in layout.cells):
            continue
        if height(cell) > 0.5 * layout.page.height or layout.is_half_a_bar(cell) or holds_a_picture(layout, cell):
            continue
        out.append(index)
    return out


def _in_cell(layout: Layout, index: int) -> Spot:
    """An empty cell: named by its row and column, or, where it stands alone, by what is before or over it."""
    cell = layout.cells[index]
    label = cell_label(layout, index) or _caption_cell(layout, index)
    beside = [o for o in layout.cells if o != cell and max(gap(cell, o)) <= 1.0]
    if not label and all(common(o, cell) > 0.9 * width(cell) * height(cell) for o in beside):  # a frame around it
        label = label_near(layout, cell, layout.cells)
    label = label or _outside(layout, index)
    label = tidy(label)
    return Spot(grown(cell, -1.0), label, _signs(label))


def _outside(layout: Layout, index: int) -> str:
    """The words before a row of cells, where they stand in no cell, with the head of the cell's column over the table.

    "Reference 1 | [    ] [    ] [    ]" under "Contact person"; or shaded cells without borders.
    """
    before = layout.neighbours_left(index)
    if any(layout.cell_text(i) for i in before):
        return ""
    cell = layout.cells[before[-1] if before else index]
    level = [p for p in layout.pieces if same_row(p.box, cell) and p.box[2] <= cell[0] + 3]
    if not level:
        return ""
    label = max(level, key=lambda p: p.box[2])
    near = cell[0] - label.box[2] < _OUTSIDE and layout.index.at(center(label.box)) is None
    if not near or apart(layout.gutters, label.box, cell):
        return ""
    row = in_lines(layout, label, cell)
    head = _head_outside(layout, index)
    if head:
        return f"{row} {head[0].lower() + head[1:] if head[1:2].islower() else head}"
    return "" if before else row


def _head_outside(layout: Layout, index: int) -> str:
    """What stands over the topmost cell of a column, in no cell, where the row has several such heads."""
    row = [c for c in layout.cells if same_row(c, layout.cells[index])]
    heads = [_over_column(layout, c) for c in row]
    mine = heads[row.index(layout.cells[index])]
    return mine if sum(map(bool, heads)) > 1 else ""


def _over_column(layout: Layout, cell: Box) -> str:
    top = layout.top_of(layout.cells.index(cell))
    over = [
        p
        for p in layout.pieces
        if -1 <= top[1] - p.box[3] < _HEAD_OVER and top[0] - 4 <= p.box[0] and p.box[2] <= top[2] + 4
    ]
    outside = [p.text for p in over if layout.index.at(center(p.box)) is None]
    return outside[0] if len(outside) == 1 else ""


def _caption_cell(layout: Layout, index: int) -> str:
    """The text of the cell under an empty one, in a table that begins with cells to write in: "Vendor signature"."""
    cell = layout.cells[index]
    over = any(abs(c[3] - cell[1]) <= 3 and gap(c, cell)[0] == 0 for c in layout.cells)
    level = [i for i, c in enumerate(layout.cells) if same_row(c, cell) and abs(c[1] - cell[1]) <= 3]
    under = [i for i, c in enumerate(layout.cells) if abs(c[1] - cell[3]) <= 3 and same_column(c, cell)]
    if over or len(under) != 1 or any(layout.cell_text(i) for i in level):
        return ""
    text = layout.cell_text(under[0])
    return "" if text.endswith((":", "?")) or len(text.split()) > _CAPTION_WORDS else text


def _in_teeth(layout: Layout, comb: Sequence[Box]) -> Spot:
    """Boxes for one character each, named by the small print over them in their cell, or by what is before them."""
    box = comb[0]
    for tooth in comb[1:]:
        box = union(box, tooth)
    cell = layout.index.at(center(box))
    over = [w for w in layout.cell_words.get(cell, ()) if w.box[3] <= box[1] + 2] if cell is not None else []
    label = tidy(" ".join(w.text for row in rows(over) for w in row)) if over else tidy(label_near(layout, box))
    return Spot(box, label)


def _in_comb(layout: Layout, comb: Sequence[int]) -> Spot:
    room = union(layout.cells[comb[0]], layout.cells[comb[-1]])
    label = tidy(cell_label(layout, comb[0]))
    return Spot(grown(room, -1.0), label, _signs(label))


def _labelled_cells(layout: Layout, spots: Sequence[Spot], ticks: Sequence[Tick]) -> list[Spot]:
    """Cells with a label and room after or under it ("Vendor: ", or small print with space below)."""
    boxes = [t.box for t in ticks]
    busy = [s.box for s in spots] + boxes
    out = []
    for index, cell in enumerate(layout.cells):
        words = layout.cell_words.get(index)
        if words and any(holds(cell, center(b)) for b in boxes) and not any(common(cell, s.box) > 0 for s in spots):
            out += _under_boxes(words, cell, [b for b in boxes if holds(cell, center(b))])
        if not words or any(common(cell, b) > 0 for b in busy):
            continue
        if listed := _lines_of_labels(layout, index, words):
            out += listed
            continue
        if _fed_by_neighbour(layout, index, busy):
            continue
        label = piece_of(words)
        room = (label.box[2] + 2, cell[1] + 1, cell[2] - 1, cell[3] - 1)
        colon = label.text.rstrip().endswith(":") and len(words) <= 10
        if colon and width(room) > 55 and len({round(w.box[1]) for w in words}) == 1:
            out.append(Spot(room, tidy(label.text), _signs(label.text)))
        elif colon and cell[3] - label.box[3] > 10:
            out.append(
                Spot((cell[0] + 1, label.box[3], cell[2] - 1, cell[3] - 1), tidy(label.text), _signs(label.text))
            )
    return out


def _lines_of_labels(layout: Layout, index: int, words: Sequence[Word]) -> list[Spot]:
    """Labels under each other in one cell, each with room behind it: "Name:" over "Phone:" over "E-mail:"."""
    cell = layout.cells[index]
    labels = lists_labels(cell, words)
    if not labels:
        return []
    whose = next((tidy(layout.cell_text(i)) for i in layout.neighbours_left(index) if layout.cell_text(i)), "")
    ends = [p.box[1] - 1 for p in labels[1:]] + [cell[3] - 1]
    return [
        Spot(
            (p.box[2] + 2, p.box[1] - 2, cell[2] - 1, end), f"{whose} {tidy(p.text).lower()}" if whose else tidy(p.text)
        )
        for p, end in zip(labels, ends, strict=True)
    ]


def _under_boxes(words: Sequence[Word], cell: Box, boxes: Sequence[Box]) -> list[Spot]:
    """The last line of a cell, under its boxes, where it asks for more and has room: "[ ] Yes  [ ] No / Reason:"."""
    last = rows(words)[-1]
    label = piece_of(last)
    short = len(last) <= _CAPTION_WORDS and label.text.rstrip().endswith(":")
    if not short or label.box[1] < max(b[3] for b in boxes) or cell[2] - label.box[2] < _UNDER_BOXES:
        return []
    return [Spot((label.box[2] + 2, label.box[1] - 2, cell[2] - 1, cell[3] - 1), tidy(label.text), _signs(label.text))]


def _fed_by_neighbour(layout: Layout, index: int, busy: Sequence[Box]) -> bool:
    """Whether the cell's text labels a place in the cell to its right or under it."""
    cell = layout.cells[index]
    right = (cell[2], cell[1], cell[2] + 20, cell[3])
    return any(common(grown(b, 2), right) > 0 for b in busy)
