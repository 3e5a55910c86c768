"""What is highlighted, emphasised or struck through in an OpenDocument text (ODF 1.3 part 3 §20.10, §20.380, §20.191).

A span has a style's name only; the style says it, or the one that it is made from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from soppa_mailbot.reading.docx_marker import is_vivid
from soppa_mailbot.reading.safexml import attribute, local, parse_xml

_DEEP = 10  # styles that are made from each other
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_NONE = ("", "none")
_STRONG = "Strong_20_Emphasis"


@dataclass(frozen=True, slots=True)
class Look:
    """How a style sets its words apart."""

    highlighted: bool = False
    emphasised: bool = False
    struck: bool = False


def looks(*parts: bytes | None) -> dict[str, Look]:
    """The looks of the text styles of content.xml and styles.xml that set words apart, by their names."""
    own: dict[str, dict[str, str]] = {}
    parents: dict[str, str] = {}
    for part in parts:
        for style in parse_xml(part).iter("{*}style") if part else ():
            if attribute(style, "family") == "text":
                name = attribute(style, "name")
                own[name], parents[name] = _properties(style), attribute(style, "parent-style-name")
    out = {}
    for name in own:
        said: dict[str, str] = {}
        at, strong = name, False
        for _ in range(_DEEP):
            said = {**own.get(at, {}), **said}
            strong = strong or at == _STRONG
            at = parents.get(at, "")
        look = _look(said, strong=strong)
        if look != Look():
            out[name] = look
    return out


def _properties(style: Any) -> dict[str, str]:
    return {
        key.rpartition("}")[2]: str(value)
        for child in style
        if local(child) == "text-properties"
        for key, value in child.attrib.items()
    }


def _look(said: dict[str, str], *, strong: bool) -> Look:
    bold = said.get("font-weight", "bold" if strong else "") in _BOLD
    lined = said.get("text-underline-style", "") not in _NONE
    framed = any(said.get(f"border{side}", "") not in _NONE for side in ("", "-bottom"))
    return Look(
        highlighted=is_vivid(said.get("background-color", "").removeprefix("#")),
        emphasised=bold or lined or framed,
        struck=said.get("text-line-through-style", said.get("text-line-through-type", "")) not in _NONE,
    )
