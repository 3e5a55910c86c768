"""Places of a blank that operators leave empty: asked for in vain, or learnt otherwise than the blank reads. Pure.

One such place makes every copy unfinished, and each vendor is asked for what is not left open; two boxes of one
question that were taken for two questions do so to half of the copies each. Nothing in a single mail shows it; several
operators who left the same place empty, and no more who filled it, do. From then on such a place is unsure: a copy that
leaves nothing else open goes to a person, and what else is open is asked for without it. What no person has to look at
any more `left_empty_settled` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from soppa_mailbot.forms.naming.naming import key_of, names_of
from soppa_mailbot.judging.left_empty_copies import Copy, fullest
from soppa_mailbot.judging.left_empty_settled import (
    PROVEN,
    conditions,
    is_of_other_block,
    is_yes_or_no,
    may_be_settled,
    side_by_side,
)
from soppa_mailbot.judging.left_empty_told import LeftEmpty, Seen, Several
from soppa_mailbot.model import Blank, PlaceReading

ENOUGH = 3  # operators who left it empty
_MOST = 0.5  # share of those who sent the form
_SETTLED = 2 / 3  # the same, where no person is asked


def left_empty(copies: Iterable[Copy], blanks: Sequence[Blank]) -> tuple[Seen, ...]:
    """The places that at least `ENOUGH` operators and half of all left empty, by blank and in the order of the form;
    those beside which each operator filled one other place instead; and the questions of one answer to which as many
    gave several.

    `copies` as `fullest` takes them. A place that its blank no longer asks for, since somebody named it under
    `optional`, is left out, and one that is named under `required` as well.
    """
    counting = fullest(copies)
    out: list[Seen] = []
    for blank in blanks:
        mine = [copy for copy in counting if copy.blank == blank.id]
        if len(mine) >= ENOUGH:
            by_id = names_of([PlaceReading(p, "empty") for p in blank.places])
            names = {key_of(p): by_id[p.id] for p in blank.places}
            out += [*_left_in(blank, mine, names), *_several_in(blank, mine, names)]
    return tuple(out)


def _several_in(blank: Blank, copies: Sequence[Copy], names: Mapping[str, str]) -> list[Several]:
    filled = Counter(key for copy in copies for key in copy.filled)
    several = Counter(key for copy in copies for key in copy.several)
    return [
        Several(
            blank.form, blank.file, blank.id, key, names[key], count, filled[key],
            settled=count >= PROVEN and count >= _MOST * filled[key] and not is_yes_or_no(key, blank),
        )
        for key, count in several.items()
        if key in names and count >= ENOUGH and filled[key] >= count
    ]  # fmt: skip


def _left_in(blank: Blank, copies: Sequence[Copy], names: Mapping[str, str]) -> list[LeftEmpty]:
    empty = Counter(key for copy in copies for key in copy.empty)
    filled = Counter(key for copy in copies for key in copy.filled)
    asked = {key_of(p): p for p in blank.places if p.required and p.party == "operator" and not p.insisted}
    instead = _one_or_the_other(copies, [k for k, p in asked.items() if empty[k] and filled[k] and not p.signs])
    out = []
    for key, place in asked.items():
        left, of = empty[key], empty[key] + filled[key]
        most = of if place.signs else _MOST * of  # where somebody signed all must: many an operator forgets it
        if key in instead or (left >= ENOUGH and left >= most):
            other = instead.get(key, "")
            settled = of >= PROVEN and may_be_settled(place, blank)
            if is_of_other_block(place, asked, empty, filled):
                settled = True
            elif other:
                settled = settled and may_be_settled(asked[other], blank) and side_by_side(key, other, asked, filled)
            else:
                # of "subject" and "not subject" one is enough, but nobody is let off the question
                settled = settled and left >= PROVEN and left > _SETTLED * of and place.role != "subject_to_soppa"
            depends = settled and not other and not place.signs
            out.append(
                LeftEmpty(
                    blank.form, blank.file, blank.id, key, names[key], left, of, names.get(other, ""), other, settled,
                    unless=conditions(place, blank, copies) if depends else frozenset(),
                )
            )  # fmt: skip
    return out


def _one_or_the_other(copies: Sequence[Copy], keys: Sequence[str]) -> dict[str, str]:
    """What every operator filled either of, and none both: two answers to one question, most likely.

    One copy may have neither, for it may have left the question open.
    """
    out: dict[str, str] = {}
    near_first = sorted(combinations(range(len(keys)), 2), key=lambda pair: pair[1] - pair[0])
    for one, other in ((keys[a], keys[b]) for a, b in near_first):
        both = sum(one in copy.filled and other in copy.filled for copy in copies)
        either = sum((one in copy.filled) != (other in copy.filled) for copy in copies)
        if not both and either >= ENOUGH and len(copies) - either <= 1:
            out.setdefault(one, other)
            out.setdefault(other, one)
    return out
