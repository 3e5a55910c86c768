"""The blanks as the worker has them: a folder with `blanks.json` and one grey PNG for each page of each blank."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from soppa_mailbot import codec
from soppa_mailbot.model import Blank, Raster
from soppa_mailbot.reading.image_gray import Gray


class BlankFolder:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.blanks = codec.load(tuple[Blank, ...], (Path(folder) / "blanks.json").read_bytes())
        self.picture = lru_cache(maxsize=24)(self._picture)  # 4 MB each at 200 dpi

    def _picture(self, blank: str, page: int, dpi: float) -> Raster | None:
        """A page (1-based) of a blank at `dpi`; None when there is no picture of it (Word)."""
        path = Path(self.folder) / f"{blank}-p{page}.png"
        if not path.is_file():
            return None
        with Image.open(path, formats=("PNG",)) as image:
            kept = float(image.info.get("dpi", (200.0, 200.0))[0])
            gray = image.convert("L")
            if abs(kept - dpi) > 0.5:
                width, height = (max(1, round(side * dpi / kept)) for side in gray.size)
                gray = gray.resize((width, height), Image.Resampling.BOX if dpi < kept else Image.Resampling.BICUBIC)
            return Gray(np.asarray(gray, dtype=np.uint8), dpi)


def as_png(picture: Raster) -> bytes:
    """A grey picture as PNG with its resolution in it."""
    out = io.BytesIO()
    Image.fromarray(picture.gray, "L").save(out, "PNG", compress_level=6, dpi=(picture.dpi, picture.dpi))
    return out.getvalue()
