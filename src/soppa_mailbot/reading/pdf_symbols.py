"""Characters of symbol fonts on a PDF page: an empty box in Wingdings is read as "o" where the font has no ToUnicode.

Word and its imitators set the boxes of forms in Wingdings (ISO 32000-1 §9.10.2 asks for a ToUnicode map; many a
converter leaves it out).
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot import lazy_re as re
from soppa_mailbot.reading.docx_symbols import in_font

_NAME_BYTES = 96
_TAG = re.compile(r"[A-Z]{6}\+")  # of a subset (ISO 32000-1 §9.6.4)
_FACE = re.compile(r"[ ,-]?(?:Regular|Normal|Bold|Italic|MT)\b", re.IGNORECASE)
_GLUED = re.compile(r"[n-rxR*0OPST][A-Z]|[¨£ûüýþ\uf020-\uf0ff].")


def glued(text: str) -> bool:
    """Whether the first character of a word may be a box that its label touches: "oYes", "þNo"."""
    return _GLUED.match(text) is not None


def as_drawn(text_page: Any, index: int, character: str) -> str:
    """What a person sees: the box or tick that the character at `index` is in a symbol font, else the character."""
    if not 0x20 < ord(character[0]) < 0x100 and not "\uf020" <= character <= "\uf0ff":
        return character
    return in_font(character, _font(text_page, index))


def _font(text_page: Any, index: int) -> str:
    """The font's family, without the tag of a subset and the face."""
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    flags = ctypes.c_int()
    size = pdfium_c.FPDFText_GetFontInfo(text_page, index, buffer, _NAME_BYTES, ctypes.byref(flags))
    if not 0 < size <= _NAME_BYTES:
        return ""
    name = buffer.raw[: size - 1].decode("utf-8", "replace")
    return _FACE.sub("", _TAG.sub("", name, count=1))
