"""Boxes that a Word list has for bullets.

Source: ISO/IEC 29500-1 §17.9 (numbering definitions and instances).
"""

from __future__ import annotations

from typing import Any

from soppa_mailbot.reading.docx_symbols import in_font
from soppa_mailbot.reading.docx_xml import attribute, child, local
from soppa_mailbot.reading.list_boxes import ORNAMENTS, box_of

_OFFERED = 0x71  # of Wingdings
_DEEPEST = 12  # styles that one style is based on

Level = tuple[str, str]  # numId or abstractNumId, ilvl


class Bullets:
    """The box before a paragraph, by its list and level."""

    def __init__(self, numbering: Any = None, styles: Any = None) -> None:
        abstract: dict[Level, str] = {}
        self._lists: dict[str, str] = {}  # numId -> abstractNumId
        self._own: dict[Level, str] = {}  # of a list that overrides its level
        for item in numbering if numbering is not None else ():
            if local(item) == "abstractNum":
                for level in item:
                    if local(level) == "lvl" and (box := _box(level)):
                        abstract[attribute(item, "abstractNumId"), attribute(level, "ilvl")] = box
            elif local(item) == "num":
                kind = child(item, "abstractNumId")
                self._lists[attribute(item, "numId")] = attribute(kind, "val") if kind is not None else ""
                for override in item:
                    level = child(override, "lvl") if local(override) == "lvlOverride" else None
                    if level is not None and (box := _box(level)):
                        self._own[attribute(item, "numId"), attribute(level, "ilvl")] = box
        self._abstract = abstract
        self._styles: dict[str, tuple[Any, str]] = {}  # styleId -> its numPr, the style it is based on
        for style in styles if styles is not None and (abstract or self._own) else ():
            if local(style) == "style":
                based = child(style, "basedOn")
                numbered = child(child(style, "pPr"), "numPr") if child(style, "pPr") is not None else None
                name = attribute(based, "val") if based is not None else ""
                self._styles[attribute(style, "styleId")] = numbered, name

    def before(self, properties: Any) -> str:
        """What stands before a paragraph with these properties, as `list_boxes.box_of` has it."""
        if not self._abstract and not self._own:
            return ""
        numbered = child(properties, "numPr")
        if numbered is None:
            numbered = self._of_style(child(properties, "pStyle"))
        if numbered is None:
            return ""
        number, level = child(numbered, "numId"), child(numbered, "ilvl")
        listed = attribute(number, "val") if number is not None else ""
        deep = attribute(level, "val") if level is not None else "0"
        return self._own.get((listed, deep)) or self._abstract.get((self._lists.get(listed, ""), deep), "")

    def _of_style(self, style: Any) -> Any:
        name = attribute(style, "val") if style is not None else ""
        for _ in range(_DEEPEST):
            numbered, based = self._styles.get(name, (None, ""))
            if numbered is not None or not based:
                return numbered
            name = based
        return None


def _box(level: Any) -> str:
    """A level's bullet, where it is a box."""
    kind, text = child(level, "numFmt"), child(level, "lvlText")
    if kind is None or text is None or attribute(kind, "val") != "bullet":
        return ""
    properties = child(level, "rPr")
    fonts = child(properties, "rFonts") if properties is not None else None
    font = next((str(v) for k, v in fonts.items() if k.endswith(("}ascii", "}hAnsi"))), "") if fonts is not None else ""
    drawn = attribute(text, "val").strip()
    glyph = in_font(drawn, font).strip()
    if len(glyph) == 1 and drawn != glyph and ord(drawn) & 0xFF == _OFFERED:
        return ORNAMENTS[0]
    return box_of(glyph, font)
