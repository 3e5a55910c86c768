"""Answers that are written in a colour into the older mail: "please see my answers in blue below".

Their writer tells the colour; without that, colours of older mail mean nothing.
"""

from __future__ import annotations

import colorsys
from typing import Any

from soppa_mailbot import lazy_re as re

_COLOUR = r"blue|red|green|purple|orange|(?:an?other |a different )?colou?r"
_TOLD = re.compile(
    r"\b(?:answers?|answered|responses?|responded|repl(?:y|ies|ied)|comments?|notes?|info\w*|details?|everything|mine)\b"
    rf"[^.?!\n]{{0,40}}\bin (?P<said>{_COLOUR})\b|\bin (?P<below>{_COLOUR}) (?:below|text|font|ink|type)\b",
    re.IGNORECASE,
)
_STYLE = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]+)", re.IGNORECASE)
_NAMED = {
    "blue": "#0000ff", "navy": "#000080", "royalblue": "#4169e1", "darkblue": "#00008b", "red": "#ff0000",
    "darkred": "#8b0000", "crimson": "#dc143c", "green": "#008000", "darkgreen": "#006400", "purple": "#800080",
    "orange": "#ffa500", "darkorange": "#ff8c00",
}  # fmt: skip
_HUES = {"blue": (185, 262), "red": (335, 375), "green": (75, 175), "purple": (262, 330), "orange": (15, 50)}  # degrees
# of links, and of what mail programs write in unasked
_UNASKED = frozenset({"#1f497d", "#0563c1", "#44546a", "#0000ee", "#1155cc", "#1a73e8", "#0078d7", "#954f72"})
_VIVID = 0.35  # saturation; what is less is a black, a grey or a white


def colour_told(words: str) -> str:
    """The colour in which a writer says to have answered: "blue" ..., "any", "" where none is told."""
    told = _TOLD.search(words)
    if told is None:
        return ""
    said = (told["said"] or told["below"]).casefold()
    return said if said in _HUES else "any"


def coloured(element: Any, tag: str, colour: str) -> str:
    """How an HTML element gives its words this colour, "" where it doesn't. A link has its own, which says nothing."""
    if not colour or tag == "a" or next(element.iterancestors("a"), None) is not None:
        return ""
    style = _STYLE.search(element.get("style") or "")
    told = (style[1] if style else element.get("color") or "").strip().casefold()
    hue = _hue(told) if told not in _UNASKED else None
    if hue is None:
        return ""
    wanted = [_HUES[colour]] if colour in _HUES else list(_HUES.values())
    return told if any(low <= hue <= high or low <= hue + 360 <= high for low, high in wanted) else ""


def _hue(value: str) -> float | None:
    """Degrees of a CSS colour; None for greys and what is no colour."""
    value = _NAMED.get(value, value)
    if found := re.fullmatch(r"#?([0-9a-f]{6})", value):
        parts = [int(found[1][i : i + 2], 16) for i in (0, 2, 4)]
    elif found := re.fullmatch(r"#([0-9a-f]{3})", value):
        parts = [int(c * 2, 16) for c in found[1]]
    elif found := re.fullmatch(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3}).*\)", value):
        parts = [min(255, int(found[n])) for n in (1, 2, 3)]
    else:
        return None
    hue, saturation, brightness = colorsys.rgb_to_hsv(*(p / 255 for p in parts))
    return hue * 360 if saturation >= _VIVID and brightness > _VIVID else None
