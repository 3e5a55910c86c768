"""Runs of boxes that are parted by their page's columns, and columns of boxes that are taken for one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.asked_over import LETTER, LEVEL, QUESTION_REACH, question_of
from soppa_mailbot.forms.blanks.option_lines import SPACE
from soppa_mailbot.forms.common.choice_words import CHOICE, says_none
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import Piece, lines
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Word

# the first line of a question that goes on in the next
_BEGINS = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:(?:on|in|for|by) )?(?:who|what|which|where|when|how)\b",
    re.I,
)
_PANELS = 2  # cells, each a list with "None" of its own
_HEAD_WORDS = 6  # of a head over boxes that is none of a question's columns
_FLUSH = 14.0  # points by which it may begin apart from its first box
_WIDER = 1.3  # times the widest step from one of its boxes to the next is the step to the boxes beside them
_PITCH = 30.0  # points from a line of boxes down to the next of the same question
_FEW = 4  # boxes under questions side by side
_NEXT_LINE = 20.0  # points from a line of boxes to the next


def in_panels(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    """The boxes, those of each of several cells a question that its head asks where each offers "None" by itself.

    "Identity: [ ] Name  [ ] None" beside "Contact: [ ] E-mail  [ ] None".
    """
    cells = [layout.index.at(center(t.box)) if not t.group and not t.question else None for t in ticks]
    told: dict[int, str] = {}
    for cell in {c for c in cells if c is not None}:
        mine = [t for t, c in zip(ticks, cells, strict=True) if c == cell]
        head = layout.header_of(cell)
        if len(mine) > 1 and head is not None and sum(says_none(t.option) for t in mine) == 1:
            told[cell] = tidy(layout.cell_text(head))
    if len(told) < _PANELS:
        return list(ticks)
    return [
        replace(t, group=f"p{layout.page.number}panel{c}", question=told[c]) if c in told else t
        for t, c in zip(ticks, cells, strict=True)
    ]


def by_columns_asked(run: list[Tick], free: list[Word]) -> list[tuple[list[Tick], list[Word]]]:
    """The boxes under each of several questions that stand side by side over them, with the words of its column.

    "Who uses it?   How is it sold?" over two columns of options.
    """
    top = min(t.box[1] for t in run)
    over = lines([w for w in free if 0 <= top - w.box[3] + 4 < QUESTION_REACH])
    heads = over[-1] if over and len(run) >= _FEW else []
    left, middle = min(t.box[0] for t in run), center(run[0].box)[1]
    named = any(w.box[1] - 1 <= middle <= w.box[3] + 1 and w.box[2] <= left for w in free)  # "Rostering [ ] A [ ] B"
    if len(heads) < 2 or named or any(t.group or t.question for t in run):
        return [(run, free)]
    starts = [h.box[0] for h in heads]
    if len(over) > 1 and any(p.box[2] > starts[1] and CHOICE.search(p.text) for p in over[-2]):
        return [(run, free)]  # one question over the heads of its columns
    columns = list(zip(starts, [*starts[1:], float("inf")], strict=True))
    told = [" ".join(p.text for line in over for p in line if abs(p.box[0] - x) < LETTER / 2) for x in starts]
    asking = all(CHOICE.search(t.rstrip(")")) or _BEGINS.match(h.text) for t, h in zip(told, heads, strict=True))
    parts = [
        (
            [t for t in run if a - LETTER <= t.box[0] < z - SPACE],
            [w for w in free if a - LETTER <= w.box[0] < z - SPACE],
        )
        for a, z in columns
    ]
    whole = sum(len(boxes) for boxes, _ in parts) == len(run) and all(len(boxes) > 1 for boxes, _ in parts)
    if not whole:
        return [(run, free)]
    return parts if asking or _asks_beside(heads, [boxes for boxes, _ in parts]) else [(run, free)]


def _asks_beside(heads: Sequence[Piece], columns: Sequence[Sequence[Tick]]) -> bool:
    """Whether short heads stand each right over its own boxes, wide apart, and one of them is a question: the others
    are no heads of its columns. "Who uses it?" over two boxes, and "Grades" over four beside them."""
    short = all(len(h.words) <= _HEAD_WORDS and not h.text[:1].islower() for h in heads)
    if not short or not any(CHOICE.search(h.text) for h in heads):
        return False
    if any(abs(min(t.box[0] for t in boxes) - h.box[0]) > _FLUSH for h, boxes in zip(heads, columns, strict=True)):
        return False
    steps = [step for boxes in columns for row in _row_by_row(boxes) for step in _steps([t.box[0] for t in row])]
    between = [
        min(t.box[0] for t in after) - max(t.box[0] for t in before if _are_level([t], after))
        for before, after in pairwise(columns)
        if any(_are_level([t], after) for t in before)
    ]
    return len(between) == len(columns) - 1 and min(between) > _WIDER * max(steps, default=float("inf"))


def _steps(lefts: Sequence[float]) -> list[float]:
    return [b - a for a, b in pairwise(sorted(lefts))]


Asked = tuple[list[Tick], list[Word]]  # boxes, and the words by which they may be asked


def with_further_lines(runs: Sequence[Sequence[Asked]]) -> list[Asked]:
    """The boxes of each question, of runs with their parts under questions side by side; a line of boxes that goes on
    under one of those, begun as it begins and with no words between that could ask it, is the same question's."""
    out: list[Asked] = []
    beside: list[Asked] = []
    for parts in runs:
        run, free = parts[0]
        home = next((known for known in beside if _goes_on(known[0], run, free)), None) if len(parts) == 1 else None
        if home is not None:
            home[0].extend(run)
            continue
        out += parts
        beside += parts if len(parts) > 1 else []
    return out


