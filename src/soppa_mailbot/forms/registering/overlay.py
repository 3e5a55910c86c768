"""A page laid over its blank: the map from the one to the other, and which words of it are the blank's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import center, close, from_word, height, width
from soppa_mailbot.forms.common.tokens import Token, word_tokens
from soppa_mailbot.model import Box, Mark, Page

_SAME_MARK = 1.3  # points that a printed rule or box may be off; a tick inside its box is further off than that
_PUSHED = 2.5  # points by which a part of a page stands lower than another, more than fonts make
_FEW = 20  # of so many words one may stand anywhere
_EDGE = 0.07  # share of the page in which its head and foot stand
_SAMPLES = 60  # matched n-grams that the map is computed from


@dataclass(frozen=True, slots=True)
class Map:
    """Scale and shift from the blank's page to the paper's. Printing to PDF neither turns nor bends.

    `moved`: the blank's words, each with how much lower it stands than the rest of the page tells. A row of a table
    that an answer made higher pushes down what stands under it, and nothing else.
    """

    sx: float = 1.0
    sy: float = 1.0
    tx: float = 0.0
    ty: float = 0.0
    moved: tuple[tuple[Box, float], ...] = ()

    def box(self, box: Box) -> Box:
        down = self.ty + min(self.moved, key=lambda m: from_word(m[0], box))[1] if self.moved else self.ty
        return (
            box[0] * self.sx + self.tx,
            box[1] * self.sy + down,
            box[2] * self.sx + self.tx,
            box[3] * self.sy + down,
        )


@dataclass(frozen=True)
class Overlay:
    """What remains of a page when its blank is taken away."""

    map: Map
    fit: float  # share of shared n-grams that the map explains
    own: tuple[Token, ...]  # the blank's words, without page numbers
    found: frozenset[int]  # of `own`
    replaced: frozenset[int]  # of `own`: other words stand where these should
    added: tuple[Token, ...]  # words that are not the blank's
    marks: tuple[Mark, ...]  # marks that are not the blank's
    across: tuple[Token, ...] = ()  # large words over the page, as of a watermark, that are no answer

    @property
    def share(self) -> float:
        return len(self.found) / len(self.own) if self.own else 1.0

    def in_place_of(self, indices: Sequence[int]) -> list[Token]:
        """The words that stand where these of `own` should."""
        targets = [self.map.box(box) for box in (self.own[i].box for i in indices) if box is not None]
        return [t for t in self.added if any(_covered(target, [t]) for target in targets)]


def own_tokens(page: Page) -> list[Token]:
    """The words that a blank's page prints, without lines to write on and without its page numbers."""
    tokens = [t for t in word_tokens(page.words, page.number) if t.norm not in ("__", "☐", "☒")]
    out: list[Token] = []
    dropped = False
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        paged = before is not None and before.norm in ("page", "pg", "p", "of")
        if before is not None and before.unit == token.unit and not paged:
            if not dropped:
                out.append(token)  # the second 4 of "4.4"
            continue
        beside = (
            before is not None
            and _level(before, token)
            and token.box
            and before.box
            and token.box[0] - before.box[2] < 20
        )
        end = next((i for i in range(index, len(tokens)) if tokens[i].unit != token.unit), len(tokens))
        leads = (not beside and not _leads_on(tokens[end - 1], tokens[end : end + 2])) or dropped or paged
        dropped = token.norm.isdigit() and len(token.norm) <= 3 and _in_margin(token, page) and bool(leads)
        if not dropped:
            out.append(token)
    return out


def _leads_on(token: Token, following: Sequence[Token]) -> bool:
    """Whether words go on behind a number: "31 of each year" ends a sentence, "3 of 4" numbers a page."""
    after = following[0] if following else None
    paged = after is not None and after.norm == "of" and (len(following) < 2 or following[1].norm.isdigit())
    if after is None or paged or after.norm.isdigit() or after.box is None or token.box is None:
        return False
    return _level(token, after) and 0 <= after.box[0] - token.box[2] < 20


def _level(a: Token, b: Token) -> bool:
    return a.box is not None and b.box is not None and abs(center(a.box)[1] - center(b.box)[1]) < 3


def _in_margin(token: Token, page: Page) -> bool:
    return token.box is not None and (token.box[3] < 0.1 * page.height or token.box[1] > 0.9 * page.height)


def lay_over(blank: Page, page: Page) -> Overlay | None:
    """The page over its blank; None where the layout is another (text that was wrapped anew)."""
    own = own_tokens(blank)
    tokens = word_tokens(page.words, page.number)
    found = fit(own, tokens)
    if found is None:
        return None
    return _subtract(found[0], found[1], own, tokens, blank, page)


