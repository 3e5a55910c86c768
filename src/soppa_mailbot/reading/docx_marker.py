"""What is highlighted or emphasised in a Word file.

Source: ISO/IEC 29500-1 §17.3.2.15 (highlight), §17.3.2.32 (shading of a run), §17.3.2.1 (bold), §17.3.2.4 (border),
§17.3.2.40 (underline).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.reading.docx_controls import is_on
from soppa_mailbot.reading.docx_xml import attribute

_COLOR, _VIVID = re.compile(r"[0-9a-fA-F]{6}"), 60  # of 255: between a color's largest part and its smallest
_BOLD_STYLES = frozenset({"Strong", "IntenseEmphasis", "SubtleEmphasis", "Emphasis"})


def is_highlighted(properties: Mapping[str, Any]) -> bool:
    """Whether a run's properties (name -> element) mark it: by the highlighter, or by its own background (Google)."""
    marker, ground = properties.get("highlight"), properties.get("shd")
    if marker is not None and attribute(marker, "val") not in ("", "none", "white"):
        return True
    return ground is not None and attribute(ground, "val") != "nil" and is_vivid(attribute(ground, "fill"))


def is_emphasised(properties: Mapping[str, Any]) -> bool:
    """Whether a run's properties set it in bold letters, underline or frame it."""
    if "b" in properties and is_on(properties["b"]):
        return True
    drawn = (properties.get(name) for name in ("u", "bdr"))
    styled = properties.get("rStyle")
    return any(d is not None and attribute(d, "val") not in ("", "none", "nil") for d in drawn) or (
        styled is not None and attribute(styled, "val") in _BOLD_STYLES
    )


def is_vivid(color: str) -> bool:
    """Whether a background is a marker's: grey comes along with text that is pasted from a page."""
    if not _COLOR.fullmatch(color):
        return False
    parts = [int(color[n : n + 2], 16) for n in (0, 2, 4)]
    return max(parts) - min(parts) >= _VIVID
