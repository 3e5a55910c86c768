"""What the fields of a filled form hold, place by place."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import area, common, gap, grown, same_row
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.papers.evidence import Evidence
from soppa_mailbot.model import Box, Field

_BESIDE = 12.0  # points from a printed word to a box for it
_NEARER = 1.5  # times as far as to the nearer word


def add_fields(found: Sequence[Evidence], fields: Sequence[Field], page: int) -> None:
    """Give each place of a page its field: the one of its name, or whichever lies over it."""
    by_name: dict[str, Field] = {f.name: f for f in fields}
    named: set[str] = set()
    for evidence in found:
        name, _, export = evidence.place.id.partition("=")
        known = by_name.get(name)
        if known is not None and _stands_here(known, evidence, page):
            named.add(name)
            _take_field(evidence, known, export)
    for other in fields:
        if other.name in named or not other.filled or other.hidden:
            continue
        for number, box, export in other.boxes or (((other.page, other.box, ""),) if other.box else ()):
            if number != page:
                continue
            if other.kind == "check" and (word := _word_beside(found, box)):
                word.field_filled = True  # a box that the operator put beside a printed "Yes"
                continue
            over = [e for e in found if e.box and common(e.box, box) > 0.4 * min(area(e.box), area(box))]
            if over and (not export or other.kind == "check" or other.value == export):
                _take_field(max(over, key=lambda e: common(e.box or box, box)), other, "")


def _word_beside(found: Sequence[Evidence], box: Box) -> Evidence | None:
    """The printed word to be ringed that a box stands beside, much nearer than the next word."""
    gaps = sorted(
        (
            (gap(e.box, box)[0], n)
            for n, e in enumerate(found)
            if e.box and is_ringed_word(e.place.id) and same_row(e.box, box)
        )
    )
    if not gaps or gaps[0][0] > _BESIDE or (len(gaps) > 1 and gaps[1][0] < _NEARER * max(gaps[0][0], 1.0)):
        return None
    return found[gaps[0][1]]


def _stands_here(known: Field, evidence: Evidence, page: int) -> bool:
    widgets = [b for number, b, _ in known.boxes if number == page]
    if not known.boxes and known.box is None:
        return True
    return any(evidence.box is not None and common(grown(b, 4), grown(evidence.box, 4)) > 0 for b in widgets)


def _take_field(evidence: Evidence, known: Field, export: str) -> None:
    if known.kind == "signature":
        if known.filled:
            evidence.signed = known.value or "?"
        return
    if evidence.place.kind == "check":
        # A name may carry its number instead of an export value where the widgets had none.
        evidence.field_filled = known.filled and (
            not export or known.value == export or (known.kind == "check" and len(known.boxes) < 2)
        )
        return
    if known.filled:
        evidence.field_filled, evidence.field_value = True, known.value
