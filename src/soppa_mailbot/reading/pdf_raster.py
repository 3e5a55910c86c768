"""Pictures of PDF pages: grey, upright, annotations and form fields drawn, bounded in size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.image_gray import Gray

if TYPE_CHECKING:
    from soppa_mailbot.reading.image_upright import Upright


class PdfRaster:
    """Draws pages of an open pypdfium2 document as they were read; keeps the last one."""

    def __init__(self, document: Any, pages: int, uprights: dict[int, Upright], limits: Limits) -> None:
        self._document = document
        self._pages = pages
        self._uprights = uprights
        self._max_side = limits.max_side
        self._last: tuple[int, float, Gray] | None = None

    def __call__(self, page: int, dpi: float) -> Gray | None:
        """The page (1-based) at `dpi`, or less where its longest side would exceed the limit; None for no page."""
        if not 1 <= page <= self._pages or dpi <= 0:
            return None
        if self._last and self._last[:2] == (page, dpi):
            return self._last[2]
        drawn = draw(self._document, page - 1, dpi, self._max_side)
        upright = self._uprights.get(page)
        if upright is not None:
            scale = drawn.dpi / 72
            drawn = Gray(upright.picture(drawn.gray, scale, scale), drawn.dpi)
        self._last = (page, dpi, drawn)
        return drawn


def draw(document: Any, index: int, dpi: float, max_side: int, *, forms: bool = True, annotations: bool = True) -> Gray:
    """Page `index` (0-based) as it is in the file."""
    import numpy as np  # a typed PDF needs no pixels

    page = document[index]
    try:
        scale = min(dpi / 72, max_side / max(*page.get_size(), 1.0))
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=forms, draw_annots=annotations)
        gray = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True)
        bitmap.close()
    finally:
        page.close()
    return Gray(gray.reshape(gray.shape[:2]), scale * 72)
