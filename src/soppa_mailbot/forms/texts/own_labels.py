"""Words of the blank's own that must not be taken for answers.

An answer may end with its own label: "410 Spruce Street" under "Street", "Kansas City" under "City".

The longest common text cannot tell which of the two is the blank's own word. Where it took the answer's, the place is
left empty and the one before it gets both; here the label goes back to where it stands by itself. And where texts that
stand side by side are read in another order than the blank's, a caption of one column turns up in a place of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from soppa_mailbot.forms.common.tokens import IMAGE, OFF, ON, STROKE, Token

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
        # behind the last word that was found: what is before it is the blank's own, on another page it may be
        before = next((j for j in reversed(out[:start]) if j >= 0), -1) + 1
        words = [t.norm for t in blank[start:at]]
        for first in range(before, run[0] - len(words) + 1):
            if [t.norm for t in paper[first : first + len(words)]] == words and _by_itself(blank[start], paper, first):
                out[start:at] = range(first, first + len(words))
                break
    return out


def moved_words(
    blank: Sequence[Token],
    paper: Sequence[Token],
    to_paper: Sequence[int],
    slots: Sequence[int],
    offered: Collection[int] = (),
) -> frozenset[int]:
    """Words of the paper, by number, that are a line of the blank's own which is missing from its place.

    A whole line, or what stands of it between two places; one of a single word only where it stands by itself. What
    begins at one of `offered` is an answer to choose, which a copy may lack, and another question's answer may be.
    """
    own = {j for j in to_paper if j >= 0}
    free = {n for n in range(len(paper)) if n not in own and paper[n].norm not in ("__", ON, OFF, IMAGE, STROKE)}
    starts: dict[str, list[int]] = {}
    for n in sorted(free):
        starts.setdefault(paper[n].norm, []).append(n)
    out: set[int] = set()
    for first, end in _lines(blank, set(slots)):
        words = [t.norm for t in blank[first:end]]
        if first in offered or any(j >= 0 for j in to_paper[first:end]) or not any(w.isalpha() for w in words):
            continue
        for n in starts.get(words[0], ()):
            here = range(n, n + len(words))
            whole = len(words) > 1 or (_by_itself(blank[first], paper, n) and _ends(paper, n))
            if whole and free.issuperset(here) and not out & set(here) and [paper[i].norm for i in here] == words:
                out.update(here)
                break
    return frozenset(out)


def _lines(blank: Sequence[Token], slots: set[int]) -> list[tuple[int, int]]:
    """Where the blank's lines begin and end: paragraphs, lines of a page, stretches between places."""
    out: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(blank) + 1):
        last, here = blank[at - 1], blank[at] if at < len(blank) else None
        if here is None or at in slots or (last.page, last.paragraph, last.cell) != (
            here.page, here.paragraph, here.cell,
        ) or (last.box is not None and here.box is not None and here.box[1] > last.box[3]):  # fmt: skip
            out.append((start, at))
            start = at
    return out


def _ends(paper: Sequence[Token], at: int) -> bool:
    """Whether nothing follows a word in its line, or well apart from it."""
    if at + 1 >= len(paper) or paper[at + 1].norm == "__":
        return True
    here, following = paper[at], paper[at + 1]
    if here.box is None or following.box is None:
        return (here.paragraph, here.cell, here.page) != (following.paragraph, following.cell, following.page)
    height = here.box[3] - here.box[1]
    return following.box[1] > here.box[3] - 0.3 * height or following.box[0] - here.box[2] > 1.2 * height


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
