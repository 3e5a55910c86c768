"""Box and tick characters of the symbol fonts that Word forms use, as Unicode."""

from __future__ import annotations

UNCHECKED = "☐"
CHECKED = "☒"

_MARKED = frozenset("☒☑✓✔✗✘⊠■")  # what a person takes for a mark in a box

# Wingdings and Wingdings 2 code points (low byte); Word stores them as U+F0xx or, in old files, as the bare character.
_WINGDINGS = {
    0x52: "☑",
    0x6E: "■",
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0x72: "☐",
    0x78: "☒",
    0xA8: "☐",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x2A: "☐", 0x30: "☐", 0xA3: "☐", 0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒"}


def is_marked(shown: str) -> bool:
    """Whether what a box control shows is a mark, its own or one that was typed over the box by hand."""
    return bool(_MARKED & set(shown)) or shown.strip() in ("x", "X")


def symbol(font: str, code: int) -> str:
    """The character `code` of a symbol font; other fonts and unknown codes give the character itself."""
    table = _table(font)
    if table is not None:
        return table.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


def in_font(text: str, font: str) -> str:
    """Text that is set in a symbol font: "o" in Wingdings is an empty box."""
    table = _table(font)
    if table is None:
        return text
    return "".join(c if c.isspace() else table.get(ord(c) & 0xFF, c) for c in text)


def _table(font: str) -> dict[int, str] | None:
    name = font.casefold().replace(" ", "")
    if name == "wingdings":
        return _WINGDINGS
    return _WINGDINGS_2 if name == "wingdings2" else None
