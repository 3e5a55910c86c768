"""A question of several lines whose boxes stand beside one of them: "Does the product collect / data? [ ] Yes"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, height, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.naming.party import heading_party, is_heading
from soppa_mailbot.model import Box, Word

_MOST = 6  # lines of one question
_GAP = 0.75  # heights of a line between two lines of one paragraph
_SIZES = 2.0  # points by which two lines of one size of letters may differ in height
_SAME_LEFT = 4.0  # points by which the lines of a paragraph may begin apart
_HANGING = 32.0  # points by which a number may stand before its paragraph
_ENDS = re.compile(r"[.?!:;]\W*$")
_OF_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
ITEM = re.compile(r"[(\[]?(?:[A-Za-z]?\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,5})[.):\]]+")


def wrapped(level: Sequence[Word], words: Sequence[Word], places: Sequence[Box]) -> list[Word]:
    """The words before a box with the other lines of their paragraph, from the top down.

    `words` are those left of the box that no other box has, `places` all boxes and lines to fill in: a line beside
    which one stands asks for itself.
    """
    lines = rows(words)
    here = next((n for n, row in enumerate(lines) if level[0] in row), None)
    if here is None:
        return list(level)
    out = [lines[here]]
    if not _begins(out[0], lines):
        for row in reversed(lines[max(0, here - _MOST) : here]):
            if not _goes_on(row, out[0], places):
                break
            out.insert(0, row)
            if _begins(row, lines):
                break
    for row in lines[here + 1 : here + _MOST]:
        if _begins(row, lines) or not _goes_on(out[-1], row, places, below=True):
            break
        out.append(row)
    return [w for row in out for w in row]


def _begins(line: Sequence[Word], lines: Sequence[Sequence[Word]]) -> bool:
    """Whether a line begins a question by its number; "2.3" alone is one over or under "2.2" and its like ("WCAG / 2.1
    AA?" is none).
    """
    first = line[0]
    if ITEM.fullmatch(first.text):
        return True
    if not _OF_SECTION.fullmatch(first.text):
        return False
    section = first.text.partition(".")[0]
    others = [row[0] for row in lines if row is not line and abs(row[0].box[0] - first.box[0]) < _SAME_LEFT]
    return any(_OF_SECTION.fullmatch(w.text) and w.text.partition(".")[0] == section for w in others)


def _goes_on(upper: Sequence[Word], lower: Sequence[Word], places: Sequence[Box], *, below: bool = False) -> bool:
    """Whether the lower of two lines is the upper one's next: close under it, begun alike, once that was full."""
    text = " ".join(w.text for w in upper)
    size = min(height(upper[0].box), height(lower[0].box))
    if _ENDS.search(text) or is_heading(text) or heading_party(text) == "district":
        return False
    if abs(height(upper[0].box) - height(lower[0].box)) > _SIZES:
        return False
    if not -0.3 * size < min(w.box[1] for w in lower) - max(w.box[3] for w in upper) < _GAP * size:
        return False
    indent = lower[0].box[0] - upper[0].box[0]
    if not (abs(indent) < _SAME_LEFT or (0 < indent < _HANGING and ITEM.fullmatch(upper[0].text))):
        return False
    if upper[-1].box[2] + 0.3 * size + width(lower[0].box) < lower[-1].box[2] - _SAME_LEFT:
        return False  # its first word would have fitted
    other = lower if below else upper
    top, bottom = min(w.box[1] for w in other), max(w.box[3] for w in other)
    return not any(top < center(box)[1] < bottom for box in places)
