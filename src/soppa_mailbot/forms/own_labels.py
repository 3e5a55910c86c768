"""An answer may end with its own label: "410 Spruce Street" under "Street", "Kansas City" under "City".

The longest common text cannot tell which of the two is the blank's own word. Where it took the answer's, the place is
left empty and the one before it gets both; here the label goes back to where it stands by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.tokens import Token

_LABEL = 8  # words of a label that are looked for again


def settled(blank: Sequence[Token], paper: Sequence[Token], to_paper: Sequence[int], slots: Sequence[int]) -> list[int]:
    """The mapping of the blank's words to the paper's, labels moved back from the end of their answers.

    `slots` are the places to fill, as numbers of the blank's words before which they stand.
    """
    out = list(to_paper)
    breaks = sorted(set(slots))
    for at in breaks:
        start = max([b for b in breaks if b < at], default=0)
        if not 0 < at - start <= _LABEL or at >= len(blank) or out[at] < 0:
            continue
        run = out[start:at]
        if run[0] < 0 or run != list(range(run[0], run[0] + len(run))) or out[at] != run[-1] + 1:
            continue  # the label is not whole, or something stands behind it: an answer
        if _by_itself(blank[start], paper, run[0]):
            continue  # it stands where a label does
        before = out[start - 1] + 1 if start else 0
        words = [t.norm for t in blank[start:at]]
        for first in range(before, run[0] - len(words) + 1):
            if [t.norm for t in paper[first : first + len(words)]] == words and _by_itself(blank[start], paper, first):
                out[start:at] = range(first, first + len(words))
                break
    return out


def _by_itself(own: Token, paper: Sequence[Token], at: int) -> bool:
    """Whether a word begins a cell, a paragraph or a line, or stands well apart from what is before it."""
    here = paper[at]
    if own.cell is not None and here.cell is not None and (own.box is None) == (here.box is None):
        return own.cell == here.cell  # cells of a Word file and of a page are numbered each in their own way
    if at == 0:
        return True
    last = paper[at - 1]
    if last.cell != here.cell or last.paragraph != here.paragraph or last.page != here.page:
        return True
    if last.box is None or here.box is None:
        return False
    height = here.box[3] - here.box[1]
    return here.box[1] > last.box[3] - 0.3 * height or here.box[0] - last.box[2] > 1.2 * height
