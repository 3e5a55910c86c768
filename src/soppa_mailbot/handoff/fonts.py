"""Letters for the PDF: Helvetica, which every viewer has; a font with more letters for the rest, where one is there."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu-sans-fonts"))
_FACES = (("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"), ("Vera.ttf", "VeraBd.ttf"))  # reportlab brings Vera


def marked_up(text: str, *, bold: bool = False) -> str:
    """`text` as reportlab's markup: escaped, and set in the second font where Helvetica has no such letter."""
    out = []
    for plain, run in groupby(text, key=_in_helvetica):
        letters = "".join(run)
        if plain:
            out.append(escape(letters))
        else:
            name, face = _second(bold)
            shown = "".join(c if ord(c) in face.charToGlyph else _nearest(c) for c in letters)
            out.append(f'<font name="{name}">{escape(shown)}</font>')
    return "".join(out)


def _in_helvetica(char: str) -> bool:
    try:
        char.encode("cp1252")  # WinAnsi, ISO 32000-1 Annex D
    except UnicodeEncodeError:
        return False
    return True


def _nearest(char: str) -> str:
    """The letter without its marks; "?" where nothing is near."""
    base = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return base or "?"


@cache
def _second(bold: bool) -> tuple[str, Any]:
    """The name and face of the second font."""
    name = "SoppaMore-Bold" if bold else "SoppaMore"
    for faces in _FACES:
        for folder in (*_FOLDERS, None):
            path = str(folder / faces[bold]) if folder else faces[bold]  # bare names: reportlab's own search path
            try:
                font = TTFont(name, path)
            except (TTFError, OSError):
                continue
            pdfmetrics.registerFont(font)
            return name, font.face
    raise RuntimeError("reportlab came without its own fonts: install soppa-mailbot anew")
