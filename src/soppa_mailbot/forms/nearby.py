"""Where a place must lie on a page that was wrapped anew: as far from its label as in the blank."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.geometry import center, gap, grown, holds
from soppa_mailbot.forms.stream import Slot, Stream
from soppa_mailbot.forms.tokens import Token
from soppa_mailbot.model import Box

_REACH = 120.0  # points from a place to the own word that it is measured from
_SLACK = (6.0, 4.0)  # points, across and down


def placed(blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], slots: Sequence[Slot]) -> dict[int, str]:
    """Paper tokens that lie in exactly one slot's expected place: token number -> Slot.id. Pages only."""
    where = {s.id: _expected(blank, paper, to_paper, s) for s in slots}
    expected = [(identity, *found) for identity, found in where.items() if found]
    if not expected:
        return {}
    own = {j for j in to_paper if j >= 0}
    out: dict[int, str] = {}
    for number, token in enumerate(paper):
        if number in own or token.box is None:
            continue
        point = center(token.box)
        hits = [i for i, page, box in expected if page == token.page and holds(grown(box, *_SLACK), point)]
        if len(hits) == 1:
            out[number] = hits[0]
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
        if dx + 2 * dy < _REACH and (best is None or dx + 2 * dy < best[0]):
            best = (dx + 2 * dy, number)
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