def fit(own: Sequence[Token], tokens: Sequence[Token]) -> tuple[Map, float] | None:
    """The map that explains where unique n-grams of the blank stand in the paper, and the share that it explains."""
    pairs = _anchors(own, tokens)
    if len(pairs) < min(limit.AFFINE_ANCHORS, max(2, len(own) // 4)):
        return None
    step = max(1, len(pairs) // _SAMPLES)
    sample = pairs[::step]
    sx, tx = _line([(a[0], b[0]) for a, b in sample])
    sy, ty = _line([(a[1], b[1]) for a, b in sample])
    if sx is None or sy is None:
        sx = sy = sx or sy or 1.0
        tx = median(b[0] - sx * a[0] for a, b in sample)
        ty = median(b[1] - sy * a[1] for a, b in sample)
    if not (0.4 < sx < 2.5 and 0.4 < sy < 2.5):
        return None
    good = sum(
        abs(b[0] - (sx * a[0] + tx)) <= limit.WORD_TOLERANCE and abs(b[1] - (sy * a[1] + ty)) <= limit.WORD_TOLERANCE
        for a, b in pairs
    )
    if good < limit.AFFINE_INLIERS * len(pairs):
        return None
    return Map(sx, sy, tx, ty), good / len(pairs)


Point = tuple[float, float]


def _anchors(own: Sequence[Token], tokens: Sequence[Token]) -> list[tuple[Point, Point]]:
    """Points of the blank and of the paper where the same n-gram stands, which both have once."""
    for size in (3, 2, 1):
        here, there = _unique(own, size), _unique(tokens, size)
        shared = [(here[g], there[g]) for g in here if g in there]
        if len(shared) >= limit.AFFINE_ANCHORS or size == 1:
            return [(_point(a), _point(b)) for a, b in shared if a.box and b.box]
    return []


def _point(token: Token) -> Point:
    box = token.box or (0.0, 0.0, 0.0, 0.0)
    return box[0], (box[1] + box[3]) / 2


def _unique(tokens: Sequence[Token], size: int) -> dict[tuple[str, ...], Token]:
    seen: dict[tuple[str, ...], Token] = {}
    twice: set[tuple[str, ...]] = set()
    for index in range(len(tokens) - size + 1):
        gram = tuple(t.norm for t in tokens[index : index + size])
        if gram in seen:
            twice.add(gram)
        seen[gram] = tokens[index]
    return {g: t for g, t in seen.items() if g not in twice}


def _line(points: Sequence[Point]) -> tuple[float | None, float]:
    """Slope and intercept by the median of all pairs (Theil and Sen); slope None where the points do not spread."""
    slopes = [
        (b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(points) for b in points[i + 1 :] if abs(b[0] - a[0]) > 40
    ]
    if len(slopes) < 3:
        return None, 0.0
    slope = median(slopes)
    return slope, median(y - slope * x for x, y in points)


def _subtract(
    place: Map, explained: float, own: Sequence[Token], tokens: Sequence[Token], blank: Page, page: Page
) -> Overlay:
    by_norm: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        by_norm.setdefault(token.norm, []).append(index)
    taken: set[int] = set()
    found: set[int] = set()
    pairs: list[tuple[Box, Box]] = []
    for number, token in enumerate(own):
        if token.box is None:
            continue
        target = place.box(token.box)
        best = _nearest(target, by_norm.get(token.norm, ()), tokens, taken)
        if best is not None:
            taken.add(best)
            found.add(number)
            pairs.append((token.box, tokens[best].box or target))
    added = [t for i, t in enumerate(tokens) if i not in taken and t.norm != "__"]
    across = [t for t in added if t.box is not None and height(t.box) >= 60]  # a watermark is no answer
    added = [t for t in added if t not in across]
    replaced = {
        n
        for n, t in enumerate(own)
        if n not in found and t.box and _covered(place.box(t.box), added) and not _is_stamp(t, blank)
    }
    place = replace(place, moved=_moved(pairs, place))
    marks = _added_marks(place, blank.marks, page.marks)
    return Overlay(
        place, explained, tuple(own), frozenset(found), frozenset(replaced), tuple(added), marks, tuple(across)
    )


def _is_stamp(token: Token, page: Page) -> bool:
    """Whether a word is the "AM" that a browser prints behind the hour into a page's head."""
    edge = _EDGE * page.height
    return token.norm in ("am", "pm") and token.box is not None and not edge < token.box[1] < page.height - edge


def _moved(pairs: Sequence[tuple[Box, Box]], place: Map) -> tuple[tuple[Box, float], ...]:
    """How much lower each word of the blank stands in the paper than the map says; nothing where all stand alike."""
    off = [(own, center(there)[1] - center(place.box(own))[1]) for own, there in pairs]
    in_order = sorted(down for _, down in off)
    few = len(in_order) // _FEW
    if not in_order or in_order[-1 - few] - in_order[few] <= _PUSHED:
        return ()
    return tuple(off)


def _nearest(target: Box, candidates: Sequence[int], tokens: Sequence[Token], taken: set[int]) -> int | None:
    best, least = None, 1e9
    tx, ty = center(target)
    for index in candidates:
        box = tokens[index].box
        if index in taken or box is None:
            continue
        x, y = center(box)
        dx, dy = abs(x - tx), abs(y - ty)
        if dx <= limit.WORD_TOLERANCE + 0.2 * width(target) and dy <= limit.WORD_TOLERANCE and dx + dy < least:
            best, least = index, dx + dy
    return best


def _covered(target: Box, added: Sequence[Token]) -> bool:
    for token in added:
        if token.box is None:
            continue
        x, y = center(token.box)
        beside = min(target[2], token.box[2]) - max(target[0], token.box[0])
        if abs(y - center(target)[1]) <= 4 and (beside > 1.0 or target[0] <= x <= target[2]):
            return True
    return False


def _added_marks(place: Map, own: Sequence[Mark], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks without those of the blank, each of which accounts for one mark of its kind."""
    at: dict[tuple[str, int, int], list[Box]] = {}
    for mark in own:
        box = place.box(mark.box)
        at.setdefault((mark.kind, int(box[0] // 8), int(box[1] // 8)), []).append(box)
    out = []
    for mark in marks:
        if mark.annotation or not _take_same(mark, at):
            out.append(mark)
    return tuple(out)


def _take_same(mark: Mark, at: dict[tuple[str, int, int], list[Box]]) -> bool:
    column, row = int(mark.box[0] // 8), int(mark.box[1] // 8)
    for c in (column, column - 1, column + 1):
        for r in (row, row - 1, row + 1):
            boxes = at.get((mark.kind, c, r), [])
            for index, box in enumerate(boxes):
                if close(box, mark.box, _SAME_MARK):
                    del boxes[index]
                    return True
    return False
