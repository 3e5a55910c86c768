"""Outlines of buttons that flattening or printing drew into the boxes of a page: circles that are no ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from soppa_mailbot.forms.common.geometry import center, close, grown, holds, width
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.model import Box, Mark

_FRAME = 1.5  # points by which a box's frame may be larger or smaller
_AS_LARGE = 0.8  # of the usual outline's width: what is smaller is none
_SAME = 0.25  # points by which what a program drew into several boxes may differ; hands differ by more
_DOT = 0.75  # of an outline's width: what is smaller lies in it
_LEAST = 0.45  # of a box's width that an outline has


@dataclass
class _Question:
    """The boxes of a question, or all that stand alone."""

    widest: list[tuple[str, float]] = field(default_factory=list)  # place -> points of what is drawn there, or 0
    off: list[Box] = field(default_factory=list)  # how far each such drawing's sides are from its box's
    dotted: bool = False
    marked: bool = False  # a mark is typed into one of them, or laid over it

    @property
    def drawn_by_program(self) -> bool:
        """Whether in each box there is the same drawing to a hair, and in one of them a mark over it."""
        exact = len(self.off) == len(self.widest) and all(close(o, self.off[0], _SAME) for o in self.off)
        return self.marked and exact


def drawn_outlines(found: Sequence[Evidence], marks: Sequence[Mark]) -> dict[str, float]:
    """Place -> points across of the outline that flattening drew in its box: that is no tick.

    An outline is in every box of a question, equally large; or, for boxes that stand alone, in nearly all of the page.
    A box with a frame of its own, where those with round ones have none, holds a check mark as large as they are.
    """
    drawn = [m.box for m in marks if m.kind == "curve" and not m.annotation]
    squares = [m.box for m in marks if m.kind == "rect"]
    laid_over = [center(m.box) for m in marks if m.annotation and m.kind in ("freetext", "ink", "stamp")]
    groups: dict[str, _Question] = {}
    chosen: set[str] = set()  # places with a dot in their outline, which may be drawn larger
    framed: set[str] = set()
    for evidence in found:
        box = evidence.box
        if evidence.place.kind != "check" or not box:
            continue
        question = groups.setdefault(evidence.place.group or "alone", _Question())
        inside = [d for d in drawn if _is_within(d, box)]
        largest = max(inside, key=width, default=None)
        across = width(largest) if largest else 0.0
        if any(width(d) < _DOT * across for d in inside):
            question.dotted = True
            chosen.add(evidence.place.id)
        outlined = largest is not None and across > _LEAST * width(box)
        if largest and outlined:
            question.off.append((largest[0] - box[0], largest[1] - box[1], largest[2] - box[2], largest[3] - box[3]))
        question.widest.append((evidence.place.id, across if outlined else 0.0))
        question.marked |= evidence.ticked or any(holds(grown(box, _FRAME), at) for at in laid_over)
        if any(close(s, box, _FRAME) for s in squares):
            framed.add(evidence.place.id)
    return _told_apart(groups, chosen, framed if not framed & chosen else set())


def _told_apart(groups: dict[str, _Question], chosen: set[str], framed: set[str]) -> dict[str, float]:
    widths = [w for group in groups.values() for _, w in group.widest]
    alike = any(g.dotted for g in groups.values()) and _all_alike(widths, 0.9)
    bare = {n: [w for i, w in g.widest if i not in chosen] or [w for _, w in g.widest] for n, g in groups.items()}
    full = {n for n, g in groups.items() if n != "alone" and len(g.widest) > 1 and _all_alike(bare[n], 1.0)}
    out: dict[str, float] = {}
    for name, group in groups.items():
        # in one question without a dot they may be crosses, drawn alike in each box; nobody ticks all of two questions
        if name in full and (group.dotted or len(full) > 1 or group.drawn_by_program):
            out.update(group.widest)
        elif alike:  # a check mark in its square is smaller than the circles around
            usual = _AS_LARGE * _usual(widths)
            out.update((i, w) for i, w in group.widest if i in chosen or (i not in framed and w > usual))
    return out


def _usual(widths: Sequence[float]) -> float:
    return sorted(widths)[len(widths) // 2] if widths else 0.0


def _all_alike(widths: Sequence[float], share: float) -> bool:
    usual = _usual(widths)
    return usual > 0 and sum(abs(w - usual) <= 0.15 * usual for w in widths) >= share * len(widths)


def _is_within(drawn: Box, box: Box) -> bool:
    """Whether a curve lies in a box, or around it."""
    return all(abs(p - q) <= 3.5 for p, q in zip(box, drawn, strict=True)) or holds(grown(box, 1.5), center(drawn))
