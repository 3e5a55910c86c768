"""Tinted columns down the side of a designed page: they hold its title and advice, and label nothing beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, holds
from soppa_mailbot.forms.common.tokens import pieces
from soppa_mailbot.model import Box, Field, Mark, Page

_TINT = 0.1  # darker than paper
_HIGH, _WIDE = 0.6, 0.4  # of the page: at least so high, and no wider
_EDGE = 0.03  # of the page's width, from its side


def beside_panels(page: Page, fields: Iterable[Field] = ()) -> Page:
    """The page without the words of such columns; one in which something is to be filled in keeps them."""
    widgets = [
        box for f in fields for number, box, _ in f.boxes or ((f.page, f.box, ""),) if number == page.number and box
    ]
    panels = [m.box for m in page.marks if _is_panel(m, page) and not _is_filled_in(m.box, page, widgets)]
    if not panels:
        return page
    return replace(page, words=tuple(w for w in page.words if not any(holds(p, center(w.box)) for p in panels)))


def _is_panel(mark: Mark, page: Page) -> bool:
    left, top, right, bottom = mark.box
    at_side = left <= _EDGE * page.width or right >= (1 - _EDGE) * page.width
    shaped = bottom - top >= _HIGH * page.height and right - left <= _WIDE * page.width
    return mark.kind == "rect" and not mark.annotation and mark.shade >= _TINT and shaped and at_side


def _is_filled_in(panel: Box, page: Page, widgets: Sequence[Box]) -> bool:
    drawn = [m.box for m in page.marks if not m.annotation and m.kind in ("line", "rect") and m.box != panel]
    within = any(holds(panel, center(box)) and not _is_in(panel, box) for box in drawn)
    signs = {kind for w in page.words if holds(panel, center(w.box)) for kind, *_ in pieces(w.text)}
    return within or bool(signs & {"line", "off", "on"}) or any(holds(panel, center(box)) for box in widgets)


def _is_in(panel: Box, box: Box) -> bool:
    """Whether what is drawn in a panel only ends it: a bar of another tint across its head or foot."""
    return box[2] - box[0] >= 0.98 * (panel[2] - panel[0])
