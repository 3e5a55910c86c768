"""A page as grey pixels, the only picture that leaves the readers (`model.Raster`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Gray:
    """`gray` is a numpy array, uint8, shape (height, width), 255 is white; `dpi` is pixels an inch on both axes."""

    gray: Any
    dpi: float
    width: int = field(init=False)
    height: int = field(init=False)

    def __post_init__(self) -> None:
        self.height, self.width = (int(side) for side in self.gray.shape[:2])
