"""Places that lines to write on make: the lines of one answer together, with their label and the room over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.lines_before_items import before_items
from soppa_mailbot.forms.blanks.place_labels import in_lines, label_near
from soppa_mailbot.forms.blanks.spots import Spot, is_signed
from soppa_mailbot.forms.common.geometry import center, gap, height, same_row, union, width
from soppa_mailbot.forms.common.labels import defined_term, last_sentence, remark_behind, tidy
from soppa_mailbot.forms.common.margins import in_foot, in_head
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.naming.behind_lines import named_behind, own_label, words_behind
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.rows_of_lines import rows_of_lines
from soppa_mailbot.forms.pages.written_rules import INDENTED, PITCH
from soppa_mailbot.forms.texts.shares_by_bracket import in_bracket
from soppa_mailbot.model import Box

_ROOM = 13.0  # points over a rule in which is written
_SIGN_ROOM = 26.0  # the same where it is signed
_BRACKET = 8.0  # points from a line to a bracket that opens behind it
_WHITE = 60.0  # points of white between a question and the line below it, at most
_RAISED = 26.0  # points that a label before a rule may stand over it
_RAISED_REACH = 130.0  # points from such a label to its rule
_LOWERED = 13.0  # points from words that lead right up to a rule down to it
_LEVEL = 2.0  # points by which lines of one row may differ
_GOES_ON = 12.0  # points from a line to the words of its sentence behind it
_RIGHT_BEFORE = 30.0  # points from a label to its line within which no column of the page begins


def on_lines(layout: Layout, lines: list[Box]) -> list[Spot]:
    """The places that lines to write on make, several lines of one answer as one."""
    captions: set[str] = set()
    items = before_items(layout, lines)
    others = [b for b in lines if b not in items]
    in_rows = {**named_behind(layout, others), **rows_of_lines(layout, others)}
    answers = [[b] for b in in_rows] + _joined(layout, [b for b in others if b not in in_rows])
    answers.sort(key=lambda joined: _as_read(joined[0]))
    spots = [_on_line(layout, joined, lines, captions, in_rows.get(joined[0], "")) for joined in answers]
    remarks = [s.remark for s in spots if s.remark]
    spots = [replace(s, label=own_label(s.label, s.remark, remarks)) for s in spots]
    spots = [_as_high_as_signed(layout, spot, spots) for spot in spots]
    return spots + [Spot((b[0], b[1], b[2], b[3] + 2.0), label) for b, label in items.items()]


def _as_high_as_signed(layout: Layout, spot: Spot, spots: Sequence[Spot]) -> Spot:
    """A line level with one to sign on has as much room: "Signature ______  Date ____", where the day stands higher."""
    level = [s.box[1] for s in spots if s.signature and abs(s.box[3] - spot.box[3]) < _LEVEL and s is not spot]
    if spot.signature or not level or min(level) >= spot.box[1]:
        return spot
    left, _, right, bottom = spot.box
    top = min(level)
    over = [w.box[3] for w in layout.words if w.box[0] < right and w.box[2] > left and top < w.box[3] < bottom - 3]
    return replace(spot, box=(left, max([top, *(y - 1 for y in over)]), right, bottom))


def _joined(layout: Layout, flat: Sequence[Box]) -> list[list[Box]]:
    """Lines of one answer together: those that follow another line and have no label of their own."""
    out: list[list[Box]] = []
    for box in sorted(flat, key=_as_read):
        above = next((lines for lines in out if _may_follow(box, lines[-1])), None)
        if above is not None and not _labelled(layout, box, above[-1]):
            above.append(box)
        else:
            out.append([box])
    return out


def _as_read(box: Box) -> tuple[int, float]:
    return round(center(box)[1]), box[0]


def _may_follow(box: Box, last: Box) -> bool:
    under = 0 < box[3] - last[3] < PITCH and last[0] >= box[0] - 3
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
        close = 0 <= box[0] - word.box[2] < _RIGHT_BEFORE and same_row(word.box, seat_of(box))
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


def _on_line(layout: Layout, lines: Sequence[Box], others: Sequence[Box], captions: set[str], in_row: str = "") -> Spot:
    """The room over the lines of one answer, and its label: `in_row`, where it is known from its row and its column."""
    first, box = lines[0], lines[0]
    for line in lines[1:]:
        box = union(box, line)
    seats = [seat_of(o) for o in others]
    label = tidy(in_row or label_near(layout, _level_seat(layout, first), seats, captions))
    if (before := _before_bracket(layout, first, others)) is not None:
        label = f"{tidy(label_near(layout, seat_of(before), seats, captions))} (in brackets)"
    label = label or _raised(layout, first, others) or _far_above(layout, first) or _on_page_before(layout, first)
    signs = is_signed(label)
    base = min(first[3], first[1] + 1) if height(first) < 4 else first[3]
    top = min(first[1], base - (_SIGN_ROOM if signs else _ROOM))
    over = [w.box[3] for w in layout.words if top < w.box[3] <= base - 3 and gap(w.box, first)[0] == 0]
    behind = words_behind(layout, seat_of(lines[-1]), others)
    top = max([top, *(y - 1 for y in over)])
    top = top if in_row else _up_to_label(layout, first, label, top)
    title = defined_term(behind)
    if not title and label.endswith(")"):  # small print under the line: "(the “Product”)"
        title = defined_term(label[label.rfind("(") :])
    room = (box[0], top, box[2], box[3] + 2.0)
    return Spot(room, label, signs, title, remark_behind(behind))


def _up_to_label(layout: Layout, line: Box, label: str, top: float) -> float:
    """Where the room over a line begins that is drawn well below its question: what is written between is its answer.

    "Describe the product" over a line that leaves room for three: who types begins right under the question.
    """
    over = [p for p in layout.pieces if p.box[3] <= top + 1 and gap(p.box, line)[0] == 0 and norms(p.text)]
    nearest = max(over, key=lambda p: p.box[3], default=None)
    if nearest is None or not _ROOM / 2 < top - nearest.box[3] < _WHITE:
        return top
    white = (line[0], nearest.box[3] + 1, line[2], top)
    drawn = [b for m in layout.page.marks if (b := m.box)[1] > nearest.box[3] and b[3] < line[1] - 1]
    said = norms(nearest.text)
    if norms(label)[-len(said) :] != said or any(gap(b, white) == (0, 0) for b in drawn):
        return top
    return white[1]


def _before_bracket(layout: Layout, line: Box, others: Sequence[Box]) -> Box | None:
    """The line before one that stands in brackets right behind it: "Completed by ________ (________)"."""
    opening = [w.box for w in layout.page.words if w.text == "(" and in_bracket(w, line)]
    before = [o for o in others for b in opening if same_row(o, line) and 0 <= b[0] - o[2] < _BRACKET]
    return before[0] if len(before) == 1 else None


def _level_seat(layout: Layout, rule: Box) -> Box:
    """Where text on a line stands: as high as words that lead right up to it, where it is drawn a little lower.

    "If Yes, name the country" before a line that ends its cell's row.
    """
    seat = seat_of(rule)
    before = [p for p in layout.pieces if -6 <= rule[0] - p.box[2] < _RIGHT_BEFORE]
    if height(rule) >= 4 or any(same_row(p.box, seat) for p in before):
        return seat
    low = [p.box for p in before if 0 < rule[3] - p.box[3] < _LOWERED]
    if len(low) != 1 or any(gap(p.box, rule)[0] == 0 and low[0][3] < center(p.box)[1] < rule[3] for p in layout.pieces):
        return seat
    return rule[0], low[0][1], rule[2], low[0][3]


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
    if layout.before is None or line[0] > left + INDENTED * 5:
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
