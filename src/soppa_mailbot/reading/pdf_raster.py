"""Pictures of PDF pages: grey, upright, annotations and form fields drawn, bounded in size."""

from __future__ import annotations

from typing import Any

import numpy as np

from soppa_mailbot.model import Page
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.image_gray import Gray


class PdfRaster:
    """Draws pages of an open pypdfium2 document; keeps the last one."""

    def __init__(self, document: Any, pages: list[Page], limits: Limits) -> None:
        self._document = document
        self._pages = {page.number: page for page in pages}
        self._max_side = limits.max_side
        self._forms = False
        self._last: tuple[int, float, Gray] | None = None

    def __call__(self, page: int, dpi: float) -> Gray | None:
        """The page (1-based) at `dpi`, or less where its longest side would exceed the limit; None for no page."""
        known = self._pages.get(page)
        if known is None or dpi <= 0:
            return None
        if self._last and self._last[:2] == (page, dpi):
            return self._last[2]
        drawn = draw(self._document, page - 1, dpi, self._max_side, turn=known.rotation)
        self._last = (page, dpi, drawn)
        return drawn


def draw(document: Any, index: int, dpi: float, max_side: int, *, turn: int = 0) -> Gray:
    """Page `index` (0-based), turned clockwise by a further `turn` degrees."""
    page = document[index]
    try:
        longest = max(page.get_size())
        scale = min(dpi / 72, max_side / max(longest, 1.0))
        bitmap = page.render(scale=scale, grayscale=True, rotation=0, may_draw_forms=True)
        gray = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True)
        bitmap.close()
    finally:
        page.close()
    if gray.ndim == 3:
        gray = gray[:, :, 0]
    if turn:
        gray = np.ascontiguousarray(np.rot90(gray, k=-(turn // 90)))
    return Gray(gray, scale * 72)
