"""Lines to write on that Word draws without an underscore: tab leaders, underlined blanks, borders of empty paragraphs.

They are read as underscores, so that whatever reads a form sees the line that a person sees. Source: ISO/IEC 29500-1
§17.3.1.37 (tab stops and their leaders), §17.3.1.24 (paragraph borders), §17.3.2.40 (underline).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LINE = "________"
_DRAWN = frozenset(("dot", "hyphen", "underscore", "heavy", "middleDot"))
_BLANKS = re.compile(r"[ \u00a0]{3,}|\t")
_CONTENTS = re.compile(r"\s*(?:\d+|[ivxlc]+)?\s*", re.I)  # what a table of contents has behind its dots
_DEEPEST = 12  # styles that one style is based on
_MOST = 60  # tab stops of a paragraph that are looked at

Stops = Mapping[float, bool]  # position (twentieths of a point) -> whether a leader is drawn up to it


class Styles:
    """The tab stops of a document's paragraph styles."""

    def __init__(self, root: Any = None) -> None:
        self._own: dict[str, Stops] = {}
        self._based: dict[str, str] = {}
        self._default = ""
        for style in root if root is not None else ():
            if _local(style) != "style" or _value(style, "type") != "paragraph":
                continue
            name = _value(style, "styleId")
            self._own[name] = _stops(_child(style, "pPr"))
            based = _child(style, "basedOn")
            if based is not None:
                self._based[name] = _value(based, "val")
            if _value(style, "default") in ("1", "true", "on"):
                self._default = name

    def stops(self, properties: Any) -> list[bool]:
        """For each tab stop of a paragraph, from the left, whether a line leads to it."""
        style = _child(properties, "pStyle")
        name = _value(style, "val") if style is not None else self._default
        if name.casefold().startswith(("toc", "tableoffigures")):
            return []
        found: dict[float, bool] = {}
        chain: list[str] = []
        while name in self._own and len(chain) < _DEEPEST and name not in chain:
            chain.append(name)
            name = self._based.get(name, "")
        for each in reversed(chain):
            found.update(self._own[each])
        found.update(_stops(properties))
        return [found[at] for at in sorted(found)][:_MOST]


def leaders(stops: list[bool], paragraph: Any) -> list[bool]:
    """For each tab of a paragraph whether it draws a line; a line of a table of contents draws none to write on."""
    if not any(stops):
        return []
    tabs, text = 0, ""
    for node in paragraph.iter():
        name = _local(node)
        if name == "tab" and _local(node.getparent()) == "r":
            tabs, text = tabs + 1, ""
        elif name == "t":
            text += node.text or ""
    if text.strip() and _CONTENTS.fullmatch(text):
        return []
    return [stops[min(i, len(stops) - 1)] for i in range(tabs)]


def with_lines(text: str, *, underlined: bool) -> str:
    """The text of a run; blanks that are underlined are a line to write on."""
    return _BLANKS.sub(lambda m: LINE if m[0] == "\t" else "_" * len(m[0]), text) if underlined else text


def is_underlined(properties: Mapping[str, Any]) -> bool:
    """Whether a run's properties (name -> element) underline it, blanks too."""
    underline = properties.get("u")
    return underline is not None and _value(underline, "val") not in ("", "none", "words")


def has_rule(properties: Any) -> bool:
    """Whether a paragraph has a border under it."""
    bottom = _child(_child(properties, "pBdr"), "bottom")
    return bottom is not None and _value(bottom, "val") not in ("", "none", "nil")


def _stops(properties: Any) -> dict[float, bool]:
    out: dict[float, bool] = {}
    for tab in _child(properties, "tabs") if _child(properties, "tabs") is not None else ():
        try:
            at = float(_value(tab, "pos"))
        except ValueError:
            continue
        kind = _value(tab, "val")
        if kind in ("clear", "bar"):
            out.pop(at, None)
        else:
            out[at] = _value(tab, "leader") in _DRAWN
    return out


def _child(element: Any, name: str) -> Any:
    return next((c for c in element if _local(c) == name), None) if element is not None else None


def _value(element: Any, name: str) -> str:
    return next((str(v) for k, v in element.items() if k.rpartition("}")[2] == name), "")


def _local(element: Any) -> str:
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
