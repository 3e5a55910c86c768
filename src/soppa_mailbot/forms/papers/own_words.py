"""The blank's own words on a registered scan: are they still what the blank prints?

Every own word has an expected place. Where its print is not found again in pixels, its line is read closely, larger
and twice, and the blank's own line with it: only where OCR reads the blank right and both readings of the page agree
on other words is a word changed. All that is less clear says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import overlaps
from soppa_mailbot.forms.common.thresholds_scan import (
    LOOKED_AT,
    LOST_NAME,
    LOST_WORD,
    MORE_WORD,
    UNLIKE_NUMBER,
)
from soppa_mailbot.forms.common.tokens import OFF, ON, Token, word_tokens
from soppa_mailbot.forms.registering.closely import Change, read_closely
from soppa_mailbot.forms.registering.closer import Closer
from soppa_mailbot.forms.registering.word_ink import Seen
from soppa_mailbot.model import Box, Page

Known = dict[tuple[object, ...], tuple[list[Change], set[int]]]

_GAP = 40.0  # points: words further apart are two columns
_ALIKE = 2  # numbers that are printed as another is, at least
_REFERENCE = re.compile(r"\d{1,4}(?:[/.-]\d{1,4})+\W?")  # "85/5", "99.3"
_AROUND = 3  # words to each side that are read along


@dataclass(frozen=True, slots=True)
class Wording:
    """What became of the own words of one page."""

    own: tuple[Token, ...]
    unclear: frozenset[int] = frozenset()  # not found again in pixels, and not read for sure
    changes: tuple[Change, ...] = ()

    @property
    def changed(self) -> frozenset[int]:
        return frozenset(i for c in self.changes for i in c.own)


def own_tokens(page: Page) -> tuple[Token, ...]:
    """The words that are compared, in the page's order."""
    return tuple(t for t in word_tokens(page.words, page.number) if t.norm not in ("__", ON, OFF))


def lines_to_write_on(page: Page) -> tuple[Box, ...]:
    """The underscores of a page, whether they are known as places or not."""
    return tuple(t.box for t in word_tokens(page.words, page.number) if t.norm == "__" and t.box is not None)


def compare(
    own: Sequence[Token],
    marks: Sequence[Seen | None],
    places: Sequence[Box],
    names: Collection[int],
    closer: Closer,
    *,
    known: Known,
    written_on: Sequence[Box] = (),
    names_only: bool = False,
) -> Wording:
    """`marks` tell what of each word was found again in pixels (`word_ink.seen`).

    `names` are the words of names and titles, which are looked at first, and alone on a page that is hard to read.
    Words in `places` are left out: people write over them; `written_on` are all lines for that. `known` keeps what was
    read of this page for other versions of the form, which mostly print the same.
    """
    free = [t.box is not None and not any(overlaps(t.box, b) for b in places) for t in own]
    usual = median([m.unlike for m in marks if m is not None and m.unlike is not None] or [1.0])
    doubted = {
        i for i, mark in enumerate(marks) if free[i] and mark is not None and _doubted(own[i], mark, i in names, usual)
    }
    weights = {i: _weight(own[i], marks[i], i in names) for i in doubted}
    lines = sorted((g for g in _lines(own, free) if doubted & set(g)), key=lambda g: -max(weights.get(i, 0) for i in g))
    if names_only:
        lines = [g for g in lines if set(g) & doubted & set(names)]
    changes: list[Change] = []
    clear: set[int] = set()
    for stretch in [s for line in lines for s in _stretches(line, doubted)][:LOOKED_AT]:
        key = tuple((own[i].norm, *(round(v) for v in own[i].box or ())) for i in stretch)
        if key not in known:
            known[key] = read_closely([own[i] for i in stretch], [i in doubted for i in stretch], closer, written_on)
        told, same = known[key]
        changes += [c.moved(stretch) for c in told]
        clear |= {stretch[n] for n in same}
    changes = [c for c in changes if not _misread(c, own, marks, names, clear)]
    changed = {i for c in changes for i in c.own}
    return Wording(tuple(own), frozenset(doubted - clear - changed), tuple(sorted(changes, key=lambda c: c.at)))


def _doubted(token: Token, mark: Seen, named: bool, usual: float) -> bool:
    """`usual` is how unlike the words of this page are to the blank's."""
    if token.norm.isdigit():  # a six lacks hardly anything of an eight
        return named or mark.lost > LOST_NAME or (mark.unlike or 0.0) > UNLIKE_NUMBER * usual
    if named:
        return mark.lost > LOST_NAME or mark.more > MORE_WORD
    return mark.lost > LOST_WORD or mark.more > MORE_WORD


def _misread(
    change: Change, own: Sequence[Token], marks: Sequence[Seen | None], names: Collection[int], clear: Collection[int]
) -> bool:
    """Whether one reference of several that are printed alike is only misread: "83/5" in a column of "85/5".

    Its print is no more unlike the blank's than that of the others, which read as they should. Of a bare number, such
    as the days of a term, that is not enough.
    """
    if len(change.own) != 1 or change.own[0] in names or not _REFERENCE.fullmatch(change.said):
        return False
    here, token = marks[change.own[0]], own[change.own[0]]
    alike = [i for i, t in enumerate(own) if (t.raw, t.norm) == (token.raw, token.norm) and i in clear]
    others = [mark for i in alike if (mark := marks[i]) is not None]
    if here is None or here.unlike is None or len(others) < _ALIKE or not _one_figure(change):
        return False
    return here.lost <= max(m.lost for m in others) and here.unlike <= max(m.unlike or 0.0 for m in others)


def _one_figure(change: Change) -> bool:
    """Whether a number reads as another of its length that differs in one figure."""
    pairs = zip(change.said, change.reads, strict=False)
    return len(change.said) == len(change.reads) and sum(a != b for a, b in pairs) == 1


def _weight(token: Token, mark: Seen | None, named: bool) -> float:
    lost = mark.lost if mark is not None else 0.0
    return lost + (2.0 if named else 0.0) + (0.2 if token.norm.isdigit() else 0.0)


# --- lines ------------------------------------------------------------------------------------------------------------


def _lines(own: Sequence[Token], free: Sequence[bool]) -> list[list[int]]:
    """Words beside each other, of one line and one column."""
    out: list[list[int]] = []
    for index, token in enumerate(own):
        if not free[index] or token.box is None:
            continue
        last = own[out[-1][-1]].box if out else None
        if last is not None and _level(last, token.box) and -2 <= token.box[0] - last[2] <= _GAP:
            out[-1].append(index)
        else:
            out.append([index])
    return out


def _level(a: Box, b: Box) -> bool:
    return min(a[3], b[3]) - max(a[1], b[1]) > 0.6 * min(a[3] - a[1], b[3] - b[1])


def _stretches(line: Sequence[int], doubted: Collection[int]) -> Iterable[list[int]]:
    """The doubted words of a line with their neighbours; those far apart by themselves."""
    at = [n for n, i in enumerate(line) if i in doubted]
    start = at[0]
    for here, following in zip(at, [*at[1:], None], strict=True):
        if following is None or following - here > 2 * _AROUND + 2:
            yield list(line[max(0, start - _AROUND) : here + _AROUND + 1])
            if following is not None:
                start = following
