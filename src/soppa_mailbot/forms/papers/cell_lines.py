"""The later lines of a table's cell, which a scan has behind the words of the cells beside it.

Line by line a page reads "Company | Product or | (legal name) | service": of a label of two lines the second is not
found where the blank has it.
"""

from __future__ import annotations

from soppa_mailbot.forms.texts.comparison import Comparison, compare
from soppa_mailbot.model import Box

_BELOW = 1.2  # times a line's height from one line to the next, at most
_ASIDE = 8.0  # points by which a line may begin further right or left than the one before


def with_cell_lines(comparison: Comparison) -> Comparison:
    """The comparison with such lines moved behind the first of their cell, where that is how the blank's words are
    found again."""
    own, paper = comparison.blank.tokens, comparison.paper
    taken = set(comparison.to_paper)
    behind: dict[int, list[int]] = {}
    for start, end in _lost(comparison):
        before = comparison.to_paper[start - 1]
        box = _first_of_line(comparison, start - 1)
        said = [own[i].norm for i in range(start, end)]
        there = [
            j
            for j in range(len(paper) - len(said) + 1)
            if [paper[k].norm for k in range(j, j + len(said))] == said
            and not taken & set(range(j, j + len(said)))
            and paper[j].page == paper[before].page
            and _is_next_line(box, paper[j].box)
        ]
        if len(there) == 1:
            moved = range(there[0], there[0] + len(said))
            taken |= set(moved)
            behind.setdefault(before, []).extend(moved)
    if not behind:
        return comparison
    gone = {j for moved in behind.values() for j in moved}
    order: list[int] = []
    for j in range(len(paper)):
        order += [] if j in gone else [j, *behind.get(j, ())]
    again = compare(comparison.blank, [paper[j] for j in order])
    return again if len(again.found) > len(comparison.found) else comparison


def _lost(comparison: Comparison) -> list[tuple[int, int]]:
    """Runs of own words that were not found, behind one of the same cell that was."""
    own, to_paper = comparison.blank.tokens, comparison.to_paper
    runs: list[tuple[int, int]] = []
    for i in range(1, len(own)):
        if to_paper[i] >= 0 or own[i].cell is None or own[i].cell != own[i - 1].cell:
            continue
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        elif to_paper[i - 1] >= 0:
            runs.append((i, i + 1))
    return runs


def _first_of_line(comparison: Comparison, index: int) -> Box | None:
    """Where the first word of an own word's line in its cell stands."""
    own, paper, to_paper = comparison.blank.tokens, comparison.paper, comparison.to_paper
    box = last = paper[to_paper[index]].box
    while box is not None and last is not None and index and own[index - 1].cell == own[index].cell:
        index -= 1
        before = paper[to_paper[index]].box if to_paper[index] >= 0 else None
        if before is None or min(before[3], last[3]) - max(before[1], last[1]) <= 0:
            break
        box = before
    return box


def _is_next_line(line: Box | None, following: Box | None) -> bool:
    if line is None or following is None:
        return False
    high = max(line[3] - line[1], following[3] - following[1])
    middle = (following[1] + following[3]) / 2
    return abs(following[0] - line[0]) <= _ASIDE and line[3] - 0.2 * high < middle < line[3] + _BELOW * high
