"""Words put into the form's own sentences: "The product is *not* subject to SOPPA".

A filled copy has its answers where the blank has places; words between two words of one sentence, away from all places,
change what is asked or agreed, as much as a word that was exchanged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise

from soppa_mailbot.forms.common.geometry import center, height
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.tokens import IMAGE, INK_WORD, OFF, ON, STROKE, Token, norms, spelled
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.papers.overwritten import NEGATIONS, takes_back
from soppa_mailbot.forms.papers.riders import taken_back
from soppa_mailbot.forms.texts.comparison import Comparison

_AWAY = 3  # own words between an insertion and the nearest place, unless it turns the sentence round
_AROUND = 2  # own words on either side that must stand there as in the blank
_LONG = 6  # words before the end of a paragraph that make it one of sentences, and no label
_SPACE = 1.6  # of a word's height: words of one sentence are no further apart
_STRUCK = "struck through: "  # how the reader of Word files begins its note
_SHOWN = 60
_WORD = 15.0  # points across


def changed_words(comparison: Comparison, notes: Sequence[str] = ()) -> tuple[str, ...]:
    """What was inserted into the form's own words, struck through among them or put behind them, for people."""
    out = [f'"{text}" was put into the form\'s own words' for text in _inserted(comparison)]
    out += [f'behind the form\'s last words: "{text}"' for text in _behind(comparison)]
    out += [
        f'"{text[:_SHOWN]}" is struck through among the form\'s own words'
        for text in (n.removeprefix(_STRUCK) for n in notes if n.startswith(_STRUCK))
        if _is_own(norms(text), comparison)
    ]
    return tuple(dict.fromkeys(out))


def _inserted(comparison: Comparison) -> list[str]:
    own, paper, at = comparison.blank.tokens, comparison.paper, comparison.to_paper
    slots = sorted({s.at for s in comparison.blank.slots})
    out = []
    for index in range(_AROUND, len(own) - _AROUND + 1):
        before, after = at[index - 1], at[index] if index < len(at) else -1
        if before < 0 or after - before < 2 or not _in_order(at, index):
            continue
        added = [t for t in paper[before + 1 : after] if t.norm not in ("__", STROKE) and not _is_speck(t)]
        if not added or any(t.norm in (ON, OFF, IMAGE) for t in added):
            continue
        text = spelled(added).replace(INK_WORD, "(handwriting)")
        turned = (len(added) <= 3 and any(t.norm in NEGATIONS for t in added)) or takes_back(text)
        if _distance(slots, index) < (1 if turned else _AWAY):
            continue
        if takes_back(text) or reserves(text) or _goes_on(own, paper, index, before, after):
            out.append(text[:_SHOWN])
    return out


def _behind(comparison: Comparison) -> list[str]:
    """A list of exceptions that is typed behind the form's last words, in the same Word file or on its last page."""
    behind = comparison.paper[comparison.covered[1] + 1 :]
    text = taken_back("\n".join(spelled(run) for _, run in groupby(behind, key=_line)))
    return [text[:_SHOWN]] if text else []


def _line(token: Token) -> tuple[object, ...]:
    """A paragraph of a Word file, or a line of a page."""
    return (*_where(token), token.box and round(token.box[3]))


def _is_speck(token: Token) -> bool:
    """Ink on a scan too narrow to be a word: a piece of print that OCR missed, a stain."""
    return token.norm == INK_WORD and token.box is not None and token.box[2] - token.box[0] < _WORD


def _in_order(at: Sequence[int], index: int) -> bool:
    """Whether the words on both sides stand in the paper as they do in the blank."""
    left = [at[i] for i in range(index - _AROUND, index)]
    right = [at[i] for i in range(index, min(index + _AROUND, len(at)))]
    return all(b - a == 1 for run in (left, right) for a, b in pairwise(run)) and min(right) >= 0


def _distance(slots: Sequence[int], index: int) -> int:
    """Own words between an insertion before the word `index` and the nearest place."""
    spot = bisect_left(slots, index)
    near = [abs(slots[i] - index) for i in (spot - 1, spot) if 0 <= i < len(slots)]
    return min(near, default=_AWAY)


def _goes_on(own: Sequence[Token], paper: Sequence[Token], index: int, before: int, after: int) -> bool:
    """Whether what was added stands in a sentence of the form, or is put to the end of one of its paragraphs."""
    a, b = own[index - 1], own[index]
    run = paper[before : after + 1]
    if any(_where(t) != _where(run[0]) for t in run[:-1]):
        return False
    if _where(run[-1]) != _where(run[0]) or (a.cell, a.paragraph) != (b.cell, b.paragraph):
        ends = a.box is None and run[0].box is None and _where(run[-1]) != _where(run[0])
        return ends and sum(_where(t) == _where(a) for t in own[max(index - _LONG, 0) : index]) == _LONG
    if a.box is not None and b.box is not None and not (_next(a, b) or _below(a, b)):
        return False
    return run[0].box is None or _next(run[0], run[1]) or _next(run[-2], run[-1])


def _where(token: Token) -> tuple[object, int, int]:
    return token.cell, token.paragraph, token.page


def _next(a: Token, b: Token) -> bool:
    """Whether two words stand beside each other on one line."""
    if a.box is None or b.box is None:
        return False
    high = max(height(a.box), 4.0)
    return abs(center(a.box)[1] - center(b.box)[1]) < 0.4 * high and -1.0 <= b.box[0] - a.box[2] <= _SPACE * high


def _below(a: Token, b: Token) -> bool:
    """Whether the second word begins the next line of a paragraph."""
    if a.box is None or b.box is None:
        return False
    return b.box[0] < a.box[0] and 0.6 * height(a.box) < b.box[1] - a.box[1] < 1.6 * height(a.box)


def _is_own(struck: Sequence[str], comparison: Comparison) -> bool:
    """Whether these words stand in the blank, and are gone from the paper where they do."""
    size = len(struck)
    own = [t.norm for t in comparison.blank.tokens]
    # an answer that was not chosen: "Circle one: Yes / No"
    offered = {s.at for s in comparison.blank.slots if is_ringed_word(s.id)}
    found = [
        i
        for i in range(len(own) - size + 1)
        if tuple(own[i : i + size]) == tuple(struck) and all(comparison.to_paper[j] < 0 for j in range(i, i + size))
    ]
    return size > 0 and bool(found) and not all(i in offered for i in found)
