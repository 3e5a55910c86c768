"""Where a place must lie on a page that was wrapped anew: as far from its label as in the blank."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import beside, center, from_word, gap, grown, holds
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import ON, Token, norms
from soppa_mailbot.forms.common.values import is_mark
from soppa_mailbot.model import Box

_REACH = 120.0  # points from a place to the own word that it is measured from
_SLACK = (6.0, 4.0)  # points, across and down
_NEAR = (40.0, 12.0)  # points within which an answer may have been pushed aside
_ROWS = 2  # of a table, over and under a cell, whose words tell where its column is
_BEFORE_CAPTION = 8.0  # points that an answer may begin before its caption
_KEPT = 0.8  # of a place's width, where the next of its row has moved into its end
_STRAY = 60.0  # points across from the nearest column to words that are of none
_CLEARLY = 30.0  # points by which words must be nearer to one column than to the others


Where = dict[str, tuple[int, Box]]  # Slot.id -> page and box in the paper


def expected_places(blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], slots: Sequence[Slot]) -> Where:
    """Where the slots must lie in the paper; only those that can be told, and only between pages and pages."""
    found = {s.id: _expected(blank, paper, to_paper, s) for s in slots}
    return _ending_before_the_next({identity: where for identity, where in found.items() if where}, slots)


def _ending_before_the_next(found: Where, slots: Sequence[Slot]) -> Where:
    """The places, none reaching with its end into the next of its row: a page laid out anew may have moved that nearer.

    Where a signing service takes its "Sign Here" and the line away, the day beside them stands further left.
    """
    out = dict(found)
    drawn = [(s.id, s.box) for s in slots if s.box is not None and s.id in found]
    for (identity, box), (page, (left, top, right, bottom)) in ((d, found[d[0]]) for d in drawn):
        begin = [
            there[0] - _SLACK[0]
            for other, o in drawn
            if (there := found[other][1]) and found[other][0] == page and box[2] <= o[0] and beside(box, o)
            if beside(found[identity][1], there)
        ]
        least = left + _KEPT * (right - left)
        out[identity] = page, (left, top, min([right, *(x for x in begin if x > least)]), bottom)
    return out


def placed(paper: Sequence[Token], to_paper: Sequence[int], expected: Where) -> dict[int, str]:
    """Paper tokens that lie in exactly one slot's expected place: token number -> Slot.id."""
    own = {j for j in to_paper if j >= 0}
    out: dict[int, str] = {}
    for number, token in enumerate(paper):
        if number in own or token.box is None:
            continue
        point = center(token.box)
        hits = [i for i, (page, box) in expected.items() if page == token.page and holds(grown(box, *_SLACK), point)]
        if len(hits) == 1:
            out[number] = hits[0]
    return out


def far_off(tokens: Sequence[Token], where: tuple[int, Box] | None) -> bool:
    """Whether words stand nowhere near the place that they would answer."""
    if where is None:
        return False
    page, box = where
    near = grown(box, *_NEAR)
    return all(t.box is not None and not (t.page == page and holds(near, center(t.box))) for t in tokens)


def in_one_row(slots: Sequence[Slot]) -> bool:
    """Whether slots stand in cells of one row of a Word table, each in its own."""
    cells = [s.cell for s in slots if s.cell]
    return len({c[:2] for c in cells}) == 1 and len(set(cells)) == len(slots)


def by_columns(
    blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], slots: Sequence[Slot], chunks: Sequence[list[Token]]
) -> list[list[Token]] | None:
    """Stretches of words on a page shared out among the places of one row of a Word table, each in its cell, by what
    heads or captions their columns there; None where that does not tell which is whose."""
    if not in_one_row(slots):
        return None
    columns = [_column(blank, paper, to_paper, s) for s in slots]
    out: list[list[Token]] = [[] for _ in slots]
    for chunk in chunks:
        far = []
        for column in columns:
            boxes = [b for page, b in column if page == chunk[0].page]
            if not boxes and _is_marked(chunk):
                boxes = [b for _, b in column]  # a table that goes on on the next page has its heads on the one before
            if not boxes or any(t.box is None for t in chunk):
                return None
            far.append(min(gap(b, t.box)[0] for b in boxes for t in chunk if t.box))
        nearest = min(range(len(far)), key=far.__getitem__)
        if far[nearest] > _STRAY and any(_is_marked(c) for c in chunks):
            continue  # the foot of the page under the last row of its marks
        if any(d < far[nearest] + _CLEARLY for n, d in enumerate(far) if n != nearest):
            return None
        out[nearest] += chunk
    return out


