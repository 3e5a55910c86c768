"""Rules of a page that are written on: no border of a cell, no underline, no ornament between sections."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import center, common, gap, height, same_row, width
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.common.signer import is_signers_caption
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.shared_lines import captions_under
from soppa_mailbot.forms.pages.underscores import SHORTEST
from soppa_mailbot.model import Box

_DOUBLE = 4.5  # points between the rules of a double one
CAPTION_WORDS = 10  # of a caption in the cell under an empty one, or under a rule
_LABEL_OVER = (4.0, 24.0)  # points from a label down to the rule that is written on under it
_CAPTION_GAP = 5.0  # points from a rule to such a caption
PITCH, LEAST_PITCH = 34.0, 11.0  # points between the lines of one answer, at most and at least
_ACROSS = 0.8  # of the text's width that a rule between two rows goes across
_UNDER_ROW = 9.0  # points from a row of boxes to the rule that parts it from the next
INDENTED = 6.0  # points from the left side of the text
_RIGHT_BEHIND = 30.0  # points from a label to its line or its first box
_LEVEL = 2.0  # points by which a line may be drawn lower than its label
_RAGGED = 60.0  # points before the end of a rule across the text where a line of its answer would not end
_HEADING_BELOW = 60.0  # points from a rule between sections to the heading of the next
_LARGER = 1.1  # times the height of the text that a heading has
_LINES = 2  # of an answer that are rules across the whole text


def written_rules(layout: Layout, written: Sequence[Box]) -> list[Box]:
    """Drawn rules that are no border of a cell, no underline and no ornament, as flat boxes."""
    level, _ = grid.edges([m for m in layout.page.marks if m.kind == "line" or height(m.box) <= 2.5])
    out: list[Box] = []
    for rule in sorted(level, key=lambda b: (b[1], b[0])):
        if width(rule) < SHORTEST or any(_on_border(rule, c) for c in layout.cells):
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
        if _is_ornament(layout, rule, [*written, *level]) and not (
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


def _is_ornament(layout: Layout, rule: Box, lines: Sequence[Box]) -> bool:
    """A rule under the head, over the foot, or between sections: across the text, with no label before it.

    Nor does a label over it ask for it that has a line or boxes of its own.
    """
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
    over = [w.box for w in layout.words if 0 <= rule[1] - w.box[3] < 40 and w.text.rstrip().endswith((":", "?"))]
    asked = any(not _has_own_line(layout, label, rule, lines) for label in over)
    signed = any(
        0 <= p.box[1] - rule[1] < _CAPTION_GAP and abs(p.box[0] - rule[0]) < INDENTED and is_signers_caption(p.text)
        for p in layout.pieces
    )
    shared = bool(captions_under(layout, rule))
    return not (labelled or asked or signed or shared) and not _under_item(layout, rule, text_left)


def _has_own_line(layout: Layout, label: Box, rule: Box, lines: Sequence[Box]) -> bool:
    """Whether what a label asks for is answered right behind it, so that a rule across the text below is not its line.

    Where its line ends near the rule's end, the rule may be the second line of one answer, and behind Yes and No the
    room to explain: then it only parts sections when a heading is right under it.
    """
    seat = (label[0], label[1], label[2], label[3] + _LEVEL)
    behind = [b for b in lines if same_row(seat_of(b), seat) and -2 <= b[0] - label[2] < _RIGHT_BEHIND]
    boxed = any(same_row(b, seat) and -2 <= b[0] - label[2] < _RIGHT_BEHIND for b in layout.tick_boxes)
    if not behind and not boxed:
        return False
    level = [b for b in lines if same_row(seat_of(b), seat) and b[0] > label[2]]
    short = bool(behind) and rule[2] - max(b[2] for b in level) > _RAGGED
    return short or _over_heading(layout, rule, label)


def _over_heading(layout: Layout, rule: Box, label: Box) -> bool:
    """Whether the next line under a rule is printed larger than a label over it, or in capitals: a section begins."""
    under = [p for p in layout.pieces if -1 <= p.box[1] - rule[1] < _HEADING_BELOW]
    first = min(under, key=lambda p: p.box[1], default=None)
    if first is None or any(p is not first and same_row(p.box, first.box) for p in under):
        return False
    larger = height(first.box) > _LARGER * height(label)
    return first.text.rstrip()[-1] not in ":?_" and (larger or (first.text.isupper() and len(first.words) > 1))


def _under_item(layout: Layout, rule: Box, text_left: float) -> bool:
    """Whether a rule begins under the words of a numbered item, with room to write: "2)  Web address / ________"."""
    if rule[0] < text_left + INDENTED:
        return False
    over = [p for p in layout.pieces if LEAST_PITCH <= rule[1] - p.box[3] < 40 and p.box[0] <= rule[0] + 4]
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
            if LEAST_PITCH <= follows < PITCH and not any(common(w.box, between) > 0 for w in layout.words):
                stack.append(other)
                last = other
    if len(stack) < _LINES:
        return False
    top = min(r[1] for r in stack)
    return any(0 <= top - w.box[3] < PITCH and gap(w.box, rule)[0] == 0 for w in layout.words)


def _captioned_as_others(layout: Layout, rule: Box, rules: Sequence[Box]) -> bool:
    """Whether a rule across the page has small print at its left end as shorter ones have: it is written on."""
    shorter = [r for r in rules if SHORTEST <= width(r) < 0.9 * width(rule)]
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
    found = [p for p in over if abs(p.box[0] - rule[0]) < 4 and len(p.words) <= CAPTION_WORDS]
    return found[0].box if found and not found[0].text.endswith((".", ";")) else None


def _print_under(layout: Layout, rule: Box) -> Box | None:
    """Where the words close under a rule's left end stand, where they are few and no sentence."""
    under = [p for p in layout.pieces if 0 <= p.box[1] - rule[1] < _CAPTION_GAP and abs(p.box[0] - rule[0]) < 4]
    found = [p for p in under if len(p.words) <= CAPTION_WORDS and not p.text.endswith((".", ":", ";"))]
    return found[0].box if found else None
