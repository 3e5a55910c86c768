"""Answers that stand beside a label of several lines: read line by line, they fall between the label's own words.

"Who will use it (students, staff, | Grades 4 to 8 / families)? |": in the order of the page the answer comes before
"families)?". Told by the blank, whose label is one table cell, and by where the words stand: to the right of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from soppa_mailbot.forms.texts.comparison import Comparison, compare

_RIGHT = 3.0  # points from the label's right edge


def behind_labels(comparison: Comparison) -> Comparison:
    """The comparison with such answers moved behind their labels."""
    order = list(range(len(comparison.paper)))
    own_of = {j: i for i, j in enumerate(comparison.to_paper) if j >= 0}
    for start, end in _labels(comparison):
        hits = [j for j in comparison.to_paper[start:end] if j >= 0]
        boxes = [b for j in hits if (b := comparison.paper[j].box)]
        pages = {comparison.paper[j].page for j in hits}
        if len(hits) < 2 or len(boxes) < len(hits) or max(pages) - min(pages) > 1:
            continue  # a row may be torn in two by the end of a page
        right = max(b[2] for b in boxes) + _RIGHT
        span = range(min(hits), max(hits) + 1)
        moved = [j for j in span if j not in own_of and (b := comparison.paper[j].box) is not None and b[0] >= right]
        if moved:
            kept = [j for j in span if j not in moved]
            order[span.start : span.stop] = [*kept, *moved]
    if order == list(range(len(comparison.paper))):
        return comparison
    at = {j: n for n, j in enumerate(order)}
    moved_paper = [comparison.paper[j] for j in order]
    again = compare(comparison.blank, moved_paper)  # options that stood among a label's words are found only now
    if len(again.found) > len(comparison.found):
        return again
    return replace(comparison, paper=moved_paper, to_paper=[at[j] if j >= 0 else -1 for j in comparison.to_paper])


def _labels(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Stretches of the blank's words in one table cell, with a place right behind them and none among them."""
    own = comparison.blank.tokens
    places = {s.at for s in comparison.blank.slots}
    start = 0
    for end in range(1, len(own) + 1):
        if end < len(own) and own[end].cell == own[start].cell and end not in places:
            continue
        if own[start].cell is not None and end in places:
            yield start, end
        start = end
