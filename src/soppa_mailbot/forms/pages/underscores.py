"""Runs of underscores of a page: those that are written on, and short ones that are ticked ("___ Yes  ___ No")."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import common, same_row, union, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

SHORTEST = 22.0  # points of a rule or run of underscores that is written on
SHORT_TICK = 34.0  # an underscore run up to this long before an option is ticked, not written on
LONG_TICK = 64.0  # the same where as long a run stands before each answer of a question, as its equal
_ALIKE = 2.0  # points by which such runs differ in length
_PITCH = 40.0  # points from one to the next under it
LIST = 3  # lines before items that make a list to be marked
_APART = 12.0  # points between such a line and what stands before it
_LEAST_APART = 6.0  # the same where its item stands close behind it
_SHORT_RUN = 60.0  # points: of two longer runs beside each other each is a line of its own
_BESIDE = 10.0  # points from a line to the word before it, and to the one behind it
_OPTION = re.compile(r"(?:yes|no|n/?a|true|false|not applicable)\b[.,;:)]?$", re.I)


def underscores(layout: Layout) -> list[Box]:
    """Runs of underscores; a date's three runs ("__/__/____") are one."""
    out: list[Box] = []
    led = [dots for _, dots in layout.led.values()]
    lines = [b for b in layout.underscores if not any(common(b, dots) > 0 for dots in led)]
    for row in rows([Word("__", b) for b in lines]):
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
    return [b for b in out if width(b) >= SHORTEST or b in marks or b in behind or _before_option(layout, b)]


def _list_marks(layout: Layout, found: Sequence[Box]) -> list[Box]:
    """Short lines that each stand before an item of a list, to be marked: "____ Name   ____ Date of birth".

    Three at least, and none alone in its row and its column: a line that begins a sentence's next line is none.
    """
    short = [b for b in found if width(b) <= SHORT_TICK and begins_item(layout, b)]
    kept = [b for b in short if any(o != b and (abs(o[0] - b[0]) < 3 or same_row(o, b)) for o in short)]
    if len(kept) < LIST:
        return []
    return kept + [b for b in found if b not in kept and _leads_row(layout, b, [o for o in kept if same_row(o, b)])]


def _leads_row(layout: Layout, box: Box, marks: Sequence[Box]) -> bool:
    """Whether a line right behind its question is the first of a row's marks: "Runs on? ___ Windows  ___ macOS"."""
    level = [w for w in layout.words if same_row(w.box, box)]
    before = max((w for w in level if w.box[2] <= box[0] + 1), key=lambda w: w.box[2], default=None)
    behind = any(0 <= w.box[0] - box[2] < 12 and w.text[0].isalnum() for w in level)
    alike = bool(marks) and all(abs(width(m) - width(box)) < 3 for m in marks) and box[0] < min(m[0] for m in marks)
    return alike and behind and before is not None and before.text.endswith(("?", ":"))


def begins_item(layout: Layout, box: Box) -> bool:
    """Whether words begin right behind a line that stands apart from what is before it."""
    level = [w for w in layout.words if same_row(w.box, box)]
    after = min((w.box[0] - box[2] for w in level if 0 <= w.box[0] - box[2] < 12 and w.text[0].isalnum()), default=None)
    if after is None:
        return False
    apart = min(_APART, max(_LEAST_APART, 2.2 * after))
    return not any(-1 <= box[0] - w.box[2] < apart for w in level)


def _text_between(layout: Layout, left: Box, right: Box) -> bool:
    between = (left[2], min(left[1], right[1]), right[0], max(left[3], right[3]))
    return any(common(w.box, between) > 0 and any(c.isalnum() for c in w.text) for w in layout.words)


def _before_option(layout: Layout, box: Box) -> bool:
    return bool(_option_behind(layout, box))


def _option_behind(layout: Layout, box: Box) -> str:
    """The answer right behind a line, "yes" or "no"; "" for other words, and in a sentence: "Cost ____ No fee is"."""
    row = [w for w in layout.words if same_row(w.box, box)]
    after = sorted((w for w in row if w.box[0] >= box[2]), key=lambda w: w.box[0])[:2]
    if not after or after[0].box[0] - box[2] >= _BESIDE or not _OPTION.match(after[0].text):
        return ""
    led = any(0 <= box[0] - w.box[2] < _BESIDE for w in row)
    if led and after[0].text.isalpha() and after[-1].text[:1].islower():
        return ""
    return after[0].text.casefold().strip(".,;:)")


def _behind_options(layout: Layout, found: Sequence[Box]) -> list[Box]:
    """Short lines that each stand behind "Yes" or "No", the row's last one too: "Yes ____  No ____"."""
    out: list[Box] = []
    short = [b for b in found if width(b) <= LONG_TICK]
    for box in short:
        row = [b for b in short if same_row(b, box) and (width(b) <= SHORT_TICK or _as_long(b, box))]
        last = max(row, key=lambda b: b[0])
        if len(row) > 1 and all(_after_option(layout, b) for b in row) and not _before_option(layout, last):
            out.append(box)
    return out


def _after_option(layout: Layout, box: Box) -> bool:
    before = [w for w in layout.words if same_row(w.box, box) and 0 <= box[0] - w.box[2] < 10]
    return bool(before) and _OPTION.match(max(before, key=lambda w: w.box[0]).text) is not None


def ticked_underscores(layout: Layout, written: Sequence[Box]) -> list[Box]:
    """Short runs before "Yes" or "No" ("___ Yes ___ No"), or before a list's items: they are ticked, not written on."""
    marks = [*_list_marks(layout, written), *_behind_options(layout, written)]
    short = [b for b in written if width(b) <= SHORT_TICK and (b in marks or _before_option(layout, b))]
    return [b for b in written if b in short or b in marks or _is_one_of_equals(layout, b, written)]


def _is_one_of_equals(layout: Layout, box: Box, written: Sequence[Box]) -> bool:
    """Whether a line before "Yes" or "No" has an equal before the other: a blank of a sentence has none."""
    option = _option_behind(layout, box)
    if not option or width(box) > LONG_TICK:
        return False
    near = (b for b in written if b != box and _as_long(b, box) and (same_row(b, box) or _is_under(b, box)))
    return any(_option_behind(layout, b) not in ("", option) for b in near)


def _is_under(a: Box, b: Box) -> bool:
    """Whether one of two lines stands right under the other, which begins where it does."""
    return abs(a[0] - b[0]) < _ALIKE and abs(a[1] - b[1]) < _PITCH


def _as_long(a: Box, b: Box) -> bool:
    return abs(width(a) - width(b)) < _ALIKE
