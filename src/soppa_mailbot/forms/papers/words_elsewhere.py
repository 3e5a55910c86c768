"""Words of a page that lie elsewhere than in their place: in its column, beside wrapped cells, in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import height, same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token
from soppa_mailbot.forms.common.values import CENTURY
from soppa_mailbot.forms.papers.nearby import by_columns, in_one_row
from soppa_mailbot.forms.texts.comparison import Comparison, gap_at

_SIDE_BY_SIDE = 2  # cells of a row
_SLACK = 3.0  # points by which what stands under a label may begin before it


def in_their_sentence(
    comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str], rooms: Mapping[int, str]
) -> dict[int, str]:
    """Words of a page that lie where another place is in the blank, and stand between the two words around a blank in
    its sentence: "and Acme Inc., a Delaware corporation (state and kind), whose": token number -> Slot.id.

    What lies in `rooms` as a whole stands in cells: the next row of a table is no next line of a sentence.
    """
    paper, to_paper = comparison.paper, comparison.to_paper
    shared = Counter(s.at for s in slots)
    out: dict[int, str] = {}
    for slot in slots:
        if slot.kind != "text" or slot.cell is not None or shared[slot.at] > 1 or not 0 < slot.at < len(to_paper):
            continue  # beside a cell stands another, which is read between its lines
        before, after = to_paper[slot.at - 1], to_paper[slot.at]
        there = range(before + 1, after) if 0 <= before < after else range(0)
        if not there or len(there) > limit.LONGEST_ANSWER or all(by_place.get(n, slot.id) == slot.id for n in there):
            continue
        if all(n in rooms for n in there) or any(paper[n].norm in (IMAGE, STROKE) for n in there):
            continue  # a signature may hang under its label
        if _goes_on_behind(paper[before], paper[there[0]]) and _goes_on_behind(paper[there[-1]], paper[after]):
            out.update(dict.fromkeys(there, slot.id))
    return out


def in_their_column(comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str]) -> dict[int, str]:
    """Words of a page that stand behind the last label of a table's row, and under that of another of its columns:
    token number -> Slot.id.

    A page is read line by line: "By:    Superintendent:" and below "/s/ Ana Ruiz    ________". Only for a column of
    which nothing else is read.
    """
    rows: dict[tuple[int, int], list[Slot]] = {}
    for slot in slots:
        if slot.cell is not None and slot.kind != "check" and slot.box is None:
            rows.setdefault(slot.cell[:2], []).append(slot)
    out: dict[int, str] = {}
    for row in rows.values():
        if len(row) < _SIDE_BY_SIDE or not in_one_row(row) or len({s.at for s in row}) < len(row):
            continue
        held = {s.id: [n for n in range(*gap_at(comparison, s.at)) if comparison.paper[n].norm != "__"] for s in row}
        taken = {identity for identity in by_place.values() if identity in held}
        if taken or any(n in by_place for numbers in held.values() for n in numbers):
            continue
        for slot in row:
            chunk = [comparison.paper[n] for n in held[slot.id]]
            laid = (comparison.blank, comparison.paper, comparison.to_paper, row, [chunk])
            shares = by_columns(*laid) if 0 < len(chunk) <= limit.LONGEST_ANSWER else None
            owner = next((s for s, share in zip(row, shares or [], strict=False) if share), slot)
            if owner is not slot and not held[owner.id]:
                out.update(dict.fromkeys(held[slot.id], owner.id))
    return out


def beside_wrapped(comparison: Comparison, slots: Sequence[Slot], by_place: Mapping[int, str]) -> dict[int, str]:
    """Words of a page that stand under a cell's own words, beside the lines of the next cell that go on: "Acme Inc."
    between the lines of "BOARD OF EDUCATION OF HARBOR / SCHOOL DISTRICT NO. 60": token number -> Slot.id.
    """
    paper, to_paper = comparison.paper, comparison.to_paper
    by_cell: dict[tuple[int, int, int], list[int]] = {}
    for index, token in enumerate(comparison.blank.tokens):
        if token.cell is not None and to_paper[index] >= 0 and paper[to_paper[index]].box is not None:
            by_cell.setdefault(token.cell, []).append(to_paper[index])
    mapped, out = set(to_paper), {}
    taken = set(by_place.values())
    for slot in slots:
        if slot.kind != "text" or slot.cell is None or slot.box is not None or slot.id in taken:
            continue
        own = by_cell.get(slot.cell, [])
        beside_it = by_cell.get((slot.cell[0], slot.cell[1], slot.cell[2] + 1), [])
        if not own or not beside_it or any(paper[n].norm != "__" for n in range(*gap_at(comparison, slot.at))):
            continue
        boxes, others = [paper[n].box for n in own], [paper[n].box for n in beside_it]
        left, right = min(b[0] for b in boxes if b), min(b[0] for b in others if b)
        bottom = max(b[3] for b in boxes if b)
        for n in range(min(beside_it) + 1, max(beside_it)):
            box = paper[n].box
            if n in mapped or n in by_place or box is None or paper[n].norm in ("__", IMAGE, STROKE, ON, OFF):
                continue
            if (
                paper[n].page == paper[own[0]].page
                and left - _SLACK < box[0]
                and box[2] < right
                and box[1] > bottom - 1
            ):
                out[n] = slot.id
    return out


def _goes_on_behind(a: Token, b: Token) -> bool:
    """Whether a word stands a space behind another, or begins the next line."""
    if a.box is None or b.box is None or a.page != b.page:
        return False
    if same_row(a.box, b.box):
        return -1 <= b.box[0] - a.box[2] < height(a.box)
    return b.box[0] < a.box[0] and 0 < b.box[1] - a.box[1] < 2.2 * height(a.box)


def years_in_full(comparison: Comparison, slots: Sequence[Slot]) -> dict[int, str]:
    """Years that were written over "20__", the digits that the blank prints with them: token number -> Slot.id."""
    out: dict[int, str] = {}
    for slot in slots:
        own = comparison.blank.tokens[slot.at - 1] if slot.at else None
        if (
            own is None
            or slot.kind == "check"
            or not CENTURY.fullmatch(own.norm)
            or comparison.to_paper[slot.at - 1] >= 0
        ):
            continue
        start, end = gap_at(comparison, slot.at)
        full = [
            n
            for n in range(start, end)
            if re.fullmatch(r"\d{4}", comparison.paper[n].norm) and comparison.paper[n].norm.startswith(own.norm)
        ]
        if len(full) == 1:
            out[full[0]] = slot.id
    return out
