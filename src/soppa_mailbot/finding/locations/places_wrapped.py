"""Schools whose names wrap in a cell of a priced row: "Planet Atlas - Lincoln | 250 | $8.50" over "Middle School".

A paper's text has the row's numbers between the two halves. The second half is put back where it was cut off, if both
together name a place of the list; the text keeps its length.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mentions import mentions
from soppa_mailbot.finding.products.line_items_rows import row_parts

_LONGEST = 60  # letters of the rest of a name
_SUM = re.compile(r"\W*(?:sub-?total|total|tax)\b", re.IGNORECASE)
_MOST_LINES = 900  # of a paper in which every line is looked at


def unwrapped(text: str, index: Index) -> str:
    """The text with the second halves of wrapped names behind their first halves."""
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        return text
    out: list[str] = []
    for line in lines:
        joined = _joined(out[-1], line, index) if out else ""
        if joined:
            out[-1] = joined
        elif len(out) > 1 and not row_parts(out[-1])[0] and (joined := _around(out[-2:], line, index)):
            out[-2:] = [joined]
        else:
            out.append(line)
    return "\n".join(out)


def _joined(row: str, rest: str, index: Index) -> str:
    """The row with the rest of a name in it; "" where the line under it is none."""
    words, numbers = row_parts(row)
    if "\t" not in row or not numbers or not _may_be_rest(rest) or _SUM.match(row):
        return ""
    at = 0
    for word in words:
        at = row.index(word, at) + len(word)
        if _cut_between(word, rest.strip(), index):
            return f"{row[:at]} {rest}{row[at:]}"
    return ""


def _around(above: list[str], rest: str, index: Index) -> str:
    """A name whose halves stand over and under the numbers of their row, which are in the middle of its height."""
    name, numbers = above
    if not row_parts(numbers)[1] or not _may_be_rest(name) or not _may_be_rest(rest):
        return ""
    return f"{name} {rest}\n{numbers}" if _cut_between(name.strip(), rest.strip(), index) else ""


def _may_be_rest(line: str) -> bool:
    bare = line.strip()
    return 0 < len(bare) <= _LONGEST and not re.search(r"[\t\d$€£:]", bare)


def _cut_between(name: str, rest: str, index: Index) -> bool:
    """Whether a place's name begins in the first of two pieces and ends in the second."""
    return any(m.places and m.strong and m.start < len(name) < m.end for m in mentions(f"{name} {rest}", index))
