"""Table cells of a Word file."""

from __future__ import annotations

from typing import Any

from soppa_mailbot.reading.docx_controls import value_of
from soppa_mailbot.reading.docx_xml import local


def span(cell: Any) -> int:
    """Over how many columns a cell goes."""
    columns = element_property(cell, "tcPr", "gridSpan")
    return max(1, small(value_of(columns), 1)) if columns is not None else 1


def continues_above(cell: Any) -> bool:
    """The lower part of a vertically merged cell, with nothing in it: not a cell that a person sees."""
    merge = element_property(cell, "tcPr", "vMerge")
    return (
        merge is not None
        and value_of(merge) in ("", "continue")
        and not any(local(node) in ("t", "drawing", "pict", "sdt", "fldChar", "sym") for node in cell.iter())
    )


def element_property(element: Any, group: str, name: str) -> Any:
    """The element `name` in the properties `group` of an element, or None."""
    for child in element:
        if local(child) == group:
            return next((item for item in child if local(item) == name), None)
    return None


def small(text: str, otherwise: int) -> int:
    """A number of columns, bounded; `otherwise` where the text is no number."""
    return min(int(text), 1_000) if text.isdecimal() else otherwise
