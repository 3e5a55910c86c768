"""Cells that hold a label and are answered in the form field beside them, however much room they have for themselves.

"Subcontractors |[            ]": beside a field of several lines the label's own cell is high too, and looks like one
with small print at its top that is written on under it.
"""

from __future__ import annotations

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.model import Place

_BESIDE = 24.0  # points from the cell to the field
_REQUIRED = " *:"  # signs behind a label


def is_answered_beside(line: Place, field: Place) -> bool:
    """Whether a form field right behind a place without a field has its name: the place is the label's cell."""
    if line.box is None or field.box is None or field.kind == "check" or not line.label:
        return False
    beside = -2 <= field.box[0] - line.box[2] < _BESIDE and same_row(line.box, field.box)
    return beside and _name(line) == _name(field)


def _name(place: Place) -> str:
    return place.label.casefold().strip(_REQUIRED)
