"""Lists of places with boxes or crosses in an order form or a mail: "Sites: [x] Lincoln  [ ] Oak Ridge  [x] Addams"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soppa_mailbot import lazy_re as re

_BOX = re.compile(r"(?P<on>[☒☑✓✔✅🗹]|[\[(][ ]?[xX✓✔][ ]?[\])])|(?P<off>[☐□◻❑❏]|\[[ _]{0,3}\]|\([ _]{1,3}\))")
_BEGINS = re.compile(r"(?:^|[:?)|\t])\s*$")  # what may stand before the first box: its label


CROSSES = "✘✗✕✖❌🗙🚫⛔"
# a list of "✔ Lincoln" and "✘ Franklin (sticking with their textbook)", with or without the sign that makes emoji of it
_TICKED_LINE = re.compile(r"^[ \t]{0,20}[✔✓✅☑]\ufe0f?[ \t]*\w", re.MULTILINE)
_CROSSED_LINE = re.compile(rf"^[ \t]{{0,20}}[{CROSSES}]\ufe0f?[ \t]*\w[^\n]*", re.MULTILINE)
_EMPTY = re.compile(r"☐|\[[ _]{0,3}\]|\([ _]{1,3}\)")  # no bullet looks like these


def without_crossed(text: str) -> str:
    """The text with its crossed lines blanked where others are ticked; else the crosses are its bullets."""
    return _CROSSED_LINE.sub(lambda m: " " * len(m[0]), text) if _TICKED_LINE.search(text) else text


def none_ticked(text: str) -> list[str]:
    """The lines of a mail's lists of boxes in which none is ticked, with the words behind their boxes."""
    if not _EMPTY.search(text):
        return []
    out: list[str] = []
    lines = [(line, _leading(line)) for line in text.splitlines()]
    for boxed, block in groupby(lines, key=lambda found: bool(found[1])):
        rows = list(block)
        every = [box for _, boxes in rows for box in boxes]
        if boxed and len(every) > 1 and all(_EMPTY.fullmatch(box.group()) for box in every):
            out += [" ".join(line.split()) for line, _ in rows]
    return out


def without_unticked(text: str, *, paper: bool) -> str:
    """The text with what stands behind empty boxes blanked, in lists in which other boxes are ticked.

    Only where boxes stand before their words. Of a list with no tick a mail may have made its bullets; in a `paper`
    nobody has chosen yet.
    """
    if not _BOX.search(text):
        return text
    out: list[str] = []
    lines = [(line, _leading(line)) for line in text.splitlines(keepends=True)]
    for boxed, block in groupby(lines, key=lambda found: bool(found[1])):
        rows = list(block)
        every = [box for _, boxes in rows for box in boxes]
        ticked = any(box["on"] for box in every)
        told = boxed and len(every) > 1 and (ticked or paper) and not all(box["on"] for box in every)
        out += [_blanked(line, boxes) if told else line for line, boxes in rows]
    return "".join(out)


def _leading(line: str) -> list[re.Match[str]]:
    """The boxes of a line in which they stand before their words."""
    boxes = list(_BOX.finditer(line))
    return boxes if boxes and _BEGINS.search(line[: boxes[0].start()]) else []


def _blanked(line: str, boxes: list[re.Match[str]]) -> str:
    return line[: boxes[0].start()] + "".join(_parts(line, boxes))


def _parts(line: str, boxes: list[re.Match[str]]) -> Iterator[str]:
    ends = [box.start() for box in boxes[1:]] + [len(line)]
    for box, end in zip(boxes, ends, strict=True):
        said = line[box.end() : end]
        yield " " * (box.end() - box.start())
        yield said if box["on"] else re.sub(r"[^\n]", " ", said)
