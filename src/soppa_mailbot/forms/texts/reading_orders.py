"""The order of a paper's words in which the most of a blank's words are found.

Where texts stand side by side several orders may be meant; each is laid beside the blank, and the best is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.texts.comparison import Comparison, compare
from soppa_mailbot.forms.texts.crossed_labels import crossings, is_crossed
from soppa_mailbot.forms.texts.paging import paper_tokens
from soppa_mailbot.forms.texts.side_by_side import known_runs, side_by_side
from soppa_mailbot.forms.texts.strip_columns import STRETCHES, level_at, split_at, strips_between_columns
from soppa_mailbot.model import Box, Page

_WORTH = 0.35  # share of own words that are found: with less the paper is not this form
_OF_A_COLUMN = 3  # labels of one column that show its order
_NEAR = 12  # words of a form among which they stand
_BEFORE = 2.0  # points before the labels of the right column


def in_its_order(
    comparison: Comparison,
    pages: Sequence[Page],
    heads: Sequence[str] = (),
    asked: Sequence[str] = (),
    *,
    least: int = 1,
) -> Comparison:
    """The comparison, or a better one with the pages' words in the order in which the blank has them.

    Better is one in which `least` more of the blank's words are found: on a scan, more than misread words come to.
    """
    crossed = is_crossed(comparison)
    if not _WORTH * len(comparison.to_paper) <= len(comparison.found) < len(comparison.to_paper) + crossed:
        return comparison
    best = comparison
    by_words = [
        partial(side_by_side, known=known_runs(comparison.blank, over_places=over), both=over, tail=tail)
        for tail in (False, True)
        for over in (False, True)
    ]
    columns = strips_between_columns(pages)
    labels = {round(box[0]): box for box in crossings(comparison)}.values()
    beside: list[float | Box] = [*columns, *labels] if crossed else []
    level = [(partial(level_at, strip=strip), cells) for strip in beside for cells in (True, False)]
    by_columns = [
        partial(split_at, x=x, whole=whole, nth=nth)
        for x in columns
        for nth in range(STRETCHES)
        for whole in (False, True)
    ]
    known = [partial(split_at, x=b[0] - _BEFORE, whole=whole, label=b) for b in labels for whole in (False, True)]
    # what stands beside each other outside of tables leaves their cells as they are
    ways = (True, False) if any(t.cell is not None for t in comparison.paper) else (False,)
    orders = [(order, cells) for order in (*known, *by_words, *by_columns) for cells in ways]
    for order, by_cells in (*level, *orders):
        if len(best.found) == len(comparison.to_paper) and not crossed:
            break
        tokens = paper_tokens(pages, heads, by_cells=by_cells, asked=asked, arranged=order)[: limit.MAX_TOKENS]
        found = compare(comparison.blank, tokens)
        enough = len(found.found) >= len(best.found) + (0 if crossed else _gain(best, found, least))
        if enough and not (crossed and is_crossed(found)):
            best, crossed = found, False
    return best


def _gain(before: Comparison, after: Comparison, least: int) -> int:
    """How many more of the blank's words an order must show: few, where it loses none, and what it finds are the labels
    of one column, which were read among those of the other ("By", "Name", "Title" of two who sign side by side)."""
    new = after.found - before.found
    together = before.found < after.found and max(new) - min(new) < _NEAR
    return min(least, _OF_A_COLUMN) if together else least