def _is_marked(chunk: Sequence[Token]) -> bool:
    return all(t.norm == ON or is_mark(t.raw) for t in chunk)


def by_captions(
    blank: Stream,
    paper: Sequence[Token],
    to_paper: Sequence[int],
    slots: Sequence[Slot],
    labels: Sequence[str],
    chunks: Sequence[list[Token]],
) -> list[list[Token]] | None:
    """Stretches of words on a page shared out among lines of a Word file beside each other, whose captions stand right
    below them in their order: each is of the line over whose caption it begins. None where that cannot be told.

    "Sonya Rhodes" over "Signature of officer    Superintendent": the other line is empty.
    """
    if any(s.cell or s.box or not s.is_line or s.paragraph != slots[0].paragraph for s in slots):
        return None
    at, lefts = slots[-1].at, []
    for label in labels:
        words = norms(label)
        there = to_paper[at] if at < len(to_paper) and words else -1
        if there < 0 or tuple(t.norm for t in blank.tokens[at : at + len(words)]) != words:
            return None
        box = paper[there].box
        if box is None:
            return None
        lefts.append((paper[there].page, box))
        at += len(words)
    if any(b[0] <= a[0] for (_, a), (_, b) in pairwise(lefts)) or len({page for page, _ in lefts}) > 1:
        return None
    out: list[list[Token]] = [[] for _ in slots]
    for chunk in chunks:
        boxes = [t.box for t in chunk if t.box is not None and t.page == lefts[0][0]]
        if len(boxes) < len(chunk) or any(box[1] > lefts[0][1][3] for box in boxes):
            return None
        column = max((n for n, (_, b) in enumerate(lefts) if b[0] - _BEFORE_CAPTION <= boxes[0][0]), default=None)
        ends = lefts[column + 1][1][0] if column is not None and column + 1 < len(lefts) else float("inf")
        if column is None or any(box[2] > ends for box in boxes):
            return None
        out[column] += chunk
    return out


def _column(blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], slot: Slot) -> list[tuple[int, Box]]:
    """Where the words over and under an empty cell of a Word table stand in the paper: page and box of each."""
    table, row, column = slot.cell or (-1, -1, -1)
    rows: dict[int, int] = {}  # row -> its last column: a row with merged cells is of other columns
    for cell in [*(t.cell for t in blank.tokens), *(s.cell for s in blank.slots)]:
        if cell is not None and cell[0] == table:
            rows[cell[1]] = max(rows.get(cell[1], 0), cell[2])
    out = []
    heads: dict[int, list[tuple[int, Box]]] = {}
    for token, there in zip(blank.tokens, to_paper, strict=True):
        cell = token.cell
        if cell is None or there < 0 or cell[0] != table or cell[2] != column or cell[1] > row + _ROWS:
            continue
        box = paper[there].box
        if box is not None and rows[cell[1]] == rows[row]:
            heads.setdefault(cell[1], []).append((paper[there].page, box))
            if cell[1] >= row - _ROWS:
                out.append((paper[there].page, box))
    # over a long list of rows alike, all of which are answered with a mark, the head may be far above
    above = max((r for r in heads if r < row), default=row)
    if above < row - _ROWS and all(rows.get(r) == rows[row] for r in range(above, row)):
        out += heads[above]
    return out


def _expected(blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], slot: Slot) -> tuple[int, Box] | None:
    """(page, box) of a slot in the paper, by the nearest own word that was found."""
    if slot.box is None:
        return None
    best: tuple[float, int] | None = None
    for number, token in enumerate(blank.tokens):
        if token.page != slot.page or token.box is None or to_paper[number] < 0:
            continue
        dx, dy = gap(token.box, slot.box)
        far = from_word(token.box, slot.box)
        if dx + 2 * dy < _REACH and (best is None or far < best[0]):
            best = (far, number)
    if best is None:
        return None
    here, there = blank.tokens[best[1]], paper[to_paper[best[1]]]
    if here.box is None or there.box is None:
        return None
    # From the nearer end of the word, so that another font's width does not matter.
    before = here.box[2] <= slot.box[0] + 3
    dx = there.box[2] - here.box[2] if before else there.box[0] - here.box[0]
    dy = center(there.box)[1] - center(here.box)[1]
    return there.page, (slot.box[0] + dx, slot.box[1] + dy, slot.box[2] + dx, slot.box[3] + dy)
