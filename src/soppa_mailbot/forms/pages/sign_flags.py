"""Flags that show where to sign, as signing services and offices print them: "Sign Here ▶" in a box before a line.

What is signed there has its own name under or before it ("Authorized Signature"); the flag is part of its room, no
place by itself and the name of nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import area, center, gap, grown, height, holds, same_row, union, width
from soppa_mailbot.forms.common.lines import Piece, lines, rows
from soppa_mailbot.model import Box, Mark, Page, Word

_FLAG = re.compile(r"(?:please )?(?:(?:sign|initials?)(?: here)?|signature here)\W*", re.IGNORECASE)
_SIGNS = re.compile(r"sign|initial", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:sign|signed|signatures?|signatory|signer|initials?)\b", re.IGNORECASE)
_WORDS_HIGH, _LOW, _BROAD = 4.0, 9.0, 140.0  # of a flag: heights of its letters at most; its least height, its width
_APART = 1.5  # points between a flag and its line, at least: two cells of a table touch
_BEFORE = 25.0  # points from a flag to its line
_BASE = 9.0  # points by which the line may be lower or higher than the flag's foot
_LONG = 60.0  # points of a line to sign on, at least
_CAPTION = 13.0  # points from a line down to its caption
_LABEL = 60.0  # points from a label to the flag behind it


def without_flags(page: Page) -> Page:
    """The page whose lines to sign on begin where their flags do, without these flags."""
    if not any(_SIGNS.match(w.text) for w in page.words):
        return page
    for frame, held in _flags(page):
        page = _without(page, frame, held)
    return page


def _flags(page: Page) -> list[tuple[Box, list[Word]]]:
    """The small boxes that hold the words of a flag and nothing else, each once, with these words."""
    drawn = {m.box for m in page.marks if m.kind == "rect" and not m.annotation}
    out: list[tuple[Box, list[Word]]] = []
    for frame in sorted(drawn, key=area, reverse=True):
        if not (height(frame) > _LOW and width(frame) < _BROAD and height(frame) < width(frame)):
            continue
        held = [w for w in page.words if holds(frame, center(w.box))]
        said = " ".join(w.text for row in rows(held) for w in row)
        known = any(holds(other, center(frame)) for other, _ in out)
        if held and not known and _FLAG.fullmatch(said) and height(frame) < _WORDS_HIGH * height(held[0].box):
            out.append((frame, held))
    return out


def _pieces(words: Sequence[Word]) -> list[Piece]:
    return [piece for line in lines(words) for piece in line]


def _without(page: Page, frame: Box, held: Sequence[Word]) -> Page:
    """The page without one flag, where the line behind it is named by other words."""
    behind = [m for m in page.marks if _is_room(m, frame)]
    if not behind:
        return page
    left = min(m.box[0] for m in behind)
    behind = [m for m in behind if m.box[0] - left < 2]
    room = union(frame, behind[0].box)
    others = [w for w in page.words if not any(w is f for f in held)]
    if not _is_named(_pieces(others), room, frame):
        return page
    kept = (m for m in page.marks if not _is_in(m.box, frame))
    longer = tuple(replace(m, box=(frame[0], *m.box[1:])) if any(m is b for b in behind) else m for m in kept)
    return replace(page, words=tuple(others), marks=longer)


def _is_room(mark: Mark, frame: Box) -> bool:
    """Whether a rule, or a box to write into, begins right behind a flag and ends where it does or a little below."""
    if mark.kind not in ("line", "rect") or mark.annotation or width(mark.box) < _LONG:
        return False
    level = abs(mark.box[3] - frame[3]) < _BASE and height(mark.box) <= 2 * height(frame)
    return level and _APART <= mark.box[0] - frame[2] < _BEFORE


def _is_in(box: Box, frame: Box) -> bool:
    return holds(grown(frame, 2.0), box[:2]) and holds(grown(frame, 2.0), box[2:])


def _is_named(said: Sequence[Piece], room: Box, frame: Box) -> bool:
    """Whether words under the line or before the flag say what is signed there."""
    under = [p for p in said if -2 <= p.box[1] - room[3] < _CAPTION and gap(p.box, room)[0] == 0]
    before = [p for p in said if same_row(p.box, frame) and 0 <= frame[0] - p.box[2] < _LABEL]
    return any(_NAMES.search(p.text) for p in (*under, *before))
