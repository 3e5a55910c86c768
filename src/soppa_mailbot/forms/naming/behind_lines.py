"""The words right behind a blank in a sentence: what the contract calls it, or a remark in brackets on what it is for.

"made as of ____ (date to be inserted by the District) between": such a remark may go on in the next line of the page.
It belongs to the blank before it, and is no part of the next one's label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, height, same_row
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.line_breaks import without_term
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_BEHIND = 10.0  # points from a line to the words of its sentence behind it
_NEXT_LINE = 1.9  # heights of a line of text down to the next one
_MARGIN = 12.0  # points from the left side of the text within which a line of it begins
_LEADING = re.compile(r"\W{0,3}[(\[]\s?(?P<remark>[^()\[\]]*)[)\]][\s,.;:]*(?=\S)")
# a label that says nothing without the remark behind its blank: "a", "in", "and at", "We, ____ (legal name)"
# "(name of firm)", which names a place; "(if any)", "(please print)" and "(the “Vendor”)" do not
_NAME = re.compile(
    r"[(\[]\s?(?!(?:if|optional|please|print|type|or|and|see|not|as|the|hereinafter)\b)"
    r"(?P<name>[^\W\d][^()\[\]“”\"]{2,40})[)\]]\W{0,2}",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*(?:(?:an?|the|in|at|of|by|to|for|and|is|on|with|or|from|as|we|i)\b\W*){1,3}", re.I)


def words_behind(layout: Layout, line: Box, places: Sequence[Box]) -> str:
    """The words behind a line, with those of the next line of text where a bracket opens that is not closed.

    `line` is where text on it stands; `places` are all lines to write on.
    """
    behind = [p for p in layout.pieces if same_row(p.box, line) and -2 <= p.box[0] - line[2] < _BEHIND]
    first = min(behind, key=lambda p: p.box[0], default=None)
    if first is not None and not _is_open(first.text):
        return first.text
    last = first is None and not any(same_row(o, line) and o[0] >= line[2] - 2 for o in places)
    below = _next_line(layout, first.box if first else line) if first or last else None
    if below is None:
        return first.text if first else ""
    if first is not None:
        return f"{first.text} {below.text}"
    # a line that ends its row: a caption under it would be nothing but brackets
    opening = _LEADING.match(below.text)
    return below.text if opening and below.text[opening.end()].islower() else ""


def named_behind(layout: Layout, lines: Sequence[Box]) -> dict[Box, str]:
    """The lines of rows that begin with one and have each its name in brackets behind it, with their names.

    "........ (name of firm)   ...... (telephone)": nothing else stands in such a row, so that no bracket speaks of the
    line that comes next.
    """
    out: dict[Box, str] = {}
    for line in lines:
        row = sorted((o for o in lines if same_row(seat_of(o), seat_of(line))), key=lambda o: o[0])
        if line in out or row[0] is not line:
            continue
        words = sorted((p for p in layout.pieces if same_row(p.box, seat_of(line))), key=lambda p: p.box[0])
        names = [m["name"] for p in words if (m := _NAME.fullmatch(p.text.strip()))]
        between = [
            o[2] - 2 <= p.box[0] < (row[n + 1][0] if n + 1 < len(row) else p.box[2] + 1)
            for n, (o, p) in enumerate(zip(row, words, strict=False))
        ]
        if len(names) == len(words) == len(row) and all(between):
            out.update(zip(row, names, strict=True))
    return out


def _is_open(text: str) -> bool:
    return text.startswith(("(", "[")) and not re.search(r"[)\]]", text)


def _next_line(layout: Layout, over: Box) -> Piece | None:
    """The words that begin the next line of the text."""
    high = max(height(over), 9.0)
    below = [p for p in layout.pieces if 0.5 * high < center(p.box)[1] - center(over)[1] < _NEXT_LINE * high]
    left = min((p.box[0] for p in layout.pieces), default=0.0)
    first = min(below, key=lambda p: (round(p.box[1] / 3), p.box[0]), default=None)
    return first if first is not None and first.box[0] < left + _MARGIN else None


def own_label(label: str, remark: str, remarks: Iterable[str]) -> str:
    """A blank's label without the remark on the blank before it; its own `remark` where it says nothing else.

    `remarks` are those behind any blank of the page.
    """
    own = without_term(label)
    leading = _LEADING.match(own)
    # it may define a term as well: "(the “Effective Date”, entered by the District)"
    if leading and " ".join(leading["remark"].split()).endswith(tuple({*remarks} - {remark, ""})):
        own = own[leading.end() :]
    label = label if own == label else tidy(own)
    return remark if remark and only_joins(label) else label


def only_joins(label: str) -> bool:
    """Whether a label is just the joint of a sentence: "a", "and", "at the"."""
    return _BARE.fullmatch(label) is not None