def _goes_on(boxes: Sequence[Tick], run: Sequence[Tick], free: Sequence[Word]) -> bool:
    top, left = min(t.box[1] for t in run), min(t.box[0] for t in run)
    if any(t.group or t.question for t in run) or len(_row_by_row(run)) > 1:
        return False
    last = max(t.box[3] for t in boxes)
    if not 0 < top - last < _PITCH or abs(min(t.box[0] for t in boxes) - left) > LEVEL:
        return False
    right = max(t.box[2] for t in boxes)
    return not any(left - LETTER < w.box[0] < right and last - LEVEL < center(w.box)[1] < top for w in free)


def across(layout: Layout, runs: Sequence[list[Tick]], free: Sequence[Word]) -> list[list[Tick]]:
    """The runs, a list's last columns with its first ones although a gutter between other places parts them."""
    out: list[list[Tick]] = []
    for run in runs:
        bare = not any(t.group or t.question for t in run)
        asked = question_of(layout, run, free) if bare else ""
        rest: list[Tick] = []
        for part in _row_by_row(run) if bare and not asked else [run]:
            level = [r for r in out if _are_level(part, r)]
            if not level and CHOICE.search(asked):
                level = [r for r in out if _is_next_line(part, r)]
                level = [r for r in level if asked == question_of(layout, r, free)]
            loose = bare and len(level) == 1 and not any(t.group for t in level[0])
            if loose and (not asked or asked == question_of(layout, level[0], free)):
                level[0].extend(part)
                if not _are_level(part, level[0][: -len(part)]):
                    level[0].sort(key=lambda t: (round(t.box[1]), t.box[0]))
            else:
                rest += part
        if rest:
            out.append(rest)
    return _with_their_names(layout, out, free)


def _row_by_row(run: Sequence[Tick]) -> list[list[Tick]]:
    out: list[list[Tick]] = []
    for tick in run:
        if out and abs(out[-1][0].box[1] - tick.box[1]) < LEVEL:
            out[-1].append(tick)
        else:
            out.append([tick])
    return out


def _are_level(run: Sequence[Tick], others: Sequence[Tick]) -> bool:
    return all(any(abs(a.box[1] - b.box[1]) < LEVEL for b in others) for a in run)


def _is_next_line(run: Sequence[Tick], others: Sequence[Tick]) -> bool:
    """Whether boxes stand on the line below or above others: "... (check all that apply): [ ] a [ ] b / [ ] c"."""
    one, other = (({round(t.box[1]) for t in some}) for some in (run, others))
    steps = [abs(a - b) for a in one for b in other]
    return len(one) == 1 and LEVEL <= min(steps) <= _NEXT_LINE


def _with_their_names(layout: Layout, runs: Sequence[list[Tick]], free: Sequence[Word]) -> list[list[Tick]]:
    """The runs, boxes without a tooltip with those of their rows that have one, where the page asks all of them."""
    named = [r for r in runs if r[0].group.startswith("about ")]
    out: list[list[Tick]] = [r for r in runs if r in named]
    for run in runs:
        if run in named:
            continue
        asked = "" if any(t.group or t.question for t in run) else question_of(layout, run, free)
        home = next((r for r in named if asked and _are_level(run, r) and question_of(layout, r, free) == asked), None)
        if home is None:
            out.append(run)
        else:
            home.extend(replace(t, group=home[0].group, question=home[0].question) for t in run)
    order = {id(t): n for n, t in enumerate(t for r in runs for t in r)}
    return sorted(out, key=lambda r: order.get(id(r[0]), 0))
