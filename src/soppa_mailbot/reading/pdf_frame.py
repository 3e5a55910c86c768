"""From PDF user space to the page as a person sees it.

User space has its origin at the lower left and knows nothing of /Rotate or /CropBox (ISO 32000-1 §8.3.2.3, §14.11.2);
`model` wants points from the top left of the upright, cropped page.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot.model import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible rectangle of a page in user space, and how far it is turned clockwise when shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int  # 0 | 90 | 180 | 270

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Any two opposite corners in user space -> the upright box."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return (
            round(min(ax, bx), 2),
            round(min(ay, by), 2),
            round(max(ax, bx), 2),
            round(max(ay, by), 2),
        )

    def shows(self, box: Box) -> bool:
        """Whether an upright box touches the visible page at all."""
        return box[2] > 0 and box[3] > 0 and box[0] < self.width and box[1] < self.height


def frame_of(page: Any) -> Frame:
    """The frame of a PDFium page (a pypdfium2 `PdfPage`)."""
    bounds = pdfium_c.FS_RECTF()
    rotation = 90 * (pdfium_c.FPDFPage_GetRotation(page) % 4)
    if pdfium_c.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds)):
        left, right = sorted((bounds.left, bounds.right))
        bottom, top = sorted((bounds.bottom, bounds.top))
        if right - left > 0 and top - bottom > 0:
            return Frame(left, bottom, right, top, rotation)
    return Frame(0.0, 0.0, 612.0, 792.0, rotation)  # US Letter, what PDFium itself assumes
